//! How a series is judged: named presets, and what may be set apart from them.

use serde_json::Value;

use crate::document::declare::{ranged, record, words};
use crate::document::read::{Read, Reader};
use crate::problem::Code;
use crate::recall::result;

words! {
    /// A named, versioned set of rules.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcPreset"))]
    Preset {
        /// NHS England Making Data Count, SPC Charts SQL Query v2.6a: the rules since 10 January 2024.
        Mdc26a = "mdc-2.6a",
        /// The R package NHSRplotthedots 0.2.2.
        Nhsr022 = "nhsr-0.2.2",
    }
}

words! {
    /// What becomes of two points in a row below or above the two-sigma line.
    TwoOfThree {
        /// The rule is not applied.
        Off = "off",
        /// Points beyond the outer limit do not count.
        Between = "between",
        /// Points beyond the outer limit count.
        Beyond = "beyond",
    }
}

words! {
    /// Whether large moving ranges are left out of the limits.
    Screening {
        /// They are not.
        Off = "off",
        /// They are, and the mean stays.
        MrOnly = "mr_only",
        /// They are, and their points are left out of the mean.
        MrAndMean = "mr_and_mean",
    }
}

words! {
    /// What a point on the mean does to a shift, and two equal points to a trend.
    #[cfg_attr(feature = "schema", schemars(rename = "TiesRule"))]
    Ties {
        /// It ends there.
        Break = "break",
        /// The point is passed over.
        Skip = "skip",
    }
}

words! {
    /// What a missing value does.
    #[cfg_attr(feature = "schema", schemars(rename = "MissingRule"))]
    Missing {
        /// It is passed over: its neighbours become adjacent.
        Skip = "skip",
        /// No moving range, shift or trend goes across it.
        Break = "break",
    }
}

words! {
    /// What a target on a limit means.
    #[cfg_attr(feature = "schema", schemars(rename = "EqualityRule"))]
    Equality {
        /// It is passed or failed.
        Decides = "decides",
        /// It is hit or miss.
        HitOrMiss = "hit_or_miss",
    }
}

words! {
    /// What becomes of a series with too few points.
    ShortSeries {
        /// A run chart: the mean, and no limits, rules or icons.
        RunChart = "run_chart",
        /// Limits and icons, with a finding.
        Flag = "flag",
    }
}

words! {
    /// A family of rules.
    #[cfg_attr(feature = "schema", schemars(rename = "RuleFamily"))]
    Family {
        /// A point beyond a limit.
        SinglePoint = "single_point",
        /// A run of points on one side of the mean.
        Shift = "shift",
        /// A run of points that rise or fall.
        Trend = "trend",
        /// Two of three points in a row beyond two sigma.
        TwoSigma = "two_sigma",
    }
}

words! {
    /// What wins where rules of equal rank speak for both sides.
    #[cfg_attr(feature = "schema", schemars(rename = "ConflictRule"))]
    Conflict {
        /// Improvement.
        Improvement = "improvement",
        /// Concern.
        Concern = "concern",
    }
}

words! {
    /// How often a series should have a point.
    #[cfg_attr(feature = "schema", schemars(rename = "PointFrequency"))]
    Frequency {
        /// Every day.
        Day = "day",
        /// Every seven days.
        Week = "week",
        /// Every month.
        Month = "month",
        /// Every three months.
        Quarter = "quarter",
        /// Every year.
        Year = "year",
    }
}

ranged! {
    /// A number of points in a run.
    RunLength(u32), "a whole number from 2 to 30", |points| (2..=30).contains(&points)
}

ranged! {
    /// A number of points.
    #[cfg_attr(feature = "schema", schemars(rename = "PointCount"))]
    Points(u32), "a whole number from 1 to 10,000", |points| (1..=10_000).contains(&points)
}

/// Mean moving ranges between the mean and a limit: a number, or the ratio `3/1.128` that 2.66 is short for.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Factor(pub f64);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Factor {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Factor".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Mean moving ranges between the mean and a limit: 2.66, or the ratio that it is short for.",
            "anyOf": [{"type": "number", "exclusiveMinimum": 0, "maximum": 10}, {"const": "3/1.128"}],
        })
    }
}

impl Read for Factor {
    fn accepted() -> String {
        "a number above 0 and at most 10, such as 2.66, or 3/1.128".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let factor = match value.as_str() {
            Some("3/1.128") => 3.0 / 1.128,
            Some("2.66") => 2.66,
            _ => f64::read(value, reader)?,
        };
        if factor > 0.0 && factor <= 10.0 {
            return Some(Self(factor));
        }
        let message = format!("{factor} is not {}", Self::accepted());
        reader.problem(Code::OutOfRange, value, &Self::accepted(), message);
        None
    }
}

record! {
    /// The least and the most that a figure can be. Lines are shown within them; rules never use them.
    Clamp {
    } optional {
        /// The least.
        min: Option<f64>,
        /// The most.
        max: Option<f64>,
    }
}

record! {
    /// What is set apart from the preset. What is left out is the preset's.
    #[derive(Default)]
    SpcOptions {
    } optional {
        /// So many points in a row on one side of the mean are a shift.
        shift: Option<RunLength>,
        /// So many points in a row that rise or fall are a trend.
        trend: Option<RunLength>,
        /// The rule of two of three points beyond two sigma.
        two_of_three: Option<TwoOfThree>,
        /// The rule of a single point beyond a limit.
        single_point: Option<bool>,
        /// Whether large moving ranges are left out.
        screening: Option<Screening>,
        /// Fewer points are too few.
        minimum_points: Option<Points>,
        /// What becomes of a series with too few points.
        short_series: Option<ShortSeries>,
        /// What ties do.
        ties: Option<Ties>,
        /// What missing values do.
        missing: Option<Missing>,
        /// What a target on a limit means.
        equality: Option<Equality>,
        /// Whether a trend goes on from one partition to the next.
        trend_crosses_partitions: Option<bool>,
        /// Mean moving ranges between the mean and a limit: 2.66, or 3/1.128.
        factor: Option<Factor>,
        /// Families of rules, the one that wins first.
        precedence: Option<Vec<Family>>,
        /// Within what lines are shown.
        clamp: Option<Clamp>,
        /// How often there should be a point; gaps are findings.
        expected_frequency: Option<Frequency>,
        /// Imitate the known faults of the R package.
        compat_faults: Option<bool>,
    }
}

result! {
    /// Every setting of an answer: the preset, with what was set apart from it.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcSettings"))]
    Settings {
        /// See [`SpcOptions::shift`].
        shift: u32,
        /// See [`SpcOptions::trend`].
        trend: u32,
        /// See [`SpcOptions::two_of_three`].
        two_of_three: TwoOfThree,
        /// See [`SpcOptions::single_point`].
        single_point: bool,
        /// See [`SpcOptions::screening`].
        screening: Screening,
        /// See [`SpcOptions::minimum_points`].
        minimum_points: u32,
        /// See [`SpcOptions::short_series`].
        short_series: ShortSeries,
        /// See [`SpcOptions::ties`].
        ties: Ties,
        /// See [`SpcOptions::missing`].
        missing: Missing,
        /// See [`SpcOptions::equality`].
        equality: Equality,
        /// See [`SpcOptions::trend_crosses_partitions`].
        trend_crosses_partitions: bool,
        /// See [`SpcOptions::factor`].
        factor: f64,
        /// See [`SpcOptions::precedence`].
        precedence: Vec<Family>,
        /// See [`SpcOptions::clamp`].
        clamp: Option<Range>,
        /// See [`SpcOptions::expected_frequency`].
        expected_frequency: Option<Frequency>,
        /// See [`SpcOptions::compat_faults`].
        compat_faults: bool,
    }

    /// The least and the most that a line is shown at.
    #[cfg_attr(feature = "schema", schemars(rename = "ClampRange"))]
    Range {
        /// The least.
        min: Option<f64>,
        /// The most.
        max: Option<f64>,
    }
}

impl Settings {
    /// The settings of a preset.
    pub fn of(preset: Preset) -> Self {
        let mdc = Self {
            shift: 6,
            trend: 6,
            two_of_three: TwoOfThree::Beyond,
            single_point: true,
            screening: Screening::Off,
            minimum_points: 13,
            short_series: ShortSeries::RunChart,
            ties: Ties::Break,
            missing: Missing::Skip,
            equality: Equality::Decides,
            trend_crosses_partitions: true,
            factor: 2.66,
            precedence: vec![Family::Trend, Family::Shift, Family::TwoSigma, Family::SinglePoint],
            clamp: None,
            expected_frequency: None,
            compat_faults: false,
        };
        match preset {
            Preset::Mdc26a => mdc,
            Preset::Nhsr022 => Self {
                shift: 7,
                trend: 7,
                two_of_three: TwoOfThree::Between,
                screening: Screening::MrOnly,
                short_series: ShortSeries::Flag,
                missing: Missing::Break,
                equality: Equality::HitOrMiss,
                trend_crosses_partitions: false,
                precedence: vec![Family::SinglePoint, Family::Trend, Family::TwoSigma, Family::Shift],
                ..mdc
            },
        }
    }

    /// The settings of a preset, with what is set apart.
    pub fn with(preset: Preset, options: &SpcOptions) -> Self {
        let preset = Self::of(preset);
        Self {
            shift: options.shift.map_or(preset.shift, |points| points.0),
            trend: options.trend.map_or(preset.trend, |points| points.0),
            two_of_three: options.two_of_three.unwrap_or(preset.two_of_three),
            single_point: options.single_point.unwrap_or(preset.single_point),
            screening: options.screening.unwrap_or(preset.screening),
            minimum_points: options.minimum_points.map_or(preset.minimum_points, |points| points.0),
            short_series: options.short_series.unwrap_or(preset.short_series),
            ties: options.ties.unwrap_or(preset.ties),
            missing: options.missing.unwrap_or(preset.missing),
            equality: options.equality.unwrap_or(preset.equality),
            trend_crosses_partitions: options.trend_crosses_partitions.unwrap_or(preset.trend_crosses_partitions),
            factor: options.factor.map_or(preset.factor, |factor| factor.0),
            precedence: options.precedence.clone().unwrap_or(preset.precedence),
            clamp: options.clamp.as_ref().map(|clamp| Range { min: clamp.min, max: clamp.max }),
            expected_frequency: options.expected_frequency,
            compat_faults: options.compat_faults.unwrap_or(preset.compat_faults),
        }
    }
}

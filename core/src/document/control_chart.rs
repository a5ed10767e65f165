//! How a series of figures is to be judged: the chart, the named presets, and what may be set apart from them.

use serde_json::Value;

use super::declare::{ranged, record, words};
use super::period::Period;
use super::read::{Read, Reader};
use super::values::Text;
use crate::day::Day;
use crate::problem::{Code, Problem};

/// Values must be smaller than this.
pub const LARGEST_VALUE: f64 = 1e100;

words! {
    /// The kinds of control chart.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcChart"))]
    Chart {
        /// Individual values and moving ranges.
        Xmr = "xmr",
        /// A run chart about the median.
        Run = "run",
        /// Days between rare events.
        T = "t",
        /// Cases between rare events.
        G = "g",
        /// A proportion of a denominator.
        P = "p",
        /// Events for each unit of exposure.
        U = "u",
        /// A count.
        C = "c",
        /// A proportion, with limits that allow for more variation than chance has (Laney).
        PPrime = "p_prime",
        /// Events for each unit of exposure, with limits that allow for more variation than chance has (Laney).
        UPrime = "u_prime",
    }
}

impl Chart {
    /// True for a chart whose values stand over denominators.
    pub(crate) fn has_denominators(self) -> bool {
        matches!(self, Self::P | Self::U | Self::PPrime | Self::UPrime)
    }
}

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

record! {
    /// From which points the mean and the limits come: one of `points`, `end`, and `mean` with `sigma`.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(rename = "SpcBaseline"))]
    Baseline {
    } optional {
        /// The first so many points.
        points: Option<Points>,
        /// The first points of every partition, rather than of the series.
        each_partition: bool,
        /// The points up to this date or period, included; it wins over `points`.
        end: Option<Period>,
        /// A stated mean.
        mean: Option<f64>,
        /// A stated sigma: a third of the way from the mean to a limit.
        sigma: Option<f64>,
    }
}

record! {
    /// How the series of an indicator are judged, and which of their points were set apart, why and by whom.
    #[derive(Default)]
    ControlChart {
    } optional {
        /// The rules; `mdc-2.6a` when omitted.
        preset: Option<Preset>,
        /// The chart; when omitted T for days and G for cases between events, else XmR.
        chart: Option<Chart>,
        /// What wins where rules of equal rank speak for both sides; improvement when omitted.
        conflict: Option<Conflict>,
        /// From which points the mean and the limits come; from all when omitted.
        baseline: Option<Baseline>,
        /// What is set apart from the preset.
        options: Option<SpcOptions>,
        /// Periods from which the lines are calculated anew.
        recalculations: Vec<MarkedPeriod>,
        /// Periods that are shown and left out of everything else.
        ghosted: Vec<MarkedPeriod>,
    }
}

record! {
    /// A period that somebody set apart, with who did, when and why.
    MarkedPeriod {
        /// The period.
        period: Period,
    } optional {
        /// Only in the series of this organisation; in all of them when omitted.
        organisation: Option<String>,
        /// Why.
        reason: Option<Text>,
        /// The role that decided it.
        by: Option<String>,
        /// The day it was decided; it counts from then on.
        decided_on: Option<Day>,
        /// The day it became known; `decided_on` when omitted.
        recorded_on: Option<Day>,
    }
}

/// What a chart, its baseline and its options ask that cannot be, at that JSON pointer. `dated`: the series has dates.
pub(crate) fn problems(
    at: &str,
    chart: Chart,
    preset: Preset,
    baseline: Option<&Baseline>,
    options: &SpcOptions,
    dated: bool,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut refuse = |code, field: &str, accepted: &str, message: String| {
        let path = format!("{at}/{field}");
        problems.push(Problem { code, path, value: None, accepted: Some(accepted.into()), message });
    };
    if let Some(precedence) = &options.precedence {
        let mut families = precedence.clone();
        families.sort_unstable();
        families.dedup();
        if families.len() != Family::ALL.len() || precedence.len() != families.len() {
            let accepted = "single_point, shift, trend and two_sigma, each once";
            let message = "the order of the rules must name each family once".into();
            refuse(Code::WrongCombination, "options/precedence", accepted, message);
        }
    }
    if let Some((min, max)) = options.clamp.as_ref().and_then(|clamp| clamp.min.zip(clamp.max))
        && min > max
    {
        let message = format!("the least shown, {min}, is more than the most, {max}");
        refuse(Code::LimitsCrossed, "options/clamp", "min at most max", message);
    }
    let Some(baseline) = baseline else { return problems };
    let mut refuse = |code, field: &str, accepted: &str, message: &str| {
        refuse(code, &format!("baseline{field}"), accepted, message.into());
    };
    let given = baseline.mean.is_some() || baseline.sigma.is_some();
    if !given && baseline.points.is_none() && baseline.end.is_none() {
        refuse(Code::WrongCombination, "", "points, end, or mean with sigma", "this says no baseline");
    }
    if given && (baseline.points.is_some() || baseline.end.is_some() || baseline.each_partition) {
        refuse(Code::WrongCombination, "", "points, end, or mean with sigma", "a stated mean needs no points");
    }
    if baseline.mean.is_some() != baseline.sigma.is_some() {
        refuse(Code::WrongCombination, "", "mean with sigma", "a mean and a sigma are stated together");
    }
    if baseline.sigma.is_some_and(|sigma| !(0.0..LARGEST_VALUE).contains(&sigma)) {
        refuse(Code::OutOfRange, "/sigma", "a number of 0 or more and below 1e100", "a sigma cannot be this");
    }
    if baseline.mean.is_some_and(|mean| mean.is_nan() || mean.abs() >= LARGEST_VALUE) {
        refuse(Code::OutOfRange, "/mean", "a number between -1e100 and 1e100", "a mean cannot be this");
    }
    if given && !matches!(chart, Chart::Xmr) {
        refuse(Code::WrongCombination, "/mean", "points or end", "only an XmR chart takes a stated mean");
    }
    if baseline.each_partition && baseline.points.is_none() {
        refuse(Code::WrongCombination, "/each_partition", "points", "this needs a number of points");
    }
    if baseline.end.is_some() && !dated {
        refuse(Code::WrongCombination, "/end", "points, or dates of the series", "the series has no dates");
    }
    if preset == Preset::Nhsr022 && baseline.each_partition && baseline.points.is_some_and(|points| points.0 < 12) {
        refuse(Code::OutOfRange, "/points", "12 or more", "this preset fixes its limits after 12 points or more");
    }
    problems
}

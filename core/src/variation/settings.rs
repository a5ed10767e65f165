//! Every setting of an answer: a preset, with what was set apart from it.

pub use crate::document::control_chart::{
    Clamp, Conflict, Equality, Factor, Family, Frequency, Missing, Points, Preset, RunLength, Screening, ShortSeries,
    SpcOptions, Ties, TwoOfThree,
};
use crate::recall::result;

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

//! The words of rules and settings.

use super::super::list;
use super::{figure, middle};
use crate::sentence::representation::plain;
use crate::variation::{
    Equality, Family, Frequency, Missing, Point, Preset, Rule, Screening, Settings, ShortSeries, SoFar, Spc, Ties,
    TwoOfThree,
};

/// A rule by name.
pub(crate) fn name(rule: Rule) -> &'static str {
    match rule {
        Rule::AboveUpperLimit => "a point above the upper limit",
        Rule::BelowLowerLimit => "a point below the lower limit",
        Rule::ShiftAbove => "a shift above the mean",
        Rule::ShiftBelow => "a shift below the mean",
        Rule::TrendUp => "a rising trend",
        Rule::TrendDown => "a falling trend",
        Rule::TwoSigmaAbove => "two of three points above two sigma",
        Rule::TwoSigmaBelow => "two of three points below two sigma",
    }
}

/// The published rules by name.
pub(super) fn preset(preset: Preset) -> &'static str {
    match preset {
        Preset::Mdc26a => "NHS England’s Making Data Count (mdc-2.6a)",
        Preset::Nhsr022 => "the R package NHSRplotthedots (nhsr-0.2.2)",
    }
}

/// Why the rule fired for that point, as a clause.
pub(super) fn reason(answer: &Spc, point: &Point, rule: Rule) -> String {
    let middle = middle(answer.chart, answer.run_chart);
    let line = |line: Option<f64>| line.map(|line| format!(" of {}", figure(line))).unwrap_or_default();
    // As far as it has come, or as many as the rule asks for.
    let points = |so_far: &Option<SoFar>, of: u32| so_far.as_ref().map_or(of, |so_far| so_far.points.max(of));
    let (run, trend) =
        (points(&answer.run_so_far, answer.options.shift), points(&answer.trend_so_far, answer.options.trend));
    let value = figure(point.value.unwrap_or_default());
    match rule {
        Rule::AboveUpperLimit => format!("{value} is above the upper limit{}", line(point.upper_limit)),
        Rule::BelowLowerLimit => format!("{value} is below the lower limit{}", line(point.lower_limit)),
        Rule::ShiftAbove => format!("{run} points in a row are above the {middle}{}", line(point.mean)),
        Rule::ShiftBelow => format!("{run} points in a row are below the {middle}{}", line(point.mean)),
        Rule::TrendUp => format!("{trend} points in a row rise"),
        Rule::TrendDown => format!("{trend} points in a row fall"),
        Rule::TwoSigmaAbove => {
            format!("two of three points in a row are above the two-sigma line{}", line(point.upper_two_sigma))
        }
        Rule::TwoSigmaBelow => {
            format!("two of three points in a row are below the two-sigma line{}", line(point.lower_two_sigma))
        }
    }
}

/// The rules that judged, and what was set apart from them.
pub(super) fn settings(answer: &Spc) -> String {
    let preset = preset(answer.preset);
    let apart = apart(&answer.options, &Settings::of(answer.preset));
    let apart = if apart.is_empty() { String::new() } else { format!(", but {}", list(&apart)) };
    format!("Chart and rules: {}, {preset}{apart}.", super::chart_name(answer.chart))
}

/// What differs from the preset.
fn apart(set: &Settings, preset: &Settings) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |differs: bool, words: String| {
        if differs {
            said.push(words);
        }
    };
    let two_of_three = match set.two_of_three {
        TwoOfThree::Off => "two of three points beyond two sigma are no signal",
        TwoOfThree::Between => "of three points, those beyond a limit do not count as beyond two sigma",
        TwoOfThree::Beyond => "of three points, those beyond a limit count as beyond two sigma",
    };
    let screening = match set.screening {
        Screening::Off => "large moving ranges count in the limits",
        Screening::MrOnly => "large moving ranges are left out of the limits",
        Screening::MrAndMean => "large moving ranges are left out of the limits, and their points of the mean",
    };
    let families: Vec<String> = set.precedence.iter().map(|family| family_name(*family).to_owned()).collect();
    let range = set.clamp.as_ref().map(|clamp| match (clamp.min, clamp.max) {
        (Some(min), Some(max)) => format!("lines are shown from {} to {}", plain(min), plain(max)),
        (Some(min), None) => format!("lines are shown from {} up", plain(min)),
        (None, Some(max)) => format!("lines are shown up to {}", plain(max)),
        (None, None) => "lines are shown as they are".into(),
    });
    let every = set.expected_frequency.map(|frequency| match frequency {
        Frequency::Day => "day",
        Frequency::Week => "week",
        Frequency::Month => "month",
        Frequency::Quarter => "quarter",
        Frequency::Year => "year",
    });
    say(set.shift != preset.shift, format!("a shift has {} points", set.shift));
    say(set.trend != preset.trend, format!("a trend has {} points", set.trend));
    say(set.two_of_three != preset.two_of_three, two_of_three.into());
    let single = if set.single_point { "a signal" } else { "no signal" };
    say(set.single_point != preset.single_point, format!("a single point beyond a limit is {single}"));
    say(set.screening != preset.screening, screening.into());
    say(set.minimum_points != preset.minimum_points, format!("a control chart needs {} points", set.minimum_points));
    let short = if set.short_series == ShortSeries::Flag { "keeps its limits" } else { "is shown as a run chart" };
    say(set.short_series != preset.short_series, format!("a short series {short}"));
    let ties = if set.ties == Ties::Break { "end shifts and trends" } else { "are passed over" };
    say(set.ties != preset.ties, format!("ties {ties}"));
    let missing = if set.missing == Missing::Break { "end shifts and trends" } else { "are passed over" };
    say(set.missing != preset.missing, format!("missing values {missing}"));
    let equal = if set.equality == Equality::Decides { "is met or missed" } else { "is met or missed by chance" };
    say(set.equality != preset.equality, format!("a target on a limit {equal}"));
    let crosses = if set.trend_crosses_partitions { "goes on across" } else { "ends at" };
    say(set.trend_crosses_partitions != preset.trend_crosses_partitions, format!("a trend {crosses} a recalculation"));
    say(
        set.factor != preset.factor,
        format!("limits are {} mean moving ranges from the mean", super::super::choosing::figure(set.factor)),
    );
    say(set.precedence != preset.precedence, format!("the rules win in the order {}", families.join(", ")));
    say(range.is_some(), range.unwrap_or_default());
    say(every.is_some(), format!("a point is expected every {}", every.unwrap_or_default()));
    say(set.compat_faults != preset.compat_faults, "known faults of the package are imitated".into());
    said
}

fn family_name(family: Family) -> &'static str {
    match family {
        Family::SinglePoint => "single point",
        Family::Shift => "shift",
        Family::Trend => "trend",
        Family::TwoSigma => "two sigma",
    }
}

//! The words of statistical process control: what a series says, and what else there is to know of it.

mod aggregate;
mod beside;
mod chart;
mod findings;
mod many;
mod rules;

pub(crate) use aggregate::aggregated;
pub(crate) use beside::{advice, appended, compared, past};
pub(super) use findings::clause;
pub(crate) use many::many;

pub(crate) use chart::{
    LEFT_OUT, NO_VALUE, SAID, across, axis, fired, key, last_shown, line, line_names, new_lines, title, wrapped,
};

use super::ranking::ordinal;
use super::representation::plain;
use super::{count, finding, list, sentence};
use crate::document::period::{Period, PeriodType};
use crate::variation::{
    Assurance, AssuranceIcon, Chart, NoteKind, Point, PointNote, Rule, Runs, Side, SoFar, Spc, Trigger, VariationIcon,
};

/// A period in words: "31 March 2023", "March 2023", "quarter 4 of 2022/23".
pub(crate) fn period(text: &str) -> String {
    let Some(period) = Period::parse(text) else { return text.to_owned() };
    let last = || period.last_day().map(crate::Day::in_words).unwrap_or_default();
    match period.shape() {
        PeriodType::Day | PeriodType::Week => last(),
        PeriodType::Month => last().split_once(' ').map(|(_, month)| month.to_owned()).unwrap_or_default(),
        PeriodType::Quarter => match text.split_once(' ') {
            Some((quarter, year)) => format!("quarter {} of {year}", quarter.trim_start_matches('Q')),
            None => text.to_owned(),
        },
        PeriodType::FinancialYear => text.to_owned(),
    }
}

/// A point by its date, or by its place.
pub(crate) fn named(date: Option<&str>, index: usize) -> String {
    date.map_or_else(|| format!("the {} point", ordinal(index.saturating_add(1))), period)
}

/// The same where something happened there.
fn placed(date: Option<&str>, index: usize) -> String {
    let preposition = match date.and_then(Period::parse).map(|period| period.shape()) {
        None => "at",
        Some(PeriodType::Day | PeriodType::Week) => "on",
        Some(_) => "in",
    };
    format!("{preposition} {}", named(date, index))
}

/// A figure with as many decimals as can matter to a reader: 3,412; 92.4; 1.63; 0.0127.
pub(crate) fn figure(number: f64) -> String {
    let size = number.abs();
    let mut factor = if size >= 1000.0 {
        1.0
    } else if size >= 10.0 {
        10.0
    } else {
        100.0
    };
    // Three digits that count, of what is below 1.
    while size > 0.0 && size * factor < 100.0 && factor < 1e12 && size < 1.0 {
        factor *= 10.0;
    }
    let rounded = (number * factor).round() / factor;
    // What is as large as this has no decimals to round.
    let rounded = if rounded.is_finite() { rounded } else { number };
    if rounded == 0.0 { "0".into() } else { plain(rounded) }
}

/// A chance in whole percent, never 0 or 100.
fn chance(chance: f64) -> String {
    match (chance * 100.0).round() {
        percent if percent < 1.0 => "less than 1%".into(),
        percent if percent > 99.0 => "more than 99%".into(),
        percent => format!("{percent}%"),
    }
}

/// What the line in the middle is called.
pub(crate) fn middle(chart: Chart, run_chart: bool) -> &'static str {
    match chart {
        Chart::Run | Chart::G => "median",
        Chart::T if !run_chart => "centre line",
        _ => "mean",
    }
}

pub(crate) fn chart_name(chart: Chart) -> &'static str {
    match chart {
        Chart::Xmr => "XmR chart",
        Chart::Run => "run chart",
        Chart::T => "T chart",
        Chart::G => "G chart",
        Chart::P => "p chart",
        Chart::U => "u chart",
        Chart::C => "c chart",
        Chart::PPrime => "p′ chart",
        Chart::UPrime => "u′ chart",
    }
}

pub(crate) const RUN_CHART: &str = "Run chart";
pub(crate) const RUN_CHART_MEANING: &str =
    "A run chart: no limits, so nothing is said of special causes or the target.";

/// An icon of variation as a headline.
pub(crate) fn icon(icon: VariationIcon) -> &'static str {
    match icon {
        VariationIcon::ImprovementHigh => "Improvement, high",
        VariationIcon::ImprovementLow => "Improvement, low",
        VariationIcon::ConcernHigh => "Concern, high",
        VariationIcon::ConcernLow => "Concern, low",
        VariationIcon::High => "High, where neither direction is better",
        VariationIcon::Low => "Low, where neither direction is better",
        VariationIcon::CommonCause => "Common cause",
    }
}

/// What an icon of variation means.
pub(crate) fn meaning(icon: VariationIcon) -> &'static str {
    match icon {
        VariationIcon::ImprovementHigh => "Special cause on the better side: the figures are higher than usual.",
        VariationIcon::ImprovementLow => "Special cause on the better side: the figures are lower than usual.",
        VariationIcon::ConcernHigh => "Special cause on the worse side: the figures are higher than usual.",
        VariationIcon::ConcernLow => "Special cause on the worse side: the figures are lower than usual.",
        VariationIcon::High => "Special cause: the figures are higher than usual, which is neither better nor worse.",
        VariationIcon::Low => "Special cause: the figures are lower than usual, which is neither better nor worse.",
        VariationIcon::CommonCause => "No special cause: the figures vary as they usually do.",
    }
}

/// What an icon of assurance means.
pub(crate) fn assurance_meaning(icon: AssuranceIcon) -> &'static str {
    match icon {
        AssuranceIcon::Pass => "The target is met by the process as it is, but for special causes.",
        AssuranceIcon::Fail => "The target is missed by the process as it is, but for special causes.",
        AssuranceIcon::HitOrMiss => "The target lies between the limits: it is met or missed by chance.",
    }
}

pub(crate) fn assurance_icon(icon: AssuranceIcon) -> &'static str {
    match icon {
        AssuranceIcon::Pass => "Target met",
        AssuranceIcon::Fail => "Target missed",
        AssuranceIcon::HitOrMiss => "Target met or missed by chance",
    }
}

/// The last point that counts.
pub(crate) fn last(answer: &Spc) -> Option<&Point> {
    answer.points.iter().rev().find(|point| point.value.is_some() && !point.ghosted)
}

/// A series in sentences: what it says, since when and why; then the target, what comes next, and the rules.
pub(crate) fn judged(answer: &Spc) -> Vec<String> {
    let mut said = vec![headline(answer)];
    said.extend(lines(answer));
    said.extend(answer.assurances.iter().map(assurance));
    said.extend(so_far(answer));
    said.extend(answer.triggers.as_deref().and_then(triggers));
    said.extend(answer.clears.as_deref().and_then(clears));
    said.extend(answer.runs.as_ref().map(runs));
    said.push(rules::settings(answer));
    said.extend(answer.notes.iter().map(note));
    said.extend(answer.findings.iter().map(finding));
    said
}

/// What the last point says, since when and why.
pub(crate) fn headline(answer: &Spc) -> String {
    let Some(last) = last(answer) else { return "No values: there is nothing to judge.".into() };
    let value = figure(last.value.unwrap_or_default());
    let there = last.date.as_deref().map(|date| format!(", {},", placed(Some(date), 0))).unwrap_or_default();
    let Some(variation) = answer.variation.icon else {
        return format!("{RUN_CHART}: the last point{there} is {value}.");
    };
    let Some(since) = answer.variation.since_index else {
        return format!("{}: the last point{there} is {value}, within what is usual.", icon(variation));
    };
    let high = matches!(variation, VariationIcon::ImprovementHigh | VariationIcon::ConcernHigh | VariationIcon::High);
    let mut won: Vec<Rule> = answer.variation.rules.iter().copied().filter(|rule| rule.is_high() == high).collect();
    if won.is_empty() {
        won.clone_from(&answer.variation.rules);
    }
    let reasons: Vec<String> = won.iter().map(|rule| rules::reason(answer, last, *rule)).collect();
    let since = named(answer.variation.since.as_deref(), since);
    format!("{}: since {since}, because {}.", icon(variation), list(&reasons))
}

/// The middle and the limits at the last point.
fn lines(answer: &Spc) -> Option<String> {
    let last = last(answer)?;
    let mut middle = format!("The {} is {}", middle(answer.chart, answer.run_chart), figure(last.mean?));
    match (last.lower_limit, last.upper_limit) {
        (Some(lower), Some(upper)) if lower == upper => {}
        (Some(lower), Some(upper)) => {
            middle.push_str(&format!("; by common cause points lie between {} and {}", figure(lower), figure(upper)))
        }
        (None, Some(upper)) => middle.push_str(&format!("; by common cause points lie below {}", figure(upper))),
        (Some(lower), None) => middle.push_str(&format!("; by common cause points lie above {}", figure(lower))),
        (None, None) => {}
    }
    Some(sentence(&middle))
}

/// What the limits say about a target, how far the mean is from passing it, and the chance of the next point.
pub(crate) fn assurance(assurance: &Assurance) -> String {
    let name = assurance.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
    let target = assurance.target.map(plain).unwrap_or_default();
    let mut said = format!("The target{name} of {target} ");
    said.push_str(match assurance.icon {
        Some(AssuranceIcon::Pass) => "is met by the process as it is, but for special causes",
        Some(AssuranceIcon::Fail) => "is missed by the process as it is, but for special causes",
        Some(AssuranceIcon::HitOrMiss) => "is met or missed by chance",
        None => "cannot be judged: there are no limits",
    });
    let Some(distance) = &assurance.distance else { return sentence(&said) };
    if distance.units != 0.0 && assurance.icon != Some(AssuranceIcon::Pass) {
        let way = if distance.units > 0.0 { "rise" } else { "fall" };
        let sigma = distance.sigma.map(|sigma| format!(" ({} sigma)", figure(sigma.abs()))).unwrap_or_default();
        said.push_str(&format!(
            "; for it to be met every time but for special causes, the mean would have to {way} by {}{sigma}, to {}",
            figure(distance.units.abs()),
            figure(distance.mean_needed)
        ));
    }
    format!("{said}. By common cause the next point meets it with a chance of {}.", chance(distance.chance))
}

/// How far a run and a trend have come that are half way to a signal or more.
fn so_far(answer: &Spc) -> Option<String> {
    let middle = middle(answer.chart, answer.run_chart);
    let told = |so_far: &Option<SoFar>, what: &dyn Fn(Side) -> String| {
        let so_far = so_far.as_ref().filter(|so_far| so_far.points * 2 >= so_far.of && so_far.points < so_far.of)?;
        Some(format!("{} of {} points {}", so_far.points, so_far.of, what(so_far.side?)))
    };
    let beside = |side: Side| match side {
        Side::Above => format!("above the {middle}"),
        Side::Below => format!("below the {middle}"),
    };
    let way = |side: Side| if side == Side::Above { "rising".to_owned() } else { "falling".to_owned() };
    let parts: Vec<String> =
        [told(&answer.run_so_far, &beside), told(&answer.trend_so_far, &way)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("On the way to a signal: {}.", parts.join("; ")))
}

/// Who chose what about a point, why and when.
fn note(note: &PointNote) -> String {
    let at = named(note.date.as_deref(), note.index);
    let mut said = match note.kind {
        NoteKind::Ghost => format!("{at} is left out"),
        _ => format!("The lines start anew with {at}"),
    };
    let told = [
        note.by.as_ref().map(|by| format!("decided by {by}")),
        note.on.map(|day| format!("on {}", day.in_words())),
        note.why.as_ref().map(|why| format!("because: {}", why.trim_end_matches('.'))),
    ];
    told.into_iter().flatten().for_each(|part| said.push_str(&format!(", {part}")));
    sentence(&said)
}

/// Where the next value would fire each rule.
fn triggers(triggers: &[Trigger]) -> Option<String> {
    (!triggers.is_empty()).then(|| format!("The next value would give {}.", ranges(triggers)))
}

/// Where the next value would end what the last one fired.
fn clears(clears: &[Trigger]) -> Option<String> {
    (!clears.is_empty()).then(|| format!("It would end {}.", ranges(clears)))
}

/// Rules, each with the values that it is told of.
fn ranges(rows: &[Trigger]) -> String {
    let range = |row: &Trigger| match (row.above, row.below) {
        (Some(above), Some(below)) => format!("between {} and {}", figure(above), figure(below)),
        (Some(above), None) => format!("more than {}", figure(above)),
        (None, Some(below)) => format!("less than {}", figure(below)),
        (None, None) => "whatever it is".into(),
    };
    let of_rule = |rows: &[Trigger]| {
        let ranges: Vec<String> = rows.iter().map(range).collect();
        let ranges = ranges.join(" or ");
        let is = if ranges == "whatever it is" { "" } else { "if " };
        rows.first().map(|row| format!("{} {is}{ranges}", rules::name(row.rule))).unwrap_or_default()
    };
    rows.chunk_by(|a, b| a.rule == b.rule).map(of_rule).collect::<Vec<_>>().join("; ")
}

/// Runs about the median.
fn runs(runs: &Runs) -> String {
    if runs.n == 0 {
        return "All points are on the median, so there are no runs.".into();
    }
    let first = if runs.signal { "The runs are not those of chance" } else { "The runs are those of chance" };
    format!(
        "{first}: of {} off the median the longest run has {} (chance gives up to {}), and the median is crossed {} \
         (chance gives at least {}).",
        count(runs.n as i64, "point"),
        runs.longest,
        runs.longest_expected,
        count(runs.crossings as i64, "time"),
        runs.fewest_expected
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_in_words() {
        for (text, words) in [
            ("2023-03-31", "31 March 2023"),
            ("2023-03", "March 2023"),
            ("Q4 2022/23", "quarter 4 of 2022/23"),
            ("2022/23", "2022/23"),
        ] {
            assert_eq!(period(text), words);
        }
        assert_eq!(named(None, 4), "the 5th point");
        assert_eq!(placed(Some("2023-03"), 0), "in March 2023");
    }

    #[test]
    fn figures_have_the_decimals_that_matter() {
        for (number, words) in [
            (3411.6, "3,412"),
            (92.44, "92.4"),
            (1.634, "1.63"),
            (0.012_71, "0.0127"),
            (-0.5, "-0.5"),
            (0.0, "0"),
            (-1e-15, "0"),
            (100.0, "100"),
        ] {
            assert_eq!(figure(number), words, "{number}");
        }
    }

    #[test]
    fn no_chance_is_none_or_all() {
        assert_eq!([0.0, 0.004, 0.31, 1.0].map(chance), ["less than 1%", "less than 1%", "31%", "more than 99%"]);
    }
}

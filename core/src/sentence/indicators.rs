//! The words of indicators: the series of a report, their icons added up, and what they say of a benefit.

use std::collections::HashMap;

use super::charts::lowered;
use super::representation::plain;
use super::variation::{assurance_icon, figure, icon, judged, period};
use super::{Said, count, list, percent, sentence};
use crate::document::indicator::IndicatorKind;
use crate::finding::FindingCode as Code;
use crate::indicators::{AssessedIndicator, IndicatorAnnotation, IndicatorSummary, WhyNoFigure};
use crate::variation::{AssuranceIcon, VariationIcon};

/// Why the benefit of an item is in doubt, as a clause.
pub(super) fn benefit(said: &Said<'_>) -> String {
    let target = match said.text("unit") {
        Some("proportion") => percent(said.number("target")),
        _ => plain(said.number("target")),
    };
    let places = said.names("organisations");
    let more = (said.number("places") as usize).saturating_sub(places.len());
    let places = match more {
        _ if places.is_empty() => String::new(),
        0 => format!(" at {}", list(&places)),
        more => format!(" at {} and {more} more", places.join(", ")),
    };
    let missed = said.text("icon") == Some("fail");
    let does = if missed { "misses its target" } else { "meets its target only by chance" };
    let first = match said.0.code {
        Code::BenefitNotSeen => "it is finished and its benefit is not seen",
        _ if missed => "its benefit is not seen",
        _ => "its benefit is not certain",
    };
    let (name, from) = (said.text("name").unwrap_or_default(), said.day("benefit_from"));
    let latest = said.text("latest_period").map(|latest| format!(", with figures up to {}", period(latest)));
    let latest = latest.unwrap_or_default();
    format!(
        "{first}: “{name}” {does}, {target}{places}, by the process as it is{latest}; the benefit was expected from {from}"
    )
}

/// A figure as people say it: a proportion in percent.
pub(crate) fn told(kind: IndicatorKind, value: f64) -> String {
    if kind == IndicatorKind::Proportion { format!("{}%", figure(value * 100.0)) } else { figure(value) }
}

/// An indicator and where it was measured.
pub(crate) fn named(row: &AssessedIndicator) -> String {
    match (&row.organisation, &row.organisation_name) {
        (None, _) => format!("{}, the whole", row.name),
        (Some(id), None) => format!("{}, {id}", row.name),
        (Some(id), Some(name)) if name == id => format!("{}, {id}", row.name),
        (Some(id), Some(name)) => format!("{}, {name} ({id})", row.name),
    }
}

/// What is measured, in what.
pub(crate) fn measured(row: &AssessedIndicator) -> String {
    let unit = row.unit.as_deref();
    match (row.kind, row.per) {
        (IndicatorKind::Proportion, _) => unit.map_or("Percent".into(), |unit| format!("Percent of {unit}")),
        (IndicatorKind::Rate, Some(per)) => {
            format!("{} per {}", unit.map_or("Events".into(), sentence_case), plain(per))
        }
        (IndicatorKind::DaysBetween, _) => "Days between events".into(),
        (IndicatorKind::CasesBetween, _) => "Cases between events".into(),
        (IndicatorKind::Rate, None) => unit.map_or("Rate".into(), sentence_case),
        (IndicatorKind::Count | IndicatorKind::Value, _) => unit.map_or("Value".into(), sentence_case),
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// One series in a line, as a report has it: both icons in words, and the last figure.
pub fn series(row: &AssessedIndicator) -> String {
    let mut said = format!("{}: ", named(row));
    let Some((value, latest)) = row.latest_value.zip(row.latest_period.as_deref()) else {
        return format!("{said}no figures.");
    };
    said.push_str(&match row.variation.icon {
        None => "too few figures for icons".into(),
        Some(one) => match &row.variation.since {
            Some(since) => format!("{} since {}", lowered(icon(one)), period(since)),
            None => lowered(icon(one)),
        },
    });
    if let Some((one, target)) = row.assurance.icon.zip(row.assurance.target) {
        let name = row.assurance.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
        said.push_str(&format!("; {}, {}{name}", lowered(assurance_icon(one)), told(row.kind, target)));
    }
    format!("{said}. Last figure {}, {}.", told(row.kind, value), period(latest))
}

/// A series in sentences: what it is, what it says and why, and what its figures lack.
pub(crate) fn assessed(row: &AssessedIndicator) -> Vec<String> {
    let periods = match (row.first_period.as_deref(), row.last_period.as_deref()) {
        (Some(first), Some(last)) if first != last => format!("{} to {}", period(first), period(last)),
        (Some(only), _) => period(only),
        _ => "no period".into(),
    };
    let figures = count(row.n as i64, "figure");
    let mut said = vec![format!("{}: {}, {figures}, {periods}.", named(row), lowered(&measured(row)))];
    said.extend(judged(&row.in_percent()));
    said.extend(without(row));
    said.extend(row.annotations.iter().map(annotation));
    said
}

/// What is to be said of single periods, by period.
pub(crate) fn notes(row: &AssessedIndicator) -> HashMap<String, String> {
    let gaps = row.without_figure.iter().map(|gap| {
        let why = match (gap.status, gap.upper_bound) {
            (WhyNoFigure::Suppressed, Some(most)) => format!("Suppressed: at most {}", plain(most)),
            (WhyNoFigure::Suppressed, None) => "Suppressed".into(),
            (WhyNoFigure::Missing, _) => "Not reported".into(),
            (WhyNoFigure::NotApplicable, _) => "Not applicable".into(),
        };
        (gap.period.clone(), why)
    });
    let provisional = row.provisional_periods.iter().map(|period| (period.clone(), "Provisional".to_owned()));
    gaps.chain(provisional).collect()
}

/// What the figures lack.
fn without(row: &AssessedIndicator) -> Vec<String> {
    let mut said = Vec::new();
    for (status, one, many) in [
        (
            WhyNoFigure::Suppressed,
            "is too small to publish, which is not 0",
            "are too small to publish, which is not 0",
        ),
        (WhyNoFigure::Missing, "was not reported", "were not reported"),
        (WhyNoFigure::NotApplicable, "has no meaning here", "have no meaning here"),
    ] {
        let periods: Vec<String> =
            row.without_figure.iter().filter(|gap| gap.status == status).map(|gap| period(&gap.period)).collect();
        if !periods.is_empty() {
            let (figure, what) = if periods.len() == 1 { ("figure of", one) } else { ("figures of", many) };
            said.push(format!("The {figure} {} {what}.", shortened(&periods)));
        }
    }
    if row.provisional > 0 {
        let periods: Vec<String> = row.provisional_periods.iter().map(|text| period(text)).collect();
        let (figure, is) = if row.provisional == 1 { ("figure of", "is") } else { ("figures of", "are") };
        said.push(format!("The {figure} {} {is} still to be confirmed.", shortened(&periods)));
    }
    said
}

/// The first names of a long list, and how many more there are.
fn shortened(names: &[String]) -> String {
    const MOST: usize = 6;
    match names.len().checked_sub(MOST) {
        None | Some(0) => list(names),
        Some(more) => format!("{} and {more} more", names.get(..MOST).unwrap_or_default().join(", ")),
    }
}

/// What happened on a day.
pub(crate) fn annotation(annotation: &IndicatorAnnotation) -> String {
    let about: Vec<String> = [&annotation.organisation, &annotation.priority].into_iter().flatten().cloned().collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    sentence(&format!("{}: {}{about}", annotation.on.in_words(), annotation.text))
}

/// Icons added up, as a report has them.
pub fn summary(row: &IndicatorSummary) -> String {
    let variation = [
        (row.concern_high, VariationIcon::ConcernHigh),
        (row.concern_low, VariationIcon::ConcernLow),
        (row.improvement_high, VariationIcon::ImprovementHigh),
        (row.improvement_low, VariationIcon::ImprovementLow),
        (row.high, VariationIcon::High),
        (row.low, VariationIcon::Low),
        (row.common_cause, VariationIcon::CommonCause),
    ]
    .map(|(number, one)| (number, lowered(icon(one))));
    let assurance =
        [(row.fail, AssuranceIcon::Fail), (row.hit_or_miss, AssuranceIcon::HitOrMiss), (row.pass, AssuranceIcon::Pass)]
            .map(|(number, one)| (number, lowered(assurance_icon(one))));
    let added = |counted: &[(usize, String)], without: usize| {
        let all = counted.iter().map(|(number, word)| (*number, word.as_str())).chain([(without, "without an icon")]);
        let parts: Vec<String> =
            all.filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")).collect();
        parts.join("; ")
    };
    format!(
        "{}: {} of {}. Variation: {}. Assurance: {}.",
        row.name,
        if row.series == 1 { "1 series".into() } else { format!("{} series", row.series) },
        count(row.indicators as i64, "indicator"),
        added(&variation, row.no_variation),
        added(&assurance, row.no_assurance)
    )
}

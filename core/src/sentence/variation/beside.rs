//! The words of what stands beside a series judged: differences, history, what was added, and where new lines might start.

use super::rules::{name, preset};
use super::{assurance, assurance_icon, figure, icon, named};
use crate::sentence::charts::lowered;
use crate::sentence::{count, list, sentence};
use crate::variation::{
    AssuranceIcon, ComparedLines, ComparedSide, IconCause, IconKind, LastedSince, PointSaid, PointStatus,
    RecalculationAdvice, RevisedIcon, Revision, Rule, Side, SpcAppended, SpcComparison, SpcHistory, Stretch,
    Suggestion, VariationIcon,
};

/// Rows of a list that are told one by one.
const SHOWN: usize = 5;

fn variation(of: Option<VariationIcon>) -> String {
    of.map_or_else(|| "no icon".into(), |one| lowered(icon(one)))
}

fn target(of: Option<AssuranceIcon>) -> String {
    of.map_or_else(|| "no icon".into(), |one| lowered(assurance_icon(one)))
}

/// What differs between two sets of options.
pub(crate) fn compared(answer: &SpcComparison) -> Vec<String> {
    let side = |letter: &str, side: &ComparedSide| {
        let assurance = side.assurance.map(|one| format!("; {}", lowered(assurance_icon(one)))).unwrap_or_default();
        format!("By {letter} ({}): {}{assurance}.", preset(side.preset), variation(side.variation))
    };
    let mut said = vec![side("A", &answer.a), side("B", &answer.b)];
    if answer.same {
        said.push("Both say the same of every point and of the series.".into());
    }
    let word = |kind: IconKind, word: &Option<String>| match (kind, word.as_deref()) {
        (IconKind::Variation, Some(word)) => variation(VariationIcon::from_word(word)),
        (IconKind::Assurance, Some(word)) => target(AssuranceIcon::from_word(word)),
        (_, None) => "no icon".into(),
    };
    for one in &answer.icons {
        let name = one.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
        let what = if one.icon == IconKind::Variation { "variation" } else { "assurance" };
        said.push(format!(
            "The icon of {what}{name} differs: {} by A, {} by B.",
            word(one.icon, &one.a),
            word(one.icon, &one.b)
        ));
    }
    if !answer.points.is_empty() {
        said.push(format!("{} of {} say something else.", count(answer.points.len() as i64, "point"), answer.n));
        let point = |one: &crate::variation::PointDifference| {
            let at = named(one.date.as_deref(), one.index);
            sentence(&format!("{at}: {} by A, {} by B", told(&one.a), told(&one.b)))
        };
        said.extend(answer.points.iter().take(SHOWN).map(point));
        said.extend(more(answer.points.len(), "point"));
    }
    for one in answer.lines.iter().take(SHOWN) {
        let (first, last) = (named(one.first_date.as_deref(), one.first), named(one.last_date.as_deref(), one.last));
        let from = if one.first == one.last { format!("At {first}") } else { format!("From {first} to {last}") };
        said.push(format!("{from} the lines differ: {} by A, {} by B.", lines(&one.a), lines(&one.b)));
    }
    said.extend(more(answer.lines.len(), "stretch"));
    if !answer.settings.is_empty() {
        let value = |value: &Option<serde_json::Value>| match value {
            None | Some(serde_json::Value::Null) => "none".to_owned(),
            Some(serde_json::Value::String(text)) => text.replace('_', " "),
            Some(other) => {
                let text = crate::document::text::print(other).replace(',', ", ").replace(['_', ':'], " ");
                text.replace(['"', '[', ']', '{', '}'], "")
            }
        };
        let setting = |one: &crate::variation::SettingDifference| {
            format!("{} {} and {}", one.setting.replace('_', " "), value(&one.a), value(&one.b))
        };
        let settings: Vec<String> = answer.settings.iter().map(setting).collect();
        said.push(format!("Settings that differ, A then B: {}.", settings.join("; ")));
    }
    said
}

fn more(all: usize, one: &str) -> Option<String> {
    let more = all.checked_sub(SHOWN).filter(|more| *more > 0)?;
    Some(format!("And {more} more {}.", if one == "stretch" { "stretches".into() } else { format!("{one}s") }))
}

fn told(said: &PointSaid) -> String {
    let status = match said.status {
        None => "nothing",
        Some(PointStatus::Improvement) => "improvement",
        Some(PointStatus::Concern) => "concern",
        Some(PointStatus::High) => "high",
        Some(PointStatus::Low) => "low",
        Some(PointStatus::CommonCause) => "common cause",
    };
    if said.rules.is_empty() { status.into() } else { format!("{status} ({})", rules(&said.rules)) }
}

fn rules(rules: &[Rule]) -> String {
    list(&rules.iter().map(|rule| name(*rule).to_owned()).collect::<Vec<_>>())
}

fn lines(lines: &ComparedLines) -> String {
    let Some(mean) = lines.mean else { return "none".into() };
    match (lines.lower_limit, lines.upper_limit) {
        (Some(lower), Some(upper)) => format!("{} ({} to {})", figure(mean), figure(lower), figure(upper)),
        (None, Some(upper)) => format!("{} (up to {})", figure(mean), figure(upper)),
        (Some(lower), None) => format!("{} (from {})", figure(mean), figure(lower)),
        (None, None) => format!("{} without limits", figure(mean)),
    }
}

/// How the icon stood.
pub(crate) fn past(answer: &SpcHistory) -> Vec<String> {
    if answer.lasted.icon.is_none() {
        let mut said = vec!["There is no icon today, so nothing has lasted.".to_owned()];
        said.extend(answer.revision.as_ref().map(revised).unwrap_or_default());
        return said;
    }
    let since = |lasted: &LastedSince| match lasted.since_index {
        Some(index) => {
            format!("{}, since {}", count(lasted.points as i64, "point"), named(lasted.since.as_deref(), index))
        }
        None => count(0, "point"),
    };
    let lasted = &answer.lasted;
    let mut said = vec![format!(
        "Today: {}. As it was known at the time it has lasted {}; with hindsight {}.",
        variation(lasted.icon),
        since(&lasted.then),
        since(&lasted.now)
    )];
    let changes: Vec<_> = answer.periods.iter().filter(|row| row.changed).collect();
    said.push(match changes.len() {
        0 => "The icon has never changed.".into(),
        1 => "The icon changed once.".into(),
        times => format!("The icon changed {times} times; the last of these follow."),
    });
    for row in changes.iter().skip(changes.len().saturating_sub(SHOWN)) {
        let why = if row.rules.is_empty() { String::new() } else { format!(", because of {}", rules(&row.rules)) };
        said.push(sentence(&format!("{}: {}{why}", named(row.date.as_deref(), row.index), variation(row.then))));
    }
    let apart = answer.periods.iter().filter(|row| row.then.is_some() && row.now.is_some() && row.now != row.then);
    let apart = apart.count();
    if apart > 0 {
        let (points, have) = (count(apart as i64, "point"), if apart == 1 { "has" } else { "have" });
        said.push(format!("With hindsight {points} {have} another icon than at the time."));
    }
    said.extend(answer.revision.as_ref().map(revised).unwrap_or_default());
    said
}

/// What a new extract changed.
fn revised(revision: &Revision) -> Vec<String> {
    let periods =
        |number: usize, what: &str| (number > 0).then(|| format!("{} {what}", count(number as i64, "period")));
    let parts: Vec<String> = [
        periods(revision.added, "added at the end"),
        periods(revision.filled_in.len(), "filled in before"),
        periods(revision.removed.len(), "taken out"),
        (!revision.revised.is_empty()).then(|| format!("{} revised", count(revision.revised.len() as i64, "value"))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let what = if parts.is_empty() { "nothing new".into() } else { list(&parts) };
    let mut said = vec![format!("Against the earlier extract: {what}.")];
    for one in revision.revised.iter().take(SHOWN) {
        let value = |value: Option<f64>, of: Option<f64>| match (value, of) {
            (None, _) => "no value".to_owned(),
            (Some(value), None) => figure(value),
            (Some(value), Some(of)) => format!("{} (of {})", figure(value), figure(of)),
        };
        let at = named(one.date.as_deref(), one.index);
        let (after, before) = (value(one.after, one.after_denominator), value(one.before, one.before_denominator));
        said.push(sentence(&format!("{at}: {after} was {before}")));
    }
    said.extend(more(revision.revised.len(), "value"));
    let of = |cause: IconCause| revision.icons.iter().filter(|icon| icon.cause == Some(cause)).count();
    let causes = [
        (IconCause::Revision, "because values were revised"),
        (IconCause::Extension, "because periods were added"),
        (IconCause::Both, "for both reasons, one after the other"),
    ];
    let causes: Vec<String> =
        causes.iter().filter(|(cause, _)| of(*cause) > 0).map(|(cause, why)| format!("{} {why}", of(*cause))).collect();
    if !causes.is_empty() {
        let icons = count(revision.icons.len() as i64, "icon");
        said.push(format!("{icons} of earlier periods changed: {}.", list(&causes)));
    }
    said.extend(revision.last.as_ref().filter(|last| last.cause.is_some()).map(last_then));
    said
}

/// The last period of the earlier extract.
fn last_then(last: &RevisedIcon) -> String {
    format!(
        "The last period of the earlier extract, {}, was {}; with today’s values up to it, it is {}, and with all of them {}.",
        named(last.date.as_deref(), last.index),
        variation(last.before),
        variation(last.revised),
        variation(last.after)
    )
}

/// What was added to a series.
pub(crate) fn appended(answer: &SpcAppended) -> Vec<String> {
    let added = count(answer.points.len() as i64, "point");
    let now = answer.variation.icon;
    let mut said = vec![match (answer.run_chart, answer.change.changed) {
        (true, _) => format!("{added} added; there are still too few for icons."),
        (_, true) if answer.change.from.is_none() => format!("{added} added: the icon is {}.", variation(now)),
        (_, true) => {
            format!("{added} added: the icon was {} and is {}.", variation(answer.change.from), variation(now))
        }
        (_, false) => format!("{added} added: the icon is still {}.", variation(now)),
    }];
    if !answer.variation.rules.is_empty() {
        said.push(format!("The last point fired {}.", rules(&answer.variation.rules)));
    }
    said.extend(answer.assurances.iter().map(assurance));
    said
}

/// Where new lines might start.
pub(crate) fn advice(answer: &RecalculationAdvice) -> Vec<String> {
    if answer.suggestions.is_empty() {
        return vec!["No shift lasts to the last point, so nothing speaks for new lines.".into()];
    }
    let mut said: Vec<String> = answer.suggestions.iter().flat_map(|one| suggestion(one, answer.minimum)).collect();
    said.push(
        "Nothing was recalculated. New lines are for a change that was made, is known and is expected to last; write down \
         who decided it, why and when."
            .into(),
    );
    said
}

fn suggestion(one: &Suggestion, minimum: usize) -> Vec<String> {
    let side = if one.side == Side::Above { "above" } else { "below" };
    let at = named(one.date.as_deref(), one.index);
    let stretch = |stretch: &Stretch| {
        let mean = stretch.mean.map_or_else(|| "no mean".into(), |mean| format!("a mean of {}", figure(mean)));
        let range = stretch.mean_moving_range.map(|range| format!(", a mean moving range of {}", figure(range)));
        let causes = count(stretch.special_causes as i64, "special cause");
        format!("{}{} and {causes}", mean, range.unwrap_or_default())
    };
    let mut said = vec![format!("From {at} on, {} in a row are {side} the mean.", count(one.run as i64, "point"))];
    let sigma = one.sigma.map(|sigma| format!(" ({} sigma)", figure(sigma.abs()))).unwrap_or_default();
    let moved = one.units.map(|units| format!("; the mean moves by {}{sigma}", figure(units))).unwrap_or_default();
    said.push(format!(
        "With lines of their own the {} before have {}, and those from there on {}{moved}.",
        count(one.before.n as i64, "point"),
        stretch(&one.before),
        stretch(&one.after)
    ));
    said.push(match one.icon == one.icon_after {
        true => format!("The icon of variation would still be {}.", variation(one.icon)),
        false => {
            format!("The icon of variation would be {} in place of {}.", variation(one.icon_after), variation(one.icon))
        }
    });
    if one.assurance != one.assurance_after {
        said.push(format!(
            "The icon of assurance would be {} in place of {}.",
            target(one.assurance_after),
            target(one.assurance)
        ));
    }
    if !one.enough {
        said.push(format!("These are fewer than the {minimum} points that new lines should rest on: wait."));
    }
    said
}

//! The words of charts: titles, how to read them, and what a chart shows where no other sentence says it.

use super::choosing::figure;
use super::ranking::ordinal;
use super::representation::{nouns, rounded};
use super::{count, list, percent, word};
use crate::day::Day;
use crate::document::body::MeetingKind;
use crate::finding::Level;
use crate::holdings::Held;
use crate::legend::{LegendEntry, entry};
use crate::prioritisation::portfolio::{Chosen, Effort, Portfolio, Quadrant, Quadrants};
use crate::prioritisation::{Disputed, Ranked, Standing};
use crate::replay::Known;
use crate::report::Report;
use crate::status::{Basis, Calibrated};

pub(crate) const NO_DATA: &str = "No data.";

pub(crate) const RANKING: &str = "Ranking of proposals";
pub(crate) const CONTRIBUTIONS: &str = "What each total is made of";
pub(crate) const DISAGREEMENT: &str = "How the organisations score each proposal";
pub(crate) const FRONTIER: &str = "Value against cost: the best set at each cost";
pub(crate) const QUADRANT: &str = "Impact against effort";
pub(crate) const HOLDING: &str = "Who holds what, against entitlement";
pub(crate) const ATTENDANCE: &str = "Attendance by organisation and meeting";
pub(crate) const NODES: &str = "Levels of items in each part";

pub(crate) const LEVELS: &str = "Levels over time";
pub(crate) const CHANGES: &str = "What changed";
pub(crate) const CALIBRATION: &str = "How often each colour came true";
pub(crate) const CRITICAL_PATH: &str = "Critical path";
pub(crate) const CRITICAL_PATH_NOTE: &str =
    "Upright line: baseline finish. Mark: expected finish. Each item waits for the one above it.";
pub(crate) const INDICATORS: &str = "Variation and assurance of indicators";
pub(crate) const VARIATION: &str = "Variation";
pub(crate) const ASSURANCE: &str = "Assurance";
pub(crate) const LAST_FIGURE: &str = "Last figure";
pub(crate) const NO_ICON: &str = "Too few figures";
pub(crate) const NO_TARGET: &str = "No target to judge";
pub(crate) const NO_FIGURES: &str = "No figures";
pub(crate) const INDICATORS_NOTE: &str =
    "Variation: is it changing? Assurance: would the target be met by the process as it is?";

pub(crate) const KEY_NOTE: &str = "The numbers in the bars are those of the criteria in the key.";
pub(crate) const DISAGREEMENT_NOTE: &str =
    "The line goes from the lowest to the highest total that an organisation gives.";
pub(crate) const FRONTIER_NOTE: &str =
    "Each point is a set of proposals that no other beats in value and cost together.";
pub(crate) const NO_FRONTIER: &str =
    "The best sets at other costs would take too long to find; only the best within the budget is shown.";
pub(crate) const HOLDING_NOTE: &str = "Bar: held. Line across: entitlement.";
pub(crate) const ATTENDANCE_NOTE: &str = "▼ is below the share asked for.";
pub(crate) const NODES_NOTE: &str =
    "Bars: items by their level, each with its letter. At the end: the level as a whole.";

/// Where a proposal can stand at the cut, in the order of the key.
pub(crate) const STANDINGS: [&str; 3] = ["Certainly in", "Depends", "Certainly out"];
pub(crate) const AT_CUT: &str = "At the cut";
pub(crate) const NO_CUT: &str = "No cut";
/// What a set of proposals can be, in the order of the key.
pub(crate) const BOUGHT: [&str; 3] = ["Best within the budget", "Within the budget", "Beyond the budget"];
/// Whether a proposal is a border case, in the order of the key.
pub(crate) const PLACES: [&str; 2] = ["Clear of the lines", "Border case: near a line"];

pub(crate) const AS_ENTITLED: &str = "As it should be";
pub(crate) const BELOW: &str = "Below";
pub(crate) const ABOVE: &str = "Above";
pub(crate) const NOT_ASSESSED: &str = "Not assessed";
pub(crate) const NOT_KNOWN: &str = "Not known";
/// Where an organisation can stand, in the order of the key.
pub(crate) const HOLDINGS: [&str; 5] = [AS_ENTITLED, BELOW, ABOVE, NOT_ASSESSED, NOT_KNOWN];

/// What counts at each date of a history.
pub(crate) fn known(known: Known) -> String {
    match known {
        Known::Then => "Each date as it was known then.".into(),
        Known::Now => "Each date as it is known now.".into(),
    }
}

/// The two dates of a comparison.
pub(crate) fn two_dates(since: Day, as_at: Day, known_at: Option<Day>) -> [String; 2] {
    let known = known_at.map_or_else(|| "as known now".into(), |day| format!("as known on {}", day.in_words()));
    [format!("{}, as known then", since.in_words()), format!("{}, {known}", as_at.in_words())]
}

pub(crate) fn changed(changed: usize, unchanged: usize) -> String {
    format!("Priorities changed: {changed}. Unchanged: {unchanged}.")
}

/// When an item of the critical path should finish, and when it is expected to.
pub(crate) fn on_the_path(baseline: Option<Day>, expected: Option<Day>, slack: Option<i64>) -> String {
    let late = match baseline.zip(expected).map(|(baseline, expected)| expected.days_since(baseline)) {
        None => "no dates known".into(),
        Some(0) => "on the day".into(),
        Some(days @ 1..) => format!("{} late", super::count(days, "day")),
        Some(days) => format!("{} early", super::count(-days, "day")),
    };
    match slack {
        Some(slack) => format!("{late}, slack {}", super::count(slack, "day")),
        None => late,
    }
}

/// One item of the critical path in a sentence.
pub(crate) fn waits(
    label: &str,
    level: Option<Level>,
    finish: &str,
    waits_for: Option<&str>,
    lag: Option<i64>,
) -> String {
    let level = level.map_or_else(|| NOT_KNOWN.to_lowercase(), |level| word(level).to_lowercase());
    let waits = match (waits_for, lag) {
        (None, _) => String::new(),
        (Some(other), None | Some(0)) => format!("; it waits for {other}"),
        (Some(other), Some(lag)) => format!("; it waits for {other} with a lag of {}", super::count(lag, "day")),
    };
    format!("{label} is {level}: {finish}{waits}.")
}

/// A title, of something by name.
pub(crate) fn of(name: Option<&str>, title: &str) -> String {
    name.map_or_else(|| title.to_owned(), |name| format!("{name}: {}", lowered(title)))
}

pub(crate) fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// An identifier with its name.
pub(crate) fn label(id: &str, name: Option<&str>) -> String {
    name.filter(|name| *name != id).map_or_else(|| id.to_owned(), |name| format!("{id} {name}"))
}

/// Not all is shown.
pub(crate) fn cut(shown: usize, all: usize, what: &str) -> String {
    format!("The first {shown} of {all} {what} are shown.")
}

pub(crate) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::In => STANDINGS[0],
        Standing::Grey => STANDINGS[1],
        Standing::Out => STANDINGS[2],
    }
}

/// What the marks of a ranking mean, those that there are.
pub(crate) fn ranking_notes(samples: bool, missing: bool, grey: bool) -> Vec<String> {
    let marks = [
        (true, "Point: rank."),
        (samples, "Broad line: the middle 95% of ranks under random weights."),
        (missing, "Thin line: the ranks that missing scores leave possible."),
        (grey, "Shaded: which side of the cut it is on depends on what is tried."),
    ];
    marks.into_iter().filter(|(there, _)| *there).map(|(_, note)| note.to_owned()).collect()
}

pub(crate) fn first_above(cut: usize) -> String {
    format!("Cut after the first {cut}")
}

pub(crate) fn total(row: &Ranked) -> String {
    let joint = if row.joint { ", joint" } else { "" };
    row.total.map_or_else(|| "No total".into(), |total| format!("{:.1} of 100{joint}", total * 100.0))
}

/// A criterion in the key.
pub(crate) fn key(number: usize, criterion: &str) -> String {
    format!("{number} {criterion}")
}

pub(crate) fn points(points: Option<f64>) -> String {
    points.map_or_else(|| "Not scored".into(), |points| format!("{points:.1}"))
}

/// The parts of a total.
pub(crate) fn made_of(row: &Ranked) -> String {
    let part = |(id, part): (&String, &Option<f64>)| match part {
        Some(part) => format!("{:.1} from {id}", part * 100.0),
        None => format!("not scored on {id}"),
    };
    let parts: Vec<String> = row.contributions.criteria.iter().map(part).collect();
    match row.total {
        Some(_) => format!("{} “{}”: {}: {}.", row.id, row.name, total(row), list(&parts)),
        None => format!("{} “{}”: no total.", row.id, row.name),
    }
}

/// How far the organisations' totals of one proposal lie apart.
pub(crate) fn apart(row: &Disputed) -> String {
    let totals: Vec<f64> = row.totals.values().flatten().copied().collect();
    let none = row.totals.values().filter(|total| total.is_none()).count();
    let none = if none == 0 { String::new() } else { format!(", {none} without") };
    match (totals.iter().copied().reduce(f64::min), totals.iter().copied().reduce(f64::max)) {
        (Some(lowest), Some(highest)) if totals.len() > 1 => format!("{:.1} apart{none}", (highest - lowest) * 100.0),
        (Some(_), _) => format!("1 total{none}"),
        _ => "No totals".into(),
    }
}

/// What each organisation thinks of one proposal.
pub(crate) fn disputed(row: &Disputed, name: Option<&str>) -> String {
    let one = |(id, total): (&String, &Option<f64>)| match (total, row.ranks.get(id).copied().flatten()) {
        (Some(total), Some(rank)) => format!("{id} {:.1} ({})", total * 100.0, ordinal(rank)),
        _ => format!("{id} no total"),
    };
    let said: Vec<String> = row.totals.iter().map(one).collect();
    let name = name.map(|name| format!(" “{name}”")).unwrap_or_default();
    format!("{}{name}: {}.", row.id, list(&said))
}

pub(crate) fn names(names: &[String]) -> String {
    if names.is_empty() { "None".into() } else { names.join(", ") }
}

pub(crate) fn bought(best: bool, within: bool) -> &'static str {
    match (best, within) {
        (true, _) => BOUGHT[0],
        (_, true) => BOUGHT[1],
        _ => BOUGHT[2],
    }
}

pub(crate) fn budget(budget: f64) -> String {
    format!("Budget {}", figure(budget))
}

/// One set on the frontier.
pub(crate) fn point(point: &Portfolio) -> String {
    format!("Cost {}, value {}: {}.", figure(point.cost), figure(point.value), list(&point.proposals))
}

pub(crate) fn quadrant(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::QuickWin => "Quick win",
        Quadrant::MajorProject => "Major project",
        Quadrant::FillIn => "Fill-in",
        Quadrant::Reconsider => "Reconsider",
    }
}

pub(crate) fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Cost => "Effort: cost",
        Effort::CapacityDays => "Effort: working days",
    }
}

fn effort_word(effort: Effort) -> &'static str {
    if effort == Effort::Cost { "cost" } else { "working days" }
}

/// What is high, where anything is.
pub(crate) fn quadrant_notes(lines: &Quadrants, named: bool) -> Vec<String> {
    let (Some(impact), Some(effort)) = (lines.impact_line, lines.effort_line) else { return Vec::new() };
    let (impact, effort, unit) = (figure(impact), figure(effort), effort_word(lines.effort));
    let medians = format!("The lines are the medians: value {impact}, {unit} {effort}. On a line counts as high.");
    let unnamed =
        (!named).then(|| "There are too many proposals to name in the picture; the table names them.".to_owned());
    std::iter::once(medians).chain(unnamed).collect()
}

/// One proposal by impact and effort.
pub(crate) fn placed(row: &Chosen, effort: Option<f64>, unit: Effort) -> String {
    let name = row.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
    let effort = effort.map_or_else(|| "not known".into(), figure);
    let border = if row.place.border { ", a border case near a line" } else { "" };
    let unit = effort_word(unit);
    let place = quadrant(row.place.quadrant).to_lowercase();
    format!("{}{name}: value {}, {unit} {effort}: {place}{border}.", row.id, figure(row.value))
}

/// What one organisation holds.
pub(crate) fn held(held: Option<u32>, entitlement: Option<f64>, standing: &str) -> String {
    let entitled = entitlement.map(|due| format!(", entitled to {}", rounded(due))).unwrap_or_default();
    match held {
        Some(held) if matches!(standing, BELOW | ABOVE) => format!("{held}{entitled}: {}", standing.to_lowercase()),
        Some(held) => format!("{held}{entitled}"),
        None => NOT_KNOWN.into(),
    }
}

/// A line of a chart as a sentence.
pub(crate) fn line(id: &str, words: &str) -> String {
    format!("{id}: {}.", lowered(words))
}

pub(crate) fn holding_axis(what: Option<Held>) -> String {
    what.map_or_else(|| "Held".into(), |what| super::sentence(nouns(Some(what))[1]).trim_end_matches('.').to_owned())
}

/// Meetings of one kind of one body.
pub(crate) fn meetings(body: &str, kind: Option<MeetingKind>) -> String {
    let meetings = match kind {
        None => "meetings",
        Some(MeetingKind::Network) => "network meetings",
        Some(MeetingKind::TwoToOne) => "two-to-one meetings",
        Some(MeetingKind::AwayDay) => "away days",
        Some(MeetingKind::Summit) => "summits",
        Some(MeetingKind::Board) => "board meetings",
        Some(MeetingKind::StrategyEvent) => "strategy events",
        Some(MeetingKind::Other) => "other meetings",
    };
    format!("{body}: {meetings}")
}

/// One line of attendance.
pub(crate) fn attended(meetings: &str, cells: &[String]) -> String {
    format!("{meetings}: {}.", list(cells))
}

/// How many of the meetings an organisation came to.
pub(crate) fn came(came: Option<u32>, of: Option<f64>, below: bool) -> String {
    match (came, of) {
        (Some(came), Some(of)) if of > 0.0 => {
            let mark = if below { "▼ " } else { "" };
            format!("{mark}{came} of {} ({:.0}%)", rounded(of), f64::from(came) / of * 100.0)
        }
        (_, Some(_)) => "Not applicable".into(),
        _ => "No data".into(),
    }
}

pub(crate) fn as_at(day: Day) -> String {
    format!("As at {}.", day.in_words())
}

/// The headline of a report with its day.
pub(crate) fn headline(report: &Report) -> String {
    format!("As at {}: {}.", report.as_at.in_words(), report.headline)
}

/// A level by symbol and word.
pub(crate) fn level(level: Level) -> String {
    format!("{} {}", entry(level).symbol, word(level))
}

/// A level in the key.
pub(crate) fn part(entry: &LegendEntry) -> String {
    format!("{} {}", entry.letter, entry.word)
}

/// So many items of a level.
pub(crate) fn letter(entry: &LegendEntry, items: u32) -> String {
    format!("{} {items}", entry.letter)
}

/// A colour so many months before the baseline finish.
pub(crate) fn calibrated_label(row: &Calibrated) -> String {
    let level = word(row.level);
    let level = if row.basis == Basis::Reported { format!("Reported {}", level.to_lowercase()) } else { level };
    format!("{level}, {} before", count(i64::from(row.months_before), "month"))
}

/// How many of them finished on time, with the interval.
pub(crate) fn calibrated(row: &Calibrated) -> String {
    match (row.share, row.lower, row.upper) {
        (Some(share), Some(lower), Some(upper)) => {
            format!("{} of {}: {} ({} to {})", row.on_time, row.n, percent(share), percent(lower), percent(upper))
        }
        _ => "No outcome is known".into(),
    }
}

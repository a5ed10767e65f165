//! The wording of several dates: what changed and why, the course of levels, whether colours came true, snapshots.

use std::collections::HashMap;

use super::{ILLUSTRATIVE, Said, count, list, percent, reason_clause, roles, sentence, word};
use crate::day::Day;
use crate::finding::{Dimension, Finding, FindingCode as Code, Level, Parameter};
use crate::replay::{Calibration, Comparison, History, HistoryNode};
use crate::status::{Basis, Calibrated, Change, Grouping, ItemChange, NodeChange, NodeType, Reason};

/// The most names of items in one clause.
const MOST_NAMED: usize = 12;

/// The reason of a finding as a clause.
pub(super) fn clause(finding: &Finding, said: &Said<'_>) -> String {
    match finding.code {
        Code::PolicyChanged => policy(said),
        Code::SnapshotHolds => format!("{} and is the one {}", made_again(said), released(said)),
        Code::SnapshotDiffers => {
            let library = match said.text("why") {
                Some("other_library") => format!(
                    "; that one was made by version {} of the library, this one by {}",
                    said.text("library").unwrap_or_default(),
                    said.text("library_now").unwrap_or_default()
                ),
                _ => String::new(),
            };
            format!(
                "{} and is not the one {}: the fingerprint was {} and is {}{library}",
                made_again(said),
                released(said),
                said.text("report").unwrap_or_default(),
                said.text("report_now").unwrap_or_default()
            )
        }
        Code::SnapshotNotComparable => match said.text("why") {
            Some("other_policy") => {
                "the report was made by another policy than the one used here, so the two cannot be compared".into()
            }
            _ => "it has no fingerprint of a report, or no known_at, so the report cannot be made again".into(),
        },
        _ => match (said.text("from"), said.text("to")) {
            (Some(from), Some(to)) if from != to => format!("it {} because {}", turned(from, to), cause(finding)),
            _ => cause(finding),
        },
    }
}

/// A level as a sentence says it.
fn spoken(level: &str) -> String {
    Level::from_word(level).map_or_else(|| level.to_owned(), |level| word(level).to_lowercase())
}

/// How a level changed: "turned from green to red".
fn turned(from: &str, to: &str) -> String {
    let assessed = |level: &str| Level::from_word(level).is_some_and(Level::is_assessed);
    let (before, now) = (spoken(from), spoken(to));
    match (assessed(from), assessed(to)) {
        (true, true) => format!("turned from {before} to {now}"),
        (false, true) => format!("is new: {before} before and {now} now"),
        (true, false) => format!("no longer counts: {before} before and {now} now"),
        (false, false) => format!("was {before} before and is {now} now"),
    }
}

/// What changed a level, to follow "because".
fn cause(finding: &Finding) -> String {
    let said = Said(finding);
    match finding.code {
        Code::ChangedByUpdate => {
            let same = if said.has("level_without") { "" } else { " (what came later says the same)" };
            format!("the update of {}{} {}{same}", said.day("as_at"), recorded(&said), list(&fields(&said)))
        }
        Code::ChangedByBaseline => {
            let finish = said.day("finish_to");
            let moved = match said.has("finish_from") {
                true => format!("moved its baseline finish from {} to {finish}", said.day("finish_from")),
                false => format!("set its baseline finish to {finish}"),
            };
            format!(
                "baseline {}, approved on {}{}, {moved}",
                said.number("version"),
                said.day("approved_on"),
                recorded(&said)
            )
        }
        Code::ChangedByBlocker => {
            let name = said.text("name").map(|name| format!(" ({name})")).unwrap_or_default();
            let blocker = said.text("blocker").unwrap_or_default();
            match said.has("resolved_on") {
                true => format!("blocker {blocker}{name} was resolved on {}", said.day("resolved_on")),
                false => {
                    format!("blocker {blocker}{name}, raised on {}{}, is open", said.day("raised_on"), recorded(&said))
                }
            }
        }
        Code::ChangedByOverride => format!(
            "override {}{} set it to {} from {} until {}",
            said.text("override").unwrap_or_default(),
            roles(said.text("by"), said.text("approved_by")),
            said.level("asked"),
            said.day("start"),
            said.day("until")
        ),
        Code::ChangedByParent => {
            format!("{}, which it is part of, changed", said.text("parent").unwrap_or_default())
        }
        Code::ChangedByPredecessor => predecessor(&said),
        Code::ChangedByItems => items(&said),
        Code::ChangedByBody => body(finding, &said),
        _ => time(finding, &said),
    }
}

/// When a fact became known, where that was later.
fn recorded(said: &Said<'_>) -> String {
    if said.has("recorded_on") { format!(" (recorded on {})", said.day("recorded_on")) } else { String::new() }
}

/// What an update said, field by field.
fn fields(said: &Said<'_>) -> Vec<String> {
    let given = |name: &str| said.0.parameters.get(name).is_some();
    let mut fields = Vec::new();
    if given("lifecycle_to") {
        let life = |name: &str| said.text(name).unwrap_or_default().replace('_', " ");
        fields.push(match said.text("lifecycle_to") {
            Some("cancelled") => "cancelled it".into(),
            Some("on_hold") => "put it on hold".into(),
            _ => format!("set it from {} to {}", life("lifecycle_from"), life("lifecycle_to")),
        });
    }
    if given("actual_finish_to") {
        fields.push(match said.has("actual_finish_to") {
            true => format!("said that it was finished on {}", said.day("actual_finish_to")),
            false => "took back its finish".into(),
        });
    }
    if given("forecast_finish_to") {
        let (from, to) = (said.day("forecast_finish_from"), said.day("forecast_finish_to"));
        fields.push(match said.has("forecast_finish_from") {
            true => format!("moved the forecast finish from {from} to {to}"),
            false => format!("gave the forecast finish {to}"),
        });
    }
    if given("actual_start_to") {
        fields.push(format!("said that it was started on {}", said.day("actual_start_to")));
    }
    if given("percent_to") {
        let to = said.number("percent_to");
        fields.push(match said.has("percent_from") {
            true => format!("moved the progress from {}% to {to}%", said.number("percent_from")),
            false => format!("reported {to}% progress"),
        });
    }
    if fields.is_empty() {
        fields.push(match said.has("last_update_from") {
            true => format!("was the first after that of {}", said.day("last_update_from")),
            false => "was the first".into(),
        });
    }
    fields
}

fn predecessor(said: &Said<'_>) -> String {
    let moved = match (said.has("finish_from"), said.has("finish_to")) {
        (true, true) if said.day("finish_from") != said.day("finish_to") => {
            format!("moved from {} to {}", said.day("finish_from"), said.day("finish_to"))
        }
        (_, true) => format!("is expected to finish on {}", said.day("finish_to")),
        _ => "no longer counts".into(),
    };
    let by = ["update", "baseline", "blocker", "override"].iter().find_map(|kind| {
        let id = said.text(kind)?;
        Some(format!(" by {kind} {id} of {}", said.day("on")))
    });
    let name = said.text("predecessor").unwrap_or_default();
    format!("{name}, which it waits for, {moved}{}", by.unwrap_or_default())
}

fn items(said: &Said<'_>) -> String {
    let (ids, from, to) = (said.names("items"), said.names("items_from"), said.names("items_to"));
    let more = ids.len().saturating_sub(MOST_NAMED);
    let mut told: Vec<String> =
        (ids.iter().zip(from.iter().zip(&to)))
            .take(MOST_NAMED)
            .map(|(id, (from, to))| {
                if from == to { format!("the evidence on {id} changed") } else { format!("{id} {}", turned(from, to)) }
            })
            .collect();
    if more > 0 {
        told.push(format!("{} changed", count(more as i64, "more item")));
    }
    let each = match said.text("each") {
        Some("alone") if ids.len() > 1 => " (any of these changes alone makes the difference)",
        _ => "",
    };
    let surely = if said.text("search") == Some("bounded") { " (fewer may be enough)" } else { "" };
    format!("{}{each}{surely}", list(&told))
}

/// What is known of a body itself: a role, or who comes.
fn body(finding: &Finding, said: &Said<'_>) -> String {
    let code = said.text("why").and_then(Code::from_word).unwrap_or(Code::RoleVacant);
    let why = super::clause(&Finding { code, dimension: Dimension::Leadership, ..finding.clone() });
    let when = if said.text("holds") == Some("then") { "it no longer holds that" } else { "now" };
    format!("in {} {when} {why}", said.text("body").unwrap_or_default())
}

/// Time passed: what the level comes from now.
fn time(finding: &Finding, said: &Said<'_>) -> String {
    if let Some(id) = said.text("override") {
        return format!("override {id} came to its end on {}", said.day("until"));
    }
    if let Some(code) = said.text("why").and_then(Code::from_word) {
        let why = Finding { code, ..finding.clone() };
        // Figures have no update to be named by.
        let came = if code == Code::Benefit { "of what is measured" } else { "time passed" };
        return format!("{came}: {}", super::clause(&why));
    }
    match said.text("reason_since").and_then(Reason::from_word) {
        Some(reason) => format!("time passed; before, {}", reason_clause(Some(reason))),
        None => "time passed".into(),
    }
}

fn policy(said: &Said<'_>) -> String {
    let now = said.text("version_to").unwrap_or_default();
    let since = said.day("since");
    if let Some(snapshot) = said.text("snapshot") {
        return format!(
            "snapshot {snapshot} shows that the board saw {since} judged by another policy; here both dates are judged \
             by one policy, version {now}"
        );
    }
    format!(
        "the policy changed from version {} to {now}; here both dates are judged by the new one. By the former, {} and \
         {} had another level on {since}",
        said.text("version_from").unwrap_or_default(),
        count(said.number("items") as i64, "priority").replace("prioritys", "priorities"),
        count(said.number("nodes") as i64, "node")
    )
}

fn made_again(said: &Said<'_>) -> String {
    format!("the report as at {}, as known on {}, was made again", said.day("as_at"), said.day("known_at"))
}

fn released(said: &Said<'_>) -> String {
    let on = match said.0.parameters.get("released_on") {
        None | Some(Parameter::None) => String::new(),
        _ => format!(" released on {}", said.day("released_on")),
    };
    let body = said.text("body").map(|body| format!(" to {body}")).unwrap_or_default();
    if on.is_empty() && body.is_empty() { "that was kept".into() } else { format!("that was{on}{body}") }
}

/// Why, where a finding says so.
fn because(findings: &[&Finding]) -> String {
    let causes: Vec<String> =
        findings.iter().filter(|finding| finding.dominating).map(|finding| cause(finding)).collect();
    if causes.is_empty() { String::new() } else { format!(" because {}", causes.join(", and because ")) }
}

/// A priority that changed, with the findings that say why.
pub(crate) fn item_change(row: &ItemChange, findings: &[&Finding]) -> String {
    let name = format!("{} “{}”", row.id, row.name);
    let (from, to) = (row.level_since, row.level);
    let mut said = Vec::new();
    if from != to {
        said.push(format!("{name} {}{}.", turned(from.as_str(), to.as_str()), because(findings)));
    }
    let moved = |finding: &&&Finding| finding.code == Code::ChangedByBaseline && !finding.dominating;
    if let Some(finding) = findings.iter().find(moved) {
        let also = if from == to { format!("{name} is still {}: ", spoken(to.as_str())) } else { String::new() };
        said.push(if also.is_empty() { sentence(&cause(finding)) } else { format!("{also}{}.", cause(finding)) });
    } else if from == to && row.changes.contains(&Change::Rebaselined) {
        said.push(format!("{name} is held to another baseline."));
    }
    if let Some(former) = row.level_by_former_policy.filter(|former| *former != from) {
        said.push(format!(
            "By the former policy {} was {} then, and by this one {}.",
            row.id,
            spoken(former.as_str()),
            spoken(from.as_str())
        ));
    }
    said.join(" ")
}

/// A node with what happened below it.
pub(crate) fn node_change(row: &NodeChange, findings: &[&Finding]) -> String {
    let mut said = if row.level == row.level_since {
        format!("{} is still {}.", row.name, spoken(row.level.as_str()))
    } else {
        format!("{} {}{}.", row.name, turned(row.level_since.as_str(), row.level.as_str()), because(findings))
    };
    if let Some(former) = row.level_by_former_policy.filter(|former| *former != row.level_since) {
        let (former, since) = (spoken(former.as_str()), spoken(row.level_since.as_str()));
        said.push_str(&format!(" By the former policy it was {former} then, and by this one {since}."));
    }
    said.push_str(&format!(" Items below it: {}.", below(row)));
    said
}

pub(crate) fn below(row: &NodeChange) -> String {
    let counts = [
        (row.worsened, "worsened"),
        (row.improved, "improved"),
        (row.completed, "completed"),
        (row.new, "new"),
        (row.removed, "no longer counted"),
        (row.rebaselined, "held to another baseline"),
        (row.unchanged, "unchanged"),
    ];
    let told: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    list(&told)
}

/// A whole comparison: policy, nodes that changed, items that changed.
pub(crate) fn comparison(result: &Comparison) -> Vec<String> {
    let mut said: Vec<String> = result.illustrative.then(|| ILLUSTRATIVE.to_owned()).into_iter().collect();
    let known = match result.known_at {
        Some(day) => format!("as known on {}", day.in_words()),
        None => "as known now".into(),
    };
    let number = result.items.len() as i64;
    let priorities = if number == 1 { "1 priority" } else { &format!("{number} priorities") };
    said.push(format!(
        "{}: what changed from {}, as known then, to {}, {known}. {priorities} changed and {} did not.",
        result.programme.name,
        result.since.in_words(),
        result.as_at.in_words(),
        result.unchanged
    ));
    said.extend(policies(result));
    let mut by_subject = by_subject(result);
    // Each finding is said once, should two rows have one identifier.
    let mut of = |kind, id, of_node| by_subject.remove(&(kind, id, of_node)).unwrap_or_default();
    let stirred = |row: &&NodeChange| !row.changes.is_empty() || below_changed(row) > 0;
    for row in result.nodes.iter().filter(stirred) {
        said.push(node_change(row, &of(row.kind.as_str(), row.id.as_str(), true)));
    }
    for row in &result.items {
        said.push(item_change(row, &of("priority", row.id.as_str(), false)));
    }
    said.extend(incomplete(result));
    said
}

/// The findings of each item, and of each node.
pub(crate) fn by_subject(result: &Comparison) -> HashMap<(&str, &str, bool), Vec<&Finding>> {
    let mut by_subject: HashMap<(&str, &str, bool), Vec<&Finding>> = HashMap::new();
    for finding in result.findings.iter().filter(|finding| finding.code != Code::PolicyChanged) {
        let of_node = finding.rule == "status.change.node";
        by_subject.entry((finding.subject.kind.as_str(), &finding.subject.id, of_node)).or_default().push(finding);
    }
    by_subject
}

/// That the policy changed.
pub(crate) fn policies(result: &Comparison) -> Vec<String> {
    let policies = result.findings.iter().filter(|finding| finding.code == Code::PolicyChanged);
    policies.map(|finding| sentence(&super::clause(finding))).collect()
}

/// That not every cause was looked for.
pub(crate) fn incomplete(result: &Comparison) -> Option<String> {
    const SAID: &str =
        "The programme is too large for every cause to be looked for; some are left out, or name more than needed.";
    (!result.causes_exact).then(|| SAID.to_owned())
}

/// What changed something, a sentence for each cause.
pub(crate) fn causes(findings: &[&Finding]) -> Vec<String> {
    let dominating: Vec<&&Finding> = findings.iter().filter(|finding| finding.dominating).collect();
    let said = if dominating.is_empty() { findings.iter().collect() } else { dominating };
    said.iter().map(|finding| sentence(&cause(finding))).collect()
}

/// How many items changed in which way, over the whole programme.
pub(crate) fn since(result: &Comparison) -> Option<String> {
    let whole = result.nodes.iter().find(|row| row.kind == NodeType::Programme)?;
    Some(format!("Items since {}: {}.", result.since.in_words(), below(whole)))
}

/// How something changed, in a few words.
pub(crate) fn how(changes: &[Change]) -> String {
    let words: Vec<String> = (changes.iter())
        .map(|change| {
            match change {
                Change::Worsened => "worse",
                Change::Improved => "better",
                Change::New => "new",
                Change::Removed => "no longer counted",
                Change::Completed => "completed",
                Change::Rebaselined => "held to another baseline",
                Change::PolicyChanged => "judged by another policy",
            }
            .to_owned()
        })
        .collect();
    sentence(&list(&words)).trim_end_matches('.').to_owned()
}

fn below_changed(row: &NodeChange) -> u32 {
    row.worsened + row.improved + row.completed + row.new + row.removed + row.rebaselined
}

/// The course of a node's levels: "green from 31 January 2023 to 28 February 2023, red on 31 March 2023".
pub(crate) fn course(rows: &[&HistoryNode]) -> String {
    let mut runs: Vec<(Level, Day, Day)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((level, _, last)) if *level == row.level => *last = row.as_at,
            _ => runs.push((row.level, row.as_at, row.as_at)),
        }
    }
    let told: Vec<String> = (runs.iter())
        .map(|(level, first, last)| {
            let level = spoken(level.as_str());
            if first == last {
                format!("{level} on {}", first.in_words())
            } else {
                format!("{level} from {} to {}", first.in_words(), last.in_words())
            }
        })
        .collect();
    let name = rows.first().map_or("", |row| row.name.as_str());
    format!("{name}: {}.", told.join(", then "))
}

/// The rows of each node but priorities, in the order of the dates; nodes in their own order.
pub(crate) fn courses(history: &History) -> Vec<Vec<&HistoryNode>> {
    let mut places: HashMap<(NodeType, &str), usize> = HashMap::new();
    let mut courses: Vec<Vec<&HistoryNode>> = Vec::new();
    for row in history.nodes.iter().filter(|row| row.kind != NodeType::Priority) {
        let place = *places.entry((row.kind, row.id.as_str())).or_insert(courses.len());
        match courses.get_mut(place) {
            Some(course) => course.push(row),
            None => courses.push(vec![row]),
        }
    }
    courses.iter_mut().for_each(|course| course.sort_by_key(|row| row.as_at));
    courses
}

/// A whole history: the course of each node.
pub(crate) fn history(result: &History) -> Vec<String> {
    let mut said: Vec<String> = result.illustrative.then(|| ILLUSTRATIVE.to_owned()).into_iter().collect();
    let known = match result.known {
        crate::replay::Known::Then => "each date as it was known then",
        crate::replay::Known::Now => "each date as it is known now",
    };
    let dates = count(result.dates.len() as i64, "date");
    said.push(format!("{}: levels at {dates}, {known}.", result.programme.name));
    said.extend(courses(result).iter().map(|rows| course(rows)));
    said
}

/// Of the items of one colour: how many finished on time.
pub(crate) fn calibrated(row: &Calibrated) -> String {
    let colour = spoken(row.level.as_str());
    let reported = if row.basis == Basis::Reported { "reported " } else { "" };
    let months = count(i64::from(row.months_before), "month");
    let role = row.id.as_deref().unwrap_or_default().replace('_', " ");
    let (group, by) = match (row.by, row.basis) {
        (Grouping::All, _) => (String::new(), String::new()),
        (Grouping::Body, _) => (format!(" in {}", row.id.as_deref().unwrap_or_default()), String::new()),
        (Grouping::Role, _) if row.id.is_none() => (" that nobody had reported on".into(), String::new()),
        (Grouping::Role, Basis::Level) => (format!(" last reported on by the {role}"), String::new()),
        (Grouping::Role, Basis::Reported) => (String::new(), format!(" by the {role}")),
    };
    let undecided = match row.undecided {
        0 => String::new(),
        more => format!(" Of {more} more the outcome is not known yet."),
    };
    let items = if row.n == 1 { "the 1 item" } else { &format!("{} items", row.n) };
    let told = match (row.share, row.lower, row.upper) {
        (Some(share), Some(lower), Some(upper)) => format!(
            "Of {items}{group} {reported}{colour}{by} {months} before the baseline finish, {} finished on time: {} \
             (95% interval {} to {}).",
            row.on_time,
            percent(share),
            percent(lower),
            percent(upper)
        ),
        _ => format!("No item{group} {reported}{colour}{by} {months} before the baseline finish has a known outcome."),
    };
    format!("{told}{undecided}")
}

/// A whole calibration: all items together, colour by colour.
pub(crate) fn calibration(result: &Calibration) -> Vec<String> {
    let mut said: Vec<String> = result.illustrative.then(|| ILLUSTRATIVE.to_owned()).into_iter().collect();
    said.push(format!(
        "{}: what became of items by their colour, as at {}.",
        result.programme.name,
        result.as_at.in_words()
    ));
    said.extend(result.rows.iter().filter(|row| row.by == Grouping::All).map(calibrated));
    said
}

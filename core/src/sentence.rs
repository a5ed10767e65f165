//! The one place that words findings. NHS content style: plain English, months in full, words as well as colour.

pub(crate) mod change;
pub(crate) mod charts;
mod choosing;
pub(crate) mod governance;
pub(crate) mod indicators;
mod ranking;
mod representation;
pub(crate) mod tracking;
pub(crate) mod variation;

pub(crate) use choosing::{scored, selection, weights};
pub(crate) use governance::{governed, met};
pub(crate) use ranking::{agreement, moved, prioritised, ranked, rounds};
pub(crate) use representation::{apportioned, checked, heading, held, polled, powerful, quorate, rotated};
pub(crate) use variation::{advice, aggregated, appended, compared, judged, many, past};

use crate::day::Day;
use crate::document::Programme;
use crate::document::body::BodyKind;
use crate::document::policy::{Path, RollUp, StatusPolicy};
use crate::finding::{About, Dimension, Finding, FindingCode as Code, Level, Parameter};
use crate::governance::{Governance, GovernanceStatus};
use crate::legend::LegendEntry;
use crate::legend::entry;
use crate::problem::Problem;
use crate::report::Report;
use crate::status::{Counts, Item, Node, NodeType, Reason, RollUpResult};
use std::collections::{HashMap, HashSet};

/// What every rendering of invented data says.
pub const ILLUSTRATIVE: &str = "Illustrative data: not a statement about any organisation's performance.";

/// The word of a level.
fn word(level: Level) -> String {
    entry(level).word
}

/// What the parts of a programme are called: networks if all of them are, else bodies.
pub(crate) fn body_word(programme: &Programme) -> &'static str {
    let working: HashSet<&str> = programme.priorities.iter().map(|priority| priority.body.as_str()).collect();
    let mut others = programme.bodies.iter().filter(|body| body.kind != BodyKind::Network);
    if others.any(|body| working.contains(body.id.as_str())) { "bodies" } else { "networks" }
}

/// The programme's level in one line, with how firm it is.
pub(crate) fn headline(nodes: &[Node], policy: &StatusPolicy, bodies: &str) -> String {
    let Some(programme) = nodes.iter().find(|node| node.kind == NodeType::Programme) else { return String::new() };
    if !programme.level.is_open() {
        return format!("{} over all items", word(programme.level));
    }
    let robustness = &programme.robustness;
    let (over_items, over_bodies) = (word(robustness.leaves.default), word(robustness.children.default));
    let average = word(robustness.leaves.mean);
    let by_default = format!("{over_items} over all items, {over_bodies} over {bodies}, {average} by average");
    let way = match policy.roll_up {
        RollUp::Default if policy.path == Path::Leaves => return by_default,
        RollUp::Default => format!("over {bodies}"),
        RollUp::WorstOf => "by the worst part".into(),
        RollUp::Mean => "by average".into(),
        RollUp::ThresholdLadder => "by the threshold ladder".into(),
    };
    format!("{} {way}; by the default rule {by_default}", word(programme.level))
}

/// So many of a thing: "1 day", "3 days".
pub(crate) fn count(number: i64, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// A share as a percentage with one decimal, or none where it is whole.
fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).round() / 10.0;
    format!("{tenths}%")
}

/// Names in a row: "a", "a and b", "a, b and c".
fn list(names: &[String]) -> String {
    match names {
        [] => "none".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A finding's parameters, read for wording.
struct Said<'f>(&'f Finding);

impl Said<'_> {
    fn number(&self, name: &str) -> f64 {
        match self.0.parameters.get(name) {
            Some(Parameter::Number(number)) => *number,
            _ => 0.0,
        }
    }

    fn days(&self, name: &str) -> String {
        count(self.number(name) as i64, "day")
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.0.parameters.get(name) {
            Some(Parameter::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A day in words, whether it comes from a result or from its JSON.
    fn day(&self, name: &str) -> String {
        let day = match self.0.parameters.get(name) {
            Some(Parameter::Day(day)) => Some(*day),
            Some(Parameter::Text(text)) => text.parse().ok(),
            _ => None,
        };
        day.map_or_else(|| "an unknown date".into(), Day::in_words)
    }

    fn has(&self, name: &str) -> bool {
        !matches!(self.0.parameters.get(name), None | Some(Parameter::None))
    }

    fn level(&self, name: &str) -> String {
        let spoken = self.text(name).unwrap_or_default().replace('_', "/");
        spoken.to_lowercase()
    }

    fn names(&self, name: &str) -> Vec<String> {
        match self.0.parameters.get(name) {
            Some(Parameter::List(names)) => names.clone(),
            _ => Vec::new(),
        }
    }
}

/// The reason of a finding as a clause that can follow "because".
pub fn clause(finding: &Finding) -> String {
    let said = Said(finding);
    match finding.code {
        Code::CompletedLate => {
            format!("it was finished on {}, {} after the baseline", said.day("actual_finish"), said.days("days"))
        }
        Code::NoForecast => "no forecast finish has been given".into(),
        Code::ForecastInPast => {
            format!("the forecast finish, {}, has passed and it is not finished", said.day("forecast_finish"))
        }
        Code::Slip => format!(
            "the expected finish, {}, is {} after the baseline of {} (up to {} is green, up to {} amber)",
            said.day("forecast_finish"),
            said.days("days"),
            said.day("baseline_finish"),
            said.days("green_days"),
            said.days("amber_days"),
        ),
        Code::Overdue => format!("the baseline finish, {}, was {} ago", said.day("baseline_finish"), said.days("days")),
        Code::NotStartedDueSoon if said.number("due_in_days") < 0.0 => {
            format!("it was due on {} and has not started", said.day("baseline_finish"))
        }
        Code::NotStartedDueSoon => format!(
            "it is due on {}, in {}, and has not started",
            said.day("baseline_finish"),
            said.days("due_in_days")
        ),
        Code::OnHold => "it is on hold".into(),
        Code::ProgressShortfall => format!(
            "{}% was reported for {}, when the dates ask for {}",
            said.number("percent"),
            said.day("reported_for"),
            percent(said.number("expected_percent") / 100.0)
        ),
        Code::InheritedRisk => format!(
            "it waits for {}; that puts its finish at {}, {} after its own baseline",
            said.names("path").join(", which waits for "),
            said.day("inherited_finish"),
            said.days("days")
        ),
        Code::NegativeSlack => format!(
            "this critical milestone waits for {}; that puts its finish at {}, {} after its own baseline",
            said.names("path").join(", which waits for "),
            said.day("inherited_finish"),
            said.days("days")
        ),
        Code::Blocked => {
            let name = said.text("name").map(|name| format!(" ({name})")).unwrap_or_default();
            let cycle = said.days("cycle_days");
            format!(
                "blocker {}{name} has been open for {}; one cycle is {cycle}",
                said.text("blocker").unwrap_or_default(),
                said.days("days")
            )
        }
        Code::Benefit | Code::BenefitNotSeen => indicators::benefit(&said),
        Code::Stale if !said.has("last_update") => {
            format!("it has had no update in the {} since its baseline was approved", said.days("days"))
        }
        Code::Stale => format!("the last update speaks of {}, {} ago", said.day("last_update"), said.days("days")),
        Code::Rebaselined => format!(
            "its baseline was changed {} and is now {} after the first",
            count(said.number("times") as i64, "time"),
            said.days("days")
        ),
        Code::DueDate if said.number("days") > 0.0 => {
            format!("it was due on {}, {} ago", said.day("baseline_finish"), said.days("days"))
        }
        Code::DueDate => format!("it is due on {}", said.day("baseline_finish")),
        Code::NotAssessed if finding.rule == "status.roll_up" => "nothing below it has an approved baseline".into(),
        Code::Excluded | Code::NotAssessed => reason_clause(said.text("reason").and_then(Reason::from_word)),
        Code::Watermelon | Code::Optimistic | Code::Pessimistic => {
            format!("it was reported {} and the rules make it {}", said.level("reported"), said.level("computed"))
        }
        Code::Override => format!(
            "it was set to {}{} until {}{}",
            said.level("asked"),
            roles(said.text("by"), said.text("approved_by")),
            said.day("until"),
            said.text("reason").map(|reason| format!(" (“{reason}”)")).unwrap_or_default()
        ),
        Code::OverrideRefused => {
            let why = match said.text("why").unwrap_or_default() {
                "complete" => "only a finish makes an item complete",
                "more_than_one_level" => "it is more than one level better than the rules had it",
                "no_reason" => "it gives no reason",
                "not_two_roles" => "it needs two different roles",
                "not_evidenced" => "the item lacks evidence",
                _ => "only an open, assessed item can be overridden",
            };
            format!(
                "the override {} to {} is refused: {why}",
                said.text("override").unwrap_or_default(),
                said.level("asked")
            )
        }
        Code::OverrideContradicted => format!(
            "the override {} to {} no longer holds: the facts became worse after it was set",
            said.text("override").unwrap_or_default(),
            said.level("asked")
        ),
        Code::CriticalNotMilestone => {
            "it is marked critical, which only a milestone can be; the mark changes nothing".into()
        }
        Code::CriticalChildRed => {
            let names = said.names("items");
            let (milestone, is) = if names.len() == 1 { ("milestone", "is") } else { ("milestones", "are") };
            format!("critical {milestone} {} {is} red", list(&names))
        }
        Code::RedShare => format!(
            "{} of the weight is red ({} or more is red)",
            percent(said.number("share")),
            percent(said.number("threshold"))
        ),
        Code::RedFloor if said.number("count") == 1.0 => "1 item below is red, so it cannot be green".into(),
        Code::RedFloor => format!("{} items below are red, so it cannot be green", said.number("count")),
        Code::AmberShare => format!(
            "{} of the weight is amber or red ({} or more is amber)",
            percent(said.number("share")),
            percent(said.number("threshold"))
        ),
        Code::LowCoverage => format!(
            "only {} of the weight has current evidence (less than {} is amber)",
            percent(said.number("coverage")),
            percent(said.number("threshold"))
        ),
        Code::WorstPart => format!("the worst part is {}", said.level("level")),
        Code::MeanSeverity => format!("the mean severity is {:.2}, where 1 is green and 3 red", said.number("mean")),
        Code::ThresholdLadder => format!(
            "{} of the weight is red and {} amber or red",
            percent(said.number("red_share")),
            percent(said.number("amber_share"))
        ),
        Code::PolicySensitive => "the colour depends on how the parts are added up".into(),
        Code::InconsistentJudgements
        | Code::WeightsNotAnchored
        | Code::WeightsFromSpread
        | Code::ConstantCriterion
        | Code::RankReversal
        | Code::NoPortfolioFits
        | Code::SeveralBestSets
        | Code::NeverFits
        | Code::SearchIncomplete => choosing::clause(finding.code, &said),
        _ if finding.dimension == Dimension::Change => change::clause(finding, &said),
        _ if finding.dimension == Dimension::Variation => variation::clause(&said),
        _ if finding.dimension == Dimension::Representation => representation::clause(&said),
        _ if governance::is_about(finding.dimension) => governance::clause(&said),
        _ => ranking::clause(&said),
    }
}

/// By whom, as far as it is stated.
fn roles(by: Option<&str>, approved_by: Option<&str>) -> String {
    let roles: Vec<String> =
        [by, approved_by].into_iter().flatten().map(|role| format!("the {}", role.replace('_', " "))).collect();
    if roles.is_empty() { String::new() } else { format!(" by {}", list(&roles)) }
}

fn reason_clause(reason: Option<Reason>) -> String {
    match reason {
        Some(Reason::Cancelled) => "it was cancelled",
        Some(Reason::Draft) => "it is a draft",
        Some(Reason::Proposed) => "it is proposed and not agreed",
        Some(Reason::NotInForce) => "it is not in force on this date",
        Some(Reason::Grace) => "its body is not measured yet",
        Some(Reason::ExcludedParent) => "what it is part of is excluded",
        Some(Reason::NoBaseline) => "it has no approved baseline",
        Some(Reason::Empty) | None => "nothing below it counts",
    }
    .into()
}

/// A sentence from its beginning: first letter large, full stop at the end.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// One finding as a sentence.
pub fn finding(finding: &Finding) -> String {
    let subject = &finding.subject;
    let words = sentence(&clause(finding));
    match subject.id.as_str() {
        "" if matches!(
            finding.dimension,
            Dimension::Representation | Dimension::Prioritisation | Dimension::Variation
        ) =>
        {
            words
        }
        "" => format!("This node: {words}"),
        name => format!("{name}: {words}"),
    }
}

/// One item as a sentence, with the findings that decide its level.
pub fn item(item: &Item, findings: &[&Finding]) -> String {
    let because: Vec<String> =
        findings.iter().filter(|finding| finding.dominating).map(|finding| clause(finding)).collect();
    let beside: Vec<String> = (findings.iter())
        .filter(|finding| !finding.dominating && finding.code != Code::Excluded)
        .map(|finding| sentence(&clause(finding)))
        .collect();
    let level = word(item.level).to_lowercase();
    let mut text = format!("{} “{}” is {level}", item.id, item.name);
    if !because.is_empty() {
        text.push_str(": ");
        text.push_str(&because.join("; "));
    }
    text.push('.');
    for more in beside {
        text.push(' ');
        text.push_str(&more);
    }
    text
}

/// How many leaves have which level.
pub(crate) fn counted(counts: &Counts) -> String {
    let named = [
        (counts.red, "red"),
        (counts.amber, "amber"),
        (counts.green, "green"),
        (counts.complete, "complete"),
        (counts.not_assessed, "not assessed"),
        (counts.excluded, "excluded"),
    ];
    let parts: Vec<String> = named.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    list(&parts)
}

/// One node as a sentence, with the findings that decide its level.
pub fn node(node: &Node, findings: &[&Finding]) -> String {
    let mut text = format!("{} is {}", node.name, word(node.level).to_lowercase());
    let because: Vec<String> =
        findings.iter().filter(|finding| finding.dominating).map(|finding| clause(finding)).collect();
    if !because.is_empty() {
        text.push_str(": ");
        text.push_str(&because.join("; "));
    }
    text.push_str(&format!(". Items below it: {}.", counted(&node.counts)));
    let beside = |finding: &&&Finding| !finding.dominating && finding.dimension == Dimension::Override;
    for finding in findings.iter().filter(beside) {
        text.push(' ');
        text.push_str(&sentence(&clause(finding)));
    }
    if node.as_reported.is_assessed() && node.level.is_assessed() && node.as_reported != node.level {
        text.push_str(&format!(" By what was reported it would be {}.", word(node.as_reported).to_lowercase()));
    }
    text
}

/// What would turn a node green, and what would turn it red.
pub fn outlook(node: &Node) -> Vec<String> {
    let mut said = Vec::new();
    let surely = if node.paths_exact { "" } else { " (a set that would do; it may not be the smallest)" };
    match node.path_to_green.as_deref() {
        Some([]) | None => {}
        Some(path) => {
            let items = count(path.len() as i64, "item");
            said.push(format!(
                "{} turns green once {items} do{}: {}{surely}.",
                node.name,
                if path.len() == 1 { "es" } else { "" },
                list(path)
            ));
        }
    }
    match node.next_to_fall.as_deref() {
        Some([]) => {}
        Some([one]) => said.push(format!("{} turns red if {one} does{surely}.", node.name)),
        Some(set) => said.push(format!("{} turns red if {} items do: {}{surely}.", node.name, set.len(), list(set))),
        None if node.level.is_open() => said.push(format!("No open items could turn {} red.", node.name)),
        None => {}
    }
    said
}

/// A whole report: headline, nodes, exceptions, watermelons, outlook, meetings, governance, icons.
pub fn report(report: &Report) -> Vec<String> {
    let mut said = Vec::new();
    if report.illustrative {
        said.push(ILLUSTRATIVE.to_owned());
    }
    let known = report.known_at.map(|day| format!(", as known on {}", day.in_words())).unwrap_or_default();
    said.push(format!("{}, as at {}{known}: {}.", report.programme.name, report.as_at.in_words(), report.headline));
    let mut by_subject: HashMap<_, Vec<&Finding>> = HashMap::new();
    for finding in &report.findings {
        // A priority with parts is a node and an item: its findings are told apart by their rule.
        let of_node = finding.subject.kind != About::Priority
            || matches!(&*finding.rule, "status.roll_up" | "status.override.node");
        let subject = (finding.subject.kind.as_str(), finding.subject.id.as_str(), of_node);
        by_subject.entry(subject).or_default().push(finding);
    }
    // Each finding is said once, should two rows have one identifier.
    let mut of = |kind, id, of_node| by_subject.remove(&(kind, id, of_node)).unwrap_or_default();
    for row in &report.nodes {
        said.push(node(row, &of(row.kind.as_str(), row.id.as_str(), true)));
    }
    for row in report.items.iter().filter(|row| !matches!(row.level, Level::Green | Level::Complete)) {
        said.push(item(row, &of("priority", row.id.as_str(), false)));
    }
    if let Some(programme) = report.nodes.iter().find(|node| node.kind == NodeType::Programme) {
        if !programme.watermelons.is_empty() {
            let share = programme.watermelon_index.map(percent).unwrap_or_default();
            let names = list(&programme.watermelons);
            said.push(format!(
                "Reported complete or green and computed red ({share} of those believed to be well): {names}."
            ));
        }
        said.extend(outlook(programme));
    }
    said.extend(governance::meetings_held(&report.cadence));
    let applies = |governance: &&Governance| {
        governance.checks.iter().any(|row| !matches!(row.status, GovernanceStatus::NotApplicable))
    };
    said.extend(report.governance.iter().filter(applies).flat_map(governance::kept));
    said.extend(report.indicator_summary.iter().map(indicators::summary));
    said.extend(report.indicators.iter().map(indicators::series));
    said
}

/// Bare levels rolled up.
pub(crate) fn rolled_up(result: &RollUpResult) -> Vec<String> {
    let because: Vec<String> = (result.findings.iter()).filter(|finding| finding.dominating).map(clause).collect();
    let because = if because.is_empty() { String::new() } else { format!(": {}", because.join("; ")) };
    let mut said = vec![format!(
        "The node is {}{because}. Items below it: {}.",
        word(result.level).to_lowercase(),
        counted(&result.counts)
    )];
    if result.robustness.policy_sensitive {
        said.push("The colour depends on how the parts are added up.".into());
    }
    said
}

/// A level as the legend shows it.
pub(crate) fn legend(entry: &LegendEntry) -> String {
    format!("{} ({}, {}): {}.", entry.word, entry.letter, entry.shape, entry.meaning)
}

/// A problem as a sentence.
pub(crate) fn problem(problem: &Problem) -> String {
    let accepted = problem.accepted.as_ref().map(|accepted| format!(" Accepted: {accepted}.")).unwrap_or_default();
    format!("{}{accepted}", sentence(&problem.to_string()))
}

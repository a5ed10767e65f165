//! The rows of the tables: levels of three periods, items with their reasons, changes.

use std::collections::{HashMap, HashSet};

use super::markup::Markup;
use super::page::Periods;
use crate::day::Day;
use crate::finding::{Finding, Level};
use crate::report::Report;
use crate::sentence;
use crate::status::{Counts, Item, Node, NodeType};

pub(super) const NO_DATA: &str = "No data";
pub(super) const NOT_APPLICABLE: &str = "Not applicable";
pub(super) const NOT_KNOWN: &str = "Not known";

/// How a level moved from one period to the next, in a word.
pub(super) fn change(before: Option<Level>, now: Level, comparable: bool) -> &'static str {
    let Some(before) = before else { return "New" };
    if !comparable {
        return "Not comparable";
    }
    match (before.severity(), now.severity()) {
        _ if before == now => "Same",
        (Some(before), Some(now)) if now < before => "Better",
        (Some(_), Some(_)) => "Worse",
        (None, Some(_)) => "Now assessed",
        _ => "No longer assessed",
    }
}

/// What forecasts say of the open items below a node.
#[derive(Default, Clone)]
struct Outlook {
    open: u32,
    late: u32,
    unknown: u32,
    last: Option<Day>,
}

impl Outlook {
    fn add(&mut self, item: &Item) {
        if !item.level.is_open() {
            return;
        }
        self.open = self.open.saturating_add(1);
        self.late = self.late.saturating_add(u32::from(item.slip_days.is_some_and(|days| days > 0)));
        self.unknown = self.unknown.saturating_add(u32::from(item.forecast_finish.is_none()));
        self.last = self.last.max(item.expected_finish);
    }

    fn words(&self) -> String {
        let Some(last) = self.last else { return NOT_APPLICABLE.into() };
        let items = if self.open == 1 { "open item" } else { "open items" };
        let late = format!("{} of {} {items} expected to finish late", self.late, self.open);
        let unknown = match self.unknown {
            0 => String::new(),
            number => format!("; {number} without a forecast"),
        };
        format!("{late}{unknown}; the last expected on {}", last.in_words())
    }
}

/// Items by what they are below: the whole, bodies, goals, parents.
pub(super) struct Outlooks<'r> {
    whole: Outlook,
    by_body: HashMap<&'r str, Outlook>,
    by_goal: HashMap<&'r str, Outlook>,
    by_parent: HashMap<&'r str, Outlook>,
}

impl<'r> Outlooks<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut outlooks = Self {
            whole: Outlook::default(),
            by_body: HashMap::new(),
            by_goal: HashMap::new(),
            by_parent: HashMap::new(),
        };
        for item in &report.items {
            outlooks.whole.add(item);
            outlooks.by_body.entry(&item.body).or_default().add(item);
            item.goal.iter().for_each(|goal| outlooks.by_goal.entry(goal).or_default().add(item));
            item.parent.iter().for_each(|parent| outlooks.by_parent.entry(parent).or_default().add(item));
        }
        outlooks
    }

    fn words(&self, node: &Node) -> String {
        let id = node.id.as_str();
        let outlook = match node.kind {
            NodeType::Programme => Some(&self.whole),
            NodeType::Body => self.by_body.get(id),
            NodeType::Goal => self.by_goal.get(id),
            NodeType::Priority => self.by_parent.get(id),
        };
        outlook.cloned().unwrap_or_default().words()
    }
}

/// The levels of a report's nodes.
fn levels(report: Option<&Report>) -> HashMap<(NodeType, &str), Level> {
    let nodes = report.into_iter().flat_map(|report| &report.nodes);
    nodes.map(|node| ((node.kind, node.id.as_str()), node.level)).collect()
}

/// One row for each node of a kind: last period, this period, change, forecast, as reported, items.
pub(super) fn nodes(periods: &Periods<'_>, kind: NodeType) -> Vec<Vec<Markup>> {
    let (before, after) = (levels(periods.previous), levels(periods.forecast));
    let outlooks = Outlooks::of(periods.report);
    let row = |node: &Node| {
        let key = (kind, node.id.as_str());
        let (was, will) = (before.get(&key).copied(), after.get(&key).copied());
        let last = match (periods.previous, was) {
            (None, _) => Markup::absent(NO_DATA),
            (Some(_), None) => Markup::absent(NOT_APPLICABLE),
            (Some(_), Some(level)) => Markup::level(level),
        };
        let moved = match periods.previous {
            None => Markup::absent(NO_DATA),
            Some(_) => Markup::text(change(was, node.level, periods.comparable())),
        };
        let dates = Markup::text(&outlooks.words(node));
        let forecast = match will {
            Some(level) => Markup::level(level).and(&Markup(format!("<span class=\"note\">{}</span>", dates.0))),
            None => dates,
        };
        vec![
            Markup::named(&node.name),
            last,
            Markup::level(node.level),
            moved,
            forecast,
            Markup::level(node.as_reported),
            if node.counts == Counts::default() {
                Markup::absent(NOT_APPLICABLE)
            } else {
                Markup::text(&sentence::counted(&node.counts))
            },
        ]
    };
    periods.report.nodes.iter().filter(|node| node.kind == kind).map(row).collect()
}

/// The findings of each priority as an item, and of each node.
pub(super) fn reasons(report: &Report) -> HashMap<(&str, &str, bool), Vec<&Finding>> {
    let mut reasons: HashMap<_, Vec<&Finding>> = HashMap::new();
    for finding in &report.findings {
        let of_node = matches!(&*finding.rule, "status.roll_up" | "status.override.node");
        let subject = (finding.subject.kind.as_str(), finding.subject.id.as_str(), of_node);
        reasons.entry(subject).or_default().push(finding);
    }
    reasons
}

/// Why, as clauses: those that decide the level, or all where none does.
pub(super) fn because(findings: Option<&Vec<&Finding>>) -> Markup {
    let findings: Vec<&&Finding> = findings.into_iter().flatten().collect();
    let dominating: Vec<&&&Finding> = findings.iter().filter(|finding| finding.dominating).collect();
    let said = if dominating.is_empty() { findings.iter().collect() } else { dominating };
    let clauses: Vec<Markup> =
        said.iter().map(|finding| Markup::text(&sentence::sentence(&sentence::clause(finding)))).collect();
    match clauses.as_slice() {
        [] => Markup::absent(NOT_KNOWN),
        [one] => one.clone(),
        several => Markup::list(several),
    }
}

fn slip(item: &Item) -> Markup {
    let days = |number: i64| if number == 1 { "1 day".to_owned() } else { format!("{number} days") };
    match item.slip_days {
        Some(0) => Markup::text("On the day"),
        Some(late) if late > 0 => Markup::text(&format!("{} late", days(late))),
        Some(early) => Markup::text(&format!("{} early", days(early.saturating_neg()))),
        None => Markup::absent(NOT_APPLICABLE),
    }
}

/// One row for each item that is amber or red, the worst first: levels, dates and the reason.
pub(super) fn exceptions(periods: &Periods<'_>) -> Vec<Vec<Markup>> {
    let report = periods.report;
    let bodies: HashMap<&str, &str> = (report.nodes.iter())
        .filter(|node| node.kind == NodeType::Body)
        .map(|node| (node.id.as_str(), node.name.as_str()))
        .collect();
    let before = item_levels(periods.previous);
    let reasons = reasons(report);
    let mut items: Vec<&Item> =
        report.items.iter().filter(|item| matches!(item.level, Level::Amber | Level::Red)).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.level.severity()));
    let row = |item: &&Item| {
        let last = match (periods.previous, before.get(item.id.as_str())) {
            (None, _) => Markup::absent(NO_DATA),
            (Some(_), None) => Markup::absent(NOT_APPLICABLE),
            (Some(_), Some(level)) => Markup::level(*level),
        };
        let name = format!("{}<span class=\"note\">{}</span>", Markup::named(&item.id).0, Markup::named(&item.name).0);
        let body = bodies.get(item.body.as_str()).copied().unwrap_or(&item.body);
        vec![
            Markup(name),
            Markup::named(body),
            last,
            Markup::level(item.level),
            Markup::day(item.baseline_finish, NOT_APPLICABLE),
            Markup::day(item.forecast_finish, NOT_KNOWN),
            slip(item),
            because(reasons.get(&("priority", item.id.as_str(), false))),
        ]
    };
    items.iter().map(row).collect()
}

fn item_levels(report: Option<&Report>) -> HashMap<&str, Level> {
    report.into_iter().flat_map(|report| &report.items).map(|item| (item.id.as_str(), item.level)).collect()
}

/// What changed since the period before: each item that moved, came or went.
pub(super) fn changes(periods: &Periods<'_>) -> Vec<Vec<Markup>> {
    let Some(previous) = periods.previous else { return Vec::new() };
    let before = item_levels(Some(previous));
    let mut rows = Vec::new();
    for item in &periods.report.items {
        let was = before.get(item.id.as_str()).copied();
        let word = match change(was, item.level, periods.comparable()) {
            "Same" | "Not comparable" => continue,
            "Better" if item.level == Level::Complete => "Completed",
            word => word,
        };
        rows.push(vec![
            Markup::named(&item.id),
            Markup::named(&item.name),
            was.map_or_else(|| Markup::absent(NOT_APPLICABLE), Markup::level),
            Markup::level(item.level),
            Markup::text(word),
        ]);
    }
    let now: HashSet<&str> = periods.report.items.iter().map(|item| item.id.as_str()).collect();
    for item in previous.items.iter().filter(|item| !now.contains(item.id.as_str())) {
        rows.push(vec![
            Markup::named(&item.id),
            Markup::named(&item.name),
            Markup::level(item.level),
            Markup::absent(NOT_APPLICABLE),
            Markup::text("Removed"),
        ]);
    }
    rows
}

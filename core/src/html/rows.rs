//! The rows of the tables: levels of three periods, items with their reasons, changes.

use std::collections::HashMap;

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

/// The levels of nodes last period: of the report that was made then, else as the comparison has them.
fn levels_before<'r>(periods: &Periods<'r>) -> HashMap<(NodeType, &'r str), Level> {
    match (periods.previous, periods.comparison) {
        (None, Some(comparison)) => {
            comparison.nodes.iter().map(|row| ((row.kind, row.id.as_str()), row.level_since)).collect()
        }
        (previous, _) => levels(previous),
    }
}

/// The levels of items last period. A comparison names those that changed; the others are as they were.
pub(super) fn item_levels_before<'r>(periods: &Periods<'r>) -> HashMap<&'r str, Level> {
    let of = |report: &'r Report| report.items.iter().map(|item| (item.id.as_str(), item.level));
    match (periods.previous, periods.comparison) {
        (Some(previous), _) => of(previous).collect(),
        (None, Some(comparison)) => {
            let changed = comparison.items.iter().map(|row| (row.id.as_str(), row.level_since));
            of(periods.report).chain(changed).collect()
        }
        (None, None) => HashMap::new(),
    }
}

fn last_period(periods: &Periods<'_>, was: Option<Level>) -> Markup {
    match (periods.has_before(), was) {
        (false, _) => Markup::absent(NO_DATA),
        (true, None) => Markup::absent(NOT_APPLICABLE),
        (true, Some(level)) => Markup::level(level),
    }
}

/// The names of the bodies that are nodes.
pub(super) fn bodies(report: &Report) -> HashMap<&str, &str> {
    let bodies = report.nodes.iter().filter(|node| node.kind == NodeType::Body);
    bodies.map(|node| (node.id.as_str(), node.name.as_str())).collect()
}

/// An item: its identifier, and its name below.
pub(super) fn item(id: &str, name: &str) -> Markup {
    Markup(format!("{}<span class=\"note\">{}</span>", Markup::named(id).0, Markup::named(name).0))
}

/// One row for each node of a kind: last period, this period, change, forecast, as reported, items.
pub(super) fn nodes(periods: &Periods<'_>, kind: NodeType) -> Vec<Vec<Markup>> {
    let (before, after) = (levels_before(periods), levels(periods.forecast));
    let outlooks = Outlooks::of(periods.report);
    let row = |node: &Node| {
        let key = (kind, node.id.as_str());
        let (was, will) = (before.get(&key).copied(), after.get(&key).copied());
        let last = last_period(periods, was);
        let moved = match periods.has_before() {
            false => Markup::absent(NO_DATA),
            true => Markup::text(change(was, node.level, periods.comparable())),
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
    // A board or summit without work of its own has no level to show.
    let shown = |node: &&Node| kind != NodeType::Body || node.counts != Counts::default();
    periods.report.nodes.iter().filter(|node| node.kind == kind).filter(shown).map(row).collect()
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
    let bodies = bodies(report);
    let before = item_levels_before(periods);
    let reasons = reasons(report);
    let mut items: Vec<&Item> =
        report.items.iter().filter(|item| matches!(item.level, Level::Amber | Level::Red)).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.level.severity()));
    let row = |item: &&Item| {
        let last = last_period(periods, before.get(item.id.as_str()).copied());
        let body = bodies.get(item.body.as_str()).copied().unwrap_or(&item.body);
        vec![
            self::item(&item.id, &item.name),
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

//! Whether a programme keeps its own rules: roles filled, limits kept, every activity serving an aim, decisions quorate,
//! interests declared, changes independently reviewed.
//!
//! Each check is a row, with a finding for each breach. Single people are named only where the detail asked for says so.

mod aims;
mod changes;
mod counts;
mod decisions;
mod interests;
mod limits;
mod posts;
mod records;
mod rows;

pub use rows::{
    AimRow, BodyRow, CheckRow, CountRow, DecisionRow, Delivery, GoalBody, Governance, GovernanceCheck,
    GovernanceStatus, LimitRow, ReviewRow, RoleRow,
};

pub(crate) use records::{MOST_NAMED, Records, is_member};

use std::collections::HashSet;

use crate::document::priority::Priority;
use crate::finding::{About, Dimension, Finding, FindingCode, Level, Severity};
use crate::status::{Item, Moment};
use GovernanceCheck as Check;

/// The most records that one check looks at, where it would look at some of them again and again.
const MOST_LOOKED_AT: usize = 1_000_000;

/// What the checks look at.
struct Case<'r, 'm, 'a> {
    records: &'r Records<'m, 'a>,
    /// One row for each priority, in the order of the document.
    items: &'r [Item],
    moment: Moment,
    /// The first day of what is counted over time.
    from: crate::day::Day,
    /// People are named.
    named: bool,
}

/// What one check found, and how many things it asked about.
#[derive(Default)]
struct Found {
    asked: usize,
    findings: Vec<Finding>,
}

impl Found {
    /// One more thing asked about, with what was found.
    fn ask(&mut self, finding: Option<Finding>) {
        self.asked += 1;
        self.findings.extend(finding);
    }
}

/// Every check of a programme.
pub(crate) fn govern(
    records: &Records<'_, '_>,
    items: &[Item],
    moment: Moment,
    from: crate::day::Day,
    named: bool,
) -> Governance {
    let case = Case { records, items, moment, from, named };
    let (roles, filled) = case.roles();
    let (limits, kept) = case.limits();
    let (aims, coverage, drivers) = case.aims();
    let goals = case.goals();
    let (bodies, mix, away) = case.horizons();
    let (reviews, supported, clinical) = case.reviews();
    let (declared, counted) = case.declared();
    let (delivered, spread) = case.delivered();
    let (decisions, quorums, votes) = case.decisions();
    let found = [
        (Check::Roles, filled),
        (Check::Limits, kept),
        (Check::Chairs, case.chairs()),
        (Check::Membership, case.membership()),
        (Check::Attendance, case.outsiders()),
        (Check::Accountability, case.accountability()),
        (Check::Aims, coverage),
        (Check::Drivers, drivers),
        (Check::Goals, goals),
        (Check::Horizons, mix),
        (Check::AwayDays, away),
        (Check::CaseForChange, supported),
        (Check::Impartiality, case.impartiality()),
        (Check::Panels, clinical),
        (Check::Quorums, quorums),
        (Check::Votes, votes),
        (Check::Interests, case.interests()),
        (Check::DeclaredCounts, counted),
        (Check::Duplicates, case.duplicates()),
        (Check::Delivery, spread),
    ];
    let row = |(check, found): &(Check, Found)| {
        let breaches = found.findings.iter().filter(|finding| finding.severity != Severity::Note).count();
        let incomplete = found.findings.iter().any(|finding| finding.code == FindingCode::CheckIncomplete);
        let status = match (found.asked, breaches) {
            (_, 1..) => GovernanceStatus::NotMet,
            _ if incomplete => GovernanceStatus::NotAssessed,
            (0, _) => GovernanceStatus::NotApplicable,
            _ => GovernanceStatus::Met,
        };
        CheckRow { check: *check, status, asked: whole(found.asked), breaches: whole(breaches) }
    };
    let checks = found.iter().map(row).collect();
    let findings = crate::finding::sorted(found.into_iter().flat_map(|(_, found)| found.findings).collect());
    let goal_bodies = case.goal_bodies();
    Governance { checks, roles, limits, aims, goal_bodies, bodies, reviews, decisions, declared, delivered, findings }
}

impl Case<'_, '_, '_> {
    /// Said where a check would look at more than is allowed.
    fn incomplete(&self, rule: &'static str, most: usize) -> Finding {
        let programme = &self.records.model.programme.id;
        let finding =
            Finding::new(FindingCode::CheckIncomplete, About::Programme, programme, Dimension::Governance, rule);
        finding.with("most", most)
    }

    /// True for a priority that is not excluded on the day.
    fn counts(&self, place: usize) -> bool {
        self.items.get(place).is_some_and(|item| item.level != Level::Excluded)
    }

    /// Priorities not excluded on the day, with their places.
    fn counted(&self) -> impl Iterator<Item = (usize, &'_ Priority)> {
        let priorities = self.records.model.programme.priorities.iter().enumerate();
        priorities.filter(|(place, _)| self.counts(*place))
    }
}

/// A number of rows; there are never as many as would not fit.
fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A breach of a rule.
fn breach(code: FindingCode, kind: impl Into<About>, id: &str, rule: &'static str) -> Finding {
    Finding::new(code, kind, id, Dimension::Governance, rule).severity(Severity::Amber)
}

/// The names, each once, in the order given: the first of them, and how many there are.
fn some_of<'n>(names: impl Iterator<Item = &'n str>) -> (Vec<String>, usize) {
    let mut seen = HashSet::new();
    let mut first = Vec::new();
    for name in names {
        if seen.insert(name) && first.len() < MOST_NAMED {
            first.push(name.to_owned());
        }
    }
    (first, seen.len())
}

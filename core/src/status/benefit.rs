//! The benefit of an item: whether what it is for shows in the figures. The facts come from elsewhere.

use super::leaf::Judging;
use crate::day::Day;
use crate::document::priority::Baseline;
use crate::finding::{Dimension, Finding, FindingCode as Code, Level, Severity};

/// So many organisations are named; the others are counted.
const MOST_NAMED: usize = 12;

/// An indicator that does not show the benefit of an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Benefit {
    pub(crate) indicator: String,
    pub(crate) name: String,
    /// Those where it is so; none for the whole.
    pub(crate) organisations: Vec<String>,
    /// The target is missed by the process as it is; else met by chance.
    pub(crate) missed: bool,
    pub(crate) target: Option<f64>,
    /// The last period with a figure that says so.
    pub(crate) latest: Option<String>,
    /// The target is a proportion from 0 to 1.
    pub(crate) proportion: bool,
}

impl Judging<'_, '_, '_> {
    /// From the day when the benefit is expected: each linked indicator that does not show it puts a floor.
    pub(super) fn benefit(&mut self, baseline: &Baseline) {
        let from = self.expected_from(baseline);
        for benefit in self.benefits(from) {
            let level = if benefit.missed { Level::Red } else { Level::Amber };
            let finding = self.benefit_finding(Code::Benefit, &benefit, from);
            self.floor(level, finding);
        }
    }

    /// Of an item that is finished: said, and without a colour.
    pub(super) fn benefit_of_complete(&mut self, baseline: &Baseline) {
        if self.case.policy.preset.is_some() {
            return;
        }
        let from = self.expected_from(baseline);
        for benefit in self.benefits(from).into_iter().filter(|benefit| benefit.missed) {
            let finding = self.benefit_finding(Code::BenefitNotSeen, &benefit, from).severity(Severity::Amber);
            self.leaf.findings.push(finding);
        }
    }

    fn expected_from(&self, baseline: &Baseline) -> Day {
        self.case.item.priority.benefit_from.unwrap_or(baseline.finish)
    }

    fn benefits(&self, from: Day) -> Vec<Benefit> {
        let expected = from <= self.case.moment.as_at;
        if expected { self.case.facts.benefits(self.case.position, self.case.moment) } else { Vec::new() }
    }

    fn benefit_finding(&self, code: Code, benefit: &Benefit, from: Day) -> Finding {
        self.finding(code, Dimension::Benefit, "status.leaf.benefit")
            .with("indicator", benefit.indicator.clone())
            .with("name", benefit.name.clone())
            .with("organisations", benefit.organisations.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>())
            .with("places", benefit.organisations.len())
            .with("icon", if benefit.missed { "fail" } else { "hit_or_miss" })
            .with("target", benefit.target)
            .with("latest_period", benefit.latest.clone())
            .with("unit", if benefit.proportion { "proportion" } else { "figure" })
            .with("benefit_from", from)
            .proof("indicator", benefit.indicator.clone(), "targets")
    }
}

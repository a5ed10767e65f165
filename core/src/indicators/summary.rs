//! Icons rolled up: how many series of the collaborative, a body or a goal have which.

use std::collections::{HashMap, HashSet};

use super::AssessedIndicator;
use crate::document::Programme;
use crate::document::declare::words;
use crate::recall::result;
use crate::variation::{AssuranceIcon, VariationIcon};

words! {
    /// For what part of the collaborative icons are counted.
    IndicatorScope {
        /// All series.
        Collaborative = "collaborative",
        /// Series of indicators that are linked to a priority of the body.
        Body = "body",
        /// Series of indicators that are linked to the goal, or to a priority that serves it.
        Goal = "goal",
    }
}

result! {
    /// How many series have which icon. A series is an indicator in one organisation, or in the whole.
    #[derive(Eq)]
    IndicatorSummary {
        /// For what part.
        scope: IndicatorScope,
        /// Its identifier.
        id: String,
        /// Its name.
        name: String,
        /// How many indicators.
        indicators: usize,
        /// How many series; the icons of variation add up to it, and so do those of assurance.
        series: usize,
        /// Improvement, high.
        improvement_high: usize,
        /// Improvement, low.
        improvement_low: usize,
        /// Concern, high.
        concern_high: usize,
        /// Concern, low.
        concern_low: usize,
        /// High, where neither side is better.
        high: usize,
        /// Low, where neither side is better.
        low: usize,
        /// No special cause.
        common_cause: usize,
        /// No icon of variation: too few points, or no figures.
        no_variation: usize,
        /// The target is met.
        pass: usize,
        /// The target is met or missed by chance.
        hit_or_miss: usize,
        /// The target is missed.
        fail: usize,
        /// No icon of assurance: no target, no direction, or no limits.
        no_assurance: usize,
    }
}

impl IndicatorSummary {
    fn of(scope: IndicatorScope, id: &str, name: &str) -> Self {
        Self {
            scope,
            id: id.to_owned(),
            name: name.to_owned(),
            indicators: 0,
            series: 0,
            improvement_high: 0,
            improvement_low: 0,
            concern_high: 0,
            concern_low: 0,
            high: 0,
            low: 0,
            common_cause: 0,
            no_variation: 0,
            pass: 0,
            hit_or_miss: 0,
            fail: 0,
            no_assurance: 0,
        }
    }

    fn add(&mut self, row: &AssessedIndicator) {
        self.series += 1;
        *match row.variation.icon {
            Some(VariationIcon::ImprovementHigh) => &mut self.improvement_high,
            Some(VariationIcon::ImprovementLow) => &mut self.improvement_low,
            Some(VariationIcon::ConcernHigh) => &mut self.concern_high,
            Some(VariationIcon::ConcernLow) => &mut self.concern_low,
            Some(VariationIcon::High) => &mut self.high,
            Some(VariationIcon::Low) => &mut self.low,
            Some(VariationIcon::CommonCause) => &mut self.common_cause,
            None => &mut self.no_variation,
        } += 1;
        *match row.assurance.icon {
            Some(AssuranceIcon::Pass) => &mut self.pass,
            Some(AssuranceIcon::HitOrMiss) => &mut self.hit_or_miss,
            Some(AssuranceIcon::Fail) => &mut self.fail,
            None => &mut self.no_assurance,
        } += 1;
    }
}

impl IndicatorSummary {
    /// Adds what was counted of one indicator.
    fn join(&mut self, other: &Self) {
        self.series += other.series;
        self.improvement_high += other.improvement_high;
        self.improvement_low += other.improvement_low;
        self.concern_high += other.concern_high;
        self.concern_low += other.concern_low;
        self.high += other.high;
        self.low += other.low;
        self.common_cause += other.common_cause;
        self.no_variation += other.no_variation;
        self.pass += other.pass;
        self.hit_or_miss += other.hit_or_miss;
        self.fail += other.fail;
        self.no_assurance += other.no_assurance;
    }
}

/// The collaborative, then bodies and goals in the order of the document; parts without an indicator have no row.
pub(crate) fn summarise(programme: &Programme, rows: &[AssessedIndicator]) -> Vec<IndicatorSummary> {
    if rows.is_empty() {
        return Vec::new();
    }
    let own = programme.collaborative.as_ref();
    let (id, name) = own.map_or((&programme.id, programme.name.as_str()), |own| (&own.id, own.name.as_str()));
    let mut summaries = vec![IndicatorSummary::of(IndicatorScope::Collaborative, id, name)];
    let bodies = programme.bodies.iter().map(|body| (IndicatorScope::Body, body.id.as_str(), body.name.as_str()));
    let goals = programme.goals.iter().map(|goal| (IndicatorScope::Goal, goal.id.as_str(), goal.name.as_str()));
    summaries.extend(bodies.chain(goals).map(|(scope, id, name)| IndicatorSummary::of(scope, id, name)));
    let keys = summaries.iter().enumerate().skip(1).map(|(place, row)| ((row.scope, row.id.clone()), place));
    let places: HashMap<(IndicatorScope, String), usize> = keys.collect();
    let priorities: HashMap<&str, _> = programme.priorities.iter().map(|one| (one.id.as_str(), one)).collect();
    // The rows of an indicator stand together.
    for rows in rows.chunk_by(|a, b| a.id == b.id) {
        let Some(first) = rows.first() else { continue };
        let mut found = HashSet::from([0]);
        let mut find = |scope: IndicatorScope, id: &str| found.extend(places.get(&(scope, id.to_owned())));
        first.goals.iter().for_each(|goal| find(IndicatorScope::Goal, goal));
        for priority in first.priorities.iter().filter_map(|id| priorities.get(id.as_str())) {
            find(IndicatorScope::Body, &priority.body);
            priority.goal.iter().for_each(|goal| find(IndicatorScope::Goal, goal));
        }
        let mut own = IndicatorSummary::of(IndicatorScope::Collaborative, "", "");
        rows.iter().for_each(|row| own.add(row));
        for place in found {
            let Some(summary) = summaries.get_mut(place) else { continue };
            summary.indicators += 1;
            summary.join(&own);
        }
    }
    summaries.retain(|summary| summary.series > 0);
    summaries
}

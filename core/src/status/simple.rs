//! Rolling up bare levels: for those who have colours and no programme document.

use super::causes::{causes, counts, mean, ratio, robustness, shares};
use super::path::{Answer, Question, Ranks, through_milestones};
use super::roll_up::{Sample, roll_up as pass};
use super::rows::{Counts, Robustness, Shares};
use super::tree::{Child, Node, NodeKind, Tree};
use crate::decimal::{Decimal, ONE};
use crate::document::declare::record;
use crate::document::policy::{Path, RollUp, StatusPolicy};
use crate::document::update::SubjectKind;
use crate::document::values::Weight;
use crate::finding::{Dimension, Finding, FindingCode, Level};
use crate::model::places;
use crate::recall::result;
use crate::sorting::Arrange;
use std::cmp::Reverse;

record! {
    /// One part of a node: its level and what it weighs.
    RollUpItem {
        /// Unique among the items.
        id: String,
        /// Its level.
        level: Level,
    } optional {
        /// Its weight; 1 when omitted.
        weight: Option<Weight>,
        /// A critical milestone.
        critical: Option<bool>,
        /// How fresh and complete the reports on it are; evidenced when omitted.
        evidence: Option<ItemEvidence>,
    }
}

record! {
    /// How fresh and complete the reports on an item are.
    ItemEvidence {
    } optional {
        /// The age of the last update in days, where that is stale.
        stale_days: Option<u32>,
        /// Fields that should be there and are not.
        missing: Vec<String>,
    }
}

result! {
    /// What the items make of the node above them.
    RollUpResult {
        /// The node's level.
        level: Level,
        /// Items per level.
        counts: Counts,
        /// Weight per level, as shares of all assessed items.
        shares: Shares,
        /// Share of weight with evidence.
        coverage: Option<f64>,
        /// Mean severity, 0 complete to 3 red.
        mean_severity: Option<f64>,
        /// The level under every policy.
        robustness: Robustness,
        /// The fewest items whose becoming green makes the node green.
        path_to_green: Option<Vec<String>>,
        /// The fewest items whose turning red makes the node red.
        next_to_fall: Option<Vec<String>>,
        /// Why.
        findings: Vec<Finding>,
    }
}

/// Rolls up items that stand directly under one node.
///
/// ```
/// use equipoise::{document::policy::StatusPolicy, finding::Level, status::{RollUpItem, roll_up}};
/// let item = |id: &str, level| RollUpItem { id: id.into(), level, weight: None, critical: None, evidence: None };
/// let items = [item("a", Level::Green), item("b", Level::Green), item("c", Level::Red)];
/// assert_eq!(roll_up(&items, &StatusPolicy::default()).level, Level::Red); // a third of the weight
/// ```
pub fn roll_up(items: &[RollUpItem], policy: &StatusPolicy) -> RollUpResult {
    let samples: Vec<Sample> = items.iter().map(sample).collect();
    let leaves: Vec<usize> = (0..items.len()).collect();
    let children = leaves.iter().map(|leaf| Child::Leaf(*leaf)).collect();
    let node = Node {
        kind: NodeKind::Programme,
        children,
        leaves: leaves.clone(),
        weight: ONE,
        critical: false,
        floored: false,
    };
    let tree = Tree { nodes: vec![node] };
    let sample = |leaf: usize| samples[leaf];
    let outcomes = pass(&tree, &sample, policy, true, None);
    let outcome = &outcomes[0];
    // The items are both the leaves and the children, so the two paths are one.
    let (selected, path) = (policy.roll_up, Path::Leaves);
    let level = outcome.level(selected, path);
    let mut order = leaves.clone();
    order.arrange_by(|a, b| items[*a].id.cmp(&items[*b].id));
    let by_id = places(&order);
    order.arrange_by_key(|leaf| Reverse(samples[*leaf].weight));
    let by_weight = places(&order);
    let question = Question::new(&order, &sample, policy, Ranks { by_weight: &by_weight, by_id: &by_id });
    let nothing = || Some(Answer { leaves: Vec::new(), exact: true });
    let green = match level {
        Level::Complete | Level::Green => nothing(),
        Level::Excluded => None,
        _ => question.to_green(selected, outcome),
    };
    let red = match level {
        Level::Red => nothing(),
        Level::Green | Level::Amber => {
            let milestones = if selected == RollUp::Default {
                through_milestones(&tree, 0, &sample, policy, &|_| None)
            } else {
                Vec::new()
            };
            question.to_red(selected, outcome, milestones)
        }
        _ => None,
    };
    let ids = |answer: Answer| answer.leaves.iter().map(|leaf| items[*leaf].id.clone()).collect();
    let finding = |code| Finding::new(code, SubjectKind::Programme, "", Dimension::RollUp, "status.roll_up");
    let mut findings = causes(outcome, selected, path, policy, &finding);
    for finding in &mut findings {
        if finding.code == FindingCode::CriticalChildRed {
            let red = |item: &&RollUpItem| item.critical == Some(true) && item.level == Level::Red;
            finding.add("items", items.iter().filter(red).map(|item| item.id.clone()).collect::<Vec<_>>());
        }
        if finding.code == FindingCode::RedFloor {
            finding.add("count", i64::from(outcome.sums.counts[3]));
        }
        finding.dominating = finding.implies == Some(level);
        finding.policy_version = policy.version.as_str().into();
    }
    let findings = crate::finding::sorted(findings);
    RollUpResult {
        level,
        counts: counts(&outcome.sums),
        shares: shares(&outcome.sums.weights),
        coverage: ratio(outcome.sums.counted() - outcome.sums.uncovered, outcome.sums.counted()),
        mean_severity: mean(&outcome.sums.weights),
        robustness: robustness(outcome, selected),
        path_to_green: green.map(ids),
        next_to_fall: red.map(ids),
        findings,
    }
}

fn sample(item: &RollUpItem) -> Sample {
    let evidenced =
        item.evidence.as_ref().is_none_or(|evidence| evidence.stale_days.is_none() && evidence.missing.is_empty());
    Sample {
        level: item.level,
        computed_red: item.level == Level::Red,
        uncovered: item.level == Level::NotAssessed || (item.level.is_open() && !evidenced),
        critical: item.critical == Some(true),
        weight: item.weight.map_or(Decimal::whole(1), |weight| weight.0).in_whole_millionths(),
    }
}

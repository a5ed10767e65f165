//! THE ROLL-UP RULE: how the leaves below a node make its level, under every policy and over both paths.
//!
//! Shares are compared as integers (millionths of weight), so a share of exactly a quarter is exactly a quarter.

use super::overrides::{Standing, Verdict, judge};
use super::tree::{Child, Tree};
use crate::decimal::ONE;
use crate::document::policy::{CriticalScope, Path, RollUp, StatusPolicy};
use crate::document::update::Override;
use crate::finding::Level;

/// A leaf as a node above sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sample {
    pub(crate) level: Level,
    /// Computed red, whatever was set above it.
    pub(crate) computed_red: bool,
    /// Open and stale or incomplete, or not assessed.
    pub(crate) uncovered: bool,
    /// A critical milestone.
    pub(crate) critical: bool,
    /// In millionths.
    pub(crate) weight: i64,
}

impl Sample {
    /// The weight in the type of sums.
    pub(crate) fn mass(&self) -> i128 {
        i128::from(self.weight)
    }
}

/// Weights by severity: complete, green, amber, red.
pub(crate) type Weights = [i128; 4];

/// What the leaves below a node add up to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    pub(crate) weights: Weights,
    pub(crate) not_assessed: i128,
    pub(crate) uncovered: i128,
    /// Complete, green, amber, red, not assessed, excluded.
    pub(crate) counts: [u32; 6],
    /// Some leaf is red, or computed red.
    pub(crate) red_below: bool,
}

impl Sums {
    pub(crate) fn of(samples: impl Iterator<Item = Sample>) -> Self {
        let mut sums = Self::default();
        for sample in samples {
            sums.counts[sample.level as usize] += 1;
            match sample.level.severity() {
                Some(severity) => sums.weights[usize::from(severity)] += sample.mass(),
                None if sample.level == Level::NotAssessed => sums.not_assessed += sample.mass(),
                None => continue,
            }
            sums.uncovered += if sample.uncovered { sample.mass() } else { 0 };
            sums.red_below |= sample.computed_red || sample.level == Level::Red;
        }
        sums
    }

    pub(crate) fn assessed(&self) -> i128 {
        self.weights.iter().sum()
    }

    /// Weight of all leaves that are not excluded.
    pub(crate) fn counted(&self) -> i128 {
        self.assessed() + self.not_assessed
    }

    /// The level that holds under every policy, if one does.
    pub(crate) fn standing(&self) -> Option<Level> {
        let [complete, green, amber, red, not_assessed, _] = self.counts;
        match (complete, green + amber + red, not_assessed) {
            (0, 0, 0) => Some(Level::Excluded),
            (0, 0, _) => Some(Level::NotAssessed),
            (_, 0, 0) => Some(Level::Complete),
            _ => None,
        }
    }

    /// True if too little is known.
    pub(crate) fn low_coverage(&self, policy: &StatusPolicy) -> bool {
        (self.counted() - self.uncovered) * ONE < policy.coverage.in_millionths() * self.counted()
    }
}

/// A judgement in force on a node, and the node's computed level over children at its start, by policy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judged<'a> {
    pub(crate) judgement: &'a Override,
    pub(crate) at_start: [Level; 4],
}

/// Judgements on nodes, and the computed pass that they are weighed against.
#[derive(Clone, Copy)]
pub(crate) struct Judgements<'j, 'a> {
    pub(crate) on: &'j [Option<Judged<'a>>],
    pub(crate) computed: &'j [Outcome],
}

/// The level of one node under every policy and over both paths, and what it came from.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) sums: Sums,
    /// Over leaves, in the order of [`RollUp::ALL`].
    pub(crate) leaves: [Level; 4],
    /// Over direct children, likewise.
    pub(crate) children: [Level; 4],
    /// What the direct children add up to, by the policy that gave their levels.
    pub(crate) child_weights: [Weights; 4],
    /// A critical milestone in scope is red: over leaves, over children.
    pub(crate) critical_red: [bool; 2],
}

impl Outcome {
    pub(crate) fn level(&self, roll_up: RollUp, path: Path) -> Level {
        let levels = if path == Path::Leaves { &self.leaves } else { &self.children };
        levels[place(roll_up)]
    }

    /// What shares are taken of.
    pub(crate) fn basis(&self, roll_up: RollUp, path: Path) -> &Weights {
        if path == Path::Leaves { &self.sums.weights } else { &self.child_weights[place(roll_up)] }
    }
}

/// Where a policy stands in the lists of an [`Outcome`].
pub(crate) fn place(roll_up: RollUp) -> usize {
    RollUp::ALL.iter().position(|known| *known == roll_up).unwrap_or_default()
}

/// One pass over the tree, children first. By the rules, coverage and floors of bodies count; as reported, they do not.
pub(crate) fn roll_up(
    tree: &Tree,
    samples: &dyn Fn(usize) -> Sample,
    policy: &StatusPolicy,
    by_rules: bool,
    judgements: Option<Judgements<'_, '_>>,
) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::with_capacity(tree.nodes.len());
    for (position, node) in tree.nodes.iter().enumerate() {
        let sums = Sums::of(node.leaves.iter().map(|leaf| samples(*leaf)));
        let low_coverage = by_rules && sums.low_coverage(policy);
        let mut child_weights = [Weights::default(); 4];
        let mut critical_red = [false; 2];
        for child in &node.children {
            match child {
                Child::Leaf(leaf) => {
                    let sample = samples(*leaf);
                    if let Some(severity) = sample.level.severity() {
                        child_weights.iter_mut().for_each(|sum| sum[usize::from(severity)] += sample.mass());
                    }
                    let red = sample.critical && sample.level == Level::Red;
                    critical_red = critical_red.map(|already| already || red);
                }
                Child::Node(child) => {
                    let (node, outcome) = (&tree.nodes[*child], &outcomes[*child]);
                    for (sum, level) in child_weights.iter_mut().zip(outcome.children) {
                        if let Some(severity) = level.severity() {
                            sum[usize::from(severity)] += node.weight;
                        }
                    }
                    // A milestone that is a parent counts by its node's level.
                    let by_default = place(RollUp::Default);
                    let red =
                        [outcome.leaves[by_default], outcome.children[by_default]].map(|level| level == Level::Red);
                    for path in 0..2 {
                        let deeper = policy.critical_scope == CriticalScope::All && outcome.critical_red[path];
                        critical_red[path] |= (node.critical && red[path]) || deeper;
                    }
                }
            }
        }
        if policy.critical_scope == CriticalScope::Off {
            critical_red = [false; 2];
        }
        let floored = by_rules && node.floored;
        let level = |roll_up: RollUp, basis: &Weights, critical_red: bool| {
            let facts = Facts { red_below: sums.red_below, low_coverage, critical_red };
            let open =
                || level_of(roll_up, basis, facts, policy).max(if floored { Level::Amber } else { Level::Green });
            sums.standing().unwrap_or_else(open)
        };
        let mut leaves = [Level::Green; 4];
        let mut children = [Level::Green; 4];
        for (place, roll_up) in RollUp::ALL.iter().enumerate() {
            leaves[place] = level(*roll_up, &sums.weights, critical_red[0]);
            children[place] = level(*roll_up, &child_weights[place], critical_red[1]);
        }
        if let Some(judgements) = judgements {
            for (place, level) in children.iter_mut().enumerate() {
                *level = overridden(*level, judgements, position, place, sums.red_below);
            }
        }
        outcomes.push(Outcome { sums, leaves, children, child_weights, critical_red });
    }
    outcomes
}

/// A node's level over children with the judgement above it, if it holds. Better than the roll-up, it cannot pass the
/// floor under hidden reds.
fn overridden(own: Level, judgements: Judgements<'_, '_>, node: usize, place: usize, red_below: bool) -> Level {
    let Some(verdict) = verdict(judgements, node, place) else { return own };
    match verdict {
        Verdict::Holds { effective, .. } if effective < own && red_below => effective.max(Level::Amber),
        Verdict::Holds { effective, .. } => effective,
        Verdict::Refused(_) | Verdict::Contradicted => own,
    }
}

/// What comes of the judgement on a node by one policy. Whole nodes have no evidence of their own to ask for.
pub(crate) fn verdict(judgements: Judgements<'_, '_>, node: usize, place: usize) -> Option<Verdict> {
    let judged = judgements.on.get(node)?.as_ref()?;
    let now = judgements.computed[node].children[place];
    Some(judge(judged.judgement, Standing { now, at_start: judged.at_start[place], evidenced: true }))
}

/// What a policy looks at beside shares.
#[derive(Debug, Clone, Copy)]
struct Facts {
    red_below: bool,
    low_coverage: bool,
    critical_red: bool,
}

/// The level by one policy, where at least one leaf is open. The weights are by severity.
fn level_of(roll_up: RollUp, weights: &Weights, facts: Facts, policy: &StatusPolicy) -> Level {
    let [_, green, amber, red] = *weights;
    let total: i128 = weights.iter().sum();
    let share =
        |part: i128, threshold: crate::decimal::Decimal| part > 0 && part * ONE >= threshold.in_millionths() * total;
    match roll_up {
        RollUp::Default => {
            if facts.critical_red || share(red, policy.red_share) {
                Level::Red
            } else if facts.red_below || share(amber + red, policy.amber_share) || facts.low_coverage {
                Level::Amber
            } else {
                Level::Green
            }
        }
        RollUp::WorstOf if red > 0 => Level::Red,
        RollUp::WorstOf if amber > 0 => Level::Amber,
        RollUp::WorstOf => Level::Green,
        RollUp::Mean => {
            let severity = (green + 2 * amber + 3 * red) * ONE;
            match () {
                () if severity < policy.mean_amber.in_millionths() * total => Level::Green,
                () if severity < policy.mean_red.in_millionths() * total => Level::Amber,
                () => Level::Red,
            }
        }
        RollUp::ThresholdLadder if share(red, policy.ladder_red) => Level::Red,
        RollUp::ThresholdLadder if share(amber + red, policy.ladder_amber) => Level::Amber,
        RollUp::ThresholdLadder => Level::Green,
    }
}

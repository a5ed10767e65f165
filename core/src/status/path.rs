//! Path to green and next to fall: the fewest leaves whose change would change the node.
//!
//! Over leaves, every policy asks for one or two weighted sums to be reached, so the fewest leaves are found exactly
//! by trying how many to take of each kind, heaviest first. Tries are counted; past the limit the answer is a set that
//! does it, and says that it may not be the smallest. Over children see `smallest.rs`.

use super::roll_up::{Outcome, Sample, Sums};
use super::tree::{Child, Tree};
use std::cmp::Ordering;

use crate::decimal::{Decimal, ONE};
use crate::document::policy::{CriticalScope, RollUp, StatusPolicy};
use crate::finding::Level;
use crate::sorting::Arrange;

/// Tries before an exact search gives way.
const MOST_TRIES: usize = 20_000;

/// A set of leaves, and whether it is surely the smallest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) leaves: Vec<usize>,
    pub(crate) exact: bool,
}

/// A leaf that could change: what it would add to each of two sums.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    leaf: usize,
    /// Of this one and those of its kind before it.
    weight_so_far: i128,
    gains: [i128; 2],
    /// Candidates of one kind gain in proportion to their weights, so the heavier one is never worse.
    kind: u8,
}

/// Where each item stands among all.
#[derive(Clone, Copy)]
pub(crate) struct Ranks<'q> {
    /// Heaviest first, then by id: the order in which leaves are listed.
    pub(crate) by_weight: &'q [usize],
    pub(crate) by_id: &'q [usize],
}

/// A node's leaves and their samples, heaviest first, then by id.
pub(crate) struct Question<'q> {
    pub(crate) leaves: Vec<(usize, Sample)>,
    pub(crate) policy: &'q StatusPolicy,
    pub(crate) ranks: Ranks<'q>,
    pub(crate) samples: &'q dyn Fn(usize) -> Sample,
}

impl<'q> Question<'q> {
    /// The leaves come in the order of their ranks.
    pub(crate) fn new(
        leaves: &[usize],
        samples: &'q dyn Fn(usize) -> Sample,
        policy: &'q StatusPolicy,
        ranks: Ranks<'q>,
    ) -> Self {
        let leaves = leaves.iter().map(|leaf| (*leaf, samples(*leaf))).collect();
        Self { leaves, policy, ranks, samples }
    }

    /// The fewest leaves whose becoming green and evidenced makes the node green, over leaves.
    pub(crate) fn to_green(&self, roll_up: RollUp, outcome: &Outcome) -> Option<Answer> {
        let must = |sample: &Sample| match roll_up {
            RollUp::Default => sample.level == Level::Red || sample.computed_red,
            RollUp::WorstOf => matches!(sample.level, Level::Amber | Level::Red),
            RollUp::Mean | RollUp::ThresholdLadder => false,
        };
        let changeable = self.leaves.iter().filter(|(_, sample)| can_improve(sample));
        let candidate = |(leaf, sample): &(usize, Sample)| {
            let kind = sample.level as u8 * 2 + u8::from(sample.uncovered);
            Candidate {
                leaf: *leaf,
                weight_so_far: sample.mass(),
                gains: gain_to_green(roll_up, self.policy, sample),
                kind,
            }
        };
        let (musts, mays): (Vec<_>, Vec<_>) = changeable.partition(|(_, sample)| must(sample));
        let musts: Vec<Candidate> = musts.into_iter().map(candidate).collect();
        let mays: Vec<Candidate> = mays.into_iter().map(candidate).collect();
        let mut left = needs_to_green(roll_up, self.policy, &outcome.sums);
        for must in &musts {
            left = [left[0] - must.gains[0], left[1] - must.gains[1]];
        }
        let more = self.fewest(&mays, left)?;
        let leaves = musts.iter().map(|must| must.leaf).chain(more.leaves).collect();
        Some(Answer { leaves: self.by_weight(leaves), exact: more.exact })
    }

    /// The fewest open leaves whose turning red makes the node red, over leaves.
    pub(crate) fn to_red(&self, roll_up: RollUp, outcome: &Outcome, through_milestones: Vec<Answer>) -> Option<Answer> {
        let policy = self.policy;
        let weights = outcome.sums.weights;
        let total: i128 = weights.iter().sum();
        let [_, green, amber, red] = weights;
        let severity = (green + 2 * amber + 3 * red) * ONE;
        let (need, by_severity) = match roll_up {
            RollUp::Default => (policy.red_share.in_millionths() * total - red * ONE, false),
            RollUp::WorstOf => (1, false),
            RollUp::Mean => (policy.mean_red.in_millionths() * total - severity, true),
            RollUp::ThresholdLadder => (policy.ladder_red.in_millionths() * total - red * ONE, false),
        };
        let mays: Vec<Candidate> = (self.leaves.iter())
            .filter(|(_, sample)| can_fall(sample))
            .map(|(leaf, sample)| {
                let steps = if by_severity && sample.level == Level::Green { 2 } else { 1 };
                let kind = if by_severity { sample.level as u8 } else { 0 };
                Candidate { leaf: *leaf, weight_so_far: sample.mass(), gains: [steps * sample.mass() * ONE, 0], kind }
            })
            .collect();
        let by_share = self.fewest(&mays, [need, 0]);
        let all = by_share.into_iter().chain(through_milestones);
        all.min_by(|a, b| self.order(&a.leaves, &b.leaves))
            .map(|answer| Answer { leaves: self.by_weight(answer.leaves), ..answer })
    }

    /// Fewer leaves first, then heavier ones, then those with the first ids.
    fn order(&self, a: &[usize], b: &[usize]) -> Ordering {
        let weight = |leaves: &[usize]| -> i128 { leaves.iter().map(|leaf| (self.samples)(*leaf).mass()).sum() };
        let size = a.len().cmp(&b.len());
        size.then_with(|| weight(b).cmp(&weight(a))).then_with(|| first_ids(a, b, self.ranks.by_id))
    }

    /// The leaves in the order of the question: heaviest first, then by id.
    fn by_weight(&self, mut leaves: Vec<usize>) -> Vec<usize> {
        leaves.sort_unstable_by_key(|leaf| self.ranks.by_weight[*leaf]);
        leaves
    }

    /// The fewest candidates whose gains reach both needs; among those the heaviest, then the first ids.
    fn fewest(&self, candidates: &[Candidate], needs: [i128; 2]) -> Option<Answer> {
        if needs.iter().all(|need| *need <= 0) {
            return Some(Answer { leaves: Vec::new(), exact: true });
        }
        let mut kinds: Vec<Vec<Candidate>> = Vec::new();
        for candidate in candidates {
            match kinds.iter_mut().find(|kind| kind.first().is_some_and(|first| first.kind == candidate.kind)) {
                Some(kind) => {
                    let before = kind.last().map_or(0, |last| last.weight_so_far);
                    kind.push(Candidate { weight_so_far: before + candidate.weight_so_far, ..*candidate });
                }
                None => kinds.push(vec![*candidate]),
            }
        }
        // The largest kind is searched last, by halving.
        kinds.arrange_by_key(Vec::len);
        let sums = kinds.iter().map(|kind| {
            kind.iter().scan([0; 2], |sum, candidate| {
                *sum = [sum[0] + candidate.gains[0], sum[1] + candidate.gains[1]];
                Some(*sum)
            })
        });
        let sums: Vec<Vec<[i128; 2]>> = sums.map(Iterator::collect).collect();
        let mut search = Search { question: self, kinds: &kinds, sums: &sums, tries: 0, best: None };
        search.try_counts(&mut Vec::new(), needs);
        let best = search.best.take()?;
        Some(Answer { leaves: search.leaves(&best.taken), exact: search.tries < MOST_TRIES })
    }
}

/// The set with the first id that the other has not comes first. The ranks are those of ids.
pub(super) fn first_ids(a: &[usize], b: &[usize], ranks: &[usize]) -> Ordering {
    let [a, b] = [a, b].map(|leaves| {
        let mut ranks: Vec<usize> = leaves.iter().map(|leaf| ranks[*leaf]).collect();
        ranks.sort_unstable();
        ranks
    });
    a.cmp(&b)
}

/// How many to take of each kind.
struct Search<'s, 'q> {
    question: &'s Question<'q>,
    kinds: &'s [Vec<Candidate>],
    /// What the first so many of each kind gain together.
    sums: &'s [Vec<[i128; 2]>],
    tries: usize,
    best: Option<Choice>,
}

/// A choice that reaches the needs.
struct Choice {
    taken: Vec<usize>,
    size: usize,
    weight: i128,
}

/// The most leaves for which equally many, equally heavy choices are told apart by id; beyond, the first found stays.
const MOST_COMPARED: usize = 64;

impl Search<'_, '_> {
    fn try_counts(&mut self, taken: &mut Vec<usize>, needs: [i128; 2]) {
        let Some(sums) = self.sums.get(taken.len()) else { return };
        let so_far: usize = taken.iter().sum();
        let short = |gain: &[i128; 2]| gain[0] < needs[0] || gain[1] < needs[1];
        if taken.len() + 1 == self.sums.len() {
            let count = if short(&[0; 2]) { sums.partition_point(short) + 1 } else { 0 };
            if count <= sums.len() && self.may_be_best(so_far + count) {
                taken.push(count);
                self.keep(taken);
                taken.pop();
            }
            return;
        }
        for count in 0..=sums.len() {
            self.tries += 1;
            if self.tries >= MOST_TRIES || !self.may_be_best(so_far + count) {
                return;
            }
            let gain = count.checked_sub(1).map_or([0; 2], |place| sums[place]);
            taken.push(count);
            self.try_counts(taken, [needs[0] - gain[0], needs[1] - gain[1]]);
            taken.pop();
        }
    }

    fn may_be_best(&self, size: usize) -> bool {
        self.best.as_ref().is_none_or(|best| size <= best.size)
    }

    fn keep(&mut self, taken: &[usize]) {
        let (size, weight) = (taken.iter().sum::<usize>(), self.weight(taken));
        let better = self.best.as_ref().is_none_or(|best| match (size.cmp(&best.size), best.weight.cmp(&weight)) {
            (Ordering::Equal, Ordering::Equal) if size <= MOST_COMPARED => {
                self.question.order(&self.leaves(taken), &self.leaves(&best.taken)).is_lt()
            }
            (sizes, weights) => sizes.then(weights).is_lt(),
        });
        if better {
            self.best = Some(Choice { taken: taken.to_vec(), size, weight });
        }
    }

    fn weight(&self, taken: &[usize]) -> i128 {
        let weight = |(kind, count): (&Vec<Candidate>, &usize)| -> i128 {
            count.checked_sub(1).and_then(|last| kind.get(last)).map_or(0, |candidate| candidate.weight_so_far)
        };
        self.kinds.iter().zip(taken).map(weight).sum()
    }

    fn leaves(&self, taken: &[usize]) -> Vec<usize> {
        let chosen = self.kinds.iter().zip(taken).flat_map(|(kind, count)| kind.iter().take(*count));
        chosen.map(|candidate| candidate.leaf).collect()
    }
}

/// What a node still lacks to be green, in up to two weighted sums; a strict comparison needs one more.
fn needs_to_green(roll_up: RollUp, policy: &StatusPolicy, sums: &Sums) -> [i128; 2] {
    let [_, green, amber, red] = sums.weights;
    let total = sums.assessed();
    let below = |part: i128, threshold: Decimal| part * ONE - threshold.in_millionths() * total + 1;
    match roll_up {
        RollUp::Default => {
            let covered = sums.counted() - sums.uncovered;
            [below(amber + red, policy.amber_share), policy.coverage.in_millionths() * sums.counted() - covered * ONE]
        }
        // Something must be assessed at all.
        RollUp::WorstOf => [1 - total, 0],
        RollUp::Mean => [below(green + 2 * amber + 3 * red, policy.mean_amber), 0],
        RollUp::ThresholdLadder => [below(red, policy.ladder_red), below(amber + red, policy.ladder_amber)],
    }
}

/// What a leaf adds to those sums by becoming green and evidenced.
fn gain_to_green(roll_up: RollUp, policy: &StatusPolicy, sample: &Sample) -> [i128; 2] {
    let weight = sample.mass();
    let of = |threshold: Decimal| threshold.in_millionths() * weight;
    match (roll_up, sample.level) {
        (RollUp::Default, level) => {
            let covered = if sample.uncovered { weight * ONE } else { 0 };
            match level {
                Level::Red | Level::Amber => [weight * ONE, covered],
                Level::NotAssessed => [of(policy.amber_share), covered],
                _ => [0, covered],
            }
        }
        (RollUp::WorstOf, _) => [weight, 0],
        (RollUp::Mean, Level::Red) => [2 * weight * ONE, 0],
        (RollUp::Mean, Level::Amber) => [weight * ONE, 0],
        (RollUp::Mean, Level::NotAssessed) => [of(policy.mean_amber) - weight * ONE, 0],
        (RollUp::ThresholdLadder, Level::Red) => [weight * ONE; 2],
        (RollUp::ThresholdLadder, Level::Amber) => [0, weight * ONE],
        (RollUp::ThresholdLadder, Level::NotAssessed) => [of(policy.ladder_red), of(policy.ladder_amber)],
        _ => [0, 0],
    }
}

/// True for a leaf that can become greener or better evidenced.
fn can_improve(sample: &Sample) -> bool {
    match sample.level {
        Level::Complete | Level::Excluded => false,
        Level::Green => sample.uncovered || sample.computed_red,
        Level::Amber | Level::Red | Level::NotAssessed => true,
    }
}

/// True for an open leaf that is not red yet.
fn can_fall(sample: &Sample) -> bool {
    matches!(sample.level, Level::Green | Level::Amber)
}

/// Next to fall through a critical milestone: one that stands directly under the node, or anywhere below by policy.
pub(crate) fn through_milestones(
    tree: &Tree,
    node: usize,
    samples: &dyn Fn(usize) -> Sample,
    policy: &StatusPolicy,
    of_node: &dyn Fn(usize) -> Option<Answer>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut open = vec![node];
    while let Some(node) = open.pop().filter(|_| policy.critical_scope != CriticalScope::Off) {
        for child in &tree.nodes[node].children {
            match child {
                Child::Leaf(leaf) => {
                    let sample = samples(*leaf);
                    if sample.critical && can_fall(&sample) {
                        answers.push(Answer { leaves: vec![*leaf], exact: true });
                    }
                }
                Child::Node(child) => {
                    answers.extend(of_node(*child).filter(|_| tree.nodes[*child].critical));
                    if policy.critical_scope == CriticalScope::All {
                        open.push(*child);
                    }
                }
            }
        }
    }
    answers
}

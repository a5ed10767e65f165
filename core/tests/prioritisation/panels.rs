//! Generated panels, and their totals worked out again in the plainest way.

use equipoise::prioritisation::{Criterion, Exercise, Proposal, Score, Scorer};
use proptest::prelude::*;
use std::cmp::Ordering;

/// A fraction of small whole numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fraction(i128, i128);

impl Fraction {
    pub(crate) fn new(over: i128, under: i128) -> Self {
        let (mut a, mut b) = (over.abs(), under.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = if under < 0 { -1 } else { 1 };
        Self(sign * over / a.max(1), sign * under / a.max(1))
    }
    pub(crate) fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
    pub(crate) fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
    pub(crate) fn number(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}
impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}
impl Eq for Fraction {}
impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// A tenth of a whole number, as the decimal that people write.
pub(crate) fn tenths(number: i128) -> f64 {
    format!("{}e-1", number).parse().unwrap()
}

/// A panel of up to so many proposals; weights and half of the scales in tenths, some scores missing.
pub(crate) fn panels(proposals: usize) -> impl Strategy<Value = Exercise> {
    let criteria = prop::collection::vec((0..4_usize, 0..40_i128), 1..5);
    let scorers = prop::collection::vec(0..3_usize, 1..6);
    (criteria, 1..=proposals, scorers, 0..3_u32, any::<u64>())
        .prop_map(|(criteria, proposals, scorers, gaps, seed)| panel(&criteria, proposals, &scorers, gaps, seed))
}

fn panel(criteria: &[(usize, i128)], proposals: usize, scorers: &[usize], gaps: u32, mut seed: u64) -> Exercise {
    let mut next = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let scales = [(1.0, 5.0), (5.0, 1.0), (0.0, 0.3), (-0.2, 0.7)];
    let steps = [4, 4, 3, 9];
    let mut weights: Vec<i128> = criteria.iter().map(|(_, weight)| *weight).collect();
    weights[0] += i128::from(weights.iter().all(|weight| *weight == 0));
    let mut exercise = Exercise {
        criteria: (criteria.iter().zip(&weights).enumerate())
            .map(|(place, ((scale, _), weight))| Criterion {
                id: format!("c{place}"),
                worst: scales[*scale].0,
                best: scales[*scale].1,
                weight: tenths(*weight),
            })
            .collect(),
        proposals: (0..proposals)
            .map(|place| {
                let interested = (0..3).filter(|_| next(8) == 0).collect();
                Proposal { id: format!("P{place}"), name: format!("Proposal {place}"), interested }
            })
            .collect(),
        organisations: (0..3).map(|place| format!("T{place}")).collect(),
        scorers: (scorers.iter().enumerate())
            .map(|(place, organisation)| Scorer { id: format!("s{place}"), organisation: *organisation })
            .collect(),
        scores: Vec::new(),
    };
    for scorer in 0..scorers.len() {
        for proposal in 0..proposals {
            for (criterion, (scale, _)) in criteria.iter().enumerate() {
                if gaps > 0 && next(8) < u64::from(gaps) {
                    continue;
                }
                let step = next(steps[*scale] + 1) as i128;
                let score = match scale {
                    0 => (1 + step) as f64,
                    1 => (5 - step) as f64,
                    2 => tenths(step),
                    _ => tenths(step - 2),
                };
                exercise.scores.push(Score { scorer, proposal, criterion, score });
            }
        }
    }
    exercise
}

/// A score from 0 to 1, exactly.
pub(crate) fn value(exercise: &Exercise, score: &Score) -> Fraction {
    let criterion = &exercise.criteria[score.criterion];
    let steps = |number: f64| (number * 10.0).round() as i128;
    Fraction::new(steps(score.score) - steps(criterion.worst), steps(criterion.best) - steps(criterion.worst))
}

fn mean(values: &[Fraction]) -> Option<Fraction> {
    let sum = values.iter().copied().reduce(Fraction::plus)?;
    Some(sum.times(Fraction::new(1, values.len() as i128)))
}

fn median(values: &[Fraction]) -> Option<Fraction> {
    let mut values = values.to_vec();
    values.sort();
    let count = values.len();
    (count > 0).then(|| mean(&[values[(count - 1) / 2], values[count / 2]]).unwrap())
}

/// How a panel is put together: shares of the organisations (none: pooled), and the average.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub(crate) shares: Option<Vec<i128>>,
    pub(crate) median: bool,
}

impl Way {
    pub(crate) const EQUAL: fn() -> Self = || Self { shares: Some(vec![1; 3]), median: false };
}

/// The value of a cell over the scores that are kept.
pub(crate) fn cell(
    exercise: &Exercise,
    way: &Way,
    proposal: usize,
    criterion: usize,
    keep: &dyn Fn(&Score) -> bool,
) -> Option<Fraction> {
    let average = if way.median { median } else { mean };
    let here = |score: &&Score| score.proposal == proposal && score.criterion == criterion && keep(score);
    let rows: Vec<&Score> = exercise.scores.iter().filter(here).collect();
    let Some(shares) = &way.shares else {
        return average(&rows.iter().map(|score| value(exercise, score)).collect::<Vec<_>>());
    };
    let (mut sum, mut all) = (Fraction::new(0, 1), 0);
    for (organisation, share) in shares.iter().enumerate() {
        let own = rows.iter().filter(|score| exercise.scorers[score.scorer].organisation == organisation);
        let own: Vec<Fraction> = own.map(|score| value(exercise, score)).collect();
        if let Some(own) = average(&own).filter(|_| *share > 0) {
            sum = sum.plus(own.times(Fraction::new(*share, 1)));
            all += share;
        }
    }
    (all > 0).then(|| sum.times(Fraction::new(1, all)))
}

/// The total of a proposal under weights in whole numbers.
pub(crate) fn total(
    exercise: &Exercise,
    way: &Way,
    weights: &[i128],
    proposal: usize,
    keep: &dyn Fn(&Score) -> bool,
) -> Option<Fraction> {
    let (mut sum, mut all) = (Fraction::new(0, 1), 0);
    for (criterion, weight) in weights.iter().enumerate() {
        if let Some(own) = cell(exercise, way, proposal, criterion, keep) {
            sum = sum.plus(own.times(Fraction::new(*weight, 1)));
            all += weight;
        }
    }
    (all > 0).then(|| sum.times(Fraction::new(1, all)))
}

/// The stated weights in tenths.
pub(crate) fn weights(exercise: &Exercise) -> Vec<i128> {
    exercise.criteria.iter().map(|criterion| (criterion.weight * 10.0).round() as i128).collect()
}

/// The totals of all proposals.
pub(crate) fn totals(
    exercise: &Exercise,
    way: &Way,
    weights: &[i128],
    keep: &dyn Fn(&Score) -> bool,
) -> Vec<Option<Fraction>> {
    (0..exercise.proposals.len()).map(|proposal| total(exercise, way, weights, proposal, keep)).collect()
}

/// Ranks with ties: 1 and how many are better.
pub(crate) fn ranks(totals: &[Option<Fraction>]) -> Vec<Option<usize>> {
    let better = |own: Fraction| totals.iter().flatten().filter(|other| **other > own).count();
    totals.iter().map(|own| own.map(|own| 1 + better(own))).collect()
}

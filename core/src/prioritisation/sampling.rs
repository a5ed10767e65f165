//! Stochastic multicriteria acceptability analysis (Lahdelma and Salminen, 2001): ranks under random weights.
//!
//! Weights come from cutting the unit interval at sorted random points, which is uniform over all weights and needs no
//! logarithm, so that the numbers are the same on every platform. Scores are taken as given: what is uncertain about them
//! is told by the possible ranks and by leaving voices out.

use indexmap::IndexMap;

use super::base::Base;
use super::exact::Ratio;
use super::exercise::{Exercise, Notes};
use super::{Sampling, SamplingKind};
use crate::problem::{Code, Problems};
use crate::random::Random;
use crate::recall::result;
use crate::sorting::Arrange;

/// Sampling is left out above so many proposals: rank acceptabilities are a table of proposals by ranks.
pub(crate) const MOST_SAMPLED: usize = 200;
/// Totals nearer than this are joint within a sample.
const NEAR: f64 = 1e-12;
/// Samples that are worked on together.
const BATCH: usize = 64;

result! {
    /// Ranks under random weights. The standard error of a share p over n samples is the square root of p (1 - p) / n.
    Acceptability {
        /// Which weights were sampled.
        weights: SamplingKind,
        /// How many.
        samples: u32,
        /// The seed.
        seed: u32,
        /// The proposals, in the order of the ranking.
        rows: Vec<Acceptable>,
        /// Row by row the share of samples in which the row's proposal stands strictly above the column's, both in the
        /// order of the ranking.
        pairwise: Vec<Vec<f64>>,
    }

    /// One proposal under random weights.
    Acceptable {
        /// The proposal.
        id: String,
        /// The share of samples in which it has rank 1, 2, ...; joint ranks are shared out.
        ranks: Vec<f64>,
        /// The standard error of each of these.
        standard_errors: Vec<f64>,
        /// The mean of the weights with which it comes first; null where none of the samples puts it first.
        central_weights: Option<IndexMap<String, f64>>,
        /// How certainly its central weights put it first, the scores being as given: 1, or 0, or its part of a joint
        /// first rank.
        confidence: Option<f64>,
    }
}

/// What weights are drawn from.
pub(crate) enum Source {
    Uniform,
    /// Criteria by falling weight, in groups of equal ones.
    Ordinal(Vec<Vec<usize>>),
    /// The lowest and the highest share of each.
    Bounded(Vec<[f64; 2]>),
}

impl Source {
    pub(crate) fn new(sampling: &Sampling, exercise: &Exercise) -> Result<Self, Problems> {
        match sampling {
            Sampling::Uniform => Ok(Self::Uniform),
            Sampling::Ordinal => {
                let weight = |criterion: &usize| exercise.criteria[*criterion].weight;
                let mut order: Vec<usize> = (0..exercise.criteria.len()).collect();
                order.arrange_by(|a, b| weight(b).total_cmp(&weight(a)));
                Ok(Self::Ordinal(order.chunk_by(|a, b| weight(a) == weight(b)).map(<[usize]>::to_vec).collect()))
            }
            Sampling::Bounded(bounds) => bounded(bounds, exercise),
        }
    }

    /// One set of weights; `now` holds the last one and is the start of the next walk where weights are bounded.
    fn draw(&self, random: &mut Random, now: &mut [f64]) {
        let count = now.len();
        match self {
            Self::Uniform => cuts(random, now),
            Self::Ordinal(groups) => {
                cuts(random, now);
                now.sort_unstable_by(|a, b| b.total_cmp(a));
                let sorted = now.to_vec();
                let mut rest = sorted.as_slice();
                for group in groups {
                    let (own, after) = rest.split_at(group.len());
                    rest = after;
                    let mut own = own.to_vec();
                    random.shuffle(&mut own);
                    group.iter().zip(own).for_each(|(criterion, weight)| now[*criterion] = weight);
                }
            }
            // A walk over the allowed weights, exchanging weight between two criteria at a time: uniform in the long run.
            Self::Bounded(bounds) if count > 1 => {
                for _ in 0..8 * count {
                    let one = random.below(count);
                    let other = (one + 1 + random.below(count - 1)) % count;
                    let sum = now[one] + now[other];
                    let low = bounds[one][0].max(sum - bounds[other][1]);
                    let high = bounds[one][1].min(sum - bounds[other][0]);
                    let step = random.unit();
                    if high > low {
                        now[one] = low + step * (high - low);
                        now[other] = sum - now[one];
                    }
                }
            }
            Self::Bounded(_) => {}
        }
    }

    /// Weights to start from.
    fn start(&self, criteria: usize) -> Vec<f64> {
        let Self::Bounded(bounds) = self else { return vec![0.0; criteria] };
        let (lows, highs) = bounds.iter().fold((0.0, 0.0), |(low, high), ends| (low + ends[0], high + ends[1]));
        let part = if highs > lows { ((1.0 - lows) / (highs - lows)).clamp(0.0, 1.0) } else { 0.0 };
        bounds.iter().map(|ends| ends[0] + part * (ends[1] - ends[0])).collect()
    }
}

/// The lengths of the pieces of the unit interval, cut at random points.
fn cuts(random: &mut Random, weights: &mut [f64]) {
    let Some((last, points)) = weights.split_last_mut() else { return };
    points.iter_mut().for_each(|point| *point = random.unit());
    points.sort_unstable_by(f64::total_cmp);
    let mut before = 0.0;
    for point in points {
        (before, *point) = (*point, *point - before);
    }
    *last = 1.0 - before;
}

fn bounded(bounds: &IndexMap<String, [f64; 2]>, exercise: &Exercise) -> Result<Source, Problems> {
    let mut notes = Notes(Vec::new());
    let known = |id: &str| exercise.criteria.iter().position(|criterion| criterion.id == id);
    let mut ends = vec![[0.0, 1.0]; exercise.criteria.len()];
    for (id, [low, high]) in bounds {
        let path = format!("/sampling/{}", id.replace('~', "~0").replace('/', "~1"));
        let Some(place) = known(id) else {
            let message = format!("“{id}” is not among the criteria of the exercise");
            notes.push(Code::DanglingReference, path, Some(id.as_str().into()), "one of the criteria", &message);
            continue;
        };
        if !(0.0..=1.0).contains(low) || !(0.0..=1.0).contains(high) {
            let message = "a bound of a normalised weight is a share from 0 to 1";
            notes.push(Code::OutOfRange, path, None, "two shares from 0 to 1", message);
        } else if low > high {
            let message = format!("the lowest share {low} is above the highest {high}");
            notes.push(Code::LimitsCrossed, path, Some((*low).into()), "the lower bound first", &message);
        } else {
            ends[place] = [*low, *high];
        }
    }
    Problems::none(notes.0)?;
    // In decimals as written, so that 0.1 + 0.2 + 0.7 is 1.
    let sum = |end: usize| {
        let ends: Option<Vec<Ratio>> = ends.iter().map(|ends| decimal(ends[end])).collect();
        ends.map(|ends| ends.iter().fold(Ratio::ZERO, |sum, end| sum.plus(end)))
    };
    let fits = sum(0).is_some_and(|low| low <= Ratio::ONE) && sum(1).is_some_and(|high| high >= Ratio::ONE);
    if !fits && !ends.is_empty() {
        let mut notes = Notes(Vec::new());
        let accepted = "lowest shares that add up to at most 1, and highest to at least 1";
        let message = "no weights that add up to 1 lie within these bounds";
        notes.push(Code::LimitsCrossed, "/sampling".into(), None, accepted, message);
        return Err(Problems::none(notes.0).err().unwrap_or_else(|| crate::problem::Problem::unreadable().into()));
    }
    Ok(Source::Bounded(ends))
}

fn decimal(share: f64) -> Option<Ratio> {
    let (digits, places) = crate::decimal::digits_and_places(share)?;
    let under = 10_i128.checked_pow(u32::try_from(places).ok()?)?;
    Some(Ratio::new(digits, under))
}

/// The rows of proposals that have the same values on every criterion count as one, with how many they are.
struct Profiles {
    rows: Vec<Vec<Option<f64>>>,
    sizes: Vec<u64>,
    of: Vec<usize>,
}

impl Profiles {
    fn new(base: &Base<'_>) -> Self {
        let panel = base.view.panel;
        let mut known: std::collections::HashMap<Vec<Option<u64>>, usize> = std::collections::HashMap::new();
        let mut profiles = Self { rows: Vec::new(), sizes: Vec::new(), of: Vec::new() };
        for proposal in 0..panel.proposals() {
            let values = (0..panel.criteria()).map(|criterion| base.cell(proposal, criterion).map(Ratio::to_f64));
            let row: Vec<Option<f64>> = values.collect();
            let key = row.iter().map(|value| value.map(f64::to_bits)).collect();
            let place = *known.entry(key).or_insert(profiles.rows.len());
            if place == profiles.rows.len() {
                profiles.rows.push(row);
                profiles.sizes.push(0);
            }
            profiles.sizes[place] += 1;
            profiles.of.push(place);
        }
        profiles
    }
}

/// What the samples add up to, by profile.
struct Tally {
    ranks: Vec<Vec<f64>>,
    central: Vec<Vec<f64>>,
    first: Vec<f64>,
    wins: Vec<Vec<u64>>,
}

impl Tally {
    /// A sample in which a profile has this part of the first rank.
    fn add_first(&mut self, profile: usize, part: f64, weights: &[[f64; BATCH]], sample: usize) {
        self.first[profile] += part;
        let central = self.central[profile].iter_mut().zip(weights);
        central.for_each(|(sum, weights)| *sum += part * weights[sample]);
    }
}

/// The acceptability of every rank; `None` where there is nothing to rank or too much.
pub(crate) fn acceptability(
    base: &Base<'_>,
    source: &Source,
    kind: SamplingKind,
    samples: u32,
    seed: u32,
) -> Option<Acceptability> {
    let panel = base.view.panel;
    let (proposals, criteria) = (panel.proposals(), panel.criteria());
    if samples == 0 || criteria == 0 || proposals == 0 || proposals > MOST_SAMPLED {
        return None;
    }
    let profiles = Profiles::new(base);
    let count = profiles.rows.len();
    let mut tally = Tally {
        ranks: vec![vec![0.0; proposals]; count],
        central: vec![vec![0.0; criteria]; count],
        first: vec![0.0; count],
        wins: vec![vec![0; count]; count],
    };
    let mut random = Random::new(seed);
    let mut now = source.start(criteria);
    let mut left = samples as usize;
    let mut batch = Batch::new(count, criteria);
    while left > 0 {
        let size = left.min(BATCH);
        for sample in 0..size {
            source.draw(&mut random, &mut now);
            now.iter().zip(&mut batch.weights).for_each(|(weight, column)| column[sample] = *weight);
        }
        batch.run(&profiles, &mut tally, size);
        left -= size;
    }
    let n = f64::from(samples);
    let order: Vec<usize> = listed(base);
    let row = |proposal: &usize| {
        let profile = profiles.of[*proposal];
        let ranks: Vec<f64> = tally.ranks[profile].iter().map(|count| count / n).collect();
        let first = tally.first[profile];
        let central: Vec<f64> = tally.central[profile].iter().map(|sum| sum / first).collect();
        let ids = panel.exercise.criteria.iter().map(|criterion| criterion.id.clone());
        Acceptable {
            id: panel.exercise.proposals[*proposal].id.clone(),
            standard_errors: ranks.iter().map(|share| (share * (1.0 - share).max(0.0) / n).sqrt()).collect(),
            ranks,
            confidence: (first > 0.0).then(|| confidence(&profiles, profile, &central)),
            central_weights: (first > 0.0).then(|| ids.zip(central).collect()),
        }
    };
    let pairwise = order
        .iter()
        .map(|one| order.iter().map(|other| tally.wins[profiles.of[*one]][profiles.of[*other]] as f64 / n).collect());
    Some(Acceptability {
        weights: kind,
        samples,
        seed,
        rows: order.iter().map(row).collect(),
        pairwise: pairwise.collect(),
    })
}

/// All proposals in the order in which they are listed.
pub(crate) fn listed(base: &Base<'_>) -> Vec<usize> {
    let unranked = (0..base.totals.len()).filter(|proposal| base.totals[*proposal].is_none());
    base.order.best_first.iter().copied().chain(unranked).collect()
}

/// The part of the first rank that a profile has under its central weights.
fn confidence(profiles: &Profiles, own: usize, weights: &[f64]) -> f64 {
    let totals: Vec<f64> = profiles.rows.iter().map(|row| total(row, |criterion| weights[criterion])).collect();
    if totals.iter().any(|total| *total > totals[own] + NEAR) {
        return 0.0;
    }
    let joint = totals.iter().zip(&profiles.sizes).filter(|(total, _)| **total + NEAR >= totals[own]);
    1.0 / joint.map(|(_, size)| *size as f64).sum::<f64>()
}

/// The total of a row; below all others without any weight on a score.
fn total(row: &[Option<f64>], weight: impl Fn(usize) -> f64) -> f64 {
    let (mut sum, mut scored) = (0.0, 0.0);
    for (criterion, value) in row.iter().enumerate() {
        if let Some(value) = value {
            sum += weight(criterion) * value;
            scored += weight(criterion);
        }
    }
    if scored > 0.0 { sum / scored } else { -1.0 }
}

/// Samples side by side, so that the same step is done for all of them at once.
struct Batch {
    weights: Vec<[f64; BATCH]>,
    totals: Vec<[f64; BATCH]>,
    above: Vec<[u64; BATCH]>,
}

impl Batch {
    fn new(profiles: usize, criteria: usize) -> Self {
        let (numbers, counts) = ([0.0; BATCH], [0; BATCH]);
        Self { weights: vec![numbers; criteria], totals: vec![numbers; profiles], above: vec![counts; profiles] }
    }

    fn run(&mut self, profiles: &Profiles, tally: &mut Tally, size: usize) {
        let count = profiles.rows.len();
        for (row, totals) in profiles.rows.iter().zip(&mut self.totals) {
            if row.iter().all(Option::is_some) {
                *totals = [0.0; BATCH];
                for (value, weights) in row.iter().zip(&self.weights) {
                    let value = value.unwrap_or(0.0);
                    totals.iter_mut().zip(weights).for_each(|(total, weight)| *total += weight * value);
                }
            } else {
                for (sample, own) in totals.iter_mut().enumerate() {
                    *own = total(row, |criterion| self.weights[criterion][sample]);
                }
            }
        }
        // What is left over of the last batch stands level and counts for nothing.
        self.totals.iter_mut().for_each(|totals| totals[size..].fill(0.0));
        self.above.iter_mut().for_each(|above| *above = [0; BATCH]);
        for one in 0..count {
            for other in one + 1..count {
                let (one_wins, other_wins) = self.compare(one, other, profiles);
                tally.wins[one][other] += one_wins;
                tally.wins[other][one] += other_wins;
            }
        }
        // Without ties one of any two unlike proposals stands above the other.
        let alike: u64 = profiles.sizes.iter().map(|size| size * size).sum();
        let pairs = ((profiles.of.len() * profiles.of.len()) as u64 - alike) / 2;
        let mut told = [0_u64; BATCH];
        for (above, size) in self.above.iter().zip(&profiles.sizes) {
            told.iter_mut().zip(above).for_each(|(told, above)| *told += above * size);
        }
        for own in 0..count {
            for (sample, told) in told.iter().enumerate().take(size) {
                let above = self.above[own][sample] as usize;
                let mut sharing = profiles.sizes[own];
                if *told < pairs {
                    let near = |other: usize| (self.totals[other][sample] - self.totals[own][sample]).abs() <= NEAR;
                    sharing = (0..count).filter(|other| near(*other)).map(|other| profiles.sizes[other]).sum();
                }
                let part = if sharing == 1 { 1.0 } else { 1.0 / sharing as f64 };
                let until = (above + sharing as usize).min(tally.ranks[own].len());
                tally.ranks[own][above..until].iter_mut().for_each(|share| *share += part);
                if above == 0 {
                    tally.add_first(own, part, &self.weights, sample);
                }
            }
        }
    }

    /// In how many samples each of two stands above the other; whole batches, so that the loop is unrolled.
    fn compare(&mut self, one: usize, other: usize, profiles: &Profiles) -> (u64, u64) {
        let (mine, theirs) = (&self.totals[one], &self.totals[other]);
        let (my_size, their_size) = (profiles.sizes[one], profiles.sizes[other]);
        let (head, tail) = self.above.split_at_mut(other);
        let (above_me, above_them) = (&mut head[one], &mut tail[0]);
        stand(mine, theirs, (above_me, their_size), (above_them, my_size))
    }
}

/// Adds up who stands above whom. A function of its own: its arguments are known to lie apart, so the loop is done for
/// several samples at once.
#[inline(never)]
fn stand(
    mine: &[f64; BATCH],
    theirs: &[f64; BATCH],
    (above_me, their_size): (&mut [u64; BATCH], u64),
    (above_them, my_size): (&mut [u64; BATCH], u64),
) -> (u64, u64) {
    let (mut wins, mut losses) = (0_u64, 0_u64);
    for sample in 0..BATCH {
        let lead = mine[sample] - theirs[sample];
        // All ones for true, so that "and" takes the place of a product.
        let (won, lost) = (0_u64.wrapping_sub((lead > NEAR).into()), 0_u64.wrapping_sub((lead < -NEAR).into()));
        above_me[sample] += lost & their_size;
        above_them[sample] += won & my_size;
        wins = wins.wrapping_sub(won);
        losses = losses.wrapping_sub(lost);
    }
    (wins, losses)
}

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
/// Samples that are worked on together: one for each bit of a word.
const BATCH: usize = u64::BITS as usize;
/// Bits of the place of a profile, of which there are at most [`MOST_SAMPLED`].
const PLACE_BITS: usize = 8;

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

/// The rows of proposals that have the same values on every criterion count as one, with how many they are. They come in
/// the order of the ranking, which is not far from their order under random weights.
struct Profiles {
    rows: Vec<Vec<Option<f64>>>,
    /// The same by criterion, if no value is missing; else nothing.
    columns: Option<Vec<Vec<f64>>>,
    sizes: Vec<usize>,
    of: Vec<usize>,
}

impl Profiles {
    fn new(base: &Base<'_>) -> Self {
        let panel = base.view.panel;
        let criteria = 0..panel.criteria();
        let mut known: std::collections::HashMap<Vec<Option<u64>>, usize> = std::collections::HashMap::new();
        let mut profiles = Self { rows: Vec::new(), columns: None, sizes: Vec::new(), of: vec![0; panel.proposals()] };
        for proposal in listed(base) {
            let values = criteria.clone().map(|criterion| base.cell(proposal, criterion).map(Ratio::to_f64));
            let row: Vec<Option<f64>> = values.collect();
            let key = row.iter().map(|value| value.map(f64::to_bits)).collect();
            let place = *known.entry(key).or_insert(profiles.rows.len());
            if place == profiles.rows.len() {
                profiles.rows.push(row);
                profiles.sizes.push(0);
            }
            profiles.sizes[place] += 1;
            profiles.of[proposal] = place;
        }
        let column = |criterion: usize| profiles.rows.iter().map(|row| row[criterion]).collect();
        profiles.columns = criteria.map(column).collect();
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
    /// A sample in which a profile shares the ranks after `above` with others, `sharing` with itself.
    fn add(&mut self, profile: usize, above: usize, sharing: usize, weights: &[f64]) {
        let part = if sharing == 1 { 1.0 } else { 1.0 / sharing as f64 };
        let ranks = &mut self.ranks[profile];
        let until = (above + sharing).min(ranks.len());
        ranks[above..until].iter_mut().for_each(|share| *share += part);
        if above == 0 {
            self.first[profile] += part;
            self.central[profile].iter_mut().zip(weights).for_each(|(sum, weight)| *sum += part * weight);
        }
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
    let mut batch = Batch::new(count);
    while left > 0 {
        let size = left.min(BATCH);
        for sample in 0..size {
            source.draw(&mut random, &mut now);
            batch.sample(sample, &profiles, &now, &mut tally);
        }
        batch.finish(&mut tally.wins);
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
    let totals: Vec<f64> = profiles.rows.iter().map(|row| total(row, weights)).collect();
    if totals.iter().any(|total| *total > totals[own] + NEAR) {
        return 0.0;
    }
    let joint = totals.iter().zip(&profiles.sizes).filter(|(total, _)| **total + NEAR >= totals[own]);
    1.0 / joint.map(|(_, size)| *size as f64).sum::<f64>()
}

/// The total of a row; below all others without any weight on a score.
fn total(row: &[Option<f64>], weights: &[f64]) -> f64 {
    let (mut sum, mut scored) = (0.0, 0.0);
    for (value, weight) in row.iter().zip(weights) {
        if let Some(value) = value {
            sum += weight * value;
            scored += weight;
        }
    }
    if scored > 0.0 { sum / scored } else { -1.0 }
}

/// Samples side by side.
struct Batch {
    totals: Vec<f64>,
    /// Profiles, best first, each below the distance of its total from 1: whole numbers are sorted much sooner.
    sorted: Vec<u64>,
    /// Of each profile, its place in the order of every sample.
    places: Vec<[u8; BATCH]>,
    /// The same turned round: of each bit of the place, that bit in every sample.
    bits: Vec<[u64; PLACE_BITS]>,
    /// Samples in which nobody stands level.
    clear: u64,
}

impl Batch {
    fn new(profiles: usize) -> Self {
        Self {
            totals: vec![0.0; profiles],
            sorted: Vec::with_capacity(profiles),
            places: vec![[0; BATCH]; profiles],
            bits: vec![[0; PLACE_BITS]; profiles],
            clear: 0,
        }
    }

    /// Ranks by these weights.
    fn sample(&mut self, sample: usize, profiles: &Profiles, weights: &[f64], tally: &mut Tally) {
        match &profiles.columns {
            Some(columns) => {
                self.totals.fill(0.0);
                for (column, weight) in columns.iter().zip(weights) {
                    self.totals.iter_mut().zip(column).for_each(|(total, value)| *total += weight * value);
                }
            }
            None => self.totals.iter_mut().zip(&profiles.rows).for_each(|(own, row)| *own = total(row, weights)),
        }
        self.sorted.clear();
        let keys = self.totals.iter().zip(0..).map(|(total, profile)| key(*total, profile));
        self.sorted.extend(keys);
        self.sorted.sort_unstable();
        // Where each is clearly above the next, each is clearly above all that follow.
        let lead = |two: &[u64]| self.totals[profile(two[0])] - self.totals[profile(two[1])];
        if self.sorted.windows(2).any(|two| lead(two) <= NEAR) {
            return self.level(profiles, weights, tally);
        }
        self.clear |= 1 << sample;
        let mut above = 0;
        for (place, key) in self.sorted.iter().enumerate() {
            let own = profile(*key);
            self.places[own][sample] = place as u8;
            tally.add(own, above, profiles.sizes[own], weights);
            above += profiles.sizes[own];
        }
    }

    /// Ranks where some stand level.
    fn level(&self, profiles: &Profiles, weights: &[f64], tally: &mut Tally) {
        for (own, mine) in self.totals.iter().enumerate() {
            let (mut above, mut level) = (0, 0);
            let others = self.totals.iter().zip(&profiles.sizes).zip(&mut tally.wins[own]);
            for ((theirs, size), wins) in others {
                let lead = theirs - mine;
                if lead > NEAR {
                    above += size;
                } else if lead >= -NEAR {
                    level += size;
                } else {
                    *wins += 1;
                }
            }
            tally.add(own, above, level, weights);
        }
    }

    /// In how many samples each stands above each other, by comparing places bit by bit, all samples at once.
    fn finish(&mut self, wins: &mut [Vec<u64>]) {
        let count = self.places.len();
        let most = (usize::BITS - count.leading_zeros()) as usize;
        for (bits, places) in self.bits.iter_mut().zip(&self.places) {
            for (bit, samples) in bits.iter_mut().enumerate().take(most) {
                *samples = 0;
                for (byte, eight) in places.chunks_exact(8).enumerate() {
                    *samples |= gathered(eight, bit) << (8 * byte);
                }
            }
        }
        let clear = u64::from(self.clear.count_ones());
        for (one, mine) in self.bits.iter().enumerate() {
            for (other, theirs) in self.bits.iter().enumerate().skip(one + 1) {
                let before = mine.iter().zip(theirs).take(most).fold(0, |before, (mine, theirs)| {
                    let differ = mine ^ theirs;
                    (differ & theirs) | (!differ & before)
                });
                let won = u64::from((before & self.clear).count_ones());
                wins[one][other] += won;
                wins[other][one] += clear - won;
            }
        }
        self.clear = 0;
    }
}

/// One bit of each of eight bytes, the first lowest: the product puts the bit of byte i at 56 + i.
fn gathered(eight: &[u8], bit: usize) -> u64 {
    let bytes = eight.iter().rev().fold(0_u64, |bytes, byte| bytes << 8 | u64::from(*byte));
    (((bytes >> bit) & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080)) >> 56
}

/// A total from -1 to 1 and its profile as a number that is the smaller the higher the total is. Totals that become one
/// are far nearer than [`NEAR`].
fn key(total: f64, profile: u64) -> u64 {
    const STEPS: f64 = 4_503_599_627_370_496.0;
    let below = ((1.0 - total) * STEPS) as i64;
    ((below.max(0) as u64) << PLACE_BITS) | profile
}

fn profile(key: u64) -> usize {
    (key & ((1 << PLACE_BITS) - 1)) as usize
}

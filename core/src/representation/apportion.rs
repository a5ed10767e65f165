//! Seats shared out by weight, in whole numbers: exact, with ties as data.

use crate::recall::result;
use indexmap::IndexMap;
use std::cmp::Reverse;

use super::divisor::{self, Claim};
use super::fraction::{ratio, reduce};
use super::{measures, out_of_range};
use crate::document::declare::words;
use crate::document::values::Size;
use crate::problem::Problems;
use crate::random::Random;
use crate::sorting::Arrange;

words! {
    /// A method of apportionment.
    Method {
        /// Largest remainders by the Hare quota: whole quotas first, the rest to the largest remainders.
        Hamilton = "hamilton",
        /// Divisors 1, 2, 3 … (Jefferson): favours the large.
        Dhondt = "dhondt",
        /// Divisors 1, 3, 5 … (Webster): favours neither.
        SainteLague = "sainte_lague",
        /// Divisors 1.4, 3, 5 …: a first seat is harder to win.
        ModifiedSainteLague = "modified_sainte_lague",
        /// Geometric means of neighbouring numbers: everyone has a first seat.
        HuntingtonHill = "huntington_hill",
        /// Divisors 0, 1, 2 …: favours the small; everyone has a first seat.
        Adams = "adams",
        /// Harmonic means of neighbouring numbers: everyone has a first seat.
        Dean = "dean",
    }
}

/// The seats of each weight by place: what is certain, and what lots must decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// Seats that nothing can take away, in the order of the weights.
    pub certain: Vec<u32>,
    /// Places of those with equal claims to the last seats; empty without a tie.
    pub tied: Vec<usize>,
    /// How many of the tied get one seat more.
    pub to_draw: u32,
}

words! {
    /// Why a seat was given.
    StepRule {
        /// A whole quota of weight for each seat.
        WholeQuota = "whole_quota",
        /// A remainder larger than those of the others.
        LargestRemainder = "largest_remainder",
        /// A first seat, which comes before any second.
        FirstSeat = "first_seat",
        /// The highest quotient of all.
        HighestQuotient = "highest_quotient",
        /// Drawn by lot from those with equal claims.
        Lot = "lot",
    }
}

result! {
    /// One step of an apportionment.
    Step {
        /// Its number, from 1.
        step: u32,
        /// Who is given seats.
        id: String,
        /// How many: one, but for whole quotas.
        given: u32,
        /// How many they hold then.
        seats: u32,
        /// Why.
        rule: StepRule,
        /// The figure that decided: quota, remainder (in seats), quotient (in weight), weight; null for lots.
        value: Option<f64>,
    }
}

result! {
    /// Seats shared out by weight.
    Apportionment {
        /// The method used.
        method: Method,
        /// Seats that are certain, in the order of the weights.
        seats: IndexMap<String, u32>,
        /// Those with equal claims to the last seats, in the order of their ids; empty without a tie.
        tied: Vec<String>,
        /// How many of the tied get one seat more.
        to_draw: u32,
        /// The seed that lots were drawn with; null without one.
        seed: Option<u32>,
        /// Those of the tied who were drawn, first drawn first; null without a seed.
        drawn: Option<Vec<String>>,
        /// Why each certain seat went where it did; null beyond 1,000 seats or 1,000 weights.
        trace: Option<Vec<Step>>,
    }
}

/// The most seats, and the most weights, for which steps are written down.
const LONGEST_TRACE: usize = 1000;

/// Shares seats out by weight: exact, with ties as data, and every step for up to 1,000 seats.
///
/// Equal weights have equal claims. A weight of 0 has none. With fewer seats than weights, Huntington–Hill, Adams and
/// Dean give one each to the heaviest. A seed draws lots among the tied, who come in the order of their ids: the draw
/// depends on the seed and on them alone.
///
/// # Errors
/// [`Problems`] when there is no weight above 0.
///
/// ```
/// use equipoise::representation::{Method, apportion, sizes};
/// let staff = sizes([("RNA", 40.0), ("RL4", 40.0), ("RXK", 20.0)])?;
/// let shared = apportion(6, &staff, Method::SainteLague, None)?;
/// assert_eq!(shared.seats.values().copied().collect::<Vec<_>>(), [2, 2, 1]);
/// assert_eq!((shared.tied.len(), shared.to_draw), (2, 1)); // RNA and RL4 have the same claim to the sixth
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn apportion(
    seats: u32,
    weights: &IndexMap<String, Size>,
    method: Method,
    seed: Option<u32>,
) -> Result<Apportionment, Problems> {
    let units = measures(weights, "/weights")?;
    let shared = share_out(seats, &units, method).ok_or_else(|| {
        out_of_range("/weights", "an object", "at least one organisation with a weight above 0", "no weight is above 0")
    })?;
    let id = |place: usize| weights.get_index(place).map(|(id, _)| id.clone()).unwrap_or_default();
    let mut tied: Vec<String> = shared.tied.iter().map(|place| id(*place)).collect();
    tied.sort_unstable();
    let drawn = seed.map(|seed| Random::new(seed).draw(tied.clone(), shared.to_draw as usize));
    let short = seats as usize <= LONGEST_TRACE && units.len() <= LONGEST_TRACE;
    let trace = short.then(|| trace(seats, weights, &units, method, &shared, drawn.as_deref().unwrap_or_default()));
    let held = weights.keys().cloned().zip(shared.certain).collect();
    Ok(Apportionment { method, seats: held, tied, to_draw: shared.to_draw, seed, drawn, trace })
}

/// The bare calculation: seats by place of the weights, which are whole numbers in any unit. `None` without a weight
/// above 0. Its cost grows with the number of weights, and not with that of seats.
///
/// ```
/// use equipoise::representation::{Method, seats};
/// let shared = seats(11, &[1, 1, 1, 1], Method::Hamilton).unwrap();
/// assert_eq!((shared.certain, shared.to_draw), (vec![2, 2, 2, 2], 3)); // three of the four get a third
/// ```
pub fn seats(seats: u32, weights: &[u64], method: Method) -> Option<Seats> {
    share_out(seats, &weights.iter().copied().map(u128::from).collect::<Vec<_>>(), method)
}

/// Weights below 10^24 each and 10^27 together; below 2^64 for Huntington–Hill, which squares them.
pub(super) fn share_out(seats: u32, weights: &[u128], method: Method) -> Option<Seats> {
    let mut weights = weights.to_vec();
    reduce(&mut weights);
    if weights.iter().all(|weight| *weight == 0) {
        return None;
    }
    Some(match method {
        Method::Hamilton => by_remainders(seats, &weights),
        _ => divisor::share_out(seats, &weights, method),
    })
}

/// Largest remainders: the weight times the seats, divided by the total, in whole numbers.
fn by_remainders(seats: u32, weights: &[u128]) -> Seats {
    let (total, all) = (weights.iter().sum::<u128>(), u128::from(seats));
    let mut certain: Vec<u32> = weights.iter().map(|weight| (weight * all / total) as u32).collect();
    let left = (seats - certain.iter().sum::<u32>()) as usize;
    let Some(last) = left.checked_sub(1) else { return Seats { certain, tied: Vec::new(), to_draw: 0 } };
    let mut rests: Vec<(u128, usize)> = weights.iter().map(|weight| weight * all % total).zip(0..).collect();
    // The rests add up to `left` totals, and each is below one: more than `left` of them are above 0.
    let (_, &mut (border, _), _) = rests.select_nth_unstable_by_key(last, |(rest, _)| Reverse(*rest));
    let mut tied: Vec<usize> = rests.iter().filter(|(rest, _)| *rest == border).map(|(_, place)| *place).collect();
    let above: Vec<usize> = rests.iter().filter(|(rest, _)| *rest > border).map(|(_, place)| *place).collect();
    above.iter().for_each(|place| certain[*place] += 1);
    let to_draw = left - above.len();
    if to_draw == tied.len() {
        tied.drain(..).for_each(|place| certain[place] += 1);
        return Seats { certain, tied, to_draw: 0 };
    }
    tied.sort_unstable();
    Seats { certain, tied, to_draw: to_draw as u32 }
}

/// The steps to the certain seats; whoever is equal comes in the order of ids.
fn trace(
    seats: u32,
    weights: &IndexMap<String, Size>,
    units: &[u128],
    method: Method,
    shared: &Seats,
    drawn: &[String],
) -> Vec<Step> {
    let mut order: Vec<(&String, usize)> = weights.keys().zip(0..).collect();
    order.sort_unstable();
    let total: u128 = units.iter().sum();
    let mut held = vec![0; units.len()];
    let mut steps: Vec<Step> = Vec::new();
    let mut give = |id: &str, place: usize, given: u32, rule, value| {
        held[place] += given;
        steps.push(Step { step: steps.len() as u32 + 1, id: id.to_owned(), given, seats: held[place], rule, value });
        held[place]
    };
    if method == Method::Hamilton {
        let quota = |place: usize| units[place] * u128::from(seats);
        for (id, place) in &order {
            let whole = (quota(*place) / total) as u32;
            if whole > 0 {
                give(id, *place, whole, StepRule::WholeQuota, Some(ratio(quota(*place), total)));
            }
        }
        order.arrange_by_key(|(_, place)| Reverse(quota(*place) % total));
        for (id, place) in order.iter().filter(|(_, place)| u128::from(shared.certain[*place]) > quota(*place) / total)
        {
            give(id, *place, 1, StepRule::LargestRemainder, Some(ratio(quota(*place) % total, total)));
        }
    } else {
        // Places in the order of ids, so that equal claims are met in that order.
        let claim = |rank: usize, held: u32| Claim::of(method, units[order[rank].1], held, rank);
        let with_weight = (0..order.len()).filter(|rank| units[order[*rank].1] > 0);
        let mut claims: std::collections::BinaryHeap<Claim<u128>> = with_weight.map(|rank| claim(rank, 0)).collect();
        for _ in 0..shared.certain.iter().sum::<u32>() {
            let Some(mut first) = claims.peek_mut() else { break };
            let (rule, value) = match first.denominator {
                0 => (StepRule::FirstSeat, weights[order[first.place].1].0.to_f64()),
                _ => (StepRule::HighestQuotient, quotient(method, &first)),
            };
            let (id, place) = order[first.place];
            let now = give(id, place, 1, rule, Some(value));
            *first = claim(first.place, now);
        }
    }
    for id in drawn {
        let place = weights.get_index_of(id).unwrap_or_default();
        give(id, place, 1, StepRule::Lot, None);
    }
    steps
}

/// The claim in the unit of the weights.
fn quotient(method: Method, claim: &Claim<u128>) -> f64 {
    let one = crate::decimal::ONE.unsigned_abs();
    if method == Method::HuntingtonHill {
        ratio(claim.numerator, claim.denominator).sqrt() / one as f64
    } else {
        ratio(claim.numerator, claim.denominator * one)
    }
}

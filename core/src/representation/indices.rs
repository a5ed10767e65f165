//! How uneven an arrangement is, by the usual indices, each between the least and the most it can be here.
//!
//! A raw index says little at these sizes: 3, 3, 3, 2 is the best there is, and its Gini index is 0.068. So each stands
//! beside its floor and its ceiling for this total and these entitlements.

use super::apportion::{Method, share_out};
use super::arrangement::Holding;
use super::exact::compositions;
use super::fraction::ratio;
use crate::document::declare::words;
use crate::recall::result;
use crate::sorting::Arrange;

words! {
    /// An index of unevenness. With s the shares held and v those entitled to:
    IndexName {
        /// Half the sum of |s - v|: the share of posts that is elsewhere than it should be.
        LoosemoreHanby = "loosemore_hanby",
        /// The root of half the sum of (s - v)²: least squares.
        Gallagher = "gallagher",
        /// The sum of (s - v)² / v.
        SainteLague = "sainte_lague",
        /// Half the sum of |s(i) v(j) - s(j) v(i)| over all pairs: the Gini index, of s / v.
        Gini = "gini",
        /// Entropy over the most it can be: 1 is equal. With unequal entitlements, 1 - sum of s ln(s / v) over its most.
        NormalisedEntropy = "normalised_entropy",
    }
}

result! {
    /// An index, with the least and the most it can be.
    Index {
        /// Which.
        name: IndexName,
        /// Its value; null where it is not defined: no posts, one organisation (entropy), or someone entitled to nothing
        /// (Sainte-Laguë, entropy).
        value: Option<f64>,
        /// The least that it can be for this total: at the best arrangement, of entropy at the worst. Of Gini with unequal
        /// entitlements every arrangement is looked at; null there where they hold more than 200,000 counts together, and in
        /// the rows of a report.
        floor: Option<f64>,
        /// The most that it can be: everything with the organisation entitled to least; of entropy at the best arrangement.
        ceiling: Option<f64>,
        /// 0 for the best that can be and 1 for the worst; null where there is nothing between.
        rescaled: Option<f64>,
    }
}

/// The most counts that are looked at for the least Gini index: arrangements times organisations.
const MOST_LOOKED_AT: u64 = 200_000;

/// Every index of what is held; some post is held. `thorough` looks at arrangements where there is no shorter way.
pub(super) fn indices(holding: &Holding<'_>, best: &[u32], thorough: bool) -> Vec<Index> {
    let value = |name| of(name, holding, &holding.held);
    let lowest = (0..holding.weights.len()).min_by_key(|place| holding.weights[*place]).unwrap_or_default();
    let mut worst = vec![0; holding.held.len()];
    worst[lowest] = holding.total;
    let row = |name: &IndexName| {
        let value = value(*name);
        let (best, worst) = (best_of(*name, holding, best, thorough), of(*name, holding, &worst));
        let entropy = *name == IndexName::NormalisedEntropy;
        let (floor, ceiling) = if entropy { (worst, best) } else { (best, worst) };
        // Sums in another order differ in the last bit.
        let at_most = |limit: Option<f64>| Some(limit?.min(value?));
        let at_least = |limit: Option<f64>| Some(limit?.max(value?));
        let (floor, ceiling) = (at_most(floor), at_least(ceiling));
        let rescaled = || {
            let (value, floor, ceiling) = (value?, floor?, ceiling?);
            let from_best = if entropy { ceiling - value } else { value - floor };
            (ceiling > floor).then(|| (from_best / (ceiling - floor)).clamp(0.0, 1.0))
        };
        Index { name: *name, value, floor, ceiling, rescaled: rescaled() }
    };
    IndexName::ALL.iter().map(row).collect()
}

/// The best value that an index can have.
fn best_of(name: IndexName, holding: &Holding<'_>, best: &[u32], thorough: bool) -> Option<f64> {
    if holding.is_equal() {
        return of(name, holding, best);
    }
    match name {
        // Least by largest remainders, as every sum of equal convex distances from the entitlements is.
        IndexName::LoosemoreHanby | IndexName::Gallagher => of(name, holding, best),
        // Each is a sum over organisations that grows faster and faster: least when every post goes where it adds least.
        IndexName::SainteLague => {
            let mut seats = share_out(holding.total, &holding.weights, Method::SainteLague)?;
            let draw = seats.to_draw as usize;
            // Any of the tied will do; by weight, so that the last bit does not depend on the order of names.
            seats.tied.arrange_by_key(|place| holding.weights[*place]);
            seats.tied.iter().take(draw).for_each(|place| seats.certain[*place] += 1);
            of(name, holding, &seats.certain)
        }
        IndexName::NormalisedEntropy => of(name, holding, &least_entropy_lost(holding)?),
        // Nobody knows a short way: every arrangement, if there are few.
        IndexName::Gini => {
            let number = holding.weights.len();
            let few = thorough && compositions(holding.total, number).saturating_mul(number as u64) <= MOST_LOOKED_AT;
            let mut held = vec![0; number];
            let least = few.then(|| least_gini(&holding.weights, &mut held, 0, holding.total));
            least.map(|least| ratio(least, u128::from(holding.total) * holding.weight))
        }
    }
}

/// The least sum that any arrangement of so many posts from that place on gives.
fn least_gini(weights: &[u128], held: &mut [u32], place: usize, left: u32) -> u128 {
    if place + 1 == held.len() {
        held[place] = left;
        return gini(held, weights);
    }
    let mut least = u128::MAX;
    for number in 0..=left {
        held[place] = number;
        least = least.min(least_gini(weights, held, place + 1, left - number));
    }
    least
}

/// The value of an index for an arrangement of the same total.
fn of(name: IndexName, holding: &Holding<'_>, held: &[u32]) -> Option<f64> {
    let (total, weight) = (u128::from(holding.total), holding.weight);
    let whole = ratio(total * weight, 1);
    let weights = &holding.weights;
    let gap = |place: usize| (u128::from(held[place]) * weight).abs_diff(total * weights[place]);
    let places = 0..held.len();
    let all_entitled = weights.iter().all(|weight| *weight > 0);
    match name {
        _ if total == 0 => None,
        IndexName::LoosemoreHanby => Some(ratio(places.map(gap).sum(), 2 * total * weight)),
        IndexName::Gallagher => {
            let squares = places.map(|place| ratio(gap(place), 1) / whole).map(|gap| gap * gap);
            Some((sum(squares.collect()) / 2.0).sqrt())
        }
        IndexName::SainteLague if all_entitled => {
            let part = |place: usize| {
                let gap = ratio(gap(place), 1) / whole;
                gap * gap * ratio(weight, weights[place])
            };
            Some(sum(places.map(part).collect()))
        }
        IndexName::Gini => Some(ratio(gini(held, weights), total * weight)),
        IndexName::NormalisedEntropy if all_entitled && held.len() > 1 => {
            let lost = |place: usize| {
                let share = ratio(u128::from(held[place]), total);
                share * libm::log(ratio(u128::from(held[place]) * weight, total * weights[place]))
            };
            let lost = sum(places.filter(|place| held[*place] > 0).map(lost).collect());
            let least = weights.iter().min().copied().unwrap_or(1);
            // Clamped: the sum of an arrangement as entitled may miss 0 by a bit.
            Some((1.0 - lost / libm::log(ratio(weight, least))).clamp(0.0, 1.0))
        }
        IndexName::SainteLague | IndexName::NormalisedEntropy => None,
    }
}

/// The same sum in whatever order the organisations come.
fn sum(mut parts: Vec<f64>) -> f64 {
    parts.sort_unstable_by(f64::total_cmp);
    parts.iter().sum()
}

/// The sum over pairs of |x(i) w(j) - x(j) w(i)|: over ratios in order, every pair has a known sign.
fn gini(held: &[u32], weights: &[u128]) -> u128 {
    let mut order: Vec<(u128, u128)> = held.iter().map(|held| u128::from(*held)).zip(weights.iter().copied()).collect();
    // A weight of 0 stands last if anything is held, and adds nothing otherwise.
    order.arrange_by(|(a, v), (b, w)| (a * w).cmp(&(b * v)));
    order.arrange_by_key(|(held, weight)| *weight == 0 && *held > 0);
    let (mut posts, mut below, mut sum) = (0, 0, 0);
    for (held, weight) in order {
        // Posts per weight never fall, so this is never negative.
        sum += (held * below).saturating_sub(weight * posts);
        (posts, below) = (posts + held, below + weight);
    }
    sum
}

/// The arrangement with the most normalised entropy. Everyone is entitled to something.
fn least_entropy_lost(holding: &Holding<'_>) -> Option<Vec<u32>> {
    let weights = &holding.weights;
    if weights.contains(&0) {
        return None;
    }
    let power = |held: u32| if held == 0 { 0.0 } else { f64::from(held) * libm::log(f64::from(held)) };
    let gain = |place: usize, held: u32| libm::log(ratio(weights[place], 1)) - (power(held + 1) - power(held));
    // As in the divisor methods: the divisor lies between the posts held and one more.
    let safe = u128::from(holding.total).saturating_sub(weights.len() as u128);
    let mut held: Vec<u32> = weights.iter().map(|weight| (weight * safe / holding.weight) as u32).collect();
    let mut gains: Vec<f64> = (0..held.len()).map(|place| gain(place, held[place])).collect();
    for _ in held.iter().sum::<u32>()..holding.total {
        let first =
            (0..held.len()).max_by(|a, b| gains[*a].total_cmp(&gains[*b]).then(weights[*a].cmp(&weights[*b])))?;
        held[first] += 1;
        gains[first] = gain(first, held[first]);
    }
    Some(held)
}

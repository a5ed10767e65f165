//! How far organisations agree, apart from how important a proposal is.

use indexmap::IndexMap;

use super::base::Base;
use super::exact::Ratio;
use super::keyed::Keyed;
use super::order::Order;
use super::sampling::listed;
use super::voice::{Rule, View, Without};
use crate::random::Random;
use crate::recall::result;

/// Agreement of pairs is worked out up to so many organisations.
const MOST_PAIRED: usize = 20;
/// ... and up to so many proposals.
const MOST_COMPARED: usize = 500;
/// All permutations are tried up to this number.
const MOST_PERMUTATIONS: u64 = 20_000;
/// Random permutations are tried where there are more, for tables of at most so many ranks.
const SMALL_TABLE: usize = 100;
/// So many.
const DRAWS: usize = 2_000;

result! {
    /// How far the organisations agree.
    Disagreement {
        /// The proposals, in the order of the ranking.
        rows: Vec<Disputed>,
        /// Kendall's coefficient of concordance W between the organisations' rankings, corrected for ties: from 0 (none)
        /// to 1 (the same ranking). Over the proposals that all of them have a total for. Null below two organisations
        /// or two proposals, or where nobody tells any apart.
        concordance: Option<f64>,
        /// How many proposals that is over.
        compared: usize,
        /// The share of permutations with at least that much agreement; null for larger tables (more than 100 ranks).
        p_value: Option<f64>,
        /// True if all permutations were tried, false if 2,000 random ones were; null without a p-value.
        p_exact: Option<bool>,
        /// Kendall's tau-b of each pair of organisations; none above 20 organisations or 500 proposals.
        pairs: Vec<PairAgreement>,
    }

    /// How the organisations see one proposal.
    Disputed {
        /// The proposal.
        id: String,
        /// Each organisation's own total; null where it has none.
        totals: IndexMap<String, Option<f64>>,
        /// The rank it has in each organisation's own ranking.
        ranks: IndexMap<String, Option<usize>>,
        /// The standard deviation of the organisations' totals; null below two.
        spread: Option<f64>,
        /// The organisations with the highest total.
        highest: Vec<String>,
        /// The organisations with the lowest total; empty where all agree.
        lowest: Vec<String>,
    }

    /// How far two organisations rank alike.
    PairAgreement {
        /// One.
        a: String,
        /// The other.
        b: String,
        /// From -1 (opposite) to 1 (the same); null where one of them tells nothing apart.
        tau_b: Option<f64>,
    }
}

/// Each organisation's own totals and ranking.
pub(crate) struct Opinions {
    pub(crate) totals: Vec<Vec<Option<Ratio>>>,
    pub(crate) orders: Vec<Order>,
}

impl Opinions {
    pub(crate) fn new(base: &Base<'_>) -> Self {
        let panel = base.view.panel;
        let mut opinions = Self { totals: Vec::new(), orders: Vec::new() };
        let short = base.view.short_opinions();
        for organisation in 0..panel.exercise.organisations.len() {
            let view = View { rule: &Rule::Equal, without: Without::AllBut(organisation), ..base.view };
            let totals: Vec<Option<Ratio>> = match &short {
                Some(short) => short[organisation].iter().map(|total| total.map(Ratio::from)).collect(),
                None => (0..panel.proposals()).map(|proposal| view.total(proposal)).collect(),
            };
            opinions.orders.push(Order::by_exact(&totals));
            opinions.totals.push(totals);
        }
        opinions
    }
}

pub(crate) fn disagreement(base: &Base<'_>, opinions: &Opinions, sampled: bool, seed: u32) -> Disagreement {
    let exercise = base.view.panel.exercise;
    // An organisation without any total has no opinion.
    let voices: Vec<usize> =
        (0..opinions.orders.len()).filter(|voice| !opinions.orders[*voice].best_first.is_empty()).collect();
    let shared: Vec<usize> = (0..exercise.proposals.len())
        .filter(|proposal| voices.iter().all(|voice| opinions.totals[*voice][*proposal].is_some()))
        .collect();
    let ranks: Vec<Vec<i128>> = voices.iter().map(|voice| twice_mid_ranks(&opinions.orders[*voice], &shared)).collect();
    let concordance = concordance(&ranks).map(|ratio| ratio.to_f64());
    let p_value = concordance.and_then(|_| p_value(&ranks, sampled, seed));
    let mut pairs = Vec::new();
    if voices.len() <= MOST_PAIRED && exercise.proposals.len() <= MOST_COMPARED {
        for (place, one) in voices.iter().enumerate() {
            for other in &voices[place + 1..] {
                pairs.push(PairAgreement {
                    a: exercise.organisations[*one].clone(),
                    b: exercise.organisations[*other].clone(),
                    tau_b: tau_b(&opinions.orders[*one], &opinions.orders[*other]),
                });
            }
        }
    }
    Disagreement {
        rows: disputed(base, opinions),
        concordance,
        compared: shared.len(),
        p_value: p_value.map(|(share, _)| share),
        p_exact: p_value.map(|(_, exact)| exact),
        pairs,
    }
}

fn disputed(base: &Base<'_>, opinions: &Opinions) -> Vec<Disputed> {
    let exercise = base.view.panel.exercise;
    let (totals, ranks) = (Keyed::new(exercise.organisations.iter()), Keyed::new(exercise.organisations.iter()));
    let row = |proposal: usize| {
        let own: Vec<Option<&Ratio>> = opinions.totals.iter().map(|totals| totals[proposal].as_ref()).collect();
        let near: Vec<Option<f64>> = own.iter().map(|total| total.map(Ratio::to_f64)).collect();
        let mut known: Vec<f64> = near.iter().flatten().copied().collect();
        // In one order whatever the order of organisations, so that the sum is the same to the last bit.
        known.sort_unstable_by(f64::total_cmp);
        let of = |end: Option<&Ratio>| -> Vec<String> {
            let at_end = own.iter().zip(&exercise.organisations).filter(|(total, _)| total.is_some() && **total == end);
            at_end.map(|(_, id)| id.clone()).collect()
        };
        let (highest, lowest) = (own.iter().flatten().max().copied(), own.iter().flatten().min().copied());
        Disputed {
            id: exercise.proposals[proposal].id.clone(),
            totals: totals.with(near.into_iter()),
            ranks: ranks.with(opinions.orders.iter().map(|order| order.rank(proposal))),
            spread: deviation(&known),
            highest: of(highest),
            lowest: if highest == lowest { Vec::new() } else { of(lowest) },
        }
    };
    listed(base).into_iter().map(row).collect()
}

/// The standard deviation over all of them; none below two.
pub(crate) fn deviation(values: &[f64]) -> Option<f64> {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (values.len() > 1).then(|| (squares / count).sqrt())
}

/// Twice the mid-ranks of some of the proposals among themselves.
fn twice_mid_ranks(order: &Order, shared: &[usize]) -> Vec<i128> {
    let mut places = vec![None; order.places.len()];
    shared.iter().enumerate().for_each(|(place, proposal)| places[*proposal] = Some(place));
    let mut ranks = vec![0; shared.len()];
    let kept: Vec<usize> = order.best_first.iter().copied().filter(|proposal| places[*proposal].is_some()).collect();
    let mut before = 0;
    for joint in kept.chunk_by(|a, b| order.rank(*a) == order.rank(*b)) {
        for place in joint.iter().filter_map(|proposal| places[*proposal]) {
            ranks[place] = 2 * before + joint.len() as i128 + 1;
        }
        before += joint.len() as i128;
    }
    ranks
}

/// n times the sum of squares of rank sums, less the square of their sum.
fn squares(ranks: &[Vec<i128>]) -> i128 {
    let count = ranks.first().map_or(0, Vec::len);
    let sums = (0..count).map(|place| ranks.iter().map(|own| own[place]).sum::<i128>());
    let (sum, square) = sums.fold((0, 0), |(sum, square), own| (sum + own, square + own * own));
    count as i128 * square - sum * sum
}

fn concordance(ranks: &[Vec<i128>]) -> Option<Ratio> {
    let (judges, count) = (ranks.len() as i128, ranks.first().map_or(0, Vec::len) as i128);
    if judges < 2 || count < 2 {
        return None;
    }
    let ties: i128 = ranks.iter().map(|own| tied(own)).sum();
    let under = count * (judges * judges * (count * count * count - count) - judges * ties);
    (under > 0).then(|| Ratio::new(3 * squares(ranks), under))
}

/// The sum of t³ - t over groups of t equal ranks.
fn tied(ranks: &[i128]) -> i128 {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    let sizes = sorted.chunk_by(|a, b| a == b).map(|group| group.len() as i128);
    sizes.map(|size| size * size * size - size).sum()
}

/// The share of permutations that agree at least as much, and whether all were tried.
fn p_value(ranks: &[Vec<i128>], sampled: bool, seed: u32) -> Option<(f64, bool)> {
    let (judges, count) = (ranks.len(), ranks.first().map_or(0, Vec::len));
    let orders = (1..=count as u64).try_fold(1_u64, u64::checked_mul);
    // The first judge may stay: only how the others stand to it matters.
    let all = orders.and_then(|orders| orders.checked_pow(u32::try_from(judges - 1).ok()?));
    let observed = squares(ranks);
    let mut turned = ranks.to_vec();
    if all.is_some_and(|all| all <= MOST_PERMUTATIONS) {
        let (mut tried, mut reached) = (0, 0);
        permute(&mut turned, 1, 0, &mut |ranks| {
            tried += 1;
            reached += u64::from(squares(ranks) >= observed);
        });
        return Some((reached as f64 / tried as f64, true));
    }
    if !sampled || judges * count > SMALL_TABLE {
        return None;
    }
    let mut random = Random::new(seed);
    let mut reached = 1;
    for _ in 0..DRAWS {
        turned[1..].iter_mut().for_each(|own| random.shuffle(own));
        reached += usize::from(squares(&turned) >= observed);
    }
    // The table itself is one of the permutations.
    Some((reached as f64 / (DRAWS + 1) as f64, false))
}

/// Every order of the ranks of every judge from `judge` on.
fn permute(ranks: &mut [Vec<i128>], judge: usize, from: usize, visit: &mut dyn FnMut(&[Vec<i128>])) {
    if judge == ranks.len() {
        return visit(ranks);
    }
    let count = ranks[judge].len();
    if from + 1 >= count {
        return permute(ranks, judge + 1, 0, visit);
    }
    for place in from..count {
        ranks[judge].swap(from, place);
        permute(ranks, judge, from + 1, visit);
        ranks[judge].swap(from, place);
    }
}

/// Kendall's tau-b of two rankings, over the proposals that both rank.
pub(crate) fn tau_b(one: &Order, other: &Order) -> Option<f64> {
    let both: Vec<(usize, usize)> =
        (0..one.places.len()).filter_map(|proposal| one.rank(proposal).zip(other.rank(proposal))).collect();
    let (mut difference, mut told_one, mut told_other) = (0_i64, 0_i64, 0_i64);
    for (place, a) in both.iter().enumerate() {
        for b in &both[place + 1..] {
            let (first, second) = (a.0.cmp(&b.0) as i64, a.1.cmp(&b.1) as i64);
            difference += first * second;
            told_one += first.abs();
            told_other += second.abs();
        }
    }
    let under = (told_one as f64 * told_other as f64).sqrt();
    (under > 0.0).then(|| difference as f64 / under)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three judges, four objects without ties, by hand: rank sums 4, 6, 9, 11; S = 29; W = 12 x 29 / (9 x 60).
    #[test]
    fn concordance_by_hand() {
        let ranks = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 4, 3]].map(|own| own.map(|rank| 2 * rank).to_vec());
        assert_eq!(concordance(&ranks), Some(Ratio::new(29_i128, 45_i128)));
        let (p, exact) = p_value(&ranks, false, 0).unwrap();
        assert!(exact);
        // The published table for k = 3, n = 4 gives S >= 29 a probability of 0.148.
        assert!((p - 0.148).abs() < 0.0005, "{p}");
    }

    #[test]
    fn full_agreement_with_ties_is_one() {
        let ranks = vec![vec![2, 5, 5, 8]; 3];
        assert_eq!(concordance(&ranks), Some(Ratio::ONE));
        assert_eq!(concordance(&[vec![5; 4], vec![5; 4]]), None);
        assert_eq!(concordance(&ranks[..1]), None);
    }
}

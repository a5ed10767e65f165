//! Voting power beside voting weight: how often an organisation's vote decides.
//!
//! Coalitions are counted exactly, by what they weigh and how many they are.

use crate::recall::result;
use indexmap::IndexMap;

use super::fraction::{ratio, reduce};
use super::{finding, measures, out_of_range, problem};
use crate::document::values::Size;
use crate::finding::{Finding, FindingCode};
use crate::problem::{Code, Problems};

result! {
    /// The power of one organisation.
    PowerRow {
        /// Who.
        organisation: String,
        /// Its votes.
        weight: f64,
        /// Its share of all votes.
        weight_share: f64,
        /// Banzhaf: its share of all swings.
        banzhaf: f64,
        /// Banzhaf, absolute: the share of coalitions of the others that its vote turns from losing to winning.
        banzhaf_absolute: f64,
        /// Shapley–Shubik: the share of orders of joining in which its vote is the one that decides.
        shapley_shubik: f64,
        /// Coalitions that it turns from losing to winning.
        swings: u32,
        /// True where nothing passes without it.
        veto: bool,
    }
}

result! {
    /// Voting power beside voting weight.
    VotingPower {
        /// The votes that carry.
        quota: f64,
        /// All votes.
        total: f64,
        /// One row for each organisation, in the order of the weights.
        organisations: Vec<PowerRow>,
        /// What there is to know beside.
        findings: Vec<Finding>,
    }
}

/// The most organisations: so many have orders of joining that 128 bits can count.
const MOST_VOTERS: usize = 32;
/// The most different sums of weights, times organisations.
const MOST_SUMS: usize = 400_000;

/// Measures voting power. A coalition carries when its weights add up to the quota or more.
///
/// # Errors
/// [`Problems`] when no weight is above 0, for a quota of 0 or above the total, more than 32 organisations, and weights
/// so fine that their sums are too many to count (over 400,000, times the number of organisations).
///
/// ```
/// use equipoise::representation::{measure_voting_power, sizes};
/// let weights = sizes([("A", 50.0), ("B", 49.0), ("C", 1.0)])?;
/// let quota = sizes([("quota", 51.0)])?["quota"];
/// let power = measure_voting_power(&weights, quota)?;
/// // A vote of 1 is worth as much as one of 49: each needs A, and A needs one of them.
/// let shares: Vec<f64> = power.organisations.iter().map(|row| row.banzhaf).collect();
/// assert_eq!(shares, [0.6, 0.2, 0.2]);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn measure_voting_power(weights: &IndexMap<String, Size>, quota: Size) -> Result<VotingPower, Problems> {
    let units = measures(weights, "/weights")?;
    let total: u128 = units.iter().sum();
    if total == 0 {
        let accepted = "at least one organisation with a weight above 0";
        return Err(out_of_range("/weights", "an object", accepted, "no weight is above 0"));
    }
    if units.len() > MOST_VOTERS {
        let message =
            format!("there are {} organisations; the power of at most {MOST_VOTERS} is measured", units.len());
        return Err(
            problem(Code::TooMany, "/weights", Some(units.len().into()), "at most 32 organisations", message).into()
        );
    }
    let asked = quota.millionths().map_or(0, u128::from);
    if asked == 0 || asked > total {
        let accepted = "a number above 0, and at most the sum of the weights";
        let message = format!("a quota of {} can never be met, or is met by nobody at all", quota.0.to_f64());
        return Err(problem(Code::OutOfRange, "/quota", number(quota.0.to_f64()), accepted, message).into());
    }
    // In the largest unit that they share; a quota between two units asks for the one above.
    let mut reduced = units.clone();
    reduce(&mut reduced);
    let unit = total / reduced.iter().sum::<u128>();
    let needed = asked.div_ceil(unit);
    let coalitions = Coalitions::of(&reduced, needed).ok_or_else(|| {
        let (accepted, message) = ("coarser weights", "these weights have too many different sums to count");
        problem(Code::TooMany, "/weights", Some("an object".into()), accepted, message.into())
    })?;
    let decided: Vec<(Vec<u128>, Option<u128>)> = reduced.iter().map(|weight| coalitions.decided_by(*weight)).collect();
    let (pivots, least): (Vec<Vec<u128>>, Vec<Option<u128>>) = decided.into_iter().unzip();
    let swings: Vec<u128> = pivots.iter().map(|pivots| pivots.iter().sum()).collect();
    let (voters, all): (usize, u128) = (reduced.len(), swings.iter().sum());
    // Of all orders, those with just these before the one who decides.
    let orders = |before: usize| factorial(before) * factorial(voters - 1 - before);
    let one = crate::decimal::ONE.unsigned_abs();
    let row = |(place, id): (usize, &String)| PowerRow {
        organisation: id.clone(),
        weight: ratio(units[place], one),
        weight_share: ratio(units[place], total),
        banzhaf: ratio(swings[place], all),
        banzhaf_absolute: ratio(swings[place], 1 << (voters - 1)),
        shapley_shubik: ratio(
            pivots[place].iter().zip(0..).map(|(ways, before)| ways * orders(before)).sum(),
            factorial(voters),
        ),
        swings: u32::try_from(swings[place]).unwrap_or(u32::MAX),
        veto: total - units[place] < asked,
    };
    let organisations: Vec<PowerRow> = weights.keys().enumerate().map(row).collect();
    let mut findings = Vec::new();
    for row in organisations.iter().filter(|row| row.swings == 0 && row.weight > 0.0) {
        let said = finding(FindingCode::NoVotingPower, &row.organisation, "representation.power");
        findings.push(said.with("weight", row.weight));
    }
    // Two sides can both carry if those outside the lightest coalition that carries can too.
    let left = least.into_iter().flatten().min().and_then(|least| (total / unit).checked_sub(least));
    if left.is_some_and(|left| left >= needed) {
        let said = finding(FindingCode::QuotaTooLow, "", "representation.power");
        findings.push(said.with("quota", ratio(asked, one)).with("total", ratio(total, one)));
    }
    let findings = crate::finding::sorted(findings);
    Ok(VotingPower { quota: ratio(asked, one), total: ratio(total, one), organisations, findings })
}

fn number(number: f64) -> Option<serde_json::Value> {
    serde_json::Number::from_f64(number).map(Into::into)
}

fn factorial(number: usize) -> u128 {
    (1..=number as u128).product()
}

/// How many coalitions weigh just so much, by how many they are. Only losing ones are kept.
struct Coalitions {
    /// Sums below what is needed, in order.
    sums: Vec<u128>,
    /// Of each sum: coalitions by their size.
    ways: Vec<Vec<u128>>,
    needed: u128,
}

impl Coalitions {
    /// `None` where there are too many sums.
    fn of(weights: &[u128], needed: u128) -> Option<Self> {
        let mut empty = vec![0; weights.len() + 1];
        empty[0] = 1;
        let mut all = Self { sums: vec![0], ways: vec![empty], needed };
        for weight in weights {
            all = all.joined_by(*weight);
            if all.sums.len() * weights.len() > MOST_SUMS {
                return None;
            }
        }
        Some(all)
    }

    /// With one more voter, who joins every coalition or does not.
    fn joined_by(&self, weight: u128) -> Self {
        let (mut sums, mut ways): (Vec<u128>, Vec<Vec<u128>>) = (Vec::new(), Vec::new());
        let (mut without, mut with) = (0, 0);
        loop {
            let stays = self.sums.get(without).copied();
            let joins = self.sums.get(with).map(|sum| sum + weight).filter(|sum| *sum < self.needed);
            let Some(sum) = stays.into_iter().chain(joins).min() else { break };
            let mut row = if stays == Some(sum) { self.ways[without].clone() } else { vec![0; self.ways[0].len()] };
            if joins == Some(sum) {
                (1..row.len()).for_each(|size| row[size] += self.ways[with][size - 1]);
                with += 1;
            }
            without += usize::from(stays == Some(sum));
            sums.push(sum);
            ways.push(row);
        }
        Self { sums, ways, needed: self.needed }
    }

    /// Losing coalitions of the others that this voter's weight makes win, by their size; and the least that one of them
    /// weighs with the voter.
    fn decided_by(&self, weight: u128) -> (Vec<u128>, Option<u128>) {
        let mut least = None;
        let mut decided = vec![0; self.ways[0].len() - 1];
        // Without the voter: what is counted, less the coalitions of smaller sums that the voter had joined.
        let mut others: Vec<Vec<u128>> = Vec::with_capacity(self.ways.len());
        let mut joined = 0;
        for (place, sum) in self.sums.iter().enumerate() {
            let mut row = self.ways[place].clone();
            while self.sums[joined] + weight < *sum {
                joined += 1;
            }
            if self.sums[joined] + weight == *sum {
                // A weight of 0 joins its own row, size by size.
                for size in 1..row.len() {
                    row[size] -= if joined == place { row[size - 1] } else { others[joined][size - 1] };
                }
            }
            if sum + weight >= self.needed {
                if row.iter().any(|ways| *ways > 0) {
                    least = least.or(Some(sum + weight));
                }
                decided.iter_mut().zip(&row).for_each(|(decided, ways)| *decided += ways);
            }
            others.push(row);
        }
        (decided, least)
    }
}

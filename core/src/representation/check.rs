//! The one check for anything that is counted by organisation.

use crate::recall::result;
use indexmap::IndexMap;
use serde_json::Value;

use super::arrangement::{Best, Holding, Move};
use super::entitlement::{Allowed, Count, Options, holding, pools, tolerance};
use super::exact::{self, Exact};
use super::finding;
use super::fraction::ratio;
use super::indices::{Index, indices};
use super::wte::{Wte, by_wte};
use crate::decimal::{Decimal, ONE};
use crate::document::declare::words;
use crate::finding::{Finding, FindingCode, Severity};
use crate::problem::Problems;

words! {
    /// Whether representation is as it should be.
    CheckStatus {
        /// Everybody holds what they are entitled to, or is within the tolerance stated.
        Met = "met",
        /// Whole numbers allow no nearer than the usual tolerance, which is kept.
        MetAsFarAsPossible = "met_as_far_as_possible",
        /// Somebody is outside the tolerance.
        NotMet = "not_met",
        /// There is nothing to count, or a count is not known.
        NotAssessable = "not_assessable",
    }
}

result! {
    /// An organisation that holds nothing and is entitled to something.
    #[derive(Eq)]
    Zero {
        /// Who.
        organisation: String,
        /// False where so many must be without: fewer posts than organisations.
        avoidable: bool,
    }
}

result! {
    /// Who holds how much, and how far that is from the best that there can be.
    Check {
        /// How many each organisation holds; null where that is not known.
        counts: IndexMap<String, Option<u32>>,
        /// All of them, as far as they are known.
        total: u32,
        /// People without an organisation, who are not in the total.
        unattributed: u32,
        /// What each is entitled to of this total; of a rate: of all there was to attend.
        entitlement: IndexMap<String, f64>,
        /// The best arrangement of this total; null for a rate, and where a count is not known.
        best_possible: Option<Best>,
        /// True where what is held is a best arrangement.
        as_equal_as_possible: Option<bool>,
        /// The largest count less the smallest.
        spread: Option<u32>,
        /// Those furthest below their entitlement; empty where nobody is below.
        worst_off: Vec<String>,
        /// Those who hold nothing and are entitled to something.
        zeros: Vec<Zero>,
        /// How many posts must move to reach a best arrangement: no fewer will do.
        moves_needed: Option<u32>,
        /// One list of moves that does it.
        moves: Option<Vec<Move>>,
        /// Who appoints next, and who after that if the first of them does; several are equally due.
        next: Option<Vec<Vec<String>>>,
        /// How uneven it is, between the least and the most that can be; null where nothing is held.
        indices: Option<Vec<Index>>,
        /// A footnote on chance, and never a verdict; null where there are too many arrangements to look at, and in the
        /// rows of a report.
        exact: Option<Exact>,
        /// The same by whole-time equivalents; null where none are given.
        wte: Option<Wte>,
        /// Whether representation is as it should be.
        status: CheckStatus,
        /// Why, and what else there is to know.
        findings: Vec<Finding>,
    }
}

/// Checks how equally something is held by organisations.
///
/// # Errors
/// [`Problems`] for no organisations, more than 1,000 of them, entitlements that add up to nothing, a name that has no
/// count, a pool smaller than the count from it, and tolerances that exclude one another.
///
/// ```
/// use equipoise::representation::{CheckStatus, Count, Options, check};
/// let leads = [("RNA", 3), ("RL4", 3), ("RXK", 3), ("RBK", 2)];
/// let leads = leads.into_iter().map(|(id, held)| (id.to_owned(), Count(Some(held)))).collect();
/// let answer = check(&leads, &Options::default())?;
/// assert_eq!(answer.status, CheckStatus::MetAsFarAsPossible);
/// assert_eq!((answer.as_equal_as_possible, answer.moves_needed), (Some(true), Some(0)));
/// assert_eq!(answer.next.unwrap()[0], ["RBK"]);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn check(counts: &IndexMap<String, Count>, options: &Options) -> Result<Check, Problems> {
    let tolerance = tolerance(options)?;
    let (holding, shares) = holding(counts, options)?;
    let pools = pools(counts, options)?;
    let number = counts.len();
    let unknown: Vec<String> = counts.iter().filter(|(_, count)| count.0.is_none()).map(|(id, _)| id.clone()).collect();
    let known = unknown.is_empty();
    let rate = if let Allowed::Rate(rate, of) = tolerance { Some((rate, of)) } else { None };
    let posts = rate.map_or(holding.total, |(_, of)| of);
    // Of a rate, each is entitled to all that it could attend; of posts, to its share of them.
    let entitled = |place: usize| match rate {
        Some((_, of)) => (u128::from(of) * shares[place], ONE.unsigned_abs()),
        None => (u128::from(posts) * holding.weights[place], holding.weight),
    };
    let shared = known && rate.is_none();
    let seats = shared.then(|| holding.best());
    let nearest = seats.as_ref().map(|seats| holding.nearest(seats));
    let moves = nearest.as_ref().map(|nearest| holding.moves(nearest));
    let moves_needed = moves.as_ref().map(|moves| moves.iter().map(|step| step.posts).sum());
    let names = |places: &[usize]| -> Vec<String> { sorted(places.iter().map(|place| holding.ids[*place].to_owned())) };
    let best_possible = seats.as_ref().zip(nearest.as_ref()).map(|(seats, nearest)| Best {
        seats: counts.keys().cloned().zip(seats.certain.iter().copied()).collect(),
        tied: names(&seats.tied),
        to_draw: seats.to_draw,
        nearest: counts.keys().cloned().zip(nearest.iter().copied()).collect(),
    });
    // Beyond the entitlement, in parts of `entitled`'s denominator.
    let surplus: Vec<i128> = (0..number)
        .map(|place| {
            let (share, whole) = entitled(place);
            signed(u128::from(holding.held[place]) * whole) - signed(share)
        })
        .collect();
    let whole = entitled(0).1;
    let within = |place: usize| tolerance.allows(surplus[place], entitled(place), holding.held[place]);
    let spread = known.then(|| spread(&holding.held)).flatten();
    let all_within = match tolerance {
        Allowed::Spread(most, _) => spread.is_some_and(|spread| spread <= most),
        _ => (0..number).all(within),
    };
    let status = match () {
        () if !known || posts == 0 => CheckStatus::NotAssessable,
        () if !all_within => CheckStatus::NotMet,
        () if tolerance.is_stated() || surplus.iter().all(|surplus| *surplus == 0) => CheckStatus::Met,
        () => CheckStatus::MetAsFarAsPossible,
    };
    let worst_off = if known { names(&lowest(&surplus)) } else { Vec::new() };
    let (zeros, mut findings) = zeros(&holding, counts, posts, rate.is_some());
    if status == CheckStatus::NotMet {
        // By the spread, those beyond what a best arrangement gives are the ones outside.
        let outside = |place: &usize| match tolerance {
            Allowed::Spread(..) => surplus[*place].unsigned_abs() >= whole,
            _ => !within(*place),
        };
        for place in (0..number).filter(outside) {
            let code = if surplus[place] < 0 { FindingCode::BelowEntitlement } else { FindingCode::AboveEntitlement };
            let (share, whole) = entitled(place);
            let row = finding(code, holding.ids[place], "representation.tolerance").severity(Severity::Amber);
            let row = row.with("held", i64::from(holding.held[place])).with("total", i64::from(posts));
            let row = row.with("entitlement", ratio(share, whole));
            findings.push(match rate {
                Some((rate, _)) => row.with("rate", Decimal::to_f64(rate)),
                None => row,
            });
        }
    }
    let whole_finding = |code| finding(code, "", "representation.check");
    if !unknown.is_empty() {
        findings.push(
            whole_finding(FindingCode::CountNotKnown).severity(Severity::Amber).with("organisations", sorted(unknown)),
        );
    }
    if options.unattributed > 0 {
        findings.push(whole_finding(FindingCode::Unattributed).with("count", i64::from(options.unattributed)));
    }
    let assessed = shared && posts > 0;
    let footnote = assessed && !options.without_footnote;
    let exact = if footnote { exact::exact(&holding, pools.as_deref()) } else { None };
    if footnote && exact.is_none() {
        let row = whole_finding(FindingCode::ExactNotComputed).with("total", i64::from(posts));
        findings.push(row.with("organisations", number).with("most", exact::MOST_ARRANGEMENTS as f64));
    }
    let next = shared.then(|| holding.next(2));
    let indices =
        nearest.as_ref().filter(|_| assessed).map(|nearest| indices(&holding, nearest, !options.without_footnote));
    let wte = options.wte.as_ref().map(|wte| by_wte(&holding, wte, options)).transpose()?;
    Ok(Check {
        counts: counts.iter().map(|(id, count)| (id.clone(), count.0)).collect(),
        total: holding.total,
        unattributed: options.unattributed,
        entitlement: counts.keys().cloned().zip((0..number).map(entitled).map(|(a, b)| ratio(a, b))).collect(),
        best_possible,
        as_equal_as_possible: moves_needed.map(|needed: u32| needed == 0),
        spread,
        worst_off,
        zeros,
        moves_needed,
        moves,
        next,
        indices,
        exact,
        wte,
        status,
        findings: crate::finding::sorted(findings),
    })
}

pub(super) fn signed(number: u128) -> i128 {
    i128::try_from(number).unwrap_or(i128::MAX)
}

pub(super) fn sorted(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_unstable();
    names
}

pub(super) fn spread<T: Ord + Copy + std::ops::Sub<Output = T>>(held: &[T]) -> Option<T> {
    Some(*held.iter().max()? - *held.iter().min()?)
}

/// The places with the least surplus, if that is below 0.
pub(super) fn lowest(surplus: &[i128]) -> Vec<usize> {
    let least = surplus.iter().min().copied().filter(|least| *least < 0);
    (0..surplus.len()).filter(|place| Some(surplus[*place]) == least).collect()
}

/// Those with nothing, and a finding for each.
fn zeros(holding: &Holding<'_>, counts: &IndexMap<String, Count>, posts: u32, rate: bool) -> (Vec<Zero>, Vec<Finding>) {
    if posts == 0 {
        return (Vec::new(), Vec::new());
    }
    let entitled = holding.weights.iter().filter(|weight| **weight > 0).count();
    let without = |place: &usize| counts[*place].0 == Some(0) && holding.weights[*place] > 0;
    let places: Vec<usize> = (0..counts.len()).filter(without).collect();
    // With fewer posts than organisations so many must be without, and it is nobody's fault.
    let unavoidable = if rate { 0 } else { entitled.saturating_sub(posts as usize) };
    let avoidable = places.len() > unavoidable;
    let row = |place: &usize| Zero { organisation: holding.ids[*place].to_owned(), avoidable };
    let severity = if avoidable { Severity::Amber } else { Severity::Note };
    let said = |place: &usize| {
        let row =
            finding(FindingCode::ZeroRepresentation, holding.ids[*place], "representation.zero").severity(severity);
        row.with("total", i64::from(posts))
            .with("organisations", entitled)
            .with("avoidable", Value::Bool(avoidable))
            .with("rate", Value::Bool(rate))
    };
    (places.iter().map(row).collect(), places.iter().map(said).collect())
}

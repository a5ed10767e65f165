//! The check by whole-time equivalents, where one day a week is 0.2.

use crate::recall::result;
use indexmap::IndexMap;

use super::arrangement::Holding;
use super::check::{CheckStatus, lowest, signed, sorted, spread};
use super::entitlement::{Count, MOST_HELD, Options, furthest, names};
use super::fraction::ratio;
use super::{measures, out_of_range, pointed};
use crate::decimal::ONE;
use crate::document::values::Size;
use crate::problem::Problems;

result! {
    /// The check by whole-time equivalents, which can be parted as finely as one likes.
    Wte {
        /// WTE by organisation; null where it is not given.
        held: IndexMap<String, Option<f64>>,
        /// All of it.
        total: f64,
        /// The organisation's share of all of it.
        entitlement: IndexMap<String, f64>,
        /// The largest less the smallest.
        spread: Option<f64>,
        /// Those furthest below their entitlement; empty where nobody is below.
        worst_off: Vec<String>,
        /// Met when everybody has exactly the entitlement or is within the tolerance stated; met as far as possible when
        /// everybody is less than one day a week (0.2) from it.
        status: CheckStatus,
    }
}

/// Checks what is held in whole-time equivalents.
pub(super) fn by_wte(holding: &Holding<'_>, wte: &IndexMap<String, Size>, options: &Options) -> Result<Wte, Problems> {
    let ids = || holding.ids.iter().map(|id| (*id).to_owned());
    let counts: IndexMap<String, Count> = ids().map(|id| (id, Count(None))).collect();
    Problems::none(names(&counts, wte.keys(), "/wte", false))?;
    let measured = measures(wte, "/wte")?;
    if let Some(place) = measured.iter().position(|wte| *wte > u128::from(MOST_HELD) * ONE.unsigned_abs()) {
        let path = format!("/wte/{}", wte.get_index(place).map(|(id, _)| pointed(id)).unwrap_or_default());
        return Err(out_of_range(&path, "", "a number from 0 to 1,000,000", "this is too large"));
    }
    let held: Vec<Option<u128>> =
        holding.ids.iter().map(|id| wte.get_index_of(*id).map(|place| measured[place])).collect();
    let total: u128 = held.iter().flatten().sum();
    let one = ONE.unsigned_abs();
    let surplus: Vec<i128> = (held.iter().zip(&holding.weights))
        .map(|(held, weight)| signed(held.unwrap_or(0) * holding.weight) - signed(total * weight))
        .collect();
    let stated = options.tolerance.as_ref().and_then(|tolerance| tolerance.wte);
    let most = u128::from(furthest(stated, 200_000)) * holding.weight;
    let known: Option<Vec<u128>> = held.iter().copied().collect();
    let status = match () {
        () if known.is_none() || total == 0 => CheckStatus::NotAssessable,
        () if surplus.iter().all(|surplus| *surplus == 0) => CheckStatus::Met,
        () if surplus.iter().any(|surplus| surplus.unsigned_abs() >= most) => CheckStatus::NotMet,
        () if stated.is_some() => CheckStatus::Met,
        () => CheckStatus::MetAsFarAsPossible,
    };
    let lowest = if known.is_some() { lowest(&surplus) } else { Vec::new() };
    Ok(Wte {
        held: ids().zip(held.iter().map(|held| held.map(|held| ratio(held, one)))).collect(),
        total: ratio(total, one),
        entitlement: ids()
            .zip(holding.weights.iter().map(|weight| ratio(total * weight, holding.weight * one)))
            .collect(),
        spread: known.and_then(|held| spread(&held)).map(|spread| ratio(spread, one)),
        worst_off: sorted(lowest.into_iter().map(|place| holding.ids[place].to_owned())),
        status,
    })
}

//! Divisor methods: each next seat goes where weight divided by a divisor, which grows with the seats held, is highest.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::apportion::{Method, Seats};
use super::fraction::compare;

/// An organisation's claim to one more seat, as a fraction. A denominator of 0 is a claim above all others, the
/// heavier first: where nobody may be left without a seat.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    pub(super) numerator: u128,
    pub(super) denominator: u128,
    pub(super) place: usize,
}

impl Claim {
    /// The claim of `weight` that holds so many seats already.
    #[inline]
    pub(super) fn of(method: Method, weight: u128, held: u32, place: usize) -> Self {
        let held = u128::from(held);
        let (numerator, denominator) = match method {
            Method::Dhondt => (weight, held + 1),
            Method::SainteLague => (weight, 2 * held + 1),
            // 1.4 is 7/5.
            Method::ModifiedSainteLague if held == 0 => (5 * weight, 7),
            Method::ModifiedSainteLague => (5 * weight, 5 * (2 * held + 1)),
            // The square of the claim, which is in the same order.
            Method::HuntingtonHill if held > 0 => (weight * weight, held * (held + 1)),
            Method::Dean if held > 0 => (weight * (2 * held + 1), 2 * held * (held + 1)),
            Method::Hamilton | Method::Adams | Method::HuntingtonHill | Method::Dean => (weight, held),
        };
        Self { numerator, denominator, place }
    }

    /// The order of claims, apart from whose they are.
    #[inline]
    pub(super) fn against(&self, other: &Self) -> Ordering {
        match (self.denominator, other.denominator) {
            (0, 0) => self.numerator.cmp(&other.numerator),
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            _ => compare((self.numerator, self.denominator), (other.numerator, other.denominator)),
        }
    }
}

impl PartialEq for Claim {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Claim {}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Claim {
    fn cmp(&self, other: &Self) -> Ordering {
        self.against(other).then_with(|| other.place.cmp(&self.place))
    }
}

/// Shares seats out by a divisor method; some weight is above 0.
pub(super) fn share_out(seats: u32, weights: &[u128], method: Method) -> Seats {
    let claim = |place: usize, held: u32| Claim::of(method, weights[place], held, place);
    let with_weight = || (0..weights.len()).filter(|place| weights[*place] > 0);
    let (total, voices) = (weights.iter().sum::<u128>(), with_weight().count() as u32);
    // Every divisor lies between the seats held and one more. So at total / (seats - voices) nobody is given more than
    // one beyond the whole part, which together is no more than there is: these seats are safe, and few are left.
    let safe = u128::from(seats.saturating_sub(voices));
    let mut held: Vec<u32> = weights.iter().map(|weight| (weight * safe / total) as u32).collect();
    let given: u32 = held.iter().sum();
    let mut claims: BinaryHeap<Claim> = with_weight().map(|place| claim(place, held[place])).collect();
    for _ in given..seats {
        let Some(mut first) = claims.peek_mut() else { break };
        held[first.place] += 1;
        *first = claim(first.place, held[first.place]);
    }
    // A tie: the lowest claim that was met equals the highest that was not.
    let met = |place: &usize| held[*place].checked_sub(1).map(|before| claim(*place, before));
    let lowest = (0..weights.len()).filter_map(|place| met(&place)).min_by(Claim::against);
    let equal = |claim: Claim| lowest.is_some_and(|lowest| claim.against(&lowest) == Ordering::Equal);
    if !claims.peek().copied().is_some_and(equal) {
        return Seats { certain: held, tied: Vec::new(), to_draw: 0 };
    }
    let last: Vec<usize> = with_weight().filter(|place| met(place).is_some_and(equal)).collect();
    let mut tied: Vec<usize> =
        with_weight().filter(|place| equal(claim(*place, held[*place]))).chain(last.iter().copied()).collect();
    tied.sort_unstable();
    let to_draw = last.len() as u32;
    last.into_iter().for_each(|place| held[place] -= 1);
    Seats { certain: held, tied, to_draw }
}

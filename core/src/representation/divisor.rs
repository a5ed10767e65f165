//! Divisor methods: each next seat goes where weight divided by a divisor, which grows with the seats held, is highest.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::iter::Sum;
use std::ops::{Add, Mul};

use super::apportion::{Method, Seats};
use super::fraction::compare;

/// What claims are calculated in: 64 bits where they suffice, which is several times faster.
pub(super) trait Number: Copy + Ord + From<u32> + Add<Output = Self> + Mul<Output = Self> + Sum {
    /// Compares a/b with c/d, of which b and d are above 0.
    fn compare(one: (Self, Self), other: (Self, Self)) -> Ordering;
    /// The whole part of `weight` x `seats` / `total`.
    fn part(weight: Self, seats: u32, total: Self) -> u32;
}

impl Number for u64 {
    #[inline]
    fn compare((a, b): (Self, Self), (c, d): (Self, Self)) -> Ordering {
        (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)))
    }

    #[inline]
    fn part(weight: Self, seats: u32, total: Self) -> u32 {
        (weight * Self::from(seats) / total) as u32
    }
}

impl Number for u128 {
    #[inline]
    fn compare(one: (Self, Self), other: (Self, Self)) -> Ordering {
        compare(one, other)
    }

    #[inline]
    fn part(weight: Self, seats: u32, total: Self) -> u32 {
        (weight * Self::from(seats) / total) as u32
    }
}

/// An organisation's claim to one more seat, as a fraction. A denominator of 0 is a claim above all others, the
/// heavier first: where nobody may be left without a seat.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<N> {
    pub(super) numerator: N,
    pub(super) denominator: N,
    pub(super) place: usize,
}

impl<N: Number> Claim<N> {
    /// The claim of `weight` that holds so many seats already.
    #[inline]
    pub(super) fn of(method: Method, weight: N, held: u32, place: usize) -> Self {
        let first = held == 0;
        let (held, number) = (N::from(held), |number: u32| N::from(number));
        let (numerator, denominator) = match method {
            Method::Dhondt => (weight, held + number(1)),
            Method::SainteLague => (weight, held + held + number(1)),
            // 1.4 is 7/5.
            Method::ModifiedSainteLague if first => (number(5) * weight, number(7)),
            Method::ModifiedSainteLague => (weight, held + held + number(1)),
            // The square of the claim, which is in the same order.
            Method::HuntingtonHill if !first => (weight * weight, held * (held + number(1))),
            Method::Dean if !first => (weight * (held + held + number(1)), (held + held) * (held + number(1))),
            Method::Hamilton | Method::Adams | Method::HuntingtonHill | Method::Dean => (weight, held),
        };
        Self { numerator, denominator, place }
    }

    /// The order of claims, apart from whose they are.
    #[inline]
    pub(super) fn against(&self, other: &Self) -> Ordering {
        let none = N::from(0);
        match (self.denominator == none, other.denominator == none) {
            (true, true) => self.numerator.cmp(&other.numerator),
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            _ => N::compare((self.numerator, self.denominator), (other.numerator, other.denominator)),
        }
    }
}

impl<N: Number> PartialEq for Claim<N> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<N: Number> Eq for Claim<N> {}

impl<N: Number> PartialOrd for Claim<N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<N: Number> Ord for Claim<N> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.against(other).then_with(|| other.place.cmp(&self.place))
    }
}

/// Shares seats out by a divisor method; some weight is above 0.
pub(super) fn share_out(seats: u32, weights: &[u128], method: Method) -> Seats {
    // Then squares of weights and of seats fit 64 bits.
    let small = |number: u128| u32::try_from(number).is_ok_and(|number| number < 1 << 31);
    if small(seats.into()) && weights.iter().all(|weight| small(*weight)) {
        return with(seats, &weights.iter().map(|weight| *weight as u64).collect::<Vec<_>>(), method);
    }
    with(seats, weights, method)
}

fn with<N: Number>(seats: u32, weights: &[N], method: Method) -> Seats {
    let claim = |place: usize, held: u32| Claim::of(method, weights[place], held, place);
    let with_weight = || (0..weights.len()).filter(|place| weights[*place] > N::from(0));
    let (total, voices) = (weights.iter().copied().sum::<N>(), with_weight().count() as u32);
    // Every divisor lies between the seats held and one more. So at total / (seats - voices) nobody is given more than
    // one beyond the whole part, which together is no more than there is: these seats are safe, and few are left.
    let safe = seats.saturating_sub(voices);
    let mut held: Vec<u32> = weights.iter().map(|weight| N::part(*weight, safe, total)).collect();
    let given: u32 = held.iter().sum();
    let mut claims: BinaryHeap<Claim<N>> = with_weight().map(|place| claim(place, held[place])).collect();
    for _ in given..seats {
        let Some(mut first) = claims.peek_mut() else { break };
        held[first.place] += 1;
        *first = claim(first.place, held[first.place]);
    }
    // A tie: the lowest claim that was met equals the highest that was not.
    let met = |place: &usize| held[*place].checked_sub(1).map(|before| claim(*place, before));
    let lowest = (0..weights.len()).filter_map(|place| met(&place)).min_by(Claim::against);
    let equal = |claim: Claim<N>| lowest.is_some_and(|lowest| claim.against(&lowest) == Ordering::Equal);
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

//! Apportionment: quota rule, monotonicity, anonymity, ties.

use super::{holds, named};
use equipoise::representation::{Method, Seats, apportion, seats};
use proptest::prelude::*;

const DIVISOR: [Method; 6] = [
    Method::Dhondt,
    Method::SainteLague,
    Method::ModifiedSainteLague,
    Method::HuntingtonHill,
    Method::Adams,
    Method::Dean,
];

/// One large weight beside many small ones: where the methods differ most.
fn skewed() -> impl Strategy<Value = Vec<u64>> {
    (2_u64..=1000, prop::collection::vec(1_u64..=2, 1..9)).prop_map(|(one, rest)| [vec![one], rest].concat())
}

/// Weights that tie often, weights that hardly ever do, and skewed ones.
fn weights() -> impl Strategy<Value = Vec<u64>> {
    let small = prop::collection::vec(0_u64..=6, 1..9);
    let large = prop::collection::vec(0_u64..=1_000_000_000_000_000, 1..9);
    prop_oneof![3 => small, 1 => large, 1 => skewed()]
        .prop_filter("some weight", |weights| weights.iter().any(|weight| *weight > 0))
}

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(Method::ALL)
}

/// The least and the most that each may get.
fn bounds(shared: &Seats) -> Vec<(u32, u32)> {
    let most = |place: usize| u32::from(shared.tied.contains(&place));
    shared.certain.iter().enumerate().map(|(place, held)| (*held, held + most(place))).collect()
}

#[test]
fn every_seat_is_certain_or_to_draw() {
    holds(6000, &(0_u32..400, weights(), method()), |(number, weights, method)| {
        let shared = seats(number, &weights, method).unwrap();
        prop_assert_eq!(shared.certain.iter().sum::<u32>() + shared.to_draw, number);
        // A tie is one only if some of the tied go without.
        prop_assert_eq!(shared.to_draw > 0, !shared.tied.is_empty());
        prop_assert!(shared.tied.is_empty() || (shared.to_draw as usize) < shared.tied.len());
        prop_assert!(shared.tied.iter().all(|place| weights[*place] > 0));
        prop_assert!(weights.iter().zip(&shared.certain).all(|(weight, held)| *weight > 0 || *held == 0));
        Ok(())
    });
}

/// Hamilton gives everybody the quota, rounded down or up. Divisor methods need not.
#[test]
fn hamilton_stays_within_the_quota() {
    holds(6000, &(0_u32..400, weights()), |(number, weights)| {
        let total: u128 = weights.iter().copied().map(u128::from).sum();
        let shared = seats(number, &weights, Method::Hamilton).unwrap();
        for (place, (least, most)) in bounds(&shared).into_iter().enumerate() {
            let quota = u128::from(weights[place]) * u128::from(number);
            prop_assert!(u128::from(least) >= quota / total && u128::from(most) <= quota.div_ceil(total));
        }
        Ok(())
    });
}

/// D'Hondt never gives less than the quota rounded down, Adams never more than the quota rounded up.
#[test]
fn dhondt_and_adams_stay_on_their_side_of_the_quota() {
    holds(4000, &(0_u32..400, weights()), |(number, weights)| {
        let total: u128 = weights.iter().copied().map(u128::from).sum();
        let (down, up) =
            (seats(number, &weights, Method::Dhondt).unwrap(), seats(number, &weights, Method::Adams).unwrap());
        for (place, weight) in weights.iter().enumerate() {
            let quota = u128::from(*weight) * u128::from(number);
            prop_assert!(u128::from(bounds(&down)[place].0) >= quota / total);
            prop_assert!(u128::from(bounds(&up)[place].1) <= quota.div_ceil(total));
        }
        Ok(())
    });
}

/// One seat more takes a seat from nobody: every arrangement with fewer seats lies within one with more.
#[test]
fn divisor_methods_are_house_monotone() {
    holds(3000, &(0_u32..120, weights(), prop::sample::select(&DIVISOR[..])), |(number, weights, method)| {
        let (before, after) = (seats(number, &weights, method).unwrap(), seats(number + 1, &weights, method).unwrap());
        for (before, after) in bounds(&before).into_iter().zip(bounds(&after)) {
            prop_assert!(before.0 <= after.0 && before.1 <= after.1, "{} {:?} {:?}", number, before, after);
        }
        Ok(())
    });
}

/// Whoever grows while the others stay does not lose a seat to any of them.
#[test]
fn divisor_methods_are_population_monotone() {
    let cases = (0_u32..120, weights(), any::<prop::sample::Index>(), 1_u64..1000, prop::sample::select(&DIVISOR[..]));
    holds(3000, &cases, |(number, weights, who, more, method)| {
        let who = who.index(weights.len());
        let mut grown = weights.clone();
        grown[who] += more;
        let (before, after) = (seats(number, &weights, method).unwrap(), seats(number, &grown, method).unwrap());
        for (place, (before, after)) in bounds(&before).into_iter().zip(bounds(&after)).enumerate() {
            let fine = if place == who {
                after.0 >= before.0 && after.1 >= before.1
            } else {
                after.0 <= before.0 && after.1 <= before.1
            };
            prop_assert!(fine, "{} {:?} {:?}", place, before, after);
        }
        Ok(())
    });
}

#[test]
fn names_and_their_order_do_not_matter() {
    let cases = (0_u32..120, weights().prop_shuffle(), method(), any::<u32>());
    holds(2000, &cases, |(number, weights, method, seed)| {
        let numbers: Vec<f64> = weights.iter().map(|weight| (*weight % 1_000_000_000) as f64).collect();
        prop_assume!(numbers.iter().any(|number| *number > 0.0));
        let given = named(&numbers);
        let reversed = given.iter().rev().map(|(id, size)| (id.clone(), *size)).collect();
        let one = apportion(number, &given, method, Some(seed)).unwrap();
        let mut other = apportion(number, &reversed, method, Some(seed)).unwrap();
        other.seats.reverse();
        prop_assert_eq!(&one, &other);
        // Equal weights, equal seats.
        for (a, first) in given.iter().zip(one.seats.values()) {
            for (b, second) in given.iter().zip(one.seats.values()) {
                let tied = |id: &String| one.tied.contains(id);
                prop_assert!(a.1 != b.1 || (first == second && tied(a.0) == tied(b.0)));
            }
        }
        Ok(())
    });
}

/// In another unit the weights are the same.
#[test]
fn the_unit_of_the_weights_does_not_matter() {
    let small = prop::collection::vec(0_u64..=1000, 1..9)
        .prop_filter("some", |weights| weights.iter().any(|weight| *weight > 0));
    holds(3000, &(0_u32..400, small, 1_u64..1_000_000, method()), |(number, weights, unit, method)| {
        let scaled: Vec<u64> = weights.iter().map(|weight| weight * unit).collect();
        prop_assert_eq!(seats(number, &weights, method), seats(number, &scaled, method));
        Ok(())
    });
}

/// Against seat after seat, from the first one on; with large numbers of seats too.
#[test]
fn the_short_way_gives_what_the_long_way_gives() {
    fn claim(method: Method, weight: u64, held: u32) -> (u128, u128) {
        let (weight, held) = (u128::from(weight), u128::from(held));
        match method {
            Method::Dhondt => (weight, held + 1),
            Method::Adams => (weight, held),
            Method::HuntingtonHill if held > 0 => (weight * weight, held * (held + 1)),
            Method::Dean if held > 0 => (weight * (2 * held + 1), 2 * held * (held + 1)),
            Method::HuntingtonHill | Method::Dean => (weight, 0),
            Method::ModifiedSainteLague if held == 0 => (weight * 10, 14),
            _ => (weight * 10, 10 * (2 * held + 1)),
        }
    }
    let small =
        prop::collection::vec(0_u64..=40, 1..7).prop_filter("some", |weights| weights.iter().any(|weight| *weight > 0));
    holds(
        1500,
        &(0_u32..300, prop_oneof![small, skewed()], prop::sample::select(&DIVISOR[..])),
        |(number, weights, method)| {
            let mut held = vec![0; weights.len()];
            for _ in 0..number {
                let above = |a: usize, b: usize| {
                    let ((a, b), (c, d)) = (claim(method, weights[a], held[a]), claim(method, weights[b], held[b]));
                    if b == 0 && d == 0 { a > c } else { a * d > c * b }
                };
                let with_weight = (0..weights.len()).filter(|place| weights[*place] > 0);
                let first = with_weight.reduce(|best, place| if above(place, best) { place } else { best }).unwrap();
                held[first] += 1;
            }
            let shared = seats(number, &weights, method).unwrap();
            for (place, (least, most)) in bounds(&shared).into_iter().enumerate() {
                prop_assert!((least..=most).contains(&held[place]), "{:?} {:?}", held, shared);
            }
            Ok(())
        },
    );
}

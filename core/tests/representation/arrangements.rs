//! The check: best arrangement, moves, indices and the footnote, against every arrangement there is.

use super::{arrangements, holds, named};
use equipoise::representation::{Check, CheckStatus, Count, IndexName, Options, check};
use indexmap::IndexMap;
use proptest::prelude::*;

type Counts = IndexMap<String, Count>;

fn counts(held: &[u32]) -> Counts {
    held.iter().enumerate().map(|(place, held)| (format!("o{place:03}"), Count(Some(*held)))).collect()
}

fn by(shares: Option<&[f64]>) -> Options {
    let mut options = Options::default();
    options.entitlement = shares.map(named);
    options
}

/// Counts of up to four organisations, with shares that tie or none.
fn cases() -> impl Strategy<Value = (Vec<u32>, Option<Vec<f64>>)> {
    (1_usize..=4).prop_flat_map(|number| {
        let held = prop::collection::vec(0_u32..=4, number);
        let share = prop::sample::select(&[1.0, 2.0, 3.0, 0.5, 0.1, 0.3][..]);
        (held, prop::option::of(prop::collection::vec(share, number)))
    })
}

fn checked(held: &[u32], shares: Option<&[f64]>) -> Check {
    check(&counts(held), &by(shares)).unwrap()
}

/// The distance from the entitlements as whole numbers: of |held x sum - total x share| over tenths.
fn distance(held: &[u32], shares: &[f64]) -> u64 {
    let shares: Vec<u64> = shares.iter().map(|share| (share * 10.0).round() as u64).collect();
    let (total, sum) = (u64::from(held.iter().sum::<u32>()), shares.iter().sum::<u64>());
    held.iter().zip(shares).map(|(held, share)| (u64::from(*held) * sum).abs_diff(total * share)).sum()
}

fn moves(from: &[u32], to: &[u32]) -> u32 {
    from.iter().zip(to).map(|(from, to)| from.saturating_sub(*to)).sum()
}

#[test]
fn the_best_arrangement_is_the_best_of_all_and_the_moves_are_the_fewest() {
    holds(1500, &cases(), |(held, shares)| {
        let equal = vec![1.0; held.len()];
        let weights = shares.as_deref().unwrap_or(&equal);
        let answer = checked(&held, shares.as_deref());
        let all = arrangements(held.iter().sum(), held.len());
        let least = all.iter().map(|other| distance(other, weights)).min().unwrap();
        let best: Vec<&Vec<u32>> = all.iter().filter(|other| distance(other, weights) == least).collect();
        let nearest: Vec<u32> = answer.best_possible.as_ref().unwrap().nearest.values().copied().collect();
        prop_assert!(best.contains(&&nearest));
        prop_assert_eq!(answer.moves_needed, best.iter().map(|best| moves(&held, best)).min());
        prop_assert_eq!(answer.as_equal_as_possible, Some(best.contains(&&held)));
        // The list leads there.
        let mut after = held.clone();
        let place = |id: &str| id[1..].parse::<usize>().unwrap();
        for step in answer.moves.unwrap() {
            after[place(&step.from)] -= step.posts;
            after[place(&step.to)] += step.posts;
        }
        prop_assert_eq!(after, nearest);
        Ok(())
    });
}

#[test]
fn every_index_lies_between_its_floor_and_its_ceiling() {
    holds(800, &cases(), |(held, shares)| {
        let answer = checked(&held, shares.as_deref());
        let Some(indices) = answer.indices else { return Ok(()) };
        let all: Vec<Check> =
            arrangements(held.iter().sum(), held.len()).iter().map(|other| checked(other, shares.as_deref())).collect();
        for (place, row) in indices.iter().enumerate() {
            let values: Vec<f64> = all.iter().filter_map(|other| other.indices.as_ref()?[place].value).collect();
            let (least, most) = (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max));
            let near = |a: Option<f64>, b: Option<f64>| {
                a.is_some() == b.is_some() && a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-12)
            };
            let unknown = row.name == IndexName::Gini && row.floor.is_none();
            prop_assert!(unknown || near(row.floor, least), "{:?} {:?}", row, least);
            prop_assert!(near(row.ceiling, most), "{:?} {:?}", row, most);
            prop_assert!(row.value.zip(row.floor).is_none_or(|(value, floor)| floor <= value));
            prop_assert!(row.value.zip(row.ceiling).is_none_or(|(value, ceiling)| value <= ceiling));
            prop_assert!(row.rescaled.is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
        Ok(())
    });
}

#[test]
fn names_and_their_order_do_not_matter() {
    let cases = prop::collection::vec((0_u32..=9, prop::sample::select(&[1.0, 2.0, 0.1, 0.7][..])), 1..7);
    holds(1500, &(cases, any::<bool>()), |(rows, stated)| {
        let (held, shares): (Vec<u32>, Vec<f64>) = rows.into_iter().unzip();
        let options = by(stated.then_some(&shares[..]));
        let given = counts(&held);
        let reversed: Counts = given.iter().rev().map(|(id, count)| (id.clone(), *count)).collect();
        let (one, other) = (check(&given, &options).unwrap(), check(&reversed, &options).unwrap());
        prop_assert_eq!(&one.indices, &other.indices);
        prop_assert_eq!((&one.moves, &one.next, &one.worst_off), (&other.moves, &other.next, &other.worst_off));
        prop_assert_eq!((one.status, &one.findings), (other.status, &other.findings));
        prop_assert_eq!(one.exact.map(|exact| exact.p.to_bits()), other.exact.map(|exact| exact.p.to_bits()));
        Ok(())
    });
}

/// Whoever appoints next, and again, ends as equal as can be from nothing.
#[test]
fn appointing_whoever_is_next_stays_as_equal_as_it_can_be() {
    holds(300, &(1_usize..7, 1_usize..20), |(number, posts)| {
        let mut held = vec![0; number];
        for _ in 0..posts {
            let next = checked(&held, None).next.unwrap();
            held[next[0][0][1..].parse::<usize>().unwrap()] += 1;
            let answer = checked(&held, None);
            prop_assert_eq!(answer.as_equal_as_possible, Some(true));
            prop_assert!(answer.status != CheckStatus::NotMet);
        }
        Ok(())
    });
}

/// With equal entitlements the two ways of looking at arrangements say the same.
#[test]
fn the_footnote_is_the_same_by_partitions_and_by_compositions() {
    holds(300, &prop::collection::vec(0_u32..=5, 2..5), |held| {
        let equal = checked(&held, None);
        // Pools so large that drawing from them is hardly other than chance; the first differs, so all are looked at.
        let mut options = Options::default();
        let pool = |place: usize| Count(Some(if place == 0 { 999_999 } else { 1_000_000 }));
        options.pools = Some((0..held.len()).map(|place| (format!("o{place:03}"), pool(place))).collect());
        let drawn = check(&counts(&held), &options).unwrap();
        let Some((one, other)) = equal.exact.zip(drawn.exact) else { return Ok(()) };
        // Arrangements that are equally likely in one are nearly so in the other: they may fall on either side.
        prop_assert!(other.p <= one.p + 1e-3, "{} {}", one.p, other.p);
        prop_assert!((0.0..=1.0).contains(&one.p) && one.p > 0.0);
        Ok(())
    });
}

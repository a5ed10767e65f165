//! Two rounds: both ends are rankings, and the steps between them add up.

use crate::holds;
use crate::panels::panels;
use crate::ranking::plain;
use equipoise::prioritisation::{Average, Options, Presence, Prioritisation, Ranked, Voice, compare_rounds, rank};
use proptest::prelude::*;

fn ways() -> [Options; 3] {
    let [mut pooled, mut median] = [plain(), plain()];
    (pooled.voice, median.average) = (Voice::Pooled, Average::Median);
    [plain(), pooled, median]
}

fn row<'r>(result: &'r Prioritisation, id: &str) -> Option<&'r Ranked> {
    result.ranking.iter().find(|row| row.id == id)
}

#[test]
fn both_ends_are_rankings_and_the_steps_add_up() {
    let mut steps = std::cell::Cell::new([0; 4]);
    holds(300, &(panels(5), panels(5)), |(before, after)| {
        for options in ways() {
            let compared = compare_rounds(&before, &after, &options).unwrap();
            let ends = [rank(&before, &options).unwrap(), rank(&after, &options).unwrap()];
            for moved in &compared.rows {
                let [first, last] = [row(&ends[0], &moved.id), row(&ends[1], &moved.id)];
                prop_assert_eq!(
                    moved.presence,
                    match (first, last) {
                        (Some(_), Some(_)) => Presence::Stayed,
                        (Some(_), None) => Presence::Left,
                        _ => Presence::Joined,
                    }
                );
                prop_assert_eq!(moved.total_before, first.and_then(|row| row.total));
                prop_assert_eq!(moved.total_after, last.and_then(|row| row.total));
                prop_assert_eq!(moved.rank_before, first.and_then(|row| row.rank));
                prop_assert_eq!(moved.rank_after, last.and_then(|row| row.rank));
                if let (Some(change), Some(changes)) = (moved.change, &moved.changes) {
                    let sum: f64 = changes.values().sum();
                    prop_assert!((sum - change).abs() < 1e-12, "{}: {sum} and {change}", moved.id);
                    let mut seen = steps.get();
                    changes.values().zip(&mut seen).for_each(|(own, seen)| *seen += usize::from(*own != 0.0));
                    steps.set(seen);
                }
                if let (Some(moves), Some(was), Some(is)) = (&moved.moves, moved.rank_before, moved.rank_after) {
                    prop_assert_eq!(moves.values().sum::<i32>(), is as i32 - was as i32);
                }
            }
            prop_assert!(ends[1].ranking.iter().all(|row| compared.rows.iter().any(|moved| moved.id == row.id)));
            prop_assert!(ends[0].ranking.iter().all(|row| compared.rows.iter().any(|moved| moved.id == row.id)));
            let first = |result: &Prioritisation| {
                let winners = result.ranking.iter().filter(|row| row.rank == Some(1));
                let mut winners: Vec<String> = winners.map(|row| row.id.clone()).collect();
                winners.sort();
                winners
            };
            let sorted = |winners: &[String]| {
                let mut winners = winners.to_vec();
                winners.sort();
                winners
            };
            prop_assert_eq!(sorted(&compared.winners_before), first(&ends[0]));
            prop_assert_eq!(sorted(&compared.winners_after), first(&ends[1]));
            if first(&ends[0]) != first(&ends[1]) {
                prop_assert!(!compared.winner_changed_by.is_empty());
            }
        }
        Ok(())
    });
    let seen = steps.get_mut();
    // A proposal that leaves or joins changes no total of another, on fixed scales.
    assert!(seen[..3].iter().all(|seen| *seen > 100) && seen[3] == 0, "{seen:?}");
}

#[test]
fn a_round_does_not_differ_from_itself() {
    holds(100, &panels(5), |exercise| {
        let compared = compare_rounds(&exercise, &exercise, &plain()).unwrap();
        prop_assert!(compared.winner_changed_by.is_empty());
        prop_assert!(compared.counts.values().all(|count| *count == 0), "{:?}", compared.counts);
        for moved in &compared.rows {
            prop_assert_eq!(moved.rank_before, moved.rank_after);
            prop_assert!(moved.changes.iter().flat_map(|parts| parts.values()).all(|part| *part == 0.0));
            prop_assert!(moved.moves.iter().flat_map(|moves| moves.values()).all(|by| *by == 0));
        }
        Ok(())
    });
}

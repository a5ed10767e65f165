//! Path to green and next to fall: the sets do what they promise, and no smaller one does.

use crate::cells::{leaves_below, node};
use crate::holds;
use crate::trees::{Condition, Tree, trees};
use equipoise::Report;
use equipoise::finding::Level;
use equipoise::status::Node;
use proptest::prelude::*;
use std::cmp::Reverse;

fn places(tree: &Tree, ids: &[String]) -> Vec<usize> {
    ids.iter().map(|id| tree.place(id)).collect()
}

fn level_after(tree: &Tree, of: &Node, places: &[usize], condition: Condition) -> Level {
    node(&tree.with(places, condition).report(), of.kind.as_str(), &of.id).level
}

/// The set does it; without any one of its leaves it does not.
fn does_it(tree: &Tree, of: &Node, set: &[usize], condition: Condition, target: Level) -> Result<(), TestCaseError> {
    prop_assert_eq!(level_after(tree, of, set, condition), target, "{} {} by {:?}", of.kind, of.id, set);
    for out in set {
        let less: Vec<usize> = set.iter().copied().filter(|place| place != out).collect();
        prop_assert_ne!(level_after(tree, of, &less, condition), target, "{} {} without {}", of.kind, of.id, out);
    }
    Ok(())
}

/// Where nothing is said to do it, everything together does not.
fn nothing_does(
    tree: &Tree,
    report: &Report,
    of: &Node,
    condition: Condition,
    target: Level,
) -> Result<(), TestCaseError> {
    let all: Vec<usize> = leaves_below(report, of)
        .into_iter()
        .filter(|item| item.level.is_open() || (target == Level::Green && item.level == Level::NotAssessed))
        .map(|item| tree.place(&item.id))
        .collect();
    prop_assert_ne!(level_after(tree, of, &all, condition), target, "{} {} by all", of.kind, of.id);
    Ok(())
}

#[test]
fn the_path_to_green_turns_the_node_green() {
    holds(700, &trees(12), |tree| {
        let report = tree.report();
        for of in &report.nodes {
            match &of.path_to_green {
                Some(path) if path.is_empty() => prop_assert!(matches!(of.level, Level::Green | Level::Complete)),
                Some(path) if of.paths_exact => {
                    does_it(&tree, of, &places(&tree, path), Condition::Green, Level::Green)?
                }
                Some(path) => {
                    prop_assert_eq!(level_after(&tree, of, &places(&tree, path), Condition::Green), Level::Green)
                }
                None => nothing_does(&tree, &report, of, Condition::Green, Level::Green)?,
            }
        }
        Ok(())
    });
}

#[test]
fn the_next_to_fall_turns_the_node_red() {
    holds(700, &trees(12), |tree| {
        let report = tree.report();
        for of in &report.nodes {
            match &of.next_to_fall {
                Some(set) if set.is_empty() => prop_assert_eq!(of.level, Level::Red),
                Some(set) if of.paths_exact => does_it(&tree, of, &places(&tree, set), Condition::Red, Level::Red)?,
                Some(set) => prop_assert_eq!(level_after(&tree, of, &places(&tree, set), Condition::Red), Level::Red),
                None if of.level.is_open() => nothing_does(&tree, &report, of, Condition::Red, Level::Red)?,
                None => prop_assert!(!of.level.is_open()),
            }
        }
        Ok(())
    });
}

/// Every set of leaves tried: none is smaller, of the smallest none is heavier, and of the heaviest none has first ids.
#[test]
fn no_set_that_does_it_comes_before() {
    holds(160, &trees(7), |tree| {
        let report = tree.report();
        let weight =
            |set: &[usize]| -> i64 { set.iter().map(|place| (report.items[*place].weight * 1e6).round() as i64).sum() };
        for (condition, target) in [(Condition::Green, Level::Green), (Condition::Red, Level::Red)] {
            let may = |place: &usize| {
                let level = report.items[*place].level;
                level.is_open() || (target == Level::Green && level == Level::NotAssessed && tree.is_leaf(*place))
            };
            let candidates: Vec<usize> = (0..tree.parts.len()).filter(may).collect();
            let sets: Vec<(Vec<usize>, Report)> = (0_u32..1 << candidates.len())
                .map(|mask| {
                    let chosen = candidates.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
                    let set: Vec<usize> = chosen.map(|(_, place)| *place).collect();
                    let report = tree.with(&set, condition).report();
                    (set, report)
                })
                .collect();
            for of in report.nodes.iter().filter(|node| node.paths_exact) {
                let answer = if target == Level::Green { &of.path_to_green } else { &of.next_to_fall };
                let Some(answer) = answer.as_ref().filter(|answer| !answer.is_empty()) else { continue };
                let mut answer = places(&tree, answer);
                answer.sort_by_key(|place| tree.id(*place));
                for (set, after) in sets.iter().filter(|(set, _)| set.len() <= answer.len()) {
                    let does = node(after, of.kind.as_str(), &of.id).level == target;
                    let ids = |set: &[usize]| set.iter().map(|place| tree.id(*place)).collect::<Vec<_>>();
                    let key = |set: &[usize]| (set.len(), Reverse(weight(set)), ids(set));
                    let better = key(set) < key(&answer);
                    let below = leaves_below(&report, of);
                    let own = set.iter().all(|place| below.iter().any(|item| item.id == tree.id(*place)));
                    prop_assert!(!(does && better && own), "{} {}: {:?} rather than {:?}", of.kind, of.id, set, answer);
                }
            }
        }
        Ok(())
    });
}

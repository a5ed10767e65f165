//! The tables of rankings, comparisons of rounds, weights and portfolios: one for each of their lists; and a scored matrix.

use serde_json::{Map, Value};

use crate::prioritisation::matrix::Scored;

/// The tables of a result, by name, and where each stands in it; the first is the default.
type Tables = &'static [(&'static str, &'static str)];

/// A result that holds several tables: how it is known, and its tables.
const RESULTS: [(&[&str], Tables); 4] = [
    (
        &["ranking", "weights", "voices", "leave_one_out"],
        &[
            ("ranking", "/ranking"),
            ("weights", "/weights"),
            ("voices", "/voices/organisations"),
            ("alternatives", "/voices/alternatives"),
            ("leave_one_out", "/leave_one_out/organisations"),
            ("scorers", "/leave_one_out/scorers"),
            ("acceptability", "/acceptability/rows"),
            ("cut_line", "/cut_line/rows"),
            ("disagreement", "/disagreement/rows"),
            ("pairs", "/disagreement/pairs"),
            ("interests", "/interests/rows"),
            ("home_advantage", "/interests/home_advantage"),
            ("cross_checks", "/cross_checks/rows"),
            ("findings", "/findings"),
        ],
    ),
    (&["rows", "winners_before", "winner_changed_by"], &[("rows", "/rows"), ("weights", "/weights")]),
    (&["weights", "consistency"], &[("weights", "/weights"), ("findings", "/findings")]),
    (
        &["best_sets", "frontier", "quadrants"],
        &[
            ("proposals", "/proposals"),
            ("frontier", "/frontier"),
            ("best_sets", "/best_sets"),
            ("findings", "/findings"),
        ],
    ),
];

/// The tables of a result, if it is one of these.
pub(super) fn tables(result: &Value) -> Option<Tables> {
    let is = |keys: &[&str]| keys.iter().all(|key| result.get(key).is_some());
    RESULTS.iter().find(|(keys, _)| is(keys)).map(|(_, tables)| *tables)
}

/// Of a report: one row for each proposal of each exercise.
pub(super) fn ranked(exercises: &[Value]) -> Vec<Value> {
    let rows_of = |exercise: &Value| {
        let mut start = Map::new();
        for (column, field) in [("exercise", "id"), ("exercise_name", "name"), ("body", "body")] {
            start.insert(column.into(), exercise.get(field).cloned().unwrap_or_default());
        }
        let rows = exercise.pointer("/result/ranking").and_then(Value::as_array).cloned().unwrap_or_default();
        rows.into_iter().map(move |row| super::joined(&start, row))
    };
    exercises.iter().flat_map(rows_of).collect()
}

/// Score and rank of each row of a matrix, rows numbered from 0, with what the method tells beside them.
pub(super) fn scored(scored: &Scored) -> Vec<Map<String, Value>> {
    let (distances, flows) = (scored.distances.as_ref(), scored.flows.as_ref());
    let compromise = scored.compromise.as_ref();
    let more = [
        ("distance_to_ideal", distances.map(|one| &one.ideal)),
        ("distance_to_anti_ideal", distances.map(|one| &one.anti_ideal)),
        ("group_utility", compromise.map(|one| &one.group_utility)),
        ("individual_regret", compromise.map(|one| &one.individual_regret)),
        ("positive_flow", flows.map(|one| &one.positive)),
        ("negative_flow", flows.map(|one| &one.negative)),
    ];
    let row = |(place, (score, rank)): (usize, (&f64, &u32))| {
        let mut row = Map::new();
        row.insert("row".into(), place.into());
        row.insert("score".into(), (*score).into());
        row.insert("rank".into(), (*rank).into());
        for (name, figures) in more {
            if let Some(figures) = figures {
                row.insert(name.into(), figures.get(place).copied().into());
            }
        }
        if let Some(compromise) = compromise {
            row.insert("in_compromise".into(), compromise.rows.contains(&place).into());
        }
        row
    };
    scored.scores.iter().zip(&scored.ranks).enumerate().map(row).collect()
}

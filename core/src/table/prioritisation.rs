//! The tables of rankings, comparisons of rounds, weights and portfolios: one for each of their lists; and a scored matrix.

use serde_json::{Map, Value};

use super::{Given, Kind, Table, at, kind, read};
use crate::prioritisation::matrix::Scored;
use crate::recall::Recall;

const RANKING: &[Table] = &[
    at("ranking", "/ranking"),
    at("weights", "/weights"),
    at("voices", "/voices/organisations"),
    at("alternatives", "/voices/alternatives"),
    at("leave_one_out", "/leave_one_out/organisations"),
    at("scorers", "/leave_one_out/scorers"),
    at("acceptability", "/acceptability/rows"),
    at("cut_line", "/cut_line/rows"),
    at("disagreement", "/disagreement/rows"),
    at("pairs", "/disagreement/pairs"),
    at("interests", "/interests/rows"),
    at("home_advantage", "/interests/home_advantage"),
    at("cross_checks", "/cross_checks/rows"),
    at("findings", "/findings"),
];

pub(super) const KINDS: [Kind; 6] = [
    kind(&["ranking", "weights", "voices", "leave_one_out"], RANKING),
    // A row of a report.
    Kind { fields: &["opened_on", "later_scores", "result"], inside: "/result", tables: RANKING },
    kind(&["rows", "winners_before", "winner_changed_by"], &[at("rows", "/rows"), at("weights", "/weights")]),
    kind(&["weights", "consistency"], &[at("weights", "/weights"), at("findings", "/findings")]),
    kind(
        &["best_sets", "frontier", "quadrants"],
        &[
            at("proposals", "/proposals"),
            at("frontier", "/frontier"),
            at("best_sets", "/best_sets"),
            at("findings", "/findings"),
        ],
    ),
    kind(&["method", "normalisation", "scores", "ranks"], &[read("rows", scored), at("findings", "/findings")]),
];

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
fn scored(result: &Value) -> Option<Given> {
    let scored = Scored::recall(result)?;
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
        Value::Object(row)
    };
    Some(Ok(scored.scores.iter().zip(&scored.ranks).enumerate().map(row).collect()))
}

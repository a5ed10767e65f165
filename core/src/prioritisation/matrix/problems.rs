//! What is wrong with a matrix, its directions or its weights.

use serde_json::Value;

use super::{Code, Direction, Problem, shares};

/// A figure may lie this far from 0, so that no sum of them overflows.
const LARGEST_FIGURE: f64 = 1e15;
/// Weights are below this.
const LARGEST_WEIGHT: f64 = 1e6;

pub(super) fn problem(code: Code, path: String, value: Option<Value>, accepted: &str, message: String) -> Problem {
    Problem { code, path, value, accepted: (!accepted.is_empty()).then(|| accepted.to_owned()), message }
}

pub(super) fn matrix_problems(matrix: &[Vec<f64>], directions: &[Direction]) -> Vec<Problem> {
    let mut found = Vec::new();
    if directions.is_empty() {
        let message = "a matrix needs at least one column, and each column a direction".into();
        found.push(problem(Code::EmptyList, "/directions".into(), None, "one direction for each column", message));
        return found;
    }
    for (place, row) in matrix.iter().enumerate() {
        if row.len() != directions.len() {
            let message = format!("this row has {} figures, and there are {} directions", row.len(), directions.len());
            let accepted = format!("a list of {} figures", directions.len());
            found.push(problem(Code::WrongLength, format!("/matrix/{place}"), None, &accepted, message));
        }
        for (column, figure) in row.iter().enumerate() {
            let path = || format!("/matrix/{place}/{column}");
            if !figure.is_finite() {
                let message = "the figure is not a finite number".into();
                found.push(problem(Code::NotANumber, path(), None, "a finite number", message));
            } else if figure.abs() > LARGEST_FIGURE {
                let message = format!("{figure:e} is too far from 0");
                found.push(problem(
                    Code::OutOfRange,
                    path(),
                    Some((*figure).into()),
                    "a number from -10^15 to 10^15",
                    message,
                ));
            }
        }
    }
    found
}

pub(super) fn weight_problems(weights: &[f64], columns: usize) -> Vec<Problem> {
    const ACCEPTED: &str = "a weight of 0 or more and below 1,000,000";
    let mut found = Vec::new();
    if weights.len() != columns {
        let message = format!("there are {} weights and {columns} directions", weights.len());
        found.push(problem(Code::WrongLength, "/weights".into(), None, "one weight for each column", message));
    }
    for (place, weight) in weights.iter().enumerate() {
        let path = || format!("/weights/{place}");
        if !weight.is_finite() {
            found.push(problem(Code::NotANumber, path(), None, ACCEPTED, "the weight is not a finite number".into()));
        } else if !(0.0..LARGEST_WEIGHT).contains(weight) {
            let message = format!("{weight} is not {ACCEPTED}");
            found.push(problem(Code::OutOfRange, path(), Some((*weight).into()), ACCEPTED, message));
        }
    }
    let tiny = |weight: &f64| *weight < 1e-9;
    if found.is_empty() && columns > 0 && weights.iter().all(tiny) && shares(weights).is_none() {
        let message = "all weights are 0, so nothing can be weighed".into();
        found.push(problem(Code::WeightsAllZero, "/weights".into(), None, "at least one weight above 0", message));
    }
    found
}

//! How long weights and scores of a bare matrix take: `cargo bench --bench scores`.
//!
//! Prints a table of medians in microseconds. `score` is the plain calculation; `score_matrix` also tries what leaving
//! each row out would change (up to 100 rows).

#![allow(clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use equipoise::prioritisation::matrix::{
    Direction, MatrixWeights, Normalisation, ScoreMethod, ScoreParameters, score, score_matrix,
};
use equipoise::prioritisation::weights::{Judgement, Ratio, Statements, WeightMethod, derive_weights};

/// Runs counted of each; the median is printed.
const RUNS: usize = 15;

fn main() {
    println!("| rows | columns | method | score, us | score_matrix, us |");
    println!("|---:|---:|---|---:|---:|");
    for (rows, columns) in [(60, 8), (1_000, 8), (10_000, 10), (100_000, 10)] {
        let matrix: Vec<Vec<f64>> = (0..rows)
            .map(|row| (0..columns).map(|column| ((row * 31 + column * 17) % 97 + 1) as f64).collect())
            .collect();
        let directions: Vec<Direction> = (0..columns)
            .map(|column| if column % 3 == 2 { Direction::Minimise } else { Direction::Maximise })
            .collect();
        let weights: Vec<f64> = (1..=columns).map(|weight| weight as f64).collect();
        let stated = MatrixWeights::Stated(weights.clone());
        let (normalisation, parameters) = (Normalisation::MinMax, ScoreParameters::default());
        for method in
            ScoreMethod::ALL.iter().copied().filter(|method| *method != ScoreMethod::PrometheeIi || rows <= 1_000)
        {
            let plain = median(|| score(&matrix, &weights, &directions, method, normalisation, &parameters).is_ok());
            let whole =
                median(|| score_matrix(&matrix, &stated, &directions, method, normalisation, &parameters).is_ok());
            println!("| {rows} | {columns} | {method} | {plain:.1} | {whole:.1} |");
        }
    }
    println!("\n| criteria compared | us |\n|---:|---:|");
    for criteria in [5, 10, 20, 50] {
        let pairs = (0..criteria).flat_map(|a| (a + 1..criteria).map(move |b| (a, b)));
        let judgement = |(a, b): (usize, usize)| Judgement {
            a: format!("c{a}"),
            b: format!("c{b}"),
            ratio: Ratio(((a * 7 + b * 3) % 9 + 1) as f64),
        };
        let statements = Statements::Judgements(pairs.map(judgement).collect());
        let time = median(|| derive_weights(&statements, WeightMethod::Ahp).is_ok());
        println!("| {criteria} | {time:.1} |");
    }
}

/// The median time of a call in microseconds.
fn median(mut call: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(call()));
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

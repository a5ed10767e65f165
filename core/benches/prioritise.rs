//! How long prioritisation takes: `cargo bench --bench prioritise`.
//!
//! Prints medians in milliseconds for panels of proposals x criteria x scorers (in four organisations, scores from 1 to
//! 7), and how they grow: everything without samples (a live change of a weight), everything with 10,000 samples, the
//! difference (the samples), and the text interface from request to answer.

#![allow(clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use equipoise::prioritisation::{Criterion, Exercise, Options, Proposal, Score, Scorer, compare_rounds, rank};

/// Runs counted of each figure; the median is printed.
const RUNS: usize = 9;

fn main() {
    println!("| proposals x criteria x scorers | no samples | 10,000 samples | samples alone | compare rounds |");
    println!("|---|---:|---:|---:|---:|");
    for (proposals, criteria, scorers) in [(10, 5, 8), (60, 8, 4), (60, 8, 40), (200, 8, 20), (1_000, 10, 1)] {
        let exercise = panel(proposals, criteria, scorers);
        let mut options = Options::default();
        options.cut = Some(proposals / 4);
        options.samples = 0;
        let plain = median(|| ranked(&exercise, &options));
        options.samples = 10_000;
        let sampled = median(|| ranked(&exercise, &options));
        let rounds = median(|| compare_rounds(&exercise, &exercise, &options).is_ok());
        println!(
            "| {proposals} x {criteria} x {scorers} | {plain:.3} | {sampled:.3} | {:.3} | {rounds:.3} |",
            sampled - plain
        );
    }
}

fn ranked(exercise: &Exercise, options: &Options) -> bool {
    rank(exercise, options).is_ok_and(|result| result.ranking.len() == exercise.proposals.len())
}

/// The median time in milliseconds.
fn median(mut phase: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(phase()));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// A panel in which everybody scores everything, the same in every run.
fn panel(proposals: usize, criteria: usize, scorers: usize) -> Exercise {
    let mut state = 1_u64;
    let mut score = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1.0 + ((state >> 33) % 7) as f64
    };
    let mut scores = Vec::with_capacity(proposals * criteria * scorers);
    for scorer in 0..scorers {
        for proposal in 0..proposals {
            for criterion in 0..criteria {
                scores.push(Score { scorer, proposal, criterion, score: score() });
            }
        }
    }
    Exercise {
        criteria: (0..criteria)
            .map(|place| Criterion { id: format!("c{place}"), worst: 1.0, best: 7.0, weight: (place + 3) as f64 })
            .collect(),
        proposals: (0..proposals)
            .map(|place| Proposal {
                id: format!("P{place}"),
                name: format!("Proposal {place}"),
                interested: vec![place % 4],
            })
            .collect(),
        organisations: (0..4).map(|place| format!("T{place}")).collect(),
        scorers: (0..scorers).map(|place| Scorer { id: format!("s{place}"), organisation: place % 4 }).collect(),
        scores,
    }
}

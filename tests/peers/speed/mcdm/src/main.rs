//! Prints the seconds that the crate mcdm takes for the matrices of tests/peers/speed/compare.py: `method, rows x columns`
//! and the median of nine runs. It scores and does not rank.

use std::hint::black_box;
use std::time::Instant;

use mcdm::{CriteriaTypes, McdmError, Normalize, Rank};
use nalgebra::{DMatrix, DVector};

fn main() -> Result<(), McdmError> {
    for (rows, columns) in [(60, 8), (10_000, 10)] {
        let matrix = DMatrix::from_fn(rows, columns, |row, column| ((row * 31 + column * 17) % 97 + 1) as f64);
        let signs: Vec<i8> = (0..columns).map(|column| if column % 3 == 2 { -1 } else { 1 }).collect();
        let types = CriteriaTypes::from_slice(&signs)?;
        let sum = (columns * (columns + 1) / 2) as f64;
        let weights = DVector::from_fn(columns, |column, _| (column + 1) as f64 / sum);
        let by_sum =
            || black_box(&matrix).normalize_min_max(&types).map(|scaled| scaled.rank_weighted_sum(&weights).is_ok());
        let by_topsis =
            || black_box(&matrix).normalize_min_max(&types).map(|scaled| scaled.rank_topsis(&weights).is_ok());
        println!("weighted_sum, {rows} x {columns}\t{:e}", median(|| matches!(by_sum(), Ok(true))));
        println!("topsis, {rows} x {columns}\t{:e}", median(|| matches!(by_topsis(), Ok(true))));
    }
    Ok(())
}

/// The median of nine runs of 30 milliseconds or more.
fn median(mut work: impl FnMut() -> bool) -> f64 {
    let mut timed = |times: usize| {
        let start = Instant::now();
        for _ in 0..times {
            assert!(black_box(work()));
        }
        start.elapsed().as_secs_f64() / times as f64
    };
    let times = (0.03 / timed(3)).ceil() as usize;
    let mut runs: Vec<f64> = (0..9).map(|_| timed(times)).collect();
    runs.sort_by(f64::total_cmp);
    runs[4]
}

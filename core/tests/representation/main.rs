//! The properties that equal representation must have, tried on thousands of generated cases.
//!
//! `PROPTEST_CASES=5000` tries so many of each, `PROPTEST_RNG_SEED=7` tries others; without it the cases are the same
//! in every run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod apportionment;
mod arrangements;
mod governance;
mod reports;

use equipoise::representation::sizes;
use indexmap::IndexMap;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

type Sizes = IndexMap<String, equipoise::document::values::Size>;

/// Tries a property on so many generated values; more or fewer by `PROPTEST_CASES`.
fn holds<S: Strategy>(cases: u32, values: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let given = Config { failure_persistence: None, max_shrink_iters: 4096, ..Config::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { given.cases } else { cases };
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(20_230_331) } else { given.rng_seed };
    let mut runner = TestRunner::new(Config { cases, rng_seed, ..given });
    if let Err(error) = runner.run(values, property) {
        panic!("{error}");
    }
}

/// Names in the order of the alphabet, each with its number.
fn named(numbers: &[f64]) -> Sizes {
    sizes(numbers.iter().enumerate().map(|(place, number)| (format!("o{place:03}"), *number))).unwrap()
}

/// Every way to share a total among so many.
fn arrangements(total: u32, number: usize) -> Vec<Vec<u32>> {
    if number == 1 {
        return vec![vec![total]];
    }
    let first =
        |held: u32| arrangements(total - held, number - 1).into_iter().map(move |rest| [vec![held], rest].concat());
    (0..=total).flat_map(first).collect()
}

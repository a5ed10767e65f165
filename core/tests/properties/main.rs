//! The properties that a status must have, tried on thousands of generated programmes.
//!
//! Two kinds of programme are generated, both as documents: `trees`, whose items have each the level that the case
//! asks for, so that roll-ups can be tried by changing one level; and `programmes`, whose items have reports, baselines,
//! blockers and dependencies of every kind, drawn mostly from the edges that the rules name.
//!
//! `PROPTEST_CASES=5000` tries so many of each, `PROPTEST_RNG_SEED=7` tries others; without it the cases are the same
//! in every run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ahead;
mod appended;
mod by_hand;
mod causes;
mod cells;
mod change;
mod charts;
mod facts;
mod indicators;
mod paths;
mod portfolio;
mod programmes;
mod replay;
mod roll_up;
mod rows;
mod scores;
mod series;
mod tables;
mod time;
mod together;
mod trees;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

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

//! Prioritisation against brute force: everything that is exact is worked out again, in the plainest way, on thousands
//! of small generated panels full of ties and gaps.
//!
//! `PROPTEST_CASES=5000` tries so many of each; the cases are the same in every run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod panels;
mod ranking;
mod robustness;
mod rounds;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// Tries a property on so many generated values.
fn holds<S: Strategy>(cases: u32, values: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let given = Config { failure_persistence: None, max_shrink_iters: 2048, ..Config::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { given.cases } else { cases };
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(20_230_331) } else { given.rng_seed };
    let mut runner = TestRunner::new(Config { cases, rng_seed, ..given });
    if let Err(error) = runner.run(values, property) {
        panic!("{error}");
    }
}

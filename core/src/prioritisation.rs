//! Prioritisation: weights, scores and portfolios from plain input.

pub mod matrix;
mod units;
pub mod weights;

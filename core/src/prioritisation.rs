//! Prioritisation: weights, scores and portfolios from plain input.

pub mod matrix;
pub mod portfolio;
mod units;
pub mod weights;

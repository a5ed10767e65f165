//! Prioritisation: weights, scores and portfolios from plain input.

mod exact;
pub mod matrix;

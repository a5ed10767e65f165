//! A prioritisation exercise: criteria, proposals, and one long table of scores as a form exports it.

use super::declare::record;
use super::priority::Horizon;
use super::values::{Amount, Text};
use crate::day::Day;
use indexmap::IndexMap;

record! {
    /// One round of scoring. The identifier is needed inside a programme document only.
    Exercise {
        /// What proposals are judged by.
        criteria: Vec<Criterion>,
        /// What could be done.
        proposals: Vec<Proposal>,
        /// Who gave what score.
        scores: Vec<Score>,
    } optional {
        /// Unique among exercises.
        id: Option<String>,
        /// The name people use.
        name: Option<Text>,
        /// The body that asked.
        body: Option<String>,
        /// First day of scoring.
        opened_on: Option<Day>,
        /// Last day of scoring.
        closed_on: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A criterion with its scale and weight.
    Criterion {
        /// Unique among the exercise's criteria.
        id: String,
        /// The name people use.
        name: Text,
        /// The scale that scores are given on.
        scale: Scale,
        /// The weight; weights need not add up to 1.
        weight: Amount,
    } optional {
    }
}

record! {
    /// An anchored scale. Worst 5 and best 1 is a cost.
    Scale {
        /// The score of the worst.
        worst: f64,
        /// The score of the best.
        best: f64,
    } optional {
        /// What single scores mean.
        levels: Vec<ScaleLevel>,
    }
}

record! {
    /// What a score means.
    ScaleLevel {
        /// The score.
        score: f64,
        /// Its meaning.
        meaning: Text,
    } optional {
    }
}

record! {
    /// Something that could be done.
    Proposal {
        /// Unique among the exercise's proposals.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// The priority it became.
        priority: Option<String>,
        /// What it costs, in pounds.
        cost: Option<Amount>,
        /// The working days it takes.
        capacity_days: Option<Amount>,
        /// What it is worth, where that is stated.
        value: Option<f64>,
        /// The group it counts for in a portfolio.
        group: Option<String>,
        /// How far it reaches.
        horizon: Option<Horizon>,
        /// The organisations with an interest in it.
        interested_organisations: Vec<String>,
    }
}

record! {
    /// One score by one scorer.
    Score {
        /// The scorer's token.
        scorer: String,
        /// The organisation the scorer speaks for.
        organisation: String,
        /// The proposal scored.
        proposal: String,
        /// The criterion it is scored on.
        criterion: String,
        /// The score.
        score: f64,
    } optional {
        /// The day it was given.
        scored_on: Option<Day>,
    }
}

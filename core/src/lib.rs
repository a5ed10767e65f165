//! Equipoise: the library that provider collaboratives and integrated care systems use to decide together.
//!
//! A *document* is what is written down; [`Programme::from_json`] reads it and names every *problem* at once.
//! [`assess`] computes a *report*: where every item, network and goal stands, with *findings* that say why.
//!
//! ```
//! use equipoise::{Options, Programme, assess, describe_report};
//!
//! let text = include_str!("../../docs/demo/programme.json"); // illustrative
//! let programme = Programme::from_json(text)?;
//! let report = assess(&programme, &Options::as_at("2023-03-31".parse().unwrap()))?;
//! assert_eq!(report.headline, "Amber over all items, Red over networks, Green by average");
//! assert!(describe_report(&report)[0].starts_with("Illustrative data"));
//! # Ok::<(), equipoise::Problems>(())
//! ```
//!
//! | where | what |
//! |---|---|
//! | [`document`] | the document, one noun a file, and the policy |
//! | [`Model`] | the document, resolved |
//! | [`status`] | items, nodes, the roll-up rule |
//! | [`representation`] | equal representation: who holds how much, apportionment, quorum, votes, rotation, power |
//! | [`governance`], [`cadence`] | whether the programme keeps its own rules, and meets as often as it should |
//! | [`finding`], [`describe_report`] | why, as data and in sentences |
//! | [`prioritisation`] | a ranking by weighted criteria, and whether it is inside the noise |
//! | [`variation`] | statistical process control: what a series of figures says |
//! | [`tracker`] | rows of a tracker, read into a document |
//! | [`Report`] | assessments, gathered |
//! | [`replay`] | several dates: what changed, the course of levels, were colours right, what a board saw |
//! | [`chart`] | any result as a Vega-Lite specification |
//! | [`json`] | the same as text in, text out, for bindings |
//!
//! The core knows no host, clock, file or network: `as_at` is always an argument.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod cadence;
mod canonical;
mod chart;
mod csv;
mod day;
mod decimal;
mod describe;
pub mod document;
mod exercises;
mod facts;
pub mod finding;
pub mod governance;
mod holdings;
mod html;
mod indicators;
pub mod json;
mod legend;
mod model;
pub mod prioritisation;
mod problem;
mod random;
mod recall;
pub mod replay;
mod report;
pub mod representation;
#[cfg(feature = "schema")]
pub mod schema;
mod sentence;
mod sorting;
pub mod status;
mod table;
pub mod tracker;
pub mod variation;

pub use chart::chart;
pub use csv::csv;
pub use day::{Day, NotADay};
pub use decimal::Decimal;
pub use describe::describe;
pub use document::Programme;
pub use exercises::AssessedExercise;
pub use finding::{Finding, Level};
pub use holdings::{Held, Holding, Scope};
pub use html::html;
pub use indicators::{
    AssessedIndicator, IndicatorAnnotation, IndicatorScope, IndicatorSummary, WhyNoFigure, WithoutFigure,
};
pub use legend::{LegendEntry, legend};
pub use model::Model;
pub use problem::{Code, Problem, Problems};
pub use report::{Detail, Named, Options, Part, Report, assess};
pub use sentence::indicators::{series as describe_series, summary as describe_summary};
pub use sentence::{
    ILLUSTRATIVE, clause as describe_clause, finding as describe_finding, item as describe_item, node as describe_node,
    outlook as describe_outlook, report as describe_report,
};
pub use table::table;

//! The rows of a status: one per item and one per node, flat, so that each is a row of a table.

use serde::{Deserialize, Serialize};

use super::leaf::Reason;
use crate::day::Day;
use crate::document::declare::words;
use crate::document::priority::PriorityKind;
use crate::document::update::{Lifecycle, ReportedLevel};
use crate::finding::{Dimension, Level};

/// One priority, judged by its own dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// The priority.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The body that answers for it.
    pub body: String,
    /// The goal it rolls up into.
    pub goal: Option<String>,
    /// The priority it is part of.
    pub parent: Option<String>,
    /// What kind of priority it is.
    pub kind: PriorityKind,
    /// A critical milestone.
    pub critical: bool,
    /// The organisation that leads.
    pub lead_organisation: Option<String>,
    /// The effective level: with an override, where one holds.
    pub level: Level,
    /// Why it is excluded or not assessed.
    pub reason: Option<Reason>,
    /// The side of it that its level comes from.
    pub dimension: Option<Dimension>,
    /// The level last reported, as reported.
    pub reported_level: Option<ReportedLevel>,
    /// The level by the rules alone.
    pub computed_level: Level,
    /// The override in force, if it holds.
    pub override_id: Option<String>,
    /// Where it stands in its life.
    pub lifecycle: Lifecycle,
    /// How fresh and complete the reports are.
    pub evidence: Evidence,
    /// The day on which it goes stale unless there is an update; null once stale, or not open.
    pub stale_on: Option<Day>,
    /// Days that the finish (expected, or actual) is after the baseline; negative if before.
    pub slip_days: Option<i64>,
    /// Days it could finish later before it or a successor is late; null if not open.
    pub slack_days: Option<i64>,
    /// The finish of the baseline in force.
    pub baseline_finish: Option<Day>,
    /// The forecast last given.
    pub forecast_finish: Option<Day>,
    /// The finish expected by the rules, what is inherited included; of a finished item the actual one.
    pub expected_finish: Option<Day>,
    /// The day it was finished.
    pub actual_finish: Option<Day>,
    /// The level by the rules if every item were held to its first baseline.
    pub level_against_original: Level,
    /// Its weight in roll-ups.
    pub weight: f64,
}

/// How fresh and complete the reports on an item are. Evidenced: null and empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The age of the last update in days, where that is stale.
    pub stale_days: Option<i64>,
    /// Fields that should be there and are not.
    pub missing: Vec<String>,
}

words! {
    /// What a node stands for.
    NodeType {
        /// The whole programme.
        Programme = "programme",
        /// A body.
        Body = "body",
        /// A goal.
        Goal = "goal",
        /// A priority with parts.
        Priority = "priority",
    }
}

/// A programme, body, goal, or priority with parts: what the leaves below it make of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node {
    /// The identifier of what it stands for.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub kind: NodeType,
    /// The node above: of a body or goal the programme, of a priority its parent or its body.
    pub parent: Option<String>,
    /// The effective level, by the policy and path selected.
    pub level: Level,
    /// Why it is excluded.
    pub reason: Option<Reason>,
    /// The level without any override.
    pub computed_level: Level,
    /// The level if reports were believed.
    pub as_reported: Level,
    /// Leaves per level.
    pub counts: Counts,
    /// Weight of leaves per level, as shares of all assessed leaves.
    pub shares: Shares,
    /// Share of weight with evidence; null where nothing counts.
    pub coverage: Option<f64>,
    /// Mean severity of the leaves, 0 complete to 3 red; null where none is assessed.
    pub mean_severity: Option<f64>,
    /// The level under every policy and over both paths.
    pub robustness: Robustness,
    /// The fewest leaves whose becoming green and evidenced makes it green; null where nothing could.
    pub path_to_green: Option<Vec<String>>,
    /// The fewest open leaves whose turning red makes it red; null where nothing could.
    pub next_to_fall: Option<Vec<String>>,
    /// False where the two sets may not be the smallest.
    pub paths_exact: bool,
    /// Leaves reported complete or green and computed red.
    pub watermelons: Vec<String>,
    /// Their share of the leaves reported complete or green, assessed and not computed complete.
    pub watermelon_index: Option<f64>,
    /// Up to five leaves: the worst, then the latest.
    pub worst_items: Vec<String>,
}

/// Leaves per level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Finished.
    pub complete: u32,
    /// On track.
    pub green: u32,
    /// Needing attention.
    pub amber: u32,
    /// Needing action.
    pub red: u32,
    /// With nothing to assess them against.
    pub not_assessed: u32,
    /// Left out.
    pub excluded: u32,
}

/// Shares of weight per level; null where nothing is assessed.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shares {
    /// Finished.
    pub complete: Option<f64>,
    /// On track.
    pub green: Option<f64>,
    /// Needing attention.
    pub amber: Option<f64>,
    /// Needing action.
    pub red: Option<f64>,
}

/// One level per policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ByPolicy {
    /// The default rule.
    pub default: Level,
    /// The worst part.
    pub worst_of: Level,
    /// The mean severity; hides reds.
    pub mean: Level,
    /// A tenth of the weight; hides reds.
    pub threshold_ladder: Level,
}

/// The level of a node under every policy and over both paths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Robustness {
    /// Over all leaves.
    pub leaves: ByPolicy,
    /// Over direct children.
    pub children: ByPolicy,
    /// True when the levels differ by two, or the two paths disagree under the policy selected.
    pub policy_sensitive: bool,
    /// Policies under which a red below can be hidden under green.
    pub hides_reds: Vec<String>,
}

//! The rows of a status: one per item and one per node, flat, so that each is a row of a table.

use super::leaf::Reason;
use crate::day::Day;
use crate::document::declare::words;
use crate::document::priority::PriorityKind;
use crate::document::update::{Lifecycle, ReportedLevel};
use crate::finding::{Dimension, Level};
use crate::recall::result;

result! {
    /// One priority, judged by its own dates.
    Item {
        /// The priority.
        id: String,
        /// Its name.
        name: String,
        /// The body that answers for it.
        body: String,
        /// The goal it rolls up into.
        goal: Option<String>,
        /// The priority it is part of.
        parent: Option<String>,
        /// What kind of priority it is.
        kind: PriorityKind,
        /// A critical milestone.
        critical: bool,
        /// The organisation that leads.
        lead_organisation: Option<String>,
        /// The effective level: with an override, where one holds.
        level: Level,
        /// Why it is excluded or not assessed.
        reason: Option<Reason>,
        /// The side of it that its level comes from.
        dimension: Option<Dimension>,
        /// The level last reported, as reported.
        reported_level: Option<ReportedLevel>,
        /// The level by the rules alone.
        computed_level: Level,
        /// The override in force, if it holds.
        override_id: Option<String>,
        /// Where it stands in its life.
        lifecycle: Lifecycle,
        /// How fresh and complete the reports are.
        evidence: Evidence,
        /// The day on which it goes stale unless there is an update; null once stale, or not open.
        stale_on: Option<Day>,
        /// Days that the finish (expected, or actual) is after the baseline; negative if before.
        slip_days: Option<i64>,
        /// Days it could finish later before it or a successor is late; null if not open.
        slack_days: Option<i64>,
        /// The finish of the baseline in force.
        baseline_finish: Option<Day>,
        /// The forecast last given.
        forecast_finish: Option<Day>,
        /// The finish expected by the rules, what is inherited included; of a finished item the actual one.
        expected_finish: Option<Day>,
        /// The day it was finished.
        actual_finish: Option<Day>,
        /// The level by the rules if every item were held to its first baseline.
        level_against_original: Level,
        /// Its weight in roll-ups.
        weight: f64,
    }
}

result! {
    /// How fresh and complete the reports on an item are. Evidenced: null and empty.
    #[derive(Eq, Default)]
    Evidence {
        /// The age of the last update in days, where that is stale.
        stale_days: Option<i64>,
        /// Fields that should be there and are not.
        missing: Vec<String>,
    }
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

result! {
    /// A programme, body, goal, or priority with parts: what the leaves below it make of it.
    Node {
        /// The identifier of what it stands for.
        id: String,
        /// Its name.
        name: String,
        /// What it stands for.
        kind: NodeType,
        /// The node above: of a body or goal the programme, of a priority its parent or its body.
        parent: Option<String>,
        /// The effective level, by the policy and path selected.
        level: Level,
        /// Why it is excluded.
        reason: Option<Reason>,
        /// The level without any override.
        computed_level: Level,
        /// The level if reports were believed.
        as_reported: Level,
        /// Leaves per level.
        counts: Counts,
        /// Weight of leaves per level, as shares of all assessed leaves.
        shares: Shares,
        /// Share of weight with evidence; null where nothing counts.
        coverage: Option<f64>,
        /// Mean severity of the leaves, 0 complete to 3 red; null where none is assessed.
        mean_severity: Option<f64>,
        /// The level under every policy and over both paths.
        robustness: Robustness,
        /// The fewest leaves whose becoming green and evidenced makes it green; null where nothing could.
        path_to_green: Option<Vec<String>>,
        /// The fewest open leaves whose turning red makes it red; null where nothing could.
        next_to_fall: Option<Vec<String>>,
        /// False where the two sets may not be the smallest.
        paths_exact: bool,
        /// Leaves reported complete or green and computed red, in the order of their ids.
        watermelons: Vec<String>,
        /// Their share of the leaves reported complete or green, assessed and not computed complete.
        watermelon_index: Option<f64>,
        /// Up to five leaves: the worst, then the latest.
        worst_items: Vec<String>,
    }
}

result! {
    /// Leaves per level.
    #[derive(Copy, Eq, Default)]
    Counts {
        /// Finished.
        complete: u32,
        /// On track.
        green: u32,
        /// Needing attention.
        amber: u32,
        /// Needing action.
        red: u32,
        /// With nothing to assess them against.
        not_assessed: u32,
        /// Left out.
        excluded: u32,
    }
}

result! {
    /// Shares of weight per level; null where nothing is assessed.
    #[derive(Copy, Default)]
    Shares {
        /// Finished.
        complete: Option<f64>,
        /// On track.
        green: Option<f64>,
        /// Needing attention.
        amber: Option<f64>,
        /// Needing action.
        red: Option<f64>,
    }
}

result! {
    /// One level per policy.
    #[derive(Copy, Eq)]
    ByPolicy {
        /// The default rule.
        default: Level,
        /// The worst part.
        worst_of: Level,
        /// The mean severity; hides reds.
        mean: Level,
        /// A tenth of the weight; hides reds.
        threshold_ladder: Level,
    }
}

result! {
    /// The level of a node under every policy and over both paths.
    #[derive(Eq)]
    Robustness {
        /// Over all leaves.
        leaves: ByPolicy,
        /// Over direct children.
        children: ByPolicy,
        /// True when the levels differ by two, or the two paths disagree under the policy selected.
        policy_sensitive: bool,
        /// Policies under which a red below can be hidden under green.
        hides_reds: Vec<String>,
    }
}

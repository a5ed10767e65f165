//! The course of levels: every node and item at each of several dates.

use super::{named, policy_of};
use crate::day::Day;
use crate::document::Programme;
use crate::document::declare::words;
use crate::document::policy::{Policy, StatusPolicy};
use crate::document::priority::PriorityKind;
use crate::document::update::ReportedLevel;
use crate::facts::ProgrammeFacts;
use crate::finding::{Dimension, Level};
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::report::Named;
use crate::sentence;
use crate::status::{self, Counts, Item, Moment, Node, NodeType, Reason, Shares};

words! {
    /// What counts at each date.
    Known {
        /// What was recorded by that date: what a board could see then.
        Then = "then",
        /// Everything recorded: what is known of that date today.
        Now = "now",
    }
}

/// The dates to look at.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HistoryOptions {
    /// Each date once, in any order.
    pub dates: Vec<Day>,
    /// What counts at each date.
    pub known: Known,
    /// The policy; the document's own when `None`, else the default.
    pub policy: Option<Policy>,
}

impl HistoryOptions {
    /// Those dates, each as it was known then.
    pub fn at(dates: Vec<Day>) -> Self {
        Self { dates, known: Known::Then, policy: None }
    }
}

result! {
    /// Levels over time. Lists are flat: one row for each date and item or node.
    #[non_exhaustive]
    History {
        /// What counts at each date.
        known: Known,
        /// The programme.
        programme: Named,
        /// Invented for illustration: every rendering says so.
        illustrative: bool,
        /// The policy used at every date, whole.
        policy: StatusPolicy,
        /// The dates, as they were given.
        dates: Vec<HistoryMoment>,
        /// Every node at each date.
        nodes: Vec<HistoryNode>,
        /// Every priority at each date.
        items: Vec<HistoryItem>,
    }

    /// One of the dates.
    HistoryMoment {
        /// The day spoken of.
        as_at: Day,
        /// Only what was recorded by this day counts; null: everything recorded.
        known_at: Option<Day>,
        /// The programme's level in one line.
        headline: String,
    }

    /// A node at one date.
    HistoryNode {
        /// The day spoken of.
        as_at: Day,
        /// The identifier of what it stands for.
        id: String,
        /// Its name.
        name: String,
        /// What it stands for.
        kind: NodeType,
        /// The node above.
        parent: Option<String>,
        /// The effective level.
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
        /// Share of weight with evidence.
        coverage: Option<f64>,
        /// Leaves reported complete or green and computed red.
        watermelons: u32,
    }

    /// A priority at one date.
    HistoryItem {
        /// The day spoken of.
        as_at: Day,
        /// The priority.
        id: String,
        /// Its name.
        name: String,
        /// The body that answers for it.
        body: String,
        /// The goal it rolls up into.
        goal: Option<String>,
        /// What kind of priority it is.
        kind: PriorityKind,
        /// The effective level.
        level: Level,
        /// Why it is excluded or not assessed.
        reason: Option<Reason>,
        /// The side of it that its level comes from.
        dimension: Option<Dimension>,
        /// The level by the rules alone.
        computed_level: Level,
        /// The level last reported.
        reported_level: Option<ReportedLevel>,
        /// The age of the last update in days, where that is stale.
        stale_days: Option<i64>,
        /// Days that the finish is after the baseline.
        slip_days: Option<i64>,
        /// The finish of the baseline in force.
        baseline_finish: Option<Day>,
        /// The forecast last given.
        forecast_finish: Option<Day>,
    }
}

/// The most rows of a history: dates times priorities and nodes.
const MOST_ROWS: usize = 500_000;

/// The level of every node and item at each date.
///
/// # Errors
/// [`Problems`] of the document, of a date given twice, of more than 500,000 rows, and where weighing overrides would
/// take too long.
///
/// ```
/// use equipoise::Programme;
/// use equipoise::replay::{HistoryOptions, history};
/// let programme = Programme::from_json(include_str!("../../../docs/demo/rules.json"))?;
/// let dates = ["2023-02-28", "2023-03-31"].map(|day| day.parse().unwrap());
/// let history = history(&programme, &HistoryOptions::at(dates.to_vec()))?;
/// assert_eq!(history.nodes.len(), 2 * history.nodes.iter().filter(|row| row.as_at == dates[0]).count());
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn history(programme: &Programme, options: &HistoryOptions) -> Result<History, Problems> {
    course(&Model::new(programme)?, options)
}

/// The history of a document that was checked.
pub(crate) fn course(model: &Model<'_>, options: &HistoryOptions) -> Result<History, Problems> {
    let programme = model.programme;
    dates_given_once(&options.dates)?;
    let nodes_each = 1 + programme.bodies.len() + programme.goals.len() + model.parents();
    let rows = options.dates.len().saturating_mul(model.items.len().saturating_add(nodes_each));
    if rows > MOST_ROWS {
        return Err(Problem {
            code: Code::TooLarge,
            path: "/dates".into(),
            value: Some(options.dates.len().into()),
            accepted: Some(format!("at most {MOST_ROWS} rows: dates times priorities and nodes")),
            message: format!("that would be {rows} rows"),
        }
        .into());
    }
    let policy = policy_of(programme, options.policy.as_ref());
    let facts = ProgrammeFacts::of(model);
    facts.figures.within_limits()?;
    let (mut dates, mut nodes, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for as_at in options.dates.iter().copied() {
        let known_at = (options.known == Known::Then).then_some(as_at);
        let moment = Moment { as_at, known_at, first_baseline: false };
        status::within_limits(model, &policy, moment, &facts)?;
        let (item_rows, node_rows) = status::rows_at(model, &policy, moment, &facts);
        let headline = sentence::headline(&node_rows, &policy, sentence::body_word(programme));
        dates.push(HistoryMoment { as_at, known_at, headline });
        nodes.extend(node_rows.into_iter().map(|row| node(as_at, row)));
        items.extend(item_rows.into_iter().map(|row| item(as_at, row)));
    }
    Ok(History {
        known: options.known,
        programme: named(programme),
        illustrative: programme.illustrative == Some(true),
        policy,
        dates,
        nodes,
        items,
    })
}

/// A problem for each date that stands there twice.
fn dates_given_once(dates: &[Day]) -> Result<(), Problems> {
    let mut first = std::collections::HashMap::new();
    for (place, day) in dates.iter().enumerate() {
        let stood = *first.entry(day).or_insert(place);
        if stood != place {
            return Err(Problem {
                code: Code::DuplicateId,
                path: format!("/dates/{place}"),
                value: Some(day.to_string().into()),
                accepted: Some("each date once".into()),
                message: format!("{day} stands at /dates/{stood} already"),
            }
            .into());
        }
    }
    Ok(())
}

fn node(as_at: Day, row: Node) -> HistoryNode {
    HistoryNode {
        as_at,
        watermelons: row.watermelons.len() as u32,
        id: row.id,
        name: row.name,
        kind: row.kind,
        parent: row.parent,
        level: row.level,
        reason: row.reason,
        computed_level: row.computed_level,
        as_reported: row.as_reported,
        counts: row.counts,
        shares: row.shares,
        coverage: row.coverage,
    }
}

fn item(as_at: Day, row: Item) -> HistoryItem {
    HistoryItem {
        as_at,
        id: row.id,
        name: row.name,
        body: row.body,
        goal: row.goal,
        kind: row.kind,
        level: row.level,
        reason: row.reason,
        dimension: row.dimension,
        computed_level: row.computed_level,
        reported_level: row.reported_level,
        stale_days: row.evidence.stale_days,
        slip_days: row.slip_days,
        baseline_finish: row.baseline_finish,
        forecast_finish: row.forecast_finish,
    }
}

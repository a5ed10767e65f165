//! Status: where every item, body, goal and the programme stand, and why.
//!
//! `leaf` judges an item, `roll_up` a node; `dependencies`, `overrides` and `path` are what their names say.

mod benefit;
mod calibration;
mod causes;
mod change;
mod dependencies;
mod facts;
mod items;
mod leaf;
mod nodes;
mod overrides;
mod path;
mod roll_up;
mod rows;
mod simple;
mod smallest;
mod state;
mod tree;

pub(crate) use calibration::calibrated;
pub use calibration::{Basis, Calibrated, CalibratedMonths, Grouping};
pub use change::{Change, ItemChange, NodeChange};
pub(crate) use change::{Changes, Moments, changes};
pub use leaf::Reason;
pub use rows::{ByPolicy, Counts, Evidence, Item, Node, NodeType, Robustness, Shares};
pub use simple::{RollUpItem, RollUpResult, roll_up};

pub(crate) use benefit::Benefit;
pub(crate) use facts::{Facts, NoFacts};

use crate::day::Day;
use crate::document::policy::StatusPolicy;
use crate::finding::{Finding, Level};
use crate::model::{Model, places};
use crate::problem::Problems;
use leaf::Leaf;
pub(crate) use state::{Moment, cycle_days, within};
use tree::{Builder, Tree};

/// The status of a programme at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// One row per priority, in the order of the document.
    pub items: Vec<Item>,
    /// The programme, its bodies, its goals, and priorities with parts.
    pub nodes: Vec<Node>,
    /// Why: dominating first, then severity, code and subject.
    pub findings: Vec<Finding>,
    /// The chain of dependencies that ends last, first item first.
    pub critical_path: Vec<String>,
}

/// Computes the status of a programme at `as_at`, as known at `known_at` (`None`: everything recorded).
///
/// ```
/// use equipoise::{Model, Programme, document::policy::StatusPolicy, status};
/// let programme = Programme::from_json(r#"{"schema_version": "1.0", "id": "p", "name": "P",
///     "bodies": [{"id": "skin", "kind": "network", "name": "Skin"}],
///     "priorities": [{"id": "t1", "name": "Form", "kind": "task", "body": "skin",
///         "baselines": [{"version": 1, "finish": "2023-03-31", "approved_on": "2022-04-01"}]}],
///     "updates": [{"id": "u1", "priority": "t1", "as_at": "2023-03-20", "by": "project_manager",
///         "lifecycle": "in_progress", "forecast_finish": "2023-04-14"}]}"#)?;
/// let model = Model::new(&programme)?;
/// let status = status::compute(&model, &StatusPolicy::default(), "2023-03-31".parse().unwrap(), None);
/// assert_eq!(status.items[0].level.as_str(), "amber");
/// assert_eq!(status.items[0].slip_days, Some(14));
/// # Ok::<(), equipoise::Problems>(())
/// ```
///
/// Overrides are weighed by what they look back to, so many of them on what rests on much else take long; `assess`
/// refuses those. What indicators say of benefits comes from elsewhere: `assess` tells it, and this leaves it out.
pub fn compute(model: &Model<'_>, policy: &StatusPolicy, as_at: Day, known_at: Option<Day>) -> Status {
    compute_with(model, policy, Moment { as_at, known_at, first_baseline: false }, &NoFacts)
}

/// The same with facts from elsewhere.
pub(crate) fn compute_with(model: &Model<'_>, policy: &StatusPolicy, moment: Moment, facts: &dyn Facts) -> Status {
    let mut leaves = dependencies::judge_items(model, policy, moment, facts, None);
    let said = leaves.take_findings();
    let picture = Picture::of(model, policy, moment, facts, leaves);
    let (items, mut findings) = items::rows(&picture, said);
    let (nodes, more) = nodes::rows(&picture);
    findings.extend(more);
    let version: std::sync::Arc<str> = policy.version.as_str().into();
    for finding in &mut findings {
        finding.policy_version = version.clone();
    }
    let findings = crate::finding::sorted(findings);
    Status { items, nodes, findings, critical_path: dependencies::critical_path(model, &picture.leaves) }
}

/// The rows of a programme at that moment, without what would turn nodes green or red.
pub(crate) fn rows_at(
    model: &Model<'_>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
) -> (Vec<Item>, Vec<Node>) {
    let picture = Picture::at(model, policy, moment, facts);
    let (items, _) = items::rows(&picture, vec![Vec::new(); model.items.len()]);
    let passes = nodes::Passes::over(&picture);
    let nodes = nodes::shown(&picture.tree).into_iter().map(|node| passes.row(node, None, None)).collect();
    (items, nodes)
}

/// A problem where weighing the overrides in force would take too long.
pub(crate) fn within_limits(
    model: &Model<'_>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
) -> Result<(), Problems> {
    overrides::look_back(model, policy, moment, facts).map_or(Ok(()), |problem| Err(problem.into()))
}

/// A programme at one moment: leaves judged, overrides weighed, the tree above them.
struct Picture<'p, 'a> {
    model: &'p Model<'a>,
    policy: &'p StatusPolicy,
    moment: Moment,
    facts: &'p dyn Facts,
    leaves: dependencies::Leaves<'a>,
    /// Where each item stands in the order of weight and then id.
    ranks: Vec<usize>,
    /// Of each item: the override judged, and what came of it.
    verdicts: Vec<Option<(&'a crate::document::update::Override, overrides::Verdict)>>,
    tree: Tree,
    /// Of each body, what keeps it from being green now.
    floored: Vec<Vec<Finding>>,
}

impl<'p, 'a> Picture<'p, 'a> {
    /// The programme at that moment; the findings stay with their leaves.
    fn at(model: &'p Model<'a>, policy: &'p StatusPolicy, moment: Moment, facts: &'p dyn Facts) -> Self {
        let leaves = dependencies::judge_items(model, policy, moment, facts, None);
        Self::of(model, policy, moment, facts, leaves)
    }

    fn of(
        model: &'p Model<'a>,
        policy: &'p StatusPolicy,
        moment: Moment,
        facts: &'p dyn Facts,
        leaves: dependencies::Leaves<'a>,
    ) -> Self {
        let verdicts = items::verdicts(model, policy, moment, facts, &leaves);
        let is_leaf = |item: usize| is_leaf(model, &leaves, item);
        let mut by_weight = model.by_id.clone();
        by_weight.sort_by_cached_key(|item| std::cmp::Reverse(tree::weight(model, policy, *item)));
        let ranks = places(&by_weight);
        let mut tree = Builder::new(model, policy, &is_leaf, &ranks).programme();
        let floored: Vec<_> = (0..model.programme.bodies.len()).map(|body| facts.floors(body, moment)).collect();
        tree.floor(|body| floored.get(body).is_some_and(|found| !found.is_empty()));
        Self { model, policy, moment, facts, leaves, ranks, verdicts, tree, floored }
    }

    fn ranks(&self) -> path::Ranks<'_> {
        path::Ranks { by_weight: &self.ranks, by_id: &self.model.id_ranks }
    }

    fn leaf(&self, item: usize) -> Option<&Leaf<'a>> {
        self.leaves.get(item)
    }

    fn computed(&self, item: usize) -> Level {
        self.leaf(item).map_or(Level::Excluded, |leaf| leaf.level)
    }

    /// The level with the override that holds, if one does.
    fn effective(&self, item: usize) -> Level {
        match self.verdicts.get(item) {
            Some(Some((_, overrides::Verdict::Holds { effective, .. }))) => *effective,
            _ => self.computed(item),
        }
    }
}

/// An item counts by its own dates if it has no children, or an approved baseline of its own.
fn is_leaf(model: &Model<'_>, leaves: &dependencies::Leaves<'_>, item: usize) -> bool {
    let has_baseline = || leaves.get(item).is_some_and(|leaf| leaf.baselines.is_some());
    model.items.get(item).is_some_and(|facts| facts.children.is_empty() || has_baseline())
}

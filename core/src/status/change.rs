//! What changed between two moments, item by item and node by node, and what changed it.
//!
//! A cause is found by leaving it out: a fact is one if the level would not have come about without it. `items` does
//! so with facts, `nodes` with the leaves below a node. Where no fact is one alone, the days between the two moments
//! are gone through one after the other.

mod facts;
mod fields;
mod items;
mod nodes;

pub(crate) use facts::Moments;

use std::collections::HashMap;

use super::nodes::{Passes, shown};
use super::rows::{Counts, Item, Node, NodeType};
use super::{Facts, Picture, Reason, items::rows};
use crate::day::Day;
use crate::document::declare::words;
use crate::document::policy::StatusPolicy;
use crate::document::priority::PriorityKind;
use crate::document::update::ReportedLevel;
use crate::finding::{Finding, Level};
use crate::model::Model;
use crate::recall::result;
use items::{Changed, Search};
use nodes::{ChangedNode, NodeSearch};

words! {
    /// How something changed.
    Change {
        /// To a worse level; of what was complete, to any other.
        Worsened = "worsened",
        /// To a better level that is not complete.
        Improved = "improved",
        /// Assessed now, or counted now, and not before.
        New = "new",
        /// No longer assessed, or no longer counted.
        Removed = "removed",
        /// Complete now.
        Completed = "completed",
        /// Held to another baseline.
        Rebaselined = "rebaselined",
        /// At the earlier date its level by the former policy is another than by this one.
        PolicyChanged = "policy_changed",
    }
}

result! {
    /// A priority that changed, with what it was and what it is.
    ItemChange {
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
        /// How it changed.
        changes: Vec<Change>,
        /// The level at the earlier date.
        level_since: Level,
        /// The level now.
        level: Level,
        /// The level at the earlier date by the former policy; null without one.
        level_by_former_policy: Option<Level>,
        /// Why it was excluded or not assessed.
        reason_since: Option<Reason>,
        /// Why it is excluded or not assessed.
        reason: Option<Reason>,
        /// The level by the rules alone at the earlier date.
        computed_level_since: Level,
        /// The level by the rules alone now.
        computed_level: Level,
        /// The level reported by the earlier date.
        reported_level_since: Option<ReportedLevel>,
        /// The level reported now.
        reported_level: Option<ReportedLevel>,
        /// The finish of the baseline in force at the earlier date.
        baseline_finish_since: Option<Day>,
        /// The finish of the baseline in force now.
        baseline_finish: Option<Day>,
        /// The forecast at the earlier date.
        forecast_finish_since: Option<Day>,
        /// The forecast now.
        forecast_finish: Option<Day>,
        /// The finish expected by the rules at the earlier date.
        expected_finish_since: Option<Day>,
        /// The finish expected by the rules now.
        expected_finish: Option<Day>,
        /// Days of slip at the earlier date.
        slip_days_since: Option<i64>,
        /// Days of slip now.
        slip_days: Option<i64>,
        /// What changed its level: identifiers of updates, blockers and overrides, versions of baselines. The findings
        /// say more.
        caused_by: Vec<String>,
    }
}

result! {
    /// A node with what it was and what it is, and how many items below it changed in which way.
    NodeChange {
        /// The identifier of what it stands for.
        id: String,
        /// Its name.
        name: String,
        /// What it stands for.
        kind: NodeType,
        /// The node above.
        parent: Option<String>,
        /// How it changed itself; empty where it did not.
        changes: Vec<Change>,
        /// The level at the earlier date.
        level_since: Level,
        /// The level now.
        level: Level,
        /// The level at the earlier date by the former policy; null without one.
        level_by_former_policy: Option<Level>,
        /// The level without any override at the earlier date.
        computed_level_since: Level,
        /// The level without any override now.
        computed_level: Level,
        /// Leaves per level at the earlier date.
        counts_since: Counts,
        /// Leaves per level now.
        counts: Counts,
        /// Items below it that worsened.
        worsened: u32,
        /// Items below it that improved.
        improved: u32,
        /// Items below it that are new.
        new: u32,
        /// Items below it that were removed.
        removed: u32,
        /// Items below it that were completed.
        completed: u32,
        /// Items below it that were held to another baseline.
        rebaselined: u32,
        /// Items below it without any change.
        unchanged: u32,
        /// What changed its level: identifiers of items or of an override. The findings say more.
        caused_by: Vec<String>,
    }
}

/// What changed between two moments.
pub(crate) struct Changes {
    /// Items that changed, in the order of the document.
    pub(crate) items: Vec<ItemChange>,
    /// Every node.
    pub(crate) nodes: Vec<NodeChange>,
    pub(crate) findings: Vec<Finding>,
    /// How many items did not change.
    pub(crate) unchanged: usize,
    /// False where a limit kept causes from being looked for, or made a set that may not be the smallest.
    pub(crate) exact: bool,
}

/// Compares a programme at two moments by one policy; by the former one, if that is another, the earlier moment is
/// judged beside.
pub(crate) fn changes(
    model: &Model<'_>,
    policy: &StatusPolicy,
    former: Option<&StatusPolicy>,
    moments: Moments,
    facts: &dyn Facts,
) -> Changes {
    let [then, now] = [moments.then, moments.now].map(|moment| Picture::at(model, policy, moment, facts));
    let item_rows = |picture: &Picture<'_, '_>| rows(picture, vec![Vec::new(); model.items.len()]).0;
    let (items_then, items_now) = (item_rows(&then), item_rows(&now));
    let formerly = former.map(|policy| super::rows_at(model, policy, moments.then, facts));
    let search = Search::new(model, policy, moments, [&then, &now]);

    let mut changed: Vec<Changed> = Vec::new();
    let mut items: Vec<ItemChange> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for (place, (then_row, now_row)) in items_then.iter().zip(&items_now).enumerate() {
        let by_former = formerly.as_ref().and_then(|(items, _)| items.get(place)).map(|item| item.level);
        let mut how: Vec<Change> = between(then_row.level, now_row.level).into_iter().collect();
        let version = |picture: &Picture<'_, '_>| {
            picture.leaf(place).and_then(|leaf| leaf.baselines).map(|seen| seen.in_force().version)
        };
        if version(&then).is_some_and(|then| version(&now) != Some(then)) {
            how.push(Change::Rebaselined);
        }
        if by_former.is_some_and(|former| former != then_row.level) {
            how.push(Change::PolicyChanged);
        }
        if how.is_empty() {
            continue;
        }
        if then_row.level != now_row.level {
            changed.push(Changed { item: place, from: then_row.level, to: now_row.level });
        }
        places.push(place);
        items.push(item_change(then_row, now_row, by_former, how));
    }
    let mut findings = Vec::new();
    let causes: HashMap<usize, Vec<items::Cause>> =
        changed.iter().map(|changed| changed.item).zip(search.causes(&changed)).collect();
    for (place, row) in places.iter().zip(&mut items) {
        let mut moved = row.changes.contains(&Change::Rebaselined);
        for (finding, fact) in causes.get(place).into_iter().flatten() {
            moved &= finding.code != crate::finding::FindingCode::ChangedByBaseline;
            row.caused_by.extend(fact.clone());
            findings.push(finding.clone());
        }
        if moved {
            let unchanged = Changed { item: *place, from: row.level_since, to: row.level };
            findings.extend(search.rebaselined(unchanged));
        }
    }
    let passes = [Passes::over(&then), Passes::over(&now)];
    let mut nodes = node_changes(&passes, &places, &items, formerly.as_ref().map(|(_, nodes)| nodes.as_slice()));
    let whole = node_causes(&passes, &mut nodes, &mut findings);
    for finding in &mut findings {
        finding.policy_version = policy.version.as_str().into();
    }
    Changes {
        unchanged: model.items.len() - items.len(),
        exact: whole && search.is_whole(),
        items,
        nodes,
        findings: crate::finding::sorted(findings),
    }
}

/// How a level changed, if it did.
fn between(then: Level, now: Level) -> Option<Change> {
    match (then.severity(), now.severity()) {
        _ if then == now => None,
        (_, Some(0)) => Some(Change::Completed),
        (Some(then), Some(now)) if now > then => Some(Change::Worsened),
        (Some(_), Some(_)) => Some(Change::Improved),
        (None, Some(_)) => Some(Change::New),
        (None, None) if then == Level::Excluded => Some(Change::New),
        (_, None) => Some(Change::Removed),
    }
}

fn item_change(then: &Item, now: &Item, by_former: Option<Level>, changes: Vec<Change>) -> ItemChange {
    ItemChange {
        id: now.id.clone(),
        name: now.name.clone(),
        body: now.body.clone(),
        goal: now.goal.clone(),
        parent: now.parent.clone(),
        kind: now.kind,
        changes,
        level_since: then.level,
        level: now.level,
        level_by_former_policy: by_former,
        reason_since: then.reason,
        reason: now.reason,
        computed_level_since: then.computed_level,
        computed_level: now.computed_level,
        reported_level_since: then.reported_level,
        reported_level: now.reported_level,
        baseline_finish_since: then.baseline_finish,
        baseline_finish: now.baseline_finish,
        forecast_finish_since: then.forecast_finish,
        forecast_finish: now.forecast_finish,
        expected_finish_since: then.expected_finish,
        expected_finish: now.expected_finish,
        slip_days_since: then.slip_days,
        slip_days: now.slip_days,
        caused_by: Vec::new(),
    }
}

/// Every node as it was and as it is, with its items counted by how they changed.
fn node_changes(
    [then, now]: &[Passes<'_, '_>; 2],
    places: &[usize],
    items: &[ItemChange],
    formerly: Option<&[Node]>,
) -> Vec<NodeChange> {
    let rows = |passes: &Passes<'_, '_>| -> Vec<Node> {
        shown(&passes.picture.tree).into_iter().map(|node| passes.row(node, None, None)).collect()
    };
    let mut how: Vec<&[Change]> = vec![&[]; now.picture.model.items.len()];
    for (place, row) in places.iter().zip(items) {
        how[*place] = &row.changes;
    }
    let tree = &now.picture.tree;
    let all = rows(then).into_iter().zip(rows(now)).zip(shown(tree)).enumerate();
    all.map(|(place, ((then, now), node))| {
        let leaves = tree.nodes.get(node).map_or(&[][..], |node| &node.leaves);
        let count = |change: Change| leaves.iter().filter(|leaf| how[**leaf].contains(&change)).count() as u32;
        let unchanged = leaves.iter().filter(|leaf| how[**leaf].is_empty()).count() as u32;
        let by_former = formerly.and_then(|nodes| nodes.get(place)).map(|node| node.level);
        let policy = by_former.is_some_and(|former| former != then.level).then_some(Change::PolicyChanged);
        NodeChange {
            changes: between(then.level, now.level).into_iter().chain(policy).collect(),
            level_since: then.level,
            level: now.level,
            level_by_former_policy: by_former,
            computed_level_since: then.computed_level,
            computed_level: now.computed_level,
            counts_since: then.counts,
            counts: now.counts,
            worsened: count(Change::Worsened),
            improved: count(Change::Improved),
            new: count(Change::New),
            removed: count(Change::Removed),
            completed: count(Change::Completed),
            rebaselined: count(Change::Rebaselined),
            unchanged,
            caused_by: Vec::new(),
            id: now.id,
            name: now.name,
            kind: now.kind,
            parent: now.parent,
        }
    })
    .collect()
}

/// Looks for what changed each node; false where a limit stood in the way.
fn node_causes(passes: &[Passes<'_, '_>; 2], rows: &mut [NodeChange], findings: &mut Vec<Finding>) -> bool {
    let [then, now] = passes;
    let mut search = NodeSearch::new([then, now]);
    let mut open = rows.iter().filter(|row| row.level != row.level_since).count();
    // The largest come last, when what the others did not need is left for them.
    let nodes = shown(&now.picture.tree);
    for (node, row) in nodes.into_iter().zip(rows).rev() {
        if row.level == row.level_since {
            continue;
        }
        let changed = ChangedNode { node, kind: row.kind, id: &row.id, from: row.level_since, to: row.level };
        let causes = search.causes(&changed, open);
        open = open.saturating_sub(1);
        for (finding, facts) in causes {
            row.caused_by.extend(facts);
            findings.push(finding);
        }
    }
    search.is_whole()
}

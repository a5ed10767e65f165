//! Assessing a generated document, and comparing what came of it.

use equipoise::document::policy::Policy;
use equipoise::finding::{Finding, Level};
use equipoise::status::{ByPolicy, Item, Node};
use equipoise::{Day, Options, Programme, Report, assess};
use serde_json::Value;
use std::collections::BTreeMap;

/// A node under one policy and over one path: kind, identifier, policy, path.
pub(crate) type Cell = (String, String, &'static str, &'static str);

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The report on a document that must be sound.
pub(crate) fn report(document: &Value, policy: &Value, as_at: Day, known_at: Option<Day>) -> Report {
    let programme = Programme::from_value(document).unwrap_or_else(|problems| panic!("{problems}\n{document}"));
    let mut options = Options::as_at(as_at);
    options.known_at = known_at;
    options.policy = Some(serde_json::from_value::<Policy>(policy.clone()).unwrap());
    assess(&programme, &options).unwrap()
}

/// Every node under every policy and over both paths.
pub(crate) fn cells(report: &Report) -> BTreeMap<Cell, Level> {
    let mut cells = BTreeMap::new();
    for node in &report.nodes {
        for (path, levels) in [("leaves", &node.robustness.leaves), ("children", &node.robustness.children)] {
            for (policy, level) in by_policy(levels) {
                cells.insert((node.kind.to_string(), node.id.clone(), policy, path), level);
            }
        }
    }
    cells
}

fn by_policy(levels: &ByPolicy) -> [(&'static str, Level); 4] {
    [
        ("default", levels.default),
        ("worst_of", levels.worst_of),
        ("mean", levels.mean),
        ("threshold_ladder", levels.threshold_ladder),
    ]
}

/// Cells that are better after than before. A node with nothing to assess is neither.
pub(crate) fn improved(before: &BTreeMap<Cell, Level>, after: &BTreeMap<Cell, Level>) -> Vec<(Cell, Level, Level)> {
    let better = |(cell, before): (&Cell, &Level)| {
        let after = after.get(cell)?;
        (after.severity()? < before.severity()?).then(|| (cell.clone(), *before, *after))
    };
    before.iter().filter_map(better).collect()
}

/// Cells that left the order of levels, upwards to complete or out of it, without anything getting better.
pub(crate) fn left(before: &BTreeMap<Cell, Level>, after: &BTreeMap<Cell, Level>) -> Vec<(Cell, Level, Level)> {
    let gone = |(cell, before): (&Cell, &Level)| {
        let after = *after.get(cell)?;
        (*before != Level::Excluded && after == Level::Excluded).then(|| (cell.clone(), *before, after))
    };
    before.iter().filter_map(gone).collect()
}

/// Numbers, dates and identifiers of a finding, by name.
pub(crate) fn parameters(finding: &Finding) -> Value {
    serde_json::to_value(&finding.parameters).unwrap()
}

pub(crate) fn item<'r>(report: &'r Report, id: &str) -> &'r Item {
    report.items.iter().find(|item| item.id == id).unwrap()
}

pub(crate) fn node<'r>(report: &'r Report, kind: &str, id: &str) -> &'r Node {
    report.nodes.iter().find(|node| node.kind.as_str() == kind && node.id == id).unwrap()
}

/// Identifiers of the leaves below a node, by the parents and goals that the report names.
pub(crate) fn leaves_below<'r>(report: &'r Report, node: &Node) -> Vec<&'r Item> {
    let has_parts = |id: &str| report.items.iter().any(|item| item.parent.as_deref() == Some(id));
    let counts = |item: &&Item| !has_parts(&item.id) || item.baseline_finish.is_some();
    let inside = |item: &&Item| match node.kind.as_str() {
        "programme" => true,
        "body" => item.body == node.id,
        "goal" => item.goal.as_deref() == Some(&node.id),
        _ => std::iter::successors(Some(*item), |item| {
            let parent = item.parent.as_deref()?;
            report.items.iter().find(|other| other.id == parent)
        })
        .any(|item| item.id == node.id),
    };
    report.items.iter().filter(inside).filter(counts).collect()
}

//! The tables of governance and cadence: flat rows of what a report nests.

use serde_json::{Map, Value};

use super::joined;

/// The tables of governance by itself; the first is the default.
pub(super) const TABLES: [&str; 12] = [
    "governance",
    "governance_findings",
    "roles",
    "limits",
    "aims",
    "activities",
    "goal_bodies",
    "networks",
    "reviews",
    "decisions",
    "declared",
    "delivered",
];
/// What a row of cadence holds as lists.
const LISTS: [&str; 4] = ["long_gaps", "attendance", "meetings", "findings"];

/// True for the governance of a report.
pub(super) fn is_governance(result: &Value) -> bool {
    ["checks", "goal_bodies", "declared"].iter().all(|key| result.get(key).is_some())
}

/// Of a report: the rows of one of these tables.
pub(super) fn rows(report: &Value, name: &str) -> Vec<Value> {
    let cadence = || report.get("cadence").and_then(Value::as_array).into_iter().flatten();
    match name {
        "cadence" => cadence().map(|row| without(row, &LISTS)).collect(),
        "meetings" | "attendance" => cadence()
            .flat_map(|row| {
                let mut start = Map::new();
                for key in ["body", "meeting_kind"] {
                    start.insert(key.into(), row.get(key).cloned().unwrap_or_default());
                }
                let own = row.get(name).and_then(Value::as_array).into_iter().flatten();
                own.map(move |own| joined(&start, own.clone())).collect::<Vec<_>>()
            })
            .collect(),
        _ => report.get("governance").map_or_else(Vec::new, |governance| rows_of(governance, name)),
    }
}

/// The rows of one of these tables of governance.
pub(super) fn rows_of(governance: &Value, name: &str) -> Vec<Value> {
    let list = |key: &str| governance.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    match name {
        "governance" => list("checks"),
        "governance_findings" => list("findings"),
        "networks" => list("bodies"),
        "aims" => list("aims").iter().map(|row| without(row, &["activities"])).collect(),
        "activities" => list("aims").iter().flat_map(activities).collect(),
        // Organisations are words of the document, and no column is made from those.
        "limits" => list("limits").iter().map(by_organisation).collect(),
        "decisions" => list("decisions").iter().map(by_rule).collect(),
        name => list(name),
    }
}

/// What a quorum lacked as one text.
fn by_rule(row: &Value) -> Value {
    let mut row = row.as_object().cloned().unwrap_or_default();
    let failed = row.get("failed").and_then(Value::as_array).into_iter().flatten();
    let rules: Vec<&str> = failed.filter_map(|failed| failed.get("rule")?.as_str()).collect();
    let rules = rules.join("; ");
    row.insert("failed".into(), rules.into());
    Value::Object(row)
}

/// A row for each activity of an aim.
fn activities(aim: &Value) -> Vec<Value> {
    let name = aim.get("aim").cloned().unwrap_or_default();
    let activities = aim.get("activities").and_then(Value::as_object).into_iter().flatten();
    activities
        .map(|(priority, strength)| {
            let mut row = Map::new();
            row.insert("aim".into(), name.clone());
            row.insert("priority".into(), priority.as_str().into());
            row.insert("strength".into(), strength.clone());
            Value::Object(row)
        })
        .collect()
}

/// Counts by organisation as one text.
fn by_organisation(row: &Value) -> Value {
    let mut row = row.as_object().cloned().unwrap_or_default();
    if let Some(Value::Object(counts)) = row.get("organisations") {
        let counts: Vec<String> = counts.iter().map(|(id, count)| format!("{id} {count}")).collect();
        row.insert("organisations".into(), counts.join("; ").into());
    }
    Value::Object(row)
}

fn without(row: &Value, keys: &[&str]) -> Value {
    let mut row = row.as_object().cloned().unwrap_or_default();
    keys.iter().for_each(|key| drop(row.shift_remove(*key)));
    Value::Object(row)
}

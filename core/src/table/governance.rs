//! The tables of governance and cadence: flat rows of what a report nests.

use serde_json::{Map, Value};
use std::borrow::Cow;

use super::{Kind, at, joined, kind, made, without};

/// What a row of cadence holds as lists.
const LISTS: [&str; 4] = ["long_gaps", "attendance", "meetings", "findings"];

pub(super) const KINDS: [Kind; 2] = [
    kind(
        &["checks", "goal_bodies", "declared"],
        &[
            made("governance", of_governance),
            made("governance_findings", of_governance),
            made("roles", of_governance),
            made("limits", of_governance),
            made("aims", of_governance),
            made("activities", of_governance),
            made("goal_bodies", of_governance),
            made("networks", of_governance),
            made("reviews", of_governance),
            made("decisions", of_governance),
            made("declared", of_governance),
            made("delivered", of_governance),
        ],
    ),
    // A row of cadence.
    kind(
        &["meeting_kind", "long_gaps", "attendance", "meetings"],
        &[
            made("cadence", |row, _| vec![without(row, &LISTS)].into()),
            at("meetings", "/meetings"),
            at("attendance", "/attendance"),
            at("long_gaps", "/long_gaps"),
            at("findings", "/findings"),
        ],
    ),
];

/// Of a report: the rows of one of these tables.
pub(super) fn of_report<'r>(report: &'r Value, name: &str) -> Cow<'r, [Value]> {
    let cadence = || report.get("cadence").and_then(Value::as_array).into_iter().flatten();
    // Rows of the lists, each with the body and the kind of meeting before it.
    let inner = |list: &str| -> Vec<Value> {
        let of_row = |row: &Value| {
            let mut start = Map::new();
            for key in ["body", "meeting_kind"] {
                start.insert(key.into(), row.get(key).cloned().unwrap_or_default());
            }
            let own = row.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
            own.into_iter().map(move |own| joined(&start, own)).collect::<Vec<_>>()
        };
        cadence().flat_map(of_row).collect()
    };
    match name {
        "cadence" => cadence().map(|row| without(row, &LISTS)).collect(),
        "meetings" | "attendance" => inner(name).into(),
        "cadence_findings" => inner("findings").into(),
        name => report.get("governance").map_or(Cow::Borrowed(&[]), |governance| of_governance(governance, name)),
    }
}

/// The rows of one of these tables of governance.
fn of_governance<'r>(governance: &'r Value, name: &str) -> Cow<'r, [Value]> {
    let list = |key: &str| governance.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    match name {
        "governance" => list("checks").into(),
        "governance_findings" => list("findings").into(),
        "networks" => list("bodies").into(),
        "aims" => list("aims").iter().map(|row| without(row, &["activities"])).collect(),
        "activities" => list("aims").iter().flat_map(activities).collect(),
        // Organisations are words of the document, and no column is made from those.
        "limits" => list("limits").iter().map(by_organisation).collect(),
        "decisions" => list("decisions").iter().map(by_rule).collect(),
        name => list(name).into(),
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

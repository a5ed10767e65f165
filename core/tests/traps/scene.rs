//! Small programmes to try one rule on: one network, items with a baseline approved a year ago, fresh updates.

use equipoise::finding::{Finding, FindingCode};
use equipoise::status::{Item, Node};
use equipoise::{Options, Programme, Report, assess};
use serde_json::{Value, json};

/// The day that most scenes are seen on.
pub(crate) const TODAY: &str = "2023-03-31";

/// A task of the network, due on that day.
pub(crate) fn task(id: &str, finish: &str) -> Value {
    let baselines = json!([{"version": 1, "finish": finish, "approved_on": "2022-04-01"}]);
    json!({"id": id, "name": "Task", "kind": "task", "body": "skin", "baselines": baselines})
}

/// The same with other fields beside or in place of its own.
pub(crate) fn with(row: Value, more: Value) -> Value {
    let (Value::Object(mut fields), Value::Object(more)) = (row, more) else { panic!("two objects") };
    fields.extend(more);
    Value::Object(fields)
}

/// An update of 20 March 2023, in progress, with other fields beside or in place of these.
pub(crate) fn update(priority: &str, more: Value) -> Value {
    let row = json!({"id": "-", "priority": priority, "as_at": "2023-03-20", "by": "project_manager", "lifecycle": "in_progress"});
    with(row, more)
}

/// A task that is on its way, forecast for its baseline.
pub(crate) fn on_track(id: &str) -> (Value, Value) {
    (task(id, "2023-06-30"), update(id, json!({"forecast_finish": "2023-06-30"})))
}

/// A task with an expected finish so far behind its baseline that it is red.
pub(crate) fn red(id: &str) -> (Value, Value) {
    (task(id, "2023-06-30"), update(id, json!({"forecast_finish": "2023-09-30"})))
}

/// A task done in time.
pub(crate) fn done(id: &str) -> (Value, Value) {
    let finish = json!({"lifecycle": "complete", "actual_finish": "2023-03-20", "forecast_finish": "2023-06-30"});
    (task(id, "2023-06-30"), update(id, finish))
}

/// A programme of one network with these items and updates, and with whatever else is given.
pub(crate) fn programme(rows: Vec<(Value, Value)>, more: Value) -> Value {
    let (priorities, mut updates): (Vec<Value>, Vec<Value>) = rows.into_iter().unzip();
    updates.retain(|update| !update.is_null());
    let document = json!({
        "schema_version": "1.0", "id": "p", "name": "Programme", "illustrative": true,
        "bodies": [{"id": "skin", "name": "Skin network", "kind": "network"}],
        "priorities": priorities, "updates": updates,
    });
    let mut document = with(document, more);
    for (place, update) in document["updates"].as_array_mut().unwrap().iter_mut().enumerate() {
        update["id"] = json!(format!("u{place}"));
    }
    document
}

/// The report on it as at that day, everything known.
pub(crate) fn seen_on(document: &Value, as_at: &str) -> Report {
    known_on(document, as_at, None)
}

/// The report on it as at that day, as known on another.
pub(crate) fn known_on(document: &Value, as_at: &str, known_at: Option<&str>) -> Report {
    let programme = Programme::from_value(document).unwrap_or_else(|problems| panic!("{problems}\n{document:#}"));
    let mut options = Options::as_at(as_at.parse().unwrap());
    options.known_at = known_at.map(|day| day.parse().unwrap());
    assess(&programme, &options).unwrap()
}

/// The report on these items today.
pub(crate) fn today(rows: Vec<(Value, Value)>) -> Report {
    seen_on(&programme(rows, json!({})), TODAY)
}

pub(crate) fn item<'r>(report: &'r Report, id: &str) -> &'r Item {
    report.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no item {id}"))
}

pub(crate) fn node<'r>(report: &'r Report, id: &str) -> &'r Node {
    report.nodes.iter().find(|node| node.id == id).unwrap_or_else(|| panic!("no node {id}"))
}

/// The level of an item, as a word.
pub(crate) fn level(report: &Report, id: &str) -> String {
    item(report, id).level.to_string()
}

/// The findings of the leaf rule and the override on an item, as words.
pub(crate) fn codes(report: &Report, id: &str) -> Vec<FindingCode> {
    let of = |finding: &&Finding| {
        finding.subject.id == id
            && !matches!(&*finding.rule, "status.roll_up" | "status.override.node")
            && finding.rule != "status.reported"
    };
    report.findings.iter().filter(of).map(|finding| finding.code).collect()
}

/// A parameter of the one finding of that kind on an item or node.
pub(crate) fn parameter(report: &Report, id: &str, code: FindingCode, name: &str) -> Value {
    let mut found = report.findings.iter().filter(|finding| finding.subject.id == id && finding.code == code);
    let finding = found.next().unwrap_or_else(|| panic!("no {code} on {id}"));
    assert!(found.next().is_none(), "{code} twice on {id}");
    serde_json::to_value(&finding.parameters).unwrap()[name].clone()
}

//! The tables of a roll-up, and the critical path of a report.

use serde_json::{Map, Value};
use std::collections::HashMap;

use super::{Kind, at, kind, made};
use crate::day::Day;

pub(super) const KINDS: [Kind; 1] = [kind(
    &["level", "counts", "robustness", "mean_severity", "findings"],
    &[made("roll_up", |result, _| std::slice::from_ref(result).into()), at("findings", "/findings")],
)];

/// What of an item stands in a row of the critical path.
const COLUMNS: [&str; 11] = [
    "name",
    "body",
    "kind",
    "critical",
    "level",
    "baseline_finish",
    "forecast_finish",
    "expected_finish",
    "slip_days",
    "slack_days",
    "actual_finish",
];

/// The critical path, first item first: what each waits for, and the lag in days between the two finishes. A chain
/// binds, so that lag is the one of the dependency.
pub(crate) fn critical_path(report: &Value) -> Vec<Value> {
    let list = |name: &str| report.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let items: HashMap<&str, &Value> =
        list("items").iter().filter_map(|item| Some((item.get("id")?.as_str()?, item))).collect();
    let finish = |id: Option<&str>| -> Option<Day> { items.get(id?)?.get("expected_finish")?.as_str()?.parse().ok() };
    let mut before: Option<&str> = None;
    let mut rows = Vec::new();
    for (order, id) in (1..).zip(list("critical_path").iter().filter_map(Value::as_str)) {
        let mut row = Map::new();
        row.insert("order".into(), i64::into(order));
        row.insert("id".into(), id.into());
        let item = items.get(id);
        for column in COLUMNS {
            row.insert(column.into(), item.and_then(|item| item.get(column)).cloned().unwrap_or_default());
        }
        let lag = finish(Some(id)).zip(finish(before)).map(|(own, other)| own.days_since(other));
        row.insert("waits_for".into(), before.into());
        row.insert("lag_days".into(), lag.into());
        rows.push(Value::Object(row));
        before = Some(id);
    }
    rows
}

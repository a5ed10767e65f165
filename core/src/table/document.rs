//! The tables of a document: its lists, and the lists in its rows that are tables of their own.

use serde_json::{Map, Value};

/// The tables of a document; the first is the default.
pub(super) const TABLES: [&str; 25] = [
    "priorities",
    "baselines",
    "updates",
    "overrides",
    "blockers",
    "organisations",
    "members",
    "objectives",
    "goals",
    "drivers",
    "aims",
    "roles",
    "bodies",
    "appointments",
    "interests",
    "reviews",
    "meetings",
    "attendance",
    "decisions",
    "exercises",
    "scores",
    "indicators",
    "observations",
    "declared_counts",
    "limits",
];

/// Lists inside rows that are tables: the table, the list that holds the rows, the field, and the columns of the row that
/// say where it belongs, with their names in the table.
type Inner = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const INNER: [Inner; 3] = [
    ("baselines", "priorities", "baselines", &[("id", "priority"), ("body", "body")]),
    (
        "attendance",
        "meetings",
        "attendance",
        &[("id", "meeting"), ("body", "body"), ("kind", "kind"), ("held_on", "held_on")],
    ),
    ("scores", "exercises", "scores", &[("id", "exercise")]),
];

/// True for a programme document.
pub(super) fn is_document(result: &Value) -> bool {
    ["schema_version", "id", "name"].iter().all(|key| result.get(key).is_some_and(Value::is_string))
}

/// The rows of a table.
pub(super) fn rows(document: &Value, name: &str) -> Vec<Value> {
    let list = |name: &str| document.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if let Some((_, holder, field, places)) = INNER.iter().find(|(table, ..)| *table == name) {
        let inside = |row: &Value| {
            let places = places.iter().map(|(from, to)| ((*to).to_owned(), row.get(from).cloned().unwrap_or_default()));
            let start: Map<String, Value> = places.collect();
            let rows = row.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
            rows.into_iter().map(move |inner| super::joined(&start, inner)).collect::<Vec<_>>()
        };
        return list(holder).iter().flat_map(inside).collect();
    }
    if name == "members" {
        let members = document.pointer("/collaborative/members").and_then(Value::as_array);
        return members.cloned().unwrap_or_default();
    }
    let without = INNER.iter().find(|(_, holder, ..)| *holder == name).map(|(_, _, field, _)| *field);
    let bare = |row: &Value| match (row, without) {
        (Value::Object(fields), Some(field)) => {
            Value::Object(fields.iter().filter(|(key, _)| *key != field).map(|(k, v)| (k.clone(), v.clone())).collect())
        }
        (row, _) => row.clone(),
    };
    list(name).iter().map(bare).collect()
}

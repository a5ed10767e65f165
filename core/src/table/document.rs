//! The tables of a document: its lists, and the lists in its rows that are tables of their own.

use serde_json::{Map, Value};
use std::borrow::Cow;

use super::{Kind, kind, made};

pub(super) const KINDS: [Kind; 1] = [kind(
    &["schema_version", "id", "name"],
    &[
        made("priorities", rows),
        made("baselines", rows),
        made("updates", rows),
        made("overrides", rows),
        made("blockers", rows),
        made("organisations", rows),
        made("members", rows),
        made("objectives", rows),
        made("goals", rows),
        made("drivers", rows),
        made("aims", rows),
        made("roles", rows),
        made("bodies", rows),
        made("appointments", rows),
        made("interests", rows),
        made("reviews", rows),
        made("meetings", rows),
        made("attendance", rows),
        made("decisions", rows),
        made("exercises", rows),
        made("scores", rows),
        made("indicators", rows),
        made("observations", rows),
        made("declared_counts", rows),
        made("limits", rows),
        made("escalations", rows),
        made("snapshots", rows),
    ],
)];

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

/// The rows of a table.
fn rows<'r>(document: &'r Value, name: &str) -> Cow<'r, [Value]> {
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
        return members.map_or(&[][..], Vec::as_slice).into();
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

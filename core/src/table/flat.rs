//! Records made flat: every cell a scalar or null, every row with the columns of all.

use serde_json::{Map, Value};

use crate::finding::Finding;
use crate::recall::Recall;
use crate::sentence;

/// A table is at most so many times as large as the result that it is made of.
pub(super) const MOST_TIMES: usize = 64;

/// How many letters the names of columns may still take, in every row where they stand.
pub(super) struct Room(usize);

impl Room {
    pub(super) fn around(result: &Value) -> Self {
        Self(size(result).saturating_mul(MOST_TIMES))
    }

    fn take(&mut self, letters: usize) -> Option<()> {
        self.0 = self.0.checked_sub(letters)?;
        Some(())
    }
}

/// The letters of a value, and one for each value in it.
fn size(value: &Value) -> usize {
    let inside: usize = match value {
        Value::String(text) => text.len(),
        Value::Array(rows) => rows.iter().map(size).sum(),
        Value::Object(fields) => fields.iter().map(|(key, value)| key.len() + size(value)).sum(),
        _ => 0,
    };
    inside + 1
}

/// Records as rows with the same columns; nothing where that would take too many letters.
pub(super) fn rows(records: &[Value], room: &mut Room) -> Option<Vec<Map<String, Value>>> {
    let rows = records.iter().map(|record| row(record, room)).collect::<Option<Vec<_>>>()?;
    even(rows, room)
}

/// One record as a row: a finding with its sentence in place of its parameters, anything else flattened.
fn row(record: &Value, room: &mut Room) -> Option<Map<String, Value>> {
    let mut row = Map::new();
    let finding = Finding::recall(record);
    for (key, value) in record.as_object().into_iter().flatten() {
        match (&finding, key.as_str()) {
            (Some(finding), "parameters") => {
                row.insert("sentence".into(), sentence::finding(finding).into());
            }
            _ => flatten(key, value, &mut row, room)?,
        }
    }
    if row.is_empty() && !record.is_object() {
        row.insert("value".into(), cell(record));
    }
    Some(row)
}

/// An object becomes one column per field, joined with an underscore.
fn flatten(name: &str, value: &Value, row: &mut Map<String, Value>, room: &mut Room) -> Option<()> {
    room.take(name.len())?;
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(&format!("{name}_{key}"), value, row, room)?;
            }
        }
        value => {
            row.insert(name.to_owned(), cell(value));
        }
    }
    Some(())
}

/// A list becomes a text, its entries parted by semicolons.
fn cell(value: &Value) -> Value {
    match value {
        Value::Array(entries) => {
            let entries: Vec<String> = entries.iter().map(spelled).collect();
            Value::String(entries.join("; "))
        }
        Value::Object(_) => Value::String(spelled(value)),
        scalar => scalar.clone(),
    }
}

fn spelled(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => fields.values().map(spelled).collect::<Vec<_>>().join(" "),
        Value::Array(entries) => entries.iter().map(spelled).collect::<Vec<_>>().join(", "),
        Value::Null => String::new(),
        scalar => scalar.to_string(),
    }
}

/// Rows with the columns of all of them, null where one had none.
fn even(rows: Vec<Map<String, Value>>, room: &mut Room) -> Option<Vec<Map<String, Value>>> {
    let alike = |row: &Map<String, Value>| rows.first().is_some_and(|first| row.keys().eq(first.keys()));
    if rows.iter().all(alike) {
        return Some(rows);
    }
    let mut columns: Map<String, Value> = Map::new();
    for key in rows.iter().flat_map(Map::keys) {
        columns.entry(key.clone()).or_insert(Value::Null);
    }
    let letters: usize = columns.keys().map(|name| name.len() + 1).sum();
    room.take(letters.saturating_mul(rows.len()))?;
    let fill = |row: Map<String, Value>| {
        let mut full = columns.clone();
        full.extend(row);
        full
    };
    Some(rows.into_iter().map(fill).collect())
}

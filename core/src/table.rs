//! Any result as flat rows, for a DataFrame, a spreadsheet or a report builder.

use serde_json::{Map, Value};

use crate::finding::Finding;
use crate::prioritisation::{matrix::Scored, portfolio::Selection, weights::DerivedWeights};
use crate::problem::{Code, Problem, Problems};
use crate::report::Report;
use crate::sentence;

/// The tables that a report holds.
const REPORT_TABLES: [&str; 3] = ["items", "nodes", "findings"];

/// Results that hold several tables: the keys they are known by, and the tables, the usual one first.
const SEVERAL: [(&[&str], &[&str]); 2] = [
    (&["weights", "consistency"], &["weights", "findings"]),
    (&["best_sets", "frontier", "quadrants"], &["proposals", "frontier", "best_sets", "findings"]),
];

/// The result as rows: all rows have the same columns, every cell is a scalar or null.
///
/// A report has the tables `items` (the default), `nodes` and `findings`; derived weights have `weights` and `findings`;
/// a portfolio has `proposals`, `frontier`, `best_sets` and `findings`; a scored matrix has a row for each of its rows;
/// a list of records is a table of itself; any other record is a table of one row.
///
/// # Errors
/// A problem if the result has no such table.
pub fn table(result: &Value, name: Option<&str>) -> Result<Vec<Map<String, Value>>, Problems> {
    if is_report(result) {
        let name = name.unwrap_or("items");
        let rows = result.get(name).and_then(Value::as_array).filter(|_| REPORT_TABLES.contains(&name));
        let Some(rows) = rows else {
            return Err(no_table(name, &REPORT_TABLES.join(", ")));
        };
        let mut rows: Vec<Map<String, Value>> = rows.iter().map(row).collect();
        if result.get("illustrative") == Some(&Value::Bool(true)) {
            rows.iter_mut().for_each(|row| drop(row.insert("illustrative".into(), Value::Bool(true))));
        }
        return Ok(rows);
    }
    if let Some((_, tables)) = SEVERAL.iter().find(|(keys, _)| keys.iter().all(|key| result.get(key).is_some())) {
        let name = name.or(tables.first().copied()).unwrap_or_default();
        let rows = tables.contains(&name).then(|| result.get(name)).flatten();
        let Some(rows) = rows else { return Err(no_table(name, &tables.join(", "))) };
        let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
        return Ok(even(rows.iter().map(row).collect()));
    }
    if let Some(name) = name {
        return Err(no_table(name, "no name: this result is one table"));
    }
    if let Ok(scored) = serde_json::from_value::<Scored>(result.clone()) {
        return Ok(scored_rows(&scored));
    }
    let rows: Vec<Map<String, Value>> = match result {
        Value::Array(rows) => rows.iter().map(row).collect(),
        Value::Object(_) => vec![row(result)],
        other => {
            return Err(Problem {
                code: Code::WrongType,
                path: "/result".into(),
                value: crate::problem::shortened(other),
                accepted: Some("a result of one of the library's functions".into()),
                message: "this is not a result".into(),
            }
            .into());
        }
    };
    Ok(even(rows))
}

/// True for a report, which holds several tables.
pub(crate) fn is_report(result: &Value) -> bool {
    ["as_at", "items", "nodes", "findings"].iter().all(|key| result.get(key).is_some())
}

fn no_table(name: &str, accepted: &str) -> Problems {
    Problem {
        code: Code::UnknownWord,
        path: "/name".into(),
        value: Some(name.into()),
        accepted: Some(accepted.into()),
        message: format!("there is no table “{name}” in this result"),
    }
    .into()
}

/// Score and rank of each row of a matrix, rows numbered from 0, with what the method tells beside them.
fn scored_rows(scored: &Scored) -> Vec<Map<String, Value>> {
    let (distances, flows) = (scored.distances.as_ref(), scored.flows.as_ref());
    let compromise = scored.compromise.as_ref();
    let more = [
        ("distance_to_ideal", distances.map(|one| &one.ideal)),
        ("distance_to_anti_ideal", distances.map(|one| &one.anti_ideal)),
        ("group_utility", compromise.map(|one| &one.group_utility)),
        ("individual_regret", compromise.map(|one| &one.individual_regret)),
        ("positive_flow", flows.map(|one| &one.positive)),
        ("negative_flow", flows.map(|one| &one.negative)),
    ];
    let row = |(place, (score, rank)): (usize, (&f64, &u32))| {
        let mut row = Map::new();
        row.insert("row".into(), place.into());
        row.insert("score".into(), (*score).into());
        row.insert("rank".into(), (*rank).into());
        for (name, figures) in more {
            if let Some(figures) = figures {
                row.insert(name.into(), figures.get(place).copied().into());
            }
        }
        if let Some(compromise) = compromise {
            row.insert("in_compromise".into(), compromise.rows.contains(&place).into());
        }
        row
    };
    scored.scores.iter().zip(&scored.ranks).enumerate().map(row).collect()
}

/// One record as a row: a finding with its sentence in place of its parameters, anything else flattened.
fn row(record: &Value) -> Map<String, Value> {
    let mut row = Map::new();
    let finding = serde_json::from_value::<Finding>(record.clone()).ok();
    for (key, value) in record.as_object().into_iter().flatten() {
        match (&finding, key.as_str()) {
            (Some(finding), "parameters") => {
                row.insert("sentence".into(), sentence::finding(finding).into());
            }
            _ => flatten(key, value, &mut row),
        }
    }
    if row.is_empty() && !record.is_object() {
        row.insert("value".into(), cell(record));
    }
    row
}

/// An object becomes one column per field, joined with an underscore.
fn flatten(name: &str, value: &Value, row: &mut Map<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(&format!("{name}_{key}"), value, row);
            }
        }
        value => {
            row.insert(name.to_owned(), cell(value));
        }
    }
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
fn even(rows: Vec<Map<String, Value>>) -> Vec<Map<String, Value>> {
    let mut columns: Map<String, Value> = Map::new();
    for key in rows.iter().flat_map(Map::keys) {
        columns.entry(key.clone()).or_insert(Value::Null);
    }
    let fill = |row: Map<String, Value>| {
        let mut full = columns.clone();
        full.extend(row);
        full
    };
    rows.into_iter().map(fill).collect()
}

/// The result's sentences, whatever it is.
///
/// # Errors
/// A problem if it is no result of this library.
pub fn describe(result: &Value) -> Result<Vec<String>, Problems> {
    fn read<T: serde::de::DeserializeOwned>(value: &Value) -> Option<T> {
        serde_json::from_value(value.clone()).ok()
    }
    let one = |value: &Value| -> Option<Vec<String>> {
        if let Some(report) = is_report(value).then(|| read::<Report>(value)).flatten() {
            return Some(sentence::report(&report));
        }
        if let Some(finding) = read::<Finding>(value) {
            return Some(vec![sentence::finding(&finding)]);
        }
        if let Some(problem) = read::<Problem>(value) {
            return Some(vec![sentence::problem(&problem)]);
        }
        if let Some(node) = read::<crate::status::Node>(value) {
            return Some([vec![sentence::node(&node, &[])], sentence::outlook(&node)].concat());
        }
        if let Some(item) = read::<crate::status::Item>(value) {
            return Some(vec![sentence::item(&item, &[])]);
        }
        if let Some(result) = read::<crate::status::RollUpResult>(value) {
            return Some(sentence::rolled_up(&result));
        }
        if let Some(result) = read::<DerivedWeights>(value) {
            return Some(sentence::weights(&result));
        }
        if let Some(result) = read::<Scored>(value) {
            return Some(sentence::scored(&result));
        }
        if let Some(result) = read::<Selection>(value) {
            return Some(sentence::selection(&result));
        }
        let entry = read::<crate::legend::LegendEntry>(value)?;
        Some(vec![format!("{} ({}, {}): {}.", entry.word, entry.letter, entry.shape, entry.meaning)])
    };
    let described = match result {
        Value::Array(rows) => rows.iter().map(&one).collect::<Option<Vec<_>>>().map(|rows| rows.concat()),
        value => one(value),
    };
    described.ok_or_else(|| {
        Problem {
            code: Code::WrongType,
            path: "/result".into(),
            value: crate::problem::shortened(result),
            accepted: Some("a result of one of the library's functions, or a list of such".into()),
            message: "this is not a result that can be described".into(),
        }
        .into()
    })
}

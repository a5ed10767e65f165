//! Any result as flat rows, for a DataFrame, a spreadsheet or a report builder.

mod document;
mod governance;
mod judged;
mod prioritisation;
mod representation;
pub(crate) mod status;
mod variation;

use serde_json::{Map, Value};

use crate::exercises::AssessedExercise;
use crate::finding::Finding;
use crate::indicators::{AssessedIndicator, IndicatorSummary};
use crate::legend::LegendEntry;
use crate::prioritisation::{Moved, Prioritisation, Ranked, RoundComparison};
use crate::prioritisation::{matrix::Scored, portfolio::Selection, weights::DerivedWeights};
use crate::problem::{Code, Problem, Problems};
use crate::recall::Recall;
use crate::report::Report;
use crate::sentence::{self, change};
use crate::status::{Item, Node, RollUpResult};
use crate::variation::icons::Icon;
use crate::variation::{
    AggregatedSeries, JudgedTable, RecalculationAdvice, Spc, SpcAppended, SpcComparison, SpcHistory,
};

/// The tables that a report holds.
const REPORT_TABLES: &[&str] = &[
    "items",
    "nodes",
    "findings",
    "critical_path",
    "representation",
    "exercises",
    "cadence",
    "meetings",
    "attendance",
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
    "indicators",
    "indicator_summary",
];

/// The result as rows: all rows have the same columns, every cell is a scalar or null.
///
/// A report has the tables `items` (the default), `nodes`, `findings`, `critical_path`, `representation` (a row by organisation of each
/// thing counted), `exercises` (a row by proposal of each), `cadence` (a row by kind of meeting), `meetings`,
/// `attendance`, `governance` (a row by check), `governance_findings` and one for each list of governance: `roles`,
/// `limits`, `aims`, `activities` (a row by priority of each aim), `goal_bodies`, `networks`, `reviews`, `decisions`,
/// `declared`, `delivered`; `indicators` (a row by series, with its icons) and `indicator_summary`; a prioritisation has `ranking` (the default)
/// and one for each of its lists. The results of equal representation have a table by organisation, rule or option (the
/// default), and `findings`; a check `moves` and `indices` beside, an apportionment its `trace`. A series judged has
/// `points` (the default), `partitions`, `findings`, and `mdc`: one row for each point with the columns and words that
/// NHS England's SPC query gives to its Power BI template, and so has the row of an indicator. Many series judged in one call have `series` (the default), `points` and, with
/// their lines, `mdc`. A document has its lists (`priorities` is the default), and
/// `baselines`, `attendance` and `scores`; rows that were read have `problems` (the default) and `columns`. A list of records is a table of itself; any other record is
/// a table of one row.
///
/// A comparison has `items` (the default), `nodes` and `findings`; a history `nodes` (the default), `items` and `dates`;
/// a calibration `rows` (the default) and `months`.
///
/// # Errors
/// A problem if the result has no such table, or if its rows share so few columns that the table would be far larger
/// than the result.
pub fn table(result: &Value, name: Option<&str>) -> Result<Vec<Map<String, Value>>, Problems> {
    let mut room = Room::around(result);
    let mut rows_of = |rows: &[Value]| {
        let rows: Option<Vec<_>> = rows.iter().map(|record| row(record, &mut room)).collect();
        rows.ok_or_else(|| too_large(result))
    };
    if let Some(names) = replay_tables(result) {
        let name = name.or(names.first().copied()).unwrap_or_default();
        if !names.contains(&name) {
            return Err(no_table(name, &names.join(", ")));
        }
        let mut rows = rows_of(result.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice))?;
        label_illustrative(result, &mut rows);
        return even(rows, &mut room).ok_or_else(|| too_large(result));
    }
    if is_report(result) {
        let name = name.unwrap_or("items");
        if !REPORT_TABLES.contains(&name) {
            return Err(no_table(name, &REPORT_TABLES.join(", ")));
        }
        let list = result.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut rows = match name {
            "critical_path" => rows_of(&status::critical_path(result))?,
            "representation" => rows_of(&representation::held(list))?,
            "exercises" => rows_of(&prioritisation::ranked(list))?,
            "indicators" => rows_of(&variation::assessed(list))?,
            "items" | "nodes" | "findings" | "indicator_summary" => rows_of(list)?,
            _ => rows_of(&governance::rows(result, name))?,
        };
        if !matches!(name, "items" | "nodes" | "findings") {
            rows = even(rows, &mut room).ok_or_else(|| too_large(result))?;
        }
        label_illustrative(result, &mut rows);
        return Ok(rows);
    }
    if document::is_document(result) {
        let name = name.unwrap_or(document::TABLES[0]);
        if !document::TABLES.contains(&name) {
            return Err(no_table(name, &document::TABLES.join(", ")));
        }
        let rows = rows_of(&document::rows(result, name))?;
        let mut rows = even(rows, &mut room).ok_or_else(|| too_large(result))?;
        label_illustrative(result, &mut rows);
        return Ok(rows);
    }
    if ["document", "problems", "columns"].iter().all(|key| result.get(key).is_some()) {
        let name = name.unwrap_or("problems");
        let rows = result.get(name).and_then(Value::as_array).filter(|_| matches!(name, "problems" | "columns"));
        let Some(rows) = rows else { return Err(no_table(name, "problems, columns")) };
        return even(rows_of(rows)?, &mut room).ok_or_else(|| too_large(result));
    }
    if governance::is_governance(result) {
        let name = name.unwrap_or(governance::TABLES[0]);
        if !governance::TABLES.contains(&name) {
            return Err(no_table(name, &governance::TABLES.join(", ")));
        }
        let rows = rows_of(&governance::rows_of(result, name))?;
        return even(rows, &mut room).ok_or_else(|| too_large(result));
    }
    if let Some(names) = representation::tables(result) {
        let name = name.or(names.first().copied()).unwrap_or_default();
        if !names.contains(&name) {
            return Err(no_table(name, &names.join(", ")));
        }
        let rows = rows_of(&representation::rows(result, name))?;
        return even(rows, &mut room).ok_or_else(|| too_large(result));
    }
    if judged::is_judged(result) {
        let name = name.unwrap_or(judged::TABLES[0]);
        if !judged::TABLES.contains(&name) {
            return Err(no_table(name, &judged::TABLES.join(", ")));
        }
        if name == "mdc" {
            let table = JudgedTable::recall(result).ok_or_else(|| not_a_result(result))?;
            return judged::mdc(&table).ok_or_else(|| no_table(name, "mdc, where the table was judged with its lines"));
        }
        return even(rows_of(&judged::rows(result, name))?, &mut room).ok_or_else(|| too_large(result));
    }
    // The row of an indicator has the tables of its series.
    let series = if variation::is_assessed(result) { &result["result"] } else { result };
    if variation::is_series(series) {
        let name = name.unwrap_or(variation::TABLES[0]);
        if !variation::TABLES.contains(&name) {
            return Err(no_table(name, &variation::TABLES.join(", ")));
        }
        if name == "mdc" {
            return Spc::recall(series).map(|series| variation::mdc(&series)).ok_or_else(|| not_a_result(result));
        }
        let rows = rows_of(series.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice))?;
        return even(rows, &mut room).ok_or_else(|| too_large(result));
    }
    if let Some(tables @ [(default, _), ..]) = prioritisation::tables(result).or_else(|| variation::tables(result)) {
        let name = name.unwrap_or(default);
        let Some((_, place)) = tables.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
            return Err(no_table(name, &known.join(", ")));
        };
        // What was not asked for is null: a table without rows.
        let rows = result.pointer(place).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let rows = rows_of(rows)?;
        return even(rows, &mut room).ok_or_else(|| too_large(result));
    }
    if let Some(name) = name {
        return Err(no_table(name, "no name: this result is one table"));
    }
    if let Some(scored) = Scored::recall(result) {
        return Ok(prioritisation::scored(&scored));
    }
    let rows = match result {
        Value::Array(rows) => rows_of(rows)?,
        Value::Object(_) => rows_of(std::slice::from_ref(result))?,
        other => return Err(not_a_result(other)),
    };
    even(rows, &mut room).ok_or_else(|| too_large(result))
}

/// Every row says so where the data are invented.
fn label_illustrative(result: &Value, rows: &mut [Map<String, Value>]) {
    if result.get("illustrative") == Some(&Value::Bool(true)) {
        rows.iter_mut().for_each(|row| drop(row.insert("illustrative".into(), Value::Bool(true))));
    }
}

/// The tables of a result of several dates, the default first.
fn replay_tables(result: &Value) -> Option<&'static [&'static str]> {
    let has = |keys: &[&str]| keys.iter().all(|key| result.get(key).is_some());
    if has(&["since", "as_at", "items", "nodes", "causes_exact"]) {
        return Some(&["items", "nodes", "findings"]);
    }
    if has(&["known", "dates", "items", "nodes"]) {
        return Some(&["nodes", "items", "dates"]);
    }
    has(&["as_at", "rows", "months"]).then_some(&["rows", "months"])
}

fn not_a_result(value: &Value) -> Problems {
    Problem {
        code: Code::WrongType,
        path: "/result".into(),
        value: crate::problem::shortened(value),
        accepted: Some("a result of one of the library's functions".into()),
        message: "this is not a result".into(),
    }
    .into()
}

/// A table is at most so many times as large as the result that it is made of.
const MOST_TIMES: usize = 64;

/// How many letters the names of columns may still take, in every row where they stand.
struct Room(usize);

impl Room {
    fn around(result: &Value) -> Self {
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

fn too_large(result: &Value) -> Problems {
    Problem {
        code: Code::TooLarge,
        path: "/result".into(),
        value: crate::problem::shortened(result),
        accepted: Some("rows that have most of their columns in common".into()),
        message: format!("as a table this would be more than {MOST_TIMES} times as large"),
    }
    .into()
}

/// A row with these columns before its own.
fn joined(start: &Map<String, Value>, row: Value) -> Value {
    let mut whole = start.clone();
    if let Value::Object(fields) = row {
        whole.extend(fields);
    }
    Value::Object(whole)
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

/// Words a result, if it is one of its kind.
type Told = fn(&Value) -> Option<Vec<String>>;

/// Each kind of result with what words it, those with the most fields first: a smaller one may stand in a larger.
const TOLD: &[Told] = &[
    |value| Report::recall(value).map(|result| sentence::report(&result)),
    |value| JudgedTable::recall(value).map(|result| sentence::many(&result)),
    |value| AggregatedSeries::recall(value).map(|result| sentence::aggregated(&result)),
    |value| Recall::recall(value).map(|result| change::comparison(&result)),
    |value| Recall::recall(value).map(|result| change::history(&result)),
    |value| Recall::recall(value).map(|result| change::calibration(&result)),
    |value| AssessedIndicator::recall(value).map(|result| sentence::indicators::assessed(&result)),
    |value| Recall::recall(value).map(|result| sentence::tracking::read(&result)),
    |value| Recall::recall(value).map(|result| sentence::tracking::redacted(&result)),
    |value| Spc::recall(value).map(|result| sentence::judged(&result)),
    |value| SpcComparison::recall(value).map(|result| sentence::compared(&result)),
    |value| SpcHistory::recall(value).map(|result| sentence::past(&result)),
    |value| SpcAppended::recall(value).map(|result| sentence::appended(&result)),
    |value| RecalculationAdvice::recall(value).map(|result| sentence::advice(&result)),
    |value| Prioritisation::recall(value).map(|result| sentence::prioritised(&result)),
    |value| RoundComparison::recall(value).map(|result| sentence::rounds(&result)),
    |value| Moved::recall(value).map(|result| vec![sentence::moved(&result)]),
    |value| Ranked::recall(value).map(|result| vec![sentence::ranked(&result)]),
    |value| Finding::recall(value).map(|result| vec![sentence::finding(&result)]),
    |value| Problem::recall(value).map(|result| vec![sentence::problem(&result)]),
    |value| Recall::recall(value).map(|result| vec![change::item_change(&result, &[])]),
    |value| Recall::recall(value).map(|result| vec![change::node_change(&result, &[])]),
    |value| Recall::recall(value).map(|result| vec![change::course(&[&result])]),
    |value| Recall::recall(value).map(|result| vec![change::calibrated(&result)]),
    |value| Node::recall(value).map(|result| [vec![sentence::node(&result, &[])], sentence::outlook(&result)].concat()),
    |value| Item::recall(value).map(|result| vec![sentence::item(&result, &[])]),
    |value| RollUpResult::recall(value).map(|result| sentence::rolled_up(&result)),
    |value| Recall::recall(value).map(|result| sentence::met(&result)),
    |value| Recall::recall(value).map(|result| sentence::governed(&result)),
    |value| Recall::recall(value).map(|result| sentence::held(&result)),
    |value| IndicatorSummary::recall(value).map(|result| vec![sentence::indicators::summary(&result)]),
    |value| AssessedExercise::recall(value).map(|result| sentence::prioritised(&result.result)),
    |value| Recall::recall(value).map(|result| sentence::checked(&result)),
    |value| Recall::recall(value).map(|result| sentence::apportioned(&result)),
    |value| Recall::recall(value).map(|result| sentence::quorate(&result)),
    |value| Recall::recall(value).map(|result| sentence::polled(&result)),
    |value| Recall::recall(value).map(|result| sentence::rotated(&result)),
    |value| Recall::recall(value).map(|result| sentence::powerful(&result)),
    |value| DerivedWeights::recall(value).map(|result| sentence::weights(&result)),
    |value| Scored::recall(value).map(|result| sentence::scored(&result)),
    |value| Selection::recall(value).map(|result| sentence::selection(&result)),
    |value| Recall::recall(value).map(|result| vec![sentence::tracking::period(&result)]),
    |value| Recall::recall(value).map(|result| sentence::tracking::guarded(&result)),
    |value| Icon::recall(value).map(|result| vec![format!("{}.", result.title)]),
    |value| LegendEntry::recall(value).map(|result| vec![sentence::legend(&result)]),
];

/// The result's sentences, whatever it is.
///
/// # Errors
/// A problem if it is no result of this library.
pub fn describe(result: &Value) -> Result<Vec<String>, Problems> {
    let one = |value: &Value| TOLD.iter().find_map(|told| told(value));
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

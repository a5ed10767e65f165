//! Any result as flat rows, for a DataFrame, a spreadsheet or a report builder.
//!
//! Each kind of result stands in one list with its tables; a table is a list somewhere in the result, or made from it.

mod document;
mod flat;
mod governance;
mod judged;
mod prioritisation;
mod replay;
mod report;
mod representation;
pub(crate) mod status;
mod variation;

use serde_json::{Map, Value};
use std::borrow::Cow;

use crate::problem::{Code, Problem, Problems};
use flat::Room;

/// One kind of result.
struct Kind {
    /// Fields that no other kind has all of.
    fields: &'static [&'static str],
    /// Where in it the result stands that the tables are of: itself, if empty.
    inside: &'static str,
    /// Its tables, the default first.
    tables: &'static [Table],
}

/// A table of a result.
struct Table {
    name: &'static str,
    records: Records,
}

/// Records of a result that is whole, or what it would need to have the table.
type Given = Result<Vec<Value>, &'static str>;

/// Where the records of a table come from.
enum Records {
    /// A list at that place; what was not asked for is null, and a table without rows.
    At(&'static str),
    /// Made from the result, for the table of that name.
    Made(for<'r> fn(&'r Value, &str) -> Cow<'r, [Value]>),
    /// Made from the result read back.
    Read(fn(&Value) -> Option<Given>),
}

const fn at(name: &'static str, place: &'static str) -> Table {
    Table { name, records: Records::At(place) }
}

const fn made(name: &'static str, records: for<'r> fn(&'r Value, &str) -> Cow<'r, [Value]>) -> Table {
    Table { name, records: Records::Made(records) }
}

const fn read(name: &'static str, records: fn(&Value) -> Option<Given>) -> Table {
    Table { name, records: Records::Read(records) }
}

const fn kind(fields: &'static [&'static str], tables: &'static [Table]) -> Kind {
    Kind { fields, inside: "", tables }
}

/// Every kind of result that has tables by name. The first that a result fits is its kind: those that hold another come
/// before it.
const KINDS: [&[Kind]; 9] = [
    &replay::KINDS,
    &report::KINDS,
    &document::KINDS,
    &governance::KINDS,
    &representation::KINDS,
    &judged::KINDS,
    &variation::KINDS,
    &prioritisation::KINDS,
    &status::KINDS,
];

impl Kind {
    fn of(result: &Value) -> Option<&'static Self> {
        let has = |kind: &&Self| kind.fields.iter().all(|field| result.get(field).is_some());
        KINDS.into_iter().flatten().find(has)
    }

    fn records<'r>(&self, result: &'r Value, name: Option<&str>) -> Result<Cow<'r, [Value]>, Problems> {
        let named = |table: &&Table| name.is_none_or(|name| table.name == name);
        let Some(table) = self.tables.iter().find(named) else {
            let known: Vec<&str> = self.tables.iter().map(|table| table.name).collect();
            return Err(no_table(name.unwrap_or_default(), &known.join(", ")));
        };
        let inside = result.pointer(self.inside).unwrap_or(&Value::Null);
        Ok(match table.records {
            Records::At(place) => listed(inside, place).into(),
            Records::Made(records) => records(inside, table.name),
            Records::Read(records) => {
                let given = records(inside).ok_or_else(|| not_a_result(result))?;
                given.map_err(|needed| no_table(table.name, needed))?.into()
            }
        })
    }
}

/// The list at a place of a result; an empty one where there is none.
fn listed<'r>(result: &'r Value, place: &str) -> &'r [Value] {
    result.pointer(place).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The result as rows: all rows have the same columns, every cell is a scalar or null.
///
/// `name` is one of the tables of the result; the first when `None`. A report has `items`, `nodes`, `findings`,
/// `critical_path`, `representation` (a row by organisation of each thing counted), `exercises` (a row by proposal of
/// each), `cadence` (a row by kind of meeting), `meetings`, `attendance`, `cadence_findings`, `governance` (a row by check),
/// `governance_findings` and one for each list of governance, `indicators` (a row by series, with its icons) and
/// `indicator_summary`. A comparison has `items`, `nodes` and `findings`; a history `nodes`, `items` and `dates`; a
/// calibration `rows` and `months`. A series judged has `points`, `partitions`, `findings`, and `mdc`: one row for each point
/// with the columns and words that NHS England's SPC query gives to its Power BI template; many series judged in one call have `series`,
/// `points` and, with their lines, `mdc`. A document has its lists, and
/// `baselines`, `attendance` and `scores`; rows that were read have `problems` and `columns`. Any other result has a table
/// for each of its lists, or is a table of one row; a list of records is a table of itself. A row of a report has the
/// tables of what it holds: an indicator those of its series, an exercise those of its ranking.
///
/// # Errors
/// A problem if the result has no such table, or if its rows share so few columns that the table would be far larger
/// than the result.
pub fn table(result: &Value, name: Option<&str>) -> Result<Vec<Map<String, Value>>, Problems> {
    let records = match (Kind::of(result), name) {
        (Some(kind), name) => kind.records(result, name)?,
        (None, Some(name)) => return Err(no_table(name, "no name: this result is one table")),
        (None, None) => match result {
            Value::Array(records) => records.as_slice().into(),
            Value::Object(_) => std::slice::from_ref(result).into(),
            other => return Err(not_a_result(other)),
        },
    };
    let mut rows = flat::rows(&records, &mut Room::around(result)).ok_or_else(|| too_large(result))?;
    // Every row says so where the data are invented.
    if result.get("illustrative") == Some(&Value::Bool(true)) {
        rows.iter_mut().for_each(|row| drop(row.insert("illustrative".into(), Value::Bool(true))));
    }
    Ok(rows)
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

fn too_large(result: &Value) -> Problems {
    Problem {
        code: Code::TooLarge,
        path: "/result".into(),
        value: crate::problem::shortened(result),
        accepted: Some("rows that have most of their columns in common".into()),
        message: format!("as a table this would be more than {} times as large", flat::MOST_TIMES),
    }
    .into()
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

/// A row with these columns before its own.
fn joined(start: &Map<String, Value>, row: Value) -> Value {
    let mut whole = start.clone();
    if let Value::Object(fields) = row {
        whole.extend(fields);
    }
    Value::Object(whole)
}

/// A record without some of its fields.
fn without(record: &Value, fields: &[&str]) -> Value {
    let mut record = record.as_object().cloned().unwrap_or_default();
    fields.iter().for_each(|field| drop(record.shift_remove(*field)));
    Value::Object(record)
}

//! Trackers: rows as programme offices keep them, read into a document. What cannot be read is told cell by cell, and the
//! rest is read all the same. Nothing is guessed where that would change what a row means, and nothing that a document
//! says already is altered: rows add to it.

mod baselines;
mod cells;
mod columns;
mod fields;
mod judged;
mod links;
mod meetings;
mod names;
mod observations;
mod people;
mod priorities;
mod scores;
mod updates;
mod words;

pub use columns::{Certainty, ColumnChoice, ColumnRead, ColumnStated, Reading};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::day::Day;
use crate::document::declare::words;
use crate::document::read::{Read, Reader};
use crate::document::{Programme, SchemaVersion};
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use cells::Sheet;

words! {
    /// What the rows of a tracker are.
    RowKind {
        /// Priorities, one a row, each with its latest report.
        Priorities = "priorities",
        /// Reports on priorities.
        Updates = "updates",
        /// Who holds which role.
        Appointments = "appointments",
        /// Meetings, one a row, or one a row and person who came.
        Meetings = "meetings",
        /// Scores of an exercise, one a row or one for each criterion with a column of its own.
        Scores = "scores",
        /// Figures of indicators.
        Observations = "observations",
    }
}

/// How rows are read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// What the rows are.
    pub kind: RowKind,
    /// The day that the rows speak of, where they have none of their own.
    pub as_at: Day,
    /// The day on which all of it became known.
    pub recorded_on: Day,
    /// Which column, or which fact, stands for which field; what is not named is taken from the headings.
    pub columns: IndexMap<String, ColumnChoice>,
    /// The document that the rows add to; a new one when `None`.
    pub document: Option<Programme>,
}

impl Options {
    /// Priorities as at that day, recorded on that day, in a new document, by their headings.
    pub fn new(as_at: Day, recorded_on: Day) -> Self {
        Self { kind: RowKind::Priorities, as_at, recorded_on, columns: IndexMap::new(), document: None }
    }
}

result! {
    /// Rows that were read: the document, what could not be read, and how the columns were understood.
    FromRows {
        /// The document with what could be read. It has no problems of its own.
        #[cfg_attr(feature = "schema", schemars(with = "Map<String, Value>"))]
        document: Programme,
        /// Every cell and row that could not be read, and what to look at: in the order of the rows, links
        /// between priorities after them. Their paths start with
        /// `/rows`, `/columns` or, of what stands in the document, at its root.
        problems: Vec<Problem>,
        /// What each column was taken for, and every field that has a value without a column.
        columns: Vec<ColumnRead>,
    }
}

/// Reads rows into a document.
///
/// The document that comes out passes `check`. Reading the same rows again adds nothing.
///
/// # Errors
/// Problems of the arguments: a column that is not there, a field that is not known, a column that looks like data about
/// patients (`patient_data`), rows that are no records.
///
/// ```
/// use equipoise::tracker::{Options, from_rows};
/// use equipoise::{Options as At, assess};
/// let rows = serde_json::json!([{"ID": "T1", "Network": "Skin", "Type": "Task", "Title": "One form", "Due date": "31/03/2023",
///     "Approved on": "2022-04-01", "Forecast": "14-Apr-23", "RAG": "G", "Status": "In progress"}]);
/// let rows: Vec<_> = rows.as_array().unwrap().iter().map(|row| row.as_object().unwrap().clone()).collect();
/// let read = from_rows(&rows, &Options::new("2023-03-20".parse().unwrap(), "2023-03-20".parse().unwrap()))?;
/// assert!(read.problems.is_empty());
/// let report = assess(&read.document, &At::as_at("2023-03-31".parse().unwrap()))?;
/// assert_eq!(report.items[0].level.as_str(), "amber");
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn from_rows(rows: &[Map<String, Value>], options: &Options) -> Result<FromRows, Problems> {
    let given = options.document.is_some();
    let needs = matches!(options.kind, RowKind::Updates | RowKind::Scores | RowKind::Observations);
    if needs && !given {
        let what = match options.kind {
            RowKind::Scores => "exercise",
            RowKind::Observations => "indicators",
            _ => "priorities",
        };
        return Err(Problem {
            code: Code::MissingField,
            path: "/document".into(),
            value: None,
            accepted: Some(format!("a document that holds the {what}")),
            message: format!("{} are read into a document that holds the {what}", options.kind),
        }
        .into());
    }
    let mut document = options.document.clone().or_else(fresh).ok_or_else(Problem::unreadable)?;
    let mut sheet = Sheet::of(rows, options)?;
    match options.kind {
        RowKind::Priorities => priorities::read(&mut sheet, &mut document, options),
        RowKind::Updates => updates::read(&mut sheet, &mut document, options),
        RowKind::Appointments => people::read(&mut sheet, &mut document),
        RowKind::Meetings => meetings::read(&mut sheet, &mut document, options),
        RowKind::Scores => scores::read(&mut sheet, &mut document),
        RowKind::Observations => observations::read(&mut sheet, &mut document, options),
    }
    let (problems, columns) = sheet.done();
    Ok(FromRows { document, problems, columns })
}

/// A document with nothing in it yet.
fn fresh() -> Option<Programme> {
    let version = SchemaVersion::V1.as_str();
    let bare = serde_json::json!({"schema_version": version, "id": "programme", "name": "Programme"});
    Programme::read(&bare, &mut Reader::default())
}

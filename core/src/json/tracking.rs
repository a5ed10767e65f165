//! Trackers in and out: rows into documents, periods as people write them, the guard, tables as text.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{Request, answer, read};
use crate::day::Day;
use crate::document::period::{self, PeriodType};
use crate::document::read::{Read, Reader};
use crate::document::{self, text};
use crate::problem::Problem;
use crate::tracker::{self, ColumnChoice, Options, RowKind};

/// Rows of a tracker read into a document: `{"rows", "as_at", "recorded_on", "kind"?, "columns"?, "document"?}`.
pub fn from_rows(request: &str) -> String {
    let keys = ["rows", "kind", "as_at", "recorded_on", "columns", "document"];
    answer(read(request, &keys).and_then(|mut request| {
        let original = request.original();
        let given = request.fields.get("document").is_some_and(|document| !document.is_null());
        let document = if given { request.document()?.map(Some) } else { Ok(None) };
        let rows: Option<Vec<Row>> = request.required("rows");
        let kind: Option<RowKind> = request.optional("kind");
        let (as_at, recorded_on) = (request.required::<Day>("as_at"), request.required::<Day>("recorded_on"));
        let columns: IndexMap<String, ColumnChoice> = request.optional("columns").unwrap_or_default();
        let document = request.done_with(document)?;
        let (Some(rows), Some(as_at), Some(recorded_on)) = (rows, as_at, recorded_on) else {
            return Err(Problem::unreadable().into());
        };
        let rows: Vec<Map<String, Value>> = rows.into_iter().map(|row| row.0).collect();
        let kind = kind.unwrap_or(RowKind::Priorities);
        let read = tracker::from_rows(&rows, &Options { kind, columns, document, ..Options::new(as_at, recorded_on) })?;
        Ok(with_document(&read, &read.document, original.as_ref()))
    }))
}

/// A record as readers of sheets give it; what its cells hold is looked at later.
struct Row(Map<String, Value>);

impl Read for Row {
    fn accepted() -> String {
        "a record of headings and cells".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        reader.object(value, Self::accepted).map(|row| Self(row.clone()))
    }
}

/// A period as published files write it: `{"text", "kind"?}`.
pub fn parse_period(request: &str) -> String {
    answer(read(request, &["text", "kind"]).and_then(|mut request| {
        let text = request.given("text");
        if text.is_none() {
            request.reader.missing("text", "a text, or the number a spreadsheet keeps a day as");
        }
        let kind: Option<PeriodType> = request.optional("kind");
        request.done()?;
        period::parse_period(&text.unwrap_or_default(), kind)
    }))
}

/// Whether columns hold data about patients: `{"columns", "allow"?}`.
pub fn guard(request: &str) -> String {
    answer(read(request, &["columns", "allow"]).and_then(|mut request| {
        let columns: IndexMap<String, Vec<Value>> = request.required("columns").unwrap_or_default();
        let allow: Vec<String> = request.optional("allow").unwrap_or_default();
        request.done()?;
        document::guard(&columns, &allow)
    }))
}

/// A document without a person's token: `{"document", "person"}`.
pub fn redact(request: &str) -> String {
    answer(read(request, &["document", "person"]).and_then(|mut request| {
        let original = request.original();
        let document = request.document()?;
        let person: Option<String> = request.required("person");
        let programme = request.done_with(document)?;
        let person = person.ok_or_else(Problem::unreadable)?;
        let redacted = document::redact(&programme, &person)?;
        Ok(with_document(&redacted, &redacted.document, original.as_ref()))
    }))
}

impl Request {
    /// The document as it was given, whose order and spelling the answer keeps.
    fn original(&self) -> Option<Value> {
        match self.fields.get("document")? {
            Value::String(given) => text::parse(given, text::LONGEST_TEXT, text::DEEPEST_NESTING).0,
            given => Some(given.clone()),
        }
    }
}

/// A result that holds a document, with the document in the order and spelling of the one given.
fn with_document<T: serde::Serialize>(result: &T, document: &document::Programme, original: Option<&Value>) -> Value {
    let mut result = serde_json::to_value(result).unwrap_or_default();
    if let (Some(held), Some(original)) = (result.get_mut("document"), original) {
        *held = document.to_value_like(original);
    }
    result
}

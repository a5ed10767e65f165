//! Text in, text out: the only thing that bindings call.
//!
//! A request is one JSON object whose keys are the parameters of the operation. The answer is one JSON object too:
//! `{"answer": ...}`, or `{"problems": [...]}` with every problem at once. `document` is an object, or a text that
//! holds the document, so that a file's text can be passed as it is.

mod prioritisation;
mod publishing;
mod replay;
mod representation;
mod tracking;
mod variation;
mod weighing;

pub use prioritisation::{compare_rounds, prioritise};
pub use publishing::{csv, html};
pub use replay::{calibrate, compare, history, snapshot, verify_snapshots};
pub use representation::{
    apportion, check_quorum, check_representation, measure_voting_power, review_rotation, tally_votes,
};
pub use tracking::{from_rows, guard, parse_period, redact};
pub use variation::{
    aggregate_series, compare_spc, icon, problems, spc, spc_append, spc_history, spc_table, spc_table_options,
    spc_table_rules, suggest_recalculations,
};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::day::Day;
use crate::document::Programme;
use crate::document::policy::{Policy, StatusPolicy};
use crate::document::read::{Read, Reader};
use crate::document::text::{self, DEEPEST_NESTING, LONGEST_TEXT};
use crate::model::Model;
use crate::problem::{Code, Found, Problem, Problems};
use crate::report::{Detail, Options, Part, gather};
use crate::status::{self, RollUpItem};
use crate::table as tables;

pub use weighing::{derive_weights, score_matrix, select_portfolio};

/// The problems of a document: `{"document"}`; an empty list when it is fine.
pub fn check(request: &str) -> String {
    answer(read(request, &["document"]).and_then(|mut request| {
        let document = request.document()?;
        request.done()?;
        Ok(document.err().map_or_else(Vec::new, |found| Problems::from(found).into_vec()))
    }))
}

/// The report of a programme: `{"document", "as_at", "known_at"?, "policy"?, "include"?, "detail"?}`.
pub fn assess(request: &str) -> String {
    let keys = ["document", "as_at", "known_at", "policy", "include", "detail", "cadence_from"];
    answer(read(request, &keys).and_then(|mut request| {
        let document = request.document()?;
        let as_at: Option<Day> = request.required("as_at");
        let (known_at, policy) = (request.optional("known_at"), request.policy());
        let (include, detail) = (request.optional::<Vec<Part>>("include"), request.optional::<Detail>("detail"));
        let cadence_from = request.optional("cadence_from");
        let programme = request.done_with(document)?;
        let as_at = as_at.ok_or_else(Problem::unreadable)?;
        let detail = detail.unwrap_or(Detail::Organisation);
        let options = Options { known_at, policy, include, detail, cadence_from, ..Options::as_at(as_at) };
        let mut report = gather(&Model::of_checked(&programme), &options)?;
        report.fingerprint = report.fingerprint();
        Ok(report)
    }))
}

/// Bare levels rolled up: `{"items", "policy"?}`.
pub fn roll_up(request: &str) -> String {
    answer(read(request, &["items", "policy"]).and_then(|mut request| {
        let items: Vec<RollUpItem> = request.required("items").unwrap_or_default();
        let policy = request.policy().map_or_else(StatusPolicy::default, |policy| StatusPolicy::from(&policy));
        request.unique_ids(&items);
        request.done()?;
        Ok(status::roll_up(&items, &policy))
    }))
}

/// A result as flat rows: `{"result", "name"?}`.
pub fn table(request: &str) -> String {
    answer(read(request, &["result", "name"]).and_then(|mut request| {
        let result = request.result();
        let name: Option<String> = request.optional("name");
        request.done()?;
        tables::table(&result, name.as_deref())
    }))
}

/// A result in sentences: `{"result"}`.
pub fn describe(request: &str) -> String {
    answer(read(request, &["result"]).and_then(|mut request| {
        let result = request.result();
        request.done()?;
        crate::describe(&result)
    }))
}

/// A result as a Vega-Lite v6 specification: `{"result", "kind"?}`.
pub fn chart(request: &str) -> String {
    answer(read(request, &["result", "kind"]).and_then(|mut request| {
        let result = request.result();
        let kind: Option<String> = request.optional("kind");
        request.done()?;
        crate::chart(&result, kind.as_deref())
    }))
}

/// How every level is shown: `{}`.
pub fn legend(request: &str) -> String {
    answer(read(request, &[]).and_then(|request| {
        request.done()?;
        Ok(crate::legend())
    }))
}

fn answer<T: Serialize>(result: Result<T, Problems>) -> String {
    #[derive(Serialize)]
    struct Answer<T> {
        answer: T,
    }
    match result {
        Ok(answer) => text::print(&Answer { answer }),
        Err(problems) => text::print(&json!({ "problems": problems.into_vec() })),
    }
}

/// A request while its parameters are read.
struct Request {
    fields: Map<String, Value>,
    reader: Reader,
    /// Problems of the text itself.
    found: Found,
}

/// Room for the names of parameters around the longest document, which may stand in the request as an escaped text.
const LONGEST_REQUEST: usize = 2 * LONGEST_TEXT + 4096;

fn read(request: &str, keys: &[&str]) -> Result<Request, Problems> {
    // The document stands one level inside the request.
    let (value, mut found) = text::parse(request, LONGEST_REQUEST, DEEPEST_NESTING.saturating_add(1));
    for problem in &mut found.listed {
        problem.path = problem.path.strip_prefix("/document").unwrap_or(&problem.path).to_owned();
    }
    let Some(value) = value else { return Err(found.into()) };
    let mut reader = Reader::default();
    let Some(fields) = reader.object(&value, || "an object of the parameters of the operation".into()) else {
        return Err(reader.problems.into());
    };
    reader.unknown_fields(fields, keys);
    let fields = if let Value::Object(fields) = value { fields } else { Map::new() };
    Ok(Request { fields, reader, found })
}

impl Request {
    fn given(&mut self, name: &str) -> Option<Value> {
        self.fields.get_mut(name).map(Value::take).filter(|value| !value.is_null())
    }

    fn required<T: Read>(&mut self, name: &'static str) -> Option<T> {
        let Some(value) = self.given(name) else {
            self.reader.missing(name, &T::accepted());
            return None;
        };
        self.reader.field(name, &value)
    }

    fn optional<T: Read>(&mut self, name: &'static str) -> Option<T> {
        let value = self.given(name)?;
        self.reader.field(name, &value)
    }

    fn policy(&mut self) -> Option<Policy> {
        let policy: Policy = self.optional("policy")?;
        self.reader.problems.extend(policy.problems());
        Some(policy)
    }

    fn result(&mut self) -> Value {
        let result = self.given("result");
        if result.is_none() {
            self.reader.missing("result", "a result of one of the library's functions");
        }
        result.unwrap_or_default()
    }

    /// The document, read and checked; the outer error is for a request without one.
    fn document(&mut self) -> Result<Result<Programme, Found>, Problems> {
        match self.given("document") {
            None => {
                self.reader.missing("document", "a programme document, as an object or as JSON text");
                Err(std::mem::take(&mut self.reader.problems).into())
            }
            Some(value) => {
                // What was found in the text of the request may be the document's.
                let found = std::mem::take(&mut self.found);
                Ok(match &value {
                    Value::String(text) => Programme::of_text(text, found),
                    value => Programme::of_value(value, found),
                })
            }
        }
    }

    fn unique_ids(&mut self, items: &[RollUpItem]) {
        let mut first = std::collections::HashMap::new();
        for (place, item) in items.iter().enumerate() {
            let stood = *first.entry(item.id.as_str()).or_insert(place);
            if stood != place {
                self.reader.problems.push(Problem {
                    code: Code::DuplicateId,
                    path: format!("/items/{place}/id"),
                    value: Some(item.id.as_str().into()),
                    accepted: Some("an identifier of its own".into()),
                    message: format!("“{}” is already the identifier of /items/{stood}", item.id),
                });
            }
        }
    }

    fn done(self) -> Result<(), Problems> {
        self.done_with(Ok(()))
    }

    /// All problems of the parameters, with those of the document.
    fn done_with<T>(self, document: Result<T, Found>) -> Result<T, Problems> {
        let mut found = self.found;
        found.append(self.reader.problems);
        match document {
            Ok(document) => found.none().map(|()| document),
            Err(more) => {
                found.append(more);
                Err(found.into())
            }
        }
    }
}

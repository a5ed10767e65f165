//! One programme at several dates.

use super::{Request, answer, read};
use crate::day::Day;
use crate::document::policy::Policy;
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::recall::Recall;
use crate::replay::{self, CalibrationOptions, CompareOptions, HistoryOptions, Known, Released, VerifyOptions};
use crate::report::Report;

/// What changed between two dates: `{"document", "since", "as_at", "known_at"?, "policy"?, "former_policy"?}`.
pub fn compare(request: &str) -> String {
    let keys = ["document", "since", "as_at", "known_at", "policy", "former_policy"];
    answer(read(request, &keys).and_then(|mut request| {
        let document = request.document()?;
        let (since, as_at): (Option<Day>, Option<Day>) = (request.required("since"), request.required("as_at"));
        let (known_at, policy) = (request.optional("known_at"), request.policy());
        let former_policy = request.former_policy();
        let programme = request.done_with(document)?;
        let (since, as_at) = since.zip(as_at).ok_or_else(Problem::unreadable)?;
        let options = CompareOptions { known_at, policy, former_policy, ..CompareOptions::between(since, as_at) };
        replay::comparison(&Model::of_checked(&programme), &options)
    }))
}

/// The level of every node and item at each date: `{"document", "dates", "known"?, "policy"?}`.
pub fn history(request: &str) -> String {
    answer(read(request, &["document", "dates", "known", "policy"]).and_then(|mut request| {
        let document = request.document()?;
        let dates: Option<Vec<Day>> = request.required("dates");
        let (known, policy) = (request.optional("known").unwrap_or(Known::Then), request.policy());
        let programme = request.done_with(document)?;
        let dates = dates.ok_or_else(Problem::unreadable)?;
        replay::course(&Model::of_checked(&programme), &HistoryOptions { known, policy, ..HistoryOptions::at(dates) })
    }))
}

/// Were the colours right: `{"document", "months_before", "as_at", "policy"?}`.
pub fn calibrate(request: &str) -> String {
    answer(read(request, &["document", "months_before", "as_at", "policy"]).and_then(|mut request| {
        let document = request.document()?;
        let months: Option<Vec<u32>> = request.required("months_before");
        let (as_at, policy): (Option<Day>, _) = (request.required("as_at"), request.policy());
        let programme = request.done_with(document)?;
        let (months, as_at) = months.zip(as_at).ok_or_else(Problem::unreadable)?;
        let options = CalibrationOptions { policy, ..CalibrationOptions::months_before(months, as_at) };
        replay::calibration(&Model::of_checked(&programme), &options)
    }))
}

/// An entry for the document's `snapshots`: `{"report", "released_by", "released_on", "submitted_by"?, "submitted_on"?,
/// "reviewed_by"?, "reviewed_on"?, "body"?, "id"?, "name"?, "document"?}`.
pub fn snapshot(request: &str) -> String {
    let keys = [
        "report",
        "released_by",
        "released_on",
        "submitted_by",
        "submitted_on",
        "reviewed_by",
        "reviewed_on",
        "body",
        "id",
        "name",
        "document",
    ];
    answer(read(request, &keys).and_then(|mut request| {
        let document = request.fields.get("document").is_some_and(|value| !value.is_null());
        let document = if document { Some(request.document()?) } else { None };
        let report = request.given("report");
        if report.is_none() {
            request.reader.missing("report", "a report, as assess gives it");
        }
        let (by, on): (Option<String>, Option<Day>) =
            (request.required("released_by"), request.required("released_on"));
        let mut released = by.zip(on).map(|(by, on)| Released::by(&by, on));
        let submitted = (request.optional("submitted_by"), request.optional("submitted_on"));
        let reviewed = (request.optional("reviewed_by"), request.optional("reviewed_on"));
        let (body, id, name) = (request.optional("body"), request.optional("id"), request.optional("name"));
        if let Some(released) = &mut released {
            (released.submitted_by, released.submitted_on) = submitted;
            (released.reviewed_by, released.reviewed_on) = reviewed;
            (released.body, released.id, released.name) = (body, id, name);
        }
        let programme = match document {
            Some(document) => Some(request.done_with(document)?),
            None => request.done().map(|()| None)?,
        };
        let (report, released) = report.zip(released).ok_or_else(Problem::unreadable)?;
        let report = Report::recall(&report).ok_or_else(|| not_a_report(&report))?;
        replay::entry(&report, released, programme.as_ref())
    }))
}

/// Whether reports made again are those that boards saw: `{"document", "snapshot"?, "policy"?}`; one finding each.
pub fn verify_snapshots(request: &str) -> String {
    answer(read(request, &["document", "snapshot", "policy"]).and_then(|mut request| {
        let document = request.document()?;
        let (snapshot, policy) = (request.optional("snapshot"), request.policy());
        let programme = request.done_with(document)?;
        replay::verified(&Model::of_checked(&programme), &VerifyOptions { snapshot, policy })
    }))
}

fn not_a_report(value: &serde_json::Value) -> Problems {
    Problem {
        code: Code::WrongType,
        path: "/report".into(),
        value: crate::problem::shortened(value),
        accepted: Some("a report, as assess gives it".into()),
        message: "this is not a report of this version of the library".into(),
    }
    .into()
}

impl Request {
    fn former_policy(&mut self) -> Option<Policy> {
        let policy: Policy = self.optional("former_policy")?;
        let problems = policy.problems().into_iter().map(|mut problem| {
            problem.path = problem.path.replacen("/policy", "/former_policy", 1);
            problem
        });
        self.reader.problems.extend(problems.collect::<Vec<_>>());
        Some(policy)
    }
}

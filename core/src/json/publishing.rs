//! Results on their way out: as CSV, and a report as a page.

use serde_json::Value;

use super::{Request, answer, read};
use crate::problem::{Code, Problem, shortened};
use crate::recall::Recall;
use crate::report::Report;

/// A result's table as CSV text: `{"result", "name"?}`.
pub fn csv(request: &str) -> String {
    answer(read(request, &["result", "name"]).and_then(|mut request| {
        let result = request.result();
        let name: Option<String> = request.optional("name");
        request.done()?;
        crate::csv(&result, name.as_deref())
    }))
}

/// A report as one HTML page: `{"report", "previous"?, "forecast"?}`.
pub fn html(request: &str) -> String {
    answer(read(request, &["report", "previous", "forecast"]).and_then(|mut request| {
        let report = request.report("report", true);
        let (previous, forecast) = (request.report("previous", false), request.report("forecast", false));
        request.done()?;
        crate::html(&report.ok_or_else(Problem::unreadable)?, previous.as_ref(), forecast.as_ref())
    }))
}

impl Request {
    /// A report as `assess` gave it.
    fn report(&mut self, name: &'static str, needed: bool) -> Option<Report> {
        const ACCEPTED: &str = "a report, as assess gives it";
        let Some(value) = self.given(name) else {
            if needed {
                self.reader.missing(name, ACCEPTED);
            }
            return None;
        };
        let report = Report::recall(&value).filter(|_| matches!(value, Value::Object(_)));
        if report.is_none() {
            self.reader.problems.push(Problem {
                code: Code::WrongType,
                path: format!("/{name}"),
                value: shortened(&value),
                accepted: Some(ACCEPTED.into()),
                message: "this is not a report".into(),
            });
        }
        report
    }
}

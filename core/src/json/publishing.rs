//! Results on their way out: as CSV, and a report as a page.

use serde_json::Value;

use super::{Request, answer, read};
use crate::problem::{Code, Problem, shortened};
use crate::recall::Recall;
use crate::replay::Comparison;
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

/// A report as one HTML page: `{"report", "previous"?, "comparison"?, "forecast"?}`.
pub fn html(request: &str) -> String {
    answer(read(request, &["report", "previous", "comparison", "forecast"]).and_then(|mut request| {
        if request.fields.get("report").is_none_or(Value::is_null) {
            request.reader.missing("report", A_REPORT);
        }
        let report: Option<Report> = request.recalled("report", A_REPORT);
        let previous: Option<Report> = request.recalled("previous", A_REPORT);
        let comparison: Option<Comparison> = request.recalled("comparison", "a comparison, as compare gives it");
        let forecast: Option<Report> = request.recalled("forecast", A_REPORT);
        request.done()?;
        let report = report.ok_or_else(Problem::unreadable)?;
        crate::html(&report, previous.as_ref(), comparison.as_ref(), forecast.as_ref())
    }))
}

const A_REPORT: &str = "a report, as assess gives it";

impl Request {
    /// A result as one of the library's functions gave it.
    fn recalled<R: Recall>(&mut self, name: &'static str, accepted: &str) -> Option<R> {
        let value = self.given(name)?;
        let result = R::recall(&value).filter(|_| value.is_object());
        if result.is_none() {
            self.reader.problems.push(Problem {
                code: Code::WrongType,
                path: format!("/{name}"),
                value: shortened(&value),
                accepted: Some(accepted.into()),
                message: format!("this is not {}", accepted.split(',').next().unwrap_or_default()),
            });
        }
        result
    }
}

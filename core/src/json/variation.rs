//! The operations of statistical process control.

use super::{Request, answer, read};
use crate::document::indicator::ImprovementDirection;
use crate::problem::Problems;
use crate::variation::{self as engine, Options, TableOptions};

/// What is asked about a series, besides its values.
const ABOUT: [&str; 12] = [
    "values",
    "dates",
    "denominators",
    "chart",
    "improvement_direction",
    "preset",
    "conflict",
    "targets",
    "recalculate_at",
    "ghosted",
    "baseline",
    "options",
];

/// A series judged: `{"values", "dates"?, "denominators"?, "chart"?, "improvement_direction", "preset"?, "conflict"?,
/// "targets"?, "recalculate_at"?, "ghosted"?, "baseline"?, "options"?}`.
pub fn spc(request: &str) -> String {
    answer(read(request, &ABOUT).and_then(|mut request| {
        let (values, options) = request.series();
        request.done()?;
        engine::spc(values.as_deref(), &options)
    }))
}

/// How the series of a long table are to be judged, where its columns come from elsewhere: `{"improvement_direction",
/// "preset"?, "conflict"?, "targets"?, "baseline"?, "options"?, "lines"?, "one_thread"?}`.
///
/// # Errors
/// The answer that says what is wrong: `{"problems": [...]}`.
pub fn spc_table_options(request: &str) -> Result<TableOptions, String> {
    let keys = ["improvement_direction", "preset", "conflict", "targets", "baseline", "options", "lines", "one_thread"];
    let read = read(request, &keys).and_then(|mut request| {
        let (_, options) = request.series();
        let lines = request.optional("lines").unwrap_or(false);
        let one_thread = request.optional("one_thread").unwrap_or(false);
        request.done()?;
        Ok(TableOptions { options, lines, one_thread })
    });
    read.map_err(problems)
}

/// The answer that tells problems.
pub fn problems(problems: Problems) -> String {
    answer::<()>(Err(problems))
}

/// An icon as SVG: `{"name"}`.
pub fn icon(request: &str) -> String {
    answer(read(request, &["name"]).and_then(|mut request| {
        let name: Option<String> = request.required("name");
        request.done()?;
        engine::icons::icon(&name.unwrap_or_default())
    }))
}

impl Request {
    /// The values of a series, and how it is to be judged.
    fn series(&mut self) -> (Option<Vec<Option<f64>>>, Options) {
        let values = self.optional::<engine::Numbers>("values").map(|values| values.0);
        let default = Options::default();
        let options = Options {
            dates: self.optional("dates"),
            denominators: self.optional::<engine::Numbers>("denominators").map(|values| values.0),
            chart: self.optional("chart").unwrap_or(default.chart),
            improvement_direction: self.required("improvement_direction").unwrap_or(ImprovementDirection::Neutral),
            preset: self.optional("preset").unwrap_or(default.preset),
            conflict: self.optional("conflict").unwrap_or(default.conflict),
            targets: self.optional("targets"),
            recalculate_at: self.optional("recalculate_at").unwrap_or_default(),
            ghosted: self.optional("ghosted").unwrap_or_default(),
            baseline: self.optional("baseline"),
            options: self.optional("options").unwrap_or_default(),
        };
        (values, options)
    }
}

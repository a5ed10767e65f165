//! The operations of statistical process control.

use super::{Request, answer, read};
use crate::document::indicator::ImprovementDirection;
use crate::variation::{self as engine, Options};

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

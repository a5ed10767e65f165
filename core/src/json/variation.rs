//! The operations of statistical process control.

use super::{Request, answer, read};
use crate::document::indicator::ImprovementDirection;
use crate::problem::{Code, Problem, Problems};
use crate::recall::Recall;
use crate::variation::{
    self as engine, Added, AggregateKind, Chart, Conflict, Extract, LongTable, MemberFigure, MemberSpan, Options,
    Preset, Settings, SpcOptionSet, SpcState, SpcTable, TableOptions,
};

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

/// What differs between two sets of options: as of [`spc`], with `{"a"?, "b"?}`, each `{"chart"?,
/// "improvement_direction"?, "preset"?, "conflict"?, "targets"?, "recalculate_at"?, "ghosted"?, "baseline"?, "options"?}`.
pub fn compare_spc(request: &str) -> String {
    answer(read(request, &with(&["a", "b"])).and_then(|mut request| {
        let (values, options) = request.series();
        let sides: [SpcOptionSet; 2] = ["a", "b"].map(|side| request.optional(side).unwrap_or_default());
        request.done()?;
        let [a, b] = [0, 1].map(|side| sides[side].over(&options));
        engine::compare(values.as_deref(), &a, &b).map_err(|problems| common(problems, &sides))
    }))
}

/// Problems of what both sides have in common stand where it was stated, and once.
fn common(problems: Problems, sides: &[SpcOptionSet; 2]) -> Problems {
    let mut all: Vec<Problem> = Vec::new();
    for mut problem in problems.into_vec() {
        let place = problem.path.strip_prefix("/a/").map(|field| (0, field));
        let place = place.or(problem.path.strip_prefix("/b/").map(|field| (1, field)));
        let in_common = |side: usize, field: &str| {
            sides.get(side).is_some_and(|set| !set.sets(field.split('/').next().unwrap_or_default()))
        };
        if let Some(path) = place.filter(|(side, field)| in_common(*side, field)).map(|(_, field)| format!("/{field}"))
        {
            problem.path = path;
        }
        if !all.contains(&problem) {
            all.push(problem);
        }
    }
    Problems::none(all).err().unwrap_or_else(|| Problem::unreadable().into())
}

/// The icon at each past period: as of [`spc`], with `{"previous"?: {"values"?, "dates"?, "denominators"?}}`.
pub fn spc_history(request: &str) -> String {
    answer(read(request, &with(&["previous"])).and_then(|mut request| {
        let (values, options) = request.series();
        let previous: Option<Extract> = request.optional("previous");
        request.done()?;
        engine::history(values.as_deref(), &options, previous.as_ref())
    }))
}

/// The next points of a series: `{"state"?, "values", "dates"?, "denominators"?, "recalculate_at"?, "ghosted"?}`; without a
/// state as of [`spc`].
pub fn spc_append(request: &str) -> String {
    answer(read(request, &with(&["state"])).and_then(|mut request| {
        let Some(state) = request.given("state") else {
            let (values, options) = request.series();
            request.done()?;
            return engine::start(values.as_deref(), &options);
        };
        for name in ["improvement_direction", "chart", "preset", "conflict", "targets", "baseline", "options"] {
            if request.given(name).is_some() {
                request.reader.problems.extend([Problem {
                    code: Code::WrongCombination,
                    path: format!("/{name}"),
                    value: None,
                    accepted: Some("a state alone".into()),
                    message: "the state says how the series is judged".into(),
                }]);
            }
        }
        let state = SpcState::recall(&state);
        if state.is_none() {
            request.reader.problems.extend([engine::not_a_state()]);
        }
        let values = request.optional::<engine::Numbers>("values").map(|values| values.0);
        let added = Added {
            dates: request.optional("dates"),
            denominators: request.optional::<engine::Numbers>("denominators").map(|values| values.0),
            recalculate_at: request.optional("recalculate_at").unwrap_or_default(),
            ghosted: request.optional("ghosted").unwrap_or_default(),
        };
        request.done()?;
        let state = state.ok_or_else(Problem::unreadable)?;
        engine::append(&state, values.as_deref(), &added)
    }))
}

/// Where new lines might start: as of [`spc`].
pub fn suggest_recalculations(request: &str) -> String {
    answer(read(request, &ABOUT).and_then(|mut request| {
        let (values, options) = request.series();
        request.done()?;
        engine::suggest_recalculations(values.as_deref(), &options)
    }))
}

/// Members put together: `{"rows", "kind"?, "members"?, "improvement_direction", "chart"?, "preset"?, "conflict"?,
/// "targets"?, "recalculate_at"?, "ghosted"?, "baseline"?, "options"?}`.
pub fn aggregate_series(request: &str) -> String {
    let mut keys = with(&["rows", "kind", "members"]);
    keys.retain(|key| !["values", "dates", "denominators"].contains(key));
    answer(read(request, &keys).and_then(|mut request| {
        let rows: Vec<MemberFigure> = request.required("rows").unwrap_or_default();
        let kind: Option<AggregateKind> = request.optional("kind");
        let members: Option<Vec<MemberSpan>> = request.optional("members");
        let (_, options) = request.series();
        request.done()?;
        engine::aggregate(&rows, kind, members.as_deref(), &options)
    }))
}

/// What is asked about a series, and more.
fn with(more: &[&'static str]) -> Vec<&'static str> {
    ABOUT.iter().chain(more).copied().collect()
}

/// Many series of a long table: `{"columns": {"series", "value", "period"?, "denominator"?, "target"?, "ghosted"?,
/// "recalculate"?, "improvement_direction"?}, "improvement_direction", "chart"?, "preset"?, "conflict"?, "targets"?,
/// "baseline"?, "options"?, "lines"?, "look_first"?, "one_thread"?}`.
pub fn spc_table(request: &str) -> String {
    let mut keys = OF_A_TABLE.to_vec();
    keys.push("columns");
    answer(read(request, &keys).and_then(|mut request| {
        let columns: Option<LongTable> = request.required("columns");
        let asked = request.table();
        request.done()?;
        engine::judge_table(&columns.ok_or_else(Problem::unreadable)?, &asked)
    }))
}

/// What is asked about a table, besides its columns.
const OF_A_TABLE: [&str; 10] = [
    "improvement_direction",
    "chart",
    "preset",
    "conflict",
    "targets",
    "baseline",
    "options",
    "lines",
    "look_first",
    "one_thread",
];

/// How the series of a long table are to be judged, where its columns come from elsewhere: as of [`spc_table`], without
/// columns.
///
/// # Errors
/// The answer that says what is wrong: `{"problems": [...]}`.
pub fn spc_table_options(request: &str) -> Result<TableOptions, String> {
    let read = read(request, &OF_A_TABLE).and_then(|mut request| {
        let asked = request.table();
        request.done()?;
        Ok(asked)
    });
    read.map_err(problems)
}

/// By which rules a table was judged, for those who take its columns as they are: `preset`, `options`, `chart` and
/// `conflict`, as the answer of [`spc_table`] has them.
pub fn spc_table_rules(table: &SpcTable) -> String {
    #[derive(serde::Serialize)]
    struct Rules<'t> {
        preset: Preset,
        options: &'t Settings,
        chart: Chart,
        conflict: Conflict,
    }
    let SpcTable { preset, options, chart, conflict, .. } = table;
    answer(Ok(Rules { preset: *preset, options, chart: *chart, conflict: *conflict }))
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
    /// How a table is to be judged.
    fn table(&mut self) -> TableOptions {
        let (_, options) = self.series();
        let default = TableOptions::default();
        TableOptions {
            options,
            lines: self.optional("lines").unwrap_or(default.lines),
            look_first: self.optional("look_first").unwrap_or(default.look_first),
            one_thread: self.optional("one_thread").unwrap_or(default.one_thread),
        }
    }

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

//! Any result as a Vega-Lite v6 specification: a picture, its table and its text alternative in one object.
//!
//! What a chart looks like stands in one file of JSON each, `chart/<kind>.json`, with all colours and shapes in
//! `chart/config.json`; the code fills in rows, words and the order of names. Names are data and never part of an
//! expression, so that a specification can be shown under a strict content-security policy.

mod cells;
mod icons;
mod indicators;
mod portfolio;
mod prioritisation;
mod replay;
mod representation;
mod spc;
mod status;

use serde_json::{Map, Value};
use std::collections::HashSet;

use crate::document::text::{self, DEEPEST_NESTING, LONGEST_TEXT};
use crate::problem::{Code, Problem, Problems};
use crate::sentence::{ILLUSTRATIVE, charts as words};

/// The version of Vega-Lite that specifications are written in.
const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v6.json";
/// Colours, shapes and fonts of every chart.
const CONFIG: &str = include_str!("chart/config.json");
/// The most rows of data in a chart ...
const MOST_ROWS: usize = 10_000;
/// ... and the most lines (proposals, organisations, bodies) that they are in. Those that come first are shown.
const MOST_LINES: usize = 1_000;

/// A chart before it is put together.
struct Drawing {
    /// The file that says what it looks like.
    template: &'static str,
    title: String,
    /// How to read it, line by line.
    notes: Vec<String>,
    /// Its table: flat rows, all with the same columns.
    rows: Vec<Value>,
    /// What else is filled in, by JSON pointer into the template.
    filled: Vec<(&'static str, Value)>,
    /// What it shows, in sentences.
    sentences: Vec<String>,
}

/// Draws one kind of chart of a result; `None` if it is no result of this sort.
type Draw = fn(&Value, &str) -> Option<Drawing>;

/// Each sort of result with its kinds of chart, the default first.
const DRAWN: &[(&[&str], Draw)] = &[
    (&["spc"], spc::draw),
    (&["spc"], spc::draw_indicator),
    (&["nodes", "attendance", "critical_path", "indicators"], status::draw),
    (&["levels"], replay::draw_history),
    (&["changes"], replay::draw_changes),
    (&["calibration"], replay::draw_calibration),
    (&["ranking", "contributions", "disagreement"], prioritisation::draw),
    (&["frontier", "quadrant"], portfolio::draw),
    (&["holding"], representation::draw_holding),
    (&["holding"], representation::draw_check),
];

/// The result as a Vega-Lite v6 specification: `data.values` is its table, `description` says it all in sentences.
///
/// A report has the kinds `nodes` (the default: levels of items by network), `attendance`, `critical_path` and
/// `indicators` (both icons of each series); a history `levels`; a comparison `changes`; a calibration `calibration`; a prioritisation, also
/// as a row of a report's exercises, `ranking` (the default), `contributions` and `disagreement`; a portfolio
/// `frontier` (the default) and `quadrant`; a check of representation, also as a row of a report, `holding`; a series
/// judged, also as a row of a report's indicators, `spc`. What is missing has no mark and is said in words; it is never drawn as 0. Of more than 1,000 lines, or 10,000 rows, the
/// first are shown and the chart says how many there are. It has no column or expression made from the words of a
/// document.
///
/// ```
/// let counts = r#"{"counts": {"RNA": 3, "RL4": 1}}"#;
/// let answer: serde_json::Value = serde_json::from_str(&equipoise::json::check_representation(counts)).unwrap();
/// let chart = equipoise::chart(&answer["answer"], None)?;
/// assert_eq!(chart["title"]["text"], "Who holds what, against entitlement");
/// assert_eq!(chart["data"]["values"][1]["words"], "1, entitled to 2: below");
/// assert!(chart["description"].as_str().unwrap().contains("Equal representation is not met."));
/// # Ok::<(), equipoise::Problems>(())
/// ```
///
/// # Errors
/// A problem if it is no result that can be drawn, or has no chart of that kind.
pub fn chart(result: &Value, kind: Option<&str>) -> Result<Value, Problems> {
    for (kinds, draw) in DRAWN {
        let default = kinds.first().copied().unwrap_or_default();
        let asked = kind.unwrap_or(default);
        let known = kinds.contains(&asked);
        if let Some(drawing) = draw(result, if known { asked } else { default }) {
            let illustrative = result.get("illustrative") == Some(&Value::Bool(true));
            return if known { Ok(drawing.finish(illustrative)) } else { Err(no_chart(asked, kinds)) };
        }
    }
    Err(Problem {
        code: Code::WrongType,
        path: "/result".into(),
        value: crate::problem::shortened(result),
        accepted: Some(
            "a report, a history, a comparison, a calibration, a prioritisation, a portfolio, a check of representation or a series judged, or a row of a report \
             that holds one"
                .into(),
        ),
        message: "this is not a result that can be drawn".into(),
    }
    .into())
}

fn no_chart(kind: &str, accepted: &[&str]) -> Problems {
    Problem {
        code: Code::UnknownWord,
        path: "/kind".into(),
        value: Some(kind.into()),
        accepted: Some(accepted.join(", ")),
        message: format!("there is no chart “{kind}” of this result"),
    }
    .into()
}

impl Drawing {
    fn finish(self, illustrative: bool) -> Value {
        let illustrative = illustrative.then(|| ILLUSTRATIVE.to_owned());
        let empty = self.rows.is_empty().then(|| words::NO_DATA.to_owned());
        let notes: Vec<String> = illustrative.into_iter().chain(empty).chain(self.notes).collect();
        let title = format!("{}.", self.title);
        let said: Vec<&str> = [&title].into_iter().chain(&notes).chain(&self.sentences).map(String::as_str).collect();
        let description = said.join(" ");
        let mut spec = Map::new();
        spec.insert("$schema".into(), SCHEMA.into());
        spec.insert("title".into(), cells::record(vec![("text", self.title.into()), ("subtitle", notes.into())]));
        spec.insert("description".into(), description.into());
        spec.insert("data".into(), cells::record(vec![("values", Value::Array(self.rows))]));
        let mut drawn = read(self.template);
        for (place, value) in self.filled {
            if let Some(blank) = drawn.pointer_mut(place) {
                *blank = value;
            }
        }
        if let Value::Object(fields) = drawn {
            spec.extend(fields);
        }
        spec.insert("config".into(), read(CONFIG));
        Value::Object(spec)
    }
}

/// A file of this module as JSON.
fn read(template: &str) -> Value {
    text::parse(template, LONGEST_TEXT, DEEPEST_NESTING).0.unwrap_or_default()
}

/// Identifiers with their names, as a chart shows them: no two alike.
fn labels<'a>(named: impl Iterator<Item = (&'a str, Option<&'a str>)> + Clone) -> Vec<String> {
    let labels = named.clone().map(|(id, name)| words::label(id, name)).collect();
    distinct(labels, || named.map(|(id, _)| id.to_owned()).collect())
}

/// The labels if no two are alike, else the others.
fn distinct(labels: Vec<String>, others: impl FnOnce() -> Vec<String>) -> Vec<String> {
    let different: HashSet<&String> = labels.iter().collect();
    if different.len() == labels.len() { labels } else { others() }
}

/// How many lines of so many rows each are shown, and the note that says so where that is not all.
fn shown(all: usize, rows_each: usize, what: &str) -> (usize, Option<String>) {
    let most = MOST_LINES.min(MOST_ROWS / rows_each.max(1)).max(1);
    let number = all.min(most);
    (number, (number < all).then(|| words::cut(number, all, what)))
}

#[cfg(test)]
mod tests;

//! Long tables as Arrow: columns in, columns out, without a copy of what stays as it is.
//!
//! Any library that speaks the Arrow PyCapsule interface hands its table over as it is: polars, pandas, pyarrow, DuckDB.

mod given;
mod told;

use std::collections::HashMap;

use arrow_array::RecordBatch;
use arrow_select::concat::concat_batches;
use equipoise::Problems;
use equipoise::variation::spc_table;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use pyo3_arrow::{PyRecordBatch, PyTable};

use given::{Given, Names};

/// What a table says: by point, by series, how many signals are to be expected by chance, and by which rules, as text.
type Answer = (PyRecordBatch, PyRecordBatch, f64, String);

/// Judges the series of an Arrow table; the options are those of `equipoise::json::spc_table`, as JSON text.
///
/// Gives the answer, or the text of its problems.
#[pyfunction(name = "_spc_table_columns")]
#[pyo3(signature = (table, names, options, /))]
pub(crate) fn spc_table_columns(
    py: Python<'_>,
    table: AnyRecordBatch,
    names: HashMap<String, Vec<String>>,
    options: &str,
) -> PyResult<(Option<Answer>, Option<String>)> {
    let (batches, schema) = PyTable::into_inner(table.into_table()?);
    py.detach(|| {
        let asked = match equipoise::json::spc_table_options(options) {
            Ok(asked) => asked,
            Err(problems) => return Ok((None, Some(problems))),
        };
        // A chunk at a time cannot be put in order; one chunk is not copied.
        let whole = match batches.as_slice() {
            [one] => one.clone(),
            many => concat_batches(&schema, many).map_err(given::unreadable)?,
        };
        Ok(match judged(&whole, names, &asked) {
            Ok((points, series, expected, rules)) => {
                (Some((PyRecordBatch::new(points), PyRecordBatch::new(series), expected, rules)), None)
            }
            Err(problems) => (None, Some(equipoise::json::problems(problems))),
        })
    })
}

fn judged(
    table: &RecordBatch,
    names: HashMap<String, Vec<String>>,
    asked: &equipoise::variation::TableOptions,
) -> Result<(RecordBatch, RecordBatch, f64, String), Problems> {
    let names = &Names::of(names, &table.schema())?;
    let given = Given::read(table, names)?;
    let answer = spc_table(&given.columns(), asked).map_err(|problems| given.in_the_words_of(problems, names))?;
    let (expected, rules) = (answer.expected_false_signals, equipoise::json::spc_table_rules(&answer));
    let points = told::points(table, names, answer.points).map_err(given::strange)?;
    let series = told::series(table, names, &given, answer.series).map_err(given::strange)?;
    Ok((points, series, expected, rules))
}

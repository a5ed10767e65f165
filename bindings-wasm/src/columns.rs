//! Long tables as typed arrays: columns in, columns out, each copied once over the boundary.

use equipoise::document::indicator::ImprovementDirection;
use equipoise::json;
use equipoise::variation::{AssuranceIcon, PointStatus, Rule, SpcColumns, VariationIcon, spc_table};
use js_sys::{Array, Float64Array, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// See `equipoise::variation::spc_table`; the options are those of `equipoise::json::spc_table`, as JSON text.
///
/// Gives a list: the expected false signals; by which rules, as JSON text; the words that numbers of status, variation and assurance stand for, and the
/// rules that bits stand for; then the columns by series, and those by point. Of problems their text.
#[wasm_bindgen(js_name = spcTableColumns)]
#[allow(clippy::too_many_arguments)] // One for each column, as a table has them.
pub fn spc_table_columns(
    options: &str,
    series: &[u32],
    number: u32,
    values: &[f64],
    periods: Option<Box<[f64]>>,
    valid: Option<Box<[u8]>>,
    denominators: Option<Box<[f64]>>,
    targets: Option<Box<[f64]>>,
    ghosted: Option<Box<[u8]>>,
    recalculate: Option<Box<[u8]>>,
    directions: Option<Box<[u8]>>,
) -> JsValue {
    let asked = match json::spc_table_options(options) {
        Ok(asked) => asked,
        Err(problems) => return problems.into(),
    };
    let periods: Option<Vec<i64>> = periods.map(|column| column.iter().map(|period| *period as i64).collect());
    let mut columns = SpcColumns::new(series, number as usize, values);
    columns.periods = periods.as_deref();
    columns.valid = valid.as_deref();
    columns.denominators = denominators.as_deref();
    columns.targets = targets.as_deref();
    columns.ghosted = ghosted.as_deref();
    columns.recalculate = recalculate.as_deref();
    let direction = |place: &u8| ImprovementDirection::ALL.get(usize::from(*place)).copied();
    // Each is the place of a word that JavaScript has checked.
    let directions: Option<Vec<ImprovementDirection>> =
        directions.and_then(|column| column.iter().map(direction).collect());
    columns.directions = directions.as_deref();
    let table = match spc_table(&columns, &asked) {
        Ok(table) => table,
        Err(problems) => return json::problems(problems).into(),
    };
    let answer = Array::of2(&table.expected_false_signals.into(), &json::spc_table_rules(&table).into());
    let statuses: Vec<&str> = PointStatus::ALL.iter().map(|word| word.as_str()).collect();
    let variations: Vec<&str> = VariationIcon::ALL.iter().map(|word| word.as_str()).collect();
    let assurances: Vec<&str> = AssuranceIcon::ALL.iter().map(|word| word.as_str()).collect();
    let rules: Vec<&str> = Rule::ALL.iter().map(|word| word.as_str()).collect();
    for words in [statuses, variations, assurances, rules] {
        answer.push(&words.into_iter().map(JsValue::from).collect::<Array>());
    }
    let bytes = |column: &[u8]| {
        answer.push(&Uint8Array::from(column));
    };
    let counts = |column: &[u32]| {
        answer.push(&Uint32Array::from(column));
    };
    let numbers = |column: &[f64]| {
        answer.push(&Float64Array::from(column));
    };
    let of = &table.series;
    counts(&of.n);
    bytes(&of.variation);
    bytes(&of.assurance);
    counts(&of.since);
    counts(&of.last);
    bytes(&of.rules);
    for column in [&of.value, &of.mean, &of.lower_limit, &of.upper_limit, &of.target] {
        numbers(column);
    }
    bytes(&of.run_chart);
    bytes(&of.duplicates);
    numbers(&of.chance);
    numbers(&of.discovery);
    counts(&of.look_first);
    bytes(&table.points.status);
    bytes(&table.points.rules);
    if let Some(lines) = &table.points.lines {
        numbers(&lines.value);
        counts(&lines.partition);
        numbers(&lines.mean);
        lines.sigma.iter().for_each(|sigma| numbers(sigma));
        for column in [&lines.moving_range, &lines.mean_moving_range, &lines.moving_range_limit] {
            numbers(column);
        }
        bytes(&lines.conflict);
    }
    answer.into()
}

//! What the core says of a table, as columns of Arrow.

use std::sync::Arc;

use arrow_array::types::UInt8Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, DictionaryArray, Float64Array, RecordBatch, StringArray, UInt8Array, UInt32Array,
};
use arrow_schema::{ArrowError, Field, Schema};
use arrow_select::take::take;
use equipoise::variation::{AssuranceIcon, NO_ROW, PointColumns, PointStatus, SeriesColumns, VariationIcon, rules_of};

use super::given::{Given, Names};

/// Columns with their names, in their order.
#[derive(Default)]
struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Columns {
    fn put(&mut self, name: &str, column: impl Array + 'static) {
        self.share(name, Arc::new(column));
    }

    fn share(&mut self, name: &str, column: ArrayRef) {
        self.fields.push(Field::new(name, column.data_type().clone(), true));
        self.arrays.push(column);
    }

    fn batch(self) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays)
    }
}

/// The series and periods of the table, and what is said of every row.
pub(super) fn points(table: &RecordBatch, names: &Names, points: PointColumns) -> Result<RecordBatch, ArrowError> {
    let mut columns = Columns::default();
    let kept = names.series.iter().chain(&names.period);
    for name in kept {
        if let Some(column) = table.column_by_name(name) {
            columns.share(name, column.clone());
        }
    }
    columns.put("status", words(points.status, PointStatus::ALL.iter().map(|word| word.as_str())));
    columns.put("rules", rules(&points.rules));
    if let Some(lines) = points.lines {
        let [lower, lower_two, lower_one, upper_one, upper_two, upper] = lines.sigma;
        columns.put("value", numbers(lines.value));
        columns.put("partition", UInt32Array::from(lines.partition));
        for (name, line) in [
            ("mean", lines.mean),
            ("lower_limit", lower),
            ("lower_two_sigma", lower_two),
            ("lower_one_sigma", lower_one),
            ("upper_one_sigma", upper_one),
            ("upper_two_sigma", upper_two),
            ("upper_limit", upper),
            ("moving_range", lines.moving_range),
            ("mean_moving_range", lines.mean_moving_range),
            ("moving_range_limit", lines.moving_range_limit),
        ] {
            columns.put(name, numbers(line));
        }
        columns.put("conflict", flags(&lines.conflict));
    }
    columns.batch()
}

/// One row for each series, with its key as the table has it.
pub(super) fn series(
    table: &RecordBatch,
    names: &Names,
    given: &Given,
    series: SeriesColumns,
) -> Result<RecordBatch, ArrowError> {
    let mut columns = Columns::default();
    let first = UInt32Array::from(given.first.clone());
    for name in &names.series {
        if let Some(column) = table.column_by_name(name) {
            columns.share(name, take(column, &first, None)?);
        }
    }
    columns.put("n", UInt32Array::from(series.n));
    columns.put("variation", words(series.variation, VariationIcon::ALL.iter().map(|word| word.as_str())));
    columns.put("assurance", words(series.assurance, AssuranceIcon::ALL.iter().map(|word| word.as_str())));
    for (name, rows) in [("since", series.since), ("last", series.last)] {
        let rows: UInt32Array = rows.into_iter().map(|row| Some(row).filter(|row| *row != NO_ROW)).collect();
        // When, where the table says when; else in which row.
        match names.period.as_ref().and_then(|name| table.column_by_name(name)) {
            Some(periods) => columns.share(name, take(periods, &rows, None)?),
            None => columns.put(name, rows),
        }
    }
    columns.put("rules", rules(&series.rules));
    for (name, column) in [
        ("value", series.value),
        ("mean", series.mean),
        ("lower_limit", series.lower_limit),
        ("upper_limit", series.upper_limit),
        ("target", series.target),
    ] {
        columns.put(name, numbers(column));
    }
    columns.put("run_chart", flags(&series.run_chart));
    columns.put("duplicates", flags(&series.duplicates));
    columns.put("chance", numbers(series.chance));
    columns.put("discovery", numbers(series.discovery));
    let places = series.look_first.into_iter().map(|place| Some(place).filter(|place| *place > 0));
    columns.put("look_first", places.collect::<UInt32Array>());
    columns.batch()
}

/// Numbers; null where one is not there.
fn numbers(column: Vec<f64>) -> Float64Array {
    if column.iter().any(|number| number.is_nan()) {
        return column.into_iter().map(|number| Some(number).filter(|number| !number.is_nan())).collect();
    }
    column.into()
}

fn flags(column: &[u8]) -> BooleanArray {
    column.iter().map(|flag| Some(*flag != 0)).collect()
}

/// Words by their place in a list, from 1; 0 is null.
fn words<'w>(column: Vec<u8>, words: impl Iterator<Item = &'w str>) -> DictionaryArray<UInt8Type> {
    let places: UInt8Array = column.into_iter().map(|place| place.checked_sub(1)).collect();
    DictionaryArray::new(places, Arc::new(words.collect::<Vec<_>>().into_iter().map(Some).collect::<StringArray>()))
}

/// The names of the rules that fired, parted by semicolons as in the tables of other results.
fn rules(column: &[u8]) -> DictionaryArray<UInt8Type> {
    let named = |bits: u8| rules_of(bits).iter().map(|rule| rule.as_str()).collect::<Vec<_>>().join("; ");
    let names: StringArray = (0..=u8::MAX).map(|bits| Some(named(bits))).collect();
    DictionaryArray::new(UInt8Array::from(column.to_vec()), Arc::new(names))
}

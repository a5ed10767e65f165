//! The tables of many series judged in one call: columns laid out as rows.

use serde_json::Value;
use std::borrow::Cow;

use super::variation::{Shown, mdc_row};
use super::{Given, Kind, kind, made, read};
use crate::document::period::Period;
use crate::recall::Recall;
use crate::variation::{JudgedPoints, JudgedTable, Point};

pub(super) const KINDS: [Kind; 1] = [kind(
    &["points", "series", "expected_false_signals"],
    &[made("series", rows), made("points", rows), read("mdc", mdc)],
)];

/// The rows of columns, as many as the column of series has; a column that was not asked for is null in every row.
fn rows<'r>(result: &'r Value, name: &str) -> Cow<'r, [Value]> {
    let Some(columns) = result.get(name).and_then(Value::as_object) else { return Cow::Borrowed(&[]) };
    let number = columns.get("series").and_then(Value::as_array).map_or(0, Vec::len);
    let cell = |column: &Value, row: usize| column.get(row).cloned().unwrap_or_default();
    let row = |row: usize| columns.iter().map(|(name, column)| (name.clone(), cell(column, row))).collect();
    (0..number).map(|place| Value::Object(row(place))).collect()
}

/// One row for each point, by series and in time, as NHS England's query gives them, if they have their lines.
fn mdc(result: &Value) -> Option<Given> {
    let table = JudgedTable::recall(result)?;
    let points = &table.points;
    if points.mean.is_none() {
        return Some(Err("mdc, where the table was judged with its lines"));
    }
    let mut of_series: Vec<Vec<usize>> = vec![Vec::new(); table.series.series.len()];
    let place: indexmap::IndexSet<&str> = table.series.series.iter().map(String::as_str).collect();
    for (row, name) in points.series.iter().enumerate() {
        of_series.get_mut(place.get_index_of(name.as_str())?)?.push(row);
    }
    let mut rows = Vec::with_capacity(points.series.len());
    for (series, mut places) in of_series.into_iter().enumerate() {
        if let Some(periods) = &points.period {
            places
                .sort_by_key(|row| periods.get(*row).and_then(|period| Period::parse(period)).map(|one| one.number()));
        }
        let (variation, assurance) = (*table.series.variation.get(series)?, *table.series.assurance.get(series)?);
        let last = table.series.last.get(series)?.map(|row| row as usize);
        for (rank, row) in places.into_iter().enumerate() {
            let shown = Shown {
                number: series + 1,
                name: Some(&table.series.series[series]),
                rank: rank + 1,
                chart: table.chart,
                mean_moving_range: at(&points.mean_moving_range, row),
                moving_range_limit: at(&points.moving_range_limit, row),
                icons: (last == Some(row)).then_some((variation, assurance)),
            };
            rows.push(Value::Object(mdc_row(&shown, &point(points, row))));
        }
    }
    Some(Ok(rows))
}

fn at<T: Copy>(column: &Option<Vec<Option<T>>>, row: usize) -> Option<T> {
    column.as_ref()?.get(row).copied().flatten()
}

/// A row of the columns as the point that `spc` would give.
fn point(points: &JudgedPoints, row: usize) -> Point {
    let (moving_range, limit) = (at(&points.moving_range, row), at(&points.moving_range_limit, row));
    let flag =
        |column: &Option<Vec<bool>>| column.as_ref().and_then(|column| column.get(row).copied()).unwrap_or(false);
    Point {
        index: row,
        date: points.period.as_ref().and_then(|column| column.get(row).cloned()),
        value: at(&points.value, row),
        ghosted: flag(&points.ghosted),
        partition: points.partition.as_ref().and_then(|column| column.get(row).copied()).unwrap_or(1),
        mean: at(&points.mean, row),
        lower_limit: at(&points.lower_limit, row),
        lower_two_sigma: at(&points.lower_two_sigma, row),
        lower_one_sigma: at(&points.lower_one_sigma, row),
        upper_one_sigma: at(&points.upper_one_sigma, row),
        upper_two_sigma: at(&points.upper_two_sigma, row),
        upper_limit: at(&points.upper_limit, row),
        moving_range,
        high_moving_range: moving_range.zip(limit).is_some_and(|(range, limit)| range > limit),
        rules: points.rules.get(row).cloned().unwrap_or_default(),
        status: points.status.get(row).copied().flatten(),
        conflict: flag(&points.conflict),
        target: at(&points.target, row),
    }
}

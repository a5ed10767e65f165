//! What does not fit in a table, all of it at once.

use super::super::attributes::rates;
use super::super::case::{LARGEST_VALUE, check_counts, check_options};
use super::super::input::{Chart, Options, Targets};
use super::super::settings::Settings;
use super::rows::in_order;
use super::{MOST_ROWS, SpcColumns, TableOptions};
use crate::problem::{Code, Found, Problem, Problems};

/// What does not fit; where all does, the settings, and whether rows are in order.
pub(super) fn check(columns: &SpcColumns<'_>, asked: &TableOptions) -> Result<(Settings, bool), Problems> {
    let mut found = Found::default();
    let mut wrong = |code, path: String, accepted: &str, message: String| {
        if found.is_full(code) {
            return found.tally(code);
        }
        found.push(Problem { code, path, value: None, accepted: Some(accepted.into()), message });
    };
    let number = columns.values.len();
    let options = &asked.options;
    let lengths = [
        ("series", Some(columns.series.len())),
        ("period", columns.periods.map(<[_]>::len)),
        ("valid", columns.valid.map(<[_]>::len)),
        ("target", columns.targets.map(<[_]>::len)),
        ("ghosted", columns.ghosted.map(<[_]>::len)),
        ("recalculate", columns.recalculate.map(<[_]>::len)),
        ("denominator", columns.denominators.map(<[_]>::len)),
        ("improvement_direction", columns.directions.map(<[_]>::len)),
    ];
    for (name, length) in lengths {
        if let Some(length) = length.filter(|length| *length != number) {
            let message = format!("the column has {length} rows, and that of values {number}");
            wrong(Code::WrongLength, format!("/columns/{name}"), "one entry for each value", message);
        }
    }
    if number > MOST_ROWS {
        let message = format!("{number} rows are more than are taken at once");
        wrong(Code::TooMany, "/columns/value".into(), "at most 100,000,000 rows", message);
    }
    if columns.number > number {
        let message = format!("{} series cannot have {number} rows", columns.number);
        wrong(Code::OutOfRange, "/columns/series".into(), "at most one series for each row", message);
    }
    // Columns are looked through as a whole first: a table is nearly always good, and in order.
    let in_order = in_order(columns);
    let most = if in_order { columns.series.last() } else { columns.series.iter().max() };
    if most.is_some_and(|most| *most as usize >= columns.number) {
        for (row, series) in columns.series.iter().enumerate().filter(|(_, series)| **series as usize >= columns.number)
        {
            let message = format!("there is no series {series}");
            wrong(Code::OutOfRange, format!("/columns/series/{row}"), "a number below that of the series", message);
        }
    }
    let bad = |(row, value): &(usize, &f64)| {
        let valid = columns.valid.is_none_or(|valid| valid.get(*row).is_none_or(|valid| *valid != 0));
        valid && (value.is_nan() || value.abs() >= LARGEST_VALUE)
    };
    let all_good = columns.values.iter().fold(true, |good, value| good & (value.abs() < LARGEST_VALUE));
    for (row, _) in columns.values.iter().enumerate().filter(|_| !all_good).filter(bad) {
        let message = "this is no number that can be added up with others".to_owned();
        wrong(
            Code::NotANumber,
            format!("/columns/value/{row}"),
            "a finite number below 1e100, or a missing value",
            message,
        );
    }
    for (row, _) in columns.targets.unwrap_or_default().iter().enumerate().filter(|(_, target)| target.is_infinite()) {
        wrong(
            Code::NotANumber,
            format!("/columns/target/{row}"),
            "a finite number, or none",
            "this is no number".into(),
        );
    }
    let by_dates = options.baseline.as_ref().is_some_and(|baseline| baseline.end.is_some())
        || matches!(options.targets, Some(Targets::Dated(_) | Targets::PerPoint(_)));
    let own = options.dates.is_some()
        || options.denominators.is_some()
        || !options.recalculate_at.is_empty()
        || !options.ghosted.is_empty();
    if by_dates || own {
        let accepted = "columns for what differs from row to row; a baseline by its number of points, and one target";
        wrong(Code::WrongCombination, String::new(), accepted, "a table takes no such list".into());
    }
    let settings = Settings::with(options.preset, &options.options);
    let mut more = Vec::new();
    check_options(options, &mut more);
    found.extend(more);
    if found.is_empty() {
        found.extend(by_chart(columns, options));
        found.extend(two_directions(columns));
    }
    found.none().map(|()| (settings, in_order))
}

/// What a chart does not take: values that are no counts, rows without a denominator.
fn by_chart(columns: &SpcColumns<'_>, options: &Options) -> Vec<Problem> {
    if options.chart == Chart::Xmr && columns.denominators.is_none() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let rows = 0..columns.values.len();
    let valid = |row: usize| columns.valid.is_none_or(|valid| valid[row] != 0);
    let values: Vec<Option<f64>> = rows.map(|row| Some(columns.values[row]).filter(|_| valid(row))).collect();
    check_counts(&values, options.chart, &mut problems);
    let number = |number: &f64| Some(*number).filter(|number| !number.is_nan());
    let denominators = columns.denominators.map(|column| column.iter().map(number).collect());
    let options = Options { denominators, ..options.clone() };
    rates(&values, &options, &mut problems);
    // A column is named after what one row of it holds.
    for (list, column) in [("/values", "/columns/value"), ("/denominators", "/columns/denominator")] {
        for problem in &mut problems {
            if let Some(rest) = problem.path.strip_prefix(list) {
                problem.path = format!("{column}{rest}");
            }
        }
    }
    problems
}

/// Series of which one row has another direction than the row before.
fn two_directions(columns: &SpcColumns<'_>) -> Vec<Problem> {
    let Some(directions) = columns.directions else { return Vec::new() };
    let mut known = vec![None; columns.number];
    let mut problems = Vec::new();
    for (row, (series, direction)) in columns.series.iter().zip(directions).enumerate() {
        let known = known[*series as usize].get_or_insert(*direction);
        if known != direction {
            problems.push(Problem {
                code: Code::WrongCombination,
                path: format!("/columns/improvement_direction/{row}"),
                value: Some(direction.as_str().into()),
                accepted: Some(format!("{known}, as in the rows of the series before")),
                message: "one series has two directions".into(),
            });
        }
    }
    problems
}

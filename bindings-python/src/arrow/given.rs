//! The columns of an Arrow table as the core takes them.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Schema};
use equipoise::document::indicator::ImprovementDirection;
use equipoise::document::period::Period;
use equipoise::variation::SpcColumns;
use equipoise::{Code, Problem, Problems};
use pyo3::PyErr;
use pyo3::exceptions::PyValueError;

/// Which column of the table is what; a column that is not there has no name.
pub(crate) struct Names {
    pub(super) series: Vec<String>,
    pub(super) value: String,
    pub(super) period: Option<String>,
    denominator: Option<String>,
    target: Option<String>,
    ghosted: Option<String>,
    recalculate: Option<String>,
    improvement_direction: Option<String>,
}

impl Names {
    /// The names given; of what was given none, the column of that name if there is one.
    pub(super) fn of(mut given: HashMap<String, Vec<String>>, table: &Schema) -> Result<Self, Problems> {
        let series = given.remove("series").unwrap_or_else(|| vec!["series".into()]);
        let mut one = |field: &str| match given.remove(field) {
            None => Ok(Some(field.to_owned()).filter(|name| table.column_with_name(name).is_some())),
            Some(names) => match names.as_slice() {
                [name] => Ok(Some(name.clone())),
                _ => {
                    let message = format!("{} columns cannot be the {field}", names.len());
                    Err(problem(Code::WrongLength, format!("/names/{field}"), "the name of one column".into(), message))
                }
            },
        };
        let names = Self {
            value: one("value")?.unwrap_or_else(|| "value".into()),
            period: one("period")?,
            denominator: one("denominator")?,
            target: one("target")?,
            ghosted: one("ghosted")?,
            recalculate: one("recalculate")?,
            improvement_direction: one("improvement_direction")?,
            series,
        };
        if names.series.is_empty() {
            let accepted = "the name of a column, or of several".to_owned();
            return Err(problem(
                Code::EmptyList,
                "/names/series".into(),
                accepted,
                "no column names the series".into(),
            ));
        }
        match given.into_keys().min() {
            None => Ok(names),
            Some(field) => {
                let accepted =
                    "series, value, period, denominator, target, ghosted, recalculate, improvement_direction";
                let message = format!("the field “{field}” is not known here");
                Err(problem(Code::UnknownField, format!("/names/{field}"), accepted.into(), message))
            }
        }
    }
}

/// The columns, held.
pub(super) struct Given {
    series: Vec<u32>,
    /// The row that each series is first in.
    pub(super) first: Vec<u32>,
    values: Float64Array,
    valid: Option<Vec<u8>>,
    periods: Option<Vec<i64>>,
    denominators: Option<Vec<f64>>,
    targets: Option<Vec<f64>>,
    ghosted: Option<Vec<u8>>,
    recalculate: Option<Vec<u8>>,
    directions: Option<Vec<ImprovementDirection>>,
}

/// What the Arrow library itself refuses.
pub(super) fn unreadable(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The same, where problems are told.
pub(super) fn strange(error: ArrowError) -> Problems {
    problem(Code::NotPlainData, "/columns".into(), "a table of Arrow".into(), error.to_string())
}

fn problem(code: Code, path: String, accepted: String, message: String) -> Problems {
    Problem { code, path, value: None, accepted: Some(accepted), message }.into()
}

fn of(column: &str, row: Option<usize>) -> String {
    let name = column.replace('~', "~0").replace('/', "~1");
    row.map_or_else(|| format!("/columns/{name}"), |row| format!("/columns/{name}/{row}"))
}

impl Given {
    pub(super) fn read(table: &RecordBatch, names: &Names) -> Result<Self, Problems> {
        let numbers = |name: &Option<String>| name.as_ref().map(|name| numbers(table, name)).transpose();
        let flags = |name: &Option<String>| name.as_ref().map(|name| flags(table, name)).transpose();
        let (series, first) = keys(table, &names.series)?;
        let values = as_type(table, &names.value, &DataType::Float64, "numbers")?.as_primitive::<Float64Type>().clone();
        // Where nothing is missing, nothing is marked.
        let valid = values.nulls().filter(|nulls| nulls.null_count() > 0);
        Ok(Self {
            valid: valid.map(|nulls| nulls.iter().map(u8::from).collect()),
            series,
            first,
            values,
            periods: names.period.as_ref().map(|name| periods(table, name)).transpose()?,
            denominators: numbers(&names.denominator)?,
            targets: numbers(&names.target)?,
            ghosted: flags(&names.ghosted)?,
            recalculate: flags(&names.recalculate)?,
            directions: names.improvement_direction.as_ref().map(|name| directions(table, name)).transpose()?,
        })
    }

    pub(super) fn columns(&self) -> SpcColumns<'_> {
        let mut columns = SpcColumns::new(&self.series, self.first.len(), self.values.values());
        columns.valid = self.valid.as_deref();
        columns.periods = self.periods.as_deref();
        columns.denominators = self.denominators.as_deref();
        columns.targets = self.targets.as_deref();
        columns.ghosted = self.ghosted.as_deref();
        columns.recalculate = self.recalculate.as_deref();
        columns.directions = self.directions.as_deref();
        columns
    }

    /// Problems of columns stand at the names that the table has for them.
    pub(super) fn in_the_words_of(&self, problems: Problems, names: &Names) -> Problems {
        let named = [
            ("value", Some(&names.value)),
            ("period", names.period.as_ref()),
            ("denominator", names.denominator.as_ref()),
            ("target", names.target.as_ref()),
            ("ghosted", names.ghosted.as_ref()),
            ("recalculate", names.recalculate.as_ref()),
            ("improvement_direction", names.improvement_direction.as_ref()),
        ];
        problems.placed(|path| {
            let mut steps = path.strip_prefix("/columns/").unwrap_or_default().splitn(2, '/');
            let (field, row) = (steps.next(), steps.next().and_then(|row| row.parse().ok()));
            let own = named.iter().find(|(name, _)| Some(*name) == field);
            own.map_or_else(|| path.to_owned(), |(name, own)| of(own.map_or(*name, String::as_str), row))
        })
    }
}

fn column<'t>(table: &'t RecordBatch, name: &str) -> Result<&'t ArrayRef, Problems> {
    table.column_by_name(name).ok_or_else(|| {
        let fields = table.schema();
        let known: Vec<&str> = fields.fields().iter().map(|field| field.name().as_str()).collect();
        let message = format!("the table has no column “{name}”");
        problem(Code::MissingField, of(name, None), format!("one of its columns: {}", known.join(", ")), message)
    })
}

/// A column as another type; what cannot be had without loss is refused.
fn as_type(table: &RecordBatch, name: &str, wanted: &DataType, words: &str) -> Result<ArrayRef, Problems> {
    let column = column(table, name)?;
    let refused = || {
        let message = format!("the column holds {}", column.data_type());
        problem(Code::WrongType, of(name, None), format!("a column of {words}"), message)
    };
    let text = matches!(column.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    if text && *wanted != DataType::Utf8 {
        return Err(refused());
    }
    let cast = cast(column, wanted).map_err(|_| refused())?;
    // A cell that cannot be had as that type would be null.
    if cast.null_count() == column.null_count() { Ok(cast) } else { Err(refused()) }
}

/// Numbers; NaN where there is none.
fn numbers(table: &RecordBatch, name: &str) -> Result<Vec<f64>, Problems> {
    let column = as_type(table, name, &DataType::Float64, "numbers")?;
    Ok(column.as_primitive::<Float64Type>().iter().map(|number| number.unwrap_or(f64::NAN)).collect())
}

/// True and false; null is false.
fn flags(table: &RecordBatch, name: &str) -> Result<Vec<u8>, Problems> {
    let column = as_type(table, name, &DataType::Boolean, "true and false")?;
    let flags: &BooleanArray = column.as_boolean();
    Ok(flags.iter().map(|flag| u8::from(flag == Some(true))).collect())
}

/// Texts, none of them null.
fn texts(table: &RecordBatch, name: &str, words: &str) -> Result<StringArray, Problems> {
    let column = as_type(table, name, &DataType::Utf8, words)?;
    let texts = column.as_string::<i32>().clone();
    match (0..texts.len()).find(|row| texts.is_null(*row)) {
        None => Ok(texts),
        Some(row) => {
            let message = "nothing stands here".into();
            Err(problem(Code::MissingField, of(name, Some(row)), format!("one of the {words}"), message))
        }
    }
}

/// Numbers the series in the order of their first rows; of several columns, each combination is a series.
fn keys(table: &RecordBatch, names: &[String]) -> Result<(Vec<u32>, Vec<u32>), Problems> {
    let mut numbers: Vec<u32> = vec![0; table.num_rows()];
    let mut first = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let texts = texts(table, name, "names of series")?;
        let mut known: HashMap<(u32, &str), u32> = HashMap::new();
        let mut last: Option<(u32, &str, u32)> = None;
        first.clear();
        for (row, number) in numbers.iter_mut().enumerate() {
            let (so_far, text) = (if place == 0 { 0 } else { *number }, texts.value(row));
            // The rows of one series mostly stand together.
            let found = match last {
                Some((before, same, found)) if before == so_far && same == text => found,
                _ => *known.entry((so_far, text)).or_insert_with(|| {
                    first.push(u32::try_from(row).unwrap_or(u32::MAX));
                    first.len() as u32 - 1
                }),
            };
            last = Some((so_far, text, found));
            *number = found;
        }
    }
    Ok((numbers, first))
}

/// Days, times or whole numbers as they are; texts as the periods that they name.
fn periods(table: &RecordBatch, name: &str) -> Result<Vec<i64>, Problems> {
    let given = column(table, name)?;
    let missing = |row: usize| {
        let accepted = "a day or a period".to_owned();
        problem(Code::MissingField, of(name, Some(row)), accepted, "nothing stands here".into())
    };
    if let Some(row) = (0..given.len()).find(|row| given.is_null(*row)) {
        return Err(missing(row));
    }
    let whole = given.data_type().is_temporal() || given.data_type().is_integer();
    if whole {
        let wider = if *given.data_type() == DataType::Date32 {
            &cast(given, &DataType::Int32).map_err(strange)?
        } else {
            given
        };
        let numbers = cast(wider, &DataType::Int64).map_err(strange)?;
        return Ok(numbers.as_primitive::<Int64Type>().values().to_vec());
    }
    let texts = texts(table, name, "days, periods or whole numbers")?;
    let mut known: HashMap<&str, i64> = HashMap::new();
    let mut length: Option<(usize, &str)> = None;
    let mut numbers = Vec::with_capacity(texts.len());
    for row in 0..texts.len() {
        let text = texts.value(row);
        if let Some(number) = known.get(text) {
            numbers.push(*number);
            continue;
        }
        let refused = |accepted: String, message: &str| {
            Problems::from(Problem {
                code: Code::WrongPeriod,
                path: of(name, Some(row)),
                value: Some(text.into()),
                accepted: Some(accepted),
                message: message.into(),
            })
        };
        let accepted = "a period such as 2023-03-31, 2023-03, Q4 2022/23 or 2022/23";
        let number = Period::parse(text).ok_or_else(|| refused(accepted.into(), "this is no period"))?.number();
        // Texts of periods of one kind are equally long and alike in their first letter.
        let kind = (
            text.len(),
            if text.starts_with('Q') {
                "Q"
            } else if text.contains('/') {
                "/"
            } else {
                "-"
            },
        );
        if *length.get_or_insert(kind) != kind {
            return Err(refused(
                "periods of one kind".into(),
                "this is another kind of period than the column began with",
            ));
        }
        known.insert(text, number);
        numbers.push(number);
    }
    Ok(numbers)
}

fn directions(table: &RecordBatch, name: &str) -> Result<Vec<ImprovementDirection>, Problems> {
    let texts = texts(table, name, "words increase, decrease and neutral")?;
    let word = |row: usize| {
        ImprovementDirection::from_word(texts.value(row)).ok_or_else(|| {
            Problems::from(Problem {
                code: Code::UnknownWord,
                path: of(name, Some(row)),
                value: Some(texts.value(row).into()),
                accepted: Some("one of: increase, decrease, neutral".into()),
                message: format!("“{}” is no direction", texts.value(row)),
            })
        })
    };
    (0..texts.len()).map(word).collect()
}

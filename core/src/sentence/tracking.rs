//! What was read of rows, periods and columns, and what was redacted.

use super::{count, list, problem};
use crate::document::period::ParsedPeriod;
use crate::document::{Guarded, PatientReason, Redacted};
use crate::tracker::{Certainty, ColumnRead, FromRows};

/// Each column with what it was taken for, what stands for every row, and then each problem.
pub(crate) fn read(result: &FromRows) -> Vec<String> {
    let taken = |column: &ColumnRead| {
        let heading = column.heading.as_deref()?;
        Some(match &column.field {
            Some(field) => format!("“{heading}” as {field}{}", sure(column.certainty)),
            None => format!("“{heading}” not at all"),
        })
    };
    let taken: Vec<String> = result.columns.iter().filter_map(taken).collect();
    let fixed = |column: &ColumnRead| {
        let value = column.value.as_ref()?;
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let field = column.field.as_deref()?;
        Some(match column.certainty {
            Certainty::Stated => format!("“{field}” is {value} in every row, as stated."),
            _ => format!("No column holds “{field}”: {value} stands for it in every row."),
        })
    };
    let mut said = vec![match taken.as_slice() {
        [] => "No column was read.".to_owned(),
        taken => format!("Columns were read so: {}.", list(taken)),
    }];
    said.extend(result.columns.iter().filter_map(fixed));
    said.push(match result.problems.len() {
        0 => "Every cell could be read.".into(),
        number => {
            format!("There {} {} to look at.", if number == 1 { "is" } else { "are" }, count(number as i64, "problem"))
        }
    });
    said.extend(result.problems.iter().map(problem));
    said
}

fn sure(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => ", as stated",
        Certainty::Values => ", as its cells show",
        _ => "",
    }
}

/// A period with its first and last day.
pub(crate) fn period(period: &ParsedPeriod) -> String {
    let kind = period.kind.as_str().replace('_', " ");
    let days = if period.start == period.end {
        period.end.in_words()
    } else {
        format!("{} to {}", period.start.in_words(), period.end.in_words())
    };
    format!("{} is a {kind}: {days}.", period.period)
}

/// That columns may be read, and which were let through.
pub(crate) fn guarded(guarded: &Guarded) -> Vec<String> {
    let columns = count(guarded.columns as i64, "column");
    let mut said = vec![match guarded.allowed.len() {
        0 => format!("{columns} looked at: none looks like data about patients."),
        _ => format!("{columns} looked at: none looks like data about patients, but for those that were allowed."),
    }];
    said.extend(guarded.allowed.iter().map(|allowed| {
        let why = match allowed.reason {
            PatientReason::Heading => "its heading",
            PatientReason::NhsNumbers => "NHS numbers in its cells",
            PatientReason::Postcodes => "postcodes in its cells",
        };
        format!("“{}” was allowed in spite of {why}.", allowed.column)
    }));
    said
}

/// How often a token was replaced, and where to look.
pub(crate) fn redacted(redacted: &Redacted) -> Vec<String> {
    let fields = count(redacted.replaced as i64, "field");
    let mut said = vec![format!("The token was replaced by “{}” in {fields}.", redacted.token)];
    if !redacted.mentions.is_empty() {
        said.push(format!("These still hold it as a word, for a person to read: {}.", list(&redacted.mentions)));
    }
    said
}

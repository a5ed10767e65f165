//! Cells read as what their field holds. Each reader gives the value, nothing for a blank cell, or a problem at the cell.

use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::HashSet;

use super::Options;
use super::columns::{Bound, ColumnRead, Columns, Reading, bind};
use super::words::{is_blank, plain};
use crate::day::Day;
use crate::document::holds_nhs_number;
use crate::document::period::{
    DateOrder, Meaning, NotADate, ParsedPeriod, PeriodType, ambiguous, day_of, of_number, parsed, read_text, two_days,
};
use crate::document::text::print;
use crate::document::values::clip;
use crate::problem::{Code, Found, Problem, Problems, pointer, shortened};

/// A cell that could not be read; its problem is noted already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bad;

/// What a cell gives: a value, nothing because it is blank, or a problem.
pub(super) type Cell<T> = Result<Option<T>, Bad>;

/// The longest identifier, as in documents.
pub(super) const LONGEST_IDENTIFIER: usize = 256;

/// Rows with their columns bound to fields.
pub(super) struct Sheet<'r> {
    pub(super) rows: &'r [Map<String, Value>],
    bound: Vec<Bound>,
    unused: Vec<ColumnRead>,
    pub(super) problems: Found,
    /// Facts stated by the caller that could not be read: told once and not for each row.
    told: HashSet<&'static str>,
    /// Headings that are criteria, each with a score in every row.
    pub(super) criteria: Vec<ColumnRead>,
}

impl<'r> Sheet<'r> {
    pub(super) fn of(rows: &'r [Map<String, Value>], options: &Options) -> Result<Self, Problems> {
        let Columns { bound, criteria, unused, problems } = bind(rows, options)?;
        Ok(Self { rows, bound, unused, problems, told: HashSet::new(), criteria })
    }

    /// The problems in the order of the rows, and how the columns were understood.
    pub(super) fn done(self) -> (Vec<Problem>, Vec<ColumnRead>) {
        let bound = self.bound.into_iter().filter_map(Bound::read);
        let columns = bound.chain(self.criteria).chain(self.unused).collect();
        (Problems::from(self.problems).into_vec(), columns)
    }

    /// The places of rows that are not blank throughout.
    pub(super) fn filled(&self) -> Vec<usize> {
        let filled = |row: &Map<String, Value>| row.values().any(|cell| !is_blank(cell));
        self.rows.iter().enumerate().filter(|(_, row)| filled(row)).map(|(place, _)| place).collect()
    }

    fn bound(&self, field: &str) -> Option<(usize, &Bound)> {
        self.bound.iter().enumerate().find(|(_, bound)| bound.field.name == field)
    }

    /// True if a column or a stated fact stands for the field.
    pub(super) fn has(&self, field: &str) -> bool {
        self.bound(field).is_some_and(|(_, bound)| bound.heading.is_some() || bound.value.is_some())
    }

    /// True if a column of the rows stands for the field.
    pub(super) fn has_column(&self, field: &str) -> bool {
        self.bound(field).is_some_and(|(_, bound)| bound.heading.is_some())
    }

    pub(super) fn heading(&self, field: &str) -> Option<&str> {
        self.bound(field).and_then(|(_, bound)| bound.heading.as_deref())
    }

    /// Reads a field from another column from now on, or from none; gives how many cells of the last one have a problem.
    pub(super) fn turn(&mut self, field: &str, heading: Option<&str>) -> usize {
        let bound = self.bound.iter_mut().find(|bound| bound.field.name == field);
        bound.map_or(0, |bound| bound.turn(heading))
    }

    /// Shows a value that a field has without a column.
    pub(super) fn by_default(&mut self, field: &str, value: &str) {
        if let Some(bound) = self.bound.iter_mut().find(|bound| bound.field.name == field) {
            bound.by_default(value);
        }
    }

    /// True if the row itself says on which day it was reported, or the caller says so of every row.
    pub(super) fn own_day(&self, row: usize) -> bool {
        self.bound("as_at").is_some_and(|(_, bound)| !bound.is_default()) && self.raw(row, "as_at").is_some()
    }

    pub(super) fn is_default(&self, field: &str) -> bool {
        self.bound(field).is_some_and(|(_, bound)| bound.is_default())
    }

    /// The cell as text, whatever it holds.
    pub(super) fn shown(&self, row: usize, field: &str) -> Option<String> {
        self.raw(row, field).map(|cell| spelled(&cell))
    }

    /// A day, without a word about a cell that holds none.
    pub(super) fn quietly_day(&self, row: usize, field: &str) -> Option<Day> {
        day_of(meaning(&*self.raw(row, field)?), self.order(field)).ok()
    }

    /// What stands in the row for the field, in the caller's words; none where it is blank.
    fn raw(&self, row: usize, field: &str) -> Option<Cow<'_, Value>> {
        let (_, bound) = self.bound(field)?;
        let cell = match (&bound.heading, &bound.value) {
            (Some(heading), _) => self.rows.get(row)?.get(heading)?,
            (None, value) => value.as_ref()?,
        };
        let cell = if bound.words.is_empty() {
            Cow::Borrowed(cell)
        } else {
            let said = bound.words.get(&plain(&spelled(cell)));
            said.map_or(Cow::Borrowed(cell), |word| Cow::Owned(Value::String(word.clone())))
        };
        (!is_blank(&cell)).then_some(cell)
    }

    /// The JSON pointer of a cell, or of the fact that stands in its place.
    pub(super) fn place(&self, row: usize, field: &str) -> String {
        match self.heading(field) {
            Some(heading) => pointer([Cow::from("rows"), row.to_string().into(), heading.into()].into_iter()),
            None if self.has(field) => pointer(["columns", field, "value"].into_iter().map(Cow::from)),
            None => pointer([Cow::from("rows"), row.to_string().into()].into_iter()),
        }
    }

    /// Notes a problem at a cell. The row is counted from 1, without the headings.
    pub(super) fn note(&mut self, row: usize, field: &'static str, code: Code, accepted: &str, message: &str) {
        let from_column = self.has_column(field) || !self.has(field);
        if !from_column && !self.told.insert(field) {
            return;
        }
        if from_column && let Some(bound) = self.bound.iter_mut().find(|bound| bound.field.name == field) {
            bound.refused();
        }
        if self.problems.is_full(code) {
            return self.problems.tally(code);
        }
        let personal = matches!(code, Code::PatientData | Code::WrongIdentifier);
        let value = self.raw(row, field).filter(|_| !personal).and_then(|cell| shortened(&cell));
        let message = match self.heading(field) {
            Some(heading) => format!("row {}, “{}”: {message}", row.saturating_add(1), clip(heading)),
            None if !from_column => message.to_owned(),
            None => format!("row {}: {message}", row.saturating_add(1)),
        };
        let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
        self.problems.push(Problem { code, path: self.place(row, field), value, accepted, message });
    }

    /// Notes a problem of a whole row.
    pub(super) fn note_row(&mut self, row: usize, code: Code, value: Option<Value>, accepted: &str, message: &str) {
        if self.problems.is_full(code) {
            return self.problems.tally(code);
        }
        let path = format!("/rows/{row}");
        let message = format!("row {}: {message}", row.saturating_add(1));
        let value = value.and_then(|value| shortened(&value));
        self.problems.push(Problem { code, path, value, accepted: Some(accepted.into()), message });
    }

    fn refuse<T>(&mut self, row: usize, field: &'static str, code: Code, accepted: &str, message: &str) -> Cell<T> {
        self.note(row, field, code, accepted, message);
        Err(Bad)
    }

    /// A cell that a row cannot do without: a blank one is a problem.
    pub(super) fn needed<T>(
        &mut self,
        row: usize,
        field: &'static str,
        cell: Cell<T>,
        accepted: &str,
    ) -> Result<T, Bad> {
        match cell? {
            Some(value) => Ok(value),
            None => {
                self.note(row, field, Code::MissingField, accepted, &format!("the row cannot be read without {field}"));
                Err(Bad)
            }
        }
    }

    /// A text for people to read.
    pub(super) fn text(&mut self, row: usize, field: &'static str) -> Cell<String> {
        let Some(cell) = self.raw(row, field) else { return Ok(None) };
        let text = spelled(&cell).trim().to_owned();
        let structured = cell.is_array() || cell.is_object();
        if structured {
            return self.refuse(
                row,
                field,
                Code::WrongType,
                "a text, a number or nothing",
                "a cell holds no list or object",
            );
        }
        if holds_nhs_number(&text) {
            let message = "the cell holds what looks like an NHS number; data about patients is never accepted";
            return self.refuse(row, field, Code::PatientData, "", message);
        }
        Ok(Some(text))
    }

    /// An identifier, or a name that one is made of.
    pub(super) fn word(&mut self, row: usize, field: &'static str) -> Cell<String> {
        let Some(text) = self.text(row, field)? else { return Ok(None) };
        if text.chars().nth(LONGEST_IDENTIFIER).is_some() {
            let message = format!("“{}” is too long", clip(&text));
            return self.refuse(row, field, Code::TooLarge, "a text of at most 256 characters", &message);
        }
        Ok(Some(text))
    }

    /// A person's token: what looks like a name is refused.
    pub(super) fn token(&mut self, row: usize, field: &'static str) -> Cell<String> {
        let Some(text) = self.word(row, field)? else { return Ok(None) };
        if text.contains(char::is_whitespace) || text.contains('@') {
            let accepted = "an opaque token such as p07";
            // A name is never repeated.
            return self.refuse(
                row,
                field,
                Code::WrongIdentifier,
                accepted,
                "this looks like a person's name or address",
            );
        }
        Ok(Some(text))
    }

    /// One of a closed list of words.
    pub(super) fn one_of<T>(
        &mut self,
        row: usize,
        field: &'static str,
        read: fn(&str) -> Option<T>,
        accepted: &str,
    ) -> Cell<T> {
        let Some(text) = self.text(row, field)? else { return Ok(None) };
        match read(&plain(&text)) {
            Some(value) => Ok(Some(value)),
            None => {
                let message = format!("“{}” is not a known word here", clip(&text));
                self.refuse(row, field, Code::UnknownWord, accepted, &message)
            }
        }
    }

    fn reading(&self, field: &str) -> Option<Reading> {
        self.bound(field).and_then(|(_, bound)| bound.reading)
    }

    fn order(&self, field: &str) -> Option<DateOrder> {
        self.reading(field).and_then(Reading::order)
    }

    /// A day.
    pub(super) fn day(&mut self, row: usize, field: &'static str) -> Cell<Day> {
        let Some(cell) = self.raw(row, field) else { return Ok(None) };
        let meaning = meaning(&cell);
        let shown = clip(&spelled(&cell));
        const ACCEPTED: &str = "a date such as 2023-03-31, 31/03/2023 or 31-Mar-23";
        let (code, accepted, message) = match day_of(meaning, self.order(field)) {
            Ok(day) => return Ok(Some(day)),
            Err(NotADate::TwoDays(day_first, month_first)) => {
                (Code::AmbiguousDate, two_days(day_first, month_first), ambiguous(&shown, day_first, month_first))
            }
            Err(NotADate::NotYet) => (
                Code::WrongDate,
                "a date, or a blank cell where there is none yet".into(),
                format!("“{shown}” says that there is no date yet"),
            ),
            Err(NotADate::YearlessQuarter(_) | NotADate::Period) => {
                (Code::WrongDate, ACCEPTED.into(), format!("“{shown}” is a period and names no day"))
            }
            Err(NotADate::Time) => (Code::WrongDate, ACCEPTED.into(), format!("“{shown}” has a time of day or a zone")),
            Err(NotADate::Unknown) => (Code::WrongDate, ACCEPTED.into(), format!("“{shown}” is not a known date")),
        };
        self.refuse(row, field, code, &accepted, &message)
    }

    /// A period of that kind.
    pub(super) fn period(&mut self, row: usize, field: &'static str, kind: PeriodType) -> Cell<ParsedPeriod> {
        let Some(cell) = self.raw(row, field) else { return Ok(None) };
        match parsed(&cell, Some(kind), self.order(field)) {
            Ok(period) => Ok(Some(period)),
            Err((code, accepted, message)) => self.refuse(row, field, code, &accepted, &message),
        }
    }

    /// A number in a range, also as a text with commas between thousands.
    pub(super) fn number(
        &mut self,
        row: usize,
        field: &'static str,
        inside: fn(f64) -> bool,
        accepted: &str,
    ) -> Cell<f64> {
        let Some(cell) = self.raw(row, field) else { return Ok(None) };
        match number_of(&cell) {
            Some(number) if inside(number) => Ok(Some(number)),
            found => {
                let code = if found.is_some() { Code::OutOfRange } else { Code::WrongType };
                let message = format!("“{}” is not {accepted}", clip(&spelled(&cell)));
                self.refuse(row, field, code, accepted, &message)
            }
        }
    }

    /// A number or a percentage, with whether it had the sign of one.
    pub(super) fn figure(&mut self, row: usize, field: &'static str) -> Cell<(f64, bool)> {
        let Some(cell) = self.raw(row, field) else { return Ok(None) };
        let percent = cell.as_str().and_then(|text| text.trim().strip_suffix('%'));
        let read = match percent {
            Some(text) => number_of(&Value::String(text.to_owned())).map(|number| (number, true)),
            None => number_of(&cell).map(|number| (number, false)),
        };
        match read {
            Some(figure) => Ok(Some(figure)),
            None => {
                let message = format!("“{}” is not a number", clip(&spelled(&cell)));
                self.refuse(row, field, Code::WrongType, "a number, or a percentage such as 93.4%", &message)
            }
        }
    }

    /// Progress from 0 to 100. Spreadsheet programs keep 40% as 0.4: the column shows which it is.
    pub(super) fn percent(&mut self, row: usize, field: &'static str) -> Cell<f64> {
        const ACCEPTED: &str = "a percentage from 0 to 100, such as 40%";
        let Some((number, signed)) = self.figure(row, field)? else { return Ok(None) };
        let percent = match self.reading(field) {
            _ if signed => number,
            // Two factors of ten, so that 0.07 is 7 and not a neighbour of it.
            Some(Reading::Share) => (number * 1e9).round() / 1e7,
            Some(Reading::Percent) => number,
            _ if number == 1.0 => {
                let message = "this can be 1% or, as spreadsheets keep percentages, 100%";
                return self.refuse(row, field, Code::OutOfRange, ACCEPTED, message);
            }
            _ => number,
        };
        if (0.0..=100.0).contains(&percent) {
            return Ok(Some(percent));
        }
        self.refuse(row, field, Code::OutOfRange, ACCEPTED, &format!("{percent} is not a percentage from 0 to 100"))
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, row: usize, field: &'static str) -> Cell<bool> {
        if let Some(Value::Bool(yes)) = self.raw(row, field).as_deref() {
            return Ok(Some(*yes));
        }
        self.one_of(row, field, super::words::yes, "yes or no")
    }
}

/// What a cell means as a date.
fn meaning(cell: &Value) -> Option<Meaning> {
    match cell {
        Value::String(text) => read_text(text),
        Value::Number(number) => number.as_f64().and_then(of_number),
        _ => None,
    }
}

/// A cell as text.
pub(super) fn spelled(cell: &Value) -> String {
    match cell {
        Value::String(text) => text.clone(),
        other => print(other),
    }
}

/// The number that a cell holds: plain, or with commas between groups of three digits, or with a pound sign.
pub(super) fn number_of(cell: &Value) -> Option<f64> {
    let text = match cell {
        Value::Number(number) => return number.as_f64().filter(|number| number.is_finite()),
        Value::String(text) => text.trim(),
        _ => return None,
    };
    let text = text.strip_prefix('£').unwrap_or(text).trim();
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = |group: &str| group.len() == 3 && group.bytes().all(|c| c.is_ascii_digit());
    let has_groups = whole.contains(',');
    let first_fits =
        !first.is_empty() && (!has_groups || first.len() <= 3) && first.bytes().all(|c| c.is_ascii_digit());
    let fits = first_fits && groups.all(grouped) && fraction.bytes().all(|c| c.is_ascii_digit());
    if !fits || whole.len() > 30 || (digits.contains('.') && fraction.is_empty()) {
        return None;
    }
    digits.replace(',', "").parse::<f64>().ok().map(|number| sign * number).filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number) in [
            ("12", Some(12.0)),
            (" 1,234,567.5 ", Some(1_234_567.5)),
            ("-3.25", Some(-3.25)),
            ("£12,000", Some(12_000.0)),
            ("0.4", Some(0.4)),
            ("12,34", None),
            ("1,2345", None),
            ("1234,567", None),
            ("", None),
            (".5", None),
            ("5.", None),
            ("1e3", None),
            ("inf", None),
            ("NaN", None),
            ("--1", None),
        ] {
            assert_eq!(number_of(&text.into()), number, "{text}");
        }
    }
}

//! Dates and periods as they are written in published files and in trackers: a closed list. Nothing is guessed: a text
//! that could be two dates is refused, and so is one that is not on the list.

use serde_json::Value;

use super::{Period, PeriodType};
use crate::day::Day;
use crate::document::values::clip;
use crate::problem::{Code, Problem, Problems, shortened};
use crate::recall::result;

/// Which comes first in a date written in numbers, such as 03/04/2023.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// The day: 3 April.
    DayFirst,
    /// The month: 4 March.
    MonthFirst,
}

result! {
    /// A period as it was understood.
    ParsedPeriod {
        /// The period as documents write it: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`.
        period: String,
        /// What it is.
        kind: PeriodType,
        /// Its first day, included.
        start: Day,
        /// Its last day, included.
        end: Day,
    }
}

/// What a text of the list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Day(Day),
    /// Written in numbers that make two dates: with the day first, and with the month first.
    TwoDays(Day, Day),
    /// Named by its last day.
    Week(Day),
    Month(i32, u32),
    /// The financial year by the year in which it starts, and the quarter.
    Quarter(i32, u32),
    FinancialYear(i32),
    /// Says that the date is still to come: TBC and its like.
    NotYet,
    /// A quarter without its year.
    YearlessQuarter(u32),
    /// With a time of day, or a zone.
    Time,
}

/// Why a text gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotADate {
    TwoDays(Day, Day),
    NotYet,
    YearlessQuarter(u32),
    Period,
    Time,
    Unknown,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Numbers of days that spreadsheet programs print for dates from 1970 to 2099, counted from 30 December 1899. Smaller
/// ones could be years or amounts.
const SERIALS: std::ops::RangeInclusive<i64> = 25_569..=73_050;

/// Publications that put their name before month and year.
const SERIES: [&str; 2] = ["rtt", "msitae"];

/// The longest text of the list; a longer one is none of it.
const LONGEST: usize = 40;

/// What a text means, if it is on the list.
pub(crate) fn read_text(text: &str) -> Option<Meaning> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "tbc" | "tba" | "tbd" | "to be confirmed" | "to be agreed" | "to be decided") {
        return Some(Meaning::NotYet);
    }
    if text.contains(':') {
        return Some(without_midnight(&lower).map_or(Meaning::Time, Meaning::Day));
    }
    if let Some(rest) = lower.strip_prefix("week ending ").or_else(|| lower.strip_prefix("w/e ")) {
        return match read_text(rest)? {
            Meaning::Day(day) => Some(Meaning::Week(day)),
            other @ (Meaning::TwoDays(..) | Meaning::Time) => Some(other),
            _ => None,
        };
    }
    canonical(text).or_else(|| in_numbers(&lower)).or_else(|| in_words(&lower)).or_else(|| whole(&lower))
}

/// What a number means: days counted as spreadsheet programs do.
pub(crate) fn of_number(number: f64) -> Option<Meaning> {
    let whole = number as i64;
    if whole as f64 != number {
        // A part of a day is a time.
        return SERIALS.contains(&whole).then_some(Meaning::Time);
    }
    let first = Day::new(1970, 1, 1)?;
    SERIALS.contains(&whole).then(|| Meaning::Day(first.plus(whole.saturating_sub(*SERIALS.start()))))
}

/// The day that a meaning is; dates that could be two take the order that is known.
pub(crate) fn day_of(meaning: Option<Meaning>, order: Option<DateOrder>) -> Result<Day, NotADate> {
    match meaning {
        Some(Meaning::Day(day)) => Ok(day),
        Some(Meaning::TwoDays(day_first, month_first)) => match order {
            Some(DateOrder::DayFirst) => Ok(day_first),
            Some(DateOrder::MonthFirst) => Ok(month_first),
            None => Err(NotADate::TwoDays(day_first, month_first)),
        },
        Some(Meaning::NotYet) => Err(NotADate::NotYet),
        Some(Meaning::YearlessQuarter(quarter)) => Err(NotADate::YearlessQuarter(quarter)),
        Some(Meaning::Time) => Err(NotADate::Time),
        Some(Meaning::Week(_) | Meaning::Month(..) | Meaning::Quarter(..) | Meaning::FinancialYear(_)) => {
            Err(NotADate::Period)
        }
        None => Err(NotADate::Unknown),
    }
}

/// The order that a text shows by being a date in that order only: 31/03/2023 has the day first.
pub(crate) fn order_shown(text: &str) -> Option<DateOrder> {
    let (parts, _) = numbers(text.trim())?;
    let [(a, 1 | 2), (b, 1 | 2), (_, 2 | 4)] = parts.as_slice() else { return None };
    match (*a > 12, *b > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// As documents write days, months, quarters and financial years.
fn canonical(text: &str) -> Option<Meaning> {
    let period = Period::parse(text)?;
    let last = period.last_day()?;
    let start = if last.month() <= 3 { last.year().checked_sub(1)? } else { last.year() };
    Some(match period.shape() {
        PeriodType::Day | PeriodType::Week => Meaning::Day(last),
        PeriodType::Month => Meaning::Month(last.year(), last.month()),
        PeriodType::Quarter => {
            Meaning::Quarter(start, text.as_bytes().get(1).map_or(0, |digit| u32::from(digit.saturating_sub(b'0'))))
        }
        PeriodType::FinancialYear => Meaning::FinancialYear(start),
    })
}

/// A day with a time that is midnight, and no zone.
fn without_midnight(text: &str) -> Option<Day> {
    let (day, time) = text.split_once(['t', ' '])?;
    let rest = time.strip_prefix("00:00")?;
    let rest = rest.strip_prefix(":00").unwrap_or(rest);
    let rest = rest.strip_prefix('.').map_or(rest, |fraction| fraction.trim_start_matches('0'));
    if !rest.is_empty() {
        return None;
    }
    match canonical(day).or_else(|| in_numbers(day))? {
        Meaning::Day(day) => Some(day),
        _ => None,
    }
}

/// The numbers of a text with their lengths, and the one sign between them.
fn numbers(text: &str) -> Option<(Vec<(u32, usize)>, char)> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let read = |part: &str| {
        let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|c| c.is_ascii_digit());
        digits.then(|| part.parse().ok().map(|number| (number, part.len()))).flatten()
    };
    let parts: Option<Vec<_>> = text.split(sign).map(read).collect();
    Some((parts?, sign))
}

/// Two digits are a year of this century up to 2069; older years are written with four.
fn year(number: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(number).ok()?;
    match digits {
        2 if year < 70 => year.checked_add(2000),
        4 => Some(year),
        _ => None,
    }
}

/// `31/03/2023`, `31.03.23`, `2023/03/31`, `03/2023`, `2022-23`, `2022/2023`, and numbers of days.
fn in_numbers(text: &str) -> Option<Meaning> {
    if text.len() == 5 && text.bytes().all(|c| c.is_ascii_digit()) {
        return of_number(text.parse().ok()?);
    }
    let (parts, sign) = numbers(text)?;
    match *parts.as_slice() {
        [(a, 4), (b, 1 | 2), (c, 1 | 2)] => Some(Meaning::Day(Day::new(a.try_into().ok()?, b, c)?)),
        [(a, 1 | 2), (b, 1 | 2), (c, digits)] => {
            let year = year(c, digits)?;
            match (Day::new(year, b, a), Day::new(year, a, b)) {
                (Some(day_first), Some(month_first)) if day_first != month_first => {
                    Some(Meaning::TwoDays(day_first, month_first))
                }
                (day_first, month_first) => day_first.or(month_first).map(Meaning::Day),
            }
        }
        [(first, 4), (second, digits @ (2 | 4))] if sign != '.' => financial_year(first, second, digits),
        [(month, 1 | 2), (year, 4)] => of_month(year.try_into().ok()?, month),
        _ => None,
    }
}

fn of_month(year: i32, month: u32) -> Option<Meaning> {
    Day::new(year, month, 1).map(|_| Meaning::Month(year, month))
}

fn financial_year(first: u32, second: u32, digits: usize) -> Option<Meaning> {
    let next = first.checked_add(1)?;
    let follows = if digits == 2 { next % 100 == second } else { next == second };
    (follows && (1900..2999).contains(&first)).then(|| first.try_into().ok().map(Meaning::FinancialYear)).flatten()
}

/// The month that a word names: in full, or by its first three letters; Sept too.
fn month(word: &str) -> Option<u32> {
    let named = |name: &str| word == name || Some(word) == name.get(..3) || (word == "sept" && name == "september");
    MONTHS.iter().position(|name| named(name)).and_then(|place| u32::try_from(place.checked_add(1)?).ok())
}

fn digits(word: &str) -> Option<u32> {
    (!word.is_empty() && word.len() <= 4 && word.bytes().all(|c| c.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

/// `31-Mar-23`, `31 March 2023`, `Mar-23`, `March 2023`, `RTT-March-2023`.
fn in_words(text: &str) -> Option<Meaning> {
    let words: Vec<&str> = text.split([' ', '-', '/']).collect();
    match *words.as_slice() {
        [name, last] => of_month(year(digits(last)?, last.len())?, month(name)?),
        [series, name, last] if SERIES.contains(&series) => of_month(year(digits(last)?, last.len())?, month(name)?),
        [day, name, last] if day.len() <= 2 => {
            Day::new(year(digits(last)?, last.len())?, month(name)?, digits(day)?).map(Meaning::Day)
        }
        _ => None,
    }
}

/// `Q4`, `Q4 2022-23`, `Q4 22/23`, `2022/23 Q4`, `FY2022/23`, `FY 22-23`.
fn whole(text: &str) -> Option<Meaning> {
    let quarter = |word: &str| {
        let number = digits(word.strip_prefix('q')?)?;
        (1..=4).contains(&number).then_some(number)
    };
    let of_year = |text: &str| {
        let (first, second) = text.split_once(['/', '-'])?;
        let (a, b) = (digits(first)?, digits(second)?);
        let first = u32::try_from(year(a, first.len())?).ok()?;
        match financial_year(first, b, second.len())? {
            Meaning::FinancialYear(year) => Some(year),
            _ => None,
        }
    };
    if let Some(quarter) = quarter(text) {
        return Some(Meaning::YearlessQuarter(quarter));
    }
    if let Some(rest) = text.strip_prefix("fy") {
        return of_year(rest.trim_start()).map(Meaning::FinancialYear);
    }
    let (first, second) = text.split_once(' ')?;
    match (quarter(first), quarter(second)) {
        (Some(quarter), None) => of_year(second).map(|year| Meaning::Quarter(year, quarter)),
        (None, Some(quarter)) => of_year(first).map(|year| Meaning::Quarter(year, quarter)),
        _ => None,
    }
}

/// The period of that kind that a text means; of the text's own kind when none is asked for.
fn period_of(text: &str, meaning: Meaning, kind: Option<PeriodType>) -> Option<(String, PeriodType)> {
    let of_month = |year: i32, month: u32| format!("{year:04}-{month:02}");
    let of_year = |year: i32| format!("{year:04}/{:02}", year.saturating_add(1) % 100);
    match (kind, meaning) {
        (None | Some(PeriodType::Day), Meaning::Day(day)) => Some((day.to_string(), PeriodType::Day)),
        (Some(PeriodType::Week), Meaning::Day(day)) | (None | Some(PeriodType::Week), Meaning::Week(day)) => {
            Some((day.to_string(), PeriodType::Week))
        }
        (None | Some(PeriodType::Month), Meaning::Month(year, month)) => {
            Some((of_month(year, month), PeriodType::Month))
        }
        // Published files name a month by its first day, or by the day it ends.
        (Some(PeriodType::Month), Meaning::Day(day)) if day.day_of_month() == 1 || day.plus(1).day_of_month() == 1 => {
            Some((of_month(day.year(), day.month()), PeriodType::Month))
        }
        (None | Some(PeriodType::Quarter), Meaning::Quarter(year, quarter)) => {
            Some((format!("Q{quarter} {}", of_year(year)), PeriodType::Quarter))
        }
        (None | Some(PeriodType::FinancialYear), Meaning::FinancialYear(year)) => {
            Some((of_year(year), PeriodType::FinancialYear))
        }
        // 2011-12 is a month unless a financial year is asked for.
        (Some(PeriodType::FinancialYear), Meaning::Month(..)) => match in_numbers(text)? {
            Meaning::FinancialYear(year) => Some((of_year(year), PeriodType::FinancialYear)),
            _ => None,
        },
        _ => None,
    }
}

/// What is accepted of that kind.
fn accepted(kind: Option<PeriodType>) -> &'static str {
    match kind {
        Some(PeriodType::Day) => "a day such as 2023-03-31, 31/03/2023, 31-Mar-23 or 31 March 2023",
        Some(PeriodType::Week) => "the last day of a week such as 2023-03-31, 31-Mar-23 or week ending 31 March 2023",
        Some(PeriodType::Month) => {
            "a month such as 2023-03, Mar-23, March 2023, 03/2023 or RTT-March-2023, or its first or last day"
        }
        Some(PeriodType::Quarter) => "a quarter of a financial year such as Q4 2022/23 or 2022-23 Q4",
        Some(PeriodType::FinancialYear) => "a financial year such as 2022/23, 2022-23 or FY22/23",
        None => "a day, month, quarter or financial year such as 31/03/2023, Mar-23, Q4 2022/23 or 2022-23",
    }
}

/// Reads a period as published files and trackers write it.
///
/// Accepted are days (`2023-03-31`, `31/03/2023`, `31/03/23`, `31-Mar-23`, `31 March 2023`, `2023-03-31 00:00:00`, and
/// the numbers that spreadsheet programs keep days as, 45016), weeks by their last day (`week ending 31/03/2023`),
/// months (`2023-03`, `Mar-23`, `March 2023`, `03/2023`, `RTT-March-2023`; with `kind` month their first or last day
/// too), quarters of financial years (`Q4 2022/23`, `2022-23 Q4`) and financial years (`2022/23`, `2022-23`,
/// `FY22/23`). Anything else is refused, and so is a date that could be two: 03/04/2023.
///
/// # Errors
/// A problem `wrong_period`, or `ambiguous_date` that names both dates.
///
/// ```
/// use equipoise::document::period::{PeriodType, parse_period};
/// let period = parse_period(&"Mar-23".into(), None)?;
/// assert_eq!((period.period.as_str(), period.end.to_string().as_str()), ("2023-03", "2023-03-31"));
/// assert_eq!(parse_period(&"2023-03-01".into(), Some(PeriodType::Month))?.period, "2023-03");
/// assert!(parse_period(&"03/04/2023".into(), None).is_err());
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn parse_period(text: &Value, kind: Option<PeriodType>) -> Result<ParsedPeriod, Problems> {
    parsed(text, kind, None).map_err(|(code, accepted, message)| {
        let value = shortened(text);
        Problem { code, path: "/text".into(), value, accepted: Some(accepted), message }.into()
    })
}

/// A period, or why there is none: code, what is accepted, message.
pub(crate) fn parsed(
    value: &Value,
    kind: Option<PeriodType>,
    order: Option<DateOrder>,
) -> Result<ParsedPeriod, (Code, String, String)> {
    let (text, meaning) = match value {
        Value::String(text) => (text.trim(), read_text(text)),
        Value::Number(number) => ("", number.as_f64().and_then(of_number)),
        _ => ("", None),
    };
    let shown = match value {
        Value::String(text) => clip(text),
        other => crate::document::text::print(other),
    };
    let meaning = match (meaning, order) {
        (Some(Meaning::TwoDays(day_first, _)), Some(DateOrder::DayFirst)) => Some(Meaning::Day(day_first)),
        (Some(Meaning::TwoDays(_, month_first)), Some(DateOrder::MonthFirst)) => Some(Meaning::Day(month_first)),
        (meaning, _) => meaning,
    };
    if let Some(Meaning::TwoDays(day_first, month_first)) = meaning {
        return Err((Code::AmbiguousDate, two_days(day_first, month_first), ambiguous(&shown, day_first, month_first)));
    }
    let period = meaning.and_then(|meaning| period_of(text, meaning, kind));
    let parsed = period.and_then(|(text, kind)| {
        let period = Period::parse(&text)?;
        let (start, end) = (period.first_day(kind)?, period.last_day()?);
        Some(ParsedPeriod { period: text, kind, start, end })
    });
    parsed.ok_or_else(|| {
        let what = kind.map_or("period", |kind| match kind {
            PeriodType::FinancialYear => "financial year",
            other => other.as_str(),
        });
        (Code::WrongPeriod, accepted(kind).into(), format!("“{shown}” is not a known {what}"))
    })
}

pub(crate) fn ambiguous(shown: &str, day_first: Day, month_first: Day) -> String {
    format!("“{shown}” can be {} or {}", day_first.in_words(), month_first.in_words())
}

pub(crate) fn two_days(day_first: Day, month_first: Day) -> String {
    format!("a date that can only be one, such as {day_first} or {month_first}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str, kind: Option<PeriodType>) -> Result<(String, PeriodType), Code> {
        parsed(&text.into(), kind, None).map(|parsed| (parsed.period, parsed.kind)).map_err(|(code, ..)| code)
    }

    #[test]
    fn the_closed_list_is_read() {
        use PeriodType::{Day, FinancialYear, Month, Quarter, Week};
        for (text, kind, read) in [
            ("2023-03-31", None, Ok(("2023-03-31", Day))),
            (" 31/03/2023 ", None, Ok(("2023-03-31", Day))),
            ("31/03/23", None, Ok(("2023-03-31", Day))),
            ("31.3.2023", None, Ok(("2023-03-31", Day))),
            ("03/31/2023", None, Ok(("2023-03-31", Day))),
            ("03/03/2023", None, Ok(("2023-03-03", Day))),
            ("31-Mar-23", None, Ok(("2023-03-31", Day))),
            ("31 march 2023", None, Ok(("2023-03-31", Day))),
            ("1 Sept 2023", None, Ok(("2023-09-01", Day))),
            ("2023/03/31", None, Ok(("2023-03-31", Day))),
            ("2023-03-31T00:00:00", None, Ok(("2023-03-31", Day))),
            ("2023-03-31 00:00:00.000", None, Ok(("2023-03-31", Day))),
            ("45016", None, Ok(("2023-03-31", Day))),
            ("2023-03-31", Some(Week), Ok(("2023-03-31", Week))),
            ("w/e 31/03/2023", None, Ok(("2023-03-31", Week))),
            ("Week ending 31 March 2023", Some(Week), Ok(("2023-03-31", Week))),
            ("2023-03", None, Ok(("2023-03", Month))),
            ("Mar-23", None, Ok(("2023-03", Month))),
            ("March 2023", None, Ok(("2023-03", Month))),
            ("RTT-September-2022", None, Ok(("2022-09", Month))),
            ("MSitAE-APRIL-2021", None, Ok(("2021-04", Month))),
            ("03/2023", None, Ok(("2023-03", Month))),
            ("2023-03-01", Some(Month), Ok(("2023-03", Month))),
            ("31/03/2023", Some(Month), Ok(("2023-03", Month))),
            ("29/02/2024", Some(Month), Ok(("2024-02", Month))),
            ("Q4 2022/23", None, Ok(("Q4 2022/23", Quarter))),
            ("q1 2022-23", None, Ok(("Q1 2022/23", Quarter))),
            ("2022/23 Q2", None, Ok(("Q2 2022/23", Quarter))),
            ("Q3 22/23", None, Ok(("Q3 2022/23", Quarter))),
            ("2022/23", None, Ok(("2022/23", FinancialYear))),
            ("2022-23", None, Ok(("2022/23", FinancialYear))),
            ("2022/2023", None, Ok(("2022/23", FinancialYear))),
            ("FY22/23", None, Ok(("2022/23", FinancialYear))),
            ("fy 2022-23", None, Ok(("2022/23", FinancialYear))),
            ("1999/2000", None, Ok(("1999/00", FinancialYear))),
            ("2011-12", None, Ok(("2011-12", Month))),
            ("2011-12", Some(FinancialYear), Ok(("2011/12", FinancialYear))),
            ("03/04/2023", None, Err(Code::AmbiguousDate)),
            ("w/e 03/04/2023", Some(Week), Err(Code::AmbiguousDate)),
            ("2023-03-15", Some(Month), Err(Code::WrongPeriod)),
            ("29/02/2023", None, Err(Code::WrongPeriod)),
            ("31/04/2023", None, Err(Code::WrongPeriod)),
            ("2023-03-31T09:30", None, Err(Code::WrongPeriod)),
            ("2023-03-31T00:00:00Z", None, Err(Code::WrongPeriod)),
            ("31/03/98", None, Err(Code::WrongPeriod)),
            ("2023", None, Err(Code::WrongPeriod)),
            ("Q4", None, Err(Code::WrongPeriod)),
            ("Q4 2022", None, Err(Code::WrongPeriod)),
            ("Q5 2022/23", None, Err(Code::WrongPeriod)),
            ("2022/24", None, Err(Code::WrongPeriod)),
            ("22/23", None, Err(Code::WrongPeriod)),
            ("TBC", None, Err(Code::WrongPeriod)),
            ("w/c 27/03/2023", None, Err(Code::WrongPeriod)),
            ("Mar-23", Some(Day), Err(Code::WrongPeriod)),
            ("", None, Err(Code::WrongPeriod)),
        ] {
            assert_eq!(period(text, kind), read.map(|(text, kind)| (text.to_owned(), kind)), "{text} {kind:?}");
        }
    }

    #[test]
    fn numbers_are_days_since_the_end_of_1899() {
        let day = |number: f64| day_of(of_number(number), None);
        assert_eq!(day(45_016.0).map(|day| day.to_string()), Ok("2023-03-31".into()));
        assert_eq!(day(45_016.5), Err(NotADate::Time));
        for number in [2023.0, 0.0, -45_016.0, 1e300, f64::NAN] {
            assert_eq!(day(number), Err(NotADate::Unknown), "{number}");
        }
    }

    #[test]
    fn a_period_starts_and_ends() {
        for (text, start, end) in [
            ("2023-03-31", "2023-03-31", "2023-03-31"),
            ("w/e 2023-03-31", "2023-03-25", "2023-03-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("Q4 2022/23", "2023-01-01", "2023-03-31"),
            ("Q3 2022/23", "2022-10-01", "2022-12-31"),
            ("2022/23", "2022-04-01", "2023-03-31"),
        ] {
            let parsed = parsed(&text.into(), None, None).unwrap();
            assert_eq!((parsed.start.to_string().as_str(), parsed.end.to_string().as_str()), (start, end), "{text}");
        }
    }

    #[test]
    fn an_order_is_shown_by_what_can_be_one_only() {
        for (text, order) in [
            ("31/03/23", Some(DateOrder::DayFirst)),
            ("03/31/2023", Some(DateOrder::MonthFirst)),
            ("03/04/2023", None),
            ("31-Mar-23", None),
            ("2023-03-31", None),
            ("31/31/2023", None),
        ] {
            assert_eq!(order_shown(text), order, "{text}");
        }
    }
}

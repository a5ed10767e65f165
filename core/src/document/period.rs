//! Periods in their canonical texts, ordered within a kind.

mod formats;

pub(crate) use formats::{
    DateOrder, Meaning, NotADate, ambiguous, day_of, of_number, order_shown, parsed, read_text, two_days,
};
pub use formats::{ParsedPeriod, parse_period};

use super::declare::words;
use super::read::{Read, Reader};
use super::values::clip;
use crate::day::Day;
use crate::problem::Code;
use serde::{Deserialize, Serialize};
use serde_json::Value;

words! {
    /// What a period is.
    PeriodType {
        /// A day, `2023-03-31`.
        Day = "day",
        /// A week, named by its last day, `2023-03-31`.
        Week = "week",
        /// A month, `2023-03`.
        Month = "month",
        /// A quarter of a financial year, `Q4 2022/23`.
        Quarter = "quarter",
        /// A financial year, `2022/23`.
        FinancialYear = "financial_year",
    }
}

/// A period as text: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period(String);

impl Period {
    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a canonical text.
    pub fn parse(text: &str) -> Option<Self> {
        let known = text.parse::<Day>().is_ok()
            || format!("{text}-01").parse::<Day>().is_ok()
            || financial_year(text).is_some()
            || text.split_once(' ').is_some_and(|(quarter, year)| {
                matches!(quarter, "Q1" | "Q2" | "Q3" | "Q4") && financial_year(year).is_some()
            });
        known.then(|| Self(text.to_owned()))
    }

    /// True if it has the shape of that period type; a day and a week look alike.
    pub fn fits(&self, kind: PeriodType) -> bool {
        let shape = self.shape();
        shape == kind || (shape, kind) == (PeriodType::Day, PeriodType::Week)
    }

    /// What it is by its text; a week is a day.
    pub(crate) fn shape(&self) -> PeriodType {
        match (self.0.len(), self.0.as_bytes().first()) {
            (10, Some(b'Q')) => PeriodType::Quarter,
            (10, _) => PeriodType::Day,
            (7, _) if self.0.contains('/') => PeriodType::FinancialYear,
            _ => PeriodType::Month,
        }
    }

    /// Its number in the row of all periods of its shape: the next period has the next number.
    pub fn number(&self) -> i64 {
        let year = |text: Option<&str>| text.and_then(financial_year).map_or(0, i64::from);
        match self.shape() {
            PeriodType::Day | PeriodType::Week => {
                self.0.parse::<Day>().ok().zip(Day::new(1900, 1, 1)).map_or(0, |(day, first)| day.days_since(first))
            }
            PeriodType::Month => {
                let part = |range| self.0.get(range).and_then(|digits: &str| digits.parse::<i64>().ok()).unwrap_or(0);
                part(0..4).saturating_mul(12).saturating_add(part(5..7))
            }
            PeriodType::Quarter => {
                let quarter = self.0.as_bytes().get(1).map_or(0, |digit| i64::from(digit.saturating_sub(b'0')));
                year(self.0.get(3..)).saturating_mul(4).saturating_add(quarter)
            }
            PeriodType::FinancialYear => year(Some(&self.0)),
        }
    }

    /// Its first day; of a week, named by its last day, six days before.
    pub(crate) fn first_day(&self, kind: PeriodType) -> Option<Day> {
        let last = self.last_day()?;
        let months_before = |months: i64| {
            let month = i64::from(last.year()).checked_mul(12)?.checked_add(i64::from(last.month()))?;
            let first = month.checked_sub(1)?.checked_sub(months)?;
            Day::new(first.div_euclid(12).try_into().ok()?, first.rem_euclid(12).checked_add(1)?.try_into().ok()?, 1)
        };
        match kind {
            PeriodType::Day => Some(last),
            PeriodType::Week => Some(last.plus(-6)),
            PeriodType::Month => months_before(0),
            PeriodType::Quarter => months_before(2),
            PeriodType::FinancialYear => months_before(11),
        }
    }

    /// Its last day; a financial year ends on 31 March.
    pub(crate) fn last_day(&self) -> Option<Day> {
        let before_next = |year: i64, month: i64| {
            let (year, month) = if month > 12 { (year.checked_add(1)?, month.checked_sub(12)?) } else { (year, month) };
            Some(Day::new(year.try_into().ok()?, month.try_into().ok()?, 1)?.plus(-1))
        };
        let number = self.number();
        match self.shape() {
            PeriodType::Day | PeriodType::Week => self.0.parse().ok(),
            // A month's number is 12 x year + month.
            PeriodType::Month => {
                let month = number.checked_sub(1)?;
                before_next(month.div_euclid(12), month.rem_euclid(12).checked_add(2)?)
            }
            // The first quarter starts in April.
            PeriodType::Quarter => {
                let quarter = number.checked_sub(1)?;
                let month = quarter.rem_euclid(4).checked_mul(3)?.checked_add(7)?;
                before_next(quarter.div_euclid(4), month)
            }
            PeriodType::FinancialYear => before_next(number, 16),
        }
    }
}

/// `2022/23` is the year that starts in 2022.
fn financial_year(text: &str) -> Option<u32> {
    let (first, second) = text.split_once('/')?;
    let digits = |text: &str| text.bytes().all(|c| c.is_ascii_digit());
    if first.len() != 4 || second.len() != 2 || !digits(first) || !digits(second) {
        return None;
    }
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    (first.checked_add(1)? % 100 == second && (1900..3000).contains(&first)).then_some(first)
}

impl Read for Period {
    fn accepted() -> String {
        "a period such as 2023-03-31, 2023-03, Q4 2022/23 or 2022/23".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(value, &Self::accepted());
            return None;
        };
        let period = Self::parse(text);
        if period.is_none() {
            let message = format!("“{}” is not a known period", clip(text));
            reader.problem(Code::WrongPeriod, value, &Self::accepted(), message);
        }
        period
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_shapes_is_closed() {
        for (text, kind) in [
            ("2023-03-31", PeriodType::Week),
            ("2023-03", PeriodType::Month),
            ("Q4 2022/23", PeriodType::Quarter),
            ("2022/23", PeriodType::FinancialYear),
        ] {
            assert!(Period::parse(text).unwrap().fits(kind), "{text}");
        }
        for text in ["Mar-23", "2023-13", "2022/24", "Q5 2022/23", "2023", "", "2022-23", "1999/00 "] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert!(Period::parse("1999/00").is_some());
    }

    #[test]
    fn periods_are_numbered_and_end() {
        for (text, next, last) in [
            ("2023-03-31", "2023-04-01", "2023-03-31"),
            ("2023-12", "2024-01", "2023-12-31"),
            ("2024-02", "2024-03", "2024-02-29"),
            ("Q1 2022/23", "Q2 2022/23", "2022-06-30"),
            ("Q3 2022/23", "Q4 2022/23", "2022-12-31"),
            ("Q4 2022/23", "Q1 2023/24", "2023-03-31"),
            ("1999/00", "2000/01", "2000-03-31"),
        ] {
            let (period, next) = (Period::parse(text).unwrap(), Period::parse(next).unwrap());
            assert_eq!(period.number() + 1, next.number(), "{text}");
            assert_eq!(period.last_day().unwrap().to_string(), last, "{text}");
        }
    }
}

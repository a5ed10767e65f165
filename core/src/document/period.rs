//! Periods in their canonical texts, ordered within a kind.

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
        let shape = match (self.0.len(), self.0.as_bytes().first()) {
            (10, Some(b'Q')) => PeriodType::Quarter,
            (10, _) => PeriodType::Day,
            (7, _) if self.0.contains('/') => PeriodType::FinancialYear,
            _ => PeriodType::Month,
        };
        shape == kind || (shape, kind) == (PeriodType::Day, PeriodType::Week)
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
}

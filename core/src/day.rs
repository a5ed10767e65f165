//! A calendar day. Wraps chrono's date, so that chrono is no part of the library's promise.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, from 1900 to 2999. Printed and read as `YYYY-MM-DD`.
///
/// ```
/// use equipoise::Day;
/// let finish: Day = "2023-03-31".parse()?;
/// assert_eq!(finish.days_since("2023-02-28".parse()?), 31);
/// assert_eq!(finish.in_words(), "31 March 2023");
/// assert!("31/03/2023".parse::<Day>().is_err());
/// # Ok::<(), equipoise::NotADay>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// The text is no day of the calendar between 1900 and 2999, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date from 1900 to 2999 written YYYY-MM-DD")]
pub struct NotADay;

impl Day {
    /// The day of that year, month (1 to 12) and day of the month, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1900..=2999).contains(&date.year())).map(Self)
    }

    /// The first day that there is.
    pub(crate) fn earliest() -> Self {
        Self(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default())
    }

    pub(crate) fn year(self) -> i32 {
        self.0.year()
    }

    pub(crate) fn month(self) -> u32 {
        self.0.month()
    }

    pub(crate) fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// Whole days from `earlier` to this day; negative if `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The day that many days later (earlier if negative), kept within the calendar of [`Day`].
    pub fn plus(self, days: i64) -> Self {
        let moved = match u64::try_from(days) {
            Ok(days) => self.0.checked_add_days(Days::new(days)),
            Err(_) => self.0.checked_sub_days(Days::new(days.unsigned_abs())),
        };
        let edge = if days < 0 { NaiveDate::from_ymd_opt(1900, 1, 1) } else { NaiveDate::from_ymd_opt(2999, 12, 31) };
        Self(moved.filter(|date| (1900..=2999).contains(&date.year())).or(edge).unwrap_or(self.0))
    }

    /// The same day of the month so many months before; the last day of that month where it has no such day.
    ///
    /// ```
    /// use equipoise::Day;
    /// let finish: Day = "2023-03-31".parse()?;
    /// assert_eq!(finish.months_before(1).to_string(), "2023-02-28");
    /// assert_eq!("2023-02-28".parse::<Day>()?.months_before(1).to_string(), "2023-01-28");
    /// # Ok::<(), equipoise::NotADay>(())
    /// ```
    pub fn months_before(self, months: u32) -> Self {
        let moved = self.0.checked_sub_months(Months::new(months)).filter(|date| date.year() >= 1900);
        Self(moved.or(NaiveDate::from_ymd_opt(1900, 1, 1)).unwrap_or(self.0))
    }

    /// The same day so many months later, or the last of that month where it has no such day; kept within the calendar.
    pub(crate) fn plus_months(self, months: u32) -> Self {
        let moved = self.0.checked_add_months(Months::new(months)).filter(|date| date.year() <= 2999);
        Self(moved.or_else(|| NaiveDate::from_ymd_opt(2999, 12, 31)).unwrap_or(self.0))
    }

    /// The day in NHS style, for example "31 March 2023".
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS.get(self.0.month0() as usize).copied().unwrap_or_default();
        format!("{} {month} {}", self.0.day(), self.0.year())
    }

    /// Gives the day as `YYYY-MM-DD`. A report prints many days, so no memory is asked for.
    fn written<T>(self, with: impl FnOnce(&str) -> T) -> T {
        let digit =
            |number: u32, place: u32| char::from_digit(number / 10_u32.pow(place) % 10, 10).unwrap_or('0') as u8;
        let (year, month, day) = (self.0.year().unsigned_abs(), self.0.month(), self.0.day());
        let [a, b, c, d] = [3, 2, 1, 0].map(|place| digit(year, place));
        let text = [a, b, c, d, b'-', digit(month, 1), digit(month, 0), b'-', digit(day, 1), digit(day, 0)];
        with(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written(|text| f.write_str(text))
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return Err(NotADay) };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum.saturating_mul(10).saturating_add(u32::from(digit.wrapping_sub(b'0'))))
            })
        };
        let (year, month, day) = (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h]));
        let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(NotADay) };
        i32::try_from(year).ok().and_then(|year| Self::new(year, month, day)).ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(|text| serializer.serialize_str(text))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "description": "A calendar day, YYYY-MM-DD."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_are_read() {
        for text in
            ["2023-02-29", "2023-13-01", "2023-1-01", "23-01-01", "2023-03-31T00:00", "1899-12-31", "", "2023-03-3x"]
        {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Day>().map(|day| day.to_string()), Ok("2024-02-29".into()));
    }

    #[test]
    fn the_calendar_has_edges() {
        let last = Day::new(2999, 12, 31).unwrap();
        assert_eq!(last.plus(1), last);
        assert_eq!(last.plus(i64::MIN), Day::new(1900, 1, 1).unwrap());
        assert_eq!(Day::new(2023, 3, 31).unwrap().plus(1), Day::new(2023, 4, 1).unwrap());
    }
}

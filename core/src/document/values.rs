//! How single values are read: texts, numbers, days, shares, weights.

use serde_json::Value;

use super::declare::ranged;
use super::read::{Read, Reader};
use super::text::print;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::problem::Code;

/// The longest identifier. Results repeat identifiers, so their length drives the size of an answer.
const LONGEST_IDENTIFIER: usize = 256;

impl Reader {
    /// True, with a problem, for a text that holds what looks like an NHS number.
    fn holds_nhs_number(&mut self, value: &Value, text: &str) -> bool {
        let holds = super::guard::holds_nhs_number(text);
        if holds {
            let message = "the text holds what looks like an NHS number; data about patients is never accepted".into();
            self.problem(Code::PatientData, value, "", message);
        }
        holds
    }

    /// False, with a problem, for a text that is too long for an identifier or name of a value.
    pub(crate) fn is_short(&mut self, text: &str) -> bool {
        if text.chars().nth(LONGEST_IDENTIFIER).is_none() {
            return true;
        }
        let message = format!("“{}” has {} characters", clip(text), text.chars().count());
        let accepted = format!("a text of at most {LONGEST_IDENTIFIER} characters");
        self.problem(Code::TooLarge, &Value::String(text.to_owned()), &accepted, message);
        false
    }
}

/// Short texts that people put in their own words, like those for people to read. All others are identifiers, tokens and
/// codes, which may have ten digits for reasons of their own.
const IN_OWN_WORDS: [&str; 7] = ["options", "option", "outcome", "profession", "method", "name", "group"];

impl Read for String {
    fn accepted() -> String {
        "a text that is not blank and has no white space around it".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(value, "a text");
            return None;
        };
        if text.is_empty() || text.trim() != text {
            let message = format!("“{}” is blank or has white space around it", clip(text));
            reader.problem(Code::WrongIdentifier, value, &Self::accepted(), message);
            return None;
        }
        if IN_OWN_WORDS.contains(&reader.last_field()) && reader.holds_nhs_number(value, text) {
            return None;
        }
        reader.is_short(text).then(|| text.to_owned())
    }

    fn placeholder() -> Option<Self> {
        Some(Self::new())
    }
}

/// A text for people to read: anything, blank too.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text(pub String);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl Read for Text {
    fn accepted() -> String {
        "a text".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(value, "a text");
            return None;
        };
        (!reader.holds_nhs_number(value, text)).then(|| Self(text.to_owned()))
    }

    fn placeholder() -> Option<Self> {
        Some(Self::default())
    }
}

impl Read for bool {
    fn accepted() -> String {
        "true or false".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.as_bool().is_none() {
            reader.wrong_type(value, "true or false");
        }
        value.as_bool()
    }
}

impl Read for Day {
    fn accepted() -> String {
        "a date from 1900 to 2999 written YYYY-MM-DD".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(value, "a date written YYYY-MM-DD");
            return None;
        };
        let day = text.parse().ok();
        if day.is_none() {
            let message = format!("“{}” is not a date of the calendar written YYYY-MM-DD", clip(text));
            reader.problem(Code::WrongDate, value, &Self::accepted(), message);
        }
        day
    }
}

/// A text short enough to stand in a message.
pub(crate) fn clip(text: &str) -> String {
    if super::guard::holds_nhs_number(text) {
        return "…".into();
    }
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(40).chain(['…']).collect() }
}

impl Read for f64 {
    fn accepted() -> String {
        "a finite number".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let number = value.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            reader.wrong_type(value, "a number");
        }
        number
    }
}

/// Whole numbers from `i32` down: counts, days, versions.
macro_rules! read_whole {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn accepted() -> String {
                format!("a whole number from {} to {}", <$type>::MIN, <$type>::MAX)
            }

            fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
                let Some(number) = value.as_f64() else {
                    reader.wrong_type(value, "a whole number");
                    return None;
                };
                // 3.0 is the whole number 3 in every language that prints it so.
                if number.fract() == 0.0 && (f64::from(<$type>::MIN)..=f64::from(<$type>::MAX)).contains(&number) {
                    return Some(number as $type);
                }
                let message = format!("{number} is not {}", Self::accepted());
                reader.problem(Code::OutOfRange, value, &Self::accepted(), message);
                None
            }
        }
    )*};
}
read_whole!(i32, u32, u16);

ranged!(
    /// A number from 0 to 100, as trackers report progress.
    Percent(f64), "a percentage from 0 to 100", |number| (0.0..=100.0).contains(&number));
ranged!(
    /// A share from 0 to 1.
    Share(f64), "a share from 0 to 1", |number| (0.0..=1.0).contains(&number));
ranged!(
    /// A number that is 0 or more.
    Amount(f64), "a number of 0 or more", |number| number >= 0.0);

impl Read for Decimal {
    fn accepted() -> String {
        "a number of at most six decimal places, 0 or more and below 1,000,000".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        read_decimal(value, reader, 1_000_000.0, Self::accepted)
    }
}

/// Reads a decimal for a field that accepts what `accepted` says.
fn read_decimal(value: &Value, reader: &mut Reader, below: f64, accepted: fn() -> String) -> Option<Decimal> {
    let number = f64::read(value, reader)?;
    if !(0.0..below).contains(&number) {
        reader.problem(Code::OutOfRange, value, &accepted(), format!("{} is not {}", print(value), accepted()));
        return None;
    }
    let decimal = Decimal::from_f64(number);
    if decimal.is_none() {
        let message = format!("{} has more than six decimal places", print(value));
        reader.problem(Code::TooManyPlaces, value, &accepted(), message);
    }
    decimal
}

/// A share from 0 to 1 that thresholds are compared with exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecimalShare(pub Decimal);

impl Read for DecimalShare {
    fn accepted() -> String {
        "a share from 0 to 1 with at most six decimal places (15 % is 0.15)".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let decimal = read_decimal(value, reader, 1_000_000.0, Self::accepted)?;
        if decimal > Decimal::whole(1) {
            reader.problem(
                Code::OutOfRange,
                value,
                &Self::accepted(),
                format!("{} is not {}", print(value), Self::accepted()),
            );
            return None;
        }
        Some(Self(decimal))
    }
}

/// A weight: a decimal above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weight(pub Decimal);

impl Read for Weight {
    fn accepted() -> String {
        "a weight above 0 and below 1,000,000, with at most six decimal places".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let decimal = read_decimal(value, reader, 1_000_000.0, Self::accepted)?;
        if decimal.in_millionths() == 0 {
            reader.problem(Code::OutOfRange, value, &Self::accepted(), "a weight must be above 0".into());
            return None;
        }
        Some(Self(decimal))
    }
}

/// A number of 0 or more that things are shared out by: staff, population, votes, days a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Size(pub Decimal);

impl Size {
    /// In millionths; `None` for what no reader lets pass: a negative number, or one of 10^9 and more.
    pub(crate) fn millionths(self) -> Option<u64> {
        u64::try_from(self.0.in_whole_millionths()).ok().filter(|size| *size < 1_000_000_000_000_000)
    }
}

impl Read for Size {
    fn accepted() -> String {
        "a number of 0 or more and below 1,000,000,000, with at most six decimal places".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        read_decimal(value, reader, 1e9, Self::accepted).map(Self)
    }
}

/// One cell of a table: a scalar as it is.
impl Read for Value {
    fn accepted() -> String {
        "a text, a number, true, false or null".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_array() || value.is_object() {
            reader.wrong_type(value, &Self::accepted());
            return None;
        }
        Some(value.clone())
    }
}

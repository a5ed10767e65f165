//! Strict reading: JSON values into records, every problem noted with its place.
//!
//! serde stops at the first fault of a text. Here a record is read field by field and a list row by row, so that each
//! faulty entity gives at least one problem. [`record!`] declares a record once and makes of it the struct, its serde
//! and schema forms, and its strict reader; [`words!`] does the same for a closed list of words.

use indexmap::IndexMap;
use serde_json::{Map, Value};
use std::collections::HashMap;

use crate::day::Day;
use crate::decimal::Decimal;
use crate::problem::{Code, Problem, shortened};

/// Collects problems and knows where in the document it stands.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    /// All that was found so far.
    pub(crate) problems: Vec<Problem>,
    /// Top-level rows that could not be read: list name -> (index, id if it had one).
    pub(crate) unread: HashMap<&'static str, Vec<(usize, Option<String>)>>,
}

#[derive(Debug, Clone)]
enum Step {
    Field(&'static str),
    Key(String),
    Row(usize),
}

impl Reader {
    /// The JSON pointer of where the reader stands.
    pub(crate) fn pointer(&self) -> String {
        let mut text = String::new();
        for step in &self.path {
            text.push('/');
            match step {
                Step::Field(name) => text.push_str(name),
                Step::Key(key) => text.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Row(index) => text.push_str(&index.to_string()),
            }
        }
        text
    }

    /// Notes a problem at this place.
    pub(crate) fn problem(&mut self, code: Code, value: &Value, accepted: &str, message: String) {
        let value = if code == Code::PatientData { None } else { shortened(value) };
        let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
        self.problems.push(Problem { code, path: self.pointer(), value, accepted, message });
    }

    /// Reads `value` as a `T` one step further down.
    pub(crate) fn field<T: Read>(&mut self, name: &'static str, value: &Value) -> Option<T> {
        self.step(Step::Field(name), |reader| T::read(value, reader))
    }

    /// Reads a field that is required.
    pub(crate) fn required<T: Read>(&mut self, object: &Map<String, Value>, name: &'static str) -> Option<T> {
        let value = self.enter_required(object, name, T::accepted)?;
        let read = T::read(value, self);
        self.leave();
        read
    }

    /// Reads a field that may be absent, or null, which is the same.
    pub(crate) fn optional<T: Read + Default>(&mut self, object: &Map<String, Value>, name: &'static str) -> Option<T> {
        let Some(value) = self.enter_present(object, name) else { return Some(T::default()) };
        let read = T::read(value, self);
        self.leave();
        read
    }

    // Not generic, so that these are compiled once and not for every type of field.
    #[inline(never)]
    fn enter_required<'v>(
        &mut self,
        object: &'v Map<String, Value>,
        name: &'static str,
        accepted: fn() -> String,
    ) -> Option<&'v Value> {
        let value = self.enter_present(object, name);
        if value.is_none() {
            self.missing(name, &accepted());
        }
        value
    }

    #[inline(never)]
    fn enter_present<'v>(&mut self, object: &'v Map<String, Value>, name: &'static str) -> Option<&'v Value> {
        let value = object.get(name).filter(|value| !value.is_null())?;
        self.path.push(Step::Field(name));
        Some(value)
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    fn step<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = read(self);
        self.path.pop();
        result
    }

    /// The value as an object, or a problem.
    pub(crate) fn object<'a>(&mut self, value: &'a Value, accepted: fn() -> String) -> Option<&'a Map<String, Value>> {
        let object = value.as_object();
        if object.is_none() {
            self.wrong_type(value, &accepted());
        }
        object
    }

    /// A problem for every field of the object that is not among the known ones.
    pub(crate) fn unknown_fields(&mut self, object: &Map<String, Value>, known: &[&str]) {
        for (key, value) in object {
            if known.contains(&key.as_str()) {
                continue;
            }
            self.step(Step::Key(key.clone()), |reader| {
                if super::guard::names_a_patient(key) {
                    let message = format!("the field “{key}” looks like data about a patient, which is never accepted");
                    return reader.problem(Code::PatientData, &Value::Null, "", message);
                }
                let accepted = match nearest(key, known.iter().copied()) {
                    Some(word) => format!("{word} (the nearest of: {})", known.join(", ")),
                    None => format!("one of: {}", known.join(", ")),
                };
                reader.problem(Code::UnknownField, value, &accepted, format!("the field “{key}” is not known here"));
            });
        }
    }

    /// A problem for a required field that is absent.
    pub(crate) fn missing(&mut self, name: &'static str, accepted: &str) {
        self.step(Step::Field(name), |reader| {
            reader.problem(Code::MissingField, &Value::Null, accepted, format!("the field “{name}” is required"));
        });
    }

    /// A problem for a value of another type.
    pub(crate) fn wrong_type(&mut self, value: &Value, accepted: &str) {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.problem(Code::WrongType, value, accepted, format!("this is {found}, where {accepted} is wanted"));
    }
}

/// The known word that is nearest to a misspelt one, if any is near.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    known
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1.max(word.len().max(candidate.len()) / 3))
        // Equally near: the first in the alphabet, whatever order they came in.
        .min()
        .map(|(_, candidate)| candidate)
}

/// A type that can be read strictly.
pub(crate) trait Read: Sized {
    /// What is accepted, in words.
    fn accepted() -> String;
    /// The value read, or `None` after at least one problem was noted.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
    /// What may stand for an unreadable value of the document's own fields, so that the rest is still checked.
    fn placeholder() -> Option<Self> {
        None
    }
}

/// A field that may be absent: what it then is, and whether it is that.
pub(crate) trait Optional: Default {
    /// True for the value that an absent field has.
    fn is_absent(&self) -> bool;
}

impl<T> Optional for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Optional for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Optional for IndexMap<String, T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Optional for bool {
    fn is_absent(&self) -> bool {
        !self
    }
}

impl<T: Read> Read for Option<T> {
    fn accepted() -> String {
        T::accepted()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        T::read(value, reader).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn accepted() -> String {
        format!("a list of rows, each {}", T::accepted())
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let mut read = Vec::new();
        let good = read_rows(value, reader, &mut |row, reader| match T::read(row, reader) {
            Some(row) => {
                read.push(row);
                true
            }
            None => false,
        });
        good.then_some(read)
    }
}

/// Reads the rows of a list one by one; not generic, so that it is compiled once.
#[inline(never)]
fn read_rows(value: &Value, reader: &mut Reader, one: &mut dyn FnMut(&Value, &mut Reader) -> bool) -> bool {
    let Some(rows) = value.as_array() else {
        reader.wrong_type(value, "a list");
        return false;
    };
    // An unreadable row spoils the entity it belongs to; a top-level list goes on without it.
    let list = match reader.path.as_slice() {
        [Step::Field(name)] => Some(*name),
        _ => None,
    };
    let mut whole = true;
    for (index, row) in rows.iter().enumerate() {
        reader.path.push(Step::Row(index));
        let good = one(row, reader);
        reader.path.pop();
        if !good {
            whole = false;
            if let Some(list) = list {
                let id = row.get("id").and_then(Value::as_str).map(str::to_owned);
                reader.unread.entry(list).or_default().push((index, id));
            }
        }
    }
    whole || list.is_some()
}

impl<T: Read> Read for IndexMap<String, T> {
    fn accepted() -> String {
        format!("an object whose values are each {}", T::accepted())
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value, || "an object of names and values".into())?;
        let mut whole = true;
        let mut read = Self::with_capacity(object.len());
        for (key, value) in object {
            match reader.step(Step::Key(key.clone()), |reader| T::read(value, reader)) {
                Some(value) => {
                    read.insert(key.clone(), value);
                }
                None => whole = false,
            }
        }
        whole.then_some(read)
    }
}

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
            let message = format!("“{text}” is blank or has white space around it");
            reader.problem(Code::WrongIdentifier, value, &Self::accepted(), message);
            return None;
        }
        Some(text.to_owned())
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
        if super::guard::holds_nhs_number(text) {
            let message = "the text holds what looks like an NHS number; data about patients is never accepted".into();
            reader.problem(Code::PatientData, value, "", message);
            return None;
        }
        Some(Self(text.to_owned()))
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

/// Declares a number that must lie in a range.
macro_rules! ranged {
    ($(#[$meta:meta])* $name:ident($type:ty), $accepted:literal, $test:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name(pub $type);

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                $accepted.into()
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                let number = <$type>::read(value, reader)?;
                let inside: fn($type) -> bool = $test;
                if inside(number) {
                    return Some(Self(number));
                }
                reader.problem($crate::problem::Code::OutOfRange, value, $accepted, format!("{value} is not {}", $accepted));
                None
            }
        }
    };
}

pub(crate) use ranged;

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
        let number = f64::read(value, reader)?;
        if !(0.0..1_000_000.0).contains(&number) {
            let message = format!("{number} is not {}", Self::accepted());
            reader.problem(Code::OutOfRange, value, &Self::accepted(), message);
            return None;
        }
        let decimal = Self::from_f64(number);
        if decimal.is_none() {
            let message = format!("{number} has more than six decimal places");
            reader.problem(Code::TooManyPlaces, value, &Self::accepted(), message);
        }
        decimal
    }
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
        let decimal = Decimal::read(value, reader)?;
        if decimal > Decimal::whole(1) {
            reader.problem(Code::OutOfRange, value, &Self::accepted(), format!("{value} is not {}", Self::accepted()));
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
        let decimal = Decimal::read(value, reader)?;
        if decimal.in_millionths() == 0 {
            reader.problem(Code::OutOfRange, value, &Self::accepted(), "a weight must be above 0".into());
            return None;
        }
        Some(Self(decimal))
    }
}

/// Declares a closed list of words: an enum, its words, serde, schema and strict reader.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as documents and results write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The variant that the word names, if it is one of the list.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                format!("one of: {}", [$($word),*].join(", "))
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                $crate::document::read::read_word(value, reader, &[$($word),*]).and_then(|place| Self::ALL.get(place).copied())
            }

            fn placeholder() -> Option<Self> {
                Self::ALL.first().copied()
            }
        }
    };
}
pub(crate) use words;

/// Reads one of a closed list of words: its place in the list.
#[inline(never)]
pub(crate) fn read_word(value: &Value, reader: &mut Reader, known: &[&str]) -> Option<usize> {
    let Some(text) = value.as_str() else {
        reader.wrong_type(value, &format!("one of: {}", known.join(", ")));
        return None;
    };
    let place = known.iter().position(|word| *word == text);
    if place.is_none() {
        let accepted = match nearest(text, known.iter().copied()) {
            Some(word) => format!("{word} (the nearest of: {})", known.join(", ")),
            None => format!("one of: {}", known.join(", ")),
        };
        reader.problem(Code::UnknownWord, value, &accepted, format!("“{}” is not a known word here", clip(text)));
    }
    place
}

/// Declares a record: first the fields that are required, then those that may be absent (or null, which is the same).
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$need_meta:meta])* $need:ident: $need_type:ty,)*
        } optional {
            $($(#[$may_meta:meta])* $may:ident: $may_type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$need_meta])* pub $need: $need_type,)*
            $($(#[$may_meta])*
            #[serde(default, skip_serializing_if = "crate::document::read::Optional::is_absent")]
            pub $may: $may_type,)*
        }

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                let needed: &[&str] = &[$(stringify!($need)),*];
                if needed.is_empty() { "an object".into() } else { format!("an object with {}", needed.join(", ")) }
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                let object = reader.object(value, Self::accepted)?;
                let before = reader.problems.len();
                reader.unknown_fields(object, &[$(stringify!($need),)* $(stringify!($may),)*]);
                $(let $need: Option<$need_type> = reader.required(object, stringify!($need));)*
                $(let $may: Option<$may_type> = reader.optional(object, stringify!($may));)*
                if reader.at_root() {
                    return Some(Self {
                        $($need: $need.or_else(<$need_type as $crate::document::read::Read>::placeholder)?,)*
                        $($may: $may.unwrap_or_default(),)*
                    });
                }
                // The count catches what has no field to fail with: an unknown one.
                (reader.problems.len() == before).then_some(())?;
                match ($($need,)* $($may,)*) {
                    ($(Some($need),)* $(Some($may),)*) => Some(Self { $($need,)* $($may,)* }),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use record;

impl Reader {
    /// True while the reader stands at the whole document, whose lists may lack rows.
    pub(crate) fn at_root(&self) -> bool {
        self.path.is_empty()
    }
}

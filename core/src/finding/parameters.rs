//! What a finding is worded from. Names and words are static and days stay days, so that a finding is cheap to make.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::borrow::Cow;

use crate::day::Day;
use crate::recall::Recall;

/// Names and values that a finding is worded from: numbers, days, words and identifiers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parameters(Vec<(Cow<'static, str>, Parameter)>);

/// One value that a finding is worded from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Parameter {
    /// Nothing.
    None,
    /// A number.
    Number(f64),
    /// A word or identifier.
    Text(Cow<'static, str>),
    /// A day.
    Day(Day),
    /// Identifiers.
    List(Vec<String>),
    /// Anything else; boxed, since it is rare and large.
    Other(Box<Value>),
}

impl Parameters {
    pub(crate) fn empty() -> Self {
        Self(Vec::with_capacity(5))
    }

    pub(crate) fn add(&mut self, name: &'static str, value: Parameter) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// Takes over what others say beside.
    pub(crate) fn extend(&mut self, others: &Self) {
        self.0.extend(others.0.iter().cloned());
    }

    fn read(fields: &Map<String, Value>) -> Self {
        let read = |value: &Value| match value {
            Value::Null => Parameter::None,
            Value::Number(number) => Parameter::Number(number.as_f64().unwrap_or_default()),
            Value::String(text) => Parameter::Text(Cow::Owned(text.clone())),
            Value::Array(rows) if rows.iter().all(Value::is_string) => {
                Parameter::List(rows.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
            other => Parameter::Other(Box::new(other.clone())),
        };
        Self(fields.iter().map(|(name, value)| (Cow::Owned(name.clone()), read(value))).collect())
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Parameter> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl Serialize for Parameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Parameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::read(&Map::deserialize(deserializer)?))
    }
}

impl Recall for Parameters {
    fn recall(value: &Value) -> Option<Self> {
        value.as_object().map(Self::read)
    }
}

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Day(day) => day.serialize(serializer),
            Self::List(rows) => rows.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Parameters {
    fn schema_name() -> Cow<'static, str> {
        "Parameters".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "object", "additionalProperties": true})
    }
}

impl From<Day> for Parameter {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<&'static str> for Parameter {
    fn from(word: &'static str) -> Self {
        Self::Text(Cow::Borrowed(word))
    }
}

impl From<String> for Parameter {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Vec<String>> for Parameter {
    fn from(rows: Vec<String>) -> Self {
        Self::List(rows)
    }
}

impl From<Value> for Parameter {
    fn from(value: Value) -> Self {
        Self::Other(Box::new(value))
    }
}

impl From<f64> for Parameter {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u16> for Parameter {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

/// Days and counts: far below 2^53, so exact.
impl From<i64> for Parameter {
    fn from(number: i64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<usize> for Parameter {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl<T: Into<Self>> From<Option<T>> for Parameter {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

//! JSON text into JSON values, within limits, and values back into text.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};
use std::{cell::RefCell, collections::HashMap, fmt};

use super::values::clip;
use crate::problem::{Code, Found, Problem, pointer};

/// The longest document: 64 MiB.
pub(crate) const LONGEST_TEXT: usize = 64 * 1024 * 1024;
/// The deepest nesting of objects and lists.
pub(crate) const DEEPEST_NESTING: usize = 64;

/// Reads exactly one JSON value, noting fields given twice; `None` after a problem that ends the reading.
pub(crate) fn parse(text: &str, limit: usize, nesting: usize) -> (Option<Value>, Found) {
    let fatal = |code, accepted: &str, message: String| {
        let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
        (None, Problem { code, path: String::new(), value: None, accepted, message }.into())
    };
    // Spreadsheet programs put a byte order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > limit {
        let message = format!("the text is {} bytes long; at most {LONGEST_TEXT} (64 MiB) are read", text.len());
        return fatal(Code::TooLarge, "at most 64 MiB of text", message);
    }
    if text.trim().is_empty() {
        return fatal(Code::EmptyText, "one JSON object", "the text is empty".into());
    }
    let notes = RefCell::new(Notes::default());
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Tree { notes: &notes, left: nesting }.deserialize(&mut deserializer);
    let value = match value {
        Ok(value) => value,
        Err(error) => {
            if let Some(pointer) = notes.borrow_mut().too_deep.take() {
                let message = format!("objects and lists are nested more than {DEEPEST_NESTING} deep");
                let problem = Problem {
                    code: Code::TooDeep,
                    path: pointer,
                    value: None,
                    accepted: Some(format!("at most {DEEPEST_NESTING} levels of nesting")),
                    message,
                };
                return (None, problem.into());
            }
            return (None, not_json(text, &error).into());
        }
    };
    if let Err(error) = deserializer.end() {
        let message = format!(
            "something follows the end of the JSON value at line {}, column {}: one text holds one document",
            error.line(),
            error.column()
        );
        return fatal(Code::TrailingText, "one JSON value and nothing after it", message);
    }
    (Some(value), notes.into_inner().duplicates)
}

/// The problem for a text that is not JSON, with line and column; NaN and infinity are named as such.
fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    // serde_json counts bytes in a line; people count letters.
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let (before, after) = line.split_at_checked(error.column().saturating_sub(1)).unwrap_or((line, ""));
    let word: String = after.chars().skip_while(|c| *c == '-').take_while(|c| c.is_alphanumeric()).take(12).collect();
    let place = format!("line {}, column {}", error.line(), before.chars().count().saturating_add(1));
    let said = error.to_string();
    let (code, message) = if matches!(word.as_str(), "NaN" | "nan" | "Infinity" | "inf") {
        (Code::NotANumber, format!("“{word}” at {place} is not a finite number"))
    } else if said.contains("number out of range") {
        (Code::NotANumber, format!("the number at {place} is too large to be finite"))
    } else {
        let reason = said.split(" at line ").next().unwrap_or_default();
        (Code::NotJson, format!("not JSON at {place}: {reason}"))
    };
    let accepted = match code {
        Code::NotANumber => "a finite number, or null where it is missing",
        _ => "one JSON object",
    };
    Problem { code, path: String::new(), value: None, accepted: Some(accepted.into()), message }
}

#[derive(Default)]
struct Notes {
    path: Vec<Step>,
    duplicates: Found,
    too_deep: Option<String>,
    /// Room for the fields of the next object: as many as the last one had, since the rows of a list are alike.
    room: usize,
}

/// A step from an object or a list to what stands in it.
enum Step {
    Key(String),
    Row(usize),
}

/// At most so much room is made before fields are seen.
const MOST_ROOM: usize = 16;

impl Notes {
    /// Notes that the field where the reading stands was given before.
    fn twice(&mut self, key: &str) {
        let problem = Problem {
            code: Code::DuplicateField,
            path: self.pointer(),
            value: None,
            accepted: Some("each field once".into()),
            message: format!("the field “{}” is given twice in one object", clip(key)),
        };
        self.duplicates.push(problem);
    }

    fn pointer(&self) -> String {
        pointer(self.path.iter().map(|step| match step {
            Step::Key(key) => key.as_str().into(),
            Step::Row(index) => index.to_string().into(),
        }))
    }
}

/// Builds a [`Value`] as serde_json would, but sees a field given twice and counts the nesting.
#[derive(Clone, Copy)]
struct Tree<'a> {
    notes: &'a RefCell<Notes>,
    left: usize,
}

impl<'a> Tree<'a> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        let Some(left) = self.left.checked_sub(1) else {
            let pointer = self.notes.borrow().pointer();
            self.notes.borrow_mut().too_deep = Some(pointer);
            return Err(E::custom("nested too deep"));
        };
        Ok(Self { left, ..self })
    }

    /// Reads what stands a step further down; gives the step back too, so that no key is copied.
    fn inside<T>(self, step: Step, read: impl FnOnce() -> T) -> (T, Option<Step>) {
        self.notes.borrow_mut().path.push(step);
        let result = read();
        (result, self.notes.borrow_mut().path.pop())
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Up to here (2^53) a whole number is itself in every language; beyond, it is the nearest one that JavaScript has.
const MOST_EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        if value <= MOST_EXACT { Ok(Value::Number(value.into())) } else { self.visit_f64(value as f64) }
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() <= MOST_EXACT { Ok(Value::Number(value.into())) } else { self.visit_f64(value as f64) }
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut read = Vec::new();
        loop {
            let (row, _) = self.inside(Step::Row(read.len()), || rows.next_element_seed(deeper));
            let Some(row) = row? else { return Ok(Value::Array(read)) };
            read.push(row);
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut read: Option<Map<String, Value>> = None;
        while let Some(key) = fields.next_key::<String>()? {
            let room = self.notes.borrow().room;
            let (value, step) = self.inside(Step::Key(key), || fields.next_value_seed(deeper));
            let (value, Some(Step::Key(key))) = (value?, step) else { continue };
            match read.get_or_insert_with(|| Map::with_capacity(room)).entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                Entry::Occupied(mut entry) => {
                    let key = entry.key().clone();
                    self.inside(Step::Key(key), || self.notes.borrow_mut().twice(entry.key()));
                    entry.insert(value);
                }
            }
        }
        let read = read.unwrap_or_default();
        self.notes.borrow_mut().room = read.len().min(MOST_ROOM);
        Ok(Value::Object(read))
    }
}

/// JSON text whose numbers are printed as `JSON.stringify` prints them, so that text is the same in every language.
pub(crate) fn print<T: serde::Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Stringify);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        // Results are plain records with text keys; serde_json has no way to fail on them.
        Err(_) => String::new(),
    }
}

struct Stringify;

impl serde_json::ser::Formatter for Stringify {
    fn write_f64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        write_number(writer, value)
    }

    // A problem may repeat a whole number that JavaScript cannot hold: it is printed as JavaScript would.
    fn write_u64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: u64) -> std::io::Result<()> {
        self.write_f64(writer, value as f64)
    }

    fn write_i64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: i64) -> std::io::Result<()> {
        self.write_f64(writer, value as f64)
    }
}

/// Writes a number as `JSON.stringify` prints it.
pub(crate) fn write_number<W: ?Sized + std::io::Write>(writer: &mut W, value: f64) -> std::io::Result<()> {
    // Zero and one are most of what is printed: shares, and what never happens.
    if value == 0.0 {
        return writer.write_all(b"0");
    }
    writer.write_all(ryu_js::Buffer::new().format(value).as_bytes())
}

/// The value with the order of keys and the spelling of `original` where the two say the same.
///
/// What the typed document leaves out because it says nothing (null, false, an empty list) is kept as it stood.
pub(crate) fn in_order_of(value: Value, original: &Value) -> Value {
    match (value, original) {
        (Value::Object(mut fields), Value::Object(order)) => {
            let mut ordered = Map::new();
            for (key, stood) in order {
                match fields.remove(key) {
                    Some(field) => ordered.insert(key.clone(), in_order_of(field, stood)),
                    None if says_nothing(stood) => ordered.insert(key.clone(), stood.clone()),
                    None => None,
                };
            }
            ordered.extend(fields);
            Value::Object(ordered)
        }
        (Value::Array(rows), Value::Array(stood)) => {
            // Rows are the same by their identifiers; those without, by their places in a list as long as it was.
            let known: HashMap<&str, &Value> =
                stood.iter().filter_map(|row| Some((row.get("id")?.as_str()?, row))).collect();
            let same_length = rows.len() == stood.len();
            let before = |place: usize, row: &Value| match row.get("id").and_then(Value::as_str) {
                Some(id) => known.get(id).copied(),
                None => stood.get(place).filter(|_| same_length),
            };
            let ordered = rows.into_iter().enumerate().map(|(place, row)| match before(place, &row) {
                Some(stood) => in_order_of(row, stood),
                None => row,
            });
            ordered.collect()
        }
        (Value::Number(number), Value::Number(stood)) if number.as_f64() == stood.as_f64() => {
            Value::Number(stood.clone())
        }
        (value, _) => value,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(rows) => rows.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_printed_as_javascript_prints_them() {
        let (value, problems) = parse("[9007199254740993, 18446744073709551615, -9007199254740993, 7]", 100, 2);
        assert!(problems.is_empty());
        assert_eq!(print(&value), "[9007199254740992,18446744073709552000,-9007199254740992,7]");
    }
}

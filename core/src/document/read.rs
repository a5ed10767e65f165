//! Strict reading: JSON values into records, every problem noted with its place.
//!
//! serde stops at the first fault of a text. Here a record is read field by field and a list row by row, so that each
//! faulty entity gives at least one problem. `declare` makes the readers of records, `values` holds those of single
//! values.

use indexmap::IndexMap;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::HashMap;

use super::values::clip;
use crate::problem::{Code, Found, Problem, listed, pointer, shortened};

/// Collects problems and knows where in the document it stands.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    /// All that was found so far.
    pub(crate) problems: Found,
    pub(crate) unread: Unread,
    /// Schemes of codes that speak of no patient: most documents have few, which stand in every row.
    schemes: Vec<String>,
}

/// The top-level rows that could not be read, list by list and in their order.
pub(crate) type Unread = HashMap<&'static str, Vec<UnreadRow>>;

/// A top-level row that could not be read.
#[derive(Debug)]
pub(crate) struct UnreadRow {
    /// How many rows before it were read; [`WHOLE_LIST`] where the list itself could not be.
    pub(crate) after: usize,
    /// Its identifier, if it had one.
    pub(crate) id: Option<String>,
}

/// So many fields are looked through one by one.
const FEW_FIELDS: usize = 12;

#[derive(Debug, Clone)]
enum Step {
    Field(&'static str),
    Key(String),
    Row(usize),
}

impl Reader {
    /// A reader that adds to what was found already.
    pub(crate) fn after(problems: Found) -> Self {
        Self { problems, ..Self::default() }
    }

    /// The field that the reader stands in, or a row of it.
    pub(crate) fn last_field(&self) -> &'static str {
        let field = |step: &Step| match step {
            Step::Field(name) => Some(*name),
            Step::Key(_) => Some(""),
            Step::Row(_) => None,
        };
        self.path.iter().rev().find_map(field).unwrap_or_default()
    }

    /// The JSON pointer of where the reader stands.
    pub(crate) fn pointer(&self) -> String {
        pointer(self.path.iter().map(|step| match step {
            Step::Field(name) => Cow::Borrowed(*name),
            Step::Key(key) => Cow::Borrowed(key.as_str()),
            Step::Row(index) => Cow::Owned(index.to_string()),
        }))
    }

    /// Notes a problem at this place.
    pub(crate) fn problem(&mut self, code: Code, value: &Value, accepted: &str, message: String) {
        if self.problems.is_full(code) {
            return self.problems.tally(code);
        }
        let value = if code == Code::PatientData { None } else { shortened(value) };
        let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
        self.problems.push(Problem { code, path: self.pointer(), value, accepted, message });
    }

    /// Notes a problem at a field of this place.
    pub(crate) fn problem_in(
        &mut self,
        name: &'static str,
        code: Code,
        value: &Value,
        accepted: &str,
        message: String,
    ) {
        self.step(Step::Field(name), |reader| reader.problem(code, value, accepted, message));
    }

    /// Reads `value` as a `T` one step further down.
    pub(crate) fn field<T: Read>(&mut self, name: &'static str, value: &Value) -> Option<T> {
        self.step(Step::Field(name), |reader| T::read(value, reader))
    }

    /// Reads a row of the list that the reader stands at.
    pub(crate) fn row<T: Read>(&mut self, place: usize, value: &Value) -> Option<T> {
        self.step(Step::Row(place), |reader| T::read(value, reader))
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
        // Most records have few fields, which are looked through sooner than a key is hashed.
        let found = if object.len() <= FEW_FIELDS {
            object.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
        } else {
            object.get(name)
        };
        let value = found.filter(|value| !value.is_null())?;
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
                if reader.speaks_of_a_patient(key) {
                    return;
                }
                let message = format!("the field “{}” is not known here", clip(key));
                reader.unknown(Code::UnknownField, key, value, known, message);
            });
        }
    }

    /// True, with a problem, for a key whose name speaks of a patient.
    pub(crate) fn speaks_of_a_patient(&mut self, key: &str) -> bool {
        let speaks = super::guard::names_a_patient(key);
        if speaks {
            let message = format!("the field “{}” looks like data about a patient, which is never accepted", clip(key));
            self.problem(Code::PatientData, &Value::Null, "", message);
        }
        speaks
    }

    /// False, with a problem, for a scheme of codes whose name speaks of a patient.
    fn is_scheme(&mut self, name: &str) -> bool {
        if self.schemes.iter().any(|seen| seen == name) {
            return true;
        }
        let sound = !self.speaks_of_a_patient(name);
        if sound && self.schemes.len() < FEW_FIELDS {
            self.schemes.push(name.to_owned());
        }
        sound
    }

    /// A problem for a word that is not one of the known ones, with the nearest of those.
    pub(crate) fn unknown(&mut self, code: Code, word: &str, value: &Value, known: &[&str], message: String) {
        if self.problems.is_full(code) {
            return self.problems.tally(code);
        }
        let accepted = match nearest(word, known.iter().copied()) {
            Some(word) => format!("{word} (the nearest of: {})", listed(known)),
            None if known.is_empty() => "no field at all".into(),
            None => format!("one of: {}", listed(known)),
        };
        self.problem(code, value, &accepted, message);
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
    let letters = word.chars().count();
    let distance = |candidate: &str| {
        let farthest = 1.max(word.len().max(candidate.len()) / 3);
        let candidate = candidate.to_lowercase();
        // Words differ by their lengths at least; most are told apart by that.
        let may_be_near = candidate.chars().count().abs_diff(letters) <= farthest;
        let distance = may_be_near.then(|| strsim::damerau_levenshtein(&word, &candidate))?;
        (distance <= farthest).then_some(distance)
    };
    known
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
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

/// Stands after all rows: a list that could not be read at all.
pub(crate) const WHOLE_LIST: usize = usize::MAX;

/// Reads the rows of a list one by one; not generic, so that it is compiled once.
#[inline(never)]
fn read_rows(value: &Value, reader: &mut Reader, one: &mut dyn FnMut(&Value, &mut Reader) -> bool) -> bool {
    // An unreadable row spoils the entity it belongs to; a top-level list goes on without it.
    let list = match reader.path.as_slice() {
        [Step::Field(name)] => Some(*name),
        _ => None,
    };
    let Some(rows) = value.as_array() else {
        reader.wrong_type(value, "a list");
        if let Some(list) = list {
            reader.unread.entry(list).or_default().push(UnreadRow { after: WHOLE_LIST, id: None });
        }
        return false;
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
                let unread = reader.unread.entry(list).or_default();
                let after = index.saturating_sub(unread.len());
                unread.push(UnreadRow { after, id });
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
        // Any scheme may be named; the other objects with free names are keyed by identifiers and headings.
        let schemes = reader.last_field() == "codes";
        for (key, value) in object {
            let one = |reader: &mut Reader| {
                let refused = schemes && !reader.is_scheme(key);
                (!refused && reader.is_short(key)).then(|| T::read(value, reader)).flatten()
            };
            match reader.step(Step::Key(key.clone()), one) {
                Some(value) => {
                    read.insert(key.clone(), value);
                }
                None => whole = false,
            }
        }
        whole.then_some(read)
    }
}

impl Reader {
    /// True while the reader stands at the whole document, whose lists may lack rows.
    pub(crate) fn at_root(&self) -> bool {
        self.path.is_empty()
    }
}

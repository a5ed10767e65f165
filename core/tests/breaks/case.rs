//! One way to break a document, and what must come of it.

use equipoise::{Code, Problem, Programme};
use serde_json::{Value, json};

/// The example to grow from.
pub(crate) const EXAMPLE: &str = include_str!("../data/example_programme.json");
/// The demo document that uses every rule.
pub(crate) const RULES: &str = include_str!("../../../docs/demo/rules.json");

/// In place of a value: the field is taken out.
pub(crate) const GONE: &str = "\u{0}gone";

/// No value.
pub(crate) const NULL: Option<()> = None;

/// A sound document broken by edits, and every problem that it then has.
pub(crate) struct Case {
    pub(crate) title: &'static str,
    pub(crate) edits: Vec<(&'static str, Value)>,
    pub(crate) expected: Vec<Expected>,
}

/// A problem as a case states it.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    pub(crate) code: Code,
    /// Where; of the first edit when `None`.
    pub(crate) at: Option<&'static str>,
    /// The value shown; that of the first edit when `None`.
    pub(crate) found: Option<Value>,
    /// The beginning of it, if it ends in an ellipsis. Empty: nothing is said to be accepted.
    pub(crate) accepted: &'static str,
    /// Pointers in square brackets stand for the same with the places of rows.
    pub(crate) message: &'static str,
}

/// A table of cases: `"title": "/pointer" = value, ... => [Code; "accepted"; "message"] ...;`
///
/// `[Code at "/pointer" found value; ...]` where place and value are not those of the first edit.
macro_rules! breaks {
    ($(
        $title:literal: $($path:literal = $to:expr),+ => $([
            $code:ident $(at $at:literal)? $(found $found:expr)?; $accepted:literal; $message:literal
        ])+;
    )*) => {
        vec![$(
            $crate::case::Case {
                title: $title,
                edits: vec![$(($path, serde_json::json!($to))),+],
                expected: vec![$(
                    $crate::case::Expected {
                        code: equipoise::Code::$code,
                        at: [$($at,)?].first().copied(),
                        found: [$(serde_json::json!($found),)?].first().cloned(),
                        accepted: $accepted,
                        message: $message,
                    }
                ),+],
            }
        ),*]
    };
}
pub(crate) use breaks;

/// Breaks both documents in every way and compares all problems exactly.
pub(crate) fn try_all(cases: Vec<Case>) {
    let mut failures = Vec::new();
    for case in &cases {
        for (name, text) in [("the example", EXAMPLE), ("the document of all rules", RULES)] {
            failures.extend(case.try_on(text).err().map(|error| format!("{} in {name}:\n{error}", case.title)));
        }
    }
    assert!(failures.is_empty(), "{} of {} cases:\n\n{}", failures.len(), 2 * cases.len(), failures.join("\n\n"));
}

impl Case {
    fn try_on(&self, text: &str) -> Result<(), String> {
        let mut document: Value = serde_json::from_str(text).unwrap();
        for (pointer, to) in &self.edits {
            edit(&mut document, pointer, to.clone());
        }
        let expected: Vec<Problem> = self.expected.iter().map(|expected| self.problem(expected, &document)).collect();
        let broken = document.to_string();
        let found = Programme::from_json(&broken).map_or_else(|problems| problems.into_vec(), |_| Vec::new());
        // The two doors give the same; `check` gives what `from_json` refuses with.
        let request = json!({ "document": document });
        let checked: Value = serde_json::from_str(&equipoise::json::check(&request.to_string())).unwrap();
        let found_rows = serde_json::to_value(&found).unwrap();
        let answer = checked["answer"].to_string();
        if answer != printed(&found_rows) {
            return Err(format!("check gives {checked}, from_json {found_rows}"));
        }
        let same =
            found.len() == expected.len() && found.iter().zip(&expected).all(|(found, wanted)| alike(found, wanted));
        let lines =
            |problems: &[Problem]| problems.iter().map(|problem| format!("  {problem:?}\n")).collect::<String>();
        if same { Ok(()) } else { Err(format!("found\n{}expected\n{}", lines(&found), lines(&expected))) }
    }

    fn problem(&self, expected: &Expected, document: &Value) -> Problem {
        let (first, to) = self.edits.first().unwrap();
        let value = expected.found.clone().unwrap_or_else(|| to.clone());
        let value = match value {
            Value::Null => None,
            Value::String(text) if text == GONE => None,
            Value::Array(_) => Some(json!("a list")),
            Value::Object(_) => Some(json!("an object")),
            value => Some(value),
        };
        let accepted = (!expected.accepted.is_empty()).then(|| expected.accepted.to_owned());
        let path = placed(document, expected.at.unwrap_or(first));
        Problem { code: expected.code, path, value, accepted, message: with_places(document, expected.message) }
    }
}

/// True if the problem is the one wanted; what is accepted may be given by its beginning.
fn alike(found: &Problem, wanted: &Problem) -> bool {
    let accepted = match (&found.accepted, &wanted.accepted) {
        (Some(found), Some(wanted)) => match wanted.strip_suffix('…') {
            Some(beginning) => found.starts_with(beginning),
            None => found == wanted,
        },
        (found, wanted) => found == wanted,
    };
    let value = |value: &Option<Value>| value.as_ref().map(printed);
    accepted
        && (found.code, &found.path, &found.message) == (wanted.code, &wanted.path, &wanted.message)
        && value(&found.value) == value(&wanted.value)
}

/// The value as text, whole numbers without a point.
fn printed(value: &Value) -> String {
    match value {
        Value::Array(rows) => format!("[{}]", rows.iter().map(printed).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{}:{}", json!(key), printed(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap().to_string(),
        value => value.to_string(),
    }
}

/// Sets, adds or takes out what stands at a pointer.
pub(crate) fn edit(document: &mut Value, pointer: &str, to: Value) {
    let (above, last) = pointer.rsplit_once('/').unwrap();
    let above = placed(document, above);
    let parent = document.pointer_mut(&above).unwrap_or_else(|| panic!("nothing at {above}"));
    let key = last.replace("~1", "/").replace("~0", "~");
    let gone = to == GONE;
    match parent {
        Value::Array(rows) if last == "-" => rows.push(to),
        Value::Array(rows) => {
            let place = row(rows, last);
            if gone { drop(rows.remove(place)) } else { rows[place] = to }
        }
        Value::Object(fields) if gone => drop(fields.shift_remove(&key).unwrap_or_else(|| panic!("no {pointer}"))),
        Value::Object(fields) => drop(fields.insert(key, to)),
        other => panic!("{above} is {other}"),
    }
}

/// The pointer with the places of rows for their identifiers, and of the last row for `-`.
fn placed(document: &Value, pointer: &str) -> String {
    let mut at = Some(document);
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        let step = match at {
            Some(Value::Array(rows)) => row(rows, step).to_string(),
            _ => step.to_owned(),
        };
        path.push('/');
        path.push_str(&step);
        at = document.pointer(&path);
    }
    path
}

fn row(rows: &[Value], step: &str) -> usize {
    if step == "-" {
        return rows.len() - 1;
    }
    let by_id = || rows.iter().position(|row| row["id"] == step);
    step.parse().ok().or_else(by_id).unwrap_or_else(|| panic!("no row {step}"))
}

/// The text with the places of rows in every pointer that stands in square brackets.
fn with_places(document: &Value, text: &str) -> String {
    let mut parts = text.split(['[', ']']);
    let mut placed_text = parts.next().unwrap_or_default().to_owned();
    while let (Some(pointer), Some(rest)) = (parts.next(), parts.next()) {
        placed_text.push_str(&placed(document, pointer));
        placed_text.push_str(rest);
    }
    placed_text
}

//! Texts that are no document: found before any entity is read.

use equipoise::{Code, Problem, Programme};

const MIB: usize = 1024 * 1024;

/// A text, and the one problem that it has.
pub(crate) struct TextCase {
    pub(crate) title: &'static str,
    text: String,
    pub(crate) expected: Problem,
}

fn case(
    title: &'static str,
    text: impl Into<String>,
    code: Code,
    path: &str,
    accepted: &str,
    message: &str,
) -> TextCase {
    let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
    let expected = Problem { code, path: path.into(), value: None, accepted, message: message.into() };
    TextCase { title, text: text.into(), expected }
}

/// A sound document of at least so many levels of nesting: lists of lists in a place that takes none.
fn nested(levels: usize) -> String {
    // The document itself is one level.
    let lists = levels - 1;
    format!(
        r#"{{"schema_version": "1.0", "id": "p", "name": "P", "goals": {}{}}}"#,
        "[".repeat(lists),
        "]".repeat(lists)
    )
}

const FINITE: &str = "a finite number, or null where it is missing";

const SOUND: &str = r#"{"schema_version": "1.0", "id": "p", "name": "P"}"#;

#[rustfmt::skip]
fn plain() -> Vec<TextCase> {
    vec![
        case("nothing", "", Code::EmptyText, "", "one JSON object", "the text is empty"),
        case("white space", " \r\n\t ", Code::EmptyText, "", "one JSON object", "the text is empty"),
        case("a byte order mark alone", "\u{feff}", Code::EmptyText, "", "one JSON object", "the text is empty"),
        case("NaN", r#"{"weight": NaN}"#, Code::NotANumber, "", FINITE, "“NaN” at line 1, column 12 is not a finite number"),
        case("infinity", "{\"weight\":\n Infinity}", Code::NotANumber, "", FINITE, "“Infinity” at line 2, column 2 is not a finite number"),
        case("minus infinity", r#"{"weight": -Infinity}"#, Code::NotANumber, "", FINITE, "“Infinity” at line 1, column 13 is not a finite number"),
        case("a number too large", r#"{"weight": 1e999}"#, Code::NotANumber, "", FINITE, "the number at line 1, column 16 is too large to be finite"),
        case("two documents in one", format!("{SOUND}\n{SOUND}"), Code::TrailingText, "", "one JSON value and nothing after it",
            "something follows the end of the JSON value at line 2, column 1: one text holds one document"),
        case("a comma behind the document", format!("{SOUND},"), Code::TrailingText, "", "one JSON value and nothing after it",
            "something follows the end of the JSON value at line 1, column 50: one text holds one document"),
        case("a field given twice", r#"{"schema_version": "1.0", "id": "p", "name": "P", "id": "q"}"#, Code::DuplicateField, "/id",
            "each field once", "the field “id” is given twice in one object"),
        case("a field given twice in a nested row",
            r#"{"schema_version": "1.0", "id": "p", "name": "P", "goals": [{"id": "g", "name": "G", "codes": {"a/b": "1", "a/b": "2"}}]}"#,
            Code::DuplicateField, "/goals/0/codes/a~1b", "each field once", "the field “a/b” is given twice in one object"),
        case("65 levels", nested(65), Code::TooDeep, &format!("/goals{}", "/0".repeat(63)), "at most 64 levels of nesting",
            "objects and lists are nested more than 64 deep"),
        case("65 MiB", format!("{SOUND}{}", " ".repeat(65 * MIB - SOUND.len())), Code::TooLarge, "", "at most 64 MiB of text",
            "the text is 68157440 bytes long; at most 67108864 (64 MiB) are read"),
        case("no JSON", "name: P", Code::NotJson, "", "one JSON object", "not JSON at line 1, column 2: expected ident"),
        case("a comma too many", "{\"id\": \"p\",\n}", Code::NotJson, "", "one JSON object", "not JSON at line 2, column 1: trailing comma"),
        case("cut off", "{\"id\": \"p\",\n \"name\": ", Code::NotJson, "", "one JSON object",
            "not JSON at line 2, column 9: EOF while parsing a value"),
        case("single quotes", "{'id': 'p'}", Code::NotJson, "", "one JSON object", "not JSON at line 1, column 2: key must be a string"),
    ]
}

/// What is no finite number is named as such wherever it stands, and nothing else is.
#[rustfmt::skip]
fn not_numbers() -> Vec<TextCase> {
    vec![
        case("NaN after letters that take two bytes", r#"{"name": "Café", "weight": NaN}"#, Code::NotANumber, "", FINITE,
            "“NaN” at line 1, column 28 is not a finite number"),
        case("a word that only begins like one", r#"{"weight": info}"#, Code::NotJson, "", "one JSON object",
            "not JSON at line 1, column 12: expected value"),
    ]
}

pub(crate) fn cases() -> Vec<TextCase> {
    [plain(), not_numbers()].into_iter().flatten().collect()
}

#[test]
fn each_text_gives_its_one_problem() {
    try_all(plain());
}

#[test]
fn only_what_is_no_finite_number_is_said_to_be_none() {
    try_all(not_numbers());
}

fn try_all(cases: Vec<TextCase>) {
    let mut failures = Vec::new();
    for case in cases {
        let found = Programme::from_json(&case.text).map_or_else(|problems| problems.into_vec(), |_| Vec::new());
        if found != [case.expected.clone()] {
            failures.push(format!("{}: found\n  {found:?}\nexpected\n  {:?}", case.title, case.expected));
        }
        // A caller who has a text passes it unparsed and gets the same.
        let request = serde_json::json!({ "document": case.text }).to_string();
        let checked: serde_json::Value = serde_json::from_str(&equipoise::json::check(&request)).unwrap();
        if checked["answer"] != serde_json::to_value(&found).unwrap() {
            failures.push(format!("{}: check gives {checked}", case.title));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn a_byte_order_mark_is_accepted() {
    assert!(Programme::from_json(&format!("\u{feff}{SOUND}")).is_ok());
}

#[test]
fn texts_of_64_mib_and_64_levels_are_read() {
    let text = format!("{SOUND}{}", " ".repeat(64 * MIB - SOUND.len()));
    assert_eq!(text.len(), 64 * MIB);
    assert!(Programme::from_json(&text).is_ok());
    // A byte order mark is no part of the text.
    assert!(Programme::from_json(&format!("\u{feff}{text}")).is_ok());
    let found = Programme::from_json(&nested(64)).unwrap_err();
    assert!(found.as_slice().iter().all(|problem| problem.code == Code::WrongType), "{found}");
}

#[test]
fn what_is_no_object_is_named() {
    for (text, what) in
        [("[]", "a list"), ("\"p\"", "a text"), ("1", "a number"), ("true", "true or false"), ("null", "null")]
    {
        let found = Programme::from_json(text).unwrap_err().into_vec();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].code, found[0].path.as_str()), (Code::WrongType, ""), "{text}");
        let accepted = found[0].accepted.clone().unwrap();
        assert!(accepted.starts_with("an object with schema_version, id, name"), "{accepted}");
        assert_eq!(found[0].message, format!("this is {what}, where {accepted} is wanted"));
    }
}

/// Where a field is given twice, the problems of the rest are given too.
#[test]
fn a_field_given_twice_hides_nothing() {
    let text = r#"{"schema_version": "1.0", "id": "p", "name": "P", "goals": [], "goals": [{"id": "g"}]}"#;
    let found = Programme::from_json(text).unwrap_err().into_vec();
    let named: Vec<_> = found.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
    assert_eq!(named, [(Code::DuplicateField, "/goals"), (Code::MissingField, "/goals/0/name")]);
}

#[test]
fn a_parameter_given_twice_is_a_problem_beside_a_text_too() {
    for document in [SOUND.to_owned(), serde_json::json!(SOUND).to_string()] {
        let request = format!(r#"{{"document": {document}, "as_at": "2023-03-31", "as_at": "2024-03-31"}}"#);
        let answer: serde_json::Value = serde_json::from_str(&equipoise::json::assess(&request)).unwrap();
        assert_eq!(answer["problems"][0]["code"], "duplicate_field", "{request}");
        assert_eq!(answer["problems"][0]["path"], "/as_at", "{request}");
    }
}

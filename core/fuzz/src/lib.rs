//! What every fuzz target asks of an answer, and how inputs are changed so that they stay JSON.

mod mutate;

pub use mutate::mutate;

use serde_json::Value;

/// An operation as text to text.
pub type Operation = fn(&str) -> String;

/// The answer to a request, which must be sound: the same at every call, one of the two shapes, and printed as
/// `JSON.stringify` prints it.
pub fn ask(operation: Operation, request: &str) -> Value {
    let text = operation(request);
    assert_eq!(text, operation(request), "two answers to one request");
    let answer: Value = serde_json::from_str(&text).expect("an answer is JSON");
    assert_eq!(printed(&answer), text, "not printed as JSON.stringify prints it");
    let fields = answer.as_object().expect("an answer is an object");
    assert_eq!(fields.len(), 1);
    match fields.get("problems") {
        Some(problems) => {
            let problems = problems.as_array().expect("problems are a list");
            assert!(!problems.is_empty(), "refused without a problem");
            problems.iter().for_each(is_problem);
        }
        None => assert!(fields.contains_key("answer")),
    }
    answer
}

/// The answer of an operation that must not be refused.
pub fn must(operation: Operation, request: &Value) -> Value {
    let mut answer = ask(operation, &request.to_string());
    assert!(answer.get("answer").is_some(), "{answer}");
    answer["answer"].take()
}

/// A problem has a known code, a pointer and words.
pub fn is_problem(problem: &Value) {
    let text = |name: &str| problem[name].as_str().unwrap_or_else(|| panic!("no {name}: {problem}"));
    assert!(equipoise::Code::from_word(text("code")).is_some(), "{problem}");
    assert!(text("path").is_empty() || text("path").starts_with('/'), "{problem}");
    assert!(!text("message").is_empty(), "{problem}");
}

/// JSON as JavaScript prints it.
fn printed(value: &Value) -> String {
    match value {
        Value::Array(rows) => format!("[{}]", rows.iter().map(printed).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), printed(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::Number(number) => number.as_f64().map_or_else(String::new, |number| ryu_js::Buffer::new().format(number).to_owned()),
        scalar => scalar.to_string(),
    }
}

//! Hostile inputs: what an answer costs grows with the input, not with its square.
//!
//! Sizes of answers are compared exactly: an input four times as large may give an answer about four times as large.
//! Times are not compared; each of the slow ones has far more than it needs, and a square would need far more than that.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use equipoise::json;
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};

/// An operation as text to text.
type Operation = fn(&str) -> String;

/// The smallest document with one network.
fn document() -> Value {
    json!({
        "schema_version": "1.0", "id": "p", "name": "P",
        "organisations": [{"id": "o", "name": "O", "kind": "trust"}], "bodies": [{"id": "b", "name": "B", "kind": "network"}],
    })
}

fn task(place: usize) -> Value {
    json!({
        "id": format!("i{place}"), "name": "Task", "kind": "task", "body": "b",
        "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-10-01"}],
    })
}

fn update(place: usize, priority: &str) -> Value {
    json!({
        "id": format!("u{place}"), "priority": priority, "as_at": "2023-03-20", "by": "chair", "lifecycle": "in_progress",
        "forecast_finish": "2023-09-30",
    })
}

fn checked(document: &Value) -> (Operation, String) {
    (json::check, json!({ "document": document }).to_string())
}

fn assessed(document: &Value) -> (Operation, String) {
    (json::assess, json!({"document": document, "as_at": "2023-03-31"}).to_string())
}

/// The answer to an input four times as large is at most six times as large.
fn grows_with_its_input(what: &str, size: usize, request: impl Fn(usize) -> (Operation, String)) {
    let cost = |size: usize| {
        let (operation, request) = request(size);
        (request.len(), operation(&request).len())
    };
    let ((small_in, small_out), (large_in, large_out)) = (cost(size), cost(4 * size));
    assert!(large_in < 6 * small_in, "{what}: the inputs are not what they should be");
    assert!(large_out < 6 * small_out, "{what}: {small_in} bytes give {small_out}, and {large_in} give {large_out}");
}

/// Every priority waits for the next and for the first: as many cycles as priorities, each longer than the one before.
#[test]
fn cycles_are_printed_within_bounds() {
    grows_with_its_input("cycles", 250, |size| {
        let mut document = document();
        document["priorities"] = (0..size)
            .map(|place| {
                let mut row = task(place);
                row["depends_on"] = json!([{"priority": format!("i{}", (place + 1) % size)}, {"priority": "i0"}]);
                row
            })
            .collect();
        checked(&document)
    });
}

/// Every vote is for something else than the many options.
#[test]
fn options_are_named_within_bounds() {
    grows_with_its_input("votes", 250, |size| {
        let options: Vec<String> = (0..size).map(|place| format!("option {place}")).collect();
        let vote = |place: usize| json!({"organisation": "o", "person": format!("p{place}"), "option": format!("other {place}")});
        let votes: Vec<Value> = (0..size).map(vote).collect();
        let mut document = document();
        document["decisions"] = json!([{"id": "d", "body": "b", "options": options, "votes": votes}]);
        checked(&document)
    });
}

/// Every row has a column of its own.
#[test]
fn tables_are_filled_within_bounds() {
    grows_with_its_input("columns", 250, |size| {
        let row = |place: usize| Value::Object(Map::from_iter([(format!("column {place}"), json!(place))]));
        let rows: Vec<Value> = (0..size).map(row).collect();
        (json::table, json!({ "result": rows }).to_string())
    });
}

/// One long name around many fields.
#[test]
fn columns_are_named_within_bounds() {
    grows_with_its_input("names of columns", 250, |size| {
        let fields: Map<String, Value> = (0..size).map(|place| (format!("f{place}"), json!(1))).collect();
        let result = Map::from_iter([("name".repeat(2 * size), Value::Object(fields))]);
        (json::table, json!({ "result": result }).to_string())
    });
}

/// A report in which every row is the same item, and every finding speaks of it.
#[test]
fn findings_are_said_within_bounds() {
    let mut small = document();
    small["priorities"] = json!([task(0)]);
    small["updates"] = json!([update(0, "i0")]);
    let (operation, request) = assessed(&small);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let report = &answer["answer"];
    let finding =
        report["findings"].as_array().unwrap().iter().find(|finding| finding["subject"]["kind"] == "priority").unwrap();
    grows_with_its_input("findings", 60, |size| {
        let mut report = report.clone();
        report["items"] = vec![report["items"][0].clone(); size].into();
        report["findings"] = vec![finding.clone(); size].into();
        (json::describe, json!({ "result": report }).to_string())
    });
}

/// What is not known is named, and what would be is named beside it: not over and over without end.
#[test]
fn problems_take_a_bounded_multiple_of_the_input() {
    for (what, row) in [("empty rows", json!({})), ("rows that are none", json!(0))] {
        let mut document = document();
        document["updates"] = vec![row; 20_000].into();
        let (operation, request) = checked(&document);
        let (given, answered) = (request.len(), operation(&request).len());
        assert!(answered < 50 * given, "{what}: {given} bytes give {answered}");
    }
}

/// Answered well within the time, on a slow machine too; anything quadratic in these sizes is not.
fn is_quick(what: &str, (operation, request): (Operation, String)) {
    let begun = Instant::now();
    operation(&request);
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(6), "{what}: {took:?} for {} bytes", request.len());
}

#[test]
fn many_references_to_nothing_are_quick() {
    let size = 6000;
    let mut document = document();
    document["priorities"] = (0..size).map(task).collect();
    document["updates"] = (0..size).map(|place| update(place, &format!("x{place:06}"))).collect();
    is_quick("dangling references", checked(&document));
}

#[test]
fn long_names_are_quick() {
    let long = |letter: &str| letter.repeat(60_000);
    let mut document = document();
    let mut row = task(0);
    row["id"] = json!(long("a"));
    document["priorities"] = json!([row]);
    document["updates"] = json!([update(0, &long("b"))]);
    is_quick("two long identifiers", checked(&document));
    let mut document = self::document();
    document[&"field".repeat(400_000)] = json!(1);
    is_quick("a long field", checked(&document));
}

#[test]
fn many_rows_that_cannot_be_read_are_quick() {
    let mut document = document();
    let row = |place: usize| {
        let mut row = task(place);
        row[if place % 2 == 0 { "kind" } else { "plan" }] = json!(if place % 2 == 0 { "job" } else { "soon" });
        row
    };
    document["priorities"] = (0..120_000).map(row).collect();
    is_quick("rows", checked(&document));
}

#[test]
fn many_bodies_and_goals_are_quick() {
    let size = 20_000;
    let mut document = document();
    let body = |place: usize| json!({"id": format!("b{place}"), "name": "B", "kind": "board"});
    document["bodies"].as_array_mut().unwrap().extend((0..size).map(body));
    document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
    is_quick("bodies and goals", assessed(&document));
    document["priorities"] = (0..size)
        .map(|place| {
            let mut row = task(place);
            row["goal"] = json!(format!("g{place}"));
            row
        })
        .collect();
    is_quick("bodies, goals and items", assessed(&document));
}

/// Each item waits for the one before it, and each was overridden on another day.
#[test]
fn many_overrides_along_a_chain_are_quick() {
    let size = 3000;
    let mut document = document();
    let start: equipoise::Day = "2023-03-31".parse().unwrap();
    document["priorities"] = (0..size)
        .map(|place: usize| {
            let mut row = task(place);
            row["depends_on"] =
                place.checked_sub(1).map(|before| json!({"priority": format!("i{before}")})).into_iter().collect();
            row
        })
        .collect();
    let judgement = |place: usize| {
        let subject = json!({"kind": "priority", "id": format!("i{place}")});
        json!({
            "id": format!("o{place}"), "subject": subject, "level": "amber", "start": start.plus(-(place as i64)),
            "end": "2023-12-31",
        })
    };
    document["overrides"] = (0..size).map(judgement).collect();
    is_quick("overrides", assessed(&document));
}

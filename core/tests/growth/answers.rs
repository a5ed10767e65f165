//! What is repeated in an answer is short: identifiers, names, columns, faults.

use equipoise::json;
use serde_json::{Map, Value, json};

use crate::{assessed, checked, document, grows_with_its_input, tabled, task, tasks, update};

/// Every priority waits for the next and for the first: as many cycles as priorities, each longer than the one before.
#[test]
fn cycles_are_printed_within_bounds() {
    grows_with_its_input("cycles", 250, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["depends_on"] = json!([{"priority": format!("i{}", (place + 1) % size)}, {"priority": "i0"}]);
        });
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

/// What many rows repeat has a bounded length: of the programme's identifier, of a body's, of a policy's version.
#[test]
fn identifiers_are_repeated_within_bounds() {
    let long = |size: usize| json!("long".repeat(5 * size));
    grows_with_its_input("the programme's identifier", 250, |size| {
        let mut document = document();
        document["id"] = long(size);
        document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
        assessed(&document)
    });
    grows_with_its_input("the version of the policy", 250, |size| {
        let mut document = document();
        document["policy"] = json!({ "version": long(size) });
        document["priorities"] = tasks(size, |_, _| ());
        assessed(&document)
    });
    grows_with_its_input("the parent's body", 250, |size| {
        let mut document = document();
        document["bodies"].as_array_mut().unwrap().push(json!({"id": long(size), "name": "B", "kind": "network"}));
        document["priorities"] = tasks(size, |place, row| match place {
            0 => row["body"] = long(size),
            _ => row["parent"] = json!("i0"),
        });
        checked(&document)
    });
}

/// Fields given twice inside one with a long name.
#[test]
fn places_are_named_within_bounds() {
    grows_with_its_input("pointers", 250, |size| {
        let text = json!({ "document": document() }).to_string();
        let fields = vec![r#""a":1"#; size].join(",");
        let long = "name".repeat(size);
        (json::check, text.replace(r#""id":"p""#, &format!(r#""id":"p","{long}":{{{fields}}}"#)))
    });
}

/// Every row has a column of its own.
#[test]
fn tables_are_filled_within_bounds() {
    grows_with_its_input("columns", 250, |size| {
        let row = |place: usize| Value::Object(Map::from_iter([(format!("column {place}"), json!(place))]));
        tabled(&(0..size).map(row).collect())
    });
}

/// One long name around many fields.
#[test]
fn columns_are_named_within_bounds() {
    let around = |size: usize, field: Value| {
        let fields: Map<String, Value> = (0..size).map(|place| (format!("f{place}"), field.clone())).collect();
        json!({ "name".repeat(2 * size): fields })
    };
    grows_with_its_input("names of columns", 250, |size| tabled(&around(size, json!(1))));
    // Names that no column has in the end cost as much.
    let (operation, request) = tabled(&around(250, json!({})));
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    assert_eq!(answer["problems"][0]["code"], "too_large");
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

/// However many faults there are of one kind, every kind is listed, and how many more there are is said.
#[test]
fn no_kind_of_fault_hides_another() {
    let mut document = document();
    document["updates"] = vec![json!(0); 12_000].into();
    document["goals"] = json!([{"id": "g", "name": "G", "objective": "nowhere"}]);
    let (operation, request) = checked(&document);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let problems = answer["answer"].as_array().unwrap();
    assert_eq!(problems.len(), 10_002);
    assert_eq!(problems[10_000]["code"], "dangling_reference");
    assert_eq!(problems[10_001]["message"], "there are 2000 more problems wrong_type; the first 10000 are listed");
}

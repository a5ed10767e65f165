//! Large documents, read and assessed.

use serde_json::{Value, json};

use crate::{assessed, checked, document, judgement, takes_time_by_its_input, task, tasks, update};

#[test]
fn many_references_to_nothing_take_time_by_their_number() {
    takes_time_by_its_input("dangling references", 1500, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| ());
        document["updates"] = (0..size).map(|place| update(place, &format!("x{place:06}"))).collect();
        checked(&document)
    });
}

#[test]
fn long_names_take_time_by_their_length() {
    takes_time_by_its_input("two long identifiers", 15_000, |size| {
        let mut document = document();
        let mut row = task(0);
        row["id"] = json!("a".repeat(size));
        document["priorities"] = json!([row]);
        document["updates"] = json!([update(0, &"b".repeat(size))]);
        checked(&document)
    });
    takes_time_by_its_input("a long field", 100_000, |size| {
        let mut document = document();
        document[&"field".repeat(size)] = json!(1);
        checked(&document)
    });
}

/// Most rows cannot be read; each of the others has its place among all.
#[test]
fn many_rows_that_cannot_be_read_take_time_by_their_number() {
    takes_time_by_its_input("rows", 20_000, |size| {
        let mut document = document();
        let goal = json!({"id": "g", "name": "G"});
        document["goals"] = (0..size).map(|place| if place % 3 == 0 { goal.clone() } else { json!(0) }).collect();
        checked(&document)
    });
}

#[test]
fn many_options_take_time_by_their_number() {
    takes_time_by_its_input("options", 4000, |size| {
        let options: Vec<String> = (0..size).map(|place| format!("option {place}")).collect();
        let vote = |(place, option): (usize, &String)| json!({"organisation": "o", "person": format!("p{place}"), "option": option});
        let votes: Vec<Value> = options.iter().enumerate().map(vote).collect();
        let mut document = document();
        document["decisions"] = json!([{"id": "d", "body": "b", "options": options, "votes": votes}]);
        checked(&document)
    });
}

#[test]
fn many_bodies_and_goals_take_time_by_their_number() {
    let many = |size: usize| {
        let mut document = document();
        let body = |place: usize| json!({"id": format!("b{place}"), "name": "B", "kind": "board"});
        document["bodies"].as_array_mut().unwrap().extend((0..size).map(body));
        document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
        document
    };
    takes_time_by_its_input("bodies and goals", 1500, |size| assessed(&many(size)));
    takes_time_by_its_input("bodies, goals and items", 1500, |size| {
        let mut document = many(size);
        document["priorities"] = tasks(size, |place, row| row["goal"] = json!(format!("g{place}")));
        assessed(&document)
    });
    takes_time_by_its_input("bodies and goals overridden", 1500, |size| {
        let mut document = many(size);
        document["priorities"] = tasks(size, |place, row| {
            row["body"] = json!(format!("b{place}"));
            row["goal"] = json!(format!("g{place}"));
        });
        let set = |place: usize, kind: &str| {
            let mut row = judgement(0);
            row["id"] = json!(format!("{kind}{place}"));
            row["subject"] = json!({"kind": kind, "id": format!("{}{place}", &kind[..1])});
            row
        };
        document["overrides"] = (0..size).flat_map(|place| [set(place, "body"), set(place, "goal")]).collect();
        assessed(&document)
    });
}

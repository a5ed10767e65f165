//! Rows of trackers, and pages.

use equipoise::json;
use serde_json::{Map, Value, json};

use crate::{Asked, assessed, document, grows_with_its_input, takes_time_by_its_input, tasks, update};

fn read_in(rows: Value, document: Option<Value>) -> Asked {
    let columns = json!({"approved_on": {"value": "2022-04-01"}});
    let request = json!({"rows": rows, "as_at": "2023-03-31", "recorded_on": "2023-03-31", "columns": columns, "document": document});
    (json::from_rows, request.to_string())
}

fn tracked(place: usize) -> Value {
    json!({"Title": format!("Task {place}"), "Network": format!("Network {place}"), "Type": "Task", "Due date": "31/03/2023", "RAG": "G"})
}

#[test]
fn rows_take_time_by_their_number() {
    let rows = |size: usize| (0..size).map(tracked).collect::<Value>();
    grows_with_its_input("rows", 500, |size| read_in(rows(size), None));
    takes_time_by_its_input("rows", 2000, |size| read_in(rows(size), None));
    // Every identifier that would be made is taken already.
    let taken = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["id"] = if place == 0 { json!("b-task") } else { json!(format!("b-task-{}", place + 1)) };
            row["name"] = json!(format!("Other {place}"));
        });
        document
    };
    let same = |size: usize| -> Value {
        (0..size)
            .map(|place| json!({"Title": format!("Task{}", "!".repeat(place % 7)), "Network": "b", "Type": "Task"}))
            .collect()
    };
    takes_time_by_its_input("taken identifiers", 2000, |size| read_in(same(size), Some(taken(size))));
}

/// Each row is part of the one above it as far as that goes, waits for it, and serves many aims; then one cell of as many.
#[test]
fn links_take_time_by_their_number() {
    let linked = |size: usize| -> Value {
        (0..size)
            .map(|place| {
                json!({"ID": format!("T{place}"), "Title": format!("Task {place}"), "Network": "N", "Type": "Task",
                    "Part of": format!("T{}", place / 2), "Predecessors": format!("T{}", (place + 1) % size),
                    "Aims": format!("A{place}; A{}; A0", place / 2)})
            })
            .collect()
    };
    takes_time_by_its_input("links in a circle", 1500, |size| read_in(linked(size), None));
    let in_a_cell = |size: usize| {
        let mut rows = linked(size);
        rows.as_array_mut().unwrap().iter_mut().for_each(|row| row["Predecessors"] = json!(""));
        rows[0]["Predecessors"] = (1..size).map(|place| format!("T{place}+1d")).collect::<Vec<_>>().join(", ").into();
        rows[0]["Aims"] = (1..size).map(|place| format!("A{place}")).collect::<Vec<_>>().join(",").into();
        rows
    };
    takes_time_by_its_input("links in a cell", 1500, |size| read_in(in_a_cell(size), None));
}

#[test]
fn columns_take_time_by_their_number() {
    let wide = |size: usize| -> Value {
        let row: Map<String, Value> = (0..size).map(|place| (format!("Column {place}"), json!(place))).collect();
        json!([row.clone(), row])
    };
    grows_with_its_input("columns", 500, |size| read_in(wide(size), None));
    takes_time_by_its_input("columns", 4000, |size| read_in(wide(size), None));
}

#[test]
fn reports_on_one_priority_take_time_by_their_number() {
    let reports = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(1, |_, _| {});
        document["updates"] = (0..size).map(|place| update(place, "i0")).collect();
        let row = |place: usize| json!({"Priority": "i0", "Last updated": "2023-03-20", "Note": format!("{place}")});
        let rows: Value = (0..size).map(row).collect();
        let request = json!({"rows": rows, "kind": "updates", "as_at": "2023-03-31", "recorded_on": "2023-03-31", "document": document});
        (json::from_rows as fn(&str) -> String, request.to_string())
    };
    takes_time_by_its_input("reports", 2000, reports);
}

#[test]
fn pages_grow_with_their_report() {
    let page = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| {});
        document["updates"] = (0..size).map(|place| update(place, &format!("i{place}"))).collect();
        let (assess, request) = assessed(&document);
        let report: Value = serde_json::from_str(&assess(&request)).unwrap();
        (json::html as fn(&str) -> String, json!({"report": report["answer"]}).to_string())
    };
    grows_with_its_input("pages", 200, page);
    takes_time_by_its_input("pages", 1000, page);
    // With what changed since, item by item.
    let compared = |size: usize| {
        let (_, request) = page(size);
        let mut request: Value = serde_json::from_str(&request).unwrap();
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| {});
        document["updates"] = (0..size).map(|place| update(place, &format!("i{place}"))).collect();
        let asked = json!({"document": document, "since": "2023-02-28", "as_at": "2023-03-31"});
        let comparison: Value = serde_json::from_str(&json::compare(&asked.to_string())).unwrap();
        request["comparison"] = comparison["answer"].clone();
        (json::html as fn(&str) -> String, request.to_string())
    };
    grows_with_its_input("pages of what changed", 200, compared);
    takes_time_by_its_input("pages of what changed", 500, compared);
}

//! Hostile inputs: what an answer costs grows with the input, not with its square.
//!
//! Sizes of answers are compared exactly: an input four times as large may give an answer about four times as large.
//! Of times only the ratio is looked at: four times the input may take less than nine times as long, in the best of
//! some rounds, where a square would take sixteen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod changes;
mod documents;
mod records;
mod refusals;
mod rows;
mod series;

use equipoise::json;
use serde_json::{Value, json};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// An operation as text to text, and a request to it.
pub(crate) type Asked = (fn(&str) -> String, String);

/// The smallest document with one network.
pub(crate) fn document() -> Value {
    json!({
        "schema_version": "1.0", "id": "p", "name": "P",
        "organisations": [{"id": "o", "name": "O", "kind": "trust"}], "bodies": [{"id": "b", "name": "B", "kind": "network"}],
    })
}

pub(crate) fn task(place: usize) -> Value {
    json!({
        "id": format!("i{place}"), "name": "Task", "kind": "task", "body": "b",
        "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-10-01"}],
    })
}

/// So many tasks, changed row by row.
pub(crate) fn tasks(size: usize, change: impl Fn(usize, &mut Value)) -> Value {
    let changed = |place: usize| {
        let mut row = task(place);
        change(place, &mut row);
        row
    };
    (0..size).map(changed).collect()
}

pub(crate) fn waits_for(place: usize) -> Value {
    json!([{ "priority": format!("i{place}") }])
}

pub(crate) fn update(place: usize, priority: &str) -> Value {
    json!({
        "id": format!("u{place}"), "priority": priority, "as_at": "2023-03-20", "by": "chair", "lifecycle": "in_progress",
        "forecast_finish": "2023-09-30",
    })
}

/// Set so many days before the day of the report.
pub(crate) fn judgement(place: usize) -> Value {
    let start: equipoise::Day = "2023-03-31".parse().unwrap();
    let subject = json!({"kind": "priority", "id": format!("i{place}")});
    json!({
        "id": format!("o{place}"), "subject": subject, "level": "amber", "start": start.plus(-(place as i64)),
        "end": "2023-12-31",
    })
}

pub(crate) fn checked(document: &Value) -> Asked {
    (json::check, json!({ "document": document }).to_string())
}

pub(crate) fn assessed(document: &Value) -> Asked {
    (json::assess, json!({"document": document, "as_at": "2023-03-31"}).to_string())
}

pub(crate) fn tabled(result: &Value) -> Asked {
    (json::table, json!({ "result": result }).to_string())
}

/// Requests of the size and of four times the size.
pub(crate) fn both(what: &str, size: usize, request: impl Fn(usize) -> Asked) -> [Asked; 2] {
    let asked = [request(size), request(4 * size)];
    let [small, large] = [asked[0].1.len(), asked[1].1.len()];
    assert!(large > 3 * small && large < 6 * small, "{what}: the inputs are not what they should be");
    asked
}

/// The answer to an input four times as large is at most six times as large.
pub(crate) fn grows_with_its_input(what: &str, size: usize, request: impl Fn(usize) -> Asked) {
    let [small, large] =
        both(what, size, request).map(|(operation, request)| (request.len(), operation(&request).len()));
    assert!(large.1 < 6 * small.1, "{what}: {} bytes give {}, and {} give {}", small.0, small.1, large.0, large.1);
}

/// What is timed is alone.
pub(crate) static ALONE: Mutex<()> = Mutex::new(());

/// An input four times as large takes less than nine times as long. A loaded machine gets more rounds.
pub(crate) fn takes_time_by_its_input(what: &str, size: usize, request: impl Fn(usize) -> Asked) {
    let asked = both(what, size, request);
    let _alone = ALONE.lock().unwrap_or_else(|broken| broken.into_inner());
    let mut best = [Duration::MAX; 2];
    for round in 1..=6 {
        for (best, (operation, request)) in best.iter_mut().zip(&asked) {
            let begun = Instant::now();
            operation(request);
            *best = begun.elapsed().min(*best);
        }
        if round > 1 && best[1] < 9 * best[0] {
            return;
        }
    }
    panic!("{what}: {} bytes take {:?}, and {} take {:?}", asked[0].1.len(), best[0], asked[1].1.len(), best[1]);
}

/// A document with one indicator, its figures by organisation, and items linked to it.
pub(crate) fn measured(items: usize, organisations: usize, periods: usize) -> Value {
    let mut document = document();
    let id = |place: usize| format!("o{place}");
    document["priorities"] = tasks(items, |_, row| row["participating_organisations"] = json!([id(0)]));
    let links: Value = document["priorities"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    document["organisations"] =
        (0..organisations).map(|place| json!({"id": id(place), "name": "Trust", "kind": "trust"})).collect();
    document["indicators"] = json!([{
        "id": "n", "name": "Indicator", "kind": "value", "improvement_direction": "increase",
        "targets": [{"value": 9}], "priorities": links,
    }]);
    let figures = (0..organisations).flat_map(|place| {
        (0..periods).map(move |period| {
            let period = format!("{}-{:02}", 1990 + period / 12, period % 12 + 1);
            json!({"indicator": "n", "organisation": format!("o{place}"), "period": period, "value": 1})
        })
    });
    document["observations"] = figures.collect();
    document
}

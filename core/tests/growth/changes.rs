//! What changed, and why, however long the chain or many the facts.

use equipoise::json;
use serde_json::{Value, json};

use crate::{Asked, assessed, document, judgement, takes_time_by_its_input, tasks, update, waits_for};

fn compared(document: &Value) -> Asked {
    let request = json!({"document": document, "since": "2023-02-28", "as_at": "2023-03-31"});
    (json::compare, request.to_string())
}

/// What all others wait for moved, so that every one of a long chain changed because of it.
#[test]
fn causes_along_a_chain_take_time_by_their_number() {
    takes_time_by_its_input("a chain whose beginning moved", 1500, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            if place > 0 {
                row["depends_on"] = waits_for(place - 1);
            }
        });
        let first = |place: usize, as_at: &str, forecast: &str| {
            let mut row = update(place, "i0");
            (row["as_at"], row["forecast_finish"]) = (json!(as_at), json!(forecast));
            row
        };
        document["updates"] = json!([first(0, "2023-02-20", "2023-06-30"), first(1, "2023-03-20", "2023-09-30")]);
        compared(&document)
    });
}

/// One item with many updates, blockers and baselines, all of them new.
#[test]
fn causes_among_many_facts_take_time_by_their_number() {
    takes_time_by_its_input("many facts of one item", 2000, |size| {
        let mut document = document();
        document["priorities"] = tasks(1, |_, _| ());
        document["updates"] = (0..size).map(|place| update(place, "i0")).collect();
        let blocker = |place: usize| json!({"id": format!("k{place}"), "priority": "i0", "raised_on": "2023-03-01"});
        document["blockers"] = (0..size).map(blocker).collect();
        compared(&document)
    });
}

/// Every item has a new override with a start of its own, and its level changed.
#[test]
fn causes_under_overrides_take_time_by_their_number() {
    takes_time_by_its_input("overrides that are new", 1000, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| ());
        document["updates"] = (0..size)
            .map(|place| {
                let mut row = update(place, &format!("i{place}"));
                row["forecast_finish"] = json!("2023-06-30");
                row
            })
            .collect();
        let set = |place: usize| {
            let mut row = judgement(place);
            row["start"] = json!(format!("2023-03-{:02}", 1 + place % 30));
            row["level"] = json!("red");
            row
        };
        document["overrides"] = (0..size).map(set).collect();
        compared(&document)
    });
}

/// Networks of twenty items each, half of them late since: what changed each, what would turn it green, what red.
#[test]
fn many_networks_take_time_by_their_number() {
    let networks = |size: usize| {
        let mut document = document();
        let body = |place: usize| json!({"id": format!("b{place}"), "name": "B", "kind": "network"});
        document["bodies"] = (0..size).map(body).collect();
        document["priorities"] = tasks(20 * size, |place, row| row["body"] = json!(format!("b{}", place / 20)));
        document["updates"] = (0..20 * size)
            .map(|place| {
                let mut row = update(place, &format!("i{place}"));
                row["forecast_finish"] = json!(if place % 2 == 0 { "2023-07-14" } else { "2023-06-30" });
                row
            })
            .collect();
        document
    };
    takes_time_by_its_input("causes of networks", 25, |size| compared(&networks(size)));
    takes_time_by_its_input("paths of networks", 25, |size| assessed(&networks(size)));
}

/// Colours looked back to, each on a day of its own and each resting on all before it.
#[test]
fn colours_along_a_chain_take_time_by_their_number() {
    takes_time_by_its_input("colours along a chain", 1000, |size| {
        let mut document = document();
        let first: equipoise::Day = "2023-01-01".parse().unwrap();
        document["priorities"] = tasks(size, |place, row| {
            row["baselines"][0]["finish"] = json!(first.plus((place % 900) as i64).to_string());
            if place > 0 && place % 10 > 0 {
                row["depends_on"] = waits_for(place - 1);
            }
        });
        (json::calibrate, json!({"document": document, "months_before": [1], "as_at": "2026-01-01"}).to_string())
    });
    // All of one chain, and the cost would be a square: it is refused.
    let mut document = document();
    let first: equipoise::Day = "1950-01-01".parse().unwrap();
    document["priorities"] = tasks(20_000, |place, row| {
        row["baselines"][0] =
            json!({"version": 1, "finish": first.plus(place as i64).to_string(), "approved_on": "1940-01-01"});
        if place > 0 {
            row["depends_on"] = waits_for(place - 1);
        }
    });
    let request = json!({"document": document, "months_before": [1], "as_at": "2026-01-01"});
    let answer: Value = serde_json::from_str(&json::calibrate(&request.to_string())).unwrap();
    assert_eq!(answer["problems"][0]["path"], "/months_before", "{answer}");
    assert_eq!(answer["problems"][0]["code"], "too_large");
}

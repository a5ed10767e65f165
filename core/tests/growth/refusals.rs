//! What cannot be cut short is refused.

use equipoise::json;
use serde_json::{Value, json};

use crate::{assessed, checked, document, judgement, measured, takes_time_by_its_input, tasks, waits_for};

/// Every item is judged by the cadences of its body, so that they may not be many.
#[test]
fn many_cadences_are_refused() {
    let problems = |cadences: usize| {
        let mut document = document();
        document["bodies"][0]["cadences"] = vec![json!({"meeting_kind": "network", "every": "month"}); cadences].into();
        let (operation, request) = checked(&document);
        let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
        answer["answer"].clone()
    };
    assert_eq!(problems(1000), json!([]));
    let problem = json!({
        "code": "too_large", "path": "/bodies/0/cadences", "value": null, "accepted": "at most 1000 cadences",
        "message": "there are 1001",
    });
    assert_eq!(problems(1001), json!([problem]));
}

/// Each item waits for the one before it, and each was overridden on another day.
#[test]
fn many_overrides_along_a_chain_are_refused() {
    let chain = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["depends_on"] = place.checked_sub(1).map_or_else(|| json!([]), waits_for);
        });
        document["overrides"] = (0..size).map(judgement).collect();
        document
    };
    // 3000 · 3001 / 2 items are looked back to; up to 16 · 3000 and a million may be.
    assert_eq!(refused(&chain(3000)), ["at most 1048000 items and figures in all"]);
    assert!(refused(&chain(300)).is_empty());
    takes_time_by_its_input("overrides along a chain", 1600, |size| assessed(&chain(size)));
}

/// Every part waits for the end of one chain, and what it is a part of is overridden.
#[test]
fn many_overrides_above_a_chain_are_refused() {
    let chain = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(3 * size, |place, row| match (place / size, place % size) {
            (0, 0) | (1, _) => {}
            (0, _) => row["depends_on"] = waits_for(place - 1),
            (_, rest) => {
                row["parent"] = json!(format!("i{}", size + rest));
                row["depends_on"] = waits_for(size - 1);
            }
        });
        let at_once = |place: usize| {
            let mut row = judgement(size + place);
            row["start"] = json!("2023-03-30");
            row
        };
        document["overrides"] = (0..size).map(at_once).collect();
        document
    };
    assert_eq!(refused(&chain(1100)), ["at most 1052800 items and figures in all"]);
    assert!(refused(&chain(100)).is_empty());
}

/// Each item was overridden on another day, and each looks at all figures as they stood then.
#[test]
fn many_overrides_that_look_at_many_figures_are_refused() {
    let overridden = |size: usize| {
        let mut document = measured(size, 10, 13);
        document["overrides"] = (0..size).map(judgement).collect();
        document
    };
    assert_eq!(refused(&overridden(9000)), ["at most 1144000 items and figures in all"]);
    assert!(refused(&overridden(90)).is_empty());
}

/// Links are in the row of every series.
#[test]
fn much_that_every_series_repeats_is_refused() {
    let problems = |items: usize, organisations: usize| {
        let (operation, request) = assessed(&measured(items, organisations, 1));
        let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
        answer["problems"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(problems(1200, 1200), 1);
    assert_eq!(problems(1200, 12), 0);
}

/// What would be accepted instead of the overrides, if they are refused.
fn refused(document: &Value) -> Vec<String> {
    let (operation, request) = assessed(document);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let problems = answer["problems"].as_array().cloned().unwrap_or_default();
    let accepted = problems.iter().map(|problem| {
        assert_eq!((problem["code"].as_str(), problem["path"].as_str()), (Some("too_large"), Some("/overrides")));
        let accepted = problem["accepted"].as_str().unwrap();
        accepted.strip_prefix("overrides in force that look back to ").unwrap().to_owned()
    });
    accepted.collect()
}

#[test]
fn histories_of_too_many_rows_are_refused() {
    let mut document = document();
    document["priorities"] = tasks(5000, |_, _| ());
    let first: equipoise::Day = "2023-01-01".parse().unwrap();
    let dates: Vec<String> = (0..100).map(|days| first.plus(days).to_string()).collect();
    let request = json!({"document": document, "dates": dates});
    let answer: Value = serde_json::from_str(&json::history(&request.to_string())).unwrap();
    assert_eq!(
        (&answer["problems"][0]["code"], &answer["problems"][0]["path"]),
        (&json!("too_large"), &json!("/dates"))
    );
    assert_eq!(answer["problems"][0]["message"], "that would be 500200 rows");
}

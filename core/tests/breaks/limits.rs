//! Depths: parents, and the nesting of objects and lists. And validity, wherever an entity has one.

use crate::case::{EXAMPLE, RULES, edit};
use equipoise::{Code, Problem, Programme};
use serde_json::{Value, json};

fn problems(document: &Value) -> Vec<Problem> {
    Programme::from_json(&document.to_string()).map_or_else(|problems| problems.into_vec(), |_| Vec::new())
}

/// A document with a chain of so many priorities, each part of the one before.
fn generations(levels: usize) -> Value {
    let priorities: Vec<Value> = (0..levels)
        .map(|level| {
            let mut row = json!({"id": format!("p{level}"), "name": "Part", "kind": "project", "body": "skin"});
            if level > 0 {
                row["parent"] = json!(format!("p{}", level - 1));
            }
            row
        })
        .collect();
    let bodies = json!([{"id": "skin", "name": "Skin", "kind": "network"}]);
    json!({"schema_version": "1.0", "id": "deep", "name": "Deep", "bodies": bodies, "priorities": priorities})
}

#[test]
fn parents_are_nested_64_deep_at_most() {
    assert_eq!(problems(&generations(64)), []);
    let expected = Problem {
        code: Code::TooDeep,
        path: "/priorities/64/parent".into(),
        value: Some("p63".into()),
        accepted: Some("at most 64 levels of parents".into()),
        message: "priorities are nested more than 64 deep here".into(),
    };
    assert_eq!(problems(&generations(65)), [expected]);
}

#[test]
fn the_deepest_programme_is_assessed() {
    let request = json!({"document": generations(64), "as_at": "2023-03-31"});
    let answer: Value = serde_json::from_str(&equipoise::json::assess(&request.to_string())).unwrap();
    assert_eq!(answer["answer"]["nodes"].as_array().map(Vec::len), Some(65), "{answer}");
}

/// Every entity with a validity: one that ends before it starts is a problem at its end.
#[test]
fn every_validity_is_in_order() {
    let owners = [
        "",
        "/collaborative",
        "/collaborative/members/0",
        "/organisations/north",
        "/objectives/care",
        "/goals/access",
        "/drivers/cancer",
        "/aims/A",
        "/roles/chair",
        "/bodies/urology",
        "/bodies/urology/cadences/0",
        "/bodies/urology/quorums/0",
        "/bodies/urology/roles/0",
        "/bodies/urology/quorums/0/roles/0",
        "/bodies/urology/seats/0",
        "/appointments/a08",
        "/interests/i1",
        "/priorities/URO-T1",
        "/overrides/o1",
        "/indicators/skin-late",
        "/indicators/skin-late/targets/0",
    ];
    let mut unseen = Vec::new();
    for owner in owners {
        for text in [EXAMPLE, RULES] {
            let mut document: Value = serde_json::from_str(text).unwrap();
            edit(&mut document, &format!("{owner}/start"), json!("2023-03-21"));
            edit(&mut document, &format!("{owner}/end"), json!("2023-03-20"));
            let found = problems(&document);
            let named = found.iter().any(|problem| {
                let place = document.pointer(&problem.path) == Some(&json!("2023-03-20"));
                problem.code == Code::StartAfterEnd
                    && place
                    && problem.accepted.as_deref() == Some("a date not before 2023-03-21")
            });
            if !named || found.len() != 1 {
                unseen.push((owner, found));
            }
        }
    }
    assert!(unseen.is_empty(), "{unseen:#?}");
}

/// The day after the last day is no fault; neither is a validity of one day.
#[test]
fn a_validity_of_one_day_is_sound() {
    let mut document: Value = serde_json::from_str(EXAMPLE).unwrap();
    edit(&mut document, "/interests/i1/start", json!("2023-03-21"));
    edit(&mut document, "/interests/i1/end", json!("2023-03-21"));
    assert_eq!(problems(&document), []);
}

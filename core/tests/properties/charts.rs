//! Charts of generated results: every row is there, and whatever is taken for a result is drawn or refused.

use proptest::prelude::*;
use proptest::{collection, option};
use serde_json::{Value, json};

use crate::holds;

type Operation = fn(&str) -> String;

/// The answer, if it is not refused.
fn answer(operation: Operation, request: &Value) -> Option<Value> {
    let answer: Value = serde_json::from_str(&operation(&request.to_string())).unwrap();
    assert!(answer.get("problems").is_none_or(|problems| !problems.as_array().unwrap().is_empty()));
    answer.get("answer").cloned()
}

fn chart(result: &Value, kind: &str) -> Value {
    answer(equipoise::json::chart, &json!({"result": result, "kind": kind})).unwrap()
}

fn rows(chart: &Value) -> &Vec<Value> {
    chart["data"]["values"].as_array().unwrap()
}

/// Names of every kind: with quotes, marks of code, and alike.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![Just("same".to_owned()), Just("datum[\"rank\"]".to_owned()), "[ -~]{1,12}", "\\PC{1,8}"]
        .prop_map(|name| name.trim().to_owned())
        .prop_filter("blank", |name| !name.is_empty())
}

fn exercises() -> impl Strategy<Value = Value> {
    let scores = collection::vec(option::weighted(0.8, 1..=5_u8), 5 * 3 * 3);
    (collection::vec(names(), 0..=5), 1..=3_usize, 1..=3_usize, scores).prop_map(
        |(names, criteria, organisations, scores)| {
            let mut given = Vec::new();
            for (place, score) in scores.iter().enumerate() {
                let (proposal, criterion, organisation) = (place / 9, place / 3 % 3, place % 3);
                let there = proposal < names.len() && criterion < criteria && organisation < organisations;
                if let Some(score) = score.filter(|_| there) {
                    given.push(json!({
                        "scorer": format!("s{organisation}"), "organisation": format!("o{organisation}"),
                        "proposal": format!("p{proposal}"), "criterion": format!("c{criterion}"), "score": score,
                    }));
                }
            }
            let scale = json!({"worst": 1, "best": 5});
            let criterion =
                |place: usize| json!({"id": format!("c{place}"), "name": "c", "scale": scale, "weight": 1 + place});
            let proposal = |(place, name): (usize, &String)| json!({"id": format!("p{place}"), "name": name});
            json!({
                "criteria": (0..criteria).map(criterion).collect::<Vec<_>>(),
                "proposals": names.iter().enumerate().map(proposal).collect::<Vec<_>>(),
                "scores": given,
            })
        },
    )
}

#[test]
fn every_proposal_is_on_the_charts_of_its_ranking() {
    holds(200, &(exercises(), option::of(1..=3_u8)), |(exercise, cut)| {
        let request = json!({"exercise": exercise, "cut": cut, "samples": 20});
        let Some(result) = answer(equipoise::json::prioritise, &request) else { return Ok(()) };
        let ranking = result["ranking"].as_array().unwrap();
        let drawn = chart(&result, "ranking");
        prop_assert_eq!(rows(&drawn).len(), ranking.len());
        for (row, ranked) in rows(&drawn).iter().zip(ranking) {
            prop_assert_eq!(
                [&row["id"], &row["name"], &row["rank"], &row["total"]],
                [&ranked["id"], &ranked["name"], &ranked["rank"], &ranked["total"],]
            );
        }
        let labels = drawn.pointer("/layer/0/encoding/y/scale/domain").unwrap();
        let own: Vec<&Value> = rows(&drawn).iter().map(|row| &row["label"]).collect();
        prop_assert_eq!(json!(own), labels.clone());
        let different: std::collections::HashSet<_> = own.iter().map(|label| label.as_str()).collect();
        prop_assert_eq!(different.len(), own.len(), "labels alike");

        let drawn = chart(&result, "contributions");
        let criteria = result["weights"].as_array().unwrap().len();
        prop_assert_eq!(rows(&drawn).len(), ranking.len() * criteria);
        for (rows, ranked) in rows(&drawn).chunks(criteria).zip(ranking) {
            let points: f64 = rows.iter().filter_map(|row| row["points"].as_f64()).sum();
            prop_assert!((points - ranked["total"].as_f64().unwrap_or(0.0) * 100.0).abs() < 1e-9);
        }

        let drawn = chart(&result, "disagreement");
        let organisations = result["voices"]["organisations"].as_array().unwrap().len();
        prop_assert_eq!(rows(&drawn).len(), ranking.len() * organisations);
        for row in rows(&drawn) {
            prop_assert_eq!(row["points"].is_null(), row["rank"].is_null());
        }
        Ok(())
    });
}

#[test]
fn every_proposal_and_set_is_on_the_charts_of_a_portfolio() {
    let proposals = collection::vec((-9..30_i32, 0..20_u32, names()), 0..7);
    holds(200, &(proposals, 0..60_u32), |(proposals, budget)| {
        let row = |(place, (value, cost, name)): (usize, &(i32, u32, String))| json!({"id": format!("p{place}"), "value": value, "cost": cost, "name": name});
        let proposals: Vec<Value> = proposals.iter().enumerate().map(row).collect();
        let request = json!({"proposals": proposals, "budget": budget});
        let Some(result) = answer(equipoise::json::select_portfolio, &request) else { return Ok(()) };
        let drawn = chart(&result, "quadrant");
        prop_assert_eq!(rows(&drawn).len(), proposals.len());
        for (row, given) in rows(&drawn).iter().zip(&proposals) {
            prop_assert_eq!(
                [&row["id"], &row["value"], &row["effort"]],
                [&given["id"], &given["value"], &given["cost"]]
            );
        }
        let named: usize =
            rows(&drawn).iter().map(|row| row["mark"].as_str().unwrap().split_terminator(", ").count()).sum();
        prop_assert_eq!(named, proposals.len(), "every point bears its names");
        let drawn = chart(&result, "frontier");
        prop_assert_eq!(rows(&drawn).len(), result["frontier"].as_array().unwrap().len());
        let best = rows(&drawn).iter().filter(|row| row["standing"] == "Best within the budget").count();
        prop_assert_eq!(best, 1);
        Ok(())
    });
}

#[test]
fn every_organisation_is_on_the_chart_of_its_holding() {
    let counts = collection::btree_map(names(), option::weighted(0.9, 0..9_u32), 1..8);
    holds(200, &counts, |counts| {
        let Some(result) = answer(equipoise::json::check_representation, &json!({"counts": counts})) else {
            return Ok(());
        };
        let drawn = chart(&result, "holding");
        prop_assert_eq!(rows(&drawn).len(), counts.len());
        for (row, (organisation, held)) in rows(&drawn).iter().zip(&counts) {
            prop_assert_eq!(&row["organisation"], organisation);
            // What is not known is not 0.
            prop_assert_eq!(row["held"].clone(), json!(held));
            prop_assert_eq!(row["standing"] == "Not known", held.is_none());
        }
        Ok(())
    });
}

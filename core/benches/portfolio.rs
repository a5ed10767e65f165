//! How long the exact choice of a portfolio takes: `cargo bench --bench portfolio`.
//!
//! Prints a table of milliseconds for generated proposals: values from 0 to 100 with one decimal, costs from 5,000 to
//! 400,000 in thousands, a budget of a third of all costs; with days limited as well; with one to three proposals from
//! each of twelve groups; and values that follow costs closely, which are the hardest.

#![allow(clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use equipoise::prioritisation::portfolio::{Candidate, Constraints, Options, select_portfolio};
use serde_json::json;

fn main() {
    println!("| proposals | constraints | ms | sets on the frontier | parts left out |");
    println!("|---:|---|---:|---:|---|");
    for size in [10, 20, 40, 60, 100, 200] {
        for kind in ["budget", "days", "groups", "correlated"] {
            let (proposals, budget, constraints) = question(size, kind);
            let start = Instant::now();
            let answer = select_portfolio(&proposals, budget, &constraints, &Options::default());
            let time = start.elapsed().as_secs_f64() * 1000.0;
            let (points, left_out) = match &answer {
                Ok(answer) => {
                    let parts: Vec<String> = answer
                        .findings
                        .iter()
                        .filter_map(|finding| Some(format!("{:?}", finding.parameters.get("part")?)))
                        .collect();
                    (answer.frontier.as_ref().map_or(0, Vec::len), parts.join(", "))
                }
                Err(problems) => (0, problems.to_string()),
            };
            println!("| {size} | {kind} | {time:.2} | {points} | {left_out} |");
        }
    }
}

fn question(size: usize, kind: &str) -> (Vec<Candidate>, f64, Constraints) {
    let mut state = 20_230_331_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let rows: Vec<serde_json::Value> = (0..size)
        .map(|place| {
            let cost = 5 + draw(396);
            let value = if kind == "correlated" { cost * 2 + 50 + draw(10) } else { draw(1001) };
            json!({
                "id": format!("p{place}"),
                "value": value as f64 / 10.0,
                "cost": cost * 1000,
                "capacity_days": 1 + draw(200),
                "group": format!("g{}", place % 12),
            })
        })
        .collect();
    let sum = |field: &str| rows.iter().filter_map(|row| row[field].as_f64()).sum::<f64>();
    let budget = (sum("cost") / 3.0).floor();
    let limit = |name: usize| (format!("g{name}"), json!({"min": 1, "max": 3}));
    let constraints = match kind {
        "days" => json!({"capacity_days": (sum("capacity_days") / 3.0).floor()}),
        "groups" if size >= 12 => {
            json!({"groups": (0..12).map(limit).collect::<serde_json::Map<_, _>>()})
        }
        _ => json!({}),
    };
    let read = (serde_json::from_value(rows.into()), serde_json::from_value(constraints));
    let (Ok(proposals), Ok(constraints)) = read else { panic!("the question made is faulty") };
    (proposals, budget, constraints)
}

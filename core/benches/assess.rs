//! How long an assessment takes, by the number of priorities: `cargo bench --bench assess`.
//!
//! Prints a table in milliseconds, each phase apart: reading the text, resolving and checking the model, from the model
//! to the report in memory, and all but reading together with the fingerprint and the printed report. Each is the fastest
//! of several runs, which other work on the machine disturbs least. The programmes are the demo's sixty priorities over
//! and over, in the same eleven networks, and status alone is asked for. Last, the demo with its parts added one by one.

#![allow(clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use serde_json::{Value, json};

use equipoise::document::policy::StatusPolicy;
use equipoise::{Day, Model, Options, Part, Programme, assess, status};

/// Priorities that are gone through in all runs of a phase together, and the fewest and the most runs.
const PRIORITIES: usize = 100_000;
const RUNS: std::ops::RangeInclusive<usize> = 9..=500;

fn main() {
    println!("| priorities | text read | model resolved | model to report | all, printed |");
    println!("|---:|---:|---:|---:|---:|");
    for size in [60, 1_000, 10_000, 100_000] {
        let runs = (PRIORITIES / size).clamp(*RUNS.start(), *RUNS.end());
        let text = document(size);
        let programme = Programme::from_json(&text).unwrap_or_else(|problems| panic!("{problems}"));
        let Some(as_at) = Day::new(2023, 3, 31) else { panic!("no such day") };
        let Ok(model) = Model::new(&programme) else { panic!("the programme made is faulty") };
        let policy = StatusPolicy::default();
        let mut options = Options::as_at(as_at);
        options.include = Some(vec![Part::Items, Part::Nodes, Part::Findings]);
        let read = fastest(runs, || Programme::from_json(&text));
        let resolve = fastest(runs, || Model::new(&programme));
        let compute = fastest(runs, || status::compute(&model, &policy, as_at, None));
        let print = fastest(runs, || assess(&programme, &options).map(|report| report.to_json()));
        println!("| {size} | {read:.3} | {resolve:.3} | {compute:.3} | {print:.3} |");
    }
    whole_demo();
}

/// The demo with all its meetings, posts and decisions, and everything that a report holds.
fn whole_demo() {
    let programme = Programme::from_json(include_str!("../../docs/demo/programme.json"));
    let (Ok(programme), Some(as_at)) = (programme, Day::new(2023, 3, 31)) else { panic!("the demo cannot be read") };
    println!("\nThe demo, with its fingerprint, and printed:\n\n| parts | assessed | printed |\n|---|---:|---:|");
    let status = [Part::Items, Part::Nodes, Part::Findings];
    let with = |more: &[Part]| Some([&status[..], more].concat());
    for (parts, include) in [
        ("status", with(&[])),
        ("status, cadence and governance", with(&[Part::Cadence, Part::Governance])),
        ("status and representation", with(&[Part::Representation])),
        ("status and indicators", with(&[Part::Indicators])),
        ("all", None),
    ] {
        let mut options = Options::as_at(as_at);
        options.include = include;
        let made = fastest(*RUNS.end(), || assess(&programme, &options));
        let print = fastest(*RUNS.end(), || assess(&programme, &options).map(|report| report.to_json()));
        println!("| {parts} | {made:.3} | {print:.3} |");
    }
}

/// The shortest time of a phase in milliseconds, until its result is in memory; freeing it again is not counted.
fn fastest<T>(runs: usize, mut phase: impl FnMut() -> T) -> f64 {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        let result = std::hint::black_box(phase());
        let took = start.elapsed().as_secs_f64() * 1000.0;
        drop(result);
        took
    });
    times.fold(f64::INFINITY, f64::min)
}

/// The demo's priorities and updates, repeated up to that many priorities.
fn document(size: usize) -> String {
    let Ok(mut demo) = serde_json::from_str::<Value>(include_str!("../../docs/demo/programme.json")) else {
        panic!("the demo cannot be read")
    };
    let (priorities, updates) = (demo["priorities"].take(), demo["updates"].take());
    let rows = |rows: Value| rows.as_array().cloned().unwrap_or_default();
    let (priorities, updates) = (rows(priorities), rows(updates));
    let mut repeated = (Vec::with_capacity(size), Vec::with_capacity(size));
    for round in 0..size.div_ceil(priorities.len()) {
        let renamed = |row: &Value, field: &str| json!(format!("{}-{round}", row[field].as_str().unwrap_or_default()));
        for priority in priorities.iter().take(size - repeated.0.len()) {
            let mut row = priority.clone();
            // What status does not look at is left out, so that the largest document stays within 64 MiB.
            for field in ["drivers", "aims", "approvals", "participating_organisations", "delivered"] {
                row.as_object_mut().map(|fields| fields.shift_remove(field));
            }
            row["id"] = renamed(priority, "id");
            for update in updates.iter().filter(|update| update["priority"] == priority["id"]) {
                let mut row = update.clone();
                row["id"] = renamed(update, "id");
                row["priority"] = renamed(update, "priority");
                repeated.1.push(row);
            }
            repeated.0.push(row);
        }
    }
    for field in ["indicators", "observations", "meetings", "decisions", "appointments"] {
        demo.as_object_mut().map(|fields| fields.shift_remove(field));
    }
    (demo["priorities"], demo["updates"]) = (repeated.0.into(), repeated.1.into());
    demo.to_string()
}

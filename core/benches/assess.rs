//! How long an assessment takes, by the number of priorities: `cargo bench --bench assess`.
//!
//! Prints a table of medians in milliseconds, each phase apart: reading the text, resolving the model, computing the
//! status (rows and findings), and printing with the fingerprint. The programmes are made here, seeded by their size.

use std::fmt::Write as _;
use std::time::Instant;

use equipoise::document::policy::StatusPolicy;
use equipoise::{Day, Model, Options, Programme, assess, status};

/// Runs counted of each phase; the median is printed.
const RUNS: usize = 7;

fn main() {
    println!("| priorities | read | model | status | report printed |");
    println!("|---:|---:|---:|---:|---:|");
    for size in [60, 1_000, 10_000, 100_000] {
        let text = document(size);
        let programme = Programme::from_json(&text).unwrap_or_else(|problems| panic!("{problems}"));
        let Some(as_at) = Day::new(2023, 3, 31) else { panic!("no such day") };
        let Ok(model) = Model::new(&programme) else { panic!("the programme made is faulty") };
        let policy = StatusPolicy::default();
        let options = Options::as_at(as_at);
        let read = median(|| Programme::from_json(&text).is_ok());
        let resolve = median(|| Model::new(&programme).is_ok());
        let compute = median(|| status::compute(&model, &policy, as_at, None).items.len() == size);
        let print = median(|| assess(&programme, &options).is_ok_and(|report| !report.to_json().is_empty()));
        println!("| {size} | {read:.3} | {resolve:.3} | {compute:.3} | {print:.3} |");
    }
}

/// The median time of a phase in milliseconds.
fn median(mut phase: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(phase()));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// A programme of that many priorities in the proportions of a real one: tasks, critical milestones and projects over
/// networks and goals, chains of dependencies, parts, reports every month, blockers, changed baselines.
fn document(size: usize) -> String {
    let networks = (size / 60).clamp(11, 500);
    let mut text = String::from(r#"{"schema_version":"1.0","id":"bench","name":"Benchmark","goals":[{"id":"a","name":"A"},{"id":"q","name":"Q"},{"id":"r","name":"R"}],"bodies":["#);
    for network in 0..networks {
        let comma = if network == 0 { "" } else { "," };
        let _ = write!(text, r#"{comma}{{"id":"n{network}","kind":"network","name":"Network {network}","cadences":[{{"meeting_kind":"network","every":"month"}}]}}"#);
    }
    text.push_str(r#"],"priorities":["#);
    let mut numbers = Numbers(size as u32);
    for item in 0..size {
        let comma = if item == 0 { "" } else { "," };
        let kind = match item % 60 {
            0..30 => r#""kind":"task""#,
            30..47 => r#""kind":"milestone","critical":true"#,
            _ => r#""kind":"project""#,
        };
        let (network, goal) = (item % networks, ["a", "q", "r"][item % 3]);
        let finish = format!("2023-{:02}-{:02}", 1 + numbers.below(12), 1 + numbers.below(28));
        let _ = write!(text, r#"{comma}{{"id":"i{item}","name":"Priority {item}",{kind},"body":"n{network}","goal":"{goal}","baselines":[{{"version":1,"start":"2022-06-01","finish":"{finish}","approved_on":"2022-04-01"}}]"#);
        if item >= networks && numbers.below(5) == 0 {
            let _ = write!(text, r#","depends_on":[{{"priority":"i{}","lag_days":{}}}]"#, item - networks, numbers.below(30));
        }
        if item >= networks && numbers.below(10) == 0 {
            let _ = write!(text, r#","parent":"i{}""#, item % networks);
        }
        text.push('}');
    }
    text.push_str(r#"],"updates":["#);
    for item in 0..size {
        for month in 2..=3 {
            let comma = if item == 0 && month == 2 { "" } else { "," };
            let forecast = format!("2023-{:02}-{:02}", 1 + numbers.below(12), 1 + numbers.below(28));
            let _ = write!(text, r#"{comma}{{"id":"u{item}-{month}","priority":"i{item}","as_at":"2023-{month:02}-20","by":"project_manager","lifecycle":"in_progress","forecast_finish":"{forecast}","percent":{},"reported_level":"green"}}"#, numbers.below(101));
        }
    }
    text.push_str("]}");
    text
}

/// A small linear congruential generator: the same programme on every machine.
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }
}

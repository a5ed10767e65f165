//! Answers one request a line: `cargo run --release --example representation_lines < requests.jsonl > answers.jsonl`.
//! A line is `{"operation": name, "request": {...}}`; an answer is `{"answer"}` or `{"problems"}`.

use equipoise::json;
use serde_json::Value;
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let request = line["request"].to_string();
        let answer = match line["operation"].as_str() {
            Some("apportion") => json::apportion(&request),
            Some("check_representation") => json::check_representation(&request),
            Some("check_quorum") => json::check_quorum(&request),
            Some("tally_votes") => json::tally_votes(&request),
            Some("review_rotation") => json::review_rotation(&request),
            Some("measure_voting_power") => json::measure_voting_power(&request),
            Some("describe") => json::describe(&request),
            Some("table") => json::table(&request),
            other => format!("{{\"unknown\": {other:?}}}"),
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

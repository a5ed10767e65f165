//! Answers one request a line: `cargo run --release --example replay_lines < requests.jsonl > answers.jsonl`.
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
            Some("compare") => json::compare(&request),
            Some("history") => json::history(&request),
            Some("calibrate") => json::calibrate(&request),
            Some("describe") => json::describe(&request),
            other => format!("{{\"unknown\": {other:?}}}"),
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

//! Answers one request a line: `cargo run --release --example prioritise_lines < requests.jsonl > answers.jsonl`.
//! A line is `{"operation", "request"}`; an answer is `{"answer"}` or `{"problems"}`. `tests/peers` compares them.

use std::io::{BufRead, Error, Write};

use equipoise::json;
use serde_json::Value;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let operation = match line["operation"].as_str() {
            Some("derive_weights") => json::derive_weights,
            Some("prioritise") => json::prioritise,
            Some("score_matrix") => json::score_matrix,
            Some("select_portfolio") => json::select_portfolio,
            _ => return Err(Error::other("no such operation")),
        };
        writeln!(out, "{}", operation(&line["request"].to_string()))?;
    }
    out.flush()
}

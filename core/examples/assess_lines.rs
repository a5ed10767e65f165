//! Assesses one request a line: `cargo run --release --example assess_lines < requests.jsonl > answers.jsonl`.
//! A request is `{"document", "as_at", "known_at"?, "policy"?}`; an answer is `{"answer"}` or `{"problems"}`.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", equipoise::json::assess(&line?))?;
    }
    out.flush()
}

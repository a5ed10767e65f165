//! Judges one series a line: `cargo run --release --example variation_lines < requests.jsonl > answers.jsonl`.
//! A request is that of `equipoise::json::spc`; an answer is `{"answer"}` or `{"problems"}`.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", equipoise::json::spc(&line?))?;
    }
    out.flush()
}

#![no_main]
//! Any text as a request of `check_representation`: indices within their limits, moves that add up.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::{Value, json as value};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::check_representation, text);
    let Some(result) = answer.get("answer") else { return };
    for row in result["indices"].as_array().into_iter().flatten() {
        let number = |name: &str| row[name].as_f64();
        assert!(number("rescaled").is_none_or(|share| (0.0..=1.0).contains(&share)), "{row}");
        assert!(number("floor").zip(number("value")).is_none_or(|(floor, value)| floor <= value), "{row}");
        assert!(number("ceiling").zip(number("value")).is_none_or(|(ceiling, value)| value <= ceiling), "{row}");
    }
    assert!(result["exact"]["p"].as_f64().is_none_or(|p| (0.0..=1.0).contains(&p)), "{result}");
    let posts = |row: &Value| row["posts"].as_u64().unwrap_or(0);
    let moved = result["moves"].as_array().map(|rows| rows.iter().map(posts).sum::<u64>());
    assert_eq!(moved, result["moves_needed"].as_u64(), "{result}");
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

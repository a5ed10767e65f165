#![no_main]
//! Any text as a request of `derive_weights`. Its result is rows, and can be described.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::derive_weights, text);
    let Some(result) = answer.get("answer") else { return };
    let weights = result["weights"].as_array().expect("a list");
    let sum: f64 = weights.iter().filter_map(|row| row["normalised"].as_f64()).sum();
    assert!((sum - 1.0).abs() < 1e-9, "{result}");
    assert_eq!(must(json::table, &value!({ "result": result })).as_array().map(Vec::len), Some(weights.len()));
    must(json::describe, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

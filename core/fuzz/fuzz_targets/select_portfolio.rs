#![no_main]
//! Any text as a request of `select_portfolio`. Its result is rows, and can be described.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::select_portfolio, text);
    let Some(result) = answer.get("answer") else { return };
    let best = &result["best"];
    if best.is_object() {
        assert!(best["cost"].as_f64() <= result["budget"].as_f64(), "{result}");
        assert!(best["capacity_days"].as_f64() <= result["capacity_days"].as_f64(), "{result}");
    } else {
        assert!(result["findings"].as_array().is_some_and(|findings| !findings.is_empty()), "{result}");
    }
    must(json::table, &value!({ "result": result }));
    must(json::describe, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `aggregate_series`: a whole that is null is no number.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::aggregate_series, text);
    let Some(result) = answer.get("answer") else { return };
    for row in result["periods"].as_array().into_iter().flatten() {
        let lacks = row["missing"].as_array().is_some_and(|all| !all.is_empty())
            || row["suppressed"].as_array().is_some_and(|all| !all.is_empty());
        assert!(!lacks || row["value"].is_null(), "{row}");
    }
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

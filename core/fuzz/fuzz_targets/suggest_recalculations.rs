#![no_main]
//! Any text as a request of `suggest_recalculations`: what is suggested stands in order.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::suggest_recalculations, text);
    let Some(result) = answer.get("answer") else { return };
    let places: Vec<u64> = result["suggestions"].as_array().into_iter().flatten().filter_map(|one| one["index"].as_u64()).collect();
    assert!(places.is_sorted() && places.len() <= 5, "{places:?}");
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

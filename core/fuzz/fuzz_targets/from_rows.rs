#![no_main]
//! Any text as a request of `from_rows`. What comes out is a sound document, and the same rows add nothing to it.

use equipoise::json;
use equipoise_fuzz::{ask, is_problem, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::from_rows, text);
    let Some(read) = answer.get("answer") else { return };
    read["problems"].as_array().expect("problems are a list").iter().for_each(is_problem);
    let document = &read["document"];
    assert_eq!(must(json::check, &serde_json::json!({ "document": document })), serde_json::json!([]), "{document}");
    let mut request: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("it was read");
    request["document"] = document.clone();
    let again = must(json::from_rows, &request);
    assert_eq!(again["document"], *document, "read twice");
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `check_quorum`: quorate means that nothing is lacking.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::check_quorum, text);
    let Some(result) = answer.get("answer") else { return };
    let lacking = result["failed"].as_array().map(Vec::len);
    assert_eq!(result["quorate"].as_bool(), lacking.map(|lacking| lacking == 0), "{result}");
    assert!(result["quorate"] == false || result["can_be_met"] == true, "{result}");
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `spc_history`: its end is today.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::spc_history, text);
    let Some(result) = answer.get("answer") else { return };
    let counts = |row: &&serde_json::Value| !row["value"].is_null() && row["ghosted"] == false;
    let last = result["periods"].as_array().into_iter().flatten().rev().find(counts);
    assert_eq!(last.map_or(&serde_json::Value::Null, |row| &row["then"]), &result["lasted"]["icon"]);
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `snapshot` and of `verify_snapshots`: findings can be described.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    ask(json::snapshot, text);
    let answer = ask(json::verify_snapshots, text);
    let Some(findings) = answer.get("answer") else { return };
    must(json::describe, &value!({ "result": findings }));
    must(json::table, &value!({ "result": findings }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `parse_period`. What was read is read again as itself.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::parse_period, text);
    let Some(read) = answer.get("answer") else { return };
    let request = serde_json::json!({"text": read["period"], "kind": read["kind"]});
    assert_eq!(must(json::parse_period, &request), *read);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `guard`. No problem repeats a cell.

use equipoise::json;
use equipoise_fuzz::{ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::guard, text);
    for problem in answer["problems"].as_array().into_iter().flatten() {
        assert!(problem["code"] != "patient_data" || problem["value"].is_null(), "{problem}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

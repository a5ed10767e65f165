#![no_main]
//! Any text as a request of `calibrate`: shares lie within their intervals.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::calibrate, text);
    let Some(result) = answer.get("answer") else { return };
    for row in result["rows"].as_array().into_iter().flatten() {
        let number = |name: &str| row[name].as_f64();
        assert!(number("on_time") <= number("n"), "{row}");
        if let (Some(lower), Some(share), Some(upper)) = (number("lower"), number("share"), number("upper")) {
            assert!(0.0 <= lower && lower <= share && share <= upper && upper <= 1.0, "{row}");
        }
    }
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

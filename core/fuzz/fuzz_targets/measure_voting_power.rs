#![no_main]
//! Any text as a request of `measure_voting_power`: power adds up to one.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::measure_voting_power, text);
    let Some(result) = answer.get("answer") else { return };
    let rows = result["organisations"].as_array();
    let sum = |name: &str| rows.map(|rows| rows.iter().filter_map(|row| row[name].as_f64()).sum::<f64>());
    for name in ["banzhaf", "shapley_shubik", "weight_share"] {
        assert!(sum(name).is_some_and(|sum| (sum - 1.0).abs() < 1e-9), "{result}");
    }
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

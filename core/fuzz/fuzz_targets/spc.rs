#![no_main]
//! Any text as a request of `spc`: lines stand in order, no point has a rule without a status, and no number is none.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::spc, text);
    let Some(result) = answer.get("answer") else { return };
    let clamped = !result["options"]["clamp"].is_null();
    for point in result["points"].as_array().into_iter().flatten() {
        let names = ["lower_limit", "lower_two_sigma", "lower_one_sigma", "upper_one_sigma", "upper_two_sigma", "upper_limit"];
        let lines: Vec<f64> = names.iter().filter_map(|name| point[*name].as_f64()).collect();
        assert!(clamped || lines.is_sorted(), "{point}");
        let rules = point["rules"].as_array().map_or(0, Vec::len);
        assert_eq!(rules > 0, !matches!(point["status"].as_str(), None | Some("common_cause")), "{point}");
    }
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
    must(json::chart, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

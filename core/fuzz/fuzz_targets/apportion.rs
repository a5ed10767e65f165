#![no_main]
//! Any text as a request of `apportion`: every seat is certain or to draw.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::{Value, json as value};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::apportion, text);
    let Some(result) = answer.get("answer") else { return };
    let seats = result["seats"].as_object().map(|seats| seats.values().filter_map(Value::as_u64).sum::<u64>());
    let (tied, to_draw) = (result["tied"].as_array().map_or(0, Vec::len) as u64, result["to_draw"].as_u64());
    let wanted = serde_json::from_str::<Value>(text).ok().and_then(|request| request["seats"].as_f64());
    assert_eq!(seats.zip(to_draw).map(|(seats, to_draw)| (seats + to_draw) as f64), wanted, "{result}");
    assert!(to_draw == Some(0) && tied == 0 || to_draw.is_some_and(|to_draw| 0 < to_draw && to_draw < tied), "{result}");
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

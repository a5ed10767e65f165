#![no_main]
//! Any text as a request of `compare`: what changed has a cause.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::compare, text);
    let Some(result) = answer.get("answer") else { return };
    for name in ["items", "nodes", "findings"] {
        let rows = must(json::table, &value!({"result": result, "name": name}));
        assert_eq!(rows.as_array().map(Vec::len), result[name].as_array().map(Vec::len));
    }
    must(json::describe, &value!({ "result": result }));
    must(json::chart, &value!({ "result": result }));
    for row in result["items"].as_array().into_iter().flatten() {
        assert_ne!(row["changes"].as_array().map(Vec::len), Some(0), "{row}");
        let moved = row["level"] != row["level_since"];
        let named = result["findings"].as_array().into_iter().flatten();
        let mut named = named.filter(|finding| finding["rule"] == "status.change" && finding["subject"]["id"] == row["id"]);
        assert!(!moved || named.any(|finding| finding["dominating"] == true), "no cause: {row}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

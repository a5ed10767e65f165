#![no_main]
//! Any text as a request of `assess`. Its report has every table, can be described, and is the same for a document that
//! is passed as a text.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::{Value, json as value};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::assess, text);
    let Some(report) = answer.get("answer") else { return };
    for name in ["items", "nodes", "findings"] {
        let rows = must(json::table, &value!({"result": report, "name": name}));
        assert_eq!(rows.as_array().map(Vec::len), report[name].as_array().map(Vec::len));
    }
    must(json::describe, &value!({ "result": report }));
    let mut request: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("an answered request is JSON");
    if request["document"].is_object() {
        request["document"] = request["document"].to_string().into();
        assert_eq!(&ask(json::assess, &request.to_string()), &answer, "as a text");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

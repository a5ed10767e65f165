#![no_main]
//! Any text as a request of `redact`. What comes out is a sound document in which the token is nobody.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::redact, text);
    let Some(redacted) = answer.get("answer") else { return };
    let document = &redacted["document"];
    assert_eq!(must(json::check, &serde_json::json!({ "document": document })), serde_json::json!([]));
    let mut request: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("it was read");
    request["document"] = document.clone();
    let again = ask(json::redact, &request.to_string());
    assert!(again.get("problems").is_some(), "the token is still there: {again}");
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `check`, and as a document: it is read or refused with its problems, and what is read is
//! written again as it was.

use equipoise::{Programme, json};
use equipoise_fuzz::{ask, is_problem, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(problems) = ask(json::check, text)["answer"].as_array() {
        problems.iter().for_each(is_problem);
    }
    let found = must(json::check, &serde_json::json!({ "document": text }));
    match Programme::from_json(text) {
        Err(problems) => assert_eq!(found.as_array().map(Vec::len), Some(problems.as_slice().len())),
        Ok(programme) => {
            assert_eq!(found, serde_json::json!([]));
            let saved = programme.to_json_like(text);
            assert_eq!(Programme::from_json(&saved).as_ref(), Ok(&programme), "saved like its text");
            assert_eq!(Programme::from_json(&programme.to_json()).as_ref(), Ok(&programme), "saved");
            assert_eq!(programme.to_json_like(&saved), saved, "saved twice");
        }
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 4 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `chart`. A specification has flat rows with the same columns, and no word to run.

use equipoise::json;
use equipoise_fuzz::{ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::chart, text);
    let Some(spec) = answer.get("answer") else { return };
    assert!(spec["description"].as_str().is_some_and(|description| !description.is_empty()));
    let rows = spec["data"]["values"].as_array().expect("a table");
    let columns = |row: &serde_json::Value| row.as_object().expect("a row is an object").keys().cloned().collect::<Vec<_>>();
    for row in rows {
        assert_eq!(columns(row), columns(&rows[0]));
        assert!(row.as_object().expect("a row").values().all(|cell| !cell.is_object() && !cell.is_array()), "{row}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

#![no_main]
//! Any text as a request of `table`. Rows of a table hold scalars; of a list that is no report, all have the same columns.

use equipoise::json;
use equipoise_fuzz::{ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::table, text);
    for row in answer["answer"].as_array().into_iter().flatten() {
        let cells = row.as_object().expect("a row is an object");
        assert!(cells.values().all(|cell| !cell.is_object() && !cell.is_array()), "{row}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

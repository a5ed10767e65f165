#![no_main]
//! Any text as a request of `spc_table`: columns as long as the table, icons where a point counts, and no number is none.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::spc_table, text);
    let Some(result) = answer.get("answer") else { return };
    for columns in [&result["points"], &result["series"]] {
        let number = columns["series"].as_array().map(Vec::len);
        let columns = columns.as_object().into_iter().flatten();
        assert!(columns.filter_map(|(_, column)| column.as_array()).all(|column| Some(column.len()) == number));
    }
    let series = &result["series"];
    for (n, icon) in series["n"].as_array().into_iter().flatten().zip(series["variation"].as_array().into_iter().flatten()) {
        assert!(n.as_u64() > Some(0) || icon.is_null(), "{series}");
    }
    must(json::describe, &value!({ "result": result }));
    for name in ["series", "points"] {
        must(json::table, &value!({ "result": result, "name": name }));
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

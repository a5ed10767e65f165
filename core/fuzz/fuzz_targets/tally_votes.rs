#![no_main]
//! Any text as a request of `tally_votes`: an outcome has the votes that it needs.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::tally_votes, text);
    let Some(result) = answer.get("answer") else { return };
    let most = result["totals"][0]["votes"].as_u64().unwrap_or(0);
    let carried = result["required"].as_u64().is_some_and(|required| most >= required);
    assert_eq!(result["outcome"].is_string(), carried, "{result}");
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

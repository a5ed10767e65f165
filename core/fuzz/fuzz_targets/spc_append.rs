#![no_main]
//! Any text as a request of `spc_append`: the state is taken again, and adds nothing by itself.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::json as value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::spc_append, text);
    let Some(result) = answer.get("answer") else { return };
    let by_dates = result["state"]["by_dates"] == true;
    let values = if by_dates { serde_json::Value::Null } else { value!([]) };
    let dates = if result["state"]["date"].is_null() { serde_json::Value::Null } else { value!([]) };
    let again = ask(json::spc_append, &value!({ "state": result["state"], "values": values, "dates": dates }).to_string());
    if let Some(again) = again.get("answer") {
        assert_eq!(again["state"], result["state"]);
        assert_eq!(again["change"]["changed"], false);
    }
    must(json::describe, &value!({ "result": result }));
    must(json::table, &value!({ "result": result }));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

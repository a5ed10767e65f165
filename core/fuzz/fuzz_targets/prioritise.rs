#![no_main]
//! Any text as a request of `prioritise` and of `compare_rounds`. A ranking has every table and can be described, its
//! figures hold together, and nothing changes between a round and itself.

use equipoise::json;
use equipoise_fuzz::{ask, must, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::{Value, json as value};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    ask(json::compare_rounds, text);
    let answer = ask(json::prioritise, text);
    let Some(result) = answer.get("answer") else { return };
    must(json::describe, &value!({ "result": result }));
    for name in ["ranking", "weights", "alternatives", "acceptability", "cut_line", "disagreement", "interests", "findings"] {
        must(json::table, &value!({"result": result, "name": name}));
    }
    let rows = result["ranking"].as_array().expect("a ranking is a list");
    for row in rows {
        let (best, worst) = (row["possible_ranks"][0].as_f64(), row["possible_ranks"][1].as_f64());
        let rank = row["rank"].as_f64().or(best);
        assert!(best <= rank && rank <= worst, "{row}");
        assert!(row["total"].as_f64().is_none_or(|total| (0.0..=1.0).contains(&total)), "{row}");
    }
    let request: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("an answered request is JSON");
    let rounds = must(json::compare_rounds, &value!({"before": request["exercise"], "after": request["exercise"]}));
    assert_eq!(rounds["winner_changed_by"], value!([]));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

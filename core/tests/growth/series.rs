//! Series of figures.

use equipoise::json;
use serde_json::{Value, json};

use std::time::{Duration, Instant};

use crate::{ALONE, Asked, assessed, measured, takes_time_by_its_input};

#[test]
fn figures_take_time_by_their_number() {
    takes_time_by_its_input("figures of many organisations", 300, |size| assessed(&measured(10, size, 2)));
    takes_time_by_its_input("items of one indicator", 1000, |size| assessed(&measured(size, 10, 2)));
}

/// Series as they stood at each period, shifts within shifts, large ranges that count or not, ties without end, and
/// members put together.
#[test]
fn series_take_time_by_their_length() {
    type Change = fn(&mut Value);
    let series = |operation: fn(&str) -> String, value: fn(usize) -> usize, change: Change| {
        move |size: usize| -> Asked {
            let values: Vec<usize> = (0..size).map(value).collect();
            let mut request = json!({"values": values, "improvement_direction": "increase"});
            change(&mut request);
            (operation, request.to_string())
        }
    };
    let wave = |place: usize| 100 + place * 7919 % 23;
    takes_time_by_its_input("history", 1500, series(json::spc_history, wave, |_| ()));
    takes_time_by_its_input(
        "a rising series",
        1500,
        series(json::suggest_recalculations, |place| 1000 + place, |_| ()),
    );
    takes_time_by_its_input(
        "leaps among ties",
        1500,
        series(
            json::spc,
            |place| 1000 + place % 8 / 7 * (place % 97),
            |request| {
                request["preset"] = "nhsr-0.2.2".into();
                request["options"] = json!({"ties": "skip", "screening": "mr_and_mean"});
            },
        ),
    );
    let members = |size: usize| -> Asked {
        let row = |place: usize| {
            let period = format!("{}-{:02}", 1900 + place / 24, place / 2 % 12 + 1);
            json!({"organisation": format!("m{}", place % 2), "period": period, "value": place % 13})
        };
        let rows: Vec<Value> = (0..size).map(row).collect();
        (json::aggregate_series, json!({"rows": rows, "improvement_direction": "increase"}).to_string())
    };
    takes_time_by_its_input("members", 1000, members);
    takes_time_by_its_input(
        "two ways to judge",
        1500,
        series(json::compare_spc, wave, |request| {
            request["a"] = json!({"preset": "mdc-2.6a"});
            request["b"] = json!({"preset": "nhsr-0.2.2"});
        }),
    );
    // Many short series, and one long one.
    for length in [36, usize::MAX] {
        let table = move |size: usize| -> Asked {
            let series: Vec<String> = (0..size).map(|row| format!("s{}", row / length)).collect();
            let value: Vec<usize> = (0..size).map(wave).collect();
            let columns = json!({"series": series, "value": value});
            (json::spc_table, json!({"columns": columns, "improvement_direction": "increase"}).to_string())
        };
        takes_time_by_its_input("a table", 2000, table);
    }
}

/// One more value costs what it costs, however long the series is, and so does what is kept of it.
#[test]
fn adding_takes_no_time_by_the_length() {
    let answer = |request: &Value| -> Value {
        serde_json::from_str::<Value>(&json::spc_append(&request.to_string())).unwrap()["answer"].take()
    };
    let requests = [1000, 16_000].map(|size: usize| {
        let values: Vec<usize> = (0..size).map(|place| 100 + place * 7919 % 23).collect();
        let start = json!({"state": null, "values": values, "improvement_direction": "increase"});
        json!({"state": answer(&start)["state"], "values": [105]}).to_string()
    });
    let [short, long] = [0, 1].map(|one: usize| requests[one].len());
    assert!(long < short + 100, "{short} bytes are kept of a short series, and {long} of a long one");
    let _alone = ALONE.lock().unwrap_or_else(|broken| broken.into_inner());
    let mut best = [Duration::MAX; 2];
    for _ in 0..6 {
        for (best, request) in best.iter_mut().zip(&requests) {
            let begun = Instant::now();
            (0..50).for_each(|_| drop(json::spc_append(request)));
            *best = begun.elapsed().min(*best);
        }
        if best[1] < 3 * best[0] {
            return;
        }
    }
    panic!("a value takes {:?} after few, and {:?} after many", best[0], best[1]);
}

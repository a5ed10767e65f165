//! Series of figures.

use equipoise::json;
use serde_json::{Value, json};

use crate::{Asked, assessed, measured, takes_time_by_its_input};

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
}

//! Traps of the leaf rule.

use crate::scene::{
    TODAY, codes, item, known_on, level, on_track, parameter, programme, seen_on, task, today, update, with,
};
use equipoise::finding::FindingCode as Code;
use serde_json::{Value, json};

/// A hundred days from 1 January to 11 April 2023, and that percentage reported for that day.
fn hundred_days(reported_for: &str, percent: f64) -> equipoise::Report {
    let baselines = json!([{"version": 1, "start": "2023-01-01", "finish": "2023-04-11", "approved_on": "2022-04-01"}]);
    let row = with(task("t", "2023-04-11"), json!({ "baselines": baselines }));
    let report = update("t", json!({"as_at": reported_for, "forecast_finish": "2023-04-11", "percent": percent}));
    seen_on(&programme(vec![(row, report)], json!({})), reported_for)
}

#[test]
fn nought_percent_on_the_day_of_the_start_is_not_late() {
    assert_eq!(level(&hundred_days("2023-01-01", 0.0), "t"), "green");
    assert_eq!(level(&hundred_days("2022-12-31", 0.0), "t"), "green");
    // One day of a hundred is one point; fifteen are amber, thirty red, to the day.
    assert_eq!(level(&hundred_days("2023-01-15", 0.0), "t"), "green");
    assert_eq!(level(&hundred_days("2023-01-16", 0.0), "t"), "amber");
    assert_eq!(level(&hundred_days("2023-01-30", 0.0), "t"), "amber");
    assert_eq!(level(&hundred_days("2023-01-31", 0.0), "t"), "red");
    // Decimals as they are written: 14.9 points behind are not 15.
    assert_eq!(level(&hundred_days("2023-01-16", 0.1), "t"), "green");
}

#[test]
fn progress_is_judged_on_the_day_it_was_reported() {
    let baselines = json!([{"version": 1, "start": "2023-01-01", "finish": "2023-04-11", "approved_on": "2022-04-01"}]);
    let row = with(task("t", "2023-04-11"), json!({ "baselines": baselines }));
    let report = update("t", json!({"as_at": "2023-03-02", "forecast_finish": "2023-04-11", "percent": 60}));
    // On plan on 2 March; by 31 March the dates would ask for 89 %.
    assert_eq!(level(&seen_on(&programme(vec![(row, report)], json!({})), TODAY), "t"), "green");
}

#[test]
fn an_item_without_dates_is_not_assessed_and_an_undated_percentage_says_nothing() {
    let bare = json!({"id": "bare", "name": "No dates", "kind": "task", "body": "skin"});
    let report = today(vec![
        (bare, Value::Null),
        (task("t", "2023-06-30"), update("t", json!({"forecast_finish": "2023-06-30", "percent": 0}))),
    ]);
    assert_eq!(level(&report, "bare"), "not_assessed");
    assert_eq!(item(&report, "bare").reason.map(|reason| reason.as_str()), Some("no_baseline"));
    assert_eq!((item(&report, "bare").slip_days, item(&report, "bare").stale_on), (None, None));
    // No start, neither actual nor in the baseline: the rule of progress does not apply.
    assert_eq!(level(&report, "t"), "green");
}

#[test]
fn a_milestone_of_no_length_divides_by_nothing() {
    let on = |as_at: &str, percent: u8| {
        let baselines =
            json!([{"version": 1, "start": "2023-04-20", "finish": "2023-04-20", "approved_on": "2022-04-01"}]);
        let row = with(task("m", "2023-04-20"), json!({"kind": "milestone", "baselines": baselines}));
        let report = update("m", json!({"as_at": as_at, "forecast_finish": "2023-04-21", "percent": percent}));
        let report = seen_on(&programme(vec![(row, report)], json!({})), as_at);
        (level(&report, "m"), codes(&report, "m").contains(&Code::ProgressShortfall))
    };
    assert_eq!(on("2023-04-19", 0), ("green".into(), false));
    assert_eq!(on("2023-04-20", 0), ("green".into(), false));
    // The day after, all of it is expected.
    assert_eq!(on("2023-04-21", 0), ("red".into(), true));
    assert_eq!(on("2023-04-21", 70), ("red".into(), true));
    assert_eq!(on("2023-04-21", 71), ("amber".into(), true));
    assert_eq!(on("2023-04-21", 100), ("green".into(), false));
}

#[test]
fn a_forecast_that_has_passed_counts_as_today() {
    let row = |forecast: &str| (task("t", "2023-04-01"), update("t", json!({ "forecast_finish": forecast })));
    let report = today(vec![row("2023-03-30")]);
    assert_eq!(level(&report, "t"), "amber");
    assert_eq!(codes(&report, "t"), [Code::ForecastInPast]);
    assert_eq!(item(&report, "t").expected_finish.map(|day| day.to_string()), Some(TODAY.into()));
    assert_eq!(item(&report, "t").slip_days, Some(-1));
    assert_eq!(item(&report, "t").forecast_finish.map(|day| day.to_string()), Some("2023-03-30".into()));
    // Today's is not in the past.
    assert_eq!(level(&today(vec![row(TODAY)]), "t"), "green");
}

#[test]
fn an_update_recorded_later_is_not_known() {
    let rows = vec![
        (task("t", "2023-06-30"), update("t", json!({"as_at": "2023-03-01", "forecast_finish": "2023-06-30"}))),
        (
            task("other", "2023-06-30"),
            update("t", json!({"as_at": "2023-03-28", "recorded_on": "2023-04-05", "forecast_finish": "2023-09-30"})),
        ),
    ];
    let document = programme(rows, json!({}));
    for (known_at, expected) in
        [(Some("2023-03-31"), "green"), (Some("2023-04-04"), "green"), (Some("2023-04-05"), "red"), (None, "red")]
    {
        assert_eq!(level(&known_on(&document, TODAY, known_at), "t"), expected, "{known_at:?}");
    }
    // And what speaks of a later day says nothing yet, however early it was recorded.
    assert_eq!(level(&known_on(&document, "2023-03-27", None), "t"), "green");
}

#[test]
fn a_stale_green_is_not_green_and_a_stale_red_stays_red() {
    let rows = |forecast: &str| {
        vec![(task("t", "2023-06-30"), update("t", json!({"as_at": "2023-02-12", "forecast_finish": forecast})))]
    };
    // 46 days after the last update is one and a half months of 31 days; 47 is more.
    let on = |forecast: &str, as_at: &str| seen_on(&programme(rows(forecast), json!({})), as_at);
    let fresh = on("2023-06-30", "2023-03-30");
    assert_eq!(
        (level(&fresh, "t"), item(&fresh, "t").stale_on.map(|day| day.to_string())),
        ("green".into(), Some(TODAY.into()))
    );
    let stale = on("2023-06-30", TODAY);
    assert_eq!(
        (level(&stale, "t"), item(&stale, "t").evidence.stale_days, item(&stale, "t").stale_on),
        ("amber".into(), Some(47), None)
    );
    assert_eq!(level(&on("2023-09-30", TODAY), "t"), "red");
}

#[test]
fn a_blocker_resolved_today_is_closed_today() {
    let blocked = |more: Value| {
        let (row, report) = on_track("t");
        let blocker = with(json!({"id": "b", "priority": "t", "raised_on": "2023-02-27"}), more);
        level(&seen_on(&programme(vec![(row, report)], json!({ "blockers": [blocker] })), TODAY), "t")
    };
    // 32 days open is longer than a month of 31; 31 days are not; more than two months are red.
    assert_eq!(blocked(json!({})), "amber");
    assert_eq!(blocked(json!({"raised_on": "2023-02-28"})), "green");
    assert_eq!(blocked(json!({"raised_on": "2023-01-28"})), "amber");
    assert_eq!(blocked(json!({"raised_on": "2023-01-27"})), "red");
    assert_eq!(blocked(json!({ "resolved_on": TODAY })), "green");
    assert_eq!(blocked(json!({"resolved_on": "2023-04-01"})), "amber");
}

#[test]
fn own_slip_is_no_inherited_risk_and_lags_can_be_negative() {
    let (first, early) = (task("first", "2023-05-31"), update("first", json!({"forecast_finish": "2023-06-10"})));
    let second = |lag: i64, forecast: &str| {
        let depends_on = json!([{"priority": "first", "lag_days": lag}]);
        (
            with(task("second", "2023-06-10"), json!({ "depends_on": depends_on })),
            update("second", json!({ "forecast_finish": forecast })),
        )
    };
    let seen = |lag: i64, forecast: &str| today(vec![(first.clone(), early.clone()), second(lag, forecast)]);
    assert_eq!(codes(&seen(0, "2023-06-10"), "second"), []);
    assert_eq!(codes(&seen(1, "2023-06-10"), "second"), [Code::InheritedRisk]);
    assert_eq!(parameter(&seen(1, "2023-06-10"), "second", Code::InheritedRisk, "path"), json!(["first"]));
    assert_eq!(codes(&seen(-20, "2023-06-10"), "second"), []);
    assert_eq!(codes(&seen(0, "2023-06-20"), "second"), [Code::Slip]);
    // Slack of the first: until its own baseline, or until the second would be late.
    assert_eq!(item(&seen(0, "2023-06-10"), "first").slack_days, Some(-10));
    assert_eq!(item(&seen(14, "2023-06-10"), "first").slack_days, Some(-14));
}

#[test]
fn a_reopened_item_has_no_finish_any_more() {
    let mut document = programme(
        vec![
            (
                task("t", "2023-06-30"),
                update("t", json!({"as_at": "2023-01-13", "lifecycle": "complete", "actual_finish": "2023-01-12"})),
            ),
            (task("other", "2023-06-30"), update("t", json!({"as_at": "2023-03-15", "forecast_finish": "2023-06-30"}))),
        ],
        json!({}),
    );
    let report = seen_on(&document, TODAY);
    assert_eq!((level(&report, "t"), item(&report, "t").actual_finish), ("green".into(), None));
    // Cancelled afterwards it keeps its finish and is left out all the same.
    document["updates"][1] =
        update("t", json!({"id": "u1", "as_at": "2023-03-15", "lifecycle": "cancelled", "reason": "Not needed"}));
    assert_eq!(level(&seen_on(&document, TODAY), "t"), "excluded");
}

//! Traps of the calendar: leap days, the turn of the financial year, validity, cadences that change.

use crate::scene::{TODAY, item, level, on_track, programme, seen_on, task, update, with};
use equipoise::{Day, Programme};
use serde_json::{Value, json};

#[test]
fn a_leap_day_is_a_day() {
    let slip = |finish: &str, forecast: &str, as_at: &str| {
        let report = update("t", json!({"as_at": as_at, "forecast_finish": forecast}));
        item(&seen_on(&programme(vec![(task("t", finish), report)], json!({})), as_at), "t").slip_days
    };
    assert_eq!(slip("2024-02-29", "2024-03-01", "2024-02-10"), Some(1));
    assert_eq!(slip("2024-02-28", "2024-03-01", "2024-02-10"), Some(2));
    assert_eq!(slip("2023-02-28", "2023-03-01", "2023-02-10"), Some(1));
    // Assessed on the day itself.
    assert_eq!(slip("2024-02-22", "2024-02-23", "2024-02-29"), Some(7));
    let report = seen_on(&programme(vec![on_track("t")], json!({})), "2024-02-29");
    assert_eq!(report.as_at.in_words(), "29 February 2024");
    assert!("2023-02-29".parse::<Day>().is_err());
}

#[test]
fn the_financial_year_turns_between_31_march_and_1_april() {
    let on = |as_at: &str, more: Value| {
        let (row, report) = on_track("t");
        level(&seen_on(&programme(vec![(with(row, more), report)], json!({})), as_at), "t")
    };
    // In force to the end of the year, and from the beginning of the next: both days included.
    assert_eq!(on("2023-03-31", json!({"end": "2023-03-31"})), "green");
    assert_eq!(on("2023-04-01", json!({"end": "2023-03-31"})), "excluded");
    assert_eq!(on("2023-03-31", json!({"start": "2023-04-01"})), "excluded");
    assert_eq!(on("2023-04-01", json!({"start": "2023-04-01"})), "green");
    // Due on the last day of the year, it is overdue on the first of the next.
    let due = |as_at: &str| {
        let rows = vec![(task("t", "2023-03-31"), update("t", json!({"forecast_finish": "2023-04-07"})))];
        let report = seen_on(&programme(rows, json!({})), as_at);
        report.findings.iter().filter(|finding| finding.code.as_str() == "OVERDUE").count()
    };
    assert_eq!((due("2023-03-31"), due("2023-04-01")), (0, 1));
}

#[test]
fn a_body_is_measured_from_its_day_on() {
    let on = |as_at: &str| {
        let bodies = json!([{"id": "skin", "name": "Skin", "kind": "network", "status_from": "2023-04-01"}]);
        let report = seen_on(&programme(vec![on_track("t")], json!({ "bodies": bodies })), as_at);
        (level(&report, "t"), item(&report, "t").reason.map(|reason| reason.as_str()))
    };
    assert_eq!(on("2023-03-31"), ("excluded".into(), Some("grace")));
    assert_eq!(on("2023-04-01"), ("green".into(), None));
}

/// "Month ending 31 March" and "1 March" are no months of a document: only `2023-03` is, so that none is read as another.
#[test]
fn a_month_is_named_in_one_way() {
    let read = |kind: &str, period: &str| {
        let indicator = json!({"id": "i", "name": "I", "kind": "count", "period_type": kind});
        let document = json!({
            "schema_version": "1.0", "id": "p", "name": "P",
            "indicators": [indicator], "observations": [{"indicator": "i", "period": period, "value": 1}],
        });
        Programme::from_value(&document).is_ok()
    };
    for (kind, period, accepted) in [
        ("month", "2023-03", true),
        ("month", "2023-03-31", false),
        ("month", "2023-03-01", false),
        ("month", "Mar-23", false),
        ("week", "2023-04-02", true),
        ("day", "2024-02-29", true),
        ("day", "2023-02-29", false),
        ("quarter", "Q4 2022/23", true),
        ("quarter", "2023-03", false),
        ("financial_year", "2022/23", true),
        ("financial_year", "2022-23", false),
        ("financial_year", "1999/00", true),
    ] {
        assert_eq!(read(kind, period), accepted, "{kind} {period}");
    }
}

#[test]
fn a_cadence_changed_in_mid_year_counts_from_its_day() {
    let cadences = json!([
        {"meeting_kind": "network", "every": "quarter", "end": "2023-03-30"},
        {"meeting_kind": "network", "every": {"days": 10}, "start": "2023-03-31"},
    ]);
    let bodies = json!([{"id": "skin", "name": "Skin", "kind": "network", "cadences": cadences}]);
    let document = programme(vec![on_track("t")], json!({ "bodies": bodies }));
    // The last update is of 20 March: ten days old under the quarter, eleven under ten days.
    assert_eq!(
        item(&seen_on(&document, "2023-03-30"), "t").stale_on.map(|day| day.to_string()),
        Some("2023-08-06".into())
    );
    assert_eq!(item(&seen_on(&document, TODAY), "t").stale_on.map(|day| day.to_string()), Some("2023-04-05".into()));
    assert_eq!(level(&seen_on(&document, "2023-04-04"), "t"), "green");
    assert_eq!(level(&seen_on(&document, "2023-04-05"), "t"), "amber");
}

#[test]
fn of_several_cadences_the_shortest_in_force_counts_and_without_one_a_month() {
    let stale_on = |cadences: Value| {
        let bodies = json!([{"id": "skin", "name": "Skin", "kind": "network", "cadences": cadences}]);
        let report = seen_on(&programme(vec![on_track("t")], json!({ "bodies": bodies })), TODAY);
        item(&report, "t").stale_on.map(|day| day.to_string()).unwrap_or_default()
    };
    let cadence = |every: Value| json!({"meeting_kind": "network", "every": every});
    // The last update, one and a half cycles rounded down, and a day: 31, 92, 184 and 7 days.
    assert_eq!(stale_on(json!([])), "2023-05-06");
    assert_eq!(stale_on(json!([cadence(json!("month"))])), "2023-05-06");
    assert_eq!(stale_on(json!([cadence(json!("half_year")), cadence(json!("quarter"))])), "2023-08-06");
    assert_eq!(stale_on(json!([cadence(json!("half_year"))])), "2023-12-22");
    assert_eq!(stale_on(json!([cadence(json!("quarter")), cadence(json!({"days": 14}))])), "2023-04-11");
}

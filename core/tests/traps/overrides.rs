//! Traps of judgements above the rules.

use crate::scene::{TODAY, codes, item, level, programme, seen_on, task, update, with};
use equipoise::finding::FindingCode as Code;
use equipoise::{Report, describe_report};
use serde_json::{Value, json};

/// An override of the task, from 21 March 2023, with reason and two roles.
fn judgement(level: &str, more: Value) -> Value {
    let row = json!({
        "id": "o", "subject": {"kind": "priority", "id": "t"}, "level": level, "start": "2023-03-21",
        "reason": "Recovery plan agreed", "by": "project_manager", "approved_by": "managing_director",
    });
    with(row, more)
}

/// The task, forecast for one day and then for another, under these overrides. Due on 30 June: 7 days late is green, 28
/// amber.
fn seen(before: &str, after: Option<&str>, overrides: Vec<Value>, as_at: &str) -> Report {
    let mut rows =
        vec![(task("t", "2023-06-30"), update("t", json!({"as_at": "2023-03-10", "forecast_finish": before})))];
    let later = after.map(|day| update("t", json!({"as_at": "2023-03-24", "forecast_finish": day})));
    rows.push((task("other", "2023-06-30"), later.unwrap_or(Value::Null)));
    seen_on(&programme(rows, json!({ "overrides": overrides })), as_at)
}

const GREEN: &str = "2023-06-30";
const AMBER: &str = "2023-07-20";
const RED: &str = "2023-08-30";

#[test]
fn an_improvement_older_than_the_facts_is_void() {
    let report = seen(AMBER, Some(RED), vec![judgement("green", json!({}))], TODAY);
    assert_eq!((level(&report, "t"), item(&report, "t").override_id.clone()), ("red".into(), None));
    assert_eq!(codes(&report, "t"), [Code::Slip, Code::OverrideContradicted]);
    // Before the facts got worse it held; and it holds if they get better.
    assert_eq!(level(&seen(AMBER, Some(RED), vec![judgement("green", json!({}))], "2023-03-23"), "t"), "green");
    assert_eq!(level(&seen(AMBER, Some(GREEN), vec![judgement("green", json!({}))], TODAY), "t"), "green");
}

#[test]
fn a_worsening_holds_when_the_facts_get_worse_still() {
    let held =
        |asked: &str, after: &str| level(&seen(GREEN, Some(after), vec![judgement(asked, json!({}))], TODAY), "t");
    assert_eq!(held("amber", GREEN), "amber");
    assert_eq!(held("amber", RED), "red");
    assert_eq!(held("red", AMBER), "red");
    // It needs no reason and no second role.
    let bare = judgement("amber", json!({"reason": null, "by": null, "approved_by": null}));
    assert_eq!(level(&seen(GREEN, None, vec![bare], TODAY), "t"), "amber");
}

#[test]
fn no_red_becomes_green_and_nothing_becomes_complete() {
    for (before, asked, expected) in
        [(RED, "green", "red"), (RED, "amber", "amber"), (AMBER, "complete", "amber"), (GREEN, "complete", "green")]
    {
        let report = seen(before, None, vec![judgement(asked, json!({}))], TODAY);
        assert_eq!(level(&report, "t"), expected, "{before} set to {asked}");
        assert_eq!(
            codes(&report, "t").contains(&Code::OverrideRefused),
            expected != "amber" || asked == "complete",
            "{asked}"
        );
    }
}

#[test]
fn an_improvement_needs_a_reason_two_roles_and_evidence() {
    let refused = |more: Value| {
        let report = seen(AMBER, None, vec![judgement("green", more)], TODAY);
        (level(&report, "t"), codes(&report, "t").contains(&Code::OverrideRefused))
    };
    assert_eq!(refused(json!({})), ("green".into(), false));
    assert_eq!(refused(json!({"reason": "  "})), ("amber".into(), true));
    assert_eq!(refused(json!({"approved_by": "project_manager"})), ("amber".into(), true));
    assert_eq!(refused(json!({"by": null})), ("amber".into(), true));
    // 47 days after the last update of 10 March the evidence is stale.
    let stale =
        seen(AMBER, None, vec![judgement("green", json!({"start": "2023-04-01", "end": "2023-06-01"}))], "2023-04-26");
    assert_eq!((level(&stale, "t"), codes(&stale, "t").contains(&Code::OverrideRefused)), ("amber".into(), true));
}

#[test]
fn an_override_lasts_its_days_both_included() {
    let on = |more: Value, as_at: &str| level(&seen(GREEN, Some(GREEN), vec![judgement("red", more)], as_at), "t");
    assert_eq!(on(json!({}), "2023-03-20"), "green");
    assert_eq!(on(json!({}), "2023-03-21"), "red");
    // 35 days without an end: the last is 24 April.
    assert_eq!(on(json!({}), "2023-04-24"), "red");
    assert_eq!(on(json!({}), "2023-04-25"), "green");
    assert_eq!(on(json!({"end": "2023-03-31"}), "2023-03-31"), "red");
    assert_eq!(on(json!({"end": "2023-03-31"}), "2023-04-01"), "green");
}

#[test]
fn of_several_the_latest_is_judged_and_then_the_worse() {
    let first = judgement("red", json!({"id": "a", "start": "2023-03-15"}));
    let (second, third) = (judgement("amber", json!({"id": "b"})), judgement("red", json!({"id": "c"})));
    assert_eq!(level(&seen(GREEN, None, vec![first.clone(), second.clone()], TODAY), "t"), "amber");
    assert_eq!(level(&seen(GREEN, None, vec![second, third, first], TODAY), "t"), "red");
}

/// A priority with parts is an item and a node, and an override of it is judged for both. What is said of the one is
/// not said of the other.
#[test]
fn an_override_of_an_item_with_parts_is_told_from_that_of_its_node() {
    let (parent, late) = (task("t", "2023-06-30"), update("t", json!({ "forecast_finish": RED })));
    let child = with(task("child", "2023-06-30"), json!({"parent": "t", "weight": 2}));
    let rows = vec![(parent, late), (child, update("child", json!({ "forecast_finish": GREEN })))];
    // A third of the weight is red, so both are red; green is one step too far for either.
    let both = seen_on(&programme(rows.clone(), json!({"overrides": [judgement("green", json!({}))]})), TODAY);
    let refused = both.findings.iter().filter(|finding| finding.code == Code::OverrideRefused);
    let rules: std::collections::BTreeSet<String> = refused.map(|finding| finding.rule.to_string()).collect();
    assert_eq!(rules.len(), 2, "two findings of one subject and one rule, one on the item and one on the node");
    // The sentence on the item names the refusal once.
    let sentence = describe_report(&both).into_iter().find(|sentence| sentence.starts_with("t “Task” is red")).unwrap();
    assert_eq!(sentence.matches("is refused").count(), 1, "{sentence}");
}

use super::*;
use crate::document::Programme;
use crate::model::Model;
use serde_json::{Value, json};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The row of one kind of meeting of a body with these cadences and these days of meetings.
fn row(cadences: Value, held: &[&str], from: &str, to: &str) -> CadenceRow {
    let meeting = |(place, day): (usize, &&str)| json!({"id": format!("m{place}"), "body": "b", "kind": "summit", "held_on": day});
    let meetings: Vec<Value> = held.iter().enumerate().map(meeting).collect();
    let document = json!({"schema_version": "1.0", "id": "p", "name": "P", "meetings": meetings,
        "bodies": [{"id": "b", "kind": "summit", "name": "B", "cadences": cadences}]});
    let programme = Programme::from_value(&document).unwrap();
    let model = Model::of_checked(&programme);
    let moment = Moment { as_at: day(to), known_at: None, first_baseline: false };
    meet(&Records::new(&model), moment, day(from)).remove(0)
}

fn counted(row: &CadenceRow) -> (u32, u32, u32) {
    (row.due.unwrap(), row.held, row.missed.unwrap())
}

#[test]
fn a_cycle_is_due_when_it_is_over() {
    let monthly = json!([{"meeting_kind": "summit", "every": "month"}]);
    assert_eq!(counted(&row(monthly.clone(), &[], "2022-04-01", "2022-04-29")), (0, 0, 0));
    assert_eq!(counted(&row(monthly.clone(), &[], "2022-04-01", "2022-04-30")), (1, 0, 1));
    assert_eq!(counted(&row(monthly, &["2022-05-01"], "2022-04-01", "2022-05-31")), (2, 1, 1));
}

/// A month begins on its 31st where it has one, and on its last day where it has not.
#[test]
fn months_are_counted_from_the_first_day_and_not_from_the_month_before() {
    let monthly = json!([{"meeting_kind": "summit", "every": "month", "start": "2023-01-31"}]);
    let held = ["2023-02-27", "2023-02-28", "2023-03-31"];
    assert_eq!(counted(&row(monthly, &held, "2022-04-01", "2023-04-29")), (3, 3, 0));
}

#[test]
fn quarterly_until_a_day_and_half_yearly_after() {
    let dated = json!([{"meeting_kind": "summit", "every": "quarter", "end": "2022-09-30"},
        {"meeting_kind": "summit", "every": "half_year", "start": "2022-10-01"}]);
    let held = row(dated.clone(), &["2022-05-10", "2022-08-10", "2023-01-17"], "2022-04-01", "2023-03-31");
    assert_eq!((counted(&held), held.every.as_deref()), ((3, 3, 0), Some("half_year")));
    // 160 days over the change: too long for a quarter, not for half a year.
    assert!(held.long_gaps.is_empty());
    let missed = row(dated, &["2022-05-10", "2023-01-17"], "2022-04-01", "2023-03-31");
    assert_eq!(counted(&missed), (3, 2, 1));
}

#[test]
fn a_gap_is_too_long_beyond_one_and_a_half_cycles() {
    let tenth = json!([{"meeting_kind": "summit", "every": {"days": 10}}]);
    let gaps = |second: &str| row(tenth.clone(), &["2022-04-01", second], "2022-04-01", second).long_gaps.len();
    assert_eq!((gaps("2022-04-16"), gaps("2022-04-17")), (0, 1));
    // Not over yet is a gap too, once it is too long.
    let open = row(tenth.clone(), &["2022-04-01"], "2022-04-01", "2022-04-17").long_gaps;
    assert_eq!(open.iter().map(|gap| (gap.days, gap.open)).collect::<Vec<_>>(), [(16, true)]);
}

#[test]
fn the_middle_of_an_even_number_lies_between_two() {
    assert_eq!(
        (median(&[]), median(&[3]), median(&[9, 1]), median(&[5, 1, 9])),
        (None, Some(3.0), Some(5.0), Some(5.0))
    );
}

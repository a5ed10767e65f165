//! Time alone makes nothing better, and no moment of the calendar makes an assessment fail.

use crate::cells::{cells, day, improved, parameters};
use crate::holds;
use crate::programmes::{Case, programmes};
use equipoise::{Day, Report};
use proptest::prelude::*;
use serde_json::Value;

/// What is known on the day, with nothing that begins, ends or is resolved by itself later.
fn settled(mut case: Case) -> Case {
    let as_at = case.as_at.to_string();
    let passed = |day: &Value| day.as_str().is_some_and(|day| *day <= *as_at);
    case.rows("overrides").clear();
    case.rows("updates").retain(|row| passed(&row["as_at"]));
    case.rows("blockers").retain(|row| passed(&row["raised_on"]));
    for row in case.rows("blockers") {
        if !passed(&row["resolved_on"]) {
            row.as_object_mut().unwrap().remove("resolved_on");
        }
    }
    for row in case.rows("bodies") {
        row.as_object_mut().unwrap().remove("status_from");
    }
    for row in case.rows("priorities") {
        let fields = row.as_object_mut().unwrap();
        fields.remove("start");
        fields.remove("end");
        fields["baselines"].as_array_mut().unwrap().retain(|row| passed(&row["approved_on"]));
    }
    case.known_at = Some(case.as_at);
    case
}

#[test]
fn time_without_an_update_never_improves_any_node() {
    let steps = prop::collection::vec(prop::sample::select(vec![1_i64, 7, 8, 20, 50, 400]), 1..6);
    holds(900, &(programmes(9), steps), |(case, steps)| {
        let mut case = settled(case);
        let mut before = cells(&case.report());
        for days in steps {
            case.as_at = case.as_at.plus(days);
            let after = cells(&case.report());
            let better = improved(&before, &after);
            prop_assert!(better.is_empty(), "by {}: {:?}", case.as_at, better);
            before = after;
        }
        Ok(())
    });
}

/// Every number of a report, with its name. JSON cannot hold NaN: a number that is none would be null there.
fn numbers(report: &Report) -> Vec<(String, Option<f64>, bool)> {
    let mut numbers = Vec::new();
    for item in &report.items {
        numbers.push((format!("weight of {}", item.id), Some(item.weight), true));
    }
    for node in &report.nodes {
        let counts = node.counts;
        let assessed = counts.complete + counts.green + counts.amber + counts.red > 0;
        let counted = assessed || counts.not_assessed > 0;
        for (name, share) in [
            ("complete", node.shares.complete),
            ("green", node.shares.green),
            ("amber", node.shares.amber),
            ("red", node.shares.red),
            ("mean", node.mean_severity),
        ] {
            numbers.push((format!("{name} of {}", node.id), share, assessed));
        }
        numbers.push((format!("coverage of {}", node.id), node.coverage, counted));
        numbers.push((format!("index of {}", node.id), node.watermelon_index, false));
    }
    numbers
}

fn is_whole(report: &Report) -> Result<(), TestCaseError> {
    for (name, number, wanted) in numbers(report) {
        prop_assert!(number.is_none_or(f64::is_finite), "{} is {:?}", name, number);
        prop_assert!(number.is_some() || !wanted, "{} is not there", name);
        prop_assert!(number.is_none_or(|number| number >= 0.0), "{} is {:?}", name, number);
    }
    let may_be_null = ["name", "by", "approved_by", "reason", "last_update"];
    for finding in &report.findings {
        for (name, value) in parameters(finding).as_object().unwrap() {
            prop_assert!(!value.is_null() || may_be_null.contains(&name.as_str()), "{} of {}", name, finding.code);
        }
        prop_assert!(
            !finding.evidence.is_empty() || finding.rule.starts_with("status.roll_up") || finding.implies.is_some()
        );
    }
    // As text it is read back as the same report, and sentences are made of it.
    let text = report.to_json();
    prop_assert_eq!(serde_json::from_str::<Report>(&text).unwrap().to_json(), text);
    prop_assert!(
        equipoise::describe_report(report)
            .iter()
            .all(|sentence| !sentence.contains("NaN") && !sentence.contains("inf "))
    );
    Ok(())
}

/// Any day of the calendar, mostly near the facts or at its edges.
fn days() -> impl Strategy<Value = Day> {
    let near = (-500_i64..500).prop_map(|days| day("2023-03-31").plus(days));
    let any = (0_i64..401_767).prop_map(|days| day("1900-01-01").plus(days));
    prop_oneof![4 => near, 2 => any, 1 => Just(day("1900-01-01")), 1 => Just(day("2999-12-31"))]
}

#[test]
fn every_report_is_whole_at_any_moment() {
    holds(1500, &(programmes(10), days(), proptest::option::of(days())), |(mut case, as_at, known_at)| {
        is_whole(&case.report())?;
        (case.as_at, case.known_at) = (as_at, known_at);
        is_whole(&case.report())
    });
}

/// Facts at the very edges of the calendar.
#[test]
fn no_fact_is_too_early_or_too_late() {
    let edges = prop::sample::select(vec!["1900-01-01", "1900-01-02", "2999-12-30", "2999-12-31", "2023-03-31"]);
    holds(1500, &(programmes(6), prop::collection::vec(edges, 16), days()), |(mut case, edges, as_at)| {
        let mut edges = edges.iter().cycle();
        for row in case.rows("updates") {
            for field in ["forecast_finish", "actual_start"] {
                if row.get(field).is_some() && row.get("actual_finish").is_none() {
                    row[field] = Value::from(*edges.next().unwrap());
                }
            }
        }
        for row in case.rows("priorities") {
            for baseline in row["baselines"].as_array_mut().unwrap() {
                baseline["finish"] = Value::from(*edges.next().unwrap());
                baseline.as_object_mut().unwrap().remove("start");
            }
            for dependency in row.get_mut("depends_on").and_then(Value::as_array_mut).into_iter().flatten() {
                let lag = if edges.next().unwrap().starts_with("29") { 36_500 } else { -36_500 };
                dependency["lag_days"] = Value::from(lag);
            }
        }
        case.as_at = as_at;
        is_whole(&case.report())
    });
}

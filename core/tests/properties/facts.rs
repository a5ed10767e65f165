//! The order of a document's lists means nothing, and better facts never make a node worse.

use crate::cells::{cells, improved, item, leaves_below};
use crate::holds;
use crate::programmes::{Case, programmes};
use equipoise::Report;
use equipoise::finding::Level;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The rows in another order; rows of one group keep their order among themselves.
fn shuffled(rows: &[Value], keys: &[u32], group: &dyn Fn(&Value) -> Option<String>) -> Vec<Value> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|place| keys[place % keys.len()].wrapping_mul(2 * *place as u32 + 1));
    let mut slots: HashMap<String, Vec<usize>> = HashMap::new();
    for (slot, place) in order.iter().enumerate() {
        if let Some(group) = group(&rows[*place]) {
            slots.entry(group).or_default().push(slot);
        }
    }
    for slots in slots.values() {
        let mut places: Vec<usize> = slots.iter().map(|slot| order[*slot]).collect();
        places.sort_unstable();
        slots.iter().zip(places).for_each(|(slot, place)| order[*slot] = place);
    }
    order.into_iter().map(|place| rows[place].clone()).collect()
}

/// The document with every list in another order, save baselines, which are a sequence, and updates of one priority
/// that speak of and became known on the same days: there the later place speaks last.
fn reordered(case: &Case, keys: &[u32]) -> Case {
    let mut other = case.clone();
    for list in ["priorities", "bodies", "goals", "blockers", "overrides"] {
        *other.rows(list) = shuffled(other.rows(list), keys, &|_| None);
    }
    let same_days = |row: &Value| {
        let recorded = row.get("recorded_on").unwrap_or(&row["as_at"]);
        Some(format!("{} {} {recorded}", row["priority"], row["as_at"]))
    };
    *other.rows("updates") = shuffled(other.rows("updates"), keys, &same_days);
    for (list, inner) in [("priorities", "depends_on"), ("bodies", "cadences")] {
        for row in other.rows(list) {
            if let Some(rows) = row.get_mut(inner).and_then(Value::as_array_mut) {
                *rows = shuffled(rows, keys, &|_| None);
            }
        }
    }
    other
}

/// Every list at any depth in the order of what it holds.
fn order_of_its_own(value: &mut Value) {
    match value {
        Value::Array(rows) => {
            rows.iter_mut().for_each(order_of_its_own);
            rows.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => fields.values_mut().for_each(order_of_its_own),
        _ => {}
    }
}

/// Everything that a report says, its rows in an order of their own.
fn said(case: &Case) -> Value {
    let report = case.report();
    let mut value = serde_json::to_value(&report).unwrap();
    for node in value["nodes"].as_array_mut().unwrap() {
        // Listed as their leaves stand in the document.
        node["watermelons"].as_array_mut().unwrap().sort_by_key(Value::to_string);
    }
    for finding in value["findings"].as_array_mut().unwrap() {
        if let Some(items) = finding["parameters"].get_mut("items").and_then(Value::as_array_mut) {
            items.sort_by_key(Value::to_string);
        }
    }
    for table in ["items", "nodes", "findings", "indicator_summary"] {
        value[table].as_array_mut().unwrap().sort_by_key(Value::to_string);
    }
    // Governance lists goals, bodies and priorities as they stand in the document, also where a finding names them.
    order_of_its_own(&mut value["governance"]);
    order_of_its_own(&mut value["cadence"]);
    value["fingerprint"] = Value::Null;
    value
}

#[test]
fn the_order_of_lists_does_not_matter() {
    let keys = prop::collection::vec(any::<u32>(), 16);
    holds(1500, &(programmes(10), keys), |(case, keys)| {
        prop_assert_eq!(said(&case), said(&reordered(&case, &keys)));
        Ok(())
    });
}

/// For an open item: a forecast that is not late any more, all done, nothing in the way. Never a finish: that is tried
/// with bare levels. Nor for an item that is not assessed: without a forecast it counts for what waits for it as if it
/// finished today, so that a first forecast is no better news.
fn better(case: &Case, report: &Report, id: &str) -> Case {
    let mut better = case.clone();
    better.rows("blockers").retain(|row| row["priority"] != id);
    let row = item(report, id);
    if let Some(baseline) = row.baseline_finish.filter(|_| row.computed_level.is_open()) {
        let forecast = row.forecast_finish.unwrap_or(baseline).min(baseline).max(case.as_at);
        let recorded = case.known_at.map_or(case.as_at, |known_at| known_at.min(case.as_at));
        better.rows("updates").push(json!({
            "id": "better", "priority": id, "as_at": case.as_at, "recorded_on": recorded, "by": "chair",
            "forecast_finish": forecast, "percent": 100,
        }));
    }
    better
}

#[test]
fn better_facts_never_worsen_any_node() {
    holds(1000, &programmes(9), |mut case| {
        case.rows("overrides").clear();
        let report = case.report();
        let before = cells(&report);
        for row in &report.items {
            let after = cells(&better(&case, &report, &row.id).report());
            let worse = improved(&after, &before);
            prop_assert!(worse.is_empty(), "{}: {:?}", row.id, worse);
        }
        Ok(())
    });
}

/// Whatever was set by judgement, on items or on nodes.
#[test]
fn no_override_hides_a_red() {
    holds(2000, &programmes(10), |case| {
        let report = case.report();
        for of in &report.nodes {
            let levels = [of.robustness.leaves.default, of.robustness.children.default];
            if levels.iter().any(|level| matches!(level, Level::Green | Level::Complete)) {
                for leaf in leaves_below(&report, of) {
                    let red = [leaf.computed_level, leaf.level].contains(&Level::Red);
                    prop_assert!(!red, "{} {} is {:?} over {}", of.kind, of.id, levels, leaf.id);
                }
            }
        }
        for row in &report.items {
            let steps = |level: Level| level.severity().map(i32::from);
            let (computed, effective) = (steps(row.computed_level), steps(row.level));
            prop_assert_eq!(computed.is_some(), effective.is_some(), "{}", row.id);
            prop_assert!(
                effective >= computed.map(|severity| severity - 1),
                "{} is {} set to {}",
                row.id,
                row.computed_level,
                row.level
            );
            prop_assert_eq!(row.level == Level::Complete, row.computed_level == Level::Complete, "{}", row.id);
            prop_assert!(row.override_id.is_some() || row.level == row.computed_level, "{}", row.id);
        }
        Ok(())
    });
}

/// The level against the original is the level of a document in which no baseline was ever changed.
#[test]
fn against_the_original_is_as_if_no_baseline_had_moved() {
    holds(1500, &programmes(9), |mut case| {
        case.rows("overrides").clear();
        let report = case.report();
        let mut unmoved = case.clone();
        for row in unmoved.rows("priorities") {
            let seen = |baseline: &Value| {
                let own = baseline.get("approved_on").and_then(Value::as_str)?;
                let recorded = baseline.get("recorded_on").and_then(Value::as_str).unwrap_or(own);
                let (own, recorded) = (crate::cells::day(own), crate::cells::day(recorded));
                (own <= case.as_at && case.known_at.is_none_or(|known_at| recorded <= known_at)).then_some(())
            };
            let baselines = row["baselines"].as_array_mut().unwrap();
            let first = baselines.iter().position(|baseline| seen(baseline).is_some());
            *baselines = first.map(|place| baselines[place].clone()).into_iter().collect();
        }
        let original = unmoved.report();
        for (row, unmoved) in report.items.iter().zip(&original.items) {
            prop_assert_eq!(row.level_against_original, unmoved.computed_level, "{}", row.id);
        }
        Ok(())
    });
}

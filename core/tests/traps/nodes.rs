//! Traps of the roll-up.

use crate::scene::{TODAY, done, item, level, node, on_track, programme, red, seen_on, task, today, update, with};
use equipoise::finding::Level;
use serde_json::{Value, json};

fn cancelled(id: &str) -> (Value, Value) {
    (task(id, "2023-06-30"), update(id, json!({"lifecycle": "cancelled", "reason": "Not needed"})))
}

#[test]
fn a_parent_with_only_cancelled_children_is_empty_and_neutral() {
    let (child, stopped) = cancelled("child");
    let rows = |own: Value| {
        let parent = with(json!({"id": "parent", "name": "Parent", "kind": "project", "body": "skin"}), own);
        vec![
            (parent, Value::Null),
            (with(child.clone(), json!({"parent": "parent"})), stopped.clone()),
            on_track("green"),
        ]
    };
    let report = today(rows(json!({})));
    assert_eq!(node(&report, "parent").level, Level::Excluded);
    assert_eq!(node(&report, "parent").reason.map(|reason| reason.as_str()), Some("empty"));
    assert_eq!(level(&report, "parent"), "not_assessed");
    // Counted nowhere: the network has one green leaf, one left out, and nothing that is not assessed.
    let skin = node(&report, "skin");
    assert_eq!((skin.level, skin.coverage), (Level::Green, Some(1.0)));
    assert_eq!((skin.counts.green, skin.counts.excluded, skin.counts.not_assessed), (1, 1, 0));
    assert_eq!(skin.robustness.children.default, Level::Green);
}

#[test]
fn a_network_of_cancelled_items_is_empty_and_the_programme_goes_on() {
    let rows = vec![
        cancelled("a"),
        cancelled("b"),
        (with(task("c", "2023-06-30"), json!({"body": "breast"})), on_track("c").1),
    ];
    let bodies = json!([{"id": "skin", "name": "Skin", "kind": "network"}, {"id": "breast", "name": "Breast", "kind": "network"}]);
    let report = seen_on(&programme(rows, json!({ "bodies": bodies })), TODAY);
    assert_eq!((node(&report, "skin").level, node(&report, "skin").coverage), (Level::Excluded, None));
    assert_eq!(node(&report, "breast").level, Level::Green);
    assert_eq!(
        (node(&report, "p").level, node(&report, "p").robustness.children.default),
        (Level::Green, Level::Green)
    );
    // Nothing at all: the programme itself is empty.
    let none = today(vec![cancelled("a")]);
    assert_eq!((node(&none, "p").level, none.headline.as_str()), (Level::Excluded, "Excluded over all items"));
}

#[test]
fn completing_green_items_does_not_redden_the_parent() {
    for completed in 0..=4 {
        let mut rows = vec![red("red")];
        for place in 0..4 {
            let id = format!("t{place}");
            rows.push(if place < completed { done(&id) } else { on_track(&id) });
        }
        let skin = &today(rows).nodes[1];
        assert_eq!(
            (skin.level, skin.counts.complete),
            (Level::Amber, completed),
            "a fifth of the weight is red, finished work or not"
        );
    }
}

#[test]
fn one_item_that_is_not_assessed_keeps_a_node_from_complete() {
    let bare = json!({"id": "bare", "name": "No dates", "kind": "task", "body": "skin"});
    let report = today(vec![done("a"), done("b"), (bare, Value::Null)]);
    let skin = node(&report, "skin");
    assert_eq!(skin.level, Level::Amber);
    assert!((skin.coverage.unwrap() - 2.0 / 3.0).abs() < 1e-12);
}

#[test]
fn a_red_two_levels_down_is_not_hidden() {
    let (deep, late) = red("deep");
    let part =
        |id: &str, parent: &str, weight: f64| with(task(id, "2023-06-30"), json!({"parent": parent, "weight": weight}));
    let green = |id: &str| update(id, json!({"forecast_finish": "2023-06-30"}));
    let rows = vec![
        (task("top", "2023-06-30"), green("top")),
        (part("middle", "top", 100.0), green("middle")),
        (with(deep, json!({"parent": "middle", "weight": 0.000001})), late),
    ];
    let report = today(rows);
    for id in ["middle", "top", "skin", "p"] {
        let node = node(&report, id);
        assert_eq!(
            (node.robustness.leaves.default, node.robustness.children.default),
            (Level::Amber, Level::Amber),
            "{id}"
        );
        assert_eq!(node.robustness.leaves.mean, Level::Green, "{id}: an average hides it, and says so");
    }
    assert_eq!(node(&report, "p").robustness.hides_reds, ["mean", "threshold_ladder"]);
}

/// Weights of 0.1 add up to what people mean by them.
#[test]
fn a_share_of_exactly_a_quarter_is_a_quarter() {
    let weighing = |row: (Value, Value), weight: f64| (with(row.0, json!({ "weight": weight })), row.1);
    // 0.1 of 0.1 + 0.1 + 0.1 + 0.1; and 0.1 of 0.1 + 0.3.
    let four = today(vec![
        weighing(red("r"), 0.1),
        weighing(on_track("a"), 0.1),
        weighing(on_track("b"), 0.1),
        weighing(on_track("c"), 0.1),
    ]);
    let two = today(vec![weighing(red("r"), 0.1), weighing(on_track("a"), 0.3)]);
    let less = today(vec![weighing(red("r"), 0.1), weighing(on_track("a"), 0.300_001)]);
    assert_eq!(
        (node(&four, "skin").level, node(&two, "skin").level, node(&less, "skin").level),
        (Level::Red, Level::Red, Level::Amber)
    );
    assert_eq!(node(&two, "skin").shares.red, Some(0.25));
}

#[test]
fn a_coverage_of_exactly_four_fifths_is_enough() {
    let weighing = |id: &str, weight: f64| with(task(id, "2023-06-30"), json!({ "weight": weight }));
    let bare = |weight: f64| {
        (json!({"id": "bare", "name": "No dates", "kind": "task", "body": "skin", "weight": weight}), Value::Null)
    };
    let level = |rows: Vec<(Value, Value)>| today(rows).nodes[1].level;
    // 0.1 of 0.5 is not known, in one piece or in four of 0.1 beside it; and 0.7 + 0.1 + ... as people add.
    let green = |id: &str, weight: f64| (weighing(id, weight), on_track(id).1);
    assert_eq!(level(vec![green("a", 0.4), bare(0.1)]), Level::Green);
    assert_eq!(level(vec![green("a", 0.1), green("b", 0.1), green("c", 0.2), bare(0.1)]), Level::Green);
    assert_eq!(level(vec![green("a", 0.7), green("b", 0.1), bare(0.2)]), Level::Green);
    assert_eq!(level(vec![green("a", 0.399_999), bare(0.1)]), Level::Amber);
}

#[test]
fn a_pure_parent_counts_nowhere_and_one_with_a_baseline_is_one_more_leaf() {
    let child = |id: &str| (with(task(id, "2023-06-30"), json!({"parent": "parent"})), on_track(id).1);
    let pure = json!({"id": "parent", "name": "Parent", "kind": "project", "body": "skin"});
    let report = today(vec![(pure, Value::Null), child("a"), child("b")]);
    assert_eq!((node(&report, "skin").counts.green, node(&report, "skin").counts.not_assessed), (2, 0));
    assert_eq!(item(&report, "parent").reason.map(|reason| reason.as_str()), Some("no_baseline"));
    let leaf = with(task("parent", "2023-06-30"), json!({"kind": "project"}));
    let report = today(vec![(leaf, on_track("parent").1), child("a"), child("b")]);
    assert_eq!(node(&report, "skin").counts.green, 3);
    assert_eq!(node(&report, "parent").counts.green, 3);
}

#[test]
fn a_critical_milestone_reddens_what_it_stands_directly_under() {
    let milestone = |id: &str, parent: Value| {
        (with(red(id).0, json!({"kind": "milestone", "critical": true, "parent": parent, "weight": 0.1})), red(id).1)
    };
    let heavy = |id: &str| (with(task(id, "2023-06-30"), json!({"weight": 50})), on_track(id).1);
    let under = today(vec![milestone("m", Value::Null), heavy("a")]);
    assert_eq!(
        (node(&under, "skin").level, node(&under, "p").level),
        (Level::Red, Level::Amber),
        "directly under the network only"
    );
    let deeper = today(vec![heavy("a"), milestone("m", json!("a"))]);
    assert_eq!((node(&deeper, "a").level, node(&deeper, "skin").level), (Level::Red, Level::Amber));
}

#[test]
fn a_programme_without_bodies_goals_or_items_is_empty() {
    let report = seen_on(&json!({"schema_version": "1.0", "id": "p", "name": "P"}), TODAY);
    assert_eq!(report.nodes.len(), 1);
    assert_eq!((report.nodes[0].level, report.nodes[0].path_to_green.clone()), (Level::Excluded, None));
    assert_eq!(report.recorded_up_to, None);
}

//! How leaves make nodes: nothing good makes a node worse, nothing bad makes it better, nothing is hidden.

use crate::cells::{cells, improved, leaves_below, left, report};
use crate::holds;
use crate::trees::{AS_AT, Condition, Part, Tree, trees};
use equipoise::finding::Level;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The generated items have the levels asked for: otherwise nothing below means anything.
#[test]
fn items_are_what_was_asked_for() {
    holds(1500, &trees(12), |tree| {
        let report = tree.report();
        for (place, row) in report.items.iter().enumerate() {
            let condition = tree.parts[place].condition;
            let wanted = match condition {
                _ if tree.is_excluded(place) => Level::Excluded,
                Condition::Complete => Level::Complete,
                Condition::Green => Level::Green,
                Condition::NotAssessed => Level::NotAssessed,
                condition if condition.is_amber() => Level::Amber,
                _ => Level::Red,
            };
            prop_assert_eq!(row.computed_level, wanted, "{}", &row.id);
            let gap = row.evidence.stale_days.is_some() || !row.evidence.missing.is_empty();
            let open = row.level.is_open();
            prop_assert_eq!(open && gap, open && condition.has_gap(), "{}", &row.id);
        }
        Ok(())
    });
}

#[test]
fn improving_a_leaf_never_worsens_any_ancestor() {
    holds(600, &trees(10), |tree| {
        let before = cells(&tree.report());
        for place in 0..tree.parts.len() {
            for better in tree.parts[place].condition.better() {
                let after = cells(&tree.with(&[place], *better).report());
                let worse = improved(&after, &before);
                prop_assert!(worse.is_empty(), "{} to {:?}: {:?}", tree.id(place), better, worse);
            }
        }
        Ok(())
    });
}

#[test]
fn a_leaf_without_evidence_never_improves_any_node() {
    holds(600, &trees(10), |tree| {
        let before = cells(&tree.report());
        for place in 0..tree.parts.len() {
            for gap in tree.parts[place].condition.with_gap() {
                let better = improved(&before, &cells(&tree.with(&[place], *gap).report()));
                prop_assert!(better.is_empty(), "{} to {:?}: {:?}", tree.id(place), gap, better);
            }
        }
        Ok(())
    });
}

/// Over leaves and over children, however deep the red leaf lies; and whatever the policies that hide reds say.
#[test]
fn green_or_complete_means_no_red_below() {
    holds(3000, &trees(14), |tree| {
        let report = tree.report();
        for node in &report.nodes {
            let levels = [node.robustness.leaves.default, node.robustness.children.default];
            if levels.iter().any(|level| matches!(level, Level::Green | Level::Complete)) {
                let red: Vec<&str> = (leaves_below(&report, node).into_iter())
                    .filter(|item| item.computed_level == Level::Red)
                    .map(|item| item.id.as_str())
                    .collect();
                prop_assert!(red.is_empty(), "{} {} is {:?} over {:?}", node.kind, node.id, levels, red);
            }
            // Nodes below: by the parents that the report names.
            for below in report.nodes.iter().filter(|below| below.parent.as_deref() == Some(&node.id)) {
                let below_red =
                    [below.robustness.leaves.default, below.robustness.children.default].contains(&Level::Red);
                let well = levels.iter().any(|level| matches!(level, Level::Green | Level::Complete));
                prop_assert!(!(below_red && well), "{} over {}", node.id, below.id);
            }
        }
        Ok(())
    });
}

/// Places where an item can be added: beside all others of a body, or below one of them.
///
/// Below a childless item without a baseline it would do more than be added: what was a leaf that is not assessed
/// becomes a mere heading, counted nowhere. So the properties of additions are stated for all other places.
fn places_for_more(tree: &Tree) -> Vec<(Option<usize>, usize)> {
    let beside = (0..tree.bodies).map(|body| (None, body));
    let below = (0..tree.parts.len())
        .filter(|place| tree.has_parts(*place) || tree.parts[*place].condition != Condition::NotAssessed)
        .map(|place| (Some(place), tree.parts[place].body));
    beside.chain(below).collect()
}

fn one_more(tree: &Tree, condition: Condition, place: (Option<usize>, usize), goal: Option<usize>) -> Tree {
    let (parent, body) = place;
    tree.add(Part { condition, kind: "project", critical: false, weight: None, parent, body, goal })
}

#[test]
fn an_item_that_is_not_assessed_never_improves_any_node() {
    holds(350, &trees(9), |tree| {
        let before = cells(&tree.report());
        for place in places_for_more(&tree) {
            for goal in [None, tree.goals.checked_sub(1)] {
                let after = cells(&one_more(&tree, Condition::NotAssessed, place, goal).report());
                let (better, gone) = (improved(&before, &after), left(&before, &after));
                prop_assert!(better.is_empty() && gone.is_empty(), "at {:?}: {:?} {:?}", place, better, gone);
            }
        }
        Ok(())
    });
}

/// What a report says of nodes, without what counts excluded items.
fn said_of_nodes(report: &equipoise::Report, known: &[String]) -> Vec<Value> {
    let mut rows = Vec::new();
    for node in &report.nodes {
        let mut row = serde_json::to_value(node).unwrap();
        row["counts"]["excluded"] = Value::Null;
        // A childless item that is given a part has a row as a node; it had none before.
        if node.kind.as_str() != "priority" || known.contains(&node.id) {
            rows.push(row);
        }
    }
    rows
}

#[test]
fn excluded_items_are_neutral() {
    holds(350, &trees(9), |tree| {
        let report = tree.report();
        let parents: Vec<String> =
            report.nodes.iter().filter(|node| node.kind.as_str() == "priority").map(|node| node.id.clone()).collect();
        let before = said_of_nodes(&report, &parents);
        for place in places_for_more(&tree) {
            for goal in [None, tree.goals.checked_sub(1)] {
                let after = one_more(&tree, Condition::Excluded, place, goal).report();
                prop_assert_eq!(&said_of_nodes(&after, &parents), &before, "at {:?}", place);
            }
        }
        Ok(())
    });
}

/// Levels, shares, coverage and mean: what depends on weights alone.
fn weighed(report: &equipoise::Report) -> Vec<String> {
    let of = |node: &equipoise::status::Node| {
        let robustness = serde_json::to_string(&node.robustness).unwrap();
        let numbers = (node.coverage, node.mean_severity, node.shares);
        format!("{} {} {} {robustness} {numbers:?}", node.kind, node.id, node.level)
    };
    report.nodes.iter().map(of).collect()
}

#[test]
fn splitting_an_item_changes_nothing() {
    let weight = |tree: &Tree, place: usize| -> i64 {
        let report = tree.report();
        (report.items[place].weight * 1e6).round() as i64
    };
    holds(600, &(trees(10), 1_i64..=9), |(tree, tenths)| {
        let before = weighed(&tree.report());
        for place in (0..tree.parts.len()).filter(|place| !tree.has_parts(*place)) {
            let whole = weight(&tree, place);
            let first = whole * tenths / 10;
            if first == 0 {
                continue;
            }
            let mut split = tree.clone();
            split.parts[place].weight = Some(first);
            let rest = Part { weight: Some(whole - first), ..split.parts[place].clone() };
            prop_assert_eq!(
                &weighed(&split.add(rest).report()),
                &before,
                "{} into {} of {}",
                tree.id(place),
                first,
                whole
            );
        }
        Ok(())
    });
}

/// The bare operation and the document agree on a programme without depth.
#[test]
fn bare_levels_roll_up_as_the_items_of_one_body() {
    holds(1500, &trees(12), |mut tree| {
        for part in &mut tree.parts {
            (part.parent, part.body, part.goal) = (None, 0, None);
        }
        tree.bodies = 1;
        let report = tree.report();
        let items: Vec<Value> = (report.items.iter())
            .map(|item| {
                let evidence = json!({"stale_days": item.evidence.stale_days, "missing": item.evidence.missing});
                json!({"id": item.id, "level": item.level, "weight": item.weight, "critical": item.critical, "evidence": evidence})
            })
            .collect();
        let request = json!({"items": items, "policy": tree.policy});
        let answer: Value = serde_json::from_str(&equipoise::json::roll_up(&request.to_string())).unwrap();
        let body = serde_json::to_value(crate::cells::node(&report, "body", "b0")).unwrap();
        let path = report.policy.path;
        for field in ["level", "counts", "shares", "coverage", "mean_severity"] {
            prop_assert_eq!(plain(&answer["answer"][field]), plain(&body[field]), "{}", field);
        }
        let same = &answer["answer"]["robustness"];
        prop_assert_eq!(&same["leaves"], &body["robustness"]["leaves"]);
        prop_assert_eq!(&same["children"], &body["robustness"]["leaves"]);
        // Over children the search is another one; over leaves it is the same.
        if path == equipoise::document::policy::Path::Leaves {
            prop_assert_eq!(&answer["answer"]["path_to_green"], &body["path_to_green"]);
            prop_assert_eq!(&answer["answer"]["next_to_fall"], &body["next_to_fall"]);
        }
        Ok(())
    });
}

/// As text, with numbers in one spelling.
fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("{:e}", number.as_f64().unwrap()),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("\"{key}\":{}", plain(value))).collect();
            format!("{{{}}}", fields.join(","))
        }
        value => value.to_string(),
    }
}

/// One body has the same level over leaves as the programme that holds nothing else.
#[test]
fn a_programme_of_one_body_is_that_body_over_leaves() {
    holds(500, &trees(10), |mut tree| {
        tree.bodies = 1;
        tree.parts.iter_mut().for_each(|part| part.body = 0);
        let report = report(&tree.document(), &json!({}), crate::cells::day(AS_AT), None);
        let (body, top) =
            (crate::cells::node(&report, "body", "b0"), crate::cells::node(&report, "programme", "programme"));
        prop_assert_eq!(body.robustness.leaves.worst_of, top.robustness.leaves.worst_of);
        prop_assert_eq!((body.counts, body.coverage, body.shares), (top.counts, top.coverage, top.shares));
        Ok(())
    });
}

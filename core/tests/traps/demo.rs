//! The worked figures of the demo programme, as at 31 March 2023.

use crate::scene::{TODAY, codes, node, parameter, seen_on};
use equipoise::finding::{FindingCode, Level};
use equipoise::status::{Node, NodeType};
use equipoise::{Report, describe_report};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn demo() -> Report {
    let text = include_str!("../../../docs/demo/programme.json");
    seen_on(&serde_json::from_str(text).unwrap(), TODAY)
}

/// The nodes of one kind that have items, and how many of them are red, amber and green.
fn tally(report: &Report, kind: NodeType, level: impl Fn(&Node) -> Level) -> (usize, usize, usize) {
    let nodes: Vec<&Node> =
        report.nodes.iter().filter(|node| node.kind == kind && node.level != Level::Excluded).collect();
    let count = |wanted: Level| nodes.iter().filter(|node| level(node) == wanted).count();
    (count(Level::Red), count(Level::Amber), count(Level::Green))
}

/// To four places, as the figures are stated.
fn rounded(share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| format!("{share:.4}"))
}

#[test]
fn leaves_are_counted() {
    let report = demo();
    let counts = node(&report, "clinical-improvement").counts;
    assert_eq!(
        (counts.complete, counts.green, counts.amber, counts.red, counts.excluded, counts.not_assessed),
        (22, 13, 13, 11, 1, 0)
    );
    let of_kind = |kind: &str| report.items.iter().filter(|item| item.kind.as_str() == kind).count();
    assert_eq!((report.items.len(), of_kind("task"), of_kind("milestone"), of_kind("project")), (60, 30, 17, 13));
    assert_eq!(report.items.iter().filter(|item| item.critical).count(), 17);
}

#[test]
fn four_of_27_reported_green_are_red_and_ten_amber() {
    let report = demo();
    let programme = node(&report, "clinical-improvement");
    let green: Vec<_> =
        report.items.iter().filter(|item| item.reported_level.is_some_and(|level| level.as_str() == "green")).collect();
    let among = |level: Level| green.iter().filter(|item| item.computed_level == level).count();
    assert_eq!((green.len(), among(Level::Red), among(Level::Amber)), (27, 4, 10));
    assert_eq!(programme.watermelons.len(), 4);
    assert_eq!(programme.watermelon_index, Some(4.0 / 27.0));
    let said = describe_report(&report).join("\n");
    assert!(said.contains("14.8%"), "the index in words");
}

#[test]
fn networks_goals_and_programme_have_their_levels() {
    let report = demo();
    assert_eq!(tally(&report, NodeType::Body, |node| node.level), (6, 4, 1));
    assert_eq!(tally(&report, NodeType::Body, |node| node.as_reported), (1, 3, 7));
    assert_eq!(tally(&report, NodeType::Goal, |node| node.level), (0, 3, 0));
    let programme = node(&report, "clinical-improvement");
    assert_eq!(programme.level, Level::Amber);
    assert_eq!(programme.robustness.leaves.default, Level::Amber);
    assert_eq!(programme.robustness.children.default, Level::Red);
    assert_eq!(programme.robustness.leaves.mean, Level::Green);
    assert!(programme.robustness.policy_sensitive);
    let sensitive = report.findings.iter().filter(|finding| finding.code == FindingCode::PolicySensitive);
    assert_eq!(sensitive.filter(|finding| finding.subject.id == "clinical-improvement").count(), 1);
    assert_eq!(report.headline, "Amber over all items, Red over networks, Green by average");
}

#[test]
fn shares_coverage_and_mean_are_as_stated() {
    let report = demo();
    let programme = node(&report, "clinical-improvement");
    assert_eq!(rounded(programme.shares.red), "0.2157");
    assert_eq!(rounded(programme.shares.amber), "0.2647");
    assert_eq!(rounded(programme.coverage), "0.8922");
    assert_eq!(rounded(programme.mean_severity), "1.4314");
}

#[test]
fn twelve_items_lead_to_green_and_no_single_one_to_red() {
    let report = demo();
    let programme = node(&report, "clinical-improvement");
    assert_eq!(programme.path_to_green.as_ref().map(Vec::len), Some(12));
    assert!(programme.next_to_fall.as_ref().is_some_and(|set| set.len() > 1), "{:?}", programme.next_to_fall);
    assert!(programme.paths_exact);
}

/// Few rules are used: no dependency, blocker, percentage, override, parent or re-baseline; no role vacant.
#[test]
fn the_demo_says_that_it_is_illustrative_and_uses_few_rules() {
    let report = demo();
    assert!(report.illustrative);
    assert_eq!(describe_report(&report)[0], equipoise::ILLUSTRATIVE);
    let used: BTreeSet<&str> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
    for unused in
        ["INHERITED_RISK", "NEGATIVE_SLACK", "BLOCKED", "PROGRESS_SHORTFALL", "OVERRIDE", "REBASELINED", "NOT_ASSESSED"]
    {
        assert!(!used.contains(unused), "{unused}");
    }
}

/// The rows of the table that the demo was made from, by the names of its columns.
fn rows(text: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    // No cell of this table holds a comma or a quotation mark.
    assert!(!text.contains('"'));
    lines.map(|line| columns.iter().copied().zip(line.split(',')).collect()).collect()
}

/// The level, the days of slip and the findings of every item, against the columns worked out by hand beside the items.
#[test]
fn every_item_is_as_worked_out_by_hand() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/demo/items.csv");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("Not compared: {} is not there. It stands beside the repository, not in it.", path.display());
        return;
    };
    let report = demo();
    let (rows, mut seen) = (rows(&text), 0);
    for row in &rows {
        let id = row["id"];
        let item = report.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no item {id}"));
        let letter = equipoise::legend().into_iter().find(|entry| entry.level == item.computed_level).unwrap().letter;
        assert_eq!(letter, row["computed"], "{id}");
        assert_eq!(item.slip_days.map_or_else(String::new, |days| days.to_string()), row["slip_days"], "{id}");
        assert_eq!(worked_out(row["findings"]), found(&report, id), "{id}");
        seen += 1;
    }
    assert_eq!((seen, report.items.len()), (60, 60));
}

/// `OVERDUE 16d; SLIP 36d > 14d` as codes with days. `FLOOR` repeats in words what another code says.
fn worked_out(cell: &str) -> BTreeMap<String, Option<f64>> {
    let mut named = BTreeMap::new();
    for part in cell.split("; ").filter(|part| !part.is_empty() && !part.starts_with("FLOOR")) {
        let mut words = part.split(' ');
        let code = words.next().unwrap();
        let code = if code == "CANCELLED" { "EXCLUDED" } else { code };
        let days = words.next().and_then(|days| days.strip_suffix('d')?.parse().ok());
        named.insert(code.to_owned(), days);
    }
    named
}

fn found(report: &Report, id: &str) -> BTreeMap<String, Option<f64>> {
    let days = |code: FindingCode| (code.as_str().to_owned(), parameter(report, id, code, "days").as_f64());
    codes(report, id).into_iter().map(days).collect()
}

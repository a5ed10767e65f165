//! Every amber and every red has a reason that decides it, and without those reasons it is neither.

use crate::cells::{item, leaves_below, node, parameters};
use crate::holds;
use crate::programmes::{Case, programmes};
use crate::trees::{Condition, Tree, trees};
use equipoise::document::policy::Path;
use equipoise::finding::{Dimension, Finding, FindingCode as Code, Level};
use equipoise::status::{Item, Node};
use equipoise::{Day, Report};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Findings that decide the level of an item (by the leaf rule or an override) or of a node (by the roll-up).
fn dominating<'r>(report: &'r Report, kind: &str, id: &str, of_node: bool) -> Vec<&'r Finding> {
    let speaks = |finding: &&Finding| {
        let subject = finding.subject.kind.as_str() == kind && finding.subject.id == id;
        // A priority with parts is an item and a node, and an override of it speaks of both.
        let whose =
            kind != "priority" || (matches!(&*finding.rule, "status.roll_up" | "status.override.node") == of_node);
        finding.dominating && subject && whose
    };
    report.findings.iter().filter(speaks).collect()
}

fn troubled(level: Level) -> bool {
    matches!(level, Level::Amber | Level::Red)
}

/// The first side of an item that implies its level, or the override that decides it.
fn dimension(item: &Item, dominating: &[&Finding]) -> Option<Dimension> {
    let order =
        [Dimension::Override, Dimension::Schedule, Dimension::Blockers, Dimension::Benefit, Dimension::Evidence];
    let sides: BTreeSet<_> = dominating.iter().map(|finding| finding.dimension).collect();
    order.into_iter().find(|side| sides.contains(side)).filter(|_| troubled(item.level))
}

#[test]
fn every_amber_and_red_item_has_a_dominating_finding() {
    holds(2000, &programmes(10), |case| {
        let report = case.report();
        for row in report.items.iter().filter(|row| troubled(row.level)) {
            let found = dominating(&report, "priority", &row.id, false);
            prop_assert!(!found.is_empty(), "{} is {}", row.id, row.level);
            prop_assert!(found.iter().all(|finding| finding.implies == Some(row.level)), "{}", row.id);
            prop_assert_eq!(row.dimension, dimension(row, &found), "{}", row.id);
        }
        Ok(())
    });
}

#[test]
fn every_amber_and_red_node_has_a_dominating_finding() {
    holds(2000, &programmes(10), |case| {
        let report = case.report();
        for row in report.nodes.iter().filter(|row| troubled(row.level)) {
            // Of a node that is an item too, an override of the node is beside the roll-up.
            let decides = |finding: &&Finding| {
                finding.dominating && finding.subject.id == row.id && finding.subject.kind.as_str() == row.kind.as_str()
            };
            let found: Vec<&Finding> = report.findings.iter().filter(decides).collect();
            prop_assert!(!found.is_empty(), "{} {} is {}", row.kind, row.id, row.level);
        }
        Ok(())
    });
}

/// The document without what the findings on one item complain of. Each cure leaves everything else as it was.
fn cured(case: &Case, id: &str, findings: &[&Finding]) -> Case {
    let mut cured = case.clone();
    let has = |code: Code| findings.iter().any(|finding| finding.code == code);
    let known_by = case.known_at.map_or(case.as_at, |known_at| known_at.min(case.as_at));
    // A report that is as old as the last one; if that is the trouble, a fresh one.
    let (as_at, recorded_on) = if has(Code::Stale) { (case.as_at, known_by) } else { last_word(case, id) };
    let mut update = json!({"id": "cure", "priority": id, "as_at": as_at, "recorded_on": recorded_on, "by": "chair"});
    for finding in findings {
        let parameters = parameters(finding);
        let text = |name: &str| parameters[name].as_str().unwrap();
        match finding.code {
            // The expected finish becomes the one promised.
            Code::Slip => set_finish(&mut cured, id, finding, text("forecast_finish").into()),
            Code::DueDate => set_finish(&mut cured, id, finding, json!(case.as_at.plus(30))),
            // What the rule supposes in its place is reported.
            Code::NoForecast | Code::ForecastInPast => {}
            Code::NotStartedDueSoon | Code::OnHold => update["lifecycle"] = json!("in_progress"),
            Code::ProgressShortfall => update["percent"] = json!(100),
            Code::InheritedRisk | Code::NegativeSlack => {
                let row = cured.rows("priorities").iter_mut().find(|row| row["id"] == id).unwrap();
                row.as_object_mut().unwrap().remove("depends_on");
            }
            Code::Blocked => cured.rows("blockers").retain(|row| row["id"] != text("blocker")),
            // The indicator is no longer one of its benefit.
            Code::Benefit => {
                let row = cured.rows("indicators").iter_mut().find(|row| row["id"] == text("indicator")).unwrap();
                row["priorities"].as_array_mut().unwrap().retain(|priority| priority != id);
            }
            Code::Stale => {}
            other => panic!("no cure is known for {other}"),
        }
    }
    if has(Code::NoForecast) || has(Code::ForecastInPast) {
        update["forecast_finish"] = json!(supposed_finish(&case.report(), id, case.as_at));
    }
    cured.rows("updates").push(update);
    cured
}

/// The finish that the rule takes where no good one is reported.
fn supposed_finish(report: &Report, id: &str, as_at: Day) -> Day {
    let row = item(report, id);
    row.forecast_finish.or(row.baseline_finish).unwrap().max(as_at)
}

fn set_finish(case: &mut Case, id: &str, finding: &Finding, finish: Value) {
    let version = finding.evidence.iter().find(|proof| proof.kind == "baseline").unwrap().id.clone();
    let row = case.rows("priorities").iter_mut().find(|row| row["id"] == id).unwrap();
    let baselines = row["baselines"].as_array_mut().unwrap();
    baselines.iter_mut().find(|row| row["version"] == serde_json::from_str::<Value>(&version).unwrap()).unwrap()["finish"] =
        finish;
}

/// The days of the last update that is seen; where there is none, of the first approval.
fn last_word(case: &Case, id: &str) -> (Day, Day) {
    let seen = |row: &Value, own: &str| {
        let day = |value: &Value| value.as_str().map(crate::cells::day);
        let own = day(&row[own])?;
        let recorded = row.get("recorded_on").and_then(day).unwrap_or(own);
        (own <= case.as_at && case.known_at.is_none_or(|known_at| recorded <= known_at)).then_some((own, recorded))
    };
    let updates = case.document["updates"].as_array().unwrap().iter().filter(|row| row["priority"] == id);
    let last = updates.filter_map(|row| seen(row, "as_at")).max();
    let item = case.document["priorities"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
    let first = || item["baselines"].as_array().unwrap().iter().find_map(|row| seen(row, "approved_on"));
    last.or_else(first).unwrap()
}

#[test]
fn without_the_causes_of_its_dominating_findings_an_item_has_another_level() {
    holds(2000, &programmes(8), |mut case| {
        case.rows("overrides").clear();
        let report = case.report();
        for row in report.items.iter().filter(|row| troubled(row.level)) {
            let found = dominating(&report, "priority", &row.id, false);
            let cured = cured(&case, &row.id, &found);
            let codes: Vec<Code> = found.iter().map(|finding| finding.code).collect();
            let after = cured.report();
            prop_assert!(item(&after, &row.id).level < row.level, "{} stays {} without {:?}", row.id, row.level, codes);
        }
        Ok(())
    });
}

/// The tree without what the findings on one node complain of.
fn mended(tree: &Tree, report: &Report, of: &Node, findings: &[&Finding]) -> Tree {
    let below: Vec<usize> = leaves_below(report, of).iter().map(|item| tree.place(&item.id)).collect();
    let mut mended = tree.clone();
    let mut mend = |places: &[usize], which: &dyn Fn(Condition) -> bool, to: &dyn Fn(Condition) -> Condition| {
        for place in places {
            let condition = mended.parts[*place].condition;
            if which(condition) {
                mended.parts[*place].condition = to(condition);
            }
        }
    };
    let green = |_: Condition| Condition::Green;
    let over_children = report.policy.path == Path::Children;
    for finding in findings {
        match finding.code {
            Code::CriticalChildRed => {
                for id in parameters(finding)["items"].as_array().unwrap() {
                    mend(&tree.at_and_below(tree.place(id.as_str().unwrap())), &Condition::is_red, &green);
                }
            }
            Code::RedShare | Code::RedFloor => mend(&below, &Condition::is_red, &green),
            Code::LowCoverage => mend(&below, &Condition::has_gap, &Condition::without_gap),
            // Over children: what makes a child amber is in it, and it may be too little evidence.
            _ if over_children => mend(&below, &|condition| condition.is_open() || condition.has_gap(), &green),
            Code::AmberShare | Code::WorstPart | Code::MeanSeverity | Code::ThresholdLadder => {
                mend(&below, &|condition| condition.is_red() || condition.is_amber(), &green);
            }
            other => panic!("no cure is known for {other}"),
        }
    }
    mended
}

#[test]
fn without_the_causes_of_its_dominating_findings_a_node_has_another_level() {
    holds(2000, &trees(10), |tree| {
        let report = tree.report();
        for row in report.nodes.iter().filter(|row| troubled(row.level)) {
            let found = dominating(&report, row.kind.as_str(), &row.id, true);
            prop_assert!(!found.is_empty(), "{} {} is {}", row.kind, row.id, row.level);
            let codes: Vec<Code> = found.iter().map(|finding| finding.code).collect();
            let after = mended(&tree, &report, row, &found).report();
            let level = node(&after, row.kind.as_str(), &row.id).level;
            prop_assert!(level < row.level, "{} {} stays {} without {:?}", row.kind, row.id, level, codes);
        }
        Ok(())
    });
}

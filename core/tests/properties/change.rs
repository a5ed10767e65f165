//! What changed and by which fact: each fact that is named undoes the change when it is left out of the document, and no
//! other does.

use crate::holds;
use crate::programmes::{Case, programmes};
use crate::replay::as_known;
use equipoise::finding::{Finding, FindingCode as Code, Parameter};
use equipoise::replay::{CompareOptions, Comparison, HistoryOptions, Known, compare, history};
use equipoise::status::{Change, Item};
use equipoise::{Day, Level, Programme, Report};
use proptest::prelude::*;
use serde_json::Value;

/// So many days before the day of the case.
fn since() -> impl Strategy<Value = i64> {
    prop::sample::select(vec![31_i64, 0, 1, 7, 20, 46, 60, 150])
}

fn compared(case: &Case, since: Day) -> Comparison {
    let programme = Programme::from_value(&case.document).unwrap();
    let mut options = CompareOptions::between(since, case.as_at);
    options.known_at = case.known_at;
    options.policy = Some(serde_json::from_value(case.policy.clone()).unwrap());
    compare(&programme, &options).unwrap()
}

/// The report that the earlier side of a comparison speaks of.
fn earlier(case: &Case, since: Day) -> Report {
    let mut then = case.clone();
    then.as_at = since;
    then.known_at = Some(case.known_at.map_or(since, |known_at| known_at.min(since)));
    then.report()
}

fn text<'f>(finding: &'f Finding, name: &str) -> Option<&'f str> {
    match finding.parameters.get(name) {
        Some(Parameter::Text(text)) => Some(text),
        _ => None,
    }
}

fn level(finding: &Finding, name: &str) -> Option<Level> {
    text(finding, name).and_then(Level::from_word)
}

/// The change is undone, wholly or in part.
fn undoes(from: Level, to: Level, level: Level) -> bool {
    match (from.severity(), to.severity(), level.severity()) {
        (Some(from), Some(to), Some(level)) if from < to => level < to,
        (Some(from), Some(to), Some(level)) if from > to => level > to,
        _ => level != to,
    }
}

/// The level of an item in the document without a fact: a row of a list, or a field of a row.
fn without(case: &Case, item: &str, change: impl Fn(&mut Case)) -> Level {
    let mut other = case.clone();
    change(&mut other);
    other.report().items.iter().find(|row| row.id == item).unwrap().level
}

fn leave_out(case: &Case, item: &str, list: &str, id: &str) -> Level {
    without(case, item, |other| other.rows(list).retain(|row| row["id"] != id))
}

fn leave_out_baseline(case: &Case, item: &str, version: f64) -> Level {
    without(case, item, |other| {
        let row = other.rows("priorities").iter_mut().find(|row| row["id"] == item).unwrap();
        row["baselines"].as_array_mut().unwrap().retain(|row| row["version"].as_f64() != Some(version));
    })
}

fn reopen(case: &Case, item: &str, blocker: &str) -> Level {
    without(case, item, |other| {
        let row = other.rows("blockers").iter_mut().find(|row| row["id"] == blocker).unwrap();
        row.as_object_mut().unwrap().remove("resolved_on");
    })
}

/// The level of the finding's subject without the fact that it names; `None` where it names none.
fn level_without(case: &Case, finding: &Finding) -> Option<Level> {
    let item = finding.subject.id.as_str();
    let id = |kind: &str| text(finding, kind);
    let resolved = finding.evidence.iter().any(|proof| proof.field == "resolved_on");
    match finding.code {
        Code::ChangedByPredecessor if id("baseline").is_some() => {
            let (of, version) = (id("predecessor").unwrap(), id("baseline").unwrap().parse().unwrap());
            Some(without(case, item, |other| {
                let row = other.rows("priorities").iter_mut().find(|row| row["id"] == of).unwrap();
                row["baselines"].as_array_mut().unwrap().retain(|row| row["version"].as_f64() != Some(version));
            }))
        }
        Code::ChangedByUpdate | Code::ChangedByPredecessor if id("update").is_some() => {
            Some(leave_out(case, item, "updates", id("update")?))
        }
        Code::ChangedByBaseline => match finding.parameters.get("version") {
            Some(Parameter::Number(version)) => Some(leave_out_baseline(case, item, *version)),
            _ => None,
        },
        Code::ChangedByBlocker | Code::ChangedByPredecessor if id("blocker").is_some() && resolved => {
            Some(reopen(case, item, id("blocker")?))
        }
        Code::ChangedByBlocker | Code::ChangedByPredecessor if id("blocker").is_some() => {
            Some(leave_out(case, item, "blockers", id("blocker")?))
        }
        Code::ChangedByOverride => Some(leave_out(case, item, "overrides", id("override")?)),
        _ => None,
    }
}

#[test]
fn both_sides_are_the_reports_of_their_dates() {
    holds(700, &(programmes(10), since()), |(case, days)| {
        let since = case.as_at.plus(-days);
        let comparison = compared(&case, since);
        let (then, now) = (earlier(&case, since), case.report());
        let rows: Vec<(&Item, &Item)> = then.items.iter().zip(&now.items).collect();
        for (then, now) in &rows {
            let row = comparison.items.iter().find(|row| row.id == now.id);
            if then.level != now.level {
                prop_assert!(row.is_some(), "{} changed", now.id);
            }
            let Some(row) = row else { continue };
            prop_assert_eq!((row.level_since, row.level), (then.level, now.level));
            prop_assert_eq!(
                (row.baseline_finish_since, row.baseline_finish),
                (then.baseline_finish, now.baseline_finish)
            );
            prop_assert_eq!(
                (row.expected_finish_since, row.expected_finish),
                (then.expected_finish, now.expected_finish)
            );
            prop_assert!(!row.changes.is_empty());
        }
        prop_assert_eq!(comparison.items.len() + comparison.unchanged, rows.len());
        prop_assert_eq!(comparison.nodes.len(), now.nodes.len());
        for ((row, then), now) in comparison.nodes.iter().zip(&then.nodes).zip(&now.nodes) {
            prop_assert_eq!((&row.id, row.level_since, row.level), (&now.id, then.level, now.level));
            prop_assert_eq!((row.counts_since, row.counts), (then.counts, now.counts));
        }
        // Every change of a level has a cause.
        let subjects = |id: &str, node: bool| {
            let of = |finding: &&Finding| finding.subject.id == id && (finding.rule == "status.change.node") == node;
            comparison.findings.iter().filter(of).filter(|finding| finding.dominating).count()
        };
        for row in comparison.items.iter().filter(|row| row.level != row.level_since) {
            prop_assert!(subjects(&row.id, false) > 0, "{} has no cause", row.id);
        }
        for row in comparison.nodes.iter().filter(|row| row.level != row.level_since) {
            prop_assert!(subjects(&row.id, true) > 0, "{} has no cause", row.id);
        }
        prop_assert!(comparison.causes_exact);
        Ok(())
    });
}

/// A fact that is named with the level there would be without it: left out of the document, that is the level.
#[test]
fn a_fact_that_is_named_undoes_the_change() {
    holds(700, &(programmes(8), since()), |(case, days)| {
        let comparison = compared(&case, case.as_at.plus(-days));
        for finding in comparison.findings.iter().filter(|finding| finding.rule == "status.change") {
            let Some(claimed) = level(finding, "level_without") else { continue };
            let found = level_without(&case, finding);
            prop_assert_eq!(found, Some(claimed), "{:?}", finding);
            let (from, to) = (level(finding, "from").unwrap(), level(finding, "to").unwrap());
            prop_assert!(undoes(from, to, claimed), "{:?}", finding);
        }
        Ok(())
    });
}

/// Every update, override and blocker of an item, new since, that undoes its change alone is named.
#[test]
fn no_fact_that_undoes_the_change_is_forgotten() {
    holds(500, &(programmes(6), since()), |(mut case, days)| {
        let since = case.as_at.plus(-days);
        let comparison = compared(&case, since);
        let known = case.known_at;
        let new = |row: &Value, own: &str| {
            let day = |value: &Value| value.as_str().unwrap().parse::<Day>().unwrap();
            let own = day(&row[own]);
            let recorded = row.get("recorded_on").map_or(own, day);
            let then = known.map_or(since, |known| known.min(since));
            (own > since || recorded > then) && own <= case.as_at && known.is_none_or(|known| recorded <= known)
        };
        let mut facts: Vec<(&str, String, String)> = Vec::new();
        for (list, own) in [("updates", "as_at"), ("overrides", "start"), ("blockers", "raised_on")] {
            for row in case.document[list].as_array().unwrap().iter().filter(|row| new(row, own)) {
                let item = row.get("priority").or_else(|| row.pointer("/subject/id")).unwrap();
                facts.push((list, item.as_str().unwrap().into(), row["id"].as_str().unwrap().into()));
            }
        }
        case.known_at = known;
        for (list, item, id) in facts {
            let Some(row) = comparison.items.iter().find(|row| row.id == item) else { continue };
            if row.level == row.level_since {
                continue;
            }
            let level = leave_out(&case, &item, list, &id);
            if undoes(row.level_since, row.level, level) {
                prop_assert!(row.caused_by.contains(&id), "{list} {id} of {item}: {level} without it; {:?}", row);
            }
        }
        Ok(())
    });
}

/// Facts recorded later do not leak into a comparison as known on a day.
#[test]
fn what_was_recorded_later_changes_nothing() {
    holds(500, &(programmes(8), since()), |(mut case, days)| {
        let since = case.as_at.plus(-days);
        case.known_at = Some(case.known_at.unwrap_or(case.as_at));
        let mut then = as_known(&case, case.known_at.unwrap());
        then.known_at = case.known_at;
        prop_assert_eq!(compared(&case, since), compared(&then, since));
        Ok(())
    });
}

/// The earlier date against itself, as known then: nothing changes.
#[test]
fn a_day_does_not_differ_from_itself() {
    holds(300, &programmes(8), |mut case| {
        case.known_at = Some(case.as_at);
        let comparison = compared(&case, case.as_at);
        prop_assert!(comparison.items.is_empty() && comparison.findings.is_empty());
        let level = |change: Change| comparison.nodes.iter().all(|row| !row.changes.contains(&change));
        prop_assert!(level(Change::Worsened) && level(Change::Improved));
        Ok(())
    });
}

/// Each date of a history is the report of that date, made then or made later, bit for bit.
#[test]
fn a_history_is_the_reports_of_its_dates() {
    holds(400, &(programmes(8), since()), |(case, days)| {
        let dates = [case.as_at.plus(-days - 1), case.as_at];
        let programme = Programme::from_value(&case.document).unwrap();
        for known in [Known::Then, Known::Now] {
            let mut options = HistoryOptions::at(dates.to_vec());
            options.known = known;
            options.policy = Some(serde_json::from_value(case.policy.clone()).unwrap());
            let history = history(&programme, &options).unwrap();
            for (place, date) in dates.iter().enumerate() {
                let known_at = (known == Known::Then).then_some(*date);
                let mut made = case.clone();
                if known == Known::Then {
                    // As it was made then: without what was recorded later.
                    made = as_known(&case, *date);
                }
                (made.as_at, made.known_at) = (*date, known_at);
                let report = made.report();
                prop_assert_eq!(&history.dates[place].headline, &report.headline);
                let items: Vec<_> = history.items.iter().filter(|row| row.as_at == *date).collect();
                let nodes: Vec<_> = history.nodes.iter().filter(|row| row.as_at == *date).collect();
                prop_assert_eq!((items.len(), nodes.len()), (report.items.len(), report.nodes.len()));
                for (row, item) in items.iter().zip(&report.items) {
                    prop_assert_eq!((&row.id, row.level, row.reason), (&item.id, item.level, item.reason));
                    prop_assert_eq!(
                        (row.computed_level, row.dimension, row.slip_days),
                        (item.computed_level, item.dimension, item.slip_days)
                    );
                }
                for (row, node) in nodes.iter().zip(&report.nodes) {
                    prop_assert_eq!((&row.id, row.level, row.reason), (&node.id, node.level, node.reason));
                    prop_assert_eq!((row.counts, row.shares, row.coverage), (node.counts, node.shares, node.coverage));
                    prop_assert_eq!(row.watermelons as usize, node.watermelons.len());
                }
            }
        }
        Ok(())
    });
}

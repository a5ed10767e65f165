//! Charts of a report: the levels of its items, network by network.

use serde_json::{Value, json};

use super::cells::{list, row};
use super::{Drawing, distinct, indicators, labels, representation, shown};
use crate::day::Day;
use crate::finding::Level;
use crate::legend::{entry, legend};
use crate::recall::Recall;
use crate::report::Report;
use crate::sentence::{self, charts as words};
use crate::status::{Counts, Node, NodeType};
use crate::table;

pub(super) fn draw(result: &Value, kind: &str) -> Option<Drawing> {
    let report = Report::recall(result)?;
    Some(match kind {
        "attendance" => representation::attendance(&report),
        "critical_path" => critical_path(&report, result),
        "indicators" => indicators::draw(&report),
        _ => nodes(&report),
    })
}

/// A month about a day, in the parts that Vega-Lite reads without evaluating code.
fn around(day: Day) -> [Value; 2] {
    [-15, 15].map(|days| {
        let text = day.plus(days).to_string();
        let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap_or_default());
        json!({"year": parts.next(), "month": parts.next(), "date": parts.next(), "utc": true})
    })
}

/// The critical path: what waits for what, when it should finish and when it is expected to.
fn critical_path(report: &Report, result: &Value) -> Drawing {
    let all = table::status::critical_path(result);
    let (number, cut) = shown(all.len(), 1, "items");
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
    let day = |row: &Value, name: &str| text(row, name).and_then(|day| day.parse::<Day>().ok());
    let number_of = |row: &Value, name: &str| row.get(name).and_then(Value::as_i64);
    let id = |row: &Value| text(row, "id").unwrap_or_default();
    let names: Vec<(String, Option<String>)> = all.iter().map(|row| (id(row), text(row, "name"))).collect();
    let labels = labels(names.iter().take(number).map(|(id, name)| (id.as_str(), name.as_deref())));
    let (mut rows, mut sentences) = (Vec::new(), Vec::new());
    let mut dated = false;
    for (row, label) in all.iter().take(number).zip(&labels) {
        let level = text(row, "level").and_then(|level| Level::from_word(&level));
        let (baseline, expected) = (day(row, "baseline_finish"), day(row, "expected_finish"));
        dated |= baseline.is_some() || expected.is_some();
        let waits_for = text(row, "waits_for");
        let slack = number_of(row, "slack_days");
        let lag = number_of(row, "lag_days");
        let said = words::on_the_path(baseline, expected, slack);
        sentences.push(words::waits(label, level, &said, waits_for.as_deref(), lag));
        rows.push(row! {
            "label": label,
            "id": id(row),
            "name": text(row, "name"),
            "level": level.map(Level::as_str),
            "part": level.map(|level| words::part(&entry(level))),
            "baseline_finish": baseline.map(|day| day.to_string()),
            "expected_finish": expected.map(|day| day.to_string()),
            "slack_days": slack.map(|days| days as f64),
            "waits_for": waits_for,
            "lag_days": lag.map(|days| days as f64),
            "words": said,
        });
    }
    // Without any date an axis has no extent: the day of the report gives it one.
    let days = if dated { json!({"type": "utc"}) } else { json!({"type": "utc", "domain": around(report.as_at)}) };
    let legend = legend();
    let parts: Vec<String> = legend.iter().map(words::part).collect();
    let colours: Vec<&String> = legend
        .iter()
        .map(|entry| if entry.background == "#ffffff" { &entry.text } else { &entry.background })
        .collect();
    Drawing {
        template: include_str!("critical_path.json"),
        title: words::of(Some(&report.programme.name), words::CRITICAL_PATH),
        notes: cut.into_iter().chain([words::as_at(report.as_at), words::CRITICAL_PATH_NOTE.into()]).collect(),
        rows,
        filled: vec![
            ("/encoding/y/scale/domain", labels.into()),
            ("/layer/2/encoding/x/scale", days),
            ("/layer/2/encoding/color/scale/domain", list(&parts)),
            ("/layer/2/encoding/color/scale/range", list(colours)),
            ("/layer/2/encoding/shape/scale/domain", list(&parts)),
        ],
        sentences,
    }
}

fn nodes(report: &Report) -> Drawing {
    let of = |kind| -> Vec<&Node> { report.nodes.iter().filter(|node| node.kind == kind).collect() };
    let bodies = of(NodeType::Body);
    let all = if bodies.is_empty() { of(NodeType::Programme) } else { bodies };
    let legend = legend();
    let (number, cut) = shown(all.len(), legend.len(), "parts");
    let shown = || all.iter().take(number);
    let labels = distinct(shown().map(|node| node.name.clone()).collect(), || {
        labels(shown().map(|node| (node.id.as_str(), Some(node.name.as_str()))))
    });
    let mut rows = Vec::new();
    for (node, label) in shown().zip(&labels) {
        for (order, entry) in legend.iter().enumerate() {
            let items = counted(&node.counts, entry.level);
            rows.push(row! {
                "label": label,
                "id": node.id,
                "name": node.name,
                "level": node.level.as_str(),
                "words": words::level(node.level),
                "order": order,
                "part": words::part(entry),
                "items": items,
                "mark": if items == 0 { String::new() } else { words::letter(entry, items) },
            });
        }
    }
    let parts: Vec<String> = legend.iter().map(words::part).collect();
    let backgrounds: Vec<&String> = legend.iter().map(|entry| &entry.background).collect();
    let texts: Vec<&String> = legend.iter().map(|entry| &entry.text).collect();
    Drawing {
        template: include_str!("nodes.json"),
        title: words::of(Some(&report.programme.name), words::NODES),
        notes: cut.into_iter().chain([words::headline(report), words::NODES_NOTE.into()]).collect(),
        rows,
        filled: vec![
            ("/encoding/y/scale/domain", labels.into()),
            ("/layer/0/encoding/color/scale/domain", list(&parts)),
            ("/layer/0/encoding/color/scale/range", list(backgrounds)),
            ("/layer/1/encoding/color/scale/domain", list(&parts)),
            ("/layer/1/encoding/color/scale/range", list(texts)),
        ],
        sentences: all.iter().map(|node| sentence::node(node, &[])).collect(),
    }
}

fn counted(counts: &Counts, level: Level) -> u32 {
    match level {
        Level::Complete => counts.complete,
        Level::Green => counts.green,
        Level::Amber => counts.amber,
        Level::Red => counts.red,
        Level::NotAssessed => counts.not_assessed,
        Level::Excluded => counts.excluded,
    }
}

//! Charts of a report: the levels of its items, network by network.

use serde_json::Value;

use super::cells::{list, row};
use super::{Drawing, distinct, indicators, labels, representation, shown};
use crate::finding::Level;
use crate::legend::legend;
use crate::recall::Recall;
use crate::report::Report;
use crate::sentence::{self, charts as words};
use crate::status::{Counts, Node, NodeType};

pub(super) fn draw(result: &Value, kind: &str) -> Option<Drawing> {
    let report = Report::recall(result)?;
    Some(match kind {
        "attendance" => representation::attendance(&report),
        "indicators" => indicators::draw(&report),
        _ => nodes(&report),
    })
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

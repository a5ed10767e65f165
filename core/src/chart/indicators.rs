//! The icons of all indicators of a report, line by line, with the last figure of each.

use serde_json::Value;

use super::cells::row;
use super::{Drawing, distinct, icons, shown};
use crate::indicators::AssessedIndicator;
use crate::report::Report;
use crate::sentence::charts as words;
use crate::sentence::indicators::{named, series, summary, told};
use crate::sentence::variation::{assurance_icon, icon, period};

/// Where the columns stand.
const COLUMNS: [f64; 3] = [0.0, 230.0, 520.0];
/// An icon is drawn from its upper corner.
const RAISED: f64 = -icons::WIDE / 2.0;

pub(super) fn draw(report: &Report) -> Drawing {
    let all = &report.indicators;
    let (number, cut) = shown(all.len(), 1, "series");
    let rows = || all.iter().take(number);
    let labels = distinct(rows().map(named).collect(), || {
        rows().map(|row| format!("{}, {}", row.id, row.organisation.as_deref().unwrap_or("the whole"))).collect()
    });
    let mut marks: Vec<Value> = Vec::new();
    for (row, label) in rows().zip(&labels) {
        let (variation, assurance) = icons::of(&row.variation, &row.assurance);
        marks.extend(icons::marks(&variation, [COLUMNS[0], RAISED], label));
        marks.extend(assurance.iter().flat_map(|parts| icons::marks(parts, [COLUMNS[1], RAISED], label)));
    }
    let heads = [words::VARIATION, words::ASSURANCE, words::LAST_FIGURE];
    let heads = COLUMNS.iter().zip(heads).map(|(x, head)| row! { "x": x, "words": head }).collect::<Vec<_>>();
    let sentences = report.indicator_summary.iter().map(summary).chain(all.iter().map(series)).collect();
    Drawing {
        template: include_str!("indicators.json"),
        title: words::of(Some(&report.programme.name), words::INDICATORS),
        notes: cut.into_iter().chain([words::INDICATORS_NOTE.into()]).collect(),
        rows: rows().zip(&labels).map(|(row, label)| one(row, label)).collect(),
        filled: vec![
            ("/layer/0/encoding/y/scale/domain", labels.into()),
            ("/layer/1/data/values", marks.into()),
            ("/layer/2/data/values", heads.into()),
        ],
        sentences,
    }
}

fn one(row: &AssessedIndicator, label: &str) -> Value {
    let latest = row.latest_value.zip(row.latest_period.as_deref());
    let latest = latest.map(|(value, when)| format!("{}, {}", told(row.kind, value), period(when)));
    row! {
        "label": label,
        "id": row.id,
        "organisation": row.organisation,
        "variation": row.variation.icon.map(|icon| icon.as_str()),
        "variation_words": row.variation.icon.map_or(words::NO_ICON, icon),
        "since": row.variation.since,
        "assurance": row.assurance.icon.map(|icon| icon.as_str()),
        "assurance_words": row.assurance.icon.map_or(words::NO_TARGET, assurance_icon),
        "target": row.assurance.target.map(|target| told(row.kind, target)),
        "latest": latest.unwrap_or_else(|| words::NO_FIGURES.to_owned()),
    }
}

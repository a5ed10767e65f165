//! Charts over time: the course of levels, what changed between two dates, and whether colours came true.

use serde_json::Value;

use super::cells::{list, row};
use super::{Drawing, distinct, labels, shown};
use crate::finding::Level;
use crate::legend::{entry, legend};
use crate::recall::Recall;
use crate::replay::{Calibration, Comparison, History};
use crate::sentence::change as said;
use crate::sentence::charts as words;
use crate::status::{Grouping, NodeType};

/// The level of one thing at one date.
struct At<'a> {
    id: &'a str,
    kind: &'static str,
    date: String,
    at: String,
    level: Level,
}

/// Levels by date in a grid of cells, each with the letter and the word of its level.
fn grid(things: &[(String, Vec<At<'_>>)], columns: &[String]) -> (Vec<Value>, Vec<(&'static str, Value)>) {
    let mut rows = Vec::new();
    for (label, cells) in things {
        for cell in cells {
            rows.push(row! {
                "label": label,
                "id": cell.id,
                "kind": cell.kind,
                "date": cell.date,
                "at": cell.at,
                "level": cell.level.as_str(),
                "part": words::part(&entry(cell.level)),
                "words": words::level(cell.level),
            });
        }
    }
    let legend = legend();
    let parts: Vec<String> = legend.iter().map(words::part).collect();
    let backgrounds: Vec<&String> = legend.iter().map(|entry| &entry.background).collect();
    let texts: Vec<&String> = legend.iter().map(|entry| &entry.text).collect();
    let filled = vec![
        ("/encoding/x/scale/domain", list(columns)),
        ("/encoding/y/scale/domain", list(things.iter().map(|(label, _)| label))),
        ("/layer/0/encoding/color/scale/domain", list(&parts)),
        ("/layer/0/encoding/color/scale/range", list(backgrounds)),
        ("/layer/1/encoding/color/scale/domain", list(&parts)),
        ("/layer/1/encoding/color/scale/range", list(texts)),
    ];
    (rows, filled)
}

/// The course of levels: a row for each node but priorities, a column for each date.
pub(super) fn draw_history(result: &Value, _: &str) -> Option<Drawing> {
    let history = History::recall(result)?;
    let courses = said::courses(&history);
    let mut days: Vec<_> = history.dates.iter().map(|date| date.as_at).collect();
    days.sort_unstable();
    let columns: Vec<String> = days.iter().map(|day| day.in_words()).collect();
    let (number, cut) = shown(courses.len(), columns.len(), "parts");
    let first = || courses.iter().take(number).filter_map(|rows| rows.first());
    let names = distinct(first().map(|row| row.name.clone()).collect(), || {
        labels(first().map(|row| (row.id.as_str(), Some(row.name.as_str()))))
    });
    let things: Vec<(String, Vec<At<'_>>)> = (names.into_iter().zip(&courses))
        .map(|(label, rows)| {
            let cells = rows.iter().map(|row| At {
                id: &row.id,
                kind: row.kind.as_str(),
                date: row.as_at.to_string(),
                at: row.as_at.in_words(),
                level: row.level,
            });
            (label, cells.collect())
        })
        .collect();
    let (rows, filled) = grid(&things, &columns);
    Some(Drawing {
        template: include_str!("levels.json"),
        title: words::of(Some(&history.programme.name), words::LEVELS),
        notes: cut.into_iter().chain([words::known(history.known)]).collect(),
        rows,
        filled,
        sentences: courses.iter().map(|rows| said::course(rows)).collect(),
    })
}

/// What changed: a row for each node and priority whose level changed, a column for each of the two dates.
pub(super) fn draw_changes(result: &Value, _: &str) -> Option<Drawing> {
    let comparison = Comparison::recall(result)?;
    let columns = words::two_dates(comparison.since, comparison.as_at, comparison.known_at);
    let dates = [comparison.since, comparison.as_at].map(|day| day.to_string());
    let nodes = comparison.nodes.iter().filter(|row| row.kind != NodeType::Priority && row.level != row.level_since);
    let nodes = nodes.map(|row| (row.name.clone(), row.id.as_str(), row.kind.as_str(), [row.level_since, row.level]));
    let items = comparison.items.iter().filter(|row| row.level != row.level_since);
    let items = items
        .map(|row| (words::label(&row.id, Some(&row.name)), row.id.as_str(), "item", [row.level_since, row.level]));
    let all: Vec<_> = nodes.chain(items).collect();
    let (number, cut) = shown(all.len(), 2, "changes");
    let names = distinct(all.iter().take(number).map(|(name, ..)| name.clone()).collect(), || {
        all.iter().take(number).map(|(name, id, kind, _)| format!("{name} ({kind} {id})")).collect()
    });
    let things: Vec<(String, Vec<At<'_>>)> = (names.into_iter().zip(&all))
        .map(|(label, (_, id, kind, levels))| {
            let cells = levels.iter().zip(&dates).zip(&columns).map(|((level, date), at)| At {
                id,
                kind,
                date: date.clone(),
                at: at.clone(),
                level: *level,
            });
            (label, cells.collect())
        })
        .collect();
    let (rows, mut filled) = grid(&things, &columns);
    filled.push(("/width/step", 220.into()));
    let mut sentences = said::comparison(&comparison);
    if comparison.illustrative {
        // The chart says so itself.
        sentences.remove(0);
    }
    Some(Drawing {
        template: include_str!("levels.json"),
        title: words::of(Some(&comparison.programme.name), words::CHANGES),
        notes: cut.into_iter().chain([words::changed(comparison.items.len(), comparison.unchanged)]).collect(),
        rows,
        filled,
        sentences,
    })
}

/// How often each colour came true: a row for each number of months, basis and colour, with its interval.
pub(super) fn draw_calibration(result: &Value, _: &str) -> Option<Drawing> {
    let calibration = Calibration::recall(result)?;
    let of_all: Vec<_> = calibration.rows.iter().filter(|row| row.by == Grouping::All).collect();
    let (number, cut) = shown(of_all.len(), 1, "colours");
    let rows: Vec<Value> = (of_all.iter().take(number))
        .map(|one| {
            row! {
                "label": words::calibrated_label(one),
                "months_before": one.months_before,
                "basis": one.basis.as_str(),
                "level": one.level.as_str(),
                "part": words::part(&entry(one.level)),
                "n": one.n,
                "on_time": one.on_time,
                "share": one.share,
                "lower": one.lower,
                "upper": one.upper,
                "words": words::calibrated(one),
            }
        })
        .collect();
    let legend = legend();
    let labels: Vec<String> = of_all.iter().take(number).map(|one| words::calibrated_label(one)).collect();
    let filled = vec![
        ("/encoding/y/scale/domain", labels.into()),
        ("/layer/1/encoding/color/scale/domain", list(legend.iter().map(words::part))),
        ("/layer/1/encoding/color/scale/range", list(legend.iter().map(|entry| &entry.background))),
    ];
    let mut sentences = said::calibration(&calibration);
    if calibration.illustrative {
        // The chart says so itself.
        sentences.remove(0);
    }
    Some(Drawing {
        template: include_str!("calibration.json"),
        title: words::of(Some(&calibration.programme.name), words::CALIBRATION),
        notes: cut.into_iter().collect(),
        rows,
        filled,
        sentences,
    })
}

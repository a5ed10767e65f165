//! Charts of a portfolio: what each budget would buy, and impact against effort.

use serde_json::Value;
use std::collections::HashMap;

use super::cells::{list, row};
use super::{Drawing, labels, shown};
use crate::prioritisation::portfolio::{Chosen, Effort, Portfolio, Selection};
use crate::recall::Recall;
use crate::sentence::{self, charts as words};

/// Points bear their names up to so many.
const MOST_NAMED: usize = 40;

pub(super) fn draw(result: &Value, kind: &str) -> Option<Drawing> {
    let result = Selection::recall(result)?;
    Some(if kind == "quadrant" { quadrant(&result) } else { frontier(&result) })
}

fn frontier(result: &Selection) -> Drawing {
    let points: Vec<&Portfolio> = match &result.frontier {
        Some(frontier) => frontier.iter().collect(),
        None => result.best.iter().collect(),
    };
    // The frontier has at most 5,000 points, which is less than a chart shows.
    let row = |point: &&Portfolio| {
        let best = result.best.as_ref().is_some_and(|best| (best.value, best.cost) == (point.value, point.cost));
        row! {
            "cost": point.cost,
            "value": point.value,
            "capacity_days": point.capacity_days,
            "proposals": words::names(&point.proposals),
            "standing": words::bought(best, point.cost <= result.budget),
        }
    };
    let budget = Value::Array(vec![row! {"budget": result.budget, "words": words::budget(result.budget)}]);
    let mut filled = vec![
        ("/layer/0/layer/1/encoding/color/scale/domain", list(words::BOUGHT)),
        ("/layer/0/layer/1/encoding/shape/scale/domain", list(words::BOUGHT)),
    ];
    if points.is_empty() {
        filled.extend(["/layer/0/encoding/x/scale", "/layer/0/encoding/y/scale"].map(of_nothing));
    } else {
        filled.push(("/layer/1/data/values", budget));
    }
    let mut sentences = sentence::selection(result);
    sentences.extend(points.iter().map(|point| words::point(point)));
    Drawing {
        template: include_str!("frontier.json"),
        title: words::FRONTIER.into(),
        notes: vec![if result.frontier.is_some() { words::FRONTIER_NOTE } else { words::NO_FRONTIER }.into()],
        rows: points.iter().map(row).collect(),
        filled,
        sentences,
    }
}

/// A scale without anything on it, which could not find its ends by itself.
fn of_nothing(scale: &'static str) -> (&'static str, Value) {
    (scale, super::cells::record(vec![("domain", list([0_u32, 1]))]))
}

fn quadrant(result: &Selection) -> Drawing {
    let (number, cut) = shown(result.proposals.len(), 1, "proposals");
    let proposals = &result.proposals[..number];
    let labels = labels(proposals.iter().map(|row| (row.id.as_str(), row.name.as_deref())));
    let effort = |row: &Chosen| match result.quadrants.effort {
        Effort::CapacityDays => row.capacity_days,
        Effort::Cost => Some(row.cost),
    };
    // Where several stand on one point, the first bears the identifiers of all.
    let mut together: HashMap<(u64, u64), (usize, Vec<String>)> = HashMap::new();
    for (place, row) in proposals.iter().enumerate() {
        let point = (row.value.to_bits(), effort(row).unwrap_or(-1.0).to_bits());
        together.entry(point).or_insert_with(|| (place, Vec::new())).1.push(row.id.clone());
    }
    let mut marks = vec![String::new(); proposals.len()];
    let named = proposals.len() <= MOST_NAMED;
    for (place, ids) in together.into_values().filter(|_| named) {
        marks[place] = ids.join(", ");
    }
    let row = |((row, label), mark): ((&Chosen, &String), &String)| {
        row! {
            "label": label,
            "id": row.id,
            "name": row.name,
            "effort": effort(row),
            "value": row.value,
            "quadrant": words::quadrant(row.place.quadrant),
            "place": words::PLACES[usize::from(row.place.border)],
            "in_best": row.in_best,
            "mark": mark,
        }
    };
    let (unit, lines) = (words::effort(result.quadrants.effort), &result.quadrants);
    let said = |row: &Chosen| words::placed(row, effort(row), result.quadrants.effort);
    let at = Value::Array(vec![row! {"effort_line": lines.effort_line, "impact_line": lines.impact_line}]);
    let mut filled = vec![
        ("/layer/1/encoding/x/axis/title", unit.into()),
        ("/layer/1/layer/2/encoding/color/scale/domain", list(words::PLACES)),
        ("/layer/1/layer/2/encoding/shape/scale/domain", list(words::PLACES)),
    ];
    if proposals.is_empty() {
        filled.extend(["/layer/1/encoding/x/scale", "/layer/1/encoding/y/scale"].map(of_nothing));
    } else {
        filled.push(("/layer/0/data/values", at));
    }
    Drawing {
        template: include_str!("quadrant.json"),
        title: words::QUADRANT.into(),
        notes: cut.into_iter().chain(words::quadrant_notes(lines, named)).collect(),
        rows: proposals.iter().zip(&labels).zip(&marks).map(row).collect(),
        filled,
        sentences: result.proposals.iter().map(said).collect(),
    }
}

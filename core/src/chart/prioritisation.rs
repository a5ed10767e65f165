//! Charts of a prioritisation: the ranking, what totals are made of, how organisations differ.

use serde_json::Value;
use std::collections::HashMap;

use super::cells::{list, row};
use super::{Drawing, labels, shown};
use crate::exercises::AssessedExercise;
use crate::prioritisation::{Acceptable, Prioritisation, Ranked};
use crate::recall::Recall;
use crate::sentence::{self, charts as words};

/// The middle share of ranks under random weights lies between this share of the samples and its complement.
const TAIL: f64 = 0.025;

pub(super) fn draw(result: &Value, kind: &str) -> Option<Drawing> {
    let assessed = AssessedExercise::recall(result);
    let name = assessed.as_ref().and_then(|exercise| exercise.name.clone().or_else(|| exercise.id.clone()));
    let result = match assessed {
        Some(assessed) => assessed.result,
        None => Prioritisation::recall(result)?,
    };
    let mut drawing = match kind {
        "contributions" => contributions(&result),
        "disagreement" => disagreement(&result),
        _ => ranking(&result),
    };
    drawing.title = words::of(name.as_deref(), &drawing.title);
    Some(drawing)
}

fn named(rows: &[Ranked]) -> Vec<String> {
    labels(rows.iter().map(|row| (row.id.as_str(), Some(row.name.as_str()))))
}

fn ranking(result: &Prioritisation) -> Drawing {
    let (number, cut) = shown(result.ranking.len(), 1, "proposals");
    let labels = named(&result.ranking[..number]);
    let acceptability = result.acceptability.as_ref().map(|own| own.rows.as_slice()).unwrap_or_default();
    let likely: HashMap<&str, [usize; 2]> = acceptability.iter().map(|row| (row.id.as_str(), likely(row))).collect();
    let at_cut = result.cut_line.iter().flat_map(|line| &line.rows);
    let standings: HashMap<&str, &str> = at_cut.map(|row| (row.id.as_str(), words::standing(row.standing))).collect();
    let row = |(row, label): (&Ranked, &String)| {
        let likely = likely.get(row.id.as_str()).filter(|_| row.rank.is_some());
        row! {
            "label": label,
            "id": row.id,
            "name": row.name,
            "rank": row.rank,
            "total": row.total,
            "joint": row.joint,
            "possible_best": row.possible_ranks[0],
            "possible_worst": row.possible_ranks[1],
            "likely_best": likely.map(|range| range[0]),
            "likely_worst": likely.map(|range| range[1]),
            "standing": standings.get(row.id.as_str()).copied().unwrap_or(words::NO_CUT),
            "words": words::total(row),
        }
    };
    let lines: Vec<Value> = (result.cut_line.iter())
        .map(|line| row! {"cut": line.cut as f64 + 0.5, "words": words::first_above(line.cut)})
        .collect();
    let standings: &[&str] = if lines.is_empty() { &[words::NO_CUT] } else { &words::STANDINGS };
    let (samples, gaps) = (!acceptability.is_empty(), result.ranking.iter().any(missing));
    let grey = result.cut_line.as_ref().is_some_and(|line| !line.grey_zone.is_empty());
    // Without a cut there is nothing for a key to tell.
    let key = if lines.is_empty() {
        Value::Null
    } else {
        row! {"title": words::AT_CUT}
    };
    let ends = list([0.5, result.ranking.len() as f64 + 0.5]);
    Drawing {
        template: include_str!("ranking.json"),
        title: words::RANKING.into(),
        notes: cut.into_iter().chain(words::ranking_notes(samples, gaps, grey)).collect(),
        rows: result.ranking.iter().zip(&labels).map(row).collect(),
        filled: vec![
            ("/layer/0/encoding/y/scale/domain", labels.into()),
            ("/layer/0/layer/3/encoding/x/scale/domain", ends),
            ("/layer/0/layer/3/encoding/color/scale/domain", list(standings)),
            ("/layer/0/layer/3/encoding/shape/scale/domain", list(standings)),
            ("/layer/0/layer/3/encoding/color/legend", key.clone()),
            ("/layer/0/layer/3/encoding/shape/legend", key),
            ("/layer/1/data/values", lines.into()),
        ],
        sentences: sentence::prioritised(result),
    }
}

fn missing(row: &Ranked) -> bool {
    row.possible_ranks[0] != row.possible_ranks[1]
}

/// Between which ranks all but the outer samples lie.
pub(super) fn likely(row: &Acceptable) -> [usize; 2] {
    let mut below = 0.0;
    let up_to: Vec<f64> = (row.ranks.iter())
        .map(|share| {
            below += share;
            below
        })
        .collect();
    let reached =
        |share: f64| 1 + up_to.iter().take_while(|below| **below <= share).count().min(up_to.len().saturating_sub(1));
    // A hair is left for rounding in the sum.
    [reached(TAIL), reached(1.0 - TAIL - 1e-9)]
}

fn contributions(result: &Prioritisation) -> Drawing {
    let (number, cut) = shown(result.ranking.len(), result.weights.len(), "proposals");
    let labels = named(&result.ranking[..number]);
    let keys: Vec<String> =
        result.weights.iter().enumerate().map(|(place, weight)| words::key(place + 1, &weight.id)).collect();
    let rows_of = |(row, label): (&Ranked, &String)| -> Vec<Value> {
        let part = |(place, key): (usize, &String)| {
            let criterion = &result.weights[place].id;
            let points = row.contributions.criteria.get(criterion).copied().flatten().map(|part| part * 100.0);
            row! {
                "label": label,
                "id": row.id,
                "name": row.name,
                "number": place + 1,
                "criterion": criterion,
                "key": key,
                "points": points,
                "words": words::points(points),
                // Too narrow for a number otherwise.
                "mark": points.filter(|points| *points >= 3.0).map(|_| (place + 1).to_string()).unwrap_or_default(),
                "total": row.total,
                "total_words": words::total(row),
            }
        };
        keys.iter().enumerate().map(part).collect()
    };
    Drawing {
        template: include_str!("contributions.json"),
        title: words::CONTRIBUTIONS.into(),
        notes: cut.into_iter().chain([words::KEY_NOTE.into()]).collect(),
        rows: result.ranking.iter().zip(&labels).flat_map(rows_of).collect(),
        filled: vec![
            ("/encoding/y/scale/domain", labels.into()),
            ("/layer/0/encoding/color/scale/domain", keys.into()),
        ],
        sentences: result
            .ranking
            .iter()
            .map(words::made_of)
            .chain(result.findings.iter().map(sentence::finding))
            .collect(),
    }
}

fn disagreement(result: &Prioritisation) -> Drawing {
    let organisations: Vec<&String> = result.voices.organisations.iter().map(|row| &row.organisation).collect();
    let disputed = &result.disagreement.rows;
    let (number, cut) = shown(disputed.len(), organisations.len(), "proposals");
    let names: HashMap<&str, &str> = result.ranking.iter().map(|row| (row.id.as_str(), row.name.as_str())).collect();
    let labels = labels(disputed[..number].iter().map(|row| (row.id.as_str(), names.get(row.id.as_str()).copied())));
    let mut rows = Vec::new();
    for (row, label) in disputed.iter().zip(&labels) {
        let apart = words::apart(row);
        for organisation in &organisations {
            let total = row.totals.get(*organisation).copied().flatten();
            rows.push(row! {
                "label": label,
                "id": row.id,
                "name": names.get(row.id.as_str()),
                "organisation": organisation,
                "points": total.map(|total| total * 100.0),
                "rank": row.ranks.get(*organisation).copied().flatten(),
                "spread": row.spread,
                "apart_words": apart,
            });
        }
    }
    let mut sentences: Vec<String> =
        disputed.iter().map(|row| words::disputed(row, names.get(row.id.as_str()).copied())).collect();
    sentences.extend(sentence::agreement(result));
    Drawing {
        template: include_str!("disagreement.json"),
        title: words::DISAGREEMENT.into(),
        notes: cut.into_iter().chain([words::DISAGREEMENT_NOTE.into()]).collect(),
        rows,
        filled: vec![
            ("/encoding/y/scale/domain", labels.into()),
            ("/layer/1/encoding/color/scale/domain", list(&organisations)),
            ("/layer/1/encoding/shape/scale/domain", list(&organisations)),
        ],
        sentences,
    }
}

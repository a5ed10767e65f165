//! Scores of an exercise that the document holds: one a row, or one for each criterion with a column of its own.

use std::collections::HashMap;

use super::cells::{Bad, Sheet};
use super::names::{Directory, Names};
use crate::day::Day;
use crate::document::Programme;
use crate::document::exercise::{Exercise, Score};
use crate::problem::Code;

/// An exercise with what rows refer to.
struct Open {
    proposals: Names,
    criteria: Names,
    /// The lowest and the highest score of each criterion.
    scales: HashMap<String, (f64, f64)>,
    /// Where each score stands: by scorer, proposal and criterion.
    scores: HashMap<(String, String, String), f64>,
    /// The organisation that each scorer speaks for.
    speaks_for: HashMap<String, String>,
}

impl Open {
    fn of(exercise: &Exercise) -> Self {
        let score = |score: &Score| (score.scorer.clone(), score.proposal.clone(), score.criterion.clone());
        Self {
            proposals: Names::of(exercise.proposals.iter().map(|row| (row.id.as_str(), row.name.as_str()))),
            criteria: Names::of(exercise.criteria.iter().map(|row| (row.id.as_str(), row.name.as_str()))),
            scales: (exercise.criteria.iter())
                .map(|row| (row.id.clone(), (row.scale.worst.min(row.scale.best), row.scale.worst.max(row.scale.best))))
                .collect(),
            scores: exercise.scores.iter().map(|row| (score(row), row.score)).collect(),
            speaks_for: exercise.scores.iter().map(|row| (row.scorer.clone(), row.organisation.clone())).collect(),
        }
    }
}

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme) {
    let mut directory = Directory::of(document);
    let mut exercises = Names::of(document.exercises.iter().filter_map(|row| {
        let id = row.id.as_deref()?;
        Some((id, row.name.as_ref().map_or(id, |name| name.as_str())))
    }));
    let ids = document.exercises.iter().enumerate().filter_map(|(place, row)| Some((row.id.clone()?, place)));
    let places: HashMap<String, usize> = ids.collect();
    let mut open: HashMap<usize, Open> = HashMap::new();
    let needed: &[&str] = &["scorer", "organisation", "proposal", "criterion", "score"];
    // A column for each criterion stands in place of the last two.
    let needed = if sheet.criteria.is_empty() { needed } else { needed.get(..3).unwrap_or_default() };
    if needed.iter().any(|field| !sheet.has(field)) {
        return;
    }
    let mut columns = std::mem::take(&mut sheet.criteria);
    for place in sheet.filled() {
        let Ok(position) = exercise(sheet, &mut exercises, &places, place) else { continue };
        let Some(held) = document.exercises.get(position) else { continue };
        let named = open.entry(position).or_insert_with(|| Open::of(held));
        let Ok(given) = given(sheet, &mut directory, document, named, place) else { continue };
        let Some(exercise) = document.exercises.get_mut(position) else { continue };
        if columns.is_empty() {
            // What is wrong is noted.
            let cell = named.criteria.refer(sheet, place, "criterion", "criteria");
            let criterion = sheet.needed(place, "criterion", cell, "the criterion scored");
            let _ = criterion.and_then(|criterion| score(sheet, exercise, named, &given, criterion, place));
        }
        for column in &mut columns {
            let heading = column.heading.as_deref().unwrap_or_default();
            sheet.turn("score", Some(heading));
            if sheet.shown(place, "score").is_some() {
                let criterion = named.criteria.named(sheet, place, "score", heading, "criteria");
                let _ = criterion.and_then(|criterion| score(sheet, exercise, named, &given, criterion, place));
            }
            column.refused = column.refused.saturating_add(sheet.turn("score", None));
        }
    }
    sheet.criteria = columns;
    directory.tidy(document);
}

/// Who scored which proposal, and when.
struct Given {
    scorer: String,
    organisation: String,
    proposal: String,
    scored_on: Option<Day>,
}

/// The exercise that a row belongs to: the one it names, or the only one there is.
fn exercise(
    sheet: &mut Sheet<'_>,
    names: &mut Names,
    places: &HashMap<String, usize>,
    place: usize,
) -> Result<usize, Bad> {
    match names.refer(sheet, place, "exercise", "exercises")? {
        Some(id) => places.get(&id).copied().ok_or(Bad),
        None if places.len() == 1 => Ok(0),
        None => {
            let message = format!("the document has {} exercises and the row names none", places.len());
            sheet.note_row(
                place,
                Code::MissingField,
                None,
                "the identifier of an exercise in a column exercise",
                &message,
            );
            Err(Bad)
        }
    }
}

fn given(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    named: &mut Open,
    place: usize,
) -> Result<Given, Bad> {
    let cell = sheet.token(place, "scorer");
    let scorer = sheet.needed(place, "scorer", cell, "the token of the scorer");
    let cell = directory.organisation(sheet, document, place, "organisation");
    let organisation = sheet.needed(place, "organisation", cell, "the organisation that the scorer speaks for");
    let cell = named.proposals.refer(sheet, place, "proposal", "proposals");
    let proposal = sheet.needed(place, "proposal", cell, "the proposal scored");
    let scored_on = sheet.day(place, "scored_on").ok().flatten();
    let (scorer, organisation, proposal) = (scorer?, organisation?, proposal?);
    if let Some(other) = named.speaks_for.get(&scorer).filter(|other| **other != organisation) {
        let message = format!("the scorer speaks for {other} already, and for one organisation only");
        sheet.note(place, "organisation", Code::WrongCombination, other, &message);
        return Err(Bad);
    }
    Ok(Given { scorer, organisation, proposal, scored_on })
}

fn score(
    sheet: &mut Sheet<'_>,
    exercise: &mut Exercise,
    named: &mut Open,
    given: &Given,
    criterion: String,
    place: usize,
) -> Result<(), Bad> {
    let Some((low, high)) = named.scales.get(&criterion).copied() else { return Err(Bad) };
    let cell = sheet.number(place, "score", |_| true, "a number");
    let accepted = format!("a score from {low} to {high}");
    let score = sheet.needed(place, "score", cell, &accepted)?;
    if !(low..=high).contains(&score) {
        let message = format!("{score} is off the scale from {low} to {high}");
        sheet.note(place, "score", Code::OutOfRange, &accepted, &message);
        return Err(Bad);
    }
    let Given { scorer, organisation, proposal, scored_on } = given;
    let key = (scorer.clone(), proposal.clone(), criterion.clone());
    match named.scores.get(&key) {
        Some(known) if *known == score => {}
        Some(known) => {
            let message = format!("the same scorer gave {known} before, which is kept");
            let known = known.to_string();
            sheet.note(place, "score", Code::DiffersFromDocument, &known, &message);
        }
        None => {
            named.scores.insert(key, score);
            named.speaks_for.insert(scorer.clone(), organisation.clone());
            exercise.scores.push(Score {
                scorer: scorer.clone(),
                organisation: organisation.clone(),
                proposal: proposal.clone(),
                criterion,
                score,
                scored_on: *scored_on,
            });
        }
    }
    Ok(())
}

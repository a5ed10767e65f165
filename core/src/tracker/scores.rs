//! Scores of an exercise that the document holds, one a row.

use std::collections::HashMap;

use super::cells::{Bad, Sheet};
use super::names::{Directory, Names};
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
    if ["scorer", "organisation", "proposal", "criterion", "score"].iter().any(|field| !sheet.has(field)) {
        return;
    }
    for place in sheet.filled() {
        let Ok(position) = exercise(sheet, &mut exercises, &places, place) else { continue };
        let Some(held) = document.exercises.get(position) else { continue };
        let named = open.entry(position).or_insert_with(|| Open::of(held));
        // What is wrong is noted.
        let _ = of_row(sheet, &mut directory, document, position, named, place);
    }
    directory.tidy(document);
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

fn of_row(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    position: usize,
    named: &mut Open,
    place: usize,
) -> Result<(), Bad> {
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
    let Some(exercise) = document.exercises.get_mut(position) else { return Err(Bad) };
    let cell = named.criteria.refer(sheet, place, "criterion", "criteria");
    let criterion = sheet.needed(place, "criterion", cell, "the criterion scored")?;
    let Some((low, high)) = named.scales.get(&criterion).copied() else { return Err(Bad) };
    let cell = sheet.number(place, "score", |_| true, "a number");
    let accepted = format!("a score from {low} to {high}");
    let score = sheet.needed(place, "score", cell, &accepted)?;
    if !(low..=high).contains(&score) {
        let message = format!("{score} is off the scale from {low} to {high}");
        sheet.note(place, "score", Code::OutOfRange, &accepted, &message);
        return Err(Bad);
    }
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
            exercise.scores.push(Score { scorer, organisation, proposal, criterion, score, scored_on });
        }
    }
    Ok(())
}

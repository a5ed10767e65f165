//! What must hold within an exercise, in a programme or alone: scores name their proposal and criterion, lie on the scale
//! and come once; a scorer speaks for one organisation.

use serde_json::Value;
use std::collections::{HashMap, HashSet};

use crate::document::exercise::{Exercise, Scale};
use crate::problem::{Code, Problem, shortened};

/// All problems of an exercise that stands at a JSON pointer.
pub(crate) fn problems(exercise: &Exercise, at: &str) -> Vec<Problem> {
    let mut check = Check { exercise, at, problems: Vec::new() };
    check.ids("criteria", exercise.criteria.iter().map(|criterion| criterion.id.as_str()));
    check.ids("proposals", exercise.proposals.iter().map(|proposal| proposal.id.as_str()));
    check.criteria();
    check.scores();
    check.problems
}

struct Check<'e> {
    exercise: &'e Exercise,
    at: &'e str,
    problems: Vec<Problem>,
}

impl<'e> Check<'e> {
    fn note(&mut self, field: &str, code: Code, value: &Value, accepted: &str, message: String) {
        let path = format!("{}/{field}", self.at);
        self.problems.push(Problem { code, path, value: shortened(value), accepted: Some(accepted.into()), message });
    }

    fn ids(&mut self, list: &str, ids: impl Iterator<Item = &'e str>) {
        let mut first = HashMap::new();
        for (place, id) in ids.enumerate() {
            let stood = *first.entry(id).or_insert(place);
            if stood != place {
                let message = format!("“{id}” is already the identifier of {}/{list}/{stood}", self.at);
                let field = format!("{list}/{place}/id");
                self.note(&field, Code::DuplicateId, &id.into(), "an identifier of its own", message);
            }
        }
    }

    fn criteria(&mut self) {
        for (place, criterion) in self.exercise.criteria.iter().enumerate() {
            let scale = &criterion.scale;
            let field = |name: &str| format!("criteria/{place}/scale/{name}");
            if scale.worst == scale.best {
                let message = "the worst and the best score are the same".into();
                let accepted = "a score other than the worst";
                self.note(&field("best"), Code::OutOfRange, &scale.best.into(), accepted, message);
                continue;
            }
            let mut first: Vec<f64> = Vec::new();
            for (level, stated) in scale.levels.iter().enumerate() {
                let field = field(&format!("levels/{level}/score"));
                self.on_scale(&field, scale, stated.score);
                if first.contains(&stated.score) {
                    let message = format!("the meaning of {} is given already", stated.score);
                    self.note(&field, Code::DuplicateId, &stated.score.into(), "each score once", message);
                }
                first.push(stated.score);
            }
        }
        let criteria = &self.exercise.criteria;
        if !criteria.is_empty() && criteria.iter().all(|criterion| criterion.weight.0 == 0.0) {
            let accepted = "a weight above 0 for at least one criterion";
            self.note("criteria", Code::WeightsAllZero, &Value::Null, accepted, "all weights are 0".into());
        }
    }

    fn on_scale(&mut self, field: &str, scale: &Scale, score: f64) {
        let (low, high) = (scale.worst.min(scale.best), scale.worst.max(scale.best));
        if !(low..=high).contains(&score) {
            let message = format!("{score} is off the scale from {low} to {high}");
            self.note(field, Code::OutOfRange, &score.into(), &format!("a score from {low} to {high}"), message);
        }
    }

    fn scores(&mut self) {
        let exercise = self.exercise;
        let scales: HashMap<&str, &Scale> =
            exercise.criteria.iter().map(|criterion| (criterion.id.as_str(), &criterion.scale)).collect();
        let proposals: HashSet<&str> = exercise.proposals.iter().map(|proposal| proposal.id.as_str()).collect();
        let mut given = HashMap::new();
        let mut speaks_for: HashMap<&str, (&str, usize)> = HashMap::new();
        for (place, score) in exercise.scores.iter().enumerate() {
            let field = |name: &str| format!("scores/{place}/{name}");
            if !proposals.contains(score.proposal.as_str()) {
                let message = format!("“{}” is not among the proposals of the exercise", score.proposal);
                let value = score.proposal.as_str().into();
                self.note(&field("proposal"), Code::DanglingReference, &value, "one of the proposals", message);
            }
            match scales.get(score.criterion.as_str()) {
                Some(scale) => self.on_scale(&field("score"), scale, score.score),
                None => {
                    let message = format!("“{}” is not among the criteria of the exercise", score.criterion);
                    let value = score.criterion.as_str().into();
                    self.note(&field("criterion"), Code::DanglingReference, &value, "one of the criteria", message);
                }
            }
            let cell = (score.scorer.as_str(), score.proposal.as_str(), score.criterion.as_str());
            let stood = *given.entry(cell).or_insert(place);
            if stood != place {
                let message = format!("this scorer's score is given already at {}/scores/{stood}", self.at);
                self.note(&format!("scores/{place}"), Code::DuplicateId, &Value::Null, "each score once", message);
            }
            let (organisation, first) = *speaks_for.entry(&score.scorer).or_insert((&score.organisation, place));
            if organisation != score.organisation {
                let message =
                    format!("the scorer “{}” speaks for “{organisation}” at {}/scores/{first}", score.scorer, self.at);
                let value = score.organisation.as_str().into();
                self.note(&field("organisation"), Code::WrongCombination, &value, organisation, message);
            }
        }
    }
}

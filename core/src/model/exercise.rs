//! What must hold within an exercise, in a programme or alone: scores name their proposal and criterion, lie on the scale
//! and come once; a scorer speaks for one organisation.

use indexmap::IndexSet;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

use crate::document::exercise::{Exercise, Scale};
use crate::problem::{Code, Problem, shortened};

/// All problems of an exercise that stands at a JSON pointer.
pub(crate) fn problems(exercise: &Exercise, at: &str) -> Vec<Problem> {
    places(exercise, at).err().unwrap_or_default()
}

/// The scores of an exercise with positions in place of identifiers, or all problems of the exercise, which stands at a
/// JSON pointer.
pub(crate) fn places<'e>(exercise: &'e Exercise, at: &'e str) -> Result<Places<'e>, Vec<Problem>> {
    let mut check = Check { exercise, at, problems: Vec::new() };
    check.ids("criteria", exercise.criteria.iter().map(|criterion| criterion.id.as_str()));
    check.ids("proposals", exercise.proposals.iter().map(|proposal| proposal.id.as_str()));
    check.criteria();
    let places = Places::new(exercise);
    // What is wrong is looked for row by row only where something may be: tables of scores are long.
    if !places.as_ref().is_some_and(|places| places.clearly_once) {
        check.scores();
    }
    places.filter(|_| check.problems.is_empty()).ok_or(check.problems)
}

/// Scores with positions in place of identifiers.
pub(crate) struct Places<'e> {
    /// In the order in which they first appear.
    pub(crate) organisations: IndexSet<&'e str>,
    /// In the order in which they first appear, with the position of the organisation that each speaks for.
    pub(crate) scorers: Vec<(&'e str, usize)>,
    /// Of each score the positions of its scorer, proposal and criterion.
    pub(crate) scores: Vec<[usize; 3]>,
    /// True if no score is given twice; false where that has to be looked for.
    clearly_once: bool,
}

impl<'e> Places<'e> {
    /// None where [`Check::scores`] would find anything but a score given twice.
    fn new(exercise: &'e Exercise) -> Option<Self> {
        let mut proposals = Known::of(exercise.proposals.iter().map(|proposal| proposal.id.as_str()));
        let mut criteria = Known::of(exercise.criteria.iter().map(|criterion| criterion.id.as_str()));
        let (mut organisations, mut scorers) = (Known::of([].into_iter()), Known::of([].into_iter()));
        let mut speaks_for = Vec::new();
        let mut scores = Vec::with_capacity(exercise.scores.len());
        for score in &exercise.scores {
            let (proposal, criterion) = (proposals.find(&score.proposal)?, criteria.find(&score.criterion)?);
            is_on(&exercise.criteria.get(criterion)?.scale, score.score).then_some(())?;
            let (organisation, scorer) = (organisations.place(&score.organisation), scorers.place(&score.scorer));
            match speaks_for.get(scorer) {
                None => speaks_for.push(organisation),
                Some(stood) => (*stood == organisation).then_some(())?,
            }
            scores.push([scorer, proposal, criterion]);
        }
        let clearly_once = clearly_once(&scores, [speaks_for.len(), proposals.ids.len(), criteria.ids.len()]);
        Some(Self {
            clearly_once,
            organisations: organisations.ids,
            scorers: scorers.ids.into_iter().zip(speaks_for).collect(),
            scores,
        })
    }
}

/// True if no score is given twice; false where that would have to be looked for. Most tables have a score in most cells,
/// so that cells can be ticked off.
fn clearly_once(scores: &[[usize; 3]], [scorers, proposals, criteria]: [usize; 3]) -> bool {
    let cells = scorers.saturating_mul(proposals).saturating_mul(criteria);
    if cells > scores.len().saturating_mul(8) {
        return false;
    }
    let mut seen = vec![false; cells];
    scores.iter().all(|[scorer, proposal, criterion]| {
        let cell = scorer.saturating_mul(proposals).saturating_add(*proposal);
        let cell = cell.saturating_mul(criteria).saturating_add(*criterion);
        seen.get_mut(cell).is_some_and(|seen| !std::mem::replace(seen, true))
    })
}

/// Identifiers with their positions.
struct Known<'e> {
    ids: IndexSet<&'e str>,
    last: usize,
}

impl<'e> Known<'e> {
    fn of(ids: impl Iterator<Item = &'e str>) -> Self {
        Self { ids: ids.collect(), last: 0 }
    }

    /// Rows mostly come in order: the one just looked up again, the next, or the first.
    fn find(&mut self, id: &str) -> Option<usize> {
        let mut near = [self.last, self.last.saturating_add(1), 0].into_iter();
        let near = near.find(|place| self.ids.get_index(*place).is_some_and(|known| *known == id));
        self.last = near.or_else(|| self.ids.get_index_of(id))?;
        Some(self.last)
    }

    /// Its position, after all others if it is new.
    fn place(&mut self, id: &'e str) -> usize {
        self.find(id).unwrap_or_else(|| {
            self.last = self.ids.insert_full(id).0;
            self.last
        })
    }
}

fn ends(scale: &Scale) -> (f64, f64) {
    (scale.worst.min(scale.best), scale.worst.max(scale.best))
}

fn is_on(scale: &Scale, score: f64) -> bool {
    let (low, high) = ends(scale);
    (low..=high).contains(&score)
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
        if !is_on(scale, score) {
            let (low, high) = ends(scale);
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

//! An exercise as documents hold it, turned into what is ranked: checked, identifiers as positions. And those of a
//! programme, ranked for its report.

use indexmap::IndexSet;

use crate::day::Day;
use crate::document::Programme;
use crate::document::exercise::Exercise as Document;
use crate::model::exercise::places;
use crate::prioritisation::{Criterion, Exercise, Options, Prioritisation, Proposal, Score, Scorer, rank};
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::report::Detail;
use crate::status::Moment;

/// Checks an exercise and resolves its identifiers. Organisations and scorers come in the order in which they first
/// appear; an organisation that only has an interest comes after those that score.
///
/// ```
/// use equipoise::document::exercise::Exercise;
/// use equipoise::prioritisation::{self, Options, rank};
///
/// let exercise: Exercise = serde_json::from_value(serde_json::json!({
///     "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 1, "best": 5}, "weight": 60}],
///     "proposals": [{"id": "A", "name": "One waiting list"}, {"id": "B", "name": "Shared on-call"}],
///     "scores": [
///         {"scorer": "s1", "organisation": "north", "proposal": "A", "criterion": "benefit", "score": 4},
///         {"scorer": "s1", "organisation": "north", "proposal": "B", "criterion": "benefit", "score": 5},
///     ],
/// })).unwrap();
/// let ranked = rank(&prioritisation::Exercise::try_from(&exercise)?, &Options::default())?;
/// assert_eq!((ranked.ranking[0].id.as_str(), ranked.ranking[0].total), ("B", Some(1.0)));
/// # Ok::<(), equipoise::Problems>(())
/// ```
impl TryFrom<&Document> for Exercise {
    type Error = Problems;

    fn try_from(document: &Document) -> Result<Self, Problems> {
        resolve(document, "")
    }
}

result! {
    /// An exercise of a programme, ranked as at the day of the report: equal voice, means, 10,000 samples, seed 0.
    AssessedExercise {
        /// The exercise; null without an identifier.
        id: Option<String>,
        /// Its name; null without one.
        name: Option<String>,
        /// The body that asked.
        body: Option<String>,
        /// First day of scoring.
        opened_on: Option<Day>,
        /// Last day of scoring.
        closed_on: Option<Day>,
        /// How many scores were given later than the day, or became known later, and so do not count.
        later_scores: usize,
        /// The ranking, and whether it is inside the noise.
        result: Prioritisation,
    }
}

/// Ranks every exercise that is open by the day, by the scores given and known by then.
pub(crate) fn assess(programme: &Programme, moment: Moment, detail: Detail) -> Result<Vec<AssessedExercise>, Problems> {
    let open = programme.exercises.iter().enumerate();
    let open = open.filter(|(_, exercise)| exercise.opened_on.is_none_or(|day| day <= moment.as_at));
    let options = Options { name_scorers: detail == Detail::Scorer, ..Options::default() };
    open.map(|(place, exercise)| {
        let mut seen = exercise.clone();
        seen.scores.retain(|score| score.scored_on.is_none_or(|day| moment.sees(day, None)));
        let at = format!("/exercises/{place}");
        let result = rank(&resolve(&seen, &at)?, &options).map_err(|problems| {
            let mut problems = problems.into_vec();
            problems.iter_mut().for_each(|problem| problem.path.insert_str(0, &at));
            Problems::none(problems).err().unwrap_or_else(|| Problem::unreadable().into())
        })?;
        Ok(AssessedExercise {
            id: exercise.id.clone(),
            name: exercise.name.as_ref().map(|name| name.as_str().to_owned()),
            body: exercise.body.clone(),
            opened_on: exercise.opened_on,
            closed_on: exercise.closed_on,
            later_scores: exercise.scores.len() - seen.scores.len(),
            result,
        })
    })
    .collect()
}

/// As `try_from`, for an exercise that stands at a JSON pointer.
pub(crate) fn resolve(document: &Document, at: &str) -> Result<Exercise, Problems> {
    let (places, mut found) = match places(document, at) {
        Ok(places) => (Some(places), Vec::new()),
        Err(found) => (None, found),
    };
    if let (Some(first), Some(last)) = (document.opened_on, document.closed_on)
        && first > last
    {
        found.push(Problem {
            code: Code::StartAfterEnd,
            path: format!("{at}/closed_on"),
            value: Some(last.to_string().into()),
            accepted: Some(format!("a date not before {first}")),
            message: format!("closed_on {last} comes before opened_on {first}"),
        });
    }
    Problems::none(found)?;
    let places = places.ok_or_else(Problem::unreadable)?;
    let mut organisations = places.organisations;
    let interested = document.proposals.iter().flat_map(|proposal| &proposal.interested_organisations);
    organisations.extend(interested.map(String::as_str));
    let place_of = |id: &str| organisations.get_index_of(id).unwrap_or_default();
    Ok(Exercise {
        criteria: (document.criteria.iter())
            .map(|criterion| Criterion {
                id: criterion.id.clone(),
                worst: criterion.scale.worst,
                best: criterion.scale.best,
                weight: criterion.weight.0,
            })
            .collect(),
        proposals: (document.proposals.iter())
            .map(|proposal| {
                let interested: IndexSet<usize> =
                    proposal.interested_organisations.iter().map(|id| place_of(id)).collect();
                Proposal {
                    id: proposal.id.clone(),
                    name: proposal.name.as_str().to_owned(),
                    interested: interested.into_iter().collect(),
                }
            })
            .collect(),
        organisations: organisations.iter().map(|id| (*id).to_owned()).collect(),
        scorers: (places.scorers.iter())
            .map(|(id, organisation)| Scorer { id: (*id).to_owned(), organisation: *organisation })
            .collect(),
        scores: (document.scores.iter().zip(&places.scores))
            .map(|(given, [scorer, proposal, criterion])| Score {
                scorer: *scorer,
                proposal: *proposal,
                criterion: *criterion,
                score: given.score,
            })
            .collect(),
    })
}

//! What is ranked, as plain data with positions in place of identifiers.

use serde_json::Value;

use crate::problem::{Code, Problem, Problems};

/// At most so many criteria.
pub const MOST_CRITERIA: usize = 100;
/// At most so many proposals.
pub const MOST_PROPOSALS: usize = 10_000;
/// At most so many scorers.
pub const MOST_SCORERS: usize = 1_000;
/// At most so many samples of weights.
pub const MOST_SAMPLES: u32 = 100_000;

/// One round of scoring. Rows refer to one another by position.
///
/// ```
/// use equipoise::prioritisation::{Criterion, Exercise, Options, Proposal, Score, Scorer, rank};
///
/// let criterion = |id: &str, weight| Criterion { id: id.into(), worst: 1.0, best: 5.0, weight };
/// let proposal = |id: &str| Proposal { id: id.into(), name: id.into(), interested: vec![] };
/// let score = |proposal, criterion, score| Score { scorer: 0, proposal, criterion, score };
/// let exercise = Exercise {
///     criteria: vec![criterion("benefit", 60.0), criterion("effort", 40.0)],
///     proposals: vec![proposal("A"), proposal("B")],
///     organisations: vec!["TRUST_1".into()],
///     scorers: vec![Scorer { id: "s1".into(), organisation: 0 }],
///     scores: vec![score(0, 0, 5.0), score(0, 1, 2.0), score(1, 0, 3.0), score(1, 1, 5.0)],
/// };
/// let ranked = rank(&exercise, &Options::default())?;
/// // Exactly tied: 0.6 x 1 + 0.4 x 0.25 = 0.6 x 0.5 + 0.4 x 1.
/// assert_eq!(ranked.ranking.iter().map(|row| row.rank).collect::<Vec<_>>(), [Some(1), Some(1)]);
/// assert_eq!(ranked.ranking[0].total, Some(0.7));
/// # Ok::<(), equipoise::Problems>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Exercise {
    /// What proposals are judged by.
    pub criteria: Vec<Criterion>,
    /// What could be done.
    pub proposals: Vec<Proposal>,
    /// The identifiers of the organisations that have a voice.
    pub organisations: Vec<String>,
    /// Who scored.
    pub scorers: Vec<Scorer>,
    /// Who gave what score.
    pub scores: Vec<Score>,
}

/// A criterion: its anchored scale and its weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its identifier.
    pub id: String,
    /// The worst score of the scale.
    pub worst: f64,
    /// The best score of the scale; below the worst for a cost.
    pub best: f64,
    /// The weight, 0 or more; weights need not add up to 1.
    pub weight: f64,
}

/// Something that could be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its identifier.
    pub id: String,
    /// The name people use.
    pub name: String,
    /// Positions of the organisations with an interest in it.
    pub interested: Vec<usize>,
}

/// Somebody who scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorer {
    /// A token, no name.
    pub id: String,
    /// Position of the organisation the scorer speaks for.
    pub organisation: usize,
}

/// One score by one scorer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Position of the scorer.
    pub scorer: usize,
    /// Position of the proposal.
    pub proposal: usize,
    /// Position of the criterion.
    pub criterion: usize,
    /// The score, on the criterion's scale.
    pub score: f64,
}

impl Exercise {
    /// Everything that is wrong with single rows: positions of nothing, numbers off their ranges, too many rows.
    pub(super) fn check(&self) -> Result<(), Problems> {
        let mut notes = Notes(Vec::new());
        notes.limit(Code::TooManyCriteria, "criteria", self.criteria.len(), MOST_CRITERIA);
        notes.limit(Code::TooManyProposals, "proposals", self.proposals.len(), MOST_PROPOSALS);
        notes.limit(Code::TooManyScorers, "scorers", self.scorers.len(), MOST_SCORERS);
        Problems::none(std::mem::take(&mut notes.0))?;
        for (place, criterion) in self.criteria.iter().enumerate() {
            let (worst, best, weight) = (criterion.worst, criterion.best, criterion.weight);
            for (field, number) in [("scale/worst", worst), ("scale/best", best), ("weight", weight)] {
                notes.finite(format_args!("/criteria/{place}/{field}"), number);
            }
            if worst == best {
                let path = format!("/criteria/{place}/scale/best");
                notes.range(path, best, "a score other than the worst", "the worst and the best score are the same");
            }
            if weight < 0.0 {
                let path = format!("/criteria/{place}/weight");
                notes.range(path, weight, "a number of 0 or more", &format!("{weight} is not a number of 0 or more"));
            }
        }
        for (place, proposal) in self.proposals.iter().enumerate() {
            for organisation in &proposal.interested {
                let path = format_args!("/proposals/{place}/interested_organisations");
                notes.known(path, *organisation, self.organisations.len(), "organisations");
            }
        }
        for (place, scorer) in self.scorers.iter().enumerate() {
            let path = format_args!("/scorers/{place}/organisation");
            notes.known(path, scorer.organisation, self.organisations.len(), "organisations");
        }
        for (place, score) in self.scores.iter().enumerate() {
            // What is wrong with a row is looked for only where something is: tables of scores are long.
            if self.sound(score) {
                continue;
            }
            notes.known(format_args!("/scores/{place}/scorer"), score.scorer, self.scorers.len(), "scorers");
            notes.known(format_args!("/scores/{place}/proposal"), score.proposal, self.proposals.len(), "proposals");
            let path = format_args!("/scores/{place}/criterion");
            notes.known(path, score.criterion, self.criteria.len(), "criteria");
            let path = format_args!("/scores/{place}/score");
            notes.finite(path, score.score);
            let Some(criterion) = self.criteria.get(score.criterion) else { continue };
            let (low, high) = (criterion.worst.min(criterion.best), criterion.worst.max(criterion.best));
            if score.score < low || score.score > high {
                let message = format!("{} is off the scale from {low} to {high}", score.score);
                notes.range(path.to_string(), score.score, &format!("a score from {low} to {high}"), &message);
            }
        }
        if !self.criteria.is_empty() && self.criteria.iter().all(|criterion| criterion.weight == 0.0) {
            notes.push(
                Code::WeightsAllZero,
                "/criteria".into(),
                None,
                "a weight above 0 for at least one criterion",
                "all weights are 0",
            );
        }
        Problems::none(notes.0)
    }
}

impl Exercise {
    fn sound(&self, score: &Score) -> bool {
        score.scorer < self.scorers.len()
            && score.proposal < self.proposals.len()
            && self.criteria.get(score.criterion).is_some_and(|own| {
                (own.worst.min(own.best)..=own.worst.max(own.best)).contains(&score.score) && score.score.is_finite()
            })
    }
}

/// Problems as they are found.
pub(super) struct Notes(pub(super) Vec<Problem>);

impl Notes {
    pub(super) fn push(&mut self, code: Code, path: String, value: Option<Value>, accepted: &str, message: &str) {
        self.0.push(Problem { code, path, value, accepted: Some(accepted.into()), message: message.into() });
    }

    fn range(&mut self, path: String, value: f64, accepted: &str, message: &str) {
        self.push(Code::OutOfRange, path, Some(value.into()), accepted, message);
    }

    fn limit(&mut self, code: Code, what: &str, count: usize, most: usize) {
        if count > most {
            // Scorers are no list of a document: they stand in the scores.
            let path = format!("/{}", if what == "scorers" { "scores" } else { what });
            let message = format!("there are {count} {what}; at most {most} are taken");
            self.push(code, path, Some(count.into()), &format!("at most {most} {what}"), &message);
        }
    }

    fn finite(&mut self, path: std::fmt::Arguments<'_>, number: f64) {
        if !number.is_finite() {
            self.push(Code::NotANumber, path.to_string(), None, "a finite number", "this is not a finite number");
        }
    }

    fn known(&mut self, path: std::fmt::Arguments<'_>, position: usize, count: usize, list: &str) {
        if position >= count {
            let message = format!("there is no position {position} among the {count} {list}");
            let accepted = format!("a position among the {list}");
            self.push(Code::DanglingReference, path.to_string(), Some(position.into()), &accepted, &message);
        }
    }
}

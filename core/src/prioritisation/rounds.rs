//! What changed between two rounds, attributed step by step.
//!
//! The steps are taken in one stated order, each from where the one before it ended: first the scores of scorers who took
//! part in both rounds, then scorers leaving and joining, then weights and criteria, then proposals leaving and joining.
//! So the parts of a proposal's change add up to it exactly. Another order would put some of it down elsewhere.
//!
//! Rows belong together by identifier. A criterion whose scale changed, and a scorer who speaks for another organisation,
//! count as leaving and joining.

use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;

use super::exact::Ratio;
use super::exercise::{Criterion, Exercise, Proposal, Score, Scorer};
use super::order::{Order, Table};
use super::panel::Panel;
use super::voice::{Rule, View, Without};
use super::{Options, without};
use crate::document::declare::words;
use crate::problem::{Problem, Problems};
use crate::recall::result;
use crate::sorting::Arrange;

words! {
    /// A step from one round to the next, in the order in which they are taken.
    Step {
        /// Scores given anew, dropped or added by scorers of both rounds.
        Scores = "scores",
        /// Scorers who left or joined.
        Scorers = "scorers",
        /// Weights, and criteria that left or joined.
        Weights = "weights",
        /// Proposals that left or joined.
        Proposals = "proposals",
    }
}

words! {
    /// Whether a proposal stands in both rounds.
    Presence {
        /// In both.
        Stayed = "stayed",
        /// In the second only.
        Joined = "joined",
        /// In the first only.
        Left = "left",
    }
}

result! {
    /// What changed between two rounds.
    RoundComparison {
        /// The proposals: those of the second round in the order of its ranking, then those that left.
        rows: Vec<Moved>,
        /// Who came first.
        winners_before: Vec<String>,
        /// Who comes first.
        winners_after: Vec<String>,
        /// The steps at which the first place changed.
        winner_changed_by: Vec<Step>,
        /// How much there was of each step: scores changed, scorers, criteria and proposals that left or joined. A
        /// criterion whose share of the weight changed counts too.
        counts: IndexMap<String, usize>,
        /// The criteria of both rounds.
        weights: Vec<WeightMoved>,
    }

    /// One proposal in two rounds.
    Moved {
        /// The proposal.
        id: String,
        /// Its name.
        name: String,
        /// Whether it stands in both rounds.
        presence: Presence,
        /// Its rank in the first round.
        rank_before: Option<usize>,
        /// Its rank in the second.
        rank_after: Option<usize>,
        /// Its total in the first round.
        total_before: Option<f64>,
        /// Its total in the second.
        total_after: Option<f64>,
        /// The change of its total; null unless it has one in both.
        change: Option<f64>,
        /// What each step adds to the total; before they are rounded these add up to the change. Null where a total is
        /// missing on the way.
        changes: Option<IndexMap<String, f64>>,
        /// By how many places each step moves it, a rise being negative; these add up to the change of rank.
        moves: Option<IndexMap<String, i32>>,
    }

    /// A criterion's share of the weight in two rounds.
    WeightMoved {
        /// The criterion.
        id: String,
        /// Its share in the first round; null if it was not there.
        before: Option<f64>,
        /// Its share in the second.
        after: Option<f64>,
    }
}

/// One state between two rounds: what each proposal has.
struct Stage {
    totals: HashMap<String, Ratio>,
    ranks: HashMap<String, usize>,
    winners: Vec<String>,
    shares: IndexMap<String, f64>,
}

/// Compares two rounds under the voice and the average of the options; the other options have no part in it.
///
/// # Errors
/// [`Problems`] of either round, with `/before` or `/after` in front of their places, and of the voice.
///
/// ```
/// use equipoise::prioritisation::{Criterion, Exercise, Options, Proposal, Score, Scorer, compare_rounds};
///
/// let round = |score: f64| Exercise {
///     criteria: vec![Criterion { id: "benefit".into(), worst: 0.0, best: 10.0, weight: 1.0 }],
///     proposals: vec![Proposal { id: "A".into(), name: "A".into(), interested: vec![] }],
///     organisations: vec!["north".into()],
///     scorers: vec![Scorer { id: "s1".into(), organisation: 0 }],
///     scores: vec![Score { scorer: 0, proposal: 0, criterion: 0, score }],
/// };
/// let compared = compare_rounds(&round(4.0), &round(7.0), &Options::default())?;
/// assert_eq!(compared.rows[0].changes.as_ref().unwrap()["scores"], 0.3);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn compare_rounds(before: &Exercise, after: &Exercise, options: &Options) -> Result<RoundComparison, Problems> {
    let placed = |place: &str, problems: Problems| -> Vec<Problem> {
        let mut problems = problems.into_vec();
        problems.iter_mut().for_each(|problem| problem.path.insert_str(0, place));
        problems
    };
    let found = [("/before", before), ("/after", after)]
        .map(|(place, round)| Panel::new(round).err().map(|problems| placed(place, problems)).unwrap_or_default());
    Problems::none(found.concat())?;
    let rounds = [Round::new(before), Round::new(after)];
    let union = Union::new(&rounds);
    let states = [None, Some(Step::Scores), Some(Step::Scorers), Some(Step::Weights), Some(Step::Proposals)];
    let exercises: Vec<Exercise> = states.iter().map(|done| union.exercise(&rounds, *done)).collect();
    let rule = Rule::new(&options.voice, &union.everybody())?;
    let stages: Vec<Stage> = exercises
        .iter()
        .map(|exercise| {
            let panel = Panel::new(exercise)?;
            let view = View { panel: &panel, rule: &rule, average: options.average, without: Without::Nobody };
            let order = Order::of(&view, &Table::of(&view));
            let rows = || exercise.proposals.iter().enumerate();
            Ok(Stage {
                totals: rows().filter_map(|(place, row)| Some((row.id.clone(), view.total(place)?))).collect(),
                ranks: rows().filter_map(|(place, row)| Some((row.id.clone(), order.rank(place)?))).collect(),
                winners: without::ids(exercise, order.winners()),
                shares: exercise.criteria.iter().map(|row| row.id.clone()).zip(panel.shares.clone()).collect(),
            })
        })
        .collect::<Result<_, Problems>>()?;
    Ok(compared(&rounds, &stages))
}

fn compared(rounds: &[Round<'_>; 2], stages: &[Stage]) -> RoundComparison {
    let [before, after] = rounds;
    let (first, last) = (&stages[0], &stages[stages.len() - 1]);
    let mut order: Vec<&Proposal> = after.exercise.proposals.iter().collect();
    order.arrange_by_key(|row| last.ranks.get(&row.id).copied().unwrap_or(usize::MAX));
    let left = before.exercise.proposals.iter().filter(|row| !after.proposals.contains(row.id.as_str()));
    let rows = order.into_iter().chain(left).map(|row| moved(rounds, stages, row)).collect();
    let changed = stages.windows(2).zip(Step::ALL).filter(|(two, _)| {
        let sorted = |stage: &Stage| {
            let mut winners = stage.winners.clone();
            winners.sort();
            winners
        };
        sorted(&two[0]) != sorted(&two[1])
    });
    let criteria: IndexSet<&String> = first.shares.keys().chain(last.shares.keys()).collect();
    let weights: Vec<WeightMoved> = (criteria.iter())
        .map(|id| WeightMoved {
            id: (*id).clone(),
            before: first.shares.get(*id).copied(),
            after: last.shares.get(*id).copied(),
        })
        .collect();
    let apart = |one: &IndexSet<&str>, other: &IndexSet<&str>| one.symmetric_difference(other).count();
    let counts = [
        before.scores_changed(after),
        before.voices.symmetric_difference(&after.voices).count(),
        weights.iter().filter(|row| row.before != row.after).count(),
        apart(&before.proposals, &after.proposals),
    ];
    RoundComparison {
        rows,
        winners_before: first.winners.clone(),
        winners_after: last.winners.clone(),
        winner_changed_by: changed.map(|(_, step)| *step).collect(),
        counts: Step::ALL.iter().map(|step| step.as_str().to_owned()).zip(counts).collect(),
        weights,
    }
}

fn moved(rounds: &[Round<'_>; 2], stages: &[Stage], row: &Proposal) -> Moved {
    let [before, after] = rounds;
    let presence = match (before.proposals.contains(row.id.as_str()), after.proposals.contains(row.id.as_str())) {
        (true, true) => Presence::Stayed,
        (false, _) => Presence::Joined,
        (true, false) => Presence::Left,
    };
    let stayed = presence == Presence::Stayed;
    let totals: Vec<Option<&Ratio>> = stages.iter().map(|stage| stage.totals.get(&row.id)).collect();
    let ranks: Vec<Option<usize>> = stages.iter().map(|stage| stage.ranks.get(&row.id).copied()).collect();
    let steps = || Step::ALL.iter().map(|step| step.as_str().to_owned());
    let changes = totals.windows(2).map(|two| Some(two[1]?.minus(two[0]?).to_f64())).collect::<Option<Vec<f64>>>();
    let moves = ranks.windows(2).map(|two| Some(two[1]? as i32 - two[0]? as i32)).collect::<Option<Vec<i32>>>();
    let (first, last) = (totals.first().copied().flatten(), totals.last().copied().flatten());
    Moved {
        id: row.id.clone(),
        name: row.name.clone(),
        presence,
        rank_before: ranks.first().copied().flatten(),
        rank_after: ranks.last().copied().flatten(),
        total_before: first.map(Ratio::to_f64),
        total_after: last.map(Ratio::to_f64),
        change: first.zip(last).filter(|_| stayed).map(|(first, last)| last.minus(first).to_f64()),
        changes: changes.filter(|_| stayed).map(|changes| steps().zip(changes).collect()),
        moves: moves.filter(|_| stayed).map(|moves| steps().zip(moves).collect()),
    }
}

/// One round, by identifier. A voice is a scorer of an organisation, a scale a criterion with its ends.
struct Round<'e> {
    exercise: &'e Exercise,
    proposals: IndexSet<&'e str>,
    voices: IndexSet<(&'e str, &'e str)>,
    scales: IndexSet<(&'e str, u64, u64)>,
    scores: IndexMap<Cell<'e>, f64>,
}

/// Who scored what: a voice, a proposal and a scale.
type Cell<'e> = ((&'e str, &'e str), &'e str, (&'e str, u64, u64));

impl<'e> Round<'e> {
    fn new(exercise: &'e Exercise) -> Self {
        let voice = |row: &'e Scorer| (row.id.as_str(), exercise.organisations[row.organisation].as_str());
        let voices: Vec<_> = exercise.scorers.iter().map(voice).collect();
        let scales: Vec<_> = exercise.criteria.iter().map(scale).collect();
        let cell = |row: &Score| {
            let proposal = exercise.proposals[row.proposal].id.as_str();
            ((voices[row.scorer], proposal, scales[row.criterion]), row.score)
        };
        Self {
            exercise,
            proposals: exercise.proposals.iter().map(|row| row.id.as_str()).collect(),
            scores: exercise.scores.iter().map(cell).collect(),
            voices: voices.into_iter().collect(),
            scales: scales.into_iter().collect(),
        }
    }

    fn holds(&self, (voice, proposal, scale): &Cell<'_>) -> bool {
        self.voices.contains(voice) && self.proposals.contains(proposal) && self.scales.contains(scale)
    }

    /// Scores of cells that both rounds could hold, and hold differently.
    fn scores_changed(&self, other: &Self) -> usize {
        let mine =
            self.scores.iter().filter(|(cell, score)| other.holds(cell) && other.scores.get(*cell) != Some(score));
        let theirs = other.scores.keys().filter(|cell| self.holds(cell) && !self.scores.contains_key(*cell));
        mine.count() + theirs.count()
    }
}

fn scale(criterion: &Criterion) -> (&str, u64, u64) {
    // Zero has two signs and one value.
    let bits = |end: f64| (end + 0.0).to_bits();
    (&criterion.id, bits(criterion.worst), bits(criterion.best))
}

/// Organisations and scorers of both rounds, so that positions mean the same at every stage.
struct Union<'e> {
    organisations: IndexSet<&'e str>,
    voices: IndexSet<(&'e str, &'e str)>,
}

impl<'e> Union<'e> {
    fn new(rounds: &[Round<'e>; 2]) -> Self {
        Self {
            organisations: rounds
                .iter()
                .flat_map(|round| round.exercise.organisations.iter().map(String::as_str))
                .collect(),
            voices: rounds.iter().flat_map(|round| round.voices.iter().copied()).collect(),
        }
    }

    /// Everybody who scored in either round, and nothing scored.
    fn everybody(&self) -> Exercise {
        let organisation = |id: &str| self.organisations.get_index_of(id).unwrap_or_default();
        Exercise {
            organisations: self.organisations.iter().map(|id| (*id).to_owned()).collect(),
            scorers: (self.voices.iter())
                .map(|(id, of)| Scorer { id: (*id).to_owned(), organisation: organisation(of) })
                .collect(),
            ..Exercise::default()
        }
    }

    /// The exercise once all steps up to `done` are taken.
    fn exercise(&self, rounds: &[Round<'e>; 2], done: Option<Step>) -> Exercise {
        let [before, after] = rounds;
        let taken = |step: Step| done.is_some_and(|done| step <= done);
        let now = |step: Step| if taken(step) { after } else { before };
        let mut exercise = self.everybody();
        exercise.criteria = now(Step::Weights).exercise.criteria.clone();
        exercise.proposals = now(Step::Proposals).exercise.proposals.clone();
        // Interests have no part in a total.
        exercise.proposals.iter_mut().for_each(|row| row.interested.clear());
        let proposals: HashMap<String, usize> = ids(exercise.proposals.iter().map(|row| &row.id));
        let criteria: HashMap<(&str, u64, u64), usize> =
            now(Step::Weights).exercise.criteria.iter().enumerate().map(|(place, row)| (scale(row), place)).collect();
        // A cell comes from the round that its newest step leads to.
        let source = |cell: &Cell<'_>| {
            let (voice, proposal, scale) = cell;
            let in_both = |one: bool, other: bool, step: Step| if one && other { true } else { taken(step) == other };
            let there = in_both(before.voices.contains(voice), after.voices.contains(voice), Step::Scorers)
                && in_both(before.proposals.contains(proposal), after.proposals.contains(proposal), Step::Proposals)
                && in_both(before.scales.contains(scale), after.scales.contains(scale), Step::Weights);
            let round = if before.holds(cell) && after.holds(cell) {
                now(Step::Scores)
            } else if after.holds(cell) {
                after
            } else {
                before
            };
            round.scores.get(cell).copied().filter(|_| there)
        };
        let cells: IndexSet<&Cell<'_>> = before.scores.keys().chain(after.scores.keys()).collect();
        for cell in cells {
            let places = self.voices.get_index_of(&cell.0).zip(proposals.get(cell.1)).zip(criteria.get(&cell.2));
            if let Some((((scorer, proposal), criterion), score)) = places.zip(source(cell)) {
                exercise.scores.push(Score { scorer, proposal: *proposal, criterion: *criterion, score });
            }
        }
        exercise
    }
}

fn ids<'i>(ids: impl Iterator<Item = &'i String>) -> HashMap<String, usize> {
    ids.enumerate().map(|(place, id)| (id.clone(), place)).collect()
}

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
    let union = Union::new([before, after]);
    let states = [None, Some(Step::Scores), Some(Step::Scorers), Some(Step::Weights), Some(Step::Proposals)];
    let exercises: Vec<Exercise> = states.iter().map(|done| union.exercise(*done)).collect();
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
    Ok(compared(&union, &stages))
}

fn compared(union: &Union<'_>, stages: &[Stage]) -> RoundComparison {
    let [before, after] = union.rounds;
    let (first, last) = (&stages[0], &stages[stages.len() - 1]);
    let mut order: Vec<&Proposal> = after.proposals.iter().collect();
    order.arrange_by_key(|row| last.ranks.get(&row.id).copied().unwrap_or(usize::MAX));
    let presence = |row: &Proposal| match union.proposals.keys.get_index_of(row.id.as_str()) {
        Some(place) if union.proposals.in_both(place) => Presence::Stayed,
        Some(place) if union.proposals.stands[place][0] => Presence::Left,
        _ => Presence::Joined,
    };
    let left = before.proposals.iter().filter(|row| presence(row) == Presence::Left);
    let rows = order.into_iter().chain(left).map(|row| moved(stages, row, presence(row))).collect();
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
    let counts = [
        union.scores_changed(),
        union.voices.apart(),
        weights.iter().filter(|row| row.before != row.after).count(),
        union.proposals.apart(),
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

fn moved(stages: &[Stage], row: &Proposal, presence: Presence) -> Moved {
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

/// Both rounds with one numbering of everything that stands in either, so that positions mean the same at every stage. A
/// voice is a scorer of an organisation, a scale a criterion with its ends.
struct Union<'e> {
    rounds: [&'e Exercise; 2],
    organisations: IndexSet<&'e str>,
    voices: Both<(&'e str, &'e str)>,
    proposals: Both<&'e str>,
    scales: Both<(&'e str, u64, u64)>,
    /// What was scored in either round: voice, proposal, scale, and the score in each.
    cells: Vec<([usize; 3], [Option<f64>; 2])>,
}

/// Keys of both rounds, and in which of them each stands.
struct Both<K> {
    keys: IndexSet<K>,
    stands: Vec<[bool; 2]>,
    /// Of each round, the positions of its own keys.
    own: [Vec<usize>; 2],
}

impl<K: std::hash::Hash + Eq> Both<K> {
    fn new(rounds: [Vec<K>; 2]) -> Self {
        let (mut keys, mut stands) = (IndexSet::new(), Vec::new());
        let mut turn = 0;
        let own = rounds.map(|round| {
            let places = round.into_iter().map(|key| {
                let (place, new) = keys.insert_full(key);
                if new {
                    stands.push([false; 2]);
                }
                stands[place][turn] = true;
                place
            });
            let places: Vec<usize> = places.collect();
            turn += 1;
            places
        });
        Self { keys, stands, own }
    }

    fn in_both(&self, place: usize) -> bool {
        self.stands[place] == [true, true]
    }

    /// How many stand in one round only.
    fn apart(&self) -> usize {
        self.stands.iter().filter(|stands| stands[0] != stands[1]).count()
    }
}

fn scale(criterion: &Criterion) -> (&str, u64, u64) {
    // Zero has two signs and one value.
    let bits = |end: f64| (end + 0.0).to_bits();
    (&criterion.id, bits(criterion.worst), bits(criterion.best))
}

impl<'e> Union<'e> {
    fn new(rounds: [&'e Exercise; 2]) -> Self {
        let voice =
            |round: &'e Exercise, row: &'e Scorer| (row.id.as_str(), round.organisations[row.organisation].as_str());
        let mut union = Self {
            rounds,
            organisations: rounds.iter().flat_map(|round| round.organisations.iter().map(String::as_str)).collect(),
            voices: Both::new(rounds.map(|round| round.scorers.iter().map(|row| voice(round, row)).collect())),
            proposals: Both::new(rounds.map(|round| round.proposals.iter().map(|row| row.id.as_str()).collect())),
            scales: Both::new(rounds.map(|round| round.criteria.iter().map(scale).collect())),
            cells: Vec::new(),
        };
        let mut places: HashMap<[usize; 3], usize> = HashMap::new();
        let mut dense = union.dense();
        for (turn, round) in rounds.into_iter().enumerate() {
            for row in &round.scores {
                let cell = [
                    union.voices.own[turn][row.scorer],
                    union.proposals.own[turn][row.proposal],
                    union.scales.own[turn][row.criterion],
                ];
                let next = union.cells.len();
                let place = match &mut dense {
                    Some((places, width)) => {
                        let place = &mut places[(cell[0] * width[0] + cell[1]) * width[1] + cell[2]];
                        *place = if *place == usize::MAX { next } else { *place };
                        *place
                    }
                    None => *places.entry(cell).or_insert(next),
                };
                if place == next {
                    union.cells.push((cell, [None, None]));
                }
                union.cells[place].1[turn] = Some(row.score);
            }
        }
        union
    }

    /// Room for the place of every possible cell, where most are scored.
    fn dense(&self) -> Option<(Vec<usize>, [usize; 2])> {
        let [voices, proposals, scales] = [self.voices.keys.len(), self.proposals.keys.len(), self.scales.keys.len()];
        let scores: usize = self.rounds.iter().map(|round| round.scores.len()).sum();
        let cells = voices.saturating_mul(proposals).saturating_mul(scales);
        (cells <= scores.saturating_mul(8)).then(|| (vec![usize::MAX; cells], [proposals, scales]))
    }

    /// True if a round could hold a cell.
    fn holds(&self, turn: usize, [voice, proposal, scale]: [usize; 3]) -> bool {
        self.voices.stands[voice][turn] && self.proposals.stands[proposal][turn] && self.scales.stands[scale][turn]
    }

    /// Scores of cells that both rounds could hold, and hold differently.
    fn scores_changed(&self) -> usize {
        let changed = |(cell, scores): &&([usize; 3], [Option<f64>; 2])| {
            scores[0] != scores[1] && self.holds(0, *cell) && self.holds(1, *cell)
        };
        self.cells.iter().filter(changed).count()
    }

    /// Everybody who scored in either round, and nothing scored.
    fn everybody(&self) -> Exercise {
        let organisation = |id: &str| self.organisations.get_index_of(id).unwrap_or_default();
        Exercise {
            organisations: self.organisations.iter().map(|id| (*id).to_owned()).collect(),
            scorers: (self.voices.keys.iter())
                .map(|(id, of)| Scorer { id: (*id).to_owned(), organisation: organisation(of) })
                .collect(),
            ..Exercise::default()
        }
    }

    /// The exercise once all steps up to `done` are taken.
    fn exercise(&self, done: Option<Step>) -> Exercise {
        let taken = |step: Step| done.is_some_and(|done| step <= done);
        let now = |step: Step| usize::from(taken(step));
        let mut exercise = self.everybody();
        exercise.criteria = self.rounds[now(Step::Weights)].criteria.clone();
        exercise.proposals = self.rounds[now(Step::Proposals)].proposals.clone();
        // Interests have no part in a total.
        exercise.proposals.iter_mut().for_each(|row| row.interested.clear());
        let turned = |own: &[usize], count: usize| {
            let mut places = vec![None; count];
            own.iter().enumerate().for_each(|(place, key)| places[*key] = Some(place));
            places
        };
        let proposals = turned(&self.proposals.own[now(Step::Proposals)], self.proposals.keys.len());
        let criteria = turned(&self.scales.own[now(Step::Weights)], self.scales.keys.len());
        exercise.scores.reserve(self.cells.len());
        for (cell, scores) in &self.cells {
            // A cell comes from the round that its newest step leads to.
            let there = |stands: [bool; 2], step: Step| stands == [true, true] || stands[now(step)];
            let [voice, proposal, scale] = *cell;
            if !(there(self.voices.stands[voice], Step::Scorers)
                && there(self.proposals.stands[proposal], Step::Proposals)
                && there(self.scales.stands[scale], Step::Weights))
            {
                continue;
            }
            let both = self.voices.in_both(voice) && self.proposals.in_both(proposal) && self.scales.in_both(scale);
            let turn = if both { now(Step::Scores) } else { usize::from(self.holds(1, *cell)) };
            if let (Some(score), Some(proposal), Some(criterion)) = (scores[turn], proposals[proposal], criteria[scale])
            {
                exercise.scores.push(Score { scorer: voice, proposal, criterion, score });
            }
        }
        exercise
    }
}

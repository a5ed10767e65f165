//! What other voices would give: another rule, one organisation fewer, one scorer fewer.

use indexmap::IndexMap;

use super::base::Base;
use super::exercise::Exercise;
use super::order::{Order, Table};
use super::result::{Alternative, LeaveOneOut, LeftOut, OrganisationVoice, Voices};
use super::voice::{Rule, View, Without};
use super::{Average, Voice, VoiceKind};
use crate::prioritisation::exact::Ratio;

/// The orders that leaving somebody out gives.
pub(crate) struct Orders {
    /// With the position of each organisation.
    pub(crate) organisations: Vec<(usize, Order)>,
    pub(crate) scorers: Vec<Order>,
}

impl Orders {
    pub(crate) fn new(base: &Base<'_>) -> Self {
        let panel = base.view.panel;
        let scoring: Vec<usize> = (0..panel.scorers_of.len()).filter(|place| panel.scorers_of[*place] > 0).collect();
        let organisations = if scoring.len() > 1 { scoring } else { Vec::new() };
        let scorers = panel.exercise.scorers.len();
        let scorers = if scorers > 1 { 0..scorers } else { 0..0 };
        let sums = Sums::new(&base.view);
        let order = |without: Without, changed: &[(usize, f64)]| {
            let view = View { without, ..base.view };
            let mut table = base.table.clone();
            for (cell, left_out) in changed {
                table.set(*cell, sums.value(&view, *cell, *left_out));
            }
            Order::of(&view, &table)
        };
        Self {
            organisations: organisations
                .into_iter()
                .map(|out| (out, order(Without::Organisation(out), &sums.cells_of(&base.view, out))))
                .collect(),
            scorers: scorers.map(|out| order(Without::Scorer(out), &sums.scores_of[out])).collect(),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Order> {
        self.organisations.iter().map(|(_, order)| order).chain(&self.scorers)
    }
}

/// Who scored what, and what stays of a cell without somebody, so that leaving one out need not add up all the others
/// again.
struct Sums {
    criteria: usize,
    /// Of each scorer: cell and score.
    scores_of: Vec<Vec<(usize, f64)>>,
}

impl Sums {
    fn new(view: &View<'_>) -> Self {
        let (panel, criteria) = (view.panel, view.panel.criteria());
        let cells = panel.proposals() * criteria;
        let mut scores_of = vec![Vec::new(); panel.exercise.scorers.len()];
        for cell in 0..cells {
            for given in panel.cell(cell / criteria, cell % criteria) {
                scores_of[given.scorer].push((cell, given.value));
            }
        }
        Self { criteria, scores_of }
    }

    /// The cells that an organisation scored.
    fn cells_of(&self, view: &View<'_>, organisation: usize) -> Vec<(usize, f64)> {
        let voices = |cell: usize| view.panel.voices(cell / self.criteria, cell % self.criteria);
        let has = |cell: &usize| voices(*cell).iter().any(|own| own.organisation == organisation);
        (0..view.panel.proposals() * self.criteria).filter(has).map(|cell| (cell, 0.0)).collect()
    }

    /// The near value of a cell without an organisation, or without a scorer who gave this score.
    fn value(&self, view: &View<'_>, cell: usize, score: f64) -> Option<f64> {
        let (proposal, criterion) = (cell / self.criteria, cell % self.criteria);
        if view.average == Average::Median {
            return view.value(proposal, criterion);
        }
        let (organisation_out, of_scorer) = match view.without {
            Without::Organisation(out) => (Some(out), None),
            Without::Scorer(out) => (None, Some(view.panel.exercise.scorers[out].organisation)),
            _ => (None, None),
        };
        let (mut sum, mut shares) = (0.0, 0.0);
        for voice in view.panel.voices(proposal, criterion) {
            let (mut own, mut count) = (voice.value, voice.count() as f64);
            if organisation_out == Some(voice.organisation) {
                continue;
            }
            if of_scorer == Some(voice.organisation) {
                (own, count) = (own - score, count - 1.0);
            }
            let share = match view.rule {
                Rule::Pooled => count,
                rule => rule.near_share(voice.organisation),
            };
            if count > 0.0 && share > 0.0 {
                sum += share * (own / count);
                shares += share;
            }
        }
        (shares > 0.0).then(|| sum / shares)
    }
}

/// The identifiers of proposals.
pub(crate) fn ids(exercise: &Exercise, proposals: &[usize]) -> Vec<String> {
    proposals.iter().map(|proposal| exercise.proposals[*proposal].id.clone()).collect()
}

/// The rank of each proposal, in the order of the exercise.
pub(crate) fn ranks(exercise: &Exercise, order: &Order) -> IndexMap<String, Option<usize>> {
    let rows = exercise.proposals.iter().enumerate();
    rows.map(|(place, proposal)| (proposal.id.clone(), order.rank(place))).collect()
}

/// True if two orders have other winners.
pub(crate) fn other_winners(one: &Order, other: &Order) -> bool {
    one.winners() != other.winners()
}

/// How many ranks differ, and the largest difference.
pub(crate) fn moves(one: &Order, other: &Order) -> (usize, usize) {
    let pairs = (0..one.places.len()).map(|place| (one.rank(place), other.rank(place)));
    pairs.filter(|(one, other)| one != other).fold((0, 0), |(moved, largest), (one, other)| {
        let by = one.zip(other).map_or(0, |(one, other)| one.abs_diff(other));
        (moved + 1, largest.max(by))
    })
}

/// What leaving one out changes.
pub(crate) fn leave_one_out(base: &Base<'_>, orders: &Orders, name_scorers: bool) -> LeaveOneOut {
    let exercise = base.view.panel.exercise;
    let row = |left_out: &str, order: &Order| {
        let (moved, largest_move) = moves(&base.order, order);
        LeftOut {
            left_out: left_out.to_owned(),
            winners: ids(exercise, order.winners()),
            winner_changed: other_winners(&base.order, order),
            moved,
            largest_move,
            ranks: ranks(exercise, order),
        }
    };
    let organisations: Vec<LeftOut> =
        orders.organisations.iter().map(|(place, order)| row(&exercise.organisations[*place], order)).collect();
    let swing = organisations.iter().filter(|row| row.winner_changed).map(|row| row.left_out.clone()).collect();
    let scorers = || exercise.scorers.iter().zip(&orders.scorers).map(|(scorer, order)| row(&scorer.id, order));
    LeaveOneOut {
        swing_organisations: swing,
        organisations,
        scorers_tried: orders.scorers.len(),
        swing_scorers: orders.scorers.iter().filter(|order| other_winners(&base.order, order)).count(),
        scorers: name_scorers.then(|| scorers().collect()),
    }
}

/// Whose voice counts how much, and what other choices would give.
pub(crate) fn voices(base: &Base<'_>, voice: &Voice) -> Voices {
    let view = base.view;
    let (panel, exercise) = (view.panel, view.panel.exercise);
    let mut scores = vec![0; exercise.organisations.len()];
    exercise.scores.iter().for_each(|score| scores[exercise.scorers[score.scorer].organisation] += 1);
    let everyone: usize = panel.scorers_of.iter().sum();
    let with_scorers = panel.scorers_of.iter().filter(|scorers| **scorers > 0).count();
    let share = |place: usize| match view.rule {
        Rule::Equal => Ratio::new(usize::from(panel.scorers_of[place] > 0), with_scorers.max(1)),
        Rule::Pooled => Ratio::new(panel.scorers_of[place], everyone.max(1)),
        Rule::Stated(shares) => Ratio::new(shares[place], shares.iter().sum::<i128>().max(1)),
    };
    let organisation = |(place, id): (usize, &String)| OrganisationVoice {
        organisation: id.clone(),
        scorers: panel.scorers_of[place],
        scores: scores[place],
        share: share(place).to_f64(),
        share_of_scorers: Ratio::new(panel.scorers_of[place], everyone.max(1)).to_f64(),
    };
    let mut alternatives = Vec::new();
    let mut add = |voice: VoiceKind, average: Average, leniency_adjusted: bool, order: &Order| {
        alternatives.push(Alternative {
            voice,
            average,
            leniency_adjusted,
            winners: ids(exercise, order.winners()),
            winner_changed: other_winners(&base.order, order),
            moved: moves(&base.order, order).0,
            ranks: ranks(exercise, order),
        });
    };
    let of = |view: View<'_>| Order::of(&view, &Table::of(&view));
    for (kind, rule) in [(VoiceKind::Equal, Rule::Equal), (VoiceKind::Pooled, Rule::Pooled)] {
        if rule != *view.rule {
            add(kind, view.average, false, &of(View { rule: &rule, ..view }));
        }
    }
    let other = if view.average == Average::Mean { Average::Median } else { Average::Mean };
    add(voice.kind(), other, false, &of(View { average: other, ..view }));
    add(voice.kind(), view.average, true, &without_leniency(base));
    Voices {
        voice: voice.kind(),
        average: view.average,
        organisations: exercise.organisations.iter().enumerate().map(organisation).collect(),
        alternatives,
    }
}

/// Of each scorer, how much higher he or she scores than all together do on the same cells.
pub(crate) fn leniency(base: &Base<'_>) -> Vec<Option<f64>> {
    let panel = base.view.panel;
    let mut sums = vec![(0.0, 0.0); panel.exercise.scorers.len()];
    for proposal in 0..panel.proposals() {
        for (criterion, value) in base.table.row(proposal).iter().enumerate() {
            let Some(value) = value else { continue };
            for given in panel.cell(proposal, criterion) {
                sums[given.scorer].0 += given.value - value;
                sums[given.scorer].1 += 1.0;
            }
        }
    }
    sums.into_iter().map(|(sum, count)| (count > 0.0).then(|| sum / count)).collect()
}

/// Totals nearer than this count as joint once leniency is taken off.
const NEAR: f64 = 1e-9;

/// The order after each scorer's leniency is taken off his or her scores.
fn without_leniency(base: &Base<'_>) -> Order {
    let (view, panel) = (base.view, base.view.panel);
    let leniency = leniency(base);
    let adjusted = |given: &super::panel::Given| given.value - leniency[given.scorer].unwrap_or(0.0);
    let totals: Vec<Option<f64>> = (0..panel.proposals())
        .map(|proposal| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (criterion, own) in panel.shares.iter().enumerate() {
                if let Some(value) = view.value_of(proposal, criterion, &adjusted) {
                    sum += own * value;
                    weight += own;
                }
            }
            (weight > 0.0).then(|| sum / weight)
        })
        .collect();
    let rounded = |proposal: usize| totals[proposal].map(|total| Ratio::new((total / NEAR).round() as i128, 1_i128));
    Order::new(&totals, NEAR, rounded)
}

//! What other voices would give: another rule, one organisation fewer, one scorer fewer.

use indexmap::IndexMap;

use super::base::Base;
use super::exercise::Exercise;
use super::keyed::Keyed;
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
        let means = Means::new(&base.view);
        let scores_of = scores_of(&base.view);
        let order = |without: Without, scores: &[(usize, f64)]| {
            let view = View { without, ..base.view };
            let near = means.totals(&view, &base.table, scores);
            Order::new(&near, view.error(), |proposal| view.total(proposal))
        };
        Self {
            organisations: (organisations.into_iter())
                .map(|out| (out, order(Without::Organisation(out), &[])))
                .collect(),
            scorers: scorers.map(|out| order(Without::Scorer(out), &scores_of[out])).collect(),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Order> {
        self.organisations.iter().map(|(_, order)| order).chain(&self.scorers)
    }
}

/// Of each scorer: cells and scores, in the order of the cells.
fn scores_of(view: &View<'_>) -> Vec<Vec<(usize, f64)>> {
    let (panel, criteria) = (view.panel, view.panel.criteria());
    let mut scores_of = vec![Vec::new(); panel.exercise.scorers.len()];
    for cell in 0..panel.proposals() * criteria {
        for given in panel.cell(cell / criteria, cell % criteria) {
            scores_of[given.scorer].push((cell, given.value));
        }
    }
    scores_of
}

/// What each organisation makes of each cell, so that leaving one out need not add up all the others again.
struct Means {
    criteria: usize,
    starts: Vec<usize>,
    rows: Vec<MeanOf>,
}

struct MeanOf {
    organisation: usize,
    sum: f64,
    count: f64,
    share: f64,
    /// Share x mean.
    part: f64,
}

impl Means {
    fn new(view: &View<'_>) -> Self {
        let (panel, criteria) = (view.panel, view.panel.criteria());
        let mut means = Self { criteria, starts: vec![0], rows: Vec::new() };
        for cell in 0..panel.proposals() * criteria {
            means.rows.extend(panel.voices(cell / criteria, cell % criteria).iter().map(|voice| {
                let (sum, count) = (voice.value, voice.count() as f64);
                let share = if let Rule::Pooled = view.rule { count } else { view.rule.near_share(voice.organisation) };
                MeanOf { organisation: voice.organisation, sum, count, share, part: share * (sum / count) }
            }));
            means.starts.push(means.rows.len());
        }
        means
    }

    /// The near totals without an organisation, or without the scorer of these scores.
    fn totals(&self, view: &View<'_>, table: &Table, scores: &[(usize, f64)]) -> Vec<Option<f64>> {
        let panel = view.panel;
        let (out, of_scorer) = match view.without {
            Without::Organisation(out) => (out, false),
            Without::Scorer(out) => (panel.exercise.scorers[out].organisation, true),
            _ => (usize::MAX, false),
        };
        let mut scores = scores.iter().peekable();
        let total = |proposal: usize| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (criterion, share) in panel.shares.iter().enumerate() {
                let cell = proposal * self.criteria + criterion;
                let score = if of_scorer { scores.next_if(|(own, _)| *own == cell) } else { None };
                let value = match (of_scorer, score, view.average) {
                    (true, None, _) => table.row(proposal)[criterion],
                    (_, _, Average::Median) => view.value(proposal, criterion),
                    _ => self.value(view.rule, cell, out, score.map(|(_, score)| *score)),
                };
                if let Some(value) = value {
                    sum += share * value;
                    weight += share;
                }
            }
            (weight > 0.0).then(|| sum / weight)
        };
        (0..panel.proposals()).map(total).collect()
    }

    /// The near value of a cell without an organisation, or without one score of it.
    fn value(&self, rule: &Rule, cell: usize, out: usize, score: Option<f64>) -> Option<f64> {
        let (mut sum, mut shares) = (0.0, 0.0);
        for own in &self.rows[self.starts[cell]..self.starts[cell + 1]] {
            if own.organisation != out {
                sum += own.part;
                shares += own.share;
            } else if let Some(score) = score
                && own.count > 1.0
            {
                let share = if let Rule::Pooled = rule { own.count - 1.0 } else { own.share };
                sum += share * ((own.sum - score) / (own.count - 1.0));
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
fn ranks(proposals: &Keyed<usize>, order: &Order) -> IndexMap<String, Option<usize>> {
    proposals.with((0..order.places.len()).map(|place| order.rank(place)))
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
    let proposals = Keyed::new(exercise.proposals.iter().map(|proposal| &proposal.id));
    let row = |left_out: &str, order: &Order| {
        let (moved, largest_move) = moves(&base.order, order);
        LeftOut {
            left_out: left_out.to_owned(),
            winners: ids(exercise, order.winners()),
            winner_changed: other_winners(&base.order, order),
            moved,
            largest_move,
            ranks: ranks(&proposals, order),
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
    let proposals = Keyed::new(exercise.proposals.iter().map(|proposal| &proposal.id));
    let mut alternatives = Vec::new();
    let mut add = |voice: VoiceKind, average: Average, leniency_adjusted: bool, order: &Order| {
        alternatives.push(Alternative {
            voice,
            average,
            leniency_adjusted,
            winners: ids(exercise, order.winners()),
            winner_changed: other_winners(&base.order, order),
            moved: moves(&base.order, order).0,
            ranks: ranks(&proposals, order),
        });
    };
    let of = |view: View<'_>| Order::of(&view, &Table::by_voice(&view));
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

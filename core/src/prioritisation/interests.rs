//! Declared interests: the ranking without those who have one, and whether they favour their own.

use super::base::Base;
use super::disagreement::Opinions;
use super::exact::Ratio;
use super::exercise::Proposal;
use super::order::Order;
use super::voice::{View, Without};
use super::without::{ids, moves, other_winners};

use crate::recall::result;

result! {
    /// What declared interests change.
    Interests {
        /// Proposals in which an organisation has an interest, in the order of the exercise.
        rows: Vec<Interested>,
        /// Who would come first if no organisation scored what it has an interest in; null where none has one.
        winners: Option<Vec<String>>,
        /// True if that differs; null where none has an interest.
        winner_changed: Option<bool>,
        /// How many proposals would have another rank.
        moved: usize,
        /// How organisations score what they have an interest in.
        home_advantage: Vec<HomeAdvantage>,
    }

    /// One proposal without the organisations that have an interest in it.
    Interested {
        /// The proposal.
        id: String,
        /// The organisations with an interest.
        organisations: Vec<String>,
        /// Its total.
        total: Option<f64>,
        /// Its total without them; null where nobody else scored it.
        total_without: Option<f64>,
        /// Its rank.
        rank: Option<usize>,
        /// Its rank if no organisation scored what it has an interest in.
        rank_without: Option<usize>,
    }

    /// Whether an organisation scores its own higher than others do.
    HomeAdvantage {
        /// The organisation.
        organisation: String,
        /// How many proposals it has an interest in that others without an interest scored too.
        proposals: usize,
        /// How much higher it scores them than the others, on the mean of their totals; null without such a proposal.
        own: Option<f64>,
        /// How much higher it scores all other proposals than the others do; null without such a proposal.
        others: Option<f64>,
        /// The difference of the two: what cannot be its general leniency. Null where either is.
        advantage: Option<f64>,
    }
}

pub(crate) fn interests(base: &Base<'_>, opinions: &Opinions) -> Interests {
    let exercise = base.view.panel.exercise;
    let concerned: Vec<usize> =
        (0..exercise.proposals.len()).filter(|proposal| !exercise.proposals[*proposal].interested.is_empty()).collect();
    let name = |organisation: &usize| exercise.organisations[*organisation].clone();
    if concerned.is_empty() {
        return Interests { rows: vec![], winners: None, winner_changed: None, moved: 0, home_advantage: vec![] };
    }
    let view = View { without: Without::Interested, ..base.view };
    let changed = |proposal: usize, _| !exercise.proposals[proposal].interested.is_empty();
    let order = Order::of(&view, &base.table.with(&view, changed));
    let row = |proposal: &usize| {
        let own = &exercise.proposals[*proposal];
        Interested {
            id: own.id.clone(),
            organisations: own.interested.iter().map(name).collect(),
            total: base.totals[*proposal].as_ref().map(Ratio::to_f64),
            total_without: view.total(*proposal).map(|total| total.to_f64()),
            rank: base.order.rank(*proposal),
            rank_without: order.rank(*proposal),
        }
    };
    let with_interest =
        |organisation: &usize| exercise.proposals.iter().any(|row| row.interested.contains(organisation));
    let disinterested = disinterested(base, opinions);
    Interests {
        rows: concerned.iter().map(row).collect(),
        winners: Some(ids(exercise, order.winners())),
        winner_changed: Some(other_winners(&base.order, &order)),
        moved: moves(&base.order, &order).0,
        home_advantage: (0..exercise.organisations.len())
            .filter(with_interest)
            .map(|organisation| home_advantage(base, opinions, &disinterested, organisation))
            .collect(),
    }
}

/// Of each proposal what the organisations without an interest in it think of it together.
fn disinterested(base: &Base<'_>, opinions: &Opinions) -> Vec<Mean> {
    let rows = base.view.panel.exercise.proposals.iter().enumerate();
    let mean = |(place, proposal): (usize, &Proposal)| {
        let mut mean = Mean::default();
        for (other, totals) in opinions.totals.iter().enumerate() {
            if !proposal.interested.contains(&other) {
                totals[place].iter().for_each(|total| mean.add(total));
            }
        }
        mean
    };
    rows.map(mean).collect()
}

fn home_advantage(base: &Base<'_>, opinions: &Opinions, disinterested: &[Mean], organisation: usize) -> HomeAdvantage {
    let exercise = base.view.panel.exercise;
    let (mut own, mut others) = (Mean::default(), Mean::default());
    for (place, proposal) in exercise.proposals.iter().enumerate() {
        let Some(mine) = &opinions.totals[organisation][place] else { continue };
        let interested = proposal.interested.contains(&organisation);
        let theirs = if interested { disinterested[place].value() } else { disinterested[place].without(mine) };
        let Some(theirs) = theirs else { continue };
        let lead = mine.minus(&theirs);
        if interested { own.add(&lead) } else { others.add(&lead) }
    }
    let (proposals, own, others) = (own.count, own.value(), others.value());
    let advantage = own.as_ref().zip(others.as_ref()).map(|(own, others)| own.minus(others).to_f64());
    HomeAdvantage {
        organisation: exercise.organisations[organisation].clone(),
        proposals,
        own: own.map(|mean| mean.to_f64()),
        others: others.map(|mean| mean.to_f64()),
        advantage,
    }
}

/// An exact mean.
#[derive(Default)]
struct Mean {
    sum: Option<Ratio>,
    count: usize,
}

impl Mean {
    fn add(&mut self, value: &Ratio) {
        self.sum = Some(self.sum.take().map_or_else(|| value.clone(), |sum| sum.plus(value)));
        self.count += 1;
    }

    /// The mean of the others, where this is one of them.
    fn without(&self, one: &Ratio) -> Option<Ratio> {
        let rest = self.sum.as_ref().filter(|_| self.count > 1)?.minus(one);
        Some(rest.over(&Ratio::new(self.count - 1, 1_i128)))
    }

    fn value(&self) -> Option<Ratio> {
        self.sum.as_ref().map(|sum| sum.over(&Ratio::new(self.count, 1_i128)))
    }
}

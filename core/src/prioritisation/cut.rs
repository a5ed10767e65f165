//! The cut line: who is among the first k whatever is tried, who never is, and who depends on it.

use super::base::Base;
use super::exact::Whole;
use super::order::{Order, Place};
use super::sampling::{Acceptability, listed};
use super::without::Orders;
use crate::document::declare::words;
use crate::recall::result;

/// Each weight is moved up and down by this part of itself, the others keeping their proportions.
const WEIGHT_CHANGE: f64 = 0.25;
/// A share of the samples from here on is certain; its complement, certain the other way.
const CERTAIN: f64 = 0.95;

words! {
    /// Where a proposal stands to the cut.
    Standing {
        /// Among the first k in every check.
        In = "certainly_in",
        /// In some checks, not in others.
        Grey = "grey",
        /// Not among the first k in any check.
        Out = "certainly_out",
    }
}

words! {
    /// What could move a proposal across the cut.
    Doubt {
        /// It shares its rank with others across the cut.
        Tie = "tie",
        /// Leaving out an organisation or a scorer.
        LeaveOneOut = "leave_one_out",
        /// One weight, changed by a quarter of itself.
        Weights = "weights",
        /// Random weights.
        Samples = "samples",
        /// Scores that are missing.
        MissingScores = "missing_scores",
    }
}

result! {
    /// The first k, and how certain they are.
    CutLine {
        /// k.
        cut: usize,
        /// Certainly among the first k.
        certainly_in: Vec<String>,
        /// Depends on what is tried.
        grey_zone: Vec<String>,
        /// Certainly not.
        certainly_out: Vec<String>,
        /// The part of itself by which each weight was changed.
        weight_change: f64,
        /// From which share of the samples on a place above the cut (or below it) is certain.
        certainty: f64,
        /// The proposals, in the order of the ranking.
        rows: Vec<AtCut>,
    }

    /// One proposal at the cut.
    AtCut {
        /// The proposal.
        id: String,
        /// Its rank.
        rank: Option<usize>,
        /// Where it stands.
        standing: Standing,
        /// What could move it across the cut.
        doubts: Vec<Doubt>,
        /// The share of samples in which it is among the first k; null without samples.
        within_cut: Option<f64>,
    }
}

/// Above or below the cut, if that is certain.
fn side(place: Option<Place>, cut: usize) -> Option<bool> {
    match place {
        Some(place) if place.last() <= cut => Some(true),
        Some(place) if place.rank <= cut => None,
        _ => Some(false),
    }
}

pub(crate) fn cut_line(
    base: &Base<'_>,
    cut: usize,
    orders: &Orders,
    possible: &[[usize; 2]],
    acceptability: Option<&Acceptability>,
) -> CutLine {
    let exercise = base.view.panel.exercise;
    let weighted = changed_weights(base);
    let row = |(place, proposal): (usize, usize)| {
        let own = base.order.places[proposal];
        let here = side(own, cut);
        let mut doubts = Vec::new();
        let mut doubt = |doubt: Doubt, holds: bool| {
            if holds {
                doubts.push(doubt);
            }
        };
        doubt(Doubt::Tie, here.is_none());
        let differs = |order: &Order| side(order.places[proposal], cut) != here;
        doubt(Doubt::LeaveOneOut, here.is_some() && orders.all().any(differs));
        doubt(Doubt::Weights, here.is_some() && weighted.iter().any(differs));
        let within = acceptability.and_then(|found| found.rows.get(place));
        let within = within.map(|row| row.ranks.iter().take(cut).sum::<f64>().min(1.0));
        let sure = |share: f64| if here == Some(true) { share >= CERTAIN } else { share <= 1.0 - CERTAIN };
        doubt(Doubt::Samples, here.is_some() && within.is_some_and(|share| !sure(share)));
        let [best, worst] = possible[proposal];
        let fixed = if here == Some(true) { worst <= cut } else { best > cut };
        doubt(Doubt::MissingScores, here.is_some() && !fixed);
        let standing = match here {
            Some(true) if doubts.is_empty() => Standing::In,
            Some(false) if doubts.is_empty() => Standing::Out,
            _ => Standing::Grey,
        };
        let id = exercise.proposals[proposal].id.clone();
        AtCut { id, rank: base.order.rank(proposal), standing, doubts, within_cut: within }
    };
    let rows: Vec<AtCut> = listed(base).into_iter().enumerate().map(row).collect();
    let of = |standing: Standing| -> Vec<String> {
        rows.iter().filter(|row| row.standing == standing).map(|row| row.id.clone()).collect()
    };
    CutLine {
        cut,
        certainly_in: of(Standing::In),
        grey_zone: of(Standing::Grey),
        certainly_out: of(Standing::Out),
        weight_change: WEIGHT_CHANGE,
        certainty: CERTAIN,
        rows,
    }
}

/// The orders with each weight a quarter lower and a quarter higher.
fn changed_weights(base: &Base<'_>) -> Vec<Order> {
    let panel = base.view.panel;
    let all = Whole::from(panel.weight);
    let mut orders = Vec::new();
    for (criterion, own) in panel.weights.iter().enumerate() {
        let rest = &all - &Whole::from(*own);
        if *own == 0 || rest.sign() == 0 {
            continue;
        }
        for quarters in [3_i128, 5] {
            // In units of 1 / (4 x all x rest), at most all of the weight.
            let moved = (&Whole::from(*own) * &Whole::from(quarters)).min(&all * &Whole::from(4_i128));
            let left = &(&all * &Whole::from(4_i128)) - &moved;
            let weight = |(place, weight): (usize, &i128)| {
                if place == criterion { &moved * &rest } else { &Whole::from(*weight) * &left }
            };
            let weights: Vec<Whole> = panel.weights.iter().enumerate().map(weight).collect();
            let sum = weights.iter().fold(Whole::ZERO, |sum, weight| &sum + weight).about();
            let shares: Vec<f64> = weights.iter().map(|weight| weight.about() / sum).collect();
            let near = base.table.totals(panel, &shares);
            orders.push(Order::new(&near, base.view.error(), |proposal| base.grid.total(proposal, &weights)));
        }
    }
    orders
}

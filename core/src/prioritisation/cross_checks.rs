//! The same cells by other methods: does the first place depend on how they are added up?
//!
//! The additive ranking on fixed scales stays the answer. The other methods scale by the list itself, so that a
//! proposal's leaving can turn two others round; that is said of each.

use indexmap::IndexMap;

use super::base::Base;
use super::exact::Ratio;
use super::keyed::Keyed;
use super::matrix::{Normalisation, ScoreMethod, cross_check};
use super::order::Order;
use super::without::ids;
use crate::recall::result;

/// The methods tried, each with its usual scaling; and the weighted sum with the scalings that depend on the list.
const TRIED: [(ScoreMethod, Normalisation); 5] = [
    (ScoreMethod::WeightedSum, Normalisation::MinMax),
    (ScoreMethod::WeightedSum, Normalisation::Sum),
    (ScoreMethod::Topsis, Normalisation::Vector),
    (ScoreMethod::Vikor, Normalisation::MinMax),
    (ScoreMethod::PrometheeIi, Normalisation::None),
];

/// Every method compares what it ranks pairwise or leaves each out in turn, so longer lists are not cross-checked.
pub const MOST_CROSS_CHECKED: usize = 200;

result! {
    /// The ranking by other methods, of the proposals that are scored on every criterion with weight.
    CrossChecks {
        /// Proposals that lack a score, and so are left out of every cross-check.
        left_out: Vec<String>,
        /// One row per method.
        rows: Vec<CrossCheck>,
    }

    /// What another method would give.
    CrossCheck {
        /// The method.
        method: ScoreMethod,
        /// How columns were scaled; null for PROMETHEE II, which compares the values as they are.
        normalisation: Option<Normalisation>,
        /// Who would come first.
        winners: Vec<String>,
        /// True if that differs from the additive ranking of the same proposals.
        winner_changed: bool,
        /// How many proposals would have another rank.
        moved: usize,
        /// The largest change of a rank.
        largest_move: usize,
        /// VIKOR: the proposals that stand together as the compromise, best first; null for other methods.
        compromise: Option<Vec<String>>,
        /// Proposals whose leaving would turn two others round by this method; null above 100 proposals.
        reversed_by: Option<Vec<String>>,
        /// The first such case; null where there is none.
        reversal: Option<Reversal>,
        /// The rank of each proposal; null where it was left out.
        ranks: IndexMap<String, Option<usize>>,
    }

    /// Two proposals whose order depends on a third.
    Reversal {
        /// The proposal whose leaving turns them round.
        left_out: String,
        /// The one above, while that proposal is there.
        above: String,
        /// The one below, while that proposal is there.
        below: String,
    }
}

/// None for a list that is too long.
pub(crate) fn cross_checks(base: &Base<'_>) -> Option<CrossChecks> {
    let (panel, exercise) = (base.view.panel, base.view.panel.exercise);
    if panel.proposals() > MOST_CROSS_CHECKED {
        return None;
    }
    let criteria: Vec<usize> = (0..panel.criteria()).filter(|criterion| panel.weights[*criterion] > 0).collect();
    let weights: Vec<f64> = criteria.iter().map(|criterion| panel.shares[*criterion]).collect();
    // Rounded from the exact values, so that equal ones stay equal.
    let values = |proposal: usize| -> Option<Vec<f64>> {
        criteria.iter().map(|criterion| base.cell(proposal, *criterion).map(Ratio::to_f64)).collect()
    };
    let (mut compared, mut left_out, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    for proposal in 0..panel.proposals() {
        match values(proposal) {
            Some(row) => {
                compared.push(proposal);
                figures.extend(row);
            }
            None => left_out.push(proposal),
        }
    }
    // The additive ranking of the same proposals.
    let among: Vec<_> = compared.iter().map(|proposal| base.totals[*proposal].clone()).collect();
    let own = Order::by_exact(&among);
    let proposals = Keyed::new(exercise.proposals.iter().map(|proposal| &proposal.id));
    let row = |(method, normalisation): (ScoreMethod, Normalisation)| {
        let (scored, reversals) = cross_check(figures.clone(), &weights, method, normalisation);
        let named = |rows: &[usize]| ids(exercise, &rows.iter().map(|row| compared[*row]).collect::<Vec<_>>());
        let winners: Vec<usize> = (0..compared.len()).filter(|row| scored.ranks[*row] == 1).collect();
        let mut before = own.winners().to_vec();
        before.sort_unstable();
        let moves =
            (0..compared.len()).map(|row| own.rank(row).map_or(0, |own| own.abs_diff(scored.ranks[row] as usize)));
        let mut ranks = vec![None; panel.proposals()];
        for (proposal, rank) in compared.iter().zip(&scored.ranks) {
            ranks[*proposal] = Some(*rank as usize);
        }
        let example = reversals.as_ref().and_then(|reversals| reversals.example);
        CrossCheck {
            method,
            normalisation: scored.normalisation,
            winner_changed: winners != before,
            winners: named(&winners),
            moved: moves.clone().filter(|by| *by > 0).count(),
            largest_move: moves.max().unwrap_or_default(),
            compromise: scored.compromise.map(|compromise| named(&compromise.rows)),
            reversed_by: (compared.len() <= super::matrix::MOST_TRIED)
                .then(|| reversals.map(|found| named(&found.rows)).unwrap_or_default()),
            reversal: example.map(|[left_out, above, below]| {
                let id = |row: usize| exercise.proposals[compared[row]].id.clone();
                Reversal { left_out: id(left_out), above: id(above), below: id(below) }
            }),
            ranks: proposals.with(ranks.into_iter()),
        }
    };
    let rows =
        if compared.is_empty() || criteria.is_empty() { Vec::new() } else { TRIED.into_iter().map(row).collect() };
    Some(CrossChecks { left_out: ids(exercise, &left_out), rows })
}

//! Scores that nobody gave: what they could still change, and who has not given them.

use super::exact::{Ratio, Whole};
use super::order::Order;
use super::voice::{Rule, View};
use super::{Average, base::Base};

/// The lowest and the highest exact total that each proposal could have, whatever scores are missing.
///
/// Every scorer of the exercise could score every cell. A total rises with each score, so the worst scores give the
/// lowest total and the best the highest.
pub(crate) fn possible_totals(base: &Base<'_>) -> Vec<[Ratio; 2]> {
    let panel = base.view.panel;
    let everyone = panel.scorers_of.iter().sum::<usize>();
    let by_all = |proposal: usize, criterion: usize| panel.cell(proposal, criterion).len() == everyone;
    (0..panel.proposals())
        .map(|proposal| {
            // Where nothing is missing the total is what it is.
            if let Some(total) = &base.totals[proposal]
                && (0..panel.criteria()).all(|criterion| by_all(proposal, criterion))
            {
                return [total.clone(), total.clone()];
            }
            [0, 1].map(|end| {
                let mut sum = Ratio::ZERO;
                for (criterion, weight) in panel.weights.iter().enumerate() {
                    let cell = match base.cell(proposal, criterion) {
                        Some(cell) if by_all(proposal, criterion) => cell.clone(),
                        _ => completed(&base.view, proposal, criterion, end == 1),
                    };
                    sum = sum.plus(&Ratio::new(&cell.over * &Whole::from(*weight), cell.under));
                }
                Ratio::new(sum.over, &sum.under * &Whole::from(panel.weight.max(1)))
            })
        })
        .collect()
}

/// The value of a cell once everybody scored it, where those who have not give the best or the worst score.
fn completed(view: &View<'_>, proposal: usize, criterion: usize, best: bool) -> Ratio {
    let panel = view.panel;
    let steps = panel.steps[criterion];
    let filler = if best { steps } else { 0 };
    let given = panel.cell(proposal, criterion);
    let average = |scores: &mut Vec<i128>| match view.average {
        Average::Mean => Ratio::new(scores.iter().sum::<i128>(), scores.len()),
        Average::Median => {
            scores.sort_unstable();
            let middle = [scores[(scores.len() - 1) / 2], scores[scores.len() / 2]];
            Ratio::new(middle[0] + middle[1], 2_i128)
        }
    };
    let mut everyone = Vec::new();
    let (mut sum, mut shares) = (Ratio::ZERO, 0);
    for (organisation, scorers) in panel.scorers_of.iter().enumerate().filter(|(_, scorers)| **scorers > 0) {
        let own = given.iter().filter(|given| given.organisation == organisation);
        let mut scores: Vec<i128> = own.map(|given| given.steps).collect();
        scores.resize(*scorers, filler);
        match view.rule {
            Rule::Pooled => everyone.append(&mut scores),
            rule => {
                let share = if let Rule::Stated(stated) = rule { stated[organisation] } else { 1 };
                sum = sum.plus(&average(&mut scores).times(&Ratio::new(share, 1_i128)));
                shares += share;
            }
        }
    }
    if !everyone.is_empty() {
        (sum, shares) = (average(&mut everyone), 1);
    }
    match shares {
        0 => Ratio::new(filler, steps),
        shares => sum.over(&Ratio::new(&Whole::from(shares) * &Whole::from(steps), 1_i128)),
    }
}

/// The best and the worst rank that each proposal could have, all other proposals' missing scores free as well.
pub(crate) fn possible_ranks(totals: &[[Ratio; 2]]) -> Vec<[usize; 2]> {
    // Above a proposal at its best are those whose lowest is above its highest; at its worst, all whose highest is.
    let lowest: Vec<Option<Ratio>> = totals.iter().map(|ends| Some(ends[0].clone())).collect();
    let highest: Vec<Option<Ratio>> = totals.iter().map(|ends| Some(ends[1].clone())).collect();
    let best_first = |totals: &[Option<Ratio>]| Order::by_exact(totals).best_first;
    let (lows, highs) = (best_first(&lowest), best_first(&highest));
    let above = |order: &[usize], totals: &[Option<Ratio>], bound: &Option<Ratio>| {
        order.partition_point(|proposal| totals[*proposal] > *bound)
    };
    (0..totals.len())
        .map(|own| {
            // Its own highest may be above its own lowest, but it is not above itself.
            let itself = usize::from(highest[own] > lowest[own]);
            [1 + above(&lows, &lowest, &highest[own]), 1 + above(&highs, &highest, &lowest[own]) - itself]
        })
        .collect()
}

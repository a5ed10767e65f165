//! How far one weight can move, the others keeping their proportions, before something changes; and the smallest move of
//! all weights that makes another proposal the winner.
//!
//! With the other weights left as they are and this one at `r`, a total is `(r x + q) / (r + c)`. Two proposals with all
//! their scores share `c`, so they cross where a straight line does, exactly; where scores are missing the crossing is the
//! root of a quadratic, which is rounded.

use std::cmp::Ordering;

use super::base::Base;
use super::exact::{Ratio, Whole};
use super::result::{Bound, Flip, Interval, Stability};
use crate::sorting::Arrange;

/// Where a pair crosses, as a share of the whole weight.
#[derive(Clone)]
struct Crossing {
    near: f64,
    exact: Option<Ratio>,
    holder: usize,
    challenger: usize,
}

impl Crossing {
    fn compare(&self, other: &Self) -> Ordering {
        if (self.near - other.near).abs() <= 1e-12
            && let (Some(mine), Some(theirs)) = (&self.exact, &other.exact)
        {
            return mine.cmp(theirs);
        }
        self.near.total_cmp(&other.near)
    }

    fn value(&self) -> f64 {
        self.exact.as_ref().map_or(self.near, Ratio::to_f64)
    }
}

/// The crossings nearest to the present weight.
#[derive(Default)]
struct Nearest {
    below: Option<Crossing>,
    above: Option<Crossing>,
}

/// The totals of all proposals with one weight set apart: `(r x + q) / (r s + c)`, where s is 1 if x is known, else 0.
struct Lines {
    weight: i128,
    rest: i128,
    x: Vec<Option<Whole>>,
    q: Vec<Whole>,
    c: Vec<i128>,
}

impl Lines {
    fn new(base: &Base<'_>, criterion: usize) -> Self {
        let panel = base.view.panel;
        let weight = panel.weights[criterion];
        let row = |proposal: usize| {
            let cells = base.grid.row(proposal);
            let others = cells.iter().zip(&panel.weights).enumerate().filter(|(place, _)| *place != criterion);
            let (mut q, mut c) = (Whole::ZERO, 0);
            for (_, (cell, own)) in others {
                if let Some(cell) = cell {
                    q = &q + &(cell * &Whole::from(*own));
                    c += own;
                }
            }
            (cells[criterion].clone(), q, c)
        };
        let mut lines = Self { weight, rest: panel.weight - weight, x: Vec::new(), q: Vec::new(), c: Vec::new() };
        for (x, q, c) in (0..panel.proposals()).map(row) {
            lines.x.push(x);
            lines.q.push(q);
            lines.c.push(c);
        }
        lines
    }

    /// Notes where `challenger` comes to stand above `holder`, which is not below it now; for joint ones, where either
    /// comes to stand above the other.
    fn note(&self, nearest: &mut Nearest, holder: usize, challenger: usize) {
        let crossing = |r: Option<Ratio>, near: f64| {
            let rest = self.rest as f64;
            let exact = r.map(|r| Ratio { under: &r.over + &(&r.under * &Whole::from(self.rest)), over: r.over });
            let near = exact.as_ref().map_or(near / (near + rest), |exact| exact.over.about() / exact.under.about());
            Crossing { near, exact, holder, challenger }
        };
        let (below, above) = match (&self.x[holder], &self.x[challenger]) {
            (Some(mine), Some(theirs)) if self.c[holder] == self.c[challenger] => {
                let slope = mine - theirs;
                let start = &self.q[holder] - &self.q[challenger];
                if slope.sign() == 0 {
                    return;
                }
                // Most crossings are clearly not the nearest one; these need no exact root.
                let near = -start.about() / slope.about();
                let near = near / (near + self.rest as f64);
                let nearer = |known: &Option<Crossing>, above: bool| match known {
                    None => true,
                    Some(known) if above => near <= known.near + 1e-9,
                    Some(known) => near >= known.near - 1e-9,
                };
                let joint =
                    near.is_finite() && (near - self.weight as f64 / (self.weight + self.rest) as f64).abs() < 1e-9;
                let side = slope.sign() < 0;
                if near.is_finite() && !joint && !nearer(if side { &nearest.above } else { &nearest.below }, side) {
                    return;
                }
                // r x slope + start = 0
                let root = match slope.sign() {
                    1 => Ratio { over: &Whole::ZERO - &start, under: slope.clone() },
                    _ => Ratio { over: start, under: &Whole::ZERO - &slope },
                };
                let joint = root == Ratio::new(self.weight, 1_i128);
                let reached = root.over.sign() > 0 || (joint && self.weight == 0);
                let root = reached.then(|| crossing(Some(root), 0.0));
                (root.clone().filter(|_| slope.sign() > 0 || joint), root.filter(|_| slope.sign() < 0 || joint))
            }
            (None, None) if self.c[holder] == self.c[challenger] => return,
            _ => {
                let (below, above) = self.bends(holder, challenger);
                (below.map(|r| crossing(None, r)), above.map(|r| crossing(None, r)))
            }
        };
        if let Some(below) = below
            && nearest.below.as_ref().is_none_or(|nearest| below.compare(nearest) == Ordering::Greater)
        {
            nearest.below = Some(below);
        }
        if let Some(above) = above
            && nearest.above.as_ref().is_none_or(|nearest| above.compare(nearest) == Ordering::Less)
        {
            nearest.above = Some(above);
        }
    }

    /// Where a difference of two totals with unlike missing scores changes its sign: below and above the weight.
    fn bends(&self, holder: usize, challenger: usize) -> (Option<f64>, Option<f64>) {
        // (r x + q)(r s' + c') - (r x' + q')(r s + c) = a r² + b r + k
        let side = |one: usize, other: usize| {
            let x = self.x[one].clone().unwrap_or(Whole::ZERO);
            let (s, c) = (Whole::from(i128::from(self.x[other].is_some())), Whole::from(self.c[other]));
            [&x * &s, &(&x * &c) + &(&self.q[one] * &s), &self.q[one] * &c]
        };
        let (mine, theirs) = (side(holder, challenger), side(challenger, holder));
        let [a, b, k] = [0, 1, 2].map(|place| &mine[place] - &theirs[place]);
        let at = Whole::from(self.weight);
        let now = &(&(&(&a * &at) + &b) * &at) + &k;
        let rise = &(&(&a * &at) * &Whole::from(2_i128)) + &b;
        let (a_near, b_near, k_near) = (a.about(), b.about(), k.about());
        let here = self.weight as f64;
        // The roots, by the form that does not cancel.
        let root = (b_near * b_near - 4.0 * a_near * k_near).max(0.0).sqrt();
        let half = -0.5 * (b_near + if b_near < 0.0 { -root } else { root });
        let roots = [(a_near != 0.0).then(|| half / a_near), (half != 0.0).then(|| k_near / half)];
        let roots: Vec<f64> = roots.into_iter().flatten().filter(|root| root.is_finite()).collect();
        let above = roots.iter().copied().filter(|root| *root > here).reduce(f64::min);
        let below = roots.iter().copied().filter(|root| *root < here && *root > 0.0).reduce(f64::max);
        if now.sign() == 0 {
            // Joint now: any slope parts them on both sides, and a touching point on the side to which it bends.
            return match (rise.sign(), a.sign()) {
                (0, 0) => (None, None),
                _ => (Some(here), Some(here)),
            };
        }
        let falls_after = |root: f64| 2.0 * a_near * root + b_near < 0.0;
        (below.filter(|root| !falls_after(*root)), above.filter(|root| falls_after(*root)))
    }
}

/// How stable the winner, the top `cut` and the whole order are against each weight.
pub(crate) fn stability(base: &Base<'_>, cut: Option<usize>) -> Vec<Stability> {
    let panel = base.view.panel;
    let order = &base.order;
    let ranked = &order.best_first;
    let winners = order.winners();
    let tops = cut.map(|cut| ranked.partition_point(|proposal| order.rank(*proposal).is_some_and(|rank| rank <= cut)));
    (0..panel.criteria())
        .map(|criterion| {
            let lines = Lines::new(base, criterion);
            if lines.rest == 0 || ranked.is_empty() {
                return Stability { winner: None, top: None, order: None };
            }
            let interval = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
                let mut nearest = Nearest::default();
                pairs
                    .filter(|(a, b)| a != b)
                    .for_each(|(holder, challenger)| lines.note(&mut nearest, holder, challenger));
                interval(base, nearest)
            };
            let all = |holders: &[usize], others: &[usize]| {
                let holders = holders.to_vec();
                let others = others.to_vec();
                holders.into_iter().flat_map(move |holder| others.clone().into_iter().map(move |other| (holder, other)))
            };
            Stability {
                winner: Some(interval(&mut all(winners, ranked))),
                top: tops.map(|top| interval(&mut all(&ranked[..top], &ranked[top..]))),
                order: Some(interval(&mut ranked.windows(2).map(|two| (two[0], two[1])))),
            }
        })
        .collect()
}

fn interval(base: &Base<'_>, nearest: Nearest) -> Interval {
    let id = |proposal: usize| base.view.panel.exercise.proposals[proposal].id.clone();
    let bound = |crossing: &Crossing| Bound { challenger: id(crossing.challenger), overtakes: id(crossing.holder) };
    Interval {
        lower: nearest.below.as_ref().map_or(0.0, Crossing::value),
        upper: nearest.above.as_ref().map_or(1.0, Crossing::value),
        below: nearest.below.as_ref().map(bound),
        above: nearest.above.as_ref().map(bound),
    }
}

/// The smallest share of the weight that must move from some criteria to others until another proposal draws level with
/// the winner. Only proposals with all their scores are compared.
pub(crate) fn smallest_flip(base: &Base<'_>) -> Option<Flip> {
    let panel = base.view.panel;
    let winner = *base.order.winners().first()?;
    let mine = base.grid.whole_row(winner)?;
    let mut best: Option<(Ratio, usize, Vec<Ratio>)> = None;
    for challenger in base.order.best_first.iter().copied().filter(|challenger| *challenger != winner) {
        let Some(theirs) = base.grid.whole_row(challenger) else { continue };
        let lead: Vec<Whole> = mine.iter().zip(theirs).map(|(mine, theirs)| *mine - theirs).collect();
        let Some((moved, weights)) = moved(&lead, panel.weights.as_slice()) else { continue };
        if best.as_ref().is_none_or(|(least, ..)| moved < *least) {
            best = Some((moved, challenger, weights));
        }
    }
    let (moved, challenger, weights) = best?;
    let share = |weight: &Ratio| weight.over(&Ratio::new(panel.weight, 1_i128)).to_f64();
    let ids = panel.exercise.criteria.iter().map(|criterion| criterion.id.clone());
    Some(Flip {
        challenger: panel.exercise.proposals[challenger].id.clone(),
        moved: share(&moved),
        weights: ids.zip(weights.iter().map(share)).collect(),
    })
}

/// Moves weight from where the lead is largest to where it is smallest until no lead is left: how much, and what the
/// weights then are.
fn moved(lead: &[Whole], weights: &[i128]) -> Option<(Ratio, Vec<Ratio>)> {
    let least = (0..lead.len()).min_by(|a, b| lead[*a].cmp(&lead[*b]))?;
    let mut left = Ratio::new(
        lead.iter().zip(weights).fold(Whole::ZERO, |sum, (lead, weight)| &sum + &(lead * &Whole::from(*weight))),
        1_i128,
    );
    let mut after: Vec<Ratio> = weights.iter().map(|weight| Ratio::new(*weight, 1_i128)).collect();
    let mut order: Vec<usize> = (0..lead.len()).collect();
    order.arrange_by(|a, b| lead[*b].cmp(&lead[*a]));
    let mut moved = Ratio::ZERO;
    for from in order {
        let gain = Ratio::new(&lead[from] - &lead[least], 1_i128);
        if left.sign() <= 0 || gain.sign() == 0 {
            break;
        }
        let amount = left.over(&gain).min(after[from].clone());
        left = left.minus(&amount.times(&gain));
        moved = moved.plus(&amount);
        after[from] = after[from].minus(&amount);
        after[least] = after[least].plus(&amount);
    }
    (left.sign() <= 0).then_some((moved, after))
}

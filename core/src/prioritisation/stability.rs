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
    /// The weight and that of all criteria, nearly.
    near_weights: [f64; 2],
    /// x and q as binary fractions; nothing where x is missing or a digit would be lost.
    near: Vec<Option<[f64; 2]>>,
}

/// Whole numbers up to here, and their differences, are binary fractions themselves.
const EXACT: i128 = 1 << 52;

impl Lines {
    /// `sums` are of each proposal: of weight x value over all criteria, and of the weight on which it is scored.
    fn new(base: &Base<'_>, criterion: usize, sums: &[(Whole, i128)]) -> Self {
        let panel = base.view.panel;
        let weight = panel.weights[criterion];
        let count = panel.proposals();
        let mut lines = Self {
            weight,
            rest: panel.weight - weight,
            near_weights: [weight as f64, panel.weight as f64],
            x: Vec::with_capacity(count),
            q: Vec::with_capacity(count),
            c: Vec::with_capacity(count),
            near: Vec::new(),
        };
        let own = Whole::from(weight);
        for (proposal, (sum, scored)) in sums.iter().enumerate() {
            let x = &base.grid.row(proposal)[criterion];
            lines.q.push(x.as_ref().map_or_else(|| sum.clone(), |x| sum - &(x * &own)));
            lines.c.push(if x.is_some() { scored - weight } else { *scored });
            lines.x.push(x.clone());
        }
        let exactly = |number: &Whole| matches!(number, Whole::Small(number) if *number <= EXACT);
        let near = |(x, q): (&Option<Whole>, &Whole)| {
            let x = x.as_ref().filter(|x| exactly(x) && exactly(q))?;
            Some([x.about(), q.about()])
        };
        lines.near = lines.x.iter().zip(&lines.q).map(near).collect();
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

    /// The crossings nearest to the present weight: of each holder with each of its challengers.
    fn nearest<'c>(&self, pairs: impl Iterator<Item = (usize, &'c [usize])>) -> Nearest {
        // First nearly: most pairs cross clearly farther away than the nearest, and need no exact root.
        let mut bounds = [0.0, f64::INFINITY];
        let mut candidates: Vec<(usize, usize, Option<(f64, f64)>)> = Vec::new();
        for (holder, challengers) in pairs {
            for challenger in challengers.iter().copied().filter(|challenger| *challenger != holder) {
                let root = self.root(holder, challenger);
                if let Some((at, slope)) = root
                    && !self.is_here(at)
                {
                    if slope == 0.0 || at <= 0.0 || farther(at, slope, bounds) {
                        continue;
                    }
                    bounds = if slope > 0.0 { [bounds[0].max(at), bounds[1]] } else { [bounds[0], bounds[1].min(at)] };
                }
                candidates.push((holder, challenger, root));
            }
        }
        let mut nearest = Nearest::default();
        for (holder, challenger, root) in candidates {
            if root.is_none_or(|(at, slope)| self.is_here(at) || !farther(at, slope, bounds)) {
                self.note(&mut nearest, holder, challenger);
            }
        }
        nearest
    }

    /// Where a pair crosses, as exact as the numbers are but for one division, and which way; nothing where that takes
    /// exact numbers.
    fn root(&self, holder: usize, challenger: usize) -> Option<(f64, f64)> {
        let (Some([x, q]), Some([other_x, other_q])) = (self.near[holder], self.near[challenger]) else { return None };
        let slope = x - other_x;
        (self.c[holder] == self.c[challenger]).then_some(((other_q - q) / slope, slope))
    }

    /// True of a crossing so near to the present weight that it may be one of joint proposals.
    fn is_here(&self, root: f64) -> bool {
        let [weight, all] = self.near_weights;
        (root - weight).abs() < 1e-6 * all
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

/// True if a crossing is clearly farther away than the nearest of its side.
fn farther(at: f64, slope: f64, [below, above]: [f64; 2]) -> bool {
    if slope > 0.0 { at < below * (1.0 - 1e-6) } else { at > above * (1.0 + 1e-6) }
}

/// How stable the winner, the top `cut` and the whole order are against each weight.
pub(crate) fn stability(base: &Base<'_>, cut: Option<usize>) -> Vec<Stability> {
    let panel = base.view.panel;
    let order = &base.order;
    let ranked = &order.best_first;
    let winners = order.winners();
    let tops = cut.map(|cut| ranked.partition_point(|proposal| order.rank(*proposal).is_some_and(|rank| rank <= cut)));
    let sums: Vec<(Whole, i128)> =
        (0..panel.proposals()).map(|proposal| (base.sum(proposal), base.weight_scored(proposal))).collect();
    (0..panel.criteria())
        .map(|criterion| {
            let lines = Lines::new(base, criterion, &sums);
            if lines.rest == 0 || ranked.is_empty() {
                return Stability { winner: None, top: None, order: None };
            }
            let all = |holders: &[usize], others: &[usize]| {
                interval(base, lines.nearest(holders.iter().map(|holder| (*holder, others))))
            };
            let neighbours = || interval(base, lines.nearest(ranked.windows(2).map(|two| (two[0], &two[1..]))));
            Stability {
                winner: Some(all(winners, ranked)),
                top: tops.map(|top| all(&ranked[..top], &ranked[top..])),
                order: Some(neighbours()),
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
    let under = base.grid.under.about();
    let mut best: Option<(Ratio, usize, Vec<Ratio>)> = None;
    let mut least = f64::INFINITY;
    let mut leads: Vec<(f64, f64)> = Vec::new();
    for challenger in base.order.best_first.iter().copied().filter(|challenger| *challenger != winner) {
        let Some(theirs) = base.grid.whole_row(challenger) else { continue };
        let lead: Vec<Whole> = mine.iter().zip(theirs).map(|(mine, theirs)| *mine - theirs).collect();
        leads.clear();
        leads.extend(lead.iter().map(|lead| lead.about() / under).zip(panel.shares.iter().copied()));
        // Most are clearly farther away than the nearest known, and need no exact calculation.
        if nearly_moved(&mut leads) > least + 1e-9 {
            continue;
        }
        let Some((moved, weights)) = moved(&lead, panel.weights.as_slice()) else { continue };
        least = least.min(moved.to_f64() / panel.weight as f64);
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

/// Leads nearer together than this are not divided by where rounding matters.
const TOO_NEAR: f64 = 1e-6;

/// What [`moved`] gives at least, as a share of the weight, and hardly more. Leads come with their shares.
fn nearly_moved(leads: &mut [(f64, f64)]) -> f64 {
    leads.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    // Less than it is by more than rounding.
    let mut left: f64 = leads.iter().map(|(lead, share)| lead * share).sum::<f64>() - 1e-12;
    let least = leads.last().map_or(0.0, |(lead, _)| *lead);
    let mut moved = 0.0;
    for (lead, share) in leads.iter() {
        let gain = lead - least;
        if left <= 0.0 || gain < TOO_NEAR {
            break;
        }
        let amount = (left / gain).min(*share);
        left -= amount * gain;
        moved += amount;
    }
    moved
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

//! Potential optimality: is there any set of weights with which a proposal is the best?
//!
//! A game: one side picks weights, the other a mixture of rivals. A proposal can be the best, joint or alone, unless a
//! mixture of rivals beats it on every criterion. The game is a linear programme; it is solved in floating point first and
//! exactly where that leaves a doubt.

use super::base::Base;
use super::exact::{Ratio, Whole};

/// A game value nearer to zero than this is worked out exactly.
const DOUBT: f64 = 1e-9;
/// Above so many proposals the question is left open.
const MOST_COMPARED: usize = 500;

/// Of each proposal whether some weights make it the best; none where it lacks a score.
///
/// Proposals that lack a score are no rivals either.
pub(crate) fn potentially_best(base: &Base<'_>, dominated: &[Vec<usize>]) -> Vec<Option<bool>> {
    let count = base.totals.len();
    if base.view.panel.criteria() == 0 || count > MOST_COMPARED {
        return vec![None; count];
    }
    let rows: Vec<Option<Vec<&Whole>>> = (0..count).map(|proposal| base.grid.whole_row(proposal)).collect();
    let whole: Vec<usize> = (0..count).filter(|proposal| rows[*proposal].is_some()).collect();
    let row = |proposal: usize| rows[proposal].as_deref().unwrap_or_default();
    let highest: Vec<Option<&Whole>> = (0..base.view.panel.criteria())
        .map(|criterion| whole.iter().map(|other| row(*other)[criterion]).max())
        .collect();
    let at_best = |proposal: usize| row(proposal).iter().zip(&highest).any(|(cell, highest)| Some(*cell) == *highest);
    let undominated: Vec<usize> = whole.iter().copied().filter(|rival| dominated[*rival].is_empty()).collect();
    let scale = base.grid.under.about();
    let near = |row: &[&Whole]| -> Vec<f64> { row.iter().map(|cell| cell.about() / scale).collect() };
    let near: Vec<Vec<f64>> = (0..count).map(|proposal| near(row(proposal))).collect();
    let mut found = vec![None; count];
    let first = first_by_few(&near, &whole);
    // Points that mixtures of rivals reach. One that beats a good proposal beats most that rank lower, so the best come
    // first.
    let mut reached: Vec<Vec<f64>> = Vec::new();
    for own in base.order.best_first.iter().copied().filter(|own| rows[*own].is_some()) {
        // Best with all the weight on one criterion, or beaten on all of them by one rival: no need to solve.
        let beaten = |rival: &usize| row(*rival).iter().zip(row(own)).all(|(theirs, mine)| theirs > mine);
        let below = |point: &Vec<f64>| point.iter().zip(&near[own]).all(|(theirs, mine)| theirs - mine > DOUBT);
        found[own] = Some(if first[own] || at_best(own) {
            true
        } else if dominated[own].iter().any(beaten) || reached.iter().any(below) {
            false
        } else {
            // Rivals that others dominate add nothing to a mixture.
            let of = |proposal: usize| Own { exact: row(proposal), near: &near[proposal] };
            let mut rivals: Vec<Own<'_>> = Vec::with_capacity(undominated.len());
            rivals.extend(undominated.iter().filter(|rival| **rival != own).map(|rival| of(*rival)));
            let beaten = mixture_beats(&rivals, &of(own), &base.grid.under);
            reached.extend(beaten.point);
            !beaten.everywhere
        });
    }
    found
}

/// Weights on two criteria, and on three, are tried up to so many criteria.
const MOST_TRIED: usize = 16;

/// Which proposals are clearly the best with the weight on two or three criteria only: most that can be the best are.
fn first_by_few(near: &[Vec<f64>], whole: &[usize]) -> Vec<bool> {
    let mut found = vec![false; near.len()];
    let criteria = whole.first().map_or(0, |own| near[*own].len());
    if criteria > MOST_TRIED {
        return found;
    }
    let columns: Vec<Vec<f64>> =
        (0..criteria).map(|criterion| whole.iter().map(|own| near[*own][criterion]).collect()).collect();
    let mut totals = vec![0.0; whole.len()];
    let mut try_out = |weights: &[(usize, f64)]| {
        totals.fill(0.0);
        for (criterion, weight) in weights {
            totals.iter_mut().zip(&columns[*criterion]).for_each(|(total, value)| *total += weight * value);
        }
        let (mut best, mut second, mut place) = (f64::NEG_INFINITY, f64::NEG_INFINITY, 0);
        for (own, total) in totals.iter().enumerate() {
            if *total > best {
                (second, best, place) = (best, *total, own);
            } else if *total > second {
                second = *total;
            }
        }
        // A lead over nobody is a lead.
        if let Some(own) = whole.get(place).filter(|_| best - second > DOUBT) {
            found[*own] = true;
        }
    };
    for one in 0..criteria {
        for two in one + 1..criteria {
            for part in [0.25, 0.5, 0.75] {
                try_out(&[(one, part), (two, 1.0 - part)]);
            }
            for three in two + 1..criteria {
                try_out(&[(one, 0.375), (two, 0.375), (three, 0.25)]);
            }
        }
    }
    found
}

/// The cells of one proposal.
struct Own<'g> {
    exact: &'g [&'g Whole],
    near: &'g [f64],
}

/// Whether a mixture of rivals is better on every criterion.
struct Beaten {
    everywhere: bool,
    /// Where that mixture stands, if it is clearly better.
    point: Option<Vec<f64>>,
}

fn mixture_beats(rivals: &[Own<'_>], own: &Own<'_>, under: &Whole) -> Beaten {
    let columns = own.near.len();
    let column = |column: usize| -> Vec<f64> {
        rivals.iter().map(|rival| rival.near[column] - own.near[column] + 2.0).collect()
    };
    // A sum above this is enough: the value is clearly below 0 already.
    let enough = 1.0 / (2.0 - 2.0 * DOUBT);
    let near = highest_sum((0..columns).map(column).collect(), &enough);
    match near.as_ref().map(|near| (1.0 / near.sum - 2.0, near)) {
        Some((value, near)) if value > DOUBT => {
            let mut point = vec![0.0; columns];
            for (rival, part) in &near.mixture {
                point.iter_mut().zip(rivals[*rival].near).for_each(|(sum, own)| *sum += part / near.sum * own);
            }
            Beaten { everywhere: true, point: Some(point) }
        }
        Some((value, _)) if value < -DOUBT => Beaten { everywhere: false, point: None },
        _ => {
            let two = under + under;
            let lead = |theirs: &Whole, mine: &Whole| Ratio::new(&(theirs - mine) + &two, under.clone());
            let column = |column: usize| -> Vec<Ratio> {
                rivals.iter().map(|rival| lead(rival.exact[column], own.exact[column])).collect()
            };
            // The value is above 2 if the sum is below a half.
            let half = Ratio::new(1_i128, 2_i128);
            let exact = highest_sum((0..columns).map(column).collect(), &half);
            let everywhere = exact.is_some_and(|exact| exact.sum < half);
            Beaten { everywhere, point: None }
        }
    }
}

/// What the simplex method needs of numbers.
trait Number: Clone {
    fn zero() -> Self;
    fn one() -> Self;
    fn above_zero(&self) -> bool;
    fn below(&self, other: &Self) -> bool;
    fn divided(&self, other: &Self) -> Self;
    /// `self - a x b`
    fn less(&self, a: &Self, b: &Self) -> Self;
}

impl Number for f64 {
    fn zero() -> Self {
        0.0
    }
    fn one() -> Self {
        1.0
    }
    fn above_zero(&self) -> bool {
        *self > 1e-11
    }
    fn below(&self, other: &Self) -> bool {
        self < other
    }
    fn divided(&self, other: &Self) -> Self {
        self / other
    }
    fn less(&self, a: &Self, b: &Self) -> Self {
        self - a * b
    }
}

impl Number for Ratio {
    fn zero() -> Self {
        Self::ZERO
    }
    fn one() -> Self {
        Self::ONE
    }
    fn above_zero(&self) -> bool {
        self.sign() > 0
    }
    fn below(&self, other: &Self) -> bool {
        self < other
    }
    fn divided(&self, other: &Self) -> Self {
        self.over(other)
    }
    fn less(&self, a: &Self, b: &Self) -> Self {
        if a.sign() == 0 || b.sign() == 0 { self.clone() } else { self.minus(&a.times(b)) }
    }
}

/// What the simplex method found.
struct Highest<N> {
    sum: N,
    /// The rows that bind, each with its price; the prices add up to the sum.
    mixture: Vec<(usize, N)>,
}

/// So many steps go where the gain is largest, which is quick; those after it by Bland's rule, which cannot go in circles.
const QUICK_STEPS: usize = 50;

/// The highest sum of numbers of 0 or more, one for each column of the table, such that no row's weighted sum is above 1;
/// all entries are above 0.
///
/// The simplex method. `None` if rounding made it give up, or there is no row.
/// It stops above `enough`, at a sum that is not the highest.
fn highest_sum<N: Number>(mut table: Vec<Vec<N>>, enough: &N) -> Option<Highest<N>> {
    // The columns of slacks are implied.
    let (columns, count) = (table.len(), table.first().map(Vec::len).filter(|rows| *rows > 0)?);
    let mut bounds: Vec<N> = vec![N::one(); count];
    let mut gain: Vec<N> = vec![N::one(); columns];
    let mut sum = N::zero();
    // Which variable each column and each row stands for: columns first.
    let mut outside: Vec<usize> = (0..columns).collect();
    let mut inside: Vec<usize> = (columns..columns + count).collect();
    for step in 0..1000 {
        let gains = (0..columns).filter(|column| gain[*column].above_zero());
        let entering = if step < QUICK_STEPS {
            gains.reduce(|best, column| if gain[best].below(&gain[column]) { column } else { best })
        } else {
            gains.min_by_key(|column| outside[*column])
        };
        let Some(entering) = entering.filter(|_| !enough.below(&sum)) else {
            let prices = outside.iter().zip(gain).filter(|(variable, _)| **variable >= columns);
            let mixture = prices.map(|(variable, gain)| (variable - columns, N::zero().less(&gain, &N::one())));
            return Some(Highest { sum, mixture: mixture.collect() });
        };
        let mut leaving: Option<(N, usize)> = None;
        for (place, (entry, bound)) in table[entering].iter().zip(&bounds).enumerate() {
            if !entry.above_zero() {
                continue;
            }
            let bound = bound.divided(entry);
            let better = leaving.as_ref().is_none_or(|(least, known)| {
                bound.below(least) || (!least.below(&bound) && inside[place] < inside[*known])
            });
            if better {
                leaving = Some((bound, place));
            }
        }
        let (bound, leaving) = leaving?;
        let pivot = table[entering][leaving].clone();
        // The column that enters comes to stand for the variable that leaves; all others lose their part of it.
        let mut used = std::mem::take(&mut table[entering]);
        let clear = |column: &mut [N], part: N| {
            column.iter_mut().zip(&used).for_each(|(entry, own)| *entry = entry.less(own, &part));
            if let Some(entry) = column.get_mut(leaving) {
                *entry = part;
            }
        };
        clear(&mut bounds, bound.clone());
        let factor = gain[entering].clone();
        for (column, gain) in table.iter_mut().zip(&mut gain).filter(|(column, _)| !column.is_empty()) {
            let part = column[leaving].divided(&pivot);
            *gain = gain.less(&factor, &part);
            clear(column, part);
        }
        // The sum grows by the factor times the bound.
        sum = sum.less(&N::zero().less(&factor, &N::one()), &bound);
        let part = N::one().divided(&pivot);
        gain[entering] = N::zero().less(&factor, &part);
        used.iter_mut().for_each(|entry| *entry = N::zero().less(entry, &part));
        used[leaving] = part;
        table[entering] = used;
        std::mem::swap(&mut outside[entering], &mut inside[leaving]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 1, 1 weighed by (4, 1) and by (1, 4): both bind, at a fifth each, and hold half of the price.
    #[test]
    fn the_mixture_is_that_of_the_rows_that_bind() {
        let found = highest_sum(vec![vec![4.0, 1.0, 0.5], vec![1.0, 4.0, 0.5]], &9.0).unwrap();
        assert!((found.sum - 0.4).abs() < 1e-12);
        let mut mixture = found.mixture;
        mixture.sort_by_key(|(row, _)| *row);
        assert!(mixture.len() == 2 && mixture.iter().all(|(row, price)| *row < 2 && (price - 0.2).abs() < 1e-12));
        assert!(highest_sum::<f64>(vec![Vec::new(); 2], &9.0).is_none());
    }

    #[test]
    fn a_mixture_beats_what_no_rival_beats() {
        let wholes = |row: [i128; 2]| row.map(Whole::from);
        let beats = |rivals: &[[i128; 2]], own: [i128; 2]| {
            let rivals: Vec<_> = rivals.iter().map(|row| wholes(*row)).collect();
            let rows: Vec<Vec<&Whole>> = rivals.iter().map(|row| row.iter().collect()).collect();
            let near = |row: &[&Whole]| -> Vec<f64> { row.iter().map(|cell| cell.about() / 10.0).collect() };
            let rows: Vec<(&[&Whole], Vec<f64>)> = rows.iter().map(|row| (row.as_slice(), near(row))).collect();
            let rows: Vec<Own<'_>> = rows.iter().map(|(exact, near)| Own { exact, near }).collect();
            let own = wholes(own);
            let own: Vec<&Whole> = own.iter().collect();
            mixture_beats(&rows, &Own { exact: &own, near: &near(&own) }, &Whole::from(10_i128)).everywhere
        };
        // Between (10, 0) and (0, 10) all that is below the line is beaten, what is on it can still be joint best.
        assert!(beats(&[[10, 0], [0, 10]], [4, 5]));
        assert!(!beats(&[[10, 0], [0, 10]], [5, 5]));
        assert!(!beats(&[[10, 0], [0, 10]], [4, 7]));
        assert!(beats(&[[3, 3]], [2, 2]));
        assert!(!beats(&[[3, 3]], [3, 2]));
    }
}

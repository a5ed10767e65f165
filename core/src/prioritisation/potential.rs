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
    (0..count)
        .map(|own| {
            rows[own].as_ref()?;
            // Best with all the weight on one criterion, or beaten on all of them by one rival: no need to solve.
            if at_best(own) {
                return Some(true);
            }
            let beaten = |rival: &usize| row(*rival).iter().zip(row(own)).all(|(theirs, mine)| theirs > mine);
            if dominated[own].iter().any(beaten) {
                return Some(false);
            }
            // Rivals that others dominate add nothing to a mixture.
            let of = |proposal: usize| Own { exact: row(proposal), near: &near[proposal] };
            let rivals: Vec<Own<'_>> =
                undominated.iter().filter(|rival| **rival != own).map(|rival| of(*rival)).collect();
            Some(!mixture_beats(&rivals, &of(own), &base.grid.under))
        })
        .collect()
}

/// The cells of one proposal.
struct Own<'g> {
    exact: &'g [&'g Whole],
    near: &'g [f64],
}

/// True if a mixture of the rivals is better on every criterion.
fn mixture_beats(rivals: &[Own<'_>], own: &Own<'_>, under: &Whole) -> bool {
    let lead = |rival: &Own<'_>| rival.near.iter().zip(own.near).map(|(theirs, mine)| theirs - mine + 2.0).collect();
    let near: Vec<Vec<f64>> = rivals.iter().map(lead).collect();
    match highest_sum(near).map(|sum| 1.0 / sum - 2.0) {
        Some(value) if value > DOUBT => true,
        Some(value) if value < -DOUBT => false,
        _ => {
            let two = under + under;
            let lead = |(theirs, mine): (&&Whole, &&Whole)| Ratio::new(&(*theirs - *mine) + &two, under.clone());
            let exact = rivals.iter().map(|rival| rival.exact.iter().zip(own.exact).map(lead).collect());
            // The value is above 2 if the sum is below a half.
            highest_sum(exact.collect()).is_some_and(|sum: Ratio| sum < Ratio::new(1_i128, 2_i128))
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

/// The highest sum of numbers of 0 or more such that no row's weighted sum is above 1; all entries are above 0.
///
/// The simplex method with Bland's rule, which cannot go in circles. `None` if rounding made it give up.
fn highest_sum<N: Number>(rows: Vec<Vec<N>>) -> Option<N> {
    let columns = rows.first()?.len();
    // Each row: its entries, then its slack's column is implied; the last entry is the bound.
    let width = columns + 1;
    let mut table: Vec<N> = Vec::with_capacity(rows.len() * width);
    for row in rows {
        table.extend(row);
        table.push(N::one());
    }
    let mut gain: Vec<N> = vec![N::one(); columns];
    let mut sum = N::zero();
    // Which variable each column and each row stands for: columns first.
    let mut outside: Vec<usize> = (0..columns).collect();
    let mut inside: Vec<usize> = (columns..columns + table.len() / width).collect();
    let mut row: Vec<N> = Vec::with_capacity(width);
    for _ in 0..1000 {
        let entering = (0..columns).filter(|column| gain[*column].above_zero()).min_by_key(|column| outside[*column]);
        let Some(entering) = entering else { return Some(sum) };
        let mut leaving: Option<(N, usize)> = None;
        for (place, row) in table.chunks_exact(width).enumerate().filter(|(_, row)| row[entering].above_zero()) {
            let bound = row[columns].divided(&row[entering]);
            let better = leaving.as_ref().is_none_or(|(least, known)| {
                bound.below(least) || (!least.below(&bound) && inside[place] < inside[*known])
            });
            if better {
                leaving = Some((bound, place));
            }
        }
        let (_, leaving) = leaving?;
        let own = leaving * width..(leaving + 1) * width;
        let pivot = table[own.start + entering].clone();
        // The column now stands for the variable that left.
        row.clear();
        row.extend(table[own.clone()].iter().map(|entry| entry.divided(&pivot)));
        row[entering] = N::one().divided(&pivot);
        let clear = |other: &mut [N]| {
            let factor = std::mem::replace(&mut other[entering], N::zero());
            other.iter_mut().zip(&row).for_each(|(entry, own)| *entry = entry.less(&factor, own));
            factor
        };
        // The row itself is overwritten below.
        table.chunks_exact_mut(width).for_each(|other| drop(clear(other)));
        table[own].clone_from_slice(&row);
        // The sum grows by the factor times the bound.
        let factor = clear(&mut gain);
        sum = sum.less(&N::zero().less(&factor, &N::one()), &row[columns]);
        std::mem::swap(&mut outside[entering], &mut inside[leaving]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

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
            mixture_beats(&rows, &Own { exact: &own, near: &near(&own) }, &Whole::from(10_i128))
        };
        // Between (10, 0) and (0, 10) all that is below the line is beaten, what is on it can still be joint best.
        assert!(beats(&[[10, 0], [0, 10]], [4, 5]));
        assert!(!beats(&[[10, 0], [0, 10]], [5, 5]));
        assert!(!beats(&[[10, 0], [0, 10]], [4, 7]));
        assert!(beats(&[[3, 3]], [2, 2]));
        assert!(!beats(&[[3, 3]], [3, 2]));
    }
}

//! The ranking that everything else is compared with: exact cells, totals and contributions.

use super::exact::{Ratio, Whole};
use super::order::{Order, Table};
use super::short::Short;
use super::voice::View;

/// A view, computed.
pub(crate) struct Base<'p> {
    pub(crate) view: View<'p>,
    pub(crate) table: Table,
    /// The exact value of each cell, proposal by proposal.
    cells: Vec<Option<Ratio>>,
    pub(crate) totals: Vec<Option<Ratio>>,
    pub(crate) order: Order,
    pub(crate) grid: Grid,
}

/// All cells as whole numbers over one common denominator.
pub(crate) struct Grid {
    criteria: usize,
    pub(crate) under: Whole,
    cells: Vec<Option<Whole>>,
    /// The same, where all of them are short; nothing where one is longer.
    short: Option<Vec<Option<i64>>>,
}

/// Cells up to here are short: sums of 10,000 products of two of them, and products of two such sums, fit 128 bits.
const SHORT: i64 = 1 << 48;

impl Grid {
    fn new(criteria: usize, cells: &[Option<Ratio>]) -> Self {
        let mut under = Whole::from(1_i128);
        for cell in cells.iter().flatten() {
            if cell.under != under {
                under = &under * &cell.under.divided_by(&under.gcd(&cell.under));
            }
        }
        let scaled = |cell: &Ratio| match cell.under == under {
            true => cell.over.clone(),
            false => &cell.over * &under.divided_by(&cell.under),
        };
        let cells: Vec<Option<Whole>> = cells.iter().map(|cell| cell.as_ref().map(scaled)).collect();
        let short = |cell: &Option<Whole>| match cell {
            None => Some(None),
            Some(cell) => cell.short().filter(|cell| *cell <= SHORT).map(Some),
        };
        let short = cells.iter().map(short).collect::<Option<Vec<_>>>();
        Self { criteria, cells, under, short }
    }

    /// The weighted mean over the cells of a proposal that have a value, exactly; none if these have no weight.
    pub(crate) fn total(&self, proposal: usize, weights: &[Whole]) -> Option<Ratio> {
        let (mut sum, mut weight) = (Whole::ZERO, Whole::ZERO);
        for (cell, own) in self.row(proposal).iter().zip(weights) {
            if let Some(cell) = cell.as_ref().filter(|_| own.sign() > 0) {
                sum = &sum + &(cell * own);
                weight = &weight + own;
            }
        }
        (weight.sign() > 0).then(|| Ratio::new(sum, &self.under * &weight))
    }

    pub(crate) fn row(&self, proposal: usize) -> &[Option<Whole>] {
        &self.cells[proposal * self.criteria..(proposal + 1) * self.criteria]
    }

    /// Over the proposals that have both criteria: how many they are, the sums of the one and of the other, of their
    /// products, and of the squares of each.
    pub(crate) fn sums(&self, one: usize, other: usize) -> (usize, [Whole; 5]) {
        let rows = || 0..self.cells.len().checked_div(self.criteria).unwrap_or(0);
        let mut count = 0;
        if let Some(short) = &self.short {
            let mut sums = [0_i128; 5];
            for row in short.chunks_exact(self.criteria.max(1)) {
                if let (Some(x), Some(y)) = (row[one], row[other]) {
                    let (x, y) = (i128::from(x), i128::from(y));
                    count += 1;
                    sums.iter_mut().zip([x, y, x * y, x * x, y * y]).for_each(|(sum, own)| *sum += own);
                }
            }
            return (count, sums.map(Whole::from));
        }
        let mut sums = [0_i128; 5].map(Whole::from);
        for row in rows().map(|proposal| self.row(proposal)) {
            if let (Some(x), Some(y)) = (&row[one], &row[other]) {
                count += 1;
                let own = [x.clone(), y.clone(), x * y, x * x, y * y];
                sums.iter_mut().zip(&own).for_each(|(sum, own)| *sum = &*sum + own);
            }
        }
        (count, sums)
    }

    /// The row if no cell is missing.
    pub(crate) fn whole_row(&self, proposal: usize) -> Option<Vec<&Whole>> {
        let row = self.row(proposal);
        let mut whole = Vec::with_capacity(row.len());
        whole.extend(row.iter().flatten());
        (whole.len() == row.len()).then_some(whole)
    }
}

impl<'p> Base<'p> {
    pub(crate) fn new(view: View<'p>) -> Self {
        let (proposals, criteria) = (view.panel.proposals(), view.panel.criteria());
        let cells = (0..proposals * criteria).map(|cell| view.exact(cell / criteria, cell % criteria));
        let cells: Vec<Option<Ratio>> = cells.map(|cell| cell.map(|cell| cell.reduced())).collect();
        let grid = Grid::new(criteria, &cells);
        let weights: Vec<Whole> = view.panel.whole_weights().collect();
        let totals: Vec<Option<Ratio>> = (0..proposals).map(|proposal| grid.total(proposal, &weights)).collect();
        let order = Order::by_exact(&totals);
        Self { view, table: Table::of(&view), cells, totals, order, grid }
    }

    /// The exact value of a cell.
    pub(crate) fn cell(&self, proposal: usize, criterion: usize) -> Option<&Ratio> {
        self.cells[proposal * self.view.panel.criteria() + criterion].as_ref()
    }

    /// Weight x value over all criteria, in the units of weights and grid.
    pub(crate) fn sum(&self, proposal: usize) -> Whole {
        let cells = self.grid.row(proposal).iter().zip(&self.view.panel.weights);
        cells.fold(Whole::ZERO, |sum, (cell, weight)| match cell {
            Some(cell) => &sum + &(cell * &Whole::from(*weight)),
            None => sum,
        })
    }

    /// The weight of the criteria on which a proposal is scored.
    pub(crate) fn weight_scored(&self, proposal: usize) -> i128 {
        let weights = self.view.panel.weights.iter().enumerate();
        weights.filter(|(criterion, _)| self.cell(proposal, *criterion).is_some()).map(|(_, weight)| weight).sum()
    }

    /// What each criterion adds to a proposal's total; none where it has no score. The parts add up to the total.
    pub(crate) fn by_criterion(&self, proposal: usize) -> Vec<Option<Ratio>> {
        let scored = self.weight_scored(proposal);
        let part = |(criterion, weight): (usize, &i128)| {
            let cell = self.cell(proposal, criterion).filter(|_| scored > 0)?;
            Some(cell.times(&Ratio::new(*weight, scored)))
        };
        self.view.panel.weights.iter().enumerate().map(part).collect()
    }

    /// What each organisation adds to a proposal's total; none where it has no voice in it. The parts add up to the
    /// total.
    pub(crate) fn by_organisation(&self, proposal: usize) -> Vec<Option<Ratio>> {
        let panel = self.view.panel;
        let scored = self.weight_scored(proposal);
        let organisations = panel.exercise.organisations.len();
        if scored == 0 {
            return vec![None; organisations];
        }
        if let Some(short) = self.short_by_organisation(proposal) {
            return short.into_iter().map(|own| own.map(Ratio::from)).collect();
        }
        let mut sums: Vec<Option<Ratio>> = vec![None; organisations];
        for (criterion, weight) in panel.weights.iter().enumerate() {
            self.view.parts(proposal, criterion, &mut |organisation, part| {
                let part = Ratio::new(&part.over * &Whole::from(*weight), part.under);
                sums[organisation] = Some(sums[organisation].take().map_or(part.clone(), |sum| sum.plus(&part)));
            });
        }
        let scored = Whole::from(scored);
        sums.into_iter().map(|sum| sum.map(|sum| Ratio::new(sum.over, &sum.under * &scored))).collect()
    }

    /// The same in 64 bits, as far as these are enough.
    fn short_by_organisation(&self, proposal: usize) -> Option<Vec<Option<Short>>> {
        let panel = self.view.panel;
        let mut sums: Vec<Option<Short>> = vec![None; panel.exercise.organisations.len()];
        for (criterion, weight) in panel.short.as_ref()?.weights.iter().enumerate() {
            self.view.short_parts(proposal, criterion, |organisation, part| {
                sums[organisation].get_or_insert(Short::ZERO).add(part.times(*weight)?)
            })?;
        }
        let scored = i64::try_from(self.weight_scored(proposal)).ok()?;
        let shared = |sum: Option<Short>| match sum {
            Some(sum) => sum.shared(scored).map(Some),
            None => Some(None),
        };
        sums.into_iter().map(shared).collect()
    }
}

//! The ranking that everything else is compared with: exact cells, totals and contributions.

use super::exact::{Ratio, Whole};
use super::order::{Order, Table};
use super::voice::{View, total};

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
}

impl Grid {
    fn new(criteria: usize, cells: &[Option<Ratio>]) -> Self {
        let mut under = Whole::from(1_i128);
        for cell in cells.iter().flatten() {
            if cell.under != under {
                under = &under * &cell.under.divided_by(&under.gcd(&cell.under));
            }
        }
        let scaled = |cell: &Ratio| &cell.over * &under.divided_by(&cell.under);
        let cells = cells.iter().map(|cell| cell.as_ref().map(scaled)).collect();
        Self { criteria, cells, under }
    }

    pub(crate) fn row(&self, proposal: usize) -> &[Option<Whole>] {
        &self.cells[proposal * self.criteria..(proposal + 1) * self.criteria]
    }

    /// The row if no cell is missing.
    pub(crate) fn whole_row(&self, proposal: usize) -> Option<Vec<&Whole>> {
        self.row(proposal).iter().map(Option::as_ref).collect()
    }
}

impl<'p> Base<'p> {
    pub(crate) fn new(view: View<'p>) -> Self {
        let (proposals, criteria) = (view.panel.proposals(), view.panel.criteria());
        let cells = (0..proposals * criteria).map(|cell| view.exact(cell / criteria, cell % criteria));
        let cells: Vec<Option<Ratio>> = cells.map(|cell| cell.map(|cell| cell.reduced())).collect();
        let row = |proposal: usize| &cells[proposal * criteria..(proposal + 1) * criteria];
        let totals: Vec<Option<Ratio>> = (0..proposals)
            .map(|proposal| total(row(proposal).iter().map(Option::as_ref), view.panel.whole_weights()))
            .collect();
        let order = Order::by_exact(&totals);
        let grid = Grid::new(criteria, &cells);
        Self { view, table: Table::of(&view), cells, totals, order, grid }
    }

    /// The exact value of a cell.
    pub(crate) fn cell(&self, proposal: usize, criterion: usize) -> Option<&Ratio> {
        self.cells[proposal * self.view.panel.criteria() + criterion].as_ref()
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
        let mut sums: Vec<Option<Ratio>> = vec![None; panel.exercise.organisations.len()];
        if scored == 0 {
            return sums;
        }
        for (criterion, weight) in panel.weights.iter().enumerate() {
            self.view.parts(proposal, criterion, &mut |organisation, part| {
                let part = Ratio::new(&part.over * &Whole::from(*weight), part.under);
                sums[organisation] = Some(sums[organisation].take().map_or(part.clone(), |sum| sum.plus(&part)));
            });
        }
        let scored = Whole::from(scored);
        sums.into_iter().map(|sum| sum.map(|sum| Ratio::new(sum.over, &sum.under * &scored))).collect()
    }
}

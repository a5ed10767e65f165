//! What other parts of the library know of a programme, put together for `status`: the figures of its indicators, and the
//! records of its posts and meetings.

use crate::finding::Finding;
use crate::governance::Records;
use crate::indicators::Figures;
use crate::model::Model;
use crate::status::{Benefit, Facts, Moment};

/// The facts of one programme, for any moment.
pub(crate) struct ProgrammeFacts<'m> {
    pub(crate) figures: Figures<'m>,
    pub(crate) records: Records<'m, 'm>,
}

impl<'m> ProgrammeFacts<'m> {
    pub(crate) fn of(model: &'m Model<'m>) -> Self {
        Self { figures: Figures::of(model), records: Records::new(model) }
    }
}

impl Facts for ProgrammeFacts<'_> {
    fn benefits(&self, item: usize, moment: Moment) -> Vec<Benefit> {
        self.figures.benefits(item, moment)
    }

    fn floors(&self, body: usize, moment: Moment) -> Vec<Finding> {
        self.records.floors(body, moment)
    }

    fn size(&self, items: &[usize]) -> usize {
        self.figures.size(items)
    }
}

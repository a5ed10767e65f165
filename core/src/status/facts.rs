//! What status has to be told: the figures of indicators, posts and meetings are judged elsewhere.

use super::benefit::Benefit;
use super::state::Moment;
use crate::finding::Finding;

/// Facts from elsewhere, for any two dates: overrides and comparisons look at other days than the report.
pub(crate) trait Facts {
    /// The indicators linked to an item whose target is missed, or met by chance.
    fn benefits(&self, item: usize, moment: Moment) -> Vec<Benefit>;

    /// What keeps a body from being green, whatever stands below it: findings that imply amber. Bodies go by their place
    /// in the document.
    fn floors(&self, body: usize, moment: Moment) -> Vec<Finding>;

    /// How many figures have to be looked at for the benefits of some items together.
    fn size(&self, items: &[usize]) -> usize;
}

/// No facts from elsewhere.
pub(crate) struct NoFacts;

impl Facts for NoFacts {
    fn benefits(&self, _: usize, _: Moment) -> Vec<Benefit> {
        Vec::new()
    }

    fn floors(&self, _: usize, _: Moment) -> Vec<Finding> {
        Vec::new()
    }

    fn size(&self, _: &[usize]) -> usize {
        0
    }
}

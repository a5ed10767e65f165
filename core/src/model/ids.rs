//! The identifiers of a list: where each stands, and which is nearest to one that is not among them.

use std::collections::HashMap;

use crate::document::read::nearest;

/// The most pairs of letters that are compared in looking for the nearest identifiers of a document, in all.
pub(super) const MOST_PAIRS: usize = 10_000_000;

/// The identifiers of one list.
#[derive(Default)]
pub(super) struct Ids<'a> {
    /// Where each stands first.
    places: HashMap<&'a str, usize>,
    /// How many letters they have together.
    letters: usize,
}

impl<'a> Ids<'a> {
    /// Adds an identifier if it is not there yet; gives the place where it stood first.
    pub(super) fn add(&mut self, id: &'a str, place: usize) -> usize {
        *self.places.entry(id).or_insert_with(|| {
            self.letters = self.letters.saturating_add(id.len());
            place
        })
    }

    /// True if the list has no identifier.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// True if the identifier is one of the list.
    pub(super) fn holds(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// Where the identifier stands first.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The identifier that is nearest to another, if any is near and comparing is not more than what is left.
    pub(super) fn nearest(&self, id: &str, pairs_left: &mut usize) -> Option<&'a str> {
        // All are compared or none, so that the order in which they come changes nothing.
        *pairs_left = pairs_left.checked_sub(id.len().saturating_mul(self.letters))?;
        nearest(id, self.places.keys().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_looked_for_while_there_is_patience() {
        let mut ids = Ids::default();
        assert_eq!([ids.add("north", 0), ids.add("south", 1), ids.add("north", 2)], [0, 1, 0]);
        let mut left = 99;
        assert_eq!(ids.nearest("norht", &mut left), Some("north")); // misspelt on purpose
        assert_eq!((ids.nearest("norht", &mut left), left), (None, 49)); // misspelt on purpose
        assert_eq!((ids.nearest("nort", &mut left), left), (Some("north"), 9));
    }
}

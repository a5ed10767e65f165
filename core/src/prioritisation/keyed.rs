//! Values by identifier, many times for the same identifiers: copying a map is quicker than hashing its keys again.

use indexmap::IndexMap;

/// Identifiers in their order.
pub(crate) struct Keyed<T> {
    empty: IndexMap<String, Option<T>>,
    /// Of each identifier its place in the map: one that is given twice has one place.
    places: Vec<usize>,
}

impl<T: Clone> Keyed<T> {
    pub(crate) fn new<'i>(ids: impl Iterator<Item = &'i String>) -> Self {
        let mut empty = IndexMap::new();
        let places = ids.map(|id| empty.insert_full(id.clone(), None).0).collect();
        Self { empty, places }
    }

    /// The values, in the order of the identifiers.
    pub(crate) fn with(&self, values: impl Iterator<Item = Option<T>>) -> IndexMap<String, Option<T>> {
        let mut map = self.empty.clone();
        self.places.iter().zip(values).for_each(|(place, value)| map[*place] = value);
        map
    }
}

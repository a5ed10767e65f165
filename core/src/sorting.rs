//! Sorting in one copy.
//!
//! The standard library's sort is compiled anew for every type and every order, some 4 kB each time: it was a sixth of the
//! code of the WebAssembly module. Here places are sorted, by one copy of it, and the values put there. What is sorted
//! again and again in a calculation, thousands of times, keeps the faster sort of its own.

use std::cmp::Ordering;

/// Stable sorting that costs few bytes.
pub(crate) trait Arrange<T> {
    /// As `sort_by`.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        if self.len() < 2 {
            return;
        }
        let pair = |a: usize, b: usize| self.get(a).zip(self.get(b)).map_or(Ordering::Equal, |(a, b)| compare(a, b));
        let mut targets = targets(self.len(), &pair);
        for place in 0..targets.len() {
            while let Some(target) = targets.get(place).copied().filter(|target| *target != place) {
                self.swap(place, target);
                targets.swap(place, target);
            }
        }
    }
}

/// Where each of so many values belongs.
fn targets(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    let mut targets = vec![0; length];
    for (target, place) in order.into_iter().enumerate() {
        if let Some(found) = targets.get_mut(place) {
            *found = target;
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(keys in proptest::collection::vec(0_u8..9, 0..60)) {
            let values: Vec<(u8, String)> = keys.iter().enumerate().map(|(place, key)| (*key, place.to_string())).collect();
            let (mut ours, mut theirs) = (values.clone(), values);
            ours.arrange_by_key(|value| value.0);
            theirs.sort_by_key(|value| value.0);
            prop_assert_eq!(&ours, &theirs);
            ours.arrange_by(|a, b| b.0.cmp(&a.0));
            theirs.sort_by_key(|value| std::cmp::Reverse(value.0));
            prop_assert_eq!(ours, theirs);
        }
    }
}

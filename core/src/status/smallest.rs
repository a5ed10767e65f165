//! Over children, levels depend on one another, so the smallest set of changes is found by rolling up anew.
//!
//! Leaves that nothing tells apart are one class, and a set is how many are taken of each. The fewest of each class
//! with all others taken is what no set can do without; from there sets are tried in order of size. Tries are limited;
//! past the limit the answer is a set that does it, and says that it may not be the smallest.

use super::path::{Answer, first_ids};

/// A search for one node, whose leaves are numbered heaviest first, then by id.
pub(super) struct Smallest<'s> {
    /// The weight of every leaf, and where its id stands.
    pub(super) weights: &'s [i64],
    pub(super) by_id: &'s [usize],
    /// Leaves that may change and are alike, in order.
    pub(super) classes: Vec<Vec<usize>>,
    /// Whether a set of changes does it.
    pub(super) test: &'s dyn Fn(&[usize]) -> bool,
    /// Tries left.
    pub(super) tries: usize,
}

/// How many are taken of each class.
type Counts = Vec<usize>;

impl Smallest<'_> {
    /// The smallest set; of equals the heaviest, then the one with the first ids.
    pub(super) fn find(&mut self) -> Option<Answer> {
        let most: Counts = self.classes.iter().map(Vec::len).collect();
        let all = self.leaves(&most);
        if !(self.test)(&all) {
            return None;
        }
        // What it takes to halve every class once: to find what is needed at least, and to leave out what is not.
        let halvings: usize = most.iter().map(|most| (usize::BITS - most.leading_zeros()) as usize).sum();
        if self.tries <= 2 * halvings {
            let enough = fewest(all.len(), &mut |count| (self.test)(&all[..count]));
            return Some(Answer { leaves: all[..enough].to_vec(), exact: false });
        }
        self.tries -= 2 * halvings;
        let least: Counts = (0..most.len()).map(|class| self.fewest_beside(&most, class)).collect();
        let mut room: Counts = most.iter().zip(&least).map(|(most, least)| most - least).collect();
        for class in (1..room.len()).rev() {
            room[class - 1] += room[class];
        }
        room.push(0);
        for more in 0..=room[0] {
            let mut best = None;
            self.of_size(more, &room, &mut least.clone(), 0, &mut best);
            if let Some(best) = best {
                return Some(Answer { leaves: self.leaves(&best), exact: self.tries > 0 });
            }
            if self.tries == 0 {
                break;
            }
        }
        Some(Answer { leaves: self.without_needless(most), exact: false })
    }

    /// Tries every way to take so many more of this class and those after it. The room is that of a class and of all
    /// after it.
    fn of_size(&mut self, more: usize, room: &[usize], taken: &mut Counts, class: usize, best: &mut Option<Counts>) {
        if more == 0 {
            self.tries -= 1;
            let leaves = self.leaves(taken);
            let better = best.as_ref().is_none_or(|best| {
                let best = self.leaves(best);
                let weights = self.weight(&best).cmp(&self.weight(&leaves));
                weights.then_with(|| first_ids(&leaves, &best, self.by_id)).is_lt()
            });
            if better && (self.test)(&leaves) {
                *best = Some(taken.clone());
            }
            return;
        }
        let (least, after) = (taken[class], room[class + 1]);
        for here in (more.saturating_sub(after)..=more.min(room[class] - after)).rev() {
            taken[class] = least + here;
            self.of_size(more - here, room, taken, class + 1, best);
            if self.tries == 0 {
                break;
            }
        }
        taken[class] = least;
    }

    /// The fewest of a class that do it beside these others.
    fn fewest_beside(&self, others: &Counts, class: usize) -> usize {
        let mut counts = others.clone();
        fewest(others[class], &mut |count| {
            counts[class] = count;
            (self.test)(&self.leaves(&counts))
        })
    }

    /// All, less those of each class (the last first) that can be left out.
    fn without_needless(&self, mut counts: Counts) -> Vec<usize> {
        for class in (0..counts.len()).rev() {
            counts[class] = self.fewest_beside(&counts, class);
        }
        self.leaves(&counts)
    }

    fn leaves(&self, counts: &[usize]) -> Vec<usize> {
        let taken = self.classes.iter().zip(counts).flat_map(|(class, count)| &class[..*count]);
        let mut leaves: Vec<usize> = taken.copied().collect();
        leaves.sort_unstable();
        leaves
    }

    fn weight(&self, leaves: &[usize]) -> i128 {
        leaves.iter().map(|leaf| i128::from(self.weights[*leaf])).sum()
    }
}

/// The fewest that are enough, where that many are: found by halving.
fn fewest(enough: usize, is_enough: &mut dyn FnMut(usize) -> bool) -> usize {
    let (mut short, mut enough) = (0, enough);
    while short < enough {
        let half = short.midpoint(enough);
        if is_enough(half) {
            enough = half;
        } else {
            short = half + 1;
        }
    }
    enough
}

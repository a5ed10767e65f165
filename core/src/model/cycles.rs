//! Walks over graphs of positions: cycles printed, predecessors first.

use super::ItemFacts;
use crate::problem::LONGEST_LIST;

/// A way that leads back to where it started.
pub(super) struct Cycle {
    /// The positions along it, as many as are printed.
    pub(super) first: Vec<usize>,
    /// How many there are in all.
    pub(super) length: usize,
}

/// Every cycle that a depth-first walk closes.
pub(super) fn cycles(nodes: usize, next: &dyn Fn(usize) -> Vec<usize>) -> Vec<Cycle> {
    #[derive(Clone, Copy)]
    enum Seen {
        No,
        /// And at which place of it.
        OnPath(usize),
        Done,
    }
    let mut seen = vec![Seen::No; nodes];
    let mut found = Vec::new();
    for start in 0..nodes {
        // A stack of its own: documents may be deeper than the program's stack.
        let mut path: Vec<usize> = Vec::new();
        let mut open: Vec<Vec<usize>> = vec![vec![start]];
        while let Some(branches) = open.last_mut() {
            let Some(node) = branches.pop() else {
                open.pop();
                if let Some(state) = path.pop().and_then(|node| seen.get_mut(node)) {
                    *state = Seen::Done;
                }
                continue;
            };
            match seen.get(node) {
                Some(Seen::No) => {
                    if let Some(state) = seen.get_mut(node) {
                        *state = Seen::OnPath(path.len());
                    }
                    path.push(node);
                    open.push(next(node));
                }
                Some(Seen::OnPath(place)) => {
                    let cycle = path.get(*place..).unwrap_or_default();
                    let first = cycle.iter().copied().take(LONGEST_LIST).collect();
                    found.push(Cycle { first, length: cycle.len() });
                }
                _ => {}
            }
        }
    }
    found
}

/// Positions of the items such that each comes after its predecessors. The document's order decides between equals.
pub(super) fn predecessors_first(items: &[ItemFacts<'_>]) -> Vec<usize> {
    let mut waiting: Vec<usize> = items.iter().map(|item| item.predecessors.len()).collect();
    let mut successors: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (position, item) in items.iter().enumerate() {
        for (predecessor, _) in &item.predecessors {
            if let Some(list) = successors.get_mut(*predecessor) {
                list.push(position);
            }
        }
    }
    let mut order: Vec<usize> = (0..items.len()).filter(|position| waiting.get(*position) == Some(&0)).collect();
    let mut next = 0;
    while let Some(position) = order.get(next).copied() {
        next = next.saturating_add(1);
        for successor in successors.get(position).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(*successor) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    order.push(*successor);
                }
            }
        }
    }
    order
}

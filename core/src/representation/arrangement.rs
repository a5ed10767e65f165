//! The best arrangement of a number of posts, the moves that lead to it, and who appoints next.

use crate::recall::result;
use crate::sorting::Arrange;
use indexmap::IndexMap;
use std::cmp::Reverse;

use super::apportion::{Method, Seats, share_out};

result! {
    /// The best arrangement that there is for this number of posts: as near to the entitlements as whole numbers come.
    Best {
        /// Posts that each organisation has in every best arrangement.
        seats: IndexMap<String, u32>,
        /// Organisations of which any may have one more; empty where there is one best arrangement only.
        tied: Vec<String>,
        /// How many of the tied have one more.
        to_draw: u32,
        /// The best arrangement that the fewest moves lead to; among several, the first in the order of ids.
        nearest: IndexMap<String, u32>,
    }
}

result! {
    /// Posts that pass from one organisation to another.
    #[derive(Eq)]
    Move {
        /// Who has more than in the best arrangement.
        from: String,
        /// Who has fewer.
        to: String,
        /// How many posts.
        posts: u32,
    }
}

/// Organisations with what they hold and what each is entitled to, as a share of the sum of weights.
pub(super) struct Holding<'a> {
    pub(super) ids: Vec<&'a str>,
    pub(super) held: Vec<u32>,
    /// Below 10^21 each; some weight is above 0.
    pub(super) weights: Vec<u128>,
    pub(super) total: u32,
    pub(super) weight: u128,
}

impl<'a> Holding<'a> {
    pub(super) fn new(ids: Vec<&'a str>, held: Vec<u32>, mut weights: Vec<u128>) -> Self {
        super::fraction::reduce(&mut weights);
        let (total, weight) = (held.iter().sum(), weights.iter().sum());
        Self { ids, held, weights, total, weight }
    }

    /// What everybody holds beyond the entitlement to that many posts, in parts of the total weight.
    pub(super) fn surplus(&self, place: usize, posts: u32) -> i128 {
        let part = |number: u128| i128::try_from(number).unwrap_or(i128::MAX);
        part(u128::from(self.held[place]) * self.weight) - part(u128::from(posts) * self.weights[place])
    }

    /// Everybody is entitled to the same.
    pub(super) fn is_equal(&self) -> bool {
        self.weights.iter().all(|weight| *weight == 1)
    }

    /// Largest remainders: no other arrangement of whole posts has a smaller sum of distances from the entitlements.
    pub(super) fn best(&self) -> Seats {
        let none = || Seats { certain: vec![0; self.held.len()], tied: Vec::new(), to_draw: 0 };
        share_out(self.total, &self.weights, Method::Hamilton).unwrap_or_else(none)
    }

    /// The best arrangement with most of what is held: of the tied, those that hold one more already come first.
    pub(super) fn nearest(&self, best: &Seats) -> Vec<u32> {
        let mut nearest = best.certain.clone();
        let mut tied = best.tied.clone();
        tied.arrange_by_key(|place| (Reverse(self.held[*place] > best.certain[*place]), self.ids[*place]));
        tied.iter().take(best.to_draw as usize).for_each(|place| nearest[*place] += 1);
        nearest
    }

    /// The fewest moves to that arrangement. Each post is moved once; who has most too many gives to who lacks most.
    pub(super) fn moves(&self, wanted: &[u32]) -> Vec<Move> {
        let by_size = |gap: &dyn Fn(usize) -> u32| {
            let mut rows: Vec<(u32, usize)> = (0..self.held.len()).map(|place| (gap(place), place)).collect();
            rows.retain(|(gap, _)| *gap > 0);
            rows.arrange_by_key(|(gap, place)| (Reverse(*gap), self.ids[*place]));
            rows
        };
        let mut from = by_size(&|place| self.held[place].saturating_sub(wanted[place]));
        let mut to = by_size(&|place| wanted[place].saturating_sub(self.held[place]));
        let (mut giver, mut taker) = (from.iter_mut().peekable(), to.iter_mut().peekable());
        let mut moves = Vec::new();
        while let (Some((gives, place)), Some((takes, other))) = (giver.peek_mut(), taker.peek_mut()) {
            let posts = (*gives).min(*takes);
            moves.push(Move { from: self.ids[*place].to_owned(), to: self.ids[*other].to_owned(), posts });
            (*gives, *takes) = (*gives - posts, *takes - posts);
            let (given, taken) = (*gives == 0, *takes == 0);
            if given {
                giver.next();
            }
            if taken {
                taker.next();
            }
        }
        moves
    }

    /// Who appoints next, and who after that if the first of them does: those furthest below their entitlement to one
    /// post more, in the order of ids.
    pub(super) fn next(&self, steps: u32) -> Vec<Vec<String>> {
        let mut after = Self { ids: self.ids.clone(), held: self.held.clone(), weights: self.weights.clone(), ..*self };
        let mut next = Vec::new();
        for step in 1..=steps {
            let surplus: Vec<i128> =
                (0..after.held.len()).map(|place| after.surplus(place, self.total + step)).collect();
            let entitled = |place: &usize| after.weights[*place] > 0;
            let Some(least) = (0..surplus.len()).filter(entitled).map(|place| surplus[place]).min() else { break };
            let mut first: Vec<usize> =
                (0..surplus.len()).filter(entitled).filter(|place| surplus[*place] == least).collect();
            first.arrange_by_key(|place| after.ids[*place]);
            next.push(first.iter().map(|place| after.ids[*place].to_owned()).collect());
            after.held[first[0]] += 1;
        }
        next
    }
}

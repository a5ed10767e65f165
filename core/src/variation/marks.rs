//! One bit for each point, and the rules of runs on such bits: no branch for a point, a handful of steps for 64.

/// A set of points, in their order. `u64` holds up to 64, [`Wide`] any number.
pub(super) trait Marks: Clone {
    /// Several sets at once, from their words: bit `i` of word `w` is point `64 w + i`.
    fn all<const SETS: usize>(length: usize, words: impl FnMut(usize) -> [u64; SETS]) -> [Self; SETS];
    /// Several sets at once, told point by point.
    fn each<const SETS: usize>(length: usize, mut point: impl FnMut(usize) -> [bool; SETS]) -> [Self; SETS] {
        Self::all(length, |word| {
            let mut words = [0_u64; SETS];
            for place in 64 * word..length.min(64 * word + 64) {
                words.iter_mut().zip(point(place)).for_each(|(word, is)| *word |= u64::from(is) << (place % 64));
            }
            words
        })
    }

    /// The first so many points.
    fn first(length: usize) -> Self {
        let [set] = Self::all(length, |word| [u64::MAX >> (64 - (length - 64 * word).clamp(1, 64))]);
        set
    }

    fn has(&self, point: usize) -> bool;
    fn both(&self, other: &Self) -> Self;
    fn either(&self, other: &Self) -> Self;
    /// In this set and not in the other.
    fn without(&self, other: &Self) -> Self;
    /// Point `i` is in the set if point `i + places` is in this one.
    fn ahead(&self, places: u32) -> Self;
    /// Point `i` is in the set if point `i - places` is in this one; nothing is carried beyond the last point.
    fn behind(&self, places: u32) -> Self;
    fn is_empty(&self) -> bool;
    /// Calls for each point of the set, in order.
    fn each_point(&self, call: impl FnMut(usize));
    /// The empty set of as many points.
    fn none(&self) -> Self {
        self.without(self)
    }

    /// All points of runs of `length` points and more, where `of` holds for each and `linked` for each but the first.
    fn runs(of: &Self, linked: &Self, length: u32) -> Self {
        of.both(&of.both(linked).ahead(1).lasting(length - 1)).stretched(length)
    }

    /// All points of runs of `length` points and more, where `step` holds for each but the first.
    fn steps(step: &Self, length: u32) -> Self {
        step.ahead(1).lasting(length - 1).stretched(length)
    }

    /// Each point of the set with which `length` points of it in a row begin.
    fn lasting(&self, length: u32) -> Self {
        let mut all = self.clone();
        let mut covered = 1;
        // Doubling: what holds for two points, and for the two after them, holds for four.
        while covered < length {
            let more = covered.min(length - covered);
            all = all.both(&all.ahead(more));
            covered += more;
        }
        all
    }

    /// Each point of the set with the `length - 1` points after it.
    fn stretched(self, length: u32) -> Self {
        if self.is_empty() {
            return self;
        }
        let mut inside = self;
        let mut covered = 1;
        while covered < length {
            let more = covered.min(length - covered);
            inside = inside.either(&inside.behind(more));
            covered += more;
        }
        inside
    }

    /// Those `far` points that stand in three linked points on one `side`, of which two or more are `far`.
    fn two_of_three(far: &Self, side: &Self, linked: &Self) -> Self {
        if far.is_empty() {
            return far.clone();
        }
        let (next, after) = (far.ahead(1), far.ahead(2));
        let most = far.both(&next).either(&far.both(&after)).either(&next.both(&after));
        let joined = side.both(linked);
        let window = most.both(side).both(&joined.ahead(1)).both(&joined.ahead(2));
        far.both(&window.stretched(3))
    }
}

impl Marks for u64 {
    fn all<const SETS: usize>(_: usize, mut words: impl FnMut(usize) -> [u64; SETS]) -> [Self; SETS] {
        words(0)
    }

    fn has(&self, point: usize) -> bool {
        self >> point & 1 == 1
    }

    fn both(&self, other: &Self) -> Self {
        self & other
    }

    fn either(&self, other: &Self) -> Self {
        self | other
    }

    fn without(&self, other: &Self) -> Self {
        self & !other
    }

    fn ahead(&self, places: u32) -> Self {
        self >> places
    }

    fn behind(&self, places: u32) -> Self {
        self << places
    }

    fn is_empty(&self) -> bool {
        *self == 0
    }

    fn each_point(&self, mut call: impl FnMut(usize)) {
        let mut left = *self;
        while left != 0 {
            call(left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

/// Any number of points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wide(Vec<u64>);

impl Wide {
    fn joined(&self, other: &Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| with(*a, *b)).collect())
    }
}

impl Marks for Wide {
    fn all<const SETS: usize>(length: usize, mut words: impl FnMut(usize) -> [u64; SETS]) -> [Self; SETS] {
        let number = length.div_ceil(64);
        let mut sets = [const { Vec::new() }; SETS];
        sets.iter_mut().for_each(|set| set.reserve_exact(number));
        for word in 0..number {
            sets.iter_mut().zip(words(word)).for_each(|(set, word)| set.push(word));
        }
        sets.map(Self)
    }

    fn has(&self, point: usize) -> bool {
        self.0.get(point / 64).is_some_and(|word| word.has(point % 64))
    }

    fn both(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a & b)
    }

    fn either(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a | b)
    }

    fn without(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a & !b)
    }

    fn ahead(&self, places: u32) -> Self {
        let next = self.0.iter().skip(1).chain(std::iter::once(&0));
        Self(self.0.iter().zip(next).map(|(word, next)| word >> places | next << (64 - places)).collect())
    }

    fn behind(&self, places: u32) -> Self {
        let last = std::iter::once(&0).chain(&self.0);
        Self(self.0.iter().zip(last).map(|(word, last)| word << places | last >> (64 - places)).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn each_point(&self, mut call: impl FnMut(usize)) {
        self.0.iter().enumerate().for_each(|(word, points)| points.each_point(|place| call(64 * word + place)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule of runs, told point by point.
    fn told(of: &[bool], linked: &[bool], length: usize) -> Vec<bool> {
        let mut inside = vec![false; of.len()];
        for start in 0..(of.len() + 1).saturating_sub(length) {
            let run = start..start + length;
            if run.clone().all(|point| of[point] && (point == start || linked[point])) {
                inside[run].fill(true);
            }
        }
        inside
    }

    fn marks<M: Marks>(points: &[bool]) -> M {
        let [set] = M::each(points.len(), |place| [points[place]]);
        set
    }

    fn agree<M: Marks>(length: usize) {
        let mut random = crate::random::Random::new(length as u32);
        for run in 2..9 {
            let mut points = || -> Vec<bool> { (0..length).map(|_| random.below(6) > 0).collect() };
            let (of, linked) = (points(), points());
            let found = M::runs(&marks(&of), &marks(&linked), run);
            let wanted = told(&of, &linked, run as usize);
            assert!((0..length).all(|point| found.has(point) == wanted[point]), "{length} {run} {of:?}");
            // A trend of n points is n - 1 steps, with the point before them.
            let found = M::steps(&marks(&of), run);
            let wanted = told(&vec![true; length], &of, run as usize);
            assert!((0..length).all(|point| found.has(point) == wanted[point]), "{length} {run} {of:?}");
        }
    }

    #[test]
    fn runs_in_bits_are_runs_of_points() {
        for length in [1, 2, 5, 36, 63, 64] {
            agree::<u64>(length);
        }
        for length in [1, 64, 65, 127, 128, 129, 400] {
            agree::<Wide>(length);
        }
    }
}

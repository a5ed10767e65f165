//! Random numbers that are the same everywhere: ChaCha with 8 rounds, keyed by a seed of 32 bits.
//!
//! The key is the seed as the first little-endian word and zeros; nonce and counter begin at 0. So any other
//! implementation of the cipher gives the same stream.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// A stream of random numbers that depends on nothing but its seed.
pub(crate) struct Random(ChaCha8Rng);

impl Random {
    /// The stream of that seed.
    pub(crate) fn new(seed: u32) -> Self {
        let mut key = [0; 32];
        key.iter_mut().zip(seed.to_le_bytes()).for_each(|(place, byte)| *place = byte);
        Self(ChaCha8Rng::from_seed(key))
    }

    /// 64 random bits, the first word low.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 up to but not including 1, a multiple of 2^-53.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number below `bound`, all alike likely; 0 for a bound of 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound == 0 {
            return 0;
        }
        // The last, partial round of remainders would favour the small ones: draw again.
        let whole = u64::MAX - u64::MAX % bound;
        loop {
            let bits = self.bits();
            if bits < whole {
                return (bits % bound) as usize;
            }
        }
    }

    /// So many of the rows, all choices alike likely.
    pub(crate) fn draw<T>(&mut self, mut rows: Vec<T>, number: usize) -> Vec<T> {
        for place in 0..number.min(rows.len()) {
            let left = rows.len() - place;
            rows.swap(place, place + self.below(left));
        }
        rows.truncate(number);
        rows
    }

    /// The rows in random order, all orders alike likely.
    pub(crate) fn shuffle<T>(&mut self, rows: &mut [T]) {
        for last in (1..rows.len()).rev() {
            rows.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first words of the published test vector with a key of zeros: 3e00ef2f 895f40d6.
    #[test]
    fn the_cipher_is_chacha8() {
        assert_eq!(Random::new(0).bits(), 0xd640_5f89_2fef_003e);
    }

    #[test]
    fn streams_are_repeatable_and_differ_by_seed() {
        let draw = |seed| {
            let mut random = Random::new(seed);
            (0..40).map(|_| random.unit()).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert!(draw(7).iter().all(|number| (0.0..1.0).contains(number)));
    }

    #[test]
    fn numbers_below_a_bound_and_orders_are_even() {
        let mut random = Random::new(1);
        let mut counts = [0; 6];
        for _ in 0..6000 {
            let mut rows = [0, 1, 2];
            random.shuffle(&mut rows);
            counts[rows[0] * 2 + usize::from(rows[1] > rows[2])] += 1;
        }
        // 1,000 each; four standard errors are 115.
        assert!(counts.iter().all(|count| (885..=1115).contains(count)), "{counts:?}");
        assert_eq!(random.below(0), 0);
    }
}

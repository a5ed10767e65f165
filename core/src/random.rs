//! Draws that come out the same on every platform: ChaCha8, from a 32-bit seed.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// A generator whose numbers depend on nothing but its seed.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The key is the seed, little end first, and zeros.
    pub(crate) fn seeded(seed: u32) -> Self {
        let mut key = [0; 32];
        key.iter_mut().zip(seed.to_le_bytes()).for_each(|(place, byte)| *place = byte);
        Self(ChaCha8Rng::from_seed(key))
    }

    /// One of the numbers below `bound`, each as likely as any other; 0 when there is none.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        if bound < 2 {
            return 0;
        }
        // Numbers from the last, incomplete round of `bound` would favour the small ones: they are thrown away.
        let rounds = u32::MAX - u32::MAX % bound;
        loop {
            let number = self.0.next_u32();
            if number < rounds {
                return number % bound;
            }
        }
    }

    /// So many of the rows, in the order in which they are drawn.
    pub(crate) fn draw<T>(&mut self, mut rows: Vec<T>, number: usize) -> Vec<T> {
        for place in 0..number.min(rows.len()) {
            let left = u32::try_from(rows.len() - place).unwrap_or(u32::MAX);
            rows.swap(place, place + self.below(left) as usize);
        }
        rows.truncate(number);
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_depend_on_the_seed_alone() {
        let drawn = |seed| Dice::seeded(seed).draw((0..20).collect::<Vec<u32>>(), 5);
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
        // As ChaCha with eight rounds gives it, calculated apart.
        assert_eq!(drawn(0), [18, 0, 15, 12, 16]);
    }

    #[test]
    fn every_number_is_as_likely() {
        let mut dice = Dice::seeded(1);
        let mut seen = [0_u32; 3];
        (0..30_000).for_each(|_| seen[dice.below(3) as usize] += 1);
        assert!(seen.iter().all(|count| count.abs_diff(10_000) < 300), "{seen:?}");
    }
}

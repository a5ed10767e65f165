//! Random numbers that are the same everywhere: ChaCha with 8 rounds, keyed by a seed of 32 bits.
//!
//! The key is the seed as the first little-endian word and zeros; nonce and counter begin at 0. So any other
//! implementation of the cipher gives the same stream.

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Random {
    seed: u32,
    block: u64,
    words: [u32; 16],
    used: usize,
}

impl Random {
    /// The stream of that seed.
    pub(crate) fn new(seed: u32) -> Self {
        Self { seed, block: 0, words: [0; 16], used: 16 }
    }

    fn word(&mut self) -> u32 {
        if self.used == 16 {
            let mut key = [0; 8];
            key[0] = self.seed;
            self.words = chacha8(&key, self.block);
            self.block = self.block.wrapping_add(1);
            self.used = 0;
        }
        self.used += 1;
        self.words[self.used - 1]
    }

    /// 64 random bits, the first word low.
    pub(crate) fn bits(&mut self) -> u64 {
        let low = u64::from(self.word());
        low | u64::from(self.word()) << 32
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

    /// The rows in random order, all orders alike likely.
    pub(crate) fn shuffle<T>(&mut self, rows: &mut [T]) {
        for last in (1..rows.len()).rev() {
            rows.swap(last, self.below(last + 1));
        }
    }
}

/// One block of the ChaCha cipher with 8 rounds and a nonce of zero.
fn chacha8(key: &[u32; 8], block: u64) -> [u32; 16] {
    let mut start = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    start[4..12].copy_from_slice(key);
    (start[12], start[13]) = (block as u32, (block >> 32) as u32);
    let mut state = start;
    for _ in 0..4 {
        for column in 0..4 {
            quarter(&mut state, [column, column + 4, column + 8, column + 12]);
        }
        quarter(&mut state, [0, 5, 10, 15]);
        quarter(&mut state, [1, 6, 11, 12]);
        quarter(&mut state, [2, 7, 8, 13]);
        quarter(&mut state, [3, 4, 9, 14]);
    }
    std::array::from_fn(|place| state[place].wrapping_add(start[place]))
}

#[inline(always)]
fn quarter(state: &mut [u32; 16], [a, b, c, d]: [usize; 4]) {
    let mut step = |x: usize, y: usize, z: usize, turn: u32| {
        state[x] = state[x].wrapping_add(state[y]);
        state[z] = (state[z] ^ state[x]).rotate_left(turn);
    };
    step(a, b, d, 16);
    step(c, d, b, 12);
    step(a, b, d, 8);
    step(c, d, b, 7);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first block of the published test vector with a key of zeros.
    #[test]
    fn the_cipher_is_chacha8() {
        let bytes: Vec<u8> = chacha8(&[0; 8], 0).iter().flat_map(|word| word.to_le_bytes()).collect();
        let text: String = bytes.iter().take(32).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(text, "3e00ef2f895f40d67f5bb8e81f09a5a12c840ec3ce9a7f3b181be188ef711a1e");
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

//! Ratios in 64 bits, for as long as these are enough: most panels need no more, and get by without big numbers.

use super::exact::Ratio;

/// A ratio of 0 or more; what is under the line is above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Short {
    pub(crate) over: i64,
    pub(crate) under: i64,
}

impl Short {
    pub(crate) const ZERO: Self = Self { over: 0, under: 1 };

    /// Adds another; nothing where that takes more than 64 bits.
    pub(crate) fn add(&mut self, other: Self) -> Option<()> {
        let (mut mine, mut theirs) = (1, 1);
        if self.under != other.under {
            let divisor = common(self.under, other.under);
            (mine, theirs) = (other.under / divisor, self.under / divisor);
        }
        self.over = self.over.checked_mul(mine)?.checked_add(other.over.checked_mul(theirs)?)?;
        self.under = self.under.checked_mul(mine)?;
        Some(())
    }

    /// So many times as much.
    pub(crate) fn times(self, number: i64) -> Option<Self> {
        Some(Self { over: self.over.checked_mul(number)?, ..self })
    }

    /// The part of it that goes to each of so many, which must be above 0.
    pub(crate) fn shared(self, number: i64) -> Option<Self> {
        Some(Self { under: self.under.checked_mul(number)?, ..self })
    }
}

impl From<Short> for Ratio {
    fn from(short: Short) -> Self {
        Self::new(i128::from(short.over), i128::from(short.under))
    }
}

/// The greatest common divisor of two numbers above 0.
fn common(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_none() {
        let mut sum = Short::ZERO;
        for (over, under) in [(1, 6), (1, 10), (7, 30)] {
            sum.add(Short { over, under }).unwrap();
        }
        assert_eq!(Ratio::from(sum), Ratio::new(1_i128, 2_i128));
        assert_eq!(sum.times(3).and_then(|sum| sum.shared(9)).map(Ratio::from), Some(Ratio::new(1_i128, 6_i128)));
        assert_eq!(Short { over: 1, under: i64::MAX }.add(Short { over: 1, under: i64::MAX - 1 }), None);
        assert_eq!(Short { over: i64::MAX, under: 1 }.times(2), None);
        assert_eq!(Short { over: 1, under: i64::MAX }.shared(2), None);
    }
}

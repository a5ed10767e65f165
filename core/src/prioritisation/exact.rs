//! Exact whole numbers and ratios of them: 128 bits where they are enough, big integers where they are not.

use num_bigint::{BigInt, Sign};
use std::cmp::Ordering;
use std::ops::{Add, Mul, Sub};

/// A whole number of any size. `Large` never holds what fits into `Small`, so that equal numbers are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whole {
    Small(i128),
    Large(Box<BigInt>),
}

impl Whole {
    pub(crate) const ZERO: Self = Self::Small(0);

    fn big(&self) -> BigInt {
        match self {
            Self::Small(number) => BigInt::from(*number),
            Self::Large(number) => (**number).clone(),
        }
    }

    fn of(number: BigInt) -> Self {
        match i128::try_from(&number) {
            Ok(small) => Self::Small(small),
            Err(_) => Self::Large(Box::new(number)),
        }
    }

    /// The number in 64 bits, where these are enough.
    pub(crate) fn short(&self) -> Option<i64> {
        match self {
            Self::Small(number) => i64::try_from(*number).ok(),
            Self::Large(_) => None,
        }
    }

    /// -1, 0 or 1.
    pub(crate) fn sign(&self) -> i32 {
        match self {
            Self::Small(number) => number.signum() as i32,
            Self::Large(number) if number.sign() == Sign::Minus => -1,
            Self::Large(_) => 1,
        }
    }

    /// The greatest common divisor, above 0 unless both are 0.
    pub(crate) fn gcd(&self, other: &Self) -> Self {
        if let (Self::Small(a), Self::Small(b)) = (self, other) {
            let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
            // Division of 64 bits is many times quicker than that of 128.
            while b != 0 {
                if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a), u64::try_from(b)) {
                    while b != 0 {
                        (a, b) = (b, a % b);
                    }
                    return Self::Small(i128::from(a));
                }
                (a, b) = (b, a % b);
            }
            return i128::try_from(a).map_or_else(|_| Self::of(BigInt::from(a)), Self::Small);
        }
        let (mut a, mut b) = (self.big(), other.big());
        while b.sign() != Sign::NoSign {
            (a, b) = (b.clone(), a % b);
        }
        Self::of(if a.sign() == Sign::Minus { -a } else { a })
    }

    /// The quotient of a division that leaves no remainder.
    pub(crate) fn divided_by(&self, divisor: &Self) -> Self {
        match (self, divisor) {
            (_, Self::Small(0)) => Self::ZERO,
            (number, Self::Small(1)) => number.clone(),
            (Self::Small(a), Self::Small(b)) => match (i64::try_from(*a), i64::try_from(*b)) {
                (Ok(a), Ok(b)) => Self::Small(i128::from(a) / i128::from(b)),
                _ => a.checked_div(*b).map_or_else(|| Self::of(self.big() / divisor.big()), Self::Small),
            },
            _ => Self::of(self.big() / divisor.big()),
        }
    }

    /// The nearest binary fraction, near enough to compare by but not always rounded correctly.
    pub(crate) fn about(&self) -> f64 {
        match self {
            Self::Small(number) => match i64::try_from(*number) {
                Ok(number) => number as f64,
                Err(_) => *number as f64,
            },
            Self::Large(_) => Ratio { over: self.clone(), under: Self::Small(1) }.to_f64(),
        }
    }
}

impl From<i128> for Whole {
    fn from(number: i128) -> Self {
        Self::Small(number)
    }
}

impl From<usize> for Whole {
    fn from(number: usize) -> Self {
        Self::Small(number as i128)
    }
}

/// The product where it fits. Numbers of 32 and of 64 bits need no look for an overflow, which takes long in WebAssembly.
fn product(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(match (i32::try_from(a), i32::try_from(b)) {
            (Ok(_), Ok(_)) => i128::from(a * b),
            _ => i128::from(a) * i128::from(b),
        }),
        _ => a.checked_mul(b),
    }
}

macro_rules! operation {
    ($trait:ident $method:ident $checked:expr) => {
        impl $trait for &Whole {
            type Output = Whole;

            fn $method(self, other: Self) -> Whole {
                let fitting: fn(i128, i128) -> Option<i128> = $checked;
                if let (Whole::Small(a), Whole::Small(b)) = (self, other)
                    && let Some(small) = fitting(*a, *b)
                {
                    return Whole::Small(small);
                }
                Whole::of(self.big().$method(other.big()))
            }
        }
    };
}
operation!(Add add i128::checked_add);
operation!(Sub sub i128::checked_sub);
operation!(Mul mul product);

impl PartialOrd for Whole {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Whole {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => a.cmp(b),
            _ => self.big().cmp(&other.big()),
        }
    }
}

/// A ratio of two whole numbers; what is under the line is above 0.
#[derive(Debug, Clone)]
pub(crate) struct Ratio {
    pub(crate) over: Whole,
    pub(crate) under: Whole,
}

impl Ratio {
    pub(crate) const ZERO: Self = Self { over: Whole::ZERO, under: Whole::Small(1) };
    pub(crate) const ONE: Self = Self { over: Whole::Small(1), under: Whole::Small(1) };

    /// `over` divided by `under`, which must be above 0.
    pub(crate) fn new(over: impl Into<Whole>, under: impl Into<Whole>) -> Self {
        Self { over: over.into(), under: under.into() }
    }

    /// The same ratio in lowest terms.
    pub(crate) fn reduced(&self) -> Self {
        let divisor = self.over.gcd(&self.under);
        Self { over: self.over.divided_by(&divisor), under: self.under.divided_by(&divisor) }
    }

    /// Lowest terms once the numbers have become long.
    fn kept_short(self) -> Self {
        match (&self.over, &self.under) {
            (Whole::Small(a), Whole::Small(b)) if a.unsigned_abs() >> 62 == 0 && b >> 62 == 0 => self,
            _ => self.reduced(),
        }
    }

    fn joined(&self, other: &Self, join: fn(&Whole, &Whole) -> Whole) -> Self {
        if self.under == other.under {
            return Self { over: join(&self.over, &other.over), under: self.under.clone() };
        }
        let divisor = self.under.gcd(&other.under);
        let (mine, theirs) = (other.under.divided_by(&divisor), self.under.divided_by(&divisor));
        Self { over: join(&(&self.over * &mine), &(&other.over * &theirs)), under: &self.under * &mine }.kept_short()
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a + b)
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a - b)
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        Self { over: &self.over * &other.over, under: &self.under * &other.under }.kept_short()
    }

    /// The quotient; zero for a division by zero, which callers rule out.
    pub(crate) fn over(&self, other: &Self) -> Self {
        let turned = match other.over.sign() {
            0 => return Self::ZERO,
            1 => Self { over: other.under.clone(), under: other.over.clone() },
            _ => Self { over: &Whole::ZERO - &other.under, under: &Whole::ZERO - &other.over },
        };
        self.times(&turned)
    }

    pub(crate) fn sign(&self) -> i32 {
        self.over.sign()
    }

    /// The nearest binary fraction, ties to even: the one right answer.
    pub(crate) fn to_f64(&self) -> f64 {
        /// Whole numbers up to here are binary fractions themselves, and one division rounds correctly.
        const EXACT: i128 = 1 << 53;
        let short = |ratio: &Self| match (&ratio.over, &ratio.under) {
            (Whole::Small(a), Whole::Small(b)) if (-EXACT..=EXACT).contains(a) && *b <= EXACT => {
                Some(*a as i64 as f64 / *b as i64 as f64)
            }
            _ => None,
        };
        short(self).or_else(|| short(&self.reduced())).unwrap_or_else(|| self.to_f64_by_long_division())
    }

    fn to_f64_by_long_division(&self) -> f64 {
        let (over, under) = (self.over.big(), self.under.big());
        let (negative, over) = (over.sign() == Sign::Minus, over.magnitude().clone());
        let under = under.magnitude();
        // A quotient of 55 or 56 bits, whose last bit also says whether anything is left.
        let shift = 56 + under.bits() as i64 - over.bits() as i64;
        let (over, under) = if shift >= 0 { (over << shift, under.clone()) } else { (over, under << -shift) };
        let quotient = &over / &under;
        let rest = over != &quotient * &under;
        let bits = u64::try_from(&quotient).unwrap_or(u64::MAX) | u64::from(rest);
        let mut number = bits as f64;
        let mut left = -shift;
        // Powers of two are exact; in steps, since a single one may be out of range.
        while left != 0 {
            let step = left.clamp(-1000, 1000);
            number *= f64::from_bits(((1023 + step) as u64) << 52);
            left -= step;
        }
        if negative { -number } else { number }
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.under == other.under {
            return self.over.cmp(&other.over);
        }
        (&self.over * &other.under).cmp(&(&other.over * &self.under))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(base: i128, exponent: u32) -> Whole {
        (0..exponent).fold(Whole::Small(1), |product, _| &product * &Whole::Small(base))
    }

    #[test]
    fn whole_numbers_grow_and_shrink() {
        let large = power(10, 60);
        assert!(matches!(large, Whole::Large(_)));
        assert_eq!(&large - &(&large - &Whole::Small(7)), Whole::Small(7));
        assert_eq!(large.divided_by(&power(10, 58)), Whole::Small(100));
        assert_eq!(large.gcd(&power(6, 3)), Whole::Small(8));
        assert_eq!(Whole::Small(-12).gcd(&Whole::Small(18)), Whole::Small(6));
        assert_eq!(Whole::Small(0).gcd(&Whole::Small(-5)), Whole::Small(5));
        assert!(large > Whole::Small(i128::MAX) && (&Whole::ZERO - &large) < Whole::Small(i128::MIN));
        assert_eq!(large.about(), 1e60);
    }

    #[test]
    fn ratios_are_exact() {
        let tenth = Ratio::new(1_i128, 10_i128);
        let sum = (0..3).fold(Ratio::ZERO, |sum, _| sum.plus(&tenth));
        assert_eq!(sum, Ratio::new(3_i128, 10_i128));
        assert_eq!(sum.over(&tenth), Ratio::new(3_i128, 1_i128));
        assert_eq!(sum.over(&Ratio::ZERO), Ratio::ZERO);
        assert_eq!(tenth.minus(&sum).over(&Ratio::new(-1_i128, 5_i128)), Ratio::ONE);
        assert!(Ratio::new(1_i128, 3_i128) < Ratio::new(334_i128, 1000_i128));
    }

    #[test]
    fn rounding_is_to_the_nearest() {
        assert_eq!(Ratio::new(1_i128, 3_i128).to_f64(), 1.0 / 3.0);
        // Halfway between two binary fractions: to the even one; a little above: up.
        let half = (1_i128 << 53) + 1;
        assert_eq!(Ratio::new(half, 1_i128).to_f64(), 9_007_199_254_740_992.0);
        assert_eq!(Ratio::new(half * 1000 + 1, 1000_i128).to_f64(), 9_007_199_254_740_994.0);
        assert_eq!(Ratio::new(-half * 1000 - 1, 1000_i128).to_f64(), -9_007_199_254_740_994.0);
        // Against the reader of decimal texts, which rounds correctly.
        for (digits, places) in [(123_456_789_012_345_678_i128, 30), (987_654_321_987_654_321, 5), (1, 300)] {
            let text: f64 = format!("{digits}e-{places}").parse().unwrap();
            assert_eq!(Ratio { over: Whole::Small(digits), under: power(10, places) }.to_f64(), text);
        }
    }
}

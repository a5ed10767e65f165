//! Decimals as whole numbers of one common unit, so that sums and comparisons are exact.

use crate::decimal::spelled;

/// Numbers as whole multiples of `1 / 10^places`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Units {
    /// The multiples, in the order of the numbers.
    pub(crate) whole: Vec<i128>,
    /// Decimal places of the unit.
    pub(crate) places: u32,
}

/// The largest sum of absolute multiples that a [`Units`] may have; beyond it the numbers need too many digits.
pub(crate) const LARGEST_SUM: i128 = 1 << 66;

impl Units {
    /// The decimals that the numbers spell; `None` if one is not finite or they need more digits together than fit.
    pub(crate) fn of(numbers: &[f64]) -> Option<Self> {
        let read: Vec<(i128, u32)> = numbers.iter().map(|number| decimal(*number)).collect::<Option<_>>()?;
        let places = read.iter().map(|(_, places)| *places).max().unwrap_or(0);
        let scaled = |(digits, own): &(i128, u32)| digits.checked_mul(10_i128.checked_pow(places - own)?);
        let whole: Vec<i128> = read.iter().map(scaled).collect::<Option<_>>()?;
        let mut sum = 0_i128;
        for one in &whole {
            sum = sum.checked_add(one.checked_abs()?).filter(|sum| *sum <= LARGEST_SUM)?;
        }
        Some(Self { whole, places })
    }

    /// So many units as the nearest number.
    pub(crate) fn number(&self, units: i128) -> f64 {
        units as f64 / 10_i128.pow(self.places) as f64
    }
}

/// Digits and places of a finite number, or `None` where its text is too long to keep whole.
fn decimal(number: f64) -> Option<(i128, u32)> {
    let (digits, places) = spelled(number)?;
    let places = u32::try_from(places).ok()?;
    // 24 places are where `spelled` cuts: nothing may be lost here without a word.
    (places < 24).then_some((digits, places))
}

/// Numbers of 0 or more as shares of their sum; `None` when the sum is 0.
///
/// The sum is exact, so the order of the numbers changes nothing, and each share is one division.
pub(crate) fn shares(numbers: &[f64]) -> Option<Vec<f64>> {
    let parts: Vec<(i128, i32)> = numbers.iter().map(|number| spelled(*number).unwrap_or((0, 0))).collect();
    let places = parts.iter().map(|(_, places)| *places).max().unwrap_or(0);
    let scale = |(digits, own): &(i128, i32)| {
        let zeros = u32::try_from(places - own).unwrap_or(0);
        digits.saturating_mul(10_i128.pow(zeros))
    };
    let whole: Vec<i128> = parts.iter().map(scale).collect();
    let sum = whole.iter().fold(0_i128, |sum, one| sum.saturating_add(*one));
    (sum > 0).then(|| whole.iter().map(|one| *one as f64 / sum as f64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_digits() {
        let units = Units::of(&[12.5, -0.125, 3.0]).unwrap();
        assert_eq!((units.whole.as_slice(), units.places), (&[12_500, -125, 3000][..], 3));
        assert_eq!(units.number(12_375), 12.375);
        assert_eq!(Units::of(&[f64::NAN]), None);
        assert_eq!(Units::of(&[1e-30]), None);
        assert_eq!(Units::of(&[1e14, 1e-10]), None);
        assert_eq!(Units::of(&[0.616_666_666_666_666_7]).unwrap().places, 16);
    }

    #[test]
    fn shares_of_equal_numbers_are_equal_in_any_order() {
        assert_eq!(shares(&[0.1, 0.2, 0.3]), Some(vec![1.0 / 6.0, 2.0 / 6.0, 0.5]));
        assert_eq!(shares(&[0.3, 0.1, 0.2]), Some(vec![0.5, 1.0 / 6.0, 2.0 / 6.0]));
        assert_eq!(shares(&[0.0, 0.0]), None);
        assert_eq!(shares(&[]), None);
    }
}

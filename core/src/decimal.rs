//! Decimals as people wrote them.
//!
//! A JSON number reaches us as the nearest binary fraction; the decimal meant is the shortest text that prints it.
//! Thresholds on weights and percentages compare these decimals as integers, so that 0.1 + 0.2 is 0.3.

use serde::{Deserialize, Serialize};

/// Places kept after the point in a [`Decimal`].
pub(crate) const PLACES: usize = 6;
/// One, in millionths.
pub(crate) const ONE: i128 = 1_000_000;

/// A decimal with at most six places, held in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// A whole number.
    pub const fn whole(units: i32) -> Self {
        Self(units as i64 * ONE as i64)
    }

    /// So many millionths.
    pub const fn millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The decimal that the number's shortest text spells, if it has at most six places and is below 10^12.
    pub fn from_f64(number: f64) -> Option<Self> {
        let (digits, places) = spelled(number)?;
        let places = usize::try_from(places).unwrap_or(0);
        let scale = PLACES.checked_sub(places)?;
        let millionths = digits.checked_mul(10_i128.checked_pow(u32::try_from(scale).ok()?)?)?;
        i64::try_from(millionths).ok().filter(|value| value.unsigned_abs() < 1_000_000_000_000_000_000).map(Self)
    }

    /// In millionths.
    pub fn in_millionths(self) -> i128 {
        i128::from(self.0)
    }

    /// In millionths, below 10^18.
    pub(crate) fn in_whole_millionths(self) -> i64 {
        self.0
    }

    /// The nearest binary fraction.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// The digits and the number of decimal places that a finite number's shortest text spells: 12.5 is (125, 1).
/// Places are never negative; texts of more than 24 places or 10^15 and above are cut off (none in practice).
pub(crate) fn spelled(number: f64) -> Option<(i128, i32)> {
    if !number.is_finite() || number.abs() >= 1e15 {
        return None;
    }
    if number as i64 as f64 == number {
        return Some((i128::from(number as i64), 0));
    }
    // Rust's Display prints the shortest digits that read back to the same number, never with an exponent.
    let text = format!("{number}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.get(..24.min(fraction.len()))?;
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    Some((digits, i32::try_from(fraction.len()).ok()?))
}

/// The decimal that a finite number's shortest text spells, as `digits` x 10^-`places`, without trailing zeros.
pub(crate) fn digits_and_places(number: f64) -> Option<(i128, i32)> {
    if number.abs() < 1e15 && number as i64 as f64 == number {
        return Some((i128::from(number as i64), 0));
    }
    // A decimal of up to 15 digits that reads as the number is the shortest text: most numbers need no printing.
    let mut power = 1.0;
    for places in 0..=3 {
        let digits = number * power;
        if digits.abs() >= 1e15 {
            break;
        }
        // A whole product that divides back to the number spells it.
        if digits == digits.trunc() && digits / power == number {
            return Some((digits as i128, places));
        }
        power *= 10.0;
    }
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:e}");
    let (mantissa, exponent) = text.split_once('e')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i32 = exponent.parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    Some((format!("{whole}{fraction}").parse().ok()?, places))
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::from_f64(number).ok_or_else(|| serde::de::Error::custom("more than six decimal places"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "number", "description": "A decimal with at most six places."})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_shortest_text() {
        for (number, digits, places) in
            [(0.0, 0, 0), (-3.0, -3, 0), (3.5, 35, 1), (0.1, 1, 1), (0.3, 3, 1), (0.125, 125, 3), (1e15, 1, -15)]
        {
            assert_eq!(digits_and_places(number), Some((digits, places)), "{number}");
        }
        assert_eq!(digits_and_places(0.1 + 0.2), Some((30_000_000_000_000_004, 17)));
        assert_eq!(digits_and_places(1e300), Some((1, -300)));
        assert_eq!(digits_and_places(f64::INFINITY), None);
        assert_eq!(digits_and_places(f64::NAN), None);
        for thousandths in -20_000..20_000 {
            let number = f64::from(thousandths) / 1000.0;
            let (digits, places) = digits_and_places(number).unwrap();
            assert_eq!(digits * 10_i128.pow(3 - places as u32), i128::from(thousandths), "{number}");
        }
    }

    #[test]
    fn the_decimal_is_the_one_written() {
        assert_eq!(spelled(12.5), Some((125, 1)));
        assert_eq!(spelled(-0.1), Some((-1, 1)));
        assert_eq!(spelled(40.0), Some((40, 0)));
        assert_eq!(spelled(f64::NAN), None);
        assert_eq!(
            Decimal::from_f64(0.1).unwrap().in_millionths() * 3,
            Decimal::from_f64(0.3).unwrap().in_millionths()
        );
        assert_eq!(Decimal::from_f64(0.000_000_1), None);
        assert_eq!(Decimal::from_f64(1e300), None);
    }
}

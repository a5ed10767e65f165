//! Fractions of whole numbers: compared exactly, and printed as the nearest f64.

use std::cmp::Ordering;

/// The greatest common divisor; of 0 and `a` it is `a`.
pub(crate) fn gcd(mut a: u128, mut b: u128) -> u128 {
    // Most weights fit 64 bits, where division is many times faster.
    while b != 0 {
        if let (Ok(small), Ok(smaller)) = (u64::try_from(a), u64::try_from(b)) {
            let (mut a, mut b) = (small, smaller);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            return u128::from(a);
        }
        (a, b) = (b, a % b);
    }
    a
}

/// Divides all by what they have in common.
pub(crate) fn reduce(weights: &mut [u128]) {
    let mut common = 0;
    for weight in weights.iter() {
        common = gcd(*weight, common);
        if common == 1 {
            return;
        }
    }
    if common > 1 {
        weights.iter_mut().for_each(|weight| *weight /= common);
    }
}

/// Compares a/b with c/d, of which b and d are above 0, whatever their sizes.
#[inline]
pub(crate) fn compare((a, b): (u128, u128), (c, d): (u128, u128)) -> Ordering {
    let narrow = |number: u128| number >> 64 == 0;
    if narrow(a) && narrow(b) && narrow(c) && narrow(d) {
        return (a * d).cmp(&(c * b));
    }
    product(a, d).cmp(&product(c, b))
}

/// The product as its high and low half.
fn product(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (a_high, a_low, b_high, b_low) = (a >> 64, a & LOW, b >> 64, b & LOW);
    let low = a_low * b_low;
    let (middle, carried) = (a_low * b_high).overflowing_add(low >> 64);
    let (middle, more) = middle.overflowing_add(a_high * b_low);
    let carried = (u128::from(carried) + u128::from(more)) << 64;
    (a_high * b_high + (middle >> 64) + carried, (middle << 64) | (low & LOW))
}

/// The f64 nearest to the fraction; 0 for a denominator of 0. The denominator is below 2^127.
pub(crate) fn ratio(numerator: u128, denominator: u128) -> f64 {
    if denominator == 0 || numerator == 0 {
        return 0.0;
    }
    let (whole, mut rest) = (numerator / denominator, numerator % denominator);
    if rest == 0 {
        return whole as f64;
    }
    // 64 binary digits and whether anything follows them: then one rounding decides, as on paper.
    let (mut digits, mut exponent) = (whole, 0);
    while digits >> 63 == 0 {
        rest *= 2;
        digits = digits * 2 + u128::from(rest >= denominator);
        if rest >= denominator {
            rest -= denominator;
        }
        exponent += 1;
    }
    let digits = (digits << 1) | u128::from(rest != 0);
    // Powers of two: these divisions are exact.
    let mut number = digits as f64;
    for _ in 0..=exponent {
        number /= 2.0;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparison_is_exact_beyond_128_bits() {
        let large = u128::MAX / 3;
        assert_eq!(compare((large, large - 1), (large - 1, large - 2)), Ordering::Less);
        assert_eq!(compare((large - 1, large - 2), (large, large - 1)), Ordering::Greater);
        assert_eq!(compare((large, 2), (large, 2)), Ordering::Equal);
        assert_eq!(product(u128::MAX, u128::MAX), (u128::MAX - 1, 1));
        assert_eq!(product(1 << 127, 6), (3, 0));
    }

    #[test]
    fn a_fraction_is_the_nearest_number() {
        for (numerator, denominator, nearest) in
            [(1, 3, 1.0 / 3.0), (2, 3, 2.0 / 3.0), (22, 7, 22.0 / 7.0), (0, 5, 0.0)]
        {
            assert_eq!(ratio(numerator, denominator), nearest);
        }
        assert_eq!(ratio((1 << 53) + 1, 1), 9_007_199_254_740_992.0);
        // Twice-rounded division would be off here: numerator and denominator do not fit a float.
        assert_eq!(ratio((1 << 100) + 1, (1 << 100) + 3), 1.0);
        assert_eq!(ratio(1, 1 << 126), 2_f64.powi(-126));
        assert_eq!(ratio(5, 0), 0.0);
    }

    #[test]
    fn weights_are_reduced_together() {
        let mut weights = [300_000, 0, 450_000];
        reduce(&mut weights);
        assert_eq!(weights, [2, 0, 3]);
    }
}

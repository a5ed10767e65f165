//! Means, moving ranges and lines, and on which side of a line a value is.
//!
//! Values that are decimals of up to twelve places are taken as whole numbers of their last place. Then sums are exact,
//! and a value is on a line only if the decimals written are: what a plain sum gets wrong for percentages with two
//! decimals. Other values are summed with their rounding errors carried (Knuth's two-sum), and a constant series has its
//! value as mean.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use super::settings::{Preset, Screening, Settings};
use crate::decimal::digits_and_places;

/// Whole numbers below this, and their halves, are exact.
pub(super) const LARGEST: f64 = 2_251_799_813_685_248.0;

/// Added and taken away again, it rounds a number below [`LARGEST`] to the nearest whole one.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// How limits are made of moving ranges.
#[derive(Clone, Copy)]
pub(super) struct Making {
    pub(super) screening: Screening,
    /// A range that is just so large is screened out too, as the R package has it.
    pub(super) strict: bool,
    /// Screening a constant series leaves no limits, as in the R package.
    pub(super) loses_constant: bool,
    pub(super) factor: f64,
}

impl Making {
    pub(super) fn of(preset: Preset, settings: &Settings) -> Self {
        let of_package = preset == Preset::Nhsr022;
        Self {
            screening: settings.screening,
            strict: of_package,
            loses_constant: of_package && settings.compat_faults,
            factor: settings.factor,
        }
    }
}

/// What values may be multiplied by to be whole numbers, the first that does it.
pub(super) const SCALES: [f64; 4] = [1.0, 1e6, 1e9, 1e12];

/// A moving range above so many times the mean one is high.
pub(super) const HIGH_RANGE: f64 = 3.267;

/// Values as they are worked with.
pub(super) struct Scaled<'v> {
    pub(super) values: Cow<'v, [f64]>,
    /// What a value was multiplied by to be whole; `None` where values are no such decimals.
    pub(super) whole: Option<f64>,
    /// No whole number is farther from 0.
    largest: f64,
}

/// A line: where it is, and what is above and below it among the values worked with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) at: f64,
    /// A value is above the line if it is greater than this.
    pub(super) over: f64,
    /// A value is below the line if it is less than this.
    pub(super) under: f64,
}

/// The lines of a partition, or of a point whose lines are its own.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Lines {
    pub(super) centre: Option<Line>,
    /// One, two and three sigma above the centre.
    pub(super) upper: [Option<Line>; 3],
    /// One, two and three sigma below the centre.
    pub(super) lower: [Option<Line>; 3],
    pub(super) mean_moving_range: Option<f64>,
    /// From the centre to a limit, before it is cut off at what cannot be.
    pub(super) width: Option<f64>,
    /// Moving ranges above this are high; of all ranges, whether some are screened out or not.
    pub(super) high_range: Option<Line>,
}

impl Lines {
    /// The centre alone, as a run chart shows it.
    pub(super) fn keep_centre(&mut self) {
        (self.upper, self.lower, self.width, self.high_range) = Default::default();
    }
}

impl Line {
    /// A line with no more exactness than its number has.
    pub(super) fn at(at: f64) -> Self {
        Self { at, over: at, under: at }
    }
}

/// Sums over a base, exact or nearly so.
pub(super) struct Sums {
    pub(super) number: usize,
    pub(super) total: Total,
    pub(super) ranges: usize,
    pub(super) range: Total,
}

/// A sum of values worked with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Total {
    Exact(i128),
    /// With the roundings on the way made good.
    Near(f64),
    /// Of so many times the same value.
    Constant(f64),
}

impl Total {
    /// The mean in the values' own unit; divided once, so that it does not hang on the scale.
    pub(super) fn mean(self, number: usize, unit: f64) -> f64 {
        match self {
            Self::Exact(sum) => sum as f64 / (number as f64 * unit),
            Self::Near(sum) => sum / number as f64,
            Self::Constant(value) => value,
        }
    }
}

/// Two sums with their rounding errors carried, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Carried {
    pub(super) sum: [f64; 2],
    pub(super) error: [f64; 2],
}

impl Carried {
    #[inline(always)]
    pub(super) fn add(&mut self, numbers: [f64; 2]) {
        for ((before, error), number) in self.sum.iter_mut().zip(&mut self.error).zip(numbers) {
            let sum = *before + number;
            let part = sum - *before;
            *error += (*before - (sum - part)) + (number - part);
            *before = sum;
        }
    }

    pub(super) fn sums(&self) -> [f64; 2] {
        [0, 1].map(|side| self.sum[side] + self.error[side])
    }
}

impl<'v> Scaled<'v> {
    /// Values, on a scale that targets fit on too if there is one.
    pub(super) fn of(values: &'v [f64], targets: &[f64]) -> Self {
        let first = values.first().copied().unwrap_or_default();
        // Where the first value fits no scale, there is none.
        let scales = || SCALES.into_iter().filter(|scale| fits(first, *scale));
        let on_scale = scales().find_map(|scale| Self::on_scale(values, targets, scale));
        // What a value is beside must not hang on a target that is no such decimal.
        let of_values =
            || scales().filter(|_| !targets.is_empty()).find_map(|scale| Self::on_scale(values, &[], scale));
        on_scale.or_else(of_values).unwrap_or_else(|| Self::plain(values))
    }

    /// Values and targets as whole numbers of a scale, if it takes all of them.
    fn on_scale(values: &'v [f64], targets: &[f64], scale: f64) -> Option<Self> {
        let mut largest: f64 = 0.0;
        let mut fits = |value: &f64| {
            largest = largest.max((value * scale).abs());
            fits(*value, scale)
        };
        let targets = targets.iter().all(&mut fits);
        // In chunks, so that most of the work needs no branch.
        let mut all_fit = |chunk: &[f64]| chunk.iter().fold(true, |all, value| all & fits(value));
        if !targets || !values.chunks(16).all(&mut all_fit) || largest >= LARGEST {
            return None;
        }
        let whole = values.iter().map(|value| nearest(value * scale));
        let values = if scale == 1.0 { Cow::Borrowed(values) } else { Cow::Owned(whole.collect()) };
        Some(Self { values, whole: Some(scale), largest })
    }

    /// Values that are known to be whole numbers on that scale, or are worked with as they are.
    pub(super) fn on(values: Vec<f64>, whole: Option<f64>) -> Self {
        let scaled = |value: f64| whole.map_or(value, |scale| nearest(value * scale));
        Self { values: Cow::Owned(values.into_iter().map(scaled).collect()), whole, largest: 0.0 }
    }

    /// Values that are worked with as they are.
    pub(super) fn plain(values: &'v [f64]) -> Self {
        Self { values: Cow::Borrowed(values), whole: None, largest: 0.0 }
    }

    /// `linked(i)`: the range from the value before to value `i` counts. `kept(i)`: it was not screened out.
    fn sums(&self, base: Range<usize>, linked: impl Fn(usize) -> bool, counts: impl Fn(usize) -> bool) -> Sums {
        let values = &self.values;
        let (mut number, mut ranges) = (0, 0);
        // Whole numbers whose sum cannot reach 2^53 add up exactly as they are.
        if self.whole.is_some() && self.largest * 2.0 * (base.len() as f64) < 9e15 {
            let (mut total, mut range) = (0.0, 0.0);
            for (place, value, apart) in self.each(base) {
                let (counted, ranged) = (counts(place), linked(place));
                total += if counted { value } else { 0.0 };
                range += if ranged { apart } else { 0.0 };
                number += usize::from(counted);
                ranges += usize::from(ranged);
            }
            let exact = |sum: f64| Total::Exact(i128::from(sum as i64));
            return Sums { number, total: exact(total), ranges, range: exact(range) };
        }
        if self.whole.is_some() {
            let (mut total, mut range) = (0_i128, 0_i128);
            // So many whole numbers below 2^52 add up to less than 2^63.
            for start in base.clone().step_by(1024) {
                let (mut some, mut some_ranges) = (0_i64, 0_i64);
                for place in start..base.end.min(start + 1024) {
                    if counts(place) {
                        some += values[place] as i64;
                        number += 1;
                    }
                    if linked(place) {
                        some_ranges += (values[place] - values[place - 1]).abs() as i64;
                        ranges += 1;
                    }
                }
                total += i128::from(some);
                range += i128::from(some_ranges);
            }
            return Sums { number, total: Total::Exact(total), ranges, range: Total::Exact(range) };
        }
        let mut both = Carried::default();
        for (place, value, apart) in self.each(base.clone()) {
            let (counted, ranged) = (counts(place), linked(place));
            both.add([if counted { value } else { 0.0 }, if ranged { apart } else { 0.0 }]);
            number += usize::from(counted);
            ranges += usize::from(ranged);
        }
        let [mut total, range] = both.sums();
        // A constant series has its value as mean, whatever its sum is rounded to.
        let mean = total / number as f64;
        let first = values.get(base.start).copied().unwrap_or_default();
        if (mean - first).abs() <= first.abs() * 1e-15 && values[base].iter().all(|value| *value == first) {
            return Sums { number, total: Total::Constant(first), ranges, range: Total::Near(range) };
        }
        if number == 0 {
            total = 0.0;
        }
        Sums { number, total: Total::Near(total), ranges, range: Total::Near(range) }
    }

    /// Each place with its value, and how far that is from the one before.
    #[inline(always)]
    fn each(&self, base: Range<usize>) -> impl Iterator<Item = (usize, f64, f64)> {
        let mut before = self.values.get(base.start.saturating_sub(1)).copied().unwrap_or_default();
        base.clone().zip(&self.values[base]).map(move |(place, value)| {
            let apart = (value - before).abs();
            before = *value;
            (place, *value, apart)
        })
    }

    /// The lines of an XmR chart from a base of values. `linked(i)`: value `i` has a moving range.
    pub(super) fn xmr(&self, base: Range<usize>, linked: impl Fn(usize) -> bool, making: Making) -> Lines {
        let mut sums = self.sums(base.clone(), &linked, |_| true);
        let high_range = (sums.ranges > 0).then(|| self.high_range(sums.range, sums.ranges));
        let mut all_screened = false;
        if let Some(high) = high_range.filter(|_| making.screening != Screening::Off) {
            let kept = |place: usize| {
                let range = self.apart(place);
                if making.strict { range < high.under } else { range <= high.over }
            };
            let nothing_varies = high.at == 0.0;
            all_screened = nothing_varies && making.loses_constant;
            if !nothing_varies {
                let with_mean = making.screening == Screening::MrAndMean;
                let counts = |place: usize| !with_mean || !linked(place) || kept(place);
                sums = self.sums(base, |place| linked(place) && kept(place), counts);
            }
        }
        if all_screened {
            sums.ranges = 0;
        }
        let mut lines = self.of_sums(&sums, making.factor);
        lines.high_range = high_range.filter(|_| !all_screened);
        lines
    }

    /// What moving ranges above are high.
    fn high_range(&self, range: Total, ranges: usize) -> Line {
        let at = HIGH_RANGE * range.mean(ranges, self.whole.unwrap_or(1.0));
        let Total::Exact(range) = range else { return Line::at(at) };
        let near = HIGH_RANGE * (range as f64 / ranges as f64);
        Line::between(at, near, near, || Some((range.checked_mul(3267)?, (ranges as i128).checked_mul(1000)?)))
    }

    /// The lines of an XmR chart from sums.
    pub(super) fn of_sums(&self, sums: &Sums, factor: f64) -> Lines {
        let Sums { number, total, ranges, range } = *sums;
        if number == 0 {
            return Lines::default();
        }
        let unit = self.whole.unwrap_or(1.0);
        let (mean, mean_range) = (total.mean(number, unit), range.mean(ranges.max(1), unit));
        // The same among the values worked with, and as ratios of whole numbers.
        let exact = match (total, range) {
            (Total::Exact(total), Total::Exact(range)) => {
                let near = [total as f64 / number as f64, range as f64 / ranges.max(1) as f64];
                Some((near, [(total, number as i128), (range, ranges as i128)]))
            }
            _ => None,
        };
        // So many thirds of `factor` mean moving ranges from the mean.
        let line = |thirds: i32| {
            let step = factor * f64::from(thirds) / 3.0;
            let at = mean + step * mean_range;
            let Some(([mean, range], ratios)) = exact else { return Line::at(at) };
            let away = step * range;
            Line::between(at, mean + away, mean.abs() + away.abs(), || away_by(ratios, factor, thirds))
        };
        if ranges == 0 {
            return Lines { centre: Some(line(0)), ..Lines::default() };
        }
        Lines {
            centre: Some(line(0)),
            upper: [1, 2, 3].map(|thirds| Some(line(thirds))),
            lower: [-1, -2, -3].map(|thirds| Some(line(thirds))),
            mean_moving_range: Some(mean_range),
            width: Some(factor * mean_range),
            high_range: Some(self.high_range(range, ranges)),
        }
    }

    /// The middle value, or the mean of the two in the middle.
    pub(super) fn median(&self, base: Range<usize>) -> Option<Line> {
        let mut sorted = self.values[base].to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let upper = *sorted.get(middle)?;
        let lower = if sorted.len() % 2 == 1 { upper } else { sorted[middle - 1] };
        let Some(unit) = self.whole else { return Some(Line::at((lower + upper) / 2.0)) };
        let half = (lower + upper) / 2.0;
        Some(Line { at: (lower + upper) / (2.0 * unit), over: half, under: half })
    }

    /// The lines of a G chart: cases between events, with the median as its centre.
    pub(super) fn g(&self, base: Range<usize>) -> Lines {
        let Sums { number, total, .. } = self.sums(base, |_| false, |_| true);
        self.g_of(number, total)
    }

    /// The lines of a G chart of so many points.
    pub(super) fn g_of(&self, number: usize, total: Total) -> Lines {
        if number == 0 {
            return Lines::default();
        }
        let unit = self.whole.unwrap_or(1.0);
        let mean = total.mean(number, unit);
        let at = 0.693 * mean;
        let centre = match total {
            Total::Exact(sum) => {
                let ratio = || Some((sum.checked_mul(693)?, (number as i128).checked_mul(1000)?));
                Line::between(at, at * unit, (at * unit).abs(), ratio)
            }
            Total::Near(_) | Total::Constant(_) => Line::at(at),
        };
        let limit = mean + 3.0 * (mean * (mean + 1.0)).sqrt();
        let limit = Line { at: limit, over: limit * unit, under: limit * unit };
        Lines { centre: Some(centre), upper: [None, None, Some(limit)], ..Lines::default() }
    }

    /// A stated mean and sigma.
    pub(super) fn given(&self, mean: f64, sigma: f64) -> Lines {
        let unit = self.whole.unwrap_or(1.0);
        let line = |sigmas: f64| {
            let at = mean + sigmas * sigma;
            // The decimal written, times the unit, is whole but for its rounding.
            let on = at * unit;
            let on = if (on - nearest(on)).abs() <= on.abs() * 1e-15 { nearest(on) } else { on };
            Some(Line { at, over: on, under: on })
        };
        Lines {
            centre: line(0.0),
            upper: [line(1.0), line(2.0), line(3.0)],
            lower: [line(-1.0), line(-2.0), line(-3.0)],
            width: Some(3.0 * sigma),
            ..Lines::default()
        }
    }

    /// Whether a target is above a line: less, equal or greater.
    pub(super) fn compare(&self, target: f64, line: Line) -> Ordering {
        let unit = self.whole.unwrap_or(1.0);
        let on_scale = nearest(target * unit);
        if on_scale / unit != target {
            return target.total_cmp(&line.at);
        }
        match (on_scale > line.over, on_scale < line.under) {
            (true, _) => Ordering::Greater,
            (_, true) => Ordering::Less,
            _ => Ordering::Equal,
        }
    }

    /// A value worked with, as it is shown.
    pub(super) fn shown(&self, value: f64) -> f64 {
        value / self.whole.unwrap_or(1.0)
    }

    /// The moving range at a place.
    fn apart(&self, place: usize) -> f64 {
        (self.values[place] - self.values[place - 1]).abs()
    }

    /// The moving range at a place, in the values' own unit.
    pub(super) fn moving_range(&self, place: usize) -> f64 {
        self.shown(self.apart(place))
    }

    /// True for a moving range that is high among those of its lines.
    pub(super) fn is_high(&self, place: usize, lines: &Lines) -> bool {
        lines.high_range.is_some_and(|high| self.apart(place) > high.over)
    }
}

impl Line {
    /// A line among whole numbers, at a ratio of two: exact where it is near a whole number, and cheap elsewhere.
    fn between(at: f64, near: f64, size: f64, ratio: impl FnOnce() -> Option<(i128, i128)>) -> Self {
        let whole = nearest(near);
        // Many times what the few roundings before can have cost.
        let doubt = size * 1e-14 + 1e-14;
        if (near - whole).abs() > doubt {
            let under = if whole > near { whole } else { whole + 1.0 };
            return Self { at, over: under - 1.0, under };
        }
        match ratio() {
            Some((up, below)) if below > 0 => {
                let floor = up.div_euclid(below);
                let ceiling = if up.rem_euclid(below) == 0 { floor } else { floor + 1 };
                Self { at, over: floor as f64, under: ceiling as f64 }
            }
            _ => Self { at, over: near, under: near },
        }
    }
}

/// True if the value, times the scale, is a whole number; of those below [`LARGEST`].
#[inline(always)]
pub(super) fn fits(value: f64, scale: f64) -> bool {
    let whole = (value * scale + ROUNDING) - ROUNDING;
    whole / scale == value
}

/// The nearest whole number to one below [`LARGEST`]; larger ones are left.
pub(super) fn nearest(number: f64) -> f64 {
    if number.abs() < LARGEST { (number + ROUNDING) - ROUNDING } else { number }
}

/// So many thirds of `factor` mean ranges from a mean, as a ratio of whole numbers.
fn away_by([(total, number), (range, ranges)]: [(i128, i128); 2], factor: f64, thirds: i32) -> Option<(i128, i128)> {
    if thirds == 0 {
        return Some((total, number));
    }
    let (over, under) = ratio_of(factor)?;
    let up = total.checked_mul(ranges)?.checked_mul(under.checked_mul(3)?)?;
    let range = range.checked_mul(number)?.checked_mul(over.checked_mul(i128::from(thirds))?)?;
    let below = number.checked_mul(ranges)?.checked_mul(under.checked_mul(3)?)?;
    Some((up.checked_add(range)?, below))
}

/// A factor as a ratio of whole numbers: 2.66 is 266/100, and what 3/1.128 gives is 125/47.
fn ratio_of(factor: f64) -> Option<(i128, i128)> {
    if factor == 2.66 {
        return Some((133, 50));
    }
    if factor == 3.0 / 1.128 {
        return Some((125, 47));
    }
    let (digits, places) = digits_and_places(factor)?;
    Some((digits, 10_i128.checked_pow(u32::try_from(places.max(0)).ok().filter(|places| *places <= 6)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Making = Making { screening: Screening::Off, strict: false, loses_constant: false, factor: 2.66 };

    fn drawn(values: &[f64]) -> (Scaled<'_>, Lines) {
        let scaled = Scaled::of(values, &[]);
        let lines = scaled.xmr(0..values.len(), |place| place > 0, PLAIN);
        (scaled, lines)
    }

    #[test]
    fn a_decimal_on_the_mean_is_on_it() {
        let values = [92.49, 92.03, 92.04, 92.7, 92.98, 92.59, 92.39, 92.46];
        // A plain sum puts the mean beside the last value.
        assert_ne!(values.iter().sum::<f64>() / 8.0, values[7]);
        let (scaled, lines) = drawn(&values);
        let centre = lines.centre.unwrap();
        assert_eq!(centre.at, values[7]);
        assert!(scaled.values[7] <= centre.over && scaled.values[7] >= centre.under);
    }

    #[test]
    fn limits_are_2_66_mean_moving_ranges_away() {
        let (_, lines) = drawn(&[10.0, 14.0, 11.0, 13.0]);
        assert_eq!(lines.mean_moving_range, Some(3.0));
        assert_eq!(lines.upper[2].unwrap().at, 12.0 + 2.66 * 3.0);
        assert_eq!(lines.lower[2].unwrap().at, 12.0 - 2.66 * 3.0);
        assert!((lines.upper[0].unwrap().at - (12.0 + 2.66)).abs() < 1e-12);
    }

    #[test]
    fn a_value_on_a_limit_is_not_beyond_it() {
        // Mean 400, mean moving range 100: the limit is 666 exactly.
        let (_, lines) = drawn(&[350.0, 450.0, 350.0, 450.0]);
        assert_eq!(lines.upper[2].unwrap(), Line { at: 666.0, over: 666.0, under: 666.0 });
        // 400 + 2.66 x 112.5 is between two whole numbers.
        let limit = drawn(&[350.0, 450.0, 400.0, 300.0, 500.0]).1.upper[2].unwrap();
        assert_eq!((limit.over, limit.under), (699.0, 700.0));
    }

    #[test]
    fn a_constant_series_has_its_value_as_mean_and_limits() {
        for value in [1.0 / 3.0, 0.1 + 0.2, 1e300, -7.7e-300, 49.0 / 3.0] {
            let values = [value; 49];
            let (_, lines) = drawn(&values);
            for line in [lines.centre, lines.upper[2], lines.lower[2]] {
                assert_eq!(line.unwrap(), Line::at(value), "{value}");
            }
        }
    }

    #[test]
    fn a_target_that_is_no_decimal_changes_no_line() {
        let values = [5000.0, 5200.0, 4900.0, 5100.0, 5050.0];
        let linked = |place: usize| place > 0;
        let drawn = |targets: &[f64]| Scaled::of(&values, targets).xmr(0..5, linked, PLAIN);
        // A third fits on no scale: the lines stay exact.
        assert_eq!(drawn(&[1.0 / 3.0]), drawn(&[]));
        // Half fits on a finer scale: what is printed stays the same.
        let at = |lines: Lines| [lines.centre, lines.upper[2], lines.lower[1]].map(|line| line.unwrap().at);
        assert_eq!(at(drawn(&[0.5])), at(drawn(&[])));
    }

    #[test]
    fn whole_numbers_and_decimals_give_the_same_sides() {
        let whole: Vec<f64> = (0..40).map(|place| f64::from(place * 37 % 23)).collect();
        let hundredths: Vec<f64> = whole.iter().map(|value| value / 100.0).collect();
        let ((a, first), (b, second)) = (drawn(&whole), drawn(&hundredths));
        let sides = |scaled: &Scaled<'_>, line: Option<Line>| -> Vec<_> {
            let line = line.unwrap();
            scaled.values.iter().map(|value| (*value > line.over, *value < line.under)).collect()
        };
        assert_eq!(sides(&a, first.centre), sides(&b, second.centre));
        assert_eq!(sides(&a, first.upper[1]), sides(&b, second.upper[1]));
    }
}

//! Sums that grow one value at a time, and give the same lines as sums over all values at once.

use super::attributes::Counted;
use super::lines::{Carried, LARGEST, Lines, SCALES, Scaled, Sums, Total, fits, nearest};

/// What the lines of a base come from: whole numbers on the scale of the series while there is one, and plain sums.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Growing {
    pub(super) number: usize,
    pub(super) ranges: usize,
    /// Values and moving ranges, of charts of counts numerators and denominators, as whole numbers.
    pub(super) exact: [i128; 2],
    /// The same as they are, with the roundings of each addition beside.
    pub(super) carried: Carried,
    pub(super) first: f64,
    /// All values are the first one.
    pub(super) constant: bool,
}

/// The scale on which the values so far are whole numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// On which of the scales every value is a whole number.
    pub(super) fits: [bool; SCALES.len()],
    pub(super) largest: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self { fits: [true; SCALES.len()], largest: 0.0 }
    }
}

impl Scale {
    pub(super) fn take(&mut self, value: f64) {
        self.fits.iter_mut().zip(SCALES).for_each(|(all, scale)| *all &= fits(value, scale));
        self.largest = self.largest.max(value.abs());
    }

    /// The first scale that takes all values, and these targets too.
    pub(super) fn of(&self, targets: &[f64]) -> Option<f64> {
        let takes = |(all, scale): (&bool, f64)| {
            let largest =
                targets.iter().fold(self.largest * scale, |largest, target| largest.max((target * scale).abs()));
            (*all && targets.iter().all(|target| fits(*target, scale)) && largest < LARGEST).then_some(scale)
        };
        let found = self.fits.iter().zip(SCALES).find_map(takes);
        if found.is_some() || targets.is_empty() { found } else { self.of(&[]) }
    }
}

impl Growing {
    /// `scale`: that of the sums. The range is that to a value before.
    pub(super) fn take(&mut self, value: f64, before: Option<f64>, scale: Option<f64>) {
        if self.number == 0 {
            (self.first, self.constant) = (value, true);
        }
        self.constant &= value == self.first;
        self.number += 1;
        self.ranges += usize::from(before.is_some());
        self.carried.add([value, before.map_or(0.0, |before| (value - before).abs())]);
        if let Some(scale) = scale {
            let whole = |value: f64| nearest(value * scale) as i128;
            let range = before.map_or(0, |before| whole(value).abs_diff(whole(before)) as i128);
            self.add_whole([whole(value), range]);
        }
    }

    /// A numerator and its denominator, on the scale of the sums.
    pub(super) fn count(&mut self, both: [f64; 2], scale: Option<f64>) {
        self.number += 1;
        self.carried.add(both);
        if let Some(scale) = scale {
            self.add_whole(both.map(|number| nearest(number * scale) as i128));
        }
    }

    fn add_whole(&mut self, both: [i128; 2]) {
        self.exact = [0, 1].map(|side| self.exact[side].saturating_add(both[side]));
    }

    /// So many times as fine a scale.
    pub(super) fn finer(&mut self, from: f64, to: f64) {
        let times = (to / from) as i128;
        self.exact = self.exact.map(|sum| sum.saturating_mul(times));
    }

    /// Both sums on a scale that is as fine as theirs, or finer; or as they are.
    fn totals(&self, scales: Option<(f64, f64)>) -> [Total; 2] {
        let Some((from, to)) = scales else { return self.carried.sums().map(Total::Near) };
        let mut finer = *self;
        finer.finer(from, to);
        finer.exact.map(Total::Exact)
    }

    fn sums(&self, scales: Option<(f64, f64)>) -> Sums {
        let (number, ranges) = (self.number, self.ranges);
        let [mut total, range] = self.totals(scales);
        if let Total::Near(sum) = total
            && self.constant
            && (sum / number as f64 - self.first).abs() <= self.first.abs() * 1e-15
        {
            total = Total::Constant(self.first);
        }
        Sums { number, total, ranges, range }
    }

    /// What the lines of a chart of counts come from.
    pub(super) fn counted(&self, scale: Option<f64>) -> Counted {
        Counted::of_sums(self.totals(scale.zip(scale)), scale)
    }

    /// The lines of an XmR chart whose ranges all count.
    pub(super) fn xmr(&self, on: &Scaled<'_>, scale: Option<f64>, factor: f64) -> Lines {
        on.of_sums(&self.sums(scale.zip(on.whole)), factor)
    }

    /// The lines of a G chart.
    pub(super) fn g(&self, on: &Scaled<'_>, scale: Option<f64>) -> Lines {
        let Sums { number, total, .. } = self.sums(scale.zip(on.whole));
        on.g_of(number, total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growing_sums_give_the_lines_of_all_values_at_once() {
        let values = [92.49, 92.03, 92.0, 92.7, 92.98, 0.1, 92.39, 1.0 / 3.0];
        for number in 1..=values.len() {
            let (mut growing, mut scale, mut home) = (Growing::default(), Scale::default(), Some(1.0));
            for (place, value) in values[..number].iter().enumerate() {
                scale.take(*value);
                let next = scale.of(&[]);
                if let (Some(from), Some(to)) = (home, next) {
                    growing.finer(from, to);
                }
                home = next;
                growing.take(*value, place.checked_sub(1).map(|before| values[before]), home);
            }
            let scaled = Scaled::of(&values[..number], &[]);
            let making = super::super::lines::Making {
                screening: super::super::Screening::Off,
                strict: false,
                loses_constant: false,
                factor: 2.66,
            };
            let at_once: Lines = scaled.xmr(0..number, |place| place > 0, making);
            let grown = growing.xmr(&scaled, home, 2.66);
            assert_eq!(grown, at_once, "{number}");
            assert!(grown.centre.is_some_and(|line| line.at > 0.0));
        }
    }
}

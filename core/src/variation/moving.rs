//! The lines of an XmR or T chart as they move with the value of the next point.

use std::ops::Range;

use super::case::Case;
use super::input::Chart;
use super::lines::{HIGH_RANGE, Making};
use super::next::At;
use super::settings::Screening;

/// What rounding may have done, many times over.
const SLACK: f64 = 1e-9;

/// The points and moving ranges before the next point.
pub(super) struct Ranges {
    total: f64,
    points: f64,
    /// The sum of all ranges, and how many they are.
    sum: f64,
    number: usize,
    /// Where large ranges are left out: those that may be, from the smallest up. Each with the sum from there on, and
    /// with that of the values which these ranges lead to.
    large: Vec<[f64; 3]>,
    /// The value that the next point's range is taken from.
    last: Option<f64>,
    screening: Screening,
    strict: bool,
    factor: f64,
}

/// Part of the values that the next point can have, in which its lines are straight.
struct Piece {
    from: f64,
    to: f64,
}

impl Ranges {
    /// `linked`: the points of the base that have a range. `ranged`: the next point has one too.
    pub(super) fn of(case: &Case<'_>, base: Range<usize>, linked: &[bool], ranged: bool) -> Self {
        let judged = &case.judged;
        let ranges = || {
            let linked = base.clone().filter(|place| linked[*place]);
            linked.map(|place| ((judged[place] - judged[place - 1]).abs(), judged[place]))
        };
        let making = Making::of(case.options.preset, &case.settings);
        let screening = if case.options.chart == Chart::T { Screening::Off } else { making.screening };
        let (all, number) = (sum(ranges().map(|(range, _)| range)), ranges().count());
        let mut large = Vec::new();
        if screening != Screening::Off {
            // Whatever the next value, these alone may be too large.
            let least = HIGH_RANGE * all / (number + 1) as f64 * (1.0 - SLACK);
            let found = ranges().filter(|(range, _)| *range >= least);
            large.extend(found.map(|(range, value)| [range, 0.0, value]));
            large.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]));
            let (mut range, mut value) = (0.0, 0.0);
            for row in large.iter_mut().rev() {
                range += row[0];
                value += row[2];
                (row[1], row[2]) = (range, value);
            }
        }
        Self {
            total: sum(judged[base.clone()].iter().copied()),
            points: base.len() as f64,
            sum: all,
            number,
            large,
            last: judged.last().copied().filter(|_| ranged),
            screening,
            strict: making.strict,
            factor: making.factor,
        }
    }

    /// How many ranges may count or not, as the next value has it.
    pub(super) fn bends(&self) -> usize {
        self.large.len()
    }

    /// All ranges, the next one among them.
    fn number(&self) -> f64 {
        self.number as f64 + f64::from(u8::from(self.last.is_some()))
    }

    /// Of the mean and of the mean range: what stands without the next value, and what is multiplied by its value or
    /// its range.
    fn straight(&self, value: f64) -> ([f64; 2], Option<[f64; 2]>) {
        let range = self.last.map(|last| (value - last).abs());
        let whole = [self.total / (self.points + 1.0), 1.0 / (self.points + 1.0)];
        let number = self.number();
        if number == 0.0 {
            return (whole, None);
        }
        let own = f64::from(u8::from(range.is_some()));
        let mean = (self.sum + range.unwrap_or(0.0)) / number;
        if self.screening == Screening::Off || mean == 0.0 {
            return (whole, Some([self.sum / number, own / number]));
        }
        let limit = HIGH_RANGE * mean;
        let is_kept = |range: f64| if self.strict { range < limit } else { range <= limit };
        let kept = self.large.partition_point(|row| is_kept(row[0]));
        let [_, left_out, values] = self.large.get(kept).copied().unwrap_or_default();
        let left_out = [left_out, values, (self.large.len() - kept) as f64];
        let own = range.filter(|range| is_kept(*range)).map_or(0.0, |_| 1.0);
        let number = self.number as f64 - left_out[2] + own;
        let ranges = (number > 0.0).then(|| [(self.sum - left_out[0]) / number, own / number]);
        if self.screening == Screening::MrOnly {
            return (whole, ranges);
        }
        // The points of the ranges that are left out are left out of the mean too.
        let joins = if range.is_some() { own } else { 1.0 };
        let points = self.points - left_out[2] + joins;
        ([(self.total - left_out[1]) / points, joins / points], ranges)
    }

    pub(super) fn at(&self, value: f64) -> At {
        let (mean, ranges) = self.straight(value);
        let mean = mean[0] + mean[1] * value;
        let Some([still, moving]) = ranges else {
            return At { mean, upper: [f64::INFINITY; 2], lower: [f64::NEG_INFINITY; 2] };
        };
        let range = still + moving * self.last.map_or(0.0, |last| (value - last).abs());
        let (two, three) = (self.factor * 2.0 / 3.0 * range, self.factor * range);
        At { mean, upper: [mean + two, mean + three], lower: [mean - two, mean - three] }
    }

    /// Where what counts among the ranges changes, on both sides of the last value.
    fn pieces(&self) -> Vec<Piece> {
        let Some(last) = self.last else { return vec![Piece { from: f64::NEG_INFINITY, to: f64::INFINITY }] };
        let mut breaks = vec![0.0];
        if self.screening != Screening::Off {
            let (sum, number) = (self.sum, self.number());
            if number > HIGH_RANGE {
                breaks.push(HIGH_RANGE * sum / (number - HIGH_RANGE));
            }
            let far = self.large.iter().map(|row| row[0] * number / HIGH_RANGE - sum);
            breaks.extend(far.filter(|range| *range > 0.0));
            breaks.sort_unstable_by(f64::total_cmp);
            breaks.dedup();
        }
        breaks.push(f64::INFINITY);
        let pair = |pair: &[f64]| {
            let (near, far) = (pair[0], pair[1]);
            [Piece { from: last - far, to: last - near }, Piece { from: last + near, to: last + far }]
        };
        breaks.windows(2).flat_map(pair).collect()
    }

    pub(super) fn meetings<V: Iterator<Item = f64>>(&self, beside: impl Fn() -> V, found: &mut Vec<f64>) {
        for piece in self.pieces() {
            found.extend([piece.from, piece.to]);
            let inside = inside(piece.from, piece.to);
            let (mean, ranges) = self.straight(inside);
            // The mean range, as it is and per unit of the value.
            let [still, moving] = ranges.unwrap_or_default();
            let sign = self.last.map_or(0.0, |last| if inside < last { -1.0 } else { 1.0 });
            let range = [still - sign * moving * self.last.unwrap_or(0.0), sign * moving];
            for sigmas in [0.0, 2.0, 3.0, -2.0, -3.0] {
                let times = sigmas / 3.0 * self.factor;
                let line = [mean[0] + times * range[0], mean[1] + times * range[1]];
                let own = line[0] / (1.0 - line[1]);
                let others = beside().map(|value| (value - line[0]) / line[1]);
                // What is found beside a piece by rounding is of no use and does no harm.
                let near = |value: &f64| *value >= piece.from && *value <= piece.to;
                found.extend(std::iter::once(own).chain(others).filter(near));
            }
        }
    }
}

/// A value between two others, of which one or both may be without end.
pub(super) fn inside(from: f64, to: f64) -> f64 {
    match (from.is_finite(), to.is_finite()) {
        (true, true) => from + (to - from) / 2.0,
        (true, false) => from + from.abs() + 1.0,
        (false, true) => to - to.abs() - 1.0,
        (false, false) => 0.0,
    }
}

/// A sum with the roundings on the way made good.
pub(super) fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut error) = (0.0_f64, 0.0);
    for number in numbers {
        let next = sum + number;
        error += if sum.abs() >= number.abs() { (sum - next) + number } else { (number - next) + sum };
        sum = next;
    }
    sum + error
}

//! What the next point would be judged by: its neighbours, and lines that move with its value where nothing fixes them.

use std::ops::Range;

use super::attributes;
use super::case::Case;
use super::input::{Baseline, Chart};
use super::lines::Lines;
use super::moving::{Ranges, sum};
use super::settings::{Frequency, Missing};

/// With more large moving ranges than these, which ones count changes too often with the next value.
const MOST_BENDS: usize = 1000;

/// The lines at one value of the next point; without a line, what is never crossed.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) mean: f64,
    /// Two sigma, then three, above the mean.
    pub(super) upper: [f64; 2],
    /// Two sigma, then three, below the mean.
    pub(super) lower: [f64; 2],
}

/// The point that would come next, if it has a value and counts.
pub(super) struct Next<'c, 'o> {
    pub(super) case: &'c Case<'o>,
    /// A shift goes on to it.
    pub(super) linked: bool,
    /// A trend goes on to it.
    pub(super) trend: bool,
    /// The points that count and are in the partition of the one before, as they would then be parted.
    pub(super) same: Vec<bool>,
    lines: Moving,
    /// Of charts of counts its denominator, taken to be that of the last point.
    under: f64,
}

/// How the lines hang on the value of the next point.
enum Moving {
    /// They do not: a baseline fixes them. Of charts of counts, these are the centre and what it comes from.
    Fixed(Box<Lines>),
    /// An XmR or T chart.
    Ranges(Ranges),
    /// A G chart: so many points with that total.
    Median { total: f64, points: f64 },
    /// Charts of counts: what the centre comes from, without the next point and whether it joins.
    Counts { over: f64, under: f64, joins: bool, chart: Chart },
}

impl<'c, 'o> Next<'c, 'o> {
    /// `None` for charts without rules, those that would still be shown as run charts, and Laney's.
    pub(super) fn of(case: &'c Case<'o>, lines: &[Lines], values: &[Option<f64>]) -> Option<Self> {
        let chart = case.options.chart;
        let short = case.used.len() + 1 < case.settings.minimum_points as usize
            && case.settings.short_series == super::ShortSeries::RunChart;
        if short || matches!(chart, Chart::Run | Chart::PPrime | Chart::UPrime) {
            return None;
        }
        let Place { base, joins, same, whole } = Place::of(case);
        let missing = |point: usize| case.shown[point].is_none() && !case.ghosted[point];
        let after_last = case.used.last().map_or(0, |last| last + 1);
        let breaks = case.settings.missing == Missing::Break && (after_last..case.shown.len()).any(missing);
        let reached = !breaks && !case.used.is_empty();
        let last = case.used.last().copied();
        let denominators = case.options.denominators.as_deref();
        let under_of = |point: usize| denominators.map_or(Some(1.0), |all| all.get(point).copied().flatten());
        // A baseline that is reached takes recalculations back.
        let within = if whole { case.reached.clone() } else { case.same_partition() };
        let moving = if attributes::has_own_lines(chart) {
            let over = sum(base.clone().filter_map(|place| values.get(case.used[place]).copied().flatten()));
            let under = sum(base.filter_map(|place| under_of(case.used[place])));
            Moving::Counts { over, under, joins, chart }
        } else if !joins {
            Moving::Fixed(Box::new(fixed(case, lines)))
        } else if chart == Chart::G {
            Moving::Median { total: sum(case.judged[base.clone()].iter().copied()), points: base.len() as f64 }
        } else {
            // On a T chart ranges go on from one partition to the next.
            let ranged = reached && (same || chart == Chart::T);
            let ranges = Ranges::of(case, base, if chart == Chart::T { &case.reached } else { &within }, ranged);
            if ranges.bends() > MOST_BENDS {
                return None;
            }
            Moving::Ranges(ranges)
        };
        Some(Self {
            case,
            linked: reached && same,
            trend: reached && (same || case.settings.trend_crosses_partitions),
            same: within,
            lines: moving,
            under: last.and_then(under_of).unwrap_or(1.0),
        })
    }

    /// The denominator of a point that counts.
    fn under_of(&self, place: usize) -> f64 {
        let denominators = self.case.options.denominators.as_deref();
        denominators.and_then(|all| *all.get(self.case.used[place])?).unwrap_or(1.0)
    }

    /// The values that the next point can have, on the scale on which it is judged.
    pub(super) fn domain(&self) -> (f64, f64) {
        match self.case.options.chart {
            Chart::Xmr | Chart::Run => (f64::NEG_INFINITY, f64::INFINITY),
            Chart::P | Chart::PPrime => (0.0, 1.0),
            _ => (0.0, f64::INFINITY),
        }
    }

    /// The lines where the next point has that value: its own, or those of a point before it.
    pub(super) fn at(&self, value: f64, place: Option<usize>) -> At {
        match &self.lines {
            Moving::Fixed(lines) => of_lines(lines, self.case.options.chart),
            Moving::Ranges(ranges) => ranges.at(value),
            Moving::Median { total, points } => {
                let mean = (total + value) / (points + 1.0);
                let limit = mean + 3.0 * (mean * (mean + 1.0)).sqrt();
                At { mean: 0.693 * mean, upper: [f64::INFINITY, limit], lower: [f64::NEG_INFINITY; 2] }
            }
            Moving::Counts { over, under, joins, chart } => {
                let (mut over, mut below) = (*over, *under);
                if *joins {
                    over += value * self.under;
                    below += self.under;
                }
                let mean = if below > 0.0 { over / below } else { 0.0 };
                let under = place.map_or(self.under, |place| self.under_of(place));
                let chance = if *chart == Chart::P { mean * (1.0 - mean) } else { mean };
                let sigma = (chance / under).max(0.0).sqrt();
                let most = if *chart == Chart::P { 1.0 } else { f64::INFINITY };
                let line = |sigmas: f64| (mean + sigmas * sigma).clamp(0.0, most);
                At { mean, upper: [line(2.0), line(3.0)], lower: [line(-2.0), line(-3.0)] }
            }
        }
    }

    /// Every value of the next point at which a line may meet it, or one of the points `beside`.
    pub(super) fn meetings(&self, beside: &[usize]) -> Vec<f64> {
        let values = || beside.iter().map(|place| self.case.judged[*place]);
        let mut found = Vec::new();
        match &self.lines {
            Moving::Fixed(lines) => {
                let at = of_lines(lines, self.case.options.chart);
                found.extend([at.mean, at.upper[0], at.upper[1], at.lower[0], at.lower[1]]);
            }
            Moving::Ranges(ranges) => ranges.meetings(values, &mut found),
            Moving::Median { total, points } => {
                let number = points + 1.0;
                found.push(0.693 * total / (number - 0.693));
                found.extend(values().map(|value| value * number / 0.693 - total));
                // With the mean as the unknown: (points x mean - total)^2 = 9 (mean^2 + mean).
                let roots = roots(points * points - 9.0, -(2.0 * total * points + 9.0), total * total);
                found.extend(roots.map(|mean| number * mean - total));
            }
            Moving::Counts { joins: false, .. } => {
                let at = self.at(0.0, None);
                found.extend([at.mean, at.upper[0], at.upper[1], at.lower[0], at.lower[1]]);
            }
            Moving::Counts { over, under, joins: true, chart } => {
                let all = under + self.under;
                let value_of = |mean: f64| (all * mean - over) / self.under;
                found.push(over / under);
                found.extend(values().map(value_of));
                // Chance is mean x (1 - mean) of a proportion, else the mean.
                let square = if *chart == Chart::P { 1.0 } else { 0.0 };
                for sigmas in [4.0, 9.0] {
                    let spread = sigmas * self.under;
                    let met = roots(under * under + square * spread, -(2.0 * under * over + spread), over * over);
                    found.extend(met.map(value_of));
                    for place in beside {
                        let (value, spread) = (self.case.judged[*place], sigmas / self.under_of(*place));
                        let met = roots(1.0 + square * spread, -(2.0 * value + spread), value * value);
                        found.extend(met.map(value_of));
                    }
                }
            }
        }
        found
    }
}

/// Where the next point stands.
struct Place {
    /// The places that its lines come from, beside itself.
    base: Range<usize>,
    /// Its lines come from itself too.
    joins: bool,
    /// It is in the partition of the last point that counts.
    same: bool,
    /// It is in a baseline, with all points before it.
    whole: bool,
}

impl Place {
    fn of(case: &Case<'_>) -> Self {
        let all = 0..case.used.len();
        let Some(last) = case.partitions.last() else {
            return Self { base: all, joins: true, same: true, whole: true };
        };
        let same = case.used.last().is_some_and(|point| last.points.contains(point));
        let baseline = case.options.baseline.as_ref();
        let place = |base: Range<usize>, joins: bool, same: bool| Self { base, joins, same, whole: false };
        match baseline {
            Some(Baseline { mean: Some(_), .. }) => return place(last.used.clone(), last.number > 1, same),
            Some(Baseline { each_partition: true, .. }) => {
                return place(case.base(last), case.base_is_open(last), same);
            }
            _ => {}
        }
        let in_baseline = baseline.is_some_and(|baseline| match &baseline.end {
            Some(end) => next_number(case).is_some_and(|next| next <= end.number()),
            None => case.next_reaches_baseline(),
        });
        if in_baseline {
            return Self { base: all, joins: true, same: true, whole: true };
        }
        let first = case.partitions.first().filter(|first| first.number == 0);
        match (first, last.number) {
            // The baseline has just ended. Recalculations within it give what follows lines of its own.
            (Some(first), 0) if case.in_baseline.is_empty() => place(first.used.clone(), false, false),
            (Some(_), 0) => place(all.end..all.end, true, false),
            (Some(first), 1) => place(first.used.clone(), false, same),
            _ => place(last.used.clone(), true, same),
        }
    }
}

/// The lines that a baseline or a stated mean fixes.
fn fixed(case: &Case<'_>, lines: &[Lines]) -> Lines {
    let after = |place: usize| case.partitions.get(place).is_some_and(|partition| partition.number == 0);
    let place = if after(0) { 0 } else { lines.len().saturating_sub(1) };
    lines.get(place).copied().unwrap_or_default()
}

/// The number of the next period: one step on where periods are counted, else as far on as dates usually are.
fn next_number(case: &Case<'_>) -> Option<i64> {
    use crate::document::period::PeriodType;
    let last = case.options.dates.as_deref()?.last()?;
    let step = match (last.shape(), super::findings::frequency(case)) {
        (PeriodType::Month | PeriodType::Quarter | PeriodType::FinancialYear, _) => 1,
        (_, Some(Frequency::Week)) => 7,
        (_, Some(Frequency::Month)) => 28,
        (_, Some(Frequency::Quarter)) => 90,
        (_, Some(Frequency::Year)) => 365,
        _ => 1,
    };
    Some(last.number() + step)
}

/// Lines that stand still, on the scale on which values are judged.
fn of_lines(lines: &Lines, chart: Chart) -> At {
    // Of a T chart lines are shown in days and compared as roots.
    let at = |line: Option<super::lines::Line>, none: f64| {
        line.map_or(none, |line| if chart == Chart::T { line.over } else { line.at })
    };
    let [_, upper_two, upper] = lines.upper.map(|line| at(line, f64::INFINITY));
    let [_, lower_two, lower] = lines.lower.map(|line| at(line, f64::NEG_INFINITY));
    At { mean: at(lines.centre, f64::NAN), upper: [upper_two, upper], lower: [lower_two, lower] }
}

/// Where `a x^2 + b x + c` is 0, without the loss of digits of the usual formula.
fn roots(a: f64, b: f64, c: f64) -> impl Iterator<Item = f64> {
    let under = b * b - 4.0 * a * c;
    let half = -0.5 * (b + if b < 0.0 { -under.max(0.0).sqrt() } else { under.max(0.0).sqrt() });
    [half / a, c / half].into_iter().filter(move |root| under >= 0.0 && root.is_finite())
}

//! Charts of counts: each point has lines of its own, as wide as its denominator is small.
//!
//! Numerators and denominators are summed as whole numbers of their last decimal place, so that a rate is on the mean, or
//! on a line of chance alone, if and only if it is by the figures as they are written.

use serde_json::Value;

use super::case::Case;
use super::growing::{Growing, Scale};
use super::input::{Chart, Options};
use super::lines::{Line, Lines, Total, nearest};
use crate::problem::{Code, Problem};

/// A mean moving range of z-values, over this, is their standard deviation.
const RANGES_PER_SIGMA: f64 = 1.128;

/// True for a chart whose points have lines of their own.
pub(super) fn has_own_lines(chart: Chart) -> bool {
    chart.has_denominators() || chart == Chart::C
}

/// What is shown of each point: the value, or the rate.
pub(super) fn rates(values: &[Option<f64>], options: &Options, problems: &mut Vec<Problem>) -> Vec<Option<f64>> {
    let mut wrong = |code, path: String, value: Option<f64>, accepted: &str, message: String| {
        let value = value.and_then(serde_json::Number::from_f64).map(Value::Number);
        problems.push(Problem { code, path, value, accepted: Some(accepted.into()), message });
    };
    let chart = options.chart;
    let denominators = match &options.denominators {
        Some(_) if !chart.has_denominators() => {
            let message = format!("the chart {chart} has no denominators");
            let accepted = "denominators with p, u, p_prime and u_prime";
            wrong(Code::WrongCombination, "/denominators".into(), None, accepted, message);
            return values.to_vec();
        }
        None if chart.has_denominators() => {
            let message = format!("the chart {chart} needs denominators");
            wrong(Code::MissingField, "/denominators".into(), None, "a list of numbers above 0", message);
            return values.to_vec();
        }
        None => return values.to_vec(),
        Some(denominators) => denominators,
    };
    if denominators.len() != values.len() {
        let message = format!("there are {} denominators for {} values", denominators.len(), values.len());
        wrong(Code::WrongLength, "/denominators".into(), None, "one denominator for each value", message);
        return values.to_vec();
    }
    let proportion = matches!(chart, Chart::P | Chart::PPrime);
    let mut rates = Vec::with_capacity(values.len());
    for (place, (value, denominator)) in values.iter().zip(denominators).enumerate() {
        let at = || format!("/denominators/{place}");
        let Some(value) = *value else {
            rates.push(None);
            continue;
        };
        rates.push(denominator.map(|denominator| value / denominator));
        match *denominator {
            None => wrong(Code::MissingField, at(), None, "a number above 0", "this value has no denominator".into()),
            Some(number) if !(number > 0.0 && number < super::LARGEST_VALUE) => {
                wrong(Code::OutOfRange, at(), Some(number), "a number above 0", "a denominator must be above 0".into());
            }
            Some(number) if proportion && number.fract() != 0.0 => {
                let message = "a proportion is of a whole number".to_owned();
                wrong(Code::OutOfRange, at(), Some(number), "a whole number above 0", message);
            }
            Some(number) if proportion && value > number => {
                let message = format!("{value} is more than its denominator, {number}");
                let accepted = "a value of at most its denominator";
                wrong(Code::NumeratorAboveDenominator, format!("/values/{place}"), Some(value), accepted, message);
            }
            Some(number) if value / number >= super::LARGEST_VALUE => {
                let message = "this value is too large for its denominator".to_owned();
                let accepted = "a value below 1e100 times its denominator";
                wrong(Code::OutOfRange, format!("/values/{place}"), Some(value), accepted, message);
            }
            Some(_) => {}
        }
    }
    rates
}

/// The lines of every point that has a denominator.
pub(super) fn lines(case: &Case<'_>, values: &[Option<f64>]) -> Vec<Lines> {
    let chart = case.options.chart;
    let under = |point: usize| match &case.options.denominators {
        Some(denominators) => denominators.get(point).copied().flatten(),
        None => Some(1.0),
    };
    let within = case.same_partition();
    let mut scale = Scale::default();
    for point in &case.used {
        [values[*point], under(*point)].into_iter().flatten().for_each(|number| scale.take(number));
    }
    let scale = scale.of(&[]);
    let mut lines = vec![Lines::default(); case.shown.len()];
    let mut baseline = None;
    for partition in &case.partitions {
        let counted = match baseline {
            Some(of_baseline) if partition.number == 1 => of_baseline,
            _ => Counted::of(case, case.base(partition), values, under, (scale, &within)),
        };
        if partition.number == 0 {
            baseline = Some(counted);
        }
        for point in partition.points.clone() {
            let Some(under) = under(point) else { continue };
            lines[point] = counted.lines(chart, values.get(point).copied().flatten(), under);
        }
    }
    lines
}

/// What the lines of a partition come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// Numerators and denominators.
    over: Total,
    under: Total,
    /// What they were multiplied by to be whole.
    scale: Option<f64>,
    centre: f64,
    /// How much wider than by chance the points vary; `None` where that cannot be told.
    sigma_z: Option<f64>,
}

impl Counted {
    fn of(
        case: &Case<'_>,
        base: std::ops::Range<usize>,
        values: &[Option<f64>],
        denominator: impl Fn(usize) -> Option<f64>,
        (scale, within): (Option<f64>, &[bool]),
    ) -> Self {
        let points = || base.clone().map(|place| (place, case.used[place]));
        let mut sums = Growing::default();
        for (_, point) in points() {
            sums.count([values[point], denominator(point)].map(Option::unwrap_or_default), scale);
        }
        let mut counted = sums.counted(scale);
        if matches!(case.options.chart, Chart::PPrime | Chart::UPrime) {
            let (centre, mut last, mut ranges, mut number) = (counted.centre, None, 0.0, 0);
            for (place, point) in points() {
                let sigma = counted.sigma(case.options.chart, denominator(point).unwrap_or(1.0));
                let value = case.judged[place];
                let z = if sigma > 0.0 { (value - centre) / sigma } else { 0.0 };
                if let Some(last) = last.replace(z).filter(|_| within[place]) {
                    ranges += f64::abs(z - last);
                    number += 1;
                }
            }
            counted.sigma_z = (number > 0).then(|| ranges / f64::from(number) / RANGES_PER_SIGMA);
        }
        counted
    }

    /// Of sums of numerators and denominators.
    pub(super) fn of_sums([over, under]: [Total; 2], scale: Option<f64>) -> Self {
        let number = |total: Total| total.mean(1, 1.0);
        let centre = if number(under) > 0.0 { number(over) / number(under) } else { 0.0 };
        Self { over, under, scale, centre, sigma_z: Some(1.0) }
    }

    /// The standard deviation of a point by chance alone.
    fn sigma(&self, chart: Chart, under: f64) -> f64 {
        (self.spread(chart) / under).sqrt()
    }

    /// The variance of a point whose denominator is 1.
    fn spread(&self, chart: Chart) -> f64 {
        match chart {
            Chart::P | Chart::PPrime => self.centre * (1.0 - self.centre),
            _ => self.centre,
        }
    }

    /// The lines of a point with that numerator, if it has one, and that denominator.
    pub(super) fn lines(&self, chart: Chart, value: Option<f64>, under: f64) -> Lines {
        if self.under.mean(1, 1.0) <= 0.0 {
            return Lines::default();
        }
        let sigma = self.sigma_z.map(|sigma_z| self.sigma(chart, under) * sigma_z);
        let most = if matches!(chart, Chart::P | Chart::PPrime) { 1.0 } else { f64::INFINITY };
        let line = |sigmas: i32| {
            let at = if sigmas == 0 { self.centre } else { self.centre + f64::from(sigmas) * sigma? };
            if !(0.0..=most).contains(&at) {
                return Some(Line::at(at.clamp(0.0, most)));
            }
            let beside = value.and_then(|value| self.beside(chart, [value, under], sigmas, at));
            Some(beside.map_or(Line::at(at), |on| Line { at, over: on, under: on }))
        };
        Lines {
            centre: line(0),
            upper: [line(1), line(2), line(3)],
            lower: [line(-1), line(-2), line(-3)],
            width: sigma.map(|sigma| 3.0 * sigma),
            ..Lines::default()
        }
    }

    /// Where a rate is as good as on a line, what it is to be compared with: itself where it is on the line by the
    /// figures, else what is next to it on the other side. Sigma by moving ranges is no ratio: there, rates are compared
    /// with what is printed.
    fn beside(&self, chart: Chart, [value, under]: [f64; 2], sigmas: i32, at: f64) -> Option<f64> {
        let rate = value / under;
        let by_chance = matches!(chart, Chart::P | Chart::U | Chart::C);
        if (rate - at).abs() > at.abs() * 1e-12 || sigmas != 0 && !by_chance {
            return None;
        }
        let (Total::Exact(all_over), Total::Exact(all_under), Some(scale)) = (self.over, self.under, self.scale) else {
            return (value * self.under.mean(1, 1.0) == self.over.mean(1, 1.0) * under).then_some(rate);
        };
        let whole = |number: f64| nearest(number * scale) as i128;
        // (x U - O n)^2 against sigmas^2 n O (U - O), or n O U: both sides times what makes them whole.
        let apart = whole(value).checked_mul(all_under)?.checked_sub(all_over.checked_mul(whole(under))?)?;
        let chance = if chart == Chart::P { all_under - all_over } else { all_under };
        let squared = i128::from(sigmas * sigmas).checked_mul(scale as i128)?;
        let line = squared.checked_mul(whole(under))?.checked_mul(all_over)?.checked_mul(chance)?;
        let square = apart.checked_mul(apart)?;
        // Farther from the mean than the line, on the side of the line.
        let beyond = match sigmas {
            0 => apart.signum() as i32,
            sigmas if i128::from(sigmas.signum()) != apart.signum() && apart != 0 => -sigmas.signum(),
            sigmas => sigmas.signum() * (square.cmp(&line) as i32),
        };
        Some(match beyond {
            0 => rate,
            1 => rate.next_down(),
            _ => rate.next_up(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The side of each line that a rate is on: the mean, two and three sigma above and below.
    fn sides(chart: Chart, sums: [i128; 2], [value, under]: [f64; 2], scale: f64) -> Vec<i32> {
        let counted = Counted::of_sums(sums.map(Total::Exact), Some(scale));
        let lines = counted.lines(chart, Some(value), under);
        let rate = value / under;
        [lines.centre, lines.upper[1], lines.upper[2], lines.lower[1], lines.lower[2]]
            .map(|line| line.map_or(9, |line| i32::from(rate > line.over) - i32::from(rate < line.under)))
            .to_vec()
    }

    #[test]
    fn a_rate_on_a_line_by_the_figures_is_on_it() {
        // A fifth, of 100: sigma is 0.04, and 8 stand on the lower limit. Of 25 it is 0.08: 1 on two sigma.
        assert_eq!(sides(Chart::P, [20, 100], [8.0, 100.0], 1.0), [-1, -1, -1, -1, 0]);
        assert_eq!(sides(Chart::P, [20, 100], [32.0, 100.0], 1.0), [1, 1, 0, 1, 1]);
        assert_eq!(sides(Chart::P, [20, 100], [1.0, 25.0], 1.0), [-1, -1, -1, 0, 1]);
        assert_eq!(sides(Chart::P, [50, 100], [27.0, 81.0], 1.0), [-1, -1, -1, -1, 0]);
        // A mean of 4 counts: sigma is 2, with limits at 10 and, instead of -2, at 0.
        assert_eq!(sides(Chart::C, [8, 2], [10.0, 1.0], 1.0), [1, 1, 0, 1, 1]);
        assert_eq!(sides(Chart::C, [8, 2], [0.0, 1.0], 1.0), [-1, -1, -1, 0, 0]);
        // 0.4 for each of 10: with a denominator of 2.5 sigma is 0.4, on a scale of tenths.
        assert_eq!(sides(Chart::U, [40_000_000, 100_000_000], [4.0, 2.5], 1e6), [1, 1, 0, 1, 1]);
        // One count away it is not.
        assert_eq!(sides(Chart::P, [20, 100], [7.0, 100.0], 1.0), [-1, -1, -1, -1, -1]);
        assert_eq!(sides(Chart::C, [8, 2], [11.0, 1.0], 1.0), [1, 1, 1, 1, 1]);
    }

    #[test]
    fn the_same_rate_at_every_point_is_the_mean() {
        // Numerators over themselves divided by ten: a plain sum of the denominators is no tenth of that of the numerators.
        let over = [11, 11, 1, 7, 13, 12, 11, 7, 12, 9, 14, 6, 13, 3].map(f64::from);
        let mut sums = Growing::default();
        over.iter().for_each(|over| sums.count([*over, over / 10.0], Some(1e6)));
        let counted = sums.counted(Some(1e6));
        assert_eq!(counted.centre, 10.0);
        assert_ne!(over.iter().map(|over| over / 10.0).sum::<f64>() * 10.0, over.iter().sum::<f64>());
    }
}

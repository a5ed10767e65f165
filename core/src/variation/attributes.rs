//! Charts of counts: each point has lines of its own, as wide as its denominator is small.

use serde_json::Value;

use super::case::Case;
use super::input::{Chart, Options};
use super::lines::{Line, Lines};
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
    let mut lines = vec![Lines::default(); case.shown.len()];
    let mut baseline = None;
    for partition in &case.partitions {
        let counted = match baseline {
            Some(of_baseline) if partition.number == 1 => of_baseline,
            _ => Counted::of(case, case.base(partition), values, under, &within),
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
#[derive(Clone, Copy)]
pub(super) struct Counted {
    over: f64,
    under: f64,
    /// How much wider than by chance the points vary; `None` where that cannot be told.
    sigma_z: Option<f64>,
}

impl Counted {
    fn of(
        case: &Case<'_>,
        base: std::ops::Range<usize>,
        values: &[Option<f64>],
        denominator: impl Fn(usize) -> Option<f64>,
        within: &[bool],
    ) -> Self {
        let points = || base.clone().map(|place| (place, case.used[place]));
        let (mut over, mut under) = (0.0, 0.0);
        for (_, point) in points() {
            over += values[point].unwrap_or_default();
            under += denominator(point).unwrap_or_default();
        }
        let mut counted = Self { over, under, sigma_z: Some(1.0) };
        if matches!(case.options.chart, Chart::PPrime | Chart::UPrime) {
            let (centre, mut last, mut ranges, mut number) = (counted.centre(), None, 0.0, 0);
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
    pub(super) fn of_sums([over, under]: [f64; 2]) -> Self {
        Self { over, under, sigma_z: Some(1.0) }
    }

    fn centre(&self) -> f64 {
        if self.under > 0.0 { self.over / self.under } else { 0.0 }
    }

    /// The standard deviation of a point by chance alone.
    fn sigma(&self, chart: Chart, under: f64) -> f64 {
        let centre = self.centre();
        match chart {
            Chart::P | Chart::PPrime => (centre * (1.0 - centre) / under).sqrt(),
            _ => (centre / under).sqrt(),
        }
    }

    pub(super) fn lines(&self, chart: Chart, value: Option<f64>, under: f64) -> Lines {
        if self.under <= 0.0 {
            return Lines::default();
        }
        let centre = self.centre();
        // A rate is the mean if the fractions are equal, whatever their quotients are rounded to.
        let on_centre = value.filter(|value| value * self.under == self.over * under);
        let centre_line = Line { at: centre, ..Line::at(on_centre.map_or(centre, |value| value / under)) };
        let sigma = self.sigma_z.map(|sigma_z| self.sigma(chart, under) * sigma_z);
        let most = if matches!(chart, Chart::P | Chart::PPrime) { 1.0 } else { f64::INFINITY };
        let line = |sigmas: f64| sigma.map(|sigma| Line::at((centre + sigmas * sigma).clamp(0.0, most)));
        Lines {
            centre: Some(centre_line),
            upper: [line(1.0), line(2.0), line(3.0)],
            lower: [line(-1.0), line(-2.0), line(-3.0)],
            width: sigma.map(|sigma| 3.0 * sigma),
            ..Lines::default()
        }
    }
}

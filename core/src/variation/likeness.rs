//! Whether points are like those before them: rolling averages and seasons, which limits know nothing of.

use super::case::Case;
use super::findings::{about, enough};
use super::input::Chart;
use super::settings::Frequency;
use crate::finding::{Finding, FindingCode as Code, Severity};

/// A correlation from this on is worth a word, if chance alone would hardly give it.
const WORTH: f64 = 0.5;

/// Points are like their neighbours, as those of a rolling average are: limits come out too narrow. After a shift
/// they are too, so that it is no more than a note.
pub(super) fn autocorrelation(case: &Case<'_>) -> Option<Finding> {
    let pairs = case.same_partition();
    let n = case.judged.len();
    let apart = apart(case).filter(|_| enough(n) && case.options.chart != Chart::T)?;
    let mut products = 0.0;
    for place in (1..n).filter(|place| pairs[*place]) {
        products += apart[place] * apart[place - 1];
    }
    let correlation = products / squares(&apart)?;
    let finding = about(Code::Autocorrelation, "variation.autocorrelation")
        .with("correlation", correlation)
        .with("points", n)
        .with("threshold", WORTH);
    (beyond_chance(correlation, n)).then_some(finding)
}

/// Points are like those a cycle ago, and less like those half a cycle ago.
pub(super) fn seasonality(case: &Case<'_>, frequency: Option<Frequency>) -> Option<Finding> {
    let (frequency, cycle) = match frequency? {
        Frequency::Day => (Frequency::Day, 7),
        Frequency::Week => (Frequency::Week, 52),
        Frequency::Month => (Frequency::Month, 12),
        Frequency::Quarter => (Frequency::Quarter, 4),
        Frequency::Year => return None,
    };
    if case.options.chart == Chart::T || case.used.len() < 2 * cycle || !enough(case.used.len()) || !regular(case) {
        return None;
    }
    let apart = apart(case)?;
    let scale = squares(&apart)? / apart.len() as f64;
    // By their places among all points, those without a value among them.
    let mut at = vec![None; case.shown.len()];
    case.used.iter().zip(&apart).for_each(|(point, apart)| at[*point] = Some(*apart));
    let correlation = |lag: usize| {
        let (mut products, mut pairs) = (0.0, 0);
        for (now, before) in at.iter().skip(lag).zip(&at) {
            if let (Some(now), Some(before)) = (now, before) {
                products += now * before;
                pairs += 1;
            }
        }
        (pairs > 0).then(|| (products / f64::from(pairs) / scale, pairs as usize))
    };
    let (whole, pairs) = correlation(cycle)?;
    let (half, _) = correlation(cycle / 2)?;
    let finding = about(Code::Seasonality, "variation.seasonality")
        .severity(Severity::Amber)
        .with("correlation", whole)
        .with("cycle", cycle)
        .with("frequency", frequency.as_str())
        .with("points", case.used.len())
        .with("threshold", WORTH);
    (beyond_chance(whole, pairs) && whole > half).then_some(finding)
}

/// Above what two standard errors of nothing would give, and worth a word.
fn beyond_chance(correlation: f64, number: usize) -> bool {
    correlation > WORTH && correlation > 2.0 / (number as f64).sqrt()
}

/// How far each point that counts is from the mean of its partition.
fn apart(case: &Case<'_>) -> Option<Vec<f64>> {
    let mut apart = Vec::with_capacity(case.judged.len());
    for partition in &case.partitions {
        let values = &case.judged[partition.used.clone()];
        let origin = values.first().copied().unwrap_or_default();
        let sum: f64 = values.iter().map(|value| value - origin).sum();
        let mean = origin + sum / values.len().max(1) as f64;
        apart.extend(values.iter().map(|value| value - mean));
    }
    (!apart.is_empty()).then_some(apart)
}

fn squares(apart: &[f64]) -> Option<f64> {
    let squares: f64 = apart.iter().map(|apart| apart * apart).sum();
    (squares > 0.0 && squares.is_finite()).then_some(squares)
}

/// True without dates, or where no date stands twice and none is left out: places are periods.
fn regular(case: &Case<'_>) -> bool {
    case.options.dates.as_deref().is_none_or(|dates| {
        let steps = || dates.windows(2).map(|pair| pair[1].number() - pair[0].number());
        let (least, most) = (steps().min().unwrap_or(1), steps().max().unwrap_or(1));
        // Months and quarters told by days are not all as long.
        least > 0 && (most == least || least >= 28 && most - least <= 3)
    })
}

//! How far runs and trends have come, and runs about a median.

use super::case::Case;
use super::input::Chart;
use super::lines::{Lines, Scaled};
use super::result::{Runs, Side, SoFar};
use super::settings::Ties;

/// How far the run beside the mean, and the trend, have come at the last point.
pub(super) fn so_far<'l>(
    case: &Case<'_>,
    scaled: &Scaled<'_>,
    lines: impl Fn(usize) -> &'l Lines,
) -> [Option<SoFar>; 2] {
    let values = &scaled.values;
    let Some(last) = values.len().checked_sub(1) else { return [None, None] };
    let side = |place: usize| {
        let centre = lines(place).centre?;
        match values[place] {
            value if value > centre.over => Some(Side::Above),
            value if value < centre.under => Some(Side::Below),
            _ => None,
        }
    };
    let step = |place: usize| {
        let before = values[place.checked_sub(1)?];
        match values[place] {
            value if value > before => Some(Side::Above),
            value if value < before => Some(Side::Below),
            _ => None,
        }
    };
    let same = case.same_partition();
    let crosses = case.settings.trend_crosses_partitions;
    let linked = |place: usize| same[place] || crosses && case.reached[place];
    let skips = case.settings.ties == Ties::Skip;
    let (beside, run) = stretch(last, &side, |place| same[place], skips);
    let (way, steps) = stretch(last, &|place| step(place).filter(|_| linked(place)), linked, skips);
    let told = |side: Option<Side>, points: usize, of| {
        Some(SoFar { side, points: u32::try_from(points).unwrap_or(u32::MAX), of })
    };
    // A trend has one point more than steps.
    [told(beside, run, case.settings.shift), told(way, steps + 1, case.settings.trend)]
}

/// The side of the last points, and how many of them are on it; those on no side are passed over where ties are.
fn stretch(
    last: usize,
    side: &impl Fn(usize) -> Option<Side>,
    linked: impl Fn(usize) -> bool,
    skips: bool,
) -> (Option<Side>, usize) {
    let (mut found, mut points) = (None, 0);
    for place in (0..=last).rev() {
        match side(place) {
            None if !skips => break,
            None => {}
            here if found.is_some() && here != found => break,
            here => {
                found = here;
                points += 1;
            }
        }
        // Nothing goes on before a point that is not linked to the one before.
        if !linked(place) {
            break;
        }
    }
    (found, points)
}

/// Runs about the median of a run chart, by the rules of Anhøj: too long, or too few crossings.
pub(super) fn runs(case: &Case<'_>, scaled: &Scaled<'_>, lines: &[Lines]) -> Option<Runs> {
    if case.options.chart != Chart::Run {
        return None;
    }
    let (partition, lines) = case.partitions.iter().zip(lines).next_back()?;
    let centre = lines.centre?;
    // Points on the median are dropped.
    let sides: Vec<bool> = scaled.values[partition.used.clone()]
        .iter()
        .filter(|value| **value > centre.over || **value < centre.under)
        .map(|value| *value > centre.over)
        .collect();
    let n = sides.len();
    if n == 0 {
        return Some(Runs { n, longest: 0, longest_expected: 0, crossings: 0, fewest_expected: 0, signal: false });
    }
    let longest = sides.chunk_by(|a, b| a == b).map(<[bool]>::len).max().unwrap_or(0);
    let crossings = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let longest_expected = libm::round(libm::log2(n as f64) + 3.0) as usize;
    let fewest_expected = fewest(n - 1);
    let signal = longest > longest_expected || crossings < fewest_expected;
    Some(Runs { n, longest, longest_expected, crossings, fewest_expected, signal })
}

/// The 5 % quantile of a binomial distribution of so many tosses of a fair coin: the least with so much at or below it.
fn fewest(tosses: usize) -> usize {
    let tosses = tosses as f64;
    let ln_of = |heads: f64| {
        libm::lgamma(tosses + 1.0)
            - libm::lgamma(heads + 1.0)
            - libm::lgamma(tosses - heads + 1.0)
            - tosses * std::f64::consts::LN_2
    };
    // Ten standard deviations below the mean there is nothing to add up.
    let mut heads = libm::floor(tosses / 2.0 - 5.0 * tosses.sqrt()).max(0.0);
    let mut chance = libm::exp(ln_of(heads));
    let mut below = chance;
    while below < 0.05 && heads < tosses {
        chance *= (tosses - heads) / (heads + 1.0);
        heads += 1.0;
        below += chance;
    }
    heads as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_crossings_are_those_of_the_binomial_distribution() {
        // qbinom(0.05, n - 1, 0.5), as R has it.
        for (points, fewest_expected) in [(10, 2), (16, 4), (20, 6), (24, 8), (36, 13), (100, 41), (1000, 474)] {
            assert_eq!(fewest(points - 1), fewest_expected, "{points}");
        }
        assert_eq!(fewest(0), 0);
    }
}

//! Of many series, which to look at first: how unlikely the last point is by common cause alone.
//!
//! For each family of rules there is a chance of so much at the last point, if values are normal and independent: of a
//! value so far out, of a run so long on one side (a coin that falls the same way), of a trend so long (one order of
//! all), and of two of three points beyond two sigma. The least of the four, times four, is the chance of the series
//! (Bonferroni). Chances are put in order and allow for the number of series by Benjamini and Hochberg's rule.

use super::lines::{Lines, Scaled};
use super::settings::{Settings, TwoOfThree};
use super::table::SeriesColumns;

/// Longer runs than this are as unlikely as need be.
const LONGEST: u32 = 40;

/// Two of three points on one side are beyond two sigma, the last of them too: both sides together.
fn two_of_three() -> f64 {
    let (far, side) = (tail(2.0), 0.5);
    // The last one is far; of the two before at least one is far, and both are on its side.
    2.0 * far * (side * side - (side - far) * (side - far))
}

/// The chance of a normal value beyond so many sigma on one side.
fn tail(sigmas: f64) -> f64 {
    0.5 * libm::erfc(sigmas / std::f64::consts::SQRT_2)
}

/// The chance of so much at the last point by common cause alone.
pub(super) fn chance<'l>(
    scaled: &Scaled<'_>,
    lines_of: impl Fn(usize) -> &'l Lines,
    last: usize,
    linked: impl Fn(usize) -> bool,
    settings: &Settings,
) -> f64 {
    let values = &scaled.values;
    let (Some(centre), Some(width)) = (lines_of(last).centre, lines_of(last).width) else {
        return f64::NAN;
    };
    let value = values[last];
    let side = |place: usize| {
        let above = lines_of(place).centre.is_some_and(|centre| values[place] > centre.over);
        let below = lines_of(place).centre.is_some_and(|centre| values[place] < centre.under);
        i8::from(above) - i8::from(below)
    };
    let on = side(last);
    let mut least: f64 = 1.0;
    if settings.single_point && width > 0.0 {
        least = least.min(2.0 * tail((scaled.shown(value) - centre.at).abs() / (width / 3.0)));
    }
    let (mut run, mut place) = (1, last);
    while on != 0 && run < LONGEST && place > 0 && linked(place) && side(place - 1) == on {
        (run, place) = (run + 1, place - 1);
    }
    if on != 0 {
        least = least.min(libm::scalbn(2.0, -(run as i32)));
    }
    let way = |place: usize| i8::from(values[place] > values[place - 1]) - i8::from(values[place] < values[place - 1]);
    let (mut orders, mut points, mut place) = (1.0, 1.0, last);
    while points < f64::from(LONGEST) && place > 0 && linked(place) && way(place) != 0 && way(place) == way(last) {
        points += 1.0;
        orders *= points;
        place -= 1;
    }
    if points > 1.0 {
        least = least.min(2.0 / orders);
    }
    if settings.two_of_three != TwoOfThree::Off && last >= 2 && linked(last) && linked(last - 1) {
        let far = |place: usize| {
            let beyond = lines_of(place).upper[1].is_some_and(|line| values[place] > line.over);
            beyond && on > 0 || on < 0 && lines_of(place).lower[1].is_some_and(|line| values[place] < line.under)
        };
        let three = [last - 2, last - 1, last];
        if far(last) && three.iter().all(|place| side(*place) == on) && (far(last - 1) || far(last - 2)) {
            least = least.min(two_of_three());
        }
    }
    (4.0 * least).min(1.0)
}

/// Puts series in order, and tells how many of them would signal by chance alone.
pub(super) fn look_first(series: &mut SeriesColumns, settings: &Settings) -> f64 {
    let mut order: Vec<u32> =
        (0..series.chance.len() as u32).filter(|one| !series.chance[*one as usize].is_nan()).collect();
    order.sort_by(|a, b| series.chance[*a as usize].total_cmp(&series.chance[*b as usize]));
    let number = order.len() as f64;
    let mut least: f64 = 1.0;
    for (place, one) in order.iter().enumerate().rev() {
        least = least.min(series.chance[*one as usize] * number / (place + 1) as f64);
        series.discovery[*one as usize] = least;
    }
    let mut first = 0;
    for alike in order.chunk_by(|a, b| series.chance[*a as usize] == series.chance[*b as usize]) {
        alike.iter().for_each(|one| series.look_first[*one as usize] = first + 1);
        first += alike.len() as u32;
    }
    number * by_chance(settings)
}

/// The chance that the last point of a long, normal series fires a rule.
fn by_chance(settings: &Settings) -> f64 {
    let single = if settings.single_point { 2.0 * tail(3.0 * settings.factor / (3.0 / 1.128)) } else { 0.0 };
    let shift = libm::scalbn(2.0, -(settings.shift as i32));
    let trend = 2.0 / (2..=settings.trend).map(f64::from).product::<f64>();
    let two = if settings.two_of_three == TwoOfThree::Off { 0.0 } else { two_of_three() };
    // As if the families were independent.
    1.0 - [single, shift, trend, two].iter().map(|chance| 1.0 - chance).product::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::variation::settings::{Preset, Settings};
    use crate::variation::{SpcColumns, TableOptions, spc_table};

    /// A calm series of 24 points about 10, and then those values.
    fn series(last: &[f64]) -> Vec<f64> {
        (0..24).map(|place| if place % 2 == 0 { 9.0 } else { 11.0 }).chain(last.iter().copied()).collect()
    }

    fn judged(all: &[Vec<f64>]) -> SeriesColumns {
        let numbers: Vec<u32> =
            all.iter().enumerate().flat_map(|(one, series)| vec![one as u32; series.len()]).collect();
        spc_table(&SpcColumns::new(&numbers, all.len(), &all.concat()), &TableOptions::default()).unwrap().series
    }

    #[test]
    fn longer_runs_and_trends_are_less_likely() {
        let chance = |last: &[f64]| judged(&[series(last)]).chance[0];
        // Four families, and eight points on one side fall so by chance twice in 2^8: 4 x 2 / 256.
        assert_eq!(chance(&[10.5, 10.6, 10.5, 10.6, 10.5, 10.6, 10.5]), 4.0 * 2.0 / 256.0);
        // Six points in a row from 9.1 up are one of 720 orders, up or down.
        assert!((chance(&[9.0, 9.1, 9.2, 9.3, 9.4, 9.5]) - 4.0 * 2.0 / 720.0).abs() < 1e-12);
        assert!(chance(&[30.0]) < chance(&[17.0]) && chance(&[17.0]) < chance(&[11.0]));
    }

    #[test]
    fn the_least_likely_comes_first_and_equals_share_a_place() {
        let all = [series(&[11.0]), series(&[30.0]), series(&[11.0]), series(&[17.0])];
        let found = judged(&all);
        assert_eq!(found.look_first, [3, 1, 3, 2]);
        let chance = &found.chance;
        // Benjamini and Hochberg by hand: the least of chance x number / place, from the last place up.
        let last = chance[0].min(1.0);
        let second = (chance[3] * 4.0 / 2.0).min(last);
        assert_eq!(found.discovery, [last, (chance[1] * 4.0).min(second), last, second]);
    }

    #[test]
    fn few_series_signal_by_chance() {
        // By drawing 20,000 random series, 3.1 % and 1.9 % do: the rules overlap, and limits are not known exactly.
        let (mdc, nhsr) = (by_chance(&Settings::of(Preset::Mdc26a)), by_chance(&Settings::of(Preset::Nhsr022)));
        assert!((0.031..0.040).contains(&mdc) && (0.019..0.024).contains(&nhsr), "{mdc} {nhsr}");
    }
}

//! What the next value is said to fire or to clear is what it does when it is added.

use crate::holds;
use crate::series::{Series, series};
use equipoise::Day;
use equipoise::document::period::Period;
use equipoise::variation::{Baseline, Chart, Options, Rule, Screening, Spc, Targets, Trigger, TwoOfThree, spc};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Ahead {
    series: Series,
    chart: Chart,
    screening: Option<Screening>,
    two_of_three: Option<TwoOfThree>,
    lengths: Option<(u32, u32)>,
    denominators: Vec<u32>,
    probes: Vec<i32>,
    /// A baseline up to a day, or a stated mean.
    stated: Option<(bool, i32)>,
}

fn ahead() -> impl Strategy<Value = Ahead> {
    let chart = prop_oneof![
        6 => Just(Chart::Xmr),
        1 => Just(Chart::T),
        1 => Just(Chart::G),
        1 => Just(Chart::P),
        1 => Just(Chart::U),
        1 => Just(Chart::C),
    ];
    let screening = prop::option::of(prop::sample::select(Screening::ALL.to_vec()));
    let two = prop::option::of(prop::sample::select(TwoOfThree::ALL.to_vec()));
    let lengths = prop::option::of((2..8_u32, 2..8_u32));
    let denominators = prop::collection::vec(20..60_u32, 90);
    let probes = prop::collection::vec(-40..60_i32, 6);
    let stated = prop::option::weighted(0.2, (any::<bool>(), 0..90_i32));
    (series(), chart, screening, two, lengths, denominators, probes, stated).prop_map(
        |(series, chart, screening, two_of_three, lengths, denominators, probes, stated)| Ahead {
            series,
            chart,
            screening,
            two_of_three,
            lengths,
            denominators,
            probes,
            stated,
        },
    )
}

impl Ahead {
    fn counts(&self) -> bool {
        !matches!(self.chart, Chart::Xmr | Chart::T)
    }

    fn values(&self) -> Vec<Option<f64>> {
        // Counts and days are never below 0, and a proportion never above 1.
        let made = |value: i32| if self.chart == Chart::Xmr { value } else { (value + 8).clamp(0, 20) };
        self.series.values.iter().map(|value| value.map(|value| f64::from(made(value)))).collect()
    }

    fn options(&self, points: usize) -> Options {
        let mut options = self.series.options();
        options.chart = self.chart;
        options.targets = None::<Targets>;
        options.options.screening = self.screening;
        options.options.two_of_three = self.two_of_three;
        options.dates = Some((0..points as i64).map(day).collect());
        match self.stated {
            Some((true, end)) => {
                options.baseline = Some(Baseline { end: Some(day(i64::from(end))), ..Baseline::default() });
            }
            Some((false, mean)) if self.chart == Chart::Xmr => {
                let (mean, sigma) = (Some(f64::from(mean % 7) / 2.0), Some(f64::from(mean % 5)));
                options.baseline = Some(Baseline { mean, sigma, ..Baseline::default() });
            }
            _ => {}
        }
        if let Some((shift, trend)) = self.lengths {
            options.options.shift = Some(equipoise::variation::RunLength(shift));
            options.options.trend = Some(equipoise::variation::RunLength(trend));
        }
        if self.has_denominators() {
            let mut given: Vec<Option<f64>> =
                (0..points).map(|place| Some(f64::from(self.denominators[place]))).collect();
            // The next one is that of the last point that counts.
            if points > self.series.values.len() {
                given[points - 1] = Some(self.last_denominator());
            }
            options.denominators = Some(given);
        }
        options
    }

    fn has_denominators(&self) -> bool {
        matches!(self.chart, Chart::P | Chart::U)
    }

    fn last_denominator(&self) -> f64 {
        let counts = |place: &usize| self.series.values[*place].is_some() && !self.series.is_ghost(*place);
        let last = (0..self.series.values.len()).rev().find(counts);
        f64::from(last.map_or(1, |last| self.denominators[last]))
    }

    /// A value as it is shown, and the numerator for it.
    fn probe(&self, near: f64) -> Option<(f64, f64)> {
        let under = if self.has_denominators() { self.last_denominator() } else { 1.0 };
        let raw = if self.counts() { (near * under).round() } else { (near * 1e6).round() / 1e6 };
        let most = if self.chart == Chart::P { under } else { 1e9 };
        let least = if self.chart == Chart::Xmr { -1e9 } else { 0.0 };
        (least..=most).contains(&raw).then_some((raw / under, raw))
    }
}

fn day(days: i64) -> Period {
    Period::parse(&Day::new(2022, 1, 1).unwrap().plus(days).to_string()).unwrap()
}

/// Whether a row says it of a value; `None` near a bound.
fn said(rows: &[Trigger], rule: Rule, value: f64) -> Option<bool> {
    let rows = || rows.iter().filter(|row| row.rule == rule);
    let near = |bound: Option<f64>| bound.is_some_and(|bound| (bound - value).abs() <= 2e-6 * (1.0 + bound.abs()));
    if rows().any(|row| near(row.above) || near(row.below)) {
        return None;
    }
    let holds =
        |row: &Trigger| row.above.is_none_or(|above| value > above) && row.below.is_none_or(|below| value < below);
    Some(rows().any(holds))
}

#[test]
fn what_the_next_value_is_said_to_fire_is_what_it_fires() {
    let counted = std::cell::Cell::new([0_usize; 3]);
    holds(1500, &ahead(), |ahead| {
        let values = ahead.values();
        let judged: Spc = spc(Some(&values), &ahead.options(values.len())).expect("a series that fits its options");
        let (Some(triggers), Some(clears)) = (&judged.triggers, &judged.clears) else {
            return Ok(());
        };
        let fired: &[Rule] = &judged.variation.rules;
        let bounds = triggers.iter().chain(clears).flat_map(|row| [row.above, row.below]).flatten();
        let step = if ahead.counts() { 1.0 / ahead.last_denominator() } else { 1e-4 };
        let mut probes: Vec<f64> = bounds.flat_map(|bound| [bound - step, bound + step]).collect();
        probes.extend(
            ahead.probes.iter().map(|probe| f64::from(*probe) / if ahead.chart == Chart::P { 60.0 } else { 1.0 }),
        );
        for (value, raw) in probes.into_iter().filter_map(|near| ahead.probe(near)) {
            let mut longer = values.clone();
            longer.push(Some(raw));
            let then = spc(Some(&longer), &ahead.options(longer.len())).expect("one value more");
            let last = then.points.last().expect("the value that was added");
            for rule in Rule::ALL {
                let has = last.rules.contains(rule);
                let [mut fires, mut ends, mut near] = counted.get();
                match said(triggers, *rule, value) {
                    Some(says) => {
                        prop_assert_eq!(says, has, "{} at {}: {:?}", rule, value, triggers);
                        fires += usize::from(has);
                    }
                    None => near += 1,
                }
                if fired.contains(rule)
                    && let Some(says) = said(clears, *rule, value)
                {
                    prop_assert_eq!(says, !has, "{} is cleared at {}: {:?}", rule, value, clears);
                    ends += usize::from(!has);
                }
                counted.set([fires, ends, near]);
            }
        }
        Ok(())
    });
    let [fires, ends, near] = counted.get();
    assert!(fires > 100 && ends > 20 && near < fires, "{fires} {ends} {near}");
}

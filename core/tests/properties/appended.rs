//! A series that grows point by point says what `spc` says of it whole, to the last bit.

use crate::holds;
use crate::series::{Series, series};
use equipoise::Day;
use equipoise::document::period::Period;
use equipoise::variation::{
    Added, Baseline, Chart, Options, PointStatus, Points, Screening, SpcTarget, Targets, Ties, VariationIcon, Which,
    append, history, spc, start,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Grown {
    series: Series,
    chart: Chart,
    baseline: Option<Baseline>,
    decimals: Vec<u8>,
    steps: Vec<i64>,
    denominators: Vec<u32>,
    by_dates: bool,
    dated_target: bool,
    cuts: Vec<usize>,
}

fn grown() -> impl Strategy<Value = Grown> {
    let chart = prop::sample::select(vec![
        Chart::Xmr,
        Chart::Xmr,
        Chart::Xmr,
        Chart::Xmr,
        Chart::T,
        Chart::G,
        Chart::P,
        Chart::U,
        Chart::C,
    ]);
    let baseline = prop::option::weighted(
        0.6,
        prop_oneof![
            (1..30_u32).prop_map(|points| Baseline { points: Some(Points(points)), ..Baseline::default() }),
            (12..30_u32).prop_map(|points| Baseline {
                points: Some(Points(points)),
                each_partition: true,
                ..Baseline::default()
            }),
            (0..120_i64).prop_map(|days| Baseline { end: Some(day(days)), ..Baseline::default() }),
            (-4..9_i32, 0..5_i32).prop_map(|(mean, sigma)| Baseline {
                mean: Some(f64::from(mean) / 4.0),
                sigma: Some(f64::from(sigma) / 2.0),
                ..Baseline::default()
            }),
        ],
    );
    // Most values are decimals; a few fit on no scale, or on a finer one.
    let decimals = prop::collection::vec(prop_oneof![30 => Just(0_u8), 1 => 1..5_u8], 90);
    let steps = prop::collection::vec(0..3_i64, 90);
    let denominators = prop::collection::vec(20..60_u32, 90);
    let cuts = prop::collection::vec(1..40_usize, 6);
    (series(), chart, baseline, decimals, steps, denominators, any::<(bool, bool)>(), cuts).prop_map(
        |(series, chart, baseline, decimals, steps, denominators, (by_dates, dated_target), cuts)| Grown {
            series,
            chart,
            baseline: baseline.filter(|baseline| baseline.mean.is_none() || chart == Chart::Xmr),
            decimals,
            steps,
            denominators,
            by_dates: by_dates && chart == Chart::T,
            dated_target,
            cuts,
        },
    )
}

fn day(days: i64) -> Period {
    Period::parse(&Day::new(2022, 1, 1).unwrap().plus(days).to_string()).unwrap()
}

impl Grown {
    fn values(&self) -> Option<Vec<Option<f64>>> {
        let made = |(place, value): (usize, i32)| match (self.chart, self.decimals[place]) {
            (Chart::Xmr, 0) => f64::from(value) / 100.0,
            (Chart::Xmr, 1) => f64::from(value) / 3.0,
            (Chart::Xmr, 2) => f64::from(value) / 1e7,
            (Chart::Xmr, 3) => f64::from(value) * 1e9,
            (Chart::Xmr, _) => f64::from(value),
            _ => f64::from((value + 8).clamp(0, 20)),
        };
        let rows = self.series.values.iter().enumerate();
        (!self.by_dates).then(|| rows.map(|(place, value)| value.map(|value| made((place, value)))).collect())
    }

    fn dates(&self) -> Vec<Period> {
        let mut days = 0;
        let step = |place: usize| {
            days += self.steps[place];
            day(days)
        };
        (0..self.series.values.len()).map(step).collect()
    }

    /// The options of the first so many points.
    fn options(&self, points: usize) -> Options {
        let mut options = self.series.options();
        let before = |which: &Which| !matches!(which, Which::Index(place) if *place as usize >= points);
        options.chart = self.chart;
        options.recalculate_at.retain(before);
        options.ghosted.retain(before);
        options.dates = Some(self.dates()[..points].to_vec());
        options.baseline.clone_from(&self.baseline);
        options.options.screening = Some(Screening::Off);
        options.options.ties = Some(Ties::Break);
        if let (true, Some(Targets::One(value))) = (self.dated_target, options.targets.clone()) {
            let target = |value: f64, from: i64, to: i64| SpcTarget {
                value,
                name: None,
                start: day(from).as_str().parse().ok(),
                end: day(to).as_str().parse().ok(),
            };
            let targets = vec![target(value / 100.0, 0, 20), target(value / 1e8, 15, 60), target(1.0 / 3.0, 50, 70)];
            options.targets = Some(Targets::Dated(targets));
        }
        if matches!(self.chart, Chart::P | Chart::U) {
            options.denominators = Some(self.denominators[..points].iter().map(|n| Some(f64::from(*n))).collect());
        }
        options
    }
}

#[test]
fn what_is_appended_is_what_is_computed_anew() {
    holds(400, &grown(), |grown| {
        let all = grown.series.values.len();
        let values = grown.values();
        let part = |from: usize, to: usize| values.as_ref().map(|values| values[from..to].to_vec());
        let whole = grown.options(all);
        let (mut done, mut state) = (0, None);
        for cut in grown.cuts.iter().copied().chain([all]) {
            let to = (done + cut).min(all);
            let moved = |list: &[Which]| -> Vec<Which> {
                let place = |which: &Which| match which {
                    Which::Index(place) => {
                        (done..to).contains(&(*place as usize)).then(|| Which::Index(*place - done as u32))
                    }
                    _ => None,
                };
                list.iter().filter_map(place).collect()
            };
            let answer = match &state {
                None => start(part(0, to).as_deref(), &grown.options(to)),
                Some(state) => {
                    let mut added = Added::default();
                    added.dates = whole.dates.as_ref().map(|dates| dates[done..to].to_vec());
                    added.denominators = whole.denominators.as_ref().map(|all| all[done..to].to_vec());
                    added.recalculate_at = moved(&whole.recalculate_at);
                    added.ghosted = moved(&whole.ghosted);
                    append(state, part(done, to).as_deref(), &added)
                }
            }
            .expect("values that fit");
            prop_assert_eq!(answer.points.len(), to - done);
            for (place, point) in (done..to).zip(&answer.points) {
                let anew = spc(part(0, place + 1).as_deref(), &grown.options(place + 1)).expect("a series");
                prop_assert_eq!(point, anew.points.last().unwrap(), "point {} of {}", place, all);
                if place + 1 == to {
                    prop_assert_eq!(answer.variation.icon, anew.variation.icon);
                    prop_assert_eq!(&answer.variation.rules, &anew.variation.rules);
                    prop_assert_eq!(&answer.assurances, &anew.assurances);
                    prop_assert_eq!(&answer.assurance, &anew.assurance);
                    prop_assert_eq!(answer.run_chart, anew.run_chart);
                }
            }
            done = to;
            // What is kept is text.
            let text = serde_json::to_string(&answer.state).unwrap();
            state = Some(serde_json::from_str(&text).unwrap());
            if done == all {
                break;
            }
        }
        Ok(())
    });
}

/// The status that an icon is of.
fn status(icon: VariationIcon) -> PointStatus {
    match icon {
        VariationIcon::ImprovementHigh | VariationIcon::ImprovementLow => PointStatus::Improvement,
        VariationIcon::ConcernHigh | VariationIcon::ConcernLow => PointStatus::Concern,
        VariationIcon::High => PointStatus::High,
        VariationIcon::Low => PointStatus::Low,
        _ => PointStatus::CommonCause,
    }
}

#[test]
fn the_past_is_what_was_said_then_and_its_end_is_today() {
    holds(300, &(grown(), any::<(bool, bool)>()), |(grown, (screened, skipping))| {
        let all = grown.series.values.len();
        let values = grown.values();
        // Some settings need all points again for each period.
        let options = |points: usize| {
            let mut options = grown.options(points);
            options.options.screening = screened.then_some(Screening::MrAndMean).or(options.options.screening);
            options.options.ties = skipping.then_some(Ties::Skip).or(options.options.ties);
            options
        };
        let past = history(values.as_deref(), &options(all), None).expect("a series");
        let whole = spc(values.as_deref(), &options(all)).expect("a series");
        prop_assert_eq!(past.periods.len(), all);
        prop_assert_eq!(past.lasted.icon, whole.variation.icon);
        prop_assert_eq!(past.periods.last().and_then(|row| row.then), whole.variation.icon);
        let now: Vec<_> = past.periods.iter().map(|row| row.now.map(status)).collect();
        prop_assert_eq!(now, whole.points.iter().map(|point| point.status).collect::<Vec<_>>());
        if whole.variation.since_index.is_some() {
            prop_assert_eq!(past.lasted.now.since_index, whole.variation.since_index);
        }
        for place in (0..all).step_by(7) {
            let first = values.as_ref().map(|values| values[..=place].to_vec());
            let then = spc(first.as_deref(), &options(place + 1)).expect("a series");
            let row = &past.periods[place];
            prop_assert_eq!(row.then, then.variation.icon, "period {} of {}", place, all);
            prop_assert_eq!(&row.rules, &then.variation.rules);
            prop_assert_eq!(row.assurance, then.assurance.icon);
        }
        Ok(())
    });
}

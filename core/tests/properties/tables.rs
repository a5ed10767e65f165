//! That a long table of any chart says of each series what `spc` says of it, row by row.

use crate::holds;
use equipoise::document::indicator::ImprovementDirection;
use equipoise::document::period::Period;
use equipoise::variation::{
    Baseline, Chart, LongTable, Numbers, Options, Points, Preset, TableOptions, Targets, Which, judge_table, spc,
};
use proptest::prelude::*;

/// A row of one series: value, denominator, target, ghosted, recalculated.
type Row = (Option<u16>, u16, Option<u16>, bool, bool);

#[derive(Debug, Clone)]
struct Case {
    chart: Chart,
    preset: Preset,
    baseline: Option<u32>,
    per_point: bool,
    series: Vec<(ImprovementDirection, Vec<Row>)>,
}

fn case() -> impl Strategy<Value = Case> {
    let row = (
        prop_oneof![12 => (0..40_u16).prop_map(Some), 1 => Just(None)],
        40..200_u16,
        prop::option::of(0..40_u16),
        (0..25_u8).prop_map(|one| one == 0),
        (0..25_u8).prop_map(|one| one == 0),
    );
    let direction = prop::sample::select(ImprovementDirection::ALL.to_vec());
    let series = prop::collection::vec((direction, prop::collection::vec(row, 1..70)), 1..4);
    let chart = prop::sample::select(Chart::ALL.to_vec());
    let preset = prop_oneof![Just(Preset::Mdc26a), Just(Preset::Nhsr022)];
    (chart, preset, prop::option::weighted(0.2, 12..30_u32), any::<bool>(), series).prop_map(
        |(chart, preset, baseline, per_point, series)| {
            let of_counts = !matches!(chart, Chart::Xmr | Chart::Run);
            // The package's rules are of XmR charts.
            let preset = if of_counts || chart == Chart::Run { Preset::Mdc26a } else { preset };
            Case { chart, preset, baseline, per_point, series }
        },
    )
}

fn month(place: usize) -> Period {
    Period::parse(&format!("{}-{:02}", 2015 + place / 12, place % 12 + 1)).unwrap()
}

impl Case {
    fn options(&self) -> Options {
        let mut options = Options::default();
        (options.chart, options.preset) = (self.chart, self.preset);
        options.baseline = self.baseline.map(|points| Baseline { points: Some(Points(points)), ..Baseline::default() });
        options
    }

    fn has_denominators(&self) -> bool {
        matches!(self.chart, Chart::P | Chart::U | Chart::PPrime | Chart::UPrime)
    }

    /// The table, month by month, so that the rows of a series do not stand together.
    fn table(&self) -> (LongTable, Vec<(usize, usize)>) {
        let longest = self.series.iter().map(|(_, rows)| rows.len()).max().unwrap_or_default();
        let places: Vec<(usize, usize)> = (0..longest)
            .flat_map(|place| (0..self.series.len()).map(move |one| (one, place)))
            .filter(|(one, place)| *place < self.series[*one].1.len())
            .collect();
        let all = || places.iter().map(|(one, place)| &self.series[*one].1[*place]);
        let table = LongTable {
            series: places.iter().map(|(one, _)| format!("series {one}")).collect(),
            value: Numbers(all().map(|row| row.0.map(f64::from)).collect()),
            period: Some(places.iter().map(|(_, place)| month(*place)).collect()),
            denominator: self.has_denominators().then(|| Numbers(all().map(|row| Some(f64::from(row.1))).collect())),
            target: self.per_point.then(|| Numbers(all().map(|row| row.2.map(f64::from)).collect())),
            ghosted: Some(all().map(|row| row.3).collect()),
            recalculate: Some(all().map(|row| row.4).collect()),
            improvement_direction: Some(places.iter().map(|(one, _)| self.series[*one].0).collect()),
        };
        (table, places)
    }

    /// One series, as `spc` is asked about it.
    fn one(&self, one: usize) -> (Vec<Option<f64>>, Options) {
        let (direction, rows) = &self.series[one];
        let mut options = self.options();
        options.improvement_direction = *direction;
        options.dates = Some((0..rows.len()).map(month).collect());
        options.denominators = self.has_denominators().then(|| rows.iter().map(|row| Some(f64::from(row.1))).collect());
        options.targets =
            self.per_point.then(|| Targets::PerPoint(rows.iter().map(|row| row.2.map(f64::from)).collect()));
        let flagged = |flag: fn(&Row) -> bool| {
            (0..rows.len()).filter(|place| flag(&rows[*place])).map(|place| Which::Index(place as u32)).collect()
        };
        options.ghosted = flagged(|row| row.3);
        options.recalculate_at = flagged(|row| row.4);
        (rows.iter().map(|row| row.0.map(f64::from)).collect(), options)
    }
}

#[test]
fn a_table_of_any_chart_says_of_each_series_what_spc_says_of_it() {
    holds(1500, &case(), |case| {
        let (table, places) = case.table();
        let asked = TableOptions { options: case.options(), lines: true, ..TableOptions::default() };
        let judged = judge_table(&table, &asked).expect("columns that fit");
        let (points, series) = (&judged.points, &judged.series);
        prop_assert_eq!(
            &judged.options,
            &spc(Some(&[]), &case.one(0).1).map_or(judged.options.clone(), |one| one.options)
        );
        for one in 0..case.series.len() {
            let (values, options) = case.one(one);
            let answer = spc(Some(&values), &options).expect("a series that fits");
            let row_of = |place: usize| places.iter().position(|at| *at == (one, place)).unwrap();
            for point in &answer.points {
                let row = row_of(point.index);
                prop_assert_eq!(points.series[row].clone(), format!("series {one}"));
                prop_assert_eq!(points.status[row], point.status);
                prop_assert_eq!(&points.rules[row], &point.rules);
                let number = |column: &Option<Vec<Option<f64>>>| column.as_ref().unwrap()[row];
                prop_assert_eq!(number(&points.value), point.value);
                prop_assert_eq!(number(&points.mean), point.mean);
                prop_assert_eq!(number(&points.lower_limit), point.lower_limit);
                prop_assert_eq!(number(&points.lower_two_sigma), point.lower_two_sigma);
                prop_assert_eq!(number(&points.lower_one_sigma), point.lower_one_sigma);
                prop_assert_eq!(number(&points.upper_one_sigma), point.upper_one_sigma);
                prop_assert_eq!(number(&points.upper_two_sigma), point.upper_two_sigma);
                prop_assert_eq!(number(&points.upper_limit), point.upper_limit);
                prop_assert_eq!(number(&points.moving_range), point.moving_range);
                let high = number(&points.moving_range).zip(number(&points.moving_range_limit));
                prop_assert_eq!(high.is_some_and(|(range, limit)| range > limit), point.high_moving_range);
                prop_assert_eq!(points.conflict.as_ref().unwrap()[row], point.conflict);
                prop_assert_eq!(points.partition.as_ref().unwrap()[row], point.partition);
            }
            let at = series.series.iter().position(|name| *name == format!("series {one}")).unwrap();
            prop_assert_eq!(series.variation[at], answer.variation.icon);
            prop_assert_eq!(&series.rules[at], &answer.variation.rules);
            prop_assert_eq!(series.assurance[at], answer.assurance.icon);
            prop_assert_eq!(series.target[at], answer.assurance.target);
            prop_assert_eq!(series.run_chart[at], answer.run_chart);
            prop_assert_eq!(series.since[at], answer.variation.since_index.map(|place| row_of(place) as u32));
            let last = answer.points.iter().rev().find(|point| point.value.is_some() && !point.ghosted);
            prop_assert_eq!(series.value[at], last.and_then(|last| last.value));
            prop_assert_eq!(series.upper_limit[at], last.and_then(|last| last.upper_limit));
            prop_assert!(series.chance[at].is_none_or(|chance| (0.0..=1.0).contains(&chance)));
        }
        Ok(())
    });
}

//! What must hold of a series however it is judged, and that a table says of each series what `spc` says.

use crate::holds;
use equipoise::document::indicator::ImprovementDirection;
use equipoise::variation::{
    AssuranceIcon, Baseline, Chart, MOST_ROWS, Missing, NO_ROW, Options, PointStatus, Points, Preset, Rule, Spc,
    SpcColumns, SpcOptions, SpcTable, TableOptions, Targets, Ties, VariationIcon, Which, spc, spc_table,
};
use proptest::prelude::*;

/// A series: steps of whole hundredths, with missing, ghosted and recalculated points.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    pub(crate) values: Vec<Option<i32>>,
    ghosted: Vec<bool>,
    starts: Vec<bool>,
    pub(crate) preset: Preset,
    pub(crate) direction: ImprovementDirection,
    skips: (bool, bool, bool),
    baseline: Option<(u32, bool)>,
    target: Option<i32>,
}

pub(crate) fn series() -> impl Strategy<Value = Series> {
    let point = (prop_oneof![8 => (-6..7_i32).prop_map(Some), 1 => Just(None)], 0..20_u8, 0..20_u8);
    let points = prop::collection::vec(point, 1..90);
    let preset = prop_oneof![Just(Preset::Mdc26a), Just(Preset::Nhsr022)];
    let direction = prop::sample::select(ImprovementDirection::ALL.to_vec());
    let baseline = prop::option::weighted(0.3, (12..30_u32, any::<bool>()));
    let drift = prop::sample::select(vec![0, 0, 1, -1]);
    (points, preset, direction, any::<(bool, bool, bool)>(), baseline, prop::option::of(-9..10_i32), drift).prop_map(
        |(points, preset, direction, skips, baseline, target, drift)| Series {
            values: points
                .iter()
                .enumerate()
                .map(|(place, (value, ..))| Some((*value)? + drift * place as i32 / 3))
                .collect(),
            ghosted: points.iter().map(|(_, ghost, _)| *ghost == 0).collect(),
            starts: points.iter().map(|(.., start)| *start == 0).collect(),
            preset,
            direction,
            skips,
            baseline,
            target,
        },
    )
}

impl Series {
    pub(crate) fn is_ghost(&self, place: usize) -> bool {
        self.ghosted[place]
    }

    pub(crate) fn options(&self) -> Options {
        let places = |flags: &[bool]| {
            flags.iter().enumerate().filter(|(_, flag)| **flag).map(|(place, _)| Which::Index(place as u32)).collect()
        };
        let mut options = Options::default();
        options.preset = self.preset;
        options.improvement_direction = self.direction;
        options.ghosted = places(&self.ghosted);
        options.recalculate_at = places(&self.starts);
        options.targets = self.target.map(|target| Targets::One(f64::from(target)));
        options.baseline = self.baseline.map(|(points, each)| Baseline {
            points: Some(Points(points)),
            each_partition: each,
            ..Baseline::default()
        });
        options.options = SpcOptions {
            ties: self.skips.0.then_some(Ties::Skip),
            compat_faults: self.skips.2.then_some(true),
            missing: Some(if self.skips.1 { Missing::Skip } else { Missing::Break }),
            ..SpcOptions::default()
        };
        options
    }

    fn values(&self, made: impl Fn(i32) -> f64) -> Vec<Option<f64>> {
        self.values.iter().map(|value| value.map(&made)).collect()
    }

    fn judged(&self, made: impl Fn(i32) -> f64) -> Spc {
        self.drawn(Chart::Xmr, made)
    }

    fn drawn(&self, chart: Chart, made: impl Fn(i32) -> f64) -> Spc {
        let mut options = self.options();
        options.chart = chart;
        options.targets = self.target.map(|target| Targets::One(made(target)));
        spc(Some(&self.values(made)), &options).expect("a series that fits its options")
    }
}

fn said(answer: &Spc) -> Vec<(Vec<Rule>, Option<PointStatus>, bool)> {
    answer.points.iter().map(|point| (point.rules.clone(), point.status, point.conflict)).collect()
}

#[test]
fn rules_and_icons_do_not_depend_on_origin_or_unit() {
    holds(2000, &series(), |series| {
        for chart in [Chart::Xmr, Chart::Run] {
            let whole = series.drawn(chart, f64::from);
            for other in [
                series.drawn(chart, |value| f64::from(value) + 1000.0),
                series.drawn(chart, |value| f64::from(value) * 8.0),
                series.drawn(chart, |value| f64::from(value) / 100.0),
                series.drawn(chart, |value| f64::from(value + 250_000) / 1000.0),
            ] {
                prop_assert_eq!(said(&whole), said(&other));
                prop_assert_eq!(&whole.variation, &other.variation);
                prop_assert_eq!(whole.assurance.icon, other.assurance.icon);
                prop_assert_eq!(&whole.runs, &other.runs);
            }
        }
        Ok(())
    });
}

#[test]
fn the_other_direction_of_the_mirrored_series_says_the_same() {
    holds(2000, &series(), |series| {
        let mirrored = Series {
            values: series.values.iter().map(|value| value.map(|value| -value)).collect(),
            target: series.target.map(|target| -target),
            direction: match series.direction {
                ImprovementDirection::Increase => ImprovementDirection::Decrease,
                ImprovementDirection::Decrease => ImprovementDirection::Increase,
                _ => return Ok(()),
            },
            ..series.clone()
        };
        let (a, b) = (series.judged(f64::from), mirrored.judged(f64::from));
        let statuses = |answer: &Spc| answer.points.iter().map(|point| point.status).collect::<Vec<_>>();
        prop_assert_eq!(statuses(&a), statuses(&b));
        prop_assert_eq!(a.assurance.icon, b.assurance.icon);
        let mirror = |icon| match icon {
            VariationIcon::ImprovementHigh => VariationIcon::ImprovementLow,
            VariationIcon::ImprovementLow => VariationIcon::ImprovementHigh,
            VariationIcon::ConcernHigh => VariationIcon::ConcernLow,
            VariationIcon::ConcernLow => VariationIcon::ConcernHigh,
            other => other,
        };
        prop_assert_eq!(a.variation.icon, b.variation.icon.map(mirror));
        Ok(())
    });
}

#[test]
fn a_ghosted_point_is_as_good_as_removed() {
    holds(2000, &series(), |mut series| {
        // A recalculation at a ghost would start with the next point instead.
        series.starts.iter_mut().zip(&series.ghosted).for_each(|(start, ghost)| *start &= !ghost);
        series.starts[0] = false;
        let with = series.judged(f64::from);
        let kept = |place: &usize| !series.ghosted[*place];
        let pick = |flags: &[bool]| (0..flags.len()).filter(kept).map(|place| flags[place]).collect::<Vec<_>>();
        let mut without = series.clone();
        without.values = (0..series.values.len()).filter(kept).map(|place| series.values[place]).collect();
        without.starts = pick(&series.starts);
        without.ghosted = pick(&series.ghosted);
        // The first point that is left may be one that a recalculation starts at: that splits nothing.
        if without.starts.first().copied().unwrap_or(true) {
            return Ok(());
        }
        let without = without.judged(f64::from);
        let shown: Vec<_> = with.points.iter().filter(|point| !point.ghosted).collect();
        prop_assert_eq!(shown.len(), without.points.len());
        for (a, b) in shown.iter().zip(&without.points) {
            prop_assert_eq!((&a.rules, a.status, a.conflict), (&b.rules, b.status, b.conflict));
            prop_assert_eq!((a.mean, a.lower_limit, a.upper_limit), (b.mean, b.lower_limit, b.upper_limit));
        }
        prop_assert_eq!(with.variation.icon, without.variation.icon);
        prop_assert_eq!(with.assurance, without.assurance);
        Ok(())
    });
}

/// A table that is judged in many parts, on every thread that there is, and one whose rows come from last to first.
#[test]
fn parts_of_a_table_make_the_whole() {
    const LENGTH: usize = 50;
    let rows = 4001 * LENGTH;
    let value = |row: usize| ((row * 7919) % 1009) as f64 / if row % (7 * LENGTH) < LENGTH { 7.0 } else { 10.0 };
    let table = |one_thread: bool, row: &dyn Fn(usize) -> usize| {
        let series: Vec<u32> = (0..rows).map(|place| (row(place) / LENGTH) as u32).collect();
        let values: Vec<f64> = (0..rows).map(|place| value(row(place))).collect();
        let periods: Vec<i64> = (0..rows).map(|place| (row(place) % LENGTH) as i64).collect();
        let mut columns = SpcColumns::new(&series, rows / LENGTH, &values);
        columns.periods = Some(&periods);
        let mut asked = TableOptions { lines: true, one_thread, ..TableOptions::default() };
        asked.options.targets = Some(Targets::One(50.0));
        asked.options.improvement_direction = ImprovementDirection::Increase;
        spc_table(&columns, &asked).expect("a table that fits its options")
    };
    let whole = table(true, &|place| place);
    let printed = |table: &SpcTable| format!("{table:?}");
    assert!(printed(&whole) == printed(&table(false, &|place| place)));
    // No number equals itself where it is none, so columns are compared as they are printed.
    let turned = table(false, &|place| rows - 1 - place);
    let back = |column: &[f64]| -> String { format!("{:?}", column.iter().rev().collect::<Vec<_>>()) };
    let (straight, backwards) = (whole.points.lines.unwrap(), turned.points.lines.unwrap());
    assert_eq!(whole.points.status, turned.points.status.iter().rev().copied().collect::<Vec<_>>());
    assert_eq!(whole.points.rules, turned.points.rules.iter().rev().copied().collect::<Vec<_>>());
    assert!(format!("{:?}", straight.moving_range) == back(&backwards.moving_range));
    assert!(format!("{:?}", straight.mean) == back(&backwards.mean));
    assert_eq!(whole.series.variation, turned.series.variation);
    assert_eq!(whole.series.look_first, turned.series.look_first);
    assert!(whole.series.variation.iter().any(|icon| *icon > 1));
}

/// Flags as columns have them.
fn flags(rows: impl Iterator<Item = bool>) -> Vec<u8> {
    rows.map(u8::from).collect()
}

#[test]
fn a_table_says_of_each_series_what_spc_says_of_it() {
    let tables = (prop::collection::vec(series(), 1..6), any::<bool>(), any::<u64>(), any::<bool>());
    holds(600, &tables, |(all, plain, seed, hundredths)| {
        let mut all = all;
        let first = all[0].clone();
        for series in &mut all {
            // One set of options for the whole table; a plain series takes the short way.
            *series = Series { values: series.values.clone(), ghosted: series.ghosted.clone(), ..first.clone() };
            let number = series.values.len();
            series.starts = vec![false; number];
            if plain {
                series.values.iter_mut().for_each(|value| *value = Some(value.unwrap_or(1)));
                series.ghosted = vec![false; number];
                series.baseline = None;
            }
        }
        let made = |value: i32| if hundredths { f64::from(value) / 7.0 } else { f64::from(value) };
        // Rows in an order that has nothing to do with series or time.
        let mut rows: Vec<(usize, usize)> = all
            .iter()
            .enumerate()
            .flat_map(|(one, series)| (0..series.values.len()).map(move |place| (one, place)))
            .collect();
        if seed % 2 == 0 {
            rows.sort_by_key(|(one, place)| ((*one as u64 * 7919 + *place as u64 * 104_729) ^ seed) % 1009);
        }
        let value = |(one, place): &(usize, usize)| all[*one].values[*place].map(made);
        let numbers: Vec<u32> = rows.iter().map(|(one, _)| *one as u32).collect();
        let periods: Vec<i64> = rows.iter().map(|(_, place)| *place as i64).collect();
        let values: Vec<f64> = rows.iter().map(|row| value(row).unwrap_or(f64::NAN)).collect();
        let valid = flags(rows.iter().map(|row| value(row).is_some()));
        let ghosted = flags(rows.iter().map(|(one, place)| all[*one].ghosted[*place]));
        let mut columns = SpcColumns::new(&numbers, all.len(), &values);
        columns.periods = Some(&periods);
        columns.valid = Some(&valid);
        columns.ghosted = Some(&ghosted);
        let mut asked = TableOptions { lines: true, one_thread: seed % 3 == 0, ..TableOptions::default() };
        asked.options = all[0].options();
        asked.options.targets = all[0].target.map(|target| Targets::One(made(target)));
        asked.options.ghosted.clear();
        asked.options.recalculate_at.clear();
        let table = spc_table(&columns, &asked).expect("a table that fits its options");
        for (one, series) in all.iter().enumerate() {
            let answer = series.judged(made);
            let row_of = |place: usize| rows.iter().position(|row| *row == (one, place)).unwrap();
            let lines = table.points.lines.as_ref().unwrap();
            for point in &answer.points {
                let row = row_of(point.index);
                let status = point.status.map_or(0, |status| 1 + status as u8);
                prop_assert_eq!(table.points.status[row], status, "status of {}/{}", one, point.index);
                let rules = point.rules.iter().fold(0, |set, rule| set | 1 << (*rule as u8));
                prop_assert_eq!(table.points.rules[row], rules);
                prop_assert_eq!(lines.conflict[row], u8::from(point.conflict));
                prop_assert_eq!(lines.partition[row], point.partition);
                let shown = [lines.mean[row]].into_iter().chain(lines.sigma.iter().map(|sigma| sigma[row]));
                let wanted = [
                    point.mean,
                    point.lower_limit,
                    point.lower_two_sigma,
                    point.lower_one_sigma,
                    point.upper_one_sigma,
                    point.upper_two_sigma,
                    point.upper_limit,
                ];
                for (shown, wanted) in shown.zip(wanted) {
                    prop_assert_eq!(Some(shown).filter(|shown| !shown.is_nan()), wanted);
                }
            }
            let found = &table.series;
            prop_assert_eq!(found.variation[one], answer.variation.icon.map_or(0, |icon| 1 + icon as u8));
            let assurance = answer.assurance.icon.map_or(0, |icon: AssuranceIcon| 1 + icon as u8);
            prop_assert_eq!(found.assurance[one], assurance);
            prop_assert_eq!(found.run_chart[one], u8::from(answer.run_chart));
            let since = answer.variation.since_index.map_or(NO_ROW, |place| row_of(place) as u32);
            prop_assert_eq!(found.since[one], since);
            prop_assert_eq!(found.n[one] as usize, answer.partitions.iter().map(|part| part.n).sum::<usize>());
        }
        prop_assert!(values.len() < MOST_ROWS);
        Ok(())
    });
}

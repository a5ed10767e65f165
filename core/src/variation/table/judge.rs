//! Each series of a table judged, on as many threads as pay.

use std::ops::Range;

use super::super::attributes::rates;
use super::super::case::Case;
use super::super::input::{Chart, Options, Targets};
use super::super::judge::{Assuring, Said, drawn, status};
use super::super::lines::{Lines, Making, Scaled};
use super::super::look_first::chance;
use super::super::marks::{Marks, Wide};
use super::super::result::Side;
use super::super::rules::{Fired, Links, Sides, Verdict, Weighing};
use super::super::settings::{Settings, ShortSeries};
use super::super::standing::Standing;
use super::rows::Rows;
use super::series::Seen;
use super::{PointColumns, SeriesColumns, SpcColumns, TableOptions};
use crate::document::indicator::ImprovementDirection;

/// Judges the series of a table.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) columns: &'a SpcColumns<'a>,
    pub(super) rows: &'a Rows,
    pub(super) asked: &'a TableOptions,
    pub(super) settings: &'a Settings,
}

/// What was judged of some of the series.
#[derive(Default)]
pub(super) struct Judged {
    pub(super) points: PointColumns,
    pub(super) series: SeriesColumns,
}

/// So many points are worth a thread of their own.
const POINTS_FOR_A_THREAD: usize = 65_536;

impl Judge<'_> {
    /// Series that go together, each part with about as many points.
    pub(super) fn parts(&self) -> Vec<Range<usize>> {
        let starts = &self.rows.starts;
        let points = self.columns.values.len();
        let parts = if self.asked.one_thread { 1 } else { points.div_ceil(POINTS_FOR_A_THREAD).clamp(1, 256) };
        let mut ends: Vec<usize> =
            (1..=parts).map(|part| starts.partition_point(|start| *start < points * part / parts)).collect();
        ends.iter_mut().for_each(|end| *end = (*end).min(self.columns.number));
        if let Some(last) = ends.last_mut() {
            *last = self.columns.number;
        }
        let mut first = 0;
        let part = |end: usize| {
            let part = first..end.max(first);
            first = part.end;
            part
        };
        ends.into_iter().map(part).collect()
    }

    #[cfg(not(target_family = "wasm"))]
    pub(super) fn all(&self, parts: Vec<Range<usize>>) -> Vec<Judged> {
        use rayon::prelude::*;
        if parts.len() == 1 {
            return parts.into_iter().map(|series| self.some(series)).collect();
        }
        parts.into_par_iter().map(|series| self.some(series)).collect()
    }

    #[cfg(target_family = "wasm")]
    pub(super) fn all(&self, parts: Vec<Range<usize>>) -> Vec<Judged> {
        parts.into_iter().map(|series| self.some(series)).collect()
    }

    fn some(&self, series: Range<usize>) -> Judged {
        let starts = &self.rows.starts;
        let mut judged = Judged::default();
        judged.points.reserve(starts[series.end] - starts[series.start], self.asked.lines);
        judged.series.reserve(series.len());
        let mut room = Vec::new();
        // Each direction weighs the two sides in its own way.
        let options = ImprovementDirection::ALL.iter().map(|direction| {
            let mut options = self.asked.options.clone();
            options.improvement_direction = *direction;
            options
        });
        let options: Vec<Options> = options.collect();
        for one in series {
            let places = starts[one]..starts[one + 1];
            let direction = match self.columns.directions {
                Some(directions) if !places.is_empty() => directions[self.rows.row(places.start)],
                _ => self.asked.options.improvement_direction,
            };
            self.one(places, &options[direction as usize], &mut room, &mut judged);
        }
        judged
    }

    fn one(&self, places: Range<usize>, options: &Options, room: &mut Vec<f64>, judged: &mut Judged) {
        let columns = self.columns;
        let row = |place: usize| self.rows.row(places.start + place);
        let number = places.len();
        let flagged = |flags: Option<&[u8]>, to: u8| {
            flags.is_some_and(|flags| (0..number).any(|place| u8::from(flags[row(place)] != 0) == to))
        };
        let whole = options.chart == Chart::Xmr
            && options.baseline.is_none()
            && !flagged(columns.valid, 0)
            && !flagged(columns.ghosted, 1)
            && !flagged(columns.recalculate, 1);
        let duplicates = columns
            .periods
            .is_some_and(|periods| (1..number).any(|place| periods[row(place - 1)] == periods[row(place)]));
        judged.series.duplicates.push(u8::from(duplicates));
        if whole && number > 0 {
            let values = match &self.rows.order {
                None => &columns.values[places.clone()],
                Some(order) => {
                    room.clear();
                    room.extend(order[places.clone()].iter().map(|row| columns.values[*row as usize]));
                    room.as_slice()
                }
            };
            if number <= 64 {
                self.whole::<u64>(values, options, &row, judged);
            } else {
                self.whole::<Wide>(values, options, &row, judged);
            }
            return;
        }
        let flag = |flags: Option<&[u8]>, place: usize| flags.is_some_and(|flags| flags[row(place)] != 0);
        let every = |column: &[f64]| -> Vec<Option<f64>> {
            (0..number).map(|place| Some(column[row(place)]).filter(|number| !number.is_nan())).collect()
        };
        let valid = |place: usize| columns.valid.is_none_or(|valid| valid[row(place)] != 0);
        let values: Vec<Option<f64>> =
            (0..number).map(|place| Some(columns.values[row(place)]).filter(|_| valid(place))).collect();
        let own = Options {
            denominators: columns.denominators.map(every),
            targets: columns.targets.map(every).map(Targets::PerPoint).or_else(|| options.targets.clone()),
            ..options.clone()
        };
        let ghosted = (0..number).map(|place| flag(columns.ghosted, place)).collect();
        let starts = (0..number).map(|place| flag(columns.recalculate, place)).collect();
        let shown = rates(&values, &own, &mut Vec::new());
        let case = Case::build(&own, self.settings.clone(), shown, ghosted, starts, false);
        parted(&Standing::of(&case, Some(&values)), self.asked.look_first, &row, judged);
    }

    /// The target in force at a row.
    fn target(&self, options: &Options, row: usize) -> Option<f64> {
        if options.improvement_direction == ImprovementDirection::Neutral {
            return None;
        }
        match (self.columns.targets, &options.targets) {
            (Some(targets), _) => Some(targets[row]).filter(|target| !target.is_nan()),
            (None, Some(Targets::One(target))) => Some(*target),
            _ => None,
        }
    }

    fn assuring(&self, options: &Options, run_chart: bool) -> Assuring {
        let given = self.columns.targets.is_some() || options.targets.is_some();
        let told = given && options.improvement_direction != ImprovementDirection::Neutral && !run_chart;
        Assuring::with(options, self.settings, told)
    }

    /// A series in which every point counts, and all belong together.
    fn whole<M: Marks>(&self, values: &[f64], options: &Options, row: &impl Fn(usize) -> usize, judged: &mut Judged) {
        let (number, settings) = (values.len(), self.settings);
        let last = number - 1;
        let target = self.target(options, row(last));
        let scaled = Scaled::of(values, target.as_slice());
        let mut lines = scaled.xmr(0..number, |place| place > 0, Making::of(options.preset, settings));
        let run_chart = number < settings.minimum_points as usize && settings.short_series == ShortSeries::RunChart;
        if run_chart {
            lines.keep_centre();
            judged.points.none(number);
        }
        let mut since = None;
        let mut at_last = Said::default();
        if !run_chart {
            let sides: Sides<M> = Sides::of_one(&scaled.values, &lines);
            let fired = Fired::of(number, &sides, &Links::whole(number), settings, options.preset);
            let verdict = Verdict::of(&fired, &sides, &Weighing::of(options, settings));
            judged.points.say(number, &fired, &verdict, options.improvement_direction);
            at_last = Said::of(&fired, &verdict, last);
            if at_last.side.is_some() {
                let side = if at_last.side == Some(Side::Above) { &verdict.high } else { &verdict.low };
                let before = (0..last).rev().take_while(|place| side.has(*place)).count();
                since = Some(row(last - before));
            }
            if let Some(columns) = &mut judged.points.lines {
                let first = columns.conflict.len();
                columns.conflict.resize(first + number, 0);
                verdict.conflict.each_point(|place| columns.conflict[first + place] = 1);
            }
        }
        if let Some(columns) = &mut judged.points.lines {
            columns.fill(settings, 1, &lines, number);
            columns.conflict.resize(columns.mean.len(), 0);
            columns.value.extend_from_slice(values);
            columns.moving_range.push(f64::NAN);
            columns.moving_range.extend((1..number).map(|place| scaled.moving_range(place)));
        }
        let told = self.asked.look_first && !run_chart;
        let seen = Seen {
            n: number,
            run_chart,
            last: Some(row(last)),
            since,
            said: at_last,
            value: values[last],
            lines: drawn(settings, &lines),
            target,
            assurance: self.assuring(options, run_chart).icon(&scaled, &lines, target),
            chance: if told { chance(&scaled, |_| &lines, last, |place| place > 0, settings) } else { f64::NAN },
        };
        judged.series.push(&seen, options.improvement_direction);
    }
}

/// Any other series, as `spc` has it.
fn parted(standing: &Standing<'_, '_>, look_first: bool, row: &impl Fn(usize) -> usize, judged: &mut Judged) {
    let Standing { case, scaled, run_chart, said, by_partition, .. } = standing;
    let (case, run_chart, direction) = (*case, *run_chart, case.options.improvement_direction);
    let first = judged.points.status.len();
    judged.points.none(case.shown.len());
    if !run_chart {
        for (point, said) in case.used.iter().zip(said) {
            judged.points.status[first + point] = 1 + status(said.side, direction) as u8;
            judged.points.rules[first + point] = said.rules.0;
        }
    }
    if let Some(columns) = &mut judged.points.lines {
        for point in 0..case.shown.len() {
            let place = standing.partition_of(point);
            let of_partition = &by_partition[place];
            // What ranges come to is the partition's, also where each point has lines of its own.
            let lines = Lines {
                mean_moving_range: of_partition.mean_moving_range,
                high_range: of_partition.high_range,
                ..*standing.lines_of(point)
            };
            columns.fill(&case.settings, case.partitions[place].number, &lines, 1);
            columns.value.push(case.shown[point].unwrap_or(f64::NAN));
        }
        columns.conflict.resize(columns.mean.len(), 0);
        columns.moving_range.resize(columns.mean.len(), f64::NAN);
        for (place, (point, said)) in case.used.iter().zip(said).enumerate() {
            columns.conflict[first + point] = u8::from(said.conflict);
            if case.options.chart == Chart::Xmr && case.reached[place] {
                columns.moving_range[first + point] = scaled.moving_range(place);
            }
        }
    }
    let last = case.used.last().copied();
    let at_last = said.last().copied().unwrap_or_default();
    let alike = said.iter().rev().take_while(|said| said.side == at_last.side).count();
    let since = at_last.side.and_then(|_| case.used.get(said.len() - alike)).map(|point| row(*point));
    // Days and cases between events do not vary normally about their centre.
    let told = look_first && !run_chart && !matches!(case.options.chart, Chart::T | Chart::G);
    let chance = case.used.len().checked_sub(1).filter(|_| told).map(|last| {
        let same = case.same_partition();
        let lines = |place: usize| standing.lines_of(case.used[place]);
        chance(scaled, lines, last, |place| same[place], &case.settings)
    });
    let seen = Seen {
        n: case.used.len(),
        run_chart,
        last: last.map(row),
        since,
        said: at_last,
        value: last.and_then(|last| case.shown[last]).unwrap_or(f64::NAN),
        lines: last.map_or([None; 7], |last| drawn(&case.settings, standing.lines_of(last))),
        target: last.and_then(|last| case.target(last)),
        assurance: standing.assurance(),
        chance: chance.unwrap_or(f64::NAN),
    };
    judged.series.push(&seen, direction);
}

//! Many series in one call, from columns and into columns.
//!
//! A long table has a row for each point: its series, and when, and how much. Rows may come in any order; those of one
//! series are put in the order of their periods. Series without gaps, ghosts or recalculations take a short way that
//! gives what [`spc`](super::spc) gives; the others take the same way as it does.

use std::ops::Range;

use super::case::{Case, LARGEST_VALUE};
use super::input::{Chart, Options, Targets};
use super::judge::{Assuring, Said, icon, say, status};
use super::lines::{Lines, Making, Scaled};
use super::look_first::{chance, look_first};
use super::marks::{Marks, Wide};
use super::result::{AssuranceIcon, PointStatus, Side, VariationIcon};
use super::rules::{Fired, Links, Sides, Verdict, Weighing};
use super::settings::Settings;
use crate::document::indicator::ImprovementDirection;
use crate::problem::{Code, Found, Problem, Problems};

/// At most so many rows in one table.
pub const MOST_ROWS: usize = 100_000_000;

/// A long table, column by column. Every column has one entry for each row.
#[derive(Debug, Clone, Copy, Default)]
pub struct SpcColumns<'c> {
    /// The number of the row's series, from 0 without gaps.
    pub series: &'c [u32],
    /// How many series there are.
    pub number: usize,
    /// The values; what stands where one is missing is not read.
    pub values: &'c [f64],
    /// When: any whole number that grows with time, such as days since 1970; the order of rows when omitted.
    pub periods: Option<&'c [i64]>,
    /// 0 where the value is missing.
    pub valid: Option<&'c [u8]>,
    /// The target in force; NaN where there is none. It wins over the targets of the options.
    pub targets: Option<&'c [f64]>,
    /// Not 0 for a point that is left out of everything but the picture.
    pub ghosted: Option<&'c [u8]>,
    /// Not 0 for a point at which a new partition starts.
    pub recalculate: Option<&'c [u8]>,
    /// Which way is better, by series; that of the options when omitted.
    pub directions: Option<&'c [ImprovementDirection]>,
}

impl<'c> SpcColumns<'c> {
    /// The columns that are always there.
    pub fn new(series: &'c [u32], number: usize, values: &'c [f64]) -> Self {
        Self { series, number, values, ..Self::default() }
    }
}

/// What is said of every row, in the order of rows. A number that is not there is NaN, as columns have it.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PointColumns {
    /// The place of the status in [`PointStatus::ALL`], plus 1; 0 where nothing is said.
    pub status: Vec<u8>,
    /// The rules fired: bit `i` is `Rule::ALL[i]`.
    pub rules: Vec<u8>,
    /// The lines, if they were asked for.
    pub lines: Option<LineColumns>,
}

/// The lines of every row.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LineColumns {
    /// The partition: 0 for the baseline, from 1 for the others.
    pub partition: Vec<u32>,
    /// The mean.
    pub mean: Vec<f64>,
    /// Three sigma below, two, one; one above, two, three.
    pub sigma: [Vec<f64>; 6],
    /// 1 where rules of both sides fired.
    pub conflict: Vec<u8>,
}

/// What is said of every series, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SeriesColumns {
    /// How many points count.
    pub n: Vec<u32>,
    /// The place of the icon in [`VariationIcon::ALL`], plus 1; 0 where there is none.
    pub variation: Vec<u8>,
    /// The place of the icon in [`AssuranceIcon::ALL`], plus 1; 0 where there is none.
    pub assurance: Vec<u8>,
    /// The row since which the last point's side holds without a break; [`NO_ROW`] for common cause.
    pub since: Vec<u32>,
    /// The row of the last point that counts; [`NO_ROW`] where none does.
    pub last: Vec<u32>,
    /// The rules that the last point fired: bit `i` is `Rule::ALL[i]`.
    pub rules: Vec<u8>,
    /// The last value; NaN where no point counts.
    pub value: Vec<f64>,
    /// The mean at the last point.
    pub mean: Vec<f64>,
    /// The lower limit at the last point.
    pub lower_limit: Vec<f64>,
    /// The upper limit at the last point.
    pub upper_limit: Vec<f64>,
    /// The target in force at the last point.
    pub target: Vec<f64>,
    /// 1 where a run chart takes its place: too few points.
    pub run_chart: Vec<u8>,
    /// 1 where two points have the same period.
    pub duplicates: Vec<u8>,
    /// The chance of so much at the last point by common cause alone; NaN where nothing is said.
    pub chance: Vec<f64>,
    /// The same, allowing for the number of series looked at (false discovery rate).
    pub discovery: Vec<f64>,
    /// In which order to look: 1 for the least chance; equal chances share a place. 0 where nothing is said.
    pub look_first: Vec<u32>,
}

/// Stands for no row.
pub const NO_ROW: u32 = u32::MAX;

/// A long table, judged.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SpcTable {
    /// One entry for each row.
    pub points: PointColumns,
    /// One entry for each series.
    pub series: SeriesColumns,
    /// So many of the icons would be special causes by chance alone, if all series varied normally about their means.
    pub expected_false_signals: f64,
}

/// What is asked of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableOptions {
    /// How each series is judged: of an XmR chart, without dates, denominators, recalculations and ghosts, which
    /// columns give.
    pub options: Options,
    /// Also the lines of every row.
    pub lines: bool,
    /// On one thread, whatever the machine has.
    pub one_thread: bool,
}

/// Judges many series of one long table by an XmR chart each.
///
/// # Errors
/// [`Problems`] for columns of different lengths, a series that is not numbered, a value that is no finite number and
/// is not said to be missing, and options that a table does not take.
///
/// ```
/// use equipoise::variation::{SpcColumns, TableOptions, spc_table};
/// let values: Vec<f64> = (0..36).map(|month| if month < 30 { f64::from(month % 3) } else { 9.0 }).collect();
/// let series = vec![0; 36];
/// let answer = spc_table(&SpcColumns::new(&series, 1, &values), &TableOptions::default())?;
/// assert_eq!((answer.series.n[0], answer.series.since[0]), (36, 30));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn spc_table(columns: &SpcColumns<'_>, asked: &TableOptions) -> Result<SpcTable, Problems> {
    let settings = check(columns, asked)?;
    let rows = Rows::of(columns);
    let judge = Judge { columns, rows: &rows, asked, settings: &settings };
    let parts = judge.parts();
    let mut table = SpcTable::default();
    let judged = judge.all(parts);
    let number = columns.values.len();
    for part in judged {
        table.points.append(part.points);
        table.series.append(part.series);
    }
    if let Some(order) = &rows.order {
        table.points = table.points.scattered(order, number);
    }
    let expected = look_first(&mut table.series, &settings);
    table.expected_false_signals = expected;
    Ok(table)
}

/// What does not fit; the settings where all does.
fn check(columns: &SpcColumns<'_>, asked: &TableOptions) -> Result<Settings, Problems> {
    let mut found = Found::default();
    let mut wrong = |code, path: String, accepted: &str, message: String| {
        if found.is_full(code) {
            return found.tally(code);
        }
        found.push(Problem { code, path, value: None, accepted: Some(accepted.into()), message });
    };
    let number = columns.values.len();
    let options = &asked.options;
    let lengths = [
        ("series", Some(columns.series.len())),
        ("period", columns.periods.map(<[_]>::len)),
        ("valid", columns.valid.map(<[_]>::len)),
        ("target", columns.targets.map(<[_]>::len)),
        ("ghosted", columns.ghosted.map(<[_]>::len)),
        ("recalculate", columns.recalculate.map(<[_]>::len)),
    ];
    for (name, length) in lengths {
        if let Some(length) = length.filter(|length| *length != number) {
            let message = format!("the column has {length} rows, and that of values {number}");
            wrong(Code::WrongLength, format!("/{name}"), "one entry for each value", message);
        }
    }
    if number > MOST_ROWS {
        let message = format!("{number} rows are more than are taken at once");
        wrong(Code::TooMany, "/value".into(), "at most 100,000,000 rows", message);
    }
    if columns.number > number {
        let message = format!("{} series cannot have {number} rows", columns.number);
        wrong(Code::OutOfRange, "/series".into(), "at most one series for each row", message);
    }
    if let Some(directions) = columns.directions.filter(|directions| directions.len() != columns.number) {
        let message = format!("there are {} directions for {} series", directions.len(), columns.number);
        wrong(Code::WrongLength, "/direction".into(), "one direction for each series", message);
    }
    for (row, series) in columns.series.iter().enumerate().filter(|(_, series)| **series as usize >= columns.number) {
        let message = format!("there is no series {series}");
        wrong(Code::OutOfRange, format!("/series/{row}"), "a number below that of the series", message);
    }
    let bad = |(row, value): &(usize, &f64)| {
        let valid = columns.valid.is_none_or(|valid| valid.get(*row).is_none_or(|valid| *valid != 0));
        valid && (value.is_nan() || value.abs() >= LARGEST_VALUE)
    };
    for (row, _) in columns.values.iter().enumerate().filter(bad) {
        let message = "this is no number that can be added up with others".to_owned();
        wrong(Code::NotANumber, format!("/value/{row}"), "a finite number below 1e100, or a missing value", message);
    }
    for (row, _) in columns.targets.unwrap_or_default().iter().enumerate().filter(|(_, target)| target.is_infinite()) {
        wrong(Code::NotANumber, format!("/target/{row}"), "a finite number, or none", "this is no number".into());
    }
    let by_dates = options.baseline.as_ref().is_some_and(|baseline| baseline.end.is_some())
        || matches!(options.targets, Some(Targets::Dated(_) | Targets::PerPoint(_)));
    let own = options.dates.is_some()
        || options.denominators.is_some()
        || !options.recalculate_at.is_empty()
        || !options.ghosted.is_empty();
    if by_dates || own {
        let accepted = "columns for what differs from row to row; a baseline by its number of points, and one target";
        wrong(Code::WrongCombination, String::new(), accepted, "a table takes no such list".into());
    }
    if options.chart != Chart::Xmr {
        let message = format!("a table takes no {} chart", options.chart);
        wrong(Code::UnknownWord, "/chart".into(), "xmr", message);
    }
    let settings = Settings::with(options.preset, &options.options);
    let mut more = Vec::new();
    super::case::check_options(options, &mut more);
    found.extend(more);
    found.none().map(|()| settings)
}

/// The rows of each series, in the order of their periods.
struct Rows {
    /// Which row stands at each place, where rows do not stand in order already.
    order: Option<Vec<u32>>,
    /// Where each series begins among the places, and where the last one ends.
    starts: Vec<usize>,
}

impl Rows {
    fn of(columns: &SpcColumns<'_>) -> Self {
        let mut starts = vec![0; columns.number + 1];
        for series in columns.series {
            starts[*series as usize + 1] += 1;
        }
        for series in 0..columns.number {
            starts[series + 1] += starts[series];
        }
        let sorted = match columns.periods {
            None => columns.series.is_sorted(),
            Some(periods) => {
                columns.series.is_sorted()
                    && (1..periods.len())
                        .all(|row| columns.series[row - 1] != columns.series[row] || periods[row - 1] <= periods[row])
            }
        };
        if sorted {
            return Self { order: None, starts };
        }
        let mut next = starts.clone();
        let mut order = vec![0_u32; columns.series.len()];
        for (row, series) in columns.series.iter().enumerate() {
            let place = &mut next[*series as usize];
            order[*place] = row as u32;
            *place += 1;
        }
        if let Some(periods) = columns.periods {
            for series in starts.windows(2) {
                // Stable: two rows of one period stay as they came.
                order[series[0]..series[1]].sort_by_key(|row| periods[*row as usize]);
            }
        }
        Self { order: Some(order), starts }
    }

    fn row(&self, place: usize) -> usize {
        self.order.as_ref().map_or(place, |order| order[place] as usize)
    }
}

/// Judges the series of a table.
#[derive(Clone, Copy)]
struct Judge<'a> {
    columns: &'a SpcColumns<'a>,
    rows: &'a Rows,
    asked: &'a TableOptions,
    settings: &'a Settings,
}

/// What was judged of some of the series.
#[derive(Default)]
struct Judged {
    points: PointColumns,
    series: SeriesColumns,
}

/// So many points are worth a thread of their own.
const POINTS_FOR_A_THREAD: usize = 65_536;

impl Judge<'_> {
    /// Series that go together, each part with about as many points.
    fn parts(&self) -> Vec<Range<usize>> {
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
    fn all(&self, parts: Vec<Range<usize>>) -> Vec<Judged> {
        use rayon::prelude::*;
        if parts.len() == 1 {
            return parts.into_iter().map(|series| self.some(series)).collect();
        }
        parts.into_par_iter().map(|series| self.some(series)).collect()
    }

    #[cfg(target_family = "wasm")]
    fn all(&self, parts: Vec<Range<usize>>) -> Vec<Judged> {
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
            let direction = match self.columns.directions {
                Some(directions) => directions[one],
                None => self.asked.options.improvement_direction,
            };
            let places = starts[one]..starts[one + 1];
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
        let whole = options.baseline.is_none()
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
        let shown = (0..number)
            .map(|place| {
                let valid = columns.valid.is_none_or(|valid| valid[row(place)] != 0);
                valid.then(|| columns.values[row(place)])
            })
            .collect();
        let ghosted = (0..number).map(|place| flag(columns.ghosted, place)).collect();
        let starts = (0..number).map(|place| flag(columns.recalculate, place)).collect();
        let case = Case::build(options, self.settings.clone(), shown, ghosted, starts, false);
        self.parted(&case, &row, judged);
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
        let run_chart =
            number < settings.minimum_points as usize && settings.short_series == super::ShortSeries::RunChart;
        if run_chart {
            lines = Lines { centre: lines.centre, ..Lines::default() };
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
            columns.partition.resize(columns.partition.len() + number, 1);
            columns.fill(&lines, number);
            columns.conflict.resize(columns.mean.len(), 0);
        }
        let assurance = self.assuring(options, run_chart).icon(&scaled, &lines, target);
        let seen = Seen {
            n: number,
            run_chart,
            last: Some(row(last)),
            since,
            said: at_last,
            value: values[last],
            lines: &lines,
            target,
            assurance,
            chance: if run_chart { f64::NAN } else { chance(&scaled, &lines, last, |place| place > 0, settings) },
        };
        judged.series.push(&seen, options.improvement_direction);
    }

    /// Any other series.
    fn parted(&self, case: &Case<'_>, row: &impl Fn(usize) -> usize, judged: &mut Judged) {
        let options = case.options;
        let target = case.used.last().and_then(|last| self.target(options, row(*last)));
        let scaled = Scaled::of(&case.judged, target.as_slice());
        let mut lines = case.lines(&scaled);
        let run_chart = case.is_run_chart();
        if run_chart {
            lines.iter_mut().for_each(|lines| *lines = Lines { centre: lines.centre, ..Lines::default() });
        }
        let partition_of = |point: usize| case.partitions.partition_point(|partition| partition.points.end <= point);
        let said: Vec<Said> = match case.used.len() {
            _ if run_chart => vec![Said::default(); case.used.len()],
            0..=64 => say::<u64>(case, &scaled, |place| &lines[partition_of(case.used[place])]),
            _ => say::<Wide>(case, &scaled, |place| &lines[partition_of(case.used[place])]),
        };
        let first = judged.points.status.len();
        judged.points.none(case.shown.len());
        if !run_chart {
            for (point, said) in case.used.iter().zip(&said) {
                judged.points.status[first + point] = 1 + status(said.side, options.improvement_direction) as u8;
                judged.points.rules[first + point] = said.rules.0;
            }
        }
        if let Some(columns) = &mut judged.points.lines {
            for (partition, lines) in case.partitions.iter().zip(&lines) {
                columns.partition.resize(columns.partition.len() + partition.points.len(), partition.number);
                columns.fill(lines, partition.points.len());
            }
            columns.conflict.resize(columns.mean.len(), 0);
            for (point, said) in case.used.iter().zip(&said) {
                columns.conflict[first + point] = u8::from(said.conflict);
            }
        }
        let none = Lines::default();
        let last = case.used.last().copied();
        let lines = last.map_or(&none, |last| &lines[partition_of(last)]);
        let at_last = said.last().copied().unwrap_or_default();
        let alike = said.iter().rev().take_while(|said| said.side == at_last.side).count();
        let since = at_last.side.and_then(|_| case.used.get(said.len() - alike)).map(|point| row(*point));
        let same = case.same_partition();
        let chance = match case.used.len().checked_sub(1).filter(|_| !run_chart) {
            Some(last) => chance(&scaled, lines, last, |place| same[place], &case.settings),
            None => f64::NAN,
        };
        let seen = Seen {
            n: case.used.len(),
            run_chart,
            last: last.map(row),
            since,
            said: at_last,
            value: last.and_then(|last| case.shown[last]).unwrap_or(f64::NAN),
            lines,
            target,
            assurance: last.and_then(|_| self.assuring(options, run_chart).icon(&scaled, lines, target)),
            chance,
        };
        judged.series.push(&seen, options.improvement_direction);
    }
}

/// What was seen of one series.
struct Seen<'l> {
    n: usize,
    run_chart: bool,
    last: Option<usize>,
    since: Option<usize>,
    said: Said,
    value: f64,
    lines: &'l Lines,
    target: Option<f64>,
    assurance: Option<AssuranceIcon>,
    chance: f64,
}

impl PointColumns {
    fn reserve(&mut self, rows: usize, lines: bool) {
        self.status.reserve(rows);
        self.rules.reserve(rows);
        if lines {
            let mut columns = LineColumns::default();
            columns.partition.reserve(rows);
            columns.conflict.reserve(rows);
            columns.numbers().for_each(|numbers| numbers.reserve(rows));
            self.lines = Some(columns);
        }
    }

    /// So many points of which nothing is said.
    fn none(&mut self, number: usize) {
        self.status.resize(self.status.len() + number, 0);
        self.rules.resize(self.rules.len() + number, 0);
    }

    fn say<M: Marks>(
        &mut self,
        number: usize,
        fired: &Fired<M>,
        verdict: &Verdict<M>,
        direction: ImprovementDirection,
    ) {
        let [neither, high, low] =
            [None, Some(Side::Above), Some(Side::Below)].map(|side| 1 + status(side, direction) as u8);
        let first = self.status.len();
        self.status.resize(first + number, neither);
        self.rules.resize(first + number, 0);
        let (said, rules) = (&mut self.status[first..], &mut self.rules[first..]);
        verdict.high.each_point(|place| said[place] = high);
        verdict.low.each_point(|place| said[place] = low);
        for (rule, points) in fired.0.iter().enumerate() {
            points.each_point(|place| rules[place] |= 1 << rule);
        }
    }

    fn append(&mut self, mut other: Self) {
        self.status.append(&mut other.status);
        self.rules.append(&mut other.rules);
        match (&mut self.lines, other.lines) {
            (Some(lines), Some(mut others)) => {
                lines.partition.append(&mut others.partition);
                lines.conflict.append(&mut others.conflict);
                lines.numbers().zip(others.numbers()).for_each(|(numbers, others)| numbers.append(others));
            }
            (lines, others) => *lines = others.or(lines.take()),
        }
    }

    /// From the order of places to that of rows.
    fn scattered(self, order: &[u32], number: usize) -> Self {
        fn put<T: Copy + Default>(places: &[T], order: &[u32], number: usize) -> Vec<T> {
            let mut rows = vec![T::default(); number];
            order.iter().zip(places).for_each(|(row, value)| rows[*row as usize] = *value);
            rows
        }
        Self {
            status: put(&self.status, order, number),
            rules: put(&self.rules, order, number),
            lines: self.lines.map(|lines| LineColumns {
                partition: put(&lines.partition, order, number),
                mean: put(&lines.mean, order, number),
                sigma: lines.sigma.map(|sigma| put(&sigma, order, number)),
                conflict: put(&lines.conflict, order, number),
            }),
        }
    }
}

impl LineColumns {
    fn numbers(&mut self) -> impl Iterator<Item = &mut Vec<f64>> {
        std::iter::once(&mut self.mean).chain(&mut self.sigma)
    }

    fn fill(&mut self, lines: &Lines, number: usize) {
        let [below, above] = [lines.lower, lines.upper];
        let lines = [lines.centre, below[2], below[1], below[0], above[0], above[1], above[2]];
        for (numbers, line) in self.numbers().zip(lines) {
            numbers.resize(numbers.len() + number, line.map_or(f64::NAN, |line| line.at));
        }
    }
}

impl SeriesColumns {
    /// Every column of numbers.
    fn numbers(&mut self) -> [&mut Vec<f64>; 7] {
        let Self { value, mean, lower_limit, upper_limit, target, chance, discovery, .. } = self;
        [value, mean, lower_limit, upper_limit, target, chance, discovery]
    }

    /// Every column of words and flags.
    fn words(&mut self) -> [&mut Vec<u8>; 5] {
        let Self { variation, assurance, rules, run_chart, duplicates, .. } = self;
        [variation, assurance, rules, run_chart, duplicates]
    }

    /// Every column of counts and rows.
    fn counts(&mut self) -> [&mut Vec<u32>; 4] {
        let Self { n, since, last, look_first, .. } = self;
        [n, since, last, look_first]
    }

    fn reserve(&mut self, series: usize) {
        self.numbers().into_iter().for_each(|column| column.reserve(series));
        self.words().into_iter().for_each(|column| column.reserve(series));
        self.counts().into_iter().for_each(|column| column.reserve(series));
    }

    fn append(&mut self, mut other: Self) {
        self.numbers().into_iter().zip(other.numbers()).for_each(|(own, other)| own.append(other));
        self.words().into_iter().zip(other.words()).for_each(|(own, other)| own.append(other));
        self.counts().into_iter().zip(other.counts()).for_each(|(own, other)| own.append(other));
    }

    /// Adds a series; its duplicates are known already.
    fn push(&mut self, seen: &Seen<'_>, direction: ImprovementDirection) {
        let row = |row: Option<usize>| row.and_then(|row| u32::try_from(row).ok()).unwrap_or(NO_ROW);
        let said = seen.last.is_some() && !seen.run_chart;
        let at = |line: Option<super::lines::Line>| line.map_or(f64::NAN, |line| line.at);
        let icon: Option<VariationIcon> = said.then(|| icon(seen.said.side, direction));
        self.n.push(u32::try_from(seen.n).unwrap_or(u32::MAX));
        self.variation.push(icon.map_or(0, |icon| 1 + icon as u8));
        self.assurance.push(seen.assurance.map_or(0, |icon| 1 + icon as u8));
        self.since.push(row(seen.since));
        self.last.push(row(seen.last));
        self.rules.push(seen.said.rules.0);
        self.value.push(seen.value);
        self.mean.push(at(seen.lines.centre));
        self.lower_limit.push(at(seen.lines.lower[2]));
        self.upper_limit.push(at(seen.lines.upper[2]));
        self.target.push(seen.target.unwrap_or(f64::NAN));
        self.run_chart.push(u8::from(seen.run_chart));
        self.chance.push(seen.chance);
        self.discovery.push(f64::NAN);
        self.look_first.push(0);
    }
}

/// The status that a column's number stands for.
pub fn status_of(number: u8) -> Option<PointStatus> {
    PointStatus::ALL.get(usize::from(number).checked_sub(1)?).copied()
}

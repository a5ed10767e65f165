//! Many series in one call, from columns and into columns.
//!
//! A long table has a row for each point: its series, and when, and how much. Rows may come in any order; those of one
//! series are put in the order of their periods. XmR charts without gaps, ghosts or recalculations take a short way that
//! gives what [`spc`](super::spc) gives; the others take the same way as it does.

mod answer;
mod check;
mod judge;
mod points;
mod rows;
mod series;

pub use answer::{JudgedPoints, JudgedSeries, JudgedTable, LongTable, judge_table};

use self::judge::Judge;
use self::rows::Rows;
use super::input::{Chart, Options};
use super::look_first::look_first;
use super::result::{AssuranceIcon, PointStatus, VariationIcon};
use super::rules::{Rule, RuleSet};
use super::settings::{Conflict, Preset, Settings};
use crate::document::indicator::ImprovementDirection;
use crate::problem::Problems;

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
    /// What the values are counted of; NaN where there is none. Of the charts p, u, p' and u', and of them always.
    pub denominators: Option<&'c [f64]>,
    /// Which way is better, the same in all rows of a series; that of the options when omitted.
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
    /// What the rest is told from, if it was asked for.
    pub lines: Option<LineColumns>,
}

/// The lines of every row, as they are shown, and what goes with them.
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
    /// What is shown: the value, or the rate.
    pub value: Vec<f64>,
    /// How far the value is from the one before it, where that range counts: of XmR charts.
    pub moving_range: Vec<f64>,
    /// The mean moving range of the partition: of XmR charts.
    pub mean_moving_range: Vec<f64>,
    /// A moving range above this is high: of XmR charts.
    pub moving_range_limit: Vec<f64>,
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SpcTable {
    /// The rules.
    pub preset: Preset,
    /// Every setting: the preset, with what was set apart.
    pub options: Settings,
    /// The kind of chart.
    pub chart: Chart,
    /// What wins where rules of equal rank speak for both sides.
    pub conflict: Conflict,
    /// One entry for each row.
    pub points: PointColumns,
    /// One entry for each series.
    pub series: SeriesColumns,
    /// So many of the icons would be special causes by chance alone, if all series varied normally about their means;
    /// 0 where the order to look in was not asked for.
    pub expected_false_signals: f64,
}

/// What is asked of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableOptions {
    /// How each series is judged, without dates, denominators, recalculations and ghosts, which columns give.
    pub options: Options,
    /// Also the lines of every row; not by default.
    pub lines: bool,
    /// Also in which order to look at the series; by default yes.
    pub look_first: bool,
    /// On one thread, whatever the machine has; not by default.
    pub one_thread: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self { options: Options::default(), lines: false, look_first: true, one_thread: false }
    }
}

/// Judges many series of one long table by a chart each: what [`spc`](super::spc) says of each, in columns.
///
/// Of a T chart the values are days. A run chart has its medians and no icons.
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
    let (settings, in_order) = check::check(columns, asked)?;
    Ok(judged(columns, asked, settings, in_order))
}

/// A table whose columns and options were checked.
fn judged(columns: &SpcColumns<'_>, asked: &TableOptions, settings: Settings, in_order: bool) -> SpcTable {
    let rows = Rows::of(columns, in_order);
    let judge = Judge { columns, rows: &rows, asked, settings: &settings };
    let (mut points, mut series) = (PointColumns::default(), SeriesColumns::default());
    let parts = judge.all(judge.parts());
    if parts.len() > 1 {
        points.reserve(columns.values.len(), asked.lines);
        series.reserve(columns.number);
    }
    for part in parts {
        points.append(part.points);
        series.append(part.series);
    }
    if let Some(order) = &rows.order {
        points = points.scattered(order, columns.values.len());
    }
    let expected_false_signals = if asked.look_first { look_first(&mut series, &settings) } else { 0.0 };
    let Options { preset, chart, conflict, .. } = asked.options;
    SpcTable { preset, options: settings, chart, conflict, points, series, expected_false_signals }
}

/// Puts what comes next at the end of a column. A whole column is taken as it is: copying it would cost more than judging.
fn join<T>(column: &mut Vec<T>, next: &mut Vec<T>) {
    if column.capacity() == 0 {
        std::mem::swap(column, next);
    } else {
        column.append(next);
    }
}

/// The status that a column's number stands for.
pub fn status_of(number: u8) -> Option<PointStatus> {
    PointStatus::ALL.get(usize::from(number).checked_sub(1)?).copied()
}

/// The variation icon that a column's number stands for.
pub fn variation_of(number: u8) -> Option<VariationIcon> {
    VariationIcon::ALL.get(usize::from(number).checked_sub(1)?).copied()
}

/// The assurance icon that a column's number stands for.
pub fn assurance_of(number: u8) -> Option<AssuranceIcon> {
    AssuranceIcon::ALL.get(usize::from(number).checked_sub(1)?).copied()
}

/// The rules that the bits of a column's number stand for.
pub fn rules_of(bits: u8) -> Vec<Rule> {
    RuleSet(bits).list()
}

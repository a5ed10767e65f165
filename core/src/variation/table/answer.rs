//! A long table with its keys, and the answer in words: what crosses to other languages as text.

use indexmap::IndexSet;

use super::super::input::{Chart, Numbers, Targets};
use super::super::result::{AssuranceIcon, PointStatus, VariationIcon};
use super::super::rules::Rule;
use super::super::settings::{Conflict, Preset, Settings};
use super::{
    LineColumns, NO_ROW, SpcColumns, TableOptions, assurance_of, check, judged, rules_of, status_of, variation_of,
};
use crate::document::declare::record;
use crate::document::indicator::ImprovementDirection;
use crate::document::period::Period;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;

record! {
    /// A long table, column by column. Every column has one entry for each row.
    LongTable {
        /// The name of the row's series.
        series: Vec<String>,
        /// The values; null where one is missing.
        value: Numbers,
    } optional {
        /// When; the order of rows where omitted. All of a series are periods of one kind.
        period: Option<Vec<Period>>,
        /// What the values are counted of: of the charts p, u, p' and u'.
        denominator: Option<Numbers>,
        /// The target in force; null where there is none.
        target: Option<Numbers>,
        /// True for a point that is left out of everything but the picture.
        ghosted: Option<Vec<bool>>,
        /// True for a point at which a new partition starts.
        recalculate: Option<Vec<bool>>,
        /// Which way is better, the same in all rows of a series.
        improvement_direction: Option<Vec<ImprovementDirection>>,
    }
}

result! {
    /// A long table, judged: columns by point and columns by series.
    JudgedTable {
        /// The rules.
        preset: Preset,
        /// Every setting: the preset, with what was set apart.
        options: Settings,
        /// The kind of chart.
        chart: Chart,
        /// What wins where rules of equal rank speak for both sides.
        conflict: Conflict,
        /// One entry for each row of the table, in its order.
        points: JudgedPoints,
        /// One entry for each series, in the order of their first rows.
        series: JudgedSeries,
        /// So many of the icons would be special causes by chance alone, if all series varied normally about their means.
        expected_false_signals: f64,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// What is said of every row. The columns from `partition` on are null where lines were not asked for.
    JudgedPoints {
        /// The name of the row's series.
        series: Vec<String>,
        /// When; null where the table has no periods.
        period: Option<Vec<String>>,
        /// What stands there for the better or the worse; null where nothing is said.
        status: Vec<Option<PointStatus>>,
        /// Every rule that fired.
        rules: Vec<Vec<Rule>>,
        /// The value, or the rate.
        value: Option<Vec<Option<f64>>>,
        /// Left out of everything but the picture.
        ghosted: Option<Vec<bool>>,
        /// The target in force.
        target: Option<Vec<Option<f64>>>,
        /// 0 for the baseline, from 1 for the others.
        partition: Option<Vec<u32>>,
        /// The mean.
        mean: Option<Vec<Option<f64>>>,
        /// Three sigma below.
        lower_limit: Option<Vec<Option<f64>>>,
        /// Two sigma below.
        lower_two_sigma: Option<Vec<Option<f64>>>,
        /// One sigma below.
        lower_one_sigma: Option<Vec<Option<f64>>>,
        /// One sigma above.
        upper_one_sigma: Option<Vec<Option<f64>>>,
        /// Two sigma above.
        upper_two_sigma: Option<Vec<Option<f64>>>,
        /// Three sigma above.
        upper_limit: Option<Vec<Option<f64>>>,
        /// How far the value is from the one before it, of XmR charts.
        moving_range: Option<Vec<Option<f64>>>,
        /// The mean moving range of the partition, of XmR charts.
        mean_moving_range: Option<Vec<Option<f64>>>,
        /// A moving range above this is high, of XmR charts.
        moving_range_limit: Option<Vec<Option<f64>>>,
        /// True where rules of both sides fired.
        conflict: Option<Vec<bool>>,
    }

    /// What is said of every series.
    JudgedSeries {
        /// Its name.
        series: Vec<String>,
        /// Which way is better.
        improvement_direction: Vec<ImprovementDirection>,
        /// How many points count.
        n: Vec<u32>,
        /// The icon of the last point; null where there is none.
        variation: Vec<Option<VariationIcon>>,
        /// The icon of the target in force; null where there is none.
        assurance: Vec<Option<AssuranceIcon>>,
        /// The row since which the last point's side holds without a break; null for common cause.
        since: Vec<Option<u32>>,
        /// The row of the last point that counts.
        last: Vec<Option<u32>>,
        /// The rules that the last point fired.
        rules: Vec<Vec<Rule>>,
        /// The last value.
        value: Vec<Option<f64>>,
        /// The mean at the last point.
        mean: Vec<Option<f64>>,
        /// The lower limit at the last point.
        lower_limit: Vec<Option<f64>>,
        /// The upper limit at the last point.
        upper_limit: Vec<Option<f64>>,
        /// The target in force at the last point.
        target: Vec<Option<f64>>,
        /// True where a run chart takes the chart's place: too few points, or one was asked for.
        run_chart: Vec<bool>,
        /// True where two points have the same period.
        duplicates: Vec<bool>,
        /// The chance of so much at the last point by common cause alone; null where nothing is said.
        chance: Vec<Option<f64>>,
        /// The same, allowing for the number of series looked at (false discovery rate).
        discovery: Vec<Option<f64>>,
        /// In which order to look: 1 for the least chance; equal chances share a place.
        look_first: Vec<Option<u32>>,
    }
}

/// Judges many series of one long table, and tells it in words: [`spc_table`](super::spc_table) for text.
///
/// # Errors
/// [`Problems`] as of [`spc_table`](super::spc_table); their paths are of columns and rows, such as `/columns/value/3`.
pub fn judge_table(table: &LongTable, asked: &TableOptions) -> Result<JudgedTable, Problems> {
    let mut names = IndexSet::new();
    let series: Vec<u32> = table.series.iter().map(|name| names.insert_full(name.as_str()).0 as u32).collect();
    let numbers = |column: &Numbers| column.0.iter().map(|number| number.unwrap_or(f64::NAN)).collect();
    let flags = |column: &Vec<bool>| column.iter().map(|flag| u8::from(*flag)).collect();
    let values: Vec<f64> = numbers(&table.value);
    let valid: Vec<u8> = table.value.0.iter().map(|value| u8::from(value.is_some())).collect();
    let periods: Option<Vec<i64>> = table.period.as_ref().map(|column| column.iter().map(Period::number).collect());
    let denominators: Option<Vec<f64>> = table.denominator.as_ref().map(numbers);
    let targets: Option<Vec<f64>> = table.target.as_ref().map(numbers);
    let ghosted: Option<Vec<u8>> = table.ghosted.as_ref().map(flags);
    let recalculate: Option<Vec<u8>> = table.recalculate.as_ref().map(flags);
    let columns = SpcColumns {
        series: &series,
        number: names.len(),
        values: &values,
        periods: periods.as_deref(),
        valid: Some(&valid).filter(|_| valid.contains(&0)).map(Vec::as_slice),
        targets: targets.as_deref(),
        ghosted: ghosted.as_deref(),
        recalculate: recalculate.as_deref(),
        denominators: denominators.as_deref(),
        directions: table.improvement_direction.as_deref(),
    };
    let (settings, in_order) = check::check(&columns, asked)?;
    Problems::none(two_kinds_of_period(table, &series, names.len()))?;
    let answer = judged(&columns, asked, settings, in_order);
    let mut directions = vec![asked.options.improvement_direction; names.len()];
    for (series, direction) in series.iter().zip(table.improvement_direction.iter().flatten()) {
        directions[*series as usize] = *direction;
    }
    let row = |column: &[u32]| column.iter().map(|row| Some(*row).filter(|row| *row != NO_ROW)).collect();
    let of = answer.series;
    let series = JudgedSeries {
        series: names.iter().map(|name| (*name).to_owned()).collect(),
        improvement_direction: directions,
        variation: of.variation.iter().map(|icon| variation_of(*icon)).collect(),
        assurance: of.assurance.iter().map(|icon| assurance_of(*icon)).collect(),
        since: row(&of.since),
        last: row(&of.last),
        rules: of.rules.iter().map(|rules| rules_of(*rules)).collect(),
        value: there(&of.value),
        mean: there(&of.mean),
        lower_limit: there(&of.lower_limit),
        upper_limit: there(&of.upper_limit),
        target: there(&of.target),
        run_chart: set(&of.run_chart),
        duplicates: set(&of.duplicates),
        chance: there(&of.chance),
        discovery: there(&of.discovery),
        look_first: of.look_first.iter().map(|place| Some(*place).filter(|place| *place > 0)).collect(),
        n: of.n,
    };
    let lines = answer.points.lines.as_ref();
    let column = |which: fn(&LineColumns) -> &Vec<f64>| lines.map(|lines| there(which(lines)));
    let options = &asked.options;
    let points = JudgedPoints {
        series: table.series.clone(),
        period: table.period.as_ref().map(|column| column.iter().map(|period| period.as_str().to_owned()).collect()),
        status: answer.points.status.iter().map(|status| status_of(*status)).collect(),
        rules: answer.points.rules.iter().map(|rules| rules_of(*rules)).collect(),
        value: column(|lines| &lines.value),
        ghosted: lines.map(|_| table.ghosted.clone().unwrap_or_else(|| vec![false; values.len()])),
        target: lines.map(|_| match (&table.target, &options.targets) {
            (Some(column), _) => column.0.clone(),
            (None, Some(Targets::One(target))) => vec![Some(*target); values.len()],
            _ => vec![None; values.len()],
        }),
        partition: lines.map(|lines| lines.partition.clone()),
        mean: column(|lines| &lines.mean),
        lower_limit: column(|lines| &lines.sigma[0]),
        lower_two_sigma: column(|lines| &lines.sigma[1]),
        lower_one_sigma: column(|lines| &lines.sigma[2]),
        upper_one_sigma: column(|lines| &lines.sigma[3]),
        upper_two_sigma: column(|lines| &lines.sigma[4]),
        upper_limit: column(|lines| &lines.sigma[5]),
        moving_range: column(|lines| &lines.moving_range),
        mean_moving_range: column(|lines| &lines.mean_moving_range),
        moving_range_limit: column(|lines| &lines.moving_range_limit),
        conflict: lines.map(|lines| set(&lines.conflict)),
    };
    let mut table = JudgedTable {
        preset: answer.preset,
        options: answer.options,
        chart: answer.chart,
        conflict: answer.conflict,
        points,
        series,
        expected_false_signals: answer.expected_false_signals,
        fingerprint: String::new(),
    };
    table.fingerprint = crate::canonical::fingerprint(&table);
    Ok(table)
}

/// The numbers that are there.
fn there(column: &[f64]) -> Vec<Option<f64>> {
    column.iter().map(|number| Some(*number).filter(|number| !number.is_nan())).collect()
}

fn set(column: &[u8]) -> Vec<bool> {
    column.iter().map(|flag| *flag != 0).collect()
}

/// Periods of another kind than those of the series before: they cannot be put in order.
fn two_kinds_of_period(table: &LongTable, series: &[u32], number: usize) -> Vec<Problem> {
    let Some(periods) = &table.period else { return Vec::new() };
    let mut first: Vec<Option<&Period>> = vec![None; number];
    let mut problems = Vec::new();
    for (row, (series, period)) in series.iter().zip(periods).enumerate() {
        let first = *first[*series as usize].get_or_insert(period);
        if first.shape() != period.shape() {
            problems.push(Problem {
                code: Code::WrongPeriod,
                path: format!("/columns/period/{row}"),
                value: Some(period.as_str().into()),
                accepted: Some(format!("a period such as {}", first.as_str())),
                message: "this is another kind of period than the series began with".into(),
            });
        }
    }
    problems
}

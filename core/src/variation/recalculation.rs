//! Where new lines might start: evidence for people to judge. Nothing is ever applied.

use serde_json::Value;

use super::case::{Case, Parts};
use super::input::{Chart, Options};
use super::lines::Lines;
use super::result::{AssuranceIcon, PointStatus, Side, VariationIcon};
use super::settings::{Preset, Settings, Ties};
use super::standing::Standing;
use crate::canonical;
use crate::problem::Problems;
use crate::recall::result;

/// At most so many are suggested, each on top of the ones before it.
const MOST: usize = 5;

result! {
    /// Where new lines might start.
    RecalculationAdvice {
        /// The rules.
        preset: Preset,
        /// Every setting: the preset, with what was set apart.
        options: Settings,
        /// The kind of chart.
        chart: Chart,
        /// In the order of time, each judged with those before it in force.
        suggestions: Vec<Suggestion>,
        /// Points that new lines should rest on.
        minimum: usize,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// A point from which figures are others, up to the last one.
    Suggestion {
        /// The place of the first point of the shift.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// The side of the mean.
        side: Side,
        /// Points in a row on that side, up to the last.
        run: usize,
        /// These are as many as new lines should rest on.
        enough: bool,
        /// The stretch before it.
        before: Stretch,
        /// The stretch from it on, with lines of its own.
        after: Stretch,
        /// How far the mean moves.
        units: Option<f64>,
        /// The same in sigma of the stretch before; null where nothing varies there.
        sigma: Option<f64>,
        /// The icon of variation as it is.
        icon: Option<VariationIcon>,
        /// What it would be.
        icon_after: Option<VariationIcon>,
        /// The icon of assurance as it is.
        assurance: Option<AssuranceIcon>,
        /// What it would be.
        assurance_after: Option<AssuranceIcon>,
        /// What to fill in for the record, if people decide so.
        record: RecalculationRecord,
    }

    /// Points between two recalculations.
    Stretch {
        /// The place of the first point.
        first: usize,
        /// The place of the last.
        last: usize,
        /// Points that count.
        n: usize,
        /// The mean of the lines in force there.
        mean: Option<f64>,
        /// Their mean moving range.
        mean_moving_range: Option<f64>,
        /// Three sigma below.
        lower_limit: Option<f64>,
        /// Three sigma above.
        upper_limit: Option<f64>,
        /// Special causes in it by these lines.
        special_causes: usize,
    }

    /// A recalculation as it is written down: who decided it, why, and when.
    RecalculationRecord {
        /// The point: its date, or its place where there are no dates.
        at: Value,
        /// Who decided it: for people to say.
        by: Option<String>,
        /// Why: the change that is known to have been made.
        why: Option<String>,
        /// The day it was decided.
        on: Option<String>,
    }
}

/// Points that the lines of a partition should rest on.
pub(super) const fn enough_for_lines(preset: Preset) -> usize {
    match preset {
        Preset::Mdc26a => 12,
        Preset::Nhsr022 => 13,
    }
}

/// Looks for a shift that lasts to the last point, and tells what lines from its first point on would say. A run of
/// figures is no reason by itself: new lines are for a change that was made, is known, and is expected to last.
///
/// # Errors
/// [`Problems`] as of [`spc`](super::spc).
///
/// ```
/// use equipoise::variation::{Options, suggest_recalculations};
/// let values: Vec<Option<f64>> = [1, 3, 2, 4, 1, 3, 2, 4, 1, 3, 2, 4, 8, 6, 9, 7, 8, 6, 9, 7, 8, 6, 9, 7]
///     .map(|value| Some(f64::from(value))).to_vec();
/// let advice = suggest_recalculations(Some(&values), &Options::default())?;
/// assert_eq!((advice.suggestions[0].index, advice.suggestions[0].run), (12, 12));
/// assert!(advice.suggestions[0].enough);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn suggest_recalculations(
    values: Option<&[Option<f64>]>,
    options: &Options,
) -> Result<RecalculationAdvice, Problems> {
    let mut parts = Parts::of(values, options)?;
    let minimum = enough_for_lines(options.preset);
    let mut suggestions = Vec::new();
    while suggestions.len() < MOST {
        let case = parts.clone().case(options);
        let standing = Standing::of(&case, values);
        let Some((first, side, run)) = lasting(&case, &standing) else { break };
        parts.starts[first] = true;
        let next = parts.clone().case(options);
        let then = Standing::of(&next, values);
        suggestions.push(suggestion(&standing, &then, first, side, (run, run >= minimum)));
    }
    let mut answer = RecalculationAdvice {
        preset: options.preset,
        options: parts.settings,
        chart: options.chart,
        suggestions,
        minimum,
        fingerprint: String::new(),
    };
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

/// The shift that reaches the last point: its first point, its side and its length.
fn lasting(case: &Case<'_>, standing: &Standing<'_, '_>) -> Option<(usize, Side, usize)> {
    let partition = case.partitions.last().filter(|partition| partition.number > 0 && !standing.run_chart)?;
    let same = case.same_partition();
    let (mut found, mut run, mut first) = (None, 0, None);
    for place in partition.used.clone().rev() {
        let centre = standing.lines_of(case.used[place]).centre?;
        let value = standing.scaled.values[place];
        let side = match (value > centre.over, value < centre.under) {
            (true, _) => Some(Side::Above),
            (_, true) => Some(Side::Below),
            _ if case.settings.ties == Ties::Skip => found,
            _ => None,
        };
        if side.is_none() || found.is_some() && side != found {
            break;
        }
        (found, first) = (side, Some(case.used[place]));
        run += 1;
        if !same[place] {
            break;
        }
    }
    // Where a baseline or a stated mean gives the lines, new ones may start with the partition itself.
    let first = first.filter(|_| run >= case.settings.shift as usize)?;
    let fixed = partition.number == 1 && case.options.baseline.is_some();
    let starts = partition.used.start < partition.used.end && case.used[partition.used.start] == first;
    let splits = first > 0 && (!starts || fixed && partition.points.start > 0);
    splits.then_some((first, found?, run))
}

fn suggestion(
    standing: &Standing<'_, '_>,
    then: &Standing<'_, '_>,
    first: usize,
    side: Side,
    (run, enough): (usize, bool),
) -> Suggestion {
    let case = standing.case;
    let date = case.date(first).map(|date| date.as_str().to_owned());
    let last = case.shown.len() - 1;
    let now = case.partitions.last().map_or(0, |partition| partition.points.start);
    // Where the partition itself begins at the shift, what is before it is the baseline.
    let start = if now < first { now } else { 0 };
    let (before, after) = (stretch(then, start, first - 1), stretch(then, first, last));
    let units = before.mean.zip(after.mean).map(|(before, after)| after - before);
    let width = then.lines_of(first - 1).width.filter(|width| *width > 0.0);
    Suggestion {
        index: first,
        side,
        run,
        enough,
        units,
        sigma: units.zip(width).map(|(units, width)| units / (width / 3.0)),
        before,
        after,
        icon: standing.variation(),
        icon_after: then.variation(),
        assurance: standing.assurance(),
        assurance_after: then.assurance(),
        record: RecalculationRecord {
            at: date.clone().map_or_else(|| first.into(), Value::from),
            by: None,
            why: None,
            on: None,
        },
        date,
    }
}

/// Points in a row, with the lines that are in force at the last of them.
fn stretch(standing: &Standing<'_, '_>, first: usize, last: usize) -> Stretch {
    let case = standing.case;
    let lines: &Lines = standing.lines_of(last);
    let at = |line: Option<super::lines::Line>| line.map(|line| line.at);
    let inside = |point: &usize| (first..=last).contains(point);
    let said = case.used.iter().zip(&standing.said).filter(|(point, _)| inside(point));
    let status = |side| super::judge::status(side, case.options.improvement_direction);
    Stretch {
        first,
        last,
        n: said.clone().count(),
        mean: at(lines.centre),
        mean_moving_range: lines.mean_moving_range,
        lower_limit: at(lines.lower[2]),
        upper_limit: at(lines.upper[2]),
        special_causes: said.filter(|(_, said)| status(said.side) != PointStatus::CommonCause).count(),
    }
}

//! The chart of a series: its values with their middle, limits and target, each point with what is said of it.

use serde_json::Value;
use std::collections::HashMap;

use super::cells::{list, record, row};
use super::{Drawing, MOST_ROWS, icons};
use crate::document::period::{Period, PeriodType};
use crate::indicators::{AssessedIndicator, IndicatorAnnotation};
use crate::recall::Recall;
use crate::sentence::charts::lowered;
use crate::sentence::{self, indicators, variation as words};
use crate::variation::icons::{BETTER, NEITHER, USUAL, WORSE};
use crate::variation::{Point, PointStatus, Spc};

/// Labels of lines keep so much of the height apart.
const APART: f64 = 0.05;
/// Icons stand above the plot and the words of recalculations.
const RAISED: f64 = -24.0 - icons::WIDE;
/// With more recalculations than this, their lines bear no words; and so many annotations are told above the chart.
const MOST_NAMED: usize = 6;

pub(super) fn draw(result: &Value, _kind: &str) -> Option<Drawing> {
    let series = Spc::recall(result)?;
    let words = Words {
        title: words::title(&series),
        axis: words::axis(series.chart).to_owned(),
        sentences: sentence::judged(&series),
        annotations: &[],
        notes: HashMap::new(),
    };
    Some(drawing(&series, words))
}

/// The same of an indicator in a report, with its name, its unit and what happened; proportions in percent.
pub(super) fn draw_indicator(result: &Value, _kind: &str) -> Option<Drawing> {
    let row = AssessedIndicator::recall(result)?;
    let series = row.in_percent();
    let icons = words::title(&series);
    let icons = icons.split_once(": ").map_or(icons.as_str(), |(_, icons)| icons);
    let mut sentences = indicators::assessed(&row);
    // The headline stands first, as in any series.
    if sentences.len() > 1 {
        sentences.swap(0, 1);
    }
    let words = Words {
        title: format!("{}: {}", indicators::named(&row), lowered(icons)),
        axis: indicators::measured(&row),
        sentences,
        annotations: &row.annotations,
        notes: indicators::notes(&row),
    };
    Some(drawing(&series, words))
}

/// What is said of a series beside its lines and points.
struct Words<'r> {
    title: String,
    axis: String,
    /// The headline first.
    sentences: Vec<String>,
    annotations: &'r [IndicatorAnnotation],
    /// What is to be said of single periods.
    notes: HashMap<String, String>,
}

fn drawing(series: &Spc, said: Words<'_>) -> Drawing {
    let Words { title, axis, mut sentences, annotations, notes: of_periods } = said;
    let skipped = series.points.len().saturating_sub(MOST_ROWS);
    let cut = (skipped > 0).then(|| words::last_shown(MOST_ROWS, series.points.len()));
    let points = series.points.get(skipped..).unwrap_or_default();
    let dated = !points.is_empty() && points.iter().all(|point| start(point).is_some());
    let noted = |point: &Point| point.date.as_ref().and_then(|date| of_periods.get(date)).map(String::as_str);
    let rows: Vec<Value> = points.iter().map(|point| one(series, point, noted(point))).collect();
    let daily = points.first().and_then(|point| Period::parse(point.date.as_deref()?)).map(|date| date.shape());
    let format = match daily {
        _ if !dated => "d",
        Some(PeriodType::Day | PeriodType::Week) => "%-d %b %Y",
        _ => "%b %Y",
    };
    let there = |said: &&str| rows.iter().any(|row| row["said"] == **said && row["ghosted"] == false);
    let legend: Vec<&str> = words::SAID.iter().copied().filter(there).collect();
    let ghosts = points.iter().any(|point| point.ghosted && point.value.is_some());
    let headline = if sentences.is_empty() { String::new() } else { sentences.remove(0) };
    let mut notes: Vec<String> = words::wrapped(&headline);
    notes.extend(cut);
    notes.push(words::key(series, points, ghosts));
    let (happened, told) = happened(annotations, points, dated);
    notes.extend(told);
    let (variation, assurance) = icons::of(&series.variation, &series.assurance);
    let mut marks = icons::marks(&variation, [0.0, RAISED], "");
    marks.extend(assurance.iter().flat_map(|parts| icons::marks(parts, [icons::WIDE + 8.0, RAISED], "")));
    let mut filled = vec![
        ("/layer/0/encoding/x/field", if dated { "time" } else { "number" }.into()),
        ("/layer/0/encoding/x/type", if dated { "temporal" } else { "quantitative" }.into()),
        ("/layer/0/encoding/x/scale", across(points, dated)),
        ("/layer/0/encoding/y/scale/domain", list(extent(points))),
        ("/layer/0/encoding/x/axis/format", format.into()),
        ("/layer/0/encoding/x/axis/description", words::across(points).into()),
        ("/layer/0/encoding/y/axis/title", axis.into()),
        ("/layer/0/layer/7/data/values", breaks(series, skipped, dated).into()),
        ("/layer/0/layer/8/data/values", happened.into()),
        ("/layer/1/data/values", labels(series, points).into()),
        ("/layer/2/data/values", marks.into()),
    ];
    for (domain, range, values, marks) in [
        (
            "/layer/0/layer/5/encoding/color/scale/domain",
            "/layer/0/layer/5/encoding/color/scale/range",
            "/layer/0/layer/5/encoding/color/legend/values",
            list([BETTER, WORSE, NEITHER, NEITHER, USUAL, USUAL]),
        ),
        (
            "/layer/0/layer/5/encoding/shape/scale/domain",
            "/layer/0/layer/5/encoding/shape/scale/range",
            "/layer/0/layer/5/encoding/shape/legend/values",
            list(["circle", "square", "triangle-up", "triangle-down", "diamond", "diamond"]),
        ),
        (
            "/layer/0/layer/5/encoding/size/scale/domain",
            "/layer/0/layer/5/encoding/size/scale/range",
            "/layer/0/layer/5/encoding/size/legend/values",
            list([110_u32, 110, 110, 110, 50, 50]),
        ),
    ] {
        filled.push((domain, list(words::SAID)));
        filled.push((range, marks));
        filled.push((values, list(legend.iter().copied())));
    }
    Drawing { template: include_str!("spc.json"), title, notes, rows, filled, sentences }
}

/// What happened in the time that is shown: a number for each day, and what it stands for.
fn happened(annotations: &[IndicatorAnnotation], points: &[Point], dated: bool) -> (Vec<Value>, Vec<String>) {
    let first = points.first().and_then(start);
    // The last point's period ends later than it starts.
    let last = points.last().and_then(|point| Period::parse(point.date.as_deref()?)?.last_day());
    let Some((first, last)) = first.zip(last).filter(|_| dated) else { return (Vec::new(), Vec::new()) };
    let within = |annotation: &&IndicatorAnnotation| annotation.on <= last && first <= annotation.on.to_string();
    let mut told = Vec::new();
    let mut rows: Vec<Value> = Vec::new();
    for (place, annotation) in annotations.iter().filter(within).enumerate() {
        let number = place.saturating_add(1).to_string();
        let said = indicators::annotation(annotation);
        if place < MOST_NAMED {
            told.extend(words::wrapped(&format!("{number}: {said}")));
        }
        let shown =
            points.last().and_then(start).map_or(annotation.on.to_string(), |end| end.min(annotation.on.to_string()));
        rows.push(row! { "time": shown, "number": number, "words": said });
    }
    (rows, told)
}

/// The scale from the first point to the last. Days stand as texts: not every reader of a chart takes numbers for them.
fn across(points: &[Point], dated: bool) -> Value {
    let (first, last) = (points.first(), points.last());
    let (kind, domain) = if dated {
        ("utc", list([first.and_then(start), last.and_then(start)]))
    } else {
        let number = |point: Option<&Point>| point.map_or(0, |point| point.index.saturating_add(1));
        ("linear", list([number(first), number(last)]))
    };
    record(vec![("type", kind.into()), ("domain", domain), ("nice", false.into()), ("padding", 8.into())])
}

/// The least and the most of all that is drawn.
fn extent(points: &[Point]) -> [f64; 2] {
    let lines = |point: &Point| [point.value, point.mean, point.upper_limit, point.lower_limit, point.target];
    let drawn = || points.iter().flat_map(lines).flatten();
    match (drawn().reduce(f64::min), drawn().reduce(f64::max)) {
        (Some(least), Some(most)) if least < most => [least, most],
        // One value has room around it.
        (Some(one), _) if one != 0.0 => [one - one.abs() / 2.0, one + one.abs() / 2.0],
        _ => [-1.0, 1.0],
    }
}

/// Where a point stands in time: the first day of its period, so that it stands at its own month's tick.
fn start(point: &Point) -> Option<String> {
    let text = point.date.as_deref()?;
    let period = Period::parse(text)?;
    let last = || Some(period.last_day()?.to_string());
    let year_of = |text: &str| text.get(..4).map(str::to_owned);
    Some(match period.shape() {
        PeriodType::Day | PeriodType::Week => text.to_owned(),
        PeriodType::Month => format!("{text}-01"),
        PeriodType::FinancialYear => format!("{}-04-01", year_of(text)?),
        // A quarter's last day is in its own year.
        PeriodType::Quarter => {
            let month = ["04", "07", "10", "01"].get(usize::from(text.as_bytes().get(1)?.checked_sub(b'1')?))?;
            format!("{}-{month}-01", year_of(&last()?)?)
        }
    })
}

/// What a key says of a point.
fn said(series: &Spc, point: &Point) -> &'static str {
    match point.status {
        _ if point.ghosted => words::LEFT_OUT,
        Some(PointStatus::Improvement) => words::SAID[0],
        Some(PointStatus::Concern) => words::SAID[1],
        Some(PointStatus::High) => words::SAID[2],
        Some(PointStatus::Low) => words::SAID[3],
        Some(PointStatus::CommonCause) => words::SAID[4],
        None if point.value.is_none() => words::NO_VALUE,
        None if series.run_chart => words::SAID[5],
        None => words::NO_VALUE,
    }
}

fn one(series: &Spc, point: &Point, note: Option<&str>) -> Value {
    row! {
        "number": point.index.saturating_add(1),
        "date": point.date,
        "time": start(point),
        "period": words::named(point.date.as_deref(), point.index),
        "value": point.value,
        "mean": point.mean,
        "lower_limit": point.lower_limit,
        "lower_two_sigma": point.lower_two_sigma,
        "upper_two_sigma": point.upper_two_sigma,
        "upper_limit": point.upper_limit,
        "target": point.target,
        "partition": point.partition,
        "ghosted": point.ghosted,
        "status": point.status.map(PointStatus::as_str),
        "said": said(series, point),
        "fired": words::fired(&point.rules),
        "note": note,
    }
}

/// A line down where each partition but the first starts.
fn breaks(series: &Spc, skipped: usize, dated: bool) -> Vec<Value> {
    let later = || series.partitions.iter().skip(1).filter(|partition| partition.first >= skipped);
    let named = later().count() <= MOST_NAMED;
    let at = |index: usize| series.points.get(index).and_then(start).filter(|_| dated);
    later()
        .map(|partition| {
            let after_baseline = partition.index == 1;
            row! {
                "number": partition.first.saturating_add(1),
                "time": at(partition.first),
                "words": if named { words::new_lines(after_baseline) } else { "" },
            }
        })
        .collect()
}

/// What the lines are, beside their ends; those that would stand on one another are left to the table.
fn labels(series: &Spc, points: &[Point]) -> Vec<Value> {
    let Some(last) = words::last(series) else { return Vec::new() };
    let [least, most] = extent(points);
    let apart = (most - least) * APART;
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (line, name) in words::line_names(series, last) {
        if let Some(at) = line
            && labels.iter().all(|(other, _)| (other - at).abs() > apart)
        {
            labels.push((at, words::line(name, at)));
        }
    }
    labels.into_iter().map(|(at, words)| row! { "at": at, "words": words }).collect()
}

//! The words of a chart of a series.

use super::{RUN_CHART, assurance_icon, chart_name, figure, icon, middle, named, rules};
use crate::sentence::{charts::lowered, representation::plain, sentence};
use crate::variation::{Chart, Point, Rule, Spc};

/// What points can say, in the order of the key.
pub(crate) const SAID: [&str; 6] = ["Improvement", "Concern", "High", "Low", "Common cause", "Value"];
pub(crate) const LEFT_OUT: &str = "Left out of lines and rules";
pub(crate) const NO_VALUE: &str = "No value";

/// Letters in a line of the notes under a title.
const LINE: usize = 120;

/// The kind of chart, with its icons in words.
pub(crate) fn title(series: &Spc) -> String {
    let kind = if series.run_chart || series.chart == Chart::Run { RUN_CHART } else { chart_name(series.chart) };
    let variation = series.variation.icon.map(|one| format!(": {}", lowered(icon(one)))).unwrap_or_default();
    let assurance = series.assurance.icon.map(|one| format!("; {}", lowered(assurance_icon(one)))).unwrap_or_default();
    format!("{kind}{variation}{assurance}")
}

/// What the lines and marks are.
pub(crate) fn key(series: &Spc, points: &[Point], ghosts: bool) -> String {
    let any = |of: fn(&Point) -> Option<f64>| points.iter().any(|point| of(point).is_some());
    let mut key = format!("Line across: {}.", middle(series.chart, series.run_chart));
    if any(|point| point.upper_limit.or(point.lower_limit)) {
        key.push_str(" Dashed: limits.");
    }
    if any(|point| point.target) {
        key.push_str(" Dotted: target.");
    }
    if ghosts {
        key.push_str(" Ring: left out of lines and rules.");
    }
    key
}

/// A sentence in lines of such a length as fits over a chart.
pub(crate) fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

pub(crate) fn last_shown(shown: usize, all: usize) -> String {
    format!("The last {shown} of {all} points are shown.")
}

/// From which point to which a chart goes.
pub(crate) fn across(points: &[Point]) -> String {
    let name = |point: &Point| named(point.date.as_deref(), point.index);
    match points {
        [] => super::super::charts::NO_DATA.to_owned(),
        [one] => sentence(&name(one)),
        [first, .., last] => format!("From {} to {}.", name(first), name(last)),
    }
}

pub(crate) fn axis(chart: Chart) -> &'static str {
    match chart {
        Chart::Xmr | Chart::Run => "Value",
        Chart::T => "Days since the last event",
        Chart::G => "Cases since the last event",
        Chart::P | Chart::PPrime => "Share",
        Chart::U | Chart::UPrime => "Rate",
        Chart::C => "Count",
    }
}

/// The rules that a point fired.
pub(crate) fn fired(fired: &[Rule]) -> String {
    fired.iter().map(|rule| rules::name(*rule)).collect::<Vec<_>>().join("; ")
}

/// Where other lines begin.
pub(crate) fn new_lines(after_baseline: bool) -> &'static str {
    if after_baseline { "After the baseline" } else { "New limits" }
}

/// The lines at a point, those first whose words matter most.
pub(crate) fn line_names(series: &Spc, point: &Point) -> [(Option<f64>, &'static str); 4] {
    let middle = match middle(series.chart, series.run_chart) {
        "median" => "Median",
        "mean" => "Mean",
        _ => "Centre",
    };
    [
        (point.mean, middle),
        (point.target, "Target"),
        (point.upper_limit, "Upper limit"),
        (point.lower_limit, "Lower limit"),
    ]
}

/// A line with its figure; a target as it was stated.
pub(crate) fn line(name: &str, at: f64) -> String {
    format!("{name} {}", if name == "Target" { plain(at) } else { figure(at) })
}

//! What is said of every series, column by column.

use super::super::judge::{Said, icon};
use super::super::result::{AssuranceIcon, VariationIcon};
use super::{NO_ROW, SeriesColumns, join};
use crate::document::indicator::ImprovementDirection;

/// What was seen of one series.
pub(super) struct Seen {
    pub(super) n: usize,
    pub(super) run_chart: bool,
    pub(super) last: Option<usize>,
    pub(super) since: Option<usize>,
    pub(super) said: Said,
    pub(super) value: f64,
    /// The mean, and the lines from the lowest up, at the last point.
    pub(super) lines: [Option<f64>; 7],
    pub(super) target: Option<f64>,
    pub(super) assurance: Option<AssuranceIcon>,
    pub(super) chance: f64,
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

    pub(super) fn reserve(&mut self, series: usize) {
        self.numbers().into_iter().for_each(|column| column.reserve(series));
        self.words().into_iter().for_each(|column| column.reserve(series));
        self.counts().into_iter().for_each(|column| column.reserve(series));
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.numbers().into_iter().zip(other.numbers()).for_each(|(own, other)| join(own, other));
        self.words().into_iter().zip(other.words()).for_each(|(own, other)| join(own, other));
        self.counts().into_iter().zip(other.counts()).for_each(|(own, other)| join(own, other));
    }

    /// Adds a series; its duplicates are known already.
    pub(super) fn push(&mut self, seen: &Seen, direction: ImprovementDirection) {
        let row = |row: Option<usize>| row.and_then(|row| u32::try_from(row).ok()).unwrap_or(NO_ROW);
        let said = seen.last.is_some() && !seen.run_chart;
        let at = |line: usize| seen.lines[line].unwrap_or(f64::NAN);
        let icon: Option<VariationIcon> = said.then(|| icon(seen.said.side, direction));
        self.n.push(u32::try_from(seen.n).unwrap_or(u32::MAX));
        self.variation.push(icon.map_or(0, |icon| 1 + icon as u8));
        self.assurance.push(seen.assurance.map_or(0, |icon| 1 + icon as u8));
        self.since.push(row(seen.since));
        self.last.push(row(seen.last));
        self.rules.push(seen.said.rules.0);
        self.value.push(seen.value);
        self.mean.push(at(0));
        self.lower_limit.push(at(1));
        self.upper_limit.push(at(6));
        self.target.push(seen.target.unwrap_or(f64::NAN));
        self.run_chart.push(u8::from(seen.run_chart));
        self.chance.push(seen.chance);
        self.discovery.push(f64::NAN);
        self.look_first.push(0);
    }
}

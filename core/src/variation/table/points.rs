//! What is said of every row, column by column.

use super::super::judge::{drawn, status};
use super::super::lines::Lines;
use super::super::marks::Marks;
use super::super::result::Side;
use super::super::rules::{Fired, Verdict};
use super::super::settings::Settings;
use super::{LineColumns, PointColumns, join};
use crate::document::indicator::ImprovementDirection;

impl PointColumns {
    pub(super) fn reserve(&mut self, rows: usize, lines: bool) {
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
    pub(super) fn none(&mut self, number: usize) {
        self.status.resize(self.status.len() + number, 0);
        self.rules.resize(self.rules.len() + number, 0);
    }

    pub(super) fn say<M: Marks>(
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

    pub(super) fn append(&mut self, mut other: Self) {
        join(&mut self.status, &mut other.status);
        join(&mut self.rules, &mut other.rules);
        match (&mut self.lines, other.lines) {
            (Some(lines), Some(mut others)) => {
                join(&mut lines.partition, &mut others.partition);
                join(&mut lines.conflict, &mut others.conflict);
                lines.numbers().zip(others.numbers()).for_each(|(numbers, others)| join(numbers, others));
            }
            (lines, others) => *lines = others.or(lines.take()),
        }
    }

    /// From the order of places to that of rows.
    pub(super) fn scattered(self, order: &[u32], number: usize) -> Self {
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
                value: put(&lines.value, order, number),
                moving_range: put(&lines.moving_range, order, number),
                mean_moving_range: put(&lines.mean_moving_range, order, number),
                moving_range_limit: put(&lines.moving_range_limit, order, number),
            }),
        }
    }
}

impl LineColumns {
    fn numbers(&mut self) -> impl Iterator<Item = &mut Vec<f64>> {
        let Self { value, moving_range, mean_moving_range, moving_range_limit, .. } = self;
        std::iter::once(&mut self.mean).chain(&mut self.sigma).chain([
            mean_moving_range,
            moving_range_limit,
            value,
            moving_range,
        ])
    }

    /// The same lines for so many points of a partition; their values and ranges are told apart.
    pub(super) fn fill(&mut self, settings: &Settings, partition: u32, lines: &Lines, number: usize) {
        self.partition.resize(self.partition.len() + number, partition);
        let drawn =
            drawn(settings, lines).into_iter().chain([lines.mean_moving_range, lines.high_range.map(|high| high.at)]);
        for (numbers, line) in self.numbers().zip(drawn) {
            numbers.resize(numbers.len() + number, line.unwrap_or(f64::NAN));
        }
    }
}

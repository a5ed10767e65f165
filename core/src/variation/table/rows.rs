//! The rows of a long table, series by series.

use super::SpcColumns;

/// The rows of each series, in the order of their periods.
pub(super) struct Rows {
    /// Which row stands at each place, where rows do not stand in order already.
    pub(super) order: Option<Vec<u32>>,
    /// Where each series begins among the places, and where the last one ends.
    pub(super) starts: Vec<usize>,
}

impl Rows {
    /// `in_order`: rows stand series by series, each in the order of its periods.
    pub(super) fn of(columns: &SpcColumns<'_>, in_order: bool) -> Self {
        if in_order {
            return Self { order: None, starts: starts(columns.series, columns.number) };
        }
        let mut starts = vec![0; columns.number + 1];
        for series in columns.series {
            starts[*series as usize + 1] += 1;
        }
        for series in 0..columns.number {
            starts[series + 1] += starts[series];
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

    pub(super) fn row(&self, place: usize) -> usize {
        self.order.as_ref().map_or(place, |order| order[place] as usize)
    }
}

/// True if rows stand series by series, each in the order of its periods.
pub(super) fn in_order(columns: &SpcColumns<'_>) -> bool {
    let series = columns.series;
    let sorted = series.windows(2).fold(true, |sorted, pair| sorted & (pair[0] <= pair[1]));
    let later = |periods: &[i64]| {
        let mut pairs = series.windows(2).zip(periods.windows(2));
        pairs.all(|(series, periods)| series[0] != series[1] || periods[0] <= periods[1])
    };
    sorted && columns.periods.is_none_or(later)
}

/// Where each series begins among rows in order, and where the last one ends.
fn starts(series: &[u32], number: usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(number + 1);
    let (mut start, mut length) = (0, 1);
    while let Some(one) = series.get(start) {
        // A series without rows begins where the next one does.
        starts.resize(*one as usize + 1, start);
        // Most series are as long as the one before.
        let rest = &series[start..];
        if rest.get(length - 1) != Some(one) || rest.get(length) == Some(one) {
            length = rest.iter().position(|other| other != one).unwrap_or(rest.len());
        }
        start += length;
    }
    starts.resize(number + 1, series.len());
    starts
}

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
    pub(super) fn of(columns: &SpcColumns<'_>) -> Self {
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

    pub(super) fn row(&self, place: usize) -> usize {
        self.order.as_ref().map_or(place, |order| order[place] as usize)
    }
}

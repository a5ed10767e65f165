//! Columns on one scale: afterwards more is better in each, and a column that tells nothing apart is 0 throughout.

use super::{Code, Direction, Normalisation, Problem, Table, problem};

/// Figures that the normalisation cannot scale.
pub(super) fn problems(matrix: &[Vec<f64>], directions: &[Direction], normalisation: Normalisation) -> Vec<Problem> {
    let lowest = |direction: Direction| match (normalisation, direction) {
        (Normalisation::MinMax | Normalisation::Vector | Normalisation::None, _) => None,
        (Normalisation::Sum | Normalisation::Linear, Direction::Minimise) => Some((false, "a number above 0")),
        _ => Some((true, "a number of 0 or more")),
    };
    let mut found = Vec::new();
    for (place, row) in matrix.iter().enumerate() {
        for (column, (figure, direction)) in row.iter().zip(directions).enumerate() {
            let Some((zero, accepted)) = lowest(*direction) else { continue };
            if *figure > 0.0 || (zero && *figure == 0.0) {
                continue;
            }
            let message = format!("the normalisation {normalisation} needs {accepted} in a column to {direction}");
            let path = format!("/matrix/{place}/{column}");
            found.push(problem(Code::OutOfRange, path, Some((*figure).into()), accepted, message));
        }
    }
    found
}

/// The scaled figures, row by row.
pub(super) fn scaled(table: &Table, normalisation: Normalisation) -> Vec<f64> {
    let scales = Scale::all(table, normalisation);
    let mut cells = table.figures.clone();
    for row in cells.chunks_exact_mut(scales.len()) {
        row.iter_mut().zip(&scales).for_each(|(cell, scale)| *cell = scale.at(*cell));
    }
    cells
}

/// How one column is scaled.
pub(super) enum Scale {
    /// Nothing to tell apart.
    Constant,
    /// (x - from) / by.
    Shifted { from: f64, by: f64 },
    /// x / by.
    Part(f64),
    /// 1 - x / by.
    Rest(f64),
    /// smallest / x / by.
    Inverse { smallest: f64, by: f64 },
    /// -x.
    Negated,
}

impl Table {
    pub(super) fn minimised(&self, column: usize) -> bool {
        self.directions[column] == Direction::Minimise
    }

    /// What a figure adds to the sum that its column of that range is scaled by; 0 where no sum is in question.
    pub(super) fn part(&self, normalisation: Normalisation, column: usize, range: (f64, f64), x: f64) -> f64 {
        match normalisation {
            // Divided by the smallest first, so that no figure's inverse overflows.
            Normalisation::Sum if self.minimised(column) => range.0 / x,
            Normalisation::Sum => x,
            // On the scale of the largest, so that no square is lost.
            Normalisation::Vector => (x / largest(range)) * (x / largest(range)),
            _ => 0.0,
        }
    }
}

fn largest((low, high): (f64, f64)) -> f64 {
    low.abs().max(high.abs())
}

impl Scale {
    fn all(table: &Table, normalisation: Normalisation) -> Vec<Self> {
        let sums = if Self::needs_sum(normalisation) {
            table.sums(|column, x| table.part(normalisation, column, table.ranges[column], x))
        } else {
            vec![0.0; table.columns()]
        };
        let one = |(column, sum)| Self::one(normalisation, table.minimised(column), table.ranges[column], sum);
        sums.into_iter().enumerate().map(one).collect()
    }

    /// True if columns are scaled by a sum over all rows.
    pub(super) fn needs_sum(normalisation: Normalisation) -> bool {
        matches!(normalisation, Normalisation::Sum | Normalisation::Vector)
    }

    /// The scale of a column of that range and that sum.
    pub(super) fn one(normalisation: Normalisation, minimised: bool, range: (f64, f64), sum: f64) -> Self {
        let (low, high) = range;
        if low == high {
            return Self::Constant;
        }
        match (normalisation, minimised) {
            (Normalisation::MinMax, true) => Self::Shifted { from: high, by: low - high },
            (Normalisation::MinMax, false) => Self::Shifted { from: low, by: high - low },
            (Normalisation::Sum, true) => Self::Inverse { smallest: low, by: sum },
            (Normalisation::Linear, true) => Self::Inverse { smallest: low, by: 1.0 },
            (Normalisation::Sum, false) => Self::Part(sum),
            (Normalisation::Max, true) => Self::Rest(high),
            (Normalisation::Max | Normalisation::Linear, false) => Self::Part(high),
            (Normalisation::Vector, true) => Self::Rest(largest(range) * sum.sqrt()),
            (Normalisation::Vector, false) => Self::Part(largest(range) * sum.sqrt()),
            (Normalisation::None, true) => Self::Negated,
            (Normalisation::None, false) => Self::Part(1.0),
        }
    }

    /// All of a column.
    pub(super) fn all_at(&self, column: &[f64], scaled: &mut [f64]) {
        let cells = scaled.iter_mut().zip(column);
        // One loop for each kind, without a choice in it.
        match *self {
            Self::Constant => cells.for_each(|(cell, _)| *cell = 0.0),
            Self::Shifted { from, by } => cells.for_each(|(cell, x)| *cell = (x - from) / by),
            Self::Part(by) => cells.for_each(|(cell, x)| *cell = x / by),
            Self::Rest(by) => cells.for_each(|(cell, x)| *cell = 1.0 - x / by),
            Self::Inverse { smallest, by } => cells.for_each(|(cell, x)| *cell = smallest / x / by),
            Self::Negated => cells.for_each(|(cell, x)| *cell = -x),
        }
    }

    pub(super) fn at(&self, x: f64) -> f64 {
        match self {
            Self::Constant => 0.0,
            Self::Shifted { from, by } => (x - from) / by,
            Self::Part(by) => x / by,
            Self::Rest(by) => 1.0 - x / by,
            Self::Inverse { smallest, by } => smallest / x / by,
            Self::Negated => -x,
        }
    }
}

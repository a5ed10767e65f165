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
enum Scale {
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

impl Scale {
    fn all(table: &Table, normalisation: Normalisation) -> Vec<Self> {
        let (minimised, ranges) = (|column: usize| table.directions[column] == Direction::Minimise, &table.ranges);
        let largest = |column: usize| ranges[column].0.abs().max(ranges[column].1.abs());
        let sums = match normalisation {
            // Divided by the smallest first, so that no figure's inverse overflows.
            Normalisation::Sum => table.sums(|column, x| if minimised(column) { ranges[column].0 / x } else { x }),
            // On the scale of the largest, so that no square is lost.
            Normalisation::Vector => table.sums(|column, x| (x / largest(column)) * (x / largest(column))),
            _ => vec![0.0; table.columns()],
        };
        let one = |(column, sum): (usize, f64)| {
            let (low, high) = ranges[column];
            if low == high {
                return Self::Constant;
            }
            match (normalisation, minimised(column)) {
                (Normalisation::MinMax, true) => Self::Shifted { from: high, by: low - high },
                (Normalisation::MinMax, false) => Self::Shifted { from: low, by: high - low },
                (Normalisation::Sum, true) => Self::Inverse { smallest: low, by: sum },
                (Normalisation::Linear, true) => Self::Inverse { smallest: low, by: 1.0 },
                (Normalisation::Sum, false) => Self::Part(sum),
                (Normalisation::Max, true) => Self::Rest(high),
                (Normalisation::Max | Normalisation::Linear, false) => Self::Part(high),
                (Normalisation::Vector, true) => Self::Rest(largest(column) * sum.sqrt()),
                (Normalisation::Vector, false) => Self::Part(largest(column) * sum.sqrt()),
                (Normalisation::None, true) => Self::Negated,
                (Normalisation::None, false) => Self::Part(1.0),
            }
        };
        sums.into_iter().enumerate().map(one).collect()
    }

    fn at(&self, x: f64) -> f64 {
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

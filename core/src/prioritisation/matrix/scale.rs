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
    let mut cells = table.figures.clone();
    for (column, direction) in table.directions.iter().enumerate() {
        let scale = Scale::of(table, column, *direction, normalisation);
        for cell in cells.iter_mut().skip(column).step_by(table.columns()) {
            *cell = scale.at(*cell);
        }
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
    fn of(table: &Table, column: usize, direction: Direction, normalisation: Normalisation) -> Self {
        let (low, high) = table.range(column);
        if low == high {
            return Self::Constant;
        }
        let minimise = direction == Direction::Minimise;
        match normalisation {
            Normalisation::MinMax if minimise => Self::Shifted { from: high, by: low - high },
            Normalisation::MinMax => Self::Shifted { from: low, by: high - low },
            // Divided by the smallest first, so that no figure's inverse overflows.
            Normalisation::Sum if minimise => {
                Self::Inverse { smallest: low, by: table.column(column).map(|x| low / x).sum() }
            }
            Normalisation::Linear if minimise => Self::Inverse { smallest: low, by: 1.0 },
            Normalisation::Sum => Self::Part(table.column(column).sum()),
            Normalisation::Max if minimise => Self::Rest(high),
            Normalisation::Max | Normalisation::Linear => Self::Part(high),
            Normalisation::Vector => {
                // On the scale of the largest, so that no square is lost.
                let largest = low.abs().max(high.abs());
                let squares: f64 = table.column(column).map(|x| (x / largest) * (x / largest)).sum();
                let norm = largest * squares.sqrt();
                if minimise { Self::Rest(norm) } else { Self::Part(norm) }
            }
            Normalisation::None if minimise => Self::Negated,
            Normalisation::None => Self::Part(1.0),
        }
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

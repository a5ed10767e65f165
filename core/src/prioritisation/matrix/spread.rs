//! MatrixWeights computed from the figures themselves: they describe the list, and say nothing about what matters.

use super::{Direction, Normalisation, Table, Weighting, matrix_problems, problem, scale};
use crate::problem::{Code, Problems};

/// Weights of the columns by how their figures differ; equal ones where no column tells anything apart.
///
/// Spread and correlation are of the columns scaled by `min_max`, so that no unit of measurement changes a weight and
/// columns to be minimised are turned round first. Entropy is of the figures as they are, as shares of their sum.
///
/// # Errors
/// [`Problems`] of the matrix; for entropy also figures below 0.
///
/// ```
/// use equipoise::prioritisation::matrix::{Direction, Weighting, weigh};
/// let matrix = [vec![1.0, 5.0, 2.0], vec![2.0, 5.0, 1.0], vec![3.0, 5.0, 3.0]];
/// let weights = weigh(&matrix, &[Direction::Maximise; 3], Weighting::StandardDeviation)?;
/// assert_eq!(weights, [0.5, 0.0, 0.5]); // the second column tells nothing apart
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn weigh(matrix: &[Vec<f64>], directions: &[Direction], weighting: Weighting) -> Result<Vec<f64>, Problems> {
    let mut found = matrix_problems(matrix, directions);
    if found.is_empty() && weighting == Weighting::Entropy {
        for (place, row) in matrix.iter().enumerate() {
            for (column, figure) in row.iter().enumerate().filter(|(_, figure)| **figure < 0.0) {
                let accepted = "a number of 0 or more";
                let message = format!("entropy needs {accepted}");
                let path = format!("/matrix/{place}/{column}");
                found.push(problem(Code::OutOfRange, path, Some((*figure).into()), accepted, message));
            }
        }
    }
    Problems::none(found)?;
    let table = Table::new(matrix, directions);
    let raw = match weighting {
        Weighting::Entropy => diversities(&table),
        Weighting::StandardDeviation => {
            let columns = deviations(&table);
            columns.iter().map(|column| length(column)).collect()
        }
        Weighting::Critic => critic(&deviations(&table)),
    };
    let sum: f64 = raw.iter().sum();
    let equal = 1.0 / raw.len() as f64;
    Ok(raw.iter().map(|one| if sum > 0.0 { one / sum } else { equal }).collect())
}

/// 1 - the entropy of each column's shares over its largest possible; 0 for a constant column.
fn diversities(table: &Table) -> Vec<f64> {
    let sums = table.sums(|_, x| x);
    let entropies = table.sums(|column, x| {
        let part = if x > 0.0 { x / sums[column] } else { 1.0 };
        -part * libm::log(part)
    });
    let most = libm::log(table.rows as f64);
    // Rounding can put the entropy of nearly equal figures above its largest.
    let diversity = |(column, entropy): (usize, &f64)| {
        if table.constant(column) { 0.0 } else { (1.0 - entropy / most).max(0.0) }
    };
    entropies.iter().enumerate().map(diversity).collect()
}

/// Each column's differences from its mean, on its own range.
fn deviations(table: &Table) -> Vec<Vec<f64>> {
    let cells = scale::scaled(table, Normalisation::MinMax);
    let column = |column: usize| {
        let column: Vec<f64> = cells.iter().skip(column).step_by(table.columns()).copied().collect();
        let mean = column.iter().sum::<f64>() / column.len().max(1) as f64;
        column.iter().map(|x| x - mean).collect()
    };
    (0..table.columns()).map(column).collect()
}

/// The root of the sum of squares, which is the standard deviation but for a factor that all columns share.
fn length(column: &[f64]) -> f64 {
    column.iter().map(|x| x * x).sum::<f64>().sqrt()
}

/// Spread times the sum of (1 - correlation) with the others. Constant columns take no part.
fn critic(columns: &[Vec<f64>]) -> Vec<f64> {
    let lengths: Vec<f64> = columns.iter().map(|column| length(column)).collect();
    let apart = |a: usize, b: usize| {
        let together: f64 = columns[a].iter().zip(&columns[b]).map(|(x, y)| x * y).sum();
        (1.0 - together / (lengths[a] * lengths[b])).max(0.0)
    };
    let telling: Vec<usize> = (0..columns.len()).filter(|column| lengths[*column] > 0.0).collect();
    if let [only] = telling[..] {
        return (0..columns.len()).map(|column| f64::from(u8::from(column == only))).collect();
    }
    let others = |a: usize| telling.iter().filter(move |b| **b != a);
    let conflict = |a: usize| others(a).map(|b| apart(a, *b)).sum::<f64>();
    (0..columns.len()).map(|a| if lengths[a] > 0.0 { lengths[a] * conflict(a) } else { 0.0 }).collect()
}

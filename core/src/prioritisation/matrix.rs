//! Scores of the rows of a bare matrix by one of the well-known methods: cross-checks on an additive ranking.
//!
//! Rows are proposals, columns criteria. Every figure is finite; every result is too. A column that says nothing (all
//! figures equal) counts for nothing, and a finding names it.

mod method;
mod problems;
mod rest;
mod reversal;
mod scale;
mod spread;

use crate::recall::result;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::order::best_first;
use super::units::shares;
use crate::document::declare::{record, words};
use crate::document::read::{Read, Reader};
use crate::document::values::{Amount, Share};
use crate::finding::{About, Dimension, Finding, FindingCode};
use crate::problem::{Code, Problem, Problems};

use problems::{matrix_problems, problem, weight_problems};
pub(super) use reversal::{MOST_TRIED, Reversals};
pub use spread::weigh;

words! {
    /// How the columns are added up to one score for each row.
    ScoreMethod {
        /// The weighted sum of the scaled figures.
        WeightedSum = "weighted_sum",
        /// Nearness to the ideal row (Hwang and Yoon 1981).
        Topsis = "topsis",
        /// Group utility and individual regret, with a compromise set (Opricovic and Tzeng 2004).
        Vikor = "vikor",
        /// Net flow of pairwise preferences (Brans and Vincke 1985).
        PrometheeIi = "promethee_ii",
    }
}

words! {
    /// How a column is scaled before it is weighed. x is a figure, all are of one column.
    Normalisation {
        /// (x - worst) / (best - worst).
        MinMax = "min_max",
        /// x / sum; to be minimised: (1 / x) / sum of (1 / x).
        Sum = "sum",
        /// x / largest; to be minimised: 1 - x / largest.
        Max = "max",
        /// x / largest; to be minimised: smallest / x.
        Linear = "linear",
        /// x / root of the sum of squares; to be minimised: 1 - that.
        Vector = "vector",
        /// x as it is; to be minimised: -x.
        None = "none",
    }
}

words! {
    /// Which figures of a column are wanted.
    Direction {
        /// Large ones.
        Maximise = "maximise",
        /// Small ones, as of a cost.
        Minimise = "minimise",
    }
}

words! {
    /// Which scores are the good ones.
    BestScore {
        /// The highest score ranks first.
        Highest = "highest",
        /// The lowest score ranks first.
        Lowest = "lowest",
    }
}

words! {
    /// How weights are computed from the figures.
    Weighting {
        /// How far the shares of a column are from all equal (Shannon's entropy).
        Entropy = "entropy",
        /// Spread, and how little a column says what others say (Diakoulaki 1995).
        Critic = "critic",
        /// Spread of the column on its own range.
        StandardDeviation = "standard_deviation",
    }
}

words! {
    /// How a difference between two rows becomes a preference from 0 to 1 (the six types of Brans and Vincke).
    Preference {
        /// 1 for any difference.
        Usual = "usual",
        /// 1 beyond q.
        UShape = "u_shape",
        /// Rises to 1 at p.
        VShape = "v_shape",
        /// A half beyond q, 1 beyond p.
        Level = "level",
        /// Rises from 0 at q to 1 at p.
        Linear = "linear",
        /// 1 - exp(-d² / 2s²).
        Gaussian = "gaussian",
    }
}

/// A setting for all columns, or one for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Setting<T> {
    /// The same for every column.
    Same(T),
    /// One for each column, in their order.
    Each(Vec<T>),
}

impl<T: Read> Read for Setting<T> {
    fn accepted() -> String {
        format!("{}, or a list of such, one for each column", T::accepted())
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Array(_) => Vec::read(value, reader).map(Self::Each),
            value => T::read(value, reader).map(Self::Same),
        }
    }
}

impl<T: Copy> Setting<T> {
    fn at(&self, column: usize) -> Option<T> {
        match self {
            Self::Same(one) => Some(*one),
            Self::Each(list) => list.get(column).copied(),
        }
    }
}

record! {
    /// Settings of single methods. Thresholds are in the units of the column.
    #[derive(Default)]
    ScoreParameters {
    } optional {
        /// VIKOR: the weight of group utility against individual regret; 0.5 when omitted.
        v: Option<Share>,
        /// PROMETHEE: the preference function; `usual` when omitted.
        preference: Option<Setting<Preference>>,
        /// PROMETHEE: differences up to this one count for nothing.
        q: Option<Setting<Amount>>,
        /// PROMETHEE: differences from this one on count fully.
        p: Option<Setting<Amount>>,
        /// PROMETHEE: the spread of the Gaussian function.
        s: Option<Setting<Amount>>,
    }
}

/// What the columns weigh: numbers of 0 or more that need not add up to 1, or a way to compute them from the figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MatrixWeights {
    /// One number for each column.
    Stated(Vec<f64>),
    /// From the figures: a description of the list, not of what matters.
    From(Weighting),
}

impl Read for MatrixWeights {
    fn accepted() -> String {
        format!("a list of numbers, one for each column, or {}", Weighting::accepted())
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Array(_) => Vec::read(value, reader).map(Self::Stated),
            Value::String(_) => Weighting::read(value, reader).map(Self::From),
            value => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

result! {
    /// Scores and ranks of the rows of a matrix, in row order.
    Scored {
        /// The method.
        method: ScoreMethod,
        /// How columns were scaled; null for PROMETHEE II, which compares the figures as they are.
        normalisation: Option<Normalisation>,
        /// How the weights were computed from the figures; null where they were stated.
        weighting: Option<Weighting>,
        /// The weights used, which add up to 1, in column order.
        weights: Vec<f64>,
        /// Which scores are the good ones.
        best: BestScore,
        /// One score for each row.
        scores: Vec<f64>,
        /// One rank for each row, 1 for the best; equal rows share the lower number and the next ones are left out ("1224").
        ranks: Vec<u32>,
        /// TOPSIS: the distances behind the scores; null for other methods.
        distances: Option<Distances>,
        /// VIKOR: the compromise; null for other methods.
        compromise: Option<Compromise>,
        /// PROMETHEE II: the flows behind the scores; null for other methods.
        flows: Option<Flows>,
        /// What to know before these scores are used.
        findings: Vec<Finding>,
    }
}

result! {
    /// TOPSIS: how far each row is from the ideal and from its opposite.
    Distances {
        /// From the row made of the best figures.
        ideal: Vec<f64>,
        /// From the row made of the worst figures.
        anti_ideal: Vec<f64>,
    }
}

result! {
    /// VIKOR: which rows stand together as the compromise, and why.
    Compromise {
        /// Group utility of each row; low is good.
        group_utility: Vec<f64>,
        /// Individual regret of each row; low is good.
        individual_regret: Vec<f64>,
        /// Rows of the compromise set, numbered from 0, best first.
        rows: Vec<usize>,
        /// The best row leads by 1 / (rows - 1) or more.
        acceptable_advantage: bool,
        /// The best row is also best by group utility or by individual regret.
        acceptable_stability: bool,
    }
}

result! {
    /// PROMETHEE II: how far each row is preferred to the others, and they to it, from 0 to 1.
    Flows {
        /// Preference over the others.
        positive: Vec<f64>,
        /// Preference of the others over it.
        negative: Vec<f64>,
    }
}

/// PROMETHEE compares every row with every other.
const MOST_COMPARED: usize = 2_000;

/// Scores a matrix, with everything that it is as well to know: where weights come from, columns that say nothing, and
/// whether leaving one row out would change the order of the others.
///
/// # Errors
/// [`Problems`] naming row and column: figures that are not finite or beyond 10^15, rows of different lengths, weights
/// that are negative or all 0, figures that the normalisation cannot scale, thresholds that are missing or crossed.
///
/// ```
/// use equipoise::prioritisation::matrix::{Direction, ScoreMethod, Normalisation, ScoreParameters, MatrixWeights, score_matrix};
/// let matrix = [vec![7.0, 200.0], vec![9.0, 300.0], vec![5.0, 100.0]];
/// let directions = [Direction::Maximise, Direction::Minimise];
/// let weights = MatrixWeights::Stated(vec![3.0, 1.0]);
/// let scored =
///     score_matrix(&matrix, &weights, &directions, ScoreMethod::WeightedSum, Normalisation::MinMax, &ScoreParameters::default())?;
/// assert_eq!(scored.weights, [0.75, 0.25]);
/// assert_eq!(scored.scores, [0.5, 0.75, 0.25]);
/// assert_eq!(scored.ranks, [2, 1, 3]);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn score_matrix(
    matrix: &[Vec<f64>],
    weights: &MatrixWeights,
    directions: &[Direction],
    method: ScoreMethod,
    normalisation: Normalisation,
    parameters: &ScoreParameters,
) -> Result<Scored, Problems> {
    let (weighting, weights) = match weights {
        MatrixWeights::Stated(weights) => (None, weights.clone()),
        MatrixWeights::From(weighting) => (Some(*weighting), weigh(matrix, directions, *weighting)?),
    };
    let (table, mut scored, preferred) = calculated(matrix, &weights, directions, method, normalisation, parameters)?;
    scored.weighting = weighting;
    if let Some(weighting) = weighting {
        scored.findings.push(note(FindingCode::WeightsFromSpread).with("method", weighting.as_str()));
    }
    scored.findings.extend(reversal::finding(&table, &scored, &preferred, parameters));
    Ok(scored)
}

/// Scores a matrix with stated weights: the plain calculation, without trying what leaving a row out would do.
///
/// # Errors
/// As [`score_matrix`].
///
/// ```
/// use equipoise::prioritisation::matrix::{Direction, ScoreMethod, Normalisation, ScoreParameters, score};
/// let matrix = [vec![7.0, 200.0], vec![9.0, 300.0], vec![5.0, 100.0]];
/// let directions = [Direction::Maximise, Direction::Minimise];
/// let scored =
///     score(&matrix, &[1.0, 1.0], &directions, ScoreMethod::PrometheeIi, Normalisation::None, &ScoreParameters::default())?;
/// assert_eq!(scored.scores, [0.0, 0.0, 0.0]); // what each gains on one column it loses on the other
/// assert_eq!(scored.ranks, [1, 1, 1]);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn score(
    matrix: &[Vec<f64>],
    weights: &[f64],
    directions: &[Direction],
    method: ScoreMethod,
    normalisation: Normalisation,
    parameters: &ScoreParameters,
) -> Result<Scored, Problems> {
    let (_, scored, _) = calculated(matrix, weights, directions, method, normalisation, parameters)?;
    Ok(scored)
}

/// The table, its scores, and how far PROMETHEE prefers each row to each other.
fn calculated(
    matrix: &[Vec<f64>],
    weights: &[f64],
    directions: &[Direction],
    method: ScoreMethod,
    normalisation: Normalisation,
    parameters: &ScoreParameters,
) -> Result<(Table, Scored, Vec<f64>), Problems> {
    let mut problems = matrix_problems(matrix, directions);
    problems.extend(weight_problems(weights, directions.len()));
    if problems.is_empty() {
        problems.extend(method::problems(matrix.len(), directions.len(), method, parameters));
        if method != ScoreMethod::PrometheeIi {
            problems.extend(scale::problems(matrix, directions, normalisation));
        }
    }
    Problems::none(problems)?;
    let table = Table::new(matrix, directions);
    let weights = shares(weights).unwrap_or_default();
    let (mut scored, preferred) = method::run(&table, weights, method, normalisation, parameters);
    scored.findings.extend(constant_columns(&table));
    Ok((table, scored, preferred))
}

/// A ranking by another method of figures that are known to be in order, more being better in each column.
pub(super) fn cross_check(
    figures: Vec<f64>,
    weights: &[f64],
    method: ScoreMethod,
    normalisation: Normalisation,
) -> (Scored, Option<Reversals>) {
    let table = Table::of(figures, &vec![Direction::Maximise; weights.len()]);
    let parameters = ScoreParameters::default();
    let (scored, preferred) = method::run(&table, weights.to_vec(), method, normalisation, &parameters);
    let reversals = reversal::reversals(&table, &scored, &preferred, &parameters);
    (scored, reversals)
}

/// The figures of a matrix in one piece, row by row.
#[derive(Debug, Clone)]
struct Table {
    figures: Vec<f64>,
    directions: Vec<Direction>,
    rows: usize,
    /// The smallest and the largest figure of each column; equal where there is nothing to tell apart.
    ranges: Vec<(f64, f64)>,
}

impl Table {
    fn new(matrix: &[Vec<f64>], directions: &[Direction]) -> Self {
        Self::of(matrix.concat(), directions)
    }

    fn of(figures: Vec<f64>, directions: &[Direction]) -> Self {
        let columns = directions.len();
        let mut ranges = match figures.get(..columns) {
            Some(first) => first.iter().map(|x| (*x, *x)).collect(),
            None => vec![(0.0, 0.0); columns],
        };
        for row in figures.chunks_exact(columns) {
            ranges.iter_mut().zip(row).for_each(|((low, high), x)| (*low, *high) = (low.min(*x), high.max(*x)));
        }
        Self { rows: figures.len() / columns, figures, directions: directions.to_vec(), ranges }
    }

    fn columns(&self) -> usize {
        self.directions.len()
    }

    /// The sums of what each figure of a column counts for.
    fn sums(&self, counts: impl Fn(usize, f64) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.columns()];
        for row in self.figures.chunks_exact(self.columns()) {
            sums.iter_mut().zip(row).enumerate().for_each(|(column, (sum, x))| *sum += counts(column, *x));
        }
        sums
    }

    fn constant(&self, column: usize) -> bool {
        let (low, high) = self.ranges[column];
        low == high
    }
}

/// Ranks of scores, "1224". Scores that differ by rounding alone are equal: less than 10^-12 of the scale they are on.
fn ranks(scores: &[f64], best: BestScore, scale: f64) -> Vec<u32> {
    // Negated, so that the best is the highest; a difference is the same either way.
    let high = |score: f64| if best == BestScore::Lowest { -score } else { score };
    let mut order: Vec<(f64, usize)> = scores.iter().map(|score| high(*score)).zip(0..).collect();
    best_first(&mut order);
    let mut ranks = vec![1; scores.len()];
    number(&order, scale, &mut ranks);
    ranks
}

/// Writes down the ranks of scores that stand in order, the highest first, at the places of their rows.
fn number(best_first: &[(f64, usize)], scale: f64, ranks: &mut [u32]) {
    let mut above: Option<(f64, u32)> = None;
    for ((score, row), place) in best_first.iter().zip(1..) {
        let rank = above.filter(|(above, _)| (above - score).abs() <= 1e-12 * scale).map_or(place, |(_, rank)| rank);
        ranks[*row] = rank;
        above = Some((*score, rank));
    }
}

fn note(code: FindingCode) -> Finding {
    Finding::new(code, About::Exercise, "", Dimension::Prioritisation, "prioritisation.matrix")
}

/// A finding for each column that tells no two rows apart. One row alone says nothing about its columns.
fn constant_columns(table: &Table) -> Vec<Finding> {
    let columns = (0..table.columns()).filter(|column| table.rows > 1 && table.constant(*column));
    columns.map(|column| note(FindingCode::ConstantCriterion).with("column", column)).collect()
}

#[cfg(test)]
mod tests;

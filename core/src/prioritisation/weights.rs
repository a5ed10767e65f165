//! Weights of criteria from what people state: points, swings, ranks or pairwise judgements.

mod pairwise;

use crate::recall::result;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::units::shares;
use crate::document::declare::{ranged, record, words};
use crate::document::read::{Read, Reader};
use crate::finding::{About, Dimension, Finding, FindingCode};
use crate::problem::{Code, Problem, Problems};
use crate::sorting::Arrange;

words! {
    /// How weights are made from statements.
    WeightMethod {
        /// The points are the weights.
        Direct = "direct",
        /// Points from 0 to 100 for the worth of the swing from worst to best; the most valued swing has 100.
        Swing = "swing",
        /// Points that start from 10 for the least important (Edwards 1977).
        Smart = "smart",
        /// Ranks; rank order centroid: the mean of all weights that agree with the order (Barron 1992).
        Roc = "roc",
        /// Ranks; in proportion to n + 1 - rank (Stillwell, Seaver and Edwards 1981).
        RankSum = "rank_sum",
        /// Ranks; in proportion to 1 / rank (the same).
        RankReciprocal = "rank_reciprocal",
        /// Pairwise judgements; the principal eigenvector (Saaty 1980), missing ones after Harker (1987).
        Ahp = "ahp",
    }
}

ranged!(
    /// How many times as important the first is as the second.
    Ratio(f64), "a number from 0.001 to 1,000", |number| (0.001..=1000.0).contains(&number));

record! {
    /// One pairwise judgement: `a` is `ratio` times as important as `b`.
    Judgement {
        /// A criterion.
        a: String,
        /// Another criterion.
        b: String,
        /// How many times as important the first is as the second; below 1 where it is less important.
        ratio: Ratio,
    } optional {
    }
}

/// What people stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Statements {
    /// Points or a rank for each criterion.
    Points(IndexMap<String, f64>),
    /// Pairwise judgements, each pair at most once.
    Judgements(Vec<Judgement>),
}

impl Read for Statements {
    fn accepted() -> String {
        "an object of criteria with a number each, or a list of judgements".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Object(_) => IndexMap::read(value, reader).map(Self::Points),
            Value::Array(_) => Vec::read(value, reader).map(Self::Judgements),
            value => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

result! {
    /// Weights, and how far the statements bear them.
    DerivedWeights {
        /// The method.
        method: WeightMethod,
        /// One row for each criterion, in the order in which they are first named.
        weights: Vec<DerivedWeight>,
        /// Pairwise judgements only: how far they agree with one another; null for other methods.
        consistency: Option<Consistency>,
        /// What to know before these weights are used.
        findings: Vec<Finding>,
    }
}

result! {
    /// The weight of one criterion.
    DerivedWeight {
        /// The criterion.
        id: String,
        /// The points or the rank stated; null for pairwise judgements.
        stated: Option<f64>,
        /// The weight; all weights add up to 1.
        normalised: f64,
    }
}

result! {
    /// How far pairwise judgements agree with one another.
    Consistency {
        /// Pairs of criteria that were not compared.
        missing: u32,
        /// The largest eigenvalue of the judgements; the number of criteria when they agree wholly.
        largest_eigenvalue: f64,
        /// (largest eigenvalue - criteria) / (criteria - 1); 0 for one criterion.
        index: f64,
        /// The mean index of random judgements; null where no judgement could contradict another.
        random_index: Option<f64>,
        /// Index / random index; null where there is no random index.
        ratio: Option<f64>,
        /// Ratios up to this are acceptable (Saaty 1980).
        limit: f64,
        /// The table that the random index is from.
        table: RandomIndexTable,
        /// The three criteria whose judgements are furthest apart; null where no three were all compared, or all agree.
        worst_triad: Option<Triad>,
    }
}

words! {
    /// Where a random index comes from.
    RandomIndexTable {
        /// J. A. Alonso and M. T. Lamata, Consistency in the analytic hierarchy process: a new approach, International
        /// Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 14 (2006): for 3 to 15 criteria their table,
        /// beyond it their line.
        AlonsoLamata = "alonso_lamata_2006",
        /// The same times 1 - 2m / ((n - 1)(n - 2)) for m missing pairs of n criteria: K. Ágoston and L. Csató,
        /// Inconsistency thresholds for incomplete pairwise comparison matrices, Omega 108 (2022).
        WithMissing = "alonso_lamata_2006_agoston_csato_2022",
    }
}

result! {
    /// Three criteria and what was said of them.
    Triad {
        /// The three criteria, in order.
        criteria: Vec<String>,
        /// How many times as important the first was said to be as the second.
        first_to_second: f64,
        /// The second as the third.
        second_to_third: f64,
        /// The first as the third.
        first_to_third: f64,
        /// What the first two make of the third.
        implied: f64,
    }
}

/// Points are below this, as weights are.
const MOST_POINTS: f64 = 1e6;

/// Makes weights from statements.
///
/// Points are divided by their exact sum. Of ranks only the order counts, and criteria of one rank share the average of
/// the weights of their places. Pairwise judgements may be any positive ratios, and need not be complete: it is enough
/// that a chain of them joins all criteria.
///
/// # Errors
/// [`Problems`]: nothing stated, numbers out of the method's range, all points 0; judgements of a criterion against
/// itself, of a pair twice, of more than 50 criteria, or that leave criteria unconnected (the problem names them).
///
/// ```
/// use equipoise::prioritisation::weights::{Statements, WeightMethod, derive_weights};
/// let ranks = [("access", 1.0), ("cost", 2.0), ("risk", 2.0)];
/// let statements = Statements::Points(ranks.map(|(id, rank)| (id.to_owned(), rank)).into_iter().collect());
/// let answer = derive_weights(&statements, WeightMethod::RankSum)?;
/// let weights: Vec<f64> = answer.weights.iter().map(|weight| weight.normalised).collect();
/// assert_eq!(weights, [0.5, 0.25, 0.25]); // 3/6, and 2/6 and 1/6 shared
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn derive_weights(statements: &Statements, method: WeightMethod) -> Result<DerivedWeights, Problems> {
    match (statements, method) {
        (Statements::Judgements(judgements), WeightMethod::Ahp) => pairwise::derive(judgements),
        (Statements::Points(points), method) if method != WeightMethod::Ahp => from_points(points, method),
        (_, method) => {
            let accepted =
                if method == WeightMethod::Ahp { "a list of judgements" } else { "a number for each criterion" };
            Err(problem(Code::WrongType, "", None, accepted, format!("the method {method} wants {accepted}")).into())
        }
    }
}

fn problem(code: Code, place: &str, value: Option<f64>, accepted: &str, message: String) -> Problem {
    let path = format!("/statements{place}");
    Problem { code, path, value: value.map(Into::into), accepted: Some(accepted.to_owned()), message }
}

fn note(code: FindingCode) -> Finding {
    Finding::new(code, About::Exercise, "", Dimension::Prioritisation, "prioritisation.weights")
}

fn from_points(points: &IndexMap<String, f64>, method: WeightMethod) -> Result<DerivedWeights, Problems> {
    let (accepted, fits): (&str, fn(f64) -> bool) = match method {
        WeightMethod::Direct | WeightMethod::Smart => {
            ("a number of 0 or more and below 1,000,000", |x| (0.0..MOST_POINTS).contains(&x))
        }
        WeightMethod::Swing => ("a number from 0 to 100", |x| (0.0..=100.0).contains(&x)),
        _ => ("a rank of 1 or more and below 1,000,000", |x| (1.0..MOST_POINTS).contains(&x)),
    };
    let mut found = Vec::new();
    if points.is_empty() {
        found.push(problem(Code::EmptyList, "", None, "at least one criterion", "no criterion is named".into()));
    }
    for (id, number) in points {
        let place = format!("/{}", id.replace('~', "~0").replace('/', "~1"));
        if id.is_empty() || id.trim() != id {
            let message = format!("“{id}” is blank or has white space around it");
            found.push(problem(Code::WrongIdentifier, &place, None, "an identifier", message));
        }
        if !number.is_finite() {
            found.push(problem(Code::NotANumber, &place, None, accepted, "this is not a finite number".into()));
        } else if !fits(*number) {
            found.push(problem(
                Code::OutOfRange,
                &place,
                Some(*number),
                accepted,
                format!("{number} is not {accepted}"),
            ));
        }
    }
    Problems::none(found)?;
    let stated: Vec<f64> = points.values().copied().collect();
    let n = stated.len();
    let reciprocals = || (1..=n).map(|place| 1.0 / place as f64);
    let normalised = match method {
        // The sum of 1/i from the place on; all of them add up to n.
        WeightMethod::Roc => by_place(&stated, &tails(reciprocals()), n as f64),
        WeightMethod::RankSum => {
            let worth: Vec<f64> = (0..n).map(|place| (n - place) as f64).collect();
            by_place(&stated, &worth, worth.iter().sum())
        }
        WeightMethod::RankReciprocal => by_place(&stated, &reciprocals().collect::<Vec<_>>(), reciprocals().sum()),
        _ => shares(&stated).ok_or_else(|| {
            let message = "all criteria have 0 points, so nothing can be weighed".into();
            problem(Code::WeightsAllZero, "", None, "at least one number above 0", message)
        })?,
    };
    let weights = points.iter().zip(normalised);
    let weights =
        weights.map(|((id, stated), normalised)| DerivedWeight { id: id.clone(), stated: Some(*stated), normalised });
    let findings = anchored(&stated, method).into_iter().collect();
    Ok(DerivedWeights { method, weights: weights.collect(), consistency: None, findings })
}

/// Swings start from 100 for the most valued, SMART points from 10 for the least important.
fn anchored(stated: &[f64], method: WeightMethod) -> Option<Finding> {
    let (wanted, found) = match method {
        WeightMethod::Swing => (100.0, stated.iter().copied().fold(0.0, f64::max)),
        WeightMethod::Smart => (10.0, stated.iter().copied().fold(MOST_POINTS, f64::min)),
        _ => return None,
    };
    let finding = note(FindingCode::WeightsNotAnchored).with("method", method.as_str());
    (wanted != found).then(|| finding.with("wanted", wanted).with("found", found))
}

/// The sum from each place on to the last.
fn tails(numbers: impl DoubleEndedIterator<Item = f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let from_the_last = numbers.rev().map(|number| {
        sum += number;
        sum
    });
    let mut tails: Vec<f64> = from_the_last.collect();
    tails.reverse();
    tails
}

/// What each rank's place is worth, over `total`; equal ranks share the average of their places.
fn by_place(ranks: &[f64], worth: &[f64], total: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.arrange_by(|a, b| ranks[*a].total_cmp(&ranks[*b]));
    let mut shared = vec![0.0; ranks.len()];
    let mut place = 0;
    for tied in order.chunk_by(|a, b| ranks[*a] == ranks[*b]) {
        let mean = worth[place..place + tied.len()].iter().sum::<f64>() / tied.len() as f64;
        tied.iter().for_each(|criterion| shared[*criterion] = mean / total);
        place += tied.len();
    }
    shared
}

#[cfg(test)]
mod tests;

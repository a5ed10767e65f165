//! Pairwise judgements: the principal eigenvector, and how far the judgements agree with one another.

use super::{Code, Consistency, DerivedWeight, DerivedWeights, Judgement, RandomIndexTable, Triad, WeightMethod};
use super::{note, problem};
use crate::finding::{FindingCode, Severity};
use crate::problem::{Problem, Problems};
use indexmap::{IndexMap, IndexSet};

/// Finding the eigenvector costs the cube of the criteria.
const MOST_CRITERIA: usize = 50;
/// Saaty's limit for the consistency ratio.
const LIMIT: f64 = 0.1;
/// Mean indices of random judgements for 3 to 15 criteria (Alonso and Lamata 2006).
const RANDOM_INDEX: [f64; 13] =
    [0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838];

pub(super) fn derive(judgements: &[Judgement]) -> Result<DerivedWeights, Problems> {
    let criteria: IndexSet<&str> = judgements.iter().flat_map(|one| [one.a.as_str(), one.b.as_str()]).collect();
    Problems::none(problems(judgements, &criteria))?;
    let n = criteria.len();
    let place = |id: &str| criteria.get_index_of(id).unwrap_or(0);
    let mut given = vec![None; n * n];
    for one in judgements {
        let (a, b) = (place(&one.a), place(&one.b));
        given[a * n + b] = Some(one.ratio.0);
        given[b * n + a] = Some(1.0 / one.ratio.0);
    }
    let (weights, eigenvalue) = principal(&given, n);
    let missing = n * (n - 1) / 2 - judgements.len();
    let index = (eigenvalue - n as f64) / (n - 1) as f64;
    let random_index = random_index(n, missing);
    let named = |place: usize| criteria.get_index(place).map(|id| (*id).to_owned());
    let consistency = Consistency {
        missing: u32::try_from(missing).unwrap_or(u32::MAX),
        largest_eigenvalue: eigenvalue,
        index,
        random_index,
        ratio: random_index.map(|random| index / random),
        limit: LIMIT,
        table: if missing == 0 { RandomIndexTable::AlonsoLamata } else { RandomIndexTable::WithMissing },
        worst_triad: worst_triad(&given, n).map(|(triad, [ab, bc, ac])| Triad {
            criteria: triad.into_iter().filter_map(named).collect(),
            first_to_second: ab,
            second_to_third: bc,
            first_to_third: ac,
            implied: ab * bc,
        }),
    };
    let mut findings = Vec::new();
    if let Some(ratio) = consistency.ratio.filter(|ratio| *ratio > LIMIT) {
        let triad = consistency.worst_triad.as_ref();
        let finding = note(FindingCode::InconsistentJudgements).severity(Severity::Amber);
        findings.push(
            finding
                .with("ratio", ratio)
                .with("limit", LIMIT)
                .with("triad", triad.map(|triad| triad.criteria.clone()))
                .with("stated", triad.map(|triad| triad.first_to_third))
                .with("implied", triad.map(|triad| triad.implied)),
        );
    }
    let weights = criteria.iter().zip(weights);
    let weights = weights.map(|(id, normalised)| DerivedWeight { id: (*id).to_owned(), stated: None, normalised });
    Ok(DerivedWeights {
        method: WeightMethod::Ahp,
        weights: weights.collect(),
        consistency: Some(consistency),
        findings,
    })
}

fn problems(judgements: &[Judgement], criteria: &IndexSet<&str>) -> Vec<Problem> {
    let mut found = Vec::new();
    if judgements.is_empty() {
        found.push(problem(Code::EmptyList, "", None, "at least one judgement", "no judgement is stated".into()));
    }
    let mut first = IndexMap::new();
    for (place, one) in judgements.iter().enumerate() {
        let pointer = format!("/{place}");
        if one.a == one.b {
            let message = format!("“{}” is compared with itself", one.a);
            found.push(problem(Code::WrongCombination, &pointer, None, "two different criteria", message));
            continue;
        }
        if !(0.001..=1000.0).contains(&one.ratio.0) {
            let accepted = "a number from 0.001 to 1,000";
            let message = format!("{} is not {accepted}", one.ratio.0);
            let value = one.ratio.0.is_finite().then_some(one.ratio.0);
            found.push(problem(Code::OutOfRange, &format!("{pointer}/ratio"), value, accepted, message));
        }
        let pair = if one.a < one.b { (&one.a, &one.b) } else { (&one.b, &one.a) };
        let stood = *first.entry(pair).or_insert(place);
        if stood != place {
            let message = format!("“{}” and “{}” are already compared in /statements/{stood}", one.a, one.b);
            found.push(problem(Code::DuplicateId, &pointer, None, "each pair once", message));
        }
    }
    if criteria.len() > MOST_CRITERIA {
        let accepted = format!("at most {MOST_CRITERIA} criteria");
        let message = format!("{} criteria are compared; {accepted} can be", criteria.len());
        found.push(problem(Code::TooManyCriteria, "", None, &accepted, message));
    } else if found.is_empty() {
        found.extend(unconnected(judgements, criteria));
    }
    found
}

/// A problem naming the groups of criteria that no chain of judgements joins.
fn unconnected(judgements: &[Judgement], criteria: &IndexSet<&str>) -> Option<Problem> {
    let mut group: Vec<usize> = (0..criteria.len()).collect();
    for one in judgements {
        let of = |id: &str| criteria.get_index_of(id).map_or(0, |place| group[place]);
        let (kept, joined) = (of(&one.a).min(of(&one.b)), of(&one.a).max(of(&one.b)));
        group.iter_mut().filter(|group| **group == joined).for_each(|group| *group = kept);
    }
    let mut groups: IndexMap<usize, Vec<String>> = IndexMap::new();
    for (id, group) in criteria.iter().zip(group) {
        groups.entry(group).or_default().push(format!("“{id}”"));
    }
    let named: Vec<String> = groups.values().map(|ids| ids.join(", ")).collect();
    (named.len() > 1).then(|| {
        let message = format!("no chain of judgements joins these groups: {}", named.join("; "));
        problem(Code::NotConnected, "", None, "judgements that join all criteria", message)
    })
}

/// The principal eigenvector, adding up to 1, and its eigenvalue.
///
/// A missing judgement stands for the ratio of the weights themselves (Harker): 0 in its place, and 1 more on the
/// diagonal. The judgements are divided by those of the least squares first, so that all that is left to solve is how
/// they contradict one another; then the matrix is squared until its columns are all the eigenvector. Every entry is 0
/// or more, so nothing cancels out.
fn principal(given: &[Option<f64>], n: usize) -> (Vec<f64>, f64) {
    let about = least_squares(given, n);
    let mut matrix: Vec<f64> = given.iter().map(|ratio| ratio.unwrap_or(0.0)).collect();
    let mut power = vec![0.0; n * n];
    for a in 0..n {
        // The diagonal itself is not given.
        matrix[a * n + a] = (0..n).filter(|b| given[a * n + b].is_none()).count() as f64;
        for b in 0..n {
            let ratio = matrix[a * n + b];
            if ratio > 0.0 {
                power[a * n + b] = libm::exp(libm::log(ratio) - about[a] + about[b]);
            }
        }
    }
    for _ in 0..SQUARINGS {
        let mut square = vec![0.0; n * n];
        for (row, factors) in square.chunks_exact_mut(n).zip(power.chunks_exact(n)) {
            for (factor, other) in factors.iter().zip(power.chunks_exact(n)) {
                row.iter_mut().zip(other).for_each(|(cell, x)| *cell += factor * x);
            }
        }
        scale(&mut square, f64::max);
        if square == power {
            break;
        }
        power = square;
    }
    let most = about.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let rows = power.chunks_exact(n).map(|row| row.iter().sum::<f64>());
    let mut weights: Vec<f64> = rows.zip(&about).map(|(sum, about)| sum * libm::exp(about - most)).collect();
    let mut eigenvalue = 0.0;
    // A few plain steps take out what rounding left in the squares.
    for _ in 0..4 {
        scale(&mut weights, |sum, x| sum + x);
        weights = matrix.chunks_exact(n).map(|row| row.iter().zip(&weights).map(|(x, w)| x * w).sum()).collect();
        eigenvalue = weights.iter().sum();
    }
    scale(&mut weights, |sum, x| sum + x);
    // Consistent judgements have the number of criteria as eigenvalue; what differs by rounding alone is that.
    let whole = n as f64;
    (weights, if eigenvalue - whole < 1e-12 * whole { whole } else { eigenvalue })
}

/// The logarithms of weights whose differences are nearest to those of the judgements; the last is 0.
///
/// The normal equations are the Laplacian of the judgements without its last row and column, which is positive definite
/// because they join all criteria; so elimination needs no pivoting.
fn least_squares(given: &[Option<f64>], n: usize) -> Vec<f64> {
    let size = n - 1;
    let (mut matrix, mut weights) = (vec![0.0; size * size], vec![0.0; n]);
    for a in 0..size {
        for b in (0..n).filter(|b| *b != a) {
            let Some(ratio) = given[a * n + b] else { continue };
            matrix[a * size + a] += 1.0;
            weights[a] += libm::log(ratio);
            if b < size {
                matrix[a * size + b] = -1.0;
            }
        }
    }
    for pivot in 0..size {
        for row in pivot + 1..size {
            let factor = matrix[row * size + pivot] / matrix[pivot * size + pivot];
            for column in pivot..size {
                matrix[row * size + column] -= factor * matrix[pivot * size + column];
            }
            weights[row] -= factor * weights[pivot];
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|column| matrix[row * size + column] * weights[column]).sum();
        weights[row] = (weights[row] - known) / matrix[row * size + row];
    }
    weights
}

/// 2^40 steps: enough for the longest chain of judgements.
const SQUARINGS: u32 = 40;

/// Divides all by their sum or their largest.
fn scale(numbers: &mut [f64], gather: fn(f64, f64) -> f64) {
    let by = numbers.iter().copied().fold(0.0, gather);
    numbers.iter_mut().for_each(|x| *x /= by);
}

/// The mean index of random judgements; none where they cannot contradict one another.
fn random_index(n: usize, missing: usize) -> Option<f64> {
    let complete = match n {
        0..=2 => return None,
        3..=15 => RANDOM_INDEX[n - 3],
        // Their line through the mean largest eigenvalues.
        _ => (1.7699 * n as f64 - 4.3513) / (n - 1) as f64,
    };
    let most = (n - 1) * (n - 2) / 2;
    (missing < most).then(|| complete * (most - missing) as f64 / most as f64)
}

/// The three criteria whose judgements are furthest from agreeing: first to second, second to third, first to third.
fn worst_triad(given: &[Option<f64>], n: usize) -> Option<([usize; 3], [f64; 3])> {
    let mut worst = None;
    // What differs by rounding alone agrees.
    let mut furthest = 1.0 + 1e-12;
    for a in 0..n {
        for b in a + 1..n {
            let Some(ab) = given[a * n + b] else { continue };
            for c in b + 1..n {
                let (Some(bc), Some(ac)) = (given[b * n + c], given[a * n + c]) else { continue };
                let way = ab * bc / ac;
                let apart = way.max(1.0 / way);
                if apart > furthest {
                    (furthest, worst) = (apart, Some(([a, b, c], [ab, bc, ac])));
                }
            }
        }
    }
    worst
}

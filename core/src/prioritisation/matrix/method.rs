//! The four methods.

use super::{
    BestScore, Code, Compromise, Direction, Distances, Flows, MOST_COMPARED, Normalisation, Preference, Problem,
    ScoreMethod, ScoreParameters, Scored, Setting, Table, problem, ranks, scale,
};
use crate::document::values::Amount;
use crate::sorting::Arrange;

/// Settings that do not fit the method or the columns.
pub(super) fn problems(rows: usize, columns: usize, method: ScoreMethod, parameters: &ScoreParameters) -> Vec<Problem> {
    let mut found = Vec::new();
    if method != ScoreMethod::PrometheeIi {
        return found;
    }
    if rows > MOST_COMPARED {
        let message = format!("promethee_ii compares every row with every other: {rows} rows are too many");
        let accepted = format!("at most {MOST_COMPARED} rows");
        found.push(problem(Code::TooManyProposals, "/matrix".into(), Some(rows.into()), &accepted, message));
    }
    let mut length = |name: &str, setting: Option<usize>| {
        let wrong = setting.filter(|length| *length != columns);
        if let Some(length) = wrong {
            let message = format!("there are {length} settings and {columns} columns");
            let path = format!("/parameters/{name}");
            found.push(problem(Code::WrongLength, path, None, "one setting for each column, or one for all", message));
        }
    };
    length("preference", each(parameters.preference.as_ref()));
    length("q", each(parameters.q.as_ref()));
    length("p", each(parameters.p.as_ref()));
    length("s", each(parameters.s.as_ref()));
    if !found.is_empty() {
        return found;
    }
    for (name, needed) in [("q", NEED_Q), ("p", NEED_P), ("s", NEED_S)] {
        let setting = match name {
            "q" => &parameters.q,
            "p" => &parameters.p,
            _ => &parameters.s,
        };
        let wanting = (0..columns).map(|column| preference(parameters, column)).find(|kind| needed.contains(kind));
        if let (Some(kind), None) = (wanting, setting) {
            let message = format!("the preference function {kind} needs the threshold {name}");
            let path = format!("/parameters/{name}");
            found.push(problem(
                Code::MissingField,
                path,
                None,
                "a number of 0 or more, or one for each column",
                message,
            ));
        }
    }
    for column in 0..columns {
        let crossed = at(&parameters.q, column) > at(&parameters.p, column);
        if matches!(preference(parameters, column), Preference::Level | Preference::Linear)
            && crossed
            && found.is_empty()
        {
            let message = format!("in column {column} the threshold q lies above p");
            found.push(problem(Code::LimitsCrossed, "/parameters/q".into(), None, "q at most p", message));
        }
    }
    found
}

const NEED_Q: &[Preference] = &[Preference::UShape, Preference::Level, Preference::Linear];
const NEED_P: &[Preference] = &[Preference::VShape, Preference::Level, Preference::Linear];
const NEED_S: &[Preference] = &[Preference::Gaussian];

fn each<T>(setting: Option<&Setting<T>>) -> Option<usize> {
    match setting {
        Some(Setting::Each(list)) => Some(list.len()),
        _ => None,
    }
}

fn at(setting: &Option<Setting<Amount>>, column: usize) -> f64 {
    setting.as_ref().and_then(|setting| setting.at(column)).map_or(0.0, |amount| amount.0)
}

fn preference(parameters: &ScoreParameters, column: usize) -> Preference {
    parameters.preference.as_ref().and_then(|setting| setting.at(column)).unwrap_or(Preference::Usual)
}

/// Scores, ranks and what is behind them; and how far PROMETHEE prefers each row to each other, row by row. The input
/// is sound.
pub(super) fn run(
    table: &Table,
    weights: Vec<f64>,
    method: ScoreMethod,
    normalisation: Normalisation,
    parameters: &ScoreParameters,
) -> (Scored, Vec<f64>) {
    let normalisation = (method != ScoreMethod::PrometheeIi).then_some(normalisation);
    let cells = normalisation.map_or_else(Vec::new, |normalisation| scale::scaled(table, normalisation));
    let best = if method == ScoreMethod::Vikor { BestScore::Lowest } else { BestScore::Highest };
    let mut scored = Scored {
        method,
        normalisation,
        weighting: None,
        weights,
        best,
        scores: Vec::new(),
        ranks: Vec::new(),
        distances: None,
        compromise: None,
        flows: None,
        findings: Vec::new(),
    };
    let (mut size, mut preferred) = (1.0, Vec::new());
    match method {
        ScoreMethod::WeightedSum => {
            size = magnitude(&cells, &scored.weights);
            scored.scores = weighted_sum(&cells, &scored.weights, table.rows);
        }
        ScoreMethod::Topsis => {
            let distances = topsis(&cells, &scored.weights, table.rows);
            scored.scores =
                distances.ideal.iter().zip(&distances.anti_ideal).map(|(to, from)| nearness(*to, *from)).collect();
            scored.distances = Some(distances);
        }
        ScoreMethod::Vikor => {
            let v = parameters.v.map_or(0.5, |share| share.0);
            let (scores, compromise) = vikor(&cells, &scored.weights, table.rows, v);
            (scored.scores, scored.compromise) = (scores, Some(compromise));
        }
        ScoreMethod::PrometheeIi => {
            preferred = preferences(table, &scored.weights, parameters);
            let flows = promethee(&preferred, table.rows);
            scored.scores = flows.positive.iter().zip(&flows.negative).map(|(over, under)| over - under).collect();
            scored.flows = Some(flows);
        }
    }
    scored.ranks = ranks(&scored.scores, best, size);
    (scored, preferred)
}

/// The scale that weighted sums are on, which says how much of a difference is rounding.
fn magnitude(cells: &[f64], weights: &[f64]) -> f64 {
    let extremes = extremes(cells, weights.len());
    weights.iter().zip(extremes).map(|(weight, (best, worst))| weight * best.abs().max(worst.abs())).sum()
}

fn weighted_sum(cells: &[f64], weights: &[f64], rows: usize) -> Vec<f64> {
    let row = |row: usize| &cells[row * weights.len()..(row + 1) * weights.len()];
    (0..rows).map(|place| row(place).iter().zip(weights).map(|(cell, weight)| cell * weight).sum()).collect()
}

/// The best and the worst figure of each scaled column.
fn extremes(cells: &[f64], columns: usize) -> Vec<(f64, f64)> {
    let first = cells.get(..columns).unwrap_or_default();
    let mut extremes: Vec<(f64, f64)> = first.iter().map(|x| (*x, *x)).collect();
    for row in cells.chunks_exact(columns) {
        extremes.iter_mut().zip(row).for_each(|((best, worst), x)| (*best, *worst) = (best.max(*x), worst.min(*x)));
    }
    extremes
}

fn topsis(cells: &[f64], weights: &[f64], rows: usize) -> Distances {
    let columns = weights.len();
    let extremes = extremes(cells, columns);
    let mut distances = Distances { ideal: Vec::with_capacity(rows), anti_ideal: Vec::with_capacity(rows) };
    for row in cells.chunks_exact(columns) {
        let (mut to_best, mut to_worst) = (0.0, 0.0);
        for ((cell, weight), (best, worst)) in row.iter().zip(weights).zip(&extremes) {
            let (from_best, from_worst) = (weight * (cell - best), weight * (cell - worst));
            to_best += from_best * from_best;
            to_worst += from_worst * from_worst;
        }
        distances.ideal.push(to_best.sqrt());
        distances.anti_ideal.push(to_worst.sqrt());
    }
    distances
}

/// From 0 at the anti-ideal to 1 at the ideal; a half where the two are one.
pub(super) fn nearness(to_ideal: f64, from_anti_ideal: f64) -> f64 {
    let both = to_ideal + from_anti_ideal;
    if both > 0.0 { from_anti_ideal / both } else { 0.5 }
}

/// A figure's place between two limits, 0 at the first; 0 where they are one.
pub(super) fn between(x: f64, first: f64, last: f64) -> f64 {
    if first == last { 0.0 } else { (x - first) / (last - first) }
}

fn vikor(cells: &[f64], weights: &[f64], rows: usize, v: f64) -> (Vec<f64>, Compromise) {
    let columns = weights.len();
    let extremes = extremes(cells, columns);
    let lost = |row: usize, column: usize| {
        let (best, worst) = extremes[column];
        weights[column] * between(cells[row * columns + column], best, worst)
    };
    let utility: Vec<f64> = (0..rows).map(|row| (0..columns).map(|column| lost(row, column)).sum()).collect();
    let regret: Vec<f64> =
        (0..rows).map(|row| (0..columns).map(|column| lost(row, column)).fold(0.0, f64::max)).collect();
    let range = |list: &[f64]| {
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        list.iter().fold(start, |(low, high), x| (low.min(*x), high.max(*x)))
    };
    let ((low_s, high_s), (low_r, high_r)) = (range(&utility), range(&regret));
    let score = |row: usize| v * between(utility[row], low_s, high_s) + (1.0 - v) * between(regret[row], low_r, high_r);
    let scores: Vec<f64> = (0..rows).map(score).collect();
    let compromise = compromise(&scores, utility, regret);
    (scores, compromise)
}

/// The compromise set: the rows that the best does not lead clearly, or the first two where its lead is not stable.
fn compromise(scores: &[f64], utility: Vec<f64>, regret: Vec<f64>) -> Compromise {
    let by_score = ranks(scores, BestScore::Lowest, 1.0);
    let (by_utility, by_regret) = (ranks(&utility, BestScore::Lowest, 1.0), ranks(&regret, BestScore::Lowest, 1.0));
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.arrange_by_key(|row| (by_score[*row], *row));
    let lead = |row: usize| scores[row] - order.first().map_or(0.0, |best| scores[*best]);
    // 10^-12 for rounding, so that a lead of exactly the threshold is acceptable.
    let wanted = if scores.len() > 1 { 1.0 / (scores.len() - 1) as f64 - 1e-12 } else { 0.0 };
    let advantage = order.get(1).is_none_or(|second| lead(*second) >= wanted);
    let stability = order.first().is_none_or(|best| by_utility[*best] == 1 || by_regret[*best] == 1);
    let rows = match (advantage, stability) {
        (true, true) => order.iter().take(1).copied().collect(),
        (true, false) => {
            let second = order.get(1).map_or(1, |row| by_score[*row]);
            order.iter().filter(|row| by_score[**row] <= second).copied().collect()
        }
        (false, _) => order.iter().filter(|row| lead(**row) < wanted).copied().collect(),
    };
    Compromise {
        group_utility: utility,
        individual_regret: regret,
        rows,
        acceptable_advantage: advantage,
        acceptable_stability: stability,
    }
}

/// How far each row is preferred to each other, row by row.
fn preferences(table: &Table, weights: &[f64], parameters: &ScoreParameters) -> Vec<f64> {
    let rules: Vec<Rule> = (0..weights.len())
        .map(|column| Rule {
            weight: weights[column],
            kind: preference(parameters, column),
            q: at(&parameters.q, column),
            p: at(&parameters.p, column),
            s: at(&parameters.s, column),
            sign: if table.directions[column] == Direction::Maximise { 1.0 } else { -1.0 },
        })
        .collect();
    let rows = table.rows;
    let mut preferred = vec![0.0; rows * rows];
    let mut column: Vec<f64> = Vec::with_capacity(rows);
    for (place, rule) in rules.iter().enumerate() {
        column.clear();
        column.extend(table.figures.iter().skip(place).step_by(rules.len()).map(|x| rule.sign * x));
        for (x, preferred) in column.iter().zip(preferred.chunks_exact_mut(rows.max(1))) {
            let pairs = column.iter().zip(preferred);
            match rule.kind {
                // By far the most common, and worth a loop without a choice in it.
                Preference::Usual => pairs.for_each(|(y, sum)| *sum += if x > y { rule.weight } else { 0.0 }),
                _ => pairs.for_each(|(y, sum)| *sum += rule.weight * rule.of(x - y)),
            }
        }
    }
    preferred
}

/// Positive and negative flows; 0 for a row that stands alone.
fn promethee(preferred: &[f64], rows: usize) -> Flows {
    let others = if rows > 1 { (rows - 1) as f64 } else { 1.0 };
    let (mut positive, mut negative) = (vec![0.0; rows], vec![0.0; rows]);
    for (preferred_by_a, row) in positive.iter_mut().zip(preferred.chunks_exact(rows.max(1))) {
        for (preferred_to_b, preferred) in negative.iter_mut().zip(row) {
            *preferred_by_a += preferred;
            *preferred_to_b += preferred;
        }
    }
    positive.iter_mut().chain(&mut negative).for_each(|flow| *flow /= others);
    Flows { positive, negative }
}

/// How a difference on one column becomes a preference.
struct Rule {
    weight: f64,
    kind: Preference,
    q: f64,
    p: f64,
    s: f64,
    sign: f64,
}

impl Rule {
    /// From 0 to 1; 0 for no difference and for one to the other side.
    fn of(&self, difference: f64) -> f64 {
        if difference <= 0.0 {
            return 0.0;
        }
        match self.kind {
            Preference::Usual => 1.0,
            Preference::UShape if difference > self.q => 1.0,
            Preference::UShape => 0.0,
            Preference::VShape if difference < self.p => difference / self.p,
            Preference::Level if difference <= self.q => 0.0,
            Preference::Level if difference <= self.p => 0.5,
            Preference::Linear if difference <= self.q => 0.0,
            Preference::Linear if difference < self.p => (difference - self.q) / (self.p - self.q),
            Preference::VShape | Preference::Level | Preference::Linear => 1.0,
            Preference::Gaussian if self.s > 0.0 => {
                let spreads = difference / self.s;
                1.0 - libm::exp(-spreads * spreads / 2.0)
            }
            Preference::Gaussian => 1.0,
        }
    }
}

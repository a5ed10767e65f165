//! Ranks of the others with each row left out in turn, without scoring each list from nothing: what a row takes with it is
//! its part of a sum and, where it held it, the end of a range.

use super::{BestScore, Normalisation, ScoreMethod, ScoreParameters, Scored, Table, method, scale::Scale};

/// Whether two rows are turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turned {
    None,
    Some,
    /// They are nearly level: ranks must tell.
    Perhaps,
}

/// Scores farther apart than this part of their scale are so whatever their rounding, and have other ranks.
const CLEAR: f64 = 1e-9;

/// A table by columns, and room to work in.
pub(super) struct Rest<'t> {
    table: &'t Table,
    scored: &'t Scored,
    v: f64,
    columns: Vec<Column>,
    /// PROMETHEE: what each row leads by over all others, and over each.
    leads: Option<(Vec<f64>, Vec<f64>)>,
    /// Rows, best first, with all of them there.
    best_first: &'t [usize],
    /// -1 where the lowest score is the best.
    sign: f64,
    /// The scale that the scores are on.
    size: f64,
    cells: Vec<f64>,
    scores: Vec<f64>,
    second: Vec<f64>,
    sorted: Vec<(f64, usize)>,
    ranks: Vec<u32>,
}

/// One column.
struct Column {
    figures: Vec<f64>,
    /// What a figure adds to the sum that the column is scaled by, added up before each row and from each row on. Nothing
    /// where no sum is in question.
    before: Vec<f64>,
    after: Vec<f64>,
}

impl<'t> Rest<'t> {
    pub(super) fn new(
        table: &'t Table,
        scored: &'t Scored,
        best_first: &'t [usize],
        preferred: &[f64],
        parameters: &ScoreParameters,
    ) -> Self {
        let normalisation = scored.normalisation.unwrap_or(Normalisation::None);
        let column = |column: usize| {
            let figures: Vec<f64> = table.figures.iter().skip(column).step_by(table.columns()).copied().collect();
            let (mut before, mut after) = (Vec::new(), Vec::new());
            if Scale::needs_sum(normalisation) {
                let parts = figures.iter().map(|x| table.part(normalisation, column, table.ranges[column], *x));
                let parts: Vec<f64> = parts.collect();
                before = added_up(parts.iter());
                after = added_up(parts.iter().rev());
                after.reverse();
            }
            Column { figures, before, after }
        };
        let leads = (scored.method == ScoreMethod::PrometheeIi).then(|| {
            let rows = table.rows;
            let mut over = preferred.to_vec();
            for (a, leads) in over.chunks_exact_mut(rows).enumerate() {
                let behind = preferred.iter().skip(a).step_by(rows);
                leads.iter_mut().zip(behind).for_each(|(lead, behind)| *lead -= behind);
            }
            (over.chunks_exact(rows).map(|leads| leads.iter().sum()).collect(), over)
        });
        Self {
            table,
            scored,
            v: parameters.v.map_or(0.5, |share| share.0),
            columns: if leads.is_some() { Vec::new() } else { (0..table.columns()).map(column).collect() },
            leads,
            best_first,
            sign: if scored.best == BestScore::Lowest { -1.0 } else { 1.0 },
            size: 1.0,
            cells: vec![0.0; table.rows],
            scores: vec![0.0; table.rows],
            second: vec![0.0; table.rows],
            sorted: Vec::with_capacity(table.rows),
            ranks: vec![0; table.rows],
        }
    }

    /// Whether a row's leaving turns two others round, as far as their scores tell without a doubt.
    pub(super) fn turns(&mut self, left_out: usize) -> Turned {
        let Some(size) = self.score(left_out) else { return Turned::None };
        let clear = CLEAR * size;
        // Of those that ranked strictly higher, and of those level with the row, the lowest now.
        let (mut rank, mut above, mut lowest) = (0, f64::INFINITY, f64::INFINITY);
        let mut found = Turned::None;
        for row in self.best_first.iter().filter(|row| **row != left_out) {
            let (own, before) = (self.sign * self.scores[*row], self.scored.ranks[*row]);
            if before > rank {
                (rank, above) = (before, lowest);
            }
            if own > above + clear {
                return Turned::Some;
            }
            if own > above - clear {
                found = Turned::Perhaps;
            }
            lowest = if own < lowest { own } else { lowest };
        }
        found
    }

    /// The ranks of the others after [`Rest::turns`], at the places of all.
    pub(super) fn ranks(&mut self, left_out: usize) -> &[u32] {
        let size = self.size;
        self.sorted.clear();
        let rest = self.best_first.iter().filter(|row| **row != left_out);
        self.sorted.extend(rest.map(|row| (self.sign * self.scores[*row], *row)));
        super::best_first(&mut self.sorted);
        super::number(&self.sorted, size, &mut self.ranks);
        &self.ranks
    }

    /// Scores the others; the scale they are on, or nothing where they score as before.
    fn score(&mut self, left_out: usize) -> Option<f64> {
        self.size = match self.scored.method {
            ScoreMethod::PrometheeIi => self.promethee(left_out),
            _ => self.scaled(left_out)?,
        };
        Some(self.size)
    }

    /// The net flows of the others: rows are compared pairwise, so one that leaves takes with it what it was compared in,
    /// and nothing else.
    fn promethee(&mut self, left_out: usize) -> f64 {
        let rows = self.table.rows;
        if let Some((leads, over)) = &self.leads {
            let others = rows.saturating_sub(2).max(1) as f64;
            let over = over.iter().skip(left_out).step_by(rows);
            let rows = self.scores.iter_mut().zip(leads.iter().zip(over));
            rows.for_each(|(score, (lead, over))| *score = (lead - over) / others);
        }
        1.0
    }

    /// The scores of the others by the methods that scale columns, and the scale they are on.
    fn scaled(&mut self, left_out: usize) -> Option<f64> {
        let normalisation = self.scored.normalisation.unwrap_or(Normalisation::None);
        let ranges: Vec<(f64, f64)> = (0..self.columns.len()).map(|column| self.range(column, left_out)).collect();
        if !Scale::needs_sum(normalisation) && ranges == self.table.ranges && self.same_compromise(left_out) {
            return None;
        }
        self.scores.fill(0.0);
        self.second.fill(0.0);
        let mut size = 0.0;
        for (place, (range, weight)) in ranges.iter().zip(&self.scored.weights).enumerate() {
            let sum = self.sum(normalisation, place, *range, left_out);
            let scale = Scale::one(normalisation, self.table.minimised(place), *range, sum);
            // Scaling keeps or turns the order, so that the ends of a column become the ends.
            let ends = (scale.at(range.0), scale.at(range.1));
            let (best, worst) = (ends.0.max(ends.1), ends.0.min(ends.1));
            size += weight * best.abs().max(worst.abs());
            scale.all_at(&self.columns[place].figures, &mut self.cells);
            let rows = self.cells.iter().zip(self.scores.iter_mut().zip(&mut self.second));
            match self.scored.method {
                ScoreMethod::Topsis => rows.for_each(|(x, (to_best, to_worst))| {
                    let (from_best, from_worst) = (weight * (x - best), weight * (x - worst));
                    *to_best += from_best * from_best;
                    *to_worst += from_worst * from_worst;
                }),
                ScoreMethod::Vikor if best == worst => {}
                ScoreMethod::Vikor => rows.for_each(|(x, (utility, regret))| {
                    let lost = weight * ((x - best) / (worst - best));
                    *utility += lost;
                    *regret = if *regret < lost { lost } else { *regret };
                }),
                _ => rows.for_each(|(x, (sum, _))| *sum += weight * x),
            }
        }
        let rows = self.scores.iter_mut().zip(&self.second);
        match self.scored.method {
            ScoreMethod::WeightedSum => return Some(size),
            ScoreMethod::Topsis => rows.for_each(|(to_best, to_worst)| {
                *to_best = method::nearness(to_best.sqrt(), to_worst.sqrt());
            }),
            _ => {
                let (utility, regret) = (others(&self.scores, left_out), others(&self.second, left_out));
                for (score, own) in self.scores.iter_mut().zip(&self.second) {
                    let lost = |own: f64, range: (f64, f64)| method::between(own, range.0, range.1);
                    *score = self.v * lost(*score, utility) + (1.0 - self.v) * lost(*own, regret);
                }
            }
        }
        Some(1.0)
    }

    /// The range of a column without a row.
    fn range(&self, column: usize, left_out: usize) -> (f64, f64) {
        let (range, figures) = (self.table.ranges[column], &self.columns[column].figures);
        let own = figures[left_out];
        // Only a figure at an end of its column can take the end with it.
        if range.0 < own && own < range.1 { range } else { others(figures, left_out) }
    }

    /// The sum that a column is scaled by without a row.
    fn sum(&self, normalisation: Normalisation, column: usize, range: (f64, f64), left_out: usize) -> f64 {
        let Column { figures, before, after } = &self.columns[column];
        if before.is_empty() {
            return 0.0;
        }
        if range == self.table.ranges[column] {
            return before[left_out] + after[left_out + 1];
        }
        let rest = figures.iter().enumerate().filter(|(row, _)| *row != left_out);
        rest.map(|(_, x)| self.table.part(normalisation, column, range, *x)).sum()
    }

    /// VIKOR: true if the ends of group utility and of individual regret stay too.
    fn same_compromise(&self, left_out: usize) -> bool {
        let Some(compared) = &self.scored.compromise else { return true };
        [&compared.group_utility, &compared.individual_regret].into_iter().all(|list| {
            let (low, high) = others(list, left_out);
            (low..=high).contains(&list[left_out])
        })
    }
}

/// The smallest and the largest of a list without one of them.
fn others(list: &[f64], left_out: usize) -> (f64, f64) {
    let rest = list[..left_out].iter().chain(&list[left_out + 1..]);
    rest.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)))
}

/// What the parts add up to before each and after the last.
fn added_up<'p>(parts: impl Iterator<Item = &'p f64>) -> Vec<f64> {
    let mut sum = 0.0;
    std::iter::once(0.0)
        .chain(parts.map(|part| {
            sum += part;
            sum
        }))
        .collect()
}

//! Which total is above which: near values decide clear cases, exact ones the rest, so that a tie is a tie.

use super::exact::Ratio;
use super::panel::Panel;
use super::voice::View;

/// The near values of every cell, proposal by proposal.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    criteria: usize,
    values: Vec<Option<f64>>,
}

impl Table {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let criteria = view.panel.criteria();
        let cells = 0..view.panel.proposals() * criteria;
        Self { criteria, values: cells.map(|cell| view.value(cell / criteria, cell % criteria)).collect() }
    }

    /// The same with each organisation's scores added up by themselves, which rounds otherwise where all are pooled.
    pub(crate) fn by_voice(view: &View<'_>) -> Self {
        let criteria = view.panel.criteria();
        let cells = 0..view.panel.proposals() * criteria;
        Self { criteria, values: cells.map(|cell| view.value_by_voice(cell / criteria, cell % criteria)).collect() }
    }

    /// The same table with the cells of a view wherever `changed` says that they differ.
    pub(crate) fn with(&self, view: &View<'_>, changed: impl Fn(usize, usize) -> bool) -> Self {
        let mut table = self.clone();
        for (cell, value) in table.values.iter_mut().enumerate() {
            let (proposal, criterion) = (cell / self.criteria, cell % self.criteria);
            if changed(proposal, criterion) {
                *value = view.value(proposal, criterion);
            }
        }
        table
    }

    pub(crate) fn row(&self, proposal: usize) -> &[Option<f64>] {
        &self.values[proposal * self.criteria..(proposal + 1) * self.criteria]
    }

    /// The near totals of all proposals.
    pub(crate) fn totals(&self, panel: &Panel<'_>, shares: &[f64]) -> Vec<Option<f64>> {
        (0..panel.proposals()).map(|proposal| near_total(self.row(proposal), shares)).collect()
    }
}

fn near_total(row: &[Option<f64>], shares: &[f64]) -> Option<f64> {
    let (mut sum, mut weight) = (0.0, 0.0);
    for (value, share) in row.iter().zip(shares) {
        if let Some(value) = value {
            sum += share * value;
            weight += share;
        }
    }
    (weight > 0.0).then(|| sum / weight)
}

/// Sorts values with their positions by falling value, equal ones by position. In one copy, since it is needed often; as
/// whole numbers, which are sorted several times sooner than pairs are compared.
#[inline(never)]
pub(crate) fn best_first(values: &mut [(f64, usize)]) {
    let key = |(value, place): &(f64, usize)| (u128::from(!ordered(value.to_bits())) << 64) | *place as u128;
    let mut keys: Vec<u128> = values.iter().map(key).collect();
    keys.sort_unstable();
    for (value, key) in values.iter_mut().zip(keys) {
        *value = (f64::from_bits(bits_of(!((key >> 64) as u64))), key as usize);
    }
}

const SIGN: u64 = 1 << 63;

/// The bits of a number as a whole number in the order of [`f64::total_cmp`].
fn ordered(bits: u64) -> u64 {
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// The bits again.
fn bits_of(ordered: u64) -> u64 {
    if ordered & SIGN == 0 { !ordered } else { ordered & !SIGN }
}

/// A place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// 1 and how many are better.
    pub(crate) rank: usize,
    /// How many stand here, this one counted.
    pub(crate) joint: usize,
}

impl Place {
    /// The mean of the ranks that those who stand here take up together.
    pub(crate) fn middle(self) -> f64 {
        self.rank as f64 + (self.joint - 1) as f64 / 2.0
    }

    /// The last rank that those who stand here take up.
    pub(crate) fn last(self) -> usize {
        self.rank + self.joint - 1
    }
}

/// Proposals by total.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Order {
    /// Positions of the proposals that have a total, best first, joint ones in the order of the exercise.
    pub(crate) best_first: Vec<usize>,
    /// Of each proposal its place; none without a total.
    pub(crate) places: Vec<Option<Place>>,
}

impl Order {
    /// Orders by near totals, each off by less than `error`; `exact` is asked where that leaves a doubt.
    pub(crate) fn new(near: &[Option<f64>], error: f64, mut exact: impl FnMut(usize) -> Option<Ratio>) -> Self {
        let mut sorted: Vec<(f64, usize)> =
            near.iter().enumerate().filter_map(|(proposal, total)| Some(((*total)?, proposal))).collect();
        best_first(&mut sorted);
        let mut order = Self { best_first: Vec::with_capacity(sorted.len()), places: vec![None; near.len()] };
        for doubtful in sorted.chunk_by(|a, b| a.0 - b.0 <= 2.0 * error) {
            if let [(_, one)] = doubtful {
                order.push(&[*one]);
                continue;
            }
            let totals = doubtful.iter().map(|(_, proposal)| (exact(*proposal).unwrap_or(Ratio::ZERO), *proposal));
            let mut totals: Vec<(Ratio, usize)> = totals.collect();
            totals.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            for joint in totals.chunk_by(|a, b| a.0 == b.0) {
                order.push(&joint.iter().map(|(_, proposal)| *proposal).collect::<Vec<_>>());
            }
        }
        order
    }

    /// Orders by exact totals.
    pub(crate) fn by_exact(totals: &[Option<Ratio>]) -> Self {
        let near: Vec<Option<f64>> = totals.iter().map(|total| total.as_ref().map(Ratio::to_f64)).collect();
        Self::new(&near, f64::EPSILON, |proposal| totals[proposal].clone())
    }

    /// The order of a view whose near values are known.
    pub(crate) fn of(view: &View<'_>, table: &Table) -> Self {
        let near = table.totals(view.panel, &view.panel.shares);
        Self::new(&near, view.error(), |proposal| view.total(proposal))
    }

    fn push(&mut self, joint: &[usize]) {
        let place = Place { rank: self.best_first.len() + 1, joint: joint.len() };
        for proposal in joint {
            self.best_first.push(*proposal);
            self.places[*proposal] = Some(place);
        }
    }

    pub(crate) fn rank(&self, proposal: usize) -> Option<usize> {
        self.places[proposal].map(|place| place.rank)
    }

    /// All that stand first.
    pub(crate) fn winners(&self) -> &[usize] {
        let joint = self.best_first.first().and_then(|first| self.places[*first]).map_or(0, |place| place.joint);
        &self.best_first[..joint]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fall_as_numbers_are_compared() {
        let numbers = [0.5, -0.0, 0.0, -3.0, f64::INFINITY, 1e-310, -1e-310, 0.5, -3.5, f64::NEG_INFINITY, 7.0];
        let mut ours: Vec<(f64, usize)> = numbers.into_iter().zip(0..).collect();
        let mut theirs = ours.clone();
        best_first(&mut ours);
        theirs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let bits = |list: &[(f64, usize)]| list.iter().map(|(own, place)| (own.to_bits(), *place)).collect::<Vec<_>>();
        assert_eq!(bits(&ours), bits(&theirs));
    }

    #[test]
    fn doubts_are_decided_exactly() {
        let exact = [(7, 10), (70, 100), (71, 100), (1, 10)].map(|(a, b)| Some(Ratio::new(a as i128, b as i128)));
        // Near values that mislead within the error.
        let near = [Some(0.7), Some(0.700_000_1), Some(0.699_999_9), Some(0.1), None];
        let order = Order::new(&near, 1e-3, |proposal| exact[proposal].clone());
        assert_eq!(order.best_first, [2, 0, 1, 3]);
        assert_eq!(order.places[0], Some(Place { rank: 2, joint: 2 }));
        assert_eq!(order.places[1].map(Place::middle), Some(2.5));
        assert_eq!(order.places[3], Some(Place { rank: 4, joint: 1 }));
        assert_eq!(order.places[4], None);
        assert_eq!(order.winners(), [2]);
    }
}

//! Whether the order of two rows depends on a third: true of every method that scales by the list itself.

use super::{Finding, FindingCode, Normalisation, ScoreMethod, ScoreParameters, Scored, Table, method, note};
use crate::finding::Severity;
use crate::sorting::Arrange;
use serde_json::Value;

/// Leaving each row out in turn is tried up to so many rows.
pub(in crate::prioritisation) const MOST_TRIED: usize = 100;

/// What leaving rows out one by one does to the order of the others.
pub(in crate::prioritisation) struct Reversals {
    /// How many rows were left out in turn: all, or none of a longer list.
    tried: usize,
    /// Rows whose leaving turns two others round.
    pub(in crate::prioritisation) rows: Vec<usize>,
    /// The first of them, the row that was above before and the one that was below.
    pub(in crate::prioritisation) example: Option<[usize; 3]>,
}

/// Tries it, wherever scores are scaled by the list.
pub(in crate::prioritisation) fn reversals(
    table: &Table,
    scored: &Scored,
    parameters: &ScoreParameters,
) -> Option<Reversals> {
    let fixed = scored.method == ScoreMethod::WeightedSum && scored.normalisation == Some(Normalisation::None);
    if fixed || table.rows < 3 {
        return None;
    }
    let tried = if table.rows > MOST_TRIED { 0 } else { table.rows };
    let mut found = Reversals { tried, rows: Vec::new(), example: None };
    for left_out in 0..tried {
        let rest = table.without(left_out);
        let normalisation = scored.normalisation.unwrap_or(Normalisation::None);
        let again = method::run(&rest, scored.weights.clone(), scored.method, normalisation, parameters);
        let mut before = scored.ranks.clone();
        before.remove(left_out);
        if let Some((above, below)) = swapped(&before, &again.ranks) {
            let place = |row: usize| row + usize::from(row >= left_out);
            found.example.get_or_insert([left_out, place(above), place(below)]);
            found.rows.push(left_out);
        }
    }
    Some(found)
}

/// A finding wherever scores are scaled by the list: which row's leaving would change the order of others, if any.
pub(super) fn finding(table: &Table, scored: &Scored, parameters: &ScoreParameters) -> Option<Finding> {
    let found = reversals(table, scored, parameters)?;
    let scaling = scored.normalisation.map(Normalisation::as_str);
    let finding = note(FindingCode::RankReversal)
        .with("method", scored.method.as_str())
        .with("normalisation", scaling)
        .with("tried", found.tried);
    let rows = Value::Array(found.rows.iter().map(|row| Value::from(*row)).collect());
    if found.tried == 0 {
        return Some(finding.with("rows", rows));
    }
    let finding = finding.with("reversing", found.rows.len()).with("rows", rows);
    Some(match found.example {
        None => finding,
        Some([left_out, above, below]) => {
            let finding = finding.severity(Severity::Amber);
            finding.with("left_out", left_out).with("above", above).with("below", below)
        }
    })
}

/// The first two rows whose order is the other way round in the second ranking: the one above before, the one below.
fn swapped(before: &[u32], after: &[u32]) -> Option<(usize, usize)> {
    let mut order: Vec<usize> = (0..before.len()).collect();
    order.arrange_by_key(|row| (before[*row], *row));
    let pairs =
        order.iter().enumerate().flat_map(|(place, above)| order[place + 1..].iter().map(move |b| (*above, *b)));
    pairs.into_iter().find(|(above, below)| before[*above] < before[*below] && after[*above] > after[*below])
}

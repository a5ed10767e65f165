//! Whether the order of two rows depends on a third: true of every method that scales by the list itself.

use super::{Finding, FindingCode, Normalisation, ScoreMethod, ScoreParameters, Scored, Table, method, note};
use crate::finding::Severity;
use crate::sorting::Arrange;
use serde_json::Value;

/// Leaving each row out in turn is tried up to so many rows.
const MOST_TRIED: usize = 100;

/// A finding wherever scores are scaled by the list: which row's leaving would change the order of others, if any.
pub(super) fn finding(table: &Table, scored: &Scored, parameters: &ScoreParameters) -> Option<Finding> {
    let fixed = scored.method == ScoreMethod::WeightedSum && scored.normalisation == Some(Normalisation::None);
    if fixed || table.rows < 3 {
        return None;
    }
    let scaling = scored.normalisation.map(Normalisation::as_str);
    let finding = note(FindingCode::RankReversal).with("method", scored.method.as_str()).with("normalisation", scaling);
    if table.rows > MOST_TRIED {
        return Some(finding.with("tried", 0_usize).with("rows", Value::Array(Vec::new())));
    }
    let mut reversing = Vec::new();
    let mut example = None;
    for left_out in 0..table.rows {
        let rest = table.without(left_out);
        let normalisation = scored.normalisation.unwrap_or(Normalisation::None);
        let again = method::run(&rest, scored.weights.clone(), scored.method, normalisation, parameters);
        let mut before = scored.ranks.clone();
        before.remove(left_out);
        if let Some((above, below)) = swapped(&before, &again.ranks) {
            let place = |row: usize| row + usize::from(row >= left_out);
            example.get_or_insert((left_out, place(above), place(below)));
            reversing.push(Value::from(left_out));
        }
    }
    let finding =
        finding.with("tried", table.rows).with("reversing", reversing.len()).with("rows", Value::Array(reversing));
    Some(match example {
        None => finding,
        Some((left_out, above, below)) => {
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

//! Whether the order of two rows depends on a third: true of every method that scales by the list itself.

use super::rest::{Rest, Turned};
use super::{Finding, FindingCode, Normalisation, ScoreMethod, ScoreParameters, Scored, Table, note};
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

/// Tries it, wherever scores are scaled by the list; `preferred` is what PROMETHEE compared.
pub(in crate::prioritisation) fn reversals(
    table: &Table,
    scored: &Scored,
    preferred: &[f64],
    parameters: &ScoreParameters,
) -> Option<Reversals> {
    let fixed = scored.method == ScoreMethod::WeightedSum && scored.normalisation == Some(Normalisation::None);
    if fixed || table.rows < 3 {
        return None;
    }
    let tried = if table.rows > MOST_TRIED { 0 } else { table.rows };
    let mut found = Reversals { tried, rows: Vec::new(), example: None };
    if tried == 0 {
        return Some(found);
    }
    let mut best_first: Vec<usize> = (0..table.rows).collect();
    best_first.arrange_by_key(|row| (scored.ranks[*row], *row));
    let mut rest = Rest::new(table, scored, &best_first, preferred, parameters);
    for left_out in 0..tried {
        let certain = rest.turns(left_out);
        if certain == Turned::None {
            continue;
        }
        if certain == Turned::Some && found.example.is_some() {
            found.rows.push(left_out);
            continue;
        }
        let again = rest.ranks(left_out);
        let others = best_first.iter().copied().filter(|row| *row != left_out);
        let ranks = |row: usize| (scored.ranks[row], again[row]);
        if turned(others.clone().map(ranks)) {
            found.rows.push(left_out);
            if found.example.is_none() {
                let [above, below] = first_turned(&others.collect::<Vec<_>>(), ranks);
                found.example = Some([left_out, above, below]);
            }
        }
    }
    Some(found)
}

/// A finding wherever scores are scaled by the list: which row's leaving would change the order of others, if any.
pub(super) fn finding(
    table: &Table,
    scored: &Scored,
    preferred: &[f64],
    parameters: &ScoreParameters,
) -> Option<Finding> {
    let found = reversals(table, scored, preferred, parameters)?;
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

/// True if two rows stand the other way round in the second ranking. They come in the order of the first.
fn turned(ranks: impl Iterator<Item = (u32, u32)>) -> bool {
    let (mut place, mut lowest_above, mut lowest) = (0, 0, 0);
    ranks.into_iter().any(|(before, after)| {
        if before > place {
            (place, lowest_above) = (before, lowest);
        }
        lowest = lowest.max(after);
        after < lowest_above
    })
}

/// The first two such rows: the one above before, the one below.
fn first_turned(best_first: &[usize], ranks: impl Fn(usize) -> (u32, u32)) -> [usize; 2] {
    let pairs = best_first.iter().enumerate();
    let mut pairs = pairs.flat_map(|(place, above)| best_first[place + 1..].iter().map(move |below| [*above, *below]));
    let turned = |[above, below]: &[usize; 2]| {
        let (above, below) = (ranks(*above), ranks(*below));
        above.0 < below.0 && above.1 > below.1
    };
    pairs.find(turned).unwrap_or_default()
}

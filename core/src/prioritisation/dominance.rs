//! Who is at least as good on every criterion and better on one, whatever the weights.

use super::base::Base;
use super::exact::Whole;

/// A row names at most so many that dominate it: the best ones.
pub(crate) const MOST_NAMED: usize = 100;

/// Of each proposal, those that dominate it, best first. A proposal with a missing cell is left out.
pub(crate) fn dominated_by(base: &Base<'_>) -> Vec<Vec<usize>> {
    let rows: Vec<Option<Vec<&Whole>>> =
        (0..base.order.places.len()).map(|proposal| base.grid.whole_row(proposal)).collect();
    let near: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().flatten().map(|cell| cell.about()).collect()).collect();
    let candidates: Vec<usize> =
        base.order.best_first.iter().copied().filter(|proposal| rows[*proposal].is_some()).collect();
    let mut found = vec![Vec::new(); rows.len()];
    for (place, own) in candidates.iter().enumerate() {
        let Some(row) = &rows[*own] else { continue };
        // A dominating proposal has a total at least as high; joint ones stand side by side.
        let joint = candidates[place..].iter().take_while(|other| base.order.rank(**other) == base.order.rank(*own));
        for other in candidates[..place].iter().chain(joint) {
            // Rounding keeps order, so a lower near value is a lower value.
            if other == own || near[*other].iter().zip(&near[*own]).any(|(theirs, mine)| theirs < mine) {
                continue;
            }
            let Some(theirs) = &rows[*other] else { continue };
            if theirs.iter().zip(row).all(|(theirs, mine)| theirs >= mine) && theirs != row {
                found[*own].push(*other);
                if found[*own].len() == MOST_NAMED {
                    break;
                }
            }
        }
    }
    found
}

//! The wording of what prioritisation finds.

use super::{Said, list};
use crate::finding::FindingCode as Code;

/// The reason of a finding as a clause.
pub(super) fn clause(code: Code, said: &Said<'_>) -> String {
    let column = || said.number("column") + 1.0;
    match code {
        Code::WeightsFromSpread => {
            "these weights come from how the figures differ; they say nothing about what matters".into()
        }
        Code::ConstantCriterion => {
            format!("column {} has the same figure in every row and counts for nothing", column())
        }
        Code::RankReversal => reversal(said),
        _ => list(&[]),
    }
}

fn reversal(said: &Said<'_>) -> String {
    let row = |name| said.number(name) + 1.0;
    let scaled = "the scores depend on which rows are in the list";
    if said.has("left_out") {
        let rows = said.names("rows");
        let more =
            if rows.len() == 1 { String::new() } else { format!("; {} rows would change an order so", rows.len()) };
        format!(
            "{scaled}: without row {}, row {} would rank above row {}, and now it ranks below{more}",
            row("left_out"),
            row("below"),
            row("above")
        )
    } else if said.number("tried") == 0.0 {
        format!("{scaled}; the list is too long to try what leaving each row out would change")
    } else {
        format!("{scaled}; leaving out any one row would not change the order of the others")
    }
}

//! The tables of a prioritisation, and of a comparison of two rounds: one for each of their lists.

use serde_json::Value;

/// The tables of a result, by name, and where each stands in it; the first is the default.
type Tables = &'static [(&'static str, &'static str)];

/// A result that holds several tables: how it is known, and its tables.
const RESULTS: [(&[&str], Tables); 2] = [
    (
        &["ranking", "weights", "voices", "leave_one_out"],
        &[
            ("ranking", "/ranking"),
            ("weights", "/weights"),
            ("voices", "/voices/organisations"),
            ("alternatives", "/voices/alternatives"),
            ("leave_one_out", "/leave_one_out/organisations"),
            ("scorers", "/leave_one_out/scorers"),
            ("acceptability", "/acceptability/rows"),
            ("cut_line", "/cut_line/rows"),
            ("disagreement", "/disagreement/rows"),
            ("pairs", "/disagreement/pairs"),
            ("interests", "/interests/rows"),
            ("home_advantage", "/interests/home_advantage"),
            ("findings", "/findings"),
        ],
    ),
    (&["rows", "winners_before", "winner_changed_by"], &[("rows", "/rows"), ("weights", "/weights")]),
];

/// The tables of a result, if it is one of these.
pub(super) fn tables(result: &Value) -> Option<Tables> {
    let is = |keys: &[&str]| keys.iter().all(|key| result.get(key).is_some());
    RESULTS.iter().find(|(keys, _)| is(keys)).map(|(_, tables)| *tables)
}

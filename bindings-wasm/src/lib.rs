//! Equipoise for JavaScript: text in, text out.
//!
//! One export for each operation of [`equipoise::json`], and one for long
//! tables as typed arrays: the typed functions that people call are in `js/`.

pub mod columns;

use equipoise::json;
use wasm_bindgen::prelude::wasm_bindgen;

/// Exports functions of `equipoise::json` under their JavaScript names.
macro_rules! export {
    ($($operation:ident as $name:literal,)*) => {$(
        #[doc = concat!("See `equipoise::json::", stringify!($operation), "`.")]
        #[wasm_bindgen(js_name = $name)]
        pub fn $operation(request: &str) -> String {
            json::$operation(request)
        }
    )*};
}

export! {
    check as "check",
    assess as "assess",
    compare as "compare",
    history as "history",
    calibrate as "calibrate",
    snapshot as "snapshot",
    verify_snapshots as "verifySnapshots",
    roll_up as "rollUp",
    prioritise as "prioritise",
    compare_rounds as "compareRounds",
    derive_weights as "deriveWeights",
    score_matrix as "scoreMatrix",
    select_portfolio as "selectPortfolio",
    check_representation as "checkRepresentation",
    apportion as "apportion",
    check_quorum as "checkQuorum",
    tally_votes as "tallyVotes",
    review_rotation as "reviewRotation",
    measure_voting_power as "measureVotingPower",
    spc as "spc",
    icon as "icon",
    from_rows as "fromRows",
    parse_period as "parsePeriod",
    guard as "guard",
    redact as "redact",
    spc_table as "spcTable",
    compare_spc as "compareSpc",
    spc_history as "spcHistory",
    spc_append as "spcAppend",
    suggest_recalculations as "suggestRecalculations",
    aggregate_series as "aggregateSeries",
    csv as "csv",
    html as "html",
    table as "table",
    chart as "chart",
    describe as "describe",
    legend as "legend",
}

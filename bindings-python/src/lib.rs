//! The native module of the Python package: text in, text out.
//!
//! Each function takes one request as JSON text and gives one response as JSON
//! text; `equipoise::json` does the work, without the lock of the interpreter.
//! The package `equipoise` beside this module prints, reads and raises. Long
//! tables may also cross as Arrow columns.

mod arrow;

use pyo3::prelude::*;

/// Exports each operation of `equipoise::json` under its own name.
macro_rules! operations {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Answers one `", stringify!($name), "` request, JSON text in and out.")]
            #[pyfunction]
            #[pyo3(signature = (request, /))]
            fn $name(py: Python<'_>, request: &str) -> String {
                py.detach(|| equipoise::json::$name(request))
            }
        )*

        /// Text in, text out; call the package `equipoise` instead.
        #[pymodule(gil_used = false)]
        mod _native {
            $(#[pymodule_export] use super::$name;)*

            #[pymodule_export]
            use super::arrow::spc_table_columns;

            /// The version of the core and of this package.
            #[pymodule_export]
            #[allow(non_upper_case_globals)]
            const __version__: &str = env!("CARGO_PKG_VERSION");
        }
    };
}

operations!(
    check assess compare history calibrate snapshot verify_snapshots
    roll_up table describe chart legend
    prioritise compare_rounds derive_weights score_matrix select_portfolio
    check_representation apportion check_quorum tally_votes review_rotation measure_voting_power
    spc spc_table icon compare_spc spc_history spc_append suggest_recalculations aggregate_series
    from_rows parse_period guard redact
    csv html
);

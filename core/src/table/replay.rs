//! The tables of results of several dates, of rows that were read, and of what stands beside them.

use super::{Kind, at, kind, made, without};

pub(super) const KINDS: [Kind; 6] = [
    kind(
        &["since", "as_at", "items", "nodes", "causes_exact"],
        &[at("items", "/items"), at("nodes", "/nodes"), at("findings", "/findings")],
    ),
    kind(&["known", "dates", "items", "nodes"], &[at("nodes", "/nodes"), at("items", "/items"), at("dates", "/dates")]),
    kind(&["as_at", "rows", "months"], &[at("rows", "/rows"), at("months", "/months")]),
    kind(&["document", "problems", "columns"], &[at("problems", "/problems"), at("columns", "/columns")]),
    kind(
        &["document", "token", "replaced", "mentions"],
        &[
            // The document is a result of its own.
            made("redacted", |result, _| vec![without(result, &["document"])].into()),
            at("mentions", "/mentions"),
        ],
    ),
    kind(
        &["columns", "allowed"],
        &[made("guarded", |result, _| vec![without(result, &["allowed"])].into()), at("allowed", "/allowed")],
    ),
];

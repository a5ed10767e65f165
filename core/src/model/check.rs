//! Everything that is checked between the entities of a document.

use serde_json::Value;

use super::ids::MOST_PAIRS;
use super::{invariants, references, sharing};
use crate::document::Programme;
use crate::document::read::Unread;
use crate::problem::{Code, Found, Problem, shortened};

/// What was found so far, with all problems between the readable entities of the document.
pub(crate) fn problems(programme: &Programme, unread: &Unread, found: Found) -> Found {
    let mut check = Check { programme, unread, problems: found, pairs_left: MOST_PAIRS };
    references::check(&mut check);
    invariants::check(&mut check);
    sharing::check(&mut check);
    check.problems
}

/// The document under check, and what was found.
pub(super) struct Check<'a> {
    pub(super) programme: &'a Programme,
    pub(super) unread: &'a Unread,
    pub(super) problems: Found,
    /// Pairs of letters that may still be compared in looking for the nearest identifier.
    pub(super) pairs_left: usize,
}

/// A row of a top-level list.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) list: &'static str,
    pub(super) index: usize,
}

impl Check<'_> {
    /// Notes a problem at a field of a row.
    pub(super) fn note(&mut self, row: Row, field: &str, code: Code, value: &Value, accepted: &str, message: String) {
        if self.problems.is_full(code) {
            return self.problems.tally(code);
        }
        let mut path = self.pointer(row);
        if !field.is_empty() {
            path.push('/');
            path.push_str(field);
        }
        let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
        self.problems.push(Problem { code, path, value: shortened(value), accepted, message });
    }

    /// The row's JSON pointer: its index in the document, unreadable rows counted.
    pub(super) fn pointer(&self, row: Row) -> String {
        let unread = self.unread.get(row.list).map_or(&[][..], Vec::as_slice);
        let before = unread.partition_point(|unread| unread.after <= row.index);
        format!("/{}/{}", row.list, row.index.saturating_add(before))
    }
}

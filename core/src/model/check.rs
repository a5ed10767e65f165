//! Everything that is checked between the entities of a document.

use serde_json::Value;
use std::collections::HashMap;

use super::{invariants, references};
use crate::document::Programme;
use crate::problem::{Code, Problem, shortened};

/// Top-level rows that could not be read: list name -> (index, id if it had one).
pub(crate) type Unread = HashMap<&'static str, Vec<(usize, Option<String>)>>;

/// All problems between the readable entities of the document.
pub(crate) fn problems(programme: &Programme, unread: &Unread) -> Vec<Problem> {
    let mut check = Check { programme, unread, problems: Vec::new() };
    references::check(&mut check);
    invariants::check(&mut check);
    check.problems
}

/// The document under check, and what was found.
pub(super) struct Check<'a> {
    pub(super) programme: &'a Programme,
    pub(super) unread: &'a Unread,
    pub(super) problems: Vec<Problem>,
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
        let mut index = row.index;
        for (unread, _) in self.unread.get(row.list).into_iter().flatten() {
            if *unread <= index {
                index = index.saturating_add(1);
            }
        }
        format!("/{}/{index}", row.list)
    }
}

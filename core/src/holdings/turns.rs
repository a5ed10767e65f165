//! How chairs and hosts have gone round: the rotation beside the check.

use std::collections::HashMap;

use super::events::Key;
use super::{Facts, Holding, Scope};
use crate::day::Day;
use crate::document::organisation::Member;
use crate::representation::{RotationMember, Turn, membership, review_rotation};

/// Turns taken in each part of the programme.
#[derive(Default)]
pub(super) struct Turns<'a>(HashMap<Key<'a>, Vec<Turn>>);

impl<'a> Turns<'a> {
    /// One turn, in the programme or in a body: the turns for a goal are those of its bodies.
    pub(super) fn take(&mut self, key: Key<'a>, organisation: &str, on: Day) {
        if matches!(key.0, Scope::Programme | Scope::Body) {
            self.0.entry(key).or_default().push(Turn { organisation: organisation.to_owned(), on });
        }
    }
}

impl<'a> Facts<'_, 'a> {
    /// Puts the rotation beside the check of organisations.
    pub(super) fn go_round(&self, rows: &mut [Holding], turns: &Turns<'a>) {
        if self.groups.by.is_some() {
            return;
        }
        let collaborative = self.model.programme.collaborative.as_ref();
        let members = collaborative.map(|own| own.members.as_slice()).unwrap_or_default();
        let spell = |member: &Member| membership(&member.organisation, member.start, member.end);
        let members: Vec<RotationMember> = members.iter().map(spell).collect();
        for row in rows {
            let id = row.id.as_deref().unwrap_or_default();
            let Some(history) = turns.0.get(&(row.scope, id, row.meeting_kind)) else { continue };
            // More members than can take turns are not reviewed.
            row.rotation = review_rotation(history, &members, self.moment.as_at).ok();
        }
    }
}

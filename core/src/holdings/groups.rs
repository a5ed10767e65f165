//! Who is compared: the members of the day, or groups of them by a code, or professions; and what each is entitled to.

use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;

use super::in_force;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::document::appointment::Appointment;
use crate::document::organisation::{Organisation, Sharing};
use crate::document::values::Size;
use crate::model::{Model, PROFESSION, size_to_share_by};

/// Those who are compared.
#[derive(Default)]
pub(super) struct Groups<'a> {
    /// What they are; none for organisations.
    pub(super) by: Option<&'a str>,
    /// The size that they are entitled by; none for equal shares.
    pub(super) shares: Option<&'a str>,
    pub(super) names: IndexSet<&'a str>,
    /// The day from which each has been there.
    pub(super) since: Vec<Option<Day>>,
    /// In millionths, where there is a size to share by.
    weights: Vec<u64>,
    /// Members, each with the place of its group; none without one.
    members: HashMap<&'a str, Option<usize>>,
}

impl<'a> Groups<'a> {
    /// The members of the day, each alone; or, `by` a code, those with the same code together.
    pub(super) fn of_members(model: &Model<'a>, day: Day, by: Option<&'a str>) -> Self {
        let collaborative = model.programme.collaborative.as_ref();
        let sharing = collaborative.and_then(|own| own.representation.as_ref());
        let shares = sharing.and_then(|own: &Sharing| own.shares.as_deref());
        let organisations = model.programme.organisations.iter();
        let known: HashMap<&str, &Organisation> = organisations.map(|own| (own.id.as_str(), own)).collect();
        let mut groups = Self { by, shares, ..Self::default() };
        let members = collaborative.map(|own| own.members.as_slice()).unwrap_or_default();
        for member in members.iter().filter(|member| in_force(member.start, member.end, day)) {
            let id = member.organisation.as_str();
            if groups.members.contains_key(id) {
                continue;
            }
            let own = known.get(id);
            let name = match by {
                None => Some(id),
                Some(code) => own.and_then(|own| own.codes.get(code)).map(String::as_str),
            };
            let place = name.map(|name| {
                let (place, new) = groups.names.insert_full(name);
                if new {
                    groups.since.push(member.start);
                    groups.weights.push(0);
                }
                // A group has been there as long as the first of it.
                groups.since[place] = groups.since[place].min(member.start);
                let size = shares.and_then(|size| size_to_share_by(*own?.sizes.get(size)?));
                groups.weights[place] = groups.weights[place].saturating_add(size.unwrap_or_default());
                place
            });
            groups.members.insert(id, place);
        }
        groups
    }

    /// The professions of these posts, in the order of their names.
    pub(super) fn of_professions(posts: impl Iterator<Item = &'a Appointment>) -> Self {
        let mut names: IndexSet<&str> = posts.filter_map(|post| post.profession.as_deref()).collect();
        names.sort_unstable();
        let since = vec![None; names.len()];
        Self { by: Some(PROFESSION), names, since, ..Self::default() }
    }

    /// Professions are compared, which hold posts and nothing else.
    pub(super) fn are_professions(&self) -> bool {
        self.by == Some(PROFESSION)
    }

    /// Where an organisation counts: nowhere if it is a member without a group, outside if it is no member.
    pub(super) fn place(&self, organisation: &str) -> Option<Option<usize>> {
        match self.members.get(organisation) {
            Some(group) => group.map(Some),
            None => Some(None),
        }
    }

    /// Where a post counts.
    pub(super) fn place_of(&self, post: &Appointment) -> Option<Option<usize>> {
        if self.are_professions() {
            return post.profession.as_deref().map(|own| self.names.get_index_of(own));
        }
        self.place(post.organisation.as_deref()?)
    }

    /// What each is entitled to; none for equal shares.
    pub(super) fn entitlement(&self) -> Option<IndexMap<String, Size>> {
        self.shares?;
        let size = |weight: &u64| Size(Decimal::millionths(i64::try_from(*weight).unwrap_or(i64::MAX)));
        Some(self.names.iter().map(|name| (*name).to_owned()).zip(self.weights.iter().map(size)).collect())
    }
}

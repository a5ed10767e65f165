//! Posts by organisation: for the whole programme, by role, body, goal and profession.

use indexmap::{IndexMap, IndexSet};

use super::{Facts, Held, Holding, Row, Scope, in_force};
use crate::decimal::Decimal;
use crate::status::Item;

/// Posts, and meetings with decisions, are counted for each goal while their number, times that of the goals, stays within this.
pub(super) const MOST_SERVED: usize = 100_000;
/// As much as can be weighed, in millionths.
const MOST_WTE: i64 = 1_000_000_000_000_000;

impl<'a> Facts<'_, 'a> {
    /// Posts: all roles and each role in the programme and in each body, each role for each goal that the body serves and
    /// in each profession.
    pub(super) fn posts(&self, items: &[Item]) -> Vec<Holding> {
        let programme = self.model.programme;
        let in_force: Vec<_> =
            (programme.appointments.iter()).filter(|post| in_force(post.start, post.end, self.moment.as_at)).collect();
        let mut groups: IndexMap<(Scope, &str, Option<&str>), Vec<usize>> = IndexMap::new();
        let [roles, bodies] = [programme.roles.len(), programme.bodies.len()].map(|parts| self.each(parts));
        // A body serves the goals of its priorities.
        let served: IndexSet<(&str, &str)> = (self.counted(items))
            .filter_map(|priority| Some((priority.body.as_str(), priority.goal.as_deref()?)))
            .collect();
        let goals = self.each(programme.roles.len().max(1).saturating_mul(programme.goals.len()))
            && in_force.len().saturating_mul(programme.goals.len()) <= MOST_SERVED;
        let goals = if goals { programme.goals.as_slice() } else { &[] };
        let stated: IndexSet<&str> = in_force.iter().filter_map(|post| post.profession.as_deref()).collect();
        let professions =
            !self.groups.are_professions() && self.each(programme.roles.len().max(1).saturating_mul(stated.len()));
        let posts_of_bodies = self.each(programme.roles.len().max(1).saturating_mul(programme.bodies.len()));
        for (place, post) in in_force.iter().enumerate() {
            let (role, profession) = (Some(post.role.as_str()), post.profession.as_deref());
            let whole = [
                (Scope::Programme, programme.id.as_str(), None, true),
                (Scope::Programme, &programme.id, role, roles),
                (Scope::Body, &post.body, None, bodies),
                (Scope::Body, &post.body, role, posts_of_bodies),
                (Scope::Profession, profession.unwrap_or_default(), role, professions && profession.is_some()),
            ];
            let serves = |goal: &str| served.contains(&(post.body.as_str(), goal));
            let goals = goals.iter().map(|goal| (Scope::Goal, goal.id.as_str(), role, serves(&goal.id)));
            for (scope, id, role, _) in whole.into_iter().chain(goals).filter(|(.., counted)| *counted) {
                groups.entry((scope, id, role)).or_default().push(place);
            }
        }
        groups.sort_by_cached_key(|(scope, id, role), _| {
            let place = self.bodies.get(id).filter(|_| *scope == Scope::Body).or_else(|| self.goals.get(id));
            (*scope as u8, place.copied(), *id, role.map(|role| self.roles.get(role).copied()))
        });
        let row = |((scope, id, role), posts): ((Scope, &str, Option<&str>), Vec<usize>)| {
            let posts = || posts.iter().map(|place| in_force[*place]);
            let mut tally = self.tally();
            posts().for_each(|post| tally.add(self.groups.place_of(post)));
            let mut wte = vec![0; self.groups.names.len()];
            let attributed = posts().filter_map(|post| Some((self.groups.place_of(post).flatten()?, post.wte)));
            let known = attributed.fold(true, |known, (place, own)| {
                let own = own.and_then(|own| Decimal::from_f64(own.0)).map(Decimal::in_whole_millionths);
                wte[place] = i64::saturating_add(wte[place], own.unwrap_or_default());
                known && own.is_some() && wte[place] < MOST_WTE
            });
            tally.wte = known.then_some(wte);
            // A role that no organisation fills, such as a hosted one, is nobody's to share.
            let shared = tally.members.iter().any(|held| *held > 0);
            self.row(&Row { role, ..Row::of(Held::Posts, scope, id) }, &tally).filter(|_| shared)
        };
        groups.into_iter().filter_map(row).collect()
    }
}

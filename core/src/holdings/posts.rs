//! Posts by organisation: for the whole programme, by role, body, goal and profession.

use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

use super::{Facts, Held, Holding, Row, Scope, in_force};
use crate::decimal::Decimal;
use crate::document::appointment::Appointment;
use crate::status::Item;

/// Posts are counted for each goal that they serve while that makes at most so many counts.
const MOST_SERVED: usize = 100_000;
/// As much as can be weighed, in millionths.
const MOST_WTE: i64 = 1_000_000_000_000_000;

impl<'a> Facts<'_, 'a> {
    /// Of each body, the goals that it serves: those of its priorities that are not excluded on the day.
    fn served(&self, items: &[Item]) -> HashMap<&'a str, IndexSet<&'a str>> {
        let mut served: HashMap<&str, IndexSet<&str>> = HashMap::new();
        for priority in self.counted(items) {
            served.entry(&priority.body).or_default().extend(priority.goal.as_deref());
        }
        served
    }

    /// Posts: all roles and each role in the programme, all roles in each body, each role for each goal that the body
    /// serves and in each profession.
    pub(super) fn posts(&self, items: &[Item]) -> Vec<Holding> {
        let programme = self.model.programme;
        let in_force: Vec<_> =
            (programme.appointments.iter()).filter(|post| in_force(post.start, post.end, self.moment.as_at)).collect();
        let mut groups: IndexMap<(Scope, &str, Option<&str>), Vec<usize>> = IndexMap::new();
        let [roles, bodies] = [programme.roles.len(), programme.bodies.len()].map(|parts| self.each(parts));
        let distinct = |of: &dyn Fn(&'a Appointment) -> Option<&'a str>| -> usize {
            in_force.iter().filter_map(|post| of(post)).collect::<HashSet<_>>().len()
        };
        let held = distinct(&|post| Some(&post.role));
        let professions = self.each(held.saturating_mul(distinct(&|post| post.profession.as_deref())));
        let served = self.served(items);
        let goals_of = |post: &Appointment| served.get(post.body.as_str()).into_iter().flatten();
        let goals = self.each(held.saturating_mul(programme.goals.len()))
            && in_force.iter().flat_map(|post| goals_of(post)).nth(MOST_SERVED).is_none();
        for (place, post) in in_force.iter().enumerate() {
            let mut add = |scope, id, role, counted: bool| {
                if counted {
                    groups.entry((scope, id, role)).or_default().push(place);
                }
            };
            let role = Some(post.role.as_str());
            add(Scope::Programme, programme.id.as_str(), None, true);
            add(Scope::Programme, &programme.id, role, roles);
            add(Scope::Body, &post.body, None, bodies);
            goals_of(post).for_each(|goal| add(Scope::Goal, goal, role, goals));
            post.profession.iter().for_each(|profession| add(Scope::Profession, profession, role, professions));
        }
        groups.sort_by_cached_key(|(scope, id, role), _| {
            let place = self.bodies.get(id).filter(|_| *scope == Scope::Body).or_else(|| self.goals.get(id));
            (*scope as u8, place.copied(), *id, role.map(|role| self.roles.get(role).copied()))
        });
        let row = |((scope, id, role), posts): ((Scope, &str, Option<&str>), Vec<usize>)| {
            let posts = || posts.iter().map(|place| in_force[*place]);
            let mut tally = self.count(posts().map(|post| post.organisation.as_deref()));
            let mut wte = vec![0; self.members.len()];
            let attributed = posts().filter_map(|post| Some((self.place(post.organisation.as_deref()?)?, post.wte)));
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

//! Seats, attendance, chairs, hosting and votes by organisation: in the programme, in each body, for each goal that the
//! body serves.

use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

use super::posts::MOST_SERVED;
use super::turns::Turns;
use super::{Facts, Held, Holding, Row, Scope, Tally, in_force};
use crate::day::Day;
use crate::document::body::MeetingKind;
use crate::document::meeting::{Capacity, Meeting};
use crate::status::Item;

/// The role of somebody in the chair.
const CHAIR: &str = "chair";

/// What a body is counted under beside itself: the goals that it serves.
pub(super) struct Parts<'a> {
    /// Bodies and goals are few enough to count each.
    each: bool,
    goals: HashMap<&'a str, Vec<&'a str>>,
    /// Bodies whose chair is an appointment, and no turn.
    chaired: HashSet<&'a str>,
}

/// One part of the programme, and one kind of meeting where that matters.
pub(super) type Key<'a> = (Scope, &'a str, Option<MeetingKind>);

impl<'a> Facts<'_, 'a> {
    pub(super) fn parts(&self, items: &[Item]) -> Parts<'a> {
        let programme = self.model.programme;
        let each = self.each(programme.bodies.len().saturating_add(programme.goals.len()));
        let mut goals: HashMap<&str, Vec<&str>> = HashMap::new();
        // A body may serve every goal, and each of its meetings then counts for each of them.
        let events = programme.meetings.len().saturating_add(programme.decisions.len());
        if each && events.saturating_mul(programme.goals.len()) <= MOST_SERVED {
            let served: IndexSet<(&str, &str)> = (self.counted(items))
                .filter_map(|priority| Some((priority.body.as_str(), priority.goal.as_deref()?)))
                .collect();
            served.into_iter().for_each(|(body, goal)| goals.entry(body).or_default().push(goal));
        }
        let chairs = programme.appointments.iter().filter(|post| post.role == CHAIR);
        let chaired = chairs.filter(|post| in_force(post.start, post.end, self.moment.as_at));
        Parts { each, goals, chaired: chaired.map(|post| post.body.as_str()).collect() }
    }

    /// Under what something in a body counts: the programme, the body itself, its goals.
    pub(super) fn keys(&self, parts: &Parts<'a>, body: &'a str) -> Vec<Key<'a>> {
        let mut keys = vec![(Scope::Programme, self.model.programme.id.as_str(), None)];
        if parts.each {
            keys.push((Scope::Body, body, None));
            let goals = parts.goals.get(body).into_iter().flatten();
            keys.extend(goals.map(|goal| (Scope::Goal, *goal, None)));
        }
        keys
    }

    /// One row for each part: the programme, then bodies and goals in their order.
    fn rows(&self, held: Held, mut tallies: IndexMap<Key<'a>, Tally>) -> Vec<Holding> {
        let order = |scope: Scope, id: &str| match scope {
            Scope::Body => self.bodies.get(id).copied(),
            Scope::Goal => self.goals.get(id).copied(),
            _ => None,
        };
        tallies
            .sort_by_cached_key(|(scope, id, kind), _| (*scope as u8, order(*scope, id), kind.map(|kind| kind as u8)));
        let row = |((scope, id, kind), tally): (&Key<'a>, &Tally)| {
            self.row(&Row { meeting_kind: *kind, ..Row::of(held, *scope, id) }, tally)
        };
        tallies.iter().filter_map(row).collect()
    }

    /// Seats of each organisation on the day.
    pub(super) fn seats(&self, parts: &Parts<'a>) -> Vec<Holding> {
        let as_at = self.moment.as_at;
        let mut tallies: IndexMap<Key<'a>, Tally> = IndexMap::new();
        for body in self.model.programme.bodies.iter().filter(|body| in_force(body.start, body.end, as_at)) {
            for row in body.seats.iter().filter(|row| in_force(row.start, row.end, as_at)) {
                for key in self.keys(parts, &body.id) {
                    let tally = tallies.entry(key).or_insert_with(|| self.tally());
                    let number = u32::from(row.seats);
                    let held = match self.place(&row.organisation) {
                        Some(Some(place)) => &mut tally.members[place],
                        Some(None) => &mut tally.outside,
                        None => &mut tally.nobody,
                    };
                    *held = held.saturating_add(number);
                }
            }
        }
        tallies.retain(|_, tally| tally.members.iter().any(|held| *held > 0));
        self.rows(Held::Seats, tallies)
    }

    /// Attendance, of each body also by kind of meeting; chairs and hosts, of hosts also by kind.
    pub(super) fn meetings(&self, parts: &Parts<'a>) -> Vec<Holding> {
        let held: Vec<(&'a Meeting, Day)> = (self.model.programme.meetings.iter())
            .filter_map(|meeting| {
                let day = meeting.held_on?;
                self.moment.sees(day, meeting.recorded_on).then_some((meeting, day))
            })
            .collect();
        let [mut attendance, mut chairs, mut hosts]: [IndexMap<Key<'a>, Tally>; 3] = Default::default();
        let [mut chaired, mut hosted]: [Turns<'a>; 2] = Default::default();
        for (meeting, day) in held {
            let add = |tallies: &mut IndexMap<Key<'a>, Tally>, key: Key<'a>, places: &[Option<Option<usize>>]| {
                // Earlier turns count for the rotation alone: whoever has waited longest did so since before.
                if day < self.from {
                    return;
                }
                let tally = tallies.entry(key).or_insert_with(|| self.tally());
                tally.days.push(day);
                places.iter().for_each(|place| tally.add(*place));
            };
            let keys = self.keys(parts, &meeting.body);
            if !meeting.attendance.is_empty() {
                let rows = meeting.attendance.iter().filter(|row| row.capacity != Some(Capacity::InAttendance));
                let came: HashSet<usize> =
                    rows.filter_map(|row| self.place(row.organisation.as_deref()?).flatten()).collect();
                let came: Vec<Option<Option<usize>>> = came.into_iter().map(|place| Some(Some(place))).collect();
                for (scope, id, _) in &keys {
                    // In a body each kind of meeting is a question of its own.
                    let kind = (*scope == Scope::Body).then_some(meeting.kind);
                    add(&mut attendance, (*scope, id, kind), &came);
                }
            }
            let chair = meeting.attendance.iter().find(|row| row.role.as_deref() == Some(CHAIR));
            if let Some(organisation) = chair.and_then(|row| row.organisation.as_deref()) {
                for key in keys.iter().filter(|(scope, id, _)| *scope != Scope::Body || !parts.chaired.contains(id)) {
                    add(&mut chairs, *key, &[self.place(organisation)]);
                    chaired.take(*key, organisation, day);
                }
            }
            if let Some(organisation) = meeting.hosted_by.as_deref() {
                let place = [self.place(organisation)];
                let of_kind = (Scope::Programme, self.model.programme.id.as_str(), Some(meeting.kind));
                for key in keys.iter().copied().chain([of_kind]) {
                    add(&mut hosts, key, &place);
                    hosted.take(key, organisation, day);
                }
            }
        }
        // One kind of meeting alone is the whole.
        let kinds = hosts.keys().filter(|(_, _, kind)| kind.is_some()).count();
        hosts.retain(|(_, _, kind), _| kind.is_none() || kinds > 1);
        for turns in [&mut chairs, &mut hosts] {
            turns.retain(|_, tally| tally.members.iter().any(|held| *held > 0));
        }
        let mut rows = self.rows(Held::Attendance, attendance);
        for (held, tallies, turns) in [(Held::Chairs, chairs, chaired), (Held::Hosts, hosts, hosted)] {
            let mut of_it = self.rows(held, tallies);
            self.go_round(&mut of_it, &turns);
            rows.extend(of_it);
        }
        rows
    }

    /// Decisions that each organisation voted on.
    pub(super) fn votes(&self, parts: &Parts<'a>) -> Vec<Holding> {
        let mut tallies: IndexMap<Key<'a>, Tally> = IndexMap::new();
        for decision in self.model.programme.decisions.iter().filter(|decision| !decision.votes.is_empty()) {
            let day = decision.decided_on.filter(|day| *day >= self.from);
            let Some(day) = day.filter(|day| self.moment.sees(*day, decision.recorded_on)) else { continue };
            // An organisation that casts several votes, and a group of several organisations, voted once.
            let voted: HashSet<&str> = decision.votes.iter().map(|vote| vote.organisation.as_str()).collect();
            let (mut there, mut others) = (HashSet::new(), Vec::new());
            for place in voted.into_iter().map(|organisation| self.place(organisation)) {
                match place {
                    Some(Some(member)) => drop(there.insert(member)),
                    other => others.push(other),
                }
            }
            for key in self.keys(parts, &decision.body) {
                let tally = tallies.entry(key).or_insert_with(|| self.tally());
                tally.days.push(day);
                there
                    .iter()
                    .map(|member| Some(Some(*member)))
                    .chain(others.iter().copied())
                    .for_each(|place| tally.add(place));
            }
        }
        self.rows(Held::Votes, tallies)
    }
}

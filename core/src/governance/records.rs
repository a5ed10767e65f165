//! Who holds which role and who met when, by body: what the checks of governance and of cadence look at.

use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

use crate::day::Day;
use crate::document::appointment::Appointment;
use crate::document::body::{Body, MeetingKind, Quorum, QuorumCount};
use crate::document::meeting::{Attendance, Capacity, Meeting};
use crate::finding::{About, Dimension, Finding, FindingCode, Level, Severity};
use crate::model::{Model, positions};
use crate::status::{Moment, cycle_days, within};

/// An organisation stays away when it misses so many meetings in a row.
const IN_A_ROW: usize = 3;
/// Members of the collaborative are looked for in bodies without seats while their number, times the bodies, is at most this.
const MOST_COMPARED: usize = 1_000_000;
/// So many names stand in a finding; the rest is counted.
pub(crate) const MOST_NAMED: usize = 12;

/// The facts of a document by body.
pub(crate) struct Records<'m, 'a> {
    pub(crate) model: &'m Model<'a>,
    pub(crate) bodies: HashMap<&'a str, usize>,
    /// Appointments by body, in the order of the document.
    posts: Vec<Vec<&'a Appointment>>,
    /// Meetings by body, by the day held, else planned.
    meetings: Vec<Vec<&'a Meeting>>,
    /// The members of the collaborative, times the bodies, are few enough to be looked for in each.
    few_members: bool,
}

/// What a body asks of a role on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) min: u16,
    pub(crate) max: Option<u16>,
    /// Since when it is asked for.
    pub(crate) since: Option<Day>,
}

/// A role that fewer hold than should.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vacancy {
    pub(crate) held: usize,
    pub(crate) min: u16,
    /// The first day of it, where that can be told.
    pub(crate) since: Option<Day>,
}

impl<'m, 'a> Records<'m, 'a> {
    pub(crate) fn new(model: &'m Model<'a>) -> Self {
        let programme = model.programme;
        let bodies = positions(programme.bodies.iter().map(|body| body.id.as_str()));
        let mut posts = vec![Vec::new(); programme.bodies.len()];
        for post in &programme.appointments {
            if let Some(of_body) = bodies.get(post.body.as_str()).and_then(|body| posts.get_mut(*body)) {
                of_body.push(post);
            }
        }
        let mut meetings = vec![Vec::new(); programme.bodies.len()];
        for meeting in &programme.meetings {
            if let Some(of_body) = bodies.get(meeting.body.as_str()).and_then(|body| meetings.get_mut(*body)) {
                of_body.push(meeting);
            }
        }
        for of_body in &mut meetings {
            of_body.sort_by_key(|meeting: &&Meeting| meeting.held_on.or(meeting.planned_on));
        }
        let members = programme.collaborative.as_ref().map_or(0, |own| own.members.len());
        let few_members = members.saturating_mul(programme.bodies.len()) <= MOST_COMPARED;
        Self { model, bodies, posts, meetings, few_members }
    }

    pub(crate) fn body(&self, body: usize) -> &'a Body {
        &self.model.programme.bodies[body]
    }

    pub(crate) fn body_of(&self, id: &str) -> Option<usize> {
        self.bodies.get(id).copied()
    }

    pub(crate) fn posts(&self, body: usize) -> &[&'a Appointment] {
        self.posts.get(body).map_or(&[], Vec::as_slice)
    }

    /// Meetings of a body, in the order of the days held or planned.
    pub(crate) fn meetings(&self, body: usize) -> &[&'a Meeting] {
        self.meetings.get(body).map_or(&[], Vec::as_slice)
    }

    /// Meetings of a body that were held by then, as far as was known, in the order of their days.
    pub(crate) fn held(&self, body: usize, moment: Moment) -> impl DoubleEndedIterator<Item = (&'a Meeting, Day)> {
        let held = move |meeting: &&'a Meeting| {
            let day = meeting.held_on.filter(|day| moment.sees(*day, meeting.recorded_on))?;
            Some((*meeting, day))
        };
        self.meetings.get(body).into_iter().flatten().filter_map(held)
    }

    /// Roles that a body asks for on a day: of several rows for one role the narrowest.
    pub(crate) fn asked(&self, body: usize, day: Day) -> IndexMap<&'a str, Asked> {
        let body = self.body(body);
        let mut asked: IndexMap<&str, Asked> = IndexMap::new();
        for row in body.roles.iter().filter(|row| within(row.start, row.end, day)) {
            let own = Asked { min: row.min.unwrap_or(0), max: row.max, since: row.start.max(body.start) };
            let all = asked.entry(&row.role).or_insert(own);
            if own.min > all.min {
                (all.min, all.since) = (own.min, own.since);
            }
            all.max = [all.max, own.max].into_iter().flatten().min();
        }
        asked
    }

    /// Appointments of a body by role.
    pub(crate) fn by_role(&self, body: usize) -> HashMap<&'a str, Vec<&'a Appointment>> {
        let mut by_role: HashMap<&str, Vec<&Appointment>> = HashMap::new();
        for post in self.posts(body) {
            by_role.entry(&post.role).or_default().push(post);
        }
        by_role
    }

    /// What keeps a body from being green: roles vacant for longer than a cycle, organisations that stay away.
    pub(crate) fn floors(&self, body: usize, moment: Moment) -> Vec<Finding> {
        let own = self.body(body);
        let cycle = cycle_days(own, moment.as_at);
        let mut found = Vec::new();
        let by_role = if own.roles.is_empty() { HashMap::new() } else { self.by_role(body) };
        for (role, asked) in self.asked(body, moment.as_at) {
            let posts = by_role.get(role).map_or(&[][..], Vec::as_slice);
            let Some(vacancy) = vacancy(asked, posts, moment.as_at) else { continue };
            let days = vacancy.since.map(|since| moment.as_at.days_since(since).saturating_add(1));
            if days.is_some_and(|days| days > cycle) {
                let finding = vacant(&own.id, role, vacancy, moment.as_at, posts);
                let finding = Finding { dimension: Dimension::Leadership, rule: "status.leadership".into(), ..finding };
                found.push(finding.with("cycle_days", cycle).implying(Level::Amber));
            }
        }
        found.extend(self.absences(body, moment));
        found
    }

    /// Organisations absent from the last three meetings of one kind, where the quorum of that kind counts organisations.
    fn absences(&self, body: usize, moment: Moment) -> Vec<Finding> {
        let own = self.body(body);
        if !own.quorums.iter().any(counts_organisations) {
            return Vec::new();
        }
        let mut last: IndexMap<MeetingKind, Vec<(&Meeting, Day)>> = IndexMap::new();
        for (meeting, day) in self.held(body, moment).rev().filter(|(meeting, _)| !meeting.attendance.is_empty()) {
            let meetings = last.entry(meeting.kind).or_default();
            if meetings.len() < IN_A_ROW {
                meetings.push((meeting, day));
            }
        }
        last.sort_unstable_keys();
        let absent = |(kind, meetings): (MeetingKind, Vec<(&Meeting, Day)>)| {
            let (&(_, latest), &(_, first)) = (meetings.first()?, meetings.get(IN_A_ROW.saturating_sub(1))?);
            quorum_on(own, kind, latest).filter(|quorum| counts_organisations(quorum))?;
            let came: HashSet<&str> = (meetings.iter())
                .flat_map(|(meeting, _)| meeting.attendance.iter().filter(|row| is_member(row)))
                .filter_map(|row| row.organisation.as_deref())
                .collect();
            let still: HashSet<&str> = self.members(body, moment.as_at).into_iter().collect();
            let members = self.members(body, first).into_iter().filter(|id| still.contains(id));
            let mut absent: Vec<&str> = members.filter(|id| !came.contains(id)).collect();
            let count = absent.len();
            absent.truncate(MOST_NAMED);
            if count == 0 {
                return None;
            }
            let code = FindingCode::OrganisationAbsent;
            let finding = Finding::new(code, About::Body, &own.id, Dimension::Presence, "status.presence");
            let names: Vec<String> = absent.into_iter().map(str::to_owned).collect();
            let finding = finding.with("organisations", names).with("count", count);
            let finding = finding.with("meeting_kind", kind.as_str()).with("meetings", IN_A_ROW).with("from", first);
            let proven = meetings.iter().rev().fold(finding.with("to", latest), |finding, (meeting, _)| {
                finding.proof("meeting", meeting.id.clone(), "attendance")
            });
            Some(proven.implying(Level::Amber).since(Some(latest)))
        };
        last.into_iter().filter_map(absent).collect()
    }

    /// The member organisations of a body on a day: those with seats, else those of the collaborative.
    fn members(&self, body: usize, day: Day) -> Vec<&'a str> {
        self.members_since(body, day).into_keys().collect()
    }

    /// The member organisations of a body on a day, each with the day since when.
    pub(crate) fn members_since(&self, body: usize, day: Day) -> IndexMap<&'a str, Option<Day>> {
        let body = self.body(body);
        let mut since: IndexMap<&str, Option<Day>> = IndexMap::new();
        let mut add = |organisation: &'a String, start: Option<Day>, end: Option<Day>| {
            if within(start, end, day) {
                let first = since.entry(organisation.as_str()).or_insert(start);
                *first = (*first).min(start);
            }
        };
        if body.seats.is_empty() {
            let members = self.model.programme.collaborative.iter().flat_map(|own| &own.members);
            members.filter(|_| self.few_members).for_each(|row| add(&row.organisation, row.start, row.end));
        } else {
            let seats = body.seats.iter().filter(|row| row.seats > 0);
            seats.for_each(|row| add(&row.organisation, row.start, row.end));
        }
        since
    }
}

/// True for a row of attendance that speaks for its organisation.
pub(crate) fn is_member(row: &Attendance) -> bool {
    row.capacity != Some(Capacity::InAttendance)
}

/// True if a quorum asks for organisations and not for people alone.
fn counts_organisations(quorum: &Quorum) -> bool {
    quorum.count == Some(QuorumCount::Organisations) || quorum.minimum_organisations.is_some_and(|least| least > 0)
}

/// The quorum of a kind of meeting on a day: one for that kind before one for every kind.
pub(crate) fn quorum_on(body: &Body, kind: MeetingKind, day: Day) -> Option<&Quorum> {
    let in_force = || body.quorums.iter().filter(move |quorum| within(quorum.start, quorum.end, day));
    let own = in_force().find(|quorum| quorum.meeting_kind == Some(kind));
    own.or_else(|| in_force().find(|quorum| quorum.meeting_kind.is_none()))
}

/// The vacancy of a role on a day, from the appointments to it.
pub(crate) fn vacancy(asked: Asked, posts: &[&Appointment], day: Day) -> Option<Vacancy> {
    let least = usize::from(asked.min);
    let held = posts.iter().filter(|post| within(post.start, post.end, day)).count();
    if held >= least {
        return None;
    }
    // Days on which the number changed. Who comes and who goes on one day are taken together.
    let mut changes: Vec<(Option<Day>, i64)> = Vec::new();
    for post in posts.iter().filter(|post| post.start.is_none_or(|start| start <= day)) {
        changes.push((post.start, 1));
        changes.extend(post.end.filter(|end| *end < day).map(|end| (Some(end.plus(1)), -1)));
    }
    changes.sort_unstable();
    let (mut number, mut since) = (0_i64, asked.since);
    for of_day in changes.chunk_by(|a, b| a.0 == b.0) {
        let before = number;
        number += of_day.iter().map(|(_, step)| step).sum::<i64>();
        if before >= least as i64 && number < least as i64 {
            since = of_day.first().and_then(|(day, _)| *day).max(asked.since);
        }
    }
    Some(Vacancy { held, min: asked.min, since })
}

/// A finding that fewer hold a role than should.
pub(crate) fn vacant(body: &str, role: &str, vacancy: Vacancy, as_at: Day, posts: &[&Appointment]) -> Finding {
    let code = FindingCode::RoleVacant;
    let finding = Finding::new(code, About::Body, body, Dimension::Governance, "governance.roles");
    let days = vacancy.since.map(|since| as_at.days_since(since).saturating_add(1));
    let finding = finding.with("role", role.to_owned()).with("held", vacancy.held).with("min", vacancy.min);
    let finding = finding.with("since", vacancy.since).with("days", days);
    let finding = finding.severity(Severity::Amber).since(vacancy.since).proof("body", body, "roles");
    // The last who left.
    let left = posts.iter().filter(|post| post.end.is_some_and(|end| end < as_at)).max_by_key(|post| post.end);
    match left {
        Some(post) => finding.proof("appointment", post.id.clone(), "end"),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn since(least: u16, posts: &[(&str, &str)], on: &str) -> Option<Vacancy> {
        let post = |(place, (start, end)): (usize, &(&str, &str))| {
            let row = serde_json::json!({"id": format!("a{place}"), "role": "chair", "body": "b"});
            let mut post: Appointment = serde_json::from_value(row).unwrap();
            (post.start, post.end) = (start.parse().ok(), end.parse().ok());
            post
        };
        let posts: Vec<Appointment> = posts.iter().enumerate().map(post).collect();
        vacancy(Asked { min: least, max: None, since: None }, &posts.iter().collect::<Vec<_>>(), day(on))
    }

    #[test]
    fn a_vacancy_starts_the_day_after_the_last_who_filled_it() {
        let (first, second) = (("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-12-31"));
        assert_eq!(since(1, &[first, second], "2023-03-31").unwrap().since, Some(day("2023-01-01")));
        assert!(since(1, &[first, second], "2022-12-31").is_none());
        // Nobody ever held it: nobody knows since when.
        assert_eq!(since(1, &[], "2023-03-31").unwrap().since, None);
    }

    /// One who comes on the day after another went does not fill for a moment what was empty for months.
    #[test]
    fn who_comes_and_who_goes_on_one_day_are_taken_together() {
        let posts = [("2022-01-01", "2022-11-27"), ("2022-01-01", "2023-02-27"), ("2023-02-28", "")];
        assert_eq!(since(2, &posts, "2023-03-31").unwrap().since, Some(day("2022-11-28")));
    }
}

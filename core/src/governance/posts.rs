//! Roles: filled, not doubled, answering for something; chairs and memberships.

use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

use super::records::{MOST_NAMED, vacancy, vacant};
use super::{Case, Found, RoleRow, breach, some_of, whole};
use crate::day::Day;
use crate::document::appointment::Appointment;
use crate::finding::{About, FindingCode};
use crate::status::within;

/// The role of somebody in the chair.
const CHAIR: &str = "chair";

impl Case<'_, '_, '_> {
    /// Every role that a body asks for, and whether so many hold it.
    pub(super) fn roles(&self) -> (Vec<RoleRow>, Found) {
        let (mut rows, mut found) = (Vec::new(), Found::default());
        let as_at = self.moment.as_at;
        for (place, body) in self.records.model.programme.bodies.iter().enumerate() {
            if body.roles.is_empty() || !within(body.start, body.end, as_at) {
                continue;
            }
            let by_role = self.records.by_role(place);
            for (role, asked) in self.records.asked(place, as_at) {
                let posts = by_role.get(role).map_or(&[][..], Vec::as_slice);
                let held: Vec<&&Appointment> =
                    posts.iter().filter(|post| within(post.start, post.end, as_at)).collect();
                let vacancy = vacancy(asked, posts, as_at);
                found.ask(vacancy.map(|vacancy| vacant(&body.id, role, vacancy, as_at, posts)));
                let most = asked.max.map(usize::from).filter(|most| held.len() > *most);
                found.findings.extend(most.map(|most| {
                    let finding = breach(FindingCode::RoleOverfilled, About::Body, &body.id, "governance.roles");
                    let finding = finding.with("role", role.to_owned()).with("held", held.len()).with("max", most);
                    held.iter()
                        .take(MOST_NAMED)
                        .fold(finding.proof("body", body.id.as_str(), "roles"), |finding, post| {
                            finding.proof("appointment", post.id.clone(), "role")
                        })
                }));
                if asked.max == Some(1) {
                    found.findings.extend(overlap(posts, as_at).map(|(one, other, days)| {
                        let finding = breach(FindingCode::LeadOverlap, About::Body, &body.id, "governance.roles");
                        let finding = finding.with("role", role.to_owned()).with("days", days);
                        let finding = finding.proof("appointment", one.id.clone(), "end");
                        finding.proof("appointment", other.id.clone(), "start").since(other.start)
                    }));
                }
                rows.push(RoleRow {
                    body: body.id.clone(),
                    role: role.to_owned(),
                    min: asked.min.into(),
                    max: asked.max.map(Into::into),
                    held: whole(held.len()),
                    vacant_since: vacancy.and_then(|vacancy| vacancy.since),
                });
            }
        }
        (rows, found)
    }

    /// Nobody is in the chair of several bodies.
    pub(super) fn chairs(&self) -> Found {
        let mut found = Found::default();
        let mut chairs: IndexMap<&str, Vec<&Appointment>> = IndexMap::new();
        for post in &self.records.model.programme.appointments {
            if let Some(person) =
                post.person.as_deref().filter(|_| post.role == CHAIR && within(post.start, post.end, self.moment.as_at))
            {
                chairs.entry(person).or_default().push(post);
            }
        }
        for (person, posts) in chairs {
            let (bodies, count) = some_of(posts.iter().map(|post| post.body.as_str()));
            found.ask((count > 1).then(|| {
                let programme = self.records.model.programme.id.as_str();
                let finding = breach(FindingCode::SeveralChairs, About::Programme, programme, "governance.chairs");
                let finding = finding.with("bodies", bodies).with("count", count);
                let finding = if self.named { finding.with("person", person.to_owned()) } else { finding };
                posts
                    .iter()
                    .take(MOST_NAMED)
                    .fold(finding, |finding, post| finding.proof("appointment", post.id.clone(), "role"))
            }));
        }
        found
    }

    /// A body made up of the holders of a role: its recorded members are those.
    pub(super) fn membership(&self) -> Found {
        let mut found = Found::default();
        let as_at = self.moment.as_at;
        let programme = self.records.model.programme;
        let derived: IndexSet<&str> =
            programme.bodies.iter().filter_map(|body| body.membership_from.as_deref()).collect();
        let mut holders: HashMap<&str, IndexSet<&str>> = HashMap::new();
        for post in programme.appointments.iter().filter(|post| derived.contains(post.role.as_str())) {
            if let Some(person) = post.person.as_deref().filter(|_| within(post.start, post.end, as_at)) {
                holders.entry(&post.role).or_default().insert(person);
            }
        }
        let mut left = super::MOST_LOOKED_AT;
        for (place, body) in programme.bodies.iter().enumerate() {
            let Some(role) = body.membership_from.as_deref().filter(|_| within(body.start, body.end, as_at)) else {
                continue;
            };
            let none = IndexSet::new();
            let holders = holders.get(role).unwrap_or(&none);
            let recorded: IndexSet<&str> = (self.records.posts(place).iter())
                .filter(|post| within(post.start, post.end, as_at))
                .filter_map(|post| post.person.as_deref())
                .collect();
            // Members may also be recorded by nobody: then the body is what it is derived to be.
            if recorded.is_empty() {
                continue;
            }
            let Some(rest) = usize::checked_sub(left, holders.len()) else {
                found.findings.push(self.incomplete("governance.membership", super::MOST_LOOKED_AT));
                break;
            };
            left = rest;
            let missing: Vec<&str> = holders.iter().filter(|person| !recorded.contains(*person)).copied().collect();
            let beside: Vec<&str> = recorded.iter().filter(|person| !holders.contains(*person)).copied().collect();
            found.ask((!missing.is_empty() || !beside.is_empty()).then(|| {
                let finding = breach(FindingCode::MembershipDiffers, About::Body, &body.id, "governance.membership");
                let finding = finding.with("role", role.to_owned());
                let finding = finding.with("missing", missing.len()).with("beside", beside.len());
                let finding = finding.proof("body", body.id.as_str(), "membership_from");
                if !self.named {
                    return finding;
                }
                let names = |people: &[&str]| some_of(people.iter().copied()).0;
                finding.with("missing_people", names(&missing)).with("beside_people", names(&beside))
            }));
        }
        found
    }

    /// Who came to a meeting as a member, for an organisation that is none: of those with seats, else of the
    /// collaborative.
    pub(super) fn outsiders(&self) -> Found {
        let mut found = Found::default();
        let collaborative = self.records.model.programme.collaborative.as_ref();
        let members = collaborative.map(|own| own.members.as_slice()).unwrap_or_default();
        let of_all = Members::of(members.iter().map(|row| (row.organisation.as_str(), (row.start, row.end))));
        for (place, body) in self.records.model.programme.bodies.iter().enumerate() {
            let seated = !body.seats.is_empty();
            // Without either nobody knows who is a member.
            if !seated && members.is_empty() {
                continue;
            }
            // The organisation, the first meeting of it, and how many.
            let mut outsiders: IndexMap<&str, (&str, Day, usize)> = IndexMap::new();
            let mut asked = 0_usize;
            let seats = body.seats.iter().filter(|row| row.seats > 0);
            let seats = Members::of(seats.map(|row| (row.organisation.as_str(), (row.start, row.end))));
            let members = if seated { &seats } else { &of_all };
            for (meeting, day) in self.records.held(place, self.moment).filter(|(_, day)| *day >= self.from) {
                asked = asked.saturating_add(usize::from(!meeting.attendance.is_empty()));
                let came: HashSet<&str> = (meeting.attendance.iter().filter(|row| super::is_member(row)))
                    .filter_map(|row| row.organisation.as_deref())
                    .collect();
                for organisation in came.into_iter().filter(|id| !members.has(id, day)) {
                    outsiders.entry(organisation).or_insert((&meeting.id, day, 0)).2 += 1;
                }
            }
            outsiders.sort_unstable_keys();
            found.asked = found.asked.saturating_add(asked);
            found.findings.extend(outsiders.into_iter().map(|(organisation, (meeting, day, count))| {
                let code = FindingCode::AttendedByNonMember;
                let finding = breach(code, About::Body, &body.id, "governance.attendance");
                let finding = finding.with("organisation", organisation.to_owned()).with("count", count);
                let finding = finding.proof("meeting", meeting, "attendance");
                let finding = match collaborative.filter(|_| !seated) {
                    Some(own) => finding.proof("collaborative", own.id.as_str(), "members"),
                    None => finding.proof("body", body.id.as_str(), "seats"),
                };
                finding.since(Some(day))
            }));
        }
        found
    }

    /// Every goal and aim has a role that answers for it, and somebody holds that. An objective need not have one.
    pub(super) fn accountability(&self) -> Found {
        let mut found = Found::default();
        let programme = self.records.model.programme;
        let as_at = self.moment.as_at;
        let held: HashSet<&str> = (programme.appointments.iter())
            .filter(|post| within(post.start, post.end, as_at))
            .map(|post| post.role.as_str())
            .collect();
        let goals = (programme.goals.iter())
            .filter(|goal| within(goal.start, goal.end, as_at))
            .map(|goal| (About::Goal, "goal", &goal.id, goal.accountable_role.as_deref()));
        let aims = (programme.aims.iter())
            .filter(|aim| within(aim.start, aim.end, as_at))
            .map(|aim| (About::Aim, "aim", &aim.id, aim.accountable_role.as_deref()));
        let objectives = (programme.objectives.iter())
            .filter(|objective| objective.accountable_role.is_some())
            .filter(|objective| within(objective.start, objective.end, as_at))
            .map(|objective| (About::Objective, "objective", &objective.id, objective.accountable_role.as_deref()));
        for (kind, word, id, role) in objectives.chain(goals).chain(aims) {
            let rule = "governance.accountability";
            let finding = match role {
                None => Some(breach(FindingCode::NoAccountableRole, kind, id, rule)),
                // Without any appointment nothing is known of who holds what.
                Some(role) if !held.is_empty() && !held.contains(role) => {
                    Some(breach(FindingCode::AccountableRoleVacant, kind, id, rule).with("role", role.to_owned()))
                }
                Some(_) => None,
            };
            found.ask(finding.map(|finding| finding.proof(word, id.as_str(), "accountable_role")));
        }
        found
    }
}

/// The most periods of one organisation that are looked at.
const MOST_PERIODS: usize = 64;

/// When which organisation was a member.
struct Members<'a>(HashMap<&'a str, Vec<Period>>);

/// First day and last, both included.
type Period = (Option<Day>, Option<Day>);

impl<'a> Members<'a> {
    fn of(rows: impl Iterator<Item = (&'a str, Period)>) -> Self {
        let mut members: HashMap<&str, Vec<_>> = HashMap::new();
        for (organisation, period) in rows {
            let periods = members.entry(organisation).or_default();
            if periods.len() < MOST_PERIODS {
                periods.push(period);
            }
        }
        Self(members)
    }

    fn has(&self, organisation: &str, day: Day) -> bool {
        self.0.get(organisation).is_some_and(|periods| periods.iter().any(|(start, end)| within(*start, *end, day)))
    }
}

/// Two appointments to one post that were in force together, and for how many days up to the day: the longest such.
fn overlap<'p>(posts: &[&'p Appointment], day: Day) -> Option<(&'p Appointment, &'p Appointment, i64)> {
    let mut by_start: Vec<&Appointment> =
        posts.iter().copied().filter(|post| post.start.is_none_or(|start| start <= day)).collect();
    by_start.sort_by_key(|post| post.start);
    // Whoever stays longest of those before overlaps longest with whoever comes next.
    let mut longest: Option<(&Appointment, &Appointment, i64)> = None;
    let mut stays = by_start.first().copied()?;
    let last = |post: &Appointment| post.end.map_or(day, |end| end.min(day));
    for post in by_start.into_iter().skip(1) {
        let start = post.start.or(post.end).unwrap_or(day);
        let days = last(stays).min(last(post)).days_since(start).saturating_add(1);
        if days > 0 && longest.is_none_or(|(.., most)| days > most) && stays.person_differs(post) {
            longest = Some((stays, post, days));
        }
        if last(post) > last(stays) {
            stays = post;
        }
    }
    longest
}

impl Appointment {
    /// True unless both are known to be the same person.
    fn person_differs(&self, other: &Self) -> bool {
        self.person.is_none() || self.person != other.person
    }
}

//! Decisions: how long they took, whether they were quorate, and whether their votes carry what was recorded.

use std::collections::{HashMap, HashSet};

use super::records::quorum_on;
use super::{Case, DecisionRow, Found, breach, is_member};
use crate::day::Day;
use crate::document::appointment::Interest;
use crate::document::body::{Body, Quorum, VotingUnit};
use crate::document::meeting::{Capacity, Decision, DecisionRoute, Meeting};
use crate::finding::{About, Finding, FindingCode};
use crate::representation::{
    Present, QuorumAnswer, QuorumMember, QuorumTest, Tally, Votes, judge_quorum, present_deputy, tally_votes,
};
use crate::status::within;

/// Somebody who came, or who answered in writing.
#[derive(Clone, Copy)]
struct Came<'a> {
    person: Option<&'a str>,
    organisation: Option<&'a str>,
    role: Option<&'a str>,
    deputy: bool,
}

impl<'a> Case<'_, '_, 'a> {
    /// Decisions taken in the period, as far as was known, with their days.
    pub(super) fn decided(&self) -> impl Iterator<Item = (&'a Decision, Day)> {
        let (moment, from) = (self.moment, self.from);
        let taken = move |decision: &'a Decision| {
            let day = decision.decided_on.filter(|day| *day >= from && moment.sees(*day, decision.recorded_on))?;
            Some((decision, day))
        };
        self.records.model.programme.decisions.iter().filter_map(taken)
    }

    /// Every decision of the period as a row; breaches of quorum and of votes.
    pub(super) fn decisions(&self) -> (Vec<DecisionRow>, Found, Found) {
        let (mut rows, mut quorums, mut votes) = (Vec::new(), Found::default(), Found::default());
        let meetings: HashMap<&str, &Meeting> = if self.decided().next().is_some() {
            self.records.model.programme.meetings.iter().map(|meeting| (meeting.id.as_str(), meeting)).collect()
        } else {
            HashMap::new()
        };
        let interests = self.interests_by_priority();
        let mut left = super::MOST_LOOKED_AT;
        for (decision, decided_on) in self.decided() {
            let Some(place) = self.records.body_of(&decision.body) else { continue };
            let body = self.records.body(place);
            let route = decision.route.unwrap_or(DecisionRoute::Meeting);
            let meeting = match route {
                DecisionRoute::ChairsAction => decision.ratified_in.as_deref(),
                _ => decision.meeting.as_deref(),
            };
            let meeting = meeting.and_then(|id| meetings.get(id)).copied();
            let none = Vec::new();
            let concerned = decision.priority.as_deref().and_then(|priority| interests.get(priority)).unwrap_or(&none);
            let attended = meeting.map_or(0, |meeting| meeting.attendance.len());
            let seats: usize = body.seats.iter().map(|row| usize::from(row.seats)).sum();
            // Whoever came is looked for among the members.
            let members = self.records.posts(place).len().saturating_add(seats);
            let looked_at = members.saturating_mul(attended.saturating_add(1));
            let looked_at = looked_at.saturating_add(concerned.len()).saturating_add(decision.votes.len());
            let Some(rest) = left.checked_sub(looked_at) else {
                quorums.findings.push(self.incomplete("governance.quorums", super::MOST_LOOKED_AT));
                break;
            };
            left = rest;
            let answer = self.quorum(decision, decided_on, place, meeting, concerned);
            if let Some(answer) = &answer {
                quorums.ask((!answer.quorate).then(|| not_quorate(decision, answer, meeting)));
            }
            if route == DecisionRoute::ChairsAction {
                quorums.findings.extend(self.not_ratified(decision, decided_on, place, meeting));
                quorums.asked += 1;
            }
            let tally = body.voting.as_ref().and_then(|rule| tally(decision, decided_on, body, rule));
            if let (Some(tally), Some(outcome)) = (&tally, &decision.outcome) {
                votes.ask((tally.outcome.as_ref() != Some(outcome)).then(|| {
                    let code = FindingCode::OutcomeDiffers;
                    let finding = breach(code, About::Decision, &decision.id, "governance.votes");
                    let finding = finding.with("outcome", outcome.clone()).with("carried", tally.outcome.clone());
                    finding.proof("decision", decision.id.clone(), "outcome").proof(
                        "decision",
                        decision.id.clone(),
                        "votes",
                    )
                }));
            }
            rows.push(DecisionRow {
                id: decision.id.clone(),
                body: decision.body.clone(),
                route,
                meeting: meeting.map(|meeting| meeting.id.clone()),
                meeting_kind: meeting.map(|meeting| meeting.kind),
                raised_on: decision.raised_on,
                decided_on: Some(decided_on),
                lead_days: decision.raised_on.map(|raised| decided_on.days_since(raised)),
                quorate: answer.as_ref().map(|answer| answer.quorate),
                fewest_absences_to_break: answer.as_ref().and_then(|answer| answer.fewest_absences_to_break),
                failed: answer.map(|answer| answer.failed).unwrap_or_default(),
                vote: tally.as_ref().map(|tally| tally.result),
                carried: tally.and_then(|tally| tally.outcome),
                outcome: decision.outcome.clone(),
                recused: decision.recusals.iter().map(|row| row.organisation.clone()).collect(),
            });
        }
        (rows, quorums, votes)
    }

    /// The quorum of a decision; `None` where no rule was in force or nothing says who was there.
    fn quorum(
        &self,
        decision: &'a Decision,
        decided_on: Day,
        place: usize,
        meeting: Option<&'a Meeting>,
        concerned: &[&'a Interest],
    ) -> Option<QuorumAnswer> {
        let body = self.records.body(place);
        let written = decision.route == Some(DecisionRoute::WrittenResolution);
        let day = meeting.and_then(|meeting| meeting.held_on).unwrap_or(decided_on);
        let rule = match meeting {
            Some(meeting) => quorum_on(body, meeting.kind, day),
            // In writing, or in a meeting that is not named: the rule for every kind, or the only one.
            None => body.quorums.iter().find(|quorum| within(quorum.start, quorum.end, day)),
        }?;
        let came: Vec<Came<'_>> = if written {
            let votes = decision.votes.iter();
            votes
                .map(|vote| Came {
                    person: vote.person.as_deref(),
                    organisation: Some(&vote.organisation),
                    role: None,
                    deputy: false,
                })
                .collect()
        } else {
            (meeting?.attendance.iter().filter(|row| is_member(row)))
                .map(|row| Came {
                    person: row.person.as_deref(),
                    organisation: row.organisation.as_deref(),
                    role: row.role.as_deref(),
                    deputy: row.capacity == Some(Capacity::Deputy),
                })
                .collect()
        };
        if came.is_empty() {
            return None;
        }
        let (members, present) = self.assembly(place, day, rule, &came)?;
        let known: HashSet<&str> = (members.iter())
            .flat_map(|member| [Some(member.id.as_str()), member.organisation.as_deref()])
            .flatten()
            .collect();
        let aside = decision.recusals.iter().map(|row| row.organisation.as_str());
        let interested = concerned.iter().filter(|interest| within(interest.start, interest.end, decided_on));
        let interested =
            interested.filter_map(|interest| interest.person.as_deref().or(interest.organisation.as_deref()));
        let mut seen = HashSet::new();
        let conflicted: Vec<String> =
            aside.chain(interested).filter(|id| known.contains(id) && seen.insert(*id)).map(str::to_owned).collect();
        Some(judge_quorum(rule, &members, &present, &conflicted))
    }

    /// The members of a body on a day, and which of them came: holders of its roles, and its seats that none of them fills.
    fn assembly(
        &self,
        place: usize,
        day: Day,
        rule: &Quorum,
        came: &[Came<'a>],
    ) -> Option<(Vec<QuorumMember>, Vec<Present>)> {
        let body = self.records.body(place);
        let mut members: Vec<QuorumMember> = Vec::new();
        let mut by_person: HashMap<&str, usize> = HashMap::new();
        let mut of_organisation: HashMap<&str, usize> = HashMap::new();
        for post in self.records.posts(place).iter().filter(|post| within(post.start, post.end, day)) {
            if let Some(member) = post.person.as_deref().and_then(|person| by_person.get(person)) {
                members[*member].roles.push(post.role.clone());
                continue;
            }
            if let Some(person) = post.person.as_deref() {
                by_person.insert(person, members.len());
            }
            if let Some(organisation) = post.organisation.as_deref() {
                *of_organisation.entry(organisation).or_default() += 1;
            }
            let id = post.person.clone().unwrap_or_else(|| format!("appointment {}", post.id));
            members.push(QuorumMember { id, organisation: post.organisation.clone(), roles: vec![post.role.clone()] });
        }
        for row in body.seats.iter().filter(|row| within(row.start, row.end, day)) {
            let filled = of_organisation.get(row.organisation.as_str()).copied().unwrap_or(0);
            for seat in filled..usize::from(row.seats) {
                let id = format!("seat {} of {}", seat + 1, row.organisation);
                members.push(QuorumMember { id, organisation: Some(row.organisation.clone()), roles: Vec::new() });
            }
        }
        // Without any record of members whoever came is one, and no share of them can be told.
        let open = members.is_empty();
        if open && rule.fraction.is_some() {
            return None;
        }
        let mut ids: HashSet<String> = members.iter().map(|member| member.id.clone()).collect();
        let mut free = Free::of(&members);
        let mut present = Vec::new();
        // Those known by their token take their own places first.
        let (tokens, others): (Vec<&Came<'_>>, Vec<&Came<'_>>) =
            came.iter().partition(|row| row.person.is_some_and(|person| by_person.contains_key(person)));
        for row in tokens {
            let Some(place) = row.person.and_then(|person| by_person.get(person)).copied() else { continue };
            if free.take(place) {
                present.push(Present::Member(members[place].id.clone()));
            }
        }
        for (number, row) in others.into_iter().enumerate() {
            match free.for_row(&members, row) {
                Some(place) => {
                    // A seat has the role in which it was taken.
                    if members[place].roles.is_empty() {
                        members[place].roles.extend(row.role.map(str::to_owned));
                    }
                    present.push(present_deputy(members[place].id.clone(), row.deputy));
                }
                None if open => {
                    let id = row.person.map_or_else(|| format!("person {}", number + 1), str::to_owned);
                    if ids.insert(id.clone()) {
                        let roles = row.role.map(str::to_owned).into_iter().collect();
                        members.push(QuorumMember {
                            id: id.clone(),
                            organisation: row.organisation.map(str::to_owned),
                            roles,
                        });
                        present.push(present_deputy(id, row.deputy));
                    }
                }
                None => {}
            }
        }
        Some((members, present))
    }

    /// A chair's action that no meeting ratified, though the body has met since.
    fn not_ratified(
        &self,
        decision: &Decision,
        decided_on: Day,
        place: usize,
        ratified_in: Option<&Meeting>,
    ) -> Option<Finding> {
        let held = |meeting: &Meeting| meeting.held_on.is_some_and(|day| self.moment.sees(day, meeting.recorded_on));
        if ratified_in.is_some_and(held) {
            return None;
        }
        let (since, _) = self.records.held(place, self.moment).find(|(_, day)| *day > decided_on)?;
        let code = FindingCode::DecisionNotRatified;
        let finding = breach(code, About::Decision, &decision.id, "governance.quorums");
        let finding = finding.with("decided_on", decided_on).with("met_on", since.held_on);
        let finding = finding.proof("decision", decision.id.clone(), "ratified_in");
        Some(finding.proof("meeting", since.id.clone(), "held_on"))
    }
}

/// Members whose place nobody has taken yet, by organisation and role.
struct Free {
    taken: Vec<bool>,
    /// Places by organisation; those of nobody under the empty name.
    places: HashMap<String, Vec<usize>>,
}

impl Free {
    fn of(members: &[QuorumMember]) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, member) in members.iter().enumerate() {
            places.entry(member.organisation.clone().unwrap_or_default()).or_default().push(place);
        }
        Self { taken: vec![false; members.len()], places }
    }

    fn take(&mut self, place: usize) -> bool {
        !std::mem::replace(&mut self.taken[place], true)
    }

    /// A place for somebody who is no member by token: one of the same organisation and role, else of the organisation.
    fn for_row(&mut self, members: &[QuorumMember], row: &Came<'_>) -> Option<usize> {
        let places = self.places.get_mut(row.organisation.unwrap_or_default())?;
        places.retain(|place| !self.taken[*place]);
        let in_role =
            |place: &&usize| row.role.is_some_and(|role| members[**place].roles.iter().any(|own| own == role));
        let seat = |place: &&usize| members[**place].roles.is_empty();
        // Whoever names no organisation stands for a role alone.
        let anybody = |_: &&usize| row.organisation.is_some();
        let place =
            places.iter().find(in_role).or_else(|| places.iter().find(seat)).or_else(|| places.iter().find(anybody));
        let place = place.copied()?;
        self.taken[place] = true;
        Some(place)
    }
}

fn not_quorate(decision: &Decision, answer: &QuorumAnswer, meeting: Option<&Meeting>) -> Finding {
    let finding = breach(FindingCode::DecisionNotQuorate, About::Decision, &decision.id, "governance.quorums");
    let mut finding = finding.with("failed", answer.failed.len());
    if let Some(row) = answer.failed.first() {
        finding = finding.with("rule", row.rule.as_str()).with("organisation", row.organisation.clone());
        let role = row.role.clone().filter(|_| row.rule == QuorumTest::Role);
        finding = finding.with("role", role).with("required", i64::from(row.required));
        finding = finding.with("present", i64::from(row.present));
    }
    match meeting {
        Some(meeting) => {
            finding.proof("decision", decision.id.clone(), "meeting").proof("meeting", meeting.id.clone(), "attendance")
        }
        None => finding.proof("decision", decision.id.clone(), "votes"),
    }
}

/// What the votes of a decision carry by the rule of the body; `None` without votes, or where they cannot be counted.
fn tally(decision: &Decision, decided_on: Day, body: &Body, rule: &crate::document::body::Voting) -> Option<Tally> {
    if decision.votes.is_empty() {
        return None;
    }
    let recused = decision.recusals.iter().map(|row| row.organisation.clone()).collect();
    let mut given = Votes { votes: decision.votes.clone(), recused, members: None };
    if rule.unit != Some(VotingUnit::Person) && !body.seats.is_empty() {
        let mut seen = HashSet::new();
        let seats = body.seats.iter().filter(|row| row.seats > 0 && within(row.start, row.end, decided_on));
        let organisations = seats.map(|row| row.organisation.clone()).filter(|id| seen.insert(id.clone()));
        given.members = Some(organisations.collect());
    }
    tally_votes(rule, &given).ok()
}

//! Declared interests: who had one in what was decided or is led, and whether they stood aside.

use std::collections::{HashMap, HashSet};

use super::{Case, Found, breach};
use crate::day::Day;
use crate::document::appointment::{Appointment, Interest};
use crate::document::meeting::Decision;
use crate::finding::{About, FindingCode};
use crate::status::within;

/// A vote that is none.
const ABSTAIN: &str = "abstain";

impl<'a> Case<'_, '_, 'a> {
    /// Interests by the priority that they concern.
    pub(super) fn interests_by_priority(&self) -> HashMap<&'a str, Vec<&'a Interest>> {
        let mut interests: HashMap<&str, Vec<&Interest>> = HashMap::new();
        for interest in &self.records.model.programme.interests {
            let declared = interest.declared_on.or(interest.recorded_on);
            let seen = declared.is_none_or(|day| self.moment.sees(day, interest.recorded_on));
            if let Some(priority) = interest.priority.as_deref().filter(|_| seen) {
                interests.entry(priority).or_default().push(interest);
            }
        }
        interests
    }

    /// Whoever has an interest in what is decided stands aside, and said so before.
    pub(super) fn interests(&self) -> Found {
        let mut found = Found::default();
        let interests = self.interests_by_priority();
        let mut left = super::MOST_LOOKED_AT;
        for (decision, decided_on) in self.decided() {
            let concerned = decision.priority.as_deref().and_then(|priority| interests.get(priority));
            let Some(concerned) = concerned else { continue };
            let posts = self.records.body_of(&decision.body).map_or(0, |body| self.records.posts(body).len());
            let looked_at =
                concerned.len().saturating_mul(posts.saturating_add(1)).saturating_add(decision.votes.len());
            let Some(rest) = left.checked_sub(looked_at) else {
                found.findings.push(self.incomplete("governance.interests", super::MOST_LOOKED_AT));
                return found;
            };
            left = rest;
            let aside: HashSet<&str> = decision.recusals.iter().map(|row| row.organisation.as_str()).collect();
            let votes = || decision.votes.iter().filter(|vote| vote.option != ABSTAIN);
            let voted: HashSet<&str> = votes().map(|vote| vote.organisation.as_str()).collect();
            let voters: HashSet<&str> = votes().filter_map(|vote| vote.person.as_deref()).collect();
            for interest in concerned.iter().filter(|interest| within(interest.start, interest.end, decided_on)) {
                let organisation = self.organisation_of(interest, decision, decided_on);
                let in_person = interest.person.as_deref().is_some_and(|person| voters.contains(person));
                // Where people vote, a colleague of the person concerned may.
                let speaks = interest.person.is_none() || voters.is_empty();
                let for_organisation =
                    speaks && organisation.is_some_and(|id| voted.contains(id) && !aside.contains(id));
                let took_part = in_person || for_organisation;
                found.asked += 1;
                let said = |code| {
                    let finding = breach(code, About::Decision, &decision.id, "governance.interests");
                    let finding = finding.with("interest", interest.id.clone());
                    let finding = finding.with("organisation", organisation.map(str::to_owned));
                    let finding = finding.with("priority", decision.priority.clone()).with("decided_on", decided_on);
                    finding.since(Some(decided_on))
                };
                if took_part {
                    let finding =
                        said(FindingCode::InterestNotRecused).proof("interest", interest.id.clone(), "priority");
                    found.findings.push(finding.proof("decision", decision.id.clone(), "votes"));
                }
                if let Some(declared_on) = interest.declared_on.filter(|day| *day > decided_on) {
                    let finding = said(FindingCode::InterestDeclaredLate).with("declared_on", declared_on);
                    let finding = finding.proof("interest", interest.id.clone(), "declared_on");
                    found.findings.push(finding.proof("decision", decision.id.clone(), "decided_on"));
                }
            }
        }
        self.leads(&interests, left, &mut found);
        found
    }

    /// Who leads a priority has no interest in it: neither a lead of its body, nor the organisation that leads it.
    fn leads(&self, interests: &HashMap<&str, Vec<&Interest>>, mut left: usize, found: &mut Found) {
        for (place, priority) in self.counted() {
            let Some(concerned) = interests.get(priority.id.as_str()) else { continue };
            let posts = self.records.posts(self.records.model.items[place].body);
            let looked_at = concerned.len().saturating_mul(posts.len().saturating_add(1));
            let Some(rest) = left.checked_sub(looked_at) else {
                found.findings.push(self.incomplete("governance.interests", super::MOST_LOOKED_AT));
                return;
            };
            left = rest;
            let as_at = self.moment.as_at;
            for interest in concerned.iter().filter(|interest| within(interest.start, interest.end, as_at)) {
                found.asked += 1;
                let said = |part: &str| {
                    let finding =
                        breach(FindingCode::InterestOfLead, About::Priority, &priority.id, "governance.interests");
                    let finding = finding.with("part", part.to_owned()).with("interest", interest.id.clone());
                    finding.since(interest.declared_on).proof("interest", interest.id.clone(), "priority")
                };
                let leads = |post: &&&Appointment| {
                    post.role.ends_with("_lead")
                        && post.person.is_some()
                        && post.person == interest.person
                        && within(post.start, post.end, as_at)
                };
                if let Some(post) = posts.iter().find(leads) {
                    let finding = said("lead").with("role", post.role.clone());
                    found.findings.push(finding.proof("appointment", post.id.clone(), "person"));
                }
                let organisation = interest.organisation.as_deref().filter(|_| interest.person.is_none());
                if organisation.is_some() && organisation == priority.lead_organisation.as_deref() {
                    let finding = said("lead_organisation").with("organisation", organisation.map(str::to_owned));
                    found.findings.push(finding.proof("priority", priority.id.clone(), "lead_organisation"));
                }
            }
        }
    }

    /// The organisation that an interest speaks of: its own, else the one that its person speaks for in the body.
    fn organisation_of(&self, interest: &'a Interest, decision: &'a Decision, day: Day) -> Option<&'a str> {
        interest.organisation.as_deref().or_else(|| {
            let person = interest.person.as_deref()?;
            let body = self.records.body_of(&decision.body)?;
            let mut posts = self.records.posts(body).iter();
            let own = posts.find(|post| post.person.as_deref() == Some(person) && within(post.start, post.end, day))?;
            own.organisation.as_deref()
        })
    }
}

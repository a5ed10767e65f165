//! Changes that touch organisations differently: their case, who reviewed it, and who leads and scores them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Case, Found, ReviewRow, breach, some_of, whole};
use crate::document::priority::Priority;
use crate::document::update::{Lifecycle, Review, ReviewKind, SubjectKind};
use crate::finding::{About, FindingCode};
use crate::status::within;

/// The outcome of a review that lets a change go on.
const SUPPORTED: &str = "supported";

/// Words that make a profession a clinical one, as parts of its name.
const CLINICAL: [&str; 36] = [
    "ahp",
    "anaesthetist",
    "cardiologist",
    "clinical",
    "clinician",
    "dentist",
    "dermatologist",
    "dietitian",
    "doctor",
    "geriatrician",
    "gp",
    "gynaecologist",
    "intensivist",
    "medic",
    "medical",
    "midwife",
    "nurse",
    "nursing",
    "obstetrician",
    "oncologist",
    "optometrist",
    "orthoptist",
    "paediatrician",
    "paramedic",
    "pathologist",
    "pharmacist",
    "physician",
    "physiotherapist",
    "podiatrist",
    "practitioner",
    "psychiatrist",
    "psychologist",
    "radiographer",
    "radiologist",
    "surgeon",
    "therapist",
];
/// Names that are a clinical profession as a whole and not as a part.
const CLINICAL_ALONE: [&str; 3] = ["consultant", "allied_health_professional", "healthcare_scientist"];

/// True for a clinical profession, by its name.
fn is_clinical(profession: &str) -> bool {
    let name: String = profession.to_lowercase().replace([' ', '-'], "_");
    let parts: Vec<&str> = name.split('_').collect();
    let clinical = CLINICAL_ALONE.contains(&name.as_str()) || parts.iter().any(|part| CLINICAL.contains(part));
    clinical && !parts.iter().any(|part| matches!(*part, "non" | "secretary" | "administrator" | "manager"))
}

impl Case<'_, '_, '_> {
    /// Reviews of priorities by priority, and all reviews that had taken place.
    fn seen_reviews(&self) -> impl Iterator<Item = &'_ Review> {
        let reviews = self.records.model.programme.reviews.iter();
        reviews.filter(|review| review.reviewed_on.is_some_and(|day| self.moment.sees(day, review.recorded_on)))
    }

    fn by_priority(&self) -> HashMap<&str, Vec<&Review>> {
        let mut reviews: HashMap<&str, Vec<&Review>> = HashMap::new();
        for review in self.seen_reviews().filter(|review| review.subject.kind == SubjectKind::Priority) {
            reviews.entry(review.subject.id.as_str()).or_default().push(review);
        }
        reviews
    }

    /// Priorities that touch organisations differently, unless cancelled.
    fn differential(&self) -> impl Iterator<Item = (usize, &'_ Priority)> {
        let priorities = self.records.model.programme.priorities.iter().enumerate();
        let lifecycle = |place: usize| self.items.get(place).map(|item| item.lifecycle);
        priorities.filter(move |(place, priority)| {
            !priority.affected_organisations.is_empty() && lifecycle(*place) != Some(Lifecycle::Cancelled)
        })
    }

    /// Reviews as rows; cases for change supported and reviewed from outside; panels mostly clinical.
    pub(super) fn reviews(&self) -> (Vec<ReviewRow>, Found, Found) {
        let programme = self.records.model.programme;
        let leads: HashMap<&str, &str> = (programme.priorities.iter())
            .filter_map(|priority| Some((priority.id.as_str(), priority.lead_organisation.as_deref()?)))
            .collect();
        let (mut rows, mut clinical) = (Vec::new(), Found::default());
        for review in self.seen_reviews() {
            let of_priority = review.subject.kind == SubjectKind::Priority;
            let proposer = leads.get(review.subject.id.as_str()).filter(|_| of_priority);
            let stated: Vec<&str> = review.panel.iter().filter_map(|member| member.profession.as_deref()).collect();
            let number = stated.iter().filter(|profession| is_clinical(profession)).count();
            if !stated.is_empty() {
                clinical.ask((number * 2 < stated.len()).then(|| {
                    let finding = breach(FindingCode::PanelNotClinical, About::Review, &review.id, "governance.panels");
                    let finding = finding.with("clinical", number).with("stated", stated.len());
                    finding.proof("review", review.id.clone(), "panel")
                }));
            }
            rows.push(ReviewRow {
                id: review.id.clone(),
                kind: review.kind,
                subject_kind: review.subject.kind,
                subject: review.subject.id.clone(),
                reviewed_on: review.reviewed_on,
                outcome: review.outcome.as_ref().map(|outcome| outcome.as_str().to_owned()),
                panel: whole(review.panel.len()),
                clinical: whole(number),
                not_stated: whole(review.panel.len() - stated.len()),
                outside: proposer.map(|proposer| whole(outside(review, Some(proposer)))),
            });
        }
        (rows, self.cases(), clinical)
    }

    /// A change that touches organisations differently leaves `proposed` with a supported case, reviewed from outside.
    fn cases(&self) -> Found {
        let mut found = Found::default();
        let reviews = self.by_priority();
        for (place, priority) in self.differential() {
            let lifecycle = self.items.get(place).map_or(Lifecycle::Proposed, |item| item.lifecycle);
            if matches!(lifecycle, Lifecycle::Draft | Lifecycle::Proposed) {
                continue;
            }
            let cases: Vec<&&Review> = (reviews.get(priority.id.as_str()).into_iter().flatten())
                .filter(|review| review.kind == ReviewKind::CaseForChange)
                .collect();
            let supports = |review: &Review| {
                let outcome = review.outcome.as_ref().map(|outcome| outcome.as_str().trim().to_lowercase());
                outcome.as_deref() == Some(SUPPORTED)
            };
            let proposer = priority.lead_organisation.as_deref();
            let supported: Vec<&&&Review> = cases.iter().filter(|review| supports(review)).collect();
            let why = match () {
                () if cases.is_empty() => Some("none"),
                () if supported.is_empty() => Some("not_supported"),
                () if !supported.iter().any(|review| outside(review, proposer) > 0) => Some("not_independent"),
                () => None,
            };
            found.ask(why.map(|why| {
                let rule = "governance.case_for_change";
                let finding = breach(FindingCode::NoCaseForChange, About::Priority, &priority.id, rule);
                let finding = finding.with("why", why).with("lifecycle", lifecycle.as_str());
                let finding = finding.with("lead_organisation", priority.lead_organisation.clone());
                let finding = finding.proof("priority", priority.id.clone(), "affected_organisations");
                cases.iter().take(super::MOST_NAMED).fold(finding, |finding, review| {
                    finding.proof("review", review.id.clone(), if why == "not_supported" { "outcome" } else { "panel" })
                })
            }));
        }
        found
    }

    /// Who leads, scores or reviews a change that touches their own organisation differently.
    pub(super) fn impartiality(&self) -> Found {
        let mut found = Found::default();
        let programme = self.records.model.programme;
        let reviews = self.by_priority();
        let scorers = self.scorers();
        for (place, priority) in self.differential() {
            let affected: HashSet<&str> = priority.affected_organisations.iter().map(String::as_str).collect();
            let body = self.records.model.items[place].body;
            let leading = self
                .records
                .posts(body)
                .iter()
                .filter(|post| post.role.ends_with("_lead") && within(post.start, post.end, self.moment.as_at));
            let leading: Vec<_> =
                leading.filter(|post| post.organisation.as_deref().is_some_and(|id| affected.contains(id))).collect();
            let lead = priority.lead_organisation.as_deref().filter(|id| affected.contains(id));
            let panel = |review: &&Review| {
                let own = |id: &str| affected.contains(id);
                review.panel.iter().any(|member| member.organisation.as_deref().is_some_and(own))
            };
            let reviewed: Vec<&Review> =
                reviews.get(priority.id.as_str()).into_iter().flatten().copied().filter(panel).collect();
            let none = BTreeSet::new();
            let scored = scorers.get(priority.id.as_str()).unwrap_or(&none);
            found.asked += 1;
            let mut say = |part: &'static str,
                           (organisations, count): (Vec<String>, usize),
                           proofs: Vec<(&'static str, String, &'static str)>| {
                if count == 0 {
                    return;
                }
                let rule = "governance.impartiality";
                let finding = breach(FindingCode::NotImpartial, About::Priority, &priority.id, rule);
                let finding = finding.with("part", part).with("organisations", organisations).with("count", count);
                let finding = finding.proof("priority", priority.id.clone(), "affected_organisations");
                found.findings.push(
                    (proofs.into_iter().take(super::MOST_NAMED))
                        .fold(finding, |finding, (kind, id, field)| finding.proof(kind, id, field)),
                );
            };
            let organisations = leading.iter().filter_map(|post| post.organisation.as_deref());
            let own = lead.map(|_| ("priority", priority.id.clone(), "lead_organisation"));
            let posts = leading.iter().map(|post| ("appointment", post.id.clone(), "organisation"));
            say("lead", some_of(lead.into_iter().chain(organisations)), own.into_iter().chain(posts).collect());
            let exercises = programme.exercises.iter().filter_map(|exercise| exercise.id.clone());
            let proofs = exercises.map(|id| ("exercise", id, "scores"));
            let concerned = scored.iter().copied().filter(|id| affected.contains(id));
            say("scorer", some_of(concerned), if scored.is_empty() { Vec::new() } else { proofs.collect() });
            let members = reviewed.iter().flat_map(|review| &review.panel);
            let members =
                members.filter_map(|member| member.organisation.as_deref()).filter(|id| affected.contains(id));
            let proofs = reviewed.iter().map(|review| ("review", review.id.clone(), "panel"));
            say("reviewer", some_of(members), proofs.collect());
        }
        found
    }

    /// Organisations whose people scored a proposal, by its priority.
    fn scorers(&self) -> HashMap<&str, BTreeSet<&str>> {
        let mut scorers: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for exercise in &self.records.model.programme.exercises {
            let priorities: HashMap<&str, &str> = (exercise.proposals.iter())
                .filter_map(|proposal| Some((proposal.id.as_str(), proposal.priority.as_deref()?)))
                .collect();
            for score in &exercise.scores {
                let seen = score.scored_on.is_none_or(|day| self.moment.sees(day, None));
                if let Some(priority) = priorities.get(score.proposal.as_str()).filter(|_| seen) {
                    scorers.entry(priority).or_default().insert(&score.organisation);
                }
            }
        }
        scorers
    }
}

/// Members of a panel from another organisation than the one that proposes. Whose organisation is not stated may be of it.
fn outside(review: &Review, proposer: Option<&str>) -> usize {
    let organisations = review.panel.iter().filter_map(|member| member.organisation.as_deref());
    organisations.filter(|id| Some(*id) != proposer).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn professions_are_clinical_by_their_names() {
        for name in ["doctor", "Consultant surgeon", "clinical nurse specialist", "consultant", "GP", "pharmacist"] {
            assert!(is_clinical(name), "{name}");
        }
        for name in
            ["manager", "management consultant", "finance", "medical secretary", "non-clinical", "practice manager"]
        {
            assert!(!is_clinical(name), "{name}");
        }
    }
}

//! Identifiers are unique, and every reference names something that the document holds.

use serde_json::{Map, Value};
use std::fmt::Display;

use super::check::{Check, Row};
use super::cycles::{Cycle, cycles};
use super::ids::Ids;
use crate::document::read::{UnreadRow, WHOLE_LIST};
use crate::document::strategy::KNOWN_ROLES;
use crate::document::update::{Subject, SubjectKind};
use crate::problem::{Code, circle, listed};

/// Stands among identifiers of which any may exist. No identifier is blank.
const ANYTHING: &str = "";

/// The deepest that parents may be nested.
pub(crate) const DEEPEST_PARENTS: usize = 64;

/// The identifiers that references can name.
struct Known<'a> {
    programmes: Ids<'a>,
    organisations: Ids<'a>,
    objectives: Ids<'a>,
    goals: Ids<'a>,
    drivers: Ids<'a>,
    aims: Ids<'a>,
    roles: Ids<'a>,
    bodies: Ids<'a>,
    interests: Ids<'a>,
    priorities: Ids<'a>,
    meetings: Ids<'a>,
    decisions: Ids<'a>,
    indicators: Ids<'a>,
}

/// Checks identifiers, references and cycles.
pub(super) fn check(check: &mut Check<'_>) {
    let programme = check.programme;
    macro_rules! ids {
        ($list:ident) => {
            check.ids(stringify!($list), programme.$list.iter().map(|row| row.id.as_str()))
        };
    }
    let mut roles = ids!(roles);
    for role in KNOWN_ROLES {
        roles.add(role, usize::MAX);
    }
    let mut programmes = Ids::default();
    programmes.add(&programme.id, 0);
    let known = Known {
        programmes,
        organisations: ids!(organisations),
        objectives: ids!(objectives),
        goals: ids!(goals),
        drivers: ids!(drivers),
        aims: ids!(aims),
        roles,
        bodies: ids!(bodies),
        interests: ids!(interests),
        priorities: ids!(priorities),
        meetings: ids!(meetings),
        decisions: ids!(decisions),
        indicators: ids!(indicators),
    };
    // Nothing refers to these; their identifiers are unique all the same.
    ids!(appointments);
    ids!(reviews);
    ids!(updates);
    ids!(overrides);
    ids!(blockers);
    ids!(limits);
    ids!(escalations);
    ids!(snapshots);
    check.ids("exercises", programme.exercises.iter().filter_map(|exercise| exercise.id.as_deref()));
    check.refer_strategy(&known);
    check.refer_bodies(&known);
    check.refer_priorities(&known);
    check.refer_reports(&known);
    check.refer_meetings(&known);
    check.refer_figures(&known);
    check.circles(&known);
}

impl<'a> Check<'a> {
    /// The identifiers of a list, with a problem for each one given twice.
    fn ids(&mut self, list: &'static str, ids: impl Iterator<Item = &'a str>) -> Ids<'a> {
        let mut first = Ids::default();
        for (index, id) in ids.enumerate() {
            let stood = first.add(id, index);
            if stood != index {
                let other = self.pointer(Row { list, index: stood });
                let message = format!("“{id}” is already the identifier of {other}");
                self.note(
                    Row { list, index },
                    "id",
                    Code::DuplicateId,
                    &id.into(),
                    "an identifier of its own",
                    message,
                );
            }
        }
        // A row that could not be read still stands for references to it.
        for UnreadRow { after, id } in self.unread.get(list).into_iter().flatten() {
            let id = id.as_deref().map(str::trim).filter(|id| !id.is_empty());
            // Of a list that could not be read at all nothing is known to be absent: see `refer`.
            if let Some(id) = id.or((*after == WHOLE_LIST).then_some(ANYTHING)) {
                first.add(id, usize::MAX);
            }
        }
        first
    }

    /// A problem if the reference is there and names nothing.
    fn refer<'i>(
        &mut self,
        row: Row,
        field: impl Display,
        id: impl Into<Option<&'i str>>,
        known: &Ids<'_>,
        what: &str,
    ) {
        let unknown = |id: &&str| !known.holds(id) && !known.holds(ANYTHING);
        let Some(id) = id.into().filter(unknown) else { return };
        let near = known.nearest(id, &mut self.pairs_left);
        let accepted = match near {
            Some(near) => format!("the identifier of one of the {what}, such as {near}"),
            None if known.is_empty() => format!("the identifier of one of the {what}; the document has none"),
            None => format!("the identifier of one of the {what}"),
        };
        let message = format!("“{id}” is not among the {what} of the document");
        self.note(row, &field.to_string(), Code::DanglingReference, &id.into(), &accepted, message);
    }

    fn refer_all(&mut self, row: Row, field: &str, ids: &[String], known: &Ids<'_>, what: &str) {
        for (place, id) in ids.iter().enumerate() {
            self.refer(row, format_args!("{field}/{place}"), id.as_str(), known, what);
        }
    }

    fn refer_subject(&mut self, row: Row, subject: &Subject, known: &Known<'_>) {
        let (ids, what) = match subject.kind {
            SubjectKind::Programme => (&known.programmes, "programmes"),
            SubjectKind::Body => (&known.bodies, "bodies"),
            SubjectKind::Goal => (&known.goals, "goals"),
            SubjectKind::Priority => (&known.priorities, "priorities"),
            SubjectKind::Organisation => (&known.organisations, "organisations"),
            SubjectKind::Indicator => (&known.indicators, "indicators"),
            SubjectKind::Decision => (&known.decisions, "decisions"),
            SubjectKind::Meeting => (&known.meetings, "meetings"),
        };
        self.refer(row, "subject/id", subject.id.as_str(), ids, what);
    }

    /// Only what has a level can be given another.
    fn judged(&mut self, row: Row, kind: SubjectKind) {
        use SubjectKind::{Body, Goal, Priority, Programme};
        if !matches!(kind, Programme | Body | Goal | Priority) {
            let accepted = format!("one of: {}", listed(&[Programme, Body, Goal, Priority].map(SubjectKind::as_str)));
            let message = format!("an override sets a level, and nothing of the kind “{kind}” has one");
            self.note(row, "subject/kind", Code::WrongCombination, &kind.as_str().into(), &accepted, message);
        }
    }

    fn refer_strategy(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, organisation) in programme.organisations.iter().enumerate() {
            let row = Row { list: "organisations", index };
            for (place, successor) in organisation.successors.iter().enumerate() {
                let field = format_args!("successors/{place}/organisation");
                self.refer(row, field, successor.organisation.as_str(), &known.organisations, "organisations");
            }
        }
        let members = programme.collaborative.iter().flat_map(|collaborative| &collaborative.members);
        for (index, member) in members.enumerate() {
            let row = Row { list: "collaborative/members", index };
            self.refer(row, "organisation", member.organisation.as_str(), &known.organisations, "organisations");
        }
        for (index, objective) in programme.objectives.iter().enumerate() {
            let row = Row { list: "objectives", index };
            self.refer(row, "accountable_role", objective.accountable_role.as_deref(), &known.roles, "roles");
        }
        for (index, goal) in programme.goals.iter().enumerate() {
            let row = Row { list: "goals", index };
            self.refer(row, "objective", goal.objective.as_deref(), &known.objectives, "objectives");
            self.refer(row, "accountable_role", goal.accountable_role.as_deref(), &known.roles, "roles");
        }
        for (index, driver) in programme.drivers.iter().enumerate() {
            let row = Row { list: "drivers", index };
            self.refer(row, "accountable_role", driver.accountable_role.as_deref(), &known.roles, "roles");
        }
        for (index, aim) in programme.aims.iter().enumerate() {
            let row = Row { list: "aims", index };
            self.refer(row, "accountable_role", aim.accountable_role.as_deref(), &known.roles, "roles");
        }
    }

    fn refer_bodies(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, body) in programme.bodies.iter().enumerate() {
            let row = Row { list: "bodies", index };
            if let Some(line) = &body.reports_to {
                self.refer(row, "reports_to/body", line.body.as_str(), &known.bodies, "bodies");
                self.refer(row, "reports_to/by", line.by.as_deref(), &known.roles, "roles");
            }
            self.refer(row, "succeeds", body.succeeds.as_deref(), &known.bodies, "bodies");
            self.refer(row, "membership_from", body.membership_from.as_deref(), &known.roles, "roles");
            for (place, seats) in body.seats.iter().enumerate() {
                let field = format_args!("seats/{place}/organisation");
                self.refer(row, field, seats.organisation.as_str(), &known.organisations, "organisations");
            }
            for (place, numbers) in body.roles.iter().enumerate() {
                self.refer(row, format_args!("roles/{place}/role"), numbers.role.as_str(), &known.roles, "roles");
            }
            for (place, quorum) in body.quorums.iter().enumerate() {
                for (inner, numbers) in quorum.roles.iter().enumerate() {
                    let field = format_args!("quorums/{place}/roles/{inner}/role");
                    self.refer(row, field, numbers.role.as_str(), &known.roles, "roles");
                }
            }
            for organisation in body.voting.iter().flat_map(|voting| voting.weights.keys()) {
                let key = organisation.replace('~', "~0").replace('/', "~1");
                let field = format_args!("voting/weights/{key}");
                self.refer(row, field, organisation.as_str(), &known.organisations, "organisations");
            }
        }
        for (index, appointment) in programme.appointments.iter().enumerate() {
            let row = Row { list: "appointments", index };
            self.refer(row, "role", appointment.role.as_str(), &known.roles, "roles");
            self.refer(row, "body", appointment.body.as_str(), &known.bodies, "bodies");
            self.refer(row, "organisation", appointment.organisation.as_deref(), &known.organisations, "organisations");
        }
        for (index, interest) in programme.interests.iter().enumerate() {
            let row = Row { list: "interests", index };
            self.refer(row, "organisation", interest.organisation.as_deref(), &known.organisations, "organisations");
            self.refer(row, "priority", interest.priority.as_deref(), &known.priorities, "priorities");
        }
        for (index, limit) in programme.limits.iter().enumerate() {
            self.refer(Row { list: "limits", index }, "role", limit.role.as_str(), &known.roles, "roles");
        }
    }

    fn refer_priorities(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, priority) in programme.priorities.iter().enumerate() {
            let row = Row { list: "priorities", index };
            self.refer(row, "body", priority.body.as_str(), &known.bodies, "bodies");
            self.refer(row, "goal", priority.goal.as_deref(), &known.goals, "goals");
            self.refer_all(row, "other_goals", &priority.other_goals, &known.goals, "goals");
            for (place, link) in priority.drivers.iter().enumerate() {
                self.refer(
                    row,
                    format_args!("drivers/{place}/driver"),
                    link.driver.as_str(),
                    &known.drivers,
                    "drivers",
                );
            }
            for (place, link) in priority.aims.iter().enumerate() {
                self.refer(row, format_args!("aims/{place}/aim"), link.aim.as_str(), &known.aims, "aims");
            }
            self.refer(row, "parent", priority.parent.as_deref(), &known.priorities, "priorities");
            for (place, dependency) in priority.depends_on.iter().enumerate() {
                let field = format_args!("depends_on/{place}/priority");
                self.refer(row, field, dependency.priority.as_str(), &known.priorities, "priorities");
            }
            let organisations = &known.organisations;
            self.refer(row, "lead_organisation", priority.lead_organisation.as_deref(), organisations, "organisations");
            let (taking_part, affected) = (&priority.participating_organisations, &priority.affected_organisations);
            self.refer_all(row, "participating_organisations", taking_part, organisations, "organisations");
            self.refer_all(row, "affected_organisations", affected, organisations, "organisations");
            for (place, approval) in priority.approvals.iter().enumerate() {
                self.refer(
                    row,
                    format_args!("approvals/{place}/body"),
                    approval.body.as_str(),
                    &known.bodies,
                    "bodies",
                );
                let field = format_args!("approvals/{place}/decision");
                self.refer(row, field, approval.decision.as_deref(), &known.decisions, "decisions");
            }
            for (place, baseline) in priority.baselines.iter().enumerate() {
                let field = format_args!("baselines/{place}/approved_by");
                self.refer(row, field, baseline.approved_by.as_deref(), &known.bodies, "bodies");
            }
            for (place, delivered) in priority.delivered.iter().enumerate() {
                let field = format_args!("delivered/{place}/organisation");
                self.refer(row, field, delivered.organisation.as_str(), organisations, "organisations");
            }
        }
    }

    fn refer_reports(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, review) in programme.reviews.iter().enumerate() {
            let row = Row { list: "reviews", index };
            self.refer_subject(row, &review.subject, known);
            for (place, panellist) in review.panel.iter().enumerate() {
                let field = format_args!("panel/{place}/organisation");
                self.refer(row, field, panellist.organisation.as_deref(), &known.organisations, "organisations");
            }
        }
        for (index, update) in programme.updates.iter().enumerate() {
            let row = Row { list: "updates", index };
            self.refer(row, "priority", update.priority.as_str(), &known.priorities, "priorities");
            self.refer(row, "by", update.by.as_str(), &known.roles, "roles");
        }
        for (index, judgement) in programme.overrides.iter().enumerate() {
            let row = Row { list: "overrides", index };
            self.judged(row, judgement.subject.kind);
            self.refer_subject(row, &judgement.subject, known);
            self.refer(row, "by", judgement.by.as_deref(), &known.roles, "roles");
            self.refer(row, "approved_by", judgement.approved_by.as_deref(), &known.roles, "roles");
        }
        for (index, blocker) in programme.blockers.iter().enumerate() {
            let row = Row { list: "blockers", index };
            self.refer(row, "priority", blocker.priority.as_str(), &known.priorities, "priorities");
            self.refer(row, "raised_in", blocker.raised_in.as_deref(), &known.meetings, "meetings");
            self.refer(row, "resolved_in", blocker.resolved_in.as_deref(), &known.meetings, "meetings");
            self.refer(row, "owner", blocker.owner.as_deref(), &known.roles, "roles");
        }
        for (index, snapshot) in programme.snapshots.iter().enumerate() {
            let row = Row { list: "snapshots", index };
            self.refer(row, "submitted_by", snapshot.submitted_by.as_deref(), &known.roles, "roles");
            self.refer(row, "reviewed_by", snapshot.reviewed_by.as_deref(), &known.roles, "roles");
            self.refer(row, "released_by", snapshot.released_by.as_deref(), &known.roles, "roles");
            self.refer(row, "body", snapshot.body.as_deref(), &known.bodies, "bodies");
        }
    }

    fn refer_meetings(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, meeting) in programme.meetings.iter().enumerate() {
            let row = Row { list: "meetings", index };
            self.refer(row, "body", meeting.body.as_str(), &known.bodies, "bodies");
            self.refer(row, "hosted_by", meeting.hosted_by.as_deref(), &known.organisations, "organisations");
            for (place, present) in meeting.attendance.iter().enumerate() {
                let field = format_args!("attendance/{place}/organisation");
                self.refer(row, field, present.organisation.as_deref(), &known.organisations, "organisations");
                self.refer(
                    row,
                    format_args!("attendance/{place}/role"),
                    present.role.as_deref(),
                    &known.roles,
                    "roles",
                );
            }
        }
        for (index, decision) in programme.decisions.iter().enumerate() {
            let row = Row { list: "decisions", index };
            self.refer(row, "body", decision.body.as_str(), &known.bodies, "bodies");
            self.refer(row, "meeting", decision.meeting.as_deref(), &known.meetings, "meetings");
            self.refer(row, "ratified_in", decision.ratified_in.as_deref(), &known.meetings, "meetings");
            self.refer(row, "priority", decision.priority.as_deref(), &known.priorities, "priorities");
            for (place, vote) in decision.votes.iter().enumerate() {
                let field = format_args!("votes/{place}/organisation");
                self.refer(row, field, vote.organisation.as_str(), &known.organisations, "organisations");
            }
            for (place, recusal) in decision.recusals.iter().enumerate() {
                let field = format_args!("recusals/{place}/organisation");
                self.refer(row, field, recusal.organisation.as_str(), &known.organisations, "organisations");
                let field = format_args!("recusals/{place}/interest");
                self.refer(row, field, recusal.interest.as_deref(), &known.interests, "interests");
            }
        }
    }

    fn refer_figures(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        for (index, exercise) in programme.exercises.iter().enumerate() {
            let row = Row { list: "exercises", index };
            self.refer(row, "body", exercise.body.as_deref(), &known.bodies, "bodies");
            for (place, proposal) in exercise.proposals.iter().enumerate() {
                let field = format_args!("proposals/{place}/priority");
                self.refer(row, field, proposal.priority.as_deref(), &known.priorities, "priorities");
                let field = format!("proposals/{place}/interested_organisations");
                let interested = &proposal.interested_organisations;
                self.refer_all(row, &field, interested, &known.organisations, "organisations");
            }
            for (place, score) in exercise.scores.iter().enumerate() {
                let field = format_args!("scores/{place}/organisation");
                self.refer(row, field, score.organisation.as_str(), &known.organisations, "organisations");
            }
        }
        for (index, indicator) in programme.indicators.iter().enumerate() {
            let row = Row { list: "indicators", index };
            self.refer_all(row, "goals", &indicator.goals, &known.goals, "goals");
            self.refer_all(row, "priorities", &indicator.priorities, &known.priorities, "priorities");
            for (place, annotation) in indicator.annotations.iter().enumerate() {
                let field = format_args!("annotations/{place}/organisation");
                self.refer(row, field, annotation.organisation.as_deref(), &known.organisations, "organisations");
                let field = format_args!("annotations/{place}/priority");
                self.refer(row, field, annotation.priority.as_deref(), &known.priorities, "priorities");
            }
            let Some(control) = &indicator.control_chart else { continue };
            for (list, marked) in [("recalculations", &control.recalculations), ("ghosted", &control.ghosted)] {
                for (place, marked) in marked.iter().enumerate() {
                    let field = format_args!("control_chart/{list}/{place}/organisation");
                    self.refer(row, field, marked.organisation.as_deref(), &known.organisations, "organisations");
                    let field = format_args!("control_chart/{list}/{place}/by");
                    self.refer(row, field, marked.by.as_deref(), &known.roles, "roles");
                }
            }
        }
        for (index, observation) in programme.observations.iter().enumerate() {
            let row = Row { list: "observations", index };
            self.refer(row, "indicator", observation.indicator.as_str(), &known.indicators, "indicators");
            self.refer(row, "organisation", observation.organisation.as_deref(), &known.organisations, "organisations");
        }
        for (index, escalation) in programme.escalations.iter().enumerate() {
            let row = Row { list: "escalations", index };
            self.refer(row, "organisation", escalation.organisation.as_str(), &known.organisations, "organisations");
            self.refer(row, "indicator", escalation.indicator.as_str(), &known.indicators, "indicators");
        }
    }

    /// Parents, dependencies, lines of reporting and successions must not lead back to themselves.
    fn circles(&mut self, known: &Known<'_>) {
        let programme = self.programme;
        let at = |ids: &Ids<'_>, id: &str| ids.place(id).filter(|place| *place != usize::MAX);
        let parent = |child: usize| {
            programme.priorities.get(child).and_then(|child| at(&known.priorities, child.parent.as_deref()?))
        };
        let before = self.problems.count();
        let priorities = || programme.priorities.iter().map(|priority| priority.id.as_str());
        let stood = |child: usize| programme.priorities.get(child).and_then(|child| child.parent.as_deref()).into();
        self.circle("priorities", "parent", priorities, &stood, &|child| parent(child).into_iter().collect());
        if self.problems.count() == before {
            self.depth(&parent);
        }
        self.circle("priorities", "depends_on", priorities, &|_| Value::Array(Vec::new()), &|successor| {
            let dependencies =
                programme.priorities.get(successor).into_iter().flat_map(|priority| &priority.depends_on);
            dependencies.filter_map(|dependency| at(&known.priorities, &dependency.priority)).collect()
        });
        let bodies = || programme.bodies.iter().map(|body| body.id.as_str());
        self.circle("bodies", "reports_to", bodies, &|_| Value::Object(Map::new()), &|body| {
            let line = programme.bodies.get(body).and_then(|body| body.reports_to.as_ref());
            line.and_then(|line| at(&known.bodies, &line.body)).into_iter().collect()
        });
        let stood = |body: usize| programme.bodies.get(body).and_then(|body| body.succeeds.as_deref()).into();
        self.circle("bodies", "succeeds", bodies, &stood, &|body| {
            let earlier = programme.bodies.get(body).and_then(|body| body.succeeds.as_deref());
            earlier.and_then(|earlier| at(&known.bodies, earlier)).into_iter().collect()
        });
    }

    fn circle<I: Iterator<Item = &'a str>>(
        &mut self,
        list: &'static str,
        field: &str,
        ids: impl Fn() -> I,
        stood: &dyn Fn(usize) -> Value,
        next: &dyn Fn(usize) -> Vec<usize>,
    ) {
        let names: Vec<&str> = ids().collect();
        for Cycle { first: members, length } in cycles(names.len(), next) {
            let Some(first) = members.first().copied() else { continue };
            let named: Vec<&str> = members.iter().filter_map(|place| names.get(*place).copied()).collect();
            let message = format!("{field} leads back to where it started: {}", circle(&named, length));
            let row = Row { list, index: first };
            let accepted = "a chain that ends";
            self.note(row, field, Code::Cycle, &stood(first), accepted, message);
        }
    }

    fn depth(&mut self, parent: &dyn Fn(usize) -> Option<usize>) {
        for index in 0..self.programme.priorities.len() {
            let levels = std::iter::successors(Some(index), |child| parent(*child)).take(DEEPEST_PARENTS + 1).count();
            if levels > DEEPEST_PARENTS {
                let message = format!("priorities are nested more than {DEEPEST_PARENTS} deep here");
                let accepted = format!("at most {DEEPEST_PARENTS} levels of parents");
                let row = Row { list: "priorities", index };
                let parent = self.programme.priorities.get(index).and_then(|priority| priority.parent.as_deref());
                return self.note(row, "parent", Code::TooDeep, &parent.into(), &accepted, message);
            }
        }
    }
}

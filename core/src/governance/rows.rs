//! The rows of governance: one for each check, and the tables that the checks are made from.

use indexmap::IndexMap;

use crate::day::Day;
use crate::document::body::{BodyKind, MeetingKind};
use crate::document::declare::words;
use crate::document::meeting::DecisionRoute;
use crate::document::priority::Strength;
use crate::document::record::Counted;
use crate::document::update::{ReviewKind, SubjectKind};
use crate::finding::{Finding, Level};
use crate::recall::result;
use crate::representation::{QuorumRow, TallyResult};
use crate::status::Counts;

words! {
    /// A rule that a programme keeps or does not.
    GovernanceCheck {
        /// Every role that a body asks for is filled, and none by more than it allows.
        Roles = "roles",
        /// Limits on how many hold a role are kept.
        Limits = "limits",
        /// Nobody chairs several bodies.
        Chairs = "chairs",
        /// A body made up of the holders of a role has them as its members.
        Membership = "membership",
        /// Who comes to a meeting as a member has a seat.
        Attendance = "attendance",
        /// Every goal and aim has one role that answers for it, and somebody holds it.
        Accountability = "accountability",
        /// Every priority addresses an aim, and every aim is addressed.
        Aims = "aims",
        /// Every priority answers a driver.
        Drivers = "drivers",
        /// No goal is empty, and no priority without one.
        Goals = "goals",
        /// Every network has quick wins and transformative priorities.
        Horizons = "horizons",
        /// Every network held an away day within a year.
        AwayDays = "away_days",
        /// A change that touches organisations differently has a supported case, reviewed from outside.
        CaseForChange = "case_for_change",
        /// Nobody leads, scores or reviews a change that touches their own organisation differently.
        Impartiality = "impartiality",
        /// At least half of a review panel are clinicians.
        Panels = "panels",
        /// Every decision was taken with a quorum.
        Quorums = "quorums",
        /// The votes recorded carry the outcome recorded.
        Votes = "votes",
        /// Who has an interest stood aside.
        Interests = "interests",
        /// Declared counts are those counted.
        DeclaredCounts = "declared_counts",
        /// No two bodies work for the same goal on the same indicator.
        Duplicates = "duplicates",
        /// Improvements have reached every organisation that they are for.
        Delivery = "delivery",
    }
}

words! {
    /// Whether a rule is kept.
    GovernanceStatus {
        /// It is kept.
        Met = "met",
        /// It is not kept.
        NotMet = "not_met",
        /// There are more records than are looked at, and no breach among those that were.
        NotAssessed = "not_assessed",
        /// There is nothing that it could ask about.
        NotApplicable = "not_applicable",
    }
}

result! {
    /// Whether a programme keeps its own rules.
    Governance {
        /// Every check, whether it is met, and how many breaches it has.
        checks: Vec<CheckRow>,
        /// Roles that bodies ask for.
        roles: Vec<RoleRow>,
        /// Limits on how many hold a role.
        limits: Vec<LimitRow>,
        /// Aims, each with the priorities that address it: the matrix of aims and activities.
        aims: Vec<AimRow>,
        /// The matrix of goals and bodies, as far as priorities stand in it.
        goal_bodies: Vec<GoalBody>,
        /// Networks: quick wins, transformative priorities, and the last away day.
        bodies: Vec<BodyRow>,
        /// Reviews and their panels.
        reviews: Vec<ReviewRow>,
        /// Decisions: how long they took, their quorum and their votes.
        decisions: Vec<DecisionRow>,
        /// Declared counts beside those counted.
        declared: Vec<CountRow>,
        /// How far improvements have spread.
        delivered: Vec<Delivery>,
        /// Every breach, with what proves it: severity, code and subject.
        findings: Vec<Finding>,
    }
}

result! {
    /// One check.
    #[derive(Copy, Eq)]
    CheckRow {
        /// Which.
        check: GovernanceCheck,
        /// Whether it is met.
        status: GovernanceStatus,
        /// How many things it asked about.
        asked: u32,
        /// How many breaches it found.
        breaches: u32,
    }
}

result! {
    /// A role that a body asks for.
    #[derive(Eq)]
    RoleRow {
        /// The body.
        body: String,
        /// The role.
        role: String,
        /// At least so many.
        min: u32,
        /// At most so many; null for any number.
        max: Option<u32>,
        /// How many hold it on the day.
        held: u32,
        /// The first day of the vacancy; null where there is none, or where that cannot be told.
        vacant_since: Option<Day>,
    }
}

result! {
    /// A limit on how many hold a role: one row for the whole, or one for each body of a kind.
    #[derive(Eq)]
    LimitRow {
        /// The limit.
        id: String,
        /// The role.
        role: String,
        /// In each body of this kind; null over everything.
        body_kind: Option<BodyKind>,
        /// The body; null for the whole.
        body: Option<String>,
        /// At least so many.
        min: Option<u32>,
        /// At most so many.
        max: Option<u32>,
        /// How many hold it on the day.
        held: u32,
        /// How many of them by organisation; those of none are in `held` alone.
        organisations: IndexMap<String, u32>,
        /// Whether it is kept.
        status: GovernanceStatus,
    }
}

result! {
    /// An aim and the activities that address it.
    #[derive(Eq)]
    AimRow {
        /// The aim.
        aim: String,
        /// Its name.
        name: String,
        /// How many priorities address it, of those not excluded on the day.
        priorities: u32,
        /// How many support it.
        supports: u32,
        /// How many contribute to it.
        contributes: u32,
        /// How many deliver it.
        delivers: u32,
        /// No aim is addressed by fewer.
        least_served: bool,
        /// The priorities that address it, each with how strongly; null where that is not stated.
        activities: IndexMap<String, Option<Strength>>,
    }
}

result! {
    /// What a body does for a goal.
    #[derive(Eq)]
    GoalBody {
        /// The goal.
        goal: String,
        /// The body.
        body: String,
        /// Priorities that serve the goal, those excluded left out.
        priorities: u32,
        /// Priorities per level.
        counts: Counts,
        /// Priorities that serve it beside another goal, and are counted there.
        beside: u32,
        /// The worst level of those priorities that are assessed.
        worst: Option<Level>,
    }
}

result! {
    /// A network's mix of quick and lasting work, and its away day.
    #[derive(Eq)]
    BodyRow {
        /// The network.
        body: String,
        /// Quick wins, of the priorities not excluded on the day.
        quick_wins: u32,
        /// Transformative priorities.
        transformative: u32,
        /// Priorities of which neither is stated.
        not_stated: u32,
        /// The last away day held.
        last_away_day: Option<Day>,
    }
}

result! {
    /// A review and its panel.
    #[derive(Eq)]
    ReviewRow {
        /// The review.
        id: String,
        /// What kind of review it is.
        kind: ReviewKind,
        /// What kind of thing was reviewed.
        subject_kind: SubjectKind,
        /// What was reviewed.
        subject: String,
        /// The day of the review.
        reviewed_on: Option<Day>,
        /// What it found.
        outcome: Option<String>,
        /// Members of the panel.
        panel: u32,
        /// Those whose profession is a clinical one.
        clinical: u32,
        /// Those whose profession is not stated.
        not_stated: u32,
        /// Those from another organisation than the one that proposes; null where that is not known.
        outside: Option<u32>,
    }
}

result! {
    /// A decision: how long it took, whether it was quorate, and what the votes say.
    DecisionRow {
        /// The decision.
        id: String,
        /// The body that decided.
        body: String,
        /// How it was taken.
        route: DecisionRoute,
        /// The meeting, or the one that ratified it.
        meeting: Option<String>,
        /// What kind of meeting it is.
        meeting_kind: Option<MeetingKind>,
        /// The day the question was raised.
        raised_on: Option<Day>,
        /// The day it was decided.
        decided_on: Option<Day>,
        /// Days from one to the other.
        lead_days: Option<i64>,
        /// Whether it was quorate; null where no rule or no attendance says.
        quorate: Option<bool>,
        /// What the quorum lacked.
        failed: Vec<QuorumRow>,
        /// The fewest further absences that would have ended the quorum.
        fewest_absences_to_break: Option<u32>,
        /// How the votes recorded ended by the body's rule; null without rule or votes.
        vote: Option<TallyResult>,
        /// The option that the votes carry.
        carried: Option<String>,
        /// The outcome recorded.
        outcome: Option<String>,
        /// Organisations that stood aside.
        recused: Vec<String>,
    }
}

result! {
    /// A declared count beside the one counted.
    #[derive(Eq)]
    CountRow {
        /// What was counted.
        of: Counted,
        /// Of which kind or role; null for all.
        kind: Option<String>,
        /// The day it speaks of; the day of the report where none is stated.
        as_at: Day,
        /// How many were declared.
        declared: u32,
        /// How many the document holds.
        counted: u32,
        /// Where the declared count comes from.
        source: Option<String>,
    }
}

result! {
    /// How far an improvement has spread.
    #[derive(Eq)]
    Delivery {
        /// The priority.
        priority: String,
        /// Its body.
        body: String,
        /// How many of the organisations have it.
        delivered: u32,
        /// How many it is for: those that take part, else the members of the collaborative.
        of: u32,
        /// Those that have it.
        organisations: Vec<String>,
        /// Those that have not.
        missing: Vec<String>,
        /// The first day and the last on which it was delivered, where they are stated.
        first_on: Option<Day>,
        /// The last day on which it was delivered.
        last_on: Option<Day>,
    }
}

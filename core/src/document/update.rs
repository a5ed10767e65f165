//! What was reported: updates, overrides, blockers, reviews. Append-only; a later row speaks, an earlier one stays.

use super::declare::{record, words};
use super::values::{Percent, Text};
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// Where a priority stands in its life.
    Lifecycle {
        /// Being written.
        Draft = "draft",
        /// Put forward.
        Proposed = "proposed",
        /// Agreed and not started.
        Agreed = "agreed",
        /// Under way.
        InProgress = "in_progress",
        /// Paused.
        OnHold = "on_hold",
        /// Done.
        Complete = "complete",
        /// Given up, with a reason.
        Cancelled = "cancelled",
    }
}

words! {
    /// A level as people report it: BRAG (blue is `complete`) and the five-point Delivery Confidence scale.
    ReportedLevel {
        /// Complete (blue).
        Complete = "complete",
        /// Green.
        Green = "green",
        /// Amber/green.
        AmberGreen = "amber_green",
        /// Amber.
        Amber = "amber",
        /// Amber/red.
        AmberRed = "amber_red",
        /// Red.
        Red = "red",
    }
}

record! {
    /// A report on a priority.
    Update {
        /// Unique among updates.
        id: String,
        /// The priority it speaks of.
        priority: String,
        /// The day it speaks of.
        as_at: Day,
        /// The role that reports.
        by: String,
    } optional {
        /// The day it became known; `as_at` when omitted.
        recorded_on: Option<Day>,
        /// The finish now expected.
        forecast_finish: Option<Day>,
        /// The day work began.
        actual_start: Option<Day>,
        /// The day it was done.
        actual_finish: Option<Day>,
        /// Progress, 0 to 100.
        percent: Option<Percent>,
        /// Where the priority stands in its life.
        lifecycle: Option<Lifecycle>,
        /// Why it was cancelled or put on hold.
        reason: Option<Text>,
        /// The level the reporter gave it.
        reported_level: Option<ReportedLevel>,
        /// Anything else.
        note: Option<Text>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// Kinds of thing that an override, a review or a finding can speak of.
    SubjectKind {
        /// The whole programme.
        Programme = "programme",
        /// A body.
        Body = "body",
        /// A goal.
        Goal = "goal",
        /// A priority.
        Priority = "priority",
        /// An organisation.
        Organisation = "organisation",
        /// An indicator.
        Indicator = "indicator",
        /// A decision.
        Decision = "decision",
        /// A meeting.
        Meeting = "meeting",
    }
}

record! {
    /// One entity of several possible kinds.
    Subject {
        /// What kind it is.
        kind: SubjectKind,
        /// Its identifier.
        id: String,
    } optional {
    }
}

words! {
    /// A level that an override can ask for.
    OverrideLevel {
        /// Complete; always refused, since only a finish completes.
        Complete = "complete",
        /// Green.
        Green = "green",
        /// Amber.
        Amber = "amber",
        /// Red.
        Red = "red",
    }
}

record! {
    /// A level set by judgement, for a time and with a reason.
    Override {
        /// Unique among overrides.
        id: String,
        /// What it speaks of.
        subject: Subject,
        /// The level asked for.
        level: OverrideLevel,
        /// First day, included.
        start: Day,
    } optional {
        /// Last day, included; 35 days in all when omitted.
        end: Option<Day>,
        /// Why.
        reason: Option<Text>,
        /// The role that asks.
        by: Option<String>,
        /// The other role that agrees.
        approved_by: Option<String>,
        /// The day it became known; `start` when omitted.
        recorded_on: Option<Day>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// Something in the way of a priority.
    Blocker {
        /// Unique among blockers.
        id: String,
        /// The priority it is in the way of.
        priority: String,
        /// The day it was raised.
        raised_on: Day,
    } optional {
        /// What it is.
        name: Option<Text>,
        /// The meeting it was raised in.
        raised_in: Option<String>,
        /// The role that should clear it.
        owner: Option<String>,
        /// The day it was cleared.
        resolved_on: Option<Day>,
        /// The meeting it was cleared in.
        resolved_in: Option<String>,
        /// The day it became known; `raised_on` when omitted.
        recorded_on: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// What kind of review it is.
    ReviewKind {
        /// A case for change.
        CaseForChange = "case_for_change",
        /// Challenge by peers.
        PeerChallenge = "peer_challenge",
        /// Assurance.
        Assurance = "assurance",
    }
}

record! {
    /// A review with its panel.
    Review {
        /// Unique among reviews.
        id: String,
        /// What kind of review it is.
        kind: ReviewKind,
        /// What was reviewed.
        subject: Subject,
    } optional {
        /// Who reviewed.
        panel: Vec<Panellist>,
        /// The day of the review.
        reviewed_on: Option<Day>,
        /// The day it became known; `reviewed_on` when omitted.
        recorded_on: Option<Day>,
        /// What it rests on.
        references: Vec<Text>,
        /// What it found, such as `supported`.
        outcome: Option<Text>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A member of a review panel.
    Panellist {
    } optional {
        /// The person's token.
        person: Option<String>,
        /// The organisation.
        organisation: Option<String>,
        /// The profession, such as `doctor`.
        profession: Option<String>,
    }
}

//! Meetings held and decisions taken.

use super::body::MeetingKind;
use super::declare::{record, words};
use super::values::Text;
use crate::day::Day;
use indexmap::IndexMap;

record! {
    /// A meeting of a body: planned, and then held or cancelled.
    Meeting {
        /// Unique among meetings.
        id: String,
        /// The body that meets.
        body: String,
        /// What kind of meeting it is.
        kind: MeetingKind,
    } optional {
        /// The day planned.
        planned_on: Option<Day>,
        /// The day held.
        held_on: Option<Day>,
        /// The day it was cancelled.
        cancelled_on: Option<Day>,
        /// Why it was cancelled.
        cancelled_reason: Option<Text>,
        /// The day it became known; the day held when omitted.
        recorded_on: Option<Day>,
        /// The organisation that hosted it.
        hosted_by: Option<String>,
        /// Who came.
        attendance: Vec<Attendance>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// In what capacity somebody came.
    Capacity {
        /// As a member.
        Member = "member",
        /// For a member.
        Deputy = "deputy",
        /// Without a voice in the quorum.
        InAttendance = "in_attendance",
    }
}

record! {
    /// Somebody who came to a meeting.
    Attendance {
    } optional {
        /// The person's token.
        person: Option<String>,
        /// The organisation they came for.
        organisation: Option<String>,
        /// The role they came in.
        role: Option<String>,
        /// The capacity they came in; member when omitted.
        capacity: Option<Capacity>,
    }
}

words! {
    /// How a decision was taken.
    DecisionRoute {
        /// In a meeting.
        Meeting = "meeting",
        /// In writing.
        WrittenResolution = "written_resolution",
        /// By the chair, to be ratified.
        ChairsAction = "chairs_action",
    }
}

record! {
    /// A decision of a body.
    Decision {
        /// Unique among decisions.
        id: String,
        /// The body that decided.
        body: String,
    } optional {
        /// What it was about.
        name: Option<Text>,
        /// The meeting it was taken in.
        meeting: Option<String>,
        /// How it was taken; in a meeting when omitted.
        route: Option<DecisionRoute>,
        /// The meeting that ratified it.
        ratified_in: Option<String>,
        /// The day the question was raised.
        raised_on: Option<Day>,
        /// The day it was decided.
        decided_on: Option<Day>,
        /// The day it became known; `decided_on` when omitted.
        recorded_on: Option<Day>,
        /// The priority it is about.
        priority: Option<String>,
        /// What could be chosen.
        options: Vec<String>,
        /// Who voted for what.
        votes: Vec<Vote>,
        /// Who stood aside.
        recusals: Vec<Recusal>,
        /// The option chosen.
        outcome: Option<String>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A vote.
    Vote {
        /// The organisation that votes.
        organisation: String,
        /// The option it votes for.
        option: String,
    } optional {
        /// The person's token, where people vote.
        person: Option<String>,
    }
}

record! {
    /// An organisation that stood aside.
    Recusal {
        /// The organisation.
        organisation: String,
    } optional {
        /// The interest that was the reason.
        interest: Option<String>,
    }
}

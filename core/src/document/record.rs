//! What is kept beside the work: declared counts, limits, escalations, snapshots.

use super::body::BodyKind;
use super::declare::{record, words};
use super::values::Text;
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// What was counted.
    Counted {
        /// Priorities.
        Priorities = "priorities",
        /// Bodies.
        Bodies = "bodies",
        /// Appointments.
        Appointments = "appointments",
        /// Meetings.
        Meetings = "meetings",
        /// Organisations.
        Organisations = "organisations",
    }
}

record! {
    /// A number that somebody stated, to be compared with what is counted.
    DeclaredCount {
        /// What was counted.
        of: Counted,
        /// How many.
        count: u32,
    } optional {
        /// Of which kind or role; all when omitted.
        kind: Option<String>,
        /// The day it speaks of.
        as_at: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// How many people should hold a role.
    Limit {
        /// Unique among limits.
        id: String,
        /// The role.
        role: String,
    } optional {
        /// In each body of this kind; over everything when omitted.
        body_kind: Option<BodyKind>,
        /// At least so many in each.
        min: Option<u32>,
        /// At most so many in each.
        max: Option<u32>,
        /// At most so many in all.
        total: Option<u32>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// Recourse taken for consistent failure on an indicator.
    Escalation {
        /// Unique among escalations.
        id: String,
        /// The organisation.
        organisation: String,
        /// The indicator.
        indicator: String,
        /// The step taken.
        step: Text,
    } optional {
        /// The day it was taken.
        on: Option<Day>,
        /// The day it became known; `on` when omitted.
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
    /// What a board saw: dates, fingerprints, and the roles that let it pass.
    Snapshot {
        /// Unique among snapshots.
        id: String,
        /// The day it speaks of.
        as_at: Day,
    } optional {
        /// What was known then; everything recorded when omitted.
        known_at: Option<Day>,
        /// Fingerprints of document, policy and report.
        fingerprints: Option<Fingerprints>,
        /// The version of the library that made the report.
        library: Option<String>,
        /// The role that handed it in.
        submitted_by: Option<String>,
        /// The day it was handed in.
        submitted_on: Option<Day>,
        /// The role that read it over.
        reviewed_by: Option<String>,
        /// The day it was read over.
        reviewed_on: Option<Day>,
        /// The role that let it out.
        released_by: Option<String>,
        /// The day it was let out.
        released_on: Option<Day>,
        /// The body that saw it.
        body: Option<String>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// First 16 hex digits of SHA-256 over canonical JSON.
    #[derive(Default)]
    Fingerprints {
    } optional {
        /// Of the document without its snapshots, which are added after it.
        document: Option<String>,
        /// Of the policy.
        policy: Option<String>,
        /// Of the report.
        report: Option<String>,
    }
}

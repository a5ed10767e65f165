//! What is wanted and by whom: objectives, goals, drivers, aims and roles.

use super::declare::{record, words};
use super::values::Text;
use crate::day::Day;
use indexmap::IndexMap;

record! {
    /// What the programme is for.
    Objective {
        /// Unique among objectives.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// The role that answers for it.
        accountable_role: Option<String>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A goal that priorities serve. Goals are ordered as written.
    Goal {
        /// Unique among goals.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// The objective it belongs to.
        objective: Option<String>,
        /// The one role that answers for it.
        accountable_role: Option<String>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// What a set of aims or drivers asks of the priorities.
    CoverageRule {
        /// Every priority cites at least one.
        EveryPriority = "every_priority",
        /// Nothing is asked.
        None = "none",
    }
}

record! {
    /// A reason to act, such as a growing backlog.
    Driver {
        /// Unique among drivers.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// The role that answers for it.
        accountable_role: Option<String>,
        /// What it asks of the priorities; every priority cites at least one driver when omitted.
        coverage: Option<CoverageRule>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// An aim that every activity is tested against.
    Aim {
        /// Unique among aims.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// The role that answers for it.
        accountable_role: Option<String>,
        /// What it asks of the priorities; every priority cites at least one aim when omitted.
        coverage: Option<CoverageRule>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A role that people hold, such as `clinical_lead`.
    Role {
        /// Unique among roles.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

/// Roles that a document may name without declaring them.
pub const KNOWN_ROLES: [&str; 12] = [
    "clinical_lead",
    "project_manager",
    "operational_manager",
    "chair",
    "executive",
    "managing_director",
    "chief_medical_officer",
    "senior_clinical_lead",
    "programme_lead",
    "scorer",
    "member",
    "reviewer",
];

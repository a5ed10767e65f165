//! The programme document: what is written down. Everything else is computed from it.
//!
//! One file holds one noun. [`Programme::from_json`] is the door: it reads strictly and gives all problems at once.
//! The serde `Deserialize` of these types is for programs that made the text themselves: it stops at the first fault,
//! takes the last of two fields of one name, and resolves no reference.

pub mod appointment;
pub mod body;
pub mod control_chart;
pub(crate) mod declare;
pub mod exercise;
mod guard;
pub use guard::{AllowedColumn, Guarded, PatientReason, guard};
pub(crate) use guard::{Seen, holds_nhs_number, refused};
pub mod indicator;
pub mod meeting;
pub mod organisation;
pub mod period;
pub mod policy;
pub mod priority;
pub(crate) mod read;
pub mod record;
mod redact;
pub use redact::{Redacted, redact};
pub mod strategy;
pub(crate) mod text;
pub mod update;
pub mod values;

use indexmap::IndexMap;
use serde_json::Value;

use crate::day::Day;
use appointment::{Appointment, Interest};
use body::Body;
use declare::{record, words};
use exercise::Exercise;
use indicator::{Indicator, Observation};
use meeting::{Decision, Meeting};
use organisation::{Collaborative, Organisation};
use policy::Policy;
use priority::Priority;
use record::{DeclaredCount, Escalation, Limit, Snapshot};
use strategy::{Aim, Driver, Goal, Objective, Role};
use update::{Blocker, Override, Review, Update};
use values::Text;

words! {
    /// The version of the document's shape.
    SchemaVersion {
        /// The first.
        V1 = "1.0",
    }
}

record! {
    /// A programme of work: who takes part, what is to be done, what was reported, what is measured.
    Programme {
        /// The version of the document's shape.
        schema_version: SchemaVersion,
        /// The programme's identifier.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// Invented for illustration: every rendering says so.
        illustrative: Option<bool>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the facts come from.
        source: Option<Text>,
        /// The organisations acting together.
        collaborative: Option<Collaborative>,
        /// Trusts, boards, places.
        organisations: Vec<Organisation>,
        /// What the programme is for.
        objectives: Vec<Objective>,
        /// Goals, in their order.
        goals: Vec<Goal>,
        /// Reasons to act.
        drivers: Vec<Driver>,
        /// Aims that every activity is tested against.
        aims: Vec<Aim>,
        /// Roles that people hold.
        roles: Vec<Role>,
        /// Networks, boards, committees.
        bodies: Vec<Body>,
        /// Who holds which role.
        appointments: Vec<Appointment>,
        /// Declared interests.
        interests: Vec<Interest>,
        /// What is to be done.
        priorities: Vec<Priority>,
        /// Reviews.
        reviews: Vec<Review>,
        /// Reports on priorities, append-only.
        updates: Vec<Update>,
        /// Levels set by judgement.
        overrides: Vec<Override>,
        /// What is in the way.
        blockers: Vec<Blocker>,
        /// Meetings.
        meetings: Vec<Meeting>,
        /// Decisions.
        decisions: Vec<Decision>,
        /// Prioritisation exercises.
        exercises: Vec<Exercise>,
        /// What is measured.
        indicators: Vec<Indicator>,
        /// The figures.
        observations: Vec<Observation>,
        /// Numbers that somebody stated.
        declared_counts: Vec<DeclaredCount>,
        /// How many people should hold a role.
        limits: Vec<Limit>,
        /// Recourse taken.
        escalations: Vec<Escalation>,
        /// What boards saw.
        snapshots: Vec<Snapshot>,
        /// How status is judged.
        policy: Option<Policy>,
    }
}

impl Programme {
    /// The document as JSON text, in the library's own order of fields.
    pub fn to_json(&self) -> String {
        text::print(self)
    }

    /// The document as a JSON value in the order and spelling of the one it was made from.
    pub(crate) fn to_value_like(&self, original: &Value) -> Value {
        text::in_order_of(serde_json::to_value(self).unwrap_or_default(), original)
    }

    /// The document as JSON text in the order and spelling of the text it was read from, so that only changes differ.
    ///
    /// ```
    /// use equipoise::Programme;
    /// let text = r#"{"name":"Demo","schema_version":"1.0","goals":[],"id":"demo"}"#;
    /// assert_eq!(Programme::from_json(text)?.to_json_like(text), text);
    /// # Ok::<(), equipoise::Problems>(())
    /// ```
    pub fn to_json_like(&self, original: &str) -> String {
        match text::parse(original, text::LONGEST_TEXT, text::DEEPEST_NESTING) {
            (Some(original), _) => text::print(&self.to_value_like(&original)),
            (None, _) => text::print(self),
        }
    }
}

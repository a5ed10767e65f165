//! Who holds which role, and what interests they declared.

use super::declare::{record, words};
use super::values::{Amount, Text};
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// How somebody came to a role.
    Route {
        /// Held it already.
        Existing = "existing",
        /// Chosen in open competition.
        Competitive = "competitive",
        /// Nominated by an organisation.
        Nominated = "nominated",
        /// For the time being.
        Interim = "interim",
    }
}

record! {
    /// A person in a role of a body. People are opaque tokens: names are never needed.
    Appointment {
        /// Unique among appointments.
        id: String,
        /// The role held.
        role: String,
        /// The body it is held in.
        body: String,
    } optional {
        /// An opaque token; need not resolve.
        person: Option<String>,
        /// The profession, such as `doctor`.
        profession: Option<String>,
        /// The organisation the person comes from; hosted by the collaborative when omitted.
        organisation: Option<String>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Whole-time equivalent: one day a week is 0.2.
        wte: Option<Amount>,
        /// How the person came to the role.
        route: Option<Route>,
        /// A label.
        name: Option<Text>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// What kind of interest it is (NHS England, Managing conflicts of interest in the NHS).
    InterestKind {
        /// Financial.
        Financial = "financial",
        /// Non-financial, professional.
        NonFinancialProfessional = "non_financial_professional",
        /// Non-financial, personal.
        NonFinancialPersonal = "non_financial_personal",
        /// Through somebody close.
        Indirect = "indirect",
    }
}

record! {
    /// A declared interest of a person or an organisation.
    Interest {
        /// Unique among interests.
        id: String,
        /// What kind of interest it is.
        kind: InterestKind,
    } optional {
        /// The person's token.
        person: Option<String>,
        /// The organisation.
        organisation: Option<String>,
        /// The priority concerned.
        priority: Option<String>,
        /// The day it was declared.
        declared_on: Option<Day>,
        /// The day it became known; `declared_on` when omitted.
        recorded_on: Option<Day>,
        /// What it consists of.
        nature: Option<Text>,
        /// A label.
        name: Option<Text>,
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

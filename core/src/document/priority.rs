//! What is to be done: tasks, milestones and projects, with their baselines.

use super::declare::{record, words};
use super::values::{Amount, Text, Weight};
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// What kind of priority it is.
    PriorityKind {
        /// A short-term task.
        Task = "task",
        /// A milestone.
        Milestone = "milestone",
        /// A project.
        Project = "project",
    }
}

words! {
    /// How far a priority reaches.
    Horizon {
        /// Quickly done.
        QuickWin = "quick_win",
        /// Longer-term and transformative.
        Transformative = "transformative",
    }
}

words! {
    /// The stage of an improvement.
    Stage {
        /// Planned.
        Plan = "plan",
        /// Tested.
        Test = "test",
        /// Put into practice.
        Implement = "implement",
        /// Spread to others.
        Spread = "spread",
        /// Kept up.
        Sustain = "sustain",
    }
}

words! {
    /// How strongly a priority serves a driver or an aim.
    Strength {
        /// Supports.
        Supports = "supports",
        /// Contributes.
        Contributes = "contributes",
        /// Delivers.
        Delivers = "delivers",
    }
}

record! {
    /// A task, milestone or project of a body.
    Priority {
        /// Unique among priorities.
        id: String,
        /// The name people use.
        name: Text,
        /// What kind of priority it is.
        kind: PriorityKind,
        /// The body that answers for it.
        body: String,
    } optional {
        /// A milestone on which others hang.
        critical: Option<bool>,
        /// How far it reaches.
        horizon: Option<Horizon>,
        /// How far the improvement has come.
        stage: Option<Stage>,
        /// The financial year of the plan, `2022/23`.
        plan: Option<String>,
        /// The goal it rolls up into.
        goal: Option<String>,
        /// Goals it serves beside that one.
        other_goals: Vec<String>,
        /// The drivers it answers.
        drivers: Vec<DriverLink>,
        /// The aims it serves.
        aims: Vec<AimLink>,
        /// The priority it is part of.
        parent: Option<String>,
        /// The priorities that must finish before it can.
        depends_on: Vec<Dependency>,
        /// The organisation that leads.
        lead_organisation: Option<String>,
        /// The organisations that take part.
        participating_organisations: Vec<String>,
        /// The organisations that the change touches differentially.
        affected_organisations: Vec<String>,
        /// Its weight in roll-ups; by kind when omitted.
        weight: Option<Weight>,
        /// What it costs, in pounds.
        cost: Option<Amount>,
        /// The working days it takes.
        capacity_days: Option<Amount>,
        /// Who approved it.
        approvals: Vec<Approval>,
        /// The dates it is held to, by version.
        baselines: Vec<Baseline>,
        /// Its own tolerances; by kind when omitted.
        tolerances: Option<Tolerances>,
        /// Where the improvement has been delivered.
        delivered: Vec<Delivered>,
        /// From when its benefit should show; its baseline finish when omitted.
        benefit_from: Option<Day>,
        /// First day in force, included.
        start: Option<Day>,
        /// Last day in force, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A driver that a priority answers.
    DriverLink {
        /// The driver.
        driver: String,
    } optional {
        /// How strongly.
        strength: Option<Strength>,
    }
}

record! {
    /// An aim that a priority serves.
    AimLink {
        /// The aim.
        aim: String,
    } optional {
        /// How strongly.
        strength: Option<Strength>,
    }
}

record! {
    /// A predecessor: finish to finish, with a lag.
    Dependency {
        /// The predecessor.
        priority: String,
    } optional {
        /// Days between the two finishes; negative for an overlap, 0 when omitted.
        lag_days: Option<Lag>,
    }
}

super::declare::ranged!(
    /// A lag in days, of at most a hundred years either way.
    Lag(i32), "a whole number of days from -36500 to 36500", |days| (-36_500..=36_500).contains(&days));

record! {
    /// An approval by a body.
    Approval {
        /// The body that approved.
        body: String,
    } optional {
        /// The decision it took.
        decision: Option<String>,
        /// The day it did.
        approved_on: Option<Day>,
    }
}

record! {
    /// Dates that a priority is held to.
    Baseline {
        /// 1 for the first, 2 for the next.
        version: u16,
        /// The finish promised.
        finish: Day,
    } optional {
        /// The start promised.
        start: Option<Day>,
        /// The body that approved it.
        approved_by: Option<String>,
        /// The day it was approved; not approved yet when omitted.
        approved_on: Option<Day>,
        /// The day that became known; `approved_on` when omitted.
        recorded_on: Option<Day>,
        /// Why it was changed.
        reason: Option<Text>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// How many days of slip are green, and how many amber.
    Tolerances {
        /// Up to so many days late is green.
        green_days: u16,
        /// Up to so many days late is amber; beyond is red.
        amber_days: u16,
    } optional {
    }
}

record! {
    /// An organisation where an improvement has been delivered.
    Delivered {
        /// The organisation.
        organisation: String,
    } optional {
        /// The day it was.
        on: Option<Day>,
    }
}

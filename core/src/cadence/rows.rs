//! The rows of cadence: one for each kind of meeting of each body, and one for each kind over all bodies.

use crate::day::Day;
use crate::document::body::MeetingKind;
use crate::document::declare::words;
use crate::finding::Finding;
use crate::recall::result;

words! {
    /// What became of a meeting.
    MeetingStatus {
        /// It was held.
        Held = "held",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// Its day has passed and it was neither held nor cancelled.
        NotHeld = "not_held",
    }
}

result! {
    /// How often a body met, in one kind of meeting, beside how often it should have.
    CadenceRow {
        /// The body; null over all bodies.
        body: Option<String>,
        /// What kind of meeting.
        meeting_kind: MeetingKind,
        /// The first day counted.
        from: Day,
        /// The last day counted.
        to: Day,
        /// How often it should meet, by the cadence in force on the last day: `month`, `quarter`, `half_year`, `year` or
        /// a number of days; null where none is.
        every: Option<String>,
        /// The longest that one cycle of it lasts, in days.
        cycle_days: Option<i64>,
        /// Whole cycles in the period, by the cadences in force in it; null without any.
        due: Option<u32>,
        /// Meetings held.
        held: u32,
        /// Cycles in which none was held.
        missed: Option<u32>,
        /// Meetings cancelled.
        cancelled: u32,
        /// Meetings planned for a day that has passed, neither held nor cancelled.
        not_held: u32,
        /// The last day on which one was held, before the period too.
        last_held: Option<Day>,
        /// The longest time between two meetings, or from the last one to the last day; null where there is none.
        longest_gap: Option<Gap>,
        /// Gaps longer than one and a half cycles.
        long_gaps: Vec<Gap>,
        /// Meetings held of which attendance is recorded.
        attended: u32,
        /// Those of them to which somebody of a board came; null for a board itself.
        board_present: Option<u32>,
        /// Their share; null where no attendance is recorded.
        board_visibility: Option<f64>,
        /// Blockers raised in these meetings.
        blockers_raised: u32,
        /// Blockers cleared in these meetings.
        blockers_unblocked: u32,
        /// Days from raising to clearing of those, in the middle.
        median_days_to_unblock: Option<f64>,
        /// The longest of them.
        longest_days_to_unblock: Option<i64>,
        /// Decisions taken in these meetings.
        decisions: u32,
        /// Days from raising a question to deciding it, in the middle.
        median_lead_days: Option<f64>,
        /// The longest of them.
        longest_lead_days: Option<i64>,
        /// Who came: by organisation, by role, and by both.
        attendance: Vec<AttendanceRow>,
        /// The meetings.
        meetings: Vec<MeetingRow>,
        /// Meetings missed, and gaps too long.
        findings: Vec<Finding>,
    }
}

result! {
    /// A time without a meeting.
    #[derive(Copy, Eq)]
    Gap {
        /// The meeting before it; else the first day on which the body should have met.
        from: Day,
        /// The meeting after it; else the last day counted.
        to: Day,
        /// How long it was, in days.
        days: i64,
        /// The longest cycle in force in it.
        cycle_days: Option<i64>,
        /// No meeting has ended it.
        open: bool,
    }
}

result! {
    /// How many of the meetings an organisation, or somebody in a role, came to.
    AttendanceRow {
        /// The organisation; null for all.
        organisation: Option<String>,
        /// The role; null for all.
        role: Option<String>,
        /// Meetings that somebody of it came to, as a member or deputy.
        came: u32,
        /// Meetings of which attendance is recorded; of a member organisation those since it became one.
        of: u32,
        /// The share; null of none.
        rate: Option<f64>,
    }
}

result! {
    /// One meeting.
    #[derive(Eq)]
    MeetingRow {
        /// The meeting.
        id: String,
        /// What became of it.
        status: MeetingStatus,
        /// The day planned.
        planned_on: Option<Day>,
        /// The day held.
        held_on: Option<Day>,
        /// The day it was cancelled.
        cancelled_on: Option<Day>,
        /// Why it was cancelled.
        cancelled_reason: Option<String>,
        /// Days since the meeting of this kind before.
        gap_days: Option<i64>,
        /// The organisation that hosted it.
        hosted_by: Option<String>,
        /// How many came.
        people: u32,
        /// How many organisations came, as members or deputies.
        organisations: u32,
        /// Somebody of a board came; null for a board itself, and where no attendance is recorded.
        board_present: Option<bool>,
    }
}

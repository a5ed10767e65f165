//! Whether bodies meet as often as they should, who comes, and what their meetings clear and decide.

mod due;
mod presence;
mod rows;

pub use rows::{AttendanceRow, CadenceRow, Gap, MeetingRow, MeetingStatus};

use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

use crate::day::Day;
use crate::document::body::{BodyKind, MeetingKind};
use crate::document::meeting::Meeting;
use crate::finding::{About, Dimension, Finding, FindingCode, Severity};
use crate::governance::{Records, is_member};
use crate::status::Moment;
use due::Schedule;
use presence::{Board, attendance};

/// What is gathered of one kind of meeting, of one body or of all.
#[derive(Default)]
struct Sum {
    due: Option<u32>,
    missed: Option<u32>,
    held: u32,
    cancelled: u32,
    not_held: u32,
    last_held: Option<Day>,
    /// The last before the period.
    before: Option<Day>,
    longest: Option<Gap>,
    long: Vec<Gap>,
    attended: u32,
    board_present: Option<u32>,
    raised: u32,
    /// Days to clear each blocker cleared.
    cleared: Vec<i64>,
    decisions: u32,
    /// Days to take each decision whose question has a day.
    lead: Vec<i64>,
}

/// Every kind of meeting of every body from a day to that of the report; then each kind over all bodies that have it.
pub(crate) fn meet(records: &Records<'_, '_>, moment: Moment, from: Day) -> Vec<CadenceRow> {
    let programme = records.model.programme;
    let board = Board::new(records);
    let work = work(records, moment, from);
    let mut rows = Vec::new();
    let mut totals: IndexMap<MeetingKind, (usize, Sum)> = IndexMap::new();
    for (place, body) in programme.bodies.iter().enumerate() {
        let mut kinds: IndexMap<MeetingKind, Vec<&Meeting>> = IndexMap::new();
        for cadence in &body.cadences {
            kinds.entry(cadence.meeting_kind).or_default();
        }
        for meeting in records.meetings(place) {
            kinds.entry(meeting.kind).or_default().push(meeting);
        }
        kinds.sort_unstable_keys();
        for (kind, meetings) in kinds {
            let schedule = Schedule::of(body, kind, from, moment.as_at);
            let mut sum = Sum::default();
            if !is_board(body.kind) {
                sum.board_present = Some(0);
            }
            let listed = listed(&meetings, moment, from, &board, &mut sum);
            let held: Vec<Day> = listed.iter().filter_map(|row| row.held_on).collect();
            if listed.is_empty() && !schedule.is_asked() {
                continue;
            }
            schedule.count(&held, &mut sum);
            if let Some(done) = work.get(&(place, kind)) {
                (sum.raised, sum.decisions) = (done.raised, done.decisions);
                (sum.cleared, sum.lead) = (done.cleared.clone(), done.lead.clone());
            }
            let (runs, total) = totals.entry(kind).or_default();
            *runs += 1;
            total.add(&sum);
            let attended = || meetings.iter().copied().filter(|meeting| in_period(meeting, moment, from));
            let mut row = sum.row(Some(body.id.clone()), kind, (from, moment.as_at), &schedule);
            row.attendance = attendance(records, place, moment.as_at, attended());
            row.meetings = listed;
            if !programme.meetings.is_empty() {
                row.findings = findings(&body.id, &row);
            }
            rows.push(row);
        }
    }
    totals.sort_unstable_keys();
    let over_all = totals.into_iter().filter(|(_, (runs, _))| *runs > 1);
    let none = Schedule::none();
    rows.extend(over_all.map(|(kind, (_, sum))| sum.row(None, kind, (from, moment.as_at), &none)));
    rows
}

/// Boards and committees, which are not visited by a board.
fn is_board(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::Board | BodyKind::CommitteeInCommon | BodyKind::JointCommittee)
}

/// True for a meeting held in the period with attendance recorded.
fn in_period(meeting: &Meeting, moment: Moment, from: Day) -> bool {
    let day = meeting.held_on.filter(|day| *day >= from && moment.sees(*day, meeting.recorded_on));
    day.is_some() && !meeting.attendance.is_empty()
}

/// The meetings of the period as rows, and what they add up to.
fn listed(meetings: &[&Meeting], moment: Moment, from: Day, board: &Board<'_>, sum: &mut Sum) -> Vec<MeetingRow> {
    let mut rows = Vec::new();
    for meeting in meetings {
        let held_on = meeting.held_on.filter(|day| moment.sees(*day, meeting.recorded_on));
        // A cancellation is known from its own day, else from the day planned.
        let off = meeting.cancelled_on.or(meeting.planned_on.filter(|_| meeting.cancelled_reason.is_some()));
        let cancelled_on = off.filter(|day| moment.sees(*day, meeting.recorded_on));
        let planned_on = meeting.planned_on.filter(|day| *day <= moment.as_at);
        let (status, day) = match (held_on, cancelled_on, planned_on) {
            (Some(day), ..) => (MeetingStatus::Held, day),
            (None, Some(day), planned) => (MeetingStatus::Cancelled, planned.unwrap_or(day)),
            (None, None, Some(day)) if day < moment.as_at => (MeetingStatus::NotHeld, day),
            _ => continue,
        };
        let before = sum.last_held;
        if status == MeetingStatus::Held {
            sum.last_held = Some(day);
        }
        if day < from {
            sum.before = sum.last_held;
            continue;
        }
        let came: HashSet<&str> = (meeting.attendance.iter().filter(|row| is_member(row)))
            .filter_map(|row| row.organisation.as_deref())
            .collect();
        let known = status == MeetingStatus::Held && !meeting.attendance.is_empty();
        let visited = sum.board_present.filter(|_| known).map(|_| board.came(meeting, day));
        match status {
            MeetingStatus::Held => sum.held += 1,
            MeetingStatus::Cancelled => sum.cancelled += 1,
            MeetingStatus::NotHeld => sum.not_held += 1,
        }
        sum.attended += u32::from(known);
        sum.board_present = sum.board_present.map(|number| number + u32::from(visited == Some(true)));
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        rows.push(MeetingRow {
            id: meeting.id.clone(),
            status,
            planned_on: meeting.planned_on,
            held_on,
            cancelled_on,
            cancelled_reason: meeting.cancelled_reason.as_ref().map(|reason| reason.as_str().to_owned()),
            gap_days: held_on.zip(before).map(|(day, before)| day.days_since(before)),
            hosted_by: meeting.hosted_by.clone(),
            people: number(meeting.attendance.len()),
            organisations: number(came.len()),
            board_present: visited,
        });
    }
    rows
}

/// Blockers raised and cleared, and decisions taken, by body and kind of the meeting.
fn work(records: &Records<'_, '_>, moment: Moment, from: Day) -> HashMap<(usize, MeetingKind), Sum> {
    let programme = records.model.programme;
    let mut work: HashMap<(usize, MeetingKind), Sum> = HashMap::new();
    if programme.blockers.is_empty() && programme.decisions.is_empty() {
        return work;
    }
    let place = |meeting: &Meeting| Some((records.body_of(&meeting.body)?, meeting.kind));
    let meetings: HashMap<&str, (usize, MeetingKind)> =
        programme.meetings.iter().filter_map(|meeting| Some((meeting.id.as_str(), place(meeting)?))).collect();
    let of = |id: &Option<String>| id.as_deref().and_then(|id| meetings.get(id)).copied();
    for blocker in programme.blockers.iter().filter(|one| moment.sees(one.raised_on, one.recorded_on)) {
        if let Some(place) = of(&blocker.raised_in).filter(|_| blocker.raised_on >= from) {
            work.entry(place).or_default().raised += 1;
        }
        let cleared = blocker.resolved_on.filter(|day| *day >= from && *day <= moment.as_at && moment.knows(*day));
        if let Some((place, day)) = of(&blocker.resolved_in).zip(cleared) {
            work.entry(place).or_default().cleared.push(day.days_since(blocker.raised_on));
        }
    }
    for decision in &programme.decisions {
        let decided = decision.decided_on.filter(|day| *day >= from && moment.sees(*day, decision.recorded_on));
        if let Some((place, day)) = of(&decision.meeting).zip(decided) {
            let sum = work.entry(place).or_default();
            sum.decisions += 1;
            sum.lead.extend(decision.raised_on.map(|raised| day.days_since(raised)));
        }
    }
    work
}

/// The one in the middle, or halfway between the two.
fn median(days: &[i64]) -> Option<f64> {
    let mut days = days.to_vec();
    days.sort_unstable();
    let middle = days.len() / 2;
    let upper = *days.get(middle)?;
    let lower = if days.len().is_multiple_of(2) { *days.get(middle.checked_sub(1)?)? } else { upper };
    Some((lower + upper) as f64 / 2.0)
}

impl Sum {
    /// With those of another body.
    fn add(&mut self, other: &Self) {
        let both = |a: Option<u32>, b: Option<u32>| a.map_or(b, |a| Some(a + b.unwrap_or(0)));
        self.due = both(self.due, other.due);
        self.missed = both(self.missed, other.missed);
        self.board_present = both(self.board_present, other.board_present);
        self.held += other.held;
        self.cancelled += other.cancelled;
        self.not_held += other.not_held;
        // A board itself is not visited, so its meetings are no part of the share.
        self.attended += if other.board_present.is_some() || self.board_present.is_none() { other.attended } else { 0 };
        self.raised += other.raised;
        self.decisions += other.decisions;
        self.cleared.extend(&other.cleared);
        self.lead.extend(&other.lead);
        self.last_held = self.last_held.max(other.last_held);
        self.longest = [self.longest, other.longest].into_iter().flatten().max_by_key(|gap| gap.days);
    }

    fn row(self, body: Option<String>, kind: MeetingKind, (from, to): (Day, Day), schedule: &Schedule) -> CadenceRow {
        let visible = self.board_present.filter(|_| self.attended > 0);
        CadenceRow {
            body,
            meeting_kind: kind,
            from,
            to,
            every: schedule.every(),
            cycle_days: schedule.cycle_days(),
            due: self.due,
            held: self.held,
            missed: self.missed,
            cancelled: self.cancelled,
            not_held: self.not_held,
            last_held: self.last_held,
            longest_gap: self.longest,
            long_gaps: self.long,
            attended: self.attended,
            board_present: self.board_present,
            board_visibility: visible.map(|number| f64::from(number) / f64::from(self.attended)),
            blockers_raised: self.raised,
            blockers_unblocked: u32::try_from(self.cleared.len()).unwrap_or(u32::MAX),
            median_days_to_unblock: median(&self.cleared),
            longest_days_to_unblock: self.cleared.iter().max().copied(),
            decisions: self.decisions,
            median_lead_days: median(&self.lead),
            longest_lead_days: self.lead.iter().max().copied(),
            attendance: Vec::new(),
            meetings: Vec::new(),
            findings: Vec::new(),
        }
    }
}

/// Meetings missed, and the longest of the gaps that are too long.
fn findings(body: &str, row: &CadenceRow) -> Vec<Finding> {
    let said = |code, rule| {
        let finding = Finding::new(code, About::Body, body, Dimension::Cadence, rule).severity(Severity::Amber);
        finding.with("meeting_kind", row.meeting_kind.as_str())
    };
    let mut found = Vec::new();
    if let Some((missed, due)) = row.missed.filter(|missed| *missed > 0).zip(row.due) {
        let finding = said(FindingCode::MeetingsMissed, "cadence.missed").with("missed", i64::from(missed));
        let finding = finding.with("due", i64::from(due)).with("held", i64::from(row.held));
        let finding = finding.with("cancelled", i64::from(row.cancelled)).with("from", row.from).with("to", row.to);
        let off = row.meetings.iter().filter(|meeting| meeting.status != MeetingStatus::Held);
        let finding = finding.proof("body", body, "cadences");
        found.push(
            off.take(crate::governance::MOST_NAMED)
                .fold(finding, |finding, meeting| finding.proof("meeting", meeting.id.clone(), "held_on")),
        );
    }
    if let Some(gap) = row.long_gaps.iter().rev().max_by_key(|gap| gap.days) {
        let finding = said(FindingCode::MeetingGap, "cadence.gaps").with("days", gap.days);
        let finding = finding.with("cycle_days", gap.cycle_days).with("from", gap.from).with("to", gap.to);
        let finding = finding.with("open", serde_json::Value::Bool(gap.open)).with("gaps", row.long_gaps.len());
        let ends = |meeting: &&MeetingRow| meeting.held_on.is_some_and(|day| day == gap.from || day == gap.to);
        let ends = row.meetings.iter().filter(ends).take(2);
        let finding = finding.since(Some(gap.from)).proof("body", body, "cadences");
        found.push(ends.fold(finding, |finding, meeting| finding.proof("meeting", meeting.id.clone(), "held_on")));
    }
    crate::finding::sorted(found)
}

#[cfg(test)]
mod tests;

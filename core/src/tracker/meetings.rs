//! Meetings, one a row, or one a row and person who came.

use std::collections::HashMap;

use super::Options;
use super::cells::Sheet;
use super::names::{Directory, slug};
use super::words::{CAPACITIES, MEETING_KINDS, capacity, meeting_kind};
use crate::day::Day;
use crate::document::Programme;
use crate::document::body::{BodyKind, MeetingKind};
use crate::document::meeting::{Attendance, Capacity, Meeting};
use crate::document::values::{Text, clip};
use crate::problem::Code;

/// What makes two rows one meeting, where they have no identifier: whose, of what kind, on which day.
type Key = (String, MeetingKind, Day);

/// Where the meeting of a day stands; of two, the first.
type ByDay = HashMap<Key, usize>;

/// The day that a meeting is known by: planned, else held, else cancelled. It never changes once there is one.
fn key(row: &Meeting) -> Option<Key> {
    let day = row.planned_on.or(row.held_on).or(row.cancelled_on)?;
    Some((row.body.clone(), row.kind, day))
}

/// Somebody who came, as rows are compared.
type Present = (Option<String>, Option<String>, Option<String>, Option<Capacity>);

fn present(row: &Attendance) -> Present {
    let (person, organisation, role) = (row.person.clone(), row.organisation.clone(), row.role.clone());
    (person, organisation, role, row.capacity)
}

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme, options: &Options) {
    let mut directory = Directory::of(document);
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_key = ByDay::new();
    for (place, row) in document.meetings.iter().enumerate() {
        by_id.insert(row.id.clone(), place);
        if let Some(key) = key(row) {
            by_key.entry(key).or_insert(place);
        }
    }
    // How often each of those who came stands in the document and in no row so far.
    let mut unspoken: HashMap<(usize, Present), usize> = HashMap::new();
    for (place, row) in document.meetings.iter().enumerate() {
        for present in row.attendance.iter().map(present) {
            let count = unspoken.entry((place, present)).or_default();
            *count = count.saturating_add(1);
        }
    }
    if !sheet.has("body") {
        return;
    }
    if !sheet.has("kind") && !sheet.rows.is_empty() {
        sheet.by_default("kind", "by the kind of body");
    }
    for place in sheet.filled() {
        let Some((id, row, came)) = of_row(sheet, &mut directory, document, place, options) else { continue };
        let known = match &id {
            Some(id) => by_id.get(id).copied(),
            None => key(&row).and_then(|key| by_key.get(&key).copied()),
        };
        let position = match known {
            Some(known) => {
                add_to(sheet, document, &mut by_key, known, &row, place);
                known
            }
            None => {
                let position = document.meetings.len();
                let id = id.unwrap_or_else(|| {
                    let day = row.planned_on.or(row.held_on).or(row.cancelled_on);
                    let day = day.map(|day| day.to_string()).unwrap_or_default();
                    let text: String = format!("{} {} {day}", row.body, row.kind).chars().take(150).collect();
                    slug(&text, "meeting", |id| by_id.contains_key(id))
                });
                by_id.insert(id.clone(), position);
                if let Some(key) = key(&row) {
                    by_key.entry(key).or_insert(position);
                }
                document.meetings.push(Meeting { id, ..row });
                position
            }
        };
        let Some(came) = came else { continue };
        match unspoken.get_mut(&(position, present(&came))).filter(|count| **count > 0) {
            Some(count) => *count = count.saturating_sub(1),
            None => document.meetings.get_mut(position).into_iter().for_each(|held| held.attendance.push(came.clone())),
        }
    }
    directory.tidy(document);
}

fn of_row(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    place: usize,
    options: &Options,
) -> Option<(Option<String>, Meeting, Option<Attendance>)> {
    let id = sheet.word(place, "id");
    let cell = directory.body(sheet, document, place);
    let body = sheet.needed(place, "body", cell, "the body that meets").ok()?;
    let by_body = sheet.is_default("kind");
    let kind = if by_body { None } else { sheet.one_of(place, "kind", meeting_kind, MEETING_KINDS).ok()? };
    let kind = kind.unwrap_or_else(|| usual_kind(directory.kinds.get(&body)));
    let planned_on = sheet.day(place, "planned_on");
    let (held_on, cancelled_on) = (sheet.day(place, "held_on"), sheet.day(place, "cancelled_on"));
    let (id, planned_on, mut held_on, mut cancelled_on) =
        (id.ok()?, planned_on.ok()?, held_on.ok()?, cancelled_on.ok()?);
    if held_on.is_some() && cancelled_on.is_some() {
        let message = "a meeting was held or cancelled, not both; neither is read";
        sheet.note(place, "cancelled_on", Code::WrongCombination, "held_on or cancelled_on", message);
        (held_on, cancelled_on) = (None, None);
    }
    if id.is_none() && planned_on.or(held_on).or(cancelled_on).is_none() {
        let message = "the row names no day and no meeting";
        sheet.note_row(
            place,
            Code::MissingField,
            None,
            "an identifier, or the day planned, held or cancelled",
            message,
        );
        return None;
    }
    let attendance = Attendance {
        person: sheet.token(place, "person").ok().flatten(),
        organisation: directory.organisation(sheet, document, place, "organisation").ok().flatten(),
        role: directory.role(sheet, place, "role").ok().flatten(),
        capacity: sheet.one_of(place, "capacity", capacity, CAPACITIES).ok().flatten(),
    };
    let came = (present(&attendance) != (None, None, None, attendance.capacity)).then_some(attendance);
    let meeting = Meeting {
        id: String::new(),
        body,
        kind,
        planned_on,
        held_on,
        cancelled_on,
        cancelled_reason: sheet.text(place, "cancelled_reason").ok().flatten().map(Text),
        recorded_on: Some(options.recorded_on),
        hosted_by: directory.organisation(sheet, document, place, "hosted_by").ok().flatten(),
        attendance: Vec::new(),
        name: None,
        codes: Default::default(),
        source: None,
    };
    Some((id, meeting, came))
}

/// The kind of meeting that a body of that kind has, where no column says it.
fn usual_kind(body: Option<&BodyKind>) -> MeetingKind {
    match body {
        Some(BodyKind::Network) => MeetingKind::Network,
        Some(BodyKind::Board | BodyKind::CommitteeInCommon | BodyKind::JointCommittee | BodyKind::DeliveryBoard) => {
            MeetingKind::Board
        }
        Some(BodyKind::Summit) => MeetingKind::Summit,
        _ => MeetingKind::Other,
    }
}

/// Fills in what the document did not say: that the meeting was held or cancelled, and by whom it was hosted.
fn add_to(
    sheet: &mut Sheet<'_>,
    document: &mut Programme,
    by_key: &mut ByDay,
    position: usize,
    row: &Meeting,
    place: usize,
) {
    let Some(held) = document.meetings.get_mut(position) else { return };
    let mut differing: Vec<(&'static str, String)> = Vec::new();
    if held.body != row.body {
        differing.push(("body", clip(&held.body)));
    }
    if held.kind != row.kind && sheet.has_column("kind") {
        differing.push(("kind", held.kind.to_string()));
    }
    let settled = held.held_on.or(held.cancelled_on);
    let mut known_by = held.planned_on.or(settled);
    let day = |day: &Day| day.to_string();
    for (field, here, there) in [
        ("planned_on", &mut held.planned_on, row.planned_on),
        ("held_on", &mut held.held_on, row.held_on),
        ("cancelled_on", &mut held.cancelled_on, row.cancelled_on),
    ] {
        match (&here, there) {
            // Held or cancelled already is not the other.
            (None, Some(_)) if field != "planned_on" && settled.is_some() => {
                differing.push((field, settled.as_ref().map(day).unwrap_or_default()));
            }
            // What it is known by stays; a first day must not be that of another meeting.
            (None, Some(_)) if field == "planned_on" && settled.is_some() => {
                differing.push((field, "no day planned".into()));
            }
            (None, Some(stated)) if known_by.is_none() => {
                match *by_key.entry((held.body.clone(), held.kind, stated)).or_insert(position) {
                    place if place == position => {
                        (*here, known_by) = (Some(stated), Some(stated));
                    }
                    _ => differing.push((field, "another meeting on that day".into())),
                }
            }
            (None, Some(stated)) => *here = Some(stated),
            (Some(known), Some(stated)) if *known != stated => differing.push((field, day(known))),
            _ => {}
        }
    }
    // What was planned is known as held or cancelled only since the row was recorded.
    if settled.is_none() && held.held_on.or(held.cancelled_on).is_some() {
        held.recorded_on = row.recorded_on;
    }
    if held.cancelled_on.is_some() && held.cancelled_reason.is_none() {
        held.cancelled_reason.clone_from(&row.cancelled_reason);
    }
    match (&held.hosted_by, &row.hosted_by) {
        (None, Some(_)) => held.hosted_by.clone_from(&row.hosted_by),
        (Some(known), Some(stated)) if known != stated => differing.push(("hosted_by", clip(known))),
        _ => {}
    }
    for (field, held) in differing {
        let message = format!("the document says {held}, which is kept");
        sheet.note(place, field, Code::DiffersFromDocument, &held, &message);
    }
}

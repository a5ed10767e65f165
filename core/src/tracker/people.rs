//! Who holds which role, one appointment a row.

use std::collections::{HashMap, HashSet};

use super::cells::Sheet;
use super::names::{Directory, slug};
use super::words::{ROUTES, route};
use crate::day::Day;
use crate::document::Programme;
use crate::document::appointment::{Appointment, Route};
use crate::document::values::{Amount, clip};
use crate::problem::Code;

/// What makes two rows one appointment, where they have no identifier: who, which role, where, for whom, since when.
type Key = (Option<String>, String, String, Option<String>, Option<Day>);

fn key(row: &Appointment) -> Key {
    (row.person.clone(), row.role.clone(), row.body.clone(), row.organisation.clone(), row.start)
}

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme) {
    let mut directory = Directory::of(document);
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_key: HashMap<Key, usize> = HashMap::new();
    for (place, row) in document.appointments.iter().enumerate() {
        by_id.insert(row.id.clone(), place);
        by_key.entry(key(row)).or_insert(place);
    }
    let mut seen: HashSet<usize> = HashSet::new();
    if ["role", "body"].iter().any(|field| !sheet.has(field)) {
        return;
    }
    for place in sheet.filled() {
        let Some((id, row)) = of_row(sheet, &mut directory, document, place) else { continue };
        let known = match &id {
            Some(id) => by_id.get(id).copied(),
            None => by_key.get(&key(&row)).copied(),
        };
        if let Some(known) = known {
            if seen.insert(known) {
                add_to(sheet, document, known, &row, place);
            } else {
                let message = "the same appointment stands in a row before; this row is not read";
                sheet.note_row(place, Code::DuplicateId, id.map(Into::into), "each appointment once", message);
            }
            continue;
        }
        let position = document.appointments.len();
        let id = id.unwrap_or_else(|| {
            let who = row.person.as_deref().unwrap_or_default();
            let start = row.start.map(|day| day.to_string()).unwrap_or_default();
            let text: String = format!("{who} {} {} {start}", row.role, row.body).chars().take(150).collect();
            slug(&text, "appointment", |id| by_id.contains_key(id))
        });
        by_id.insert(id.clone(), position);
        by_key.entry(key(&row)).or_insert(position);
        seen.insert(position);
        document.appointments.push(Appointment { id, ..row });
    }
    directory.tidy(document);
}

fn of_row(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    place: usize,
) -> Option<(Option<String>, Appointment)> {
    let cell = directory.role(sheet, place, "role");
    let role = sheet.needed(place, "role", cell, "the role held");
    let cell = directory.body(sheet, document, place);
    let body = sheet.needed(place, "body", cell, "the body it is held in");
    let organisation = directory.organisation(sheet, document, place, "organisation");
    let (start, mut end) = (sheet.day(place, "start"), sheet.day(place, "end").ok().flatten());
    if let (Ok(Some(first)), Some(last)) = (start, end)
        && first > last
    {
        let message = format!("end {last} comes before start {first}; the end is not read");
        sheet.note(place, "end", Code::StartAfterEnd, &format!("a date not before {first}"), &message);
        end = None;
    }
    let id = sheet.word(place, "id");
    // Without these a row would be another appointment than the one meant.
    let (role, body, organisation, start, id) = (role.ok()?, body.ok()?, organisation.ok()?, start.ok()?, id.ok()?);
    let row = Appointment {
        id: String::new(),
        role,
        body,
        person: sheet.token(place, "person").ok()?,
        profession: sheet.word(place, "profession").ok().flatten(),
        organisation,
        start,
        end,
        wte: sheet
            .number(place, "wte", |wte| wte >= 0.0, "a number of 0 or more; one day a week is 0.2")
            .ok()
            .flatten()
            .map(Amount),
        route: sheet.one_of(place, "route", route, ROUTES).ok().flatten(),
        name: None,
        codes: Default::default(),
        source: None,
    };
    Some((id, row))
}

/// Fills in what the document did not say, such as the end; what it says otherwise is told and kept.
fn add_to(sheet: &mut Sheet<'_>, document: &mut Programme, position: usize, row: &Appointment, place: usize) {
    let Some(held) = document.appointments.get_mut(position) else { return };
    let mut differing: Vec<(&'static str, String)> = Vec::new();
    for (field, here, there) in [("role", &held.role, &row.role), ("body", &held.body, &row.body)] {
        if here != there {
            differing.push((field, clip(here)));
        }
    }
    macro_rules! fill {
        ($($field:ident: $fits:expr, $shown:expr;)*) => {$(
            match (&held.$field, &row.$field) {
                (None, Some(stated)) if $fits(stated) => held.$field = row.$field.clone(),
                (Some(here), Some(there)) if here != there => {
                    let shown: fn(&_) -> String = $shown;
                    differing.push((stringify!($field), shown(here)));
                }
                _ => {}
            }
        )*};
    }
    let (first, last) = (held.start, held.end);
    fill! {
        person: |_: &String| true, |held: &String| clip(held);
        profession: |_: &String| true, |held: &String| clip(held);
        organisation: |_: &String| true, |held: &String| clip(held);
        start: |start: &Day| last.is_none_or(|last| *start <= last), |held: &Day| held.to_string();
        end: |end: &Day| first.is_none_or(|first| first <= *end), |held: &Day| held.to_string();
        wte: |_: &Amount| true, |held: &Amount| held.0.to_string();
        route: |_: &Route| true, |held: &Route| held.to_string();
    }
    for (field, held) in differing {
        let message = format!("the document says {held}, which is kept");
        sheet.note(place, field, Code::DiffersFromDocument, &held, &message);
    }
}

//! What rows refer to: entities by their identifier or their name. A list that the document has is referred to and never
//! added to; an empty one is made from the rows.

use std::collections::{HashMap, HashSet};

use super::cells::{Bad, Cell, LONGEST_IDENTIFIER, Sheet};
use super::words::plain;
use crate::document::Programme;
use crate::document::body::{Body, BodyKind};
use crate::document::organisation::{Organisation, OrganisationKind};
use crate::document::read::nearest;
use crate::document::strategy::{Aim, Driver, Goal, KNOWN_ROLES};
use crate::document::values::{Text, clip};
use crate::problem::Code;

/// The most letters that are compared in looking for the nearest name, in all.
const MOST_LETTERS: usize = 10_000_000;

/// Identifiers by what rows may call them.
#[derive(Default)]
pub(super) struct Names {
    /// None where two entities have the name.
    by_word: HashMap<String, Option<String>>,
    ids: HashSet<String>,
    letters_left: usize,
}

impl Names {
    pub(super) fn of<'a>(entities: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut names = Self { letters_left: MOST_LETTERS, ..Self::default() };
        for (id, name) in entities {
            names.add(id, name);
        }
        names
    }

    pub(super) fn add(&mut self, id: &str, name: &str) {
        self.ids.insert(id.to_owned());
        for word in [plain(id), plain(name)] {
            let stood = self.by_word.entry(word).or_insert_with(|| Some(id.to_owned()));
            if stood.as_deref() != Some(id) {
                *stood = None;
            }
        }
    }

    /// The identifier that a text means: the identifier itself, or a name that only one entity has.
    pub(super) fn find(&self, text: &str) -> Option<&str> {
        self.ids.get(text).map(String::as_str).or_else(|| self.by_word.get(&plain(text))?.as_deref())
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// What would be accepted in place of a text that means nothing.
    fn accepted(&mut self, text: &str, what: &str) -> String {
        let cost = text.len().saturating_mul(self.by_word.len()).saturating_mul(8);
        let near = self.letters_left.checked_sub(cost).and_then(|left| {
            self.letters_left = left;
            nearest(text, self.ids.iter().map(String::as_str))
                .or_else(|| self.find(nearest(&plain(text), self.by_word.keys().map(String::as_str))?))
        });
        match near {
            Some(near) => format!("one of the {what} of the document, such as {near}"),
            None => format!("one of the {what} of the document, by its identifier or name"),
        }
    }

    /// A reference to an entity that must be there.
    pub(super) fn refer(&mut self, sheet: &mut Sheet<'_>, row: usize, field: &'static str, what: &str) -> Cell<String> {
        let Some(text) = sheet.word(row, field)? else { return Ok(None) };
        self.named(sheet, row, field, &text, what).map(Some)
    }

    /// The entity that a text in a cell names, and that must be there.
    pub(super) fn named(
        &mut self,
        sheet: &mut Sheet<'_>,
        row: usize,
        field: &'static str,
        text: &str,
        what: &str,
    ) -> Result<String, Bad> {
        if let Some(id) = self.find(text) {
            return Ok(id.to_owned());
        }
        let accepted = self.accepted(text, what);
        let message = format!("“{}” is not among the {what} of the document", clip(text));
        sheet.note(row, field, Code::DanglingReference, &accepted, &message);
        Err(Bad)
    }
}

/// An identifier made of a text: its words joined by hyphens, and a number where that is taken.
pub(super) fn slug(text: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let word: String = plain(text).replace(' ', "-").chars().take(200).collect();
    let base = if word.is_empty() { fallback.to_owned() } else { word };
    if !taken(&base) {
        return base;
    }
    let mut numbered = (2_u64..).map(|number| format!("{base}-{number}"));
    numbered.find(|id| !taken(id)).unwrap_or(base)
}

/// The names that rows of priorities, appointments and meetings refer to.
pub(super) struct Directory {
    pub(super) bodies: Names,
    pub(super) goals: Names,
    pub(super) organisations: Names,
    pub(super) roles: Names,
    pub(super) aims: Names,
    pub(super) drivers: Names,
    /// The kind of each body.
    pub(super) kinds: HashMap<String, BodyKind>,
    makes_bodies: bool,
    makes_goals: bool,
    makes_organisations: bool,
    pub(super) makes_aims: bool,
    pub(super) makes_drivers: bool,
}

impl Directory {
    pub(super) fn of(document: &Programme) -> Self {
        let mut bodies = Names::of(document.bodies.iter().map(|body| (body.id.as_str(), body.name.as_str())));
        // "Skin" is the Skin network, if nothing else is.
        for body in &document.bodies {
            let name = plain(body.name.as_str());
            if let Some(short) = name.strip_suffix(" network").filter(|short| !bodies.by_word.contains_key(*short)) {
                bodies.by_word.insert(short.to_owned(), Some(body.id.clone()));
            }
        }
        let roles = document.roles.iter().map(|role| (role.id.as_str(), role.name.as_str()));
        Self {
            kinds: document.bodies.iter().map(|body| (body.id.clone(), body.kind)).collect(),
            makes_bodies: document.bodies.is_empty(),
            makes_goals: document.goals.is_empty(),
            makes_organisations: document.organisations.is_empty(),
            makes_aims: document.aims.is_empty(),
            makes_drivers: document.drivers.is_empty(),
            aims: Names::of(document.aims.iter().map(|aim| (aim.id.as_str(), aim.name.as_str()))),
            drivers: Names::of(document.drivers.iter().map(|driver| (driver.id.as_str(), driver.name.as_str()))),
            bodies,
            goals: Names::of(document.goals.iter().map(|goal| (goal.id.as_str(), goal.name.as_str()))),
            organisations: Names::of(document.organisations.iter().map(|row| (row.id.as_str(), row.name.as_str()))),
            roles: Names::of(roles.chain(KNOWN_ROLES.iter().map(|role| (*role, *role)))),
        }
    }

    /// The body that a row names; made if the document has none.
    pub(super) fn body(&mut self, sheet: &mut Sheet<'_>, document: &mut Programme, row: usize) -> Cell<String> {
        if !self.makes_bodies {
            return self.bodies.refer(sheet, row, "body", "bodies");
        }
        let Some(text) = sheet.word(row, "body")? else { return Ok(None) };
        if let Some(id) = self.bodies.find(&text) {
            return Ok(Some(id.to_owned()));
        }
        let id = slug(&text, "body", |id| self.bodies.holds(id));
        let kind = match sheet.heading("body").map(plain).as_deref() {
            Some("pathway") => BodyKind::Pathway,
            Some("board") => BodyKind::Board,
            Some("network" | "clinical network") => BodyKind::Network,
            _ if plain(&text).ends_with("network") => BodyKind::Network,
            _ => BodyKind::Other,
        };
        self.bodies.add(&id, &text);
        self.kinds.insert(id.clone(), kind);
        document.bodies.push(Body {
            id: id.clone(),
            name: Text(text),
            kind,
            start: None,
            end: None,
            reports_to: None,
            level: None,
            succeeds: None,
            status_from: None,
            seats: Vec::new(),
            roles: Vec::new(),
            cadences: Vec::new(),
            quorums: Vec::new(),
            voting: None,
            membership_from: None,
            codes: Default::default(),
            source: None,
        });
        Ok(Some(id))
    }

    /// The goal that a row names; made if the document has none.
    pub(super) fn goal(&mut self, sheet: &mut Sheet<'_>, document: &mut Programme, row: usize) -> Cell<String> {
        if !self.makes_goals {
            return self.goals.refer(sheet, row, "goal", "goals");
        }
        let Some(text) = sheet.word(row, "goal")? else { return Ok(None) };
        if let Some(id) = self.goals.find(&text) {
            return Ok(Some(id.to_owned()));
        }
        let id = code_or_slug(&text, "goal", &self.goals);
        self.goals.add(&id, &text);
        document.goals.push(Goal {
            id: id.clone(),
            name: Text(text),
            objective: None,
            accountable_role: None,
            start: None,
            end: None,
            codes: Default::default(),
            source: None,
        });
        Ok(Some(id))
    }

    /// An aim of a document that had none.
    pub(super) fn aim(
        &mut self,
        sheet: &mut Sheet<'_>,
        document: &mut Programme,
        row: usize,
        text: &str,
    ) -> Result<String, Bad> {
        if let Some(id) = self.aims.find(text) {
            return Ok(id.to_owned());
        }
        let id = new_purpose(sheet, row, "aims", text, &self.aims)?;
        self.aims.add(&id, text);
        document.aims.push(Aim {
            id: id.clone(),
            name: Text(text.to_owned()),
            accountable_role: None,
            coverage: None,
            start: None,
            end: None,
            codes: Default::default(),
            source: None,
        });
        Ok(id)
    }

    /// A driver of a document that had none.
    pub(super) fn driver(
        &mut self,
        sheet: &mut Sheet<'_>,
        document: &mut Programme,
        row: usize,
        text: &str,
    ) -> Result<String, Bad> {
        if let Some(id) = self.drivers.find(text) {
            return Ok(id.to_owned());
        }
        let id = new_purpose(sheet, row, "drivers", text, &self.drivers)?;
        self.drivers.add(&id, text);
        document.drivers.push(Driver {
            id: id.clone(),
            name: Text(text.to_owned()),
            accountable_role: None,
            coverage: None,
            start: None,
            end: None,
            codes: Default::default(),
            source: None,
        });
        Ok(id)
    }

    /// The organisation that a row names in a field; made if the document has none.
    pub(super) fn organisation(
        &mut self,
        sheet: &mut Sheet<'_>,
        document: &mut Programme,
        row: usize,
        field: &'static str,
    ) -> Cell<String> {
        if !self.makes_organisations {
            return self.organisations.refer(sheet, row, field, "organisations");
        }
        let Some(text) = sheet.word(row, field)? else { return Ok(None) };
        if let Some(id) = self.organisations.find(&text) {
            return Ok(Some(id.to_owned()));
        }
        let id = code_or_slug(&text, "organisation", &self.organisations);
        let is_trust =
            sheet.heading(field).is_some_and(|heading| plain(heading).split(' ').any(|word| word == "trust"));
        self.organisations.add(&id, &text);
        document.organisations.push(Organisation {
            id: id.clone(),
            name: Text(text),
            kind: if is_trust { OrganisationKind::Trust } else { OrganisationKind::Other },
            start: None,
            end: None,
            codes: Default::default(),
            sizes: Default::default(),
            successors: Vec::new(),
            source: None,
        });
        Ok(Some(id))
    }

    /// Takes out again what was made for rows that could not be read in the end.
    pub(super) fn tidy(&self, document: &mut Programme) {
        let mut kept: HashSet<String> = HashSet::new();
        if self.makes_bodies {
            for priority in &document.priorities {
                kept.insert(priority.body.clone());
                kept.extend(priority.baselines.iter().filter_map(|baseline| baseline.approved_by.clone()));
            }
            kept.extend(document.appointments.iter().map(|row| row.body.clone()));
            kept.extend(document.meetings.iter().map(|row| row.body.clone()));
            document.bodies.retain(|body| kept.contains(&body.id));
        }
        if self.makes_goals {
            kept = document.priorities.iter().filter_map(|row| row.goal.clone()).collect();
            document.goals.retain(|goal| kept.contains(&goal.id));
        }
        // A cell of several may have made some before it could not be read.
        if self.makes_aims {
            kept = document.priorities.iter().flat_map(|row| &row.aims).map(|link| link.aim.clone()).collect();
            document.aims.retain(|aim| kept.contains(&aim.id));
        }
        if self.makes_drivers {
            kept = document.priorities.iter().flat_map(|row| &row.drivers).map(|link| link.driver.clone()).collect();
            document.drivers.retain(|driver| kept.contains(&driver.id));
        }
        if self.makes_organisations {
            let led = document.priorities.iter().filter_map(|row| row.lead_organisation.clone());
            let appointed = document.appointments.iter().filter_map(|row| row.organisation.clone());
            let hosted = document.meetings.iter().filter_map(|row| row.hosted_by.clone());
            let attended = document.meetings.iter().flat_map(|row| &row.attendance);
            let scored = document.exercises.iter().flat_map(|row| &row.scores).map(|score| score.organisation.clone());
            let observed = document.observations.iter().filter_map(|row| row.organisation.clone());
            kept = led.chain(appointed).chain(hosted).chain(scored).chain(observed).collect();
            kept.extend(attended.filter_map(|row| row.organisation.clone()));
            document.organisations.retain(|row| kept.contains(&row.id));
        }
    }

    /// The body that approved the baseline of a row.
    pub(super) fn approving(&mut self, sheet: &mut Sheet<'_>, row: usize) -> Option<String> {
        self.bodies.refer(sheet, row, "approved_by", "bodies").ok().flatten()
    }

    /// A role that people hold.
    pub(super) fn role(&mut self, sheet: &mut Sheet<'_>, row: usize, field: &'static str) -> Cell<String> {
        self.roles.refer(sheet, row, field, "roles")
    }
}

/// The identifier of an aim or driver that is made from a cell.
fn new_purpose(
    sheet: &mut Sheet<'_>,
    row: usize,
    field: &'static str,
    text: &str,
    names: &Names,
) -> Result<String, Bad> {
    if text.chars().nth(LONGEST_IDENTIFIER).is_some() {
        let message = format!("“{}” is too long", clip(text));
        sheet.note(row, field, Code::TooLarge, "names of at most 256 characters", &message);
        return Err(Bad);
    }
    Ok(code_or_slug(text, field, names))
}

/// A text of one word is its own identifier, as a code is.
fn code_or_slug(text: &str, fallback: &str, names: &Names) -> String {
    let free = !text.contains(char::is_whitespace) && !names.holds(text);
    if free { text.to_owned() } else { slug(text, fallback, |id| names.holds(id)) }
}

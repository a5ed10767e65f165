//! Priorities, one a row, each with its baseline and its latest report.

use std::collections::{HashMap, HashSet};

use super::Options;
use super::baselines::{self, Stated};
use super::cells::{Bad, Sheet, spelled};
use super::judged::{Log, Said, defaults, report};
use super::links;
use super::names::{Directory, slug};
use super::words::{HORIZONS, KINDS, STAGES, horizon, kind, plain, stage};
use crate::decimal::Decimal;
use crate::document::Programme;
use crate::document::priority::{Horizon, Priority, PriorityKind, Stage};
use crate::document::values::{Amount, Text, Weight, clip};
use crate::problem::{Code, Problem};

/// What a row says of a priority itself.
struct Row {
    id: Option<String>,
    name: String,
    kind: PriorityKind,
    critical: Option<bool>,
    body: String,
    goal: Option<String>,
    lead_organisation: Option<String>,
    horizon: Option<Horizon>,
    stage: Option<Stage>,
    weight: Option<Weight>,
    cost: Option<Amount>,
    capacity_days: Option<Amount>,
}

/// The priorities of the document: by identifier, and by body and name.
struct Index {
    by_id: HashMap<String, usize>,
    by_name: HashMap<(String, String), usize>,
}

impl Index {
    fn of(document: &Programme) -> Self {
        let mut index = Self { by_id: HashMap::new(), by_name: HashMap::new() };
        for (place, priority) in document.priorities.iter().enumerate() {
            index.add(place, priority);
        }
        index
    }

    fn add(&mut self, place: usize, priority: &Priority) {
        self.by_id.insert(priority.id.clone(), place);
        self.by_name.entry((priority.body.clone(), plain(priority.name.as_str()))).or_insert(place);
    }
}

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme, options: &Options) {
    let mut directory = Directory::of(document);
    let mut index = Index::of(document);
    let mut log = Log::of(document);
    let updates = by_priority(document);
    let before = document.priorities.len();
    let mut seen: HashMap<usize, usize> = HashMap::new();
    let mut present: HashSet<usize> = HashSet::new();
    let mut proposed = false;
    let mut read: Vec<(usize, usize)> = Vec::new();
    defaults(sheet, options);
    for place in sheet.filled() {
        let Ok(row) = of_row(sheet, &mut directory, document, place) else {
            // What a row names is not gone, though it cannot be read; nor does it stand in the way of a row that can.
            present.extend(named_by(sheet, &index, place));
            continue;
        };
        let known = match &row.id {
            Some(id) => index.by_id.get(id).copied(),
            None => index.by_name.get(&(row.body.clone(), plain(&row.name))).copied(),
        };
        if let Some(first) = known.and_then(|known| seen.get(&known)) {
            let message = format!("the same priority stands in row {}; this row is not read", first.saturating_add(1));
            let name = row.id.as_deref().unwrap_or(&row.name);
            sheet.note_row(place, Code::DuplicateId, Some(name.into()), "each priority once", &message);
            continue;
        }
        let approved_by = directory.approving(sheet, place);
        let stated = baselines::read(sheet, place, approved_by);
        let position = match known {
            Some(known) => known,
            None => {
                let position = document.priorities.len();
                let id = row.id.clone().unwrap_or_else(|| {
                    let text: String = format!("{} {}", row.body, row.name).chars().take(150).collect();
                    slug(&text, "priority", |id| index.by_id.contains_key(id))
                });
                let priority = new(id, &row);
                index.add(position, &priority);
                document.priorities.push(priority);
                position
            }
        };
        seen.insert(position, place);
        present.insert(position);
        read.push((position, place));
        if position < before {
            add_to(sheet, document, position, &row, place);
        }
        proposed |= stated.finish.is_some() && stated.approved_on.is_none() && position >= before;
        with_baseline(sheet, document, position, place, stated, options);
        let Some(id) = document.priorities.get(position).map(|priority| priority.id.clone()) else { continue };
        let said = said_by(document, updates.get(&id), sheet, place, options);
        let Ok(Some(update)) = report(sheet, &mut directory, place, &id, &said, options) else { continue };
        let again = sheet.own_day(place) && said.is_before(update.as_at) && !said.is_finished();
        if again || said.is_news(&update) {
            log.append(document, update);
        }
    }
    if proposed && !sheet.has("approved_on") {
        sheet.problems.push(Problem {
            code: Code::MissingField,
            path: "/columns/approved_on".into(),
            value: None,
            accepted: Some(
                "a column with the day of approval, or one day for all of them as columns: approved_on: value".into(),
            ),
            message: "no column says when baselines were approved: they are read as proposed, and nothing is assessed \
                      against them"
                .into(),
        });
    }
    links::read(sheet, &mut directory, document, &read);
    gone(sheet, document, before, &present);
    directory.tidy(document);
}

/// The updates of each priority, in the order in which they speak.
fn by_priority(document: &Programme) -> HashMap<String, Vec<usize>> {
    let mut updates: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, update) in document.updates.iter().enumerate() {
        updates.entry(update.priority.clone()).or_default().push(place);
    }
    for places in updates.values_mut() {
        places.sort_by_key(|place| {
            let update = document.updates.get(*place);
            update.map(|update| (update.as_at, update.recorded_on.unwrap_or(update.as_at)))
        });
    }
    updates
}

/// What was said of a priority by the day that the row speaks of.
fn said_by(
    document: &Programme,
    updates: Option<&Vec<usize>>,
    sheet: &Sheet<'_>,
    place: usize,
    options: &Options,
) -> Said {
    let mut said = Said::default();
    let day = sheet.quietly_day(place, "as_at").unwrap_or(options.as_at);
    for update in updates.into_iter().flatten().filter_map(|place| document.updates.get(*place)) {
        if update.as_at <= day {
            said.add(update);
        }
    }
    said
}

/// What a row says of the priority itself; everything that is wrong with it is noted.
fn of_row(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    place: usize,
) -> Result<Row, Bad> {
    if ["name", "kind", "body"].iter().any(|field| !sheet.has(field)) {
        return Err(Bad);
    }
    let id = sheet.word(place, "id");
    let id =
        if sheet.has("id") { sheet.needed(place, "id", id, "an identifier of its own").map(Some) } else { Ok(None) };
    let name = sheet.text(place, "name");
    let name = sheet.needed(place, "name", name, "the name people use");
    let read = sheet.one_of(place, "kind", kind, KINDS);
    let kind = sheet.needed(place, "kind", read, KINDS);
    let body = directory.body(sheet, document, place);
    let body = sheet.needed(place, "body", body, "the body that answers for it");
    let (id, name, (kind, says_critical), body) = (id?, name?, kind?, body?);
    let mut critical = sheet.yes(place, "critical").ok().flatten().or(says_critical.then_some(true));
    if critical == Some(true) && kind != PriorityKind::Milestone {
        if sheet.has_column("critical") {
            let message = "only a milestone can be critical; the mark is not read";
            sheet.note(place, "critical", Code::WrongCombination, "yes for milestones only", message);
        }
        critical = None;
    }
    const POSITIVE: &str = "a number above 0 and below 1,000,000, with at most six decimal places";
    const AMOUNT: &str = "a number of 0 or more";
    let weight = sheet.number(place, "weight", |weight| weight > 0.0 && weight < 1e6, POSITIVE).ok().flatten();
    let weight = weight.and_then(|weight| {
        let decimal = Decimal::from_f64(weight).filter(|decimal| decimal.in_millionths() > 0);
        if decimal.is_none() {
            sheet.note(place, "weight", Code::TooManyPlaces, POSITIVE, "has more than six decimal places");
        }
        decimal.map(Weight)
    });
    Ok(Row {
        id,
        name,
        kind,
        critical: critical.filter(|critical| *critical),
        goal: directory.goal(sheet, document, place).ok().flatten(),
        lead_organisation: directory.organisation(sheet, document, place, "lead_organisation").ok().flatten(),
        body,
        horizon: sheet.one_of(place, "horizon", horizon, HORIZONS).ok().flatten(),
        stage: sheet.one_of(place, "stage", stage, STAGES).ok().flatten(),
        weight,
        cost: sheet.number(place, "cost", |cost| cost >= 0.0, AMOUNT).ok().flatten().map(Amount),
        capacity_days: sheet.number(place, "capacity_days", |days| days >= 0.0, AMOUNT).ok().flatten().map(Amount),
    })
}

/// The priority that a row names by its identifier, whatever else stands there.
fn named_by(sheet: &Sheet<'_>, index: &Index, place: usize) -> Option<usize> {
    let cell = sheet.heading("id").and_then(|heading| sheet.rows.get(place)?.get(heading))?;
    index.by_id.get(spelled(cell).trim()).copied()
}

/// A priority that no document had before.
fn new(id: String, row: &Row) -> Priority {
    Priority {
        id,
        name: Text(row.name.clone()),
        kind: row.kind,
        body: row.body.clone(),
        critical: row.critical,
        horizon: row.horizon,
        stage: row.stage,
        plan: None,
        goal: row.goal.clone(),
        other_goals: Vec::new(),
        drivers: Vec::new(),
        aims: Vec::new(),
        parent: None,
        depends_on: Vec::new(),
        lead_organisation: row.lead_organisation.clone(),
        participating_organisations: Vec::new(),
        affected_organisations: Vec::new(),
        weight: row.weight,
        cost: row.cost,
        capacity_days: row.capacity_days,
        approvals: Vec::new(),
        baselines: Vec::new(),
        tolerances: None,
        delivered: Vec::new(),
        benefit_from: None,
        start: None,
        end: None,
        codes: Default::default(),
        source: None,
    }
}

/// Fills in what the document did not say; what it says otherwise is told and kept.
fn add_to(sheet: &mut Sheet<'_>, document: &mut Programme, position: usize, row: &Row, place: usize) {
    let Some(priority) = document.priorities.get_mut(position) else { return };
    let mut differing: Vec<(&'static str, String)> = Vec::new();
    if plain(priority.name.as_str()) != plain(&row.name) {
        differing.push(("name", clip(priority.name.as_str())));
    }
    if priority.kind != row.kind {
        differing.push(("kind", priority.kind.to_string()));
    }
    if priority.body != row.body {
        differing.push(("body", clip(&priority.body)));
    }
    macro_rules! fill {
        ($($field:ident: $shown:expr,)*) => {$(
            match (&priority.$field, &row.$field) {
                (None, Some(_)) => priority.$field = row.$field.clone(),
                (Some(held), Some(stated)) if held != stated => {
                    let shown: fn(&_) -> String = $shown;
                    differing.push((stringify!($field), shown(held)));
                }
                _ => {}
            }
        )*};
    }
    fill! {
        goal: |held: &String| clip(held),
        lead_organisation: |held: &String| clip(held),
        horizon: |held: &Horizon| held.to_string(),
        stage: |held: &Stage| held.to_string(),
        weight: |held: &Weight| held.0.to_f64().to_string(),
        cost: |held: &Amount| held.0.to_string(),
        capacity_days: |held: &Amount| held.0.to_string(),
    }
    if row.critical == Some(true) && priority.kind == PriorityKind::Milestone && priority.critical.is_none() {
        priority.critical = Some(true);
    }
    for (field, held) in differing {
        let message = format!("the document says {held}, which is kept");
        sheet.note(place, field, Code::DiffersFromDocument, &held, &message);
    }
}

fn with_baseline(
    sheet: &mut Sheet<'_>,
    document: &mut Programme,
    position: usize,
    place: usize,
    stated: Stated,
    options: &Options,
) {
    if let Some(priority) = document.priorities.get_mut(position) {
        baselines::apply(sheet, place, priority, stated, options);
    }
}

/// Names the priorities that the document has and no row speaks of.
fn gone(sheet: &mut Sheet<'_>, document: &Programme, before: usize, present: &HashSet<usize>) {
    for (position, priority) in document.priorities.iter().take(before).enumerate() {
        if present.contains(&position) {
            continue;
        }
        if sheet.problems.is_full(Code::NotInRows) {
            sheet.problems.tally(Code::NotInRows);
            continue;
        }
        sheet.problems.push(Problem {
            code: Code::NotInRows,
            path: format!("/priorities/{position}"),
            value: crate::problem::shortened(&priority.id.as_str().into()),
            accepted: Some("a row for it, cancelled or complete where it is that".into()),
            message: format!("“{}” stands in no row; it is kept as it is", clip(&priority.id)),
        });
    }
}

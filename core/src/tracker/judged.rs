//! One row's report on a priority: an update, with what it contradicts told and left out.

use serde_json::Value;
use std::collections::{HashMap, HashSet};

use super::Options;
use super::cells::{Bad, Sheet};
use super::names::Directory;
use super::words::{LEVELS, LIFECYCLES, level, lifecycle};
use crate::day::Day;
use crate::document::Programme;
use crate::document::update::{Lifecycle, ReportedLevel, Update};
use crate::document::values::{Percent, Text};
use crate::problem::Code;

/// Who reports where no column says so.
const REPORTER: &str = "project_manager";

/// What stands where a sheet says cancelled and not why.
const NO_REASON: &str = "Not stated";

/// What a priority's updates have said so far.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Said {
    forecast_finish: Option<Day>,
    actual_start: Option<Day>,
    actual_finish: Option<Day>,
    percent: Option<Percent>,
    lifecycle: Option<Lifecycle>,
    reason: Option<Text>,
    reported_level: Option<ReportedLevel>,
    note: Option<Text>,
    last: Option<Day>,
}

impl Said {
    /// Adds an update, as an assessment does: an absent field says nothing new, and reopening clears a finish.
    pub(super) fn add(&mut self, update: &Update) {
        if update.lifecycle.is_some_and(|now| !matches!(now, Lifecycle::Complete | Lifecycle::Cancelled)) {
            self.actual_finish = None;
        }
        self.forecast_finish = update.forecast_finish.or(self.forecast_finish);
        self.actual_start = update.actual_start.or(self.actual_start);
        self.actual_finish = update.actual_finish.or(self.actual_finish);
        self.percent = update.percent.or(self.percent);
        self.lifecycle = update.lifecycle.or(self.lifecycle);
        self.reason = update.reason.clone().or(self.reason.take());
        self.reported_level = update.reported_level.or(self.reported_level);
        self.note = update.note.clone().or(self.note.take());
        self.last = self.last.max(Some(update.as_at));
    }

    /// True if the update says anything that was not said already.
    pub(super) fn is_news(&self, update: &Update) -> bool {
        let mut after = self.clone();
        after.add(update);
        after.last = self.last;
        after != *self
    }

    /// True if the day is later than that of the last update.
    pub(super) fn is_before(&self, day: Day) -> bool {
        self.last.is_none_or(|last| last < day)
    }

    pub(super) fn is_finished(&self) -> bool {
        matches!(self.lifecycle, Some(Lifecycle::Complete | Lifecycle::Cancelled))
    }
}

/// The updates of a document, so that new ones have identifiers of their own and none is said twice.
pub(super) struct Log {
    ids: HashSet<String>,
    next: HashMap<String, u64>,
    statements: HashSet<String>,
}

impl Log {
    pub(super) fn of(document: &Programme) -> Self {
        Self {
            ids: document.updates.iter().map(|update| update.id.clone()).collect(),
            next: HashMap::new(),
            statements: document.updates.iter().map(statement).collect(),
        }
    }

    /// Appends an update unless the document says the same of that day already; true if it did.
    pub(super) fn append(&mut self, document: &mut Programme, mut update: Update) -> bool {
        if !self.statements.insert(statement(&update)) {
            return false;
        }
        let short: String = update.priority.chars().take(200).collect();
        let base = format!("{short}-{}", update.as_at);
        let number = self.next.entry(base.clone()).or_insert(1);
        update.id = if *number == 1 { base.clone() } else { format!("{base}-{number}") };
        while self.ids.contains(&update.id) {
            *number = number.saturating_add(1);
            update.id = format!("{base}-{number}");
        }
        *number = number.saturating_add(1);
        self.ids.insert(update.id.clone());
        document.updates.push(update);
        true
    }
}

/// What an update says of which day, without when it was written down.
fn statement(update: &Update) -> String {
    let mut value = serde_json::to_value(update).unwrap_or_default();
    if let Value::Object(fields) = &mut value {
        for name in ["id", "recorded_on", "name", "codes", "source"] {
            fields.remove(name);
        }
    }
    value.to_string()
}

/// Shows what a report has without a column.
pub(super) fn defaults(sheet: &mut Sheet<'_>, options: &Options) {
    if !sheet.rows.is_empty() {
        sheet.by_default("as_at", &options.as_at.to_string());
        sheet.by_default("by", REPORTER);
    }
}

/// The day that a row speaks of.
pub(super) fn as_at(sheet: &mut Sheet<'_>, row: usize, options: &Options) -> Result<Day, Bad> {
    let latest = options.as_at.max(options.recorded_on);
    match sheet.day(row, "as_at")? {
        Some(day) if day > latest => {
            let message = format!("{day} comes after the day the rows speak of and the day they were recorded");
            sheet.note(row, "as_at", Code::OutOfRange, &format!("a date not after {latest}"), &message);
            Err(Bad)
        }
        day => Ok(day.unwrap_or(options.as_at)),
    }
}

/// The report of a row on a priority of which that much was said by the day it speaks of; none where it says nothing.
pub(super) fn report(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    row: usize,
    priority: &str,
    said: &Said,
    options: &Options,
) -> Result<Option<Update>, Bad> {
    let as_at = as_at(sheet, row, options)?;
    let by = directory.role(sheet, row, "by").ok().flatten().unwrap_or_else(|| REPORTER.to_owned());
    let mut update = Update {
        id: String::new(),
        priority: priority.to_owned(),
        as_at,
        by,
        recorded_on: Some(options.recorded_on),
        forecast_finish: sheet.day(row, "forecast_finish").ok().flatten(),
        actual_start: sheet.day(row, "actual_start").ok().flatten(),
        actual_finish: None,
        percent: sheet.percent(row, "percent").ok().flatten().map(Percent),
        lifecycle: sheet.one_of(row, "lifecycle", lifecycle, LIFECYCLES).ok().flatten(),
        reason: sheet.text(row, "reason").ok().flatten().map(Text),
        reported_level: sheet.one_of(row, "reported_level", level, LEVELS).ok().flatten(),
        note: sheet.text(row, "note").ok().flatten().map(Text),
        name: None,
        codes: Default::default(),
        source: None,
    };
    let finish = sheet.day(row, "actual_finish");
    if !sheet.has_column("lifecycle") && update.reported_level == Some(ReportedLevel::Complete) {
        // Blue is complete, where nothing else says how far a priority is.
        update.lifecycle = update.lifecycle.or(Some(Lifecycle::Complete));
    }
    finished(sheet, row, &mut update, finish, said);
    if update.actual_start.is_some_and(|start| start > as_at) {
        let message = format!("started after {as_at}, the day that the row speaks of");
        sheet.note(row, "actual_start", Code::OutOfRange, &format!("a date not after {as_at}"), &message);
        update.actual_start = None;
    }
    if let (Some(start), Some(finish)) = (update.actual_start, update.actual_finish)
        && start > finish
    {
        let message = format!("started on {start}, after it was finished ({finish})");
        sheet.note(row, "actual_start", Code::StartAfterEnd, &format!("a date not after {finish}"), &message);
        update.actual_start = None;
    }
    Ok(says_anything(&update).then_some(update))
}

/// The finish of a row against its place in life: only what is complete is finished, and only by the day spoken of.
fn finished(sheet: &mut Sheet<'_>, row: usize, update: &mut Update, finish: Result<Option<Day>, Bad>, said: &Said) {
    let as_at = update.as_at;
    let complete = update.lifecycle == Some(Lifecycle::Complete);
    match finish {
        Ok(Some(day)) if day > as_at => {
            let message = format!("finished on {day}, after {as_at}, the day that the row speaks of; neither is read");
            sheet.note(row, "actual_finish", Code::ActualAfterAsAt, &format!("a date not after {as_at}"), &message);
            update.lifecycle = update.lifecycle.filter(|_| !complete);
        }
        Ok(Some(_)) if update.lifecycle.is_some_and(|now| !complete && now != Lifecycle::Cancelled) => {
            let message = "has a finish and is not complete; the finish is not read";
            sheet.note(row, "actual_finish", Code::WrongCombination, "a finish of what is complete", message);
        }
        Ok(Some(day)) => update.actual_finish = Some(day),
        // What cannot be read is no finish and no lack of one.
        Err(Bad) => update.lifecycle = update.lifecycle.filter(|_| !complete),
        Ok(None) if complete => match said.actual_finish.filter(|_| said.lifecycle == Some(Lifecycle::Complete)) {
            Some(known) if known <= as_at => update.actual_finish = Some(known),
            _ => {
                update.actual_finish = Some(as_at);
                let field = if sheet.has("actual_finish") { "actual_finish" } else { "lifecycle" };
                let accepted = format!("the date it was finished, not after {as_at}");
                let message = format!("complete without the day it was finished; {as_at} is taken");
                sheet.note(row, field, Code::CompletedNoDate, &accepted, &message);
            }
        },
        Ok(None) => {}
    }
    if update.lifecycle == Some(Lifecycle::Cancelled) && update.reason.is_none() {
        update.reason = said.reason.clone().filter(|_| said.lifecycle == Some(Lifecycle::Cancelled));
        if update.reason.is_none() {
            let field = if sheet.has("reason") { "reason" } else { "lifecycle" };
            let message = format!("cancelled without a reason; “{NO_REASON}” is written");
            sheet.note(row, field, Code::CancelledWithoutReason, "why it was cancelled", &message);
            update.reason = Some(Text(NO_REASON.into()));
        }
    }
}

fn says_anything(update: &Update) -> bool {
    update.forecast_finish.or(update.actual_start).or(update.actual_finish).is_some()
        || update.percent.is_some()
        || update.lifecycle.is_some()
        || update.reported_level.is_some()
        || update.note.is_some()
}

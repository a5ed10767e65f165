//! Declared counts against those counted, possible duplicates, and how far improvements have spread.

use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

use super::{Case, CountRow, Delivery, Found, breach, some_of, whole};
use crate::day::Day;
use crate::document::record::{Counted, DeclaredCount};
use crate::finding::{About, FindingCode, Severity};
use crate::holdings::start_of_year;
use crate::model::positions;
use crate::status::within;

impl Case<'_, '_, '_> {
    /// Declared counts beside those counted on their own days.
    pub(super) fn declared(&self) -> (Vec<CountRow>, Found) {
        let (mut rows, mut found) = (Vec::new(), Found::default());
        let programme = self.records.model.programme;
        let mut counted: HashMap<(Counted, Option<&str>, Day), usize> = HashMap::new();
        let mut left = super::MOST_LOOKED_AT;
        for declared in &programme.declared_counts {
            let day = declared.as_at.unwrap_or(self.moment.as_at);
            if day > self.moment.as_at {
                continue;
            }
            let number = match counted.get(&(declared.of, declared.kind.as_deref(), day)) {
                Some(number) => *number,
                None => {
                    let Some(rest) = left.checked_sub(self.records_of(declared.of)) else {
                        found.findings.push(self.incomplete("governance.declared_counts", super::MOST_LOOKED_AT));
                        break;
                    };
                    left = rest;
                    let number = self.count(declared, day);
                    counted.insert((declared.of, declared.kind.as_deref(), day), number);
                    number
                }
            };
            found.ask((number != declared.count as usize).then(|| {
                let code = FindingCode::CountDiffers;
                let finding = breach(code, About::Programme, &programme.id, "governance.declared_counts");
                let finding = finding.with("of", declared.of.as_str()).with("kind", declared.kind.clone());
                let finding = finding.with("declared", i64::from(declared.count)).with("counted", number);
                let finding = finding.with("as_at", day);
                finding.proof("declared_count", declared.kind.clone().unwrap_or_default(), "count")
            }));
            rows.push(CountRow {
                of: declared.of,
                kind: declared.kind.clone(),
                as_at: day,
                declared: declared.count,
                counted: whole(number),
                source: declared.source.as_ref().map(|source| source.as_str().to_owned()),
            });
        }
        (rows, found)
    }

    fn records_of(&self, of: Counted) -> usize {
        let programme = self.records.model.programme;
        match of {
            Counted::Priorities => programme.priorities.len(),
            Counted::Bodies => programme.bodies.len(),
            Counted::Appointments => programme.appointments.len(),
            Counted::Meetings => programme.meetings.len(),
            Counted::Organisations => programme.organisations.len(),
        }
    }

    /// What the document holds on a day: in force by then; of meetings those held in the financial year up to then.
    fn count(&self, declared: &DeclaredCount, day: Day) -> usize {
        let programme = self.records.model.programme;
        let of_kind = |own: &str| declared.kind.as_deref().is_none_or(|kind| kind == own);
        match declared.of {
            Counted::Priorities => (programme.priorities.iter())
                .filter(|row| of_kind(row.kind.as_str()) && within(row.start, row.end, day))
                .count(),
            Counted::Bodies => (programme.bodies.iter())
                .filter(|row| of_kind(row.kind.as_str()) && within(row.start, row.end, day))
                .count(),
            Counted::Appointments => (programme.appointments.iter())
                .filter(|row| of_kind(&row.role) && within(row.start, row.end, day))
                .count(),
            Counted::Organisations => (programme.organisations.iter())
                .filter(|row| of_kind(row.kind.as_str()) && within(row.start, row.end, day))
                .count(),
            Counted::Meetings => {
                let from = start_of_year(programme.collaborative.as_ref(), day);
                let held = |held: Option<Day>| held.is_some_and(|held| from <= held && held <= day);
                let known = |recorded: Option<Day>, held: Option<Day>| {
                    recorded.or(held).is_none_or(|recorded| self.moment.knows(recorded))
                };
                (programme.meetings.iter())
                    .filter(|row| {
                        of_kind(row.kind.as_str()) && held(row.held_on) && known(row.recorded_on, row.held_on)
                    })
                    .count()
            }
        }
    }

    /// Several bodies that work for the same goal on the same indicator.
    pub(super) fn duplicates(&self) -> Found {
        let mut found = Found::default();
        let model = self.records.model;
        let programme = model.programme;
        let places = positions(programme.priorities.iter().map(|priority| priority.id.as_str()));
        for indicator in &programme.indicators {
            let mut by_goal: IndexMap<usize, Vec<usize>> = IndexMap::new();
            let linked: IndexSet<usize> =
                indicator.priorities.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
            for place in linked.into_iter().filter(|place| self.counts(*place)) {
                if let Some(goal) = self.goal_of(place) {
                    by_goal.entry(goal).or_default().push(place);
                }
            }
            for (goal, priorities) in by_goal {
                let bodies: HashSet<usize> = priorities.iter().map(|place| model.items[*place].body).collect();
                found.ask((bodies.len() > 1).then(|| {
                    let code = FindingCode::PossibleDuplicate;
                    let finding = breach(code, About::Indicator, &indicator.id, "governance.duplicates");
                    let ids = priorities.iter().map(|place| programme.priorities[*place].id.as_str());
                    let (names, count) = some_of(ids);
                    let bodies = priorities.iter().map(|place| model.items[*place].priority.body.as_str());
                    let finding =
                        finding.with("goal", programme.goals[goal].id.clone()).with("bodies", some_of(bodies).0);
                    let finding = finding.with("priorities", names).with("count", count);
                    finding.proof("indicator", indicator.id.clone(), "priorities")
                }));
            }
        }
        found
    }

    /// How many of the organisations that an improvement is for have it.
    pub(super) fn delivered(&self) -> (Vec<Delivery>, Found) {
        let (mut rows, mut found) = (Vec::new(), Found::default());
        let programme = self.records.model.programme;
        let as_at = self.moment.as_at;
        let members: IndexSet<&str> = (programme.collaborative.iter().flat_map(|own| &own.members))
            .filter(|member| within(member.start, member.end, as_at))
            .map(|member| member.organisation.as_str())
            .collect();
        let mut left = super::MOST_LOOKED_AT;
        for (_, priority) in self.counted().filter(|(_, priority)| !priority.delivered.is_empty()) {
            let taking_part: IndexSet<&str> = priority.participating_organisations.iter().map(String::as_str).collect();
            let wanted = if taking_part.is_empty() { &members } else { &taking_part };
            let Some(rest) = left.checked_sub(wanted.len()) else {
                found.findings.push(self.incomplete("governance.delivery", super::MOST_LOOKED_AT));
                break;
            };
            left = rest;
            let seen: Vec<_> =
                priority.delivered.iter().filter(|row| row.on.is_none_or(|day| self.moment.sees(day, None))).collect();
            let reached: HashSet<&str> = seen.iter().map(|row| row.organisation.as_str()).collect();
            let (have, lack): (Vec<&str>, Vec<&str>) = wanted.iter().copied().partition(|id| reached.contains(id));
            let days = || seen.iter().filter(|row| wanted.contains(row.organisation.as_str())).filter_map(|row| row.on);
            found.ask((!lack.is_empty()).then(|| {
                let finding = breach(FindingCode::NotSpread, About::Priority, &priority.id, "governance.delivery");
                let (names, count) = some_of(lack.iter().copied());
                let finding = finding.with("delivered", have.len()).with("of", wanted.len());
                let finding = finding.with("missing", names).with("count", count).severity(Severity::Note);
                finding.proof("priority", priority.id.clone(), "delivered")
            }));
            let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
            rows.push(Delivery {
                priority: priority.id.clone(),
                body: priority.body.clone(),
                delivered: whole(have.len()),
                of: whole(wanted.len()),
                first_on: days().min(),
                last_on: days().max(),
                organisations: owned(have),
                missing: owned(lack),
            });
        }
        (rows, found)
    }
}

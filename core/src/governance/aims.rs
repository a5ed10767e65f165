//! What priorities are for: aims, drivers and goals, and the mix of quick and lasting work.

use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;

use super::{AimRow, BodyRow, Case, Found, GoalBody, breach};
use crate::document::body::{BodyKind, MeetingKind};
use crate::document::priority::{Horizon, Strength};
use crate::document::strategy::CoverageRule;
use crate::finding::{About, Finding, FindingCode, Level, Proof};
use crate::model::positions;
use crate::status::{Counts, within};

/// Empty cells of goals and bodies are shown while there are at most so many.
const MOST_CELLS: usize = 10_000;
/// An away day is asked for in so many days up to the day, that included: a year.
const YEAR: i64 = 365;

impl Case<'_, '_, '_> {
    /// Aims with their activities; whether each priority addresses one, and answers a driver.
    pub(super) fn aims(&self) -> (Vec<AimRow>, Found, Found) {
        let programme = self.records.model.programme;
        let as_at = self.moment.as_at;
        let in_force = programme.aims.iter().filter(|aim| within(aim.start, aim.end, as_at));
        let mut rows: IndexMap<&str, AimRow> = in_force
            .map(|aim| {
                let row = AimRow {
                    aim: aim.id.clone(),
                    name: aim.name.as_str().to_owned(),
                    priorities: 0,
                    supports: 0,
                    contributes: 0,
                    delivers: 0,
                    least_served: false,
                    activities: IndexMap::new(),
                };
                (aim.id.as_str(), row)
            })
            .collect();
        for (_, priority) in self.counted() {
            // Of several links to one aim the strongest counts.
            let mut links: IndexMap<&str, Option<Strength>> = IndexMap::new();
            for link in &priority.aims {
                let strength = links.entry(&link.aim).or_default();
                *strength = (*strength).max(link.strength);
            }
            for (aim, strength) in links {
                let Some(row) = rows.get_mut(aim) else { continue };
                row.priorities += 1;
                match strength {
                    Some(Strength::Supports) => row.supports += 1,
                    Some(Strength::Contributes) => row.contributes += 1,
                    Some(Strength::Delivers) => row.delivers += 1,
                    None => {}
                }
                row.activities.insert(priority.id.clone(), strength);
            }
        }
        let number = |row: &AimRow| row.priorities;
        let (least, most) = (rows.values().map(number).min(), rows.values().map(number).max());
        for row in rows.values_mut().filter(|_| least < most) {
            row.least_served = Some(row.priorities) == least;
        }
        let asked = |rule: Option<CoverageRule>| rule != Some(CoverageRule::None);
        let mut coverage = Found::default();
        if programme.aims.iter().any(|aim| within(aim.start, aim.end, as_at) && asked(aim.coverage)) {
            self.cite(&mut coverage, FindingCode::NoAim, "aims", &|place| !self.priority(place).aims.is_empty());
        }
        for aim in programme.aims.iter().filter(|aim| rows.get(aim.id.as_str()).is_some_and(|row| row.priorities == 0))
        {
            if asked(aim.coverage) && self.counted().next().is_some() {
                let finding = breach(FindingCode::AimNotServed, About::Aim, &aim.id, "governance.aims");
                coverage.findings.push(finding.proof("aim", aim.id.clone(), "coverage"));
            }
        }
        let mut drivers = Found::default();
        let in_force = |driver: &&crate::document::strategy::Driver| within(driver.start, driver.end, as_at);
        if programme.drivers.iter().filter(in_force).any(|driver| asked(driver.coverage)) {
            self.cite(&mut drivers, FindingCode::NoDriver, "drivers", &|place| {
                !self.priority(place).drivers.is_empty()
            });
        }
        (rows.into_values().collect(), coverage, drivers)
    }

    fn priority(&self, place: usize) -> &crate::document::priority::Priority {
        &self.records.model.programme.priorities[place]
    }

    /// Asks of every priority that it, or what it is part of, cites something.
    fn cite(&self, found: &mut Found, code: FindingCode, field: &'static str, cites: &dyn Fn(usize) -> bool) {
        let rule = if code == FindingCode::NoAim { "governance.aims" } else { "governance.drivers" };
        for (place, priority) in self.counted() {
            let cited = cites(place) || self.records.model.parents_of(place).any(cites);
            found.ask((!cited).then(|| {
                breach(code, About::Priority, &priority.id, rule).proof("priority", priority.id.clone(), field)
            }));
        }
    }

    /// The goal that a priority serves: its own, else that of what it is part of.
    pub(super) fn goal_of(&self, place: usize) -> Option<usize> {
        let model = self.records.model;
        let own = |place: usize| model.items.get(place).and_then(|item| item.goal);
        own(place).or_else(|| model.parents_of(place).find_map(own))
    }

    /// No goal is empty, and no priority is without one.
    pub(super) fn goals(&self) -> Found {
        let mut found = Found::default();
        let programme = self.records.model.programme;
        if programme.goals.is_empty() {
            return found;
        }
        let goals = positions(programme.goals.iter().map(|goal| goal.id.as_str()));
        let mut served = vec![false; programme.goals.len()];
        for (place, priority) in self.counted() {
            let goal = self.goal_of(place);
            let others = priority.other_goals.iter().filter_map(|goal| goals.get(goal.as_str()).copied());
            goal.into_iter().chain(others).for_each(|goal| served[goal] = true);
            found.ask(goal.is_none().then(|| {
                let finding = breach(FindingCode::OrphanPriority, About::Priority, &priority.id, "governance.goals");
                finding.proof("priority", priority.id.clone(), "goal")
            }));
        }
        for (goal, _) in programme.goals.iter().zip(served).filter(|(_, served)| !served) {
            if within(goal.start, goal.end, self.moment.as_at) {
                found.ask(Some(breach(FindingCode::EmptyGoal, About::Goal, &goal.id, "governance.goals").proof(
                    "goal",
                    goal.id.clone(),
                    "id",
                )));
            }
        }
        found
    }

    /// The matrix of goals and bodies: cells with priorities; empty ones too while there are not too many.
    pub(super) fn goal_bodies(&self) -> Vec<GoalBody> {
        let model = self.records.model;
        let programme = model.programme;
        let goals = positions(programme.goals.iter().map(|goal| goal.id.as_str()));
        let mut cells: HashMap<(usize, usize), GoalBody> = HashMap::new();
        let mut working: IndexSet<usize> = IndexSet::new();
        let empty = |goal: usize, body: usize| GoalBody {
            goal: programme.goals[goal].id.clone(),
            body: programme.bodies[body].id.clone(),
            priorities: 0,
            counts: Counts::default(),
            beside: 0,
            worst: None,
        };
        for (place, priority) in self.counted() {
            let (facts, level) = (&model.items[place], self.items[place].level);
            working.insert(facts.body);
            // A parent without dates of its own is seen through its parts.
            let own = self.goal_of(place).filter(|_| facts.children.is_empty() || level != Level::NotAssessed);
            if let Some(goal) = own {
                let cell = cells.entry((goal, facts.body)).or_insert_with(|| empty(goal, facts.body));
                cell.priorities += 1;
                let counts = &mut cell.counts;
                match level {
                    Level::Complete => counts.complete += 1,
                    Level::Green => counts.green += 1,
                    Level::Amber => counts.amber += 1,
                    Level::Red => counts.red += 1,
                    Level::NotAssessed => counts.not_assessed += 1,
                    Level::Excluded => {}
                }
                if level.is_assessed() {
                    cell.worst = cell.worst.max(Some(level));
                }
            }
            let others: IndexSet<usize> =
                priority.other_goals.iter().filter_map(|goal| goals.get(goal.as_str()).copied()).collect();
            for goal in others.into_iter().filter(|goal| Some(*goal) != own) {
                cells.entry((goal, facts.body)).or_insert_with(|| empty(goal, facts.body)).beside += 1;
            }
        }
        if working.len().saturating_mul(programme.goals.len()) <= MOST_CELLS {
            for goal in 0..programme.goals.len() {
                for body in &working {
                    cells.entry((goal, *body)).or_insert_with(|| empty(goal, *body));
                }
            }
        }
        let mut cells: Vec<_> = cells.into_iter().collect();
        cells.sort_unstable_by_key(|(place, _)| *place);
        cells.into_iter().map(|(_, cell)| cell).collect()
    }

    /// The priorities that show which horizon a body lacks.
    fn prove_horizons(&self, found: &mut Found) {
        let mut lacking: HashMap<String, &mut Finding> =
            found.findings.iter_mut().map(|finding| (finding.subject.id.clone(), finding)).collect();
        if lacking.is_empty() {
            return;
        }
        for (_, priority) in self.counted().filter(|(_, priority)| priority.horizon.is_some()) {
            if let Some(finding) = lacking.get_mut(&priority.body).filter(|one| one.evidence.len() < super::MOST_NAMED)
            {
                let proof = Proof { kind: "priority".into(), id: priority.id.clone(), field: "horizon".into() };
                finding.evidence.push(proof);
            }
        }
    }

    /// Networks and pathways: quick wins and transformative priorities, and an away day within a year.
    pub(super) fn horizons(&self) -> (Vec<BodyRow>, Found, Found) {
        let programme = self.records.model.programme;
        let as_at = self.moment.as_at;
        let (mut mix, mut away) = (Found::default(), Found::default());
        let mut numbers = vec![[0_u32; 3]; programme.bodies.len()];
        for (place, priority) in self.counted() {
            let kind = match priority.horizon {
                Some(Horizon::QuickWin) => 0,
                Some(Horizon::Transformative) => 1,
                None => 2,
            };
            numbers[self.records.model.items[place].body][kind] += 1;
        }
        let year_ago = as_at.plus(1 - YEAR);
        let mut rows = Vec::new();
        for (place, body) in programme.bodies.iter().enumerate() {
            let network = matches!(body.kind, BodyKind::Network | BodyKind::Pathway);
            if !network || !within(body.start, body.end, as_at) {
                continue;
            }
            let [quick_wins, transformative, not_stated] = numbers[place];
            if quick_wins + transformative > 1 {
                mix.ask((quick_wins == 0 || transformative == 0).then(|| {
                    let finding = breach(FindingCode::OneHorizon, About::Body, &body.id, "governance.horizons");
                    let finding = finding.with("quick_wins", i64::from(quick_wins));
                    finding.with("transformative", i64::from(transformative))
                }));
            }
            let mut away_days =
                self.records.held(place, self.moment).filter(|(one, _)| one.kind == MeetingKind::AwayDay);
            let last = away_days.next_back();
            // Whoever is younger than a year still has time, and without any meeting nothing is known of them.
            if body.start.is_none_or(|start| start <= year_ago) && !programme.meetings.is_empty() {
                away.ask(last.is_none_or(|(_, day)| day < year_ago).then(|| {
                    let finding = breach(FindingCode::NoAwayDay, About::Body, &body.id, "governance.away_days");
                    let finding = finding.with("last", last.map(|(_, day)| day)).with("from", year_ago);
                    match last {
                        Some((meeting, _)) => finding.proof("meeting", meeting.id.clone(), "held_on"),
                        None => finding.proof("body", body.id.clone(), "meetings"),
                    }
                }));
            }
            rows.push(BodyRow {
                body: body.id.clone(),
                quick_wins,
                transformative,
                not_stated,
                last_away_day: last.map(|(_, day)| day),
            });
        }
        self.prove_horizons(&mut mix);
        (rows, mix, away)
    }
}

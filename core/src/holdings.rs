//! What the organisations of a programme hold, counted from its facts and checked: posts, priorities led, scorers,
//! attendance, chairs, hosting and votes.
//!
//! Posts and priorities are counted on the day of the report; meetings and votes over the financial year up to it, or
//! from the day that the document names. Where it asks for that, groups of the organisations and professions are
//! compared too.

mod events;
mod groups;
mod posts;
mod turns;

use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;

use events::{Key, Parts};
use groups::Groups;

use crate::day::Day;
use crate::decimal::Decimal;
use crate::document::body::MeetingKind;
use crate::document::declare::words;
use crate::document::exercise::Exercise;
use crate::document::organisation::Collaborative;
use crate::document::priority::Priority;
use crate::document::update::SubjectKind;
use crate::document::values::{DecimalShare, Size};
use crate::finding::{Dimension, Finding, FindingCode, Level, Severity};
use crate::model::{Model, PROFESSION, positions};
use crate::recall::result;
use crate::representation::{Check, CheckStatus, Count, Options, Rotation, Tolerance, check};
use crate::status::{Item, Moment};

/// The share of meetings that each organisation should come to, and of decisions that it should vote on, in millionths.
const PRESENCE: i64 = 750_000;
/// The most members: those of a check.
const MOST_MEMBERS: usize = 1_000;
/// Roles, bodies, goals and exercises are counted one by one while their number times that of the members stays within this.
const MOST_CELLS: usize = 10_000;

words! {
    /// What is counted by organisation.
    Held {
        /// Posts held on the day: appointments in force.
        Posts = "posts",
        /// Seats in bodies on the day.
        Seats = "seats",
        /// Priorities led that are not excluded on the day.
        PrioritiesLed = "priorities_led",
        /// Scorers of an exercise.
        Scorers = "scorers",
        /// Meetings that somebody of the organisation came to, as a member or deputy.
        Attendance = "attendance",
        /// Meetings chaired.
        Chairs = "chairs",
        /// Meetings hosted.
        Hosts = "hosts",
        /// Decisions voted on.
        Votes = "votes",
    }
}

words! {
    /// For what part of the programme something is counted.
    Scope {
        /// The whole programme.
        Programme = "programme",
        /// One body.
        Body = "body",
        /// One goal.
        Goal = "goal",
        /// One exercise.
        Exercise = "exercise",
        /// One profession.
        Profession = "profession",
    }
}

result! {
    /// One thing that is counted by organisation, and whether representation is as it should be.
    Holding {
        /// What is counted.
        what: Held,
        /// For what part of the programme.
        scope: Scope,
        /// Which programme, body, goal, exercise or profession; null for an exercise without an identifier.
        id: Option<String>,
        /// Posts of this role alone; null for all roles, and where no posts are counted.
        role: Option<String>,
        /// Meetings of this kind alone; null for all kinds, and where no meetings are counted.
        meeting_kind: Option<MeetingKind>,
        /// What is compared instead of organisations: `profession`, or a code of organisations such as `place`; else null.
        by: Option<String>,
        /// The size that entitlements follow, such as `staff_wte`; null for equal shares, and where each is held to all
        /// there was.
        shares: Option<String>,
        /// The first day counted; null where the day of the report alone counts.
        from: Option<Day>,
        /// The last day counted.
        to: Day,
        /// How many are held by organisations that are no members, which the check leaves out.
        outside: u32,
        /// The check.
        check: Check,
        /// Of chairs and hosts in the programme and in a body: how all turns on record have gone round, those before `from`
        /// too, with who has waited longest. Else null.
        rotation: Option<Rotation>,
    }
}

/// Everything that is counted, for a programme whose collaborative has members; else nothing.
pub(crate) fn holdings(model: &Model<'_>, items: &[Item], moment: Moment) -> Vec<Holding> {
    let collaborative = model.programme.collaborative.as_ref();
    let sharing = collaborative.and_then(|own| own.representation.as_ref());
    let own = Groups::of_members(model, moment.as_at, None);
    if own.names.is_empty() {
        return Vec::new();
    }
    let mut rows = counted(Facts::new(model, moment, own), items);
    for by in sharing.map(|own| own.groups.as_slice()).unwrap_or_default() {
        let groups = if by == PROFESSION {
            let posts = model.programme.appointments.iter();
            Groups::of_professions(posts.filter(|post| in_force(post.start, post.end, moment.as_at)))
        } else {
            Groups::of_members(model, moment.as_at, Some(by))
        };
        rows.extend(counted(Facts::new(model, moment, groups), items));
    }
    rows
}

/// Everything that these hold.
fn counted(facts: Facts<'_, '_>, items: &[Item]) -> Vec<Holding> {
    // More than a check takes are not compared.
    if facts.groups.names.is_empty() || facts.groups.names.len() > MOST_MEMBERS {
        return Vec::new();
    }
    let mut rows = facts.posts(items);
    if !facts.groups.are_professions() {
        rows.extend(facts.priorities_led(items));
        let parts = facts.parts(items);
        rows.extend(facts.scorers(&parts));
        rows.extend(facts.seats(&parts));
        rows.extend(facts.meetings(&parts));
        rows.extend(facts.votes(&parts));
    }
    note_totals(&mut rows);
    let once = said_once(&rows);
    rows.into_iter().zip(once).filter(|(row, once)| *once && can_be_shared(row)).map(|(row, _)| row).collect()
}

/// False of the posts of a role that are all posts of its body: the row of the body says it.
fn said_once(rows: &[Holding]) -> Vec<bool> {
    let of_bodies = || rows.iter().filter(|row| row.what == Held::Posts && row.scope == Scope::Body);
    let number = |row: &Holding| (row.check.total, row.outside, row.check.unattributed);
    let whole: HashMap<Option<&str>, (u32, u32, u32)> =
        of_bodies().filter(|row| row.role.is_none()).map(|row| (row.id.as_deref(), number(row))).collect();
    let part = |row: &Holding| row.what == Held::Posts && row.scope == Scope::Body && row.role.is_some();
    rows.iter().map(|row| !part(row) || whole.get(&row.id.as_deref()) != Some(&number(row))).collect()
}

/// One alone cannot be shared: said of the whole, not of each part.
fn can_be_shared(row: &Holding) -> bool {
    let duty = matches!(row.what, Held::Attendance | Held::Votes);
    row.scope == Scope::Programme || duty || row.check.total > 1
}

/// Every part is as it should be and the whole is not: said on the row of the whole.
fn note_totals(rows: &mut [Holding]) {
    let mut fine: HashMap<(Held, Option<String>), (usize, bool)> = HashMap::new();
    for row in rows.iter().filter(|row| row.scope == Scope::Body) {
        let (parts, all) = fine.entry((row.what, row.role.clone())).or_insert((0, true));
        (*parts, *all) = (*parts + 1, *all && row.check.status != CheckStatus::NotMet);
    }
    let whole = |row: &&mut Holding| row.scope == Scope::Programme && row.meeting_kind.is_none();
    for row in rows.iter_mut().filter(whole).filter(|row| row.check.status == CheckStatus::NotMet) {
        let Some((parts, true)) = fine.get(&(row.what, row.role.clone())).filter(|(parts, _)| *parts > 1) else {
            continue;
        };
        let id = row.id.clone().unwrap_or_default();
        let (code, dimension) = (FindingCode::PartsMetTotalNot, Dimension::Representation);
        let finding = Finding::new(code, SubjectKind::Programme, &id, dimension, "representation.parts");
        row.check.findings.push(finding.severity(Severity::Amber).with("parts", *parts));
    }
}

/// Scorers, each with the organisation.
type Scorers<'s> = IndexSet<(&'s str, &'s str)>;

/// What one row counts.
struct Row<'r> {
    held: Held,
    scope: Scope,
    id: Option<&'r str>,
    role: Option<&'r str>,
    meeting_kind: Option<MeetingKind>,
}

impl<'r> Row<'r> {
    fn of(held: Held, scope: Scope, id: &'r str) -> Self {
        Self { held, scope, id: Some(id), role: None, meeting_kind: None }
    }
}

/// Counts by organisation: of members in their order, of others, of nobody.
#[derive(Clone)]
struct Tally {
    members: Vec<u32>,
    outside: u32,
    nobody: u32,
    /// In millionths; none once one is not known.
    wte: Option<Vec<i64>>,
    /// When there was something to hold; none where the day of the report alone counts.
    days: Vec<Day>,
}

impl Tally {
    /// One more, of the member at that place, of somebody else, or of nobody.
    fn add(&mut self, organisation: Option<Option<usize>>) {
        match organisation {
            Some(Some(place)) => self.members[place] += 1,
            Some(None) => self.outside += 1,
            None => self.nobody += 1,
        }
    }
}

struct Facts<'m, 'a> {
    model: &'m Model<'a>,
    moment: Moment,
    /// Those who are compared.
    groups: Groups<'a>,
    /// The first day of the meetings and votes counted.
    from: Day,
    bodies: HashMap<&'a str, usize>,
    goals: HashMap<&'a str, usize>,
    roles: HashMap<&'a str, usize>,
}

impl<'m, 'a> Facts<'m, 'a> {
    fn new(model: &'m Model<'a>, moment: Moment, groups: Groups<'a>) -> Self {
        let collaborative = model.programme.collaborative.as_ref();
        let sharing = collaborative.and_then(|own| own.representation.as_ref());
        let from = sharing.and_then(|own| own.since);
        let from = from.unwrap_or_else(|| start_of_year(collaborative, moment.as_at));
        let bodies = positions(model.programme.bodies.iter().map(|body| body.id.as_str()));
        let roles = positions(model.programme.roles.iter().map(|role| role.id.as_str()));
        let goals = positions(model.programme.goals.iter().map(|goal| goal.id.as_str()));
        Self { model, moment, groups, from, bodies, goals, roles }
    }

    fn tally(&self) -> Tally {
        Tally { members: vec![0; self.groups.names.len()], outside: 0, nobody: 0, wte: None, days: Vec::new() }
    }

    /// Where an organisation counts: at a place, outside, or with nobody.
    fn place(&self, organisation: &str) -> Option<Option<usize>> {
        self.groups.place(organisation)
    }

    /// True if parts of the programme are few enough to count each of them.
    fn each(&self, parts: usize) -> bool {
        parts.saturating_mul(self.groups.names.len()) <= MOST_CELLS
    }

    fn row(&self, row: &Row<'_>, tally: &Tally) -> Option<Holding> {
        let named = |place: usize| self.groups.names[place].to_owned();
        let counts: IndexMap<String, Count> =
            tally.members.iter().enumerate().map(|(place, held)| (named(place), Count(Some(*held)))).collect();
        let over_year = !tally.days.is_empty();
        // Who joined late could not have held what there was before.
        let mut days = tally.days.clone();
        days.sort_unstable();
        let share = |start: &Option<Day>| {
            let before = start.map_or(0, |start| days.partition_point(|day| *day < start));
            ((days.len() - before) * 1_000_000 / days.len().max(1)) as i64
        };
        let shares: Vec<i64> = self.groups.since.iter().map(share).collect();
        let exposure = (over_year && shares.iter().any(|share| *share < 1_000_000)).then(|| {
            let share = |share: &i64| DecimalShare(Decimal::millionths(*share));
            shares.iter().enumerate().map(|(place, own)| (named(place), share(own))).collect()
        });
        let rate = DecimalShare(Decimal::millionths(PRESENCE));
        let of = u32::try_from(tally.days.len()).ok();
        let tolerance = matches!(row.held, Held::Attendance | Held::Votes).then_some(Tolerance {
            spread: None,
            distance: None,
            rate: Some(rate),
            of,
            wte: None,
        });
        let wte = tally.wte.as_ref().map(|wte| {
            let size = |wte: &i64| Size(Decimal::millionths(*wte));
            wte.iter().enumerate().map(|(place, own)| (named(place), size(own))).collect()
        });
        let entitlement = self.groups.entitlement().filter(|_| tolerance.is_none());
        let shares = self.groups.shares.filter(|_| tolerance.is_none());
        // A report holds many rows, and nobody should read a verdict from chance into them.
        let options = Options {
            entitlement,
            tolerance,
            wte,
            exposure,
            unattributed: tally.nobody,
            without_footnote: true,
            ..Options::default()
        };
        // Only more organisations than a check takes are refused.
        let mut check = check(&counts, &options).ok()?;
        for finding in &mut check.findings {
            finding.add("of", row.held.as_str());
            self.groups.by.iter().for_each(|by| finding.add("by", (*by).to_owned()));
        }
        Some(Holding {
            what: row.held,
            scope: row.scope,
            id: row.id.map(str::to_owned),
            role: row.role.map(str::to_owned),
            meeting_kind: row.meeting_kind,
            by: self.groups.by.map(str::to_owned),
            shares: shares.map(str::to_owned),
            from: over_year.then_some(self.from),
            to: self.moment.as_at,
            outside: tally.outside,
            check,
            rotation: None,
        })
    }

    /// Priorities that are not excluded on the day.
    fn counted<'i>(&'i self, items: &'i [Item]) -> impl Iterator<Item = &'a Priority> + 'i {
        let priorities = self.model.programme.priorities.iter().zip(items);
        priorities.filter(|(_, item)| item.level != Level::Excluded).map(|(priority, _)| priority)
    }

    /// Priorities led: in the programme, in each body, for each goal.
    fn priorities_led(&self, items: &[Item]) -> Vec<Holding> {
        let programme = self.model.programme;
        let counted: Vec<&Priority> = self.counted(items).collect();
        if counted.iter().all(|priority| priority.lead_organisation.is_none()) {
            return Vec::new();
        }
        let mut groups: IndexMap<(Scope, &str), Tally> = IndexMap::new();
        groups.insert((Scope::Programme, &programme.id), self.tally());
        let parts = self.each(programme.bodies.len() + programme.goals.len());
        let bodies = programme.bodies.iter().map(|body| (Scope::Body, body.id.as_str()));
        let goals = programme.goals.iter().map(|goal| (Scope::Goal, goal.id.as_str()));
        groups.extend(bodies.chain(goals).filter(|_| parts).map(|key| (key, self.tally())));
        for priority in counted {
            let place = priority.lead_organisation.as_deref().and_then(|id| self.place(id));
            let body = Some((Scope::Body, priority.body.as_str()));
            let goal = priority.goal.as_deref().map(|goal| (Scope::Goal, goal));
            for key in [Some((Scope::Programme, programme.id.as_str())), body, goal].into_iter().flatten() {
                let Some(tally) = groups.get_mut(&key) else { continue };
                tally.add(place);
            }
        }
        let any = |tally: &Tally| tally.members.iter().any(|held| *held > 0);
        let rows = groups.iter().filter(|(_, tally)| any(tally));
        rows.filter_map(|((scope, id), tally)| self.row(&Row::of(Held::PrioritiesLed, *scope, id), tally)).collect()
    }

    /// Scorers of each exercise that is open by the day; where there are several, also of those of a body, for a goal
    /// that it serves, and of all.
    fn scorers(&self, parts: &Parts<'a>) -> Vec<Holding> {
        let exercises = &self.model.programme.exercises;
        let mut rows = Vec::new();
        // Scorers, and of how many exercises.
        let mut wider: IndexMap<Key<'a>, (Scorers<'_>, u32)> = IndexMap::new();
        let row = |row: &Row<'_>, scorers: &Scorers<'_>| {
            let mut tally = self.tally();
            scorers.iter().for_each(|(_, organisation)| tally.add(self.place(organisation)));
            self.row(row, &tally)
        };
        let open = exercises.iter().filter(|exercise| exercise.opened_on.is_none_or(|day| day <= self.moment.as_at));
        let scored: Vec<(&Exercise, Scorers<'_>)> = open
            .map(|exercise| {
                let given = exercise
                    .scores
                    .iter()
                    .filter(|score| score.scored_on.is_none_or(|day| self.moment.sees(day, None)));
                let scorers = given.map(|score| (score.scorer.as_str(), score.organisation.as_str()));
                (exercise, scorers.collect::<IndexSet<_>>())
            })
            .filter(|(_, scorers)| !scorers.is_empty())
            .collect();
        let number: usize = scored.iter().map(|(_, scorers)| scorers.len()).sum();
        // The scorers of a body count for each goal that it serves.
        let goals = number.saturating_mul(self.goals.len()) <= posts::MOST_SERVED;
        for (exercise, scorers) in &scored {
            if self.each(exercises.len()) {
                let own = Row { id: exercise.id.as_deref(), ..Row::of(Held::Scorers, Scope::Exercise, "") };
                rows.extend(row(&own, scorers));
            }
            let body = exercise.body.as_deref();
            let programme = (Scope::Programme, self.model.programme.id.as_str(), None);
            let keys = body.map_or_else(|| vec![programme], |body| self.keys(parts, body));
            for key in keys.into_iter().filter(|(scope, ..)| goals || *scope != Scope::Goal) {
                let (all, number) = wider.entry(key).or_default();
                all.extend(scorers.iter().copied());
                *number += 1;
            }
        }
        // One exercise alone is said already.
        let several = wider.into_iter().filter(|(_, (_, number))| *number > 1);
        let mut wider: Vec<Holding> =
            several.filter_map(|((scope, id, _), (all, _))| row(&Row::of(Held::Scorers, scope, id), &all)).collect();
        wider.extend(rows);
        wider
    }
}

/// The first day of the financial year that holds the day.
pub(crate) fn start_of_year(collaborative: Option<&Collaborative>, day: Day) -> Day {
    let stated = collaborative.and_then(|own| own.financial_year_start.as_ref());
    let month_day = stated.map_or("04-01", |start| start.0.as_str());
    let in_year = |year: i32| format!("{year:04}-{month_day}").parse::<Day>().ok();
    let starts = [in_year(day.year()), in_year(day.year() - 1)];
    starts.into_iter().flatten().find(|start| *start <= day).unwrap_or(day)
}

fn in_force(start: Option<Day>, end: Option<Day>, day: Day) -> bool {
    start.is_none_or(|start| start <= day) && end.is_none_or(|end| end >= day)
}

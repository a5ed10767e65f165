//! Programmes with facts of every kind, drawn mostly from the edges that the rules name.

use crate::cells::day;
use crate::trees::policies;
use equipoise::Day;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A sound document, and the moment and policy that it is assessed by.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) document: Value,
    pub(crate) policy: Value,
    pub(crate) as_at: Day,
    pub(crate) known_at: Option<Day>,
}

impl Case {
    pub(crate) fn report(&self) -> equipoise::Report {
        crate::cells::report(&self.document, &self.policy, self.as_at, self.known_at)
    }

    pub(crate) fn rows(&mut self, list: &str) -> &mut Vec<Value> {
        self.document[list].as_array_mut().unwrap()
    }
}

const DUE: [i64; 17] = [60, 120, 200, 30, 15, 14, 13, 8, 7, 6, 1, 0, -1, -7, -8, -29, -60];
const SLIPS: [i64; 18] = [0, -20, -1, 1, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 31, 42, 43, 90];
const AGES: [i64; 14] = [3, 0, 1, 10, 20, 31, 32, 46, 47, 62, 63, 100, 150, -5];
const APPROVED: [i64; 8] = [200, 300, 365, 100, 46, 47, 5, 0];
const LAGS: [i64; 7] = [0, 14, -14, -30, 5, -90, 60];
const LIVES: [&str; 10] = [
    "in_progress",
    "in_progress",
    "in_progress",
    "agreed",
    "complete",
    "complete",
    "on_hold",
    "cancelled",
    "draft",
    "proposed",
];
const WORDS: [&str; 7] = ["green", "green", "complete", "amber", "red", "amber_green", "amber_red"];

fn late() -> impl Strategy<Value = Option<i64>> {
    weighted(0.4, select(vec![0, 1, 7, 40]))
}

/// Finish (from the first one due), length, approved so long after the one before, recorded so much later.
type Baseline = (i64, Option<i64>, Option<i64>, Option<i64>);
/// Age, recorded later, lifecycle, slip of the forecast, begun before it, percent, reported.
type Update = (i64, Option<i64>, Option<&'static str>, Option<i64>, Option<i64>, Option<f64>, Option<&'static str>);
/// Age, resolved after, recorded later.
type Blocker = (i64, Option<i64>, Option<i64>);
/// Kind, critical, weight, tolerances, validity.
type Shape = (&'static str, bool, Option<f64>, Option<(u16, u16)>, Option<(bool, i64)>);
/// Body, goal, parent, predecessors with lags.
type Place = (usize, Option<usize>, Option<usize>, Vec<(usize, i64)>);
/// The indicators of a programme: items linked, who takes part and from when, the shape of the figures, how many of them
/// the last ones differ in, whether there is a whole, and how much later the last are recorded.
type Measured = (Vec<usize>, (usize, Option<i64>), (usize, usize), bool, Option<i64>);
type Item = (Shape, Place, (i64, i64), Vec<Baseline>, Vec<Update>, Vec<Blocker>);
/// Subject, level, age, length, with a reason, roles (two, one, none), recorded later.
type Judgement = (usize, &'static str, i64, Option<i64>, bool, u8, Option<i64>);

fn baseline() -> impl Strategy<Value = Baseline> {
    let finish = select(vec![0, -30, 7, 28, 29, 43, 60]);
    (finish, weighted(0.7, select(vec![100, 0, 20, 40, 200])), weighted(0.85, select(vec![0, 30, 100])), late())
}

fn update() -> impl Strategy<Value = Update> {
    (
        select(AGES.to_vec()),
        late(),
        weighted(0.8, select(LIVES.to_vec())),
        weighted(0.75, select(SLIPS.to_vec())),
        weighted(0.4, select(vec![0, 10, 60])),
        weighted(0.35, select(vec![50.0, 0.0, 33.3, 40.0, 75.0, 90.0, 100.0])),
        weighted(0.7, select(WORDS.to_vec())),
    )
}

fn blocker() -> impl Strategy<Value = Blocker> {
    (select(vec![3, 0, 30, 31, 32, 62, 63, 93, -2]), weighted(0.3, select(vec![0, 1, 20, 70])), late())
}

fn item() -> impl Strategy<Value = Item> {
    let own_weight = select(vec![0.1, 0.3, 0.2, 0.4, 0.7, 1.0, 2.0, 1.5, 0.000_001, 0.333_333, 12.0]);
    let shape = (
        select(vec!["task", "milestone", "project", "milestone"]),
        prop::bool::weighted(0.4),
        weighted(0.3, own_weight),
        weighted(0.15, select(vec![(0, 0), (3, 10), (7, 27), (10, 30)])),
        weighted(0.08, (any::<bool>(), select(vec![-1, 0, 1, 30, -30]))),
    );
    let before = vec((0_usize..64, select(LAGS.to_vec())), 0..3);
    let place = (0_usize..4, weighted(0.8, 0_usize..3), weighted(0.35, 0_usize..64), weighted(0.4, before));
    let place = place.prop_map(|(body, goal, parent, before)| (body, goal, parent, before.unwrap_or_default()));
    let times = (select(DUE.to_vec()), select(APPROVED.to_vec()));
    (shape, place, times, vec(baseline(), 0..3), vec(update(), 0..4), vec(blocker(), 0..2))
}

fn judgement() -> impl Strategy<Value = Judgement> {
    let level = select(vec!["amber", "green", "green", "red", "complete"]);
    let age = select(vec![3, 0, 1, 2, 5, 10, 20, 34, 35, -3]);
    (0_usize..64, level, age, weighted(0.3, select(vec![0, 3, 10, 60])), prop::bool::weighted(0.9), 0_u8..6, late())
}

/// Around a target of 80 of 100: missed, met or missed by chance, met.
const FIGURES: [[i64; 6]; 3] = [[60, 63, 58, 61, 64, 59], [80, 76, 84, 78, 85, 74], [95, 96, 94, 95, 97, 93]];
pub(crate) const ORGANISATIONS: [&str; 3] = ["north", "south", "east"];

fn measured() -> impl Strategy<Value = Measured> {
    let from = weighted(0.8, select(vec![-90, -30, -1, 0, 0, 1, 30]));
    let late = weighted(0.3, select(vec![0, 1, 20, 60]));
    (vec(0_usize..64, 1..5), (0_usize..4, from), (0_usize..9, 0_usize..3), prop::bool::weighted(0.3), late)
}

fn cadence() -> impl Strategy<Value = Option<Value>> {
    weighted(
        0.7,
        select(vec![
            json!([{"meeting_kind": "network", "every": "month"}]),
            json!([{"meeting_kind": "network", "every": "quarter"}, {"meeting_kind": "summit", "every": "half_year"}]),
            json!([{"meeting_kind": "network", "every": {"days": 14}}, {"meeting_kind": "network", "every": "year"}]),
        ]),
    )
}

/// Programmes of up to so many items.
pub(crate) fn programmes(most: usize) -> impl Strategy<Value = Case> {
    let bodies = vec((cadence(), weighted(0.08, select(vec![0, 1, -1, 30]))), 1..=3);
    let as_at = select(vec!["2023-03-31", "2023-04-01", "2024-02-29", "2022-12-31"]);
    let known = select(vec![None, None, Some(0), Some(10), Some(-1), Some(-20), Some(-60)]);
    let preset = weighted(
        0.15,
        select(vec!["week_month", "due_date_1", "due_date_2", "due_date_3", "due_date_4", "due_date_5"]),
    );
    let more = weighted(0.1, select(vec![json!(0), json!(7), json!(30)]));
    let measured = weighted(0.35, vec(measured(), 1..3));
    let facts = (vec(item(), 1..=most), bodies, 0_usize..=3, vec(judgement(), 0..5), measured);
    (facts, as_at, known, policies(), preset, more).prop_map(
        |((items, bodies, goals, judgements, measured), as_at, known, mut policy, preset, days)| {
            let as_at = day(as_at);
            if let Some(preset) = preset {
                policy["preset"] = json!(preset);
            }
            if let Some(days) = days {
                policy["not_started_days"] = days;
            }
            let maker = Maker { as_at, ..Maker::default() };
            let mut document = maker.document(&items, &bodies, goals, &judgements);
            measure(&mut document, as_at, &measured.unwrap_or_default());
            Case { document, policy, as_at, known_at: known.map(|days| as_at.plus(days)) }
        },
    )
}

/// Adds indicators with their figures, up to the last month that has ended.
fn measure(document: &mut Value, as_at: Day, measured: &[Measured]) {
    let (mut indicators, mut observations) = (Vec::new(), Vec::new());
    for (place, (linked, (taking_part, from), (shape, turned), whole, late)) in measured.iter().enumerate() {
        let id = format!("n{place}");
        let items = document["priorities"].as_array_mut().unwrap();
        let mut priorities: Vec<usize> = linked.iter().map(|item| item % items.len()).collect();
        priorities.sort_unstable();
        priorities.dedup();
        for item in &priorities {
            items[*item]["participating_organisations"] = json!(ORGANISATIONS[..*taking_part]);
            if let Some(days) = from {
                items[*item]["benefit_from"] = json!(as_at.plus(*days).to_string());
            }
        }
        let priorities: Vec<Value> = priorities.iter().map(|item| items[*item]["id"].clone()).collect();
        indicators.push(json!({
            "id": id, "name": "Indicator", "kind": "proportion", "improvement_direction": "increase",
            "targets": [{"value": 0.8}], "priorities": priorities,
        }));
        let places = whole.then_some(None).into_iter().chain(ORGANISATIONS.iter().map(Some));
        for (series, organisation) in places.enumerate() {
            // The month before the one that the next day is in has ended.
            let next = as_at.plus(1).to_string();
            let first = next[..4].parse::<i32>().unwrap() * 12 + next[5..7].parse::<i32>().unwrap() - 1 - 15;
            for at in 0..15_i32 {
                let (year, month) = ((first + at).div_euclid(12), (first + at).rem_euclid(12) + 1);
                let ended = day(&format!("{}-{:02}-01", year + i32::from(month == 12), month % 12 + 1)).plus(-1);
                let last = usize::try_from(at).unwrap() >= 15 - turned;
                let figures = FIGURES[(shape + series + usize::from(last)) % 3];
                let late = if at >= 12 { late.unwrap_or(0) } else { 0 };
                let mut row = json!({
                    "indicator": id, "period": format!("{year}-{month:02}"), "denominator": 100,
                    "numerator": figures[usize::try_from(at).unwrap() % 6], "recorded_on": ended.plus(late).to_string(),
                });
                if let Some(organisation) = organisation {
                    row["organisation"] = json!(organisation);
                }
                observations.push(row);
            }
        }
    }
    let organisations = ORGANISATIONS.map(|id| json!({"id": id, "name": id, "kind": "trust"}));
    document["organisations"] = json!(organisations);
    document["indicators"] = json!(indicators);
    document["observations"] = json!(observations);
}

struct Maker {
    as_at: Day,
    priorities: Vec<Value>,
    updates: Vec<Value>,
    blockers: Vec<Value>,
}

impl Default for Maker {
    fn default() -> Self {
        Self { as_at: day("2023-03-31"), priorities: Vec::new(), updates: Vec::new(), blockers: Vec::new() }
    }
}

impl Maker {
    fn on(&self, days: i64) -> Value {
        json!(self.as_at.plus(days).to_string())
    }

    fn document(
        mut self,
        items: &[Item],
        bodies: &[(Option<Value>, Option<i64>)],
        goals: usize,
        judgements: &[Judgement],
    ) -> Value {
        for (place, item) in items.iter().enumerate() {
            self.item(place, item, bodies.len(), goals);
        }
        let bodies: Vec<Value> = (bodies.iter().enumerate())
            .map(|(place, (cadences, grace))| {
                let mut row = json!({"id": format!("b{place}"), "name": "Network", "kind": "network"});
                if let Some(cadences) = cadences {
                    row["cadences"] = cadences.clone();
                }
                if let Some(days) = grace {
                    row["status_from"] = self.on(*days);
                }
                row
            })
            .collect();
        let goals: Vec<Value> = (0..goals).map(|goal| json!({"id": format!("g{goal}"), "name": "Goal"})).collect();
        let overrides = self.overrides(judgements, bodies.len(), goals.len());
        json!({
            "schema_version": "1.0", "id": "programme", "name": "Generated programme", "illustrative": true,
            "goals": goals, "bodies": bodies, "priorities": self.priorities, "updates": self.updates,
            "overrides": overrides, "blockers": self.blockers,
        })
    }

    fn item(&mut self, place: usize, item: &Item, bodies: usize, goals: usize) {
        let (shape, (body, goal, parent, before), (due, approved), baselines, updates, blockers) = item;
        let (kind, critical, weight, tolerances, validity) = shape;
        let mut row =
            json!({"id": format!("i{place:02}"), "name": "Item", "kind": kind, "body": format!("b{}", body % bodies)});
        if *critical {
            // On anything but a milestone it is a finding and changes nothing.
            row["critical"] = json!(true);
        }
        if let Some(parent) = parent.filter(|_| place > 0) {
            row["parent"] = json!(format!("i{:02}", parent % place));
            row["body"] = self.priorities[parent % place]["body"].clone();
        }
        if let Some(goal) = goal.filter(|_| goals > 0) {
            row["goal"] = json!(format!("g{}", goal % goals));
        }
        if place > 0 && !before.is_empty() {
            let rows = before
                .iter()
                .map(|(other, lag)| json!({"priority": format!("i{:02}", other % place), "lag_days": lag}));
            row["depends_on"] = rows.collect();
        }
        if let Some(weight) = weight {
            row["weight"] = json!(weight);
        }
        if let Some((green, amber)) = tolerances {
            row["tolerances"] = json!({"green_days": green, "amber_days": amber});
        }
        if let Some((ends, days)) = validity {
            row[if *ends { "end" } else { "start" }] = self.on(*days);
        }
        row["baselines"] = self.baselines(*due, *approved, baselines);
        self.priorities.push(row);
        for update in updates {
            self.update(place, *due, update);
        }
        for (age, resolved, late) in blockers {
            let mut row = json!({"id": format!("k{}", self.blockers.len()), "priority": format!("i{place:02}"), "raised_on": self.on(-age)});
            if let Some(days) = resolved {
                row["resolved_on"] = self.on(days - age);
            }
            if let Some(days) = late {
                row["recorded_on"] = self.on(days - age);
            }
            self.blockers.push(row);
        }
    }

    fn baselines(&self, due: i64, approved: i64, baselines: &[Baseline]) -> Value {
        let mut since = -approved;
        let row = |(place, (finish, length, gap, late)): (usize, &Baseline)| {
            let finish = if place == 0 { due } else { due + finish };
            let mut row = json!({"version": place + 1, "finish": self.on(finish)});
            if let Some(days) = length {
                row["start"] = self.on(finish - days);
            }
            if let Some(gap) = gap {
                since += if place == 0 { 0 } else { *gap };
                row["approved_on"] = self.on(since);
                if let Some(days) = late {
                    row["recorded_on"] = self.on(since + days);
                }
            }
            row
        };
        baselines.iter().enumerate().map(row).collect()
    }

    fn update(&mut self, place: usize, due: i64, update: &Update) {
        let (age, late, life, slip, begun, percent, reported) = update;
        let mut row = Map::new();
        row.insert("id".into(), json!(format!("u{}", self.updates.len())));
        row.insert("priority".into(), json!(format!("i{place:02}")));
        row.insert("as_at".into(), self.on(-age));
        row.insert("by".into(), json!("project_manager"));
        let mut set = |name: &str, value: Option<Value>| drop(value.map(|value| row.insert(name.into(), value)));
        set("recorded_on", late.map(|days| self.on(days - age)));
        set("lifecycle", life.map(|life| json!(life)));
        set("forecast_finish", slip.map(|slip| self.on(due + slip)));
        set("actual_start", begun.map(|days| self.on(-age - days)));
        set("percent", percent.map(|percent| json!(percent)));
        set("reported_level", reported.map(|word| json!(word)));
        match *life {
            // Finished on the day, or the days since it began ago.
            Some("complete") => set("actual_finish", Some(self.on(-age - begun.unwrap_or(0) / 2))),
            Some("cancelled") => set("reason", Some(json!("No longer needed"))),
            _ => {}
        }
        self.updates.push(Value::Object(row));
    }

    fn overrides(&self, judgements: &[Judgement], bodies: usize, goals: usize) -> Value {
        let mut subjects: Vec<Value> =
            self.priorities.iter().map(|row| json!({"kind": "priority", "id": row["id"]})).collect();
        subjects.extend((0..bodies).map(|body| json!({"kind": "body", "id": format!("b{body}")})));
        subjects.extend((0..goals).map(|goal| json!({"kind": "goal", "id": format!("g{goal}")})));
        subjects.push(json!({"kind": "programme", "id": "programme"}));
        let mut rows: Vec<Value> = Vec::new();
        for (subject, level, age, length, reason, roles, late) in judgements {
            let mut row = json!({
                "id": format!("o{}", rows.len()), "subject": subjects[subject % subjects.len()], "level": level, "start": self.on(-age),
            });
            if let Some(days) = length {
                row["end"] = self.on(days - age);
            }
            if *reason {
                row["reason"] = json!("Recovery plan agreed");
            }
            if *roles > 0 {
                row["by"] = json!("project_manager");
                row["approved_by"] = json!(if *roles == 1 { "project_manager" } else { "managing_director" });
            }
            if let Some(days) = late {
                row["recorded_on"] = self.on(days - age);
            }
            // Two of one start and one level would be told apart by their place alone.
            let twin = |other: &Value| ["subject", "level", "start"].iter().all(|field| other[*field] == row[*field]);
            if !rows.iter().any(twin) {
                rows.push(row);
            }
        }
        rows.into()
    }
}

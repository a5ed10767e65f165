//! Programmes whose items have each a level that was asked for.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

pub(crate) const AS_AT: &str = "2023-03-31";

/// What an item is to be: its level, and whether its evidence is fresh and whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    Green,
    Complete,
    Amber,
    Red,
    AmberStale,
    RedStale,
    AmberIncomplete,
    RedIncomplete,
    /// No baseline. With parts it is a node and no leaf.
    NotAssessed,
    Excluded,
}

use Condition::{
    Amber, AmberIncomplete, AmberStale, Complete, Excluded, Green, NotAssessed, Red, RedIncomplete, RedStale,
};

impl Condition {
    pub(crate) fn is_red(self) -> bool {
        matches!(self, Red | RedStale | RedIncomplete)
    }

    pub(crate) fn is_amber(self) -> bool {
        matches!(self, Amber | AmberStale | AmberIncomplete)
    }

    pub(crate) fn is_open(self) -> bool {
        self == Green || self.is_amber() || self.is_red()
    }

    pub(crate) fn has_gap(self) -> bool {
        matches!(self, AmberStale | RedStale | AmberIncomplete | RedIncomplete | NotAssessed)
    }

    /// The next better levels, evidence whole.
    pub(crate) fn better(self) -> &'static [Self] {
        match self {
            Red | RedStale | RedIncomplete => &[Amber, Green, Complete],
            Amber | AmberStale | AmberIncomplete => &[Green, Complete],
            Green => &[Complete],
            _ => &[],
        }
    }

    /// The same without evidence that is fresh and whole.
    pub(crate) fn with_gap(self) -> &'static [Self] {
        match self {
            Green => &[AmberStale, AmberIncomplete],
            Amber => &[AmberStale, AmberIncomplete],
            Red => &[RedStale, RedIncomplete],
            _ => &[],
        }
    }

    /// The same with evidence.
    pub(crate) fn without_gap(self) -> Self {
        match self {
            AmberStale | AmberIncomplete => Amber,
            RedStale | RedIncomplete => Red,
            NotAssessed => Green,
            other => other,
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) condition: Condition,
    pub(crate) kind: &'static str,
    pub(crate) critical: bool,
    /// In millionths; by kind where `None`.
    pub(crate) weight: Option<i64>,
    /// Part of an earlier item.
    pub(crate) parent: Option<usize>,
    pub(crate) body: usize,
    pub(crate) goal: Option<usize>,
}

/// A programme of items with levels, and the policy it is judged by.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) parts: Vec<Part>,
    pub(crate) bodies: usize,
    pub(crate) goals: usize,
    pub(crate) policy: Value,
}

fn id(place: usize) -> String {
    format!("i{place:02}")
}

impl Tree {
    pub(crate) fn id(&self, place: usize) -> String {
        id(place)
    }

    pub(crate) fn place(&self, id: &str) -> usize {
        id.trim_start_matches('i').parse().unwrap()
    }

    pub(crate) fn has_parts(&self, place: usize) -> bool {
        self.parts.iter().any(|part| part.parent == Some(place))
    }

    /// It counts by its own dates.
    pub(crate) fn is_leaf(&self, place: usize) -> bool {
        !self.has_parts(place) || self.parts[place].condition != NotAssessed
    }

    pub(crate) fn is_excluded(&self, place: usize) -> bool {
        std::iter::successors(Some(place), |place| self.parts[*place].parent)
            .any(|place| self.parts[place].condition == Excluded)
    }

    /// The item itself and all that is part of it, at any depth.
    pub(crate) fn at_and_below(&self, place: usize) -> Vec<usize> {
        let inside = |other: &usize| {
            std::iter::successors(Some(*other), |other| self.parts[*other].parent).any(|other| other == place)
        };
        (0..self.parts.len()).filter(inside).collect()
    }

    /// The tree with one item in another condition.
    pub(crate) fn with(&self, places: &[usize], condition: Condition) -> Self {
        let mut changed = self.clone();
        for place in places {
            changed.parts[*place].condition = condition;
        }
        changed
    }

    pub(crate) fn add(&self, part: Part) -> Self {
        let mut more = self.clone();
        more.parts.push(part);
        more
    }

    pub(crate) fn document(&self) -> Value {
        let named = |letter: &str, count: usize| -> Vec<Value> {
            (0..count)
                .map(|place| json!({"id": format!("{letter}{place}"), "name": "Name", "kind": "network"}))
                .collect()
        };
        let goals: Vec<Value> =
            (0..self.goals).map(|place| json!({"id": format!("g{place}"), "name": "Goal"})).collect();
        let (mut priorities, mut updates) = (Vec::new(), Vec::new());
        for (place, part) in self.parts.iter().enumerate() {
            let mut row =
                json!({"id": id(place), "name": "Item", "kind": part.kind, "body": format!("b{}", part.body)});
            if part.critical && part.kind == "milestone" {
                row["critical"] = json!(true);
            }
            if let Some(weight) = part.weight {
                row["weight"] = json!(weight as f64 / 1e6);
            }
            if let Some(parent) = part.parent {
                row["parent"] = json!(id(parent));
            }
            if let Some(goal) = part.goal {
                row["goal"] = json!(format!("g{goal}"));
            }
            part.facts(place, &mut row, &mut updates);
            priorities.push(row);
        }
        json!({
            "schema_version": "1.0", "id": "programme", "name": "Generated programme", "illustrative": true,
            "goals": goals, "bodies": named("b", self.bodies), "priorities": priorities, "updates": updates,
        })
    }

    pub(crate) fn report(&self) -> equipoise::Report {
        crate::cells::report(&self.document(), &self.policy, crate::cells::day(AS_AT), None)
    }
}

impl Part {
    /// The last day of slip that is amber.
    fn amber_days(&self) -> i64 {
        match (self.kind, self.critical) {
            ("milestone", true) => 14,
            ("project", _) => 42,
            _ => 28,
        }
    }

    fn facts(&self, place: usize, row: &mut Value, updates: &mut Vec<Value>) {
        let as_at = crate::cells::day(AS_AT);
        let on = |days: i64| as_at.plus(days).to_string();
        // Due in two months; without a forecast it was due two months ago where it is to be red.
        let due = if self.condition == RedIncomplete { -60 } else { 60 };
        if self.condition != NotAssessed {
            row["baselines"] = json!([{"version": 1, "finish": on(due), "approved_on": on(-200)}]);
        }
        let age = if matches!(self.condition, AmberStale | RedStale) { 47 } else { 3 };
        let mut update = json!({
            "id": format!("u{place}"), "priority": id(place), "as_at": on(-age), "by": "project_manager", "lifecycle": "in_progress",
        });
        match self.condition {
            Complete => {
                update["lifecycle"] = json!("complete");
                update["actual_finish"] = json!(on(-age));
            }
            Excluded => {
                update["lifecycle"] = json!("cancelled");
                update["reason"] = json!("Stopped");
            }
            Green | AmberStale => update["forecast_finish"] = json!(on(due)),
            Amber => update["forecast_finish"] = json!(on(due + self.amber_days())),
            Red | RedStale => update["forecast_finish"] = json!(on(due + self.amber_days() + 1)),
            NotAssessed | AmberIncomplete | RedIncomplete => {}
        }
        updates.push(update);
    }
}

/// How calm a programme is: calm ones make green nodes, rough ones red ones.
fn conditions() -> impl Strategy<Value = BoxedStrategy<Condition>> {
    let calm = prop_oneof![
        9 => Just(Green), 4 => Just(Complete), 1 => Just(NotAssessed),
        1 => select(vec![Excluded, Amber, Red, AmberStale, AmberIncomplete]),
    ];
    let mixed = select(vec![
        Green,
        Green,
        Green,
        Complete,
        Complete,
        Amber,
        Amber,
        Red,
        Red,
        AmberStale,
        RedStale,
        AmberIncomplete,
        RedIncomplete,
        NotAssessed,
        NotAssessed,
        Excluded,
    ]);
    let empty = select(vec![Complete, Complete, Excluded, Excluded, NotAssessed]);
    prop_oneof![4 => Just(calm.boxed()), 5 => Just(mixed.boxed()), 1 => Just(empty.boxed())]
}

fn weights() -> impl Strategy<Value = Option<i64>> {
    // Millionths: 0.1, 0.2, 0.3, 0.4, 0.7, 1, 2, 3 ... and the smallest there is.
    let own = select(vec![
        100_000, 200_000, 300_000, 400_000, 700_000, 1_000_000, 2_000_000, 3_000_000, 1_500_000, 333_333, 12_000_000, 1,
    ]);
    prop_oneof![2 => Just(None), 1 => own.prop_map(Some)]
}

type Raw = (Condition, &'static str, bool, Option<i64>, Option<usize>, usize, Option<usize>);

fn part(conditions: BoxedStrategy<Condition>) -> impl Strategy<Value = Raw> {
    let kind = select(vec!["task", "milestone", "project"]);
    let parent = prop_oneof![3 => Just(None), 2 => (0_usize..64).prop_map(Some)];
    let goal = prop_oneof![1 => Just(None), 3 => (0_usize..3).prop_map(Some)];
    (conditions, kind, prop::bool::weighted(0.4), weights(), parent, 0_usize..3, goal)
}

/// Policies of every kind, thresholds at their edges.
pub(crate) fn policies() -> impl Strategy<Value = Value> {
    let maybe = |name: &'static str, values: Vec<Value>| prop_oneof![5 => Just(None), 1 => select(values).prop_map(move |value| Some((name, value)))];
    let often = |name: &'static str, values: Vec<Value>| prop_oneof![1 => Just(None), 1 => select(values).prop_map(move |value| Some((name, value)))];
    let words = |words: &[&str]| words.iter().map(|word| json!(word)).collect::<Vec<_>>();
    let fields = (
        often("roll_up", words(&["default", "worst_of", "mean", "threshold_ladder"])),
        often("path", words(&["leaves", "children"])),
        often("critical_scope", words(&["direct", "off", "all"])),
        maybe("red_share", vec![json!(0.2), json!(0.3), json!(0.5), json!(1)]),
        maybe("amber_share", vec![json!(0.1), json!(0.3), json!(0.5), json!(1)]),
        maybe("coverage", vec![json!(0), json!(0.5), json!(0.75), json!(0.9), json!(1)]),
        maybe("ladder_red", vec![json!(0.05), json!(0.25)]),
        maybe("weights", vec![json!({"task": 0.5}), json!({"project": 1, "milestone": 5})]),
    );
    fields.prop_map(|(a, b, c, d, e, f, g, h)| {
        let given = [a, b, c, d, e, f, g, h].into_iter().flatten();
        Value::Object(given.map(|(name, value)| (name.to_owned(), value)).collect())
    })
}

/// Trees of up to so many items.
pub(crate) fn trees(most: usize) -> impl Strategy<Value = Tree> {
    let parts = conditions().prop_flat_map(move |conditions| prop::collection::vec(part(conditions), 1..=most));
    (parts, 1_usize..=3, 0_usize..=3, policies()).prop_map(|(raw, bodies, goals, policy)| {
        let mut parts: Vec<Part> = Vec::new();
        for (condition, kind, critical, weight, parent, body, goal) in raw {
            let parent = parent.filter(|_| !parts.is_empty()).map(|parent| parent % parts.len());
            let body = parent.map_or(body % bodies, |parent| parts[parent].body);
            let goal = goal.filter(|_| goals > 0).map(|goal| goal % goals);
            parts.push(Part { condition, kind, critical, weight, parent, body, goal });
        }
        Tree { parts, bodies, goals, policy }
    })
}

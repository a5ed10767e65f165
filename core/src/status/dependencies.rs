//! Dependencies: finish to finish, with a lag. What an item inherits, and how much slack it has.

use super::facts::Facts;
use super::leaf::{Case, Leaf, Reason, judge, own_exclusion};
use super::state::{Moment, State};
use crate::day::Day;
use crate::document::policy::StatusPolicy;
use crate::finding::{Finding, Level};
use crate::model::{ItemFacts, Model};
use std::collections::{HashMap, HashSet};

/// The latest finish that predecessors allow, and the predecessor that binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inherited {
    pub(crate) finish: Day,
    pub(crate) from: usize,
}

/// The longest chain that a finding prints.
const LONGEST_PATH: usize = 16;

/// Judged items by their positions in the model: all of them, or those that were wanted and what they rest on.
#[derive(Debug)]
pub(crate) struct Leaves<'a> {
    judged: Vec<Option<Leaf<'a>>>,
    /// Where each position stands, if not all were wanted.
    places: Option<HashMap<usize, usize>>,
}

impl<'a> Leaves<'a> {
    pub(crate) fn get(&self, position: usize) -> Option<&Leaf<'a>> {
        self.judged.get(self.place(position)?)?.as_ref()
    }

    /// The findings of each, taken out.
    pub(crate) fn take_findings(&mut self) -> Vec<Vec<Finding>> {
        let take = |leaf: &mut Option<Leaf<'a>>| {
            leaf.as_mut().map(|leaf| std::mem::take(&mut leaf.findings)).unwrap_or_default()
        };
        self.judged.iter_mut().map(take).collect()
    }

    fn place(&self, position: usize) -> Option<usize> {
        match &self.places {
            None => Some(position),
            Some(places) => places.get(&position).copied(),
        }
    }
}

/// Every item (or those wanted and what they rest on), judged at that moment.
pub(crate) fn judge_items<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
    wanted: Option<&[usize]>,
) -> Leaves<'a> {
    let some = wanted.map(|wanted| resting_on(model, wanted));
    let order: &[usize] = some.as_deref().unwrap_or(&model.order);
    let places: Option<HashMap<usize, usize>> =
        some.as_ref().map(|some| some.iter().enumerate().map(|(place, position)| (*position, place)).collect());
    let mut leaves = Leaves { judged: vec![None; order.len()], places };
    let mut states: Vec<Option<State<'a>>> = vec![None; order.len()];
    for position in order {
        if let Some((place, item)) = leaves.place(*position).zip(model.items.get(*position)) {
            states[place] = Some(State::of(item, moment));
        }
    }
    let state = |position: usize| states.get(leaves.place(position)?)?.as_ref();
    let own = |position: usize| {
        let item = model.items.get(position)?;
        own_exclusion(item.priority, model.programme.bodies.get(item.body)?, state(position)?, moment.as_at)
    };
    let exclusion = |position: usize| {
        let mut parents = model.parents_of(position);
        own(position).or_else(|| parents.find_map(own).map(|_| Reason::ExcludedParent))
    };
    let exclusions: Vec<Option<Reason>> = order.iter().map(|position| exclusion(*position)).collect();
    for (position, exclusion) in order.iter().zip(exclusions) {
        let Some(item) = model.items.get(*position) else { continue };
        let Some(body) = model.programme.bodies.get(item.body) else { continue };
        let Some((place, state)) = leaves.place(*position).and_then(|place| Some((place, states[place]?))) else {
            continue;
        };
        let inherited = inherited(model, &|from| leaves.get(from)?.finish, &item.predecessors);
        let path = |inherited: Inherited| path(model, &leaves, inherited);
        let position = *position;
        let case = Case { item, body, policy, moment, inherited, inherited_path: &path, facts, position };
        let leaf = judge(&case, state, exclusion);
        leaves.judged[place] = Some(leaf);
    }
    leaves
}

/// The wanted item as it would be with other facts of one item, beside all others as they were judged. The two may be
/// the same; else what lies between them is judged anew.
pub(crate) fn judge_with<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
    leaves: &Leaves<'a>,
    replaced: (usize, &ItemFacts<'a>),
    wanted: usize,
) -> Option<Leaf<'a>> {
    let order = if wanted == replaced.0 { vec![wanted] } else { resting_on(model, &[wanted]) };
    let item_of = |position: usize| if position == replaced.0 { Some(replaced.1) } else { model.items.get(position) };
    let state = |position: usize| match item_of(position) {
        Some(item) if position == replaced.0 => Some(State::of(item, moment)),
        _ => leaves.get(position).map(|leaf| leaf.state),
    };
    let own = |position: usize| {
        let item = item_of(position)?;
        own_exclusion(item.priority, model.programme.bodies.get(item.body)?, &state(position)?, moment.as_at)
    };
    let mut anew: HashMap<usize, Leaf<'a>> = HashMap::new();
    for position in order {
        let item = item_of(position)?;
        let part_of_it = model.parents_of(position).any(|parent| parent == replaced.0);
        let rests_on_it = item.predecessors.iter().any(|(from, _)| anew.contains_key(from));
        if position != replaced.0 && !part_of_it && !rests_on_it {
            continue;
        }
        let body = model.programme.bodies.get(item.body)?;
        let exclusion =
            own(position).or_else(|| model.parents_of(position).find_map(own).map(|_| Reason::ExcludedParent));
        let finish = |from: usize| anew.get(&from).or_else(|| leaves.get(from))?.finish;
        let inherited = inherited(model, &finish, &item.predecessors);
        let path = |inherited: Inherited| path(model, leaves, inherited);
        let case = Case { item, body, policy, moment, inherited, inherited_path: &path, facts, position };
        let leaf = judge(&case, state(position)?, exclusion);
        anew.insert(position, leaf);
    }
    anew.remove(&wanted)
}

/// Of each item the predecessor at the beginning of the chain that its inherited finish comes from.
pub(crate) fn origins(model: &Model<'_>, leaves: &Leaves<'_>) -> Vec<Option<usize>> {
    // Where the finish of each item begins: with itself, or further down the chain that binds it.
    let mut begins: Vec<usize> = (0..model.items.len()).collect();
    for position in &model.order {
        if let Some(from) = leaves.get(*position).and_then(binding) {
            begins[*position] = begins[from];
        }
    }
    let from = |position: usize| leaves.get(position)?.inherited.map(|inherited| begins[inherited.from]);
    (0..model.items.len()).map(from).collect()
}

/// The wanted items and what they rest on (predecessors, parents, and theirs), predecessors first.
pub(crate) fn resting_on(model: &Model<'_>, wanted: &[usize]) -> Vec<usize> {
    let mut needed = HashSet::new();
    let mut open = wanted.to_vec();
    while let Some(position) = open.pop() {
        let Some(item) = model.items.get(position) else { continue };
        if needed.insert(position) {
            open.extend(item.predecessors.iter().map(|(predecessor, _)| *predecessor).chain(item.parent));
        }
    }
    let mut order: Vec<usize> = needed.into_iter().collect();
    order.sort_unstable_by_key(|position| model.ranks.get(*position));
    order
}

/// Those items and what rests on them: their successors, and theirs.
pub(crate) fn and_what_rests_on_them(model: &Model<'_>, items: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut differing = vec![false; model.items.len()];
    items.for_each(|position| differing[position] = true);
    // Predecessors come first.
    for position in &model.order {
        let predecessors = model.items.get(*position).into_iter().flat_map(|item| &item.predecessors);
        if predecessors.into_iter().any(|(predecessor, _)| differing[*predecessor]) {
            differing[*position] = true;
        }
    }
    (0..differing.len()).filter(|position| differing[*position]).collect()
}

/// The latest finish of the predecessors with their lags; excluded ones are ignored; ties go to the first id.
fn inherited(
    model: &Model<'_>,
    finish: &impl Fn(usize) -> Option<Day>,
    predecessors: &[(usize, i64)],
) -> Option<Inherited> {
    let finishes = predecessors.iter().filter_map(|(from, lag)| {
        let finish = finish(*from)?;
        Some(Inherited { finish: finish.plus(*lag), from: *from })
    });
    let id = |position: usize| model.items.get(position).map(|item| item.priority.id.as_str());
    finishes.max_by(|a, b| a.finish.cmp(&b.finish).then_with(|| id(b.from).cmp(&id(a.from))))
}

/// The binding chain behind an inherited finish, nearest predecessor first.
fn path(model: &Model<'_>, leaves: &Leaves<'_>, inherited: Inherited) -> Vec<String> {
    let binding = |position: usize| leaves.get(position).and_then(binding);
    std::iter::successors(Some(inherited.from), |position| binding(*position))
        .take(LONGEST_PATH)
        .filter_map(|position| model.items.get(position).map(|item| item.priority.id.clone()))
        .collect()
}

/// The predecessor that an unfinished item's expected finish comes from, if it is not its own.
fn binding(leaf: &Leaf<'_>) -> Option<usize> {
    let inherited = leaf.inherited.filter(|_| leaf.level != Level::Complete)?;
    (leaf.own_finish? < inherited.finish).then_some(inherited.from)
}

/// Slack of each open assessed item in days: how much later it could finish before it or a successor is late.
pub(crate) fn slack(model: &Model<'_>, leaves: &Leaves<'_>) -> Vec<Option<i64>> {
    let open = |position: usize| leaves.get(position).filter(|leaf| leaf.level.is_open());
    let mut latest: Vec<Option<Day>> =
        (0..model.items.len()).map(|position| Some(open(position)?.baselines?.in_force().finish)).collect();
    for position in model.order.iter().rev() {
        let Some(Some(own)) = latest.get(*position).copied() else { continue };
        for (predecessor, lag) in model.items.get(*position).into_iter().flat_map(|item| &item.predecessors) {
            if let Some(Some(day)) = latest.get_mut(*predecessor) {
                *day = (*day).min(own.plus(-lag));
            }
        }
    }
    let slack = |(position, day): (usize, Option<Day>)| Some(day?.days_since(open(position)?.finish?));
    latest.into_iter().enumerate().map(slack).collect()
}

/// The critical path: the binding chain to the latest expected finish of an open item, from its start to its end.
pub(crate) fn critical_path(model: &Model<'_>, leaves: &Leaves<'_>) -> Vec<String> {
    let open = (0..model.items.len()).filter_map(|position| {
        let leaf = leaves.get(position).filter(|leaf| leaf.level.is_open())?;
        Some((leaf.finish?, position))
    });
    let id = |position: usize| model.items.get(position).map(|item| item.priority.id.as_str());
    let Some((_, last)) = open.max_by(|a, b| a.0.cmp(&b.0).then_with(|| id(b.1).cmp(&id(a.1)))) else {
        return Vec::new();
    };
    let binding = |position: &usize| leaves.get(*position).and_then(binding);
    let mut path: Vec<String> = std::iter::successors(Some(last), binding)
        .filter_map(|position| model.items.get(position).map(|item| item.priority.id.clone()))
        .collect();
    path.reverse();
    path
}

//! The document, resolved: references as positions, facts in the order in which they speak.

mod charts;
pub(crate) mod check;
mod cycles;
mod door;
pub(crate) mod exercise;
mod ids;
mod invariants;
mod references;
mod sharing;

pub(crate) use references::DEEPEST_PARENTS;
pub(crate) use sharing::{PROFESSION, size_to_share_by};

use std::collections::HashMap;

use crate::document::Programme;
use crate::document::priority::{Baseline, Priority, PriorityKind};
use crate::document::update::{Blocker, Override, SubjectKind, Update};
use crate::problem::{Found, Problems};

/// A programme whose references are resolved and whose invariants hold. Everything is computed from it.
#[derive(Debug)]
pub struct Model<'a> {
    /// The document.
    pub programme: &'a Programme,
    /// The priorities, in the order of the document.
    pub(crate) items: Vec<ItemFacts<'a>>,
    /// Positions of items such that predecessors come first.
    pub(crate) order: Vec<usize>,
    /// Where each item stands in that order.
    pub(crate) ranks: Vec<usize>,
    /// Positions of items in the order of their ids.
    pub(crate) by_id: Vec<usize>,
    /// Where each item stands in the order of ids.
    pub(crate) id_ranks: Vec<usize>,
    /// Of each body, its items that are part of no other.
    tops: Vec<Vec<usize>>,
    /// Of each goal, the items that serve it and are part of none that does; body by body, from the top down.
    serving: Vec<Vec<usize>>,
    /// Overrides by what they speak of.
    pub(crate) overrides: HashMap<(SubjectKind, &'a str), Vec<&'a Override>>,
}

/// One priority with all that was said of it.
#[derive(Debug, Clone)]
pub(crate) struct ItemFacts<'a> {
    pub(crate) priority: &'a Priority,
    pub(crate) body: usize,
    pub(crate) goal: Option<usize>,
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
    /// Position and lag in days.
    pub(crate) predecessors: Vec<(usize, i64)>,
    /// In the order in which they speak: as_at, recorded_on, place in the document.
    pub(crate) updates: Vec<&'a Update>,
    /// With a date of approval, in the order of their versions.
    pub(crate) approved: Vec<&'a Baseline>,
    pub(crate) blockers: Vec<&'a Blocker>,
}

impl ItemFacts<'_> {
    /// A critical milestone; `critical` on anything else is a finding and changes nothing.
    pub(crate) fn is_critical_milestone(&self) -> bool {
        self.priority.kind == PriorityKind::Milestone && self.priority.critical == Some(true)
    }
}

impl<'a> Model<'a> {
    /// Checks the document and resolves it.
    ///
    /// # Errors
    /// All [`Problems`] between entities: references, cycles, dates that contradict one another.
    pub fn new(programme: &'a Programme) -> Result<Self, Problems> {
        check::problems(programme, &HashMap::new(), Found::default()).none()?;
        Ok(Self::of_checked(programme))
    }

    /// Resolves a document that was checked already.
    pub(crate) fn of_checked(programme: &'a Programme) -> Self {
        let bodies = positions(programme.bodies.iter().map(|body| body.id.as_str()));
        let goals = positions(programme.goals.iter().map(|goal| goal.id.as_str()));
        let priorities = positions(programme.priorities.iter().map(|priority| priority.id.as_str()));
        let mut items: Vec<ItemFacts<'a>> = Vec::with_capacity(programme.priorities.len());
        for priority in &programme.priorities {
            let Some(body) = bodies.get(priority.body.as_str()) else { continue };
            let approved = priority.baselines.iter().filter(|baseline| baseline.approved_on.is_some()).collect();
            let predecessors = priority.depends_on.iter().filter_map(|dependency| {
                let lag = dependency.lag_days.map_or(0, |lag| i64::from(lag.0));
                priorities.get(dependency.priority.as_str()).map(|position| (*position, lag))
            });
            items.push(ItemFacts {
                priority,
                body: *body,
                goal: priority.goal.as_deref().and_then(|goal| goals.get(goal)).copied(),
                parent: priority.parent.as_deref().and_then(|parent| priorities.get(parent)).copied(),
                children: Vec::new(),
                predecessors: predecessors.collect(),
                updates: Vec::new(),
                approved,
                blockers: Vec::new(),
            });
        }
        for position in 0..items.len() {
            let parent = items.get(position).and_then(|item| item.parent);
            if let Some(parent) = parent.and_then(|parent| items.get_mut(parent)) {
                parent.children.push(position);
            }
        }
        let item_of = |id: &str| priorities.get(id).copied();
        for update in &programme.updates {
            if let Some(item) = item_of(&update.priority).and_then(|position| items.get_mut(position)) {
                item.updates.push(update);
            }
        }
        for item in &mut items {
            // A stable sort: place in the document decides last.
            item.updates.sort_by_key(|update| (update.as_at, update.recorded_on.unwrap_or(update.as_at)));
        }
        for blocker in &programme.blockers {
            if let Some(item) = item_of(&blocker.priority).and_then(|position| items.get_mut(position)) {
                item.blockers.push(blocker);
            }
        }
        let mut overrides: HashMap<_, Vec<_>> = HashMap::new();
        for judgement in &programme.overrides {
            let subject = (judgement.subject.kind, judgement.subject.id.as_str());
            overrides.entry(subject).or_default().push(judgement);
        }
        let mut tops = vec![Vec::new(); programme.bodies.len()];
        for (position, item) in items.iter().enumerate().filter(|(_, item)| item.parent.is_none()) {
            if let Some(tops) = tops.get_mut(item.body) {
                tops.push(position);
            }
        }
        let mut serving = vec![Vec::new(); programme.goals.len()];
        for top in tops.iter().flatten() {
            serve(&items, *top, &mut Vec::new(), &mut serving);
        }
        let order = cycles::predecessors_first(&items);
        let by_id = in_order_of_ids(&items);
        let (ranks, id_ranks) = (places(&order), places(&by_id));
        Self { programme, items, order, ranks, by_id, id_ranks, tops, serving, overrides }
    }

    /// What an item is part of: its parent, the parent's parent, and so on.
    pub(crate) fn parents_of(&self, item: usize) -> impl Iterator<Item = usize> {
        let parent = |item: &usize| self.items.get(*item).and_then(|facts| facts.parent);
        std::iter::successors(parent(&item), parent)
    }

    /// How many items have parts.
    pub(crate) fn parents(&self) -> usize {
        self.items.iter().filter(|item| !item.children.is_empty()).count()
    }

    /// The items of a body that are part of no other item.
    pub(crate) fn tops_of(&self, body: usize) -> &[usize] {
        self.tops.get(body).map_or(&[], Vec::as_slice)
    }

    /// The items that serve a goal and are part of none that does; those of one body stand together.
    pub(crate) fn serving(&self, goal: usize) -> &[usize] {
        self.serving.get(goal).map_or(&[], Vec::as_slice)
    }
}

/// Files an item and all that is part of it under the goals that they serve, unless a goal is among those above.
fn serve(items: &[ItemFacts<'_>], item: usize, above: &mut Vec<usize>, serving: &mut [Vec<usize>]) {
    let Some(facts) = items.get(item) else { return };
    if let Some(goal) = facts.goal.filter(|goal| !above.contains(goal)) {
        serving.get_mut(goal).into_iter().for_each(|serving| serving.push(item));
    }
    above.extend(facts.goal);
    for child in &facts.children {
        serve(items, *child, above, serving);
    }
    above.truncate(above.len().saturating_sub(usize::from(facts.goal.is_some())));
}

/// Where each position stands in an order of all of them.
pub(crate) fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (rank, position) in order.iter().enumerate() {
        if let Some(place) = places.get_mut(*position) {
            *place = rank;
        }
    }
    places
}

/// Positions in the order of ids. Most ids differ in their first bytes, which are compared as one number.
fn in_order_of_ids(items: &[ItemFacts<'_>]) -> Vec<usize> {
    let first_bytes = |id: &str| {
        let bytes = id.bytes().chain(std::iter::repeat(0)).take(size_of::<u128>());
        bytes.fold(0, |number: u128, byte| number << 8 | u128::from(byte))
    };
    let keyed = |(position, item): (usize, &ItemFacts<'_>)| (first_bytes(&item.priority.id), position);
    let mut keyed: Vec<(u128, usize)> = items.iter().enumerate().map(keyed).collect();
    let id = |position: usize| items.get(position).map(|item| item.priority.id.as_str());
    keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(&id(b.1))));
    keyed.into_iter().map(|(_, position)| position).collect()
}

/// Position of each id.
pub(crate) fn positions<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(position, id)| (id, position)).collect()
}

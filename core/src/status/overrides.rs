//! Judgement above the rules: when a level set by people holds, and when it is refused or overtaken.

use crate::day::Day;
use crate::document::policy::StatusPolicy;
use crate::document::update::{Override, OverrideLevel, SubjectKind};
use crate::finding::Level;
use crate::model::Model;
use crate::problem::{Code, Problem};
use std::collections::HashMap;

use super::dependencies::resting_on;
use super::facts::Facts;
use super::state::Moment;
use super::tree::{NodeKind, items_of};

/// What comes of an override in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It holds: the effective level, and whether it is better than what was computed at its start.
    Holds { effective: Level, improvement: bool },
    /// It is refused, with a word for why.
    Refused(&'static str),
    /// The facts became worse than they were at its start.
    Contradicted,
}

/// What is known of the subject, now and at the override's start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) now: Level,
    pub(crate) at_start: Level,
    pub(crate) evidenced: bool,
}

/// The one override that is judged: in force, latest start, then the worse.
pub(crate) fn in_force<'a>(overrides: &[&'a Override], moment: Moment, policy: &StatusPolicy) -> Option<&'a Override> {
    let holds = |judgement: &&Override| {
        moment.sees(judgement.start, judgement.recorded_on) && moment.as_at <= last_day(judgement, policy)
    };
    let mut judged: Option<&Override> = None;
    for judgement in overrides.iter().copied().filter(holds) {
        let later = |other: &Override| (judgement.start, level(judgement)) > (other.start, level(other));
        if judged.is_none_or(later) {
            judged = Some(judgement);
        }
    }
    judged
}

/// The override that is judged of those on an item.
pub(crate) fn on_item<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    item: usize,
) -> Option<&'a Override> {
    let id = model.items.get(item)?.priority.id.as_str();
    in_force(model.overrides.get(&(SubjectKind::Priority, id))?, moment, policy)
}

/// The override that is judged of those on a node.
pub(crate) fn on_node<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    kind: NodeKind,
) -> Option<&'a Override> {
    let programme = model.programme;
    let subject = match kind {
        NodeKind::Programme => (SubjectKind::Programme, programme.id.as_str()),
        NodeKind::Body(body) => (SubjectKind::Body, programme.bodies[body].id.as_str()),
        NodeKind::Goal(goal) => (SubjectKind::Goal, programme.goals[goal].id.as_str()),
        NodeKind::Part { item: None, .. } => return None,
        NodeKind::Priority(item) | NodeKind::Part { item: Some(item), .. } => {
            return on_item(model, policy, moment, item);
        }
    };
    in_force(model.overrides.get(&subject)?, moment, policy)
}

/// The most items and figures that overrides look back to: so many for each priority, and so many beside.
const LOOKED_BACK_EACH: usize = 16;
const LOOKED_BACK_BESIDE: usize = 1_000_000;

/// A problem where the overrides in force look back to more than that: each is weighed by what its subject was when it
/// started, and so by all that the subject rests on, and the figures that show its benefit.
pub(crate) fn look_back(
    model: &Model<'_>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
) -> Option<Problem> {
    if model.overrides.is_empty() {
        return None;
    }
    let most = model.items.len() * LOOKED_BACK_EACH + LOOKED_BACK_BESIDE;
    let mut left = most;
    let mut fits = |wanted: &[usize]| {
        // All items rest on nothing but themselves.
        let resting = if wanted.len() < model.items.len() { resting_on(model, wanted) } else { wanted.to_vec() };
        let figures = facts.size(&resting);
        left = left.checked_sub(resting.len())?.checked_sub(figures)?;
        Some(())
    };
    let problem = || Problem {
        code: Code::TooLarge,
        path: "/overrides".into(),
        value: None,
        accepted: Some(format!("overrides in force that look back to at most {most} items and figures in all")),
        message: format!("the overrides in force look back to more than {most} items and figures in all"),
    };
    // Items whose overrides started together look back together; nodes one by one.
    let mut by_start: HashMap<Day, Vec<usize>> = HashMap::new();
    for item in 0..model.items.len() {
        if let Some(judgement) = on_item(model, policy, moment, item) {
            by_start.entry(judgement.start).or_default().push(item);
        }
    }
    let overridden = |kind: &NodeKind| on_node(model, policy, moment, *kind).is_some();
    let bodies = (0..model.programme.bodies.len()).map(NodeKind::Body);
    let goals = (0..model.programme.goals.len()).map(NodeKind::Goal);
    let with_parts = |item: &usize| !model.items[*item].children.is_empty();
    let parents = by_start.values().flatten().copied().filter(with_parts).flat_map(|item| {
        let part = model.items[item].goal.map(|goal| NodeKind::Part { goal, item: Some(item) });
        [Some(NodeKind::Priority(item)), part].into_iter().flatten()
    });
    let nodes = std::iter::once(NodeKind::Programme).chain(bodies).chain(goals).filter(overridden).chain(parents);
    // Nothing depends on the order: it fits, or it does not.
    let fit = by_start.values().all(|items| fits(items).is_some())
        && nodes.into_iter().all(|kind| fits(&items_of(model, kind)).is_some());
    (!fit).then(problem)
}

/// The last day of an override, included.
pub(crate) fn last_day(judgement: &Override, policy: &StatusPolicy) -> Day {
    judgement.end.unwrap_or_else(|| judgement.start.plus(i64::from(policy.override_days).saturating_sub(1)))
}

pub(crate) fn level(judgement: &Override) -> Level {
    match judgement.level {
        OverrideLevel::Complete => Level::Complete,
        OverrideLevel::Green => Level::Green,
        OverrideLevel::Amber => Level::Amber,
        OverrideLevel::Red => Level::Red,
    }
}

/// The rule: an improvement needs reason, two roles, evidence and one step at most; a worsening always holds.
pub(crate) fn judge(judgement: &Override, standing: Standing) -> Verdict {
    let (asked, now, start) = (level(judgement), standing.now, standing.at_start);
    if !now.is_open() {
        return Verdict::Refused("not_open");
    }
    let steps = |from: Level| Some(from.severity()?.saturating_sub(asked.severity()?));
    let Some(steps) = steps(start).filter(|steps| *steps > 0) else {
        return Verdict::Holds { effective: now.max(asked), improvement: false };
    };
    let reason_given = judgement.reason.as_ref().is_some_and(|reason| !reason.is_blank());
    let two_roles = judgement.by.is_some() && judgement.approved_by.is_some() && judgement.by != judgement.approved_by;
    let refusal = [
        (asked == Level::Complete, "complete"),
        (steps > 1, "more_than_one_level"),
        (!reason_given, "no_reason"),
        (!two_roles, "not_two_roles"),
        (!standing.evidenced, "not_evidenced"),
    ];
    if let Some((_, why)) = refusal.into_iter().find(|(refused, _)| *refused) {
        return Verdict::Refused(why);
    }
    if now > start {
        return Verdict::Contradicted;
    }
    Verdict::Holds { effective: now.min(asked), improvement: true }
}

//! The facts of an item that a later moment sees and an earlier one does not, and the item without them.

use super::super::overrides::on_item;
use super::super::state::Moment;
use crate::day::Day;
use crate::document::Programme;
use crate::document::policy::StatusPolicy;
use crate::document::priority::Baseline;
use crate::document::update::{Blocker, Lifecycle, Override, Update};
use crate::model::{ItemFacts, Model};

/// Two moments of one programme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moments {
    pub(crate) then: Moment,
    pub(crate) now: Moment,
}

/// One thing that somebody wrote down, on one item.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fact<'a> {
    Update(&'a Update),
    Baseline(&'a Baseline),
    /// A blocker was raised.
    Raised(&'a Blocker),
    /// A blocker that was open then was resolved.
    Resolved(&'a Blocker),
    Override(&'a Override),
}

impl Moments {
    /// Seen now and not then.
    fn is_new(&self, own: Day, recorded: Option<Day>) -> bool {
        self.now.sees(own, recorded) && !self.then.sees(own, recorded)
    }

    fn resolved(moment: Moment, blocker: &Blocker) -> bool {
        blocker.resolved_on.is_some_and(|day| moment.sees(day, None))
    }

    fn new_baselines<'a>(&self, item: &ItemFacts<'a>) -> impl Iterator<Item = &'a Baseline> {
        let new = |baseline: &&Baseline| {
            baseline.approved_on.is_some_and(|approved| self.is_new(approved, baseline.recorded_on))
        };
        item.approved.iter().copied().filter(new)
    }

    /// Every new fact of an item but overrides, in the order in which they became known.
    pub(super) fn all_new<'a>(&self, item: &ItemFacts<'a>) -> Vec<Fact<'a>> {
        let updates = item.updates.iter().copied().filter(|update| self.is_new(update.as_at, update.recorded_on));
        let blockers = item.blockers.iter().copied().filter_map(|blocker| {
            if self.is_new(blocker.raised_on, blocker.recorded_on) {
                return Some(Fact::Raised(blocker));
            }
            self.is_resolution_new(blocker).then_some(Fact::Resolved(blocker))
        });
        let mut facts: Vec<Fact<'a>> =
            self.new_baselines(item).map(Fact::Baseline).chain(blockers).chain(updates.map(Fact::Update)).collect();
        facts.sort_by_key(Fact::known_on);
        facts
    }

    fn is_resolution_new(&self, blocker: &Blocker) -> bool {
        self.then.sees(blocker.raised_on, blocker.recorded_on)
            && Self::resolved(self.now, blocker)
            && !Self::resolved(self.then, blocker)
    }

    /// The updates that a moment sees and that give a field its last word, or are the last.
    fn speaking<'a>(item: &ItemFacts<'a>, moment: Moment) -> impl Iterator<Item = &'a Update> {
        let seen = |update: &&&Update| moment.sees(update.as_at, update.recorded_on);
        let last = |says: &dyn Fn(&Update) -> bool| -> Option<&'a Update> {
            item.updates.iter().rev().filter(seen).find(|update| says(update)).copied()
        };
        let reopens = |update: &Update| {
            update.lifecycle.is_some_and(|life| !matches!(life, Lifecycle::Complete | Lifecycle::Cancelled))
        };
        let speaking = [
            last(&|_| true),
            last(&|update| update.lifecycle.is_some()),
            last(&|update| update.forecast_finish.is_some()),
            last(&|update| update.actual_start.is_some()),
            last(&|update| update.actual_finish.is_some()),
            last(&|update| update.percent.is_some()),
            last(&reopens),
        ];
        speaking.into_iter().flatten()
    }

    /// The new facts that could change the level by being left out alone. Of an update that gives no field its last
    /// word, and is not the last, nothing depends; nor of a baseline between the first and the last. Where an override is
    /// weighed by what its subject was at its `start`, what spoke last then counts too.
    pub(super) fn deciding<'a>(
        &self,
        item: &ItemFacts<'a>,
        start: Option<Moment>,
        most_blockers: usize,
    ) -> Vec<Fact<'a>> {
        let mut facts: Vec<Fact<'a>> = Vec::new();
        for moment in [Some(self.now), start].into_iter().flatten() {
            let news = Self::speaking(item, moment).filter(|update| self.is_new(update.as_at, update.recorded_on));
            let visible =
                |baseline: &&&Baseline| baseline.approved_on.is_some_and(|on| moment.sees(on, baseline.recorded_on));
            let ends = [item.approved.iter().find(visible), item.approved.iter().rev().find(visible)];
            let moved = self
                .new_baselines(item)
                .filter(|baseline| ends.into_iter().flatten().any(|end| std::ptr::eq(*end, *baseline)));
            for fact in news.map(Fact::Update).chain(moved.map(Fact::Baseline)) {
                if !facts.iter().any(|known| known.is(&fact)) {
                    facts.push(fact);
                }
            }
        }
        let blockers = item.blockers.iter().copied().filter_map(|blocker| {
            if self.is_new(blocker.raised_on, blocker.recorded_on) {
                (!Self::resolved(self.now, blocker)).then_some(Fact::Raised(blocker))
            } else {
                self.is_resolution_new(blocker).then_some(Fact::Resolved(blocker))
            }
        });
        facts.extend(blockers.take(most_blockers));
        facts
    }

    /// The override that is judged now, if it is new.
    pub(super) fn new_override<'a>(
        &self,
        model: &Model<'a>,
        policy: &StatusPolicy,
        item: usize,
    ) -> Option<&'a Override> {
        let judged = on_item(model, policy, self.now, item)?;
        self.is_new(judged.start, judged.recorded_on).then_some(judged)
    }
}

impl Fact<'_> {
    /// True for the same row of the document.
    pub(super) fn is(&self, other: &Fact<'_>) -> bool {
        match (self, other) {
            (Fact::Update(a), Fact::Update(b)) => std::ptr::eq(*a, *b),
            (Fact::Baseline(a), Fact::Baseline(b)) => std::ptr::eq(*a, *b),
            (Fact::Raised(a), Fact::Raised(b)) | (Fact::Resolved(a), Fact::Resolved(b)) => std::ptr::eq(*a, *b),
            (Fact::Override(a), Fact::Override(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }

    /// The day on which it had happened and was known.
    pub(super) fn known_on(&self) -> Day {
        let (own, recorded) = match self {
            Fact::Update(update) => (update.as_at, update.recorded_on),
            Fact::Baseline(baseline) => (baseline.approved_on.unwrap_or(baseline.finish), baseline.recorded_on),
            Fact::Raised(blocker) => (blocker.raised_on, blocker.recorded_on),
            Fact::Resolved(blocker) => (blocker.resolved_on.unwrap_or(blocker.raised_on), None),
            Fact::Override(judgement) => (judgement.start, judgement.recorded_on),
        };
        recorded.map_or(own, |recorded| recorded.max(own))
    }

    /// Its identifier; of a baseline its version.
    pub(super) fn id(&self) -> String {
        match self {
            Fact::Update(update) => update.id.clone(),
            Fact::Baseline(baseline) => baseline.version.to_string(),
            Fact::Raised(blocker) | Fact::Resolved(blocker) => blocker.id.clone(),
            Fact::Override(judgement) => judgement.id.clone(),
        }
    }
}

/// Copies of the blockers of an item as they were before they were resolved.
pub(super) fn reopened(item: &ItemFacts<'_>) -> Vec<Blocker> {
    item.blockers.iter().map(|blocker| Blocker { resolved_on: None, ..(*blocker).clone() }).collect()
}

/// The item without those facts. `reopened` are its blockers, unresolved.
pub(super) fn without<'s>(item: &ItemFacts<'s>, left_out: &[Fact<'_>], reopened: &'s [Blocker]) -> ItemFacts<'s> {
    let mut item = item.clone();
    let out = |fact: Fact<'_>| left_out.iter().any(|other| other.is(&fact));
    item.updates.retain(|update| !out(Fact::Update(update)));
    item.approved.retain(|baseline| !out(Fact::Baseline(baseline)));
    item.blockers = (item.blockers.iter().copied().zip(reopened))
        .filter(|(blocker, _)| !out(Fact::Raised(blocker)))
        .map(|(blocker, open)| if out(Fact::Resolved(blocker)) { open } else { blocker })
        .collect();
    item
}

/// The document as it was seen at that moment: what status is made of, and was not there yet, is left out.
pub(super) fn seen(programme: &Programme, moment: Moment) -> Programme {
    let mut seen = programme.clone();
    seen.updates.retain(|update| moment.sees(update.as_at, update.recorded_on));
    seen.overrides.retain(|judgement| moment.sees(judgement.start, judgement.recorded_on));
    seen.blockers.retain(|blocker| moment.sees(blocker.raised_on, blocker.recorded_on));
    for blocker in &mut seen.blockers {
        blocker.resolved_on = blocker.resolved_on.filter(|day| moment.sees(*day, None));
    }
    for priority in &mut seen.priorities {
        let there = |baseline: &Baseline| {
            baseline.approved_on.is_none_or(|approved| moment.sees(approved, baseline.recorded_on))
        };
        priority.baselines.retain(there);
    }
    seen
}

//! Why an item changed: each new fact is left out, and what is left is judged again.

use std::cell::Cell;

use super::super::Picture;
use super::super::dependencies::{Leaves, judge_items, judge_with, origins, resting_on};
use super::super::items::at_start;
use super::super::leaf::{Leaf, Reason};
use super::super::overrides::{Standing, Verdict, in_force, judge, last_day, on_item};
use super::super::state::{Moment, State};
use super::facts::{Fact, Moments, reopened, seen, without};
use super::fields::FIELDS;
use crate::document::policy::StatusPolicy;
use crate::document::update::{Override, SubjectKind, Update};
use crate::finding::{Dimension, Finding, FindingCode as Code, Level, Parameter};
use crate::model::{ItemFacts, Model};

/// The most blockers of an item that are left out one by one, and the most facts put in one after the other.
const MOST_BLOCKERS: usize = 16;
const MOST_IN_TURN: usize = 64;

/// The most items judged anew because something else rests on them: so many for each priority, and so many beside.
const JUDGED_EACH: usize = 16;
const JUDGED_BESIDE: usize = 1_000_000;

/// An item whose level changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changed {
    pub(super) item: usize,
    pub(super) from: Level,
    pub(super) to: Level,
}

impl Changed {
    /// True for a level that undoes the change, wholly or in part.
    fn is_undone_by(&self, level: Level) -> bool {
        match (self.from.severity(), self.to.severity(), level.severity()) {
            (Some(from), Some(to), Some(level)) if from < to => level < to,
            (Some(from), Some(to), Some(level)) if from > to => level > to,
            _ => level != self.to,
        }
    }
}

/// The search for causes: a programme at two moments.
pub(super) struct Search<'q, 'a> {
    pub(super) model: &'q Model<'a>,
    pub(super) policy: &'q StatusPolicy,
    pub(super) moments: Moments,
    pub(super) then: &'q Picture<'q, 'a>,
    pub(super) now: &'q Picture<'q, 'a>,
    /// Items that may still be judged anew.
    left: Cell<usize>,
}

/// A moment, and what was judged at it.
#[derive(Clone, Copy)]
struct At<'l, 'a> {
    moment: Moment,
    leaves: &'l Leaves<'a>,
}

/// An item with the facts and the override that it is seen with, at a moment.
#[derive(Clone, Copy)]
struct Scene<'s, 'l, 'a> {
    at: At<'l, 'a>,
    item: &'s ItemFacts<'a>,
    judged: Option<&'s Override>,
}

/// A cause, and the identifier of the fact that is one.
pub(super) type Cause = (Finding, Option<String>);

impl<'q, 'a> Search<'q, 'a> {
    pub(super) fn new(
        model: &'q Model<'a>,
        policy: &'q StatusPolicy,
        moments: Moments,
        [then, now]: [&'q Picture<'q, 'a>; 2],
    ) -> Self {
        let left = Cell::new(model.items.len() * JUDGED_EACH + JUDGED_BESIDE);
        Self { model, policy, moments, then, now, left }
    }

    /// False once a limit kept something from being tried.
    pub(super) fn is_whole(&self) -> bool {
        self.left.get() > 0
    }

    /// The causes of each change, in the order of the changes, which is that of the items.
    pub(super) fn causes(&self, changed: &[Changed]) -> Vec<Vec<Cause>> {
        let mut causes: Vec<Vec<Cause>> = changed.iter().map(|changed| self.own(*changed)).collect();
        let open: Vec<usize> = (0..changed.len()).filter(|place| causes[*place].is_empty()).collect();
        if open.is_empty() {
            return causes;
        }
        // The programme of today as it would be if nothing had been written down since.
        let untouched = seen(self.model.programme, self.moments.then);
        let model = Model::of_checked(&untouched);
        let wanted: Vec<usize> = open.iter().map(|place| changed[*place].item).collect();
        let others = judge_items(&model, self.policy, self.moments.now, self.now.facts, Some(&wanted));
        let begins = [self.now, self.then].map(|picture| origins(self.model, &picture.leaves));
        for place in open {
            let changed = changed[place];
            let Some(item) = self.model.items.get(changed.item) else { continue };
            // The item as it is, among others without news: the same level comes of time alone.
            let beside = At { moment: self.moments.now, leaves: &others };
            let level = self.level(beside, changed.item, (changed.item, item), self.judged(changed.item));
            let by_others = if level == Some(changed.to) { None } else { self.others(changed, &begins) };
            causes[place] = by_others.unwrap_or_else(|| vec![self.time(changed)]);
        }
        causes
    }

    fn finding(&self, changed: Changed, code: Code) -> Finding {
        let id = self.model.items.get(changed.item).map_or("", |item| item.priority.id.as_str());
        Finding::new(code, SubjectKind::Priority, id, Dimension::Change, "status.change")
            .implying(changed.to)
            .with("from", changed.from.as_str())
            .with("to", changed.to.as_str())
    }

    /// The override that is judged now.
    fn judged(&self, item: usize) -> Option<&'a Override> {
        self.now.verdicts.get(item).copied().flatten().map(|(judgement, _)| judgement)
    }

    /// The moment that an override is weighed by.
    fn start(&self, judgement: Option<&Override>) -> Option<Moment> {
        judgement.map(|judgement| at_start(judgement.start, self.moments.now))
    }

    /// Takes an item and what it rests on from what may still be judged anew.
    fn spend(&self, item: usize) -> Option<()> {
        let left = self.left.get().checked_sub(1)?;
        let left = left.checked_sub(resting_on(self.model, &[item]).len());
        self.left.set(left.unwrap_or(0));
        left.map(drop)
    }

    fn today(&self) -> At<'_, 'a> {
        At { moment: self.moments.now, leaves: &self.now.leaves }
    }

    /// The level of an item with other facts of itself or of another item, and with that override.
    fn level(
        &self,
        at: At<'_, '_>,
        wanted: usize,
        replaced: (usize, &ItemFacts<'_>),
        judgement: Option<&Override>,
    ) -> Option<Level> {
        if replaced.0 != wanted {
            self.spend(wanted)?;
        }
        let (now, evidenced) = self.judged_anew(at, wanted, replaced)?;
        let Some(judgement) = judgement else { return Some(now) };
        self.spend(wanted)?;
        let start = at_start(judgement.start, at.moment);
        let leaves = judge_items(self.model, self.policy, start, self.now.facts, Some(&[wanted]));
        let (at_start, evidenced_then) = self.judged_anew(At { moment: start, leaves: &leaves }, wanted, replaced)?;
        let standing = Standing { now, at_start, evidenced: evidenced && evidenced_then };
        Some(match judge(judgement, standing) {
            Verdict::Holds { effective, .. } => effective,
            Verdict::Refused(_) | Verdict::Contradicted => now,
        })
    }

    /// The computed level, and whether there is evidence.
    fn judged_anew(&self, at: At<'_, '_>, wanted: usize, replaced: (usize, &ItemFacts<'_>)) -> Option<(Level, bool)> {
        fn told(leaf: &Leaf<'_>) -> (Level, bool) {
            (leaf.level, leaf.is_evidenced())
        }
        let anew = judge_with(self.model, self.policy, at.moment, self.now.facts, at.leaves, replaced, wanted);
        anew.as_ref().map(told).or_else(|| at.leaves.get(wanted).map(told))
    }

    /// The item's own new facts that undo the change when left out: one by one, else the one that brought it about.
    fn own(&self, changed: Changed) -> Vec<Cause> {
        let Some(item) = self.model.items.get(changed.item) else { return Vec::new() };
        let open = reopened(item);
        let judged = self.judged(changed.item);
        let scene = Scene { at: self.today(), item, judged };
        let mut causes = Vec::new();
        for fact in self.moments.deciding(item, self.start(judged), MOST_BLOCKERS) {
            let without = without(item, &[fact], &open);
            let level = self.level(scene.at, changed.item, (changed.item, &without), judged);
            if let Some(level) = level.filter(|level| changed.is_undone_by(*level)) {
                causes.push(self.fact(changed, scene, fact, Some(level)));
            }
        }
        if let Some(judgement) = self.moments.new_override(self.model, self.policy, changed.item) {
            let level =
                self.level(self.today(), changed.item, (changed.item, item), self.next_in_line(item, judgement));
            if let Some(level) = level.filter(|level| changed.is_undone_by(*level)) {
                causes.push(self.fact(changed, scene, Fact::Override(judgement), Some(level)));
            }
        }
        if causes.is_empty() { self.in_turn(changed, item).into_iter().collect() } else { causes }
    }

    /// The override that would be judged without that one.
    fn next_in_line(&self, item: &ItemFacts<'a>, left_out: &Override) -> Option<&'a Override> {
        let all = self.model.overrides.get(&(SubjectKind::Priority, item.priority.id.as_str()))?;
        let others: Vec<&Override> = all.iter().copied().filter(|other| !std::ptr::eq(*other, left_out)).collect();
        in_force(&others, self.moments.now, self.policy)
    }

    /// Where no fact undoes the change alone: the one that brought it about, when the days since are gone through one
    /// after the other. `None` where it came with time, or from others.
    fn in_turn(&self, changed: Changed, item: &ItemFacts<'a>) -> Option<Cause> {
        let Moments { now, .. } = self.moments;
        let open = reopened(item);
        let mut facts: Vec<Fact<'a>> = self.moments.all_new(item);
        if facts.len() > MOST_IN_TURN {
            facts = self.moments.deciding(item, self.start(self.judged(changed.item)), MOST_BLOCKERS);
        }
        facts.extend(self.moments.new_override(self.model, self.policy, changed.item).map(Fact::Override));
        let known = |fact: &Fact<'_>| fact.known_on().min(now.as_at);
        facts.sort_by_key(known);
        let mut level = changed.from;
        let mut cause = None;
        for (place, fact) in facts.iter().enumerate() {
            let day = known(fact);
            // On the last day everything known now is known.
            let known_at = if day == now.as_at { now.known_at } else { Some(day) };
            let moment = Moment { as_at: day, known_at, ..now };
            // Time first, then the fact.
            for seen in [place, place + 1] {
                let unknown = facts.get(seen..).unwrap_or_default();
                let without = without(item, unknown, &open);
                let judged = on_item(self.model, self.policy, moment, changed.item);
                let judged = judged.filter(|judged| !unknown.iter().any(|fact| fact.is(&Fact::Override(judged))));
                let at = At { moment, leaves: &self.now.leaves };
                let next = self.level(at, changed.item, (changed.item, &without), judged)?;
                if next != level {
                    let news = next == changed.to && seen > place;
                    let scene = Scene { at, item: &without, judged };
                    cause = news.then(|| self.fact(changed, scene, *fact, None));
                }
                level = next;
            }
        }
        cause.filter(|_| level == changed.to)
    }

    /// The finding on a fact, with the level that there would be without it.
    fn fact(&self, changed: Changed, scene: Scene<'_, '_, '_>, fact: Fact<'_>, level_without: Option<Level>) -> Cause {
        let code = match fact {
            Fact::Update(_) => Code::ChangedByUpdate,
            Fact::Baseline(_) => Code::ChangedByBaseline,
            Fact::Raised(_) | Fact::Resolved(_) => Code::ChangedByBlocker,
            Fact::Override(_) => Code::ChangedByOverride,
        };
        let mut finding = self.finding(changed, code).with("level_without", level_without.map(Level::as_str));
        finding.dominating = true;
        let finding = match fact {
            Fact::Update(update) => self.update(changed, scene, update, finding),
            Fact::Baseline(baseline) => self.baseline(changed.item, finding, baseline),
            Fact::Raised(blocker) => told_by(finding, "blocker", &blocker.id, "raised_on")
                .with("name", blocker.name.as_ref().map(|name| name.0.clone()))
                .with("raised_on", blocker.raised_on)
                .with("recorded_on", late(blocker.raised_on, blocker.recorded_on))
                .since(Some(blocker.recorded_on.unwrap_or(blocker.raised_on))),
            Fact::Resolved(blocker) => told_by(finding, "blocker", &blocker.id, "resolved_on")
                .with("name", blocker.name.as_ref().map(|name| name.0.clone()))
                .with("resolved_on", blocker.resolved_on)
                .since(blocker.resolved_on),
            Fact::Override(judgement) => judgement_told(finding, judgement, self.policy),
        };
        (finding, Some(fact.id()))
    }

    /// What of the update undoes the change: each field is left out, then all of them.
    fn update(&self, changed: Changed, scene: Scene<'_, '_, '_>, update: &Update, finding: Finding) -> Finding {
        let Scene { at, item, judged } = scene;
        let moment = at.moment;
        let open = reopened(item);
        let (after, before) =
            (State::of(item, moment), State::of(&without(item, &[Fact::Update(update)], &open), moment));
        let differing: Vec<_> = FIELDS.iter().filter(|field| field.differs(&before, &after)).collect();
        let undone = |other: &Update| {
            let mut item: ItemFacts<'_> = item.clone();
            item.updates.iter_mut().filter(|one| std::ptr::eq(**one, update)).for_each(|one| *one = other);
            let level = self.level(at, changed.item, (changed.item, &item), judged);
            level.is_some_and(|level| changed.is_undone_by(level))
        };
        let mut deciding: Vec<_> =
            differing.iter().copied().filter(|field| undone(&field.left_out_of(update))).collect();
        if deciding.is_empty() {
            let bare = FIELDS.iter().fold(update.clone(), |update, field| field.left_out_of(&update));
            deciding = if undone(&bare) { differing } else { Vec::new() };
        }
        let mut finding = finding
            .with("update", update.id.clone())
            .with("as_at", update.as_at)
            .with("recorded_on", late(update.as_at, update.recorded_on))
            .with("by", update.by.clone())
            .since(Some(update.recorded_on.unwrap_or(update.as_at)));
        if deciding.is_empty() {
            // That there was an update at all.
            let last = before.last.map(|last| last.as_at);
            return finding.with("last_update_from", last).proof("update", update.id.as_str(), "as_at");
        }
        for field in deciding {
            finding = field.told(finding, &before, &after).proof("update", update.id.as_str(), field.name);
        }
        finding
    }

    /// A baseline that came into force, with the finish it moved.
    fn baseline(&self, item: usize, finding: Finding, baseline: &crate::document::priority::Baseline) -> Finding {
        let before = self.then.leaf(item).and_then(|leaf| leaf.baselines).map(|seen| seen.in_force().finish);
        finding
            .with("version", baseline.version)
            .with("approved_on", baseline.approved_on)
            .with("recorded_on", baseline.approved_on.and_then(|on| late(on, baseline.recorded_on)))
            .with("finish_from", before)
            .with("finish_to", baseline.finish)
            .proof("baseline", baseline.version.to_string(), "finish")
            .since(baseline.recorded_on.or(baseline.approved_on))
    }

    /// A baseline that moved, where the level stays as it was or something else changed it.
    pub(super) fn rebaselined(&self, changed: Changed) -> Option<Finding> {
        let in_force = self.now.leaf(changed.item)?.baselines?.in_force();
        let mut finding = self.finding(changed, Code::ChangedByBaseline);
        finding.implies = None;
        Some(self.baseline(changed.item, finding.severity(crate::finding::Severity::Note), in_force))
    }

    /// What others brought about: a priority that this is part of, or one that it waits for.
    fn others(&self, changed: Changed, begins: &[Vec<Option<usize>>; 2]) -> Option<Vec<Cause>> {
        let reason = |picture: &Picture<'_, '_>, item: usize| picture.leaf(item).and_then(|leaf| leaf.reason);
        for picture in [self.now, self.then] {
            if reason(picture, changed.item) == Some(Reason::ExcludedParent) {
                let mut parents = self.model.parents_of(changed.item);
                let left_out =
                    |item: &usize| reason(picture, *item).is_some_and(|reason| reason != Reason::ExcludedParent);
                let parent = parents.find(left_out).and_then(|parent| self.model.items.get(parent))?;
                let id = parent.priority.id.clone();
                let mut finding =
                    told_by(self.finding(changed, Code::ChangedByParent), "priority", &id, "parent").with("parent", id);
                finding.dominating = true;
                return Some(vec![(finding, None)]);
            }
        }
        let origins = [0, 1].map(|place| begins[place].get(changed.item).copied().flatten());
        let origins: Vec<usize> = match origins {
            [Some(now), Some(then)] if now == then => vec![now],
            origins => origins.into_iter().flatten().collect(),
        };
        let mut causes = Vec::new();
        for origin in origins {
            let Some(item) = self.model.items.get(origin) else { continue };
            let open = reopened(item);
            for fact in self.moments.deciding(item, self.start(self.judged(changed.item)), MOST_BLOCKERS) {
                let without = without(item, &[fact], &open);
                let level = self.level(self.today(), changed.item, (origin, &without), self.judged(changed.item));
                if let Some(level) = level.filter(|level| changed.is_undone_by(*level)) {
                    let finding = self.predecessor(changed, origin).with("level_without", level.as_str());
                    causes.push((of_other(finding, fact), Some(fact.id())));
                }
            }
            if causes.is_empty() && self.finish_moved(origin) {
                causes.push((self.predecessor(changed, origin), None));
            }
        }
        (!causes.is_empty()).then_some(causes)
    }

    fn finish_moved(&self, item: usize) -> bool {
        let [then, now] = [self.then, self.now].map(|picture| picture.leaf(item).and_then(|leaf| leaf.own_finish));
        then != now
    }

    fn predecessor(&self, changed: Changed, origin: usize) -> Finding {
        let id = self.model.items.get(origin).map(|item| item.priority.id.clone()).unwrap_or_default();
        let [then, now] = [self.then, self.now].map(|picture| picture.leaf(origin).and_then(|leaf| leaf.own_finish));
        let mut finding = told_by(self.finding(changed, Code::ChangedByPredecessor), "priority", &id, "depends_on");
        finding.dominating = true;
        finding.with("predecessor", id).with("finish_from", then).with("finish_to", now)
    }

    /// Nothing was written down that changed it: time passed. Says what the level comes from now, and which override
    /// came to its end.
    fn time(&self, changed: Changed) -> Cause {
        let mut finding = self.finding(changed, Code::ChangedByTime);
        finding.dominating = true;
        let ended = self.then.verdicts.get(changed.item).copied().flatten().filter(|(judgement, verdict)| {
            let mattered = self.then.effective(changed.item) != self.then.computed(changed.item);
            matches!(verdict, Verdict::Holds { .. })
                && mattered
                && last_day(judgement, self.policy) < self.moments.now.as_at
        });
        if let Some((judgement, _)) = ended {
            let until = last_day(judgement, self.policy);
            let finding = told_by(finding, "override", &judgement.id, "end").with("until", until);
            return (finding.since(Some(until.plus(1))), Some(judgement.id.clone()));
        }
        let leaf = self.now.leaf(changed.item);
        let why = leaf.and_then(|leaf| leaf.findings.iter().find(|finding| finding.implies == Some(changed.to)));
        let was = self.then.leaf(changed.item).and_then(|leaf| leaf.reason).map(Reason::as_str);
        finding.add("reason_since", was);
        if let Some(why) = why {
            finding.add("why", why.code.as_str());
            finding.parameters.extend(&why.parameters);
            finding.evidence.clone_from(&why.evidence);
            finding.since = why.since;
        }
        (finding, None)
    }
}

/// The finding with an identifier in its parameters and the field that proves it.
fn told_by(finding: Finding, kind: &'static str, id: &str, field: &'static str) -> Finding {
    let finding = finding.proof(kind, id, field);
    if kind == "priority" { finding } else { finding.with(kind, id.to_owned()) }
}

/// The day of recording, where it is later than the fact's own.
fn late(own: crate::day::Day, recorded: Option<crate::day::Day>) -> Option<crate::day::Day> {
    recorded.filter(|recorded| *recorded > own)
}

/// An override that was set.
pub(super) fn judgement_told(finding: Finding, judgement: &Override, policy: &StatusPolicy) -> Finding {
    told_by(finding, "override", &judgement.id, "level")
        .with("asked", super::super::overrides::level(judgement).as_str())
        .with("by", judgement.by.clone())
        .with("approved_by", judgement.approved_by.clone())
        .with("start", judgement.start)
        .with("until", last_day(judgement, policy))
        .since(Some(judgement.recorded_on.unwrap_or(judgement.start)))
}

/// A fact of another item.
fn of_other(finding: Finding, fact: Fact<'_>) -> Finding {
    let (kind, field, on): (&'static str, &'static str, Parameter) = match fact {
        Fact::Update(update) => ("update", "forecast_finish", update.as_at.into()),
        Fact::Baseline(baseline) => ("baseline", "finish", baseline.approved_on.into()),
        Fact::Raised(blocker) => ("blocker", "raised_on", blocker.raised_on.into()),
        Fact::Resolved(blocker) => ("blocker", "resolved_on", blocker.resolved_on.into()),
        Fact::Override(judgement) => ("override", "level", judgement.start.into()),
    };
    let id = fact.id();
    told_by(finding, kind, &id, field).with("on", on)
}

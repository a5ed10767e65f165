//! Why a node changed: the leaves that, put back to what they were, undo the change.

use std::collections::HashMap;

use super::super::nodes::{Passes, classes, level_of_top};
use super::super::overrides::last_day;
use super::super::roll_up::{Judged, Sample};
use super::super::smallest::Smallest;
use super::super::tree::{NodeKind, Tree};
use super::super::{NodeType, is_leaf};
use super::items::judgement_told;
use crate::document::update::SubjectKind;
use crate::finding::{Dimension, Finding, FindingCode as Code, Level};

/// Leaves rolled up in the searches for the causes of all nodes together.
const MOST_LEAVES_ROLLED: usize = 10_000_000;

/// A node whose level changed.
pub(super) struct ChangedNode<'n> {
    pub(super) node: usize,
    pub(super) kind: NodeType,
    pub(super) id: &'n str,
    pub(super) from: Level,
    pub(super) to: Level,
}

/// The search for what changed nodes.
pub(super) struct NodeSearch<'s, 'q, 'a> {
    then: &'s Passes<'q, 'a>,
    now: &'s Passes<'q, 'a>,
    /// Judgements on nodes, then, by node.
    judged_then: HashMap<NodeKind, Judged<'a>>,
    left: usize,
    whole: bool,
}

/// A cause, and the identifiers of the items or of the override that are one.
pub(super) type NodeCause = (Finding, Vec<String>);

impl<'s, 'q, 'a> NodeSearch<'s, 'q, 'a> {
    pub(super) fn new([then, now]: [&'s Passes<'q, 'a>; 2]) -> Self {
        let nodes = then.picture.tree.nodes.iter().zip(&then.judged);
        let judged_then = nodes.filter_map(|(node, judged)| Some((node.kind, (*judged)?))).collect();
        Self { then, now, judged_then, left: MOST_LEAVES_ROLLED, whole: true }
    }

    /// False once a limit kept something from being tried.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    fn tree(&self) -> &'q Tree {
        &self.now.picture.tree
    }

    /// A leaf as it was then; what was no leaf counted nowhere.
    fn was(&self, item: usize) -> [Sample; 2] {
        let then = self.then.picture;
        if is_leaf(then.model, &then.leaves, item) {
            return self.then.both(item);
        }
        self.now.both(item).map(|now| Sample { level: Level::Excluded, computed_red: false, uncovered: false, ..now })
    }

    /// The causes of a change; `open` nodes are still to come, this one included.
    pub(super) fn causes(&mut self, changed: &ChangedNode<'_>, open: usize) -> Vec<NodeCause> {
        let picture = self.now.picture;
        let (below, places) = self.tree().below(changed.node);
        let leaves = &self.tree().nodes[changed.node].leaves;
        let now: Vec<[Sample; 2]> = leaves.iter().map(|leaf| self.now.both(*leaf)).collect();
        let was: Vec<[Sample; 2]> = leaves.iter().map(|leaf| self.was(*leaf)).collect();
        let on: Vec<Option<Judged<'a>>> = places.iter().map(|place| self.now.judged[*place]).collect();
        let on_then: Vec<Option<Judged<'a>>> =
            places.iter().map(|place| self.judged_then.get(&self.tree().nodes[*place].kind).copied()).collect();
        let undone = |level: Level| is_undone(changed, level);
        let test = |back: &[usize]| {
            let mut then = now.clone();
            back.iter().for_each(|leaf| then[*leaf] = was[*leaf]);
            undone(level_of_top(&below, &then, &on, picture.policy))
        };
        let classes = classes(&below, |leaf| (now[leaf] != was[leaf]).then(|| (now[leaf], was[leaf])));
        let tries = self.left / open.max(1) / leaves.len().max(1);
        let mut causes = Vec::new();
        // Leaves that are alike do alike: one of each kind is put back alone.
        if classes.len() <= tries {
            let single = classes.iter().filter(|class| class.first().is_some_and(|leaf| test(&[*leaf])));
            let mut alone: Vec<usize> = single.flatten().copied().collect();
            alone.sort_unstable();
            self.left = self.left.saturating_sub(classes.len() * leaves.len());
            if !alone.is_empty() {
                causes.push(self.items(changed, &alone, leaves, true, true));
            }
        } else {
            self.whole = false;
        }
        for (place, (now_on, then_on)) in on.iter().zip(&on_then).enumerate() {
            let id = |judged: &Option<Judged<'_>>| judged.map(|judged| judged.judgement.id.clone());
            if id(now_on) == id(then_on) {
                continue;
            }
            let mut put_back = on.clone();
            put_back[place] = *then_on;
            self.left = self.left.saturating_sub(leaves.len());
            self.whole &= self.left > 0;
            if self.left > 0 && undone(level_of_top(&below, &now, &put_back, picture.policy)) {
                causes.extend(self.judgement(changed, *now_on, *then_on));
            }
        }
        causes.extend(self.bodies(changed, &below, &now, &on));
        if causes.is_empty() && !classes.is_empty() {
            let weights: Vec<i64> = now.iter().map(|[sample, _]| sample.weight).collect();
            let by_id: Vec<usize> = leaves.iter().map(|leaf| picture.model.id_ranks[*leaf]).collect();
            let tries = self.left / open.max(1) / leaves.len().max(1);
            let mut search = Smallest { weights: &weights, by_id: &by_id, classes, test: &test, tries };
            let found = search.find();
            self.left = self.left.saturating_sub((tries - search.tries) * leaves.len());
            if let Some(found) = found {
                self.whole &= found.exact;
                causes.push(self.items(changed, &found.leaves, leaves, false, found.exact));
            }
        }
        if causes.is_empty() {
            causes.push((self.finding(changed, Code::ChangedByTime), Vec::new()));
        }
        causes
    }

    /// Bodies in which a role fell vacant or was filled, or organisations stayed away or came back: what is known of the
    /// body itself and not of its items.
    fn bodies(
        &mut self,
        changed: &ChangedNode<'_>,
        below: &Tree,
        now: &[[Sample; 2]],
        on: &[Option<Judged<'a>>],
    ) -> Vec<NodeCause> {
        let (then, today) = (self.then.picture, self.now.picture);
        let mut causes = Vec::new();
        for (place, node) in below.nodes.iter().enumerate() {
            let NodeKind::Body(body) = node.kind else { continue };
            if then.floored[body].is_empty() == today.floored[body].is_empty() {
                continue;
            }
            self.left = self.left.saturating_sub(now.len());
            self.whole &= self.left > 0;
            if self.left == 0 {
                break;
            }
            let mut put_back = Tree { nodes: below.nodes.clone() };
            put_back.nodes[place].floored = !node.floored;
            if !is_undone(changed, level_of_top(&put_back, now, on, today.policy)) {
                continue;
            }
            let Some(why) = today.floored[body].first().or(then.floored[body].first()) else { continue };
            let id = today.model.programme.bodies[body].id.clone();
            let mut finding = self.finding(changed, Code::ChangedByBody).with("body", id.clone());
            finding.add("holds", if today.floored[body].is_empty() { "then" } else { "now" });
            finding.add("why", why.code.as_str());
            finding.parameters.extend(&why.parameters);
            finding.evidence.clone_from(&why.evidence);
            causes.push((finding.since(why.since), vec![id]));
        }
        causes
    }

    fn finding(&self, changed: &ChangedNode<'_>, code: Code) -> Finding {
        let kind = match changed.kind {
            NodeType::Programme => SubjectKind::Programme,
            NodeType::Body => SubjectKind::Body,
            NodeType::Goal => SubjectKind::Goal,
            NodeType::Priority => SubjectKind::Priority,
        };
        let mut finding = Finding::new(code, kind, changed.id, Dimension::Change, "status.change.node")
            .implying(changed.to)
            .with("from", changed.from.as_str())
            .with("to", changed.to.as_str());
        finding.dominating = true;
        finding
    }

    /// Items that changed: each of them alone undoes the node's change, or all of them together do.
    fn items(
        &self,
        changed: &ChangedNode<'_>,
        found: &[usize],
        leaves: &[usize],
        alone: bool,
        exact: bool,
    ) -> NodeCause {
        let model = self.now.picture.model;
        let leaf = |place: &usize| leaves.get(*place).copied().unwrap_or_default();
        let ids: Vec<String> = found.iter().map(|place| model.items[leaf(place)].priority.id.clone()).collect();
        let level = |level: Level| level.as_str().to_owned();
        let from: Vec<String> = found.iter().map(|place| level(self.was(leaf(place))[1].level)).collect();
        let to: Vec<String> = found.iter().map(|place| level(self.now.both(leaf(place))[1].level)).collect();
        let finding = self
            .finding(changed, Code::ChangedByItems)
            .with("items", ids.clone())
            .with("items_from", from)
            .with("items_to", to)
            .with("each", if alone { "alone" } else { "together" })
            .with("search", if exact { "exact" } else { "bounded" });
        (finding, ids)
    }

    /// A judgement on a node that was set, or that came to its end.
    fn judgement(
        &self,
        changed: &ChangedNode<'_>,
        now: Option<Judged<'a>>,
        then: Option<Judged<'a>>,
    ) -> Option<NodeCause> {
        let policy = self.now.picture.policy;
        if let Some(Judged { judgement, .. }) = now {
            let finding = judgement_told(self.finding(changed, Code::ChangedByOverride), judgement, policy);
            return Some((finding, vec![judgement.id.clone()]));
        }
        let Judged { judgement, .. } = then?;
        let until = last_day(judgement, policy);
        let finding = self
            .finding(changed, Code::ChangedByTime)
            .with("override", judgement.id.clone())
            .with("until", until)
            .proof("override", judgement.id.as_str(), "end")
            .since(Some(until.plus(1)));
        Some((finding, vec![judgement.id.clone()]))
    }
}

/// True for a level that undoes the change, wholly or in part.
fn is_undone(changed: &ChangedNode<'_>, level: Level) -> bool {
    match (changed.from.severity(), changed.to.severity(), level.severity()) {
        (Some(from), Some(to), Some(level)) if from < to => level < to,
        (Some(from), Some(to), Some(level)) if from > to => level > to,
        _ => level != changed.to,
    }
}

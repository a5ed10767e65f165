//! The rows of nodes: what the roll-up makes of each, how firm that is, and what would change it.

use indexmap::IndexMap;
use std::cmp::Reverse;
use std::hash::Hash;

use super::causes::{causes, counts, mean, ratio, robustness, shares};
use super::items::{at_start, on_the_order, verdict_finding};
use super::overrides::on_node;
use super::path::{Answer, Question, through_milestones};
use super::roll_up::{Judged, Judgements, Outcome, Sample, place, roll_up, verdict};
use super::rows::{ByPolicy, Node, NodeType};
use super::smallest::Smallest;
use super::tree::{Builder, Child, NodeKind, Tree, items_of, weight};
use super::{Picture, dependencies, is_leaf};
use crate::document::policy::{Path, RollUp, StatusPolicy};
use crate::document::update::SubjectKind;
use crate::finding::{Dimension, Finding, FindingCode as Code, Level};
use crate::sorting::Arrange;

/// Worst items named by a node.
const WORST: usize = 5;

/// Leaves rolled up in the searches over children of all nodes together, for each of the two questions.
const MOST_LEAVES_ROLLED: usize = 20_000_000;

/// The passes over the tree: by the rules alone, with overrides, and as reported.
pub(super) struct Passes<'p, 'a> {
    pub(super) picture: &'p Picture<'p, 'a>,
    computed: Vec<Outcome>,
    effective: Vec<Outcome>,
    reported: Vec<Outcome>,
    pub(super) judged: Vec<Option<Judged<'a>>>,
    /// Every item as the effective pass takes it.
    pub(super) samples: Vec<Sample>,
    /// Every item as its reporter sees it.
    reports: Vec<Sample>,
    /// Whether every item is green, amber or red by the rules.
    computed_open: Vec<bool>,
}

/// Every node as a row, and every finding on a node.
pub(super) fn rows(picture: &Picture<'_, '_>) -> (Vec<Node>, Vec<Finding>) {
    let passes = Passes::over(picture);
    let (greens, falls) = (passes.greens(), passes.falls());
    let mut findings: Vec<Finding> = Vec::new();
    let nodes = shown(&picture.tree)
        .into_iter()
        .map(|node| {
            let row = passes.row(node, greens[node].as_ref(), falls[node].as_ref());
            passes.findings(node, &row, &mut findings);
            row
        })
        .collect();
    (nodes, findings)
}

/// The nodes that have a row, in the order of the rows.
pub(super) fn shown(tree: &Tree) -> Vec<usize> {
    let mut shown: Vec<usize> =
        (0..tree.nodes.len()).filter(|node| !matches!(tree.nodes[*node].kind, NodeKind::Part { .. })).collect();
    shown.arrange_by_key(|node| match tree.nodes[*node].kind {
        NodeKind::Programme => (0, 0),
        NodeKind::Body(body) => (1, body),
        NodeKind::Goal(goal) => (2, goal),
        NodeKind::Priority(item) => (3, item),
        NodeKind::Part { .. } => (4, 0),
    });
    shown
}

impl<'p, 'a> Passes<'p, 'a> {
    pub(super) fn over(picture: &'p Picture<'p, 'a>) -> Self {
        let Picture { model, policy, tree, .. } = picture;
        let all = |of: &dyn Fn(usize) -> Sample| -> Vec<Sample> { (0..model.items.len()).map(of).collect() };
        let samples = all(&|item| sample(picture, item, picture.computed(item)));
        let computed = roll_up(tree, &|item| samples[item], policy, true, None);
        let computed_open = samples.iter().map(|sample| sample.level.is_open()).collect();
        let judged: Vec<_> = tree.nodes.iter().map(|node| judged(picture, node.kind)).collect();
        let judgements = Some(Judgements { on: &judged, computed: &computed });
        let reports = all(&|item| as_reported(picture, item));
        let reported = roll_up(tree, &|item| reports[item], policy, false, None);
        let samples = all(&|item| Sample { level: picture.effective(item), ..samples[item] });
        let effective = roll_up(tree, &|item| samples[item], policy, true, judgements);
        Self { picture, computed, effective, reported, judged, samples, reports, computed_open }
    }

    fn selected(&self) -> (RollUp, Path) {
        (self.picture.policy.roll_up, self.picture.policy.path)
    }

    fn sample(&self, item: usize) -> Sample {
        self.samples[item]
    }

    /// Next to fall of every node; children first, since a milestone with parts falls by them.
    fn falls(&self) -> Vec<Option<Answer>> {
        let (selected, path) = self.selected();
        let tree = &self.picture.tree;
        let mut falls: Vec<Option<Answer>> = Vec::with_capacity(tree.nodes.len());
        let mut left = MOST_LEAVES_ROLLED;
        for (node, outcome) in self.effective.iter().enumerate() {
            let standing = outcome.level(selected, path);
            let fall = match standing {
                Level::Red => Some(Answer { leaves: Vec::new(), exact: true }),
                Level::Green | Level::Amber if path == Path::Leaves => {
                    let samples = |item: usize| self.sample(item);
                    let milestones = if selected == RollUp::Default {
                        let of_node = |node: usize| falls[node].clone();
                        through_milestones(tree, node, &samples, self.picture.policy, &of_node)
                    } else {
                        Vec::new()
                    };
                    let leaves = &tree.nodes[node].leaves;
                    let question = Question::new(leaves, &samples, self.picture.policy, self.picture.ranks());
                    question.to_red(selected, outcome, milestones)
                }
                Level::Green | Level::Amber if !matches!(tree.nodes[node].kind, NodeKind::Part { .. }) => {
                    self.over_children(node, Level::Red, &mut left)
                }
                _ => None,
            };
            falls.push(fall);
        }
        falls
    }

    /// Path to green of every node.
    fn greens(&self) -> Vec<Option<Answer>> {
        let (selected, path) = self.selected();
        let mut left = MOST_LEAVES_ROLLED;
        let to_green = |(node, outcome): (usize, &Outcome)| match outcome.level(selected, path) {
            _ if matches!(self.picture.tree.nodes[node].kind, NodeKind::Part { .. }) => None,
            Level::Complete | Level::Green => Some(Answer { leaves: Vec::new(), exact: true }),
            Level::Excluded => None,
            // No item fills a role or comes to a meeting.
            _ if self.picture.tree.nodes[node].floored => None,
            _ if path == Path::Leaves => {
                let samples = |item: usize| self.sample(item);
                let leaves = &self.picture.tree.nodes[node].leaves;
                Question::new(leaves, &samples, self.picture.policy, self.picture.ranks()).to_green(selected, outcome)
            }
            _ => self.over_children(node, Level::Green, &mut left),
        };
        self.effective.iter().enumerate().map(to_green).collect()
    }

    /// The smallest change over children, by rolling the node up anew. It may use its share of what is left.
    fn over_children(&self, node: usize, target: Level, left: &mut usize) -> Option<Answer> {
        let Picture { tree, policy, .. } = self.picture;
        let (below, places) = tree.below(node);
        let leaves = &tree.nodes[node].leaves;
        let on: Vec<_> = places.iter().map(|place| self.judged[*place]).collect();
        let now: Vec<[Sample; 2]> = leaves.iter().map(|leaf| self.both(*leaf)).collect();
        let test = |changed: &[usize]| {
            let mut then = now.clone();
            for leaf in changed {
                then[*leaf] = then[*leaf].map(|sample| match target {
                    Level::Red => Sample { level: Level::Red, computed_red: true, ..sample },
                    _ => Sample { level: Level::Green, computed_red: false, uncovered: false, ..sample },
                });
            }
            level_of_top(&below, &then, &on, policy) == target
        };
        let weights: Vec<i64> = now.iter().map(|[sample, _]| sample.weight).collect();
        let by_id: Vec<usize> = leaves.iter().map(|leaf| self.picture.model.id_ranks[*leaf]).collect();
        let tries = *left / (tree.nodes.len() - node) / leaves.len().max(1);
        let classes = classes(&below, |leaf| self.may_change(leaves[leaf], target).then(|| now[leaf]));
        let mut search = Smallest { weights: &weights, by_id: &by_id, classes, test: &test, tries };
        let found = search.find();
        *left -= (tries - search.tries) * leaves.len();
        found.map(|found| Answer { leaves: found.leaves.iter().map(|leaf| leaves[*leaf]).collect(), ..found })
    }

    /// A leaf as the computed and as the effective pass take it.
    pub(super) fn both(&self, item: usize) -> [Sample; 2] {
        [self.picture.computed(item), self.sample(item).level].map(|level| self.sample_at(item, level))
    }

    fn sample_at(&self, item: usize, level: Level) -> Sample {
        Sample { level, ..self.sample(item) }
    }

    /// True for a leaf that is not yet what it would be changed to. Where a judgement stands above, its computed level
    /// counts beside its effective one.
    fn may_change(&self, item: usize, target: Level) -> bool {
        let (now, computed) = (self.sample(item), self.picture.computed(item));
        let already = now.level == target && computed == target && (target == Level::Red || !now.uncovered);
        let open = if target == Level::Red {
            now.level.is_open()
        } else {
            now.level >= Level::Green && now.level != Level::Excluded
        };
        open && !already
    }

    pub(super) fn row(&self, node: usize, green: Option<&Answer>, fall: Option<&Answer>) -> Node {
        let Picture { model, .. } = self.picture;
        let (selected, path) = self.selected();
        let kind = self.picture.tree.nodes[node].kind;
        let leaves = &self.picture.tree.nodes[node].leaves;
        let outcome = &self.effective[node];
        let level = outcome.level(selected, path);
        let ids = |leaves: &[usize]| leaves.iter().map(|leaf| model.items[*leaf].priority.id.clone()).collect();
        let mut watermelons: Vec<usize> = leaves
            .iter()
            .copied()
            .filter(|leaf| self.samples[*leaf].computed_red && self.reported_well(*leaf))
            .collect();
        watermelons.sort_unstable_by_key(|leaf| model.id_ranks[*leaf]);
        let believed = leaves.iter().filter(|leaf| self.reported_well(**leaf) && self.computed_open[**leaf]).count();
        let (id, name, node_type, parent) = self.naming(kind);
        Node {
            id,
            name,
            kind: node_type,
            parent,
            level,
            reason: (level == Level::Excluded).then_some(super::Reason::Empty),
            computed_level: self.computed[node].level(selected, path),
            as_reported: self.reported[node].level(selected, path),
            counts: counts(&outcome.sums),
            shares: shares(&outcome.sums.weights),
            coverage: ratio(outcome.sums.counted() - outcome.sums.uncovered, outcome.sums.counted()),
            mean_severity: mean(&outcome.sums.weights),
            robustness: robustness(outcome, selected),
            paths_exact: green.into_iter().chain(fall).all(|answer| answer.exact),
            path_to_green: green.map(|answer| ids(&answer.leaves)),
            next_to_fall: fall.map(|answer| ids(&answer.leaves)),
            watermelon_index: ratio(watermelons.len() as i128, believed as i128),
            watermelons: ids(&watermelons),
            worst_items: ids(&self.worst(leaves)),
        }
    }

    fn reported_well(&self, item: usize) -> bool {
        matches!(self.reports[item].level, Level::Complete | Level::Green)
    }

    fn naming(&self, kind: NodeKind) -> (String, String, NodeType, Option<String>) {
        let programme = self.picture.model.programme;
        let top = Some(programme.id.clone());
        match kind {
            NodeKind::Body(body) => {
                let body = &programme.bodies[body];
                (body.id.clone(), body.name.as_str().to_owned(), NodeType::Body, top)
            }
            NodeKind::Goal(goal) => {
                let goal = &programme.goals[goal];
                (goal.id.clone(), goal.name.as_str().to_owned(), NodeType::Goal, top)
            }
            NodeKind::Priority(item) => {
                let priority = self.picture.model.items[item].priority;
                let parent = priority.parent.clone().unwrap_or_else(|| priority.body.clone());
                (priority.id.clone(), priority.name.as_str().to_owned(), NodeType::Priority, Some(parent))
            }
            NodeKind::Programme | NodeKind::Part { .. } => {
                (programme.id.clone(), programme.name.as_str().to_owned(), NodeType::Programme, None)
            }
        }
    }

    /// The worst open leaves: by level, then slip, then id.
    fn worst(&self, leaves: &[usize]) -> Vec<usize> {
        let open = |item: &usize| matches!(self.samples[*item].level, Level::Amber | Level::Red);
        let key = |item: usize| {
            let slip = self.picture.leaf(item).and_then(|leaf| leaf.slip_days).unwrap_or_default();
            (Reverse(self.samples[item].level), Reverse(slip), self.picture.model.id_ranks[item], item)
        };
        let mut worst: Vec<_> = leaves.iter().copied().filter(open).map(key).collect();
        if worst.len() > WORST {
            worst.select_nth_unstable(WORST);
            worst.truncate(WORST);
        }
        worst.sort_unstable();
        worst.into_iter().map(|(.., item)| item).collect()
    }

    fn findings(&self, node: usize, row: &Node, findings: &mut Vec<Finding>) {
        let (selected, path) = self.selected();
        let kind = match row.kind {
            NodeType::Programme => SubjectKind::Programme,
            NodeType::Body => SubjectKind::Body,
            NodeType::Goal => SubjectKind::Goal,
            NodeType::Priority => SubjectKind::Priority,
        };
        let finding = |code| Finding::new(code, kind, &row.id, Dimension::RollUp, "status.roll_up");
        let mut found = causes(&self.effective[node], selected, path, self.picture.policy, &finding);
        for cause in &mut found {
            match cause.code {
                Code::CriticalChildRed => {
                    let ids = self
                        .red_milestones(node)
                        .into_iter()
                        .map(|item| self.picture.model.items[item].priority.id.clone());
                    cause.add("items", ids.collect::<Vec<_>>());
                }
                Code::RedFloor => {
                    let red =
                        |item: &&usize| self.samples[**item].computed_red || self.samples[**item].level == Level::Red;
                    let leaves = self.picture.tree.nodes[node].leaves.iter();
                    let count = leaves.filter(red).count();
                    cause.add("count", count);
                }
                _ => {}
            }
        }
        if let NodeKind::Body(body) = self.picture.tree.nodes[node].kind {
            found.extend(self.picture.floored[body].iter().cloned());
        }
        if row.robustness.policy_sensitive {
            let levels = |levels: &ByPolicy| serde_json::to_value(levels).unwrap_or_default();
            let sensitive = finding(Code::PolicySensitive)
                .severity(crate::finding::Severity::Amber)
                .with("leaves", levels(&row.robustness.leaves))
                .with("children", levels(&row.robustness.children));
            found.push(sensitive);
        }
        let judgements = Judgements { on: &self.judged, computed: &self.computed };
        if let Some((judged, verdict)) = self.judged[node].zip(verdict(judgements, node, place(selected))) {
            let over = |code| Finding::new(code, kind, &row.id, Dimension::Override, "status.override.node");
            let computed = self.computed[node].level(selected, Path::Children);
            let mut finding = verdict_finding(self.picture, judged.judgement, verdict, computed, over);
            // Over leaves the judgement moves nothing.
            finding.implies = finding.implies.filter(|_| path == Path::Children);
            found.push(finding);
        }
        for finding in &mut found {
            finding.dominating = finding.implies == Some(row.level);
        }
        findings.append(&mut found);
    }

    /// Critical milestones that stand directly under the node and are red by their own dates or by their parts.
    fn red_milestones(&self, node: usize) -> Vec<usize> {
        let tree = &self.picture.tree;
        let scope = self.picture.policy.critical_scope;
        let mut red = Vec::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            for child in &tree.nodes[node].children {
                match child {
                    Child::Leaf(item) => {
                        let sample = self.sample(*item);
                        red.extend((sample.critical && sample.level == Level::Red).then_some(*item));
                    }
                    Child::Node(child) => {
                        let level = self.effective[*child].level(RollUp::Default, self.picture.policy.path);
                        if let (NodeKind::Priority(item), true, Level::Red) =
                            (tree.nodes[*child].kind, tree.nodes[*child].critical, level)
                        {
                            red.push(item);
                        }
                        if scope == crate::document::policy::CriticalScope::All {
                            open.push(*child);
                        }
                    }
                }
            }
        }
        red.sort_unstable();
        red.dedup();
        red
    }
}

/// The level of the last node of a tree by the policy selected, its leaves given as the computed and as the effective
/// pass take them, with the judgements on its nodes.
pub(super) fn level_of_top(
    tree: &Tree,
    leaves: &[[Sample; 2]],
    on: &[Option<Judged<'_>>],
    policy: &StatusPolicy,
) -> Level {
    let any = on.iter().any(Option::is_some);
    // Without a judgement the computed pass is not asked for.
    let computed = if any { roll_up(tree, &|leaf| leaves[leaf][0], policy, true, None) } else { Vec::new() };
    let judgements = any.then_some(Judgements { on, computed: &computed });
    let outcomes = roll_up(tree, &|leaf| leaves[leaf][1], policy, true, judgements);
    outcomes.last().map_or(Level::Excluded, |outcome| outcome.level(policy.roll_up, policy.path))
}

/// The leaves that may change, those together that stand under the same node and are alike in what is given of them.
pub(super) fn classes<Alike: Hash + Eq>(tree: &Tree, alike: impl Fn(usize) -> Option<Alike>) -> Vec<Vec<usize>> {
    let leaves = tree.nodes.last().map(|node| node.leaves.len()).unwrap_or_default();
    let mut parents = vec![0; leaves];
    for (place, node) in tree.nodes.iter().enumerate() {
        for child in &node.children {
            if let Child::Leaf(leaf) = child {
                parents[*leaf] = place;
            }
        }
    }
    let mut classes: IndexMap<_, Vec<usize>> = IndexMap::new();
    for (leaf, parent) in parents.into_iter().enumerate() {
        if let Some(alike) = alike(leaf) {
            classes.entry((parent, alike)).or_default().push(leaf);
        }
    }
    classes.into_values().collect()
}

/// The override in force on a node, with what the node was over children when it started.
fn judged<'a>(picture: &Picture<'_, 'a>, kind: NodeKind) -> Option<Judged<'a>> {
    let Picture { model, policy, moment, facts, .. } = picture;
    let judgement = on_node(model, policy, *moment, kind)?;
    let start = at_start(judgement.start, *moment);
    let leaves = dependencies::judge_items(model, policy, start, *facts, Some(&items_of(model, kind)));
    let is_leaf = |item: usize| is_leaf(model, &leaves, item);
    let mut tree: Tree = Builder::new(model, policy, &is_leaf, &picture.ranks).only(kind);
    tree.floor(|body| !facts.floors(body, start).is_empty());
    let samples = |item: usize| {
        let level = leaves.get(item).map_or(Level::Excluded, |leaf| leaf.level);
        sample_of(picture, item, leaves.get(item), level)
    };
    let then = roll_up(&tree, &samples, policy, true, None);
    let at_start = then.last().map_or([Level::Excluded; 4], |outcome| outcome.children);
    Some(Judged { judgement, at_start })
}

/// A leaf as the roll-up takes it, at that level.
fn sample(picture: &Picture<'_, '_>, item: usize, level: Level) -> Sample {
    sample_of(picture, item, picture.leaf(item), level)
}

fn sample_of(picture: &Picture<'_, '_>, item: usize, leaf: Option<&super::Leaf<'_>>, level: Level) -> Sample {
    let computed = leaf.map_or(Level::Excluded, |leaf| leaf.level);
    let open = computed.is_open() && leaf.is_some_and(|leaf| !leaf.is_evidenced());
    Sample {
        level,
        computed_red: computed == Level::Red,
        uncovered: open || computed == Level::NotAssessed,
        critical: picture.model.items[item].is_critical_milestone(),
        weight: weight(picture.model, picture.policy, item),
    }
}

/// A leaf as its reporter sees it; one without a report is left out.
fn as_reported(picture: &Picture<'_, '_>, item: usize) -> Sample {
    let counted = picture.computed(item) != Level::Excluded;
    let reported = picture.leaf(item).filter(|_| counted).and_then(|leaf| leaf.state.reported);
    let level = reported.map_or(Level::Excluded, |(reported, _)| on_the_order(reported));
    Sample { level, computed_red: false, uncovered: false, ..sample(picture, item, level) }
}

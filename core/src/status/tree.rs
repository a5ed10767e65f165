//! The nodes of a programme and what stands under each: bodies, goals, and priorities with parts.

use crate::document::policy::StatusPolicy;
use crate::model::Model;
use std::collections::HashMap;

/// A direct child of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Child {
    /// An item's own dates.
    Leaf(usize),
    /// Another node of the tree.
    Node(usize),
}

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum NodeKind {
    Programme,
    Body(usize),
    Goal(usize),
    /// An item with children.
    Priority(usize),
    /// A goal's part in one body, or what of an item with children belongs to that goal. Never shown.
    Part {
        goal: usize,
        item: Option<usize>,
    },
}

/// A node: its direct children, and all leaves below it at any depth.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) children: Vec<Child>,
    /// Heaviest first, then by id.
    pub(crate) leaves: Vec<usize>,
    /// As a child of the node above, in millionths.
    pub(crate) weight: i128,
    /// A critical milestone that is a parent.
    pub(crate) critical: bool,
    /// A body that cannot be green, whatever stands below it.
    pub(crate) floored: bool,
}

/// Nodes in an order in which children come before what they are part of.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    /// Marks the bodies that cannot be green.
    pub(crate) fn floor(&mut self, floored: impl Fn(usize) -> bool) {
        for node in &mut self.nodes {
            node.floored = matches!(node.kind, NodeKind::Body(body) if floored(body));
        }
    }

    /// The node with all below it as a tree of its own, its leaves numbered in their order; and which node of this tree
    /// each of its nodes is.
    pub(crate) fn below(&self, node: usize) -> (Self, Vec<usize>) {
        let mut places = vec![node];
        let mut next = 0;
        while let Some(place) = places.get(next).copied() {
            next += 1;
            places.extend(self.nodes[place].children.iter().filter_map(|child| match child {
                Child::Node(node) => Some(*node),
                Child::Leaf(_) => None,
            }));
        }
        places.sort_unstable();
        let leaves: HashMap<usize, usize> = self.nodes[node].leaves.iter().copied().zip(0..).collect();
        let number = |leaf: &mut usize| *leaf = leaves.get(leaf).copied().unwrap_or_default();
        let mut below = Self::default();
        for place in &places {
            let mut node = self.nodes[*place].clone();
            node.leaves.iter_mut().for_each(number);
            for child in &mut node.children {
                match child {
                    Child::Leaf(leaf) => number(leaf),
                    Child::Node(place) => *place = places.binary_search(place).unwrap_or_default(),
                }
            }
            below.nodes.push(node);
        }
        (below, places)
    }
}

/// Bodies and the parts of goals weigh 1 each.
const ONE: i128 = crate::decimal::ONE;

/// Builds trees of one model, seen at one moment.
pub(crate) struct Builder<'m, 'a> {
    model: &'m Model<'a>,
    policy: &'m StatusPolicy,
    /// Whether an item counts by its own dates: it has no children, or it has an approved baseline.
    is_leaf: &'m dyn Fn(usize) -> bool,
    /// The order that leaves are listed in: heaviest first, then by id.
    ranks: &'m [usize],
    tree: Tree,
}

impl<'m, 'a> Builder<'m, 'a> {
    pub(crate) fn new(
        model: &'m Model<'a>,
        policy: &'m StatusPolicy,
        is_leaf: &'m dyn Fn(usize) -> bool,
        ranks: &'m [usize],
    ) -> Self {
        Self { model, policy, is_leaf, ranks, tree: Tree::default() }
    }

    /// The whole programme.
    pub(crate) fn programme(mut self) -> Tree {
        let bodies = (0..self.model.programme.bodies.len()).map(|body| Child::Node(self.body(body))).collect();
        for goal in 0..self.model.programme.goals.len() {
            self.goal(goal);
        }
        self.push(NodeKind::Programme, bodies, ONE, false);
        self.tree
    }

    /// One node and what stands under it; it is the last of the tree.
    pub(crate) fn only(mut self, kind: NodeKind) -> Tree {
        match kind {
            NodeKind::Programme | NodeKind::Part { item: None, .. } => return self.programme(),
            NodeKind::Part { goal, item: Some(item) } => {
                self.item(item, Some(goal));
            }
            NodeKind::Body(body) => {
                self.body(body);
            }
            NodeKind::Goal(goal) => {
                self.goal(goal);
            }
            NodeKind::Priority(item) => {
                self.item(item, None);
            }
        }
        self.tree
    }

    fn body(&mut self, body: usize) -> usize {
        let tops = self.model.tops_of(body).to_vec();
        let children = tops.into_iter().filter_map(|item| self.item(item, None)).collect();
        self.push(NodeKind::Body(body), children, ONE, false)
    }

    /// A goal's children are its parts in each body.
    fn goal(&mut self, goal: usize) -> usize {
        let model = self.model;
        let mut parts = Vec::new();
        for in_one_body in model.serving(goal).chunk_by(|a, b| model.items[*a].body == model.items[*b].body) {
            let children: Vec<Child> = in_one_body.iter().filter_map(|item| self.item(*item, Some(goal))).collect();
            if !children.is_empty() {
                let kind = NodeKind::Part { goal, item: None };
                parts.push(Child::Node(self.push(kind, children, ONE, false)));
            }
        }
        self.push(NodeKind::Goal(goal), parts, ONE, false)
    }

    /// An item as a child of what it is part of: a leaf, or a node of its own if something is part of it. In a goal that
    /// is what serves the goal; a node may stand over nothing that counts.
    fn item(&mut self, item: usize, goal: Option<usize>) -> Option<Child> {
        let facts = self.model.items.get(item)?;
        let below: Vec<Child> = match goal {
            None => facts.children.iter().filter_map(|child| self.item(*child, None)).collect(),
            Some(goal) => facts.children.iter().flat_map(|child| self.in_goal(*child, goal)).collect(),
        };
        let own = (self.is_leaf)(item).then_some(Child::Leaf(item));
        let is_parent = if goal.is_none() { !facts.children.is_empty() } else { !below.is_empty() };
        if !is_parent && (own.is_some() || goal.is_none()) {
            return own;
        }
        let kind = goal.map_or(NodeKind::Priority(item), |goal| NodeKind::Part { goal, item: Some(item) });
        let children = own.into_iter().chain(below).collect();
        let weight = i128::from(weight(self.model, self.policy, item));
        Some(Child::Node(self.push(kind, children, weight, facts.is_critical_milestone())))
    }

    /// An item as the goal sees it: itself if it serves the goal, else those of its parts that do.
    fn in_goal(&mut self, item: usize, goal: usize) -> Vec<Child> {
        let Some(facts) = self.model.items.get(item) else { return Vec::new() };
        if facts.goal == Some(goal) {
            return self.item(item, Some(goal)).into_iter().collect();
        }
        facts.children.iter().flat_map(|child| self.in_goal(*child, goal)).collect()
    }

    fn push(&mut self, kind: NodeKind, children: Vec<Child>, weight: i128, critical: bool) -> usize {
        let mut leaves = Vec::new();
        for child in &children {
            match child {
                Child::Leaf(item) => leaves.push(*item),
                Child::Node(node) => {
                    leaves.extend(self.tree.nodes.get(*node).into_iter().flat_map(|node| &node.leaves));
                }
            }
        }
        leaves.sort_unstable_by_key(|leaf| self.ranks[*leaf]);
        self.tree.nodes.push(Node { kind, children, leaves, weight, critical, floored: false });
        self.tree.nodes.len().saturating_sub(1)
    }
}

/// The items that the level of a node is made of: of a goal those that serve it, else all that are part of the node.
pub(crate) fn items_of(model: &Model<'_>, kind: NodeKind) -> Vec<usize> {
    let with_parts = |mut items: Vec<usize>| {
        let mut next = 0;
        while let Some(item) = items.get(next).copied() {
            next += 1;
            items.extend(&model.items[item].children);
        }
        items
    };
    match kind {
        NodeKind::Programme | NodeKind::Part { item: None, .. } => (0..model.items.len()).collect(),
        NodeKind::Body(body) => with_parts(model.tops_of(body).to_vec()),
        NodeKind::Goal(goal) => {
            let mut items = with_parts(model.serving(goal).to_vec());
            items.retain(|item| model.items[*item].goal == Some(goal));
            items
        }
        NodeKind::Priority(item) | NodeKind::Part { item: Some(item), .. } => with_parts(vec![item]),
    }
}

/// The weight of an item in millionths: its own, else by kind.
pub(crate) fn weight(model: &Model<'_>, policy: &StatusPolicy, item: usize) -> i64 {
    let Some(facts) = model.items.get(item) else { return 0 };
    let weight = facts.priority.weight.map_or(policy.weight_of(facts.priority.kind), |weight| weight.0);
    weight.in_whole_millionths()
}

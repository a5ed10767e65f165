"""Reference status calculation, written from the specification page alone.

Second half: tree, roll-up, what stands beside the level, and the entry point;
the first half (state of an item, leaf rule, override rule) is status_items.py.

Plain Python 3.11, standard library only. Every decision is made on whole
numbers or on fractions; floats appear only in the printed shares and indexes.
The program is meant to be read beside the page: each rule carries the name of
its step. Benefits are in status_benefit.py, the floors of leadership and presence in status_floors.py.

    assess(document, as_at="2023-03-31", known_at=None, policy=None)
        -> {"policy": ..., "items": [...], "nodes": [...]}

Rows also carry `codes`, the rules that spoke; they are there to explain a
difference and are no part of the specification.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb

from status_floors import floors
from status_items import (NO_LIMIT, ORDER, REPORTED, SEVERITY, day, exact, full_policy, is_critical,
                          iso, judge, leaf_rule, override_in_force, rows, worse)

RULES = ("default", "worst_of", "mean", "threshold_ladder")
PATHS = ("leaves", "children")
MILLION = 10 ** 6                                          # weights have at most six places
SUBSETS = 2 ** 14                                          # most subsets tried per search


# ------------------------------------------------------------- the tree of units

@dataclass(eq=False)
class Unit:
    """A leaf or a node. `key` names it at every date; `subject` is what an override names."""
    key: tuple
    item: str | None
    is_leaf: bool
    weight: int
    critical: bool
    kids: list
    subject: tuple | None = None

    def __post_init__(self):
        self.leaves = [self] if self.is_leaf else [x for k in self.kids for x in k.leaves]
        self.below = [u for k in self.kids for u in [k, *k.below]]


def build_tree(document, policy, facts):
    """All node units by (kind, id)."""
    items = rows(document, "priorities")
    with_children = {i["parent"] for i in items if i.get("parent")}
    by_id = {i["id"]: i for i in items}
    nodes = {}

    def weight(item):
        number = item["weight"] if item.get("weight") is not None else policy["weights"][item["kind"]]
        return int(exact(number) * MILLION)

    def forest(scope, members):
        """Top-level units of the members; the parent is the nearest ancestor among them."""
        inside = {i["id"] for i in members}

        def parent(key):
            up = by_id[key].get("parent")
            return up if up is None or up in inside else parent(up)

        def unit(item):
            key, args = item["id"], (weight(item), is_critical(item))
            kids = [unit(i) for i in members if parent(i["id"]) == key]
            # A childless item is a leaf; a parent is one more leaf if it has an approved baseline.
            own = [Unit((*scope, key, "leaf"), key, True, *args, [])] if (
                key not in with_children or facts[key]["approved"]) else []
            if own and not kids:
                return own[0]
            return Unit((*scope, key, "node"), key, False, *args, own + kids, ("priority", key))
        return [unit(i) for i in members if parent(i["id"]) is None]

    bodies = []
    for body in rows(document, "bodies"):
        kids = forest(("body", body["id"]), [i for i in items if i["body"] == body["id"]])
        bodies.append(Unit(("body", body["id"]), None, False, MILLION, False, kids,
                           ("body", body["id"])))
        for unit in [bodies[-1], *bodies[-1].below]:
            if not unit.is_leaf:
                nodes[unit.subject] = unit
    for goal in rows(document, "goals"):
        parts = [Unit(("goal", goal["id"], b["id"]), None, False, MILLION, False,
                      forest(("goal", goal["id"], b["id"]),
                             [i for i in items
                              if i["body"] == b["id"] and i.get("goal") == goal["id"]]))
                 for b in rows(document, "bodies")]
        subject = ("goal", goal["id"])
        nodes[subject] = Unit(subject, None, False, MILLION, False, parts, subject)
    subject = ("programme", document["id"])
    nodes[subject] = Unit(subject, None, False, MILLION, False, bodies, subject)
    return nodes


# ---------------------------------------------------------------------- roll-up

@dataclass(frozen=True)
class Leaf:
    computed: str
    effective: str
    reported: str | None      # None: unreported, left out
    gap: bool                 # open and stale or incomplete, or not assessed


class World:
    """Leaf levels at one pair of dates, and the levels of nodes that follow from them."""

    def __init__(self, policy, leaves, override_of=lambda unit: None,
                 c0_of=lambda unit, start, rule, path: None, floored=frozenset()):
        self.policy, self.leaves, self.memo = policy, leaves, {}
        self.floored = floored             # bodies that cannot be green
        self.override_of, self.c0_of = override_of, c0_of

    def changed(self, some):
        return World(self.policy, {**self.leaves, **some}, self.override_of, self.c0_of, self.floored)

    def level(self, unit, how, rule, path):
        """how: computed, effective or reported."""
        if unit.is_leaf:
            return getattr(self.leaves[unit.item], how)
        key = (unit.key, how, rule, path)
        if key not in self.memo:
            own = roll_up(self, unit, how, rule, path)
            self.memo[key] = (self.overridden(unit, own, rule)[0]
                              if how == "effective" and path == "children" else own)
        return self.memo[key]

    def overridden(self, unit, own, rule):
        """A node's override moves the children path only, never past the no-hiding floor."""
        override = self.override_of(unit)
        if override is None:
            return own, None
        c0 = self.c0_of(unit, day(override["start"]), rule, "children")
        c = self.level(unit, "computed", rule, "children")
        level, code = judge(override, c0, c, evidenced=True)     # no evidence test on nodes
        if level is None:
            return own, code
        if SEVERITY[level] < SEVERITY[own] and self.has_red(unit, "effective"):
            level = worse(level, "amber")            # it would pass the floor of its own roll-up
        return level, code

    def has_red(self, unit, how):
        """A leaf below has computed level red, whatever its override, or is red by override."""
        if how == "reported":
            return any(self.leaves[u.item].reported == "red" for u in unit.leaves)
        return any(self.leaves[u.item].computed == "red"
                   or (how == "effective" and self.leaves[u.item].effective == "red")
                   for u in unit.leaves)

    def coverage(self, unit, how="effective"):
        """1 - weight of gaps / weight of all non-excluded leaves, always over leaves."""
        present = [u for u in unit.leaves if getattr(self.leaves[u.item], how) != "excluded"]
        total = sum(u.weight for u in present)
        gaps = sum(u.weight for u in present if self.leaves[u.item].gap)
        return Fraction(total - gaps, total) if total else None


def weights_by_level(pairs):
    sums = {word: sum(w for level, w in pairs if level == word) for word in ORDER}
    return sums, sum(sums.values())


def roll_up(world, unit, how, rule, path):
    level = roll_up_of_parts(world, unit, how, rule, path)
    if level == "green" and how != "reported" and unit.subject and unit.subject[0] == "body" \
            and unit.subject[1] in world.floored:
        return "amber"                                           # leadership, presence
    return level


def roll_up_of_parts(world, unit, how, rule, path):
    policy = world.policy
    present = [level for level in (world.level(u, how, rule, path) for u in unit.leaves)
               if level not in (None, "excluded")]
    # These lines hold under every policy.
    if not present:
        return "excluded"                                        # excluded(empty)
    if all(level == "not_assessed" for level in present):
        return "not_assessed"
    if all(level == "complete" for level in present):
        return "complete"
    parts = [(world.level(u, how, rule, path), u.weight)
             for u in (unit.leaves if path == "leaves" else unit.kids)]
    weight, total = weights_by_level([p for p in parts if p[0] in SEVERITY])
    red, red_or_amber = weight["red"], weight["red"] + weight["amber"]
    if rule == "worst_of":
        return next(word for word in ("red", "amber", "green", "complete")
                    if weight[word]).replace("complete", "green")
    if rule == "mean":
        twice = 2 * sum(SEVERITY[word] * weight[word] for word in ORDER)
        return "green" if twice < 3 * total else "amber" if twice < 5 * total else "red"
    if rule == "threshold_ladder":
        return "red" if 10 * red >= total else "amber" if 10 * red_or_amber >= total else "green"
    # The default policy.
    scope = {"direct": unit.kids, "all": unit.below, "off": []}[policy["critical_scope"]]
    if any(u.critical and world.level(u, how, rule, path) == "red" for u in scope):
        return "red"                                             # CRITICAL_CHILD_RED
    if red >= policy["red_share"] * total:
        return "red"                                             # RED_SHARE
    if world.has_red(unit, how):
        return "amber"                                           # RED_FLOOR
    if red_or_amber >= policy["amber_share"] * total:
        return "amber"                                           # AMBER_SHARE
    if how != "reported" and world.coverage(unit, how) < policy["coverage"]:
        return "amber"                                           # LOW_COVERAGE
    return "green"


# -------------------------------------------------------------- beside the level

def smallest_set(candidates, works):
    """Smallest working set; ties: heavier, then the smaller sorted list of ids.

    -> list, or None when no set works, or ... (Ellipsis) when too many would be tried.
    A candidate is forced when all the others together do not do without it: more changes
    of the same direction never undo a result.
    """
    units = {u.item: u for u in candidates}
    if works(()):
        return []
    if not works(tuple(units)):
        return None
    forced = [i for i in units if not works(tuple(j for j in units if j != i))]
    free = sorted(i for i in units if i not in forced)
    tried = 0
    for size in range(len(free) + 1):
        tried += comb(len(free), size)
        if tried > SUBSETS:
            return ...
        found = [sorted(forced + list(some)) for some in combinations(free, size)
                 if works((*forced, *some))]
        if found:
            return min(found, key=lambda ids: (-sum(units[i].weight for i in ids), ids))
    raise AssertionError("unreachable: all candidates together work")


def path_to_green(world, unit, rule, path):
    """Fewest leaves whose becoming green and evidenced turns the node green."""
    if world.level(unit, "effective", rule, path) in ("complete", "green", "excluded"):
        return []
    def improved(i):
        return Leaf("green", "green", world.leaves[i].reported, False)
    candidates = [u for u in unit.leaves
                  if world.leaves[u.item].effective not in ("excluded", "complete")
                  and improved(u.item) != world.leaves[u.item]]
    found = smallest_set(candidates, lambda ids: world.changed(
        {i: improved(i) for i in ids}).level(unit, "effective", rule, path) == "green")
    return [] if found is None else found


def next_to_fall(world, unit, rule, path):
    """The smallest set of open leaves whose turning red would make the node red."""
    def fallen(i):
        return Leaf("red", "red", world.leaves[i].reported, world.leaves[i].gap)
    candidates = [u for u in unit.leaves if world.leaves[u.item].effective in ("green", "amber", "red")
                  and fallen(u.item) != world.leaves[u.item]]
    return smallest_set(candidates, lambda ids: world.changed(
        {i: fallen(i) for i in ids}).level(unit, "effective", rule, path) == "red")


def robustness(world, unit, policy):
    """The level under every policy and both paths."""
    cells = {path: {rule: world.level(unit, "effective", rule, path) for rule in RULES}
             for path in PATHS}
    places = [SEVERITY[x] for row in cells.values() for x in row.values() if x in SEVERITY]
    apart = bool(places) and max(places) - min(places) >= 2
    chosen = policy["roll_up"]
    return {**cells, "policy_sensitive": apart or cells["leaves"][chosen] != cells["children"][chosen]}


# ------------------------------------------------------------------------ assess

def resolve(document, as_at, known_at=None, policy=None):
    """-> full policy, facts of items (with effective levels), world, nodes."""
    policy = full_policy(document, policy)
    today, known = day(as_at), NO_LIMIT if known_at is None else day(known_at)
    past = {}                              # computed world and tree at the start of overrides

    def computed_at(on, known_on):
        if (on, known_on) not in past:
            facts = leaf_rule(document, policy, on, known_on)
            leaves = {k: Leaf(f["level"], f["level"], None,
                              f["stale_days"] is not None or bool(f["missing"])
                              or f["level"] == "not_assessed") for k, f in facts.items()}
            tree = build_tree(document, policy, facts)
            units = {u.key: u for node in tree.values() for u in [node, *node.below]}
            past[on, known_on] = facts, World(policy, leaves, floored=floors(document, on, known_on)), units
        return past[on, known_on]

    facts = leaf_rule(document, policy, today, known)
    # Step 11: all rules rerun with the first baseline, no overrides.
    original = leaf_rule(document, policy, today, known, original=True)

    # Overrides on items: c0 = computed level at (start, min(known_at, start)).
    for key, fact in facts.items():
        fact["effective"] = fact["level"]
        fact["original"] = original[key]["level"]
        override = override_in_force(document, policy, ("priority", key), today, known)
        if override is None:
            continue
        start = day(override["start"])
        then = computed_at(start, min(known, start))[0][key]
        evidenced = not any(f["stale_days"] is not None or f["missing"] for f in (fact, then))
        level, code = judge(override, then["level"], fact["level"], evidenced)
        fact["codes"].append(code)
        if level is not None:
            fact["effective"] = level
            if level == override["level"]:
                fact["dimension"] = "override"

    def reported(fact):
        if fact["level"] == "excluded":
            return "excluded"
        return REPORTED[fact["reported"]] if fact["reported"] else None

    leaves = {k: Leaf(f["level"], f["effective"], reported(f),
                      f["stale_days"] is not None or bool(f["missing"])
                      or f["level"] == "not_assessed") for k, f in facts.items()}

    def c0_of(unit, start, some_rule, some_path):
        _, world_then, units = computed_at(start, min(known, start))
        return world_then.level(units[unit.key], "computed", some_rule, some_path)

    world = World(policy, leaves, lambda unit: unit.subject and override_in_force(
        document, policy, unit.subject, today, known), c0_of, floors(document, today, known))
    return policy, facts, world, build_tree(document, policy, facts)


def assess(document, as_at, known_at=None, policy=None, paths=True):
    policy, facts, world, nodes = resolve(document, as_at, known_at, policy)
    rule, path, items = policy["roll_up"], policy["path"], rows(document, "priorities")

    item_rows = [{
        "id": i["id"], "body": i["body"], "goal": i.get("goal"), "kind": i["kind"],
        "level": f["effective"], "reason": f["reason"], "dimension": f["dimension"],
        "reported_level": f["reported"], "computed_level": f["level"],
        "evidence": {"stale_days": f["stale_days"], "missing": f["missing"]},
        "stale_on": iso(f["stale_on"]), "slip_days": f["slip"], "slack_days": f["slack"],
        "baseline_finish": iso(f["baseline"]), "forecast_finish": iso(f["forecast"]),
        "level_against_original": f["original"], "codes": f["codes"],
    } for i in items for f in [facts[i["id"]]]]

    def node_row(kind, name, parent):
        unit = nodes[kind, name]
        present = [(world.leaves[u.item].effective, u.weight) for u in unit.leaves]
        sums, total = weights_by_level([p for p in present if p[0] in SEVERITY])
        speaking = {"complete", "green"}
        below = [facts[i] for i in {u.item for u in [unit, *unit.below] if u.item}]
        claimed = [f for f in below if f["reported"] in speaking and f["level"] in SEVERITY]
        melons = sorted(f["item"]["id"] for f in claimed if f["level"] == "red")
        of = sum(f["level"] != "complete" for f in claimed)
        level = world.level(unit, "effective", rule, path)
        cover = world.coverage(unit)
        code = (world.overridden(unit, roll_up(world, unit, "effective", rule, path), rule)[1]
                if path == "children" else None)
        row = {
            "id": name, "kind": kind, "parent": parent, "level": level,
            "reason": "empty" if level == "excluded" else None,
            "computed_level": world.level(unit, "computed", rule, path),
            "counts": {word: sum(p[0] == word for p in present)
                       for word in (*ORDER, "not_assessed", "excluded")},
            "shares": {w: float(Fraction(n, total)) for w, n in sums.items()} if total else None,
            "coverage": None if cover is None else float(cover),
            "robustness": robustness(world, unit, policy),
            "watermelons": melons, "watermelon_index": float(Fraction(len(melons), of)) if of else None,
            "as_reported": world.level(unit, "reported", rule, path),
            "codes": [code] if code else [],
        }
        if paths:                          # left out when too many subsets would be tried
            for field, search in (("path_to_green", path_to_green), ("next_to_fall", next_to_fall)):
                found = search(world, unit, rule, path)
                if found is not ...:
                    row[field] = found
        return row

    programme = document["id"]
    node_rows = [node_row("programme", programme, None)]
    node_rows += [node_row("body", b["id"], programme) for b in rows(document, "bodies")]
    node_rows += [node_row("goal", g["id"], programme) for g in rows(document, "goals")]
    node_rows += [node_row("priority", i["id"], i.get("parent") or i["body"])
                  for i in items if ("priority", i["id"]) in nodes]
    return {"policy": policy, "items": item_rows, "nodes": node_rows}


if __name__ == "__main__":                 # one request per line in, one answer per line out
    import sys
    for text in sys.stdin:
        request = json.loads(text)
        answer = assess(**request)
        answer["policy"] = {k: float(v) if isinstance(v, Fraction) else v
                            for k, v in answer["policy"].items()}
        print(json.dumps({"answer": answer}))

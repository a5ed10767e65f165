"""Tries the page's properties on the reference, over generated programmes.

    python properties.py [--cases 300] [--first 0]

Prints, per property, how often it was tried and violated, and the first seeds
that violate it. All levels are computed levels (before overrides), under every
roll-up policy and both paths, unless the line says otherwise.
"""
from __future__ import annotations

import argparse
import copy
import random
from collections import defaultdict
from datetime import date, timedelta

import generate
from status_reference import ORDER, PATHS, RULES, SEVERITY, Leaf, resolve


def levels(world, nodes, how="computed"):
    return {(*key, rule, path): world.level(unit, how, rule, path)
            for key, unit in nodes.items() for rule in RULES for path in PATHS}


def of(case, document=None, **more):
    _, _, world, nodes = resolve(**{**case, **more, **({"document": document} if document else {})})
    return levels(world, nodes)


def improved(before, after):
    """Cells that got better; leaving not_assessed upwards counts, empty cells do not."""
    return [k for k in before if k in after and before[k] in SEVERITY
            and SEVERITY.get(after[k], 9) < SEVERITY[before[k]]]


def left_order(before, after):
    return [k for k in before if k in after
            and (before[k] in SEVERITY or before[k] == "not_assessed") and after[k] == "excluded"]


def with_item(document, extra, update=None):
    new = copy.deepcopy(document)
    new.setdefault("priorities", []).append(extra)
    if update:
        new.setdefault("updates", []).append(update)
    return new


def shuffled(document, rng):
    new = copy.deepcopy(document)
    for name in ("priorities", "bodies", "goals", "blockers", "overrides"):
        rng.shuffle(new.get(name) or [])
    return new


def settled(document, as_at):
    """What the document says by as_at, with nothing that ends, starts or is resolved later."""
    new = copy.deepcopy(document)
    new["updates"] = [u for u in new.get("updates", []) if u["as_at"] <= as_at]
    for b in new.get("blockers", []):
        if b.get("resolved_on", "") > as_at:
            del b["resolved_on"]
    new["blockers"] = [b for b in new.get("blockers", []) if b["raised_on"] <= as_at]
    for p in new.get("priorities", []):
        p.pop("start", None), p.pop("end", None)
        p["baselines"] = [b for b in p.get("baselines", []) if b.get("approved_on", "9") <= as_at]
    for b in new["bodies"]:
        b.pop("status_from", None)
        for c in b.get("cadences", []):
            c.pop("start", None), c.pop("end", None)
    return new


def check(case, note, rng):
    document, as_at = case["document"], case["as_at"]
    policy, facts, world, nodes = resolve(**case)
    before = levels(world, nodes)
    items = {i["id"]: i for i in document.get("priorities", [])}
    parents = {i["parent"] for i in items.values() if "parent" in i}

    note("order of items does not matter", before != of(case, shuffled(document, rng)))

    in_tree = {u.item: u for u in nodes["programme", document["id"]].leaves}
    for name in in_tree:
        leaf = world.leaves[name]
        if leaf.computed in ("green", "amber", "red"):
            better = Leaf(ORDER[SEVERITY[leaf.computed] - 1], leaf.effective, leaf.reported, leaf.gap)
            note("improving a leaf never worsens an ancestor",
                 improved(levels(world.changed({name: better}), nodes), before))
        if leaf.computed in ("green", "amber", "red") and not leaf.gap:
            worse = leaf.computed if policy["preset"] or leaf.computed == "red" else "amber"
            stale = Leaf(worse, leaf.effective, leaf.reported, True)
            note("marking an item stale or incomplete never improves a node",
                 improved(before, levels(world.changed({name: stale}), nodes)))

    for how in ("computed", "effective"):
        for unit in nodes.values():
            for path in PATHS:
                if world.level(unit, how, "default", path) in ("green", "complete"):
                    units = [u for u in unit.below if u.is_leaf or how == "computed"]
                    note(f"green or complete means no red below ({how}, default policy)",
                         any(world.level(u, h, "default", p) == "red" for u in units
                             for p in PATHS for h in {"computed", how}))

    base = {"document": settled(document, as_at), "policy": case["policy"], "known_at": as_at}
    day, last = date.fromisoformat(as_at), None
    for _ in range(6):
        now = of(base, as_at=day.isoformat())
        if last is not None:
            note("letting time pass without an update never improves a node", improved(last, now))
        last, day = now, day + timedelta(days=rng.choice((1, 7, 20, 50)))

    for body in document["bodies"]:
        for goal in [None, *(g["id"] for g in document.get("goals", []))][:2]:
            extra = {"id": "zz", "name": "Extra", "kind": rng.choice(("task", "milestone", "project")),
                     "body": body["id"], **({"goal": goal} if goal else {})}
            after = of(case, with_item(document, extra))
            note("adding a not-assessed item (top level) never improves a node", improved(before, after))
            dead = {"id": "uz", "priority": "zz", "as_at": "2020-01-01", "by": "chair",
                    "lifecycle": "cancelled", "reason": "Stopped"}
            after = of(case, with_item(document, extra, dead))
            note("excluded items are neutral (a cancelled item added at top level)", before != after)
    for name, item in items.items():
        kind = "a parent" if name in parents else "a childless item"
        extra = {"id": "zz", "name": "Extra", "kind": "task", "body": item["body"], "parent": name,
                 **({"goal": item["goal"]} if "goal" in item else {})}
        after = of(case, with_item(document, extra))
        note(f"adding a not-assessed item (below {kind}) never improves a node",
             improved(before, after) or left_order(before, after))
        dead = {"id": "uz", "priority": "zz", "as_at": "2020-01-01", "by": "chair",
                "lifecycle": "cancelled", "reason": "Stopped"}
        after = of(case, with_item(document, extra, dead))
        note(f"excluded items are neutral (a cancelled item added below {kind})",
             [(name, k) for k in before if before[k] != after[k]])

    for name, item in items.items():
        if name in parents or name not in in_tree or in_tree[name].weight % 4:
            continue
        new = copy.deepcopy(document)
        target = next(i for i in new["priorities"] if i["id"] == name)
        target["weight"] = in_tree[name].weight / 4_000_000
        twin = {**copy.deepcopy(target), "id": "zz", "weight": 3 * in_tree[name].weight / 4_000_000}
        new["priorities"].append(twin)
        for table in ("updates", "blockers"):
            new[table] = new.get(table, []) + [
                {**row, "id": row["id"] + "z", "priority": "zz"}
                for row in new.get(table, []) if row["priority"] == name]
        note("splitting an item into equal-level parts changes nothing", before != of(case, new))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--first", type=int, default=0)
    args = parser.parse_args()
    tried, violated = defaultdict(int), defaultdict(list)
    for seed in range(args.first, args.first + args.cases):
        def note(name, broken):
            tried[name] += 1
            if broken:
                violated[name].append((seed, broken))
        check(generate.case(seed), note, random.Random(seed))
    for name, count in tried.items():
        print(f"{len(violated[name]):6d} of {count:7d}  {name}")
        for seed, broken in violated[name][:3]:
            print(f"           seed {seed}: {broken if broken is True else broken[:2]}")


if __name__ == "__main__":
    main()

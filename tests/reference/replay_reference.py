"""Several dates by the rules alone: what changed and by which fact, levels over time, whether colours came true.

Written from the pages of the documentation, on top of the reference of status. A fact is left out by taking it out of
the document and resolving everything again; nothing is shared with the library.
"""
from __future__ import annotations

import calendar
from datetime import date
from math import sqrt

from status_items import (NO_LIMIT, REPORTED, SEVERITY, baselines_of, counts_now, day, full_policy, iso,
                          override_in_force, rows, state_of, tolerance)
from status_reference import Leaf, resolve, smallest_set

Z = 1.959963984540054


def levels(document, as_at, known_at, policy):
    """{id: effective level} of every item."""
    return {key: fact["effective"] for key, fact in resolve(document, as_at, known_at, policy)[1].items()}


def undone(before, now, level):
    """The change from `before` to `now` is undone by that level, wholly or in part."""
    if before in SEVERITY and now in SEVERITY and level in SEVERITY and before != now:
        worsened = SEVERITY[now] > SEVERITY[before]
        return SEVERITY[level] < SEVERITY[now] if worsened else SEVERITY[level] > SEVERITY[now]
    return level != now


def without_row(document, name, place):
    return {**document, name: [row for n, row in enumerate(rows(document, name)) if n != place]}


def new_facts(document, policy, item, then, now):
    """(identifier, document without it) of every fact of an item that is seen now and was not seen then."""
    def new(row, own):
        return counts_now(row, own, *now) and not counts_now(row, own, *then)
    found = []
    for name, own in (("updates", "as_at"), ("blockers", "raised_on")):
        for place, row in enumerate(rows(document, name)):
            if row["priority"] == item and new(row, own):
                found.append((row["id"], without_row(document, name, place)))
    for place, row in enumerate(rows(document, "blockers")):
        resolved = day(row.get("resolved_on"))
        if (row["priority"] == item and resolved is not None and counts_now(row, "raised_on", *then)
                and resolved <= min(now) and resolved > min(then)):
            reopened = [{**other, "resolved_on": None} if n == place else other
                        for n, other in enumerate(rows(document, "blockers"))]
            found.append((row["id"], {**document, "blockers": reopened}))
    judged = override_in_force(document, policy, ("priority", item), *now)
    if judged is not None and new(judged, "start"):
        place = rows(document, "overrides").index(judged)
        found.append((judged["id"], without_row(document, "overrides", place)))
    for place, priority in enumerate(rows(document, "priorities")):
        if priority["id"] != item:
            continue
        for baseline in rows(priority, "baselines"):
            if new(baseline, "approved_on"):
                kept = [other for other in priority["baselines"] if other is not baseline]
                others = list(rows(document, "priorities"))
                others[place] = {**priority, "baselines": kept}
                found.append((str(baseline["version"]), {**document, "priorities": others}))
    return found


def compare(document, since, as_at, known_at=None, policy=None):
    """Items and nodes that changed level, with the facts and leaves that undo the change alone."""
    known = NO_LIMIT if known_at is None else day(known_at)
    then, now = (day(since), min(known, day(since))), (day(as_at), known)
    whole = full_policy(document, policy)
    known_then = iso(then[1])
    _, facts_then, world_then, _ = resolve(document, since, known_then, policy)
    _, facts_now, world, nodes = resolve(document, as_at, known_at, policy)
    items = {}
    for key in facts_now:
        before, after = facts_then[key]["effective"], facts_now[key]["effective"]
        if before == after:
            continue
        alone = {}
        for fact, other in new_facts(document, whole, key, then, now):
            level = levels(other, as_at, known_at, policy)[key]
            if undone(before, after, level):
                alone[fact] = level
        items[key] = {"since": before, "now": after, "alone": alone}
    # Nodes: each leaf put back to what it was.
    rule, path = whole["roll_up"], whole["path"]
    nodes_then = resolve(document, since, known_then, policy)[3]
    leaves_then = {unit.item for node in nodes_then.values() for unit in [node, *node.below] if unit.is_leaf}

    def was(key):
        return world_then.leaves[key] if key in leaves_then else Leaf("excluded", "excluded", None, False)
    changed = {}
    for (kind, name), unit in nodes.items():
        before = world_then.level(nodes_then[kind, name], "effective", rule, path)
        after = world.level(unit, "effective", rule, path)
        if before == after:
            continue
        moved = [leaf for leaf in unit.leaves if
                 (was(leaf.item).computed, was(leaf.item).effective, was(leaf.item).gap)
                 != (world.leaves[leaf.item].computed, world.leaves[leaf.item].effective,
                     world.leaves[leaf.item].gap)]

        def does(ids, unit=unit, before=before, after=after):
            level = world.changed({i: was(i) for i in ids}).level(unit, "effective", rule, path)
            return undone(before, after, level)
        alone = {leaf.item for leaf in moved if does((leaf.item,))}
        together = None if alone else smallest_set(moved, does)
        changed[kind, name] = {"since": before, "now": after, "alone": alone, "together": together, "does": does}
    return {"items": items, "nodes": changed}


def months_before(number, months):
    """The same day of the month, or the last day of a month that has no such day."""
    at = date.fromordinal(number)
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    return date(year, month + 1, min(at.day, calendar.monthrange(year, month + 1)[1])).toordinal()


def wilson(part, n):
    share = part / n
    centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return centre - half, centre + half


def calibrate(document, months_before_list, as_at, policy=None):
    """{(months, basis, by, id, level): [n, on time, undecided]}."""
    whole, today = full_policy(document, policy), day(as_at)
    final = resolve(document, as_at, None, policy)[1]
    worlds, counts = {}, {}
    for months in months_before_list:
        for basis in ("level", "reported"):
            for level in ("green", "amber", "red"):
                counts[months, basis, "all", None, level] = [0, 0, 0]
        for item in rows(document, "priorities"):
            held = None
            for version in sorted(rows(item, "baselines"), key=lambda b: b["version"]):
                at = months_before(day(version["finish"]), months)
                seen = baselines_of(item, at, at)
                if seen and seen[-1]["version"] == version["version"]:
                    held = at, day(version["finish"])
                    break
            if held is None or held[0] > today:
                continue
            at, finish = held
            if at not in worlds:
                worlds[at] = resolve(document, iso(at), iso(at), policy)[1]
            then, end = worlds[at][item["id"]], final[item["id"]]
            if then["effective"] not in ("green", "amber", "red") or end["level"] == "excluded":
                continue
            last_good = finish + tolerance_of(whole, item)
            if end["finished"] is not None:
                place = 1 if end["finished"] <= last_good else 0
            else:
                place = 0 if today > last_good else 2
            heard = [u for u in rows(document, "updates") if u["priority"] == item["id"]]
            heard = sorted((u for u in heard if counts_now(u, "as_at", at, at)),
                           key=lambda u: (day(u["as_at"]), day(u.get("recorded_on") or u["as_at"])))
            last_by = heard[-1]["by"] if heard else None
            colours = [("level", then["effective"], last_by)]
            said = [u for u in heard if u.get("reported_level") is not None]
            if said and REPORTED[said[-1]["reported_level"]] in ("green", "amber", "red"):
                colours.append(("reported", REPORTED[said[-1]["reported_level"]], said[-1]["by"]))
            for basis, level, role in colours:
                for by, name in (("all", None), ("body", item["body"]), ("role", role)):
                    row = counts.setdefault((months, basis, by, name, level), [0, 0, 0])
                    if place == 2:
                        row[2] += 1
                    else:
                        row[0] += 1
                        row[1] += place
    return counts


def tolerance_of(policy, item):
    """The green tolerance in days; a preset of weeks and months has its own for all."""
    return 7 if policy["preset"] == "week_month" else tolerance(policy, item)[0]

"""Equal representation, calculated the long way: fractions, every seat in turn, every arrangement, every coalition.

Written from the definitions alone, to compare the core with. Nothing here is fast: it is meant for a handful of
organisations and a score of posts.
"""
from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction as F
from itertools import combinations, permutations, product
from math import comb, factorial, log, prod, sqrt

METHODS = ("hamilton", "dhondt", "sainte_lague", "modified_sainte_lague", "huntington_hill", "adams", "dean")


def exactly(number):
    """The decimal that the number's shortest text spells."""
    return F(repr(number))


# --- apportionment ----------------------------------------------------------------------------------------------------

def claim(method, weight, held):
    """What is compared: a pair, so that a first seat can come before all others."""
    first = {"adams", "dean", "huntington_hill"}
    if method in first and held == 0:
        return (1, weight)
    divisor = {
        "dhondt": F(held + 1),
        "sainte_lague": F(2 * held + 1, 2),
        "modified_sainte_lague": F(7, 10) if held == 0 else F(2 * held + 1, 2),
        "adams": F(held),
        "dean": F(2 * held * (held + 1), 2 * held + 1) if held else None,
        "huntington_hill": F(held * (held + 1)),
    }[method]
    return (0, weight ** 2 / divisor if method == "huntington_hill" else weight / divisor)


def apportionments(seats, weights, method):
    """Every arrangement that the method allows, however its ties are resolved."""
    ids = [name for name in weights if weights[name] > 0]
    none = {name: 0 for name in weights}
    if method == "hamilton":
        total = sum(weights.values())
        quotas = {name: weights[name] * seats / total for name in ids}
        held = {**none, **{name: quotas[name].numerator // quotas[name].denominator for name in ids}}
        left = seats - sum(held.values())
        rests = {name: quotas[name] - held[name] for name in ids}
        valid = set()
        for chosen in combinations(ids, left):
            others = [rests[name] for name in ids if name not in chosen]
            if not chosen or not others or min(rests[name] for name in chosen) >= max(others):
                valid.add(tuple(held[name] + (name in chosen) for name in weights))
        return valid
    reached = {tuple(none.values())}
    order = list(weights)
    for _ in range(seats):
        following = set()
        for held in reached:
            claims = {place: claim(method, weights[name], held[place])
                      for place, name in enumerate(order) if weights[name] > 0}
            best = max(claims.values())
            for place in (place for place, value in claims.items() if value == best):
                following.add(tuple(number + (place == other) for other, number in enumerate(held)))
        reached = following
    return reached


def summary(valid, order):
    """Certain seats, tied set, and how many of the tied get one more, from every valid arrangement."""
    certain = [min(held[place] for held in valid) for place in range(len(order))]
    tied = sorted(order[place] for place in range(len(order)) if len({held[place] for held in valid}) > 1)
    return certain, tied, sum(next(iter(valid))) - sum(certain)


# --- the check --------------------------------------------------------------------------------------------------------

def arrangements(total, number):
    if number == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in arrangements(total - first, number - 1):
            yield (first, *rest)


def index_values(held, shares):
    """The five indices by their formulas; None where undefined."""
    total = sum(held)
    s = [F(x, total) for x in held]
    all_entitled = all(v > 0 for v in shares)
    lost = sum(float(a) * log(a / v) for a, v in zip(s, shares) if a > 0 and v > 0)
    return {
        "loosemore_hanby": float(sum(abs(a - v) for a, v in zip(s, shares)) / 2),
        "gallagher": sqrt(sum((a - v) ** 2 for a, v in zip(s, shares)) / 2),
        "sainte_lague": float(sum((a - v) ** 2 / v for a, v in zip(s, shares))) if all_entitled else None,
        "gini": float(sum(abs(a * w - b * v) for a, v in zip(s, shares) for b, w in zip(s, shares)) / 2),
        "normalised_entropy": 1 - lost / -log(min(shares)) if all_entitled and len(held) > 1 else None,
    }


def probability(held, shares, pools=None):
    if pools is not None:
        return F(prod(comb(pool, x) for pool, x in zip(pools, held)), comb(sum(pools), sum(held)))
    ways = factorial(sum(held)) // prod(factorial(x) for x in held)
    return ways * prod((v ** x for v, x in zip(shares, held)), start=F(1))


def exact_p(held, shares, pools=None):
    """p, and the likeliest probability of an arrangement whose own p is at most 0.05."""
    every = sorted(probability(x, shares, pools) for x in arrangements(sum(held), len(held)))
    every = [p for p in every if p > 0]
    mine = probability(held, shares, pools)
    together, border, place = F(0), None, 0
    while place < len(every):
        level = every[place]
        while place < len(every) and every[place] == level:
            together += every[place]
            place += 1
        if together > F(1, 20):
            break
        border = level
    return sum(p for p in every if p <= mine), border


def check(counts, weights=None, pools=None):
    """What a check must say of counts that are all known, posts to be shared, usual tolerance."""
    ids, held = list(counts), list(counts.values())
    weights = weights or {name: F(1) for name in ids}
    shares = [weights[name] / sum(weights.values()) for name in ids]
    total = sum(held)
    entitled = [share * total for share in shares]
    every = list(arrangements(total, len(ids)))
    # The best: no other has a smaller sum of distances, for several measures of distance.
    distance = {x: sum(abs(a - e) for a, e in zip(x, entitled)) for x in every}
    squares = {x: sum((a - e) ** 2 for a, e in zip(x, entitled)) for x in every}
    least, fewest = min(distance.values()), min(squares.values())
    best = [x for x in every if squares[x] == fewest]
    assert all(distance[x] == least for x in best)
    moves = min(sum(max(0, a - b) for a, b in zip(held, x)) for x in best)
    answer = {"entitlement": [float(e) for e in entitled], "best": best, "moves": moves,
              "spread": max(held) - min(held) if held else None}
    if total == 0:
        answer["status"] = "not_assessable"
        return answer
    equal = len(set(weights.values())) == 1
    near = max(held) - min(held) <= 1 if equal else all(abs(a - e) < 1 for a, e in zip(held, entitled))
    answer["status"] = ("met" if list(entitled) == held else "met_as_far_as_possible") if near else "not_met"
    short = max(e - a for a, e in zip(held, entitled))
    answer["worst_off"] = sorted(name for name, a, e in zip(ids, held, entitled) if e - a == short) if short > 0 else []
    after = list(held)
    answer["next"] = []
    for step in (1, 2):
        gaps = [share * (total + step) - a for share, a in zip(shares, after)]
        open_to = [place for place in range(len(ids)) if shares[place] > 0]
        most = max(gaps[place] for place in open_to)
        due = sorted(ids[place] for place in open_to if gaps[place] == most)
        answer["next"].append(due)
        after[ids.index(due[0])] += 1
    values = {x: index_values(x, shares) for x in every}
    answer["indices"] = {}
    for name, value in values[tuple(held)].items():
        known = [row[name] for row in values.values() if row[name] is not None]
        answer["indices"][name] = (value, min(known, default=None), max(known, default=None))
    p, border = exact_p(held, shares, pools)
    answer["p"], answer["border"] = float(p), border
    answer["probability"] = lambda x: probability(x, shares, pools)
    return answer


# --- quorum, rotation, power ------------------------------------------------------------------------------------------

def quorum_failures(rule, members, counted, base):
    """What is lacking with these members counted."""
    failed = []
    by = {}
    for member in base:
        by.setdefault(member.get("organisation"), [0, 0])[1] += 1
    for member in counted:
        by.setdefault(member.get("organisation"), [0, 0])[0] += 1
    minimum = max(rule.get("minimum", 1), 1)
    share = exactly(rule["fraction"]) if "fraction" in rule else None
    expected = {name: row for name, row in by.items() if name is not None and row[1] > 0}
    represented = sum(1 for name, row in by.items() if name is not None and row[0] > 0)

    def number(name, present, of):
        if present < minimum:
            failed.append(("minimum", name))
        if share is not None and (present < share * of or present == 0):
            failed.append(("fraction", name))

    if rule.get("scope") == "in_common":
        for name, (present, of) in expected.items():
            number(name, present, of)
    elif rule.get("count") == "organisations":
        number(None, represented, len(expected))
    else:
        number(None, len(counted), len(base))
    if "per_organisation" in rule:
        failed += [("per_organisation", name) for name, row in expected.items() if row[0] < rule["per_organisation"]]
    if "minimum_organisations" in rule and represented < rule["minimum_organisations"]:
        failed.append(("minimum_organisations", None))
    for role in rule.get("roles", ()):
        if sum(role["role"] in member.get("roles", ()) for member in counted) < role.get("min", 1):
            failed.append(("role", role["role"]))
    return failed


def quorum(rule, members, present, conflicted=()):
    def free(member):
        return member["id"] not in conflicted and member.get("organisation") not in conflicted

    came = {row if isinstance(row, str) else row["member"]: not isinstance(row, str) and row.get("deputy", False)
            for row in present}
    counted = [m for m in members if m["id"] in came and free(m)
               and not (came[m["id"]] and rule.get("deputies_count") is False)]
    eligible = [m for m in members if free(m)]
    base = eligible if rule.get("of") == "eligible" else members
    failed = quorum_failures(rule, members, counted, base)
    fewest = None
    if not failed:
        for size in range(1, len(counted) + 1):
            if any(quorum_failures(rule, members, [m for m in counted if m not in gone], base)
                   for gone in combinations(counted, size)):
                fewest = size
                break
    return {"quorate": not failed, "failed": sorted(failed, key=str), "fewest_absences_to_break": fewest,
            "can_be_met": not quorum_failures(rule, members, eligible, base), "counted": [m["id"] for m in counted]}


def tally(rule, votes, recused=(), members=None):
    """What carries, by the share of the votes that the rule asks for."""
    def voter(vote):
        return vote["person"] if rule.get("unit") == "person" else vote["organisation"]

    heard = [vote for vote in votes if not {voter(vote), vote["organisation"]} & set(recused)
             and (members is None or voter(vote) in members)]
    weight = lambda name: rule.get("weights", {}).get(name, 1)
    totals = Counter()
    for vote in heard:
        if vote["option"] != "abstain":
            totals[vote["option"]] += weight(voter(vote))
    cast = sum(totals.values())
    able = None if members is None else [name for name in members if name not in recused]

    def carries(number):
        return number > 0 and {
            "simple_majority": 2 * number > cast,
            "absolute_majority": able is not None and 2 * number > sum(map(weight, able)),
            "two_thirds": F(number, cast or 1) >= F(2, 3),
            "three_quarters": F(number, cast or 1) >= F(3, 4),
            "unanimity": number == cast,
        }[rule["rule"]]

    outcome = next((option for option in sorted(totals) if carries(totals[option])), None)
    most = max(totals.values(), default=0)
    leading = sorted(option for option, number in totals.items() if number == most)
    tied = leading if outcome is None and cast and len(leading) > 1 else []
    result = "decided" if outcome else "no_votes" if not cast else "tied" if tied else "no_majority"
    return {"outcome": outcome, "result": result, "tied": tied, "cast": cast, "totals": dict(totals),
            "abstained": [voter(vote) for vote in heard if vote["option"] == "abstain"],
            "eligible": None if able is None else sum(map(weight, able)),
            "silent": None if able is None else [name for name in able if name not in {voter(vote) for vote in heard}]}


def rotation(history, members, as_at):
    spells = {}
    for row in members:
        row = {"organisation": row} if isinstance(row, str) else row
        spells.setdefault(row["organisation"], []).append(row)

    def member(name, day):
        return any(row.get("start", "") <= day <= row.get("end", "9999") for row in spells.get(name, ()))

    turns = [row for row in history if row["on"] <= as_at and member(row["organisation"], row["on"])]
    rows, now = {}, sorted(name for name in spells if member(name, as_at))
    for name in spells:
        fair = sum((F(1, sum(member(other, row["on"]) for other in spells))
                    for row in turns if member(name, row["on"])), F(0))
        mine = [row["on"] for row in turns if row["organisation"] == name]
        joined = next((row.get("start") for row in spells[name]
                       if row.get("start", "") <= as_at <= row.get("end", "9999")), None)
        rows[name] = {"turns": len(mine), "fair": fair, "last_on": max(mine, default=None),
                      "since": max(mine, default=None) or joined or ""}
    due = [name for name in now if rows[name]["fair"] - rows[name]["turns"]
           == max(rows[other]["fair"] - rows[other]["turns"] for other in now)]
    longest = lambda names: [name for name in names if rows[name]["since"] == min(rows[o]["since"] for o in names)]
    waiting = {name: (date.fromisoformat(as_at) - date.fromisoformat(row["since"])).days if row["since"] else None
               for name, row in rows.items()}
    return {"rows": rows, "next": longest(due), "longest_wait": longest(now), "waiting": waiting, "turns": len(turns)}


def power(weights, quota):
    """Banzhaf by every coalition, Shapley–Shubik by every order of joining."""
    ids = list(weights)
    swings = Counter()
    for inside in product((0, 1), repeat=len(ids)):
        total = sum(weights[name] for name, member in zip(ids, inside) if member)
        for name, member in zip(ids, inside):
            if member and total >= quota > total - weights[name]:
                swings[name] += 1
    pivots = Counter()
    for order in permutations(ids):
        total = 0
        for name in order:
            total += weights[name]
            if total >= quota:
                pivots[name] += 1
                break
    every = sum(swings.values())
    return {name: (F(swings[name], every), F(swings[name], 2 ** (len(ids) - 1)), F(pivots[name], factorial(len(ids))))
            for name in ids}

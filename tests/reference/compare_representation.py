"""Compares the engines of equal representation with the reference calculation, on generated cases.

    python compare_representation.py write --cases 2000 > requests.jsonl
    cargo run --release --example representation_lines < requests.jsonl > answers.jsonl
    python compare_representation.py check requests.jsonl answers.jsonl

A request is {"operation", "request"}. Exit code 1 on any difference. Whole numbers, names and statuses must be the
same; fractions must be the nearest float; sums of floats may differ by 1e-9.
"""
from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from fractions import Fraction as F

import representation_reference as reference

NAMES = ["RNA", "RL4", "RXK", "RBK", "R1K", "RJ6", "RYR"]


# --- generated requests -----------------------------------------------------------------------------------------------

def weight(dice):
    """Mostly small and round, so that claims tie often."""
    return dice.choice([0, 1, 1, 2, 3, 4, 5, 6, 10, 12, 0.1, 0.2, 0.3, 0.5, 1.5, 2.5, 40.25, 317_000, 1_200_345])


def apportion(dice):
    names = dice.sample(NAMES, dice.randint(1, 5))
    small = dice.random() < 0.6
    weights = {name: dice.choice([1, 1, 2, 3, 4, 6]) if small else weight(dice) for name in names}
    if not any(weights.values()):
        weights[names[0]] = 1
    request = {"seats": dice.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 20]), "weights": weights,
               "method": dice.choice(reference.METHODS)}
    if dice.random() < 0.3:
        request["seed"] = dice.randint(0, 2**32 - 1)
    return request


def check_representation(dice):
    names = dice.sample(NAMES, dice.randint(1, 4))
    total = dice.randint(0, 12)
    counts = {name: 0 for name in names}
    for _ in range(total):
        counts[dice.choice(names + names[:1])] += 1
    request = {"counts": counts}
    if dice.random() < 0.5:
        request["entitlement"] = {name: dice.choice([1, 1, 2, 3, 0.1, 0.25, 0.4, 5]) for name in names}
    if dice.random() < 0.3:
        request["exposure"] = {name: dice.choice([1, 0.5, 0.25]) for name in names if dice.random() < 0.7}
    if dice.random() < 0.3:
        request["pools"] = {name: counts[name] + dice.choice([0, 1, 2, 5, 20]) for name in names}
    return request


def check_quorum(dice):
    organisations = NAMES[:dice.randint(1, 4)]
    members = []
    for place in range(dice.randint(1, 7)):
        member = {"id": f"p{place}", "organisation": dice.choice(organisations)}
        roles = [role for role in ("chair", "clinical_lead") if dice.random() < 0.3]
        members.append({**member, "roles": roles} if roles else member)
    rule = {}
    if dice.random() < 0.6:
        rule["minimum"] = dice.randint(0, 4)
    if dice.random() < 0.5:
        rule["fraction"] = dice.choice([0, 0.25, 0.5, 0.333333, 0.6666666666666666, 0.666667, 0.75, 1])
    if dice.random() < 0.3:
        rule["per_organisation"] = dice.randint(0, 2)
    if dice.random() < 0.3:
        rule["minimum_organisations"] = dice.randint(0, 3)
    if dice.random() < 0.4 or not rule:
        rule["roles"] = [{"role": dice.choice(["chair", "clinical_lead"]), "min": dice.randint(0, 2)}]
    if dice.random() < 0.4:
        rule["of"] = dice.choice(["all", "eligible"])
    if dice.random() < 0.3:
        rule["deputies_count"] = dice.random() < 0.5
    shape = dice.random()
    if shape < 0.25:
        rule["scope"] = "in_common"
    elif shape < 0.5:
        rule["count"] = "organisations"
    present = [member["id"] for member in members if dice.random() < 0.8]
    present = [{"member": name, "deputy": True} if dice.random() < 0.2 else name for name in present]
    if dice.random() < 0.1:
        present.append("p99")
    request = {"rule": rule, "members": members, "present": present}
    if dice.random() < 0.3:
        request["conflicted"] = [dice.choice([members[0]["id"], members[-1]["organisation"]])]
    return request


def tally_votes(dice):
    names = dice.sample(NAMES, dice.randint(1, 6))
    rule = {"rule": dice.choice(["simple_majority", "absolute_majority", "two_thirds", "three_quarters", "unanimity"])}
    persons = dice.random() < 0.3
    if persons:
        rule["unit"] = "person"
    elif dice.random() < 0.4:
        rule["weights"] = {name: dice.randint(0, 4) for name in names}
    options = ["for", "against", "abstain"] + ["later"] * (dice.random() < 0.3)
    votes = [{"organisation": name, "option": dice.choice(options)} for name in names if dice.random() < 0.8]
    voters = names
    if persons:
        voters = [f"p{place}" for place in range(len(names))]
        votes = [{**vote, "person": voters[names.index(vote["organisation"])]} for vote in votes]
    request = {"rule": rule, "votes": votes}
    if rule["rule"] == "absolute_majority" or dice.random() < 0.3:
        request["members"] = [name for name in voters if dice.random() < 0.9]
    if dice.random() < 0.3:
        request["recused"] = [dice.choice(names + voters)]
    return request


def review_rotation(dice):
    day = lambda: f"20{dice.randint(21, 23)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    members = []
    for name in dice.sample(NAMES, dice.randint(1, 5)):
        row = {"organisation": name}
        if dice.random() < 0.5:
            row["start"] = day()
        if dice.random() < 0.2:
            row["end"] = max(day(), row.get("start", ""))
        members.append(name if len(row) == 1 and dice.random() < 0.5 else row)
    history = [{"organisation": dice.choice(NAMES[:5]), "on": day()} for _ in range(dice.randint(0, 9))]
    return {"history": history, "members": members, "as_at": day()}


def measure_voting_power(dice):
    weights = {name: weight(dice) for name in dice.sample(NAMES, dice.randint(1, 6))}
    if not any(weights.values()):
        weights[next(iter(weights))] = 3
    total = sum(reference.exactly(number) for number in weights.values())
    quota = float(round(total * dice.choice([F(1, 3), F(1, 2), F(51, 100), F(2, 3), F(1)]), 6))
    return {"weights": weights, "quota": min(quota, float(total)) or 0.000001}


OPERATIONS = [apportion, apportion, check_representation, check_quorum, tally_votes, review_rotation,
              measure_voting_power]


# --- comparison -------------------------------------------------------------------------------------------------------

def near(a, b):
    return a is b is None or (a is not None and b is not None and abs(a - b) <= 1e-9)


def differences(operation, request, answer):
    """What differs, each as a text."""
    want = globals()[f"compare_{operation}"]
    return [text for text, good in want(request, answer) if not good]


def compare_apportion(request, answer):
    weights = {name: reference.exactly(number) for name, number in request["weights"].items()}
    valid = reference.apportionments(request["seats"], weights, request["method"])
    certain, tied, to_draw = reference.summary(valid, list(weights))
    yield f"seats {certain}", list(answer["seats"].values()) == certain
    yield f"tied {tied}", answer["tied"] == tied
    yield f"to_draw {to_draw}", answer["to_draw"] == to_draw
    drawn = answer["drawn"]
    yield "drawn only with a seed", (drawn is None) == ("seed" not in request)
    if drawn is not None:
        held = tuple(number + (name in drawn) for name, number in answer["seats"].items())
        yield f"the draw {drawn} is one that the method allows", held in valid and len(drawn) == to_draw
    given = Counter()
    for place, step in enumerate(answer["trace"], 1):
        given[step["id"]] += step["given"]
        yield f"step {step}", step["step"] == place and step["seats"] == given[step["id"]]
    yield "the trace adds up", all(
        given[name] == number + (name in (drawn or ())) for name, number in answer["seats"].items())


def compare_check_representation(request, answer):
    counts = request["counts"]
    weights = None
    if "entitlement" in request or "exposure" in request:
        weights = {name: reference.exactly(request.get("entitlement", {}).get(name, 1))
                   * reference.exactly(request.get("exposure", {}).get(name, 1)) for name in counts}
    pools = request.get("pools")
    want = reference.check(counts, weights, pools and [pools[name] for name in counts])
    usual = "distance" if weights else "spread"
    status = want["status"]
    if weights and status != "not_assessable":  # the usual tolerance follows from what is stated, not from its values
        held, entitled = list(counts.values()), [w * sum(counts.values()) / sum(weights.values()) for w in weights.values()]
        within = all(abs(a - e) < 1 for a, e in zip(held, entitled))
        status = ("met" if entitled == held else "met_as_far_as_possible") if within else "not_met"
    yield f"status by {usual} {status}", answer["status"] == status
    yield f"entitlement {want['entitlement']}", list(answer["entitlement"].values()) == want["entitlement"]
    certain, tied, to_draw = reference.summary(set(want["best"]), list(counts))
    best = answer["best_possible"]
    yield f"best {certain} {tied} {to_draw}", (
        list(best["seats"].values()), best["tied"], best["to_draw"]) == (certain, tied, to_draw)
    yield "the nearest is a best", tuple(best["nearest"].values()) in set(want["best"])
    yield f"moves {want['moves']}", answer["moves_needed"] == want["moves"] == sum(m["posts"] for m in answer["moves"])
    after = dict(counts)
    for move in answer["moves"]:
        after[move["from"]] -= move["posts"]
        after[move["to"]] += move["posts"]
    yield "the moves lead to the nearest", after == best["nearest"]
    yield f"spread {want['spread']}", answer["spread"] == want["spread"]
    if sum(counts.values()) == 0:
        yield "nothing to measure", answer["indices"] is None and answer["exact"] is None
        return
    yield f"worst off {want['worst_off']}", answer["worst_off"] == want["worst_off"]
    yield f"next {want['next']}", answer["next"] == want["next"]
    for row in answer["indices"]:
        value, low, high = want["indices"][row["name"]]
        yield f"{row['name']} {value}", near(row["value"], value)
        for limit, expected in ((row["floor"], low), (row["ceiling"], high)):
            unknown = row["name"] == "gini" and limit is None
            yield f"{row['name']} between {low} and {high}", unknown or near(limit, expected)
        if row["rescaled"] is not None:
            yield f"{row['name']} rescaled", 0 <= row["rescaled"] <= 1
    yield f"p {want['p']}", near(answer["exact"]["p"], want["p"])
    found = answer["exact"]["detectable"]
    yield f"detectable at {want['border']}", (found is None) == (want["border"] is None)
    if found and want["border"] is not None:
        posts = found["posts"]
        yield "the detectable arrangement", sum(posts) == sum(counts.values()) and near(
            float(want["probability"](posts)), float(want["border"])) and found["p"] <= 0.05


def compare_check_quorum(request, answer):
    want = reference.quorum(request["rule"], request["members"], request["present"], request.get("conflicted", ()))
    failed = sorted(((row["rule"], row["role"] or row["organisation"]) for row in answer["failed"]), key=str)
    yield f"failed {want['failed']}", failed == want["failed"]
    for name in ("quorate", "fewest_absences_to_break", "can_be_met", "counted"):
        yield f"{name} {want[name]}", answer[name] == want[name]
    for row in answer["rules"]:
        yield f"row {row}", row["short_by"] == max(0, row["required"] - row["present"])


def compare_tally_votes(request, answer):
    want = reference.tally(request["rule"], request["votes"], request.get("recused", ()), request.get("members"))
    totals = {row["option"]: row["votes"] for row in answer["totals"]}
    yield f"totals {want['totals']}", totals == want["totals"]
    for name in ("outcome", "result", "tied", "cast", "abstained", "eligible", "silent"):
        yield f"{name} {want[name]}", answer[name] == want[name]
    most = max(totals.values(), default=0)
    yield "what is lacking", answer["short_by"] == max(0, answer["required"] - most)
    yield "lacking nothing carries", (answer["short_by"] == 0) == (want["outcome"] is not None)


def compare_review_rotation(request, answer):
    want = reference.rotation(request["history"], request["members"], request["as_at"])
    for row in answer["balance"]:
        known = want["rows"][row["organisation"]]
        yield f"{row['organisation']} {known}", (row["turns"], row["expected"], row["difference"], row["last_on"]) == (
            known["turns"], float(known["fair"]), float(known["turns"] - known["fair"]), known["last_on"])
        yield f"waiting {want['waiting']}", row["waiting_days"] == want["waiting"][row["organisation"]]
    for name in ("next", "longest_wait", "turns"):
        yield f"{name} {want[name]}", answer[name] == want[name]


def compare_measure_voting_power(request, answer):
    weights = {name: reference.exactly(number) for name, number in request["weights"].items()}
    want = reference.power(weights, reference.exactly(request["quota"]))
    for row in answer["organisations"]:
        known = tuple(map(float, want[row["organisation"]]))
        yield f"{row['organisation']} {known}", (row["banzhaf"], row["banzhaf_absolute"], row["shapley_shubik"]) == known


# --- the two commands -------------------------------------------------------------------------------------------------

def write(cases, first):
    for case in range(first, first + cases):
        dice = random.Random(case)
        make = OPERATIONS[case % len(OPERATIONS)]
        print(json.dumps({"operation": make.__name__, "request": make(dice)}))


def check(requests, answers, show):
    with open(requests, encoding="utf-8") as file:
        asked = [json.loads(line) for line in file]
    with open(answers, encoding="utf-8") as file:
        given = [json.loads(line) for line in file]
    if not asked or len(asked) != len(given):
        sys.exit(f"{len(asked)} requests, {len(given)} answers")
    wrong, seen, ties = 0, Counter(), 0
    for number, (row, answer) in enumerate(zip(asked, given), 1):
        seen[row["operation"]] += 1
        if "answer" not in answer:
            found = [f"problems {answer.get('problems')}"]
        else:
            found = differences(row["operation"], row["request"], answer["answer"])
            ties += bool(answer["answer"].get("tied"))
        if found:
            wrong += 1
            if wrong <= show:
                print(f"line {number}: {json.dumps(row)}", *found, sep="\n    expected ")
    counted = ", ".join(f"{name} {count}" for name, count in sorted(seen.items()))
    print(f"{len(asked)} cases ({counted}; {ties} apportionments with ties), {wrong} differ")
    return wrong == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("--cases", type=int, default=1200)
    writing.add_argument("--first", type=int, default=0)
    checking = commands.add_parser("check")
    checking.add_argument("requests")
    checking.add_argument("answers")
    checking.add_argument("--show", type=int, default=10)
    given = parser.parse_args()
    if given.command == "write":
        write(given.cases, given.first)
    elif not check(given.requests, given.answers, given.show):
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Compares an implementation of several dates with the reference: compare, history, calibrate.

    python compare_replay.py write --cases 200 > requests.jsonl
    cargo run --release --example replay_lines < requests.jsonl > answers.jsonl
    python compare_replay.py check requests.jsonl answers.jsonl

A line is {"operation", "request"}. Causes of an item are compared where the reference finds facts that undo the change
alone; where it finds none, the answer may name what brought the level about in turn, others, or time, and a fact
that it claims to undo the change is taken out of the document to see whether it does. Of nodes the leaves that undo the
change alone, or the size of the smallest set that does, are compared.
"""
from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from datetime import date, timedelta

import generate
import replay_reference as reference
from status_reference import assess

BACK = (0, 1, 7, 20, 31, 46, 60, 92, 150)


def requests(seed):
    """The requests of a seed."""
    case, rng = generate.case(seed), random.Random(f"replay {seed}")
    as_at = date.fromisoformat(case["as_at"])
    since = (as_at - timedelta(days=rng.choice(BACK))).isoformat()
    common = {"document": case["document"], "policy": case["policy"]}
    yield "compare", {**common, "since": since, "as_at": case["as_at"], "known_at": case["known_at"]}
    later = (as_at + timedelta(days=rng.choice((30, 90, 200)))).isoformat()
    yield "calibrate", {**common, "months_before": rng.sample((0, 1, 2, 3, 6), 2), "as_at": later}
    if seed % 4 == 0:
        dates = sorted({since, case["as_at"]})
        yield "history", {**common, "dates": dates, "known": rng.choice(("then", "now"))}


def check_compare(request, answer, seen):
    out = []
    arguments = {key: request[key] for key in ("document", "since", "as_at", "known_at", "policy")}
    expected = reference.compare(**arguments)
    found = {row["id"]: row for row in answer["items"] if row["level"] != row["level_since"]}
    if set(found) != set(expected["items"]):
        out.append(f"items that changed: expected {sorted(expected['items'])}, got {sorted(found)}")
    causes = {}
    for finding in answer["findings"]:
        causes.setdefault((finding["rule"], finding["subject"]["kind"], finding["subject"]["id"]), []).append(finding)
    for key in set(found) & set(expected["items"]):
        row, want = found[key], expected["items"][key]
        seen["item levels"] += 1
        if (row["level_since"], row["level"]) != (want["since"], want["now"]):
            out.append(f"{key}: expected {want['since']} to {want['now']}, got {row['level_since']} to {row['level']}")
        named = [f for f in causes.get(("status.change", "priority", key), []) if f["dominating"]]
        if not named:
            out.append(f"{key}: no cause")
        if want["alone"]:
            seen["items with facts that undo alone"] += 1
            if set(row["caused_by"]) != set(want["alone"]):
                out.append(f"{key}: expected {sorted(want['alone'])} as causes, got {row['caused_by']}")
            levels = Counter(f["parameters"].get("level_without") for f in named)
            if levels != Counter(want["alone"].values()):
                out.append(f"{key}: expected {dict(Counter(want['alone'].values()))} without, got {dict(levels)}")
        else:
            seen["items without"] += 1
            own = {"CHANGED_BY_UPDATE", "CHANGED_BY_BASELINE", "CHANGED_BY_BLOCKER", "CHANGED_BY_OVERRIDE"}
            claims = [f for f in named if f["code"] in own and f["parameters"].get("level_without")]
            if claims:
                out.append(f"{key}: nothing undoes the change alone, got {row['caused_by']}")
    nodes = {(row["kind"], row["id"]): row for row in answer["nodes"] if row["level"] != row["level_since"]}
    if set(nodes) != set(expected["nodes"]):
        out.append(f"nodes that changed: expected {sorted(expected['nodes'])}, got {sorted(nodes)}")
    for key in set(nodes) & set(expected["nodes"]):
        row, want = nodes[key], expected["nodes"][key]
        seen["node levels"] += 1
        if (row["level_since"], row["level"]) != (want["since"], want["now"]):
            out.append(f"{key}: expected {want['since']} to {want['now']}, got {row['level_since']} to {row['level']}")
        sets = [f["parameters"] for f in causes.get(("status.change.node", *key), []) if f["code"] == "CHANGED_BY_ITEMS"]
        alone = {i for p in sets if p["each"] == "alone" for i in p["items"]}
        if alone != want["alone"]:
            out.append(f"{key}: expected {sorted(want['alone'])} alone, got {sorted(alone)}")
        seen["nodes with leaves that undo alone"] += bool(alone)
        for parameters in sets:
            if parameters["each"] == "together":
                seen["nodes with leaves that undo together"] += 1
                if not want["does"](tuple(parameters["items"])):
                    out.append(f"{key}: {parameters['items']} do not undo the change")
                smallest = want["together"]
                if isinstance(smallest, list) and len(smallest) != len(parameters["items"]):
                    out.append(f"{key}: {smallest} would be enough, got {parameters['items']}")
    return out


def check_calibrate(request, answer, seen):
    out = []
    expected = reference.calibrate(request["document"], request["months_before"], request["as_at"], request["policy"])
    found = {(r["months_before"], r["basis"], r["by"], r["id"], r["level"]): r for r in answer["rows"]}
    if set(found) != set(expected):
        out.append(f"rows: expected {sorted(map(str, set(expected) - set(found)))} more, "
                   f"{sorted(map(str, set(found) - set(expected)))} fewer")
    for key in set(found) & set(expected):
        row, (n, on_time, undecided) = found[key], expected[key]
        seen["calibration rows"] += 1
        seen["calibrated items"] += n
        if (row["n"], row["on_time"], row["undecided"]) != (n, on_time, undecided):
            out.append(f"{key}: expected {n, on_time, undecided}, got {row['n'], row['on_time'], row['undecided']}")
        elif n:
            lower, upper = reference.wilson(on_time, n)
            if abs(row["lower"] - lower) > 1e-9 or abs(row["upper"] - upper) > 1e-9:
                out.append(f"{key}: expected {lower} to {upper}, got {row['lower']} to {row['upper']}")
    count = len(request["document"].get("priorities") or [])
    for months in answer["months"]:
        if sum(value for name, value in months.items() if name != "months_before") != count:
            out.append(f"the counts {months} do not add up to {count}")
    return out


def check_history(request, answer, seen):
    out = []
    for moment in request["dates"]:
        known = moment if request["known"] == "then" else None
        expected = assess(request["document"], moment, known, request["policy"], paths=False)
        for name, fields in (("items", ("level", "computed_level", "reason", "dimension", "slip_days")),
                             ("nodes", ("level", "computed_level", "as_reported"))):
            got = {(r.get("kind") if name == "nodes" else "item", r["id"]): r
                   for r in answer[name] if r["as_at"] == moment}
            for row in expected[name]:
                other = got[row["kind"] if name == "nodes" else "item", row["id"]]
                for field in fields:
                    seen["history fields"] += 1
                    if row[field] != other[field]:
                        out.append(f"{moment} {row['id']} {field}: expected {row[field]!r}, got {other[field]!r}")
    return out


CHECKS = {"compare": check_compare, "calibrate": check_calibrate, "history": check_history}


def write(args):
    for seed in range(args.first, args.first + args.cases):
        for operation, request in requests(seed):
            print(json.dumps({"operation": operation, "request": request}))
    return 0


def check(args):
    seen, bad = Counter(), 0
    with open(args.requests, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    with open(args.answers, encoding="utf-8") as file:
        answers = [json.loads(line) for line in file if line.strip()]
    if len(lines) != len(answers):
        print(f"{len(lines)} requests but {len(answers)} answers")
        bad += 1
    for number, (line, answer) in enumerate(zip(lines, answers), 1):
        if "answer" in answer:
            found = CHECKS[line["operation"]](line["request"], answer["answer"], seen)
        else:
            found = [f"problem on a valid document: {json.dumps(answer)}"]
        if found:
            bad += 1
            if bad <= args.show:
                print(f"line {number}, {line['operation']}: {len(found)} differences")
                for text in found[:12]:
                    print("   ", text)
    print(f"{len(lines)} requests, {bad} with differences; " + ", ".join(f"{n} {what}" for what, n in seen.items()))
    wanted = {"items with facts that undo alone", "items without", "nodes with leaves that undo alone",
              "nodes with leaves that undo together", "calibrated items", "history fields"}
    never = sorted(what for what in wanted if not seen[what])
    if never:
        print("never compared:", ", ".join(never))
    return 1 if bad or never else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("write", help="write requests to standard output")
    sub.add_argument("--cases", type=int, default=200)
    sub.add_argument("--first", type=int, default=0, help="first seed")
    sub = commands.add_parser("check", help="compare answers with the reference")
    sub.add_argument("requests")
    sub.add_argument("answers")
    sub.add_argument("--show", type=int, default=10, help="requests printed")
    args = parser.parse_args()
    return {"write": write, "check": check}[args.command](args)


if __name__ == "__main__":
    sys.exit(main())

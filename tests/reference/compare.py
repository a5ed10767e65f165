"""Compares a status implementation with the reference, field by field.

Write requests (one JSON object a line: document, as_at, known_at, policy):

    python compare.py write --cases 300 --first 0 > requests.jsonl

Let the implementation answer, one line per request, in the same order, either
{"answer": report} or {"problems": [...]}:

    cargo run --release --example assess_lines < requests.jsonl > answers.jsonl

Compare; exit code 1 on any difference (a problem on a valid document is one):

    python compare.py check requests.jsonl answers.jsonl [--show 10] [--save differences]

--save names a folder: each differing request is written there as
request-<line>.json with the reference's own answer beside it. The reference
computes the answers afresh; nothing of it is in the requests file.

Read with tolerance: shares, coverage and indexes within 1e-9; an absent key of
`counts` is 0 and of `shares` 0; lists of ids without their order. Fields the
reference gives beyond the interface (watermelon_index, as_reported, a node's
reason) are compared where the answer has them; a path field is compared where
the reference could search all of it. Which fields were never seen is printed.
`robustness` may be nested by path or by policy, or be a list of
{policy, path, level}; see `robustness_cells`.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import generate
from status_reference import PATHS, RULES, assess

ITEM = ("body", "goal", "kind", "level", "reason", "dimension", "reported_level", "computed_level",
        "evidence", "stale_on", "slip_days", "slack_days", "baseline_finish", "forecast_finish",
        "level_against_original")
NODE = ("parent", "level", "computed_level", "counts", "shares", "coverage", "robustness",
        "watermelons", "path_to_green", "next_to_fall")
BEYOND = ("watermelon_index", "as_reported", "reason")
ABSENT = "(absent)"
SPELT = {"by_leaves": "leaves", "by_children": "children", "over_leaves": "leaves",
         "over_children": "children"}


def robustness_cells(value):
    """{(policy, path): level} and the flag, from the shapes named in the docstring."""
    cells, flag = {}, None

    def walk(node, rule, path):
        nonlocal flag
        if isinstance(node, list):
            for row in node:
                walk(row, rule, path)
        elif isinstance(node, dict):
            rule = node.get("policy") or node.get("roll_up") or node.get("rule") or rule
            path = SPELT.get(node.get("path"), node.get("path")) or path
            for key, inner in node.items():
                key = SPELT.get(key, key)
                if key in ("policy_sensitive", "sensitive"):
                    flag = inner
                elif key == "level" and rule in RULES and path in PATHS:
                    cells[rule, path] = inner
                elif key in RULES or key in PATHS or isinstance(inner, (dict, list)):
                    walk(inner, key if key in RULES else rule, key if key in PATHS else path)
        elif rule in RULES and path in PATHS:
            cells[rule, path] = node
    walk(value, None, None)
    return cells, flag


def close(a, b):
    return a is b is None or (a is not None and b is not None and abs(a - b) <= 1e-9)


def same(field, expected, got):
    if field in ("coverage", "watermelon_index"):
        return close(expected, got)
    if field == "counts":
        return {k: v for k, v in expected.items() if v} == {k: v for k, v in (got or {}).items() if v}
    if field == "shares":
        if expected is None:                 # nothing assessed: no shares, as a whole or one by one
            return got is None or all(share is None for share in got.values())
        if got is None:
            return False
        return all(close(expected.get(k, 0), got.get(k, 0)) for k in {*expected, *got})
    if field in ("watermelons", "path_to_green"):
        return sorted(expected) == sorted(got or [])
    if field == "next_to_fall" and expected is not None and got is not None:
        return sorted(expected) == sorted(got)
    if field == "evidence":
        return (expected["stale_days"] == got.get("stale_days")
                and sorted(expected["missing"]) == sorted(got.get("missing") or []))
    return expected == got


def differences(expected, report, seen):
    """Lines of differences between two reports; counts in `seen` what was compared."""
    out = []
    said = {f["subject"]["id"] for f in report.get("findings") or [] if f.get("code") == "BENEFIT_NOT_SEEN"}
    wanted = {row["id"] for row in expected["items"] if "BENEFIT_NOT_SEEN" in row["codes"]}
    seen["items", "BENEFIT_NOT_SEEN"] += len(said | wanted)
    out += [f"items {key} BENEFIT_NOT_SEEN: only in the {'reference' if key in wanted else 'answer'}"
            for key in sorted(said ^ wanted)]
    for name, fields in (("items", ITEM), ("nodes", NODE + BEYOND)):
        def key(row):
            return (row.get("kind") if name == "nodes" else "item", row["id"])
        ours, theirs = ({key(r): r for r in side.get(name) or []} for side in (expected, report))
        for k in sorted({*ours, *theirs} - (ours.keys() & theirs.keys())):
            out.append(f"{name} {k}: only in the {'reference' if k in ours else 'answer'}")
        for k in sorted(ours.keys() & theirs.keys()):
            for field in fields:
                want, got = ours[k].get(field, ABSENT), theirs[k].get(field, ABSENT)
                if want == ABSENT or (got == ABSENT and field in BEYOND):
                    continue
                seen[name, field] += 1
                if got == ABSENT:
                    out.append(f"{name} {k} {field}: expected {want!r}, absent from the answer")
                elif field == "robustness":
                    cells, flag = robustness_cells(got)
                    for path in PATHS:
                        for rule in RULES:
                            if cells.get((rule, path)) != want[path][rule]:
                                out.append(f"{name} {k} robustness {rule} over {path}: expected "
                                           f"{want[path][rule]!r}, got {cells.get((rule, path))!r}")
                    if flag is None:       # then the finding says it
                        flag = any(f.get("code") == "POLICY_SENSITIVE"
                                   and (f["subject"].get("kind"), f["subject"].get("id")) == k
                                   for f in report.get("findings") or [])
                    if flag != want["policy_sensitive"]:
                        out.append(f"{name} {k} policy_sensitive: expected "
                                   f"{want['policy_sensitive']!r}, got {flag!r}")
                elif not same(field, want, got):
                    codes = ours[k].get("codes")
                    out.append(f"{name} {k} {field}: expected {want!r}, got {got!r}"
                               + (f"   [reference: {' '.join(codes)}]" if codes else ""))
    return out


def write(args):
    for seed in range(args.first, args.first + args.cases):
        print(json.dumps(generate.case(seed)))
    return 0


def check(args):
    seen, bad, shown, fields = Counter(), 0, 0, Counter()
    with open(args.requests, encoding="utf-8") as file:
        requests = [json.loads(line) for line in file if line.strip()]
    with open(args.answers, encoding="utf-8") as file:
        answers = [json.loads(line) for line in file if line.strip()]
    if len(requests) != len(answers):
        print(f"{len(requests)} requests but {len(answers)} answers")
        bad += 1
    for number, (request, answer) in enumerate(zip(requests, answers), 1):
        expected = assess(**request)
        if "answer" in answer:
            found = differences(expected, answer["answer"], seen)
        else:
            found = [f"problem on a valid document: {json.dumps(p)}" for p in
                     answer.get("problems") or ["neither answer nor problems"]]
        if not found:
            continue
        bad += 1
        fields.update({f"{line.split()[0]} {line.split(': ')[0].split(') ')[-1]}" for line in found})
        if args.save:
            folder = Path(args.save)
            folder.mkdir(parents=True, exist_ok=True)
            expected["policy"] = {k: str(v) if hasattr(v, "numerator") else v
                                  for k, v in expected["policy"].items()}
            for name, what in (("request", request), ("reference", expected)):
                (folder / f"{name}-{number}.json").write_text(json.dumps(what, indent=1), encoding="utf-8")
        if shown < args.show:
            shown += 1
            print(f"line {number} (as_at {request['as_at']}, known_at {request['known_at']}, "
                  f"policy {json.dumps(request['policy'])}): {len(found)} differences")
            for line in found[:args.lines]:
                print("   ", line)
    never = [f"{name} {field}" for name, fields_ in (("items", ITEM), ("nodes", NODE + BEYOND))
             for field in fields_ if not seen[name, field]]
    print(f"{len(requests)} requests, {bad} with differences, {sum(seen.values())} fields compared")
    if never:
        print("never compared:", ", ".join(never))
    for name, count in fields.most_common(20):
        print(f"    {count:5d} requests differ in {name}")
    return 1 if bad else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("write", help="write requests to standard output")
    sub.add_argument("--cases", type=int, default=300)
    sub.add_argument("--first", type=int, default=0, help="first seed")
    sub = commands.add_parser("check", help="compare answers with the reference")
    sub.add_argument("requests")
    sub.add_argument("answers")
    sub.add_argument("--show", type=int, default=10, help="requests printed in full")
    sub.add_argument("--lines", type=int, default=12, help="differences printed per request")
    sub.add_argument("--save", metavar="FOLDER", help="keep the differing requests here")
    args = parser.parse_args()
    return write(args) if args.command == "write" else check(args)


if __name__ == "__main__":
    sys.exit(main())

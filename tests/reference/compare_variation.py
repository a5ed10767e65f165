"""Compares an `spc` implementation with the reference, field by field.

Write requests (one JSON object a line):

    python compare_variation.py write --cases 1000 --first 0 > requests.jsonl

`--attributes` writes p, u, c, p' and u' charts instead, `--sharp` targets and
points that stand exactly on a line, `--published` the figures of 130 trusts. Let the implementation answer, one line per
request, in the same order, either {"answer": result}
(or {"ok": result}) or {"problems": [...]}:

    cargo run --release --example variation_lines < requests.jsonl > answers.jsonl

Compare; exit code 1 on any difference (a problem on a valid request is one):

    python compare_variation.py check requests.jsonl answers.jsonl [--show 10] [--save differences]

--save names a folder: each differing request is written there as
request-<line>.json with the reference's own answer beside it. The reference
computes the answers afresh; nothing of it is in the requests file.

Labels, numbers of points and flags must be the same. Numbers may differ by 1e-9
of themselves, or by 1e-12 of the largest value of the series (of 1 at least):
a line that cancels to nothing is as good as the sum it came from. `run_so_far` and `trend_so_far` a number or an
object with `points`; of the assurance's `distance`, the parts that both have are
compared. Of a run chart, runs about the median of the last partition are.
Fields that were never seen with a value are printed.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import generate_variation
import published
from variation import spc
from variation_lines import LINES

NUMBERS = ("value", "mean", *LINES, "target")
POINT = ("index", "date", "ghosted", "partition", "rules", "status", "conflict", *NUMBERS)
PARTITION = ("index", "first", "last", "n", "mean", "mean_moving_range", *LINES)
WHOLE = ("preset", "chart", "run_chart", "run_so_far", "trend_so_far")
# Runs about a median: the answer's names, and the reference's.
RUNS = {"n": "n", "longest": "longest_run", "longest_expected": "longest_run_limit", "crossings": "crossings",
        "fewest_expected": "crossings_limit", "signal": "signal"}
VARIATION = ("icon", "since", "since_index", "rules")
ASSURANCE = ("icon", "target", "distance")
ABSENT = "(absent)"


def close(a, b, scale):
    if a is None or b is None or isinstance(a, str) or isinstance(b, str):
        return a == b
    if isinstance(a, dict) and isinstance(b, dict):
        # In sigma the distance is divided by a width that may be all but nothing beside the values: 1e-6 is enough.
        return all(close(a[k], b[k], scale if k != "sigma" else 1e6 * max(1, abs(a[k] or 0)))
                   for k in a.keys() & b.keys())
    if isinstance(a, dict) or isinstance(b, dict):
        return False
    return abs(a - b) <= max(1e-9 * max(abs(a), abs(b)), 1e-12 * scale)


def same(field, want, got, scale):
    if field in ("run_so_far", "trend_so_far") and isinstance(got, dict):
        return want == got.get("points")
    if field == "distance" and isinstance(want, dict) and isinstance(got, (int, float)):
        return close(want["units"], got, scale)
    if field in NUMBERS or field in ("mean_moving_range", "distance"):
        return close(want, got, scale)
    return want == got


def scale_of(request):
    values = [abs(v) for v in request.get("values") or [] if v is not None]
    return max([1, *values])


def runs(result):
    """Runs about the median of the last partition, of an answer or of the reference; nothing is as good as none."""
    signal = (result.get("run_signal") or [None])[-1]
    told = {ours: signal[theirs] for ours, theirs in RUNS.items()} if signal else result.get("runs")
    return told or dict.fromkeys(RUNS, 0)


def differences(expected, result, seen, scale):
    """(field, line) of each difference; counts in `seen` what was compared with a value."""
    out = []

    def look(where, names, want, got, prefix):
        for name in names:
            a, b = want.get(name, ABSENT), got.get(name, ABSENT)
            seen[f"{prefix}{name}"] += a not in (None, [])
            if b == ABSENT:
                out.append((f"{prefix}{name}", f"{where} {name}: expected {a!r}, absent from the answer"))
            elif not same(name, a, b, scale):
                out.append((f"{prefix}{name}", f"{where} {name}: expected {a!r}, got {b!r}"))

    look("whole", WHOLE, expected, result, "")
    look("runs", RUNS, runs(expected), runs(result), "runs.")
    for name, fields in (("points", POINT), ("partitions", PARTITION)):
        ours, theirs = expected[name], result.get(name) or []
        if len(ours) != len(theirs):
            out.append((name, f"{name}: expected {len(ours)}, got {len(theirs)}"))
        for want, got in zip(ours, theirs):
            label = f"{name} {want['index']}"
            if name == "points" and want["rules"]:
                label += f" {want['rules']}"
            look(label, fields, want, got, f"{name}.")
    for name, fields in (("variation", VARIATION), ("assurance", ASSURANCE)):
        look(name, fields, expected[name], result.get(name) or {}, f"{name}.")
    return out


def fields():
    return ([*WHOLE] + [f"runs.{n}" for n in RUNS] + [f"points.{n}" for n in POINT] + [f"partitions.{n}" for n in PARTITION]
            + [f"variation.{n}" for n in VARIATION] + [f"assurance.{n}" for n in ASSURANCE])


def write(args):
    if args.published:
        if not published.CSV.exists():
            print(f"{published.CSV} is absent: no published figures are compared", file=sys.stderr)
        for request in published.requests():
            print(json.dumps(request))
        return 0
    for seed in range(args.first, args.first + args.cases):
        print(json.dumps(generate_variation.case(seed, attributes=args.attributes, sharp=args.sharp)))
    return 0


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def check(args):
    requests, answers = read(args.requests), read(args.answers)
    seen, by_field, bad, shown = Counter(), Counter(), 0, 0
    if len(requests) != len(answers):
        print(f"{len(requests)} requests but {len(answers)} answers")
        bad += 1
    for number, (request, answer) in enumerate(zip(requests, answers), 1):
        expected = spc(request)
        result = answer.get("answer", answer.get("ok"))
        if result is not None:
            found = differences(expected, result, seen, scale_of(request))
        else:
            found = [("problems", f"problem on a valid request: {json.dumps(p)}") for p in
                     answer.get("problems") or ["neither answer nor problems"]]
        if not found:
            continue
        bad += 1
        by_field.update({field for field, _ in found})
        if args.save:
            folder = Path(args.save)
            folder.mkdir(parents=True, exist_ok=True)
            for name, what in (("request", request), ("reference", expected)):
                (folder / f"{name}-{number}.json").write_text(json.dumps(what, indent=1), encoding="utf-8")
        if shown < args.show:
            shown += 1
            print(f"line {number}: {len(found)} differences in {json.dumps(request)}")
            for _, line in found[:args.lines]:
                print("   ", line)
    never = [name for name in fields() if not seen[name]]
    print(f"{len(requests)} requests, {bad} with differences, {sum(seen.values())} values compared")
    if never:
        print("never compared:", ", ".join(never))
    for name, count in by_field.most_common(30):
        print(f"    {count:5d} requests differ in {name}")
    return 1 if bad else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("write", help="write requests to standard output")
    sub.add_argument("--cases", type=int, default=1000)
    sub.add_argument("--first", type=int, default=0, help="first seed")
    sub.add_argument("--attributes", action="store_true", help="charts with denominators, and c")
    sub.add_argument("--sharp", action="store_true", help="targets and points exactly on a line")
    sub.add_argument("--published", action="store_true", help="published figures by both presets, if they are there")
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

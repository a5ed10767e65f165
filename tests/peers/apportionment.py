"""Compares published apportionment packages with every valid result, and with this library's answers.

    python tests/peers/apportionment.py [--seats 8] [--examples 12]

Installs the two packages, pinned, into a virtual environment of its own (target/peers), builds the example
`representation_lines` and prints two Markdown tables: how often each package is right, and cases where it is not. A
result is right when some resolution of the ties gives it; the resolutions come from tests/reference, which tries all
of them. Not part of tests/run: it needs a package registry.
"""
from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import venv
import warnings
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations_with_replacement
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
PINNED = ["apportionment==1.0", "apportionpy==0.3.1", "numpy==2.4.6"]
SECONDS = 0.5  # a correct answer takes well under a millisecond

APPORTIONMENT = {"hamilton": "largest_remainder", "dhondt": "dhondt", "sainte_lague": "saintelague",
                 "modified_sainte_lague": "modified_saintelague", "huntington_hill": "huntington",
                 "adams": "adams", "dean": "dean"}
APPORTIONPY = {"hamilton": "hamilton", "dhondt": "jefferson", "sainte_lague": "webster",
               "huntington_hill": "huntington hill", "adams": "adam"}


def inside_own_environment():
    """Runs this script again in the environment that has the packages."""
    folder = TARGET / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        print("Making an environment for the packages (first run only)", file=sys.stderr)
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINNED], check=True)
    subprocess.run(["cargo", "build", "--quiet", "--profile", "quick", "--package", "equipoise", "--example",
                    "representation_lines"], check=True, cwd=ROOT, env={**os.environ, "CARGO_TARGET_DIR": str(TARGET)})
    os.execv(python, [str(python), __file__, *sys.argv[1:], "--inside"])


class TooLong(Exception):
    """No answer in time."""


def in_time(ask):
    def stop(*_):
        raise TooLong
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [int(number) for number in ask()]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def ask_apportionment(method, seats, weights):
    from apportionment import methods
    return methods.compute(APPORTIONMENT[method], list(weights), seats, verbose=False)


def ask_apportionpy(method, seats, weights):
    from apportionpy.apportionment import Apportion
    return Apportion(seats=seats, populations=list(weights), method=APPORTIONPY[method]).fair_shares


PEERS = {"apportionment 1.0": (APPORTIONMENT, ask_apportionment), "apportionpy 0.3.1": (APPORTIONPY, ask_apportionpy)}


def cases(most_seats):
    """Small weights: most of them tie somewhere."""
    sizes = [1, 2, 3, 5]
    for number in (2, 3, 4):
        for weights in combinations_with_replacement(sizes, number):
            for seats in range(1, most_seats + 1):
                yield seats, tuple(reversed(weights))


def answers_of_this_library(asked):
    lines = [json.dumps({"operation": "apportion", "request": {
        "seats": seats, "weights": {chr(65 + place): weight for place, weight in enumerate(weights)}, "method": method}})
        for method, seats, weights in asked]
    run = subprocess.run([TARGET / "quick/examples/representation_lines"], input="\n".join(lines) + "\n", text=True,
                         capture_output=True, check=True)
    return [json.loads(line)["answer"] for line in run.stdout.splitlines()]


def in_words(answer):
    seats = ", ".join(map(str, answer["seats"].values()))
    if not answer["to_draw"]:
        return seats
    return f"{seats} certain; {answer['to_draw']} to draw among {', '.join(answer['tied'])}"


# This file is named as one of the packages.
sys.path = [folder for folder in sys.path if Path(folder or ".").resolve() != Path(__file__).resolve().parent]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seats", type=int, default=8)
    parser.add_argument("--examples", type=int, default=12)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.inside:
        inside_own_environment()
    sys.path.insert(0, str(ROOT / "tests/reference"))
    import apportionment.methods  # noqa: F401
    import apportionpy.apportionment  # noqa: F401, both before the clock runs: loading numpy takes longer than an answer may
    import representation_reference as reference

    asked = [(method, seats, weights) for method in reference.METHODS for seats, weights in cases(given.seats)]
    ours = dict(zip(asked, answers_of_this_library(asked)))
    counts, wrong = defaultdict(Counter), defaultdict(list)
    own = Counter()
    for method, seats, weights in asked:
        named = {chr(65 + place): Fraction(weight) for place, weight in enumerate(weights)}
        valid = reference.apportionments(seats, named, method)
        answer = ours[method, seats, weights]
        expected = reference.summary(valid, list(named))
        own[expected == (list(answer["seats"].values()), answer["tied"], answer["to_draw"])] += 1
        tie = "tied" if len(valid) > 1 else "not tied"
        for peer, (methods, ask) in PEERS.items():
            if method not in methods:
                continue
            try:
                result = in_time(lambda: ask(method, seats, weights))
                kind = "right" if tuple(result) in valid else "outside every resolution"
            except TooLong:
                result = kind = "does not return"
            except Exception as error:  # whatever it raises is its answer
                said = " ".join(str(error).split())[:60].replace("|", "/")
                result, kind = f"raises {type(error).__name__}: {said}", "raises"
            counts[peer, method, tie][kind] += 1
            if kind != "right":
                wrong[peer, method, kind].append((method, seats, weights, result, answer))
    print("| package | method | cases | right | outside every resolution | raises "
          "| does not return |\n|---|---|---|---:|---:|---:|---:|")
    for (peer, method, tie), kinds in counts.items():
        print(f"| {peer} | {method} | {sum(kinds.values())} {tie} | {kinds['right']} "
              f"| {kinds['outside every resolution']} | {kinds['raises']} | {kinds['does not return']} |")
    print("\n| package | method | weights | seats | its answer | our answer |\n|---|---|---|---:|---|---|")
    # One of each kind in turn, so that no kind fills the table.
    rounds = max(map(len, wrong.values()), default=0)
    shown = [(key, rows[turn]) for turn in range(rounds) for key, rows in wrong.items() if turn < len(rows)]
    for (peer, *_), (method, seats, weights, result, answer) in shown[:given.examples]:
        result = result if isinstance(result, str) else ", ".join(map(str, result))
        print(f"| {peer} | {method} | {', '.join(map(str, weights))} | {seats} | {result} | {in_words(answer)} |")
    print(f"\nThis library: {own[True]} of {len(asked)} as the reference has them, ties included.")
    sys.exit(1 if own[False] else 0)


if __name__ == "__main__":
    main()

"""Times this library in Python and its peers, and prints all languages side by side: see tests/peers/speed/run.

    python compare.py FOLDER

FOLDER holds what the benchmarks in Rust printed and the times in Node.js. A ratio is the time of the peer divided by
that of this library in the same language, Python: 10 means that the peer takes ten times as long.
"""
from __future__ import annotations

import json
import math
import re
import statistics
import sys
import time
import warnings
from pathlib import Path

import apportionment.methods
import equipoise
import numpy as np
import pysensmcda.smaa
from apportionpy.apportionment import Apportion
from pymcdm import methods
from skcriteria import mkdm
from skcriteria.agg import similarity, simple
from skcriteria.agg.vikor import VIKOR
from skcriteria.pipeline import mkpipe
from skcriteria.preprocessing import invert_objectives, scalers

RUNS = 9
SIZES = [(60, 8), (10_000, 10)]
PANELS = ["60 x 8 x 4", "60 x 8 x 40"]
# What is aimed at, in seconds: in Rust, and in JavaScript where that is aimed at too.
AIMS = {
    "plain ranking, 60 x 8": (5e-6, None),
    "plain ranking, 10000 x 10": (1.5e-3, None),
    "random weights": (20e-3, 60e-3),
    "a changed weight, 60 x 8 x 4": (1e-3, None),
    "everything, 60 x 8 x 40": (20e-3, None),
}
FOUR = [42, 31, 25, 12]
MANY = [12_345 * place * place % 1_000_003 + 20_000 for place in range(1, 43)]


def seconds(work):
    """The median of nine runs, each long enough to be timed; of fewer where one takes long."""
    work()
    begun = time.perf_counter()
    work()
    once = time.perf_counter() - begun
    times = max(1, math.ceil(0.03 / max(once, 1e-9)))

    def run():
        start = time.perf_counter()
        for _ in range(times):
            work()
        return (time.perf_counter() - start) / times

    return statistics.median(run() for _ in range(RUNS if once < 1 else 2))


def native(folder):
    """The times in Rust, from the tables that the benchmarks print."""
    rows = {}
    for name in ("scores", "representation", "prioritise"):
        for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if name == "scores" and len(cells) == 5 and cells[0].isdigit():
                rows[f"{cells[2]}, {cells[0]} x {cells[1]}"] = float(cells[4]) / 1e6
                rows[f"{cells[2]}, {cells[0]} x {cells[1]}, plain"] = float(cells[3]) / 1e6
            elif name == "representation" and (found := re.match(r"([\d.]+) µs", cells[1] if len(cells) > 1 else "")):
                rows[cells[0]] = float(found[1]) / 1e6
            elif name == "prioritise" and cells[0] in PANELS:
                plain, sampled, samples, rounds = (float(cell) / 1e3 for cell in cells[1:5])
                rows[f"a changed weight, {cells[0]}"] = plain
                rows[f"everything, {cells[0]}"] = sampled
                rows[f"two rounds, {cells[0]}"] = rounds
                if cells[0] == PANELS[0]:
                    rows["random weights"] = samples
    return rows


def in_rust(folder):
    """The times of the crate mcdm, which scores and does not rank."""
    rows = (line.split("\t") for line in (folder / "mcdm.txt").read_text(encoding="utf-8").splitlines())
    return {name: float(time) for name, time in rows}


def ranking(rows, columns):
    """Each method, with this library in Python and with its peers."""
    figures = [[(row * 31 + column * 17) % 97 + 1 for column in range(columns)] for row in range(rows)]
    kinds = ["minimise" if column % 3 == 2 else "maximise" for column in range(columns)]
    stated = list(range(1, columns + 1))
    matrix, weights = np.array(figures, dtype=float), np.array(stated, dtype=float) / sum(stated)
    types = np.array([-1 if kind == "minimise" else 1 for kind in kinds])
    data = mkdm(matrix, [min if kind == "minimise" else max for kind in kinds], weights=weights)
    turned = invert_objectives.NegateMinimize()
    pymcdm = {"weighted_sum": methods.WSM(), "topsis": methods.TOPSIS(), "vikor": methods.VIKOR(),
              "promethee_ii": methods.PROMETHEE_II("usual")}
    skcriteria = {"weighted_sum": mkpipe(turned, scalers.MinMaxScaler(target="matrix"), simple.WeightedSumModel()),
                  "topsis": mkpipe(turned, scalers.VectorScaler(target="matrix"), similarity.TOPSIS()), "vikor": VIKOR()}
    for method in list(pymcdm)[:4 if rows <= 1000 else 3]:
        def ours(method=method):
            return equipoise.score_matrix(figures, weights=stated, directions=kinds, method=method)

        def one(method=method):
            scores = pymcdm[method](matrix, weights, types)
            return pymcdm[method].rank(scores)

        peers = {"pymcdm": one}
        if method in skcriteria:
            peers["scikit-criteria"] = lambda method=method: skcriteria[method].evaluate(data)
        if method == "weighted_sum":
            # The plain ranking is called in Rust alone: totals and ranks, and nothing about how firm they are.
            low, high = matrix.min(axis=0), matrix.max(axis=0)

            def by_hand():
                scaled = np.where(types > 0, matrix - low, high - matrix) / (high - low)
                return np.argsort(np.argsort(-(scaled @ weights)))

            yield f"plain ranking, {rows} x {columns}", None, {"numpy by hand": by_hand, **peers}
        yield f"{method}, {rows} x {columns}", ours, peers


def panel(scorers):
    """60 proposals and 8 criteria, scored from 1 to 7 by so many scorers of 4 organisations."""
    state = 1

    def score():
        nonlocal state
        state = (state * 1_103_515_245 + 12_345) % 2**32
        return 1 + (state >> 16) % 7

    return {
        "criteria": [{"id": f"c{place}", "name": "C", "scale": {"worst": 1, "best": 7}, "weight": place + 3} for place in range(8)],
        "proposals": [{"id": f"P{place}", "name": f"Proposal {place}", "interested_organisations": [f"T{place % 4}"]} for place in range(60)],
        "scores": [{"scorer": f"s{scorer}", "organisation": f"T{scorer % 4}", "proposal": f"P{row}", "criterion": f"c{column}", "score": score()}
                   for scorer in range(scorers) for row in range(60) for column in range(8)],
    }


def panels():
    """A changed weight (everything but samples), everything with 10,000 samples, and two rounds compared."""
    for name in PANELS:
        exercise = panel(int(name.split()[-1]))
        yield f"a changed weight, {name}", lambda exercise=exercise: equipoise.prioritise(exercise, samples=0, cut=15), {}
        yield f"everything, {name}", lambda exercise=exercise: equipoise.prioritise(exercise, cut=15), {}
        yield f"two rounds, {name}", lambda exercise=exercise: equipoise.compare_rounds(exercise, exercise), {}


def seats():
    """Each method of apportionment."""
    theirs = {"hamilton": ("largest_remainder", "hamilton"), "dhondt": ("dhondt", "jefferson"),
              "sainte_lague": ("saintelague", "webster"), "huntington_hill": ("huntington", "huntington hill")}
    for number, weights in [(11, FOUR), (191, MANY)]:
        named = {f"o{place}": weight for place, weight in enumerate(weights)}
        for method, (one, other) in theirs.items():
            yield (f"{method}, {number} seats over {len(weights)}",
                   lambda method=method, number=number, named=named: equipoise.apportion(number, named, method=method),
                   {"apportionment": lambda one=one, number=number, weights=weights: apportionment.methods.compute(
                       one, list(weights), number, parties=[str(place) for place in range(len(weights))]),
                    "apportionpy": lambda other=other, number=number, weights=weights: Apportion(
                        seats=number, populations=list(weights), method=other).fair_shares})


def random_weights():
    """Ranks of 60 x 8 under 10,000 random weights."""
    figures = [[(row * 31 + column * 17) % 97 + 1 for column in range(8)] for row in range(60)]
    exercise = {
        "criteria": [{"id": f"c{place}", "name": "C", "scale": {"worst": 1, "best": 97}, "weight": place + 1}
                     for place in range(8)],
        "proposals": [{"id": f"p{place}", "name": "P"} for place in range(60)],
        "scores": [{"scorer": "s", "organisation": "o", "proposal": f"p{row}", "criterion": f"c{column}", "score": score}
                   for row, cells in enumerate(figures) for column, score in enumerate(cells)],
    }
    matrix, types = np.array(figures, dtype=float), np.ones(8)

    def sensitivity():
        drawn = pysensmcda.smaa.simulate(lambda matrix, weights, types: matrix @ weights, matrix, types,
                                         num_samples=10_000, reverse_ranking=True, seed=0)
        return pysensmcda.smaa.rank_acceptability(drawn)

    def by_hand():
        drawn = np.random.default_rng(0).dirichlet(np.ones(8), 10_000)
        ranks = np.argsort(np.argsort(-(drawn @ ((matrix - 1) / 96).T), axis=1), axis=1)
        return [np.bincount(column, minlength=60) for column in ranks.T]

    whole, plain = (seconds(lambda samples=samples: equipoise.prioritise(exercise, samples=samples)) for samples in (10_000, 0))
    return whole - plain, {"pysensmcda": seconds(sensitivity), "numpy by hand": seconds(by_hand)}


def shown(time):
    """Microseconds, or milliseconds, in three digits."""
    for unit, factor in (("µs", 1e6), ("ms", 1e3), ("s", 1.0)):
        if time * factor < 1000 or unit == "s":
            return f"{time * factor:.3g} {unit}"


def main():
    warnings.simplefilter("ignore")
    folder = Path(sys.argv[1])
    rust, mcdm = native(folder), in_rust(folder)
    node = json.loads((folder / "node.json").read_text(encoding="utf-8"))
    print("| work | aim | Rust | Python | JavaScript | peers in Python, and how many times as long as ours |")
    print("|---|---:|---:|---:|---:|---|")

    def row(name, own, peers):
        # What Rust alone has is set beside that.
        method = name.replace("plain ranking", "weighted_sum")
        plain = rust.get(f"{method}, plain") if own is None else None
        times = [plain or rust[name], own, node.get(name)]
        beside = "; ".join(f"{peer} {shown(time)} ({time / (own or plain):.2g})" if time else f"{peer} refuses" for peer, time in peers.items())
        if method in mcdm:
            alone = rust[f"{method}, plain"]
            beside += f"; in Rust mcdm {shown(mcdm[method])} ({mcdm[method] / alone:.2g} times `score`)"
        native_aim, other_aim = AIMS.get(name, (None, None))
        aim = " / ".join(shown(one) for one in (native_aim, other_aim) if one)
        cells = [name, aim or "none", *(shown(time) if time else "not offered" for time in times), beside or "none does this"]
        print(f"| {' | '.join(cells)} |", flush=True)

    def timed(work):
        try:
            return seconds(work)
        except Exception:  # whatever it raises: it has no answer
            return None

    for name, ours, peers in [*(one for size in SIZES for one in ranking(*size)), *panels(), *seats()]:
        row(name, ours and seconds(ours), {peer: timed(work) for peer, work in peers.items()})
    row("random weights", *random_weights())


if __name__ == "__main__":
    main()

"""Compares scores, ranks and weights with pymcdm and scikit-criteria on generated matrices.

    python scores.py PROGRAM

PROGRAM is the example `prioritise_lines`. Where the peers are right the figures agree within 1e-9 of 1. Where they
differ, the reason stands in DIFFERENCES and is shown to hold: each of its cases runs too.
"""
from __future__ import annotations

import json
import subprocess
import sys
import warnings

import numpy as np
from pymcdm import methods, normalizations
from pymcdm import weights as pym_weights
from pymcdm.weights.subjective import AHP
from skcriteria import mkdm
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR
from skcriteria.preprocessing import weighters

DIFFERENCES = [
    ("pymcdm and scikit-criteria, standard deviation",
     "of the figures as they are: pounds in place of thousands of pounds change the weight. Here on each column's range."),
    ("pymcdm, CRITIC", "ignores that a column is to be minimised, so conflicts count as agreement. Here it is turned round."),
    ("pymcdm, entropy", "refuses a 0. Here 0 ln 0 is 0, as in scikit-criteria."),
    ("pymcdm, VIKOR", "refuses a constant column. Here it counts for nothing, as in scikit-criteria."),
    ("pymcdm, TOPSIS", "of rows that are all equal is not a number. Here it is a half."),
    ("pymcdm, AHP", "has another table of random indices (Rao Tummala and Ling 1998), and wants judgements from 1/9 to 9, whole."),
    ("pymcdm, sum", "refuses 0. Here 0 is refused in a column to be minimised only, where it has no inverse."),
]
TOLERANCE = 1e-9
NORMALISATIONS = {
    "min_max": normalizations.minmax_normalization,
    "sum": normalizations.sum_normalization,
    "max": normalizations.max_normalization,
    "linear": normalizations.linear_normalization,
    "vector": normalizations.vector_normalization,
}
PREFERENCES = {"usual": "usual", "u_shape": "ushape", "v_shape": "vshape", "level": "level", "linear": "vshape_2"}

compared = 0


def ask(program: str, requests: list[tuple[str, dict]]) -> list[dict]:
    """The answers to all requests, which must be sound."""
    lines = "".join(json.dumps({"operation": operation, "request": request}) + "\n" for operation, request in requests)
    out = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == len(requests)
    return answers


def near(ours, theirs, what) -> None:
    """Every figure is within the tolerance."""
    global compared
    ours, theirs = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    if ours.shape != theirs.shape or not np.allclose(ours, theirs, rtol=0, atol=TOLERANCE):
        sys.exit(f"differs: {what}\n  here  {ours}\n  there {theirs}")
    compared += ours.size


def apart(ours, theirs, what) -> None:
    """A stated difference still is one."""
    if np.allclose(ours, np.asarray(theirs, dtype=float), rtol=0, atol=1e-3):
        sys.exit(f"no longer differs: {what}")


def generated(random, count: int):
    """Matrices of 3 to 12 rows and 2 to 6 columns, weights and directions."""
    for _ in range(count):
        rows, columns = random.integers(3, 13), random.integers(2, 7)
        matrix = random.uniform(1, 100, (rows, columns)).round(2)
        weights = random.integers(1, 10, columns)
        directions = random.choice([1, -1], columns)
        yield matrix, weights, directions


def words(directions) -> list[str]:
    return ["maximise" if direction == 1 else "minimise" for direction in directions]


def scores(program: str, random) -> None:
    cases, requests = [], []
    for matrix, weights, directions in generated(random, 300):
        base = {"matrix": matrix.tolist(), "weights": weights.tolist(), "directions": words(directions)}
        share = weights / weights.sum()
        for name, function in NORMALISATIONS.items():
            for method, peer in (("weighted_sum", methods.WSM(function)), ("topsis", methods.TOPSIS(function)), ("vikor", methods.VIKOR(function))):
                requests.append(("score_matrix", base | {"method": method, "normalisation": name}))
                cases.append((peer(matrix, share, directions), f"pymcdm {method} {name}"))
        plain = mkdm(matrix, directions, weights=share)
        vector = mkdm(matrix / np.sqrt((matrix**2).sum(axis=0)), directions, weights=share)
        requests.append(("score_matrix", base | {"method": "topsis", "normalisation": "vector"}))
        cases.append((TOPSIS().evaluate(vector).e_.similarity, "scikit-criteria TOPSIS"))
        v = round(float(random.uniform(0, 1)), 2)
        requests.append(("score_matrix", base | {"method": "vikor", "parameters": {"v": v}}))
        result = VIKOR(v=v, use_compromise_set=False).evaluate(plain)
        cases.append((result.e_.q_k, "scikit-criteria VIKOR"))
        for ours, theirs in PREFERENCES.items():
            q = random.uniform(1, 20, len(weights)).round(1)
            p = q + random.uniform(1, 20, len(weights)).round(1)
            if ours == "v_shape":
                q = np.zeros(len(weights))
            parameters = {"preference": ours, "q": q.tolist(), "p": p.tolist()}
            requests.append(("score_matrix", base | {"method": "promethee_ii", "parameters": parameters}))
            cases.append((methods.PROMETHEE_II(theirs, p=p, q=q)(matrix, share, directions), f"pymcdm PROMETHEE II {ours}"))
    for answer, (theirs, what) in zip(ask(program, requests), cases):
        near(answer["answer"]["scores"], theirs, what)


def compromises(program: str, random) -> None:
    cases = list(generated(random, 300))
    base = [{"matrix": m.tolist(), "weights": w.tolist(), "directions": words(d), "method": "vikor"} for m, w, d in cases]
    for answer, (matrix, weights, directions) in zip(ask(program, [("score_matrix", one) for one in base]), cases):
        result = VIKOR(use_compromise_set=True).evaluate(mkdm(matrix, directions, weights=weights / weights.sum()))
        theirs = sorted(result.e_.compromise_set)
        near(sorted(answer["answer"]["compromise"]["rows"]), theirs, "scikit-criteria, the compromise set")


def spreads(program: str, random) -> None:
    cases, requests = [], []
    for matrix, _, directions in generated(random, 300):
        base = {"matrix": matrix.tolist(), "directions": words(directions)}
        up = base | {"directions": ["maximise"] * len(directions)}
        low, high = matrix.min(axis=0), matrix.max(axis=0)
        on_range = (matrix - low) / (high - low)
        for request, weights, theirs, what in (
            (base, "entropy", pym_weights.entropy_weights(matrix), "pymcdm entropy"),
            (base, "entropy", weighters.entropy_weights(matrix), "scikit-criteria entropy"),
            (up, "critic", pym_weights.critic_weights(matrix), "pymcdm CRITIC, all to be maximised"),
            (base, "critic", weighters.critic_weights(matrix, directions), "scikit-criteria CRITIC"),
            (base, "standard_deviation", pym_weights.standard_deviation_weights(on_range), "pymcdm standard deviation, on the range"),
            (base, "standard_deviation", weighters.std_weights(on_range), "scikit-criteria standard deviation, on the range"),
        ):
            requests.append(("score_matrix", request | {"weights": weights}))
            cases.append((theirs, what))
    for answer, (theirs, what) in zip(ask(program, requests), cases):
        near(answer["answer"]["weights"], theirs, what)


def judgements(program: str, random) -> None:
    """Complete judgements against pymcdm, incomplete ones against Harker's matrix by numpy."""
    cases, requests = [], []
    for place in range(400):
        n = int(random.integers(2, 10))
        matrix, rows = np.eye(n), []
        for a in range(n):
            for b in range(a + 1, n):
                if place % 2 and b > a + 1 and random.random() < 0.3:
                    continue
                whole = int(random.integers(1, 10))
                ratio = whole if random.random() < 0.5 else 1 / whole
                matrix[a, b], matrix[b, a] = ratio, 1 / ratio
                rows.append({"a": f"c{a}", "b": f"c{b}", "ratio": ratio})
        missing = (matrix == 0).sum(axis=1)
        np.fill_diagonal(matrix, 1 + missing)
        values, vectors = np.linalg.eig(matrix)
        first = np.argmax(values.real)
        vector = vectors[:, first].real
        theirs = vector / vector.sum()
        if not missing.any():
            near(AHP(matrix=matrix)(), theirs, "pymcdm AHP against numpy")
        order = list(dict.fromkeys(name for row in rows for name in (row["a"], row["b"])))
        cases.append((theirs, values[first].real, order))
        requests.append(("derive_weights", {"statements": rows, "method": "ahp"}))
    for answer, (theirs, eigenvalue, order) in zip(ask(program, requests), cases):
        ours = answer["answer"]
        assert [row["id"] for row in ours["weights"]] == order
        near([row["normalised"] for row in ours["weights"]], [theirs[int(name[1:])] for name in order], "AHP weights")
        near(ours["consistency"]["largest_eigenvalue"], eigenvalue, "largest eigenvalue")


def differences(program: str) -> None:
    """Each stated difference, on a case that shows it."""
    up = {"directions": ["maximise", "maximise"], "weights": [1, 1]}
    half = np.array([0.5, 0.5])
    matrix = np.array([[1.0, 3000.0], [2.0, 1000.0], [4.0, 2000.0]])
    zero = np.array([[0.0, 3.0], [2.0, 1.0], [4.0, 2.0]])
    flat = np.array([[1.0, 3.0], [2.0, 3.0]])
    mixed = np.array([[1.0, 3.0, 2.0], [2.0, 1.0, 9.0], [4.0, 2.0, 4.0]])
    requests = [
        ("score_matrix", up | {"matrix": matrix.tolist(), "weights": "standard_deviation"}),
        ("score_matrix", {"matrix": mixed.tolist(), "weights": "critic", "directions": ["maximise", "minimise", "maximise"]}),
        ("score_matrix", up | {"matrix": zero.tolist(), "weights": "entropy"}),
        ("score_matrix", up | {"matrix": flat.tolist(), "method": "vikor"}),
        ("score_matrix", up | {"matrix": [[1, 3], [1, 3]], "method": "topsis"}),
        ("score_matrix", up | {"matrix": zero.tolist(), "normalisation": "sum"}),
    ]
    deviation, critic, entropy, vikor, topsis, sums = (answer["answer"] for answer in ask(program, requests))
    apart(deviation["weights"], pym_weights.standard_deviation_weights(matrix), "standard deviation, pymcdm")
    apart(deviation["weights"], weighters.std_weights(matrix), "standard deviation, scikit-criteria")
    apart(critic["weights"], pym_weights.critic_weights(mixed), "CRITIC, pymcdm")
    near(critic["weights"], weighters.critic_weights(mixed, [1, -1, 1]), "CRITIC, scikit-criteria")
    near(entropy["weights"], weighters.entropy_weights(zero), "entropy with a 0, scikit-criteria")
    for refusing, what in (
        (lambda: methods.VIKOR()(flat, half, [1, 1]), "VIKOR of a constant column"),
        (lambda: normalizations.sum_normalization(zero[:, 0]), "sum of a 0"),
        (lambda: pym_weights.entropy_weights(zero), "entropy with a 0"),
    ):
        try:
            refusing()
        except ValueError:
            continue
        sys.exit(f"no longer differs: pymcdm, {what}")
    near(vikor["scores"], VIKOR(use_compromise_set=False).evaluate(mkdm(flat, [1, 1], weights=half)).e_.q_k, "VIKOR of a constant column")
    assert topsis["scores"] == [0.5, 0.5]
    assert np.isnan(methods.TOPSIS(normalizations.vector_normalization)(np.array([[1.0, 3], [1, 3]]), half, [1, 1])).all()
    assert sums["ranks"]


def main() -> None:
    warnings.simplefilter("ignore")
    program = sys.argv[1]
    random = np.random.default_rng(20230331)
    for part in (scores, compromises, spreads, judgements):
        before = compared
        part(program, random)
        print(f"{part.__name__}: {compared - before} figures agree within {TOLERANCE}")
        if compared == before:
            sys.exit("nothing was compared")
    differences(program)
    print("Where a peer differs, and why:")
    for what, why in DIFFERENCES:
        print(f"- {what}: {why}")


if __name__ == "__main__":
    main()

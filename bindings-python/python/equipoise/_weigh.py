"""Weights, scores of a bare matrix, and portfolios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import (
    Candidate,
    DerivedWeights,
    Direction,
    Effort,
    Judgement,
    Normalisation,
    PortfolioConstraints,
    PortfolioSelection,
    ScoredMatrix,
    ScoreMethod,
    ScoreParameters,
    Weighting,
    WeightMethod,
)


def derive_weights(
    statements: Mapping[str, float] | Sequence[Judgement | Mapping[str, object]],
    *,
    method: WeightMethod,
) -> DerivedWeights:
    """Turn what people state about criteria into weights.

    Args:
        statements: A dict with a number for each criterion; for ``"ahp"`` a
            list of pairwise judgements, each a dict with ``a``, ``b`` and
            ``ratio``: ``a`` is so many times (0.001 to 1,000) as important as
            ``b``. Pairs may be missing if a chain of judgements joins all
            criteria.
        method: What the numbers are.

            - ``"direct"``: points, which are the weights.
            - ``"swing"``: points from 0 to 100 for the worth of the swing from
              worst to best; the most valued swing has 100.
            - ``"smart"``: points that start from 10 for the least important
              criterion (Edwards 1977).
            - ``"roc"``: ranks; the mean of all weights that agree with their
              order, the rank order centroid (Barron 1992).
            - ``"rank_sum"``, ``"rank_reciprocal"``: ranks; in proportion to
              n + 1 - rank, and to 1 / rank (Stillwell, Seaver and Edwards
              1981). Of ranks only the order counts, and criteria of one rank
              share the average of the weights of their places.
            - ``"ahp"``: judgements; the principal eigenvector (Saaty 1980),
              with missing pairs after Harker (1987).

    Returns:
        A dict of ``method``, ``weights`` (one row for each criterion with
        ``id``, ``stated`` and ``normalised``; these add up to 1),
        ``consistency`` (for judgements: their consistency ``ratio``, the
        ``table`` of random indices that it stands on and the ``worst_triad``;
        None for other methods) and ``findings``.

    Raises:
        EquipoiseError: Nothing is stated, a number is out of the method's
            range, all points are 0, or the judgements leave criteria
            unconnected.

    >>> import equipoise
    >>> derived = equipoise.derive_weights({"access": 100, "safety": 60, "cost": 40}, method="swing")
    >>> {row["id"]: row["normalised"] for row in derived["weights"]}
    {'access': 0.5, 'safety': 0.3, 'cost': 0.2}
    """
    required = {"statements": statements, "method": method}
    return cast("DerivedWeights", call(_native.derive_weights, required))


def score_matrix(
    matrix: Sequence[Sequence[float]],
    *,
    weights: Sequence[float] | Weighting,
    directions: Sequence[Direction],
    method: ScoreMethod = "weighted_sum",
    normalisation: Normalisation = "min_max",
    parameters: ScoreParameters | Mapping[str, object] | None = None,
) -> ScoredMatrix:
    """Score the rows of a bare matrix: a cross-check on a ranking.

    Args:
        matrix: One list for each proposal, with a finite figure for each
            criterion in its own unit. ``array.tolist()`` gives such lists.
        weights: One number of 0 or more for each column; they need not add up
            to 1. Or a way to compute them from the figures, which describes
            the list and not what matters: ``"entropy"``, ``"critic"``
            (Diakoulaki 1995) or ``"standard_deviation"``.
        directions: ``"maximise"`` or ``"minimise"`` for each column.
        method: ``"weighted_sum"``, ``"topsis"`` (Hwang and Yoon 1981),
            ``"vikor"`` (Opricovic and Tzeng 2004) or ``"promethee_ii"``
            (Brans and Vincke 1985).
        normalisation: How a column is scaled before it is weighed:
            ``"min_max"``, ``"sum"``, ``"max"``, ``"linear"``, ``"vector"`` or
            ``"none"``. PROMETHEE II compares the figures as they are.
        parameters: Settings of single methods: ``v`` (VIKOR, 0.5 if you leave
            it out), ``preference`` (PROMETHEE, ``"usual"``) and its thresholds
            ``q``, ``p`` and ``s`` in the units of the column; each one for all
            columns, or a list of one for each.

    Returns:
        A dict of ``scores`` and ``ranks`` in the order of the rows (rank 1 is
        the best; equal rows share a rank), ``best`` (whether the highest or
        the lowest score is the best), ``weights`` as they were used,
        ``method``, ``normalisation``, ``weighting``, what the method tells
        beside (``distances``, ``compromise`` or ``flows``; None for the
        others) and ``findings``, among them whether leaving one row out would
        change the order of the others.

    Raises:
        EquipoiseError: A figure is not finite, rows differ in length, weights
            are negative or all 0, the normalisation cannot scale a column, or
            a threshold is missing. ``problems`` name row and column.

    >>> import equipoise
    >>> scored = equipoise.score_matrix(
    ...     [[7, 200], [9, 300], [5, 100]],  # benefit, cost in thousands of pounds
    ...     weights=[3, 1],
    ...     directions=["maximise", "minimise"],
    ... )
    >>> scored["scores"], scored["ranks"]
    ([0.5, 0.75, 0.25], [2, 1, 3])
    """
    required = {"matrix": matrix, "weights": weights, "directions": directions}
    optional = {"method": method, "normalisation": normalisation, "parameters": parameters}
    return cast("ScoredMatrix", call(_native.score_matrix, required, optional))


def select_portfolio(
    proposals: Sequence[Candidate | Mapping[str, object]],
    *,
    budget: float,
    constraints: PortfolioConstraints | Mapping[str, object] | None = None,
    near: float = 0.05,
    effort: Effort = "cost",
) -> PortfolioSelection:
    """Choose the best set of proposals under a budget, exactly.

    Args:
        proposals: Up to 200 dicts with ``id``, ``value`` (what it is worth,
            such as its total in a ranking) and ``cost``; ``capacity_days``
            where days are limited, ``group`` and ``horizon``
            (``"quick_win"`` or ``"transformative"``) if you want.
        budget: What may be spent, in the unit of the costs.
        constraints: What a set must keep to beside the budget:
            ``capacity_days`` (the working days there are), ``groups`` and
            ``horizons`` (a ``min`` and ``max`` for each), ``requires`` (a dict
            of proposals that can only be chosen with others) and ``excludes``
            (lists of proposals of which at most one may be chosen).
        near: Sets whose value is at most this share below the best are
            near-optimal, from 0 to 1.
        effort: What effort is measured by in the quadrants: ``"cost"`` or
            ``"capacity_days"``.

    Returns:
        A dict of ``best`` (the set of the highest value, the cheapest of
        these, with ``value``, ``cost`` and ``proposals``; None when nothing
        fits), ``best_sets`` (every set of that value), ``proposals`` (one row
        for each: whether it is in the best set, in all, some or none of the
        near-optimal ones, and the ``loss`` if it were decided the other way),
        ``frontier`` (every set that no other beats in value and cost, also
        beyond the budget), ``quadrants`` (impact against effort), ``budget``,
        ``near``, ``near_value`` and ``findings``.

    Raises:
        EquipoiseError: Something is wrong with the proposals or with the
            constraints, or finding the best set takes too many steps
            (``search_too_long``). Other parts that would take too long are
            None, and a finding names them.

    >>> import equipoise
    >>> chosen = equipoise.select_portfolio(
    ...     [
    ...         {"id": "robot", "value": 10, "cost": 5},
    ...         {"id": "clinics", "value": 7, "cost": 4},
    ...         {"id": "triage", "value": 6, "cost": 4},
    ...     ],
    ...     budget=8,
    ... )
    >>> chosen["best"]["proposals"], chosen["best"]["value"]
    (['clinics', 'triage'], 13)
    >>> [(row["id"], row["standing"], row["loss"]) for row in chosen["proposals"]]
    [('robot', 'never_in', 3), ('clinics', 'always_in', 3), ('triage', 'always_in', 3)]
    """
    required = {"proposals": proposals, "budget": budget}
    optional = {"constraints": constraints, "near": near, "effort": effort}
    return cast("PortfolioSelection", call(_native.select_portfolio, required, optional))

"""Prioritisation by weighted criteria, in which every organisation has a voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import Average, Detail, Exercise, Prioritisation, RoundComparison, Sampling, Voice


def prioritise(
    exercise: Exercise | Mapping[str, object],
    *,
    voice: Voice | Mapping[str, float] = "equal",
    average: Average = "mean",
    cut: int | None = None,
    samples: int = 10_000,
    seed: int = 0,
    sampling: Sampling | Mapping[str, list[float]] = "uniform",
    detail: Detail = "organisation",
) -> Prioritisation:
    """Rank proposals by weighted criteria, and tell how far the ranking can be trusted.

    A score becomes its place on the scale, (score - worst) / (best - worst).
    The scorers of an organisation become one voice, the organisations become
    the collaborative, and a total is the weighted mean over the criteria, from
    0 to 1. All of it is exact: a tie is a tie.

    Args:
        exercise: A dict with ``criteria`` (each with ``id``, ``name``,
            ``scale`` and ``weight``; worst 5 and best 1 is a cost),
            ``proposals`` (each with ``id`` and ``name``) and ``scores``: one
            long table of ``scorer``, ``organisation``, ``proposal``,
            ``criterion`` and ``score``, as a form exports it. Weights need not
            add up to 1. Leave a missing score out.
        voice: ``"equal"``: every organisation counts the same, however many
            scorers it sends. ``"pooled"``: every scorer counts the same. Or a
            dict with a share for every organisation that has a scorer; shares
            need not add up to 1.
        average: How an organisation's scorers become one score: ``"mean"`` or
            ``"median"``.
        cut: How many proposals are to be chosen, from 1. None: there is no cut.
        samples: How many random weights are tried, up to 100,000. 0 leaves
            them out.
        seed: The seed of everything random, from 0 to 4,294,967,295. The same
            seed gives the same numbers on every machine.
        sampling: Which random weights: ``"uniform"``, all alike likely;
            ``"ordinal"``, those in the order of the stated weights; or a dict
            with the lowest and the highest share by criterion.
        detail: ``"scorer"`` names single scorers; ``"organisation"`` names
            organisations only.

    Returns:
        A dict of ``ranking`` (one row for each proposal, best first, with
        ``rank``, ``joint``, ``total``, ``contributions``, ``possible_ranks``
        and ``dominated_by``), ``weights`` (stated, normalised and effective,
        and how far each could move), ``smallest_flip``, ``voices`` (and what
        other voices would give), ``leave_one_out``, ``acceptability`` (ranks
        under random weights; None without samples and above 200 proposals),
        ``cut_line`` (None without a cut), ``disagreement``, ``interests`` and
        ``findings``.

    Raises:
        EquipoiseError: Something is wrong with the exercise or with another
            argument. ``problems`` name each row at fault: a score off its
            scale or given twice, an identifier that nothing has, weights that
            are all 0.

    Ranks under random weights are stochastic multicriteria acceptability
    analysis (Lahdelma and Salminen 2001).

    >>> import equipoise
    >>> rows = [
    ...     ("s1", "north", "clinics", 6),
    ...     ("s1", "north", "robot", 8),
    ...     ("s2", "north", "clinics", 6),
    ...     ("s2", "north", "robot", 8),
    ...     ("s3", "south", "clinics", 9),
    ...     ("s3", "south", "robot", 6),
    ... ]
    >>> exercise = {
    ...     "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 0, "best": 10}, "weight": 1}],
    ...     "proposals": [{"id": "clinics", "name": "One-stop clinics"}, {"id": "robot", "name": "Shared robot"}],
    ...     "scores": [
    ...         {"scorer": s, "organisation": o, "proposal": p, "criterion": "benefit", "score": score}
    ...         for s, o, p, score in rows
    ...     ],
    ... }
    >>> result = equipoise.prioritise(exercise)
    >>> [(row["rank"], row["id"], row["total"]) for row in result["ranking"]]
    [(1, 'clinics', 0.75), (2, 'robot', 0.7)]

    North sends two scorers. If every scorer counted the same, they would decide:

    >>> equipoise.prioritise(exercise, voice="pooled")["ranking"][0]["id"]
    'robot'
    """
    optional = {
        "voice": voice,
        "average": average,
        "cut": cut,
        "samples": samples,
        "seed": seed,
        "sampling": sampling,
        "detail": detail,
    }
    return cast("Prioritisation", call(_native.prioritise, {"exercise": exercise}, optional))


def compare_rounds(
    before: Exercise | Mapping[str, object],
    after: Exercise | Mapping[str, object],
    *,
    voice: Voice | Mapping[str, float] = "equal",
    average: Average = "mean",
) -> RoundComparison:
    """Say what changed between two rounds of scoring, and why.

    Four steps lead from one round to the next, in this order: scores given
    anew by scorers of both rounds, scorers who left or joined, weights and
    criteria, proposals that left or joined. So the parts of a change add up to
    it; another order would put some of it down elsewhere. Rows belong together
    by identifier.

    Args:
        before: The first round, an exercise as ``prioritise`` takes it.
        after: The second round.
        voice: How much each organisation counts in both rounds: ``"equal"``,
            ``"pooled"`` or a dict with a share for every organisation.
        average: How an organisation's scorers become one score: ``"mean"`` or
            ``"median"``.

    Returns:
        A dict of ``rows`` (one for each proposal of either round, with rank
        and total before and after, ``change``, and what each step adds to the
        total in ``changes`` and to the rank in ``moves``), ``winners_before``,
        ``winners_after``, ``winner_changed_by`` (the steps at which the first
        place changed), ``counts`` (how much there was of each step) and
        ``weights`` (each criterion's share before and after).

    Raises:
        EquipoiseError: Something is wrong with one of the rounds or with the
            voice. ``problems`` has everything that was found, in both.

    >>> import equipoise
    >>> def scored(clinics, robot):
    ...     return {
    ...         "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 0, "best": 10}, "weight": 1}],
    ...         "proposals": [{"id": "clinics", "name": "One-stop clinics"}, {"id": "robot", "name": "Shared robot"}],
    ...         "scores": [
    ...             {"scorer": "s1", "organisation": "north", "proposal": p, "criterion": "benefit", "score": score}
    ...             for p, score in [("clinics", clinics), ("robot", robot)]
    ...         ],
    ...     }
    >>> compared = equipoise.compare_rounds(scored(clinics=5, robot=6), scored(clinics=8, robot=6))
    >>> compared["winners_before"], compared["winners_after"], compared["winner_changed_by"]
    (['robot'], ['clinics'], ['scores'])
    >>> compared["rows"][0]["changes"]
    {'scores': 0.3, 'scorers': 0, 'weights': 0, 'proposals': 0}
    """
    optional = {"voice": voice, "average": average}
    return cast("RoundComparison", call(_native.compare_rounds, {"before": before, "after": after}, optional))

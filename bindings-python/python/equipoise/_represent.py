"""Equal representation: who holds how much, and seats by weight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import Apportionment, ApportionmentMethod, RepresentationCheck, Tolerance


def check_representation(
    counts: Mapping[str, int | None],
    *,
    entitlement: Mapping[str, float] | None = None,
    tolerance: Tolerance | Mapping[str, object] | None = None,
    wte: Mapping[str, float] | None = None,
    pools: Mapping[str, int | None] | None = None,
    exposure: Mapping[str, float] | None = None,
    unattributed: int = 0,
) -> RepresentationCheck:
    """Check how equally something is held by organisations: leads, seats, scorers, chairs, attendance.

    Args:
        counts: How many each organisation holds, a whole number up to a
            million; None where it is not known. Name those that hold nothing
            too, with 0.
        entitlement: What each organisation is entitled to, in any unit: staff
            or population. None: all the same.
        tolerance: How far from equal still counts as met, by one of
            ``spread`` (the most that the largest and the smallest may differ),
            ``distance`` (each must be less than this from its entitlement) or
            ``rate`` with ``of`` (each must reach this share of so many, as in
            attendance); ``wte`` is the distance for ``wte``. None: equal seats
            may differ by one, and a count by less than one from a stated
            share; whole-time equivalents by less than 0.2.
        wte: The same in whole-time equivalents: one day a week is 0.2.
        pools: How many people each organisation could have been drawn from;
            for the footnote on chance.
        exposure: The share of the period, from 0 to 1, that an organisation
            took part; 1 where you leave it out. It multiplies the entitlement.
        unattributed: People without an organisation, who are counted beside.

    Returns:
        A dict of ``status`` (``"met"``, ``"met_as_far_as_possible"``,
        ``"not_met"`` or ``"not_assessable"``), ``counts``, ``total``,
        ``unattributed``, ``entitlement``, ``best_possible`` (the best
        arrangement of this total), ``as_equal_as_possible``, ``spread``,
        ``worst_off``, ``zeros``, ``moves_needed`` and ``moves`` (one list of
        moves to a best arrangement), ``next`` (who appoints next, and after
        that), ``indices`` (each with its least and its most), ``exact`` (a
        footnote on chance, never a verdict), ``wte`` and ``findings``.

    Raises:
        EquipoiseError: There are no organisations or more than 1,000,
            entitlements add up to nothing, a name has no count, a pool is
            smaller than the count from it, or tolerances exclude one another.

    >>> import equipoise
    >>> checked = equipoise.check_representation({"north": 4, "east": 3, "south": 3, "west": 1})
    >>> checked["status"], checked["best_possible"]["nearest"]
    ('not_met', {'north': 3, 'east': 3, 'south': 3, 'west': 2})
    >>> checked["moves"], checked["next"][0]
    ([{'from': 'north', 'to': 'west', 'posts': 1}], ['west'])
    """
    optional = {
        "entitlement": entitlement,
        "tolerance": tolerance,
        "wte": wte,
        "pools": pools,
        "exposure": exposure,
        "unattributed": unattributed,
    }
    return cast("RepresentationCheck", call(_native.check_representation, {"counts": counts}, optional))


def apportion(
    seats: int,
    weights: Mapping[str, float],
    *,
    method: ApportionmentMethod = "sainte_lague",
    seed: int | None = None,
) -> Apportionment:
    """Share seats out by weight, in whole numbers: exact, with ties as data.

    Equal weights have equal claims; a weight of 0 has none.

    Args:
        seats: How many seats there are.
        weights: A number of 0 or more for each organisation, in any unit, with
            at most 6 decimal places: staff, population, votes.
        method: ``"hamilton"`` (largest remainders), or a method of divisors:
            ``"dhondt"`` (Jefferson), ``"sainte_lague"`` (Webster),
            ``"modified_sainte_lague"`` (first divisor 1.4),
            ``"huntington_hill"``, ``"adams"`` or ``"dean"``. By the last three
            everyone has a first seat; with fewer seats than organisations the
            heaviest have one each.
        seed: Draws lots among those who are tied, from 0 to 4,294,967,295. The
            draw depends on the seed and on who is tied only. None: nothing is
            drawn.

    Returns:
        A dict of ``method``, ``seats`` (those that are certain, by
        organisation), ``tied`` (who has an equal claim to the last seats),
        ``to_draw`` (how many of the tied get one more), ``drawn`` (which of
        them did; None without a seed) and ``trace`` (why each seat went where
        it did; None beyond 1,000 seats or organisations).

    Raises:
        EquipoiseError: No weight is above 0, or a number is out of range.

    >>> import equipoise
    >>> shared = equipoise.apportion(6, {"north": 40, "east": 40, "south": 20})
    >>> shared["seats"], shared["tied"], shared["to_draw"]
    ({'north': 2, 'east': 2, 'south': 1}, ['east', 'north'], 1)
    """
    required = {"seats": seats, "weights": weights}
    return cast("Apportionment", call(_native.apportion, required, {"method": method, "seed": seed}))

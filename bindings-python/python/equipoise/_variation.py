"""Statistical process control: what a series of figures says, and its icons."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import TypeAlias, cast

from equipoise import _native
from equipoise._call import call
from equipoise._plain import to_list
from equipoise.types import (
    ConflictRule,
    Icon,
    ImprovementDirection,
    Spc,
    SpcBaseline,
    SpcChart,
    SpcOptions,
    SpcPreset,
    SpcTarget,
)

# A list, tuple, numpy array, Series of pandas or polars.
_Numbers: TypeAlias = Collection[float | None]
_Points: TypeAlias = Collection[int | str | datetime.date]


def spc(
    values: _Numbers | None,
    *,
    dates: Collection[str | datetime.date] | None = None,
    denominators: _Numbers | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: float | _Numbers | Collection[SpcTarget | Mapping[str, object]] | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> Spc:
    """Judge one series of figures by the rules of statistical process control.

    It tells special causes from common cause, point by point and for the
    series as it stands, and whether the process as it is meets a target.
    Comparisons are exact on the decimals that are written: a value on a line
    is neither above nor below it.

    Wherever a list is taken, so is a tuple, a numpy array of one dimension and
    a Series of pandas or polars. NaN is refused with its place, because it may
    be a mistake as well as a gap: write a missing value as None
    (``[None if pandas.isna(value) else value for value in series]``).

    Args:
        values: A number for each period in the order of time, in any unit, and
            None where one is missing; below 10^100 in size, at most 10 million.
            Of ``g``, ``p``, ``u``, ``c``, ``p_prime`` and ``u_prime`` whole
            numbers of 0 or more. Of ``t`` the days since the event before, or
            None with the days of the events as ``dates``.
        dates: For each value its day or period, all of one kind, never
            falling: a date, a midnight without a time zone, or a text such as
            ``"2023-03-31"``, ``"2023-03"``, ``"Q4 2022/23"`` or ``"2022/23"``.
            None: points are known by their places only.
        denominators: For each value what it is of: needed by ``p`` and
            ``p_prime`` (whole numbers), ``u`` and ``u_prime``, refused by the
            others. Above 0.
        chart: ``"xmr"`` (individual values and moving ranges), ``"run"`` (about
            the median), ``"t"`` (days between rare events), ``"g"`` (cases
            between them), ``"p"`` (proportions), ``"u"`` (rates), ``"c"``
            (counts), ``"p_prime"`` or ``"u_prime"`` (the same with limits that
            allow for more variation than chance has, after Laney).
        improvement_direction: ``"increase"`` where higher is better,
            ``"decrease"`` or ``"neutral"``. The library never guesses it.
        preset: ``"mdc-2.6a"`` (NHS England, Making Data Count, SPC Charts SQL
            Query v2.6a, the rules since 10 January 2024) or ``"nhsr-0.2.2"``
            (the R package NHSRplotthedots 0.2.2).
        conflict: What wins where rules of equal rank speak for both sides:
            ``"improvement"`` or ``"concern"``.
        targets: A number; one for each value, None where there is none; or
            dicts of ``value`` and, if they are known, ``name``, ``start`` and
            ``end`` (days in force, both included). The first in force decides.
            None: there is no target. Ignored where the direction is neutral
            and by ``t`` and ``g``.
        recalculate_at: Points that start a new partition, with a mean and
            limits of its own: places from 0, or dates of the series.
        ghosted: Points that are shown and left out of all else, likewise.
        baseline: From which points the mean and the limits come, one of
            ``{"points": 12}`` (the first so many; with ``"each_partition":
            True`` those of every partition), ``{"end": "2022-03"}`` (up to that
            date or period), ``{"mean": 90, "sigma": 2.5}``. None: from all.
        options: What is set apart from the preset, by name: ``shift``,
            ``trend``, ``two_of_three``, ``single_point``, ``screening``,
            ``minimum_points``, ``short_series``, ``ties``, ``missing``,
            ``equality``, ``trend_crosses_partitions``, ``factor``,
            ``precedence``, ``clamp``, ``expected_frequency``,
            ``compat_faults``; see :class:`equipoise.types.SpcOptions`.

    Returns:
        A dict of ``preset`` and ``options`` (every setting), ``chart``,
        ``run_chart``, ``improvement_direction``, ``conflict``, ``points``
        (one row for each value, with its lines, the rules that it fired and
        its status), ``partitions`` (numbered from 1, the baseline 0),
        ``variation`` and ``assurance`` (each with its ``icon``; None where
        nothing can be told), ``assurances`` (one for each target in force),
        ``run_so_far`` and ``trend_so_far``, ``runs`` (of a run chart),
        ``triggers`` (what the next value would have to be to fire each rule),
        ``findings`` and ``fingerprint``.

    Raises:
        EquipoiseError: Values, dates, denominators, targets or points do not
            fit one another or the chart; a number is not finite; a word or a
            field is not known.

    >>> import equipoise
    >>> met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
    >>> judged = equipoise.spc(met, improvement_direction="increase", targets=95)
    >>> judged["variation"]["icon"], judged["variation"]["since_index"], judged["assurance"]["icon"]
    ('improvement_high', 12, 'hit_or_miss')
    >>> judged["points"][-1]["rules"]
    ['shift_above']
    """
    optional = {
        "dates": to_list(dates),
        "denominators": to_list(denominators),
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": to_list(targets),
        "recalculate_at": to_list(recalculate_at),
        "ghosted": to_list(ghosted),
        "baseline": baseline,
        "options": options,
    }
    return cast("Spc", call(_native.spc, {"values": to_list(values)}, optional))


def icon(name: str) -> Icon:
    """Draw an icon of variation or assurance.

    The icons are this library's own: each has a shape, a sign and letters, so
    that none depends on colour.

    Args:
        name: What is in ``spc(...)["variation"]["icon"]``
            (``"improvement_high"``, ``"improvement_low"``, ``"concern_high"``,
            ``"concern_low"``, ``"high"``, ``"low"``, ``"common_cause"``) or in
            ``spc(...)["assurance"]["icon"]`` (``"pass"``, ``"fail"``,
            ``"hit_or_miss"``); or ``"run_chart"``, for a series that has none.

    Returns:
        A dict of ``name``, ``title`` (what it says, as a heading) and ``svg``
        (one element of 64 by 64 units that needs nothing else and says in its
        title and description what it means).

    Raises:
        EquipoiseError: There is no icon of that name.

    >>> import equipoise
    >>> drawn = equipoise.icon("improvement_high")
    >>> drawn["title"], drawn["svg"].startswith("<svg ")
    ('Improvement, high', True)
    """
    return cast("Icon", call(_native.icon, {"name": name}))

"""Statistical process control: what a series of figures says, and its icons."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import TypeAlias, cast

from equipoise import _native
from equipoise._call import call
from equipoise._plain import to_list
from equipoise.types import (
    AggregatedSeries,
    AggregateKind,
    ConflictRule,
    Icon,
    ImprovementDirection,
    MemberFigure,
    MemberSpan,
    NotedPoint,
    RecalculationAdvice,
    Spc,
    SpcAppended,
    SpcBaseline,
    SpcChart,
    SpcComparison,
    SpcExtract,
    SpcHistory,
    SpcOptions,
    SpcOptionSet,
    SpcPreset,
    SpcState,
    SpcTarget,
)

# A list, tuple, numpy array, Series of pandas or polars.
_Numbers: TypeAlias = Collection[float | None]
_Points: TypeAlias = Collection[int | str | datetime.date | NotedPoint | Mapping[str, object]]
_Dates: TypeAlias = Collection[str | datetime.date]
_Targets: TypeAlias = float | _Numbers | Collection[SpcTarget | Mapping[str, object]]


def spc(
    values: _Numbers | None,
    *,
    dates: _Dates | None = None,
    denominators: _Numbers | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: _Targets | None = None,
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
            limits of its own: places from 0, or dates of the series; or dicts
            of ``at`` (either) and, for the record, ``by`` (who decided it),
            ``why`` and ``on`` (the day), which the answer keeps as ``notes``.
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
        ``notes`` (who chose to recalculate or leave out a point, and why),
        ``variation`` and ``assurance`` (each with its ``icon``; None where
        nothing can be told), ``assurances`` (one for each target in force),
        ``run_so_far`` and ``trend_so_far``, ``runs`` (of a run chart),
        ``triggers`` and ``clears`` (what the next value would have to be to fire
        each rule, or not to fire what the last one fired; None where nothing
        can be told),
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
        "dates": dates,
        "denominators": denominators,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "baseline": baseline,
        "options": options,
    }
    return cast("Spc", call(_native.spc, {"values": to_list(values)}, _listed(optional)))


def compare_spc(
    values: _Numbers | None,
    *,
    a: SpcOptionSet | Mapping[str, object],
    b: SpcOptionSet | Mapping[str, object],
    dates: _Dates | None = None,
    denominators: _Numbers | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: _Targets | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> SpcComparison:
    """Tell what differs between two ways to judge the same figures.

    Each way is what ``spc`` is given, with what ``a`` or ``b`` sets apart:
    another preset, say, or a recalculation.

    Args:
        values: As of :func:`equipoise.spc`.
        a: What the first way sets apart, by name: ``chart``,
            ``improvement_direction``, ``preset``, ``conflict``, ``targets``,
            ``recalculate_at``, ``ghosted``, ``baseline``, ``options``. An empty
            dict sets nothing apart.
        b: What the second way sets apart.
        dates: As of ``spc``.
        denominators: As of ``spc``.
        chart: As of ``spc``.
        improvement_direction: As of ``spc``.
        preset: As of ``spc``.
        conflict: As of ``spc``.
        targets: As of ``spc``.
        recalculate_at: As of ``spc``.
        ghosted: As of ``spc``.
        baseline: As of ``spc``.
        options: As of ``spc``.

    Returns:
        A dict of ``a`` and ``b`` (icons and rules by each), ``same``,
        ``settings``, ``icons``, ``points``, ``lines`` and ``findings`` (what
        differs in each) and ``fingerprint``.

    Raises:
        EquipoiseError: As of ``spc``; faults of a way stand under ``/a`` or
            ``/b``.

    >>> import equipoise
    >>> met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
    >>> package = {"preset": "nhsr-0.2.2"}
    >>> differences = equipoise.compare_spc(met, a={}, b=package, improvement_direction="increase")
    >>> [(one["icon"], one["a"], one["b"]) for one in differences["icons"]]
    [('variation', 'improvement_high', 'common_cause')]
    """
    optional = {
        "dates": dates,
        "denominators": denominators,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "baseline": baseline,
        "options": options,
        "a": _side(a),
        "b": _side(b),
    }
    return cast("SpcComparison", call(_native.compare_spc, {"values": to_list(values)}, _listed(optional)))


def spc_history(
    values: _Numbers | None,
    *,
    previous: SpcExtract | Mapping[str, object] | None = None,
    dates: _Dates | None = None,
    denominators: _Numbers | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: _Targets | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> SpcHistory:
    """Tell which icon a series had at each past period, and how long today's has lasted.

    ``then`` is the icon as it was known, from the points up to that period;
    ``now`` is what all points say of it with hindsight. With an earlier
    extract, what was revised is told apart from what was added.

    Args:
        values: As of :func:`equipoise.spc`. At most 5,000 where the settings
            need all points again for each period: run charts, ``p_prime``,
            ``u_prime``, screening of moving ranges (which ``nhsr-0.2.2`` has
            on) and ties that are passed over.
        previous: An earlier extract of the same figures: ``values``, ``dates``
            where the figures of today have them (each date once), and
            ``denominators`` of charts that have them. None: nothing to compare.
        dates: As of ``spc``.
        denominators: As of ``spc``.
        chart: As of ``spc``.
        improvement_direction: As of ``spc``.
        preset: As of ``spc``.
        conflict: As of ``spc``.
        targets: As of ``spc``.
        recalculate_at: As of ``spc``.
        ghosted: As of ``spc``.
        baseline: As of ``spc``.
        options: As of ``spc``.

    Returns:
        A dict of ``preset``, ``chart``, ``improvement_direction``, ``periods``
        (one row for each value), ``lasted`` (today's icon, for how many points
        and since when), ``revision`` (None without an earlier extract) and
        ``fingerprint``.

    Raises:
        EquipoiseError: As of ``spc``; too many values; faults of the earlier
            extract, under ``/previous``; a date that stands twice.

    >>> import equipoise
    >>> met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
    >>> past = equipoise.spc_history(met, improvement_direction="increase")
    >>> past["periods"][12]["then"], past["periods"][12]["now"]
    ('common_cause', 'improvement_high')
    >>> past["lasted"]["then"]["points"], past["lasted"]["now"]["points"]
    (1, 6)
    """
    optional = {
        "dates": dates,
        "denominators": denominators,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "baseline": baseline,
        "options": options,
        "previous": _side(previous),
    }
    return cast("SpcHistory", call(_native.spc_history, {"values": to_list(values)}, _listed(optional)))


def spc_append(
    state: SpcState | Mapping[str, object] | None,
    values: _Numbers | None,
    *,
    dates: _Dates | None = None,
    denominators: _Numbers | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    chart: SpcChart | None = None,
    improvement_direction: ImprovementDirection | None = None,
    preset: SpcPreset | None = None,
    conflict: ConflictRule | None = None,
    targets: float | Collection[SpcTarget | Mapping[str, object]] | None = None,
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> SpcAppended:
    """Judge the next values of a series, at a cost that does not grow with it.

    What is said of each value is what ``spc`` says of the last of all values
    up to it, to the last bit. The state is plain data: keep it, as JSON say,
    and give it back unchanged with the next values.

    Args:
        state: What this function gave as ``state`` the last time; None where a
            series starts.
        values: The values that come next, as of :func:`equipoise.spc`; of a
            ``t`` chart that goes by dates None.
        dates: Their dates, if the series has dates.
        denominators: Their denominators, of ``p`` and ``u``.
        recalculate_at: Those of them that start a new partition, by their
            place among these values or their date.
        ghosted: Those that are shown and left out of all else, likewise.
        chart: At the start, as of ``spc``; the state remembers it. ``run``,
            ``p_prime`` and ``u_prime`` need all points again, and are refused.
        improvement_direction: Likewise.
        preset: Likewise.
        conflict: Likewise.
        targets: Likewise: a number, or targets with days.
        baseline: Likewise.
        options: Likewise. Screening of moving ranges (``nhsr-0.2.2`` has it
            on: set it ``"off"``) and ties that are passed over are refused.

    Returns:
        A dict of ``state``, ``points`` (one for each value, as it was judged
        when it was the last), ``run_chart``, ``variation``, ``assurance``,
        ``assurances``, ``change`` (the icon before and after) and
        ``fingerprint``.

    Raises:
        EquipoiseError: The state is not as it was given; settings beside a
            state, or settings that need all points again; values that do not
            fit the chart or the dates before.

    >>> import equipoise
    >>> met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98]
    >>> so_far = equipoise.spc_append(None, met, improvement_direction="increase")
    >>> equipoise.spc_append(so_far["state"], [97])["change"]
    {'from': 'common_cause', 'to': 'improvement_high', 'changed': True}
    """
    optional = {
        "dates": dates,
        "denominators": denominators,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "baseline": baseline,
        "options": options,
    }
    required = {"state": state, "values": to_list(values)}
    return cast("SpcAppended", call(_native.spc_append, required, _listed(optional)))


def suggest_recalculations(
    values: _Numbers | None,
    *,
    dates: _Dates | None = None,
    denominators: _Numbers | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: _Targets | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> RecalculationAdvice:
    """Tell where new lines might start, with the evidence; nothing is recalculated.

    A shift that lasts to the last point is evidence, and no reason by itself:
    new lines are for a change that was made, is known and is expected to last.

    Args:
        values: As of :func:`equipoise.spc`.
        dates: As of ``spc``.
        denominators: As of ``spc``.
        chart: As of ``spc``.
        improvement_direction: As of ``spc``.
        preset: As of ``spc``.
        conflict: As of ``spc``.
        targets: As of ``spc``.
        recalculate_at: As of ``spc``.
        ghosted: As of ``spc``.
        baseline: As of ``spc``.
        options: As of ``spc``.

    Returns:
        A dict of ``suggestions`` (at most five, each with those before it in
        force: the run, the stretches before and after, the icons as they are
        and as they would be, and a record to fill in with who, why and when),
        ``minimum`` (points that new lines should rest on) and ``fingerprint``.

    Raises:
        EquipoiseError: As of ``spc``.

    >>> import equipoise
    >>> waits = [1, 3, 2, 4] * 3 + [8, 6, 9, 7] * 3
    >>> advice = equipoise.suggest_recalculations(waits, improvement_direction="decrease")
    >>> [(one["index"], one["run"], one["icon"], one["icon_after"]) for one in advice["suggestions"]]
    [(12, 12, 'concern_high', 'common_cause')]
    """
    optional = {
        "dates": dates,
        "denominators": denominators,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "baseline": baseline,
        "options": options,
    }
    return cast(
        "RecalculationAdvice", call(_native.suggest_recalculations, {"values": to_list(values)}, _listed(optional))
    )


def aggregate_series(
    rows: Collection[MemberFigure | Mapping[str, object]],
    *,
    kind: AggregateKind | None = None,
    members: Collection[MemberSpan | Mapping[str, object]] | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: float | Collection[SpcTarget | Mapping[str, object]] | None = None,
    recalculate_at: _Points = (),
    ghosted: _Points = (),
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
) -> AggregatedSeries:
    """Put the figures of members together, judge the whole, and tell what each member brings to it.

    A missing or suppressed figure is never read as 0: the whole of its period
    is then missing, or a range where the row states an upper bound.

    Args:
        rows: Dicts of ``organisation``, ``period`` and either ``numerator``
            with ``denominator``, or ``value`` (a count), or ``status``
            (``"suppressed"`` with ``upper_bound`` and ``denominator`` if they
            are known, ``"missing"``, or ``"not_applicable"``, which leaves the
            member out of that period). At most 1,000,000.
        kind: ``"proportion"``, ``"rate"`` or ``"count"``. None: a proportion
            where rows have numerators or denominators, else a count.
        members: Who is expected when: dicts of ``organisation`` and, if they
            are known, ``start`` and ``end`` (both included). None: everybody
            who has a row, in every period.
        chart: ``"xmr"``, ``"run"``, or the chart of counts that fits the kind.
        improvement_direction: As of :func:`equipoise.spc`, of the whole.
        preset: As of ``spc``.
        conflict: As of ``spc``.
        targets: A number, or targets with days.
        recalculate_at: Periods, as of ``spc``.
        ghosted: Periods, as of ``spc``.
        baseline: As of ``spc``.
        options: As of ``spc``.

    Returns:
        A dict of ``kind``, ``periods`` (the whole, or its range, and whose
        figures lack), ``contributions`` (what each member brings to each
        period), ``members`` (what each brings to how far the last period is
        from what is usual, and the icon of the others without it), ``last``,
        ``value``, ``usual``, ``away``, ``mix``, ``whole`` (as of ``spc``),
        ``findings`` and ``fingerprint``.

    Raises:
        EquipoiseError: Rows that stand twice, have another kind of period, or
            say too little or too much; a chart that does not fit; too many
            rows, or members times periods; and as of ``spc``.

    >>> import equipoise
    >>> rows = [
    ...     {"organisation": "RNA", "period": "2023-03", "numerator": 80, "denominator": 100},
    ...     {"organisation": "RL4", "period": "2023-03", "numerator": 30, "denominator": 100},
    ... ]
    >>> together = equipoise.aggregate_series(rows, improvement_direction="increase")
    >>> together["value"], [row["level"] for row in together["contributions"]]
    (0.55, [0.15, 0.4])
    """
    optional = {
        "kind": kind,
        "members": members,
        "chart": chart,
        "improvement_direction": improvement_direction,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "recalculate_at": recalculate_at,
        "ghosted": ghosted,
        "baseline": baseline,
        "options": options,
    }
    return cast("AggregatedSeries", call(_native.aggregate_series, {"rows": to_list(rows)}, _listed(optional)))


def _side(given: object) -> object:
    """Give a dict with columns as lists, and what is no dict as it is: the core says what is wrong with it."""
    return _listed(given) if isinstance(given, Mapping) else given


def _listed(given: Mapping[str, object]) -> dict[str, object]:
    """Give the arguments with columns as lists."""
    return {name: to_list(value) for name, value in given.items()}


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

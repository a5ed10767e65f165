"""Many series in one call: a long table of columns in, two tables of columns out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, cast, overload

from equipoise import _native
from equipoise._call import call, gather, print_request, read_answer
from equipoise._plain import to_list
from equipoise.errors import EquipoiseError
from equipoise.types import (
    ConflictRule,
    ImprovementDirection,
    JudgedTable,
    LongTable,
    Problem,
    SpcBaseline,
    SpcChart,
    SpcOptions,
    SpcPreset,
    SpcSettings,
)


class ArrowTable(Protocol):
    """A table of any library that speaks the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the table, chunk by chunk."""


class ArrowColumns(Protocol):
    """Columns that any library with the Arrow PyCapsule interface takes without a copy."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """Give the columns and their types."""


class SpcTable(NamedTuple):
    """What :func:`equipoise.spc_table` says of an Arrow table.

    Each of the two is columns of Arrow: ``polars.DataFrame(answer.points)``,
    ``pyarrow.record_batch(answer.points)`` and
    ``pandas.DataFrame.from_arrow(answer.points)`` take them as they are.

    >>> import equipoise, pyarrow
    >>> waits = [7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 12]
    >>> table = pyarrow.table({"series": ["Skin"] * 14, "value": waits})
    >>> answer = equipoise.spc_table(table, improvement_direction="decrease")
    >>> pyarrow.record_batch(answer.series)["variation"].to_pylist()
    ['concern_high']
    """

    points: ArrowColumns
    """One row for each row of the table, in its order."""

    series: ArrowColumns
    """One row for each series, in the order of their first rows."""

    expected_false_signals: float
    """How many of the icons would be special causes by chance alone."""

    preset: SpcPreset
    """The rules."""

    options: SpcSettings
    """Every setting: the preset, with what was set apart."""

    chart: SpcChart
    """The kind of chart."""

    conflict: ConflictRule
    """What wins where rules of equal rank speak for both sides."""


_Column = Collection[object]


@overload
def spc_table(
    columns: LongTable | Mapping[str, _Column],
    *,
    names: None = None,
    chart: SpcChart = ...,
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = ...,
    conflict: ConflictRule = ...,
    targets: float | None = ...,
    baseline: SpcBaseline | Mapping[str, object] | None = ...,
    options: SpcOptions | Mapping[str, object] | None = ...,
    lines: bool = ...,
    look_first: bool = ...,
    one_thread: bool = ...,
) -> JudgedTable: ...


@overload
def spc_table(
    columns: ArrowTable,
    *,
    names: Mapping[str, str | Sequence[str]] | None = ...,
    chart: SpcChart = ...,
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = ...,
    conflict: ConflictRule = ...,
    targets: float | None = ...,
    baseline: SpcBaseline | Mapping[str, object] | None = ...,
    options: SpcOptions | Mapping[str, object] | None = ...,
    lines: bool = ...,
    look_first: bool = ...,
    one_thread: bool = ...,
) -> SpcTable: ...


def spc_table(
    columns: LongTable | Mapping[str, _Column] | ArrowTable,
    *,
    names: Mapping[str, str | Sequence[str]] | None = None,
    chart: SpcChart = "xmr",
    improvement_direction: ImprovementDirection,
    preset: SpcPreset = "mdc-2.6a",
    conflict: ConflictRule = "improvement",
    targets: float | None = None,
    baseline: SpcBaseline | Mapping[str, object] | None = None,
    options: SpcOptions | Mapping[str, object] | None = None,
    lines: bool = False,
    look_first: bool = True,
    one_thread: bool = False,
) -> JudgedTable | SpcTable:
    """Judge many series of one long table, each as :func:`equipoise.spc` does.

    A long table has a row for each point. Rows may come in any order; those of
    one series are put in the order of their periods. A table of polars,
    pandas, pyarrow or another library that speaks Arrow crosses over without a
    copy, and so does the answer. A dict of lists will do too: its answer is a
    dict of lists.

    Args:
        columns: The table. Its columns are ``series`` (the name of the row's
            series) and ``value`` (in any unit, below 10^100 in size; missing
            where null or None), and those of these that there are: ``period``
            (days, times, whole numbers, or texts such as ``"2023-03"`` or
            ``"Q4 2022/23"``, of one kind; without it the order of rows),
            ``denominator`` (of ``p``, ``u``, ``p_prime`` and ``u_prime``),
            ``target`` (in force in that row), ``ghosted`` (left out of all but
            the picture), ``recalculate`` (a new partition starts) and
            ``improvement_direction`` (the same in all rows of a series). At
            most 100 million rows. Other columns of an Arrow table are not
            read; other keys of a dict are refused.
        names: Which column of an Arrow table is what, where it has another
            name: ``{"value": "percent", "series": ["provider", "measure"]}``.
            Of several columns for ``series`` each combination is a series.
        chart: As of :func:`equipoise.spc`; of ``t`` the values are days. A
            ``run`` chart has its medians and no icons.
        improvement_direction: Which way is better, where no column says so.
        preset: As of :func:`equipoise.spc`.
        conflict: Likewise.
        targets: One target for all rows, where no column says so.
        baseline: As of :func:`equipoise.spc`, without ``end``.
        options: As of :func:`equipoise.spc`.
        lines: Also the lines of every row, its value or rate and its moving
            range: what the table ``mdc`` needs.
        look_first: Also in which order to look at the series. The chance of a
            series is what so much at its last point would have by common cause
            alone; ``discovery`` allows for the number of series (Benjamini and
            Hochberg). None of it for ``run``, ``t`` and ``g``.
        one_thread: On one thread, whatever the machine has.

    Returns:
        Of an Arrow table a :class:`SpcTable`; of a dict a dict of ``points``
        and ``series`` (each a dict of columns), ``expected_false_signals``,
        ``preset``, ``options``, ``chart`` and ``conflict``, which ``table``,
        ``csv`` and ``describe`` take.

    Raises:
        EquipoiseError: Columns of different lengths or types, a value that is
            no number, periods of two kinds in one series, or options that a
            table does not take, each with its column and row.

    >>> import equipoise
    >>> waits = [7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 12]
    >>> columns = {"series": ["Skin"] * 14, "value": waits}
    >>> equipoise.spc_table(columns, improvement_direction="decrease")["series"]["variation"]
    ['concern_high']
    """
    required: dict[str, object] = {"improvement_direction": improvement_direction}
    optional: dict[str, object] = {
        "chart": chart,
        "preset": preset,
        "conflict": conflict,
        "targets": targets,
        "baseline": baseline,
        "options": options,
        "lines": lines,
        "look_first": look_first,
        "one_thread": one_thread,
    }
    if hasattr(columns, "__arrow_c_stream__") or hasattr(columns, "__arrow_c_array__"):
        own: dict[str, Any] = {}
        for name, column in (names or {}).items():
            own[name] = [column] if isinstance(column, str) else list(column)
        answer, problems = _native._spc_table_columns(columns, own, print_request(gather(required, optional)))
        if problems is not None:
            read_answer(problems)
        points, series, expected, rules = cast("tuple[ArrowColumns, ArrowColumns, float, str]", answer)
        return SpcTable(points, series, expected, **read_answer(rules))
    if names is not None:
        problem: Problem = {
            "code": "wrong_combination",
            "path": "/names",
            "value": None,
            "accepted": "names with an Arrow table",
            "message": "the keys of a dict are its names",
        }
        raise EquipoiseError([problem])
    given = cast("object", columns)
    listed = {name: to_list(column) for name, column in given.items()} if isinstance(given, Mapping) else given
    return cast("JudgedTable", call(_native.spc_table, {"columns": listed, **required}, optional))

"""Any result as rows, as a chart and as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import Comparison, Report

# The typed dicts of equipoise.types are mappings too.
_Result: TypeAlias = Mapping[str, object] | Sequence[Mapping[str, object]]


def table(result: _Result, *, name: str | None = None) -> list[dict[str, Any]]:
    """Turn a result into flat rows, ready for a DataFrame or a spreadsheet.

    Args:
        result: What another function of this package gave, or a part of it.
        name: Which table you want, where a result holds several: of a report
            ``"items"``, ``"nodes"`` or ``"findings"``, of a prioritisation
            ``"ranking"``, ``"weights"``, ``"voices"`` and more; a name that is
            not there tells you all of them. None: the first of them. Other
            results are one table and need no name.

    Returns:
        One dict for each row, all with the same keys in the same order. Every
        cell is a text, a number, True, False or None. A finding has its
        sentence in place of its parameters.

    Raises:
        EquipoiseError: The result is not one of this package, or has no table
            of that name.

    >>> import equipoise
    >>> for row in equipoise.table(equipoise.legend()):
    ...     print(row["letter"], row["word"])
    B Complete
    G Green
    A Amber
    R Red
    N Not assessed
    X Excluded
    """
    return cast("list[dict[str, Any]]", call(_native.table, {"result": result}, {"name": name}))


def csv(result: _Result, *, name: str | None = None) -> str:
    """Write a table of a result as CSV text that a spreadsheet can open safely.

    The form is that of RFC 4180: a row of headings, then one for each row,
    parted by CR LF. A text that a spreadsheet program would take for a formula
    has an apostrophe before it. None is a blank cell, and a table without rows
    is an empty text. Write it with ``newline=""``, and for Excel with the
    encoding ``"utf-8-sig"``.

    Args:
        result: What another function of this package gave, or a document.
        name: Which table you want, as for ``table``.

    Returns:
        The text.

    Raises:
        EquipoiseError: The result is not one of this package, or has no table
            of that name.

    >>> import equipoise
    >>> equipoise.csv([{"id": "T1", "note": "=1+1"}]).splitlines()
    ['id,note', "T1,'=1+1"]
    """
    return cast("str", call(_native.csv, {"result": result}, {"name": name}))


def html(
    report: Report | Mapping[str, object],
    *,
    previous: Report | Mapping[str, object] | None = None,
    comparison: Comparison | Mapping[str, object] | None = None,
    forecast: Report | Mapping[str, object] | None = None,
) -> str:
    """Write a report as one accessible HTML page: a highlight report.

    It shows the level last period, this period and the forecast of the
    programme and of each network and goal, the items that need attention and
    why, what changed since last period and by which report, whether bodies
    meet and rules are kept, the indicators that call for a look, and how to
    read it. The page has no script and fetches nothing; every text of the
    document in it is escaped; it can be printed. Illustrative data are
    labelled.

    Args:
        report: What ``assess`` gave.
        previous: The report of the period before. None: there is no level of
            last period, unless ``comparison`` has them.
        comparison: What ``compare`` says of the time from the last period to
            this report: the cause of each change. It sees the earlier day as it
            was known then, and so must ``previous``. None: no causes are told.
        forecast: The report as at a later day, assessed with ``known_at`` the
            day of the report: what time alone brings. None: the forecast is
            told by dates.

    Returns:
        The page.

    Raises:
        EquipoiseError: These are not results on one programme in that order of
            days, or the comparison does not lead to the report.

    >>> import equipoise
    >>> programme = {"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"}
    >>> march, april = (equipoise.assess(programme, as_at=day) for day in ("2023-03-31", "2023-04-30"))
    >>> equipoise.html(april, previous=march).splitlines()[0]
    '<!doctype html>'
    """
    options = {"previous": previous, "comparison": comparison, "forecast": forecast}
    return cast("str", call(_native.html, {"report": report}, options))


class Chart(dict[str, Any]):
    """A Vega-Lite v6 specification: a dict that shows itself in a notebook.

    ``chart["data"]["values"]`` is its table, and ``chart["description"]`` says
    in sentences what it shows: the text alternative. It prints, compares and
    turns into JSON like any dict.

    >>> import equipoise
    >>> type(equipoise.chart(equipoise.check_representation({"RNA": 3, "RL4": 1}))).__name__
    'Chart'
    """

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """Give a notebook the picture, and the sentences where it cannot draw one."""
        return {
            "application/vnd.vegalite.v6+json": dict(self),
            "text/plain": str(self.get("description", "")),
        }


def chart(result: _Result, *, kind: str | None = None) -> Chart:
    """Draw a result: a Vega-Lite v6 specification with its table and its description.

    Args:
        result: What `assess`, `prioritise`, `select_portfolio` or
            `check_representation` gave, or a row of a report's
            ``"representation"``, ``"exercises"`` or ``"indicators"``.
        kind: Which chart you want: of a report ``"nodes"`` (the levels of items
            in each network), ``"attendance"`` or ``"indicators"`` (both icons
            of each series); of a prioritisation ``"ranking"``,
            ``"contributions"`` or ``"disagreement"``; of a
            portfolio ``"frontier"`` or ``"quadrant"``; of a check
            ``"holding"``. None: the first of them.

    Returns:
        A dict that notebooks with Vega-Lite show as a picture. Words and shapes
        stand beside every colour, and names from your data are never run as
        code. What is missing has no mark and is said in words. Of more than
        1,000 lines, or 10,000 rows, the first are shown and the chart says so.

    Raises:
        EquipoiseError: The result cannot be drawn, or has no chart of that
            kind; the problem names the kinds there are.

    >>> import equipoise
    >>> chart = equipoise.chart(equipoise.check_representation({"RNA": 3, "RL4": 1}))
    >>> for row in chart["data"]["values"]:
    ...     print(row["organisation"], row["words"])
    RNA 3, entitled to 2: above
    RL4 1, entitled to 2: below
    """
    return Chart(call(_native.chart, {"result": result}, {"kind": kind}))


def describe(result: _Result) -> list[str]:
    """Say a result in plain English, also for a screen reader.

    Args:
        result: What another function of this package gave, or a part of it:
            one finding, say, or a list of problems.

    Returns:
        The sentences, in the order in which to read them. They are the same in
        every language from which the library is called.

    Raises:
        EquipoiseError: The result is not one of this package.

    >>> import equipoise
    >>> for sentence in equipoise.describe(equipoise.check({"schema_version": "1.0", "id": "cip"})):
    ...     print(sentence)
    /name: the field “name” is required. Accepted: a text.
    """
    return cast("list[str]", call(_native.describe, {"result": result}))

"""Trackers in: rows as programme offices keep them, periods, the guard against patient data, and redaction."""

from __future__ import annotations

import datetime
import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias, cast

from equipoise import _native
from equipoise._call import call
from equipoise._plain import to_list
from equipoise.types import (
    ColumnStated,
    FromRows,
    Guarded,
    ParsedPeriod,
    PeriodType,
    Programme,
    Redacted,
    RowKind,
)

_Cell: TypeAlias = object


def from_rows(
    rows: Collection[Mapping[str, _Cell]],
    *,
    kind: RowKind = "priorities",
    as_at: datetime.date | str,
    recorded_on: datetime.date | str,
    columns: Mapping[str, str | ColumnStated | Mapping[str, object] | None] | None = None,
    document: Programme | Mapping[str, object] | str | bytes | None = None,
) -> FromRows:
    """Read the rows of a tracker into a document.

    What can be read is in the document, which has no problems of its own; what
    cannot be read is told cell by cell and does not raise. Nothing is guessed
    where that would change what a row means: a word that is not known never
    becomes a colour, and a date that could be two is refused unless its column
    shows the order. Nothing that a document says already is altered: reading
    the same rows again adds nothing.

    Args:
        rows: One dict for each row, by heading, as ``csv.DictReader``,
            ``DataFrame.to_dict("records")`` of pandas and
            ``DataFrame.to_dicts()`` of polars give them. Dates and midnights
            without a time zone are dates; NaN, NaT and NA are blank cells.
        kind: What the rows are: ``"priorities"`` (each with its baseline and
            its latest report), ``"updates"``, ``"appointments"``,
            ``"meetings"``, ``"scores"`` or ``"observations"``.
        as_at: The day that the rows speak of, where they have none of their own.
        recorded_on: The day on which all of it became known.
        columns: What stands for a field, where the heading does not show it: by
            field the heading, None (no column), or a dict of ``column``,
            ``value`` (one for every row), ``words`` (what codes mean) and
            ``reading`` (``"day_first"``, ``"month_first"``, ``"percent"``,
            ``"share"``).
        document: The document that the rows add to: needed by updates, scores
            and observations. None: a new one. A list of bodies, goals or
            organisations that it has is referred to, an empty one is made from
            the rows.

    Returns:
        A dict of ``document``, ``problems`` (every cell that could not be read,
        and what to look at: a baseline that was changed, a priority that no row
        speaks of) and ``columns`` (what each column was taken for and how sure
        that is).

    Raises:
        EquipoiseError: A column looks like data about patients, a heading or a
            field is not there, or the document has problems.

    >>> import equipoise
    >>> rows = [
    ...     {"Ref": "T1", "Network": "Skin", "Type": "Task", "Title": "One form", "Due": "31/03/2023", "RAG": "Ambre"},
    ... ]
    >>> read = equipoise.from_rows(
    ...     rows,
    ...     as_at="2023-03-20",
    ...     recorded_on="2023-03-20",
    ...     columns={"approved_on": {"value": "2022-04-01"}},
    ... )
    >>> [(problem["path"], problem["value"]) for problem in read["problems"]]
    [('/rows/0/RAG', 'Ambre')]
    >>> equipoise.assess(read["document"], as_at="2023-03-31")["items"][0]["level"]
    'amber'
    """
    required = {"rows": _records(rows), "as_at": as_at, "recorded_on": recorded_on}
    optional = {"kind": kind, "columns": columns, "document": document}
    return cast("FromRows", call(_native.from_rows, required, optional))


def parse_period(text: str | int | datetime.date, *, kind: PeriodType | None = None) -> ParsedPeriod:
    """Read a day, month, quarter or financial year as published files and trackers write it.

    The list of what is accepted is closed, and nothing is guessed: a date that
    could be two, such as ``"03/04/2023"``, is refused.

    Args:
        text: Days (``"2023-03-31"``, ``"31/03/2023"``, ``"31/03/23"``,
            ``"31-Mar-23"``, ``"31 March 2023"``, a date, a midnight without a
            time zone, or 45016, the number that spreadsheet programs keep the
            day as), weeks by their last day (``"week ending 31/03/2023"``),
            months (``"2023-03"``, ``"Mar-23"``, ``"March 2023"``,
            ``"RTT-March-2023"``), quarters (``"Q4 2022/23"``,
            ``"2022-23 Q4"``) and financial years (``"2022/23"``,
            ``"2022-23"``, ``"FY22/23"``).
        kind: What it must be: ``"day"``, ``"week"``, ``"month"``,
            ``"quarter"`` or ``"financial_year"``. A month may then be its
            first or last day too, and a week any day. None: what it looks like.

    Returns:
        A dict of ``period`` (as documents write it), ``kind``, and its first
        and last day, ``start`` and ``end``.

    Raises:
        EquipoiseError: The text is not on the list (``wrong_period``), or could
            be two dates (``ambiguous_date``).

    >>> import equipoise
    >>> equipoise.parse_period("Mar-23")
    {'period': '2023-03', 'kind': 'month', 'start': '2023-03-01', 'end': '2023-03-31'}
    """
    return cast("ParsedPeriod", call(_native.parse_period, {"text": text}, {"kind": kind}))


def guard(columns: Mapping[str, Collection[_Cell]], *, allow: Sequence[str] = ()) -> Guarded:
    """Look whether columns hold data about patients, before they are stored or sent.

    A column does if its heading says so (NHS number, date of birth, postcode,
    patient, MRN), or if at least three of its cells, and at least half of those
    that are not blank, are valid NHS numbers or full postcodes. No value is
    ever repeated. ``from_rows`` looks by itself.

    Args:
        columns: The cells by heading: lists, tuples, numpy arrays or Series. NaN
            is a blank cell, as pandas has it.
        allow: Headings that are let through all the same.

    Returns:
        A dict of ``columns`` (how many were looked at) and ``allowed`` (those
        that look like data about patients and were let through, with
        ``column`` and ``reason``).

    Raises:
        EquipoiseError: A column that is not allowed looks like data about
            patients (``patient_data``), or an allowed one is not there.

    >>> import equipoise
    >>> equipoise.guard({"Network": ["Skin", "ENT"], "Waiting": [120, None]})
    {'columns': 2, 'allowed': []}
    """
    cells = {heading: _cells(to_list(column)) for heading, column in columns.items()}
    return cast("Guarded", call(_native.guard, {"columns": cells}, {"allow": to_list(allow)}))


def redact(document: Programme | Mapping[str, object] | str | bytes, person: str) -> Redacted:
    """Replace a person's token everywhere in a document by one that says nothing.

    Tokens stand in appointments, interests, attendance, votes, panels, and as
    scorers. The new token is the same in every place, so that counts stay what
    they were.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        person: The person's token, such as ``"p07"``.

    Returns:
        A dict of ``document`` (with its order of fields as it was), ``token``
        (what stands there now), ``replaced`` (in how many fields) and
        ``mentions`` (JSON pointers of texts that still hold the old token as a
        word: read them yourself).

    Raises:
        EquipoiseError: The document has problems, or the token stands nowhere.

    >>> import equipoise
    >>> document = {
    ...     "schema_version": "1.0",
    ...     "id": "cip",
    ...     "name": "Clinical improvement",
    ...     "bodies": [{"id": "skin", "kind": "network", "name": "Skin network"}],
    ...     "appointments": [{"id": "a1", "person": "p07", "role": "clinical_lead", "body": "skin"}],
    ... }
    >>> redacted = equipoise.redact(document, "p07")
    >>> redacted["token"], redacted["replaced"], redacted["mentions"]
    ('redacted', 1, [])
    """
    return cast("Redacted", call(_native.redact, {"document": document, "person": person}))


def _records(rows: object) -> object:
    """Give the rows with blank cells as None, and anything that is no list of rows as it is."""
    if isinstance(rows, (str, bytes, bytearray, Mapping)) or not isinstance(rows, Collection):
        return rows
    return [
        {heading: _cell(value) for heading, value in row.items()} if isinstance(row, Mapping) else row for row in rows
    ]


def _cells(column: object) -> object:
    """Give a column with blank cells as None, and anything that is no list as it is."""
    return [_cell(value) for value in column] if isinstance(column, (list, tuple)) else column


def _cell(value: Any) -> Any:
    """Give None for the NaN and NaT that pandas puts into a blank cell."""
    blank = isinstance(value, float) and math.isnan(value)
    # NaT and NA are of no type that is there without pandas; NaT is a datetime that equals nothing.
    return None if blank or type(value).__name__ in {"NaTType", "NAType"} else value

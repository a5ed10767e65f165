"""Any result as rows and as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from equipoise import _native
from equipoise._call import call

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

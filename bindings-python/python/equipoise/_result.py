"""Any result as rows and as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import Report, RollUp


def table(result: Report | RollUp | Mapping[str, object], *, name: str | None = None) -> list[dict[str, Any]]:
    """Turn a result into flat rows, ready for a DataFrame or a spreadsheet.

    Args:
        result: What another function of this package gave.
        name: Which table you want, where a result has several. None: its main
            table.

    Returns:
        One dict for each row, all with the same keys in the same order.

    Raises:
        EquipoiseError: The result is not one of this package, or has no table
            of that name.

    >>> import equipoise
    >>> result = equipoise.roll_up([{"id": "clinics", "level": "green"}])
    >>> rows = equipoise.table(result)
    >>> isinstance(rows, list)
    True
    """
    return cast("list[dict[str, Any]]", call(_native.table, {"result": result}, {"name": name}))


def describe(result: Report | RollUp | Mapping[str, object]) -> list[str]:
    """Say a result in plain English, also for a screen reader.

    Args:
        result: What another function of this package gave.

    Returns:
        The sentences, the most important first. They are the same in every
        language that the library speaks to.

    Raises:
        EquipoiseError: The result is not one of this package.

    >>> import equipoise
    >>> sentences = equipoise.describe(equipoise.roll_up([{"id": "clinics", "level": "green"}]))
    >>> isinstance(sentences[0], str)
    True
    """
    return cast("list[str]", call(_native.describe, {"result": result}))

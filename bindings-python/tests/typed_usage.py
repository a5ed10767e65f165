"""How a typed program uses the package; mypy --strict reads it, and a test runs it."""

from __future__ import annotations

import datetime
from typing import assert_type

import equipoise
from equipoise.types import LegendEntry, Problem, Programme, Report, RollUpResult


def reasons(programme: Programme, day: datetime.date) -> list[str]:
    """Give a line for each red item of a programme."""
    problems = equipoise.check(programme)
    assert_type(problems, list[Problem])
    report = equipoise.assess(programme, as_at=day, policy={"coverage": 0.5})
    assert_type(report, Report)
    return [f"{item['id']}: {item['reason']}" for item in report["items"] if item["level"] == "red"]


def plain() -> None:
    """Call every function with data that have no types."""
    result = equipoise.roll_up([{"id": "a", "level": "green"}])
    assert_type(result, RollUpResult)
    assert_type(equipoise.legend(), list[LegendEntry])
    assert_type(equipoise.describe(result), list[str])
    rows = equipoise.table(result, name=None)
    assert rows
    text: str | bytes = '{"schema_version": "1.0"}'
    try:
        equipoise.assess(text, as_at="2023-03-31")
    except equipoise.EquipoiseError as error:
        assert_type(error.problems, list[Problem])

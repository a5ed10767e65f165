"""The shapes of documents and results, as typed dicts.

Generated from docs/schema by generate_types.py: do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

Day: TypeAlias = str
"""
A day, YYYY-MM-DD.
"""


OrganisationKind: TypeAlias = Literal["trust", "icb"]


class Every1(TypedDict):
    days: int


Every: TypeAlias = Literal["month", "quarter"] | Every1


class PolicyInput(TypedDict):
    coverage: NotRequired[float | None]
    every: NotRequired[Every]


Level: TypeAlias = Literal["complete", "green", "amber", "red"]


class Policy(TypedDict):
    coverage: float


class Problem(TypedDict):
    code: str
    path: str
    value: Any
    accepted: str | None
    message: str


class RollUp(TypedDict):
    level: Level


class LegendEntry(TypedDict):
    level: Level


class Organisation(TypedDict):
    """
    A trust.
    """

    id: str
    kind: OrganisationKind
    sizes: NotRequired[dict[str, float]]


class Item(TypedDict):
    """
    One priority
    with its colour.
    """

    id: str
    level: Level
    reason: str | None
    """
    Why.
    """
    parameters: dict[str, Any]
    value: Any


class Programme(TypedDict):
    """
    One programme document.
    """

    schema_version: str
    """
    The version of the shape.
    """
    illustrative: NotRequired[bool]
    start: NotRequired[Day]
    """
    First day.
    """
    organisations: NotRequired[list[Organisation]]
    """
    The members.
    """
    policy: NotRequired[PolicyInput | None]


class Report(TypedDict):
    as_at: Day
    policy: Policy
    items: list[Item]

"""What can be printed, and what is refused with its place before it is printed."""

from __future__ import annotations

import datetime
import decimal
import enum
import fractions
import json
import types
from collections import OrderedDict
from pathlib import Path
from typing import Any, NamedTuple

import equipoise
import numpy as np
import pandas as pd
import pytest
from equipoise import _call
from equipoise.types import Problem

UTC = datetime.UTC


def printed(value: object) -> Any:
    """Give what the core reads when it is given this value."""
    requests: list[str] = []

    def operation(request: str) -> str:
        request.encode()  # as the native module does
        requests.append(request)
        return '{"answer":null}'

    _call.call(operation, {"items": value})
    return json.loads(requests[0])["items"]


def problem_of(value: object) -> Problem:
    """Give the one problem of a value that is refused."""
    with pytest.raises(equipoise.EquipoiseError) as caught:
        printed({"rows": [{"a/b": 1}, {"a~b": value}]})
    (problem,) = caught.value.problems
    return problem


class Level(enum.StrEnum):
    """A word that is a text."""

    GREEN = "green"


class Count(enum.IntEnum):
    """A word that is a number."""

    TWO = 2


class Colour(enum.Enum):
    """A word that is neither."""

    GREEN = "green"


class Pair(NamedTuple):
    """A tuple with names."""

    first: int
    second: int


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        ("Sjögren’s", "Sjögren’s"),
        (0, 0),
        (-(2**53) + 1, -9007199254740991),
        (0.1, 0.1),
        (5e-324, 5e-324),
        ((1, (2, 3)), [1, [2, 3]]),
        (Pair(1, 2), [1, 2]),
        ({}, {}),
        (OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (types.MappingProxyType({"a": (1,)}), {"a": [1]}),
        (Level.GREEN, "green"),
        ({Level.GREEN: Count.TWO}, {"green": 2}),
        (datetime.date(2023, 3, 31), "2023-03-31"),
        (datetime.date(1, 1, 1), "0001-01-01"),
        (datetime.datetime(2023, 3, 31), "2023-03-31"),
        (pd.Timestamp("2023-03-31"), "2023-03-31"),
        (np.datetime64("2023-03-31"), "2023-03-31"),
        (np.datetime64("2023-03-31", "ns"), "2023-03-31"),
        (np.int64(3), 3),
        (np.uint8(3), 3),
        (np.float64(0.1), 0.1),
        (np.float32(0.5), 0.5),
        (np.bool_(1), True),
        (np.str_("x"), "x"),
    ],
    ids=lambda value: f"{type(value).__name__}-{value}",
)
def test_accepted(value: object, expected: object) -> None:
    for given, wanted in [(value, expected), ([value], [expected]), ({"a": value}, {"a": expected})]:
        assert json.dumps(printed(given)) == json.dumps(wanted)


def test_rows_of_a_data_frame_are_accepted() -> None:
    frame = pd.DataFrame({"id": ["a"], "weight": [0.5], "n": [3], "on": pd.to_datetime(["2023-03-31"])})
    assert printed(frame.to_dict("records")) == [{"id": "a", "weight": 0.5, "n": 3, "on": "2023-03-31"}]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (float("nan"), "not_a_number", "NaN"),
        (float("inf"), "not_a_number", "Infinity"),
        (float("-inf"), "not_a_number", "-Infinity"),
        (np.float64("nan"), "not_a_number", "NaN"),
        (np.float32("inf"), "not_a_number", "Infinity"),
        (2**53, "big_integer", None),
        (-(10**5000), "big_integer", None),
        (np.int64(2**60), "big_integer", None),
        (datetime.datetime(2023, 3, 31, 9, 30), "date_object", "2023-03-31 09:30:00"),
        (datetime.datetime(2023, 3, 31, tzinfo=UTC), "date_object", "2023-03-31 00:00:00+00:00"),
        (pd.Timestamp("2023-03-31 00:00:00.000000001"), "date_object", "2023-03-31 00:00:00.000000001"),
        (pd.Timestamp("2023-03-31", tz="Europe/London"), "date_object", "2023-03-31 00:00:00+01:00"),
        (np.datetime64("2023-03-31T09:30"), "date_object", "2023-03-31T09:30"),
        (pd.NaT, "date_object", "NaT"),
        (np.datetime64("NaT"), "date_object", "NaT"),
        (datetime.time(9, 30), "not_plain_data", "datetime.time"),
        (datetime.timedelta(1), "not_plain_data", "datetime.timedelta"),
        (np.timedelta64(1, "ns"), "not_plain_data", "numpy.timedelta64"),
        (decimal.Decimal("0.1"), "not_plain_data", "decimal.Decimal"),
        (fractions.Fraction(1, 3), "not_plain_data", "fractions.Fraction"),
        (1j, "not_plain_data", "complex"),
        (np.complex128(1), "not_plain_data", "numpy.complex128"),
        (np.longdouble(1), "not_plain_data", "numpy.longdouble"),
        (b"text", "not_plain_data", "bytes"),
        ({1, 2}, "not_plain_data", "set"),
        ((number for number in [1]), "not_plain_data", "generator"),
        (Colour.GREEN, "not_plain_data", None),
        (np.array([1, 2]), "not_plain_data", "numpy.ndarray"),
        (pd.Series([1]), "not_plain_data", "pandas.Series"),
        (pd.NA, "not_plain_data", "pandas.api.typing.NAType"),
        (Path("programme.json"), "not_plain_data", None),
        (object(), "not_plain_data", "object"),
        (object, "not_plain_data", "type"),
        ({1: "one"}, "not_plain_data", "int"),
        ({None: "none"}, "not_plain_data", "NoneType"),
        ("half \ud83d a character", "not_plain_data", None),
        ({"half \ud83d a character": 1}, "not_plain_data", None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_refused_with_its_place(value: object, code: str, shown: str | None) -> None:
    problem = problem_of(value)
    assert problem["code"] == code
    assert problem["path"] == "/items/rows/1/a~0b"
    assert problem["accepted"]
    assert problem["message"]
    if shown is not None:
        assert problem["value"] == shown


def test_all_are_named_at_once_in_order() -> None:
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.roll_up(
            [{"id": "a", "weight": float("nan")}, {"id": {1}, "weight": 2**60}], policy={"coverage": float("inf")}
        )
    assert [(problem["code"], problem["path"]) for problem in caught.value.problems] == [
        ("not_a_number", "/items/0/weight"),
        ("not_plain_data", "/items/1/id"),
        ("big_integer", "/items/1/weight"),
        ("not_a_number", "/policy/coverage"),
    ]


def test_data_that_contain_themselves_are_refused() -> None:
    document: dict[str, Any] = {"bodies": [{"id": "a"}]}
    document["bodies"][0]["again"] = document["bodies"]
    (problem,) = equipoise.check(document)
    assert (problem["code"], problem["path"]) == ("cycle_in_data", "/bodies/0/again")


def test_data_used_twice_are_accepted() -> None:
    seat = {"organisation": "north"}
    assert printed([seat, seat, {"seat": seat}]) == [seat, seat, {"seat": seat}]


@pytest.mark.parametrize("levels", [65, 200, 100_000])
def test_deep_data_are_refused_at_the_same_place(levels: int) -> None:
    deep: list[Any] = []
    for _ in range(levels - 2):
        deep = [deep]
    (problem,) = equipoise.check({"deep": deep})
    assert (problem["code"], problem["path"]) == ("too_deep", "/deep" + "/0" * 63)


def test_the_callers_data_are_left_alone() -> None:
    document = {"rows": ({"on": datetime.date(2023, 3, 31)},)}
    printed(document)
    assert document == {"rows": ({"on": datetime.date(2023, 3, 31)},)}


def test_none_leaves_an_option_out_but_not_an_argument() -> None:
    requests: list[str] = []

    def operation(request: str) -> str:
        requests.append(request)
        return '{"answer":1}'

    assert _call.call(operation, {"document": None}, {"policy": None, "detail": "scorer"}) == 1
    assert requests == ['{"document":null,"detail":"scorer"}']

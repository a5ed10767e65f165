"""The error: its text, its data, and copies of it."""

from __future__ import annotations

import copy
import pickle

import equipoise
import pytest
from equipoise.types import Problem


def problem(number: int, path: str) -> Problem:
    return {"code": "wrong_type", "path": path, "value": number, "accepted": None, "message": f"number {number}"}


def error(count: int) -> equipoise.EquipoiseError:
    return equipoise.EquipoiseError([problem(number, f"/rows/{number}") for number in range(1, count + 1)])


def test_it_is_a_value_error() -> None:
    assert issubclass(equipoise.EquipoiseError, ValueError)


def test_text_of_one_problem() -> None:
    assert str(error(1)) == "/rows/1: number 1"
    assert str(equipoise.EquipoiseError([problem(1, "")])) == "(whole input): number 1"


def test_text_shows_three_and_how_many_more() -> None:
    three = "/rows/1: number 1\n/rows/2: number 2\n/rows/3: number 3"
    assert str(error(3)) == three
    assert str(error(4)) == f"{three}\nand 1 more"
    assert str(error(15)) == f"{three}\nand 12 more"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_can_be_pickled(protocol: int) -> None:
    again = pickle.loads(pickle.dumps(error(15), protocol))
    assert type(again) is equipoise.EquipoiseError
    assert again.problems == error(15).problems
    assert str(again) == str(error(15))


def test_copies_share_nothing() -> None:
    given = [problem(1, "/a")]
    first = equipoise.EquipoiseError(given)
    second = copy.deepcopy(first)
    given[0]["message"] = "changed"
    first.problems[0]["path"] = "/changed"
    assert first.problems[0]["message"] == "number 1"
    assert second.problems[0]["path"] == "/a"
    assert str(copy.copy(second)) == "/a: number 1"


def test_problems_of_the_core_are_kept_whole() -> None:
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.assess({"schema_version": "1.0", "id": "cip", "prioritys": []}, as_at="2023-02-30")
    assert len(caught.value.problems) == 3
    for found in caught.value.problems:
        assert set(found) == {"code", "path", "value", "accepted", "message"}
        assert found["message"] in str(caught.value)

"""The public functions beside the native ones."""

from __future__ import annotations

import inspect
import json
import runpy
import typing
from datetime import date
from importlib import resources
from pathlib import Path

import equipoise
import equipoise.types
import pytest
from equipoise import _native

OPERATIONS = sorted(name for name in vars(_native) if not name.startswith("_"))


def test_native_module_has_operations() -> None:
    assert "assess" in OPERATIONS
    assert len(OPERATIONS) >= 20


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_native_function_has_a_public_twin(name: str) -> None:
    function = getattr(equipoise, name)
    assert name in equipoise.__all__
    assert inspect.isfunction(function)
    assert function is not getattr(_native, name)


def test_nothing_else_is_public() -> None:
    assert set(equipoise.__all__) == {*OPERATIONS, "Chart", "EquipoiseError", "SpcTable", "__version__"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_argument_and_answer_has_a_type(name: str) -> None:
    function = getattr(equipoise, name)
    hints = typing.get_type_hints(function)
    assert set(hints) == {*inspect.signature(function).parameters, "return"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_optional_arguments_are_keywords(name: str) -> None:
    for parameter in inspect.signature(getattr(equipoise, name)).parameters.values():
        assert parameter.default is parameter.empty or parameter.kind is parameter.KEYWORD_ONLY


def test_version_is_that_of_the_core() -> None:
    assert equipoise.__version__ == _native.__version__


def test_typed_dicts_are_there() -> None:
    names = {name for name in vars(equipoise.types) if typing.is_typeddict(getattr(equipoise.types, name))}
    assert {"LegendEntry", "Problem", "Programme", "Report", "RollUpResult"} <= names


def test_package_is_marked_as_typed() -> None:
    assert resources.files("equipoise").joinpath("py.typed").is_file()
    assert resources.files("equipoise").joinpath("_native.pyi").is_file()


def test_typed_program_runs(face: Path, repository: Path) -> None:
    program = runpy.run_path(str(face / "tests" / "typed_usage.py"))
    program["plain"]()
    programme = json.loads((repository / "docs" / "demo" / "programme.json").read_text("utf-8"))
    assert program["reasons"](programme, date(2023, 3, 31))
    assert program["choosing"]()
    assert program["representing"](date(2023, 3, 31))
    assert program["watching"]([date(2023, 1, 31), date(2023, 2, 28)])


def test_a_problem_with_a_large_number_can_be_described() -> None:
    text = '{"schema_version": "1.0", "id": 9007199254740993, "name": "P"}'
    (problem,) = equipoise.check(text)
    assert problem["value"] == "9007199254740992"
    assert equipoise.describe(problem) == [equipoise.describe([problem])[0]]

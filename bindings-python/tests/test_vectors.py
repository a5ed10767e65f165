"""The shared vectors, run through the public functions and compared exactly."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import equipoise
import pytest
from equipoise import _native

VECTORS = Path(__file__).resolve().parents[2] / "tests" / "vectors"
FILES = sorted(VECTORS.glob("*/*.json"))
OPERATIONS = sorted(name for name in vars(_native) if not name.startswith("_"))


def test_vectors_were_found_for_every_operation() -> None:
    assert {file.parent.name for file in FILES} == set(OPERATIONS)


def test_every_folder_has_vectors_and_a_function() -> None:
    for folder in VECTORS.iterdir():
        assert list(folder.glob("*.json")), f"{folder.name} holds no vector"
        assert callable(getattr(equipoise, folder.name)), f"{folder.name} has no function"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_vector(file: Path) -> None:
    text = file.read_text("utf-8")
    vector, request = json.loads(text), json.loads(text, parse_int=number)["request"]
    operation = file.parent.name
    function = getattr(equipoise, operation)
    try:
        bound = bind(function, request)
    except TypeError:
        # Python itself refuses a call without a needed argument or with an unknown one.
        response = json.loads(getattr(_native, operation)(json.dumps(request)))
        assert exact(response) == exact(vector["answer"])
        return
    expected = vector["answer"]
    if operation == "check" and "problems" in expected:
        # Even when the core could not read the request, Python's check returns the problems.
        expected = {"answer": expected["problems"]}
    try:
        response = {"answer": function(*bound.args, **bound.kwargs)}
    except equipoise.EquipoiseError as error:
        response = {"problems": error.problems}
    assert exact(response) == exact(expected)


def number(text: str) -> int | float:
    """Read a whole number; the package refuses an int that other languages would round, so it is given rounded."""
    return int(text) if abs(int(text)) < 2**53 else float(text)


def bind(function: Any, request: Any) -> inspect.BoundArguments:
    """Make the call that a request stands for."""
    if not isinstance(request, dict):
        raise TypeError("no call has arguments without names")
    signature = inspect.signature(function)
    positional = [
        name for name, parameter in signature.parameters.items() if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    given = dict(request)
    first = [given.pop(name) for name in positional if name in given]
    return signature.bind(*first, **given)


def exact(value: object) -> str:
    """Give a text that differs wherever two answers do: 1 is neither 1.0 nor True."""
    return json.dumps(value, sort_keys=True)

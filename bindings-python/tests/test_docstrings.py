"""Every example that is shown is run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import equipoise
import pytest

MODULES = ["equipoise", *(f"equipoise.{module.name}" for module in pkgutil.iter_modules(equipoise.__path__))]


def test_modules_were_found() -> None:
    assert {"equipoise._assess", "equipoise._native", "equipoise.errors"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_module(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


@pytest.mark.parametrize("name", [name for name in equipoise.__all__ if name != "__version__"])
def test_every_public_name_has_an_example(name: str) -> None:
    examples = doctest.DocTestFinder(recurse=False).find(getattr(equipoise, name), name)
    assert sum(len(found.examples) for found in examples) > 0


def test_readme_names_every_function(face: Path) -> None:
    text = (face / "README.md").read_text("utf-8")
    assert [name for name in equipoise.__all__ if name != "__version__" and f"`{name}`" not in text] == []


def test_examples_of_readme(face: Path, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = (face / "README.md").read_text("utf-8").split("```python\n")[1:]
    assert code
    (tmp_path / "programme.json").symlink_to(repository / "docs" / "demo" / "programme.json")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in code:
        exec(block.split("```")[0], names)
    assert "report" in names

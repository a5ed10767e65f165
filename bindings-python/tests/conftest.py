"""What all tests share: the wheel under test, and the repository around it."""

from __future__ import annotations

import os
from pathlib import Path

import equipoise
import pytest

HERE = Path(__file__).resolve().parent


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to test anything but the installed wheel."""
    if "EQUIPOISE_WHEEL" not in os.environ:
        raise pytest.UsageError("run bindings-python/test.sh: it builds the wheel that is tested")
    if HERE.parent / "python" in Path(equipoise.__file__).resolve().parents:
        raise pytest.UsageError("the source tree was imported instead of the installed wheel")


@pytest.fixture(scope="session")
def wheel() -> Path:
    """Give the path of the wheel under test."""
    return Path(os.environ["EQUIPOISE_WHEEL"])


@pytest.fixture(scope="session")
def face() -> Path:
    """Give the folder bindings-python."""
    return HERE.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of the repository."""
    return HERE.parent.parent

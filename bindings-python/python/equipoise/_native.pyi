"""
Text in, text out; call the package `equipoise` instead.
"""

from typing import Final

__all__ = ["__version__", "assess", "check", "describe", "legend", "roll_up", "table"]

__version__: Final[str]
"""
The version of the core and of this package.
"""

def assess(request: str, /) -> str:
    """
    Answers one `assess` request, JSON text in and out.
    """

def check(request: str, /) -> str:
    """
    Answers one `check` request, JSON text in and out.
    """

def describe(request: str, /) -> str:
    """
    Answers one `describe` request, JSON text in and out.
    """

def legend(request: str, /) -> str:
    """
    Answers one `legend` request, JSON text in and out.
    """

def roll_up(request: str, /) -> str:
    """
    Answers one `roll_up` request, JSON text in and out.
    """

def table(request: str, /) -> str:
    """
    Answers one `table` request, JSON text in and out.
    """

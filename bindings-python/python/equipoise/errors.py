"""The one error of the package."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from equipoise.types import Problem

_SHOWN = 3


class EquipoiseError(ValueError):
    """The input is wrong, and this says where.

    Attributes:
        problems: Every problem found, in the order of the input. Each is a
            dict with the keys ``code`` (a fixed word that a program can
            test), ``path`` (a JSON pointer; empty for the whole input),
            ``value`` (what stood there, shortened, or None), ``accepted``
            (what would be accepted, or None) and ``message`` (a sentence).

    The text of the error shows the first 3 problems and how many more there
    are. The error can be copied and pickled.

    >>> import equipoise
    >>> try:
    ...     equipoise.assess({"schema_version": "1.0", "id": "cip", "prioritys": []}, as_at="2023-03-31")
    ... except equipoise.EquipoiseError as error:
    ...     print([(problem["code"], problem["path"]) for problem in error.problems])
    [('unknown_field', '/prioritys'), ('missing_field', '/name')]
    """

    problems: list[Problem]

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep a copy of the problems, so that a later change elsewhere does not reach it."""
        self.problems = deepcopy(list(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Show the first 3 problems, a line each, and how many more there are."""
        lines = [f"{problem['path'] or '(whole input)'}: {problem['message']}" for problem in self.problems[:_SHOWN]]
        more = len(self.problems) - _SHOWN
        return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)

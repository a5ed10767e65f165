"""Plain data: what JSON can hold, and what stands for the few types that it cannot.

Printing must not change what a caller meant. Python's own printer writes NaN,
turns the key 1 into the text "1" and knows no date; here everything that JSON
cannot hold is named with its place before anything is printed.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Any, Final

from equipoise.types import Code, Problem

# Beyond this an integer is not the same number in every language.
_LARGEST_INTEGER: Final = 2**53 - 1
# The core reads 64 levels and names the place of the 65th itself. Data much
# deeper than that is refused here, before Python's printer runs out of stack.
_DEEPEST_READ: Final = 64
_DEEPEST_PRINTED: Final = 128

# The place of a value: a JSON pointer, or the place of its container and its key there.
_Place = str | tuple[Any, object]


class _RefusalError(Exception):
    """Why a value cannot be printed."""

    def __init__(self, code: Code, value: str | None, accepted: str, message: str) -> None:
        super().__init__(code)
        self.code: Code = code
        self.value, self.accepted, self.message = value, accepted, message


def find_problems(value: object, path: str, *, texts: bool = False) -> list[Problem]:
    """Name everything in ``value`` that JSON cannot hold; ``texts`` looks into texts too."""
    walk = _Walk(texts=texts)
    walk.visit(value, path, 1)
    return walk.found


def to_plain(value: object) -> object:
    """Give what JSON holds in place of a value that it cannot hold itself."""
    return dict(value) if isinstance(value, Mapping) else _scalar(value)


def to_list(value: object) -> object:
    """Give a list of what a column holds (a numpy array, a Series of pandas or polars), and anything else as it is."""
    if isinstance(value, (str, bytes, bytearray, list, tuple, Mapping, Set)) or not isinstance(value, Collection):
        return value
    # A table iterates over its columns, which nobody means.
    return list(value) if len(getattr(value, "shape", (0,))) == 1 else value


class _Walk:
    """One look at every value; nothing is copied or changed."""

    def __init__(self, *, texts: bool) -> None:
        self.found: list[Problem] = []
        self.texts = texts
        self.inside: set[int] = set()
        # Most values of a document are of these types and need no second look.
        self.harmless: frozenset[type] = frozenset({bool, type(None)} if texts else {bool, type(None), str})

    def visit(self, value: object, place: _Place, depth: int) -> None:
        """Look at a value of any type."""
        try:
            if isinstance(value, (dict, list, tuple, Mapping)):
                self.enter(value, place, depth)
            else:
                _scalar(value)
                self.read(value)
        except _RefusalError as refused:
            self.refuse(refused, place)

    def enter(self, container: Mapping[Any, Any] | list[Any] | tuple[Any, ...], place: _Place, depth: int) -> None:
        """Look at every value inside a dict, list or tuple."""
        if id(container) in self.inside:
            accepted, message = "data that do not contain themselves", "the data contain themselves"
            raise _RefusalError("cycle_in_data", None, accepted, message)
        if depth > _DEEPEST_PRINTED:
            accepted = f"at most {_DEEPEST_READ} levels of nesting"
            message = f"objects and lists are nested more than {_DEEPEST_READ} deep"
            raise _RefusalError("too_deep", None, accepted, message)
        self.inside.add(id(container))
        rows: Iterable[tuple[Any, Any]]
        if isinstance(container, (list, tuple)):
            rows = enumerate(container)
        else:
            self.read_keys(container, place)
            rows = container.items()
        for key, value in rows:
            kind = type(value)
            if kind in self.harmless or (kind is float and math.isfinite(value)):
                continue
            self.visit(value, (place, key), depth + 1)
        self.inside.discard(id(container))

    def read_keys(self, container: Mapping[Any, Any], place: _Place) -> None:
        """Look at the keys: JSON would hold another one in place of a key that is no text."""
        for key in container:
            if type(key) is str and not self.texts:
                continue
            try:
                _key(key)
                self.read(key)
            except _RefusalError as refused:
                self.refuse(refused, place)

    def read(self, value: object) -> None:
        """Look into a text: half of a surrogate pair cannot be printed."""
        if self.texts and isinstance(value, str):
            try:
                value.encode()
            except UnicodeEncodeError as error:
                message = f"the text holds half of a character at position {error.start}"
                raise _RefusalError("not_plain_data", None, "text that UTF-8 can hold", message) from None

    def refuse(self, refused: _RefusalError, place: _Place) -> None:
        """Note a problem at its place."""
        steps = list(_steps(place))
        if refused.code == "too_deep":
            del steps[_DEEPEST_READ + 1 :]
        self.found.append(
            {
                "code": refused.code,
                "path": "".join(steps),
                "value": refused.value,
                "accepted": refused.accepted,
                "message": refused.message,
            }
        )


def _steps(place: _Place) -> Iterator[str]:
    """Give the JSON pointer of a place in pieces: the one of the argument, then a piece a step."""
    if isinstance(place, str):
        yield place
        return
    container, key = place
    yield from _steps(container)
    yield "/" + str(key).replace("~", "~0").replace("/", "~1")


def _key(key: object) -> None:
    if not isinstance(key, str):
        name = _type_name(key)
        raise _RefusalError("not_plain_data", name, "keys that are texts", f"a key is of type {name}, not a text")


def _scalar(value: object) -> str | int | float | bool | None:
    """Give a value that is no container as JSON holds it."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, datetime.date):
        return _day(value)
    if _is_numpy_scalar(value):
        return _numpy(value)
    raise _not_plain(value)


def _integer(value: int) -> int:
    if -_LARGEST_INTEGER <= value <= _LARGEST_INTEGER:
        return value
    accepted = f"an integer from -{_LARGEST_INTEGER} to {_LARGEST_INTEGER}"
    message = "the integer is too large to be the same number in every language"
    raise _RefusalError("big_integer", None, accepted, message)


def _finite(value: float) -> float:
    if math.isfinite(value):
        return value
    name = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    accepted = "a finite number, or None where it is missing"
    raise _RefusalError("not_a_number", name, accepted, f"{name} is not a finite number")


def _day(value: datetime.date) -> str:
    """Give a date, or a midnight without a zone, as YYYY-MM-DD."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    # The NaT of pandas equals nothing, and its times count nanoseconds too.
    empty = value != value  # noqa: PLR0124
    if empty or value.tzinfo is not None or value.time() != datetime.time() or getattr(value, "nanosecond", 0) != 0:
        raise _not_a_day(value)
    return value.date().isoformat()


def _is_numpy_scalar(value: object) -> bool:
    """Tell whether this is one numpy value, without numpy being there."""
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    return kind in {"b", "i", "u", "f", "U", "M"} and getattr(value, "shape", None) == ()


def _numpy(value: Any) -> str | int | float | bool | None:
    if value.dtype.kind == "M":
        day = value.astype("datetime64[D]")
        if day != value:
            raise _not_a_day(value)
        value = day
    item = value.item()
    # Some values have no twin in Python (a long double, say) and give themselves.
    if isinstance(item, (bool, int, float, str, datetime.date)):
        return _scalar(item)
    raise _not_plain(value)


def _not_a_day(value: object) -> _RefusalError:
    accepted = "a date without a time of day and without a time zone, or a text written YYYY-MM-DD"
    return _RefusalError("date_object", str(value), accepted, f"“{value}” is not a date and nothing else")


def _not_plain(value: object) -> _RefusalError:
    name = _type_name(value)
    accepted = "a dict, list, tuple, str, int, float, bool, date or None"
    return _RefusalError("not_plain_data", name, accepted, f"a value of type {name} is not plain data")


def _type_name(value: object) -> str:
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"

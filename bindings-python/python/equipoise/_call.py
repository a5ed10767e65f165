"""Print a request, call the core, read its answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from equipoise._plain import find_problems, to_plain
from equipoise.errors import EquipoiseError
from equipoise.types import Problem


def call(
    operation: Callable[[str], str],
    required: Mapping[str, object],
    optional: Mapping[str, object] | None = None,
) -> Any:
    """Give the answer of an operation, or raise its problems.

    A required argument is always sent. An optional one that is None is left
    out, so that the default of the core holds.
    """
    request = gather(required, optional)
    text = print_request(request)
    try:
        return read_answer(operation(text))
    except UnicodeEncodeError:
        _refuse_others(request, texts=True)
        raise


def gather(required: Mapping[str, object], optional: Mapping[str, object] | None = None) -> dict[str, object]:
    """Give the request that arguments make."""
    request = dict(required)
    request |= {name: value for name, value in (optional or {}).items() if value is not None}
    document = request.get("document")
    if isinstance(document, (bytes, bytearray)):
        request["document"] = _decode(document)
    return request


def print_request(request: Mapping[str, object]) -> str:
    """Give the text of a request, or raise what JSON cannot hold."""
    _refuse_others(request, texts=False)
    return json.dumps(
        request,
        ensure_ascii=False,
        allow_nan=False,
        check_circular=False,
        separators=(",", ":"),
        default=to_plain,
    )


def read_answer(text: str) -> Any:
    """Give the answer that a response holds, or raise its problems."""
    response = json.loads(text)
    if "problems" in response:
        raise EquipoiseError(response["problems"])
    return response["answer"]


def _refuse_others(request: Mapping[str, object], *, texts: bool) -> None:
    """Raise if an argument holds what JSON cannot.

    As in the core, a place in the document is told from the root of the
    document; any other place starts with the name of its argument.
    """
    problems: list[Problem] = []
    for name, value in request.items():
        problems += find_problems(value, "" if name == "document" else f"/{name}", texts=texts)
    if problems:
        raise EquipoiseError(problems)


def _decode(document: bytes | bytearray) -> str:
    """Give the text of a document as bytes; JSON files are UTF-8."""
    try:
        return document.decode("utf-8")
    except UnicodeDecodeError as error:
        problem: Problem = {
            "code": "not_json",
            "path": "",
            "value": None,
            "accepted": "UTF-8 text",
            "message": f"the bytes are not UTF-8 text: byte {error.start} is none of it",
        }
        raise EquipoiseError([problem]) from None

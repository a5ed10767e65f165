"""Documents as dict, str and bytes, and the days that they are assessed at."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import equipoise
import pandas as pd
import pytest


@pytest.fixture(scope="module")
def text(repository: Path) -> str:
    """Give the text of the demo document."""
    return (repository / "docs" / "demo" / "programme.json").read_text("utf-8")


def test_text_bytes_and_dict_give_the_same_report(text: str) -> None:
    report = equipoise.assess(json.loads(text), as_at="2023-03-31")
    assert report["items"]
    assert equipoise.assess(text, as_at="2023-03-31") == report
    assert equipoise.assess(text.encode(), as_at="2023-03-31") == report
    assert equipoise.assess(b"\xef\xbb\xbf" + text.encode(), as_at="2023-03-31") == report


@pytest.mark.parametrize(
    "as_at",
    [datetime.date(2023, 3, 31), datetime.datetime(2023, 3, 31), pd.Timestamp("2023-03-31")],
    ids=lambda value: type(value).__name__,
)
def test_dates_are_accepted(text: str, as_at: datetime.date) -> None:
    assert equipoise.assess(text, as_at=as_at) == equipoise.assess(text, as_at="2023-03-31")
    assert equipoise.assess(text, as_at=as_at, known_at=as_at)["known_at"] == "2023-03-31"


def test_dates_in_a_document_are_accepted(text: str) -> None:
    document = json.loads(text)
    update = document["updates"][0]
    update["as_at"] = datetime.date.fromisoformat(update["as_at"])
    assert equipoise.check(document) == []
    assert equipoise.assess(document, as_at="2023-03-31") == equipoise.assess(text, as_at="2023-03-31")


def test_a_moment_is_no_day(text: str) -> None:
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.assess(text, as_at=datetime.datetime(2023, 3, 31, 9, 30))
    assert [(problem["code"], problem["path"]) for problem in caught.value.problems] == [("date_object", "/as_at")]


def test_the_report_can_be_given_back(text: str) -> None:
    report = equipoise.assess(text, as_at="2023-03-31")
    assert equipoise.describe(report)
    assert equipoise.table(report)
    assert equipoise.table(json.loads(json.dumps(report))) == equipoise.table(report)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("", "empty_text"),
        (b"", "empty_text"),
        ("{", "not_json"),
        ("{} {}", "trailing_text"),
        ('{"id": NaN}', "not_a_number"),
        ('{"id": "a", "id": "b"}', "duplicate_field"),
        (b'{"id": "\xff"}', "not_json"),
        (json.dumps({"id": "a"}).encode("utf-16"), "not_json"),
        ("[" * 65 + "]" * 65, "too_deep"),
        ("[]", "wrong_type"),
        (None, "missing_field"),
        (3, "wrong_type"),
        ({"rows": float("nan")}, "not_a_number"),
        (Path("programme.json"), "not_plain_data"),
    ],
)
def test_check_returns_and_assess_raises(document: Any, code: str) -> None:
    problems = equipoise.check(document)
    assert code in {problem["code"] for problem in problems}
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.assess(document, as_at="2023-03-31")
    assert caught.value.problems == problems


def test_a_mistake_in_the_text_has_a_line_and_a_column() -> None:
    (problem,) = equipoise.check('{\n  "id": "a",\n  oops\n}')
    assert "line 3, column 3" in problem["message"]


def test_an_unknown_policy_is_refused(text: str) -> None:
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.assess(text, as_at="2023-03-31", policy={"coverrage": 0.5})
    assert [problem["code"] for problem in caught.value.problems] == ["unknown_field"]

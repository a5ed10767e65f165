"""Rows as readers of sheets give them, and the demo from its sheet to its report."""

from __future__ import annotations

import csv
import datetime
import math
from pathlib import Path

import equipoise
import pandas
import polars
import pytest

# Beside the repository, and no part of it.
ITEMS = Path(__file__).resolve().parents[3] / "shared" / "demo" / "items.csv"
DAYS = {"as_at": "2023-03-31", "recorded_on": "2023-03-31"}
ROW = {"ID": "T1", "Network": "Skin", "Type": "Task", "Title": "One form"}


@pytest.mark.skipif(
    not ITEMS.is_file(), reason="not run: shared/demo/items.csv stands outside this repository and is not here"
)
def test_the_demo_goes_from_its_sheet_to_its_report_in_five_lines() -> None:
    rows = list(csv.DictReader(ITEMS.read_text(encoding="utf-8").splitlines()))
    facts: dict[str, dict[str, object]] = {
        "approved_on": {"value": "2022-04-01"},
        "kind": {"words": {"M": "Critical milestone"}},
    }
    read = equipoise.from_rows(rows, as_at="2023-03-31", recorded_on="2023-03-31", columns=facts)
    report = equipoise.assess(read["document"], as_at="2023-03-31")
    page = equipoise.html(report)

    # The sheet gives no reason for what was cancelled; all else is read.
    assert [(problem["code"], problem["path"]) for problem in read["problems"]] == [
        ("cancelled_without_reason", "/rows/52/lifecycle")
    ]
    assert report["headline"] == "Amber over all items, Red over networks, Green by average"
    programme = report["nodes"][0]
    assert programme["counts"] == {
        "complete": 22, "green": 13, "amber": 13, "red": 11, "not_assessed": 0, "excluded": 1,
    }  # fmt: skip
    assert programme["watermelons"] == ["COL-T2", "ORT-M1", "ORT-P1", "URO-P1"]
    assert programme["watermelon_index"] == 4 / 27
    green = [item for item in report["items"] if item["reported_level"] == "green"]
    assert (len(green), sum(item["level"] == "amber" for item in green)) == (27, 10)
    networks = [node for node in report["nodes"] if node["kind"] == "body"]
    for key, expected in (("level", [6, 4, 1]), ("as_reported", [1, 3, 7])):
        levels = [node[key] for node in networks]  # type: ignore[literal-required]
        assert [levels.count(level) for level in ("red", "amber", "green")] == expected
    assert {node["level"] for node in report["nodes"] if node["kind"] == "goal"} == {"amber"}
    shares, means = programme["shares"], programme["mean_severity"]
    assert means is not None
    assert [round(value or 0, 4) for value in (shares["red"], shares["amber"], programme["coverage"], means)] == [
        0.2157, 0.2647, 0.8922, 1.4314,
    ]  # fmt: skip
    assert len(programme["path_to_green"] or []) == 12
    assert len(programme["next_to_fall"] or []) > 1
    assert programme["robustness"]["policy_sensitive"]
    assert page.count("Not known") == 3  # no forecast
    # What the sheet says of itself is what the library computes.
    letters = {entry["level"]: entry["letter"] for entry in equipoise.legend()}
    assert [letters[item["level"]] for item in report["items"]] == [row["computed"] for row in rows]
    slips = ["" if item["slip_days"] is None else str(item["slip_days"]) for item in report["items"]]
    assert slips == [row["slip_days"] for row in rows]
    # And the same sheet again adds nothing.
    again = equipoise.from_rows(rows, columns=facts, document=read["document"], **DAYS)  # type: ignore[arg-type]
    assert again["document"] == read["document"]


def test_frames_are_read_as_their_readers_give_them() -> None:
    rows = [
        {**ROW, "Due date": datetime.date(2023, 3, 31), "Weight": 2.5, "Forecast": None},
        {**ROW, "ID": "T2", "Title": "Two", "Due date": None, "Weight": None, "Forecast": "TBC"},
    ]
    plain = equipoise.from_rows(rows, **DAYS)  # type: ignore[arg-type]
    frame = pandas.DataFrame(rows)
    frame["Due date"] = pandas.to_datetime(frame["Due date"])
    assert math.isnan(frame["Weight"][1])
    for records in (frame.to_dict("records"), polars.DataFrame(rows).to_dicts()):
        assert equipoise.from_rows(records, **DAYS) == plain  # type: ignore[arg-type]
    assert [problem["path"] for problem in plain["problems"]] == ["/rows/1/Forecast", "/columns/approved_on"]


def test_times_and_infinities_are_refused_with_their_place() -> None:
    noon = datetime.datetime(2023, 3, 31, 12)
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.from_rows([{**ROW, "Due date": noon}, {"Weight": math.inf}], **DAYS)  # type: ignore[arg-type]
    assert [(problem["code"], problem["path"]) for problem in caught.value.problems] == [
        ("date_object", "/rows/0/Due date"),
        ("not_a_number", "/rows/1/Weight"),
    ]


def test_columns_of_a_frame_are_guarded() -> None:
    frame = pandas.DataFrame({"Network": ["Skin", None], "Waiting": [1.0, None]})
    assert equipoise.guard(frame.to_dict("series")) == {"columns": 2, "allowed": []}  # type: ignore[arg-type]
    with pytest.raises(equipoise.EquipoiseError, match="looks like data about patients"):
        equipoise.guard({"NHS number": []})
    allowed = equipoise.guard({"NHS number": []}, allow=["NHS number"])["allowed"]
    assert allowed == [{"column": "NHS number", "reason": "heading"}]


def test_a_period_may_be_a_date() -> None:
    assert equipoise.parse_period(datetime.date(2023, 3, 1), kind="month")["period"] == "2023-03"

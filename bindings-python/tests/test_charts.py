"""Charts: which there are, and what a notebook is given."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import equipoise
import pandas as pd
import pytest

PROGRAMME = Path(__file__).resolve().parents[2] / "docs" / "demo" / "programme.json"
CHECKED = equipoise.check_representation({"north": 3, "south": 1})


def test_a_chart_is_a_dict() -> None:
    chart = equipoise.chart(CHECKED)
    assert isinstance(chart, dict)
    assert chart == json.loads(json.dumps(chart)) == dict(chart)
    assert copy.deepcopy(chart) == pickle.loads(pickle.dumps(chart)) == chart
    assert list(chart)[:4] == ["$schema", "title", "description", "data"]
    assert chart["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"


def test_a_notebook_gets_the_picture_and_its_sentences() -> None:
    chart = equipoise.chart(CHECKED)
    shown = chart._repr_mimebundle_(include=None, exclude=None)
    assert list(shown) == ["application/vnd.vegalite.v6+json", "text/plain"]
    assert shown["application/vnd.vegalite.v6+json"] == chart
    assert type(shown["application/vnd.vegalite.v6+json"]) is dict
    assert shown["text/plain"] == chart["description"]
    assert "Equal representation is not met." in shown["text/plain"]
    # A user may take out what he or she likes.
    del chart["description"]
    assert chart._repr_mimebundle_()["text/plain"] == ""


def test_its_table_is_a_data_frame() -> None:
    frame = pd.DataFrame(equipoise.chart(CHECKED)["data"]["values"]).set_index("organisation")
    assert frame["held"].to_dict() == {"north": 3, "south": 1}
    assert frame["words"].to_dict() == {"north": "3, entitled to 2: above", "south": "1, entitled to 2: below"}


def test_a_report_has_its_charts_and_so_have_its_rows() -> None:
    report = equipoise.assess(PROGRAMME.read_text("utf-8"), as_at="2023-03-31")
    nodes, attendance = equipoise.chart(report), equipoise.chart(report, kind="attendance")
    assert nodes == equipoise.chart(report, kind="nodes") != attendance
    for chart in (nodes, attendance):
        assert chart["title"]["subtitle"][0].startswith("Illustrative data")
        assert "Illustrative data" in chart["description"]
    networks = {row["id"]: row["name"] for row in report["nodes"] if row["kind"] == "body"}
    assert {row["id"]: row["label"] for row in nodes["data"]["values"]} == networks
    items = sum(row["items"] for row in nodes["data"]["values"])
    assert items == len(report["items"])
    for row in report["representation"]:
        held = {one["organisation"]: one["held"] for one in equipoise.chart(row)["data"]["values"]}
        assert held == row["check"]["counts"]


@pytest.mark.parametrize(("kind", "code"), [("pie", "unknown_word"), (7, "wrong_type"), ("", "wrong_identifier")])
def test_a_kind_that_is_not_there(kind: str, code: str) -> None:
    with pytest.raises(equipoise.EquipoiseError) as raised:
        equipoise.chart(CHECKED, kind=kind)
    [problem] = raised.value.problems
    assert (problem["code"], problem["path"]) == (code, "/kind")
    assert code != "unknown_word" or problem["accepted"] == "holding"


def test_what_cannot_be_drawn() -> None:
    with pytest.raises(equipoise.EquipoiseError) as raised:
        equipoise.chart(equipoise.legend())
    assert [problem["path"] for problem in raised.value.problems] == ["/result"]

"""Long tables: Arrow of every library gives what a dict of lists gives, and real figures through both sets of rules."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import equipoise
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

ABOUT: dict[str, Any] = {"improvement_direction": "increase", "targets": 92, "lines": True}
DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "ae_attendances.csv"


def columns() -> dict[str, list[Any]]:
    """Three series, month by month: one falls, one rises, one is too short to judge."""
    falls = [92.49, 92.03, 92.04, 92.7, 92.98, 92.59, 92.39, 92.46, 92.2, 92.8, 92.1, 92.6, 91.2, 91.1, 91.0, 90.9]
    rises = [14.0, 15, 13, 16, 15, 14, 15, 16, 14, 13, 15, 14, 17, 18, 19, 25]
    short = [5.0, 6, 5]
    rows = [
        (name, f"{2022 + month // 12}-{month % 12 + 1:02}", series[month])
        for month in range(16)
        for name, series in (("RBK", falls), ("RKB", rises), ("RWP", short))
        if month < len(series)
    ]
    return {"series": [row[0] for row in rows], "period": [row[1] for row in rows], "value": [row[2] for row in rows]}


def as_lists(batch: Any) -> dict[str, Any]:
    """Give the columns of an Arrow answer as plain lists."""
    return dict(pa.record_batch(batch).to_pydict())


def listed(columns: dict[str, Any]) -> dict[str, Any]:
    """Give the columns of a dict as Arrow has them: the rules in one text, and only what was asked for."""
    joined = {**columns, "rules": ["; ".join(rules) for rules in columns["rules"]]}
    return {name: column for name, column in joined.items() if column is not None}


def frames() -> list[Any]:
    given = columns()
    return [pl.DataFrame(given), pd.DataFrame(given), pa.table(given), pa.table(given).to_batches(max_chunksize=7)]


@pytest.mark.parametrize("frame", range(4), ids=["polars", "pandas", "pyarrow", "chunks"])
def test_a_table_of_any_library_says_what_a_dict_says(frame: int) -> None:
    table = frames()[frame]
    if frame == 3:
        table = pa.Table.from_batches(table)
        assert table.column("value").num_chunks > 1
    answer = equipoise.spc_table(table, **ABOUT)
    expected: Any = equipoise.spc_table(columns(), **ABOUT)
    points, series = as_lists(answer.points), as_lists(answer.series)
    told = listed(expected["points"])
    for name in ["ghosted", "target"]:
        del told[name]
    assert points == told
    told = listed(expected["series"])
    periods = columns()["period"]
    for name in ["since", "last"]:
        told[name] = [None if row is None else periods[row] for row in told[name]]
    del told["improvement_direction"]
    assert series == told
    assert series["variation"] == ["concern_low", "improvement_high", None]
    assert series["assurance"] == ["hit_or_miss", "fail", None]
    assert answer.expected_false_signals == expected["expected_false_signals"]
    rules = {name: expected[name] for name in ["preset", "options", "chart", "conflict"]}
    assert {name: getattr(answer, name) for name in rules} == rules


def test_the_answer_is_taken_by_every_library() -> None:
    answer = equipoise.spc_table(pl.DataFrame(columns()), **ABOUT)
    polars = pl.DataFrame(answer.series)
    assert polars["variation"].cast(pl.String).to_list() == ["concern_low", "improvement_high", None]
    pandas = pa.record_batch(answer.points).to_pandas()
    assert list(pandas["status"].astype(object)[:3].where(pandas["status"][:3].notna(), None)) == [
        "common_cause"
    ] * 2 + [None]


def test_days_times_and_numbers_are_periods() -> None:
    given = columns()
    days = [datetime.date.fromisoformat(f"{period}-01") for period in given["period"]]
    expected = as_lists(equipoise.spc_table(pa.table(given), **ABOUT).points)["status"]
    kinds = [days, [datetime.datetime(day.year, day.month, 1) for day in days], [day.toordinal() for day in days]]
    for kind in kinds:
        backwards = pl.DataFrame({**given, "period": kind}).reverse()
        answer = equipoise.spc_table(backwards, **ABOUT)
        assert as_lists(answer.points)["status"][::-1] == expected


def test_columns_by_other_names_and_series_of_two_columns() -> None:
    given = columns()
    table = pl.DataFrame(
        {
            "provider": given["series"],
            "measure": ["waits"] * len(given["value"]),
            "month": given["period"],
            "percent": given["value"],
            "note": ["not read"] * len(given["value"]),
        }
    )
    names = {"series": ["provider", "measure"], "period": "month", "value": "percent"}
    answer = as_lists(equipoise.spc_table(table, names=names, **ABOUT).series)
    assert answer["provider"] == ["RBK", "RKB", "RWP"]
    assert answer["measure"] == ["waits"] * 3
    assert answer["variation"] == ["concern_low", "improvement_high", None]


def test_every_column_is_read() -> None:
    number = 16
    given: dict[str, list[Any]] = {
        "series": ["A"] * number,
        "value": [9, 11, 10, 12, 9, 10, 11, 12, 10, 9, 11, 10, 12, 30, 31, 32],
        "denominator": [100.0] * number,
        "target": [None] * 4 + [0.05] * 12,
        "ghosted": [place == 2 for place in range(number)],
        "recalculate": [place == 12 for place in range(number)],
        "improvement_direction": ["decrease"] * number,
    }
    about: dict[str, Any] = {"improvement_direction": "neutral", "chart": "p", "lines": True}
    expected: Any = equipoise.spc_table(given, **about)
    answer = equipoise.spc_table(pl.DataFrame(given), **about)
    assert as_lists(answer.points)["status"] == expected["points"]["status"]
    assert as_lists(answer.points)["partition"] == expected["points"]["partition"] == [1] * 12 + [2] * 4
    assert as_lists(answer.series)["target"] == [0.05]
    assert expected["points"]["status"][2] is None


@pytest.mark.parametrize(
    ("changed", "names", "expected"),
    [
        ({"value": [1.0, float("nan")]}, {}, [("not_a_number", "/columns/value/1")]),
        ({"value": ["1", "2"]}, {}, [("wrong_type", "/columns/value")]),
        ({"period": ["2023-01", "soon"]}, {}, [("wrong_period", "/columns/period/1")]),
        ({"period": ["2023-01", "2023-01-02"]}, {}, [("wrong_period", "/columns/period/1")]),
        ({"period": ["2023-01", None]}, {}, [("missing_field", "/columns/period/1")]),
        ({"series": ["A", None]}, {}, [("missing_field", "/columns/series/1")]),
        ({"ghosted": ["yes", "no"]}, {}, [("wrong_type", "/columns/ghosted")]),
        ({"improvement_direction": ["increase", "up"]}, {}, [("unknown_word", "/columns/improvement_direction/1")]),
        ({}, {"value": "percent"}, [("missing_field", "/columns/percent")]),
        ({}, {"values": "value"}, [("unknown_field", "/names/values")]),
        ({}, {"value": ["value", "series"]}, [("wrong_length", "/names/value")]),
        ({}, {"series": []}, [("empty_list", "/names/series")]),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    changed: dict[str, Any], names: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    table = pa.table({"series": ["A", "A"], "value": [1.0, 2.0], **changed})
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.spc_table(table, names=names, improvement_direction="increase")
    assert [(problem["code"], problem["path"]) for problem in caught.value.problems] == expected


def test_options_are_refused_as_in_a_call_with_a_dict() -> None:
    table = pa.table({"series": ["A"], "value": [1.0]})
    faults: list[dict[str, Any]] = [{"options": {"shifts": 7}}, {"targets": "high"}, {"improvement_direction": None}]
    for wrong in faults:
        about: dict[str, Any] = {"improvement_direction": "increase", **wrong}
        raised = []
        for given in [table, {"series": ["A"], "value": [1.0]}]:
            with pytest.raises(equipoise.EquipoiseError) as caught:
                equipoise.spc_table(given, **about)
            raised.append(caught.value.problems)
        assert json.dumps(raised[0]) == json.dumps(raised[1])
    with pytest.raises(equipoise.EquipoiseError, match="the keys of a dict are its names"):
        equipoise.spc_table({"series": [], "value": []}, names={"value": "v"}, improvement_direction="increase")  # type: ignore[call-overload]


def test_real_figures_differ_between_the_two_sets_of_rules() -> None:
    if not DATA.exists():
        pytest.skip(
            f"the published A&E figures are not there: {DATA.name} in the folder shared/data beside the repository"
        )
    months = pl.read_csv(DATA).filter(pl.col("type") == "1").sort("org_code", "period")
    whole = months.filter(pl.len().over("org_code") == 36)
    assert whole["org_code"].n_unique() == 130
    table = whole.with_columns(performance=(1 - pl.col("breaches") / pl.col("attendances")) * 100)
    found = {}
    for value, direction in [("performance", "increase"), ("breaches", "decrease")]:
        names = {"series": "org_code", "period": "period", "value": value}
        about: dict[str, Any] = {"names": names, "improvement_direction": direction, "targets": None}
        icons = [
            as_lists(equipoise.spc_table(table, preset=preset, **about).series)["variation"]  # type: ignore[call-overload]
            for preset in ["mdc-2.6a", "nhsr-0.2.2"]
        ]
        # The package names a better and a worse side alone; the side of the line is part of our icon.
        words = [[str(icon).split("_")[0] for icon in column] for column in icons]
        found[value] = sum(a != b for a, b in zip(*words, strict=True))
    # 6.9 % and 9.2 % of 130.
    assert found == {"performance": 9, "breaches": 12}

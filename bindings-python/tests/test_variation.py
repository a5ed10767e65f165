"""Series: every kind of column stands for a list, and what is no column is refused with its place."""

from __future__ import annotations

import array
import collections
import datetime
import json
from typing import Any

import equipoise
import numpy as np
import pandas as pd
import polars as pl
import pytest

VALUES = [91.25, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
DAYS = [datetime.date(2023, 1, 1) + datetime.timedelta(7 * week) for week in range(len(VALUES))]
COLUMNS = [
    tuple,
    np.array,
    pd.Series,
    pl.Series,
    pd.Index,
    collections.deque,
]


def judged(values: Any, **given: Any) -> Any:
    return equipoise.spc(values, **{"improvement_direction": "increase", **given})


def problems(values: Any, **given: Any) -> list[tuple[str, str]]:
    with pytest.raises(equipoise.EquipoiseError) as caught:
        judged(values, **given)
    return [(problem["code"], problem["path"]) for problem in caught.value.problems]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.__module__}.{column.__qualname__}")
def test_columns_stand_for_lists(column: Any) -> None:
    given: dict[str, Any] = {
        "dates": DAYS,
        "targets": [95.5] * len(VALUES),
        "recalculate_at": [6, 12],
        "ghosted": [DAYS[3]],
    }
    expected = judged(VALUES, **given)
    assert expected["points"][6]["partition"] == 2
    assert expected["points"][3]["ghosted"]
    assert judged(column(VALUES), **{name: column(value) for name, value in given.items()}) == expected
    counts = {"chart": "p", "values": [9] * 18, "denominators": [20 + place for place in range(18)]}
    in_columns = {name: value if name == "chart" else column(value) for name, value in counts.items()}
    assert judged(**in_columns) == judged(**counts)


def test_numbers_of_every_width() -> None:
    whole = [int(value) for value in VALUES]
    for kind in ["int8", "uint16", "int64", "float32", "float64"]:
        assert judged(np.array(whole, dtype=kind)) == judged(whole)
    assert judged(array.array("d", VALUES)) == judged(VALUES)
    assert judged(range(20)) == judged(list(range(20)))


def test_dates_of_every_kind() -> None:
    texts = [day.isoformat() for day in DAYS]
    expected = judged(VALUES, dates=texts)
    assert [point["date"] for point in expected["points"]] == texts
    midnights = [datetime.datetime.combine(day, datetime.time()) for day in DAYS]
    for dates in [DAYS, midnights, pd.to_datetime(texts), pd.Series(midnights), pl.Series(DAYS), pl.Series(midnights)]:
        assert judged(VALUES, dates=dates) == expected
    for unit in ["D", "ns"]:
        assert judged(VALUES, dates=np.array(texts, dtype=f"datetime64[{unit}]")) == expected


def test_missing_values_are_none() -> None:
    gappy = [*VALUES[:4], None, *VALUES[5:]]
    expected = judged(gappy)
    assert expected["points"][4]["value"] is None
    assert judged(pl.Series(gappy)) == expected
    assert judged([None if pd.isna(value) else value for value in pd.Series(gappy)]) == expected


@pytest.mark.parametrize("column", [list, np.array, pd.Series, pl.Series])
def test_nan_is_refused_with_its_place(column: Any) -> None:
    assert problems(column([1.0, float("nan"), 3.0])) == [("not_a_number", "/values/1")]
    assert problems([1, 2], targets=column([1.0, float("inf")])) == [("not_a_number", "/targets/1")]
    assert problems([1], chart="u", denominators=column([float("nan")])) == [("not_a_number", "/denominators/0")]


def test_days_with_a_time_or_a_zone_are_refused_with_their_place() -> None:
    late = [*DAYS[:-1], datetime.datetime(2023, 5, 1, 9, 30)]
    assert problems(VALUES, dates=late) == [("date_object", "/dates/17")]
    zoned = pd.Series(pd.to_datetime(DAYS)).dt.tz_localize("Europe/London")
    assert problems(VALUES, dates=zoned)[0] == ("date_object", "/dates/0")
    assert problems(VALUES, dates=pd.Series([*DAYS[:-1], pd.NaT])) == [("date_object", "/dates/17")]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (pd.DataFrame({"a": [1, 2]}), "not_plain_data"),
        (pl.DataFrame({"a": [1, 2]}), "not_plain_data"),
        (np.zeros((2, 2)), "not_plain_data"),
        ({1, 2}, "not_plain_data"),
        (iter([1, 2]), "not_plain_data"),
        (b"12", "not_plain_data"),
        ("12", "wrong_type"),
        ({"a": 1}, "wrong_type"),
        (12, "wrong_type"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_column_is_refused(values: Any, code: str) -> None:
    assert problems(values) == [(code, "/values")]


def test_days_between_events_from_dates_alone() -> None:
    events = judged(None, chart="t", dates=pd.Series(pd.to_datetime(DAYS)))
    assert [point["value"] for point in events["points"]] == [None, *[7] * 17]


def test_every_icon_of_an_answer_can_be_drawn() -> None:
    answer = judged(VALUES, targets=95)
    for name in [answer["variation"]["icon"], answer["assurance"]["icon"], "run_chart"]:
        drawn = equipoise.icon(name)
        assert drawn["name"] == name
        assert f"<title>{drawn['title']}</title>" in drawn["svg"]


def test_the_callers_columns_are_left_alone() -> None:
    values = pd.Series(VALUES)
    judged(values, ghosted=np.array([1]))
    assert list(values) == VALUES


def test_a_series_goes_on_from_its_state_as_json() -> None:
    so_far = equipoise.spc_append(None, VALUES[:15], dates=DAYS[:15], improvement_direction="increase", targets=95)
    for place in range(15, 18):
        state = json.loads(json.dumps(so_far["state"]))
        so_far = equipoise.spc_append(state, np.array(VALUES[place : place + 1]), dates=DAYS[place : place + 1])
        whole = judged(VALUES[: place + 1], dates=DAYS[: place + 1], targets=95)
        assert so_far["points"] == whole["points"][-1:]
        assert so_far["assurance"] == whole["assurance"]
        assert so_far["variation"]["icon"] == whole["variation"]["icon"]


def test_columns_stand_for_lists_in_what_stands_beside_a_series() -> None:
    up: Any = {"improvement_direction": "increase"}
    listed = equipoise.compare_spc(VALUES, a={}, b={"ghosted": [3], "targets": [95] * 18}, **up)
    columns: Any = {"ghosted": np.array([3]), "targets": pd.Series([95] * 18)}
    assert equipoise.compare_spc(pl.Series(VALUES), a={}, b=columns, **up) == listed
    past = equipoise.spc_history(VALUES, dates=DAYS, previous={"values": VALUES[:15], "dates": DAYS[:15]}, **up)
    earlier: Any = {"values": np.array(VALUES[:15]), "dates": tuple(DAYS[:15])}
    assert equipoise.spc_history(np.array(VALUES), dates=pd.Series(DAYS), previous=earlier, **up) == past
    assert past["revision"] is not None
    assert past["revision"]["added"] == 3
    assert equipoise.suggest_recalculations(tuple(VALUES), **up) == equipoise.suggest_recalculations(VALUES, **up)


def test_members_come_from_a_data_frame() -> None:
    frame = pd.DataFrame({"organisation": ["RNA", "RL4"], "period": ["2023-03"] * 2, "value": [3.0, 4.0]})
    together = equipoise.aggregate_series(frame.to_dict("records"), improvement_direction="neutral")  # type: ignore[arg-type]
    assert together["value"] == 7

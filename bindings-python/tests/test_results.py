"""Choosing and representing: what results hold, their tables and sentences, and input that is wrong."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from datetime import date
from typing import Any

import equipoise
import pandas as pd
import pytest

ROWS = [
    ("s1", "north", "clinics", 6),
    ("s1", "north", "robot", 8),
    ("s2", "north", "clinics", 6),
    ("s2", "north", "robot", 8),
    ("s3", "south", "clinics", 9),
    ("s3", "south", "robot", 6),
]


def exercise(rows: Sequence[tuple[str, str, str, float]]) -> dict[str, Any]:
    keys = ["scorer", "organisation", "proposal", "score"]
    return {
        "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 0, "best": 10}, "weight": 1}],
        "proposals": [{"id": "clinics", "name": "Clinics"}, {"id": "robot", "name": "Robot"}],
        "scores": [{"criterion": "benefit", **dict(zip(keys, row, strict=True))} for row in rows],
    }


PROPOSALS = [{"id": "clinics", "value": 7, "cost": 4}, {"id": "robot", "value": 10, "cost": 9}]
MATRIX: dict[str, Any] = {"matrix": [[7, 200], [9, 300]], "weights": [3, 1], "directions": ["maximise", "minimise"]}
COUNTS = {"north": 4, "east": 3, "south": 3, "west": 1}
MEMBERS = [{"id": "p1", "roles": ["chair"]}, {"id": "p2"}, {"id": "p3"}]
VOTES = [{"organisation": "north", "option": "for"}, {"organisation": "east", "option": "against"}]
TURNS = [{"organisation": "north", "on": "2023-01-10"}, {"organisation": "east", "on": "2023-02-10"}]
MET = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]

MEMBER_ROWS = [
    {
        "organisation": member,
        "period": f"{2022 + month // 12}-{month % 12 + 1:02}",
        "numerator": met,
        "denominator": 100,
    }
    for month, met in enumerate(MET)
    for member in ("RNA", "RL4")
]
PROGRAMME: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "care",
    "name": "Care",
    "bodies": [{"id": "skin", "kind": "network", "name": "Skin network"}],
    "priorities": [
        {
            "id": "form",
            "name": "One referral form",
            "kind": "task",
            "body": "skin",
            "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-04-01"}],
        }
    ],
    "updates": [
        {
            "id": f"u{month}",
            "priority": "form",
            "as_at": f"2023-0{month}-20",
            "by": "project_manager",
            "lifecycle": "in_progress",
            "forecast_finish": finish,
        }
        for month, finish in ((2, "2023-06-30"), (3, "2023-08-31"))
    ],
}

POST = {"id": "a1", "person": "p07", "role": "clinical_lead", "body": "skin"}

# For each function: what it is called with, and the names of its tables.
CALLS: dict[str, tuple[dict[str, Any], str]] = {
    "prioritise": (
        {"exercise": exercise(ROWS), "cut": 1},
        "ranking weights voices alternatives leave_one_out scorers acceptability cut_line disagreement pairs interests "
        "home_advantage cross_checks findings",
    ),
    "compare": ({"document": PROGRAMME, "since": "2023-02-28", "as_at": "2023-03-31"}, "items nodes findings"),
    "history": ({"document": PROGRAMME, "dates": ["2023-02-28", "2023-03-31"]}, "nodes items dates"),
    "calibrate": ({"document": PROGRAMME, "months_before": [3], "as_at": "2023-12-31"}, "rows months"),
    "compare_rounds": ({"before": exercise(ROWS), "after": exercise(ROWS[:4])}, "rows weights"),
    "derive_weights": ({"statements": {"access": 100, "cost": 60}, "method": "swing"}, "weights findings"),
    "score_matrix": (MATRIX, "rows findings"),
    "select_portfolio": ({"proposals": PROPOSALS, "budget": 10}, "proposals frontier best_sets findings"),
    "check_representation": ({"counts": COUNTS}, "organisations moves indices findings"),
    "apportion": ({"seats": 6, "weights": {"north": 40, "east": 40, "south": 20}}, "organisations trace"),
    "check_quorum": (
        {"rule": {"minimum": 2, "roles": [{"role": "chair", "min": 1}]}, "members": MEMBERS, "present": ["p2", "p3"]},
        "rules not_counted findings",
    ),
    "tally_votes": ({"rule": {"rule": "two_thirds"}, "votes": VOTES}, "totals findings"),
    "review_rotation": (
        {"history": TURNS, "members": ["north", "east", "south"], "as_at": "2023-03-31"},
        "balance findings",
    ),
    "spc": ({"values": MET, "improvement_direction": "increase", "targets": 95}, "points partitions findings mdc"),
    "spc_table": (
        {"columns": {"series": ["A"] * len(MET), "value": MET}, "improvement_direction": "increase", "lines": True},
        "series points mdc",
    ),
    "compare_spc": (
        {"values": MET, "a": {}, "b": {"preset": "nhsr-0.2.2"}, "improvement_direction": "increase"},
        "points settings icons lines",
    ),
    "spc_history": (
        {"values": MET, "previous": {"values": MET[:15]}, "improvement_direction": "increase"},
        "periods revised icons",
    ),
    "spc_append": ({"state": None, "values": MET, "improvement_direction": "increase", "targets": 95}, "points"),
    "suggest_recalculations": (
        {"values": [*MET[:12], 104, 101, 103, 102, 104, 101], "improvement_direction": "increase"},
        "suggestions",
    ),
    "aggregate_series": (
        {"rows": MEMBER_ROWS, "improvement_direction": "increase"},
        "members periods contributions points findings",
    ),
    "from_rows": (
        {
            "rows": [{"Network": "Skin", "Type": "Task", "Title": "One form", "Due date": "soon"}],
            "as_at": "2023-03-31",
            "recorded_on": "2023-03-31",
        },
        "problems columns",
    ),
    "parse_period": ({"text": "Mar-23"}, ""),
    "guard": ({"columns": {"Title": ["One form"], "Postcode": ["AB1"]}, "allow": ["Postcode"]}, "guarded allowed"),
    "redact": (
        {"document": {**PROGRAMME, "appointments": [POST, {**POST, "id": "p07"}]}, "person": "p07"},
        "redacted mentions",
    ),
    "measure_voting_power": (
        {"weights": {"north": 50, "east": 49, "south": 1}, "quota": 51},
        "organisations findings",
    ),
}


# For each function that gives a text: what it is called with.
TEXTS: dict[str, dict[str, Any]] = {
    "csv": {"result": [{"id": "T1", "note": "=1+1"}]},
    "html": {"report": equipoise.assess(PROGRAMME, as_at="2023-03-31")},
}


def answer(name: str, /, **changed: Any) -> Any:
    """Call a function as above, with some arguments changed."""
    function = getattr(equipoise, name)
    given = {**arguments(name), **changed}
    parameters = inspect.signature(function).parameters.values()
    positional = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
    first = [given.pop(name) for name in positional]
    return function(*first, **given)


def arguments(name: str) -> dict[str, Any]:
    """Give what a function is called with above."""
    return TEXTS[name] if name in TEXTS else CALLS[name][0]


def problems(name: str, /, **changed: Any) -> list[tuple[str, str]]:
    """Give code and place of each problem of a call."""
    with pytest.raises(equipoise.EquipoiseError) as caught:
        answer(name, **changed)
    return [(problem["code"], problem["path"]) for problem in caught.value.problems]


def test_every_function_with_options_is_called_here() -> None:
    others = {
        "Chart",
        "EquipoiseError",
        "SpcTable",
        "__version__",
        "assess",
        "chart",
        "check",
        "describe",
        "icon",
        "legend",
        "roll_up",
        "snapshot",
        "table",
        "verify_snapshots",
    }
    assert set(equipoise.__all__) - others == set(CALLS) | set(TEXTS)


@pytest.mark.parametrize("name", CALLS)
def test_every_result_has_sentences(name: str) -> None:
    sentences = equipoise.describe(answer(name))
    assert sentences
    assert all(sentence.strip() for sentence in sentences)


@pytest.mark.parametrize("name", CALLS)
def test_every_result_has_its_tables(name: str) -> None:
    result, names = answer(name), CALLS[name][1].split()
    default = equipoise.table(result)
    assert default
    for table in names:
        rows = equipoise.table(result, name=table)
        assert all(list(row) == list(rows[0]) for row in rows)
        assert list(pd.DataFrame(rows).columns) == (list(rows[0]) if rows else [])
    assert not names or equipoise.table(result, name=names[0]) == default
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.table(result, name="no such table")
    (problem,) = caught.value.problems
    assert (problem["code"], problem["path"]) == ("unknown_word", "/name")
    assert problem["accepted"] == (", ".join(names) or "no name: this result is one table")


def test_texts_are_a_table_and_a_page() -> None:
    assert answer("csv") == "id,note\r\nT1,'=1+1\r\n"
    assert answer("csv", result=TEXTS["html"]["report"], name="items").startswith("id,name,")
    assert answer("html").startswith("<!doctype html>")
    changed = answer("compare")
    assert "The update of 20 March 2023" in answer("html", comparison=changed)
    elsewhere = {**changed, "as_at": "2023-04-30"}
    assert problems("html", comparison=elsewhere) == [("wrong_combination", "/comparison/as_at")]
    assert problems("csv", name="items") == [("unknown_word", "/name")]


def test_patients_and_people_are_kept_out() -> None:
    assert problems("guard", allow=[]) == [("patient_data", "/columns/Postcode")]
    redacted = answer("redact")
    assert redacted["replaced"] == 2
    assert [post["person"] for post in redacted["document"]["appointments"]] == [redacted["token"]] * 2
    assert redacted["mentions"] == ["/appointments/1/id"]
    assert answer("parse_period")["period"] == "2023-03"
    assert problems("parse_period", text="Q4") == [("wrong_period", "/text")]


@pytest.mark.parametrize("name", [*CALLS, *TEXTS])
def test_defaults_shown_are_those_of_the_core(name: str) -> None:
    parameters = inspect.signature(getattr(equipoise, name)).parameters.values()
    left_out = {one.name: None for one in parameters if one.default is not one.empty} | arguments(name)
    assert answer(name, **left_out) == answer(name)


def test_ranking_is_a_data_frame() -> None:
    ranking = pd.DataFrame(answer("prioritise")["ranking"]).set_index("id")
    assert list(ranking.index) == ["clinics", "robot"]
    assert list(ranking["rank"]) == [1, 2]
    assert list(ranking["total"]) == [0.75, 0.7]
    flat = pd.DataFrame(equipoise.table(answer("prioritise")))
    assert list(flat["contributions_organisations_north"]) == [0.3, 0.4]


def test_what_changed_names_the_update() -> None:
    changed = answer("compare")
    assert [(row["id"], row["changes"], row["caused_by"]) for row in changed["items"]] == [
        ("form", ["worsened"], ["u3"])
    ]
    assert answer("compare", since=date(2023, 2, 28)) == changed
    course = pd.DataFrame(answer("history")["nodes"]).pivot(index="id", columns="as_at", values="level")
    assert list(course.loc["skin"]) == ["green", "red"]
    colours = pd.DataFrame(equipoise.table(answer("calibrate")))
    assert list(colours[colours["n"] == 1]["level"]) == ["red", "red", "red"]


def test_a_board_saw_what_can_be_made_again() -> None:
    report = equipoise.assess(PROGRAMME, as_at="2023-02-28", known_at="2023-02-28")
    entry = equipoise.snapshot(report, released_by="chair", released_on=date(2023, 3, 7), document=PROGRAMME)
    kept = {**PROGRAMME, "snapshots": [entry]}
    assert [row["code"] for row in equipoise.verify_snapshots(kept)] == ["SNAPSHOT_HOLDS"]
    altered = {**kept, "updates": [{**PROGRAMME["updates"][0], "forecast_finish": "2023-09-30"}]}
    assert [row["code"] for row in equipoise.verify_snapshots(altered)] == ["SNAPSHOT_DIFFERS"]
    with pytest.raises(equipoise.EquipoiseError) as caught:
        equipoise.snapshot({**report, "headline": "Green"}, released_by="chair", released_on="2023-03-07")
    assert [problem["path"] for problem in caught.value.problems] == ["/report/fingerprint"]


def test_counts_are_a_series_and_a_table() -> None:
    checked = answer("check_representation")
    assert pd.Series(checked["counts"]).sum() == checked["total"] == 11
    frame = pd.DataFrame(equipoise.table(checked)).set_index("organisation")
    assert dict(frame["held"]) == COUNTS
    assert list(frame.index[frame["next"]]) == ["west"]


def test_data_of_pandas_are_accepted() -> None:
    scores = pd.DataFrame(exercise(ROWS)["scores"])
    given = {**exercise([]), "scores": scores.to_dict("records")}
    assert answer("prioritise", exercise=given) == answer("prioritise")
    leads = pd.Series(["north"] * 4 + ["east"] * 3 + ["south"] * 3 + ["west"])
    counts = dict(leads.value_counts(sort=False))
    assert answer("check_representation", counts=counts) == answer("check_representation")
    assert answer("score_matrix", matrix=pd.DataFrame(MATRIX["matrix"]).to_numpy().tolist()) == answer("score_matrix")


def test_an_organisation_counts_once_however_many_it_sends() -> None:
    assert answer("prioritise")["ranking"][0]["id"] == "clinics"
    assert answer("prioritise", voice="pooled")["ranking"][0]["id"] == "robot"
    assert answer("prioritise", voice={"north": 3, "south": 1})["ranking"][0]["id"] == "robot"


def test_scorers_are_named_on_request_only() -> None:
    assert answer("prioritise")["leave_one_out"]["scorers"] is None
    named = answer("prioritise", detail="scorer")["leave_one_out"]["scorers"]
    assert [row["left_out"] for row in named] == ["s1", "s2", "s3"]


def test_a_seed_draws_lots_the_same_way_each_time() -> None:
    drawn = answer("apportion", seed=7)["drawn"]
    assert len(drawn) == 1
    assert answer("apportion", seed=7)["drawn"] == drawn
    assert answer("apportion")["drawn"] is None


def test_a_count_that_is_not_known_is_none() -> None:
    checked = answer("check_representation", counts={**COUNTS, "west": None})
    assert checked["counts"]["west"] is None
    assert checked["status"] == "not_assessable"


def test_days_are_dates_or_texts() -> None:
    turns = [{**turn, "on": date.fromisoformat(turn["on"])} for turn in TURNS]
    assert answer("review_rotation", history=turns, as_at=date(2023, 3, 31)) == answer("review_rotation")


def test_tuples_stand_for_lists() -> None:
    given = {"members": tuple(MEMBERS), "present": ("p2", "p3"), "conflicted": ("p3",)}
    assert answer("check_quorum", **given) == answer("check_quorum", conflicted=["p3"])
    assert answer("check_quorum", **given)["not_counted"] == [{"id": "p3", "reason": "conflict"}]


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        ("prioritise", {"exercise": exercise([("s1", "north", "robot", float("nan"))])}, "/exercise/scores/0/score"),
        ("compare_rounds", {"after": exercise([("s1", "north", "robot", float("inf"))])}, "/after/scores/0/score"),
        ("derive_weights", {"statements": {"access": float("nan")}}, "/statements/access"),
        ("score_matrix", {"matrix": [[7, float("nan")], [9, 300]]}, "/matrix/0/1"),
        ("select_portfolio", {"budget": float("inf")}, "/budget"),
        ("check_representation", {"counts": {"north": float("nan")}}, "/counts/north"),
        ("apportion", {"weights": {"north": float("-inf")}}, "/weights/north"),
        ("measure_voting_power", {"quota": float("nan")}, "/quota"),
        ("spc", {"values": [*MET, float("nan")]}, "/values/18"),
        ("spc", {"targets": float("inf")}, "/targets"),
    ],
)
def test_what_is_no_number_is_refused_with_its_place(name: str, changed: dict[str, Any], expected: str) -> None:
    assert problems(name, **changed) == [("not_a_number", expected)]


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        ("prioritise", {"exercise": [], "voice": 3}, [("wrong_type", "/exercise"), ("wrong_type", "/voice")]),
        ("prioritise", {"voice": "loud", "cut": -1}, [("unknown_word", "/voice"), ("out_of_range", "/cut")]),
        (
            "prioritise",
            {"exercise": exercise([("s1", "north", "robot", 11)])},
            [("out_of_range", "/exercise/scores/0/score")],
        ),
        ("prioritise", {"exercise": pd.DataFrame(ROWS)}, [("not_plain_data", "/exercise")]),
        ("compare_rounds", {"before": None}, [("missing_field", "/before")]),
        ("compare", {"since": "2023-04-01"}, [("not_in_order", "/since")]),
        ("history", {"dates": ["2023-02-28", "2023-02-28"]}, [("duplicate_id", "/dates/1")]),
        (
            "calibrate",
            {"months_before": [-1, "3"]},
            [("out_of_range", "/months_before/0"), ("wrong_type", "/months_before/1")],
        ),
        ("derive_weights", {"method": "guess"}, [("unknown_word", "/method")]),
        ("score_matrix", {"directions": "maximise"}, [("wrong_type", "/directions")]),
        ("select_portfolio", {"constraints": {"group": {}}}, [("unknown_field", "/constraints/group")]),
        ("check_representation", {"counts": {"north": 1.5}}, [("out_of_range", "/counts/north")]),
        ("check_representation", {"counts": {}}, [("out_of_range", "/counts")]),
        ("apportion", {"seats": "six"}, [("wrong_type", "/seats")]),
        ("apportion", {"weights": {"north": 0}}, [("out_of_range", "/weights")]),
        ("check_quorum", {"members": [{"id": "p1"}, {"id": "p1"}]}, [("duplicate_id", "/members/1/id")]),
        ("tally_votes", {"rule": {"rule": "absolute_majority"}}, [("missing_field", "/members")]),
        ("review_rotation", {"as_at": "31/03/2023"}, [("wrong_date", "/as_at")]),
        ("spc", {"improvement_direction": None}, [("missing_field", "/improvement_direction")]),
        ("spc", {"values": None}, [("missing_field", "/values")]),
        ("spc", {"options": {"shifts": 7}}, [("unknown_field", "/options/shifts")]),
        ("measure_voting_power", {"quota": 101}, [("out_of_range", "/quota")]),
    ],
)
def test_wrong_input_is_named_with_its_place(
    name: str, changed: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert problems(name, **changed) == expected


@pytest.mark.parametrize("name", CALLS)
def test_unknown_keywords_are_refused(name: str) -> None:
    with pytest.raises(TypeError, match="weihgts"):
        answer(name, weihgts=1)

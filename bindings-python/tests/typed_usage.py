"""How a typed program uses the package; mypy --strict reads it, and a test runs it."""

from __future__ import annotations

import datetime
from typing import assert_type

import equipoise
import numpy as np
import pandas as pd
from equipoise.types import (
    Apportionment,
    ApportionmentStep,
    DerivedWeights,
    Exercise,
    Icon,
    LegendEntry,
    PortfolioSelection,
    Prioritisation,
    Problem,
    Programme,
    QuorumAnswer,
    Report,
    RepresentationCheck,
    RollUpResult,
    Rotation,
    RoundComparison,
    RoundStep,
    ScoredMatrix,
    ScoreParameters,
    Spc,
    SpcOptions,
    SpcRule,
    Tally,
    VotingPower,
)


def reasons(programme: Programme, day: datetime.date) -> list[str]:
    """Give a line for each red item of a programme."""
    problems = equipoise.check(programme)
    assert_type(problems, list[Problem])
    report = equipoise.assess(programme, as_at=day, policy={"coverage": 0.5})
    assert_type(report, Report)
    return [f"{item['id']}: {item['reason']}" for item in report["items"] if item["level"] == "red"]


def plain() -> None:
    """Call every function with data that have no types."""
    result = equipoise.roll_up([{"id": "a", "level": "green"}])
    assert_type(result, RollUpResult)
    assert_type(equipoise.legend(), list[LegendEntry])
    assert_type(equipoise.describe(result), list[str])
    rows = equipoise.table(result, name=None)
    assert rows
    text: str | bytes = '{"schema_version": "1.0"}'
    try:
        equipoise.assess(text, as_at="2023-03-31")
    except equipoise.EquipoiseError as error:
        assert_type(error.problems, list[Problem])


def choosing() -> list[str]:
    """Give sentences on what comes first, with what else helps to choose."""
    exercise: Exercise = {
        "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 0, "best": 10}, "weight": 1}],
        "proposals": [{"id": "clinics", "name": "Clinics"}, {"id": "robot", "name": "Robot", "cost": 5.5}],
        "scores": [
            {"scorer": "s1", "organisation": "north", "proposal": "clinics", "criterion": "benefit", "score": 6},
            {"scorer": "s2", "organisation": "south", "proposal": "robot", "criterion": "benefit", "score": 7.5},
        ],
    }
    result = equipoise.prioritise(exercise, voice={"north": 2.0, "south": 1.0}, sampling="ordinal", samples=10)
    assert_type(result, Prioritisation)
    compared = equipoise.compare_rounds(exercise, exercise)
    assert_type(compared, RoundComparison)
    assert_type(compared["winner_changed_by"], list[RoundStep])
    derived = equipoise.derive_weights([{"a": "benefit", "b": "ease", "ratio": 3}], method="ahp")
    assert_type(derived, DerivedWeights)
    preference: ScoreParameters = {"preference": ["linear", "usual"], "q": 1.5, "p": [2, 3]}
    scored = equipoise.score_matrix(
        [[7, 200], [9, 300]],
        weights="entropy",
        directions=["maximise", "minimise"],
        method="promethee_ii",
        parameters=preference,
    )
    assert_type(scored, ScoredMatrix)
    chosen = equipoise.select_portfolio(
        [{"id": row["id"], "value": row["total"], "cost": 5} for row in result["ranking"]],
        budget=5,
        constraints={"excludes": [["clinics", "robot"]]},
    )
    assert_type(chosen, PortfolioSelection)
    assert equipoise.table(result, name="weights")
    assert_type(equipoise.chart(result, kind="ranking"), equipoise.Chart)
    assert equipoise.chart(chosen)["$schema"]
    return [sentence for each in [result, compared, derived, scored, chosen] for sentence in equipoise.describe(each)]


def representing(day: datetime.date) -> list[str]:
    """Give sentences on who holds what, and who may decide."""
    checked = equipoise.check_representation({"north": 2, "south": None}, tolerance={"spread": 1})
    assert_type(checked, RepresentationCheck)
    shared = equipoise.apportion(5, {"north": 2, "south": 1.5}, method="hamilton", seed=1)
    assert_type(shared, Apportionment)
    assert_type(shared["trace"], list[ApportionmentStep] | None)
    quorum = equipoise.check_quorum(
        {"fraction": 0.5}, members=[{"id": "p1"}, {"id": "p2"}], present=["p1", {"member": "p2", "deputy": True}]
    )
    assert_type(quorum, QuorumAnswer)
    tally = equipoise.tally_votes({"rule": "unanimity"}, votes=[{"organisation": "north", "option": "for"}])
    assert_type(tally, Tally)
    rotation = equipoise.review_rotation(
        [{"organisation": "north", "on": "2023-01-10"}],
        members=["north", {"organisation": "south", "start": "2023-02-01"}],
        as_at=day,
    )
    assert_type(rotation, Rotation)
    power = equipoise.measure_voting_power({"north": 2, "south": 1}, quota=2)
    assert_type(power, VotingPower)
    results = [checked, shared, quorum, tally, rotation, power]
    return [sentence for result in results for sentence in equipoise.describe(result)]


def watching(days: list[datetime.date]) -> list[str]:
    """Give sentences on an indicator."""
    options: SpcOptions = {"screening": "mr_and_mean", "factor": "3/1.128"}
    judged = equipoise.spc(
        [91.5, None],
        dates=days,
        improvement_direction="increase",
        targets=[{"name": "national", "value": 95, "start": "2023-01-01"}],
        recalculate_at=[days[1]],
        ghosted=(0,),
        baseline={"points": 1},
        options=options,
    )
    assert_type(judged, Spc)
    assert_type(judged["points"][0]["rules"], list[SpcRule])
    equipoise.spc(np.array([1.5, 2.5]), denominators=None, improvement_direction="neutral", targets=np.float64(2))
    equipoise.spc(pd.Series([1.5, 2.5]), dates=pd.Series(pd.to_datetime(days)), improvement_direction="neutral")
    drawn = equipoise.icon(judged["variation"]["icon"] or "run_chart")
    assert_type(drawn, Icon)
    return equipoise.describe(judged) + equipoise.describe(drawn)

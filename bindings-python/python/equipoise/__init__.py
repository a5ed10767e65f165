"""Decide together: status, indicators, prioritisation and equal representation.

Equipoise reads one programme document, tells what is wrong with it, and works
out where the programme stands and why. Every function takes plain data (dicts
and lists, or the text of a JSON document) and gives plain data. The library
reads no clock, no file and no network: the day that is spoken of is an argument.

>>> import equipoise
>>> equipoise.check({"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"})
[]
"""

from equipoise._assess import assess, check
from equipoise._govern import check_quorum, measure_voting_power, review_rotation, tally_votes
from equipoise._native import __version__
from equipoise._prioritise import compare_rounds, prioritise
from equipoise._replay import calibrate, compare, history, snapshot, verify_snapshots
from equipoise._represent import apportion, check_representation
from equipoise._result import Chart, chart, csv, describe, html, table
from equipoise._spc_table import SpcTable, spc_table
from equipoise._status import legend, roll_up
from equipoise._track import from_rows, guard, parse_period, redact
from equipoise._variation import (
    aggregate_series,
    compare_spc,
    icon,
    spc,
    spc_append,
    spc_history,
    suggest_recalculations,
)
from equipoise._weigh import derive_weights, score_matrix, select_portfolio
from equipoise.errors import EquipoiseError

__all__ = [
    "Chart",
    "EquipoiseError",
    "SpcTable",
    "__version__",
    "aggregate_series",
    "apportion",
    "assess",
    "calibrate",
    "chart",
    "check",
    "check_quorum",
    "check_representation",
    "compare",
    "compare_rounds",
    "compare_spc",
    "csv",
    "derive_weights",
    "describe",
    "from_rows",
    "guard",
    "history",
    "html",
    "icon",
    "legend",
    "measure_voting_power",
    "parse_period",
    "prioritise",
    "redact",
    "review_rotation",
    "roll_up",
    "score_matrix",
    "select_portfolio",
    "snapshot",
    "spc",
    "spc_append",
    "spc_history",
    "spc_table",
    "suggest_recalculations",
    "table",
    "tally_votes",
    "verify_snapshots",
]

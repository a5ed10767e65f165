"""
Text in, text out; call the package `equipoise` instead.
"""

from _typeshed import Incomplete, SupportsGetItem
from typing import Any, Final

__all__ = ["__version__", "_spc_table_columns", "aggregate_series", "apportion", "assess", "calibrate", "chart", "check", "check_quorum", "check_representation", "compare", "compare_rounds", "compare_spc", "csv", "derive_weights", "describe", "from_rows", "guard", "history", "html", "icon", "legend", "measure_voting_power", "parse_period", "prioritise", "redact", "review_rotation", "roll_up", "score_matrix", "select_portfolio", "snapshot", "spc", "spc_append", "spc_history", "spc_table", "suggest_recalculations", "table", "tally_votes", "verify_snapshots"]

__version__: Final[str]
"""
The version of the core and of this package.
"""

def _spc_table_columns(table: Incomplete, names: dict[str, SupportsGetItem[int, str]], options: str, /) -> tuple[tuple[Any, Any, float, str] | None, str | None]:
    """
    Judges the series of an Arrow table; the options are those of `equipoise::json::spc_table`, as JSON text.

    Gives the answer, or the text of its problems.
    """

def aggregate_series(request: str, /) -> str:
    """
    Answers one `aggregate_series` request, JSON text in and out.
    """

def apportion(request: str, /) -> str:
    """
    Answers one `apportion` request, JSON text in and out.
    """

def assess(request: str, /) -> str:
    """
    Answers one `assess` request, JSON text in and out.
    """

def calibrate(request: str, /) -> str:
    """
    Answers one `calibrate` request, JSON text in and out.
    """

def chart(request: str, /) -> str:
    """
    Answers one `chart` request, JSON text in and out.
    """

def check(request: str, /) -> str:
    """
    Answers one `check` request, JSON text in and out.
    """

def check_quorum(request: str, /) -> str:
    """
    Answers one `check_quorum` request, JSON text in and out.
    """

def check_representation(request: str, /) -> str:
    """
    Answers one `check_representation` request, JSON text in and out.
    """

def compare(request: str, /) -> str:
    """
    Answers one `compare` request, JSON text in and out.
    """

def compare_rounds(request: str, /) -> str:
    """
    Answers one `compare_rounds` request, JSON text in and out.
    """

def compare_spc(request: str, /) -> str:
    """
    Answers one `compare_spc` request, JSON text in and out.
    """

def csv(request: str, /) -> str:
    """
    Answers one `csv` request, JSON text in and out.
    """

def derive_weights(request: str, /) -> str:
    """
    Answers one `derive_weights` request, JSON text in and out.
    """

def describe(request: str, /) -> str:
    """
    Answers one `describe` request, JSON text in and out.
    """

def from_rows(request: str, /) -> str:
    """
    Answers one `from_rows` request, JSON text in and out.
    """

def guard(request: str, /) -> str:
    """
    Answers one `guard` request, JSON text in and out.
    """

def history(request: str, /) -> str:
    """
    Answers one `history` request, JSON text in and out.
    """

def html(request: str, /) -> str:
    """
    Answers one `html` request, JSON text in and out.
    """

def icon(request: str, /) -> str:
    """
    Answers one `icon` request, JSON text in and out.
    """

def legend(request: str, /) -> str:
    """
    Answers one `legend` request, JSON text in and out.
    """

def measure_voting_power(request: str, /) -> str:
    """
    Answers one `measure_voting_power` request, JSON text in and out.
    """

def parse_period(request: str, /) -> str:
    """
    Answers one `parse_period` request, JSON text in and out.
    """

def prioritise(request: str, /) -> str:
    """
    Answers one `prioritise` request, JSON text in and out.
    """

def redact(request: str, /) -> str:
    """
    Answers one `redact` request, JSON text in and out.
    """

def review_rotation(request: str, /) -> str:
    """
    Answers one `review_rotation` request, JSON text in and out.
    """

def roll_up(request: str, /) -> str:
    """
    Answers one `roll_up` request, JSON text in and out.
    """

def score_matrix(request: str, /) -> str:
    """
    Answers one `score_matrix` request, JSON text in and out.
    """

def select_portfolio(request: str, /) -> str:
    """
    Answers one `select_portfolio` request, JSON text in and out.
    """

def snapshot(request: str, /) -> str:
    """
    Answers one `snapshot` request, JSON text in and out.
    """

def spc(request: str, /) -> str:
    """
    Answers one `spc` request, JSON text in and out.
    """

def spc_append(request: str, /) -> str:
    """
    Answers one `spc_append` request, JSON text in and out.
    """

def spc_history(request: str, /) -> str:
    """
    Answers one `spc_history` request, JSON text in and out.
    """

def spc_table(request: str, /) -> str:
    """
    Answers one `spc_table` request, JSON text in and out.
    """

def suggest_recalculations(request: str, /) -> str:
    """
    Answers one `suggest_recalculations` request, JSON text in and out.
    """

def table(request: str, /) -> str:
    """
    Answers one `table` request, JSON text in and out.
    """

def tally_votes(request: str, /) -> str:
    """
    Answers one `tally_votes` request, JSON text in and out.
    """

def verify_snapshots(request: str, /) -> str:
    """
    Answers one `verify_snapshots` request, JSON text in and out.
    """

"""
Text in, text out; call the package `equipoise` instead.
"""

from typing import Final

__all__ = ["__version__", "apportion", "assess", "calibrate", "chart", "check", "check_quorum", "check_representation", "compare", "compare_rounds", "derive_weights", "describe", "history", "icon", "legend", "measure_voting_power", "prioritise", "review_rotation", "roll_up", "score_matrix", "select_portfolio", "snapshot", "spc", "table", "tally_votes", "verify_snapshots"]

__version__: Final[str]
"""
The version of the core and of this package.
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

def derive_weights(request: str, /) -> str:
    """
    Answers one `derive_weights` request, JSON text in and out.
    """

def describe(request: str, /) -> str:
    """
    Answers one `describe` request, JSON text in and out.
    """

def history(request: str, /) -> str:
    """
    Answers one `history` request, JSON text in and out.
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

def prioritise(request: str, /) -> str:
    """
    Answers one `prioritise` request, JSON text in and out.
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

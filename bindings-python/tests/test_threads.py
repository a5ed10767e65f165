"""Several threads at once."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import equipoise
from equipoise import _native


def test_threads_get_the_same_report(repository: Path) -> None:
    text = (repository / "docs" / "demo" / "programme.json").read_text("utf-8")
    alone = equipoise.assess(text, as_at="2023-03-31")
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: equipoise.assess(text, as_at="2023-03-31"), range(64)))
    assert len(reports) == 64
    assert all(report == alone for report in reports)


def test_other_threads_run_while_the_core_works() -> None:
    # A long text whose end is missing: the core reads it all, and its answer is short.
    rows = [{"id": f"body {number}", "kind": "network"} for number in range(400_000)]
    request = json.dumps({"document": json.dumps({"bodies": rows})[:-1]})
    assert any(_shares_the_interpreter(request) for _ in range(5)), "the core keeps the lock of the interpreter"


def _shares_the_interpreter(request: str) -> bool:
    """Tell whether this thread ran while another one was in the core."""
    seconds: list[float] = []

    def work() -> None:
        started = time.perf_counter()
        _native.check(request)
        seconds.append(time.perf_counter() - started)

    worker = threading.Thread(target=work)
    last, longest_pause = time.perf_counter(), 0.0
    worker.start()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest_pause, last = max(longest_pause, now - last), now
    assert seconds[0] > 0.02, "too quick to tell anything"
    return longest_pause < seconds[0] / 2

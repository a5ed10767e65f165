"""Times this library and its peers on series of 36 months, and prints one table: see tests/peers/series/run.

    python compare.py FOLDER

FOLDER holds what the benchmark in Rust printed and the rates in Node.js. Each peer is asked for what it has that comes
nearest: limits, rules and, of abspc, both icons; of controlchartspy the limits, without its picture.
"""
from __future__ import annotations

import contextlib
import datetime
import io
import json
import sys
import time
import warnings
from pathlib import Path

import abspc.spc as mdc
import controlchartspy
import equipoise
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import statprocon

SERIES, MONTHS = 100_000, 36
ABOUT = {"improvement_direction": "increase", "targets": 0.9}


def fastest(work, runs=5):
    """Seconds of the fastest of some calls."""
    def once():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    once()
    return min(once() for _ in range(runs))


def native(folder):
    """Points a second in Rust, from the table that the benchmark prints: of random values, on one thread."""
    for line in (folder / "rust.txt").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "random":
            names = ["status and icons", "with the order to look in", "every column"]
            return {name: float(cell) * 1e6 for name, cell in zip(names, cells[1:4], strict=True)}
    raise SystemExit("the benchmark printed no row of random values")


def by_hand(folder):
    """Million points a second of the plain loop that the benchmark in Rust has beside."""
    text = (folder / "rust.txt").read_text(encoding="utf-8")
    return float(text.partition("plain sums: ")[2].split()[0])


def peers(values):
    """Points a second of each peer, on one series after another."""
    dates = [datetime.date(2020 + month // 12, month % 12 + 1, 1) for month in range(MONTHS)]

    def by_statprocon(one):
        chart = statprocon.XmR(one)
        return chart.rule_1_x_indices_beyond_limits(), chart.rule_2_runs_about_central_line(), chart.rule_3_runs_near_limits()

    def by_abspc(one):
        limits = mdc.calculate_control_limits(pd.DataFrame({"value": one}), "XmR")
        signals = mdc.detect_special_causes(limits)
        return mdc.determine_variation_type(signals), mdc.determine_assurance_type(signals, 0.9)

    def by_controlchartspy(one):
        return controlchartspy.spc({"month": dates, "y": one}, keys="month", numerators="y", return_objs=["limits"])

    for name, work, number in [("statprocon", by_statprocon, 200), ("controlchartspy", by_controlchartspy, 10), ("abspc", by_abspc, 50)]:
        some = [row.tolist() for row in values[:number]]
        yield name, number * MONTHS / fastest(lambda work=work, some=some: [work(one) for one in some], 3)


def millions(rate):
    return f"{rate / 1e6:.3g}"


def main():
    warnings.simplefilter("ignore")
    folder = Path(sys.argv[1])
    rust, node = native(folder), json.loads((folder / "node.json").read_text(encoding="utf-8"))
    values = np.random.default_rng(20230331).random((SERIES, MONTHS))
    names = np.repeat([f"S{number}" for number in range(SERIES)], MONTHS)
    months = np.tile(np.array([np.datetime64("2020-01", "M") + month for month in range(MONTHS)]).astype("datetime64[D]"), SERIES)
    whole = pa.table({"series": names, "period": months, "value": values.ravel()})
    tables = {"polars": pl.DataFrame(whole), "pandas": pd.DataFrame({"series": names, "period": months, "value": values.ravel()}), "pyarrow": whole}
    print("Million points a second, 100,000 series of 36 random values; in Rust and WebAssembly on one thread.\n")
    print("| what is asked | aim | Rust | WebAssembly |\n|---|---:|---:|---:|")
    aims = {"status and icons": "100 / 30", "with the order to look in": "30 / none", "every column": "15 / none"}
    for name, aim in aims.items():
        print(f"| {name} | {aim} | {millions(rust[name])} | {millions(node[name])} |")
    loop = by_hand(folder)
    print(f"\nA plain loop in Rust, with the same limits and rules and plain sums: {loop:.3g}; status and icons are "
          f"{rust['status and icons'] / loop / 1e6:.2f} times as fast, in WebAssembly {node['status and icons'] / loop / 1e6:.2f}.")
    print("\n| table of 3,600,000 rows, in Python | aim, seconds | seconds | million points a second |\n|---|---:|---:|---:|")
    for name, table in tables.items():
        took = fastest(lambda table=table: equipoise.spc_table(table, **ABOUT))
        print(f"| {name} | 0.5 | {took:.2f} | {millions(SERIES * MONTHS / took)} |", flush=True)
    ours = SERIES * MONTHS / fastest(lambda: equipoise.spc_table(tables["polars"], **ABOUT, one_thread=True))
    one = [row.tolist() for row in values[:200]]
    alone = 200 * MONTHS / fastest(lambda: [equipoise.spc(row, **ABOUT) for row in one])
    print("\n| one thread, in Python | points a second | as many times as this library judges in a table | one by one |\n|---|---:|---:|---:|")
    print(f"| equipoise, a table | {ours:,.0f} | 1 | |")
    print(f"| equipoise, one by one, with every reason | {alone:,.0f} | {ours / alone:,.0f} | 1 |")
    with contextlib.redirect_stdout(io.StringIO()):
        theirs = list(peers(values))
    for name, rate in theirs:
        print(f"| {name} | {rate:,.0f} | {ours / rate:,.0f} | {alone / rate:.2g} |")


if __name__ == "__main__":
    main()

"""Published figures as requests of `spc`: A&E departments by trust and month, NHS England, 2016-17 to 2018-19.

The file is not part of the repository: ae_attendances.csv stands at ../shared/data,
or where EQUIPOISE_AE_ATTENDANCES says. Without it there are no requests.
"""
from __future__ import annotations

import csv
import os
from collections import defaultdict
from pathlib import Path

CSV = Path(os.environ.get("EQUIPOISE_AE_ATTENDANCES")
           or Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ae_attendances.csv")
PRESETS = ("mdc-2.6a", "nhsr-0.2.2")
# What is read from attendances and breaches, and which way is better.
MEASURES = {"seen in four hours": (lambda attended, late: 1 - late / attended, "increase"),
            "breaches": (lambda attended, late: late, "decrease")}


def trusts():
    """{trust: [(month, attendances, breaches)]} of those with a type 1 department in all 36 months."""
    months = defaultdict(dict)
    with open(CSV, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] == "1":
                months[row["org_code"]][row["period"]] = int(row["attendances"]), int(row["breaches"])
    return {trust: [(month, *by[month]) for month in sorted(by)] for trust, by in months.items() if len(by) == 36}


def requests():
    """A request for each trust, measure and preset, and a p chart of each trust."""
    for rows in trusts().values() if CSV.exists() else ():
        dates = [month for month, _, _ in rows]
        for of, direction in MEASURES.values():
            for preset in PRESETS:
                yield {"values": [of(attended, late) for _, attended, late in rows], "dates": dates, "preset": preset,
                       "improvement_direction": direction}
        for preset in PRESETS:
            yield {"values": [late for _, _, late in rows], "denominators": [attended for _, attended, _ in rows],
                   "chart": "p", "dates": dates, "preset": preset, "improvement_direction": "decrease", "targets": 0.05}

"""The benefit of an item in the reference calculation: what its indicators say of their targets.

Written from the specification page alone: only from `benefit_from` (default: the
baseline finish); the worst linked indicator; the whole's series if there is one,
else the worst of the participating organisations; only periods ended by as_at;
no icon, no floor. A series is judged by the reference of `spc` in variation.py.

Taken: a target is in force at a period whose last day it covers; an observation without `recorded_on` was known when its period ended; of
a figure that was revised the record known last counts; an
indicator outside its own validity says nothing; an item that names no
participating organisation has none whose series could speak.
"""
from __future__ import annotations

from datetime import date
from functools import lru_cache
import json

import variation

RANK = {"pass": 0, "hit_or_miss": 1, "fail": 2}


def month_end(period):
    """The last day of a month as a number of days; the generator has months only."""
    year, month = int(period[:4]), int(period[5:7])
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def within(row, as_at):
    start, end = row.get("start"), row.get("end")
    return ((start is None or date.fromisoformat(start).toordinal() <= as_at)
            and (end is None or as_at <= date.fromisoformat(end).toordinal()))


@lru_cache(maxsize=None)
def icon_of(request):
    return variation.spc(json.loads(request))["assurance"]["icon"]


def value_of(row):
    """A share, a value, or nothing: what has no figure is never 0."""
    if row.get("status") is not None or row.get("denominator") == 0:
        return None
    return row["numerator"] / row["denominator"] if "numerator" in row else row["value"]


def icons(document, indicator, as_at, known_at):
    """{organisation or None for the whole: assurance icon}, of series with anything seen by then."""
    series = {}
    for row in document.get("observations") or []:
        ended = month_end(row["period"])
        recorded = date.fromisoformat(row["recorded_on"]).toordinal() if row.get("recorded_on") else ended
        if row["indicator"] == indicator["id"] and ended <= as_at and recorded <= known_at:
            of = series.setdefault(row.get("organisation"), {})
            if row["period"] not in of or of[row["period"]][0] < recorded:
                of[row["period"]] = recorded, row
    out = {}
    for organisation, of in series.items():
        seen = [of[period][1] for period in sorted(of)]
        out[organisation] = icon_of(json.dumps({
            "values": [value_of(row) for row in seen], "dates": [date.fromordinal(month_end(row["period"])).isoformat() for row in seen],
            "improvement_direction": indicator.get("improvement_direction") or "neutral",
            **({"targets": indicator["targets"]} if indicator.get("targets") else {})}))
    return out


def worst_benefit(document, item, as_at, known_at):
    """fail, hit_or_miss, pass or None: of all linked indicators the worst."""
    found = []
    for indicator in document.get("indicators") or []:
        if item["id"] not in (indicator.get("priorities") or []) or not within(indicator, as_at):
            continue
        of = icons(document, indicator, as_at, known_at)
        if None in of:
            found.append(of[None])
        else:
            found += [of.get(name) for name in item.get("participating_organisations") or []]
    return max((icon for icon in found if icon), key=RANK.get, default=None)

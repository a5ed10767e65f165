"""Indicators for generated programmes: series around their targets, linked to items near the day of benefit."""
from __future__ import annotations

from datetime import date

from status_benefit import month_end

ORGANISATIONS = ("north", "south", "east")
# Around a target of 80 of 100: missed, met or missed by chance, met.
SHAPES = {"missed": (60, 63, 58, 61, 64, 59), "by chance": (80, 76, 84, 78, 85, 74), "met": (95, 96, 94, 95, 97, 93),
          "constant": (80,)}


def months_up_to(today, number):
    last = date.fromordinal(today)
    places = range(last.year * 12 + last.month - number, last.year * 12 + last.month)
    return [f"{place // 12}-{place % 12 + 1:02}" for place in places]


def indicators(maker, document):
    """Adds indicators and observations to the document, and who takes part and when to its items."""
    rows, observations = [], []
    for place in range(maker.pick((1, 1, 2, 3))):
        name = f"n{place}"
        linked = maker.rng.sample(maker.items, min(len(maker.items), maker.pick((2, 3, 5, 8))))
        direction = maker.pick(("increase", "increase", "increase", "decrease", None))
        indicator = {"id": name, "name": f"Indicator {name}", "kind": "proportion",
                     "priorities": [item["id"] for item in linked]}
        if direction:
            indicator["improvement_direction"] = direction
        target = {"value": 0.8}
        if maker.chance(.25):              # a target that ends, or starts, near the last figures
            target[maker.pick(("start", "end"))] = _iso(maker.today - maker.pick((0, 1, 31, 62, -1)))
        if not maker.chance(.05):
            indicator["targets"] = [target]
        if maker.chance(.06):
            indicator[maker.pick(("start", "end"))] = _iso(maker.today + maker.pick((-1, 0, 1)))
        rows.append(indicator)
        whole = maker.chance(.3)
        for organisation in (*((None,) if whole else ()), *ORGANISATIONS[:maker.pick((1, 2, 3))]):
            observations += series(maker, name, organisation)
        for item in linked:
            if maker.chance(.9):
                item["participating_organisations"] = maker.rng.sample(ORGANISATIONS, maker.pick((1, 2, 3)))
            if maker.chance(.6):
                item["benefit_from"] = _iso(maker.today + maker.pick((-90, -30, -5, -1, 0, 0, 1, 30)))
    maker.rng.shuffle(observations)
    document["organisations"] = [{"id": name, "name": name.title(), "kind": "trust"} for name in ORGANISATIONS]
    document["indicators"], document["observations"] = rows, observations


def series(maker, indicator, organisation):
    shape = SHAPES[maker.pick(tuple(SHAPES))]
    months = months_up_to(maker.today, maker.pick((12, 13, 14, 16, 16, 18)))
    late, turns = maker.chance(.3), maker.pick((0, 0, 0, 1, 2))
    later = SHAPES[maker.pick(tuple(SHAPES))]
    out = []
    for place, month in enumerate(months):
        row = {"indicator": indicator, "period": month}
        if organisation:
            row["organisation"] = organisation
        if maker.chance(.03):
            row |= {"status": maker.pick(("suppressed", "missing", "not_applicable"))}
        elif maker.chance(.01):
            row |= {"numerator": 0, "denominator": 0}
        else:
            values = later if place >= len(months) - turns else shape
            row |= {"numerator": values[place % len(values)], "denominator": 100}
        if late and place >= len(months) - 3:
            row["recorded_on"] = _iso(maker.today + maker.pick((-40, -10, 0, 1, 20)))
        out.append(row)
        if "numerator" in row and maker.chance(.04):   # revised, once or twice, on days of their own
            known = {row.get("recorded_on") or _iso(month_end(month))}
            days = {_iso(maker.today - maker.pick((-9, -3, 0, 5, 60))) for _ in range(maker.pick((1, 2)))}
            for day in sorted(days - known):
                out.append(row | {"numerator": maker.pick((40, 80, 99)), "denominator": 100, "recorded_on": day})
    return out


def _iso(number):
    return date.fromordinal(number).isoformat()

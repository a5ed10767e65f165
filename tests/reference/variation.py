"""Reference calculation of `spc`, written from the specification page alone.

Plain Python 3.11, standard library only. It is meant to be read beside the
page: slow, one small function a step, every decision on whole numbers or
fractions. A value is the decimal written (the shortest text that prints it);
means, ranges and lines are fractions, so a point that ties with a line does so
exactly. Roots are taken to 60 places and then two numbers closer than 1e-40
count as equal. A T chart is judged on its transformed values as the computer
holds them; only raising its lines back to days uses floats.

    spc({"values": [...], "improvement_direction": "increase", ...}) -> result

Where the page is silent the choice taken is marked "Taken:" in a comment.
"""
from __future__ import annotations

import json
import sys
from math import comb, log2

from variation_lines import LINES, SMALL, Series, partitions_of, side, split

RULES = ("above_upper_limit", "below_lower_limit", "shift_above", "shift_below", "trend_up",
         "trend_down", "two_sigma_above", "two_sigma_below")
FAMILY = dict(zip(RULES, ("single_point",) * 2 + ("shift",) * 2 + ("trend",) * 2 + ("two_sigma",) * 2))
HIGH = {"above_upper_limit", "shift_above", "trend_up", "two_sigma_above"}


# ----------------------------------------------------------------------------------- rules

def signal_rules(series, part, lines):
    """{point: set of rules that fired}."""
    fired = {i: set() for i in range(series.size)}
    options, judged = series.options, series.judged
    sides = {i: side(judged[i], part[i].centre) for i in series.used}

    def above(i, name):
        return lines[i][name] is not None and judged[i] - lines[i][name] > SMALL

    def below(i, name):
        return lines[i][name] is not None and lines[i][name] - judged[i] > SMALL
    beyond = {i: above(i, "upper_limit") or below(i, "lower_limit") for i in series.used}
    for i in series.used:
        if options["single_point"]:
            if above(i, "upper_limit"):
                fired[i].add("above_upper_limit")
            if below(i, "lower_limit"):
                fired[i].add("below_lower_limit")

    within = [cut for whole in series.stretches() for cut in split(whole, lambda a, b: part[a] is not part[b])]
    for stretch in within:
        # Taken: ties = skip leaves a point on the mean out of the count, unmarked.
        if options["ties"] == "skip":
            run_points = [i for i in stretch if sides[i]]
        else:
            run_points = stretch
        for run in split(run_points, lambda a, b: sides[a] != sides[b]):
            if sides[run[0]] and len(run) >= options["shift"]:
                for i in run:
                    fired[i].add("shift_above" if sides[i] > 0 else "shift_below")
        if options["two_of_three"] != "off":
            for three in zip(stretch, stretch[1:], stretch[2:]):
                where = sides[three[0]]
                if not where or any(sides[i] != where for i in three):
                    continue
                # "between": a point beyond the limit itself is not close to it; "beyond": it counts.
                close = [i for i in three
                         if (above(i, "upper_two_sigma") if where > 0 else below(i, "lower_two_sigma"))
                         and (options["two_of_three"] == "beyond" or not beyond[i])]
                if len(close) >= 2:
                    for i in close:
                        fired[i].add("two_sigma_above" if where > 0 else "two_sigma_below")

    last_trend = {}                                        # the direction of the later trend of a point
    for stretch in series.stretches() if options["trend_crosses_partitions"] else within:
        for climb, direction in climbs(series, stretch):
            if len(climb) >= options["trend"]:
                for i in climb:
                    fired[i].add("trend_up" if direction > 0 else "trend_down")
                    last_trend[i] = direction
    return fired, last_trend


def climbs(series, stretch):
    """The longest strictly monotone runs of at least two points, in order, with their direction.

    A turning point ends one and starts the next. Taken: ties = skip leaves out a
    point equal to the one before it, unmarked.
    """
    judged = series.values
    if series.options["ties"] == "skip":
        stretch = [run[0] for run in split(stretch, lambda a, b: judged[a] != judged[b])]
    out = []
    for a, b in zip(stretch, stretch[1:]):
        step = side(judged[b], judged[a])
        if step == 0:
            out.append(([b], 0))
        elif out and out[-1][1] == step and out[-1][0][-1] == a:
            out[-1][0].append(b)
        else:
            out.append(([a, b], step))
    return [(run, step) for run, step in out if step]


def reference_direction(series, fired, i, within):
    """nhsr's own way: towards the next point if that is a trend point too, else from the one before."""
    stretch = next(s for s in within if i in s)
    at = stretch.index(i)
    trending = {j for j in stretch if fired[j] & {"trend_up", "trend_down"}}
    if at + 1 < len(stretch) and stretch[at + 1] in trending:
        step = side(series.values[stretch[at + 1]], series.values[i])
    else:
        step = side(series.values[i], series.values[stretch[at - 1]])
    return 1 if step > 0 else -1                           # its text knows increasing and "the rest"


def judge(series, rules, later_trend):
    """(side, conflict) of one point: 1 the high side won, -1 the low, 0 nothing fired.

    A conflict is improvement against concern, so a neutral indicator has none;
    it is flagged whichever side wins, and however clearly.
    """
    rank = {family: -n for n, family in enumerate(series.options["precedence"])}
    best = {}
    for rule in rules:
        where = 1 if rule in HIGH else -1
        best[where] = max(best.get(where, -99), rank[FAMILY[rule]])
    if len(best) < 2:
        return next(iter(best), 0), False
    conflict = series.direction != "neutral"
    if series.nhsr:                                        # first that holds; a turning point by the later trend
        return (max(best, key=best.get) if best[1] != best[-1] else later_trend), conflict
    if not conflict:                                       # Making Data Count asks for the high side first
        return 1, False
    if best[1] != best[-1]:
        return max(best, key=best.get), True
    good = 1 if series.direction == "increase" else -1
    return good if series.conflict == "improvement" else -good, True


def word(series, where):
    if where == 0:
        return "common_cause"
    if series.direction == "neutral":
        return "high" if where > 0 else "low"
    return "improvement" if (where > 0) == (series.direction == "increase") else "concern"


# ---------------------------------------------------------------------------------- result

def assurance_icon(series, last, lines):
    """Of the target in force at the last used point, against that point's limits.

    Taken: a chart of counts has assurance too, against the limits of its last point.
    """
    faulty = series.nhsr and series.options["compat_faults"]
    if series.chart in ("t", "g") or series.direction == "neutral" or last is None:
        return None
    target, lower, upper = series.targets[last], lines[last]["lower_limit"], lines[last]["upper_limit"]
    if target is None or lower is None:
        return "hit_or_miss" if faulty and series.targets_given else None
    good, bad = ("pass", "fail") if series.direction == "increase" else ("fail", "pass")
    decides = series.options["equality"] == "decides"
    low, high = target < lower or decides and target == lower, target > upper or decides and target == upper
    # Taken: with both limits on the target (no variation at all) it is met: pass.
    if low and high:
        return "pass"
    return good if low else bad if high else "hit_or_miss"


def run_signal(series, part):
    """Anhoej's two tests on one partition of a run chart; None without a useful point."""
    sides = [s for s in (side(series.values[i], part.centre) for i in part.used) if s]
    n = len(sides)
    if not n:
        return None
    runs = [len(r) for r in split(list(range(n)), lambda a, b: sides[a] != sides[b])]
    total, least = 0, 0
    for least in range(n):                                 # the 5 % quantile of Binomial(n - 1, 1/2)
        total += comb(n - 1, least)
        if 20 * total >= 2 ** (n - 1):
            break
    longest = round(log2(n) + 3)
    return {"n": n, "longest_run": max(runs), "longest_run_limit": longest, "crossings": len(runs) - 1,
            "crossings_limit": least, "signal": max(runs) > longest or len(runs) - 1 < least}


def back(series, x):
    """From the scale of the rules to the scale shown, as a float."""
    if x is None:
        return None
    return float(x) ** 3.6 if series.chart == "t" else float(x)


def prepared(request):
    """The request read, its partitions and the lines of each point, as fractions."""
    series = Series(request)
    options = series.options
    part, parts = partitions_of(series)
    # Used points of the whole series count; a T chart's first event has no value and does not.
    short = len(series.used) < options["minimum_points"] and options["short_series"] == "run_chart"
    run_chart = series.chart == "run" or short
    if run_chart:
        for p in parts:
            p.unlimited()
    return series, part, parts, run_chart, [part[i].lines(i) for i in range(series.size)]


def spc_exact(request):
    """Mean and lines of each point, unrounded, to write down what ties with them."""
    _, part, _, _, lines = prepared(request)
    return [{"mean": part[i].centre, **row} for i, row in enumerate(lines)]


def spc(request):
    series, part, parts, run_chart, lines = prepared(request)
    options = series.options
    silent = {i: set() for i in range(series.size)}
    fired, later = (silent, {}) if run_chart else signal_rules(series, part, lines)
    if series.nhsr and options["compat_faults"]:           # the reference names one direction, its own
        within = [cut for whole in series.stretches()
                  for cut in (split(whole, lambda a, b: part[a] is not part[b])
                              if not options["trend_crosses_partitions"] else [whole])]
        named = {i: reference_direction(series, fired, i, within) for i in later}
        for i, direction in named.items():
            if not {"trend_up", "trend_down"} <= fired[i]:
                fired[i] = fired[i] - {"trend_up", "trend_down"} | {"trend_up" if direction > 0 else "trend_down"}
        later = named
    sides = {i: judge(series, fired[i], later.get(i)) for i in series.used}

    points = []
    for i in range(series.size):
        judged = i in sides and not run_chart
        points.append({
            "index": i, "date": series.dates[i] if series.dates else None,
            "value": None if series.values[i] is None else float(series.values[i]),
            "ghosted": series.ghosted[i], "partition": part[i].number,
            "mean": back(series, part[i].centre), **{name: back(series, lines[i][name]) for name in LINES},
            "rules": [r for r in RULES if r in fired[i]],
            "status": word(series, sides[i][0]) if judged else None,
            "conflict": judged and sides[i][1],
            "target": None if series.targets[i] is None else float(series.targets[i])})

    last = series.used[-1] if series.used else None
    variation = {"icon": None, "since": None, "since_index": None, "rules": []}
    if last is not None and not run_chart:
        where = sides[last][0]
        status = word(series, where)
        variation["icon"] = status + ({1: "_high", -1: "_low"}[where] if status in ("improvement", "concern") else "")
        variation["rules"] = points[last]["rules"]
        if where:                                          # the stretch that ends with the last point
            since = last
            for i in reversed(series.used):
                if sides[i][0] != where:
                    break
                since = i
            variation |= {"since": points[since]["date"], "since_index": since}
    return {
        "preset": series.preset, "options": options, "chart": series.chart, "run_chart": run_chart,
        "points": points,
        "partitions": [{
            "index": p.number, "first": p.first, "last": p.last, "n": len(p.used),
            "mean": back(series, p.centre),
            "mean_moving_range": None if p.ranges_mean is None else float(p.ranges_mean),
            # Limits that follow each point's denominator are no partition's.
            **{name: None if series.chart in ("p", "u", "p_prime", "u_prime") else back(series, p.lines(p.first)[name])
               for name in LINES}} for p in parts],
        "variation": variation,
        "assurance": assurance(series, last, lines, run_chart, part),
        # A run chart has no rules, and an empty series no points: nothing is under way.
        "run_so_far": None if run_chart or last is None else run_so_far(series, part),
        "trend_so_far": None if run_chart or last is None else trend_so_far(series, part),
        "run_signal": [run_signal(series, p) for p in parts] if series.chart == "run" else None}


def assurance(series, last, lines, run_chart, part):
    icon = None if run_chart else assurance_icon(series, last, lines)
    out = {"icon": icon, "target": None, "distance": None}
    if last is None or series.targets[last] is None:
        return out
    out["target"] = float(series.targets[last])
    if icon is not None and lines[last]["lower_limit"] is not None:
        # The mean that would just put the target on the assuring limit, at today's width.
        width = part[last].widths[last]
        needed = series.targets[last] + (width if series.direction == "increase" else -width)
        units = needed - part[last].centre
        out["distance"] = {"mean_needed": float(needed), "units": float(units),
                           "sigma": float(3 * units / width) if width else None}
    return out


def run_so_far(series, part):
    """Points of the run the last used point stands in, within its partition."""
    stretch = split(series.stretches()[-1], lambda a, b: part[a] is not part[b])[-1]
    sides = [side(series.judged[i], part[i].centre) for i in stretch]
    if series.options["ties"] == "skip":
        sides = [s for s in sides if s]
    if not sides or not sides[-1]:
        return 0
    return len(split(list(range(len(sides))), lambda a, b: sides[a] != sides[b])[-1])


def trend_so_far(series, part):
    """Points of the strictly monotone run the last used point ends: 1 when it ends none."""
    stretch = series.stretches()[-1]
    if not series.options["trend_crosses_partitions"]:
        stretch = split(stretch, lambda a, b: part[a] is not part[b])[-1]
    if series.options["ties"] == "skip":
        stretch = [run[0] for run in split(stretch, lambda a, b: series.values[a] != series.values[b])]
    found = climbs(series, stretch)
    return len(found[-1][0]) if found and found[-1][0][-1] == stretch[-1] else 1


if __name__ == "__main__":                                 # one request a line in, one result a line out
    for text in sys.stdin:
        if text.strip():
            print(json.dumps(spc(json.loads(text))))

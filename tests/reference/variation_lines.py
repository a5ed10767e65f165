"""Series, partitions and lines of the variation reference.

First half of the reference calculation of `spc`: the request, read; which
points form a partition; its centre and the six lines of each point. The second
half, rules and result, is variation.py.
"""
from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import isqrt

TWO = Fraction(2, 3)
SMALL = Fraction(1, 10 ** 40)                              # two numbers this close are the same
SCREEN = Fraction(3267, 1000)
D2 = Fraction(1128, 1000)
LINES = ("lower_limit", "lower_two_sigma", "lower_one_sigma",
         "upper_one_sigma", "upper_two_sigma", "upper_limit")
STEPS = (-1, -TWO, -TWO / 2, TWO / 2, TWO, 1)              # each line, in widths of the upper limit

PRESETS = {
    "mdc-2.6a": {
        "shift": 6, "trend": 6, "ties": "break", "two_of_three": "beyond", "single_point": True,
        "screening": "off", "factor": 2.66, "minimum_points": 13, "short_series": "run_chart",
        "missing": "skip", "equality": "decides", "trend_crosses_partitions": True,
        "precedence": ["trend", "shift", "two_sigma", "single_point"], "compat_faults": False},
    "nhsr-0.2.2": {
        "shift": 7, "trend": 7, "ties": "break", "two_of_three": "between", "single_point": True,
        "screening": "mr_only", "factor": 2.66, "minimum_points": 13, "short_series": "flag",
        "missing": "break", "equality": "hit_or_miss", "trend_crosses_partitions": False,
        "precedence": ["single_point", "trend", "two_sigma", "shift"], "compat_faults": False},
}


# ----------------------------------------------------------------- numbers and the request

def exact(number):
    return None if number is None else Fraction(repr(number))


def root(x):
    """The square root: exact where it is a fraction, else to 60 places."""
    top, bottom = isqrt(x.numerator), isqrt(x.denominator)
    if top * top == x.numerator and bottom * bottom == x.denominator:
        return Fraction(top, bottom)
    return Fraction(isqrt(x.numerator * 10 ** 120 // x.denominator), 10 ** 60)


def day(text):
    return date.fromisoformat(text).toordinal()


def mean(numbers):
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def median(numbers):
    ordered, half = sorted(numbers), len(numbers) // 2
    return None if not ordered else ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def side(value, centre):
    """1 above, -1 below, 0 on the line (or no line)."""
    if centre is None or abs(value - centre) <= SMALL:
        return 0
    return 1 if value > centre else -1


def split(points, cut):
    """Runs of points, cut between neighbours where `cut` says so."""
    out = []
    for i in points:
        if out and not cut(out[-1][-1], i):
            out[-1].append(i)
        else:
            out.append([i])
    return out


class Series:
    """The request, read: the points, what is used of them, and the options in force."""

    def __init__(self, request):
        self.preset = request.get("preset") or "mdc-2.6a"
        self.nhsr = self.preset == "nhsr-0.2.2"
        self.options = PRESETS[self.preset] | (request.get("options") or {})
        self.chart = request.get("chart") or "xmr"
        self.direction = request["improvement_direction"]
        self.conflict = request.get("conflict") or "improvement"
        self.baseline = request.get("baseline")
        self.dates = request.get("dates")
        values = request.get("values")
        self.from_dates = values is None
        if self.from_dates:                                # T: days since the event before, ghosted or not
            days = [day(d) for d in self.dates]
            values = [None] + [b - a for a, b in zip(days, days[1:])]
            values = values[:len(days)]
        self.sizes = [exact(n) for n in request.get("denominators") or [1] * len(values)]
        self.values = [exact(v) for v in values]           # what is shown
        if self.chart in ("p", "u", "p_prime", "u_prime"):  # Taken: values are counts, shown as shares or rates
            self.counts = self.values
            self.values = [v / n if v is not None and n else None for v, n in zip(self.values, self.sizes)]
        self.judged = self.values                          # what the rules see
        if self.chart == "t":
            self.judged = [v if v is None else Fraction(float(v) ** (1 / 3.6)) for v in self.values]
        self.size = len(self.values)
        ghosts = {self.position(x) for x in request.get("ghosted") or ()}
        self.ghosted = [i in ghosts for i in range(self.size)]
        self.used = [i for i in range(self.size) if not self.ghosted[i] and self.values[i] is not None]
        self.recalculations = {self.position(x) for x in request.get("recalculate_at") or ()}
        self.targets = self.targets_by_point(request.get("targets"))

    def position(self, place):
        return self.dates.index(place) if isinstance(place, str) else place

    def targets_by_point(self, targets):
        """Neutral indicators and the charts of rare events have no target; the first in force wins."""
        self.targets_given = targets is not None and targets != []
        none = [None] * self.size
        if self.direction == "neutral" or self.chart in ("t", "g") or not self.targets_given:
            return none
        if not isinstance(targets, list):
            return [exact(targets)] * self.size
        if not isinstance(targets[0], dict):
            return [exact(t) for t in targets]
        out = none
        for i in range(self.size):
            for target in targets:
                start, end = target.get("start"), target.get("end")
                if (start is None or self.dates[i] >= start) and (end is None or self.dates[i] <= end):
                    out[i] = exact(target["value"])
                    break
        return out

    def stretches(self, members=None):
        """The used points in order, cut where a missing value breaks; ghosts never do.

        Under missing = skip a missing value is what a ghosted point is.
        """
        out = [[]]
        for i in range(self.size) if members is None else members:
            if self.ghosted[i]:
                continue
            if self.values[i] is not None:
                out[-1].append(i)
            elif self.options["missing"] == "break":
                out.append([])
        return [s for s in out if s]


# ------------------------------------------------------------------------------ partitions

def baseline_end(series):
    """Index of the last point of partition 0, or None. The date wins over the number of points."""
    rule = series.baseline or {}
    if rule.get("end") is not None:
        inside = [i for i in range(series.size) if series.dates[i] <= rule["end"]]
        # Taken: a baseline without one used point is none.
        return inside[-1] if any(i in series.used for i in inside) else None
    if rule.get("points") is not None and not rule.get("each_partition"):
        counted = series.used
        if series.from_dates and series.size and not series.ghosted[0]:
            counted = [0] + counted                        # the first event is one of the points
        return counted[rule["points"] - 1] if len(counted) >= rule["points"] else None
    return None


def numbering(series):
    """The partition of each point: one more at each recalculation, overwritten by 0 in the baseline.

    So a recalculation inside the baseline makes the points behind it 2 or more.
    A recalculation at the first point splits nothing.
    """
    numbers, number = [], 1
    for i in range(series.size):
        number += i > 0 and i in series.recalculations
        numbers.append(number)
    end = baseline_end(series)
    return numbers if end is None else [0 if i <= end else n for i, n in enumerate(numbers)]


class Partition:
    """Centre and width (from the centre to the upper limit) of each of its points."""

    def __init__(self, series, number, members):
        self.series, self.number, self.members = series, number, members
        self.first, self.last = members[0], members[-1]
        self.used = [i for i in members if i in series.used]
        self.centre = self.ranges_mean = None
        self.widths = dict.fromkeys(members)

    def take(self, other):
        """The baseline's mean and mean range serve partition 1 too."""
        self.centre, self.ranges_mean = other.centre, other.ranges_mean
        self.source = other
        self.spread()

    def given(self, rule):
        # Taken: a given mean and sigma serve partition 1, as a baseline does; there is no mean range then.
        self.centre = exact(rule["mean"])
        self.widths = dict.fromkeys(self.members, 3 * exact(rule["sigma"]))

    def calculate(self, ranges):
        """`ranges` is {later point: range}, of the whole series."""
        series = self.series
        self.source = self
        base = self.base()
        values = [series.judged[i] for i in base]
        if series.chart == "run":
            self.centre = median(values)
        elif series.chart == "g":
            self.raw = mean(values)
            self.centre = None if self.raw is None else Fraction(693, 1000) * self.raw
        elif series.chart in ("xmr", "t"):
            self.centre = mean(values)
            own = {i: r for i, r in ranges.items() if i in base}
            self.screen(base, own)
        else:
            self.attributes(base)
        self.spread()

    def base(self):
        """The used points the lines come from: all, or those among the first k rows of the partition.

        A row is a point that is there: a ghost is none, a missing value is one only if it breaks.
        """
        rule = self.series.baseline or {}
        if not (rule.get("points") is not None and rule.get("each_partition")):
            return self.used
        rows = [i for i in self.members if not self.series.ghosted[i]
                and (self.series.values[i] is not None or self.series.options["missing"] == "break")]
        return [i for i in rows[:rule["points"]] if i in self.used]

    def screen(self, base, ranges):
        series, how = self.series, self.series.options["screening"]
        self.ranges_mean = mean(list(ranges.values()))
        if how == "off" or series.chart != "xmr" or self.ranges_mean is None:
            return
        limit = SCREEN * self.ranges_mean                  # one pass, by the first mean range
        if series.nhsr:                                    # strictly below is kept; a constant series is,
            faulty = series.options["compat_faults"]       # sanely, not emptied
            kept = {i for i, r in ranges.items() if r < limit or (r == limit == 0 and not faulty)}
        else:
            kept = {i for i, r in ranges.items() if r <= limit}
        self.ranges_mean = mean([ranges[i] for i in kept])
        if how == "mr_and_mean":                           # points without a range are kept
            self.centre = mean([series.judged[i] for i in base if i not in ranges or i in kept])

    def attributes(self, base):
        """p, u, c and Laney's p', u': the width follows each point's denominator."""
        series, chart = self.series, self.series.chart
        if not base:
            return
        if chart == "c":
            self.centre = mean([series.judged[i] for i in base])
        else:
            self.centre = sum(series.counts[i] for i in base) / sum(series.sizes[i] for i in base)
        self.laney = Fraction(1)
        if chart in ("p_prime", "u_prime"):
            # Without any variation (all counts 0, or all of the denominator) every point is at the centre.
            scores = {i: (series.judged[i] - self.centre) / s if (s := self.unit(i)) else 0 for i in base}
            steps = [abs(scores[b] - scores[a]) for s in series.stretches(self.members)
                     for a, b in zip(s, s[1:]) if a in scores and b in scores]
            self.laney = None if not steps else mean(steps) / D2

    def unit(self, i):
        """One sigma of the point by the binomial or Poisson law."""
        c = self.centre
        if self.series.chart == "c":
            return root(c)
        spread = c * (1 - c) if self.series.chart in ("p", "p_prime") else c
        return root(spread / self.series.sizes[i])

    def spread(self):
        series, source = self.series, self.source
        for i in self.members:
            width = None
            if self.centre is None:
                pass
            elif series.chart == "g":
                width = source.raw + 3 * root(source.raw * (source.raw + 1)) - self.centre
            elif series.chart in ("xmr", "t") and self.ranges_mean is not None:
                width = exact(series.options["factor"]) * self.ranges_mean
            elif series.chart in ("p", "u", "c", "p_prime", "u_prime") and source.laney is not None:
                width = 3 * self.unit(i) * source.laney if series.sizes[i] else None
            self.widths[i] = width

    def lines(self, i):
        """The six lines of a point as the rules see them."""
        width, chart = self.widths.get(i), self.series.chart
        if width is None:
            return dict.fromkeys(LINES)
        if chart == "g":                                   # an upper limit and nothing else
            return dict.fromkeys(LINES) | {"upper_limit": self.centre + width}
        out = {name: self.centre + step * width for name, step in zip(LINES, STEPS)}
        if chart == "t":                                   # below zero there is no line
            out = {name: None if line < 0 else line for name, line in out.items()}
        if chart in ("p", "c", "u", "p_prime", "u_prime"):
            out = {name: max(line, Fraction(0)) for name, line in out.items()}
        if chart in ("p", "p_prime"):
            out = {name: min(line, Fraction(1)) for name, line in out.items()}
        return out

    def unlimited(self):
        self.widths = dict.fromkeys(self.members)


def moving_ranges(series, numbers):
    """{point: range to the used point before it}. Only a T chart's ranges cross partitions."""
    out = {}
    for stretch in series.stretches():
        for a, b in zip(stretch, stretch[1:]):
            if series.chart == "t" or numbers[a] == numbers[b]:
                out[b] = abs(series.judged[b] - series.judged[a])
    return out


def partitions_of(series):
    numbers = numbering(series)
    parts = {n: Partition(series, n, [i for i in range(series.size) if numbers[i] == n])
             for n in sorted(set(numbers))}
    ranges = moving_ranges(series, numbers)
    for n, part in parts.items():
        if n == 1 and 0 in parts:
            part.take(parts[0])
        elif n == 1 and "mean" in (series.baseline or {}):
            part.given(series.baseline)
        else:
            part.calculate(ranges)
    return [parts[n] for n in numbers], list(parts.values())

"""Seeded generator of valid `spc` requests that press on every rule of variation.

    case(seed) -> request              XmR, T, G and run charts
    case(seed, attributes=True)        p, u, c, p' and u' charts, with denominators
    case(seed, sharp=True)             XmR with the target or a point exactly on a line

The same seed gives the same request. Values are short decimals, so that points
tie with each other and with the mean; some series are constant, very short or
empty. Everything is invented.

    python generate_variation.py 7     # prints the request of seed 7
"""
from __future__ import annotations

import json
import random
import sys
from datetime import date, timedelta

from variation import spc_exact
from variation_lines import LINES, PRESETS, exact

FACTORS = (2.66, 3 / 1.128)
START = date(2020, 1, 1)


def case(seed, attributes=False, sharp=False):
    return Maker(seed, attributes, sharp).case()


def months(n):
    return [date(2019 + i // 12, i % 12 + 1, 1).isoformat() for i in range(n)]


class Maker:
    def __init__(self, seed, attributes, sharp):
        self.rng = random.Random(f"variation {seed} {attributes} {sharp}")
        self.attributes, self.sharp = attributes, sharp
        self.size = self.pick((0, 1, 2, 3, 6, 11, 12, 13, 14)) if self.chance(.2) else self.rng.randint(13, 48)
        if sharp:
            self.size = max(self.size, 13)

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, options):
        return self.rng.choice(options)

    def case(self):
        self.preset = self.pick(("mdc-2.6a", "nhsr-0.2.2"))
        self.chart = "xmr"
        if self.attributes:
            self.chart = self.pick(("p", "u", "c", "p_prime", "u_prime"))
        elif not self.sharp and self.chance(.35):
            self.chart = self.pick(("t", "t", "g", "run"))
        values = self.values()
        request = {"values": values, "chart": self.chart, "preset": self.preset,
                   "improvement_direction": self.pick(("increase", "increase", "decrease", "decrease", "neutral"))}
        self.dates = months(self.size) if self.chart != "t" and self.chance(.6) else None
        if self.dates:
            request["dates"] = self.dates
        if self.chart == "t" and self.chance(.6):
            request["values"], request["dates"] = None, self.events()
        if self.chart in ("p", "u", "p_prime", "u_prime"):
            request["denominators"] = self.denominators(request["values"])
        if self.chance(.5):
            request["conflict"] = self.pick(("improvement", "concern"))
        if self.size > 1:
            if self.chance(.35):
                request["recalculate_at"] = self.places(self.pick((1, 1, 2, 3)))
            if self.chance(.35):
                request["ghosted"] = self.places(self.rng.randint(1, max(1, self.size // 5)))
            if self.chance(.3):
                request["baseline"] = self.baseline()
        if self.chance(.55):
            request["targets"] = self.targets(request["values"])
        if self.chance(.6):
            request["options"] = self.options()
        return self.sharpened(request) if self.sharp else request

    # ---------------------------------------------------------------------- the series

    def values(self):
        self.lined = self.attributes and self.chart in ("p", "u", "c") and self.chance(.3)
        if self.lined:
            out = self.counts_on_lines()
        elif self.attributes:
            high = self.pick((2, 6, 30, 300))
            out = [self.rng.randint(0, high) for _ in range(self.size)]
        elif self.chart in ("t", "g"):
            mean = self.pick((2, 8, 30, 200))
            out = [int(self.rng.expovariate(1 / mean)) for _ in range(self.size)]
            if self.chance(.1):
                out = [mean] * self.size
            if self.chart == "t" and self.size and self.chance(.5):
                out[0] = None
        else:
            out = self.measured()
        if self.chance(.25):
            for _ in range(self.rng.randint(1, max(1, self.size // 6))):
                if out:
                    out[self.rng.randrange(len(out))] = None
        return out

    def measured(self):
        places = self.pick((0, 0, 1, 2, 2, 4))
        level = self.pick((0, 5, 50, 95, 1000, 250000))
        spread = self.pick((1, 2, 3, 5, 12)) * self.pick((1, 1, 1, 10)) * 10.0 ** -self.pick((0, 0, places))
        shape = self.pick(("noise", "noise", "step", "steps", "drift", "walk", "waves", "few", "outliers", "constant"))
        out, at = [], 0.0
        turn = self.rng.randint(3, 9)
        for i in range(self.size):
            x = self.rng.gauss(0, 1)
            if shape == "step":
                x += 2.5 if i > self.size // 2 else 0
            elif shape == "steps":
                x = x / 3 + 2 * (i // turn % 3)
            elif shape == "drift":
                x += i * .15
            elif shape == "walk":
                at += x
                x = at
            elif shape == "waves":                         # trends that meet, with and without a tie
                at += (1 if i // turn % 2 else -1) * self.pick((1, 1, 1, 1, 0, 2, 1, 1, 1))
                x = at
            elif shape == "few":                           # many ties, with the mean too
                x = self.pick((-1, -1, 0, 0, 0, 1, 1))
            elif shape == "outliers":
                x = x / 4 + (self.pick((-6, 6, 9)) if self.chance(.08) else 0)
            elif shape == "constant":
                x = 7 if self.chance(.02) else 0
            value = round(level + spread * x, places)
            out.append(int(value) if places == 0 else value)
        return out

    def events(self):
        """Dates of rare events; some fall on one day."""
        at, out = START, []
        mean = self.pick((3, 12, 60))
        for _ in range(self.size):
            out.append(at.isoformat())
            at += timedelta(days=mean if self.chance(.1) else int(self.rng.expovariate(1 / mean)))
        return out

    def counts_on_lines(self):
        """Counts that stand exactly on two and three sigma: a fifth of 100, or 4 of 1."""
        blocks = ([[8, 32], [7, 33], [12, 28], [11, 29], [20]] if self.chart == "p"
                  else [[10, 0, 2], [8, 0], [7, 1], [11, 1, 0], [4]])
        out = []
        while len(out) < self.size:
            out += self.pick(blocks)
        self.rng.shuffle(out)
        self.size = len(out) if self.size else 0
        return out if self.size else []

    def denominators(self, values):
        if self.lined:
            return [100 if self.chart == "p" else 2.5] * len(values)
        if self.chart in ("u", "u_prime") and self.chance(.5):
            # A rate of 10 for each, or of days told in decimals.
            if self.chance(.3):
                return [max(v or 0, 1) / 10 for v in values]
            return [self.rng.randint(1, 400) / self.pick((10, 100)) for _ in values]
        most = max([v for v in values if v is not None], default=1) + 1
        base = most * self.pick((1, 3, 20))
        level = self.chance(.2)
        return [base if level else self.rng.randint(base, base * 3) for _ in values]

    # -------------------------------------------------------------------- what is asked

    def places(self, n):
        """Points, by index or by date."""
        picked = sorted(self.rng.sample(range(self.size), min(n, self.size)))
        if self.dates and self.chance(.5):
            return [self.dates[i] for i in picked]
        return picked

    def baseline(self):
        kind = self.pick(("points", "points", "each", "end", "both", "given"))
        k = self.rng.randint(2, max(2, self.size + 1))
        if kind == "each":
            return {"points": self.rng.randint(12, 20), "each_partition": True}
        if kind == "given" and self.chart == "xmr":
            return {"mean": self.rng.randint(0, 100) / 2, "sigma": self.rng.randint(1, 40) / 4}
        if kind in ("end", "both") and self.dates:
            end = {"end": self.dates[self.rng.randrange(self.size)]}
            return end if kind == "end" else end | {"points": k}
        return {"points": k}

    def targets(self, values):
        known = [v for v in values if v is not None] if values else []
        low, high = (min(known), max(known)) if known else (0, 10)

        def one():
            wide = high - low + 1
            return round(self.rng.uniform(low - wide, high + wide), 1) if self.chance(.7) else self.pick(known or [1])
        kind = self.pick(("one", "one", "each", "list", "dated"))
        if kind == "one" or (kind == "each" and not self.size):
            return one()
        if kind == "each":
            return [None if self.chance(.2) else one() for _ in range(self.size)]
        out = []
        for n in range(self.pick((1, 2, 3))):
            target = {"name": ("national", "local", "stretch")[n], "value": one()}
            if kind == "dated" and self.dates:
                ends = sorted(self.rng.sample(range(self.size), min(2, self.size)))
                if self.chance(.7):
                    target["start"] = self.dates[ends[0]]
                if self.chance(.7):
                    target["end"] = self.dates[ends[-1]]
            out.append(target)
        return out

    def options(self):
        choices = {
            "shift": range(4, 10), "trend": range(4, 10), "ties": ("break", "skip"),
            "two_of_three": ("off", "between", "beyond"), "single_point": (True, False),
            "screening": ("off", "mr_only", "mr_and_mean"), "factor": FACTORS,
            "minimum_points": (2, 5, 13, 20), "short_series": ("run_chart", "flag"),
            "missing": ("skip", "break"), "equality": ("decides", "hit_or_miss"),
            "trend_crosses_partitions": (True, False), "compat_faults": (True, False),
            "precedence": [p["precedence"] for p in PRESETS.values()]
            + [self.rng.sample(("single_point", "trend", "two_sigma", "shift"), 4)]}
        if self.attributes:
            choices.pop("screening")
        names = self.rng.sample(sorted(choices), self.pick((1, 1, 2, 4, 8, len(choices))))
        picked = {name: self.pick(choices[name]) for name in names}
        if self.preset != "nhsr-0.2.2" or picked.get("ties") == "skip" or picked.get("screening") == "mr_and_mean":
            picked.pop("compat_faults", None)              # faults the reference cannot have there
        return picked

    # ----------------------------------------------------------------- exactly on a line

    def sharpened(self, request):
        """The target is put on a limit, or the last point on a line of the earlier ones.

        Only where the line is a short decimal, so that the tie can be written down.
        """
        points = spc_exact(request)
        if not points or points[-1]["mean"] is None:
            return request
        if self.chance(.5) and request.get("baseline") is None and self.size > 20:
            request["baseline"] = {"points": self.pick((10, 11, 16, 20))}
            request.pop("ghosted", None)
            request.pop("recalculate_at", None)
            points = spc_exact(request)
            line = points[-1][self.pick(("mean",) + LINES)]
            if short(line):
                for i in self.rng.sample(range(20, self.size), min(3, self.size - 20)):
                    if request["values"][i] is not None:
                        request["values"][i] = as_number(line)
            return request
        line = points[-1][self.pick(("lower_limit", "upper_limit"))]
        if short(line):
            request["targets"] = as_number(line)
        return request


def short(line):
    return line is not None and exact(as_number(line)) == line


def as_number(line):
    return int(line) if line.denominator == 1 else float(line)


if __name__ == "__main__":
    print(json.dumps(case(int(sys.argv[1])), indent=1))

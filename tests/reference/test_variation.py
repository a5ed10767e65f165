"""Tests of the variation reference: small cases worked by hand, the comparison, and the real trusts.

    python -m unittest discover -s tests/reference

The real trusts need `ae_attendances.csv`. It is looked for in the environment
variable EQUIPOISE_AE_ATTENDANCES, else at ../shared/data/ae_attendances.csv
beside the repository; when it is absent the test says so and is skipped.
"""
import copy
import sys
import unittest
from collections import Counter
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import compare_variation as compare  # noqa: E402
import generate_variation as generate  # noqa: E402
import published  # noqa: E402
from variation import RULES, spc, spc_exact  # noqa: E402
from variation_lines import LINES, root  # noqa: E402

ALWAYS = {"minimum_points": 2}


def ask(values, direction="increase", **rest):
    rest["options"] = ALWAYS | (rest.get("options") or {})
    return spc({"values": values, "improvement_direction": direction, **rest})


def exactly(values, **rest):
    rest["options"] = ALWAYS | (rest.get("options") or {})
    return spc_exact({"values": values, "improvement_direction": "increase", **rest})


def fired(result, rule):
    return [p["index"] for p in result["points"] if rule in p["rules"]]


def column(result, name):
    return [p[name] for p in result["points"]]


class Lines(unittest.TestCase):
    def test_xmr(self):
        row = exactly([1, 2, 4, 1])[0]                     # ranges 1, 2, 3
        self.assertEqual(row, {"mean": 2, "lower_limit": 2 - F("5.32"), "upper_limit": 2 + F("5.32"),
                               "lower_two_sigma": 2 - F("5.32") * 2 / 3, "upper_two_sigma": 2 + F("5.32") * 2 / 3,
                               "lower_one_sigma": 2 - F("5.32") / 3, "upper_one_sigma": 2 + F("5.32") / 3})
        self.assertEqual(exactly([1, 2, 4, 1], options={"factor": 2.5})[0]["upper_limit"], 7)

    def test_values_are_the_decimals_written(self):
        self.assertEqual(exactly([0.1, 0.2, 0.3])[0]["mean"], F(1, 5))
        self.assertEqual(ask([0.1, 0.2, 0.3])["run_so_far"], 1)
        self.assertEqual(ask([0.1, 0.3, 0.2])["run_so_far"], 0)    # the last is on the mean

    def test_few_values(self):
        self.assertEqual(ask([])["points"], [])
        self.assertEqual(ask([])["variation"], {"icon": None, "since": None, "since_index": None, "rules": []})
        one = ask([5], options={"minimum_points": 1})["points"][0]
        self.assertEqual((one["mean"], one["upper_limit"], one["status"]), (5, None, "common_cause"))
        nothing = ask([None, None], options={"short_series": "flag"})
        self.assertEqual((column(nothing, "mean"), nothing["variation"]["icon"]), ([None, None], None))

    def test_run_chart_below_the_minimum(self):
        values = [1, 2] * 6
        short = spc({"values": values, "improvement_direction": "increase", "targets": 0})
        self.assertTrue(short["run_chart"])
        self.assertEqual({(p["mean"], p["upper_limit"], p["status"]) for p in short["points"]}, {(1.5, None, None)})
        self.assertEqual((short["variation"]["icon"], short["assurance"]["icon"]), (None, None))
        self.assertEqual(column(short, "target")[0], 0)
        self.assertFalse(spc({"values": values + [1], "improvement_direction": "increase"})["run_chart"])
        self.assertTrue(spc({"values": values + [1], "improvement_direction": "increase", "ghosted": [3]})["run_chart"])
        nhsr = {"values": values, "improvement_direction": "increase", "preset": "nhsr-0.2.2"}
        self.assertFalse(spc(nhsr)["run_chart"])

    def test_ghosts_are_left_out_and_shown(self):
        whole = ask([1, 3, 100, 2, 4], ghosted=[2])
        self.assertEqual((whole["points"][2]["value"], whole["points"][2]["ghosted"]), (100, True))
        self.assertEqual(exactly([1, 3, 100, 2, 4], ghosted=[2])[2], exactly([1, 3, 2, 4])[0])
        self.assertEqual((whole["points"][2]["status"], whole["points"][2]["rules"]), (None, []))
        self.assertEqual(whole["points"][2]["upper_limit"], whole["points"][0]["upper_limit"])

    def test_missing(self):
        values = [1, 3, None, 2, 4]
        self.assertEqual(exactly(values)[0], exactly([1, 3, 2, 4])[0])
        cut = exactly(values, options={"missing": "break"})[0]     # ranges 2 and 2
        self.assertEqual((cut["mean"], cut["upper_limit"]), (F(5, 2), F(5, 2) + 2 * F("2.66")))
        self.assertEqual(exactly(values, preset="nhsr-0.2.2")[0], cut)
        up = [1, 2, 3, None, 4, 5, 6]
        self.assertEqual(fired(ask(up), "trend_up"), [0, 1, 2, 4, 5, 6])
        self.assertEqual(fired(ask(up, options={"missing": "break"}), "trend_up"), [])
        self.assertEqual(fired(ask(up, ghosted=[3], options={"missing": "break"}), "trend_up"), [0, 1, 2, 4, 5, 6])

    def test_partitions(self):
        result = ask([1, 2, 1, 5, 7, 5], recalculate_at=[0, 3])    # at the first point: no split
        self.assertEqual(column(result, "partition"), [1, 1, 1, 2, 2, 2])
        first, second = result["partitions"]
        self.assertEqual((first["first"], first["last"], first["n"], first["mean_moving_range"]), (0, 2, 3, 1))
        self.assertEqual((second["mean"], second["mean_moving_range"]), (17 / 3, 2))

    def test_baseline(self):
        values = [1, 2, 1, 5, 7, 5, 9, 9]
        result = ask(values, baseline={"points": 3}, recalculate_at=[6])
        self.assertEqual(column(result, "partition"), [0, 0, 0, 1, 1, 1, 2, 2])
        zero, one, two = result["partitions"]
        self.assertEqual([zero[k] for k in ("mean", *LINES)], [one[k] for k in ("mean", *LINES)])
        self.assertEqual((one["n"], two["mean"], two["mean_moving_range"]), (3, 9, 0))
        inside = ask(values, baseline={"points": 4}, recalculate_at=[2])
        self.assertEqual(column(inside, "partition"), [0, 0, 0, 0, 2, 2, 2, 2])
        self.assertEqual(inside["partitions"][1]["mean"], 7.5)
        ghost = ask(values, baseline={"points": 2}, ghosted=[1])
        self.assertEqual(column(ghost, "partition")[:4], [0, 0, 0, 1])
        self.assertEqual(column(ask(values, baseline={"points": 9}), "partition"), [1] * 8)

    def test_baseline_by_date(self):
        dates = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]
        late = ask([1, 2, 3, 4], dates=dates, baseline={"end": "2024-02-15", "points": 3})
        self.assertEqual(column(late, "partition"), [0, 0, 1, 1])
        early = ask([1, 2, 3, 4], dates=dates, baseline={"end": "2023-02-15"})
        self.assertEqual(column(early, "partition"), [1, 1, 1, 1])
        unused = ask([1, 2, 3, 4], dates=dates, baseline={"end": "2024-01-01"}, ghosted=[0])
        self.assertEqual(column(unused, "partition"), [1, 1, 1, 1])

    def test_first_points_of_each_partition(self):
        result = exactly([1, 3, 9, 5, 9, 1], recalculate_at=[3], baseline={"points": 2, "each_partition": True})
        self.assertEqual([row["mean"] for row in result], [2] * 3 + [7] * 3)
        self.assertEqual([row["upper_limit"] for row in result], [2 + 2 * F("2.66")] * 3 + [7 + 4 * F("2.66")] * 3)
        # A missing value is one of the first rows where it breaks, and none where it is passed over.
        rule = {"points": 2, "each_partition": True}
        self.assertEqual(exactly([1, None, 3, 9], baseline=rule)[0]["mean"], 2)
        self.assertEqual(exactly([1, None, 3, 9], baseline=rule, preset="nhsr-0.2.2")[0]["mean"], 1)

    def test_given_mean_and_sigma(self):
        row = exactly([1, 2, 3], baseline={"mean": 5, "sigma": 0.1})[2]
        self.assertEqual((row["mean"], row["upper_limit"], row["lower_one_sigma"]), (5, F("5.3"), F("4.9")))

    def test_screening(self):
        values = [0, 1, 0, 1, 0, 1, 0, 1, 20, 21, 20]      # ranges 1 seven times, 19, 1, 1: mean 2.8
        off = exactly(values, options={"screening": "off"})[0]
        self.assertEqual(off["upper_limit"], off["mean"] + F("2.8") * F("2.66"))
        ranges = exactly(values, options={"screening": "mr_only"})[0]
        self.assertEqual((ranges["mean"], ranges["upper_limit"]), (off["mean"], off["mean"] + F("2.66")))
        both = exactly(values, options={"screening": "mr_and_mean"})[0]
        self.assertEqual((both["mean"], both["upper_limit"]), (F(45, 10), F(45, 10) + F("2.66")))

    def test_screening_on_the_border(self):
        # 1000 ranges of 0 or 3.267 whose mean is 1: 3.267 is exactly the limit.
        values = [0]
        for k in range(3267):
            values.append(values[-1] + (3.267 if k < 1000 else 0))
        values = [round(v, 3) for v in values]
        for preset, kept in (("mdc-2.6a", 1), ("nhsr-0.2.2", 0)):
            result = ask(values, preset=preset, options={"screening": "mr_only"})
            self.assertEqual(result["partitions"][0]["mean_moving_range"], kept)

    def test_constant(self):
        for preset in ("mdc-2.6a", "nhsr-0.2.2"):
            result = ask([7.3] * 20, preset=preset)
            self.assertEqual((column(result, "upper_limit")[0], result["variation"]["icon"]), (7.3, "common_cause"))
        faulty = ask([7.3] * 20, preset="nhsr-0.2.2", options={"compat_faults": True}, targets=7)
        self.assertEqual((column(faulty, "upper_limit")[0], faulty["assurance"]["icon"]), (None, "hit_or_miss"))


class Rare(unittest.TestCase):
    def test_t_from_dates(self):
        result = ask(None, dates=["2024-01-01", "2024-01-02", "2024-01-10", "2024-01-10", "2024-02-10"],
                     chart="t", ghosted=[2], targets=5)
        self.assertEqual(column(result, "value"), [None, 1, 8, 0, 31])
        y = 31 ** (1 / 3.6)
        mean, width = (1 + 0 + y) / 3, 2.66 * (1 + y) / 2
        self.assertAlmostEqual(result["points"][0]["mean"], mean ** 3.6, places=9)
        self.assertAlmostEqual(result["points"][0]["upper_limit"], (mean + width) ** 3.6, places=9)
        self.assertEqual((result["points"][0]["lower_limit"], result["points"][0]["target"]), (None, None))
        self.assertEqual((result["points"][0]["status"], result["partitions"][0]["n"]), (None, 3))

    def test_t_ranges_cross_partitions(self):
        result = ask([None, 1, 1, 1, 32, 32], chart="t", recalculate_at=[4])
        self.assertAlmostEqual(result["partitions"][1]["mean_moving_range"], (32 ** (1 / 3.6) - 1) / 2, places=12)
        self.assertAlmostEqual(result["partitions"][0]["mean_moving_range"], 0, places=12)

    def test_the_first_event_is_a_point_of_the_baseline(self):
        dates = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"]
        events = ask(None, dates=dates, chart="t", baseline={"points": 3})
        self.assertEqual(column(events, "partition"), [0, 0, 0, 1])
        days = ask([None, 1, 1, 1], chart="t", baseline={"points": 3})     # here it is a missing value
        self.assertEqual(column(days, "partition"), [0, 0, 0, 0])

    def test_t_is_not_screened_and_constant_is_quiet(self):
        jump = [None] + [9] * 20 + [900] * 5
        self.assertEqual(exactly(jump, chart="t", options={"screening": "mr_only"}), exactly(jump, chart="t"))
        values = [None] + [9] * 20
        result = ask(values, chart="t", options={"screening": "mr_only"})
        self.assertEqual({p["status"] for p in result["points"][1:]}, {"common_cause"})
        self.assertAlmostEqual(result["points"][1]["lower_limit"], 9, places=9)

    def test_g(self):
        row = exactly([3, 3, 3], chart="g")[0]             # m (m + 1) = 12
        self.assertEqual(row["mean"], F("2.079"))
        self.assertAlmostEqual(float(row["upper_limit"]), 3 + 3 * 12 ** .5, places=12)
        self.assertEqual({row[k] for k in LINES[:-1]}, {None})
        self.assertEqual(fired(ask([3] * 6, chart="g"), "shift_above"), list(range(6)))

    def test_root(self):
        self.assertEqual(root(F(9, 4)), F(3, 2))
        self.assertLess(abs(root(F(2)) ** 2 - 2), F(1, 10 ** 58))

    def test_run(self):
        values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        result = ask(values, chart="run")
        self.assertEqual((result["run_chart"], result["points"][0]["mean"]), (True, 6))
        # Ten useful points: at most round(3.32 + 3) = 6 in a row, at least the 5 % quantile of Bin(9, 1/2) = 2.
        self.assertEqual(result["run_signal"], [{"n": 10, "longest_run": 5, "longest_run_limit": 6, "crossings": 1,
                                                 "crossings_limit": 2, "signal": True}])
        two = ask([1, 2, 3, 9, 8, 7, 9, 8, 2, 1], chart="run")["run_signal"][0]
        self.assertEqual((two["crossings"], two["crossings_limit"], two["signal"]), (2, 2, False))

    def test_attributes(self):
        p = exactly([1, 3], chart="p", denominators=[10, 10])[0]   # pbar 0.2, sigma sqrt(0.016)
        self.assertEqual((p["mean"], p["lower_limit"]), (F(1, 5), 0))
        self.assertAlmostEqual(float(p["upper_limit"]), .2 + 3 * .016 ** .5, places=12)
        self.assertEqual(exactly([4, 4], chart="c")[0]["upper_limit"], 10)
        self.assertEqual(exactly([8, 8], chart="u", denominators=[2, 2])[0]["upper_limit"], 4 + 3 * root(F(2)))
        # With equal denominators p' is the XmR chart of the shares, with 3 / 1.128.
        prime = exactly([1, 3, 2, 5], chart="p_prime", denominators=[10] * 4)[0]
        plain = exactly([.1, .3, .2, .5], options={"factor": 3 / 1.128})[0]
        self.assertAlmostEqual(float(prime["upper_limit"]), float(plain["upper_limit"]), places=12)


class Rules(unittest.TestCase):
    FLAT = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1]             # baseline: mean 0, mean range 2, limits +-5.32

    def after(self, values, **rest):
        """Rules of points judged by the flat baseline's lines."""
        result = ask(self.FLAT + values, baseline={"points": 10}, **rest)
        return result, [p["rules"] for p in result["points"][10:]]

    def test_single_point_is_strict(self):
        _, rules = self.after([5.32, 5.33, -5.32, -5.33])
        self.assertEqual([[r for r in x if "limit" in r] for x in rules],
                         [[], ["above_upper_limit"], [], ["below_lower_limit"]])
        _, rules = self.after([9], options={"single_point": False})
        self.assertEqual(rules, [[]])

    def test_shift(self):
        _, rules = self.after([1, 2, 1, 2, 1, 2])
        self.assertEqual(rules, [["shift_above"]] * 6)
        self.assertEqual(self.after([1, 2, 1, 0, 2, 1, 2])[1], [[]] * 7)       # a point on the mean breaks it
        self.assertEqual(self.after([1, 2, 1, 0, 2, 1, 2], options={"ties": "skip"})[1],
                         [["shift_above"]] * 3 + [[]] + [["shift_above"]] * 3)
        # The baseline and what follows are different partitions: its last point, on the same side, does not count.
        self.assertEqual(self.after([-1, -2, -1, -2, -1])[1], [[]] * 5)

    def test_trend(self):
        _, rules = self.after([-3, -2, -1.5, 1, 2, 3])
        self.assertEqual([r for r in rules if "trend_up" not in r], [])
        self.assertEqual(fired(ask([1, 2, 3, 3, 4, 5]), "trend_up"), [])
        self.assertEqual(fired(ask([1, 2, 3, 3, 4, 5, 6], options={"ties": "skip"}), "trend_up"), [0, 1, 2, 4, 5, 6])

    def test_trend_across_partitions(self):
        values = [1, 2, 3, 4, 5, 6]
        self.assertEqual(fired(ask(values, recalculate_at=[3]), "trend_up"), list(range(6)))
        within = ask(values, recalculate_at=[3], options={"trend_crosses_partitions": False})
        self.assertEqual(fired(within, "trend_up"), [])

    def test_two_of_three(self):
        def near(values, kind="beyond"):                   # two sigma: 3.5466..
            _, rules = self.after(values, options={"two_of_three": kind})
            return [i for i, r in enumerate(rules) if "two_sigma_above" in r]
        self.assertEqual(near([4, 1, 4]), [0, 2])          # only the close ones are marked
        self.assertEqual(near([4, -1, 4]), [])
        self.assertEqual(near([4, 4]), [])                 # three in a row are needed
        self.assertEqual(near([4, 4, 0]), [])              # the mean is no side
        self.assertEqual(near([4, 6, 1]), [0, 1])          # beyond the limit counts
        self.assertEqual(near([4, 6, 1], "between"), [])
        self.assertEqual(near([4, 6, 4], "between"), [0, 2])
        self.assertEqual(near([4, 6, 4], "off"), [])

    def test_status_and_conflict(self):
        low_up = [-5, -4.5, -3, -2, -1, -.5]               # a rising trend below the mean: trend beats shift
        for direction, status in (("increase", "improvement"), ("decrease", "concern"), ("neutral", "high")):
            result, rules = self.after(low_up, direction=direction)
            self.assertTrue({"trend_up", "shift_below"} <= set(rules[-1]))
            last = result["points"][-1]
            self.assertEqual((last["status"], last["conflict"]), (status, direction != "neutral"))
        result, _ = self.after(low_up, options={"precedence": ["single_point", "shift", "two_sigma", "trend"]})
        self.assertEqual(result["variation"]["icon"], "concern_low")

    def test_conflict_rule(self):
        peak = [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1]           # the peak ends one trend and starts the other
        for direction in ("increase", "decrease"):
            for rule in ("improvement", "concern"):
                point = ask(peak, direction, conflict=rule)["points"][5]
                self.assertEqual((point["status"], point["conflict"]), (rule, True))

    def test_since(self):
        result, _ = self.after([0, 1, 2, 1, 2, 1, 2])
        self.assertEqual(result["variation"], {"icon": "improvement_high", "since": None, "since_index": 11,
                                               "rules": ["shift_above"]})
        ghost, _ = self.after([0, 1, 2, 1, 2, 1, 2, -50], ghosted=[17])
        self.assertEqual(ghost["variation"], result["variation"])
        self.assertIsNone(self.after([0])[0]["variation"]["since_index"])
        turned, _ = self.after([9, -9])                    # the other side ends the stretch
        self.assertEqual(turned["variation"]["since_index"], 11)

    def test_so_far(self):
        result, _ = self.after([-1, 1, 2, 3])
        self.assertEqual((result["run_so_far"], result["trend_so_far"]), (3, 4))
        result, _ = self.after([2, 2])
        self.assertEqual((result["run_so_far"], result["trend_so_far"]), (2, 1))

    def test_assurance(self):
        def icon(target, direction="increase", **rest):
            return self.after([0, 0], direction=direction, targets=target, **rest)[0]["assurance"]["icon"]
        between = "hit_or_miss"
        for target, up, down in ((-5.33, "pass", "fail"), (-5.32, "pass", "fail"), (-5.31, between, between),
                                 (5.31, between, between), (5.32, "fail", "pass"), (5.33, "fail", "pass")):
            self.assertEqual((icon(target), icon(target, "decrease")), (up, down), target)
            self.assertIsNone(icon(target, "neutral"))
        soft = {"equality": "hit_or_miss"}
        self.assertEqual([icon(t, options=soft) for t in (-5.33, -5.32, 5.32, 5.33)],
                         ["pass", "hit_or_miss", "hit_or_miss", "fail"])
        self.assertEqual(ask([4] * 5, targets=4)["assurance"]["icon"], "pass")
        self.assertIsNone(icon([None] * 12))

    def test_distance(self):
        result, _ = self.after([0, 0], targets=2.66)       # one and a half sigma above the mean
        for key, value in (("mean_needed", 7.98), ("units", 7.98), ("sigma", 4.5)):
            self.assertAlmostEqual(result["assurance"]["distance"][key], value, places=12)

    def test_targets(self):
        dates = ["2024-01-01", "2024-02-01", "2024-03-01"]
        targets = [{"name": "local", "value": 1, "start": "2024-02-01", "end": "2024-02-01"},
                   {"name": "all", "value": 2}]
        self.assertEqual(column(ask([1, 2, 3], dates=dates, targets=targets), "target"), [2, 1, 2])
        self.assertEqual(column(ask([1, 2, 3], "neutral", targets=5), "target"), [None] * 3)


class Restarting(unittest.TestCase):
    """What nhsr-0.2.2 does differently."""

    def test_seven_and_restart(self):
        values = [1, 2, 3, 4, 5, 6, 7]
        whole = ask(values, preset="nhsr-0.2.2")
        self.assertEqual(fired(whole, "trend_up"), list(range(7)))
        self.assertEqual(fired(ask(values, preset="nhsr-0.2.2", recalculate_at=[1]), "trend_up"), [])

    def test_turning_point_follows_the_later_trend(self):
        peak = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
        point = ask(peak, preset="nhsr-0.2.2", options={"single_point": False})["points"][6]
        self.assertEqual((point["status"], point["conflict"]), ("concern", True))

    def test_two_trends_that_only_touch(self):
        values = [1, 2, 3, 4, 5, 6, 7, 0, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]
        quiet = {"single_point": False}
        sane = ask(values, preset="nhsr-0.2.2", options=quiet)["points"][6]
        self.assertEqual((sane["rules"], sane["status"]), (["trend_up"], "improvement"))
        faulty = ask(values, preset="nhsr-0.2.2", options=quiet | {"compat_faults": True})["points"][6]
        self.assertEqual((faulty["rules"], faulty["status"]), (["trend_down"], "concern"))
        level = [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13]     # neither up nor down reads as down there
        faulty = ask(level, preset="nhsr-0.2.2", options=quiet | {"compat_faults": True})["points"][6]
        self.assertEqual(faulty["rules"], ["trend_down"])
        faults = {"compat_faults": True}                   # the other preset has none to imitate
        self.assertEqual(ask(values, options=faults)["points"], ask(values)["points"])

    def test_target_not_in_force(self):
        dates = [f"2024-{m:02}-01" for m in range(1, 13)]
        late = [{"name": "late", "value": 1, "start": "2030-01-01"}]
        for faults, icon in ((False, None), (True, "hit_or_miss")):
            result = ask([1, 2] * 6, dates=dates, targets=late, preset="nhsr-0.2.2", options={"compat_faults": faults})
            self.assertEqual(result["assurance"]["icon"], icon)

    def test_outside_wins(self):
        values = [0, 1] * 8 + [4, 3.8, 3.6, 3.4, 3.2, 3, 2.8]      # a falling trend above the mean
        result = ask(values, preset="nhsr-0.2.2", options={"screening": "off"})
        for point in result["points"][16:]:
            self.assertIn("trend_down", point["rules"])
            self.assertEqual(point["status"], "improvement" if "above_upper_limit" in point["rules"] else "concern")
        self.assertIn("above_upper_limit", result["points"][16]["rules"])


class Machinery(unittest.TestCase):
    def test_the_generator_presses_on_everything(self):
        seen = Counter()
        for kind in ({}, {"sharp": True}, {"attributes": True}):
            for seed in range(250):
                request = generate.case(seed, **kind)
                self.assertEqual(request, generate.case(seed, **kind))
                result = spc(request)
                self.assertEqual(compare.differences(result, result, Counter(), 1), [])
                seen.update(rule for p in result["points"] for rule in p["rules"])
                seen.update((request["preset"], p["status"]) for p in result["points"])
                seen.update([result["chart"], result["variation"]["icon"], result["assurance"]["icon"]])
                seen["conflict"] += any(column(result, "conflict"))
        for label in (*RULES, *"xmr t g run p u c p_prime u_prime pass fail hit_or_miss conflict improvement_high "
                      "improvement_low concern_high concern_low high low common_cause".split()):
            self.assertTrue(seen[label], label)

    def test_every_difference_is_found(self):
        request = next(q for q in map(generate.case, range(500)) if spc(q)["assurance"]["distance"]
                       and spc(q)["variation"]["since"] and spc(q)["points"][0]["date"])
        right = spc(request)
        for path in ([("points", -1, name) for name in compare.POINT]
                     + [("partitions", 0, name) for name in compare.PARTITION]
                     + [(name,) for name in compare.WHOLE]
                     + [("variation", name) for name in compare.VARIATION]
                     + [("assurance", name) for name in compare.ASSURANCE]):
            wrong = copy.deepcopy(right)
            place = wrong
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = "wrong"
            self.assertEqual(len(compare.differences(right, wrong, Counter(), 1)), 1, path)
        near = copy.deepcopy(right)
        near["points"][-1]["mean"] *= 1 + 1e-10
        self.assertEqual(compare.differences(right, near, Counter(), 1), [])
        near["points"][-1]["mean"] *= 1 + 1e-8
        self.assertEqual(len(compare.differences(right, near, Counter(), 1)), 1)


@unittest.skipUnless(published.CSV.exists(), f"{published.CSV} is absent")
class RealTrusts(unittest.TestCase):
    """130 trusts with a type 1 department in all 36 months, from their type 1 rows alone."""

    def test_how_often_the_two_rule_sets_differ(self):
        trusts = published.trusts()
        self.assertEqual(len(trusts), 130)
        for measure, number in (("seen in four hours", 9), ("breaches", 12)):
            of, direction = published.MEASURES[measure]
            differing = 0
            for rows in trusts.values():
                values = [of(attended, late) for _, attended, late in rows]
                one, other = (spc({"values": values, "improvement_direction": direction, "preset": preset})
                              for preset in published.PRESETS)
                differing += one["points"][-1]["status"] != other["points"][-1]["status"]
            self.assertEqual(differing, number)


if __name__ == "__main__":
    unittest.main()

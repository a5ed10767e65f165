"""docs/demo/programme.json is what docs/demo/build.py makes, holds what it says it holds, and gives the published figures.

    python3 -m unittest discover tests/reference
"""

import collections
import datetime
import importlib.util
import json
import pathlib
import subprocess
import sys
import unittest

import status_reference

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
DEMO = REPOSITORY / "docs/demo"


def load(name):
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def builder():
    spec = importlib.util.spec_from_file_location("build", DEMO / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Built(unittest.TestCase):
    """The generator and the checked-in file agree."""

    def test_running_it_again_gives_the_same_file(self):
        build = builder()
        absent = [path.name for path in (build.ITEMS, build.ATTENDANCES) if not path.is_file()]
        if absent:
            self.skipTest(f"not rebuilt: {' and '.join(absent)} stand outside this repository and are not here")
        made = build.layout(build.build(build.read(build.ITEMS), build.read(build.ATTENDANCES)))
        self.assertEqual(made, (DEMO / "programme.json").read_text(encoding="utf-8"), "run python3 docs/demo/build.py")

    def test_absent_input_is_named_and_nothing_is_written(self):
        before = (DEMO / "programme.json").read_bytes()
        run = subprocess.run(
            [sys.executable, DEMO / "build.py", "no-items.csv", "no-attendances.csv"], capture_output=True, text=True, check=False
        )
        self.assertEqual(run.returncode, 1)
        self.assertIn("Not found: no-items.csv, no-attendances.csv", run.stderr)
        self.assertEqual((DEMO / "programme.json").read_bytes(), before)

    def test_both_documents_are_set_out_one_entity_a_line(self):
        for name in ("programme.json", "rules.json"):
            text = (DEMO / name).read_text(encoding="utf-8")
            self.assertEqual(builder().layout(json.loads(text)), text, f"run python3 docs/demo/build.py --layout docs/demo/{name}")


class Content(unittest.TestCase):
    """The worked example is the one described."""

    def setUp(self):
        self.document = load("programme.json")

    def test_it_says_that_it_is_invented_and_credits_its_source(self):
        self.assertIs(self.document["illustrative"], True)
        self.assertIn("Everything else is invented", self.document["source"])
        credit = "Contains public sector information licensed under the Open Government Licence v3.0; NHS England, A&E waiting times and activity"
        self.assertIn(credit, self.document["source"])
        self.assertIn(credit, self.document["indicators"][0]["source"])

    def test_counts(self):
        priorities = self.document["priorities"]
        self.assertEqual(collections.Counter(row["kind"] for row in priorities), {"task": 30, "milestone": 17, "project": 13})
        self.assertTrue(all(row.get("critical", False) == (row["kind"] == "milestone") for row in priorities))
        networks = {row["id"] for row in self.document["bodies"] if row["kind"] == "network"}
        self.assertEqual(len(networks), 11)
        self.assertEqual({row["body"] for row in priorities}, networks)
        self.assertTrue(all(row["drivers"] and row["aims"] for row in priorities))

    def test_every_baseline_was_approved_by_the_board_on_1_april_2022(self):
        board = next(row for row in self.document["bodies"] if row["id"] == "board")
        self.assertLess(board["start"], "2022-04-01")
        for row in self.document["priorities"]:
            approved = [(baseline["approved_by"], baseline["approved_on"]) for baseline in row["baselines"]]
            self.assertEqual(approved, [("board", "2022-04-01")], row["id"])

    def test_one_update_a_priority_recorded_on_the_day_it_speaks_of(self):
        updates = self.document["updates"]
        self.assertEqual([row["priority"] for row in updates], [row["id"] for row in self.document["priorities"]])
        self.assertTrue(all(row["as_at"] == row["recorded_on"] for row in updates))

    def test_leads_are_3_3_3_2_and_every_required_role_is_filled(self):
        held = [row for row in self.document["appointments"] if "end" not in row]
        leads = collections.Counter(row["organisation"] for row in held if row["role"] == "clinical_lead")
        self.assertEqual(leads, {"RNA": 3, "RL4": 3, "RXK": 3, "RBK": 2})
        for body in self.document["bodies"]:
            for rule in body.get("roles", []):
                holders = sum(row["body"] == body["id"] and row["role"] == rule["role"] for row in held)
                self.assertTrue(rule["min"] <= holders <= rule["max"], (body["id"], rule["role"], holders))

    def test_no_trust_is_absent_from_three_held_meetings_running(self):
        held = collections.defaultdict(list)
        for row in self.document["meetings"]:
            if "held_on" in row:
                held[row["body"], row["kind"]].append((row["held_on"], {seat.get("organisation") for seat in row["attendance"]}))
        self.assertEqual(sum(len(meetings) for meetings in held.values()), 4 + 65 + 11 + 2)
        absences = 0
        for trust in ("RNA", "RL4", "RXK", "RBK"):
            for key, meetings in held.items():
                missed = [trust not in present for _, present in sorted(meetings, key=lambda meeting: meeting[0])]
                absences += sum(missed)
                self.assertFalse(any(all(missed[at : at + 3]) for at in range(len(missed) - 2)), (trust, key))
        self.assertGreater(absences, 0)

    def test_meetings_are_on_working_days(self):
        for row in self.document["meetings"]:
            self.assertLess(datetime.date.fromisoformat(row["planned_on"]).weekday(), 5, row["id"])

    def test_the_indicator_is_linked_to_nothing_and_has_36_months_a_trust(self):
        (indicator,) = self.document["indicators"]
        self.assertFalse({"goals", "priorities"} & indicator.keys())
        months = collections.defaultdict(dict)
        for row in self.document["observations"]:
            months[row["organisation"]][row["period"]] = row["numerator"] / row["denominator"]
        self.assertEqual({trust: len(values) for trust, values in months.items()}, {"RNA": 36, "RL4": 36, "RXK": 36, "RBK": 36})
        march = {trust: round(values["2019-03"], 6) for trust, values in months.items()}
        self.assertEqual(march, {"RNA": 0.785771, "RL4": 0.907612, "RXK": 0.858488, "RBK": 0.764008})


class Figures(unittest.TestCase):
    """As at 31 March 2023, by the reference calculation."""

    @classmethod
    def setUpClass(cls):
        answer = status_reference.assess(load("programme.json"), "2023-03-31")
        cls.items = answer["items"]
        cls.nodes = {(row["kind"], row["id"]): row for row in answer["nodes"]}
        cls.programme = cls.nodes["programme", "clinical-improvement"]

    def test_items(self):
        levels = collections.Counter(row["level"] for row in self.items)
        self.assertEqual(levels, {"complete": 22, "green": 13, "amber": 13, "red": 11, "excluded": 1})
        reported_green = [row["level"] for row in self.items if row["reported_level"] == "green"]
        self.assertEqual((len(reported_green), reported_green.count("red"), reported_green.count("amber")), (27, 4, 10))

    def test_networks_and_goals(self):
        networks = [row for (kind, _), row in self.nodes.items() if kind == "body" and row["level"] != "excluded"]
        self.assertEqual(collections.Counter(row["level"] for row in networks), {"red": 6, "amber": 4, "green": 1})
        self.assertEqual(collections.Counter(row["as_reported"] for row in networks), {"red": 1, "amber": 3, "green": 7})
        self.assertEqual([row["level"] for (kind, _), row in self.nodes.items() if kind == "goal"], ["amber"] * 3)

    def test_programme(self):
        row = self.programme
        self.assertEqual((row["level"], row["robustness"]["children"]["default"], row["robustness"]["leaves"]["mean"]), ("amber", "red", "green"))
        self.assertTrue(row["robustness"]["policy_sensitive"])
        shares = [round(row["shares"][level], 4) for level in ("red", "amber")]
        self.assertEqual((shares, round(row["coverage"], 4)), ([0.2157, 0.2647], 0.8922))
        self.assertAlmostEqual(row["watermelon_index"], 4 / 27)
        self.assertEqual((len(row["path_to_green"]), len(row["next_to_fall"]) > 1), (12, True))


if __name__ == "__main__":
    unittest.main()

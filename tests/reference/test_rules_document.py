"""docs/demo/rules.json shows every status rule once: as at 31 March 2023 each item and network is what its name says."""

import collections
import json
import pathlib
import unittest

import status_reference

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs/demo/rules.json"

# item -> level, level before overrides, what decides it (dimension or reason), a rule that spoke ("" none)
ITEMS = {
    "URO-T1": ("complete", "complete", None, ""),
    "URO-M1": ("red", "red", "schedule", "BLOCKED"),
    "URO-P1": ("green", "green", "schedule", ""),
    "URO-T2": ("red", "red", "benefit", "BENEFIT"),
    "SKI-T1": ("amber", "amber", "schedule", "SLIP"),
    "SKI-M1": ("amber", "amber", "evidence", "STALE"),
    "SKI-P1": ("green", "green", "schedule", ""),
    "SKI-T2": ("amber", "amber", "benefit", "BENEFIT"),
    "ORT-M1": ("red", "red", "schedule", "SLIP"),
    "ORT-M2": ("green", "green", "schedule", ""),
    "ORT-P1": ("amber", "amber", "schedule", "NO_FORECAST"),
    "ORT-T1": ("amber", "amber", "schedule", "FORECAST_IN_PAST"),
    "ORT-T2": ("amber", "amber", "schedule", "NOT_STARTED_DUE_SOON"),
    "ORT-P2": ("amber", "amber", "schedule", "ON_HOLD"),
    "ORT-P3": ("amber", "amber", "schedule", "BEHIND_PLAN"),
    "ORT-P4": ("red", "red", "schedule", "BEHIND_PLAN"),
    "ORT-P5": ("green", "green", "schedule", ""),
    "ORT-T3": ("green", "green", "schedule", ""),
    "ORT-T4": ("complete", "complete", None, ""),
    "ORT-T5": ("green", "green", "schedule", ""),
    "THE-M1": ("amber", "amber", "schedule", "SLIP"),
    "THE-P1": ("amber", "amber", "schedule", "INHERITED_RISK"),
    "THE-T1": ("green", "green", "schedule", ""),
    "THE-M2": ("red", "red", "schedule", "NEGATIVE_SLACK"),
    "THE-T2": ("amber", "amber", "schedule", "INHERITED_RISK"),
    "THE-T3": ("red", "red", "blockers", "BLOCKED"),
    "EYE-T1": ("green", "amber", "override", "OVERRIDE"),
    "EYE-T2": ("red", "red", "schedule", "OVERRIDE_REFUSED"),
    "EYE-T3": ("red", "red", "schedule", "OVERRIDE_CONTRADICTED"),
    "EYE-T4": ("red", "green", "override", "OVERRIDE"),
    "EYE-T5": ("amber", "amber", "schedule", "OVERRIDE_REFUSED"),
    "EYE-T6": ("amber", "green", "override", "OVERRIDE"),
    "IMG-T1": ("red", "red", "schedule", "SLIP"),
    "IMG-P1": ("not_assessed", "not_assessed", "no_baseline", ""),
    "IMG-T2": ("green", "green", "schedule", ""),
    "IMG-T3": ("complete", "complete", None, ""),
    "CRC-M1": ("red", "red", "schedule", "SLIP"),
    "CRC-P1": ("green", "green", "schedule", ""),
    "PHA-T1": ("green", "green", "schedule", ""),
    "PHA-T2": ("not_assessed", "not_assessed", "no_baseline", ""),
    "PAT-M1": ("complete", "complete", None, "BENEFIT_NOT_SEEN"),
    "REN-P1": ("not_assessed", "not_assessed", "no_baseline", ""),
    "REN-T1": ("excluded", "excluded", "cancelled", ""),
    "MAT-T1": ("excluded", "excluded", "grace", ""),
    "STR-T1": ("excluded", "excluded", "draft", ""),
    "STR-T2": ("excluded", "excluded", "proposed", ""),
    "STR-P1": ("excluded", "excluded", "cancelled", ""),
    "STR-T3": ("excluded", "excluded", "excluded_parent", ""),
    "STR-T4": ("amber", "amber", "schedule", "STALE"),
    "STR-T5": ("not_assessed", "not_assessed", "no_baseline", ""),
    "STR-T6": ("excluded", "excluded", "not_in_force", ""),
    "COM-P1": ("green", "green", "schedule", ""),
    "COM-T1": ("amber", "amber", "schedule", "SLIP"),
}

# node -> level over leaves, level over children
NODES = {
    "urology": ("red", "red"),
    "skin": ("amber", "amber"),
    "orthopaedics": ("amber", "amber"),
    "theatres": ("red", "red"),
    "eyes": ("red", "red"),
    "imaging": ("amber", "amber"),  # one red in nine; its override to green stops at the floor
    "critical-care": ("red", "red"),  # by its critical milestone: red has a fifth of the weight
    "pharmacy": ("amber", "amber"),  # nothing is amber: coverage is three quarters
    "pathology": ("complete", "complete"),
    "renal": ("excluded", "excluded"),
    "maternity": ("excluded", "excluded"),
    "stroke": ("amber", "amber"),
    "community": ("amber", "green"),  # an override moves the children path only
    "genomics": ("excluded", "excluded"),
    "ORT-P5": ("green", "green"),
    "IMG-P1": ("green", "green"),
    "REN-P1": ("excluded", "excluded"),
    "STR-P1": ("excluded", "excluded"),
}


class EveryRule(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = json.loads(DOCUMENT.read_text(encoding="utf-8"))
        cls.answer = status_reference.assess(cls.document, "2023-03-31")
        cls.items = {row["id"]: row for row in cls.answer["items"]}
        cls.nodes = {row["id"]: row for row in cls.answer["nodes"]}

    def test_items(self):
        self.assertEqual(list(ITEMS), list(self.items))
        for key, (level, computed, decided_by, rule) in ITEMS.items():
            with self.subTest(key):
                row = self.items[key]
                self.assertEqual((row["level"], row["computed_level"]), (level, computed))
                self.assertEqual(row["reason"] or row["dimension"], decided_by)
                self.assertTrue(not rule or rule in row["codes"], row["codes"])

    def test_nodes(self):
        for key, (leaves, children) in NODES.items():
            with self.subTest(key):
                row = self.nodes[key]["robustness"]
                self.assertEqual((row["leaves"]["default"], row["children"]["default"]), (leaves, children))

    def test_overrides_of_networks_hold_on_the_children_path(self):
        nodes = status_reference.assess(self.document, "2023-03-31", policy={"path": "children"}, paths=False)["nodes"]
        judged = {row["id"]: (row["level"], row["codes"]) for row in nodes if row["codes"]}
        self.assertEqual(judged, {"imaging": ("amber", ["OVERRIDE"]), "community": ("green", ["OVERRIDE"])})

    def test_what_no_colour_shows(self):
        self.assertEqual(self.items["ORT-T4"]["slip_days"], 10)  # complete late
        self.assertEqual((self.items["ORT-T3"]["baseline_finish"], self.items["ORT-T3"]["level"]), ("2023-03-28", "green"))  # overdue
        self.assertEqual((len(self.priority("URO-P1")["baselines"]), self.items["URO-P1"]["level_against_original"]), (3, "red"))
        self.assertEqual(self.items["COM-P1"]["stale_on"], "2023-05-08")
        self.assertEqual(self.nodes["every-rule"]["watermelons"], ["ORT-M1", "THE-M2", "URO-T2"])
        self.assertEqual(self.nodes["imaging"]["shares"]["red"], 1 / 9)
        self.assertEqual(self.nodes["critical-care"]["shares"]["red"], 0.2)
        self.assertEqual((self.nodes["pharmacy"]["coverage"], self.nodes["pharmacy"]["shares"]["amber"]), (0.75, 0.0))
        self.assertEqual(self.nodes["community"]["shares"]["amber"], 0.25)
        self.assertEqual((self.items["ORT-M2"]["reported_level"], self.items["ORT-M2"]["level"]), ("amber", "green"))  # pessimistic

    def test_a_report_recorded_later_was_not_known_at_the_year_end(self):
        then = status_reference.assess(self.document, "2023-03-31", "2023-03-31", paths=False)["items"]
        row = next(row for row in then if row["id"] == "SKI-P1")
        self.assertEqual((row["computed_level"], row["level"]), ("red", "amber"))

    def test_every_top_level_list_has_an_entity(self):
        lists = collections.Counter({key: len(value) for key, value in self.document.items() if isinstance(value, list)})
        self.assertEqual(len(lists), 23)
        self.assertGreater(min(lists.values()), 0)

    def priority(self, key):
        return next(row for row in self.document["priorities"] if row["id"] == key)


if __name__ == "__main__":
    unittest.main()

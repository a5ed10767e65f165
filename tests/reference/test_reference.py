"""Tests of the reference itself: the worked example, the traps, the generator.

    python -m unittest discover -s tests/reference
    python tests/reference/test_reference.py

The worked example needs `items.csv`. It is looked for in the environment
variable EQUIPOISE_DEMO_ITEMS, else at ../shared/demo/items.csv beside the
repository; when it is absent the tests say so and are skipped.
"""
import csv
import os
import sys
import unittest
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import compare  # noqa: E402
import generate  # noqa: E402
import status_reference as reference  # noqa: E402

CSV = Path(os.environ.get("EQUIPOISE_DEMO_ITEMS")
           or HERE.parents[2] / "shared" / "demo" / "items.csv")
KIND = {"T": "task", "M": "milestone", "P": "project"}
GOAL = {"A": "access", "Q": "quality", "R": "resilience"}
LIFECYCLE = {"CO": "complete", "IP": "in_progress", "NS": "agreed", "OH": "on_hold", "CA": "cancelled"}
LEVEL = {"B": "complete", "G": "green", "A": "amber", "R": "red", "X": "excluded"}


def slug(name):
    return name.lower().replace(" ", "-")


def demo(rows):
    """The document of the worked example, from its rows."""
    networks = list(dict.fromkeys(r["network"] for r in rows))
    priorities, updates = [], []
    for n, r in enumerate(rows):
        item = {"id": r["id"], "name": r["title"], "kind": KIND[r["kind"]],
                "body": slug(r["network"]), "goal": GOAL[r["goal"]],
                "baselines": [{"version": 1, "finish": r["baseline_finish"],
                               "approved_on": "2022-04-01"}]}
        if r["kind"] == "M":
            item["critical"] = True
        priorities.append(item)
        update = {"id": f"u{n}", "priority": r["id"], "as_at": r["reported_on"],
                  "recorded_on": r["reported_on"], "by": "project_manager",
                  "lifecycle": LIFECYCLE[r["lifecycle"]]}
        for name in ("forecast_finish", "actual_finish"):
            if r[name]:
                update[name] = r[name]
        if r["reported"] != "-":
            update["reported_level"] = LEVEL[r["reported"]]
        if r["lifecycle"] == "CA":
            update["reason"] = "No longer needed"
        updates.append(update)
    return {"schema_version": "1.0", "id": "demo", "name": "Demo", "illustrative": True,
            "goals": [{"id": g, "name": g} for g in GOAL.values()],
            "roles": [{"id": "project_manager", "name": "Project manager"}],
            "bodies": [{"id": slug(n), "kind": "network", "name": n, "cadences": [
                {"meeting_kind": "network", "every": "month"}]} for n in networks],
            "priorities": priorities, "updates": updates}


@unittest.skipUnless(CSV.exists(), f"worked example absent: no {CSV.name} (set EQUIPOISE_DEMO_ITEMS)")
class WorkedExample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(CSV, encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))
        cls.report = reference.assess(demo(cls.rows), "2023-03-31")
        cls.items = {i["id"]: i for i in cls.report["items"]}
        cls.nodes = {(n["kind"], n["id"]): n for n in cls.report["nodes"]}
        cls.top = cls.nodes["programme", "demo"]

    def test_frame(self):
        self.assertEqual(60, len(self.rows))
        self.assertEqual({"T": 30, "M": 17, "P": 13},
                         {k: sum(r["kind"] == k for r in self.rows) for k in "TMP"})

    def test_every_row(self):
        for r in self.rows:
            item = self.items[r["id"]]
            with self.subTest(r["id"]):
                self.assertEqual(LEVEL[r["computed"]], item["computed_level"])
                self.assertEqual(item["computed_level"], item["level"])
                self.assertEqual(int(r["slip_days"]) if r["slip_days"] else None, item["slip_days"])
                stale = [f for f in r["findings"].split("; ") if f.startswith("STALE ")]
                self.assertEqual(int(stale[0][6:-1]) if stale else None,
                                 item["evidence"]["stale_days"])
                self.assertEqual(["forecast_finish"] if "NO_FORECAST" in r["findings"] else [],
                                 item["evidence"]["missing"])
                for word in ("NO_FORECAST", "ON_HOLD"):
                    self.assertEqual(word in r["findings"], word in item["codes"])

    def test_counts(self):
        self.assertEqual({"complete": 22, "green": 13, "amber": 13, "red": 11,
                          "not_assessed": 0, "excluded": 1}, self.top["counts"])

    def test_watermelons(self):
        self.assertEqual(4, len(self.top["watermelons"]))
        self.assertEqual("0.148", f"{self.top['watermelon_index']:.3f}")
        self.assertEqual(4 / 27, self.top["watermelon_index"])
        green = [i for i in self.items.values() if i["reported_level"] == "green"]
        self.assertEqual((27, 4, 10), (len(green), *(
            sum(i["computed_level"] == level for i in green) for level in ("red", "amber"))))

    def test_networks_and_goals(self):
        bodies = [n for (kind, _), n in self.nodes.items() if kind == "body"]
        for field, wanted in (("level", (6, 4, 1)), ("as_reported", (1, 3, 7))):
            self.assertEqual(wanted, tuple(
                sum(n[field] == word for n in bodies) for word in ("red", "amber", "green")))
        self.assertEqual(["amber"] * 3, [n["level"] for (kind, _), n in self.nodes.items()
                                         if kind == "goal"])

    def test_programme(self):
        cells = self.top["robustness"]
        self.assertEqual("amber", self.top["level"])
        self.assertEqual("amber", cells["leaves"]["default"])
        self.assertEqual("red", cells["children"]["default"])
        self.assertEqual("green", cells["leaves"]["mean"])
        self.assertTrue(cells["policy_sensitive"])
        shares = self.top["shares"]
        self.assertEqual(("0.2157", "0.2647", "0.8922"), tuple(
            f"{x:.4f}" for x in (shares["red"], shares["amber"], self.top["coverage"])))
        mean = sum(n * shares[word] for n, word in enumerate(reference.ORDER))
        self.assertEqual("1.4314", f"{mean:.4f}")

    def test_paths(self):
        self.assertEqual(12, len(self.top["path_to_green"]))
        self.assertGreater(len(self.top["next_to_fall"]), 1)


TODAY = date(2023, 3, 31)


def on(days):
    return (TODAY + timedelta(days)).isoformat()


def item(name="a", due=60, kind="task", start=None, **more):
    base = {"version": 1, "finish": on(due), "approved_on": on(-100)}
    if start is not None:
        base["start"] = on(start)
    return {"id": name, "name": name, "kind": kind, "body": "b", "baselines": [base], **more}


def told(name="a", at=-1, life="in_progress", slip=None, **more):
    update = {"id": f"{name}{at}{slip}", "priority": name, "as_at": on(at), "by": "chair", "lifecycle": life, **more}
    if slip is not None:
        update["forecast_finish"] = on(slip)
    return update


def programme(items, updates=(), **more):
    return {"schema_version": "1.0", "id": "p", "name": "p", "goals": [],
            "bodies": [{"id": "b", "kind": "network", "name": "b"}], "priorities": list(items),
            "updates": list(updates), **more}


def first(document, policy=None, as_at=0, known_at=None):
    return reference.assess(document, on(as_at), known_at and on(known_at), policy)["items"][0]


def node(document, policy=None, kind="body", name="b", **more):
    report = reference.assess(document, on(0), policy=policy, **more)
    return next(n for n in report["nodes"] if (n["kind"], n["id"]) == (kind, name))


class Traps(unittest.TestCase):
    """Figures worked out by hand from the page."""

    def level(self, wanted, *args, **more):
        self.assertEqual(wanted, first(*args, **more)["computed_level"])

    def test_slip_edges(self):
        for kind, critical, green, amber in (("task", False, 7, 28), ("milestone", True, 0, 14),
                                             ("milestone", False, 7, 28), ("project", False, 14, 42),
                                             ("task", True, 7, 28)):
            for slip, wanted in ((green, "green"), (green + 1, "amber"), (amber, "amber"), (amber + 1, "red")):
                with self.subTest(kind=kind, critical=critical, slip=slip):
                    self.level(wanted, programme([item(kind=kind, critical=critical)], [told(slip=60 + slip)]))

    def test_percentage(self):
        # Twenty days from -10 to +10; told on day 0 the plan stands at 50 per cent.
        for percent, wanted in ((36, "green"), (35, "amber"), (21, "amber"), (20, "red")):
            self.level(wanted, programme([item(due=10, start=-10)], [told(at=0, slip=10, percent=percent)]))
        # Start day at 0 per cent is not late; a zero-length plan is due at once after it.
        self.level("green", programme([item(due=20, start=0)], [told(at=0, slip=20, percent=0)]))
        self.level("green", programme([item(due=-5, start=-5)], [told(at=-5, slip=0, percent=0)]))
        self.level("red", programme([item(due=-5, start=-5)], [told(at=-4, slip=0, percent=0)]))

    def test_forecasts(self):
        past = first(programme([item(due=-1)], [told(slip=-1)]))
        self.assertEqual(("amber", 1), (past["level"], past["slip_days"]))
        none = first(programme([item(due=-1)], [told()]))
        self.assertEqual(("amber", 1, ["forecast_finish"]),
                         (none["level"], none["slip_days"], none["evidence"]["missing"]))

    def test_stale(self):
        # Month: 1.5 x 31 = 46.5 days.
        fresh = first(programme([item()], [told(at=-46, slip=60)]))
        self.assertEqual(("green", on(1), None), (fresh["level"], fresh["stale_on"], fresh["evidence"]["stale_days"]))
        stale = first(programme([item()], [told(at=-47, slip=60)]))
        self.assertEqual(("amber", None, 47, "evidence"), (stale["level"], stale["stale_on"],
                                                           stale["evidence"]["stale_days"], stale["dimension"]))
        red = first(programme([item()], [told(at=-47, slip=120)]))
        self.assertEqual("red", red["level"])

    def test_not_started(self):
        self.level("amber", programme([item(due=14)], [told(life="agreed", slip=14)]))
        self.level("green", programme([item(due=15)], [told(life="agreed", slip=15)]))
        self.level("green", programme([item(due=14)], [told(life="agreed", slip=14, percent=1)]))

    def test_blockers(self):
        def blocked(days, **more):
            return programme([item()], [told(slip=60)],
                             blockers=[{"id": "k", "priority": "a", "raised_on": on(-days), **more}])
        for days, wanted in ((31, "green"), (32, "amber"), (62, "amber"), (63, "red")):
            self.level(wanted, blocked(days))
        self.level("green", blocked(63, resolved_on=on(0)))
        self.level("red", blocked(63, resolved_on=on(1)))

    def test_dependencies(self):
        items = [item(due=60, kind="milestone", critical=True, depends_on=[{"priority": "b1", "lag_days": 10}]),
                 item("b1", due=50, depends_on=[{"priority": "c"}]), item("c", due=40)]
        told_all = [told(slip=60), told("b1", slip=50), told("c", slip=40)]
        row = first(programme(items, told_all))
        self.assertEqual(("green", 0), (row["level"], row["slack_days"]))
        late = first(programme(items, told_all[:2] + [told("c", slip=51)]))
        self.assertEqual(("red", -1, 0), (late["level"], late["slack_days"], late["slip_days"]))
        gone = programme(items, told_all[:2] + [told("c", slip=51), told("b1", at=0, life="cancelled", reason="-")])
        self.level("green", gone)

    def test_completion(self):
        before = item()
        before["baselines"].append({"version": 2, "finish": on(90), "approved_on": on(-10)})
        done = programme([before], [told(at=-20, life="complete", actual_finish=on(-20))])
        self.assertEqual(("complete", -80), (first(done)["level"], first(done)["slip_days"]))
        done["updates"].append(told(at=-5, slip=90))
        self.assertEqual("green", first(done)["level"])
        self.assertEqual("red", first({**done, "updates": [told(slip=90)]})["level_against_original"])

    def test_overrides(self):
        def judged(first_slip, then_slip, level, by="chair", approved_by="executive", reason="-", **more):
            row = first(programme([item()], [told(at=-10, slip=60 + first_slip), told(at=-2, slip=60 + then_slip)],
                                  overrides=[{"id": "o", "subject": {"kind": "priority", "id": "a"},
                                              "level": level, "start": on(-5), "by": by,
                                              "approved_by": approved_by, "reason": reason, **more}]))
            return row["computed_level"], row["level"], row["dimension"]
        self.assertEqual(("amber", "green", "override"), judged(20, 20, "green"))
        self.assertEqual(("amber", "amber", "schedule"), judged(20, 20, "green", approved_by="chair"))
        self.assertEqual(("amber", "amber", "schedule"), judged(20, 20, "green", reason=None))
        self.assertEqual(("red", "red", "schedule"), judged(20, 40, "green"))          # contradicted
        self.assertEqual(("red", "red", "schedule"), judged(40, 40, "green"))          # two levels
        self.assertEqual(("red", "amber", "override"), judged(40, 40, "amber"))
        self.assertEqual(("green", "green", "schedule"), judged(40, 0, "amber"))
        self.assertEqual(("green", "amber", "override"), judged(0, 0, "amber"))
        self.assertEqual(("red", "red", "schedule"), judged(0, 40, "amber"))           # facts got worse
        self.assertEqual(("green", "green", "schedule"), judged(0, 0, "amber", end=on(-1)))
        self.assertEqual(("green", "amber", "override"), judged(0, 0, "amber", end=on(0)))

    def test_shares_exactly_at_the_edge(self):
        def body(*weights):
            return node(programme([item(n, weight=w) for n, w in zip("abcd", weights)],
                                  [told("a", slip=120)] + [told(n, slip=60) for n in "bcd"]), kind="body")
        self.assertEqual("red", body(0.1, 0.1, 0.1, 0.1)["level"])          # 4 x 0.1 >= 0.4
        self.assertEqual("red", body(0.1, 0.3)["level"])
        self.assertEqual("amber", body(0.1, 0.300001)["level"])

    def test_coverage_exactly_at_the_edge(self):
        items = [item("a", weight=0.8), item("b1", weight=0.2, baselines=[])]
        self.assertEqual("green", node(programme(items, [told(slip=60)]))["level"])
        items[0]["weight"] = 0.799999
        self.assertEqual("amber", node(programme(items, [told(slip=60)]))["level"])

    def test_complete_items_and_parents(self):
        done = told("c", life="complete", actual_finish=on(-1))
        family = [item("a", kind="milestone", critical=True, baselines=[]), item("c", parent="a")]
        self.assertEqual("complete", node(programme(family, [done]))["level"])
        self.assertEqual("excluded", node(programme(family, [told("c", life="cancelled", reason="-")]))["level"])
        # A red leaf two levels down keeps the programme from green.
        deep = [item("a", weight=50), item("c", parent="a"), item("d", parent="c")]
        facts = [told("a", slip=60), told("c", slip=60), told("d", slip=120)]
        self.assertEqual("amber", node(programme(deep, facts), kind="programme", name="p")["level"])

    def test_critical_scopes(self):
        items = [item("a", weight=50), item("c", kind="milestone", critical=True, parent="a")]
        facts = [told("a", slip=60), told("c", slip=120)]
        for scope, of_a, of_body, of_programme in (("direct", "red", "amber", "amber"), ("all", "red", "red", "red"),
                                                   ("off", "amber", "amber", "amber")):
            levels = [node(programme(items, facts), {"critical_scope": scope}, kind, name)["level"]
                      for kind, name in (("priority", "a"), ("body", "b"), ("programme", "p"))]
            self.assertEqual([of_a, of_body, of_programme], levels)

    def test_presets(self):
        table = {"due_date_1": "RRAAG", "due_date_2": "RAGGG", "due_date_3": "AAGGG", "due_date_4": "RRGGG",
                 "due_date_5": "GGGGG"}
        for preset, wanted in table.items():
            for due, letter in zip((-8, -7, 0, 7, 8), wanted):
                level = {"R": "red", "A": "amber", "G": "green"}[letter]
                self.level(level, programme([item(due=due)], [told(at=-90, life="on_hold")]), {"preset": preset})
        for slip, wanted in ((7, "green"), (30, "amber"), (31, "red")):
            strict = item(kind="project", tolerances={"green_days": 0, "amber_days": 0})
            self.level(wanted, programme([strict], [told(slip=60 + slip)]), {"preset": "week_month"})


class Generator(unittest.TestCase):
    def test_documents_are_valid(self):
        for seed in range(300):
            case = generate.case(seed)
            with self.subTest(seed=seed):
                self.assertEqual(case, generate.case(seed))
                self.assertEqual([], list(broken(case["document"])))

    def test_an_answer_equals_itself(self):
        case = generate.case(3)
        report, seen = reference.assess(**case), compare.Counter()
        self.assertEqual([], compare.differences(report, report, seen))
        report["items"][0]["level"] = "other"
        self.assertNotEqual([], compare.differences(reference.assess(**case), report, seen))

    def test_smallest_sets_against_every_subset(self):
        tried = 0
        for seed in range(120):
            policy, _, world, nodes = reference.resolve(**generate.case(seed))
            for unit in nodes.values():
                for search, target, words in (
                        (reference.path_to_green, lambda x: reference.Leaf("green", "green", x.reported, False),
                         ("green",)),
                        (reference.next_to_fall, lambda x: reference.Leaf("red", "red", x.reported, x.gap),
                         ("red",))):
                    able = sorted(u.item for u in unit.leaves if world.leaves[u.item].effective in (
                        ("green", "amber", "red", "not_assessed") if words == ("green",)
                        else ("green", "amber", "red")))
                    rule, path = policy["roll_up"], policy["path"]
                    now = world.level(unit, "effective", rule, path)
                    if len(able) > 7 or (words == ("green",) and now in ("green", "complete", "excluded")):
                        continue
                    heavy = {u.item: u.weight for u in unit.leaves}
                    works = [ids for n in range(len(able) + 1) for ids in combinations(able, n)
                             if world.changed({i: target(world.leaves[i]) for i in ids}).level(
                                 unit, "effective", rule, path) in words]
                    best = min(works, key=lambda ids: (len(ids), -sum(heavy[i] for i in ids), ids), default=None)
                    found = search(world, unit, rule, path)
                    tried += 1
                    self.assertEqual([] if best is None and words == ("green",) else
                                     best if best is None else list(best), found, (seed, unit.key))
        self.assertGreater(tried, 300)


def broken(document):
    """The invariants the page and the domain name, for what the generator writes."""
    ids = {kind: [x["id"] for x in document.get(kind, [])] for kind in
           ("bodies", "goals", "roles", "priorities", "updates", "blockers", "overrides")}
    for kind, names in ids.items():
        if len(set(names)) != len(names):
            yield f"{kind}: repeated id"
    items = {i["id"]: i for i in document.get("priorities", [])}

    def cyclic(nexts):
        state = {}

        def visit(n):
            if state.get(n) == 1:
                return True
            if n not in state:
                state[n] = 1
                if any(visit(m) for m in nexts(n)):
                    return True
                state[n] = 2
            return False
        return any(visit(n) for n in items)
    if cyclic(lambda n: [items[n]["parent"]] if "parent" in items[n] else []):
        yield "parents are no forest"
    if cyclic(lambda n: [d["priority"] for d in items[n].get("depends_on", [])]):
        yield "dependencies have a cycle"
    for row in [*items.values(), *document["bodies"], *(c for b in document["bodies"] for c in b.get("cadences", [])),
                *document.get("overrides", [])]:
        if row.get("start", "0") > row.get("end", "9"):
            yield f"{row}: end before start"
    for i in items.values():
        if i["body"] not in ids["bodies"] or ("goal" in i and i["goal"] not in ids["goals"]):
            yield f"{i['id']}: unresolved"
        if "parent" in i and items[i["parent"]]["body"] != i["body"]:
            yield f"{i['id']}: parent in another body"
        if len({d["priority"] for d in i.get("depends_on", [])}) != len(i.get("depends_on", [])):
            yield f"{i['id']}: dependency twice"
        if i.get("weight", 1) <= 0 or i.get("tolerances", {}).get("green_days", 0) > i.get(
                "tolerances", {}).get("amber_days", 0):
            yield f"{i['id']}: weight or tolerances"
        versions = [b["version"] for b in i.get("baselines", [])]
        approvals = [b["approved_on"] for b in i.get("baselines", []) if "approved_on" in b]
        if versions != sorted(set(versions)) or approvals != sorted(approvals):
            yield f"{i['id']}: versions or approvals"
        for b in i.get("baselines", []):
            if b.get("start", "0") > b["finish"] or b.get("recorded_on", "9") < b.get("approved_on", "0"):
                yield f"{i['id']}: baseline dates"
    for u in document.get("updates", []):
        if u["priority"] not in items or u["by"] not in ids["roles"] or u.get("recorded_on", "9") < u["as_at"]:
            yield f"{u['id']}: reference or recorded_on"
        if u.get("lifecycle") == "complete" and not u.get("actual_finish"):
            yield f"{u['id']}: complete without actual finish"
        if u.get("actual_finish", "0") > u["as_at"] or u.get("actual_start", "0") > u["as_at"]:
            yield f"{u['id']}: actual date after as_at"
        if u.get("lifecycle") == "cancelled" and not u.get("reason"):
            yield f"{u['id']}: cancelled without reason"
        starts = [v["actual_start"] for v in document["updates"]
                  if v["priority"] == u["priority"] and v.get("actual_start")]
        for end in ("actual_finish", "forecast_finish"):
            if u.get(end) and any(s > u[end] for s in starts):
                yield f"{u['id']}: start after {end}"
        if not 0 <= (u.get("percent") or 0) <= 100:
            yield f"{u['id']}: percent"
    for b in document.get("blockers", []):
        if b["priority"] not in items or b.get("resolved_on", "9") < b["raised_on"]:
            yield f"{b['id']}: blocker"
    known = {("programme", document["id"]), *(("body", b) for b in ids["bodies"]),
             *(("goal", g) for g in ids["goals"]), *(("priority", i) for i in items)}
    for o in document.get("overrides", []):
        if (o["subject"]["kind"], o["subject"]["id"]) not in known or o.get("recorded_on", "9") < o["start"]:
            yield f"{o['id']}: subject or recorded_on"


if __name__ == "__main__":
    unittest.main()

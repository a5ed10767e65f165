"""Seeded generator of valid programmes that press on every status rule.

    case(seed) -> {"document", "as_at", "known_at", "policy"}

The same seed gives the same case. Distances in days are drawn mostly from the
edges the rules name (7, 8, 14, 15, 28, 29, one and two cycles, 1.5 cycles ...).
Everything is invented; no document stands for a real programme.

    python generate.py 7            # prints the case of seed 7
"""
from __future__ import annotations

import json
import random
import sys
from datetime import date

import generate_benefit

DATES = ("2023-03-31", "2023-04-01", "2024-02-29", "2024-03-31", "2023-07-15", "2022-12-31")
ROLES = ("project_manager", "clinical_lead", "managing_director", "chair")
CYCLES = {"month": 31, "quarter": 92, "half_year": 184, "year": 366}
LEVELS = ("complete", "green", "amber", "red")
WORDS = (*LEVELS, "amber_green", "amber_red")
WEIGHTS = (0.1, 0.3, 0.2, 0.4, 0.7, 1, 2, 3, 1.5, 0.000001, 0.333333, 12)
SLIPS = (-20, -1, 0, 1, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 31, 41, 42, 43, 90)
TOLERANCES = {"task": (7, 28), "milestone": (7, 28), "critical_milestone": (0, 14), "project": (14, 42)}
DUE = (-60, -29, -8, -7, -1, 0, 1, 6, 7, 8, 13, 14, 15, 30, 60, 120)


def iso(number):
    return date.fromordinal(number).isoformat()


def day(text):
    return date.fromisoformat(text).toordinal()


def case(seed):
    return Maker(seed).case()


class Maker:
    def __init__(self, seed):
        self.seed = seed
        self.rng = random.Random(f"status {seed}")
        self.today = day(self.rng.choice(DATES))
        self.size = (self.rng.randint(20, 40) if self.chance(.06) else self.rng.randint(3, 14))
        self.exact = self.chance(.1)       # equal weights, shares exactly at a limit
        if self.exact:
            self.size = self.pick((4, 5, 8, 10, 10))
        # How much goes wrong: calm programmes make green nodes, rough ones red ones.
        self.trouble = self.rng.choice((.05, .15, .3, .6))
        self.serial = 0

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, options):
        return self.rng.choice(options)

    def trouble_strikes(self, factor=1.0):
        return self.chance(min(.95, self.trouble * factor))

    def new_id(self, letter):
        self.serial += 1
        return f"{letter}{self.serial:03d}"

    # ------------------------------------------------------------------ the case

    def case(self):
        policy = self.policy()
        self.settled = policy or {}
        self.dated = str(self.settled.get("preset")).startswith("due_date")    # dates decide all
        document = self.document()
        if self.chance(.08):               # the document's own policy; the argument wins
            document["policy"] = {"version": "1.0", **(self.policy() or {})}
        elif policy is not None and self.chance(.08):
            document["policy"], policy = {"version": "1.0", **policy}, None
        known_at = self.pick((None, None, self.today, self.today + 10, self.today - self.pick((1, 5, 20, 60))))
        return {"document": document, "as_at": iso(self.today),
                "known_at": None if known_at is None else iso(known_at), "policy": policy}

    def policy(self):
        if self.chance(.15):
            return None
        policy = {}
        if self.chance(.45):
            policy["roll_up"] = self.pick(("default", "default", "worst_of", "mean", "threshold_ladder"))
        if self.chance(.6):
            policy["path"] = self.pick(("leaves", "children", "children"))
        if self.chance(.5):
            policy["critical_scope"] = self.pick(("direct", "off", "all", "all"))
        if self.chance(.25):
            policy["preset"] = self.pick(("week_month", "week_month", *(f"due_date_{n}" for n in range(1, 6))))
        for key, values in (("not_started_days", (0, 7, 30)), ("progress_amber", (0.1, 0.2)),
                            ("progress_red", (0.25, 0.4)), ("stale_cycles", (1, 2, 1.25)),
                            ("red_share", (0.2, 0.3, 0.5)), ("amber_share", (0.1, 0.3, 0.5)),
                            ("coverage", (0.5, 0.75, 0.9, 1)), ("override_days", (10, 36, 60))):
            if self.chance(.05):
                policy[key] = self.pick(values)
        if self.chance(.06):
            policy["tolerances"] = {self.pick(("task", "milestone", "critical_milestone", "project")):
                                    {"green_days": self.pick((0, 5, 14)), "amber_days": self.pick((14, 30))}}
        if self.chance(.06):
            policy["weights"] = {self.pick(("task", "milestone", "project")): self.pick((0.5, 1, 2, 5))}
        return policy

    # -------------------------------------------------------------- the document

    def document(self):
        rng = self.rng
        self.bodies = [self.body(f"b{n}") for n in range(rng.randint(1, 4))]
        goals = [f"g{n}" for n in range(rng.randint(0, 3))]
        self.cycle = {b["id"]: min([c["every"]["days"] if isinstance(c["every"], dict) else CYCLES[c["every"]]
                                    for c in b.get("cadences", [])
                                    if day(c.get("start", "2000-01-01")) <= self.today
                                    <= day(c.get("end", "2999-01-01"))], default=31)
                      for b in self.bodies}
        used = self.bodies if len(self.bodies) == 1 or self.chance(.5) else self.bodies[:-1]  # an empty body
        self.items, self.updates, self.blockers, self.stories = [], [], [], []
        if self.exact:
            self.exact_items(used[0]["id"], goals)
        else:
            for n in range(self.size):
                self.item(f"i{n:02d}", self.pick(used)["id"], goals)
            if goals and self.chance(.2):
                self.generations(self.pick(used)["id"], goals)
            self.link()
        rng.shuffle(self.updates)
        rng.shuffle(self.items)
        document = {
            "schema_version": "1.0", "id": "programme", "name": "Generated programme", "illustrative": True,
            "organisations": [{"id": "north", "name": "North", "kind": "trust"}],
            "objectives": [{"id": "care", "name": "Improve care"}],
            "goals": [{"id": g, "objective": "care", "name": g} for g in goals],
            "roles": [{"id": r, "name": r} for r in ROLES],
            "bodies": self.bodies, "priorities": self.items, "updates": self.updates,
            "blockers": self.blockers, "overrides": self.overrides(goals),
        }
        document.update(self.people())
        if self.chance(.6):
            generate_benefit.indicators(self, document)
        return {k: v for k, v in document.items() if v != [] or self.chance(.5)}

    def body(self, name):
        body = {"id": name, "kind": "network", "name": f"Network {name}"}
        if self.chance(.05):               # the body's own validity excludes nothing
            body[self.pick(("start", "end"))] = iso(self.today + self.pick((-40, 0, 40)))
        if self.chance(.08):               # grace: the day itself is measured
            body["status_from"] = iso(self.today + self.pick((-30, -1, 0, 1, 30)))
        if self.chance(.75):
            body["cadences"] = [self.cadence() for _ in range(self.rng.randint(1, 3))]
        return body

    def people(self):
        """Roles that are held or not, and meetings that organisations come to or not."""
        places = ("north", "south", "east")
        members = [{"organisation": p} for p in places]
        if self.chance(.3):
            self.pick(members)["start"] = iso(self.today + self.pick((-70, -40, 0, 1)))
        posts, meetings = [], []
        for body in self.bodies:
            if self.chance(.3):
                body["roles"] = [{"role": r, "min": self.pick((0, 1, 1, 2))} for r in ROLES[:self.rng.randint(1, 2)]]
                if self.chance(.5):
                    self.pick(body["roles"])["start"] = iso(self.today + self.pick((-400, -31, -30, 1)))
                for role in body["roles"]:
                    for _ in range(self.rng.randint(0, 3)):
                        post = {"id": f"a{len(posts)}", "role": role["role"], "body": body["id"]}
                        if self.chance(.5):
                            post["start"] = iso(self.today + self.pick((-500, -300, -20, 0, 1)))
                        if self.chance(.6):
                            post["end"] = iso(self.today + self.pick((-200, -94, -92, -33, -32, -31, -30, -1, 0)))
                            if post.get("start", "") > post["end"]:
                                del post["start"]
                        posts.append(post)
            if self.chance(.3):
                quorum = self.pick(({"count": "organisations", "minimum": 2}, {"minimum_organisations": 1},
                                    {"minimum": 2}, {"meeting_kind": "network", "count": "organisations", "minimum": 1}))
                body["quorums"] = [{**quorum}]
                if self.chance(.3):
                    body["quorums"][0]["start"] = iso(self.today + self.pick((-300, -35, 0)))
                if self.chance(.4):
                    body["seats"] = [{"organisation": p, "seats": self.pick((0, 1, 2))} for p in places[:2]]
                for n in range(self.rng.randint(2, 6)):
                    held = self.today - self.pick((0, 5, 20, 40, 60, 90, -3))
                    meeting = {"id": f"m{len(meetings)}", "body": body["id"], "kind": self.pick(("network", "network", "summit")),
                               "held_on": iso(held), "attendance": [
                                   {"organisation": p, **({"capacity": self.pick(("member", "deputy", "in_attendance"))}
                                                          if self.chance(.3) else {})}
                                   for p in places if self.chance(.6)]}
                    if self.chance(.2):
                        meeting["recorded_on"] = iso(held + self.pick((0, 10, 30)))
                    meetings.append(meeting)
        return {"organisations": [{"id": p, "name": p.title(), "kind": "trust"} for p in places],
                "collaborative": {"id": "all", "name": "Collaborative", "members": members},
                "appointments": posts, "meetings": meetings}

    def cadence(self):
        cadence = {"meeting_kind": self.pick(("network", "two_to_one", "summit")),
                   "every": self.pick(("month", "month", "quarter", "half_year", "year",
                                       {"days": self.pick((7, 10, 14, 21, 45))}))}
        if self.chance(.6):
            cadence["start"] = iso(self.today + self.pick((-400, -400, -100, -1, 0, 1)))
        if self.chance(.25):
            cadence["end"] = iso(self.today + self.pick((0, 1, 200, -1)))
            if cadence.get("start", "") > cadence["end"]:
                del cadence["start"]
        return cadence

    # --------------------------------------------------------------------- items

    def item(self, name, body, goals):
        kind = self.pick(("task", "task", "milestone", "milestone", "project"))
        item = {"id": name, "name": f"Priority {name}", "kind": kind, "body": body}
        if (kind == "milestone" and self.chance(.6)) or self.chance(.03):
            item["critical"] = True
        if goals and self.chance(.85):
            item["goal"] = self.pick(goals)
        others = [i for i in self.items if i["body"] == body]
        if others and self.chance(.4):
            parent = self.pick((self.pick(others), others[-1]))
            item["parent"] = parent["id"]
            if goals and "goal" in parent and self.chance(.6):
                item["goal"] = parent["goal"]
            elder = next((i for i in others if i["id"] == parent.get("parent")), {})
            if "goal" in elder and self.chance(.6):        # skips a generation
                item["goal"] = elder["goal"]
        if self.chance(.3):
            item["weight"] = self.pick(WEIGHTS)
        if self.chance(.12):
            green = self.pick((0, 3, 7, 10))
            item["tolerances"] = {"green_days": green, "amber_days": green + self.pick((0, 7, 20))}
        if self.chance(.06):
            item[self.pick(("start", "end"))] = iso(self.today + self.pick((-1, 0, 1, -30, 30)))
        if self.chance(.15):
            self.items.append(item)
            self.story(item)
            return
        if self.chance(.12):
            self.items.append(item)
            self.edge(item)
            return
        due = self.today + self.pick((-8, -7, 0, 7, 8) if self.dated else DUE if self.trouble_strikes(2)
                                     else (8, 15, 30, 60, 120, 200))
        baselines = self.baselines(due, kind, self.cycle[body])
        if baselines:
            item["baselines"] = baselines
        self.items.append(item)
        self.history(item, due)
        cycle = self.cycle[body]
        while self.trouble_strikes(.5):
            raised = self.today - self.pick((0, 3, cycle - 1, cycle, cycle + 1, 2 * cycle, 2 * cycle + 1))
            blocker = {"id": self.new_id("k"), "priority": name, "raised_on": iso(raised)}
            if self.chance(.3):
                blocker["resolved_on"] = iso(max(raised, self.today + self.pick((-10, -1, 0, 1, 5))))
            if self.chance(.5):
                blocker["recorded_on"] = iso(raised + self.pick((0, 0, 2, 10, 80)))
            self.blockers.append(blocker)

    def story(self, item):
        """Facts, then an override on them, then other facts: accepted, void, overtaken."""
        late = self.pick((0, 0, 0, 7, 15))              # not yet known when the override starts
        due, start = self.today + self.pick((15, 60)), self.today - self.pick((1, 2, 5, 20))
        item["baselines"] = [{"version": 1, "finish": iso(due), "approved_on": iso(self.today - 200)}]
        slip = self.slips(item)
        at_first, later = self.pick(("amber", "amber", "red", "green")), self.pick(("amber", "red", "green"))
        tale = self.pick(("told", "told", "told", "gone stale", "silent at first"))
        if tale == "gone stale":           # evidenced at the start, not now
            reports = [(self.today - self.cycle[item["body"]] * 3 // 2 - 1, at_first)]
            start = self.today - self.pick((2, 5))
        else:
            reports = [(start - self.pick((0, 3)), at_first), (self.pick((start + 1, self.today)), later)]
        for place, (at, level) in enumerate(reports):
            forecast = {} if place == 0 and tale == "silent at first" else {
                "forecast_finish": iso(due + slip[level])}
            self.say(item, at, {"lifecycle": "in_progress", "reported_level": self.pick(("green", level)), **forecast},
                     late=late if place == 0 else 0)
        level = LEVELS[max(1, min(3, LEVELS.index(at_first) + self.pick((-1, -1, -1, 0, 1))))]
        self.stories.append({"id": self.new_id("o"), "subject": {"kind": "priority", "id": item["id"]},
                             "level": level, "start": iso(start), "reason": "Recovery plan agreed",
                             "by": "project_manager", "approved_by": "managing_director"})

    def slips(self, item):
        _, amber = TOLERANCES["critical_milestone" if item.get("critical") and item["kind"] == "milestone"
                              else item["kind"]]
        if "tolerances" in item:
            amber = item["tolerances"]["amber_days"]
        return {"green": 0, "amber": amber, "red": amber + 1}

    def plain(self, item, level, due=60, at=-3, start=None, **more):
        """One baseline, one fresh update, nothing else to colour it."""
        baseline = {"version": 1, "finish": iso(self.today + due), "approved_on": iso(self.today - 200)}
        if start is not None:
            baseline["start"] = iso(self.today + start)
        item["baselines"] = [baseline]
        self.say(item, self.today + at, {
            "lifecycle": "in_progress", "forecast_finish": iso(self.today + due + self.slips(item)[level]),
            "reported_level": "green", **more}, late=0)

    def edge(self, item):
        """One rule exactly at its limit, everything else in order."""
        rule = self.pick(("started", "percent", "blocked", "resolved", "plain", "finished"))
        cycle = self.cycle[item["body"]]
        if rule == "started":
            due = self.settled.get("not_started_days", 14) + self.pick((-1, 0, 0, 1))
            extra = self.pick(({}, {}, {}, {"percent": 0}, {"percent": 0}, {"percent": 5},
                               {"actual_start": iso(self.today - 9)}))
            self.plain(item, "green", due=due, lifecycle="agreed", **extra)
        elif rule == "percent":            # a hundred days: one point a day
            told, amber = self.pick((0, 3, 10)), round(100 * self.settled.get("progress_amber", .15))
            red = round(100 * self.settled.get("progress_red", .3))
            behind = self.pick((amber - 1, amber, amber, amber + 1, red - 1, red, red, red + 1))
            self.plain(item, "green", due=45, at=-told, start=-55, percent=max(0, 55 - told - behind))
        elif rule == "finished":           # between two approvals, or before the first
            self.plain(item, "green", at=-20, lifecycle="complete", actual_finish=iso(self.today - 20))
            first = item["baselines"][0]
            first["approved_on"] = iso(self.today - self.pick((30, 20, 19)))
            item["baselines"].append({"version": 3, "finish": iso(self.today + 90),
                                      "approved_on": iso(self.today - self.pick((20, 19, 10)))})
            if item["baselines"][1]["approved_on"] < first["approved_on"]:
                item["baselines"].pop()
        elif rule in ("blocked", "resolved"):
            self.plain(item, "green")
            self.blockers.append({"id": self.new_id("k"), "priority": item["id"]})
            if rule == "blocked":
                self.blockers[-1]["raised_on"] = iso(self.today - self.pick((1, 2)) * cycle - self.pick((0, 1)))
            else:
                self.blockers[-1]["raised_on"] = iso(self.today - 2 * cycle - 1)
                self.blockers[-1]["resolved_on"] = iso(self.today + self.pick((-1, 0, 0, 1)))
        else:
            self.plain(item, self.pick(("green", "amber", "red")))

    def generations(self, body, goals):
        """A goal that skips a generation: the nearest ancestor of the goal is the parent's parent."""
        for n, (name, above) in enumerate((("j0", None), ("j1", "j0"), ("j2", "j1"), ("j3", "j1"))):
            item = {"id": name, "name": f"Priority {name}", "kind": self.pick(("milestone", "project")),
                    "body": body, "weight": self.pick((1, 3, 4))}
            if above:
                item["parent"] = above
            if n != 1:
                item["goal"] = goals[0]
            elif len(goals) > 1:
                item["goal"] = goals[1]
            if self.chance(.4):
                item["critical"] = True
            self.items.append(item)
            if n >= 2 or self.chance(.6):
                self.plain(item, self.pick(("green", "amber", "red")))

    def exact_items(self, body, goals):
        weight, bad = (self.pick((0.1, 0.3, 1, 0.000001)),
                       self.pick(("red", "amber", "not assessed", "not assessed")))
        troubled = self.pick((1, 1, 2))
        for n in range(self.size):
            item = {"id": f"i{n:02d}", "name": f"Priority i{n:02d}", "kind": self.pick(("task", "project")),
                    "body": body, "weight": weight, **({"goal": goals[0]} if goals else {})}
            self.items.append(item)
            if n >= troubled or bad != "not assessed":
                self.plain(item, bad if n < troubled else "green")

    def baselines(self, due, kind, cycle):
        if self.chance(.12):
            return []
        approved = self.today - self.pick((100, 200, 300, 365, 0, 5, cycle * 3 // 2, cycle * 3 // 2 + 1))
        out, version = [], 0
        for place in range(self.pick((1, 1, 1, 2, 2, 3))):
            version += self.pick((1, 1, 2))
            finish = due if place == 0 else due + self.pick((-30, 7, 28, 29, 43, 60)) * place
            baseline = {"version": version}
            if self.chance(.7):            # zero-length ones among them
                baseline["start"] = iso(finish - (0 if kind == "milestone" and self.chance(.3)
                                                  else self.pick((20, 40, 100, 200))))
            baseline["finish"] = iso(finish)
            if not self.chance(.06 if place == 0 else .15):
                baseline["approved_on"] = iso(approved)
                if self.chance(.5):
                    baseline["recorded_on"] = iso(approved + self.pick((0, 0, 0, 5, 100)))
            approved += self.pick((0, 30, 100, 180))
            out.append(baseline)
        return out

    def history(self, item, due):
        """Updates of one item, told late and out of order."""
        rng, cycle = self.rng, self.cycle[item["body"]]
        if self.chance(.06):
            return
        life = rng.choices(("in_progress", "agreed", "complete", "reopened", "on_hold", "cancelled",
                            "draft", "proposed"), (50, 12, 18, 5, 5, 5, 2, 2))[0]
        if self.trouble_strikes(.8):
            last = self.pick((cycle, cycle * 3 // 2, cycle * 3 // 2 + 1, 2 * cycle, 70))
        else:
            last = self.pick((0, 1, 3, 10, min(20, cycle)))
        last = self.today - last
        days = sorted({last, *(last - self.pick((0, 5, 31, 40, 90)) for _ in range(self.pick((0, 1, 1, 2, 3))))})
        started = days[0] - self.pick((0, 10, 60)) if self.chance(.7) else None
        for at in days:
            update = {"lifecycle": life if life in ("agreed", "draft", "proposed") else "in_progress"}
            if self.chance(.1) or (life == "agreed" and self.chance(.5)):
                del update["lifecycle"]
            if started is not None and life not in ("agreed", "draft", "proposed") and self.chance(.7):
                update["actual_start"] = iso(started)
            if not self.chance(.05 + .3 * self.trouble):
                slip = self.pick(SLIPS) if self.trouble_strikes(1.2) else self.pick((0, 0, 0, -5))
                ahead = due + slip
                if not self.trouble_strikes(.5):
                    ahead = max(ahead, self.today)
                update["forecast_finish"] = iso(max(ahead, started or ahead))
            if self.chance(.3) and life not in ("agreed", "draft", "proposed"):
                update["percent"] = self.percent(item, at)
            elif self.chance(.03):
                update["percent"] = self.pick((0, 10))
            if self.chance(.75):
                update["reported_level"] = self.pick(("green", "green", "amber", "red", self.pick(WORDS)))
            if self.chance(.1):
                update["note"] = None      # a null field says nothing
            if self.chance(.1):
                update.setdefault("percent", None)
            self.say(item, at, update)
        at = days[-1]
        finish = at - self.pick((0, 0, 2, 30))
        if started is not None:
            finish = max(finish, min(started, at))
        if life in ("complete", "reopened"):
            self.say(item, at, {"lifecycle": "complete", "actual_finish": iso(finish),
                                "reported_level": self.pick(("complete", "complete", "green"))})
        if life == "reopened":
            again = min(at + self.pick((0, 1, 5)), self.today)
            self.say(item, again, {"lifecycle": self.pick(("in_progress", "on_hold"))}, late=max(0, again - at))
        if life == "in_progress" and self.chance(.02):     # a finish without the word
            self.say(item, at, {"actual_finish": iso(finish)})
        if life == "cancelled":
            self.say(item, at, {"lifecycle": "cancelled", "reason": "No longer needed"})
        if life == "on_hold":
            self.say(item, at, {"lifecycle": "on_hold"})
        if self.chance(.1):                # after the date: not heard
            later = self.today + self.pick((1, 5, 30))
            self.say(item, later, self.pick(({"lifecycle": "cancelled", "reason": "Stopped"},
                                             {"lifecycle": "in_progress", "percent": 90},
                                             {"forecast_finish": iso(later + 90), "reported_level": "red"})))

    def percent(self, item, at):
        """Often exactly 15 or 30 points behind, or one either side."""
        base = (item.get("baselines") or [{}])[0]
        if "start" not in base or not self.trouble_strikes(2):
            return self.pick((0, 40, 75, 90, 100, 33.3))
        start, finish = day(base["start"]), day(base["finish"])
        expected = 100 * (at - start) // (finish - start) if start < at < finish else 100 if at > start else 0
        return max(0, min(100, expected - self.pick((14, 15, 16, 29, 30, 31, 0))))

    def say(self, item, at, what, late=None):
        update = {"id": self.new_id("u"), "priority": item["id"], "as_at": iso(at), "by": self.pick(ROLES), **what}
        if late is None and self.chance(.7):
            update["recorded_on"] = iso(at + self.pick((0, 0, 1, 7, 40)))
        elif late is not None:
            update["recorded_on"] = iso(at + late)
        self.updates.append(update)

    def link(self):
        """Dependencies along one random order: acyclic whatever the bodies and parents."""
        order = list(self.items)
        self.rng.shuffle(order)
        for place, item in enumerate(order[1:], 1):
            if self.chance(.35):
                before = self.rng.sample(order[:place], min(place, self.pick((1, 1, 2, 3))))
                item["depends_on"] = [{"priority": p["id"]} if self.chance(.15) else
                                      {"priority": p["id"], "lag_days": self.pick((0, 0, 14, -14, -30, 5, -90, 60))}
                                      for p in before]

    # ----------------------------------------------------------------- overrides

    def overrides(self, goals):
        parents = sorted({i["parent"] for i in self.items if "parent" in i})
        subjects = ([("priority", i["id"]) for i in self.items]
                    + [("priority", p) for p in parents] * 3
                    + [("body", b["id"]) for b in self.bodies] * 2
                    + [("goal", g) for g in goals] * 2 + [("programme", "programme")] * 2)
        out = list(self.stories)
        seen = {("priority", o["subject"]["id"], day(o["start"]), o["level"]) for o in out}
        for _ in range(self.pick((0, 1, 2, 4, 6, 9))):
            kind, name = self.pick(subjects)
            for _ in range(self.pick((1, 1, 1, 2, 3))):    # several in force
                length = self.settled.get("override_days", 35)
                start = self.today - self.pick((-3, 0, 0, 1, 2, 3, 5, 5, 10, 20, length - 1, length, 60))
                level = self.pick(("green", "green", "amber", "amber", "amber", "red", "complete"))
                if (kind, name, start, level) in seen:     # the page does not order twins
                    continue
                seen.add((kind, name, start, level))
                override = {"id": self.new_id("o"), "subject": {"kind": kind, "id": name}, "level": level,
                            "start": iso(start)}
                if self.chance(.9):
                    override["reason"] = "Recovery plan agreed"
                if self.chance(.95):
                    override["by"] = "project_manager"
                if self.chance(.9):
                    override["approved_by"] = self.pick(("managing_director",) * 6 + ("project_manager",))
                if self.chance(.4):
                    override["end"] = iso(start + self.pick((0, 3, 5, 10, 60)))
                if self.chance(.3):
                    override["recorded_on"] = iso(start + self.pick((0, 0, 4, 30)))
                out.append(override)
        self.rng.shuffle(out)
        return out


if __name__ == "__main__":
    print(json.dumps(case(int(sys.argv[1]) if len(sys.argv) > 1 else 0), indent=1))

"""Items of the reference calculation: state, leaf rule, override rule.

First half of the reference; the second half and the entry point are in
status_reference.py. Every rule carries the name of its step on the page.
"""
from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor as whole

from status_benefit import worst_benefit

ORDER = ("complete", "green", "amber", "red")              # one severity order 0..3
SEVERITY = {word: place for place, word in enumerate(ORDER)}
REPORTED = {**{word: word for word in ORDER}, "amber_green": "amber", "amber_red": "amber"}
NO_LIMIT = date.max.toordinal()                            # missing known_at = everything

DEFAULTS = {
    "roll_up": "default", "path": "leaves", "critical_scope": "direct", "preset": None,
    "tolerances": {"task": (7, 28), "milestone": (7, 28), "critical_milestone": (0, 14),
                   "project": (14, 42)},
    "weights": {"task": 1, "milestone": 2, "project": 3},
    "not_started_days": 14, "progress_amber": "0.15", "progress_red": "0.3",
    "stale_cycles": "1.5", "red_share": "0.25", "amber_share": "0.25", "coverage": "0.8",
    "override_days": 35,
}
# One table for due_date_1..5; rows: more than a week late, up to a week late,
# due within the next week (today included), more than a week away.
DUE_DATE = {"due_date_1": "RRAG", "due_date_2": "RAGG", "due_date_3": "AAGG",
            "due_date_4": "RRGG", "due_date_5": "GGGG"}
LETTER = {"G": "green", "A": "amber", "R": "red"}
CYCLE = {"month": 31, "quarter": 92, "half_year": 184, "year": 366}


# ---------------------------------------------------------------- small helpers

def day(text):
    return None if text is None else date.fromisoformat(text).toordinal()


def iso(number):
    return None if number is None else date.fromordinal(number).isoformat()


def exact(number):
    """A decimal is read as the shortest text that prints the number."""
    return Fraction(str(number))


def worse(a, b):
    return a if SEVERITY[a] >= SEVERITY[b] else b


def better(a, b):
    return a if SEVERITY[a] <= SEVERITY[b] else b


def rows(document, name):
    return document.get(name) or []


def full_policy(document, argument):
    """The argument wins over the document's own policy, as a whole."""
    given = argument if argument is not None else (document.get("policy") or {})
    policy = {key: given.get(key) if given.get(key) is not None else value
              for key, value in DEFAULTS.items()}
    policy["tolerances"] = {**DEFAULTS["tolerances"], **{
        kind: (t["green_days"], t["amber_days"])
        for kind, t in (given.get("tolerances") or {}).items()}}
    policy["weights"] = {**DEFAULTS["weights"], **(given.get("weights") or {})}
    for key in ("progress_amber", "progress_red", "stale_cycles", "red_share", "amber_share",
                "coverage"):
        policy[key] = exact(policy[key])
    # week_month: "roll-up worst-of unless the policy names one".
    if policy["preset"] == "week_month" and given.get("roll_up") is None:
        policy["roll_up"] = "worst_of"
    return policy


# ---------------------------------------------------------- the state of an item

def counts_now(fact, own_date, as_at, known_at):
    """Own date <= as_at and recorded_on <= known_at (missing recorded_on = own date)."""
    own = day(fact.get(own_date))
    recorded = day(fact.get("recorded_on")) if fact.get("recorded_on") else own
    return own is not None and own <= as_at and recorded <= known_at


def state_of(updates, as_at, known_at):
    """Updates in order of as_at, recorded_on, place; an absent or null field says nothing."""
    heard = sorted((day(u["as_at"]), day(u.get("recorded_on") or u["as_at"]), place)
                   for place, u in enumerate(updates) if counts_now(u, "as_at", as_at, known_at))
    state = {"lifecycle": "agreed", "forecast": None, "started": None, "finished": None,
             "percent": None, "percent_at": None, "reported": None, "last": None}
    for at, _, place in heard:
        update = updates[place]
        state["last"] = at
        if update.get("lifecycle") is not None:
            state["lifecycle"] = update["lifecycle"]
            if update["lifecycle"] not in ("complete", "cancelled"):
                state["finished"] = None          # reopened: clears the actual finish
        if update.get("forecast_finish") is not None:
            state["forecast"] = day(update["forecast_finish"])
        if update.get("actual_start") is not None:
            state["started"] = day(update["actual_start"])
        if update.get("actual_finish") is not None:
            state["finished"] = day(update["actual_finish"])
        if update.get("percent") is not None:
            state["percent"], state["percent_at"] = exact(update["percent"]), at
        if update.get("reported_level") is not None:
            state["reported"] = update["reported_level"]
    return state


def baselines_of(item, as_at, known_at):
    """Approved and known baselines, lowest version first (the last one is in force)."""
    return sorted((b for b in item.get("baselines") or []
                   if counts_now(b, "approved_on", as_at, known_at)), key=lambda b: b["version"])


def in_validity(row, as_at):
    """start and end are both inclusive, omitted = open."""
    return not ((row.get("start") and as_at < day(row["start"]))
                or (row.get("end") and as_at > day(row["end"])))


def cycle_of(body, as_at):
    """The shortest cadence in force at as_at; a body without one: month."""
    days = [c["every"]["days"] if isinstance(c["every"], dict) else CYCLE[c["every"]]
            for c in body.get("cadences") or [] if in_validity(c, as_at)]
    return min(days, default=CYCLE["month"])


# -------------------------------------------------------------------- leaf rule

def leaf_rule(document, policy, as_at, known_at, original=False):
    """Computed facts of every item at one pair of dates: {id: facts}.

    original=True reruns all rules with the first baseline (step 11).
    """
    items = {i["id"]: i for i in rows(document, "priorities")}
    bodies = {b["id"]: b for b in rows(document, "bodies")}
    facts = {}
    for key, item in items.items():
        fact = state_of([u for u in rows(document, "updates") if u["priority"] == key],
                        as_at, known_at)
        approved = baselines_of(item, as_at, known_at)
        approved = approved[:1] if original else approved
        fact.update(item=item, approved=approved, cycle=cycle_of(bodies[item["body"]], as_at),
                    baseline=day(approved[-1]["finish"]) if approved else None,
                    first_approval=day(approved[0]["approved_on"]) if approved else None)
        facts[key] = fact

    # Step 1, the item's own grounds, in the page's order.
    def own_exclusion(fact):
        item, body = fact["item"], bodies[fact["item"]["body"]]
        if fact["lifecycle"] in ("cancelled", "draft", "proposed"):
            return fact["lifecycle"]
        if not in_validity(item, as_at):
            return "not_in_force"
        if body.get("status_from") and as_at < day(body["status_from"]):
            return "grace"
        return None

    # ... then: a descendant of an excluded item.
    def exclusion(key):
        own = own_exclusion(facts[key])
        parent = items[key].get("parent")
        return own or ("excluded_parent" if parent and exclusion(parent) else None)

    # Steps 1 and 2 end the rule.
    for key, fact in facts.items():
        fact["reason"], fact["standing"] = exclusion(key), "open"
        if fact["reason"]:
            fact["standing"] = "excluded"
        elif not fact["approved"]:
            fact["standing"], fact["reason"] = "not_assessed", "no_baseline"
        elif fact["finished"] is not None and fact["finished"] <= as_at:
            fact["standing"] = "complete"

    # Step 8: finish to finish with lag, transitive; excluded predecessors are ignored.
    links = [(successor, d["priority"], d.get("lag_days") or 0)
             for successor, item in items.items() for d in item.get("depends_on") or []]
    memo_x, memo_d = {}, {}

    def effective_forecast(fact):
        """Step 3; a not-assessed item counts with its forecast (none: as_at)."""
        absent = max(fact["baseline"], as_at) if fact["standing"] == "open" else as_at
        return absent if fact["forecast"] is None else max(fact["forecast"], as_at)

    def inherited(key):
        return max((x_of(before) + lag for after, before, lag in links
                    if after == key and facts[before]["standing"] != "excluded"), default=None)

    def x_of(key):
        if key not in memo_x:
            fact = facts[key]
            if fact["standing"] == "complete":
                memo_x[key] = fact["finished"]
            else:
                own, from_others = effective_forecast(fact), inherited(key)
                memo_x[key] = own if from_others is None else max(own, from_others)
        return memo_x[key]

    def d_of(key):
        """min(baseline finish, D(successor) - lag) over open assessed successors."""
        if key not in memo_d:
            memo_d[key] = min([facts[key]["baseline"]] + [
                d_of(after) - lag for after, before, lag in links
                if before == key and facts[after]["standing"] == "open"])
        return memo_d[key]

    for key, fact in facts.items():
        fact.update(level=fact["standing"], dimension=None, stale_days=None, missing=[],
                    stale_on=None, slip=None, slack=None, codes=[])
        if fact["standing"] == "complete":
            # Step 2: slip against the baseline in force at completion, else the first one.
            then = [b for b in fact["approved"] if day(b["approved_on"]) <= fact["finished"]]
            held_to = day((then[-1] if then else fact["approved"][0])["finish"])
            fact["slip"] = fact["finished"] - held_to
            # On a complete item a failing benefit is a finding; presets leave it out.
            if not policy["preset"] and benefit(document, fact["item"], held_to, as_at, known_at) == "fail":
                fact["codes"].append("BENEFIT_NOT_SEEN")
        if fact["standing"] == "open":
            fact["slack"] = d_of(key) - x_of(key)
            open_item(document, policy, as_at, known_at, fact, effective_forecast(fact),
                      inherited(key))
    return facts


def benefit(document, item, baseline, as_at, known_at):
    """Only from benefit_from on, by default the baseline finish."""
    due = day(item["benefit_from"]) if item.get("benefit_from") else baseline
    return worst_benefit(document, item, as_at, known_at) if as_at >= due else None


def is_critical(item):
    return bool(item.get("critical")) and item["kind"] == "milestone"


def tolerance(policy, item):
    """Per-item tolerances win."""
    own = item.get("tolerances")
    return (own["green_days"], own["amber_days"]) if own else policy["tolerances"][
        "critical_milestone" if is_critical(item) else item["kind"]]


def by_limits(days, green, amber):
    return "green" if days <= green else "amber" if days <= amber else "red"


def open_item(document, policy, as_at, known_at, fact, forecast, inherited):
    """Steps 3 to 10: each sets a floor and the worst wins."""
    item, baseline, cycle, codes = fact["item"], fact["baseline"], fact["cycle"], fact["codes"]
    schedule, blockers, benefits, evidence = ["green"], ["green"], ["green"], ["green"]

    def floor(dimension, level, code):
        dimension.append(level)
        codes.append(code)

    # 3. The effective forecast.
    if fact["forecast"] is None:
        fact["missing"] = ["forecast_finish"]
        floor(schedule, "amber", "NO_FORECAST")
    elif fact["forecast"] < as_at:
        floor(schedule, "amber", "FORECAST_IN_PAST")
    # 4. Slip.
    fact["slip"] = slip = forecast - baseline
    floor(schedule, by_limits(slip, *tolerance(policy, item)), "SLIP")
    # 5. Not started.
    if (fact["lifecycle"] == "agreed" and fact["started"] is None
            and not (fact["percent"] is not None and fact["percent"] > 0)
            and baseline <= as_at + policy["not_started_days"]):
        floor(schedule, "amber", "NOT_STARTED_DUE_SOON")
    # 6. On hold.
    if fact["lifecycle"] == "on_hold":
        floor(schedule, "amber", "ON_HOLD")
    # 7. A reported percentage against the expected one.
    start = fact["started"] if fact["started"] is not None else day(fact["approved"][-1].get("start"))
    if fact["percent"] is not None and start is not None:
        at = fact["percent_at"]
        expected = (Fraction(0) if at <= start else Fraction(1) if baseline <= start
                    else min(Fraction(at - start, baseline - start), Fraction(1)))
        shortfall = expected - fact["percent"] / 100
        if shortfall >= policy["progress_red"]:
            floor(schedule, "red", "BEHIND_PLAN")
        elif shortfall >= policy["progress_amber"]:
            floor(schedule, "amber", "BEHIND_PLAN")
    # 8. Inherited finish after the baseline finish.
    if inherited is not None and inherited > baseline:
        floor(schedule, *(("red", "NEGATIVE_SLACK") if is_critical(item)
                          else ("amber", "INHERITED_RISK")))
    # 9. Blockers open strictly longer than one cadence cycle, than two.
    for blocker in rows(document, "blockers"):
        if blocker["priority"] == item["id"] and counts_now(blocker, "raised_on", as_at, known_at):
            resolved, open_days = day(blocker.get("resolved_on")), as_at - day(blocker["raised_on"])
            if not (resolved is not None and resolved <= as_at and resolved <= known_at):
                if open_days > 2 * cycle:
                    floor(blockers, "red", "BLOCKED")
                elif open_days > cycle:
                    floor(blockers, "amber", "BLOCKED")
    # Benefit: assurance fail red, hit_or_miss amber.
    seen = None if policy["preset"] else benefit(document, item, baseline, as_at, known_at)
    if seen in ("fail", "hit_or_miss"):
        floor(benefits, "red" if seen == "fail" else "amber", "BENEFIT")
    # 10. Age of the last update (never updated: since the first approval).
    spoken = fact["last"] if fact["last"] is not None else fact["first_approval"]
    fresh_for = policy["stale_cycles"] * cycle
    if as_at - spoken > fresh_for:
        fact["stale_days"] = as_at - spoken
        floor(evidence, "amber", "STALE")
    else:
        fact["stale_on"] = spoken + whole(fresh_for) + 1

    # Presets replace steps 3 to 10 by a table; evidence is still reported.
    if policy["preset"] == "week_month":
        schedule, blockers, evidence = [by_limits(slip, 7, 30)], [], []
    elif policy["preset"]:
        late = as_at - baseline
        line = 0 if late > 7 else 1 if late > 0 else 2 if late >= -7 else 3
        schedule, blockers, evidence = [LETTER[DUE_DATE[policy["preset"]][line]]], [], []

    floors = [("schedule", schedule), ("blockers", blockers), ("benefit", benefits), ("evidence", evidence)]
    fact["level"] = max((level for _, given in floors for level in given), key=SEVERITY.get)
    fact["dimension"] = next(name for name, given in floors if fact["level"] in given)


# -------------------------------------------------------------------- overrides

def override_in_force(document, policy, subject, as_at, known_at):
    """Several in force: latest start, then the worse; that one alone is judged."""
    def ends(o):
        return day(o["end"]) if o.get("end") else day(o["start"]) + policy["override_days"] - 1
    live = [o for o in rows(document, "overrides")
            if (o["subject"]["kind"], o["subject"]["id"]) == subject
            and counts_now(o, "start", as_at, known_at) and as_at <= ends(o)]
    return max(live, key=lambda o: (day(o["start"]), SEVERITY[o["level"]]), default=None)


def judge(override, c0, c, evidenced):
    """-> (effective level or None when the override does not hold, code)."""
    level = override["level"]
    if c not in SEVERITY or c == "complete":
        return None, "OVERRIDE_WITHOUT_EFFECT"      # off the order or complete: no override
    if c0 in SEVERITY and SEVERITY[level] < SEVERITY[c0]:            # an improvement
        two_roles = (override.get("by") and override.get("approved_by")
                     and override["by"] != override["approved_by"])
        if (SEVERITY[c0] - SEVERITY[level] > 1 or level == "complete"
                or not override.get("reason") or not two_roles or not evidenced):
            return None, "OVERRIDE_REFUSED"
        if SEVERITY[c] > SEVERITY[c0]:
            return None, "OVERRIDE_CONTRADICTED"
        return better(c, level), "OVERRIDE"
    return worse(c, level), "OVERRIDE"              # a worsening, c0 itself, or c0 off the order

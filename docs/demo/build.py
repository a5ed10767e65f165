#!/usr/bin/env python3
"""Build docs/demo/programme.json, the worked example that ships with Equipoise.

    python3 docs/demo/build.py                          # reads the two default files
    python3 docs/demo/build.py ITEMS.csv ATTENDANCES.csv
    python3 docs/demo/build.py --layout FILE.json       # only set out a document: one entity a line

Two files go in, neither of which is part of this repository:

* ITEMS: 60 invented priorities, one a row, with one progress report each
  (default ../shared/demo/items.csv, beside the repository);
* ATTENDANCES: monthly A&E attendances and four-hour breaches by provider, April 2016 to March 2019,
  published by NHS England under the Open Government Licence v3.0
  (default ../shared/data/ae_attendances.csv, beside the repository).

One document comes out. Only its frame is real: the names of the eleven networks and the four trusts, the three goals,
the counts 30 + 17 + 13 and the A&E figures. Every priority, date, level, meeting and person token is invented.
Nothing but the standard library is needed. The same input always gives the same bytes.
"""

import csv
import datetime
import json
import pathlib
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
ITEMS = REPOSITORY / "../shared/demo/items.csv"
ATTENDANCES = REPOSITORY / "../shared/data/ae_attendances.csv"
OUTPUT = REPOSITORY / "docs/demo/programme.json"

CREDIT = (
    "Contains public sector information licensed under the Open Government Licence v3.0; "
    "NHS England, A&E waiting times and activity"
)
SOURCE = (
    "Illustrative. Only the frame is real: the names of the eleven networks and of the four trusts, the three goals, "
    "the counts of 30 tasks, 17 critical milestones and 13 projects, and the monthly A&E figures. Everything else is "
    "invented: every priority, date, level, meeting and person token. It says nothing about any trust's performance or staff. "
    "A&E figures: " + CREDIT + "."
)

FOUNDED = "2020-09-01"  # the collaborative and its board
YEAR_START = "2022-04-01"  # networks, appointments and every baseline
FIRST_MEETINGS = "2022-10-01"  # earlier network meetings are left out

TRUSTS = {
    "RNA": "The Dudley Group NHS Foundation Trust",
    "RL4": "The Royal Wolverhampton NHS Trust",
    "RXK": "Sandwell and West Birmingham Hospitals NHS Trust",
    "RBK": "Walsall Healthcare NHS Trust",
}

# Network as the rows name it -> (id of its body, trust of its clinical lead, number of its project manager's token).
NETWORKS = {
    "Breast": ("breast", "RXK", 12),
    "Colorectal": ("colorectal", "RL4", 13),
    "Critical Care": ("critical-care", "RNA", 14),
    "ENT": ("ent", "RBK", 15),
    "General Surgery": ("general-surgery", "RXK", 16),
    "Gynaecology": ("gynaecology", "RL4", 17),
    "Ophthalmology": ("ophthalmology", "RNA", 12),
    "Orthopaedics": ("orthopaedics", "RL4", 13),
    "Pharmacy and Medicine Optimisation": ("pharmacy", "RBK", 14),
    "Skin": ("skin", "RXK", 15),
    "Urology": ("urology", "RNA", 16),
}

KINDS = {"T": "task", "M": "milestone", "P": "project"}
LIFECYCLES = {"CO": "complete", "IP": "in_progress", "NS": "agreed", "OH": "on_hold", "CA": "cancelled"}
LEVELS = {"B": "complete", "G": "green", "A": "amber", "R": "red"}  # "-": none reported

# Priorities about cancer; the others serve the elective backlog.
CANCER = {"COL-T2", "COL-P2", "ENT-M1", "ENT-P1", "GYN-T2", "SKI-M2", "URO-T1", "URO-T2"} | {
    f"BRE-{item}" for item in ("T1", "T2", "T3", "M1", "M2", "P1")
}
AIM_OF_GOAL = {"A": "same-offer", "Q": "best-practice", "R": "shared-capacity"}
CANCELLED_BECAUSE = "Replaced by a library that covers a wider area"

# What has reached the trusts so far: priority -> (trust, day).
DELIVERED = {
    "SKI-M1": [("RXK", "2023-01-16"), ("RNA", "2023-02-13"), ("RL4", "2023-03-06"), ("RBK", "2023-03-27")],
    "SKI-M2": [("RNA", "2023-03-31")],
    "OPH-T2": [("RNA", "2023-01-18"), ("RL4", "2023-02-20"), ("RXK", "2023-03-13")],
}


def person(number):
    """The opaque token of a person: p01 to p11 lead the networks, p12 to p17 manage projects, p18 to p24 sit on the board."""
    return f"p{number:02}"


# --- the frame ----------------------------------------------------------------------------------------------------


def collaborative():
    members = [{"organisation": trust, "start": FOUNDED} for trust in TRUSTS]
    return {"id": "collaborative", "name": "Four-trust provider collaborative (illustrative)", "start": FOUNDED,
            "financial_year_start": "04-01", "members": members}


def organisations():
    return [{"id": code, "name": name, "kind": "trust", "codes": {"ods": code}} for code, name in TRUSTS.items()]


def roles():
    names = {
        "chair": "Chair",
        "executive": "Executive member",
        "managing_director": "Managing director",
        "chief_medical_officer": "Chief medical officer",
        "clinical_lead": "Clinical lead",
        "project_manager": "Project manager",
        "operational_manager": "Operational manager",
    }
    return [{"id": role, "name": name} for role, name in names.items()]


def seat_per_trust():
    return [{"organisation": trust, "seats": 1} for trust in TRUSTS]


def needs(role, least, most):
    return {"role": role, "min": least, "max": most}


def quorum(kind, start, present):
    return {"meeting_kind": kind, "start": start, "scope": "joint", "count": "organisations", "minimum": 3, "per_organisation": 0,
            "roles": [{"role": present, "min": 1}]}


def bodies():
    board_roles = [needs("chair", 1, 1), needs("executive", 4, 4), needs("managing_director", 1, 1), needs("chief_medical_officer", 1, 1)]
    board = {"id": "board", "kind": "joint_committee", "name": "Collaborative board", "start": FOUNDED,
             "seats": seat_per_trust(), "roles": board_roles,
             "cadences": [{"meeting_kind": "board", "every": "quarter", "start": YEAR_START}],
             "quorums": [quorum("board", FOUNDED, "chair")], "voting": {"rule": "simple_majority", "unit": "organisation"}}
    network_roles = [needs("clinical_lead", 1, 2), needs("project_manager", 1, 1), needs("operational_manager", 0, 1)]
    networks = [
        {"id": body, "kind": "network", "name": f"{name} network", "start": YEAR_START,
         "reports_to": {"body": "board", "by": "clinical_lead"}, "seats": seat_per_trust(), "roles": network_roles,
         "cadences": [{"meeting_kind": "network", "every": "month", "start": FIRST_MEETINGS}],
         "quorums": [quorum("network", FIRST_MEETINGS, "clinical_lead")]}
        for name, (body, _, _) in NETWORKS.items()
    ]
    summit = {"id": "summit", "kind": "summit", "name": "Clinical summit", "start": YEAR_START,
              "cadences": [{"meeting_kind": "summit", "every": "half_year", "start": YEAR_START}]}
    return [board, *networks, summit]


def appointments():
    rows = []

    def appoint(number, role, body, start, organisation=None, **more):
        row = {"id": f"a{len(rows) + 1:02}", "person": person(number), "role": role, "body": body}
        if organisation:  # without one: hosted by the collaborative
            row["organisation"] = organisation
        rows.append({**row, "start": start, **more})

    for number, (body, trust, _) in enumerate(NETWORKS.values(), 1):
        appoint(number, "clinical_lead", body, YEAR_START, trust, wte=0.2, route="competitive")
    for body, _, manager in NETWORKS.values():
        appoint(manager, "project_manager", body, YEAR_START, wte=0.5)
    appoint(18, "chair", "board", FOUNDED)
    for number, trust in enumerate(TRUSTS, 19):
        appoint(number, "executive", "board", FOUNDED, trust)
    appoint(23, "managing_director", "board", FOUNDED)
    appoint(24, "chief_medical_officer", "board", FOUNDED)
    return rows


# --- meetings -----------------------------------------------------------------------------------------------------


def day_in_month(year, month, weekday, week):
    """The first, second ... (week) Monday to Friday (weekday 0 to 4) of a month."""
    first = datetime.date(year, month, 1)
    return (first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * (week - 1))).isoformat()


def present(leads, absent=None):
    """One row an organisation; `leads` are (token, organisation or None, role) and speak for theirs."""
    rows = []
    for number, trust, role in leads:
        rows.append({"person": person(number), **({"organisation": trust} if trust else {}), "role": role})
    spoken_for = {trust for _, trust, _ in leads}
    return rows + [{"organisation": trust} for trust in TRUSTS if trust not in spoken_for | {absent}]


def network_meetings():
    rows = []
    months = [(2022, 10), (2022, 11), (2022, 12), (2023, 1), (2023, 2), (2023, 3)]
    for place, (body, trust, _) in enumerate(NETWORKS.values()):
        lead = (place + 1, trust, "clinical_lead")
        others = [other for other in TRUSTS if other != trust]
        for turn, (year, month) in enumerate(months):
            # Spread over the second and third week of the month, so that no two neighbours meet on one day.
            day = day_in_month(year, month, place % 5, 2 + place // 5 % 2)
            row = {"id": f"{body}-{year}-{month:02}", "body": body, "kind": "network", "planned_on": day}
            if (body, month) == ("critical-care", 1):
                rows.append({**row, "cancelled_on": "2023-01-09", "cancelled_reason": "Winter pressure"})
                continue
            # A trust is missing now and then, never the lead's own and never at two meetings in a row.
            absent = others[(place + turn) % 3] if (place + 2 * turn) % 5 == 0 else None
            attendance = present([lead], absent)
            if (place + turn) % 4 == 0:
                attendance.append({"person": person(24), "role": "chief_medical_officer", "capacity": "in_attendance"})
            rows.append({**row, "held_on": day, "attendance": attendance})
        away = day_in_month(2022, 9, place % 5, 1 + place // 3)
        rows.append({"id": f"{body}-away-day", "body": body, "kind": "away_day", "planned_on": away, "held_on": away,
                     "hosted_by": trust, "attendance": present([lead])})
    return rows


def board_meetings():
    leads = [(18, None, "chair"), *((number, trust, "executive") for number, trust in enumerate(TRUSTS, 19))]
    leads += [(23, None, "managing_director"), (24, None, "chief_medical_officer")]
    return [
        {"id": f"board-{day[:7]}", "body": "board", "kind": "board", "planned_on": day, "held_on": day, "attendance": present(leads)}
        for day in ("2022-04-01", "2022-07-12", "2022-10-11", "2023-01-17")
    ]


def summits():
    leads = [(number, trust, "clinical_lead") for number, (_, trust, _) in enumerate(NETWORKS.values(), 1)]
    return [
        {"id": f"summit-{day[:7]}", "body": "summit", "kind": "summit", "planned_on": day, "held_on": day, "hosted_by": host,
         "attendance": present(leads)}
        for day, host in (("2022-06-16", "RL4"), ("2022-11-24", "RBK"))
    ]


def decisions():
    return [
        {"id": "d1", "name": "Approve the finish dates of the 60 priorities as their baselines", "body": "board",
         "meeting": "board-2022-04", "raised_on": "2022-03-15", "decided_on": YEAR_START, "options": ["approve", "defer"],
         "votes": [{"organisation": trust, "option": "approve"} for trust in TRUSTS], "outcome": "approve"}
    ]


# --- priorities and their progress reports --------------------------------------------------------------------------


def priority(row):
    kind = KINDS[row["kind"]]
    strength = {"task": "supports", "milestone": "contributes", "project": "delivers"}[kind]
    entity = {"id": row["id"], "name": row["title"], "kind": kind}
    if kind == "milestone":
        entity["critical"] = True
    entity |= {
        "horizon": "quick_win" if kind == "task" else "transformative",
        "plan": "2022/23",
        "body": NETWORKS[row["network"]][0],
        "goal": row["goal"],
        "drivers": [{"driver": "cancer" if row["id"] in CANCER else "backlog", "strength": strength}],
        "aims": [{"aim": AIM_OF_GOAL[row["goal"]], "strength": strength}],
        "lead_organisation": row["lead_trust"],
        "participating_organisations": list(TRUSTS),
        "baselines": [{"version": 1, "finish": row["baseline_finish"], "approved_by": "board", "approved_on": YEAR_START}],
    }
    if row["id"] in DELIVERED:
        entity["delivered"] = [{"organisation": trust, "on": day} for trust, day in DELIVERED[row["id"]]]
    return entity


def update(row):
    """The one progress report of a row, recorded on the day it speaks of."""
    lifecycle = LIFECYCLES[row["lifecycle"]]
    entity = {"id": f"u-{row['id']}", "priority": row["id"], "as_at": row["reported_on"], "recorded_on": row["reported_on"],
              "by": "project_manager", "lifecycle": lifecycle}
    if lifecycle == "cancelled":
        entity["reason"] = CANCELLED_BECAUSE
    for key in ("forecast_finish", "actual_finish"):
        if row[key]:
            entity[key] = row[key]
    if row["reported"] != "-":
        entity["reported_level"] = LEVELS[row["reported"]]
    return entity


# --- the indicator --------------------------------------------------------------------------------------------------


def indicators():
    # The standard dates from 2010; here it is dated from the first month shown. Linked to no priority and no goal,
    # because the figures are older than the programme and the programme's colours are invented.
    return [
        {"id": "ae-four-hour", "name": "A&E attendances of four hours or less", "improvement_direction": "increase", "kind": "proportion",
         "unit": "attendances", "period_type": "month", "targets": [{"name": "national", "value": 0.95, "start": "2016-04-01"}],
         "source": "All department types together, April 2016 to March 2019. " + CREDIT}
    ]


def observations(rows):
    totals = {}
    for row in rows:
        if row["org_code"] in TRUSTS:
            attendances, breaches = totals.get((row["org_code"], row["period"][:7]), (0, 0))
            totals[row["org_code"], row["period"][:7]] = (attendances + int(row["attendances"]), breaches + int(row["breaches"]))
    months = sorted({month for _, month in totals})
    return [
        {"indicator": "ae-four-hour", "organisation": trust, "period": month,
         "numerator": totals[trust, month][0] - totals[trust, month][1], "denominator": totals[trust, month][0]}
        for trust in TRUSTS
        for month in months
    ]


# --- the document ---------------------------------------------------------------------------------------------------


def build(items, attendances):
    """The document, from the rows of the two files (dicts of strings, as csv.DictReader gives them)."""
    items = list(items)
    declared = {"as_at": "2023-03-31", "source": "Clinical Improvement Programme report 2022-23"}
    return {
        "schema_version": "1.0",
        "id": "clinical-improvement",
        "name": "Clinical improvement programme (illustrative)",
        "illustrative": True,
        "source": SOURCE,
        "collaborative": collaborative(),
        "organisations": organisations(),
        "objectives": [{"id": "care", "name": "Improve patient care and experience"}],
        "goals": [
            {"id": "A", "objective": "care", "name": "Access", "accountable_role": "managing_director"},
            {"id": "Q", "objective": "care", "name": "Quality", "accountable_role": "chief_medical_officer"},
            {"id": "R", "objective": "care", "name": "Resilience and transformation", "accountable_role": "managing_director"},
        ],
        "drivers": [{"id": "cancer", "name": "Cancer outcomes"}, {"id": "backlog", "name": "Elective backlog"}],
        "aims": [
            {"id": "same-offer", "name": "The same offer wherever patients live", "accountable_role": "managing_director"},
            {"id": "best-practice", "name": "Every site works as the best one does", "accountable_role": "chief_medical_officer"},
            {"id": "shared-capacity", "name": "Staff and equipment are shared", "accountable_role": "managing_director"},
        ],
        "roles": roles(),
        "bodies": bodies(),
        "appointments": appointments(),
        "priorities": [priority(row) for row in items],
        "updates": [update(row) for row in items],
        "meetings": board_meetings() + network_meetings() + summits(),
        "decisions": decisions(),
        "indicators": indicators(),
        "observations": observations(attendances),
        "declared_counts": [
            {"of": "priorities", "kind": kind, "count": count, **declared}
            for kind, count in (("task", 30), ("milestone", 17), ("project", 13))
        ],
        "policy": {"version": "1.0", "roll_up": "default", "path": "leaves"},
    }


def layout(document):
    """JSON text with one entity a line: short enough to read, and a change shows as one changed line."""
    parts = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value) + "\n  ]"
        else:
            text = json.dumps(value, ensure_ascii=False)
        parts.append(f"  {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(arguments):
    if arguments[:1] == ["--layout"] and len(arguments) == 2:
        path = pathlib.Path(arguments[1])
        path.write_text(layout(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
        return 0
    if len(arguments) not in (0, 2) or any(argument.startswith("-") for argument in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    items, attendances = map(pathlib.Path, arguments) if arguments else (ITEMS, ATTENDANCES)
    absent = [str(path) for path in (items, attendances) if not path.is_file()]
    if absent:
        print("Nothing was written. Not found: " + ", ".join(absent), file=sys.stderr)
        print("The two CSV files are not part of this repository. Name them: build.py ITEMS.csv ATTENDANCES.csv", file=sys.stderr)
        return 1
    document = build(read(items), read(attendances))
    OUTPUT.write_text(layout(document), encoding="utf-8")
    print(f"{OUTPUT.relative_to(REPOSITORY)}: {len(document['priorities'])} priorities, {len(document['observations'])} observations")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Reference of the floors on bodies, written from the specification page alone.

A body is at least amber when a role that it asks for has been vacant for longer
than a cycle, or when a member organisation was absent from the last three
meetings held, of one kind whose quorum counts organisations.

    floors(document, today, known) -> the ids of bodies that cannot be green
"""
from __future__ import annotations

from status_items import cycle_of, day, in_validity as within, rows


def first_of(*days):
    known = [day(d) for d in days if d is not None]
    return max(known) if known else None


def vacant_too_long(document, body, today):
    cycle = cycle_of(body, today)
    for role in {r["role"] for r in rows(body, "roles")}:
        asked = [r for r in rows(body, "roles") if r["role"] == role and within(r, today)]
        least = max((r.get("min") or 0 for r in asked), default=0)
        if not least:
            continue
        rule = next(r for r in asked if (r.get("min") or 0) == least)
        posts = [a for a in rows(document, "appointments") if a["body"] == body["id"] and a["role"] == role]
        began = first_of(rule.get("start"), body.get("start"))
        def holders(on, posts=posts):
            return sum(within(a, on) for a in posts)

        ends = [day(a["end"]) for a in posts if a.get("end") and day(a["end"]) < today]
        if began is None and not any(holders(on) >= least for on in ends):
            continue                       # never filled, since nobody knows when
        # Day by day, back from today, while too few hold the role.
        gone, on = 0, today
        while holders(on) < least and gone <= cycle and (began is None or on >= began):
            gone, on = gone + 1, on - 1
        if gone > cycle:
            return True
    return False


def counts_organisations(quorum):
    return quorum.get("count") == "organisations" or (quorum.get("minimum_organisations") or 0) > 0


def members(document, body, on):
    if rows(body, "seats"):
        return {s["organisation"] for s in rows(body, "seats") if s["seats"] > 0 and within(s, on)}
    everybody = rows(document.get("collaborative") or {}, "members")
    return {m["organisation"] for m in everybody if within(m, on)}


def stays_away(document, body, today, known):
    meetings = []
    for place, meeting in enumerate(rows(document, "meetings")):
        if meeting["body"] != body["id"] or not meeting.get("held_on") or not rows(meeting, "attendance"):
            continue
        recorded = day(meeting.get("recorded_on") or meeting["held_on"])
        if day(meeting["held_on"]) <= today and recorded <= known:
            meetings.append((day(meeting["held_on"]), place, meeting))
    for kind in {m["kind"] for *_, m in meetings}:
        last = sorted((m for m in meetings if m[2]["kind"] == kind), key=lambda m: m[:2])[-3:]
        if len(last) < 3:
            continue
        in_force = [q for q in rows(body, "quorums") if within(q, last[-1][0])]
        quorum = next((q for q in in_force if q.get("meeting_kind") == kind),
                      next((q for q in in_force if q.get("meeting_kind") is None), None))
        if quorum is None or not counts_organisations(quorum):
            continue
        came = {a.get("organisation") for *_, m in last for a in rows(m, "attendance")
                if a.get("capacity") != "in_attendance"}
        if (members(document, body, last[0][0]) & members(document, body, today)) - came:
            return True
    return False


def floors(document, today, known):
    return {b["id"] for b in rows(document, "bodies")
            if vacant_too_long(document, b, today) or stays_away(document, b, today, known)}

"""One programme at several dates: what changed, the course of levels, whether colours came true, what a board saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import Calibration, Comparison, Finding, History, Known, Policy, Programme, Report, Snapshot


def compare(
    document: Programme | Mapping[str, object] | str | bytes,
    *,
    since: date | str,
    as_at: date | str,
    known_at: date | str | None = None,
    policy: Policy | Mapping[str, object] | None = None,
    former_policy: Policy | Mapping[str, object] | None = None,
) -> Comparison:
    """Tell what changed between two dates, and what changed it.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        since: The earlier date, seen as it was known on that day.
        as_at: The later date. It may be the same day: then only what was
            recorded after it makes a difference.
        known_at: At the later date only facts recorded by this day count.
            None: everything that the document holds.
        policy: How status is judged, at both dates. None: the document's own,
            else the default.
        former_policy: The policy in use at the earlier date, where that was
            another. Levels by two policies are never compared: those of the
            earlier date by the former one stand beside.

    Returns:
        A dict of flat lists: ``items`` has one row for each priority that
        changed, ``nodes`` one for each node with how many items below it
        changed in which way, ``findings`` what changed each level. A fact is a
        cause when the level would not have come about without it.

    Raises:
        EquipoiseError: Something is wrong with the document or with another
            argument.

    >>> import equipoise
    >>> programme = {
    ...     "schema_version": "1.0",
    ...     "id": "cip",
    ...     "name": "Clinical improvement",
    ...     "bodies": [{"id": "urology", "kind": "network", "name": "Urology network"}],
    ...     "priorities": [
    ...         {
    ...             "id": "clinics",
    ...             "name": "One-stop clinics",
    ...             "kind": "task",
    ...             "body": "urology",
    ...             "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-04-01"}],
    ...         }
    ...     ],
    ...     "updates": [
    ...         {
    ...             "id": "u1",
    ...             "priority": "clinics",
    ...             "as_at": "2023-02-20",
    ...             "by": "project_manager",
    ...             "lifecycle": "in_progress",
    ...             "forecast_finish": "2023-06-30",
    ...         },
    ...         {
    ...             "id": "u2",
    ...             "priority": "clinics",
    ...             "as_at": "2023-03-20",
    ...             "by": "project_manager",
    ...             "forecast_finish": "2023-08-31",
    ...         },
    ...     ],
    ... }
    >>> changed = equipoise.compare(programme, since="2023-02-28", as_at="2023-03-31")
    >>> print(equipoise.describe(changed)[-1])
    clinics “One-stop clinics” turned from green to red because the update of 20 March 2023 moved the forecast finish \
from 30 June 2023 to 31 August 2023.
    """
    required = {"document": document, "since": since, "as_at": as_at}
    optional = {"known_at": known_at, "policy": policy, "former_policy": former_policy}
    return cast("Comparison", call(_native.compare, required, optional))


def history(
    document: Programme | Mapping[str, object] | str | bytes,
    *,
    dates: Sequence[date | str],
    known: Known = "then",
    policy: Policy | Mapping[str, object] | None = None,
) -> History:
    """Give the level of every node and item at each of several dates.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        dates: The dates, each once. Dates times priorities and nodes may be
            500,000 in all.
        known: ``"then"``: what was recorded by each date counts, as a board
            could see it then. ``"now"``: everything recorded counts.
        policy: How status is judged. None: the document's own, else the
            default.

    Returns:
        A dict of flat lists, ``nodes`` and ``items``, with one row for each
        date; ``dates`` holds the headline at each.

    Raises:
        EquipoiseError: Something is wrong with the document or with another
            argument.

    >>> import equipoise
    >>> programme = {"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"}
    >>> history = equipoise.history(programme, dates=["2023-02-28", "2023-03-31"])
    >>> [(row["as_at"], row["id"], row["level"]) for row in history["nodes"]]
    [('2023-02-28', 'cip', 'excluded'), ('2023-03-31', 'cip', 'excluded')]
    """
    required = {"document": document, "dates": dates}
    return cast("History", call(_native.history, required, {"known": known, "policy": policy}))


def calibrate(
    document: Programme | Mapping[str, object] | str | bytes,
    *,
    months_before: Sequence[int],
    as_at: date | str,
    policy: Policy | Mapping[str, object] | None = None,
) -> Calibration:
    """Tell whether the colours were right.

    Of the items green (amber, red) so many months before their baseline
    finish: how many finished on time. A level is the one that was known on
    that day. On time is a finish that the green tolerance allows.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        months_before: Numbers of months from 0 to 120, each once, 24 at most.
        as_at: The day by which outcomes are known.
        policy: How status is judged. None: the document's own, else the
            default.

    Returns:
        A dict: ``rows`` has the count, the share and its Wilson interval at
        95% for each number of months, colour and group (all items, each body,
        each role that reported); ``months`` what became of every priority.

    Raises:
        EquipoiseError: Something is wrong with the document or with another
            argument.

    >>> import equipoise
    >>> programme = {"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"}
    >>> calibration = equipoise.calibrate(programme, months_before=[3], as_at="2023-03-31")
    >>> equipoise.describe(calibration)[1]
    'No item green 3 months before the baseline finish has a known outcome.'
    """
    required = {"document": document, "months_before": months_before, "as_at": as_at}
    return cast("Calibration", call(_native.calibrate, required, {"policy": policy}))


def snapshot(
    report: Report | Mapping[str, object],
    *,
    released_by: str,
    released_on: date | str,
    submitted_by: str | None = None,
    submitted_on: date | str | None = None,
    reviewed_by: str | None = None,
    reviewed_on: date | str | None = None,
    body: str | None = None,
    id: str | None = None,  # noqa: A002 (the field of the entry)
    name: str | None = None,
    document: Programme | Mapping[str, object] | str | bytes | None = None,
) -> Snapshot:
    """Make an entry for the document's ``snapshots``: what a board saw.

    Args:
        report: A report as ``assess`` gave it, made with ``known_at``, so that
            it can be made again, and with all its parts.
        released_by: The role that let it out.
        released_on: The day it was let out.
        submitted_by: The role that handed it in.
        submitted_on: The day it was handed in.
        reviewed_by: The role that read it over.
        reviewed_on: The day it was read over.
        body: The body that saw it.
        id: The identifier of the entry. None: made from the report's dates.
        name: A label.
        document: The document, if its fingerprint is to be kept too.

    Returns:
        The entry with the fingerprints of report, policy and document. Append
        it to the document's ``snapshots``.

    Raises:
        EquipoiseError: The report could not be made again, or was altered.

    >>> import equipoise
    >>> programme = {"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"}
    >>> report = equipoise.assess(programme, as_at="2023-03-31", known_at="2023-03-31")
    >>> entry = equipoise.snapshot(report, released_by="managing_director", released_on="2023-04-05")
    >>> entry["fingerprints"]["report"] == report["fingerprint"]
    True
    """
    required = {"report": report, "released_by": released_by, "released_on": released_on}
    optional = {
        "submitted_by": submitted_by,
        "submitted_on": submitted_on,
        "reviewed_by": reviewed_by,
        "reviewed_on": reviewed_on,
        "body": body,
        "id": id,
        "name": name,
        "document": document,
    }
    return cast("Snapshot", call(_native.snapshot, required, optional))


def verify_snapshots(
    document: Programme | Mapping[str, object] | str | bytes,
    *,
    snapshot: str | None = None,
    policy: Policy | Mapping[str, object] | None = None,
) -> list[Finding]:
    """Make the report of each snapshot again: is it the one that the board saw?

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        snapshot: Only the snapshot of that identifier. None: all of them.
        policy: How status is judged. None: the document's own, else the
            default.

    Returns:
        One finding for each snapshot: ``SNAPSHOT_HOLDS``, ``SNAPSHOT_DIFFERS``
        or ``SNAPSHOT_NOT_COMPARABLE``.

    Raises:
        EquipoiseError: Something is wrong with the document or with another
            argument.

    >>> import equipoise
    >>> programme = {"schema_version": "1.0", "id": "cip", "name": "Clinical improvement"}
    >>> report = equipoise.assess(programme, as_at="2023-03-31", known_at="2023-03-31")
    >>> entry = equipoise.snapshot(report, released_by="managing_director", released_on="2023-04-05")
    >>> print(equipoise.describe(equipoise.verify_snapshots({**programme, "snapshots": [entry]}))[0])
    report-2023-03-31: The report as at 31 March 2023, as known on 31 March 2023, was made again and is the one that \
was released on 5 April 2023.
    """
    optional = {"snapshot": snapshot, "policy": policy}
    return cast("list[Finding]", call(_native.verify_snapshots, {"document": document}, optional))

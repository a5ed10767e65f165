"""From a document to its problems and to its report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.errors import EquipoiseError
from equipoise.types import Detail, Part, Policy, Problem, Programme, Report


def check(document: Programme | Mapping[str, object] | str | bytes) -> list[Problem]:
    """Find everything that is wrong with a programme document.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes. From a text you also learn the line and column of a mistake
            in the JSON, and which field is given twice. A date may be a
            ``datetime.date``, or a midnight without a time zone, as pandas
            gives it.

    Returns:
        The problems, in the order of the document. The list is empty when the
        document is fine. Each problem is a dict with ``code``, ``path`` (a
        JSON pointer), ``value``, ``accepted`` and ``message``.

    A faulty document does not raise: its problems are the answer.

    >>> import equipoise
    >>> for problem in equipoise.check({"schema_version": "1.0", "id": "cip", "prioritys": []}):
    ...     print(problem["code"], problem["path"], problem["message"])
    unknown_field /prioritys the field “prioritys” is not known here
    missing_field /name the field “name” is required
    """
    try:
        return cast("list[Problem]", call(_native.check, {"document": document}))
    except EquipoiseError as error:
        return error.problems


def assess(
    document: Programme | Mapping[str, object] | str | bytes,
    *,
    as_at: date | str,
    known_at: date | str | None = None,
    policy: Policy | Mapping[str, object] | None = None,
    include: Sequence[Part] | None = None,
    detail: Detail = "organisation",
    cadence_from: date | str | None = None,
) -> Report:
    """Work out where a programme stands on a day, and why.

    Args:
        document: The document as a dict, or the text of a JSON file as str or
            bytes.
        as_at: The day that is spoken of: a date, or a text written YYYY-MM-DD.
            The library never reads the clock.
        known_at: Only facts recorded by this day count. None: everything that
            the document holds counts, and the report says up to when.
        policy: How status is judged. It wins over the policy of the document;
            every key that you leave out has its default. The report records
            the whole policy.
        include: The parts that you want, of ``"items"``, ``"nodes"``,
            ``"findings"``, ``"representation"``, ``"cadence"``,
            ``"governance"`` and ``"exercises"``; other lists come back empty,
            and ``governance`` None. None: all of them.
        detail: ``"scorer"`` names single scorers, and people in the findings of
            governance; ``"organisation"`` names organisations only.
        cadence_from: The first day from which ``cadence`` counts meetings, not
            after ``as_at``. None: the first day of the financial year.

    Returns:
        The report, a dict of flat lists that are ready for a DataFrame:
        ``items`` has one row for each priority, ``nodes`` one for each body,
        goal, parent priority and for the programme, ``findings`` one for each
        reason, ``cadence`` one for each kind of meeting of each body.
        ``governance`` holds every check of the programme's own rules with its
        breaches. ``headline`` says where the programme stands in a line.

    Raises:
        EquipoiseError: Something is wrong with the document or with another
            argument. ``problems`` holds everything that was found.

    >>> import equipoise
    >>> programme = {
    ...     "schema_version": "1.0",
    ...     "id": "cip",
    ...     "name": "Clinical improvement",
    ...     "bodies": [{"id": "urology", "kind": "network", "name": "Urology network"}],
    ...     "priorities": [
    ...         {
    ...             "id": "one-stop",
    ...             "name": "One-stop clinics",
    ...             "kind": "project",
    ...             "body": "urology",
    ...             "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-04-01"}],
    ...         }
    ...     ],
    ...     "updates": [
    ...         {
    ...             "id": "u1",
    ...             "priority": "one-stop",
    ...             "as_at": "2023-03-20",
    ...             "by": "project_manager",
    ...             "lifecycle": "in_progress",
    ...             "forecast_finish": "2023-07-31",
    ...         }
    ...     ],
    ... }
    >>> report = equipoise.assess(programme, as_at="2023-03-31")
    >>> [(item["id"], item["level"], item["slip_days"]) for item in report["items"]]
    [('one-stop', 'amber', 31)]
    """
    required = {"document": document, "as_at": as_at}
    optional = {
        "known_at": known_at,
        "policy": policy,
        "include": include,
        "detail": detail,
        "cadence_from": cadence_from,
    }
    return cast("Report", call(_native.assess, required, optional))

"""Status on its own: a list of levels, and what each level looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import LegendEntry, Policy, RollUpItem, RollUpResult


def roll_up(
    items: Sequence[RollUpItem | Mapping[str, object]],
    *,
    policy: Policy | Mapping[str, object] | None = None,
) -> RollUpResult:
    """Roll a list of levels up into one level.

    Args:
        items: One dict for each item, with ``id``, ``level`` (``"complete"``,
            ``"green"``, ``"amber"``, ``"red"``, ``"not_assessed"`` or
            ``"excluded"``) and, if you want, ``weight`` (1 if you leave it
            out), ``critical`` (True for a critical milestone) and
            ``evidence`` (``stale_days`` and ``missing``).
        policy: How status is judged. Every key that you leave out has its
            default.

    Returns:
        A dict with ``level``, the ``findings`` that say why, how the weight is
        shared between the levels (``shares``), the level under every policy
        (``robustness``), and the fewest items that would make it green or red
        (``path_to_green``, ``next_to_fall``).

    Raises:
        EquipoiseError: Something is wrong with the items or with the policy.

    >>> import equipoise
    >>> result = equipoise.roll_up(
    ...     [
    ...         {"id": "clinics", "level": "green", "weight": 3},
    ...         {"id": "robot", "level": "amber", "weight": 1},
    ...     ]
    ... )
    >>> result["level"]
    'amber'
    """
    return cast("RollUpResult", call(_native.roll_up, {"items": items}, {"policy": policy}))


def legend() -> list[LegendEntry]:
    """Give what every level looks like, so that colour is never the only sign.

    Returns:
        One dict for each level, with its ``level``, ``word``, ``letter``,
        ``shape`` and colours.

    >>> import equipoise
    >>> [entry["word"] for entry in equipoise.legend()]
    ['Complete', 'Green', 'Amber', 'Red', 'Not assessed', 'Excluded']
    """
    return cast("list[LegendEntry]", call(_native.legend, {}))

"""Governance: quorum, votes, rotation and voting power."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from equipoise import _native
from equipoise._call import call
from equipoise.types import (
    MembershipRow,
    PresentRow,
    Quorum,
    QuorumAnswer,
    QuorumMember,
    Rotation,
    Tally,
    Turn,
    Vote,
    Voting,
    VotingPower,
)


def check_quorum(
    rule: Quorum | Mapping[str, object],
    *,
    members: Sequence[QuorumMember | Mapping[str, object]],
    present: Sequence[str | PresentRow | Mapping[str, object]],
    conflicted: Sequence[str] = (),
) -> QuorumAnswer:
    """Say whether a meeting may decide: which rule failed, and by how much.

    Args:
        rule: A quorum as the document has it, which asks for one or more of
            these: ``minimum`` (so many), ``fraction`` (this share, the decimal
            as written) ``of`` ``"all"`` members or those ``"eligible"``,
            ``per_organisation`` (so many from each), ``minimum_organisations``
            and ``roles`` (each a ``role`` with a ``min``). ``scope`` is
            ``"joint"`` or ``"in_common"`` (each organisation needs its own
            quorum), ``count`` is ``"people"`` or ``"organisations"``; deputies
            count unless ``deputies_count`` is False.
        members: One dict for each member, with ``id`` (a token, not a name)
            and, if you want, ``organisation`` and a list of ``roles``.
        present: The tokens of those who came. Where a deputy came in a
            member's place, a dict with ``member`` and ``deputy``: True.
        conflicted: Members or organisations with a conflict of interest: they
            do not count as present.

    Returns:
        A dict of ``quorate``, ``failed`` (what is lacking, and how much),
        ``rules`` (everything that is asked for), ``fewest_absences_to_break``
        (how many could leave before the quorum ends; None where there is
        none), ``can_be_met``, ``counted``, ``not_counted`` (and why) and
        ``findings``.

    Raises:
        EquipoiseError: The rule asks for nothing, there are no members, a
            person stands twice, a member has no organisation where the rule
            counts organisations, or a conflict of interest is of nobody known.

    >>> import equipoise
    >>> answer = equipoise.check_quorum(
    ...     {"minimum": 2, "roles": [{"role": "chair", "min": 1}]},
    ...     members=[{"id": "p1", "roles": ["chair"]}, {"id": "p2"}, {"id": "p3"}],
    ...     present=["p2", "p3"],
    ... )
    >>> answer["quorate"], [(row["rule"], row["role"], row["short_by"]) for row in answer["failed"]]
    (False, [('role', 'chair', 1)])
    """
    required = {"rule": rule, "members": members, "present": present}
    return cast("QuorumAnswer", call(_native.check_quorum, required, {"conflicted": conflicted}))


def tally_votes(
    rule: Voting | Mapping[str, object],
    *,
    votes: Sequence[Vote | Mapping[str, object]],
    recused: Sequence[str] = (),
    members: Sequence[str] | None = None,
) -> Tally:
    """Count a vote by its rule. A tie is a tie: no casting vote is assumed.

    Args:
        rule: A voting rule as the document has it: ``rule`` is
            ``"simple_majority"``, ``"absolute_majority"`` (of all who may
            vote), ``"two_thirds"``, ``"three_quarters"`` or ``"unanimity"``;
            ``unit`` is ``"organisation"`` (if you leave it out) or
            ``"person"``; ``weights`` holds votes by organisation where they
            differ.
        votes: One dict for each vote, with ``organisation``, ``option`` and,
            where people vote, ``person``. The option ``"abstain"`` is no vote
            cast.
        recused: Organisations or persons who stand aside for an interest;
            their votes are not counted.
        members: Who may vote. Needed for ``"absolute_majority"``. None:
            anybody may.

    Returns:
        A dict of ``outcome`` (the option that carries; None where none does),
        ``result`` (``"decided"``, ``"tied"``, ``"no_majority"`` or
        ``"no_votes"``), ``totals`` (one row for each option), ``cast``,
        ``eligible``, ``required``, ``short_by``, ``tied``, ``abstained``,
        ``recused``, ``silent`` (who gave no vote; None without members) and
        ``findings``.

    Raises:
        EquipoiseError: Somebody votes twice, a person votes without a token,
            weights stand where people vote, or the rule needs members.

    >>> import equipoise
    >>> tally = equipoise.tally_votes(
    ...     {"rule": "two_thirds"},
    ...     votes=[
    ...         {"organisation": "north", "option": "for"},
    ...         {"organisation": "east", "option": "for"},
    ...         {"organisation": "south", "option": "against"},
    ...     ],
    ... )
    >>> tally["outcome"], tally["required"], tally["cast"]
    ('for', 2, 3)
    """
    required = {"rule": rule, "votes": votes}
    return cast("Tally", call(_native.tally_votes, required, {"recused": recused, "members": members}))


def review_rotation(
    history: Sequence[Turn | Mapping[str, object]],
    *,
    members: Sequence[str | MembershipRow | Mapping[str, object]],
    as_at: date | str,
) -> Rotation:
    """Review how turns have gone round, and say whose is next: chairs, hosts.

    The fair part of a turn is one part for each member of its day, so that
    those who joined later are held to their time alone.

    Args:
        history: One dict for each turn, with ``organisation`` and ``on``: the
            day, or the first day of a term.
        members: The organisations that take turns, up to 64. For one that
            joined later or left, a dict with ``organisation``, ``start`` and
            ``end``, both days included; several rows are several spells.
        as_at: The day that is spoken of: a date, or a text written YYYY-MM-DD.
            Later turns are left out.

    Returns:
        A dict of ``next`` (who is due; several are equally due),
        ``longest_wait``, ``balance`` (one row for each organisation, with
        ``turns``, the fair part ``expected``, ``difference``, ``last_on`` and
        ``waiting_days``), ``turns``, ``as_at``, ``status`` and ``findings``.

    Raises:
        EquipoiseError: There are no members or too many, a membership ends
            before it starts, or a date is none.

    >>> import equipoise
    >>> rotation = equipoise.review_rotation(
    ...     [{"organisation": "north", "on": "2023-01-10"}, {"organisation": "east", "on": "2023-02-10"}],
    ...     members=["north", "east", "south"],
    ...     as_at="2023-03-31",
    ... )
    >>> rotation["next"], [row["turns"] for row in rotation["balance"]]
    (['south'], [1, 1, 0])
    """
    required = {"history": history, "members": members, "as_at": as_at}
    return cast("Rotation", call(_native.review_rotation, required))


def measure_voting_power(weights: Mapping[str, float], *, quota: float) -> VotingPower:
    """Measure voting power beside voting weight: how often a vote decides.

    Args:
        weights: The votes of each organisation, of up to 32.
        quota: The votes that carry: a coalition wins when its weights add up
            to this or more.

    Returns:
        A dict of ``quota``, ``total``, ``organisations`` (one row for each,
        with ``weight``, ``weight_share``, ``banzhaf`` (its share of all
        swings), ``banzhaf_absolute``, ``shapley_shubik``, ``swings`` and
        ``veto``) and ``findings``.

    Raises:
        EquipoiseError: No weight is above 0, the quota is 0 or above the sum
            of the weights, there are too many organisations, or weights are so
            fine that their sums are too many to count.

    The indices are those of Banzhaf and of Shapley and Shubik.

    >>> import equipoise
    >>> power = equipoise.measure_voting_power({"north": 50, "east": 49, "south": 1}, quota=51)
    >>> [(row["organisation"], row["weight_share"], row["banzhaf"]) for row in power["organisations"]]
    [('north', 0.5, 0.6), ('east', 0.49, 0.2), ('south', 0.01, 0.2)]
    """
    return cast("VotingPower", call(_native.measure_voting_power, {"weights": weights, "quota": quota}))

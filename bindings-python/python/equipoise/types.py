"""The shapes of documents and results, as typed dicts.

Generated from docs/schema by generate_types.py: do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

RollUp: TypeAlias = Literal["default", "worst_of", "mean", "threshold_ladder"]
"""How leaves roll up into a node."""


Path: TypeAlias = Literal["leaves", "children"]
"""What a node's shares are taken over."""


CriticalScope: TypeAlias = Literal["direct", "off", "all"]
"""Which critical milestones turn a node red."""


Preset: TypeAlias = Literal["due_date_1", "due_date_2", "due_date_3", "due_date_4", "due_date_5", "week_month"]
"""Simpler leaf rules that programme offices use."""


class Tolerances(TypedDict):
    """How many days of slip are green, and how many amber."""

    green_days: int
    """Up to so many days late is green."""
    amber_days: int
    """Up to so many days late is amber; beyond is red."""


Decimal: TypeAlias = float
"""A decimal with at most six places."""


DecimalShare: TypeAlias = Decimal
"""A share from 0 to 1 that thresholds are compared with exactly."""


Level: TypeAlias = Literal["complete", "green", "amber", "red", "not_assessed", "excluded"]
"""A level of status. The first four are one order of severity; the last two are off it."""


class ItemEvidence(TypedDict):
    """How fresh and complete the reports on an item are."""

    stale_days: NotRequired[int | None]
    """The age of the last update in days, where that is stale."""
    missing: NotRequired[list[str]]
    """Fields that should be there and are not."""


Part: TypeAlias = Literal["items", "nodes", "findings"]
"""A part of a report that can be left out."""


Detail: TypeAlias = Literal["organisation", "scorer"]
"""How far a report goes into detail about people."""


SchemaVersion: TypeAlias = Literal["1.0"]
"""The version of the document's shape."""


Text: TypeAlias = str
"""A text for people to read: anything, blank too."""


Day: TypeAlias = str
"""A calendar day, YYYY-MM-DD."""


MonthDay: TypeAlias = str
"""A day of any year, `MM-DD`."""


class Member(TypedDict):
    """Membership of the collaborative."""

    organisation: str
    """The organisation."""
    start: NotRequired[Day | None]
    """First day of membership, included."""
    end: NotRequired[Day | None]
    """Last day of membership, included."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


OrganisationKind: TypeAlias = Literal["trust", "icb", "sub_icb", "place", "region", "pcn", "site", "council", "other"]
"""What kind of organisation it is."""


Amount: TypeAlias = float
"""A number that is 0 or more."""


Share: TypeAlias = float
"""A share from 0 to 1."""


class Objective(TypedDict):
    """What the programme is for."""

    id: str
    """Unique among objectives."""
    name: Text
    """The name people use."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Goal(TypedDict):
    """A goal that priorities serve. Goals are ordered as written."""

    id: str
    """Unique among goals."""
    name: Text
    """The name people use."""
    objective: NotRequired[str | None]
    """The objective it belongs to."""
    accountable_role: NotRequired[str | None]
    """The one role that answers for it."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


CoverageRule: TypeAlias = Literal["every_priority", "none"]
"""What a set of aims or drivers asks of the priorities."""


class Aim(TypedDict):
    """An aim that every activity is tested against."""

    id: str
    """Unique among aims."""
    name: Text
    """The name people use."""
    accountable_role: NotRequired[str | None]
    """The role that answers for it."""
    coverage: NotRequired[CoverageRule | None]
    """What it asks of the priorities; every priority cites at least one aim when omitted."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Role(TypedDict):
    """A role that people hold, such as `clinical_lead`."""

    id: str
    """Unique among roles."""
    name: Text
    """The name people use."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


BodyKind: TypeAlias = Literal[
    "network",
    "pathway",
    "board",
    "committee_in_common",
    "joint_committee",
    "delivery_board",
    "advisory_group",
    "summit",
    "pmo",
    "other",
]
"""What kind of body it is."""


class ReportsTo(TypedDict):
    """A line of reporting."""

    body: str
    """The body reported to."""
    by: NotRequired[str | None]
    """The role that reports."""


BodyLevel: TypeAlias = Literal["specialist", "system", "place", "practice"]
"""The level of the system that a body works at."""


class Seats(TypedDict):
    """Seats of one organisation in a body."""

    organisation: str
    """The organisation."""
    seats: int
    """How many seats."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""


class RoleNumbers(TypedDict):
    """How many people should hold a role."""

    role: str
    """The role."""
    min: NotRequired[int | None]
    """At least so many; 0 when omitted."""
    max: NotRequired[int | None]
    """At most so many; any number when omitted."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""


MeetingKind: TypeAlias = Literal["network", "two_to_one", "away_day", "summit", "board", "strategy_event", "other"]
"""What kind of meeting it is."""


class Every1(TypedDict):
    """Every so many days."""

    days: int


Every: TypeAlias = Literal["month"] | Literal["quarter"] | Literal["half_year"] | Literal["year"] | Every1
"""A rhythm: `month`, `quarter`, `half_year`, `year`, or `{"days": n}`."""


QuorumScope: TypeAlias = Literal["joint", "in_common"]
"""Whether one quorum holds for all organisations or one for each."""


QuorumCount: TypeAlias = Literal["people", "organisations"]
"""What a quorum counts."""


QuorumBase: TypeAlias = Literal["all", "eligible"]
"""What the fraction of a quorum is taken of."""


VotingRule: TypeAlias = Literal["simple_majority", "absolute_majority", "two_thirds", "three_quarters", "unanimity"]
"""What carries a vote."""


VotingUnit: TypeAlias = Literal["organisation", "person"]
"""Who has a vote."""


Route: TypeAlias = Literal["existing", "competitive", "nominated", "interim"]
"""How somebody came to a role."""


InterestKind: TypeAlias = Literal["financial", "non_financial_professional", "non_financial_personal", "indirect"]
"""What kind of interest it is (NHS England, Managing conflicts of interest in the NHS)."""


PriorityKind: TypeAlias = Literal["task", "milestone", "project"]
"""What kind of priority it is."""


Horizon: TypeAlias = Literal["quick_win", "transformative"]
"""How far a priority reaches."""


Stage: TypeAlias = Literal["plan", "test", "implement", "spread", "sustain"]
"""The stage of an improvement."""


Strength: TypeAlias = Literal["supports", "contributes", "delivers"]
"""How strongly a priority serves a driver or an aim."""


class AimLink(TypedDict):
    """An aim that a priority serves."""

    aim: str
    """The aim."""
    strength: NotRequired[Strength | None]
    """How strongly."""


Lag: TypeAlias = int
"""A lag in days, of at most a hundred years either way."""


class Approval(TypedDict):
    """An approval by a body."""

    body: str
    """The body that approved."""
    decision: NotRequired[str | None]
    """The decision it took."""
    approved_on: NotRequired[Day | None]
    """The day it did."""


class Baseline(TypedDict):
    """Dates that a priority is held to."""

    version: int
    """1 for the first, 2 for the next."""
    finish: Day
    """The finish promised."""
    start: NotRequired[Day | None]
    """The start promised."""
    approved_by: NotRequired[str | None]
    """The body that approved it."""
    approved_on: NotRequired[Day | None]
    """The day it was approved; not approved yet when omitted."""
    recorded_on: NotRequired[Day | None]
    """The day that became known; `approved_on` when omitted."""
    reason: NotRequired[Text | None]
    """Why it was changed."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Delivered(TypedDict):
    """An organisation where an improvement has been delivered."""

    organisation: str
    """The organisation."""
    on: NotRequired[Day | None]
    """The day it was."""


ReviewKind: TypeAlias = Literal["case_for_change", "peer_challenge", "assurance"]
"""What kind of review it is."""


SubjectKind: TypeAlias = Literal[
    "programme", "body", "goal", "priority", "organisation", "indicator", "decision", "meeting"
]
"""Kinds of thing that an override, a review or a finding can speak of."""


class Panellist(TypedDict):
    """A member of a review panel."""

    person: NotRequired[str | None]
    """The person's token."""
    organisation: NotRequired[str | None]
    """The organisation."""
    profession: NotRequired[str | None]
    """The profession, such as `doctor`."""


Percent: TypeAlias = float
"""A number from 0 to 100, as trackers report progress."""


Lifecycle: TypeAlias = Literal["draft", "proposed", "agreed", "in_progress", "on_hold", "complete", "cancelled"]
"""Where a priority stands in its life."""


ReportedLevel: TypeAlias = Literal["complete", "green", "amber_green", "amber", "amber_red", "red"]
"""A level as people report it: BRAG (blue is `complete`) and the five-point Delivery Confidence scale."""


OverrideLevel: TypeAlias = Literal["complete", "green", "amber", "red"]
"""A level that an override can ask for."""


class Blocker(TypedDict):
    """Something in the way of a priority."""

    id: str
    """Unique among blockers."""
    priority: str
    """The priority it is in the way of."""
    raised_on: Day
    """The day it was raised."""
    name: NotRequired[Text | None]
    """What it is."""
    raised_in: NotRequired[str | None]
    """The meeting it was raised in."""
    owner: NotRequired[str | None]
    """The role that should clear it."""
    resolved_on: NotRequired[Day | None]
    """The day it was cleared."""
    resolved_in: NotRequired[str | None]
    """The meeting it was cleared in."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `raised_on` when omitted."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


Capacity: TypeAlias = Literal["member", "deputy", "in_attendance"]
"""In what capacity somebody came."""


DecisionRoute: TypeAlias = Literal["meeting", "written_resolution", "chairs_action"]
"""How a decision was taken."""


class Vote(TypedDict):
    """A vote."""

    organisation: str
    """The organisation that votes."""
    option: str
    """The option it votes for."""
    person: NotRequired[str | None]
    """The person's token, where people vote."""


class Recusal(TypedDict):
    """An organisation that stood aside."""

    organisation: str
    """The organisation."""
    interest: NotRequired[str | None]
    """The interest that was the reason."""


class ScaleLevel(TypedDict):
    """What a score means."""

    score: float
    """The score."""
    meaning: Text
    """Its meaning."""


class Proposal(TypedDict):
    """Something that could be done."""

    id: str
    """Unique among the exercise's proposals."""
    name: Text
    """The name people use."""
    priority: NotRequired[str | None]
    """The priority it became."""
    cost: NotRequired[Amount | None]
    """What it costs, in pounds."""
    capacity_days: NotRequired[Amount | None]
    """The working days it takes."""
    value: NotRequired[float | None]
    """What it is worth, where that is stated."""
    group: NotRequired[str | None]
    """The group it counts for in a portfolio."""
    horizon: NotRequired[Horizon | None]
    """How far it reaches."""
    interested_organisations: NotRequired[list[str]]
    """The organisations with an interest in it."""


class Score(TypedDict):
    """One score by one scorer."""

    scorer: str
    """The scorer's token."""
    organisation: str
    """The organisation the scorer speaks for."""
    proposal: str
    """The proposal scored."""
    criterion: str
    """The criterion it is scored on."""
    score: float
    """The score."""
    scored_on: NotRequired[Day | None]
    """The day it was given."""


IndicatorKind: TypeAlias = Literal["proportion", "rate", "count", "value", "days_between", "cases_between"]
"""What kind of figure it is."""


ImprovementDirection: TypeAlias = Literal["increase", "decrease", "neutral"]
"""Which way is better."""


PeriodType: TypeAlias = Literal["day", "week", "month", "quarter", "financial_year"]
"""What a period is."""


Period: TypeAlias = str
"""A period as text: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`."""


Disclosure: TypeAlias = Literal["none", "suppress_1_to_7_round_5"]
"""The disclosure rule for small numbers."""


class Annotation(TypedDict):
    """Something that happened and may show in the figures."""

    on: Day
    """The day."""
    text: Text
    """What happened."""
    organisation: NotRequired[str | None]
    """The organisation concerned."""
    priority: NotRequired[str | None]
    """The priority concerned."""


ObservationStatus: TypeAlias = Literal["suppressed", "missing", "not_applicable"]
"""Why an observation has no figure."""


Counted: TypeAlias = Literal["priorities", "bodies", "appointments", "meetings", "organisations"]
"""What was counted."""


class Limit(TypedDict):
    """How many people should hold a role."""

    id: str
    """Unique among limits."""
    role: str
    """The role."""
    body_kind: NotRequired[BodyKind | None]
    """In each body of this kind; over everything when omitted."""
    min: NotRequired[int | None]
    """At least so many in each."""
    max: NotRequired[int | None]
    """At most so many in each."""
    total: NotRequired[int | None]
    """At most so many in all."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    name: NotRequired[Text | None]
    """A label."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Escalation(TypedDict):
    """Recourse taken for consistent failure on an indicator."""

    id: str
    """Unique among escalations."""
    organisation: str
    """The organisation."""
    indicator: str
    """The indicator."""
    step: Text
    """The step taken."""
    on: NotRequired[Day | None]
    """The day it was taken."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `on` when omitted."""
    name: NotRequired[Text | None]
    """A label."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Fingerprints(TypedDict):
    """First 16 hex digits of SHA-256 over canonical JSON."""

    document: NotRequired[str | None]
    """Of the document."""
    policy: NotRequired[str | None]
    """Of the policy."""
    report: NotRequired[str | None]
    """Of the report."""


class AllTolerances(TypedDict):
    """Tolerances of every kind."""

    task: Tolerances
    """Of a task."""
    milestone: Tolerances
    """Of a milestone that is not critical."""
    critical_milestone: Tolerances
    """Of a critical milestone."""
    project: Tolerances
    """Of a project."""


class AllWeights(TypedDict):
    """Weights of every kind."""

    task: Decimal
    """Of a task."""
    milestone: Decimal
    """Of a milestone."""
    project: Decimal
    """Of a project."""


class Named(TypedDict):
    """An identifier with its name."""

    id: str
    """The identifier."""
    name: str
    """The name people use."""


Reason: TypeAlias = Literal[
    "cancelled", "draft", "proposed", "not_in_force", "grace", "excluded_parent", "no_baseline", "empty"
]
"""Why something is excluded or not assessed."""


Dimension: TypeAlias = Literal["schedule", "blockers", "benefit", "evidence", "override", "roll_up", "reporting"]
"""Which side of an item a finding speaks of."""


class Evidence(TypedDict):
    """How fresh and complete the reports on an item are. Evidenced: null and empty."""

    stale_days: int | None
    """The age of the last update in days, where that is stale."""
    missing: list[str]
    """Fields that should be there and are not."""


NodeType: TypeAlias = Literal["programme", "body", "goal", "priority"]
"""What a node stands for."""


class Counts(TypedDict):
    """Leaves per level."""

    complete: int
    """Finished."""
    green: int
    """On track."""
    amber: int
    """Needing attention."""
    red: int
    """Needing action."""
    not_assessed: int
    """With nothing to assess them against."""
    excluded: int
    """Left out."""


class Shares(TypedDict):
    """Shares of weight per level; null where nothing is assessed."""

    complete: float | None
    """Finished."""
    green: float | None
    """On track."""
    amber: float | None
    """Needing attention."""
    red: float | None
    """Needing action."""


class ByPolicy(TypedDict):
    """One level per policy."""

    default: Level
    """The default rule."""
    worst_of: Level
    """The worst part."""
    mean: Level
    """The mean severity; hides reds."""
    threshold_ladder: Level
    """A tenth of the weight; hides reds."""


FindingCode: TypeAlias = Literal[
    "COMPLETED_LATE",
    "NO_FORECAST",
    "FORECAST_IN_PAST",
    "SLIP",
    "OVERDUE",
    "NOT_STARTED_DUE_SOON",
    "ON_HOLD",
    "PROGRESS_SHORTFALL",
    "INHERITED_RISK",
    "NEGATIVE_SLACK",
    "BLOCKED",
    "STALE",
    "REBASELINED",
    "DUE_DATE",
    "EXCLUDED",
    "NOT_ASSESSED",
    "WATERMELON",
    "OPTIMISTIC",
    "PESSIMISTIC",
    "OVERRIDE",
    "OVERRIDE_REFUSED",
    "OVERRIDE_CONTRADICTED",
    "CRITICAL_NOT_MILESTONE",
    "CRITICAL_CHILD_RED",
    "RED_SHARE",
    "RED_FLOOR",
    "AMBER_SHARE",
    "LOW_COVERAGE",
    "WORST_PART",
    "MEAN_SEVERITY",
    "THRESHOLD_LADDER",
    "POLICY_SENSITIVE",
]
"""Every kind of finding. The word is stable."""


Severity: TypeAlias = Literal["red", "amber", "note"]
"""How much a finding asks of its reader."""


class FindingSubject(TypedDict):
    """What a finding speaks of."""

    kind: SubjectKind
    """What kind of thing it is."""
    id: str
    """Its identifier."""


class Parameters(TypedDict):
    pass


class Proof(TypedDict):
    """A fact that proves a finding: a field of an entity."""

    kind: str
    """What kind of entity it is: update, baseline, blocker, override, priority."""
    id: str
    """Its identifier; of a baseline its version."""
    field: str
    """The field."""


Code: TypeAlias = Literal[
    "not_json",
    "empty_text",
    "trailing_text",
    "too_large",
    "too_deep",
    "duplicate_field",
    "wrong_type",
    "missing_field",
    "unknown_field",
    "unknown_word",
    "wrong_date",
    "wrong_period",
    "out_of_range",
    "not_a_number",
    "too_many_places",
    "wrong_identifier",
    "duplicate_id",
    "dangling_reference",
    "cycle",
    "start_after_end",
    "actual_after_as_at",
    "complete_without_finish",
    "cancelled_without_reason",
    "versions_not_increasing",
    "approvals_decreasing",
    "limits_crossed",
    "child_in_other_body",
    "numerator_above_denominator",
    "wrong_combination",
    "patient_data",
    "undefined_value",
    "big_integer",
    "date_object",
    "not_plain_data",
    "cycle_in_data",
    "not_ready",
]
"""Every kind of problem. The word is stable: tests and programs may match on it."""


class LegendEntry(TypedDict):
    """How one level is shown."""

    level: Level
    """The level."""
    word: str
    """Its word."""
    letter: str
    """Its letter, as trackers write it: B for complete (blue), G, A, R; N for not assessed, X for excluded."""
    shape: str
    """The name of its shape."""
    symbol: str
    """The shape as a character."""
    background: str
    """Colour of the background, `#rrggbb`."""
    text: str
    """Colour of the text on it, `#rrggbb`."""
    contrast: float
    """Contrast of the two by WCAG 2.2, rounded down to one decimal; 4.5 or more is readable."""
    meaning: str
    """What it means."""


class KindTolerances(TypedDict):
    """Tolerances by kind."""

    task: NotRequired[Tolerances | None]
    """Of a task; 7 and 28 when omitted."""
    milestone: NotRequired[Tolerances | None]
    """Of a milestone that is not critical; 7 and 28 when omitted."""
    critical_milestone: NotRequired[Tolerances | None]
    """Of a critical milestone; 0 and 14 when omitted."""
    project: NotRequired[Tolerances | None]
    """Of a project; 14 and 42 when omitted."""


Weight: TypeAlias = Decimal
"""A weight: a decimal above 0."""


class RollUpItem(TypedDict):
    """One part of a node: its level and what it weighs."""

    id: str
    """Unique among the items."""
    level: Level
    """Its level."""
    weight: NotRequired[Weight | None]
    """Its weight; 1 when omitted."""
    critical: NotRequired[bool | None]
    """A critical milestone."""
    evidence: NotRequired[ItemEvidence | None]
    """How fresh and complete the reports on it are; evidenced when omitted."""


class Collaborative(TypedDict):
    """The organisations acting together."""

    id: str
    """The collaborative's identifier."""
    name: Text
    """The name people use."""
    start: NotRequired[Day | None]
    """First day of existence, included."""
    end: NotRequired[Day | None]
    """Last day of existence, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    financial_year_start: NotRequired[MonthDay | None]
    """First day of the financial year, `MM-DD`; 04-01 when omitted."""
    members: NotRequired[list[Member]]
    """Its members over time."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Successor(TypedDict):
    """An organisation that took over another, wholly or in part."""

    organisation: str
    """The organisation that took over."""
    on: Day
    """The day it did."""
    share: NotRequired[Share | None]
    """The share taken over; everything when omitted."""


class Driver(TypedDict):
    """A reason to act, such as a growing backlog."""

    id: str
    """Unique among drivers."""
    name: Text
    """The name people use."""
    accountable_role: NotRequired[str | None]
    """The role that answers for it."""
    coverage: NotRequired[CoverageRule | None]
    """What it asks of the priorities; every priority cites at least one driver when omitted."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Cadence(TypedDict):
    """How often a body should meet."""

    meeting_kind: MeetingKind
    """Which of its meetings."""
    every: Every
    """How often."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Quorum(TypedDict):
    """When a meeting may decide."""

    meeting_kind: NotRequired[MeetingKind | None]
    """Which of the body's meetings; every kind when omitted."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    scope: NotRequired[QuorumScope | None]
    """One quorum or one per organisation; joint when omitted."""
    count: NotRequired[QuorumCount | None]
    """What is counted; people when omitted."""
    minimum: NotRequired[int | None]
    """At least so many."""
    fraction: NotRequired[Share | None]
    """At least this share of the base."""
    of: NotRequired[QuorumBase | None]
    """The base of the fraction; all members when omitted."""
    per_organisation: NotRequired[int | None]
    """At least so many from each organisation."""
    minimum_organisations: NotRequired[int | None]
    """At least so many organisations."""
    roles: NotRequired[list[RoleNumbers]]
    """At least so many with a role."""
    deputies_count: NotRequired[bool | None]
    """Whether deputies count; they do when omitted."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Voting(TypedDict):
    """How a body votes."""

    rule: VotingRule
    """What carries a vote."""
    unit: NotRequired[VotingUnit | None]
    """Who has a vote; organisations when omitted."""
    weights: NotRequired[dict[str, int]]
    """Votes by organisation where they differ."""


class Appointment(TypedDict):
    """A person in a role of a body. People are opaque tokens: names are never needed."""

    id: str
    """Unique among appointments."""
    role: str
    """The role held."""
    body: str
    """The body it is held in."""
    person: NotRequired[str | None]
    """An opaque token; need not resolve."""
    profession: NotRequired[str | None]
    """The profession, such as `doctor`."""
    organisation: NotRequired[str | None]
    """The organisation the person comes from; hosted by the collaborative when omitted."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    wte: NotRequired[Amount | None]
    """Whole-time equivalent: one day a week is 0.2."""
    route: NotRequired[Route | None]
    """How the person came to the role."""
    name: NotRequired[Text | None]
    """A label."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Interest(TypedDict):
    """A declared interest of a person or an organisation."""

    id: str
    """Unique among interests."""
    kind: InterestKind
    """What kind of interest it is."""
    person: NotRequired[str | None]
    """The person's token."""
    organisation: NotRequired[str | None]
    """The organisation."""
    priority: NotRequired[str | None]
    """The priority concerned."""
    declared_on: NotRequired[Day | None]
    """The day it was declared."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `declared_on` when omitted."""
    nature: NotRequired[Text | None]
    """What it consists of."""
    name: NotRequired[Text | None]
    """A label."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class DriverLink(TypedDict):
    """A driver that a priority answers."""

    driver: str
    """The driver."""
    strength: NotRequired[Strength | None]
    """How strongly."""


class Dependency(TypedDict):
    """A predecessor: finish to finish, with a lag."""

    priority: str
    """The predecessor."""
    lag_days: NotRequired[Lag | None]
    """Days between the two finishes; negative for an overlap, 0 when omitted."""


class Subject(TypedDict):
    """One entity of several possible kinds."""

    kind: SubjectKind
    """What kind it is."""
    id: str
    """Its identifier."""


class Update(TypedDict):
    """A report on a priority."""

    id: str
    """Unique among updates."""
    priority: str
    """The priority it speaks of."""
    as_at: Day
    """The day it speaks of."""
    by: str
    """The role that reports."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `as_at` when omitted."""
    forecast_finish: NotRequired[Day | None]
    """The finish now expected."""
    actual_start: NotRequired[Day | None]
    """The day work began."""
    actual_finish: NotRequired[Day | None]
    """The day it was done."""
    percent: NotRequired[Percent | None]
    """Progress, 0 to 100."""
    lifecycle: NotRequired[Lifecycle | None]
    """Where the priority stands in its life."""
    reason: NotRequired[Text | None]
    """Why it was cancelled or put on hold."""
    reported_level: NotRequired[ReportedLevel | None]
    """The level the reporter gave it."""
    note: NotRequired[Text | None]
    """Anything else."""
    name: NotRequired[Text | None]
    """A label."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Override(TypedDict):
    """A level set by judgement, for a time and with a reason."""

    id: str
    """Unique among overrides."""
    subject: Subject
    """What it speaks of."""
    level: OverrideLevel
    """The level asked for."""
    start: Day
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included; 35 days in all when omitted."""
    reason: NotRequired[Text | None]
    """Why."""
    by: NotRequired[str | None]
    """The role that asks."""
    approved_by: NotRequired[str | None]
    """The other role that agrees."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `start` when omitted."""
    name: NotRequired[Text | None]
    """A label."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Attendance(TypedDict):
    """Somebody who came to a meeting."""

    person: NotRequired[str | None]
    """The person's token."""
    organisation: NotRequired[str | None]
    """The organisation they came for."""
    role: NotRequired[str | None]
    """The role they came in."""
    capacity: NotRequired[Capacity | None]
    """The capacity they came in; member when omitted."""


class Decision(TypedDict):
    """A decision of a body."""

    id: str
    """Unique among decisions."""
    body: str
    """The body that decided."""
    name: NotRequired[Text | None]
    """What it was about."""
    meeting: NotRequired[str | None]
    """The meeting it was taken in."""
    route: NotRequired[DecisionRoute | None]
    """How it was taken; in a meeting when omitted."""
    ratified_in: NotRequired[str | None]
    """The meeting that ratified it."""
    raised_on: NotRequired[Day | None]
    """The day the question was raised."""
    decided_on: NotRequired[Day | None]
    """The day it was decided."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `decided_on` when omitted."""
    priority: NotRequired[str | None]
    """The priority it is about."""
    options: NotRequired[list[str]]
    """What could be chosen."""
    votes: NotRequired[list[Vote]]
    """Who voted for what."""
    recusals: NotRequired[list[Recusal]]
    """Who stood aside."""
    outcome: NotRequired[str | None]
    """The option chosen."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Scale(TypedDict):
    """An anchored scale. Worst 5 and best 1 is a cost."""

    worst: float
    """The score of the worst."""
    best: float
    """The score of the best."""
    levels: NotRequired[list[ScaleLevel]]
    """What single scores mean."""


class Target(TypedDict):
    """A target: proportions from 0 to 1."""

    value: float
    """The value to reach."""
    name: NotRequired[str | None]
    """Whose target it is, such as `national`."""
    start: NotRequired[Day | None]
    """First day in force, included."""
    end: NotRequired[Day | None]
    """Last day in force, included."""
    method: NotRequired[str | None]
    """How it was set, where it was set from the best performers."""
    period: NotRequired[Period | None]
    """The period it was set from."""
    contributors: NotRequired[list[str]]
    """Whose figures it was set from."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Observation(TypedDict):
    """One figure: a value, or a numerator and a denominator, or the reason why there is none."""

    indicator: str
    """The indicator."""
    period: Period
    """The period."""
    organisation: NotRequired[str | None]
    """The organisation; the whole when omitted."""
    value: NotRequired[float | None]
    """The value."""
    numerator: NotRequired[Amount | None]
    """Above the line."""
    denominator: NotRequired[Amount | None]
    """Below the line."""
    status: NotRequired[ObservationStatus | None]
    """Why there is no figure."""
    upper_bound: NotRequired[Amount | None]
    """A suppressed count is at most this."""
    provisional: NotRequired[bool | None]
    """Still to be confirmed."""
    recorded_on: NotRequired[Day | None]
    """The day it became known."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class DeclaredCount(TypedDict):
    """A number that somebody stated, to be compared with what is counted."""

    of: Counted
    """What was counted."""
    count: int
    """How many."""
    kind: NotRequired[str | None]
    """Of which kind or role; all when omitted."""
    as_at: NotRequired[Day | None]
    """The day it speaks of."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Snapshot(TypedDict):
    """What a board saw: dates, fingerprints, and the roles that let it pass."""

    id: str
    """Unique among snapshots."""
    as_at: Day
    """The day it speaks of."""
    known_at: NotRequired[Day | None]
    """What was known then; everything recorded when omitted."""
    fingerprints: NotRequired[Fingerprints | None]
    """Fingerprints of document, policy and report."""
    submitted_by: NotRequired[str | None]
    """The role that handed it in."""
    submitted_on: NotRequired[Day | None]
    """The day it was handed in."""
    reviewed_by: NotRequired[str | None]
    """The role that read it over."""
    reviewed_on: NotRequired[Day | None]
    """The day it was read over."""
    released_by: NotRequired[str | None]
    """The role that let it out."""
    released_on: NotRequired[Day | None]
    """The day it was let out."""
    body: NotRequired[str | None]
    """The body that saw it."""
    name: NotRequired[Text | None]
    """A label."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class StatusPolicy(TypedDict):
    """The policy in force: every number filled in. A report records it whole."""

    version: str
    """The version of the policy."""
    roll_up: RollUp
    """How leaves roll up."""
    path: Path
    """What shares are taken over."""
    critical_scope: CriticalScope
    """Which critical milestones turn a node red."""
    preset: Preset | None
    """A simpler leaf rule."""
    tolerances: AllTolerances
    """Tolerances by kind."""
    weights: AllWeights
    """Weights by kind."""
    not_started_days: int
    """An agreed item due within so many days should have started."""
    progress_amber: Decimal
    """A shortfall of so much of the whole is amber."""
    progress_red: Decimal
    """A shortfall of so much of the whole is red."""
    blocked_amber_cycles: Decimal
    """A blocker open longer than so many cycles is amber."""
    blocked_red_cycles: Decimal
    """A blocker open longer than so many cycles is red."""
    stale_cycles: Decimal
    """An update older than so many cycles is stale."""
    rebaselines: int
    """So many changes of baseline are a finding."""
    red_share: Decimal
    """A node is red from this weight share of red."""
    amber_share: Decimal
    """A node is amber from this weight share of amber and red."""
    coverage: Decimal
    """A node is amber below this share of weight with evidence."""
    mean_amber: Decimal
    """Mean severity: amber from here."""
    mean_red: Decimal
    """Mean severity: red from here."""
    ladder_red: Decimal
    """Threshold ladder: red from this share of red."""
    ladder_amber: Decimal
    """Threshold ladder: amber from this share of amber and red."""
    override_days: int
    """An override without an end lasts so many days, its first included."""


class Item(TypedDict):
    """One priority, judged by its own dates."""

    id: str
    """The priority."""
    name: str
    """Its name."""
    body: str
    """The body that answers for it."""
    goal: str | None
    """The goal it rolls up into."""
    parent: str | None
    """The priority it is part of."""
    kind: PriorityKind
    """What kind of priority it is."""
    critical: bool
    """A critical milestone."""
    lead_organisation: str | None
    """The organisation that leads."""
    level: Level
    """The effective level: with an override, where one holds."""
    reason: Reason | None
    """Why it is excluded or not assessed."""
    dimension: Dimension | None
    """The side of it that its level comes from."""
    reported_level: ReportedLevel | None
    """The level last reported, as reported."""
    computed_level: Level
    """The level by the rules alone."""
    override_id: str | None
    """The override in force, if it holds."""
    lifecycle: Lifecycle
    """Where it stands in its life."""
    evidence: Evidence
    """How fresh and complete the reports are."""
    stale_on: Day | None
    """The day on which it goes stale unless there is an update; null once stale, or not open."""
    slip_days: int | None
    """Days that the finish (expected, or actual) is after the baseline; negative if before."""
    slack_days: int | None
    """Days it could finish later before it or a successor is late; null if not open."""
    baseline_finish: Day | None
    """The finish of the baseline in force."""
    forecast_finish: Day | None
    """The forecast last given."""
    expected_finish: Day | None
    """The finish expected by the rules, what is inherited included; of a finished item the actual one."""
    actual_finish: Day | None
    """The day it was finished."""
    level_against_original: Level
    """The level by the rules if every item were held to its first baseline."""
    weight: float
    """Its weight in roll-ups."""


class Robustness(TypedDict):
    """The level of a node under every policy and over both paths."""

    leaves: ByPolicy
    """Over all leaves."""
    children: ByPolicy
    """Over direct children."""
    policy_sensitive: bool
    """True when the levels differ by two, or the two paths disagree under the policy selected."""
    hides_reds: list[str]
    """Policies under which a red below can be hidden under green."""


class Finding(TypedDict):
    """One reason of a result."""

    code: FindingCode
    """What kind of reason it is."""
    severity: Severity
    """How much it asks of its reader."""
    subject: FindingSubject
    """What it speaks of."""
    dimension: Dimension
    """Which side of the subject."""
    parameters: Parameters
    """Numbers, dates and identifiers: no prose."""
    evidence: list[Proof]
    """The facts that prove it."""
    rule: str
    """The rule it comes from, as the documentation numbers them."""
    policy_version: str
    """The version of the policy."""
    implies: Level | None
    """The level that it implies; null when it colours nothing."""
    dominating: bool
    """True when it implies the level that its subject has."""
    since: Day | None
    """Since when it holds, where that can be told."""


class RollUpResult(TypedDict):
    """What the items make of the node above them."""

    level: Level
    """The node's level."""
    counts: Counts
    """Items per level."""
    shares: Shares
    """Weight per level, as shares of all assessed items."""
    coverage: float | None
    """Share of weight with evidence."""
    mean_severity: float | None
    """Mean severity, 0 complete to 3 red."""
    robustness: Robustness
    """The level under every policy."""
    path_to_green: list[str] | None
    """The fewest items whose becoming green makes the node green."""
    next_to_fall: list[str] | None
    """The fewest items whose turning red makes the node red."""
    findings: list[Finding]
    """Why."""


class Problem(TypedDict):
    """One thing that is wrong with an input."""

    code: Code
    """What kind of problem it is."""
    path: str
    """Where: a JSON pointer (RFC 6901) into the document, or into the arguments. Empty for the whole."""
    value: Any
    """What stood there, shortened; null where nothing did, or where it may be data about a patient."""
    accepted: str | None
    """What would be accepted instead; null where the message says all."""
    message: str
    """The problem in a sentence."""


class KindWeights(TypedDict):
    """Weights by kind."""

    task: NotRequired[Weight | None]
    """Of a task; 1 when omitted."""
    milestone: NotRequired[Weight | None]
    """Of a milestone; 2 when omitted."""
    project: NotRequired[Weight | None]
    """Of a project; 3 when omitted."""


class Organisation(TypedDict):
    """A trust, board, place or other organisation."""

    id: str
    """Unique among organisations."""
    name: Text
    """The name people use."""
    kind: OrganisationKind
    """What kind of organisation it is."""
    start: NotRequired[Day | None]
    """First day of existence, included."""
    end: NotRequired[Day | None]
    """Last day of existence, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme, such as `ods`."""
    sizes: NotRequired[dict[str, Amount]]
    """Sizes by name, such as `staff_wte` and `population`."""
    successors: NotRequired[list[Successor]]
    """Organisations that took over, and what share."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Body(TypedDict):
    """A network, board, committee, summit or office."""

    id: str
    """Unique among bodies."""
    name: Text
    """The name people use."""
    kind: BodyKind
    """What kind of body it is."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    reports_to: NotRequired[ReportsTo | None]
    """The body it reports to, and through which role."""
    level: NotRequired[BodyLevel | None]
    """The level of the system it works at."""
    succeeds: NotRequired[str | None]
    """The body whose place it took (a change of legal form)."""
    status_from: NotRequired[Day | None]
    """Before this day nothing is measured: time to build trust."""
    seats: NotRequired[list[Seats]]
    """Seats of each organisation."""
    roles: NotRequired[list[RoleNumbers]]
    """How many people should hold each role."""
    cadences: NotRequired[list[Cadence]]
    """How often it meets, by kind of meeting and date."""
    quorums: NotRequired[list[Quorum]]
    """When a meeting may decide, by kind of meeting and date."""
    voting: NotRequired[Voting | None]
    """How it votes."""
    membership_from: NotRequired[str | None]
    """The role whose holders make up the body."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Priority(TypedDict):
    """A task, milestone or project of a body."""

    id: str
    """Unique among priorities."""
    name: Text
    """The name people use."""
    kind: PriorityKind
    """What kind of priority it is."""
    body: str
    """The body that answers for it."""
    critical: NotRequired[bool | None]
    """A milestone on which others hang."""
    horizon: NotRequired[Horizon | None]
    """How far it reaches."""
    stage: NotRequired[Stage | None]
    """How far the improvement has come."""
    plan: NotRequired[str | None]
    """The financial year of the plan, `2022/23`."""
    goal: NotRequired[str | None]
    """The goal it rolls up into."""
    other_goals: NotRequired[list[str]]
    """Goals it serves beside that one."""
    drivers: NotRequired[list[DriverLink]]
    """The drivers it answers."""
    aims: NotRequired[list[AimLink]]
    """The aims it serves."""
    parent: NotRequired[str | None]
    """The priority it is part of."""
    depends_on: NotRequired[list[Dependency]]
    """The priorities that must finish before it can."""
    lead_organisation: NotRequired[str | None]
    """The organisation that leads."""
    participating_organisations: NotRequired[list[str]]
    """The organisations that take part."""
    affected_organisations: NotRequired[list[str]]
    """The organisations that the change touches differentially."""
    weight: NotRequired[Weight | None]
    """Its weight in roll-ups; by kind when omitted."""
    cost: NotRequired[Amount | None]
    """What it costs, in pounds."""
    capacity_days: NotRequired[Amount | None]
    """The working days it takes."""
    approvals: NotRequired[list[Approval]]
    """Who approved it."""
    baselines: NotRequired[list[Baseline]]
    """The dates it is held to, by version."""
    tolerances: NotRequired[Tolerances | None]
    """Its own tolerances; by kind when omitted."""
    delivered: NotRequired[list[Delivered]]
    """Where the improvement has been delivered."""
    benefit_from: NotRequired[Day | None]
    """From when its benefit should show; its baseline finish when omitted."""
    start: NotRequired[Day | None]
    """First day in force, included."""
    end: NotRequired[Day | None]
    """Last day in force, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Review(TypedDict):
    """A review with its panel."""

    id: str
    """Unique among reviews."""
    kind: ReviewKind
    """What kind of review it is."""
    subject: Subject
    """What was reviewed."""
    panel: NotRequired[list[Panellist]]
    """Who reviewed."""
    reviewed_on: NotRequired[Day | None]
    """The day of the review."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `reviewed_on` when omitted."""
    references: NotRequired[list[Text]]
    """What it rests on."""
    outcome: NotRequired[Text | None]
    """What it found, such as `supported`."""
    name: NotRequired[Text | None]
    """A label."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Meeting(TypedDict):
    """A meeting of a body: planned, and then held or cancelled."""

    id: str
    """Unique among meetings."""
    body: str
    """The body that meets."""
    kind: MeetingKind
    """What kind of meeting it is."""
    planned_on: NotRequired[Day | None]
    """The day planned."""
    held_on: NotRequired[Day | None]
    """The day held."""
    cancelled_on: NotRequired[Day | None]
    """The day it was cancelled."""
    cancelled_reason: NotRequired[Text | None]
    """Why it was cancelled."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; the day held when omitted."""
    hosted_by: NotRequired[str | None]
    """The organisation that hosted it."""
    attendance: NotRequired[list[Attendance]]
    """Who came."""
    name: NotRequired[Text | None]
    """A label."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Criterion(TypedDict):
    """A criterion with its scale and weight."""

    id: str
    """Unique among the exercise's criteria."""
    name: Text
    """The name people use."""
    scale: Scale
    """The scale that scores are given on."""
    weight: Amount
    """The weight; weights need not add up to 1."""


class Indicator(TypedDict):
    """Something measured over time."""

    id: str
    """Unique among indicators."""
    name: Text
    """The name people use."""
    kind: IndicatorKind
    """What kind of figure it is."""
    improvement_direction: NotRequired[ImprovementDirection | None]
    """Which way is better; neutral when omitted."""
    unit: NotRequired[Text | None]
    """The unit, such as patients."""
    period_type: NotRequired[PeriodType | None]
    """What a period is; a month when omitted."""
    targets: NotRequired[list[Target]]
    """Targets by name and date."""
    minimum_denominator: NotRequired[Amount | None]
    """Smaller denominators are not compared."""
    disclosure: NotRequired[Disclosure | None]
    """The rule for small numbers."""
    goals: NotRequired[list[str]]
    """The goals it speaks of."""
    priorities: NotRequired[list[str]]
    """The priorities whose benefit it shows."""
    annotations: NotRequired[list[Annotation]]
    """What happened when."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Node(TypedDict):
    """A programme, body, goal, or priority with parts: what the leaves below it make of it."""

    id: str
    """The identifier of what it stands for."""
    name: str
    """Its name."""
    kind: NodeType
    """What it stands for."""
    parent: str | None
    """The node above: of a body or goal the programme, of a priority its parent or its body."""
    level: Level
    """The effective level, by the policy and path selected."""
    reason: Reason | None
    """Why it is excluded."""
    computed_level: Level
    """The level without any override."""
    as_reported: Level
    """The level if reports were believed."""
    counts: Counts
    """Leaves per level."""
    shares: Shares
    """Weight of leaves per level, as shares of all assessed leaves."""
    coverage: float | None
    """Share of weight with evidence; null where nothing counts."""
    mean_severity: float | None
    """Mean severity of the leaves, 0 complete to 3 red; null where none is assessed."""
    robustness: Robustness
    """The level under every policy and over both paths."""
    path_to_green: list[str] | None
    """The fewest leaves whose becoming green and evidenced makes it green; null where nothing could."""
    next_to_fall: list[str] | None
    """The fewest open leaves whose turning red makes it red; null where nothing could."""
    paths_exact: bool
    """False where the two sets may not be the smallest."""
    watermelons: list[str]
    """Leaves reported complete or green and computed red, in the order of their ids."""
    watermelon_index: float | None
    """Their share of the leaves reported complete or green, assessed and not computed complete."""
    worst_items: list[str]
    """Up to five leaves: the worst, then the latest."""


class Policy(TypedDict):
    """A policy as written: every key may be left out and then has its default."""

    version: NotRequired[str | None]
    """The version of the policy; `1.0` when omitted."""
    roll_up: NotRequired[RollUp | None]
    """How leaves roll up; `default` when omitted."""
    path: NotRequired[Path | None]
    """What shares are taken over; `leaves` when omitted."""
    critical_scope: NotRequired[CriticalScope | None]
    """Which critical milestones turn a node red; `direct` when omitted."""
    preset: NotRequired[Preset | None]
    """A simpler leaf rule; none when omitted."""
    tolerances: NotRequired[KindTolerances | None]
    """Tolerances by kind."""
    weights: NotRequired[KindWeights | None]
    """Weights by kind."""
    not_started_days: NotRequired[int | None]
    """An agreed item due within so many days should have started; 14 when omitted."""
    progress_amber: NotRequired[DecimalShare | None]
    """A shortfall of so much of the whole is amber; 0.15 when omitted."""
    progress_red: NotRequired[DecimalShare | None]
    """A shortfall of so much of the whole is red; 0.30 when omitted."""
    blocked_amber_cycles: NotRequired[Decimal | None]
    """A blocker open longer than so many cycles is amber; 1 when omitted."""
    blocked_red_cycles: NotRequired[Decimal | None]
    """A blocker open longer than so many cycles is red; 2 when omitted."""
    stale_cycles: NotRequired[Decimal | None]
    """An update older than so many cycles is stale; 1.5 when omitted."""
    rebaselines: NotRequired[int | None]
    """So many changes of baseline are a finding; 2 when omitted."""
    red_share: NotRequired[DecimalShare | None]
    """A node is red from this weight share of red; 0.25 when omitted."""
    amber_share: NotRequired[DecimalShare | None]
    """A node is amber from this weight share of amber and red; 0.25 when omitted."""
    coverage: NotRequired[DecimalShare | None]
    """A node is amber below this share of weight with evidence; 0.80 when omitted."""
    mean_amber: NotRequired[Decimal | None]
    """Mean severity: amber from here; 1.5 when omitted."""
    mean_red: NotRequired[Decimal | None]
    """Mean severity: red from here; 2.5 when omitted."""
    ladder_red: NotRequired[DecimalShare | None]
    """Threshold ladder: red from this share of red; 0.10 when omitted."""
    ladder_amber: NotRequired[DecimalShare | None]
    """Threshold ladder: amber from this share of amber and red; 0.10 when omitted."""
    override_days: NotRequired[int | None]
    """An override without an end lasts so many days, its first included; 35 when omitted."""


class Exercise(TypedDict):
    """One round of scoring. The identifier is needed inside a programme document only."""

    criteria: list[Criterion]
    """What proposals are judged by."""
    proposals: list[Proposal]
    """What could be done."""
    scores: list[Score]
    """Who gave what score."""
    id: NotRequired[str | None]
    """Unique among exercises."""
    name: NotRequired[Text | None]
    """The name people use."""
    body: NotRequired[str | None]
    """The body that asked."""
    opened_on: NotRequired[Day | None]
    """First day of scoring."""
    closed_on: NotRequired[Day | None]
    """Last day of scoring."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Report(TypedDict):
    """Where a programme stands, and why. Lists are flat: one row of a list is one row of a table."""

    as_at: Day
    """The day it speaks of."""
    known_at: Day | None
    """Only what was recorded by this day counts; null: everything recorded."""
    recorded_up_to: Day | None
    """The last day on which anything that counts was recorded; null where nothing was."""
    policy: StatusPolicy
    """The policy used, whole."""
    programme: Named
    """The programme."""
    illustrative: bool
    """Invented for illustration: every rendering says so."""
    source: str | None
    """Where the facts come from."""
    headline: str
    """The programme's level in one line, with how firm it is."""
    included: list[Part]
    """The parts returned."""
    detail: Detail
    """How far it goes into detail about people."""
    items: list[Item]
    """One row per priority."""
    nodes: list[Node]
    """The programme, bodies, goals, and priorities with parts."""
    findings: list[Finding]
    """Why: dominating first, then severity, code and subject."""
    critical_path: list[str]
    """The chain of dependencies that ends last, first item first."""
    cadence: list[Any] | None
    """Meetings due, held and missed; null: not computed by this version."""
    governance: Any
    """Governance checks; null: not computed by this version."""
    representation: list[Any] | None
    """Equal representation; null: not computed by this version."""
    exercises: list[Any] | None
    """Prioritisation exercises; null: not computed by this version."""
    indicators: list[Any] | None
    """Status of indicators; null: not computed by this version."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over the canonical JSON of all the rest."""


class Programme(TypedDict):
    """A programme of work: who takes part, what is to be done, what was reported, what is measured."""

    schema_version: SchemaVersion
    """The version of the document's shape."""
    id: str
    """The programme's identifier."""
    name: Text
    """The name people use."""
    illustrative: NotRequired[bool | None]
    """Invented for illustration: every rendering says so."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the facts come from."""
    collaborative: NotRequired[Collaborative | None]
    """The organisations acting together."""
    organisations: NotRequired[list[Organisation]]
    """Trusts, boards, places."""
    objectives: NotRequired[list[Objective]]
    """What the programme is for."""
    goals: NotRequired[list[Goal]]
    """Goals, in their order."""
    drivers: NotRequired[list[Driver]]
    """Reasons to act."""
    aims: NotRequired[list[Aim]]
    """Aims that every activity is tested against."""
    roles: NotRequired[list[Role]]
    """Roles that people hold."""
    bodies: NotRequired[list[Body]]
    """Networks, boards, committees."""
    appointments: NotRequired[list[Appointment]]
    """Who holds which role."""
    interests: NotRequired[list[Interest]]
    """Declared interests."""
    priorities: NotRequired[list[Priority]]
    """What is to be done."""
    reviews: NotRequired[list[Review]]
    """Reviews."""
    updates: NotRequired[list[Update]]
    """Reports on priorities, append-only."""
    overrides: NotRequired[list[Override]]
    """Levels set by judgement."""
    blockers: NotRequired[list[Blocker]]
    """What is in the way."""
    meetings: NotRequired[list[Meeting]]
    """Meetings."""
    decisions: NotRequired[list[Decision]]
    """Decisions."""
    exercises: NotRequired[list[Exercise]]
    """Prioritisation exercises."""
    indicators: NotRequired[list[Indicator]]
    """What is measured."""
    observations: NotRequired[list[Observation]]
    """The figures."""
    declared_counts: NotRequired[list[DeclaredCount]]
    """Numbers that somebody stated."""
    limits: NotRequired[list[Limit]]
    """How many people should hold a role."""
    escalations: NotRequired[list[Escalation]]
    """Recourse taken."""
    snapshots: NotRequired[list[Snapshot]]
    """What boards saw."""
    policy: NotRequired[Policy | None]
    """How status is judged."""

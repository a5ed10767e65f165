"""The shapes of documents and results, as typed dicts.

Generated from docs/schema by generate_types.py: do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, Union

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


Part: TypeAlias = Literal[
    "items", "nodes", "findings", "representation", "cadence", "governance", "exercises", "indicators"
]
"""A part of a report that can be left out."""


Known: TypeAlias = Literal["then", "now"]
"""What counts at each date."""


Detail: TypeAlias = Literal["organisation", "scorer"]
"""How far a report goes into detail about people."""


Count: TypeAlias = int | None
"""How many an organisation holds: a whole number up to a million, or `None` where that is not known."""


Size: TypeAlias = Decimal
"""A number of 0 or more that things are shared out by: staff, population, votes, days a week."""


class Tolerance(TypedDict):
    """
    How far from equal still counts as met: one of these. Without any, equal seats may differ by one, and a count by
    less than one from a stated share.
    """

    spread: NotRequired[int | None]
    """The most that the largest and the smallest count may differ."""
    distance: NotRequired[Size | None]
    """A count must differ from its entitlement by less than this."""
    rate: NotRequired[DecimalShare | None]
    """Each must reach this share of `of`, as in attendance: 0.75 of the meetings."""
    of: NotRequired[int | None]
    """How many there were to attend; with `rate` only."""
    wte: NotRequired[Size | None]
    """A WTE must differ from its entitlement by less than this; 0.2, one day a week, when omitted."""


ApportionmentMethod: TypeAlias = Literal[
    "hamilton", "dhondt", "sainte_lague", "modified_sainte_lague", "huntington_hill", "adams", "dean"
]
"""A method of apportionment."""


MeetingKind: TypeAlias = Literal["network", "two_to_one", "away_day", "summit", "board", "strategy_event", "other"]
"""What kind of meeting it is."""


Day: TypeAlias = str
"""A calendar day, YYYY-MM-DD."""


QuorumScope: TypeAlias = Literal["joint", "in_common"]
"""Whether one quorum holds for all organisations or one for each."""


QuorumCount: TypeAlias = Literal["people", "organisations"]
"""What a quorum counts."""


Share: TypeAlias = float
"""A share from 0 to 1."""


QuorumBase: TypeAlias = Literal["all", "eligible"]
"""What the fraction of a quorum is taken of."""


Text: TypeAlias = str
"""A text for people to read: anything, blank too."""


class QuorumMember(TypedDict):
    """A member of a committee."""

    id: str
    """The person's token; each stands once."""
    organisation: NotRequired[str | None]
    """The organisation that the member speaks for."""
    roles: NotRequired[list[str]]
    """The roles held."""


class PresentRow(TypedDict):
    """A member whose place was taken."""

    member: str
    """The member's token."""
    deputy: NotRequired[bool | None]
    """True when a deputy came in the member's place."""


VotingRule: TypeAlias = Literal["simple_majority", "absolute_majority", "two_thirds", "three_quarters", "unanimity"]
"""What carries a vote."""


VotingUnit: TypeAlias = Literal["organisation", "person"]
"""Who has a vote."""


class Vote(TypedDict):
    """A vote."""

    organisation: str
    """The organisation that votes."""
    option: str
    """The option it votes for."""
    person: NotRequired[str | None]
    """The person's token, where people vote."""


class Turn(TypedDict):
    """One turn: the chair taken, or a day hosted."""

    organisation: str
    """Who took it."""
    on: Day
    """The day, or the first day of a term."""


class MembershipRow(TypedDict):
    """A membership: from `start` to `end`, both included, open where omitted."""

    organisation: str
    """The organisation."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""


class ScaleLevel(TypedDict):
    """What a score means."""

    score: float
    """The score."""
    meaning: Text
    """Its meaning."""


Amount: TypeAlias = float
"""A number that is 0 or more."""


Horizon: TypeAlias = Literal["quick_win", "transformative"]
"""How far a priority reaches."""


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


Voice: TypeAlias = Literal["equal"] | Literal["pooled"] | dict[str, float]
"""How much each organisation's voice counts. In a cell that an organisation did not score, the others share its part."""


Average: TypeAlias = Literal["mean", "median"]
"""How an organisation's scorers become one score."""


Sampling: TypeAlias = Literal["uniform"] | Literal["ordinal"] | dict[str, list[float]]
"""Which weights are drawn when ranks under random weights are asked for."""


Ratio: TypeAlias = float
"""How many times as important the first is as the second."""


WeightMethod: TypeAlias = Literal["direct", "swing", "smart", "roc", "rank_sum", "rank_reciprocal", "ahp"]
"""How weights are made from statements."""


Weighting: TypeAlias = Literal["entropy", "critic", "standard_deviation"]
"""How weights are computed from the figures."""


Direction: TypeAlias = Literal["maximise", "minimise"]
"""Which figures of a column are wanted."""


ScoreMethod: TypeAlias = Literal["weighted_sum", "topsis", "vikor", "promethee_ii"]
"""How the columns are added up to one score for each row."""


Normalisation: TypeAlias = Literal["min_max", "sum", "max", "linear", "vector", "none"]
"""How a column is scaled before it is weighed. x is a figure, all are of one column."""


Preference: TypeAlias = Literal["usual", "u_shape", "v_shape", "level", "linear", "gaussian"]
"""How a difference between two rows becomes a preference from 0 to 1 (the six types of Brans and Vincke)."""


ThresholdSetting: TypeAlias = Amount | list[Amount]
"""A setting for all columns, or one for each."""


class Candidate(TypedDict):
    """A proposal to choose from."""

    id: str
    """Unique among the proposals."""
    value: float
    """What it is worth; may be below 0."""
    cost: Amount
    """What it costs."""
    name: NotRequired[Text | None]
    """The name people use."""
    capacity_days: NotRequired[Amount | None]
    """The working days it takes; needed where days are limited."""
    group: NotRequired[str | None]
    """The group it counts for."""
    horizon: NotRequired[Horizon | None]
    """How far it reaches."""
    priority: NotRequired[str | None]
    """The priority it became; not used here."""
    interested_organisations: NotRequired[list[str]]
    """The organisations with an interest in it; not used here."""


class GroupLimit(TypedDict):
    """How many must and may be chosen."""

    min: NotRequired[int | None]
    """At least so many; 0 when omitted."""
    max: NotRequired[int | None]
    """At most so many; no limit when omitted."""


Effort: TypeAlias = Literal["cost", "capacity_days"]
"""What effort is measured by."""


SpcChart: TypeAlias = Literal["xmr", "run", "t", "g", "p", "u", "c", "p_prime", "u_prime"]
"""The kinds of control chart."""


SpcPreset: TypeAlias = Literal["mdc-2.6a", "nhsr-0.2.2"]
"""A named, versioned set of rules."""


ImprovementDirection: TypeAlias = Literal["increase", "decrease", "neutral"]
"""Which way is better."""


ConflictRule: TypeAlias = Literal["improvement", "concern"]
"""What wins where rules of equal rank speak for both sides."""


class SpcTarget(TypedDict):
    """A target with the time that it is in force."""

    value: float
    """The value to reach."""
    name: NotRequired[str | None]
    """Whose target it is, such as `national`."""
    start: NotRequired[Day | None]
    """First day in force, included."""
    end: NotRequired[Day | None]
    """Last day in force, included."""


PointCount: TypeAlias = int
"""A number of points."""


Period: TypeAlias = str
"""A period as text: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`."""


RunLength: TypeAlias = int
"""A number of points in a run."""


TwoOfThree: TypeAlias = Literal["off", "between", "beyond"]
"""What becomes of two points in a row below or above the two-sigma line."""


Screening: TypeAlias = Literal["off", "mr_only", "mr_and_mean"]
"""Whether large moving ranges are left out of the limits."""


ShortSeries: TypeAlias = Literal["run_chart", "flag"]
"""What becomes of a series with too few points."""


TiesRule: TypeAlias = Literal["break", "skip"]
"""What a point on the mean does to a shift, and two equal points to a trend."""


MissingRule: TypeAlias = Literal["skip", "break"]
"""What a missing value does."""


EqualityRule: TypeAlias = Literal["decides", "hit_or_miss"]
"""What a target on a limit means."""


Factor: TypeAlias = float | Literal["3/1.128"]
"""Mean moving ranges between the mean and a limit: 2.66, or the ratio that it is short for."""


RuleFamily: TypeAlias = Literal["single_point", "shift", "trend", "two_sigma"]
"""A family of rules."""


class Clamp(TypedDict):
    """The least and the most that a figure can be. Lines are shown within them; rules never use them."""

    min: NotRequired[float | None]
    """The least."""
    max: NotRequired[float | None]
    """The most."""


PointFrequency: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
"""How often a series should have a point."""


PeriodType: TypeAlias = Literal["day", "week", "month", "quarter", "financial_year"]
"""What a period is."""


RowKind: TypeAlias = Literal["priorities", "updates", "appointments", "meetings", "scores", "observations"]
"""What the rows of a tracker are."""


Reading: TypeAlias = Literal["day_first", "month_first", "percent", "share"]
"""What the cells of a column show of how they are written."""


Numbers: TypeAlias = list[float | None]
"""Numbers with gaps: null where one is missing."""


class SpcExtract(TypedDict):
    """Figures as they stood in an earlier extract."""

    values: NotRequired[list[float | None] | None]
    """The values; of a T chart dates alone will do."""
    dates: NotRequired[list[Period] | None]
    """A date for each; without dates, values are matched by their places."""
    denominators: NotRequired[list[float | None] | None]
    """A denominator for each, of charts that have them."""


AggregateKind: TypeAlias = Literal["proportion", "rate", "count"]
"""How figures of members make the whole."""


ObservationStatus: TypeAlias = Literal["suppressed", "missing", "not_applicable"]
"""Why an observation has no figure."""


class MemberSpan(TypedDict):
    """From when to when a member is expected to have figures."""

    organisation: str
    """The member."""
    start: NotRequired[Day | None]
    """First day, included."""
    end: NotRequired[Day | None]
    """Last day, included."""


SchemaVersion: TypeAlias = Literal["1.0"]
"""The version of the document's shape."""


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


class Sharing(TypedDict):
    """How a report counts what the members of the collaborative hold."""

    shares: NotRequired[str | None]
    """The size of the members, such as `staff_wte`, in proportion to which they are entitled; equal when omitted."""
    groups: NotRequired[list[str]]
    """
    What else to count by: `profession`, or a code of the members such as `place`. Members with the same code are
    one group.
    """
    since: NotRequired[Day | None]
    """The first day of the meetings and votes counted; the first day of the financial year when omitted."""


OrganisationKind: TypeAlias = Literal["trust", "icb", "sub_icb", "place", "region", "pcn", "site", "council", "other"]
"""What kind of organisation it is."""


class Successor(TypedDict):
    """An organisation that took over another, wholly or in part."""

    organisation: str
    """The organisation that took over."""
    on: Day
    """The day it did."""
    share: NotRequired[Share | None]
    """The share taken over; everything when omitted."""


class Objective(TypedDict):
    """What the programme is for."""

    id: str
    """Unique among objectives."""
    name: Text
    """The name people use."""
    accountable_role: NotRequired[str | None]
    """The role that answers for it."""
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
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Every1(TypedDict):
    """Every so many days."""

    days: int


Every: TypeAlias = Literal["month"] | Literal["quarter"] | Literal["half_year"] | Literal["year"] | Every1
"""A rhythm: `month`, `quarter`, `half_year`, `year`, or `{"days": n}`."""


Route: TypeAlias = Literal["existing", "competitive", "nominated", "interim"]
"""How somebody came to a role."""


InterestKind: TypeAlias = Literal["financial", "non_financial_professional", "non_financial_personal", "indirect"]
"""What kind of interest it is (NHS England, Managing conflicts of interest in the NHS)."""


PriorityKind: TypeAlias = Literal["task", "milestone", "project"]
"""What kind of priority it is."""


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


class Recusal(TypedDict):
    """An organisation that stood aside."""

    organisation: str
    """The organisation."""
    interest: NotRequired[str | None]
    """The interest that was the reason."""


IndicatorKind: TypeAlias = Literal["proportion", "rate", "count", "value", "days_between", "cases_between"]
"""What kind of figure it is."""


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


RateBase: TypeAlias = float
"""What a rate is told per."""


class MarkedPeriod(TypedDict):
    """A period that somebody set apart, with who did, when and why."""

    period: Period
    """The period."""
    organisation: NotRequired[str | None]
    """Only in the series of this organisation; in all of them when omitted."""
    reason: NotRequired[Text | None]
    """Why."""
    by: NotRequired[str | None]
    """The role that decided it."""
    decided_on: NotRequired[Day | None]
    """The day it was decided; it counts from then on."""
    recorded_on: NotRequired[Day | None]
    """The day it became known; `decided_on` when omitted."""


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


class Observation(TypedDict):
    """
    One figure: a value, or a numerator and a denominator, or the reason why there is none. A figure that was revised
    stands once more, recorded on a later day; the one known last counts.
    """

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
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
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
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


class Fingerprints(TypedDict):
    """First 16 hex digits of SHA-256 over canonical JSON."""

    document: NotRequired[str | None]
    """Of the document without its snapshots, which are added after it."""
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


Dimension: TypeAlias = Literal[
    "schedule",
    "blockers",
    "benefit",
    "evidence",
    "override",
    "roll_up",
    "reporting",
    "representation",
    "prioritisation",
    "variation",
    "change",
    "leadership",
    "presence",
    "cadence",
    "governance",
]
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
    "BENEFIT",
    "BENEFIT_NOT_SEEN",
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
    "CHANGED_BY_UPDATE",
    "CHANGED_BY_BASELINE",
    "CHANGED_BY_BLOCKER",
    "CHANGED_BY_OVERRIDE",
    "CHANGED_BY_TIME",
    "CHANGED_BY_PREDECESSOR",
    "CHANGED_BY_PARENT",
    "CHANGED_BY_ITEMS",
    "CHANGED_BY_BODY",
    "POLICY_CHANGED",
    "SNAPSHOT_HOLDS",
    "SNAPSHOT_DIFFERS",
    "SNAPSHOT_NOT_COMPARABLE",
    "ZERO_REPRESENTATION",
    "BELOW_ENTITLEMENT",
    "ABOVE_ENTITLEMENT",
    "UNATTRIBUTED",
    "COUNT_NOT_KNOWN",
    "EXACT_NOT_COMPUTED",
    "QUORUM_FAILED",
    "QUORUM_IMPOSSIBLE",
    "ATTENDANCE_NOT_COUNTED",
    "VOTE_TIED",
    "VOTE_NOT_COUNTED",
    "PARTS_MET_TOTAL_NOT",
    "TURN_NOT_COUNTED",
    "NO_VOTING_POWER",
    "QUOTA_TOO_LOW",
    "NOTHING_TOLD_APART",
    "VOICE_DECIDES",
    "METHOD_DECIDES",
    "SINGLE_VOICE",
    "SWING_ORGANISATION",
    "SWING_SCORER",
    "MISSING_SCORES",
    "NOT_SCORED",
    "NEVER_DISCRIMINATES",
    "SAME_THING",
    "STRAIGHT_LINER",
    "FAR_OUT",
    "LENIENCY",
    "WINNER_UNCERTAIN",
    "GREY_ZONE",
    "INTERESTS_DECIDE",
    "HOME_ADVANTAGE",
    "SAMPLES_LEFT_OUT",
    "INCONSISTENT_JUDGEMENTS",
    "WEIGHTS_NOT_ANCHORED",
    "WEIGHTS_FROM_SPREAD",
    "CONSTANT_CRITERION",
    "RANK_REVERSAL",
    "NO_PORTFOLIO_FITS",
    "SEVERAL_BEST_SETS",
    "NEVER_FITS",
    "SEARCH_INCOMPLETE",
    "TOO_FEW_POINTS",
    "SHORT_PARTITION",
    "DUPLICATE_DATES",
    "MISSING_PERIODS",
    "MISSING_VALUES",
    "BASELINE_SPECIAL_CAUSE",
    "BASELINE_NOT_REACHED",
    "RECALCULATION_IN_BASELINE",
    "RECALCULATION_AT_FIRST",
    "RULES_CONFLICT",
    "NOTHING_VARIES",
    "LOW_COUNTS",
    "OVERDISPERSION",
    "LARGE_DENOMINATORS",
    "MANY_TIES",
    "AT_CEILING",
    "AUTOCORRELATION",
    "SEASONALITY",
    "HIGH_MOVING_RANGES",
    "TARGET_NOT_USED",
    "WHOLE_NOT_KNOWN",
    "WHOLE_AS_RANGE",
    "ONE_MEMBER_DECIDES",
    "MIX_CHANGED",
    "ROLE_VACANT",
    "ROLE_OVERFILLED",
    "LEAD_OVERLAP",
    "ORGANISATION_ABSENT",
    "MEETINGS_MISSED",
    "MEETING_GAP",
    "ATTENDED_BY_NON_MEMBER",
    "LIMIT_EXCEEDED",
    "LIMIT_NOT_REACHED",
    "NO_AIM",
    "NO_DRIVER",
    "AIM_NOT_SERVED",
    "EMPTY_GOAL",
    "ORPHAN_PRIORITY",
    "ONE_HORIZON",
    "NO_AWAY_DAY",
    "NO_CASE_FOR_CHANGE",
    "NOT_IMPARTIAL",
    "PANEL_NOT_CLINICAL",
    "COUNT_DIFFERS",
    "POSSIBLE_DUPLICATE",
    "INTEREST_NOT_RECUSED",
    "INTEREST_DECLARED_LATE",
    "INTEREST_OF_LEAD",
    "DECISION_NOT_QUORATE",
    "DECISION_NOT_RATIFIED",
    "OUTCOME_DIFFERS",
    "SEVERAL_CHAIRS",
    "MEMBERSHIP_DIFFERS",
    "NO_ACCOUNTABLE_ROLE",
    "ACCOUNTABLE_ROLE_VACANT",
    "NOT_SPREAD",
    "CHECK_INCOMPLETE",
]
"""Every kind of finding. The word is stable."""


Severity: TypeAlias = Literal["red", "amber", "note"]
"""How much a finding asks of its reader."""


About: TypeAlias = Literal[
    "programme",
    "body",
    "goal",
    "priority",
    "organisation",
    "indicator",
    "decision",
    "meeting",
    "exercise",
    "proposal",
    "criterion",
    "scorer",
    "snapshot",
    "aim",
    "objective",
    "review",
    "limit",
]
"""What kind of thing a finding speaks of."""


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


Gap = TypedDict(
    "Gap",
    {
        "from": Day,
        "to": Day,
        "days": int,
        "cycle_days": int | None,
        "open": bool,
    },
)


class AttendanceRow(TypedDict):
    """How many of the meetings an organisation, or somebody in a role, came to."""

    organisation: str | None
    """The organisation; null for all."""
    role: str | None
    """The role; null for all."""
    came: int
    """Meetings that somebody of it came to, as a member or deputy."""
    of: int
    """Meetings of which attendance is recorded; of a member organisation those since it became one."""
    rate: float | None
    """The share; null of none."""


MeetingStatus: TypeAlias = Literal["held", "cancelled", "not_held"]
"""What became of a meeting."""


GovernanceCheck: TypeAlias = Literal[
    "roles",
    "limits",
    "chairs",
    "membership",
    "attendance",
    "accountability",
    "aims",
    "drivers",
    "goals",
    "horizons",
    "away_days",
    "case_for_change",
    "impartiality",
    "panels",
    "quorums",
    "votes",
    "interests",
    "declared_counts",
    "duplicates",
    "delivery",
]
"""A rule that a programme keeps or does not."""


GovernanceStatus: TypeAlias = Literal["met", "not_met", "not_assessed", "not_applicable"]
"""Whether a rule is kept."""


class RoleRow(TypedDict):
    """A role that a body asks for."""

    body: str
    """The body."""
    role: str
    """The role."""
    min: int
    """At least so many."""
    max: int | None
    """At most so many; null for any number."""
    held: int
    """How many hold it on the day."""
    vacant_since: Day | None
    """The first day of the vacancy; null where there is none, or where that cannot be told."""


class LimitRow(TypedDict):
    """A limit on how many hold a role: one row for the whole, or one for each body of a kind."""

    id: str
    """The limit."""
    role: str
    """The role."""
    body_kind: BodyKind | None
    """In each body of this kind; null over everything."""
    body: str | None
    """The body; null for the whole."""
    min: int | None
    """At least so many."""
    max: int | None
    """At most so many."""
    held: int
    """How many hold it on the day."""
    organisations: dict[str, int]
    """How many of them by organisation; those of none are in `held` alone."""
    status: GovernanceStatus
    """Whether it is kept."""


class AimRow(TypedDict):
    """An aim and the activities that address it."""

    aim: str
    """The aim."""
    name: str
    """Its name."""
    priorities: int
    """How many priorities address it, of those not excluded on the day."""
    supports: int
    """How many support it."""
    contributes: int
    """How many contribute to it."""
    delivers: int
    """How many deliver it."""
    least_served: bool
    """No aim is addressed by fewer."""
    activities: dict[str, Strength | None]
    """The priorities that address it, each with how strongly; null where that is not stated."""


class GoalBody(TypedDict):
    """What a body does for a goal."""

    goal: str
    """The goal."""
    body: str
    """The body."""
    priorities: int
    """Priorities that serve the goal, those excluded left out."""
    counts: Counts
    """Priorities per level."""
    beside: int
    """Priorities that serve it beside another goal, and are counted there."""
    worst: Level | None
    """The worst level of those priorities that are assessed."""


class BodyRow(TypedDict):
    """A network's mix of quick and lasting work, and its away day."""

    body: str
    """The network."""
    quick_wins: int
    """Quick wins, of the priorities not excluded on the day."""
    transformative: int
    """Transformative priorities."""
    not_stated: int
    """Priorities of which neither is stated."""
    last_away_day: Day | None
    """The last away day held."""


class ReviewRow(TypedDict):
    """A review and its panel."""

    id: str
    """The review."""
    kind: ReviewKind
    """What kind of review it is."""
    subject_kind: SubjectKind
    """What kind of thing was reviewed."""
    subject: str
    """What was reviewed."""
    reviewed_on: Day | None
    """The day of the review."""
    outcome: str | None
    """What it found."""
    panel: int
    """Members of the panel."""
    clinical: int
    """Those whose profession is a clinical one."""
    not_stated: int
    """Those whose profession is not stated."""
    outside: int | None
    """Those from another organisation than the one that proposes; null where that is not known."""


QuorumTest: TypeAlias = Literal["minimum", "fraction", "per_organisation", "minimum_organisations", "role"]
"""What a quorum asks for."""


TallyResult: TypeAlias = Literal["decided", "tied", "no_majority", "no_votes"]
"""How a vote ended."""


class CountRow(TypedDict):
    """A declared count beside the one counted."""

    of: Counted
    """What was counted."""
    kind: str | None
    """Of which kind or role; null for all."""
    as_at: Day
    """The day it speaks of; the day of the report where none is stated."""
    declared: int
    """How many were declared."""
    counted: int
    """How many the document holds."""
    source: str | None
    """Where the declared count comes from."""


class Delivery(TypedDict):
    """How far an improvement has spread."""

    priority: str
    """The priority."""
    body: str
    """Its body."""
    delivered: int
    """How many of the organisations have it."""
    of: int
    """How many it is for: those that take part, else the members of the collaborative."""
    organisations: list[str]
    """Those that have it."""
    missing: list[str]
    """Those that have not."""
    first_on: Day | None
    """The first day and the last on which it was delivered, where they are stated."""
    last_on: Day | None
    """The last day on which it was delivered."""


Held: TypeAlias = Literal["posts", "seats", "priorities_led", "scorers", "attendance", "chairs", "hosts", "votes"]
"""What is counted by organisation."""


Scope: TypeAlias = Literal["programme", "body", "goal", "exercise", "profession"]
"""For what part of the programme something is counted."""


class BestArrangement(TypedDict):
    """The best arrangement that there is for this number of posts: as near to the entitlements as whole numbers come."""

    seats: dict[str, int]
    """Posts that each organisation has in every best arrangement."""
    tied: list[str]
    """Organisations of which any may have one more; empty where there is one best arrangement only."""
    to_draw: int
    """How many of the tied have one more."""
    nearest: dict[str, int]
    """The best arrangement that the fewest moves lead to; among several, the first in the order of ids."""


class ZeroRepresentation(TypedDict):
    """An organisation that holds nothing and is entitled to something."""

    organisation: str
    """Who."""
    avoidable: bool
    """False where so many must be without: fewer posts than organisations."""


Move = TypedDict(
    "Move",
    {
        "from": str,
        "to": str,
        "posts": int,
    },
)


IndexName: TypeAlias = Literal["loosemore_hanby", "gallagher", "sainte_lague", "gini", "normalised_entropy"]
"""An index of unevenness. With s the shares held and v those entitled to:"""


ExactModel: TypeAlias = Literal["multinomial", "hypergeometric"]
"""What chance is taken to be."""


class Detectable(TypedDict):
    """The likeliest arrangement with a p of at most `level`."""

    level: float
    """0.05, as is usual."""
    posts: list[int]
    """Posts by organisation in the order of the counts; with equal entitlements from the most to the fewest."""
    p: float
    """Its p."""


CheckStatus: TypeAlias = Literal["met", "met_as_far_as_possible", "not_met", "not_assessable"]
"""Whether representation is as it should be."""


class RotationRow(TypedDict):
    """How the turns of one organisation stand."""

    organisation: str
    """Who."""
    member: bool
    """A member on the day asked about."""
    turns: int
    """Turns taken as a member."""
    expected: float
    """Its fair part: of every turn taken while it was a member, one part for each member of that day."""
    difference: float
    """Turns less the fair part."""
    last_on: Day | None
    """The day of its last turn; null where it had none."""
    waiting_days: int | None
    """Days since that turn, else since it joined; null where neither is known."""


PossibleRank: TypeAlias = int


class Contributions(TypedDict):
    """The parts of a total. Before they are rounded each list adds up to the total exactly."""

    criteria: dict[str, float | None]
    """By criterion: share of the weight x value; null where nobody scored it."""
    organisations: dict[str, float | None]
    """By organisation; null where it has no voice in the total."""


class Bound(TypedDict):
    """Who overtakes whom."""

    challenger: str
    """The proposal that rises."""
    overtakes: str
    """The proposal it overtakes."""


class Flip(TypedDict):
    """The smallest change of weights with which another proposal draws level with the winner."""

    challenger: str
    """The other proposal."""
    moved: float
    """The share of the whole weight that has to move."""
    weights: dict[str, float]
    """The shares of the weight after it."""


VoiceKind: TypeAlias = Literal["equal", "pooled", "shares"]
"""The kinds of `Voice`."""


class OrganisationVoice(TypedDict):
    """One organisation's voice."""

    organisation: str
    """The organisation."""
    scorers: int
    """How many scorers it has."""
    scores: int
    """How many scores they gave."""
    share: float
    """Its share of the voice where everybody scored everything."""
    share_of_scorers: float
    """Its share of the scorers."""


class Alternative(TypedDict):
    """The ranking that another choice of voice or average would give."""

    voice: VoiceKind
    """The rule."""
    average: Average
    """The average."""
    leniency_adjusted: bool
    """
    True where each scorer's leniency was taken off first: how much higher he or she scores than all together do
    on the same cells. Totals are then rounded to a thousand-millionth.
    """
    winners: list[str]
    """Who would come first."""
    winner_changed: bool
    """True if that differs."""
    moved: int
    """How many proposals would have another rank."""
    ranks: dict[str, int | None]
    """The rank of each proposal."""


class LeftOut(TypedDict):
    """The ranking without one voice."""

    left_out: str
    """The organisation or the scorer."""
    winners: list[str]
    """Who would come first."""
    winner_changed: bool
    """True if that differs."""
    moved: int
    """How many proposals would have another rank."""
    largest_move: int
    """The largest change of a rank."""
    ranks: dict[str, int | None]
    """The rank of each proposal."""


SamplingKind: TypeAlias = Literal["uniform", "ordinal", "bounded"]
"""The kinds of `Sampling`."""


class Acceptable(TypedDict):
    """One proposal under random weights."""

    id: str
    """The proposal."""
    ranks: list[float]
    """The share of samples in which it has rank 1, 2, ...; joint ranks are shared out."""
    standard_errors: list[float]
    """The standard error of each of these."""
    central_weights: dict[str, float] | None
    """The mean of the weights with which it comes first; null where none of the samples puts it first."""
    confidence: float | None
    """
    How certainly its central weights put it first, the scores being as given: 1, or 0, or its part of a joint
    first rank.
    """


Standing: TypeAlias = Literal["certainly_in", "grey", "certainly_out"]
"""Where a proposal stands to the cut."""


Doubt: TypeAlias = Literal["tie", "leave_one_out", "weights", "samples", "missing_scores"]
"""What could move a proposal across the cut."""


class Disputed(TypedDict):
    """How the organisations see one proposal."""

    id: str
    """The proposal."""
    totals: dict[str, float | None]
    """Each organisation's own total; null where it has none."""
    ranks: dict[str, int | None]
    """The rank it has in each organisation's own ranking."""
    spread: float | None
    """The standard deviation of the organisations' totals; null below two."""
    highest: list[str]
    """The organisations with the highest total."""
    lowest: list[str]
    """The organisations with the lowest total; empty where all agree."""


class PairAgreement(TypedDict):
    """How far two organisations rank alike."""

    a: str
    """One."""
    b: str
    """The other."""
    tau_b: float | None
    """From -1 (opposite) to 1 (the same); null where one of them tells nothing apart."""


class Interested(TypedDict):
    """One proposal without the organisations that have an interest in it."""

    id: str
    """The proposal."""
    organisations: list[str]
    """The organisations with an interest."""
    total: float | None
    """Its total."""
    total_without: float | None
    """Its total without them; null where nobody else scored it."""
    rank: int | None
    """Its rank."""
    rank_without: int | None
    """Its rank if no organisation scored what it has an interest in."""


class HomeAdvantage(TypedDict):
    """Whether an organisation scores its own higher than others do."""

    organisation: str
    """The organisation."""
    proposals: int
    """How many proposals it has an interest in that others without an interest scored too."""
    own: float | None
    """How much higher it scores them than the others, on the mean of their totals; null without such a proposal."""
    others: float | None
    """How much higher it scores all other proposals than the others do; null without such a proposal."""
    advantage: float | None
    """The difference of the two: what cannot be its general leniency. Null where either is."""


class Reversal(TypedDict):
    """Two proposals whose order depends on a third."""

    left_out: str
    """The proposal whose leaving turns them round."""
    above: str
    """The one above, while that proposal is there."""
    below: str
    """The one below, while that proposal is there."""


VariationIcon: TypeAlias = Literal[
    "improvement_high", "improvement_low", "concern_high", "concern_low", "high", "low", "common_cause"
]
"""The icon of variation: the status of the last point, and its side."""


SpcRule: TypeAlias = Literal[
    "above_upper_limit",
    "below_lower_limit",
    "shift_above",
    "shift_below",
    "trend_up",
    "trend_down",
    "two_sigma_above",
    "two_sigma_below",
]
"""A rule of special cause that a point can fire."""


AssuranceIcon: TypeAlias = Literal["pass", "fail", "hit_or_miss"]
"""The icon of assurance: whether the target is met by the process as it is."""


class AssuranceDistance(TypedDict):
    """How far a process is from passing its target, if its variation stays as it is."""

    mean_needed: float
    """The mean that would pass."""
    units: float
    """How far the mean has to move for that; of the other sign, how far it is beyond."""
    sigma: float | None
    """The same in sigma; null where nothing varies."""
    chance: float
    """The chance that the next point meets the target by common cause, if points are spread normally."""


class IndicatorAnnotation(TypedDict):
    """Something that happened and may show in the figures."""

    on: Day
    """The day."""
    text: str
    """What happened."""
    organisation: str | None
    """The organisation concerned."""
    priority: str | None
    """The priority concerned."""


WhyNoFigure: TypeAlias = Literal["suppressed", "missing", "not_applicable"]
"""Why a period has no figure."""


class ClampRange(TypedDict):
    """The least and the most that a line is shown at."""

    min: float | None
    """The least."""
    max: float | None
    """The most."""


PointStatus: TypeAlias = Literal["improvement", "concern", "high", "low", "common_cause"]
"""What is said of a point."""


class SpcPartition(TypedDict):
    """The lines of a partition; null where each point has its own."""

    index: int
    """Its number: 0 for the baseline, from 1 for the others."""
    first: int
    """The place of its first point."""
    last: int
    """The place of its last point."""
    n: int
    """How many of its points count."""
    mean: float | None
    """The mean."""
    mean_moving_range: float | None
    """The mean moving range."""
    moving_range_limit: float | None
    """Moving ranges above this are high."""
    lower_limit: float | None
    """Three sigma below."""
    lower_two_sigma: float | None
    """Two sigma below."""
    lower_one_sigma: float | None
    """One sigma below."""
    upper_one_sigma: float | None
    """One sigma above."""
    upper_two_sigma: float | None
    """Two sigma above."""
    upper_limit: float | None
    """Three sigma above."""


PointNoteKind: TypeAlias = Literal["recalculation", "ghost"]
"""What a note of a point is about."""


SpcSide: TypeAlias = Literal["above", "below"]
"""A side of the mean, or the way of a trend."""


class MedianRuns(TypedDict):
    """Runs about a median, and what chance would give (Anhøj)."""

    n: int
    """The points that are not on the median."""
    longest: int
    """The longest run on one side."""
    longest_expected: int
    """The longest that chance would give."""
    crossings: int
    """How often the median is crossed."""
    fewest_expected: int
    """The fewest crossings that chance would give."""
    signal: bool
    """True if either is beyond chance."""


class RuleTrigger(TypedDict):
    """Values of the next point that fire a rule, or do not: those between two bounds. A rule may have several rows."""

    rule: SpcRule
    """The rule."""
    above: float | None
    """Values above this; null where there is no such bound."""
    below: float | None
    """Values below this; null where there is no such bound."""


IndicatorScope: TypeAlias = Literal["collaborative", "body", "goal"]
"""For what part of the collaborative icons are counted."""


Change: TypeAlias = Literal["worsened", "improved", "new", "removed", "completed", "rebaselined", "policy_changed"]
"""How something changed."""


class NodeChange(TypedDict):
    """A node with what it was and what it is, and how many items below it changed in which way."""

    id: str
    """The identifier of what it stands for."""
    name: str
    """Its name."""
    kind: NodeType
    """What it stands for."""
    parent: str | None
    """The node above."""
    changes: list[Change]
    """How it changed itself; empty where it did not."""
    level_since: Level
    """The level at the earlier date."""
    level: Level
    """The level now."""
    level_by_former_policy: Level | None
    """The level at the earlier date by the former policy; null without one."""
    computed_level_since: Level
    """The level without any override at the earlier date."""
    computed_level: Level
    """The level without any override now."""
    counts_since: Counts
    """Leaves per level at the earlier date."""
    counts: Counts
    """Leaves per level now."""
    worsened: int
    """Items below it that worsened."""
    improved: int
    """Items below it that improved."""
    new: int
    """Items below it that are new."""
    removed: int
    """Items below it that were removed."""
    completed: int
    """Items below it that were completed."""
    rebaselined: int
    """Items below it that were held to another baseline."""
    unchanged: int
    """Items below it without any change."""
    caused_by: list[str]
    """What changed its level: identifiers of items or of an override. The findings say more."""


class HistoryMoment(TypedDict):
    """One of the dates."""

    as_at: Day
    """The day spoken of."""
    known_at: Day | None
    """Only what was recorded by this day counts; null: everything recorded."""
    headline: str
    """The programme's level in one line."""


class HistoryNode(TypedDict):
    """A node at one date."""

    as_at: Day
    """The day spoken of."""
    id: str
    """The identifier of what it stands for."""
    name: str
    """Its name."""
    kind: NodeType
    """What it stands for."""
    parent: str | None
    """The node above."""
    level: Level
    """The effective level."""
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
    """Share of weight with evidence."""
    watermelons: int
    """Leaves reported complete or green and computed red."""


class HistoryItem(TypedDict):
    """A priority at one date."""

    as_at: Day
    """The day spoken of."""
    id: str
    """The priority."""
    name: str
    """Its name."""
    body: str
    """The body that answers for it."""
    goal: str | None
    """The goal it rolls up into."""
    kind: PriorityKind
    """What kind of priority it is."""
    level: Level
    """The effective level."""
    reason: Reason | None
    """Why it is excluded or not assessed."""
    dimension: Dimension | None
    """The side of it that its level comes from."""
    computed_level: Level
    """The level by the rules alone."""
    reported_level: ReportedLevel | None
    """The level last reported."""
    stale_days: int | None
    """The age of the last update in days, where that is stale."""
    slip_days: int | None
    """Days that the finish is after the baseline."""
    baseline_finish: Day | None
    """The finish of the baseline in force."""
    forecast_finish: Day | None
    """The forecast last given."""


Basis: TypeAlias = Literal["level", "reported"]
"""Whose colour is held against what came of it."""


Grouping: TypeAlias = Literal["all", "body", "role"]
"""What items are put together by."""


class CalibratedMonths(TypedDict):
    """What became of every priority so many months before its baseline. The counts add up to all priorities."""

    months_before: int
    """So many months before the baseline finish."""
    coloured: int
    """Green, amber or red then, and still counted now."""
    no_baseline: int
    """No baseline was in force that long before its own finish."""
    to_come: int
    """That day is still to come."""
    finished: int
    """Finished already by then."""
    not_assessed: int
    """Excluded or not assessed then."""
    excluded: int
    """Left out since: cancelled, say."""


Presence: TypeAlias = Literal["stayed", "joined", "left"]
"""Whether a proposal stands in both rounds."""


RoundStep: TypeAlias = Literal["scores", "scorers", "weights", "proposals"]
"""A step from one round to the next, in the order in which they are taken."""


class WeightMoved(TypedDict):
    """A criterion's share of the weight in two rounds."""

    id: str
    """The criterion."""
    before: float | None
    """Its share in the first round; null if it was not there."""
    after: float | None
    """Its share in the second."""


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
    "ambiguous_date",
    "ambiguous_column",
    "completed_no_date",
    "baseline_changed",
    "differs_from_document",
    "not_in_rows",
    "not_in_order",
    "wrong_period",
    "out_of_range",
    "too_many",
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
    "empty_list",
    "wrong_length",
    "weights_all_zero",
    "not_connected",
    "too_many_criteria",
    "too_many_proposals",
    "too_many_scorers",
    "too_many_samples",
    "search_too_long",
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


StepRule: TypeAlias = Literal["whole_quota", "largest_remainder", "first_seat", "highest_quotient", "lot"]
"""Why a seat was given."""


NotCountedReason: TypeAlias = Literal["not_a_member", "conflict", "deputy"]
"""Why somebody present does not count."""


class OptionVotes(TypedDict):
    """The votes of one option."""

    option: str
    """The option."""
    votes: int
    """Its votes, by weight where votes have one."""
    share: float
    """As a share of the votes cast."""
    voters: list[str]
    """Who voted for it, in the order of the votes."""


class PowerRow(TypedDict):
    """The power of one organisation."""

    organisation: str
    """Who."""
    weight: float
    """Its votes."""
    weight_share: float
    """Its share of all votes."""
    banzhaf: float
    """Banzhaf: its share of all swings."""
    banzhaf_absolute: float
    """Banzhaf, absolute: the share of coalitions of the others that its vote turns from losing to winning."""
    shapley_shubik: float
    """Shapley–Shubik: the share of orders of joining in which its vote is the one that decides."""
    swings: int
    """Coalitions that it turns from losing to winning."""
    veto: bool
    """True where nothing passes without it."""


class DerivedWeight(TypedDict):
    """The weight of one criterion."""

    id: str
    """The criterion."""
    stated: float | None
    """The points or the rank stated; null for pairwise judgements."""
    normalised: float
    """The weight; all weights add up to 1."""


RandomIndexTable: TypeAlias = Literal["alonso_lamata_2006", "alonso_lamata_2006_agoston_csato_2022"]
"""Where a random index comes from."""


class Triad(TypedDict):
    """Three criteria and what was said of them."""

    criteria: list[str]
    """The three criteria, in order."""
    first_to_second: float
    """How many times as important the first was said to be as the second."""
    second_to_third: float
    """The second as the third."""
    first_to_third: float
    """The first as the third."""
    implied: float
    """What the first two make of the third."""


BestScore: TypeAlias = Literal["highest", "lowest"]
"""Which scores are the good ones."""


class Distances(TypedDict):
    """TOPSIS: how far each row is from the ideal and from its opposite."""

    ideal: list[float]
    """From the row made of the best figures."""
    anti_ideal: list[float]
    """From the row made of the worst figures."""


class Compromise(TypedDict):
    """VIKOR: which rows stand together as the compromise, and why."""

    group_utility: list[float]
    """Group utility of each row; low is good."""
    individual_regret: list[float]
    """Individual regret of each row; low is good."""
    rows: list[int]
    """Rows of the compromise set, numbered from 0, best first."""
    acceptable_advantage: bool
    """The best row leads by 1 / (rows - 1) or more."""
    acceptable_stability: bool
    """The best row is also best by group utility or by individual regret."""


class Flows(TypedDict):
    """PROMETHEE II: how far each row is preferred to the others, and they to it, from 0 to 1."""

    positive: list[float]
    """Preference over the others."""
    negative: list[float]
    """Preference of the others over it."""


class Portfolio(TypedDict):
    """A set of proposals that keeps to every constraint."""

    value: float
    """What it is worth."""
    cost: float
    """What it costs."""
    capacity_days: float | None
    """The working days it takes; null where they are not limited."""
    proposals: list[str]
    """The proposals, in their order."""


NearStanding: TypeAlias = Literal["always_in", "sometimes", "never_in"]
"""Where a proposal stands in near-optimal portfolios."""


Side: TypeAlias = Literal["high", "low"]
"""Which side of a line."""


Quadrant: TypeAlias = Literal["quick_win", "major_project", "fill_in", "reconsider"]
"""A quarter of the plane of impact and effort."""


class Quadrants(TypedDict):
    """The lines between high and low: the median value and the median effort of the proposals."""

    effort: Effort
    """What effort is measured by."""
    impact_line: float | None
    """Values from this on are high; null without proposals."""
    effort_line: float | None
    """Efforts from this on are high; null without proposals."""


class Icon(TypedDict):
    """An icon as a picture."""

    name: str
    """Its name: a word of `VariationIcon` or `AssuranceIcon`, or `run_chart`."""
    title: str
    """What it says, as a heading."""
    svg: str
    """The picture: one `svg` element that needs nothing else, with its title and what it means."""


class ParsedPeriod(TypedDict):
    """A period as it was understood."""

    period: str
    """The period as documents write it: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`."""
    kind: PeriodType
    """What it is."""
    start: Day
    """Its first day, included."""
    end: Day
    """Its last day, included."""


PatientReason: TypeAlias = Literal["heading", "nhs_numbers", "postcodes"]
"""Why a column looks like data about patients."""


class Redacted(TypedDict):
    """A document in which a person's token was replaced."""

    document: dict[str, Any]
    """The document; everything else in it is as it was."""
    token: str
    """The token that now stands in place of the person's."""
    replaced: int
    """In how many fields it was replaced."""
    mentions: list[str]
    """JSON pointers of what still holds the old token as a word (a note, a name, an identifier): for a person to read."""


Certainty: TypeAlias = Literal["stated", "exact", "synonym", "values", "default", "unused"]
"""How sure it is what a column stands for."""


class JudgedPoints(TypedDict):
    """What is said of every row. The columns from `partition` on are null where lines were not asked for."""

    series: list[str]
    """The name of the row's series."""
    period: list[str] | None
    """When; null where the table has no periods."""
    status: list[PointStatus | None]
    """What stands there for the better or the worse; null where nothing is said."""
    rules: list[list[SpcRule]]
    """Every rule that fired."""
    value: list[float | None] | None
    """The value, or the rate."""
    ghosted: list[bool] | None
    """Left out of everything but the picture."""
    target: list[float | None] | None
    """The target in force."""
    partition: list[int] | None
    """0 for the baseline, from 1 for the others."""
    mean: list[float | None] | None
    """The mean."""
    lower_limit: list[float | None] | None
    """Three sigma below."""
    lower_two_sigma: list[float | None] | None
    """Two sigma below."""
    lower_one_sigma: list[float | None] | None
    """One sigma below."""
    upper_one_sigma: list[float | None] | None
    """One sigma above."""
    upper_two_sigma: list[float | None] | None
    """Two sigma above."""
    upper_limit: list[float | None] | None
    """Three sigma above."""
    moving_range: list[float | None] | None
    """How far the value is from the one before it, of XmR charts."""
    mean_moving_range: list[float | None] | None
    """The mean moving range of the partition, of XmR charts."""
    moving_range_limit: list[float | None] | None
    """A moving range above this is high, of XmR charts."""
    conflict: list[bool] | None
    """True where rules of both sides fired."""


class JudgedSeries(TypedDict):
    """What is said of every series."""

    series: list[str]
    """Its name."""
    improvement_direction: list[ImprovementDirection]
    """Which way is better."""
    n: list[int]
    """How many points count."""
    variation: list[VariationIcon | None]
    """The icon of the last point; null where there is none."""
    assurance: list[AssuranceIcon | None]
    """The icon of the target in force; null where there is none."""
    since: list[int | None]
    """The row since which the last point's side holds without a break; null for common cause."""
    last: list[int | None]
    """The row of the last point that counts."""
    rules: list[list[SpcRule]]
    """The rules that the last point fired."""
    value: list[float | None]
    """The last value."""
    mean: list[float | None]
    """The mean at the last point."""
    lower_limit: list[float | None]
    """The lower limit at the last point."""
    upper_limit: list[float | None]
    """The upper limit at the last point."""
    target: list[float | None]
    """The target in force at the last point."""
    run_chart: list[bool]
    """True where a run chart takes the chart's place: too few points, or one was asked for."""
    duplicates: list[bool]
    """True where two points have the same period."""
    chance: list[float | None]
    """The chance of so much at the last point by common cause alone; null where nothing is said."""
    discovery: list[float | None]
    """The same, allowing for the number of series looked at (false discovery rate)."""
    look_first: list[int | None]
    """In which order to look: 1 for the least chance; equal chances share a place."""


class ComparedSide(TypedDict):
    """The series by one set of options."""

    preset: SpcPreset
    """The rules."""
    chart: SpcChart
    """The kind of chart."""
    run_chart: bool
    """True where a run chart takes its place."""
    variation: VariationIcon | None
    """The icon of variation."""
    since_index: int | None
    """The place of the point since which it holds."""
    since: str | None
    """Its date."""
    rules: list[SpcRule]
    """The rules that the last point fired."""
    assurance: AssuranceIcon | None
    """The icon of assurance."""
    fingerprint: str
    """The fingerprint of the answer of `spc`."""


class SettingDifference(TypedDict):
    """A setting that differs."""

    setting: str
    """Its name."""
    a: Any
    """By the first set; of targets, recalculations and ghosts, how many there are."""
    b: Any
    """By the second set."""


IconKind: TypeAlias = Literal["variation", "assurance"]
"""What an icon speaks of."""


class PointSaid(TypedDict):
    """What is said of a point."""

    status: PointStatus | None
    """Its status."""
    rules: list[SpcRule]
    """The rules that it fired."""


class ComparedLines(TypedDict):
    """The lines of a stretch of points."""

    partition: int
    """The number of the partition."""
    mean: float | None
    """The middle."""
    lower_limit: float | None
    """Three sigma below."""
    upper_limit: float | None
    """Three sigma above."""


class FindingDifference(TypedDict):
    """Findings that only one side has."""

    a: list[FindingCode]
    """Only the first set."""
    b: list[FindingCode]
    """Only the second set."""


class HistoryRow(TypedDict):
    """The icon at one period."""

    index: int
    """Its place."""
    date: str | None
    """Its date."""
    value: float | None
    """Its value."""
    ghosted: bool
    """Left out of everything but the picture."""
    then: VariationIcon | None
    """The icon as it stood then, of the points up to this one."""
    rules: list[SpcRule]
    """The rules behind it."""
    assurance: AssuranceIcon | None
    """The icon of the target as it stood then."""
    now: VariationIcon | None
    """With hindsight: what all points say of this one; null where it does not count."""
    changed: bool
    """The icon of then is another than the one before."""


class LastedSince(TypedDict):
    """Since when an icon holds."""

    points: int
    """For so many points that count."""
    since_index: int | None
    """The place of the first of them."""
    since: str | None
    """Its date."""


class RevisedValue(TypedDict):
    """A value that is another one now."""

    index: int
    """Its place now."""
    date: str | None
    """Its date."""
    before: float | None
    """What it was."""
    after: float | None
    """What it is."""
    before_denominator: float | None
    """What it was counted of; null of charts without denominators."""
    after_denominator: float | None
    """What it is counted of."""


IconCause: TypeAlias = Literal["revision", "extension", "both"]
"""Why an icon of a past period is another one now."""


class StateSettings(TypedDict):
    """How a series is judged."""

    chart: SpcChart
    """The kind of chart."""
    improvement_direction: ImprovementDirection
    """Which way is better."""
    preset: SpcPreset
    """The rules."""
    conflict: ConflictRule
    """What wins where rules of equal rank speak for both sides."""
    target: float | None
    """One target for all points."""
    targets: list[Any]
    """Targets with names and dates."""
    baseline: Any
    """From which points the lines come."""
    options: Any
    """What is set apart from the preset."""


class StateSums(TypedDict):
    """Sums that grow with each point."""

    number: int
    """Values in it."""
    ranges: int
    """Moving ranges in it."""
    exact: list[str]
    """
    Sums of values and of ranges, of charts of counts of numerators and denominators, as whole numbers of the last
    place, in digits.
    """
    sums: list[float]
    """The same sums as they come."""
    errors: list[float]
    """What was rounded off on the way."""
    first: float
    """The first value."""
    constant: bool
    """All values are the first."""


class StatePoint(TypedDict):
    """A point that may still be part of a run."""

    index: int
    """Its place."""
    value: float
    """What was counted or measured."""
    denominator: float
    """Its denominator."""
    judged: float
    """What is judged."""
    partition: int
    """The number of recalculations before it, from 1."""
    reached: bool
    """A run may reach it from the point before."""
    date: str | None
    """Its date."""


class StateIcon(TypedDict):
    """The icon as it stands."""

    icon: VariationIcon | None
    """The icon."""
    since_index: int | None
    """The first of the points at which it was this, one after another."""
    since: str | None
    """Its date."""


class AppendedVariation(TypedDict):
    """What the last point says, as it is known now."""

    icon: VariationIcon | None
    """The icon; null on a run chart, and where no point counts."""
    rules: list[SpcRule]
    """The rules that the last point fired."""
    since_index: int | None
    """
    The place of the first point since which the icon has been this, one point after another, each as it was
    known at the time.
    """
    since: str | None
    """Its date."""


IconChange = TypedDict(
    "IconChange",
    {
        "from": VariationIcon | None,
        "to": VariationIcon | None,
        "changed": bool,
    },
)


class Stretch(TypedDict):
    """Points between two recalculations."""

    first: int
    """The place of the first point."""
    last: int
    """The place of the last."""
    n: int
    """Points that count."""
    mean: float | None
    """The mean of the lines in force there."""
    mean_moving_range: float | None
    """Their mean moving range."""
    lower_limit: float | None
    """Three sigma below."""
    upper_limit: float | None
    """Three sigma above."""
    special_causes: int
    """Special causes in it by these lines."""


class RecalculationRecord(TypedDict):
    """A recalculation as it is written down: who decided it, why, and when."""

    at: Any
    """The point: its date, or its place where there are no dates."""
    by: str | None
    """Who decided it: for people to say."""
    why: str | None
    """Why: the change that is known to have been made."""
    on: str | None
    """The day it was decided."""


class WholeRow(TypedDict):
    """The whole in one period."""

    period: str
    """The period."""
    value: float | None
    """The whole; null where a member is missing or suppressed."""
    numerator: float | None
    """Its numerator, or count."""
    denominator: float | None
    """Its denominator; null of counts."""
    lower: float | None
    """At least this, where suppressed figures have an upper bound; else the value."""
    upper: float | None
    """At most this."""
    known: int
    """Members whose figures are known."""
    missing: list[str]
    """Members that are expected and have no figure."""
    suppressed: list[str]
    """Members whose figures are suppressed."""


class ContributionRow(TypedDict):
    """A member in one period."""

    period: str
    """The period."""
    organisation: str
    """The member."""
    value: float
    """Its own figure."""
    share: float | None
    """Its part of the denominator, or of the count: 0 to 1."""
    level: float
    """What it brings to the whole: the members' add up to it."""


class MemberRow(TypedDict):
    """A member in the last period that is whole."""

    organisation: str
    """The member."""
    value: float | None
    """Its own figure."""
    share: float | None
    """Its part of the denominator, or of the count."""
    level: float
    """What it brings to the level."""
    usual: float
    """What it usually brings."""
    to_signal: float
    """The difference: what it brings to how far the whole is from what is usual."""
    part: float | None
    """The same as a part of that distance; null where there is none."""
    icon_without: VariationIcon | None
    """The icon of the others together, without it; null where there are no others."""


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
    source: NotRequired[Text | None]
    """Where the fact comes from."""


Present: TypeAlias = str | PresentRow
"""Somebody who came: a member's token, or a row that says whether a deputy came for the member."""


class Voting(TypedDict):
    """How a body votes."""

    rule: VotingRule
    """What carries a vote."""
    unit: NotRequired[VotingUnit | None]
    """Who has a vote; organisations when omitted."""
    weights: NotRequired[dict[str, int]]
    """Votes by organisation where they differ."""


RotationMember: TypeAlias = str | MembershipRow
"""
Somebody who takes turns: an organisation, or one with the dates of its membership. Several rows of one
organisation are several spells.
"""


class Scale(TypedDict):
    """An anchored scale. Worst 5 and best 1 is a cost."""

    worst: float
    """The score of the worst."""
    best: float
    """The score of the best."""
    levels: NotRequired[list[ScaleLevel]]
    """What single scores mean."""


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


class Judgement(TypedDict):
    """One pairwise judgement: `a` is `ratio` times as important as `b`."""

    a: str
    """A criterion."""
    b: str
    """Another criterion."""
    ratio: Ratio
    """How many times as important the first is as the second; below 1 where it is less important."""


MatrixWeights: TypeAlias = list[float] | Weighting
"""What the columns weigh: numbers of 0 or more that need not add up to 1, or a way to compute them from the figures."""


PreferenceSetting: TypeAlias = Preference | list[Preference]
"""A setting for all columns, or one for each."""


class PortfolioConstraints(TypedDict):
    """What a portfolio must keep to, beside the budget."""

    capacity_days: NotRequired[Amount | None]
    """The working days there are in all."""
    groups: NotRequired[dict[str, GroupLimit]]
    """How many proposals of a group must and may be chosen."""
    horizons: NotRequired[dict[str, GroupLimit]]
    """The same for quick wins and transformative proposals."""
    requires: NotRequired[dict[str, list[str]]]
    """Proposals that can only be chosen together with others."""
    excludes: NotRequired[list[list[str]]]
    """Proposals of which at most one may be chosen."""


Targets: TypeAlias = float | list[float | None] | list[SpcTarget]
"""The targets of a series."""


class SpcBaseline(TypedDict):
    """From which points the mean and the limits come: one of `points`, `end`, and `mean` with `sigma`."""

    points: NotRequired[PointCount | None]
    """The first so many points."""
    each_partition: NotRequired[bool]
    """The first points of every partition, rather than of the series."""
    end: NotRequired[Period | None]
    """The points up to this date or period, included; it wins over `points`."""
    mean: NotRequired[float | None]
    """A stated mean."""
    sigma: NotRequired[float | None]
    """A stated sigma: a third of the way from the mean to a limit."""


class SpcOptions(TypedDict):
    """What is set apart from the preset. What is left out is the preset's."""

    shift: NotRequired[RunLength | None]
    """So many points in a row on one side of the mean are a shift."""
    trend: NotRequired[RunLength | None]
    """So many points in a row that rise or fall are a trend."""
    two_of_three: NotRequired[TwoOfThree | None]
    """The rule of two of three points beyond two sigma."""
    single_point: NotRequired[bool | None]
    """The rule of a single point beyond a limit."""
    screening: NotRequired[Screening | None]
    """Whether large moving ranges are left out."""
    minimum_points: NotRequired[PointCount | None]
    """Fewer points are too few."""
    short_series: NotRequired[ShortSeries | None]
    """What becomes of a series with too few points."""
    ties: NotRequired[TiesRule | None]
    """What ties do."""
    missing: NotRequired[MissingRule | None]
    """What missing values do."""
    equality: NotRequired[EqualityRule | None]
    """What a target on a limit means."""
    trend_crosses_partitions: NotRequired[bool | None]
    """Whether a trend goes on from one partition to the next."""
    factor: NotRequired[Factor | None]
    """Mean moving ranges between the mean and a limit: 2.66, or 3/1.128."""
    precedence: NotRequired[list[RuleFamily] | None]
    """Families of rules, the one that wins first."""
    clamp: NotRequired[Clamp | None]
    """Within what lines are shown."""
    expected_frequency: NotRequired[PointFrequency | None]
    """How often there should be a point; gaps are findings."""
    compat_faults: NotRequired[bool | None]
    """Imitate the known faults of the R package."""


class ColumnStated(TypedDict):
    """What stands for a field, with how to read it: a column, or one value for every row."""

    column: NotRequired[Text | None]
    """The heading of the column; the one that the headings show when omitted."""
    value: NotRequired[Any]
    """A value that holds for every row and stands in no column."""
    words: NotRequired[dict[str, Text]]
    """What words of the column mean: each with the word to read in its place."""
    reading: NotRequired[Reading | None]
    """How dates or percentages are written, where the cells do not show it."""


class LongTable(TypedDict):
    """A long table, column by column. Every column has one entry for each row."""

    series: list[str]
    """The name of the row's series."""
    value: Numbers
    """The values; null where one is missing."""
    period: NotRequired[list[Period] | None]
    """When; the order of rows where omitted. All of a series are periods of one kind."""
    denominator: NotRequired[Numbers | None]
    """What the values are counted of: of the charts p, u, p' and u'."""
    target: NotRequired[Numbers | None]
    """The target in force; null where there is none."""
    ghosted: NotRequired[list[bool] | None]
    """True for a point that is left out of everything but the picture."""
    recalculate: NotRequired[list[bool] | None]
    """True for a point at which a new partition starts."""
    improvement_direction: NotRequired[list[ImprovementDirection] | None]
    """Which way is better, the same in all rows of a series."""


class MemberFigure(TypedDict):
    """The figure of a member in a period: a count, a numerator over a denominator, or why there is none."""

    organisation: str
    """The member."""
    period: Period
    """The period."""
    value: NotRequired[float | None]
    """A count."""
    numerator: NotRequired[float | None]
    """Above the line."""
    denominator: NotRequired[float | None]
    """Below the line."""
    status: NotRequired[ObservationStatus | None]
    """Why there is no figure: `suppressed`, `missing`, or `not_applicable`, which leaves the member out."""
    upper_bound: NotRequired[float | None]
    """A suppressed count or numerator is at most this."""


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
    """
    First day of the financial year from which meetings and votes are counted, `MM-DD`; 04-01 when omitted. Periods
    such as `Q4 2022/23` and `2022/23` run from 1 April all the same.
    """
    members: NotRequired[list[Member]]
    """Its members over time."""
    representation: NotRequired[Sharing | None]
    """How a report counts what the members hold; equal shares over the financial year when omitted."""
    source: NotRequired[Text | None]
    """Where the fact comes from."""


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


class ControlChart(TypedDict):
    """How the series of an indicator are judged, and which of their points were set apart, why and by whom."""

    preset: NotRequired[SpcPreset | None]
    """The rules; `mdc-2.6a` when omitted."""
    chart: NotRequired[SpcChart | None]
    """The chart; when omitted T for days and G for cases between events, else XmR."""
    conflict: NotRequired[ConflictRule | None]
    """What wins where rules of equal rank speak for both sides; improvement when omitted."""
    baseline: NotRequired[SpcBaseline | None]
    """From which points the mean and the limits come; from all when omitted."""
    options: NotRequired[SpcOptions | None]
    """What is set apart from the preset."""
    recalculations: NotRequired[list[MarkedPeriod]]
    """Periods from which the lines are calculated anew."""
    ghosted: NotRequired[list[MarkedPeriod]]
    """Periods that are shown and left out of everything else."""


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
    library: NotRequired[str | None]
    """The version of the library that made the report."""
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
    codes: NotRequired[dict[str, str]]
    """Codes by scheme."""
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


class FindingSubject(TypedDict):
    """What a finding speaks of."""

    kind: About
    """What kind of thing it is."""
    id: str
    """Its identifier."""


class MeetingRow(TypedDict):
    """One meeting."""

    id: str
    """The meeting."""
    status: MeetingStatus
    """What became of it."""
    planned_on: Day | None
    """The day planned."""
    held_on: Day | None
    """The day held."""
    cancelled_on: Day | None
    """The day it was cancelled."""
    cancelled_reason: str | None
    """Why it was cancelled."""
    gap_days: int | None
    """Days since the meeting of this kind before."""
    hosted_by: str | None
    """The organisation that hosted it."""
    people: int
    """How many came."""
    organisations: int
    """How many organisations came, as members or deputies."""
    board_present: bool | None
    """Somebody of a board came; null for a board itself, and where no attendance is recorded."""


class CheckRow(TypedDict):
    """One check."""

    check: GovernanceCheck
    """Which."""
    status: GovernanceStatus
    """Whether it is met."""
    asked: int
    """How many things it asked about."""
    breaches: int
    """How many breaches it found."""


class QuorumRow(TypedDict):
    """One thing that a quorum asks for, and how it stands."""

    rule: QuorumTest
    """What is asked for."""
    organisation: str | None
    """Of which organisation; null where it is asked of the whole."""
    role: str | None
    """Of which role; null where it is asked of everybody."""
    required: int
    """How many are needed."""
    present: int
    """How many there are."""
    short_by: int
    """How many are lacking; 0 where it is met."""
    absences_to_break: int | None
    """The fewest further absences that would break it; null where it is broken, or nothing is required."""


class UnevennessIndex(TypedDict):
    """An index, with the least and the most it can be."""

    name: IndexName
    """Which."""
    value: float | None
    """
    Its value; null where it is not defined: no posts, one organisation (entropy), or someone entitled to nothing
    (Sainte-Laguë, entropy).
    """
    floor: float | None
    """
    The least that it can be for this total: at the best arrangement, of entropy at the worst. Of Gini with unequal
    entitlements every arrangement is looked at; null there where they hold more than 200,000 counts together, and in
    the rows of a report.
    """
    ceiling: float | None
    """The most that it can be: everything with the organisation entitled to least; of entropy at the best arrangement."""
    rescaled: float | None
    """0 for the best that can be and 1 for the worst; null where there is nothing between."""


class ExactTest(TypedDict):
    """How often chance alone gives an arrangement that is no likelier than this one."""

    label: str
    """Always `footnote`: no verdict on fairness follows from it."""
    model: ExactModel
    """What chance is taken to be."""
    p: float
    """The probability of all arrangements that are no likelier than the one held (within one part in 10^9)."""
    detectable: Detectable | None
    """The mildest arrangement that this test tells from chance; null where it can tell none."""
    arrangements: int
    """How many arrangements are possible; with equal entitlements one stands for all its permutations."""


class Wte(TypedDict):
    """The check by whole-time equivalents, which can be parted as finely as one likes."""

    held: dict[str, float | None]
    """WTE by organisation; null where it is not given."""
    total: float
    """All of it."""
    entitlement: dict[str, float]
    """The organisation's share of all of it."""
    spread: float | None
    """The largest less the smallest."""
    worst_off: list[str]
    """Those furthest below their entitlement; empty where nobody is below."""
    status: CheckStatus
    """
    Met when everybody has exactly the entitlement or is within the tolerance stated; met as far as possible when
    everybody is less than one day a week (0.2) from it.
    """


class Ranked(TypedDict):
    """One proposal in the ranking."""

    id: str
    """The proposal."""
    name: str
    """Its name."""
    rank: int | None
    """Its rank: 1 and how many are better; null without a total."""
    mid_rank: float | None
    """The mean of the ranks that joint proposals take up together."""
    joint: bool
    """True where another proposal has exactly the same total."""
    total: float | None
    """
    From 0 (the worst on every criterion) to 1 (the best); null where nobody scored it on a criterion with
    weight.
    """
    contributions: Contributions
    """What the total is made of."""
    weight_coverage: float
    """The share of the weight that lies on criteria on which it was scored."""
    possible_ranks: list[PossibleRank]
    """The best and the worst rank it could have, whatever the missing scores are."""
    dominated_by: list[str]
    """Proposals that are at least as good on every criterion and better on one: the best 100 of them."""
    potentially_best: bool | None
    """True where some weights make it the best (joint best counts); null where a score is missing."""


class Interval(TypedDict):
    """Between which shares of the weight something stays as it is, both ends included."""

    lower: float
    """The lowest share."""
    upper: float
    """The highest share."""
    below: Bound | None
    """What happens below the lowest; null where nothing does down to 0."""
    above: Bound | None
    """What happens above the highest; null where nothing does up to 1."""


class Voices(TypedDict):
    """Whose voice counted how much."""

    voice: VoiceKind
    """The rule used."""
    average: Average
    """How an organisation's scorers (all scorers, where pooled) become one score."""
    organisations: list[OrganisationVoice]
    """One row per organisation."""
    alternatives: list[Alternative]
    """What other choices would give."""


class LeaveOneOut(TypedDict):
    """What changes when one voice is left out."""

    organisations: list[LeftOut]
    """One row per organisation; empty where there is only one."""
    swing_organisations: list[str]
    """Organisations without which somebody else would come first."""
    scorers_tried: int
    """How many scorers were left out in turn."""
    swing_scorers: int
    """Without how many of them somebody else would come first."""
    scorers: list[LeftOut] | None
    """One row per scorer; null unless scorers are to be named."""


class Acceptability(TypedDict):
    """Ranks under random weights. The standard error of a share p over n samples is the square root of p (1 - p) / n."""

    weights: SamplingKind
    """Which weights were sampled."""
    samples: int
    """How many."""
    seed: int
    """The seed."""
    rows: list[Acceptable]
    """The proposals, in the order of the ranking."""
    pairwise: list[list[float]]
    """
    Row by row the share of samples in which the row's proposal stands strictly above the column's, both in the
    order of the ranking.
    """


class AtCut(TypedDict):
    """One proposal at the cut."""

    id: str
    """The proposal."""
    rank: int | None
    """Its rank."""
    standing: Standing
    """Where it stands."""
    doubts: list[Doubt]
    """What could move it across the cut."""
    within_cut: float | None
    """The share of samples in which it is among the first k; null without samples."""


class Disagreement(TypedDict):
    """How far the organisations agree."""

    rows: list[Disputed]
    """The proposals, in the order of the ranking."""
    concordance: float | None
    """
    Kendall's coefficient of concordance W between the organisations' rankings, corrected for ties: from 0 (none)
    to 1 (the same ranking). Over the proposals that all of them have a total for. Null below two organisations
    or two proposals, or where nobody tells any apart.
    """
    compared: int
    """How many proposals that is over."""
    p_value: float | None
    """The share of permutations with at least that much agreement; null for larger tables (more than 100 ranks)."""
    p_exact: bool | None
    """True if all permutations were tried, false if 2,000 random ones were; null without a p-value."""
    pairs: list[PairAgreement]
    """Kendall's tau-b of each pair of organisations; none above 20 organisations or 500 proposals."""


class Interests(TypedDict):
    """What declared interests change."""

    rows: list[Interested]
    """Proposals in which an organisation has an interest, in the order of the exercise."""
    winners: list[str] | None
    """Who would come first if no organisation scored what it has an interest in; null where none has one."""
    winner_changed: bool | None
    """True if that differs; null where none has an interest."""
    moved: int
    """How many proposals would have another rank."""
    home_advantage: list[HomeAdvantage]
    """How organisations score what they have an interest in."""


class CrossCheck(TypedDict):
    """What another method would give."""

    method: ScoreMethod
    """The method."""
    normalisation: Normalisation | None
    """How columns were scaled; null for PROMETHEE II, which compares the values as they are."""
    winners: list[str]
    """Who would come first."""
    winner_changed: bool
    """True if that differs from the additive ranking of the same proposals."""
    moved: int
    """How many proposals would have another rank."""
    largest_move: int
    """The largest change of a rank."""
    compromise: list[str] | None
    """VIKOR: the proposals that stand together as the compromise, best first; null for other methods."""
    reversed_by: list[str] | None
    """Proposals whose leaving would turn two others round by this method; null above 100 proposals."""
    reversal: Reversal | None
    """The first such case; null where there is none."""
    ranks: dict[str, int | None]
    """The rank of each proposal; null where it was left out."""


class SpcVariation(TypedDict):
    """What the last point says."""

    icon: VariationIcon | None
    """The icon; null on a run chart, and where no point counts."""
    since: str | None
    """The date since when it says so without a break; null for common cause, and without dates."""
    since_index: int | None
    """The place of that point."""
    rules: list[SpcRule]
    """The rules that the last point fired."""


class SpcAssurance(TypedDict):
    """What the limits say about a target."""

    icon: AssuranceIcon | None
    """The icon; null without a target, a direction or limits."""
    name: str | None
    """Whose target it is."""
    target: float | None
    """The target."""
    distance: AssuranceDistance | None
    """How far the process is from passing it."""


class WithoutFigure(TypedDict):
    """A period that has no figure."""

    period: str
    """The period."""
    status: WhyNoFigure
    """Why."""
    upper_bound: float | None
    """A suppressed count is at most this."""


class SpcSettings(TypedDict):
    """Every setting of an answer: the preset, with what was set apart from it."""

    shift: int
    """See `SpcOptions.shift`."""
    trend: int
    """See `SpcOptions.trend`."""
    two_of_three: TwoOfThree
    """See `SpcOptions.two_of_three`."""
    single_point: bool
    """See `SpcOptions.single_point`."""
    screening: Screening
    """See `SpcOptions.screening`."""
    minimum_points: int
    """See `SpcOptions.minimum_points`."""
    short_series: ShortSeries
    """See `SpcOptions.short_series`."""
    ties: TiesRule
    """See `SpcOptions.ties`."""
    missing: MissingRule
    """See `SpcOptions.missing`."""
    equality: EqualityRule
    """See `SpcOptions.equality`."""
    trend_crosses_partitions: bool
    """See `SpcOptions.trend_crosses_partitions`."""
    factor: float
    """See `SpcOptions.factor`."""
    precedence: list[RuleFamily]
    """See `SpcOptions.precedence`."""
    clamp: ClampRange | None
    """See `SpcOptions.clamp`."""
    expected_frequency: PointFrequency | None
    """See `SpcOptions.expected_frequency`."""
    compat_faults: bool
    """See `SpcOptions.compat_faults`."""


class SpcPoint(TypedDict):
    """One value, with its lines and what is said of it."""

    index: int
    """Its place, from 0."""
    date: str | None
    """Its date or period."""
    value: float | None
    """The value; days since the last event, or a rate."""
    ghosted: bool
    """Left out of everything but the picture."""
    partition: int
    """The partition that it is in."""
    mean: float | None
    """The mean; of a G chart the median, of a T chart the mean of the roots raised again."""
    lower_limit: float | None
    """Three sigma below."""
    lower_two_sigma: float | None
    """Two sigma below."""
    lower_one_sigma: float | None
    """One sigma below."""
    upper_one_sigma: float | None
    """One sigma above."""
    upper_two_sigma: float | None
    """Two sigma above."""
    upper_limit: float | None
    """Three sigma above."""
    moving_range: float | None
    """The difference from the value before, whatever its partition."""
    high_moving_range: bool
    """True for a moving range of more than 3.267 times the mean one."""
    rules: list[SpcRule]
    """Every rule that it fired."""
    status: PointStatus | None
    """What is said of it; null of points that do not count, and on a run chart."""
    conflict: bool
    """Rules of both sides fired."""
    target: float | None
    """The target in force."""


class PointNote(TypedDict):
    """Who chose what about a point, why and when."""

    index: int
    """The place of the point."""
    date: str | None
    """Its date."""
    kind: PointNoteKind
    """What was chosen."""
    by: str | None
    """Who decided it."""
    why: str | None
    """Why."""
    on: Day | None
    """The day it was decided."""


class SoFar(TypedDict):
    """How far a run or a trend has come."""

    side: SpcSide | None
    """Its side; null where the last point is on the mean, or as the one before."""
    points: int
    """So many points: of a run 0 on the mean, of a trend 1 for a step that neither rises nor falls."""
    of: int
    """Of so many that make it a special cause."""


IndicatorSummary = TypedDict(
    "IndicatorSummary",
    {
        "scope": IndicatorScope,
        "id": str,
        "name": str,
        "indicators": int,
        "series": int,
        "improvement_high": int,
        "improvement_low": int,
        "concern_high": int,
        "concern_low": int,
        "high": int,
        "low": int,
        "common_cause": int,
        "no_variation": int,
        "pass": int,
        "hit_or_miss": int,
        "fail": int,
        "no_assurance": int,
    },
)


class ItemChange(TypedDict):
    """A priority that changed, with what it was and what it is."""

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
    changes: list[Change]
    """How it changed."""
    level_since: Level
    """The level at the earlier date."""
    level: Level
    """The level now."""
    level_by_former_policy: Level | None
    """The level at the earlier date by the former policy; null without one."""
    reason_since: Reason | None
    """Why it was excluded or not assessed."""
    reason: Reason | None
    """Why it is excluded or not assessed."""
    computed_level_since: Level
    """The level by the rules alone at the earlier date."""
    computed_level: Level
    """The level by the rules alone now."""
    reported_level_since: ReportedLevel | None
    """The level reported by the earlier date."""
    reported_level: ReportedLevel | None
    """The level reported now."""
    baseline_finish_since: Day | None
    """The finish of the baseline in force at the earlier date."""
    baseline_finish: Day | None
    """The finish of the baseline in force now."""
    forecast_finish_since: Day | None
    """The forecast at the earlier date."""
    forecast_finish: Day | None
    """The forecast now."""
    expected_finish_since: Day | None
    """The finish expected by the rules at the earlier date."""
    expected_finish: Day | None
    """The finish expected by the rules now."""
    slip_days_since: int | None
    """Days of slip at the earlier date."""
    slip_days: int | None
    """Days of slip now."""
    caused_by: list[str]
    """
    What changed its level: identifiers of updates, blockers and overrides, versions of baselines. The findings
    say more.
    """


class History(TypedDict):
    """Levels over time. Lists are flat: one row for each date and item or node."""

    known: Known
    """What counts at each date."""
    programme: Named
    """The programme."""
    illustrative: bool
    """Invented for illustration: every rendering says so."""
    policy: StatusPolicy
    """The policy used at every date, whole."""
    dates: list[HistoryMoment]
    """The dates, as they were given."""
    nodes: list[HistoryNode]
    """Every node at each date."""
    items: list[HistoryItem]
    """Every priority at each date."""


class Calibrated(TypedDict):
    """Items of one colour so many months before their baseline, and how many of them finished on time."""

    months_before: int
    """So many months before the baseline finish."""
    basis: Basis
    """Whose colour it is."""
    by: Grouping
    """What the items are put together by."""
    id: str | None
    """The body or role; null of all, and of items that nobody had reported on."""
    level: Level
    """The colour then: green, amber or red."""
    n: int
    """Items whose outcome is known."""
    on_time: int
    """How many of them finished on time."""
    share: float | None
    """Their share; null of none."""
    lower: float | None
    """Lower end of the Wilson interval at 95%."""
    upper: float | None
    """Upper end of the Wilson interval at 95%."""
    undecided: int
    """Items that are neither finished nor late yet; they are not among `n`."""


class Moved(TypedDict):
    """One proposal in two rounds."""

    id: str
    """The proposal."""
    name: str
    """Its name."""
    presence: Presence
    """Whether it stands in both rounds."""
    rank_before: int | None
    """Its rank in the first round."""
    rank_after: int | None
    """Its rank in the second."""
    total_before: float | None
    """Its total in the first round."""
    total_after: float | None
    """Its total in the second."""
    change: float | None
    """The change of its total; null unless it has one in both."""
    changes: dict[str, float] | None
    """
    What each step adds to the total; before they are rounded these add up to the change. Null where a total is
    missing on the way.
    """
    moves: dict[str, int] | None
    """By how many places each step moves it, a rise being negative; these add up to the change of rank."""


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


class ApportionmentStep(TypedDict):
    """One step of an apportionment."""

    step: int
    """Its number, from 1."""
    id: str
    """Who is given seats."""
    given: int
    """How many: one, but for whole quotas."""
    seats: int
    """How many they hold then."""
    rule: StepRule
    """Why."""
    value: float | None
    """The figure that decided: quota, remainder (in seats), quotient (in weight), weight; null for lots."""


class NotCounted(TypedDict):
    """Somebody present who does not count."""

    id: str
    """The token given."""
    reason: NotCountedReason
    """Why."""


class Consistency(TypedDict):
    """How far pairwise judgements agree with one another."""

    missing: int
    """Pairs of criteria that were not compared."""
    largest_eigenvalue: float
    """The largest eigenvalue of the judgements; the number of criteria when they agree wholly."""
    index: float
    """(largest eigenvalue - criteria) / (criteria - 1); 0 for one criterion."""
    random_index: float | None
    """The mean index of random judgements; null where no judgement could contradict another."""
    ratio: float | None
    """Index / random index; null where there is no random index."""
    limit: float
    """Ratios up to this are acceptable (Saaty 1980)."""
    table: RandomIndexTable
    """The table that the random index is from."""
    worst_triad: Triad | None
    """The three criteria whose judgements are furthest apart; null where no three were all compared, or all agree."""


class QuadrantPlace(TypedDict):
    """Where one proposal stands."""

    impact: Side
    """The value against the line."""
    effort: Side
    """The effort against the line."""
    quadrant: Quadrant
    """The quadrant."""
    border: bool
    """Within the near share of the range from a line: a border case, which could as well be on the other side."""


class AllowedColumn(TypedDict):
    """A column that looks like data about patients and was let through on request."""

    column: str
    """The heading."""
    reason: PatientReason
    """Why it looks so."""


class ColumnRead(TypedDict):
    """How one column was understood, or one field without a column."""

    heading: str | None
    """The heading; null where a value stands for every row."""
    field: str | None
    """The field that it stands for; null where it is not read."""
    certainty: Certainty
    """How sure that is."""
    value: Any
    """The value that holds for every row."""
    reading: Reading | None
    """What the cells show, or the caller says, of how they are written."""
    filled: int
    """How many cells are not blank."""
    refused: int
    """How many cells have a problem."""


class JudgedTable(TypedDict):
    """A long table, judged: columns by point and columns by series."""

    preset: SpcPreset
    """The rules."""
    options: SpcSettings
    """Every setting: the preset, with what was set apart."""
    chart: SpcChart
    """The kind of chart."""
    conflict: ConflictRule
    """What wins where rules of equal rank speak for both sides."""
    points: JudgedPoints
    """One entry for each row of the table, in its order."""
    series: JudgedSeries
    """One entry for each series, in the order of their first rows."""
    expected_false_signals: float
    """So many of the icons would be special causes by chance alone, if all series varied normally about their means."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


class IconDifference(TypedDict):
    """An icon that differs."""

    icon: IconKind
    """Which icon."""
    name: str | None
    """Of assurance, whose target it is."""
    a: str | None
    """By the first set."""
    b: str | None
    """By the second set."""


class PointDifference(TypedDict):
    """A point of which something else is said."""

    index: int
    """Its place."""
    date: str | None
    """Its date."""
    value: float | None
    """Its value."""
    a: PointSaid
    """By the first set."""
    b: PointSaid
    """By the second set."""


class LineDifference(TypedDict):
    """Points in a row with other lines."""

    first: int
    """The place of the first."""
    last: int
    """The place of the last."""
    first_date: str | None
    """The date of the first."""
    last_date: str | None
    """The date of the last."""
    a: ComparedLines
    """By the first set."""
    b: ComparedLines
    """By the second set."""


class Lasted(TypedDict):
    """How long today's icon has lasted, without a break."""

    icon: VariationIcon | None
    """Today's icon."""
    then: LastedSince
    """As it was known at each period."""
    now: LastedSince
    """With hindsight."""


class RevisedIcon(TypedDict):
    """An icon that is another one now."""

    index: int
    """Its place now."""
    date: str | None
    """Its date."""
    before: VariationIcon | None
    """As the earlier extract had it."""
    revised: VariationIcon | None
    """With the values of today up to the last period of the earlier extract."""
    after: VariationIcon | None
    """With all values of today."""
    cause: IconCause | None
    """What changed it; null where nothing did."""


class SpcState(TypedDict):
    """A series so far: enough to judge the next point as if all were there. Keep it as it is."""

    version: int
    """The version of this form."""
    settings: StateSettings
    """How the series is judged."""
    points: int
    """The points so far."""
    used: int
    """Those of them that count."""
    partition: int
    """The number of recalculations, from 1."""
    rows: int
    """Rows since the last recalculation, as a baseline of each partition counts them."""
    baseline: int | None
    """Points of the baseline."""
    closed: bool
    """The baseline has ended."""
    by_dates: bool
    """The values are days between dates."""
    first_event: bool
    """The first date counts in the baseline."""
    fresh: bool
    """No point counts since the last recalculation."""
    missing: bool
    """A value is missing since the last one."""
    whole: StateSums
    """Sums of the baseline."""
    current: StateSums
    """Sums since the last recalculation."""
    fits: list[bool]
    """Whether all values are whole numbers, times 1, 10^6, 10^9 and 10^12."""
    largest: float
    """The largest value, whatever its sign."""
    last: list[StatePoint]
    """The last points that count."""
    date: str | None
    """The last date."""
    icon: StateIcon
    """What the icon is, and since when without a break, as it was known at the time."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


class Suggestion(TypedDict):
    """A point from which figures are others, up to the last one."""

    index: int
    """The place of the first point of the shift."""
    date: str | None
    """Its date."""
    side: SpcSide
    """The side of the mean."""
    run: int
    """Points in a row on that side, up to the last."""
    enough: bool
    """These are as many as new lines should rest on."""
    before: Stretch
    """The stretch before it."""
    after: Stretch
    """The stretch from it on, with lines of its own."""
    units: float | None
    """How far the mean moves."""
    sigma: float | None
    """The same in sigma of the stretch before; null where nothing varies there."""
    icon: VariationIcon | None
    """The icon of variation as it is."""
    icon_after: VariationIcon | None
    """What it would be."""
    assurance: AssuranceIcon | None
    """The icon of assurance as it is."""
    assurance_after: AssuranceIcon | None
    """What it would be."""
    record: RecalculationRecord
    """What to fill in for the record, if people decide so."""


class KindWeights(TypedDict):
    """Weights by kind."""

    task: NotRequired[Weight | None]
    """Of a task; 1 when omitted."""
    milestone: NotRequired[Weight | None]
    """Of a milestone; 2 when omitted."""
    project: NotRequired[Weight | None]
    """Of a project; 3 when omitted."""


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


WeightStatements: TypeAlias = dict[str, float] | list[Judgement]
"""What people stated."""


class ScoreParameters(TypedDict):
    """Settings of single methods. Thresholds are in the units of the column."""

    v: NotRequired[Share | None]
    """VIKOR: the weight of group utility against individual regret; 0.5 when omitted."""
    preference: NotRequired[PreferenceSetting | None]
    """PROMETHEE: the preference function; `usual` when omitted."""
    q: NotRequired[ThresholdSetting | None]
    """PROMETHEE: differences up to this one count for nothing."""
    p: NotRequired[ThresholdSetting | None]
    """PROMETHEE: differences from this one on count fully."""
    s: NotRequired[ThresholdSetting | None]
    """PROMETHEE: the spread of the Gaussian function."""


ColumnChoice: TypeAlias = str | ColumnStated | None
"""What stands for a field: the heading of a column, more than that, or nothing (null)."""


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
    per: NotRequired[RateBase | None]
    """A rate is told per so many, such as 100,000; per 1 when omitted."""
    control_chart: NotRequired[ControlChart | None]
    """How its series are judged; as `mdc-2.6a` has it when omitted."""
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


CadenceRow = TypedDict(
    "CadenceRow",
    {
        "body": str | None,
        "meeting_kind": MeetingKind,
        "from": Day,
        "to": Day,
        "every": str | None,
        "cycle_days": int | None,
        "due": int | None,
        "held": int,
        "missed": int | None,
        "cancelled": int,
        "not_held": int,
        "last_held": Day | None,
        "longest_gap": Gap | None,
        "long_gaps": list[Gap],
        "attended": int,
        "board_present": int | None,
        "board_visibility": float | None,
        "blockers_raised": int,
        "blockers_unblocked": int,
        "median_days_to_unblock": float | None,
        "longest_days_to_unblock": int | None,
        "decisions": int,
        "median_lead_days": float | None,
        "longest_lead_days": int | None,
        "attendance": list[AttendanceRow],
        "meetings": list[MeetingRow],
        "findings": list[Finding],
    },
)


class DecisionRow(TypedDict):
    """A decision: how long it took, whether it was quorate, and what the votes say."""

    id: str
    """The decision."""
    body: str
    """The body that decided."""
    route: DecisionRoute
    """How it was taken."""
    meeting: str | None
    """The meeting, or the one that ratified it."""
    meeting_kind: MeetingKind | None
    """What kind of meeting it is."""
    raised_on: Day | None
    """The day the question was raised."""
    decided_on: Day | None
    """The day it was decided."""
    lead_days: int | None
    """Days from one to the other."""
    quorate: bool | None
    """Whether it was quorate; null where no rule or no attendance says."""
    failed: list[QuorumRow]
    """What the quorum lacked."""
    fewest_absences_to_break: int | None
    """The fewest further absences that would have ended the quorum."""
    vote: TallyResult | None
    """How the votes recorded ended by the body's rule; null without rule or votes."""
    carried: str | None
    """The option that the votes carry."""
    outcome: str | None
    """The outcome recorded."""
    recused: list[str]
    """Organisations that stood aside."""


class RepresentationCheck(TypedDict):
    """Who holds how much, and how far that is from the best that there can be."""

    counts: dict[str, int | None]
    """How many each organisation holds; null where that is not known."""
    total: int
    """All of them, as far as they are known."""
    unattributed: int
    """People without an organisation, who are not in the total."""
    entitlement: dict[str, float]
    """What each is entitled to of this total; of a rate: of all there was to attend."""
    best_possible: BestArrangement | None
    """The best arrangement of this total; null for a rate, and where a count is not known."""
    as_equal_as_possible: bool | None
    """True where what is held is a best arrangement."""
    spread: int | None
    """The largest count less the smallest."""
    worst_off: list[str]
    """Those furthest below their entitlement; empty where nobody is below."""
    zeros: list[ZeroRepresentation]
    """Those who hold nothing and are entitled to something."""
    moves_needed: int | None
    """How many posts must move to reach a best arrangement: no fewer will do."""
    moves: list[Move] | None
    """One list of moves that does it."""
    next: list[list[str]] | None
    """Who appoints next, and who after that if the first of them does; several are equally due."""
    indices: list[UnevennessIndex] | None
    """How uneven it is, between the least and the most that can be; null where nothing is held."""
    exact: ExactTest | None
    """
    A footnote on chance, and never a verdict; null where there are too many arrangements to look at, and in the
    rows of a report.
    """
    wte: Wte | None
    """The same by whole-time equivalents; null where none are given."""
    status: CheckStatus
    """Whether representation is as it should be."""
    findings: list[Finding]
    """Why, and what else there is to know."""


class Rotation(TypedDict):
    """Whose turn it is, and how the turns have gone round."""

    as_at: Day
    """The day it speaks of."""
    turns: int
    """Turns counted: those up to that day, of members."""
    balance: list[RotationRow]
    """One row for each organisation, in the order of the members."""
    longest_wait: list[str]
    """Members who have waited longest, one who never had a turn and joined at an unknown time before all others."""
    next: list[str]
    """
    Whose turn is next: the member furthest below its fair part, then the one who has waited longer. Several are
    equally due.
    """
    status: CheckStatus
    """Met when everybody had exactly the fair part; met as far as possible when nobody is a whole turn from it."""
    findings: list[Finding]
    """What there is to know beside."""


class Stability(TypedDict):
    """
    Stability intervals of one weight, among the proposals that have a total; null where no other criterion has
    weight, or nothing is ranked.
    """

    winner: Interval | None
    """While the winner (or each joint winner) stays first."""
    top: Interval | None
    """While the same proposals are above the cut; null without a cut."""
    order: Interval | None
    """While the whole order stays."""


class CutLine(TypedDict):
    """The first k, and how certain they are."""

    cut: int
    """k."""
    certainly_in: list[str]
    """Certainly among the first k."""
    grey_zone: list[str]
    """Depends on what is tried."""
    certainly_out: list[str]
    """Certainly not."""
    weight_change: float
    """The part of itself by which each weight was changed."""
    certainty: float
    """From which share of the samples on a place above the cut (or below it) is certain."""
    rows: list[AtCut]
    """The proposals, in the order of the ranking."""


class CrossChecks(TypedDict):
    """The ranking by other methods, of the proposals that are scored on every criterion with weight."""

    left_out: list[str]
    """Proposals that lack a score, and so are left out of every cross-check."""
    rows: list[CrossCheck]
    """One row per method."""


class Spc(TypedDict):
    """A series judged."""

    preset: SpcPreset
    """The rules."""
    options: SpcSettings
    """Every setting."""
    chart: SpcChart
    """The chart that was asked for."""
    run_chart: bool
    """True where a run chart takes its place: no limits, no icons."""
    improvement_direction: ImprovementDirection
    """Which way is better."""
    conflict: ConflictRule
    """What wins where rules of equal rank speak for both sides."""
    points: list[SpcPoint]
    """One row for each value, in their order."""
    partitions: list[SpcPartition]
    """One row for each partition."""
    notes: list[PointNote]
    """Who chose to recalculate at a point or to leave it out, why and when, as it was noted."""
    variation: SpcVariation
    """What the last point says."""
    assurance: SpcAssurance
    """What the limits say about the target in force."""
    assurances: list[SpcAssurance]
    """The same for each target in force, by name."""
    run_so_far: SoFar | None
    """How far a run beside the mean has come."""
    trend_so_far: SoFar | None
    """How far a trend has come."""
    runs: MedianRuns | None
    """Of a chart of runs, in its last partition: the longest run, and how often the median is crossed."""
    triggers: list[RuleTrigger] | None
    """
    Where the next value would have to be to fire each rule, judged as `spc` would judge it then: it moves the
    lines that nothing fixes. Null on run charts, and of `p_prime` and `u_prime`.
    """
    clears: list[RuleTrigger] | None
    """Where the next value would have to be not to fire a rule that the last point fired."""
    findings: list[Finding]
    """What else there is to know."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


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


class Comparison(TypedDict):
    """What changed between two dates, and what changed it. Lists are flat."""

    since: Day
    """The earlier date, seen as it was known on that day."""
    as_at: Day
    """The later date."""
    known_at: Day | None
    """At the later date only what was recorded by this day counts; null: everything recorded."""
    programme: Named
    """The programme."""
    illustrative: bool
    """Invented for illustration: every rendering says so."""
    policy: StatusPolicy
    """The policy that both dates are judged by, whole."""
    former_policy: StatusPolicy | None
    """The policy in use at the earlier date, where that was another."""
    policy_changed: bool
    """True if the earlier date was judged by another policy: by the argument, or by a snapshot of that date."""
    items: list[ItemChange]
    """Priorities that changed."""
    unchanged: int
    """How many priorities did not change."""
    nodes: list[NodeChange]
    """Every node, changed or not."""
    findings: list[Finding]
    """What changed each level: dominating first, then severity, code and subject."""
    causes_exact: bool
    """False where a limit kept causes from being looked for, or gave a set that may not be the smallest."""


class Calibration(TypedDict):
    """How often each colour came true."""

    as_at: Day
    """The day by which outcomes are known."""
    programme: Named
    """The programme."""
    illustrative: bool
    """Invented for illustration: every rendering says so."""
    policy: StatusPolicy
    """The policy used, whole."""
    rows: list[Calibrated]
    """One row for each number of months, basis, group and colour."""
    months: list[CalibratedMonths]
    """What became of every priority, by number of months."""


class RoundComparison(TypedDict):
    """What changed between two rounds."""

    rows: list[Moved]
    """The proposals: those of the second round in the order of its ranking, then those that left."""
    winners_before: list[str]
    """Who came first."""
    winners_after: list[str]
    """Who comes first."""
    winner_changed_by: list[RoundStep]
    """The steps at which the first place changed."""
    counts: dict[str, int]
    """
    How much there was of each step: scores changed, scorers, criteria and proposals that left or joined. A
    criterion whose share of the weight changed counts too.
    """
    weights: list[WeightMoved]
    """The criteria of both rounds."""


class Apportionment(TypedDict):
    """Seats shared out by weight."""

    method: ApportionmentMethod
    """The method used."""
    seats: dict[str, int]
    """Seats that are certain, in the order of the weights."""
    tied: list[str]
    """Those with equal claims to the last seats, in the order of their ids; empty without a tie."""
    to_draw: int
    """How many of the tied get one seat more."""
    seed: int | None
    """The seed that lots were drawn with; null without one."""
    drawn: list[str] | None
    """Those of the tied who were drawn, first drawn first; null without a seed."""
    trace: list[ApportionmentStep] | None
    """Why each certain seat went where it did; null beyond 1,000 seats or 1,000 weights."""


class QuorumAnswer(TypedDict):
    """Whether a meeting may decide, and why."""

    quorate: bool
    """Everything that the rule asks for is there."""
    failed: list[QuorumRow]
    """What is not."""
    rules: list[QuorumRow]
    """Everything that the rule asks for."""
    fewest_absences_to_break: int | None
    """The fewest of those present whose leaving would end the quorum; null where there is none."""
    can_be_met: bool
    """True if the rule can be met at all: with every member present who has no conflict of interest."""
    counted: list[str]
    """Who counts, in the order of members."""
    not_counted: list[NotCounted]
    """Who is present and does not count, in the order given."""
    findings: list[Finding]
    """Why."""


class Tally(TypedDict):
    """What a vote decided."""

    outcome: str | None
    """The option that carries; null where none does."""
    result: TallyResult
    """How it ended. A tie is a tie: no casting vote is assumed."""
    totals: list[OptionVotes]
    """Every option that was voted for: most votes first, then in the order of names."""
    cast: int
    """Votes cast, without abstentions."""
    eligible: int | None
    """Votes of all who may vote and did not stand aside; null where the voters are not given."""
    required: int
    """The votes that an option needs."""
    short_by: int
    """How many the leading option lacks; 0 where it carries."""
    tied: list[str]
    """The options that lead together, where none carries."""
    abstained: list[str]
    """Who abstained."""
    recused: list[str]
    """Who stood aside."""
    silent: list[str] | None
    """Who may vote, did not stand aside and gave no vote; null where the voters are not given."""
    findings: list[Finding]
    """What there is to know beside."""


class VotingPower(TypedDict):
    """Voting power beside voting weight."""

    quota: float
    """The votes that carry."""
    total: float
    """All votes."""
    organisations: list[PowerRow]
    """One row for each organisation, in the order of the weights."""
    findings: list[Finding]
    """What there is to know beside."""


class DerivedWeights(TypedDict):
    """Weights, and how far the statements bear them."""

    method: WeightMethod
    """The method."""
    weights: list[DerivedWeight]
    """One row for each criterion, in the order in which they are first named."""
    consistency: Consistency | None
    """Pairwise judgements only: how far they agree with one another; null for other methods."""
    findings: list[Finding]
    """What to know before these weights are used."""


class ScoredMatrix(TypedDict):
    """Scores and ranks of the rows of a matrix, in row order."""

    method: ScoreMethod
    """The method."""
    normalisation: Normalisation | None
    """How columns were scaled; null for PROMETHEE II, which compares the figures as they are."""
    weighting: Weighting | None
    """How the weights were computed from the figures; null where they were stated."""
    weights: list[float]
    """The weights used, which add up to 1, in column order."""
    best: BestScore
    """Which scores are the good ones."""
    scores: list[float]
    """One score for each row."""
    ranks: list[int]
    """One rank for each row, 1 for the best; equal rows share the lower number and the next ones are left out ("1224")."""
    distances: Distances | None
    """TOPSIS: the distances behind the scores; null for other methods."""
    compromise: Compromise | None
    """VIKOR: the compromise; null for other methods."""
    flows: Flows | None
    """PROMETHEE II: the flows behind the scores; null for other methods."""
    findings: list[Finding]
    """What to know before these scores are used."""


class Chosen(TypedDict):
    """What becomes of one proposal."""

    id: str
    """The proposal."""
    name: str | None
    """Its name; null without one."""
    value: float
    """What it is worth."""
    cost: float
    """What it costs."""
    capacity_days: float | None
    """The working days it takes; null where they are not stated."""
    in_best: bool | None
    """It is in the best portfolio; null when no set fits."""
    standing: NearStanding | None
    """In which near-optimal portfolios it is; null when no set fits, or the search would take too long."""
    loss: float | None
    """The value lost if it is decided the other way; null when nothing fits then, or as for `standing`."""
    place: QuadrantPlace
    """Where it stands by impact and effort."""


class Guarded(TypedDict):
    """Columns that may be read."""

    columns: int
    """How many columns were looked at."""
    allowed: list[AllowedColumn]
    """Those that look like data about patients and were allowed."""


class FromRows(TypedDict):
    """Rows that were read: the document, what could not be read, and how the columns were understood."""

    document: dict[str, Any]
    """The document with what could be read. It has no problems of its own."""
    problems: list[Problem]
    """
    Every cell and row that could not be read, and what to look at: in the order of the rows, links
    between priorities after them. Their paths start with
    `/rows`, `/columns` or, of what stands in the document, at its root.
    """
    columns: list[ColumnRead]
    """What each column was taken for, and every field that has a value without a column."""


class SpcComparison(TypedDict):
    """What differs between two sets of options."""

    a: ComparedSide
    """By the first set."""
    b: ComparedSide
    """By the second set."""
    n: int
    """How many points the series has."""
    same: bool
    """True where icons and points are the same by both."""
    settings: list[SettingDifference]
    """Settings that differ."""
    icons: list[IconDifference]
    """Icons that differ."""
    points: list[PointDifference]
    """Points with another status or other rules."""
    lines: list[LineDifference]
    """Stretches of points with other lines."""
    findings: FindingDifference
    """Findings that only one of them has."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


class Revision(TypedDict):
    """What changed between two extracts of the same figures."""

    revised: list[RevisedValue]
    """Values that are another one now."""
    added: int
    """Periods added after the last one of the earlier extract."""
    filled_in: list[str]
    """Periods added before that."""
    removed: list[str]
    """Periods that are no longer there."""
    icons: list[RevisedIcon]
    """Icons of the earlier periods, with hindsight, that are another one now."""
    last: RevisedIcon | None
    """The icon of the last period of the earlier extract: as it said, with revised values, and with all."""


class SpcAppended(TypedDict):
    """What a series says with the values that were added."""

    state: SpcState
    """What to go on from."""
    points: list[SpcPoint]
    """The points that were added, each as it was judged when it was the last: as `spc` judges the last."""
    run_chart: bool
    """True where a run chart takes the chart's place."""
    variation: AppendedVariation
    """What the last point says."""
    assurance: SpcAssurance
    """What the limits say about the target in force."""
    assurances: list[SpcAssurance]
    """The same for each target in force, by name."""
    change: IconChange
    """How the icon changed from the state that was given."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


class RecalculationAdvice(TypedDict):
    """Where new lines might start."""

    preset: SpcPreset
    """The rules."""
    options: SpcSettings
    """Every setting: the preset, with what was set apart."""
    chart: SpcChart
    """The kind of chart."""
    suggestions: list[Suggestion]
    """In the order of time, each judged with those before it in force."""
    minimum: int
    """Points that new lines should rest on."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


class AggregatedSeries(TypedDict):
    """Members put together."""

    kind: AggregateKind
    """How figures of members make the whole."""
    periods: list[WholeRow]
    """The whole in each period."""
    contributions: list[ContributionRow]
    """What each member brings to the level of each period that is whole."""
    members: list[MemberRow]
    """What each member brings to the last period that is whole, the most first."""
    last: str | None
    """That period."""
    value: float | None
    """Its value."""
    usual: float | None
    """What is usual: the mean of the figures that the lines come from."""
    away: float | None
    """How far the value is from it: what members bring to the signal adds up to this."""
    mix: float | None
    """Of that, what comes from members having another part of the denominator than usual; null of counts."""
    whole: Spc
    """The whole as a series, judged."""
    findings: list[Finding]
    """What else there is to know."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


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


class Governance(TypedDict):
    """Whether a programme keeps its own rules."""

    checks: list[CheckRow]
    """Every check, whether it is met, and how many breaches it has."""
    roles: list[RoleRow]
    """Roles that bodies ask for."""
    limits: list[LimitRow]
    """Limits on how many hold a role."""
    aims: list[AimRow]
    """Aims, each with the priorities that address it: the matrix of aims and activities."""
    goal_bodies: list[GoalBody]
    """The matrix of goals and bodies, as far as priorities stand in it."""
    bodies: list[BodyRow]
    """Networks: quick wins, transformative priorities, and the last away day."""
    reviews: list[ReviewRow]
    """Reviews and their panels."""
    decisions: list[DecisionRow]
    """Decisions: how long they took, their quorum and their votes."""
    declared: list[CountRow]
    """Declared counts beside those counted."""
    delivered: list[Delivery]
    """How far improvements have spread."""
    findings: list[Finding]
    """Every breach, with what proves it: severity, code and subject."""


Holding = TypedDict(
    "Holding",
    {
        "what": Held,
        "scope": Scope,
        "id": str | None,
        "role": str | None,
        "meeting_kind": MeetingKind | None,
        "by": str | None,
        "shares": str | None,
        "from": Day | None,
        "to": Day,
        "outside": int,
        "check": RepresentationCheck,
        "rotation": Rotation | None,
    },
)


class CriterionWeight(TypedDict):
    """A criterion's weight."""

    id: str
    """The criterion."""
    stated: float
    """The weight as stated."""
    normalised: float
    """Its share of all weights."""
    effective: float | None
    """
    Its share of weight x spread (standard deviation over the proposals): what it really decides. Null where no
    criterion tells any proposals apart.
    """
    stability: Stability
    """Between which shares of the weight nothing changes, the other weights keeping their proportions."""


class AssessedIndicator(TypedDict):
    """An indicator in one organisation, or in the whole, judged as it stood on the day and was known."""

    id: str
    """The indicator."""
    name: str
    """Its name."""
    organisation: str | None
    """The organisation; null: the whole."""
    organisation_name: str | None
    """The name of the organisation."""
    kind: IndicatorKind
    """What kind of figure it is."""
    unit: str | None
    """The unit, such as patients."""
    per: float | None
    """A rate is told per so many; null: per 1, or no rate."""
    improvement_direction: ImprovementDirection
    """Which way is better."""
    goals: list[str]
    """The goals it speaks of."""
    priorities: list[str]
    """The priorities whose benefit it shows."""
    preset: SpcPreset
    """The rules."""
    n: int
    """How many periods have a figure."""
    missing: int
    """How many were not reported."""
    suppressed: int
    """How many are too small to publish: never 0."""
    not_applicable: int
    """How many have no meaning here."""
    provisional: int
    """How many figures are still to be confirmed."""
    first_period: str | None
    """The first period, with a figure or without."""
    last_period: str | None
    """The last period that ended by the day."""
    latest_period: str | None
    """The last period that has a figure and was not left out."""
    latest_value: float | None
    """That figure; a proportion from 0 to 1."""
    run_chart: bool
    """True where a run chart takes the place of limits and icons."""
    variation: SpcVariation
    """What the last point says."""
    assurance: SpcAssurance
    """What the limits say about the target in force."""
    annotations: list[IndicatorAnnotation]
    """What happened by the day, here or to the whole."""
    without_figure: list[WithoutFigure]
    """Periods that have no figure."""
    provisional_periods: list[str]
    """Periods whose figures are still to be confirmed."""
    result: Spc
    """The series judged, as `spc` has it."""


class PortfolioSelection(TypedDict):
    """The best portfolio, how firm it is, and what else could be had."""

    budget: float
    """What may be spent."""
    capacity_days: float | None
    """The working days there are; null where they are not limited."""
    best: Portfolio | None
    """The set of the highest value, and the cheapest of these; null when no set fits."""
    best_sets: list[Portfolio] | None
    """
    Every set of that value, cheapest first, then in the order of the proposals; null when they were not all found
    because the search would take too long.
    """
    best_sets_complete: bool
    """Sets beyond the first 100 are not listed: false where there are more."""
    near: float
    """Portfolios whose value is at most this share below the best are near-optimal."""
    near_value: float | None
    """The least value of a near-optimal portfolio, on the steps that values come in; null when no set fits."""
    proposals: list[Chosen]
    """One row for each proposal, in their order."""
    frontier: list[Portfolio] | None
    """
    Every set that no other beats in value and cost together, cheapest first, also beyond the budget; null when they
    were not all found because the search would take too long.
    """
    quadrants: Quadrants
    """Impact against effort: the lines between high and low."""
    findings: list[Finding]
    """What to know before this choice is used."""


class SpcHistory(TypedDict):
    """The icon at each past period."""

    preset: SpcPreset
    """The rules."""
    options: SpcSettings
    """Every setting: the preset, with what was set apart."""
    chart: SpcChart
    """The kind of chart."""
    improvement_direction: ImprovementDirection
    """Which way is better."""
    periods: list[HistoryRow]
    """One row for each value, in their order."""
    lasted: Lasted
    """How long today's icon has lasted."""
    revision: Revision | None
    """What changed since an earlier extract; null where none was given."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over canonical JSON of all else."""


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


class Prioritisation(TypedDict):
    """A ranking, and whether it is inside the noise."""

    ranking: list[Ranked]
    """The proposals, best first; those without a total last, in the order of the exercise."""
    weights: list[CriterionWeight]
    """The criteria with their weights, and how far each weight could move."""
    smallest_flip: Flip | None
    """
    The smallest change of weights that makes another proposal draw level with the winner. Null where no change
    does, or where the winner lacks a score.
    """
    voices: Voices
    """Whose voice counted how much, and what another choice would change."""
    leave_one_out: LeaveOneOut
    """What changes when one organisation, or one scorer, is left out."""
    acceptability: Acceptability | None
    """Ranks under many random weights; null without samples or above 200 proposals."""
    cut_line: CutLine | None
    """Who is certainly above and below the cut; null without a cut."""
    disagreement: Disagreement
    """How far the organisations agree."""
    interests: Interests
    """Declared interests: the ranking without them, and home advantage."""
    cross_checks: CrossChecks | None
    """The ranking by other methods; null above 200 proposals."""
    findings: list[Finding]
    """What a reader should know before trusting the list."""


class AssessedExercise(TypedDict):
    """An exercise of a programme, ranked as at the day of the report: equal voice, means, 10,000 samples, seed 0."""

    id: str | None
    """The exercise; null without an identifier."""
    name: str | None
    """Its name; null without one."""
    body: str | None
    """The body that asked."""
    opened_on: Day | None
    """First day of scoring."""
    closed_on: Day | None
    """Last day of scoring."""
    later_scores: int
    """How many scores were given later than the day, or became known later, and so do not count."""
    result: Prioritisation
    """The ranking, and whether it is inside the noise."""


class Report(TypedDict):
    """Where a programme stands, and why. Lists are flat: one row of a list is one row of a table."""

    as_at: Day
    """The day it speaks of."""
    known_at: Day | None
    """Only what was recorded by this day counts; null: everything recorded."""
    recorded_up_to: Day | None
    """The last day on which anything that counts was recorded, whichever parts are returned; null where nothing was."""
    policy: StatusPolicy
    """The policy used, whole."""
    programme: Named
    """The programme."""
    illustrative: bool
    """Invented for illustration: every rendering says so."""
    source: str | None
    """Where the facts come from."""
    cadence_from: Day | None
    """The first day from which meetings are counted, where it was asked for; null: that of the financial year."""
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
    cadence: list[CadenceRow]
    """Meetings due, held and missed: one row for each kind of meeting of each body, then for each kind over all."""
    governance: Governance | None
    """Whether the programme keeps its own rules; null where it was not asked for."""
    representation: list[Holding]
    """Equal representation of the collaborative's members: one row per thing that is counted."""
    exercises: list[AssessedExercise]
    """Prioritisation exercises open by the day, each with its ranking."""
    indicators: list[AssessedIndicator]
    """Indicators: one row per indicator and organisation, and for the whole where it has figures."""
    indicator_summary: list[IndicatorSummary]
    """How many series have which icon: of the collaborative, of each body and each goal."""
    fingerprint: str
    """First 16 hex digits of SHA-256 over the canonical JSON of all the rest."""


Which: TypeAlias = Union[int, Period, "NotedPoint"]
"""A point, by its place among the values or by its date."""


class NotedPoint(TypedDict):
    """A point with who chose it, why and when: the record of a recalculation, or of a point that is left out."""

    at: Which
    """The point: its place or its date."""
    by: NotRequired[str | None]
    """Who decided it."""
    why: NotRequired[str | None]
    """Why."""
    on: NotRequired[Day | None]
    """The day it was decided."""


class SpcOptionSet(TypedDict):
    """What one of two ways to judge a series sets apart from what both have in common."""

    chart: NotRequired[SpcChart | None]
    """The kind of chart."""
    improvement_direction: NotRequired[ImprovementDirection | None]
    """Which way is better."""
    preset: NotRequired[SpcPreset | None]
    """The rules."""
    conflict: NotRequired[ConflictRule | None]
    """What wins where rules of equal rank speak for both sides."""
    targets: NotRequired[Targets | None]
    """The targets."""
    recalculate_at: NotRequired[list[Which] | None]
    """Points at which a new partition starts."""
    ghosted: NotRequired[list[Which] | None]
    """Points that are shown and left out of everything else."""
    baseline: NotRequired[SpcBaseline | None]
    """From which points the mean and the limits come."""
    options: NotRequired[SpcOptions | None]
    """What is set apart from the preset."""

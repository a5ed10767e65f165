// Made from docs/schema by "npm run types". Do not edit.

/**
 * The version of the document's shape.
 */
export type SchemaVersion = '1.0'
/**
 * A text for people to read: anything, blank too.
 */
export type Text = string
/**
 * A calendar day, YYYY-MM-DD.
 */
export type Day = string
/**
 * A day of any year, `MM-DD`.
 */
export type MonthDay = string
/**
 * What kind of organisation it is.
 */
export type OrganisationKind = 'trust' | 'icb' | 'sub_icb' | 'place' | 'region' | 'pcn' | 'site' | 'council' | 'other'
/**
 * A number that is 0 or more.
 */
export type Amount = number
/**
 * A share from 0 to 1.
 */
export type Share = number
/**
 * What a set of aims or drivers asks of the priorities.
 */
export type CoverageRule = 'every_priority' | 'none'
/**
 * What kind of body it is.
 */
export type BodyKind =
  | 'network'
  | 'pathway'
  | 'board'
  | 'committee_in_common'
  | 'joint_committee'
  | 'delivery_board'
  | 'advisory_group'
  | 'summit'
  | 'pmo'
  | 'other'
/**
 * The level of the system that a body works at.
 */
export type BodyLevel = 'specialist' | 'system' | 'place' | 'practice'
/**
 * What kind of meeting it is.
 */
export type MeetingKind = 'network' | 'two_to_one' | 'away_day' | 'summit' | 'board' | 'strategy_event' | 'other'
/**
 * A rhythm: `month`, `quarter`, `half_year`, `year`, or `{"days": n}`.
 */
export type Every =
  | 'month'
  | 'quarter'
  | 'half_year'
  | 'year'
  | {
      days: number
    }
/**
 * Whether one quorum holds for all organisations or one for each.
 */
export type QuorumScope = 'joint' | 'in_common'
/**
 * What a quorum counts.
 */
export type QuorumCount = 'people' | 'organisations'
/**
 * What the fraction of a quorum is taken of.
 */
export type QuorumBase = 'all' | 'eligible'
/**
 * What carries a vote.
 */
export type VotingRule = 'simple_majority' | 'absolute_majority' | 'two_thirds' | 'three_quarters' | 'unanimity'
/**
 * Who has a vote.
 */
export type VotingUnit = 'organisation' | 'person'
/**
 * How somebody came to a role.
 */
export type Route = 'existing' | 'competitive' | 'nominated' | 'interim'
/**
 * What kind of interest it is (NHS England, Managing conflicts of interest in the NHS).
 */
export type InterestKind = 'financial' | 'non_financial_professional' | 'non_financial_personal' | 'indirect'
/**
 * What kind of priority it is.
 */
export type PriorityKind = 'task' | 'milestone' | 'project'
/**
 * How far a priority reaches.
 */
export type Horizon = 'quick_win' | 'transformative'
/**
 * The stage of an improvement.
 */
export type Stage = 'plan' | 'test' | 'implement' | 'spread' | 'sustain'
/**
 * How strongly a priority serves a driver or an aim.
 */
export type Strength = 'supports' | 'contributes' | 'delivers'
/**
 * A lag in days, of at most a hundred years either way.
 */
export type Lag = number
/**
 * A weight: a decimal above 0.
 */
export type Weight = Decimal
/**
 * A decimal with at most six places.
 */
export type Decimal = number
/**
 * What kind of review it is.
 */
export type ReviewKind = 'case_for_change' | 'peer_challenge' | 'assurance'
/**
 * Kinds of thing that an override, a review or a finding can speak of.
 */
export type SubjectKind =
  'programme' | 'body' | 'goal' | 'priority' | 'organisation' | 'indicator' | 'decision' | 'meeting'
/**
 * A number from 0 to 100, as trackers report progress.
 */
export type Percent = number
/**
 * Where a priority stands in its life.
 */
export type Lifecycle = 'draft' | 'proposed' | 'agreed' | 'in_progress' | 'on_hold' | 'complete' | 'cancelled'
/**
 * A level as people report it: BRAG (blue is `complete`) and the five-point Delivery Confidence scale.
 */
export type ReportedLevel = 'complete' | 'green' | 'amber_green' | 'amber' | 'amber_red' | 'red'
/**
 * A level that an override can ask for.
 */
export type OverrideLevel = 'complete' | 'green' | 'amber' | 'red'
/**
 * In what capacity somebody came.
 */
export type Capacity = 'member' | 'deputy' | 'in_attendance'
/**
 * How a decision was taken.
 */
export type DecisionRoute = 'meeting' | 'written_resolution' | 'chairs_action'
/**
 * What kind of figure it is.
 */
export type IndicatorKind = 'proportion' | 'rate' | 'count' | 'value' | 'days_between' | 'cases_between'
/**
 * Which way is better.
 */
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral'
/**
 * What a period is.
 */
export type PeriodType = 'day' | 'week' | 'month' | 'quarter' | 'financial_year'
/**
 * A period as text: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`.
 */
export type Period = string
/**
 * The disclosure rule for small numbers.
 */
export type Disclosure = 'none' | 'suppress_1_to_7_round_5'
/**
 * Why an observation has no figure.
 */
export type ObservationStatus = 'suppressed' | 'missing' | 'not_applicable'
/**
 * What was counted.
 */
export type Counted = 'priorities' | 'bodies' | 'appointments' | 'meetings' | 'organisations'
/**
 * How leaves roll up into a node.
 */
export type RollUp = 'default' | 'worst_of' | 'mean' | 'threshold_ladder'
/**
 * What a node's shares are taken over.
 */
export type Path = 'leaves' | 'children'
/**
 * Which critical milestones turn a node red.
 */
export type CriticalScope = 'direct' | 'off' | 'all'
/**
 * Simpler leaf rules that programme offices use.
 */
export type Preset = 'due_date_1' | 'due_date_2' | 'due_date_3' | 'due_date_4' | 'due_date_5' | 'week_month'
/**
 * A share from 0 to 1 that thresholds are compared with exactly.
 */
export type DecimalShare = Decimal
/**
 * A level of status. The first four are one order of severity; the last two are off it.
 */
export type Level = 'complete' | 'green' | 'amber' | 'red' | 'not_assessed' | 'excluded'
/**
 * A part of a report that can be left out.
 */
export type Part = 'items' | 'nodes' | 'findings'
/**
 * How far a report goes into detail about people.
 */
export type Detail = 'organisation' | 'scorer'
/**
 * Why something is excluded or not assessed.
 */
export type Reason =
  'cancelled' | 'draft' | 'proposed' | 'not_in_force' | 'grace' | 'excluded_parent' | 'no_baseline' | 'empty'
/**
 * Which side of an item a finding speaks of.
 */
export type Dimension = 'schedule' | 'blockers' | 'benefit' | 'evidence' | 'override' | 'roll_up' | 'reporting'
/**
 * What a node stands for.
 */
export type NodeType = 'programme' | 'body' | 'goal' | 'priority'
/**
 * Every kind of finding. The word is stable.
 */
export type FindingCode =
  | 'COMPLETED_LATE'
  | 'NO_FORECAST'
  | 'FORECAST_IN_PAST'
  | 'SLIP'
  | 'OVERDUE'
  | 'NOT_STARTED_DUE_SOON'
  | 'ON_HOLD'
  | 'PROGRESS_SHORTFALL'
  | 'INHERITED_RISK'
  | 'NEGATIVE_SLACK'
  | 'BLOCKED'
  | 'STALE'
  | 'REBASELINED'
  | 'DUE_DATE'
  | 'EXCLUDED'
  | 'NOT_ASSESSED'
  | 'WATERMELON'
  | 'OPTIMISTIC'
  | 'PESSIMISTIC'
  | 'OVERRIDE'
  | 'OVERRIDE_REFUSED'
  | 'OVERRIDE_CONTRADICTED'
  | 'CRITICAL_NOT_MILESTONE'
  | 'CRITICAL_CHILD_RED'
  | 'RED_SHARE'
  | 'RED_FLOOR'
  | 'AMBER_SHARE'
  | 'LOW_COVERAGE'
  | 'WORST_PART'
  | 'MEAN_SEVERITY'
  | 'THRESHOLD_LADDER'
  | 'POLICY_SENSITIVE'
/**
 * How much a finding asks of its reader.
 */
export type Severity = 'red' | 'amber' | 'note'
/**
 * Every kind of problem. The word is stable: tests and programs may match on it.
 */
export type Code =
  | 'not_json'
  | 'empty_text'
  | 'trailing_text'
  | 'too_large'
  | 'too_deep'
  | 'duplicate_field'
  | 'wrong_type'
  | 'missing_field'
  | 'unknown_field'
  | 'unknown_word'
  | 'wrong_date'
  | 'wrong_period'
  | 'out_of_range'
  | 'not_a_number'
  | 'too_many_places'
  | 'wrong_identifier'
  | 'duplicate_id'
  | 'dangling_reference'
  | 'cycle'
  | 'start_after_end'
  | 'actual_after_as_at'
  | 'complete_without_finish'
  | 'cancelled_without_reason'
  | 'versions_not_increasing'
  | 'approvals_decreasing'
  | 'limits_crossed'
  | 'child_in_other_body'
  | 'numerator_above_denominator'
  | 'wrong_combination'
  | 'patient_data'
  | 'undefined_value'
  | 'big_integer'
  | 'date_object'
  | 'not_plain_data'
  | 'cycle_in_data'
  | 'not_ready'

/**
 * A programme of work: who takes part, what is to be done, what was reported, what is measured.
 */
export interface Programme {
  /**
   * The version of the document's shape.
   */
  schema_version: SchemaVersion
  /**
   * The programme's identifier.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * Invented for illustration: every rendering says so.
   */
  illustrative?: boolean | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the facts come from.
   */
  source?: Text | null
  /**
   * The organisations acting together.
   */
  collaborative?: Collaborative | null
  /**
   * Trusts, boards, places.
   */
  organisations?: Organisation[]
  /**
   * What the programme is for.
   */
  objectives?: Objective[]
  /**
   * Goals, in their order.
   */
  goals?: Goal[]
  /**
   * Reasons to act.
   */
  drivers?: Driver[]
  /**
   * Aims that every activity is tested against.
   */
  aims?: Aim[]
  /**
   * Roles that people hold.
   */
  roles?: Role[]
  /**
   * Networks, boards, committees.
   */
  bodies?: Body[]
  /**
   * Who holds which role.
   */
  appointments?: Appointment[]
  /**
   * Declared interests.
   */
  interests?: Interest[]
  /**
   * What is to be done.
   */
  priorities?: Priority[]
  /**
   * Reviews.
   */
  reviews?: Review[]
  /**
   * Reports on priorities, append-only.
   */
  updates?: Update[]
  /**
   * Levels set by judgement.
   */
  overrides?: Override[]
  /**
   * What is in the way.
   */
  blockers?: Blocker[]
  /**
   * Meetings.
   */
  meetings?: Meeting[]
  /**
   * Decisions.
   */
  decisions?: Decision[]
  /**
   * Prioritisation exercises.
   */
  exercises?: Exercise[]
  /**
   * What is measured.
   */
  indicators?: Indicator[]
  /**
   * The figures.
   */
  observations?: Observation[]
  /**
   * Numbers that somebody stated.
   */
  declared_counts?: DeclaredCount[]
  /**
   * How many people should hold a role.
   */
  limits?: Limit[]
  /**
   * Recourse taken.
   */
  escalations?: Escalation[]
  /**
   * What boards saw.
   */
  snapshots?: Snapshot[]
  /**
   * How status is judged.
   */
  policy?: Policy | null
}
/**
 * The organisations acting together.
 */
export interface Collaborative {
  /**
   * The collaborative's identifier.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * First day of existence, included.
   */
  start?: Day | null
  /**
   * Last day of existence, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * First day of the financial year, `MM-DD`; 04-01 when omitted.
   */
  financial_year_start?: MonthDay | null
  /**
   * Its members over time.
   */
  members?: Member[]
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * Membership of the collaborative.
 */
export interface Member {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * First day of membership, included.
   */
  start?: Day | null
  /**
   * Last day of membership, included.
   */
  end?: Day | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A trust, board, place or other organisation.
 */
export interface Organisation {
  /**
   * Unique among organisations.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * What kind of organisation it is.
   */
  kind: OrganisationKind
  /**
   * First day of existence, included.
   */
  start?: Day | null
  /**
   * Last day of existence, included.
   */
  end?: Day | null
  /**
   * Codes by scheme, such as `ods`.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Sizes by name, such as `staff_wte` and `population`.
   */
  sizes?: {
    [k: string]: Amount
  }
  /**
   * Organisations that took over, and what share.
   */
  successors?: Successor[]
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * An organisation that took over another, wholly or in part.
 */
export interface Successor {
  /**
   * The organisation that took over.
   */
  organisation: string
  /**
   * The day it did.
   */
  on: Day
  /**
   * The share taken over; everything when omitted.
   */
  share?: Share | null
}
/**
 * What the programme is for.
 */
export interface Objective {
  /**
   * Unique among objectives.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A goal that priorities serve. Goals are ordered as written.
 */
export interface Goal {
  /**
   * Unique among goals.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * The objective it belongs to.
   */
  objective?: string | null
  /**
   * The one role that answers for it.
   */
  accountable_role?: string | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A reason to act, such as a growing backlog.
 */
export interface Driver {
  /**
   * Unique among drivers.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * The role that answers for it.
   */
  accountable_role?: string | null
  /**
   * What it asks of the priorities; every priority cites at least one driver when omitted.
   */
  coverage?: CoverageRule | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * An aim that every activity is tested against.
 */
export interface Aim {
  /**
   * Unique among aims.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * The role that answers for it.
   */
  accountable_role?: string | null
  /**
   * What it asks of the priorities; every priority cites at least one aim when omitted.
   */
  coverage?: CoverageRule | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A role that people hold, such as `clinical_lead`.
 */
export interface Role {
  /**
   * Unique among roles.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A network, board, committee, summit or office.
 */
export interface Body {
  /**
   * Unique among bodies.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * What kind of body it is.
   */
  kind: BodyKind
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * The body it reports to, and through which role.
   */
  reports_to?: ReportsTo | null
  /**
   * The level of the system it works at.
   */
  level?: BodyLevel | null
  /**
   * The body whose place it took (a change of legal form).
   */
  succeeds?: string | null
  /**
   * Before this day nothing is measured: time to build trust.
   */
  status_from?: Day | null
  /**
   * Seats of each organisation.
   */
  seats?: Seats[]
  /**
   * How many people should hold each role.
   */
  roles?: RoleNumbers[]
  /**
   * How often it meets, by kind of meeting and date.
   */
  cadences?: Cadence[]
  /**
   * When a meeting may decide, by kind of meeting and date.
   */
  quorums?: Quorum[]
  /**
   * How it votes.
   */
  voting?: Voting | null
  /**
   * The role whose holders make up the body.
   */
  membership_from?: string | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A line of reporting.
 */
export interface ReportsTo {
  /**
   * The body reported to.
   */
  body: string
  /**
   * The role that reports.
   */
  by?: string | null
}
/**
 * Seats of one organisation in a body.
 */
export interface Seats {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * How many seats.
   */
  seats: number
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
}
/**
 * How many people should hold a role.
 */
export interface RoleNumbers {
  /**
   * The role.
   */
  role: string
  /**
   * At least so many; 0 when omitted.
   */
  min?: number | null
  /**
   * At most so many; any number when omitted.
   */
  max?: number | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
}
/**
 * How often a body should meet.
 */
export interface Cadence {
  /**
   * Which of its meetings.
   */
  meeting_kind: MeetingKind
  /**
   * How often.
   */
  every: Every
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * When a meeting may decide.
 */
export interface Quorum {
  /**
   * Which of the body's meetings; every kind when omitted.
   */
  meeting_kind?: MeetingKind | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * One quorum or one per organisation; joint when omitted.
   */
  scope?: QuorumScope | null
  /**
   * What is counted; people when omitted.
   */
  count?: QuorumCount | null
  /**
   * At least so many.
   */
  minimum?: number | null
  /**
   * At least this share of the base.
   */
  fraction?: Share | null
  /**
   * The base of the fraction; all members when omitted.
   */
  of?: QuorumBase | null
  /**
   * At least so many from each organisation.
   */
  per_organisation?: number | null
  /**
   * At least so many organisations.
   */
  minimum_organisations?: number | null
  /**
   * At least so many with a role.
   */
  roles?: RoleNumbers[]
  /**
   * Whether deputies count; they do when omitted.
   */
  deputies_count?: boolean | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * How a body votes.
 */
export interface Voting {
  /**
   * What carries a vote.
   */
  rule: VotingRule
  /**
   * Who has a vote; organisations when omitted.
   */
  unit?: VotingUnit | null
  /**
   * Votes by organisation where they differ.
   */
  weights?: {
    [k: string]: number
  }
}
/**
 * A person in a role of a body. People are opaque tokens: names are never needed.
 */
export interface Appointment {
  /**
   * Unique among appointments.
   */
  id: string
  /**
   * The role held.
   */
  role: string
  /**
   * The body it is held in.
   */
  body: string
  /**
   * An opaque token; need not resolve.
   */
  person?: string | null
  /**
   * The profession, such as `doctor`.
   */
  profession?: string | null
  /**
   * The organisation the person comes from; hosted by the collaborative when omitted.
   */
  organisation?: string | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Whole-time equivalent: one day a week is 0.2.
   */
  wte?: Amount | null
  /**
   * How the person came to the role.
   */
  route?: Route | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A declared interest of a person or an organisation.
 */
export interface Interest {
  /**
   * Unique among interests.
   */
  id: string
  /**
   * What kind of interest it is.
   */
  kind: InterestKind
  /**
   * The person's token.
   */
  person?: string | null
  /**
   * The organisation.
   */
  organisation?: string | null
  /**
   * The priority concerned.
   */
  priority?: string | null
  /**
   * The day it was declared.
   */
  declared_on?: Day | null
  /**
   * The day it became known; `declared_on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * What it consists of.
   */
  nature?: Text | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A task, milestone or project of a body.
 */
export interface Priority {
  /**
   * Unique among priorities.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * What kind of priority it is.
   */
  kind: PriorityKind
  /**
   * The body that answers for it.
   */
  body: string
  /**
   * A milestone on which others hang.
   */
  critical?: boolean | null
  /**
   * How far it reaches.
   */
  horizon?: Horizon | null
  /**
   * How far the improvement has come.
   */
  stage?: Stage | null
  /**
   * The financial year of the plan, `2022/23`.
   */
  plan?: string | null
  /**
   * The goal it rolls up into.
   */
  goal?: string | null
  /**
   * Goals it serves beside that one.
   */
  other_goals?: string[]
  /**
   * The drivers it answers.
   */
  drivers?: DriverLink[]
  /**
   * The aims it serves.
   */
  aims?: AimLink[]
  /**
   * The priority it is part of.
   */
  parent?: string | null
  /**
   * The priorities that must finish before it can.
   */
  depends_on?: Dependency[]
  /**
   * The organisation that leads.
   */
  lead_organisation?: string | null
  /**
   * The organisations that take part.
   */
  participating_organisations?: string[]
  /**
   * The organisations that the change touches differentially.
   */
  affected_organisations?: string[]
  /**
   * Its weight in roll-ups; by kind when omitted.
   */
  weight?: Weight | null
  /**
   * What it costs, in pounds.
   */
  cost?: Amount | null
  /**
   * The working days it takes.
   */
  capacity_days?: Amount | null
  /**
   * Who approved it.
   */
  approvals?: Approval[]
  /**
   * The dates it is held to, by version.
   */
  baselines?: Baseline[]
  /**
   * Its own tolerances; by kind when omitted.
   */
  tolerances?: Tolerances | null
  /**
   * Where the improvement has been delivered.
   */
  delivered?: Delivered[]
  /**
   * From when its benefit should show; its baseline finish when omitted.
   */
  benefit_from?: Day | null
  /**
   * First day in force, included.
   */
  start?: Day | null
  /**
   * Last day in force, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A driver that a priority answers.
 */
export interface DriverLink {
  /**
   * The driver.
   */
  driver: string
  /**
   * How strongly.
   */
  strength?: Strength | null
}
/**
 * An aim that a priority serves.
 */
export interface AimLink {
  /**
   * The aim.
   */
  aim: string
  /**
   * How strongly.
   */
  strength?: Strength | null
}
/**
 * A predecessor: finish to finish, with a lag.
 */
export interface Dependency {
  /**
   * The predecessor.
   */
  priority: string
  /**
   * Days between the two finishes; negative for an overlap, 0 when omitted.
   */
  lag_days?: Lag | null
}
/**
 * An approval by a body.
 */
export interface Approval {
  /**
   * The body that approved.
   */
  body: string
  /**
   * The decision it took.
   */
  decision?: string | null
  /**
   * The day it did.
   */
  approved_on?: Day | null
}
/**
 * Dates that a priority is held to.
 */
export interface Baseline {
  /**
   * 1 for the first, 2 for the next.
   */
  version: number
  /**
   * The finish promised.
   */
  finish: Day
  /**
   * The start promised.
   */
  start?: Day | null
  /**
   * The body that approved it.
   */
  approved_by?: string | null
  /**
   * The day it was approved; not approved yet when omitted.
   */
  approved_on?: Day | null
  /**
   * The day that became known; `approved_on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * Why it was changed.
   */
  reason?: Text | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * How many days of slip are green, and how many amber.
 */
export interface Tolerances {
  /**
   * Up to so many days late is green.
   */
  green_days: number
  /**
   * Up to so many days late is amber; beyond is red.
   */
  amber_days: number
}
/**
 * An organisation where an improvement has been delivered.
 */
export interface Delivered {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * The day it was.
   */
  on?: Day | null
}
/**
 * A review with its panel.
 */
export interface Review {
  /**
   * Unique among reviews.
   */
  id: string
  /**
   * What kind of review it is.
   */
  kind: ReviewKind
  /**
   * What was reviewed.
   */
  subject: Subject
  /**
   * Who reviewed.
   */
  panel?: Panellist[]
  /**
   * The day of the review.
   */
  reviewed_on?: Day | null
  /**
   * The day it became known; `reviewed_on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * What it rests on.
   */
  references?: Text[]
  /**
   * What it found, such as `supported`.
   */
  outcome?: Text | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * One entity of several possible kinds.
 */
export interface Subject {
  /**
   * What kind it is.
   */
  kind: SubjectKind
  /**
   * Its identifier.
   */
  id: string
}
/**
 * A member of a review panel.
 */
export interface Panellist {
  /**
   * The person's token.
   */
  person?: string | null
  /**
   * The organisation.
   */
  organisation?: string | null
  /**
   * The profession, such as `doctor`.
   */
  profession?: string | null
}
/**
 * A report on a priority.
 */
export interface Update {
  /**
   * Unique among updates.
   */
  id: string
  /**
   * The priority it speaks of.
   */
  priority: string
  /**
   * The day it speaks of.
   */
  as_at: Day
  /**
   * The role that reports.
   */
  by: string
  /**
   * The day it became known; `as_at` when omitted.
   */
  recorded_on?: Day | null
  /**
   * The finish now expected.
   */
  forecast_finish?: Day | null
  /**
   * The day work began.
   */
  actual_start?: Day | null
  /**
   * The day it was done.
   */
  actual_finish?: Day | null
  /**
   * Progress, 0 to 100.
   */
  percent?: Percent | null
  /**
   * Where the priority stands in its life.
   */
  lifecycle?: Lifecycle | null
  /**
   * Why it was cancelled or put on hold.
   */
  reason?: Text | null
  /**
   * The level the reporter gave it.
   */
  reported_level?: ReportedLevel | null
  /**
   * Anything else.
   */
  note?: Text | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A level set by judgement, for a time and with a reason.
 */
export interface Override {
  /**
   * Unique among overrides.
   */
  id: string
  /**
   * What it speaks of.
   */
  subject: Subject
  /**
   * The level asked for.
   */
  level: OverrideLevel
  /**
   * First day, included.
   */
  start: Day
  /**
   * Last day, included; 35 days in all when omitted.
   */
  end?: Day | null
  /**
   * Why.
   */
  reason?: Text | null
  /**
   * The role that asks.
   */
  by?: string | null
  /**
   * The other role that agrees.
   */
  approved_by?: string | null
  /**
   * The day it became known; `start` when omitted.
   */
  recorded_on?: Day | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * Something in the way of a priority.
 */
export interface Blocker {
  /**
   * Unique among blockers.
   */
  id: string
  /**
   * The priority it is in the way of.
   */
  priority: string
  /**
   * The day it was raised.
   */
  raised_on: Day
  /**
   * What it is.
   */
  name?: Text | null
  /**
   * The meeting it was raised in.
   */
  raised_in?: string | null
  /**
   * The role that should clear it.
   */
  owner?: string | null
  /**
   * The day it was cleared.
   */
  resolved_on?: Day | null
  /**
   * The meeting it was cleared in.
   */
  resolved_in?: string | null
  /**
   * The day it became known; `raised_on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A meeting of a body: planned, and then held or cancelled.
 */
export interface Meeting {
  /**
   * Unique among meetings.
   */
  id: string
  /**
   * The body that meets.
   */
  body: string
  /**
   * What kind of meeting it is.
   */
  kind: MeetingKind
  /**
   * The day planned.
   */
  planned_on?: Day | null
  /**
   * The day held.
   */
  held_on?: Day | null
  /**
   * The day it was cancelled.
   */
  cancelled_on?: Day | null
  /**
   * Why it was cancelled.
   */
  cancelled_reason?: Text | null
  /**
   * The day it became known; the day held when omitted.
   */
  recorded_on?: Day | null
  /**
   * The organisation that hosted it.
   */
  hosted_by?: string | null
  /**
   * Who came.
   */
  attendance?: Attendance[]
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * Somebody who came to a meeting.
 */
export interface Attendance {
  /**
   * The person's token.
   */
  person?: string | null
  /**
   * The organisation they came for.
   */
  organisation?: string | null
  /**
   * The role they came in.
   */
  role?: string | null
  /**
   * The capacity they came in; member when omitted.
   */
  capacity?: Capacity | null
}
/**
 * A decision of a body.
 */
export interface Decision {
  /**
   * Unique among decisions.
   */
  id: string
  /**
   * The body that decided.
   */
  body: string
  /**
   * What it was about.
   */
  name?: Text | null
  /**
   * The meeting it was taken in.
   */
  meeting?: string | null
  /**
   * How it was taken; in a meeting when omitted.
   */
  route?: DecisionRoute | null
  /**
   * The meeting that ratified it.
   */
  ratified_in?: string | null
  /**
   * The day the question was raised.
   */
  raised_on?: Day | null
  /**
   * The day it was decided.
   */
  decided_on?: Day | null
  /**
   * The day it became known; `decided_on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * The priority it is about.
   */
  priority?: string | null
  /**
   * What could be chosen.
   */
  options?: string[]
  /**
   * Who voted for what.
   */
  votes?: Vote[]
  /**
   * Who stood aside.
   */
  recusals?: Recusal[]
  /**
   * The option chosen.
   */
  outcome?: string | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A vote.
 */
export interface Vote {
  /**
   * The organisation that votes.
   */
  organisation: string
  /**
   * The option it votes for.
   */
  option: string
  /**
   * The person's token, where people vote.
   */
  person?: string | null
}
/**
 * An organisation that stood aside.
 */
export interface Recusal {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * The interest that was the reason.
   */
  interest?: string | null
}
/**
 * One round of scoring. The identifier is needed inside a programme document only.
 */
export interface Exercise {
  /**
   * What proposals are judged by.
   */
  criteria: Criterion[]
  /**
   * What could be done.
   */
  proposals: Proposal[]
  /**
   * Who gave what score.
   */
  scores: Score[]
  /**
   * Unique among exercises.
   */
  id?: string | null
  /**
   * The name people use.
   */
  name?: Text | null
  /**
   * The body that asked.
   */
  body?: string | null
  /**
   * First day of scoring.
   */
  opened_on?: Day | null
  /**
   * Last day of scoring.
   */
  closed_on?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A criterion with its scale and weight.
 */
export interface Criterion {
  /**
   * Unique among the exercise's criteria.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * The scale that scores are given on.
   */
  scale: Scale
  /**
   * The weight; weights need not add up to 1.
   */
  weight: Amount
}
/**
 * An anchored scale. Worst 5 and best 1 is a cost.
 */
export interface Scale {
  /**
   * The score of the worst.
   */
  worst: number
  /**
   * The score of the best.
   */
  best: number
  /**
   * What single scores mean.
   */
  levels?: ScaleLevel[]
}
/**
 * What a score means.
 */
export interface ScaleLevel {
  /**
   * The score.
   */
  score: number
  /**
   * Its meaning.
   */
  meaning: Text
}
/**
 * Something that could be done.
 */
export interface Proposal {
  /**
   * Unique among the exercise's proposals.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * The priority it became.
   */
  priority?: string | null
  /**
   * What it costs, in pounds.
   */
  cost?: Amount | null
  /**
   * The working days it takes.
   */
  capacity_days?: Amount | null
  /**
   * What it is worth, where that is stated.
   */
  value?: number | null
  /**
   * The group it counts for in a portfolio.
   */
  group?: string | null
  /**
   * How far it reaches.
   */
  horizon?: Horizon | null
  /**
   * The organisations with an interest in it.
   */
  interested_organisations?: string[]
}
/**
 * One score by one scorer.
 */
export interface Score {
  /**
   * The scorer's token.
   */
  scorer: string
  /**
   * The organisation the scorer speaks for.
   */
  organisation: string
  /**
   * The proposal scored.
   */
  proposal: string
  /**
   * The criterion it is scored on.
   */
  criterion: string
  /**
   * The score.
   */
  score: number
  /**
   * The day it was given.
   */
  scored_on?: Day | null
}
/**
 * Something measured over time.
 */
export interface Indicator {
  /**
   * Unique among indicators.
   */
  id: string
  /**
   * The name people use.
   */
  name: Text
  /**
   * What kind of figure it is.
   */
  kind: IndicatorKind
  /**
   * Which way is better; neutral when omitted.
   */
  improvement_direction?: ImprovementDirection | null
  /**
   * The unit, such as patients.
   */
  unit?: Text | null
  /**
   * What a period is; a month when omitted.
   */
  period_type?: PeriodType | null
  /**
   * Targets by name and date.
   */
  targets?: Target[]
  /**
   * Smaller denominators are not compared.
   */
  minimum_denominator?: Amount | null
  /**
   * The rule for small numbers.
   */
  disclosure?: Disclosure | null
  /**
   * The goals it speaks of.
   */
  goals?: string[]
  /**
   * The priorities whose benefit it shows.
   */
  priorities?: string[]
  /**
   * What happened when.
   */
  annotations?: Annotation[]
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * Codes by scheme.
   */
  codes?: {
    [k: string]: string
  }
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A target: proportions from 0 to 1.
 */
export interface Target {
  /**
   * The value to reach.
   */
  value: number
  /**
   * Whose target it is, such as `national`.
   */
  name?: string | null
  /**
   * First day in force, included.
   */
  start?: Day | null
  /**
   * Last day in force, included.
   */
  end?: Day | null
  /**
   * How it was set, where it was set from the best performers.
   */
  method?: string | null
  /**
   * The period it was set from.
   */
  period?: Period | null
  /**
   * Whose figures it was set from.
   */
  contributors?: string[]
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * Something that happened and may show in the figures.
 */
export interface Annotation {
  /**
   * The day.
   */
  on: Day
  /**
   * What happened.
   */
  text: Text
  /**
   * The organisation concerned.
   */
  organisation?: string | null
  /**
   * The priority concerned.
   */
  priority?: string | null
}
/**
 * One figure: a value, or a numerator and a denominator, or the reason why there is none.
 */
export interface Observation {
  /**
   * The indicator.
   */
  indicator: string
  /**
   * The period.
   */
  period: Period
  /**
   * The organisation; the whole when omitted.
   */
  organisation?: string | null
  /**
   * The value.
   */
  value?: number | null
  /**
   * Above the line.
   */
  numerator?: Amount | null
  /**
   * Below the line.
   */
  denominator?: Amount | null
  /**
   * Why there is no figure.
   */
  status?: ObservationStatus | null
  /**
   * A suppressed count is at most this.
   */
  upper_bound?: Amount | null
  /**
   * Still to be confirmed.
   */
  provisional?: boolean | null
  /**
   * The day it became known.
   */
  recorded_on?: Day | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * A number that somebody stated, to be compared with what is counted.
 */
export interface DeclaredCount {
  /**
   * What was counted.
   */
  of: Counted
  /**
   * How many.
   */
  count: number
  /**
   * Of which kind or role; all when omitted.
   */
  kind?: string | null
  /**
   * The day it speaks of.
   */
  as_at?: Day | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * How many people should hold a role.
 */
export interface Limit {
  /**
   * Unique among limits.
   */
  id: string
  /**
   * The role.
   */
  role: string
  /**
   * In each body of this kind; over everything when omitted.
   */
  body_kind?: BodyKind | null
  /**
   * At least so many in each.
   */
  min?: number | null
  /**
   * At most so many in each.
   */
  max?: number | null
  /**
   * At most so many in all.
   */
  total?: number | null
  /**
   * First day, included.
   */
  start?: Day | null
  /**
   * Last day, included.
   */
  end?: Day | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * Recourse taken for consistent failure on an indicator.
 */
export interface Escalation {
  /**
   * Unique among escalations.
   */
  id: string
  /**
   * The organisation.
   */
  organisation: string
  /**
   * The indicator.
   */
  indicator: string
  /**
   * The step taken.
   */
  step: Text
  /**
   * The day it was taken.
   */
  on?: Day | null
  /**
   * The day it became known; `on` when omitted.
   */
  recorded_on?: Day | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * What a board saw: dates, fingerprints, and the roles that let it pass.
 */
export interface Snapshot {
  /**
   * Unique among snapshots.
   */
  id: string
  /**
   * The day it speaks of.
   */
  as_at: Day
  /**
   * What was known then; everything recorded when omitted.
   */
  known_at?: Day | null
  /**
   * Fingerprints of document, policy and report.
   */
  fingerprints?: Fingerprints | null
  /**
   * The role that handed it in.
   */
  submitted_by?: string | null
  /**
   * The day it was handed in.
   */
  submitted_on?: Day | null
  /**
   * The role that read it over.
   */
  reviewed_by?: string | null
  /**
   * The day it was read over.
   */
  reviewed_on?: Day | null
  /**
   * The role that let it out.
   */
  released_by?: string | null
  /**
   * The day it was let out.
   */
  released_on?: Day | null
  /**
   * The body that saw it.
   */
  body?: string | null
  /**
   * A label.
   */
  name?: Text | null
  /**
   * Where the fact comes from.
   */
  source?: Text | null
}
/**
 * First 16 hex digits of SHA-256 over canonical JSON.
 */
export interface Fingerprints {
  /**
   * Of the document.
   */
  document?: string | null
  /**
   * Of the policy.
   */
  policy?: string | null
  /**
   * Of the report.
   */
  report?: string | null
}
/**
 * A policy as written: every key may be left out and then has its default.
 */
export interface Policy {
  /**
   * The version of the policy; `1.0` when omitted.
   */
  version?: string | null
  /**
   * How leaves roll up; `default` when omitted.
   */
  roll_up?: RollUp | null
  /**
   * What shares are taken over; `leaves` when omitted.
   */
  path?: Path | null
  /**
   * Which critical milestones turn a node red; `direct` when omitted.
   */
  critical_scope?: CriticalScope | null
  /**
   * A simpler leaf rule; none when omitted.
   */
  preset?: Preset | null
  /**
   * Tolerances by kind.
   */
  tolerances?: KindTolerances | null
  /**
   * Weights by kind.
   */
  weights?: KindWeights | null
  /**
   * An agreed item due within so many days should have started; 14 when omitted.
   */
  not_started_days?: number | null
  /**
   * A shortfall of so much of the whole is amber; 0.15 when omitted.
   */
  progress_amber?: DecimalShare | null
  /**
   * A shortfall of so much of the whole is red; 0.30 when omitted.
   */
  progress_red?: DecimalShare | null
  /**
   * A blocker open longer than so many cycles is amber; 1 when omitted.
   */
  blocked_amber_cycles?: Decimal | null
  /**
   * A blocker open longer than so many cycles is red; 2 when omitted.
   */
  blocked_red_cycles?: Decimal | null
  /**
   * An update older than so many cycles is stale; 1.5 when omitted.
   */
  stale_cycles?: Decimal | null
  /**
   * So many changes of baseline are a finding; 2 when omitted.
   */
  rebaselines?: number | null
  /**
   * A node is red from this weight share of red; 0.25 when omitted.
   */
  red_share?: DecimalShare | null
  /**
   * A node is amber from this weight share of amber and red; 0.25 when omitted.
   */
  amber_share?: DecimalShare | null
  /**
   * A node is amber below this share of weight with evidence; 0.80 when omitted.
   */
  coverage?: DecimalShare | null
  /**
   * Mean severity: amber from here; 1.5 when omitted.
   */
  mean_amber?: Decimal | null
  /**
   * Mean severity: red from here; 2.5 when omitted.
   */
  mean_red?: Decimal | null
  /**
   * Threshold ladder: red from this share of red; 0.10 when omitted.
   */
  ladder_red?: DecimalShare | null
  /**
   * Threshold ladder: amber from this share of amber and red; 0.10 when omitted.
   */
  ladder_amber?: DecimalShare | null
  /**
   * An override without an end lasts so many days, its first included; 35 when omitted.
   */
  override_days?: number | null
}
/**
 * Tolerances by kind.
 */
export interface KindTolerances {
  /**
   * Of a task; 7 and 28 when omitted.
   */
  task?: Tolerances | null
  /**
   * Of a milestone that is not critical; 7 and 28 when omitted.
   */
  milestone?: Tolerances | null
  /**
   * Of a critical milestone; 0 and 14 when omitted.
   */
  critical_milestone?: Tolerances | null
  /**
   * Of a project; 14 and 42 when omitted.
   */
  project?: Tolerances | null
}
/**
 * Weights by kind.
 */
export interface KindWeights {
  /**
   * Of a task; 1 when omitted.
   */
  task?: Weight | null
  /**
   * Of a milestone; 2 when omitted.
   */
  milestone?: Weight | null
  /**
   * Of a project; 3 when omitted.
   */
  project?: Weight | null
}
/**
 * One part of a node: its level and what it weighs.
 */
export interface RollUpItem {
  /**
   * Unique among the items.
   */
  id: string
  /**
   * Its level.
   */
  level: Level
  /**
   * Its weight; 1 when omitted.
   */
  weight?: Weight | null
  /**
   * A critical milestone.
   */
  critical?: boolean | null
  /**
   * How fresh and complete the reports on it are; evidenced when omitted.
   */
  evidence?: ItemEvidence | null
}
/**
 * How fresh and complete the reports on an item are.
 */
export interface ItemEvidence {
  /**
   * The age of the last update in days, where that is stale.
   */
  stale_days?: number | null
  /**
   * Fields that should be there and are not.
   */
  missing?: string[]
}
/**
 * Where a programme stands, and why. Lists are flat: one row of a list is one row of a table.
 */
export interface Report {
  /**
   * The day it speaks of.
   */
  as_at: Day
  /**
   * Only what was recorded by this day counts; null: everything recorded.
   */
  known_at: Day | null
  /**
   * The last day on which anything that counts was recorded; null where nothing was.
   */
  recorded_up_to: Day | null
  /**
   * The policy used, whole.
   */
  policy: StatusPolicy
  /**
   * The programme.
   */
  programme: Named
  /**
   * Invented for illustration: every rendering says so.
   */
  illustrative: boolean
  /**
   * Where the facts come from.
   */
  source: string | null
  /**
   * The programme's level in one line, with how firm it is.
   */
  headline: string
  /**
   * The parts returned.
   */
  included: Part[]
  /**
   * How far it goes into detail about people.
   */
  detail: Detail
  /**
   * One row per priority.
   */
  items: Item[]
  /**
   * The programme, bodies, goals, and priorities with parts.
   */
  nodes: Node[]
  /**
   * Why: dominating first, then severity, code and subject.
   */
  findings: Finding[]
  /**
   * The chain of dependencies that ends last, first item first.
   */
  critical_path: string[]
  /**
   * Meetings due, held and missed; null: not computed by this version.
   */
  cadence: unknown[] | null
  /**
   * Governance checks; null: not computed by this version.
   */
  governance: unknown
  /**
   * Equal representation; null: not computed by this version.
   */
  representation: unknown[] | null
  /**
   * Prioritisation exercises; null: not computed by this version.
   */
  exercises: unknown[] | null
  /**
   * Status of indicators; null: not computed by this version.
   */
  indicators: unknown[] | null
  /**
   * First 16 hex digits of SHA-256 over the canonical JSON of all the rest.
   */
  fingerprint: string
}
/**
 * The policy in force: every number filled in. A report records it whole.
 */
export interface StatusPolicy {
  /**
   * The version of the policy.
   */
  version: string
  /**
   * How leaves roll up.
   */
  roll_up: RollUp
  /**
   * What shares are taken over.
   */
  path: Path
  /**
   * Which critical milestones turn a node red.
   */
  critical_scope: CriticalScope
  /**
   * A simpler leaf rule.
   */
  preset: Preset | null
  /**
   * Tolerances by kind.
   */
  tolerances: AllTolerances
  /**
   * Weights by kind.
   */
  weights: AllWeights
  /**
   * An agreed item due within so many days should have started.
   */
  not_started_days: number
  /**
   * A shortfall of so much of the whole is amber.
   */
  progress_amber: Decimal
  /**
   * A shortfall of so much of the whole is red.
   */
  progress_red: Decimal
  /**
   * A blocker open longer than so many cycles is amber.
   */
  blocked_amber_cycles: Decimal
  /**
   * A blocker open longer than so many cycles is red.
   */
  blocked_red_cycles: Decimal
  /**
   * An update older than so many cycles is stale.
   */
  stale_cycles: Decimal
  /**
   * So many changes of baseline are a finding.
   */
  rebaselines: number
  /**
   * A node is red from this weight share of red.
   */
  red_share: Decimal
  /**
   * A node is amber from this weight share of amber and red.
   */
  amber_share: Decimal
  /**
   * A node is amber below this share of weight with evidence.
   */
  coverage: Decimal
  /**
   * Mean severity: amber from here.
   */
  mean_amber: Decimal
  /**
   * Mean severity: red from here.
   */
  mean_red: Decimal
  /**
   * Threshold ladder: red from this share of red.
   */
  ladder_red: Decimal
  /**
   * Threshold ladder: amber from this share of amber and red.
   */
  ladder_amber: Decimal
  /**
   * An override without an end lasts so many days, its first included.
   */
  override_days: number
}
/**
 * Tolerances of every kind.
 */
export interface AllTolerances {
  /**
   * Of a task.
   */
  task: Tolerances
  /**
   * Of a milestone that is not critical.
   */
  milestone: Tolerances
  /**
   * Of a critical milestone.
   */
  critical_milestone: Tolerances
  /**
   * Of a project.
   */
  project: Tolerances
}
/**
 * Weights of every kind.
 */
export interface AllWeights {
  /**
   * Of a task.
   */
  task: Decimal
  /**
   * Of a milestone.
   */
  milestone: Decimal
  /**
   * Of a project.
   */
  project: Decimal
}
/**
 * An identifier with its name.
 */
export interface Named {
  /**
   * The identifier.
   */
  id: string
  /**
   * The name people use.
   */
  name: string
}
/**
 * One priority, judged by its own dates.
 */
export interface Item {
  /**
   * The priority.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * The body that answers for it.
   */
  body: string
  /**
   * The goal it rolls up into.
   */
  goal: string | null
  /**
   * The priority it is part of.
   */
  parent: string | null
  /**
   * What kind of priority it is.
   */
  kind: PriorityKind
  /**
   * A critical milestone.
   */
  critical: boolean
  /**
   * The organisation that leads.
   */
  lead_organisation: string | null
  /**
   * The effective level: with an override, where one holds.
   */
  level: Level
  /**
   * Why it is excluded or not assessed.
   */
  reason: Reason | null
  /**
   * The side of it that its level comes from.
   */
  dimension: Dimension | null
  /**
   * The level last reported, as reported.
   */
  reported_level: ReportedLevel | null
  /**
   * The level by the rules alone.
   */
  computed_level: Level
  /**
   * The override in force, if it holds.
   */
  override_id: string | null
  /**
   * Where it stands in its life.
   */
  lifecycle: Lifecycle
  /**
   * How fresh and complete the reports are.
   */
  evidence: Evidence
  /**
   * The day on which it goes stale unless there is an update; null once stale, or not open.
   */
  stale_on: Day | null
  /**
   * Days that the finish (expected, or actual) is after the baseline; negative if before.
   */
  slip_days: number | null
  /**
   * Days it could finish later before it or a successor is late; null if not open.
   */
  slack_days: number | null
  /**
   * The finish of the baseline in force.
   */
  baseline_finish: Day | null
  /**
   * The forecast last given.
   */
  forecast_finish: Day | null
  /**
   * The finish expected by the rules, what is inherited included; of a finished item the actual one.
   */
  expected_finish: Day | null
  /**
   * The day it was finished.
   */
  actual_finish: Day | null
  /**
   * The level by the rules if every item were held to its first baseline.
   */
  level_against_original: Level
  /**
   * Its weight in roll-ups.
   */
  weight: number
}
/**
 * How fresh and complete the reports on an item are. Evidenced: null and empty.
 */
export interface Evidence {
  /**
   * The age of the last update in days, where that is stale.
   */
  stale_days: number | null
  /**
   * Fields that should be there and are not.
   */
  missing: string[]
}
/**
 * A programme, body, goal, or priority with parts: what the leaves below it make of it.
 */
export interface Node {
  /**
   * The identifier of what it stands for.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * What it stands for.
   */
  kind: NodeType
  /**
   * The node above: of a body or goal the programme, of a priority its parent or its body.
   */
  parent: string | null
  /**
   * The effective level, by the policy and path selected.
   */
  level: Level
  /**
   * Why it is excluded.
   */
  reason: Reason | null
  /**
   * The level without any override.
   */
  computed_level: Level
  /**
   * The level if reports were believed.
   */
  as_reported: Level
  /**
   * Leaves per level.
   */
  counts: Counts
  /**
   * Weight of leaves per level, as shares of all assessed leaves.
   */
  shares: Shares
  /**
   * Share of weight with evidence; null where nothing counts.
   */
  coverage: number | null
  /**
   * Mean severity of the leaves, 0 complete to 3 red; null where none is assessed.
   */
  mean_severity: number | null
  /**
   * The level under every policy and over both paths.
   */
  robustness: Robustness
  /**
   * The fewest leaves whose becoming green and evidenced makes it green; null where nothing could.
   */
  path_to_green: string[] | null
  /**
   * The fewest open leaves whose turning red makes it red; null where nothing could.
   */
  next_to_fall: string[] | null
  /**
   * False where the two sets may not be the smallest.
   */
  paths_exact: boolean
  /**
   * Leaves reported complete or green and computed red, in the order of their ids.
   */
  watermelons: string[]
  /**
   * Their share of the leaves reported complete or green, assessed and not computed complete.
   */
  watermelon_index: number | null
  /**
   * Up to five leaves: the worst, then the latest.
   */
  worst_items: string[]
}
/**
 * Leaves per level.
 */
export interface Counts {
  /**
   * Finished.
   */
  complete: number
  /**
   * On track.
   */
  green: number
  /**
   * Needing attention.
   */
  amber: number
  /**
   * Needing action.
   */
  red: number
  /**
   * With nothing to assess them against.
   */
  not_assessed: number
  /**
   * Left out.
   */
  excluded: number
}
/**
 * Shares of weight per level; null where nothing is assessed.
 */
export interface Shares {
  /**
   * Finished.
   */
  complete: number | null
  /**
   * On track.
   */
  green: number | null
  /**
   * Needing attention.
   */
  amber: number | null
  /**
   * Needing action.
   */
  red: number | null
}
/**
 * The level of a node under every policy and over both paths.
 */
export interface Robustness {
  /**
   * Over all leaves.
   */
  leaves: ByPolicy
  /**
   * Over direct children.
   */
  children: ByPolicy
  /**
   * True when the levels differ by two, or the two paths disagree under the policy selected.
   */
  policy_sensitive: boolean
  /**
   * Policies under which a red below can be hidden under green.
   */
  hides_reds: string[]
}
/**
 * One level per policy.
 */
export interface ByPolicy {
  /**
   * The default rule.
   */
  default: Level
  /**
   * The worst part.
   */
  worst_of: Level
  /**
   * The mean severity; hides reds.
   */
  mean: Level
  /**
   * A tenth of the weight; hides reds.
   */
  threshold_ladder: Level
}
/**
 * One reason of a result.
 */
export interface Finding {
  /**
   * What kind of reason it is.
   */
  code: FindingCode
  /**
   * How much it asks of its reader.
   */
  severity: Severity
  /**
   * What it speaks of.
   */
  subject: FindingSubject
  /**
   * Which side of the subject.
   */
  dimension: Dimension
  /**
   * Numbers, dates and identifiers: no prose.
   */
  parameters: Parameters
  /**
   * The facts that prove it.
   */
  evidence: Proof[]
  /**
   * The rule it comes from, as the documentation numbers them.
   */
  rule: string
  /**
   * The version of the policy.
   */
  policy_version: string
  /**
   * The level that it implies; null when it colours nothing.
   */
  implies: Level | null
  /**
   * True when it implies the level that its subject has.
   */
  dominating: boolean
  /**
   * Since when it holds, where that can be told.
   */
  since: Day | null
}
/**
 * What a finding speaks of.
 */
export interface FindingSubject {
  /**
   * What kind of thing it is.
   */
  kind: SubjectKind
  /**
   * Its identifier.
   */
  id: string
}
export interface Parameters {
  [k: string]: unknown
}
/**
 * A fact that proves a finding: a field of an entity.
 */
export interface Proof {
  /**
   * What kind of entity it is: update, baseline, blocker, override, priority.
   */
  kind: string
  /**
   * Its identifier; of a baseline its version.
   */
  id: string
  /**
   * The field.
   */
  field: string
}
/**
 * What the items make of the node above them.
 */
export interface RollUpResult {
  /**
   * The node's level.
   */
  level: Level
  /**
   * Items per level.
   */
  counts: Counts
  /**
   * Weight per level, as shares of all assessed items.
   */
  shares: Shares
  /**
   * Share of weight with evidence.
   */
  coverage: number | null
  /**
   * Mean severity, 0 complete to 3 red.
   */
  mean_severity: number | null
  /**
   * The level under every policy.
   */
  robustness: Robustness
  /**
   * The fewest items whose becoming green makes the node green.
   */
  path_to_green: string[] | null
  /**
   * The fewest items whose turning red makes the node red.
   */
  next_to_fall: string[] | null
  /**
   * Why.
   */
  findings: Finding[]
}
/**
 * One thing that is wrong with an input.
 */
export interface Problem {
  /**
   * What kind of problem it is.
   */
  code: Code
  /**
   * Where: a JSON pointer (RFC 6901) into the document, or into the arguments. Empty for the whole.
   */
  path: string
  /**
   * What stood there, shortened; null where nothing did, or where it may be data about a patient.
   */
  value: unknown
  /**
   * What would be accepted instead; null where the message says all.
   */
  accepted: string | null
  /**
   * The problem in a sentence.
   */
  message: string
}
/**
 * How one level is shown.
 */
export interface LegendEntry {
  /**
   * The level.
   */
  level: Level
  /**
   * Its word.
   */
  word: string
  /**
   * Its letter, as trackers write it: B for complete (blue), G, A, R; N for not assessed, X for excluded.
   */
  letter: string
  /**
   * The name of its shape.
   */
  shape: string
  /**
   * The shape as a character.
   */
  symbol: string
  /**
   * Colour of the background, `#rrggbb`.
   */
  background: string
  /**
   * Colour of the text on it, `#rrggbb`.
   */
  text: string
  /**
   * Contrast of the two by WCAG 2.2, rounded down to one decimal; 4.5 or more is readable.
   */
  contrast: number
  /**
   * What it means.
   */
  meaning: string
}

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
 * What a rate is told per.
 */
export type RateBase = number
/**
 * A named, versioned set of rules.
 */
export type SpcPreset = 'mdc-2.6a' | 'nhsr-0.2.2'
/**
 * The kinds of control chart.
 */
export type SpcChart = 'xmr' | 'run' | 't' | 'g' | 'p' | 'u' | 'c' | 'p_prime' | 'u_prime'
/**
 * What wins where rules of equal rank speak for both sides.
 */
export type ConflictRule = 'improvement' | 'concern'
/**
 * A number of points.
 */
export type PointCount = number
/**
 * A number of points in a run.
 */
export type RunLength = number
/**
 * What becomes of two points in a row below or above the two-sigma line.
 */
export type TwoOfThree = 'off' | 'between' | 'beyond'
/**
 * Whether large moving ranges are left out of the limits.
 */
export type Screening = 'off' | 'mr_only' | 'mr_and_mean'
/**
 * What becomes of a series with too few points.
 */
export type ShortSeries = 'run_chart' | 'flag'
/**
 * What a point on the mean does to a shift, and two equal points to a trend.
 */
export type TiesRule = 'break' | 'skip'
/**
 * What a missing value does.
 */
export type MissingRule = 'skip' | 'break'
/**
 * What a target on a limit means.
 */
export type EqualityRule = 'decides' | 'hit_or_miss'
/**
 * Mean moving ranges between the mean and a limit: 2.66, or the ratio that it is short for.
 */
export type Factor = number | '3/1.128'
/**
 * A family of rules.
 */
export type RuleFamily = 'single_point' | 'shift' | 'trend' | 'two_sigma'
/**
 * How often a series should have a point.
 */
export type PointFrequency = 'day' | 'week' | 'month' | 'quarter' | 'year'
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
export type Part =
  'items' | 'nodes' | 'findings' | 'representation' | 'cadence' | 'governance' | 'exercises' | 'indicators'
/**
 * What counts at each date.
 */
export type Known = 'then' | 'now'
/**
 * How far a report goes into detail about people.
 */
export type Detail = 'organisation' | 'scorer'
/**
 * How many an organisation holds: a whole number up to a million, or `null` where that is not known.
 */
export type Count = number | null
/**
 * A number of 0 or more that things are shared out by: staff, population, votes, days a week.
 */
export type Size = Decimal
/**
 * A method of apportionment.
 */
export type ApportionmentMethod =
  'hamilton' | 'dhondt' | 'sainte_lague' | 'modified_sainte_lague' | 'huntington_hill' | 'adams' | 'dean'
/**
 * Somebody who came: a member's token, or a row that says whether a deputy came for the member.
 */
export type Present = string | PresentRow
/**
 * Somebody who takes turns: an organisation, or one with the dates of its membership. Several rows of one
 * organisation are several spells.
 */
export type RotationMember = string | MembershipRow
/**
 * How much each organisation's voice counts. In a cell that an organisation did not score, the others share its part.
 */
export type Voice =
  | 'equal'
  | 'pooled'
  | {
      [k: string]: number
    }
/**
 * How an organisation's scorers become one score.
 */
export type Average = 'mean' | 'median'
/**
 * Which weights are drawn when ranks under random weights are asked for.
 */
export type Sampling =
  | 'uniform'
  | 'ordinal'
  | {
      [k: string]: [number, number]
    }
/**
 * What people stated.
 */
export type WeightStatements =
  | {
      [k: string]: number
    }
  | Judgement[]
/**
 * How many times as important the first is as the second.
 */
export type Ratio = number
/**
 * How weights are made from statements.
 */
export type WeightMethod = 'direct' | 'swing' | 'smart' | 'roc' | 'rank_sum' | 'rank_reciprocal' | 'ahp'
/**
 * What the columns weigh: numbers of 0 or more that need not add up to 1, or a way to compute them from the figures.
 */
export type MatrixWeights = number[] | Weighting
/**
 * How weights are computed from the figures.
 */
export type Weighting = 'entropy' | 'critic' | 'standard_deviation'
/**
 * Which figures of a column are wanted.
 */
export type Direction = 'maximise' | 'minimise'
/**
 * How the columns are added up to one score for each row.
 */
export type ScoreMethod = 'weighted_sum' | 'topsis' | 'vikor' | 'promethee_ii'
/**
 * How a column is scaled before it is weighed. x is a figure, all are of one column.
 */
export type Normalisation = 'min_max' | 'sum' | 'max' | 'linear' | 'vector' | 'none'
/**
 * A setting for all columns, or one for each.
 */
export type PreferenceSetting = Preference | Preference[]
/**
 * How a difference between two rows becomes a preference from 0 to 1 (the six types of Brans and Vincke).
 */
export type Preference = 'usual' | 'u_shape' | 'v_shape' | 'level' | 'linear' | 'gaussian'
/**
 * A setting for all columns, or one for each.
 */
export type ThresholdSetting = Amount | Amount[]
/**
 * What effort is measured by.
 */
export type Effort = 'cost' | 'capacity_days'
/**
 * The targets of a series.
 */
export type Targets = number | (number | null)[] | SpcTarget[]
/**
 * A point, by its place among the values or by its date.
 */
export type Which = number | Period | NotedPoint
/**
 * What the rows of a tracker are.
 */
export type RowKind = 'priorities' | 'updates' | 'appointments' | 'meetings' | 'scores' | 'observations'
/**
 * What stands for a field: the heading of a column, more than that, or nothing (null).
 */
export type ColumnChoice = null | string | ColumnStated
/**
 * What the cells of a column show of how they are written.
 */
export type Reading = 'day_first' | 'month_first' | 'percent' | 'share'
/**
 * Numbers with gaps: null where one is missing.
 */
export type Numbers = (number | null)[]
/**
 * How figures of members make the whole.
 */
export type AggregateKind = 'proportion' | 'rate' | 'count'
/**
 * Why something is excluded or not assessed.
 */
export type Reason =
  'cancelled' | 'draft' | 'proposed' | 'not_in_force' | 'grace' | 'excluded_parent' | 'no_baseline' | 'empty'
/**
 * Which side of an item a finding speaks of.
 */
export type Dimension =
  | 'schedule'
  | 'blockers'
  | 'benefit'
  | 'evidence'
  | 'override'
  | 'roll_up'
  | 'reporting'
  | 'representation'
  | 'prioritisation'
  | 'variation'
  | 'change'
  | 'leadership'
  | 'presence'
  | 'cadence'
  | 'governance'
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
  | 'BENEFIT'
  | 'BENEFIT_NOT_SEEN'
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
  | 'CHANGED_BY_UPDATE'
  | 'CHANGED_BY_BASELINE'
  | 'CHANGED_BY_BLOCKER'
  | 'CHANGED_BY_OVERRIDE'
  | 'CHANGED_BY_TIME'
  | 'CHANGED_BY_PREDECESSOR'
  | 'CHANGED_BY_PARENT'
  | 'CHANGED_BY_ITEMS'
  | 'CHANGED_BY_BODY'
  | 'POLICY_CHANGED'
  | 'SNAPSHOT_HOLDS'
  | 'SNAPSHOT_DIFFERS'
  | 'SNAPSHOT_NOT_COMPARABLE'
  | 'ZERO_REPRESENTATION'
  | 'BELOW_ENTITLEMENT'
  | 'ABOVE_ENTITLEMENT'
  | 'UNATTRIBUTED'
  | 'COUNT_NOT_KNOWN'
  | 'EXACT_NOT_COMPUTED'
  | 'QUORUM_FAILED'
  | 'QUORUM_IMPOSSIBLE'
  | 'ATTENDANCE_NOT_COUNTED'
  | 'VOTE_TIED'
  | 'VOTE_NOT_COUNTED'
  | 'PARTS_MET_TOTAL_NOT'
  | 'TURN_NOT_COUNTED'
  | 'NO_VOTING_POWER'
  | 'QUOTA_TOO_LOW'
  | 'NOTHING_TOLD_APART'
  | 'VOICE_DECIDES'
  | 'METHOD_DECIDES'
  | 'SINGLE_VOICE'
  | 'SWING_ORGANISATION'
  | 'SWING_SCORER'
  | 'MISSING_SCORES'
  | 'NOT_SCORED'
  | 'NEVER_DISCRIMINATES'
  | 'SAME_THING'
  | 'STRAIGHT_LINER'
  | 'FAR_OUT'
  | 'LENIENCY'
  | 'WINNER_UNCERTAIN'
  | 'GREY_ZONE'
  | 'INTERESTS_DECIDE'
  | 'HOME_ADVANTAGE'
  | 'SAMPLES_LEFT_OUT'
  | 'INCONSISTENT_JUDGEMENTS'
  | 'WEIGHTS_NOT_ANCHORED'
  | 'WEIGHTS_FROM_SPREAD'
  | 'CONSTANT_CRITERION'
  | 'RANK_REVERSAL'
  | 'NO_PORTFOLIO_FITS'
  | 'SEVERAL_BEST_SETS'
  | 'NEVER_FITS'
  | 'SEARCH_INCOMPLETE'
  | 'TOO_FEW_POINTS'
  | 'SHORT_PARTITION'
  | 'DUPLICATE_DATES'
  | 'MISSING_PERIODS'
  | 'MISSING_VALUES'
  | 'BASELINE_SPECIAL_CAUSE'
  | 'BASELINE_NOT_REACHED'
  | 'RECALCULATION_IN_BASELINE'
  | 'RECALCULATION_AT_FIRST'
  | 'RULES_CONFLICT'
  | 'NOTHING_VARIES'
  | 'LOW_COUNTS'
  | 'OVERDISPERSION'
  | 'LARGE_DENOMINATORS'
  | 'MANY_TIES'
  | 'AT_CEILING'
  | 'AUTOCORRELATION'
  | 'SEASONALITY'
  | 'HIGH_MOVING_RANGES'
  | 'TARGET_NOT_USED'
  | 'WHOLE_NOT_KNOWN'
  | 'WHOLE_AS_RANGE'
  | 'ONE_MEMBER_DECIDES'
  | 'MIX_CHANGED'
  | 'ROLE_VACANT'
  | 'ROLE_OVERFILLED'
  | 'LEAD_OVERLAP'
  | 'ORGANISATION_ABSENT'
  | 'MEETINGS_MISSED'
  | 'MEETING_GAP'
  | 'ATTENDED_BY_NON_MEMBER'
  | 'LIMIT_EXCEEDED'
  | 'LIMIT_NOT_REACHED'
  | 'NO_AIM'
  | 'NO_DRIVER'
  | 'AIM_NOT_SERVED'
  | 'EMPTY_GOAL'
  | 'ORPHAN_PRIORITY'
  | 'ONE_HORIZON'
  | 'NO_AWAY_DAY'
  | 'NO_CASE_FOR_CHANGE'
  | 'NOT_IMPARTIAL'
  | 'PANEL_NOT_CLINICAL'
  | 'COUNT_DIFFERS'
  | 'POSSIBLE_DUPLICATE'
  | 'INTEREST_NOT_RECUSED'
  | 'INTEREST_DECLARED_LATE'
  | 'INTEREST_OF_LEAD'
  | 'DECISION_NOT_QUORATE'
  | 'DECISION_NOT_RATIFIED'
  | 'OUTCOME_DIFFERS'
  | 'SEVERAL_CHAIRS'
  | 'MEMBERSHIP_DIFFERS'
  | 'NO_ACCOUNTABLE_ROLE'
  | 'ACCOUNTABLE_ROLE_VACANT'
  | 'NOT_SPREAD'
  | 'CHECK_INCOMPLETE'
/**
 * How much a finding asks of its reader.
 */
export type Severity = 'red' | 'amber' | 'note'
/**
 * What kind of thing a finding speaks of.
 */
export type About =
  | 'programme'
  | 'body'
  | 'goal'
  | 'priority'
  | 'organisation'
  | 'indicator'
  | 'decision'
  | 'meeting'
  | 'exercise'
  | 'proposal'
  | 'criterion'
  | 'scorer'
  | 'snapshot'
  | 'aim'
  | 'objective'
  | 'review'
  | 'limit'
/**
 * What became of a meeting.
 */
export type MeetingStatus = 'held' | 'cancelled' | 'not_held'
/**
 * A rule that a programme keeps or does not.
 */
export type GovernanceCheck =
  | 'roles'
  | 'limits'
  | 'chairs'
  | 'membership'
  | 'attendance'
  | 'accountability'
  | 'aims'
  | 'drivers'
  | 'goals'
  | 'horizons'
  | 'away_days'
  | 'case_for_change'
  | 'impartiality'
  | 'panels'
  | 'quorums'
  | 'votes'
  | 'interests'
  | 'declared_counts'
  | 'duplicates'
  | 'delivery'
/**
 * Whether a rule is kept.
 */
export type GovernanceStatus = 'met' | 'not_met' | 'not_assessed' | 'not_applicable'
/**
 * What a quorum asks for.
 */
export type QuorumTest = 'minimum' | 'fraction' | 'per_organisation' | 'minimum_organisations' | 'role'
/**
 * How a vote ended.
 */
export type TallyResult = 'decided' | 'tied' | 'no_majority' | 'no_votes'
/**
 * What is counted by organisation.
 */
export type Held = 'posts' | 'seats' | 'priorities_led' | 'scorers' | 'attendance' | 'chairs' | 'hosts' | 'votes'
/**
 * For what part of the programme something is counted.
 */
export type Scope = 'programme' | 'body' | 'goal' | 'exercise' | 'profession'
/**
 * An index of unevenness. With s the shares held and v those entitled to:
 */
export type IndexName = 'loosemore_hanby' | 'gallagher' | 'sainte_lague' | 'gini' | 'normalised_entropy'
/**
 * What chance is taken to be.
 */
export type ExactModel = 'multinomial' | 'hypergeometric'
/**
 * Whether representation is as it should be.
 */
export type CheckStatus = 'met' | 'met_as_far_as_possible' | 'not_met' | 'not_assessable'
/**
 * The kinds of `Voice`.
 */
export type VoiceKind = 'equal' | 'pooled' | 'shares'
/**
 * The kinds of `Sampling`.
 */
export type SamplingKind = 'uniform' | 'ordinal' | 'bounded'
/**
 * Where a proposal stands to the cut.
 */
export type Standing = 'certainly_in' | 'grey' | 'certainly_out'
/**
 * What could move a proposal across the cut.
 */
export type Doubt = 'tie' | 'leave_one_out' | 'weights' | 'samples' | 'missing_scores'
/**
 * The icon of variation: the status of the last point, and its side.
 */
export type VariationIcon =
  'improvement_high' | 'improvement_low' | 'concern_high' | 'concern_low' | 'high' | 'low' | 'common_cause'
/**
 * A rule of special cause that a point can fire.
 */
export type SpcRule =
  | 'above_upper_limit'
  | 'below_lower_limit'
  | 'shift_above'
  | 'shift_below'
  | 'trend_up'
  | 'trend_down'
  | 'two_sigma_above'
  | 'two_sigma_below'
/**
 * The icon of assurance: whether the target is met by the process as it is.
 */
export type AssuranceIcon = 'pass' | 'fail' | 'hit_or_miss'
/**
 * Why a period has no figure.
 */
export type WhyNoFigure = 'suppressed' | 'missing' | 'not_applicable'
/**
 * What is said of a point.
 */
export type PointStatus = 'improvement' | 'concern' | 'high' | 'low' | 'common_cause'
/**
 * What a note of a point is about.
 */
export type PointNoteKind = 'recalculation' | 'ghost'
/**
 * A side of the mean, or the way of a trend.
 */
export type SpcSide = 'above' | 'below'
/**
 * For what part of the collaborative icons are counted.
 */
export type IndicatorScope = 'collaborative' | 'body' | 'goal'
/**
 * How something changed.
 */
export type Change = 'worsened' | 'improved' | 'new' | 'removed' | 'completed' | 'rebaselined' | 'policy_changed'
/**
 * Whose colour is held against what came of it.
 */
export type Basis = 'level' | 'reported'
/**
 * What items are put together by.
 */
export type Grouping = 'all' | 'body' | 'role'
/**
 * Whether a proposal stands in both rounds.
 */
export type Presence = 'stayed' | 'joined' | 'left'
/**
 * A step from one round to the next, in the order in which they are taken.
 */
export type RoundStep = 'scores' | 'scorers' | 'weights' | 'proposals'
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
  | 'ambiguous_date'
  | 'ambiguous_column'
  | 'completed_no_date'
  | 'baseline_changed'
  | 'differs_from_document'
  | 'not_in_rows'
  | 'not_in_order'
  | 'wrong_period'
  | 'out_of_range'
  | 'too_many'
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
  | 'empty_list'
  | 'wrong_length'
  | 'weights_all_zero'
  | 'not_connected'
  | 'too_many_criteria'
  | 'too_many_proposals'
  | 'too_many_scorers'
  | 'too_many_samples'
  | 'search_too_long'
  | 'patient_data'
  | 'undefined_value'
  | 'big_integer'
  | 'date_object'
  | 'not_plain_data'
  | 'cycle_in_data'
  | 'not_ready'
/**
 * Why a seat was given.
 */
export type StepRule = 'whole_quota' | 'largest_remainder' | 'first_seat' | 'highest_quotient' | 'lot'
/**
 * Why somebody present does not count.
 */
export type NotCountedReason = 'not_a_member' | 'conflict' | 'deputy'
/**
 * Where a random index comes from.
 */
export type RandomIndexTable = 'alonso_lamata_2006' | 'alonso_lamata_2006_agoston_csato_2022'
/**
 * Which scores are the good ones.
 */
export type BestScore = 'highest' | 'lowest'
/**
 * Where a proposal stands in near-optimal portfolios.
 */
export type NearStanding = 'always_in' | 'sometimes' | 'never_in'
/**
 * Which side of a line.
 */
export type Side = 'high' | 'low'
/**
 * A quarter of the plane of impact and effort.
 */
export type Quadrant = 'quick_win' | 'major_project' | 'fill_in' | 'reconsider'
/**
 * Why a column looks like data about patients.
 */
export type PatientReason = 'heading' | 'nhs_numbers' | 'postcodes'
/**
 * How sure it is what a column stands for.
 */
export type Certainty = 'stated' | 'exact' | 'synonym' | 'values' | 'default' | 'unused'
/**
 * What an icon speaks of.
 */
export type IconKind = 'variation' | 'assurance'
/**
 * Why an icon of a past period is another one now.
 */
export type IconCause = 'revision' | 'extension' | 'both'

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
   * First day of the financial year from which meetings and votes are counted, `MM-DD`; 04-01 when omitted. Periods
   * such as `Q4 2022/23` and `2022/23` run from 1 April all the same.
   */
  financial_year_start?: MonthDay | null
  /**
   * Its members over time.
   */
  members?: Member[]
  /**
   * How a report counts what the members hold; equal shares over the financial year when omitted.
   */
  representation?: Sharing | null
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
 * How a report counts what the members of the collaborative hold.
 */
export interface Sharing {
  /**
   * The size of the members, such as `staff_wte`, in proportion to which they are entitled; equal when omitted.
   */
  shares?: string | null
  /**
   * What else to count by: `profession`, or a code of the members such as `place`. Members with the same code are
   * one group.
   */
  groups?: string[]
  /**
   * The first day of the meetings and votes counted; the first day of the financial year when omitted.
   */
  since?: Day | null
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
   * The role that answers for it.
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
  /**
   * Where the fact comes from.
   */
  source?: Text | null
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
  /**
   * Where the fact comes from.
   */
  source?: Text | null
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
   * A rate is told per so many, such as 100,000; per 1 when omitted.
   */
  per?: RateBase | null
  /**
   * How its series are judged; as `mdc-2.6a` has it when omitted.
   */
  control_chart?: ControlChart | null
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
 * How the series of an indicator are judged, and which of their points were set apart, why and by whom.
 */
export interface ControlChart {
  /**
   * The rules; `mdc-2.6a` when omitted.
   */
  preset?: SpcPreset | null
  /**
   * The chart; when omitted T for days and G for cases between events, else XmR.
   */
  chart?: SpcChart | null
  /**
   * What wins where rules of equal rank speak for both sides; improvement when omitted.
   */
  conflict?: ConflictRule | null
  /**
   * From which points the mean and the limits come; from all when omitted.
   */
  baseline?: SpcBaseline | null
  /**
   * What is set apart from the preset.
   */
  options?: SpcOptions | null
  /**
   * Periods from which the lines are calculated anew.
   */
  recalculations?: MarkedPeriod[]
  /**
   * Periods that are shown and left out of everything else.
   */
  ghosted?: MarkedPeriod[]
}
/**
 * From which points the mean and the limits come: one of `points`, `end`, and `mean` with `sigma`.
 */
export interface SpcBaseline {
  /**
   * The first so many points.
   */
  points?: PointCount | null
  /**
   * The first points of every partition, rather than of the series.
   */
  each_partition?: boolean
  /**
   * The points up to this date or period, included; it wins over `points`.
   */
  end?: Period | null
  /**
   * A stated mean.
   */
  mean?: number | null
  /**
   * A stated sigma: a third of the way from the mean to a limit.
   */
  sigma?: number | null
}
/**
 * What is set apart from the preset. What is left out is the preset's.
 */
export interface SpcOptions {
  /**
   * So many points in a row on one side of the mean are a shift.
   */
  shift?: RunLength | null
  /**
   * So many points in a row that rise or fall are a trend.
   */
  trend?: RunLength | null
  /**
   * The rule of two of three points beyond two sigma.
   */
  two_of_three?: TwoOfThree | null
  /**
   * The rule of a single point beyond a limit.
   */
  single_point?: boolean | null
  /**
   * Whether large moving ranges are left out.
   */
  screening?: Screening | null
  /**
   * Fewer points are too few.
   */
  minimum_points?: PointCount | null
  /**
   * What becomes of a series with too few points.
   */
  short_series?: ShortSeries | null
  /**
   * What ties do.
   */
  ties?: TiesRule | null
  /**
   * What missing values do.
   */
  missing?: MissingRule | null
  /**
   * What a target on a limit means.
   */
  equality?: EqualityRule | null
  /**
   * Whether a trend goes on from one partition to the next.
   */
  trend_crosses_partitions?: boolean | null
  /**
   * Mean moving ranges between the mean and a limit: 2.66, or 3/1.128.
   */
  factor?: Factor | null
  /**
   * Families of rules, the one that wins first.
   */
  precedence?: RuleFamily[] | null
  /**
   * Within what lines are shown.
   */
  clamp?: Clamp | null
  /**
   * How often there should be a point; gaps are findings.
   */
  expected_frequency?: PointFrequency | null
  /**
   * Imitate the known faults of the R package.
   */
  compat_faults?: boolean | null
}
/**
 * The least and the most that a figure can be. Lines are shown within them; rules never use them.
 */
export interface Clamp {
  /**
   * The least.
   */
  min?: number | null
  /**
   * The most.
   */
  max?: number | null
}
/**
 * A period that somebody set apart, with who did, when and why.
 */
export interface MarkedPeriod {
  /**
   * The period.
   */
  period: Period
  /**
   * Only in the series of this organisation; in all of them when omitted.
   */
  organisation?: string | null
  /**
   * Why.
   */
  reason?: Text | null
  /**
   * The role that decided it.
   */
  by?: string | null
  /**
   * The day it was decided; it counts from then on.
   */
  decided_on?: Day | null
  /**
   * The day it became known; `decided_on` when omitted.
   */
  recorded_on?: Day | null
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
 * One figure: a value, or a numerator and a denominator, or the reason why there is none. A figure that was revised
 * stands once more, recorded on a later day; the one known last counts.
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
   * The version of the library that made the report.
   */
  library?: string | null
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
 * First 16 hex digits of SHA-256 over canonical JSON.
 */
export interface Fingerprints {
  /**
   * Of the document without its snapshots, which are added after it.
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
 * How far from equal still counts as met: one of these. Without any, equal seats may differ by one, and a count by
 * less than one from a stated share.
 */
export interface Tolerance {
  /**
   * The most that the largest and the smallest count may differ.
   */
  spread?: number | null
  /**
   * A count must differ from its entitlement by less than this.
   */
  distance?: Size | null
  /**
   * Each must reach this share of `of`, as in attendance: 0.75 of the meetings.
   */
  rate?: DecimalShare | null
  /**
   * How many there were to attend; with `rate` only.
   */
  of?: number | null
  /**
   * A WTE must differ from its entitlement by less than this; 0.2, one day a week, when omitted.
   */
  wte?: Size | null
}
/**
 * A member of a committee.
 */
export interface QuorumMember {
  /**
   * The person's token; each stands once.
   */
  id: string
  /**
   * The organisation that the member speaks for.
   */
  organisation?: string | null
  /**
   * The roles held.
   */
  roles?: string[]
}
/**
 * A member whose place was taken.
 */
export interface PresentRow {
  /**
   * The member's token.
   */
  member: string
  /**
   * True when a deputy came in the member's place.
   */
  deputy?: boolean | null
}
/**
 * One turn: the chair taken, or a day hosted.
 */
export interface Turn {
  /**
   * Who took it.
   */
  organisation: string
  /**
   * The day, or the first day of a term.
   */
  on: Day
}
/**
 * A membership: from `start` to `end`, both included, open where omitted.
 */
export interface MembershipRow {
  /**
   * The organisation.
   */
  organisation: string
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
 * One pairwise judgement: `a` is `ratio` times as important as `b`.
 */
export interface Judgement {
  /**
   * A criterion.
   */
  a: string
  /**
   * Another criterion.
   */
  b: string
  /**
   * How many times as important the first is as the second; below 1 where it is less important.
   */
  ratio: Ratio
}
/**
 * Settings of single methods. Thresholds are in the units of the column.
 */
export interface ScoreParameters {
  /**
   * VIKOR: the weight of group utility against individual regret; 0.5 when omitted.
   */
  v?: Share | null
  /**
   * PROMETHEE: the preference function; `usual` when omitted.
   */
  preference?: PreferenceSetting | null
  /**
   * PROMETHEE: differences up to this one count for nothing.
   */
  q?: ThresholdSetting | null
  /**
   * PROMETHEE: differences from this one on count fully.
   */
  p?: ThresholdSetting | null
  /**
   * PROMETHEE: the spread of the Gaussian function.
   */
  s?: ThresholdSetting | null
}
/**
 * A proposal to choose from.
 */
export interface Candidate {
  /**
   * Unique among the proposals.
   */
  id: string
  /**
   * What it is worth; may be below 0.
   */
  value: number
  /**
   * What it costs.
   */
  cost: Amount
  /**
   * The name people use.
   */
  name?: Text | null
  /**
   * The working days it takes; needed where days are limited.
   */
  capacity_days?: Amount | null
  /**
   * The group it counts for.
   */
  group?: string | null
  /**
   * How far it reaches.
   */
  horizon?: Horizon | null
  /**
   * The priority it became; not used here.
   */
  priority?: string | null
  /**
   * The organisations with an interest in it; not used here.
   */
  interested_organisations?: string[]
}
/**
 * What a portfolio must keep to, beside the budget.
 */
export interface PortfolioConstraints {
  /**
   * The working days there are in all.
   */
  capacity_days?: Amount | null
  /**
   * How many proposals of a group must and may be chosen.
   */
  groups?: {
    [k: string]: GroupLimit
  }
  /**
   * The same for quick wins and transformative proposals.
   */
  horizons?: {
    [k: string]: GroupLimit
  }
  /**
   * Proposals that can only be chosen together with others.
   */
  requires?: {
    [k: string]: string[]
  }
  /**
   * Proposals of which at most one may be chosen.
   */
  excludes?: string[][]
}
/**
 * How many must and may be chosen.
 */
export interface GroupLimit {
  /**
   * At least so many; 0 when omitted.
   */
  min?: number | null
  /**
   * At most so many; no limit when omitted.
   */
  max?: number | null
}
/**
 * A target with the time that it is in force.
 */
export interface SpcTarget {
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
}
/**
 * A point with who chose it, why and when: the record of a recalculation, or of a point that is left out.
 */
export interface NotedPoint {
  /**
   * The point: its place or its date.
   */
  at: Which
  /**
   * Who decided it.
   */
  by?: string | null
  /**
   * Why.
   */
  why?: string | null
  /**
   * The day it was decided.
   */
  on?: Day | null
}
/**
 * What stands for a field, with how to read it: a column, or one value for every row.
 */
export interface ColumnStated {
  /**
   * The heading of the column; the one that the headings show when omitted.
   */
  column?: Text | null
  /**
   * A value that holds for every row and stands in no column.
   */
  value?: unknown
  /**
   * What words of the column mean: each with the word to read in its place.
   */
  words?: {
    [k: string]: Text
  }
  /**
   * How dates or percentages are written, where the cells do not show it.
   */
  reading?: Reading | null
}
/**
 * A long table, column by column. Every column has one entry for each row.
 */
export interface LongTable {
  /**
   * The name of the row's series.
   */
  series: string[]
  /**
   * The values; null where one is missing.
   */
  value: Numbers
  /**
   * When; the order of rows where omitted. All of a series are periods of one kind.
   */
  period?: Period[] | null
  /**
   * What the values are counted of: of the charts p, u, p' and u'.
   */
  denominator?: Numbers | null
  /**
   * The target in force; null where there is none.
   */
  target?: Numbers | null
  /**
   * True for a point that is left out of everything but the picture.
   */
  ghosted?: boolean[] | null
  /**
   * True for a point at which a new partition starts.
   */
  recalculate?: boolean[] | null
  /**
   * Which way is better, the same in all rows of a series.
   */
  improvement_direction?: ImprovementDirection[] | null
}
/**
 * What one of two ways to judge a series sets apart from what both have in common.
 */
export interface SpcOptionSet {
  /**
   * The kind of chart.
   */
  chart?: SpcChart | null
  /**
   * Which way is better.
   */
  improvement_direction?: ImprovementDirection | null
  /**
   * The rules.
   */
  preset?: SpcPreset | null
  /**
   * What wins where rules of equal rank speak for both sides.
   */
  conflict?: ConflictRule | null
  /**
   * The targets.
   */
  targets?: Targets | null
  /**
   * Points at which a new partition starts.
   */
  recalculate_at?: Which[] | null
  /**
   * Points that are shown and left out of everything else.
   */
  ghosted?: Which[] | null
  /**
   * From which points the mean and the limits come.
   */
  baseline?: SpcBaseline | null
  /**
   * What is set apart from the preset.
   */
  options?: SpcOptions | null
}
/**
 * Figures as they stood in an earlier extract.
 */
export interface SpcExtract {
  /**
   * The values; of a T chart dates alone will do.
   */
  values?: (number | null)[] | null
  /**
   * A date for each; without dates, values are matched by their places.
   */
  dates?: Period[] | null
  /**
   * A denominator for each, of charts that have them.
   */
  denominators?: (number | null)[] | null
}
/**
 * The figure of a member in a period: a count, a numerator over a denominator, or why there is none.
 */
export interface MemberFigure {
  /**
   * The member.
   */
  organisation: string
  /**
   * The period.
   */
  period: Period
  /**
   * A count.
   */
  value?: number | null
  /**
   * Above the line.
   */
  numerator?: number | null
  /**
   * Below the line.
   */
  denominator?: number | null
  /**
   * Why there is no figure: `suppressed`, `missing`, or `not_applicable`, which leaves the member out.
   */
  status?: ObservationStatus | null
  /**
   * A suppressed count or numerator is at most this.
   */
  upper_bound?: number | null
}
/**
 * From when to when a member is expected to have figures.
 */
export interface MemberSpan {
  /**
   * The member.
   */
  organisation: string
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
   * The last day on which anything that counts was recorded, whichever parts are returned; null where nothing was.
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
   * The first day from which meetings are counted, where it was asked for; null: that of the financial year.
   */
  cadence_from: Day | null
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
   * Meetings due, held and missed: one row for each kind of meeting of each body, then for each kind over all.
   */
  cadence: CadenceRow[]
  /**
   * Whether the programme keeps its own rules; null where it was not asked for.
   */
  governance: Governance | null
  /**
   * Equal representation of the collaborative's members: one row per thing that is counted.
   */
  representation: Holding[]
  /**
   * Prioritisation exercises open by the day, each with its ranking.
   */
  exercises: AssessedExercise[]
  /**
   * Indicators: one row per indicator and organisation, and for the whole where it has figures.
   */
  indicators: AssessedIndicator[]
  /**
   * How many series have which icon: of the collaborative, of each body and each goal.
   */
  indicator_summary: IndicatorSummary[]
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
  kind: About
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
 * How often a body met, in one kind of meeting, beside how often it should have.
 */
export interface CadenceRow {
  /**
   * The body; null over all bodies.
   */
  body: string | null
  /**
   * What kind of meeting.
   */
  meeting_kind: MeetingKind
  /**
   * The first day counted.
   */
  from: Day
  /**
   * The last day counted.
   */
  to: Day
  /**
   * How often it should meet, by the cadence in force on the last day: `month`, `quarter`, `half_year`, `year` or
   * a number of days; null where none is.
   */
  every: string | null
  /**
   * The longest that one cycle of it lasts, in days.
   */
  cycle_days: number | null
  /**
   * Whole cycles in the period, by the cadences in force in it; null without any.
   */
  due: number | null
  /**
   * Meetings held.
   */
  held: number
  /**
   * Cycles in which none was held.
   */
  missed: number | null
  /**
   * Meetings cancelled.
   */
  cancelled: number
  /**
   * Meetings planned for a day that has passed, neither held nor cancelled.
   */
  not_held: number
  /**
   * The last day on which one was held, before the period too.
   */
  last_held: Day | null
  /**
   * The longest time between two meetings, or from the last one to the last day; null where there is none.
   */
  longest_gap: Gap | null
  /**
   * Gaps longer than one and a half cycles.
   */
  long_gaps: Gap[]
  /**
   * Meetings held of which attendance is recorded.
   */
  attended: number
  /**
   * Those of them to which somebody of a board came; null for a board itself.
   */
  board_present: number | null
  /**
   * Their share; null where no attendance is recorded.
   */
  board_visibility: number | null
  /**
   * Blockers raised in these meetings.
   */
  blockers_raised: number
  /**
   * Blockers cleared in these meetings.
   */
  blockers_unblocked: number
  /**
   * Days from raising to clearing of those, in the middle.
   */
  median_days_to_unblock: number | null
  /**
   * The longest of them.
   */
  longest_days_to_unblock: number | null
  /**
   * Decisions taken in these meetings.
   */
  decisions: number
  /**
   * Days from raising a question to deciding it, in the middle.
   */
  median_lead_days: number | null
  /**
   * The longest of them.
   */
  longest_lead_days: number | null
  /**
   * Who came: by organisation, by role, and by both.
   */
  attendance: AttendanceRow[]
  /**
   * The meetings.
   */
  meetings: MeetingRow[]
  /**
   * Meetings missed, and gaps too long.
   */
  findings: Finding[]
}
/**
 * A time without a meeting.
 */
export interface Gap {
  /**
   * The meeting before it; else the first day on which the body should have met.
   */
  from: Day
  /**
   * The meeting after it; else the last day counted.
   */
  to: Day
  /**
   * How long it was, in days.
   */
  days: number
  /**
   * The longest cycle in force in it.
   */
  cycle_days: number | null
  /**
   * No meeting has ended it.
   */
  open: boolean
}
/**
 * How many of the meetings an organisation, or somebody in a role, came to.
 */
export interface AttendanceRow {
  /**
   * The organisation; null for all.
   */
  organisation: string | null
  /**
   * The role; null for all.
   */
  role: string | null
  /**
   * Meetings that somebody of it came to, as a member or deputy.
   */
  came: number
  /**
   * Meetings of which attendance is recorded; of a member organisation those since it became one.
   */
  of: number
  /**
   * The share; null of none.
   */
  rate: number | null
}
/**
 * One meeting.
 */
export interface MeetingRow {
  /**
   * The meeting.
   */
  id: string
  /**
   * What became of it.
   */
  status: MeetingStatus
  /**
   * The day planned.
   */
  planned_on: Day | null
  /**
   * The day held.
   */
  held_on: Day | null
  /**
   * The day it was cancelled.
   */
  cancelled_on: Day | null
  /**
   * Why it was cancelled.
   */
  cancelled_reason: string | null
  /**
   * Days since the meeting of this kind before.
   */
  gap_days: number | null
  /**
   * The organisation that hosted it.
   */
  hosted_by: string | null
  /**
   * How many came.
   */
  people: number
  /**
   * How many organisations came, as members or deputies.
   */
  organisations: number
  /**
   * Somebody of a board came; null for a board itself, and where no attendance is recorded.
   */
  board_present: boolean | null
}
/**
 * Whether a programme keeps its own rules.
 */
export interface Governance {
  /**
   * Every check, whether it is met, and how many breaches it has.
   */
  checks: CheckRow[]
  /**
   * Roles that bodies ask for.
   */
  roles: RoleRow[]
  /**
   * Limits on how many hold a role.
   */
  limits: LimitRow[]
  /**
   * Aims, each with the priorities that address it: the matrix of aims and activities.
   */
  aims: AimRow[]
  /**
   * The matrix of goals and bodies, as far as priorities stand in it.
   */
  goal_bodies: GoalBody[]
  /**
   * Networks: quick wins, transformative priorities, and the last away day.
   */
  bodies: BodyRow[]
  /**
   * Reviews and their panels.
   */
  reviews: ReviewRow[]
  /**
   * Decisions: how long they took, their quorum and their votes.
   */
  decisions: DecisionRow[]
  /**
   * Declared counts beside those counted.
   */
  declared: CountRow[]
  /**
   * How far improvements have spread.
   */
  delivered: Delivery[]
  /**
   * Every breach, with what proves it: severity, code and subject.
   */
  findings: Finding[]
}
/**
 * One check.
 */
export interface CheckRow {
  /**
   * Which.
   */
  check: GovernanceCheck
  /**
   * Whether it is met.
   */
  status: GovernanceStatus
  /**
   * How many things it asked about.
   */
  asked: number
  /**
   * How many breaches it found.
   */
  breaches: number
}
/**
 * A role that a body asks for.
 */
export interface RoleRow {
  /**
   * The body.
   */
  body: string
  /**
   * The role.
   */
  role: string
  /**
   * At least so many.
   */
  min: number
  /**
   * At most so many; null for any number.
   */
  max: number | null
  /**
   * How many hold it on the day.
   */
  held: number
  /**
   * The first day of the vacancy; null where there is none, or where that cannot be told.
   */
  vacant_since: Day | null
}
/**
 * A limit on how many hold a role: one row for the whole, or one for each body of a kind.
 */
export interface LimitRow {
  /**
   * The limit.
   */
  id: string
  /**
   * The role.
   */
  role: string
  /**
   * In each body of this kind; null over everything.
   */
  body_kind: BodyKind | null
  /**
   * The body; null for the whole.
   */
  body: string | null
  /**
   * At least so many.
   */
  min: number | null
  /**
   * At most so many.
   */
  max: number | null
  /**
   * How many hold it on the day.
   */
  held: number
  /**
   * How many of them by organisation; those of none are in `held` alone.
   */
  organisations: {
    [k: string]: number
  }
  /**
   * Whether it is kept.
   */
  status: GovernanceStatus
}
/**
 * An aim and the activities that address it.
 */
export interface AimRow {
  /**
   * The aim.
   */
  aim: string
  /**
   * Its name.
   */
  name: string
  /**
   * How many priorities address it, of those not excluded on the day.
   */
  priorities: number
  /**
   * How many support it.
   */
  supports: number
  /**
   * How many contribute to it.
   */
  contributes: number
  /**
   * How many deliver it.
   */
  delivers: number
  /**
   * No aim is addressed by fewer.
   */
  least_served: boolean
  /**
   * The priorities that address it, each with how strongly; null where that is not stated.
   */
  activities: {
    [k: string]: Strength | null
  }
}
/**
 * What a body does for a goal.
 */
export interface GoalBody {
  /**
   * The goal.
   */
  goal: string
  /**
   * The body.
   */
  body: string
  /**
   * Priorities that serve the goal, those excluded left out.
   */
  priorities: number
  /**
   * Priorities per level.
   */
  counts: Counts
  /**
   * Priorities that serve it beside another goal, and are counted there.
   */
  beside: number
  /**
   * The worst level of those priorities that are assessed.
   */
  worst: Level | null
}
/**
 * A network's mix of quick and lasting work, and its away day.
 */
export interface BodyRow {
  /**
   * The network.
   */
  body: string
  /**
   * Quick wins, of the priorities not excluded on the day.
   */
  quick_wins: number
  /**
   * Transformative priorities.
   */
  transformative: number
  /**
   * Priorities of which neither is stated.
   */
  not_stated: number
  /**
   * The last away day held.
   */
  last_away_day: Day | null
}
/**
 * A review and its panel.
 */
export interface ReviewRow {
  /**
   * The review.
   */
  id: string
  /**
   * What kind of review it is.
   */
  kind: ReviewKind
  /**
   * What kind of thing was reviewed.
   */
  subject_kind: SubjectKind
  /**
   * What was reviewed.
   */
  subject: string
  /**
   * The day of the review.
   */
  reviewed_on: Day | null
  /**
   * What it found.
   */
  outcome: string | null
  /**
   * Members of the panel.
   */
  panel: number
  /**
   * Those whose profession is a clinical one.
   */
  clinical: number
  /**
   * Those whose profession is not stated.
   */
  not_stated: number
  /**
   * Those from another organisation than the one that proposes; null where that is not known.
   */
  outside: number | null
}
/**
 * A decision: how long it took, whether it was quorate, and what the votes say.
 */
export interface DecisionRow {
  /**
   * The decision.
   */
  id: string
  /**
   * The body that decided.
   */
  body: string
  /**
   * How it was taken.
   */
  route: DecisionRoute
  /**
   * The meeting, or the one that ratified it.
   */
  meeting: string | null
  /**
   * What kind of meeting it is.
   */
  meeting_kind: MeetingKind | null
  /**
   * The day the question was raised.
   */
  raised_on: Day | null
  /**
   * The day it was decided.
   */
  decided_on: Day | null
  /**
   * Days from one to the other.
   */
  lead_days: number | null
  /**
   * Whether it was quorate; null where no rule or no attendance says.
   */
  quorate: boolean | null
  /**
   * What the quorum lacked.
   */
  failed: QuorumRow[]
  /**
   * The fewest further absences that would have ended the quorum.
   */
  fewest_absences_to_break: number | null
  /**
   * How the votes recorded ended by the body's rule; null without rule or votes.
   */
  vote: TallyResult | null
  /**
   * The option that the votes carry.
   */
  carried: string | null
  /**
   * The outcome recorded.
   */
  outcome: string | null
  /**
   * Organisations that stood aside.
   */
  recused: string[]
}
/**
 * One thing that a quorum asks for, and how it stands.
 */
export interface QuorumRow {
  /**
   * What is asked for.
   */
  rule: QuorumTest
  /**
   * Of which organisation; null where it is asked of the whole.
   */
  organisation: string | null
  /**
   * Of which role; null where it is asked of everybody.
   */
  role: string | null
  /**
   * How many are needed.
   */
  required: number
  /**
   * How many there are.
   */
  present: number
  /**
   * How many are lacking; 0 where it is met.
   */
  short_by: number
  /**
   * The fewest further absences that would break it; null where it is broken, or nothing is required.
   */
  absences_to_break: number | null
}
/**
 * A declared count beside the one counted.
 */
export interface CountRow {
  /**
   * What was counted.
   */
  of: Counted
  /**
   * Of which kind or role; null for all.
   */
  kind: string | null
  /**
   * The day it speaks of; the day of the report where none is stated.
   */
  as_at: Day
  /**
   * How many were declared.
   */
  declared: number
  /**
   * How many the document holds.
   */
  counted: number
  /**
   * Where the declared count comes from.
   */
  source: string | null
}
/**
 * How far an improvement has spread.
 */
export interface Delivery {
  /**
   * The priority.
   */
  priority: string
  /**
   * Its body.
   */
  body: string
  /**
   * How many of the organisations have it.
   */
  delivered: number
  /**
   * How many it is for: those that take part, else the members of the collaborative.
   */
  of: number
  /**
   * Those that have it.
   */
  organisations: string[]
  /**
   * Those that have not.
   */
  missing: string[]
  /**
   * The first day and the last on which it was delivered, where they are stated.
   */
  first_on: Day | null
  /**
   * The last day on which it was delivered.
   */
  last_on: Day | null
}
/**
 * One thing that is counted by organisation, and whether representation is as it should be.
 */
export interface Holding {
  /**
   * What is counted.
   */
  what: Held
  /**
   * For what part of the programme.
   */
  scope: Scope
  /**
   * Which programme, body, goal, exercise or profession; null for an exercise without an identifier.
   */
  id: string | null
  /**
   * Posts of this role alone; null for all roles, and where no posts are counted.
   */
  role: string | null
  /**
   * Meetings of this kind alone; null for all kinds, and where no meetings are counted.
   */
  meeting_kind: MeetingKind | null
  /**
   * What is compared instead of organisations: `profession`, or a code of organisations such as `place`; else null.
   */
  by: string | null
  /**
   * The size that entitlements follow, such as `staff_wte`; null for equal shares, and where each is held to all
   * there was.
   */
  shares: string | null
  /**
   * The first day counted; null where the day of the report alone counts.
   */
  from: Day | null
  /**
   * The last day counted.
   */
  to: Day
  /**
   * How many are held by organisations that are no members, which the check leaves out.
   */
  outside: number
  /**
   * The check.
   */
  check: RepresentationCheck
  /**
   * Of chairs and hosts in the programme and in a body: how all turns on record have gone round, those before `from`
   * too, with who has waited longest. Else null.
   */
  rotation: Rotation | null
}
/**
 * Who holds how much, and how far that is from the best that there can be.
 */
export interface RepresentationCheck {
  /**
   * How many each organisation holds; null where that is not known.
   */
  counts: {
    [k: string]: number | null
  }
  /**
   * All of them, as far as they are known.
   */
  total: number
  /**
   * People without an organisation, who are not in the total.
   */
  unattributed: number
  /**
   * What each is entitled to of this total; of a rate: of all there was to attend.
   */
  entitlement: {
    [k: string]: number
  }
  /**
   * The best arrangement of this total; null for a rate, and where a count is not known.
   */
  best_possible: BestArrangement | null
  /**
   * True where what is held is a best arrangement.
   */
  as_equal_as_possible: boolean | null
  /**
   * The largest count less the smallest.
   */
  spread: number | null
  /**
   * Those furthest below their entitlement; empty where nobody is below.
   */
  worst_off: string[]
  /**
   * Those who hold nothing and are entitled to something.
   */
  zeros: ZeroRepresentation[]
  /**
   * How many posts must move to reach a best arrangement: no fewer will do.
   */
  moves_needed: number | null
  /**
   * One list of moves that does it.
   */
  moves: Move[] | null
  /**
   * Who appoints next, and who after that if the first of them does; several are equally due.
   */
  next: string[][] | null
  /**
   * How uneven it is, between the least and the most that can be; null where nothing is held.
   */
  indices: UnevennessIndex[] | null
  /**
   * A footnote on chance, and never a verdict; null where there are too many arrangements to look at, and in the
   * rows of a report.
   */
  exact: ExactTest | null
  /**
   * The same by whole-time equivalents; null where none are given.
   */
  wte: Wte | null
  /**
   * Whether representation is as it should be.
   */
  status: CheckStatus
  /**
   * Why, and what else there is to know.
   */
  findings: Finding[]
}
/**
 * The best arrangement that there is for this number of posts: as near to the entitlements as whole numbers come.
 */
export interface BestArrangement {
  /**
   * Posts that each organisation has in every best arrangement.
   */
  seats: {
    [k: string]: number
  }
  /**
   * Organisations of which any may have one more; empty where there is one best arrangement only.
   */
  tied: string[]
  /**
   * How many of the tied have one more.
   */
  to_draw: number
  /**
   * The best arrangement that the fewest moves lead to; among several, the first in the order of ids.
   */
  nearest: {
    [k: string]: number
  }
}
/**
 * An organisation that holds nothing and is entitled to something.
 */
export interface ZeroRepresentation {
  /**
   * Who.
   */
  organisation: string
  /**
   * False where so many must be without: fewer posts than organisations.
   */
  avoidable: boolean
}
/**
 * Posts that pass from one organisation to another.
 */
export interface Move {
  /**
   * Who has more than in the best arrangement.
   */
  from: string
  /**
   * Who has fewer.
   */
  to: string
  /**
   * How many posts.
   */
  posts: number
}
/**
 * An index, with the least and the most it can be.
 */
export interface UnevennessIndex {
  /**
   * Which.
   */
  name: IndexName
  /**
   * Its value; null where it is not defined: no posts, one organisation (entropy), or someone entitled to nothing
   * (Sainte-Laguë, entropy).
   */
  value: number | null
  /**
   * The least that it can be for this total: at the best arrangement, of entropy at the worst. Of Gini with unequal
   * entitlements every arrangement is looked at; null there where they hold more than 200,000 counts together, and in
   * the rows of a report.
   */
  floor: number | null
  /**
   * The most that it can be: everything with the organisation entitled to least; of entropy at the best arrangement.
   */
  ceiling: number | null
  /**
   * 0 for the best that can be and 1 for the worst; null where there is nothing between.
   */
  rescaled: number | null
}
/**
 * How often chance alone gives an arrangement that is no likelier than this one.
 */
export interface ExactTest {
  /**
   * Always `footnote`: no verdict on fairness follows from it.
   */
  label: string
  /**
   * What chance is taken to be.
   */
  model: ExactModel
  /**
   * The probability of all arrangements that are no likelier than the one held (within one part in 10^9).
   */
  p: number
  /**
   * The mildest arrangement that this test tells from chance; null where it can tell none.
   */
  detectable: Detectable | null
  /**
   * How many arrangements are possible; with equal entitlements one stands for all its permutations.
   */
  arrangements: number
}
/**
 * The likeliest arrangement with a p of at most `level`.
 */
export interface Detectable {
  /**
   * 0.05, as is usual.
   */
  level: number
  /**
   * Posts by organisation in the order of the counts; with equal entitlements from the most to the fewest.
   */
  posts: number[]
  /**
   * Its p.
   */
  p: number
}
/**
 * The check by whole-time equivalents, which can be parted as finely as one likes.
 */
export interface Wte {
  /**
   * WTE by organisation; null where it is not given.
   */
  held: {
    [k: string]: number | null
  }
  /**
   * All of it.
   */
  total: number
  /**
   * The organisation's share of all of it.
   */
  entitlement: {
    [k: string]: number
  }
  /**
   * The largest less the smallest.
   */
  spread: number | null
  /**
   * Those furthest below their entitlement; empty where nobody is below.
   */
  worst_off: string[]
  /**
   * Met when everybody has exactly the entitlement or is within the tolerance stated; met as far as possible when
   * everybody is less than one day a week (0.2) from it.
   */
  status: CheckStatus
}
/**
 * Whose turn it is, and how the turns have gone round.
 */
export interface Rotation {
  /**
   * The day it speaks of.
   */
  as_at: Day
  /**
   * Turns counted: those up to that day, of members.
   */
  turns: number
  /**
   * One row for each organisation, in the order of the members.
   */
  balance: RotationRow[]
  /**
   * Members who have waited longest, one who never had a turn and joined at an unknown time before all others.
   */
  longest_wait: string[]
  /**
   * Whose turn is next: the member furthest below its fair part, then the one who has waited longer. Several are
   * equally due.
   */
  next: string[]
  /**
   * Met when everybody had exactly the fair part; met as far as possible when nobody is a whole turn from it.
   */
  status: CheckStatus
  /**
   * What there is to know beside.
   */
  findings: Finding[]
}
/**
 * How the turns of one organisation stand.
 */
export interface RotationRow {
  /**
   * Who.
   */
  organisation: string
  /**
   * A member on the day asked about.
   */
  member: boolean
  /**
   * Turns taken as a member.
   */
  turns: number
  /**
   * Its fair part: of every turn taken while it was a member, one part for each member of that day.
   */
  expected: number
  /**
   * Turns less the fair part.
   */
  difference: number
  /**
   * The day of its last turn; null where it had none.
   */
  last_on: Day | null
  /**
   * Days since that turn, else since it joined; null where neither is known.
   */
  waiting_days: number | null
}
/**
 * An exercise of a programme, ranked as at the day of the report: equal voice, means, 10,000 samples, seed 0.
 */
export interface AssessedExercise {
  /**
   * The exercise; null without an identifier.
   */
  id: string | null
  /**
   * Its name; null without one.
   */
  name: string | null
  /**
   * The body that asked.
   */
  body: string | null
  /**
   * First day of scoring.
   */
  opened_on: Day | null
  /**
   * Last day of scoring.
   */
  closed_on: Day | null
  /**
   * How many scores were given later than the day, or became known later, and so do not count.
   */
  later_scores: number
  /**
   * The ranking, and whether it is inside the noise.
   */
  result: Prioritisation
}
/**
 * A ranking, and whether it is inside the noise.
 */
export interface Prioritisation {
  /**
   * The proposals, best first; those without a total last, in the order of the exercise.
   */
  ranking: Ranked[]
  /**
   * The criteria with their weights, and how far each weight could move.
   */
  weights: CriterionWeight[]
  /**
   * The smallest change of weights that makes another proposal draw level with the winner. Null where no change
   * does, or where the winner lacks a score.
   */
  smallest_flip: Flip | null
  /**
   * Whose voice counted how much, and what another choice would change.
   */
  voices: Voices
  /**
   * What changes when one organisation, or one scorer, is left out.
   */
  leave_one_out: LeaveOneOut
  /**
   * Ranks under many random weights; null without samples or above 200 proposals.
   */
  acceptability: Acceptability | null
  /**
   * Who is certainly above and below the cut; null without a cut.
   */
  cut_line: CutLine | null
  /**
   * How far the organisations agree.
   */
  disagreement: Disagreement
  /**
   * Declared interests: the ranking without them, and home advantage.
   */
  interests: Interests
  /**
   * The ranking by other methods; null above 200 proposals.
   */
  cross_checks: CrossChecks | null
  /**
   * What a reader should know before trusting the list.
   */
  findings: Finding[]
}
/**
 * One proposal in the ranking.
 */
export interface Ranked {
  /**
   * The proposal.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * Its rank: 1 and how many are better; null without a total.
   */
  rank: number | null
  /**
   * The mean of the ranks that joint proposals take up together.
   */
  mid_rank: number | null
  /**
   * True where another proposal has exactly the same total.
   */
  joint: boolean
  /**
   * From 0 (the worst on every criterion) to 1 (the best); null where nobody scored it on a criterion with
   * weight.
   */
  total: number | null
  /**
   * What the total is made of.
   */
  contributions: Contributions
  /**
   * The share of the weight that lies on criteria on which it was scored.
   */
  weight_coverage: number
  /**
   * The best and the worst rank it could have, whatever the missing scores are.
   */
  possible_ranks: [number, number]
  /**
   * Proposals that are at least as good on every criterion and better on one: the best 100 of them.
   */
  dominated_by: string[]
  /**
   * True where some weights make it the best (joint best counts); null where a score is missing.
   */
  potentially_best: boolean | null
}
/**
 * The parts of a total. Before they are rounded each list adds up to the total exactly.
 */
export interface Contributions {
  /**
   * By criterion: share of the weight x value; null where nobody scored it.
   */
  criteria: {
    [k: string]: number | null
  }
  /**
   * By organisation; null where it has no voice in the total.
   */
  organisations: {
    [k: string]: number | null
  }
}
/**
 * A criterion's weight.
 */
export interface CriterionWeight {
  /**
   * The criterion.
   */
  id: string
  /**
   * The weight as stated.
   */
  stated: number
  /**
   * Its share of all weights.
   */
  normalised: number
  /**
   * Its share of weight x spread (standard deviation over the proposals): what it really decides. Null where no
   * criterion tells any proposals apart.
   */
  effective: number | null
  /**
   * Between which shares of the weight nothing changes, the other weights keeping their proportions.
   */
  stability: Stability
}
/**
 * Stability intervals of one weight, among the proposals that have a total; null where no other criterion has
 * weight, or nothing is ranked.
 */
export interface Stability {
  /**
   * While the winner (or each joint winner) stays first.
   */
  winner: Interval | null
  /**
   * While the same proposals are above the cut; null without a cut.
   */
  top: Interval | null
  /**
   * While the whole order stays.
   */
  order: Interval | null
}
/**
 * Between which shares of the weight something stays as it is, both ends included.
 */
export interface Interval {
  /**
   * The lowest share.
   */
  lower: number
  /**
   * The highest share.
   */
  upper: number
  /**
   * What happens below the lowest; null where nothing does down to 0.
   */
  below: Bound | null
  /**
   * What happens above the highest; null where nothing does up to 1.
   */
  above: Bound | null
}
/**
 * Who overtakes whom.
 */
export interface Bound {
  /**
   * The proposal that rises.
   */
  challenger: string
  /**
   * The proposal it overtakes.
   */
  overtakes: string
}
/**
 * The smallest change of weights with which another proposal draws level with the winner.
 */
export interface Flip {
  /**
   * The other proposal.
   */
  challenger: string
  /**
   * The share of the whole weight that has to move.
   */
  moved: number
  /**
   * The shares of the weight after it.
   */
  weights: {
    [k: string]: number
  }
}
/**
 * Whose voice counted how much.
 */
export interface Voices {
  /**
   * The rule used.
   */
  voice: VoiceKind
  /**
   * How an organisation's scorers (all scorers, where pooled) become one score.
   */
  average: Average
  /**
   * One row per organisation.
   */
  organisations: OrganisationVoice[]
  /**
   * What other choices would give.
   */
  alternatives: Alternative[]
}
/**
 * One organisation's voice.
 */
export interface OrganisationVoice {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * How many scorers it has.
   */
  scorers: number
  /**
   * How many scores they gave.
   */
  scores: number
  /**
   * Its share of the voice where everybody scored everything.
   */
  share: number
  /**
   * Its share of the scorers.
   */
  share_of_scorers: number
}
/**
 * The ranking that another choice of voice or average would give.
 */
export interface Alternative {
  /**
   * The rule.
   */
  voice: VoiceKind
  /**
   * The average.
   */
  average: Average
  /**
   * True where each scorer's leniency was taken off first: how much higher he or she scores than all together do
   * on the same cells. Totals are then rounded to a thousand-millionth.
   */
  leniency_adjusted: boolean
  /**
   * Who would come first.
   */
  winners: string[]
  /**
   * True if that differs.
   */
  winner_changed: boolean
  /**
   * How many proposals would have another rank.
   */
  moved: number
  /**
   * The rank of each proposal.
   */
  ranks: {
    [k: string]: number | null
  }
}
/**
 * What changes when one voice is left out.
 */
export interface LeaveOneOut {
  /**
   * One row per organisation; empty where there is only one.
   */
  organisations: LeftOut[]
  /**
   * Organisations without which somebody else would come first.
   */
  swing_organisations: string[]
  /**
   * How many scorers were left out in turn.
   */
  scorers_tried: number
  /**
   * Without how many of them somebody else would come first.
   */
  swing_scorers: number
  /**
   * One row per scorer; null unless scorers are to be named.
   */
  scorers: LeftOut[] | null
}
/**
 * The ranking without one voice.
 */
export interface LeftOut {
  /**
   * The organisation or the scorer.
   */
  left_out: string
  /**
   * Who would come first.
   */
  winners: string[]
  /**
   * True if that differs.
   */
  winner_changed: boolean
  /**
   * How many proposals would have another rank.
   */
  moved: number
  /**
   * The largest change of a rank.
   */
  largest_move: number
  /**
   * The rank of each proposal.
   */
  ranks: {
    [k: string]: number | null
  }
}
/**
 * Ranks under random weights. The standard error of a share p over n samples is the square root of p (1 - p) / n.
 */
export interface Acceptability {
  /**
   * Which weights were sampled.
   */
  weights: SamplingKind
  /**
   * How many.
   */
  samples: number
  /**
   * The seed.
   */
  seed: number
  /**
   * The proposals, in the order of the ranking.
   */
  rows: Acceptable[]
  /**
   * Row by row the share of samples in which the row's proposal stands strictly above the column's, both in the
   * order of the ranking.
   */
  pairwise: number[][]
}
/**
 * One proposal under random weights.
 */
export interface Acceptable {
  /**
   * The proposal.
   */
  id: string
  /**
   * The share of samples in which it has rank 1, 2, ...; joint ranks are shared out.
   */
  ranks: number[]
  /**
   * The standard error of each of these.
   */
  standard_errors: number[]
  /**
   * The mean of the weights with which it comes first; null where none of the samples puts it first.
   */
  central_weights: {
    [k: string]: number
  } | null
  /**
   * How certainly its central weights put it first, the scores being as given: 1, or 0, or its part of a joint
   * first rank.
   */
  confidence: number | null
}
/**
 * The first k, and how certain they are.
 */
export interface CutLine {
  /**
   * k.
   */
  cut: number
  /**
   * Certainly among the first k.
   */
  certainly_in: string[]
  /**
   * Depends on what is tried.
   */
  grey_zone: string[]
  /**
   * Certainly not.
   */
  certainly_out: string[]
  /**
   * The part of itself by which each weight was changed.
   */
  weight_change: number
  /**
   * From which share of the samples on a place above the cut (or below it) is certain.
   */
  certainty: number
  /**
   * The proposals, in the order of the ranking.
   */
  rows: AtCut[]
}
/**
 * One proposal at the cut.
 */
export interface AtCut {
  /**
   * The proposal.
   */
  id: string
  /**
   * Its rank.
   */
  rank: number | null
  /**
   * Where it stands.
   */
  standing: Standing
  /**
   * What could move it across the cut.
   */
  doubts: Doubt[]
  /**
   * The share of samples in which it is among the first k; null without samples.
   */
  within_cut: number | null
}
/**
 * How far the organisations agree.
 */
export interface Disagreement {
  /**
   * The proposals, in the order of the ranking.
   */
  rows: Disputed[]
  /**
   * Kendall's coefficient of concordance W between the organisations' rankings, corrected for ties: from 0 (none)
   * to 1 (the same ranking). Over the proposals that all of them have a total for. Null below two organisations
   * or two proposals, or where nobody tells any apart.
   */
  concordance: number | null
  /**
   * How many proposals that is over.
   */
  compared: number
  /**
   * The share of permutations with at least that much agreement; null for larger tables (more than 100 ranks).
   */
  p_value: number | null
  /**
   * True if all permutations were tried, false if 2,000 random ones were; null without a p-value.
   */
  p_exact: boolean | null
  /**
   * Kendall's tau-b of each pair of organisations; none above 20 organisations or 500 proposals.
   */
  pairs: PairAgreement[]
}
/**
 * How the organisations see one proposal.
 */
export interface Disputed {
  /**
   * The proposal.
   */
  id: string
  /**
   * Each organisation's own total; null where it has none.
   */
  totals: {
    [k: string]: number | null
  }
  /**
   * The rank it has in each organisation's own ranking.
   */
  ranks: {
    [k: string]: number | null
  }
  /**
   * The standard deviation of the organisations' totals; null below two.
   */
  spread: number | null
  /**
   * The organisations with the highest total.
   */
  highest: string[]
  /**
   * The organisations with the lowest total; empty where all agree.
   */
  lowest: string[]
}
/**
 * How far two organisations rank alike.
 */
export interface PairAgreement {
  /**
   * One.
   */
  a: string
  /**
   * The other.
   */
  b: string
  /**
   * From -1 (opposite) to 1 (the same); null where one of them tells nothing apart.
   */
  tau_b: number | null
}
/**
 * What declared interests change.
 */
export interface Interests {
  /**
   * Proposals in which an organisation has an interest, in the order of the exercise.
   */
  rows: Interested[]
  /**
   * Who would come first if no organisation scored what it has an interest in; null where none has one.
   */
  winners: string[] | null
  /**
   * True if that differs; null where none has an interest.
   */
  winner_changed: boolean | null
  /**
   * How many proposals would have another rank.
   */
  moved: number
  /**
   * How organisations score what they have an interest in.
   */
  home_advantage: HomeAdvantage[]
}
/**
 * One proposal without the organisations that have an interest in it.
 */
export interface Interested {
  /**
   * The proposal.
   */
  id: string
  /**
   * The organisations with an interest.
   */
  organisations: string[]
  /**
   * Its total.
   */
  total: number | null
  /**
   * Its total without them; null where nobody else scored it.
   */
  total_without: number | null
  /**
   * Its rank.
   */
  rank: number | null
  /**
   * Its rank if no organisation scored what it has an interest in.
   */
  rank_without: number | null
}
/**
 * Whether an organisation scores its own higher than others do.
 */
export interface HomeAdvantage {
  /**
   * The organisation.
   */
  organisation: string
  /**
   * How many proposals it has an interest in that others without an interest scored too.
   */
  proposals: number
  /**
   * How much higher it scores them than the others, on the mean of their totals; null without such a proposal.
   */
  own: number | null
  /**
   * How much higher it scores all other proposals than the others do; null without such a proposal.
   */
  others: number | null
  /**
   * The difference of the two: what cannot be its general leniency. Null where either is.
   */
  advantage: number | null
}
/**
 * The ranking by other methods, of the proposals that are scored on every criterion with weight.
 */
export interface CrossChecks {
  /**
   * Proposals that lack a score, and so are left out of every cross-check.
   */
  left_out: string[]
  /**
   * One row per method.
   */
  rows: CrossCheck[]
}
/**
 * What another method would give.
 */
export interface CrossCheck {
  /**
   * The method.
   */
  method: ScoreMethod
  /**
   * How columns were scaled; null for PROMETHEE II, which compares the values as they are.
   */
  normalisation: Normalisation | null
  /**
   * Who would come first.
   */
  winners: string[]
  /**
   * True if that differs from the additive ranking of the same proposals.
   */
  winner_changed: boolean
  /**
   * How many proposals would have another rank.
   */
  moved: number
  /**
   * The largest change of a rank.
   */
  largest_move: number
  /**
   * VIKOR: the proposals that stand together as the compromise, best first; null for other methods.
   */
  compromise: string[] | null
  /**
   * Proposals whose leaving would turn two others round by this method; null above 100 proposals.
   */
  reversed_by: string[] | null
  /**
   * The first such case; null where there is none.
   */
  reversal: Reversal | null
  /**
   * The rank of each proposal; null where it was left out.
   */
  ranks: {
    [k: string]: number | null
  }
}
/**
 * Two proposals whose order depends on a third.
 */
export interface Reversal {
  /**
   * The proposal whose leaving turns them round.
   */
  left_out: string
  /**
   * The one above, while that proposal is there.
   */
  above: string
  /**
   * The one below, while that proposal is there.
   */
  below: string
}
/**
 * An indicator in one organisation, or in the whole, judged as it stood on the day and was known.
 */
export interface AssessedIndicator {
  /**
   * The indicator.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * The organisation; null: the whole.
   */
  organisation: string | null
  /**
   * The name of the organisation.
   */
  organisation_name: string | null
  /**
   * What kind of figure it is.
   */
  kind: IndicatorKind
  /**
   * The unit, such as patients.
   */
  unit: string | null
  /**
   * A rate is told per so many; null: per 1, or no rate.
   */
  per: number | null
  /**
   * Which way is better.
   */
  improvement_direction: ImprovementDirection
  /**
   * The goals it speaks of.
   */
  goals: string[]
  /**
   * The priorities whose benefit it shows.
   */
  priorities: string[]
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * How many periods have a figure.
   */
  n: number
  /**
   * How many were not reported.
   */
  missing: number
  /**
   * How many are too small to publish: never 0.
   */
  suppressed: number
  /**
   * How many have no meaning here.
   */
  not_applicable: number
  /**
   * How many figures are still to be confirmed.
   */
  provisional: number
  /**
   * The first period, with a figure or without.
   */
  first_period: string | null
  /**
   * The last period that ended by the day.
   */
  last_period: string | null
  /**
   * The last period that has a figure and was not left out.
   */
  latest_period: string | null
  /**
   * That figure; a proportion from 0 to 1.
   */
  latest_value: number | null
  /**
   * True where a run chart takes the place of limits and icons.
   */
  run_chart: boolean
  /**
   * What the last point says.
   */
  variation: SpcVariation
  /**
   * What the limits say about the target in force.
   */
  assurance: SpcAssurance
  /**
   * What happened by the day, here or to the whole.
   */
  annotations: IndicatorAnnotation[]
  /**
   * Periods that have no figure.
   */
  without_figure: WithoutFigure[]
  /**
   * Periods whose figures are still to be confirmed.
   */
  provisional_periods: string[]
  /**
   * The series judged, as `spc` has it.
   */
  result: Spc
}
/**
 * What the last point says.
 */
export interface SpcVariation {
  /**
   * The icon; null on a run chart, and where no point counts.
   */
  icon: VariationIcon | null
  /**
   * The date since when it says so without a break; null for common cause, and without dates.
   */
  since: string | null
  /**
   * The place of that point.
   */
  since_index: number | null
  /**
   * The rules that the last point fired.
   */
  rules: SpcRule[]
}
/**
 * What the limits say about a target.
 */
export interface SpcAssurance {
  /**
   * The icon; null without a target, a direction or limits.
   */
  icon: AssuranceIcon | null
  /**
   * Whose target it is.
   */
  name: string | null
  /**
   * The target.
   */
  target: number | null
  /**
   * How far the process is from passing it.
   */
  distance: AssuranceDistance | null
}
/**
 * How far a process is from passing its target, if its variation stays as it is.
 */
export interface AssuranceDistance {
  /**
   * The mean that would pass.
   */
  mean_needed: number
  /**
   * How far the mean has to move for that; of the other sign, how far it is beyond.
   */
  units: number
  /**
   * The same in sigma; null where nothing varies.
   */
  sigma: number | null
  /**
   * The chance that the next point meets the target by common cause, if points are spread normally.
   */
  chance: number
}
/**
 * Something that happened and may show in the figures.
 */
export interface IndicatorAnnotation {
  /**
   * The day.
   */
  on: Day
  /**
   * What happened.
   */
  text: string
  /**
   * The organisation concerned.
   */
  organisation: string | null
  /**
   * The priority concerned.
   */
  priority: string | null
}
/**
 * A period that has no figure.
 */
export interface WithoutFigure {
  /**
   * The period.
   */
  period: string
  /**
   * Why.
   */
  status: WhyNoFigure
  /**
   * A suppressed count is at most this.
   */
  upper_bound: number | null
}
/**
 * A series judged.
 */
export interface Spc {
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * Every setting.
   */
  options: SpcSettings
  /**
   * The chart that was asked for.
   */
  chart: SpcChart
  /**
   * True where a run chart takes its place: no limits, no icons.
   */
  run_chart: boolean
  /**
   * Which way is better.
   */
  improvement_direction: ImprovementDirection
  /**
   * What wins where rules of equal rank speak for both sides.
   */
  conflict: ConflictRule
  /**
   * One row for each value, in their order.
   */
  points: SpcPoint[]
  /**
   * One row for each partition.
   */
  partitions: SpcPartition[]
  /**
   * Who chose to recalculate at a point or to leave it out, why and when, as it was noted.
   */
  notes: PointNote[]
  /**
   * What the last point says.
   */
  variation: SpcVariation
  /**
   * What the limits say about the target in force.
   */
  assurance: SpcAssurance
  /**
   * The same for each target in force, by name.
   */
  assurances: SpcAssurance[]
  /**
   * How far a run beside the mean has come.
   */
  run_so_far: SoFar | null
  /**
   * How far a trend has come.
   */
  trend_so_far: SoFar | null
  /**
   * Of a chart of runs, in its last partition: the longest run, and how often the median is crossed.
   */
  runs: MedianRuns | null
  /**
   * Where the next value would have to be to fire each rule, judged as `spc` would judge it then: it moves the
   * lines that nothing fixes. Null on run charts, and of `p_prime` and `u_prime`.
   */
  triggers: RuleTrigger[] | null
  /**
   * Where the next value would have to be not to fire a rule that the last point fired.
   */
  clears: RuleTrigger[] | null
  /**
   * What else there is to know.
   */
  findings: Finding[]
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * Every setting of an answer: the preset, with what was set apart from it.
 */
export interface SpcSettings {
  /**
   * See `SpcOptions.shift`.
   */
  shift: number
  /**
   * See `SpcOptions.trend`.
   */
  trend: number
  /**
   * See `SpcOptions.two_of_three`.
   */
  two_of_three: TwoOfThree
  /**
   * See `SpcOptions.single_point`.
   */
  single_point: boolean
  /**
   * See `SpcOptions.screening`.
   */
  screening: Screening
  /**
   * See `SpcOptions.minimum_points`.
   */
  minimum_points: number
  /**
   * See `SpcOptions.short_series`.
   */
  short_series: ShortSeries
  /**
   * See `SpcOptions.ties`.
   */
  ties: TiesRule
  /**
   * See `SpcOptions.missing`.
   */
  missing: MissingRule
  /**
   * See `SpcOptions.equality`.
   */
  equality: EqualityRule
  /**
   * See `SpcOptions.trend_crosses_partitions`.
   */
  trend_crosses_partitions: boolean
  /**
   * See `SpcOptions.factor`.
   */
  factor: number
  /**
   * See `SpcOptions.precedence`.
   */
  precedence: RuleFamily[]
  /**
   * See `SpcOptions.clamp`.
   */
  clamp: ClampRange | null
  /**
   * See `SpcOptions.expected_frequency`.
   */
  expected_frequency: PointFrequency | null
  /**
   * See `SpcOptions.compat_faults`.
   */
  compat_faults: boolean
}
/**
 * The least and the most that a line is shown at.
 */
export interface ClampRange {
  /**
   * The least.
   */
  min: number | null
  /**
   * The most.
   */
  max: number | null
}
/**
 * One value, with its lines and what is said of it.
 */
export interface SpcPoint {
  /**
   * Its place, from 0.
   */
  index: number
  /**
   * Its date or period.
   */
  date: string | null
  /**
   * The value; days since the last event, or a rate.
   */
  value: number | null
  /**
   * Left out of everything but the picture.
   */
  ghosted: boolean
  /**
   * The partition that it is in.
   */
  partition: number
  /**
   * The mean; of a G chart the median, of a T chart the mean of the roots raised again.
   */
  mean: number | null
  /**
   * Three sigma below.
   */
  lower_limit: number | null
  /**
   * Two sigma below.
   */
  lower_two_sigma: number | null
  /**
   * One sigma below.
   */
  lower_one_sigma: number | null
  /**
   * One sigma above.
   */
  upper_one_sigma: number | null
  /**
   * Two sigma above.
   */
  upper_two_sigma: number | null
  /**
   * Three sigma above.
   */
  upper_limit: number | null
  /**
   * The difference from the value before, whatever its partition.
   */
  moving_range: number | null
  /**
   * True for a moving range of more than 3.267 times the mean one.
   */
  high_moving_range: boolean
  /**
   * Every rule that it fired.
   */
  rules: SpcRule[]
  /**
   * What is said of it; null of points that do not count, and on a run chart.
   */
  status: PointStatus | null
  /**
   * Rules of both sides fired.
   */
  conflict: boolean
  /**
   * The target in force.
   */
  target: number | null
}
/**
 * The lines of a partition; null where each point has its own.
 */
export interface SpcPartition {
  /**
   * Its number: 0 for the baseline, from 1 for the others.
   */
  index: number
  /**
   * The place of its first point.
   */
  first: number
  /**
   * The place of its last point.
   */
  last: number
  /**
   * How many of its points count.
   */
  n: number
  /**
   * The mean.
   */
  mean: number | null
  /**
   * The mean moving range.
   */
  mean_moving_range: number | null
  /**
   * Moving ranges above this are high.
   */
  moving_range_limit: number | null
  /**
   * Three sigma below.
   */
  lower_limit: number | null
  /**
   * Two sigma below.
   */
  lower_two_sigma: number | null
  /**
   * One sigma below.
   */
  lower_one_sigma: number | null
  /**
   * One sigma above.
   */
  upper_one_sigma: number | null
  /**
   * Two sigma above.
   */
  upper_two_sigma: number | null
  /**
   * Three sigma above.
   */
  upper_limit: number | null
}
/**
 * Who chose what about a point, why and when.
 */
export interface PointNote {
  /**
   * The place of the point.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * What was chosen.
   */
  kind: PointNoteKind
  /**
   * Who decided it.
   */
  by: string | null
  /**
   * Why.
   */
  why: string | null
  /**
   * The day it was decided.
   */
  on: Day | null
}
/**
 * How far a run or a trend has come.
 */
export interface SoFar {
  /**
   * Its side; null where the last point is on the mean, or as the one before.
   */
  side: SpcSide | null
  /**
   * So many points: of a run 0 on the mean, of a trend 1 for a step that neither rises nor falls.
   */
  points: number
  /**
   * Of so many that make it a special cause.
   */
  of: number
}
/**
 * Runs about a median, and what chance would give (Anhøj).
 */
export interface MedianRuns {
  /**
   * The points that are not on the median.
   */
  n: number
  /**
   * The longest run on one side.
   */
  longest: number
  /**
   * The longest that chance would give.
   */
  longest_expected: number
  /**
   * How often the median is crossed.
   */
  crossings: number
  /**
   * The fewest crossings that chance would give.
   */
  fewest_expected: number
  /**
   * True if either is beyond chance.
   */
  signal: boolean
}
/**
 * Values of the next point that fire a rule, or do not: those between two bounds. A rule may have several rows.
 */
export interface RuleTrigger {
  /**
   * The rule.
   */
  rule: SpcRule
  /**
   * Values above this; null where there is no such bound.
   */
  above: number | null
  /**
   * Values below this; null where there is no such bound.
   */
  below: number | null
}
/**
 * How many series have which icon. A series is an indicator in one organisation, or in the whole.
 */
export interface IndicatorSummary {
  /**
   * For what part.
   */
  scope: IndicatorScope
  /**
   * Its identifier.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * How many indicators.
   */
  indicators: number
  /**
   * How many series; the icons of variation add up to it, and so do those of assurance.
   */
  series: number
  /**
   * Improvement, high.
   */
  improvement_high: number
  /**
   * Improvement, low.
   */
  improvement_low: number
  /**
   * Concern, high.
   */
  concern_high: number
  /**
   * Concern, low.
   */
  concern_low: number
  /**
   * High, where neither side is better.
   */
  high: number
  /**
   * Low, where neither side is better.
   */
  low: number
  /**
   * No special cause.
   */
  common_cause: number
  /**
   * No icon of variation: too few points, or no figures.
   */
  no_variation: number
  /**
   * The target is met.
   */
  pass: number
  /**
   * The target is met or missed by chance.
   */
  hit_or_miss: number
  /**
   * The target is missed.
   */
  fail: number
  /**
   * No icon of assurance: no target, no direction, or no limits.
   */
  no_assurance: number
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
 * What changed between two dates, and what changed it. Lists are flat.
 */
export interface Comparison {
  /**
   * The earlier date, seen as it was known on that day.
   */
  since: Day
  /**
   * The later date.
   */
  as_at: Day
  /**
   * At the later date only what was recorded by this day counts; null: everything recorded.
   */
  known_at: Day | null
  /**
   * The programme.
   */
  programme: Named
  /**
   * Invented for illustration: every rendering says so.
   */
  illustrative: boolean
  /**
   * The policy that both dates are judged by, whole.
   */
  policy: StatusPolicy
  /**
   * The policy in use at the earlier date, where that was another.
   */
  former_policy: StatusPolicy | null
  /**
   * True if the earlier date was judged by another policy: by the argument, or by a snapshot of that date.
   */
  policy_changed: boolean
  /**
   * Priorities that changed.
   */
  items: ItemChange[]
  /**
   * How many priorities did not change.
   */
  unchanged: number
  /**
   * Every node, changed or not.
   */
  nodes: NodeChange[]
  /**
   * What changed each level: dominating first, then severity, code and subject.
   */
  findings: Finding[]
  /**
   * False where a limit kept causes from being looked for, or gave a set that may not be the smallest.
   */
  causes_exact: boolean
}
/**
 * A priority that changed, with what it was and what it is.
 */
export interface ItemChange {
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
   * How it changed.
   */
  changes: Change[]
  /**
   * The level at the earlier date.
   */
  level_since: Level
  /**
   * The level now.
   */
  level: Level
  /**
   * The level at the earlier date by the former policy; null without one.
   */
  level_by_former_policy: Level | null
  /**
   * Why it was excluded or not assessed.
   */
  reason_since: Reason | null
  /**
   * Why it is excluded or not assessed.
   */
  reason: Reason | null
  /**
   * The level by the rules alone at the earlier date.
   */
  computed_level_since: Level
  /**
   * The level by the rules alone now.
   */
  computed_level: Level
  /**
   * The level reported by the earlier date.
   */
  reported_level_since: ReportedLevel | null
  /**
   * The level reported now.
   */
  reported_level: ReportedLevel | null
  /**
   * The finish of the baseline in force at the earlier date.
   */
  baseline_finish_since: Day | null
  /**
   * The finish of the baseline in force now.
   */
  baseline_finish: Day | null
  /**
   * The forecast at the earlier date.
   */
  forecast_finish_since: Day | null
  /**
   * The forecast now.
   */
  forecast_finish: Day | null
  /**
   * The finish expected by the rules at the earlier date.
   */
  expected_finish_since: Day | null
  /**
   * The finish expected by the rules now.
   */
  expected_finish: Day | null
  /**
   * Days of slip at the earlier date.
   */
  slip_days_since: number | null
  /**
   * Days of slip now.
   */
  slip_days: number | null
  /**
   * What changed its level: identifiers of updates, blockers and overrides, versions of baselines. The findings
   * say more.
   */
  caused_by: string[]
}
/**
 * A node with what it was and what it is, and how many items below it changed in which way.
 */
export interface NodeChange {
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
   * The node above.
   */
  parent: string | null
  /**
   * How it changed itself; empty where it did not.
   */
  changes: Change[]
  /**
   * The level at the earlier date.
   */
  level_since: Level
  /**
   * The level now.
   */
  level: Level
  /**
   * The level at the earlier date by the former policy; null without one.
   */
  level_by_former_policy: Level | null
  /**
   * The level without any override at the earlier date.
   */
  computed_level_since: Level
  /**
   * The level without any override now.
   */
  computed_level: Level
  /**
   * Leaves per level at the earlier date.
   */
  counts_since: Counts
  /**
   * Leaves per level now.
   */
  counts: Counts
  /**
   * Items below it that worsened.
   */
  worsened: number
  /**
   * Items below it that improved.
   */
  improved: number
  /**
   * Items below it that are new.
   */
  new: number
  /**
   * Items below it that were removed.
   */
  removed: number
  /**
   * Items below it that were completed.
   */
  completed: number
  /**
   * Items below it that were held to another baseline.
   */
  rebaselined: number
  /**
   * Items below it without any change.
   */
  unchanged: number
  /**
   * What changed its level: identifiers of items or of an override. The findings say more.
   */
  caused_by: string[]
}
/**
 * Levels over time. Lists are flat: one row for each date and item or node.
 */
export interface History {
  /**
   * What counts at each date.
   */
  known: Known
  /**
   * The programme.
   */
  programme: Named
  /**
   * Invented for illustration: every rendering says so.
   */
  illustrative: boolean
  /**
   * The policy used at every date, whole.
   */
  policy: StatusPolicy
  /**
   * The dates, as they were given.
   */
  dates: HistoryMoment[]
  /**
   * Every node at each date.
   */
  nodes: HistoryNode[]
  /**
   * Every priority at each date.
   */
  items: HistoryItem[]
}
/**
 * One of the dates.
 */
export interface HistoryMoment {
  /**
   * The day spoken of.
   */
  as_at: Day
  /**
   * Only what was recorded by this day counts; null: everything recorded.
   */
  known_at: Day | null
  /**
   * The programme's level in one line.
   */
  headline: string
}
/**
 * A node at one date.
 */
export interface HistoryNode {
  /**
   * The day spoken of.
   */
  as_at: Day
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
   * The node above.
   */
  parent: string | null
  /**
   * The effective level.
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
   * Share of weight with evidence.
   */
  coverage: number | null
  /**
   * Leaves reported complete or green and computed red.
   */
  watermelons: number
}
/**
 * A priority at one date.
 */
export interface HistoryItem {
  /**
   * The day spoken of.
   */
  as_at: Day
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
   * What kind of priority it is.
   */
  kind: PriorityKind
  /**
   * The effective level.
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
   * The level by the rules alone.
   */
  computed_level: Level
  /**
   * The level last reported.
   */
  reported_level: ReportedLevel | null
  /**
   * The age of the last update in days, where that is stale.
   */
  stale_days: number | null
  /**
   * Days that the finish is after the baseline.
   */
  slip_days: number | null
  /**
   * The finish of the baseline in force.
   */
  baseline_finish: Day | null
  /**
   * The forecast last given.
   */
  forecast_finish: Day | null
}
/**
 * How often each colour came true.
 */
export interface Calibration {
  /**
   * The day by which outcomes are known.
   */
  as_at: Day
  /**
   * The programme.
   */
  programme: Named
  /**
   * Invented for illustration: every rendering says so.
   */
  illustrative: boolean
  /**
   * The policy used, whole.
   */
  policy: StatusPolicy
  /**
   * One row for each number of months, basis, group and colour.
   */
  rows: Calibrated[]
  /**
   * What became of every priority, by number of months.
   */
  months: CalibratedMonths[]
}
/**
 * Items of one colour so many months before their baseline, and how many of them finished on time.
 */
export interface Calibrated {
  /**
   * So many months before the baseline finish.
   */
  months_before: number
  /**
   * Whose colour it is.
   */
  basis: Basis
  /**
   * What the items are put together by.
   */
  by: Grouping
  /**
   * The body or role; null of all, and of items that nobody had reported on.
   */
  id: string | null
  /**
   * The colour then: green, amber or red.
   */
  level: Level
  /**
   * Items whose outcome is known.
   */
  n: number
  /**
   * How many of them finished on time.
   */
  on_time: number
  /**
   * Their share; null of none.
   */
  share: number | null
  /**
   * Lower end of the Wilson interval at 95%.
   */
  lower: number | null
  /**
   * Upper end of the Wilson interval at 95%.
   */
  upper: number | null
  /**
   * Items that are neither finished nor late yet; they are not among `n`.
   */
  undecided: number
}
/**
 * What became of every priority so many months before its baseline. The counts add up to all priorities.
 */
export interface CalibratedMonths {
  /**
   * So many months before the baseline finish.
   */
  months_before: number
  /**
   * Green, amber or red then, and still counted now.
   */
  coloured: number
  /**
   * No baseline was in force that long before its own finish.
   */
  no_baseline: number
  /**
   * That day is still to come.
   */
  to_come: number
  /**
   * Finished already by then.
   */
  finished: number
  /**
   * Excluded or not assessed then.
   */
  not_assessed: number
  /**
   * Left out since: cancelled, say.
   */
  excluded: number
}
/**
 * What changed between two rounds.
 */
export interface RoundComparison {
  /**
   * The proposals: those of the second round in the order of its ranking, then those that left.
   */
  rows: Moved[]
  /**
   * Who came first.
   */
  winners_before: string[]
  /**
   * Who comes first.
   */
  winners_after: string[]
  /**
   * The steps at which the first place changed.
   */
  winner_changed_by: RoundStep[]
  /**
   * How much there was of each step: scores changed, scorers, criteria and proposals that left or joined. A
   * criterion whose share of the weight changed counts too.
   */
  counts: {
    [k: string]: number
  }
  /**
   * The criteria of both rounds.
   */
  weights: WeightMoved[]
}
/**
 * One proposal in two rounds.
 */
export interface Moved {
  /**
   * The proposal.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * Whether it stands in both rounds.
   */
  presence: Presence
  /**
   * Its rank in the first round.
   */
  rank_before: number | null
  /**
   * Its rank in the second.
   */
  rank_after: number | null
  /**
   * Its total in the first round.
   */
  total_before: number | null
  /**
   * Its total in the second.
   */
  total_after: number | null
  /**
   * The change of its total; null unless it has one in both.
   */
  change: number | null
  /**
   * What each step adds to the total; before they are rounded these add up to the change. Null where a total is
   * missing on the way.
   */
  changes: {
    [k: string]: number
  } | null
  /**
   * By how many places each step moves it, a rise being negative; these add up to the change of rank.
   */
  moves: {
    [k: string]: number
  } | null
}
/**
 * A criterion's share of the weight in two rounds.
 */
export interface WeightMoved {
  /**
   * The criterion.
   */
  id: string
  /**
   * Its share in the first round; null if it was not there.
   */
  before: number | null
  /**
   * Its share in the second.
   */
  after: number | null
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
/**
 * Seats shared out by weight.
 */
export interface Apportionment {
  /**
   * The method used.
   */
  method: ApportionmentMethod
  /**
   * Seats that are certain, in the order of the weights.
   */
  seats: {
    [k: string]: number
  }
  /**
   * Those with equal claims to the last seats, in the order of their ids; empty without a tie.
   */
  tied: string[]
  /**
   * How many of the tied get one seat more.
   */
  to_draw: number
  /**
   * The seed that lots were drawn with; null without one.
   */
  seed: number | null
  /**
   * Those of the tied who were drawn, first drawn first; null without a seed.
   */
  drawn: string[] | null
  /**
   * Why each certain seat went where it did; null beyond 1,000 seats or 1,000 weights.
   */
  trace: ApportionmentStep[] | null
}
/**
 * One step of an apportionment.
 */
export interface ApportionmentStep {
  /**
   * Its number, from 1.
   */
  step: number
  /**
   * Who is given seats.
   */
  id: string
  /**
   * How many: one, but for whole quotas.
   */
  given: number
  /**
   * How many they hold then.
   */
  seats: number
  /**
   * Why.
   */
  rule: StepRule
  /**
   * The figure that decided: quota, remainder (in seats), quotient (in weight), weight; null for lots.
   */
  value: number | null
}
/**
 * Whether a meeting may decide, and why.
 */
export interface QuorumAnswer {
  /**
   * Everything that the rule asks for is there.
   */
  quorate: boolean
  /**
   * What is not.
   */
  failed: QuorumRow[]
  /**
   * Everything that the rule asks for.
   */
  rules: QuorumRow[]
  /**
   * The fewest of those present whose leaving would end the quorum; null where there is none.
   */
  fewest_absences_to_break: number | null
  /**
   * True if the rule can be met at all: with every member present who has no conflict of interest.
   */
  can_be_met: boolean
  /**
   * Who counts, in the order of members.
   */
  counted: string[]
  /**
   * Who is present and does not count, in the order given.
   */
  not_counted: NotCounted[]
  /**
   * Why.
   */
  findings: Finding[]
}
/**
 * Somebody present who does not count.
 */
export interface NotCounted {
  /**
   * The token given.
   */
  id: string
  /**
   * Why.
   */
  reason: NotCountedReason
}
/**
 * What a vote decided.
 */
export interface Tally {
  /**
   * The option that carries; null where none does.
   */
  outcome: string | null
  /**
   * How it ended. A tie is a tie: no casting vote is assumed.
   */
  result: TallyResult
  /**
   * Every option that was voted for: most votes first, then in the order of names.
   */
  totals: OptionVotes[]
  /**
   * Votes cast, without abstentions.
   */
  cast: number
  /**
   * Votes of all who may vote and did not stand aside; null where the voters are not given.
   */
  eligible: number | null
  /**
   * The votes that an option needs.
   */
  required: number
  /**
   * How many the leading option lacks; 0 where it carries.
   */
  short_by: number
  /**
   * The options that lead together, where none carries.
   */
  tied: string[]
  /**
   * Who abstained.
   */
  abstained: string[]
  /**
   * Who stood aside.
   */
  recused: string[]
  /**
   * Who may vote, did not stand aside and gave no vote; null where the voters are not given.
   */
  silent: string[] | null
  /**
   * What there is to know beside.
   */
  findings: Finding[]
}
/**
 * The votes of one option.
 */
export interface OptionVotes {
  /**
   * The option.
   */
  option: string
  /**
   * Its votes, by weight where votes have one.
   */
  votes: number
  /**
   * As a share of the votes cast.
   */
  share: number
  /**
   * Who voted for it, in the order of the votes.
   */
  voters: string[]
}
/**
 * Voting power beside voting weight.
 */
export interface VotingPower {
  /**
   * The votes that carry.
   */
  quota: number
  /**
   * All votes.
   */
  total: number
  /**
   * One row for each organisation, in the order of the weights.
   */
  organisations: PowerRow[]
  /**
   * What there is to know beside.
   */
  findings: Finding[]
}
/**
 * The power of one organisation.
 */
export interface PowerRow {
  /**
   * Who.
   */
  organisation: string
  /**
   * Its votes.
   */
  weight: number
  /**
   * Its share of all votes.
   */
  weight_share: number
  /**
   * Banzhaf: its share of all swings.
   */
  banzhaf: number
  /**
   * Banzhaf, absolute: the share of coalitions of the others that its vote turns from losing to winning.
   */
  banzhaf_absolute: number
  /**
   * Shapley–Shubik: the share of orders of joining in which its vote is the one that decides.
   */
  shapley_shubik: number
  /**
   * Coalitions that it turns from losing to winning.
   */
  swings: number
  /**
   * True where nothing passes without it.
   */
  veto: boolean
}
/**
 * Weights, and how far the statements bear them.
 */
export interface DerivedWeights {
  /**
   * The method.
   */
  method: WeightMethod
  /**
   * One row for each criterion, in the order in which they are first named.
   */
  weights: DerivedWeight[]
  /**
   * Pairwise judgements only: how far they agree with one another; null for other methods.
   */
  consistency: Consistency | null
  /**
   * What to know before these weights are used.
   */
  findings: Finding[]
}
/**
 * The weight of one criterion.
 */
export interface DerivedWeight {
  /**
   * The criterion.
   */
  id: string
  /**
   * The points or the rank stated; null for pairwise judgements.
   */
  stated: number | null
  /**
   * The weight; all weights add up to 1.
   */
  normalised: number
}
/**
 * How far pairwise judgements agree with one another.
 */
export interface Consistency {
  /**
   * Pairs of criteria that were not compared.
   */
  missing: number
  /**
   * The largest eigenvalue of the judgements; the number of criteria when they agree wholly.
   */
  largest_eigenvalue: number
  /**
   * (largest eigenvalue - criteria) / (criteria - 1); 0 for one criterion.
   */
  index: number
  /**
   * The mean index of random judgements; null where no judgement could contradict another.
   */
  random_index: number | null
  /**
   * Index / random index; null where there is no random index.
   */
  ratio: number | null
  /**
   * Ratios up to this are acceptable (Saaty 1980).
   */
  limit: number
  /**
   * The table that the random index is from.
   */
  table: RandomIndexTable
  /**
   * The three criteria whose judgements are furthest apart; null where no three were all compared, or all agree.
   */
  worst_triad: Triad | null
}
/**
 * Three criteria and what was said of them.
 */
export interface Triad {
  /**
   * The three criteria, in order.
   */
  criteria: string[]
  /**
   * How many times as important the first was said to be as the second.
   */
  first_to_second: number
  /**
   * The second as the third.
   */
  second_to_third: number
  /**
   * The first as the third.
   */
  first_to_third: number
  /**
   * What the first two make of the third.
   */
  implied: number
}
/**
 * Scores and ranks of the rows of a matrix, in row order.
 */
export interface ScoredMatrix {
  /**
   * The method.
   */
  method: ScoreMethod
  /**
   * How columns were scaled; null for PROMETHEE II, which compares the figures as they are.
   */
  normalisation: Normalisation | null
  /**
   * How the weights were computed from the figures; null where they were stated.
   */
  weighting: Weighting | null
  /**
   * The weights used, which add up to 1, in column order.
   */
  weights: number[]
  /**
   * Which scores are the good ones.
   */
  best: BestScore
  /**
   * One score for each row.
   */
  scores: number[]
  /**
   * One rank for each row, 1 for the best; equal rows share the lower number and the next ones are left out ("1224").
   */
  ranks: number[]
  /**
   * TOPSIS: the distances behind the scores; null for other methods.
   */
  distances: Distances | null
  /**
   * VIKOR: the compromise; null for other methods.
   */
  compromise: Compromise | null
  /**
   * PROMETHEE II: the flows behind the scores; null for other methods.
   */
  flows: Flows | null
  /**
   * What to know before these scores are used.
   */
  findings: Finding[]
}
/**
 * TOPSIS: how far each row is from the ideal and from its opposite.
 */
export interface Distances {
  /**
   * From the row made of the best figures.
   */
  ideal: number[]
  /**
   * From the row made of the worst figures.
   */
  anti_ideal: number[]
}
/**
 * VIKOR: which rows stand together as the compromise, and why.
 */
export interface Compromise {
  /**
   * Group utility of each row; low is good.
   */
  group_utility: number[]
  /**
   * Individual regret of each row; low is good.
   */
  individual_regret: number[]
  /**
   * Rows of the compromise set, numbered from 0, best first.
   */
  rows: number[]
  /**
   * The best row leads by 1 / (rows - 1) or more.
   */
  acceptable_advantage: boolean
  /**
   * The best row is also best by group utility or by individual regret.
   */
  acceptable_stability: boolean
}
/**
 * PROMETHEE II: how far each row is preferred to the others, and they to it, from 0 to 1.
 */
export interface Flows {
  /**
   * Preference over the others.
   */
  positive: number[]
  /**
   * Preference of the others over it.
   */
  negative: number[]
}
/**
 * The best portfolio, how firm it is, and what else could be had.
 */
export interface PortfolioSelection {
  /**
   * What may be spent.
   */
  budget: number
  /**
   * The working days there are; null where they are not limited.
   */
  capacity_days: number | null
  /**
   * The set of the highest value, and the cheapest of these; null when no set fits.
   */
  best: Portfolio | null
  /**
   * Every set of that value, cheapest first, then in the order of the proposals; null when they were not all found
   * because the search would take too long.
   */
  best_sets: Portfolio[] | null
  /**
   * Sets beyond the first 100 are not listed: false where there are more.
   */
  best_sets_complete: boolean
  /**
   * Portfolios whose value is at most this share below the best are near-optimal.
   */
  near: number
  /**
   * The least value of a near-optimal portfolio, on the steps that values come in; null when no set fits.
   */
  near_value: number | null
  /**
   * One row for each proposal, in their order.
   */
  proposals: Chosen[]
  /**
   * Every set that no other beats in value and cost together, cheapest first, also beyond the budget; null when they
   * were not all found because the search would take too long.
   */
  frontier: Portfolio[] | null
  /**
   * Impact against effort: the lines between high and low.
   */
  quadrants: Quadrants
  /**
   * What to know before this choice is used.
   */
  findings: Finding[]
}
/**
 * A set of proposals that keeps to every constraint.
 */
export interface Portfolio {
  /**
   * What it is worth.
   */
  value: number
  /**
   * What it costs.
   */
  cost: number
  /**
   * The working days it takes; null where they are not limited.
   */
  capacity_days: number | null
  /**
   * The proposals, in their order.
   */
  proposals: string[]
}
/**
 * What becomes of one proposal.
 */
export interface Chosen {
  /**
   * The proposal.
   */
  id: string
  /**
   * Its name; null without one.
   */
  name: string | null
  /**
   * What it is worth.
   */
  value: number
  /**
   * What it costs.
   */
  cost: number
  /**
   * The working days it takes; null where they are not stated.
   */
  capacity_days: number | null
  /**
   * It is in the best portfolio; null when no set fits.
   */
  in_best: boolean | null
  /**
   * In which near-optimal portfolios it is; null when no set fits, or the search would take too long.
   */
  standing: NearStanding | null
  /**
   * The value lost if it is decided the other way; null when nothing fits then, or as for `standing`.
   */
  loss: number | null
  /**
   * Where it stands by impact and effort.
   */
  place: QuadrantPlace
}
/**
 * Where one proposal stands.
 */
export interface QuadrantPlace {
  /**
   * The value against the line.
   */
  impact: Side
  /**
   * The effort against the line.
   */
  effort: Side
  /**
   * The quadrant.
   */
  quadrant: Quadrant
  /**
   * Within the near share of the range from a line: a border case, which could as well be on the other side.
   */
  border: boolean
}
/**
 * The lines between high and low: the median value and the median effort of the proposals.
 */
export interface Quadrants {
  /**
   * What effort is measured by.
   */
  effort: Effort
  /**
   * Values from this on are high; null without proposals.
   */
  impact_line: number | null
  /**
   * Efforts from this on are high; null without proposals.
   */
  effort_line: number | null
}
/**
 * An icon as a picture.
 */
export interface Icon {
  /**
   * Its name: a word of `VariationIcon` or `AssuranceIcon`, or `run_chart`.
   */
  name: string
  /**
   * What it says, as a heading.
   */
  title: string
  /**
   * The picture: one `svg` element that needs nothing else, with its title and what it means.
   */
  svg: string
}
/**
 * A period as it was understood.
 */
export interface ParsedPeriod {
  /**
   * The period as documents write it: `2023-03-31`, `2023-03`, `Q4 2022/23` or `2022/23`.
   */
  period: string
  /**
   * What it is.
   */
  kind: PeriodType
  /**
   * Its first day, included.
   */
  start: Day
  /**
   * Its last day, included.
   */
  end: Day
}
/**
 * Columns that may be read.
 */
export interface Guarded {
  /**
   * How many columns were looked at.
   */
  columns: number
  /**
   * Those that look like data about patients and were allowed.
   */
  allowed: AllowedColumn[]
}
/**
 * A column that looks like data about patients and was let through on request.
 */
export interface AllowedColumn {
  /**
   * The heading.
   */
  column: string
  /**
   * Why it looks so.
   */
  reason: PatientReason
}
/**
 * A document in which a person's token was replaced.
 */
export interface Redacted {
  /**
   * The document; everything else in it is as it was.
   */
  document: {
    [k: string]: unknown
  }
  /**
   * The token that now stands in place of the person's.
   */
  token: string
  /**
   * In how many fields it was replaced.
   */
  replaced: number
  /**
   * JSON pointers of what still holds the old token as a word (a note, a name, an identifier): for a person to read.
   */
  mentions: string[]
}
/**
 * Rows that were read: the document, what could not be read, and how the columns were understood.
 */
export interface FromRows {
  /**
   * The document with what could be read. It has no problems of its own.
   */
  document: {
    [k: string]: unknown
  }
  /**
   * Every cell and row that could not be read, and what to look at: in the order of the rows, links
   * between priorities after them. Their paths start with
   * `/rows`, `/columns` or, of what stands in the document, at its root.
   */
  problems: Problem[]
  /**
   * What each column was taken for, and every field that has a value without a column.
   */
  columns: ColumnRead[]
}
/**
 * How one column was understood, or one field without a column.
 */
export interface ColumnRead {
  /**
   * The heading; null where a value stands for every row.
   */
  heading: string | null
  /**
   * The field that it stands for; null where it is not read.
   */
  field: string | null
  /**
   * How sure that is.
   */
  certainty: Certainty
  /**
   * The value that holds for every row.
   */
  value: unknown
  /**
   * What the cells show, or the caller says, of how they are written.
   */
  reading: Reading | null
  /**
   * How many cells are not blank.
   */
  filled: number
  /**
   * How many cells have a problem.
   */
  refused: number
}
/**
 * A long table, judged: columns by point and columns by series.
 */
export interface JudgedTable {
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * Every setting: the preset, with what was set apart.
   */
  options: SpcSettings
  /**
   * The kind of chart.
   */
  chart: SpcChart
  /**
   * What wins where rules of equal rank speak for both sides.
   */
  conflict: ConflictRule
  /**
   * One entry for each row of the table, in its order.
   */
  points: JudgedPoints
  /**
   * One entry for each series, in the order of their first rows.
   */
  series: JudgedSeries
  /**
   * So many of the icons would be special causes by chance alone, if all series varied normally about their means.
   */
  expected_false_signals: number
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * What is said of every row. The columns from `partition` on are null where lines were not asked for.
 */
export interface JudgedPoints {
  /**
   * The name of the row's series.
   */
  series: string[]
  /**
   * When; null where the table has no periods.
   */
  period: string[] | null
  /**
   * What stands there for the better or the worse; null where nothing is said.
   */
  status: (PointStatus | null)[]
  /**
   * Every rule that fired.
   */
  rules: SpcRule[][]
  /**
   * The value, or the rate.
   */
  value: (number | null)[] | null
  /**
   * Left out of everything but the picture.
   */
  ghosted: boolean[] | null
  /**
   * The target in force.
   */
  target: (number | null)[] | null
  /**
   * 0 for the baseline, from 1 for the others.
   */
  partition: number[] | null
  /**
   * The mean.
   */
  mean: (number | null)[] | null
  /**
   * Three sigma below.
   */
  lower_limit: (number | null)[] | null
  /**
   * Two sigma below.
   */
  lower_two_sigma: (number | null)[] | null
  /**
   * One sigma below.
   */
  lower_one_sigma: (number | null)[] | null
  /**
   * One sigma above.
   */
  upper_one_sigma: (number | null)[] | null
  /**
   * Two sigma above.
   */
  upper_two_sigma: (number | null)[] | null
  /**
   * Three sigma above.
   */
  upper_limit: (number | null)[] | null
  /**
   * How far the value is from the one before it, of XmR charts.
   */
  moving_range: (number | null)[] | null
  /**
   * The mean moving range of the partition, of XmR charts.
   */
  mean_moving_range: (number | null)[] | null
  /**
   * A moving range above this is high, of XmR charts.
   */
  moving_range_limit: (number | null)[] | null
  /**
   * True where rules of both sides fired.
   */
  conflict: boolean[] | null
}
/**
 * What is said of every series.
 */
export interface JudgedSeries {
  /**
   * Its name.
   */
  series: string[]
  /**
   * Which way is better.
   */
  improvement_direction: ImprovementDirection[]
  /**
   * How many points count.
   */
  n: number[]
  /**
   * The icon of the last point; null where there is none.
   */
  variation: (VariationIcon | null)[]
  /**
   * The icon of the target in force; null where there is none.
   */
  assurance: (AssuranceIcon | null)[]
  /**
   * The row since which the last point's side holds without a break; null for common cause.
   */
  since: (number | null)[]
  /**
   * The row of the last point that counts.
   */
  last: (number | null)[]
  /**
   * The rules that the last point fired.
   */
  rules: SpcRule[][]
  /**
   * The last value.
   */
  value: (number | null)[]
  /**
   * The mean at the last point.
   */
  mean: (number | null)[]
  /**
   * The lower limit at the last point.
   */
  lower_limit: (number | null)[]
  /**
   * The upper limit at the last point.
   */
  upper_limit: (number | null)[]
  /**
   * The target in force at the last point.
   */
  target: (number | null)[]
  /**
   * True where a run chart takes the chart's place: too few points, or one was asked for.
   */
  run_chart: boolean[]
  /**
   * True where two points have the same period.
   */
  duplicates: boolean[]
  /**
   * The chance of so much at the last point by common cause alone; null where nothing is said.
   */
  chance: (number | null)[]
  /**
   * The same, allowing for the number of series looked at (false discovery rate).
   */
  discovery: (number | null)[]
  /**
   * In which order to look: 1 for the least chance; equal chances share a place.
   */
  look_first: (number | null)[]
}
/**
 * What differs between two sets of options.
 */
export interface SpcComparison {
  /**
   * By the first set.
   */
  a: ComparedSide
  /**
   * By the second set.
   */
  b: ComparedSide
  /**
   * How many points the series has.
   */
  n: number
  /**
   * True where icons and points are the same by both.
   */
  same: boolean
  /**
   * Settings that differ.
   */
  settings: SettingDifference[]
  /**
   * Icons that differ.
   */
  icons: IconDifference[]
  /**
   * Points with another status or other rules.
   */
  points: PointDifference[]
  /**
   * Stretches of points with other lines.
   */
  lines: LineDifference[]
  /**
   * Findings that only one of them has.
   */
  findings: FindingDifference
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * The series by one set of options.
 */
export interface ComparedSide {
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * The kind of chart.
   */
  chart: SpcChart
  /**
   * True where a run chart takes its place.
   */
  run_chart: boolean
  /**
   * The icon of variation.
   */
  variation: VariationIcon | null
  /**
   * The place of the point since which it holds.
   */
  since_index: number | null
  /**
   * Its date.
   */
  since: string | null
  /**
   * The rules that the last point fired.
   */
  rules: SpcRule[]
  /**
   * The icon of assurance.
   */
  assurance: AssuranceIcon | null
  /**
   * The fingerprint of the answer of `spc`.
   */
  fingerprint: string
}
/**
 * A setting that differs.
 */
export interface SettingDifference {
  /**
   * Its name.
   */
  setting: string
  /**
   * By the first set; of targets, recalculations and ghosts, how many there are.
   */
  a: unknown
  /**
   * By the second set.
   */
  b: unknown
}
/**
 * An icon that differs.
 */
export interface IconDifference {
  /**
   * Which icon.
   */
  icon: IconKind
  /**
   * Of assurance, whose target it is.
   */
  name: string | null
  /**
   * By the first set.
   */
  a: string | null
  /**
   * By the second set.
   */
  b: string | null
}
/**
 * A point of which something else is said.
 */
export interface PointDifference {
  /**
   * Its place.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * Its value.
   */
  value: number | null
  /**
   * By the first set.
   */
  a: PointSaid
  /**
   * By the second set.
   */
  b: PointSaid
}
/**
 * What is said of a point.
 */
export interface PointSaid {
  /**
   * Its status.
   */
  status: PointStatus | null
  /**
   * The rules that it fired.
   */
  rules: SpcRule[]
}
/**
 * Points in a row with other lines.
 */
export interface LineDifference {
  /**
   * The place of the first.
   */
  first: number
  /**
   * The place of the last.
   */
  last: number
  /**
   * The date of the first.
   */
  first_date: string | null
  /**
   * The date of the last.
   */
  last_date: string | null
  /**
   * By the first set.
   */
  a: ComparedLines
  /**
   * By the second set.
   */
  b: ComparedLines
}
/**
 * The lines of a stretch of points.
 */
export interface ComparedLines {
  /**
   * The number of the partition.
   */
  partition: number
  /**
   * The middle.
   */
  mean: number | null
  /**
   * Three sigma below.
   */
  lower_limit: number | null
  /**
   * Three sigma above.
   */
  upper_limit: number | null
}
/**
 * Findings that only one side has.
 */
export interface FindingDifference {
  /**
   * Only the first set.
   */
  a: FindingCode[]
  /**
   * Only the second set.
   */
  b: FindingCode[]
}
/**
 * The icon at each past period.
 */
export interface SpcHistory {
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * Every setting: the preset, with what was set apart.
   */
  options: SpcSettings
  /**
   * The kind of chart.
   */
  chart: SpcChart
  /**
   * Which way is better.
   */
  improvement_direction: ImprovementDirection
  /**
   * One row for each value, in their order.
   */
  periods: HistoryRow[]
  /**
   * How long today's icon has lasted.
   */
  lasted: Lasted
  /**
   * What changed since an earlier extract; null where none was given.
   */
  revision: Revision | null
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * The icon at one period.
 */
export interface HistoryRow {
  /**
   * Its place.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * Its value.
   */
  value: number | null
  /**
   * Left out of everything but the picture.
   */
  ghosted: boolean
  /**
   * The icon as it stood then, of the points up to this one.
   */
  then: VariationIcon | null
  /**
   * The rules behind it.
   */
  rules: SpcRule[]
  /**
   * The icon of the target as it stood then.
   */
  assurance: AssuranceIcon | null
  /**
   * With hindsight: what all points say of this one; null where it does not count.
   */
  now: VariationIcon | null
  /**
   * The icon of then is another than the one before.
   */
  changed: boolean
}
/**
 * How long today's icon has lasted, without a break.
 */
export interface Lasted {
  /**
   * Today's icon.
   */
  icon: VariationIcon | null
  /**
   * As it was known at each period.
   */
  then: LastedSince
  /**
   * With hindsight.
   */
  now: LastedSince
}
/**
 * Since when an icon holds.
 */
export interface LastedSince {
  /**
   * For so many points that count.
   */
  points: number
  /**
   * The place of the first of them.
   */
  since_index: number | null
  /**
   * Its date.
   */
  since: string | null
}
/**
 * What changed between two extracts of the same figures.
 */
export interface Revision {
  /**
   * Values that are another one now.
   */
  revised: RevisedValue[]
  /**
   * Periods added after the last one of the earlier extract.
   */
  added: number
  /**
   * Periods added before that.
   */
  filled_in: string[]
  /**
   * Periods that are no longer there.
   */
  removed: string[]
  /**
   * Icons of the earlier periods, with hindsight, that are another one now.
   */
  icons: RevisedIcon[]
  /**
   * The icon of the last period of the earlier extract: as it said, with revised values, and with all.
   */
  last: RevisedIcon | null
}
/**
 * A value that is another one now.
 */
export interface RevisedValue {
  /**
   * Its place now.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * What it was.
   */
  before: number | null
  /**
   * What it is.
   */
  after: number | null
  /**
   * What it was counted of; null of charts without denominators.
   */
  before_denominator: number | null
  /**
   * What it is counted of.
   */
  after_denominator: number | null
}
/**
 * An icon that is another one now.
 */
export interface RevisedIcon {
  /**
   * Its place now.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * As the earlier extract had it.
   */
  before: VariationIcon | null
  /**
   * With the values of today up to the last period of the earlier extract.
   */
  revised: VariationIcon | null
  /**
   * With all values of today.
   */
  after: VariationIcon | null
  /**
   * What changed it; null where nothing did.
   */
  cause: IconCause | null
}
/**
 * What a series says with the values that were added.
 */
export interface SpcAppended {
  /**
   * What to go on from.
   */
  state: SpcState
  /**
   * The points that were added, each as it was judged when it was the last: as `spc` judges the last.
   */
  points: SpcPoint[]
  /**
   * True where a run chart takes the chart's place.
   */
  run_chart: boolean
  /**
   * What the last point says.
   */
  variation: AppendedVariation
  /**
   * What the limits say about the target in force.
   */
  assurance: SpcAssurance
  /**
   * The same for each target in force, by name.
   */
  assurances: SpcAssurance[]
  /**
   * How the icon changed from the state that was given.
   */
  change: IconChange
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * A series so far: enough to judge the next point as if all were there. Keep it as it is.
 */
export interface SpcState {
  /**
   * The version of this form.
   */
  version: number
  /**
   * How the series is judged.
   */
  settings: StateSettings
  /**
   * The points so far.
   */
  points: number
  /**
   * Those of them that count.
   */
  used: number
  /**
   * The number of recalculations, from 1.
   */
  partition: number
  /**
   * Rows since the last recalculation, as a baseline of each partition counts them.
   */
  rows: number
  /**
   * Points of the baseline.
   */
  baseline: number | null
  /**
   * The baseline has ended.
   */
  closed: boolean
  /**
   * The values are days between dates.
   */
  by_dates: boolean
  /**
   * The first date counts in the baseline.
   */
  first_event: boolean
  /**
   * No point counts since the last recalculation.
   */
  fresh: boolean
  /**
   * A value is missing since the last one.
   */
  missing: boolean
  /**
   * Sums of the baseline.
   */
  whole: StateSums
  /**
   * Sums since the last recalculation.
   */
  current: StateSums
  /**
   * Whether all values are whole numbers, times 1, 10^6, 10^9 and 10^12.
   */
  fits: [boolean, boolean, boolean, boolean]
  /**
   * The largest value, whatever its sign.
   */
  largest: number
  /**
   * The last points that count.
   */
  last: StatePoint[]
  /**
   * The last date.
   */
  date: string | null
  /**
   * What the icon is, and since when without a break, as it was known at the time.
   */
  icon: StateIcon
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * How a series is judged.
 */
export interface StateSettings {
  /**
   * The kind of chart.
   */
  chart: SpcChart
  /**
   * Which way is better.
   */
  improvement_direction: ImprovementDirection
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * What wins where rules of equal rank speak for both sides.
   */
  conflict: ConflictRule
  /**
   * One target for all points.
   */
  target: number | null
  /**
   * Targets with names and dates.
   */
  targets: unknown[]
  /**
   * From which points the lines come.
   */
  baseline: unknown
  /**
   * What is set apart from the preset.
   */
  options: unknown
}
/**
 * Sums that grow with each point.
 */
export interface StateSums {
  /**
   * Values in it.
   */
  number: number
  /**
   * Moving ranges in it.
   */
  ranges: number
  /**
   * Sums of values and of ranges, of charts of counts of numerators and denominators, as whole numbers of the last
   * place, in digits.
   */
  exact: [string, string]
  /**
   * The same sums as they come.
   */
  sums: [number, number]
  /**
   * What was rounded off on the way.
   */
  errors: [number, number]
  /**
   * The first value.
   */
  first: number
  /**
   * All values are the first.
   */
  constant: boolean
}
/**
 * A point that may still be part of a run.
 */
export interface StatePoint {
  /**
   * Its place.
   */
  index: number
  /**
   * What was counted or measured.
   */
  value: number
  /**
   * Its denominator.
   */
  denominator: number
  /**
   * What is judged.
   */
  judged: number
  /**
   * The number of recalculations before it, from 1.
   */
  partition: number
  /**
   * A run may reach it from the point before.
   */
  reached: boolean
  /**
   * Its date.
   */
  date: string | null
}
/**
 * The icon as it stands.
 */
export interface StateIcon {
  /**
   * The icon.
   */
  icon: VariationIcon | null
  /**
   * The first of the points at which it was this, one after another.
   */
  since_index: number | null
  /**
   * Its date.
   */
  since: string | null
}
/**
 * What the last point says, as it is known now.
 */
export interface AppendedVariation {
  /**
   * The icon; null on a run chart, and where no point counts.
   */
  icon: VariationIcon | null
  /**
   * The rules that the last point fired.
   */
  rules: SpcRule[]
  /**
   * The place of the first point since which the icon has been this, one point after another, each as it was
   * known at the time.
   */
  since_index: number | null
  /**
   * Its date.
   */
  since: string | null
}
/**
 * An icon before and after.
 */
export interface IconChange {
  /**
   * Before.
   */
  from: VariationIcon | null
  /**
   * After.
   */
  to: VariationIcon | null
  /**
   * True where the two differ.
   */
  changed: boolean
}
/**
 * Where new lines might start.
 */
export interface RecalculationAdvice {
  /**
   * The rules.
   */
  preset: SpcPreset
  /**
   * Every setting: the preset, with what was set apart.
   */
  options: SpcSettings
  /**
   * The kind of chart.
   */
  chart: SpcChart
  /**
   * In the order of time, each judged with those before it in force.
   */
  suggestions: Suggestion[]
  /**
   * Points that new lines should rest on.
   */
  minimum: number
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * A point from which figures are others, up to the last one.
 */
export interface Suggestion {
  /**
   * The place of the first point of the shift.
   */
  index: number
  /**
   * Its date.
   */
  date: string | null
  /**
   * The side of the mean.
   */
  side: SpcSide
  /**
   * Points in a row on that side, up to the last.
   */
  run: number
  /**
   * These are as many as new lines should rest on.
   */
  enough: boolean
  /**
   * The stretch before it.
   */
  before: Stretch
  /**
   * The stretch from it on, with lines of its own.
   */
  after: Stretch
  /**
   * How far the mean moves.
   */
  units: number | null
  /**
   * The same in sigma of the stretch before; null where nothing varies there.
   */
  sigma: number | null
  /**
   * The icon of variation as it is.
   */
  icon: VariationIcon | null
  /**
   * What it would be.
   */
  icon_after: VariationIcon | null
  /**
   * The icon of assurance as it is.
   */
  assurance: AssuranceIcon | null
  /**
   * What it would be.
   */
  assurance_after: AssuranceIcon | null
  /**
   * What to fill in for the record, if people decide so.
   */
  record: RecalculationRecord
}
/**
 * Points between two recalculations.
 */
export interface Stretch {
  /**
   * The place of the first point.
   */
  first: number
  /**
   * The place of the last.
   */
  last: number
  /**
   * Points that count.
   */
  n: number
  /**
   * The mean of the lines in force there.
   */
  mean: number | null
  /**
   * Their mean moving range.
   */
  mean_moving_range: number | null
  /**
   * Three sigma below.
   */
  lower_limit: number | null
  /**
   * Three sigma above.
   */
  upper_limit: number | null
  /**
   * Special causes in it by these lines.
   */
  special_causes: number
}
/**
 * A recalculation as it is written down: who decided it, why, and when.
 */
export interface RecalculationRecord {
  /**
   * The point: its date, or its place where there are no dates.
   */
  at: unknown
  /**
   * Who decided it: for people to say.
   */
  by: string | null
  /**
   * Why: the change that is known to have been made.
   */
  why: string | null
  /**
   * The day it was decided.
   */
  on: string | null
}
/**
 * Members put together.
 */
export interface AggregatedSeries {
  /**
   * How figures of members make the whole.
   */
  kind: AggregateKind
  /**
   * The whole in each period.
   */
  periods: WholeRow[]
  /**
   * What each member brings to the level of each period that is whole.
   */
  contributions: ContributionRow[]
  /**
   * What each member brings to the last period that is whole, the most first.
   */
  members: MemberRow[]
  /**
   * That period.
   */
  last: string | null
  /**
   * Its value.
   */
  value: number | null
  /**
   * What is usual: the mean of the figures that the lines come from.
   */
  usual: number | null
  /**
   * How far the value is from it: what members bring to the signal adds up to this.
   */
  away: number | null
  /**
   * Of that, what comes from members having another part of the denominator than usual; null of counts.
   */
  mix: number | null
  /**
   * The whole as a series, judged.
   */
  whole: Spc
  /**
   * What else there is to know.
   */
  findings: Finding[]
  /**
   * First 16 hex digits of SHA-256 over canonical JSON of all else.
   */
  fingerprint: string
}
/**
 * The whole in one period.
 */
export interface WholeRow {
  /**
   * The period.
   */
  period: string
  /**
   * The whole; null where a member is missing or suppressed.
   */
  value: number | null
  /**
   * Its numerator, or count.
   */
  numerator: number | null
  /**
   * Its denominator; null of counts.
   */
  denominator: number | null
  /**
   * At least this, where suppressed figures have an upper bound; else the value.
   */
  lower: number | null
  /**
   * At most this.
   */
  upper: number | null
  /**
   * Members whose figures are known.
   */
  known: number
  /**
   * Members that are expected and have no figure.
   */
  missing: string[]
  /**
   * Members whose figures are suppressed.
   */
  suppressed: string[]
}
/**
 * A member in one period.
 */
export interface ContributionRow {
  /**
   * The period.
   */
  period: string
  /**
   * The member.
   */
  organisation: string
  /**
   * Its own figure.
   */
  value: number
  /**
   * Its part of the denominator, or of the count: 0 to 1.
   */
  share: number | null
  /**
   * What it brings to the whole: the members' add up to it.
   */
  level: number
}
/**
 * A member in the last period that is whole.
 */
export interface MemberRow {
  /**
   * The member.
   */
  organisation: string
  /**
   * Its own figure.
   */
  value: number | null
  /**
   * Its part of the denominator, or of the count.
   */
  share: number | null
  /**
   * What it brings to the level.
   */
  level: number
  /**
   * What it usually brings.
   */
  usual: number
  /**
   * The difference: what it brings to how far the whole is from what is usual.
   */
  to_signal: number
  /**
   * The same as a part of that distance; null where there is none.
   */
  part: number | null
  /**
   * The icon of the others together, without it; null where there are no others.
   */
  icon_without: VariationIcon | null
}

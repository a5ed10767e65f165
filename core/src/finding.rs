//! Why: the reasons of a result as data. `sentence` words them; nothing else does.

mod parameters;

pub use parameters::{Parameter, Parameters};

use std::borrow::Cow;
use std::sync::Arc;

use crate::day::Day;
use crate::document::declare::words;
use crate::document::update::SubjectKind;
use crate::recall::result;
use crate::sorting::Arrange;

words! {
    /// A level of status. The first four are one order of severity; the last two are off it.
    Level {
        /// Finished.
        Complete = "complete",
        /// On track.
        Green = "green",
        /// Needs attention.
        Amber = "amber",
        /// Needs action.
        Red = "red",
        /// Nothing to assess it against.
        NotAssessed = "not_assessed",
        /// Left out, with a reason.
        Excluded = "excluded",
    }
}

impl Level {
    /// 0 for complete to 3 for red; `None` off the order.
    pub fn severity(self) -> Option<u8> {
        match self {
            Self::Complete => Some(0),
            Self::Green => Some(1),
            Self::Amber => Some(2),
            Self::Red => Some(3),
            Self::NotAssessed | Self::Excluded => None,
        }
    }

    /// True for complete, green, amber and red.
    pub fn is_assessed(self) -> bool {
        self.severity().is_some()
    }

    /// True for green, amber and red.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Green | Self::Amber | Self::Red)
    }
}

words! {
    /// Which side of an item a finding speaks of.
    Dimension {
        /// Dates, progress and dependencies (steps 3 to 8 of the leaf rule).
        Schedule = "schedule",
        /// What is in the way (step 9).
        Blockers = "blockers",
        /// Whether the benefit shows.
        Benefit = "benefit",
        /// How fresh and complete the reports are (step 10).
        Evidence = "evidence",
        /// A judgement set above the rules.
        Override = "override",
        /// How leaves roll up.
        RollUp = "roll_up",
        /// What was reported against what is computed.
        Reporting = "reporting",
        /// Who holds how much, and who decides.
        Representation = "representation",
        /// What a list of priorities rests on.
        Prioritisation = "prioritisation",
        /// What a series of figures says.
        Variation = "variation",
        /// What changed between two dates, and what a board saw.
        Change = "change",
        /// Roles that should be held.
        Leadership = "leadership",
        /// Who comes to meetings.
        Presence = "presence",
        /// How often a body meets.
        Cadence = "cadence",
        /// Whether the programme keeps its own rules.
        Governance = "governance",
    }
}

words! {
    /// What kind of thing a finding speaks of.
    About {
        /// The whole programme.
        Programme = "programme",
        /// A body.
        Body = "body",
        /// A goal.
        Goal = "goal",
        /// A priority.
        Priority = "priority",
        /// An organisation.
        Organisation = "organisation",
        /// An indicator.
        Indicator = "indicator",
        /// A decision.
        Decision = "decision",
        /// A meeting.
        Meeting = "meeting",
        /// A whole prioritisation exercise, matrix or portfolio.
        Exercise = "exercise",
        /// A proposal.
        Proposal = "proposal",
        /// A criterion.
        Criterion = "criterion",
        /// A scorer of an exercise.
        Scorer = "scorer",
        /// A snapshot: what a board saw.
        Snapshot = "snapshot",
        /// An aim.
        Aim = "aim",
        /// An objective.
        Objective = "objective",
        /// A review.
        Review = "review",
        /// A limit on how many hold a role.
        Limit = "limit",
    }
}

impl From<SubjectKind> for About {
    fn from(kind: SubjectKind) -> Self {
        match kind {
            SubjectKind::Programme => Self::Programme,
            SubjectKind::Body => Self::Body,
            SubjectKind::Goal => Self::Goal,
            SubjectKind::Priority => Self::Priority,
            SubjectKind::Organisation => Self::Organisation,
            SubjectKind::Indicator => Self::Indicator,
            SubjectKind::Decision => Self::Decision,
            SubjectKind::Meeting => Self::Meeting,
        }
    }
}

words! {
    /// How much a finding asks of its reader.
    Severity {
        /// Act.
        Red = "red",
        /// Attend.
        Amber = "amber",
        /// Know.
        Note = "note",
    }
}

words! {
    /// Every kind of finding. The word is stable.
    FindingCode {
        /// Finished later than the green tolerance allows.
        CompletedLate = "COMPLETED_LATE",
        /// No forecast was ever given.
        NoForecast = "NO_FORECAST",
        /// The forecast has passed and the item is not finished.
        ForecastInPast = "FORECAST_IN_PAST",
        /// The forecast is later than the baseline.
        Slip = "SLIP",
        /// The baseline finish has passed.
        Overdue = "OVERDUE",
        /// Due soon and not started.
        NotStartedDueSoon = "NOT_STARTED_DUE_SOON",
        /// Paused.
        OnHold = "ON_HOLD",
        /// Less progress reported than the dates ask for.
        ProgressShortfall = "PROGRESS_SHORTFALL",
        /// A predecessor finishes too late.
        InheritedRisk = "INHERITED_RISK",
        /// A predecessor finishes too late for a critical milestone.
        NegativeSlack = "NEGATIVE_SLACK",
        /// A blocker has been open too long.
        Blocked = "BLOCKED",
        /// An indicator of its benefit misses its target, or meets it by chance.
        Benefit = "BENEFIT",
        /// Finished, and an indicator of its benefit misses its target.
        BenefitNotSeen = "BENEFIT_NOT_SEEN",
        /// No update for too long.
        Stale = "STALE",
        /// The baseline was moved often or far.
        Rebaselined = "REBASELINED",
        /// A preset judged the due date.
        DueDate = "DUE_DATE",
        /// Left out of every roll-up.
        Excluded = "EXCLUDED",
        /// No approved baseline to assess against.
        NotAssessed = "NOT_ASSESSED",
        /// Reported complete or green, computed red.
        Watermelon = "WATERMELON",
        /// Reported better than computed.
        Optimistic = "OPTIMISTIC",
        /// Reported worse than computed.
        Pessimistic = "PESSIMISTIC",
        /// A judgement is in force.
        Override = "OVERRIDE",
        /// A judgement was not accepted.
        OverrideRefused = "OVERRIDE_REFUSED",
        /// A judgement was overtaken by worse facts.
        OverrideContradicted = "OVERRIDE_CONTRADICTED",
        /// Marked critical and no milestone.
        CriticalNotMilestone = "CRITICAL_NOT_MILESTONE",
        /// A critical milestone below is red.
        CriticalChildRed = "CRITICAL_CHILD_RED",
        /// Red weighs too much.
        RedShare = "RED_SHARE",
        /// Something below is red, so the node is not green.
        RedFloor = "RED_FLOOR",
        /// Amber and red weigh too much.
        AmberShare = "AMBER_SHARE",
        /// Too little is known.
        LowCoverage = "LOW_COVERAGE",
        /// The worst part decides.
        WorstPart = "WORST_PART",
        /// The mean severity decides.
        MeanSeverity = "MEAN_SEVERITY",
        /// The threshold ladder decides.
        ThresholdLadder = "THRESHOLD_LADDER",
        /// Another policy would give another colour.
        PolicySensitive = "POLICY_SENSITIVE",
        /// An update changed the level.
        ChangedByUpdate = "CHANGED_BY_UPDATE",
        /// A baseline came into force.
        ChangedByBaseline = "CHANGED_BY_BASELINE",
        /// A blocker was raised or resolved.
        ChangedByBlocker = "CHANGED_BY_BLOCKER",
        /// A judgement was set or came to its end.
        ChangedByOverride = "CHANGED_BY_OVERRIDE",
        /// Nothing was written down that changed the level: time passed.
        ChangedByTime = "CHANGED_BY_TIME",
        /// A priority that it waits for changed.
        ChangedByPredecessor = "CHANGED_BY_PREDECESSOR",
        /// A priority that it is part of was left out, or counts again.
        ChangedByParent = "CHANGED_BY_PARENT",
        /// Items below a node changed.
        ChangedByItems = "CHANGED_BY_ITEMS",
        /// A role of a body fell vacant or was filled, or organisations stayed away from it or came back.
        ChangedByBody = "CHANGED_BY_BODY",
        /// The two dates were judged by different policies.
        PolicyChanged = "POLICY_CHANGED",
        /// The report made again is the one that the board saw.
        SnapshotHolds = "SNAPSHOT_HOLDS",
        /// The report made again is another than the one that the board saw.
        SnapshotDiffers = "SNAPSHOT_DIFFERS",
        /// What the board saw cannot be made again: by another policy, or without a fingerprint.
        SnapshotNotComparable = "SNAPSHOT_NOT_COMPARABLE",
        /// An organisation holds nothing.
        ZeroRepresentation = "ZERO_REPRESENTATION",
        /// Fewer than an organisation is entitled to, beyond the tolerance.
        BelowEntitlement = "BELOW_ENTITLEMENT",
        /// More than an organisation is entitled to, beyond the tolerance.
        AboveEntitlement = "ABOVE_ENTITLEMENT",
        /// People without an organisation.
        Unattributed = "UNATTRIBUTED",
        /// What an organisation holds is not known.
        CountNotKnown = "COUNT_NOT_KNOWN",
        /// Too many arrangements for the footnote on chance.
        ExactNotComputed = "EXACT_NOT_COMPUTED",
        /// A quorum lacks something.
        QuorumFailed = "QUORUM_FAILED",
        /// A quorum can never be met.
        QuorumImpossible = "QUORUM_IMPOSSIBLE",
        /// Somebody present does not count.
        AttendanceNotCounted = "ATTENDANCE_NOT_COUNTED",
        /// Several options lead together.
        VoteTied = "VOTE_TIED",
        /// A vote that does not count.
        VoteNotCounted = "VOTE_NOT_COUNTED",
        /// Every part is as equal as it should be, and the whole is not.
        PartsMetTotalNot = "PARTS_MET_TOTAL_NOT",
        /// A turn of an organisation that was no member.
        TurnNotCounted = "TURN_NOT_COUNTED",
        /// Votes that never decide anything.
        NoVotingPower = "NO_VOTING_POWER",
        /// A quota that two sides could meet at once.
        QuotaTooLow = "QUOTA_TOO_LOW",
        /// Nothing could be ranked, or nothing is told apart.
        NothingToldApart = "NOTHING_TOLD_APART",
        /// Another voice or average would put another proposal first.
        VoiceDecides = "VOICE_DECIDES",
        /// By another method another proposal would come first.
        MethodDecides = "METHOD_DECIDES",
        /// Only one organisation has a voice.
        SingleVoice = "SINGLE_VOICE",
        /// Without this organisation another proposal would come first.
        SwingOrganisation = "SWING_ORGANISATION",
        /// Without one of these scorers another proposal would come first.
        SwingScorer = "SWING_SCORER",
        /// Scores are missing.
        MissingScores = "MISSING_SCORES",
        /// A proposal that nobody scored on a criterion with weight.
        NotScored = "NOT_SCORED",
        /// A criterion on which all proposals have the same value.
        NeverDiscriminates = "NEVER_DISCRIMINATES",
        /// Two criteria that order the proposals in the same way.
        SameThing = "SAME_THING",
        /// The same score for everything.
        StraightLiner = "STRAIGHT_LINER",
        /// Scores far from what the others give.
        FarOut = "FAR_OUT",
        /// Scores higher or lower throughout than the others do.
        Leniency = "LENIENCY",
        /// The winner comes first under few of the random weights.
        WinnerUncertain = "WINNER_UNCERTAIN",
        /// Who is above the cut depends on what is tried.
        GreyZone = "GREY_ZONE",
        /// Without declared interests another proposal would come first.
        InterestsDecide = "INTERESTS_DECIDE",
        /// An organisation scores its own higher than others do.
        HomeAdvantage = "HOME_ADVANTAGE",
        /// Random weights were left out: too many proposals.
        SamplesLeftOut = "SAMPLES_LEFT_OUT",
        /// Pairwise judgements contradict one another.
        InconsistentJudgements = "INCONSISTENT_JUDGEMENTS",
        /// Stated points do not start from the method's fixed point.
        WeightsNotAnchored = "WEIGHTS_NOT_ANCHORED",
        /// Weights computed from the figures and not from what people hold to be important.
        WeightsFromSpread = "WEIGHTS_FROM_SPREAD",
        /// Every proposal has the same figure on a criterion.
        ConstantCriterion = "CONSTANT_CRITERION",
        /// Scores are scaled by the list, so that a proposal leaving it can change the order of the others.
        RankReversal = "RANK_REVERSAL",
        /// No set of proposals fits the constraints.
        NoPortfolioFits = "NO_PORTFOLIO_FITS",
        /// Several sets of proposals are equally good.
        SeveralBestSets = "SEVERAL_BEST_SETS",
        /// A proposal fits into no portfolio.
        NeverFits = "NEVER_FITS",
        /// A part of the answer would take more steps than the stated limit.
        SearchIncomplete = "SEARCH_INCOMPLETE",
        /// Too few points for a control chart.
        TooFewPoints = "TOO_FEW_POINTS",
        /// Limits that come from few points.
        ShortPartition = "SHORT_PARTITION",
        /// Several values with the same date.
        DuplicateDates = "DUPLICATE_DATES",
        /// Periods between the dates that have no point.
        MissingPeriods = "MISSING_PERIODS",
        /// Points without a value.
        MissingValues = "MISSING_VALUES",
        /// Special causes among the points that the limits come from.
        BaselineSpecialCause = "BASELINE_SPECIAL_CAUSE",
        /// A baseline of more points than there are, or that ends before any that counts.
        BaselineNotReached = "BASELINE_NOT_REACHED",
        /// A recalculation within the baseline, so that what follows it has lines of its own.
        RecalculationInBaseline = "RECALCULATION_IN_BASELINE",
        /// A recalculation at the first point splits nothing.
        RecalculationAtFirst = "RECALCULATION_AT_FIRST",
        /// Rules of both sides speak for the last point.
        RulesConflict = "RULES_CONFLICT",
        /// Nothing varies.
        NothingVaries = "NOTHING_VARIES",
        /// Counts too low for a chart of individual values.
        LowCounts = "LOW_COUNTS",
        /// Counts that vary more than chance alone.
        Overdispersion = "OVERDISPERSION",
        /// Denominators so large, and so unlike, that chance alone makes limits too narrow.
        LargeDenominators = "LARGE_DENOMINATORS",
        /// Many points on the mean, or equal to the one before.
        ManyTies = "MANY_TIES",
        /// Many points at the most that there can be.
        AtCeiling = "AT_CEILING",
        /// Neighbouring points are alike.
        Autocorrelation = "AUTOCORRELATION",
        /// Points a cycle apart are alike.
        Seasonality = "SEASONALITY",
        /// Moving ranges above their limit.
        HighMovingRanges = "HIGH_MOVING_RANGES",
        /// A target that nothing is said about.
        TargetNotUsed = "TARGET_NOT_USED",
        /// Periods in which the whole is not known, because a member's figure is missing or suppressed.
        WholeNotKnown = "WHOLE_NOT_KNOWN",
        /// Periods in which the whole is a range, because a suppressed figure has an upper bound.
        WholeAsRange = "WHOLE_AS_RANGE",
        /// Without this member the whole would have another icon.
        OneMemberDecides = "ONE_MEMBER_DECIDES",
        /// The whole moved mostly because members have other parts in it than usual.
        MixChanged = "MIX_CHANGED",
        /// Fewer hold a role than should.
        RoleVacant = "ROLE_VACANT",
        /// More hold a role than may.
        RoleOverfilled = "ROLE_OVERFILLED",
        /// Two people held a single post at the same time.
        LeadOverlap = "LEAD_OVERLAP",
        /// A member organisation stayed away from three meetings in a row.
        OrganisationAbsent = "ORGANISATION_ABSENT",
        /// Fewer meetings were held than were due.
        MeetingsMissed = "MEETINGS_MISSED",
        /// Too long between two meetings.
        MeetingGap = "MEETING_GAP",
        /// An organisation came as a member of a body and is none: it has no seat, or is not in the collaborative.
        AttendedByNonMember = "ATTENDED_BY_NON_MEMBER",
        /// More hold a role than a limit allows.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// Fewer hold a role than a limit asks for.
        LimitNotReached = "LIMIT_NOT_REACHED",
        /// A priority that addresses no aim.
        NoAim = "NO_AIM",
        /// A priority that answers no driver.
        NoDriver = "NO_DRIVER",
        /// An aim that no priority addresses.
        AimNotServed = "AIM_NOT_SERVED",
        /// A goal that no priority serves.
        EmptyGoal = "EMPTY_GOAL",
        /// A priority that serves no goal.
        OrphanPriority = "ORPHAN_PRIORITY",
        /// A network with quick wins alone, or without any.
        OneHorizon = "ONE_HORIZON",
        /// A network that held no away day for a year.
        NoAwayDay = "NO_AWAY_DAY",
        /// A change that touches organisations differently went ahead without a supported, independently reviewed case.
        NoCaseForChange = "NO_CASE_FOR_CHANGE",
        /// Somebody leads, scores or reviews a change that touches their own organisation differently.
        NotImpartial = "NOT_IMPARTIAL",
        /// Fewer than half of a review panel are clinicians.
        PanelNotClinical = "PANEL_NOT_CLINICAL",
        /// A declared count is not the one counted.
        CountDiffers = "COUNT_DIFFERS",
        /// Several bodies work for the same goal on the same indicator.
        PossibleDuplicate = "POSSIBLE_DUPLICATE",
        /// An organisation with an interest voted.
        InterestNotRecused = "INTEREST_NOT_RECUSED",
        /// An interest was declared after the decision that it concerns.
        InterestDeclaredLate = "INTEREST_DECLARED_LATE",
        /// Who leads a priority has an interest in it.
        InterestOfLead = "INTEREST_OF_LEAD",
        /// A decision was taken without a quorum.
        DecisionNotQuorate = "DECISION_NOT_QUORATE",
        /// A chair's action that no meeting ratified.
        DecisionNotRatified = "DECISION_NOT_RATIFIED",
        /// The votes recorded do not carry the outcome recorded.
        OutcomeDiffers = "OUTCOME_DIFFERS",
        /// One person chairs several bodies.
        SeveralChairs = "SEVERAL_CHAIRS",
        /// The recorded members of a body are not those that it is made up of.
        MembershipDiffers = "MEMBERSHIP_DIFFERS",
        /// A goal or aim that no role answers for.
        NoAccountableRole = "NO_ACCOUNTABLE_ROLE",
        /// A goal or aim whose accountable role nobody holds.
        AccountableRoleVacant = "ACCOUNTABLE_ROLE_VACANT",
        /// An improvement that has not reached every organisation it is for.
        NotSpread = "NOT_SPREAD",
        /// More records than a check looks at.
        CheckIncomplete = "CHECK_INCOMPLETE",
    }
}

result! {
    /// What a finding speaks of.
    #[derive(Eq)]
    FindingSubject {
        /// What kind of thing it is.
        kind: About,
        /// Its identifier.
        id: String,
    }
}

result! {
    /// A fact that proves a finding: a field of an entity.
    #[derive(Eq)]
    Proof {
        /// What kind of entity it is: update, baseline, blocker, override, priority.
        kind: Cow<'static, str>,
        /// Its identifier; of a baseline its version.
        id: String,
        /// The field.
        field: Cow<'static, str>,
    }
}

result! {
    /// One reason of a result.
    Finding {
        /// What kind of reason it is.
        code: FindingCode,
        /// How much it asks of its reader.
        severity: Severity,
        /// What it speaks of.
        subject: FindingSubject,
        /// Which side of the subject.
        dimension: Dimension,
        /// Numbers, dates and identifiers: no prose.
        parameters: Parameters,
        /// The facts that prove it.
        evidence: Vec<Proof>,
        /// The rule it comes from, as the documentation numbers them.
        rule: Cow<'static, str>,
        /// The version of the policy.
        policy_version: Arc<str>,
        /// The level that it implies; null when it colours nothing.
        implies: Option<Level>,
        /// True when it implies the level that its subject has.
        dominating: bool,
        /// Since when it holds, where that can be told.
        since: Option<Day>,
    }
}

impl Finding {
    pub(crate) fn new(
        code: FindingCode,
        kind: impl Into<About>,
        id: &str,
        dimension: Dimension,
        rule: &'static str,
    ) -> Self {
        Self {
            code,
            severity: Severity::Note,
            subject: FindingSubject { kind: kind.into(), id: id.to_owned() },
            dimension,
            parameters: Parameters::empty(),
            evidence: Vec::with_capacity(2),
            rule: Cow::Borrowed(rule),
            policy_version: Arc::default(),
            implies: None,
            dominating: false,
            since: None,
        }
    }

    /// The level that this finding puts a floor at.
    pub(crate) fn implying(mut self, level: Level) -> Self {
        self.implies = Some(level);
        self.severity = match level {
            Level::Red => Severity::Red,
            Level::Amber => Severity::Amber,
            _ => Severity::Note,
        };
        self
    }

    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Parameter>) -> Self {
        self.add(name, value);
        self
    }

    pub(crate) fn add(&mut self, name: &'static str, value: impl Into<Parameter>) {
        self.parameters.add(name, value.into());
    }

    pub(crate) fn proof(mut self, kind: &'static str, id: impl Into<String>, field: &'static str) -> Self {
        self.evidence.push(Proof { kind: Cow::Borrowed(kind), id: id.into(), field: Cow::Borrowed(field) });
        self
    }

    pub(crate) fn since(mut self, day: Option<Day>) -> Self {
        self.since = day;
        self
    }
}

/// Findings in the order in which they are given: dominating first, then severity, code and subject.
///
/// Most come in the order of their subjects' ids already; then only that is compared.
pub(crate) fn sorted(findings: Vec<Finding>) -> Vec<Finding> {
    let key = |finding: &Finding| (!finding.dominating, finding.severity, finding.code, finding.subject.kind);
    let keys: Vec<_> = findings.iter().map(key).collect();
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|place| keys.get(*place));
    let id = |place: &usize| findings.get(*place).map(|finding| finding.subject.id.as_str());
    for alike in order.chunk_by_mut(|a, b| keys.get(*a) == keys.get(*b)) {
        if !alike.is_sorted_by_key(id) {
            alike.arrange_by_key(id);
        }
    }
    // Findings are large: each is moved once.
    let mut findings: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| findings.get_mut(place)?.take()).collect()
}

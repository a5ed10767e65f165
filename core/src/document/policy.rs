//! How status is judged: every number of the rules, named, with its default.

use super::declare::{record, words};
use super::priority::{PriorityKind, Tolerances};
use super::values::{DecimalShare, Weight};
use crate::decimal::Decimal;

use crate::problem::{Code, Problem};
use crate::recall::{Recall, field, result};

words! {
    /// How leaves roll up into a node.
    RollUp {
        /// Shares of red and amber, critical milestones, coverage, and no hidden red.
        Default = "default",
        /// The worst leaf.
        WorstOf = "worst_of",
        /// The mean severity; hides reds.
        Mean = "mean",
        /// Red or amber from a tenth of the weight; hides reds.
        ThresholdLadder = "threshold_ladder",
    }
}

words! {
    /// What a node's shares are taken over.
    Path {
        /// All leaves below it.
        Leaves = "leaves",
        /// Its direct children.
        Children = "children",
    }
}

words! {
    /// Which critical milestones turn a node red.
    CriticalScope {
        /// Those directly under it.
        Direct = "direct",
        /// None.
        Off = "off",
        /// All below it, at any depth.
        All = "all",
    }
}

words! {
    /// Simpler leaf rules that programme offices use.
    Preset {
        /// By due date, variant 1.
        DueDate1 = "due_date_1",
        /// By due date, variant 2.
        DueDate2 = "due_date_2",
        /// By due date, variant 3.
        DueDate3 = "due_date_3",
        /// By due date, variant 4.
        DueDate4 = "due_date_4",
        /// By due date, variant 5.
        DueDate5 = "due_date_5",
        /// Up to a week late green, up to a month amber, else red; rolls up to the worst.
        WeekMonth = "week_month",
    }
}

record! {
    /// A policy as written: every key may be left out and then has its default.
    #[derive(Default)]
    Policy {
    } optional {
        /// The version of the policy; `1.0` when omitted.
        version: Option<String>,
        /// How leaves roll up; `default` when omitted.
        roll_up: Option<RollUp>,
        /// What shares are taken over; `leaves` when omitted.
        path: Option<Path>,
        /// Which critical milestones turn a node red; `direct` when omitted.
        critical_scope: Option<CriticalScope>,
        /// A simpler leaf rule; none when omitted.
        preset: Option<Preset>,
        /// Tolerances by kind.
        tolerances: Option<KindTolerances>,
        /// Weights by kind.
        weights: Option<KindWeights>,
        /// An agreed item due within so many days should have started; 14 when omitted.
        not_started_days: Option<u16>,
        /// A shortfall of so much of the whole is amber; 0.15 when omitted.
        progress_amber: Option<DecimalShare>,
        /// A shortfall of so much of the whole is red; 0.30 when omitted.
        progress_red: Option<DecimalShare>,
        /// A blocker open longer than so many cycles is amber; 1 when omitted.
        blocked_amber_cycles: Option<Decimal>,
        /// A blocker open longer than so many cycles is red; 2 when omitted.
        blocked_red_cycles: Option<Decimal>,
        /// An update older than so many cycles is stale; 1.5 when omitted.
        stale_cycles: Option<Decimal>,
        /// So many changes of baseline are a finding; 2 when omitted.
        rebaselines: Option<u16>,
        /// A node is red from this weight share of red; 0.25 when omitted.
        red_share: Option<DecimalShare>,
        /// A node is amber from this weight share of amber and red; 0.25 when omitted.
        amber_share: Option<DecimalShare>,
        /// A node is amber below this share of weight with evidence; 0.80 when omitted.
        coverage: Option<DecimalShare>,
        /// Mean severity: amber from here; 1.5 when omitted.
        mean_amber: Option<Decimal>,
        /// Mean severity: red from here; 2.5 when omitted.
        mean_red: Option<Decimal>,
        /// Threshold ladder: red from this share of red; 0.10 when omitted.
        ladder_red: Option<DecimalShare>,
        /// Threshold ladder: amber from this share of amber and red; 0.10 when omitted.
        ladder_amber: Option<DecimalShare>,
        /// An override without an end lasts so many days, its first included; 35 when omitted.
        override_days: Option<u16>,
    }
}

record! {
    /// Tolerances by kind.
    #[derive(Default)]
    KindTolerances {
    } optional {
        /// Of a task; 7 and 28 when omitted.
        task: Option<Tolerances>,
        /// Of a milestone that is not critical; 7 and 28 when omitted.
        milestone: Option<Tolerances>,
        /// Of a critical milestone; 0 and 14 when omitted.
        critical_milestone: Option<Tolerances>,
        /// Of a project; 14 and 42 when omitted.
        project: Option<Tolerances>,
    }
}

record! {
    /// Weights by kind.
    #[derive(Default)]
    KindWeights {
    } optional {
        /// Of a task; 1 when omitted.
        task: Option<Weight>,
        /// Of a milestone; 2 when omitted.
        milestone: Option<Weight>,
        /// Of a project; 3 when omitted.
        project: Option<Weight>,
    }
}

result! {
    /// The policy in force: every number filled in. A report records it whole.
    #[non_exhaustive]
    StatusPolicy {
        /// The version of the policy.
        version: String,
        /// How leaves roll up.
        roll_up: RollUp,
        /// What shares are taken over.
        path: Path,
        /// Which critical milestones turn a node red.
        critical_scope: CriticalScope,
        /// A simpler leaf rule.
        preset: Option<Preset>,
        /// Tolerances by kind.
        tolerances: AllTolerances,
        /// Weights by kind.
        weights: AllWeights,
        /// An agreed item due within so many days should have started.
        not_started_days: u16,
        /// A shortfall of so much of the whole is amber.
        progress_amber: Decimal,
        /// A shortfall of so much of the whole is red.
        progress_red: Decimal,
        /// A blocker open longer than so many cycles is amber.
        blocked_amber_cycles: Decimal,
        /// A blocker open longer than so many cycles is red.
        blocked_red_cycles: Decimal,
        /// An update older than so many cycles is stale.
        stale_cycles: Decimal,
        /// So many changes of baseline are a finding.
        rebaselines: u16,
        /// A node is red from this weight share of red.
        red_share: Decimal,
        /// A node is amber from this weight share of amber and red.
        amber_share: Decimal,
        /// A node is amber below this share of weight with evidence.
        coverage: Decimal,
        /// Mean severity: amber from here.
        mean_amber: Decimal,
        /// Mean severity: red from here.
        mean_red: Decimal,
        /// Threshold ladder: red from this share of red.
        ladder_red: Decimal,
        /// Threshold ladder: amber from this share of amber and red.
        ladder_amber: Decimal,
        /// An override without an end lasts so many days, its first included.
        override_days: u16,
    }
}

result! {
    /// Tolerances of every kind.
    AllTolerances {
        /// Of a task.
        task: Tolerances,
        /// Of a milestone that is not critical.
        milestone: Tolerances,
        /// Of a critical milestone.
        critical_milestone: Tolerances,
        /// Of a project.
        project: Tolerances,
    }
}

impl Recall for Tolerances {
    fn recall(value: &serde_json::Value) -> Option<Self> {
        let fields = value.as_object()?;
        Some(Self { green_days: field(fields, "green_days")?, amber_days: field(fields, "amber_days")? })
    }
}

result! {
    /// Weights of every kind.
    AllWeights {
        /// Of a task.
        task: Decimal,
        /// Of a milestone.
        milestone: Decimal,
        /// Of a project.
        project: Decimal,
    }
}

impl Default for StatusPolicy {
    fn default() -> Self {
        Self::from(&Policy::default())
    }
}

impl Policy {
    /// Tolerances whose green reaches beyond their amber.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let Some(tolerances) = &self.tolerances else { return Vec::new() };
        let kinds = [
            ("task", &tolerances.task),
            ("milestone", &tolerances.milestone),
            ("critical_milestone", &tolerances.critical_milestone),
            ("project", &tolerances.project),
        ];
        let crossed = kinds.into_iter().filter_map(|(kind, days)| {
            let days = days.as_ref().filter(|days| days.green_days > days.amber_days)?;
            Some(Problem {
                code: Code::LimitsCrossed,
                path: format!("/policy/tolerances/{kind}/green_days"),
                value: Some(days.green_days.into()),
                accepted: Some(format!("green_days of at most {}", days.amber_days)),
                message: format!("green_days {} is above amber_days {}", days.green_days, days.amber_days),
            })
        });
        crossed.collect()
    }
}

/// So many hundredths.
const fn hundredths(number: i64) -> Decimal {
    Decimal::millionths(number * 10_000)
}

impl From<&Policy> for StatusPolicy {
    fn from(written: &Policy) -> Self {
        let week_month = written.preset == Some(Preset::WeekMonth);
        let number = |number: Option<Decimal>, default| number.unwrap_or(hundredths(default));
        let share = |share: Option<DecimalShare>, default| number(share.map(|DecimalShare(share)| share), default);
        let tolerances = written.tolerances.as_ref();
        let tolerance = |named: Option<&Tolerances>, green_days, amber_days| match named {
            _ if week_month => Tolerances { green_days: 7, amber_days: 30 },
            Some(named) => named.clone(),
            None => Tolerances { green_days, amber_days },
        };
        let weights = written.weights.as_ref();
        let weight = |named: Option<&Weight>, default| named.map_or(Decimal::whole(default), |Weight(weight)| *weight);
        Self {
            version: written.version.clone().unwrap_or_else(|| "1.0".into()),
            roll_up: written.roll_up.unwrap_or(if week_month { RollUp::WorstOf } else { RollUp::Default }),
            path: written.path.unwrap_or(Path::Leaves),
            critical_scope: written.critical_scope.unwrap_or(CriticalScope::Direct),
            preset: written.preset,
            tolerances: AllTolerances {
                task: tolerance(tolerances.and_then(|by_kind| by_kind.task.as_ref()), 7, 28),
                milestone: tolerance(tolerances.and_then(|by_kind| by_kind.milestone.as_ref()), 7, 28),
                critical_milestone: tolerance(
                    tolerances.and_then(|by_kind| by_kind.critical_milestone.as_ref()),
                    0,
                    14,
                ),
                project: tolerance(tolerances.and_then(|by_kind| by_kind.project.as_ref()), 14, 42),
            },
            weights: AllWeights {
                task: weight(weights.and_then(|by_kind| by_kind.task.as_ref()), 1),
                milestone: weight(weights.and_then(|by_kind| by_kind.milestone.as_ref()), 2),
                project: weight(weights.and_then(|by_kind| by_kind.project.as_ref()), 3),
            },
            not_started_days: written.not_started_days.unwrap_or(14),
            progress_amber: share(written.progress_amber, 15),
            progress_red: share(written.progress_red, 30),
            blocked_amber_cycles: number(written.blocked_amber_cycles, 100),
            blocked_red_cycles: number(written.blocked_red_cycles, 200),
            stale_cycles: number(written.stale_cycles, 150),
            rebaselines: written.rebaselines.unwrap_or(2),
            red_share: share(written.red_share, 25),
            amber_share: share(written.amber_share, 25),
            coverage: share(written.coverage, 80),
            mean_amber: number(written.mean_amber, 150),
            mean_red: number(written.mean_red, 250),
            ladder_red: share(written.ladder_red, 10),
            ladder_amber: share(written.ladder_amber, 10),
            override_days: written.override_days.unwrap_or(35),
        }
    }
}

impl StatusPolicy {
    /// Tolerances of an item of that kind that has none of its own.
    pub fn tolerances_of(&self, kind: PriorityKind, critical: bool) -> &Tolerances {
        match kind {
            PriorityKind::Task => &self.tolerances.task,
            PriorityKind::Milestone if critical => &self.tolerances.critical_milestone,
            PriorityKind::Milestone => &self.tolerances.milestone,
            PriorityKind::Project => &self.tolerances.project,
        }
    }

    /// The weight of an item of that kind that has none of its own.
    pub fn weight_of(&self, kind: PriorityKind) -> Decimal {
        match kind {
            PriorityKind::Task => self.weights.task,
            PriorityKind::Milestone => self.weights.milestone,
            PriorityKind::Project => self.weights.project,
        }
    }
}

//! Judgement above the rules: when a level set by people holds, and when it is refused or overtaken.

use crate::day::Day;
use crate::document::policy::StatusPolicy;
use crate::document::update::{Override, OverrideLevel};
use crate::finding::Level;

use super::state::Moment;

/// What comes of an override in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It holds: the effective level, and whether it is better than what was computed at its start.
    Holds { effective: Level, improvement: bool },
    /// It is refused, with a word for why.
    Refused(&'static str),
    /// The facts became worse than they were at its start.
    Contradicted,
}

/// What is known of the subject, now and at the override's start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) now: Level,
    pub(crate) at_start: Level,
    pub(crate) evidenced: bool,
}

/// The one override that is judged: in force, latest start, then the worse.
pub(crate) fn in_force<'a>(overrides: &[&'a Override], moment: Moment, policy: &StatusPolicy) -> Option<&'a Override> {
    let holds = |judgement: &&Override| {
        moment.sees(judgement.start, judgement.recorded_on) && moment.as_at <= last_day(judgement, policy)
    };
    let mut judged: Option<&Override> = None;
    for judgement in overrides.iter().copied().filter(holds) {
        let later = |other: &Override| (judgement.start, level(judgement)) > (other.start, level(other));
        if judged.is_none_or(later) {
            judged = Some(judgement);
        }
    }
    judged
}

/// The last day of an override, included.
pub(crate) fn last_day(judgement: &Override, policy: &StatusPolicy) -> Day {
    judgement.end.unwrap_or_else(|| judgement.start.plus(i64::from(policy.override_days).saturating_sub(1)))
}

pub(crate) fn level(judgement: &Override) -> Level {
    match judgement.level {
        OverrideLevel::Complete => Level::Complete,
        OverrideLevel::Green => Level::Green,
        OverrideLevel::Amber => Level::Amber,
        OverrideLevel::Red => Level::Red,
    }
}

/// The rule: an improvement needs reason, two roles, evidence and one step at most; a worsening always holds.
pub(crate) fn judge(judgement: &Override, standing: Standing) -> Verdict {
    let (asked, now, start) = (level(judgement), standing.now, standing.at_start);
    if !now.is_open() {
        return Verdict::Refused("not_open");
    }
    let steps = |from: Level| Some(from.severity()?.saturating_sub(asked.severity()?));
    let Some(steps) = steps(start).filter(|steps| *steps > 0) else {
        return Verdict::Holds { effective: now.max(asked), improvement: false };
    };
    let reason_given = judgement.reason.as_ref().is_some_and(|reason| !reason.is_blank());
    let two_roles = judgement.by.is_some() && judgement.approved_by.is_some() && judgement.by != judgement.approved_by;
    let refusal = [
        (asked == Level::Complete, "complete"),
        (steps > 1, "more_than_one_level"),
        (!reason_given, "no_reason"),
        (!two_roles, "not_two_roles"),
        (!standing.evidenced, "not_evidenced"),
    ];
    if let Some((_, why)) = refusal.into_iter().find(|(refused, _)| *refused) {
        return Verdict::Refused(why);
    }
    if now > start {
        return Verdict::Contradicted;
    }
    Verdict::Holds { effective: now.min(asked), improvement: true }
}

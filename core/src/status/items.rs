//! The rows of items, with what overrides and reports add to the leaf rule.

use std::collections::HashMap;

use super::dependencies::{Leaves, and_what_rests_on_them, judge_items, slack};
use super::facts::Facts;
use super::overrides::{Standing, Verdict, judge, last_day, level, on_item};
use super::rows::{Evidence, Item};
use super::state::Moment;
use super::{Picture, tree};
use crate::day::Day;
use crate::document::policy::StatusPolicy;
use crate::document::update::{Override, ReportedLevel, SubjectKind};
use crate::finding::{Dimension, Finding, FindingCode as Code, Level, Severity};
use crate::model::Model;

/// The moment that an override's start is looked back to: what was known then, or now if that is less.
pub(super) fn at_start(start: Day, moment: Moment) -> Moment {
    let known_at = Some(moment.known_at.map_or(start, |known_at| known_at.min(start)));
    Moment { as_at: start, known_at, ..moment }
}

/// Of each item: the override in force and what comes of it.
pub(super) fn verdicts<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
    leaves: &Leaves<'a>,
) -> Vec<Option<(&'a Override, Verdict)>> {
    let mut judged: Vec<Option<(&'a Override, Verdict)>> = vec![None; model.items.len()];
    for (position, judgement, verdict) in verdicts_on(model, policy, moment, facts, leaves, 0..model.items.len()) {
        judged[position] = Some((judgement, verdict));
    }
    judged
}

/// Of those items: the override in force and what comes of it.
pub(super) fn verdicts_on<'a>(
    model: &Model<'a>,
    policy: &StatusPolicy,
    moment: Moment,
    facts: &dyn Facts,
    leaves: &Leaves<'a>,
    items: impl Iterator<Item = usize>,
) -> Vec<(usize, &'a Override, Verdict)> {
    let mut judged = Vec::new();
    // Overrides that started together look back together.
    let mut by_start: HashMap<Day, Vec<(usize, &'a Override)>> = HashMap::new();
    for position in items {
        if let Some(judgement) = on_item(model, policy, moment, position) {
            by_start.entry(judgement.start).or_default().push((position, judgement));
        }
    }
    for (start, overridden) in by_start {
        let wanted: Vec<usize> = overridden.iter().map(|(position, _)| *position).collect();
        let then = judge_items(model, policy, at_start(start, moment), facts, Some(&wanted));
        for (position, judgement) in overridden {
            let (Some(now), Some(then)) = (leaves.get(position), then.get(position)) else { continue };
            let evidenced = now.is_evidenced() && then.is_evidenced();
            let standing = Standing { now: now.level, at_start: then.level, evidenced };
            judged.push((position, judgement, judge(judgement, standing)));
        }
    }
    judged
}

/// A reported level on the four-step order: both in-between steps of the Delivery Confidence scale are amber.
pub(super) fn on_the_order(reported: ReportedLevel) -> Level {
    match reported {
        ReportedLevel::Complete => Level::Complete,
        ReportedLevel::Green => Level::Green,
        ReportedLevel::AmberGreen | ReportedLevel::Amber | ReportedLevel::AmberRed => Level::Amber,
        ReportedLevel::Red => Level::Red,
    }
}

/// Every item as a row, and every finding on an item.
pub(super) fn rows(picture: &Picture<'_, '_>, mut said: Vec<Vec<Finding>>) -> (Vec<Item>, Vec<Finding>) {
    let Picture { model, policy, moment, facts, leaves, verdicts, .. } = picture;
    let first = Moment { first_baseline: true, ..*moment };
    // Held to first baselines, only what was moved differs, and what rests on it.
    let moved =
        |position: &usize| leaves.get(*position).and_then(|leaf| leaf.baselines).is_some_and(|seen| seen.changes() > 0);
    let differing = and_what_rests_on_them(model, (0..model.items.len()).filter(moved));
    let original = judge_items(model, policy, first, *facts, Some(&differing));
    let slack = slack(model, leaves);
    let mut items = Vec::with_capacity(model.items.len());
    for (position, facts) in model.items.iter().enumerate() {
        let Some(leaf) = leaves.get(position) else { continue };
        let priority = facts.priority;
        let verdict = verdicts[position];
        let level = picture.effective(position);
        let holds =
            verdict.filter(|(_, verdict)| matches!(verdict, Verdict::Holds { .. })).map(|(judgement, _)| judgement);
        let decides = holds.is_some_and(|judgement| self::level(judgement) == level);
        let original = original.get(position).unwrap_or(leaf);
        items.push(Item {
            id: priority.id.clone(),
            name: priority.name.as_str().to_owned(),
            body: priority.body.clone(),
            goal: priority.goal.clone(),
            parent: priority.parent.clone(),
            kind: priority.kind,
            critical: facts.is_critical_milestone(),
            lead_organisation: priority.lead_organisation.clone(),
            level,
            reason: leaf.reason,
            dimension: if decides { Some(Dimension::Override) } else { leaf.dimension },
            reported_level: leaf.state.reported.map(|(reported, _)| reported),
            computed_level: leaf.level,
            override_id: holds.map(|judgement| judgement.id.clone()),
            lifecycle: leaf.state.lifecycle.0,
            evidence: Evidence {
                stale_days: leaf.stale_days,
                missing: leaf.missing.iter().map(|field| (*field).to_owned()).collect(),
            },
            stale_on: leaf.stale_on,
            slip_days: leaf.slip_days,
            slack_days: slack[position],
            baseline_finish: leaf.baselines.map(|seen| seen.in_force().finish),
            forecast_finish: leaf.state.forecast.map(|(forecast, _)| forecast),
            expected_finish: leaf.finish,
            actual_finish: leaf.state.actual_finish.map(|(finish, _)| finish),
            level_against_original: original.level,
            weight: tree::weight(model, policy, position) as f64 / crate::decimal::ONE as f64,
        });
        let findings = &mut said[position];
        for finding in findings.iter_mut() {
            finding.dominating = finding.implies == Some(level) && !decides;
        }
        findings.extend(override_finding(picture, position, level));
        findings.extend(reporting(picture, position));
        if priority.critical == Some(true) && !facts.is_critical_milestone() {
            let finding = on(picture, position, Code::CriticalNotMilestone, Dimension::Schedule, "status.check");
            findings.push(finding.with("kind", priority.kind.as_str()).proof(
                "priority",
                priority.id.as_str(),
                "critical",
            ));
        }
    }
    // By id, as findings are ordered in the end.
    let findings = model.by_id.iter().flat_map(|position| std::mem::take(&mut said[*position])).collect();
    (items, findings)
}

fn on(picture: &Picture<'_, '_>, position: usize, code: Code, dimension: Dimension, rule: &'static str) -> Finding {
    let id = picture.model.items.get(position).map_or("", |item| item.priority.id.as_str());
    Finding::new(code, SubjectKind::Priority, id, dimension, rule)
}

/// What came of the override in force.
fn override_finding(picture: &Picture<'_, '_>, position: usize, level: Level) -> Option<Finding> {
    let (judgement, verdict) = picture.verdicts[position]?;
    let finding = |code| on(picture, position, code, Dimension::Override, "status.override");
    let mut finding = verdict_finding(picture, judgement, verdict, picture.computed(position), finding);
    finding.dominating = finding.implies == Some(level);
    Some(finding)
}

/// The finding on an override, of an item or of a node.
pub(super) fn verdict_finding(
    picture: &Picture<'_, '_>,
    judgement: &Override,
    verdict: Verdict,
    computed: Level,
    finding: impl Fn(Code) -> Finding,
) -> Finding {
    let asked = level(judgement);
    let finding = match verdict {
        Verdict::Holds { effective, .. } if effective == asked => finding(Code::Override).implying(asked),
        Verdict::Holds { .. } => finding(Code::Override),
        Verdict::Refused(why) => finding(Code::OverrideRefused).severity(Severity::Amber).with("why", why),
        Verdict::Contradicted => finding(Code::OverrideContradicted).severity(Severity::Amber),
    };
    finding
        .with("override", judgement.id.clone())
        .with("asked", asked.as_str())
        .with("computed", computed.as_str())
        .with("by", judgement.by.clone())
        .with("approved_by", judgement.approved_by.clone())
        .with("reason", judgement.reason.as_ref().map(|reason| reason.0.clone()))
        .with("until", last_day(judgement, picture.policy))
        .proof("override", judgement.id.as_str(), "level")
        .since(Some(judgement.start))
}

/// Reported against computed.
fn reporting(picture: &Picture<'_, '_>, position: usize) -> Option<Finding> {
    let leaf = picture.leaf(position)?;
    let (reported, update) = leaf.state.reported?;
    let (reported_severity, computed_severity) = (on_the_order(reported).severity()?, leaf.level.severity()?);
    let (code, severity) = match reported_severity.cmp(&computed_severity) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => (Code::Pessimistic, Severity::Note),
        std::cmp::Ordering::Less if is_watermelon(picture, position) => (Code::Watermelon, Severity::Red),
        std::cmp::Ordering::Less => (Code::Optimistic, Severity::Amber),
    };
    let finding = on(picture, position, code, Dimension::Reporting, "status.reported")
        .severity(severity)
        .with("reported", reported.as_str())
        .with("computed", leaf.level.as_str())
        .proof("update", update.id.as_str(), "reported_level")
        .since(Some(update.as_at));
    Some(finding)
}

/// Reported complete or green, computed red.
pub(super) fn is_watermelon(picture: &Picture<'_, '_>, position: usize) -> bool {
    picture.computed(position) == Level::Red && reported_well(picture, position)
}

/// Reported complete or green.
pub(super) fn reported_well(picture: &Picture<'_, '_>, position: usize) -> bool {
    let reported = picture.leaf(position).and_then(|leaf| leaf.state.reported);
    matches!(reported, Some((ReportedLevel::Complete | ReportedLevel::Green, _)))
}

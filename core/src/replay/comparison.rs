//! What changed between two dates.

use super::{named, policy_of};
use crate::canonical::fingerprint;
use crate::day::Day;
use crate::document::Programme;
use crate::document::policy::{Policy, StatusPolicy};
use crate::document::record::Snapshot;
use crate::document::update::SubjectKind;
use crate::facts::ProgrammeFacts;
use crate::finding::{Dimension, Finding, FindingCode, Severity};
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::report::Named;
use crate::status::{self, Change, ItemChange, Moment, Moments, NodeChange};

/// What to compare.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompareOptions {
    /// The earlier date, seen as it was known on that day.
    pub since: Day,
    /// The later date.
    pub as_at: Day,
    /// At the later date only what was recorded by this day counts; everything when `None`.
    pub known_at: Option<Day>,
    /// The policy that both dates are judged by; the document's own when `None`, else the default.
    pub policy: Option<Policy>,
    /// The policy in use at the earlier date, where that was another.
    pub former_policy: Option<Policy>,
}

impl CompareOptions {
    /// Two dates, with everything else as by default.
    pub fn between(since: Day, as_at: Day) -> Self {
        Self { since, as_at, known_at: None, policy: None, former_policy: None }
    }
}

result! {
    /// What changed between two dates, and what changed it. Lists are flat.
    #[non_exhaustive]
    Comparison {
        /// The earlier date, seen as it was known on that day.
        since: Day,
        /// The later date.
        as_at: Day,
        /// At the later date only what was recorded by this day counts; null: everything recorded.
        known_at: Option<Day>,
        /// The programme.
        programme: Named,
        /// Invented for illustration: every rendering says so.
        illustrative: bool,
        /// The policy that both dates are judged by, whole.
        policy: StatusPolicy,
        /// The policy in use at the earlier date, where that was another.
        former_policy: Option<StatusPolicy>,
        /// True if the earlier date was judged by another policy: by the argument, or by a snapshot of that date.
        policy_changed: bool,
        /// Priorities that changed.
        items: Vec<ItemChange>,
        /// How many priorities did not change.
        unchanged: usize,
        /// Every node, changed or not.
        nodes: Vec<NodeChange>,
        /// What changed each level: dominating first, then severity, code and subject.
        findings: Vec<Finding>,
        /// False where a limit kept causes from being looked for, or gave a set that may not be the smallest.
        causes_exact: bool,
    }
}

/// Compares a programme at two dates: the earlier one as it was known then, the later one as it is known.
///
/// # Errors
/// [`Problems`] of the document, of dates in the wrong order, and where weighing overrides would take too long.
///
/// ```
/// use equipoise::replay::{CompareOptions, compare};
/// use equipoise::{Programme, describe_finding};
/// let programme = Programme::from_json(include_str!("../../../docs/demo/rules.json"))?;
/// let dates = ["2023-02-28", "2023-03-31"].map(|day| day.parse().unwrap());
/// let changed = compare(&programme, &CompareOptions::between(dates[0], dates[1]))?;
/// assert!(!changed.items.is_empty());
/// assert!(!describe_finding(&changed.findings[0]).is_empty());
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn compare(programme: &Programme, options: &CompareOptions) -> Result<Comparison, Problems> {
    comparison(&Model::new(programme)?, options)
}

/// The comparison of a document that was checked.
pub(crate) fn comparison(model: &Model<'_>, options: &CompareOptions) -> Result<Comparison, Problems> {
    let programme = model.programme;
    let CompareOptions { since, as_at, known_at, .. } = *options;
    if since > as_at {
        return Err(Problem {
            code: Code::NotInOrder,
            path: "/since".into(),
            value: Some(since.to_string().into()),
            accepted: Some(format!("a date not after {as_at}")),
            message: format!("since {since} comes after as_at {as_at}"),
        }
        .into());
    }
    let policy = policy_of(programme, options.policy.as_ref());
    let former_policy = options.former_policy.as_ref().map(StatusPolicy::from).filter(|former| *former != policy);
    let then = Moment {
        as_at: since,
        known_at: Some(known_at.map_or(since, |known_at| known_at.min(since))),
        first_baseline: false,
    };
    let now = Moment { as_at, known_at, first_baseline: false };
    let facts = ProgrammeFacts::of(model);
    facts.figures.within_limits()?;
    for moment in [then, now] {
        status::within_limits(model, &policy, moment, &facts)?;
    }
    if let Some(former) = &former_policy {
        status::within_limits(model, former, then, &facts)?;
    }
    let status::Changes { items, nodes, mut findings, unchanged, exact } =
        status::changes(model, &policy, former_policy.as_ref(), Moments { then, now }, &facts);
    let seen = programme.snapshots.iter().find(|snapshot| saw_other_policy(snapshot, since, &former_policy, &policy));
    let policy_changed = former_policy.is_some() || seen.is_some();
    if policy_changed {
        let counted = |changes: &mut dyn Iterator<Item = &Vec<Change>>| {
            changes.filter(|changes| changes.contains(&Change::PolicyChanged)).count()
        };
        let finding = Finding::new(
            FindingCode::PolicyChanged,
            SubjectKind::Programme,
            &programme.id,
            Dimension::Change,
            "status.change.policy",
        );
        let mut finding = finding
            .severity(Severity::Amber)
            .with("since", since)
            .with("version_from", former_policy.as_ref().map(|policy| policy.version.clone()))
            .with("version_to", policy.version.clone())
            .with("items", counted(&mut items.iter().map(|row| &row.changes)))
            .with("nodes", counted(&mut nodes.iter().map(|row| &row.changes)))
            .with("snapshot", seen.map(|snapshot| snapshot.id.clone()));
        if let Some(snapshot) = seen {
            finding = finding.proof("snapshot", snapshot.id.as_str(), "fingerprints");
        }
        finding.policy_version = policy.version.as_str().into();
        findings.push(finding);
        findings = crate::finding::sorted(findings);
    }
    Ok(Comparison {
        since,
        as_at,
        known_at,
        programme: named(programme),
        illustrative: programme.illustrative == Some(true),
        policy,
        former_policy,
        policy_changed,
        items,
        unchanged,
        nodes,
        findings,
        causes_exact: exact,
    })
}

/// True for a snapshot of that date whose policy is neither the former one nor the one of today.
fn saw_other_policy(snapshot: &Snapshot, since: Day, former: &Option<StatusPolicy>, policy: &StatusPolicy) -> bool {
    let seen = snapshot.fingerprints.as_ref().and_then(|fingerprints| fingerprints.policy.as_ref());
    let used = former.as_ref().unwrap_or(policy);
    snapshot.as_at == since && seen.is_some_and(|seen| *seen != fingerprint(used))
}

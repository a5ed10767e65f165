//! What a board saw: a report fingerprinted, and made again later to see that it is still the same.

use super::policy_of;
use crate::canonical::fingerprint;
use crate::day::Day;
use crate::document::Programme;
use crate::document::policy::Policy;
use crate::document::record::{Fingerprints, Snapshot};
use crate::document::values::Text;
use crate::finding::{About, Dimension, Finding, FindingCode, Severity};
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::report::{Detail, Options, Part, Report, gather};

/// The version of the library that makes reports.
const LIBRARY: &str = env!("CARGO_PKG_VERSION");

/// Who let a report out, when, and to whom.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Released {
    /// The role that let it out.
    pub released_by: String,
    /// The day it was let out.
    pub released_on: Day,
    /// The role that handed it in.
    pub submitted_by: Option<String>,
    /// The day it was handed in.
    pub submitted_on: Option<Day>,
    /// The role that read it over.
    pub reviewed_by: Option<String>,
    /// The day it was read over.
    pub reviewed_on: Option<Day>,
    /// The body that saw it.
    pub body: Option<String>,
    /// The identifier of the entry; made from the dates when `None`.
    pub id: Option<String>,
    /// A label.
    pub name: Option<String>,
}

impl Released {
    /// By that role on that day, with nothing else stated.
    pub fn by(role: &str, on: Day) -> Self {
        Self {
            released_by: role.to_owned(),
            released_on: on,
            submitted_by: None,
            submitted_on: None,
            reviewed_by: None,
            reviewed_on: None,
            body: None,
            id: None,
            name: None,
        }
    }
}

/// An entry for the document's `snapshots`: the report's dates, the fingerprints of report, policy and, if it is given,
/// document, and who let it pass.
///
/// # Errors
/// A problem for a report that could not be made again: without `known_at`, with parts left out, with single scorers,
/// or altered since it was made.
///
/// ```
/// use equipoise::replay::{Released, VerifyOptions, snapshot, verify_snapshots};
/// use equipoise::{Options, Programme, assess, finding::FindingCode};
/// let mut programme = Programme::from_json(include_str!("../../../docs/demo/programme.json"))?;
/// let day = "2023-03-31".parse().unwrap();
/// let mut options = Options::as_at(day);
/// options.known_at = Some(day);
/// let report = assess(&programme, &options)?;
/// let entry = snapshot(&report, Released::by("managing_director", "2023-04-05".parse().unwrap()), Some(&programme))?;
/// programme.snapshots.push(entry);
/// assert_eq!(verify_snapshots(&programme, &VerifyOptions::default())?[0].code, FindingCode::SnapshotHolds);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn snapshot(report: &Report, released: Released, document: Option<&Programme>) -> Result<Snapshot, Problems> {
    entry(report, released, document)
}

/// The entry of a report that may have come from elsewhere.
pub(crate) fn entry(report: &Report, released: Released, document: Option<&Programme>) -> Result<Snapshot, Problems> {
    let refused = |path: &str, value: Option<serde_json::Value>, accepted: &str, message: &str| Problem {
        code: Code::WrongCombination,
        path: path.into(),
        value,
        accepted: Some(accepted.into()),
        message: message.into(),
    };
    let mut problems = Vec::new();
    if report.known_at.is_none() {
        let accepted = "a report assessed with known_at, so that it can be made again later";
        problems.push(refused(
            "/report/known_at",
            None,
            accepted,
            "the report says everything recorded, without a day",
        ));
    }
    if report.included != Part::ALL {
        problems.push(refused("/report/included", None, "a report with all its parts", "parts were left out"));
    }
    if report.detail != Detail::Organisation {
        let accepted = "a report in the detail “organisation”";
        let detail = Some(report.detail.as_str().into());
        problems.push(refused("/report/detail", detail, accepted, "the report names single scorers"));
    }
    if let Some(from) = report.cadence_from {
        let accepted = "a report that counts meetings from the first day of the financial year";
        let from = Some(from.to_string().into());
        problems.push(refused("/report/cadence_from", from, accepted, "the report counts meetings from another day"));
    }
    let made = report.fingerprint();
    if made != report.fingerprint {
        let message = "the report was altered after it was made: its fingerprint is another";
        let stated = Some(report.fingerprint.as_str().into());
        problems.push(refused("/report/fingerprint", stated, "a report as it was made", message));
    }
    Problems::none(problems)?;
    let known = report.known_at.filter(|known_at| *known_at != report.as_at);
    let known = known.map(|known_at| format!("-known-{known_at}")).unwrap_or_default();
    Ok(Snapshot {
        id: released.id.unwrap_or_else(|| format!("report-{}{known}", report.as_at)),
        as_at: report.as_at,
        known_at: report.known_at,
        fingerprints: Some(Fingerprints {
            document: document.map(of_document),
            policy: Some(fingerprint(&report.policy)),
            report: Some(made),
        }),
        library: Some(LIBRARY.to_owned()),
        submitted_by: released.submitted_by,
        submitted_on: released.submitted_on,
        reviewed_by: released.reviewed_by,
        reviewed_on: released.reviewed_on,
        released_by: Some(released.released_by),
        released_on: Some(released.released_on),
        body: released.body,
        name: released.name.map(Text),
        codes: Default::default(),
        source: None,
    })
}

/// The fingerprint of a document without its snapshots, which are added after it.
fn of_document(programme: &Programme) -> String {
    fingerprint(&Programme { snapshots: Vec::new(), ..programme.clone() })
}

/// Which snapshots to verify, and by which policy reports are made again.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct VerifyOptions {
    /// The one of that identifier; all when `None`.
    pub snapshot: Option<String>,
    /// The policy; the document's own when `None`, else the default.
    pub policy: Option<Policy>,
}

/// The most priorities assessed for all snapshots together.
const MOST_ASSESSED: usize = 5_000_000;

/// Makes the report of each snapshot again and says whether it is the one that the board saw: one finding each.
///
/// # Errors
/// [`Problems`] of the document, of a snapshot that it does not hold, and where there are too many to make again.
pub fn verify_snapshots(programme: &Programme, options: &VerifyOptions) -> Result<Vec<Finding>, Problems> {
    verified(&Model::new(programme)?, options)
}

/// The findings on the snapshots of a document that was checked.
pub(crate) fn verified(model: &Model<'_>, options: &VerifyOptions) -> Result<Vec<Finding>, Problems> {
    let programme = model.programme;
    let wanted = |snapshot: &&Snapshot| options.snapshot.as_ref().is_none_or(|id| snapshot.id == *id);
    let snapshots: Vec<&Snapshot> = programme.snapshots.iter().filter(wanted).collect();
    if let (Some(id), []) = (&options.snapshot, snapshots.as_slice()) {
        return Err(Problem {
            code: Code::DanglingReference,
            path: "/snapshot".into(),
            value: Some(id.as_str().into()),
            accepted: Some("the identifier of one of the document's snapshots".into()),
            message: format!("“{id}” is none of the document's snapshots"),
        }
        .into());
    }
    let assessed = snapshots.len().saturating_mul(model.items.len());
    if assessed > MOST_ASSESSED {
        return Err(Problem {
            code: Code::TooLarge,
            path: "/document/snapshots".into(),
            value: Some(snapshots.len().into()),
            accepted: Some(format!("snapshots times priorities of at most {MOST_ASSESSED}; name one snapshot")),
            message: format!("that would be {assessed} priorities assessed"),
        }
        .into());
    }
    let policy = policy_of(programme, options.policy.as_ref());
    let used = fingerprint(&policy);
    let document = of_document(programme);
    snapshots
        .into_iter()
        .map(|snapshot| verify(model, options, snapshot, [&used, &policy.version, &document]))
        .collect()
}

fn verify(
    model: &Model<'_>,
    options: &VerifyOptions,
    snapshot: &Snapshot,
    [policy, version, document]: [&str; 3],
) -> Result<Finding, Problems> {
    let fingerprints = snapshot.fingerprints.clone().unwrap_or_default();
    let known_at = snapshot.known_at.zip(fingerprints.report.as_ref()).map(|(known_at, _)| known_at);
    let other_policy = fingerprints.policy.as_ref().is_some_and(|seen| seen != policy);
    let (code, severity, why, report) = match known_at {
        None => (FindingCode::SnapshotNotComparable, Severity::Note, Some("no_fingerprint"), None),
        Some(_) if other_policy => (FindingCode::SnapshotNotComparable, Severity::Amber, Some("other_policy"), None),
        Some(known_at) => {
            let mut asked = Options::as_at(snapshot.as_at);
            asked.known_at = Some(known_at);
            asked.policy.clone_from(&options.policy);
            let report = gather(model, &asked)?.fingerprint();
            let (code, severity) = if fingerprints.report.as_ref() == Some(&report) {
                (FindingCode::SnapshotHolds, Severity::Note)
            } else {
                (FindingCode::SnapshotDiffers, Severity::Red)
            };
            let library = snapshot.library.as_deref().filter(|library| *library != LIBRARY).map(|_| "other_library");
            (code, severity, library, Some(report))
        }
    };
    let mut finding = Finding::new(code, About::Snapshot, &snapshot.id, Dimension::Change, "snapshot.verify")
        .severity(severity)
        .with("as_at", snapshot.as_at)
        .with("known_at", snapshot.known_at)
        .with("released_on", snapshot.released_on)
        .with("body", snapshot.body.clone())
        .with("report", fingerprints.report)
        .with("report_now", report)
        .with("policy", fingerprints.policy)
        .with("policy_now", policy.to_owned())
        .with("document", fingerprints.document)
        .with("document_now", document.to_owned())
        .with("library", snapshot.library.clone())
        .with("library_now", LIBRARY)
        .with("why", why)
        .proof("snapshot", snapshot.id.as_str(), "fingerprints");
    finding.policy_version = version.into();
    Ok(finding)
}

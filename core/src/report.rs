//! A report: the assessments of one programme at one moment, gathered as flat lists.

use crate::cadence::{self, CadenceRow};
use crate::canonical;
use crate::day::Day;
use crate::document::Programme;
use crate::document::declare::words;
use crate::document::policy::{Policy, StatusPolicy};
use crate::document::text;
use crate::exercises::{self, AssessedExercise};
use crate::facts::ProgrammeFacts;
use crate::finding::Finding;
use crate::governance::{Governance, govern};
use crate::holdings::{Holding, holdings, start_of_year};
use crate::indicators::{AssessedIndicator, IndicatorSummary, summarise};
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::sentence;
use crate::status::{self, Item, Moment, Node};
use std::sync::Arc;

words! {
    /// A part of a report that can be left out.
    Part {
        /// The rows of items.
        Items = "items",
        /// The rows of nodes.
        Nodes = "nodes",
        /// The findings.
        Findings = "findings",
        /// Equal representation.
        Representation = "representation",
        /// Meetings due, held and missed.
        Cadence = "cadence",
        /// Governance checks.
        Governance = "governance",
        /// Prioritisation exercises.
        Exercises = "exercises",
        /// Indicators, and how many have which icon.
        Indicators = "indicators",
    }
}

words! {
    /// How far a report goes into detail about people.
    Detail {
        /// Organisations are named, single scorers are not.
        Organisation = "organisation",
        /// Single scorers are named by their tokens.
        Scorer = "scorer",
    }
}

/// What to assess, and as known when.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The day the report speaks of.
    pub as_at: Day,
    /// Only what was recorded by this day counts; everything when `None`.
    pub known_at: Option<Day>,
    /// The policy; the document's own when `None`, else the default.
    pub policy: Option<Policy>,
    /// The parts to return; all when `None`.
    pub include: Option<Vec<Part>>,
    /// How far to go into detail about people.
    pub detail: Detail,
    /// The first day from which meetings are counted; that of the financial year when `None`.
    pub cadence_from: Option<Day>,
}

impl Options {
    /// A report as at that day, with everything else as by default.
    pub fn as_at(as_at: Day) -> Self {
        Self { as_at, known_at: None, policy: None, include: None, detail: Detail::Organisation, cadence_from: None }
    }
}

result! {
    /// Where a programme stands, and why. Lists are flat: one row of a list is one row of a table.
    #[non_exhaustive]
    Report {
        /// The day it speaks of.
        as_at: Day,
        /// Only what was recorded by this day counts; null: everything recorded.
        known_at: Option<Day>,
        /// The last day on which anything that counts was recorded, whichever parts are returned; null where nothing was.
        recorded_up_to: Option<Day>,
        /// The policy used, whole.
        policy: StatusPolicy,
        /// The programme.
        programme: Named,
        /// Invented for illustration: every rendering says so.
        illustrative: bool,
        /// Where the facts come from.
        source: Option<String>,
        /// The first day from which meetings are counted, where it was asked for; null: that of the financial year.
        cadence_from: Option<Day>,
        /// The programme's level in one line, with how firm it is.
        headline: String,
        /// The parts returned.
        included: Vec<Part>,
        /// How far it goes into detail about people.
        detail: Detail,
        /// One row per priority.
        items: Vec<Item>,
        /// The programme, bodies, goals, and priorities with parts.
        nodes: Vec<Node>,
        /// Why: dominating first, then severity, code and subject.
        findings: Vec<Finding>,
        /// The chain of dependencies that ends last, first item first.
        critical_path: Vec<String>,
        /// Meetings due, held and missed: one row for each kind of meeting of each body, then for each kind over all.
        cadence: Vec<CadenceRow>,
        /// Whether the programme keeps its own rules; null where it was not asked for.
        governance: Option<Governance>,
        /// Equal representation of the collaborative's members: one row per thing that is counted.
        representation: Vec<Holding>,
        /// Prioritisation exercises open by the day, each with its ranking.
        exercises: Vec<AssessedExercise>,
        /// Indicators: one row per indicator and organisation, and for the whole where it has figures.
        indicators: Vec<AssessedIndicator>,
        /// How many series have which icon: of the collaborative, of each body and each goal.
        indicator_summary: Vec<IndicatorSummary>,
        /// First 16 hex digits of SHA-256 over the canonical JSON of all the rest.
        fingerprint: String,
    }
}

result! {
    /// An identifier with its name.
    #[derive(Eq)]
    Named {
        /// The identifier.
        id: String,
        /// The name people use.
        name: String,
    }
}

/// Assesses a programme.
///
/// # Errors
/// [`Problems`] of the document, if it was not checked when it was read, and a problem where weighing its overrides
/// would take too long, or where `cadence_from` comes after `as_at`.
///
/// ```
/// use equipoise::{Options, Programme, assess};
/// let programme = Programme::from_json(include_str!("../../docs/demo/programme.json"))?;
/// let report = assess(&programme, &Options::as_at("2023-03-31".parse().unwrap()))?;
/// assert_eq!(report.headline, "Amber over all items, Red over networks, Green by average");
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn assess(programme: &Programme, options: &Options) -> Result<Report, Problems> {
    let mut report = gather(&Model::new(programme)?, options)?;
    report.fingerprint = report.fingerprint();
    Ok(report)
}

/// The report without its fingerprint, which costs a printing.
pub(crate) fn gather(model: &Model<'_>, options: &Options) -> Result<Report, Problems> {
    if let Some(from) = options.cadence_from.filter(|from| *from > options.as_at) {
        return Err(Problem {
            code: Code::NotInOrder,
            path: "/cadence_from".into(),
            value: Some(from.to_string().into()),
            accepted: Some(format!("a day not after {}", options.as_at)),
            message: format!("{from} comes after {}, the day of the report", options.as_at),
        }
        .into());
    }
    let programme = model.programme;
    let policy = options.policy.as_ref().or(programme.policy.as_ref()).map_or_else(StatusPolicy::default, Into::into);
    let moment = Moment { as_at: options.as_at, known_at: options.known_at, first_baseline: false };
    let facts = ProgrammeFacts::of(model);
    facts.figures.within_limits()?;
    status::within_limits(model, &policy, moment, &facts)?;
    let status = status::compute_with(model, &policy, moment, &facts);
    let included = options.include.clone().unwrap_or_else(|| Part::ALL.to_vec());
    let wanted = |part: Part| included.contains(&part);
    let from = start_of_year(programme.collaborative.as_ref(), options.as_at);
    let met_from = options.cadence_from.unwrap_or(from);
    let mut cadence = if wanted(Part::Cadence) { cadence::meet(&facts.records, moment, met_from) } else { Vec::new() };
    let named = options.detail == Detail::Scorer;
    let mut governance = wanted(Part::Governance).then(|| govern(&facts.records, &status.items, moment, from, named));
    let version: Arc<str> = policy.version.as_str().into();
    let of_cadence = cadence.iter_mut().flat_map(|row| &mut row.findings);
    for finding in of_cadence.chain(governance.iter_mut().flat_map(|governance| &mut governance.findings)) {
        finding.policy_version = version.clone();
    }
    let representation = if wanted(Part::Representation) { holdings(model, &status.items, moment) } else { Vec::new() };
    let exercises =
        if wanted(Part::Exercises) { exercises::assess(programme, moment, options.detail)? } else { Vec::new() };
    let indicators = if wanted(Part::Indicators) { facts.figures.rows(moment)? } else { Vec::new() };
    let headline = sentence::headline(&status.nodes, &policy, sentence::body_word(programme));
    Ok(Report {
        as_at: options.as_at,
        known_at: options.known_at,
        cadence_from: options.cadence_from,
        recorded_up_to: recorded_up_to(programme, moment),
        programme: Named { id: programme.id.clone(), name: programme.name.as_str().to_owned() },
        illustrative: programme.illustrative == Some(true),
        source: programme.source.as_ref().map(|source| source.as_str().to_owned()),
        headline,
        detail: options.detail,
        items: if wanted(Part::Items) { status.items } else { Vec::new() },
        nodes: if wanted(Part::Nodes) { status.nodes } else { Vec::new() },
        findings: if wanted(Part::Findings) { status.findings } else { Vec::new() },
        critical_path: status.critical_path,
        included,
        policy,
        cadence,
        governance,
        representation,
        exercises,
        indicator_summary: summarise(programme, &indicators),
        indicators,
        fingerprint: String::new(),
    })
}

/// The last day on which a fact that counts was recorded, whichever parts are returned: status looks at most of them.
fn recorded_up_to(programme: &Programme, moment: Moment) -> Option<Day> {
    let mut last: Option<Day> = None;
    // The day that a fact speaks of, and the day that it was recorded.
    let mut note = |own: Option<Day>, recorded: Option<Day>| {
        if let Some(own) = own.or(recorded).filter(|own| moment.sees(*own, recorded)) {
            last = last.max(Some(recorded.unwrap_or(own)));
        }
    };
    programme.updates.iter().for_each(|update| note(Some(update.as_at), update.recorded_on));
    programme.overrides.iter().for_each(|judgement| note(Some(judgement.start), judgement.recorded_on));
    for blocker in &programme.blockers {
        note(Some(blocker.raised_on), blocker.recorded_on);
        // What nobody knew of was not cleared for anybody.
        let known = moment.sees(blocker.raised_on, blocker.recorded_on);
        note(blocker.resolved_on.filter(|_| known), None);
    }
    for baseline in programme.priorities.iter().flat_map(|priority| &priority.baselines) {
        // A plan that nobody approved counts for nothing.
        baseline.approved_on.into_iter().for_each(|approved| note(Some(approved), baseline.recorded_on));
    }
    for meeting in &programme.meetings {
        // A meeting that is planned and no more has told nothing yet.
        let off = meeting.cancelled_on.or(meeting.planned_on.filter(|_| meeting.cancelled_reason.is_some()));
        let day = meeting.held_on.or(off);
        day.into_iter().for_each(|day| note(Some(day), meeting.recorded_on));
    }
    for decision in &programme.decisions {
        decision.decided_on.into_iter().for_each(|day| note(Some(day), decision.recorded_on));
    }
    for review in &programme.reviews {
        review.reviewed_on.into_iter().for_each(|day| note(Some(day), review.recorded_on));
    }
    programme.interests.iter().for_each(|interest| note(interest.declared_on, interest.recorded_on));
    programme.observations.iter().for_each(|figure| note(figure.period.last_day(), figure.recorded_on));
    for control in programme.indicators.iter().filter_map(|indicator| indicator.control_chart.as_ref()) {
        let marked = control.recalculations.iter().chain(&control.ghosted);
        marked.for_each(|marked| note(marked.decided_on, marked.recorded_on));
    }
    let open = programme.exercises.iter().filter(|exercise| exercise.opened_on.is_none_or(|day| day <= moment.as_at));
    open.flat_map(|exercise| &exercise.scores).for_each(|score| note(score.scored_on, None));
    last
}

impl Report {
    /// First 16 hex digits of SHA-256 over the canonical JSON of the report without its fingerprint.
    pub fn fingerprint(&self) -> String {
        canonical::fingerprint(self)
    }

    /// The report as JSON text, the same bytes in every language.
    pub fn to_json(&self) -> String {
        text::print(self)
    }
}

//! Were the colours right.

use super::{named, policy_of};
use crate::day::Day;
use crate::document::Programme;
use crate::document::policy::{Policy, StatusPolicy};
use crate::facts::ProgrammeFacts;
use crate::model::Model;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::report::Named;
use crate::status::{self, Calibrated, CalibratedMonths};

/// How far to look back.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CalibrationOptions {
    /// So many months before the baseline finish, each number once.
    pub months_before: Vec<u32>,
    /// The day by which outcomes are known.
    pub as_at: Day,
    /// The policy; the document's own when `None`, else the default.
    pub policy: Option<Policy>,
}

impl CalibrationOptions {
    /// So many months before, with everything else as by default.
    pub fn months_before(months: Vec<u32>, as_at: Day) -> Self {
        Self { months_before: months, as_at, policy: None }
    }
}

result! {
    /// How often each colour came true.
    #[non_exhaustive]
    Calibration {
        /// The day by which outcomes are known.
        as_at: Day,
        /// The programme.
        programme: Named,
        /// Invented for illustration: every rendering says so.
        illustrative: bool,
        /// The policy used, whole.
        policy: StatusPolicy,
        /// One row for each number of months, basis, group and colour.
        rows: Vec<Calibrated>,
        /// What became of every priority, by number of months.
        months: Vec<CalibratedMonths>,
    }
}

/// The most numbers of months in one call, and the most months.
const MOST_NUMBERS: usize = 24;
const MOST_MONTHS: u32 = 120;

/// Of the items green (amber, red) so many months before their baseline: how many finished on time.
///
/// # Errors
/// [`Problems`] of the document, of a number of months beyond 120, given twice or one of more than 24, and where
/// looking back would take too long.
///
/// ```
/// use equipoise::Programme;
/// use equipoise::replay::{CalibrationOptions, calibrate};
/// let programme = Programme::from_json(include_str!("../../../docs/demo/rules.json"))?;
/// let options = CalibrationOptions::months_before(vec![1, 3], "2023-06-30".parse().unwrap());
/// let calibration = calibrate(&programme, &options)?;
/// assert!(calibration.rows.iter().all(|row| row.on_time <= row.n));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn calibrate(programme: &Programme, options: &CalibrationOptions) -> Result<Calibration, Problems> {
    calibration(&Model::new(programme)?, options)
}

/// The calibration of a document that was checked.
pub(crate) fn calibration(model: &Model<'_>, options: &CalibrationOptions) -> Result<Calibration, Problems> {
    months_fit(&options.months_before)?;
    let programme = model.programme;
    let policy = policy_of(programme, options.policy.as_ref());
    let facts = ProgrammeFacts::of(model);
    facts.figures.within_limits()?;
    let (rows, months) = status::calibrated(model, &policy, &facts, options.as_at, &options.months_before)?;
    Ok(Calibration {
        as_at: options.as_at,
        programme: named(programme),
        illustrative: programme.illustrative == Some(true),
        policy,
        rows,
        months,
    })
}

fn months_fit(months: &[u32]) -> Result<(), Problems> {
    let problem = |code, path: String, value: u32, accepted: String, message: String| Problem {
        code,
        path,
        value: Some(value.into()),
        accepted: Some(accepted),
        message,
    };
    let mut problems = Vec::new();
    if months.len() > MOST_NUMBERS {
        let accepted = format!("at most {MOST_NUMBERS} numbers of months");
        let message = format!("there are {}", months.len());
        problems.push(problem(Code::TooMany, "/months_before".into(), months.len() as u32, accepted, message));
    }
    for (place, number) in months.iter().enumerate().take(MOST_NUMBERS) {
        let path = format!("/months_before/{place}");
        if *number > MOST_MONTHS {
            let accepted = format!("a whole number from 0 to {MOST_MONTHS}");
            let message = format!("{number} is not {accepted}");
            problems.push(problem(Code::OutOfRange, path, *number, accepted, message));
        } else if months.iter().take(place).any(|other| other == number) {
            let message = format!("{number} stands there twice");
            problems.push(problem(Code::DuplicateId, path, *number, "each number once".into(), message));
        }
    }
    Problems::none(problems)
}

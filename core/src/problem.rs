//! What is wrong with an input: where, what stood there, and what would be accepted.
//!
//! One error type for the whole library. A [`Problem`] is plain data, so that a dashboard can put it beside the
//! field it speaks of; [`Problems`] is a non-empty list of them and the `Err` of every function that can refuse.

mod found;
mod shown;

pub(crate) use found::Found;
pub(crate) use shown::{LONGEST_LIST, circle, listed, pointer, shortened};

use serde_json::Value;
use std::fmt;

use crate::document::declare::words;
use crate::recall::result;

words! {
    /// Every kind of problem. The word is stable: tests and programs may match on it.
    Code {
        /// The text is not JSON.
        NotJson = "not_json",
        /// The text is empty or only white space.
        EmptyText = "empty_text",
        /// Something follows the end of the document.
        TrailingText = "trailing_text",
        /// Larger than a stated limit: a text, an identifier, a table, the number of problems.
        TooLarge = "too_large",
        /// Objects and lists are nested more than 64 deep.
        TooDeep = "too_deep",
        /// An object gives the same field twice.
        DuplicateField = "duplicate_field",
        /// The value has another type than the field (a text for a number, say).
        WrongType = "wrong_type",
        /// A required field is absent.
        MissingField = "missing_field",
        /// The field is not known here.
        UnknownField = "unknown_field",
        /// The word is not one of the closed list.
        UnknownWord = "unknown_word",
        /// Not a calendar date written YYYY-MM-DD.
        WrongDate = "wrong_date",
        /// A date that can be read as two different days.
        AmbiguousDate = "ambiguous_date",
        /// Several columns for one field, or several fields for one column.
        AmbiguousColumn = "ambiguous_column",
        /// A row says complete and not when: the day that it speaks of is taken.
        CompletedNoDate = "completed_no_date",
        /// A row has another baseline than the one approved, which is kept.
        BaselineChanged = "baseline_changed",
        /// A row says something else than the document, which is kept.
        DiffersFromDocument = "differs_from_document",
        /// Something of the document that no row speaks of.
        NotInRows = "not_in_rows",
        /// A date or period before the one that it stands after.
        NotInOrder = "not_in_order",
        /// Not a period of the indicator's period type.
        WrongPeriod = "wrong_period",
        /// A number outside its range.
        OutOfRange = "out_of_range",
        /// More than the stated maximum of something that costs time.
        TooMany = "too_many",
        /// NaN or infinity.
        NotANumber = "not_a_number",
        /// A number with more decimal places than can be held exactly: for most weights six.
        TooManyPlaces = "too_many_places",
        /// A blank text, or one with white space around it, where an identifier is wanted; or no fingerprint.
        WrongIdentifier = "wrong_identifier",
        /// Two rows that should be one.
        DuplicateId = "duplicate_id",
        /// A reference to something that the document does not hold.
        DanglingReference = "dangling_reference",
        /// Parents, dependencies or successions that lead back to themselves.
        Cycle = "cycle",
        /// A start after its end or finish.
        StartAfterEnd = "start_after_end",
        /// An actual finish after the day the update speaks of.
        ActualAfterAsAt = "actual_after_as_at",
        /// Lifecycle complete without an actual finish.
        CompleteWithoutFinish = "complete_without_finish",
        /// Lifecycle cancelled without a reason.
        CancelledWithoutReason = "cancelled_without_reason",
        /// Baseline versions that do not increase.
        VersionsNotIncreasing = "versions_not_increasing",
        /// A later baseline was approved before an earlier one.
        ApprovalsDecreasing = "approvals_decreasing",
        /// A green tolerance above the amber one, or minimum above maximum.
        LimitsCrossed = "limits_crossed",
        /// A child in another body than its parent.
        ChildInOtherBody = "child_in_other_body",
        /// A proportion with more in the numerator than in the denominator.
        NumeratorAboveDenominator = "numerator_above_denominator",
        /// Fields that exclude one another, or of which one is needed.
        WrongCombination = "wrong_combination",
        /// A list that must hold something is empty.
        EmptyList = "empty_list",
        /// A list whose length does not fit the rest.
        WrongLength = "wrong_length",
        /// Weights, or shares of the voice, that are all 0.
        WeightsAllZero = "weights_all_zero",
        /// Pairwise judgements that leave criteria without any chain of comparisons between them.
        NotConnected = "not_connected",
        /// More criteria than are taken.
        TooManyCriteria = "too_many_criteria",
        /// More proposals than are taken, or than the exact search takes.
        TooManyProposals = "too_many_proposals",
        /// More scorers than are taken in one exercise.
        TooManyScorers = "too_many_scorers",
        /// More samples than are drawn.
        TooManySamples = "too_many_samples",
        /// The exact search would take more steps than the stated limit.
        SearchTooLong = "search_too_long",
        /// What looks like data about a patient. The value is never repeated.
        PatientData = "patient_data",
        /// A facade was given a value that JSON cannot hold: an `undefined` in a list.
        UndefinedValue = "undefined_value",
        /// A facade was given a big integer.
        BigInteger = "big_integer",
        /// A facade was given a date with a time or a zone.
        DateObject = "date_object",
        /// A facade was given something that is not plain data.
        NotPlainData = "not_plain_data",
        /// A facade was given data that contains itself.
        CycleInData = "cycle_in_data",
        /// JavaScript only: a function was called before `init()`.
        NotReady = "not_ready",
    }
}

result! {
    /// One thing that is wrong with an input.
    Problem {
        /// What kind of problem it is.
        code: Code,
        /// Where: a JSON pointer (RFC 6901) into the document, or into the arguments. Empty for the whole.
        path: String,
        /// What stood there, shortened; null where nothing did, or where it may be data about a patient.
        value: Option<Value>,
        /// What would be accepted instead; null where the message says all.
        accepted: Option<String>,
        /// The problem in a sentence.
        message: String,
    }
}

impl Problem {
    /// A stand-in for the case that reading fails without saying why, which no path does.
    pub(crate) fn unreadable() -> Self {
        Self {
            code: Code::NotJson,
            path: String::new(),
            value: None,
            accepted: Some("one JSON object".into()),
            message: "the input could not be read".into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "(whole input)" } else { &self.path };
        write!(f, "{place}: {}", self.message)
    }
}

/// All problems of an input: first those of single fields, then those between entities. Never empty.
///
/// Beyond 10,000 of one code the rest is counted: the last problem then says how many more there are.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.text())]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// `Err` with the problems if there are any, else `Ok(())`.
    pub(crate) fn none(problems: Vec<Problem>) -> Result<(), Self> {
        let mut found = Found::default();
        found.extend(problems);
        found.none()
    }

    /// The problems as a slice.
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// The problems themselves.
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }

    /// The same problems at other places: what stood at a path stands at the one given for it.
    pub fn placed(mut self, place: impl Fn(&str) -> String) -> Self {
        self.0.iter_mut().for_each(|problem| problem.path = place(&problem.path));
        self
    }

    /// The first three, and how many more there are.
    fn text(&self) -> String {
        let mut lines: Vec<String> = self.0.iter().take(3).map(Problem::to_string).collect();
        if let Some(more) = self.0.len().checked_sub(3).filter(|more| *more > 0) {
            lines.push(format!("and {more} more"));
        }
        lines.join("\n")
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

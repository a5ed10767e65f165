//! Equal representation: who holds how much, how far that is from the best there can be, and who is next.
//!
//! Percentages and p-values mislead at these sizes: 11 leads over 4 trusts can never be equal, and 3, 3, 3, 2 is the
//! best there is. So the answers are posts, moves and names. `check` is the one check for anything that is counted by
//! organisation; beside it stand apportionment, quorum, votes, rotation and voting power.

mod apportion;
mod arrangement;
mod check;
mod divisor;
mod entitlement;
mod exact;
mod fraction;
mod indices;
mod power;
mod quorum;
mod rotation;
mod votes;
mod wte;

pub use apportion::{Apportionment, Method, Seats, Step, StepRule, apportion, seats};
pub use arrangement::{Best, Move};
pub use check::{Check, CheckStatus, Zero, check};
pub use entitlement::{Count, Options, Tolerance};
pub use exact::{Detectable, Exact, ExactModel};
pub use indices::{Index, IndexName};
pub use power::{PowerRow, VotingPower, measure_voting_power};
pub use quorum::{
    NotCounted, NotCountedReason, Present, QuorumAnswer, QuorumMember, QuorumRow, QuorumTest, check_quorum,
};
pub(crate) use quorum::{judge_quorum, present_deputy};
pub(crate) use rotation::membership;
pub use rotation::{Rotation, RotationMember, RotationRow, Turn, review_rotation};
pub use votes::{OptionVotes, Tally, TallyResult, Votes, tally_votes};
pub use wte::Wte;

use indexmap::IndexMap;

use crate::decimal::Decimal;
use crate::document::read::Read;
use crate::document::update::SubjectKind;
use crate::document::values::Size;
use crate::finding::{Dimension, Finding, FindingCode};
use crate::problem::{Code, Problem, Problems};

/// Sizes by name, from plain numbers.
///
/// # Errors
/// [`Problems`] for a number that is negative, not finite, 10^9 or more, or has more than six decimal places.
///
/// ```
/// use equipoise::representation::sizes;
/// assert_eq!(sizes([("RNA", 0.2), ("RBK", 1.5)])?.len(), 2);
/// assert_eq!(sizes([("RNA", -1.0)]).unwrap_err().as_slice()[0].path, "/RNA");
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn sizes<N: Into<String>>(numbers: impl IntoIterator<Item = (N, f64)>) -> Result<IndexMap<String, Size>, Problems> {
    let mut problems = Vec::new();
    let mut read = IndexMap::new();
    for (name, number) in numbers {
        let name: String = name.into();
        match Decimal::from_f64(number).map(Size).filter(|size| size.millionths().is_some()) {
            Some(size) => drop(read.insert(name, size)),
            None => problems.push(problem(
                Code::OutOfRange,
                &format!("/{}", pointed(&name)),
                serde_json::Number::from_f64(number).map(Into::into),
                &Size::accepted(),
                format!("{number} is not {}", Size::accepted()),
            )),
        }
    }
    Problems::none(problems).map(|()| read)
}

/// The sizes in millionths.
fn measures(sizes: &IndexMap<String, Size>, path: &str) -> Result<Vec<u128>, Problems> {
    let unit = |(name, size): (&String, &Size)| {
        let wrong =
            || out_of_range(&format!("{path}/{}", pointed(name)), "", &Size::accepted(), "this number is out of range");
        size.millionths().map(u128::from).ok_or_else(wrong)
    };
    sizes.iter().map(unit).collect()
}

/// A name as a step of a JSON pointer.
fn pointed(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn problem(code: Code, path: &str, value: Option<serde_json::Value>, accepted: &str, message: String) -> Problem {
    let accepted = (!accepted.is_empty()).then(|| accepted.to_owned());
    Problem {
        code,
        path: path.to_owned(),
        value: value.as_ref().and_then(crate::problem::shortened),
        accepted,
        message,
    }
}

/// A problem of a value that is a text, or none where that is empty.
fn out_of_range(path: &str, value: &str, accepted: &str, message: &str) -> Problems {
    let value = (!value.is_empty()).then(|| value.into());
    problem(Code::OutOfRange, path, value, accepted, message.to_owned()).into()
}

/// A finding about an organisation; about the whole where the name is empty.
fn finding(code: FindingCode, organisation: &str, rule: &'static str) -> Finding {
    let kind = if organisation.is_empty() { SubjectKind::Programme } else { SubjectKind::Organisation };
    Finding::new(code, kind, organisation, Dimension::Representation, rule)
}

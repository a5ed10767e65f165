//! One programme at several dates: what changed, the course of levels, were colours right, what a board saw.

mod calibration;
mod comparison;
mod history;
mod snapshot;

pub use calibration::{Calibration, CalibrationOptions, calibrate};
pub use comparison::{CompareOptions, Comparison, compare};
pub use history::{History, HistoryItem, HistoryMoment, HistoryNode, HistoryOptions, Known, history};
pub use snapshot::{Released, VerifyOptions, snapshot, verify_snapshots};

pub(crate) use calibration::calibration;
pub(crate) use comparison::comparison;
pub(crate) use history::course;
pub(crate) use snapshot::{entry, verified};

use crate::document::Programme;
use crate::document::policy::{Policy, StatusPolicy};
use crate::report::Named;

/// The policy of the argument, else the document's, else the default.
fn policy_of(programme: &Programme, argument: Option<&Policy>) -> StatusPolicy {
    argument.or(programme.policy.as_ref()).map_or_else(StatusPolicy::default, Into::into)
}

fn named(programme: &Programme) -> Named {
    Named { id: programme.id.clone(), name: programme.name.as_str().to_owned() }
}

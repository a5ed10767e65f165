//! The baseline of a row against those of the document. An approved one is never altered: another date is kept as a
//! proposal until it is approved.

use super::Options;
use super::cells::Sheet;
use crate::day::Day;
use crate::document::priority::{Baseline, Priority};
use crate::problem::Code;

/// The baseline that a row states.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    pub(super) start: Option<Day>,
    pub(super) finish: Option<Day>,
    pub(super) approved_on: Option<Day>,
    pub(super) approved_by: Option<String>,
}

/// Reads the baseline of a row; a start after the finish is told and left out.
pub(super) fn read(sheet: &mut Sheet<'_>, row: usize, approved_by: Option<String>) -> Stated {
    let finish = sheet.day(row, "baseline_finish").ok().flatten();
    let approved_on = sheet.day(row, "approved_on").ok().flatten();
    let mut start = sheet.day(row, "baseline_start").ok().flatten();
    if let (Some(first), Some(last)) = (start, finish)
        && first > last
    {
        let message = format!("baseline start {first} comes after baseline finish {last}");
        sheet.note(row, "baseline_start", Code::StartAfterEnd, &format!("a date not after {last}"), &message);
        start = None;
    }
    Stated { start, finish, approved_on, approved_by }
}

/// Holds the row's baseline against those of the priority, and adds it where it is another.
pub(super) fn apply(sheet: &mut Sheet<'_>, row: usize, priority: &mut Priority, stated: Stated, options: &Options) {
    let Some(finish) = stated.finish else { return };
    let last_approval = priority.baselines.iter().filter_map(|baseline| baseline.approved_on).max();
    // An approval that was there before the last one is not of a new baseline.
    let approved_on = stated.approved_on.filter(|day| last_approval.is_none_or(|last| *day > last));
    // A start that one of the two does not state is no other start.
    let same = |baseline: &Baseline| {
        let starts = baseline.start.zip(stated.start);
        baseline.finish == finish && starts.is_none_or(|(held, stated)| held == stated)
    };
    let in_force = priority.baselines.iter().rfind(|baseline| baseline.approved_on.is_some());
    if in_force.is_some_and(same) {
        return;
    }
    let before = in_force.map(|baseline| (baseline.finish, baseline.start));
    match priority.baselines.last_mut() {
        Some(last) if same(last) => {
            // Proposed before; it may be approved now.
            if let Some(day) = approved_on {
                last.approved_on = Some(day);
                last.approved_by = last.approved_by.take().or(stated.approved_by);
                last.recorded_on = Some(options.recorded_on);
                return;
            }
        }
        last => {
            let version = last.map_or(Some(1), |last| last.version.checked_add(1));
            let Some(version) = version else {
                let message = "there is no version after 65535";
                return sheet.note(row, "baseline_finish", Code::TooMany, "the baseline that is approved", message);
            };
            priority.baselines.push(Baseline {
                version,
                finish,
                start: stated.start,
                approved_by: stated.approved_by.filter(|_| approved_on.is_some()),
                approved_on,
                recorded_on: Some(options.recorded_on),
                reason: None,
                source: None,
            });
        }
    }
    if let (Some((held, start)), None) = (before, approved_on) {
        let version = priority.baselines.last().map_or(0, |baseline| baseline.version);
        let accepted = match start.filter(|_| held == finish) {
            Some(start) => format!("start {start} and finish {held}, as approved; or a later day of approval"),
            None => format!("{held}, as approved; or a later day of approval"),
        };
        let message = format!(
            "the approved baseline is {held}, the row has {finish}; it is kept as version {version}, proposed and not in force"
        );
        sheet.note(row, "baseline_finish", Code::BaselineChanged, &accepted, &message);
    }
}

//! What was known on a day is what an assessment made on that day would have said.

use crate::holds;
use crate::programmes::{Case, programmes};
use equipoise::{Day, Report};
use proptest::prelude::*;
use serde_json::Value;

/// The document as it stood on that day: everything recorded later is not there.
pub(crate) fn as_known(case: &Case, known_at: Day) -> Case {
    let mut then = case.clone();
    let known = known_at.to_string();
    let by_then = |row: &Value, own: &str| {
        let recorded = row.get("recorded_on").unwrap_or(&row[own]);
        recorded.as_str().is_some_and(|day| *day <= *known)
    };
    then.rows("updates").retain(|row| by_then(row, "as_at"));
    then.rows("overrides").retain(|row| by_then(row, "start"));
    then.rows("observations").retain(|row| by_then(row, "recorded_on"));
    then.rows("blockers").retain(|row| by_then(row, "raised_on"));
    for row in then.rows("blockers") {
        if row.get("resolved_on").is_some_and(|day| day.as_str().is_some_and(|day| *day > *known)) {
            row.as_object_mut().unwrap().remove("resolved_on");
        }
    }
    for row in then.rows("priorities") {
        row["baselines"]
            .as_array_mut()
            .unwrap()
            .retain(|row| row.get("approved_on").is_none() || by_then(row, "approved_on"));
    }
    then.known_at = None;
    then
}

/// The same but for the date of knowledge itself.
fn alike(now: &Report, then: &Report) -> Result<(), TestCaseError> {
    let strip = |report: &Report| {
        let mut report = report.clone();
        (report.known_at, report.fingerprint) = (None, String::new());
        report
    };
    prop_assert_eq!(strip(now), strip(then));
    Ok(())
}

#[test]
fn what_was_recorded_later_is_not_known() {
    let days = prop::sample::select(vec![0_i64, -1, -5, -20, -46, -60, -150, 5, 10]);
    holds(1500, &(programmes(10), days), |(mut case, days)| {
        let known_at = case.as_at.plus(days);
        let then = as_known(&case, known_at);
        case.known_at = Some(known_at);
        alike(&case.report(), &then.report())?;
        // And still so when the day of knowledge is named once more, or a later one is.
        let mut again = then.clone();
        again.known_at = Some(known_at);
        alike(&then.report(), &again.report())
    });
}

/// A stored report is what a later document gives for the same two dates: facts are only ever added.
#[test]
fn a_report_can_be_made_again() {
    holds(1000, &(programmes(10), 0_i64..60), |(mut case, days)| {
        let known_at = case.as_at;
        let stored = as_known(&case, known_at);
        let mut stored_report = stored.clone();
        stored_report.known_at = Some(known_at);
        case.known_at = Some(known_at);
        prop_assert_eq!(stored_report.report().fingerprint, case.report().fingerprint);
        // The next assessment looks elsewhere and leaves the first as it was.
        case.as_at = case.as_at.plus(days);
        prop_assert_eq!(case.report().as_at, case.as_at);
        Ok(())
    });
}

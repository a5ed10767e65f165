//! What an update changed in the state of its item, field by field.

use super::super::state::State;
use crate::day::Day;
use crate::document::update::Update;
use crate::finding::{Finding, Parameter};

/// A field of an update that the state of an item takes over: how it is left out, and its value in a state.
pub(super) struct Field {
    pub(super) name: &'static str,
    from: &'static str,
    to: &'static str,
    leave_out: fn(&mut Update),
    value: fn(&State<'_>) -> Parameter,
}

pub(super) const FIELDS: [Field; 5] = [
    Field {
        name: "lifecycle",
        from: "lifecycle_from",
        to: "lifecycle_to",
        leave_out: |update| update.lifecycle = None,
        value: |state| state.lifecycle.0.as_str().into(),
    },
    Field {
        name: "actual_finish",
        from: "actual_finish_from",
        to: "actual_finish_to",
        leave_out: |update| update.actual_finish = None,
        value: |state| day(state.actual_finish.map(|(day, _)| day)),
    },
    Field {
        name: "forecast_finish",
        from: "forecast_finish_from",
        to: "forecast_finish_to",
        leave_out: |update| update.forecast_finish = None,
        value: |state| day(state.forecast.map(|(day, _)| day)),
    },
    Field {
        name: "actual_start",
        from: "actual_start_from",
        to: "actual_start_to",
        leave_out: |update| update.actual_start = None,
        value: |state| day(state.actual_start),
    },
    Field {
        name: "percent",
        from: "percent_from",
        to: "percent_to",
        leave_out: |update| update.percent = None,
        value: |state| state.percent.map(|(percent, _)| percent).into(),
    },
];

fn day(day: Option<Day>) -> Parameter {
    day.into()
}

impl Field {
    /// True if the two states differ in it.
    pub(super) fn differs(&self, before: &State<'_>, after: &State<'_>) -> bool {
        (self.value)(before) != (self.value)(after)
    }

    /// The update without it.
    pub(super) fn left_out_of(&self, update: &Update) -> Update {
        let mut update = update.clone();
        (self.leave_out)(&mut update);
        update
    }

    /// Says in the finding what it was and what it became.
    pub(super) fn told(&self, finding: Finding, before: &State<'_>, after: &State<'_>) -> Finding {
        finding.with(self.from, (self.value)(before)).with(self.to, (self.value)(after))
    }
}

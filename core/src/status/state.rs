//! The state of an item at two dates: what it speaks of (`as_at`) and what was known (`known_at`).

use crate::day::Day;
use crate::document::body::Body;
use crate::document::priority::Baseline;
use crate::document::update::{Blocker, Lifecycle, ReportedLevel, Update};
use crate::model::ItemFacts;

/// The two dates of an assessment, and which baseline it holds items to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Moment {
    pub(crate) as_at: Day,
    /// `None`: everything recorded counts.
    pub(crate) known_at: Option<Day>,
    /// True: every item is held to the first baseline it ever had.
    pub(crate) first_baseline: bool,
}

impl Moment {
    /// True if a fact of that day, recorded on that day (its own day when omitted), had happened and was known.
    pub(crate) fn sees(&self, own: Day, recorded: Option<Day>) -> bool {
        own <= self.as_at && self.knows(recorded.unwrap_or(own))
    }

    /// True if what was recorded on that day was known.
    pub(crate) fn knows(&self, recorded: Day) -> bool {
        self.known_at.is_none_or(|known_at| recorded <= known_at)
    }
}

/// What the updates say, taken together. Each fact remembers the update that gave it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State<'a> {
    pub(crate) lifecycle: (Lifecycle, Option<&'a Update>),
    pub(crate) forecast: Option<(Day, &'a Update)>,
    pub(crate) actual_start: Option<Day>,
    pub(crate) actual_finish: Option<(Day, &'a Update)>,
    pub(crate) percent: Option<(f64, &'a Update)>,
    pub(crate) reported: Option<(ReportedLevel, &'a Update)>,
    pub(crate) last: Option<&'a Update>,
}

impl<'a> State<'a> {
    /// Folds the visible updates in the order in which they speak. An absent field says nothing new.
    pub(crate) fn of(item: &ItemFacts<'a>, moment: Moment) -> Self {
        let mut state = State {
            lifecycle: (Lifecycle::Agreed, None),
            forecast: None,
            actual_start: None,
            actual_finish: None,
            percent: None,
            reported: None,
            last: None,
        };
        for update in item.updates.iter().copied().filter(|update| moment.sees(update.as_at, update.recorded_on)) {
            state.last = Some(update);
            if let Some(lifecycle) = update.lifecycle {
                state.lifecycle = (lifecycle, Some(update));
                if !matches!(lifecycle, Lifecycle::Complete | Lifecycle::Cancelled) {
                    // Reopened: an earlier finish no longer holds.
                    state.actual_finish = None;
                }
            }
            state.forecast = update.forecast_finish.map(|day| (day, update)).or(state.forecast);
            state.actual_start = update.actual_start.or(state.actual_start);
            state.actual_finish = update.actual_finish.map(|day| (day, update)).or(state.actual_finish);
            state.percent = update.percent.map(|percent| (percent.0, update)).or(state.percent);
            state.reported = update.reported_level.map(|level| (level, update)).or(state.reported);
        }
        state
    }
}

/// The approved baselines that a moment sees; never empty.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Baselines<'a> {
    first: &'a Baseline,
    last: &'a Baseline,
    changes: usize,
    first_only: bool,
}

impl<'a> Baselines<'a> {
    pub(crate) fn of(item: &ItemFacts<'a>, moment: Moment) -> Option<Self> {
        let mut seen = Self::seen(item, moment);
        let first = seen.next()?;
        let (last, changes) = seen.fold((first, 0), |(_, changes), baseline| (baseline, changes + 1));
        Some(Self { first, last, changes, first_only: moment.first_baseline })
    }

    /// In the order of their versions.
    fn seen(item: &ItemFacts<'a>, moment: Moment) -> impl DoubleEndedIterator<Item = &'a Baseline> {
        let seen =
            move |baseline: &&Baseline| baseline.approved_on.is_some_and(|on| moment.sees(on, baseline.recorded_on));
        item.approved.iter().copied().filter(seen)
    }

    /// The first that was approved.
    pub(crate) fn first(&self) -> &'a Baseline {
        self.first
    }

    /// The highest version approved.
    pub(crate) fn in_force(&self) -> &'a Baseline {
        if self.first_only { self.first } else { self.last }
    }

    /// The highest version approved by that day; the first one if none was.
    pub(crate) fn in_force_on(&self, day: Day, item: &ItemFacts<'a>, moment: Moment) -> &'a Baseline {
        if self.first_only || self.changes == 0 {
            return self.first;
        }
        let by_then = |baseline: &&Baseline| baseline.approved_on.is_some_and(|approved| approved <= day);
        Self::seen(item, moment).rev().find(by_then).unwrap_or(self.first)
    }

    /// How often the baseline was changed.
    pub(crate) fn changes(&self) -> usize {
        self.changes
    }
}

/// The blockers of an item that are open at that moment.
pub(crate) fn open_blockers<'a>(item: &ItemFacts<'a>, moment: Moment) -> impl Iterator<Item = &'a Blocker> {
    item.blockers.iter().copied().filter(move |blocker| {
        // Resolved on a day is closed that day, once that day is known.
        let closed = blocker.resolved_on.is_some_and(|day| day <= moment.as_at && moment.knows(day));
        moment.sees(blocker.raised_on, blocker.recorded_on) && !closed
    })
}

/// One cycle of the body in days: its shortest cadence in force, else a month.
pub(crate) fn cycle_days(body: &Body, as_at: Day) -> i64 {
    const MONTH: i64 = 31;
    let in_force = body.cadences.iter().filter(|cadence| within(cadence.start, cadence.end, as_at));
    in_force.map(|cadence| cadence.every.cycle_days()).min().unwrap_or(MONTH)
}

/// True if the day lies in a validity whose ends are both included.
pub(crate) fn within(start: Option<Day>, end: Option<Day>, day: Day) -> bool {
    start.is_none_or(|start| start <= day) && end.is_none_or(|end| day <= end)
}

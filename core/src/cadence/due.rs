//! Which meetings were due: whole cycles of the cadences in force, and gaps beside them.

use super::{Gap, Sum};
use crate::day::Day;
use crate::document::body::{Body, Cadence, Every, MeetingKind};

/// The most cadences of one kind of one body that are looked at, the latest of them.
const MOST_CADENCES: usize = 64;

/// The cadences of one kind of meeting that were in force in a period.
pub(super) struct Schedule {
    /// Those in force at any time in the life of the body: first day, last day, rhythm.
    rhythms: Vec<(Day, Day, Every)>,
    from: Day,
    /// The first day on which anything was asked of the body; none where it is not stated.
    began: Option<Day>,
    /// In force on the last day: the shortest.
    now: Option<Every>,
}

impl Schedule {
    pub(super) fn none() -> Self {
        let day = Day::earliest();
        Self { rhythms: Vec::new(), from: day, began: None, now: None }
    }

    pub(super) fn of(body: &Body, kind: MeetingKind, from: Day, to: Day) -> Self {
        let first = |cadence: &Cadence| cadence.start.max(body.start);
        let last = |cadence: &Cadence| [cadence.end, body.end, Some(to)].into_iter().flatten().min().unwrap_or(to);
        let mut rhythms: Vec<(Day, Day, Every)> = (body.cadences.iter())
            .filter(|cadence| cadence.meeting_kind == kind)
            .map(|cadence| (first(cadence).unwrap_or(Day::earliest()), last(cadence), cadence.every))
            .filter(|(start, end, _)| start <= end)
            .collect();
        rhythms.sort_by_key(|(start, end, _)| (*start, *end));
        let began = rhythms.first().map(|(start, ..)| *start).filter(|start| *start > Day::earliest());
        rhythms.drain(..rhythms.len().saturating_sub(MOST_CADENCES));
        let now = rhythms.iter().filter(|(_, end, _)| *end >= to).map(|(.., every)| *every);
        let now = now.min_by_key(|every| every.cycle_days());
        Self { rhythms, from, began, now }
    }

    /// True if anything was asked for in the period.
    pub(super) fn is_asked(&self) -> bool {
        self.rhythms.iter().any(|(_, end, _)| *end >= self.from)
    }

    pub(super) fn every(&self) -> Option<String> {
        self.now.map(|every| match every {
            Every::Month => "month".into(),
            Every::Quarter => "quarter".into(),
            Every::HalfYear => "half_year".into(),
            Every::Year => "year".into(),
            Every::Days(days) => format!("{days} days"),
        })
    }

    pub(super) fn cycle_days(&self) -> Option<i64> {
        self.now.map(Every::cycle_days)
    }

    /// Cycles due and missed, and gaps; the days are those of meetings held in the period, in their order.
    pub(super) fn count(&self, held: &[Day], sum: &mut Sum) {
        for (start, end, every) in self.rhythms.iter().filter(|(_, end, _)| *end >= self.from) {
            let (due, missed) = (sum.due.get_or_insert(0), sum.missed.get_or_insert(0));
            let start = (*start).max(self.from);
            for number in 0.. {
                let (first, next) = (cycle(start, *every, number), cycle(start, *every, number + 1));
                // Only a whole cycle is due.
                if next.plus(-1) > *end || next <= first {
                    break;
                }
                *due += 1;
                let after = held.partition_point(|day| *day < first);
                *missed += u32::from(held.get(after).is_none_or(|day| *day >= next));
            }
        }
        self.gaps(held, sum);
    }

    /// Times between meetings: from the meeting before the period, or the day it was first asked for, to the last day.
    fn gaps(&self, held: &[Day], sum: &mut Sum) {
        let before = sum.before;
        let start = before.or(self.began.map(|day| day.max(self.from)));
        let mut days: Vec<Day> = start.into_iter().chain(held.iter().copied()).collect();
        // Where nothing is asked for any longer, the last gap is no gap.
        let end = self.rhythms.iter().map(|(_, end, _)| *end).max();
        let open = end.filter(|end| days.last().is_some_and(|last| *last < *end));
        days.extend(open);
        for (place, pair) in days.windows(2).enumerate() {
            let &[from, to] = pair else { continue };
            let in_force = self.rhythms.iter().filter(|(start, end, _)| *start <= to && *end >= from);
            let cycle_days = in_force.map(|(.., every)| every.cycle_days()).max();
            let last = place + 2 == days.len() && open.is_some();
            let gap = Gap { from, to, days: to.days_since(from), cycle_days, open: last };
            // The day on which it was first asked for is no meeting: a gap only where it is too long.
            let long = cycle_days.is_some_and(|cycle| gap.days.saturating_mul(2) > cycle.saturating_mul(3));
            if long {
                sum.long.push(gap);
            }
            if (long || place > 0 || before.is_some()) && sum.longest.is_none_or(|longest| gap.days > longest.days) {
                sum.longest = Some(gap);
            }
        }
    }
}

/// The first day of a cycle counted from a day.
fn cycle(start: Day, every: Every, number: u32) -> Day {
    let months = match every {
        Every::Days(days) => return start.plus(i64::from(days).saturating_mul(i64::from(number))),
        Every::Month => 1_u32,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        Every::Year => 12,
    };
    start.plus_months(months.saturating_mul(number))
}

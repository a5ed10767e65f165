//! Who came: members of boards, organisations and roles.

use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

use super::{AttendanceRow, is_board};
use crate::day::Day;
use crate::document::meeting::Meeting;
use crate::governance::{Records, is_member};
use crate::status::within;

/// The most periods of one person on boards that are looked at.
const MOST_PERIODS: usize = 64;

/// When somebody was on a board: first and last day, both included; none is open.
type Served = (Option<Day>, Option<Day>);

/// The people of boards and committees, and when they were.
pub(super) struct Board<'a>(HashMap<&'a str, Vec<Served>>);

impl<'a> Board<'a> {
    pub(super) fn new(records: &Records<'_, 'a>) -> Self {
        let mut people: HashMap<&str, Vec<_>> = HashMap::new();
        for (place, body) in records.model.programme.bodies.iter().enumerate() {
            if !is_board(body.kind) {
                continue;
            }
            for post in records.posts(place) {
                if let Some(person) = post.person.as_deref() {
                    let periods = people.entry(person).or_default();
                    if periods.len() < MOST_PERIODS {
                        periods.push((post.start, post.end));
                    }
                }
            }
        }
        Self(people)
    }

    /// True if somebody of a board came to a meeting, in whatever capacity.
    pub(super) fn came(&self, meeting: &Meeting, day: Day) -> bool {
        let people = meeting.attendance.iter().filter_map(|row| row.person.as_deref());
        let mut periods = people.filter_map(|person| self.0.get(person)).flatten();
        periods.any(|(start, end)| within(*start, *end, day))
    }
}

/// Attendance by organisation, by role and by both: members first, those too who never came.
pub(super) fn attendance<'m>(
    records: &Records<'_, '_>,
    place: usize,
    as_at: Day,
    meetings: impl Iterator<Item = &'m Meeting>,
) -> Vec<AttendanceRow> {
    let mut days: Vec<Day> = Vec::new();
    let mut came: IndexMap<(Option<&str>, Option<&str>), u32> = IndexMap::new();
    for meeting in meetings {
        days.extend(meeting.held_on);
        let mut seen: HashSet<(Option<&str>, Option<&str>)> = HashSet::new();
        for row in meeting.attendance.iter().filter(|row| is_member(row)) {
            let (organisation, role) = (row.organisation.as_deref(), row.role.as_deref());
            seen.extend([(organisation, None), (None, role), (organisation, role)]);
        }
        for key in seen.into_iter().filter(|key| *key != (None, None)) {
            *came.entry(key).or_default() += 1;
        }
    }
    if days.is_empty() {
        return Vec::new();
    }
    days.sort_unstable();
    let since = records.members_since(place, as_at);
    for organisation in since.keys() {
        came.entry((Some(*organisation), None)).or_insert(0);
    }
    let mut rows: Vec<_> = came.into_iter().collect();
    // Organisations, then roles, then both: members in their order, others by name.
    let order = |id: Option<&str>| id.map(|id| (since.get_index_of(id).unwrap_or(usize::MAX), id.to_owned()));
    rows.sort_by_cached_key(|((organisation, role), _)| {
        let part = match (organisation, role) {
            (Some(_), None) => 0,
            (None, _) => 1,
            _ => 2,
        };
        (part, order(*organisation), role.map(str::to_owned))
    });
    let row = |((organisation, role), came): ((Option<&str>, Option<&str>), u32)| {
        let first = organisation.and_then(|id| since.get(id)).copied().flatten();
        let of = days.len() - first.map_or(0, |first| days.partition_point(|day| *day < first));
        let of = u32::try_from(of).unwrap_or(u32::MAX).max(came);
        AttendanceRow {
            organisation: organisation.map(str::to_owned),
            role: role.map(str::to_owned),
            came,
            of,
            rate: (of > 0).then(|| f64::from(came) / f64::from(of)),
        }
    };
    rows.into_iter().map(row).collect()
}

//! Whose turn it is: how chairs and hosts have gone round, with those who joined later held to their time alone.

use crate::recall::result;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::fraction::{gcd, ratio};
use super::{CheckStatus, finding, problem};
use crate::day::Day;
use crate::document::declare::record;
use crate::document::read::{Read, Reader};
use crate::finding::{Finding, FindingCode};
use crate::problem::{Code, Problems};

record! {
    /// One turn: the chair taken, or a day hosted.
    Turn {
        /// Who took it.
        organisation: String,
        /// The day, or the first day of a term.
        on: Day,
    } optional {
    }
}

record! {
    /// A membership: from `start` to `end`, both included, open where omitted.
    MembershipRow {
        /// The organisation.
        organisation: String,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
    }
}

/// Somebody who takes turns: an organisation, or one with the dates of its membership. Several rows of one
/// organisation are several spells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RotationMember {
    /// A member throughout.
    Throughout(String),
    /// A member for a time.
    Spell(MembershipRow),
}

impl Read for RotationMember {
    fn accepted() -> String {
        "an organisation, or {\"organisation\": identifier, \"start\": date, \"end\": date}".into()
    }

    fn read(value: &serde_json::Value, reader: &mut Reader) -> Option<Self> {
        match value {
            serde_json::Value::String(_) => String::read(value, reader).map(Self::Throughout),
            serde_json::Value::Object(_) => MembershipRow::read(value, reader).map(Self::Spell),
            _ => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

/// One spell of a membership.
pub(crate) fn membership(organisation: &str, start: Option<Day>, end: Option<Day>) -> RotationMember {
    RotationMember::Spell(MembershipRow { organisation: organisation.to_owned(), start, end })
}

impl RotationMember {
    fn organisation(&self) -> &str {
        match self {
            Self::Throughout(id) => id,
            Self::Spell(row) => &row.organisation,
        }
    }

    fn dates(&self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::Throughout(_) => (None, None),
            Self::Spell(row) => (row.start, row.end),
        }
    }

    fn holds_on(&self, day: Day) -> bool {
        let (start, end) = self.dates();
        start.is_none_or(|start| start <= day) && end.is_none_or(|end| day <= end)
    }
}

result! {
    /// How the turns of one organisation stand.
    RotationRow {
        /// Who.
        organisation: String,
        /// A member on the day asked about.
        member: bool,
        /// Turns taken as a member.
        turns: u32,
        /// Its fair part: of every turn taken while it was a member, one part for each member of that day.
        expected: f64,
        /// Turns less the fair part.
        difference: f64,
        /// The day of its last turn; null where it had none.
        last_on: Option<Day>,
        /// Days since that turn, else since it joined; null where neither is known.
        waiting_days: Option<u32>,
    }
}

result! {
    /// Whose turn it is, and how the turns have gone round.
    Rotation {
        /// The day it speaks of.
        as_at: Day,
        /// Turns counted: those up to that day, of members.
        turns: u32,
        /// One row for each organisation, in the order of the members.
        balance: Vec<RotationRow>,
        /// Members who have waited longest, one who never had a turn and joined at an unknown time before all others.
        longest_wait: Vec<String>,
        /// Whose turn is next: the member furthest below its fair part, then the one who has waited longer. Several are
        /// equally due.
        next: Vec<String>,
        /// Met when everybody had exactly the fair part; met as far as possible when nobody is a whole turn from it.
        status: CheckStatus,
        /// What there is to know beside.
        findings: Vec<Finding>,
    }
}

/// The most organisations that take turns: parts of turns are added exactly.
const MOST_MEMBERS: usize = 64;
/// The most rows of membership: each is looked at for each turn.
const MOST_SPELLS: usize = 256;

/// Reviews a rotation. Turns after `as_at` are left out; those of organisations that were no members then are not
/// counted, and a finding says so.
///
/// # Errors
/// [`Problems`] for no members, more than 64 organisations or 256 rows of membership, and a membership that ends before it starts.
///
/// ```
/// use equipoise::representation::{RotationMember, Turn, review_rotation};
/// let day = |text: &str| text.parse().unwrap();
/// let members = ["RNA", "RL4", "RXK"].map(|id| RotationMember::Throughout(id.into()));
/// let turn = |id: &str, on: &str| Turn { organisation: id.into(), on: day(on) };
/// let history = [turn("RNA", "2023-01-10"), turn("RL4", "2023-02-10")];
/// let rotation = review_rotation(&history, &members, day("2023-03-31"))?;
/// assert_eq!(rotation.next, ["RXK"]);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn review_rotation(history: &[Turn], members: &[RotationMember], as_at: Day) -> Result<Rotation, Problems> {
    let mut ids: Vec<&str> = Vec::new();
    let mut spells: BTreeMap<&str, Vec<&RotationMember>> = BTreeMap::new();
    for member in members {
        let rows = spells.entry(member.organisation()).or_default();
        if rows.is_empty() {
            ids.push(member.organisation());
        }
        rows.push(member);
    }
    check_input(members, ids.len())?;
    let is_member = |id: &str, day: Day| spells.get(id).is_some_and(|rows| rows.iter().any(|row| row.holds_on(day)));
    let mut findings = Vec::new();
    let mut taken: BTreeMap<&str, (u32, Day)> = BTreeMap::new();
    // How many turns were taken while so many were members, by organisation.
    let mut fair: BTreeMap<&str, BTreeMap<u32, u32>> = BTreeMap::new();
    for turn in history.iter().filter(|turn| turn.on <= as_at) {
        let organisation = turn.organisation.as_str();
        if !is_member(organisation, turn.on) {
            let row = finding(FindingCode::TurnNotCounted, organisation, "representation.rotation");
            findings.push(row.with("on", turn.on));
            continue;
        }
        let (turns, last) = taken.entry(organisation).or_insert((0, turn.on));
        (*turns, *last) = (*turns + 1, turn.on.max(*last));
        let sharing: Vec<&str> = ids.iter().copied().filter(|id| is_member(id, turn.on)).collect();
        for id in &sharing {
            *fair.entry(id).or_default().entry(sharing.len() as u32).or_default() += 1;
        }
    }
    // Parts of a turn in a common denominator: at most 64 members, so it fits.
    let denominators = fair.values().flat_map(BTreeMap::keys).map(|number| u128::from(*number));
    let common = denominators.fold(1, |common, number| common / gcd(common, number) * number);
    let part = |id: &str| -> u128 {
        let rows = fair.get(id).into_iter().flatten();
        rows.map(|(number, turns)| common / u128::from(*number) * u128::from(*turns)).sum()
    };
    let turns = |id: &str| taken.get(id).map_or(0, |(turns, _)| *turns);
    let lacking = |id: &str| part(id) as i128 - (u128::from(turns(id)) * common) as i128;
    // Since when: the last turn, else the first day of the spell.
    let since = |id: &str| {
        let joined = || spells.get(id)?.iter().find(|row| row.holds_on(as_at))?.dates().0;
        taken.get(id).map(|(_, last)| *last).or_else(joined)
    };
    let balance = ids.iter().map(|id| RotationRow {
        organisation: (*id).to_owned(),
        member: is_member(id, as_at),
        turns: turns(id),
        expected: ratio(part(id), common),
        difference: ratio(lacking(id).unsigned_abs(), common) * if lacking(id) > 0 { -1.0 } else { 1.0 },
        last_on: taken.get(id).map(|(_, last)| *last),
        waiting_days: since(id).and_then(|day| u32::try_from(as_at.days_since(day)).ok()),
    });
    let balance: Vec<RotationRow> = balance.collect();
    let mut now: Vec<&str> = ids.iter().copied().filter(|id| is_member(id, as_at)).collect();
    now.sort_unstable();
    let first = |among: &[&str]| -> Vec<String> {
        let least = among.iter().map(|id| since(id)).min();
        among.iter().filter(|id| Some(since(id)) == least).map(|id| (*id).to_owned()).collect()
    };
    let most = now.iter().map(|id| lacking(id)).max();
    let due: Vec<&str> = now.iter().copied().filter(|id| Some(lacking(id)) == most).collect();
    let counted: u32 = taken.values().map(|(turns, _)| *turns).sum();
    let status = match () {
        () if counted == 0 || now.is_empty() => CheckStatus::NotAssessable,
        () if now.iter().all(|id| lacking(id) == 0) => CheckStatus::Met,
        () if now.iter().all(|id| lacking(id).unsigned_abs() < common) => CheckStatus::MetAsFarAsPossible,
        () => CheckStatus::NotMet,
    };
    Ok(Rotation {
        as_at,
        turns: counted,
        balance,
        longest_wait: first(&now),
        next: first(&due),
        status,
        findings: crate::finding::sorted(findings),
    })
}

fn check_input(members: &[RotationMember], organisations: usize) -> Result<(), Problems> {
    let mut problems = Vec::new();
    if members.is_empty() {
        let message = "there is no member".into();
        problems.push(problem(Code::OutOfRange, "/members", Some("a list".into()), "at least one member", message));
    }
    if organisations > MOST_MEMBERS {
        let message = format!("there are {organisations} organisations; at most {MOST_MEMBERS} take turns");
        problems.push(problem(
            Code::TooMany,
            "/members",
            Some(organisations.into()),
            "at most 64 organisations",
            message,
        ));
    }
    if members.len() > MOST_SPELLS {
        let message = format!("there are {} rows of membership; at most {MOST_SPELLS} are looked at", members.len());
        let value = Some(members.len().into());
        problems.push(problem(Code::TooMany, "/members", value, "at most 256 rows of membership", message));
    }
    for (place, member) in members.iter().enumerate() {
        if let (Some(start), Some(end)) = member.dates()
            && start > end
        {
            let message = format!("the end, {end}, is before the start, {start}");
            let (path, accepted) = (format!("/members/{place}/end"), "a date on or after the start");
            problems.push(problem(Code::StartAfterEnd, &path, Some(end.to_string().into()), accepted, message));
        }
    }
    Problems::none(problems)
}

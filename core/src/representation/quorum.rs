//! Whether a meeting may decide: which rule failed, by how much, and how many more absences would break it.

use crate::recall::result;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{finding, problem};
use crate::decimal::spelled;
use crate::document::body::{Quorum, QuorumBase, QuorumCount, QuorumScope};
use crate::document::declare::{record, words};
use crate::document::read::{Read, Reader};
use crate::finding::{Finding, FindingCode, Severity};
use crate::problem::{Code, Problem, Problems};

record! {
    /// A member of a committee.
    QuorumMember {
        /// The person's token; each stands once.
        id: String,
    } optional {
        /// The organisation that the member speaks for.
        organisation: Option<String>,
        /// The roles held.
        roles: Vec<String>,
    }
}

record! {
    /// A member whose place was taken.
    PresentRow {
        /// The member's token.
        member: String,
    } optional {
        /// True when a deputy came in the member's place.
        deputy: Option<bool>,
    }
}

/// Somebody who came: a member's token, or a row that says whether a deputy came for the member.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Present {
    /// The member.
    Member(String),
    /// The member or a deputy.
    Row(PresentRow),
}

impl Read for Present {
    fn accepted() -> String {
        "a member's identifier, or {\"member\": identifier, \"deputy\": true}".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::String(_) => String::read(value, reader).map(Self::Member),
            Value::Object(_) => PresentRow::read(value, reader).map(Self::Row),
            _ => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

/// Somebody who came: the member, or a deputy in the member's place.
pub(crate) fn present_deputy(member: String, deputy: bool) -> Present {
    if deputy { Present::Row(PresentRow { member, deputy: Some(true) }) } else { Present::Member(member) }
}

impl Present {
    fn member(&self) -> &str {
        match self {
            Self::Member(id) => id,
            Self::Row(row) => &row.member,
        }
    }

    fn is_deputy(&self) -> bool {
        matches!(self, Self::Row(row) if row.deputy == Some(true))
    }
}

words! {
    /// What a quorum asks for.
    QuorumTest {
        /// At least so many; at least one in any case.
        Minimum = "minimum",
        /// At least this share of the members.
        Fraction = "fraction",
        /// At least so many from each organisation.
        PerOrganisation = "per_organisation",
        /// At least so many organisations with somebody present.
        MinimumOrganisations = "minimum_organisations",
        /// At least so many with a role, such as the chair.
        Role = "role",
    }
}

result! {
    /// One thing that a quorum asks for, and how it stands.
    QuorumRow {
        /// What is asked for.
        rule: QuorumTest,
        /// Of which organisation; null where it is asked of the whole.
        organisation: Option<String>,
        /// Of which role; null where it is asked of everybody.
        role: Option<String>,
        /// How many are needed.
        required: u32,
        /// How many there are.
        present: u32,
        /// How many are lacking; 0 where it is met.
        short_by: u32,
        /// The fewest further absences that would break it; null where it is broken, or nothing is required.
        absences_to_break: Option<u32>,
    }
}

words! {
    /// Why somebody present does not count.
    NotCountedReason {
        /// Not a member: never was, or no longer.
        NotAMember = "not_a_member",
        /// With a conflict of interest.
        Conflict = "conflict",
        /// A deputy, where deputies do not count.
        Deputy = "deputy",
    }
}

result! {
    /// Somebody present who does not count.
    #[derive(Eq)]
    NotCounted {
        /// The token given.
        id: String,
        /// Why.
        reason: NotCountedReason,
    }
}

result! {
    /// Whether a meeting may decide, and why.
    QuorumAnswer {
        /// Everything that the rule asks for is there.
        quorate: bool,
        /// What is not.
        failed: Vec<QuorumRow>,
        /// Everything that the rule asks for.
        rules: Vec<QuorumRow>,
        /// The fewest of those present whose leaving would end the quorum; null where there is none.
        fewest_absences_to_break: Option<u32>,
        /// True if the rule can be met at all: with every member present who has no conflict of interest.
        can_be_met: bool,
        /// Who counts, in the order of members.
        counted: Vec<String>,
        /// Who is present and does not count, in the order given.
        not_counted: Vec<NotCounted>,
        /// Why.
        findings: Vec<Finding>,
    }
}

/// Checks whether a meeting is quorate. The rule is a quorum as the document has it.
///
/// A fraction is the decimal as written: of 6 members, 0.666667 asks for 5, since it is more than two thirds, and
/// 0.666666 for 4. Members with a conflict of interest do not count as present; the base of a fraction, and the
/// organisations asked for, leave them out only when `of` is `eligible`. Someone present who is no member is not
/// counted, and a finding says so. A deputy stands for the member in everything, the role too.
///
/// # Errors
/// [`Problems`] for a rule that asks for nothing, no members, a member or a presence given twice (a person speaks for
/// one organisation), a member without organisation where the rule counts organisations, and a conflict of interest of
/// nobody known.
///
/// ```
/// use equipoise::representation::{Present, QuorumMember, check_quorum};
/// let rule = serde_json::from_str(r#"{"minimum": 2, "roles": [{"role": "chair", "min": 1}]}"#).unwrap();
/// let member = |id: &str, roles: &[&str]| QuorumMember {
///     id: id.into(), organisation: None, roles: roles.iter().map(|role| (*role).to_owned()).collect() };
/// let members = [member("p1", &["chair"]), member("p2", &[]), member("p3", &[])];
/// let present = ["p2", "p3"].map(|id| Present::Member(id.into()));
/// let answer = check_quorum(&rule, &members, &present, &[])?;
/// assert_eq!((answer.quorate, answer.failed[0].role.as_deref()), (false, Some("chair")));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn check_quorum(
    rule: &Quorum,
    members: &[QuorumMember],
    present: &[Present],
    conflicted: &[String],
) -> Result<QuorumAnswer, Problems> {
    check_input(rule, members, present, conflicted)?;
    Ok(judge_quorum(rule, members, present, conflicted))
}

/// The same without any question about the input: a member may speak for no organisation, and then counts for none.
pub(crate) fn judge_quorum(
    rule: &Quorum,
    members: &[QuorumMember],
    present: &[Present],
    conflicted: &[String],
) -> QuorumAnswer {
    let conflicted: HashSet<&str> = conflicted.iter().map(String::as_str).collect();
    let has_conflict = |member: &QuorumMember| {
        let organisation = member.organisation.as_deref();
        conflicted.contains(member.id.as_str()) || organisation.is_some_and(|id| conflicted.contains(id))
    };
    let known: HashMap<&str, &QuorumMember> = members.iter().map(|member| (member.id.as_str(), member)).collect();
    let (mut counted, mut not_counted) = (HashSet::new(), Vec::new());
    for row in present {
        let reason = match known.get(row.member()) {
            None => Some(NotCountedReason::NotAMember),
            Some(member) if has_conflict(member) => Some(NotCountedReason::Conflict),
            Some(_) if row.is_deputy() && rule.deputies_count == Some(false) => Some(NotCountedReason::Deputy),
            Some(_) => None,
        };
        match reason {
            Some(reason) => not_counted.push(NotCounted { id: row.member().to_owned(), reason }),
            None => drop(counted.insert(row.member())),
        }
    }
    let eligible = || members.iter().filter(|member| !has_conflict(member));
    let base: Vec<&QuorumMember> = match rule.of {
        Some(QuorumBase::Eligible) => eligible().collect(),
        _ => members.iter().collect(),
    };
    let here: Vec<&QuorumMember> = members.iter().filter(|member| counted.contains(member.id.as_str())).collect();
    let rules = rows(rule, &base, &here);
    let failed: Vec<QuorumRow> = rules.iter().filter(|row| row.short_by > 0).cloned().collect();
    let impossible: Vec<QuorumRow> =
        rows(rule, &base, &eligible().collect::<Vec<_>>()).into_iter().filter(|row| row.short_by > 0).collect();
    let said = |code, row: &QuorumRow| {
        let organisation = row.organisation.as_deref().unwrap_or_default();
        let said = finding(code, organisation, "representation.quorum").severity(Severity::Amber);
        let said = said.with("rule", row.rule.as_str()).with("role", row.role.clone());
        said.with("required", i64::from(row.required)).with("present", i64::from(row.present))
    };
    let mut findings: Vec<Finding> = failed.iter().map(|row| said(FindingCode::QuorumFailed, row)).collect();
    findings.extend(impossible.iter().map(|row| said(FindingCode::QuorumImpossible, row)));
    findings.extend(not_counted.iter().map(|row| {
        let organisation = known.get(row.id.as_str()).and_then(|member| member.organisation.as_deref());
        let said =
            finding(FindingCode::AttendanceNotCounted, organisation.unwrap_or_default(), "representation.quorum");
        said.with("member", row.id.clone()).with("reason", row.reason.as_str())
    }));
    let quorate = failed.is_empty();
    let fewest = rules.iter().filter_map(|row| row.absences_to_break).min().filter(|_| quorate);
    QuorumAnswer {
        quorate,
        failed,
        rules,
        fewest_absences_to_break: fewest,
        can_be_met: impossible.is_empty(),
        counted: here.iter().map(|member| member.id.clone()).collect(),
        not_counted,
        findings: crate::finding::sorted(findings),
    }
}

/// Everything that the rule asks for, with `here` present; `base` is what a fraction is taken of.
fn rows(rule: &Quorum, base: &[&QuorumMember], here: &[&QuorumMember]) -> Vec<QuorumRow> {
    let mut rows = Vec::new();
    // How many are present and expected by organisation, in the order of ids.
    let mut by_organisation: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for member in base {
        by_organisation.entry(member.organisation.as_deref().unwrap_or_default()).or_default().1 += 1;
    }
    for member in here {
        by_organisation.entry(member.organisation.as_deref().unwrap_or_default()).or_default().0 += 1;
    }
    let expected = || by_organisation.iter().filter(|(id, (_, base))| !id.is_empty() && *base > 0);
    let mut sizes: Vec<u32> = (by_organisation.iter())
        .filter(|(id, (here, _))| !id.is_empty() && *here > 0)
        .map(|(_, (here, _))| *here)
        .collect();
    sizes.sort_unstable();
    // An organisation is gone when all its people are: the smallest go first.
    let organisations = |required: u32| {
        let number = sizes.len() as u32;
        (number, number.checked_sub(required).map(|spare| sizes.iter().take(spare as usize + 1).sum()))
    };
    let people = |number: u32, required: u32| (number, number.checked_sub(required).map(|spare| spare + 1));
    let mut ask =
        |rule, organisation: Option<&str>, role: Option<&str>, required, (present, absences): (u32, Option<u32>)| {
            rows.push(QuorumRow {
                rule,
                organisation: organisation.map(str::to_owned),
                role: role.map(str::to_owned),
                required,
                present,
                short_by: required.saturating_sub(present),
                absences_to_break: absences.filter(|_| required > 0),
            });
        };
    let minimum = u32::from(rule.minimum.unwrap_or(1)).max(1);
    let share = |base: u32| rule.fraction.map(|share| share_of(share.0, base).max(1));
    let mut number = |organisation: Option<&str>, base: u32, count: &dyn Fn(u32) -> (u32, Option<u32>)| {
        ask(QuorumTest::Minimum, organisation, None, minimum, count(minimum));
        if let Some(required) = share(base) {
            ask(QuorumTest::Fraction, organisation, None, required, count(required));
        }
    };
    match (rule.scope, rule.count) {
        (Some(QuorumScope::InCommon), _) => {
            for (id, (here, base)) in expected() {
                number(Some(id), *base, &|required| people(*here, required));
            }
        }
        (_, Some(QuorumCount::Organisations)) => number(None, expected().count() as u32, &organisations),
        _ => number(None, base.len() as u32, &|required| people(here.len() as u32, required)),
    }
    for (id, (here, _)) in expected().filter(|_| rule.per_organisation.is_some()) {
        let required = u32::from(rule.per_organisation.unwrap_or_default());
        ask(QuorumTest::PerOrganisation, Some(id), None, required, people(*here, required));
    }
    if let Some(required) = rule.minimum_organisations.map(u32::from) {
        ask(QuorumTest::MinimumOrganisations, None, None, required, organisations(required));
    }
    let mut holders: HashMap<&str, u32> = HashMap::new();
    for member in here {
        let roles: HashSet<&str> = member.roles.iter().map(String::as_str).collect();
        roles.into_iter().for_each(|role| *holders.entry(role).or_default() += 1);
    }
    for role in &rule.roles {
        let holders = holders.get(role.role.as_str()).copied().unwrap_or(0);
        let required = u32::from(role.min.unwrap_or(1));
        ask(QuorumTest::Role, None, Some(&role.role), required, people(holders, required));
    }
    rows
}

/// The least whole number that is at least this share: the share as the decimal that its shortest text spells.
fn share_of(share: f64, base: u32) -> u32 {
    let (digits, places) = spelled(share).unwrap_or((0, 0));
    let whole = 10_u128.saturating_pow(places.unsigned_abs());
    let needed = digits.unsigned_abs().saturating_mul(u128::from(base)).div_ceil(whole);
    u32::try_from(needed).unwrap_or(u32::MAX)
}

fn check_input(
    rule: &Quorum,
    members: &[QuorumMember],
    present: &[Present],
    conflicted: &[String],
) -> Result<(), Problems> {
    let mut problems = Vec::new();
    let asks = rule.minimum.is_some() || rule.fraction.is_some() || rule.per_organisation.is_some();
    if !asks && rule.minimum_organisations.is_none() && rule.roles.is_empty() {
        let accepted = "at least one of: minimum, fraction, per_organisation, minimum_organisations, roles";
        problems.push(problem(Code::WrongCombination, "/rule", None, accepted, "this rule asks for nothing".into()));
    }
    let (in_common, organisations) =
        (rule.scope == Some(QuorumScope::InCommon), rule.count == Some(QuorumCount::Organisations));
    if in_common && organisations {
        let message = "committees in common count the people of each organisation";
        let value = Some("organisations".into());
        problems.push(problem(Code::WrongCombination, "/rule/count", value, "people", message.into()));
    }
    if members.is_empty() {
        let message = "there is no member".into();
        problems.push(problem(Code::OutOfRange, "/members", Some("a list".into()), "at least one member", message));
    }
    let by_organisation =
        in_common || organisations || rule.per_organisation.is_some() || rule.minimum_organisations.is_some();
    let mut seen = IndexMap::new();
    for (place, member) in members.iter().enumerate() {
        let stood = *seen.entry(member.id.as_str()).or_insert(place);
        if stood != place {
            problems.push(twice(&format!("/members/{place}/id"), &member.id, &format!("/members/{stood}")));
        }
        if by_organisation && member.organisation.is_none() {
            let accepted = "the organisation of each member, since the rule counts organisations";
            let path = format!("/members/{place}/organisation");
            problems.push(problem(
                Code::MissingField,
                &path,
                None,
                accepted,
                "the field “organisation” is required".into(),
            ));
        }
    }
    let mut came = HashMap::new();
    for (place, row) in present.iter().enumerate() {
        let stood = *came.entry(row.member()).or_insert(place);
        if stood != place {
            problems.push(twice(&format!("/present/{place}"), row.member(), &format!("/present/{stood}")));
        }
    }
    let organisations: HashSet<&str> = members.iter().filter_map(|member| member.organisation.as_deref()).collect();
    for (place, id) in conflicted.iter().enumerate() {
        if !seen.contains_key(id.as_str()) && !organisations.contains(id.as_str()) {
            let message =
                format!("“{}” is neither a member nor an organisation of one", crate::document::values::clip(id));
            let accepted = "the identifier of a member, or of a member's organisation";
            let path = format!("/conflicted/{place}");
            problems.push(problem(Code::DanglingReference, &path, Some(id.as_str().into()), accepted, message));
        }
    }
    Problems::none(problems)
}

fn twice(path: &str, id: &str, stood: &str) -> Problem {
    let message = format!("“{}” already stands at {stood}", crate::document::values::clip(id));
    let accepted = "each person once, for one organisation";
    problem(Code::DuplicateId, path, Some(id.into()), accepted, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_the_decimal_as_written() {
        assert_eq!(share_of(0.5, 5), 3);
        assert_eq!(share_of(0.666_666, 6), 4);
        assert_eq!(share_of(0.666_667, 6), 5);
        // Two thirds as a program divides them.
        assert_eq!(share_of(2.0 / 3.0, 6), 4);
        assert_eq!(share_of(0.1, 30), 3);
        assert_eq!((share_of(1.0, 7), share_of(0.0, 7)), (7, 0));
    }
}

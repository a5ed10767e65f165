//! The words of governance and cadence: roles, presence, meetings, and the rules that a programme keeps.

use std::collections::HashSet;

use super::representation::rounded;
use super::{Said, count, finding, list, percent, sentence};
use crate::cadence::{CadenceRow, Gap};
use crate::document::body::MeetingKind;
use crate::finding::{Dimension, FindingCode as Code, Parameter};
use crate::governance::{CheckRow, Governance, GovernanceCheck as Check, GovernanceStatus};

/// True for findings that this file words.
pub(super) fn is_about(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Leadership | Dimension::Presence | Dimension::Cadence | Dimension::Governance)
}

/// An identifier as words: `clinical_lead` is clinical lead.
fn words(id: &str) -> String {
    id.replace('_', " ")
}

/// The meetings of one kind, as people call them.
fn meetings(kind: &str) -> &'static str {
    MeetingKind::from_word(kind).map_or("meetings", meetings_of)
}

/// The meetings of one kind, as people call them.
pub(crate) fn meetings_of(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Network => "network meetings",
        MeetingKind::TwoToOne => "2:1 meetings",
        MeetingKind::AwayDay => "away days",
        MeetingKind::Summit => "summits",
        MeetingKind::Board => "board meetings",
        MeetingKind::StrategyEvent => "strategy events",
        MeetingKind::Other => "meetings",
    }
}

/// Names, and how many more there are than are named.
fn names(said: &Said<'_>, name: &str) -> String {
    let named = said.names(name);
    let more = said.number("count") as usize;
    if more > named.len() { format!("{} and {} more", named.join(", "), more - named.len()) } else { list(&named) }
}

/// The reason of a finding as a clause that can follow "because".
pub(super) fn clause(said: &Said<'_>) -> String {
    let number = |name: &str| said.number(name) as i64;
    let text = |name: &str| said.text(name).unwrap_or_default();
    let role = || words(text("role"));
    match said.0.code {
        Code::RoleVacant => {
            let since = if said.has("since") {
                format!(", since {} ({})", said.day("since"), said.days("days"))
            } else {
                String::new()
            };
            let cycle = if said.has("cycle_days") {
                format!("; one cycle is {}", said.days("cycle_days"))
            } else {
                String::new()
            };
            let held = number("held");
            if held == 0 {
                return format!("nobody holds the role {}{since}{cycle}", role());
            }
            format!("{held} of the {} that should hold the role {}{since}{cycle}", number("min"), role())
        }
        Code::RoleOverfilled => {
            format!("{} hold the role {}, and at most {} may", number("held"), role(), number("max"))
        }
        Code::LeadOverlap => {
            format!("two people held the single post of {} together, for {}", role(), said.days("days"))
        }
        Code::OrganisationAbsent => format!(
            "absent from the last {} {}, from {} to {}: {}",
            number("meetings"),
            meetings(text("meeting_kind")),
            said.day("from"),
            said.day("to"),
            names(said, "organisations")
        ),
        Code::MeetingsMissed => format!(
            "of {} {} due from {} to {}, {} missed ({} held, {} cancelled)",
            number("due"),
            meetings(text("meeting_kind")),
            said.day("from"),
            said.day("to"),
            if number("missed") == 1 { "1 was".into() } else { format!("{} were", number("missed")) },
            number("held"),
            number("cancelled")
        ),
        Code::MeetingGap => {
            let open = matches!(said.0.parameters.get("open"), Some(Parameter::Other(open)) if **open == true);
            let (kind, days) = (meetings(text("meeting_kind")), said.days("days"));
            let cycle = said.days("cycle_days");
            let from = said.day("from");
            if open {
                return format!("no {kind} since {from}, {days}; one cycle is {cycle}");
            }
            format!("{days} without {kind}, from {from} to {}; one cycle is {cycle}", said.day("to"))
        }
        Code::AttendedByNonMember => format!(
            "an organisation that is no member came to {} as one: {}",
            count(number("count"), "meeting"),
            text("organisation")
        ),
        Code::LimitExceeded => format!(
            "{} hold the role {}, and the limit {} allows {}",
            number("held"),
            role(),
            text("limit"),
            number("max")
        ),
        Code::LimitNotReached => format!(
            "{} hold the role {}, and the limit {} asks for {}",
            number("held"),
            role(),
            text("limit"),
            number("min")
        ),
        Code::NoAim => "it addresses no aim".into(),
        Code::NoDriver => "it answers no driver".into(),
        Code::AimNotServed => "no priority addresses this aim".into(),
        Code::EmptyGoal => "no priority serves this goal".into(),
        Code::OrphanPriority => "it serves no goal".into(),
        Code::OneHorizon if number("quick_wins") == 0 => {
            format!(
                "its {} priorities of a stated horizon are all transformative, and none is a quick win",
                number("transformative")
            )
        }
        Code::OneHorizon => {
            format!(
                "its {} priorities of a stated horizon are all quick wins, and none is transformative",
                number("quick_wins")
            )
        }
        Code::NoAwayDay if said.has("last") => {
            format!("no away day since {}; the last was on {}", said.day("from"), said.day("last"))
        }
        Code::NoAwayDay => format!("no away day since {}", said.day("from")),
        Code::NoCaseForChange => {
            let why = match text("why") {
                "not_supported" => "has no case for change that was supported",
                "not_independent" => {
                    return match said.text("lead_organisation") {
                        Some(lead) => format!(
                            "it touches organisations differently, and nobody from outside {lead} reviewed its case for change"
                        ),
                        None => {
                            "it touches organisations differently, and it is not known who reviewed its case for change"
                                .into()
                        }
                    };
                }
                _ => "has no case for change",
            };
            format!("it touches organisations differently, is {}, and {why}", words(text("lifecycle")))
        }
        Code::NotImpartial => {
            let part = match text("part") {
                "lead" => "led",
                "scorer" => "scored",
                _ => "reviewed",
            };
            format!("it touches {} differently, and is {part} from there", names(said, "organisations"))
        }
        Code::PanelNotClinical => format!(
            "{} of the {} on its panel whose profession is stated {} clinical",
            number("clinical"),
            number("stated"),
            if number("clinical") == 1 { "is" } else { "are" }
        ),
        Code::CountDiffers => format!(
            "declared for {}: {} {}; counted: {}",
            said.day("as_at"),
            number("declared"),
            counted(text("of"), said.text("kind")),
            number("counted")
        ),
        Code::PossibleDuplicate => format!(
            "{} work for goal {} on this indicator: {}; it may be the same work",
            list(&said.names("bodies")),
            text("goal"),
            names(said, "priorities")
        ),
        Code::InterestNotRecused => format!(
            "a vote on {}, in which interest {} was declared{}",
            text("priority"),
            text("interest"),
            said.text("organisation").map(|id| format!(", came from {id}")).unwrap_or_default()
        ),
        Code::InterestDeclaredLate => format!(
            "interest {} in {} was declared on {}, after the decision of {}",
            text("interest"),
            text("priority"),
            said.day("declared_on"),
            said.day("decided_on")
        ),
        Code::InterestOfLead => match said.text("organisation") {
            Some(organisation) => {
                format!("{organisation}, which leads it, has declared interest {} in it", text("interest"))
            }
            None => format!("its {} has declared interest {} in it", role(), text("interest")),
        },
        Code::DecisionNotQuorate => {
            let of = said.text("organisation").map(|id| format!(" of {id}")).unwrap_or_default();
            let lacking = match text("rule") {
                "role" => format!("with the role {}", role()),
                "minimum_organisations" => "organisations".into(),
                _ => format!("members{of}"),
            };
            let more = match number("failed") {
                0 | 1 => String::new(),
                failed => format!(", and {} lacking beside", count(failed - 1, "other thing")),
            };
            format!(
                "it was taken without a quorum: {} {lacking} needed, {} there{more}",
                number("required"),
                number("present")
            )
        }
        Code::DecisionNotRatified => format!(
            "it was taken by the chair on {} and not ratified, though the body met on {}",
            said.day("decided_on"),
            said.day("met_on")
        ),
        Code::OutcomeDiffers => {
            let carried = said.text("carried").map_or_else(|| "nothing".to_owned(), |option| format!("“{option}”"));
            format!("“{}” is recorded as its outcome, and its votes carry {carried}", text("outcome"))
        }
        Code::SeveralChairs => {
            let who = said.text("person").map(|person| format!(" ({person})")).unwrap_or_default();
            format!("one person{who} chairs {}", names(said, "bodies"))
        }
        Code::MembershipDiffers => {
            let named = |name: &str| {
                let people = said.names(name);
                if people.is_empty() { String::new() } else { format!(" ({})", people.join(", ")) }
            };
            format!(
                "it is made up of those with the role {}: {}{} not recorded as a member, {}{} recorded without the role",
                role(),
                of_them(number("missing")),
                named("missing_people"),
                of_them(number("beside")),
                named("beside_people")
            )
        }
        Code::NoAccountableRole => "no role answers for it".into(),
        Code::AccountableRoleVacant => format!("the role that answers for it, {}, is held by nobody", role()),
        Code::NotSpread => format!(
            "delivered in {} of {} organisations; not yet in {}",
            number("delivered"),
            number("of"),
            names(said, "missing")
        ),
        Code::CheckIncomplete => format!(
            "there are more records than are looked at for {} (at most {})",
            words(said.0.rule.strip_prefix("governance.").unwrap_or_default()),
            super::representation::plain(said.number("most"))
        ),
        _ => String::new(),
    }
}

fn so_many(number: i64, one: &str, several: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {several}") }
}

fn of_them(number: i64) -> String {
    if number == 1 { "1 is".into() } else { format!("{number} are") }
}

/// What a count was of.
fn counted(of: &str, kind: Option<&str>) -> String {
    match kind {
        Some(kind) => format!("{of} of kind {}", words(kind)),
        None => of.to_owned(),
    }
}

/// A check in words.
pub(crate) fn check(check: Check) -> &'static str {
    match check {
        Check::Roles => "roles filled",
        Check::Limits => "limits on roles",
        Check::Chairs => "one chair each",
        Check::Membership => "membership as derived",
        Check::Attendance => "attendance by members",
        Check::Accountability => "accountable roles",
        Check::Aims => "aims addressed",
        Check::Drivers => "drivers answered",
        Check::Goals => "goals served",
        Check::Horizons => "quick wins and transformative work",
        Check::AwayDays => "away days",
        Check::CaseForChange => "cases for change",
        Check::Impartiality => "impartiality",
        Check::Panels => "clinical review panels",
        Check::Quorums => "quorum of decisions",
        Check::Votes => "outcomes of votes",
        Check::Interests => "interests and recusals",
        Check::DeclaredCounts => "declared counts",
        Check::Duplicates => "possible duplicates",
        Check::Delivery => "improvements delivered",
    }
}

/// Whether a programme keeps its own rules, and each breach.
pub(crate) fn governed(governance: &Governance) -> Vec<String> {
    let mut said = kept(governance);
    said.extend(governance.findings.iter().map(finding));
    said
}

/// Whether a programme keeps its own rules, without the breaches one by one.
pub(crate) fn kept(governance: &Governance) -> Vec<String> {
    let with = |status: GovernanceStatus| -> Vec<String> {
        let rows = governance.checks.iter().filter(|row| row.status == status);
        rows.map(|row: &CheckRow| check(row.check).to_owned()).collect()
    };
    let [met, not_met] = [GovernanceStatus::Met, GovernanceStatus::NotMet].map(with);
    let apply = met.len() + not_met.len();
    let checks = so_many(apply as i64, "check applies", "checks apply");
    let mut said = vec![match (apply, not_met.is_empty()) {
        (0, _) => "Governance: no check applies.".into(),
        (1, true) => "Governance: 1 check applies and is met.".into(),
        (_, true) => format!("Governance: {checks} and all are met."),
        (_, false) => format!("Governance: {checks}; not met: {}.", list(&not_met)),
    }];
    let least: Vec<String> = (governance.aims.iter())
        .filter(|aim| aim.least_served)
        .map(|aim| format!("{} ({})", aim.aim, so_many(aim.priorities.into(), "priority", "priorities")))
        .collect();
    if !least.is_empty() {
        said.push(format!("Served least: {}.", list(&least)));
    }
    said
}

/// Of each kind of meeting the row over all bodies, or that of the only body that has it.
pub(crate) fn totals(rows: &[CadenceRow]) -> Vec<&CadenceRow> {
    let over_all: HashSet<MeetingKind> =
        rows.iter().filter(|row| row.body.is_none()).map(|row| row.meeting_kind).collect();
    rows.iter().filter(|row| row.body.is_none() || !over_all.contains(&row.meeting_kind)).collect()
}

/// How often each kind of meeting was held, a sentence each.
pub(crate) fn meetings_held(rows: &[CadenceRow]) -> Vec<String> {
    let mut rows = totals(rows);
    rows.sort_by_key(|row| row.meeting_kind);
    rows.into_iter().map(|row| sentence(&times_held(row))).collect()
}

fn times_held(row: &CadenceRow) -> String {
    let due = match (row.due, row.missed) {
        (Some(due), Some(missed)) => format!("; {due} due, {missed} missed"),
        _ => String::new(),
    };
    let off = if row.cancelled > 0 { format!("; {} cancelled", row.cancelled) } else { String::new() };
    format!(
        "{} from {} to {}: {} held{due}{off}.",
        meetings_of(row.meeting_kind),
        row.from.in_words(),
        row.to.in_words(),
        row.held
    )
}

/// How often a body met.
pub(crate) fn met(row: &CadenceRow) -> Vec<String> {
    let who = row.body.as_deref().unwrap_or("All bodies");
    let mut said = vec![format!("{who}, {}", times_held(row))];
    if let Some(Gap { from, to, days, open, .. }) = row.longest_gap {
        let end = if open { "with none since".into() } else { format!("to {}", to.in_words()) };
        said.push(format!("Longest gap: {}, from {} {end}.", count(days, "day"), from.in_words()));
    }
    if let Some((present, share)) = row.board_present.zip(row.board_visibility) {
        said.push(format!("A board member came to {present} of {} ({}).", row.attended, percent(share)));
    }
    let absent: Vec<String> = (row.attendance.iter())
        .filter(|one| one.role.is_none())
        .filter_map(|one| Some(format!("{} {} of {}", one.organisation.as_deref()?, one.came, one.of)))
        .collect();
    if !absent.is_empty() {
        said.push(format!("Attendance: {}.", list(&absent)));
    }
    if row.blockers_raised > 0 || row.blockers_unblocked > 0 {
        let days = row.median_days_to_unblock.map(|days| format!(", after a median of {} days", rounded(days)));
        said.push(format!(
            "Blockers: {} raised, {} cleared{}.",
            row.blockers_raised,
            row.blockers_unblocked,
            days.unwrap_or_default()
        ));
    }
    if row.decisions > 0 {
        let days =
            row.median_lead_days.map(|days| format!(", a median of {} days after they were raised", rounded(days)));
        said.push(format!("Decisions: {}{}.", row.decisions, days.unwrap_or_default()));
    }
    said.extend(row.findings.iter().map(finding));
    said
}

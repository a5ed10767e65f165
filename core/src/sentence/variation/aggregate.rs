//! The words of members put together.

use super::{figure, icon, period};
use crate::finding::FindingCode as Code;
use crate::sentence::charts::lowered;
use crate::sentence::representation::plain;
use crate::sentence::{Said, count, finding, list, percent};
use crate::variation::{AggregateKind, AggregatedSeries, MemberRow, VariationIcon};

/// Members that are told one by one.
const SHOWN: usize = 5;

/// A share of members in whole figures, or a count.
fn level(kind: AggregateKind, number: f64) -> String {
    if kind == AggregateKind::Proportion {
        format!("{} percentage points", figure(number * 100.0))
    } else {
        figure(number)
    }
}

fn value(kind: AggregateKind, number: f64) -> String {
    if kind == AggregateKind::Proportion { percent(number) } else { figure(number) }
}

/// The whole, then what each member brings to it.
pub(crate) fn aggregated(answer: &AggregatedSeries) -> Vec<String> {
    let (Some(last), Some(whole)) = (answer.last.as_deref(), answer.value) else {
        let mut said = vec!["No period is whole, so there is nothing to judge.".to_owned()];
        said.extend(answer.findings.iter().map(finding));
        return said;
    };
    let kind = answer.kind;
    let members = count(answer.members.len() as i64, "member");
    let usual = answer.usual.map(|usual| format!("; usual is {}", value(kind, usual))).unwrap_or_default();
    let mut said = vec![format!("The whole of {members} in {} is {}{usual}.", period(last), value(kind, whole))];
    said.push(match answer.whole.variation.icon {
        Some(one) => format!("{}.", icon(one)),
        None => "A run chart: nothing is said of special causes.".into(),
    });
    let away = answer.away.unwrap_or_default();
    if away != 0.0 {
        let way = if away > 0.0 { "above" } else { "below" };
        let member = |row: &MemberRow| {
            let sign = if row.to_signal > 0.0 { "+" } else { "" };
            format!("{} {sign}{}", row.organisation, level(kind, row.to_signal))
        };
        let told: Vec<String> = answer.members.iter().take(SHOWN).map(member).collect();
        let rest = answer.members.len().saturating_sub(SHOWN);
        let rest = if rest > 0 { format!("; {} more", count(rest as i64, "member")) } else { String::new() };
        said.push(format!(
            "It is {} {way} what is usual. Of that: {}{rest}.",
            level(kind, away.abs()),
            told.join("; ")
        ));
    }
    said.extend(answer.findings.iter().map(finding));
    said
}

/// The reason of a finding as a clause.
pub(super) fn clause(said: &Said<'_>) -> String {
    let number = |name: &str| plain(said.number(name));
    let at = || period(said.text("period").unwrap_or_default());
    let of_periods = || {
        let are = if said.number("periods") == 1.0 { "is" } else { "are" };
        format!("{} of {} periods {are}", number("periods"), number("all"))
    };
    let kind = said.text("kind").and_then(AggregateKind::from_word).unwrap_or(AggregateKind::Count);
    let of_kind = |name: &str| value(kind, said.number(name));
    match said.0.code {
        Code::WholeNotKnown => {
            let names = said.names("organisations");
            let more = said.number("members") as usize - names.len().min(said.number("members") as usize);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            format!(
                "{} not known, the first {}, because figures are missing or suppressed: {}{more}",
                of_periods(),
                at(),
                list(&names)
            )
        }
        Code::WholeAsRange => format!(
            "{} known as a range only, because figures are suppressed; in {} it is from {} to {}",
            of_periods(),
            at(),
            of_kind("lower"),
            of_kind("upper")
        ),
        Code::OneMemberDecides => {
            let word = |name: &str| {
                said.text(name).and_then(VariationIcon::from_word).map_or("no icon".into(), |one| lowered(icon(one)))
            };
            format!(
                "without {} the others together would be {} and not {}",
                said.0.subject.id,
                word("without"),
                word("icon")
            )
        }
        _ => {
            let (mix, away) = (said.number("mix"), said.number("away"));
            let part = if away == 0.0 { 0.0 } else { (mix / away).min(1.0) };
            format!(
                "{} of the distance from what is usual comes from members having another part in the whole, not from their \
                 own figures",
                percent(part)
            )
        }
    }
}

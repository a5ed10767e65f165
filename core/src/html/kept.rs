//! Beside the levels: whether bodies meet, whether the programme keeps its own rules, and what indicators call for a look.

use std::collections::HashMap;

use super::markup::{Markup, Table, paragraph};
use super::page::{Periods, has};
use super::rows::{NO_DATA, NOT_APPLICABLE, bodies};
use crate::cadence::{CadenceRow, Gap};
use crate::finding::{About, Finding};
use crate::governance::{Governance, GovernanceStatus};
use crate::indicators::AssessedIndicator;
use crate::report::Part;
use crate::sentence::governance::{check, kept, meetings_of, totals};
use crate::sentence::{indicators, sentence, variation};
use crate::variation::{AssuranceIcon, VariationIcon};

/// The most breaches told of one check; the rest are counted.
const MOST_TOLD: usize = 10;

fn table(id: &str, caption: &str, headings: &[&str], rows: Vec<Vec<Markup>>, page: &mut String) {
    let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
    Table { id, caption: caption.to_owned(), headings, rows }.write(page);
}

/// Meetings: each kind over all bodies, then the bodies that did not meet as often as they should.
pub(super) fn meetings(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str("<section aria-labelledby=\"meetings\">\n<h2 id=\"meetings\">Meetings</h2>\n");
    let mut rows = totals(&report.cadence);
    rows.sort_by_key(|row| row.meeting_kind);
    let rows: Vec<Vec<Markup>> = rows.into_iter().map(over_all).collect();
    if !has(report, Part::Cadence) {
        paragraph(&format!("{NO_DATA}: the report was made without meetings."), page);
    } else if let Some(first) = report.cadence.first() {
        let caption = format!("Meetings, {} to {}", first.from.in_words(), first.to.in_words());
        let headings = [
            "Kind of meeting",
            "Due",
            "Held",
            "Missed",
            "Longest gap",
            "Board member present",
            "Blockers",
            "Days to clear a blocker",
        ];
        table("of-meetings", &caption, &headings, rows, page);
        let bodies = bodies(report);
        let late: Vec<Vec<Markup>> =
            report.cadence.iter().filter(|row| !row.findings.is_empty()).map(|row| missed(row, &bodies)).collect();
        if late.is_empty() {
            paragraph("No body missed a meeting or left too long a gap.", page);
        } else {
            let headings = ["Network or body", "Kind of meeting", "Due", "Held", "What was found"];
            table("of-missed-meetings", "Bodies that did not meet as often as they should", &headings, late, page);
        }
    } else {
        paragraph("The programme records no meetings and asks for none.", page);
    }
    page.push_str("</section>\n");
}

fn kind_of(row: &CadenceRow) -> Markup {
    Markup::text(sentence(meetings_of(row.meeting_kind)).trim_end_matches('.'))
}

fn number(number: Option<u32>) -> Markup {
    number.map_or_else(|| Markup::absent(NOT_APPLICABLE), |number| Markup::text(&number.to_string()))
}

fn over_all(row: &CadenceRow) -> Vec<Markup> {
    let gap = |gap: Gap| Markup::text(&crate::sentence::count(gap.days, "day"));
    let board = row.board_present.filter(|_| row.attended > 0);
    let days = row.median_days_to_unblock.zip(row.longest_days_to_unblock);
    vec![
        kind_of(row),
        number(row.due),
        number(Some(row.held)),
        number(row.missed),
        row.longest_gap.map_or_else(|| Markup::absent(NOT_APPLICABLE), gap),
        board.map_or_else(
            || Markup::absent(NOT_APPLICABLE),
            |present| Markup::text(&format!("At {present} of {}", row.attended)),
        ),
        Markup::text(&format!("{} raised, {} cleared", row.blockers_raised, row.blockers_unblocked)),
        days.map_or_else(
            || Markup::absent(NOT_APPLICABLE),
            |(median, longest)| Markup::text(&format!("Median {median}, longest {longest}")),
        ),
    ]
}

fn missed(row: &CadenceRow, bodies: &HashMap<&str, &str>) -> Vec<Markup> {
    let body = row.body.as_deref().unwrap_or("All bodies");
    vec![
        Markup::named(bodies.get(body).copied().unwrap_or(body)),
        kind_of(row),
        number(row.due),
        number(Some(row.held)),
        told(&row.findings.iter().collect::<Vec<_>>(), why),
    ]
}

fn why(finding: &Finding) -> Markup {
    Markup::text(&sentence(&crate::sentence::clause(finding)))
}

/// Findings in words, the first of many.
fn told(findings: &[&Finding], words: impl Fn(&Finding) -> Markup) -> Markup {
    let mut said: Vec<Markup> = findings.iter().take(MOST_TOLD).map(|finding| words(finding)).collect();
    let more = findings.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        said.push(Markup::text(&format!("And {more} more.")));
    }
    match said.as_slice() {
        [] => Markup::absent(NOT_APPLICABLE),
        [one] => one.clone(),
        several => Markup::list(several),
    }
}

/// Governance: whether rules are kept, then those that are not, each with what was found.
pub(super) fn governance(periods: &Periods<'_>, page: &mut String) {
    page.push_str("<section aria-labelledby=\"governance\">\n<h2 id=\"governance\">Governance</h2>\n");
    match &periods.report.governance {
        None => paragraph(&format!("{NO_DATA}: the report was made without governance."), page),
        Some(governance) => {
            kept(governance).iter().for_each(|said| paragraph(said, page));
            let rows = breaches(governance, &bodies(periods.report));
            if !rows.is_empty() {
                let headings = ["Rule", "Looked at", "Breaches", "What was found"];
                table("of-governance", "Rules that are not kept", &headings, rows, page);
            }
        }
    }
    page.push_str("</section>\n");
}

fn breaches(governance: &Governance, bodies: &HashMap<&str, &str>) -> Vec<Vec<Markup>> {
    let words = |finding: &Finding| {
        let id = finding.subject.id.as_str();
        let subject = match finding.subject.kind {
            // The page is about the programme: it need not be named.
            About::Programme => return why(finding),
            About::Body => bodies.get(id).copied().unwrap_or(id),
            _ => id,
        };
        Markup::named(subject).and(&Markup::text(": ")).and(&why(finding))
    };
    let mut by_rule: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in &governance.findings {
        by_rule.entry(&finding.rule).or_default().push(finding);
    }
    let broken = governance.checks.iter().filter(|row| row.status == GovernanceStatus::NotMet);
    broken
        .map(|row| {
            let rule = format!("governance.{}", row.check);
            let found = by_rule.get(rule.as_str()).map_or(&[][..], Vec::as_slice);
            vec![
                Markup::text(sentence(check(row.check)).trim_end_matches('.')),
                number(Some(row.asked)),
                number(Some(row.breaches)),
                told(found, words),
            ]
        })
        .collect()
}

/// Indicators: their icons added up, then the series that call for a look.
pub(super) fn indicators(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str("<section aria-labelledby=\"indicators\">\n<h2 id=\"indicators\">Indicators</h2>\n");
    if !has(report, Part::Indicators) {
        paragraph(&format!("{NO_DATA}: the report was made without indicators."), page);
    } else if report.indicators.is_empty() {
        paragraph("The programme has no indicators.", page);
    } else {
        report.indicator_summary.iter().take(1).for_each(|row| paragraph(&indicators::summary(row), page));
        let rows: Vec<Vec<Markup>> = report.indicators.iter().filter(|row| calls(row)).map(looked_at).collect();
        if rows.is_empty() {
            paragraph("No series shows a concern or fails its target.", page);
        } else {
            let headings = ["Indicator", "Where", "Last figure", "Variation", "Target"];
            table("of-indicators", "Series that show a concern or fail their target", &headings, rows, page);
        }
    }
    page.push_str("</section>\n");
}

/// True for a series that shows a concern, or whose process as it is will miss its target.
fn calls(row: &AssessedIndicator) -> bool {
    let concern = matches!(row.variation.icon, Some(VariationIcon::ConcernHigh | VariationIcon::ConcernLow));
    concern || row.assurance.icon == Some(AssuranceIcon::Fail)
}

fn looked_at(row: &AssessedIndicator) -> Vec<Markup> {
    let place = match (&row.organisation_name, &row.organisation) {
        (Some(name), _) => name,
        (None, Some(id)) => id,
        (None, None) => "The whole",
    };
    let figure = row.latest_value.zip(row.latest_period.as_deref());
    let target = row.assurance.icon.zip(row.assurance.target);
    vec![
        Markup::named(&row.name),
        Markup::named(place),
        figure.map_or_else(
            || Markup::absent(NO_DATA),
            |(value, period)| {
                Markup::text(&format!("{}, {}", indicators::told(row.kind, value), variation::period(period)))
            },
        ),
        row.variation.icon.map_or_else(|| Markup::absent(NO_DATA), |icon| Markup::text(variation::icon(icon))),
        target.map_or_else(
            || Markup::absent(NOT_APPLICABLE),
            |(icon, target)| {
                let words = variation::assurance_icon(icon);
                Markup::text(&format!("{words} (target {})", indicators::told(row.kind, target)))
            },
        ),
    ]
}

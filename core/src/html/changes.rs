//! What changed since the period before: by a comparison with the cause of each change, else by the levels of two reports.

use std::collections::{HashMap, HashSet};

use super::markup::{Markup, Table, paragraph};
use super::page::{Periods, has};
use super::rows::{NO_DATA, NOT_APPLICABLE, NOT_KNOWN, bodies, change, item, item_levels_before};
use crate::finding::{Finding, Level};
use crate::replay::Comparison;
use crate::report::{Part, Report};
use crate::sentence::change as told;

/// The section.
pub(super) fn section(periods: &Periods<'_>, page: &mut String) {
    page.push_str("<section aria-labelledby=\"changed\">\n<h2 id=\"changed\">What changed since last period</h2>\n");
    match (periods.comparison, periods.previous) {
        (Some(comparison), _) => caused(comparison, periods.report, page),
        (None, Some(previous)) => moved(periods, previous, page),
        (None, None) => paragraph(&format!("{NO_DATA}: there is no report of the period before."), page),
    }
    page.push_str("</section>\n");
}

/// What changed and what changed it.
fn caused(comparison: &Comparison, report: &Report, page: &mut String) {
    told::since(comparison).iter().for_each(|said| paragraph(said, page));
    told::policies(comparison).iter().for_each(|said| paragraph(said, page));
    let causes = told::by_subject(comparison);
    let why = |key: &(&str, &str, bool)| reasons(causes.get(key));
    let nodes: Vec<Vec<Markup>> = (comparison.nodes.iter().filter(|row| !row.changes.is_empty()))
        .map(|row| {
            vec![
                Markup::named(&row.name),
                Markup::level(row.level_since),
                Markup::level(row.level),
                Markup::text(&told::how(&row.changes)),
                why(&(row.kind.as_str(), &row.id, true)),
            ]
        })
        .collect();
    let bodies = bodies(report);
    let items: Vec<Vec<Markup>> = (comparison.items.iter())
        .map(|row| {
            vec![
                item(&row.id, &row.name),
                Markup::named(bodies.get(row.body.as_str()).copied().unwrap_or(&row.body)),
                Markup::level(row.level_since),
                Markup::level(row.level),
                Markup::text(&told::how(&row.changes)),
                why(&("priority", &row.id, false)),
            ]
        })
        .collect();
    let table = |id, caption: &str, headings: &[&str], rows| Table {
        id,
        caption: caption.to_owned(),
        headings: headings.iter().map(|heading| (*heading).to_owned()).collect(),
        rows,
    };
    match nodes.is_empty() {
        true => paragraph("No network, goal or other part of the programme changed its level.", page),
        false => {
            let headings = ["Part of the programme", "Last period", "This period", "Change", "What changed it"];
            table("of-changed-nodes", "Parts of the programme that changed, and why", &headings, nodes).write(page);
        }
    }
    match items.is_empty() {
        true => paragraph("No item changed.", page),
        false => {
            let headings = ["Item", "Network or body", "Last period", "This period", "Change", "What changed it"];
            table("of-changes", "Items that changed, and why", &headings, items).write(page);
        }
    }
    told::incomplete(comparison).iter().for_each(|said| paragraph(said, page));
}

fn reasons(findings: Option<&Vec<&Finding>>) -> Markup {
    let said = findings.map(|findings| told::causes(findings)).unwrap_or_default();
    let said: Vec<Markup> = said.iter().map(|said| Markup::text(said)).collect();
    match said.as_slice() {
        [] => Markup::absent(NOT_KNOWN),
        [one] => one.clone(),
        several => Markup::list(several),
    }
}

/// What changed by the levels of two reports alone.
fn moved(periods: &Periods<'_>, previous: &Report, page: &mut String) {
    if ![periods.report, previous].iter().all(|report| has(report, Part::Items)) {
        return paragraph(&format!("{NO_DATA}: a report was made without items."), page);
    }
    let rows = rows(periods, previous);
    if !periods.comparable() {
        const OTHER: &str =
            "The two periods were judged by different policies, so only what is new and what is gone is named.";
        paragraph(OTHER, page);
    } else if rows.is_empty() {
        paragraph("No item changed its level.", page);
    }
    if !rows.is_empty() {
        let headings = ["Item", "Name", "Last period", "This period", "Change"].map(str::to_owned).to_vec();
        let caption = "Items whose level changed, and items that came or went".to_owned();
        Table { id: "of-changes", caption, headings, rows }.write(page);
    }
}

/// Each item that moved, came or went.
fn rows(periods: &Periods<'_>, previous: &Report) -> Vec<Vec<Markup>> {
    let before: HashMap<&str, Level> = item_levels_before(periods);
    let mut rows = Vec::new();
    for item in &periods.report.items {
        let was = before.get(item.id.as_str()).copied();
        let word = match change(was, item.level, periods.comparable()) {
            "Same" | "Not comparable" => continue,
            "Better" if item.level == Level::Complete => "Completed",
            word => word,
        };
        rows.push(vec![
            Markup::named(&item.id),
            Markup::named(&item.name),
            was.map_or_else(|| Markup::absent(NOT_APPLICABLE), Markup::level),
            Markup::level(item.level),
            Markup::text(word),
        ]);
    }
    let now: HashSet<&str> = periods.report.items.iter().map(|item| item.id.as_str()).collect();
    for item in previous.items.iter().filter(|item| !now.contains(item.id.as_str())) {
        rows.push(vec![
            Markup::named(&item.id),
            Markup::named(&item.name),
            Markup::level(item.level),
            Markup::absent(NOT_APPLICABLE),
            Markup::text("Removed"),
        ]);
    }
    rows
}

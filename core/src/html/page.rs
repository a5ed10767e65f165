//! The page around the tables.

use super::markup::{Markup, Table, escaped, paragraph};
use super::rows::{NO_DATA, because, exceptions, nodes, reasons};
use super::{changes, kept};
use crate::finding::Level;
use crate::legend::{entry, legend};
use crate::replay::Comparison;
use crate::report::{Part, Report};
use crate::sentence::{self, ILLUSTRATIVE};
use crate::status::NodeType;

const STYLE: &str = include_str!("report.css");

/// The results that a page can be made of.
pub(super) struct Periods<'r> {
    pub(super) report: &'r Report,
    pub(super) previous: Option<&'r Report>,
    pub(super) comparison: Option<&'r Comparison>,
    pub(super) forecast: Option<&'r Report>,
}

impl Periods<'_> {
    /// False where two policies judged: their levels do not compare.
    pub(super) fn comparable(&self) -> bool {
        self.previous.is_none_or(|previous| previous.policy == self.report.policy)
    }

    /// True where the levels of last period are known.
    pub(super) fn has_before(&self) -> bool {
        self.previous.is_some() || self.comparison.is_some()
    }

    fn illustrative(&self) -> bool {
        [Some(self.report), self.previous, self.forecast].into_iter().flatten().any(|report| report.illustrative)
    }
}

/// The whole page.
pub(super) fn page(periods: &Periods<'_>) -> String {
    let report = periods.report;
    let mut page = String::with_capacity(32 * 1024);
    let title = format!("{}: highlight report, {}", report.programme.name, report.as_at.in_words());
    page.push_str("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Nothing is fetched and nothing runs, whatever a text of the document holds.
    page.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    page.push_str(&format!("<title>{}</title>\n<style>\n{STYLE}", escaped(&title)));
    for shown in legend() {
        let level = shown.level;
        page.push_str(&format!(".level.{level} {{ background: {}; color: {}; }}\n", shown.background, shown.text));
    }
    page.push_str("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n");
    if periods.illustrative() {
        page.push_str(&format!("<p class=\"label\"><strong>{ILLUSTRATIVE}</strong></p>\n"));
    }
    page.push_str(&format!(
        "<h1>{}</h1>\n<p class=\"lead\">Highlight report as at {}{}</p>\n",
        Markup::named(&report.programme.name).0,
        Markup::day(Some(report.as_at), NO_DATA).0,
        compared(periods)
    ));
    page.push_str("</header>\n<main id=\"main\">\n");
    summary(periods, &mut page);
    levels(periods, &mut page);
    attention(periods, &mut page);
    changes::section(periods, &mut page);
    kept::meetings(periods, &mut page);
    kept::governance(periods, &mut page);
    kept::indicators(periods, &mut page);
    reading(&mut page);
    page.push_str("</main>\n");
    foot(periods, &mut page);
    page.push_str("</body>\n</html>\n");
    page
}

fn compared(periods: &Periods<'_>) -> String {
    let since = periods.previous.map(|report| report.as_at).or(periods.comparison.map(|comparison| comparison.since));
    let previous = since.map(|day| format!("; last period is as at {}", day.in_words()));
    let forecast = periods
        .forecast
        .map(|report| format!("; the forecast is as at {}, if nothing more is reported", report.as_at.in_words()));
    format!("{}{}.", previous.unwrap_or_default(), forecast.unwrap_or_default())
}

pub(super) fn has(report: &Report, part: Part) -> bool {
    report.included.contains(&part)
}

fn summary(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n");
    let headline = Markup::text(&report.headline).0;
    let programme = report.nodes.iter().find(|node| node.kind == NodeType::Programme);
    match programme {
        Some(node) => {
            page.push_str(&format!("<p class=\"headline\">{} {headline}.</p>\n", Markup::level(node.level).0));
            let reasons = reasons(report);
            let why = because(reasons.get(&("programme", node.id.as_str(), true)));
            if has(report, Part::Findings) {
                page.push_str(&format!("<div class=\"why\">{}</div>\n", why.0));
            }
            for said in sentence::outlook(node) {
                page.push_str(&format!("<p>{}</p>\n", escaped(&said)));
            }
            if !node.watermelons.is_empty() {
                let names: Vec<String> = node.watermelons.iter().map(|id| Markup::named(id).0).collect();
                page.push_str(&format!("<p>Reported complete or green and computed red: {}.</p>\n", names.join(", ")));
            }
        }
        None => page.push_str(&format!("<p class=\"headline\">{headline}.</p>\n")),
    }
    periods.comparison.and_then(sentence::change::since).iter().for_each(|said| paragraph(said, page));
    report.governance.iter().flat_map(sentence::governance::kept).take(1).for_each(|said| paragraph(&said, page));
    report.indicator_summary.iter().take(1).for_each(|row| paragraph(&sentence::indicators::summary(row), page));
    page.push_str("</section>\n");
}

fn headings(first: &str) -> Vec<String> {
    let rest = ["Last period", "This period", "Change", "Forecast", "As reported", "Items"];
    std::iter::once(first).chain(rest).map(str::to_owned).collect()
}

fn levels(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str(
        "<section aria-labelledby=\"levels\">\n<h2 id=\"levels\">Last period, this period and forecast</h2>\n",
    );
    if !periods.comparable() {
        page.push_str("<p>The two periods were judged by different policies, so their levels are not compared.</p>\n");
    }
    if !has(report, Part::Nodes) {
        page.push_str(&format!("<p>{NO_DATA}: the report was made without nodes.</p>\n"));
    }
    for (kind, id, what) in [
        (NodeType::Programme, "of-programme", "Programme"),
        (NodeType::Body, "of-bodies", "Networks and other bodies"),
        (NodeType::Goal, "of-goals", "Goals"),
        (NodeType::Priority, "of-parents", "Priorities with parts"),
    ] {
        let rows = nodes(periods, kind);
        if !rows.is_empty() {
            let first = if kind == NodeType::Body { "Network or body" } else { what };
            let caption = format!("{what}: level last period, this period and forecast");
            Table { id, caption, headings: headings(first), rows }.write(page);
        }
    }
    page.push_str("</section>\n");
}

fn attention(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str("<section aria-labelledby=\"attention\">\n<h2 id=\"attention\">Items that need attention</h2>\n");
    let rows = exceptions(periods);
    if !has(report, Part::Items) {
        page.push_str(&format!("<p>{NO_DATA}: the report was made without items.</p>\n"));
    } else if rows.is_empty() {
        page.push_str("<p>No item is amber or red.</p>\n");
    } else {
        let headings = [
            "Item",
            "Network or body",
            "Last period",
            "This period",
            "Baseline finish",
            "Forecast finish",
            "Slip",
            "Why",
        ];
        let caption = format!("{} amber or red, red first", counted(rows.len(), "item"));
        let headings = headings.map(str::to_owned).to_vec();
        Table { id: "of-items", caption, headings, rows }.write(page);
    }
    page.push_str("</section>\n");
}

fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what} is") } else { format!("{number} {what}s are") }
}

fn reading(page: &mut String) {
    page.push_str("<section aria-labelledby=\"reading\">\n<h2 id=\"reading\">How to read this report</h2>\n");
    let row = |level: &Level| {
        let shown = entry(*level);
        vec![
            Markup::level(*level),
            Markup::text(&shown.letter),
            Markup::text(&shown.shape),
            Markup::text(&shown.meaning),
        ]
    };
    let rows = Level::ALL.iter().map(row).collect();
    let headings = ["Level", "Letter", "Shape", "Meaning"].map(str::to_owned).to_vec();
    Table { id: "of-levels", caption: "Levels".into(), headings, rows }.write(page);
    page.push_str(
        "<p>Levels are worked out from dates and reports by the rules of one policy. “As reported” is the level if reports \
         were believed. A colour says where work stands and not why it came to be so.</p>\n</section>\n",
    );
}

fn foot(periods: &Periods<'_>, page: &mut String) {
    let report = periods.report;
    page.push_str("<footer>\n<dl>\n");
    let mut line = |term: &str, words: Markup| page.push_str(&format!("<dt>{term}</dt><dd>{}</dd>\n", words.0));
    line(
        "Known up to",
        match report.known_at {
            Some(day) => Markup::day(Some(day), NO_DATA),
            None => Markup::text("Everything recorded").and(&Markup(match report.recorded_up_to {
                Some(day) => format!(", the last on {}", day.in_words()),
                None => String::new(),
            })),
        },
    );
    line("Policy", Markup::named(&report.policy.version));
    line("Source", report.source.as_deref().map_or_else(|| Markup::absent("Not stated"), Markup::named));
    line("Fingerprint", Markup(format!("<code>{}</code>", escaped(&report.fingerprint))));
    page.push_str("</dl>\n");
    if periods.illustrative() {
        page.push_str(&format!("<p class=\"label\"><strong>{ILLUSTRATIVE}</strong></p>\n"));
    }
    page.push_str("</footer>\n");
}

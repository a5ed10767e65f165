//! Prints a board report: `cargo run --example board_report`, or with a document and a date of your own:
//! `cargo run --example board_report -- programme.json 2023-03-31`.
//!
//! Colour only where the terminal has it; words, letters and shapes say the same without.

use anstream::println;
use anstyle::{Effects, RgbColor, Style};
use equipoise::status::{Node, NodeType};
use equipoise::{Day, Finding, LegendEntry, Level, Options, Programme, Report, assess};

/// Columns of a printed page.
const WIDTH: usize = 100;
const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/demo/programme.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (path, as_at) = match arguments.as_slice() {
        [] => (DEMO, "2023-03-31"),
        [path, as_at] => (path.as_str(), as_at.as_str()),
        _ => return Err("give no argument for the demo, or a document and a date: programme.json 2023-03-31".into()),
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let as_at: Day = as_at.parse().map_err(|error| format!("{as_at}: {error}"))?;
    let report = Programme::from_json(&text).and_then(|programme| assess(&programme, &Options::as_at(as_at)));
    match report {
        Ok(report) => print(&report),
        Err(problems) => {
            println!("The document has {} problem(s):", problems.as_slice().len());
            for problem in problems.as_slice() {
                wrapped("  - ", &problem.to_string());
            }
            std::process::exit(1);
        }
    }
    Ok(())
}

fn print(report: &Report) {
    let bold = Style::new().bold();
    println!("{bold}{}{bold:#}", report.programme.name);
    println!("Board report as at {}", report.as_at.in_words());
    if report.illustrative {
        println!("{}", equipoise::ILLUSTRATIVE);
    }
    println!();
    let all = report.nodes.iter().find(|node| node.kind == NodeType::Programme);
    println!("{bold}{}{bold:#}", report.headline);
    let Some(all) = all else { return };
    for finding in about(report, "programme", &all.id).into_iter().filter(|finding| finding.dominating) {
        wrapped("  because ", &equipoise::describe_clause(finding));
    }
    if all.robustness.policy_sensitive {
        wrapped("  ", "The colour depends on how the parts are added up: read the reasons, not the colour alone.");
    }
    nodes(report, "Networks", NodeType::Body);
    nodes(report, "Goals", NodeType::Goal);
    exceptions(report);
    watermelons(all);
    outlook(all);
    indicators(report);
    println!();
    let reports = report.recorded_up_to.map_or_else(|| "nothing was recorded".into(), Day::in_words);
    println!("Recorded up to {reports}. Policy {}. Fingerprint {}.", report.policy.version, report.fingerprint);
    let legend: Vec<String> =
        equipoise::legend().iter().map(|entry| format!("{} {}", entry.symbol, entry.word)).collect();
    println!("{}", legend.join("   "));
    if let Some(source) = &report.source {
        println!();
        wrapped("Source: ", source);
    }
}

/// One table of nodes; those with nothing below them are named under it.
fn nodes(report: &Report, title: &str, kind: NodeType) {
    let (shown, empty): (Vec<&Node>, Vec<&Node>) =
        report.nodes.iter().filter(|node| node.kind == kind).partition(|node| node.level != Level::Excluded);
    heading(&format!("{title} ({})", shown.len()));
    let names = shown.iter().map(|node| short(&node.name).chars().count()).max().unwrap_or(0).max(8);
    println!(
        "  {:names$}  {:14}{:>5}{:>7}{:>7}{:>10}{:>10}   As reported",
        title.trim_end_matches('s'),
        " Status",
        "Red",
        "Amber",
        "Green",
        "Complete",
        "Evidence",
    );
    for node in &shown {
        let counts = node.counts;
        let evidence = node.coverage.map_or_else(|| "No data".into(), |share| format!("{:.0}%", share * 100.0));
        let sensitive = if node.robustness.policy_sensitive { " *" } else { "" };
        let name = short(&node.name);
        println!(
            "  {name:names$}  {}{:>5}{:>7}{:>7}{:>10}{:>10}   {}{sensitive}",
            badge(node.level),
            counts.red,
            counts.amber,
            counts.green,
            counts.complete,
            evidence,
            badge(node.as_reported),
        );
    }
    if shown.iter().any(|node| node.robustness.policy_sensitive) {
        println!("  * The colour depends on how the parts are added up.");
    }
    let empty: Vec<&str> = empty.iter().map(|node| node.name.as_str()).collect();
    if !empty.is_empty() {
        wrapped("  ", &format!("Nothing below them counts: {}.", empty.join(", ")));
    }
}

/// "Breast network" in a table headed Networks is "Breast".
fn short(name: &str) -> &str {
    name.strip_suffix(" network").unwrap_or(name)
}

fn exceptions(report: &Report) {
    for level in [Level::Red, Level::Amber, Level::NotAssessed] {
        let rows: Vec<_> = report.items.iter().filter(|item| item.level == level).collect();
        if rows.is_empty() {
            continue;
        }
        heading(&format!("{} items ({})", entry(level).word, rows.len()));
        for item in rows {
            println!("  {} {}  {}", badge(level).trim_end(), item.id, item.name);
            for finding in about(report, "priority", &item.id) {
                if !matches!(&*finding.rule, "status.roll_up" | "status.override.node") {
                    wrapped("      - ", &equipoise::describe_clause(finding));
                }
            }
        }
    }
}

fn watermelons(all: &Node) {
    heading("Reported well, computed red (watermelons)");
    match all.watermelon_index {
        None => println!("  Nothing is reported complete or green."),
        Some(_) if all.watermelons.is_empty() => println!("  None."),
        Some(index) => {
            let share =
                format!("{} ({:.1}% of the items believed to be well)", all.watermelons.join(", "), index * 100.0);
            wrapped("  ", &share);
        }
    }
}

fn outlook(all: &Node) {
    heading("What would change the colour");
    for sentence in equipoise::describe_outlook(all) {
        wrapped("  ", &sentence);
    }
}

/// Both icons of each series, as symbols and in words, and how many there are of each.
fn indicators(report: &Report) {
    if report.indicators.is_empty() {
        return;
    }
    heading(&format!("Indicators ({} series)", report.indicators.len()));
    for row in &report.indicators {
        let variation = row.variation.icon.map_or(" -", |icon| icon.symbol());
        let assurance = row.assurance.icon.map_or("-", |icon| icon.symbol());
        wrapped(&format!("  {variation} {assurance}  "), &equipoise::describe_series(row));
    }
    for row in &report.indicator_summary {
        wrapped("  ", &equipoise::describe_summary(row));
    }
    println!("  First symbol: ✓ improvement, ! concern, ↑ high, ↓ low, ~ common cause, - too few figures.");
    println!("  Second symbol: ✓ target met, ✗ missed, ? met or missed by chance, - no target to judge.");
}

fn about<'r>(report: &'r Report, kind: &str, id: &str) -> Vec<&'r Finding> {
    let is = |finding: &&Finding| finding.subject.kind.as_str() == kind && finding.subject.id == id;
    report.findings.iter().filter(is).collect()
}

fn entry(level: Level) -> LegendEntry {
    equipoise::legend().into_iter().find(|entry| entry.level == level).unwrap_or_else(|| equipoise::legend().remove(0))
}

/// Shape and word on the level's colours, padded to the width of a column.
fn badge(level: Level) -> String {
    let entry = entry(level);
    let style = Style::new().fg_color(Some(colour(&entry.text))).bg_color(Some(colour(&entry.background)));
    let text = format!(" {} {} ", entry.symbol, entry.word);
    let pad = " ".repeat(14_usize.saturating_sub(text.chars().count()));
    format!("{style}{text}{style:#}{pad}")
}

fn colour(hex: &str) -> anstyle::Color {
    let part = |at: usize| hex.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or(0);
    RgbColor(part(1), part(3), part(5)).into()
}

fn heading(text: &str) {
    let style = Style::new().effects(Effects::BOLD | Effects::UNDERLINE);
    println!("\n{style}{text}{style:#}");
}

/// Prints a text after a lead, its further lines set in as far.
fn wrapped(lead: &str, text: &str) {
    let indent = " ".repeat(lead.chars().count());
    let mut line = lead.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            println!("{line}");
            line.clone_from(&indent);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    println!("{line}");
}

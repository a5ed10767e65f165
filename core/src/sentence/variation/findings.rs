//! The words of what else there is to know of a series.

use super::{chart_name, figure, named, placed, rules};
use crate::finding::FindingCode as Code;
use crate::sentence::representation::plain;
use crate::sentence::{Said, count, list};
use crate::variation::{Chart, Frequency, Rule};

fn chart_of(word: Option<&str>) -> &'static str {
    chart_name(word.and_then(Chart::from_word).unwrap_or(Chart::Xmr))
}

fn periods(said: &Said<'_>, name: &str) -> String {
    let one = match said.text("frequency").and_then(Frequency::from_word) {
        Some(Frequency::Week) => "week",
        Some(Frequency::Month) => "month",
        Some(Frequency::Quarter) => "quarter",
        Some(Frequency::Year) => "year",
        _ => "day",
    };
    count(said.number(name) as i64, one)
}

/// "1 of 20 points is", "3 of 20 points are".
fn of_points(said: &Said<'_>) -> String {
    let are = if said.number("points") == 1.0 { "is" } else { "are" };
    format!("{} of {} points {are}", plain(said.number("points")), plain(said.number("all")))
}

/// The reason of a finding as a clause.
pub(in crate::sentence) fn clause(said: &Said<'_>) -> String {
    let number = |name: &str| plain(said.number(name));
    let points = said.number("points");
    let there = || placed(said.text("date"), said.number("index") as usize);
    let here = || named(said.text("date"), said.number("index") as usize);
    let is_are = if points == 1.0 { "is" } else { "are" };
    match said.0.code {
        Code::TooFewPoints => {
            let few = format!("there {is_are} {}, and a control chart needs {}", pointed(points), number("minimum"));
            match said.text("shown_as") {
                Some("run_chart") => format!("{few}: it is shown as a run chart, without limits and icons"),
                _ => format!("{few}: its limits can still move a lot"),
            }
        }
        Code::ShortPartition => {
            let (points, minimum) = (pointed(points), number("minimum"));
            match said.number("partitions") as i64 {
                1 => format!(
                    "the limits that start {} come from {points}, fewer than {minimum}: they can still move a lot",
                    there()
                ),
                many => format!(
                    "{many} stretches have limits from fewer than {minimum} points, which can still move a lot; the \
                     shortest starts {} and has {points}",
                    there()
                ),
            }
        }
        Code::DuplicateDates if points == 1.0 => {
            format!("{} stands twice among the dates", here())
        }
        Code::DuplicateDates => {
            format!("{} have the same date as the one before, the first {}", pointed(points), there())
        }
        Code::MissingPeriods => {
            let (have, gap) = if said.number("periods") == 1.0 { ("has", "it") } else { ("have", "the first") };
            format!("{} {have} no point; {gap} follows {}", periods(said, "periods"), here())
        }
        Code::MissingValues => {
            let (have, first) = if points == 1.0 { ("has", "that") } else { ("have", "the first") };
            let what = match said.text("missing") {
                Some("break") => "no moving range, shift or trend goes across a missing value",
                _ => "missing values are passed over",
            };
            format!("{} of {} points {have} no value, {first} {}; {what}", number("points"), number("all"), there())
        }
        Code::BaselineSpecialCause => format!(
            "{} of the {} points of the baseline {is_are} special cause, the first {}; a baseline should have none",
            number("points"),
            number("all"),
            there()
        ),
        Code::BaselineNotReached if !said.has("asked") => {
            "no point that counts is in the baseline, so there is no baseline".into()
        }
        Code::BaselineNotReached => format!(
            "the baseline asks for {} points and there {is_are} {}, so there is no baseline",
            number("asked"),
            number("points")
        ),
        Code::RecalculationInBaseline if points == 1.0 => {
            format!(
                "the recalculation {} lies in the baseline: what follows the baseline has lines of its own",
                there()
            )
        }
        Code::RecalculationInBaseline => {
            format!(
                "{} recalculations, the first {}, lie in the baseline: what follows the baseline has lines of its own",
                number("points"),
                there()
            )
        }
        Code::RecalculationAtFirst => "a recalculation at the first point splits nothing".into(),
        Code::RulesConflict => {
            let fired: Vec<String> = said
                .names("rules")
                .iter()
                .filter_map(|rule| Rule::from_word(rule))
                .map(|rule| rules::name(rule).to_owned())
                .collect();
            let status = said.text("status").unwrap_or_default().replace('_', " ");
            format!("rules of both sides fired for the last point, {}: {}; it counts as {status}", here(), list(&fired))
        }
        Code::NothingVaries => {
            format!("all {} points are {}, so there is no variation to judge", number("points"), number("value"))
        }
        Code::LowCounts => format!(
            "the counts are low (mean {}, below {}); days or cases between events (a T or G chart) or a c chart say more",
            figure(said.number("mean")),
            number("threshold")
        ),
        Code::Overdispersion => {
            let better = match said.text("better").and_then(Chart::from_word) {
                Some(Chart::Xmr) => "an XmR chart takes its limits from the points themselves".to_owned(),
                other => format!("a {} allows for it", chart_name(other.unwrap_or(Chart::PPrime))),
            };
            format!(
                "{} beyond the limits: figures vary more than a {} expects of chance, and {better}",
                of_points(said),
                chart_of(said.text("chart"))
            )
        }
        Code::LargeDenominators => format!(
            "the denominators are large and vary (mean {}, at least {}): a {} expects less of chance than such figures vary, \
             and a {} allows for it",
            figure(said.number("mean")),
            figure(said.number("threshold")),
            chart_of(said.text("chart")),
            chart_of(said.text("better"))
        ),
        Code::ManyTies => {
            let what = match said.text("ties") {
                Some("skip") => "ties are passed over",
                _ => "each tie ends a run, so that shifts and trends are found less often",
            };
            format!("{} on the mean or equal to the one before; {what}", of_points(said))
        }
        Code::AtCeiling => {
            format!("{} at {}, the most that there can be, so limits say little there", of_points(said), number("most"))
        }
        Code::Autocorrelation => format!(
            "points are like the ones before them (correlation {:.2}), as in a rolling average, a slow change or after a shift: limits \
             may be too narrow, and signals too many",
            said.number("correlation")
        ),
        Code::Seasonality => format!(
            "points are like those {} before (correlation {:.2}): a season can look like a signal, or hide one",
            periods(said, "cycle"),
            said.number("correlation")
        ),
        Code::HighMovingRanges => {
            let changes = match points {
                1.0 => format!("the change to the point {} is unusually large", there()),
                _ => format!(
                    "{} changes from point to point are unusually large, the first {}",
                    number("points"),
                    there()
                ),
            };
            let kept = if said.text("screening") == Some("off") { "counts in" } else { "is left out of" };
            format!("{changes}; what is that large {kept} the limits")
        }
        Code::WholeNotKnown | Code::WholeAsRange | Code::OneMemberDecides | Code::MixChanged => {
            super::aggregate::clause(said)
        }
        Code::TargetNotUsed => match said.text("why") {
            Some("neutral") => "neither direction is better, so nothing is said about the target".into(),
            Some("not_in_force") => "no target is in force at the last point".into(),
            _ => format!("a {} says nothing about a target", chart_of(said.text("chart"))),
        },
        _ => String::new(),
    }
}

fn pointed(points: f64) -> String {
    if points == 1.0 { "1 point".into() } else { format!("{} points", plain(points)) }
}

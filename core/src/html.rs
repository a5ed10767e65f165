//! A report as one page: a highlight report that can be read on a screen, on a phone, on paper and by a screen reader.
//!
//! One text, without script and without anything from elsewhere; every text of the document in it is escaped.

mod changes;
mod kept;
mod markup;
mod page;
mod rows;

use crate::problem::{Code, Problem, Problems};
use crate::replay::Comparison;
use crate::report::Report;
use page::Periods;

/// Writes a report as one accessible HTML page: the level last period, this period and the forecast of the programme and of
/// each network and goal, the items that need attention with the reason why, what changed and by which report, whether
/// bodies meet and the programme keeps its own rules, the indicators that call for a look, and how to read it.
///
/// `previous` is the report of the period before; without it there is no level of last period. `comparison` is what
/// `replay::compare` says of the time between: it adds the cause of each change, and without `previous` the levels of last
/// period. It sees the earlier date as it was known then, and so must `previous`. Without either nothing is said of changes. `forecast` is the report as at a later day, assessed with what is
/// known now: the level that time alone brings. Without it the forecast is told by the dates that are forecast.
///
/// # Errors
/// A problem where the results are of two programmes, where their days are not in that order, or where the comparison does
/// not lead to this report.
///
/// ```
/// use equipoise::{Options, Programme, assess, html};
/// let programme = Programme::from_json(include_str!("../../docs/demo/programme.json"))?;
/// let at = |day: &str| assess(&programme, &Options::as_at(day.parse().unwrap()));
/// let page = html(&at("2023-03-31")?, Some(&at("2023-02-28")?), None, None)?;
/// assert!(page.starts_with("<!doctype html>") && page.contains("Illustrative data"));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn html(
    report: &Report,
    previous: Option<&Report>,
    comparison: Option<&Comparison>,
    forecast: Option<&Report>,
) -> Result<String, Problems> {
    let mut found = Vec::new();
    for (name, other, in_order) in [
        ("previous", previous, previous.is_none_or(|other| other.as_at < report.as_at)),
        ("forecast", forecast, forecast.is_none_or(|other| other.as_at > report.as_at)),
    ] {
        let Some(other) = other else { continue };
        if other.programme.id != report.programme.id {
            found.push(other_programme(name, &other.programme.id));
        }
        if !in_order {
            let side = if name == "previous" { "before" } else { "after" };
            found.push(Problem {
                code: Code::NotInOrder,
                path: format!("/{name}/as_at"),
                value: Some(other.as_at.to_string().into()),
                accepted: Some(format!("a day {side} {}", report.as_at)),
                message: format!("{} is not {side} {}, the day of the report", other.as_at, report.as_at),
            });
        }
    }
    if let Some(comparison) = comparison {
        leads_here(comparison, report, previous, &mut found);
    }
    Problems::none(found)?;
    Ok(page::page(&Periods { report, previous, comparison, forecast }))
}

fn other_programme(name: &str, id: &str) -> Problem {
    Problem {
        code: Code::WrongCombination,
        path: format!("/{name}/programme/id"),
        value: crate::problem::shortened(&id.into()),
        accepted: Some("a report on the same programme".into()),
        message: "the two reports are on two programmes".into(),
    }
}

/// A comparison that ends elsewhere than in the report would tell causes of what the page does not show.
fn leads_here(comparison: &Comparison, report: &Report, previous: Option<&Report>, found: &mut Vec<Problem>) {
    if comparison.programme.id != report.programme.id {
        found.push(other_programme("comparison", &comparison.programme.id));
    }
    let since = previous.map_or(comparison.since, |previous| previous.as_at);
    let day = |day: Option<crate::day::Day>| day.map_or(serde_json::Value::Null, |day| day.to_string().into());
    let said = |name: &str, is: serde_json::Value, should: serde_json::Value, what: &str| {
        (is != should).then(|| Problem {
            code: Code::WrongCombination,
            path: format!("/comparison/{name}"),
            value: crate::problem::shortened(&is),
            accepted: Some(format!("{should}, as in {what}")),
            message: format!("the comparison has another {name} than {what}"),
        })
    };
    found.extend(said("as_at", day(Some(comparison.as_at)), day(Some(report.as_at)), "the report"));
    found.extend(said("known_at", day(comparison.known_at), day(report.known_at), "the report"));
    found.extend(said("since", day(Some(comparison.since)), day(Some(since)), "the report of the period before"));
    if let Some(other) = previous.filter(|previous| previous.known_at != Some(comparison.since)) {
        // Else two tables of the page would show two levels of last period.
        found.push(Problem {
            code: Code::WrongCombination,
            path: "/previous/known_at".into(),
            value: crate::problem::shortened(&day(other.known_at)),
            accepted: Some(format!(
                "{}, as the comparison has it, or no report of the period before",
                comparison.since
            )),
            message: "the report of the period before was made with other knowledge than the comparison".into(),
        });
    }
    if comparison.policy != report.policy {
        found.push(Problem {
            code: Code::WrongCombination,
            path: "/comparison/policy".into(),
            value: None,
            accepted: Some("the policy of the report".into()),
            message: "the comparison and the report were judged by two policies".into(),
        });
    }
}

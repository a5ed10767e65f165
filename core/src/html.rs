//! A report as one page: a highlight report that can be read on a screen, on a phone, on paper and by a screen reader.
//!
//! One text, without script and without anything from elsewhere; every text of the document in it is escaped.

mod markup;
mod page;
mod rows;

use crate::problem::{Code, Problem, Problems};
use crate::report::Report;
use page::Periods;

/// Writes a report as one accessible HTML page: the level last period, this period and the forecast of the programme and of
/// each network and goal, the items that need attention with the reason why, what changed, and how to read it.
///
/// `previous` is the report of the period before; without it there is no level of last period and nothing is said of
/// changes. `forecast` is the report as at a later day, assessed with what is known now: the level that time alone brings.
/// Without it the forecast is told by the dates that are forecast.
///
/// # Errors
/// A problem where the reports are of two programmes, or where their days are not in that order.
///
/// ```
/// use equipoise::{Options, Programme, assess, html};
/// let programme = Programme::from_json(include_str!("../../docs/demo/programme.json"))?;
/// let at = |day: &str| assess(&programme, &Options::as_at(day.parse().unwrap()));
/// let page = html(&at("2023-03-31")?, Some(&at("2023-02-28")?), None)?;
/// assert!(page.starts_with("<!doctype html>") && page.contains("Illustrative data"));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn html(report: &Report, previous: Option<&Report>, forecast: Option<&Report>) -> Result<String, Problems> {
    let mut found = Vec::new();
    for (name, other, in_order) in [
        ("previous", previous, previous.is_none_or(|other| other.as_at < report.as_at)),
        ("forecast", forecast, forecast.is_none_or(|other| other.as_at > report.as_at)),
    ] {
        let Some(other) = other else { continue };
        if other.programme.id != report.programme.id {
            found.push(Problem {
                code: Code::WrongCombination,
                path: format!("/{name}/programme/id"),
                value: crate::problem::shortened(&other.programme.id.as_str().into()),
                accepted: Some("a report on the same programme".into()),
                message: "the two reports are on two programmes".into(),
            });
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
    Problems::none(found)?;
    Ok(page::page(&Periods { report, previous, forecast }))
}

//! The best set of proposals under a budget, exactly: which always belong to it, what more money would buy.
//!
//! Values, costs and days are the decimals written, held as whole numbers; nothing is compared in floating point. The
//! search is our own, since a solver in floating point would have to be checked for every answer it gives.

mod bound;
mod case;
mod quadrant;
mod refusal;
mod search;

use crate::recall::result;
use indexmap::IndexMap;

use crate::decimal::Decimal;
use crate::document::declare::{record, words};
use crate::document::priority::Horizon;
use crate::document::values::{Amount, DecimalShare, Text};
use crate::finding::{About, Dimension, Finding, FindingCode, Severity};
use crate::problem::{Code, Problem, Problems};
use crate::sorting::Arrange;
use case::Case;
use search::{Aim, Engine, Found, Limits, TooLong};

pub use quadrant::{Effort, Quadrant, QuadrantPlace, Quadrants, Side};

record! {
    /// A proposal to choose from.
    Candidate {
        /// Unique among the proposals.
        id: String,
        /// What it is worth; may be below 0.
        value: f64,
        /// What it costs.
        cost: Amount,
    } optional {
        /// The name people use.
        name: Option<Text>,
        /// The working days it takes; needed where days are limited.
        capacity_days: Option<Amount>,
        /// The group it counts for.
        group: Option<String>,
        /// How far it reaches.
        horizon: Option<Horizon>,
        /// The priority it became; not used here.
        priority: Option<String>,
        /// The organisations with an interest in it; not used here.
        interested_organisations: Vec<String>,
    }
}

record! {
    /// What a portfolio must keep to, beside the budget.
    #[derive(Default)]
    Constraints {
    } optional {
        /// The working days there are in all.
        capacity_days: Option<Amount>,
        /// How many proposals of a group must and may be chosen.
        groups: IndexMap<String, GroupLimit>,
        /// The same for quick wins and transformative proposals.
        horizons: IndexMap<String, GroupLimit>,
        /// Proposals that can only be chosen together with others.
        requires: IndexMap<String, Vec<String>>,
        /// Proposals of which at most one may be chosen.
        excludes: Vec<Vec<String>>,
    }
}

record! {
    /// How many must and may be chosen.
    #[derive(Default)]
    GroupLimit {
    } optional {
        /// At least so many; 0 when omitted.
        min: Option<u32>,
        /// At most so many; no limit when omitted.
        max: Option<u32>,
    }
}

/// How to look at the proposals beside choosing.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Portfolios whose value is at most this share below the best are near-optimal; 0.05 by default.
    pub near: DecimalShare,
    /// What effort is measured by in the quadrants; the cost by default.
    pub effort: Effort,
}

impl Default for Options {
    fn default() -> Self {
        Self { near: DecimalShare(Decimal::millionths(50_000)), effort: Effort::Cost }
    }
}

result! {
    /// The best portfolio, how firm it is, and what else could be had.
    Selection {
        /// What may be spent.
        budget: f64,
        /// The working days there are; null where they are not limited.
        capacity_days: Option<f64>,
        /// The set of the highest value, and the cheapest of these; null when no set fits.
        best: Option<Portfolio>,
        /// Every set of that value, cheapest first, then in the order of the proposals; null when they were not all found
        /// because the search would take too long.
        best_sets: Option<Vec<Portfolio>>,
        /// Sets beyond the first 100 are not listed: false where there are more.
        best_sets_complete: bool,
        /// Portfolios whose value is at most this share below the best are near-optimal.
        near: f64,
        /// The least value of a near-optimal portfolio, on the steps that values come in; null when no set fits.
        near_value: Option<f64>,
        /// One row for each proposal, in their order.
        proposals: Vec<Chosen>,
        /// Every set that no other beats in value and cost together, cheapest first, also beyond the budget; null when they
        /// were not all found because the search would take too long.
        frontier: Option<Vec<Portfolio>>,
        /// Impact against effort: the lines between high and low.
        quadrants: Quadrants,
        /// What to know before this choice is used.
        findings: Vec<Finding>,
    }
}

result! {
    /// A set of proposals that keeps to every constraint.
    Portfolio {
        /// What it is worth.
        value: f64,
        /// What it costs.
        cost: f64,
        /// The working days it takes; null where they are not limited.
        capacity_days: Option<f64>,
        /// The proposals, in their order.
        proposals: Vec<String>,
    }
}

words! {
    /// Where a proposal stands in near-optimal portfolios.
    NearStanding {
        /// In every one of them.
        AlwaysIn = "always_in",
        /// In some of them.
        Sometimes = "sometimes",
        /// In none of them.
        NeverIn = "never_in",
    }
}

result! {
    /// What becomes of one proposal.
    Chosen {
        /// The proposal.
        id: String,
        /// Its name; null without one.
        name: Option<String>,
        /// What it is worth.
        value: f64,
        /// What it costs.
        cost: f64,
        /// The working days it takes; null where they are not stated.
        capacity_days: Option<f64>,
        /// It is in the best portfolio; null when no set fits.
        in_best: Option<bool>,
        /// In which near-optimal portfolios it is; null when no set fits, or the search would take too long.
        standing: Option<NearStanding>,
        /// The value lost if it is decided the other way; null when nothing fits then, or as for `standing`.
        loss: Option<f64>,
        /// Where it stands by impact and effort.
        place: QuadrantPlace,
    }
}

/// The most proposals that a portfolio is chosen from.
pub(crate) const MOST_PROPOSALS: usize = 200;
/// The most sets of the highest value that are listed.
const MOST_SETS: usize = 100;
/// The most sets on the frontier.
const MOST_POINTS: usize = 5_000;
/// Steps of the search for each part of the answer: the best set, its equals, the losses, the frontier. Each set of
/// decisions that is looked at counts one step for each proposal.
const MOST_STEPS: u64 = 50_000_000;

/// Chooses the best set of proposals under a budget.
///
/// The answer is exact: value, cost and days are the decimals written. Sets of equal value are all listed (up to 100).
/// Whether a proposal is in every near-optimal portfolio or in none is settled by deciding it the other way and
/// searching again.
///
/// # Errors
/// [`Problems`]: more than 200 proposals, identifiers given twice or not known, figures out of range or with too many
/// digits, a minimum above its maximum, days missing where they are limited, and `search_too_long` where finding the
/// best set takes more than 50,000,000 steps. Other parts that would take longer are null, and a finding names them.
///
/// ```
/// use equipoise::prioritisation::portfolio::{Candidate, Constraints, Options, select_portfolio};
/// let rows = r#"[{"id": "a", "value": 10, "cost": 5}, {"id": "b", "value": 7, "cost": 4}, {"id": "c", "value": 6, "cost": 4}]"#;
/// let proposals: Vec<Candidate> = serde_json::from_str(rows).unwrap();
/// let answer = select_portfolio(&proposals, 8.0, &Constraints::default(), &Options::default())?;
/// let best = answer.best.unwrap();
/// assert_eq!((best.value, best.cost, best.proposals.join(" ")), (13.0, 8.0, "b c".into()));
/// assert_eq!(answer.proposals[0].loss, Some(3.0)); // with a, 10 at most
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn select_portfolio(
    proposals: &[Candidate],
    budget: f64,
    constraints: &Constraints,
    options: &Options,
) -> Result<Selection, Problems> {
    let case = Case::new(proposals, budget, constraints, options)?;
    let mut answer = Selection {
        budget,
        capacity_days: constraints.capacity_days.map(|days| days.0),
        best: None,
        best_sets: Some(Vec::new()),
        best_sets_complete: true,
        near: options.near.0.to_f64(),
        near_value: None,
        proposals: case.rows(),
        frontier: None,
        quadrants: case.quadrants.lines(),
        findings: Vec::new(),
    };
    let engine = Engine::new(&case.instance, case.limits);
    let top;
    match engine.search(&[], Aim::Best, &mut { MOST_STEPS }) {
        Err(TooLong) => return Err(too_long().into()),
        Ok(found) => {
            top = found.first().map(|best| (best.value, best.cost));
            match found.first() {
                Some(best) => chosen(&case, &engine, best, options, &mut answer),
                None => answer.findings.push(refusal::finding(&case)),
            }
        }
    }
    let frontier = frontier(&case);
    if frontier.is_none() {
        answer.findings.push(incomplete("frontier"));
    }
    let point = |found: &Found| {
        // Of equal sets the frontier shows the one that is the best.
        let best = answer.best.as_ref().filter(|_| top == Some((found.value, found.cost)));
        best.cloned().unwrap_or_else(|| case.portfolio(found))
    };
    answer.frontier = frontier.map(|points| points.iter().map(point).collect());
    Ok(answer)
}

/// The best set, its equals, and what deciding each proposal the other way would lose.
fn chosen(case: &Case<'_>, engine: &Engine<'_>, best: &Found, options: &Options, answer: &mut Selection) {
    let sets = engine.search(&[], Aim::All(best.value, MOST_SETS + 1), &mut { MOST_STEPS });
    match &sets {
        Err(TooLong) => {
            (answer.best_sets, answer.best_sets_complete) = (None, false);
            answer.findings.push(incomplete("best_sets"));
        }
        Ok(sets) => {
            let mut listed: Vec<&Found> = sets.iter().collect();
            listed.arrange_by(|a, b| (a.cost, &a.members).cmp(&(b.cost, &b.members)));
            answer.best_sets_complete = listed.len() <= MOST_SETS;
            // The cheapest is always among them.
            if !answer.best_sets_complete && !listed[..MOST_SETS].iter().any(|set| set.members == best.members) {
                listed.insert(0, best);
            }
            listed.truncate(MOST_SETS);
            answer.best_sets = Some(listed.iter().map(|found| case.portfolio(found)).collect());
            if listed.len() > 1 {
                let finding = note(FindingCode::SeveralBestSets, "").severity(Severity::Amber);
                let finding = finding.with("sets", listed.len()).with("complete", u16::from(answer.best_sets_complete));
                answer.findings.push(finding);
            }
        }
    }
    // Of sets of equal value and cost the first in the order of the proposals.
    let first = answer.best_sets.as_ref().filter(|_| answer.best_sets_complete).and_then(|sets| sets.first().cloned());
    answer.best = Some(first.unwrap_or_else(|| case.portfolio(best)));
    let floor = case.near_floor(best.value, options);
    answer.near_value = Some(case.value(floor));
    let known = sets.unwrap_or_default();
    let mut steps = MOST_STEPS;
    let mut unknown = false;
    let members: Vec<String> = answer.best.iter().flat_map(|best| best.proposals.clone()).collect();
    for (item, row) in answer.proposals.iter_mut().enumerate() {
        let inside = members.contains(&row.id);
        row.in_best = Some(inside);
        let otherwise = if known.iter().any(|set| set.members.contains(&item) != inside) {
            Ok(Some(best.value))
        } else {
            let found = engine.search(&[(item, !inside)], Aim::Value, &mut steps);
            found.map(|found| found.first().map(|found| found.value))
        };
        let Ok(otherwise) = otherwise else {
            unknown = true;
            continue;
        };
        row.loss = otherwise.map(|value| case.value(best.value - value));
        let settled = if inside { NearStanding::AlwaysIn } else { NearStanding::NeverIn };
        let firm = otherwise.is_none_or(|value| value < floor);
        row.standing = Some(if firm { settled } else { NearStanding::Sometimes });
        if otherwise.is_none() && !inside {
            answer.findings.push(refusal::never(case, item));
        }
    }
    if unknown {
        answer.findings.push(incomplete("standing"));
    }
}

/// Every set that no other beats, cheapest first; `None` when that would take too long.
///
/// From the dearest down: the best set for a cost, then the best for less than that cost, and so on.
fn frontier(case: &Case<'_>) -> Option<Vec<Found>> {
    let mut steps = MOST_STEPS;
    let mut points = Vec::new();
    let mut limit = case.all_costs();
    while limit >= 0 {
        let limits = Limits { cost: limit, ..case.limits };
        let found = Engine::new(&case.instance, limits).search(&[], Aim::Best, &mut steps).ok()?;
        let Some(found) = found.into_iter().next() else { break };
        if points.len() == MOST_POINTS {
            return None;
        }
        limit = found.cost - 1;
        points.push(found);
    }
    points.reverse();
    Some(points)
}

fn note(code: FindingCode, proposal: &str) -> Finding {
    let kind = if proposal.is_empty() { About::Exercise } else { About::Proposal };
    Finding::new(code, kind, proposal, Dimension::Prioritisation, "prioritisation.portfolio")
}

fn incomplete(part: &'static str) -> Finding {
    note(FindingCode::SearchIncomplete, "").with("part", part).with("steps", MOST_STEPS as i64)
}

fn too_long() -> Problem {
    Problem {
        code: Code::SearchTooLong,
        path: "/proposals".into(),
        value: None,
        accepted: Some("fewer proposals, rounder figures or narrower constraints".into()),
        message: "finding the best portfolio takes more than 50,000,000 steps".into(),
    }
}

#[cfg(test)]
mod tests;

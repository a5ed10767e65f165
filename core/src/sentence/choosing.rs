//! The wording of weights, scores and portfolios.

use super::{Said, count, finding, list, percent};
use crate::finding::{Finding, FindingCode as Code};
use crate::prioritisation::matrix::{ScoreMethod, Scored};
use crate::prioritisation::portfolio::{NearStanding, Portfolio, Selection};
use crate::prioritisation::weights::{DerivedWeights, WeightMethod};
use crate::sorting::Arrange;

/// The reason of a finding as a clause.
pub(super) fn clause(code: Code, said: &Said<'_>) -> String {
    match code {
        Code::InconsistentJudgements => inconsistent(said),
        Code::WeightsNotAnchored => {
            let (wanted, found) = (figure(said.number("wanted")), figure(said.number("found")));
            match said.text("method") {
                Some("swing") => format!("the most valued swing has {found} points; it should have {wanted}"),
                _ => format!("the least important criterion has {found} points; it should have {wanted}"),
            }
        }
        Code::WeightsFromSpread => {
            "these weights come from how the figures differ; they say nothing about what matters".into()
        }
        Code::ConstantCriterion => {
            format!("column {} has the same figure in every row and counts for nothing", said.number("column") + 1.0)
        }
        Code::RankReversal => reversal(said),
        Code::NoPortfolioFits => no_portfolio(said),
        Code::SeveralBestSets => {
            let more = if said.number("complete") == 0.0 { "more than " } else { "" };
            format!("{more}{} sets of proposals are equally good", said.number("sets"))
        }
        Code::NeverFits => match said.text("reason") {
            Some("cost") => "it costs more than the budget".into(),
            Some("capacity_days") => "it takes more days than there are".into(),
            _ => "it fits into no portfolio that keeps to the constraints and limits".into(),
        },
        Code::SearchIncomplete => {
            let what = match said.text("part") {
                Some("best_sets") => "whether other sets are equally good",
                Some("standing") => "which proposals are in every near-optimal portfolio",
                _ => "what other budgets would buy",
            };
            format!("{what} would take more than {} steps to tell and was left out", figure(said.number("steps")))
        }
        _ => list(&[]),
    }
}

fn inconsistent(said: &Said<'_>) -> String {
    let (ratio, limit) = (said.number("ratio"), figure(said.number("limit")));
    let mut text =
        format!("the judgements contradict one another (consistency ratio {ratio:.2}, at most {limit} is wanted)");
    if let [first, second, third] = said.names("triad").as_slice() {
        let (stated, implied) = (figure(said.number("stated")), figure(said.number("implied")));
        text.push_str(&format!(
            "; furthest apart are {first}, {second} and {third}: {first} was said to be {stated} times as important as \
             {third}, and by way of {second} it would be {implied} times"
        ));
    }
    text
}

/// A method of scoring with its scaling, as statisticians write it.
pub(super) fn scored_by(said: &Said<'_>) -> String {
    let scaling = said.text("normalisation").map(|scaling| format!(" with {scaling} scaling")).unwrap_or_default();
    match said.text("method").unwrap_or_default() {
        "topsis" => format!("TOPSIS{scaling}"),
        "vikor" => "VIKOR".into(),
        "promethee_ii" => "PROMETHEE II".into(),
        _ => format!("a weighted sum{scaling}"),
    }
}

fn reversal(said: &Said<'_>) -> String {
    if let Some(proposal) = said.text("proposal") {
        let [above, below] = ["above", "below"].map(|name| said.text(name).unwrap_or_default());
        return format!(
            "by {} the order of two proposals can depend on a third: {above} ranks above {below}, and below it where \
             {proposal} is not proposed",
            scored_by(said)
        );
    }
    let row = |name| said.number(name) + 1.0;
    let scaled = "the scores depend on which rows are in the list";
    if said.has("left_out") {
        let rows = said.number("reversing");
        let more =
            if rows == 1.0 { String::new() } else { format!("; leaving out any of {rows} rows changes an order") };
        format!(
            "{scaled}: without row {}, row {} would rank above row {}, and with it, it ranks below{more}",
            row("left_out"),
            row("below"),
            row("above")
        )
    } else if said.number("tried") == 0.0 {
        format!("{scaled}; the list is too long to try what leaving each row out would change")
    } else {
        format!("{scaled}; leaving out any one row would not change the order of the others")
    }
}

fn no_portfolio(said: &Said<'_>) -> String {
    let none = "no set of proposals fits";
    let needed = |what: &str| {
        let (limit, needed) = (figure(said.number("limit")), figure(said.number("needed")));
        format!("{none}: the constraints need {needed} {what} at least, and there are {limit}")
    };
    match said.text("reason") {
        Some("budget") if said.has("needed") => needed("of the budget").replace("there are", "there is"),
        Some("budget") => format!("{none} within the budget"),
        Some("capacity_days") if said.has("needed") => needed("days"),
        Some("capacity_days") => format!("{none} within the days there are"),
        Some("budget_and_capacity_days") => {
            format!("{none}: neither a larger budget alone nor more days alone would be enough")
        }
        _ => match said.text("group") {
            Some(group) => format!(
                "{none}: {group} must have {} and there are {}",
                count(said.number("wanted") as i64, "proposal"),
                said.number("there")
            ),
            None => format!("{none}: the constraints contradict one another"),
        },
    }
}

/// A figure as people write it: thousands apart, at most three decimals.
pub(super) fn figure(number: f64) -> String {
    let rounded = (number.abs() * 1000.0).round() / 1000.0;
    let text = format!("{rounded}");
    let (whole, decimals) = text.split_once('.').map_or((text.as_str(), String::new()), |(a, b)| (a, format!(".{b}")));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if number < 0.0 && rounded > 0.0 { "-" } else { "" };
    format!("{sign}{grouped}{decimals}")
}

/// Derived weights in sentences.
pub(crate) fn weights(result: &DerivedWeights) -> Vec<String> {
    let how = match result.method {
        WeightMethod::Direct => "the points stated",
        WeightMethod::Swing => "swings",
        WeightMethod::Smart => "SMART points",
        WeightMethod::Roc => "ranks (rank order centroid)",
        WeightMethod::RankSum => "ranks (rank sum)",
        WeightMethod::RankReciprocal => "ranks (rank reciprocal)",
        WeightMethod::Ahp => "pairwise judgements",
    };
    let named: Vec<String> =
        result.weights.iter().map(|weight| format!("{} {}", weight.id, percent(weight.normalised))).collect();
    let mut said = vec![format!("Weights from {how}: {}.", list(&named))];
    if let Some(consistency) = &result.consistency {
        said.push(match consistency.ratio {
            Some(ratio) => format!(
                "The consistency ratio of the judgements is {ratio:.2}; up to {} is acceptable.",
                figure(consistency.limit)
            ),
            None => "There are too few judgements for any to contradict another.".into(),
        });
    }
    said.extend(result.findings.iter().map(finding));
    said
}

/// Scores of a matrix in sentences.
pub(crate) fn scored(result: &Scored) -> Vec<String> {
    let method = match result.method {
        ScoreMethod::WeightedSum => "weighted sum",
        ScoreMethod::Topsis => "TOPSIS",
        ScoreMethod::Vikor => "VIKOR",
        ScoreMethod::PrometheeIi => "PROMETHEE II",
    };
    let mut order: Vec<usize> = (0..result.ranks.len()).collect();
    order.arrange_by_key(|row| result.ranks.get(*row));
    let row = |row: &usize| {
        let (rank, score) = (result.ranks.get(*row).copied().unwrap_or(0), result.scores.get(*row).copied());
        format!("row {} (rank {rank}, {})", row + 1, figure(score.unwrap_or(0.0)))
    };
    let rows: Vec<String> = order.iter().map(row).collect();
    let mut said = vec![format!("By {method}, best first: {}.", list(&rows))];
    if let Some(compromise) = &result.compromise {
        let rows: Vec<String> = compromise.rows.iter().map(|row| format!("row {}", row + 1)).collect();
        said.push(match rows.as_slice() {
            [] => "There is nothing to compromise on.".into(),
            [one] => format!("The compromise is {one} alone."),
            rows => {
                let why = if compromise.acceptable_advantage {
                    "the lead of the first is not stable"
                } else {
                    "none leads clearly"
                };
                format!("The compromise is {} together: {why}.", list(rows))
            }
        });
    }
    said.extend(result.findings.iter().map(finding));
    said
}

/// A choice of proposals in sentences.
pub(crate) fn selection(result: &Selection) -> Vec<String> {
    let mut said = Vec::new();
    let refused = |one: &&Finding| one.code == Code::NoPortfolioFits;
    said.extend(result.findings.iter().filter(refused).map(finding));
    if let Some(best) = &result.best {
        said.push(best_portfolio(best, result));
        let standing = |wanted| -> Vec<String> {
            let rows = result.proposals.iter().filter(|row| row.standing == Some(wanted));
            rows.map(|row| row.id.clone()).collect()
        };
        if result.proposals.iter().any(|row| row.standing.is_some()) {
            let untold = result.proposals.iter().filter(|row| row.standing.is_none()).count();
            let untold = if untold == 0 { String::new() } else { format!(" Not settled: {untold} more.") };
            said.push(format!(
                "In every portfolio whose value is within {} of the best: {}. In none of them: {}. In some: {}.{untold}",
                percent(result.near),
                list(&standing(NearStanding::AlwaysIn)),
                list(&standing(NearStanding::NeverIn)),
                list(&standing(NearStanding::Sometimes))
            ));
        }
    }
    let dearer = result.frontier.iter().flatten().find(|point| point.cost > result.budget);
    if let Some(next) = dearer {
        let (value, cost) = (figure(next.value), figure(next.cost));
        said.push(format!("With a budget of {cost} the best value would be {value}."));
    }
    let border: Vec<String> =
        result.proposals.iter().filter(|row| row.place.border).map(|row| row.id.clone()).collect();
    if !border.is_empty() {
        said.push(format!("Near a line between high and low impact or effort: {}.", list(&border)));
    }
    said.extend(result.findings.iter().filter(|one| !refused(one)).map(finding));
    said
}

fn best_portfolio(best: &Portfolio, result: &Selection) -> String {
    let days = match (best.capacity_days, result.capacity_days) {
        (Some(used), Some(limit)) => format!(" and {} of {} days", figure(used), figure(limit)),
        _ => String::new(),
    };
    format!(
        "The best portfolio is worth {} and uses {} of the budget of {}{days}: {}.",
        figure(best.value),
        figure(best.cost),
        figure(result.budget),
        list(&best.proposals)
    )
}

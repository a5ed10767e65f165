//! Why no set fits, or why a proposal fits into none.

use super::case::Case;
use super::search::{Aim, Engine, Instance, Limits};
use super::{Finding, FindingCode, MOST_STEPS, Severity, note};

/// Why no set fits, found by lifting one limit after the other.
pub(super) fn finding(case: &Case<'_>) -> Finding {
    let instance = &case.instance;
    let fits = |limits: Limits| {
        // What cannot be told within the steps is not held against a limit.
        Engine::new(instance, limits).search(&[], Aim::Any, &mut { MOST_STEPS }).is_ok_and(|found| !found.is_empty())
    };
    let free = Limits { cost: case.all_costs(), days: instance.days.iter().sum() };
    let finding = note(FindingCode::NoPortfolioFits, "").severity(Severity::Red);
    if fits(Limits { cost: free.cost, ..case.limits }) {
        let needed = least(instance, &instance.costs, case.limits).map(|whole| case.cost(whole));
        return finding.with("reason", "budget").with("limit", case.stated.0).with("needed", needed);
    }
    if fits(Limits { days: free.days, ..case.limits }) {
        let needed = least(instance, &instance.days, Limits { days: free.days, ..case.limits });
        let needed = needed.and_then(|whole| case.days(whole));
        return finding.with("reason", "capacity_days").with("limit", case.stated.1).with("needed", needed);
    }
    if fits(free) {
        return finding.with("reason", "budget_and_capacity_days");
    }
    let short = instance.rules.iter().find(|rule| rule.members.len() < rule.min);
    let finding = finding.with("reason", "constraints");
    match short {
        None => finding,
        Some(rule) => {
            finding.with("group", rule.name.clone()).with("wanted", rule.min).with("there", rule.members.len())
        }
    }
}

/// The least of `used` that a set takes which keeps to everything but the budget, or but the limit of days.
fn least(instance: &Instance, used: &[i128], limits: Limits) -> Option<i128> {
    let of_cost = std::ptr::eq(used, instance.costs.as_slice());
    let nothing = vec![0; used.len()];
    let (costs, days) = if of_cost { (nothing, instance.days.clone()) } else { (instance.costs.clone(), nothing) };
    let limits = if of_cost { Limits { cost: 0, ..limits } } else { Limits { days: 0, ..limits } };
    let cheap = Instance { values: used.iter().map(|one| -one).collect(), costs, days, ..instance.clone() };
    let found = Engine::new(&cheap, limits).search(&[], Aim::Value, &mut { MOST_STEPS }).ok()?;
    found.first().map(|found| -found.value)
}

/// Why a proposal fits into no portfolio.
pub(super) fn never(case: &Case<'_>, item: usize) -> Finding {
    let (instance, limits) = (&case.instance, case.limits);
    let reason = if instance.costs[item] > limits.cost {
        "cost"
    } else if instance.days[item] > limits.days {
        "capacity_days"
    } else {
        "constraints"
    };
    note(FindingCode::NeverFits, &case.proposals[item].id).with("reason", reason)
}

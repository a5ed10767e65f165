//! What is asked, checked and in whole numbers.

use indexmap::IndexMap;
use serde_json::Value;

use super::quadrant::Board;
use super::search::{Found, Instance, Limits, Rule};
use super::{
    Candidate, Chosen, Code, Constraints, Effort, GroupLimit, Horizon, MOST_PROPOSALS, Options, Portfolio, Problem,
    Problems,
};
use crate::decimal::ONE;
use crate::prioritisation::units::Units;

/// A sound question.
pub(super) struct Case<'a> {
    pub(super) proposals: &'a [Candidate],
    /// The budget and the days, as they were stated.
    pub(super) stated: (f64, Option<f64>),
    pub(super) instance: Instance,
    pub(super) limits: Limits,
    pub(super) quadrants: Board,
    values: Scale,
    costs: Scale,
    /// `None` where days are not limited.
    days: Option<Scale>,
}

/// How whole numbers become the figures they stand for.
struct Scale {
    units: Units,
    /// What all of the figures are multiples of.
    step: i128,
}

impl Scale {
    /// The figures as whole multiples of the largest step that they share.
    fn of(figures: &[f64]) -> Option<(Vec<i128>, Self)> {
        let (whole, _, scale) = Self::within(figures, 0.0)?;
        Some((whole, scale))
    }

    /// The same with a limit of 0 or more on their sum, rounded down to what they can reach.
    fn within(figures: &[f64], limit: f64) -> Option<(Vec<i128>, i128, Self)> {
        let mut units = Units::of(&[figures, &[limit]].concat())?;
        let limit = units.whole.pop()?;
        let step = units.whole.iter().fold(0, |step, one| divisor(step, *one)).max(1);
        let whole: Vec<i128> = units.whole.iter().map(|one| one / step).collect();
        // Beyond what all of them use together a limit is none.
        let limit = (limit / step).min(whole.iter().map(|one| one.abs()).sum());
        Some((whole, limit, Self { units, step }))
    }

    fn number(&self, whole: i128) -> f64 {
        self.units.number(whole * self.step)
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl<'a> Case<'a> {
    pub(super) fn new(
        proposals: &'a [Candidate],
        budget: f64,
        constraints: &Constraints,
        options: &Options,
    ) -> Result<Self, Problems> {
        let mut found = Vec::new();
        if proposals.len() > MOST_PROPOSALS {
            let accepted = format!("at most {MOST_PROPOSALS} proposals");
            let message = format!("{} proposals are more than the exact search takes", proposals.len());
            let value = Some(proposals.len().into());
            return Err(problem(Code::TooManyProposals, "/proposals", value, &accepted, message).into());
        }
        let mut places = IndexMap::new();
        for (place, proposal) in proposals.iter().enumerate() {
            let stood = *places.entry(proposal.id.as_str()).or_insert(place);
            if stood != place {
                let message = format!("“{}” is already the identifier of /proposals/{stood}", proposal.id);
                let path = format!("/proposals/{place}/id");
                let value = Some(proposal.id.as_str().into());
                found.push(problem(Code::DuplicateId, &path, value, "an identifier of its own", message));
            }
        }
        found.extend(figures(proposals, budget, constraints));
        let links = Links { proposals, places, problems: Vec::new() };
        let (rules, needs, more) = links.read(constraints);
        found.extend(more);
        let wants_days = constraints.capacity_days.is_some();
        if wants_days || options.effort == Effort::CapacityDays {
            for (place, _) in proposals.iter().enumerate().filter(|(_, proposal)| proposal.capacity_days.is_none()) {
                let path = format!("/proposals/{place}/capacity_days");
                let why = if wants_days { "days are limited" } else { "effort is measured in days" };
                let message = format!("the field “capacity_days” is required where {why}");
                found.push(problem(Code::MissingField, &path, None, "a number of 0 or more", message));
            }
        }
        Problems::none(found)?;
        Self::in_units(proposals, budget, constraints, options, rules, needs)
    }

    fn in_units(
        proposals: &'a [Candidate],
        budget: f64,
        constraints: &Constraints,
        options: &Options,
        rules: Vec<Rule>,
        needs: Vec<Vec<usize>>,
    ) -> Result<Self, Problems> {
        let digits = |path: &str| {
            let message = "the figures together need more digits than the exact search holds".into();
            Problems::from(problem(Code::TooManyPlaces, path, None, "figures of fewer decimal places", message))
        };
        let values: Vec<f64> = proposals.iter().map(|proposal| proposal.value).collect();
        let all_costs: Vec<f64> = proposals.iter().map(|proposal| proposal.cost.0).collect();
        let all_days: Vec<f64> = proposals.iter().map(|one| one.capacity_days.map_or(0.0, |days| days.0)).collect();
        let (values, value_scale) = Scale::of(&values).ok_or_else(|| digits("/proposals"))?;
        let (costs, cost, cost_scale) = Scale::within(&all_costs, budget).ok_or_else(|| digits("/proposals"))?;
        let (days, limit, day_scale) = match constraints.capacity_days {
            Some(limit) => {
                let (days, limit, scale) = Scale::within(&all_days, limit.0).ok_or_else(|| digits("/proposals"))?;
                (days, limit, Some(scale))
            }
            None => (vec![0; proposals.len()], 0, None),
        };
        let limits = Limits { cost, days: limit };
        let bits = |numbers: &[i128]| 128 - numbers.iter().map(|one| one.abs()).sum::<i128>().leading_zeros();
        if bits(&values) + bits(&costs) > MOST_BITS {
            return Err(digits("/proposals"));
        }
        let efforts = if options.effort == Effort::Cost { all_costs } else { all_days };
        let (efforts, effort_scale) = Scale::of(&efforts).ok_or_else(|| digits("/proposals"))?;
        let near = options.near.0.in_millionths();
        let as_value = |halves: i128| value_scale.number(halves) / 2.0;
        let as_effort = |halves: i128| effort_scale.number(halves) / 2.0;
        let quadrants = Board::new((&values, &as_value), (&efforts, &as_effort), near, options.effort);
        let instance = Instance { values, costs, days, rules, needs };
        let stated = (budget, constraints.capacity_days.map(|days| days.0));
        Ok(Self {
            proposals,
            stated,
            instance,
            limits,
            quadrants,
            values: value_scale,
            costs: cost_scale,
            days: day_scale,
        })
    }

    pub(super) fn all_costs(&self) -> i128 {
        self.instance.costs.iter().sum()
    }

    pub(super) fn value(&self, whole: i128) -> f64 {
        self.values.number(whole)
    }

    pub(super) fn cost(&self, whole: i128) -> f64 {
        self.costs.number(whole)
    }

    pub(super) fn days(&self, whole: i128) -> Option<f64> {
        self.days.as_ref().map(|days| days.number(whole))
    }

    /// The least value of a near-optimal portfolio.
    pub(super) fn near_floor(&self, best: i128, options: &Options) -> i128 {
        let millionths = best * ONE - options.near.0.in_millionths() * best.abs();
        // Rounded up: what is worth less is not near.
        -(-millionths).div_euclid(ONE)
    }

    pub(super) fn portfolio(&self, found: &Found) -> Portfolio {
        let days = found.members.iter().map(|item| self.instance.days[*item]).sum();
        Portfolio {
            value: self.value(found.value),
            cost: self.cost(found.cost),
            capacity_days: self.days(days),
            proposals: found.members.iter().map(|item| self.proposals[*item].id.clone()).collect(),
        }
    }

    pub(super) fn rows(&self) -> Vec<Chosen> {
        let row = |(place, proposal): (usize, &Candidate)| Chosen {
            id: proposal.id.clone(),
            name: proposal.name.as_ref().map(|name| name.as_str().to_owned()),
            value: proposal.value,
            cost: proposal.cost.0,
            capacity_days: proposal.capacity_days.as_ref().map(|days| days.0),
            in_best: None,
            standing: None,
            loss: None,
            place: self.quadrants.place(place),
        };
        self.proposals.iter().enumerate().map(row).collect()
    }
}

/// Values and costs share one number in the search, which has 127 bits and needs some for prices.
const MOST_BITS: u32 = 104;

fn problem(code: Code, path: &str, value: Option<Value>, accepted: &str, message: String) -> Problem {
    Problem { code, path: path.to_owned(), value, accepted: Some(accepted.to_owned()), message }
}

/// Figures that are not finite, out of range or too long.
fn figures(proposals: &[Candidate], budget: f64, constraints: &Constraints) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut check = |path: String, number: f64, negative: bool| {
        let accepted =
            if negative { "a number above -10^12 and below 10^12" } else { "a number of 0 or more, below 10^12" };
        if !number.is_finite() {
            found.push(problem(Code::NotANumber, &path, None, accepted, "this is not a finite number".into()));
        } else if number.abs() >= 1e12 || (number < 0.0 && !negative) {
            let message = format!("{number} is not {accepted}");
            found.push(problem(Code::OutOfRange, &path, Some(number.into()), accepted, message));
        } else if Units::of(&[number]).is_none() {
            let message = format!("{number} has more digits than the exact search holds");
            found.push(problem(Code::TooManyPlaces, &path, Some(number.into()), "fewer decimal places", message));
        }
    };
    for (place, proposal) in proposals.iter().enumerate() {
        check(format!("/proposals/{place}/value"), proposal.value, true);
        check(format!("/proposals/{place}/cost"), proposal.cost.0, false);
        if let Some(days) = proposal.capacity_days {
            check(format!("/proposals/{place}/capacity_days"), days.0, false);
        }
    }
    check("/budget".into(), budget, false);
    if let Some(days) = constraints.capacity_days {
        check("/constraints/capacity_days".into(), days.0, false);
    }
    found
}

/// Constraints, with every reference resolved.
struct Links<'a> {
    proposals: &'a [Candidate],
    places: IndexMap<&'a str, usize>,
    problems: Vec<Problem>,
}

impl Links<'_> {
    fn read(mut self, constraints: &Constraints) -> (Vec<Rule>, Vec<Vec<usize>>, Vec<Problem>) {
        let mut rules = Vec::new();
        for (group, limit) in &constraints.groups {
            let members = self.members(|proposal| proposal.group.as_deref() == Some(group));
            if members.is_empty() {
                self.dangling(&format!("/constraints/groups/{}", escaped(group)), group, "a group of the proposals");
            }
            rules.extend(self.rule("groups", group, limit, members));
        }
        for (place, ids) in constraints.excludes.iter().enumerate() {
            let path = format!("/constraints/excludes/{place}");
            let mut members = self.resolve(&path, ids);
            members.sort_unstable();
            members.dedup();
            if ids.len() < 2 || (members.len() < ids.len() && self.problems.is_empty()) {
                let message = "an exclusion is between two or more different proposals".into();
                self.problems.push(problem(Code::WrongCombination, &path, None, "two or more identifiers", message));
            }
            rules.push(Rule { name: None, members, min: 0, max: 1 });
        }
        for (horizon, limit) in &constraints.horizons {
            let Some(word) = Horizon::from_word(horizon) else {
                let accepted = Horizon::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ");
                let message = format!("“{horizon}” is not a known word here");
                let path = format!("/constraints/horizons/{}", escaped(horizon));
                let value = Some(horizon.as_str().into());
                self.problems.push(problem(Code::UnknownWord, &path, value, &format!("one of: {accepted}"), message));
                continue;
            };
            let members = self.members(|proposal| proposal.horizon == Some(word));
            rules.extend(self.rule("horizons", horizon, limit, members));
        }
        let mut needs = vec![Vec::new(); self.proposals.len()];
        for (id, needed) in &constraints.requires {
            let path = format!("/constraints/requires/{}", escaped(id));
            let item = self.resolve_one(&path, id);
            let others = self.resolve(&path, needed);
            if needed.contains(id) {
                let message = format!("“{id}” requires itself");
                self.problems.push(problem(Code::WrongCombination, &path, None, "other proposals", message));
            }
            if let Some(item) = item {
                needs[item] = others;
            }
        }
        (rules, needs, self.problems)
    }

    fn members(&self, belongs: impl Fn(&Candidate) -> bool) -> Vec<usize> {
        (0..self.proposals.len()).filter(|place| belongs(&self.proposals[*place])).collect()
    }

    fn rule(&mut self, kind: &str, name: &str, limit: &GroupLimit, members: Vec<usize>) -> Option<Rule> {
        let (min, max) = (limit.min.unwrap_or(0), limit.max.unwrap_or(u32::MAX));
        if min > max {
            let path = format!("/constraints/{kind}/{}/min", escaped(name));
            let message = format!("the minimum {min} lies above the maximum {max}");
            self.problems.push(problem(Code::LimitsCrossed, &path, Some(min.into()), "at most the maximum", message));
            return None;
        }
        Some(Rule { name: Some(name.to_owned()), members, min: min as usize, max: max as usize })
    }

    fn resolve(&mut self, path: &str, ids: &[String]) -> Vec<usize> {
        let one = |(place, id): (usize, &String)| self.resolve_one(&format!("{path}/{place}"), id);
        ids.iter().enumerate().filter_map(one).collect()
    }

    fn resolve_one(&mut self, path: &str, id: &str) -> Option<usize> {
        let place = self.places.get(id).copied();
        if place.is_none() {
            self.dangling(path, id, "the identifier of a proposal");
        }
        place
    }

    fn dangling(&mut self, path: &str, id: &str, accepted: &str) {
        let message = format!("“{id}” is not {accepted}");
        self.problems.push(problem(Code::DanglingReference, path, Some(id.into()), accepted, message));
    }
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

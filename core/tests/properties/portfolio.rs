//! The exact choice of a portfolio against trying every set.

use equipoise::document::values::Amount;
use equipoise::prioritisation::portfolio::{
    Candidate, Constraints, GroupLimit, NearStanding, Options, Portfolio, Selection, select_portfolio,
};
use proptest::prelude::*;
use proptest::{collection, option};

use crate::holds;

/// A proposal: value, cost, days, group, quick win or transformative.
type Row = (i64, i64, i64, u8, Option<bool>);

/// A question in whole numbers: values and costs in tenths, so that none of them is a binary fraction.
#[derive(Debug, Clone)]
struct Question {
    rows: Vec<Row>,
    budget: i64,
    days: Option<i64>,
    groups: Vec<(u8, Option<u32>, Option<u32>)>,
    horizon: Option<(u32, u32)>,
    requires: Vec<(usize, usize)>,
    excludes: Vec<(usize, usize)>,
}

fn questions(most: usize) -> impl Strategy<Value = Question> {
    // Few distinct figures, so that there are ties.
    let row = (-20..60_i64, 0..25_i64, 0..8_i64, 0..4_u8, option::of(any::<bool>()));
    let limit = (0..4_u8, option::of(0..3_u32), option::of(0..3_u32));
    (
        collection::vec(row, 0..=most),
        0..150_i64,
        option::of(0..30_i64),
        collection::vec(limit, 0..3),
        option::of((0..2_u32, 0..3_u32)),
        collection::vec((0..most, 0..most), 0..3),
        collection::vec((0..most, 0..most), 0..3),
    )
        .prop_map(|(rows, budget, days, groups, horizon, requires, excludes)| {
            let n = rows.len();
            let pairs = |pairs: Vec<(usize, usize)>| {
                pairs.into_iter().filter(|(a, b)| a != b && *a < n && *b < n).collect::<Vec<_>>()
            };
            let mut groups: Vec<_> = groups
                .into_iter()
                .filter(|(group, ..)| rows.iter().any(|row| row.3 == *group))
                .map(|(group, min, max)| (group, min, max.map(|max| max.max(min.unwrap_or(0)))))
                .collect();
            groups.sort();
            groups.dedup_by_key(|(group, ..)| *group);
            let horizon = horizon.map(|(min, max)| (min, max.max(min)));
            Question { rows, budget, days, groups, horizon, requires: pairs(requires), excludes: pairs(excludes) }
        })
}

fn name(place: usize) -> String {
    format!("p{place}")
}

impl Question {
    fn ask(&self) -> Selection {
        let tenths = |whole: i64| whole as f64 / 10.0;
        let row = |(place, (value, cost, days, group, horizon)): (usize, &Row)| {
            let mut row = serde_json::json!({
                "id": name(place), "value": tenths(*value), "cost": tenths(*cost), "capacity_days": days,
                "group": format!("g{group}"),
            });
            if let Some(quick) = horizon {
                row["horizon"] = if *quick { "quick_win".into() } else { "transformative".into() };
            }
            serde_json::from_value::<Candidate>(row).unwrap()
        };
        let proposals: Vec<Candidate> = self.rows.iter().enumerate().map(row).collect();
        let capacity_days = self.days.map(|days| Amount(days as f64));
        let mut constraints = Constraints { capacity_days, ..Constraints::default() };
        for (group, min, max) in &self.groups {
            constraints.groups.insert(format!("g{group}"), GroupLimit { min: *min, max: *max });
        }
        if let Some((min, max)) = self.horizon {
            constraints.horizons.insert("quick_win".into(), GroupLimit { min: Some(min), max: Some(max) });
        }
        for (item, needed) in &self.requires {
            constraints.requires.entry(name(*item)).or_default().push(name(*needed));
        }
        constraints.excludes = self.excludes.iter().map(|(a, b)| vec![name(*a), name(*b)]).collect();
        select_portfolio(&proposals, tenths(self.budget), &constraints, &Options::default()).unwrap()
    }

    /// Every set that keeps to all but the budget: value, cost, members.
    fn sets(&self) -> Vec<(i64, i64, u32)> {
        (0..1_u32 << self.rows.len()).filter(|set| self.keeps(*set)).map(|set| self.figures(set)).collect()
    }

    fn figures(&self, set: u32) -> (i64, i64, u32) {
        let chosen = || self.rows.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
        (chosen().map(|(_, row)| row.0).sum(), chosen().map(|(_, row)| row.1).sum(), set)
    }

    fn keeps(&self, set: u32) -> bool {
        let has = |place: usize| set >> place & 1 == 1;
        let count = |belongs: &dyn Fn(&Row) -> bool| {
            (0..self.rows.len()).filter(|place| has(*place) && belongs(&self.rows[*place])).count() as u32
        };
        let days: i64 = (0..self.rows.len()).filter(|place| has(*place)).map(|place| self.rows[place].2).sum();
        self.days.is_none_or(|limit| days <= limit)
            && self.groups.iter().all(|(group, min, max)| {
                let chosen = count(&|row| row.3 == *group);
                min.is_none_or(|min| chosen >= min) && max.is_none_or(|max| chosen <= max)
            })
            && self.horizon.is_none_or(|(min, max)| (min..=max).contains(&count(&|row| row.4 == Some(true))))
            && self.requires.iter().all(|(item, needed)| !has(*item) || has(*needed))
            && self.excludes.iter().all(|(a, b)| !(has(*a) && has(*b)))
    }
}

fn members(portfolio: &Portfolio) -> u32 {
    portfolio.proposals.iter().map(|id| 1 << id[1..].parse::<u32>().unwrap()).sum()
}

fn tenths(number: f64) -> i64 {
    (number * 10.0).round() as i64
}

fn check(question: &Question) -> Result<(), TestCaseError> {
    let (answer, sets) = (question.ask(), question.sets());
    let within: Vec<_> = sets.iter().filter(|set| set.1 <= question.budget).copied().collect();
    let Some(best) = within.iter().map(|set| set.0).max() else {
        prop_assert!(answer.best.is_none());
        prop_assert_eq!(answer.findings[0].code.as_str(), "NO_PORTFOLIO_FITS");
        return Ok(());
    };
    let mut ties: Vec<(i64, Vec<usize>, u32)> = within
        .iter()
        .filter(|set| set.0 == best)
        .map(|set| (set.1, (0..32).filter(|place| set.2 >> place & 1 == 1).collect(), set.2))
        .collect();
    ties.sort();
    let found = answer.best.as_ref().unwrap();
    prop_assert_eq!((tenths(found.value), tenths(found.cost)), (best, ties[0].0));
    prop_assert_eq!(question.figures(members(found)), (best, ties[0].0, members(found)));
    prop_assert_eq!(answer.best_sets_complete, ties.len() <= 100);
    if answer.best_sets_complete {
        let listed: Vec<u32> = answer.best_sets.iter().flatten().map(members).collect();
        prop_assert_eq!(listed, ties.iter().map(|tie| tie.2).collect::<Vec<_>>());
        prop_assert_eq!(members(found), ties[0].2);
    }
    for (place, row) in answer.proposals.iter().enumerate() {
        let inside = members(found) >> place & 1 == 1;
        let otherwise = within.iter().filter(|set| (set.2 >> place & 1 == 1) != inside).map(|set| set.0).max();
        prop_assert_eq!(row.in_best, Some(inside));
        prop_assert_eq!(row.loss.map(tenths), otherwise.map(|value| best - value), "{}", row.id);
        // Near-optimal sets, without a fraction: 20 value >= 20 best - |best|.
        let near: Vec<bool> = (within.iter())
            .filter(|set| 20 * set.0 >= 20 * best - best.abs())
            .map(|set| set.2 >> place & 1 == 1)
            .collect();
        let standing = match (near.contains(&true), near.contains(&false)) {
            (true, false) => NearStanding::AlwaysIn,
            (false, _) => NearStanding::NeverIn,
            _ => NearStanding::Sometimes,
        };
        prop_assert_eq!(row.standing, Some(standing), "{}", row.id);
    }
    let mut frontier: Vec<(i64, i64)> = sets.iter().map(|set| (set.1, set.0)).collect();
    frontier.sort_by_key(|(cost, value)| (*cost, -value));
    let mut most = i64::MIN;
    frontier.retain(|(_, value)| {
        let better = *value > most;
        most = most.max(*value);
        better
    });
    let points: Vec<(i64, i64)> =
        answer.frontier.iter().flatten().map(|point| (tenths(point.cost), tenths(point.value))).collect();
    prop_assert_eq!(points, frontier);
    for point in answer.frontier.iter().flatten() {
        let (value, cost, set) = question.figures(members(point));
        prop_assert_eq!((value, cost), (tenths(point.value), tenths(point.cost)));
        prop_assert!(question.keeps(set));
    }
    Ok(())
}

#[test]
fn the_answer_is_that_of_trying_every_set() {
    holds(600, &questions(9), |question| check(&question));
}

#[test]
fn and_so_with_sixteen_proposals() {
    holds(40, &questions(16), |question| check(&question));
}

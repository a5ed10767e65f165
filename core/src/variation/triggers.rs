//! Where the next value would have to be to fire each rule, and where it would no longer fire what the last one fired.
//!
//! The next point is part of the series: where no baseline fixes them, its value moves the mean and the limits that it
//! is judged by. So each bound is a value that meets a line which moves with it, and what is told is what `spc` would
//! say with that value added.

use super::case::Case;
use super::input::Chart;
use super::lines::Lines;
use super::moving::inside;
use super::next::{At, Next};
use super::result::Trigger;
use super::rules::{Rule, RuleSet};
use super::settings::{Ties, TwoOfThree};

/// So many points on the mean, or equal to the one before, are passed over at most in one look back.
pub(super) const MOST_TIES: usize = 100;

/// Bounds nearer to one another than this share of their size are one.
const SAME: f64 = 1e-13;

/// What the next value would fire, and where it would end what the last one fired.
pub(super) struct Told {
    pub(super) triggers: Vec<Trigger>,
    pub(super) clears: Vec<Trigger>,
}

/// `None` where nothing can be told: no rules, too few points, or limits that hang on every point anew.
pub(super) fn of(case: &Case<'_>, lines: &[Lines], values: &[Option<f64>], fired: RuleSet) -> Option<Told> {
    let next = Next::of(case, lines, values)?;
    let (from, to) = next.domain();
    let beside = beside(&next);
    let mut bounds = next.meetings(&beside);
    bounds.extend(case.judged.last());
    bounds.retain(|bound| bound.is_finite() && *bound > from && *bound < to);
    bounds.sort_unstable_by(f64::total_cmp);
    bounds.dedup_by(|a, b| (*a - *b).abs() <= a.abs().max(b.abs()) * SAME);
    let mut stretches: Vec<(f64, f64, RuleSet)> = Vec::new();
    let mut start = from;
    for end in bounds.into_iter().chain([to]) {
        let found = fires(&next, inside(start, end));
        stretches.push((start, end, found));
        start = end;
    }
    // An end that a value can have, such as 0 of a count, may say something else than the values beside it.
    let ends = [from, to].map(|end| end.is_finite().then(|| fires(&next, end)));
    let mut told = Told { triggers: Vec::new(), clears: Vec::new() };
    for (place, rule) in Rule::ALL.iter().enumerate() {
        let has = |set: RuleSet| set.0 >> place & 1 == 1;
        let ranges = |wanted: bool| {
            let alike = stretches.chunk_by(|a, b| has(a.2) == has(b.2));
            let found = alike.filter(move |alike| has(alike[0].2) == wanted);
            found.map(move |alike| {
                let bound = |bound: f64, end: f64, at_end: Option<RuleSet>| {
                    let open = bound == end && at_end.is_none_or(|set| has(set) == wanted);
                    (!open).then(|| shown(case, bound))
                };
                let (above, below) = (bound(alike[0].0, from, ends[0]), bound(alike[alike.len() - 1].1, to, ends[1]));
                Trigger { rule: *rule, above, below }
            })
        };
        told.triggers.extend(ranges(true));
        if has(fired) {
            told.clears.extend(ranges(false));
        }
    }
    Some(told)
}

/// A bound as values are shown: days of a T chart, whose roots are judged.
fn shown(case: &Case<'_>, bound: f64) -> f64 {
    if case.options.chart == Chart::T { super::case::days_of(bound) } else { bound }
}

/// The points that a line may cross as it moves, so that a rule fires or not: those of a shift that lie nearest to the
/// mean on either side, and the two before.
fn beside(next: &Next<'_, '_>) -> Vec<usize> {
    let (case, last) = (next.case, next.case.used.len());
    let shift = case.settings.shift as usize;
    let values = &case.judged;
    let run = (last + 1).saturating_sub(shift)..last;
    let by_value = |a: &usize, b: &usize| values[*a].total_cmp(&values[*b]);
    let ends = [run.clone().min_by(by_value), run.max_by(by_value)];
    ends.into_iter().flatten().chain(last.saturating_sub(2)..last).collect()
}

/// The rules that the next point would fire with that value.
fn fires(next: &Next<'_, '_>, value: f64) -> RuleSet {
    let settings = &next.case.settings;
    let own = next.at(value, None);
    let is = |rule: Rule| match rule {
        Rule::AboveUpperLimit => settings.single_point && value > own.upper[1],
        Rule::BelowLowerLimit => settings.single_point && value < own.lower[1],
        Rule::ShiftAbove => value > own.mean && run(next, value, 1.0) + 1 >= settings.shift as usize,
        Rule::ShiftBelow => value < own.mean && run(next, value, -1.0) + 1 >= settings.shift as usize,
        Rule::TrendUp => trend(next, value, 1.0),
        Rule::TrendDown => trend(next, value, -1.0),
        Rule::TwoSigmaAbove => two_of_three(next, value, true),
        Rule::TwoSigmaBelow => two_of_three(next, value, false),
    };
    let rules = Rule::ALL.iter().enumerate();
    RuleSet(rules.fold(0, |set, (place, rule)| set | u8::from(is(*rule)) << place))
}

/// The points in a row before the next that would be on that side of the mean, as far as a shift asks.
fn run(next: &Next<'_, '_>, value: f64, side: f64) -> usize {
    let case = next.case;
    let (mut found, mut passed) = (0, 0);
    let mut linked = next.linked;
    for place in (0..case.used.len()).rev() {
        let beside = side * (case.judged[place] - next.at(value, Some(place)).mean);
        if !linked || found + 1 >= case.settings.shift as usize || passed > MOST_TIES {
            break;
        }
        if beside > 0.0 {
            found += 1;
        } else if beside < 0.0 || case.settings.ties == Ties::Break {
            break;
        } else {
            passed += 1;
        }
        linked = next.same[place];
    }
    found
}

/// True if the next value would be the last of a trend that way.
fn trend(next: &Next<'_, '_>, value: f64, side: f64) -> bool {
    let case = next.case;
    let Some(last) = case.judged.last().filter(|last| next.trend && side * (value - **last) > 0.0) else {
        return false;
    };
    let (mut steps, mut passed, mut after) = (1, 0, *last);
    for place in (1..case.used.len()).rev() {
        let linked = next.same[place] || case.settings.trend_crosses_partitions && case.reached[place];
        let step = side * (after - case.judged[place - 1]);
        if !linked || steps + 1 >= case.settings.trend || passed > MOST_TIES {
            break;
        }
        if step > 0.0 {
            steps += 1;
        } else if step < 0.0 || case.settings.ties == Ties::Break {
            break;
        } else {
            passed += 1;
        }
        after = case.judged[place - 1];
    }
    steps + 1 >= case.settings.trend
}

/// True if the next value would be far out, with one of the two before it, and all three on that side.
fn two_of_three(next: &Next<'_, '_>, value: f64, high: bool) -> bool {
    let case = next.case;
    let Some(last) = case.used.len().checked_sub(1).filter(|last| next.linked && *last > 0 && next.same[*last]) else {
        return false;
    };
    let far = |value: f64, at: &At| {
        let (two, three) =
            if high { (value > at.upper[0], value > at.upper[1]) } else { (value < at.lower[0], value < at.lower[1]) };
        two && match case.settings.two_of_three {
            TwoOfThree::Off => false,
            TwoOfThree::Between => !three,
            TwoOfThree::Beyond => true,
        }
    };
    let before = [last, last - 1].map(|place| (case.judged[place], next.at(value, Some(place))));
    let own = next.at(value, None);
    let on_side = |value: f64, at: &At| if high { value > at.mean } else { value < at.mean };
    far(value, &own)
        && on_side(value, &own)
        && before.iter().all(|(value, at)| on_side(*value, at))
        && before.iter().any(|(value, at)| far(*value, at))
}

//! An upper bound on what a set can be worth, by prices for money and days (Lagrangian relaxation).
//!
//! With a price for each pound and day, every proposal is worth its value less what it uses; whatever is left over is
//! paid back. No set that keeps within the limits is worth more than all proposals that then pay, whatever the prices
//! are. Good prices are looked for with floating point; the bound itself is in whole numbers, so it is never too low.

use super::search::{Instance, Limits};
use crate::sorting::Arrange;

/// Menus of prices for a question.
pub(super) struct Bound {
    /// Proposals in the order in which they are decided: those whose place is clearest first.
    pub(super) order: Vec<usize>,
    /// Proposals that a set is likely to have.
    pub(super) likely: Vec<bool>,
    /// For money and days together, and for each of them alone.
    menus: Vec<Menu>,
    /// One rule for each proposal, if any: rules that share no proposal.
    rule: Vec<Option<usize>>,
    /// Binary places of the prices.
    scale: u32,
}

/// Prices from low to high for one mix of money and days.
struct Menu {
    entries: Vec<Prices>,
    /// Where to begin looking: the best prices before anything is decided.
    start: usize,
}

struct Prices {
    cost: i128,
    days: i128,
    /// Proposals worth more than their price and by how much, best first.
    paying: Vec<(usize, i128)>,
}

/// What is decided where a bound is asked for.
pub(super) struct Stand<'a, O: Fn(usize) -> bool> {
    /// The worth of what is chosen.
    pub(super) worth: i128,
    /// What may still be used.
    pub(super) left: Limits,
    /// Whether a proposal can still be chosen.
    pub(super) open: O,
    /// How many more each rule lets in.
    pub(super) room: &'a [usize],
}

/// The most entries of a menu.
const MOST_PRICES: usize = 96;

impl Bound {
    pub(super) fn new(instance: &Instance, limits: Limits) -> Self {
        let n = instance.values.len();
        let worth: Vec<i128> = (0..n).map(|item| instance.worth(instance.values[item], instance.costs[item])).collect();
        let rule = disjoint(instance);
        let total: i128 = worth.iter().map(|worth| worth.abs()).sum();
        // As many binary places as leave room for sums of products.
        let scale = 112_u32.saturating_sub(128 - total.leading_zeros()).min(60);
        let relaxed = Relaxed { instance, limits, worth: &worth, rule: &rule };
        let (cost, days) = relaxed.prices(total as f64);
        let mut mixes = vec![(cost, days)];
        let limited = |used: &[i128], limit: i128| used.iter().sum::<i128>() > limit;
        if limited(&instance.costs, limits.cost) && limited(&instance.days, limits.days) {
            mixes.extend([(1.0, 0.0), (0.0, 1.0)]);
        }
        mixes.retain(|mix| *mix != (0.0, 0.0));
        let mut bound = Self { order: (0..n).collect(), likely: Vec::new(), menus: Vec::new(), rule, scale };
        let nothing = Menu { entries: vec![bound.at(instance, &worth, 0.0, 0.0)], start: 0 };
        bound.menus.push(nothing);
        for (cost, days) in mixes {
            bound.menus.push(bound.menu(instance, limits, &worth, (cost, days), total as f64));
        }
        let room: Vec<usize> = instance.rules.iter().map(|rule| rule.max).collect();
        let fits = |item: usize| instance.costs[item] <= limits.cost && instance.days[item] <= limits.days;
        let root = Stand { worth: 0, left: limits, open: fits, room: &room };
        for menu in 0..bound.menus.len() {
            let mut start = 0;
            bound.lowest(menu, &root, &mut start, None);
            bound.menus[menu].start = start;
        }
        let beyond = |item: &usize| {
            let (costs, time) = (instance.costs[*item] as f64, instance.days[*item] as f64);
            worth[*item] as f64 - cost * costs - days * time
        };
        bound.likely = bound.order.iter().map(|item| beyond(item) > 0.0).collect();
        bound.order.arrange_by(|a, b| beyond(b).abs().total_cmp(&beyond(a).abs()).then(a.cmp(b)));
        bound
    }

    /// Where to begin looking in each menu.
    pub(super) fn start(&self) -> Vec<usize> {
        self.menus.iter().map(|menu| menu.start).collect()
    }

    /// True when no set that adds to this stand is worth more than `floor`. `places` are those of the menus that were
    /// best so far, and are kept up.
    pub(super) fn within<O: Fn(usize) -> bool>(&self, stand: &Stand<'_, O>, places: &mut [usize], floor: i128) -> bool {
        (0..self.menus.len()).any(|menu| self.lowest(menu, stand, &mut places[menu], Some(floor)) <= floor)
    }

    /// The lowest bound of a menu, looked for downhill from a place; the first that is `enough`.
    fn lowest<O: Fn(usize) -> bool>(
        &self,
        menu: usize,
        stand: &Stand<'_, O>,
        place: &mut usize,
        enough: Option<i128>,
    ) -> i128 {
        let entries = &self.menus[menu].entries;
        let mut best = self.above(&entries[*place], stand);
        for up in [false, true] {
            loop {
                if enough.is_some_and(|enough| best <= enough) {
                    return best;
                }
                let next = if up { Some(*place + 1) } else { place.checked_sub(1) };
                let Some(entry) = next.and_then(|next| entries.get(next)) else { break };
                let there = self.above(entry, stand);
                if there >= best {
                    break;
                }
                best = there;
                *place = if up { *place + 1 } else { *place - 1 };
            }
        }
        best
    }

    /// No set that adds open proposals to what is chosen is worth more than this.
    fn above<O: Fn(usize) -> bool>(&self, prices: &Prices, stand: &Stand<'_, O>) -> i128 {
        let mut sum = (stand.worth << self.scale) + prices.cost * stand.left.cost + prices.days * stand.left.days;
        let mut room = stand.room.to_vec();
        for (item, reduced) in &prices.paying {
            if !(stand.open)(*item) {
                continue;
            }
            if let Some(rule) = self.rule[*item] {
                if room[rule] == 0 {
                    continue;
                }
                room[rule] -= 1;
            }
            sum += reduced;
        }
        sum >> self.scale
    }

    /// Prices of one mix: at each of them some proposal is just worth what it uses.
    fn menu(&self, instance: &Instance, limits: Limits, worth: &[i128], mix: (f64, f64), total: f64) -> Menu {
        let used = |cost: i128, days: i128| mix.0 * cost as f64 + mix.1 * days as f64;
        // Higher prices pay back more than everything is worth, unless very little is left.
        let most = 32.0 * total / used(limits.cost, limits.days).max(f64::MIN_POSITIVE);
        let ratio = |item: usize| worth[item] as f64 / used(instance.costs[item], instance.days[item]);
        let mut ratios: Vec<f64> = (0..worth.len()).map(ratio).filter(|ratio| *ratio > 0.0 && *ratio <= most).collect();
        ratios.sort_by(f64::total_cmp);
        ratios.dedup();
        let every = ratios.len().div_ceil(MOST_PRICES).max(1);
        let mut entries = vec![self.at(instance, worth, 0.0, 0.0)];
        entries.extend(ratios.iter().step_by(every).map(|by| self.at(instance, worth, mix.0 * by, mix.1 * by)));
        Menu { entries, start: 0 }
    }

    fn at(&self, instance: &Instance, worth: &[i128], cost: f64, days: f64) -> Prices {
        let whole = (1_i128 << self.scale) as f64;
        let (cost, days) = ((cost * whole) as i128, (days * whole) as i128);
        let reduced = |item: usize| {
            let used =
                cost.saturating_mul(instance.costs[item]).saturating_add(days.saturating_mul(instance.days[item]));
            (item, (worth[item] << self.scale).saturating_sub(used))
        };
        let mut paying: Vec<(usize, i128)> =
            (0..worth.len()).map(reduced).filter(|(_, reduced)| *reduced > 0).collect();
        paying.sort_by_key(|(item, reduced)| (std::cmp::Reverse(*reduced), *item));
        Prices { cost, days, paying }
    }
}

/// For each proposal one rule that limits how many may be chosen, so that no two of these rules share a proposal.
fn disjoint(instance: &Instance) -> Vec<Option<usize>> {
    let mut of = vec![None; instance.values.len()];
    for (place, rule) in instance.rules.iter().enumerate() {
        if rule.max < rule.members.len() && rule.members.iter().all(|member| of[*member].is_none()) {
            rule.members.iter().for_each(|member| of[*member] = Some(place));
        }
    }
    of
}

/// The question without its limits, at prices. What is found is only as good as floating point, which costs speed and
/// never exactness.
struct Relaxed<'a> {
    instance: &'a Instance,
    limits: Limits,
    worth: &'a [i128],
    rule: &'a [Option<usize>],
}

/// Halvings of the search for a price.
const HALVINGS: u32 = 24;

impl Relaxed<'_> {
    /// Prices at which what pays just uses what there is.
    fn prices(&self, total: f64) -> (f64, f64) {
        let highest = |used: &[i128], limit: i128| {
            if used.iter().sum::<i128>() > limit { total / limit.max(1) as f64 } else { 0.0 }
        };
        let cost = highest(&self.instance.costs, self.limits.cost);
        let days = highest(&self.instance.days, self.limits.days);
        let cost_at = |days: f64| halve(cost, |cost| self.used(cost, days).0 > self.limits.cost);
        let days = halve(days, |days| self.used(cost_at(days), days).1 > self.limits.days);
        (cost_at(days), days)
    }

    /// What the proposals that pay use of money and days.
    fn used(&self, cost: f64, days: f64) -> (i128, i128) {
        let Instance { costs, days: time, rules, .. } = self.instance;
        let reduced = |item: usize| self.worth[item] as f64 - cost * costs[item] as f64 - days * time[item] as f64;
        let mut paying: Vec<(f64, usize)> = (0..costs.len()).map(|item| (reduced(item), item)).collect();
        paying.retain(|(reduced, _)| *reduced > 0.0);
        if !rules.is_empty() {
            paying.sort_by(|a, b| b.0.total_cmp(&a.0));
        }
        let mut room: Vec<usize> = rules.iter().map(|rule| rule.max).collect();
        let mut used = (0, 0);
        for (_, item) in paying {
            if let Some(rule) = self.rule[item] {
                if room[rule] == 0 {
                    continue;
                }
                room[rule] -= 1;
            }
            used = (used.0 + costs[item], used.1 + time[item]);
        }
        used
    }
}

/// The lowest price up to `end` that is high enough, nearly.
fn halve(end: f64, too_low: impl Fn(f64) -> bool) -> f64 {
    if end <= 0.0 || !too_low(0.0) {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, end);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if too_low(middle) { low = middle } else { high = middle }
    }
    high
}

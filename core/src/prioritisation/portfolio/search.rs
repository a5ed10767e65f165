//! The exact search for the best set: depth first, with propagation of the constraints and a bound.
//!
//! All figures are whole numbers, so a bound that rules something out rules it out for certain.

use super::bound::{Bound, Stand};

/// What a portfolio is chosen from, in whole units.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    /// The value of each proposal, may be below 0.
    pub(super) values: Vec<i128>,
    /// Its cost, 0 or more.
    pub(super) costs: Vec<i128>,
    /// Its days, 0 or more; all 0 where capacity is not limited.
    pub(super) days: Vec<i128>,
    /// Groups, horizons and exclusions.
    pub(super) rules: Vec<Rule>,
    /// The proposals that each one needs.
    pub(super) needs: Vec<Vec<usize>>,
}

/// How many of some proposals must and may be chosen.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The group or horizon; none for an exclusion.
    pub(super) name: Option<String>,
    pub(super) members: Vec<usize>,
    pub(super) min: usize,
    pub(super) max: usize,
}

/// How much may be spent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) cost: i128,
    pub(super) days: i128,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Aim {
    /// One set of the highest value and, of these, the lowest cost.
    Best,
    /// One set of the highest value.
    Value,
    /// Sets of this value, up to so many.
    All(i128, usize),
    /// Any set at all.
    Any,
}

/// A set of proposals that keeps every constraint.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) members: Vec<usize>,
    pub(super) value: i128,
    pub(super) cost: i128,
}

/// The search took more steps than it may.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TooLong;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Free,
    In,
    Out,
}

impl Instance {
    /// The value and the negative cost in one number: more of it is more value, or the same for less.
    pub(super) fn worth(&self, value: i128, cost: i128) -> i128 {
        value * self.step() - cost
    }

    /// What one unit of value counts for in `worth`: more than all costs together.
    pub(super) fn step(&self) -> i128 {
        self.costs.iter().sum::<i128>() + 1
    }
}

/// An instance with its limits, ready to be searched many times.
pub(super) struct Engine<'i> {
    instance: &'i Instance,
    limits: Limits,
    bound: Bound,
    /// The rules of each proposal, and those that need it.
    rules_of: Vec<Vec<usize>>,
    needed_by: Vec<Vec<usize>>,
}

impl<'i> Engine<'i> {
    pub(super) fn new(instance: &'i Instance, limits: Limits) -> Self {
        let n = instance.values.len();
        let (mut rules_of, mut needed_by) = (vec![Vec::new(); n], vec![Vec::new(); n]);
        for (rule, one) in instance.rules.iter().enumerate() {
            one.members.iter().for_each(|member| rules_of[*member].push(rule));
        }
        for (item, needs) in instance.needs.iter().enumerate() {
            needs.iter().for_each(|need| needed_by[*need].push(item));
        }
        Self { instance, limits, bound: Bound::new(instance, limits), rules_of, needed_by }
    }

    /// The sets looked for, with what is decided beforehand. `steps` is what is left of the steps.
    pub(super) fn search(&self, decided: &[(usize, bool)], aim: Aim, steps: &mut u64) -> Result<Vec<Found>, TooLong> {
        let mut state = State::new(self);
        let fits = state.open_rules() && decided.iter().all(|(item, chosen)| state.decide(*item, *chosen));
        if !fits {
            return Ok(Vec::new());
        }
        // Each search looks at the menus of prices once.
        *steps = steps.saturating_sub(64 * self.rules_of.len() as u64);
        let step = self.instance.step();
        let floor = if let Aim::All(value, _) = aim { Some((value - 1) * step) } else { None };
        let mut search = Search { state, aim, step, found: Vec::new(), floor, steps };
        search.descend(0, &self.bound.start())?;
        Ok(search.found)
    }
}

/// What is decided so far, and how to take it back.
struct State<'i> {
    engine: &'i Engine<'i>,
    fate: Vec<Fate>,
    trail: Vec<usize>,
    value: i128,
    cost: i128,
    days: i128,
    /// Of each rule: how many are chosen, how many are open, and how many more may be chosen.
    chosen: Vec<usize>,
    free: Vec<usize>,
    room: Vec<usize>,
}

impl<'i> State<'i> {
    fn new(engine: &'i Engine<'i>) -> Self {
        let Instance { values, rules, .. } = engine.instance;
        Self {
            engine,
            fate: vec![Fate::Free; values.len()],
            trail: Vec::with_capacity(values.len()),
            value: 0,
            cost: 0,
            days: 0,
            chosen: vec![0; rules.len()],
            free: rules.iter().map(|rule| rule.members.len()).collect(),
            room: rules.iter().map(|rule| rule.max).collect(),
        }
    }

    /// What the rules decide by themselves, and proposals that cannot be paid for; false when nothing can fit.
    fn open_rules(&mut self) -> bool {
        let Engine { instance, limits, .. } = self.engine;
        let mut queue = Vec::new();
        if !(0..instance.rules.len()).all(|rule| self.follow(rule, &mut queue)) {
            return false;
        }
        let beyond = |item: &usize| instance.costs[*item] > limits.cost || instance.days[*item] > limits.days;
        queue.extend((0..instance.costs.len()).filter(beyond).map(|item| (item, Fate::Out)));
        self.propagate(queue)
    }

    fn decide(&mut self, item: usize, chosen: bool) -> bool {
        self.propagate(vec![(item, if chosen { Fate::In } else { Fate::Out })])
    }

    /// Decides all that is queued and all that follows; false when that breaks a constraint.
    fn propagate(&mut self, mut queue: Vec<(usize, Fate)>) -> bool {
        let Engine { instance, limits, rules_of, needed_by, .. } = self.engine;
        while let Some((item, fate)) = queue.pop() {
            if self.fate[item] == fate {
                continue;
            }
            if self.fate[item] != Fate::Free {
                return false;
            }
            self.set(item, fate);
            if fate == Fate::In {
                if self.cost > limits.cost || self.days > limits.days {
                    return false;
                }
                queue.extend(instance.needs[item].iter().map(|need| (*need, Fate::In)));
            } else {
                queue.extend(needed_by[item].iter().map(|other| (*other, Fate::Out)));
            }
            if !rules_of[item].iter().all(|rule| self.follow(*rule, &mut queue)) {
                return false;
            }
        }
        true
    }

    /// What a rule decides for its open members; false when it is broken.
    fn follow(&self, rule: usize, queue: &mut Vec<(usize, Fate)>) -> bool {
        let Rule { members, min, max, .. } = &self.engine.instance.rules[rule];
        let (chosen, free) = (self.chosen[rule], self.free[rule]);
        if chosen > *max || chosen + free < *min {
            return false;
        }
        let follows = if chosen == *max {
            Fate::Out
        } else if chosen + free == *min {
            Fate::In
        } else {
            return true;
        };
        queue.extend(members.iter().filter(|member| self.fate[**member] == Fate::Free).map(|item| (*item, follows)));
        true
    }

    fn set(&mut self, item: usize, fate: Fate) {
        let Engine { instance, rules_of, .. } = self.engine;
        self.fate[item] = fate;
        self.trail.push(item);
        let chosen = fate == Fate::In;
        if chosen {
            self.value += instance.values[item];
            self.cost += instance.costs[item];
            self.days += instance.days[item];
        }
        for rule in &rules_of[item] {
            self.free[*rule] -= 1;
            self.chosen[*rule] += usize::from(chosen);
            self.room[*rule] = instance.rules[*rule].max.saturating_sub(self.chosen[*rule]);
        }
    }

    fn undo(&mut self, mark: usize) {
        let Engine { instance, rules_of, .. } = self.engine;
        for item in self.trail.drain(mark..) {
            let chosen = self.fate[item] == Fate::In;
            self.fate[item] = Fate::Free;
            if chosen {
                self.value -= instance.values[item];
                self.cost -= instance.costs[item];
                self.days -= instance.days[item];
            }
            for rule in &rules_of[item] {
                self.free[*rule] += 1;
                self.chosen[*rule] -= usize::from(chosen);
                self.room[*rule] = instance.rules[*rule].max.saturating_sub(self.chosen[*rule]);
            }
        }
    }
}

struct Search<'i, 's> {
    state: State<'i>,
    aim: Aim,
    step: i128,
    found: Vec<Found>,
    /// Only what is worth more than this is looked for.
    floor: Option<i128>,
    steps: &'s mut u64,
}

impl Search<'_, '_> {
    /// Tries everything that is left to decide from this place of the order on.
    fn descend(&mut self, from: usize, places: &[usize]) -> Result<(), TooLong> {
        *self.steps = self.steps.checked_sub(1 + self.state.fate.len() as u64).ok_or(TooLong)?;
        let mut places = places.to_vec();
        if self.hopeless(&mut places) {
            return Ok(());
        }
        let Bound { order, likely, .. } = &self.state.engine.bound;
        let open = |place: &usize| self.state.fate[order[*place]] == Fate::Free;
        let Some(place) = (from..order.len()).find(open) else {
            self.keep();
            return Ok(());
        };
        let item = order[place];
        for chosen in [likely[item], !likely[item]] {
            let mark = self.state.trail.len();
            if self.state.decide(item, chosen) {
                self.descend(place + 1, &places)?;
            }
            self.state.undo(mark);
            if self.full() {
                break;
            }
        }
        Ok(())
    }

    /// No set with these decisions is worth more than what is looked for.
    fn hopeless(&self, places: &mut [usize]) -> bool {
        let Some(floor) = self.floor else { return false };
        let State { engine, fate, value, cost, days, room, .. } = &self.state;
        let Engine { instance, limits, bound, .. } = engine;
        let left = Limits { cost: limits.cost - cost, days: limits.days - days };
        let open = |item: usize| {
            fate[item] == Fate::Free && instance.costs[item] <= left.cost && instance.days[item] <= left.days
        };
        bound.within(&Stand { worth: instance.worth(*value, *cost), left, open, room }, places, floor)
    }

    fn keep(&mut self) {
        let State { engine, fate, value, cost, .. } = &self.state;
        let members = (0..fate.len()).filter(|item| fate[*item] == Fate::In).collect();
        let found = Found { members, value: *value, cost: *cost };
        match self.aim {
            Aim::Best => self.floor = Some(engine.instance.worth(*value, *cost)),
            Aim::Value => self.floor = Some(value * self.step),
            Aim::All(..) => {
                self.found.push(found);
                return;
            }
            Aim::Any => {}
        }
        self.found = vec![found];
    }

    fn full(&self) -> bool {
        match self.aim {
            Aim::All(_, most) => self.found.len() >= most,
            Aim::Any => !self.found.is_empty(),
            _ => false,
        }
    }
}

//! The rules of special cause, and which side of them wins.

use super::input::Options;
use super::lines::{Line, Lines};
use super::marks::Marks;
use super::settings::{Conflict, Family, Preset, Settings, Ties, TwoOfThree};
use crate::document::declare::words;
use crate::document::indicator::ImprovementDirection;

words! {
    /// A rule of special cause that a point can fire.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcRule"))]
    Rule {
        /// Above the upper limit.
        AboveUpperLimit = "above_upper_limit",
        /// Below the lower limit.
        BelowLowerLimit = "below_lower_limit",
        /// In a run of points above the mean.
        ShiftAbove = "shift_above",
        /// In a run of points below the mean.
        ShiftBelow = "shift_below",
        /// In a run of rising points.
        TrendUp = "trend_up",
        /// In a run of falling points.
        TrendDown = "trend_down",
        /// One of two of three points beyond two sigma above the mean.
        TwoSigmaAbove = "two_sigma_above",
        /// One of two of three points beyond two sigma below the mean.
        TwoSigmaBelow = "two_sigma_below",
    }
}

impl Rule {
    /// True for the rules of the high side.
    pub fn is_high(self) -> bool {
        matches!(self, Self::AboveUpperLimit | Self::ShiftAbove | Self::TrendUp | Self::TwoSigmaAbove)
    }

    /// The family that it belongs to.
    pub fn family(self) -> Family {
        match self {
            Self::AboveUpperLimit | Self::BelowLowerLimit => Family::SinglePoint,
            Self::ShiftAbove | Self::ShiftBelow => Family::Shift,
            Self::TrendUp | Self::TrendDown => Family::Trend,
            Self::TwoSigmaAbove | Self::TwoSigmaBelow => Family::TwoSigma,
        }
    }
}

/// Rules in the order of [`Rule::ALL`], a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct RuleSet(pub(super) u8);

impl RuleSet {
    pub(super) fn list(self) -> Vec<Rule> {
        Rule::ALL.iter().enumerate().filter(|(place, _)| self.0 >> place & 1 == 1).map(|(_, rule)| *rule).collect()
    }
}

/// Where points are: beside the centre, beyond lines, above or below the point before.
pub(super) struct Sides<M> {
    pub(super) above: M,
    pub(super) below: M,
    over_limit: M,
    under_limit: M,
    over_two: M,
    under_two: M,
    pub(super) up: M,
    pub(super) down: M,
}

/// The points that fire each rule, in the order of [`Rule::ALL`].
pub(super) struct Fired<M>(pub(super) [M; 8]);

/// What is said of the points: the sides that won.
pub(super) struct Verdict<M> {
    pub(super) high: M,
    pub(super) low: M,
    /// Rules of both sides fired.
    pub(super) conflict: M,
}

/// What a value is compared with; a line that is not there is never crossed.
struct Edges {
    above: f64,
    below: f64,
    over_limit: f64,
    under_limit: f64,
    over_two: f64,
    under_two: f64,
}

impl Edges {
    fn of(lines: &Lines) -> Self {
        let over = |line: Option<Line>| line.map_or(f64::INFINITY, |line| line.over);
        let under = |line: Option<Line>| line.map_or(f64::NEG_INFINITY, |line| line.under);
        Self {
            above: over(lines.centre),
            below: under(lines.centre),
            over_limit: over(lines.upper[2]),
            under_limit: under(lines.lower[2]),
            over_two: over(lines.upper[1]),
            under_two: under(lines.lower[1]),
        }
    }
}

/// The bit of each of 64 points.
const BITS: [u64; 64] = {
    let mut bits = [0; 64];
    let mut place = 0;
    while place < 64 {
        bits[place] = 1 << place;
        place += 1;
    }
    bits
};

impl<M: Marks> Sides<M> {
    /// Of points that are all judged by the same lines.
    pub(super) fn of_one(values: &[f64], lines: &Lines) -> Self {
        let edges = Edges::of(lines);
        Self::of(values, |_| &edges)
    }

    /// Of points each judged by lines of its own.
    pub(super) fn of_each<'l>(values: &[f64], lines: impl Fn(usize) -> &'l Lines) -> Self {
        let edges: Vec<Edges> = (0..values.len()).map(|place| Edges::of(lines(place))).collect();
        Self::of(values, |place| &edges[place])
    }

    #[inline(always)]
    fn of<'e>(values: &[f64], edges: impl Fn(usize) -> &'e Edges) -> Self {
        // No branch for a point: a set takes its bit, or nothing.
        let marked = |holds: bool, bit: u64| if holds { bit } else { 0 };
        let sets = M::all(values.len(), |word| {
            let start = 64 * word;
            let some = &values[start..values.len().min(start + 64)];
            let [mut above, mut below, mut over_limit, mut under_limit, mut over_two, mut under_two] = [0; 6];
            for ((place, value), bit) in some.iter().enumerate().zip(BITS) {
                let edges = edges(start + place);
                above |= marked(*value > edges.above, bit);
                below |= marked(*value < edges.below, bit);
                over_limit |= marked(*value > edges.over_limit, bit);
                under_limit |= marked(*value < edges.under_limit, bit);
                over_two |= marked(*value > edges.over_two, bit);
                under_two |= marked(*value < edges.under_two, bit);
            }
            // The first point of a series has none before it, and is neither above nor below.
            let before = start.checked_sub(1).map(|before| (values[before], values[start]));
            let mut up = marked(before.is_some_and(|(last, value)| value > last), 1);
            let mut down = marked(before.is_some_and(|(last, value)| value < last), 1);
            for (pair, bit) in some.windows(2).zip(&BITS[1..]) {
                up |= marked(pair[1] > pair[0], *bit);
                down |= marked(pair[1] < pair[0], *bit);
            }
            [above, below, over_limit, under_limit, over_two, under_two, up, down]
        });
        let [above, below, over_limit, under_limit, over_two, under_two, up, down] = sets;
        Self { above, below, over_limit, under_limit, over_two, under_two, up, down }
    }
}

/// Which points go together.
pub(super) struct Links<M> {
    /// Points in the same partition as the one before.
    pub(super) partition: M,
    /// Points that a trend may reach from the one before.
    pub(super) trend: M,
    /// All points.
    pub(super) every: M,
}

impl<M: Marks> Links<M> {
    /// Of so many points that all go together.
    pub(super) fn whole(length: usize) -> Self {
        let every = M::first(length);
        let linked = every.both(&every.behind(1));
        Self { partition: linked.clone(), trend: linked, every }
    }
}

/// A rule of runs over the kept points alone, as if the others were not there.
fn skipping<M: Marks>(length: usize, kept: &M, of: &M, linked: &M, rule: impl Fn(&M, &M) -> M) -> M {
    let places: Vec<usize> = (0..length).filter(|place| kept.has(*place)).collect();
    let number = places.len();
    let joined = |place: usize| {
        let before = place.checked_sub(1).map_or(0, |before| places[before]);
        (before + 1..=places[place]).all(|between| linked.has(between))
    };
    let [of, linked] = M::each(number, |place| [of.has(places[place]), place > 0 && joined(place)]);
    let found = rule(&of, &linked);
    let mut next = 0;
    let [found] = M::each(length, |place| {
        let kept = places.get(next) == Some(&place);
        next += usize::from(kept);
        [kept && found.has(next - 1)]
    });
    found
}

impl<M: Marks> Fired<M> {
    pub(super) fn of(length: usize, sides: &Sides<M>, links: &Links<M>, settings: &Settings, preset: Preset) -> Self {
        let none = sides.above.none();
        let (shift, trend) = (settings.shift, settings.trend);
        let runs = |of: &M| match settings.ties {
            Ties::Break => M::runs(of, &links.partition, shift),
            Ties::Skip => {
                let off_mean = sides.above.either(&sides.below);
                skipping(length, &off_mean, of, &links.partition, |of, linked| M::runs(of, linked, shift))
            }
        };
        let steps = |step: &M| match settings.ties {
            Ties::Break => M::steps(&step.both(&links.trend), trend),
            Ties::Skip => {
                let level = links.trend.without(&sides.up).without(&sides.down);
                let kept = links.every.without(&level);
                skipping(length, &kept, step, &links.trend, |step, linked| M::steps(&step.both(linked), trend))
            }
        };
        let single = |beyond: &M| if settings.single_point { beyond.clone() } else { none.clone() };
        let two = |far: &M, beyond: &M, side: &M| match settings.two_of_three {
            TwoOfThree::Off => none.clone(),
            TwoOfThree::Beyond => M::two_of_three(far, side, &links.partition),
            TwoOfThree::Between => M::two_of_three(&far.without(beyond), side, &links.partition),
        };
        let (mut rising, mut falling) = (steps(&sides.up), steps(&sides.down));
        if preset == Preset::Nhsr022 && settings.compat_faults {
            // The package looks at the next step of a point in a trend even where that belongs to another one.
            let trend = rising.either(&falling);
            let inner = trend.both(&trend.ahead(1));
            let shared = rising.both(&falling);
            let named = inner.both(&sides.up.ahead(1)).either(&trend.without(&inner).both(&sides.up));
            (rising, falling) = (named.either(&shared), trend.without(&named).either(&shared));
        }
        Self([
            single(&sides.over_limit),
            single(&sides.under_limit),
            runs(&sides.above),
            runs(&sides.below),
            rising,
            falling,
            two(&sides.over_two, &sides.over_limit, &sides.above),
            two(&sides.under_two, &sides.under_limit, &sides.below),
        ])
    }

    /// The points of a family on the high side and on the low side.
    fn of_family(&self, family: Family) -> (&M, &M) {
        let [limit, below, shift, shift_below, up, down, two, two_below] = &self.0;
        match family {
            Family::SinglePoint => (limit, below),
            Family::Shift => (shift, shift_below),
            Family::Trend => (up, down),
            Family::TwoSigma => (two, two_below),
        }
    }

    /// The rules that a point fired.
    pub(super) fn rules(&self, point: usize) -> RuleSet {
        RuleSet(self.0.iter().enumerate().fold(0, |set, (place, points)| set | u8::from(points.has(point)) << place))
    }
}

/// How both sides of one point are weighed.
pub(super) struct Weighing<'s> {
    pub(super) settings: &'s Settings,
    pub(super) direction: ImprovementDirection,
    pub(super) conflict: Conflict,
    pub(super) preset: Preset,
}

impl<'s> Weighing<'s> {
    pub(super) fn of(options: &Options, settings: &'s Settings) -> Self {
        let (direction, conflict) = (options.improvement_direction, options.conflict);
        Self { settings, direction, conflict, preset: options.preset }
    }
}

impl<M: Marks> Verdict<M> {
    pub(super) fn of(fired: &Fired<M>, sides: &Sides<M>, weighing: &Weighing<'_>) -> Self {
        let none = sides.above.none();
        let any = |high: bool| {
            let rules = Rule::ALL.iter().zip(&fired.0).filter(|(rule, _)| rule.is_high() == high);
            rules.fold(none.clone(), |all, (_, points)| all.either(points))
        };
        let (any_high, any_low) = (any(true), any(false));
        // Without a better side nothing is in conflict.
        let neutral = weighing.direction == ImprovementDirection::Neutral;
        let both = any_high.both(&any_low);
        let conflict = if neutral { none.clone() } else { both.clone() };
        // The R package names one type for a point, and its direction is the type's.
        let by_type = weighing.preset == Preset::Nhsr022;
        if neutral && !by_type {
            // High, whatever speaks for low.
            return Self { low: any_low.without(&any_high), high: any_high, conflict };
        }
        if both.is_empty() {
            return Self { high: any_high, low: any_low, conflict };
        }
        let better_is_high = weighing.direction != ImprovementDirection::Decrease;
        let high_wins = better_is_high == (weighing.conflict == Conflict::Improvement);
        let (mut high, mut low) = (none.clone(), none);
        let mut open = any_high.either(&any_low);
        for family in &weighing.settings.precedence {
            let (mut up, mut down) = {
                let (up, down) = fired.of_family(*family);
                (up.both(&open), down.both(&open))
            };
            if *family == Family::Trend && by_type {
                // Of two trends that share a point, the later one: the other way than the point was reached.
                let shared = up.both(&down);
                up = up.without(&shared.both(&sides.up));
                down = down.without(&shared.both(&sides.down));
            }
            let shared = up.both(&down);
            let (only_up, only_down) = (up.without(&shared), down.without(&shared));
            high = high.either(&only_up);
            low = low.either(&only_down);
            if high_wins {
                high = high.either(&shared);
            } else {
                low = low.either(&shared);
            }
            open = open.without(&up.either(&down));
        }
        Self { high, low, conflict }
    }
}

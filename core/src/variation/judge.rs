//! A series, judged: lines, rules, sides, and the two icons.

use std::cmp::Ordering;

use super::attributes;
use super::case::{Case, Partition, takes_targets};
use super::input::{Chart, Options, Which};
use super::lines::{Lines, Scaled};
use super::marks::Marks;
use super::result::{
    Assurance, AssuranceIcon, Distance, NoteKind, PartitionLines, Point, PointNote, PointStatus, Side, Spc, Variation,
    VariationIcon,
};
use super::rules::{Fired, Links, RuleSet, Sides, Verdict, Weighing};
use super::settings::{Equality, Preset, Settings};
use super::standing::Standing;
use super::triggers;
use crate::canonical;
use crate::document::indicator::ImprovementDirection;
use crate::problem::Problems;

/// What is said of one point that counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Said {
    pub(super) side: Option<Side>,
    pub(super) conflict: bool,
    pub(super) rules: RuleSet,
}

impl Said {
    pub(super) fn of<M: Marks>(fired: &Fired<M>, verdict: &Verdict<M>, place: usize) -> Self {
        let side = match (verdict.high.has(place), verdict.low.has(place)) {
            (true, _) => Some(Side::Above),
            (_, true) => Some(Side::Below),
            _ => None,
        };
        Self { side, conflict: verdict.conflict.has(place), rules: fired.rules(place) }
    }
}

/// Judges one series of values, in the order of time. A value that is missing is `None`; of a T chart dates alone will do.
///
/// # Errors
/// [`Problems`] for values, dates, denominators, targets and points that do not fit one another or the chart.
///
/// ```
/// use equipoise::variation::{Options, Targets, VariationIcon, spc};
/// let values: Vec<Option<f64>> = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
///     .map(|value| Some(f64::from(value))).to_vec();
/// let mut options = Options::default();
/// options.improvement_direction = equipoise::document::indicator::ImprovementDirection::Increase;
/// options.targets = Some(Targets::One(95.0));
/// let answer = spc(Some(&values), &options)?;
/// assert_eq!(answer.variation.icon, Some(VariationIcon::ImprovementHigh));
/// assert_eq!(answer.variation.since_index, Some(12));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn spc(values: Option<&[Option<f64>]>, options: &Options) -> Result<Spc, Problems> {
    let case = Case::new(values, options)?;
    let mut answer = judge(&case, values);
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

/// What the limits of a series say about its target in force: that part of the answer alone.
pub(crate) fn assure(values: &[Option<f64>], options: &Options) -> Option<Assurance> {
    let case = Case::new(Some(values), options).ok()?;
    Some(judge(&case, Some(values)).assurance)
}

/// The answer without its fingerprint.
fn judge(case: &Case<'_>, values: Option<&[Option<f64>]>) -> Spc {
    let options = case.options;
    let standing = Standing::of(case, values);
    let Standing { scaled, run_chart, said, by_partition, .. } = &standing;
    let run_chart = *run_chart;
    let lines_of = |point: usize| standing.lines_of(point);
    let mut points: Vec<Point> = (0..case.shown.len())
        .map(|point| shown(case, point, case.partitions[standing.partition_of(point)].number, lines_of(point)))
        .collect();
    for (place, (point, said)) in case.used.iter().zip(said).enumerate() {
        let shown = &mut points[*point];
        shown.status = (!run_chart).then(|| status(said.side, options.improvement_direction));
        shown.conflict = said.conflict;
        shown.rules = said.rules.list();
        if options.chart == Chart::Xmr && case.reached[place] {
            shown.moving_range = Some(scaled.moving_range(place));
            shown.high_moving_range = scaled.is_high(place, lines_of(*point));
        }
    }
    let partitions: Vec<PartitionLines> = case
        .partitions
        .iter()
        .zip(by_partition)
        .map(|(partition, lines)| {
            let [mean, lower_limit, lower_two_sigma, lower_one_sigma, upper_one_sigma, upper_two_sigma, upper_limit] =
                drawn(&case.settings, lines);
            PartitionLines {
                index: partition.number,
                first: partition.points.start,
                last: partition.points.end - 1,
                n: partition.used.len(),
                mean,
                mean_moving_range: lines.mean_moving_range,
                moving_range_limit: lines.high_range.map(|high| high.at),
                lower_limit,
                lower_two_sigma,
                lower_one_sigma,
                upper_one_sigma,
                upper_two_sigma,
                upper_limit,
            }
        })
        .collect();
    let assurances = standing.assurances();
    let none = || Assurance { icon: standing.assurance(), name: None, target: None, distance: None };
    let [run_so_far, trend_so_far] = super::outlook::so_far(case, scaled, |place| lines_of(case.used[place]));
    let fired = said.last().map_or_else(RuleSet::default, |said| said.rules);
    let (triggers, clears) = triggers::of(case, standing.every_line(), values.unwrap_or_default(), fired)
        .map(|told| (told.triggers, told.clears))
        .unzip();
    let mut answer = Spc {
        preset: options.preset,
        options: case.settings.clone(),
        chart: options.chart,
        run_chart,
        improvement_direction: options.improvement_direction,
        conflict: options.conflict,
        notes: notes(case),
        variation: variation(case, said, run_chart),
        assurance: assurances.first().cloned().unwrap_or_else(none),
        assurances,
        run_so_far: if run_chart { None } else { run_so_far },
        trend_so_far: if run_chart { None } else { trend_so_far },
        runs: super::outlook::runs(case, scaled, by_partition),
        triggers,
        clears,
        findings: Vec::new(),
        fingerprint: String::new(),
        points,
        partitions,
    };
    answer.findings = super::findings::of(case, &answer);
    answer
}

/// What was noted of points, in their order.
fn notes(case: &Case<'_>) -> Vec<PointNote> {
    let options = case.options;
    let of = |kind: NoteKind, which: &[Which]| -> Vec<PointNote> {
        let note = |which: &Which| {
            let noted = which.note()?;
            let index = super::case::find(which, case.shown.len(), options.dates.as_deref())?;
            let date = case.date(index).map(|date| date.as_str().to_owned());
            Some(PointNote { index, date, kind, by: noted.by.clone(), why: noted.why.clone(), on: noted.on })
        };
        which.iter().filter_map(note).collect()
    };
    let mut notes = of(NoteKind::Recalculation, &options.recalculate_at);
    notes.extend(of(NoteKind::Ghost, &options.ghosted));
    notes.sort_by_key(|note| note.index);
    notes
}

/// What the points of each partition have in common: the mean, and of a chart of counts the limits too.
pub(super) fn common(case: &Case<'_>, lines: &[Lines]) -> Vec<Lines> {
    let of_counts = case.options.chart == Chart::C;
    let common = |partition: &Partition| {
        let first = lines[partition.points.clone()].iter().find(|lines| lines.centre.is_some());
        first.map_or_else(Lines::default, |first| {
            let centre = first.centre;
            if of_counts { *first } else { Lines { centre, ..Lines::default() } }
        })
    };
    case.partitions.iter().map(common).collect()
}

/// What is said of each point that counts.
pub(super) fn say<'l, M: Marks>(case: &Case<'_>, scaled: &Scaled<'_>, lines: impl Fn(usize) -> &'l Lines) -> Vec<Said> {
    let number = case.used.len();
    let sides: Sides<M> = match case.partitions.as_slice() {
        [_] if !attributes::has_own_lines(case.options.chart) && number > 0 => Sides::of_one(&scaled.values, lines(0)),
        _ => Sides::of_each(&scaled.values, &lines),
    };
    let same = case.same_partition();
    let crosses = case.settings.trend_crosses_partitions;
    let [partition, trend, every] =
        M::each(number, |place| [same[place], same[place] || crosses && case.reached[place], true]);
    let links = Links { partition, trend, every };
    let fired = Fired::of(number, &sides, &links, &case.settings, case.options.preset);
    let verdict = Verdict::of(&fired, &sides, &Weighing::of(case.options, &case.settings));
    (0..number).map(|place| Said::of(&fired, &verdict, place)).collect()
}

/// The mean and the lines from the lowest up, as they are shown.
pub(super) fn drawn(settings: &Settings, lines: &Lines) -> [Option<f64>; 7] {
    let clamp = settings.clamp.as_ref();
    let ([below_one, below_two, below], [above_one, above_two, above]) = (lines.lower, lines.upper);
    [lines.centre, below, below_two, below_one, above_one, above_two, above].map(|line| {
        let at = line?.at;
        let at = clamp.and_then(|clamp| clamp.min).map_or(at, |min| at.max(min));
        Some(clamp.and_then(|clamp| clamp.max).map_or(at, |max| at.min(max)))
    })
}

/// A point with its lines; what is said of it comes later.
fn shown(case: &Case<'_>, point: usize, partition: u32, lines: &Lines) -> Point {
    let date = case.date(point).map(|date| date.as_str().to_owned());
    let value = (case.shown[point], case.ghosted[point]);
    self::point(&case.settings, point, date, value, partition, lines, case.target(point))
}

/// A point that nothing is said of yet.
pub(super) fn point(
    settings: &Settings,
    index: usize,
    date: Option<String>,
    (value, ghosted): (Option<f64>, bool),
    partition: u32,
    lines: &Lines,
    target: Option<f64>,
) -> Point {
    let [mean, lower_limit, lower_two_sigma, lower_one_sigma, upper_one_sigma, upper_two_sigma, upper_limit] =
        drawn(settings, lines);
    Point {
        index,
        date,
        value,
        ghosted,
        partition,
        mean,
        lower_limit,
        lower_two_sigma,
        lower_one_sigma,
        upper_one_sigma,
        upper_two_sigma,
        upper_limit,
        moving_range: None,
        high_moving_range: false,
        rules: Vec::new(),
        status: None,
        conflict: false,
        target,
    }
}

/// What a side means for a direction.
pub(super) fn status(side: Option<Side>, direction: ImprovementDirection) -> PointStatus {
    match (side, direction) {
        (None, _) => PointStatus::CommonCause,
        (Some(Side::Above), ImprovementDirection::Increase) | (Some(Side::Below), ImprovementDirection::Decrease) => {
            PointStatus::Improvement
        }
        (Some(_), ImprovementDirection::Increase | ImprovementDirection::Decrease) => PointStatus::Concern,
        (Some(Side::Above), ImprovementDirection::Neutral) => PointStatus::High,
        (Some(Side::Below), ImprovementDirection::Neutral) => PointStatus::Low,
    }
}

/// The icon of a side.
pub(super) fn icon(side: Option<Side>, direction: ImprovementDirection) -> VariationIcon {
    match (status(side, direction), side) {
        (PointStatus::CommonCause, _) | (_, None) => VariationIcon::CommonCause,
        (PointStatus::Improvement, Some(Side::Above)) => VariationIcon::ImprovementHigh,
        (PointStatus::Improvement, Some(Side::Below)) => VariationIcon::ImprovementLow,
        (PointStatus::Concern, Some(Side::Above)) => VariationIcon::ConcernHigh,
        (PointStatus::Concern, Some(Side::Below)) => VariationIcon::ConcernLow,
        (PointStatus::High, _) => VariationIcon::High,
        (PointStatus::Low, _) => VariationIcon::Low,
    }
}

fn variation(case: &Case<'_>, said: &[Said], run_chart: bool) -> Variation {
    let Some(last) = said.last().filter(|_| !run_chart) else {
        return Variation { icon: None, since: None, since_index: None, rules: Vec::new() };
    };
    let alike = said.iter().rev().take_while(|said| said.side == last.side).count();
    let since = last.side.and_then(|_| case.used.get(said.len() - alike)).copied();
    Variation {
        icon: Some(icon(last.side, case.options.improvement_direction)),
        since: since.and_then(|point| Some(case.date(point)?.as_str().to_owned())),
        since_index: since,
        rules: last.rules.list(),
    }
}

/// How targets are held against limits.
pub(super) struct Assuring {
    increase: bool,
    /// A target on a limit decides.
    decides: bool,
    /// As the R package has it: a target or limits that are not there are taken for a target between limits.
    imitates: bool,
}

impl Assuring {
    pub(super) fn of(case: &Case<'_>, run_chart: bool) -> Self {
        Self::with(
            case.options,
            &case.settings,
            takes_targets(case.options) && case.options.targets.is_some() && !run_chart,
        )
    }

    /// `told`: targets are given, and something can be said of them.
    pub(super) fn with(options: &Options, settings: &Settings, told: bool) -> Self {
        Self {
            increase: options.improvement_direction == ImprovementDirection::Increase,
            decides: settings.equality == Equality::Decides,
            imitates: told && options.preset == Preset::Nhsr022 && settings.compat_faults,
        }
    }

    pub(super) fn said(&self, scaled: &Scaled<'_>, lines: &Lines, name: Option<&str>, target: f64) -> Assurance {
        Assurance {
            icon: self.icon(scaled, lines, Some(target)),
            name: name.map(str::to_owned),
            target: Some(target),
            distance: distance(scaled, lines, target, self.increase),
        }
    }

    /// What the limits say about a target; nothing where either is missing.
    pub(super) fn icon(&self, scaled: &Scaled<'_>, lines: &Lines, target: Option<f64>) -> Option<AssuranceIcon> {
        let Some((target, (lower, upper))) = target.zip(lines.lower[2].zip(lines.upper[2])) else {
            return self.imitates.then_some(AssuranceIcon::HitOrMiss);
        };
        let (below, above) = (scaled.compare(target, lower), scaled.compare(target, upper));
        let low = below == Ordering::Less || self.decides && below == Ordering::Equal;
        let high = above == Ordering::Greater || self.decides && above == Ordering::Equal;
        // Where both limits are one, the target on them is met: low for an increase, high for a decrease.
        Some(match if self.increase { (low, high) } else { (high, low) } {
            (true, _) => AssuranceIcon::Pass,
            (_, true) => AssuranceIcon::Fail,
            _ => AssuranceIcon::HitOrMiss,
        })
    }
}

/// How far the process is from passing the target.
fn distance(scaled: &Scaled<'_>, lines: &Lines, target: f64, increase: bool) -> Option<Distance> {
    let (centre, width) = (lines.centre?.at, lines.width?);
    let mean_needed = if increase { target + width } else { target - width };
    // The target is passed where the worse limit reaches it: then nothing is left but a rounding.
    let worse = if increase { lines.lower[2]? } else { lines.upper[2]? };
    let reached =
        scaled.compare(target, worse) == Ordering::Equal && (worse.at - centre).abs() >= width * (1.0 - 1e-12);
    let units = if reached { 0.0 } else { mean_needed - centre };
    let sigma = width / 3.0;
    // Above 0 where the mean is on the better side of the target.
    let margin = if increase { centre - target } else { target - centre };
    let chance = match sigma > 0.0 {
        true => 0.5 * libm::erfc(-margin / sigma / std::f64::consts::SQRT_2),
        false => f64::from(u8::from(margin >= 0.0)),
    };
    Some(Distance { mean_needed, units, sigma: (sigma > 0.0).then(|| units / sigma), chance })
}

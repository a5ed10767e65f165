//! A series as it is judged: what counts, which partition each point is in, and from where its lines come.

use std::ops::Range;

use super::input::{Baseline, Chart, Options, SpcTarget, Targets, Which};
use super::lines::{Line, Lines, Making, Scaled};
use super::settings::{Missing, Settings};
use crate::day::Day;
use crate::document::control_chart;
use crate::document::indicator::ImprovementDirection;
use crate::document::period::Period;
use crate::problem::{Code, Problem, Problems};

/// At most so many values in one series.
pub const MOST_POINTS: usize = 10_000_000;

pub use crate::document::control_chart::LARGEST_VALUE;

/// Days between events are compared as this root of them, which is nearly symmetrical (Nelson).
const ROOT: f64 = 3.6;

/// A partition: the points between two recalculations.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Partition {
    /// Its number: 0 for the baseline, from 1 for the others.
    pub(super) number: u32,
    /// Its points.
    pub(super) points: Range<usize>,
    /// Those of them that count, as places among the used ones.
    pub(super) used: Range<usize>,
}

impl Partition {
    /// The number of a point's partition, whose recalculations so far lead to that number.
    pub(super) fn number_of(in_baseline: bool, number: u32) -> u32 {
        if in_baseline { 0 } else { number }
    }
}

/// A series, checked.
pub(super) struct Case<'o> {
    pub(super) options: &'o Options,
    pub(super) settings: Settings,
    /// What is shown of each point: the value, the days since the last event, or the rate.
    pub(super) shown: Vec<Option<f64>>,
    pub(super) ghosted: Vec<bool>,
    /// Places of the points that count.
    pub(super) used: Vec<usize>,
    /// Their values as they are judged.
    pub(super) judged: Vec<f64>,
    pub(super) partitions: Vec<Partition>,
    /// Used points that a moving range, shift or trend may reach from the one before, partitions apart.
    pub(super) reached: Vec<bool>,
    /// A recalculation at the first point, which splits nothing.
    pub(super) at_first: bool,
    /// Recalculations within the baseline: they do not split it, and what follows it has lines of its own.
    pub(super) in_baseline: Vec<usize>,
    /// A T chart of dates alone, whose first event has no value.
    by_dates: bool,
    /// A baseline of more points than there are, or of none that counts.
    pub(super) baseline_not_reached: bool,
}

fn wrong(code: Code, path: String, value: Option<serde_json::Value>, accepted: &str, message: String) -> Problem {
    Problem { code, path, value, accepted: Some(accepted.into()), message }
}

/// What a series is made of, checked.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    pub(super) settings: Settings,
    pub(super) shown: Vec<Option<f64>>,
    pub(super) ghosted: Vec<bool>,
    pub(super) starts: Vec<bool>,
    pub(super) by_dates: bool,
}

impl Parts {
    pub(super) fn of(values: Option<&[Option<f64>]>, options: &Options) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let settings = Settings::with(options.preset, &options.options);
        let shown = shown(values, options, &mut problems);
        check_options(options, &mut problems);
        let ordered = check_dates(shown.len(), values.is_some(), options, &mut problems);
        let dates = options.dates.as_deref().filter(|_| ordered);
        let ghosted = flags("ghosted", &options.ghosted, shown.len(), dates, &mut problems);
        let starts = flags("recalculate_at", &options.recalculate_at, shown.len(), dates, &mut problems);
        Problems::none(problems)?;
        Ok(Self { settings, shown, ghosted, starts, by_dates: values.is_none() })
    }

    /// The series of all its points.
    pub(super) fn case(self, options: &Options) -> Case<'_> {
        let Self { settings, shown, ghosted, starts, by_dates } = self;
        Case::build(options, settings, shown, ghosted, starts, by_dates)
    }

    /// The series of its first points.
    pub(super) fn first<'o>(&self, points: usize, options: &'o Options) -> Case<'o> {
        let (shown, ghosted) = (self.shown[..points].to_vec(), self.ghosted[..points].to_vec());
        Case::build(options, self.settings.clone(), shown, ghosted, self.starts[..points].to_vec(), self.by_dates)
    }
}

impl<'o> Case<'o> {
    pub(super) fn new(values: Option<&[Option<f64>]>, options: &'o Options) -> Result<Self, Problems> {
        Ok(Parts::of(values, options)?.case(options))
    }

    /// A series whose parts are known to fit one another.
    pub(super) fn build(
        options: &'o Options,
        settings: Settings,
        shown: Vec<Option<f64>>,
        ghosted: Vec<bool>,
        starts: Vec<bool>,
        by_dates: bool,
    ) -> Self {
        let used: Vec<usize> = (0..shown.len()).filter(|place| shown[*place].is_some() && !ghosted[*place]).collect();
        let root = |days: f64| if options.chart == Chart::T { root_of(days) } else { days };
        let judged = used.iter().filter_map(|place| shown[*place]).map(root).collect();
        let mut case = Self {
            options,
            settings,
            shown,
            ghosted,
            used,
            judged,
            partitions: Vec::new(),
            reached: Vec::new(),
            at_first: false,
            in_baseline: Vec::new(),
            by_dates,
            baseline_not_reached: false,
        };
        case.partition(starts);
        case.reach();
        case
    }

    fn partition(&mut self, mut starts: Vec<bool>) {
        self.at_first = starts.first().copied().unwrap_or(false);
        if let Some(first) = starts.first_mut() {
            *first = false;
        }
        let baseline = self.baseline();
        self.in_baseline = (0..baseline).filter(|place| starts[*place]).collect();
        let mut number = 1;
        let mut numbers = Vec::with_capacity(starts.len());
        for (place, start) in starts.iter().enumerate() {
            number += u32::from(*start);
            numbers.push(Partition::number_of(place < baseline, number));
        }
        let mut first = 0;
        for alike in numbers.chunk_by(|a, b| a == b) {
            let points = first..first + alike.len();
            let used = self.used.partition_point(|place| *place < points.start)
                ..self.used.partition_point(|place| *place < points.end);
            self.partitions.push(Partition { number: alike[0], points: points.clone(), used });
            first = points.end;
        }
    }

    /// How many points from the first on are the baseline.
    fn baseline(&mut self) -> usize {
        let Some(baseline) = self.options.baseline.as_ref().filter(|baseline| !baseline.each_partition) else {
            return 0;
        };
        if let (Some(end), Some(dates)) = (&baseline.end, &self.options.dates) {
            let end = end.number();
            let points = dates.iter().take(self.shown.len()).take_while(|date| date.number() <= end).count();
            self.baseline_not_reached = self.used.first().is_none_or(|first| *first >= points);
            return if self.baseline_not_reached { 0 } else { points };
        }
        let Some(points) = baseline.points.map(|points| points.0 as usize) else { return 0 };
        // Of dates alone, the first event is a point too, though it has no value.
        let first = usize::from(self.by_dates && !self.ghosted.first().copied().unwrap_or(true));
        match (points - 1).checked_sub(first).map_or(Some(0), |last| self.used.get(last).copied()) {
            Some(last) => last + 1,
            None => {
                self.baseline_not_reached = true;
                0
            }
        }
    }

    /// True if one more point that counts would make the baseline as long as it is asked to be.
    pub(super) fn next_reaches_baseline(&self) -> bool {
        let points = self.options.baseline.as_ref().and_then(|baseline| baseline.points);
        let first = usize::from(self.by_dates && !self.ghosted.first().copied().unwrap_or(true));
        self.baseline_not_reached && points.is_some_and(|points| self.used.len() + first + 1 >= points.0 as usize)
    }

    /// A missing value breaks what goes across it, where it is to.
    fn reach(&mut self) {
        let breaks = self.settings.missing == Missing::Break;
        let missing = |place: usize| self.shown[place].is_none() && !self.ghosted[place];
        let pairs = self.used.windows(2).map(|pair| !breaks || !(pair[0] + 1..pair[1]).any(missing));
        self.reached = std::iter::once(false).chain(pairs).take(self.used.len()).collect();
    }

    /// True for fewer points than a control chart needs, where a run chart takes its place.
    pub(super) fn is_run_chart(&self) -> bool {
        self.options.chart == Chart::Run || self.too_few() && self.settings.short_series == super::ShortSeries::RunChart
    }

    pub(super) fn too_few(&self) -> bool {
        self.used.len() < self.settings.minimum_points as usize
    }

    /// True for the first of dates alone, from which the days to the next are counted.
    pub(super) fn is_first_event(&self, point: usize) -> bool {
        self.by_dates && point == 0
    }

    /// The day that a point's date stands for.
    pub(super) fn day(&self, point: usize) -> Option<Day> {
        self.options.dates.as_ref()?.get(point)?.last_day()
    }

    pub(super) fn date(&self, point: usize) -> Option<Period> {
        self.options.dates.as_ref()?.get(point).cloned()
    }

    /// True for the used points that are in the partition of the one before.
    pub(super) fn same_partition(&self) -> Vec<bool> {
        let mut same = self.reached.clone();
        for partition in &self.partitions {
            same.get_mut(partition.used.start).into_iter().for_each(|first| *first = false);
        }
        same
    }

    /// The values as they are worked with.
    pub(super) fn scaled(&self) -> Scaled<'_> {
        if self.options.chart == Chart::T || super::attributes::has_own_lines(self.options.chart) {
            return Scaled::plain(&self.judged);
        }
        let targets: Vec<f64> = self.used.last().map(|last| self.targets(*last)).unwrap_or_default();
        Scaled::of(&self.judged, &targets)
    }

    /// The lines of each partition, among the values judged.
    pub(super) fn lines(&self, scaled: &Scaled<'_>) -> Vec<Lines> {
        let within = self.same_partition();
        let mut lines: Vec<Lines> = Vec::with_capacity(self.partitions.len());
        for partition in &self.partitions {
            lines.push(self.lines_of(partition, scaled, &within, lines.first()));
        }
        lines
    }

    fn lines_of(&self, partition: &Partition, scaled: &Scaled<'_>, within: &[bool], first: Option<&Lines>) -> Lines {
        if let (Some(Baseline { mean: Some(mean), sigma: Some(sigma), .. }), true) =
            (&self.options.baseline, partition.number <= 1)
        {
            return scaled.given(*mean, *sigma);
        }
        // The baseline serves the partition that follows it.
        let after_baseline = partition.number == 1 && self.partitions.first().is_some_and(|first| first.number == 0);
        if let (true, Some(first)) = (after_baseline, first) {
            return *first;
        }
        let base = self.base(partition);
        let making = Making::of(self.options.preset, &self.settings);
        match self.options.chart {
            Chart::G => scaled.g(base),
            Chart::T => {
                // Ranges do not stop at the ends of partitions, and none is left out.
                let plain = Making { screening: super::Screening::Off, ..making };
                days(scaled.xmr(base, |place| self.reached[place], plain))
            }
            Chart::Run => Lines { centre: scaled.median(base), ..Lines::default() },
            _ => scaled.xmr(base, |place| within[place], making),
        }
    }

    /// The used points that a partition's lines come from.
    pub(super) fn base(&self, partition: &Partition) -> Range<usize> {
        let Some(Baseline { each_partition: true, points: Some(points), .. }) = &self.options.baseline else {
            return partition.used.clone();
        };
        let last = self.rows(partition).nth(points.0 as usize - 1);
        let end = last.map_or(partition.used.end, |last| self.used.partition_point(|place| *place <= last));
        partition.used.start..end
    }

    /// The points of a partition that a number of its first points counts.
    fn rows(&self, partition: &Partition) -> impl Iterator<Item = usize> {
        // Of the R package: rows without a value are among them.
        partition.points.clone().filter(|place| match self.settings.missing {
            Missing::Break => !self.ghosted[*place],
            Missing::Skip => self.shown[*place].is_some() && !self.ghosted[*place],
        })
    }

    /// True if one more point of the partition would be among those that its lines come from.
    pub(super) fn base_is_open(&self, partition: &Partition) -> bool {
        let points = self.options.baseline.as_ref().and_then(|baseline| baseline.points);
        points.is_none_or(|points| self.rows(partition).count() < points.0 as usize)
    }

    /// The target that decides at a point: the first in force.
    pub(super) fn target(&self, point: usize) -> Option<f64> {
        self.named_targets(point).next().map(|(_, value)| value)
    }

    fn targets(&self, point: usize) -> Vec<f64> {
        self.named_targets(point).map(|(_, value)| value).collect()
    }

    /// The targets in force at a point, with their names.
    pub(super) fn named_targets(&self, point: usize) -> impl Iterator<Item = (Option<&str>, f64)> {
        let dated = matches!(self.options.targets, Some(Targets::Dated(_)));
        named_targets(self.options, point, if dated { self.day(point) } else { None })
    }
}

/// The targets in force at a point with that day, with their names.
pub(super) fn named_targets(
    options: &Options,
    point: usize,
    day: Option<Day>,
) -> impl Iterator<Item = (Option<&str>, f64)> {
    let targets = options.targets.as_ref().filter(|_| takes_targets(options));
    let single = match targets {
        Some(Targets::One(value)) => Some(*value),
        Some(Targets::PerPoint(values)) => values.get(point).copied().flatten(),
        _ => None,
    };
    let dated: &[SpcTarget] = if let Some(Targets::Dated(targets)) = targets { targets } else { &[] };
    let dated = dated.iter().filter(move |target| in_force(target.start, target.end, day));
    single.map(|value| (None, value)).into_iter().chain(dated.map(|target| (target.name.as_deref(), target.value)))
}

/// A target says nothing without a direction, nor of days or cases between events.
pub(super) fn takes_targets(options: &Options) -> bool {
    options.improvement_direction != ImprovementDirection::Neutral && !matches!(options.chart, Chart::T | Chart::G)
}

pub(super) fn in_force(start: Option<Day>, end: Option<Day>, day: Option<Day>) -> bool {
    match day {
        Some(day) => start.is_none_or(|start| start <= day) && end.is_none_or(|end| day <= end),
        None => start.is_none() && end.is_none(),
    }
}

/// Days as they are judged.
pub(super) fn root_of(days: f64) -> f64 {
    libm::pow(days, 1.0 / ROOT)
}

/// The days that have that root.
pub(super) fn days_of(root: f64) -> f64 {
    libm::pow(root, ROOT)
}

/// Lines of the root as lines in days; a line below 0 is none.
pub(super) fn days(lines: Lines) -> Lines {
    let line =
        |line: Option<Line>| line.filter(|line| line.at >= 0.0).map(|line| Line { at: days_of(line.at), ..line });
    Lines { centre: line(lines.centre), upper: lines.upper.map(line), lower: lines.lower.map(line), ..lines }
}

/// What is shown of each point.
pub(super) fn shown(
    values: Option<&[Option<f64>]>,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Vec<Option<f64>> {
    let Some(values) = values else {
        let dates = options.dates.as_deref().unwrap_or_default();
        if options.chart != Chart::T || options.dates.is_none() {
            let accepted = "a list of numbers; of a T chart, dates alone will do";
            problems.push(wrong(Code::MissingField, "/values".into(), None, accepted, "there are no values".into()));
        }
        let mut last = None;
        return dates
            .iter()
            .map(|date| last.replace(date.number()).map(|before| (date.number() - before) as f64))
            .collect();
    };
    if values.len() > MOST_POINTS {
        let message = format!("{} values are more than are taken in one series", values.len());
        problems.push(wrong(Code::TooMany, "/values".into(), None, "at most 10,000,000 values", message));
    }
    check_counts(values, options.chart, problems);
    super::attributes::rates(values, options, problems)
}

/// Values that a chart does not take: no numbers, none below 0 or no parts where it counts.
pub(super) fn check_counts(values: &[Option<f64>], chart: Chart, problems: &mut Vec<Problem>) {
    let counts = matches!(chart, Chart::G | Chart::P | Chart::U | Chart::C | Chart::PPrime | Chart::UPrime);
    let positive = counts || chart == Chart::T;
    for (place, value) in values.iter().enumerate() {
        let Some(value) = *value else { continue };
        let at = || (format!("/values/{place}"), serde_json::Number::from_f64(value).map(serde_json::Value::Number));
        if !value.is_finite() {
            let (path, _) = at();
            problems.push(wrong(Code::NotANumber, path, None, "a finite number, or null", "this is no number".into()));
        } else if value.abs() >= LARGEST_VALUE {
            let (path, value) = at();
            let message = "this value is too large to add up with others".to_owned();
            problems.push(wrong(Code::OutOfRange, path, value, "a number between -1e100 and 1e100", message));
        } else if counts && (value < 0.0 || value.fract() != 0.0) {
            let (path, value) = at();
            let message = "this chart takes counts".to_owned();
            problems.push(wrong(Code::OutOfRange, path, value, "a whole number of 0 or more, or null", message));
        } else if positive && value < 0.0 {
            let (path, value) = at();
            let message = "there can be no fewer than 0 days between events".to_owned();
            problems.push(wrong(Code::OutOfRange, path, value, "a number of 0 or more, or null", message));
        }
    }
}

/// What options ask that cannot be.
pub(super) fn check_options(options: &Options, problems: &mut Vec<Problem>) {
    let Options { chart, preset, baseline, options: apart, dates, .. } = options;
    problems.extend(control_chart::problems("", *chart, *preset, baseline.as_ref(), apart, dates.is_some()));
}

/// Dates of one kind, one for each value, never falling; true if the rest can rely on them.
pub(super) fn check_dates(number: usize, valued: bool, options: &Options, problems: &mut Vec<Problem>) -> bool {
    if let Some(Targets::PerPoint(targets)) = &options.targets
        && targets.len() != number
    {
        let message = format!("there are {} targets for {number} values", targets.len());
        problems.push(wrong(Code::WrongLength, "/targets".into(), None, "one target or null for each value", message));
    }
    let Some(dates) = &options.dates else { return false };
    if valued && dates.len() != number {
        let message = format!("there are {} dates for {number} values", dates.len());
        problems.push(wrong(Code::WrongLength, "/dates".into(), None, "one date for each value", message));
        return false;
    }
    let mut good = true;
    let end = options.baseline.as_ref().and_then(|baseline| baseline.end.as_ref());
    problems.extend(dates.first().zip(end).and_then(|(first, end)| another_kind(first, end, "/baseline/end".into())));
    for (place, pair) in dates.windows(2).enumerate() {
        let path = format!("/dates/{}", place + 1);
        if let Some(problem) = another_kind(&pair[0], &pair[1], path.clone()) {
            problems.push(problem);
            good = false;
        } else if pair[1].number() < pair[0].number() {
            let accepted = format!("{} or later", pair[0].as_str());
            let message = format!("{} stands after {}", pair[1].as_str(), pair[0].as_str());
            problems.push(wrong(Code::NotInOrder, path, Some(pair[1].as_str().into()), &accepted, message));
            good = false;
        }
    }
    good
}

/// The problem of a period that is of another kind than the one before it: a month beside days.
pub(super) fn another_kind(before: &Period, period: &Period, path: String) -> Option<Problem> {
    (before.shape() != period.shape()).then(|| {
        let accepted = format!("a period such as {}", before.as_str());
        let value = Some(period.as_str().into());
        wrong(Code::WrongPeriod, path, value, &accepted, "this is another kind of period".into())
    })
}

/// Which of so many points are meant.
pub(super) fn flags(
    list: &'static str,
    meant: &[Which],
    number: usize,
    dates: Option<&[Period]>,
    problems: &mut Vec<Problem>,
) -> Vec<bool> {
    let mut flags = vec![false; number];
    for (at, which) in meant.iter().enumerate() {
        if let Some(place) = find(which, number, dates) {
            flags[place] = true;
            continue;
        }
        let (meant, path) = match which {
            Which::Noted(noted) => (&noted.at, format!("/{list}/{at}/at")),
            which => (which, format!("/{list}/{at}")),
        };
        let (value, accepted) = match meant {
            Which::Index(place) => (Some((*place).into()), "the place of a value, from 0"),
            Which::Date(period) => (Some(period.as_str().into()), "one of the dates of the series"),
            Which::Noted(_) => (None, "the place of a value, or its date"),
        };
        let message = "there is no such point in the series".to_owned();
        problems.push(wrong(Code::OutOfRange, path, value, accepted, message));
    }
    flags
}

/// The point that is meant; of several with the same date the first.
pub(super) fn find(which: &Which, number: usize, dates: Option<&[Period]>) -> Option<usize> {
    match which {
        Which::Index(place) => usize::try_from(*place).ok().filter(|place| *place < number),
        Which::Date(period) => {
            let dates = dates?;
            let place = dates.partition_point(|date| date.number() < period.number());
            dates.get(place).filter(|date| *date == period).map(|_| place)
        }
        Which::Noted(noted) => find(&noted.at, number, dates),
    }
}

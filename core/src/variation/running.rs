//! A series judged point by point: sums that grow, and the last few points. What is said of the last point is what
//! `spc` says of the whole, at a cost that does not grow with the series.

use super::attributes;
use super::case::{Partition, named_targets, takes_targets};
use super::growing::{Growing, Scale};
use super::input::{Baseline, Chart, Options};
use super::judge::{self, Assuring, Said};
use super::lines::{Lines, Scaled};
use super::marks::Marks;
use super::result::{Assurance, AssuranceIcon, Point, VariationIcon};
use super::rules::{Fired, Links, Sides, Verdict, Weighing};
use super::settings::{Missing, Screening, Settings, ShortSeries, Ties};
use crate::document::period::Period;

/// A point as it comes.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    /// What was counted or measured.
    pub(super) value: Option<f64>,
    /// What is shown: of a chart with denominators the rate.
    pub(super) shown: Option<f64>,
    pub(super) under: Option<f64>,
    pub(super) ghosted: bool,
    /// A new partition starts with it.
    pub(super) start: bool,
    pub(super) date: Option<Period>,
}

/// A point that counts and may still be part of a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Held {
    pub(super) index: usize,
    pub(super) value: f64,
    pub(super) under: f64,
    /// On the scale on which it is judged.
    pub(super) judged: f64,
    /// The number of its partition, baselines apart.
    pub(super) number: u32,
    pub(super) reached: bool,
    pub(super) date: Option<Period>,
}

/// The series so far.
pub(super) struct Running<'o> {
    pub(super) options: &'o Options,
    pub(super) settings: Settings,
    pub(super) points: usize,
    pub(super) used: usize,
    pub(super) number: u32,
    /// Rows of the partition that a number of its first points counts.
    pub(super) rows: usize,
    /// So many points from the first are the baseline, as far as it is known.
    pub(super) baseline: Option<usize>,
    /// The dates have passed the end of the baseline, or its points are there.
    pub(super) closed: bool,
    /// The first of dates alone is a point of the baseline without a value.
    pub(super) first_event: bool,
    /// No point counts yet since the last recalculation or the baseline.
    pub(super) fresh: bool,
    /// A value is missing since the last one.
    pub(super) missing: bool,
    pub(super) whole: Growing,
    pub(super) current: Growing,
    pub(super) scale: Scale,
    pub(super) last: Vec<Held>,
}

/// What is said of the last point that counts.
pub(super) struct Stood {
    pub(super) run_chart: bool,
    pub(super) said: Said,
    pub(super) variation: Option<VariationIcon>,
    pub(super) assurances: Vec<Assurance>,
    pub(super) assurance: Option<AssuranceIcon>,
    scaled: Scaled<'static>,
    lines: Lines,
}

/// Why a series of these options cannot be judged point by point: what is asked, and the reason.
pub(super) fn refusal(options: &Options, settings: &Settings) -> Option<(&'static str, &'static str, &'static str)> {
    if matches!(options.chart, Chart::Run | Chart::PPrime | Chart::UPrime) {
        let accepted = "xmr, t, g, p, u or c";
        return Some(("/chart", accepted, "a median, or Laney's sigma, needs every point again for each new one"));
    }
    if settings.screening != Screening::Off && options.chart == Chart::Xmr {
        let accepted = "screening: off";
        return Some((
            "/options/screening",
            accepted,
            "which ranges are left out hangs on all of them, for each new point",
        ));
    }
    if settings.ties == Ties::Skip {
        let accepted = "ties: break";
        return Some(("/options/ties", accepted, "runs that pass over ties can reach back without end"));
    }
    None
}

impl<'o> Running<'o> {
    pub(super) fn new(options: &'o Options, settings: Settings) -> Self {
        Self {
            options,
            settings,
            points: 0,
            used: 0,
            number: 1,
            rows: 0,
            baseline: None,
            closed: false,
            first_event: false,
            fresh: false,
            missing: false,
            whole: Growing::default(),
            current: Growing::default(),
            scale: Scale::default(),
            last: Vec::new(),
        }
    }

    /// So many points are enough to tell what the last one fires.
    pub(super) fn window(&self) -> usize {
        self.settings.shift.max(self.settings.trend).max(3) as usize
    }

    fn of_counts(&self) -> bool {
        attributes::has_own_lines(self.options.chart)
    }

    /// The scale of the sums; roots of days are on none.
    fn home(&self) -> Option<f64> {
        if self.options.chart == Chart::T { None } else { self.scale.of(&[]) }
    }

    pub(super) fn take(&mut self, given: &Given, by_dates: bool) {
        let index = self.points;
        self.points += 1;
        if given.start && index > 0 {
            self.number = self.number.saturating_add(1);
            (self.fresh, self.rows) = (true, 0);
        }
        if index == 0 {
            self.first_event = by_dates && !given.ghosted;
        }
        let asked = self.options.baseline.clone().filter(|baseline| !baseline.each_partition);
        let end = asked.as_ref().and_then(|baseline| baseline.end.clone());
        let first =
            asked.and_then(|baseline| baseline.points).filter(|_| end.is_none()).map(|points| points.0 as usize);
        let by_end = end.zip(given.date.as_ref()).map(|(end, date)| date.number() <= end.number());
        if by_end == Some(false) && !self.closed {
            self.closed = true;
            self.fresh |= self.baseline.is_some();
        }
        let used = given.shown.filter(|_| !given.ghosted);
        let is_row = match self.settings.missing {
            Missing::Break => !given.ghosted,
            Missing::Skip => used.is_some(),
        };
        let open = match &self.options.baseline {
            Some(Baseline { each_partition: true, points: Some(points), .. }) => self.rows < points.0 as usize,
            _ => true,
        };
        self.rows += usize::from(is_row);
        if let Some(shown) = used {
            let in_baseline = by_end == Some(true) || first.is_some() && !self.closed;
            self.count(given, shown, index, in_baseline, by_end == Some(true), open);
        } else if !given.ghosted {
            self.missing = true;
        }
        if by_end == Some(true) && self.whole.number > 0 {
            self.baseline = Some(self.points);
        }
        // As far as the baseline is concerned, the first of dates alone is a point.
        let counted = self.used + usize::from(self.first_event);
        if first.is_some_and(|first| !self.closed && counted >= first) {
            self.closed = true;
            self.baseline = Some(self.points);
            (self.fresh, self.rows) = (true, 0);
        }
    }

    /// A point that counts.
    fn count(&mut self, given: &Given, shown: f64, index: usize, in_baseline: bool, only: bool, open: bool) {
        let breaks = self.settings.missing == Missing::Break && self.missing;
        let reached = self.used > 0 && !breaks;
        self.missing = false;
        self.used += 1;
        let judged = if self.options.chart == Chart::T { super::case::root_of(shown) } else { shown };
        let under = given.under.unwrap_or(1.0);
        let counted = [given.value.unwrap_or_default(), under];
        let from = self.home();
        let summed = if self.of_counts() { &counted[..] } else { &[judged] };
        summed.iter().for_each(|number| self.scale.take(*number));
        let home = self.home();
        if let Some((from, to)) = from.zip(home) {
            self.whole.finer(from, to);
            self.current.finer(from, to);
        }
        let before = self.last.last().filter(|_| reached).map(|last| (last.judged, self.partition(last)));
        let of_counts = self.of_counts();
        let take = |sums: &mut Growing, before: Option<(f64, u32)>| match of_counts {
            true => sums.count(counted, home),
            false => sums.take(judged, before.map(|(before, _)| before), home),
        };
        if in_baseline {
            take(&mut self.whole, before);
        }
        if !only && open {
            if std::mem::take(&mut self.fresh) {
                self.current = Growing::default();
            }
            // Ranges stop at the end of a partition, but for days between events.
            let here = if self.baseline.is_some_and(|baseline| index < baseline) { 0 } else { self.number };
            let linked = before.filter(|(_, number)| self.options.chart == Chart::T || *number == here);
            take(&mut self.current, linked);
        }
        let date = given.date.clone();
        let value = given.value.unwrap_or_default();
        self.last.push(Held { index, value, under, judged, number: self.number, reached, date });
        if self.last.len() > self.window() {
            self.last.remove(0);
        }
    }

    /// The number of a point's partition: 0 in the baseline.
    fn partition(&self, point: &Held) -> u32 {
        if self.baseline.is_some_and(|baseline| point.index < baseline) { 0 } else { point.number }
    }

    /// The sums that the lines of a partition come from; `None` where nothing counts in it yet.
    fn sums(&self, partition: u32, empty: bool) -> Option<&Growing> {
        match partition {
            0 => Some(&self.whole),
            1 if self.baseline.is_some() => Some(&self.whole),
            _ => Some(&self.current).filter(|_| !empty),
        }
    }

    /// The lines of a point of the partition of the last one, or of a later partition that is still empty.
    fn lines(&self, scaled: &Scaled<'_>, partition: u32, empty: bool, value: Option<f64>, under: Option<f64>) -> Lines {
        if let Some(Baseline { mean: Some(mean), sigma: Some(sigma), .. }) = &self.options.baseline
            && partition <= 1
        {
            return scaled.given(*mean, *sigma);
        }
        let Some(sums) = self.sums(partition, empty) else { return Lines::default() };
        match self.options.chart {
            Chart::G => sums.g(scaled, self.home()),
            Chart::T => super::case::days(sums.xmr(scaled, None, self.settings.factor)),
            Chart::P | Chart::U | Chart::C => match under {
                Some(under) => sums.counted(self.home()).lines(self.options.chart, value, under),
                None => Lines::default(),
            },
            _ => sums.xmr(scaled, self.home(), self.settings.factor),
        }
    }

    pub(super) fn is_run_chart(&self) -> bool {
        self.used < self.settings.minimum_points as usize && self.settings.short_series == ShortSeries::RunChart
    }

    /// What is said of the last point that counts; `None` before the first.
    pub(super) fn stand(&self) -> Option<Stood> {
        let last = self.last.last()?;
        let day = last.date.as_ref().and_then(Period::last_day);
        let targets: Vec<(Option<&str>, f64)> = named_targets(self.options, last.index, day).collect();
        let figures: Vec<f64> = targets.iter().map(|(_, target)| *target).collect();
        let plain = self.options.chart == Chart::T || self.of_counts();
        let whole = if plain { None } else { self.scale.of(&figures) };
        let scaled = Scaled::on(self.last.iter().map(|held| held.judged).collect(), whole);
        let number = self.partition(last);
        let run_chart = self.is_run_chart();
        let mut each: Vec<Lines> = if self.of_counts() {
            let empty = self.fresh && last.number == self.number;
            let own = |held: &Held| self.lines(&scaled, number, empty, Some(held.value), Some(held.under));
            self.last.iter().map(own).collect()
        } else {
            vec![self.lines(&scaled, number, self.fresh && last.number == self.number, None, None)]
        };
        if run_chart {
            each.iter_mut().for_each(Lines::keep_centre);
        }
        let lines = each[each.len() - 1];
        let said = if run_chart { Said::default() } else { self.say(&scaled, &each) };
        let told = takes_targets(self.options) && self.options.targets.is_some() && !run_chart;
        let assuring = Assuring::with(self.options, &self.settings, told);
        let first = figures.first().copied();
        Some(Stood {
            run_chart,
            said,
            variation: (!run_chart).then(|| judge::icon(said.side, self.options.improvement_direction)),
            assurances: targets.iter().map(|(name, target)| assuring.said(&scaled, &lines, *name, *target)).collect(),
            assurance: assuring.icon(&scaled, &lines, first),
            scaled,
            lines,
        })
    }

    /// What the last points say of the last.
    fn say(&self, scaled: &Scaled<'_>, each: &[Lines]) -> Said {
        let number = self.last.len();
        let sides: Sides<u64> = match each {
            [one] => Sides::of_one(&scaled.values, one),
            each => Sides::of_each(&scaled.values, |place| &each[place]),
        };
        let crosses = self.settings.trend_crosses_partitions;
        let [partition, trend, every] = u64::each(number, |place| {
            let held = &self.last[place];
            let before = place.checked_sub(1).map(|before| self.partition(&self.last[before]));
            let same = held.reached && before == Some(self.partition(held));
            [same, same || crosses && held.reached && before.is_some(), true]
        });
        let links = Links { partition, trend, every };
        let fired = Fired::of(number, &sides, &links, &self.settings, self.options.preset);
        let verdict = Verdict::of(&fired, &sides, &Weighing::of(self.options, &self.settings));
        Said::of(&fired, &verdict, number - 1)
    }

    /// The point that came last, as `spc` shows it.
    pub(super) fn shown(&self, given: &Given, stood: Option<&Stood>) -> Point {
        let index = self.points - 1;
        let counts = self.last.last().is_some_and(|last| last.index == index);
        let inside = self.baseline.is_some_and(|baseline| index < baseline);
        let partition = Partition::number_of(inside, self.number);
        let nothing = Scaled::on(Vec::new(), None);
        let scaled = stood.map_or(&nothing, |stood| &stood.scaled);
        let mut lines = match stood.filter(|_| counts) {
            Some(stood) => stood.lines,
            None => self.lines(scaled, partition, self.fresh || self.used == 0, given.value, self.under(given)),
        };
        if self.is_run_chart() {
            lines.keep_centre();
        }
        let day = given.date.as_ref().and_then(Period::last_day);
        let target = named_targets(self.options, index, day).next().map(|(_, target)| target);
        let date = given.date.as_ref().map(|date| date.as_str().to_owned());
        let mut point =
            judge::point(&self.settings, index, date, (given.shown, given.ghosted), partition, &lines, target);
        if let Some(stood) = stood.filter(|_| counts) {
            let direction = self.options.improvement_direction;
            point.status = (!stood.run_chart).then(|| judge::status(stood.said.side, direction));
            point.conflict = stood.said.conflict;
            point.rules = stood.said.rules.list();
            let place = self.last.len() - 1;
            if self.options.chart == Chart::Xmr && self.last[place].reached && place > 0 {
                point.moving_range = Some(scaled.moving_range(place));
                point.high_moving_range = scaled.is_high(place, &lines);
            }
        }
        point
    }

    fn under(&self, given: &Given) -> Option<f64> {
        if self.options.chart == Chart::C { Some(1.0) } else { given.under }
    }
}

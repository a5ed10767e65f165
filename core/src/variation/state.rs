//! A series so far as plain data: what `spc_append` gives and takes.

use serde_json::Value;

use super::growing::{Growing, Scale};
use super::input::{Baseline, Chart, Options, SpcTarget, Targets};
use super::lines::Carried;
use super::result::VariationIcon;
use super::running::{Held, Running};
use super::settings::{Conflict, Preset, Settings, SpcOptions};
use crate::document::indicator::ImprovementDirection;
use crate::document::period::Period;
use crate::document::read::{Read, Reader};
use crate::recall::{Recall, result};

/// The version of the form of a state.
const VERSION: u32 = 2;

result! {
    /// A series so far: enough to judge the next point as if all were there. Keep it as it is.
    SpcState {
        /// The version of this form.
        version: u32,
        /// How the series is judged.
        settings: StateSettings,
        /// The points so far.
        points: usize,
        /// Those of them that count.
        used: usize,
        /// The number of recalculations, from 1.
        partition: u32,
        /// Rows since the last recalculation, as a baseline of each partition counts them.
        rows: usize,
        /// Points of the baseline.
        baseline: Option<usize>,
        /// The baseline has ended.
        closed: bool,
        /// The values are days between dates.
        by_dates: bool,
        /// The first date counts in the baseline.
        first_event: bool,
        /// No point counts since the last recalculation.
        fresh: bool,
        /// A value is missing since the last one.
        missing: bool,
        /// Sums of the baseline.
        whole: StateSums,
        /// Sums since the last recalculation.
        current: StateSums,
        /// Whether all values are whole numbers, times 1, 10^6, 10^9 and 10^12.
        fits: [bool; 4],
        /// The largest value, whatever its sign.
        largest: f64,
        /// The last points that count.
        last: Vec<StatePoint>,
        /// The last date.
        date: Option<String>,
        /// What the icon is, and since when without a break, as it was known at the time.
        icon: StateIcon,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// How a series is judged.
    StateSettings {
        /// The kind of chart.
        chart: Chart,
        /// Which way is better.
        improvement_direction: ImprovementDirection,
        /// The rules.
        preset: Preset,
        /// What wins where rules of equal rank speak for both sides.
        conflict: Conflict,
        /// One target for all points.
        target: Option<f64>,
        /// Targets with names and dates.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<Value>"))]
        targets: Vec<SpcTarget>,
        /// From which points the lines come.
        #[cfg_attr(feature = "schema", schemars(with = "Option<Value>"))]
        baseline: Option<Baseline>,
        /// What is set apart from the preset.
        #[cfg_attr(feature = "schema", schemars(with = "Value"))]
        options: SpcOptions,
    }

    /// Sums that grow with each point.
    StateSums {
        /// Values in it.
        number: usize,
        /// Moving ranges in it.
        ranges: usize,
        /// Sums of values and of ranges, of charts of counts of numerators and denominators, as whole numbers of the last
        /// place, in digits.
        exact: [String; 2],
        /// The same sums as they come.
        sums: [f64; 2],
        /// What was rounded off on the way.
        errors: [f64; 2],
        /// The first value.
        first: f64,
        /// All values are the first.
        constant: bool,
    }

    /// A point that may still be part of a run.
    StatePoint {
        /// Its place.
        index: usize,
        /// What was counted or measured.
        value: f64,
        /// Its denominator.
        denominator: f64,
        /// What is judged.
        judged: f64,
        /// The number of recalculations before it, from 1.
        partition: u32,
        /// A run may reach it from the point before.
        reached: bool,
        /// Its date.
        date: Option<String>,
    }

    /// The icon as it stands.
    StateIcon {
        /// The icon.
        icon: Option<VariationIcon>,
        /// The first of the points at which it was this, one after another.
        since_index: Option<usize>,
        /// Its date.
        since: Option<String>,
    }
}

/// What a strict reader takes without a word is read back.
macro_rules! read_back {
    ($($type:ty)*) => {$(
        impl Recall for $type {
            fn recall(value: &Value) -> Option<Self> {
                let mut reader = Reader::default();
                let read = Self::read(value, &mut reader)?;
                reader.problems.is_empty().then_some(read)
            }
        }
    )*};
}
read_back!(SpcTarget Baseline SpcOptions);

impl StateSettings {
    pub(super) fn of(options: &Options) -> Self {
        let (mut target, mut targets) = (None, Vec::new());
        match &options.targets {
            Some(Targets::One(value)) => target = Some(*value),
            Some(Targets::Dated(dated)) => targets.clone_from(dated),
            Some(Targets::PerPoint(_)) | None => {}
        }
        Self {
            chart: options.chart,
            improvement_direction: options.improvement_direction,
            preset: options.preset,
            conflict: options.conflict,
            target,
            targets,
            baseline: options.baseline.clone(),
            options: options.options.clone(),
        }
    }

    pub(super) fn options(&self) -> Options {
        let dated = || (!self.targets.is_empty()).then(|| Targets::Dated(self.targets.clone()));
        Options {
            chart: self.chart,
            improvement_direction: self.improvement_direction,
            preset: self.preset,
            conflict: self.conflict,
            targets: self.target.map(Targets::One).or_else(dated),
            baseline: self.baseline.clone(),
            options: self.options.clone(),
            ..Options::default()
        }
    }
}

impl SpcState {
    pub(super) fn of(running: &Running<'_>, by_dates: bool, date: Option<&Period>, icon: StateIcon) -> Self {
        let mut state = Self {
            version: VERSION,
            settings: StateSettings::of(running.options),
            points: running.points,
            used: running.used,
            partition: running.number,
            rows: running.rows,
            baseline: running.baseline,
            closed: running.closed,
            by_dates,
            first_event: running.first_event,
            fresh: running.fresh,
            missing: running.missing,
            whole: StateSums::of(&running.whole),
            current: StateSums::of(&running.current),
            fits: running.scale.fits,
            largest: running.scale.largest,
            last: running.last.iter().map(StatePoint::of).collect(),
            date: date.map(|date| date.as_str().to_owned()),
            icon,
            fingerprint: String::new(),
        };
        state.fingerprint = crate::canonical::fingerprint(&state);
        state
    }

    /// True if it is as it was given.
    pub(super) fn is_whole(&self) -> bool {
        self.version == VERSION && self.fingerprint == crate::canonical::fingerprint(self)
    }

    /// The series as it goes on; `None` for a state that no series can have.
    pub(super) fn running<'o>(&self, options: &'o Options) -> Option<Running<'o>> {
        let settings = Settings::with(options.preset, &options.options);
        let mut running = Running::new(options, settings);
        let last: Option<Vec<Held>> = self.last.iter().map(StatePoint::held).collect();
        running.last = last.filter(|last| last.len() <= running.window() && last.is_empty() == (self.used == 0))?;
        running.points = self.points;
        running.used = self.used;
        running.number = self.partition;
        running.rows = self.rows;
        running.baseline = self.baseline;
        running.closed = self.closed;
        running.first_event = self.first_event;
        running.fresh = self.fresh;
        running.missing = self.missing;
        running.whole = self.whole.growing()?;
        running.current = self.current.growing()?;
        running.scale = Scale { fits: self.fits, largest: self.largest };
        Some(running)
    }
}

impl StateSums {
    fn of(sums: &Growing) -> Self {
        Self {
            number: sums.number,
            ranges: sums.ranges,
            exact: sums.exact.map(|sum| sum.to_string()),
            sums: sums.carried.sum,
            errors: sums.carried.error,
            first: sums.first,
            constant: sums.constant,
        }
    }

    fn growing(&self) -> Option<Growing> {
        let [total, range] = &self.exact;
        Some(Growing {
            number: self.number,
            ranges: self.ranges,
            exact: [total.parse().ok()?, range.parse().ok()?],
            carried: Carried { sum: self.sums, error: self.errors },
            first: self.first,
            constant: self.constant,
        })
    }
}

impl StatePoint {
    fn of(held: &Held) -> Self {
        Self {
            index: held.index,
            value: held.value,
            denominator: held.under,
            judged: held.judged,
            partition: held.number,
            reached: held.reached,
            date: held.date.as_ref().map(|date| date.as_str().to_owned()),
        }
    }

    fn held(&self) -> Option<Held> {
        let date = match &self.date {
            Some(text) => Some(Period::parse(text)?),
            None => None,
        };
        Some(Held {
            index: self.index,
            value: self.value,
            under: self.denominator,
            judged: self.judged,
            number: self.partition,
            reached: self.reached,
            date,
        })
    }
}

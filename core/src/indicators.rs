//! Indicators of a programme: observations joined into series, judged by `variation`, and told to `status`.
//!
//! A series is an indicator in one organisation, or in the whole. Only what had ended and was known by the two dates of
//! a moment is in it. What has no figure stays without one: it is never 0.

mod benefit;
mod row;
mod summary;

pub use row::{AssessedIndicator, IndicatorAnnotation, WhyNoFigure, WithoutFigure};
pub(crate) use summary::summarise;
pub use summary::{IndicatorScope, IndicatorSummary};

use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::day::Day;
use crate::document::control_chart::{Chart, Conflict, ControlChart, MarkedPeriod, Preset};
use crate::document::indicator::{ImprovementDirection, Indicator, IndicatorKind, Observation};
use crate::document::period::Period;
use crate::model::{Model, positions};
use crate::problem::{Code, Problem, Problems};
use crate::status::{Moment, within};
use crate::variation::{NotedPoint, Options, SpcTarget, Targets, Which};
use benefit::Assured;

/// The most series of a report.
const MOST_SERIES: usize = 100_000;
/// What is repeated in each series of an indicator (links, annotations, periods set apart), and its targets at each
/// figure: so many for each figure, and so many beside.
const REPEATED_EACH: usize = 64;
const REPEATED_BESIDE: usize = 1_000_000;

/// The figures of a programme, as series.
pub(crate) struct Figures<'m> {
    model: &'m Model<'m>,
    /// The names of organisations.
    names: HashMap<&'m str, &'m str>,
    /// Of each indicator, its series: the whole first, then organisations in the order of the document.
    series: Vec<Vec<Series<'m>>>,
    /// Of each item, the indicators linked to it.
    linked: Vec<Vec<usize>>,
    /// What was said of the targets of an indicator: overrides ask for the same days again.
    assured: RefCell<HashMap<Asked, Rc<Assured<'m>>>>,
}

/// An indicator, and the two dates that it is asked for.
type Asked = (usize, Day, Option<Day>);

/// An indicator in one organisation, or in the whole; in the order of its periods, and of the days they became known.
pub(super) struct Series<'m> {
    pub(super) organisation: Option<&'m str>,
    observations: Vec<Observed<'m>>,
}

/// An observation with the last day of its period.
#[derive(Clone, Copy)]
pub(super) struct Observed<'m> {
    pub(super) ended: Day,
    pub(super) observation: &'m Observation,
}

/// What counts of a series at one moment, as it is handed to `variation`.
pub(super) struct Seen<'m> {
    pub(super) observations: Vec<Observed<'m>>,
    pub(super) figures: Vec<Figure>,
    pub(super) options: Options,
}

impl Seen<'_> {
    pub(super) fn values(&self) -> Vec<Option<f64>> {
        self.figures.iter().map(|figure| figure.value).collect()
    }
}

/// One observation as a value with its denominator, or the reason why there is none.
#[derive(Clone, Copy, Default)]
pub(super) struct Figure {
    pub(super) value: Option<f64>,
    denominator: Option<f64>,
    pub(super) without: Option<WhyNoFigure>,
}

impl<'m> Figures<'m> {
    pub(crate) fn of(model: &'m Model<'m>) -> Self {
        let programme = model.programme;
        let (mut series, mut linked, mut names) = (Vec::new(), Vec::new(), HashMap::new());
        if !programme.indicators.is_empty() {
            names.extend(programme.organisations.iter().map(|own| (own.id.as_str(), own.name.as_str())));
            let places = positions(programme.indicators.iter().map(|indicator| indicator.id.as_str()));
            let organisations = positions(programme.organisations.iter().map(|own| own.id.as_str()));
            let mut found: Vec<IndexMap<Option<&str>, Vec<Observed<'m>>>> = vec![IndexMap::new(); places.len()];
            for observation in &programme.observations {
                let indicator = places.get(observation.indicator.as_str()).and_then(|place| found.get_mut(*place));
                let (Some(found), Some(ended)) = (indicator, observation.period.last_day()) else { continue };
                let series = found.entry(observation.organisation.as_deref()).or_default();
                series.push(Observed { ended, observation });
            }
            for mut found in found {
                found.sort_by_cached_key(|organisation, _| organisation.and_then(|id| organisations.get(id)).copied());
                let ordered = |(organisation, mut observations): (_, Vec<Observed<'m>>)| {
                    observations.sort_by_key(|observed| (observed.ended, observed.observation.known_on()));
                    Series { organisation, observations }
                };
                series.push(found.into_iter().map(ordered).collect());
            }
            let items = positions(model.items.iter().map(|item| item.priority.id.as_str()));
            linked = vec![Vec::new(); items.len()];
            for (place, indicator) in programme.indicators.iter().enumerate() {
                for item in indicator.priorities.iter().filter_map(|priority| items.get(priority.as_str())) {
                    let linked: &mut Vec<usize> = &mut linked[*item];
                    if linked.last() != Some(&place) {
                        linked.push(place);
                    }
                }
            }
        }
        Self { model, names, series, linked, assured: RefCell::default() }
    }

    /// A problem where there are more series than a report holds, or where what is repeated in them grows too large.
    pub(crate) fn within_limits(&self) -> Result<(), Problems> {
        let refuse = |path: String, accepted: String, message: &str| {
            let accepted = Some(accepted);
            Err(Problem { code: Code::TooLarge, path, value: None, accepted, message: message.into() }.into())
        };
        if self.series.iter().map(Vec::len).sum::<usize>() > MOST_SERIES {
            let accepted = format!("figures of at most {MOST_SERIES} series");
            return refuse(
                "/observations".into(),
                accepted,
                "an indicator in one organisation is a series, and these are more",
            );
        }
        let most = self.model.programme.observations.len().saturating_mul(REPEATED_EACH) + REPEATED_BESIDE;
        let mut left = most;
        for (place, (indicator, series)) in self.model.programme.indicators.iter().zip(&self.series).enumerate() {
            let marked = indicator.control_chart.as_ref().map_or(0, |own| own.recalculations.len() + own.ghosted.len());
            let links = indicator.goals.len() + indicator.priorities.len();
            let each = (links + indicator.annotations.len() + marked).saturating_mul(series.len());
            let figures: usize = series.iter().map(|series| series.observations.len()).sum();
            let repeated = each.saturating_add(figures.saturating_mul(indicator.targets.len()));
            let Some(fits) = left.checked_sub(repeated) else {
                let accepted = format!(
                    "targets for each figure, and links, annotations and periods set apart for each series, of at most {most} in all"
                );
                return refuse(
                    format!("/indicators/{place}"),
                    accepted,
                    "these are too many to be repeated in every series",
                );
            };
            left = fits;
        }
        Ok(())
    }

    /// A row for each series, and for an indicator without any one row that says so.
    pub(crate) fn rows(&self, moment: Moment) -> Result<Vec<AssessedIndicator>, Problems> {
        let mut rows = Vec::new();
        for (place, indicator) in self.model.programme.indicators.iter().enumerate() {
            if !within(indicator.start, indicator.end, moment.as_at) {
                continue;
            }
            let before = rows.len();
            let all = self.series.get(place).map_or(&[][..], Vec::as_slice);
            for series in all {
                let seen = series.seen(indicator, moment);
                if !seen.observations.is_empty() {
                    rows.push(row::row(&self.names, (place, indicator), series.organisation, &seen, moment)?);
                }
            }
            if rows.len() == before {
                let none = Series { organisation: None, observations: Vec::new() };
                let seen = none.seen(indicator, moment);
                rows.push(row::row(&self.names, (place, indicator), None, &seen, moment)?);
            }
        }
        Ok(rows)
    }
}

impl<'m> Series<'m> {
    /// The series as it stood at that moment.
    pub(super) fn seen(&self, indicator: &Indicator, moment: Moment) -> Seen<'m> {
        let known = |observed: &&Observed<'_>| moment.sees(observed.ended, observed.observation.recorded_on);
        let mut observations: Vec<Observed<'m>> = self.observations.iter().filter(known).copied().collect();
        // Of a figure that was revised, what was known last.
        observations.dedup_by(|later, kept| {
            let same = later.ended == kept.ended;
            if same {
                *kept = *later;
            }
            same
        });
        let standard = ControlChart::default();
        let control = indicator.control_chart.as_ref().unwrap_or(&standard);
        let chart = indicator.chart();
        let figures: Vec<Figure> =
            observations.iter().map(|observed| figure(indicator, chart, observed.observation)).collect();
        let place_of = |period: &Period| {
            observations.partition_point(|observed| observed.observation.period.number() < period.number())
        };
        let counts = |marked: &&MarkedPeriod| decided(marked, self.organisation, moment);
        let first = observations.first().map(|observed| observed.observation.period.number());
        // A period before the first splits nothing, and one after the last does not yet.
        let recalculations = control.recalculations.iter().filter(counts);
        let recalculate_at = recalculations
            .filter(|marked| first.is_some_and(|first| first <= marked.period.number()))
            .map(|marked| (place_of(&marked.period), marked))
            .filter(|(place, _)| *place < observations.len());
        let ghosted = control.ghosted.iter().filter(counts).filter_map(|marked| {
            let place = place_of(&marked.period);
            observations
                .get(place)
                .filter(|observed| observed.observation.period == marked.period)
                .map(|_| (place, marked))
        });
        let targets: Vec<SpcTarget> = indicator.targets.iter().map(target).collect();
        let options = Options {
            chart,
            improvement_direction: indicator.improvement_direction.unwrap_or(ImprovementDirection::Neutral),
            preset: control.preset.unwrap_or(Preset::Mdc26a),
            conflict: control.conflict.unwrap_or(Conflict::Improvement),
            recalculate_at: recalculate_at.filter_map(noted).collect(),
            ghosted: ghosted.filter_map(noted).collect(),
            dates: Some(observations.iter().map(|observed| observed.observation.period.clone()).collect()),
            denominators: chart.has_denominators().then(|| figures.iter().map(|figure| figure.denominator).collect()),
            targets: (!targets.is_empty()).then_some(Targets::Dated(targets)),
            baseline: control.baseline.clone(),
            options: control.options.clone().unwrap_or_default(),
        };
        Seen { observations, figures, options }
    }
}

/// A point that was set apart, with who did, why and when.
fn noted((place, marked): (usize, &MarkedPeriod)) -> Option<Which> {
    let at = u32::try_from(place).ok().map(Which::Index)?;
    let MarkedPeriod { by, reason, decided_on, .. } = marked;
    if by.is_none() && reason.is_none() && decided_on.is_none() {
        return Some(at);
    }
    let why = reason.as_ref().map(|reason| reason.as_str().to_owned());
    Some(Which::Noted(Box::new(NotedPoint { at, by: by.clone(), why, on: *decided_on })))
}

/// True if that period of that series was set apart by then.
fn decided(marked: &MarkedPeriod, organisation: Option<&str>, moment: Moment) -> bool {
    let concerned = marked.organisation.is_none() || marked.organisation.as_deref() == organisation;
    let decided = marked.decided_on.is_none_or(|day| day <= moment.as_at);
    concerned && decided && marked.recorded_on.or(marked.decided_on).is_none_or(|day| moment.knows(day))
}

fn target(target: &crate::document::indicator::Target) -> SpcTarget {
    SpcTarget { value: target.value, name: target.name.clone(), start: target.start, end: target.end }
}

/// An observation as its kind of figure has it. Nothing out of nothing has no meaning, and so no value.
fn figure(indicator: &Indicator, chart: Chart, observation: &Observation) -> Figure {
    if let Some(status) = observation.status {
        return Figure { without: Some(status.into()), ..Figure::default() };
    }
    let per = indicator.per.filter(|_| indicator.kind == IndicatorKind::Rate).map_or(1.0, |per| per.0);
    let (Some(over), Some(under)) = (observation.numerator, observation.denominator) else {
        return Figure { value: observation.value, ..Figure::default() };
    };
    let (over, under) = (over.0, under.0);
    if indicator.kind == IndicatorKind::Count && !chart.has_denominators() {
        return Figure { value: Some(over), ..Figure::default() };
    }
    if under == 0.0 {
        return Figure { without: Some(WhyNoFigure::NotApplicable), ..Figure::default() };
    }
    if chart.has_denominators() {
        return Figure { value: Some(over), denominator: Some(under / per), without: None };
    }
    Figure { value: Some(over * per / under), ..Figure::default() }
}

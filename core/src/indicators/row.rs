//! The row of a series in a report: its icons and what they rest on.

use std::collections::HashMap;

use super::Seen;
use crate::day::Day;
use crate::document::declare::words;
use crate::document::indicator::{ImprovementDirection, Indicator, IndicatorKind, ObservationStatus};
use crate::problem::{Problem, Problems};
use crate::recall::result;
use crate::status::Moment;
use crate::variation::{Assurance, Preset, Spc, Variation, spc};

words! {
    /// Why a period has no figure.
    WhyNoFigure {
        /// Too small to publish.
        Suppressed = "suppressed",
        /// Not reported.
        Missing = "missing",
        /// Has no meaning here, as nothing out of nothing has.
        NotApplicable = "not_applicable",
    }
}

impl From<ObservationStatus> for WhyNoFigure {
    fn from(status: ObservationStatus) -> Self {
        match status {
            ObservationStatus::Suppressed => Self::Suppressed,
            ObservationStatus::Missing => Self::Missing,
            ObservationStatus::NotApplicable => Self::NotApplicable,
        }
    }
}

result! {
    /// An indicator in one organisation, or in the whole, judged as it stood on the day and was known.
    AssessedIndicator {
        /// The indicator.
        id: String,
        /// Its name.
        name: String,
        /// The organisation; null: the whole.
        organisation: Option<String>,
        /// The name of the organisation.
        organisation_name: Option<String>,
        /// What kind of figure it is.
        kind: IndicatorKind,
        /// The unit, such as patients.
        unit: Option<String>,
        /// A rate is told per so many; null: per 1, or no rate.
        per: Option<f64>,
        /// Which way is better.
        improvement_direction: ImprovementDirection,
        /// The goals it speaks of.
        goals: Vec<String>,
        /// The priorities whose benefit it shows.
        priorities: Vec<String>,
        /// The rules.
        preset: Preset,
        /// How many periods have a figure.
        n: usize,
        /// How many were not reported.
        missing: usize,
        /// How many are too small to publish: never 0.
        suppressed: usize,
        /// How many have no meaning here.
        not_applicable: usize,
        /// How many figures are still to be confirmed.
        provisional: usize,
        /// The first period, with a figure or without.
        first_period: Option<String>,
        /// The last period that ended by the day.
        last_period: Option<String>,
        /// The last period that has a figure and was not left out.
        latest_period: Option<String>,
        /// That figure; a proportion from 0 to 1.
        latest_value: Option<f64>,
        /// True where a run chart takes the place of limits and icons.
        run_chart: bool,
        /// What the last point says.
        variation: Variation,
        /// What the limits say about the target in force.
        assurance: Assurance,
        /// What happened by the day, here or to the whole.
        annotations: Vec<IndicatorAnnotation>,
        /// Periods that have no figure.
        without_figure: Vec<WithoutFigure>,
        /// Periods whose figures are still to be confirmed.
        provisional_periods: Vec<String>,
        /// The series judged, as `spc` has it.
        result: Spc,
    }

    /// Something that happened and may show in the figures.
    IndicatorAnnotation {
        /// The day.
        on: Day,
        /// What happened.
        text: String,
        /// The organisation concerned.
        organisation: Option<String>,
        /// The priority concerned.
        priority: Option<String>,
    }

    /// A period that has no figure.
    WithoutFigure {
        /// The period.
        period: String,
        /// Why.
        status: WhyNoFigure,
        /// A suppressed count is at most this.
        upper_bound: Option<f64>,
    }
}

impl AssessedIndicator {
    /// The series judged, with its figures as people say them: proportions in percent.
    pub(crate) fn in_percent(&self) -> Spc {
        let mut series = self.result.clone();
        if self.kind != IndicatorKind::Proportion {
            return series;
        }
        // Twelve places are kept, so that 0.57 becomes 57.
        let hundredfold = |value: &mut f64| *value = libm::round(*value * 1e12) / 1e10;
        let each = |values: &mut [&mut Option<f64>]| {
            values.iter_mut().for_each(|value| {
                if let Some(value) = value {
                    hundredfold(value);
                }
            })
        };
        for point in &mut series.points {
            each(&mut [
                &mut point.value,
                &mut point.mean,
                &mut point.lower_limit,
                &mut point.lower_two_sigma,
                &mut point.lower_one_sigma,
                &mut point.upper_one_sigma,
                &mut point.upper_two_sigma,
                &mut point.upper_limit,
                &mut point.moving_range,
                &mut point.target,
            ]);
        }
        for trigger in series.triggers.iter_mut().chain(&mut series.clears).flatten() {
            each(&mut [&mut trigger.above, &mut trigger.below]);
        }
        let all = series.assurances.iter_mut().chain([&mut series.assurance]);
        for assurance in all {
            each(&mut [&mut assurance.target]);
            if let Some(distance) = &mut assurance.distance {
                hundredfold(&mut distance.mean_needed);
                hundredfold(&mut distance.units);
            }
        }
        series
    }
}

/// The row of one series; problems stand at the indicator.
pub(super) fn row(
    names: &HashMap<&str, &str>,
    (place, indicator): (usize, &Indicator),
    organisation: Option<&str>,
    seen: &Seen<'_>,
    moment: Moment,
) -> Result<AssessedIndicator, Problems> {
    let result = spc(Some(&seen.values()), &seen.options).map_err(|problems| {
        let mut problems = problems.into_vec();
        problems.iter_mut().for_each(|problem| problem.path.insert_str(0, &format!("/indicators/{place}")));
        Problems::none(problems).err().unwrap_or_else(|| Problem::unreadable().into())
    })?;
    let text = |period: &crate::document::period::Period| period.as_str().to_owned();
    let all = || seen.observations.iter().zip(&seen.figures);
    let without: Vec<WithoutFigure> = all()
        .filter_map(|(observed, figure)| {
            let observation = observed.observation;
            let upper_bound = observation.upper_bound.map(|bound| bound.0);
            Some(WithoutFigure { period: text(&observation.period), status: figure.without?, upper_bound })
        })
        .collect();
    let count = |status: WhyNoFigure| without.iter().filter(|row| row.status == status).count();
    let provisional = all().filter(|(observed, _)| observed.observation.provisional == Some(true));
    let provisional_periods: Vec<String> =
        provisional.map(|(observed, _)| text(&observed.observation.period)).collect();
    let latest = result.points.iter().rev().find(|point| point.value.is_some() && !point.ghosted);
    Ok(AssessedIndicator {
        id: indicator.id.clone(),
        name: indicator.name.as_str().to_owned(),
        organisation: organisation.map(str::to_owned),
        organisation_name: organisation.and_then(|id| names.get(id)).map(|name| (*name).to_owned()),
        kind: indicator.kind,
        unit: indicator.unit.as_ref().map(|unit| unit.as_str().to_owned()),
        per: indicator.per.filter(|_| indicator.kind == IndicatorKind::Rate).map(|per| per.0),
        improvement_direction: result.improvement_direction,
        goals: indicator.goals.clone(),
        priorities: indicator.priorities.clone(),
        preset: result.preset,
        n: seen.figures.iter().filter(|figure| figure.value.is_some()).count(),
        missing: count(WhyNoFigure::Missing),
        suppressed: count(WhyNoFigure::Suppressed),
        not_applicable: count(WhyNoFigure::NotApplicable),
        provisional: provisional_periods.len(),
        first_period: seen.observations.first().map(|observed| text(&observed.observation.period)),
        last_period: seen.observations.last().map(|observed| text(&observed.observation.period)),
        latest_period: latest.and_then(|point| point.date.clone()),
        latest_value: latest.and_then(|point| point.value),
        run_chart: result.run_chart,
        variation: result.variation.clone(),
        assurance: result.assurance.clone(),
        annotations: annotations(indicator, organisation, moment),
        without_figure: without,
        provisional_periods,
        result,
    })
}

/// What happened by the day: of an organisation its own and what concerns all, of the whole everything.
fn annotations(indicator: &Indicator, organisation: Option<&str>, moment: Moment) -> Vec<IndicatorAnnotation> {
    let happened = indicator.annotations.iter().filter(|annotation| {
        let concerned = organisation.is_none() || annotation.organisation.is_none();
        moment.sees(annotation.on, None) && (concerned || annotation.organisation.as_deref() == organisation)
    });
    let mut rows: Vec<IndicatorAnnotation> = happened
        .map(|annotation| IndicatorAnnotation {
            on: annotation.on,
            text: annotation.text.as_str().to_owned(),
            organisation: annotation.organisation.clone(),
            priority: annotation.priority.clone(),
        })
        .collect();
    rows.sort_by_key(|annotation| annotation.on);
    rows
}

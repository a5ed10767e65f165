//! What is measured: indicators, their targets, and observations.

use super::control_chart::{Chart, ControlChart};
use super::declare::{ranged, record, words};
use super::period::{Period, PeriodType};
use super::values::{Amount, Text};
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// Which way is better.
    ImprovementDirection {
        /// Higher is better.
        Increase = "increase",
        /// Lower is better.
        Decrease = "decrease",
        /// Neither.
        Neutral = "neutral",
    }
}

words! {
    /// What kind of figure it is.
    IndicatorKind {
        /// A numerator out of a denominator.
        Proportion = "proportion",
        /// Events per exposure.
        Rate = "rate",
        /// A count.
        Count = "count",
        /// A measured value.
        Value = "value",
        /// Days between rare events.
        DaysBetween = "days_between",
        /// Cases between rare events.
        CasesBetween = "cases_between",
    }
}

words! {
    /// The disclosure rule for small numbers.
    Disclosure {
        /// Figures are shown as they are.
        None = "none",
        /// Counts of 1 to 7 are suppressed, others rounded to the nearest 5, zero shown.
        Suppress1To7Round5 = "suppress_1_to_7_round_5",
    }
}

ranged! {
    /// What a rate is told per.
    #[cfg_attr(feature = "schema", schemars(rename = "RateBase"))]
    Per(f64), "a number above 0 and at most 1,000,000,000", |number| number > 0.0 && number <= 1e9
}

record! {
    /// Something measured over time.
    Indicator {
        /// Unique among indicators.
        id: String,
        /// The name people use.
        name: Text,
        /// What kind of figure it is.
        kind: IndicatorKind,
    } optional {
        /// Which way is better; neutral when omitted.
        improvement_direction: Option<ImprovementDirection>,
        /// The unit, such as patients.
        unit: Option<Text>,
        /// What a period is; a month when omitted.
        period_type: Option<PeriodType>,
        /// Targets by name and date.
        targets: Vec<Target>,
        /// A rate is told per so many, such as 100,000; per 1 when omitted.
        per: Option<Per>,
        /// How its series are judged; as `mdc-2.6a` has it when omitted.
        control_chart: Option<ControlChart>,
        /// Smaller denominators are not compared.
        minimum_denominator: Option<Amount>,
        /// The rule for small numbers.
        disclosure: Option<Disclosure>,
        /// The goals it speaks of.
        goals: Vec<String>,
        /// The priorities whose benefit it shows.
        priorities: Vec<String>,
        /// What happened when.
        annotations: Vec<Annotation>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

impl Indicator {
    /// The chart stated, or the one that the kind of figure asks for.
    pub(crate) fn chart(&self) -> Chart {
        let stated = self.control_chart.as_ref().and_then(|control| control.chart);
        stated.unwrap_or(match self.kind {
            IndicatorKind::DaysBetween => Chart::T,
            IndicatorKind::CasesBetween => Chart::G,
            _ => Chart::Xmr,
        })
    }
}

record! {
    /// A target: proportions from 0 to 1.
    Target {
        /// The value to reach.
        value: f64,
    } optional {
        /// Whose target it is, such as `national`.
        name: Option<String>,
        /// First day in force, included.
        start: Option<Day>,
        /// Last day in force, included.
        end: Option<Day>,
        /// How it was set, where it was set from the best performers.
        method: Option<String>,
        /// The period it was set from.
        period: Option<Period>,
        /// Whose figures it was set from.
        contributors: Vec<String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// Something that happened and may show in the figures.
    Annotation {
        /// The day.
        on: Day,
        /// What happened.
        text: Text,
    } optional {
        /// The organisation concerned.
        organisation: Option<String>,
        /// The priority concerned.
        priority: Option<String>,
    }
}

words! {
    /// Why an observation has no figure.
    ObservationStatus {
        /// Too small to publish: a value of its own, never 0.
        Suppressed = "suppressed",
        /// Not reported.
        Missing = "missing",
        /// Has no meaning here.
        NotApplicable = "not_applicable",
    }
}

record! {
    /// One figure: a value, or a numerator and a denominator, or the reason why there is none. A figure that was revised
    /// stands once more, recorded on a later day; the one known last counts.
    Observation {
        /// The indicator.
        indicator: String,
        /// The period.
        period: Period,
    } optional {
        /// The organisation; the whole when omitted.
        organisation: Option<String>,
        /// The value.
        value: Option<f64>,
        /// Above the line.
        numerator: Option<Amount>,
        /// Below the line.
        denominator: Option<Amount>,
        /// Why there is no figure.
        status: Option<ObservationStatus>,
        /// A suppressed count is at most this.
        upper_bound: Option<Amount>,
        /// Still to be confirmed.
        provisional: Option<bool>,
        /// The day it became known.
        recorded_on: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

impl Observation {
    /// The day it became known: the last of its period when it does not say.
    pub(crate) fn known_on(&self) -> Option<Day> {
        self.recorded_on.or_else(|| self.period.last_day())
    }
}

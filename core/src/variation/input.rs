//! What is asked about a series: the chart, the dates, and what is known beside the values.

use serde_json::Value;

use super::settings::{Conflict, Preset, SpcOptions};
use crate::day::Day;
pub use crate::document::control_chart::{Baseline, Chart};
use crate::document::declare::record;
use crate::document::indicator::ImprovementDirection;
use crate::document::period::Period;
use crate::document::read::{Read, Reader};

record! {
    /// A target with the time that it is in force.
    SpcTarget {
        /// The value to reach.
        value: f64,
    } optional {
        /// Whose target it is, such as `national`.
        name: Option<String>,
        /// First day in force, included.
        start: Option<Day>,
        /// Last day in force, included.
        end: Option<Day>,
    }
}

/// The targets of a series.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
#[non_exhaustive]
pub enum Targets {
    /// One for all points.
    One(f64),
    /// One for each point; null where there is none.
    PerPoint(Vec<Option<f64>>),
    /// Several, with names and dates; the first that is in force decides.
    Dated(Vec<SpcTarget>),
}

/// A point, by its place among the values or by its date.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
#[non_exhaustive]
pub enum Which {
    /// The place among the values, from 0.
    Index(u32),
    /// The date or period.
    Date(Period),
    /// Either, with who chose the point, why and when.
    Noted(Box<NotedPoint>),
}

record! {
    /// A point with who chose it, why and when: the record of a recalculation, or of a point that is left out.
    NotedPoint {
        /// The point: its place or its date.
        at: Which,
    } optional {
        /// Who decided it.
        by: Option<String>,
        /// Why.
        why: Option<String>,
        /// The day it was decided.
        on: Option<Day>,
    }
}

impl Read for Targets {
    fn accepted() -> String {
        "a number, a list of one number or null for each value, or a list of objects with value".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Number(_) => f64::read(value, reader).map(Self::One),
            Value::Array(rows) if rows.iter().all(|row| row.is_object()) && !rows.is_empty() => {
                Vec::read(value, reader).map(Self::Dated)
            }
            Value::Array(_) => Numbers::read(value, reader).map(|numbers| Self::PerPoint(numbers.0)),
            _ => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

impl Which {
    /// What is noted of it.
    pub(super) fn note(&self) -> Option<&NotedPoint> {
        if let Self::Noted(noted) = self { Some(noted) } else { None }
    }
}

impl Read for Which {
    fn accepted() -> String {
        "the place of a value, from 0, or its date; or an object with at, by, why and on".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.get("at").is_some_and(Value::is_object) {
            reader.wrong_type(value, "a point with at as its place or date");
            None
        } else if value.is_object() {
            NotedPoint::read(value, reader).map(|noted| Self::Noted(Box::new(noted)))
        } else if value.is_string() {
            Period::read(value, reader).map(Self::Date)
        } else {
            u32::read(value, reader).map(Self::Index)
        }
    }
}

record! {
    /// What one of two ways to judge a series sets apart from what both have in common.
    #[derive(Default)]
    SpcOptionSet {
    } optional {
        /// The kind of chart.
        chart: Option<Chart>,
        /// Which way is better.
        improvement_direction: Option<ImprovementDirection>,
        /// The rules.
        preset: Option<Preset>,
        /// What wins where rules of equal rank speak for both sides.
        conflict: Option<Conflict>,
        /// The targets.
        targets: Option<Targets>,
        /// Points at which a new partition starts.
        recalculate_at: Option<Vec<Which>>,
        /// Points that are shown and left out of everything else.
        ghosted: Option<Vec<Which>>,
        /// From which points the mean and the limits come.
        baseline: Option<Baseline>,
        /// What is set apart from the preset.
        options: Option<SpcOptions>,
    }
}

impl SpcOptionSet {
    /// These options over others.
    pub fn over(&self, common: &Options) -> Options {
        let set = self.clone();
        Options {
            chart: set.chart.unwrap_or(common.chart),
            improvement_direction: set.improvement_direction.unwrap_or(common.improvement_direction),
            preset: set.preset.unwrap_or(common.preset),
            conflict: set.conflict.unwrap_or(common.conflict),
            dates: common.dates.clone(),
            denominators: common.denominators.clone(),
            targets: set.targets.or_else(|| common.targets.clone()),
            recalculate_at: set.recalculate_at.unwrap_or_else(|| common.recalculate_at.clone()),
            ghosted: set.ghosted.unwrap_or_else(|| common.ghosted.clone()),
            baseline: set.baseline.or_else(|| common.baseline.clone()),
            options: set.options.unwrap_or_else(|| common.options.clone()),
        }
    }

    /// True if it sets that field.
    pub(crate) fn sets(&self, field: &str) -> bool {
        match field {
            "chart" => self.chart.is_some(),
            "targets" => self.targets.is_some(),
            "recalculate_at" => self.recalculate_at.is_some(),
            "ghosted" => self.ghosted.is_some(),
            "baseline" => self.baseline.is_some(),
            "options" => self.options.is_some(),
            _ => false,
        }
    }
}

/// Numbers with gaps: null where one is missing.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Numbers(pub Vec<Option<f64>>);

impl Read for Numbers {
    fn accepted() -> String {
        "a list of numbers; null where a value is missing".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some(rows) = value.as_array() else {
            reader.wrong_type(value, &Self::accepted());
            return None;
        };
        let mut numbers = Vec::with_capacity(rows.len());
        for (place, row) in rows.iter().enumerate() {
            numbers.push(match row {
                Value::Null => None,
                row => Some(reader.row(place, row).unwrap_or_default()),
            });
        }
        Some(Self(numbers))
    }
}

/// How a series is to be judged.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The chart; [`Chart::Xmr`] by default.
    pub chart: Chart,
    /// Which way is better; neutral by default.
    pub improvement_direction: ImprovementDirection,
    /// The rules; [`Preset::Mdc26a`] by default.
    pub preset: Preset,
    /// What wins where rules of equal rank speak for both sides; improvement by default.
    pub conflict: Conflict,
    /// A date or period for each value.
    pub dates: Option<Vec<Period>>,
    /// A denominator for each value: of `p`, `u`, `p_prime` and `u_prime`.
    pub denominators: Option<Vec<Option<f64>>>,
    /// The targets.
    pub targets: Option<Targets>,
    /// Points at which a new partition starts.
    pub recalculate_at: Vec<Which>,
    /// Points that are shown and left out of everything else.
    pub ghosted: Vec<Which>,
    /// From which points the mean and the limits come; from all when omitted.
    pub baseline: Option<Baseline>,
    /// What is set apart from the preset.
    pub options: SpcOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            chart: Chart::Xmr,
            improvement_direction: ImprovementDirection::Neutral,
            preset: Preset::Mdc26a,
            conflict: Conflict::Improvement,
            dates: None,
            denominators: None,
            targets: None,
            recalculate_at: Vec::new(),
            ghosted: Vec::new(),
            baseline: None,
            options: SpcOptions::default(),
        }
    }
}

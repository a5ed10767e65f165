//! What is checked of control charts: their options, the periods set apart, and figures that their chart can take.

use serde_json::Value;

use super::check::{Check, Row};
use crate::document::control_chart::{self, Chart, ControlChart, LARGEST_VALUE, MarkedPeriod, Preset};
use crate::document::indicator::{Indicator, IndicatorKind, Observation};
use crate::document::period::{Period, PeriodType};
use crate::problem::Code;

impl Check<'_> {
    /// How the series of an indicator are to be judged.
    pub(super) fn control_chart(&mut self, row: Row, indicator: &Indicator) {
        let Some(control) = &indicator.control_chart else { return };
        let ControlChart { preset, baseline, options, recalculations, ghosted, .. } = control;
        let options = options.clone().unwrap_or_default();
        let preset = preset.unwrap_or(Preset::Mdc26a);
        let found =
            control_chart::problems("control_chart", indicator.chart(), preset, baseline.as_ref(), &options, true);
        let stated = if found.is_empty() { Value::Null } else { serde_json::to_value(control).unwrap_or_default() };
        for problem in found {
            let accepted = problem.accepted.unwrap_or_default();
            let place = problem.path.strip_prefix("control_chart").unwrap_or_default();
            let value = stated.pointer(place).unwrap_or(&Value::Null);
            self.note(row, &problem.path, problem.code, value, &accepted, problem.message);
        }
        let kind = indicator.period_type.unwrap_or(PeriodType::Month);
        let end = baseline.as_ref().and_then(|baseline| baseline.end.as_ref());
        end.into_iter().for_each(|end| self.period(row, "control_chart/baseline/end", end, kind));
        for (list, marked) in [("recalculations", recalculations), ("ghosted", ghosted)] {
            for (place, MarkedPeriod { period, .. }) in marked.iter().enumerate() {
                self.period(row, &format!("control_chart/{list}/{place}/period"), period, kind);
            }
        }
    }

    pub(super) fn period(&mut self, row: Row, field: &str, period: &Period, kind: PeriodType) {
        if !period.fits(kind) {
            let message = format!("“{}” is not a {}", period.as_str(), kind.as_str().replace('_', " "));
            self.note(row, field, Code::WrongPeriod, &period.as_str().into(), kind.as_str(), message);
        }
    }

    /// A figure must be one that the chart of its indicator can take.
    pub(super) fn charted(&mut self, row: Row, observation: &Observation, indicator: &Indicator) {
        let chart = indicator.chart();
        let (over, under) = (observation.numerator.map(|over| over.0), observation.denominator.map(|under| under.0));
        if chart.has_denominators() && observation.value.is_some() {
            let message = format!("a chart {chart} is drawn from numerators and denominators");
            let accepted = "numerator and denominator";
            return self.note(row, "value", Code::WrongCombination, &observation.value.into(), accepted, message);
        }
        let counts = matches!(chart, Chart::C | Chart::G) || chart.has_denominators();
        let single = matches!(chart, Chart::C | Chart::G | Chart::T);
        if single && over.is_some() && indicator.kind != IndicatorKind::Count {
            let message = format!("a chart {chart} is drawn from values");
            return self.note(row, "numerator", Code::WrongCombination, &over.into(), "value", message);
        }
        for (field, number) in [("value", observation.value), ("numerator", over), ("denominator", under)] {
            let Some(number) = number else { continue };
            let whole = field != "denominator" || matches!(chart, Chart::P | Chart::PPrime);
            if number.abs() >= LARGEST_VALUE {
                let message = "this figure is too large to add up with others".into();
                let accepted = "a number between -1e100 and 1e100";
                self.note(row, field, Code::OutOfRange, &number.into(), accepted, message);
            } else if counts && whole && (number < 0.0 || number.fract() != 0.0) {
                let message = format!("a chart {chart} takes counts");
                self.note(row, field, Code::OutOfRange, &number.into(), "a whole number of 0 or more", message);
            } else if chart == Chart::T && number < 0.0 {
                let message = "there can be no fewer than 0 days between events".into();
                self.note(row, field, Code::OutOfRange, &number.into(), "a number of 0 or more", message);
            }
        }
        // Of a proportion that is checked whatever its chart.
        if let (Chart::P | Chart::PPrime, Some(over), Some(under)) = (chart, over, under)
            && over > under
            && indicator.kind != IndicatorKind::Proportion
        {
            let message = format!("the numerator {over} is above the denominator {under}");
            let accepted = format!("a number of at most {under}");
            self.note(row, "numerator", Code::NumeratorAboveDenominator, &over.into(), &accepted, message);
        }
    }
}

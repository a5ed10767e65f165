//! What else there is to know of a series: what its lines and icons rest on, and which chart would fit better.

use super::case::Case;
use super::input::{Chart, Targets};
use super::likeness;
use super::result::{Point, PointStatus, Spc};
use super::settings::Frequency;
use crate::document::indicator::ImprovementDirection;
use crate::document::period::PeriodType;
use crate::finding::{About, Dimension, Finding, FindingCode as Code, Severity, sorted};

/// Counts below this mean fit other charts better.
const LOW_MEAN: f64 = 5.0;
/// Many points are tied from this share on ...
const TIES: (usize, usize) = (1, 3);
/// ... at the ceiling from this ...
const CEILING: (usize, usize) = (1, 5);
/// ... and beyond the limits of a chart of counts from this, of at least so many points.
const BEYOND: (usize, usize) = (1, 4);
const ENOUGH: usize = 12;
/// Denominators of this mean and more are large: chance alone then leaves limits so narrow that few points stay within ...
const LARGE: f64 = 2000.0;
/// ... and they vary if one is farther from the mean than this share of it.
const VARYING: f64 = 0.25;
/// How often dates come is told by so many of the steps between them.
const MOST_STEPS: (usize, usize) = (3, 4);

/// Every finding of a series.
pub(super) fn of(case: &Case<'_>, answer: &Spc) -> Vec<Finding> {
    let frequency = frequency(case);
    let by_series = [
        too_few(case, answer),
        short_partition(case, answer),
        duplicates(case),
        missing_periods(case, frequency),
        missing_values(case, answer),
        special_in_baseline(case, answer),
        baseline_not_reached(case),
        in_baseline(case),
        case.at_first.then(|| about(Code::RecalculationAtFirst, "variation.recalculation").severity(Severity::Note)),
        conflict(case, answer),
        high_ranges(case, answer),
        target_not_used(case),
    ];
    let by_values = [
        nothing_varies(case),
        low_counts(case),
        overdispersion(case, answer).or_else(|| large_denominators(case)),
        ties(case, answer),
        ceiling(case),
        likeness::autocorrelation(case),
        likeness::seasonality(case, frequency),
    ];
    sorted(by_series.into_iter().chain(by_values).flatten().collect())
}

pub(super) fn about(code: Code, rule: &'static str) -> Finding {
    Finding::new(code, About::Indicator, "", Dimension::Variation, rule)
}

/// With the point that a finding starts at.
fn at(finding: Finding, case: &Case<'_>, point: usize) -> Finding {
    let date = case.date(point).map(|date| date.as_str().to_owned());
    let day = case.day(point);
    finding.with("date", date).with("index", point).since(day)
}

/// True if so many of all are the share or more.
fn reaches(some: usize, all: usize, (over, under): (usize, usize)) -> bool {
    some > 0 && some.saturating_mul(under) >= all.saturating_mul(over)
}

/// True for charts of what happened between events, whose dates follow no calendar.
fn between_events(chart: Chart) -> bool {
    matches!(chart, Chart::T | Chart::G)
}

fn too_few(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let finding = about(Code::TooFewPoints, "variation.minimum_points")
        .severity(Severity::Amber)
        .with("points", case.used.len())
        .with("minimum", i64::from(case.settings.minimum_points))
        .with("shown_as", if answer.run_chart { "run_chart" } else { "flag" });
    (case.too_few() && case.options.chart != Chart::Run).then_some(finding)
}

/// A partition whose own lines come from fewer points than the preset's rules ask for.
fn short_partition(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let minimum = super::recalculation::enough_for_lines(case.options.preset);
    let given = case.options.baseline.as_ref().is_some_and(|baseline| baseline.mean.is_some());
    let baseline = case.partitions.first().is_some_and(|first| first.number == 0);
    // Partition 1 has the lines of the baseline, or those that were stated.
    let own_lines = |number: u32| !(number == 1 && (given || baseline));
    let short = |partition: &&super::case::Partition| partition.used.len() < minimum && own_lines(partition.number);
    let all: Vec<_> = case.partitions.iter().filter(short).collect();
    let shortest = all.iter().min_by_key(|partition| partition.used.len())?;
    // Of one partition, too few points say it all.
    if answer.run_chart || case.partitions.len() == 1 && case.too_few() {
        return None;
    }
    let finding = about(Code::ShortPartition, "variation.minimum_points")
        .severity(Severity::Amber)
        .with("partitions", all.len())
        .with("partition", i64::from(shortest.number))
        .with("points", shortest.used.len())
        .with("minimum", minimum);
    Some(at(finding, case, shortest.points.start))
}

fn duplicates(case: &Case<'_>) -> Option<Finding> {
    let dates = case.options.dates.as_deref().filter(|_| !between_events(case.options.chart))?;
    let mut again = (1..dates.len()).filter(|place| dates[*place] == dates[place - 1]);
    let first = again.next()?;
    let finding = about(Code::DuplicateDates, "variation.dates").severity(Severity::Amber);
    Some(at(finding.with("points", 1 + again.count()), case, first))
}

/// How often there is a point: as stated, else as the periods have it, or most steps between days.
pub(super) fn frequency(case: &Case<'_>) -> Option<Frequency> {
    if between_events(case.options.chart) || case.settings.expected_frequency.is_some() {
        return case.settings.expected_frequency.filter(|_| !between_events(case.options.chart));
    }
    let dates = case.options.dates.as_deref()?;
    match dates.first()?.shape() {
        PeriodType::Month => Some(Frequency::Month),
        PeriodType::Quarter => Some(Frequency::Quarter),
        PeriodType::FinancialYear => Some(Frequency::Year),
        PeriodType::Day | PeriodType::Week => {
            let steps = || dates.windows(2).map(|pair| pair[1].number() - pair[0].number());
            Frequency::ALL.iter().copied().find(|frequency| {
                let usual = match frequency {
                    Frequency::Day => 1..=1,
                    Frequency::Week => 7..=7,
                    Frequency::Month => 28..=31,
                    Frequency::Quarter => 89..=92,
                    Frequency::Year => 365..=366,
                };
                reaches(steps().filter(|step| usual.contains(step)).count(), steps().count(), MOST_STEPS)
            })
        }
    }
}

/// How many periods so many days are, to the nearest: four years have 1461 days.
fn periods(days: i64, frequency: Frequency) -> i64 {
    let in_four_years = match frequency {
        Frequency::Day => return days,
        Frequency::Week => return (days + 3).div_euclid(7),
        Frequency::Month => 48,
        Frequency::Quarter => 16,
        Frequency::Year => 4,
    };
    (days * in_four_years + 730).div_euclid(1461)
}

fn missing_periods(case: &Case<'_>, frequency: Option<Frequency>) -> Option<Finding> {
    let (dates, frequency) = (case.options.dates.as_deref()?, frequency?);
    let (mut missing, mut gaps, mut first) = (0, 0, None);
    let mut last = None;
    for (place, day) in dates.iter().enumerate().filter_map(|(place, date)| Some((place, date.last_day()?))) {
        let before = last.replace(day);
        let step = before.map_or(1, |before| periods(day.days_since(before), frequency));
        if step > 1 {
            missing += step - 1;
            gaps += 1;
            first = first.or(place.checked_sub(1));
        }
    }
    let finding = about(Code::MissingPeriods, "variation.dates")
        .severity(Severity::Amber)
        .with("periods", missing)
        .with("gaps", i64::from(gaps))
        .with("frequency", frequency.as_str());
    Some(at(finding, case, first?))
}

fn missing_values(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let missing = |point: &&Point| point.value.is_none() && !point.ghosted && !case.is_first_event(point.index);
    let first = answer.points.iter().find(missing)?;
    let finding = about(Code::MissingValues, "variation.missing")
        .with("points", answer.points.iter().filter(missing).count())
        .with("all", answer.points.len())
        .with("missing", case.settings.missing.as_str());
    Some(at(finding, case, first.index))
}

fn special_in_baseline(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let each = case.options.baseline.as_ref().is_some_and(|baseline| baseline.each_partition);
    let bases = case.partitions.iter().filter(|partition| partition.number == 0 || each);
    let points: Vec<usize> = bases.flat_map(|partition| case.base(partition)).map(|place| case.used[place]).collect();
    let special = |point: &&usize| answer.points[**point].status.is_some_and(|said| said != PointStatus::CommonCause);
    let first = points.iter().find(special)?;
    let finding = about(Code::BaselineSpecialCause, "variation.baseline")
        .severity(Severity::Amber)
        .with("points", points.iter().filter(special).count())
        .with("all", points.len());
    Some(at(finding, case, *first))
}

fn baseline_not_reached(case: &Case<'_>) -> Option<Finding> {
    let baseline = case.options.baseline.as_ref().filter(|_| case.baseline_not_reached)?;
    // An end wins over a number of points.
    let asked = baseline.points.filter(|_| baseline.end.is_none()).map(|points| i64::from(points.0));
    let finding = about(Code::BaselineNotReached, "variation.baseline").severity(Severity::Amber);
    Some(finding.with("asked", asked).with("points", case.used.len()))
}

fn in_baseline(case: &Case<'_>) -> Option<Finding> {
    let first = case.in_baseline.first()?;
    let finding = about(Code::RecalculationInBaseline, "variation.recalculation").severity(Severity::Amber);
    Some(at(finding.with("points", case.in_baseline.len()), case, *first))
}

fn conflict(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let point = &answer.points[*case.used.last()?];
    let rules = point.rules.iter().map(|rule| rule.as_str().to_owned()).collect::<Vec<_>>();
    let finding = about(Code::RulesConflict, "variation.conflict")
        .severity(Severity::Amber)
        .with("status", point.status?.as_str())
        .with("rules", rules);
    point.conflict.then(|| at(finding, case, point.index))
}

fn high_ranges(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let high = |point: &&Point| point.high_moving_range;
    let first = answer.points.iter().find(high)?;
    let finding = about(Code::HighMovingRanges, "variation.moving_range")
        .with("points", answer.points.iter().filter(high).count())
        .with("screening", answer.options.screening.as_str());
    Some(at(finding, case, first.index))
}

fn target_not_used(case: &Case<'_>) -> Option<Finding> {
    let stated = match case.options.targets.as_ref()? {
        Targets::One(_) => true,
        Targets::PerPoint(targets) => targets.iter().any(Option::is_some),
        Targets::Dated(targets) => !targets.is_empty(),
    };
    let why = match case.options.improvement_direction {
        _ if matches!(case.options.chart, Chart::T | Chart::G | Chart::Run) => "chart",
        ImprovementDirection::Neutral => "neutral",
        _ if case.used.last().is_some_and(|last| case.target(*last).is_none()) => "not_in_force",
        _ => return None,
    };
    let finding = about(Code::TargetNotUsed, "variation.targets").with("why", why);
    stated.then(|| finding.with("chart", case.options.chart.as_str()))
}

/// True where all values judged are one.
fn constant(case: &Case<'_>) -> bool {
    case.judged.windows(2).all(|pair| pair[0] == pair[1])
}

fn nothing_varies(case: &Case<'_>) -> Option<Finding> {
    let last = *case.used.last().filter(|_| case.used.len() > 1 && constant(case))?;
    Some(
        about(Code::NothingVaries, "variation.constant")
            .severity(Severity::Amber)
            .with("points", case.used.len())
            .with("value", case.shown[last]),
    )
}

fn low_counts(case: &Case<'_>) -> Option<Finding> {
    let counts = case.judged.iter().all(|value| *value >= 0.0 && value.fract() == 0.0);
    if case.options.chart != Chart::Xmr || !counts || case.used.len() < ENOUGH || constant(case) {
        return None;
    }
    // Whole numbers below 2^53 add up without rounding; larger ones are far above the threshold.
    let mean = case.judged.iter().sum::<f64>() / case.judged.len() as f64;
    (mean < LOW_MEAN)
        .then(|| about(Code::LowCounts, "variation.chart_advice").with("mean", mean).with("threshold", LOW_MEAN))
}

/// By chance alone 3 points of 1,000 are beyond the limits.
fn overdispersion(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    let better = match case.options.chart {
        Chart::P => Chart::PPrime,
        Chart::U => Chart::UPrime,
        Chart::C => Chart::Xmr,
        _ => return None,
    };
    let beyond = |point: &&Point| {
        let crossed = |line: Option<f64>, of: fn(f64, f64) -> bool| {
            point.value.zip(line).is_some_and(|(value, line)| of(value, line))
        };
        !point.ghosted
            && (crossed(point.upper_limit, |value, line| value > line)
                || crossed(point.lower_limit, |value, line| value < line))
    };
    let (points, all) = (answer.points.iter().filter(beyond).count(), case.used.len());
    let finding = about(Code::Overdispersion, "variation.chart_advice")
        .severity(Severity::Amber)
        .with("points", points)
        .with("all", all)
        .with("chart", case.options.chart.as_str())
        .with("better", better.as_str());
    (all >= ENOUGH && reaches(points, all, BEYOND)).then_some(finding)
}

/// Large denominators that vary: limits by chance alone are too narrow for what else varies from period to period.
fn large_denominators(case: &Case<'_>) -> Option<Finding> {
    let denominators = case.options.denominators.as_deref().filter(|_| case.options.chart == Chart::P)?;
    let of_used: Vec<f64> = case.used.iter().filter_map(|point| *denominators.get(*point)?).collect();
    // Whole numbers below 2^53 add up without rounding; larger ones are far above the threshold.
    let mean = of_used.iter().sum::<f64>() / of_used.len() as f64;
    let vary = of_used.iter().any(|denominator| (denominator - mean).abs() > VARYING * mean);
    let finding = about(Code::LargeDenominators, "variation.chart_advice")
        .with("mean", mean)
        .with("threshold", LARGE)
        .with("chart", Chart::P.as_str())
        .with("better", Chart::PPrime.as_str());
    (of_used.len() >= ENOUGH && mean >= LARGE && vary).then_some(finding)
}

/// Ties keep runs and trends from growing.
fn ties(case: &Case<'_>, answer: &Spc) -> Option<Finding> {
    if answer.run_chart || constant(case) {
        return None;
    }
    let tied = |place: &usize| {
        let (value, point) = (case.judged[*place], &answer.points[case.used[*place]]);
        point.mean == point.value || *place > 0 && case.judged[*place - 1] == value
    };
    let (points, all) = ((0..case.used.len()).filter(tied).count(), case.used.len());
    let finding = about(Code::ManyTies, "variation.ties")
        .with("points", points)
        .with("all", all)
        .with("ties", case.settings.ties.as_str());
    reaches(points, all, TIES).then_some(finding)
}

/// Points at 1 where all are shares, at 100 where all are percentages, or at the stated most.
fn ceiling(case: &Case<'_>) -> Option<Finding> {
    if matches!(case.options.chart, Chart::T | Chart::G | Chart::C | Chart::U | Chart::UPrime) || constant(case) {
        return None;
    }
    let within = |most: f64| case.judged.iter().all(|value| (0.0..=most).contains(value));
    let stated = case.settings.clamp.as_ref().and_then(|clamp| clamp.max);
    // Noughts and ones may be counts; shares have something between.
    let shares = case.judged.iter().any(|value| value.fract() != 0.0);
    let most = match stated {
        Some(most) => most,
        None if within(1.0) && shares => 1.0,
        None if within(100.0) => 100.0,
        None => return None,
    };
    let (points, all) = (case.judged.iter().filter(|value| **value == most).count(), case.used.len());
    let finding =
        about(Code::AtCeiling, "variation.ceiling").with("points", points).with("all", all).with("most", most);
    (all >= ENOUGH && reaches(points, all, CEILING)).then_some(finding)
}

pub(super) const fn enough(points: usize) -> bool {
    points >= ENOUGH
}

#[cfg(test)]
mod tests;

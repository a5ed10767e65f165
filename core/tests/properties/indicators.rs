//! Indicators: a row is what `spc` says of its figures, icons add up, and nothing colours an item but what may.

use crate::holds;
use crate::programmes::{Case, ORGANISATIONS, programmes};
use equipoise::Report;
use equipoise::document::indicator::ImprovementDirection;
use equipoise::document::period::Period;
use equipoise::finding::Dimension;
use equipoise::variation::{Options, SpcTarget, Targets, spc};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What items are, apart from indicators.
fn items(report: &Report) -> Value {
    json!([report.items, report.nodes])
}

/// The figures of a series that count at the moment of the case, in order.
fn figures(case: &Case, id: &str, organisation: Option<&str>) -> Vec<(Period, f64)> {
    let known = case.known_at.map(|day| day.to_string());
    let counts = |row: &&Value| {
        let recorded = row["recorded_on"].as_str().unwrap();
        row["indicator"] == id
            && row.get("organisation").and_then(Value::as_str) == organisation
            && known.as_ref().is_none_or(|known| recorded <= known.as_str())
    };
    let rows = case.document["observations"].as_array().unwrap().iter().filter(counts);
    let mut figures: Vec<(Period, f64)> = rows
        .map(|row| {
            let share = row["numerator"].as_f64().unwrap() / row["denominator"].as_f64().unwrap();
            (Period::parse(row["period"].as_str().unwrap()).unwrap(), share)
        })
        .collect();
    figures.sort_by_key(|(period, _)| period.number());
    figures
}

#[test]
fn a_row_is_what_spc_says_of_its_figures() {
    holds(400, &programmes(3), |case| {
        let report = case.report();
        for row in &report.indicators {
            let figures = figures(&case, &row.id, row.organisation.as_deref());
            let values: Vec<Option<f64>> = figures.iter().map(|(_, value)| Some(*value)).collect();
            let mut options = Options::default();
            options.improvement_direction = ImprovementDirection::Increase;
            options.dates = Some(figures.into_iter().map(|(period, _)| period).collect());
            options.targets = Some(Targets::Dated(vec![SpcTarget { value: 0.8, name: None, start: None, end: None }]));
            prop_assert_eq!(&row.result, &spc(Some(&values), &options).unwrap());
            prop_assert_eq!(&row.variation, &row.result.variation);
            prop_assert_eq!(&row.assurance, &row.result.assurance);
        }
        Ok(())
    });
}

#[test]
fn icons_add_up() {
    holds(400, &programmes(6), |case| {
        let report = case.report();
        for (place, sum) in report.indicator_summary.iter().enumerate() {
            let variation = [
                sum.improvement_high,
                sum.improvement_low,
                sum.concern_high,
                sum.concern_low,
                sum.high,
                sum.low,
                sum.common_cause,
                sum.no_variation,
            ];
            prop_assert_eq!(variation.iter().sum::<usize>(), sum.series);
            prop_assert_eq!(sum.pass + sum.hit_or_miss + sum.fail + sum.no_assurance, sum.series);
            prop_assert!(place > 0 || sum.series == report.indicators.len());
        }
        prop_assert_eq!(report.indicator_summary.is_empty(), report.indicators.is_empty());
        Ok(())
    });
}

#[test]
fn the_order_of_figures_does_not_matter() {
    holds(300, &programmes(6), |mut case| {
        let before = case.report();
        case.rows("observations").reverse();
        prop_assert_eq!(before, case.report());
        Ok(())
    });
}

/// Before a revision is known, all is as if it had not been made; after it, as if the figure had always been so.
#[test]
fn a_revised_figure_counts_from_the_day_it_is_known() {
    let (known, unknown) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    holds(300, &programmes(6), |mut case| {
        let mut then = case.clone();
        let mut revisions = Vec::new();
        for row in then.rows("observations").iter_mut().step_by(3) {
            let recorded = crate::cells::day(row["recorded_on"].as_str().unwrap()).plus(20);
            let mut revised = row.clone();
            revised["recorded_on"] = json!(recorded.to_string());
            revised["numerator"] = json!(row["denominator"].as_f64().unwrap() * 0.25);
            revisions.push(revised.clone());
            if case.known_at.is_none_or(|known_at| recorded <= known_at) {
                *row = revised;
                known.set(known.get() + 1);
            } else {
                unknown.set(unknown.get() + 1);
            }
        }
        case.rows("observations").splice(0..0, revisions);
        let (revised, once) = (case.report(), then.report());
        prop_assert_eq!(&revised.indicators, &once.indicators);
        prop_assert_eq!(items(&revised), items(&once));
        Ok(())
    });
    assert!(std::env::var_os("PROPTEST_CASES").is_some() || known.get() > 0 && unknown.get() > 0);
}

/// Figures of organisations that no item names, where there is no whole, and everything under a preset.
#[test]
fn what_may_not_colour_an_item_does_not() {
    holds(600, &programmes(6), |mut case| {
        let before = case.report();
        let mut bare = case.clone();
        bare.rows("indicators").iter_mut().for_each(|row| row["priorities"] = json!([]));
        let without = bare.report();
        if before.policy.preset.is_some() {
            prop_assert_eq!(items(&before), items(&without));
        }
        prop_assert!(without.findings.iter().all(|finding| finding.dimension != Dimension::Benefit));
        // A benefit never makes anything better.
        for (with, without) in before.items.iter().zip(&without.items) {
            prop_assert!(with.computed_level >= without.computed_level, "{}", with.id);
        }
        let named = |case: &Case, organisation: &str| {
            let priorities = case.document["priorities"].as_array().unwrap().iter();
            priorities
                .flat_map(|row| row["participating_organisations"].as_array())
                .flatten()
                .any(|one| one == organisation)
        };
        let absent: Vec<&str> = ORGANISATIONS.iter().copied().filter(|one| !named(&case, one)).collect();
        case.rows("observations").retain(|row| row["organisation"].as_str().is_none_or(|one| !absent.contains(&one)));
        prop_assert_eq!(items(&before), items(&case.report()));
        Ok(())
    });
}

/// Every kind of benefit is met on the way, so that the properties above have something to hold for.
#[test]
fn benefits_are_met() {
    let (red, amber, finished) = (std::cell::Cell::new(0), std::cell::Cell::new(0), std::cell::Cell::new(0));
    holds(400, &programmes(8), |case| {
        for finding in case.report().findings.iter().filter(|finding| finding.dimension == Dimension::Benefit) {
            let count = match finding.implies.map(|level| level.as_str()) {
                Some("red") => &red,
                Some(_) => &amber,
                None => &finished,
            };
            count.set(count.get() + 1);
        }
        Ok(())
    });
    // Few cases are for a quick look: they need not meet all.
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return;
    }
    assert!(red.get() > 0 && amber.get() > 0 && finished.get() > 0, "{red:?} {amber:?} {finished:?}");
}

use super::*;
use serde_json::{Value, json};

/// Codes of the findings of a series of that request, beside its values.
fn codes(values: Value, mut request: Value) -> Vec<String> {
    request["values"] = values;
    if request["improvement_direction"].is_null() {
        request["improvement_direction"] = "increase".into();
    }
    let answer: Value = serde_json::from_str(&crate::json::spc(&request.to_string())).unwrap();
    let findings = answer["answer"]["findings"].as_array().unwrap_or_else(|| panic!("{answer}"));
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// Fourteen calm values.
fn calm() -> Vec<f64> {
    vec![91.0, 94.0, 90.0, 93.0, 92.0, 95.0, 91.0, 93.0, 94.0, 92.0, 90.0, 93.0, 91.0, 95.0]
}

fn with(place: usize, value: f64) -> Value {
    let mut values = calm();
    values[place] = value;
    json!(values)
}

fn days(steps: &[i64]) -> Value {
    let mut day = crate::Day::new(2022, 1, 2).unwrap();
    let mut days = vec![day.to_string()];
    for step in steps {
        day = day.plus(*step);
        days.push(day.to_string());
    }
    json!(days)
}

/// A request that fires a finding, and one beside it that does not.
#[track_caller]
fn told(code: Code, fires: (Value, Value), silent: (Value, Value)) {
    let (fired, others) = (codes(fires.0, fires.1), codes(silent.0, silent.1));
    assert!(fired.iter().any(|one| one == code.as_str()), "{code} is not among {fired:?}");
    assert!(others.iter().all(|one| one != code.as_str()), "{code} is among {others:?}");
}

#[test]
fn a_calm_series_has_none() {
    assert_eq!(codes(json!(calm()), json!({"targets": 80})), Vec::<String>::new());
}

#[test]
fn too_few_points_and_short_partitions() {
    let twelve = calm()[..12].to_vec();
    told(Code::TooFewPoints, (json!(twelve), json!({})), (json!([calm(), calm()].concat()), json!({})));
    told(Code::TooFewPoints, (json!(twelve), json!({})), (json!(twelve), json!({"options": {"minimum_points": 12}})));
    told(Code::TooFewPoints, (json!(twelve), json!({})), (json!(twelve), json!({"chart": "run"})));
    let double = json!([calm(), calm()].concat());
    told(
        Code::ShortPartition,
        (double.clone(), json!({"recalculate_at": [17]})),
        (double.clone(), json!({"recalculate_at": [16]})),
    );
    // Partition 1 has the lines of the baseline.
    told(
        Code::ShortPartition,
        (double.clone(), json!({"recalculate_at": [17]})),
        (double.clone(), json!({"baseline": {"points": 20}})),
    );
    told(
        Code::ShortPartition,
        (double.clone(), json!({"recalculate_at": [16], "preset": "nhsr-0.2.2"})),
        (double, json!({"recalculate_at": [14], "preset": "nhsr-0.2.2"})),
    );
}

#[test]
fn dates_that_stand_twice_or_are_left_out() {
    let daily = |twice: i64| json!({"dates": days(&[1, 1, twice, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])});
    told(Code::DuplicateDates, (json!(calm()), daily(0)), (json!(calm()), daily(1)));
    told(Code::MissingPeriods, (json!(calm()), daily(2)), (json!(calm()), daily(1)));
    let events = json!({"dates": days(&[1, 1, 0, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1]), "chart": "t"});
    told(Code::DuplicateDates, (json!(calm()), daily(0)), (json!(calm()), events.clone()));
    told(Code::MissingPeriods, (json!(calm()), daily(2)), (json!(calm()), events));
    // Months, told by their last days, are not all as long; without a common step nothing is known to be missing.
    let monthly = |step: i64| json!({"dates": days(&[31, 28, 31, 30, step, 30, 31, 31, 30, 31, 30, 31, 31])});
    told(Code::MissingPeriods, (json!(calm()), monthly(61)), (json!(calm()), monthly(31)));
    let mixed = json!({"dates": days(&[31, 3, 12, 30, 61, 9, 2, 31, 40, 31, 30, 5, 31])});
    told(Code::MissingPeriods, (json!(calm()), monthly(61)), (json!(calm()), mixed));
    let (weekdays, expected) = (days(&[1, 1, 1, 1, 3, 1, 1, 1, 1, 3, 1, 1, 1]), "day");
    told(
        Code::MissingPeriods,
        (json!(calm()), json!({"dates": weekdays, "options": {"expected_frequency": expected}})),
        (json!(calm()), json!({"dates": weekdays, "options": {"expected_frequency": "week"}})),
    );
}

#[test]
fn values_that_are_missing() {
    let mut values: Vec<Option<f64>> = calm().into_iter().map(Some).collect();
    values.push(None);
    told(Code::MissingValues, (json!(values), json!({})), (json!(values), json!({"ghosted": [14]})));
    let dates = json!({"dates": days(&[9; 13]), "chart": "t"});
    told(Code::MissingValues, (json!(values), json!({})), (Value::Null, dates));
}

#[test]
fn baselines_and_recalculations() {
    let first = json!({"baseline": {"points": 12}});
    told(Code::BaselineSpecialCause, (with(3, 140.0), first.clone()), (with(12, 140.0), first.clone()));
    told(Code::BaselineNotReached, (json!(calm()), json!({"baseline": {"points": 15}})), (json!(calm()), first));
    let until = |end: &str| json!({"dates": days(&[7; 13]), "baseline": {"end": end}});
    told(Code::BaselineNotReached, (json!(calm()), until("2022-01-01")), (json!(calm()), until("2022-01-02")));
    let inside = |place: usize| json!({"recalculate_at": [place], "baseline": {"points": 6}});
    told(Code::RecalculationInBaseline, (json!(calm()), inside(5)), (json!(calm()), inside(6)));
    told(Code::RecalculationAtFirst, (json!(calm()), inside(0)), (json!(calm()), inside(1)));
}

#[test]
fn rules_of_both_sides() {
    let values = |last: f64| json!([100, 101, 99, 100, 101, 99, 100, 101, 99, 100, 101, 99, 90, 91, 92, 93, 94, last]);
    let first = json!({"baseline": {"points": 12}});
    told(Code::RulesConflict, (values(95.0), first.clone()), (values(93.0), first));
}

#[test]
fn figures_that_do_not_vary_or_repeat() {
    told(Code::NothingVaries, (json!(vec![5; 14]), json!({})), (json!([vec![5; 13], vec![6]].concat()), json!({})));
    // A third of the points: 5 of 14 and 4 of 14.
    let mut values = [91.1, 94.2, 90.3, 93.4, 92.6, 95.7, 91.8, 93.9, 94.1, 92.2, 90.4, 93.6, 91.3, 95.9];
    (1..=4).for_each(|place| values[3 * place] = values[3 * place - 1]);
    let four = json!(values);
    values[13] = values[12];
    told(Code::ManyTies, (json!(values), json!({})), (four, json!({})));
}

#[test]
fn counts_that_fit_other_charts() {
    let low = [2, 0, 3, 1, 4, 2, 0, 5, 1, 3, 2, 0, 4, 2];
    told(Code::LowCounts, (json!(low), json!({})), (json!(low.map(|count| count + 3)), json!({})));
    told(Code::LowCounts, (json!(low), json!({})), (json!(low.map(|count| f64::from(count) + 0.5)), json!({})));
    told(Code::LowCounts, (json!(low), json!({})), (json!(low), json!({"chart": "c"})));
    let wild = [4000, 4600, 3900, 4700, 4000, 4650, 3950, 4500, 4100, 4700, 3900, 4600, 4000, 4650];
    let of = |chart: &str| json!({"chart": chart, "denominators": vec![10_000; 14]});
    told(Code::Overdispersion, (json!(wild), of("p")), (json!(wild), of("p_prime")));
    // Nearly all of 4,000 and more, some of twice as many; of a third the mean is below 2,000.
    let many = |size: usize| -> Value {
        let sizes: Vec<usize> = (0..14).map(|place| if place % 3 == 0 { 2 * size } else { size }).collect();
        json!({"chart": "p", "denominators": sizes})
    };
    let calm_shares = |size: usize| -> Value {
        (0..14).map(|place| if place % 3 == 0 { 2 * size } else { size } * 9 / 10 + place % 2).collect()
    };
    told(Code::LargeDenominators, (calm_shares(4000), many(4000)), (calm_shares(1000), many(1000)));
    let level = json!({"chart": "p", "denominators": vec![4000; 14]});
    told(
        Code::LargeDenominators,
        (calm_shares(4000), many(4000)),
        (json!(vec![3600, 3601, 3599, 3600, 3602, 3598, 3600, 3601, 3599, 3600, 3602, 3598, 3600, 3601]), level),
    );
    told(Code::Overdispersion, (json!(wild), of("u")), (json!(wild.map(|count| 4300 + count / 100)), of("u")));
}

#[test]
fn figures_at_the_most_that_there_can_be() {
    let shares = |ones: usize| -> Vec<f64> {
        (0..15).map(|place| if place < ones { 1.0 } else { 0.9 + place as f64 / 1000.0 }).collect()
    };
    told(Code::AtCeiling, (json!(shares(3)), json!({})), (json!(shares(2)), json!({})));
    let counts: Vec<u32> = (0..15).map(|place| place % 2).collect();
    told(Code::AtCeiling, (json!(shares(3)), json!({})), (json!(counts), json!({})));
    let most = json!({"options": {"clamp": {"max": 95}}});
    let values = json!([vec![95.0; 3], calm()].concat());
    told(Code::AtCeiling, (values.clone(), most), (values, json!({})));
}

#[test]
fn points_like_those_before() {
    let wave: Vec<i32> = (0..24).map(|place| [50, 55, 58, 57, 52, 47, 43, 44][place % 8]).collect();
    told(Code::Autocorrelation, (json!(wave), json!({})), (json!(calm()), json!({})));
    let winter = [60, 50, 40, 45, 38, 52, 37, 48, 44, 39, 55, 61];
    let months: Vec<String> = (0..24).map(|month| format!("{}-{:02}", 2021 + month / 12, month % 12 + 1)).collect();
    let years = json!([winter, winter].concat());
    let steady: Vec<i32> = (0..24).map(|place| 40 + place * 7 % 11).collect();
    let dated = json!({"dates": months});
    told(Code::Seasonality, (years.clone(), dated.clone()), (json!(steady), dated));
    // Without dates nobody knows what a cycle is.
    told(Code::Seasonality, (years.clone(), json!({"options": {"expected_frequency": "month"}})), (years, json!({})));
}

#[test]
fn leaps_and_targets() {
    told(Code::HighMovingRanges, (with(6, 140.0), json!({})), (with(6, 96.0), json!({})));
    let (target, ended) = (json!({"targets": 90}), json!({"targets": [{"value": 90, "end": "2021-01-01"}]}));
    told(Code::TargetNotUsed, (json!(calm()), ended), (json!(calm()), target.clone()));
    let mut neutral = target.clone();
    neutral["improvement_direction"] = "neutral".into();
    told(Code::TargetNotUsed, (json!(calm()), neutral), (json!(calm()), target.clone()));
    let mut chart = target.clone();
    chart["chart"] = "t".into();
    told(Code::TargetNotUsed, (json!(calm()), chart), (json!(calm()), target));
}

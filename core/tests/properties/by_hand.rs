//! Figures of both presets that were worked out by hand, at the edges of their rules.

use equipoise::document::indicator::ImprovementDirection;
use equipoise::variation::{
    Baseline, Chart, Distance, Options, PointStatus, Points, Preset, Rule, Screening, Spc, Targets, Which, spc,
};

fn judged(values: &[f64], set: impl FnOnce(&mut Options)) -> Spc {
    let values: Vec<Option<f64>> = values.iter().map(|value| Some(*value)).collect();
    let mut options = Options::default();
    options.improvement_direction = ImprovementDirection::Increase;
    options.options.minimum_points = Some(Points(1));
    set(&mut options);
    spc(Some(&values), &options).unwrap()
}

#[track_caller]
fn near(found: Option<f64>, wanted: f64) {
    let found = found.unwrap();
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-9), "{found} and not {wanted}");
}

fn rules(answer: &Spc, place: usize) -> &[Rule] {
    &answer.points[place].rules
}

fn first(points: u32) -> Option<Baseline> {
    Some(Baseline { points: Some(Points(points)), ..Baseline::default() })
}

#[test]
fn a_baseline_a_ghost_and_a_recalculation() {
    let answer = judged(&[10.0, 14.0, 100.0, 12.0, 16.0, 20.0, 18.0, 30.0, 32.0], |options| {
        options.ghosted = vec![Which::Index(2)];
        options.baseline = first(4);
        options.recalculate_at = vec![Which::Index(7)];
    });
    let numbers: Vec<_> = answer.partitions.iter().map(|one| (one.index, one.first, one.last, one.n)).collect();
    assert_eq!(numbers, [(0, 0, 4, 4), (1, 5, 6, 2), (2, 7, 8, 2)]);
    // The mean of 10, 14, 12 and 16; ranges 4, 2 and 4.
    for place in 0..=6 {
        near(answer.points[place].mean, 13.0);
        near(answer.points[place].upper_limit, 13.0 + 2.66 * 10.0 / 3.0);
        near(answer.points[place].lower_two_sigma, 13.0 - 2.66 * 10.0 / 3.0 * 2.0 / 3.0);
    }
    near(answer.points[8].lower_limit, 31.0 - 2.66 * 2.0);
    assert_eq!((answer.points[2].status, answer.points[2].moving_range), (None, None));
    // Across the ghost, and across the partitions.
    assert_eq!(answer.points[3].moving_range, Some(2.0));
    assert_eq!(answer.points[7].moving_range, Some(12.0));
}

#[test]
fn a_recalculation_within_the_baseline_counts_on() {
    let answer = judged(&[10.0, 14.0, 12.0, 16.0, 20.0, 18.0], |options| {
        options.baseline = first(4);
        options.recalculate_at = vec![Which::Index(2)];
    });
    let numbers: Vec<_> = answer.partitions.iter().map(|one| (one.index, one.n, one.mean)).collect();
    assert_eq!(numbers, [(0, 4, Some(13.0)), (2, 2, Some(19.0))]);
}

#[test]
fn days_and_cases_between_events() {
    let answer = judged(&[4.0, 9.0, 1.0], |options| options.chart = Chart::T);
    near(answer.points[0].mean, 3.687_813_441_145_223);
    near(answer.points[0].upper_limit, 55.356_704_273_273_1);
    assert_eq!(answer.points[0].lower_limit, None);
    let answer = judged(&[5.0, 10.0, 15.0], |options| options.chart = Chart::G);
    near(answer.points[0].mean, 6.93);
    near(answer.points[0].upper_limit, 10.0 + 3.0 * 110.0_f64.sqrt());
    assert_eq!((answer.points[0].lower_limit, answer.points[0].upper_two_sigma), (None, None));
}

/// Twelve points with a mean of 0 and a mean moving range of 3, then three more: two sigma are 5.32, a limit is 7.98.
fn after_twelve(more: [f64; 3], preset: Preset) -> Spc {
    let values: Vec<f64> = (0..12).map(|place| if place % 2 == 0 { -1.5 } else { 1.5 }).chain(more).collect();
    judged(&values, |options| {
        options.preset = preset;
        options.baseline = first(12);
        options.baseline.as_mut().unwrap().each_partition = preset == Preset::Nhsr022;
    })
}

#[test]
fn two_of_three_on_and_beside_the_lines() {
    for preset in [Preset::Mdc26a, Preset::Nhsr022] {
        // A point on the two-sigma line is not beyond it; the third point is not marked.
        let answer = after_twelve([5.32, 5.33, 5.33], preset);
        near(answer.points[12].upper_two_sigma, 5.32);
        assert_eq!([12, 13, 14].map(|place| rules(&answer, place).len()), [0, 1, 1], "{preset}");
        let answer = after_twelve([5.32, 5.33, 5.32], preset);
        assert_eq!([12, 13, 14].map(|place| rules(&answer, place).len()), [0, 0, 0], "{preset}");
        // A point on the limit is not outside.
        let answer = after_twelve([5.33, 7.98, 0.5], preset);
        assert_eq!([12, 13, 14].map(|place| rules(&answer, place).len()), [1, 1, 0], "{preset}");
        // A point below the mean between them parts them.
        let answer = after_twelve([5.33, -0.5, 5.33], preset);
        assert_eq!([12, 13, 14].map(|place| rules(&answer, place).len()), [0, 0, 0], "{preset}");
    }
    // A point outside counts for one and not for the other.
    let answer = after_twelve([5.33, 7.99, 0.5], Preset::Mdc26a);
    assert_eq!(rules(&answer, 12), [Rule::TwoSigmaAbove]);
    assert_eq!(rules(&answer, 13), [Rule::AboveUpperLimit, Rule::TwoSigmaAbove]);
    let answer = after_twelve([5.33, 7.99, 0.5], Preset::Nhsr022);
    assert_eq!(rules(&answer, 12), []);
    assert_eq!(rules(&answer, 13), [Rule::AboveUpperLimit]);
}

#[test]
fn large_moving_ranges_and_those_just_so_large() {
    let mut values = [0.0, 1.0].repeat(6);
    values.push(20.0);
    let with = |values: &[f64], preset, screening| {
        judged(values, |options| {
            options.preset = preset;
            options.options.screening = Some(screening);
        })
    };
    // Eleven ranges of 1 and one of 19: their mean is 2.5, so that 19 is left out.
    let answer = with(&values, Preset::Nhsr022, Screening::MrOnly);
    near(answer.points[0].mean, 2.0);
    near(answer.points[0].upper_limit, 2.0 + 2.66);
    let answer = with(&values, Preset::Mdc26a, Screening::MrAndMean);
    near(answer.points[0].mean, 0.5);
    near(answer.points[0].upper_limit, 0.5 + 2.66);
    // 3,267 is just 3.267 times the mean of these four ranges.
    let values = [0.0, 233.0, -17.0, 233.0, 3500.0];
    let answer = with(&values, Preset::Mdc26a, Screening::MrOnly);
    assert_eq!(answer.partitions[0].mean_moving_range, Some(1000.0));
    let answer = with(&values, Preset::Nhsr022, Screening::MrOnly);
    near(answer.partitions[0].mean_moving_range, 733.0 / 3.0);
}

#[test]
fn a_trend_over_a_recalculation() {
    let values = [5.0, 3.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
    let over = |preset| {
        judged(&values, |options| {
            options.preset = preset;
            options.recalculate_at = vec![Which::Index(5)];
        })
    };
    // Seven points rise, four of them after the recalculation.
    let answer = over(Preset::Mdc26a);
    assert!((2..9).all(|place| rules(&answer, place).contains(&Rule::TrendUp)));
    assert!((0..2).all(|place| !rules(&answer, place).contains(&Rule::TrendUp)));
    let answer = over(Preset::Nhsr022);
    assert!((0..9).all(|place| !rules(&answer, place).contains(&Rule::TrendUp)));
}

#[test]
fn which_side_wins() {
    // A falling trend that ends high: trend outranks shift and single point in one preset, and the single point both in
    // the other.
    let values: Vec<f64> = (0..12)
        .map(|place| if place % 2 == 0 { -1.5 } else { 1.5 })
        .chain([9.5, 9.2, 8.9, 8.6, 8.3, 8.1, 8.0])
        .collect();
    let last = |preset| {
        let answer = judged(&values, |options| {
            options.preset = preset;
            options.baseline = first(12);
            options.baseline.as_mut().unwrap().each_partition = preset == Preset::Nhsr022;
        });
        let point = answer.points[18].clone();
        assert!(point.conflict && point.rules.contains(&Rule::TrendDown) && point.rules.contains(&Rule::ShiftAbove));
        point.status
    };
    assert_eq!(last(Preset::Mdc26a), Some(PointStatus::Concern));
    assert_eq!(last(Preset::Nhsr022), Some(PointStatus::Improvement));
}

#[test]
fn how_far_a_process_is_from_its_target() {
    // Mean 10, mean moving range 4: sigma is 2.66 x 4 / 3 = 3.5467.
    let values = [8.0, 12.0].repeat(5);
    let distance = |target: f64, direction| -> Distance {
        let answer = judged(&values, |options| {
            options.targets = Some(Targets::One(target));
            options.improvement_direction = direction;
        });
        answer.assurance.distance.unwrap()
    };
    let found = distance(15.0, ImprovementDirection::Increase);
    near(Some(found.mean_needed), 25.64);
    near(Some(found.units), 15.64);
    near(found.sigma, 4.409_774_436_090_226);
    near(Some(found.chance), 0.079_303_148_663_637_2);
    // The mirrored question has the mirrored answer.
    let found = distance(5.0, ImprovementDirection::Decrease);
    near(Some(found.mean_needed), -5.64);
    near(Some(found.units), -15.64);
    near(Some(found.chance), 0.079_303_148_663_637_2);
    // At most 12: met by chance more often than not.
    let found = distance(12.0, ImprovementDirection::Decrease);
    near(Some(found.chance), 0.713_592_231_194_723);
    // Just passed: nothing is left to move.
    let found = distance(10.0 - 10.64, ImprovementDirection::Increase);
    assert_eq!(found.units, 0.0);
    // Beyond: the mean may fall.
    let found = distance(-10.0, ImprovementDirection::Increase);
    near(Some(found.units), -9.36);
    // Without variation the target is met or it is not.
    let flat = |target: f64| {
        judged(&[5.0; 14], |options| options.targets = Some(Targets::One(target))).assurance.distance.unwrap()
    };
    assert_eq!((flat(5.0).chance, flat(5.1).chance, flat(5.0).sigma), (1.0, 0.0, None));
}

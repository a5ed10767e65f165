//! Members put together, new lines that are suggested, and two ways to judge: each held to `spc` itself.

use crate::holds;
use crate::series::series;
use equipoise::document::indicator::{ImprovementDirection, ObservationStatus};
use equipoise::document::period::Period;
use equipoise::variation::{
    AggregateKind, Chart, MemberFigure, Options, Points, Preset, Which, aggregate, compare, spc, suggest_recalculations,
};
use proptest::prelude::*;

/// What a member has in a period.
#[derive(Debug, Clone)]
enum Row {
    Known(u32, u32),
    Suppressed(Option<u32>, Option<u32>),
    Missing,
    Nothing,
    Outside,
}

fn row() -> impl Strategy<Value = Row> {
    prop_oneof![
        60 => (0..=20_u32, 20..60_u32).prop_map(|(over, under)| Row::Known(over, under)),
        1 => (prop::option::of(1..8_u32), prop::option::of(20..60_u32)).prop_map(|(up, under)| Row::Suppressed(up, under)),
        1 => Just(Row::Missing),
        1 => Just(Row::Nothing),
        1 => Just(Row::Outside),
    ]
}

fn figures(rows: &[Vec<Row>], kind: AggregateKind) -> Vec<MemberFigure> {
    let mut all = Vec::new();
    for (month, members) in rows.iter().enumerate() {
        for (member, row) in members.iter().enumerate() {
            let period = Period::parse(&format!("{}-{:02}", 2020 + month / 12, month % 12 + 1)).unwrap();
            let empty = MemberFigure {
                organisation: format!("m{member}"),
                period,
                value: None,
                numerator: None,
                denominator: None,
                status: None,
                upper_bound: None,
            };
            let number = |number: &u32| Some(f64::from(*number));
            let counts = kind == AggregateKind::Count;
            let with = |status| MemberFigure { status: Some(status), ..empty.clone() };
            all.extend(match row {
                Row::Known(over, _) if counts => Some(MemberFigure { value: number(over), ..empty }),
                Row::Known(over, under) => {
                    Some(MemberFigure { numerator: number(over), denominator: number(under), ..empty })
                }
                Row::Suppressed(upper, under) => Some(MemberFigure {
                    upper_bound: upper.as_ref().and_then(number),
                    denominator: under.as_ref().filter(|_| !counts).and_then(number),
                    ..with(ObservationStatus::Suppressed)
                }),
                Row::Missing => Some(with(ObservationStatus::Missing)),
                Row::Outside => Some(with(ObservationStatus::NotApplicable)),
                Row::Nothing => None,
            });
        }
    }
    all
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

#[test]
fn members_add_up_to_the_whole_and_to_its_signal() {
    let rows =
        (1..5_usize).prop_flat_map(|members| prop::collection::vec(prop::collection::vec(row(), members), 1..40));
    let kinds = prop::sample::select(vec![
        (AggregateKind::Proportion, Chart::Xmr),
        (AggregateKind::Proportion, Chart::P),
        (AggregateKind::Rate, Chart::U),
        (AggregateKind::Count, Chart::Xmr),
        (AggregateKind::Count, Chart::C),
    ]);
    holds(600, &(rows, kinds, any::<bool>()), |(rows, (kind, chart), baseline)| {
        let mut options = Options::default();
        options.chart = chart;
        options.improvement_direction = ImprovementDirection::Increase;
        options.baseline =
            baseline.then(|| equipoise::variation::Baseline { points: Some(Points(12)), ..Default::default() });
        let given = figures(&rows, kind);
        let answer = aggregate(&given, Some(kind), None, &options).expect("rows that fit");
        let mut members: Vec<&str> = given.iter().map(|row| row.organisation.as_str()).collect();
        members.sort_unstable();
        members.dedup();
        for row in &answer.periods {
            let here =
                |member: &str| given.iter().find(|one| one.organisation == member && one.period.as_str() == row.period);
            // Who has no row, or a status that stands for a figure, keeps the period from being whole.
            let lacks = |member: &&&str| match here(member) {
                None => true,
                Some(one) => {
                    matches!(one.status, Some(ObservationStatus::Missing | ObservationStatus::Suppressed))
                }
            };
            let lacking = members.iter().filter(lacks).count();
            prop_assert_eq!(lacking, row.missing.len() + row.suppressed.len());
            prop_assert!(row.value.is_none() || lacking == 0, "{:?}", row);
            if let Some(value) = row.value {
                let levels = answer.contributions.iter().filter(|one| one.period == row.period).map(|one| one.level);
                prop_assert!(close(levels.sum(), value));
                prop_assert_eq!((row.lower, row.upper), (Some(value), Some(value)));
            }
            if let Some((lower, upper)) = row.lower.zip(row.upper) {
                prop_assert!(lower <= upper && row.missing.is_empty());
            }
        }
        if let Some(away) = answer.away {
            prop_assert!(close(answer.members.iter().map(|one| one.to_signal).sum(), away));
            prop_assert!(close(answer.usual.unwrap() + away, answer.value.unwrap()));
            // What is usual is the middle line of the chart.
            let last = answer.whole.points.iter().rev().find(|point| point.value.is_some()).unwrap();
            prop_assert!(close(answer.usual.unwrap(), last.mean.unwrap()), "{:?} {:?}", answer.usual, last.mean);
        }
        // The others together are what they are when one is taken out, over the periods that are whole.
        if answer.members.len() > 1 {
            let one = &answer.members[0].organisation;
            let whole =
                |period: &Period| answer.periods.iter().any(|row| row.period == period.as_str() && row.value.is_some());
            let others: Vec<MemberFigure> = given
                .iter()
                .map(|row| match whole(&row.period) {
                    true => row.clone(),
                    false => MemberFigure {
                        value: None,
                        numerator: None,
                        denominator: None,
                        upper_bound: None,
                        status: Some(ObservationStatus::Missing),
                        ..row.clone()
                    },
                })
                .filter(|row| row.organisation != *one)
                .collect();
            let others = aggregate(&others, Some(kind), None, &options).expect("rows that fit");
            if others.periods.len() == answer.periods.len() {
                prop_assert_eq!(answer.members[0].icon_without, others.whole.variation.icon);
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_suggested_is_what_comes_when_it_is_done() {
    let found = std::cell::Cell::new(0);
    holds(300, &series(), |series| {
        // With a step near the end, there is something to suggest.
        let step = series.values.len() * 2 / 3;
        let raised =
            |(place, value): (usize, &Option<i32>)| value.map(|one| f64::from(one + if place < step { 0 } else { 9 }));
        let values: Vec<Option<f64>> = series.values.iter().enumerate().map(raised).collect();
        let mut options = series.options();
        let advice = suggest_recalculations(Some(&values), &options).expect("a series");
        for one in &advice.suggestions {
            let before = spc(Some(&values), &options).expect("a series");
            prop_assert_eq!(one.icon, before.variation.icon);
            prop_assert_eq!(one.assurance, before.assurance.icon);
            options.recalculate_at.push(Which::Index(one.index as u32));
            let after = spc(Some(&values), &options).expect("a series");
            prop_assert_eq!(one.icon_after, after.variation.icon);
            prop_assert_eq!(one.assurance_after, after.assurance.icon);
            let partition = after.partitions.last().unwrap();
            prop_assert_eq!((partition.first, partition.mean), (one.index, one.after.mean));
            let run = (one.index..values.len()).filter(|place| after.points[*place].status.is_some()).count();
            prop_assert_eq!(one.after.n, run);
            prop_assert!(one.run <= run && one.run >= 6);
            found.set(found.get() + 1);
        }
        Ok(())
    });
    assert!(found.get() > 5, "{}", found.get());
}

#[test]
fn differences_are_those_of_two_answers() {
    holds(500, &series(), |series| {
        let values: Vec<Option<f64>> = series.values.iter().map(|value| value.map(f64::from)).collect();
        let [mut a, mut b] = [series.options(), series.options()];
        (a.preset, b.preset) = (Preset::Mdc26a, Preset::Nhsr022);
        let same = compare(Some(&values), &a, &a).expect("a series");
        prop_assert!(same.same && same.settings.is_empty() && same.lines.is_empty());
        let differences = compare(Some(&values), &a, &b).expect("a series");
        let (first, second) = (spc(Some(&values), &a).expect("a series"), spc(Some(&values), &b).expect("a series"));
        let differ = |place: &usize| {
            let (a, b) = (&first.points[*place], &second.points[*place]);
            (a.status, &a.rules) != (b.status, &b.rules)
        };
        let places: Vec<usize> = (0..values.len()).filter(differ).collect();
        prop_assert_eq!(differences.points.iter().map(|point| point.index).collect::<Vec<_>>(), places);
        let icon = differences.icons.iter().any(|icon| icon.icon == equipoise::variation::IconKind::Variation);
        prop_assert_eq!(icon, first.variation.icon != second.variation.icon);
        let other_lines = |place: usize| {
            let (a, b) = (&first.points[place], &second.points[place]);
            (a.mean, a.lower_limit, a.upper_limit) != (b.mean, b.lower_limit, b.upper_limit)
        };
        for place in 0..values.len() {
            let told = differences.lines.iter().any(|line| (line.first..=line.last).contains(&place));
            prop_assert_eq!(told, other_lines(place));
        }
        let turned = compare(Some(&values), &b, &a).expect("a series");
        prop_assert_eq!(
            (turned.points.len(), turned.settings.len()),
            (differences.points.len(), differences.settings.len())
        );
        Ok(())
    });
}

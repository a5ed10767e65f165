//! Quorum, rotation and voting power.

use super::{holds, named};
use equipoise::representation::{
    Present, QuorumMember, RotationMember, Turn, check_quorum, measure_voting_power, review_rotation, sizes,
};
use proptest::prelude::*;
use serde_json::json;

fn members(organisations: &[usize]) -> Vec<QuorumMember> {
    let member = |(place, organisation): (usize, &usize)| QuorumMember {
        id: format!("p{place}"),
        organisation: Some(format!("o{organisation}")),
        roles: if place % 3 == 0 { vec!["chair".into()] } else { Vec::new() },
    };
    organisations.iter().enumerate().map(member).collect()
}

fn rules() -> impl Strategy<Value = serde_json::Value> {
    let number = || prop::option::of(0_u16..4);
    let share = prop::option::of(prop::sample::select(&[0.25, 0.5, 0.6666666666666666, 0.75, 1.0][..]));
    let shape = prop::sample::select(&["people", "organisations", "in_common"][..]);
    (number(), share, number(), number(), any::<bool>(), shape).prop_map(
        |(minimum, fraction, each, some, chair, shape)| {
            let mut rule = json!({"roles": [{"role": "chair", "min": u16::from(chair)}]});
            let fields = [
                ("minimum", json!(minimum)),
                ("fraction", json!(fraction)),
                ("per_organisation", json!(each)),
                ("minimum_organisations", json!(some)),
            ];
            for (name, value) in fields {
                if !value.is_null() {
                    rule[name] = value;
                }
            }
            match shape {
                "in_common" => rule["scope"] = json!("in_common"),
                shape => rule["count"] = json!(shape),
            }
            rule
        },
    )
}

/// So many absences break the quorum, for some choice of who is absent; one fewer never does.
#[test]
fn the_fewest_absences_are_the_fewest() {
    let cases = (prop::collection::vec(0_usize..4, 1..7), rules(), any::<u8>());
    holds(1500, &cases, |(organisations, rule, came)| {
        let members = members(&organisations);
        let rule = serde_json::from_value(rule).unwrap();
        let here: Vec<usize> = (0..members.len()).filter(|place| came >> place & 1 == 1).collect();
        let quorate = |places: &[usize]| {
            let present: Vec<Present> =
                places.iter().map(|place| Present::Member(members[*place].id.clone())).collect();
            check_quorum(&rule, &members, &present, &[]).unwrap()
        };
        let answer = quorate(&here);
        prop_assert_eq!(answer.quorate, answer.failed.is_empty());
        prop_assert!(answer.can_be_met || !answer.quorate);
        if !answer.quorate {
            prop_assert_eq!(answer.fewest_absences_to_break, None);
            return Ok(());
        }
        let mut fewest = u32::MAX;
        for gone in 0_u32..1 << here.len() {
            let left: Vec<usize> =
                here.iter().enumerate().filter(|(bit, _)| gone >> bit & 1 == 0).map(|(_, place)| *place).collect();
            if !quorate(&left).quorate {
                fewest = fewest.min(gone.count_ones());
            }
        }
        prop_assert_eq!(answer.fewest_absences_to_break, Some(fewest));
        Ok(())
    });
}

/// Whoever is next, turn after turn: nobody is ever a whole turn from the fair part, also when members join late.
#[test]
fn a_rotation_that_follows_next_is_fair() {
    let cases = prop::collection::vec(prop::option::of(0_i64..400), 1..7);
    holds(300, &cases, |joined| {
        let first: equipoise::Day = "2022-04-01".parse().unwrap();
        let member = |(place, start): (usize, &Option<i64>)| -> RotationMember {
            let id = format!("o{place}");
            match start {
                None => RotationMember::Throughout(id),
                Some(days) => serde_json::from_value(json!({"organisation": id, "start": first.plus(*days)})).unwrap(),
            }
        };
        let members: Vec<RotationMember> = joined.iter().enumerate().map(member).collect();
        let mut history: Vec<Turn> = Vec::new();
        for month in 0..24 {
            let on = first.plus(30 * month);
            let answer = review_rotation(&history, &members, on).unwrap();
            let Some(next) = answer.next.first() else { continue };
            history.push(Turn { organisation: next.clone(), on });
            let after = review_rotation(&history, &members, on).unwrap();
            let sum: f64 = after.balance.iter().map(|row| row.difference).sum();
            prop_assert!(sum.abs() < 1e-9);
            for row in &after.balance {
                prop_assert!(row.difference.abs() < 1.0 + 1e-12, "{:?}", row);
            }
        }
        Ok(())
    });
}

#[test]
fn power_adds_up_and_more_weight_is_never_less_power() {
    let cases = (prop::collection::vec(0_u32..12, 1..9), 1_u32..101);
    holds(1500, &cases, |(weights, percent)| {
        let total: u32 = weights.iter().sum();
        prop_assume!(total > 0);
        let numbers: Vec<f64> = weights.iter().copied().map(f64::from).collect();
        let quota = (total * percent).div_ceil(100).max(1);
        let power = measure_voting_power(&named(&numbers), sizes([("q", f64::from(quota))]).unwrap()["q"]).unwrap();
        let rows = &power.organisations;
        prop_assert!((rows.iter().map(|row| row.banzhaf).sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!((rows.iter().map(|row| row.shapley_shubik).sum::<f64>() - 1.0).abs() < 1e-12);
        for a in rows {
            for b in rows {
                let more = a.weight >= b.weight;
                prop_assert!(!more || (a.banzhaf >= b.banzhaf && a.shapley_shubik >= b.shapley_shubik));
            }
            // Brute force over every coalition.
            let place = rows.iter().position(|row| row.organisation == a.organisation).unwrap();
            let sum = |coalition: u32| -> u32 {
                (0..weights.len()).filter(|bit| coalition >> bit & 1 == 1).map(|bit| weights[bit]).sum()
            };
            let swings = (0_u32..1 << weights.len())
                .filter(|coalition| {
                    coalition >> place & 1 == 1 && sum(*coalition) >= quota && sum(*coalition) - weights[place] < quota
                })
                .count();
            prop_assert_eq!(a.swings as usize, swings);
        }
        // Two sides can both carry only if a coalition and the rest both reach the quota.
        let both = (0_u32..1 << weights.len()).any(|coalition| {
            let inside: u32 = (0..weights.len()).filter(|bit| coalition >> bit & 1 == 1).map(|bit| weights[bit]).sum();
            inside >= quota && total - inside >= quota
        });
        prop_assert_eq!(power.findings.iter().any(|finding| finding.code.as_str() == "QUOTA_TOO_LOW"), both);
        Ok(())
    });
}

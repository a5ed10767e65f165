//! Leaving out, stability, the smallest flip, potential optimality and samples.

use crate::holds;
use crate::panels::{self, Fraction, Way, panels, ranks, total, totals, weights};
use crate::ranking::{by_id, plain};
use equipoise::prioritisation::{
    Criterion, Exercise, Interval, Options, Prioritisation, Proposal, Sampling, Score, Scorer, rank,
};
use proptest::prelude::*;

#[test]
fn leaving_out_is_ranking_without() {
    holds(200, &panels(5), |exercise| {
        let mut options = plain();
        options.name_scorers = true;
        let found = rank(&exercise, &options).unwrap();
        let way = Way::EQUAL();
        let now = ranks(&totals(&exercise, &way, &weights(&exercise), &|_| true));
        let first = |ranks: &[Option<usize>]| -> Vec<String> {
            let rows = exercise.proposals.iter().zip(ranks);
            rows.filter(|(_, rank)| **rank == Some(1)).map(|(row, _)| row.id.clone()).collect()
        };
        let voices: std::collections::BTreeSet<usize> =
            exercise.scorers.iter().map(|scorer| scorer.organisation).collect();
        prop_assert_eq!(found.leave_one_out.organisations.len(), if voices.len() > 1 { voices.len() } else { 0 });
        for row in &found.leave_one_out.organisations {
            let place: usize = row.left_out[1..].parse().unwrap();
            let keep = |score: &equipoise::prioritisation::Score| exercise.scorers[score.scorer].organisation != place;
            let wanted = ranks(&totals(&exercise, &way, &weights(&exercise), &keep));
            prop_assert_eq!(row.ranks.values().copied().collect::<Vec<_>>(), wanted.clone());
            prop_assert_eq!(&row.winners, &first(&wanted));
            prop_assert_eq!(row.winner_changed, first(&wanted) != first(&now));
            let swings = found.leave_one_out.swing_organisations.contains(&row.left_out);
            prop_assert_eq!(swings, row.winner_changed);
        }
        let scorers = found.leave_one_out.scorers.as_ref().unwrap();
        prop_assert_eq!(scorers.len(), if exercise.scorers.len() > 1 { exercise.scorers.len() } else { 0 });
        for (place, row) in scorers.iter().enumerate() {
            let wanted = ranks(&totals(&exercise, &way, &weights(&exercise), &|score| score.scorer != place));
            prop_assert_eq!(row.ranks.values().copied().collect::<Vec<_>>(), wanted.clone());
            let moved = wanted.iter().zip(&now).filter(|(a, b)| a != b).count();
            prop_assert_eq!(row.moved, moved);
        }
        let concerned = |score: &equipoise::prioritisation::Score| {
            let organisation = exercise.scorers[score.scorer].organisation;
            !exercise.proposals[score.proposal].interested.contains(&organisation)
        };
        let wanted = totals(&exercise, &way, &weights(&exercise), &concerned);
        for row in &found.interests.rows {
            let place: usize = row.id[1..].parse().unwrap();
            prop_assert_eq!(row.total_without, wanted[place].map(Fraction::number));
            prop_assert_eq!(row.rank_without, ranks(&wanted)[place]);
        }
        Ok(())
    });
}

/// Whole weights in which one criterion has the share `over / under` and the others keep their proportions.
fn moved(weights: &[i128], criterion: usize, over: i128, under: i128) -> Vec<i128> {
    let rest: i128 = weights.iter().sum::<i128>() - weights[criterion];
    let own = |(place, weight): (usize, &i128)| if place == criterion { over * rest } else { weight * (under - over) };
    weights.iter().enumerate().map(own).collect()
}

/// What an interval speaks of.
fn state(kind: usize, ranks: &[Option<usize>], winners: &[usize], top: usize) -> Vec<Option<usize>> {
    match kind {
        // Each winner stays first.
        0 => winners.iter().map(|winner| ranks[*winner]).collect(),
        1 => ranks.iter().map(|rank| rank.map(|rank| usize::from(rank <= top))).collect(),
        _ => ranks.to_vec(),
    }
}

/// Inside an interval nothing changes, just outside it something has: in steps of a thousandth of a thousandth.
#[test]
fn stability_intervals_end_where_something_changes() {
    const UNDER: i128 = 1_000_000;
    let mut ends = std::cell::Cell::new(0);
    holds(250, &panels(5), |exercise| {
        let mut options = plain();
        options.cut = Some(2);
        let found = rank(&exercise, &options).unwrap();
        let (way, own) = (Way::EQUAL(), weights(&exercise));
        let given = totals(&exercise, &way, &own, &|_| true);
        // Intervals speak of the proposals that have a total now.
        let at = |weights: &[i128]| {
            let found = totals(&exercise, &way, weights, &|_| true);
            ranks(&found.iter().zip(&given).map(|(then, now)| now.and(*then)).collect::<Vec<_>>())
        };
        let now = at(&own);
        let winners: Vec<usize> = (0..now.len()).filter(|place| now[*place] == Some(1)).collect();
        let top = now.iter().flatten().filter(|rank| **rank <= 2).count();
        for (criterion, row) in found.weights.iter().enumerate() {
            let rest = own.iter().sum::<i128>() - own[criterion];
            let kinds = [&row.stability.winner, &row.stability.top, &row.stability.order];
            for (kind, interval) in kinds.into_iter().enumerate() {
                if rest == 0 || winners.is_empty() {
                    prop_assert_eq!(interval, &None::<Interval>);
                    continue;
                }
                let interval = interval.as_ref().unwrap();
                prop_assert!(interval.lower <= row.normalised && row.normalised <= interval.upper);
                let wanted = state(kind, &now, &winners, top);
                let same = |share: f64| {
                    let over = (share * UNDER as f64) as i128;
                    let found = at(&moved(&own, criterion, over, UNDER));
                    state(kind, &found, &winners, top) == wanted
                };
                let wide = interval.upper - interval.lower > 4e-6;
                // Strictly inside; at both ends of the range a zero weight may leave a proposal without a total.
                for share in [interval.lower + 2e-6, (interval.lower + interval.upper) / 2.0, interval.upper - 2e-6] {
                    prop_assert!(!wide || same(share), "{kind} {criterion} {interval:?} inside at {share}");
                }
                if interval.below.is_some() && interval.lower > 2e-6 {
                    prop_assert!(!same(interval.lower - 2e-6), "{kind} {criterion} {interval:?} below");
                    ends.set(ends.get() + 1);
                }
                if interval.above.is_some() && interval.upper < 1.0 - 2e-6 {
                    prop_assert!(!same(interval.upper + 2e-6), "{kind} {criterion} {interval:?} above");
                    ends.set(ends.get() + 1);
                }
                prop_assert!(interval.below.is_some() || interval.lower == 0.0);
                prop_assert!(interval.above.is_some() || interval.upper == 1.0);
            }
        }
        Ok(())
    });
    assert!(*ends.get_mut() > 500, "too few ends were tried");
}

/// With the weights of the flip the challenger draws level; no grid of weights that moves less does it.
#[test]
fn the_smallest_flip_is_the_smallest() {
    let mut found_some = std::cell::Cell::new(0);
    holds(150, &panels(4), |exercise| {
        let found = rank(&exercise, &plain()).unwrap();
        let (way, own) = (Way::EQUAL(), weights(&exercise));
        let all: i128 = own.iter().sum();
        let whole = |proposal: usize| {
            (0..own.len()).all(|criterion| panels::cell(&exercise, &way, proposal, criterion, &|_| true).is_some())
        };
        let Some(winner) = found.ranking.first().filter(|row| row.rank.is_some()) else { return Ok(()) };
        let winner: usize = winner.id[1..].parse().unwrap();
        if let Some(flip) = &found.smallest_flip {
            found_some.set(found_some.get() + 1);
            let challenger: usize = flip.challenger[1..].parse().unwrap();
            let near = |proposal: usize| -> f64 {
                let cell = |criterion| panels::cell(&exercise, &way, proposal, criterion, &|_| true).unwrap().number();
                flip.weights.values().enumerate().map(|(criterion, weight)| weight * cell(criterion)).sum()
            };
            prop_assert!((near(winner) - near(challenger)).abs() < 1e-12);
            prop_assert!((flip.weights.values().sum::<f64>() - 1.0).abs() < 1e-12);
            let shift: f64 =
                flip.weights.values().zip(&own).map(|(to, from)| (to - *from as f64 / all as f64).abs()).sum();
            prop_assert!((shift / 2.0 - flip.moved).abs() < 1e-12);
        }
        // Every set of weights in twelfths.
        if !whole(winner) || own.len() > 3 {
            return Ok(());
        }
        let sets = (0..13_i128.pow(own.len() as u32))
            .map(|code| (0..own.len()).map(|place| code / 13_i128.pow(place as u32) % 13).collect::<Vec<i128>>());
        for set in sets.filter(|set| set.iter().sum::<i128>() == 12) {
            let value = |proposal: usize| total(&exercise, &way, &set, proposal, &|_| true).unwrap();
            let flips = (0..exercise.proposals.len())
                .any(|other| other != winner && whole(other) && value(other) >= value(winner));
            if flips {
                let shift: f64 =
                    set.iter().zip(&own).map(|(to, from)| (*to as f64 / 12.0 - *from as f64 / all as f64).abs()).sum();
                let moved = found.smallest_flip.as_ref().map(|flip| flip.moved);
                prop_assert!(moved.is_some_and(|moved| moved <= shift / 2.0 + 1e-12), "{moved:?} {set:?}");
            }
        }
        Ok(())
    });
    assert!(*found_some.get_mut() > 50);
}

/// A proposal that is best under some weights in twelfths is potentially best.
#[test]
fn what_some_weights_make_best_is_potentially_best() {
    let mut never = std::cell::Cell::new(0);
    holds(200, &panels(6), |exercise| {
        let found = by_id(&rank(&exercise, &plain()).unwrap(), |row| row.potentially_best);
        let (way, count) = (Way::EQUAL(), exercise.criteria.len());
        let whole: Vec<usize> = (0..exercise.proposals.len()).filter(|place| found[*place].is_some()).collect();
        let mut best = vec![false; found.len()];
        for code in 0..13_i128.pow(count.min(3) as u32) {
            let mut set: Vec<i128> = (0..count.min(3)).map(|place| code / 13_i128.pow(place as u32) % 13).collect();
            set.resize(count, 1);
            let values: Vec<_> = whole.iter().map(|place| total(&exercise, &way, &set, *place, &|_| true)).collect();
            let highest = values.iter().flatten().max();
            for (place, value) in whole.iter().zip(&values) {
                best[*place] |= value.is_some() && value.as_ref() == highest;
            }
        }
        for place in whole {
            prop_assert!(!best[place] || found[place] == Some(true), "P{place}");
            never.set(never.get() + usize::from(found[place] == Some(false)));
        }
        Ok(())
    });
    assert!(*never.get_mut() > 50);
}

fn sampled(exercise: &Exercise, sampling: Sampling, samples: u32) -> Prioritisation {
    let mut options = Options::default();
    (options.samples, options.sampling, options.seed) = (samples, sampling, 7);
    rank(exercise, &options).unwrap()
}

#[test]
fn samples_add_up_and_repeat() {
    holds(60, &panels(5), |exercise| {
        for sampling in [Sampling::Uniform, Sampling::Ordinal, Sampling::Bounded(Default::default())] {
            let found = sampled(&exercise, sampling.clone(), 200);
            prop_assert_eq!(&found, &sampled(&exercise, sampling, 200));
            let found = found.acceptability.unwrap();
            let count = exercise.proposals.len();
            for row in &found.rows {
                prop_assert!((row.ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                if let Some(central) = &row.central_weights {
                    prop_assert!((central.values().sum::<f64>() - 1.0).abs() < 1e-9);
                    prop_assert!(row.ranks[0] > 0.0);
                }
            }
            for rank in 0..count {
                let column: f64 = found.rows.iter().map(|row| row.ranks[rank]).sum();
                prop_assert!((column - 1.0).abs() < 1e-9, "rank {}: {}", rank, column);
            }
            for (one, row) in found.pairwise.iter().enumerate() {
                prop_assert_eq!(row[one], 0.0);
                for (other, share) in row.iter().enumerate() {
                    prop_assert!(share + found.pairwise[other][one] <= 1.0 + 1e-12);
                }
            }
        }
        Ok(())
    });
}

/// One scorer, scores from 0 to 1 as they stand, criteria of falling weight.
fn profiles(rows: &[&[f64]]) -> Exercise {
    let criteria = rows[0].len();
    Exercise {
        criteria: (0..criteria)
            .map(|place| Criterion {
                id: format!("c{place}"),
                worst: 0.0,
                best: 1.0,
                weight: (criteria - place) as f64,
            })
            .collect(),
        proposals: (0..rows.len())
            .map(|place| Proposal { id: format!("P{place}"), name: String::new(), interested: vec![] })
            .collect(),
        organisations: vec!["T0".into()],
        scorers: vec![Scorer { id: "s0".into(), organisation: 0 }],
        scores: (rows.iter().enumerate())
            .flat_map(|(proposal, row)| {
                let score =
                    move |(criterion, score): (usize, &f64)| Score { scorer: 0, proposal, criterion, score: *score };
                row.iter().enumerate().map(score)
            })
            .collect(),
    }
}

/// Within four standard errors of what can be worked out by hand.
#[test]
fn samples_are_those_of_the_theory() {
    let check = |found: &Prioritisation, id: &str, share: f64| {
        let rows = &found.acceptability.as_ref().unwrap().rows;
        let row = rows.iter().find(|row| row.id == id).unwrap();
        let error = 4.0 * (share * (1.0 - share) / 20_000.0_f64).sqrt();
        assert!((row.ranks[0] - share).abs() <= error, "{id}: {} for {share}", row.ranks[0]);
        assert!((row.standard_errors[0] * 4.0 - error).abs() < 0.1 * error + 1e-12);
        row.central_weights.clone().unwrap()
    };
    // The first wins if w > (1 - w) / 2, so with w above a third.
    let two = profiles(&[&[1.0, 0.0], &[0.0, 0.5]]);
    let found = sampled(&two, Sampling::Uniform, 20_000);
    assert!((check(&found, "P0", 2.0 / 3.0)["c0"] - 2.0 / 3.0).abs() < 0.01);
    let bounds = [("c0".to_owned(), [0.2, 0.4])].into_iter().collect();
    check(&sampled(&two, Sampling::Bounded(bounds), 20_000), "P0", 1.0 / 3.0);
    // Each criterion has its own champion; the largest of three pieces of a broken stick is 11/18 long.
    let three = profiles(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]]);
    let central = check(&sampled(&three, Sampling::Uniform, 20_000), "P1", 1.0 / 3.0);
    assert!((central["c1"] - 11.0 / 18.0).abs() < 0.01 && (central["c0"] - 7.0 / 36.0).abs() < 0.01);
    // In the stated order the first criterion's champion always wins; second against third is settled too.
    let found = sampled(&three, Sampling::Ordinal, 500);
    assert_eq!(found.acceptability.unwrap().rows[0].ranks, [1.0, 0.0, 0.0]);
}

/// Weights drawn in another way: exponential variates over their sum, by a generator of its own.
struct Draws(u64);

impl Draws {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn weights(&mut self, count: usize) -> Vec<f64> {
        let parts: Vec<f64> = (0..count).map(|_| -(1.0 - self.unit()).ln()).collect();
        let sum: f64 = parts.iter().sum();
        parts.iter().map(|part| part / sum).collect()
    }
}

/// Rank acceptabilities, pairwise winning and first places of 40,000 independent draws that are kept.
fn monte_carlo(exercise: &Exercise, kept: impl Fn(&mut Vec<f64>) -> bool) -> [Vec<Vec<f64>>; 2] {
    let (count, criteria) = (exercise.proposals.len(), exercise.criteria.len());
    let cells: Vec<Vec<Option<f64>>> = (0..count)
        .map(|proposal| {
            let cell = |criterion| panels::cell(exercise, &panels::Way::EQUAL(), proposal, criterion, &|_| true);
            (0..criteria).map(|criterion| cell(criterion).map(panels::Fraction::number)).collect()
        })
        .collect();
    let mut found = [vec![vec![0.0; count]; count], vec![vec![0.0; count]; count]];
    let (mut draws, mut left) = (Draws(20_230_331), 40_000);
    while left > 0 {
        let mut weights = draws.weights(criteria);
        if !kept(&mut weights) {
            continue;
        }
        left -= 1;
        let total = |row: &Vec<Option<f64>>| {
            let scored = || row.iter().zip(&weights).filter_map(|(cell, weight)| Some(((*cell)?, weight)));
            scored().map(|(cell, weight)| cell * weight).sum::<f64>() / scored().map(|(_, weight)| weight).sum::<f64>()
        };
        let totals: Vec<f64> = cells.iter().map(total).collect();
        for own in 0..count {
            let above = totals.iter().filter(|other| **other > totals[own] + 1e-12).count();
            let level = totals.iter().filter(|other| (**other - totals[own]).abs() <= 1e-12).count();
            (above..above + level).for_each(|rank| found[0][own][rank] += 1.0 / level as f64 / 40_000.0);
            for other in 0..count {
                found[1][own][other] += f64::from(u8::from(totals[own] > totals[other] + 1e-12)) / 40_000.0;
            }
        }
    }
    found
}

/// Within four standard errors of an independent Monte Carlo: every rank of every proposal, and every pair.
#[test]
fn samples_are_those_of_an_independent_monte_carlo() {
    const SAMPLES: u32 = 20_000;
    let mut tried = 0;
    for (scores, gap) in [([1, 5, 3, 2, 4, 2], None), ([2, 4, 4, 1, 3, 5], Some((2, 1)))] {
        let mut exercise = profiles(&[&[0.5; 4], &[0.5; 4], &[0.5; 4], &[0.5; 4], &[0.5; 4], &[0.5; 4]]);
        exercise.organisations = (0..3).map(|place| format!("T{place}")).collect();
        for row in &mut exercise.scores {
            // The third equals the fourth where nothing is missing, so that they are joint in every draw.
            let (proposal, criterion) = (if row.proposal == 3 { 2 } else { row.proposal }, row.criterion);
            row.score = ((scores[proposal] * 3 + criterion * (proposal + 2) * 7) % 11) as f64 / 10.0;
        }
        exercise.scores.retain(|row| gap != Some((row.proposal, row.criterion)));
        let bounds = [("c0".to_owned(), [0.1, 0.5]), ("c2".to_owned(), [0.0, 0.3])];
        let within = |weights: &[f64]| (0.1..=0.5).contains(&weights[0]) && weights[2] <= 0.3;
        for sampling in [Sampling::Uniform, Sampling::Ordinal, Sampling::Bounded(bounds.into_iter().collect())] {
            let theirs = monte_carlo(&exercise, |weights| match sampling {
                Sampling::Ordinal => {
                    weights.sort_by(|a, b| b.total_cmp(a));
                    true
                }
                Sampling::Bounded(_) => within(weights),
                _ => true,
            });
            let ours = sampled(&exercise, sampling, SAMPLES).acceptability.unwrap();
            let place = |id: &str| id[1..].parse::<usize>().unwrap();
            for (one, (row, wins)) in ours.rows.iter().zip(&ours.pairwise).enumerate() {
                let ranks = row.ranks.iter().zip(&theirs[0][place(&row.id)]);
                let pairs = ours.rows.iter().zip(wins);
                let pairs = pairs.map(|(other, share)| (share, &theirs[1][place(&row.id)][place(&other.id)]));
                for (own, other) in ranks.chain(pairs) {
                    let error = (other * (1.0 - other).max(0.0) * (1.0 / f64::from(SAMPLES) + 1.0 / 40_000.0)).sqrt();
                    assert!((own - other).abs() <= 4.0 * error + 1e-9, "{one}: {own} {other} {:?}", ours.weights);
                    tried += usize::from((0.02..0.98).contains(other));
                }
            }
        }
    }
    assert!(tried > 150, "only {tried} shares say anything");
}

/// Numbers of scorers that have no common divisor take the common denominator far beyond 128 bits: a tie is still a tie.
#[test]
fn ties_beyond_128_bits_are_exact() {
    let counts = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887, 883];
    let mut exercise = profiles(&[&[0.0; 16], &[0.0; 16], &[0.0; 16]]);
    exercise.scores.clear();
    exercise.criteria.iter_mut().for_each(|criterion| criterion.weight = 0.1);
    exercise.scorers = (0..1000).map(|place| Scorer { id: format!("s{place}"), organisation: 0 }).collect();
    for (criterion, count) in counts.iter().enumerate() {
        for scorer in 0..*count {
            // The second has the first's columns in another order, the third one score more.
            let score = f64::from(u8::from(scorer % (criterion + 2) == 0));
            exercise.scores.push(Score { scorer, proposal: 0, criterion, score });
            exercise.scores.push(Score { scorer, proposal: 1, criterion: 15 - criterion, score });
            let more = criterion == 3 && scorer == 1;
            exercise.scores.push(Score { scorer, proposal: 2, criterion, score: if more { 1.0 } else { score } });
        }
    }
    let found = rank(&exercise, &plain()).unwrap();
    let ranks: Vec<_> = found.ranking.iter().map(|row| (row.id.as_str(), row.rank)).collect();
    assert_eq!(ranks, [("P2", Some(1)), ("P0", Some(2)), ("P1", Some(2))]);
    assert_eq!(found.ranking[1].total, found.ranking[2].total);
}

/// What a hand-built exercise gets wrong is named, and nothing panics.
#[test]
fn limits_and_positions_are_checked() {
    let code = |exercise: &Exercise| rank(exercise, &plain()).unwrap_err().as_slice()[0].code.as_str();
    let sound = profiles(&[&[0.5, 1.0], &[1.0, 0.0]]);
    let broken = |edit: &dyn Fn(&mut Exercise)| {
        let mut exercise = sound.clone();
        edit(&mut exercise);
        code(&exercise)
    };
    assert_eq!(broken(&|exercise| exercise.scores[0].scorer = 9), "dangling_reference");
    assert_eq!(broken(&|exercise| exercise.scores[0].score = f64::NAN), "not_a_number");
    assert_eq!(broken(&|exercise| exercise.criteria[0].weight = f64::INFINITY), "not_a_number");
    assert_eq!(broken(&|exercise| exercise.criteria[0].weight = -1.0), "out_of_range");
    assert_eq!(broken(&|exercise| exercise.scores[0].score = 1.5), "out_of_range");
    assert_eq!(broken(&|exercise| exercise.scores.push(exercise.scores[0])), "duplicate_id");
    assert_eq!(broken(&|exercise| exercise.scorers = vec![exercise.scorers[0].clone(); 1001]), "too_many_scorers");
    assert_eq!(
        broken(&|exercise| exercise.proposals = vec![exercise.proposals[0].clone(); 10_001]),
        "too_many_proposals"
    );
    assert_eq!(broken(&|exercise| exercise.criteria = vec![exercise.criteria[0].clone(); 101]), "too_many_criteria");
    assert_eq!(broken(&|exercise| exercise.criteria[0].best = 1e-40), "out_of_range");
    assert_eq!(broken(&|exercise| exercise.scores[0].score = 1e-40), "too_many_places");
}

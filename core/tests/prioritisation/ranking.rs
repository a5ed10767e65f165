//! Totals, ranks, contributions, voices, dominance and the possible ranks.

use crate::holds;
use crate::panels::{self, Fraction, Way, panels, ranks, totals, weights};
use equipoise::prioritisation::matrix::{Direction, Normalisation, ScoreParameters, score};
use equipoise::prioritisation::{Average, Exercise, Options, Prioritisation, Proposal, Ranked, Score, Voice, rank};
use proptest::prelude::*;

pub(crate) fn plain() -> Options {
    let mut options = Options::default();
    options.samples = 0;
    options
}

/// Rows by proposal.
pub(crate) fn by_id<T>(result: &Prioritisation, get: impl Fn(&equipoise::prioritisation::Ranked) -> T) -> Vec<T> {
    let mut rows: Vec<_> = result.ranking.iter().collect();
    rows.sort_by_key(|row| row.id[1..].parse::<usize>().unwrap());
    rows.into_iter().map(get).collect()
}

fn ways() -> Vec<(Way, Options)> {
    let mut ways = Vec::new();
    for (average, median) in [(Average::Mean, false), (Average::Median, true)] {
        let shares = [("T0", 3.0), ("T1", 0.5), ("T2", 0.0)].map(|(id, share)| (id.to_owned(), share));
        let voices = [
            (Some(vec![1; 3]), Voice::Equal),
            (None, Voice::Pooled),
            (Some(vec![30, 5, 0]), Voice::Shares(shares.into_iter().collect())),
        ];
        for (shares, voice) in voices {
            let mut options = plain();
            (options.voice, options.average) = (voice, average);
            ways.push((Way { shares, median }, options));
        }
    }
    ways
}

#[test]
fn totals_and_ranks_are_those_of_brute_force() {
    let mut joint = std::cell::Cell::new(0);
    holds(400, &panels(6), |exercise| {
        for (way, options) in ways() {
            let result = rank(&exercise, &options).unwrap();
            let wanted = totals(&exercise, &way, &weights(&exercise), &|_| true);
            prop_assert_eq!(by_id(&result, |row| row.rank), ranks(&wanted), "{:?}", options.voice);
            let numbers: Vec<Option<f64>> = wanted.iter().map(|total| total.map(Fraction::number)).collect();
            prop_assert_eq!(by_id(&result, |row| row.total), numbers);
            joint.set(joint.get() + result.ranking.iter().filter(|row| row.joint).count());
            for row in &result.ranking {
                let shared = result.ranking.iter().filter(|other| other.rank == row.rank).count();
                prop_assert_eq!(row.joint, row.rank.is_some() && shared > 1);
                prop_assert_eq!(row.mid_rank, row.rank.map(|rank| rank as f64 + (shared - 1) as f64 / 2.0));
            }
        }
        Ok(())
    });
    assert!(*joint.get_mut() > 300, "only {} ties were tried", joint.get());
}

#[test]
fn contributions_add_up() {
    holds(300, &panels(4), |exercise| {
        for (way, options) in ways() {
            let result = rank(&exercise, &options).unwrap();
            for row in &result.ranking {
                let proposal: usize = row.id[1..].parse().unwrap();
                let total = row.total.unwrap_or(0.0);
                let parts = &row.contributions;
                for parts in [&parts.criteria, &parts.organisations] {
                    let sum: f64 = parts.values().flatten().sum();
                    prop_assert!((sum - total).abs() < 1e-14, "{} {} {}", row.id, sum, total);
                }
                // Each part by itself, exactly.
                let weights = weights(&exercise);
                let cells: Vec<_> = (0..weights.len())
                    .map(|criterion| panels::cell(&exercise, &way, proposal, criterion, &|_| true))
                    .collect();
                let all: i128 = weights.iter().zip(&cells).filter(|(_, cell)| cell.is_some()).map(|(w, _)| w).sum();
                for ((part, cell), weight) in parts.criteria.values().zip(&cells).zip(&weights) {
                    let wanted = cell.filter(|_| all > 0).map(|cell| cell.times(Fraction::new(*weight, all)).number());
                    prop_assert_eq!(*part, wanted);
                }
            }
        }
        Ok(())
    });
}

/// Every order of rows and of everything else gives the same bytes by identifier.
#[test]
fn order_of_rows_does_not_matter() {
    holds(200, &(panels(5), any::<u64>()), |(exercise, seed)| {
        let mut other = exercise.clone();
        let turn = |length: usize| (seed as usize) % length.max(1);
        other.scores.reverse();
        let shift = turn(other.scores.len());
        other.scores.rotate_left(shift);
        let (n, m, s) = (other.proposals.len(), other.criteria.len(), other.scorers.len());
        other.proposals.rotate_left(turn(n));
        other.criteria.rotate_left(turn(m));
        other.scorers.rotate_left(turn(s));
        other.organisations.rotate_left(1);
        for scorer in &mut other.scorers {
            scorer.organisation = (scorer.organisation + 2) % 3;
        }
        for proposal in &mut other.proposals {
            proposal.interested.iter_mut().for_each(|organisation| *organisation = (*organisation + 2) % 3);
        }
        for score in &mut other.scores {
            score.proposal = (score.proposal + n - turn(n)) % n;
            score.criterion = (score.criterion + m - turn(m)) % m;
            score.scorer = (score.scorer + s - turn(s)) % s;
        }
        let mut options = plain();
        options.cut = Some(2);
        let (a, b) = (rank(&exercise, &options).unwrap(), rank(&other, &options).unwrap());
        let key = |result: &Prioritisation| {
            by_id(result, |row| {
                let mut parts: Vec<_> = row.contributions.organisations.clone().into_iter().collect();
                parts.extend(row.contributions.criteria.clone());
                parts.sort_by(|a, b| a.0.cmp(&b.0));
                let mut dominated = row.dominated_by.clone();
                dominated.sort();
                (row.rank, row.total, row.possible_ranks, parts, dominated, row.potentially_best)
            })
        };
        prop_assert_eq!(key(&a), key(&b));
        let intervals = |result: &Prioritisation| {
            let mut rows: Vec<_> = result
                .weights
                .iter()
                .map(|row| {
                    let ends = |interval: &Option<equipoise::prioritisation::Interval>| {
                        interval.as_ref().map(|interval| (interval.lower, interval.upper))
                    };
                    let own = &row.stability;
                    (row.id.clone(), row.effective, ends(&own.winner), ends(&own.top), ends(&own.order))
                })
                .collect();
            rows.sort_by(|a, b| a.0.cmp(&b.0));
            rows
        };
        let close = |a: Option<f64>, b: Option<f64>| a.zip(b).map_or(a == b, |(a, b)| (a - b).abs() < 1e-12);
        for (a, b) in intervals(&a).iter().zip(&intervals(&b)) {
            prop_assert!(close(a.1, b.1));
            prop_assert_eq!((&a.0, a.2.is_some(), a.3.is_some()), (&b.0, b.2.is_some(), b.3.is_some()));
            for (a, b) in [(a.2, b.2), (a.3, b.3), (a.4, b.4)] {
                prop_assert!(close(a.map(|a| a.0), b.map(|b| b.0)) && close(a.map(|a| a.1), b.map(|b| b.1)));
            }
        }
        Ok(())
    });
}

#[test]
fn scaling_weights_changes_nothing() {
    holds(200, &panels(5), |exercise| {
        let mut scaled = exercise.clone();
        scaled.criteria.iter_mut().for_each(|criterion| criterion.weight *= 8.0);
        let (mut a, mut b) = (rank(&exercise, &plain()).unwrap(), rank(&scaled, &plain()).unwrap());
        for row in a.weights.iter_mut().chain(&mut b.weights) {
            row.stated = 0.0;
        }
        prop_assert_eq!(a, b);
        Ok(())
    });
}

/// Scales are fixed, so a newcomer leaves all other totals alone.
#[test]
fn a_new_proposal_leaves_other_totals_alone() {
    holds(200, &panels(5), |exercise| {
        let mut more = exercise.clone();
        let new = more.proposals.len();
        more.proposals.push(Proposal { id: format!("P{new}"), name: "New".into(), interested: vec![] });
        let best = |criterion: usize| exercise.criteria[criterion].best;
        more.scores.extend((0..more.criteria.len()).map(|criterion| Score {
            scorer: 0,
            proposal: new,
            criterion,
            score: best(criterion),
        }));
        let (a, b) = (rank(&exercise, &plain()).unwrap(), rank(&more, &plain()).unwrap());
        let mut totals = by_id(&b, |row| row.total);
        prop_assert_eq!(totals.pop(), Some(Some(1.0)));
        prop_assert_eq!(by_id(&a, |row| row.total), totals);
        Ok(())
    });
}

#[test]
fn a_dominating_proposal_is_never_below() {
    holds(300, &panels(6), |exercise| {
        let result = rank(&exercise, &plain()).unwrap();
        let way = Way::EQUAL();
        let cells = |proposal: usize| -> Option<Vec<Fraction>> {
            let cell = |criterion| panels::cell(&exercise, &way, proposal, criterion, &|_| true);
            (0..exercise.criteria.len()).map(cell).collect()
        };
        for row in &result.ranking {
            let own = cells(row.id[1..].parse().unwrap());
            for other in &result.ranking {
                let theirs = cells(other.id[1..].parse().unwrap());
                let dominates = own.as_ref().zip(theirs.as_ref()).is_some_and(|(own, theirs)| {
                    own != theirs && own.iter().zip(theirs).all(|(own, theirs)| theirs >= own)
                });
                prop_assert_eq!(row.dominated_by.contains(&other.id), dominates, "{} by {}", row.id, other.id);
                prop_assert!(!dominates || other.rank <= row.rank);
            }
        }
        Ok(())
    });
}

/// Every way to fill the gaps with worst, middle or best scores, on panels with few gaps.
#[test]
fn possible_ranks_are_those_of_all_completions() {
    let mut tried = std::cell::Cell::new(0);
    holds(300, &panels(3), |exercise| {
        let mut gaps = Vec::new();
        for scorer in 0..exercise.scorers.len() {
            for proposal in 0..exercise.proposals.len() {
                for criterion in 0..exercise.criteria.len() {
                    let given =
                        |row: &&Score| (row.scorer, row.proposal, row.criterion) == (scorer, proposal, criterion);
                    if exercise.scores.iter().find(given).is_none() {
                        gaps.push((scorer, proposal, criterion));
                    }
                }
            }
        }
        if gaps.len() > 5 {
            return Ok(());
        }
        tried.set(tried.get() + usize::from(!gaps.is_empty()));
        for (way, options) in ways().into_iter().filter(|(way, _)| way.shares != Some(vec![30, 5, 0])) {
            let mut seen = vec![[usize::MAX, 0]; exercise.proposals.len()];
            for choice in 0..3_usize.pow(gaps.len() as u32) {
                let mut full: Exercise = exercise.clone();
                for (place, (scorer, proposal, criterion)) in gaps.iter().enumerate() {
                    let scale = &exercise.criteria[*criterion];
                    let middle = if (scale.best - scale.worst).abs() > 3.0 { 3.0 } else { scale.best };
                    let score = [scale.worst, scale.best, middle][choice / 3_usize.pow(place as u32) % 3];
                    full.scores.push(Score { scorer: *scorer, proposal: *proposal, criterion: *criterion, score });
                }
                let found = ranks(&totals(&full, &way, &weights(&full), &|_| true));
                for (seen, rank) in seen.iter_mut().zip(found) {
                    let rank = rank.unwrap();
                    *seen = [seen[0].min(rank), seen[1].max(rank)];
                }
            }
            let result = rank(&exercise, &options).unwrap();
            prop_assert_eq!(by_id(&result, |row| row.possible_ranks), seen, "{:?}", options);
        }
        Ok(())
    });
    assert!(*tried.get_mut() > 20, "too few gaps were tried");
}

/// Cross-checks are the other methods on the values that the totals are made of.
#[test]
fn cross_checks_are_the_other_methods_on_the_same_values() {
    holds(200, &panels(6), |exercise| {
        let ranked = rank(&exercise, &plain()).unwrap();
        let checks = ranked.cross_checks.as_ref().unwrap();
        let shares: Vec<(&String, f64)> =
            ranked.weights.iter().filter(|row| row.normalised > 0.0).map(|row| (&row.id, row.normalised)).collect();
        let complete = |row: &&Ranked| shares.iter().all(|(id, _)| row.contributions.criteria[*id].is_some());
        let rows: Vec<&Ranked> = ranked.ranking.iter().filter(complete).collect();
        prop_assert_eq!(rows.len() + checks.left_out.len(), ranked.ranking.len());
        let value = |row: &Ranked| -> Vec<f64> {
            // A value is its part of the total by its share of the weight, to the digits that both are given in.
            let part = |(id, share): &(&String, f64)| row.contributions.criteria[*id].unwrap() / share;
            shares.iter().map(part).map(|value| (value * 1e13).round() / 1e13).collect()
        };
        let matrix: Vec<Vec<f64>> = rows.iter().map(|row| value(row)).collect();
        let weights: Vec<f64> = shares.iter().map(|(_, share)| *share).collect();
        let directions = vec![Direction::Maximise; weights.len()];
        for check in checks.rows.iter().filter(|_| !rows.is_empty()) {
            let scaling = check.normalisation.unwrap_or(Normalisation::None);
            let scored =
                score(&matrix, &weights, &directions, check.method, scaling, &ScoreParameters::default()).unwrap();
            for (row, rank) in rows.iter().zip(&scored.ranks) {
                prop_assert_eq!(check.ranks[&row.id], Some(*rank as usize), "{} {}", check.method, row.id);
            }
        }
        Ok(())
    });
}

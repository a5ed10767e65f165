//! Scores of a bare matrix and derived weights.

use equipoise::prioritisation::matrix::{
    BestScore, Direction, MatrixWeights, Normalisation, ScoreMethod, ScoreParameters, Scored, Weighting, score_matrix,
};
use equipoise::prioritisation::weights::{Judgement, Ratio, Statements, WeightMethod, derive_weights};
use proptest::prelude::*;
use proptest::{collection, sample};

use crate::holds;

#[derive(Debug, Clone)]
struct Question {
    matrix: Vec<Vec<f64>>,
    weights: Vec<f64>,
    directions: Vec<Direction>,
    method: ScoreMethod,
    normalisation: Normalisation,
}

/// Figures from a short list, so that there are ties and constant columns; above 0, so that every way of scaling fits.
fn questions() -> impl Strategy<Value = Question> {
    (1..5_usize, 0..7_usize).prop_flat_map(|(columns, rows)| {
        let figure = prop_oneof![(1..6_u8).prop_map(f64::from), 0.001..1e6_f64];
        (
            collection::vec(collection::vec(figure, columns), rows),
            collection::vec((0..6_u8).prop_map(f64::from), columns)
                .prop_filter("all 0", |w| w.iter().any(|w| *w > 0.0)),
            collection::vec(sample::select(Direction::ALL), columns),
            sample::select(ScoreMethod::ALL),
            sample::select(Normalisation::ALL),
        )
            .prop_map(|(matrix, weights, directions, method, normalisation)| Question {
                matrix,
                weights,
                directions,
                method,
                normalisation,
            })
    })
}

impl Question {
    fn ask(&self) -> Scored {
        let weights = MatrixWeights::Stated(self.weights.clone());
        let parameters = ScoreParameters::default();
        score_matrix(&self.matrix, &weights, &self.directions, self.method, self.normalisation, &parameters).unwrap()
    }
}

#[test]
fn every_figure_is_finite_and_ranks_follow_scores() {
    holds(2000, &questions(), |question| {
        let scored = question.ask();
        prop_assert_eq!(scored.scores.len(), question.matrix.len());
        prop_assert!(scored.scores.iter().chain(&scored.weights).all(|figure| figure.is_finite()));
        for (a, (rank, score)) in scored.ranks.iter().zip(&scored.scores).enumerate() {
            for (b, (other, there)) in scored.ranks.iter().zip(&scored.scores).enumerate() {
                let better = if scored.best == BestScore::Highest { score > there } else { score < there };
                prop_assert!(!better || rank <= other, "rows {a} and {b}");
            }
            let above = scored.ranks.iter().filter(|other| *other < rank).count();
            prop_assert_eq!(*rank as usize, above + 1);
        }
        Ok(())
    });
}

#[test]
fn equal_rows_are_equal_and_the_order_of_rows_is_nothing() {
    holds(1000, &(questions(), any::<prop::sample::Index>()), |(mut question, turn)| {
        if let Some(first) = question.matrix.first().cloned() {
            question.matrix.push(first);
            let scored = question.ask();
            prop_assert_eq!(scored.ranks.first(), scored.ranks.last());
            let by = turn.index(question.matrix.len());
            question.matrix.rotate_left(by);
            let mut ranks = scored.ranks;
            ranks.rotate_left(by);
            prop_assert_eq!(question.ask().ranks, ranks);
        }
        Ok(())
    });
}

#[test]
fn a_better_figure_never_harms_a_weighted_sum_on_a_fixed_scale() {
    holds(500, &(questions(), any::<prop::sample::Index>(), 0.1..10.0_f64), |(mut question, place, by)| {
        question.method = ScoreMethod::WeightedSum;
        question.normalisation = Normalisation::None;
        if question.matrix.is_empty() {
            return Ok(());
        }
        let before = question.ask();
        let row = place.index(question.matrix.len());
        question.matrix[row][0] += if question.directions[0] == Direction::Maximise { by } else { -by };
        let after = question.ask();
        prop_assert!(after.ranks[row] <= before.ranks[row]);
        prop_assert!(before.findings.iter().all(|finding| finding.code.as_str() != "RANK_REVERSAL"));
        Ok(())
    });
}

#[test]
fn weights_from_the_figures_add_up_and_leave_constant_columns_out() {
    holds(1000, &(questions(), sample::select(Weighting::ALL)), |(question, weighting)| {
        let weights =
            equipoise::prioritisation::matrix::weigh(&question.matrix, &question.directions, weighting).unwrap();
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let constant = |column: usize| question.matrix.windows(2).all(|pair| pair[0][column] == pair[1][column]);
        if (0..weights.len()).any(|column| !constant(column)) {
            for column in (0..weights.len()).filter(|column| constant(*column)) {
                prop_assert_eq!(weights[column], 0.0);
            }
        }
        Ok(())
    });
}

#[test]
fn judgements_are_solved_by_the_eigenvector() {
    let ratios = collection::vec(-9..10_i32, 3..30);
    holds(500, &ratios, |ratios| {
        let n = (2..9).take_while(|n| n * (n - 1) / 2 <= ratios.len()).last().unwrap();
        let mut drawn =
            ratios.iter().map(|whole| if *whole < 0 { -1.0 / f64::from(*whole) } else { f64::from(whole + 1) });
        let mut matrix = vec![vec![1.0; n]; n];
        let mut judgements = Vec::new();
        for (a, b) in (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))) {
            let ratio = drawn.next().unwrap();
            (matrix[a][b], matrix[b][a]) = (ratio, 1.0 / ratio);
            judgements.push(Judgement { a: format!("c{a}"), b: format!("c{b}"), ratio: Ratio(ratio) });
        }
        let answer = derive_weights(&Statements::Judgements(judgements), WeightMethod::Ahp).unwrap();
        let weights: Vec<f64> = answer.weights.iter().map(|weight| weight.normalised).collect();
        let consistency = answer.consistency.unwrap();
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(consistency.index >= 0.0);
        for (row, weight) in matrix.iter().zip(&weights) {
            let product: f64 = row.iter().zip(&weights).map(|(x, w)| x * w).sum();
            prop_assert!((product - consistency.largest_eigenvalue * weight).abs() < 1e-9, "{product} {weight}");
        }
        Ok(())
    });
}

#[test]
fn judgements_that_agree_give_the_weights_back() {
    let weights = collection::vec(1..200_u32, 2..12);
    holds(500, &(weights, any::<u64>()), |(weights, draw)| {
        // A random tree, and some judgements more: none can contradict another.
        let judge = |a: usize, b: usize| Judgement {
            a: format!("c{a}"),
            b: format!("c{b}"),
            ratio: Ratio(f64::from(weights[a]) / f64::from(weights[b])),
        };
        let mut judgements: Vec<Judgement> = (1..weights.len()).map(|a| judge(a, (draw >> a) as usize % a)).collect();
        for a in 1..weights.len() {
            let b = (draw >> (2 * a)) as usize % a;
            if b != (draw >> a) as usize % a {
                judgements.push(judge(b, a));
            }
        }
        let answer = derive_weights(&Statements::Judgements(judgements), WeightMethod::Ahp).unwrap();
        let sum: u32 = weights.iter().sum();
        for weight in &answer.weights {
            let place: usize = weight.id[1..].parse().unwrap();
            let expected = f64::from(weights[place]) / f64::from(sum);
            prop_assert!((weight.normalised / expected - 1.0).abs() < 1e-10, "{} {expected}", weight.normalised);
        }
        prop_assert_eq!(answer.consistency.unwrap().index, 0.0);
        Ok(())
    });
}

#[test]
fn ranks_keep_their_order_and_add_up() {
    let methods = sample::select(&[WeightMethod::Roc, WeightMethod::RankSum, WeightMethod::RankReciprocal][..]);
    holds(500, &(collection::vec(1..8_u8, 1..30), methods), |(ranks, method)| {
        let points = ranks.iter().enumerate().map(|(place, rank)| (format!("c{place}"), f64::from(*rank))).collect();
        let answer = derive_weights(&Statements::Points(points), method).unwrap();
        let weights: Vec<f64> = answer.weights.iter().map(|weight| weight.normalised).collect();
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (a, weight) in ranks.iter().zip(&weights) {
            for (b, other) in ranks.iter().zip(&weights) {
                prop_assert_eq!(a.cmp(b), other.partial_cmp(weight).unwrap());
            }
        }
        Ok(())
    });
}

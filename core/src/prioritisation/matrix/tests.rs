use super::*;

const UP: Direction = Direction::Maximise;
const DOWN: Direction = Direction::Minimise;

fn scored(matrix: &[Vec<f64>], directions: &[Direction], method: ScoreMethod, normalisation: Normalisation) -> Scored {
    let weights = vec![1.0; directions.len()];
    score(matrix, &weights, directions, method, normalisation, &ScoreParameters::default()).unwrap()
}

fn codes(problems: Problems) -> Vec<(Code, String)> {
    problems.into_vec().into_iter().map(|problem| (problem.code, problem.path)).collect()
}

#[test]
fn every_normalisation_of_a_column_of_one_two_and_four() {
    let matrix = [vec![1.0], vec![2.0], vec![4.0]];
    let root = 21.0_f64.sqrt();
    let expected = [
        (Normalisation::MinMax, [0.0, 1.0 / 3.0, 1.0], [1.0, 2.0 / 3.0, 0.0]),
        (Normalisation::Sum, [1.0 / 7.0, 2.0 / 7.0, 4.0 / 7.0], [1.0 / 1.75, 0.5 / 1.75, 0.25 / 1.75]),
        (Normalisation::Max, [0.25, 0.5, 1.0], [0.75, 0.5, 0.0]),
        (Normalisation::Linear, [0.25, 0.5, 1.0], [1.0, 0.5, 0.25]),
        (
            Normalisation::Vector,
            [1.0 / root, 2.0 / root, 4.0 / root],
            [1.0 - 1.0 / root, 1.0 - 2.0 / root, 1.0 - 4.0 / root],
        ),
        (Normalisation::None, [1.0, 2.0, 4.0], [-1.0, -2.0, -4.0]),
    ];
    for (normalisation, up, down) in expected {
        for (direction, expected) in [(UP, up), (DOWN, down)] {
            let scores = scored(&matrix, &[direction], ScoreMethod::WeightedSum, normalisation).scores;
            for (score, expected) in scores.iter().zip(expected) {
                assert!((score - expected).abs() < 1e-15, "{normalisation} {direction}: {score} {expected}");
            }
        }
    }
}

#[test]
fn nearness_to_the_ideal() {
    // The middle row is half-way on both columns.
    let matrix = [vec![0.0, 9.0], vec![5.0, 6.0], vec![10.0, 3.0]];
    let result = scored(&matrix, &[UP, DOWN], ScoreMethod::Topsis, Normalisation::MinMax);
    assert_eq!(result.scores, [0.0, 0.5, 1.0]);
    assert_eq!(result.ranks, [3, 2, 1]);
    assert_eq!(result.distances.unwrap().ideal[2], 0.0);
}

#[test]
fn a_compromise_of_all_rows_that_the_best_does_not_lead_clearly() {
    // Losses: (0, 1/2), (1/2, 0), (1/4, 1/8): S 0.5, 0.5, 0.375, R 0.5, 0.5, 0.25.
    let matrix = [vec![4.0, 0.0], vec![0.0, 8.0], vec![2.0, 6.0]];
    let result = scored(&matrix, &[UP, UP], ScoreMethod::Vikor, Normalisation::None);
    assert_eq!(result.scores, [1.0, 1.0, 0.0]);
    assert_eq!((result.ranks, result.best), (vec![2, 2, 1], BestScore::Lowest));
    let compromise = result.compromise.unwrap();
    assert_eq!(compromise.group_utility, [0.5, 0.5, 0.375]);
    assert_eq!(compromise.individual_regret, [0.5, 0.5, 0.25]);
    assert_eq!(compromise.rows, [2]);
    // Two rows that lose alike: neither leads.
    let result = scored(&matrix[..2], &[UP, UP], ScoreMethod::Vikor, Normalisation::None);
    assert_eq!(result.scores, [0.0, 0.0]);
    assert_eq!(result.compromise.unwrap().rows, [0, 1]);
}

#[test]
fn preference_functions_at_their_thresholds() {
    // Against a row of 0: differences of 1, 2, 3 and 4, with q = 1, p = 3 and s = 2.
    let at = |difference: f64, kind: Preference| {
        let setting = |amount| Some(Setting::Same(Amount(amount)));
        let parameters = ScoreParameters {
            preference: Some(Setting::Same(kind)),
            q: setting(1.0),
            p: setting(3.0),
            s: setting(2.0),
            v: None,
        };
        let matrix = [vec![difference], vec![0.0]];
        score(&matrix, &[1.0], &[UP], ScoreMethod::PrometheeIi, Normalisation::None, &parameters).unwrap().scores[0]
    };
    let all = |kind| [1.0, 2.0, 3.0, 4.0].map(|difference| at(difference, kind));
    assert_eq!(all(Preference::Usual), [1.0, 1.0, 1.0, 1.0]);
    assert_eq!(all(Preference::UShape), [0.0, 1.0, 1.0, 1.0]);
    assert_eq!(all(Preference::VShape), [1.0 / 3.0, 2.0 / 3.0, 1.0, 1.0]);
    assert_eq!(all(Preference::Level), [0.0, 0.5, 0.5, 1.0]);
    assert_eq!(all(Preference::Linear), [0.0, 0.5, 1.0, 1.0]);
    assert!((at(2.0, Preference::Gaussian) - (1.0 - (-0.5_f64).exp())).abs() < 1e-15);
}

#[test]
fn columns_and_lists_that_say_nothing_have_an_answer() {
    for method in ScoreMethod::ALL {
        for normalisation in Normalisation::ALL {
            let constant = scored(&[vec![0.0, 3.0], vec![0.0, 3.0]], &[UP, DOWN], *method, *normalisation);
            assert_eq!(constant.ranks, [1, 1], "{method} {normalisation}");
            assert!(constant.scores.iter().all(|score| score.is_finite()));
            assert_eq!(constant.findings.len(), 2);
            let one = scored(&[vec![5.0, 3.0]], &[UP, DOWN], *method, *normalisation);
            assert_eq!((one.ranks.as_slice(), one.findings.len()), (&[1][..], 0));
            let none = scored(&[], &[UP], *method, *normalisation);
            assert!(none.scores.is_empty() && none.ranks.is_empty());
        }
    }
    for weighting in Weighting::ALL {
        assert_eq!(weigh(&[vec![0.0, 3.0], vec![0.0, 3.0]], &[UP, DOWN], *weighting).unwrap(), [0.5, 0.5]);
        assert_eq!(weigh(&[], &[UP, DOWN], *weighting).unwrap(), [0.5, 0.5]);
    }
    assert_eq!(weigh(&[vec![1.0, 3.0], vec![2.0, 3.0]], &[UP, UP], Weighting::Critic).unwrap(), [1.0, 0.0]);
}

#[test]
fn a_row_that_leaves_can_turn_others_round() {
    // With row 2 the first column stretches to 100, so that the second decides between rows 0 and 1.
    let matrix = vec![vec![2.0, 1.0], vec![1.0, 1.5], vec![100.0, 0.0]];
    let both = MatrixWeights::Stated(vec![2.0, 1.0]);
    let sum = |normalisation| {
        score_matrix(&matrix, &both, &[UP, UP], ScoreMethod::WeightedSum, normalisation, &ScoreParameters::default())
            .unwrap()
    };
    let scaled = sum(Normalisation::MinMax);
    assert_eq!(scaled.ranks, [3, 2, 1]);
    let parameters = &scaled.findings[0].parameters;
    assert_eq!(scaled.findings[0].code, FindingCode::RankReversal);
    let number = |name| match parameters.get(name) {
        Some(crate::finding::Parameter::Number(number)) => *number,
        _ => -1.0,
    };
    assert_eq!([number("left_out"), number("above"), number("below")], [2.0, 1.0, 0.0]);
    assert!(sum(Normalisation::None).findings.is_empty());
}

#[test]
fn rounding_makes_no_ranks() {
    // 0.1 + 0.2 and 0.3: a tie on paper.
    let matrix = [vec![0.1, 0.2], vec![0.3, 0.0], vec![0.0, 0.3]];
    assert_eq!(scored(&matrix, &[UP, UP], ScoreMethod::WeightedSum, Normalisation::None).ranks, [1, 1, 1]);
    let far = [vec![0.1, 0.2], vec![0.300_000_1, 0.0]];
    assert_eq!(scored(&far, &[UP, UP], ScoreMethod::WeightedSum, Normalisation::None).ranks, [2, 1]);
}

#[test]
fn faults_name_row_and_column() {
    let run = |matrix: &[Vec<f64>], weights: &[f64], directions: &[Direction], method, normalisation| {
        codes(score(matrix, weights, directions, method, normalisation, &ScoreParameters::default()).unwrap_err())
    };
    let (sum, plain) = (ScoreMethod::WeightedSum, Normalisation::None);
    let at = |code: Code, path: &str| (code, path.to_owned());
    assert_eq!(run(&[], &[], &[], sum, plain), [at(Code::EmptyList, "/directions")]);
    assert_eq!(run(&[vec![1.0]], &[1.0, 1.0], &[UP, UP], sum, plain), [at(Code::WrongLength, "/matrix/0")]);
    assert_eq!(
        run(&[vec![f64::NAN, 1e16]], &[1.0, 1.0], &[UP, UP], sum, plain),
        [at(Code::NotANumber, "/matrix/0/0"), at(Code::OutOfRange, "/matrix/0/1")]
    );
    assert_eq!(run(&[vec![1.0]], &[1.0, 1.0], &[UP], sum, plain), [at(Code::WrongLength, "/weights")]);
    assert_eq!(run(&[vec![1.0]], &[-1.0], &[UP], sum, plain), [at(Code::OutOfRange, "/weights/0")]);
    assert_eq!(run(&[vec![1.0]], &[f64::INFINITY], &[UP], sum, plain), [at(Code::NotANumber, "/weights/0")]);
    assert_eq!(run(&[vec![1.0]], &[0.0], &[UP], sum, plain), [at(Code::WeightsAllZero, "/weights")]);
    let inverse = run(&[vec![0.0, 0.0]], &[1.0, 1.0], &[UP, DOWN], sum, Normalisation::Sum);
    assert_eq!(inverse, [at(Code::OutOfRange, "/matrix/0/1")]);
    let many = vec![vec![1.0]; MOST_COMPARED + 1];
    assert_eq!(run(&many, &[1.0], &[UP], ScoreMethod::PrometheeIi, plain), [at(Code::TooManyProposals, "/matrix")]);
}

#[test]
fn thresholds_must_be_there_and_in_order() {
    let run = |preference, q: Option<f64>, p: Option<f64>| {
        let setting = |amount: Option<f64>| amount.map(|amount| Setting::Same(Amount(amount)));
        let parameters = ScoreParameters {
            preference: Some(Setting::Same(preference)),
            q: setting(q),
            p: setting(p),
            ..ScoreParameters::default()
        };
        score(&[vec![1.0]], &[1.0], &[UP], ScoreMethod::PrometheeIi, Normalisation::None, &parameters).map_err(codes)
    };
    let at = |code: Code, path: &str| (code, path.to_owned());
    let both = [at(Code::MissingField, "/parameters/q"), at(Code::MissingField, "/parameters/p")];
    assert_eq!(run(Preference::Linear, None, None).unwrap_err(), both);
    assert_eq!(run(Preference::Gaussian, None, None).unwrap_err(), [at(Code::MissingField, "/parameters/s")]);
    assert_eq!(run(Preference::Level, Some(2.0), Some(1.0)).unwrap_err(), [at(Code::LimitsCrossed, "/parameters/q")]);
    assert!(run(Preference::Level, Some(1.0), Some(1.0)).is_ok());
    assert!(run(Preference::Usual, None, None).is_ok());
}

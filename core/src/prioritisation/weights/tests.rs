use super::*;

fn points(list: &[(&str, f64)]) -> Statements {
    Statements::Points(list.iter().map(|(id, number)| ((*id).to_owned(), *number)).collect())
}

fn judgements(list: &[(&str, &str, f64)]) -> Statements {
    let one = |(a, b, ratio): &(&str, &str, f64)| Judgement { a: (*a).into(), b: (*b).into(), ratio: Ratio(*ratio) };
    Statements::Judgements(list.iter().map(one).collect())
}

fn normalised(statements: &Statements, method: WeightMethod) -> Vec<f64> {
    derive_weights(statements, method).unwrap().weights.iter().map(|weight| weight.normalised).collect()
}

fn codes(statements: &Statements, method: WeightMethod) -> Vec<(Code, String)> {
    let problems = derive_weights(statements, method).unwrap_err();
    problems.into_vec().into_iter().map(|problem| (problem.code, problem.path)).collect()
}

fn near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance), "{found:?} {expected:?}");
}

#[test]
fn points_are_divided_by_their_exact_sum() {
    let statements = points(&[("a", 0.1), ("b", 0.2), ("c", 0.3)]);
    assert_eq!(normalised(&statements, WeightMethod::Direct), [1.0 / 6.0, 1.0 / 3.0, 0.5]);
    assert_eq!(normalised(&points(&[("a", 5.0)]), WeightMethod::Smart), [1.0]);
    assert_eq!(normalised(&points(&[("a", 100.0), ("b", 0.0)]), WeightMethod::Swing), [1.0, 0.0]);
}

#[test]
fn points_that_miss_the_fixed_point_are_said() {
    let findings = |statements: &Statements, method| derive_weights(statements, method).unwrap().findings.len();
    let (low, high) = (points(&[("a", 80.0), ("b", 40.0)]), points(&[("a", 100.0), ("b", 10.0)]));
    assert_eq!((findings(&low, WeightMethod::Swing), findings(&high, WeightMethod::Swing)), (1, 0));
    assert_eq!((findings(&low, WeightMethod::Smart), findings(&high, WeightMethod::Smart)), (1, 0));
    assert_eq!(findings(&low, WeightMethod::Direct), 0);
}

#[test]
fn weights_of_four_ranks() {
    let four = points(&[("a", 1.0), ("b", 2.0), ("c", 3.0), ("d", 4.0)]);
    near(&normalised(&four, WeightMethod::Roc), &[25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 3.0 / 48.0], 1e-15);
    assert_eq!(normalised(&four, WeightMethod::RankSum), [0.4, 0.3, 0.2, 0.1]);
    near(&normalised(&four, WeightMethod::RankReciprocal), &[0.48, 0.24, 0.16, 0.12], 1e-15);
}

#[test]
fn tied_ranks_share_however_the_tie_is_written() {
    for tie in [[1.0, 2.0, 2.0, 4.0], [1.0, 2.5, 2.5, 4.0], [1.0, 2.0, 2.0, 3.0]] {
        let tied = points(&[("a", tie[0]), ("b", tie[1]), ("c", tie[2]), ("d", tie[3])]);
        assert_eq!(normalised(&tied, WeightMethod::RankSum), [0.4, 0.25, 0.25, 0.1]);
        near(&normalised(&tied, WeightMethod::Roc), &[25.0 / 48.0, 10.0 / 48.0, 10.0 / 48.0, 3.0 / 48.0], 1e-15);
    }
    assert_eq!(normalised(&points(&[("a", 1.0), ("b", 1.0)]), WeightMethod::Roc), [0.5, 0.5]);
}

#[test]
fn consistent_judgements_give_their_ratios_back() {
    // 4 : 2 : 1, complete, and as a chain.
    for list in [&[("a", "b", 2.0), ("b", "c", 2.0), ("a", "c", 4.0)][..], &[("a", "b", 2.0), ("c", "b", 0.5)][..]] {
        let answer = derive_weights(&judgements(list), WeightMethod::Ahp).unwrap();
        let weights: Vec<f64> = answer.weights.iter().map(|weight| weight.normalised).collect();
        near(&weights, &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0], 1e-15);
        let consistency = answer.consistency.unwrap();
        assert_eq!((consistency.index, consistency.worst_triad), (0.0, None));
        assert_eq!(consistency.ratio, (list.len() == 3).then_some(0.0));
        assert!(answer.findings.is_empty());
    }
}

#[test]
fn three_criteria_by_hand() {
    // Of three criteria the eigenvector is the geometric mean of the rows, and the eigenvalue 1 + t + 1/t, where t is
    // the cube root of ab * bc / ac = 12.
    let answer =
        derive_weights(&judgements(&[("a", "b", 3.0), ("b", "c", 4.0), ("a", "c", 1.0)]), WeightMethod::Ahp).unwrap();
    let means = [3.0_f64.cbrt(), (4.0_f64 / 3.0).cbrt(), 0.25_f64.cbrt()];
    let sum: f64 = means.iter().sum();
    let weights: Vec<f64> = answer.weights.iter().map(|weight| weight.normalised).collect();
    near(&weights, &means.map(|mean| mean / sum), 1e-14);
    let consistency = answer.consistency.unwrap();
    let t = 12.0_f64.cbrt();
    assert!((consistency.largest_eigenvalue - (1.0 + t + 1.0 / t)).abs() < 1e-13);
    let triad = consistency.worst_triad.unwrap();
    assert_eq!((triad.implied, triad.first_to_third, triad.criteria.join(" ")), (12.0, 1.0, "a b c".into()));
    assert_eq!(answer.findings[0].code, FindingCode::InconsistentJudgements);
}

#[test]
fn a_long_chain_is_solved() {
    let ids: Vec<String> = (0..50).map(|place| format!("c{place}")).collect();
    let list: Vec<(&str, &str, f64)> = ids.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str(), 1.5)).collect();
    // As far apart as judgements may be, all the way down.
    for ratio in [1.5, 1000.0] {
        let chain: Vec<(&str, &str, f64)> = list.iter().map(|(a, b, _)| (*a, *b, ratio)).collect();
        let weights = normalised(&judgements(&chain), WeightMethod::Ahp);
        assert!(weights.windows(2).all(|pair| (pair[0] / pair[1] / ratio - 1.0).abs() < 1e-9), "{weights:?}");
    }
}

#[test]
fn the_order_and_side_of_judgements_change_little() {
    let list = [("a", "b", 3.0), ("b", "c", 4.0), ("a", "c", 1.0), ("c", "d", 0.2), ("a", "d", 7.0)];
    let turned = [("d", "a", 1.0 / 7.0), ("d", "c", 5.0), ("c", "a", 1.0), ("c", "b", 0.25), ("b", "a", 1.0 / 3.0)];
    let (mut there, mut back) = (
        derive_weights(&judgements(&list), WeightMethod::Ahp).unwrap().weights,
        derive_weights(&judgements(&turned), WeightMethod::Ahp).unwrap().weights,
    );
    there.sort_by(|a, b| a.id.cmp(&b.id));
    back.sort_by(|a, b| a.id.cmp(&b.id));
    assert!(there.iter().zip(&back).all(|(a, b)| a.id == b.id && (a.normalised - b.normalised).abs() < 1e-14));
}

#[test]
fn faults_are_named_all_at_once() {
    let at = |code: Code, path: &str| (code, path.to_owned());
    assert_eq!(codes(&points(&[]), WeightMethod::Direct), [at(Code::EmptyList, "/statements")]);
    assert_eq!(codes(&points(&[("a", 0.0)]), WeightMethod::Direct), [at(Code::WeightsAllZero, "/statements")]);
    let faulty = points(&[("a", -1.0), ("b/c", 101.0), ("d", f64::NAN), (" ", 1.0)]);
    assert_eq!(
        codes(&faulty, WeightMethod::Swing),
        [
            at(Code::OutOfRange, "/statements/a"),
            at(Code::OutOfRange, "/statements/b~1c"),
            at(Code::NotANumber, "/statements/d"),
            at(Code::WrongIdentifier, "/statements/ "),
        ]
    );
    assert_eq!(codes(&points(&[("a", 0.5)]), WeightMethod::Roc), [at(Code::OutOfRange, "/statements/a")]);
    assert_eq!(codes(&points(&[("a", 1.0)]), WeightMethod::Ahp), [at(Code::WrongType, "/statements")]);
    assert_eq!(codes(&judgements(&[]), WeightMethod::Roc), [at(Code::WrongType, "/statements")]);
    assert_eq!(codes(&judgements(&[]), WeightMethod::Ahp), [at(Code::EmptyList, "/statements")]);
    let faulty = [("a", "a", 1.0), ("a", "b", 0.0), ("b", "a", 2.0)];
    assert_eq!(
        codes(&judgements(&faulty), WeightMethod::Ahp),
        [
            at(Code::WrongCombination, "/statements/0"),
            at(Code::OutOfRange, "/statements/1/ratio"),
            at(Code::DuplicateId, "/statements/2"),
        ]
    );
    let apart = judgements(&[("a", "b", 2.0), ("c", "d", 2.0), ("b", "e", 1.0)]);
    let problem = &derive_weights(&apart, WeightMethod::Ahp).unwrap_err().into_vec()[0];
    assert_eq!(problem.code, Code::NotConnected);
    assert!(problem.message.ends_with("these groups: “a”, “b”, “e”; “c”, “d”"), "{}", problem.message);
    let ids: Vec<String> = (0..51).map(|place| format!("c{place}")).collect();
    let many: Vec<(&str, &str, f64)> = ids[1..].iter().map(|id| ("c0", id.as_str(), 1.0)).collect();
    assert_eq!(codes(&judgements(&many), WeightMethod::Ahp), [at(Code::TooManyCriteria, "/statements")]);
}

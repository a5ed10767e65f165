use super::*;

fn proposals(rows: &str) -> Vec<Candidate> {
    serde_json::from_str(rows).unwrap()
}

fn constraints(text: &str) -> Constraints {
    serde_json::from_str(text).unwrap()
}

fn select(rows: &str, budget: f64, limits: &str) -> Selection {
    select_portfolio(&proposals(rows), budget, &constraints(limits), &Options::default()).unwrap()
}

fn codes(rows: &str, budget: f64, limits: &str) -> Vec<(Code, String)> {
    let problems = select_portfolio(&proposals(rows), budget, &constraints(limits), &Options::default()).unwrap_err();
    problems.into_vec().into_iter().map(|problem| (problem.code, problem.path)).collect()
}

fn members(portfolio: &Portfolio) -> String {
    portfolio.proposals.join(" ")
}

const THREE: &str = r#"[{"id":"a","value":10,"cost":5,"group":"x"},{"id":"b","value":7,"cost":4,"group":"x"},{"id":"c","value":6,"cost":4,"group":"y"}]"#;

#[test]
fn the_best_set_and_what_else_could_be_had() {
    let answer = select(THREE, 8.0, "{}");
    let best = answer.best.unwrap();
    assert_eq!((members(&best), best.value, best.cost, best.capacity_days), ("b c".into(), 13.0, 8.0, None));
    let losses: Vec<Option<f64>> = answer.proposals.iter().map(|row| row.loss).collect();
    assert_eq!(losses, [Some(3.0), Some(3.0), Some(3.0)]);
    let standing: Vec<NearStanding> = answer.proposals.iter().filter_map(|row| row.standing).collect();
    assert_eq!(standing, [NearStanding::NeverIn, NearStanding::AlwaysIn, NearStanding::AlwaysIn]);
    let frontier = answer.frontier.unwrap();
    let points: Vec<(f64, f64, String)> = frontier.iter().map(|one| (one.cost, one.value, members(one))).collect();
    let expected = [
        (0.0, 0.0, ""),
        (4.0, 7.0, "b"),
        (5.0, 10.0, "a"),
        (8.0, 13.0, "b c"),
        (9.0, 17.0, "a b"),
        (13.0, 23.0, "a b c"),
    ];
    assert_eq!(points, expected.map(|(cost, value, ids)| (cost, value, ids.to_owned())));
}

#[test]
fn near_optimal_is_at_most_the_share_below() {
    // Best 20; with c in place of b 19, which is exactly 5 % below.
    let rows = r#"[{"id":"a","value":10,"cost":1},{"id":"b","value":10,"cost":1},{"id":"c","value":9,"cost":1}]"#;
    let answer = select(rows, 2.0, "{}");
    assert_eq!(answer.near_value, Some(19.0));
    assert!(answer.proposals.iter().all(|row| row.standing == Some(NearStanding::Sometimes)));
    let rows = rows.replace(":9,", ":8.99,");
    let standing: Vec<_> = select(&rows, 2.0, "{}").proposals.iter().map(|row| row.standing.unwrap()).collect();
    assert_eq!(standing, [NearStanding::AlwaysIn, NearStanding::AlwaysIn, NearStanding::NeverIn]);
}

#[test]
fn equal_sets_are_all_listed_cheapest_first() {
    // 0.1 + 0.2 is 0.3: as decimals these are equal.
    let rows = r#"[{"id":"a","value":0.1,"cost":1},{"id":"b","value":0.2,"cost":2},{"id":"c","value":0.3,"cost":3}]"#;
    let answer = select(rows, 3.0, "{}");
    let sets: Vec<String> = answer.best_sets.unwrap().iter().map(members).collect();
    assert_eq!(sets, ["a b", "c"]);
    assert_eq!(members(&answer.best.unwrap()), "a b");
    assert_eq!(answer.findings[0].code, FindingCode::SeveralBestSets);
    assert!(answer.proposals.iter().all(|row| row.loss == Some(0.0)));
    let twenty: Vec<String> = (0..20).map(|n| format!(r#"{{"id":"p{n}","value":1,"cost":1}}"#)).collect();
    let answer = select(&format!("[{}]", twenty.join(",")), 10.0, "{}");
    assert_eq!((answer.best_sets.unwrap().len(), answer.best_sets_complete), (100, false));
}

#[test]
fn every_constraint_binds() {
    let best = |limits: &str| select(THREE, 13.0, limits).best.map(|best| members(&best));
    assert_eq!(best("{}").unwrap(), "a b c");
    assert_eq!(best(r#"{"groups":{"x":{"max":1}}}"#).unwrap(), "a c");
    assert_eq!(best(r#"{"excludes":[["a","c"]]}"#).unwrap(), "a b");
    assert_eq!(best(r#"{"requires":{"a":["b"]},"excludes":[["b","c"]]}"#).unwrap(), "a b");
    assert_eq!(select(THREE, 4.0, r#"{"groups":{"y":{"min":1}}}"#).best.map(|best| members(&best)).unwrap(), "c");
    let timed = r#"[{"id":"a","value":5,"cost":1,"capacity_days":3,"horizon":"quick_win"},
        {"id":"b","value":4,"cost":1,"capacity_days":1.5},{"id":"c","value":3,"cost":1,"capacity_days":1.5}]"#;
    let answer = select(timed, 9.0, r#"{"capacity_days":3}"#);
    let best = answer.best.unwrap();
    assert_eq!((members(&best), best.capacity_days), ("b c".into(), Some(3.0)));
    let answer = select(timed, 9.0, r#"{"capacity_days":3,"horizons":{"quick_win":{"min":1}}}"#);
    assert_eq!(members(&answer.best.unwrap()), "a");
}

#[test]
fn nothing_to_choose_and_nothing_to_choose_with() {
    let none = select("[]", 5.0, "{}");
    assert_eq!(none.best.as_ref().map(|best| (best.value, best.proposals.len())), Some((0.0, 0)));
    assert_eq!((none.frontier.unwrap().len(), none.quadrants.impact_line), (1, None));
    let broke = select(THREE, 0.0, "{}");
    assert_eq!(broke.best.map(|best| best.value), Some(0.0));
    let codes: Vec<_> = broke.findings.iter().map(|finding| (finding.code, finding.subject.id.as_str())).collect();
    assert_eq!(codes, ["a", "b", "c"].map(|id| (FindingCode::NeverFits, id)));
    assert!(broke.proposals.iter().all(|row| row.standing == Some(NearStanding::NeverIn) && row.loss.is_none()));
    let free = select(r#"[{"id":"a","value":1,"cost":0}]"#, 0.0, "{}");
    assert_eq!(free.best.map(|best| members(&best)).unwrap(), "a");
}

#[test]
fn worth_below_nothing_is_chosen_only_where_it_must_be() {
    let rows = r#"[{"id":"a","value":-3,"cost":1,"group":"x"},{"id":"b","value":-2,"cost":1,"group":"x"}]"#;
    assert_eq!(select(rows, 2.0, "{}").best.map(|best| best.value), Some(0.0));
    let must = select(rows, 2.0, r#"{"groups":{"x":{"min":1}}}"#);
    assert_eq!((members(must.best.as_ref().unwrap()), must.near_value), ("b".into(), Some(-2.0)));
    assert_eq!(must.proposals[1].standing, Some(NearStanding::AlwaysIn));
}

#[test]
fn no_portfolio_fits_and_why() {
    let reason = |rows: &str, budget, limits: &str| {
        let answer = select(rows, budget, limits);
        assert_eq!((answer.best, answer.near_value), (None, None));
        assert!(answer.proposals.iter().all(|row| row.standing.is_none() && row.in_best.is_none()));
        serde_json::to_string(&answer.findings[0].parameters).unwrap()
    };
    assert_eq!(
        reason(THREE, 13.0, r#"{"groups":{"y":{"min":2}}}"#),
        r#"{"reason":"constraints","group":"y","wanted":2.0,"there":1.0}"#
    );
    assert_eq!(reason(THREE, 3.5, r#"{"groups":{"x":{"min":1}}}"#), r#"{"reason":"budget","limit":3.5,"needed":4.0}"#);
    assert_eq!(
        reason(THREE, 13.0, r#"{"groups":{"x":{"min":2}},"excludes":[["a","b"]]}"#),
        r#"{"reason":"constraints"}"#
    );
    let timed = r#"[{"id":"a","value":5,"cost":4,"capacity_days":3,"group":"x"}]"#;
    let one = r#"{"capacity_days":2,"groups":{"x":{"min":1}}}"#;
    assert_eq!(reason(timed, 4.0, one), r#"{"reason":"capacity_days","limit":2.0,"needed":3.0}"#);
    assert_eq!(reason(timed, 3.0, one), r#"{"reason":"budget_and_capacity_days"}"#);
}

#[test]
fn quadrants_have_their_lines_at_the_medians() {
    let rows = r#"[{"id":"a","value":9,"cost":1},{"id":"b","value":8,"cost":9},{"id":"c","value":1,"cost":2},
        {"id":"d","value":2,"cost":8}]"#;
    let answer = select(rows, 20.0, "{}");
    assert_eq!((answer.quadrants.impact_line, answer.quadrants.effort_line), (Some(5.0), Some(5.0)));
    let places: Vec<Quadrant> = answer.proposals.iter().map(|row| row.place.quadrant).collect();
    assert_eq!(places, [Quadrant::QuickWin, Quadrant::MajorProject, Quadrant::FillIn, Quadrant::Reconsider]);
    assert!(answer.proposals.iter().all(|row| !row.place.border));
    // 5.4 is 0.4 from the line, which is 5 % of the range of 8.
    let near = r#"[{"id":"a","value":5.4,"cost":1},{"id":"b","value":9,"cost":9},{"id":"c","value":1,"cost":2},
        {"id":"d","value":4.6,"cost":8}]"#;
    let borders: Vec<bool> = select(near, 20.0, "{}").proposals.iter().map(|row| row.place.border).collect();
    assert_eq!(borders, [true, false, false, true]);
}

#[test]
fn faults_are_named_all_at_once() {
    let at = |code: Code, path: &str| (code, path.to_owned());
    let faulty = r#"[{"id":"a","value":1e12,"cost":-1},{"id":"a","value":1e-25,"cost":1}]"#;
    assert_eq!(
        codes(
            faulty,
            -1.0,
            r#"{"capacity_days":5,"groups":{"z":{"min":2,"max":1}},"requires":{"q":["a"],"a":["a"]},
        "excludes":[["a"],["a","r"]],"horizons":{"soon":{"min":1}}}"#
        ),
        [
            at(Code::DuplicateId, "/proposals/1/id"),
            at(Code::OutOfRange, "/proposals/0/value"),
            at(Code::OutOfRange, "/proposals/0/cost"),
            at(Code::TooManyPlaces, "/proposals/1/value"),
            at(Code::OutOfRange, "/budget"),
            at(Code::DanglingReference, "/constraints/groups/z"),
            at(Code::LimitsCrossed, "/constraints/groups/z/min"),
            at(Code::WrongCombination, "/constraints/excludes/0"),
            at(Code::DanglingReference, "/constraints/excludes/1/1"),
            at(Code::UnknownWord, "/constraints/horizons/soon"),
            at(Code::DanglingReference, "/constraints/requires/q"),
            at(Code::WrongCombination, "/constraints/requires/a"),
            at(Code::MissingField, "/proposals/0/capacity_days"),
            at(Code::MissingField, "/proposals/1/capacity_days"),
        ]
    );
    let long = r#"[{"id":"a","value":123456789.123456789,"cost":1},{"id":"b","value":0.1234567890123456,"cost":123456789.123456}]"#;
    assert_eq!(codes(long, 5.0, "{}"), [at(Code::TooManyPlaces, "/proposals")]);
    let many: Vec<String> = (0..201).map(|n| format!(r#"{{"id":"p{n}","value":1,"cost":1}}"#)).collect();
    assert_eq!(codes(&format!("[{}]", many.join(",")), 5.0, "{}"), [at(Code::TooManyProposals, "/proposals")]);
}

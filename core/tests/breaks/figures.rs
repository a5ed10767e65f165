//! Figures and scores.

use crate::case::{Case, GONE, NULL, breaks, try_all};
use serde_json::json;

#[test]
fn figures_are_sound() {
    try_all(observations());
}

#[test]
fn scores_are_sound() {
    try_all(scores());
}

pub(crate) fn cases() -> Vec<Case> {
    [observations(), scores()].into_iter().flatten().collect()
}

fn observations() -> Vec<Case> {
    breaks! {
        "a numerator above its denominator":
            "/observations/0/numerator" = 902
            => [NumeratorAboveDenominator; "a number of at most 901"; "the numerator 902 is above the denominator 901"];
        "a target in percent":
            "/indicators/rtt-urology/targets/0/value" = 95
            => [OutOfRange; "a proportion from 0 to 1 (95 % is 0.95)"; "95 is not a proportion from 0 to 1"];
        "a proportion in percent":
            "/observations/0" = json!({"indicator": "rtt-urology", "organisation": "north", "period": "2022-01", "value": 57.4})
            => [OutOfRange at "/observations/0/value" found 57.4; "a proportion from 0 to 1 (95 % is 0.95)"; "57.4 is not a proportion from 0 to 1"];
        "a value and a numerator":
            "/observations/0/value" = 0.57
            => [WrongCombination at "/observations/0" found NULL; "value; or numerator and denominator; or status"; "a figure is a value, or a numerator with a denominator, or a status"];
        "a numerator alone":
            "/observations/0/denominator" = GONE
            => [WrongCombination at "/observations/0"; "value; or numerator and denominator; or status"; "a figure is a value, or a numerator with a denominator, or a status"];
        "no figure at all":
            "/observations/60/value" = GONE
            => [WrongCombination at "/observations/60"; "value; or numerator and denominator; or status"; "a figure is a value, or a numerator with a denominator, or a status"];
        "a bound of a figure that is not suppressed":
            "/observations/60/upper_bound" = 7
            => [WrongCombination; "status suppressed"; "only a suppressed figure has an upper bound"];
        "a bound of a missing figure":
            "/observations/71/upper_bound" = 7
            => [WrongCombination; "status suppressed"; "only a suppressed figure has an upper bound"];
        "a month 13":
            "/observations/3/period" = "2022-13"
            => [WrongPeriod; "a period such as 2023-03-31, 2023-03, Q4 2022/23 or 2022/23"; "“2022-13” is not a known period"];
        "a period of the wrong kind":
            "/observations/3/period" = "Q1 2022/23" => [WrongPeriod; "month"; "“Q1 2022/23” is not a month"];
        "a month as people write it":
            "/observations/3/period" = "Apr-22"
            => [WrongPeriod; "a period such as 2023-03-31, 2023-03, Q4 2022/23 or 2022/23"; "“Apr-22” is not a known period"];
        "a month as its first day":
            "/observations/3/period" = "2022-04-01" => [WrongPeriod; "month"; "“2022-04-01” is not a month"];
        "a year that skips one":
            "/observations/3/period" = "2022/24"
            => [WrongPeriod; "a period such as 2023-03-31, 2023-03, Q4 2022/23 or 2022/23"; "“2022/24” is not a known period"];
        "one figure twice":
            "/observations/1/period" = "2022-01"
            => [DuplicateId at "/observations/1" found NULL; "each figure once; a revised one with a later recorded_on"; "the same indicator, organisation, period and day of recording stand at /observations/0"];
        "a negative numerator":
            "/observations/0/numerator" = -1 => [OutOfRange; "a number of 0 or more"; "-1 is not a number of 0 or more"];
    }
}

fn scores() -> Vec<Case> {
    breaks! {
        "a score above the scale":
            "/exercises/round-1/scores/0/score" = 6 => [OutOfRange; "a score from 1 to 5"; "6 is off the scale from 1 to 5"];
        "a score below a scale that is written backwards":
            "/exercises/round-1/scores/2/score" = 0 => [OutOfRange; "a score from 1 to 5"; "0 is off the scale from 1 to 5"];
        "one score twice":
            "/exercises/round-1/scores/1/criterion" = "need"
            => [DuplicateId at "/exercises/round-1/scores/1" found NULL; "each score once"; "this scorer's score is given already at /exercises/0/scores/0"];
        "a scorer of two organisations":
            "/exercises/round-1/scores/1/organisation" = "south"
            => [WrongCombination; "north"; "the scorer “p14” speaks for “north” at /exercises/0/scores/0"];
        "a score for no proposal":
            "/exercises/round-1/scores/0/proposal" = "robots"
            => [DanglingReference; "one of the proposals"; "“robots” is not among the proposals of the exercise"];
        "a score by no criterion":
            "/exercises/round-1/scores/0/criterion" = "cost"
            => [DanglingReference; "one of the criteria"; "“cost” is not among the criteria of the exercise"];
        "two criteria of one identifier":
            "/exercises/round-1/criteria/-" = json!({"id": "need", "name": "Need", "weight": 1, "scale": {"worst": 1, "best": 5}})
            => [DuplicateId at "/exercises/round-1/criteria/-/id" found "need"; "an identifier of its own"; "“need” is already the identifier of /exercises/0/criteria/0"];
        "two proposals of one identifier":
            "/exercises/round-1/proposals/-" = json!({"id": "form", "name": "Another form"})
            => [DuplicateId at "/exercises/round-1/proposals/-/id" found "form"; "an identifier of its own"; "“form” is already the identifier of /exercises/0/proposals/2"];
        "a scale of one point":
            "/exercises/round-1/criteria/-" = json!({"id": "cost", "name": "Cost", "weight": 1, "scale": {"worst": 5, "best": 5}})
            => [OutOfRange at "/exercises/round-1/criteria/-/scale/best" found 5; "a score other than the worst"; "the worst and the best score are the same"];
        "a criterion of negative weight":
            "/exercises/round-1/criteria/need/weight" = -0.5 => [OutOfRange; "a number of 0 or more"; "-0.5 is not a number of 0 or more"];
    }
}

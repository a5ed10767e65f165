//! Facts that contradict one another within an entity.

use crate::case::{Case, GONE, NULL, breaks, try_all};
use serde_json::json;

#[test]
fn dates_are_in_order() {
    try_all(order());
}

#[test]
fn baselines_and_tolerances_are_in_order() {
    try_all(baselines());
}

#[test]
fn reports_agree_with_themselves() {
    try_all(reports());
}

#[test]
fn meetings_and_decisions_agree_with_themselves() {
    try_all(decisions());
}

pub(crate) fn cases() -> Vec<Case> {
    [order(), baselines(), reports(), decisions()].into_iter().flatten().collect()
}

fn order() -> Vec<Case> {
    breaks! {
        "a baseline that finishes before it starts":
            "/priorities/URO-P1/baselines/0/start" = "2023-08-01"
            => [StartAfterEnd at "/priorities/URO-P1/baselines/0/finish" found "2023-07-31"; "a date not before 2023-08-01"; "baselines/0/finish 2023-07-31 comes before start 2023-08-01"];
        "an override that ends before it starts":
            "/overrides/o1/end" = "2023-03-20"
            => [StartAfterEnd; "a date not before 2023-03-21"; "end 2023-03-20 comes before start 2023-03-21"];
        "an appointment that ends before it starts":
            "/appointments/a09/end" = "2022-09-30"
            => [StartAfterEnd; "a date not before 2022-10-01"; "end 2022-09-30 comes before start 2022-10-01"];
        "a membership that ends before it starts":
            "/collaborative/members/3/end" = "2019-09-01"
            => [StartAfterEnd; "a date not before 2020-09-01"; "end 2019-09-01 comes before start 2020-09-01"];
        "a cadence that ends before it starts":
            "/bodies/urology/cadences/1/end" = "2022-12-31"
            => [StartAfterEnd; "a date not before 2023-01-01"; "cadences/1/end 2022-12-31 comes before start 2023-01-01"];
        "an exercise closed before it was opened":
            "/exercises/round-1/closed_on" = "2022-09-11"
            => [StartAfterEnd; "a date not before 2022-09-12"; "closed_on 2022-09-11 comes before opened_on 2022-09-12"];
        "a blocker resolved before it was raised":
            "/blockers/b1/resolved_on" = "2023-02-09"
            => [StartAfterEnd; "a date not before 2023-02-10"; "resolved_on 2023-02-09 comes before raised_on 2023-02-10"];
        "a question decided before it was raised":
            "/decisions/d1/raised_on" = "2022-11-16"
            => [StartAfterEnd at "/decisions/d1/decided_on" found "2022-11-15"; "a date not before 2022-11-16"; "decided_on 2022-11-15 comes before raised_on 2022-11-16"];
        "a target that ends before it starts":
            "/indicators/rtt-urology/targets/1/end" = "2022-03-31"
            => [StartAfterEnd; "a date not before 2022-04-01"; "targets/1/end 2022-03-31 comes before start 2022-04-01"];
    }
}

fn baselines() -> Vec<Case> {
    breaks! {
        "two baselines of one version":
            "/priorities/URO-P1/baselines/1/version" = 1
            => [VersionsNotIncreasing; "version 2"; "version 1 does not come after version 1 at [/priorities/URO-P1]/baselines/0"];
        "a baseline of version nought":
            "/priorities/URO-T1/baselines/0/version" = 0
            => [VersionsNotIncreasing; "version 1"; "versions count from 1"];
        "approvals that go back":
            "/priorities/URO-P1/baselines/1/approved_on" = "2022-11-14"
            => [ApprovalsDecreasing; "a date not before 2022-11-15"; "approved on 2022-11-14, before the version it replaces (2022-11-15 at [/priorities/URO-P1]/baselines/0)"];
        "green beyond amber":
            "/priorities/URO-M1/tolerances/green_days" = 15
            => [LimitsCrossed; "green_days of at most 14"; "green_days 15 is above amber_days 14"];
        "green beyond amber in the policy":
            "/policy/tolerances" = json!({"critical_milestone": {"green_days": 9, "amber_days": 7}})
            => [LimitsCrossed at "/policy/tolerances/critical_milestone/green_days" found 9; "green_days of at most 7"; "green_days 9 is above amber_days 7"];
        "at least two and at most one in a role":
            "/bodies/urology/roles/0/min" = 2 => [LimitsCrossed; "min of at most 1"; "min 2 is above max 1"];
        "at least three and at most two by a limit":
            "/limits" = json!([{"id": "l1", "role": "clinical_lead", "min": 3, "max": 2}])
            => [LimitsCrossed at "/limits/0/min" found 3; "min of at most 2"; "min 3 is above max 2"];
        "a plan for half a financial year":
            "/priorities/URO-T1/plan" = "2022" => [WrongPeriod; "a financial year such as 2022/23"; "“2022” is not a financial year"];
        "a plan for a month":
            "/priorities/URO-T1/plan" = "2022-04" => [WrongPeriod; "a financial year such as 2022/23"; "“2022-04” is not a financial year"];
    }
}

fn reports() -> Vec<Case> {
    breaks! {
        "complete without a finish":
            "/updates/u02/actual_finish" = GONE
            => [CompleteWithoutFinish; "the date it was finished, not after 2023-01-27"; "complete without the day it was finished"];
        "finished after the day the update speaks of":
            "/updates/u02/actual_finish" = "2023-01-28"
            => [ActualAfterAsAt; "a date not after 2023-01-27"; "finished on 2023-01-28, after the day the update speaks of (2023-01-27)"];
        "finished before it began":
            "/updates/u02/actual_start" = "2023-01-28"
            => [StartAfterEnd at "/updates/u02/actual_finish" found "2023-01-27"; "a date not before 2023-01-28"; "actual_finish 2023-01-27 comes before actual_start 2023-01-28"];
        "cancelled without a reason":
            "/updates/u04/lifecycle" = "cancelled"
            => [CancelledWithoutReason at "/updates/u04/reason" found NULL; "why it was cancelled"; "cancelled without a reason"];
        "cancelled for a blank reason":
            "/updates/u04/lifecycle" = "cancelled", "/updates/u04/reason" = "  "
            => [CancelledWithoutReason at "/updates/u04/reason" found NULL; "why it was cancelled"; "cancelled without a reason"];
        "an interest of nobody":
            "/interests/i1/person" = GONE, "/interests/i1/organisation" = GONE
            => [WrongCombination; "a person, an organisation, or both"; "an interest is a person's or an organisation's; neither is given"];
    }
}

fn decisions() -> Vec<Case> {
    breaks! {
        "a meeting held and cancelled":
            "/meetings/m-uro-10/cancelled_on" = "2022-10-10"
            => [WrongCombination; "held_on or cancelled_on"; "a meeting was held or cancelled, not both"];
        "a vote for no option":
            "/decisions/d1/votes/2/option" = "abstain"
            => [UnknownWord; "one of: approve, defer, reject"; "“abstain” is not among the options"];
        "an outcome that was no option":
            "/decisions/d1/outcome" = "approved" => [UnknownWord; "one of: approve, defer, reject"; "“approved” is not among the options"];
        "a vote given twice":
            "/decisions/d1/votes/-" = json!({"organisation": "south", "option": "defer"})
            => [DuplicateId at "/decisions/d1/votes/-/organisation" found "south"; "each vote once"; "“south” has voted already at [/decisions/d1/votes/0]"];
    }
}

//! Fields that are not known, not there, or of another type; data about patients.

use crate::case::{Case, GONE, NULL, breaks, try_all};
use serde_json::json;

#[test]
fn fields_are_known_and_of_their_type() {
    try_all([unknown(), patients(), missing(), types()].into_iter().flatten().collect());
}

/// No row of the list could be read, so no reference into it is known to dangle.
#[test]
fn a_list_that_is_none_is_the_only_problem() {
    try_all(no_lists());
}

pub(crate) fn cases() -> Vec<Case> {
    [unknown(), patients(), missing(), types(), no_lists()].into_iter().flatten().collect()
}

fn unknown() -> Vec<Case> {
    breaks! {
        "a misspelt field names the nearest one":
            "/priorities/URO-T1/wieght" = 2 // misspelt on purpose
            => [UnknownField; "weight (the nearest of: id, name, kind, body, critical, …"; "the field “wieght” is not known here"]; // misspelt on purpose
        "a misspelt list of the document":
            "/priorites" = json!([]) // misspelt on purpose
            => [UnknownField; "priorities (the nearest of: schema_version, id, name, …"; "the field “priorites” is not known here"]; // misspelt on purpose
        "a field like no other":
            "/updates/u01/zzz" = true
            => [UnknownField; "one of: id, priority, as_at, by, recorded_on, …"; "the field “zzz” is not known here"];
        "a field in camel case":
            "/updates/u01/forecastFinish" = "2023-01-31"
            => [UnknownField; "forecast_finish (the nearest of: …"; "the field “forecastFinish” is not known here"];
        "an American spelling in a nested row":
            "/collaborative/members/0/organization" = "north"
            => [UnknownField; "organisation (the nearest of: organisation, start, end, source)"; "the field “organization” is not known here"];
        "an unknown field of a baseline":
            "/priorities/URO-P1/baselines/1/finish_on" = "2023-09-30"
            => [UnknownField; "finish (the nearest of: version, finish, …"; "the field “finish_on” is not known here"];
        "an unknown field of the policy":
            "/policy/red_shares" = 0.3
            => [UnknownField; "red_share (the nearest of: version, roll_up, …"; "the field “red_shares” is not known here"];
        "an unknown field of a score":
            "/exercises/round-1/scores/0/criterium" = "need"
            => [UnknownField; "criterion (the nearest of: scorer, organisation, …"; "the field “criterium” is not known here"];
        "an unknown field whose name needs escapes":
            "/bodies/skin/a~1b~0c" = 1
            => [UnknownField; "one of: id, name, kind, …"; "the field “a/b~c” is not known here"];
        "two unknown fields of one row":
            "/blockers/b1/naem" = "x", "/blockers/b1/ownr" = "chair" // misspelt on purpose
            => [UnknownField; "name (the nearest of: …"; "the field “naem” is not known here"] // misspelt on purpose
               [UnknownField at "/blockers/b1/ownr" found "chair"; "owner (the nearest of: …"; "the field “ownr” is not known here"]; // misspelt on purpose
    }
}

fn patients() -> Vec<Case> {
    breaks! {
        "a field for NHS numbers":
            "/priorities/URO-T1/nhs_number" = "943 476 5919"
            => [PatientData found NULL; ""; "the field “nhs_number” looks like data about a patient, which is never accepted"];
        "a field for dates of birth":
            "/updates/u03/Date of birth" = "1950-01-01"
            => [PatientData found NULL; ""; "the field “Date of birth” looks like data about a patient, which is never accepted"];
        "a field for hospital numbers":
            "/appointments/a01/MRN" = 1
            => [PatientData found NULL; ""; "the field “MRN” looks like data about a patient, which is never accepted"];
        "a field for postcodes in the document itself":
            "/postcode" = "ZZ99 3WZ"
            => [PatientData found NULL; ""; "the field “postcode” looks like data about a patient, which is never accepted"];
        // 943 476 5919 is the worked example of the NHS Data Dictionary; it belongs to nobody.
        "an NHS number in a note":
            "/updates/u03/note" = "Waiting for 943 476 5919 to be seen"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "an NHS number in a name":
            "/priorities/URO-T1/name" = "Referral of 9434765919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "an NHS number in the reason of an override":
            "/overrides/o1/reason" = "(943-476-5919)"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a code by a scheme of patients":
            "/priorities/URO-T1/codes" = json!({"nhs_number": "943 476 5919", "project": "9434765919"})
            => [PatientData at "/priorities/URO-T1/codes/nhs_number" found NULL; ""; "the field “nhs_number” looks like data about a patient, which is never accepted"];
        "an outcome with an NHS number":
            "/decisions/d1/outcome" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "an option with an NHS number":
            "/decisions/d1/options/0" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a vote for an NHS number":
            "/decisions/d1/votes/0/option" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a panel with an NHS number":
            "/reviews/r1/panel/0/profession" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a target named by an NHS number":
            "/indicators/rtt-urology/targets/0/name" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a target's method with an NHS number":
            "/indicators/rtt-urology/targets/0/method" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
        "a profession that is an NHS number":
            "/appointments/a01/profession" = "943 476 5919"
            => [PatientData found NULL; ""; "the text holds what looks like an NHS number; data about patients is never accepted"];
    }
}

fn missing() -> Vec<Case> {
    breaks! {
        "a document without a name":
            "/name" = GONE => [MissingField; "a text"; "the field “name” is required"];
        "a document without a version":
            "/schema_version" = GONE => [MissingField; "one of: 1.0"; "the field “schema_version” is required"];
        "a document without an identifier":
            "/id" = GONE
            => [MissingField; "a text that is not blank and has no white space around it"; "the field “id” is required"];
        "a priority without a kind":
            "/priorities/URO-T1/kind" = GONE => [MissingField; "one of: task, milestone, project"; "the field “kind” is required"];
        "a priority without a body":
            "/priorities/SKI-T1/body" = GONE
            => [MissingField; "a text that is not blank and has no white space around it"; "the field “body” is required"];
        "an update by nobody":
            "/updates/u01/by" = GONE
            => [MissingField; "a text that is not blank and has no white space around it"; "the field “by” is required"];
        "a baseline without a finish":
            "/priorities/URO-P1/baselines/0/finish" = GONE
            => [MissingField; "a date from 1900 to 2999 written YYYY-MM-DD"; "the field “finish” is required"];
        "an override of nothing":
            "/overrides/o1/subject" = GONE => [MissingField; "an object with kind, id"; "the field “subject” is required"];
        "null for a required field":
            "/goals/access/name" = NULL => [MissingField; "a text"; "the field “name” is required"];
        "an appointment without an identifier":
            "/appointments/0/id" = GONE
            => [MissingField; "a text that is not blank and has no white space around it"; "the field “id” is required"];
        "an exercise without an identifier":
            "/exercises/0/id" = GONE => [MissingField; "an identifier"; "the field “id” is required inside a programme"];
    }
}

fn types() -> Vec<Case> {
    breaks! {
        "a number for a text":
            "/bodies/skin/name" = 7 => [WrongType; "a text"; "this is a number, where a text is wanted"];
        "a number for an identifier":
            "/updates/0/id" = 1 => [WrongType; "a text"; "this is a number, where a text is wanted"];
        "a text for a number":
            "/priorities/URO-T1/weight" = "2" => [WrongType; "a number"; "this is a text, where a number is wanted"];
        "a text for a whole number":
            "/bodies/urology/seats/0/seats" = "one" => [WrongType; "a whole number"; "this is a text, where a whole number is wanted"];
        "a text for true or false":
            "/priorities/URO-M1/critical" = "yes" => [WrongType; "true or false"; "this is a text, where true or false is wanted"];
        "a date as a number":
            "/updates/u01/as_at" = 20221101
            => [WrongType; "a date written YYYY-MM-DD"; "this is a number, where a date written YYYY-MM-DD is wanted"];
        "a list for an object":
            "/overrides/o1/subject" = json!([]) => [WrongType; "an object with kind, id"; "this is a list, where an object with kind, id is wanted"];
        "an object for a list":
            "/priorities/URO-T1/baselines" = json!({"1": "2023-01-31"}) => [WrongType; "a list"; "this is an object, where a list is wanted"];
        "a text for an object":
            "/bodies/urology/reports_to" = "board"
            => [WrongType; "an object with body"; "this is a text, where an object with body is wanted"];
        "a text for a row":
            "/appointments/0" = "a01"
            => [WrongType; "an object with id, role, body"; "this is a text, where an object with id, role, body is wanted"];
        "null in a list":
            "/priorities/URO-T1/participating_organisations/1" = NULL
            => [WrongType; "a text"; "this is null, where a text is wanted"];
        "a number for a word":
            "/priorities/SKI-P1/horizon" = 2
            => [WrongType; "one of: quick_win, transformative"; "this is a number, where one of: quick_win, transformative is wanted"];
        "a number for the version of the document":
            "/schema_version" = 1 => [WrongType; "one of: 1.0"; "this is a number, where one of: 1.0 is wanted"];
        "a number for a code":
            "/organisations/north/codes/ods" = 7 => [WrongType; "a text"; "this is a number, where a text is wanted"];
    }
}

fn no_lists() -> Vec<Case> {
    breaks! {
        "rows by identifier in place of a list":
            "/organisations" = json!({"north": {"name": "North Valley Hospitals", "kind": "trust"}})
            => [WrongType; "a list"; "this is an object, where a list is wanted"];
        "a text in place of a list":
            "/roles" = "chair" => [WrongType; "a list"; "this is a text, where a list is wanted"];
    }
}

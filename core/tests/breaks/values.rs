//! Words, dates, numbers and identifiers that no field accepts.

use crate::case::{Case, breaks, try_all};
use serde_json::json;

#[test]
fn words_are_of_the_closed_lists() {
    try_all(words());
}

#[test]
fn dates_are_of_the_calendar() {
    try_all(dates());
}

#[test]
fn numbers_lie_in_their_ranges() {
    try_all(numbers());
}

/// What is accepted is what this very field accepts: a weight of 0 is not, though a number of 0 or more is.
#[test]
fn what_is_accepted_is_what_the_field_accepts() {
    try_all(accepted());
}

#[test]
fn identifiers_are_trimmed() {
    try_all(identifiers());
}

pub(crate) fn cases() -> Vec<Case> {
    [words(), dates(), numbers(), accepted(), identifiers()].into_iter().flatten().collect()
}

fn words() -> Vec<Case> {
    breaks! {
        "a misspelt kind":
            "/priorities/URO-T1/kind" = "tsak" // misspelt on purpose
            => [UnknownWord; "task (the nearest of: task, milestone, project)"; "“tsak” is not a known word here"]; // misspelt on purpose
        "amber in French never becomes amber":
            "/updates/u03/reported_level" = "Ambre"
            => [UnknownWord; "amber (the nearest of: complete, green, amber_green, amber, amber_red, red)"; "“Ambre” is not a known word here"];
        "A/G is not a word of the document":
            "/updates/u03/reported_level" = "A/G"
            => [UnknownWord; "one of: complete, green, amber_green, amber, amber_red, red"; "“A/G” is not a known word here"];
        "green with a space behind it":
            "/updates/u04/reported_level" = "green "
            => [UnknownWord; "green (the nearest of: complete, green, amber_green, amber, amber_red, red)"; "“green ” is not a known word here"];
        "green with a capital":
            "/updates/u04/reported_level" = "Green"
            => [UnknownWord; "green (the nearest of: complete, green, amber_green, amber, amber_red, red)"; "“Green” is not a known word here"];
        "blue is written complete":
            "/updates/u02/reported_level" = "blue"
            => [UnknownWord; "one of: complete, green, amber_green, amber, amber_red, red"; "“blue” is not a known word here"];
        "no word at all":
            "/updates/u04/reported_level" = ""
            => [UnknownWord; "one of: complete, green, amber_green, amber, amber_red, red"; "“” is not a known word here"];
        "an override to a level of the five-point scale":
            "/overrides/o1/level" = "amber_red"
            => [UnknownWord; "one of: complete, green, amber, red"; "“amber_red” is not a known word here"];
        "an unknown lifecycle":
            "/updates/u05/lifecycle" = "in progress"
            => [UnknownWord; "in_progress (the nearest of: draft, proposed, agreed, in_progress, on_hold, complete, cancelled)"; "“in progress” is not a known word here"];
        "an unknown rhythm":
            "/bodies/urology/cadences/0/every" = "monthly"
            => [UnknownWord; "month, quarter, half_year, year, or {\"days\": n} with n of 1 or more"; "“monthly” is not a known rhythm"];
        "a version of the document that is not known":
            "/schema_version" = "9.9" => [UnknownWord; "one of: 1.0"; "“9.9” is not a known word here"];
        "an unknown roll-up":
            "/policy/roll_up" = "worst-of"
            => [UnknownWord; "worst_of (the nearest of: default, worst_of, mean, threshold_ladder)"; "“worst-of” is not a known word here"];
        "a long word is cut":
            "/organisations/north/kind" = "a word of more than forty letters, which is cut where it is shown"
            => [UnknownWord; "one of: trust, icb, sub_icb, place, region, pcn, site, council, other"; "“a word of more than forty letters, which…” is not a known word here"];
    }
}

fn dates() -> Vec<Case> {
    breaks! {
        "30 February":
            "/updates/u03/forecast_finish" = "2023-02-30"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“2023-02-30” is not a date of the calendar written YYYY-MM-DD"];
        "29 February in a common year":
            "/updates/u03/forecast_finish" = "2023-02-29"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“2023-02-29” is not a date of the calendar written YYYY-MM-DD"];
        "a date as people write it":
            "/updates/u03/as_at" = "31/03/2023"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“31/03/2023” is not a date of the calendar written YYYY-MM-DD"];
        "a date with a time":
            "/overrides/o1/end" = "2023-04-24T00:00:00"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“2023-04-24T00:00:00” is not a date of the calendar written YYYY-MM-DD"];
        "a month without its nought":
            "/blockers/b1/raised_on" = "2023-2-10"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“2023-2-10” is not a date of the calendar written YYYY-MM-DD"];
        "a date with a space":
            "/meetings/m-uro-10/held_on" = "2022-10-18 "
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“2022-10-18 ” is not a date of the calendar written YYYY-MM-DD"];
        "a year of the future's future":
            "/appointments/a01/end" = "3000-01-01"
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“3000-01-01” is not a date of the calendar written YYYY-MM-DD"];
        "an empty date":
            "/organisations/west/end" = ""
            => [WrongDate; "a date from 1900 to 2999 written YYYY-MM-DD"; "“” is not a date of the calendar written YYYY-MM-DD"];
        "a financial year that starts on 29 February":
            "/collaborative/financial_year_start" = "02-29"
            => [WrongDate; "a day of the year written MM-DD, such as 04-01"; "\"02-29\" is not a day of the year written MM-DD, such as 04-01"];
    }
}

fn numbers() -> Vec<Case> {
    breaks! {
        "a weight of nothing":
            "/priorities/URO-P1/weight" = 0
            => [OutOfRange; "a weight above 0 and below 1,000,000, with at most six decimal places"; "a weight must be above 0"];
        "more than everything done":
            "/updates/u04/percent" = 101 => [OutOfRange; "a percentage from 0 to 100"; "101 is not a percentage from 0 to 100"];
        "less than nothing done":
            "/updates/u04/percent" = -0.5 => [OutOfRange; "a percentage from 0 to 100"; "-0.5 is not a percentage from 0 to 100"];
        "less than nobody":
            "/appointments/a08/wte" = -1 => [OutOfRange; "a number of 0 or more"; "-1 is not a number of 0 or more"];
        "half a version":
            "/priorities/URO-T1/baselines/0/version" = 1.5
            => [OutOfRange; "a whole number from 0 to 65535"; "1.5 is not a whole number from 0 to 65535"];
        "seats below nothing":
            "/bodies/urology/seats/0/seats" = -1
            => [OutOfRange; "a whole number from 0 to 65535"; "-1 is not a whole number from 0 to 65535"];
        "a lag of more than a century":
            "/priorities/SKI-P1/depends_on/0/lag_days" = 36_501
            => [OutOfRange; "a whole number of days from -36500 to 36500"; "36501 is not a whole number of days from -36500 to 36500"];
        "a share in percent":
            "/bodies/board/quorums/0/fraction" = 50 => [OutOfRange; "a share from 0 to 1"; "50 is not a share from 0 to 1"];
        "a threshold in percent":
            "/policy/red_share" = 25
            => [OutOfRange; "a share from 0 to 1 with at most six decimal places (15 % is 0.15)"; "25 is not a share from 0 to 1 with at most six decimal places (15 % is 0.15)"];
        "cycles below nothing":
            "/policy/stale_cycles" = -1.5
            => [OutOfRange; "a number of at most six decimal places, 0 or more and below 1,000,000"; "-1.5 is not a number of at most six decimal places, 0 or more and below 1,000,000"];
        "a tolerance beyond all days":
            "/priorities/URO-M1/tolerances/amber_days" = 70_000
            => [OutOfRange; "a whole number from 0 to 65535"; "70000 is not a whole number from 0 to 65535"];
        "a count of minus one":
            "/declared_counts/0/count" = -1
            => [OutOfRange; "a whole number from 0 to 4294967295"; "-1 is not a whole number from 0 to 4294967295"];
    }
}

fn accepted() -> Vec<Case> {
    breaks! {
        "a weight of a million":
            "/policy/weights" = json!({"task": 1_000_000})
            => [OutOfRange at "/policy/weights/task" found 1_000_000; "a weight above 0 and below 1,000,000, with at most six decimal places"; "1000000 is not a weight above 0 and below 1,000,000, with at most six decimal places"];
        "a weight below nothing":
            "/priorities/URO-P1/weight" = -1
            => [OutOfRange; "a weight above 0 and below 1,000,000, with at most six decimal places"; "-1 is not a weight above 0 and below 1,000,000, with at most six decimal places"];
        "a weight of seven places":
            "/priorities/URO-P1/weight" = 0.123_456_7
            => [TooManyPlaces; "a weight above 0 and below 1,000,000, with at most six decimal places"; "0.1234567 has more than six decimal places"];
        "a threshold of seven places":
            "/policy/coverage" = 0.800_000_1
            => [TooManyPlaces; "a share from 0 to 1 with at most six decimal places (15 % is 0.15)"; "0.8000001 has more than six decimal places"];
        "a cycle of no days":
            "/bodies/urology/cadences/0/every" = json!({"days": 0})
            => [OutOfRange at "/bodies/urology/cadences/0/every/days" found 0; "a whole number of 1 or more"; "a cycle lasts at least one day"];
    }
}

fn identifiers() -> Vec<Case> {
    breaks! {
        "a blank identifier":
            "/updates/0/id" = ""
            => [WrongIdentifier; "a text that is not blank and has no white space around it"; "“” is blank or has white space around it"];
        "an identifier of white space":
            "/appointments/0/id" = "  "
            => [WrongIdentifier; "a text that is not blank and has no white space around it"; "“  ” is blank or has white space around it"];
        "an identifier with spaces around it":
            "/blockers/0/id" = " b1 "
            => [WrongIdentifier; "a text that is not blank and has no white space around it"; "“ b1 ” is blank or has white space around it"];
        "a reference with a space behind it":
            "/updates/u01/priority" = "URO-T1 "
            => [WrongIdentifier; "a text that is not blank and has no white space around it"; "“URO-T1 ” is blank or has white space around it"];
        "an identifier that others name, with a line break behind it":
            "/priorities/URO-T1/id" = "URO-T1\n"
            => [WrongIdentifier at "/priorities/0/id"; "a text that is not blank and has no white space around it"; "“URO-T1\n” is blank or has white space around it"];
    }
}

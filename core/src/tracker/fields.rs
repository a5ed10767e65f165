//! The fields of each kind of row, with the headings that are known to stand for them: a closed list.

use super::RowKind;

/// How the cells of a column may be written in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Days,
    Percents,
    Other,
}

/// A field that a column can stand for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// True if no row can be read without it.
    pub(super) needed: bool,
    pub(super) holds: Holds,
    /// Headings in lower case, letters and digits only.
    pub(super) synonyms: &'static [&'static str],
}

const fn field(name: &'static str, synonyms: &'static [&'static str]) -> Field {
    Field { name, needed: false, holds: Holds::Other, synonyms }
}

const fn needed(name: &'static str, synonyms: &'static [&'static str]) -> Field {
    Field { name, needed: true, holds: Holds::Other, synonyms }
}

const fn days(name: &'static str, synonyms: &'static [&'static str]) -> Field {
    Field { name, needed: false, holds: Holds::Days, synonyms }
}

const BODY: &[&str] = &["network", "clinical network", "pathway", "workstream", "board", "committee"];
const ORGANISATION: &[&str] =
    &["trust", "provider", "organisation code", "org code", "org", "provider code", "ods code"];
const PERSON: &[&str] = &["person token", "person id"];

const AS_AT: Field = days(
    "as_at",
    &[
        "reported on",
        "report date",
        "date reported",
        "status date",
        "update date",
        "date of update",
        "last updated",
        "updated on",
    ],
);
const BY: Field = field("by", &["reporter role", "reported by role", "role of reporter"]);
const FORECAST_FINISH: Field = days(
    "forecast_finish",
    &[
        "forecast",
        "forecast date",
        "forecast finish date",
        "forecast end",
        "forecast end date",
        "forecast completion",
        "forecast completion date",
        "expected finish",
        "expected completion",
        "expected completion date",
        "current forecast",
        "latest forecast",
        "revised date",
        "revised finish",
        "revised due date",
    ],
);
const ACTUAL_START: Field = days("actual_start", &["actual start date", "started on", "date started"]);
const ACTUAL_FINISH: Field = days(
    "actual_finish",
    &[
        "actual",
        "actual date",
        "actual finish date",
        "actual end",
        "actual end date",
        "actual completion",
        "actual completion date",
        "completed on",
        "date completed",
        "finished on",
    ],
);
const PERCENT: Field = Field {
    name: "percent",
    needed: false,
    holds: Holds::Percents,
    synonyms: &[
        "percent complete",
        "complete percent",
        "percentage complete",
        "percentage",
        "progress",
        "progress percent",
    ],
};
const LIFECYCLE: Field =
    field("lifecycle", &["lifecycle status", "delivery status", "progress status", "stage of delivery"]);
const REPORTED_LEVEL: Field = field(
    "reported_level",
    &[
        "rag",
        "brag",
        "rag rating",
        "brag rating",
        "rag status",
        "brag status",
        "reported",
        "reported rag",
        "reported brag",
        "reported status",
        "delivery confidence",
        "dca",
        "level",
    ],
);
const REASON: Field =
    field("reason", &["reason cancelled", "reason for cancellation", "cancellation reason", "reason for hold"]);
const NOTE: Field = field("note", &["notes", "comment", "comments", "commentary", "narrative", "update"]);

static PRIORITIES: [Field; 30] = [
    field("id", &["ref", "reference", "priority id", "item id", "unique id", "id number"]),
    needed(
        "name",
        &["title", "priority", "priority name", "item", "description", "activity", "project name", "milestone name"],
    ),
    needed("kind", &["type", "item type", "priority type", "priority kind"]),
    field("critical", &["critical milestone", "is critical"]),
    field("horizon", &[]),
    field("stage", &[]),
    needed("body", BODY),
    field("goal", &["strategic goal", "goal id"]),
    field(
        "lead_organisation",
        &["lead trust", "lead provider", "lead org", "leading organisation", "trust", "lead organisation code"],
    ),
    field("weight", &[]),
    field("cost", &["cost gbp", "cost in pounds"]),
    field("capacity_days", &["capacity", "working days", "effort days"]),
    days("baseline_start", &["baseline start date", "planned start", "planned start date"]),
    days(
        "baseline_finish",
        &[
            "baseline",
            "baseline date",
            "baseline finish date",
            "baseline end",
            "baseline end date",
            "baseline completion date",
            "planned finish",
            "planned finish date",
            "planned end",
            "planned end date",
            "planned completion",
            "planned completion date",
            "original due date",
            "due date",
            "due",
            "deadline",
            "target date",
        ],
    ),
    days(
        "approved_on",
        &["baseline approved on", "baseline approved", "approved", "date approved", "approval date", "approved date"],
    ),
    AS_AT,
    BY,
    FORECAST_FINISH,
    ACTUAL_START,
    ACTUAL_FINISH,
    PERCENT,
    LIFECYCLE,
    REPORTED_LEVEL,
    REASON,
    NOTE,
    field("approved_by", &["approving body", "baseline approved by"]),
    field("parent", &["parent id", "parent ref", "parent priority", "parent project", "part of"]),
    field("depends_on", &["predecessors", "predecessor", "dependencies", "dependency", "dependent on", "waits for"]),
    field("aims", &["aim", "strategic aim", "strategic aims", "aims addressed"]),
    field("drivers", &["driver", "drivers answered"]),
];

static UPDATES: [Field; 11] = [
    needed("priority", &["id", "ref", "reference", "priority id", "item id", "item", "title", "name"]),
    AS_AT,
    BY,
    FORECAST_FINISH,
    ACTUAL_START,
    ACTUAL_FINISH,
    PERCENT,
    LIFECYCLE,
    REPORTED_LEVEL,
    REASON,
    NOTE,
];

static APPOINTMENTS: [Field; 10] = [
    field("id", &["ref", "reference", "appointment id"]),
    field("person", PERSON),
    needed("role", &["post", "position", "job role"]),
    needed("body", BODY),
    field("organisation", ORGANISATION),
    field("profession", &["professional group"]),
    days("start", &["start date", "from", "appointed on", "date appointed", "in post from"]),
    days("end", &["end date", "to", "until", "left on", "in post until"]),
    field("wte", &["whole time equivalent", "fte"]),
    field("route", &["appointment route", "recruitment route"]),
];

static MEETINGS: [Field; 12] = [
    field("id", &["ref", "reference", "meeting id", "meeting"]),
    needed("body", BODY),
    field("kind", &["type", "meeting type", "meeting kind"]),
    days("planned_on", &["planned", "planned date", "planned for", "scheduled", "scheduled date"]),
    days("held_on", &["held", "date held", "meeting date"]),
    days("cancelled_on", &["cancelled", "date cancelled"]),
    field("cancelled_reason", &["reason", "reason cancelled", "cancellation reason"]),
    field("hosted_by", &["host", "host organisation", "host trust"]),
    field("person", &["person token", "person id", "attendee"]),
    field("organisation", ORGANISATION),
    field("role", &["attendee role"]),
    field("capacity", &["attended as"]),
];

static SCORES: [Field; 7] = [
    field("exercise", &["exercise id", "round"]),
    needed("scorer", &["scorer token", "assessor", "scored by"]),
    needed("organisation", ORGANISATION),
    needed("proposal", &["proposal id", "option", "scheme"]),
    needed("criterion", &["criterion id", "criteria"]),
    needed("score", &["points"]),
    days("scored_on", &["date scored", "scored"]),
];

static OBSERVATIONS: [Field; 9] = [
    needed("indicator", &["indicator id", "metric", "measure", "kpi"]),
    Field {
        holds: Holds::Days,
        ..needed("period", &["month", "reporting period", "period name", "date", "quarter", "year"])
    },
    field("organisation", ORGANISATION),
    field("value", &["figure", "result"]),
    field("numerator", &["num"]),
    field("denominator", &["den", "denom"]),
    field("status", &["value status", "flag"]),
    field("upper_bound", &["at most"]),
    field("provisional", &["is provisional"]),
];

/// The fields of a kind of row.
pub(super) fn fields(kind: RowKind) -> &'static [Field] {
    match kind {
        RowKind::Priorities => &PRIORITIES,
        RowKind::Updates => &UPDATES,
        RowKind::Appointments => &APPOINTMENTS,
        RowKind::Meetings => &MEETINGS,
        RowKind::Scores => &SCORES,
        RowKind::Observations => &OBSERVATIONS,
    }
}

/// The fields that a heading can be where it can be several.
pub(super) fn several(heading: &str) -> Option<&'static [&'static str]> {
    match heading {
        "status" | "state" | "current status" => Some(&["lifecycle", "reported_level"]),
        "finish" | "finish date" | "end" | "end date" | "completion" | "completion date" | "date" => {
            Some(&["baseline_finish", "forecast_finish", "actual_finish"])
        }
        "start" | "start date" => Some(&["baseline_start", "actual_start"]),
        "meeting on" | "day" => Some(&["planned_on", "held_on"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::plain;
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn a_heading_is_known_for_one_field_only() {
        for kind in RowKind::ALL {
            let mut known: HashMap<String, &str> = HashMap::new();
            for field in fields(*kind) {
                let names =
                    std::iter::once(plain(field.name)).chain(field.synonyms.iter().map(|word| (*word).to_owned()));
                for name in names {
                    assert_eq!(plain(&name), name, "{kind}: {name} is not as headings are compared");
                    if let Some(other) = known.insert(name.clone(), field.name) {
                        panic!("{kind}: “{name}” is {other} and {}", field.name);
                    }
                }
            }
        }
    }
}

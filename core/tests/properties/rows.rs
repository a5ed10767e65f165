//! Rows of any kind: nothing makes reading panic, what comes out is a sound document, and the same rows again add nothing.

use crate::cells::day;
use crate::holds;
use equipoise::tracker::{ColumnChoice, FromRows, Options, RowKind, from_rows};
use equipoise::{Code, Programme};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Headings of every kind of row, in the spellings of trackers, and some that are none.
const HEADINGS: [&str; 63] = [
    "ID",
    "Part of",
    "Predecessors",
    "Aims",
    "Drivers",
    "Need",
    "Title",
    "name",
    "Type",
    "kind",
    "Critical",
    "Network",
    "body",
    "Goal",
    "Lead trust",
    "Trust",
    "Weight",
    "Cost",
    "Due date",
    "Baseline start",
    "Approved on",
    "Approved by",
    "Last updated",
    "as_at",
    "Role",
    "Reporter role",
    "Forecast",
    "Revised date",
    "Actual start",
    "Actual finish",
    "% complete",
    "Status",
    "Lifecycle",
    "RAG",
    "Reason",
    "Note",
    "Priority",
    "Person token",
    "Start date",
    "End date",
    "WTE",
    "Route",
    "Planned",
    "Held",
    "Cancelled",
    "Host",
    "Attended as",
    "Exercise",
    "Scorer",
    "Proposal",
    "Criterion",
    "Score",
    "Date scored",
    "Indicator",
    "Period",
    "Month",
    "Value",
    "Num",
    "Den",
    "Flag",
    "Upper bound",
    "Provisional",
    "anything",
];

/// Cells as people write them, right and wrong.
const CELLS: [&str; 66] = [
    "",
    " ",
    "-",
    "n/a",
    "T1",
    "T1 ",
    "t1",
    "T2",
    "M1",
    "one form",
    "Skin",
    "skin network",
    "Urology",
    "board",
    "A",
    "RNA",
    "RL4",
    "Task",
    "t",
    "M",
    "Critical milestone",
    "project",
    "yes",
    "No",
    "G",
    "amber",
    "A/G",
    "Ambre",
    "b",
    "Complete",
    "CO",
    "In progress",
    "OH",
    "CA",
    "NS",
    "stuck",
    "2023-03-31",
    "31/03/23",
    "03/04/2023",
    "03/31/2023",
    "31-Mar-23",
    "2022-04-01",
    "2023-03-20",
    "2024-02-29",
    "29/02/2023",
    "Q4",
    "Q4 2022/23",
    "Mar-23",
    "TBC",
    "45016",
    "2023-03-31 00:00:00",
    "2023-03-31T09:00",
    "40%",
    "1",
    "0",
    "0.4",
    "140",
    "-3",
    "1,234",
    "<5",
    "*",
    "Clinical lead",
    "chair",
    "p01",
    "c1",
    "x",
];

fn cell() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => select(CELLS.as_slice()).prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => select(vec![0.0, 1.0, 0.25, 40.0, 7.0, 45_016.0, 45_016.5, 2023.0, -1.0, 1e300]).prop_map(|n| json!(n)),
        1 => ".{0,12}".prop_map(Value::from),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Map<String, Value>>> {
    vec(select(HEADINGS.as_slice()), 1..14).prop_flat_map(|headings| {
        let row = vec(cell(), headings.len()).prop_map(move |cells| {
            headings.iter().map(|heading| (*heading).to_owned()).zip(cells).collect::<Map<_, _>>()
        });
        vec(row, 0..9)
    })
}

/// The columns of each kind of row, with cells that mostly can be read.
fn columns(kind: RowKind) -> &'static [(&'static str, &'static [&'static str])] {
    const BODY: &[&str] = &["Skin", "skin", "Board", "Urology"];
    const DAYS: &[&str] = &["2023-03-20", "2023-02-20", "31/03/2023", "2023-01-31", ""];
    const LIVES: &[&str] = &["In progress", "Complete", "CA", "OH", "NS", "CO", ""];
    const TRUST: &[&str] = &["RNA", "Dudley", "RL4"];
    match kind {
        RowKind::Priorities => &[
            ("ID", &["T1", "T2", "T3", "M1", ""]),
            ("Title", &["One form", "Live", "Clinic"]),
            ("Network", BODY),
            ("Type", &["Task", "M", "Critical milestone", "P"]),
            ("Baseline start", &["2023-01-01", "2023-05-01", ""]),
            ("Due date", &["2023-03-31", "30/04/2023", "31-May-23", ""]),
            ("Approved on", &["2022-04-01", "2023-03-15", "2023-04-01", ""]),
            ("Approved by", &["Board", ""]),
            ("Lead trust", TRUST),
            ("Goal", &["A", "B", ""]),
            ("Forecast", DAYS),
            ("Actual start", &["2023-01-05", "2023-03-25", ""]),
            ("Actual finish", DAYS),
            ("Lifecycle", LIVES),
            ("RAG", &["G", "A/R", "B", ""]),
            ("Last updated", DAYS),
            ("% complete", &["40%", "0.4", "1", ""]),
            ("Reason", &["No need", ""]),
            ("Part of", &["T1", "T2", "M1", "Live", "", ""]),
            ("Predecessors", &["T1", "T2; T3", "M1+3d", "T3FF - 1 day", "T1SS", "", ""]),
            ("Aims", &["A", "A; B (delivers)", "Better care", ""]),
            ("Drivers", &["Waits", "D1, D2", ""]),
        ],
        RowKind::Updates => &[
            ("Priority", &["T1", "M1", "One form"]),
            ("Last updated", DAYS),
            ("Forecast", DAYS),
            ("Actual finish", DAYS),
            ("Lifecycle", LIVES),
            ("RAG", &["G", "A/R", "B", ""]),
            ("Note", &["Drafted", ""]),
        ],
        RowKind::Appointments => &[
            ("ID", &["a1", "a2", ""]),
            ("Person token", &["p01", "p02", ""]),
            ("Role", &["Clinical lead", "chair"]),
            ("Network", BODY),
            ("Trust", TRUST),
            ("Start date", &["2022-04-01", "2023-01-01", ""]),
            ("End date", &["2022-06-30", "2023-03-31", ""]),
            ("WTE", &["0.2", "1"]),
        ],
        RowKind::Meetings => &[
            ("ID", &["m1", "m2", ""]),
            ("Network", BODY),
            ("Type", &["Network", "Board", ""]),
            ("Planned", &["2023-03-31", "2023-02-01", ""]),
            ("Held", &["2023-03-31", "2023-02-02", ""]),
            ("Cancelled", &["2023-01-31", "", ""]),
            ("Trust", TRUST),
            ("Person token", &["p01", "p02", ""]),
            ("Attended as", &["Member", "Deputy", ""]),
        ],
        RowKind::Scores => &[
            ("Scorer", &["p01", "p02"]),
            ("Trust", TRUST),
            ("Proposal", &["x", "X"]),
            ("Need", &["0", "7", "11", ""]),
            ("Criterion", &["c1", "Need"]),
            ("Score", &["0", "7", "10", "11"]),
        ],
        _ => &[
            ("Indicator", &["x", "X", "c1", "C"]),
            ("Period", &["2023-03", "Mar-23", "2023-03-01", "31/03/2023"]),
            ("Trust", &["RNA", "RL4", ""]),
            ("Value", &["40%", "0.4", "7", "*", "<5", ""]),
            ("Num", &["3", "5", "", ""]),
            ("Den", &["4", "10", "", ""]),
            ("Flag", &["Missing", "", "", ""]),
        ],
    }
}

/// Rows that are mostly sound, so that much of them is read.
fn sound_rows(kind: RowKind) -> impl Strategy<Value = Vec<Map<String, Value>>> {
    let columns = columns(kind);
    let kept = vec(proptest::bool::weighted(0.9), columns.len());
    kept.prop_flat_map(move |kept| {
        let cells: Vec<_> = (columns.iter().zip(kept))
            .filter(|(_, kept)| *kept)
            .map(|((heading, cells), _)| {
                let sound = select(*cells).prop_map(Value::from);
                prop_oneof![30 => sound, 1 => cell()].prop_map(move |cell| ((*heading).to_owned(), cell))
            })
            .collect();
        vec(cells.prop_map(|cells| cells.into_iter().collect::<Map<_, _>>()), 0..8)
    })
}

/// A document with everything that rows can refer to.
fn document() -> Programme {
    let document = json!({
        "schema_version": "1.0", "id": "p", "name": "P",
        "organisations": [{"id": "RNA", "name": "Dudley", "kind": "trust"}, {"id": "RL4", "name": "Wolverhampton", "kind": "trust"}],
        "goals": [{"id": "A", "name": "Access"}],
        "bodies": [{"id": "skin", "kind": "network", "name": "Skin network"}, {"id": "board", "kind": "board", "name": "Board"}],
        "priorities": [
            {"id": "T1", "name": "One form", "kind": "task", "body": "skin",
             "baselines": [{"version": 1, "finish": "2023-03-31", "approved_on": "2022-04-01"}]},
            {"id": "M1", "name": "Live", "kind": "milestone", "body": "skin",
             "baselines": [{"version": 1, "finish": "2023-03-31", "approved_on": "2022-04-01"}, {"version": 7, "finish": "2023-04-30"}]},
        ],
        "updates": [
            {"id": "T1-2023-03-20", "priority": "T1", "as_at": "2023-03-20", "by": "chair", "lifecycle": "in_progress"},
            {"id": "u2", "priority": "M1", "as_at": "2023-02-01", "recorded_on": "2023-06-01", "by": "chair",
             "lifecycle": "complete", "actual_finish": "2023-01-31"},
        ],
        "appointments": [{"id": "a1", "person": "p01", "role": "chair", "body": "board", "start": "2022-04-01"}],
        "meetings": [{"id": "m1", "body": "skin", "kind": "network", "planned_on": "2023-03-31", "attendance": [{"organisation": "RNA"}]}],
        "exercises": [{"id": "e1", "criteria": [{"id": "c1", "name": "Need", "scale": {"worst": 0, "best": 10}, "weight": 1}],
                       "proposals": [{"id": "x", "name": "X"}],
                       "scores": [{"scorer": "p01", "organisation": "RNA", "proposal": "x", "criterion": "c1", "score": 7}]}],
        "indicators": [{"id": "x", "name": "X", "kind": "proportion"}, {"id": "c1", "name": "C", "kind": "count", "period_type": "day"}],
        "observations": [{"indicator": "x", "period": "2023-03", "value": 0.4}],
    });
    Programme::from_value(&document).unwrap()
}

fn options(kind: RowKind, with: Option<Programme>, approved: bool) -> Options {
    let mut options = Options::new(day("2023-03-31"), day("2023-04-03"));
    options.kind = kind;
    options.document = with;
    if approved && kind == RowKind::Priorities {
        let stated = serde_json::from_value::<ColumnChoice>(json!({"value": "2022-04-01"})).unwrap();
        options.columns.insert("approved_on".into(), stated);
    }
    options
}

/// What must hold of any rows: the document is sound, keeps what it had, and has it all after a second reading.
fn sound(rows: &[Map<String, Value>], options: &Options) -> Result<(), TestCaseError> {
    let Ok(FromRows { document, problems, columns }) = from_rows(rows, options) else { return Ok(()) };
    let text = document.to_json();
    let checked = Programme::from_json(&text);
    prop_assert!(checked.is_ok(), "{:?}\n{text}", checked.unwrap_err());
    for problem in &problems {
        prop_assert!(problem.path.starts_with('/') && !problem.message.is_empty(), "{problem:?}");
    }
    prop_assert!(columns.iter().all(|column| column.heading.is_some() || column.value.is_some()));
    if let Some(before) = &options.document {
        for (held, now) in before.priorities.iter().zip(&document.priorities) {
            let approved = |baseline: &&equipoise::document::priority::Baseline| baseline.approved_on.is_some();
            let held: Vec<_> = held.baselines.iter().filter(approved).collect();
            prop_assert!(now.baselines.iter().filter(approved).take(held.len()).eq(held.iter().copied()));
        }
        prop_assert_eq!(&before.updates[..], &document.updates[..before.updates.len()]);
        prop_assert_eq!(&before.observations[..], &document.observations[..before.observations.len()]);
        prop_assert_eq!(
            &before.exercises[0].scores[..],
            &document.exercises[0].scores[..before.exercises[0].scores.len()]
        );
    }
    let mut again = options.clone();
    again.document = Some(document.clone());
    let second = from_rows(rows, &again).unwrap();
    prop_assert_eq!(second.document, document, "read twice");
    prop_assert!(
        second.problems.iter().all(|problem| problem.code != Code::CompletedNoDate || options.kind == RowKind::Updates)
    );
    Ok(())
}

#[test]
fn any_rows_make_a_sound_document_once() {
    holds(1000, &(rows(), select(RowKind::ALL), any::<bool>(), any::<bool>()), |(rows, kind, with, approved)| {
        sound(&rows, &options(kind, with.then(document), approved))
    });
}

#[test]
fn sound_rows_make_a_sound_document_once() {
    for kind in RowKind::ALL {
        holds(800, &(sound_rows(*kind), any::<bool>(), any::<bool>()), |(rows, with, approved)| {
            sound(&rows, &options(*kind, with.then(document), approved))
        });
    }
}

#[test]
fn a_table_goes_out_and_comes_in() {
    // The items of a report, as a table, are a tracker: reading them gives the same items.
    holds(300, &(sound_rows(RowKind::Priorities), any::<bool>()), |(rows, approved)| {
        let Ok(read) = from_rows(&rows, &options(RowKind::Priorities, None, approved)) else { return Ok(()) };
        let report = equipoise::assess(&read.document, &equipoise::Options::as_at(day("2023-03-31"))).unwrap();
        let table = equipoise::table(&serde_json::to_value(&report).unwrap(), Some("items")).unwrap();
        let mut again = options(RowKind::Priorities, None, true);
        for field in ["as_at", "reason", "lead_organisation"] {
            again.columns.insert(field.into(), ColumnChoice::Absent);
        }
        let back = from_rows(&table, &again).unwrap();
        let levels = |document: &Programme| -> Vec<_> {
            document
                .updates
                .iter()
                .filter_map(|update| Some((update.priority.clone(), update.reported_level?)))
                .collect()
        };
        let said: std::collections::BTreeMap<_, _> = levels(&read.document).into_iter().collect();
        let back: std::collections::BTreeMap<_, _> = levels(&back.document).into_iter().collect();
        prop_assert_eq!(said, back);
        Ok(())
    });
}

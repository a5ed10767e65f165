//! Identifiers that stand twice, references to nothing, and chains that lead back.

use crate::case::{Case, EXAMPLE, RULES, breaks, edit, try_all};
use equipoise::{Code, Problem, Programme};
use serde_json::{Value, json};

/// Every list whose rows have identifiers.
const LISTS: [&str; 21] = [
    "organisations",
    "objectives",
    "goals",
    "drivers",
    "aims",
    "roles",
    "bodies",
    "appointments",
    "interests",
    "priorities",
    "reviews",
    "updates",
    "overrides",
    "blockers",
    "meetings",
    "decisions",
    "exercises",
    "indicators",
    "limits",
    "escalations",
    "snapshots",
];

/// Every reference of the document of all rules (added where it is not given), and what it must name.
const REFERENCES: [(&str, &str); 73] = [
    ("/organisations/moor/successors/0/organisation", "organisations"),
    ("/collaborative/members/2/organisation", "organisations"),
    ("/objectives/care/accountable_role", "roles"),
    ("/goals/access/objective", "objectives"),
    ("/goals/access/accountable_role", "roles"),
    ("/drivers/cancer/accountable_role", "roles"),
    ("/aims/E/accountable_role", "roles"),
    ("/bodies/skin/reports_to/body", "bodies"),
    ("/bodies/skin/reports_to/by", "roles"),
    ("/bodies/board/succeeds", "bodies"),
    ("/bodies/advisory/membership_from", "roles"),
    ("/bodies/skin/seats/3/organisation", "organisations"),
    ("/bodies/skin/roles/1/role", "roles"),
    ("/bodies/skin/quorums/0/roles/0/role", "roles"),
    ("/appointments/a08/role", "roles"),
    ("/appointments/a08/body", "bodies"),
    ("/appointments/a08/organisation", "organisations"),
    ("/interests/i1/organisation", "organisations"),
    ("/interests/i1/priority", "priorities"),
    ("/priorities/URO-P1/body", "bodies"),
    ("/priorities/URO-P1/goal", "goals"),
    ("/priorities/URO-P1/other_goals/0", "goals"),
    ("/priorities/URO-P1/drivers/1/driver", "drivers"),
    ("/priorities/URO-P1/aims/0/aim", "aims"),
    ("/priorities/URO-P1/parent", "priorities"),
    ("/priorities/URO-P1/depends_on/0/priority", "priorities"),
    ("/priorities/URO-P1/lead_organisation", "organisations"),
    ("/priorities/URO-P1/participating_organisations/3", "organisations"),
    ("/priorities/URO-P1/affected_organisations/1", "organisations"),
    ("/priorities/URO-P1/approvals/0/body", "bodies"),
    ("/priorities/URO-P1/approvals/0/decision", "decisions"),
    ("/priorities/URO-P1/baselines/1/approved_by", "bodies"),
    ("/priorities/PAT-M1/delivered/0/organisation", "organisations"),
    ("/reviews/r1/subject/id", "priorities"),
    ("/reviews/r1/panel/0/organisation", "organisations"),
    ("/updates/u08/priority", "priorities"),
    ("/updates/u08/by", "roles"),
    ("/overrides/o1/subject/id", "priorities"),
    ("/overrides/o11/subject/id", "bodies"),
    ("/overrides/o1/by", "roles"),
    ("/overrides/o1/approved_by", "roles"),
    ("/blockers/b3/priority", "priorities"),
    ("/blockers/b1/raised_in", "meetings"),
    ("/blockers/b3/resolved_in", "meetings"),
    ("/blockers/b3/owner", "roles"),
    ("/meetings/m-uro-away/body", "bodies"),
    ("/meetings/m-uro-away/hosted_by", "organisations"),
    ("/meetings/m-uro-away/attendance/1/organisation", "organisations"),
    ("/meetings/m-uro-away/attendance/0/role", "roles"),
    ("/decisions/d2/body", "bodies"),
    ("/decisions/d1/meeting", "meetings"),
    ("/decisions/d2/ratified_in", "meetings"),
    ("/decisions/d2/priority", "priorities"),
    ("/decisions/d1/votes/0/organisation", "organisations"),
    ("/decisions/d1/recusals/0/organisation", "organisations"),
    ("/decisions/d1/recusals/0/interest", "interests"),
    ("/exercises/round-1/body", "bodies"),
    ("/exercises/round-1/proposals/0/priority", "priorities"),
    ("/exercises/round-1/proposals/0/interested_organisations/0", "organisations"),
    ("/indicators/skin-late/goals/0", "goals"),
    ("/indicators/skin-late/priorities/0", "priorities"),
    ("/indicators/rtt-urology/annotations/0/organisation", "organisations"),
    ("/indicators/rtt-urology/annotations/0/priority", "priorities"),
    ("/observations/74/indicator", "indicators"),
    ("/observations/44/organisation", "organisations"),
    ("/limits/l2/role", "roles"),
    ("/escalations/e1/organisation", "organisations"),
    ("/escalations/e1/indicator", "indicators"),
    ("/snapshots/s1/submitted_by", "roles"),
    ("/snapshots/s1/reviewed_by", "roles"),
    ("/snapshots/s1/released_by", "roles"),
    ("/snapshots/s1/body", "bodies"),
    ("/decisions/d1/priority", "priorities"),
];

fn problems(document: &Value) -> Vec<Problem> {
    Programme::from_json(&document.to_string()).map_or_else(|problems| problems.into_vec(), |_| Vec::new())
}

#[test]
fn identifiers_and_references_hold() {
    try_all(cases());
}

#[test]
fn every_identifier_is_unique_and_both_places_are_named() {
    for list in LISTS {
        let mut document: Value = serde_json::from_str(RULES).unwrap();
        let rows = document[list].as_array_mut().unwrap();
        let (twin, last) = (rows[0].clone(), rows.len());
        rows.push(twin.clone());
        let expected = Problem {
            code: Code::DuplicateId,
            path: format!("/{list}/{last}/id"),
            value: Some(twin["id"].clone()),
            accepted: Some("an identifier of its own".into()),
            message: format!("“{}” is already the identifier of /{list}/0", twin["id"].as_str().unwrap()),
        };
        assert_eq!(problems(&document), [expected], "{list}");
    }
}

#[test]
fn every_reference_must_name_something() {
    for (pointer, what) in REFERENCES {
        let mut document: Value = serde_json::from_str(RULES).unwrap();
        edit(&mut document, pointer, json!("nowhere to be found"));
        let found = problems(&document);
        let [problem] = found.as_slice() else { panic!("{pointer}: {found:?}") };
        assert_eq!(document.pointer(&problem.path), Some(&json!("nowhere to be found")), "{pointer}");
        assert_eq!(problem.code, Code::DanglingReference, "{pointer}");
        assert_eq!(problem.value, Some(json!("nowhere to be found")), "{pointer}");
        assert_eq!(problem.accepted, Some(format!("the identifier of one of the {what}")), "{pointer}");
        assert_eq!(
            problem.message,
            format!("“nowhere to be found” is not among the {what} of the document"),
            "{pointer}"
        );
    }
}

#[test]
fn every_kind_of_subject_must_name_something() {
    let kinds = [
        ("programme", "programmes", "every-rule"),
        ("body", "bodies", "board"),
        ("goal", "goals", "access"),
        ("priority", "priorities", "URO-P1"),
        ("organisation", "organisations", "north"),
        ("indicator", "indicators", "skin-late"),
        ("decision", "decisions", "d1"),
        ("meeting", "meetings", "m-uro-10"),
    ];
    for (kind, what, known) in kinds {
        let mut document: Value = serde_json::from_str(RULES).unwrap();
        edit(&mut document, "/reviews/r1/subject", json!({"kind": kind, "id": known}));
        assert_eq!(problems(&document), [], "{kind}");
        edit(&mut document, "/reviews/r1/subject/id", json!("nowhere to be found"));
        let found = problems(&document);
        assert_eq!(found.len(), 1, "{kind}: {found:?}");
        assert_eq!(found[0].path, "/reviews/0/subject/id");
        assert_eq!(found[0].message, format!("“nowhere to be found” is not among the {what} of the document"));
    }
}

/// The same text gives the same problems, byte for byte, however often it is read.
#[test]
fn the_nearest_of_several_is_always_the_same() {
    for text in [EXAMPLE, RULES] {
        let mut document: Value = serde_json::from_str(text).unwrap();
        edit(&mut document, "/updates/u01/priority", json!("URO-X1"));
        let first = problems(&document);
        for _ in 0..64 {
            assert_eq!(problems(&document), first, "two readings of one text");
        }
    }
}

#[test]
fn the_place_of_a_weight_in_votes_is_a_json_pointer() {
    let mut document: Value = serde_json::from_str(EXAMPLE).unwrap();
    edit(&mut document, "/bodies/board/voting/weights", json!({"north/south": 2}));
    let found = problems(&document);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].code, Code::DanglingReference);
    assert_eq!(document.pointer(&found[0].path), Some(&json!(2)), "{} leads nowhere", found[0].path);
}

pub(crate) fn cases() -> Vec<Case> {
    breaks! {
        "two priorities of one identifier":
            "/priorities/-" = json!({"id": "URO-T1", "name": "Twin", "kind": "task", "body": "urology"})
            => [DuplicateId at "/priorities/-/id" found "URO-T1"; "an identifier of its own"; "“URO-T1” is already the identifier of [/priorities/URO-T1]"];
        "three updates of one identifier":
            "/updates/u03/id" = "u02", "/updates/u04/id" = "u02"
            => [DuplicateId at "/updates/2/id"; "an identifier of its own"; "“u02” is already the identifier of /updates/1"]
               [DuplicateId at "/updates/3/id"; "an identifier of its own"; "“u02” is already the identifier of /updates/1"];
        "identifiers of one spelling in two kinds are no twins, and capitals differ":
            "/blockers/b1/id" = "u01", "/updates/-" = json!({"id": "U01", "priority": "URO-T9", "as_at": "2023-03-01", "by": "chair"})
            => [DanglingReference at "/updates/-/priority" found "URO-T9"; "the identifier of one of the priorities, such as URO-T1"; "“URO-T9” is not among the priorities of the document"];
        "a body that is misspelt names the nearest":
            "/priorities/URO-T1/body" = "urolgy" // misspelt on purpose
            => [DanglingReference; "the identifier of one of the bodies, such as urology"; "“urolgy” is not among the bodies of the document"]; // misspelt on purpose
        "a reference to what the document has none of":
            "/decisions/d1/recusals/0/interest" = "i2", "/interests" = json!([])
            => [DanglingReference; "the identifier of one of the interests; the document has none"; "“i2” is not among the interests of the document"];
        "a role that is neither declared nor known to all":
            "/updates/u01/by" = "project_manger" // misspelt on purpose
            => [DanglingReference; "the identifier of one of the roles, such as project_manager"; "“project_manger” is not among the roles of the document"]; // misspelt on purpose
        "a score for no organisation":
            "/exercises/round-1/scores/0" = json!({"scorer": "p99", "organisation": "nort", "proposal": "robot", "criterion": "need", "score": 3})
            => [DanglingReference at "/exercises/round-1/scores/0/organisation" found "nort"; "the identifier of one of the organisations, such as north"; "“nort” is not among the organisations of the document"];
        "parents that lead back":
            "/priorities/URO-T1/parent" = "URO-P1", "/priorities/URO-P1/parent" = "URO-T1"
            => [Cycle; "a chain that ends"; "parent leads back to where it started: URO-T1 → URO-P1 → URO-T1"];
        "a priority that is its own parent":
            "/priorities/SKI-T1/parent" = "SKI-T1"
            => [Cycle; "a chain that ends"; "parent leads back to where it started: SKI-T1 → SKI-T1"];
        "dependencies that lead back over three":
            "/priorities/URO-M1/depends_on" = json!([{"priority": "URO-T1"}]), "/priorities/URO-T1/depends_on" = json!([{"priority": "URO-P1"}])
            => [Cycle at "/priorities/URO-T1/depends_on" found json!([]); "a chain that ends"; "depends_on leads back to where it started: URO-T1 → URO-P1 → URO-M1 → URO-T1"];
        "a priority that waits for itself":
            "/priorities/SKI-M1/depends_on" = json!([{"priority": "SKI-M1", "lag_days": 7}])
            => [Cycle; "a chain that ends"; "depends_on leads back to where it started: SKI-M1 → SKI-M1"];
        "a line of reporting that leads back":
            "/bodies/board/reports_to" = json!({"body": "urology"})
            => [Cycle; "a chain that ends"; "reports_to leads back to where it started: board → urology → board"];
        "bodies that succeed one another":
            "/bodies/skin/succeeds" = "summit", "/bodies/summit/succeeds" = "skin"
            => [Cycle; "a chain that ends"; "succeeds leads back to where it started: skin → summit → skin"];
        "a child in another body than its parent":
            "/priorities/SKI-T1/parent" = "URO-P1"
            => [ChildInOtherBody at "/priorities/SKI-T1/body" found "skin"; "urology"; "the parent URO-P1 at [/priorities/URO-P1] belongs to urology, not to skin"];
    }
}

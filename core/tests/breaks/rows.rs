//! Several faults at once: each is named, in its place, and none hides or invents another.

use crate::case::{Case, breaks, try_all};
use serde_json::json;

#[test]
fn no_fault_hides_or_invents_another() {
    try_all(cases());
}

pub(crate) fn cases() -> Vec<Case> {
    breaks! {
        "two faulty entities give both":
            "/priorities/URO-T1/kind" = "job", "/meetings/m-uro-10/kind" = "chat"
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"]
               [UnknownWord at "/meetings/m-uro-10/kind" found "chat"; "one of: network, two_to_one, away_day, summit, board, strategy_event, other"; "“chat” is not a known word here"];
        "two faults of one entity give both":
            "/priorities/URO-T1/kind" = "job", "/priorities/URO-T1/weight" = 0
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"]
               [OutOfRange at "/priorities/URO-T1/weight" found 0; "a weight above 0 and below 1,000,000, with at most six decimal places"; "a weight must be above 0"];
        "a faulty entity beside a dangling reference gives both":
            "/priorities/URO-T1/kind" = "job", "/updates/u03/priority" = "URO-M9"
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"]
               [DanglingReference at "/updates/u03/priority" found "URO-M9"; "the identifier of one of the priorities, such as URO-M1"; "“URO-M9” is not among the priorities of the document"];
        "references to an entity that cannot be read are not dangling":
            "/priorities/URO-M1/kind" = "job"
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"];
        "references to a body that cannot be read are not dangling":
            "/bodies/urology/kind" = "clinic"
            => [UnknownWord; "one of: network, pathway, board, …"; "“clinic” is not a known word here"];
        "references to an organisation that cannot be read are not dangling":
            "/organisations/north/sizes/population" = "many"
            => [WrongType; "a number"; "this is a text, where a number is wanted"];
        "an unknown field makes its row unreadable and nothing else":
            "/roles/chair/rank" = 1
            => [UnknownField; "one of: id, name, start, end, codes, source"; "the field “rank” is not known here"];
        "places after a row that cannot be read are those of the document":
            "/priorities/URO-T1/kind" = "job", "/priorities/SKI-P1/goal" = "acces" // misspelt on purpose
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"]
               [DanglingReference at "/priorities/SKI-P1/goal" found "acces"; "the identifier of one of the goals, such as access"; "“acces” is not among the goals of the document"]; // misspelt on purpose
        "places between and after rows that cannot be read are those of the document":
            "/updates/u01/percent" = -1, "/updates/u03/by" = 3, "/updates/u02/actual_finish" = "2023-01-28", "/updates/u05/by" = "boss"
            => [OutOfRange; "a percentage from 0 to 100"; "-1 is not a percentage from 0 to 100"]
               [WrongType at "/updates/u03/by" found 3; "a text"; "this is a number, where a text is wanted"]
               [DanglingReference at "/updates/u05/by" found "boss"; "the identifier of one of the roles"; "“boss” is not among the roles of the document"]
               [ActualAfterAsAt at "/updates/u02/actual_finish" found "2023-01-28"; "a date not after 2023-01-27"; "finished on 2023-01-28, after the day the update speaks of (2023-01-27)"];
        "a twin behind a row that cannot be read names the place of the first":
            "/priorities/URO-T1/kind" = "job", "/priorities/-" = json!({"id": "SKI-M1", "name": "Twin", "kind": "task", "body": "skin"})
            => [UnknownWord; "one of: task, milestone, project"; "“job” is not a known word here"]
               [DuplicateId at "/priorities/-/id" found "SKI-M1"; "an identifier of its own"; "“SKI-M1” is already the identifier of [/priorities/SKI-M1]"];
        "a cycle behind a row that cannot be read names its place":
            "/bodies/0/kind" = "clinic", "/priorities/URO-T1/start" = 5, "/priorities/SKI-T1/depends_on" = json!([{"priority": "SKI-T1"}])
            => [UnknownWord; "one of: network, pathway, board, …"; "“clinic” is not a known word here"]
               [WrongType at "/priorities/URO-T1/start" found 5; "a date written YYYY-MM-DD"; "this is a number, where a date written YYYY-MM-DD is wanted"]
               [Cycle at "/priorities/SKI-T1/depends_on" found json!([]); "a chain that ends"; "depends_on leads back to where it started: SKI-T1 → SKI-T1"];
        "a fault of the document itself beside one of a row":
            "/illustrative" = "yes", "/goals/quality/objective" = "cares"
            => [WrongType; "true or false"; "this is a text, where true or false is wanted"]
               [DanglingReference at "/goals/quality/objective" found "cares"; "the identifier of one of the objectives, such as care"; "“cares” is not among the objectives of the document"];
        "a version that is not known hides nothing":
            "/schema_version" = "9.9", "/overrides/o1/approved_by" = "boss"
            => [UnknownWord; "one of: 1.0"; "“9.9” is not a known word here"]
               [DanglingReference at "/overrides/o1/approved_by" found "boss"; "the identifier of one of the roles"; "“boss” is not among the roles of the document"];
        "a policy that cannot be read hides nothing":
            "/policy/path" = "leafs", "/blockers/b1/owner" = "boss"
            => [UnknownWord; "leaves (the nearest of: leaves, children)"; "“leafs” is not a known word here"]
               [DanglingReference at "/blockers/b1/owner" found "boss"; "the identifier of one of the roles"; "“boss” is not among the roles of the document"];
    }
}

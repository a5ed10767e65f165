//! Posts, meetings and decisions.

use serde_json::{Value, json};

use crate::{assessed, document, grows_with_its_input, takes_time_by_its_input, tasks};

/// As many members as roles, each with a post of its own: every role would be counted for every member.
#[test]
fn holdings_grow_with_their_input() {
    grows_with_its_input("holdings", 200, |size| {
        let ids = |kind: &str| (0..size).map(|place| format!("{kind}{place}")).collect::<Vec<_>>();
        let mut document = document();
        let organisation = |id: &String| json!({"id": id, "name": "O", "kind": "trust"});
        document["organisations"] = ids("m").iter().map(organisation).collect();
        let members: Vec<Value> = ids("m").iter().map(|id| json!({"organisation": id})).collect();
        document["collaborative"] = json!({"id": "c", "name": "C", "members": members});
        document["roles"] = ids("r").iter().map(|id| json!({"id": id, "name": "R"})).collect();
        let post = |place: usize| json!({"id": format!("a{place}"), "role": format!("r{place}"), "body": "b", "organisation": format!("m{place}")});
        document["appointments"] = (0..size).map(post).collect();
        assessed(&document)
    });
}

/// Every post is held in a body that serves every goal: all posts would be counted for all goals.
#[test]
fn posts_for_goals_take_time_by_their_number() {
    let many = |size: usize| {
        let mut document = document();
        document["collaborative"] = json!({"id": "c", "name": "C", "members": [{"organisation": "o"}]});
        document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
        document["priorities"] = tasks(size, |place, row| row["goal"] = json!(format!("g{place}")));
        let post = |place: usize| json!({"id": format!("a{place}"), "role": "member", "body": "b", "organisation": "o", "profession": format!("f{}", place / 2)});
        document["appointments"] = (0..size).map(post).collect();
        assessed(&document)
    };
    grows_with_its_input("posts for goals", 150, many);
    takes_time_by_its_input("posts for goals", 1500, many);
}

/// One body that serves every goal, with as many meetings; and as many decisions as it has members.
#[test]
fn meetings_and_decisions_take_time_by_their_number() {
    takes_time_by_its_input("meetings and goals", 500, |size| {
        let mut document = document();
        document["collaborative"] = json!({"id": "c", "name": "C", "members": [{"organisation": "o"}]});
        document["goals"] = (0..size).map(|goal| json!({"id": format!("g{goal}"), "name": "G"})).collect();
        document["priorities"] = tasks(size, |place, row| row["goal"] = format!("g{place}").into());
        let attendance = json!([{"organisation": "o", "role": "chair"}]);
        let meeting = |place: usize| {
            json!({"id": format!("m{place}"), "body": "b", "kind": "network",
            "held_on": "2023-01-10", "hosted_by": "o", "attendance": attendance})
        };
        document["meetings"] = (0..size).map(meeting).collect();
        assessed(&document)
    });
    takes_time_by_its_input("decisions and members", 500, |size| {
        let mut document = document();
        document["bodies"][0]["quorums"] = json!([{"minimum": 2}]);
        document["bodies"][0]["roles"] = json!([{"role": "member", "min": 2}]);
        let post = |place: usize| {
            json!({"id": format!("a{place}"), "person": format!("p{place}"), "role": "member",
            "body": "b", "organisation": "o"})
        };
        document["appointments"] = (0..size).map(post).collect();
        document["meetings"] = json!([{"id": "m", "body": "b", "kind": "network", "held_on": "2023-01-10",
            "attendance": [{"person": "p1"}]}]);
        let decision = |place: usize| {
            json!({"id": format!("d{place}"), "body": "b", "meeting": "m",
            "decided_on": "2023-01-10"})
        };
        document["decisions"] = (0..size).map(decision).collect();
        assessed(&document)
    });
}

//! Hostile inputs: what an answer costs grows with the input, not with its square.
//!
//! Sizes of answers are compared exactly: an input four times as large may give an answer about four times as large.
//! Of times only the ratio is looked at: four times the input may take less than nine times as long, in the best of
//! some rounds, where a square would take sixteen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use equipoise::json;
use serde_json::{Map, Value, json};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// An operation as text to text, and a request to it.
type Asked = (fn(&str) -> String, String);

/// The smallest document with one network.
fn document() -> Value {
    json!({
        "schema_version": "1.0", "id": "p", "name": "P",
        "organisations": [{"id": "o", "name": "O", "kind": "trust"}], "bodies": [{"id": "b", "name": "B", "kind": "network"}],
    })
}

fn task(place: usize) -> Value {
    json!({
        "id": format!("i{place}"), "name": "Task", "kind": "task", "body": "b",
        "baselines": [{"version": 1, "finish": "2023-06-30", "approved_on": "2022-10-01"}],
    })
}

/// So many tasks, changed row by row.
fn tasks(size: usize, change: impl Fn(usize, &mut Value)) -> Value {
    let changed = |place: usize| {
        let mut row = task(place);
        change(place, &mut row);
        row
    };
    (0..size).map(changed).collect()
}

fn waits_for(place: usize) -> Value {
    json!([{ "priority": format!("i{place}") }])
}

fn update(place: usize, priority: &str) -> Value {
    json!({
        "id": format!("u{place}"), "priority": priority, "as_at": "2023-03-20", "by": "chair", "lifecycle": "in_progress",
        "forecast_finish": "2023-09-30",
    })
}

/// Set so many days before the day of the report.
fn judgement(place: usize) -> Value {
    let start: equipoise::Day = "2023-03-31".parse().unwrap();
    let subject = json!({"kind": "priority", "id": format!("i{place}")});
    json!({
        "id": format!("o{place}"), "subject": subject, "level": "amber", "start": start.plus(-(place as i64)),
        "end": "2023-12-31",
    })
}

fn checked(document: &Value) -> Asked {
    (json::check, json!({ "document": document }).to_string())
}

fn assessed(document: &Value) -> Asked {
    (json::assess, json!({"document": document, "as_at": "2023-03-31"}).to_string())
}

fn tabled(result: &Value) -> Asked {
    (json::table, json!({ "result": result }).to_string())
}

/// Requests of the size and of four times the size.
fn both(what: &str, size: usize, request: impl Fn(usize) -> Asked) -> [Asked; 2] {
    let asked = [request(size), request(4 * size)];
    let [small, large] = [asked[0].1.len(), asked[1].1.len()];
    assert!(large > 3 * small && large < 6 * small, "{what}: the inputs are not what they should be");
    asked
}

/// The answer to an input four times as large is at most six times as large.
fn grows_with_its_input(what: &str, size: usize, request: impl Fn(usize) -> Asked) {
    let [small, large] =
        both(what, size, request).map(|(operation, request)| (request.len(), operation(&request).len()));
    assert!(large.1 < 6 * small.1, "{what}: {} bytes give {}, and {} give {}", small.0, small.1, large.0, large.1);
}

/// What is timed is alone.
static ALONE: Mutex<()> = Mutex::new(());

/// An input four times as large takes less than nine times as long. A loaded machine gets more rounds.
fn takes_time_by_its_input(what: &str, size: usize, request: impl Fn(usize) -> Asked) {
    let asked = both(what, size, request);
    let _alone = ALONE.lock().unwrap_or_else(|broken| broken.into_inner());
    let mut best = [Duration::MAX; 2];
    for round in 1..=6 {
        for (best, (operation, request)) in best.iter_mut().zip(&asked) {
            let begun = Instant::now();
            operation(request);
            *best = begun.elapsed().min(*best);
        }
        if round > 1 && best[1] < 9 * best[0] {
            return;
        }
    }
    panic!("{what}: {} bytes take {:?}, and {} take {:?}", asked[0].1.len(), best[0], asked[1].1.len(), best[1]);
}

/// Every priority waits for the next and for the first: as many cycles as priorities, each longer than the one before.
#[test]
fn cycles_are_printed_within_bounds() {
    grows_with_its_input("cycles", 250, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["depends_on"] = json!([{"priority": format!("i{}", (place + 1) % size)}, {"priority": "i0"}]);
        });
        checked(&document)
    });
}

/// Every vote is for something else than the many options.
#[test]
fn options_are_named_within_bounds() {
    grows_with_its_input("votes", 250, |size| {
        let options: Vec<String> = (0..size).map(|place| format!("option {place}")).collect();
        let vote = |place: usize| json!({"organisation": "o", "person": format!("p{place}"), "option": format!("other {place}")});
        let votes: Vec<Value> = (0..size).map(vote).collect();
        let mut document = document();
        document["decisions"] = json!([{"id": "d", "body": "b", "options": options, "votes": votes}]);
        checked(&document)
    });
}

/// What many rows repeat has a bounded length: of the programme's identifier, of a body's, of a policy's version.
#[test]
fn identifiers_are_repeated_within_bounds() {
    let long = |size: usize| json!("long".repeat(5 * size));
    grows_with_its_input("the programme's identifier", 250, |size| {
        let mut document = document();
        document["id"] = long(size);
        document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
        assessed(&document)
    });
    grows_with_its_input("the version of the policy", 250, |size| {
        let mut document = document();
        document["policy"] = json!({ "version": long(size) });
        document["priorities"] = tasks(size, |_, _| ());
        assessed(&document)
    });
    grows_with_its_input("the parent's body", 250, |size| {
        let mut document = document();
        document["bodies"].as_array_mut().unwrap().push(json!({"id": long(size), "name": "B", "kind": "network"}));
        document["priorities"] = tasks(size, |place, row| match place {
            0 => row["body"] = long(size),
            _ => row["parent"] = json!("i0"),
        });
        checked(&document)
    });
}

/// Fields given twice inside one with a long name.
#[test]
fn places_are_named_within_bounds() {
    grows_with_its_input("pointers", 250, |size| {
        let text = json!({ "document": document() }).to_string();
        let fields = vec![r#""a":1"#; size].join(",");
        let long = "name".repeat(size);
        (json::check, text.replace(r#""id":"p""#, &format!(r#""id":"p","{long}":{{{fields}}}"#)))
    });
}

/// Every row has a column of its own.
#[test]
fn tables_are_filled_within_bounds() {
    grows_with_its_input("columns", 250, |size| {
        let row = |place: usize| Value::Object(Map::from_iter([(format!("column {place}"), json!(place))]));
        tabled(&(0..size).map(row).collect())
    });
}

/// One long name around many fields.
#[test]
fn columns_are_named_within_bounds() {
    let around = |size: usize, field: Value| {
        let fields: Map<String, Value> = (0..size).map(|place| (format!("f{place}"), field.clone())).collect();
        json!({ "name".repeat(2 * size): fields })
    };
    grows_with_its_input("names of columns", 250, |size| tabled(&around(size, json!(1))));
    // Names that no column has in the end cost as much.
    let (operation, request) = tabled(&around(250, json!({})));
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    assert_eq!(answer["problems"][0]["code"], "too_large");
}

/// A report in which every row is the same item, and every finding speaks of it.
#[test]
fn findings_are_said_within_bounds() {
    let mut small = document();
    small["priorities"] = json!([task(0)]);
    small["updates"] = json!([update(0, "i0")]);
    let (operation, request) = assessed(&small);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let report = &answer["answer"];
    let finding =
        report["findings"].as_array().unwrap().iter().find(|finding| finding["subject"]["kind"] == "priority").unwrap();
    grows_with_its_input("findings", 60, |size| {
        let mut report = report.clone();
        report["items"] = vec![report["items"][0].clone(); size].into();
        report["findings"] = vec![finding.clone(); size].into();
        (json::describe, json!({ "result": report }).to_string())
    });
}

/// What is not known is named, and what would be is named beside it: not over and over without end.
#[test]
fn problems_take_a_bounded_multiple_of_the_input() {
    for (what, row) in [("empty rows", json!({})), ("rows that are none", json!(0))] {
        let mut document = document();
        document["updates"] = vec![row; 20_000].into();
        let (operation, request) = checked(&document);
        let (given, answered) = (request.len(), operation(&request).len());
        assert!(answered < 50 * given, "{what}: {given} bytes give {answered}");
    }
}

/// However many faults there are of one kind, every kind is listed, and how many more there are is said.
#[test]
fn no_kind_of_fault_hides_another() {
    let mut document = document();
    document["updates"] = vec![json!(0); 12_000].into();
    document["goals"] = json!([{"id": "g", "name": "G", "objective": "nowhere"}]);
    let (operation, request) = checked(&document);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let problems = answer["answer"].as_array().unwrap();
    assert_eq!(problems.len(), 10_002);
    assert_eq!(problems[10_000]["code"], "dangling_reference");
    assert_eq!(problems[10_001]["message"], "there are 2000 more problems wrong_type; the first 10000 are listed");
}

#[test]
fn many_references_to_nothing_take_time_by_their_number() {
    takes_time_by_its_input("dangling references", 1500, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| ());
        document["updates"] = (0..size).map(|place| update(place, &format!("x{place:06}"))).collect();
        checked(&document)
    });
}

#[test]
fn long_names_take_time_by_their_length() {
    takes_time_by_its_input("two long identifiers", 15_000, |size| {
        let mut document = document();
        let mut row = task(0);
        row["id"] = json!("a".repeat(size));
        document["priorities"] = json!([row]);
        document["updates"] = json!([update(0, &"b".repeat(size))]);
        checked(&document)
    });
    takes_time_by_its_input("a long field", 100_000, |size| {
        let mut document = document();
        document[&"field".repeat(size)] = json!(1);
        checked(&document)
    });
}

/// Most rows cannot be read; each of the others has its place among all.
#[test]
fn many_rows_that_cannot_be_read_take_time_by_their_number() {
    takes_time_by_its_input("rows", 20_000, |size| {
        let mut document = document();
        let goal = json!({"id": "g", "name": "G"});
        document["goals"] = (0..size).map(|place| if place % 3 == 0 { goal.clone() } else { json!(0) }).collect();
        checked(&document)
    });
}

#[test]
fn many_options_take_time_by_their_number() {
    takes_time_by_its_input("options", 4000, |size| {
        let options: Vec<String> = (0..size).map(|place| format!("option {place}")).collect();
        let vote = |(place, option): (usize, &String)| json!({"organisation": "o", "person": format!("p{place}"), "option": option});
        let votes: Vec<Value> = options.iter().enumerate().map(vote).collect();
        let mut document = document();
        document["decisions"] = json!([{"id": "d", "body": "b", "options": options, "votes": votes}]);
        checked(&document)
    });
}

#[test]
fn many_bodies_and_goals_take_time_by_their_number() {
    let many = |size: usize| {
        let mut document = document();
        let body = |place: usize| json!({"id": format!("b{place}"), "name": "B", "kind": "board"});
        document["bodies"].as_array_mut().unwrap().extend((0..size).map(body));
        document["goals"] = (0..size).map(|place| json!({"id": format!("g{place}"), "name": "G"})).collect();
        document
    };
    takes_time_by_its_input("bodies and goals", 1500, |size| assessed(&many(size)));
    takes_time_by_its_input("bodies, goals and items", 1500, |size| {
        let mut document = many(size);
        document["priorities"] = tasks(size, |place, row| row["goal"] = json!(format!("g{place}")));
        assessed(&document)
    });
    takes_time_by_its_input("bodies and goals overridden", 1500, |size| {
        let mut document = many(size);
        document["priorities"] = tasks(size, |place, row| {
            row["body"] = json!(format!("b{place}"));
            row["goal"] = json!(format!("g{place}"));
        });
        let set = |place: usize, kind: &str| {
            let mut row = judgement(0);
            row["id"] = json!(format!("{kind}{place}"));
            row["subject"] = json!({"kind": kind, "id": format!("{}{place}", &kind[..1])});
            row
        };
        document["overrides"] = (0..size).flat_map(|place| [set(place, "body"), set(place, "goal")]).collect();
        assessed(&document)
    });
}

/// Every item is judged by the cadences of its body, so that they may not be many.
#[test]
fn many_cadences_are_refused() {
    let problems = |cadences: usize| {
        let mut document = document();
        document["bodies"][0]["cadences"] = vec![json!({"meeting_kind": "network", "every": "month"}); cadences].into();
        let (operation, request) = checked(&document);
        let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
        answer["answer"].clone()
    };
    assert_eq!(problems(1000), json!([]));
    let problem = json!({
        "code": "too_large", "path": "/bodies/0/cadences", "value": null, "accepted": "at most 1000 cadences",
        "message": "there are 1001",
    });
    assert_eq!(problems(1001), json!([problem]));
}

/// Each item waits for the one before it, and each was overridden on another day.
#[test]
fn many_overrides_along_a_chain_are_refused() {
    let chain = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["depends_on"] = place.checked_sub(1).map_or_else(|| json!([]), waits_for);
        });
        document["overrides"] = (0..size).map(judgement).collect();
        document
    };
    // 3000 · 3001 / 2 items are looked back to; up to 16 · 3000 and a million may be.
    assert_eq!(refused(&chain(3000)), ["at most 1048000 items and figures in all"]);
    assert!(refused(&chain(300)).is_empty());
    takes_time_by_its_input("overrides along a chain", 1600, |size| assessed(&chain(size)));
}

/// Every part waits for the end of one chain, and what it is a part of is overridden.
#[test]
fn many_overrides_above_a_chain_are_refused() {
    let chain = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(3 * size, |place, row| match (place / size, place % size) {
            (0, 0) | (1, _) => {}
            (0, _) => row["depends_on"] = waits_for(place - 1),
            (_, rest) => {
                row["parent"] = json!(format!("i{}", size + rest));
                row["depends_on"] = waits_for(size - 1);
            }
        });
        let at_once = |place: usize| {
            let mut row = judgement(size + place);
            row["start"] = json!("2023-03-30");
            row
        };
        document["overrides"] = (0..size).map(at_once).collect();
        document
    };
    assert_eq!(refused(&chain(1100)), ["at most 1052800 items and figures in all"]);
    assert!(refused(&chain(100)).is_empty());
}

/// A document with one indicator, its figures by organisation, and items linked to it.
fn measured(items: usize, organisations: usize, periods: usize) -> Value {
    let mut document = document();
    let id = |place: usize| format!("o{place}");
    document["priorities"] = tasks(items, |_, row| row["participating_organisations"] = json!([id(0)]));
    let links: Value = document["priorities"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    document["organisations"] =
        (0..organisations).map(|place| json!({"id": id(place), "name": "Trust", "kind": "trust"})).collect();
    document["indicators"] = json!([{
        "id": "n", "name": "Indicator", "kind": "value", "improvement_direction": "increase",
        "targets": [{"value": 9}], "priorities": links,
    }]);
    let figures = (0..organisations).flat_map(|place| {
        (0..periods).map(move |period| {
            let period = format!("{}-{:02}", 1990 + period / 12, period % 12 + 1);
            json!({"indicator": "n", "organisation": format!("o{place}"), "period": period, "value": 1})
        })
    });
    document["observations"] = figures.collect();
    document
}

/// Each item was overridden on another day, and each looks at all figures as they stood then.
#[test]
fn many_overrides_that_look_at_many_figures_are_refused() {
    let overridden = |size: usize| {
        let mut document = measured(size, 10, 13);
        document["overrides"] = (0..size).map(judgement).collect();
        document
    };
    assert_eq!(refused(&overridden(9000)), ["at most 1144000 items and figures in all"]);
    assert!(refused(&overridden(90)).is_empty());
}

#[test]
fn figures_take_time_by_their_number() {
    takes_time_by_its_input("figures of many organisations", 300, |size| assessed(&measured(10, size, 2)));
    takes_time_by_its_input("items of one indicator", 1000, |size| assessed(&measured(size, 10, 2)));
}

/// Links are in the row of every series.
#[test]
fn much_that_every_series_repeats_is_refused() {
    let problems = |items: usize, organisations: usize| {
        let (operation, request) = assessed(&measured(items, organisations, 1));
        let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
        answer["problems"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(problems(1200, 1200), 1);
    assert_eq!(problems(1200, 12), 0);
}

/// What would be accepted instead of the overrides, if they are refused.
fn refused(document: &Value) -> Vec<String> {
    let (operation, request) = assessed(document);
    let answer: Value = serde_json::from_str(&operation(&request)).unwrap();
    let problems = answer["problems"].as_array().cloned().unwrap_or_default();
    let accepted = problems.iter().map(|problem| {
        assert_eq!((problem["code"].as_str(), problem["path"].as_str()), (Some("too_large"), Some("/overrides")));
        let accepted = problem["accepted"].as_str().unwrap();
        accepted.strip_prefix("overrides in force that look back to ").unwrap().to_owned()
    });
    accepted.collect()
}

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

/// Series as they stood at each period, shifts within shifts, large ranges that count or not, ties without end, and
/// members put together.
#[test]
fn series_take_time_by_their_length() {
    type Change = fn(&mut Value);
    let series = |operation: fn(&str) -> String, value: fn(usize) -> usize, change: Change| {
        move |size: usize| -> Asked {
            let values: Vec<usize> = (0..size).map(value).collect();
            let mut request = json!({"values": values, "improvement_direction": "increase"});
            change(&mut request);
            (operation, request.to_string())
        }
    };
    let wave = |place: usize| 100 + place * 7919 % 23;
    takes_time_by_its_input("history", 1500, series(json::spc_history, wave, |_| ()));
    takes_time_by_its_input(
        "a rising series",
        1500,
        series(json::suggest_recalculations, |place| 1000 + place, |_| ()),
    );
    takes_time_by_its_input(
        "leaps among ties",
        1500,
        series(
            json::spc,
            |place| 1000 + place % 8 / 7 * (place % 97),
            |request| {
                request["preset"] = "nhsr-0.2.2".into();
                request["options"] = json!({"ties": "skip", "screening": "mr_and_mean"});
            },
        ),
    );
    let members = |size: usize| -> Asked {
        let row = |place: usize| {
            let period = format!("{}-{:02}", 1900 + place / 24, place / 2 % 12 + 1);
            json!({"organisation": format!("m{}", place % 2), "period": period, "value": place % 13})
        };
        let rows: Vec<Value> = (0..size).map(row).collect();
        (json::aggregate_series, json!({"rows": rows, "improvement_direction": "increase"}).to_string())
    };
    takes_time_by_its_input("members", 1000, members);
}

fn compared(document: &Value) -> Asked {
    let request = json!({"document": document, "since": "2023-02-28", "as_at": "2023-03-31"});
    (json::compare, request.to_string())
}

/// What all others wait for moved, so that every one of a long chain changed because of it.
#[test]
fn causes_along_a_chain_take_time_by_their_number() {
    takes_time_by_its_input("a chain whose beginning moved", 1500, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            if place > 0 {
                row["depends_on"] = waits_for(place - 1);
            }
        });
        let first = |place: usize, as_at: &str, forecast: &str| {
            let mut row = update(place, "i0");
            (row["as_at"], row["forecast_finish"]) = (json!(as_at), json!(forecast));
            row
        };
        document["updates"] = json!([first(0, "2023-02-20", "2023-06-30"), first(1, "2023-03-20", "2023-09-30")]);
        compared(&document)
    });
}

/// One item with many updates, blockers and baselines, all of them new.
#[test]
fn causes_among_many_facts_take_time_by_their_number() {
    takes_time_by_its_input("many facts of one item", 2000, |size| {
        let mut document = document();
        document["priorities"] = tasks(1, |_, _| ());
        document["updates"] = (0..size).map(|place| update(place, "i0")).collect();
        let blocker = |place: usize| json!({"id": format!("k{place}"), "priority": "i0", "raised_on": "2023-03-01"});
        document["blockers"] = (0..size).map(blocker).collect();
        compared(&document)
    });
}

/// Every item has a new override with a start of its own, and its level changed.
#[test]
fn causes_under_overrides_take_time_by_their_number() {
    takes_time_by_its_input("overrides that are new", 1000, |size| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| ());
        document["updates"] = (0..size)
            .map(|place| {
                let mut row = update(place, &format!("i{place}"));
                row["forecast_finish"] = json!("2023-06-30");
                row
            })
            .collect();
        let set = |place: usize| {
            let mut row = judgement(place);
            row["start"] = json!(format!("2023-03-{:02}", 1 + place % 30));
            row["level"] = json!("red");
            row
        };
        document["overrides"] = (0..size).map(set).collect();
        compared(&document)
    });
}

/// Networks of twenty items each, half of them late since: what changed each, what would turn it green, what red.
#[test]
fn many_networks_take_time_by_their_number() {
    let networks = |size: usize| {
        let mut document = document();
        let body = |place: usize| json!({"id": format!("b{place}"), "name": "B", "kind": "network"});
        document["bodies"] = (0..size).map(body).collect();
        document["priorities"] = tasks(20 * size, |place, row| row["body"] = json!(format!("b{}", place / 20)));
        document["updates"] = (0..20 * size)
            .map(|place| {
                let mut row = update(place, &format!("i{place}"));
                row["forecast_finish"] = json!(if place % 2 == 0 { "2023-07-14" } else { "2023-06-30" });
                row
            })
            .collect();
        document
    };
    takes_time_by_its_input("causes of networks", 25, |size| compared(&networks(size)));
    takes_time_by_its_input("paths of networks", 25, |size| assessed(&networks(size)));
}

/// Colours looked back to, each on a day of its own and each resting on all before it.
#[test]
fn colours_along_a_chain_take_time_by_their_number() {
    takes_time_by_its_input("colours along a chain", 1000, |size| {
        let mut document = document();
        let first: equipoise::Day = "2023-01-01".parse().unwrap();
        document["priorities"] = tasks(size, |place, row| {
            row["baselines"][0]["finish"] = json!(first.plus((place % 900) as i64).to_string());
            if place > 0 && place % 10 > 0 {
                row["depends_on"] = waits_for(place - 1);
            }
        });
        (json::calibrate, json!({"document": document, "months_before": [1], "as_at": "2026-01-01"}).to_string())
    });
    // All of one chain, and the cost would be a square: it is refused.
    let mut document = document();
    let first: equipoise::Day = "1950-01-01".parse().unwrap();
    document["priorities"] = tasks(20_000, |place, row| {
        row["baselines"][0] =
            json!({"version": 1, "finish": first.plus(place as i64).to_string(), "approved_on": "1940-01-01"});
        if place > 0 {
            row["depends_on"] = waits_for(place - 1);
        }
    });
    let request = json!({"document": document, "months_before": [1], "as_at": "2026-01-01"});
    let answer: Value = serde_json::from_str(&json::calibrate(&request.to_string())).unwrap();
    assert_eq!(answer["problems"][0]["path"], "/months_before", "{answer}");
    assert_eq!(answer["problems"][0]["code"], "too_large");
}

#[test]
fn histories_of_too_many_rows_are_refused() {
    let mut document = document();
    document["priorities"] = tasks(5000, |_, _| ());
    let first: equipoise::Day = "2023-01-01".parse().unwrap();
    let dates: Vec<String> = (0..100).map(|days| first.plus(days).to_string()).collect();
    let request = json!({"document": document, "dates": dates});
    let answer: Value = serde_json::from_str(&json::history(&request.to_string())).unwrap();
    assert_eq!(
        (&answer["problems"][0]["code"], &answer["problems"][0]["path"]),
        (&json!("too_large"), &json!("/dates"))
    );
    assert_eq!(answer["problems"][0]["message"], "that would be 500200 rows");
}

fn read_in(rows: Value, document: Option<Value>) -> Asked {
    let columns = json!({"approved_on": {"value": "2022-04-01"}});
    let request = json!({"rows": rows, "as_at": "2023-03-31", "recorded_on": "2023-03-31", "columns": columns, "document": document});
    (json::from_rows, request.to_string())
}

fn tracked(place: usize) -> Value {
    json!({"Title": format!("Task {place}"), "Network": format!("Network {place}"), "Type": "Task", "Due date": "31/03/2023", "RAG": "G"})
}

#[test]
fn rows_take_time_by_their_number() {
    let rows = |size: usize| (0..size).map(tracked).collect::<Value>();
    grows_with_its_input("rows", 500, |size| read_in(rows(size), None));
    takes_time_by_its_input("rows", 2000, |size| read_in(rows(size), None));
    // Every identifier that would be made is taken already.
    let taken = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |place, row| {
            row["id"] = if place == 0 { json!("b-task") } else { json!(format!("b-task-{}", place + 1)) };
            row["name"] = json!(format!("Other {place}"));
        });
        document
    };
    let same = |size: usize| -> Value {
        (0..size)
            .map(|place| json!({"Title": format!("Task{}", "!".repeat(place % 7)), "Network": "b", "Type": "Task"}))
            .collect()
    };
    takes_time_by_its_input("taken identifiers", 2000, |size| read_in(same(size), Some(taken(size))));
}

#[test]
fn columns_take_time_by_their_number() {
    let wide = |size: usize| -> Value {
        let row: Map<String, Value> = (0..size).map(|place| (format!("Column {place}"), json!(place))).collect();
        json!([row.clone(), row])
    };
    grows_with_its_input("columns", 500, |size| read_in(wide(size), None));
    takes_time_by_its_input("columns", 4000, |size| read_in(wide(size), None));
}

#[test]
fn reports_on_one_priority_take_time_by_their_number() {
    let reports = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(1, |_, _| {});
        document["updates"] = (0..size).map(|place| update(place, "i0")).collect();
        let row = |place: usize| json!({"Priority": "i0", "Last updated": "2023-03-20", "Note": format!("{place}")});
        let rows: Value = (0..size).map(row).collect();
        let request = json!({"rows": rows, "kind": "updates", "as_at": "2023-03-31", "recorded_on": "2023-03-31", "document": document});
        (json::from_rows as fn(&str) -> String, request.to_string())
    };
    takes_time_by_its_input("reports", 2000, reports);
}

#[test]
fn pages_grow_with_their_report() {
    let page = |size: usize| {
        let mut document = document();
        document["priorities"] = tasks(size, |_, _| {});
        document["updates"] = (0..size).map(|place| update(place, &format!("i{place}"))).collect();
        let (assess, request) = assessed(&document);
        let report: Value = serde_json::from_str(&assess(&request)).unwrap();
        (json::html as fn(&str) -> String, json!({"report": report["answer"]}).to_string())
    };
    grows_with_its_input("pages", 200, page);
    takes_time_by_its_input("pages", 1000, page);
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

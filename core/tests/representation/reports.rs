//! What a report counts: by organisation, by groups of them and by profession, with equal and with stated shares.

use super::{holds, named};
use equipoise::representation::{Count, Options as CheckOptions, check};
use equipoise::{Held, Holding, Options, Part, Programme, Scope, assess};
use indexmap::IndexMap;
use proptest::prelude::*;
use serde_json::{Value, json};

const PLACES: [Option<&str>; 3] = [Some("city"), Some("coast"), None];

/// A post: of which organisation (none, or the last one, which is no member), role, body, profession.
type Post = (Option<usize>, usize, usize, Option<usize>);

#[derive(Debug, Clone)]
struct Scene {
    /// The place of each member and its staff.
    members: Vec<(usize, u32)>,
    posts: Vec<Post>,
    by_staff: bool,
}

fn scenes() -> impl Strategy<Value = Scene> {
    let members = prop::collection::vec((0_usize..3, 1_u32..5), 1..5);
    (members, any::<bool>()).prop_flat_map(|(members, by_staff)| {
        let post = (prop::option::of(0..=members.len()), 0_usize..2, 0_usize..2, prop::option::of(0_usize..3));
        prop::collection::vec(post, 0..12).prop_map(move |posts| Scene { members: members.clone(), posts, by_staff })
    })
}

fn programme(scene: &Scene) -> Value {
    let organisation = |place: usize| {
        let mut own = json!({"id": format!("o{place:03}"), "name": "O", "kind": "trust"});
        if let Some((at, staff)) = scene.members.get(place) {
            own["sizes"] = json!({"staff": staff});
            if let Some(name) = PLACES[*at] {
                own["codes"] = json!({"place": name});
            }
        }
        own
    };
    let post = |(number, (organisation, role, body, profession)): (usize, &Post)| {
        let mut own = json!({"id": format!("a{number}"), "role": format!("r{role}"), "body": format!("b{body}")});
        organisation.iter().for_each(|place| own["organisation"] = format!("o{place:03}").into());
        profession.iter().for_each(|word| own["profession"] = format!("w{word}").into());
        own
    };
    let members: Vec<Value> =
        (0..scene.members.len()).map(|place| json!({"organisation": format!("o{place:03}")})).collect();
    let known = scene.members.iter().any(|(place, _)| PLACES[*place].is_some());
    let groups: &[&str] = if known { &["place", "profession"] } else { &["profession"] };
    let mut sharing = json!({"groups": groups});
    if scene.by_staff {
        sharing["shares"] = "staff".into();
    }
    json!({"schema_version": "1.0", "id": "p", "name": "P",
        "organisations": (0..=scene.members.len()).map(organisation).collect::<Vec<_>>(),
        "collaborative": {"id": "c", "name": "C", "members": members, "representation": sharing},
        "bodies": [{"id": "b0", "kind": "network", "name": "B"}, {"id": "b1", "kind": "network", "name": "C"}],
        "roles": [{"id": "r0", "name": "R"}, {"id": "r1", "name": "S"}],
        "appointments": scene.posts.iter().enumerate().map(post).collect::<Vec<_>>()})
}

fn rows(scene: &Scene) -> Vec<Holding> {
    let programme = Programme::from_json(&programme(scene).to_string()).unwrap();
    let mut options = Options::as_at("2023-03-31".parse().unwrap());
    options.include = Some(vec![Part::Representation]);
    assess(&programme, &options).unwrap().representation
}

/// Every post once: with somebody who is compared, outside, or with nobody.
#[test]
fn a_report_counts_every_post_of_its_part_once() {
    holds(400, &scenes(), |scene| {
        let rows = rows(&scene);
        for row in rows.iter().filter(|row| row.what == Held::Posts && row.scope != Scope::Profession) {
            let (role, id) = (row.role.as_deref().unwrap_or_default(), row.id.as_deref().unwrap_or_default());
            let counts = |(_, own, body, _): &&Post| {
                (role.is_empty() || role == format!("r{own}"))
                    && (row.scope == Scope::Programme || id == format!("b{body}"))
            };
            let posts: Vec<&Post> = scene.posts.iter().filter(counts).collect();
            let by = |name: &str| {
                let of_it = |(organisation, _, _, profession): &&&Post| match row.by.as_deref() {
                    Some("profession") => profession.is_some_and(|word| name == format!("w{word}")),
                    Some(_) => organisation
                        .and_then(|place| PLACES[scene.members.get(place)?.0])
                        .is_some_and(|place| place == name),
                    None => organisation.is_some_and(|place| name == format!("o{place:03}")),
                };
                posts.iter().filter(of_it).count() as u32
            };
            for (name, held) in &row.check.counts {
                prop_assert_eq!(*held, Some(by(name)), "{} of {:?}", name, row);
            }
            let all = row.check.total + row.outside + row.check.unattributed;
            prop_assert_eq!(all as usize, posts.len());
            let known = |organisation: Option<usize>| organisation.is_some_and(|place| place == scene.members.len());
            let outside = posts.iter().filter(|post| known(post.0)).count();
            let outside = if row.by.as_deref() == Some("profession") { 0 } else { outside };
            prop_assert_eq!(row.outside as usize, outside);
        }
        Ok(())
    });
}

/// What a report says of its counts is what the check says of them, by the same shares.
#[test]
fn a_row_is_the_check_of_its_counts() {
    holds(400, &scenes(), |scene| {
        for row in rows(&scene) {
            let staff = |name: &String| -> f64 {
                let own = |(place, (at, staff)): (usize, &(usize, u32))| {
                    let here = *name == format!("o{place:03}") || PLACES[*at] == Some(name.as_str());
                    if here { f64::from(*staff) } else { 0.0 }
                };
                scene.members.iter().enumerate().map(own).sum()
            };
            let shared = scene.by_staff && row.by.as_deref() != Some("profession");
            prop_assert_eq!(row.shares.as_deref(), shared.then_some("staff"));
            let counts: IndexMap<String, Count> =
                row.check.counts.iter().map(|(name, held)| (name.clone(), Count(*held))).collect();
            let mut options = CheckOptions::default();
            options.without_footnote = true;
            let sizes: Vec<f64> = counts.keys().map(staff).collect();
            options.entitlement = shared.then(|| counts.keys().cloned().zip(named(&sizes).into_values()).collect());
            let own = check(&counts, &options).unwrap();
            prop_assert_eq!((own.status, &own.moves, &own.next), (row.check.status, &row.check.moves, &row.check.next));
            prop_assert_eq!((&own.entitlement, &own.indices), (&row.check.entitlement, &row.check.indices));
        }
        Ok(())
    });
}

//! Traps of documents: what is stated and not so, and words that are not quite words.

use crate::scene::{TODAY, on_track, programme, seen_on, update, with};
use equipoise::Programme;
use equipoise::finding::FindingCode;
use serde_json::{Value, json};

/// A count that is stated and differs from what is counted is no fault of the document: both are facts, with sources, and
/// governance compares them.
#[test]
fn sixty_declared_and_fifty_nine_counted_is_no_problem() {
    let rows = (0..59).map(|place| on_track(&format!("t{place}"))).collect();
    let declared = json!([{"of": "priorities", "count": 60, "as_at": TODAY, "source": "Annual report"}]);
    let report = seen_on(&programme(rows, json!({ "declared_counts": declared })), TODAY);
    assert_eq!(report.items.len(), 59);
    let governance = report.governance.unwrap();
    assert_eq!((governance.declared[0].declared, governance.declared[0].counted), (60, 59));
    assert!(governance.findings.iter().any(|finding| finding.code == FindingCode::CountDiffers));
}

/// Two leads whose appointments share a day are a finding of the same checks, not a problem.
#[test]
fn two_leads_overlapping_by_one_day_are_no_problem() {
    let lead = |id: &str, start: &str, end: Value| json!({"id": id, "person": id, "role": "clinical_lead", "body": "skin", "start": start, "end": end});
    let appointments = json!([lead("a", "2022-10-01", json!("2022-11-30")), lead("b", "2022-11-30", Value::Null)]);
    let document = programme(vec![on_track("t")], json!({ "appointments": appointments }));
    assert!(Programme::from_value(&document).is_ok());
    let mut single = document.clone();
    single["bodies"][0]["roles"] = json!([{"role": "clinical_lead", "min": 1, "max": 1}]);
    let found = |document: &Value| seen_on(document, TODAY).governance.unwrap().findings;
    let overlap = found(&single).into_iter().find(|finding| finding.code == FindingCode::LeadOverlap).unwrap();
    assert_eq!(serde_json::to_value(&overlap.parameters).unwrap()["days"], 1.0);
    // The day after, nothing overlaps.
    single["appointments"][1]["start"] = json!("2022-12-01");
    assert!(found(&single).iter().all(|finding| finding.code != FindingCode::LeadOverlap));
}

/// A level that is no known word is refused: it never becomes amber or green, and nothing is assessed without it.
#[test]
fn words_that_are_not_quite_words_are_refused() {
    for word in
        ["A/G", "Ambre", "green ", " green", "Green", "GREEN", "amber/green", "ambergreen", "G", "B", "blue", ""]
    {
        let (row, _) = on_track("t");
        let report = update("t", json!({"forecast_finish": "2023-06-30", "reported_level": word}));
        let request = json!({"document": programme(vec![(row, report)], json!({})), "as_at": TODAY});
        let answer: Value = serde_json::from_str(&equipoise::json::assess(&request.to_string())).unwrap();
        assert!(answer.get("answer").is_none(), "{word}");
        let problems = answer["problems"].as_array().unwrap();
        assert_eq!(problems.len(), 1, "{word}");
        assert_eq!(
            (&problems[0]["code"], &problems[0]["path"]),
            (&json!("unknown_word"), &json!("/updates/0/reported_level"))
        );
    }
}

#[test]
fn the_five_point_scale_is_kept_and_compared_as_amber() {
    for (word, computed) in
        [("amber_green", "optimistic"), ("amber", "optimistic"), ("amber_red", "optimistic"), ("green", "watermelon")]
    {
        let (row, report) = crate::scene::red("t");
        let report = with(report, json!({ "reported_level": word }));
        let seen = seen_on(&programme(vec![(row, report)], json!({})), TODAY);
        assert_eq!(
            seen.items[0].reported_level.map(|level| level.as_str()),
            Some(word),
            "no step of the scale is lost"
        );
        let found: Vec<String> = seen.findings.iter().map(|finding| finding.code.as_str().to_lowercase()).collect();
        assert!(found.contains(&computed.to_owned()), "{word}: {found:?}");
    }
}

/// A reader of trackers may take the programme apart with serde alone: complete without a finish is then read leniently.
#[test]
fn complete_without_a_finish_is_a_problem_at_the_door() {
    let (row, _) = on_track("t");
    let document = programme(vec![(row, update("t", json!({"lifecycle": "complete"})))], json!({}));
    let problems = Programme::from_value(&document).unwrap_err().into_vec();
    assert_eq!(problems.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>(), ["complete_without_finish"]);
}

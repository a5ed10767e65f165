//! Load, then save: the same document as JSON values, its order of fields kept, integers without a point.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use equipoise::Programme;
use serde_json::{Value, json};

const DOCUMENTS: [(&str, &str); 3] = [
    ("the example", include_str!("data/example_programme.json")),
    ("the demo", include_str!("../../docs/demo/programme.json")),
    ("the document of all rules", include_str!("../../docs/demo/rules.json")),
];

/// The smallest document, with whatever else is given.
fn small(more: &Value) -> String {
    let mut document = json!({"schema_version": "1.0", "id": "p", "name": "P"});
    for (key, value) in more.as_object().unwrap() {
        document[key] = value.clone();
    }
    document.to_string()
}

#[test]
fn a_document_saved_like_its_text_is_the_same() {
    for (name, text) in DOCUMENTS {
        let original: Value = serde_json::from_str(text).unwrap();
        let saved = Programme::from_json(text).unwrap().to_json_like(text);
        // serde_json keeps the order of fields here: texts are equal only if it is the same at every level.
        assert_eq!(serde_json::from_str::<Value>(&saved).unwrap().to_string(), original.to_string(), "{name}");
        assert_eq!(saved, original.to_string(), "{name}");
    }
}

#[test]
fn a_document_saved_and_read_is_equal() {
    for (name, text) in DOCUMENTS {
        let programme = Programme::from_json(text).unwrap();
        assert_eq!(Programme::from_json(&programme.to_json()).unwrap(), programme, "{name}");
        assert_eq!(Programme::from_json(&programme.to_json_like(text)).unwrap(), programme, "{name}");
        assert_eq!(Programme::from_json(&programme.to_json_like("")).unwrap(), programme, "{name}");
    }
}

/// The fields of every object in the opposite order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.iter().rev().map(|(key, value)| (key.clone(), reversed(value))).collect())
        }
        Value::Array(rows) => rows.iter().map(reversed).collect(),
        scalar => scalar.clone(),
    }
}

#[test]
fn any_order_of_fields_is_kept() {
    for (name, text) in DOCUMENTS {
        let turned = reversed(&serde_json::from_str(text).unwrap()).to_string();
        let programme = Programme::from_json(&turned).unwrap();
        assert_eq!(programme, Programme::from_json(text).unwrap(), "{name}: the order of fields means nothing");
        assert_eq!(programme.to_json_like(&turned), turned, "{name}");
    }
}

#[test]
fn what_says_nothing_is_kept_as_it_stood() {
    let text = small(&json!({
        "source": null, "goals": [], "illustrative": false, "codes": {},
        "bodies": [{"id": "b", "end": null, "name": "B", "kind": "network", "seats": [], "codes": {}}],
    }));
    let programme = Programme::from_json(&text).unwrap();
    assert_eq!(programme.to_json_like(&text), text);
}

#[test]
fn whole_numbers_have_no_point_and_others_keep_their_digits() {
    let row = |weight: &str| {
        format!(
            r#"{{"schema_version":"1.0","id":"p","name":"P","bodies":[{{"id":"b","name":"B","kind":"network"}}],"priorities":[{{"id":"t","name":"T","kind":"task","body":"b","weight":{weight},"cost":180000}}]}}"#
        )
    };
    for (written, saved) in
        [("3", "3"), ("3.0", "3"), ("30e-1", "3"), ("0.1", "0.1"), ("0.333333", "0.333333"), ("1e-6", "0.000001")]
    {
        let programme = Programme::from_json(&row(written)).unwrap();
        assert_eq!(programme.to_json_like(&row(written)), row(saved), "{written}");
        let again: Value = serde_json::from_str(&programme.to_json()).unwrap();
        assert_eq!(again["priorities"][0]["cost"].to_string(), "180000");
        assert_eq!(again["priorities"][0]["weight"].as_f64(), saved.parse().ok(), "{written}");
    }
}

#[test]
fn texts_are_kept_letter_by_letter() {
    let text = small(
        &json!({"source": "Ünïcødé, “quotes”, \\, \n, \u{1}, \u{2028} and 🏥 ", "codes": {"a/b~c": "", "": "x"}}),
    );
    match Programme::from_json(&text) {
        Ok(programme) => assert_eq!(programme.to_json_like(&text), text),
        // A blank code is no opaque text, so it may be refused; then nothing else is.
        Err(problems) => assert_eq!(problems.as_slice().len(), 1, "{problems}"),
    }
}

#[test]
fn only_what_was_changed_differs() {
    let (_, text) = DOCUMENTS[2];
    let mut programme = Programme::from_json(text).unwrap();
    let mut expected: Value = serde_json::from_str(text).unwrap();
    programme.priorities[3].name.0 = "Another name".into();
    expected["priorities"][3]["name"] = json!("Another name");
    let last = programme.updates.last().unwrap().clone();
    programme.updates.push(last);
    let last = expected["updates"].as_array().unwrap().last().unwrap().clone();
    expected["updates"].as_array_mut().unwrap().push(last);
    assert_eq!(
        serde_json::from_str::<Value>(&programme.to_json_like(text)).unwrap(),
        expected,
        "compared without the order of the fields of the new row"
    );
}

/// Saving writes what the programme holds, also where rows were taken out since its text was read.
#[test]
fn a_row_taken_out_leaves_nothing_behind() {
    let quorum = |more: &str| format!(r#"{{"meeting_kind":"network","minimum":3{more}}}"#);
    let text = format!(
        r#"{{"schema_version":"1.0","id":"p","name":"P","bodies":[{{"id":"b","name":"B","kind":"network","quorums":[{},{}]}}]}}"#,
        quorum(r#","deputies_count":false"#),
        quorum("")
    );
    let mut programme = Programme::from_json(&text).unwrap();
    programme.bodies[0].quorums.remove(0);
    assert_eq!(programme.bodies[0].quorums[0].deputies_count, None);
    let saved = programme.to_json_like(&text);
    assert_eq!(Programme::from_json(&saved).unwrap(), programme, "{saved}");
}

/// A policy, an override and a period that were read are written as they are understood.
#[test]
fn every_word_is_written_as_it_was_read() {
    for (_, text) in DOCUMENTS {
        let programme = Programme::from_json(text).unwrap();
        let saved: Value = serde_json::from_str(&programme.to_json()).unwrap();
        let original: Value = serde_json::from_str(text).unwrap();
        for (list, field) in
            [("priorities", "kind"), ("updates", "reported_level"), ("observations", "period"), ("bodies", "kind")]
        {
            let column = |document: &Value| -> Vec<Value> {
                document[list].as_array().into_iter().flatten().map(|row| row[field].clone()).collect()
            };
            assert_eq!(column(&saved), column(&original), "{list}.{field}");
        }
    }
}

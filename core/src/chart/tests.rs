use super::*;
use crate::prioritisation::Prioritisation;
use crate::recall::Recall;
use std::path::Path;

/// The requests of the vectors that are drawn.
fn drawn() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/chart");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let vectors = files.iter().map(|file| {
        let vector: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        (file.file_stem().unwrap().to_string_lossy().into_owned(), vector)
    });
    vectors.filter(|(_, vector)| vector["answer"]["answer"].is_object()).collect()
}

/// Every kind of chart of every vector's result, before it is put together.
fn drawings() -> Vec<(String, Drawing)> {
    let mut drawings = Vec::new();
    for (name, vector) in drawn() {
        for (kinds, draw) in DRAWN {
            let of = kinds
                .iter()
                .filter_map(|kind| Some((format!("{name}: {kind}"), draw(&vector["request"]["result"], kind)?)));
            drawings.extend(of);
        }
    }
    assert!(drawings.len() > 50, "only {} drawings", drawings.len());
    drawings
}

#[test]
fn what_is_filled_in_has_its_place() {
    assert!(read(CONFIG).is_object());
    for (name, drawing) in drawings() {
        let template = read(drawing.template);
        assert!(template.is_object(), "{name}");
        for (place, _) in &drawing.filled {
            assert!(template.pointer(place).is_some(), "{name}: {place}");
        }
    }
}

#[test]
fn every_kind_has_a_vector() {
    let names: Vec<String> = drawings().into_iter().map(|(name, _)| name).collect();
    for kind in DRAWN.iter().flat_map(|(kinds, _)| *kinds) {
        assert!(names.iter().any(|name| name.starts_with(kind) && name.ends_with(kind)), "no vector of {kind}");
    }
}

#[test]
fn rows_are_flat_with_the_same_columns() {
    for (name, drawing) in drawings() {
        let columns = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        for row in &drawing.rows {
            assert_eq!(columns(row), columns(&drawing.rows[0]), "{name}");
            assert!(row.as_object().unwrap().values().all(|cell| !cell.is_array() && !cell.is_object()), "{name}");
        }
    }
}

/// Everything but rows, domains and what is said: what a grammar of graphics could run as code.
#[test]
fn nothing_is_code() {
    fn walk(name: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    assert!(
                        !["expr", "signal", "calculate", "labelExpr", "href", "url", "param"].contains(&key.as_str()),
                        "{name}: {key}"
                    );
                    assert!(key != "filter" || value.get("field").is_some(), "{name}: a filter in words");
                    walk(name, value);
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| walk(name, entry)),
            _ => {}
        }
    }
    for (name, drawing) in drawings() {
        walk(&name, &read(drawing.template));
        // What comes from a document is a text or a row of scalars, which no grammar runs.
        for (place, value) in &drawing.filled {
            let entries = value.as_array().cloned().unwrap_or_default();
            let rows = entries.iter().filter_map(Value::as_object);
            assert!(place.ends_with("/data/values") || rows.count() == 0, "{name}: {place}");
        }
    }
}

#[test]
fn a_file_holds_no_colour_but_that_of_all_charts() {
    for (name, drawing) in drawings() {
        assert!(!drawing.template.contains('#'), "{name}");
    }
}

#[test]
fn colours_can_be_told_from_the_ground_and_words_read_on_them() {
    use crate::legend::contrast;
    let config = read(CONFIG);
    let at = |pointer: &str| config.pointer(pointer).unwrap().as_str().unwrap();
    let range = |name: &str| -> Vec<&str> {
        config["range"][name].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
    };
    let (ground, ink) = (at("/background"), at("/style/label/color"));
    for text in [ink, at("/style/quiet/color"), at("/title/color"), at("/title/subtitleColor"), at("/axis/labelColor")]
    {
        assert!(contrast(text, ground) >= 4.5, "{text}");
    }
    for mark in range("category").into_iter().chain([at("/style/due/color"), at("/style/possible/color")]) {
        assert!(contrast(mark, ground) >= 3.0, "{mark}");
    }
    // Fills have an outline, so it is the words on them that count.
    for fill in [range("ordinal"), range("heatmap"), vec![at("/style/zone/color")]].concat() {
        assert!(contrast(fill, ink) >= 4.5, "{fill}");
    }
}

#[test]
fn what_is_cut_is_said() {
    assert_eq!(shown(1_000, 1, "proposals"), (1_000, None));
    assert_eq!(shown(1_001, 1, "proposals"), (1_000, Some("The first 1000 of 1001 proposals are shown.".into())));
    assert_eq!(shown(300, 40, "proposals"), (250, Some("The first 250 of 300 proposals are shown.".into())));
    assert_eq!(shown(3, 20_000, "proposals").0, 1);

    let (_, vector) = drawn().into_iter().find(|(name, _)| name == "ranking").unwrap();
    let mut result = Prioritisation::recall(&vector["request"]["result"]).unwrap();
    let row = result.ranking[0].clone();
    result.ranking =
        (0..1_001).map(|place| crate::prioritisation::Ranked { id: format!("p{place}"), ..row.clone() }).collect();
    let spec = chart(&serde_json::to_value(&result).unwrap(), None).unwrap();
    assert_eq!(spec["data"]["values"].as_array().unwrap().len(), 1_000);
    assert_eq!(spec["title"]["subtitle"][0], "The first 1000 of 1001 proposals are shown.");
    assert!(spec["description"].as_str().unwrap().contains("p1000"));
}

#[test]
fn the_middle_of_the_samples() {
    let range = |ranks: &[f64]| {
        prioritisation::likely(&crate::prioritisation::Acceptable {
            id: String::new(),
            ranks: ranks.to_vec(),
            standard_errors: Vec::new(),
            central_weights: None,
            confidence: None,
        })
    };
    assert_eq!(range(&[0.0, 1.0, 0.0]), [2, 2]);
    assert_eq!(range(&[0.025, 0.95, 0.025]), [2, 2]);
    assert_eq!(range(&[0.026, 0.948, 0.026]), [1, 3]);
    assert_eq!(range(&[0.5, 0.0, 0.5]), [1, 3]);
    assert_eq!(range(&[0.0, 0.0, 1.0]), [3, 3]);
    // Ten tenths add up to a little less than 1.
    assert_eq!(range(&[0.1; 10]), [1, 10]);
}

/// Red, green and blue as somebody sees them who lacks one kind of cone (Machado, Oliveira and Fernandes, 2009).
const SEEN: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
];

/// A colour in the space CIELAB, in which distances are as large as they look.
fn looks(colour: &str, seen: &[[f64; 3]; 3]) -> [f64; 3] {
    let part = |from: usize| {
        let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let parts = [part(1), part(3), part(5)];
    let mix = |by: &[f64; 3]| by.iter().zip(parts).map(|(by, part)| by * part).sum::<f64>().clamp(0.0, 1.0);
    let [red, green, blue] = [mix(&seen[0]), mix(&seen[1]), mix(&seen[2])];
    let curve = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    let y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn colours_differ_for_the_colour_blind_too() {
    let config = read(CONFIG);
    for name in ["category", "ordinal"] {
        let colours = config["range"][name].as_array().unwrap();
        for (place, one) in colours.iter().enumerate() {
            for (other, seen) in colours[..place].iter().flat_map(|other| SEEN.iter().map(move |seen| (other, seen))) {
                let (a, b) = (looks(one.as_str().unwrap(), seen), looks(other.as_str().unwrap(), seen));
                let apart = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                assert!(apart > 15.0, "{one} and {other}: {apart}");
            }
        }
    }
}

//! The shared vectors: one file per case, run here and by the public facades in Python and JavaScript.
//!
//! `EQUIPOISE_WRITE_VECTORS=1 cargo test --test vectors` writes the answers anew; read the difference before you keep it.

#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors");

/// An operation as text to text.
type Operation = fn(&str) -> String;

/// Every operation and the function that answers it.
const OPERATIONS: &[(&str, Operation)] = &[
    ("aggregate_series", equipoise::json::aggregate_series),
    ("apportion", equipoise::json::apportion),
    ("assess", equipoise::json::assess),
    ("calibrate", equipoise::json::calibrate),
    ("chart", equipoise::json::chart),
    ("check", equipoise::json::check),
    ("check_quorum", equipoise::json::check_quorum),
    ("check_representation", equipoise::json::check_representation),
    ("compare", equipoise::json::compare),
    ("compare_rounds", equipoise::json::compare_rounds),
    ("compare_spc", equipoise::json::compare_spc),
    ("csv", equipoise::json::csv),
    ("derive_weights", equipoise::json::derive_weights),
    ("describe", equipoise::json::describe),
    ("from_rows", equipoise::json::from_rows),
    ("guard", equipoise::json::guard),
    ("html", equipoise::json::html),
    ("history", equipoise::json::history),
    ("icon", equipoise::json::icon),
    ("legend", equipoise::json::legend),
    ("measure_voting_power", equipoise::json::measure_voting_power),
    ("parse_period", equipoise::json::parse_period),
    ("prioritise", equipoise::json::prioritise),
    ("redact", equipoise::json::redact),
    ("review_rotation", equipoise::json::review_rotation),
    ("roll_up", equipoise::json::roll_up),
    ("score_matrix", equipoise::json::score_matrix),
    ("select_portfolio", equipoise::json::select_portfolio),
    ("snapshot", equipoise::json::snapshot),
    ("spc", equipoise::json::spc),
    ("spc_append", equipoise::json::spc_append),
    ("spc_history", equipoise::json::spc_history),
    ("spc_table", equipoise::json::spc_table),
    ("suggest_recalculations", equipoise::json::suggest_recalculations),
    ("table", equipoise::json::table),
    ("tally_votes", equipoise::json::tally_votes),
    ("verify_snapshots", equipoise::json::verify_snapshots),
];

/// Codes that no vector can give: those of the facades, before anything is printed, and what is too large for a file.
const WITHOUT_VECTOR: [&str; 8] = [
    "undefined_value",
    "big_integer",
    "date_object",
    "not_plain_data",
    "cycle_in_data",
    "not_ready",
    "too_many_proposals",
    "too_many_scorers",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One vector as text: its title, request and answer on a line each, so that differences can be read.
fn lines(vector: &Value, answer: &str) -> String {
    format!("{{\n\"title\": {},\n\"request\": {},\n\"answer\": {answer}\n}}\n", vector["title"], vector["request"])
}

/// What a request holds that the library made itself: the report of a snapshot, and its fingerprint. Made anew from the
/// document beside it, since a report of another version is none of this one.
fn refresh(operation: &str, path: &Path, request: &mut Value) {
    let name = path.file_stem().unwrap().to_string_lossy();
    if operation == "snapshot" && request["document"].is_object() {
        let old = &request["report"];
        let asked = serde_json::json!({
            "document": request["document"], "as_at": old["as_at"], "known_at": old["known_at"],
            "include": old["included"].as_array().filter(|_| name.starts_with("parts_left_out")), "detail": old["detail"],
            "cadence_from": old["cadence_from"],
        });
        let answer: Value = serde_json::from_str(&equipoise::json::assess(&asked.to_string())).unwrap();
        request["report"] = answer["answer"].clone();
        if name == "altered" {
            request["report"]["items"][0]["level"] = "complete".into();
        }
    }
    if operation == "verify_snapshots" && name == "holds" {
        let answer: Value = serde_json::from_str(&equipoise::json::verify_snapshots(&request.to_string())).unwrap();
        request["document"]["snapshots"][0]["fingerprints"]["report"] =
            answer["answer"][0]["parameters"]["report_now"].clone();
    }
}

#[test]
fn every_vector_holds() {
    let write = std::env::var_os("EQUIPOISE_WRITE_VECTORS").is_some();
    let mut run = 0;
    for (operation, function) in OPERATIONS {
        let files = files(&Path::new(FOLDER).join(operation));
        assert!(!files.is_empty(), "no vectors for {operation}");
        for path in files {
            let mut vector = read(&path);
            assert!(vector["title"].is_string(), "{}: no title", path.display());
            if write {
                refresh(operation, &path, &mut vector["request"]);
            }
            let answer = function(&vector["request"].to_string());
            if write {
                std::fs::write(&path, lines(&vector, &answer)).unwrap();
            } else {
                // Byte for byte: the file holds the answer as printed.
                let text = std::fs::read_to_string(&path).unwrap();
                assert_eq!(text, lines(&vector, &answer), "{}", path.display());
            }
            run += 1;
        }
    }
    assert!(run > 100, "only {run} vectors found");
}

#[test]
fn every_folder_is_an_operation() {
    let folders: BTreeSet<String> =
        files(Path::new(FOLDER)).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let operations: BTreeSet<String> = OPERATIONS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders, operations);
}

#[test]
fn every_code_has_a_vector() {
    let mut codes = BTreeSet::new();
    for (operation, _) in OPERATIONS {
        for path in files(&Path::new(FOLDER).join(operation)) {
            collect_codes(&read(&path)["answer"], &mut codes);
        }
    }
    for code in equipoise::Code::ALL.iter().map(|code| code.as_str()).filter(|code| !WITHOUT_VECTOR.contains(code)) {
        assert!(codes.contains(code), "no vector gives the problem {code}");
    }
    for code in equipoise::finding::FindingCode::ALL {
        assert!(codes.contains(code.as_str()), "no vector gives the finding {code}");
    }
}

/// A rule that no vector breaks may never fire; one that no vector keeps may always fire.
#[test]
fn every_governance_check_is_met_in_one_vector_and_not_in_another() {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for path in files(&Path::new(FOLDER).join("assess")) {
        let checks = read(&path)["answer"]["answer"]["governance"]["checks"].clone();
        for row in checks.as_array().into_iter().flatten() {
            seen.insert((row["check"].as_str().unwrap().to_owned(), row["status"].as_str().unwrap().to_owned()));
        }
    }
    let lacking: Vec<String> = (equipoise::governance::GovernanceCheck::ALL.iter())
        .flat_map(|check| ["met", "not_met"].map(|status| (check.to_string(), status.to_owned())))
        // How far an improvement has spread is a note, and no breach.
        .filter(|wanted| !seen.contains(wanted) && *wanted != ("delivery".to_owned(), "not_met".to_owned()))
        .map(|(check, status)| format!("{check} {status}"))
        .collect();
    assert!(lacking.is_empty(), "no vector has: {}", lacking.join(", "));
}

fn collect_codes(value: &Value, codes: &mut BTreeSet<String>) {
    match value {
        Value::Array(rows) => rows.iter().for_each(|row| collect_codes(row, codes)),
        Value::Object(fields) => {
            codes.extend(fields.get("code").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect_codes(field, codes));
        }
        _ => {}
    }
}

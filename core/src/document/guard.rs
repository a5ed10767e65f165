//! The patient-data guard: no NHS number, no column about a patient, ever. One guard for documents, rows and columns.

use indexmap::IndexMap;
use serde_json::Value;

use super::declare::words;
use super::values::clip;
use crate::problem::{Code, Found, Problem, Problems};
use crate::recall::result;

/// Words that, one after the other in a name, say that it is about a patient. Plurals say the same.
const PATIENT_WORDS: [&[&str]; 14] = [
    &["nhs", "number"],
    &["nhs", "no"],
    &["nhs", "num"],
    &["nhsnumber"],
    &["nhsno"],
    &["date", "of", "birth"],
    &["dateofbirth"],
    &["birth", "date"],
    &["birthdate"],
    &["dob"],
    &["postcode"],
    &["post", "code"],
    &["mrn"],
    &["medical", "record", "number"],
];

/// Whole names that say so, without what stands between words.
const PATIENT_NAMES: [&str; 3] = ["nhsnum", "hospitalnumber", "medicalrecordnumber"];

/// After `patient` these make it one of many: `patient experience`.
const OF_MANY_AFTER: [&str; 24] = [
    "access",
    "benefit",
    "care",
    "centred",
    "choice",
    "day",
    "engagement",
    "experience",
    "facing",
    "feedback",
    "flow",
    "group",
    "harm",
    "impact",
    "initiated",
    "involvement",
    "journey",
    "outcome",
    "participation",
    "pathway",
    "reported",
    "safety",
    "satisfaction",
    "survey",
];

/// After `patients` these make it a number of them: `patients seen`. After `patient` they tell of one.
const COUNTED_AFTER: [&str; 6] = ["admitted", "discharged", "referred", "seen", "treated", "waiting"];

/// Before `patients` these make it a number of them: `new patients`, `in-patients`.
const OF_MANY_BEFORE: [&str; 5] = ["total", "new", "all", "in", "out"];

/// With `of` after them at the start of a name these make `patients` a number of them: `number of patients`.
const COUNTS: [&str; 9] = ["number", "no", "num", "count", "total", "percentage", "percent", "proportion", "share"];

/// True for a name that speaks of a patient (`NHS number`, `dateOfBirth`, `D.O.B.`, `home postcode`, `MRNs`), or of
/// patients otherwise than as of many (`Patient forename`, and not `patient experience`).
pub(crate) fn names_a_patient(name: &str) -> bool {
    // Capitals inside a word may begin another (`homePostcode`) or none (`NHSnumber`).
    [true, false].into_iter().any(|at_capitals| {
        let words = words_of(name, at_capitals);
        let same = |word: &String, said: &&str| word == said || word.strip_suffix('s') == Some(said);
        let together = words.concat();
        PATIENT_NAMES.iter().any(|said| same(&together, said))
            || PATIENT_WORDS.iter().any(|said| {
                words.windows(said.len()).any(|part| part.iter().zip(*said).all(|(word, said)| same(word, said)))
            })
            || (0..words.len()).any(|place| is_one_patient(&words, place))
    })
}

/// True if the word there is `patient`, and nothing beside it says that many are meant.
fn is_one_patient(words: &[String], place: usize) -> bool {
    let word = words.get(place).map_or("", String::as_str);
    let Some(rest) = word.strip_prefix("patients").or_else(|| word.strip_prefix("patient")) else { return false };
    // `patientname` is two words.
    let after = if rest.is_empty() { words.get(place.saturating_add(1)).map_or("", String::as_str) } else { rest };
    let before = place.checked_sub(1).and_then(|before| words.get(before)).map_or("", String::as_str);
    let counted = matches!(words, [count, of, ..] if of == "of" && COUNTS.contains(&count.as_str()));
    let many = OF_MANY_AFTER.iter().any(|said| after == *said || after.strip_suffix('s') == Some(*said))
        || (word == "patients" && (counted || OF_MANY_BEFORE.contains(&before) || COUNTED_AFTER.contains(&after)));
    !many
}

/// The words of a name in lower case. Letters that stand alone are one word (`D.O.B.`), and an apostrophe parts nothing.
fn words_of(name: &str, at_capitals: bool) -> Vec<String> {
    let letters: Vec<char> = name.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
    let mut words: Vec<String> = vec![String::new()];
    // True while the last word is made of letters that stood alone.
    let mut alone = false;
    for part in letters.split(|c| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let one = part.len() == 1;
        if !(one && alone) {
            words.push(String::new());
        }
        alone = one;
        for (place, letter) in part.iter().enumerate() {
            let near = |place: Option<usize>| place.and_then(|place| part.get(place)).copied().unwrap_or(' ');
            let (before, after) = (near(place.checked_sub(1)), near(place.checked_add(1)));
            // The `s` of `MRNs` begins nothing, and so its `N` does not either.
            let plural = after == 's' && place.saturating_add(2) == part.len();
            let begins = letter.is_uppercase() && (before.is_lowercase() || (after.is_lowercase() && !plural));
            if at_capitals && begins && place > 0 {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

words! {
    /// Why a column looks like data about patients.
    PatientReason {
        /// Its heading says so.
        Heading = "heading",
        /// At least three of its cells, and at least half, are valid NHS numbers.
        NhsNumbers = "nhs_numbers",
        /// At least three of its cells, and at least half, are full postcodes.
        Postcodes = "postcodes",
    }
}

result! {
    /// A column that looks like data about patients and was let through on request.
    #[derive(Eq)]
    AllowedColumn {
        /// The heading.
        column: String,
        /// Why it looks so.
        reason: PatientReason,
    }
    /// Columns that may be read.
    #[derive(Eq)]
    Guarded {
        /// How many columns were looked at.
        columns: usize,
        /// Those that look like data about patients and were allowed.
        allowed: Vec<AllowedColumn>,
    }
}

/// So many cells at least, and half of those that are not blank, make a column one of patients.
const FEWEST: usize = 3;

/// What was seen of one column, cell by cell.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Seen {
    filled: usize,
    numbers: usize,
    postcodes: usize,
}

impl Seen {
    /// Looks at one cell.
    pub(crate) fn cell(&mut self, cell: &Value) {
        let printed;
        let text = match cell {
            Value::String(text) => text.trim(),
            Value::Number(number) => {
                printed =
                    number.as_f64().filter(|number| number.fract() == 0.0).map_or(String::new(), |n| n.to_string());
                &printed
            }
            Value::Null => return,
            _ => "-",
        };
        if text.is_empty() {
            return;
        }
        let one = |counts: bool| usize::from(counts);
        self.filled = self.filled.saturating_add(1);
        self.numbers = self.numbers.saturating_add(one(text.len() <= 12 && holds_nhs_number(text)));
        self.postcodes = self.postcodes.saturating_add(one(is_postcode(text)));
    }

    /// Why the column looks like data about patients, if it does.
    pub(crate) fn reason(self, heading: &str) -> Option<PatientReason> {
        let most = |count: usize| count >= FEWEST && count.saturating_mul(2) >= self.filled;
        if names_a_patient(heading) {
            Some(PatientReason::Heading)
        } else if most(self.numbers) {
            Some(PatientReason::NhsNumbers)
        } else {
            most(self.postcodes).then_some(PatientReason::Postcodes)
        }
    }
}

/// The problem of a column that looks like data about patients. No value is repeated.
pub(crate) fn refused(path: String, heading: &str, reason: PatientReason) -> Problem {
    let why = match reason {
        PatientReason::Heading => "by its heading",
        PatientReason::NhsNumbers => "because at least half of its cells are valid NHS numbers",
        PatientReason::Postcodes => "because at least half of its cells are full postcodes",
    };
    Problem {
        code: Code::PatientData,
        path,
        value: None,
        accepted: Some("columns without data about patients".into()),
        message: format!(
            "the column “{}” looks like data about patients {why}, which is never accepted",
            clip(heading)
        ),
    }
}

/// Looks whether columns hold data about patients: stop before they are stored or sent.
///
/// A column does if its heading says so (NHS number, date of birth, postcode, patient, MRN), or if at least three of its
/// cells, and at least half of those that are not blank, are valid NHS numbers or full postcodes. `allow` names columns
/// that are let through all the same; the answer records them.
///
/// # Errors
/// A problem `patient_data` for each column that is not allowed, without any of its values; `unknown_field` for an
/// allowed column that is not there.
///
/// ```
/// use equipoise::document::guard;
/// use indexmap::IndexMap;
/// let columns = |heading: &str| IndexMap::from([(heading.to_owned(), vec!["9434765919".into(), "x".into()])]);
/// assert_eq!(guard(&columns("Network"), &[])?.columns, 1);
/// assert!(guard(&columns("NHS Number"), &[]).is_err());
/// assert_eq!(guard(&columns("NHS Number"), &["NHS Number".into()])?.allowed.len(), 1);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn guard(columns: &IndexMap<String, Vec<Value>>, allow: &[String]) -> Result<Guarded, Problems> {
    let mut found = Found::default();
    let allowed_names: std::collections::HashSet<&str> = allow.iter().map(String::as_str).collect();
    for (place, name) in allow.iter().enumerate().filter(|(_, name)| !columns.contains_key(name.as_str())) {
        found.push(Problem {
            code: Code::UnknownField,
            path: format!("/allow/{place}"),
            value: crate::problem::shortened(&name.as_str().into()),
            accepted: Some("the heading of a column".into()),
            message: format!("there is no column “{}”", clip(name)),
        });
    }
    let mut allowed = Vec::new();
    for (heading, cells) in columns {
        let mut seen = Seen::default();
        cells.iter().for_each(|cell| seen.cell(cell));
        match seen.reason(heading) {
            Some(reason) if allowed_names.contains(heading.as_str()) => {
                allowed.push(AllowedColumn { column: heading.clone(), reason });
            }
            Some(reason) => {
                let path = crate::problem::pointer(["columns".into(), heading.as_str().into()].into_iter());
                found.push(refused(path, heading, reason));
            }
            None => {}
        }
    }
    found.none().map(|()| Guarded { columns: columns.len(), allowed })
}

/// True for a full postcode of the United Kingdom, with or without its space: `SW1A 1AA`, `M11AE`.
///
/// Source: the Royal Mail's programmers' guide to the postcode address file (shapes A9, A99, AA9, AA99, A9A, AA9A, then
/// a digit and two letters that are none of C I K M O V).
fn is_postcode(text: &str) -> bool {
    let plain: Vec<u8> = text.bytes().filter(|c| *c != b' ').map(|c| c.to_ascii_uppercase()).collect();
    let Some((outward, [digit, first, second])) = plain.split_last_chunk::<3>() else { return false };
    let inward = |c: &u8| c.is_ascii_uppercase() && !b"CIKMOV".contains(c);
    let shape: Vec<u8> = outward
        .iter()
        .map(|c| {
            if c.is_ascii_digit() {
                b'9'
            } else if c.is_ascii_uppercase() {
                b'A'
            } else {
                b'?'
            }
        })
        .collect();
    let known: [&[u8]; 6] = [b"A9", b"A99", b"AA9", b"AA99", b"A9A", b"AA9A"];
    digit.is_ascii_digit() && inward(first) && inward(second) && known.contains(&shape.as_slice())
}

/// True if the text holds ten digits, written together or as 3-3-4, that pass the NHS number's modulus 11 check.
///
/// Source of the check: NHS Data Dictionary, NHS NUMBER (weights 10 to 2, check digit 11 less the remainder).
pub(crate) fn holds_nhs_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(|start| {
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        bytes.get(*start).is_some_and(u8::is_ascii_digit) && !before.is_some_and(u8::is_ascii_digit)
    });
    starts.into_iter().any(|start| {
        let rest = bytes.get(start..).unwrap_or_default();
        candidate(rest, false).or_else(|| candidate(rest, true)).is_some_and(|digits| passes_modulus_11(&digits))
    })
}

/// Ten digits at the start of the text, spaced 3-3-4 or not, that are not the beginning of a longer number.
fn candidate(text: &[u8], spaced: bool) -> Option<[u8; 10]> {
    let mut digits = [0; 10];
    let mut rest = text.iter().peekable();
    for (index, digit) in digits.iter_mut().enumerate() {
        if spaced && (index == 3 || index == 6) {
            rest.next().filter(|c| matches!(c, b' ' | b'-'))?;
        }
        *digit = rest.next().filter(|c| c.is_ascii_digit())?.wrapping_sub(b'0');
    }
    (!rest.peek().is_some_and(|c| c.is_ascii_digit())).then_some(digits)
}

fn passes_modulus_11(digits: &[u8; 10]) -> bool {
    let [first @ .., check] = digits;
    let sum: u32 = first
        .iter()
        .zip((2..=10).rev())
        .fold(0, |sum, (digit, weight): (_, u32)| sum.wrapping_add(u32::from(*digit).wrapping_mul(weight)));
    // All zeros pass the sum and are nobody's number.
    sum > 0 && 11_u32.wrapping_sub(sum % 11) % 11 == u32::from(*check)
}

#[cfg(test)]
mod tests {
    use super::*;

    // 943 476 5919 is the worked example of the NHS Data Dictionary; it belongs to nobody.
    #[test]
    fn numbers_are_found_however_spaced() {
        for text in ["943 476 5919", "see 9434765919.", "(943-476-5919)"] {
            assert!(holds_nhs_number(text), "{text}");
        }
        for text in ["9434765918", "94347659190", "19434765919", "0000000000", "", "2023-03-31", "943 4765919"] {
            assert!(!holds_nhs_number(text), "{text}");
        }
    }

    #[test]
    fn headings_are_found_however_written() {
        assert!(names_a_patient("NHS Number") && names_a_patient("date_of_birth") && names_a_patient("Post-code"));
        assert!(names_a_patient("Patient NHS no.") && names_a_patient("home postcode") && names_a_patient("patient"));
        for heading in [
            "Patient forename",
            "Patient full name",
            "Patient's name",
            "Patient’s name",
            "Patient address",
            "Patient code",
            "Patient reference",
            "Name of patient",
            "Names of patients",
            "D.O.B.",
            "d o b",
            "NHS Numbers",
            "N.H.S. number",
            "Postcodes",
            "MRNs",
            "homePostcode",
            "patientPostcode",
            "PatientNHSNumber",
            "NHSnumber",
            "NHSNumbers",
            "dateOfBirth",
            "patientaddress",
            "patient_id",
            "Patients",
            "Patient initials",
            "hospital numbers",
            "Date patient seen",
        ] {
            assert!(names_a_patient(heading), "{heading}");
        }
        for heading in [
            "number_of_patients",
            "Number of cancer patients",
            "% of patients seen",
            "name",
            "patient experience",
            "Patient safety incidents",
            "PatientFlow",
            "patients seen",
            "New patients",
            "inpatients",
            "In-patients",
            "Outpatients",
            "Patient benefits",
            "adobe",
            "post",
            "NHS trust",
            "Number",
            "Dr J. O. B.",
            "MRI",
            "",
        ] {
            assert!(!names_a_patient(heading), "{heading}");
        }
    }

    fn reason(heading: &str, cells: &[&str]) -> Option<PatientReason> {
        let mut seen = Seen::default();
        cells.iter().for_each(|cell| seen.cell(&(*cell).into()));
        seen.reason(heading)
    }

    #[test]
    fn columns_are_found_by_three_cells_and_half() {
        let number = "943 476 5919";
        assert_eq!(reason("x", &[number, number, number, "", "a", "b", "c"]), Some(PatientReason::NhsNumbers));
        assert_eq!(reason("x", &[number, number, number, "a", "b", "c", "d"]), None);
        assert_eq!(reason("x", &[number, number]), None);
        let mut seen = Seen::default();
        (0..3).for_each(|_| seen.cell(&Value::from(9_434_765_919_u64)));
        assert_eq!(seen.reason("x"), Some(PatientReason::NhsNumbers));
        assert_eq!(reason("x", &["SW1A 1AA", "m1 1ae", "WV100QP", "b"]), Some(PatientReason::Postcodes));
    }

    #[test]
    fn only_full_postcodes_are_postcodes() {
        for text in ["M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "ec1a1bb"] {
            assert!(is_postcode(text), "{text}");
        }
        for text in ["WV10", "BRE-T1", "M1 1AC", "1AA", "", "AAA1 1AA", "M1 AAE", "Q4 2022", "é1 1AA"] {
            assert!(!is_postcode(text), "{text}");
        }
    }
}

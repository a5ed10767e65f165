//! The patient-data guard: no NHS number, no column about a patient, ever.

/// Field and column names that speak of patients, in lower case without separators.
const PATIENT_NAMES: [&str; 14] = [
    "nhsnumber",
    "nhsno",
    "nhsnum",
    "dateofbirth",
    "dob",
    "birthdate",
    "postcode",
    "patient",
    "patientid",
    "patientname",
    "patientnumber",
    "mrn",
    "hospitalnumber",
    "medicalrecordnumber",
];

/// True for a field name that speaks of a patient (`NHS number`, `date_of_birth`, `postcode`, `patient_id`, `MRN`).
pub(crate) fn names_a_patient(name: &str) -> bool {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    PATIENT_NAMES.contains(&plain.as_str())
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
        assert!(!names_a_patient("number_of_patients") && !names_a_patient("name"));
    }
}

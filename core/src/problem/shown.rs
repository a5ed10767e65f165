//! How a problem repeats what it speaks of: shortened, so that many problems take no more than they are worth.

use serde_json::Value;
use std::borrow::Cow;

/// The longest value that a problem repeats; longer ones are cut with an ellipsis.
const LONGEST_VALUE: usize = 80;

/// The most entries of a list, or members of a chain, that a problem names; of more it says how many there are.
pub(crate) const LONGEST_LIST: usize = 12;

/// The longest pointer; a longer one leads to what holds the place.
const LONGEST_POINTER: usize = 1000;

/// 2^53.
const LARGEST_NUMBER: f64 = 9_007_199_254_740_992.0;

/// The value as a problem shows it: scalars as they are, long texts cut, lists and objects named only.
pub(crate) fn shortened(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        // Whatever is wrong with it: what may be a patient's number is never repeated.
        Value::String(text) if crate::document::holds_nhs_number(text) => None,
        Value::String(text) if text.chars().nth(LONGEST_VALUE).is_some() => {
            Some(Value::String(text.chars().take(LONGEST_VALUE).chain(['…']).collect()))
        }
        Value::Array(_) => Some(Value::String("a list".into())),
        Value::Object(_) => Some(Value::String("an object".into())),
        // Beyond 2^53 a number is not surely itself in every language, but its letters are.
        Value::Number(number) if number.as_f64().is_some_and(|number| number.abs() >= LARGEST_NUMBER) => {
            Some(Value::String(crate::document::text::print(number)))
        }
        scalar => Some(scalar.clone()),
    }
}

/// The entries in a row: "a, b, c", and of a long list how many more there are.
pub(crate) fn listed<T: AsRef<str>>(entries: &[T]) -> String {
    let first: Vec<&str> = entries.iter().take(LONGEST_LIST).map(AsRef::as_ref).collect();
    match entries.len().saturating_sub(LONGEST_LIST) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// The first members of a chain of that length that ends where it began: "a → b → a".
pub(crate) fn circle(first: &[&str], length: usize) -> String {
    let more = match length.saturating_sub(first.len()) {
        0 => String::new(),
        more => format!(" → ({more} more)"),
    };
    format!("{}{more} → {}", first.join(" → "), first.first().copied().unwrap_or_default())
}

/// The JSON pointer along the steps.
pub(crate) fn pointer<'s>(steps: impl Iterator<Item = Cow<'s, str>>) -> String {
    let mut pointer = String::new();
    for step in steps {
        if pointer.len().saturating_add(step.len()) > LONGEST_POINTER {
            break;
        }
        pointer.push('/');
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_named_up_to_twelve() {
        let letters: Vec<String> = ('a'..='n').map(String::from).collect();
        assert_eq!(listed(&letters[..12]), "a, b, c, d, e, f, g, h, i, j, k, l");
        assert_eq!(listed(&letters), "a, b, c, d, e, f, g, h, i, j, k, l and 2 more");
        assert_eq!(listed::<&str>(&[]), "");
    }

    #[test]
    fn circles_end_where_they_began() {
        assert_eq!(circle(&["a"], 1), "a → a");
        assert_eq!(circle(&["a", "b"], 2), "a → b → a");
        assert_eq!(circle(&["a", "b"], 240), "a → b → (238 more) → a");
    }

    #[test]
    fn pointers_lead_to_what_holds_a_long_name() {
        let of = |steps: &[&str]| pointer(steps.iter().map(|step| (*step).into()));
        assert_eq!(of(&[]), "");
        assert_eq!(of(&["goals", "0", "a/b~c"]), "/goals/0/a~1b~0c");
        let long = "x".repeat(LONGEST_POINTER);
        assert_eq!(of(&["codes", &long, "y"]), "/codes");
        assert_eq!(of(&[&long]).len(), LONGEST_POINTER + 1);
    }
}

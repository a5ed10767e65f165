//! A person's token, replaced everywhere in a document.

use serde_json::Value;
use std::collections::HashSet;

use super::Programme;
use super::values::clip;
use crate::problem::{Code, Problem, Problems, pointer, shortened};
use crate::recall::{Recall, result};

result! {
    /// A document in which a person's token was replaced.
    Redacted {
        /// The document; everything else in it is as it was.
        #[cfg_attr(feature = "schema", schemars(with = "serde_json::Map<String, Value>"))]
        document: Programme,
        /// The token that now stands in place of the person's.
        token: String,
        /// In how many fields it was replaced.
        replaced: usize,
        /// JSON pointers of what still holds the old token as a word (a note, a name, an identifier): for a person to read.
        mentions: Vec<String>,
    }
}

impl Recall for Programme {
    fn recall(value: &Value) -> Option<Self> {
        Self::from_value(value).ok()
    }
}

/// Replaces a person's token everywhere in a document by one that says nothing, and the same in every place, so that
/// counts stay what they were.
///
/// Tokens stand in appointments, interests, attendance, votes, panels, and as scorers. Texts that hold the token as a word
/// are not changed but named, since only a person can tell what they mean.
///
/// # Errors
/// A problem where the token stands nowhere.
///
/// ```
/// use equipoise::{Programme, document::redact};
/// let programme = Programme::from_json(r#"{"schema_version": "1.0", "id": "p", "name": "P",
///     "bodies": [{"id": "skin", "kind": "network", "name": "Skin"}],
///     "appointments": [{"id": "a1", "person": "p07", "role": "clinical_lead", "body": "skin"}]}"#)?;
/// let redacted = redact(&programme, "p07")?;
/// assert_eq!(redacted.document.appointments[0].person.as_deref(), Some("redacted"));
/// assert_eq!((redacted.replaced, redacted.mentions.len()), (1, 0));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn redact(programme: &Programme, person: &str) -> Result<Redacted, Problems> {
    let mut document = programme.clone();
    let mut tokens = HashSet::new();
    for_each_token(&mut document, &mut |token| {
        tokens.insert(token.clone());
    });
    if !tokens.contains(person) {
        return Err(Problem {
            code: Code::DanglingReference,
            path: "/person".into(),
            value: shortened(&person.into()),
            accepted: Some("the token of a person in the document".into()),
            message: format!("“{}” is no person's token in the document", clip(person)),
        }
        .into());
    }
    let token = free(&tokens);
    let mut replaced = 0_usize;
    for_each_token(&mut document, &mut |held| {
        if held == person {
            held.clone_from(&token);
            replaced = replaced.saturating_add(1);
        }
    });
    let mut mentions = Vec::new();
    let value = serde_json::to_value(&document).unwrap_or_default();
    find(&value, person, &mut Vec::new(), &mut mentions);
    Ok(Redacted { document, token, replaced, mentions })
}

/// `redacted`, or `redacted-2` and so on where that is somebody's token already.
fn free(tokens: &HashSet<String>) -> String {
    let numbered = (2_u64..).map(|number| format!("redacted-{number}"));
    let mut names = std::iter::once("redacted".to_owned()).chain(numbered);
    names.find(|name| !tokens.contains(name)).unwrap_or_default()
}

/// Every field that holds a person's token.
fn for_each_token(document: &mut Programme, act: &mut dyn FnMut(&mut String)) {
    let appointed = document.appointments.iter_mut().filter_map(|row| row.person.as_mut());
    let interested = document.interests.iter_mut().filter_map(|row| row.person.as_mut());
    let attended = document.meetings.iter_mut().flat_map(|row| &mut row.attendance);
    let voted = document.decisions.iter_mut().flat_map(|row| &mut row.votes);
    let reviewed = document.reviews.iter_mut().flat_map(|row| &mut row.panel);
    let scored = document.exercises.iter_mut().flat_map(|row| &mut row.scores);
    appointed
        .chain(interested)
        .chain(attended.filter_map(|row| row.person.as_mut()))
        .chain(voted.filter_map(|row| row.person.as_mut()))
        .chain(reviewed.filter_map(|row| row.person.as_mut()))
        .chain(scored.map(|row| &mut row.scorer))
        .for_each(act);
}

/// Notes every text that holds the token as a word.
fn find<'v>(value: &'v Value, token: &str, steps: &mut Vec<std::borrow::Cow<'v, str>>, found: &mut Vec<String>) {
    match value {
        Value::String(text) if holds_word(text, token) => found.push(pointer(steps.iter().cloned())),
        Value::Array(rows) => {
            for (place, row) in rows.iter().enumerate() {
                steps.push(place.to_string().into());
                find(row, token, steps, found);
                steps.pop();
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                steps.push(key.as_str().into());
                find(field, token, steps, found);
                steps.pop();
            }
        }
        _ => {}
    }
}

fn holds_word(text: &str, token: &str) -> bool {
    let outside = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(token).any(|(start, held)| {
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(start.saturating_add(held.len())..));
        outside(before.chars().next_back()) && outside(after.unwrap_or_default().chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        assert!(holds_word("p07", "p07") && holds_word("ask p07.", "p07") && holds_word("xp07 p07", "p07"));
        assert!(!holds_word("p071", "p07") && !holds_word("ép07", "p07") && !holds_word("", "p07"));
    }

    #[test]
    fn the_example_loses_one_person_and_nothing_else() {
        let text = include_str!("../../tests/data/example_programme.json");
        let programme = Programme::from_json(text).unwrap();
        let person = programme.appointments.iter().find_map(|row| row.person.clone()).unwrap();
        let redacted = redact(&programme, &person).unwrap();
        let (before, after) = (programme.to_json(), redacted.document.to_json());
        let quoted = format!("\"{person}\"");
        assert_eq!(redacted.replaced, before.matches(&quoted).count());
        assert_eq!(before.replace(&quoted, "\"redacted\""), after);
        assert!(Programme::from_json(&after).is_ok());
        assert!(redact(&redacted.document, &person).is_err());
        assert_eq!(redact(&redacted.document, "redacted").unwrap().token, "redacted-2");
    }
}

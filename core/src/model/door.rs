//! The door: from JSON to a document that is read strictly and checked between its entities.

use serde_json::Value;

use super::check;
use crate::document::Programme;
use crate::document::read::{Read, Reader};
use crate::document::text;
use crate::problem::{Found, Problem, Problems};

impl Programme {
    /// Reads a document from JSON text: strictly, and with all problems at once.
    ///
    /// # Errors
    /// [`Problems`], each with a code, a JSON pointer, the value found and what would be accepted.
    ///
    /// ```
    /// use equipoise::Programme;
    /// let problems = Programme::from_json(r#"{"schema_version": "1.0", "id": "demo", "nmae": "Demo"}"#).unwrap_err();
    /// assert_eq!(problems.to_string(), "/nmae: the field “nmae” is not known here\n/name: the field “name” is required");
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Problems> {
        Self::of_text(text, Found::default()).map_err(Problems::from)
    }

    /// Reads a document from a JSON value, as [`Programme::from_json`] does from text.
    ///
    /// # Errors
    /// [`Problems`], as for text.
    pub fn from_value(value: &Value) -> Result<Self, Problems> {
        Self::of_value(value, Found::default()).map_err(Problems::from)
    }

    /// As from text, with what was found around it already.
    pub(crate) fn of_text(text: &str, mut found: Found) -> Result<Self, Found> {
        let (value, more) = text::parse(text, text::LONGEST_TEXT, text::DEEPEST_NESTING);
        found.append(more);
        match value {
            Some(value) => Self::of_value(&value, found),
            None => Err(found),
        }
    }

    /// As from a value, with what was found in its text already.
    pub(crate) fn of_value(value: &Value, found: Found) -> Result<Self, Found> {
        let mut reader = Reader::after(found);
        let programme = Self::read(value, &mut reader);
        let Reader { problems: mut found, unread, .. } = reader;
        if let Some(programme) = &programme {
            found = check::problems(programme, &unread, found);
        }
        if found.is_empty() { programme.ok_or_else(|| Problem::unreadable().into()) } else { Err(found) }
    }
}

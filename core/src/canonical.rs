//! Canonical JSON: keys sorted, no white space, numbers as `JSON.stringify` prints them. And the fingerprint over it.

use std::cell::RefCell;
use std::io::{Result, Write};
use std::ops::Range;

use serde::Serialize;
use serde_json::ser::Formatter;
use sha2::{Digest, Sha256};

use crate::document::text::write_number;

/// First 16 hex digits of SHA-256 over the canonical JSON of a record, its field `fingerprint` left out.
pub(crate) fn fingerprint<T: Serialize>(record: &T) -> String {
    let digest = Sha256::digest(canonical(record, "fingerprint"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The canonical JSON of a record without that field of its own.
fn canonical<T: Serialize>(record: &T, without: &'static str) -> Vec<u8> {
    let text = RefCell::new(Vec::new());
    let sorted = Sorted { text: &text, without, fields: Vec::new(), objects: Vec::new(), unsorted: Vec::new() };
    let printed = record.serialize(&mut serde_json::Serializer::with_formatter(Shared(&text), sorted));
    // Results are plain records with text keys; serde_json has no way to fail on them.
    debug_assert!(printed.is_ok());
    text.into_inner()
}

/// The text so far, seen by the serializer that writes it and by the formatter that sorts it.
struct Shared<'t>(&'t RefCell<Vec<u8>>);

impl Write for Shared<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// One field of an object that is being written: where its key and its value stand.
#[derive(Debug, Clone)]
struct Field {
    key: Range<usize>,
    value: Range<usize>,
}

/// Notes where fields stand, and puts them in the order of their keys when their object ends.
struct Sorted<'t> {
    text: &'t RefCell<Vec<u8>>,
    without: &'static str,
    /// The fields of all objects around the place that is being written, the innermost last.
    fields: Vec<Field>,
    /// Where the fields of each of those objects begin.
    objects: Vec<usize>,
    /// The text of the object that is being put in order.
    unsorted: Vec<u8>,
}

impl Sorted<'_> {
    fn here(&self) -> usize {
        self.text.borrow().len()
    }

    /// The fields from there on, again: sorted, with colons and commas.
    fn put_in_order(&mut self, from: usize) {
        let Some(fields) = self.fields.get_mut(from..) else { return };
        let Some(start) = fields.first().map(|field| field.key.start) else { return };
        let mut text = self.text.borrow_mut();
        self.unsorted.clear();
        self.unsorted.extend_from_slice(text.get(start..).unwrap_or_default());
        let unsorted = &self.unsorted;
        let part = |range: &Range<usize>| {
            unsorted.get(range.start.saturating_sub(start)..range.end.saturating_sub(start)).unwrap_or_default()
        };
        if fields.iter().any(|field| part(&field.key).contains(&b'\\')) {
            fields.sort_by_cached_key(|field| spelled(part(&field.key)));
        } else {
            fields.sort_by_key(|field| inside(part(&field.key)));
        }
        text.truncate(start);
        for field in fields {
            let key = part(&field.key);
            if self.objects.is_empty() && inside(key) == self.without.as_bytes() {
                continue;
            }
            if text.len() > start {
                text.push(b',');
            }
            text.extend_from_slice(key);
            text.push(b':');
            text.extend_from_slice(part(&field.value));
        }
    }
}

/// A key without its quotation marks.
fn inside(key: &[u8]) -> &[u8] {
    key.get(1..key.len().saturating_sub(1)).unwrap_or_default()
}

/// A key as it is meant, without escapes.
fn spelled(key: &[u8]) -> Option<String> {
    serde_json::from_slice(key).ok()
}

impl Formatter for Sorted<'_> {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        write_number(writer, value)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b"{")?;
        self.objects.push(self.fields.len());
        Ok(())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> Result<()> {
        let here = self.here();
        self.fields.push(Field { key: here..here, value: here..here });
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        let here = self.here();
        if let Some(field) = self.fields.last_mut() {
            field.key.end = here;
            field.value.start = here;
        }
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        Ok(())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        let here = self.here();
        if let Some(field) = self.fields.last_mut() {
            field.value.end = here;
        }
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        let from = self.objects.pop().unwrap_or_default();
        self.put_in_order(from);
        self.fields.truncate(from);
        writer.write_all(b"}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_at_every_depth_and_as_they_are_meant() {
        let record =
            json!({"b": [{"z": 1.5, "a": null}], "fingerprint": "x", "a": {"fingerprint": 1e21, "e": {}}, "\n": ""});
        let text = String::from_utf8(canonical(&record, "fingerprint")).unwrap();
        assert_eq!(text, r#"{"\n":"","a":{"e":{},"fingerprint":1e+21},"b":[{"a":null,"z":1.5}]}"#);
    }

    #[test]
    fn what_says_the_same_has_the_same_fingerprint() {
        let (one, two) = (json!({"a": 1, "b": [1, 2]}), json!({"b": [1, 2], "a": 1, "fingerprint": "any"}));
        assert_eq!(fingerprint(&one), fingerprint(&two));
        assert_ne!(fingerprint(&one), fingerprint(&json!({"a": 1, "b": [2, 1]})));
        // SHA-256 of {}.
        assert_eq!(fingerprint(&json!({})), "44136fa355b3678a");
    }
}

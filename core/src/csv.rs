//! A table as CSV text that spreadsheet programs can open without running any of it.

use serde_json::Value;

use crate::document::text::print;
use crate::problem::Problems;
use crate::table::table;

/// The result's table as CSV (RFC 4180): a row of headings, then one row for each, parted by CR LF.
///
/// - Null is a blank cell; true and false are those words; numbers are written as JSON writes them.
/// - A text that a spreadsheet program would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end,
///   after white space or not) gets an apostrophe before it. Numbers below zero stay numbers.
/// - A table without rows is an empty text: nobody knows its columns.
///
/// # Errors
/// Those of [`table`].
///
/// ```
/// let text = equipoise::csv(&serde_json::json!([{"id": "T1", "note": "=1+1"}, {"id": "T2, T3", "note": null}]), None)?;
/// assert_eq!(text, "id,note\r\nT1,'=1+1\r\n\"T2, T3\",\r\n");
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn csv(result: &Value, name: Option<&str>) -> Result<String, Problems> {
    let rows = table(result, name)?;
    let mut text = String::new();
    let Some(first) = rows.first() else { return Ok(text) };
    // Rows of a report all have the same columns; a column is found by its name all the same.
    let headings: Vec<&String> = first.keys().collect();
    line(headings.iter().map(|heading| safe(heading)), &mut text);
    for row in &rows {
        line(headings.iter().map(|heading| row.get(*heading).map_or_else(String::new, cell)), &mut text);
    }
    Ok(text)
}

fn line(cells: impl Iterator<Item = String>, text: &mut String) {
    let start = text.len();
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    // A line that is blank would be no row to most readers.
    if text.len() == start {
        text.push_str("\"\"");
    }
    text.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => safe(text),
        other => print(other),
    }
}

/// A text that is no formula and does not end its cell.
fn safe(text: &str) -> String {
    let begins = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    // The wide forms are formulas to programs in East Asian settings.
    let formula = matches!(begins, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    let quoted = text.contains([',', ';', '"', '\r', '\n', '\t']) || text.trim() != text;
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn formulas_are_texts() {
        for (text, safe_text) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-3 days", "'-3 days"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            (" =1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("a\"b", "\"a\"\"b\""),
            ("a;=1", "\"a;=1\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            assert_eq!(safe(text), safe_text, "{text}");
        }
        assert_eq!(csv(&json!([{"n": -5.5, "b": true, "x": null}]), None).unwrap(), "n,b,x\r\n-5.5,true,\r\n");
        assert_eq!(csv(&json!([{"n": null}]), None).unwrap(), "n\r\n\"\"\r\n");
        assert_eq!(csv(&json!([]), None).unwrap(), "");
    }
}

//! Pieces of HTML. Only what was escaped, or is written here, can become one.

use crate::day::Day;
use crate::finding::Level;
use crate::legend::entry;

/// A piece of HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup(pub(super) String);

impl Markup {
    /// A text of a document: escaped, and kept apart from the direction of writing around it.
    pub(super) fn named(text: &str) -> Self {
        Self(format!("<bdi>{}</bdi>", escaped(text)))
    }

    /// A text of this library or of a document.
    pub(super) fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    pub(super) fn day(day: Option<Day>, absent: &str) -> Self {
        match day {
            Some(day) => Self(format!("<time datetime=\"{day}\">{}</time>", day.in_words())),
            None => Self::absent(absent),
        }
    }

    /// What stands where there is nothing: a cell is never empty.
    pub(super) fn absent(words: &str) -> Self {
        Self(format!("<span class=\"quiet\">{}</span>", escaped(words)))
    }

    /// A level: its shape, its word and its letter on its colour.
    pub(super) fn level(level: Level) -> Self {
        let shown = entry(level);
        Self(format!(
            "<span class=\"level {level}\"><span class=\"shape\" aria-hidden=\"true\">{}</span> {} ({})</span>",
            shown.symbol, shown.word, shown.letter
        ))
    }

    pub(super) fn list(entries: &[Self]) -> Self {
        let entries: String = entries.iter().map(|entry| format!("<li>{}</li>", entry.0)).collect();
        Self(format!("<ul>{entries}</ul>"))
    }

    pub(super) fn and(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }
}

/// A text in which nothing is a tag, an entity or the end of an attribute, and nothing is a control character.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' => escaped.push(c),
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A text as a paragraph.
pub(super) fn paragraph(text: &str, page: &mut String) {
    page.push_str(&format!("<p>{}</p>\n", escaped(text)));
}

/// A table: a caption, headings with their scope, and rows whose first cell heads them.
pub(super) struct Table<'t> {
    pub(super) id: &'t str,
    pub(super) caption: String,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<Markup>>,
}

impl Table<'_> {
    /// The table in a region that can be scrolled by keyboard where it is wider than the screen.
    pub(super) fn write(&self, page: &mut String) {
        let id = self.id;
        page.push_str(&format!(
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table role=\"table\">\n<caption id=\"{id}\">{}</caption>\n",
            escaped(&self.caption)
        ));
        // Roles are stated, since a narrow screen shows rows as blocks and would lose them.
        page.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
        for heading in &self.headings {
            page.push_str(&format!("<th scope=\"col\" role=\"columnheader\">{}</th>", escaped(heading)));
        }
        page.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for row in &self.rows {
            page.push_str("<tr role=\"row\">");
            for (place, cell) in row.iter().enumerate() {
                let heading = self.headings.get(place).map(|heading| escaped(heading)).unwrap_or_default();
                if place == 0 {
                    page.push_str(&format!("<th scope=\"row\" role=\"rowheader\">{}</th>", cell.0));
                } else {
                    page.push_str(&format!("<td role=\"cell\" data-heading=\"{heading}\">{}</td>", cell.0));
                }
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n</div>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escaped("<script>alert('x' & \"y\")</script>\u{0}\u{1b}"),
            "&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;\u{fffd}\u{fffd}"
        );
    }
}

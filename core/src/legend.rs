//! How a level is shown: a word, a letter and a shape beside the colours, so that nobody depends on colour.

use crate::finding::Level;
use crate::recall::result;

result! {
    /// How one level is shown.
    LegendEntry {
        /// The level.
        level: Level,
        /// Its word.
        word: String,
        /// Its letter, as trackers write it: B for complete (blue), G, A, R; N for not assessed, X for excluded.
        letter: String,
        /// The name of its shape.
        shape: String,
        /// The shape as a character.
        symbol: String,
        /// Colour of the background, `#rrggbb`.
        background: String,
        /// Colour of the text on it, `#rrggbb`.
        text: String,
        /// Contrast of the two by WCAG 2.2, rounded down to one decimal; 4.5 or more is readable.
        contrast: f64,
        /// What it means.
        meaning: String,
    }
}

/// Every level in the order in which legends show them. Colours are those of the NHS identity guidelines.
///
/// ```
/// let legend = equipoise::legend();
/// assert_eq!(legend[3].word, "Red");
/// assert!(legend.iter().all(|entry| entry.contrast >= 4.5));
/// ```
pub fn legend() -> Vec<LegendEntry> {
    Level::ALL.iter().map(|level| entry(*level)).collect()
}

/// How that level is shown.
pub(crate) fn entry(level: Level) -> LegendEntry {
    let (word, letter, shape, symbol, background, text, contrast, meaning) = match level {
        Level::Complete => ("Complete", "B", "tick", "✔", "#005eb8", "#ffffff", 6.3, "Finished"),
        Level::Green => ("Green", "G", "circle", "●", "#007f3b", "#ffffff", 5.1, "On track"),
        Level::Amber => ("Amber", "A", "triangle", "▲", "#ffb81c", "#212b32", 8.3, "Needs attention"),
        Level::Red => ("Red", "R", "square", "■", "#d5281b", "#ffffff", 5.0, "Needs action"),
        Level::NotAssessed => {
            ("Not assessed", "N", "ring", "○", "#d8dde0", "#212b32", 10.5, "No approved baseline to assess against")
        }
        Level::Excluded => ("Excluded", "X", "dash", "–", "#ffffff", "#4c6272", 6.3, "Left out, with a reason"),
    };
    LegendEntry {
        level,
        word: word.into(),
        letter: letter.into(),
        shape: shape.into(),
        symbol: symbol.into(),
        background: background.into(),
        text: text.into(),
        contrast,
        meaning: meaning.into(),
    }
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
#[cfg(test)]
pub(crate) fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let part = |from: usize| {
            let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_as_stated() {
        for entry in legend() {
            let measured = (contrast(&entry.background, &entry.text) * 10.0).floor() / 10.0;
            assert_eq!(entry.contrast, measured, "{}", entry.word);
        }
    }

    #[test]
    fn words_letters_and_shapes_differ() {
        let legend = legend();
        for (i, a) in legend.iter().enumerate() {
            for b in &legend[..i] {
                assert!(a.word != b.word && a.letter != b.letter && a.shape != b.shape && a.symbol != b.symbol);
            }
        }
    }
}

//! Icons of variation and assurance as SVG: a shape, a sign and letters each, so that nobody depends on colour.
//!
//! Icons of variation are filled, those of assurance are cards with a border. Each stands on its own ground, with a
//! light edge, so that it can be read on light and dark pages.

use crate::document::declare::words;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;
use crate::sentence::variation as said;

use super::result::{AssuranceIcon, VariationIcon};

result! {
    /// An icon as a picture.
    Icon {
        /// Its name: a word of [`VariationIcon`] or [`AssuranceIcon`], or `run_chart`.
        name: String,
        /// What it says, as a heading.
        title: String,
        /// The picture: one `svg` element that needs nothing else, with its title and what it means.
        svg: String,
    }
}

words! {
    /// What is drawn where there is no icon.
    NoIcon {
        /// A run chart has no limits, and so no icons.
        RunChart = "run_chart",
    }
}

/// Signs and letters on a colour, or the colour itself as a border: dark enough for white to be read on it.
pub(crate) const BETTER: &str = "#005eb8";
pub(crate) const WORSE: &str = "#a33f00";
pub(crate) const NEITHER: &str = "#5b2d8e";
pub(crate) const USUAL: &str = "#4c6272";

const SQUARE: &str = "M8 2h48a6 6 0 0 1 6 6v48a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z";
const OCTAGON: &str = "M19 2h26l17 17v26L45 62H19L2 45V19z";
const HEXAGON: &str = "M15 2h34l13 30-13 30H15L2 32z";
const PILL: &str = "M18 2h28a16 30 0 0 1 0 60H18a16 30 0 0 1 0-60z";

const TICK: &str = "M11 24l7 8 11-17";
const MARK: &str = "M20 10v11M20 32v1";
const UP: &str = "M45 34V12M36 20l9-9 9 9";
const DOWN: &str = "M45 10v22M36 24l9 9 9-9";
const UP_ALONE: &str = "M32 34V11M21 21l11-11 11 11";
const DOWN_ALONE: &str = "M32 9v23M21 22l11 11 11-11";
const WAVE: &str = "M12 25c4-11 9-11 13 0s9 11 13 0 9-11 14 0";
const MET: &str = "M19 22l10 11 17-23";
const MISSED: &str = "M21 11l22 22M43 11L21 33";
const PERHAPS: &str = "M23 17a9 7 0 1 1 13 6c-3 2-4 2-4 4M32 36v1";
const ZIGZAG: &str = "M14 33l7-13 8 8 8-16 7 11 7-9";

impl VariationIcon {
    /// The icon in two letters of text, for where no picture can be shown.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::ImprovementHigh => "✓↑",
            Self::ImprovementLow => "✓↓",
            Self::ConcernHigh => "!↑",
            Self::ConcernLow => "!↓",
            Self::High => " ↑",
            Self::Low => " ↓",
            Self::CommonCause => " ~",
        }
    }
}

impl AssuranceIcon {
    /// The icon in one letter of text, for where no picture can be shown.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Pass => "✓",
            Self::Fail => "✗",
            Self::HitOrMiss => "?",
        }
    }
}

/// The picture of an icon: of [`VariationIcon`], [`AssuranceIcon`], or `run_chart`.
///
/// # Errors
/// A problem if there is no icon of that name.
///
/// ```
/// let icon = equipoise::variation::icons::icon("improvement_high")?;
/// assert_eq!(icon.title, "Improvement, high");
/// assert!(icon.svg.starts_with("<svg") && icon.svg.contains("<title>Improvement, high</title>"));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn icon(name: &str) -> Result<Icon, Problems> {
    let found = match (VariationIcon::from_word(name), AssuranceIcon::from_word(name), NoIcon::from_word(name)) {
        (Some(icon), _, _) => Some((said::icon(icon), said::meaning(icon), variation(icon))),
        (_, Some(icon), _) => Some((said::assurance_icon(icon), said::assurance_meaning(icon), assurance(icon))),
        (_, _, Some(_)) => Some((said::RUN_CHART, said::RUN_CHART_MEANING, card(USUAL, ZIGZAG, "RUN"))),
        _ => None,
    };
    let Some((title, meaning, drawn)) = found else {
        let words = VariationIcon::ALL.iter().map(|icon| icon.as_str());
        let words = words.chain(AssuranceIcon::ALL.iter().map(|icon| icon.as_str()));
        let words: Vec<&str> = words.chain(NoIcon::ALL.iter().map(|icon| icon.as_str())).collect();
        return Err(Problem {
            code: Code::UnknownWord,
            path: "/name".into(),
            value: Some(name.into()),
            accepted: Some(words.join(", ")),
            message: format!("there is no icon “{name}”"),
        }
        .into());
    };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"64\" height=\"64\" role=\"img\">\
         <title>{title}</title><desc>{meaning}</desc>{drawn}</svg>"
    );
    Ok(Icon { name: name.to_owned(), title: title.to_owned(), svg })
}

/// The colour of an icon of variation, its shape, its signs and its letters.
type Filled = (&'static str, &'static str, &'static [&'static str], &'static str);

fn of_variation(icon: VariationIcon) -> Filled {
    match icon {
        VariationIcon::ImprovementHigh => (BETTER, SQUARE, &[TICK, UP], "HI"),
        VariationIcon::ImprovementLow => (BETTER, SQUARE, &[TICK, DOWN], "LO"),
        VariationIcon::ConcernHigh => (WORSE, OCTAGON, &[MARK, UP], "HI"),
        VariationIcon::ConcernLow => (WORSE, OCTAGON, &[MARK, DOWN], "LO"),
        VariationIcon::High => (NEITHER, HEXAGON, &[UP_ALONE], "HI"),
        VariationIcon::Low => (NEITHER, HEXAGON, &[DOWN_ALONE], "LO"),
        VariationIcon::CommonCause => (USUAL, PILL, &[WAVE], "CC"),
    }
}

/// The colour of an icon of assurance, its sign and its letters.
fn of_assurance(icon: AssuranceIcon) -> (&'static str, &'static str, &'static str) {
    match icon {
        AssuranceIcon::Pass => (BETTER, MET, "MET"),
        AssuranceIcon::Fail => (WORSE, MISSED, "MISS"),
        AssuranceIcon::HitOrMiss => (USUAL, PERHAPS, "MAY"),
    }
}

fn variation(icon: VariationIcon) -> String {
    let (colour, shape, signs, letters) = of_variation(icon);
    filled(colour, shape, signs, letters)
}

fn assurance(icon: AssuranceIcon) -> String {
    let (colour, sign, letters) = of_assurance(icon);
    card(colour, sign, letters)
}

/// One line or shape of an icon, on a square of 64: for what draws by itself.
pub(crate) struct Part {
    pub(crate) path: &'static str,
    pub(crate) fill: Option<&'static str>,
    pub(crate) stroke: Option<&'static str>,
    pub(crate) width: f64,
}

/// An icon in parts, the lowest first, with its letters and their colour.
pub(crate) struct Parts {
    pub(crate) parts: Vec<Part>,
    pub(crate) letters: &'static str,
    pub(crate) ink: &'static str,
}

const WHITE: &str = "#ffffff";
const GROUND: &str = "M0 0h64v64H0z";
const BORDER: &str = "M4 4h56v56H4z";

fn line(path: &'static str, colour: &'static str, width: f64) -> Part {
    Part { path, fill: None, stroke: Some(colour), width }
}

/// The icon of variation in parts; the one of a run chart where there is none.
pub(crate) fn variation_parts(icon: Option<VariationIcon>) -> Parts {
    let Some(icon) = icon else { return card_parts(USUAL, ZIGZAG, "RUN") };
    let (colour, shape, signs, letters) = of_variation(icon);
    let ground = Part { path: shape, fill: Some(colour), stroke: Some(WHITE), width: 1.0 };
    let parts = std::iter::once(ground).chain(signs.iter().map(|sign| line(sign, WHITE, 4.0))).collect();
    Parts { parts, letters, ink: WHITE }
}

pub(crate) fn assurance_parts(icon: AssuranceIcon) -> Parts {
    let (colour, sign, letters) = of_assurance(icon);
    card_parts(colour, sign, letters)
}

fn card_parts(colour: &'static str, sign: &'static str, letters: &'static str) -> Parts {
    let ground = Part { path: GROUND, fill: Some(WHITE), stroke: None, width: 0.0 };
    Parts { parts: vec![ground, line(BORDER, colour, 2.5), line(sign, colour, 4.0)], letters, ink: colour }
}

/// White signs and letters on a filled shape.
fn filled(colour: &str, shape: &str, signs: &[&str], letters: &str) -> String {
    let ground = format!("<path d=\"{shape}\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"2\"/>");
    ground + &signs.iter().map(|sign| stroke("#ffffff", sign)).collect::<String>() + &text("#ffffff", letters)
}

/// Signs and letters in colour on a white card with a border.
fn card(colour: &str, sign: &str, letters: &str) -> String {
    let ground = "<rect width=\"64\" height=\"64\" rx=\"4\" fill=\"#ffffff\"/>";
    let border = format!(
        "<rect x=\"4\" y=\"4\" width=\"56\" height=\"56\" rx=\"2\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"4\"/>"
    );
    format!("{ground}{border}{}{}", stroke(colour, sign), text(colour, letters))
}

fn stroke(colour: &str, path: &str) -> String {
    format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"6\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\"/>"
    )
}

fn text(colour: &str, letters: &str) -> String {
    format!(
        "<text x=\"32\" y=\"55\" fill=\"{colour}\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"19\" \
         font-weight=\"bold\" text-anchor=\"middle\">{letters}</text>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> Vec<Icon> {
        let words = VariationIcon::ALL.iter().map(|icon| icon.as_str());
        let words = words.chain(AssuranceIcon::ALL.iter().map(|icon| icon.as_str())).chain(["run_chart"]);
        words.map(|name| icon(name).unwrap()).collect()
    }

    #[test]
    fn no_two_icons_are_alike_without_their_colours() {
        let grey = |icon: &Icon| {
            let drawn = icon.svg.split("</desc>").nth(1).unwrap().to_owned();
            [BETTER, WORSE, NEITHER, USUAL].iter().fold(drawn, |drawn, colour| drawn.replace(colour, ""))
        };
        let (icons, titles) = (all(), all().into_iter().map(|icon| icon.title).collect::<BTreeSet<_>>());
        assert_eq!(icons.iter().map(grey).collect::<BTreeSet<_>>().len(), 11);
        assert_eq!(titles.len(), 11);
    }

    #[test]
    fn signs_can_be_read_on_their_ground() {
        for colour in [BETTER, WORSE, NEITHER, USUAL] {
            assert!(crate::legend::contrast(colour, "#ffffff") >= 4.5, "{colour}");
        }
    }

    #[test]
    fn an_icon_is_one_element_that_needs_nothing_else() {
        for icon in all() {
            assert_eq!(icon.svg.matches("<svg").count(), 1);
            assert!(icon.svg.ends_with("</svg>") && icon.svg.contains("role=\"img\""), "{}", icon.name);
            for outside in ["href", "url(", "<style", "<script", "<image"] {
                assert!(!icon.svg.contains(outside), "{}: {outside}", icon.name);
            }
        }
    }

    #[test]
    fn no_two_symbols_are_alike() {
        let variation: BTreeSet<_> = VariationIcon::ALL.iter().map(|icon| icon.symbol()).collect();
        let assurance: BTreeSet<_> = AssuranceIcon::ALL.iter().map(|icon| icon.symbol()).collect();
        assert_eq!((variation.len(), assurance.len()), (VariationIcon::ALL.len(), AssuranceIcon::ALL.len()));
        assert!(variation.iter().all(|symbol| symbol.chars().count() == 2));
    }

    #[test]
    fn other_names_are_refused() {
        let problems = icon("none").unwrap_err().into_vec();
        assert_eq!((problems[0].code, problems[0].path.as_str()), (Code::UnknownWord, "/name"));
    }
}

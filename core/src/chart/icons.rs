//! Icons of series, as marks of a chart: paths in their colours, and letters. No picture is loaded from anywhere.

use serde_json::Value;

use super::cells::row;
use crate::variation::icons::{Parts, assurance_parts, variation_parts};
use crate::variation::{Assurance, AssuranceIcon, Variation};

/// The width of an icon in pixels; templates scale paths by the same.
pub(super) const WIDE: f64 = 40.0;

/// Marks of an icon at a place, on the line named.
pub(super) fn marks(parts: &Parts, at: [f64; 2], line: &str) -> Vec<Value> {
    let [x, y] = at;
    let shapes = parts.parts.iter().map(|part| {
        row! {
            "line": line, "x": x, "y": y, "path": part.path, "fill": part.fill.unwrap_or("transparent"),
            "stroke": part.stroke.unwrap_or("transparent"), "width": part.width, "letters": "", "ink": parts.ink,
        }
    });
    let letters = row! {
        "line": line, "x": x, "y": y, "path": "M0 0", "fill": "transparent", "stroke": "transparent", "width": 0.0,
        "letters": parts.letters, "ink": parts.ink,
    };
    shapes.chain([letters]).collect()
}

/// The icon of variation, and that of assurance where there is one.
pub(super) fn of(variation: &Variation, assurance: &Assurance) -> (Parts, Option<Parts>) {
    (variation_parts(variation.icon), assurance.icon.map(|icon: AssuranceIcon| assurance_parts(icon)))
}

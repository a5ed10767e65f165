//! Figures of indicators, one a row: a value, a numerator with its denominator, or the reason why there is none.

use std::collections::HashMap;

use super::Options;
use super::cells::{Bad, Cell, Sheet, number_of};
use super::names::{Directory, Names};
use super::words::{STATUSES, plain, status};
use crate::document::Programme;
use crate::document::indicator::{IndicatorKind, Observation, ObservationStatus};
use crate::document::period::{Period, PeriodType};
use crate::document::values::Amount;
use crate::problem::Code;

/// A cell of a figure: a number, or that it is too small to publish, with what it is at most.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Figure {
    Number(f64, bool),
    Suppressed(Option<f64>),
}

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme, options: &Options) {
    let mut directory = Directory::of(document);
    let mut indicators = Names::of(document.indicators.iter().map(|row| (row.id.as_str(), row.name.as_str())));
    let kinds: HashMap<String, (IndicatorKind, PeriodType)> = (document.indicators.iter())
        .map(|row| (row.id.clone(), (row.kind, row.period_type.unwrap_or(PeriodType::Month))))
        .collect();
    type Key = (String, Option<String>, String);
    let key = |row: &Observation| -> Key {
        (row.indicator.clone(), row.organisation.clone(), row.period.as_str().to_owned())
    };
    // Of a figure that was revised, what became known last.
    let mut known: HashMap<Key, usize> = HashMap::new();
    for (place, row) in document.observations.iter().enumerate() {
        let held = known.entry(key(row)).or_insert(place);
        if document.observations.get(*held).is_some_and(|held| held.known_on() < row.known_on()) {
            *held = place;
        }
    }
    if ["indicator", "period"].iter().any(|field| !sheet.has(field)) {
        return;
    }
    for place in sheet.filled() {
        let cell = indicators.refer(sheet, place, "indicator", "indicators");
        let Ok(indicator) = sheet.needed(place, "indicator", cell, "the indicator") else { continue };
        let Some((kind, period_type)) = kinds.get(&indicator).copied() else { continue };
        let Ok(Some(row)) = of_row(sheet, &mut directory, document, place, (indicator, kind, period_type), options)
        else {
            continue;
        };
        let held = known.get(&key(&row)).and_then(|known| document.observations.get(*known));
        // A sheet without that column does not say that a figure is final.
        let is_open = |figure: &Observation| figure.provisional == Some(true);
        let confirms = sheet.has("provisional") && held.is_some_and(|held| is_open(held) != is_open(&row));
        match held {
            Some(held) if says(held) == says(&row) && !confirms => {}
            Some(held) if held.known_on() >= row.known_on() => {
                let field =
                    ["value", "numerator", "status"].into_iter().find(|field| sheet.has(field)).unwrap_or("period");
                let message = "the document has another figure of that indicator, organisation and period, recorded no \
                               earlier, which is kept";
                let accepted = "each figure once; a revised one with a later recorded_on";
                sheet.note(place, field, Code::DiffersFromDocument, accepted, message);
            }
            _ => {
                known.insert(key(&row), document.observations.len());
                document.observations.push(row);
            }
        }
    }
    directory.tidy(document);
}

/// What an observation says, without when it became known.
fn says(row: &Observation) -> impl PartialEq + use<> {
    (row.value, row.numerator, row.denominator, row.status, row.upper_bound)
}

fn of_row(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    place: usize,
    (indicator, kind, period_type): (String, IndicatorKind, PeriodType),
    options: &Options,
) -> Cell<Observation> {
    let cell = sheet.period(place, "period", period_type);
    let period = sheet.needed(place, "period", cell, period_type.as_str());
    let organisation = directory.organisation(sheet, document, place, "organisation");
    let (value, numerator, denominator) =
        (figure(sheet, place, "value"), figure(sheet, place, "numerator"), figure(sheet, place, "denominator"));
    let stated = sheet.one_of(place, "status", status, STATUSES);
    let upper_bound = sheet.number(place, "upper_bound", |bound| bound >= 0.0, "a number of 0 or more");
    let provisional = sheet.yes(place, "provisional").ok().flatten().filter(|yes| *yes);
    let (period, organisation, stated) = (period?, organisation?, stated?);
    let (value, numerator, denominator, mut upper_bound) = (value?, numerator?, denominator?, upper_bound?);
    let Some(period) = Period::parse(&period.period) else { return Err(Bad) };
    let mut row = Observation {
        indicator,
        period,
        organisation,
        value: None,
        numerator: None,
        denominator: None,
        status: stated,
        upper_bound: None,
        provisional,
        recorded_on: Some(options.recorded_on),
        source: None,
    };
    for cell in [value, numerator, denominator] {
        if let Some(Figure::Suppressed(bound)) = cell {
            row.status = row.status.or(Some(ObservationStatus::Suppressed));
            upper_bound = upper_bound.or(bound);
        }
    }
    let number = |cell: Option<Figure>| match cell {
        Some(Figure::Number(number, percent)) => Some((number, percent)),
        _ => None,
    };
    if row.status.is_some() {
        if number(value).is_some() {
            let message = "a figure that is not there has no value; the row is not read";
            sheet.note(place, "value", Code::WrongCombination, "a value, or a status", message);
            return Err(Bad);
        }
        if row.status == Some(ObservationStatus::Suppressed) {
            row.upper_bound = upper_bound.map(Amount);
        }
        return Ok(Some(row));
    }
    let amount = |sheet: &mut Sheet<'_>, field: &'static str, cell: Option<Figure>| match number(cell) {
        Some((number, false)) if number >= 0.0 => Ok(Some(Amount(number))),
        Some(_) => {
            sheet.note(place, field, Code::OutOfRange, "a number of 0 or more", "is not a number of 0 or more");
            Err(Bad)
        }
        None => Ok(None),
    };
    let (above, below) = (amount(sheet, "numerator", numerator), amount(sheet, "denominator", denominator));
    let (above, below) = (above?, below?);
    match (number(value), above, below) {
        (None, None, None) => return Ok(None),
        (Some((value, percent)), None, None) => {
            // Two factors of ten, so that 93.4% is 0.934 and not a neighbour of it.
            let share = if percent { (value * 1e9).round() / 1e11 } else { value };
            if percent && kind != IndicatorKind::Proportion {
                let message = "a percentage is a figure of a proportion only";
                sheet.note(place, "value", Code::WrongCombination, "a number without a percent sign", message);
                return Err(Bad);
            }
            if kind == IndicatorKind::Proportion && !(0.0..=1.0).contains(&share) {
                let message = format!("{value} is not a proportion from 0 to 1, and has no percent sign");
                sheet.note(place, "value", Code::OutOfRange, "a proportion such as 0.934 or 93.4%", &message);
                return Err(Bad);
            }
            row.value = Some(share);
        }
        (None, Some(above), Some(below)) => {
            if kind == IndicatorKind::Proportion && above.0 > below.0 {
                let message = format!("the numerator {} is above the denominator {}", above.0, below.0);
                let accepted = format!("a number of at most {}", below.0);
                sheet.note(place, "numerator", Code::NumeratorAboveDenominator, &accepted, &message);
                return Err(Bad);
            }
            (row.numerator, row.denominator) = (Some(above), Some(below));
        }
        _ => {
            let message = "a figure is a value, or a numerator with a denominator, or a status";
            let accepted = "value; or numerator and denominator; or status";
            sheet.note_row(place, Code::WrongCombination, None, accepted, message);
            return Err(Bad);
        }
    }
    Ok(Some(row))
}

/// Reads a figure, or the marks that published files put in place of a small one: `*`, `c`, `<5`, `≤7`.
fn figure(sheet: &mut Sheet<'_>, place: usize, field: &'static str) -> Cell<Figure> {
    let text = sheet.shown(place, field);
    if let Some(figure) = text.as_deref().and_then(suppressed) {
        return Ok(Some(figure));
    }
    Ok(sheet.figure(place, field)?.map(|(number, percent)| Figure::Number(number, percent)))
}

fn suppressed(text: &str) -> Option<Figure> {
    let text = text.trim();
    if text == "*" || matches!(plain(text).as_str(), "c" | "suppressed") {
        return Some(Figure::Suppressed(None));
    }
    let bound = |rest: &str| number_of(&rest.trim().into()).filter(|bound| *bound >= 0.0);
    if let Some(rest) = text.strip_prefix('≤').or_else(|| text.strip_prefix("<=")) {
        return bound(rest).map(|bound| Figure::Suppressed(Some(bound)));
    }
    // Of whole counts: fewer than 5 is at most 4.
    let below = bound(text.strip_prefix('<')?)?;
    (below >= 1.0 && below.fract() == 0.0).then_some(Figure::Suppressed(Some(below - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_suppression_are_read() {
        for (text, figure) in [
            ("*", Some(Figure::Suppressed(None))),
            ("c", Some(Figure::Suppressed(None))),
            (" < 5", Some(Figure::Suppressed(Some(4.0)))),
            ("<=7", Some(Figure::Suppressed(Some(7.0)))),
            ("≤7", Some(Figure::Suppressed(Some(7.0)))),
            ("<0", None),
            ("<x", None),
            ("5", None),
        ] {
            assert_eq!(suppressed(text), figure, "{text}");
        }
    }
}

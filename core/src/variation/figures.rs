//! The figures of members, read into a table of periods and members.

use std::collections::HashMap;

use super::LARGEST_VALUE;
use super::aggregate::AggregateKind;
use super::input::{Chart, Options, Targets};
use crate::day::Day;
use crate::document::declare::record;
use crate::document::indicator::ObservationStatus;
use crate::document::period::Period;
use crate::problem::{Code, Problem, Problems};

/// At most so many rows of members.
pub const MOST_FIGURES: usize = 1_000_000;

/// At most so many members times periods.
pub const MOST_CELLS: usize = 5_000_000;

record! {
    /// The figure of a member in a period: a count, a numerator over a denominator, or why there is none.
    MemberFigure {
        /// The member.
        organisation: String,
        /// The period.
        period: Period,
    } optional {
        /// A count.
        value: Option<f64>,
        /// Above the line.
        numerator: Option<f64>,
        /// Below the line.
        denominator: Option<f64>,
        /// Why there is no figure: `suppressed`, `missing`, or `not_applicable`, which leaves the member out.
        status: Option<ObservationStatus>,
        /// A suppressed count or numerator is at most this.
        upper_bound: Option<f64>,
    }
}

record! {
    /// From when to when a member is expected to have figures.
    MemberSpan {
        /// The member.
        organisation: String,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
    }
}

/// What is known of a member in a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    /// Not part of the whole then.
    Outside,
    Missing,
    Suppressed {
        upper: Option<f64>,
        under: Option<f64>,
    },
    Known {
        over: f64,
        under: f64,
    },
}

/// Figures by period and member.
pub(super) struct Figures {
    pub(super) kind: AggregateKind,
    pub(super) periods: Vec<Period>,
    pub(super) members: Vec<String>,
    /// A row for each period, with a cell for each member.
    pub(super) cells: Vec<Vec<Cell>>,
}

fn wrong(code: Code, path: String, accepted: &str, message: String) -> Problem {
    Problem { code, path, value: None, accepted: Some(accepted.into()), message }
}

impl Figures {
    pub(super) fn of(
        rows: &[MemberFigure],
        kind: Option<AggregateKind>,
        members: Option<&[MemberSpan]>,
        options: &Options,
    ) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        if rows.len() > MOST_FIGURES {
            let message = format!("{} rows are more than are put together", rows.len());
            return Err(wrong(Code::TooMany, "/rows".into(), "at most 1,000,000 rows", message).into());
        }
        let ratios = rows.iter().any(|row| row.numerator.is_some() || row.denominator.is_some());
        let kind = kind.unwrap_or(if ratios { AggregateKind::Proportion } else { AggregateKind::Count });
        refuse(kind, options, &mut problems);
        let mut names: Vec<&str> = rows.iter().map(|row| row.organisation.as_str()).collect();
        names.extend(members.into_iter().flatten().map(|member| member.organisation.as_str()));
        names.sort_unstable();
        names.dedup();
        let places: HashMap<&str, usize> = names.iter().enumerate().map(|(place, name)| (*name, place)).collect();
        let mut spans: Vec<Option<&MemberSpan>> = vec![None; names.len()];
        for (at, member) in members.into_iter().flatten().enumerate() {
            let place = places.get(member.organisation.as_str()).copied().unwrap_or_default();
            if spans[place].replace(member).is_some() {
                let message = format!("{} is among the members already", member.organisation);
                problems.push(wrong(Code::DuplicateId, format!("/members/{at}"), "each member once", message));
            }
        }
        let mut periods: Vec<&Period> = rows.iter().map(|row| &row.period).collect();
        if let Some(first) = periods.first().copied() {
            let other = rows.iter().enumerate().filter(|(_, row)| row.period.shape() != first.shape());
            problems.extend(other.map(|(at, row)| {
                let message = format!("{} is another kind of period", row.period.as_str());
                let accepted = format!("a period such as {}", first.as_str());
                wrong(Code::WrongPeriod, format!("/rows/{at}/period"), &accepted, message)
            }));
        }
        periods.sort_unstable_by_key(|period| period.number());
        periods.dedup_by_key(|period| period.number());
        if periods.len().saturating_mul(names.len()) > MOST_CELLS {
            let message =
                format!("{} members in {} periods are more than are put together", names.len(), periods.len());
            let accepted = "at most 5,000,000 members times periods";
            problems.push(wrong(Code::TooMany, "/rows".into(), accepted, message));
        }
        Problems::none(std::mem::take(&mut problems))?;
        let numbers: HashMap<i64, usize> =
            periods.iter().enumerate().map(|(place, period)| (period.number(), place)).collect();
        let expected = |period: &Period, member: usize| match (members, spans[member]) {
            (None, _) => Cell::Missing,
            (Some(_), None) => Cell::Outside,
            (Some(_), Some(span)) => match super::case::in_force(span.start, span.end, period.last_day()) {
                true => Cell::Missing,
                false => Cell::Outside,
            },
        };
        let empty = |period: &&Period| (0..names.len()).map(|member| expected(period, member)).collect::<Vec<Cell>>();
        let mut cells: Vec<Vec<Cell>> = periods.iter().map(empty).collect();
        let mut stood: HashMap<(usize, usize), usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let member = places.get(row.organisation.as_str()).copied().unwrap_or_default();
            let period = numbers.get(&row.period.number()).copied().unwrap_or_default();
            if let Some(first) = stood.insert((period, member), at) {
                let message = format!("/rows/{first} is of the same member and period");
                problems.push(wrong(
                    Code::DuplicateId,
                    format!("/rows/{at}"),
                    "one row for each member and period",
                    message,
                ));
                continue;
            }
            if cells[period][member] == Cell::Outside {
                let message = format!("{} is no member in {}", row.organisation, row.period.as_str());
                let accepted = "a row of a member, within its dates";
                problems.push(wrong(Code::DanglingReference, format!("/rows/{at}/organisation"), accepted, message));
                continue;
            }
            match cell(row, kind) {
                Ok(cell) => cells[period][member] = cell,
                Err(mut problem) => {
                    problem.path.insert_str(0, &format!("/rows/{at}"));
                    problems.push(*problem);
                }
            }
        }
        Problems::none(problems)?;
        Ok(Self {
            kind,
            periods: periods.into_iter().cloned().collect(),
            members: names.into_iter().map(str::to_owned).collect(),
            cells,
        })
    }
}

/// Charts and options that a whole cannot have.
fn refuse(kind: AggregateKind, options: &Options, problems: &mut Vec<Problem>) {
    let mut refuse = |path: &str, accepted: &str, message: &str| {
        problems.push(wrong(Code::WrongCombination, path.into(), accepted, message.into()));
    };
    let ratio = kind != AggregateKind::Count;
    let fits = match options.chart {
        Chart::Xmr | Chart::Run => true,
        Chart::P | Chart::PPrime => kind == AggregateKind::Proportion,
        Chart::U | Chart::UPrime => ratio,
        Chart::C => !ratio,
        Chart::T | Chart::G => false,
    };
    if !fits {
        refuse(
            "/chart",
            "xmr, run, or the chart of counts that fits the kind",
            "this chart does not fit the kind of figures",
        );
    }
    if options.dates.is_some() || options.denominators.is_some() {
        refuse("/dates", "no dates or denominators: rows have them", "periods and denominators come from the rows");
    }
    if matches!(options.targets, Some(Targets::PerPoint(_))) {
        refuse("/targets", "a number, or a list of targets with dates", "a target for each point fits no rows");
    }
}

/// What a row says; the path of a problem starts at the row.
fn cell(row: &MemberFigure, kind: AggregateKind) -> Result<Cell, Box<Problem>> {
    let refuse = |code, path: &str, accepted: &str, message: &str| {
        Err(Box::new(wrong(code, path.into(), accepted, message.into())))
    };
    let figures = [
        ("/value", row.value),
        ("/numerator", row.numerator),
        ("/denominator", row.denominator),
        ("/upper_bound", row.upper_bound),
    ];
    for (path, figure) in figures {
        let least_is_out = path == "/denominator";
        if figure.is_some_and(|figure| !(0.0..LARGEST_VALUE).contains(&figure) || least_is_out && figure == 0.0) {
            let accepted = if least_is_out { "a number above 0" } else { "a number of 0 or more" };
            return refuse(Code::OutOfRange, path, accepted, "a figure of a member cannot be this");
        }
    }
    let largest = row.numerator.unwrap_or_default().max(row.upper_bound.unwrap_or_default());
    if row.denominator.is_some_and(|under| largest / under >= LARGEST_VALUE) {
        let accepted = "a number below 1e100 times the denominator";
        let path = if row.numerator.is_some() { "/numerator" } else { "/upper_bound" };
        return refuse(Code::OutOfRange, path, accepted, "this figure is too large for its denominator");
    }
    if let Some(status) = row.status {
        if row.value.is_some() || row.numerator.is_some() {
            return refuse(
                Code::WrongCombination,
                "/status",
                "a figure or a status",
                "a row has a figure, or the reason why it has none",
            );
        }
        return Ok(match status {
            ObservationStatus::Suppressed => Cell::Suppressed { upper: row.upper_bound, under: row.denominator },
            ObservationStatus::NotApplicable => Cell::Outside,
            _ => Cell::Missing,
        });
    }
    if row.upper_bound.is_some() {
        return refuse(
            Code::WrongCombination,
            "/upper_bound",
            "with the status suppressed",
            "only a suppressed figure has an upper bound",
        );
    }
    match (kind, row.value, row.numerator, row.denominator) {
        (AggregateKind::Count, Some(value), None, None) => Ok(Cell::Known { over: value, under: 0.0 }),
        (AggregateKind::Count, None, None, None) => {
            refuse(Code::MissingField, "/value", "a number of 0 or more, or a status", "the row says nothing")
        }
        (AggregateKind::Count, ..) => {
            refuse(Code::WrongCombination, "", "value alone", "counts are added up as they are")
        }
        (_, None, Some(over), Some(under)) if kind == AggregateKind::Proportion && over > under => {
            let accepted = "a numerator of at most its denominator";
            refuse(Code::NumeratorAboveDenominator, "/numerator", accepted, "there is more above the line than below")
        }
        (_, None, Some(over), Some(under)) => Ok(Cell::Known { over, under }),
        (_, Some(_), ..) => refuse(
            Code::WrongCombination,
            "/value",
            "numerator and denominator",
            "a mean or rate of members cannot be added up",
        ),
        (_, _, None, _) => {
            refuse(Code::MissingField, "/numerator", "a number of 0 or more, or a status", "the row has no numerator")
        }
        _ => refuse(Code::MissingField, "/denominator", "a number above 0", "the numerator has no denominator"),
    }
}

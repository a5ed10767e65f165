//! Which column stands for which field: by what the caller states, else by the heading, from a closed list. Where two
//! columns could be meant, or a column could be two fields, a problem names them and neither is read.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};
use std::collections::HashMap;

use super::cells::{number_of, spelled};
use super::fields::{Field, Holds, fields, several};
use super::words::{is_blank, level, lifecycle, plain};
use super::{Options, RowKind};
use crate::document::declare::{record, words};
use crate::document::period::{DateOrder, order_shown};
use crate::document::read::{Read, Reader, nearest};
use crate::document::values::{Text, clip};
use crate::document::{Seen, refused};
use crate::problem::{Code, Found, Problem, Problems, listed, pointer, shortened};
use crate::recall::result;

words! {
    /// How sure it is what a column stands for.
    Certainty {
        /// The caller said so.
        Stated = "stated",
        /// The heading is the name of the field.
        Exact = "exact",
        /// The heading is one of the known words for the field.
        Synonym = "synonym",
        /// The heading can be several fields; the cells show which.
        Values = "values",
        /// No column: this value is taken for every row.
        Default = "default",
        /// The column is not read.
        Unused = "unused",
    }
}

words! {
    /// What the cells of a column show of how they are written.
    Reading {
        /// 03/04/2023 is 3 April.
        DayFirst = "day_first",
        /// 03/04/2023 is 4 March.
        MonthFirst = "month_first",
        /// Percentages from 0 to 100.
        Percent = "percent",
        /// Percentages kept as shares: 0.4 is 40%.
        Share = "share",
    }
}

impl Reading {
    pub(super) fn order(self) -> Option<DateOrder> {
        match self {
            Self::DayFirst => Some(DateOrder::DayFirst),
            Self::MonthFirst => Some(DateOrder::MonthFirst),
            Self::Percent | Self::Share => None,
        }
    }
}

record! {
    /// What stands for a field, with how to read it: a column, or one value for every row.
    ColumnStated {
    } optional {
        /// The heading of the column; the one that the headings show when omitted.
        column: Option<Text>,
        /// A value that holds for every row and stands in no column.
        value: Option<Value>,
        /// What words of the column mean: each with the word to read in its place.
        words: IndexMap<String, Text>,
        /// How dates or percentages are written, where the cells do not show it.
        reading: Option<Reading>,
    }
}

/// What stands for a field: the heading of a column, more than that, or nothing (null).
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ColumnChoice {
    /// No column holds it.
    Absent,
    /// The heading of the column.
    Column(String),
    /// A column or a value, with how to read it.
    Stated(ColumnStated),
}

impl Read for ColumnChoice {
    fn accepted() -> String {
        "the heading of a column, null, or an object with column, value, words, reading".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Null => Some(Self::Absent),
            Value::String(heading) => Some(Self::Column(heading.clone())),
            Value::Object(_) => ColumnStated::read(value, reader).map(Self::Stated),
            _ => {
                reader.wrong_type(value, &Self::accepted());
                None
            }
        }
    }
}

result! {
    /// How one column was understood, or one field without a column.
    ColumnRead {
        /// The heading; null where a value stands for every row.
        heading: Option<String>,
        /// The field that it stands for; null where it is not read.
        field: Option<String>,
        /// How sure that is.
        certainty: Certainty,
        /// The value that holds for every row.
        value: Option<Value>,
        /// What the cells show, or the caller says, of how they are written.
        reading: Option<Reading>,
        /// How many cells are not blank.
        filled: usize,
        /// How many cells have a problem.
        refused: usize,
    }
}

/// A field with what stands for it.
pub(super) struct Bound {
    pub(super) field: &'static Field,
    pub(super) heading: Option<String>,
    pub(super) value: Option<Value>,
    pub(super) words: HashMap<String, String>,
    pub(super) reading: Option<Reading>,
    certainty: Certainty,
    settled: bool,
    filled: usize,
    refused: usize,
}

impl Bound {
    fn new(field: &'static Field) -> Self {
        Self {
            field,
            heading: None,
            value: None,
            words: HashMap::new(),
            reading: None,
            certainty: Certainty::Unused,
            settled: false,
            filled: 0,
            refused: 0,
        }
    }

    fn to(&mut self, heading: &str, certainty: Certainty) {
        self.heading = Some(heading.to_owned());
        self.certainty = certainty;
        self.settled = true;
    }

    /// Another column in place of the last; gives how many cells of that had a problem.
    pub(super) fn turn(&mut self, heading: Option<&str>) -> usize {
        self.heading = heading.map(str::to_owned);
        std::mem::take(&mut self.refused)
    }

    pub(super) fn by_default(&mut self, value: &str) {
        if self.heading.is_none() && self.value.is_none() {
            self.value = Some(value.into());
            self.certainty = Certainty::Default;
        }
    }

    pub(super) fn is_default(&self) -> bool {
        self.certainty == Certainty::Default
    }

    pub(super) fn refused(&mut self) {
        self.refused = self.refused.saturating_add(1);
    }

    /// As a row of the result; none for a field that nothing stands for.
    pub(super) fn read(self) -> Option<ColumnRead> {
        (self.heading.is_some() || self.value.is_some()).then(|| ColumnRead {
            heading: self.heading,
            field: Some(self.field.name.into()),
            certainty: self.certainty,
            value: self.value,
            reading: self.reading,
            filled: self.filled,
            refused: self.refused,
        })
    }
}

/// A heading as it is compared: "% complete" is "percent complete".
fn spoken(heading: &str) -> String {
    if heading.contains('%') { plain(&heading.replace('%', " percent ")) } else { plain(heading) }
}

/// What was seen of the cells under one heading.
#[derive(Default)]
struct Column {
    seen: Seen,
    filled: usize,
}

/// Columns as they were understood.
pub(super) struct Columns {
    pub(super) bound: Vec<Bound>,
    /// Those that are criteria of an exercise, with a score in every row.
    pub(super) criteria: Vec<ColumnRead>,
    /// Those that no field takes.
    pub(super) unused: Vec<ColumnRead>,
    /// What is not sure.
    pub(super) problems: Found,
}

/// Binds fields to columns.
pub(super) fn bind(rows: &[Map<String, Value>], options: &Options) -> Result<Columns, Problems> {
    let mut columns: IndexMap<&str, Column> = IndexMap::new();
    for (heading, cell) in rows.iter().flatten() {
        let column = columns.entry(heading).or_default();
        column.seen.cell(cell);
        column.filled = column.filled.saturating_add(usize::from(!is_blank(cell)));
    }
    let mut refusals = Found::default();
    for (heading, column) in &columns {
        if let Some(reason) = column.seen.reason(heading) {
            let path = pointer(["rows".into(), "0".into(), (*heading).into()].into_iter());
            refusals.push(refused(path, heading, reason));
        }
    }
    let mut bound: Vec<Bound> = fields(options.kind).iter().map(Bound::new).collect();
    stated(&mut bound, options, &columns, rows.is_empty(), &mut refusals);
    refusals.none()?;
    let mut found = Found::default();
    by_heading(&mut bound, &columns, &mut found);
    by_cells(&mut bound, rows, &columns, &mut found);
    for bound in &mut bound {
        if let Some(heading) = &bound.heading {
            bound.filled = columns.get(heading.as_str()).map_or(0, |column| column.filled);
            bound.reading = bound.reading.or_else(|| shown(bound.field.holds, heading, rows));
        }
    }
    let taken: IndexSet<&str> = bound.iter().filter_map(|bound| bound.heading.as_deref()).collect();
    let criteria = criteria(&bound, options);
    let (mut scored, mut unused) = (Vec::new(), Vec::new());
    for (heading, column) in columns.iter().filter(|(heading, _)| !taken.contains(**heading)) {
        let certainty = criteria.get(*heading).or_else(|| criteria.get(&spoken(heading))).copied();
        let list = if certainty.is_some() { &mut scored } else { &mut unused };
        list.push(ColumnRead {
            heading: Some((*heading).to_owned()),
            field: certainty.map(|_| "score".into()),
            certainty: certainty.unwrap_or(Certainty::Unused),
            value: None,
            reading: None,
            filled: column.filled,
            refused: 0,
        });
    }
    without_column(&bound, rows.is_empty(), !scored.is_empty(), options.kind, &mut found);
    Ok(Columns { bound, criteria: scored, unused, problems: found })
}

/// Headings that are criteria of the document's exercises, where no column holds criteria or scores: by identifier, else
/// by name.
fn criteria(bound: &[Bound], options: &Options) -> HashMap<String, Certainty> {
    let long =
        |name: &str| bound.iter().any(|one| one.field.name == name && (one.heading.is_some() || one.value.is_some()));
    let mut known = HashMap::new();
    if options.kind != RowKind::Scores || long("criterion") || long("score") {
        return known;
    }
    let exercises = options.document.iter().flat_map(|document| &document.exercises);
    for criterion in exercises.flat_map(|exercise| &exercise.criteria) {
        known.insert(criterion.id.clone(), Certainty::Exact);
        known.entry(spoken(&criterion.id)).or_insert(Certainty::Synonym);
        known.entry(spoken(criterion.name.as_str())).or_insert(Certainty::Synonym);
    }
    known
}

/// What the caller states comes first and is never overruled.
fn stated(
    bound: &mut [Bound],
    options: &Options,
    columns: &IndexMap<&str, Column>,
    no_rows: bool,
    refusals: &mut Found,
) {
    let known: Vec<&str> = bound.iter().map(|bound| bound.field.name).collect();
    for (name, choice) in &options.columns {
        let path =
            |more: Option<&str>| pointer(["columns", name].into_iter().chain(more).map(|step| step.to_owned().into()));
        let Some(bound) = bound.iter_mut().find(|bound| bound.field.name == name) else {
            let near = nearest(name, known.iter().copied());
            let accepted = match near {
                Some(near) => format!("{near} (the nearest of: {})", listed(&known)),
                None => format!("one of: {}", listed(&known)),
            };
            refusals.push(Problem {
                code: Code::UnknownField,
                path: path(None),
                value: None,
                accepted: Some(accepted),
                message: format!("“{}” is no field of {}", clip(name), options.kind),
            });
            continue;
        };
        let heading = match choice {
            ColumnChoice::Absent => None,
            ColumnChoice::Column(heading) => Some((heading.as_str(), None)),
            ColumnChoice::Stated(stated) => {
                bound.words = (stated.words.iter()).map(|(word, meant)| (plain(word), meant.0.clone())).collect();
                bound.reading = stated.reading;
                if let (Some(value), Some(_)) = (&stated.value, &stated.column) {
                    refusals.push(Problem {
                        code: Code::WrongCombination,
                        path: path(Some("value")),
                        value: shortened(value),
                        accepted: Some("a column or a value".into()),
                        message: "a field is a column or one value for every row, not both".into(),
                    });
                }
                match (&stated.column, &stated.value) {
                    (Some(column), _) => Some((column.as_str(), Some("column"))),
                    (None, Some(value)) => {
                        bound.value = Some(value.clone());
                        bound.certainty = Certainty::Stated;
                        None
                    }
                    // Only how to read it: the heading is still to be found.
                    (None, None) => continue,
                }
            }
        };
        bound.settled = true;
        match heading {
            None => {}
            Some((heading, _)) if columns.contains_key(heading) => bound.to(heading, Certainty::Stated),
            // Rows that are not there have no headings.
            Some(_) if no_rows => {}
            Some((heading, step)) => {
                let headings: Vec<&str> = columns.keys().copied().collect();
                refusals.push(Problem {
                    code: Code::UnknownField,
                    path: path(step),
                    value: shortened(&heading.into()),
                    accepted: Some(format!("one of the headings: {}", listed(&headings))),
                    message: format!("no row has a column “{}”", clip(heading)),
                });
            }
        }
    }
}

/// Headings that are a field's name, then those that are a known word for one field only.
fn by_heading(bound: &mut [Bound], columns: &IndexMap<&str, Column>, found: &mut Found) {
    let mut by_word: HashMap<String, Vec<&str>> = HashMap::new();
    for heading in columns.keys() {
        by_word.entry(spoken(heading)).or_default().push(heading);
    }
    let taken: Vec<String> = bound.iter().filter_map(|bound| bound.heading.clone()).collect();
    for bound in bound.iter_mut().filter(|bound| !bound.settled) {
        let of = |words: &[&str]| -> Vec<&str> {
            let headings = words.iter().filter_map(|word| by_word.get(*word)).flatten().copied();
            headings.filter(|heading| !taken.iter().any(|taken| taken == heading)).collect()
        };
        let name = plain(bound.field.name);
        for (headings, certainty) in [(of(&[&name]), Certainty::Exact), (of(bound.field.synonyms), Certainty::Synonym)]
        {
            match headings.as_slice() {
                [] => continue,
                [one] => bound.to(one, certainty),
                several => {
                    bound.settled = true;
                    found.push(Problem {
                        code: Code::AmbiguousColumn,
                        path: format!("/columns/{}", bound.field.name),
                        value: None,
                        accepted: Some("the heading of one of them, given in columns".into()),
                        message: format!(
                            "{} columns can be {}: {}; none is read",
                            several.len(),
                            bound.field.name,
                            listed(&several.iter().map(|heading| format!("“{}”", clip(heading))).collect::<Vec<_>>())
                        ),
                    });
                }
            }
            break;
        }
    }
}

/// Headings that can be several fields: the cells may show which, else a problem names the fields.
fn by_cells(bound: &mut [Bound], rows: &[Map<String, Value>], columns: &IndexMap<&str, Column>, found: &mut Found) {
    let taken: Vec<String> = bound.iter().filter_map(|bound| bound.heading.clone()).collect();
    for heading in columns.keys().filter(|heading| !taken.iter().any(|taken| taken == *heading)) {
        let Some(names) = several(&spoken(heading)) else { continue };
        let mut open: Vec<&mut Bound> =
            bound.iter_mut().filter(|bound| !bound.settled && names.contains(&bound.field.name)).collect();
        if open.is_empty() {
            continue;
        }
        if let Some(name) = level_or_lifecycle(names, heading, rows)
            && let Some(bound) = open.iter_mut().find(|bound| bound.field.name == name)
        {
            bound.to(heading, Certainty::Values);
            continue;
        }
        let open: Vec<&str> = open.iter().map(|bound| bound.field.name).collect();
        found.push(Problem {
            code: Code::AmbiguousColumn,
            path: pointer(["rows".into(), "0".into(), (*heading).into()].into_iter()),
            value: None,
            accepted: Some("the field that it stands for, given in columns".into()),
            message: format!("the column “{}” can be {}; it is not read", clip(heading), open.join(" or ")),
        });
    }
}

/// A column that can be the level reported or the place in life: which of them its cells say, if they say one.
fn level_or_lifecycle(names: &[&str], heading: &str, rows: &[Map<String, Value>]) -> Option<&'static str> {
    if !names.contains(&"lifecycle") {
        return None;
    }
    let (mut levels, mut lifecycles) = (false, false);
    for cell in rows.iter().filter_map(|row| row.get(heading)) {
        let word = plain(&spelled(cell));
        match (level(&word).is_some(), lifecycle(&word).is_some()) {
            (true, false) => levels = true,
            (false, true) => lifecycles = true,
            _ => {}
        }
    }
    match (levels, lifecycles) {
        (true, false) => Some("reported_level"),
        (false, true) => Some("lifecycle"),
        _ => None,
    }
}

/// What the cells of a column show of how they are written; nothing where they show two things.
fn shown(holds: Holds, heading: &str, rows: &[Map<String, Value>]) -> Option<Reading> {
    let cells = || rows.iter().filter_map(|row| row.get(heading));
    match holds {
        Holds::Days => {
            let mut orders = cells().filter_map(|cell| order_shown(cell.as_str()?));
            let first = orders.next()?;
            orders.all(|order| order == first).then_some(match first {
                DateOrder::DayFirst => Reading::DayFirst,
                DateOrder::MonthFirst => Reading::MonthFirst,
            })
        }
        Holds::Percents => {
            let (mut above_one, mut between) = (false, false);
            for number in cells().filter_map(number_of) {
                above_one |= number > 1.0;
                between |= number > 0.0 && number < 1.0;
            }
            match (above_one, between) {
                (true, _) => Some(Reading::Percent),
                (false, true) => Some(Reading::Share),
                (false, false) => None,
            }
        }
        Holds::Other => None,
    }
}

/// Fields that no row can be read without.
fn without_column(bound: &[Bound], no_rows: bool, has_criteria: bool, kind: RowKind, found: &mut Found) {
    if no_rows {
        return;
    }
    let in_headings = |field: &Field| has_criteria && matches!(field.name, "criterion" | "score");
    let lacking = |bound: &&Bound| bound.field.needed && bound.heading.is_none() && bound.value.is_none();
    for bound in bound.iter().filter(lacking).filter(|bound| !in_headings(bound.field)) {
        let words: Vec<&str> = std::iter::once(bound.field.name).chain(bound.field.synonyms.iter().copied()).collect();
        found.push(Problem {
            code: Code::MissingField,
            path: format!("/columns/{}", bound.field.name),
            value: None,
            accepted: Some(format!("a column such as {}, or one that columns names", listed(&words))),
            message: format!("no column holds {}, and no row of {kind} can be read without it", bound.field.name),
        });
    }
}

//! Statistical process control: what a series of figures says, and what it does not.
//!
//! [`spc`] judges one series by a named, versioned set of rules: NHS England's Making Data Count (SPC Charts SQL Query
//! v2.6a, [`Preset::Mdc26a`]) or the R package NHSRplotthedots 0.2.2 ([`Preset::Nhsr022`]). Comparisons are strict and
//! exact for decimals; every rule that fired is reported, and which of them won.

mod attributes;
mod case;
mod findings;
pub mod icons;
mod input;
mod judge;
mod likeness;
mod lines;
mod look_first;
mod marks;
mod outlook;
mod result;
mod rules;
mod settings;
mod table;

pub use case::{LARGEST_VALUE, MOST_POINTS};
pub(crate) use input::Numbers;
pub use input::{Baseline, Chart, Options, SpcTarget, Targets, Which};
pub(crate) use judge::assure;
pub use judge::spc;
pub use result::{
    Assurance, AssuranceIcon, Distance, PartitionLines, Point, PointStatus, Runs, Side, SoFar, Spc, Trigger, Variation,
    VariationIcon,
};
pub use rules::Rule;
pub use settings::{
    Clamp, Conflict, Equality, Factor, Family, Frequency, Missing, Points, Preset, Range, RunLength, Screening,
    Settings, ShortSeries, SpcOptions, Ties, TwoOfThree,
};
pub use table::{
    LineColumns, MOST_ROWS, NO_ROW, PointColumns, SeriesColumns, SpcColumns, SpcTable, TableOptions, spc_table,
    status_of,
};

//! Statistical process control: what a series of figures says, and what it does not.
//!
//! [`spc`] judges one series by a named, versioned set of rules: NHS England's Making Data Count (SPC Charts SQL Query
//! v2.6a, [`Preset::Mdc26a`]) or the R package NHSRplotthedots 0.2.2 ([`Preset::Nhsr022`]). Comparisons are strict and
//! exact for decimals; every rule that fired is reported, and which of them won.

mod aggregate;
mod append;
mod attributes;
mod case;
mod compare;
mod extract;
mod figures;
mod findings;
mod growing;
mod history;
pub mod icons;
mod input;
mod judge;
mod likeness;
mod lines;
mod look_first;
mod marks;
mod moving;
mod next;
mod outlook;
mod recalculation;
mod result;
mod rules;
mod running;
mod settings;
mod standing;
mod state;
mod table;
mod triggers;

pub use aggregate::{
    AggregateKind, AggregatedSeries, ContributionRow, MOST_CELLS, MOST_FIGURES, MemberFigure, MemberRow, MemberSpan,
    WholeRow, aggregate,
};
pub(crate) use append::not_a_state;
pub use append::{Added, AppendedVariation, IconChange, SpcAppended, append, start};
pub use case::{LARGEST_VALUE, MOST_POINTS};
pub use compare::{
    ComparedLines, ComparedSide, FindingDifference, IconDifference, IconKind, LineDifference, PointDifference,
    PointSaid, SettingDifference, SpcComparison, compare,
};
pub use extract::{Extract, IconCause, RevisedIcon, RevisedValue, Revision};
pub use history::{HistoryRow, Lasted, LastedSince, MOST_REJUDGED, SpcHistory, history};
pub use input::{Baseline, Chart, NotedPoint, Numbers, Options, SpcOptionSet, SpcTarget, Targets, Which};
pub(crate) use judge::assure;
pub use judge::spc;
pub use recalculation::{RecalculationAdvice, RecalculationRecord, Stretch, Suggestion, suggest_recalculations};
pub use result::{
    Assurance, AssuranceIcon, Distance, NoteKind, PartitionLines, Point, PointNote, PointStatus, Runs, Side, SoFar,
    Spc, Trigger, Variation, VariationIcon,
};
pub use rules::Rule;
pub use settings::{
    Clamp, Conflict, Equality, Factor, Family, Frequency, Missing, Points, Preset, Range, RunLength, Screening,
    Settings, ShortSeries, SpcOptions, Ties, TwoOfThree,
};
pub use state::{SpcState, StateIcon, StatePoint, StateSettings, StateSums};
pub use table::{
    JudgedPoints, JudgedSeries, JudgedTable, LineColumns, LongTable, MOST_ROWS, NO_ROW, PointColumns, SeriesColumns,
    SpcColumns, SpcTable, TableOptions, assurance_of, judge_table, rules_of, spc_table, status_of, variation_of,
};

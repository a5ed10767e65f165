//! Any result in sentences.

use serde_json::Value;

use crate::exercises::AssessedExercise;
use crate::finding::Finding;
use crate::indicators::{AssessedIndicator, IndicatorSummary};
use crate::legend::LegendEntry;
use crate::prioritisation::{Moved, Prioritisation, Ranked, RoundComparison};
use crate::prioritisation::{matrix::Scored, portfolio::Selection, weights::DerivedWeights};
use crate::problem::{Code, Problem, Problems};
use crate::recall::Recall;
use crate::report::Report;
use crate::sentence::{self, change};
use crate::status::{Item, Node, RollUpResult};
use crate::variation::icons::Icon;
use crate::variation::{
    AggregatedSeries, JudgedTable, RecalculationAdvice, Spc, SpcAppended, SpcComparison, SpcHistory,
};

/// Words a result, if it is one of its kind.
type Told = fn(&Value) -> Option<Vec<String>>;

/// Each kind of result with what words it, those with the most fields first: a smaller one may stand in a larger.
const TOLD: &[Told] = &[
    |value| Report::recall(value).map(|result| sentence::report(&result)),
    |value| JudgedTable::recall(value).map(|result| sentence::many(&result)),
    |value| AggregatedSeries::recall(value).map(|result| sentence::aggregated(&result)),
    |value| Recall::recall(value).map(|result| change::comparison(&result)),
    |value| Recall::recall(value).map(|result| change::history(&result)),
    |value| Recall::recall(value).map(|result| change::calibration(&result)),
    |value| AssessedIndicator::recall(value).map(|result| sentence::indicators::assessed(&result)),
    |value| Recall::recall(value).map(|result| sentence::tracking::read(&result)),
    |value| Recall::recall(value).map(|result| sentence::tracking::redacted(&result)),
    |value| Spc::recall(value).map(|result| sentence::judged(&result)),
    |value| SpcComparison::recall(value).map(|result| sentence::compared(&result)),
    |value| SpcHistory::recall(value).map(|result| sentence::past(&result)),
    |value| SpcAppended::recall(value).map(|result| sentence::appended(&result)),
    |value| RecalculationAdvice::recall(value).map(|result| sentence::advice(&result)),
    |value| Prioritisation::recall(value).map(|result| sentence::prioritised(&result)),
    |value| RoundComparison::recall(value).map(|result| sentence::rounds(&result)),
    |value| Moved::recall(value).map(|result| vec![sentence::moved(&result)]),
    |value| Ranked::recall(value).map(|result| vec![sentence::ranked(&result)]),
    |value| Finding::recall(value).map(|result| vec![sentence::finding(&result)]),
    |value| Problem::recall(value).map(|result| vec![sentence::problem(&result)]),
    |value| Recall::recall(value).map(|result| vec![change::item_change(&result, &[])]),
    |value| Recall::recall(value).map(|result| vec![change::node_change(&result, &[])]),
    |value| Recall::recall(value).map(|result| vec![change::course(&[&result])]),
    |value| Recall::recall(value).map(|result| vec![change::calibrated(&result)]),
    |value| Node::recall(value).map(|result| [vec![sentence::node(&result, &[])], sentence::outlook(&result)].concat()),
    |value| Item::recall(value).map(|result| vec![sentence::item(&result, &[])]),
    |value| RollUpResult::recall(value).map(|result| sentence::rolled_up(&result)),
    |value| Recall::recall(value).map(|result| sentence::met(&result)),
    |value| Recall::recall(value).map(|result| sentence::governed(&result)),
    |value| Recall::recall(value).map(|result| sentence::held(&result)),
    |value| IndicatorSummary::recall(value).map(|result| vec![sentence::indicators::summary(&result)]),
    |value| AssessedExercise::recall(value).map(|result| sentence::prioritised(&result.result)),
    |value| Recall::recall(value).map(|result| sentence::checked(&result)),
    |value| Recall::recall(value).map(|result| sentence::apportioned(&result)),
    |value| Recall::recall(value).map(|result| sentence::quorate(&result)),
    |value| Recall::recall(value).map(|result| sentence::polled(&result)),
    |value| Recall::recall(value).map(|result| sentence::rotated(&result)),
    |value| Recall::recall(value).map(|result| sentence::powerful(&result)),
    |value| DerivedWeights::recall(value).map(|result| sentence::weights(&result)),
    |value| Scored::recall(value).map(|result| sentence::scored(&result)),
    |value| Selection::recall(value).map(|result| sentence::selection(&result)),
    |value| Recall::recall(value).map(|result| vec![sentence::tracking::period(&result)]),
    |value| Recall::recall(value).map(|result| sentence::tracking::guarded(&result)),
    |value| Icon::recall(value).map(|result| vec![format!("{}.", result.title)]),
    |value| LegendEntry::recall(value).map(|result| vec![sentence::legend(&result)]),
];

/// The result's sentences, whatever it is.
///
/// # Errors
/// A problem if it is no result of this library.
pub fn describe(result: &Value) -> Result<Vec<String>, Problems> {
    let one = |value: &Value| TOLD.iter().find_map(|told| told(value));
    let described = match result {
        Value::Array(rows) => rows.iter().map(&one).collect::<Option<Vec<_>>>().map(|rows| rows.concat()),
        value => one(value),
    };
    described.ok_or_else(|| {
        Problem {
            code: Code::WrongType,
            path: "/result".into(),
            value: crate::problem::shortened(result),
            accepted: Some("a result of one of the library's functions, or a list of such".into()),
            message: "this is not a result that can be described".into(),
        }
        .into()
    })
}

//! JSON Schema of the document and of the results, from the Rust types. Only with the feature `schema`.

use indexmap::IndexMap;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::representation;

/// What the library gives back, gathered so that one schema holds every type.
#[derive(JsonSchema)]
#[allow(dead_code, missing_docs)]
struct Results {
    report: crate::Report,
    roll_up: crate::status::RollUpResult,
    compare: crate::replay::Comparison,
    history: crate::replay::History,
    calibrate: crate::replay::Calibration,
    snapshot: crate::document::record::Snapshot,
    prioritise: crate::prioritisation::Prioritisation,
    compare_rounds: crate::prioritisation::RoundComparison,
    problems: Vec<crate::Problem>,
    legend: Vec<crate::LegendEntry>,
    check_representation: representation::Check,
    apportion: representation::Apportionment,
    check_quorum: representation::QuorumAnswer,
    tally_votes: representation::Tally,
    review_rotation: representation::Rotation,
    measure_voting_power: representation::VotingPower,
    weights: crate::prioritisation::weights::DerivedWeights,
    scored: crate::prioritisation::matrix::Scored,
    selection: crate::prioritisation::portfolio::Selection,
    spc: crate::variation::Spc,
    icon: crate::variation::icons::Icon,
    parse_period: crate::document::period::ParsedPeriod,
    guard: crate::document::Guarded,
    redact: crate::document::Redacted,
    from_rows: crate::tracker::FromRows,
    spc_table: crate::variation::JudgedTable,
    compare_spc: crate::variation::SpcComparison,
    spc_history: crate::variation::SpcHistory,
    spc_append: crate::variation::SpcAppended,
    suggest_recalculations: crate::variation::RecalculationAdvice,
    aggregate_series: crate::variation::AggregatedSeries,
}

/// What the library is given beside documents.
#[derive(JsonSchema)]
#[allow(dead_code, missing_docs)]
struct Arguments {
    policy: crate::document::policy::Policy,
    roll_up_items: Vec<crate::status::RollUpItem>,
    include: Vec<crate::Part>,
    known: crate::replay::Known,
    detail: crate::Detail,
    counts: IndexMap<String, representation::Count>,
    sizes: IndexMap<String, crate::document::values::Size>,
    exposure: IndexMap<String, crate::document::values::DecimalShare>,
    tolerance: representation::Tolerance,
    apportionment_method: representation::Method,
    quorum: crate::document::body::Quorum,
    quorum_members: Vec<representation::QuorumMember>,
    present: Vec<representation::Present>,
    voting: crate::document::body::Voting,
    votes: Vec<crate::document::meeting::Vote>,
    turns: Vec<representation::Turn>,
    rotation_members: Vec<representation::RotationMember>,
    exercise: crate::document::exercise::Exercise,
    voice: crate::prioritisation::Voice,
    average: crate::prioritisation::Average,
    sampling: crate::prioritisation::Sampling,
    weight_statements: crate::prioritisation::weights::Statements,
    weight_method: crate::prioritisation::weights::WeightMethod,
    matrix_weights: crate::prioritisation::matrix::MatrixWeights,
    matrix_directions: Vec<crate::prioritisation::matrix::Direction>,
    matrix_method: crate::prioritisation::matrix::ScoreMethod,
    matrix_normalisation: crate::prioritisation::matrix::Normalisation,
    matrix_parameters: crate::prioritisation::matrix::ScoreParameters,
    portfolio_proposals: Vec<crate::prioritisation::portfolio::Candidate>,
    portfolio_constraints: crate::prioritisation::portfolio::Constraints,
    portfolio_effort: crate::prioritisation::portfolio::Effort,
    chart_kind: crate::variation::Chart,
    preset: crate::variation::Preset,
    improvement_direction: crate::document::indicator::ImprovementDirection,
    conflict: crate::variation::Conflict,
    targets: crate::variation::Targets,
    baseline: crate::variation::Baseline,
    points: Vec<crate::variation::Which>,
    spc_options: crate::variation::SpcOptions,
    period_kind: crate::document::period::PeriodType,
    row_kind: crate::tracker::RowKind,
    columns: IndexMap<String, crate::tracker::ColumnChoice>,
    long_table: crate::variation::LongTable,
    spc_option_set: crate::variation::SpcOptionSet,
    spc_extract: crate::variation::Extract,
    aggregate_kind: crate::variation::AggregateKind,
    member_figures: Vec<crate::variation::MemberFigure>,
    member_spans: Vec<crate::variation::MemberSpan>,
}

/// Every schema: its name and its text.
pub fn all() -> Vec<(&'static str, String)> {
    let given = || SchemaSettings::draft2020_12();
    let results = SchemaSettings::draft2020_12().for_serialize();
    vec![
        ("document", text(given().into_generator().into_root_schema_for::<crate::Programme>())),
        ("arguments", text(given().into_generator().into_root_schema_for::<Arguments>())),
        ("results", text(results.into_generator().into_root_schema_for::<Results>())),
    ]
}

fn text(schema: Schema) -> String {
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

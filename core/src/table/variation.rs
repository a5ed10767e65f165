//! The tables of a series, and the one that NHS England's SPC query hands to its Power BI template.

use serde_json::{Map, Value};

use super::{Given, Kind, Table, at, kind, read};
use crate::recall::Recall;
use crate::variation::{AssuranceIcon, Chart, Point, PointStatus, Spc, VariationIcon};

const SERIES: &[Table] =
    &[at("points", "/points"), at("partitions", "/partitions"), at("findings", "/findings"), read("mdc", mdc)];

pub(super) const KINDS: [Kind; 7] = [
    kind(&["points", "partitions", "variation", "assurance"], SERIES),
    // The row of an indicator in a report.
    Kind { fields: &["latest_value", "without_figure", "result"], inside: "/result", tables: SERIES },
    kind(
        &["a", "b", "settings", "icons", "lines"],
        &[at("points", "/points"), at("settings", "/settings"), at("icons", "/icons"), at("lines", "/lines")],
    ),
    kind(
        &["periods", "lasted", "revision"],
        &[at("periods", "/periods"), at("revised", "/revision/revised"), at("icons", "/revision/icons")],
    ),
    kind(&["state", "points", "change"], &[at("points", "/points")]),
    kind(&["suggestions", "minimum"], &[at("suggestions", "/suggestions")]),
    kind(
        &["whole", "contributions", "members", "periods"],
        &[
            at("members", "/members"),
            at("periods", "/periods"),
            at("contributions", "/contributions"),
            at("points", "/whole/points"),
            at("findings", "/findings"),
        ],
    ),
];

/// The rows of indicators without what has tables of its own: a row for each series, with both icons in words.
pub(super) fn assessed(rows: &[Value]) -> Vec<Value> {
    let one = |row: &Value| {
        let mut row = row.as_object().cloned().unwrap_or_default();
        for apart in ["result", "annotations", "without_figure"] {
            row.remove(apart);
        }
        // A distance that is not there has its columns too.
        if let Some(distance) = row.get_mut("assurance").and_then(|own| own.get_mut("distance"))
            && distance.is_null()
        {
            let none = ["mean_needed", "units", "sigma", "chance"].map(|name| (name.to_owned(), Value::Null));
            *distance = Value::Object(none.into_iter().collect());
        }
        Value::Object(row)
    };
    rows.iter().map(one).collect()
}

/// What the query says of an icon of variation.
fn variation(icon: VariationIcon) -> &'static str {
    match icon {
        VariationIcon::ImprovementHigh => "Improvement (High)",
        VariationIcon::ImprovementLow => "Improvement (Low)",
        VariationIcon::ConcernHigh => "Concern (High)",
        VariationIcon::ConcernLow => "Concern (Low)",
        VariationIcon::High => "Neither (High)",
        VariationIcon::Low => "Neither (Low)",
        VariationIcon::CommonCause => "Common Cause",
    }
}

fn assurance(icon: AssuranceIcon) -> &'static str {
    match icon {
        AssuranceIcon::Pass => "Pass",
        AssuranceIcon::Fail => "Fail",
        AssuranceIcon::HitOrMiss => "Hit or Miss",
    }
}

fn chart(chart: Chart) -> &'static str {
    match chart {
        Chart::Xmr => "XmR",
        Chart::Run => "Run",
        Chart::T => "T",
        Chart::G => "G",
        Chart::P => "P",
        Chart::U => "U",
        Chart::C => "C",
        Chart::PPrime => "P'",
        Chart::UPrime => "U'",
    }
}

/// One row for each point, with the columns of NHS England's "SPC Charts SQL Query v2.6a" in their order.
///
/// What the query takes from the settings of a metric, or from other series, is null, or blank where the query turns
/// null to blank; the series is chart "1".
fn mdc(result: &Value) -> Option<Given> {
    let series = Spc::recall(result)?;
    let last = series.points.iter().rposition(|point| point.value.is_some() && !point.ghosted);
    let shown = |point: &Point| {
        // The query has moving ranges of an XmR chart only.
        let place = series.partitions.partition_point(|partition| partition.last < point.index);
        let partition = series.partitions.get(place).filter(|_| series.chart == Chart::Xmr);
        Shown {
            number: 1,
            name: None,
            rank: point.index.saturating_add(1),
            chart: series.chart,
            mean_moving_range: partition.and_then(|partition| partition.mean_moving_range),
            moving_range_limit: partition.and_then(|partition| partition.moving_range_limit),
            icons: (last == Some(point.index)).then_some((series.variation.icon, series.assurance.icon)),
        }
    };
    Some(Ok(series.points.iter().map(|point| Value::Object(mdc_row(&shown(point), point))).collect()))
}

/// Where a point stands, in what the query gives.
pub(super) struct Shown<'s> {
    /// The number of the series, from 1.
    pub(super) number: usize,
    /// Its name, where it has one.
    pub(super) name: Option<&'s str>,
    /// The place of the point in its series, from 1.
    pub(super) rank: usize,
    pub(super) chart: Chart,
    pub(super) mean_moving_range: Option<f64>,
    pub(super) moving_range_limit: Option<f64>,
    /// Of the last point that counts, both icons.
    pub(super) icons: Option<(Option<VariationIcon>, Option<AssuranceIcon>)>,
}

/// A point as the query gives it.
pub(super) fn mdc_row(shown: &Shown<'_>, point: &Point) -> Map<String, Value> {
    let mut row = Map::new();
    let mut put = |name: &str, value: Value| drop(row.insert(name.to_owned(), value));
    let of = |status: PointStatus| point.value.filter(|_| point.status == Some(status));
    let baseline = |line: Option<f64>| line.filter(|_| point.partition == 0);
    let number = shown.number.to_string();
    let (variation_icon, assurance_icon) = shown.icons.unwrap_or_default();
    put("RowID", format!("{number}-{}", shown.rank).into());
    put("ChartID", number.as_str().into());
    put("IconID", shown.icons.map_or(Value::Null, |_| number.as_str().into()));
    put("PointRank", shown.rank.into());
    put("MetricOrder", Value::Null);
    put("MetricID", Value::Null);
    put("MetricName", shown.name.into());
    put("ChartType", chart(shown.chart).into());
    put("DateFormat", Value::Null);
    put("MetricFormat", Value::Null);
    put("ChartTitle", "".into());
    put("HorizontalAxisTitle", "".into());
    put("VerticalAxisTitle", "".into());
    for axis in ["VerticalAxisMinFix", "VerticalAxisMinFlex", "VerticalAxisMaxFix", "VerticalAxisMaxFlex"] {
        put(axis, Value::Null);
    }
    for group in ["GroupOrder", "GroupHierarchy", "GroupName", "Filter1", "Filter2"] {
        put(group, Value::Null);
    }
    put("Date", point.date.clone().into());
    put("Value", point.value.into());
    put("Target", point.target.into());
    put("Mean", point.mean.into());
    put("MovingRange", point.moving_range.into());
    put("MovingRangeMean", shown.mean_moving_range.into());
    put("MovingRangeProcessLimit", shown.moving_range_limit.into());
    put("MovingRangeHighPointValue", point.moving_range.filter(|_| point.high_moving_range).into());
    put("UpperBaseline", baseline(point.upper_limit).into());
    put("UpperProcessLimit", point.upper_limit.into());
    put("UpperTwoSigma", point.upper_two_sigma.into());
    put("UpperOneSigma", point.upper_one_sigma.into());
    put("LowerOneSigma", point.lower_one_sigma.into());
    put("LowerTwoSigma", point.lower_two_sigma.into());
    put("LowerProcessLimit", point.lower_limit.into());
    put("LowerBaseline", baseline(point.lower_limit).into());
    put("GhostValue", point.value.filter(|_| point.ghosted).into());
    put("SpecialCauseImprovementValue", of(PointStatus::Improvement).into());
    put("SpecialCauseConcernValue", of(PointStatus::Concern).into());
    put("SpecialCauseNeitherValue", of(PointStatus::High).or(of(PointStatus::Low)).into());
    put("VariationIcon", variation_icon.map(variation).into());
    put("AssuranceIcon", assurance_icon.map(assurance).into());
    put("Annotation", "".into());
    row
}

//! The tables of a report.

use super::{Kind, at, governance, kind, listed, made, prioritisation, representation, status, variation};

pub(super) const KINDS: [Kind; 1] = [kind(
    &["as_at", "items", "nodes", "findings"],
    &[
        at("items", "/items"),
        at("nodes", "/nodes"),
        at("findings", "/findings"),
        made("critical_path", |report, _| status::critical_path(report).into()),
        made("representation", |report, _| representation::held(listed(report, "/representation")).into()),
        made("exercises", |report, _| prioritisation::ranked(listed(report, "/exercises")).into()),
        made("cadence", governance::of_report),
        made("meetings", governance::of_report),
        made("attendance", governance::of_report),
        made("cadence_findings", governance::of_report),
        made("governance", governance::of_report),
        made("governance_findings", governance::of_report),
        made("roles", governance::of_report),
        made("limits", governance::of_report),
        made("aims", governance::of_report),
        made("activities", governance::of_report),
        made("goal_bodies", governance::of_report),
        made("networks", governance::of_report),
        made("reviews", governance::of_report),
        made("decisions", governance::of_report),
        made("declared", governance::of_report),
        made("delivered", governance::of_report),
        made("indicators", |report, _| variation::assessed(listed(report, "/indicators")).into()),
        at("indicator_summary", "/indicator_summary"),
    ],
)];

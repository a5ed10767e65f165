//! Charts of equal representation: who holds what against entitlement, and attendance.

use indexmap::IndexSet;
use serde_json::Value;
use std::collections::HashMap;

use super::cells::{list, row};
use super::{Drawing, distinct, shown};
use crate::document::body::MeetingKind;
use crate::finding::FindingCode;
use crate::holdings::{Held, Holding, Scope};
use crate::recall::Recall;
use crate::report::Report;
use crate::representation::{Check, CheckStatus};
use crate::sentence::{self, charts as words};
use crate::status::NodeType;

pub(super) fn draw_holding(result: &Value, _kind: &str) -> Option<Drawing> {
    let row = Holding::recall(result)?;
    let title = words::of(Some(&sentence::heading(&row)), words::HOLDING);
    Some(holding(&row.check, Some(row.what), title, sentence::held(&row)))
}

pub(super) fn draw_check(result: &Value, _kind: &str) -> Option<Drawing> {
    let check = Check::recall(result)?;
    let sentences = sentence::checked(&check);
    Some(holding(&check, None, words::of(None, words::HOLDING), sentences))
}

/// Where each organisation stands, by the findings of the check.
fn standings(check: &Check) -> HashMap<&str, &'static str> {
    let outside = |code| match code {
        FindingCode::BelowEntitlement => Some(words::BELOW),
        FindingCode::AboveEntitlement => Some(words::ABOVE),
        _ => None,
    };
    check.findings.iter().filter_map(|one| Some((one.subject.id.as_str(), outside(one.code)?))).collect()
}

fn holding(check: &Check, what: Option<Held>, title: String, mut sentences: Vec<String>) -> Drawing {
    let outside = standings(check);
    let assessed = check.status != CheckStatus::NotAssessable;
    let usual = if assessed { words::AS_ENTITLED } else { words::NOT_ASSESSED };
    let (number, cut) = shown(check.counts.len(), 1, "organisations");
    let row = |(id, held): (&String, &Option<u32>)| {
        let entitlement = check.entitlement.get(id).copied();
        let standing = match held {
            Some(_) => outside.get(id.as_str()).copied().unwrap_or(usual),
            None => words::NOT_KNOWN,
        };
        row! {
            "organisation": id,
            "held": held,
            "entitlement": entitlement,
            "standing": standing,
            "words": words::held(*held, entitlement, standing),
        }
    };
    let rows: Vec<Value> = check.counts.iter().take(number).map(row).collect();
    sentences
        .extend(rows.iter().filter_map(|row| Some(words::line(row["organisation"].as_str()?, row["words"].as_str()?))));
    let names: Vec<&String> = check.counts.keys().take(number).collect();
    let figures =
        check.entitlement.values().copied().chain(check.counts.values().flatten().map(|held| f64::from(*held)));
    let most = figures.fold(1.0, f64::max);
    let there = |standing: &&&str| rows.iter().any(|row| row["standing"] == ***standing);
    let standings: Vec<&&str> = words::HOLDINGS.iter().filter(there).collect();
    Drawing {
        template: include_str!("holding.json"),
        title,
        notes: cut.into_iter().chain([words::HOLDING_NOTE.into()]).collect(),
        filled: vec![
            ("/encoding/y/scale/domain", list(names)),
            ("/layer/0/encoding/x/axis/title", words::holding_axis(what).into()),
            ("/layer/0/encoding/x/scale/domain", list([0.0, most])),
            ("/layer/0/encoding/color/scale/domain", list(words::HOLDINGS)),
            ("/layer/0/encoding/color/legend/values", list(&standings)),
        ],
        rows,
        sentences,
    }
}

/// Of a report: organisation by kind of meeting, how many of the meetings each came to.
pub(super) fn attendance(report: &Report) -> Drawing {
    let held = |row: &&Holding| row.what == Held::Attendance && row.scope == Scope::Body && row.by.is_none();
    let all: Vec<&Holding> = report.representation.iter().filter(held).collect();
    let organisations: IndexSet<&String> = all.iter().flat_map(|row| row.check.counts.keys()).collect();
    let (number, cut) = shown(all.len(), organisations.len(), "kinds of meeting");
    let bodies = report.nodes.iter().filter(|node| node.kind == NodeType::Body);
    let names: HashMap<&str, &str> = bodies.map(|node| (node.id.as_str(), node.name.as_str())).collect();
    let shown = || all.iter().take(number);
    let id = |row: &Holding| row.id.clone().unwrap_or_default();
    let name = |row: &Holding| names.get(id(row).as_str()).map_or_else(|| id(row), |name| (*name).to_owned());
    let labels = distinct(shown().map(|row| words::meetings(&name(row), row.meeting_kind)).collect(), || {
        shown().map(|row| words::meetings(&id(row), row.meeting_kind)).collect()
    });
    let (mut rows, mut sentences) = (Vec::new(), Vec::new());
    for (row, label) in shown().zip(&labels) {
        let (id, name, outside) = (id(row), name(row), standings(&row.check));
        let mut cells = Vec::new();
        for organisation in &organisations {
            let came = row.check.counts.get(*organisation).copied().flatten();
            let of = row.check.entitlement.get(*organisation).copied();
            let standing = outside.get(organisation.as_str()).copied();
            let rate = came.zip(of.filter(|of| *of > 0.0)).map(|(came, of)| f64::from(came) / of);
            let said = words::came(came, of, standing == Some(words::BELOW));
            cells.push(format!("{organisation} {}", words::lowered(&said)));
            rows.push(row! {
                "label": label,
                "body": id,
                "body_name": name,
                "meeting_kind": row.meeting_kind.map(MeetingKind::as_str),
                "organisation": organisation,
                "came": came,
                "of": of,
                "rate": rate,
                "standing": standing.or(rate.map(|_| words::AS_ENTITLED)),
                "words": said,
            });
        }
        sentences.push(words::attended(label, &cells));
        sentences.extend(row.check.findings.iter().map(sentence::finding));
    }
    Drawing {
        template: include_str!("attendance.json"),
        title: words::of(Some(&report.programme.name), words::ATTENDANCE),
        notes: cut.into_iter().chain([words::as_at(report.as_at), words::ATTENDANCE_NOTE.into()]).collect(),
        rows,
        filled: vec![("/encoding/x/scale/domain", list(&organisations)), ("/encoding/y/scale/domain", labels.into())],
        sentences,
    }
}

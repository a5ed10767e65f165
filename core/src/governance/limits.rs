//! Limits on how many people hold a role: two leads for each pathway, 30 seniors, 120 clinicians.

use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

use super::{Case, Found, GovernanceStatus, LimitRow, breach, whole};
use crate::document::appointment::Appointment;
use crate::document::record::Limit;
use crate::finding::{About, Finding, FindingCode};
use crate::status::within;

/// Rows of bodies are made while the bodies of all limits together are at most this.
const MOST_ROWS: usize = 10_000;

impl Case<'_, '_, '_> {
    /// Every limit in force, for the whole or for each body of its kind.
    pub(super) fn limits(&self) -> (Vec<LimitRow>, Found) {
        let (mut rows, mut found) = (Vec::new(), Found::default());
        let programme = self.records.model.programme;
        let as_at = self.moment.as_at;
        let limits = programme.limits.iter().filter(|limit| within(limit.start, limit.end, as_at));
        let limited: HashSet<&str> = programme.limits.iter().map(|limit| limit.role.as_str()).collect();
        let mut holders: HashMap<&str, Vec<&Appointment>> = HashMap::new();
        for post in programme.appointments.iter().filter(|post| limited.contains(post.role.as_str())) {
            if within(post.start, post.end, as_at) {
                holders.entry(&post.role).or_default().push(post);
            }
        }
        let (mut left, mut rows_left) = (super::MOST_LOOKED_AT, MOST_ROWS);
        for limit in limits {
            let none = Vec::new();
            let all = holders.get(limit.role.as_str()).unwrap_or(&none);
            let bodies = if limit.body_kind.is_some() { programme.bodies.len() } else { 0 };
            let enough = left.checked_sub(all.len().saturating_add(bodies)).zip(rows_left.checked_sub(bodies));
            let Some(rest) = enough else {
                found.findings.push(self.incomplete("governance.limits", MOST_ROWS));
                break;
            };
            (left, rows_left) = rest;
            let of_kind = |post: &&&Appointment| {
                let body = self.records.body_of(&post.body).map(|body| self.records.body(body).kind);
                limit.body_kind.is_none() || body == limit.body_kind
            };
            let posts: Vec<&Appointment> = all.iter().filter(of_kind).copied().collect();
            let mut add = |body: Option<&str>, posts: &[&Appointment], min: Option<u32>, max: Option<u32>| {
                let row = row(limit, body, posts, min, max);
                found.ask(outside(limit, &row, posts));
                rows.push(row);
            };
            let over_all = limit.body_kind.is_none();
            let (min, max) = if over_all { (limit.min, limit.max) } else { (None, None) };
            let most = [max, limit.total].into_iter().flatten().min();
            if over_all || most.is_some() {
                add(None, &posts, min, most);
            }
            if !over_all && (limit.min.is_some() || limit.max.is_some()) {
                let mut by_body: HashMap<&str, Vec<&Appointment>> = HashMap::new();
                posts.iter().for_each(|post| by_body.entry(post.body.as_str()).or_default().push(*post));
                let in_force = programme
                    .bodies
                    .iter()
                    .filter(|body| Some(body.kind) == limit.body_kind && within(body.start, body.end, as_at));
                for body in in_force {
                    let posts = by_body.get(body.id.as_str()).map_or(&[][..], Vec::as_slice);
                    add(Some(&body.id), posts, limit.min, limit.max);
                }
            }
        }
        (rows, found)
    }
}

/// People, each once; a post without a person stands for one.
fn row(limit: &Limit, body: Option<&str>, posts: &[&Appointment], min: Option<u32>, max: Option<u32>) -> LimitRow {
    let mut seen = HashSet::new();
    let people: Vec<&&Appointment> =
        posts.iter().filter(|post| post.person.as_deref().is_none_or(|person| seen.insert(person))).collect();
    let mut organisations: IndexMap<String, u32> = IndexMap::new();
    for organisation in people.iter().filter_map(|post| post.organisation.as_ref()) {
        *organisations.entry(organisation.clone()).or_default() += 1;
    }
    let held = whole(people.len());
    let kept = min.is_none_or(|min| held >= min) && max.is_none_or(|max| held <= max);
    LimitRow {
        id: limit.id.clone(),
        role: limit.role.clone(),
        body_kind: limit.body_kind,
        body: body.map(str::to_owned),
        min,
        max,
        held,
        organisations,
        status: if kept { GovernanceStatus::Met } else { GovernanceStatus::NotMet },
    }
}

fn outside(limit: &Limit, row: &LimitRow, posts: &[&Appointment]) -> Option<Finding> {
    let (code, name, bound) = match (row.min, row.max) {
        (_, Some(max)) if row.held > max => (FindingCode::LimitExceeded, "max", max),
        (Some(min), _) if row.held < min => (FindingCode::LimitNotReached, "min", min),
        _ => return None,
    };
    let (kind, id) = row.body.as_deref().map_or((About::Limit, limit.id.as_str()), |body| (About::Body, body));
    let finding = breach(code, kind, id, "governance.limits");
    let finding = finding.with("limit", limit.id.clone()).with("role", limit.role.clone());
    let finding = finding.with("held", i64::from(row.held)).with(name, i64::from(bound));
    let finding = finding.proof("limit", limit.id.clone(), name);
    Some(
        posts
            .iter()
            .take(super::MOST_NAMED)
            .fold(finding, |finding, post| finding.proof("appointment", post.id.clone(), "role")),
    )
}

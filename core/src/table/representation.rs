//! The tables of equal representation: one row for each organisation, rule or option.

use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{Kind, Table, at, kind, made};

const CHECK: &[Table] =
    &[made("organisations", rows), at("moves", "/moves"), at("indices", "/indices"), at("findings", "/findings")];

pub(super) const KINDS: [Kind; 7] = [
    kind(&["counts", "best_possible", "indices"], CHECK),
    // A row of a report.
    Kind { fields: &["what", "scope", "check"], inside: "/check", tables: CHECK },
    kind(&["method", "to_draw", "trace"], &[made("organisations", rows), at("trace", "/trace")]),
    kind(
        &["quorate", "rules", "counted"],
        &[at("rules", "/rules"), at("not_counted", "/not_counted"), at("findings", "/findings")],
    ),
    kind(&["totals", "cast", "required"], &[at("totals", "/totals"), at("findings", "/findings")]),
    kind(&["balance", "longest_wait"], &[at("balance", "/balance"), at("findings", "/findings")]),
    kind(&["organisations", "quota"], &[at("organisations", "/organisations"), at("findings", "/findings")]),
];

/// Of a report: one row for each organisation of each thing that is counted.
pub(super) fn held(holdings: &[Value]) -> Vec<Value> {
    let rows_of = |holding: &Value| {
        let mut start = holding.as_object().cloned().unwrap_or_default();
        let check = start.remove("check").unwrap_or_default();
        let rotation = start.remove("rotation").unwrap_or_default();
        start.insert("status".into(), check.get("status").cloned().unwrap_or_default());
        let balance = rotation.get("balance").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        // A rotation has as many rows as there are members: looked up by name once for all of them.
        let waits: HashMap<&str, &Value> = balance
            .iter()
            .filter_map(|row| Some((row.get("organisation")?.as_str()?, row.get("waiting_days")?)))
            .collect();
        let mut own = rows(&check, "").into_owned();
        for row in own.iter_mut().filter_map(Value::as_object_mut) {
            let id = row.get("organisation").and_then(Value::as_str).unwrap_or_default();
            let waiting = waits.get(id).map(|days| (*days).clone()).unwrap_or_default();
            row.insert("waiting_days".into(), waiting);
        }
        own.into_iter().map(move |row| super::joined(&start, row)).collect::<Vec<_>>()
    };
    holdings.iter().flat_map(rows_of).collect()
}

/// One row for each organisation of a check or an apportionment.
fn rows<'r>(result: &'r Value, _: &str) -> Cow<'r, [Value]> {
    let by_name = |path: &str, id: &str| result.pointer(path).and_then(|fields| fields.get(id)).cloned();
    let names = |path: &str| -> Option<HashSet<&str>> {
        Some(result.pointer(path)?.as_array()?.iter().filter_map(Value::as_str).collect())
    };
    let (worst_off, next, tied, drawn) = (names("/worst_off"), names("/next/0"), names("/tied"), names("/drawn"));
    let among = |names: &Option<HashSet<&str>>, id: &String| Some(Value::Bool(names.as_ref()?.contains(id.as_str())));
    let of_check = result.get("counts").is_some();
    let ids = result.get(if of_check { "counts" } else { "seats" }).and_then(Value::as_object);
    let one = |id: &String| {
        let columns = if of_check {
            vec![
                ("held", by_name("/counts", id)),
                ("entitlement", by_name("/entitlement", id)),
                ("best_possible", by_name("/best_possible/nearest", id)),
                ("worst_off", among(&worst_off, id)),
                ("next", among(&next, id)),
                ("wte", by_name("/wte/held", id)),
                ("wte_entitlement", by_name("/wte/entitlement", id)),
            ]
        } else {
            vec![("seats", by_name("/seats", id)), ("tied", among(&tied, id)), ("drawn", among(&drawn, id))]
        };
        let id = ("organisation", Some(Value::String(id.clone())));
        let cells = std::iter::once(id).chain(columns);
        Value::Object(cells.map(|(name, cell)| (name.to_owned(), cell.unwrap_or_default())).collect::<Map<_, _>>())
    };
    ids.into_iter().flatten().map(|(id, _)| one(id)).collect()
}

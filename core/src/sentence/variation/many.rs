//! The words of many series judged in one call.

use super::icon;
use crate::sentence::charts::lowered;
use crate::sentence::{list, sentence};
use crate::variation::{AssuranceIcon, JudgedTable, VariationIcon};

/// Series that are named as those to look at first.
const NAMED: usize = 5;

/// What a table says: how many series have which icon, how many would by chance, and where to look first.
pub(crate) fn many(table: &JudgedTable) -> Vec<String> {
    let series = &table.series;
    let number = series.series.len();
    let with = |wanted: Option<VariationIcon>| series.variation.iter().filter(|icon| **icon == wanted).count();
    let mut parts: Vec<String> = VariationIcon::ALL
        .iter()
        .map(|one| (with(Some(*one)), lowered(icon(*one))))
        .chain([(with(None), "no icon".to_owned())])
        .filter(|(found, _)| *found > 0)
        .map(|(found, words)| format!("{found} with {words}"))
        .collect();
    if parts.is_empty() {
        parts.push("nothing to judge".into());
    }
    let mut said = vec![sentence(&format!("{number} series: {}", parts.join("; ")))];
    let of = |wanted: AssuranceIcon| series.assurance.iter().filter(|icon| **icon == Some(wanted)).count();
    let [pass, fail, either] = [AssuranceIcon::Pass, AssuranceIcon::Fail, AssuranceIcon::HitOrMiss].map(of);
    if pass + fail + either > 0 {
        said.push(format!(
            "Of {} with a target, {pass} will meet it, {fail} will not, and {either} may or may not.",
            pass + fail + either
        ));
    }
    let told = series.look_first.iter().filter(|place| place.is_some()).count();
    if told > 1 {
        let expected = (table.expected_false_signals * 10.0).round() / 10.0;
        said.push(format!("If all {told} varied by common cause alone, about {expected} would signal by chance."));
        let mut order: Vec<usize> = (0..number).filter(|one| series.look_first[*one].is_some()).collect();
        order.sort_by_key(|one| series.look_first[*one]);
        let signals = |one: &usize| series.variation[*one].is_some_and(|icon| icon != VariationIcon::CommonCause);
        let names: Vec<String> =
            order.iter().filter(|one| signals(one)).take(NAMED).map(|one| series.series[*one].clone()).collect();
        if !names.is_empty() {
            said.push(format!("Look first at {}.", list(&names)));
        }
    }
    said
}

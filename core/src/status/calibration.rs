//! Were the colours right: of the items green (amber, red) so many months before their baseline, how many finished on
//! time.

use std::collections::BTreeMap;

use super::dependencies::{judge_items, resting_on};
use super::facts::Facts;
use super::items::{on_the_order, verdicts_on};
use super::leaf::tolerances;
use super::overrides::{Verdict, on_item};
use super::state::Moment;
use crate::day::Day;
use crate::document::declare::words;
use crate::document::policy::StatusPolicy;
use crate::document::priority::Baseline;
use crate::finding::Level;
use crate::model::{ItemFacts, Model};
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;

words! {
    /// Whose colour is held against what came of it.
    Basis {
        /// The level that this library gave, with overrides.
        Level = "level",
        /// The level that was reported.
        Reported = "reported",
    }
}

words! {
    /// What items are put together by.
    Grouping {
        /// All of them.
        All = "all",
        /// The body that answers for them.
        Body = "body",
        /// The role that reported on them: of a level of this library the last that did, of a reported level the one
        /// that reported it.
        Role = "role",
    }
}

result! {
    /// Items of one colour so many months before their baseline, and how many of them finished on time.
    Calibrated {
        /// So many months before the baseline finish.
        months_before: u32,
        /// Whose colour it is.
        basis: Basis,
        /// What the items are put together by.
        by: Grouping,
        /// The body or role; null of all, and of items that nobody had reported on.
        id: Option<String>,
        /// The colour then: green, amber or red.
        level: Level,
        /// Items whose outcome is known.
        n: u32,
        /// How many of them finished on time.
        on_time: u32,
        /// Their share; null of none.
        share: Option<f64>,
        /// Lower end of the Wilson interval at 95%.
        lower: Option<f64>,
        /// Upper end of the Wilson interval at 95%.
        upper: Option<f64>,
        /// Items that are neither finished nor late yet; they are not among `n`.
        undecided: u32,
    }

    /// What became of every priority so many months before its baseline. The counts add up to all priorities.
    CalibratedMonths {
        /// So many months before the baseline finish.
        months_before: u32,
        /// Green, amber or red then, and still counted now.
        coloured: u32,
        /// No baseline was in force that long before its own finish.
        no_baseline: u32,
        /// That day is still to come.
        to_come: u32,
        /// Finished already by then.
        finished: u32,
        /// Excluded or not assessed then.
        not_assessed: u32,
        /// Left out since: cancelled, say.
        excluded: u32,
    }
}

/// The most items judged: so many for each priority and number of months, and so many beside.
const JUDGED_EACH: usize = 16;
const JUDGED_BESIDE: usize = 1_000_000;

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// An item on the day that it is looked back to, and the finish that it was held to.
struct Looked {
    item: usize,
    finish: Day,
}

/// What colour an item had, by whom, and whether it finished on time.
struct Coloured<'a> {
    body: &'a str,
    colours: [Option<(Level, Option<&'a str>)>; 2],
    /// `None`: not known yet.
    on_time: Option<bool>,
}

/// Every row, months by months, and what became of every priority.
///
/// # Errors
/// A problem where it would take too long: many items that rest on many others, each on a day of its own.
pub(crate) fn calibrated(
    model: &Model<'_>,
    policy: &StatusPolicy,
    facts: &dyn Facts,
    as_at: Day,
    months: &[u32],
) -> Result<(Vec<Calibrated>, Vec<CalibratedMonths>), Problems> {
    let (mut rows, mut summaries) = (Vec::new(), Vec::new());
    let most = model.items.len() * JUDGED_EACH * months.len() + JUDGED_BESIDE;
    let mut left = most;
    let now = Moment { as_at, known_at: None, first_baseline: false };
    let leaves = judge_items(model, policy, now, facts, None);
    for months_before in months.iter().copied() {
        let mut summary = CalibratedMonths {
            months_before,
            coloured: 0,
            no_baseline: 0,
            to_come: 0,
            finished: 0,
            not_assessed: 0,
            excluded: 0,
        };
        let mut by_day: BTreeMap<Day, Vec<Looked>> = BTreeMap::new();
        for (item, facts) in model.items.iter().enumerate() {
            match held_to(facts, months_before) {
                None => summary.no_baseline += 1,
                Some((day, _)) if day > as_at => summary.to_come += 1,
                Some((day, finish)) => by_day.entry(day).or_default().push(Looked { item, finish }),
            }
        }
        let mut coloured: Vec<Coloured<'_>> = Vec::new();
        for (day, looked) in by_day {
            let then = Moment { as_at: day, known_at: Some(day), first_baseline: false };
            let wanted: Vec<usize> = looked.iter().map(|looked| looked.item).collect();
            let mut spend = |wanted: &[usize]| {
                left = left.checked_sub(resting_on(model, wanted).len()).ok_or_else(|| too_long(most))?;
                Ok::<(), Problems>(())
            };
            spend(&wanted)?;
            for item in &wanted {
                if on_item(model, policy, then, *item).is_some() {
                    spend(&[*item])?;
                }
            }
            let leaves_then = judge_items(model, policy, then, facts, Some(&wanted));
            let verdicts = verdicts_on(model, policy, then, facts, &leaves_then, wanted.iter().copied());
            let mut overridden = verdicts.into_iter().filter_map(|(item, _, verdict)| match verdict {
                Verdict::Holds { effective, .. } => Some((item, effective)),
                Verdict::Refused(_) | Verdict::Contradicted => None,
            });
            let overridden: BTreeMap<usize, Level> = overridden.by_ref().collect();
            for Looked { item, finish } in looked {
                let (Some(leaf), Some(leaf_now)) = (leaves_then.get(item), leaves.get(item)) else { continue };
                let Some(facts) = model.items.get(item) else { continue };
                let level = overridden.get(&item).copied().unwrap_or(leaf.level);
                match level {
                    Level::Complete => summary.finished += 1,
                    Level::NotAssessed | Level::Excluded => summary.not_assessed += 1,
                    _ if leaf_now.level == Level::Excluded => summary.excluded += 1,
                    _ => {
                        summary.coloured += 1;
                        let reported = leaf.state.reported.map(|(level, update)| (on_the_order(level), update));
                        let reported = reported.filter(|(level, _)| level.is_open());
                        let last = finish.plus(i64::from(tolerances(facts, policy).green_days));
                        let done = leaf_now.state.actual_finish.map(|(day, _)| day);
                        coloured.push(Coloured {
                            body: facts.priority.body.as_str(),
                            colours: [
                                Some((level, leaf.state.last.map(|update| update.by.as_str()))),
                                reported.map(|(level, update)| (level, Some(update.by.as_str()))),
                            ],
                            on_time: match done {
                                Some(day) => Some(day <= last),
                                None => (as_at > last).then_some(false),
                            },
                        });
                    }
                }
            }
        }
        gather(months_before, &coloured, &mut rows);
        summaries.push(summary);
    }
    Ok((rows, summaries))
}

fn too_long(most: usize) -> Problems {
    Problem {
        code: Code::TooLarge,
        path: "/months_before".into(),
        value: None,
        accepted: Some(format!("priorities that look back to at most {most} items in all")),
        message: format!("the priorities look back to more than {most} items in all"),
    }
    .into()
}

/// The day so many months before the finish of a baseline that was in force, and known to be, on that day; and that
/// finish. Of several the first version.
fn held_to(item: &ItemFacts<'_>, months: u32) -> Option<(Day, Day)> {
    let known_on = |baseline: &Baseline| {
        let approved = baseline.approved_on?;
        Some(baseline.recorded_on.map_or(approved, |recorded| recorded.max(approved)))
    };
    // From the last version to the first: a version is in force until any later one is known.
    let mut next: Option<Day> = None;
    let mut found = None;
    for baseline in item.approved.iter().rev() {
        let Some(known) = known_on(baseline) else { continue };
        let day = baseline.finish.months_before(months);
        if known <= day && next.is_none_or(|next| day < next) {
            found = Some((day, baseline.finish));
        }
        next = Some(next.map_or(known, |next| next.min(known)));
    }
    found
}

/// One row for each group and colour that has items; of all items one for each colour in any case.
fn gather(months_before: u32, coloured: &[Coloured<'_>], rows: &mut Vec<Calibrated>) {
    let mut counts: BTreeMap<(Basis, Grouping, Option<&str>, Level), [u32; 3]> = BTreeMap::new();
    for basis in Basis::ALL.iter().copied() {
        for level in [Level::Green, Level::Amber, Level::Red] {
            counts.insert((basis, Grouping::All, None, level), [0; 3]);
        }
    }
    for item in coloured {
        for (basis, colour) in Basis::ALL.iter().copied().zip(item.colours) {
            let Some((level, role)) = colour else { continue };
            for (by, id) in [(Grouping::All, None), (Grouping::Body, Some(item.body)), (Grouping::Role, role)] {
                let count = counts.entry((basis, by, id, level)).or_default();
                let place = match item.on_time {
                    Some(true) => 0,
                    Some(false) => 1,
                    None => 2,
                };
                count[place] += 1;
            }
        }
    }
    for ((basis, by, id, level), [on_time, late, undecided]) in counts {
        let n = on_time + late;
        let interval = wilson(on_time, n);
        rows.push(Calibrated {
            months_before,
            basis,
            by,
            id: id.map(str::to_owned),
            level,
            n,
            on_time,
            share: (n > 0).then(|| f64::from(on_time) / f64::from(n)),
            lower: interval.map(|[lower, _]| lower),
            upper: interval.map(|[_, upper]| upper),
            undecided,
        });
    }
}

/// The Wilson interval of a share at 95%; `None` of nothing.
fn wilson(part: u32, whole: u32) -> Option<[f64; 2]> {
    if whole == 0 {
        return None;
    }
    let (part, n) = (f64::from(part), f64::from(whole));
    let square = Z * Z;
    let centre = part + square / 2.0;
    let half = Z * (part * (n - part) / n + square / 4.0).sqrt();
    // At the ends rounding would leave the interval a hair beyond 0 and 1.
    Some([((centre - half) / (n + square)).max(0.0), ((centre + half) / (n + square)).min(1.0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_wilson() {
        assert_eq!(wilson(0, 0), None);
        // 8 of 10: 0.4902 to 0.9433, as in the textbooks.
        let [lower, upper] = wilson(8, 10).unwrap();
        assert!((lower - 0.490_162).abs() < 1e-6 && (upper - 0.943_318).abs() < 1e-6, "{lower} {upper}");
        let [lower, upper] = wilson(0, 5).unwrap();
        assert!(lower == 0.0 && (upper - 0.434_482).abs() < 1e-6, "{lower} {upper}");
        let [lower, upper] = wilson(5, 5).unwrap();
        assert!((lower - 0.565_518).abs() < 1e-6 && upper == 1.0, "{lower} {upper}");
    }
}

//! An earlier extract of the same figures against the present one: what was revised, and what was added.

use serde_json::Value;
use std::collections::HashMap;

use super::Numbers;
use super::case::{Parts, another_kind};
use super::history::with_hindsight;
use super::input::{Options, Targets, Which};
use super::result::VariationIcon;
use crate::document::declare::words;
use crate::document::period::Period;
use crate::document::read::{Read, Reader};
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;

/// Figures as they stood in an earlier extract.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SpcExtract"))]
#[non_exhaustive]
pub struct Extract {
    /// The values; of a T chart dates alone will do.
    pub values: Option<Vec<Option<f64>>>,
    /// A date for each; without dates, values are matched by their places.
    pub dates: Option<Vec<Period>>,
    /// A denominator for each, of charts that have them.
    pub denominators: Option<Vec<Option<f64>>>,
}

impl Read for Extract {
    fn accepted() -> String {
        "an object with values, and dates as the values of today have".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value, Self::accepted)?;
        reader.unknown_fields(object, &["values", "dates", "denominators"]);
        let numbers = |numbers: Option<Numbers>| numbers.map(|numbers| numbers.0);
        let values = reader.optional::<Option<Numbers>>(object, "values").flatten();
        let dates = reader.optional::<Option<Vec<Period>>>(object, "dates").flatten();
        let denominators = reader.optional::<Option<Numbers>>(object, "denominators").flatten();
        Some(Self { values: numbers(values), dates, denominators: numbers(denominators) })
    }
}

words! {
    /// Why an icon of a past period is another one now.
    IconCause {
        /// Values of that time or before were revised, added or taken out.
        Revision = "revision",
        /// Points were added after the last one of the earlier extract.
        Extension = "extension",
        /// Both, one after the other.
        Both = "both",
    }
}

result! {
    /// What changed between two extracts of the same figures.
    Revision {
        /// Values that are another one now.
        revised: Vec<RevisedValue>,
        /// Periods added after the last one of the earlier extract.
        added: usize,
        /// Periods added before that.
        filled_in: Vec<String>,
        /// Periods that are no longer there.
        removed: Vec<String>,
        /// Icons of the earlier periods, with hindsight, that are another one now.
        icons: Vec<RevisedIcon>,
        /// The icon of the last period of the earlier extract: as it said, with revised values, and with all.
        last: Option<RevisedIcon>,
    }

    /// A value that is another one now.
    RevisedValue {
        /// Its place now.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// What it was.
        before: Option<f64>,
        /// What it is.
        after: Option<f64>,
        /// What it was counted of; null of charts without denominators.
        before_denominator: Option<f64>,
        /// What it is counted of.
        after_denominator: Option<f64>,
    }

    /// An icon that is another one now.
    RevisedIcon {
        /// Its place now.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// As the earlier extract had it.
        before: Option<VariationIcon>,
        /// With the values of today up to the last period of the earlier extract.
        revised: Option<VariationIcon>,
        /// With all values of today.
        after: Option<VariationIcon>,
        /// What changed it; null where nothing did.
        cause: Option<IconCause>,
    }
}

impl Extract {
    /// What changed since: `now` holds the icons of today.
    pub(super) fn against(
        &self,
        values: Option<&[Option<f64>]>,
        parts: &Parts,
        options: &Options,
        now: &[Option<VariationIcon>],
    ) -> Result<Revision, Problems> {
        let dates = options.dates.as_deref();
        if dates.is_some() != self.dates.is_some() {
            let accepted = if dates.is_some() { "dates, as the values of today have" } else { "no dates" };
            let message = "both extracts need dates, or neither".to_owned();
            return Err(problem(Code::WrongCombination, "/previous/dates".into(), accepted, message).into());
        }
        let mut problems = twice(dates, "/dates");
        problems.extend(twice(self.dates.as_deref(), "/previous/dates"));
        let firsts = dates.and_then(<[_]>::first).zip(self.dates.as_deref().and_then(<[_]>::first));
        problems.extend(firsts.and_then(|(now, then)| another_kind(now, then, "/previous/dates/0".into())));
        Problems::none(problems)?;
        let former = self.options(options, parts);
        let before = Parts::of(self.values.as_deref(), &former).map_err(under)?;
        let old = with_hindsight(&before.clone().case(&former), self.values.as_deref());
        let key = |dates: Option<&[Period]>, place: usize| dates.map_or(place as i64, |dates| dates[place].number());
        let old_dates = self.dates.as_deref();
        let places: HashMap<i64, usize> = (0..old.len()).map(|place| (key(old_dates, place), place)).collect();
        let end = old.len().checked_sub(1).map(|last| key(old_dates, last));
        // Today's values up to the end of the earlier extract.
        let kept = (0..now.len()).take_while(|place| end.is_some_and(|end| key(dates, *place) <= end)).count();
        let revised = with_hindsight(&parts.first(kept, options), values);
        let (mut answer, mut matched) = (
            Revision {
                revised: Vec::new(),
                added: now.len() - kept,
                filled_in: Vec::new(),
                removed: Vec::new(),
                icons: Vec::new(),
                last: None,
            },
            vec![false; old.len()],
        );
        for index in 0..kept {
            let date = dates.map(|dates| dates[index].as_str().to_owned());
            let Some(place) = places.get(&key(dates, index)).copied() else {
                answer.filled_in.extend(date);
                continue;
            };
            matched[place] = true;
            let (was, is) = (before.shown[place], parts.shown[index]);
            let [of, now_of] = [(&self.denominators, place), (&options.denominators, index)]
                .map(|(all, point)| all.as_ref().and_then(|all| all.get(point).copied().flatten()));
            // The same rate of more is another figure.
            if was != is || of != now_of {
                let (before_denominator, after_denominator) = (of, now_of);
                let date = date.clone();
                answer.revised.push(RevisedValue {
                    index,
                    date,
                    before: was,
                    after: is,
                    before_denominator,
                    after_denominator,
                });
            }
            let cause = match (old[place] != revised[index], revised[index] != now[index]) {
                (true, true) => Some(IconCause::Both),
                (true, false) => Some(IconCause::Revision),
                (false, true) => Some(IconCause::Extension),
                (false, false) => None,
            };
            let icon =
                RevisedIcon { index, date, before: old[place], revised: revised[index], after: now[index], cause };
            if place + 1 == old.len() {
                answer.last = Some(icon.clone());
            }
            if cause.is_some() {
                answer.icons.push(icon);
            }
        }
        let name = |place: usize| old_dates.map_or_else(|| place.to_string(), |dates| dates[place].as_str().to_owned());
        answer.removed = (0..old.len()).filter(|place| !matched[*place]).map(name).collect();
        Ok(answer)
    }

    /// The options of today for the earlier extract: what speaks of a point speaks of the same date.
    fn options(&self, options: &Options, parts: &Parts) -> Options {
        let number = self.values.as_ref().map(Vec::len).or(self.dates.as_ref().map(Vec::len)).unwrap_or(0);
        let find = |index: usize| match (&options.dates, &self.dates) {
            (Some(dates), Some(old)) => {
                let date = dates[index].number();
                let place = old.partition_point(|old| old.number() < date);
                (place, old.get(place).is_some_and(|old| old.number() == date))
            }
            _ => (index, index < number),
        };
        let which = |place: usize| Which::Index(u32::try_from(place).unwrap_or(u32::MAX));
        let of = |flags: &[bool]| -> Vec<(usize, bool)> {
            flags.iter().enumerate().filter(|(_, flag)| **flag).map(|(index, _)| find(index)).collect()
        };
        // A recalculation holds from its date on, whether that period is there or not.
        let starts = of(&parts.starts).into_iter().filter(|(place, _)| *place < number);
        let ghosts = of(&parts.ghosted).into_iter().filter(|(_, exact)| *exact);
        Options {
            dates: self.dates.clone(),
            denominators: self.denominators.clone(),
            recalculate_at: starts.map(|(place, _)| which(place)).collect(),
            ghosted: ghosts.map(|(place, _)| which(place)).collect(),
            targets: options.targets.clone().filter(|targets| !matches!(targets, Targets::PerPoint(_))),
            ..options.clone()
        }
    }
}

fn problem(code: Code, path: String, accepted: &str, message: String) -> Problem {
    Problem { code, path, value: None, accepted: Some(accepted.into()), message }
}

/// Dates that stand twice: rows of two extracts cannot be matched by them.
fn twice(dates: Option<&[Period]>, path: &str) -> Vec<Problem> {
    let dates = dates.unwrap_or_default();
    let again = (1..dates.len()).filter(|place| dates[*place] == dates[place - 1]);
    let message = |place: usize| format!("{} stands twice", dates[place].as_str());
    again.map(|place| problem(Code::DuplicateId, format!("{path}/{place}"), "each date once", message(place))).collect()
}

/// Problems of the figures of the earlier extract stand under it.
fn under(problems: Problems) -> Problems {
    let mut problems = problems.into_vec();
    problems.iter_mut().for_each(|problem| problem.path.insert_str(0, "/previous"));
    Problems::none(problems).err().unwrap_or_else(|| Problem::unreadable().into())
}

//! How the icon stood at each past period, how long today's has lasted, and what a new extract of figures changed.

use super::case::{Case, Parts};
use super::extract::{Extract, Revision};
use super::input::{Chart, Options};
use super::result::{AssuranceIcon, VariationIcon};
use super::rules::Rule;
use super::running::{Given, Running, refusal};
use super::settings::{Preset, Settings};
use super::standing::Standing;
use crate::canonical;
use crate::document::indicator::ImprovementDirection;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;

/// At most so many values where each period needs all points before it again.
pub const MOST_REJUDGED: usize = 5_000;

result! {
    /// The icon at each past period.
    SpcHistory {
        /// The rules.
        preset: Preset,
        /// Every setting: the preset, with what was set apart.
        options: Settings,
        /// The kind of chart.
        chart: Chart,
        /// Which way is better.
        improvement_direction: ImprovementDirection,
        /// One row for each value, in their order.
        periods: Vec<HistoryRow>,
        /// How long today's icon has lasted.
        lasted: Lasted,
        /// What changed since an earlier extract; null where none was given.
        revision: Option<Revision>,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// The icon at one period.
    HistoryRow {
        /// Its place.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// Its value.
        value: Option<f64>,
        /// Left out of everything but the picture.
        ghosted: bool,
        /// The icon as it stood then, of the points up to this one.
        then: Option<VariationIcon>,
        /// The rules behind it.
        rules: Vec<Rule>,
        /// The icon of the target as it stood then.
        assurance: Option<AssuranceIcon>,
        /// With hindsight: what all points say of this one; null where it does not count.
        now: Option<VariationIcon>,
        /// The icon of then is another than the one before.
        changed: bool,
    }

    /// How long today's icon has lasted, without a break.
    Lasted {
        /// Today's icon.
        icon: Option<VariationIcon>,
        /// As it was known at each period.
        then: LastedSince,
        /// With hindsight.
        now: LastedSince,
    }

    /// Since when an icon holds.
    LastedSince {
        /// For so many points that count.
        points: usize,
        /// The place of the first of them.
        since_index: Option<usize>,
        /// Its date.
        since: Option<String>,
    }
}

/// What stood at a period.
#[derive(Clone, Default)]
struct Stand {
    icon: Option<VariationIcon>,
    rules: Vec<Rule>,
    assurance: Option<AssuranceIcon>,
}

/// Tells for each period which icon the series had then, from the points up to it, and which it has with hindsight; and
/// what an earlier extract of the same figures said, so that revised values and added ones are told apart.
///
/// The cost is linear, but for settings that need all points again for each period: Laney's charts and run charts,
/// screening of moving ranges, and ties that are passed over. For these a series has at most [`MOST_REJUDGED`] values.
///
/// # Errors
/// [`Problems`] as of [`spc`](super::spc); `too_many` beyond that limit; of the earlier extract under `/previous`, and
/// `duplicate_id` where a date stands twice, so that rows cannot be matched.
///
/// ```
/// use equipoise::variation::{Options, VariationIcon, history};
/// let values: Vec<Option<f64>> = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
///     .map(|value| Some(f64::from(value))).to_vec();
/// let past = history(Some(&values), &Options::default(), None)?;
/// // The first point of the shift was not known to be one.
/// let first = &past.periods[12];
/// assert_eq!((first.then, first.now), (Some(VariationIcon::CommonCause), Some(VariationIcon::High)));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn history(
    values: Option<&[Option<f64>]>,
    options: &Options,
    previous: Option<&Extract>,
) -> Result<SpcHistory, Problems> {
    let parts = Parts::of(values, options)?;
    let stands = match refusal(options, &parts.settings) {
        None => one_by_one(values, &parts, options),
        Some((_, _, why)) if parts.shown.len() > MOST_REJUDGED => {
            let problem = Problem {
                code: Code::TooMany,
                path: "/values".into(),
                value: None,
                accepted: Some(format!("at most {MOST_REJUDGED} values with these settings")),
                message: format!("{} values are more than are judged again for each period: {why}", parts.shown.len()),
            };
            return Err(problem.into());
        }
        Some(_) => all_again(values, &parts, options),
    };
    let case = parts.clone().case(options);
    let now = with_hindsight(&case, values);
    let mut before = None;
    let row = |(index, stand): (usize, Stand)| {
        let changed = index > 0 && stand.icon != before;
        before = stand.icon;
        HistoryRow {
            index,
            date: case.date(index).map(|date| date.as_str().to_owned()),
            value: case.shown[index],
            ghosted: case.ghosted[index],
            then: stand.icon,
            rules: stand.rules,
            assurance: stand.assurance,
            now: now[index],
            changed,
        }
    };
    let periods: Vec<HistoryRow> = stands.into_iter().enumerate().map(row).collect();
    let revision = match previous {
        Some(previous) => Some(previous.against(values, &parts, options, &now)?),
        None => None,
    };
    let mut answer = SpcHistory {
        preset: options.preset,
        options: parts.settings,
        chart: options.chart,
        improvement_direction: options.improvement_direction,
        lasted: lasted(&case, &periods),
        periods,
        revision,
        fingerprint: String::new(),
    };
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

fn lasted(case: &Case<'_>, periods: &[HistoryRow]) -> Lasted {
    let counts = || case.used.iter().rev().map(|point| &periods[*point]);
    let today = counts().next().and_then(|row| row.then);
    let since = |icon_of: fn(&HistoryRow) -> Option<VariationIcon>| {
        let alike: Vec<&HistoryRow> = counts().take_while(|row| today.is_some() && icon_of(row) == today).collect();
        let first = alike.last();
        LastedSince {
            points: alike.len(),
            since_index: first.map(|row| row.index),
            since: first.and_then(|row| row.date.clone()),
        }
    };
    Lasted { icon: today, then: since(|row| row.then), now: since(|row| row.now) }
}

/// Each period from the one before.
fn one_by_one(values: Option<&[Option<f64>]>, parts: &Parts, options: &Options) -> Vec<Stand> {
    let mut running = Running::new(options, parts.settings.clone());
    let mut stand = Stand::default();
    let mut rows = Vec::with_capacity(parts.shown.len());
    for (index, shown) in parts.shown.iter().enumerate() {
        let of = |list: &Option<Vec<Option<f64>>>| list.as_ref().and_then(|all| all.get(index).copied().flatten());
        let given = Given {
            value: values.map_or(*shown, |values| values[index]),
            shown: *shown,
            under: of(&options.denominators),
            ghosted: parts.ghosted[index],
            start: parts.starts[index],
            date: options.dates.as_ref().and_then(|dates| dates.get(index).cloned()),
        };
        running.take(&given, parts.by_dates);
        // What does not count changes nothing.
        if shown.is_some() && !parts.ghosted[index] {
            let stood = running.stand();
            stand = stood.map_or_else(Stand::default, |stood| Stand {
                icon: stood.variation,
                rules: stood.said.rules.list(),
                assurance: stood.assurance,
            });
        }
        rows.push(stand.clone());
    }
    rows
}

/// Each period from all points up to it.
fn all_again(values: Option<&[Option<f64>]>, parts: &Parts, options: &Options) -> Vec<Stand> {
    let stand = |points: usize| {
        let case = parts.first(points, options);
        let standing = Standing::of(&case, values);
        let rules = standing.said.last().map(|said| said.rules.list()).unwrap_or_default();
        Stand { icon: standing.variation(), rules, assurance: standing.assurance() }
    };
    (1..=parts.shown.len()).map(stand).collect()
}

/// The icon of each point by all of them.
pub(super) fn with_hindsight(case: &Case<'_>, values: Option<&[Option<f64>]>) -> Vec<Option<VariationIcon>> {
    let standing = Standing::of(case, values);
    let mut icons = vec![None; case.shown.len()];
    (0..case.used.len()).for_each(|place| icons[case.used[place]] = standing.icon_at(place));
    icons
}

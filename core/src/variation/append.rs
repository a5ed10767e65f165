//! A series that goes on: the next points, judged as if all were there, and the state to go on from.

use super::case::{MOST_POINTS, another_kind, check_dates, check_options, shown};
use super::input::{Chart, Options, Targets, Which};
use super::result::{Assurance, Point, VariationIcon};
use super::rules::Rule;
use super::running::{Given, Running, refusal};
use super::settings::Settings;
use super::state::{SpcState, StateIcon};
use crate::canonical;
use crate::document::period::Period;
use crate::problem::{Code, Problem, Problems};
use crate::recall::result;

/// What is added to a series.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Added {
    /// A date or period for each value.
    pub dates: Option<Vec<Period>>,
    /// A denominator for each value: of `p` and `u`.
    pub denominators: Option<Vec<Option<f64>>>,
    /// Those of the values, by place or date, at which a new partition starts.
    pub recalculate_at: Vec<Which>,
    /// Those of the values, by place or date, that are shown and left out of all else.
    pub ghosted: Vec<Which>,
}

result! {
    /// What a series says with the values that were added.
    SpcAppended {
        /// What to go on from.
        state: SpcState,
        /// The points that were added, each as it was judged when it was the last: as `spc` judges the last.
        points: Vec<Point>,
        /// True where a run chart takes the chart's place.
        run_chart: bool,
        /// What the last point says.
        variation: AppendedVariation,
        /// What the limits say about the target in force.
        assurance: Assurance,
        /// The same for each target in force, by name.
        assurances: Vec<Assurance>,
        /// How the icon changed from the state that was given.
        change: IconChange,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// What the last point says, as it is known now.
    AppendedVariation {
        /// The icon; null on a run chart, and where no point counts.
        icon: Option<VariationIcon>,
        /// The rules that the last point fired.
        rules: Vec<Rule>,
        /// The place of the first point since which the icon has been this, one point after another, each as it was
        /// known at the time.
        since_index: Option<usize>,
        /// Its date.
        since: Option<String>,
    }

    /// An icon before and after.
    IconChange {
        /// Before.
        from: Option<VariationIcon>,
        /// After.
        to: Option<VariationIcon>,
        /// True where the two differ.
        changed: bool,
    }
}

fn problem(code: Code, path: &str, accepted: &str, message: impl Into<String>) -> Problem {
    Problem { code, path: path.into(), value: None, accepted: Some(accepted.into()), message: message.into() }
}

/// The problem of what is no state, or no longer the one that was given.
pub(crate) fn not_a_state() -> Problem {
    let accepted = "a state that this function gave, unchanged";
    problem(Code::WrongCombination, "/state", accepted, "the state is not as it was given")
}

/// Adds values to a series and judges each as `spc` would judge the whole series up to it: the same lines, rules and
/// icons to the last bit. The cost is that of the values added, however long the series is.
///
/// # Errors
/// [`Problems`] for a state that is not as it was given, for values that do not fit the chart or the dates before, and
/// for settings that ask for all points again: the charts `run`, `p_prime` and `u_prime`, screening of moving ranges,
/// ties that are passed over, and a target for each point.
///
/// ```
/// use equipoise::variation::{Added, Options, append, start};
/// let values: Vec<Option<f64>> = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93].map(|one| Some(f64::from(one))).to_vec();
/// let first = start(Some(&values), &Options::default())?;
/// let next = append(&first.state, Some(&[Some(120.0)]), &Added::default())?;
/// assert!(first.run_chart && next.change.changed);
/// assert_eq!(next.variation.icon.map(|icon| icon.as_str()), Some("high"));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn append(state: &SpcState, values: Option<&[Option<f64>]>, added: &Added) -> Result<SpcAppended, Problems> {
    if !state.is_whole() {
        return Err(not_a_state().into());
    }
    let options = state.settings.options();
    let running = state.running(&options).ok_or_else(not_a_state)?;
    let last = state.date.as_deref().and_then(Period::parse);
    go_on(running, state.by_dates, last, state.icon.clone(), values, added)
}

/// Starts a series that goes on later: judges its first values, and gives the state to go on from.
///
/// # Errors
/// As [`append`].
pub fn start(values: Option<&[Option<f64>]>, options: &Options) -> Result<SpcAppended, Problems> {
    let settings = Settings::with(options.preset, &options.options);
    let for_each = matches!(options.targets, Some(Targets::PerPoint(_))).then_some((
        "/targets",
        "a number, or a list of targets with dates",
        "a target for each point says nothing of points to come",
    ));
    if let Some((path, accepted, message)) = refusal(options, &settings).or(for_each) {
        return Err(problem(Code::WrongCombination, path, accepted, message).into());
    }
    let mut asked = options.clone();
    let added = Added {
        dates: asked.dates.take(),
        denominators: asked.denominators.take(),
        recalculate_at: std::mem::take(&mut asked.recalculate_at),
        ghosted: std::mem::take(&mut asked.ghosted),
    };
    let icon = StateIcon { icon: None, since_index: None, since: None };
    let by_dates = values.is_none() && options.chart == Chart::T;
    go_on(Running::new(&asked, settings), by_dates, None, icon, values, &added)
}

fn go_on(
    mut running: Running<'_>,
    by_dates: bool,
    last: Option<Period>,
    mut icon: StateIcon,
    values: Option<&[Option<f64>]>,
    added: &Added,
) -> Result<SpcAppended, Problems> {
    let rows = rows(&running, by_dates, last.as_ref(), values, added)?;
    let from = icon.icon;
    let mut stood = running.stand();
    let mut points = Vec::with_capacity(rows.len());
    for row in &rows {
        running.take(row, by_dates);
        stood = running.stand();
        let point = running.shown(row, stood.as_ref());
        let now = stood.as_ref().and_then(|stood| stood.variation);
        if now != icon.icon {
            let since_index = now.map(|_| point.index);
            icon = StateIcon { icon: now, since_index, since: point.date.clone().filter(|_| now.is_some()) };
        }
        points.push(point);
    }
    let date = rows.last().and_then(|row| row.date.clone()).or(last);
    let (assurances, assurance, said, run_chart) = match stood {
        Some(stood) => (stood.assurances, stood.assurance, stood.said, stood.run_chart),
        None => (Vec::new(), None, Default::default(), running.is_run_chart()),
    };
    let none = Assurance { icon: assurance, name: None, target: None, distance: None };
    let StateIcon { icon: to, since_index, since } = icon.clone();
    let mut answer = SpcAppended {
        points,
        run_chart,
        variation: AppendedVariation { icon: to, rules: said.rules.list(), since_index, since },
        assurance: assurances.first().cloned().unwrap_or(none),
        assurances,
        change: IconChange { from, to, changed: from != to },
        state: SpcState::of(&running, by_dates, date.as_ref(), icon),
        fingerprint: String::new(),
    };
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

/// What is added, checked: each value with what stands beside it.
fn rows(
    running: &Running<'_>,
    by_dates: bool,
    last: Option<&Period>,
    values: Option<&[Option<f64>]>,
    added: &Added,
) -> Result<Vec<Given>, Problems> {
    let mut problems = Vec::new();
    let mut options = running.options.clone();
    options.dates.clone_from(&added.dates);
    options.denominators.clone_from(&added.denominators);
    if values.is_some() == by_dates {
        let accepted = if by_dates { "null, with dates" } else { "a list of numbers" };
        let message = "the series so far is of another kind: days told by dates, or values";
        return Err(problem(Code::WrongCombination, "/values", accepted, message).into());
    }
    let mut figures = shown(values, &options, &mut problems);
    check_options(&options, &mut problems);
    check_dates(figures.len(), values.is_some(), &options, &mut problems);
    if let (Some(first), Some(last)) = (added.dates.as_ref().and_then(|dates| dates.first()), last) {
        if let Some(problem) = another_kind(last, first, "/dates/0".into()) {
            problems.push(problem);
        } else if first.number() < last.number() {
            let message = format!("{} stands after {}", first.as_str(), last.as_str());
            problems.push(problem(Code::NotInOrder, "/dates/0", &format!("{} or later", last.as_str()), message));
        } else if by_dates && let Some(days) = figures.first_mut() {
            *days = Some((first.number() - last.number()) as f64);
        }
    }
    if running.points > 0 && added.dates.is_some() != last.is_some() && !figures.is_empty() {
        let accepted = if last.is_some() { "a date for each value" } else { "no dates" };
        let message = "the series so far has dates, or has none";
        problems.push(problem(Code::WrongCombination, "/dates", accepted, message));
    }
    if running.points.saturating_add(figures.len()) > MOST_POINTS {
        let message = format!("with {} values the series would be longer than is taken", figures.len());
        problems.push(problem(Code::TooMany, "/values", "at most 10,000,000 values", message));
    }
    let dates = added.dates.as_deref();
    let flags = |list: &'static str, which: &[Which], problems: &mut Vec<Problem>| {
        super::case::flags(list, which, figures.len(), dates, problems)
    };
    let ghosted = flags("ghosted", &added.ghosted, &mut problems);
    let starts = flags("recalculate_at", &added.recalculate_at, &mut problems);
    Problems::none(problems)?;
    let row = |(place, shown): (usize, &Option<f64>)| Given {
        value: values.map_or(*shown, |values| values[place]),
        shown: *shown,
        under: added.denominators.as_ref().and_then(|all| all.get(place).copied().flatten()),
        ghosted: ghosted[place],
        start: starts[place],
        date: dates.and_then(|dates| dates.get(place).cloned()),
    };
    Ok(figures.iter().enumerate().map(row).collect())
}

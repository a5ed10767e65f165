//! Member organisations put together: the whole, and what each brings to its level and to its signal.

use std::collections::HashSet;

use super::attributes;
use super::case::{Case, Parts};
use super::figures::{Cell, Figures};
use super::input::Options;
use super::judge::spc;
use super::result::{Spc, VariationIcon};
use super::standing::Standing;
use crate::canonical;
use crate::document::declare::words;
use crate::finding::{About, Dimension, Finding, FindingCode as Code, Severity, sorted};
use crate::problem::Problems;
use crate::recall::result;

pub use super::figures::{MOST_CELLS, MOST_FIGURES, MemberFigure, MemberSpan};

words! {
    /// How figures of members make the whole.
    AggregateKind {
        /// Numerators over denominators, each numerator part of its denominator.
        Proportion = "proportion",
        /// Numerators over denominators, such as events over days.
        Rate = "rate",
        /// Counts, added up.
        Count = "count",
    }
}

result! {
    /// Members put together.
    AggregatedSeries {
        /// How figures of members make the whole.
        kind: AggregateKind,
        /// The whole in each period.
        periods: Vec<WholeRow>,
        /// What each member brings to the level of each period that is whole.
        contributions: Vec<ContributionRow>,
        /// What each member brings to the last period that is whole, the most first.
        members: Vec<MemberRow>,
        /// That period.
        last: Option<String>,
        /// Its value.
        value: Option<f64>,
        /// What is usual: the mean of the figures that the lines come from.
        usual: Option<f64>,
        /// How far the value is from it: what members bring to the signal adds up to this.
        away: Option<f64>,
        /// Of that, what comes from members having another part of the denominator than usual; null of counts.
        mix: Option<f64>,
        /// The whole as a series, judged.
        whole: Spc,
        /// What else there is to know.
        findings: Vec<Finding>,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// The whole in one period.
    WholeRow {
        /// The period.
        period: String,
        /// The whole; null where a member is missing or suppressed.
        value: Option<f64>,
        /// Its numerator, or count.
        numerator: Option<f64>,
        /// Its denominator; null of counts.
        denominator: Option<f64>,
        /// At least this, where suppressed figures have an upper bound; else the value.
        lower: Option<f64>,
        /// At most this.
        upper: Option<f64>,
        /// Members whose figures are known.
        known: usize,
        /// Members that are expected and have no figure.
        missing: Vec<String>,
        /// Members whose figures are suppressed.
        suppressed: Vec<String>,
    }

    /// A member in one period.
    ContributionRow {
        /// The period.
        period: String,
        /// The member.
        organisation: String,
        /// Its own figure.
        value: f64,
        /// Its part of the denominator, or of the count: 0 to 1.
        share: Option<f64>,
        /// What it brings to the whole: the members' add up to it.
        level: f64,
    }

    /// A member in the last period that is whole.
    MemberRow {
        /// The member.
        organisation: String,
        /// Its own figure.
        value: Option<f64>,
        /// Its part of the denominator, or of the count.
        share: Option<f64>,
        /// What it brings to the level.
        level: f64,
        /// What it usually brings.
        usual: f64,
        /// The difference: what it brings to how far the whole is from what is usual.
        to_signal: f64,
        /// The same as a part of that distance; null where there is none.
        part: Option<f64>,
        /// The icon of the others together, without it; null where there are no others.
        icon_without: Option<VariationIcon>,
    }
}

/// Puts the figures of members together period by period, judges the whole, and tells what each member brings to its
/// level and to how far the last period is from what is usual. A missing or suppressed figure is never read as 0: the
/// whole of that period is then missing, or a range where an upper bound is stated.
///
/// `kind`: a proportion where figures have denominators and none is stated, else a count. `members`: who is expected
/// when; without it, everybody who has a row in every period. The options are those of the whole, without dates.
///
/// # Errors
/// [`Problems`] for rows that stand twice, have another kind of period, or say too little or too much; for more rows
/// than the limits; and those of [`spc`].
///
/// ```
/// use equipoise::variation::{MemberFigure, Options, aggregate};
/// let row = |organisation: &str, met: f64, seen: f64| MemberFigure {
///     organisation: organisation.into(),
///     period: equipoise::document::period::Period::parse("2023-03").unwrap(),
///     value: None, numerator: Some(met), denominator: Some(seen), status: None, upper_bound: None,
/// };
/// let together = aggregate(&[row("RNA", 80.0, 100.0), row("RL4", 30.0, 100.0)], None, None, &Options::default())?;
/// assert_eq!(together.periods[0].value, Some(0.55));
/// assert_eq!(together.contributions[1].level, 0.4);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn aggregate(
    rows: &[MemberFigure],
    kind: Option<AggregateKind>,
    members: Option<&[MemberSpan]>,
    options: &Options,
) -> Result<AggregatedSeries, Problems> {
    let figures = Figures::of(rows, kind, members, options)?;
    let wholes: Vec<WholeRow> = (0..figures.periods.len()).map(|place| whole(&figures, place)).collect();
    let numerators: Vec<Option<f64>> = wholes.iter().map(|row| row.value.and(row.numerator)).collect();
    let denominators: Vec<Option<f64>> = wholes.iter().map(|row| row.value.and(row.denominator)).collect();
    let mut options = options.clone();
    options.dates = Some(figures.periods.clone());
    let counts = options.chart.has_denominators();
    if counts {
        options.denominators = Some(denominators.clone());
    }
    let values: Vec<Option<f64>> = if counts || options.chart == super::Chart::C {
        numerators
    } else {
        wholes.iter().map(|row| row.value).collect()
    };
    let judged = spc(Some(&values), &options)?;
    let case = Parts::of(Some(&values), &options)?.case(&options);
    let last = case.used.last().copied();
    let told = last.map(|last| Told::of(&figures, &wholes, &case, last));
    let members = told.as_ref().map_or_else(Vec::new, |told| told.members(&figures, &wholes, &case));
    let contributions = contributions(&figures, &wholes);
    let mut answer = AggregatedSeries {
        kind: figures.kind,
        last: last.map(|last| figures.periods[last].as_str().to_owned()),
        value: last.and_then(|last| wholes[last].value),
        usual: told.as_ref().map(|told| told.usual.iter().sum()),
        away: told.as_ref().map(|told| told.away),
        mix: told.as_ref().and_then(|told| told.mix),
        periods: wholes,
        contributions,
        members,
        whole: judged,
        findings: Vec::new(),
        fingerprint: String::new(),
    };
    answer.findings = findings(&answer);
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

/// The whole of one period, as far as it can be told.
fn whole(figures: &Figures, place: usize) -> WholeRow {
    let names = |wanted: fn(&Cell) -> bool| -> Vec<String> {
        let cells = figures.cells[place].iter().enumerate().filter(|(_, cell)| wanted(cell));
        cells.map(|(member, _)| figures.members[member].clone()).collect()
    };
    let missing = names(|cell| matches!(cell, Cell::Missing));
    let suppressed = names(|cell| matches!(cell, Cell::Suppressed { .. }));
    let [over, under] = figures.sums(place, None);
    let known = figures.cells[place].iter().filter(|cell| matches!(cell, Cell::Known { .. })).count();
    // Suppressed counts add something between nothing and their upper bounds, over denominators that are known.
    let mut range = missing.is_empty().then_some([0.0, 0.0]);
    for cell in &figures.cells[place] {
        if let Cell::Suppressed { upper, under } = cell {
            let added = upper.zip(if figures.kind == AggregateKind::Count { Some(0.0) } else { *under });
            range = range.zip(added).map(|([most, below], (upper, under))| [most + upper, below + under]);
        }
    }
    let below = range.map(|[_, below]| under + below);
    let of = |over: f64| {
        below.filter(|below| figures.kind == AggregateKind::Count || *below > 0.0).map(|below| match figures.kind {
            AggregateKind::Count => over,
            AggregateKind::Proportion => (over / below).min(1.0),
            AggregateKind::Rate => over / below,
        })
    };
    let (lower, upper) = (of(over), range.and_then(|[most, _]| of(over + most)));
    let complete = missing.is_empty() && suppressed.is_empty() && known > 0;
    WholeRow {
        period: figures.periods[place].as_str().to_owned(),
        value: lower.filter(|_| complete),
        numerator: complete.then_some(over),
        denominator: (complete && figures.kind != AggregateKind::Count).then_some(under),
        lower: lower.filter(|_| known > 0 || !suppressed.is_empty()),
        upper: upper.filter(|_| known > 0 || !suppressed.is_empty()),
        known,
        missing,
        suppressed,
    }
}

/// What a member brings to the level of a period, and its part of it.
fn level(figures: &Figures, wholes: &[WholeRow], place: usize, member: usize) -> Option<(f64, Option<f64>, f64)> {
    let Cell::Known { over, under } = figures.cells[place][member] else { return None };
    let row = &wholes[place];
    match figures.kind {
        AggregateKind::Count => {
            let share = row.numerator.filter(|all| *all != 0.0).map(|all| over / all);
            Some((over, share, over))
        }
        _ => {
            let all = row.denominator.filter(|all| *all > 0.0)?;
            Some((over / under, Some(under / all), over / all))
        }
    }
}

fn contributions(figures: &Figures, wholes: &[WholeRow]) -> Vec<ContributionRow> {
    let mut rows = Vec::new();
    for place in (0..wholes.len()).filter(|place| wholes[*place].value.is_some()) {
        for member in 0..figures.members.len() {
            if let Some((value, share, level)) = level(figures, wholes, place, member) {
                let period = wholes[place].period.clone();
                rows.push(ContributionRow {
                    period,
                    organisation: figures.members[member].clone(),
                    value,
                    share,
                    level,
                });
            }
        }
    }
    rows
}

/// How far the last period is from what is usual, by member.
struct Told {
    last: usize,
    /// What each member usually brings to the level.
    usual: Vec<f64>,
    away: f64,
    mix: Option<f64>,
}

impl Told {
    fn of(figures: &Figures, wholes: &[WholeRow], case: &Case<'_>, last: usize) -> Self {
        let partition = case.partitions.iter().find(|partition| partition.points.contains(&last));
        // The baseline gives the lines of the partition that follows it.
        let first = case.partitions.first().filter(|first| first.number == 0);
        let base = first.filter(|_| partition.is_some_and(|partition| partition.number == 1)).or(partition);
        let base: Vec<usize> = base.map_or_else(Vec::new, |base| case.base(base).map(|used| case.used[used]).collect());
        let members = 0..figures.members.len();
        // Charts of counts put all denominators together; others take the mean of the points.
        let pooled = attributes::has_own_lines(case.options.chart) && figures.kind != AggregateKind::Count;
        let all: f64 = base.iter().filter_map(|place| wholes[*place].denominator).sum();
        let parts = |member: usize| -> [f64; 2] {
            let mut sums = [0.0, 0.0];
            for place in &base {
                let (Cell::Known { over, under }, row) = (&figures.cells[*place][member], &wholes[*place]) else {
                    continue;
                };
                let below = if pooled { all } else { row.denominator.unwrap_or(1.0) * base.len() as f64 };
                sums = [sums[0] + over / below, sums[1] + under / below];
            }
            sums
        };
        let usual: Vec<[f64; 2]> = members.clone().map(parts).collect();
        let value = wholes[last].value.unwrap_or_default();
        let away = value - usual.iter().map(|[over, _]| over).sum::<f64>();
        // At its usual figure, a member brings more or less because its part of the denominator is another one.
        let moved = |member: usize| {
            let share = level(figures, wholes, last, member).and_then(|(_, share, _)| share).unwrap_or(0.0);
            let [over, under] = usual[member];
            if under > 0.0 { (share - under) * (over / under) } else { 0.0 }
        };
        let mix = (figures.kind != AggregateKind::Count).then(|| members.map(moved).sum::<f64>());
        // What is left by rounding alone is nothing.
        let mix = mix.map(|mix| if mix.abs() <= value.abs() * 1e-12 { 0.0 } else { mix });
        Self { last, usual: usual.into_iter().map(|[over, _]| over).collect(), away, mix }
    }

    fn members(&self, figures: &Figures, wholes: &[WholeRow], case: &Case<'_>) -> Vec<MemberRow> {
        let row = |member: usize| {
            let known = level(figures, wholes, self.last, member);
            let (value, share, level) =
                known.map_or((None, None, 0.0), |(value, share, level)| (Some(value), share, level));
            let to_signal = level - self.usual[member];
            MemberRow {
                organisation: figures.members[member].clone(),
                value,
                share,
                level,
                usual: self.usual[member],
                to_signal,
                part: (self.away != 0.0).then(|| to_signal / self.away),
                icon_without: without(figures, wholes, case, member),
            }
        };
        let mut rows: Vec<MemberRow> = (0..figures.members.len()).map(row).collect();
        // The most first, in the direction in which the whole is away.
        let sign = if self.away < 0.0 { -1.0 } else { 1.0 };
        rows.sort_by(|a, b| {
            (sign * b.to_signal).total_cmp(&(sign * a.to_signal)).then(a.organisation.cmp(&b.organisation))
        });
        rows
    }
}

/// The icon of all but one member, over the periods that are whole.
fn without(figures: &Figures, wholes: &[WholeRow], case: &Case<'_>, member: usize) -> Option<VariationIcon> {
    if figures.members.len() < 2 {
        return None;
    }
    let counts = attributes::has_own_lines(case.options.chart);
    let sums = |place: usize| {
        let others = |cell: &Cell| matches!(cell, Cell::Known { .. });
        let left = figures.cells[place].iter().enumerate().any(|(one, cell)| one != member && others(cell));
        (wholes[place].value.is_some() && left).then(|| figures.sums(place, Some(member)))
    };
    let sums: Vec<Option<[f64; 2]>> = (0..wholes.len()).map(sums).collect();
    let ratio = |[over, under]: [f64; 2]| if figures.kind == AggregateKind::Count { over } else { over / under };
    let values: Vec<Option<f64>> =
        sums.iter().map(|sums| sums.map(|sums| if counts { sums[0] } else { ratio(sums) })).collect();
    let mut options = case.options.clone();
    if options.denominators.is_some() {
        options.denominators = Some(sums.iter().map(|sums| sums.map(|[_, under]| under)).collect());
    }
    let case = Parts::of(Some(&values), &options).ok()?.case(&options);
    Standing::of(&case, Some(&values)).variation()
}

fn findings(answer: &AggregatedSeries) -> Vec<Finding> {
    let about = |code: Code, rule| Finding::new(code, About::Indicator, "", Dimension::Variation, rule);
    let mut found = Vec::new();
    let not_known: Vec<&WholeRow> =
        answer.periods.iter().filter(|row| row.value.is_none() && row.lower.is_none()).collect();
    if let Some(first) = not_known.first() {
        let finding = about(Code::WholeNotKnown, "variation.aggregate").severity(Severity::Amber);
        let names: HashSet<&String> =
            not_known.iter().flat_map(|row| row.missing.iter().chain(&row.suppressed)).collect();
        let mut names: Vec<String> = names.into_iter().cloned().collect();
        names.sort_unstable();
        let finding = finding.with("periods", not_known.len()).with("all", answer.periods.len());
        found.push(finding.with("period", first.period.clone()).with("members", names.len()).with("organisations", {
            names.truncate(12);
            names
        }));
    }
    let ranges: Vec<&WholeRow> =
        answer.periods.iter().filter(|row| row.value.is_none() && row.lower.is_some()).collect();
    if let Some(last) = ranges.last() {
        let finding = about(Code::WholeAsRange, "variation.aggregate").with("periods", ranges.len());
        let finding = finding.with("all", answer.periods.len()).with("period", last.period.clone());
        found.push(finding.with("lower", last.lower).with("upper", last.upper).with("kind", answer.kind.as_str()));
    }
    let icon = answer.whole.variation.icon.filter(|icon| *icon != VariationIcon::CommonCause);
    if let Some(icon) = icon {
        let others = |row: &&MemberRow| row.icon_without.is_some_and(|without| without != icon);
        let decisive: Vec<&MemberRow> = answer.members.iter().filter(others).collect();
        if let [one] = decisive.as_slice() {
            let code = Code::OneMemberDecides;
            let finding =
                Finding::new(code, About::Organisation, &one.organisation, Dimension::Variation, "variation.aggregate");
            let without = one.icon_without.map(VariationIcon::as_str).unwrap_or_default();
            found.push(finding.with("icon", icon.as_str()).with("without", without).with("part", one.part));
        }
        if let Some((mix, away)) =
            answer.mix.zip(answer.away).filter(|(mix, away)| mix * away > 0.0 && mix.abs() * 2.0 >= away.abs())
        {
            let finding = about(Code::MixChanged, "variation.aggregate").severity(Severity::Amber);
            found.push(finding.with("mix", mix).with("away", away));
        }
    }
    sorted(found)
}

impl Figures {
    /// Numerators and denominators of a period, or counts and nothing: of all known members, or all but one.
    fn sums(&self, place: usize, but: Option<usize>) -> [f64; 2] {
        let known = self.cells[place].iter().enumerate().filter(|(member, _)| Some(*member) != but);
        let known = known.filter_map(|(_, cell)| match cell {
            Cell::Known { over, under } => Some([*over, *under]),
            _ => None,
        });
        let (mut sum, mut error) = ([0.0_f64; 2], [0.0; 2]);
        for numbers in known {
            for side in [0, 1] {
                let next = sum[side] + numbers[side];
                let (large, small) = if sum[side].abs() >= numbers[side] {
                    (sum[side], numbers[side])
                } else {
                    (numbers[side], sum[side])
                };
                error[side] += (large - next) + small;
                sum[side] = next;
            }
        }
        [sum[0] + error[0], sum[1] + error[1]]
    }
}

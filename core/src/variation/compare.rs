//! What differs between two sets of options, on the same figures.

use serde_json::Value;

use super::input::{Baseline, Chart, Options, Targets};
use super::judge::spc;
use super::result::{Assurance, AssuranceIcon, Point, PointStatus, Spc, VariationIcon};
use super::rules::Rule;
use super::settings::{Conflict, Preset};
use crate::canonical;
use crate::document::declare::words;
use crate::document::indicator::ImprovementDirection;
use crate::finding::{Finding, FindingCode};
use crate::problem::Problems;
use crate::recall::result;

words! {
    /// What an icon speaks of.
    IconKind {
        /// Special or common cause.
        Variation = "variation",
        /// The target.
        Assurance = "assurance",
    }
}

result! {
    /// What differs between two sets of options.
    SpcComparison {
        /// By the first set.
        a: ComparedSide,
        /// By the second set.
        b: ComparedSide,
        /// How many points the series has.
        n: usize,
        /// True where icons and points are the same by both.
        same: bool,
        /// Settings that differ.
        settings: Vec<SettingDifference>,
        /// Icons that differ.
        icons: Vec<IconDifference>,
        /// Points with another status or other rules.
        points: Vec<PointDifference>,
        /// Stretches of points with other lines.
        lines: Vec<LineDifference>,
        /// Findings that only one of them has.
        findings: FindingDifference,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// The series by one set of options.
    ComparedSide {
        /// The rules.
        preset: Preset,
        /// The kind of chart.
        chart: Chart,
        /// True where a run chart takes its place.
        run_chart: bool,
        /// The icon of variation.
        variation: Option<VariationIcon>,
        /// The place of the point since which it holds.
        since_index: Option<usize>,
        /// Its date.
        since: Option<String>,
        /// The rules that the last point fired.
        rules: Vec<Rule>,
        /// The icon of assurance.
        assurance: Option<AssuranceIcon>,
        /// The fingerprint of the answer of `spc`.
        fingerprint: String,
    }

    /// A setting that differs.
    SettingDifference {
        /// Its name.
        setting: String,
        /// By the first set; of targets, recalculations and ghosts, how many there are.
        a: Option<Value>,
        /// By the second set.
        b: Option<Value>,
    }

    /// An icon that differs.
    IconDifference {
        /// Which icon.
        icon: IconKind,
        /// Of assurance, whose target it is.
        name: Option<String>,
        /// By the first set.
        a: Option<String>,
        /// By the second set.
        b: Option<String>,
    }

    /// A point of which something else is said.
    PointDifference {
        /// Its place.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// Its value.
        value: Option<f64>,
        /// By the first set.
        a: PointSaid,
        /// By the second set.
        b: PointSaid,
    }

    /// What is said of a point.
    PointSaid {
        /// Its status.
        status: Option<PointStatus>,
        /// The rules that it fired.
        rules: Vec<Rule>,
    }

    /// Points in a row with other lines.
    LineDifference {
        /// The place of the first.
        first: usize,
        /// The place of the last.
        last: usize,
        /// The date of the first.
        first_date: Option<String>,
        /// The date of the last.
        last_date: Option<String>,
        /// By the first set.
        a: ComparedLines,
        /// By the second set.
        b: ComparedLines,
    }

    /// The lines of a stretch of points.
    ComparedLines {
        /// The number of the partition.
        partition: u32,
        /// The middle.
        mean: Option<f64>,
        /// Three sigma below.
        lower_limit: Option<f64>,
        /// Three sigma above.
        upper_limit: Option<f64>,
    }

    /// Findings that only one side has.
    FindingDifference {
        /// Only the first set.
        a: Vec<FindingCode>,
        /// Only the second set.
        b: Vec<FindingCode>,
    }
}

/// Judges the same values by two sets of options, and tells what differs: settings, icons, points, lines, findings.
///
/// # Errors
/// The [`Problems`] of both, each once; those of options under `/a` or `/b`.
///
/// ```
/// use equipoise::variation::{Options, Preset, compare};
/// let values: Vec<Option<f64>> = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
///     .map(|value| Some(f64::from(value))).to_vec();
/// let mut package = Options::default();
/// package.preset = Preset::Nhsr022;
/// let differences = compare(Some(&values), &Options::default(), &package)?;
/// assert_eq!(differences.icons.len(), 1);
/// assert_eq!(differences.points.len(), 12);
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn compare(values: Option<&[Option<f64>]>, a: &Options, b: &Options) -> Result<SpcComparison, Problems> {
    let (first, second) = match (spc(values, a), spc(values, b)) {
        (Ok(first), Ok(second)) => (first, second),
        (first, second) => {
            let mut all = under("/a", first.err());
            all.extend(
                under("/b", second.err()).into_iter().filter(|problem| !all.contains(problem)).collect::<Vec<_>>(),
            );
            return Err(Problems::none(all).err().unwrap_or_else(|| crate::problem::Problem::unreadable().into()));
        }
    };
    let points: Vec<PointDifference> =
        first.points.iter().zip(&second.points).filter_map(|(a, b)| point(a, b)).collect();
    let icons = icons(&first, &second);
    let codes = |of: &[Finding], other: &[Finding]| -> Vec<FindingCode> {
        let only = of.iter().filter(|one| other.iter().all(|other| other.code != one.code));
        only.map(|finding| finding.code).collect()
    };
    let mut answer = SpcComparison {
        n: first.points.len(),
        same: icons.is_empty() && points.is_empty(),
        settings: settings((a, &first), (b, &second)),
        icons,
        points,
        lines: lines(&first, &second),
        findings: FindingDifference {
            a: codes(&first.findings, &second.findings),
            b: codes(&second.findings, &first.findings),
        },
        a: side(first),
        b: side(second),
        fingerprint: String::new(),
    };
    answer.fingerprint = canonical::fingerprint(&answer);
    Ok(answer)
}

/// Problems of options stand under their side; those of the figures are common to both.
fn under(side: &str, problems: Option<Problems>) -> Vec<crate::problem::Problem> {
    let common = ["/values", "/dates", "/denominators"];
    let mut problems = problems.map(Problems::into_vec).unwrap_or_default();
    for problem in problems.iter_mut().filter(|problem| !common.iter().any(|path| problem.path.starts_with(path))) {
        problem.path.insert_str(0, side);
    }
    problems
}

fn side(answer: Spc) -> ComparedSide {
    ComparedSide {
        preset: answer.preset,
        chart: answer.chart,
        run_chart: answer.run_chart,
        variation: answer.variation.icon,
        since_index: answer.variation.since_index,
        since: answer.variation.since,
        rules: answer.variation.rules,
        assurance: answer.assurance.icon,
        fingerprint: answer.fingerprint,
    }
}

fn point(a: &Point, b: &Point) -> Option<PointDifference> {
    let said = |point: &Point| PointSaid { status: point.status, rules: point.rules.clone() };
    let differs = a.status != b.status || a.rules != b.rules;
    differs.then(|| PointDifference { index: a.index, date: a.date.clone(), value: a.value, a: said(a), b: said(b) })
}

fn icons(a: &Spc, b: &Spc) -> Vec<IconDifference> {
    let mut found = Vec::new();
    let word = |icon: Option<VariationIcon>| icon.map(|icon| icon.as_str().to_owned());
    if a.variation.icon != b.variation.icon {
        let (a, b) = (word(a.variation.icon), word(b.variation.icon));
        found.push(IconDifference { icon: IconKind::Variation, name: None, a, b });
    }
    let mut told = |a: Option<&Assurance>, b: Option<&Assurance>| {
        let word = |one: Option<&Assurance>| Some(one?.icon?.as_str().to_owned());
        let name = a.or(b).and_then(|one| one.name.clone());
        if word(a) != word(b) {
            found.push(IconDifference { icon: IconKind::Assurance, name, a: word(a), b: word(b) });
        }
    };
    let same = |one: &Assurance, other: &Assurance| one.name == other.name;
    // The first target in force has no rival of its name, whatever it is called.
    match (a.assurances.as_slice(), b.assurances.as_slice()) {
        ([one], [other]) => told(Some(one), Some(other)),
        (first, second) => {
            first.iter().for_each(|one| told(Some(one), second.iter().find(|other| same(one, other))));
            let only = second.iter().filter(|other| !first.iter().any(|one| same(one, other)));
            only.for_each(|other| told(None, Some(other)));
        }
    }
    found
}

fn lines(a: &Spc, b: &Spc) -> Vec<LineDifference> {
    let of = |point: &Point| ComparedLines {
        partition: point.partition,
        mean: point.mean,
        lower_limit: point.lower_limit,
        upper_limit: point.upper_limit,
    };
    let pairs: Vec<(ComparedLines, ComparedLines)> =
        a.points.iter().zip(&b.points).map(|(a, b)| (of(a), of(b))).collect();
    let differ = |(a, b): &(ComparedLines, ComparedLines)| {
        (a.mean, a.lower_limit, a.upper_limit) != (b.mean, b.lower_limit, b.upper_limit)
    };
    let (mut found, mut first) = (Vec::new(), 0);
    for alike in pairs.chunk_by(|one, other| one == other) {
        let last = first + alike.len() - 1;
        if let Some((one, other)) = alike.first().filter(|pair| differ(pair)) {
            let date = |place: usize| a.points[place].date.clone();
            let (first_date, last_date) = (date(first), date(last));
            found.push(LineDifference { first, last, first_date, last_date, a: one.clone(), b: other.clone() });
        }
        first = last + 1;
    }
    found
}

/// Every setting by name, as JSON has it.
fn settings(a: (&Options, &Spc), b: (&Options, &Spc)) -> Vec<SettingDifference> {
    let told = |(options, answer): (&Options, &Spc)| {
        let of = |value: &dyn Fn() -> serde_json::Result<Value>| value().unwrap_or_default();
        let targets = match &options.targets {
            None => 0,
            Some(Targets::One(_)) => 1,
            Some(Targets::PerPoint(rows)) => rows.iter().flatten().count(),
            Some(Targets::Dated(rows)) => rows.len(),
        };
        let (conflict, direction): (Conflict, ImprovementDirection) = (options.conflict, options.improvement_direction);
        let baseline: &Option<Baseline> = &options.baseline;
        let mut all = vec![
            ("preset".to_owned(), options.preset.as_str().into()),
            ("chart".to_owned(), options.chart.as_str().into()),
            ("improvement_direction".to_owned(), direction.as_str().into()),
            ("conflict".to_owned(), conflict.as_str().into()),
            ("targets".to_owned(), targets.into()),
            ("recalculate_at".to_owned(), options.recalculate_at.len().into()),
            ("ghosted".to_owned(), options.ghosted.len().into()),
            ("baseline".to_owned(), of(&|| serde_json::to_value(baseline))),
        ];
        if let Value::Object(fields) = of(&|| serde_json::to_value(&answer.options)) {
            all.extend(fields);
        }
        all
    };
    let pairs = told(a).into_iter().zip(told(b));
    let differ = pairs.filter(|((_, a), (_, b))| a != b);
    differ.map(|((setting, a), (_, b))| SettingDifference { setting, a: Some(a), b: Some(b) }).collect()
}

//! What an answer about a series holds.

use super::input::Chart;
use super::rules::Rule;
use super::settings::{Conflict, Preset, Settings};
use crate::day::Day;
use crate::document::declare::words;
use crate::document::indicator::ImprovementDirection;
use crate::finding::Finding;
use crate::recall::result;

words! {
    /// What is said of a point.
    PointStatus {
        /// Special cause on the better side.
        Improvement = "improvement",
        /// Special cause on the worse side.
        Concern = "concern",
        /// Special cause, high, where neither side is better.
        High = "high",
        /// Special cause, low, where neither side is better.
        Low = "low",
        /// No special cause.
        CommonCause = "common_cause",
    }
}

words! {
    /// The icon of variation: the status of the last point, and its side.
    VariationIcon {
        /// Improvement, high.
        ImprovementHigh = "improvement_high",
        /// Improvement, low.
        ImprovementLow = "improvement_low",
        /// Concern, high.
        ConcernHigh = "concern_high",
        /// Concern, low.
        ConcernLow = "concern_low",
        /// High, where neither side is better.
        High = "high",
        /// Low, where neither side is better.
        Low = "low",
        /// No special cause.
        CommonCause = "common_cause",
    }
}

words! {
    /// The icon of assurance: whether the target is met by the process as it is.
    AssuranceIcon {
        /// The target is met, but for special causes.
        Pass = "pass",
        /// The target is missed, but for special causes.
        Fail = "fail",
        /// The target is met or missed by chance.
        HitOrMiss = "hit_or_miss",
    }
}

words! {
    /// What a note of a point is about.
    #[cfg_attr(feature = "schema", schemars(rename = "PointNoteKind"))]
    NoteKind {
        /// Lines of its own start with it.
        Recalculation = "recalculation",
        /// It is left out of everything but the picture.
        Ghost = "ghost",
    }
}

words! {
    /// A side of the mean, or the way of a trend.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcSide"))]
    Side {
        /// Above the mean, or rising.
        Above = "above",
        /// Below the mean, or falling.
        Below = "below",
    }
}

result! {
    /// A series judged.
    Spc {
        /// The rules.
        preset: Preset,
        /// Every setting.
        options: Settings,
        /// The chart that was asked for.
        chart: Chart,
        /// True where a run chart takes its place: no limits, no icons.
        run_chart: bool,
        /// Which way is better.
        improvement_direction: ImprovementDirection,
        /// What wins where rules of equal rank speak for both sides.
        conflict: Conflict,
        /// One row for each value, in their order.
        points: Vec<Point>,
        /// One row for each partition.
        partitions: Vec<PartitionLines>,
        /// Who chose to recalculate at a point or to leave it out, why and when, as it was noted.
        notes: Vec<PointNote>,
        /// What the last point says.
        variation: Variation,
        /// What the limits say about the target in force.
        assurance: Assurance,
        /// The same for each target in force, by name.
        assurances: Vec<Assurance>,
        /// How far a run beside the mean has come.
        run_so_far: Option<SoFar>,
        /// How far a trend has come.
        trend_so_far: Option<SoFar>,
        /// Of a chart of runs, in its last partition: the longest run, and how often the median is crossed.
        runs: Option<Runs>,
        /// Where the next value would have to be to fire each rule, judged as `spc` would judge it then: it moves the
        /// lines that nothing fixes. Null on run charts, and of `p_prime` and `u_prime`.
        triggers: Option<Vec<Trigger>>,
        /// Where the next value would have to be not to fire a rule that the last point fired.
        clears: Option<Vec<Trigger>>,
        /// What else there is to know.
        findings: Vec<Finding>,
        /// First 16 hex digits of SHA-256 over canonical JSON of all else.
        fingerprint: String,
    }

    /// One value, with its lines and what is said of it.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcPoint"))]
    Point {
        /// Its place, from 0.
        index: usize,
        /// Its date or period.
        date: Option<String>,
        /// The value; days since the last event, or a rate.
        value: Option<f64>,
        /// Left out of everything but the picture.
        ghosted: bool,
        /// The partition that it is in.
        partition: u32,
        /// The mean; of a G chart the median, of a T chart the mean of the roots raised again.
        mean: Option<f64>,
        /// Three sigma below.
        lower_limit: Option<f64>,
        /// Two sigma below.
        lower_two_sigma: Option<f64>,
        /// One sigma below.
        lower_one_sigma: Option<f64>,
        /// One sigma above.
        upper_one_sigma: Option<f64>,
        /// Two sigma above.
        upper_two_sigma: Option<f64>,
        /// Three sigma above.
        upper_limit: Option<f64>,
        /// The difference from the value before, whatever its partition.
        moving_range: Option<f64>,
        /// True for a moving range of more than 3.267 times the mean one.
        high_moving_range: bool,
        /// Every rule that it fired.
        rules: Vec<Rule>,
        /// What is said of it; null of points that do not count, and on a run chart.
        status: Option<PointStatus>,
        /// Rules of both sides fired.
        conflict: bool,
        /// The target in force.
        target: Option<f64>,
    }

    /// Who chose what about a point, why and when.
    PointNote {
        /// The place of the point.
        index: usize,
        /// Its date.
        date: Option<String>,
        /// What was chosen.
        kind: NoteKind,
        /// Who decided it.
        by: Option<String>,
        /// Why.
        why: Option<String>,
        /// The day it was decided.
        on: Option<Day>,
    }

    /// The lines of a partition; null where each point has its own.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcPartition"))]
    PartitionLines {
        /// Its number: 0 for the baseline, from 1 for the others.
        index: u32,
        /// The place of its first point.
        first: usize,
        /// The place of its last point.
        last: usize,
        /// How many of its points count.
        n: usize,
        /// The mean.
        mean: Option<f64>,
        /// The mean moving range.
        mean_moving_range: Option<f64>,
        /// Moving ranges above this are high.
        moving_range_limit: Option<f64>,
        /// Three sigma below.
        lower_limit: Option<f64>,
        /// Two sigma below.
        lower_two_sigma: Option<f64>,
        /// One sigma below.
        lower_one_sigma: Option<f64>,
        /// One sigma above.
        upper_one_sigma: Option<f64>,
        /// Two sigma above.
        upper_two_sigma: Option<f64>,
        /// Three sigma above.
        upper_limit: Option<f64>,
    }

    /// What the last point says.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcVariation"))]
    Variation {
        /// The icon; null on a run chart, and where no point counts.
        icon: Option<VariationIcon>,
        /// The date since when it says so without a break; null for common cause, and without dates.
        since: Option<String>,
        /// The place of that point.
        since_index: Option<usize>,
        /// The rules that the last point fired.
        rules: Vec<Rule>,
    }

    /// What the limits say about a target.
    #[cfg_attr(feature = "schema", schemars(rename = "SpcAssurance"))]
    Assurance {
        /// The icon; null without a target, a direction or limits.
        icon: Option<AssuranceIcon>,
        /// Whose target it is.
        name: Option<String>,
        /// The target.
        target: Option<f64>,
        /// How far the process is from passing it.
        distance: Option<Distance>,
    }

    /// How far a process is from passing its target, if its variation stays as it is.
    #[cfg_attr(feature = "schema", schemars(rename = "AssuranceDistance"))]
    Distance {
        /// The mean that would pass.
        mean_needed: f64,
        /// How far the mean has to move for that; of the other sign, how far it is beyond.
        units: f64,
        /// The same in sigma; null where nothing varies.
        sigma: Option<f64>,
        /// The chance that the next point meets the target by common cause, if points are spread normally.
        chance: f64,
    }

    /// How far a run or a trend has come.
    SoFar {
        /// Its side; null where the last point is on the mean, or as the one before.
        side: Option<Side>,
        /// So many points: of a run 0 on the mean, of a trend 1 for a step that neither rises nor falls.
        points: u32,
        /// Of so many that make it a special cause.
        of: u32,
    }

    /// Runs about a median, and what chance would give (Anhøj).
    #[cfg_attr(feature = "schema", schemars(rename = "MedianRuns"))]
    Runs {
        /// The points that are not on the median.
        n: usize,
        /// The longest run on one side.
        longest: usize,
        /// The longest that chance would give.
        longest_expected: usize,
        /// How often the median is crossed.
        crossings: usize,
        /// The fewest crossings that chance would give.
        fewest_expected: usize,
        /// True if either is beyond chance.
        signal: bool,
    }

    /// Values of the next point that fire a rule, or do not: those between two bounds. A rule may have several rows.
    #[cfg_attr(feature = "schema", schemars(rename = "RuleTrigger"))]
    Trigger {
        /// The rule.
        rule: Rule,
        /// Values above this; null where there is no such bound.
        above: Option<f64>,
        /// Values below this; null where there is no such bound.
        below: Option<f64>,
    }
}

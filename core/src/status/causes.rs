//! Why a node has its level, and the figures beside it: counts, shares, mean, robustness.

use super::roll_up::{Outcome, Sums, Weights, place};
use super::rows::{ByPolicy, Counts, Robustness, Shares};
use crate::decimal::ONE;
use crate::document::policy::{Path, RollUp, StatusPolicy};
use crate::finding::{Finding, FindingCode as Code, Level};

/// Why a node has its level: every clause of the selected policy that is met.
pub(super) fn causes(
    outcome: &Outcome,
    selected: RollUp,
    path: Path,
    policy: &StatusPolicy,
    finding: &dyn Fn(Code) -> Finding,
) -> Vec<Finding> {
    if let Some(standing) = outcome.sums.standing() {
        let (code, reason) = match standing {
            Level::Excluded => (Code::Excluded, super::Reason::Empty),
            Level::NotAssessed => (Code::NotAssessed, super::Reason::NoBaseline),
            _ => return Vec::new(),
        };
        return vec![finding(code).with("reason", reason.as_str()).implying(standing)];
    }
    let basis = outcome.basis(selected, path);
    let total: i128 = basis.iter().sum();
    let [_, _, amber, red] = *basis;
    let share = |part: i128| ratio(part, total);
    let reaches =
        |part: i128, threshold: crate::decimal::Decimal| part > 0 && part * ONE >= threshold.in_millionths() * total;
    let over = |finding: Finding| finding.with("over", path.as_str());
    let mut found = Vec::new();
    match selected {
        RollUp::Default => {
            let which = usize::from(path == Path::Children);
            if outcome.critical_red[which] {
                found.push(over(finding(Code::CriticalChildRed)).implying(Level::Red));
            }
            if reaches(red, policy.red_share) {
                let finding = over(finding(Code::RedShare)).with("share", share(red));
                found.push(finding.with("threshold", policy.red_share.to_f64()).implying(Level::Red));
            }
            if outcome.sums.red_below {
                found.push(finding(Code::RedFloor).implying(Level::Amber));
            }
            if reaches(amber + red, policy.amber_share) {
                let finding = over(finding(Code::AmberShare)).with("share", share(amber + red));
                found.push(finding.with("threshold", policy.amber_share.to_f64()).implying(Level::Amber));
            }
            if outcome.sums.low_coverage(policy) {
                let coverage = ratio(outcome.sums.counted() - outcome.sums.uncovered, outcome.sums.counted());
                let finding = finding(Code::LowCoverage).with("coverage", coverage);
                found.push(finding.with("threshold", policy.coverage.to_f64()).implying(Level::Amber));
            }
        }
        RollUp::WorstOf => {
            let level = outcome.level(selected, path);
            if level > Level::Green {
                found.push(over(finding(Code::WorstPart)).with("level", level.as_str()).implying(level));
            }
        }
        RollUp::Mean => {
            let level = outcome.level(selected, path);
            if level > Level::Green {
                let finding = over(finding(Code::MeanSeverity)).with("mean", mean(basis));
                found.push(finding.implying(level));
            }
        }
        RollUp::ThresholdLadder => {
            let level = outcome.level(selected, path);
            if level > Level::Green {
                let finding = over(finding(Code::ThresholdLadder)).with("red_share", share(red));
                found.push(finding.with("amber_share", share(amber + red)).implying(level));
            }
        }
    }
    found
}

pub(super) fn robustness(outcome: &Outcome, selected: RollUp) -> Robustness {
    let by_policy = |levels: &[Level; 4]| {
        let of = |roll_up: RollUp| levels[place(roll_up)];
        ByPolicy {
            default: of(RollUp::Default),
            worst_of: of(RollUp::WorstOf),
            mean: of(RollUp::Mean),
            threshold_ladder: of(RollUp::ThresholdLadder),
        }
    };
    let severities = outcome.leaves.iter().chain(&outcome.children).filter_map(|level| level.severity());
    let (low, high) = severities.fold((u8::MAX, 0), |(low, high), severity| (low.min(severity), high.max(severity)));
    let paths_differ = outcome.level(selected, Path::Leaves) != outcome.level(selected, Path::Children);
    Robustness {
        leaves: by_policy(&outcome.leaves),
        children: by_policy(&outcome.children),
        policy_sensitive: high.saturating_sub(low) >= 2 || paths_differ,
        hides_reds: [RollUp::Mean, RollUp::ThresholdLadder].map(|policy| policy.as_str().to_owned()).to_vec(),
    }
}

pub(super) fn counts(sums: &Sums) -> Counts {
    let [complete, green, amber, red, not_assessed, excluded] = sums.counts;
    Counts { complete, green, amber, red, not_assessed, excluded }
}

pub(super) fn shares(weights: &Weights) -> Shares {
    let total: i128 = weights.iter().sum();
    let [complete, green, amber, red] = weights.map(|part| ratio(part, total));
    Shares { complete, green, amber, red }
}

pub(super) fn mean(weights: &Weights) -> Option<f64> {
    let [_, green, amber, red] = *weights;
    ratio(green + 2 * amber + 3 * red, weights.iter().sum())
}

/// One division of whole numbers, so the same bits everywhere; `None` of nothing.
pub(super) fn ratio(part: i128, whole: i128) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

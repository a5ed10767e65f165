//! Prioritisation by weighted criteria, in which every organisation has a voice.
//!
//! The additive model on fixed, anchored scales: a score becomes `(score - worst) / (best - worst)`, scorers become their
//! organisation, organisations become the collaborative (by [`Voice`]), cell by cell, and a total is the weighted mean
//! over criteria, from 0 to 1. All of it is exact: weights and scores are the decimals written, a tie is a tie, and every
//! figure is rounded once, at the end.
//!
//! [`rank`] gives the ranking and tells whether it is inside the noise; [`compare_rounds`] what changed between two
//! rounds.

mod base;
mod cross_checks;
mod cut;
mod disagreement;
mod dominance;
mod exact;
mod exercise;
mod findings;
mod interests;
mod keyed;
pub mod matrix;
mod missing;
mod order;
mod panel;
pub mod portfolio;
mod potential;
mod result;
mod rounds;
mod sampling;
mod short;
mod stability;
mod units;
mod voice;
pub mod weights;
mod without;

pub use cross_checks::{CrossCheck, CrossChecks, MOST_CROSS_CHECKED, Reversal};
pub use cut::{AtCut, CutLine, Doubt, Standing};
pub use disagreement::{Disagreement, Disputed, PairAgreement};
pub use exercise::{
    Criterion, Exercise, MOST_CRITERIA, MOST_PROPOSALS, MOST_SAMPLES, MOST_SCORERS, Proposal, Score, Scorer,
};
pub use interests::{HomeAdvantage, Interested, Interests};
pub use result::{
    Alternative, Bound, Contributions, CriterionWeight, Flip, Interval, LeaveOneOut, LeftOut, OrganisationVoice,
    Prioritisation, Ranked, Stability, Voices,
};
pub use rounds::{Moved, Presence, RoundComparison, Step, WeightMoved, compare_rounds};
pub use sampling::{Acceptability, Acceptable};

use indexmap::IndexMap;

use crate::document::declare::words;
use crate::problem::{Code, Problem, Problems};
use base::Base;
use exact::Ratio;
use keyed::Keyed;
use panel::Panel;
use voice::{Rule, View, Without};

words! {
    /// How an organisation's scorers become one score.
    Average {
        /// The arithmetic mean.
        Mean = "mean",
        /// The median; the mean of the middle two of an even number.
        Median = "median",
    }
}

words! {
    /// The kinds of [`Voice`].
    VoiceKind {
        /// Every organisation counts the same.
        Equal = "equal",
        /// Every scorer counts the same.
        Pooled = "pooled",
        /// Every organisation has a stated share.
        Shares = "shares",
    }
}

words! {
    /// The kinds of [`Sampling`].
    SamplingKind {
        /// All weights alike likely.
        Uniform = "uniform",
        /// All weights in the stated order of importance.
        Ordinal = "ordinal",
        /// All weights within stated bounds.
        Bounded = "bounded",
    }
}

/// How much each organisation's voice counts. In a cell that an organisation did not score, the others share its part.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Voice {
    /// Every organisation counts the same, however many scorers it sends.
    #[default]
    Equal,
    /// Every scorer counts the same.
    Pooled,
    /// A share for every organisation that has a scorer; shares need not add up to 1.
    #[cfg_attr(feature = "schema", schemars(untagged))]
    Shares(IndexMap<String, f64>),
}

impl Voice {
    /// Which kind it is.
    pub fn kind(&self) -> VoiceKind {
        match self {
            Self::Equal => VoiceKind::Equal,
            Self::Pooled => VoiceKind::Pooled,
            Self::Shares(_) => VoiceKind::Shares,
        }
    }
}

/// Which weights are drawn when ranks under random weights are asked for.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Sampling {
    /// All weights alike likely: Dirichlet(1, ..., 1).
    #[default]
    Uniform,
    /// All weights in the order of the stated ones alike likely; equal ones in either order.
    Ordinal,
    /// All weights within bounds on their shares alike likely: the lowest and the highest by criterion, 0 and 1 where
    /// none is stated. Drawn by a random walk.
    #[cfg_attr(feature = "schema", schemars(untagged))]
    Bounded(IndexMap<String, [f64; 2]>),
}

impl Sampling {
    /// Which kind it is.
    pub fn kind(&self) -> SamplingKind {
        match self {
            Self::Uniform => SamplingKind::Uniform,
            Self::Ordinal => SamplingKind::Ordinal,
            Self::Bounded(_) => SamplingKind::Bounded,
        }
    }
}

/// How to rank.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// How much each organisation's voice counts.
    pub voice: Voice,
    /// How an organisation's scorers (all scorers, where pooled) become one score. Organisations are always put together
    /// by their shares.
    pub average: Average,
    /// How many proposals are to be chosen.
    pub cut: Option<usize>,
    /// How many random weights are tried, at most 100,000; 0 leaves them out.
    pub samples: u32,
    /// The seed of everything random.
    pub seed: u32,
    /// Which random weights.
    pub sampling: Sampling,
    /// Whether single scorers are named, by their tokens.
    pub name_scorers: bool,
}

impl Default for Options {
    /// Equal voice, means, no cut, 10,000 samples of uniform weights with seed 0, scorers not named.
    fn default() -> Self {
        Self {
            voice: Voice::Equal,
            average: Average::Mean,
            cut: None,
            samples: 10_000,
            seed: 0,
            sampling: Sampling::Uniform,
            name_scorers: false,
        }
    }
}

/// Ranks the proposals of an exercise, and tells how far the ranking can be trusted.
///
/// # Errors
/// [`Problems`] naming the row: positions of nothing, scores off the scale or given twice, negative or infinite weights,
/// weights that are all 0, more rows than the stated maximum; and options that do not fit the exercise.
///
/// See [`Exercise`] for an example.
pub fn rank(exercise: &Exercise, options: &Options) -> Result<Prioritisation, Problems> {
    check(options)?;
    let panel = Panel::new(exercise)?;
    let rule = Rule::new(&options.voice, exercise)?;
    let source = sampling::Source::new(&options.sampling, exercise)?;
    let view = View { panel: &panel, rule: &rule, average: options.average, without: Without::Nobody };
    let base = Base::new(view);
    let orders = without::Orders::new(&base);
    let possible = missing::possible_ranks(&missing::possible_totals(&base));
    let dominated = dominance::dominated_by(&base);
    let opinions = disagreement::Opinions::new(&base);
    let kind = options.sampling.kind();
    let acceptability = sampling::acceptability(&base, &source, kind, options.samples, options.seed);
    let cut_line = options.cut.map(|cut| cut::cut_line(&base, cut, &orders, &possible, acceptability.as_ref()));
    let mut result = Prioritisation {
        ranking: ranking(&base, &possible, &dominated),
        weights: weights(&base, options.cut),
        smallest_flip: stability::smallest_flip(&base),
        voices: without::voices(&base, &options.voice),
        leave_one_out: without::leave_one_out(&base, &orders, options.name_scorers),
        disagreement: disagreement::disagreement(&base, &opinions, options.samples > 0, options.seed),
        interests: interests::interests(&base, &opinions),
        cross_checks: cross_checks::cross_checks(&base),
        acceptability,
        cut_line,
        findings: Vec::new(),
    };
    result.findings = findings::findings(&base, &result, options);
    Ok(result)
}

fn check(options: &Options) -> Result<(), Problems> {
    let mut problems = Vec::new();
    if options.samples > MOST_SAMPLES {
        problems.push(Problem {
            code: Code::TooManySamples,
            path: "/samples".into(),
            value: Some(options.samples.into()),
            accepted: Some(format!("at most {MOST_SAMPLES}")),
            message: format!("{} samples are asked for; at most {MOST_SAMPLES} are drawn", options.samples),
        });
    }
    if options.cut == Some(0) {
        problems.push(Problem {
            code: Code::OutOfRange,
            path: "/cut".into(),
            value: Some(0.into()),
            accepted: Some("a whole number from 1".into()),
            message: "a cut after no proposal cuts nothing".into(),
        });
    }
    Problems::none(problems)
}

fn ranking(base: &Base<'_>, possible: &[[usize; 2]], dominated: &[Vec<usize>]) -> Vec<Ranked> {
    let exercise = base.view.panel.exercise;
    let potential = potential::potentially_best(base, dominated);
    let near = |parts: Vec<Option<Ratio>>| parts.into_iter().map(|part| part.map(|part| part.to_f64()));
    let by_criterion = Keyed::new(exercise.criteria.iter().map(|criterion| &criterion.id));
    let by_organisation = Keyed::new(exercise.organisations.iter());
    let row = |proposal: usize| {
        let place = base.order.places[proposal];
        let coverage = Ratio::new(base.weight_scored(proposal), base.view.panel.weight.max(1));
        Ranked {
            id: exercise.proposals[proposal].id.clone(),
            name: exercise.proposals[proposal].name.clone(),
            rank: place.map(|place| place.rank),
            mid_rank: place.map(order::Place::middle),
            joint: place.is_some_and(|place| place.joint > 1),
            total: base.totals[proposal].as_ref().map(Ratio::to_f64),
            contributions: Contributions {
                criteria: by_criterion.with(near(base.by_criterion(proposal))),
                organisations: by_organisation.with(near(base.by_organisation(proposal))),
            },
            weight_coverage: coverage.to_f64(),
            possible_ranks: possible[proposal],
            dominated_by: without::ids(exercise, &dominated[proposal]),
            potentially_best: potential[proposal],
        }
    };
    sampling::listed(base).into_iter().map(row).collect()
}

fn weights(base: &Base<'_>, cut: Option<usize>) -> Vec<CriterionWeight> {
    let panel = base.view.panel;
    let stability = stability::stability(base, cut);
    // Weight x spread, by exact variance: one square root each.
    let spreads: Vec<f64> = (0..panel.criteria())
        .map(|criterion| {
            let (count, [sum, _, _, squares, _]) = base.grid.sums(criterion, criterion);
            let over = &(&squares * &exact::Whole::from(count)) - &(&sum * &sum);
            let under = &base.grid.under * &exact::Whole::from(count.max(1));
            Ratio::new(over, &under * &under).to_f64().sqrt()
        })
        .collect();
    let real: Vec<f64> = spreads.iter().zip(&panel.shares).map(|(spread, share)| spread * share).collect();
    let sum: f64 = real.iter().sum();
    let row = |((place, criterion), stability): ((usize, &Criterion), Stability)| CriterionWeight {
        id: criterion.id.clone(),
        stated: criterion.weight,
        normalised: panel.shares[place],
        effective: (sum > 0.0).then(|| real[place] / sum),
        stability,
    };
    panel.exercise.criteria.iter().enumerate().zip(stability).map(row).collect()
}

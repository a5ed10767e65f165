//! What a prioritisation gives: flat lists, one row of a list is one row of a table.

use indexmap::IndexMap;

use super::{Average, VoiceKind};
use crate::finding::Finding;
use crate::recall::result;

result! {
    /// A ranking, and whether it is inside the noise.
    Prioritisation {
        /// The proposals, best first; those without a total last, in the order of the exercise.
        ranking: Vec<Ranked>,
        /// The criteria with their weights, and how far each weight could move.
        weights: Vec<CriterionWeight>,
        /// The smallest change of weights that makes another proposal draw level with the winner. Null where no change
        /// does, or where the winner lacks a score.
        smallest_flip: Option<Flip>,
        /// Whose voice counted how much, and what another choice would change.
        voices: Voices,
        /// What changes when one organisation, or one scorer, is left out.
        leave_one_out: LeaveOneOut,
        /// Ranks under many random weights; null without samples or above 200 proposals.
        acceptability: Option<super::sampling::Acceptability>,
        /// Who is certainly above and below the cut; null without a cut.
        cut_line: Option<super::cut::CutLine>,
        /// How far the organisations agree.
        disagreement: super::disagreement::Disagreement,
        /// Declared interests: the ranking without them, and home advantage.
        interests: super::interests::Interests,
        /// The ranking by other methods; null above 200 proposals.
        cross_checks: Option<super::cross_checks::CrossChecks>,
        /// What a reader should know before trusting the list.
        findings: Vec<Finding>,
    }

    /// One proposal in the ranking.
    Ranked {
        /// The proposal.
        id: String,
        /// Its name.
        name: String,
        /// Its rank: 1 and how many are better; null without a total.
        rank: Option<usize>,
        /// The mean of the ranks that joint proposals take up together.
        mid_rank: Option<f64>,
        /// True where another proposal has exactly the same total.
        joint: bool,
        /// From 0 (the worst on every criterion) to 1 (the best); null where nobody scored it on a criterion with
        /// weight.
        total: Option<f64>,
        /// What the total is made of.
        contributions: Contributions,
        /// The share of the weight that lies on criteria on which it was scored.
        weight_coverage: f64,
        /// The best and the worst rank it could have, whatever the missing scores are.
        possible_ranks: [usize; 2],
        /// Proposals that are at least as good on every criterion and better on one: the best 100 of them.
        dominated_by: Vec<String>,
        /// True where some weights make it the best (joint best counts); null where a score is missing.
        potentially_best: Option<bool>,
    }

    /// The parts of a total. Before they are rounded each list adds up to the total exactly.
    Contributions {
        /// By criterion: share of the weight x value; null where nobody scored it.
        criteria: IndexMap<String, Option<f64>>,
        /// By organisation; null where it has no voice in the total.
        organisations: IndexMap<String, Option<f64>>,
    }

    /// A criterion's weight.
    CriterionWeight {
        /// The criterion.
        id: String,
        /// The weight as stated.
        stated: f64,
        /// Its share of all weights.
        normalised: f64,
        /// Its share of weight x spread (standard deviation over the proposals): what it really decides. Null where no
        /// criterion tells any proposals apart.
        effective: Option<f64>,
        /// Between which shares of the weight nothing changes, the other weights keeping their proportions.
        stability: Stability,
    }

    /// Stability intervals of one weight, among the proposals that have a total; null where no other criterion has
    /// weight, or nothing is ranked.
    Stability {
        /// While the winner (or each joint winner) stays first.
        winner: Option<Interval>,
        /// While the same proposals are above the cut; null without a cut.
        top: Option<Interval>,
        /// While the whole order stays.
        order: Option<Interval>,
    }

    /// Between which shares of the weight something stays as it is, both ends included.
    Interval {
        /// The lowest share.
        lower: f64,
        /// The highest share.
        upper: f64,
        /// What happens below the lowest; null where nothing does down to 0.
        below: Option<Bound>,
        /// What happens above the highest; null where nothing does up to 1.
        above: Option<Bound>,
    }

    /// Who overtakes whom.
    Bound {
        /// The proposal that rises.
        challenger: String,
        /// The proposal it overtakes.
        overtakes: String,
    }

    /// The smallest change of weights with which another proposal draws level with the winner.
    Flip {
        /// The other proposal.
        challenger: String,
        /// The share of the whole weight that has to move.
        moved: f64,
        /// The shares of the weight after it.
        weights: IndexMap<String, f64>,
    }

    /// Whose voice counted how much.
    Voices {
        /// The rule used.
        voice: VoiceKind,
        /// How an organisation's scorers (all scorers, where pooled) become one score.
        average: Average,
        /// One row per organisation.
        organisations: Vec<OrganisationVoice>,
        /// What other choices would give.
        alternatives: Vec<Alternative>,
    }

    /// One organisation's voice.
    OrganisationVoice {
        /// The organisation.
        organisation: String,
        /// How many scorers it has.
        scorers: usize,
        /// How many scores they gave.
        scores: usize,
        /// Its share of the voice where everybody scored everything.
        share: f64,
        /// Its share of the scorers.
        share_of_scorers: f64,
    }

    /// The ranking that another choice of voice or average would give.
    Alternative {
        /// The rule.
        voice: VoiceKind,
        /// The average.
        average: Average,
        /// True where each scorer's leniency was taken off first: how much higher he or she scores than all together do
        /// on the same cells. Totals are then rounded to a thousand-millionth.
        leniency_adjusted: bool,
        /// Who would come first.
        winners: Vec<String>,
        /// True if that differs.
        winner_changed: bool,
        /// How many proposals would have another rank.
        moved: usize,
        /// The rank of each proposal.
        ranks: IndexMap<String, Option<usize>>,
    }

    /// What changes when one voice is left out.
    LeaveOneOut {
        /// One row per organisation; empty where there is only one.
        organisations: Vec<LeftOut>,
        /// Organisations without which somebody else would come first.
        swing_organisations: Vec<String>,
        /// How many scorers were left out in turn.
        scorers_tried: usize,
        /// Without how many of them somebody else would come first.
        swing_scorers: usize,
        /// One row per scorer; null unless scorers are to be named.
        scorers: Option<Vec<LeftOut>>,
    }

    /// The ranking without one voice.
    LeftOut {
        /// The organisation or the scorer.
        left_out: String,
        /// Who would come first.
        winners: Vec<String>,
        /// True if that differs.
        winner_changed: bool,
        /// How many proposals would have another rank.
        moved: usize,
        /// The largest change of a rank.
        largest_move: usize,
        /// The rank of each proposal.
        ranks: IndexMap<String, Option<usize>>,
    }
}

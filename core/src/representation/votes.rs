//! What a vote decided: majority rules, recusals, one vote for each organisation, each person, or by weight.

use crate::recall::result;
use std::collections::{HashMap, HashSet};

use super::fraction::ratio;
use super::{finding, problem};
use crate::document::body::{Voting, VotingRule, VotingUnit};
use crate::document::declare::words;
use crate::document::meeting::Vote;
use crate::finding::{Finding, FindingCode, Severity};
use crate::problem::{Code, Problems};
use crate::sorting::Arrange;

/// The option that stands for no opinion: it is not a vote cast.
const ABSTAIN: &str = "abstain";

/// The most votes, and the most who may vote: their weights then add up within 32 bits.
const MOST_VOTES: usize = 10_000;

words! {
    /// How a vote ended.
    TallyResult {
        /// One option has the majority that the rule asks for.
        Decided = "decided",
        /// None has it, and several have the most votes.
        Tied = "tied",
        /// None has it.
        NoMajority = "no_majority",
        /// Nobody voted, or nobody whose vote weighs anything.
        NoVotes = "no_votes",
    }
}

result! {
    /// The votes of one option.
    OptionVotes {
        /// The option.
        option: String,
        /// Its votes, by weight where votes have one.
        votes: u32,
        /// As a share of the votes cast.
        share: f64,
        /// Who voted for it, in the order of the votes.
        voters: Vec<String>,
    }
}

result! {
    /// What a vote decided.
    Tally {
        /// The option that carries; null where none does.
        outcome: Option<String>,
        /// How it ended. A tie is a tie: no casting vote is assumed.
        result: TallyResult,
        /// Every option that was voted for: most votes first, then in the order of names.
        totals: Vec<OptionVotes>,
        /// Votes cast, without abstentions.
        cast: u32,
        /// Votes of all who may vote and did not stand aside; null where the voters are not given.
        eligible: Option<u32>,
        /// The votes that an option needs.
        required: u32,
        /// How many the leading option lacks; 0 where it carries.
        short_by: u32,
        /// The options that lead together, where none carries.
        tied: Vec<String>,
        /// Who abstained.
        abstained: Vec<String>,
        /// Who stood aside.
        recused: Vec<String>,
        /// Who may vote, did not stand aside and gave no vote; null where the voters are not given.
        silent: Option<Vec<String>>,
        /// What there is to know beside.
        findings: Vec<Finding>,
    }
}

/// What a vote is told beside the rule.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Votes {
    /// The votes. The option `abstain` is no vote cast.
    pub votes: Vec<Vote>,
    /// Organisations or persons who stand aside for an interest; their votes are not counted.
    pub recused: Vec<String>,
    /// Who may vote: organisations, or persons where persons vote. Needed where the rule asks for more than half of
    /// them all; otherwise anybody may when `None`.
    pub members: Option<Vec<String>>,
}

/// Counts a vote by the rule, which is one as the document has it.
///
/// # Errors
/// [`Problems`] for more than 10,000 votes or voters, a voter who votes twice, persons who vote without a token, weights where persons vote, and a rule
/// that asks for more than half of all who may vote without saying who that is.
///
/// ```
/// use equipoise::representation::{TallyResult, Votes, tally_votes};
/// let rule = serde_json::from_str(r#"{"rule": "simple_majority"}"#).unwrap();
/// let mut votes = Votes::default();
/// votes.votes = serde_json::from_str(r#"[{"organisation": "RNA", "option": "for"},
///     {"organisation": "RL4", "option": "against"}]"#).unwrap();
/// let tally = tally_votes(&rule, &votes)?;
/// assert_eq!((tally.result, tally.outcome, tally.short_by), (TallyResult::Tied, None, 1));
/// # Ok::<(), equipoise::Problems>(())
/// ```
pub fn tally_votes(rule: &Voting, given: &Votes) -> Result<Tally, Problems> {
    let persons = rule.unit == Some(VotingUnit::Person);
    check_input(rule, given, persons)?;
    let weight = |voter: &str| rule.weights.get(voter).map_or(1, |weight| u32::from(*weight));
    let recused: HashSet<&str> = given.recused.iter().map(String::as_str).collect();
    let members: Option<HashSet<&str>> = given.members.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
    let mut options: Vec<OptionVotes> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let (mut abstained, mut findings, mut heard) = (Vec::new(), Vec::new(), HashSet::new());
    for vote in &given.votes {
        let voter = voter(vote, persons);
        let stands_aside = recused.contains(voter) || recused.contains(vote.organisation.as_str());
        let reason = match &members {
            _ if stands_aside => Some("recused"),
            Some(members) if !members.contains(voter) => Some("not_a_member"),
            _ => None,
        };
        if let Some(reason) = reason {
            let row = finding(FindingCode::VoteNotCounted, &vote.organisation, "representation.votes");
            findings.push(row.severity(Severity::Amber).with("voter", voter.to_owned()).with("reason", reason));
            continue;
        }
        heard.insert(voter);
        if vote.option == ABSTAIN {
            abstained.push(voter.to_owned());
            continue;
        }
        let place = *places.entry(vote.option.as_str()).or_insert_with(|| {
            options.push(OptionVotes { option: vote.option.clone(), votes: 0, share: 0.0, voters: Vec::new() });
            options.len() - 1
        });
        options[place].votes += weight(voter);
        options[place].voters.push(voter.to_owned());
    }
    let cast: u32 = options.iter().map(|option| option.votes).sum();
    let aside = |id: &&String| recused.contains(id.as_str());
    let may_vote: Option<Vec<&String>> = given.members.as_ref().map(|ids| ids.iter().filter(|id| !aside(id)).collect());
    let eligible: Option<u32> = may_vote.as_ref().map(|ids| ids.iter().map(|id| weight(id)).sum());
    let required = match rule.rule {
        VotingRule::SimpleMajority => cast / 2 + 1,
        VotingRule::AbsoluteMajority => eligible.unwrap_or(cast) / 2 + 1,
        VotingRule::TwoThirds => (2 * cast).div_ceil(3),
        VotingRule::ThreeQuarters => (3 * cast).div_ceil(4),
        VotingRule::Unanimity => cast,
    }
    .max(1);
    options.iter_mut().for_each(|option| option.share = ratio(option.votes.into(), cast.into()));
    options.arrange_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.option.cmp(&b.option)));
    let most = options.first().map_or(0, |option| option.votes);
    let outcome = options.first().filter(|option| option.votes >= required).map(|option| option.option.clone());
    let leading = || options.iter().filter(|option| option.votes == most);
    let tied: Vec<String> = match outcome {
        None if cast > 0 && leading().count() > 1 => leading().map(|option| option.option.clone()).collect(),
        _ => Vec::new(),
    };
    let result = match () {
        () if outcome.is_some() => TallyResult::Decided,
        () if cast == 0 => TallyResult::NoVotes,
        () if !tied.is_empty() => TallyResult::Tied,
        () => TallyResult::NoMajority,
    };
    if result == TallyResult::Tied {
        let row = finding(FindingCode::VoteTied, "", "representation.votes").severity(Severity::Amber);
        findings.push(row.with("options", tied.clone()).with("votes", i64::from(most)));
    }
    let silent = may_vote.map(|ids| ids.into_iter().filter(|id| !heard.contains(id.as_str())).cloned().collect());
    Ok(Tally {
        outcome,
        result,
        totals: options,
        cast,
        eligible,
        required,
        short_by: required.saturating_sub(most),
        tied,
        abstained,
        recused: given.recused.clone(),
        silent,
        findings: crate::finding::sorted(findings),
    })
}

/// Who votes: the person where persons vote, else the organisation.
fn voter(vote: &Vote, persons: bool) -> &str {
    vote.person.as_deref().filter(|_| persons).unwrap_or(&vote.organisation)
}

fn check_input(rule: &Voting, given: &Votes, persons: bool) -> Result<(), Problems> {
    let mut problems = Vec::new();
    for (path, number) in [("/votes", given.votes.len()), ("/members", given.members.as_ref().map_or(0, Vec::len))] {
        if number > MOST_VOTES {
            let message = format!("there are {number}; at most {MOST_VOTES} are counted");
            problems.push(problem(Code::TooMany, path, Some(number.into()), "at most 10,000", message));
        }
    }
    if rule.rule == VotingRule::AbsoluteMajority && given.members.is_none() {
        let message = "an absolute majority is more than half of all who may vote, so they must be given".into();
        problems.push(problem(Code::MissingField, "/members", None, "a list of all who may vote", message));
    }
    if persons && !rule.weights.is_empty() {
        let (value, message) = (Some("an object".into()), "weights are of organisations, and here persons vote");
        problems.push(problem(Code::WrongCombination, "/rule/weights", value, "no weights", message.into()));
    }
    let mut seen = HashMap::new();
    for (place, vote) in given.votes.iter().enumerate() {
        if persons && vote.person.is_none() {
            let path = format!("/votes/{place}/person");
            let accepted = "the person's token, since persons vote";
            problems.push(problem(Code::MissingField, &path, None, accepted, "the field “person” is required".into()));
            continue;
        }
        let voter = voter(vote, persons);
        let stood = *seen.entry(voter).or_insert(place);
        if stood != place {
            let message = format!("“{}” has voted at /votes/{stood}", crate::document::values::clip(voter));
            let path = format!("/votes/{place}");
            problems.push(problem(Code::DuplicateId, &path, Some(voter.into()), "one vote for each voter", message));
        }
    }
    let mut seen = HashMap::new();
    for (place, id) in given.members.iter().flatten().enumerate() {
        let stood = *seen.entry(id).or_insert(place);
        if stood != place {
            let message = format!("“{}” already stands at /members/{stood}", crate::document::values::clip(id));
            let path = format!("/members/{place}");
            problems.push(problem(Code::DuplicateId, &path, Some(id.as_str().into()), "each voter once", message));
        }
    }
    Problems::none(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_ten_thousand_voters_are_refused() {
        let rule = Voting { rule: VotingRule::AbsoluteMajority, unit: None, weights: indexmap::IndexMap::new() };
        let members = |number: usize| Some((0..number).map(|place| format!("o{place}")).collect());
        assert!(tally_votes(&rule, &Votes { members: members(10_000), ..Votes::default() }).is_ok());
        let problems = tally_votes(&rule, &Votes { members: members(10_001), ..Votes::default() }).unwrap_err();
        assert_eq!(problems.as_slice()[0].code, Code::TooMany);
    }
}

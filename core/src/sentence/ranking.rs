//! Words for a ranking by weighted criteria.

use super::choosing::scored_by;
use super::{Said, count, finding, list, percent};
use crate::finding::FindingCode as Code;
use crate::prioritisation::{
    Bound, CriterionWeight, Doubt, Interval, Moved, Presence, Prioritisation, Ranked, RoundComparison, Step,
};

/// The findings of a prioritisation as clauses.
pub(super) fn clause(said: &Said<'_>) -> String {
    let (number, names) = (|name: &str| said.number(name), |name: &str| said.names(name));
    let whole = |name: &str| number(name) as i64;
    match said.0.code {
        Code::NothingToldApart if number("ranked") == 0.0 => "no proposal has a total, so there is no ranking".into(),
        Code::NothingToldApart => format!("all {} proposals have exactly the same total", number("ranked")),
        Code::VoiceDecides if said.text("leniency_adjusted") == Some("yes") => format!(
            "with each scorer's leniency taken off, {} would come first and {} would have another rank",
            first(&names("winners")),
            count(whole("moved"), "proposal")
        ),
        Code::VoiceDecides => format!(
            "with {} and the {} of scores, {} would come first and {} would have another rank",
            voice(said.text("voice").unwrap_or_default()),
            said.text("average").unwrap_or_default(),
            first(&names("winners")),
            count(whole("moved"), "proposal")
        ),
        Code::MethodDecides => format!(
            "by {} {} would come first and {} would have another rank",
            scored_by(said),
            first(&names("winners")),
            count(whole("moved"), "proposal")
        ),
        Code::SingleVoice => {
            format!("only one organisation has a voice in this list ({})", count(whole("scorers"), "scorer"))
        }
        Code::SwingOrganisation => format!(
            "without this organisation {} would come first and {} would have another rank",
            first(&names("winners")),
            count(whole("moved"), "proposal")
        ),
        Code::SwingScorer => {
            let named = names("scorers");
            let who = if named.is_empty() { String::new() } else { format!(": {}", list(&named)) };
            let one = if whole("count") == 1 { "one scorer" } else { "any one of some scorers" };
            let (tried, count) = (number("tried"), number("count"));
            format!("the first place would change without {one} ({count} of {tried} left out in turn{who})")
        }
        Code::MissingScores => not_given(said),
        Code::NotScored => "nobody scored it on a criterion with weight, so it has no rank".into(),
        Code::NeverDiscriminates => format!(
            "every proposal has the same value on this criterion, so its {} of the weight decides nothing",
            percent(number("weight"))
        ),
        Code::SameThing => format!(
            "this criterion and {} say nearly the same (correlation {:.2}), so the same thing may count twice",
            said.text("other").unwrap_or_default(),
            number("correlation")
        ),
        Code::StraightLiner => scorers(said, "gave the same score to everything", "gave the same score to everything"),
        Code::FarOut => scorers(said, "scores far from the others", "score far from the others"),
        Code::Leniency => scorers(
            said,
            "scores notably higher or lower throughout than all together do",
            "score notably higher or lower throughout than all together do",
        ),
        Code::WinnerUncertain => {
            format!("it comes first under only {} of {} random weights", percent(number("share")), number("samples"))
        }
        Code::GreyZone => format!(
            "who is among the first {} depends on what is tried for {}",
            number("cut"),
            list(&names("proposals"))
        ),
        Code::InterestsDecide => format!(
            "without the scores of organisations with a declared interest {} would come first",
            first(&names("winners"))
        ),
        Code::HomeAdvantage => format!(
            "it scores what it has an interest in {} of the scale higher than others do, beyond how it scores the rest \
             ({})",
            percent(number("advantage")),
            count(whole("proposals"), "proposal")
        ),
        Code::SamplesLeftOut => {
            format!("random weights were left out: they are tried for up to {} proposals", number("most"))
        }
        _ => "the ranking depends on it".into(),
    }
}

/// Which scores an organisation has not given, for what, and by whom if that is told.
fn not_given(said: &Said<'_>) -> String {
    let mut text = format!("{} of {} scores are missing", said.number("missing"), said.number("expected"));
    let mut proposals = said.names("proposals");
    if said.number("more_proposals") > 0.0 {
        proposals.push(count(said.number("more_proposals") as i64, "more proposal"));
    }
    if !proposals.is_empty() {
        text.push_str(&format!(", for {}", list(&proposals)));
    }
    if said.has("scorers") {
        text.push_str(&format!("; not given by {}", list(&said.names("scorers"))));
    }
    text
}

/// Who is meant: one named scorer, or how many of which organisations.
fn scorers(said: &Said<'_>, one: &str, more: &str) -> String {
    match said.names("organisations").as_slice() {
        [organisation] if !said.has("count") => format!("this scorer of {organisation} {one}"),
        organisations if said.number("count") == 1.0 => format!("1 scorer ({}) {one}", list(organisations)),
        organisations => format!("{} scorers ({}) {more}", said.number("count"), list(organisations)),
    }
}

fn voice(voice: &str) -> &'static str {
    match voice {
        "pooled" => "all scorers pooled",
        "shares" => "the stated shares",
        _ => "an equal voice for every organisation",
    }
}

fn first(winners: &[String]) -> String {
    if winners.is_empty() { "nothing".into() } else { list(winners) }
}

/// "1st", "2nd", "3rd", "4th", ... "11th".
pub(super) fn ordinal(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (1, teen) if teen != 11 => "st",
        (2, teen) if teen != 12 => "nd",
        (3, teen) if teen != 13 => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

/// One proposal as a sentence.
pub(crate) fn ranked(row: &Ranked) -> String {
    let named = format!("{} “{}”", row.id, row.name);
    let (Some(rank), Some(total)) = (row.rank, row.total) else {
        return format!("{named} has no rank: nobody scored it on a criterion with weight.");
    };
    let joint = if row.joint { "joint " } else { "" };
    let mut text = format!("{named} is {joint}{}, with {:.1} of 100", ordinal(rank), total * 100.0);
    let parts = row.contributions.criteria.iter().filter_map(|(id, part)| Some((id, (*part)?)));
    // The largest part; of equal ones the first.
    let largest = parts.reduce(|best, part| if part.1 > best.1 { part } else { best });
    if let Some((id, part)) = largest.filter(|(_, part)| *part > 0.0) {
        text.push_str(&format!(", {:.1} of it from {id}", part * 100.0));
    }
    text.push('.');
    let [best, worst] = row.possible_ranks;
    if best != worst {
        text.push_str(&format!(
            " With every missing score given, it could be anything from {} to {}.",
            ordinal(best),
            ordinal(worst)
        ));
    }
    match row.dominated_by.as_slice() {
        [] => {}
        [one] => text.push_str(&format!(" On every criterion {one} is at least as good.")),
        more => text.push_str(&format!(" On every criterion each of {} is at least as good.", list(more))),
    }
    text
}

/// A whole prioritisation: caution first, then the list, the cut, and what to know.
pub(crate) fn prioritised(result: &Prioritisation) -> Vec<String> {
    let mut said = vec![caution(result)];
    said.extend(result.ranking.iter().map(ranked));
    if let Some(line) = &result.cut_line {
        let standings = [
            ("certainly", &line.certainly_in),
            ("certainly not", &line.certainly_out),
            ("it depends for", &line.grey_zone),
        ];
        let standings = standings.iter().filter(|(_, proposals)| !proposals.is_empty());
        let standings: Vec<String> = standings.map(|(how, proposals)| format!("{how} {}", list(proposals))).collect();
        if !standings.is_empty() {
            said.push(format!("Among the first {}: {}.", line.cut, standings.join("; ")));
        }
        for row in line.rows.iter().filter(|row| !row.doubts.is_empty()) {
            let why: Vec<String> = row.doubts.iter().map(|doubt| doubted(*doubt).to_owned()).collect();
            said.push(format!("{} may cross the line: {}.", row.id, list(&why)));
        }
    }
    if let Some(flip) = result.smallest_flip.as_ref().filter(|flip| flip.moved > 0.0) {
        said.push(format!(
            "Moving {} of the weight between criteria would put {} level with the first.",
            percent(flip.moved),
            flip.challenger
        ));
    }
    if result.ranking.iter().filter(|row| row.rank.is_some()).count() > 1 {
        said.extend(firmness(&result.weights));
    }
    let never: Vec<String> =
        result.ranking.iter().filter(|row| row.potentially_best == Some(false)).map(|row| row.id.clone()).collect();
    if !never.is_empty() {
        said.push(format!("No weights would put {} first.", any(&never)));
    }
    said.extend(agreement(result));
    said.extend(result.findings.iter().map(finding));
    said
}

/// "a", "a or b", "a, b or c".
fn any(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => list(names),
    }
}

/// Between which shares each weight leaves the first place as it is, and who overtakes whom beyond.
fn firmness(weights: &[CriterionWeight]) -> Vec<String> {
    let known = weights.iter().filter_map(|weight| Some((weight, weight.stability.winner.as_ref()?)));
    let known: Vec<(&CriterionWeight, &Interval)> = known.collect();
    let said: Vec<String> = known.iter().filter_map(|(weight, interval)| bounded(weight, interval)).collect();
    if said.is_empty() && !known.is_empty() {
        return vec!["No change of a single weight changes the first place.".into()];
    }
    said
}

/// One weight that could change the first place.
fn bounded(weight: &CriterionWeight, interval: &Interval) -> Option<String> {
    let (lower, upper) = (percent(interval.lower), percent(interval.upper));
    let within = match (&interval.below, &interval.above) {
        (None, None) => return None,
        _ if interval.lower == interval.upper => {
            return Some(format!("Any change of the weight of {} changes the first place.", weight.id));
        }
        (Some(_), None) => format!("at least {lower}"),
        (None, Some(_)) => format!("at most {upper}"),
        (Some(_), Some(_)) => format!("between {lower} and {upper}"),
    };
    let beyond = |side: &str, bound: &Option<Bound>| {
        let overtaken = |bound: &Bound| format!("; {side} that {} overtakes {}", bound.challenger, bound.overtakes);
        bound.as_ref().map(overtaken).unwrap_or_default()
    };
    let (below, above) = (beyond("below", &interval.below), beyond("above", &interval.above));
    let (id, now) = (&weight.id, percent(weight.normalised));
    Some(format!("The first place stays while {id} has {within} of the weight (it has {now}){below}{above}."))
}

/// How far the organisations agree, where that can be told.
pub(crate) fn agreement(result: &Prioritisation) -> Option<String> {
    let concordance = result.disagreement.concordance?;
    let p = result.disagreement.p_value.map(|p| format!(", p = {p:.3}")).unwrap_or_default();
    Some(format!("Agreement between the organisations' rankings (Kendall's W, from 0 to 1) is {concordance:.2}{p}."))
}

fn doubted(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Tie => "it is joint with others across the line",
        Doubt::LeaveOneOut => "leaving out one organisation or one scorer moves it",
        Doubt::Weights => "changing one weight by a quarter of itself moves it",
        Doubt::Samples => "random weights do not agree",
        Doubt::MissingScores => "missing scores could move it",
    }
}

/// How firm the first place is, in one sentence.
fn caution(result: &Prioritisation) -> String {
    let rows = result.ranking.iter().filter(|row| row.rank == Some(1));
    let winners: Vec<String> = rows.map(|row| row.id.clone()).collect();
    let ranked = result.ranking.iter().filter(|row| row.rank.is_some()).count();
    let come = if winners.len() == 1 { "comes" } else { "come joint" };
    match winners.as_slice() {
        [] => return "There is no ranking: no proposal has a total.".into(),
        [only] if ranked == 1 => return format!("{only} comes first: no other proposal has a total."),
        all if all.len() == ranked => return format!("{} {come} first: nothing tells them apart.", list(all)),
        _ => {}
    }
    let mut shaken = Vec::new();
    if result.voices.alternatives.iter().any(|other| other.winner_changed) {
        shaken.push("how voices are put together".to_owned());
    }
    if !result.leave_one_out.swing_organisations.is_empty() {
        shaken.push(format!("the scores of {}", list(&result.leave_one_out.swing_organisations)));
    }
    if result.leave_one_out.swing_scorers > 0 {
        shaken.push("single scorers".to_owned());
    }
    if result.cross_checks.iter().flat_map(|checks| &checks.rows).any(|row| row.winner_changed) {
        shaken.push("the method of adding up".to_owned());
    }
    if result.interests.winner_changed == Some(true) {
        shaken.push("scores by organisations with an interest".to_owned());
    }
    if result.ranking.iter().any(|row| row.rank == Some(1) && row.possible_ranks[1] > 1) {
        shaken.push("scores that are missing".to_owned());
    }
    let winners = list(&winners);
    if shaken.is_empty() {
        return format!("{winners} {come} first, {}.", firm(result));
    }
    format!("{winners} {come} first, but read this list with caution: the first place depends on {}.", list(&shaken))
}

/// What the first place was tried against, as far as it could be.
fn firm(result: &Prioritisation) -> String {
    let tried = &result.leave_one_out;
    let left_out = match (tried.organisations.is_empty(), tried.scorers_tried == 0) {
        (false, _) => "whichever organisation or scorer is left out and ",
        (true, false) => "whichever scorer is left out and ",
        (true, true) => "",
    };
    let methods = result.cross_checks.as_ref().is_some_and(|checks| !checks.rows.is_empty());
    let used = if methods { "voice or method" } else { "voice" };
    let alone = if tried.scorers_tried == 0 { "; with one scorer nobody could be left out" } else { "" };
    format!("{left_out}whichever {used} is used{alone}")
}

/// One proposal in two rounds.
pub(crate) fn moved(row: &Moved) -> String {
    let named = format!("{} “{}”", row.id, row.name);
    let place = |rank: Option<usize>| rank.map_or_else(|| "no rank".into(), ordinal);
    match row.presence {
        Presence::Joined => return format!("{named} is new, at {}.", place(row.rank_after)),
        Presence::Left => return format!("{named} was {} and is no longer proposed.", place(row.rank_before)),
        _ => {}
    }
    let mut text = match (row.rank_before, row.rank_after) {
        (before, after) if before == after => format!("{named} is {} in both rounds", place(after)),
        (before, after) => format!("{named} moved from {} to {}", place(before), place(after)),
    };
    let parts = row.changes.iter().flatten().filter(|(_, part)| **part != 0.0);
    let parts: Vec<String> = parts.map(|(step, part)| format!("{:+.1} by {step}", part * 100.0)).collect();
    if !parts.is_empty() {
        text.push_str(&format!("; of 100, {}", list(&parts)));
    }
    text.push('.');
    text
}

/// Two rounds compared.
pub(crate) fn rounds(result: &RoundComparison) -> Vec<String> {
    let steps: Vec<String> = result.winner_changed_by.iter().map(|step| stepped(*step).to_owned()).collect();
    let (before, after) = (&result.winners_before, first(&result.winners_after));
    let before = if before.is_empty() { "Nothing".into() } else { list(before) };
    let summary = match steps.as_slice() {
        [] if result.winners_after.is_empty() => "Nothing came first in either round.".into(),
        [] => format!("{after} came first in both rounds."),
        steps => format!("{before} came first before and {after} after; the first place changed with {}.", list(steps)),
    };
    [summary].into_iter().chain(result.rows.iter().map(moved)).collect()
}

fn stepped(step: Step) -> &'static str {
    match step {
        Step::Scores => "scores given anew",
        Step::Scorers => "scorers leaving or joining",
        Step::Weights => "weights and criteria",
        Step::Proposals => "proposals leaving or joining",
    }
}

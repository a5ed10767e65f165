//! The words of equal representation.

use super::{Said, count, finding, list, percent};
use crate::document::body::MeetingKind;
use crate::finding::{Finding, FindingCode as Code, Parameter};
use crate::holdings::{Held, Holding, Scope};
use crate::representation::{
    Apportionment, Check, CheckStatus, Exact, ExactModel, QuorumAnswer, QuorumRow, QuorumTest, Rotation, Tally,
    TallyResult, VotingPower,
};
use crate::sorting::Arrange;

/// The reason of a finding as a clause that can follow "because".
pub(super) fn clause(said: &Said<'_>) -> String {
    let number = |name: &str| plain(said.number(name));
    match said.0.code {
        Code::ZeroRepresentation if said.is_true("rate") => {
            format!("it reached none of the {} there were", number("total"))
        }
        Code::ZeroRepresentation if said.is_true("avoidable") => {
            format!("it holds none of {}, which could be avoided", all(said))
        }
        Code::ZeroRepresentation => format!(
            "it holds none of {}; with {} organisations somebody must be without",
            all(said),
            number("organisations")
        ),
        Code::BelowEntitlement | Code::AboveEntitlement if said.has("rate") => format!(
            "it has {} of the {} it could have had, and {} is asked for",
            number("held"),
            rounded(said.number("entitlement")),
            percent(said.number("rate"))
        ),
        Code::BelowEntitlement | Code::AboveEntitlement => {
            let way = if said.0.code == Code::BelowEntitlement { "fewer" } else { "more" };
            let entitled = rounded(said.number("entitlement"));
            let all = all(said);
            format!("it holds {} of {all}, {way} than its entitlement of {entitled}", number("held"))
        }
        Code::Unattributed => {
            let [one, several] = match said.text("of").and_then(Held::from_word) {
                None | Some(Held::Posts | Held::Scorers) => ["person", "people"],
                what => nouns(what),
            };
            let by =
                said.text("by").map_or_else(|| "an organisation".into(), |by| format!("a {}", by.replace('_', " ")));
            format!("{} without {by}, counted beside", is_are(said.number("count"), one, several))
        }
        Code::PartsMetTotalNot => {
            format!("each of {} parts is as equal as it can be, and the whole is not", number("parts"))
        }
        Code::CountNotKnown => format!("not known what is held by {}", list(&said.names("organisations"))),
        Code::ExactNotComputed => format!(
            "there are too many ways to share {} among {} organisations to look at each (at most {})",
            all(said),
            number("organisations"),
            number("most")
        ),
        Code::QuorumFailed => format!("{}, and {} present", asked(said), is_are(said.number("present"), "is", "are")),
        Code::QuorumImpossible => {
            format!(
                "{}, and with everybody there who may count it would be {}: it can never be met",
                asked(said),
                number("present")
            )
        }
        Code::AttendanceNotCounted => {
            let why = match said.text("reason").unwrap_or_default() {
                "conflict" => "has a conflict of interest",
                "deputy" => "sent a deputy, and deputies do not count",
                _ => "is not a member",
            };
            format!("the presence of {} is not counted: this person {why}", said.text("member").unwrap_or_default())
        }
        Code::VoteTied => {
            format!("{} are tied with {}", list(&said.names("options")), count(said.number("votes") as i64, "vote"))
        }
        Code::VoteNotCounted => {
            let why = if said.text("reason") == Some("recused") { "stood aside" } else { "may not vote" };
            format!("the vote of {} is not counted: this voter {why}", said.text("voter").unwrap_or_default())
        }
        Code::TurnNotCounted => {
            format!("its turn of {} is not counted: it was not a member on that day", said.day("on"))
        }
        Code::NoVotingPower => {
            format!("its weight of {} never decides anything: no coalition needs it", number("weight"))
        }
        Code::QuotaTooLow => format!(
            "a quota of {} of {} votes is so low that two sides could both carry",
            number("quota"),
            number("total")
        ),
        _ => String::new(),
    }
}

impl Said<'_> {
    fn is_true(&self, name: &str) -> bool {
        matches!(self.0.parameters.get(name), Some(Parameter::Other(other)) if **other == serde_json::Value::Bool(true))
    }
}

/// A number as people write it: 1200000 is 1,200,000.
pub(super) fn plain(number: f64) -> String {
    let text = format!("{number}");
    let (whole, rest) =
        text.split_once('.').map_or((text.as_str(), String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 && digit != '-' {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &rest
}

/// With at most two decimals.
pub(super) fn rounded(number: f64) -> String {
    plain((number * 100.0).round() / 100.0)
}

/// What is held, one and several; posts where nothing else is said.
pub(super) fn nouns(what: Option<Held>) -> [&'static str; 2] {
    match what {
        Some(Held::Seats) => ["seat", "seats"],
        Some(Held::PrioritiesLed) => ["priority", "priorities"],
        Some(Held::Scorers) => ["scorer", "scorers"],
        Some(Held::Attendance) => ["meeting", "meetings"],
        Some(Held::Chairs) => ["turn in the chair", "turns in the chair"],
        Some(Held::Hosts) => ["turn as host", "turns as host"],
        Some(Held::Votes) => ["vote", "votes"],
        _ => ["post", "posts"],
    }
}

fn things(number: f64, what: Option<Held>) -> String {
    let [one, several] = nouns(what);
    if number == 1.0 { format!("1 {one}") } else { format!("{} {several}", plain(number)) }
}

/// All that a finding speaks of.
fn all(said: &Said<'_>) -> String {
    things(said.number("total"), said.text("of").and_then(Held::from_word))
}

/// "1 person is", "3 people are"; of "is" and "are" themselves the number with them.
fn is_are(number: f64, one: &str, many: &str) -> String {
    match (number == 1.0, one) {
        (true, "is") => "1 is".into(),
        (false, "is") => format!("{} {many}", plain(number)),
        (true, _) => format!("1 {one} is"),
        (false, _) => format!("{} {many} are", plain(number)),
    }
}

/// So many names fit a sentence; the result lists them all.
const MOST_NAMED: usize = 20;

/// Names, or how many there are.
fn named(names: &[String]) -> String {
    if names.len() > MOST_NAMED { format!("{} organisations", plain(names.len() as f64)) } else { list(names) }
}

fn one_of(names: &[String]) -> String {
    match names {
        [] => "nobody".into(),
        many if many.len() > MOST_NAMED => format!("any of {}", named(many)),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// What a quorum asks for.
fn asked(said: &Said<'_>) -> String {
    let required = plain(said.number("required"));
    match said.text("rule").unwrap_or_default() {
        "per_organisation" => format!("at least {required} of each organisation must be present"),
        "minimum_organisations" => format!("at least {required} organisations must be present"),
        "role" => {
            format!(
                "at least {required} with the role {} must be present",
                said.text("role").unwrap_or_default().replace('_', " ")
            )
        }
        "fraction" => format!("at least {required} must be present by the share asked for"),
        _ => format!("at least {required} must be present"),
    }
}

fn findings(findings: &[Finding]) -> impl Iterator<Item = String> + '_ {
    findings.iter().map(finding)
}

/// Counts from the most to the fewest; of many how often each stands there.
fn pattern(counts: impl Iterator<Item = u32>) -> String {
    let mut counts: Vec<u32> = counts.collect();
    counts.arrange_by(|a, b| b.cmp(a));
    if counts.len() > MOST_NAMED {
        let alike = counts.chunk_by(|a, b| a == b);
        return list(&alike.map(|alike| format!("{} for each of {}", alike[0], alike.len())).collect::<Vec<_>>());
    }
    counts.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Who holds how much.
pub(crate) fn checked(check: &Check) -> Vec<String> {
    told(check, None, None)
}

/// A kind of meeting beside what it was.
fn in_brackets(kind: Option<MeetingKind>) -> String {
    kind.map(|kind| format!(" ({})", kind.as_str().replace('_', " "))).unwrap_or_default()
}

/// What organisations of a programme hold, and for which part of it.
pub(crate) fn heading(row: &Holding) -> String {
    let words = |id: &Option<String>| id.as_deref().unwrap_or_default().replace('_', " ");
    let mut what = match (row.what, row.meeting_kind) {
        (Held::Posts, _) if row.role.is_some() => format!("Posts as {}", words(&row.role)),
        (Held::Posts, _) => "Posts".into(),
        (Held::Seats, _) => "Seats".into(),
        (Held::PrioritiesLed, _) => "Priorities led".into(),
        (Held::Scorers, _) => "Scorers".into(),
        (Held::Attendance, kind) => format!("Attendance of meetings{}", in_brackets(kind)),
        (Held::Chairs, _) => "Meetings chaired".into(),
        (Held::Hosts, kind) => format!("Meetings hosted{}", in_brackets(kind)),
        (Held::Votes, _) => "Decisions voted on".into(),
    };
    what.push_str(&match row.scope {
        Scope::Programme => ", whole programme".to_owned(),
        scope => format!(", {scope} {}", row.id.as_deref().unwrap_or_default()),
    });
    if row.by.is_some() {
        what.push_str(&format!(", by {}", words(&row.by)));
    }
    if row.shares.is_some() {
        what.push_str(&format!(", in proportion to {}", words(&row.shares)));
    }
    what
}

/// Something that organisations of a programme hold: what and for which part, then the check.
pub(crate) fn held(row: &Holding) -> Vec<String> {
    let what = heading(row);
    let from = row.from.map(|from| format!("{} to ", from.in_words())).unwrap_or_default();
    let mut said = vec![format!("{what}, {from}{}.", row.to.in_words())];
    said.extend(told(&row.check, Some(row.what), row.role.as_deref()));
    said.extend(row.rotation.as_ref().and_then(waited));
    said
}

/// Who has waited longest.
fn waited(rotation: &Rotation) -> Option<String> {
    match rotation.longest_wait.as_slice() {
        [] => None,
        [one] => Some(format!("{one} has waited longest.")),
        several => Some(format!("{} have waited longest.", named(several))),
    }
}

/// What a check found, of such things.
fn told(check: &Check, what: Option<Held>, role: Option<&str>) -> Vec<String> {
    let mut said: Vec<String> = first(check, what, role).into_iter().collect();
    said.push(
        match check.status {
            CheckStatus::Met => "Equal representation is met.",
            CheckStatus::MetAsFarAsPossible => "Equal representation is met as far as possible.",
            CheckStatus::NotMet => "Equal representation is not met.",
            CheckStatus::NotAssessable => "Equal representation cannot be assessed.",
        }
        .into(),
    );
    if let Some(wte) = &check.wte {
        let held = wte.held.iter().map(|(id, held)| match held {
            Some(held) => format!("{id} {}", rounded(*held)),
            None => format!("{id} not known"),
        });
        said.push(format!(
            "By whole-time equivalents it is {}: {}.",
            status_word(wte.status),
            list(&held.collect::<Vec<_>>())
        ));
    }
    said.extend(findings(&check.findings));
    said.extend(check.exact.as_ref().map(footnote));
    said
}

/// Who is worst off, what would be best, how many moves lead there, and who is next: one sentence.
fn first(check: &Check, what: Option<Held>, role: Option<&str>) -> Option<String> {
    if check.status == CheckStatus::NotAssessable {
        return None;
    }
    let held = |id: &String| check.counts.get(id).copied().flatten().unwrap_or(0);
    // Posts of one role are called by it: 11 clinical lead posts, the next clinical lead.
    let role = role.map(|role| role.replace('_', " "));
    let [one, several] = nouns(what);
    let all = match &role {
        Some(role) => format!("{} {role} {}", plain(check.total.into()), if check.total == 1 { one } else { several }),
        None => things(check.total.into(), what),
    };
    let one = role.as_deref().unwrap_or(one);
    let Some(best) = &check.best_possible else {
        // A rate of attendance: each is held to all that it could have had.
        let could = |id: &String| check.entitlement.get(id).copied().unwrap_or_default();
        let row = |id: &String| format!("{id} reached {} of {}", held(id), rounded(could(id)));
        let rows: Vec<String> = check.worst_off.iter().map(row).collect();
        return Some(if rows.is_empty() {
            "Everybody reached all there was.".into()
        } else {
            format!("{}.", list(&rows))
        });
    };
    let mut parts = vec![match check.worst_off.as_slice() {
        [] => format!("Nobody is below the entitlement to {all}"),
        [id] => format!("{id} holds {} of {all}", held(id)),
        [id, others @ ..] if others.iter().all(|other| held(other) == held(id)) => {
            format!("{} hold {} of {all} each", named(&check.worst_off), held(id))
        }
        several => format!("{} are furthest below their entitlements to {all}", named(several)),
    }];
    parts.push(format!("{} is as equal as it can be", pattern(best.nearest.values().copied())));
    let moves = check
        .moves
        .iter()
        .flatten()
        .map(|step| format!("{} from {} to {}", plain(step.posts.into()), step.from, step.to));
    let moves = list(&moves.collect::<Vec<_>>());
    parts.push(match check.moves_needed.unwrap_or_default() {
        0 => "no move is needed".into(),
        1 => format!("1 move is needed: {moves}"),
        many => format!("{} moves are needed: {moves}", plain(many.into())),
    });
    if let Some(next) = check.next.iter().flatten().next() {
        parts.push(format!("the next {one} should come from {}", one_of(next)));
    }
    Some(format!("{}.", parts.join("; ")))
}

fn status_word(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Met => "met",
        CheckStatus::MetAsFarAsPossible => "met as far as possible",
        CheckStatus::NotMet => "not met",
        CheckStatus::NotAssessable => "not assessable",
    }
}

fn footnote(exact: &Exact) -> String {
    let chance = match exact.model {
        ExactModel::Multinomial => "if each post fell by chance, by entitlement alone",
        ExactModel::Hypergeometric => "if people were drawn by chance from the pools",
    };
    let detected = match &exact.detectable {
        Some(detectable) => format!(
            "the mildest arrangement that this could tell from chance is {}",
            detectable.posts.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
        ),
        None => "with so few posts no arrangement could be told from chance".into(),
    };
    format!(
        "Footnote: {chance}, an arrangement no likelier than this would come up with a probability of {}; {detected}. \
         This is no verdict on fairness.",
        probability(exact.p)
    )
}

/// Two figures that count.
fn probability(p: f64) -> String {
    if p < 0.001 {
        "less than 0.001".into()
    } else if p < 0.1 {
        format!("{p:.3}")
    } else {
        format!("{p:.2}")
    }
}

/// Seats shared out.
pub(crate) fn apportioned(shared: &Apportionment) -> Vec<String> {
    let seats = shared.seats.iter().map(|(id, seats)| format!("{id} {}", plain((*seats).into())));
    let method = match shared.method.as_str() {
        "hamilton" => "Hamilton’s method",
        "dhondt" => "D’Hondt’s method",
        "sainte_lague" => "Sainte-Laguë’s method",
        "modified_sainte_lague" => "the modified Sainte-Laguë method",
        "huntington_hill" => "Huntington and Hill’s method",
        "adams" => "Adams’s method",
        _ => "Dean’s method",
    };
    let mut said = vec![format!("By {method} these seats are certain: {}.", list(&seats.collect::<Vec<_>>()))];
    if shared.to_draw > 0 {
        let last =
            if shared.to_draw == 1 { "the last seat".into() } else { format!("the last {} seats", shared.to_draw) };
        said.push(format!("{} have equal claims to {last}.", named(&shared.tied)));
    }
    if let Some(drawn) = shared.drawn.as_deref().filter(|drawn| !drawn.is_empty()) {
        let seed = shared.seed.map(|seed| format!(" with seed {seed}")).unwrap_or_default();
        said.push(format!("Drawn by lot{seed}: {}.", list(drawn)));
    }
    said
}

/// Whether a meeting may decide.
pub(crate) fn quorate(answer: &QuorumAnswer) -> Vec<String> {
    let counted = is_are(answer.counted.len() as f64, "is", "are");
    let first = match (answer.quorate, answer.fewest_absences_to_break) {
        (true, Some(1)) => format!("The meeting is quorate: {counted} counted. One more absence would end that."),
        (true, Some(fewest)) => {
            format!("The meeting is quorate: {counted} counted. {fewest} more absences would end that.")
        }
        (true, None) => format!("The meeting is quorate: {counted} counted."),
        (false, _) => {
            let lacking: Vec<String> = answer.failed.iter().map(lacking).collect();
            format!("The meeting is not quorate: {counted} counted; {}.", lacking.join("; "))
        }
    };
    let rest = answer.findings.iter().filter(|finding| finding.code != Code::QuorumFailed).map(finding);
    std::iter::once(first).chain(rest).collect()
}

fn lacking(row: &QuorumRow) -> String {
    let of = row.organisation.as_ref().map(|id| format!(" of {id}")).unwrap_or_default();
    let missing = row.short_by;
    match (row.rule, &row.role) {
        (QuorumTest::Role, Some(role)) => format!("{missing} with the role {} lacking", role.replace('_', " ")),
        (QuorumTest::MinimumOrganisations, _) => format!("{} lacking", count(missing.into(), "organisation")),
        _ => format!("{missing}{of} lacking ({} needed, {} there)", row.required, row.present),
    }
}

/// What a vote decided.
pub(crate) fn polled(tally: &Tally) -> Vec<String> {
    let totals: Vec<String> = tally.totals.iter().map(|option| format!("{} {}", option.option, option.votes)).collect();
    let votes = if totals.is_empty() { String::new() } else { format!(" ({})", totals.join(", ")) };
    let needed = format!("{} needed", is_are(tally.required.into(), "is", "are"));
    let first = match (tally.result, &tally.outcome) {
        (TallyResult::Decided, Some(outcome)) => format!("“{outcome}” carries{votes}; {needed}."),
        (TallyResult::Tied, _) => format!("The vote is tied{votes}; {needed}, so nothing carries."),
        (TallyResult::NoVotes, _) if !tally.totals.is_empty() => {
            format!("No vote{votes} weighs anything, so nothing carries.")
        }
        (TallyResult::NoVotes, _) => "Nobody voted, so nothing carries.".into(),
        _ => format!("No option has the majority{votes}; {needed}."),
    };
    let aside = |names: &[String], what: &str| (!names.is_empty()).then(|| format!("{} {what}.", list(names)));
    let mut said = vec![first];
    said.extend(aside(&tally.abstained, "abstained"));
    said.extend(aside(&tally.recused, "stood aside"));
    said.extend(tally.findings.iter().filter(|finding| finding.code != Code::VoteTied).map(finding));
    said
}

/// Whose turn it is.
pub(crate) fn rotated(rotation: &Rotation) -> Vec<String> {
    let turns: Vec<String> = (rotation.balance.iter())
        .map(|row| format!("{} {} (fair part {})", row.organisation, row.turns, rounded(row.expected)))
        .collect();
    let mut said = vec![format!("Turns up to {}: {}.", rotation.as_at.in_words(), list(&turns))];
    said.push(match rotation.status {
        CheckStatus::NotAssessable => "There are no turns to compare.".into(),
        status => format!("An equal rotation is {}.", status_word(status)),
    });
    if !rotation.next.is_empty() {
        said.push(format!("Next should be {}. {}", one_of(&rotation.next), waited(rotation).unwrap_or_default()));
    }
    said.extend(findings(&rotation.findings));
    said
}

/// Voting power beside voting weight.
pub(crate) fn powerful(power: &VotingPower) -> Vec<String> {
    let mut said: Vec<String> = vec![format!("{} of {} votes carry.", plain(power.quota), plain(power.total))];
    said.extend(power.organisations.iter().map(|row| {
        let veto = if row.veto { "; nothing passes without it" } else { "" };
        let (banzhaf, shapley) = (percent(row.banzhaf), percent(row.shapley_shubik));
        format!(
            "{} has {} of the votes and {banzhaf} of the power by Banzhaf, {shapley} by Shapley and Shubik{veto}.",
            row.organisation,
            percent(row.weight_share)
        )
    }));
    said.extend(findings(&power.findings));
    said
}

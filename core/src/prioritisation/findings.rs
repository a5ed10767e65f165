//! What a reader should know before trusting the list.

use super::base::Base;
use super::exact::Whole;
use super::exercise::Score;
use super::matrix::Normalisation;
use super::result::Prioritisation;
use super::without::leniency;
use super::{Options, sampling};
use crate::finding::{About, Dimension, Finding, FindingCode as Code, Severity, sorted};

/// Two criteria say the same thing from this correlation on ...
const SAME: f64 = 0.95;
/// ... over at least so many proposals.
const ENOUGH: usize = 4;
/// Scorers are judged by at least so many scores.
const ENOUGH_SCORES: usize = 4;
/// A scorer is far out at so many times the usual distance from the others, and at least a tenth of the scale further.
const FAR: f64 = 3.0;
/// Leniency, and home advantage, of this part of the scale.
const NOTABLE: f64 = 0.15;
/// A winner that comes first in fewer samples than this is uncertain.
const LIKELY: f64 = 0.5;

pub(super) fn findings(base: &Base<'_>, result: &Prioritisation, options: &Options) -> Vec<Finding> {
    let mut found = Vec::new();
    of_the_list(base, result, options, &mut found);
    of_criteria(base, &mut found);
    of_scorers(base, options.name_scorers, &mut found);
    sorted(found)
}

fn finding(code: Code, about: About, id: &str, severity: Severity) -> Finding {
    Finding::new(code, about, id, Dimension::Prioritisation, "prioritisation").severity(severity)
}

fn of_the_list(base: &Base<'_>, result: &Prioritisation, options: &Options, found: &mut Vec<Finding>) {
    let (panel, exercise) = (base.view.panel, base.view.panel.exercise);
    let whole = |code, severity| finding(code, About::Exercise, "", severity);
    let ranked = base.order.best_first.len();
    if ranked == 0 || (ranked > 1 && base.order.winners().len() == ranked) {
        found.push(whole(Code::NothingToldApart, Severity::Amber).with("ranked", ranked));
    }
    let voices = panel.scorers_of.iter().filter(|scorers| **scorers > 0).count();
    if voices == 1 {
        found.push(whole(Code::SingleVoice, Severity::Note).with("scorers", exercise.scorers.len()));
    }
    for other in result.voices.alternatives.iter().filter(|other| other.winner_changed) {
        found.push(
            whole(Code::VoiceDecides, Severity::Amber)
                .with("voice", other.voice.as_str())
                .with("average", other.average.as_str())
                .with("leniency_adjusted", if other.leniency_adjusted { "yes" } else { "no" })
                .with("winners", other.winners.clone())
                .with("moved", other.moved),
        );
    }
    if let Some(checks) = &result.cross_checks {
        for row in checks.rows.iter().filter(|row| row.winner_changed) {
            found.push(
                whole(Code::MethodDecides, Severity::Note)
                    .with("method", row.method.as_str())
                    .with("normalisation", row.normalisation.map(Normalisation::as_str))
                    .with("winners", row.winners.clone())
                    .with("moved", row.moved),
            );
        }
        let turned = || checks.rows.iter().filter_map(|row| Some((row, row.reversal.as_ref()?)));
        if let Some((row, first)) = turned().next() {
            let mut methods: Vec<String> = turned().map(|(row, _)| row.method.as_str().to_owned()).collect();
            methods.dedup();
            found.push(
                whole(Code::RankReversal, Severity::Note)
                    .with("methods", methods)
                    .with("method", row.method.as_str())
                    .with("normalisation", row.normalisation.map(Normalisation::as_str))
                    .with("proposal", first.left_out.clone())
                    .with("above", first.above.clone())
                    .with("below", first.below.clone()),
            );
        }
    }
    for row in result.leave_one_out.organisations.iter().filter(|row| row.winner_changed) {
        found.push(
            finding(Code::SwingOrganisation, About::Organisation, &row.left_out, Severity::Amber)
                .with("winners", row.winners.clone())
                .with("moved", row.moved),
        );
    }
    if result.leave_one_out.swing_scorers > 0 {
        let named = result.leave_one_out.scorers.iter().flatten().filter(|row| row.winner_changed);
        found.push(
            whole(Code::SwingScorer, Severity::Amber)
                .with("count", result.leave_one_out.swing_scorers)
                .with("tried", result.leave_one_out.scorers_tried)
                .with("scorers", named.map(|row| row.left_out.clone()).collect::<Vec<_>>()),
        );
    }
    missing(base, options.name_scorers, found);
    for (proposal, own) in exercise.proposals.iter().enumerate() {
        if base.totals[proposal].is_none() {
            found.push(finding(Code::NotScored, About::Proposal, &own.id, Severity::Amber));
        }
    }
    if let Some(acceptability) = &result.acceptability
        && let Some(first) = acceptability.rows.first().zip(base.order.best_first.first()).map(|(row, _)| row)
        && let Some(share) = first.ranks.first().filter(|share| **share < LIKELY)
    {
        found.push(
            finding(Code::WinnerUncertain, About::Proposal, &first.id, Severity::Note)
                .with("share", *share)
                .with("weights", acceptability.weights.as_str())
                .with("samples", f64::from(acceptability.samples)),
        );
    }
    if options.samples > 0 && exercise.proposals.len() > sampling::MOST_SAMPLED {
        found.push(whole(Code::SamplesLeftOut, Severity::Note).with("most", sampling::MOST_SAMPLED));
    }
    if let Some(line) = result.cut_line.as_ref().filter(|line| !line.grey_zone.is_empty()) {
        found.push(
            whole(Code::GreyZone, Severity::Amber).with("cut", line.cut).with("proposals", line.grey_zone.clone()),
        );
    }
    if result.interests.winner_changed == Some(true) {
        let winners = result.interests.winners.clone().unwrap_or_default();
        found.push(whole(Code::InterestsDecide, Severity::Amber).with("winners", winners));
    }
    for row in &result.interests.home_advantage {
        if let Some(advantage) = row.advantage.filter(|advantage| *advantage >= NOTABLE) {
            found.push(
                finding(Code::HomeAdvantage, About::Organisation, &row.organisation, Severity::Amber)
                    .with("advantage", advantage)
                    .with("proposals", row.proposals),
            );
        }
    }
}

/// A finding names at most so many proposals for which scores are missing, and counts the rest.
const MOST_NAMED: usize = 12;

/// Scores that each organisation's scorers have not given: how many, for which proposals, and by whom if that may be told.
fn missing(base: &Base<'_>, named: bool, found: &mut Vec<Finding>) {
    let (panel, exercise) = (base.view.panel, base.view.panel.exercise);
    let mut by_organisation: Vec<Vec<&Score>> = vec![Vec::new(); exercise.organisations.len()];
    for score in &exercise.scores {
        by_organisation[exercise.scorers[score.scorer].organisation].push(score);
    }
    let mut of_scorer = vec![0; exercise.scorers.len()];
    let mut of_proposal = vec![0; panel.proposals()];
    for (place, scores) in by_organisation.iter().enumerate() {
        let (scorers, each) = (panel.scorers_of[place], panel.proposals() * panel.criteria());
        if scores.len() >= scorers * each {
            continue;
        }
        of_proposal.fill(0);
        for score in scores {
            of_scorer[score.scorer] += 1;
            of_proposal[score.proposal] += 1;
        }
        let gaps = || (0..of_proposal.len()).filter(|own| of_proposal[*own] < scorers * panel.criteria());
        let proposals: Vec<String> = gaps().take(MOST_NAMED).map(|own| exercise.proposals[own].id.clone()).collect();
        let mut own = finding(Code::MissingScores, About::Organisation, &exercise.organisations[place], Severity::Note)
            .with("missing", scorers * each - scores.len())
            .with("expected", scorers * each)
            .with("more_proposals", gaps().count() - proposals.len())
            .with("proposals", proposals);
        if named {
            let scorers = exercise.scorers.iter().zip(&of_scorer);
            let wanting = scorers.filter(|(scorer, given)| scorer.organisation == place && **given < each);
            own = own.with("scorers", wanting.map(|(scorer, _)| scorer.id.clone()).collect::<Vec<_>>());
        }
        found.push(own);
    }
}

fn of_criteria(base: &Base<'_>, found: &mut Vec<Finding>) {
    let (panel, exercise) = (base.view.panel, base.view.panel.exercise);
    let constant = |criterion: usize| {
        let mut cells = (0..panel.proposals()).filter_map(|proposal| base.grid.row(proposal)[criterion].as_ref());
        let first = cells.next();
        let mut more = cells.peekable();
        more.peek().is_some() && more.all(|cell| Some(cell) == first)
    };
    let constants: Vec<bool> = (0..panel.criteria()).map(constant).collect();
    for (criterion, own) in exercise.criteria.iter().enumerate().filter(|(criterion, _)| constants[*criterion]) {
        found.push(
            finding(Code::NeverDiscriminates, About::Criterion, &own.id, Severity::Note)
                .with("weight", panel.shares[criterion]),
        );
    }
    for one in 0..panel.criteria() {
        for other in one + 1..panel.criteria() {
            if let Some(correlation) = correlation(base, one, other).filter(|correlation| *correlation >= SAME) {
                found.push(
                    finding(Code::SameThing, About::Criterion, &exercise.criteria[one].id, Severity::Note)
                        .with("other", exercise.criteria[other].id.clone())
                        .with("correlation", correlation),
                );
            }
        }
    }
}

/// The correlation of two criteria over the proposals that have both, by exact sums.
fn correlation(base: &Base<'_>, one: usize, other: usize) -> Option<f64> {
    let (count, [x, y, xy, xx, yy]) = base.grid.sums(one, other);
    let of_all = Whole::from(count);
    let spread = |products: &Whole, a: &Whole, b: &Whole| (&(&of_all * products) - &(a * b)).about();
    let (together, own, theirs) = (spread(&xy, &x, &y), spread(&xx, &x, &x), spread(&yy, &y, &y));
    let told_apart = count >= ENOUGH && own > 0.0 && theirs > 0.0;
    // Squared first, so that equal columns give exactly 1.
    told_apart.then(|| ((together / own) * (together / theirs)).sqrt().min(1.0) * together.signum())
}

/// Scorers of whom the same is to be said, each with a figure.
type Group = (Code, Severity, Vec<(usize, f64)>);

fn of_scorers(base: &Base<'_>, named: bool, found: &mut Vec<Finding>) {
    let (panel, exercise) = (base.view.panel, base.view.panel.exercise);
    let count = exercise.scorers.len();
    let mut scores: Vec<Vec<f64>> = vec![Vec::new(); count];
    let mut far = vec![0.0; count];
    for proposal in 0..panel.proposals() {
        for (criterion, value) in base.table.row(proposal).iter().enumerate() {
            for given in panel.cell(proposal, criterion) {
                scores[given.scorer].push(given.value);
                far[given.scorer] += value.map_or(0.0, |value| (given.value - value).abs());
            }
        }
    }
    let enough = |scorer: &usize| scores[*scorer].len() >= ENOUGH_SCORES;
    let usable: Vec<usize> = (0..count).filter(enough).collect();
    let distance = |scorer: usize| far[scorer] / scores[scorer].len() as f64;
    let mut distances: Vec<f64> = usable.iter().map(|scorer| distance(*scorer)).collect();
    distances.sort_unstable_by(f64::total_cmp);
    let usual = distances.get(distances.len() / 2).copied().unwrap_or(0.0);
    let lenient = leniency(base);
    let others = usable.len() > 1;
    let groups: [Group; 3] = [
        (
            Code::StraightLiner,
            Severity::Amber,
            (usable.iter().filter(|scorer| scores[**scorer].windows(2).all(|two| two[0] == two[1])))
                .map(|scorer| (*scorer, scores[*scorer][0]))
                .collect(),
        ),
        (
            Code::FarOut,
            Severity::Note,
            (usable.iter().map(|scorer| (*scorer, distance(*scorer))))
                .filter(|(_, distance)| usable.len() > 3 && *distance >= FAR * usual && distance - usual >= 0.1)
                .collect(),
        ),
        (
            Code::Leniency,
            Severity::Note,
            (usable.iter().filter_map(|scorer| Some((*scorer, lenient[*scorer]?))))
                .filter(|(_, by)| others && by.abs() >= NOTABLE)
                .collect(),
        ),
    ];
    for (code, severity, rows) in groups.iter().filter(|(.., rows)| !rows.is_empty()) {
        if !named {
            let organisations = rows.iter().map(|(scorer, _)| exercise.scorers[*scorer].organisation);
            let mut organisations: Vec<String> =
                organisations.map(|place| exercise.organisations[place].clone()).collect();
            organisations.sort();
            organisations.dedup();
            let row = finding(*code, About::Exercise, "", *severity).with("count", rows.len());
            found.push(row.with("organisations", organisations));
            continue;
        }
        for (scorer, by) in rows.iter() {
            let own = &exercise.scorers[*scorer];
            found.push(
                finding(*code, About::Scorer, &own.id, *severity)
                    .with("by", *by)
                    .with("organisations", vec![exercise.organisations[own.organisation].clone()]),
            );
        }
    }
}

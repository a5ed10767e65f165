//! From scorers to organisations to the collaborative, cell by cell, as near values and as exact ones.

mod short_sums;

use std::borrow::Cow;
use std::collections::HashMap;

use super::exact::{Ratio, Whole};
use super::exercise::{Exercise, Notes};
use super::panel::{Given, Panel, Voiced, whole_weights};
use super::{Average, Voice};
use crate::problem::{Code, Problems};

/// How much each organisation's voice counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Rule {
    Equal,
    Pooled,
    /// A share for each organisation, in whole numbers.
    Stated(Vec<i128>),
}

impl Rule {
    pub(crate) fn new(voice: &Voice, exercise: &Exercise) -> Result<Self, Problems> {
        let Voice::Shares(shares) = voice else {
            return Ok(if *voice == Voice::Pooled { Self::Pooled } else { Self::Equal });
        };
        let mut notes = Notes(Vec::new());
        let known: HashMap<&str, usize> =
            exercise.organisations.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
        let mut given = vec![None; known.len()];
        for (id, share) in shares {
            let path = format!("/voice/{}", id.replace('~', "~0").replace('/', "~1"));
            let Some(place) = known.get(id.as_str()) else {
                let message = format!("“{id}” has no scorer in this exercise");
                let accepted = format!("one of: {}", exercise.organisations.join(", "));
                notes.push(Code::DanglingReference, path, Some(id.as_str().into()), &accepted, &message);
                continue;
            };
            if !(share.is_finite() && *share >= 0.0) {
                let message = "a share is a number of 0 or more";
                notes.push(Code::OutOfRange, path, (*share).is_finite().then(|| (*share).into()), message, message);
            }
            given[*place] = Some(*share);
        }
        let scores = |place: &usize| exercise.scorers.iter().any(|scorer| scorer.organisation == *place);
        for place in (0..given.len()).filter(|place| given[*place].is_none()).filter(scores) {
            let id = &exercise.organisations[place];
            let path = format!("/voice/{}", id.replace('~', "~0").replace('/', "~1"));
            let message = format!("the share of “{id}” is not stated");
            notes.push(Code::MissingField, path, None, "a share of 0 or more for every organisation", &message);
        }
        Problems::none(notes.0)?;
        let given: Vec<f64> = given.into_iter().map(Option::unwrap_or_default).collect();
        let mut notes = Notes(Vec::new());
        if !given.is_empty() && given.iter().all(|share| *share == 0.0) {
            let accepted = "a share above 0 for at least one organisation";
            notes.push(Code::WeightsAllZero, "/voice".into(), None, accepted, "all shares are 0");
        }
        let whole = whole_weights(&given);
        if whole.is_none() {
            let accepted = "shares that are whole multiples of one decimal step, together at most 10^30 steps";
            let message = "these shares lie too far apart to be added exactly";
            notes.push(Code::TooManyPlaces, "/voice".into(), None, accepted, message);
        }
        Problems::none(notes.0)?;
        Ok(Self::Stated(whole.unwrap_or_default()))
    }

    /// The same, nearly.
    pub(crate) fn near_share(&self, organisation: usize) -> f64 {
        match self {
            Self::Stated(shares) => shares.get(organisation).map_or(0.0, |share| *share as f64),
            _ => 1.0,
        }
    }

    /// The share of an organisation before it is known who scored a cell.
    fn share(&self, organisation: usize) -> i128 {
        match self {
            Self::Stated(shares) => shares.get(organisation).copied().unwrap_or(0),
            _ => 1,
        }
    }
}

/// Whose scores are left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Without {
    Nobody,
    Organisation(usize),
    /// Everybody but one organisation.
    AllBut(usize),
    Scorer(usize),
    /// Of each proposal, the organisations with an interest in it.
    Interested,
}

/// One way to look at a panel: whose voice counts how much, and who is left out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'p> {
    pub(crate) panel: &'p Panel<'p>,
    pub(crate) rule: &'p Rule,
    pub(crate) average: Average,
    pub(crate) without: Without,
}

impl View<'_> {
    /// The scores of a cell that count.
    fn kept(&self, proposal: usize, criterion: usize) -> Cow<'_, [Given]> {
        let cell = self.panel.cell(proposal, criterion);
        match self.without {
            Without::Nobody => Cow::Borrowed(cell),
            // Scores come by organisation.
            Without::AllBut(kept) => {
                let from = cell.partition_point(|given| given.organisation < kept);
                let until = cell.partition_point(|given| given.organisation <= kept);
                Cow::Borrowed(&cell[from..until])
            }
            _ => cell.iter().filter(|given| self.counts(proposal, given)).copied().collect::<Vec<_>>().into(),
        }
    }

    fn counts(&self, proposal: usize, given: &Given) -> bool {
        match self.without {
            Without::Nobody => true,
            Without::Organisation(left_out) => given.organisation != left_out,
            Without::AllBut(kept) => given.organisation == kept,
            Without::Scorer(left_out) => given.scorer != left_out,
            Without::Interested => !self.panel.exercise.proposals[proposal].interested.contains(&given.organisation),
        }
    }

    /// The value of a cell, nearly: off by less than [`View::error`].
    pub(crate) fn value(&self, proposal: usize, criterion: usize) -> Option<f64> {
        if *self.rule == Rule::Pooled {
            return self.value_of(proposal, criterion, &|given| given.value);
        }
        self.value_by_voice(proposal, criterion)
    }

    /// The same, with each organisation's scores added up by themselves.
    pub(crate) fn value_by_voice(&self, proposal: usize, criterion: usize) -> Option<f64> {
        let pooled = *self.rule == Rule::Pooled;
        if matches!(self.without, Without::Scorer(_)) || (pooled && self.average == Average::Median) {
            return self.value_of(proposal, criterion, &|given| given.value);
        }
        let (mut sum, mut shares) = (0.0, 0.0);
        let voices = self.panel.voices(proposal, criterion);
        if self.without == Without::Nobody && self.average == Average::Mean && !matches!(self.rule, Rule::Stated(_)) {
            // The same steps, without a choice in them: by far the most cells are made so.
            for voice in voices {
                let share = if pooled { voice.count() as i64 as f64 } else { 1.0 };
                sum += share * voice.mean;
                shares += share;
            }
            return (shares > 0.0).then(|| sum / shares);
        }
        for voice in voices.iter().filter(|voice| self.heard(proposal, voice)) {
            let count = voice.count();
            let share = if pooled { count as f64 } else { self.rule.near_share(voice.organisation) };
            // The median of two is their mean.
            let average = match self.average {
                Average::Median if count > 2 => {
                    self.near_average(self.panel.given_by(voice).iter().map(|own| own.value))
                }
                _ => Some(voice.mean),
            };
            if let Some(average) = average.filter(|_| share > 0.0) {
                sum += share * average;
                shares += share;
            }
        }
        (shares > 0.0).then(|| sum / shares)
    }

    /// True if an organisation counts for a proposal, all or some of its scorers.
    fn heard(&self, proposal: usize, voice: &Voiced) -> bool {
        match self.without {
            Without::Nobody | Without::Scorer(_) => true,
            Without::Organisation(left_out) => voice.organisation != left_out,
            Without::AllBut(kept) => voice.organisation == kept,
            Without::Interested => !self.panel.exercise.proposals[proposal].interested.contains(&voice.organisation),
        }
    }

    /// The value of a cell, nearly, with each score taken as `score` says.
    pub(crate) fn value_of(&self, proposal: usize, criterion: usize, score: &impl Fn(&Given) -> f64) -> Option<f64> {
        let given = self.kept(proposal, criterion);
        if *self.rule == Rule::Pooled {
            return self.near_average(given.iter().map(score));
        }
        let (mut sum, mut shares) = (0.0, 0.0);
        for voice in given.chunk_by(|a, b| a.organisation == b.organisation) {
            let share = self.rule.near_share(voice[0].organisation);
            if share > 0.0
                && let Some(average) = self.near_average(voice.iter().map(score))
            {
                sum += share * average;
                shares += share;
            }
        }
        (shares > 0.0).then(|| sum / shares)
    }

    fn near_average(&self, scores: impl Iterator<Item = f64>) -> Option<f64> {
        if self.average == Average::Median {
            return median(scores);
        }
        let (sum, count) = scores.fold((0.0, 0.0), |(sum, count), score| (sum + score, count + 1.0));
        (count > 0.0).then(|| sum / count)
    }

    /// What each organisation adds to the value of a cell; nothing where nobody who counts scored it.
    pub(crate) fn parts(&self, proposal: usize, criterion: usize, part: &mut dyn FnMut(usize, Ratio)) {
        let given = self.kept(proposal, criterion);
        let steps = Whole::from(self.panel.steps[criterion]);
        let voices = || given.chunk_by(|a, b| a.organisation == b.organisation);
        if *self.rule == Rule::Pooled {
            match self.average {
                Average::Median => {
                    let parts = middle_parts(&given, self.panel.steps[criterion]);
                    parts.into_iter().for_each(|(organisation, own)| part(organisation, own));
                }
                Average::Mean => {
                    let under = &Whole::from(given.len()) * &steps;
                    voices().for_each(|voice| part(voice[0].organisation, Ratio::new(sum(voice), under.clone())));
                }
            }
            return;
        }
        let share = |voice: &[Given]| self.rule.share(voice[0].organisation);
        let under = &Whole::from(voices().map(share).sum::<i128>()) * &steps;
        for (voice, share) in voices().map(|voice| (voice, share(voice))).filter(|(_, share)| *share > 0) {
            let (over, count) = match self.average {
                Average::Mean => (sum(voice), voice.len()),
                Average::Median => (middle_twice(voice), 2),
            };
            let over = &Whole::from(over) * &Whole::from(share);
            part(voice[0].organisation, Ratio::new(over, &under * &Whole::from(count)));
        }
    }

    /// The exact value of a cell.
    pub(crate) fn exact(&self, proposal: usize, criterion: usize) -> Option<Ratio> {
        let steps = self.panel.short.as_ref().map(|short| short.steps[criterion]);
        if let Some(short) = steps.and_then(|steps| self.short(proposal, criterion, steps)) {
            return short.map(Ratio::from);
        }
        let mut sum: Option<Ratio> = None;
        self.parts(proposal, criterion, &mut |_, part| {
            sum = Some(sum.take().map_or(part.clone(), |sum| sum.plus(&part)))
        });
        sum
    }

    /// The exact total of a proposal: the weighted mean over the criteria on which it is scored.
    pub(crate) fn total(&self, proposal: usize) -> Option<Ratio> {
        if let Some(short) = self.short_total(proposal) {
            return short.map(Ratio::from);
        }
        let row = (0..self.panel.criteria()).map(|criterion| self.exact(proposal, criterion));
        total(row.collect::<Vec<_>>().iter().map(Option::as_ref), self.panel.whole_weights())
    }

    /// More than any near value or total is off.
    pub(crate) fn error(&self) -> f64 {
        let panel = self.panel;
        let scorers = panel.scorers_of.iter().sum::<usize>();
        let steps = 2 * scorers + 2 * panel.exercise.organisations.len() + 2 * panel.criteria() + 16;
        steps as f64 * f64::EPSILON
    }
}

/// The weighted mean over the cells that have a value; none if these have no weight.
pub(crate) fn total<'r>(
    row: impl Iterator<Item = Option<&'r Ratio>>,
    weights: impl Iterator<Item = Whole>,
) -> Option<Ratio> {
    let (mut sum, mut weight) = (Ratio::ZERO, Whole::ZERO);
    for (cell, own) in row.zip(weights) {
        if let Some(cell) = cell.filter(|_| own.sign() > 0) {
            sum = sum.plus(&Ratio::new(&cell.over * &own, cell.under.clone()));
            weight = &weight + &own;
        }
    }
    (weight.sign() > 0).then(|| Ratio::new(sum.over, &sum.under * &weight))
}

/// Medians of so many need no room of their own.
const FEW: usize = 16;

/// The median; the mean of the middle two of an even number.
fn median(mut scores: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut few, mut count) = ([0.0; FEW], 0);
    for (place, score) in few.iter_mut().zip(&mut scores) {
        *place = score;
        count += 1;
    }
    let mut many: Vec<f64> = Vec::new();
    let values = match scores.next() {
        None => &mut few[..count],
        Some(next) => {
            many.extend(few.iter().copied().chain([next]).chain(scores));
            many.as_mut_slice()
        }
    };
    values.sort_unstable_by(f64::total_cmp);
    let count = values.len();
    (count > 0).then(|| (values[(count - 1) / 2] + values[count / 2]) / 2.0)
}

fn sum(given: &[Given]) -> i128 {
    given.iter().map(|given| given.steps).sum()
}

/// Twice the median, which is whole.
fn middle_twice(given: &[Given]) -> i128 {
    match given {
        [] => return 0,
        [one] => return 2 * one.steps,
        [one, other] => return one.steps + other.steps,
        _ => {}
    }
    let mut steps: Vec<i128> = given.iter().map(|given| given.steps).collect();
    steps.sort_unstable();
    steps[(steps.len() - 1) / 2] + steps[steps.len() / 2]
}

/// The median over all scorers, put down in equal parts to those who gave the middle score; half and half where the
/// two middle scores differ.
fn middle_parts(given: &[Given], steps: i128) -> Vec<(usize, Ratio)> {
    let mut order: Vec<i128> = given.iter().map(|given| given.steps).collect();
    order.sort_unstable();
    let count = order.len();
    if count == 0 {
        return Vec::new();
    }
    let middle = [order[(count - 1) / 2], order[count / 2]];
    let mut parts: Vec<(usize, Ratio)> = Vec::new();
    for voice in given.chunk_by(|a, b| a.organisation == b.organisation) {
        let mut part = Ratio::ZERO;
        for score in middle {
            let of = |rows: &[Given]| Whole::from(rows.iter().filter(|given| given.steps == score).count());
            let under = &(&of(given) * &Whole::from(2_i128)) * &Whole::from(steps);
            part = part.plus(&Ratio::new(&of(voice) * &Whole::from(score), under));
        }
        parts.push((voice[0].organisation, part));
    }
    parts
}

//! Exact values and totals in 64 bits, for as long as these are enough: the same ratios as those of big numbers, sooner.

use super::{Rule, View, Without, middle_twice};
use crate::prioritisation::Average;
use crate::prioritisation::panel::{Given, Voiced};
use crate::prioritisation::short::Short;

impl View<'_> {
    /// What each organisation adds to the value of a cell, in 64 bits; nothing where these are not enough, or where a
    /// median over everybody is in question. Nobody is left out.
    pub(crate) fn short_parts(
        &self,
        proposal: usize,
        criterion: usize,
        mut part: impl FnMut(usize, Short) -> Option<()>,
    ) -> Option<()> {
        let steps = self.panel.short.as_ref()?.steps[criterion];
        let pooled = *self.rule == Rule::Pooled;
        if self.without != Without::Nobody || (pooled && self.average == Average::Median) {
            return None;
        }
        let voices = self.panel.voices(proposal, criterion);
        let share = |voice: &Voiced| match self.rule {
            Rule::Pooled => Some(voice.count() as i64),
            rule => i64::try_from(rule.share(voice.organisation)).ok(),
        };
        let all = voices.iter().try_fold(0_i64, |all, voice| all.checked_add(share(voice)?))?;
        let under = all.checked_mul(steps)?;
        for voice in voices {
            let (over, count) = match self.average {
                Average::Median => (self.middle_twice(voice), 2),
                Average::Mean => (voice.steps, voice.count() as i64),
            };
            let (share, over) = (share(voice)?, i64::try_from(over).ok()?);
            // Where all are pooled an organisation has its number of scorers as share, which cancels out.
            let own = if pooled { Short { over, under: 1 } } else { Short { over, under: count }.times(share)? };
            if share > 0 {
                part(voice.organisation, own.shared(under)?)?;
            }
        }
        Some(())
    }

    /// Twice their median.
    fn middle_twice(&self, voice: &Voiced) -> i128 {
        let given = self.panel.given_by(voice);
        match self.without {
            Without::Scorer(_) => {
                let kept: Vec<Given> = given.iter().filter(|given| self.counts(0, given)).copied().collect();
                middle_twice(&kept)
            }
            _ => middle_twice(given),
        }
    }

    /// Of each organisation the exact totals of all proposals by its own scores, in 64 bits, as far as these are enough.
    pub(crate) fn short_opinions(&self) -> Option<Vec<Vec<Option<Short>>>> {
        let (panel, short) = (self.panel, self.panel.short.as_ref()?);
        let organisations = panel.exercise.organisations.len();
        let mut rows = vec![vec![(Short::ZERO, 0_i64); organisations]; panel.proposals()];
        for (proposal, sums) in rows.iter_mut().enumerate() {
            for (criterion, (weight, steps)) in short.weights.iter().zip(&short.steps).enumerate() {
                for voice in panel.voices(proposal, criterion).iter().filter(|_| *weight > 0) {
                    let (over, under) = match self.average {
                        Average::Mean => (voice.steps, voice.count() as i64),
                        Average::Median => (self.middle_twice(voice), 2),
                    };
                    let own = Short { over: i64::try_from(over).ok()?, under }.times(*weight)?.shared(*steps)?;
                    let (sum, weights) = &mut sums[voice.organisation];
                    sum.add(own)?;
                    *weights = weights.checked_add(*weight)?;
                }
            }
        }
        let total = |(sum, weight): (Short, i64)| if weight > 0 { sum.shared(weight).map(Some) } else { Some(None) };
        (0..organisations).map(|own| rows.iter().map(|sums| total(sums[own])).collect()).collect()
    }

    /// The exact value of a cell in 64 bits, as far as these are enough.
    pub(super) fn short(&self, proposal: usize, criterion: usize, steps: i64) -> Option<Option<Short>> {
        let pooled = *self.rule == Rule::Pooled;
        if pooled && self.average == Average::Median {
            return None;
        }
        let left_out = match self.without {
            Without::Scorer(left_out) => Some((self.panel.exercise.scorers[left_out].organisation, left_out)),
            _ => None,
        };
        if let Some(value) = self.of_equal_numbers(proposal, criterion) {
            return Some(Some(value.shared(steps)?));
        }
        let everybody = matches!(self.without, Without::Nobody | Without::Scorer(_));
        let (mut sum, mut all) = (Short::ZERO, 0_i64);
        for voice in self.panel.voices(proposal, criterion) {
            if !(everybody || self.heard(proposal, voice)) {
                continue;
            }
            let (mut over, mut count) = (voice.steps, voice.count() as i64);
            if let Some((organisation, scorer)) = left_out
                && organisation == voice.organisation
                && let given = self.panel.given_by(voice)
                && let Ok(place) = given.binary_search_by_key(&scorer, |given| given.scorer)
            {
                (over, count) = (over - given[place].steps, count - 1);
            }
            let share = if pooled { count } else { i64::try_from(self.rule.share(voice.organisation)).ok()? };
            if count == 0 || share == 0 {
                continue;
            }
            if self.average == Average::Median {
                (over, count) = (self.middle_twice(voice), 2);
            }
            let over = i64::try_from(over).ok()?;
            sum.add(if pooled { Short { over, under: 1 } } else { Short { over, under: count }.times(share)? })?;
            all = all.checked_add(share)?;
        }
        Some(if all > 0 { Some(sum.shared(all)?.shared(steps)?) } else { None })
    }

    /// The mean steps of a cell that equally many scorers of every organisation scored, each organisation counting the same:
    /// the same ratio as one added up voice by voice, sooner. Nothing for any other cell.
    fn of_equal_numbers(&self, proposal: usize, criterion: usize) -> Option<Short> {
        if *self.rule != Rule::Equal || self.average != Average::Mean {
            return None;
        }
        let left_out = match &self.without {
            Without::Nobody => &[],
            Without::Organisation(left_out) => std::slice::from_ref(left_out),
            Without::Interested => self.panel.exercise.proposals[proposal].interested.as_slice(),
            _ => return None,
        };
        let (mut over, mut each, mut all) = (0_i64, 0, 0);
        for voice in self.panel.voices(proposal, criterion) {
            if left_out.contains(&voice.organisation) {
                continue;
            }
            if voice.count() != each && all > 0 {
                return None;
            }
            over = over.checked_add(i64::try_from(voice.steps).ok()?)?;
            (each, all) = (voice.count(), all + 1);
        }
        if all == 0 { None } else { Short { over, under: each as i64 }.shared(all) }
    }

    /// The exact total of a proposal in 64 bits, as far as these are enough.
    pub(super) fn short_total(&self, proposal: usize) -> Option<Option<Short>> {
        let short = self.panel.short.as_ref()?;
        let (mut sum, mut weight) = (Short::ZERO, 0_i64);
        for (criterion, (own, steps)) in short.weights.iter().zip(&short.steps).enumerate() {
            if *own == 0 {
                continue;
            }
            if let Some(cell) = self.short(proposal, criterion, *steps)? {
                sum.add(cell.times(*own)?)?;
                weight = weight.checked_add(*own)?;
            }
        }
        Some(if weight > 0 { Some(sum.shared(weight)?) } else { None })
    }
}

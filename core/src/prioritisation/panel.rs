//! The scores, put in order by proposal, criterion, organisation and scorer, in whole steps of each scale.

use super::exact::{Ratio, Whole};
use super::exercise::{Criterion, Exercise, Notes};
use crate::decimal::digits_and_places;
use crate::problem::{Code, Problems};
use crate::sorting::Arrange;

/// Scales of at most so many steps, and weights of at most so many, are worked with in 64 bits.
const SHORT_STEPS: i128 = 1 << 31;
/// Whole numbers up to here, and their differences, are binary fractions themselves.
const SHORT_SCORE: f64 = 1_073_741_824.0;
/// A scale or a sum of weights has at most so many of its smallest steps: sums of a panel's scores then fit 128 bits.
const MOST_STEPS: i128 = 1_000_000_000_000_000_000_000_000_000_000;

/// A valid exercise, ready to be aggregated.
#[derive(Debug)]
pub(crate) struct Panel<'e> {
    pub(crate) exercise: &'e Exercise,
    /// Of each criterion, its weight as a whole number.
    pub(crate) weights: Vec<i128>,
    /// The sum of the weights, above 0 unless there is no criterion.
    pub(crate) weight: i128,
    /// Of each criterion, its share of the weight.
    pub(crate) shares: Vec<f64>,
    /// Of each criterion, how many smallest steps there are from worst to best.
    pub(crate) steps: Vec<i128>,
    /// The steps and the weights in 64 bits; nothing where some are too long.
    pub(crate) short: Option<ShortPanel>,
    /// Where the scores of each cell begin; one more than there are cells.
    starts: Vec<usize>,
    given: Vec<Given>,
    /// Where the voices of each cell begin.
    voice_starts: Vec<usize>,
    voices: Vec<Voiced>,
    /// Of each organisation, how many scorers it has.
    pub(crate) scorers_of: Vec<usize>,
}

/// What a panel counts in, in 64 bits.
#[derive(Debug)]
pub(crate) struct ShortPanel {
    pub(crate) steps: Vec<i64>,
    pub(crate) weights: Vec<i64>,
}

/// What one organisation's scorers gave a cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Voiced {
    pub(crate) organisation: usize,
    /// Where their scores stand.
    from: usize,
    until: usize,
    /// The sum of their steps above the worst.
    pub(crate) steps: i128,
    /// The sum of their values from 0 to 1.
    pub(crate) value: f64,
    /// Their mean.
    pub(crate) mean: f64,
}

impl Voiced {
    /// How many scores.
    pub(crate) fn count(&self) -> usize {
        self.until - self.from
    }
}

/// One score in its cell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    pub(crate) organisation: usize,
    pub(crate) scorer: usize,
    /// Steps above the worst.
    pub(crate) steps: i128,
    /// From 0, the worst, to 1, the best.
    pub(crate) value: f64,
}

impl<'e> Panel<'e> {
    /// Checks an exercise and puts its scores in order.
    pub(crate) fn new(exercise: &'e Exercise) -> Result<Self, Problems> {
        exercise.check()?;
        let mut notes = Notes(Vec::new());
        let (places, steps) = scales(exercise, &mut notes);
        let given: Vec<f64> = exercise.criteria.iter().map(|criterion| criterion.weight).collect();
        let weights = whole_weights(&given).unwrap_or_else(|| {
            notes.push(
                Code::TooManyPlaces,
                "/criteria".into(),
                None,
                "weights that are whole multiples of one decimal step, together at most 10^30 steps",
                "these weights lie too far apart to be added exactly",
            );
            vec![1; given.len()]
        });
        Problems::none(std::mem::take(&mut notes.0))?;
        let weight: i128 = weights.iter().sum();
        let shares = weights.iter().map(|own| Ratio::new(*own, weight.max(1)).to_f64()).collect();
        let mut scorers_of = vec![0; exercise.organisations.len()];
        exercise.scorers.iter().for_each(|scorer| scorers_of[scorer.organisation] += 1);
        let (starts, given) = sorted(exercise, &places, &steps);
        let (voice_starts, voices) = voiced(&starts, &given);
        let short = |numbers: &[i128]| -> Option<Vec<i64>> {
            numbers.iter().map(|own| i64::try_from(*own).ok().filter(|own| i128::from(*own) <= SHORT_STEPS)).collect()
        };
        let short = short(&steps).zip(short(&weights)).map(|(steps, weights)| ShortPanel { steps, weights });
        let panel =
            Self { exercise, weights, weight, shares, steps, short, starts, given, voice_starts, voices, scorers_of };
        panel.each_once(&mut notes);
        Problems::none(notes.0)?;
        Ok(panel)
    }

    pub(crate) fn proposals(&self) -> usize {
        self.exercise.proposals.len()
    }

    pub(crate) fn criteria(&self) -> usize {
        self.exercise.criteria.len()
    }

    /// The weights, to calculate with.
    pub(crate) fn whole_weights(&self) -> impl Iterator<Item = Whole> {
        self.weights.iter().map(|weight| Whole::from(*weight))
    }

    /// The scores of a proposal on a criterion, by organisation and scorer.
    pub(crate) fn cell(&self, proposal: usize, criterion: usize) -> &[Given] {
        let cell = proposal * self.criteria() + criterion;
        &self.given[self.starts[cell]..self.starts[cell + 1]]
    }

    /// The organisations that scored a proposal on a criterion, in order.
    pub(crate) fn voices(&self, proposal: usize, criterion: usize) -> &[Voiced] {
        let cell = proposal * self.criteria() + criterion;
        &self.voices[self.voice_starts[cell]..self.voice_starts[cell + 1]]
    }

    /// The scores of one of them, by scorer.
    pub(crate) fn given_by(&self, voice: &Voiced) -> &[Given] {
        &self.given[voice.from..voice.until]
    }

    fn each_once(&self, notes: &mut Notes) {
        let cells = self.starts.windows(2).map(|ends| &self.given[ends[0]..ends[1]]);
        let twice = cells.enumerate().filter(|(_, cell)| cell.windows(2).any(|two| two[0].scorer == two[1].scorer));
        for (cell, _) in twice {
            let (proposal, criterion) = (cell / self.criteria(), cell % self.criteria());
            let rows = self.exercise.scores.iter().enumerate();
            let rows = rows.filter(|(_, row)| row.proposal == proposal && row.criterion == criterion);
            let mut seen = std::collections::HashMap::new();
            for (place, row) in rows {
                let first = *seen.entry(row.scorer).or_insert(place);
                if first != place {
                    let message = format!("this scorer's score is given already at /scores/{first}");
                    notes.push(Code::DuplicateId, format!("/scores/{place}"), None, "each score once", &message);
                }
            }
        }
    }
}

/// Of each criterion, the decimal places of its scale and scores, and the steps from worst to best.
fn scales(exercise: &Exercise, notes: &mut Notes) -> (Vec<i32>, Vec<i128>) {
    let places_of = |number: f64| digits_and_places(number).map_or(0, |(_, places)| places);
    let mut places: Vec<i32> =
        (exercise.criteria.iter()).map(|criterion| places_of(criterion.worst).max(places_of(criterion.best))).collect();
    for score in &exercise.scores {
        let known = &mut places[score.criterion];
        // A whole number needs no place more than a whole number has.
        let whole = *known >= 0 && score.score.abs() < 1e15 && score.score as i64 as f64 == score.score;
        if !whole {
            *known = (*known).max(places_of(score.score));
        }
    }
    let mut steps = Vec::with_capacity(places.len());
    for (place, criterion) in exercise.criteria.iter().enumerate() {
        let ends = (in_steps(criterion.worst, places[place]), in_steps(criterion.best, places[place]));
        let range = if let (Some(worst), Some(best)) = ends { best.checked_sub(worst) } else { None };
        let range = range.map(i128::abs).filter(|range| *range <= MOST_STEPS);
        if range.is_none() {
            notes.push(
                Code::TooManyPlaces,
                format!("/criteria/{place}/scale"),
                None,
                "a scale of at most 10^30 smallest steps, counting the decimal places of its scores",
                "this scale and its scores have too many decimal places to be added exactly",
            );
        }
        steps.push(range.unwrap_or(1));
    }
    (places, steps)
}

/// A number in steps of 10^-places.
fn in_steps(number: f64, places: i32) -> Option<i128> {
    if places == 0 && number.abs() < 1e15 && number as i64 as f64 == number {
        return Some(i128::from(number as i64));
    }
    let (digits, own) = digits_and_places(number)?;
    if digits == 0 {
        return Some(0);
    }
    let more = u32::try_from(places.checked_sub(own)?).ok()?;
    if more == 0 {
        return Some(digits);
    }
    digits.checked_mul(10_i128.checked_pow(more)?)
}

/// Weights as whole numbers in the same proportion.
pub(crate) fn whole_weights(weights: &[f64]) -> Option<Vec<i128>> {
    let places = weights.iter().filter(|weight| **weight != 0.0).map(|weight| digits_and_places(*weight));
    let places = places.map(|spelled| spelled.map(|(_, places)| places)).collect::<Option<Vec<i32>>>()?;
    let places = places.into_iter().max().unwrap_or(0);
    let whole = weights.iter().map(|weight| in_steps(*weight, places)).collect::<Option<Vec<i128>>>()?;
    let sum = whole.iter().try_fold(0_i128, |sum, weight| sum.checked_add(*weight))?;
    (sum <= MOST_STEPS).then_some(whole)
}

/// The scores by cell, in each by organisation and scorer: two counting sorts, the finer order first.
fn sorted(exercise: &Exercise, places: &[i32], steps: &[i128]) -> (Vec<usize>, Vec<Given>) {
    let mut voices: Vec<usize> = (0..exercise.scorers.len()).collect();
    voices.arrange_by_key(|scorer| exercise.scorers[*scorer].organisation);
    let mut turn = vec![0; voices.len()];
    voices.iter().enumerate().for_each(|(place, scorer)| turn[*scorer] = place);
    let (_, by_scorer) = counted(exercise.scores.len(), voices.len(), |row| turn[exercise.scores[row].scorer]);
    let criteria = exercise.criteria.len();
    let cell = |row: usize| exercise.scores[row].proposal * criteria + exercise.scores[row].criterion;
    let (starts, order) = counted(by_scorer.len(), exercise.proposals.len() * criteria, |place| cell(by_scorer[place]));
    let ends = exercise.criteria.iter().zip(places);
    let worst: Vec<i128> = ends.map(|(own, places)| in_steps(own.worst, *places).unwrap_or_default()).collect();
    // Whole numbers on a scale of whole numbers need no more than a subtraction.
    let short = |(own, (places, steps)): (&Criterion, (&i32, &i128))| {
        let steps = i32::try_from(*steps).ok().filter(|_| *places == 0)?;
        (own.worst.abs() < SHORT_SCORE && own.best.abs() < SHORT_SCORE).then_some((own.worst, f64::from(steps)))
    };
    let short: Vec<Option<(f64, f64)>> = exercise.criteria.iter().zip(places.iter().zip(steps)).map(short).collect();
    let given = order.iter().map(|place| {
        let score = &exercise.scores[by_scorer[*place]];
        let criterion = score.criterion;
        let organisation = exercise.scorers[score.scorer].organisation;
        if let Some((worst, steps)) = short[criterion] {
            let above = (score.score - worst).abs();
            return Given { organisation, scorer: score.scorer, steps: i128::from(above as i64), value: above / steps };
        }
        let above = match in_steps(score.score, places[criterion]) {
            Some(score) => (score - worst[criterion]).abs(),
            None => 0,
        };
        Given { organisation, scorer: score.scorer, steps: above, value: fraction(above, steps[criterion]) }
    });
    (starts, given.collect())
}

/// The organisations of each cell: where each cell's begin, and what they gave.
fn voiced(starts: &[usize], given: &[Given]) -> (Vec<usize>, Vec<Voiced>) {
    let (mut voice_starts, mut voices) = (Vec::with_capacity(starts.len()), Vec::<Voiced>::new());
    voice_starts.push(0);
    for ends in starts.windows(2) {
        let first = voices.len();
        for (place, own) in given[ends[0]..ends[1]].iter().enumerate() {
            let place = ends[0] + place;
            match voices[first..].last_mut().filter(|last| last.organisation == own.organisation) {
                Some(last) => {
                    last.until = place + 1;
                    last.steps += own.steps;
                    last.value += own.value;
                }
                None => voices.push(Voiced {
                    organisation: own.organisation,
                    from: place,
                    until: place + 1,
                    steps: own.steps,
                    value: 0.0 + own.value,
                    mean: 0.0,
                }),
            }
        }
        voices[first..].iter_mut().for_each(|voice| voice.mean = voice.value / voice.count() as f64);
        voice_starts.push(voices.len());
    }
    (voice_starts, voices)
}

/// `over / under`, rounded correctly.
fn fraction(over: i128, under: i128) -> f64 {
    match (i32::try_from(over), i32::try_from(under)) {
        (Ok(over), Ok(under)) => f64::from(over) / f64::from(under),
        _ => Ratio::new(over, under).to_f64(),
    }
}

/// A stable counting sort of positions: where each key begins, and the positions by key.
fn counted(rows: usize, keys: usize, key: impl Fn(usize) -> usize) -> (Vec<usize>, Vec<usize>) {
    let mut starts = vec![0; keys + 1];
    (0..rows).for_each(|row| starts[key(row) + 1] += 1);
    (0..keys).for_each(|key| starts[key + 1] += starts[key]);
    let (mut next, mut order) = (starts.clone(), vec![0; rows]);
    for row in 0..rows {
        let key = key(row);
        order[next[key]] = row;
        next[key] += 1;
    }
    (starts, order)
}

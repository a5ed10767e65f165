//! Problems while an input is read: all of them, and of one code no more than anybody could read.

use std::collections::BTreeMap;

use super::{Code, Problem, Problems};

/// The most problems of one code that are listed; of more it is said how many there are.
pub(crate) const MOST_OF_A_CODE: usize = 10_000;

/// The problems found so far. Every code found is among those listed, so that no kind of fault hides another.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) listed: Vec<Problem>,
    /// How many were found of each code, listed or not.
    counts: BTreeMap<Code, usize>,
}

impl Found {
    /// How many were found, listed or not.
    pub(crate) fn count(&self) -> usize {
        self.counts.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// True once no more problems of that code are listed, so that nobody needs to word them.
    pub(crate) fn is_full(&self, code: Code) -> bool {
        self.counts.get(&code).is_some_and(|count| *count >= MOST_OF_A_CODE)
    }

    /// Lists a problem, or only counts it if there are too many of its code.
    pub(crate) fn push(&mut self, problem: Problem) {
        let code = problem.code;
        if !self.is_full(code) {
            self.listed.push(problem);
        }
        self.tally(code);
    }

    /// Counts a problem that nobody needs to word.
    pub(crate) fn tally(&mut self, code: Code) {
        let count = self.counts.entry(code).or_default();
        *count = count.saturating_add(1);
    }

    /// Adds what was found elsewhere.
    pub(crate) fn append(&mut self, other: Self) {
        let mut unlisted = other.counts;
        for problem in other.listed {
            if let Some(count) = unlisted.get_mut(&problem.code) {
                *count = count.saturating_sub(1);
            }
            self.push(problem);
        }
        for (code, more) in unlisted {
            let count = self.counts.entry(code).or_default();
            *count = count.saturating_add(more);
        }
    }

    /// True if nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// `Err` with the problems if there are any, else `Ok(())`.
    pub(crate) fn none(self) -> Result<(), Problems> {
        if self.is_empty() { Ok(()) } else { Err(self.into()) }
    }
}

impl Extend<Problem> for Found {
    fn extend<T: IntoIterator<Item = Problem>>(&mut self, problems: T) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}

impl From<Problem> for Found {
    fn from(problem: Problem) -> Self {
        let mut found = Self::default();
        found.push(problem);
        found
    }
}

impl From<Found> for Problems {
    fn from(found: Found) -> Self {
        let Found { mut listed, counts } = found;
        listed.extend(counts.into_iter().filter(|(_, count)| *count > MOST_OF_A_CODE).map(|(code, count)| {
            let more = count.saturating_sub(MOST_OF_A_CODE);
            Problem {
                code: Code::TooLarge,
                path: String::new(),
                value: None,
                accepted: None,
                message: format!("there are {more} more problems {code}; the first {MOST_OF_A_CODE} are listed"),
            }
        }));
        Self(listed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: Code, place: usize) -> Problem {
        Problem { code, path: format!("/goals/{place}"), value: None, accepted: None, message: "wrong".into() }
    }

    #[test]
    fn every_code_is_listed_and_the_rest_is_counted() {
        let mut found = Found::default();
        found.extend((0..MOST_OF_A_CODE).map(|place| problem(Code::WrongType, place)));
        assert!(found.is_full(Code::WrongType) && !found.is_full(Code::Cycle));
        let mut more = Found::default();
        more.extend((0..MOST_OF_A_CODE + 7).map(|place| problem(Code::WrongType, place)));
        more.push(problem(Code::Cycle, 0));
        found.append(more);
        assert_eq!(found.count(), 2 * MOST_OF_A_CODE + 8);
        let problems = Problems::from(found).into_vec();
        assert_eq!(problems.len(), MOST_OF_A_CODE + 2);
        assert_eq!(problems[MOST_OF_A_CODE], problem(Code::Cycle, 0));
        let last = &problems[MOST_OF_A_CODE + 1];
        assert_eq!(last.code, Code::TooLarge);
        assert_eq!(last.message, "there are 10007 more problems wrong_type; the first 10000 are listed");
    }

    #[test]
    fn as_many_as_are_listed_are_no_more() {
        let mut found = Found::default();
        found.extend((0..MOST_OF_A_CODE).map(|place| problem(Code::WrongType, place)));
        assert_eq!(Problems::from(found).into_vec().len(), MOST_OF_A_CODE);
        assert_eq!(Found::default().none(), Ok(()));
    }
}

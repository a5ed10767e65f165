//! Fifty ways and more to break a document, each giving exactly the problems that a person would expect.
//!
//! A case edits a sound document at JSON pointers and states every problem: code, place, value, what is accepted, and
//! the message. Pointers name rows by `id` (`/priorities/URO-T1/weight`) and a new last row by `-`, so that one case
//! breaks both the example and the demo document of all rules, which hold the same rows in different places.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod case;
mod contradictions;
mod fields;
mod figures;
mod identity;
mod limits;
mod rows;
mod text;
mod values;

use case::Case;
use equipoise::{Code, Programme};
use std::collections::BTreeSet;

/// Codes that only a facade gives, before anything is printed.
const OF_FACADES: [Code; 6] =
    [Code::UndefinedValue, Code::BigInteger, Code::DateObject, Code::NotPlainData, Code::CycleInData, Code::NotReady];

/// Codes of operations beside programmes (limits, rankings, weights, portfolios): their vectors and tests give them.
const OF_OPERATIONS: [Code; 17] = [
    Code::TooMany,
    Code::EmptyList,
    Code::WrongLength,
    Code::WeightsAllZero,
    Code::NotConnected,
    Code::TooManyCriteria,
    Code::TooManyProposals,
    Code::TooManyScorers,
    Code::TooManySamples,
    Code::SearchTooLong,
    Code::NotInOrder,
    Code::AmbiguousDate,
    Code::AmbiguousColumn,
    Code::CompletedNoDate,
    Code::BaselineChanged,
    Code::DiffersFromDocument,
    Code::NotInRows,
];

fn cases() -> Vec<Case> {
    let by_subject =
        [fields::cases(), values::cases(), identity::cases(), contradictions::cases(), figures::cases(), rows::cases()];
    by_subject.into_iter().flatten().collect()
}

#[test]
fn the_documents_are_sound() {
    for text in [case::EXAMPLE, case::RULES] {
        assert_eq!(Programme::from_json(text).map(drop), Ok(()));
    }
}

#[test]
fn there_are_fifty_ways_and_more() {
    let titles: BTreeSet<&str> = cases().iter().map(|case| case.title).collect();
    assert_eq!(titles.len(), cases().len(), "two cases of one title");
    assert!(titles.len() + text::cases().len() >= 50, "only {}", titles.len());
}

#[test]
fn every_code_of_a_document_is_given_by_a_case() {
    let by_edits = cases().into_iter().flat_map(|case| case.expected).map(|expected| expected.code);
    let by_text = text::cases().into_iter().map(|case| case.expected.code);
    let given: BTreeSet<Code> = by_edits.chain(by_text).chain(OF_FACADES).chain(OF_OPERATIONS).collect();
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !given.contains(code)).collect();
    assert!(missing.is_empty(), "no case gives {missing:?}");
}

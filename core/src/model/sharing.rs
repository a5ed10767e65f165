//! What a document asks of its representation must be in it: the size that is shared by, the code that is counted by.

use std::collections::HashSet;

use super::check::{Check, Row};
use crate::document::organisation::Sharing;
use crate::document::values::{Amount, Size, clip};
use crate::problem::{Code, Problem, listed, shortened};

/// The group of professions; every other group is a code of the members.
pub(crate) const PROFESSION: &str = "profession";
/// The most groups: the whole programme is counted for each.
const MOST_GROUPS: usize = 10;
/// All sizes together, in millionths, stay below this, so that the sum of any of them is a size too.
const MOST: u64 = 1_000_000_000_000_000;

/// A size in millionths, if one can share by it.
pub(crate) fn size_to_share_by(size: Amount) -> Option<u64> {
    let size = crate::decimal::Decimal::from_f64(size.0).map(Size)?;
    size.millionths().filter(|size| *size > 0)
}

pub(super) fn check(check: &mut Check<'_>) {
    let Some(collaborative) = &check.programme.collaborative else { return };
    let Some(sharing) = &collaborative.representation else { return };
    let members: HashSet<&str> = collaborative.members.iter().map(|member| member.organisation.as_str()).collect();
    check.shares(sharing, &members);
    check.groups(sharing, &members);
}

impl Check<'_> {
    /// Every member has the size that is shared by: one without would be entitled to nothing.
    fn shares(&mut self, sharing: &Sharing, members: &HashSet<&str>) {
        let Some(name) = &sharing.shares else { return };
        let accepted = "a number above 0 of at most six decimal places, since members share by it; below 1,000,000,000 \
                        for all of them together";
        let mut together = 0_u64;
        for (index, organisation) in self.programme.organisations.iter().enumerate() {
            if !members.contains(organisation.id.as_str()) {
                continue;
            }
            let (row, field) = (Row { list: "organisations", index }, format!("sizes/{}", pointed(name)));
            let Some(size) = organisation.sizes.get(name) else {
                let message = format!("members share by “{}”, and {} has none", clip(name), clip(&organisation.id));
                self.note(row, &field, Code::MissingField, &serde_json::Value::Null, accepted, message);
                continue;
            };
            let measured = size_to_share_by(*size);
            together = together.saturating_add(measured.unwrap_or_default());
            if measured.is_none() || together >= MOST {
                let message = format!("{} is no size that members can share by", size.0);
                self.note(row, &field, Code::OutOfRange, &size.0.into(), accepted, message);
            }
        }
    }

    /// What is counted by is known of some member, and named once.
    fn groups(&mut self, sharing: &Sharing, members: &HashSet<&str>) {
        let number = sharing.groups.len();
        if number == 0 {
            return;
        }
        if number > MOST_GROUPS {
            let path = "/collaborative/representation/groups".to_owned();
            let message = format!("there are {number}; at most {MOST_GROUPS} are counted by");
            let (value, accepted) = (Some(number.into()), Some("at most 10 groups".to_owned()));
            return self.problems.push(Problem { code: Code::TooMany, path, value, accepted, message });
        }
        let organisations = self.programme.organisations.iter();
        let of_members = organisations.filter(|organisation| members.contains(organisation.id.as_str()));
        let mut known: Vec<&str> = of_members.flat_map(|own| own.codes.keys().map(String::as_str)).collect();
        known.push(PROFESSION);
        known.sort_unstable();
        known.dedup();
        let mut seen = HashSet::new();
        for (place, group) in sharing.groups.iter().enumerate() {
            let path = format!("/collaborative/representation/groups/{place}");
            let (code, accepted, message) = if !seen.insert(group.as_str()) {
                (Code::DuplicateId, "each group once".to_owned(), format!("“{}” stands here twice", clip(group)))
            } else if known.binary_search(&group.as_str()).is_err() {
                (
                    Code::DanglingReference,
                    format!("one of: {}", listed(&known)),
                    format!("no member has a code “{}”", clip(group)),
                )
            } else {
                continue;
            };
            let value = shortened(&group.as_str().into());
            self.problems.push(Problem { code, path, value, accepted: Some(accepted), message });
        }
    }
}

/// A name as a step of a JSON pointer.
fn pointed(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

//! What is counted, what everybody is entitled to, and how far from that still counts as met.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::arrangement::Holding;
use super::{measures, out_of_range, pointed, problem};
use crate::decimal::{Decimal, ONE};
use crate::document::declare::record;
use crate::document::read::{Read, Reader};
use crate::document::values::{DecimalShare, Size};
use crate::problem::{Code, Problems};

/// The most of one thing that an organisation can hold.
pub(super) const MOST_HELD: u32 = 1_000_000;
/// The most organisations.
const MOST_ORGANISATIONS: usize = 1_000;

/// How many an organisation holds: a whole number up to a million, or `None` where that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Count(pub Option<u32>);

impl Read for Count {
    fn accepted() -> String {
        "a whole number from 0 to 1,000,000, or null where it is not known".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_null() {
            return Some(Self(None));
        }
        let Some(number) = value.as_f64() else {
            reader.wrong_type(value, &Self::accepted());
            return None;
        };
        if number.fract() == 0.0 && (0.0..=f64::from(MOST_HELD)).contains(&number) {
            return Some(Self(Some(number as u32)));
        }
        reader.problem(Code::OutOfRange, value, &Self::accepted(), format!("{number} is not {}", Self::accepted()));
        None
    }
}

record! {
    /// How far from equal still counts as met: one of these. Without any, equal seats may differ by one, and a count by
    /// less than one from a stated share.
    Tolerance {
    } optional {
        /// The most that the largest and the smallest count may differ.
        spread: Option<u32>,
        /// A count must differ from its entitlement by less than this.
        distance: Option<Size>,
        /// Each must reach this share of `of`, as in attendance: 0.75 of the meetings.
        rate: Option<DecimalShare>,
        /// How many there were to attend; with `rate` only.
        of: Option<u32>,
        /// A WTE must differ from its entitlement by less than this; 0.2, one day a week, when omitted.
        wte: Option<Size>,
    }
}

/// What a check may be told beside the counts.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Options {
    /// What each organisation is entitled to, in any unit: staff, population. Equal when `None`.
    pub entitlement: Option<IndexMap<String, Size>>,
    /// How far from equal still counts as met.
    pub tolerance: Option<Tolerance>,
    /// The same in whole-time equivalents: one day a week is 0.2.
    pub wte: Option<IndexMap<String, Size>>,
    /// How many people each organisation could have been drawn from; for the footnote.
    pub pools: Option<IndexMap<String, Count>>,
    /// The share of the period that an organisation took part; 1 where it is omitted.
    pub exposure: Option<IndexMap<String, DecimalShare>>,
    /// People without an organisation, who are counted beside.
    pub unattributed: u32,
    /// Leaves out the footnote on chance, which looks at every arrangement there could be.
    pub without_footnote: bool,
}

/// How far from its entitlement a count may be.
#[derive(Clone, Copy)]
pub(super) enum Allowed {
    /// The counts may differ by so many; and whether that was stated.
    Spread(u32, bool),
    /// Less than so many millionths from the entitlement; and whether that was stated.
    Distance(u64, bool),
    /// At least this share of so many.
    Rate(Decimal, u32),
}

impl Allowed {
    pub(super) fn is_stated(self) -> bool {
        matches!(self, Self::Spread(_, true) | Self::Distance(_, true) | Self::Rate(..))
    }

    pub(super) fn allows(self, surplus: i128, (share, whole): (u128, u128), held: u32) -> bool {
        let one = ONE.unsigned_abs();
        match self {
            Self::Spread(..) => surplus.unsigned_abs() < whole,
            Self::Distance(most, _) => surplus == 0 || surplus.unsigned_abs() * one < u128::from(most) * whole,
            Self::Rate(rate, _) => u128::from(held) * whole * one >= rate.in_millionths().unsigned_abs() * share,
        }
    }
}

/// A distance in millionths; no count is further than a million from its entitlement.
pub(super) fn furthest(stated: Option<Size>, usual: u64) -> u64 {
    stated.and_then(Size::millionths).map_or(usual, |most| most.min(u64::from(MOST_HELD) * 1_000_000))
}

pub(super) fn tolerance(options: &Options) -> Result<Allowed, Problems> {
    let equal = options.entitlement.is_none() && options.exposure.is_none();
    let usual = if equal { Allowed::Spread(1, false) } else { Allowed::Distance(1_000_000, false) };
    let Some(stated) = &options.tolerance else { return Ok(usual) };
    let wrong = |accepted: &str, message: &str| {
        let value = Some("an object".into());
        Err(problem(Code::WrongCombination, "/tolerance", value, accepted, message.into()).into())
    };
    match (stated.spread, stated.distance, stated.rate, stated.of) {
        (None, None, None, None) => Ok(usual),
        (Some(spread), None, None, None) => Ok(Allowed::Spread(spread, true)),
        (None, Some(distance), None, None) => Ok(Allowed::Distance(furthest(Some(distance), 0), true)),
        (None, None, Some(rate), Some(of)) => Ok(Allowed::Rate(rate.0.clamp(Decimal::whole(0), Decimal::whole(1)), of)),
        (_, _, None, Some(_)) | (_, _, Some(_), None) => {
            wrong("rate together with of", "a rate needs the number it is a rate of, and the number a rate")
        }
        _ => wrong("one of: spread, distance, rate with of", "these tolerances exclude one another"),
    }
}

/// What is held and what everybody is entitled to, and the share of the period by place, in millionths.
pub(super) fn holding<'a>(
    counts: &'a IndexMap<String, Count>,
    options: &Options,
) -> Result<(Holding<'a>, Vec<u128>), Problems> {
    if counts.is_empty() {
        return Err(out_of_range("/counts", "an object", "at least one organisation", "there is no organisation"));
    }
    if counts.len() > MOST_ORGANISATIONS {
        let message = format!("there are {} organisations; at most {MOST_ORGANISATIONS} are compared", counts.len());
        return Err(problem(
            Code::TooMany,
            "/counts",
            Some(counts.len().into()),
            "at most 1,000 organisations",
            message,
        )
        .into());
    }
    let mut problems = Vec::new();
    for (id, count) in counts.iter().filter(|(_, count)| count.0.is_some_and(|count| count > MOST_HELD)) {
        let path = format!("/counts/{}", pointed(id));
        problems.push(problem(
            Code::OutOfRange,
            &path,
            count.0.map(Into::into),
            &Count::accepted(),
            "this is too large".into(),
        ));
    }
    let mut weights = vec![1; counts.len()];
    if let Some(shares) = &options.entitlement {
        problems.extend(names(counts, shares.keys(), "/entitlement", true));
        let measured = measures(shares, "/entitlement")?;
        for (place, id) in counts.keys().enumerate() {
            weights[place] = shares.get_index_of(id).map_or(0, |index| measured[index]);
        }
    }
    let mut exposed = vec![ONE.unsigned_abs(); counts.len()];
    if let Some(exposure) = &options.exposure {
        problems.extend(names(counts, exposure.keys(), "/exposure", false));
        for (place, id) in counts.keys().enumerate() {
            let Some(share) = exposure.get(id).map(|share| share.0) else { continue };
            exposed[place] = share.in_millionths().unsigned_abs();
            if share < Decimal::whole(0) || share > Decimal::whole(1) {
                let path = format!("/exposure/{}", pointed(id));
                problems.push(problem(
                    Code::OutOfRange,
                    &path,
                    None,
                    &DecimalShare::accepted(),
                    "this is no share".into(),
                ));
            }
        }
        weights.iter_mut().zip(&exposed).for_each(|(weight, exposed)| *weight *= exposed);
    }
    if problems.is_empty() && weights.iter().all(|weight| *weight == 0) {
        let path = if options.entitlement.is_some() { "/entitlement" } else { "/exposure" };
        let accepted = "at least one organisation entitled to something";
        return Err(out_of_range(path, "an object", accepted, "nobody is entitled to anything"));
    }
    Problems::none(problems)?;
    let held = counts.values().map(|count| count.0.unwrap_or(0)).collect();
    Ok((Holding::new(counts.keys().map(String::as_str).collect(), held, weights), exposed))
}

/// Problems for names without a count, and for counts without a name where all must have one.
pub(super) fn names<'a>(
    counts: &IndexMap<String, Count>,
    given: impl Iterator<Item = &'a String> + Clone,
    path: &str,
    all: bool,
) -> Vec<crate::Problem> {
    let known = format!("one of: {}", counts.keys().take(20).cloned().collect::<Vec<_>>().join(", "));
    let unknown = given.clone().filter(|id| !counts.contains_key(*id)).map(|id| {
        let message = format!("“{}” has no count", crate::document::values::clip(id));
        problem(Code::DanglingReference, &format!("{path}/{}", pointed(id)), Some(id.as_str().into()), &known, message)
    });
    let given: std::collections::HashSet<&String> = given.clone().collect();
    let missing = counts.keys().filter(|id| all && !given.contains(id)).map(|id| {
        let accepted = "a number for each organisation that has a count";
        problem(
            Code::MissingField,
            &format!("{path}/{}", pointed(id)),
            None,
            accepted,
            format!("the field “{id}” is required"),
        )
    });
    unknown.chain(missing).collect()
}

/// The pools by place.
pub(super) fn pools(counts: &IndexMap<String, Count>, options: &Options) -> Result<Option<Vec<u32>>, Problems> {
    let Some(pools) = &options.pools else { return Ok(None) };
    let mut problems = names(counts, pools.keys(), "/pools", true);
    let mut sizes = Vec::new();
    for (id, count) in counts {
        let Some(pool) = pools.get(id).map(|pool| pool.0) else { continue };
        let path = format!("/pools/{}", pointed(id));
        match pool {
            None => problems.push(problem(
                Code::MissingField,
                &path,
                None,
                "the size of the pool",
                "a pool must be known".into(),
            )),
            Some(pool) if pool < count.0.unwrap_or(0) => {
                let (accepted, message) =
                    ("at least as many as are drawn from it", "more are drawn from this pool than it holds");
                problems.push(problem(Code::OutOfRange, &path, Some(pool.into()), accepted, message.into()));
            }
            Some(pool) => sizes.push(pool),
        }
    }
    Problems::none(problems).map(|()| Some(sizes))
}

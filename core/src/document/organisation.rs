//! Who takes part: organisations and the collaborative that they form.

use super::declare::{record, words};
use super::values::{Amount, Share, Text};
use crate::day::Day;
use indexmap::IndexMap;

words! {
    /// What kind of organisation it is.
    OrganisationKind {
        /// A provider trust.
        Trust = "trust",
        /// An integrated care board.
        Icb = "icb",
        /// A sub-location of an integrated care board.
        SubIcb = "sub_icb",
        /// A place partnership.
        Place = "place",
        /// An NHS region.
        Region = "region",
        /// A primary care network.
        Pcn = "pcn",
        /// A site of another organisation.
        Site = "site",
        /// A local council.
        Council = "council",
        /// Any other.
        Other = "other",
    }
}

record! {
    /// A trust, board, place or other organisation.
    Organisation {
        /// Unique among organisations.
        id: String,
        /// The name people use.
        name: Text,
        /// What kind of organisation it is.
        kind: OrganisationKind,
    } optional {
        /// First day of existence, included.
        start: Option<Day>,
        /// Last day of existence, included.
        end: Option<Day>,
        /// Codes by scheme, such as `ods`.
        codes: IndexMap<String, String>,
        /// Sizes by name, such as `staff_wte` and `population`.
        sizes: IndexMap<String, Amount>,
        /// Organisations that took over, and what share.
        successors: Vec<Successor>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// An organisation that took over another, wholly or in part.
    Successor {
        /// The organisation that took over.
        organisation: String,
        /// The day it did.
        on: Day,
    } optional {
        /// The share taken over; everything when omitted.
        share: Option<Share>,
    }
}

record! {
    /// The organisations acting together.
    Collaborative {
        /// The collaborative's identifier.
        id: String,
        /// The name people use.
        name: Text,
    } optional {
        /// First day of existence, included.
        start: Option<Day>,
        /// Last day of existence, included.
        end: Option<Day>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// First day of the financial year from which meetings and votes are counted, `MM-DD`; 04-01 when omitted. Periods
        /// such as `Q4 2022/23` and `2022/23` run from 1 April all the same.
        financial_year_start: Option<MonthDay>,
        /// Its members over time.
        members: Vec<Member>,
        /// How a report counts what the members hold; equal shares over the financial year when omitted.
        representation: Option<Sharing>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// How a report counts what the members of the collaborative hold.
    #[derive(Default)]
    Sharing {
    } optional {
        /// The size of the members, such as `staff_wte`, in proportion to which they are entitled; equal when omitted.
        shares: Option<String>,
        /// What else to count by: `profession`, or a code of the members such as `place`. Members with the same code are
        /// one group.
        groups: Vec<String>,
        /// The first day of the meetings and votes counted; the first day of the financial year when omitted.
        since: Option<Day>,
    }
}

record! {
    /// Membership of the collaborative.
    Member {
        /// The organisation.
        organisation: String,
    } optional {
        /// First day of membership, included.
        start: Option<Day>,
        /// Last day of membership, included.
        end: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

/// A day of any year, `MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthDay(pub String);

impl super::read::Read for MonthDay {
    fn accepted() -> String {
        "a day of the year written MM-DD, such as 04-01".into()
    }

    fn read(value: &serde_json::Value, reader: &mut super::read::Reader) -> Option<Self> {
        // 2023 is no leap year: a financial year cannot start on 29 February.
        let text = value.as_str().filter(|text| format!("2023-{text}").parse::<Day>().is_ok());
        if text.is_none() {
            let message = format!("{} is not {}", crate::document::text::print(value), Self::accepted());
            reader.problem(crate::problem::Code::WrongDate, value, &Self::accepted(), message);
        }
        text.map(|text| Self(text.to_owned()))
    }
}

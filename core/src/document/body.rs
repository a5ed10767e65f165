//! Where people meet and decide: networks, boards and committees, with their cadences and quorums.

use super::declare::{record, words};
use super::read::{Read, Reader};
use super::values::{Share, Text};
use crate::day::Day;
use crate::problem::Code;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

words! {
    /// What kind of body it is.
    BodyKind {
        /// A clinical network.
        Network = "network",
        /// A clinical pathway.
        Pathway = "pathway",
        /// A board.
        Board = "board",
        /// Committees of several organisations that meet together, each deciding for itself.
        CommitteeInCommon = "committee_in_common",
        /// One committee of several organisations, deciding for all.
        JointCommittee = "joint_committee",
        /// A pathway delivery board.
        DeliveryBoard = "delivery_board",
        /// An advisory group.
        AdvisoryGroup = "advisory_group",
        /// A clinical summit.
        Summit = "summit",
        /// A programme management office.
        Pmo = "pmo",
        /// Any other.
        Other = "other",
    }
}

words! {
    /// The level of the system that a body works at.
    BodyLevel {
        /// Specialist.
        Specialist = "specialist",
        /// The whole system.
        System = "system",
        /// A place.
        Place = "place",
        /// A practice.
        Practice = "practice",
    }
}

words! {
    /// What kind of meeting it is.
    MeetingKind {
        /// A network meeting.
        Network = "network",
        /// The meeting of a network's lead with the managing director and the chief medical officer.
        TwoToOne = "two_to_one",
        /// An away day.
        AwayDay = "away_day",
        /// A clinical summit.
        Summit = "summit",
        /// A board or committee meeting.
        Board = "board",
        /// A strategy event.
        StrategyEvent = "strategy_event",
        /// Any other.
        Other = "other",
    }
}

record! {
    /// A network, board, committee, summit or office.
    Body {
        /// Unique among bodies.
        id: String,
        /// The name people use.
        name: Text,
        /// What kind of body it is.
        kind: BodyKind,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// The body it reports to, and through which role.
        reports_to: Option<ReportsTo>,
        /// The level of the system it works at.
        level: Option<BodyLevel>,
        /// The body whose place it took (a change of legal form).
        succeeds: Option<String>,
        /// Before this day nothing is measured: time to build trust.
        status_from: Option<Day>,
        /// Seats of each organisation.
        seats: Vec<Seats>,
        /// How many people should hold each role.
        roles: Vec<RoleNumbers>,
        /// How often it meets, by kind of meeting and date.
        cadences: Vec<Cadence>,
        /// When a meeting may decide, by kind of meeting and date.
        quorums: Vec<Quorum>,
        /// How it votes.
        voting: Option<Voting>,
        /// The role whose holders make up the body.
        membership_from: Option<String>,
        /// Codes by scheme.
        codes: IndexMap<String, String>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// A line of reporting.
    ReportsTo {
        /// The body reported to.
        body: String,
    } optional {
        /// The role that reports.
        by: Option<String>,
    }
}

record! {
    /// Seats of one organisation in a body.
    Seats {
        /// The organisation.
        organisation: String,
        /// How many seats.
        seats: u16,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// How many people should hold a role.
    RoleNumbers {
        /// The role.
        role: String,
    } optional {
        /// At least so many; 0 when omitted.
        min: Option<u16>,
        /// At most so many; any number when omitted.
        max: Option<u16>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

record! {
    /// How often a body should meet.
    Cadence {
        /// Which of its meetings.
        meeting_kind: MeetingKind,
        /// How often.
        every: Every,
    } optional {
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

/// A rhythm: `month`, `quarter`, `half_year`, `year`, or `{"days": n}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Every {
    /// Each month.
    Month,
    /// Each quarter of a year.
    Quarter,
    /// Twice a year.
    HalfYear,
    /// Once a year.
    Year,
    /// Every so many days.
    Days(u16),
}

impl Every {
    /// The longest that one cycle lasts, in days.
    pub fn cycle_days(self) -> i64 {
        match self {
            Self::Month => 31,
            Self::Quarter => 92,
            Self::HalfYear => 184,
            Self::Year => 366,
            Self::Days(days) => i64::from(days),
        }
    }
}

impl Read for Every {
    fn accepted() -> String {
        "month, quarter, half_year, year, or {\"days\": n} with n of 1 or more".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value.as_str() {
            Some("month") => return Some(Self::Month),
            Some("quarter") => return Some(Self::Quarter),
            Some("half_year") => return Some(Self::HalfYear),
            Some("year") => return Some(Self::Year),
            Some(word) => {
                let message = format!("“{}” is not a known rhythm", super::values::clip(word));
                reader.problem(Code::UnknownWord, value, &Self::accepted(), message);
                return None;
            }
            None => {}
        }
        let object = reader.object(value, Self::accepted)?;
        let before = reader.problems.count();
        reader.unknown_fields(object, &["days"]);
        let Some(days) = object.get("days") else {
            reader.missing("days", "a whole number of 1 or more");
            return None;
        };
        let number: u16 = reader.field("days", days)?;
        if number == 0 {
            let message = "a cycle lasts at least one day".into();
            reader.problem_in("days", Code::OutOfRange, days, "a whole number of 1 or more", message);
        }
        (reader.problems.count() == before).then_some(Self::Days(number))
    }
}

words! {
    /// Whether one quorum holds for all organisations or one for each.
    QuorumScope {
        /// One committee, one quorum.
        Joint = "joint",
        /// Committees in common: each organisation needs its own quorum.
        InCommon = "in_common",
    }
}

words! {
    /// What a quorum counts.
    QuorumCount {
        /// People.
        People = "people",
        /// Organisations with someone present.
        Organisations = "organisations",
    }
}

words! {
    /// What the fraction of a quorum is taken of.
    QuorumBase {
        /// All members.
        All = "all",
        /// Members without a conflict of interest.
        Eligible = "eligible",
    }
}

record! {
    /// When a meeting may decide.
    Quorum {
    } optional {
        /// Which of the body's meetings; every kind when omitted.
        meeting_kind: Option<MeetingKind>,
        /// First day, included.
        start: Option<Day>,
        /// Last day, included.
        end: Option<Day>,
        /// One quorum or one per organisation; joint when omitted.
        scope: Option<QuorumScope>,
        /// What is counted; people when omitted.
        count: Option<QuorumCount>,
        /// At least so many.
        minimum: Option<u16>,
        /// At least this share of the base.
        fraction: Option<Share>,
        /// The base of the fraction; all members when omitted.
        of: Option<QuorumBase>,
        /// At least so many from each organisation.
        per_organisation: Option<u16>,
        /// At least so many organisations.
        minimum_organisations: Option<u16>,
        /// At least so many with a role.
        roles: Vec<RoleNumbers>,
        /// Whether deputies count; they do when omitted.
        deputies_count: Option<bool>,
        /// Where the fact comes from.
        source: Option<Text>,
    }
}

words! {
    /// What carries a vote.
    VotingRule {
        /// More than half of the votes cast.
        SimpleMajority = "simple_majority",
        /// More than half of all who may vote.
        AbsoluteMajority = "absolute_majority",
        /// At least two thirds of the votes cast.
        TwoThirds = "two_thirds",
        /// At least three quarters of the votes cast.
        ThreeQuarters = "three_quarters",
        /// Every vote cast.
        Unanimity = "unanimity",
    }
}

words! {
    /// Who has a vote.
    VotingUnit {
        /// One vote for each organisation, or its stated weight.
        Organisation = "organisation",
        /// One vote for each person.
        Person = "person",
    }
}

record! {
    /// How a body votes.
    Voting {
        /// What carries a vote.
        rule: VotingRule,
    } optional {
        /// Who has a vote; organisations when omitted.
        unit: Option<VotingUnit>,
        /// Votes by organisation where they differ.
        weights: IndexMap<String, u16>,
    }
}

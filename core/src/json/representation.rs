//! The operations of equal representation.

use indexmap::IndexMap;

use super::{Request, answer, read};
use crate::day::Day;
use crate::document::body::{Quorum, Voting};
use crate::document::values::Size;
use crate::problem::{Problem, Problems};
use crate::representation::{self as engine, Method, Options, Votes};

/// Who holds how much: `{"counts", "entitlement"?, "tolerance"?, "wte"?, "pools"?, "exposure"?, "unattributed"?}`.
pub fn check_representation(request: &str) -> String {
    let keys = ["counts", "entitlement", "tolerance", "wte", "pools", "exposure", "unattributed"];
    answer(read(request, &keys).and_then(|mut request| {
        let counts = request.required("counts").unwrap_or_default();
        let options = Options {
            entitlement: request.optional("entitlement"),
            tolerance: request.optional("tolerance"),
            wte: request.optional("wte"),
            pools: request.optional("pools"),
            exposure: request.optional("exposure"),
            unattributed: request.optional("unattributed").unwrap_or(0),
            without_footnote: false,
        };
        request.done()?;
        engine::check(&counts, &options)
    }))
}

/// Seats by weight: `{"seats", "weights", "method"?, "seed"?}`.
pub fn apportion(request: &str) -> String {
    answer(read(request, &["seats", "weights", "method", "seed"]).and_then(|mut request| {
        let seats = request.required("seats").unwrap_or(0_u32);
        let weights: IndexMap<String, Size> = request.required("weights").unwrap_or_default();
        let (method, seed) = (request.optional("method"), request.optional("seed"));
        request.done()?;
        engine::apportion(seats, &weights, method.unwrap_or(Method::SainteLague), seed)
    }))
}

/// Whether a meeting may decide: `{"rule", "members", "present", "conflicted"?}`.
pub fn check_quorum(request: &str) -> String {
    answer(read(request, &["rule", "members", "present", "conflicted"]).and_then(|mut request| {
        let rule: Option<Quorum> = request.required("rule");
        let members: Vec<engine::QuorumMember> = request.required("members").unwrap_or_default();
        let present: Vec<engine::Present> = request.required("present").unwrap_or_default();
        let conflicted: Vec<String> = request.optional("conflicted").unwrap_or_default();
        engine::check_quorum(&request.complete(rule)?, &members, &present, &conflicted)
    }))
}

/// What a vote decided: `{"rule", "votes", "recused"?, "members"?}`.
pub fn tally_votes(request: &str) -> String {
    answer(read(request, &["rule", "votes", "recused", "members"]).and_then(|mut request| {
        let rule: Option<Voting> = request.required("rule");
        let votes = Votes {
            votes: request.required("votes").unwrap_or_default(),
            recused: request.optional("recused").unwrap_or_default(),
            members: request.optional("members"),
        };
        engine::tally_votes(&request.complete(rule)?, &votes)
    }))
}

/// Whose turn it is: `{"history", "members", "as_at"}`.
pub fn review_rotation(request: &str) -> String {
    answer(read(request, &["history", "members", "as_at"]).and_then(|mut request| {
        let history: Vec<engine::Turn> = request.required("history").unwrap_or_default();
        let members: Vec<engine::RotationMember> = request.required("members").unwrap_or_default();
        let as_at: Option<Day> = request.required("as_at");
        engine::review_rotation(&history, &members, request.complete(as_at)?)
    }))
}

/// Voting power beside voting weight: `{"weights", "quota"}`.
pub fn measure_voting_power(request: &str) -> String {
    answer(read(request, &["weights", "quota"]).and_then(|mut request| {
        let weights: IndexMap<String, Size> = request.required("weights").unwrap_or_default();
        let quota: Option<Size> = request.required("quota");
        engine::measure_voting_power(&weights, request.complete(quota)?)
    }))
}

impl Request {
    /// The value, if the whole request could be read.
    fn complete<T>(self, value: Option<T>) -> Result<T, Problems> {
        self.done()?;
        value.ok_or_else(|| Problem::unreadable().into())
    }
}

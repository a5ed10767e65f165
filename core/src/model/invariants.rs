//! What must hold within an entity and between neighbours: dates in order, versions, combinations, ranges.

use serde_json::Value;
use std::collections::{HashMap, HashSet};

use super::check::{Check, Row};
use crate::day::Day;
use crate::document::indicator::{Indicator, IndicatorKind, Observation, ObservationStatus};
use crate::document::period::{Period, PeriodType};
use crate::document::priority::Priority;
use crate::document::update::{Lifecycle, Update};
use crate::document::values::clip;
use crate::problem::{Code, listed};

/// The most cadences of one body: every item of the body is judged by them.
const MOST_CADENCES: usize = 1000;

pub(super) fn check(check: &mut Check<'_>) {
    check.validity();
    check.organisations_and_bodies();
    check.priorities();
    check.reports();
    check.decisions();
    check.exercises();
    check.indicators();
    check.snapshots();
}

impl Check<'_> {
    /// The first day must not come after the last.
    fn ordered(&mut self, row: Row, fields: (&str, &str), days: (Option<Day>, Option<Day>)) {
        let (Some(first), Some(last)) = days else { return };
        if first > last {
            let message = format!("{} {last} comes before {} {first}", fields.1, fields.0);
            let accepted = format!("a date not before {first}");
            let field = fields.1;
            self.note(row, field, Code::StartAfterEnd, &last.to_string().into(), &accepted, message);
        }
    }

    /// Validity, both days included.
    fn validity(&mut self) {
        let programme = self.programme;
        macro_rules! validity {
            ($($list:ident)*) => {$(
                for (index, entity) in programme.$list.iter().enumerate() {
                    let row = Row { list: stringify!($list), index };
                    self.ordered(row, ("start", "end"), (entity.start, entity.end));
                }
            )*};
        }
        validity!(organisations objectives goals drivers aims roles bodies appointments interests priorities indicators limits);
        for (index, judgement) in programme.overrides.iter().enumerate() {
            self.ordered(Row { list: "overrides", index }, ("start", "end"), (Some(judgement.start), judgement.end));
        }
        let whole = programme.collaborative.as_ref().map(|whole| ("/collaborative/end", whole.start, whole.end));
        for (path, start, end) in [("/end", programme.start, programme.end)].into_iter().chain(whole) {
            let (Some(start), Some(end)) = (start, end) else { continue };
            if start > end {
                self.problems.push(crate::problem::Problem {
                    code: Code::StartAfterEnd,
                    path: path.into(),
                    value: Some(end.to_string().into()),
                    accepted: Some(format!("a date not before {start}")),
                    message: format!("end {end} comes before start {start}"),
                });
            }
        }
        let members = programme.collaborative.iter().flat_map(|collaborative| &collaborative.members);
        for (index, member) in members.enumerate() {
            self.ordered(Row { list: "collaborative/members", index }, ("start", "end"), (member.start, member.end));
        }
        for (index, body) in programme.bodies.iter().enumerate() {
            let row = Row { list: "bodies", index };
            for (place, cadence) in body.cadences.iter().enumerate() {
                self.ordered(row, ("start", &format!("cadences/{place}/end")), (cadence.start, cadence.end));
            }
            for (place, quorum) in body.quorums.iter().enumerate() {
                self.ordered(row, ("start", &format!("quorums/{place}/end")), (quorum.start, quorum.end));
            }
            for (place, seats) in body.seats.iter().enumerate() {
                self.ordered(row, ("start", &format!("seats/{place}/end")), (seats.start, seats.end));
            }
            for (place, numbers) in body.roles.iter().enumerate() {
                self.ordered(row, ("start", &format!("roles/{place}/end")), (numbers.start, numbers.end));
            }
            for (place, quorum) in body.quorums.iter().enumerate() {
                for (inner, numbers) in quorum.roles.iter().enumerate() {
                    let end = format!("quorums/{place}/roles/{inner}/end");
                    self.ordered(row, ("start", &end), (numbers.start, numbers.end));
                }
            }
        }
        for (index, exercise) in programme.exercises.iter().enumerate() {
            let days = (exercise.opened_on, exercise.closed_on);
            self.ordered(Row { list: "exercises", index }, ("opened_on", "closed_on"), days);
        }
        for (index, blocker) in programme.blockers.iter().enumerate() {
            let days = (Some(blocker.raised_on), blocker.resolved_on);
            self.ordered(Row { list: "blockers", index }, ("raised_on", "resolved_on"), days);
        }
    }

    fn crossed(&mut self, row: Row, field: &str, low: (&str, u32), high: (&str, u32)) {
        if low.1 > high.1 {
            let message = format!("{} {} is above {} {}", low.0, low.1, high.0, high.1);
            let accepted = format!("{} of at most {}", low.0, high.1);
            self.note(row, field, Code::LimitsCrossed, &low.1.into(), &accepted, message);
        }
    }

    /// Snapshots: handed in, read over, let out, in that order; nothing known later than it was let out; fingerprints.
    fn snapshots(&mut self) {
        let programme = self.programme;
        for (index, snapshot) in programme.snapshots.iter().enumerate() {
            let row = Row { list: "snapshots", index };
            let steps = [
                ("known_at", snapshot.known_at),
                ("submitted_on", snapshot.submitted_on),
                ("reviewed_on", snapshot.reviewed_on),
                ("released_on", snapshot.released_on),
            ];
            let mut before: Option<(&str, Day)> = None;
            for (field, day) in steps {
                let Some(day) = day else { continue };
                if let Some((earlier, first)) = before.filter(|(_, first)| day < *first) {
                    let message = format!("{field} {day} comes before {earlier} {first}");
                    let accepted = format!("a date not before {first}");
                    self.note(row, field, Code::NotInOrder, &day.to_string().into(), &accepted, message);
                }
                before = Some(before.map_or((field, day), |last| if day < last.1 { last } else { (field, day) }));
            }
            let Some(fingerprints) = &snapshot.fingerprints else { continue };
            let all = [
                ("fingerprints/document", &fingerprints.document),
                ("fingerprints/policy", &fingerprints.policy),
                ("fingerprints/report", &fingerprints.report),
            ];
            let hex = |text: &str| text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            for (field, text) in all {
                if let Some(text) = text.as_deref().filter(|text| !hex(text)) {
                    let accepted = "16 digits from 0 to 9 and a to f";
                    let message = format!("“{}” is not a fingerprint", clip(text));
                    self.note(row, field, Code::WrongIdentifier, &text.into(), accepted, message);
                }
            }
        }
    }

    fn organisations_and_bodies(&mut self) {
        let programme = self.programme;
        for (index, body) in programme.bodies.iter().enumerate() {
            let cadences = body.cadences.len();
            if cadences > MOST_CADENCES {
                let (accepted, message) =
                    (format!("at most {MOST_CADENCES} cadences"), format!("there are {cadences}"));
                self.note(Row { list: "bodies", index }, "cadences", Code::TooLarge, &Value::Null, &accepted, message);
            }
            for (place, numbers) in body.roles.iter().enumerate() {
                if let (Some(min), Some(max)) = (numbers.min, numbers.max) {
                    let field = format!("roles/{place}/min");
                    self.crossed(Row { list: "bodies", index }, &field, ("min", min.into()), ("max", max.into()));
                }
            }
        }
        for (index, limit) in programme.limits.iter().enumerate() {
            if let (Some(min), Some(max)) = (limit.min, limit.max) {
                self.crossed(Row { list: "limits", index }, "min", ("min", min), ("max", max));
            }
        }
        for (index, interest) in programme.interests.iter().enumerate() {
            if interest.person.is_none() && interest.organisation.is_none() {
                let message = "an interest is a person's or an organisation's; neither is given".into();
                let accepted = "a person, an organisation, or both";
                let row = Row { list: "interests", index };
                self.note(row, "person", Code::WrongCombination, &Value::Null, accepted, message);
            }
        }
    }

    fn priorities(&mut self) {
        let programme = self.programme;
        let places = super::positions(programme.priorities.iter().map(|priority| priority.id.as_str()));
        for (index, priority) in programme.priorities.iter().enumerate() {
            let row = Row { list: "priorities", index };
            self.baselines(row, priority);
            if let Some(tolerances) = &priority.tolerances {
                let (green, amber) = (tolerances.green_days.into(), tolerances.amber_days.into());
                self.crossed(row, "tolerances/green_days", ("green_days", green), ("amber_days", amber));
            }
            let parent = priority.parent.as_deref().and_then(|parent| {
                let place = *places.get(parent)?;
                Some((place, programme.priorities.get(place)?))
            });
            if let Some((place, parent)) = parent.filter(|(_, parent)| parent.body != priority.body) {
                let other = self.pointer(Row { list: "priorities", index: place });
                let (parent_is, own) = (&parent.body, &priority.body);
                let message = format!("the parent {} at {other} belongs to {parent_is}, not to {own}", parent.id);
                let body = priority.body.as_str().into();
                self.note(row, "body", Code::ChildInOtherBody, &body, &parent.body, message);
            }
            let year = priority.plan.as_deref().map(|plan| (plan, Period::parse(plan)));
            if let Some((plan, period)) = year
                && !period.is_some_and(|period| period.fits(PeriodType::FinancialYear))
            {
                let message = format!("“{plan}” is not a financial year");
                self.note(row, "plan", Code::WrongPeriod, &plan.into(), "a financial year such as 2022/23", message);
            }
        }
        self.problems.extend(programme.policy.iter().flat_map(|policy| policy.problems()));
    }

    fn baselines(&mut self, row: Row, priority: &Priority) {
        // The greatest so far, and where it stands.
        let mut version = (0, 0);
        let mut approved: Option<(Day, usize)> = None;
        for (place, baseline) in priority.baselines.iter().enumerate() {
            let field = |name: &str| format!("baselines/{place}/{name}");
            let days = (baseline.start, Some(baseline.finish));
            self.ordered(row, ("start", &field("finish")), days);
            let number = baseline.version;
            let (greatest, stood) = version;
            if number <= greatest {
                let other = format!("{}/baselines/{stood}", self.pointer(row));
                let message = match place {
                    0 => "versions count from 1".into(),
                    _ => format!("version {number} does not come after version {greatest} at {other}"),
                };
                let accepted = format!("version {}", greatest.saturating_add(1));
                self.note(row, &field("version"), Code::VersionsNotIncreasing, &number.into(), &accepted, message);
            }
            if number > greatest {
                version = (number, place);
            }
            if let (Some((earlier, stood)), Some(day)) = (approved, baseline.approved_on)
                && day < earlier
            {
                let other = format!("{}/baselines/{stood}", self.pointer(row));
                let message = format!("approved on {day}, before the version it replaces ({earlier} at {other})");
                let accepted = format!("a date not before {earlier}");
                let value = day.to_string().into();
                self.note(row, &field("approved_on"), Code::ApprovalsDecreasing, &value, &accepted, message);
            }
            let later = baseline.approved_on.filter(|day| approved.is_none_or(|(earlier, _)| *day > earlier));
            approved = later.map(|day| (day, place)).or(approved);
        }
    }

    fn reports(&mut self) {
        let programme = self.programme;
        for (index, update) in programme.updates.iter().enumerate() {
            self.update(Row { list: "updates", index }, update);
        }
        for (index, meeting) in programme.meetings.iter().enumerate() {
            if let (Some(_), Some(cancelled)) = (meeting.held_on, meeting.cancelled_on) {
                let message = "a meeting was held or cancelled, not both".into();
                let (row, value) = (Row { list: "meetings", index }, cancelled.to_string().into());
                let accepted = "held_on or cancelled_on";
                self.note(row, "cancelled_on", Code::WrongCombination, &value, accepted, message);
            }
        }
    }

    fn update(&mut self, row: Row, update: &Update) {
        self.ordered(row, ("actual_start", "actual_finish"), (update.actual_start, update.actual_finish));
        if let Some(finish) = update.actual_finish.filter(|finish| *finish > update.as_at) {
            let message = format!("finished on {finish}, after the day the update speaks of ({})", update.as_at);
            let accepted = format!("a date not after {}", update.as_at);
            self.note(row, "actual_finish", Code::ActualAfterAsAt, &finish.to_string().into(), &accepted, message);
        }
        let reason_given = update.reason.as_ref().is_some_and(|reason| !reason.is_blank());
        match update.lifecycle {
            Some(Lifecycle::Complete) if update.actual_finish.is_none() => {
                let message = "complete without the day it was finished".into();
                let accepted = format!("the date it was finished, not after {}", update.as_at);
                self.note(row, "actual_finish", Code::CompleteWithoutFinish, &Value::Null, &accepted, message);
            }
            Some(Lifecycle::Cancelled) if !reason_given => {
                let message = "cancelled without a reason".into();
                self.note(row, "reason", Code::CancelledWithoutReason, &Value::Null, "why it was cancelled", message);
            }
            _ => {}
        }
    }

    fn decisions(&mut self) {
        let programme = self.programme;
        for (index, decision) in programme.decisions.iter().enumerate() {
            let row = Row { list: "decisions", index };
            let days = (decision.raised_on, decision.decided_on);
            self.ordered(row, ("raised_on", "decided_on"), days);
            let accepted = format!("one of: {}", listed(&decision.options));
            let options: HashSet<&str> = decision.options.iter().map(String::as_str).collect();
            let known = |option: &str| options.is_empty() || options.contains(option);
            let mut voted = HashMap::new();
            for (place, vote) in decision.votes.iter().enumerate() {
                if !known(&vote.option) {
                    let message = format!("“{}” is not among the options", vote.option);
                    let (field, value) = (format!("votes/{place}/option"), vote.option.as_str().into());
                    self.note(row, &field, Code::UnknownWord, &value, &accepted, message);
                }
                let voter = (vote.organisation.as_str(), vote.person.as_deref());
                let stood = *voted.entry(voter).or_insert(place);
                if stood != place {
                    let first = format!("{}/votes/{stood}", self.pointer(row));
                    let message = format!("“{}” has voted already at {first}", vote.organisation);
                    let field = format!("votes/{place}/organisation");
                    let value = vote.organisation.as_str().into();
                    self.note(row, &field, Code::DuplicateId, &value, "each vote once", message);
                }
            }
            if let Some(outcome) = decision.outcome.as_deref().filter(|outcome| !known(outcome)) {
                let message = format!("“{outcome}” is not among the options");
                self.note(row, "outcome", Code::UnknownWord, &outcome.into(), &accepted, message);
            }
        }
    }

    fn exercises(&mut self) {
        let programme = self.programme;
        for (index, exercise) in programme.exercises.iter().enumerate() {
            let row = Row { list: "exercises", index };
            if exercise.id.is_none() {
                let message = "the field “id” is required inside a programme".into();
                self.note(row, "id", Code::MissingField, &Value::Null, "an identifier", message);
            }
            let found = super::exercise::problems(exercise, &self.pointer(row));
            self.problems.extend(found);
        }
    }

    fn indicators(&mut self) {
        let programme = self.programme;
        let mut indicators: HashMap<&str, &Indicator> = HashMap::new();
        for (index, indicator) in programme.indicators.iter().enumerate() {
            indicators.entry(&indicator.id).or_insert(indicator);
            let row = Row { list: "indicators", index };
            self.control_chart(row, indicator);
            for (place, target) in indicator.targets.iter().enumerate() {
                self.ordered(row, ("start", &format!("targets/{place}/end")), (target.start, target.end));
                if indicator.kind == IndicatorKind::Proportion && !(0.0..=1.0).contains(&target.value) {
                    let message = format!("{} is not a proportion from 0 to 1", target.value);
                    let (field, value) = (format!("targets/{place}/value"), target.value.into());
                    self.note(
                        row,
                        &field,
                        Code::OutOfRange,
                        &value,
                        "a proportion from 0 to 1 (95 % is 0.95)",
                        message,
                    );
                }
            }
        }
        let mut first = HashMap::new();
        for (index, observation) in programme.observations.iter().enumerate() {
            let row = Row { list: "observations", index };
            let Observation { indicator, organisation, period, .. } = observation;
            let cell = (indicator, organisation, period.as_str(), observation.known_on());
            let stood = *first.entry(cell).or_insert(index);
            if stood != index {
                let other = self.pointer(Row { list: "observations", index: stood });
                let message = format!("the same indicator, organisation, period and day of recording stand at {other}");
                let accepted = "each figure once; a revised one with a later recorded_on";
                self.note(row, "", Code::DuplicateId, &Value::Null, accepted, message);
            }
            if let Some(indicator) = indicators.get(observation.indicator.as_str()) {
                self.observation(row, observation, indicator);
            }
        }
    }

    fn observation(&mut self, row: Row, observation: &Observation, indicator: &Indicator) {
        let kind = indicator.period_type.unwrap_or(PeriodType::Month);
        self.period(row, "period", &observation.period, kind);
        self.charted(row, observation, indicator);
        let (numerator, denominator) = (observation.numerator, observation.denominator);
        let forms = [observation.value.is_some(), numerator.or(denominator).is_some(), observation.status.is_some()];
        let whole = numerator.is_some() == denominator.is_some();
        if forms.iter().filter(|given| **given).count() != 1 || !whole {
            let message = "a figure is a value, or a numerator with a denominator, or a status".into();
            let accepted = "value; or numerator and denominator; or status";
            self.note(row, "", Code::WrongCombination, &Value::Null, accepted, message);
        }
        if let Some(bound) =
            observation.upper_bound.filter(|_| observation.status != Some(ObservationStatus::Suppressed))
        {
            let message = "only a suppressed figure has an upper bound".into();
            self.note(row, "upper_bound", Code::WrongCombination, &bound.0.into(), "status suppressed", message);
        }
        if indicator.kind != IndicatorKind::Proportion {
            return;
        }
        if let (Some(above), Some(below)) = (numerator, denominator)
            && above.0 > below.0
        {
            let message = format!("the numerator {} is above the denominator {}", above.0, below.0);
            let accepted = format!("a number of at most {}", below.0);
            self.note(row, "numerator", Code::NumeratorAboveDenominator, &above.0.into(), &accepted, message);
        }
        if let Some(value) = observation.value.filter(|value| !(0.0..=1.0).contains(value)) {
            let message = format!("{value} is not a proportion from 0 to 1");
            self.note(
                row,
                "value",
                Code::OutOfRange,
                &value.into(),
                "a proportion from 0 to 1 (95 % is 0.95)",
                message,
            );
        }
    }
}

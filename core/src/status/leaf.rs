//! The leaf rule: one item judged by its own dates. The numbers are the steps of the documentation's page on status.

use super::dependencies::Inherited;
use super::facts::Facts;
use super::state::{Baselines, Moment, State, cycle_days, open_blockers, within};
use crate::day::Day;
use crate::decimal::{Decimal, ONE, spelled};
use crate::document::body::Body;
use crate::document::declare::words;
use crate::document::policy::{Preset, StatusPolicy};
use crate::document::priority::{Baseline, Priority, Tolerances};
use crate::document::update::{Lifecycle, SubjectKind};
use crate::finding::{Dimension, Finding, FindingCode as Code, Level, Severity};
use crate::model::ItemFacts;

words! {
    /// Why something is excluded or not assessed.
    Reason {
        /// Given up.
        Cancelled = "cancelled",
        /// Still being written.
        Draft = "draft",
        /// Put forward and not agreed.
        Proposed = "proposed",
        /// The date lies outside its validity.
        NotInForce = "not_in_force",
        /// Its body is not measured yet.
        Grace = "grace",
        /// A priority that it is part of is excluded.
        ExcludedParent = "excluded_parent",
        /// Nothing to assess it against.
        NoBaseline = "no_baseline",
        /// Nothing below it, or nothing that counts.
        Empty = "empty",
    }
}

/// One item, judged by its own dates.
#[derive(Debug, Clone)]
pub(crate) struct Leaf<'a> {
    pub(crate) state: State<'a>,
    pub(crate) baselines: Option<Baselines<'a>>,
    /// Computed: before any override.
    pub(crate) level: Level,
    pub(crate) reason: Option<Reason>,
    pub(crate) dimension: Option<Dimension>,
    pub(crate) slip_days: Option<i64>,
    /// Age of the last update where that is stale.
    pub(crate) stale_days: Option<i64>,
    pub(crate) stale_on: Option<Day>,
    /// Fields that should be there and are not.
    pub(crate) missing: &'static [&'static str],
    /// The finish expected with what is inherited; `None` for an excluded item.
    pub(crate) finish: Option<Day>,
    /// The finish expected from the item's own reports.
    pub(crate) own_finish: Option<Day>,
    pub(crate) inherited: Option<Inherited>,
    pub(crate) findings: Vec<Finding>,
}

impl Leaf<'_> {
    pub(crate) fn is_evidenced(&self) -> bool {
        self.stale_days.is_none() && self.missing.is_empty()
    }
}

/// What the rule needs to know of one item.
pub(crate) struct Case<'m, 'a> {
    pub(crate) item: &'m ItemFacts<'a>,
    pub(crate) body: &'m Body,
    pub(crate) policy: &'m StatusPolicy,
    pub(crate) moment: Moment,
    pub(crate) inherited: Option<Inherited>,
    pub(crate) inherited_path: &'m dyn Fn(Inherited) -> Vec<String>,
    /// What indicators say of items, and which item this is.
    pub(crate) facts: &'m dyn Facts,
    pub(crate) position: usize,
}

/// Step 1: why an item is left out, by its own facts alone.
pub(crate) fn own_exclusion(priority: &Priority, body: &Body, state: &State<'_>, as_at: Day) -> Option<Reason> {
    match state.lifecycle.0 {
        Lifecycle::Cancelled => return Some(Reason::Cancelled),
        Lifecycle::Draft => return Some(Reason::Draft),
        Lifecycle::Proposed => return Some(Reason::Proposed),
        _ => {}
    }
    if !within(priority.start, priority.end, as_at) {
        return Some(Reason::NotInForce);
    }
    body.status_from.is_some_and(|from| as_at < from).then_some(Reason::Grace)
}

/// Steps 1 to 11. `exclusion` is the item's own or its ancestors'.
pub(crate) fn judge<'a>(case: &Case<'_, 'a>, state: State<'a>, exclusion: Option<Reason>) -> Leaf<'a> {
    let mut leaf = Leaf {
        state,
        baselines: Baselines::of(case.item, case.moment),
        level: Level::Green,
        reason: exclusion,
        dimension: None,
        slip_days: None,
        stale_days: None,
        stale_on: None,
        missing: &[],
        finish: None,
        own_finish: None,
        inherited: case.inherited,
        findings: Vec::new(),
    };
    let as_at = case.moment.as_at;
    let mut judging = Judging { case, leaf: &mut leaf, floors: [Level::Green; 4] };
    if let Some(reason) = exclusion {
        judging.leaf.level = Level::Excluded;
        let by = judging.leaf.state.lifecycle.1.filter(|_| reason != Reason::ExcludedParent);
        let mut finding =
            judging.finding(Code::Excluded, Dimension::Schedule, "status.leaf.1").with("reason", reason.as_str());
        if let Some(update) = by {
            finding = finding.proof("update", update.id.as_str(), "lifecycle");
        }
        judging.leaf.findings.push(finding.implying(Level::Excluded));
        return leaf;
    }
    let in_force = judging.leaf.baselines.map(|seen| seen.in_force());
    let Some(baseline) = in_force else {
        judging.leaf.level = Level::NotAssessed;
        judging.leaf.reason = Some(Reason::NoBaseline);
        let forecast = judging.leaf.state.forecast.map_or(as_at, |(forecast, _)| forecast.max(as_at));
        judging.leaf.own_finish = Some(forecast);
        judging.leaf.finish = Some(case.inherited.map_or(forecast, |inherited| inherited.finish.max(forecast)));
        let finding = judging.finding(Code::NotAssessed, Dimension::Schedule, "status.leaf.1");
        let finding = finding.with("reason", Reason::NoBaseline.as_str()).implying(Level::NotAssessed);
        judging.leaf.findings.push(finding);
        return leaf;
    };
    if let Some((finish, _)) = judging.leaf.state.actual_finish {
        judging.complete(finish);
        return leaf;
    }
    judging.open(baseline);
    leaf
}

/// An item while it is judged: the floors that the steps put under it.
pub(super) struct Judging<'c, 'm, 'a> {
    pub(super) case: &'c Case<'m, 'a>,
    pub(super) leaf: &'c mut Leaf<'a>,
    /// Schedule, blockers, benefit, evidence.
    floors: [Level; 4],
}

/// The dimensions that colour an item, in the order in which one is named.
const DIMENSIONS: [Dimension; 4] = [Dimension::Schedule, Dimension::Blockers, Dimension::Benefit, Dimension::Evidence];

impl<'a> Judging<'_, '_, 'a> {
    pub(super) fn finding(&self, code: Code, dimension: Dimension, rule: &'static str) -> Finding {
        Finding::new(code, SubjectKind::Priority, &self.case.item.priority.id, dimension, rule)
    }

    /// Puts a floor under the item and says why.
    pub(super) fn floor(&mut self, level: Level, finding: Finding) {
        for (dimension, floor) in DIMENSIONS.iter().zip(&mut self.floors) {
            if *dimension == finding.dimension {
                *floor = (*floor).max(level);
            }
        }
        let finding = if level == Level::Green { finding } else { finding.implying(level) };
        self.leaf.findings.push(finding);
    }

    fn tolerances(&self) -> Tolerances {
        tolerances(self.case.item, self.case.policy)
    }

    /// Step 2: finished. Nothing else colours it.
    fn complete(&mut self, finish: Day) {
        self.leaf.level = Level::Complete;
        self.leaf.own_finish = Some(finish);
        self.leaf.finish = Some(finish);
        let Some(seen) = self.leaf.baselines else { return };
        let baseline = seen.in_force_on(finish, self.case.item, self.case.moment);
        let slip = finish.days_since(baseline.finish);
        self.leaf.slip_days = Some(slip);
        let green_days = self.tolerances().green_days;
        if slip > i64::from(green_days) {
            let update = self.leaf.state.actual_finish.map(|(_, update)| update.id.clone()).unwrap_or_default();
            let finding = self
                .finding(Code::CompletedLate, Dimension::Schedule, "status.leaf.2")
                .with("days", slip)
                .with("green_days", green_days)
                .with("baseline_finish", baseline.finish)
                .with("actual_finish", finish)
                .proof("update", update, "actual_finish")
                .proof("baseline", baseline.version.to_string(), "finish");
            self.leaf.findings.push(finding.severity(Severity::Note).since(Some(finish)));
        }
        self.benefit_of_complete(baseline);
    }

    /// Steps 3 to 11 of an item that is not finished.
    fn open(&mut self, baseline: &'a Baseline) {
        let as_at = self.case.moment.as_at;
        let forecast = self.leaf.state.forecast;
        let effective = forecast.map_or(baseline.finish, |(forecast, _)| forecast).max(as_at);
        self.leaf.own_finish = Some(effective);
        self.leaf.finish = Some(self.case.inherited.map_or(effective, |inherited| inherited.finish.max(effective)));
        let slip = effective.days_since(baseline.finish);
        self.leaf.slip_days = Some(slip);
        if forecast.is_none() {
            self.leaf.missing = &["forecast_finish"];
        }
        match self.case.policy.preset {
            Some(Preset::WeekMonth) => self.slip(slip, baseline, effective),
            Some(preset) => self.due_date(preset, baseline),
            None => {
                self.forecast(baseline);
                self.slip(slip, baseline, effective);
                self.not_started(baseline);
                self.on_hold();
                self.progress(baseline);
                self.inherited(baseline);
                self.blocked();
                self.benefit(baseline);
            }
        }
        self.evidence();
        self.rebaselined(baseline);
        let level = self.floors.into_iter().max().unwrap_or(Level::Green);
        self.leaf.level = level;
        self.leaf.dimension =
            DIMENSIONS.iter().zip(self.floors).find(|(_, floor)| *floor == level).map(|(name, _)| *name);
    }

    /// Step 3: no forecast, or one that has passed.
    fn forecast(&mut self, baseline: &Baseline) {
        match self.leaf.state.forecast {
            None => {
                let finding = self.finding(Code::NoForecast, Dimension::Schedule, "status.leaf.3");
                let finding = finding.proof("priority", self.case.item.priority.id.as_str(), "forecast_finish");
                self.floor(Level::Amber, finding.since(baseline.approved_on));
            }
            Some((forecast, update)) if forecast < self.case.moment.as_at => {
                let finding = self
                    .finding(Code::ForecastInPast, Dimension::Schedule, "status.leaf.3")
                    .with("forecast_finish", forecast)
                    .proof("update", update.id.as_str(), "forecast_finish");
                self.floor(Level::Amber, finding.since(Some(forecast.plus(1))));
            }
            Some(_) => {}
        }
    }

    /// Step 4: slip against the tolerances; and a baseline that has passed.
    fn slip(&mut self, slip: i64, baseline: &Baseline, effective: Day) {
        let tolerances = self.tolerances();
        let level = match slip {
            days if days <= i64::from(tolerances.green_days) => Level::Green,
            days if days <= i64::from(tolerances.amber_days) => Level::Amber,
            _ => Level::Red,
        };
        let version = baseline.version.to_string();
        if level > Level::Green {
            let mut finding = self
                .finding(Code::Slip, Dimension::Schedule, "status.leaf.4")
                .with("days", slip)
                .with("green_days", tolerances.green_days)
                .with("amber_days", tolerances.amber_days)
                .with("baseline_finish", baseline.finish)
                .with("forecast_finish", effective);
            if let Some((_, update)) = self.leaf.state.forecast {
                finding = finding.proof("update", update.id.as_str(), "forecast_finish").since(Some(update.as_at));
            }
            self.floor(level, finding.proof("baseline", version.clone(), "finish"));
        }
        let overdue = self.case.moment.as_at.days_since(baseline.finish);
        if overdue > 0 && self.case.policy.preset.is_none() {
            let finding = self
                .finding(Code::Overdue, Dimension::Schedule, "status.leaf.4")
                .with("days", overdue)
                .with("baseline_finish", baseline.finish)
                .proof("baseline", version, "finish")
                .since(Some(baseline.finish.plus(1)));
            self.leaf.findings.push(finding);
        }
    }

    /// Step 5: due soon and not started.
    fn not_started(&mut self, baseline: &Baseline) {
        let state = &self.leaf.state;
        let started = state.actual_start.is_some() || state.percent.is_some_and(|(percent, _)| percent > 0.0);
        let soon = i64::from(self.case.policy.not_started_days);
        let due_in = baseline.finish.days_since(self.case.moment.as_at);
        if state.lifecycle.0 == Lifecycle::Agreed && !started && due_in <= soon {
            let finding = self
                .finding(Code::NotStartedDueSoon, Dimension::Schedule, "status.leaf.5")
                .with("due_in_days", due_in)
                .with("baseline_finish", baseline.finish)
                .proof("baseline", baseline.version.to_string(), "finish")
                .since(Some(baseline.finish.plus(-soon)));
            self.floor(Level::Amber, finding);
        }
    }

    /// Step 6: paused.
    fn on_hold(&mut self) {
        if let (Lifecycle::OnHold, Some(update)) = self.leaf.state.lifecycle {
            let finding = self.finding(Code::OnHold, Dimension::Schedule, "status.leaf.6").proof(
                "update",
                update.id.as_str(),
                "lifecycle",
            );
            self.floor(Level::Amber, finding.since(Some(update.as_at)));
        }
    }

    /// Step 7: progress reported against the share of time gone, on the day it was reported. In whole days.
    fn progress(&mut self, baseline: &Baseline) {
        let Some((percent, update)) = self.leaf.state.percent else { return };
        let Some(start) = self.leaf.state.actual_start.or(baseline.start) else { return };
        let (Some((digits, places)), gone, whole) =
            (spelled(percent), update.as_at.days_since(start), baseline.finish.days_since(start))
        else {
            return;
        };
        // The expected share of progress is gone / whole, between 0 and 1.
        let (gone, whole) = match (gone, whole) {
            (gone, _) if gone <= 0 => (0, 1),
            (_, whole) if whole <= 0 => (1, 1),
            (gone, whole) => (i128::from(gone.min(whole)), i128::from(whole)),
        };
        let scale = 10_i128.pow(places.unsigned_abs().min(24));
        // gone / whole - percent / 100, multiplied out.
        let shortfall = gone * 100 * scale - digits * whole;
        let reaches =
            |threshold: Decimal| shortfall * ONE >= threshold.in_millionths() * 100 * whole * scale && shortfall > 0;
        let level = match (reaches(self.case.policy.progress_red), reaches(self.case.policy.progress_amber)) {
            (true, _) => Level::Red,
            (_, true) => Level::Amber,
            _ => return,
        };
        let finding = self
            .finding(Code::ProgressShortfall, Dimension::Schedule, "status.leaf.7")
            .with("percent", percent)
            .with("expected_percent", gone as f64 * 100.0 / whole as f64)
            .with("reported_for", update.as_at)
            .proof("update", update.id.as_str(), "percent")
            .proof("baseline", baseline.version.to_string(), "finish");
        self.floor(level, finding.since(Some(update.as_at)));
    }

    /// Step 8: a predecessor that finishes too late.
    fn inherited(&mut self, baseline: &Baseline) {
        let Some(inherited) = self.case.inherited.filter(|inherited| inherited.finish > baseline.finish) else {
            return;
        };
        let (code, level) = match self.case.item.is_critical_milestone() {
            true => (Code::NegativeSlack, Level::Red),
            false => (Code::InheritedRisk, Level::Amber),
        };
        let finding = self
            .finding(code, Dimension::Schedule, "status.leaf.8")
            .with("days", inherited.finish.days_since(baseline.finish))
            .with("inherited_finish", inherited.finish)
            .with("baseline_finish", baseline.finish)
            .with("path", (self.case.inherited_path)(inherited))
            .proof("priority", self.case.item.priority.id.as_str(), "depends_on");
        self.floor(level, finding);
    }

    /// Step 9: blockers open too long.
    fn blocked(&mut self) {
        let cycle = cycle_days(self.case.body, self.case.moment.as_at);
        for blocker in open_blockers(self.case.item, self.case.moment) {
            let open = self.case.moment.as_at.days_since(blocker.raised_on);
            let longer = |cycles: Decimal| i128::from(open) * ONE > cycles.in_millionths() * i128::from(cycle);
            let (amber, red) = (self.case.policy.blocked_amber_cycles, self.case.policy.blocked_red_cycles);
            let (level, cycles) = match (longer(red), longer(amber)) {
                (true, _) => (Level::Red, red),
                (_, true) => (Level::Amber, amber),
                _ => continue,
            };
            let finding = self
                .finding(Code::Blocked, Dimension::Blockers, "status.leaf.9")
                .with("blocker", blocker.id.clone())
                .with("name", blocker.name.as_ref().map(|name| name.0.clone()))
                .with("days", open)
                .with("cycle_days", cycle)
                .with("cycles", cycles.to_f64())
                .proof("blocker", blocker.id.as_str(), "raised_on")
                .since(Some(blocker.raised_on.plus(whole_days(cycles, cycle)).plus(1)));
            self.floor(level, finding);
        }
    }

    /// Step 10: the age of the last update.
    fn evidence(&mut self) {
        let as_at = self.case.moment.as_at;
        let last = self.leaf.state.last;
        let first_approval = self.leaf.baselines.and_then(|seen| seen.first().approved_on);
        let Some(since) = last.map(|update| update.as_at).or(first_approval) else { return };
        let cycle = cycle_days(self.case.body, as_at);
        let limit = self.case.policy.stale_cycles;
        let (age, stale_on) = (as_at.days_since(since), since.plus(whole_days(limit, cycle)).plus(1));
        if i128::from(age) * ONE <= limit.in_millionths() * i128::from(cycle) {
            self.leaf.stale_on = Some(stale_on);
            return;
        }
        self.leaf.stale_days = Some(age);
        let finding = self
            .finding(Code::Stale, Dimension::Evidence, "status.leaf.10")
            .with("days", age)
            .with("cycle_days", cycle)
            .with("last_update", last.map(|update| update.as_at))
            .since(Some(stale_on));
        let finding = match last {
            Some(update) => finding.proof("update", update.id.as_str(), "as_at"),
            None => finding.proof("priority", self.case.item.priority.id.as_str(), "baselines"),
        };
        // A preset judges by dates alone; stale is then said and colours nothing.
        let level = if self.case.policy.preset.is_none() { Level::Amber } else { Level::Green };
        self.floor(level, finding);
    }

    /// Step 11: a baseline moved often or far. No colour.
    fn rebaselined(&mut self, baseline: &Baseline) {
        let Some((first, changes)) = self.leaf.baselines.map(|seen| (seen.first(), seen.changes())) else { return };
        let moved = baseline.finish.days_since(first.finish);
        if changes >= usize::from(self.case.policy.rebaselines) || moved > i64::from(self.tolerances().amber_days) {
            let finding = self
                .finding(Code::Rebaselined, Dimension::Schedule, "status.leaf.11")
                .with("times", changes)
                .with("days", moved)
                .with("first_finish", first.finish)
                .with("baseline_finish", baseline.finish)
                .proof("baseline", first.version.to_string(), "finish")
                .proof("baseline", baseline.version.to_string(), "finish")
                .since(baseline.approved_on);
            self.leaf.findings.push(finding);
        }
    }

    /// The due-date presets: one table, read by how far the due date is away.
    fn due_date(&mut self, preset: Preset, baseline: &Baseline) {
        use Level::{Amber as A, Green as G, Red as R};
        let late = self.case.moment.as_at.days_since(baseline.finish);
        let row = match late {
            8.. => [R, R, A, R, G],
            1..=7 => [R, A, A, R, G],
            -7..=0 => [A, G, G, G, G],
            _ => [G, G, G, G, G],
        };
        let [one, two, three, four, five] = row;
        let level = match preset {
            Preset::DueDate1 => one,
            Preset::DueDate2 => two,
            Preset::DueDate3 => three,
            Preset::DueDate4 => four,
            _ => five,
        };
        if level > Level::Green {
            let finding = self
                .finding(Code::DueDate, Dimension::Schedule, "status.leaf.preset")
                .with("preset", preset.as_str())
                .with("days", late)
                .with("baseline_finish", baseline.finish)
                .proof("baseline", baseline.version.to_string(), "finish");
            self.floor(level, finding);
        }
    }
}

/// The tolerances of an item: its own, else those of its kind.
pub(crate) fn tolerances(item: &ItemFacts<'_>, policy: &StatusPolicy) -> Tolerances {
    let own = item.priority.tolerances.as_ref().filter(|_| policy.preset != Some(Preset::WeekMonth));
    let by_kind = policy.tolerances_of(item.priority.kind, item.is_critical_milestone());
    own.unwrap_or(by_kind).clone()
}

/// So many cycles in whole days, rounded down.
fn whole_days(cycles: Decimal, cycle: i64) -> i64 {
    i64::try_from(cycles.in_millionths() * i128::from(cycle) / ONE).unwrap_or(i64::MAX)
}

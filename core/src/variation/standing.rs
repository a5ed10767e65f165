//! What a series says as it stands: lines, sides and icons, before they are laid out as an answer.

use super::attributes;
use super::case::Case;
use super::judge::{Assuring, Said, common, icon, say};
use super::lines::{Lines, Scaled};
use super::marks::Wide;
use super::result::{Assurance, AssuranceIcon, VariationIcon};

/// A series with its lines, and what is said of each point that counts.
pub(super) struct Standing<'c, 'o> {
    pub(super) case: &'c Case<'o>,
    pub(super) scaled: Scaled<'c>,
    pub(super) run_chart: bool,
    pub(super) said: Vec<Said>,
    pub(super) by_partition: Vec<Lines>,
    by_point: Vec<Lines>,
    /// Of a run chart in place of a control chart, the lines with the limits that it does not show.
    unshown: Option<Vec<Lines>>,
}

impl<'c, 'o> Standing<'c, 'o> {
    pub(super) fn of(case: &'c Case<'o>, values: Option<&[Option<f64>]>) -> Self {
        let scaled = case.scaled();
        let run_chart = case.is_run_chart();
        let own_lines = attributes::has_own_lines(case.options.chart);
        let mut by_point = if own_lines { attributes::lines(case, values.unwrap_or_default()) } else { Vec::new() };
        let mut by_partition = if own_lines { common(case, &by_point) } else { case.lines(&scaled) };
        let unshown = run_chart.then(|| by_partition.clone());
        if run_chart {
            by_partition.iter_mut().chain(&mut by_point).for_each(Lines::keep_centre);
        }
        let mut standing = Self { case, scaled, run_chart, said: Vec::new(), by_partition, by_point, unshown };
        standing.said = if run_chart {
            vec![Said::default(); case.used.len()]
        } else if case.used.len() <= 64 {
            say::<u64>(case, &standing.scaled, |place| standing.lines_of(case.used[place]))
        } else {
            say::<Wide>(case, &standing.scaled, |place| standing.lines_of(case.used[place]))
        };
        standing
    }

    /// The place of a point's partition.
    pub(super) fn partition_of(&self, point: usize) -> usize {
        let partitions = &self.case.partitions;
        partitions.partition_point(|partition| partition.points.end <= point).min(partitions.len() - 1)
    }

    pub(super) fn lines_of(&self, point: usize) -> &Lines {
        if self.by_point.is_empty() { &self.by_partition[self.partition_of(point)] } else { &self.by_point[point] }
    }

    /// The lines of each partition, shown or not.
    pub(super) fn every_line(&self) -> &[Lines] {
        self.unshown.as_deref().unwrap_or(&self.by_partition)
    }

    /// The icon of the last point, or of an earlier one by the lines of today.
    pub(super) fn icon_at(&self, place: usize) -> Option<VariationIcon> {
        let said = self.said.get(place).filter(|_| !self.run_chart)?;
        Some(icon(said.side, self.case.options.improvement_direction))
    }

    pub(super) fn variation(&self) -> Option<VariationIcon> {
        self.icon_at(self.said.len().checked_sub(1)?)
    }

    /// What is said of each target in force at the last point.
    pub(super) fn assurances(&self) -> Vec<Assurance> {
        let Some(last) = self.case.used.last() else { return Vec::new() };
        let assuring = Assuring::of(self.case, self.run_chart);
        let targets = self.case.named_targets(*last);
        targets.map(|(name, target)| assuring.said(&self.scaled, self.lines_of(*last), name, target)).collect()
    }

    /// The icon of the first target in force.
    pub(super) fn assurance(&self) -> Option<AssuranceIcon> {
        let last = *self.case.used.last()?;
        let assuring = Assuring::of(self.case, self.run_chart);
        assuring.icon(&self.scaled, self.lines_of(last), self.case.target(last))
    }
}

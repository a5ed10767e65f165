//! Impact against effort, each high or low, with the cases near a line marked.

use crate::decimal::ONE;
use crate::document::declare::words;
use crate::recall::result;

words! {
    /// What effort is measured by.
    Effort {
        /// The cost.
        Cost = "cost",
        /// The working days.
        CapacityDays = "capacity_days",
    }
}

words! {
    /// Which side of a line.
    Side {
        /// On the line or above it.
        High = "high",
        /// Below it.
        Low = "low",
    }
}

words! {
    /// A quarter of the plane of impact and effort.
    Quadrant {
        /// High impact, low effort.
        QuickWin = "quick_win",
        /// High impact, high effort.
        MajorProject = "major_project",
        /// Low impact, low effort.
        FillIn = "fill_in",
        /// Low impact, high effort.
        Reconsider = "reconsider",
    }
}

result! {
    /// The lines between high and low: the median value and the median effort of the proposals.
    Quadrants {
        /// What effort is measured by.
        effort: Effort,
        /// Values from this on are high; null without proposals.
        impact_line: Option<f64>,
        /// Efforts from this on are high; null without proposals.
        effort_line: Option<f64>,
    }
}

result! {
    /// Where one proposal stands.
    QuadrantPlace {
        /// The value against the line.
        impact: Side,
        /// The effort against the line.
        effort: Side,
        /// The quadrant.
        quadrant: Quadrant,
        /// Within the near share of the range from a line: a border case, which could as well be on the other side.
        border: bool,
    }
}

/// All proposals against both lines.
pub(super) struct Board {
    lines: Quadrants,
    places: Vec<QuadrantPlace>,
}

impl Board {
    /// `near` is in millionths of the range from smallest to largest.
    pub(super) fn new(
        (values, as_value): (&[i128], &dyn Fn(i128) -> f64),
        (efforts, as_effort): (&[i128], &dyn Fn(i128) -> f64),
        near: i128,
        effort: Effort,
    ) -> Self {
        let (impact, work) = (Axis::new(values, near), Axis::new(efforts, near));
        let place = |(value, effort): (&i128, &i128)| {
            let (high_impact, high_effort) = (impact.high(*value), work.high(*effort));
            let line = |high| if high { Side::High } else { Side::Low };
            QuadrantPlace {
                impact: line(high_impact),
                effort: line(high_effort),
                quadrant: match (high_impact, high_effort) {
                    (true, false) => Quadrant::QuickWin,
                    (true, true) => Quadrant::MajorProject,
                    (false, false) => Quadrant::FillIn,
                    (false, true) => Quadrant::Reconsider,
                },
                border: impact.border(*value) || work.border(*effort),
            }
        };
        let some = !values.is_empty();
        let lines = Quadrants {
            effort,
            impact_line: some.then(|| as_value(impact.twice_line)),
            effort_line: some.then(|| as_effort(work.twice_line)),
        };
        Self { lines, places: values.iter().zip(efforts).map(place).collect() }
    }

    pub(super) fn lines(&self) -> Quadrants {
        self.lines.clone()
    }

    pub(super) fn place(&self, proposal: usize) -> QuadrantPlace {
        self.places[proposal].clone()
    }
}

/// One direction; the line is held twice, so that the mean of two whole numbers is whole.
struct Axis {
    twice_line: i128,
    range: i128,
    near: i128,
}

impl Axis {
    fn new(figures: &[i128], near: i128) -> Self {
        let mut sorted = figures.to_vec();
        sorted.sort_unstable();
        let (lowest, highest) = (sorted.first().copied().unwrap_or(0), sorted.last().copied().unwrap_or(0));
        let at = |place: usize| sorted.get(place).copied().unwrap_or(0);
        let twice_line = at(sorted.len().saturating_sub(1) / 2) + at(sorted.len() / 2);
        Self { twice_line, range: highest - lowest, near }
    }

    fn high(&self, figure: i128) -> bool {
        2 * figure >= self.twice_line
    }

    fn border(&self, figure: i128) -> bool {
        (2 * figure - self.twice_line).abs() * ONE <= 2 * self.near * self.range
    }
}

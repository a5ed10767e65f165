//! What indicators say of the benefit of an item, as plain facts for `status`.

use std::collections::HashSet;

use super::{Figures, Series};
use crate::document::indicator::IndicatorKind;
use crate::status::{Benefit, Moment, within};
use crate::variation::{AssuranceIcon, assure};

/// What the limits of one series say about its target.
#[derive(Clone, Copy)]
pub(super) struct Assured<'m> {
    organisation: Option<&'m str>,
    icon: Option<AssuranceIcon>,
    target: Option<f64>,
}

impl<'m> Figures<'m> {
    /// What the series of an indicator say of its target at that moment; none of an indicator that is not in force.
    fn assured(&self, indicator: usize, moment: Moment) -> Vec<Assured<'m>> {
        let asked = (indicator, moment.as_at, moment.known_at);
        if let Some(known) = self.assured.borrow().get(&asked) {
            return known.clone();
        }
        let programme = self.model.programme;
        let in_force = programme.indicators.get(indicator).filter(|own| within(own.start, own.end, moment.as_at));
        let one = |series: &Series<'m>| {
            let seen = series.seen(in_force?, moment);
            if seen.observations.is_empty() {
                return None;
            }
            let said = assure(&seen.values(), &seen.options);
            let (icon, target) = said.map_or((None, None), |assurance| (assurance.icon, assurance.target));
            Some(Assured { organisation: series.organisation, icon, target })
        };
        let all = self.series.get(indicator).into_iter().flatten();
        let assured: Vec<Assured<'m>> = all.filter_map(one).collect();
        self.assured.borrow_mut().insert(asked, assured.clone());
        assured
    }
}

/// The worse, the greater; what is met puts no floor under anything.
fn rank(assured: &Assured<'_>) -> u8 {
    match assured.icon {
        Some(AssuranceIcon::Fail) => 2,
        Some(AssuranceIcon::HitOrMiss) => 1,
        Some(AssuranceIcon::Pass) | None => 0,
    }
}

impl Figures<'_> {
    /// The indicators linked to an item whose target is missed, or met by chance.
    pub(crate) fn benefits(&self, item: usize, moment: Moment) -> Vec<Benefit> {
        let Some(priority) = self.model.items.get(item).map(|facts| facts.priority) else { return Vec::new() };
        let linked = self.linked.get(item).into_iter().flatten();
        let benefits = linked.filter_map(|place| {
            let indicator = self.model.programme.indicators.get(*place)?;
            let mut assured = self.assured(*place, moment);
            // The whole speaks for all; else those that take part.
            let whole = assured.iter().any(|one| one.organisation.is_none());
            assured.retain(|one| match one.organisation {
                None => true,
                Some(id) => !whole && priority.participating_organisations.iter().any(|own| own == id),
            });
            let worst = assured.iter().map(rank).max().filter(|worst| *worst > 0)?;
            assured.retain(|one| rank(one) == worst);
            Some(Benefit {
                indicator: indicator.id.clone(),
                name: indicator.name.as_str().to_owned(),
                organisations: assured.iter().filter_map(|one| Some(one.organisation?.to_owned())).collect(),
                missed: worst == 2,
                target: assured.first().and_then(|one| one.target),
                proportion: indicator.kind == IndicatorKind::Proportion,
            })
        });
        benefits.collect()
    }

    /// How many figures have to be looked at for the benefits of some items together.
    pub(crate) fn size(&self, items: &[usize]) -> usize {
        // Figures are looked at once for a day, however many items they speak of.
        let linked: HashSet<usize> =
            items.iter().filter_map(|item| self.linked.get(*item)).flatten().copied().collect();
        let series = linked.into_iter().filter_map(|place| self.series.get(place)).flatten();
        series.map(|series| series.observations.len()).sum()
    }
}

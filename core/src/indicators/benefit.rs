//! What indicators say of the benefit of an item, as plain facts for `status`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{Figures, Series};
use crate::day::Day;
use crate::document::indicator::IndicatorKind;
use crate::status::{Benefit, Moment, within};
use crate::variation::{AssuranceIcon, assure};

/// What the limits of the series of an indicator say about its target.
#[derive(Default)]
pub(super) struct Assured<'m> {
    whole: Option<Said<'m>>,
    /// Those where something is said, in the order of the document.
    organisations: Vec<(&'m str, Said<'m>)>,
    /// Where each stands in that order.
    places: HashMap<&'m str, usize>,
}

/// Of one series: the worse, the greater; what is met puts no floor under anything.
#[derive(Clone, Copy)]
struct Said<'m> {
    rank: u8,
    target: Option<f64>,
    /// The last period with a figure, and the day it ended.
    latest: Option<(Day, &'m str)>,
}

const MISSED: u8 = 2;

impl<'m> Figures<'m> {
    /// What the series of an indicator say of its target at that moment; none of an indicator that is not in force.
    fn assured(&self, indicator: usize, moment: Moment) -> Rc<Assured<'m>> {
        let asked = (indicator, moment.as_at, moment.known_at);
        if let Some(known) = self.assured.borrow().get(&asked) {
            return Rc::clone(known);
        }
        let mut assured = Assured::default();
        let programme = self.model.programme;
        let in_force = programme.indicators.get(indicator).filter(|own| within(own.start, own.end, moment.as_at));
        for (indicator, series) in in_force.into_iter().flat_map(|own| {
            let series: &[Series<'m>] = self.series.get(indicator).map_or(&[], Vec::as_slice);
            series.iter().map(move |series| (own, series))
        }) {
            let seen = series.seen(indicator, moment);
            if seen.observations.is_empty() {
                continue;
            }
            let said = assure(&seen.values(), &seen.options);
            let rank = match said.as_ref().and_then(|assurance| assurance.icon) {
                Some(AssuranceIcon::Fail) => MISSED,
                Some(AssuranceIcon::HitOrMiss) => 1,
                Some(AssuranceIcon::Pass) | None => 0,
            };
            let figures = seen.figures.iter().zip(&seen.observations).rev();
            let latest = figures.filter(|(figure, _)| figure.value.is_some()).map(|(_, seen)| seen).next();
            let latest = latest.map(|seen| (seen.ended, seen.observation.period.as_str()));
            let said = Said { rank, target: said.and_then(|assurance| assurance.target), latest };
            match series.organisation {
                // The whole comes first, and speaks for all.
                None => {
                    assured.whole = Some(said);
                    break;
                }
                Some(id) => {
                    assured.places.insert(id, assured.organisations.len());
                    assured.organisations.push((id, said));
                }
            }
        }
        let assured = Rc::new(assured);
        self.assured.borrow_mut().insert(asked, Rc::clone(&assured));
        assured
    }
}

impl<'m> Assured<'m> {
    /// The series that speak for those who take part: the whole alone if there is one, else theirs, in order.
    fn speaking(&self, taking_part: &HashSet<&str>) -> Vec<(Option<&'m str>, Said<'m>)> {
        if let Some(whole) = self.whole {
            return vec![(None, whole)];
        }
        let named = |place: &usize| self.organisations.get(*place).map(|(id, said)| (Some(*id), *said));
        // Whichever are fewer are looked through.
        let mut places: Vec<usize> = if taking_part.len() < self.organisations.len() {
            taking_part.iter().filter_map(|id| self.places.get(id)).copied().collect()
        } else {
            let all = self.organisations.iter().enumerate();
            all.filter(|(_, (id, _))| taking_part.contains(id)).map(|(place, _)| place).collect()
        };
        places.sort_unstable();
        places.iter().filter_map(named).collect()
    }
}

impl Figures<'_> {
    /// The indicators linked to an item whose target is missed, or met by chance.
    pub(crate) fn benefits(&self, item: usize, moment: Moment) -> Vec<Benefit> {
        let linked = self.linked.get(item).map_or(&[][..], Vec::as_slice);
        let Some(facts) = self.model.items.get(item).filter(|_| !linked.is_empty()) else { return Vec::new() };
        let taking_part: HashSet<&str> =
            facts.priority.participating_organisations.iter().map(String::as_str).collect();
        let benefits = linked.iter().filter_map(|place| {
            let indicator = self.model.programme.indicators.get(*place)?;
            let mut speaking = self.assured(*place, moment).speaking(&taking_part);
            let worst = speaking.iter().map(|(_, said)| said.rank).max().filter(|worst| *worst > 0)?;
            speaking.retain(|(_, said)| said.rank == worst);
            let organisations: Vec<String> = speaking.iter().filter_map(|(id, _)| Some((*id)?.to_owned())).collect();
            Some(Benefit {
                indicator: indicator.id.clone(),
                name: indicator.name.as_str().to_owned(),
                organisations,
                missed: worst == MISSED,
                target: speaking.first().and_then(|(_, said)| said.target),
                latest: speaking.iter().filter_map(|(_, said)| said.latest).max().map(|(_, period)| period.to_owned()),
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

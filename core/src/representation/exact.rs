//! How often chance alone would be at least as uneven: a footnote, never a verdict.
//!
//! With 11 leads over 4 trusts, 7, 2, 1, 1 has p = 0.053 and 4, 4, 3, 0 has p = 0.20. A large p does not show that an
//! arrangement is fair: it shows how little so few posts can show. So what could have been detected stands beside it.

use super::arrangement::Holding;
use super::fraction::ratio;
use crate::document::declare::words;
use crate::recall::result;
use crate::sorting::Arrange;

words! {
    /// What chance is taken to be.
    ExactModel {
        /// Every post falls to an organisation by its entitlement, whatever the others do.
        Multinomial = "multinomial",
        /// People are drawn from the known pools of the organisations, each at most once.
        Hypergeometric = "hypergeometric",
    }
}

result! {
    /// How often chance alone gives an arrangement that is no likelier than this one.
    Exact {
        /// Always `footnote`: no verdict on fairness follows from it.
        label: String,
        /// What chance is taken to be.
        model: ExactModel,
        /// The probability of all arrangements that are no likelier than the one held (within one part in 10^9).
        p: f64,
        /// The mildest arrangement that this test tells from chance; null where it can tell none.
        detectable: Option<Detectable>,
        /// How many arrangements are possible; with equal entitlements one stands for all its permutations.
        arrangements: u32,
    }
}

result! {
    /// The likeliest arrangement with a p of at most `level`.
    Detectable {
        /// 0.05, as is usual.
        level: f64,
        /// Posts by organisation in the order of the counts; with equal entitlements from the most to the fewest.
        posts: Vec<u32>,
        /// Its p.
        p: f64,
    }
}

/// The most arrangements that are looked at.
pub(super) const MOST_ARRANGEMENTS: u64 = 500_000;
/// The most posts, and the most organisations, that are looked at.
pub(super) const MOST_POSTS: u32 = 2_000;
pub(super) const MOST_ORGANISATIONS: usize = 60;
const LEVEL: f64 = 0.05;
/// Arrangements whose likelihoods differ by less are equally likely.
const EQUAL: f64 = 1.0 + 1e-9;

/// `None` where there are too many arrangements to look at.
pub(super) fn exact(holding: &Holding<'_>, pools: Option<&[u32]>) -> Option<Exact> {
    if holding.total == 0 || holding.total > MOST_POSTS || holding.held.len() > MOST_ORGANISATIONS {
        return None;
    }
    let likelihoods = Likelihoods::new(holding, pools)?;
    let observed = likelihoods.of(&holding.held);
    let mut seen: Vec<(f64, f64)> = Vec::new();
    likelihoods.each(&mut |_, likelihood, ways| {
        // What cannot be has no place among what chance gives.
        if likelihood > 0.0 {
            seen.push((likelihood, likelihood * ways));
        }
        false
    });
    // Numbers above 0 are in the order of their bits, which compare faster. Where no arrangement stands for others its
    // mass is its likelihood: half as much to sort.
    if likelihoods.alike {
        seen.sort_unstable_by_key(|(likelihood, mass)| (likelihood.to_bits(), mass.to_bits()));
    } else {
        let mut bits: Vec<u64> = seen.iter().map(|(likelihood, _)| likelihood.to_bits()).collect();
        bits.sort_unstable();
        seen = bits.into_iter().map(f64::from_bits).map(|likelihood| (likelihood, likelihood)).collect();
    }
    let all: f64 = seen.iter().map(|(_, mass)| mass).sum();
    let up_to = |most: f64| {
        seen.iter().take_while(|(likelihood, _)| *likelihood <= most * EQUAL).map(|(_, mass)| mass).sum::<f64>() / all
    };
    // The last likelihood up to which everything together is at most the level.
    let (mut together, mut border) = (0.0, None);
    for equal in seen.chunk_by(|a, b| b.0 <= a.0 * EQUAL) {
        together += equal.iter().map(|(_, mass)| mass).sum::<f64>();
        if together > LEVEL * all {
            break;
        }
        border = equal.last().map(|(likelihood, _)| *likelihood);
    }
    let detectable = border.map(|border| {
        let mut posts = Vec::new();
        likelihoods.each(&mut |held, likelihood, _| {
            if likelihood <= border && likelihood * EQUAL >= border {
                posts = likelihoods.in_order(held);
            }
            !posts.is_empty()
        });
        Detectable { level: LEVEL, posts, p: up_to(border).min(1.0) }
    });
    let model = if pools.is_some() { ExactModel::Hypergeometric } else { ExactModel::Multinomial };
    let arrangements = u32::try_from(seen.len()).unwrap_or(u32::MAX);
    Some(Exact { label: "footnote".into(), model, p: up_to(observed).min(1.0), detectable, arrangements })
}

/// How likely a number of posts is for each organisation, up to a factor that is the same for every arrangement.
struct Likelihoods {
    /// One row per organisation, or a single one where all are alike.
    rows: Vec<Vec<f64>>,
    /// Places of organisations in the order of the rows.
    order: Vec<usize>,
    total: u32,
    /// How many permutations one arrangement stands for, by its equal parts; empty where organisations differ.
    alike: bool,
}

impl Likelihoods {
    fn new(holding: &Holding<'_>, pools: Option<&[u32]>) -> Option<Self> {
        let (total, number) = (holding.total, holding.held.len());
        // In the order of likelihoods, so that the sums do not depend on the order of the organisations.
        let mut order: Vec<usize> = (0..number).collect();
        let alike = match pools {
            Some(pools) => {
                order.arrange_by_key(|place| (pools[*place], *place));
                pools.iter().all(|pool| pools.first() == Some(pool))
            }
            None => {
                order.arrange_by_key(|place| (holding.weights[*place], *place));
                holding.is_equal()
            }
        };
        let few = if alike { partitions(total, number) } else { compositions(total, number) } <= MOST_ARRANGEMENTS;
        if !few {
            return None;
        }
        let row = |place: &usize| match pools {
            Some(pools) => binomial(total, pools[*place], pools.iter().map(|pool| u64::from(*pool)).sum()),
            None => poisson(total, ratio(u128::from(total) * holding.weights[*place], holding.weight)),
        };
        let rows = order.iter().take(if alike { 1 } else { number }).map(row).collect();
        Some(Self { rows, order, total, alike })
    }

    /// In the order of the rows, so that it is the same product as when it is met among all.
    fn of(&self, held: &[u32]) -> f64 {
        let mut held: Vec<u32> = self.order.iter().map(|place| held[*place]).collect();
        if self.alike {
            held.arrange_by(|a, b| b.cmp(a));
        }
        held.iter().enumerate().map(|(rank, held)| self.row(rank)[*held as usize]).product()
    }

    fn row(&self, rank: usize) -> &[f64] {
        &self.rows[if self.alike { 0 } else { rank }]
    }

    /// The arrangement by the places of organisations.
    fn in_order(&self, held: &[u32]) -> Vec<u32> {
        if self.alike {
            return held.to_vec();
        }
        let mut posts = vec![0; held.len()];
        self.order.iter().zip(held).for_each(|(place, held)| posts[*place] = *held);
        posts
    }

    /// Visits every arrangement, its likelihood, and how many permutations it stands for, until told to stop.
    fn each(&self, visit: &mut dyn FnMut(&[u32], f64, f64) -> bool) {
        let mut held = vec![0; self.order.len()];
        self.place(0, self.total, 1.0, &mut held, visit);
    }

    fn place(
        &self,
        rank: usize,
        left: u32,
        likelihood: f64,
        held: &mut [u32],
        visit: &mut dyn FnMut(&[u32], f64, f64) -> bool,
    ) -> bool {
        let (row, rest) = (self.row(rank), (held.len() - rank - 1) as u32);
        if rest == 0 {
            held[rank] = left;
            let ways = if self.alike { permutations(held) } else { 1.0 };
            return visit(held, likelihood * row[left as usize], ways);
        }
        let (most, least) = match (self.alike, rank.checked_sub(1)) {
            // From the most to the fewest, and enough that the rest can hold what is left.
            (true, before) => (before.map_or(left, |before| held[before].min(left)), left.div_ceil(rest + 1)),
            (false, _) => (left, 0),
        };
        for number in (least..=most).rev() {
            held[rank] = number;
            if self.place(rank + 1, left - number, likelihood * row[number as usize], held, visit) {
                return true;
            }
        }
        false
    }
}

/// In how many orders these numbers can stand.
fn permutations(held: &[u32]) -> f64 {
    let (mut ways, mut equal) = (1.0, 0.0);
    for (place, number) in held.iter().enumerate() {
        equal = if place > 0 && held[place - 1] == *number { equal + 1.0 } else { 1.0 };
        ways = ways * (place as f64 + 1.0) / equal;
    }
    ways
}

/// How likely 0 to `most` are, with that mean, beside the likeliest of them: neither overflows nor loses digits there.
fn poisson(most: u32, mean: f64) -> Vec<f64> {
    from_mode(most, mean as u32, &|below| mean / (f64::from(below) + 1.0))
}

/// The same when drawn from a pool at the rate at which all pools are drawn from.
fn binomial(drawn: u32, pool: u32, all: u64) -> Vec<f64> {
    let (drawn_share, left) = (f64::from(drawn), all.saturating_sub(u64::from(drawn)) as f64);
    let odds = if left > 0.0 { drawn_share / left } else { 1.0 };
    let mode = (u128::from(pool) * u128::from(drawn) / u128::from(all.max(1))) as u32;
    from_mode(drawn, mode, &|below| f64::from(pool.saturating_sub(below)) * odds / (f64::from(below) + 1.0))
}

/// Likelihoods of 0 to `most` from 1 at the mode, by the ratio of each to the one below it.
fn from_mode(most: u32, mode: u32, ratio: &dyn Fn(u32) -> f64) -> Vec<f64> {
    let mode = mode.min(most) as usize;
    let mut row = vec![1.0; most as usize + 1];
    for number in mode..most as usize {
        row[number + 1] = row[number] * ratio(number as u32);
    }
    for number in (0..mode).rev() {
        row[number] = row[number + 1] / ratio(number as u32);
    }
    row
}

/// Ways to part a total into at most so many parts, whatever their order.
fn partitions(total: u32, parts: usize) -> u64 {
    let mut ways = vec![0_u64; total as usize + 1];
    ways[0] = 1;
    for part in 1..=parts.min(total as usize) {
        for sum in part..ways.len() {
            ways[sum] = ways[sum].saturating_add(ways[sum - part]);
        }
        if ways[total as usize] > MOST_ARRANGEMENTS {
            break;
        }
    }
    ways[total as usize]
}

/// Ways to share a total among so many organisations; more than are looked at once there are too many.
pub(super) fn compositions(total: u32, number: usize) -> u64 {
    let mut ways = 1_u64;
    for step in 1..number as u64 {
        // Exact: every value on the way is a binomial coefficient.
        ways = ways.saturating_mul(u64::from(total) + step) / step;
        if ways > MOST_ARRANGEMENTS {
            break;
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(held: &[u32]) -> f64 {
        let ids = ["a", "b", "c", "d"];
        exact(&Holding::new(ids[..held.len()].to_vec(), held.to_vec(), vec![1; held.len()]), None).unwrap().p
    }

    /// As whole numbers of 4^11 ways.
    #[test]
    fn eleven_over_four_is_as_counted_by_hand() {
        assert!((p(&[7, 2, 1, 1]) - 221_104.0 / 4_194_304.0).abs() < 1e-12);
        assert!((p(&[4, 4, 3, 0]) - 858_664.0 / 4_194_304.0).abs() < 1e-12);
        assert_eq!(p(&[3, 3, 3, 2]), 1.0);
    }

    #[test]
    fn arrangements_are_counted_before_they_are_looked_at() {
        assert_eq!(partitions(11, 4), 27);
        assert_eq!(partitions(30, 6), 1206);
        assert_eq!(compositions(30, 6), 324_632);
        assert!(partitions(2_000, 60) > MOST_ARRANGEMENTS && compositions(2_000, 60) > MOST_ARRANGEMENTS);
        assert_eq!(permutations(&[3, 3, 3, 2]), 4.0);
    }
}

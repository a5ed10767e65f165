//! How fast the engines of equal representation are: `cargo bench --bench representation`.
//!
//! Prints a table: the work, the median time of one piece of it, and how many a second that makes. The aims are a
//! million apportionments a second of 11 seats over 4, fifty thousand of 191 over 42, and 10 ms for the exact p of 30
//! over 6.

#![allow(clippy::panic, clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

use equipoise::representation::{Count, Method, Options, apportion, check, measure_voting_power, seats, sizes};

/// Runs counted of each piece of work; the median is printed.
const RUNS: usize = 9;

fn main() {
    println!("| work | one takes | a second |");
    println!("|---|---:|---:|");
    let four = [42, 31, 25, 12];
    // Weights of very different sizes, as populations are.
    let many: Vec<u64> = (1..=42_u64).map(|place| 12_345 * place * place % 1_000_003 + 20_000).collect();
    for method in Method::ALL {
        row(&format!("{method}, 11 seats over 4"), 100_000, || seats(11, black_box(&four), *method).is_some());
        row(&format!("{method}, 191 seats over 42"), 5_000, || seats(191, black_box(&many), *method).is_some());
    }
    row("sainte_lague, 1,000,000 seats over 42", 5_000, || {
        seats(1_000_000, black_box(&many), Method::SainteLague).is_some()
    });
    let hundred_thousand: Vec<u64> = (0..100_000_u64).map(|place| place * 7_919 % 1_000_003 + 1).collect();
    row("sainte_lague, 1,000,000 seats over 100,000", 3, || {
        seats(1_000_000, black_box(&hundred_thousand), Method::SainteLague).is_some()
    });
    let named = sizes(many.iter().enumerate().map(|(place, weight)| (format!("o{place}"), *weight as f64)));
    let Ok(named) = named else { panic!("the weights made are faulty") };
    row("sainte_lague with names and trace, 191 over 42", 500, || {
        apportion(191, black_box(&named), Method::SainteLague, Some(1)).is_ok()
    });
    let counts =
        |held: &[u32]| held.iter().enumerate().map(|(place, held)| (format!("o{place}"), Count(Some(*held)))).collect();
    let (eleven, thirty) = (counts(&[3, 3, 3, 2]), counts(&[9, 6, 5, 4, 3, 3]));
    let mut by_staff = Options::default();
    by_staff.entitlement = sizes((0..6).map(|place| (format!("o{place}"), 40.0 + f64::from(place)))).ok();
    row("whole check, 11 over 4", 1_000, || check(black_box(&eleven), &Options::default()).is_ok());
    row("whole check, 30 over 6", 200, || check(black_box(&thirty), &Options::default()).is_ok());
    row("whole check, 30 over 6 by staff", 10, || check(black_box(&thirty), &by_staff).is_ok());
    let votes = sizes((0..32).map(|place| (format!("o{place}"), f64::from(place * place + 1))));
    let (Ok(votes), Ok(quota)) = (votes, sizes([("quota", 6_000.0)])) else { panic!("the votes made are faulty") };
    row("voting power of 32", 3, || measure_voting_power(black_box(&votes), quota["quota"]).is_ok());
}

/// One row of the table: the median time of one of `times` pieces of work.
fn row(name: &str, times: u32, mut work: impl FnMut() -> bool) {
    let mut runs: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..times {
                assert!(black_box(work()), "{name}");
            }
            start.elapsed().as_secs_f64() / f64::from(times)
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    let one = runs[RUNS / 2];
    println!("| {name} | {:.3} µs | {:.0} |", one * 1e6, 1.0 / one);
}

//! How many points a second are judged: `cargo bench --bench variation`.
//!
//! Prints a table of millions of points a second on one thread, and how the cost of one series grows with its length.
//!
//! The C library of Linux hands large blocks back to the system, and gets them page by page again, until a block larger
//! than they are was freed once. What that costs is in the first row; a service or notebook that works has freed one.

#![allow(clippy::panic, clippy::print_stdout, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Instant;

use equipoise::document::indicator::ImprovementDirection;
use equipoise::variation::{Options, SpcColumns, TableOptions, Targets, spc, spc_table};

/// Runs counted of each; the fastest is printed.
const RUNS: usize = 9;

fn main() {
    let number = 36;
    println!(
        "| values, 100,000 series of {number}, million points/s | status and icons | and the order to look in | and every column | all threads |"
    );
    println!("|---|---:|---:|---:|---:|");
    let plain = || random(100_000 * number, |unit| unit);
    for (name, values) in [
        ("random, memory fresh from the system", plain()),
        ("random", plain()),
        // Sums of twelve are as good as normal: some points are beyond two sigma in most series.
        ("normal", normal(100_000 * number)),
        ("whole numbers", random(100_000 * number, |unit| (unit * 1000.0).floor())),
        ("two decimals", random(100_000 * number, |unit| (unit * 10_000.0).floor() / 100.0)),
    ] {
        let series: Vec<u32> = (0..values.len()).map(|row| (row / number) as u32).collect();
        let columns = SpcColumns::new(&series, 100_000, &values);
        let mut asked = TableOptions::default();
        asked.options.improvement_direction = ImprovementDirection::Increase;
        asked.options.targets = Some(Targets::One(0.9));
        asked.one_thread = true;
        let rate = |asked: &TableOptions| {
            let time = fastest(|| drop(black_box(spc_table(&columns, asked).unwrap())));
            values.len() as f64 / time / 1e6
        };
        asked.look_first = false;
        let icons = rate(&asked);
        asked.look_first = true;
        let order = rate(&asked);
        asked.lines = true;
        let lines = rate(&asked);
        asked.one_thread = false;
        println!("| {name} | {icons:.1} | {order:.1} | {lines:.1} | {:.1} |", rate(&asked));
        keep_memory();
    }
    let values = plain();
    println!(
        "\nA plain loop with the same limits and rules, and plain sums: {:.1} million points/s",
        by_hand(&values, number)
    );
    println!("\n| points in one series | table, ns a point | spc, ns a point |\n|---:|---:|---:|");
    // One series of any length costs the same a point: the slope of cost is 1.
    for length in [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let values = random(length, |unit| unit);
        let series = vec![0; length];
        let columns = SpcColumns::new(&series, 1, &values);
        let asked = TableOptions { one_thread: true, ..TableOptions::default() };
        let table = fastest(|| drop(black_box(spc_table(&columns, &asked).unwrap()))) * 1e9 / length as f64;
        if length > 1_000_000 {
            println!("| {length} | {table:.1} | |");
            continue;
        }
        let values: Vec<Option<f64>> = values.into_iter().map(Some).collect();
        let whole = fastest(|| drop(black_box(spc(Some(&values), &Options::default()).unwrap())));
        println!("| {length} | {table:.1} | {:.0} |", whole * 1e9 / length as f64);
    }
}

/// What anybody would write first: a loop over the points of each series, with counters for runs, and no exactness.
fn by_hand(values: &[f64], number: usize) -> f64 {
    let one = |series: &[f64], said: &mut Vec<u8>| {
        let mean = series.iter().sum::<f64>() / series.len() as f64;
        let ranges: f64 = series.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum();
        let limit = 2.66 * ranges / (series.len() - 1) as f64;
        let two_sigma = limit * 2.0 / 3.0;
        let first = said.len();
        said.resize(first + series.len(), 0);
        let said = &mut said[first..];
        let (mut above, mut below, mut up, mut down) = (0, 0, 1, 1);
        for (place, value) in series.iter().enumerate() {
            (above, below) = if *value > mean {
                (above + 1, 0)
            } else if *value < mean {
                (0, below + 1)
            } else {
                (0, 0)
            };
            if place > 0 {
                let before = series[place - 1];
                (up, down) = if *value > before {
                    (up + 1, 1)
                } else if *value < before {
                    (1, down + 1)
                } else {
                    (1, 1)
                };
            }
            for (run, bit) in [(above, 4), (below, 8), (up, 16), (down, 32)] {
                if run == 6 {
                    said[place - 5..=place].iter_mut().for_each(|said| *said |= bit);
                } else if run > 6 {
                    said[place] |= bit;
                }
            }
            said[place] |= u8::from(*value > mean + limit) | u8::from(*value < mean - limit) << 1;
            if place > 1 {
                let three = &series[place - 2..=place];
                for (side, bit) in [(1.0, 64), (-1.0, 128)] {
                    let far = |value: &f64| (value - mean) * side > two_sigma;
                    if three.iter().all(|value| (value - mean) * side > 0.0)
                        && three.iter().filter(|one| far(one)).count() > 1
                    {
                        (0..3).filter(|back| far(&three[*back])).for_each(|back| said[place - 2 + back] |= bit);
                    }
                }
            }
        }
        let icon = said[series.len() - 1];
        (mean, limit, icon, u8::from(mean - limit >= 0.9))
    };
    let time = fastest(|| {
        let mut said = Vec::with_capacity(values.len());
        let icons: Vec<_> = values.chunks_exact(number).map(|series| one(series, &mut said)).collect();
        drop(black_box((icons, said)));
    });
    values.len() as f64 / time / 1e6
}

/// Frees a block as large as the C library keeps.
fn keep_memory() {
    drop(black_box(vec![1_u8; 30 << 20]));
}

/// The fastest of some calls, in seconds.
fn fastest(mut call: impl FnMut()) -> f64 {
    let mut time = || {
        let start = Instant::now();
        call();
        start.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| time()).fold(f64::INFINITY, f64::min)
}

/// Numbers that vary normally.
fn normal(number: usize) -> Vec<f64> {
    random(12 * number, |unit| unit).chunks(12).map(|twelve| twelve.iter().sum::<f64>() - 6.0).collect()
}

/// Numbers from 0 to 1 that are the same in every run, each made into another.
fn random(number: usize, made: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..number)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            made((state >> 11) as f64 / 9_007_199_254_740_992.0)
        })
        .collect()
}

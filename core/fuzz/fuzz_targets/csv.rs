#![no_main]
//! Any text as a request of `csv`. No cell begins as a formula does.

use equipoise::json;
use equipoise_fuzz::{ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::csv, text);
    let Some(text) = answer["answer"].as_str() else { return };
    let (mut begins, mut quoted) = (true, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => begins = true,
            _ => {
                let number = letter == '-' && letters.peek().is_some_and(char::is_ascii_digit);
                assert!(!begins || number || !['=', '+', '-', '@'].contains(&letter), "{text}");
                begins = false;
            }
        }
    }
    assert!(!quoted, "{text}");
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

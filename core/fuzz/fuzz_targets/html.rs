#![no_main]
//! Any text as a request of `html`. The page has the tags of this library and no other.

use equipoise::json;
use equipoise_fuzz::{ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let answer = ask(json::html, text);
    let Some(page) = answer["answer"].as_str() else { return };
    const TAGS: [&str; 33] = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "a", "header", "p", "strong", "h1", "h2", "main", "section",
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "bdi", "time", "ul", "li", "footer", "dl", "dt", "dd",
        "code",
    ];
    for tag in page.split('<').skip(1) {
        let name: String = tag.trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric() || *c == '!').collect();
        assert!(!name.is_empty() && TAGS.contains(&name.as_str()), "<{tag}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let json = if seed % 8 == 0 { None } else { mutate(data, size, max_size, seed) };
    json.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

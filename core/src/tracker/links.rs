//! What rows say of how priorities hang together: what each is part of and waits for, and what it is for. All rows are
//! read before, so that a row may name one that stands below it.

use std::collections::{HashMap, HashSet};

use super::cells::{Bad, Sheet};
use super::names::{Directory, Names};
use crate::document::Programme;
use crate::document::priority::{AimLink, Dependency, DriverLink, Lag, Strength};
use crate::document::values::clip;
use crate::model::DEEPEST_PARENTS;
use crate::problem::{Code, listed};

/// One link that a row asks for.
struct Asked {
    /// The row.
    row: usize,
    from: usize,
    to: usize,
}

/// Reads the links of rows, given as the position of each priority and its row.
pub(super) fn read(
    sheet: &mut Sheet<'_>,
    directory: &mut Directory,
    document: &mut Programme,
    rows: &[(usize, usize)],
) {
    for (position, row) in rows {
        aims(sheet, directory, document, *position, *row);
        drivers(sheet, directory, document, *position, *row);
    }
    if !sheet.has("parent") && !sheet.has("depends_on") {
        return;
    }
    let named = document.priorities.iter().map(|priority| (priority.id.as_str(), priority.name.as_str()));
    let mut names = Names::of(named);
    let ids = document.priorities.iter().enumerate();
    let places: HashMap<String, usize> = ids.map(|(place, priority)| (priority.id.clone(), place)).collect();
    parents(sheet, document, rows, &mut names, &places);
    dependencies(sheet, document, rows, &mut names, &places);
}

/// What each row is part of: of the same body, without a circle, and not too deep.
fn parents(
    sheet: &mut Sheet<'_>,
    document: &mut Programme,
    rows: &[(usize, usize)],
    names: &mut Names,
    places: &HashMap<String, usize>,
) {
    let mut asked: Vec<Asked> = Vec::new();
    for (position, row) in rows {
        let Ok(Some(parent)) = names.refer(sheet, *row, "parent", "priorities") else { continue };
        let Some(to) = places.get(&parent).copied() else { continue };
        let (Some(child), Some(whole)) = (document.priorities.get(*position), document.priorities.get(to)) else {
            continue;
        };
        match &child.parent {
            Some(held) if *held == parent => {}
            Some(held) => differs(sheet, *row, "parent", held),
            None if child.body != whole.body => {
                let message = format!("{} belongs to {}, and this row to {}", clip(&parent), whole.body, child.body);
                let accepted = format!("a priority of {}", child.body);
                sheet.note(*row, "parent", Code::ChildInOtherBody, &accepted, &message);
            }
            None => asked.push(Asked { row: *row, from: *position, to }),
        }
    }
    let held = document.priorities.iter().enumerate();
    let held = held.filter_map(|(from, priority)| Some((from, *places.get(priority.parent.as_ref()?)?)));
    let held: Vec<(usize, usize)> = held.collect();
    let asked = without_circles(sheet, "parent", document.priorities.len(), &held, asked);
    // Levels above and below each priority, with every link that is left.
    let mut above: Vec<Option<usize>> = vec![None; document.priorities.len()];
    for (from, to) in held.iter().copied().chain(asked.iter().map(|asked| (asked.from, asked.to))) {
        if let Some(slot) = above.get_mut(from) {
            *slot = Some(to);
        }
    }
    let (up, down) = levels(&above);
    let of = |levels: &[usize], place: usize| levels.get(place).copied().unwrap_or(1);
    for Asked { row, from, to } in asked {
        if of(&up, to).saturating_add(of(&down, from)) > DEEPEST_PARENTS {
            let accepted = format!("at most {DEEPEST_PARENTS} levels of parents");
            let message = format!("priorities would be nested more than {DEEPEST_PARENTS} deep here");
            sheet.note(row, "parent", Code::TooDeep, &accepted, &message);
            continue;
        }
        let parent = document.priorities.get(to).map(|priority| priority.id.clone());
        if let Some(priority) = document.priorities.get_mut(from) {
            priority.parent = parent;
        }
    }
}

/// How many levels end at each priority, itself included: from above, and from below. There is no circle.
fn levels(above: &[Option<usize>]) -> (Vec<usize>, Vec<usize>) {
    let (mut up, mut down) = (vec![0_usize; above.len()], vec![1_usize; above.len()]);
    for start in 0..above.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(place) = at.filter(|place| up.get(*place) == Some(&0)) {
            path.push(place);
            at = above.get(place).copied().flatten();
        }
        let mut level = at.and_then(|place| up.get(place).copied()).unwrap_or(0);
        for place in path.into_iter().rev() {
            level = level.saturating_add(1);
            if let Some(slot) = up.get_mut(place) {
                *slot = level;
            }
        }
    }
    // The lowest come first, so that what is below a priority is complete when it is added to the one above.
    let mut order: Vec<usize> = (0..above.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(up.get(*place).copied()));
    for place in order {
        let below = down.get(place).copied().unwrap_or(1).saturating_add(1);
        if let Some(slot) = above.get(place).copied().flatten().and_then(|whole| down.get_mut(whole)) {
            *slot = (*slot).max(below);
        }
    }
    (up, down)
}

/// What each row waits for. A cell is read as a whole or not at all, so that no chain lacks a link without a word.
fn dependencies(
    sheet: &mut Sheet<'_>,
    document: &mut Programme,
    rows: &[(usize, usize)],
    names: &mut Names,
    places: &HashMap<String, usize>,
) {
    let mut lists: HashMap<usize, Vec<Dependency>> = HashMap::new();
    let mut asked: Vec<Asked> = Vec::new();
    for (position, row) in rows {
        let Ok(list) = waits_for(sheet, *row, names) else { continue };
        let Some(priority) = document.priorities.get(*position) else { continue };
        let plain = |list: &[Dependency]| {
            let lag = |one: &Dependency| one.lag_days.map_or(0, |lag| lag.0);
            let mut plain: Vec<(String, i32)> = list.iter().map(|one| (one.priority.clone(), lag(one))).collect();
            plain.sort();
            plain
        };
        if list.is_empty() || plain(&list) == plain(&priority.depends_on) {
            continue;
        }
        if !priority.depends_on.is_empty() {
            let held: Vec<&str> = priority.depends_on.iter().map(|one| one.priority.as_str()).collect();
            differs(sheet, *row, "depends_on", &listed(&held));
            continue;
        }
        let to = list.iter().filter_map(|one| places.get(&one.priority).copied());
        asked.extend(to.map(|to| Asked { row: *row, from: *position, to }));
        lists.insert(*position, list);
    }
    let held = document.priorities.iter().enumerate().flat_map(|(from, priority)| {
        priority.depends_on.iter().filter_map(move |one| Some((from, *places.get(&one.priority)?)))
    });
    let held: Vec<(usize, usize)> = held.collect();
    let number = asked.len();
    let asked_by: Vec<usize> = asked.iter().map(|asked| asked.from).collect();
    let kept = without_circles(sheet, "depends_on", document.priorities.len(), &held, asked);
    if kept.len() < number {
        let mut left: HashMap<usize, usize> = HashMap::new();
        asked_by.iter().for_each(|from| *left.entry(*from).or_default() += 1);
        for asked in &kept {
            left.entry(asked.from).and_modify(|number| *number -= 1);
        }
        lists.retain(|from, _| left.get(from) == Some(&0));
    }
    for (from, list) in lists {
        if let Some(priority) = document.priorities.get_mut(from) {
            priority.depends_on = list;
        }
    }
}

/// The links that close no circle; each of the others is told. What is left of all links once no end of a chain can be
/// taken away holds every circle, and what the document holds alone has none.
fn without_circles(
    sheet: &mut Sheet<'_>,
    field: &'static str,
    priorities: usize,
    held: &[(usize, usize)],
    asked: Vec<Asked>,
) -> Vec<Asked> {
    let all = || held.iter().copied().chain(asked.iter().map(|asked| (asked.from, asked.to)));
    let mut gone = vec![false; priorities];
    for forwards in [true, false] {
        let mut next: Vec<Vec<usize>> = vec![Vec::new(); priorities];
        let mut waiting = vec![0_usize; priorities];
        for (from, to) in all().map(|(from, to)| if forwards { (from, to) } else { (to, from) }) {
            if gone.get(from) == Some(&false)
                && let (Some(list), Some(number)) = (next.get_mut(from), waiting.get_mut(to))
            {
                list.push(to);
                *number = number.saturating_add(1);
            }
        }
        let free = |place: &usize| waiting.get(*place) == Some(&0) && gone.get(*place) == Some(&false);
        let mut open: Vec<usize> = (0..priorities).filter(free).collect();
        while let Some(place) = open.pop() {
            if let Some(slot) = gone.get_mut(place) {
                *slot = true;
            }
            for to in next.get(place).into_iter().flatten() {
                if let Some(number) = waiting.get_mut(*to).filter(|number| **number > 0) {
                    *number = number.saturating_sub(1);
                    if *number == 0 {
                        open.push(*to);
                    }
                }
            }
        }
    }
    let (mut kept, mut told) = (Vec::with_capacity(asked.len()), None);
    for one in asked {
        let on_circle = [one.from, one.to].iter().all(|place| gone.get(*place) == Some(&false));
        if !on_circle {
            kept.push(one);
            continue;
        }
        if told.replace(one.row) != Some(one.row) {
            let message = format!("{field} leads back to where it started; the cell is not read");
            sheet.note(one.row, field, Code::Cycle, "a chain that ends", &message);
        }
    }
    kept
}

/// The dependencies of a cell: references with or without a lag in days, parted by semicolons or commas.
fn waits_for(sheet: &mut Sheet<'_>, row: usize, names: &mut Names) -> Result<Vec<Dependency>, Bad> {
    const FIELD: &str = "depends_on";
    let Some(text) = sheet.text(row, FIELD)? else { return Ok(Vec::new()) };
    let mut list: Vec<Dependency> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for token in parts(&text, &|token| names.find(token).is_some()) {
        let (name, lag) = if names.find(token).is_some() { (token, None) } else { with_lag(token) };
        let (name, kind) = if names.find(name).is_some() { (name, None) } else { with_kind(name) };
        if let Some(kind) = kind.filter(|kind| *kind != "FF" && names.find(name).is_some()) {
            let message =
                format!("“{}” is a link of kind {kind}; what waits here is the finish for the finish", clip(token));
            sheet.note(row, FIELD, Code::WrongCombination, "a link from finish to finish (FF)", &message);
            return Err(Bad);
        }
        let priority = names.named(sheet, row, FIELD, name, "priorities")?;
        if !seen.insert(priority.clone()) {
            let message = format!("“{}” stands twice in the cell", clip(&priority));
            sheet.note(row, FIELD, Code::DuplicateId, "each priority once", &message);
            return Err(Bad);
        }
        let lag_days = match lag {
            Some(days) if !(-36_500..=36_500).contains(&days) => {
                let message = format!("a lag of {days} days is too long");
                sheet.note(row, FIELD, Code::OutOfRange, "a lag from -36500 to 36500 days", &message);
                return Err(Bad);
            }
            lag => lag.filter(|days| *days != 0).and_then(|days| i32::try_from(days).ok()).map(Lag),
        };
        list.push(Dependency { priority, lag_days });
    }
    Ok(list)
}

/// "T1 + 5 days" is T1 and 5: a sign, digits, and the word for days.
fn with_lag(token: &str) -> (&str, Option<i64>) {
    let whole = (token, None);
    let lower = ["days", "day", "d"].iter().find_map(|unit| {
        let start = token.len().checked_sub(unit.len())?;
        let ends = token.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(unit));
        ends.then(|| token.get(..start)).flatten()
    });
    let Some(number) = lower.map(str::trim_end) else { return whole };
    let digits = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, digits) = number.split_at(number.len() - digits);
    let before = before.trim_end();
    let (name, sign) = match (before.strip_suffix('+'), before.strip_suffix('-')) {
        (Some(name), _) => (name, 1),
        (None, Some(name)) => (name, -1),
        (None, None) => return whole,
    };
    // More digits than any lag has are a lag too long.
    let days = if digits.len() > 9 { Some(i64::from(i32::MAX)) } else { digits.parse::<i64>().ok() };
    match days {
        Some(days) if !name.trim().is_empty() => (name.trim_end(), Some(sign * days)),
        _ => whole,
    }
}

/// "T1FS" is T1 and the kind of link, as planning tools write it.
fn with_kind(token: &str) -> (&str, Option<&'static str>) {
    let start = token.len().saturating_sub(2);
    let end = token.get(start..).unwrap_or_default();
    let kind = ["FF", "FS", "SS", "SF"].into_iter().find(|kind| kind.eq_ignore_ascii_case(end));
    (token.get(..start).filter(|_| kind.is_some()).map_or(token, str::trim_end), kind)
}

/// The references of a cell: the whole of it, if it is one; else what semicolons and line ends part, and commas where
/// that is none.
fn parts<'t>(text: &'t str, is_one: &dyn Fn(&str) -> bool) -> Vec<&'t str> {
    if is_one(text.trim()) {
        return vec![text.trim()];
    }
    let parted = text.split([';', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty());
    let mut parts = Vec::new();
    for part in parted {
        match is_one(part) || !part.contains(',') {
            true => parts.push(part),
            false => parts.extend(part.split(',').map(str::trim).filter(|part| !part.is_empty())),
        }
    }
    parts
}

/// "A1 (delivers)" is A1 and how strongly.
fn with_strength(token: &str) -> (&str, Option<Strength>) {
    let inside = token.strip_suffix(')').and_then(|token| token.rsplit_once('('));
    let strength = inside.and_then(|(name, word)| {
        let strength = Strength::from_word(&word.trim().to_ascii_lowercase())?;
        Some((name.trim_end(), Some(strength)))
    });
    strength.filter(|(name, _)| !name.is_empty()).unwrap_or((token, None))
}

/// Aims or drivers of a cell, in their own list of names; nothing of a cell with one that is not known.
macro_rules! purposes {
    ($read:ident, $field:literal, $list:ident, $make:ident, $link:ident, $name:ident) => {
        fn $read(
            sheet: &mut Sheet<'_>,
            directory: &mut Directory,
            document: &mut Programme,
            position: usize,
            row: usize,
        ) {
            let Ok(Some(text)) = sheet.text(row, $field) else { return };
            let mut links: Vec<$link> = Vec::new();
            let mut seen: HashSet<String> = HashSet::new();
            // A list to be made is of codes, or of names without commas.
            let made = directory.$make
                && !text
                    .split([',', ';', '\n', '\r'])
                    .all(|part| !with_strength(part.trim()).0.contains(char::is_whitespace));
            let names = &directory.$list;
            let tokens = parts(&text, &|token| made || names.find(with_strength(token).0).is_some());
            let tokens: Vec<&str> = match made {
                true => text.split([';', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect(),
                false => tokens,
            };
            for token in tokens {
                let (name, strength) = with_strength(token);
                let found = match directory.$make {
                    true => directory.$name(sheet, document, row, name),
                    false => directory.$list.named(sheet, row, $field, name, concat!($field)),
                };
                let Ok($name) = found else { return };
                if seen.insert($name.clone()) {
                    links.push($link { $name, strength });
                }
            }
            let Some(priority) = document.priorities.get_mut(position) else { return };
            if priority.$list.is_empty() {
                priority.$list = links;
                return;
            }
            let ids = |links: &[$link]| {
                let mut ids: Vec<String> = links.iter().map(|link| link.$name.clone()).collect();
                ids.sort();
                ids
            };
            let held = ids(&priority.$list);
            if held != ids(&links) {
                differs(sheet, row, $field, &listed(&held));
            }
        }
    };
}

purposes!(aims, "aims", aims, makes_aims, AimLink, aim);
purposes!(drivers, "drivers", drivers, makes_drivers, DriverLink, driver);

fn differs(sheet: &mut Sheet<'_>, row: usize, field: &'static str, held: &str) {
    let held = clip(held);
    sheet.note(row, field, Code::DiffersFromDocument, &held, &format!("the document says {held}, which is kept"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lag_is_a_sign_a_number_and_days() {
        for (token, name, days) in [
            ("T1", "T1", None),
            ("T1+5d", "T1", Some(5)),
            ("T1 + 5 days", "T1", Some(5)),
            ("BRE-T1-2 days", "BRE-T1", Some(-2)),
            ("T1FS+1 Day", "T1FS", Some(1)),
            ("BRE-T1", "BRE-T1", None),
            ("T1+5", "T1+5", None),
            ("+5d", "+5d", None),
            ("T1+d", "T1+d", None),
            ("T1+99999999999999999999d", "T1", Some(2_147_483_647)),
            ("é", "é", None),
        ] {
            assert_eq!(with_lag(token), (name, days), "{token}");
        }
        assert_eq!(with_kind("T1fs"), ("T1", Some("FS")));
        assert_eq!(with_kind("é1"), ("é1", None));
    }

    #[test]
    fn levels_are_counted_from_both_ends() {
        // 0 under 1 under 2; 3 under 2; 4 alone.
        let above = [Some(1), Some(2), None, Some(2), None];
        assert_eq!(levels(&above), (vec![3, 2, 1, 2, 1], vec![1, 2, 3, 1, 1]));
    }
}

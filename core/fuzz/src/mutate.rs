//! Changes to JSON that leave it JSON: most of them get past the reader of text, as random bytes do not.

use serde_json::{Map, Number, Value};

/// Numbers, dates and words at the edges of rules.
const EDGES: [&str; 44] = [
    "0", "-0.0", "1", "-1", "2", "7", "14", "28", "64", "65535", "65536", "4294967295", "9007199254740993",
    "18446744073709551615", "0.1", "0.25", "0.8", "1e-6", "1e-7", "1e15", "1e308", "1e-320", "99.9", "100",
    "null", "true", "false", "\"\"", "\" \"", "[]", "{}", "\"1900-01-01\"", "\"2999-12-31\"", "\"2024-02-29\"",
    "\"2023-03-31\"", "\"green\"", "\"amber\"", "\"red\"", "\"complete\"", "\"cancelled\"", "\"not_assessed\"",
    "\"children\"", "\"943 476 5919\"", "\"\u{feff}\u{1f3e5}\"",
];

/// A small generator: libFuzzer gives one seed for each change.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

/// Changes one to four places of the JSON text in `data`, of which `size` bytes are used; `None` if it is no JSON, or
/// would not fit.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> Option<usize> {
    let mut value: Value = serde_json::from_slice(data.get(..size)?).ok()?;
    let mut dice = Dice(u64::from(seed) << 32 | 0x9e37_79b9);
    for _ in 0..=dice.roll(4) {
        change(&mut value, &mut dice);
    }
    let text = value.to_string();
    let room = data.len().min(max_size);
    (text.len() <= room).then(|| {
        data[..text.len()].copy_from_slice(text.as_bytes());
        text.len()
    })
}

/// Every place of the value as a path of steps.
fn places(value: &Value, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    found.push(path.clone());
    let parts: Vec<&Value> = match value {
        Value::Array(rows) => rows.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => return,
    };
    for (place, part) in parts.into_iter().enumerate() {
        path.push(place);
        places(part, path, found);
        path.pop();
    }
}

fn at<'v>(value: &'v mut Value, path: &[usize]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Array(rows) => rows.get_mut(*step),
        Value::Object(fields) => fields.values_mut().nth(*step),
        _ => None,
    })
}

fn change(value: &mut Value, dice: &mut Dice) {
    let mut found = Vec::new();
    places(value, &mut Vec::new(), &mut found);
    let path = found[dice.roll(found.len())].clone();
    let other = found[dice.roll(found.len())].clone();
    let other = at(value, &other).cloned().unwrap_or_default();
    let Some(place) = at(value, &path) else { return };
    match dice.roll(8) {
        0 => *place = other,
        1 => *place = serde_json::from_str(EDGES[dice.roll(EDGES.len())]).unwrap_or_default(),
        2..=4 => nudge(place, dice),
        _ => rearrange(place, other, dice),
    }
}

/// A little more, less, earlier or later.
fn nudge(place: &mut Value, dice: &mut Dice) {
    match place {
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            let step = [1.0, -1.0, 0.1, -0.000_001, number, -2.0 * number][dice.roll(6)];
            *place = Number::from_f64(number + step).map_or(Value::Null, Value::Number);
        }
        Value::String(text) => match text.parse::<equipoise::Day>() {
            Ok(day) => *text = day.plus([1, -1, 7, 8, -31, 47, 365, -100][dice.roll(8)]).to_string(),
            Err(_) => match dice.roll(4) {
                0 => text.push(' '),
                1 => drop(text.pop()),
                2 => *text = text.to_uppercase(),
                _ => text.push_str("1"),
            },
        },
        Value::Bool(flag) => *flag = !*flag,
        Value::Null => *place = Value::Object(Map::new()),
        Value::Array(_) | Value::Object(_) => rearrange(place, Value::Null, dice),
    }
}

/// Rows and fields out, in twice, in other places.
fn rearrange(place: &mut Value, other: Value, dice: &mut Dice) {
    match place {
        Value::Array(rows) => {
            let (one, two) = (dice.roll(rows.len()), dice.roll(rows.len()));
            match dice.roll(5) {
                0 if !rows.is_empty() => drop(rows.remove(one)),
                1 if !rows.is_empty() => rows.swap(one, two),
                2 if !rows.is_empty() => rows.insert(two, rows[one].clone()),
                3 => rows.insert(one, other),
                _ => rows.reverse(),
            }
        }
        Value::Object(fields) => {
            let Some(key) = fields.keys().nth(dice.roll(fields.len())).cloned() else { return };
            match dice.roll(4) {
                0 => drop(fields.shift_remove(&key)),
                1 => drop(fields.insert(key, other)),
                2 => drop(fields.shift_remove(&key).map(|value| fields.insert(format!("{key}s"), value))),
                _ => drop(fields.shift_remove(&key).map(|value| fields.insert(key, value))),
            }
        }
        scalar => *scalar = Value::Array(vec![scalar.take(), other]),
    }
}

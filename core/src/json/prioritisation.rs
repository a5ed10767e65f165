//! The operations of prioritisation by weighted criteria.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Request, answer, read};
use crate::document::exercise;
use crate::document::read::{Read, Reader};
use crate::exercises::resolve;
use crate::prioritisation::{self, Average, Options, Sampling, Voice};
use crate::problem::{Problem, Problems};
use crate::report::Detail;

/// A ranking by weighted criteria: `{"exercise", "voice"?, "average"?, "cut"?, "samples"?, "seed"?, "sampling"?,
/// "detail"?}`.
pub fn prioritise(request: &str) -> String {
    let keys = ["exercise", "voice", "average", "cut", "samples", "seed", "sampling", "detail"];
    answer(read(request, &keys).and_then(|mut request| {
        let exercise = request.exercise("exercise");
        let options = request.ranking_options();
        request.done()?;
        let exercise = exercise.ok_or_else(Problem::unreadable)?;
        let exercise = resolve(&exercise, "/exercise")?;
        prioritisation::rank(&exercise, &options).map_err(|problems| at("/exercise", problems))
    }))
}

/// What changed between two rounds: `{"before", "after", "voice"?, "average"?}`.
pub fn compare_rounds(request: &str) -> String {
    answer(read(request, &["before", "after", "voice", "average"]).and_then(|mut request| {
        let rounds = [request.exercise("before"), request.exercise("after")];
        let options = request.ranking_options();
        request.done()?;
        let [Some(before), Some(after)] = rounds else { return Err(Problem::unreadable().into()) };
        let rounds = [resolve(&before, "/before"), resolve(&after, "/after")];
        let found: Vec<Problem> = rounds
            .iter()
            .filter_map(|round| round.as_ref().err())
            .flat_map(|found| found.as_slice().to_vec())
            .collect();
        Problems::none(found)?;
        let [before, after] = rounds;
        prioritisation::compare_rounds(&before?, &after?, &options)
    }))
}

/// Problems of an exercise, with the place where it stands before theirs; those of options stay.
fn at(place: &str, problems: Problems) -> Problems {
    let own = |path: &str| ["/criteria", "/proposals", "/scores"].iter().any(|list| path.starts_with(list));
    let mut problems = problems.into_vec();
    for problem in problems.iter_mut().filter(|problem| own(&problem.path)) {
        problem.path.insert_str(0, place);
    }
    Problems::none(problems).err().unwrap_or_else(|| Problem::unreadable().into())
}

impl Request {
    fn exercise(&mut self, name: &'static str) -> Option<exercise::Exercise> {
        self.required(name)
    }

    fn ranking_options(&mut self) -> Options {
        let default = Options::default();
        Options {
            voice: self.optional("voice").unwrap_or_default(),
            average: self.optional("average").unwrap_or(Average::Mean),
            cut: self.optional::<u32>("cut").map(|cut| cut as usize),
            samples: self.optional("samples").unwrap_or(default.samples),
            seed: self.optional("seed").unwrap_or(default.seed),
            sampling: self.optional("sampling").unwrap_or_default(),
            name_scorers: self.optional::<Detail>("detail") == Some(Detail::Scorer),
        }
    }
}

impl Read for Voice {
    fn accepted() -> String {
        "equal, pooled, or an object of a share for every organisation".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_object() {
            return IndexMap::read(value, reader).map(Self::Shares);
        }
        let word = crate::document::declare::read_word(value, reader, &["equal", "pooled"])?;
        Some(if word == 0 { Self::Equal } else { Self::Pooled })
    }
}

impl Read for Sampling {
    fn accepted() -> String {
        "uniform, ordinal, or an object of the lowest and the highest share by criterion".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if value.is_object() {
            return IndexMap::read(value, reader).map(|bounds: IndexMap<String, Bounds>| {
                Self::Bounded(bounds.into_iter().map(|(id, bounds)| (id, bounds.0)).collect())
            });
        }
        let word = crate::document::declare::read_word(value, reader, &["uniform", "ordinal"])?;
        Some(if word == 0 { Self::Uniform } else { Self::Ordinal })
    }
}

/// The lowest and the highest share.
struct Bounds([f64; 2]);

impl Read for Bounds {
    fn accepted() -> String {
        "a list of the lowest and the highest share".into()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let rows = value.as_array().filter(|rows| rows.len() == 2);
        let ends: Option<Vec<f64>> = rows.and_then(|rows| rows.iter().map(Value::as_f64).collect());
        let Some([low, high]) = ends.as_deref() else {
            reader.wrong_type(value, &Self::accepted());
            return None;
        };
        Some(Self([*low, *high]))
    }
}

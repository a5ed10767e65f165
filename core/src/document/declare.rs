//! One declaration for each record, list of words and range: struct, serde, schema and strict reader made from it.

use serde_json::Value;

use super::read::Reader;
use super::values::clip;
use crate::problem::{Code, listed};

/// Declares a closed list of words: an enum, its words, serde, schema and strict reader.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        #[non_exhaustive]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as documents and results write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The variant that the word names, if it is one of the list.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::recall::Recall for $name {
            fn recall(value: &serde_json::Value) -> Option<Self> {
                Self::from_word(value.as_str()?)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                format!("one of: {}", $crate::problem::listed(&[$($word),*]))
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                $crate::document::declare::read_word(value, reader, &[$($word),*]).and_then(|place| Self::ALL.get(place).copied())
            }

            fn placeholder() -> Option<Self> {
                Self::ALL.first().copied()
            }
        }
    };
}
pub(crate) use words;

/// Reads one of a closed list of words: its place in the list.
#[inline(never)]
pub(crate) fn read_word(value: &Value, reader: &mut Reader, known: &[&str]) -> Option<usize> {
    let Some(text) = value.as_str() else {
        reader.wrong_type(value, &format!("one of: {}", listed(known)));
        return None;
    };
    let place = known.iter().position(|word| *word == text);
    if place.is_none() {
        let message = format!("“{}” is not a known word here", clip(text));
        reader.unknown(Code::UnknownWord, text, value, known, message);
    }
    place
}

/// Declares a record: first the fields that are required, then those that may be absent (or null, which is the same).
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$need_meta:meta])* $need:ident: $need_type:ty,)*
        } optional {
            $($(#[$may_meta:meta])* $may:ident: $may_type:ty,)*
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$need_meta])* pub $need: $need_type,)*
            $($(#[$may_meta])*
            #[serde(default, skip_serializing_if = "crate::document::read::Optional::is_absent")]
            pub $may: $may_type,)*
        }

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                let needed: &[&str] = &[$(stringify!($need)),*];
                if needed.is_empty() { "an object".into() } else { format!("an object with {}", needed.join(", ")) }
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                let object = reader.object(value, Self::accepted)?;
                let before = reader.problems.count();
                reader.unknown_fields(object, &[$(stringify!($need),)* $(stringify!($may),)*]);
                $(let $need: Option<$need_type> = reader.required(object, stringify!($need));)*
                $(let $may: Option<$may_type> = reader.optional(object, stringify!($may));)*
                if reader.at_root() {
                    return Some(Self {
                        $($need: $need.or_else(<$need_type as $crate::document::read::Read>::placeholder)?,)*
                        $($may: $may.unwrap_or_default(),)*
                    });
                }
                // The count catches what has no field to fail with: an unknown one.
                (reader.problems.count() == before).then_some(())?;
                match ($($need,)* $($may,)*) {
                    ($(Some($need),)* $(Some($may),)*) => Some(Self { $($need,)* $($may,)* }),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use record;

/// Declares a number that must lie in a range.
macro_rules! ranged {
    ($(#[$meta:meta])* $name:ident($type:ty), $accepted:literal, $test:expr) => {
        #[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        pub struct $name(pub $type);

        impl $crate::document::read::Read for $name {
            fn accepted() -> String {
                $accepted.into()
            }

            fn read(value: &serde_json::Value, reader: &mut $crate::document::read::Reader) -> Option<Self> {
                let number = <$type>::read(value, reader)?;
                let inside: fn($type) -> bool = $test;
                if inside(number) {
                    return Some(Self(number));
                }
                let message = format!("{} is not {}", $crate::document::text::print(value), $accepted);
                reader.problem($crate::problem::Code::OutOfRange, value, $accepted, message);
                None
            }
        }
    };
}

pub(crate) use ranged;

//! Results read back: what the library gave is taken in again, to be described or laid out as a table.
//!
//! serde could do it, at many times the size in WebAssembly. A result is whole or it is none, so nothing is explained.

use indexmap::IndexMap;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::Arc;

use crate::day::Day;
use crate::decimal::Decimal;

/// A result, or a part of one, that can be read back.
pub(crate) trait Recall: Sized {
    /// The value as it was given; `None` if it is no such result.
    fn recall(value: &Value) -> Option<Self>;
}

/// A field of a result; an absent one is like null.
pub(crate) fn field<T: Recall>(fields: &Map<String, Value>, name: &str) -> Option<T> {
    T::recall(fields.get(name).unwrap_or(&Value::Null))
}

/// Declares results: records whose fields are always present, null where there is nothing.
macro_rules! result {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::recall::Recall for $name {
            fn recall(value: &serde_json::Value) -> Option<Self> {
                let fields = value.as_object()?;
                Some(Self { $($field: $crate::recall::field(fields, stringify!($field))?,)* })
            }
        }
    )*};
}
pub(crate) use result;

/// Single values: the name of the type, and how one is had from JSON.
macro_rules! recalled {
    ($($type:ty: $read:expr,)*) => {
        $(impl Recall for $type {
            fn recall(value: &Value) -> Option<Self> {
                let read: fn(&Value) -> Option<Self> = $read;
                read(value)
            }
        })*
    };
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A whole number, also where it is spelt with a point: JavaScript knows no other.
fn whole(value: &Value) -> Option<i64> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 9.0e15);
    value.as_i64().or_else(|| number.map(|number| number as i64))
}

recalled! {
    String: text,
    Cow<'static, str>: |value| text(value).map(Cow::Owned),
    Arc<str>: |value| value.as_str().map(Into::into),
    bool: Value::as_bool,
    f64: Value::as_f64,
    i64: whole,
    i32: |value| whole(value)?.try_into().ok(),
    usize: |value| whole(value)?.try_into().ok(),
    u64: |value| whole(value)?.try_into().ok(),
    u32: |value| whole(value)?.try_into().ok(),
    u16: |value| whole(value)?.try_into().ok(),
    Day: |value| value.as_str()?.parse().ok(),
    Decimal: |value| Decimal::from_f64(value.as_f64()?),
    Value: |value| Some(value.clone()),
}

impl<T: Recall> Recall for Option<T> {
    fn recall(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::recall(value).map(Some) }
    }
}

impl<T: Recall> Recall for Vec<T> {
    fn recall(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(T::recall).collect()
    }
}

impl<T: Recall, const LENGTH: usize> Recall for [T; LENGTH] {
    fn recall(value: &Value) -> Option<Self> {
        Vec::recall(value)?.try_into().ok()
    }
}

impl<T: Recall> Recall for IndexMap<String, T> {
    fn recall(value: &Value) -> Option<Self> {
        value.as_object()?.iter().map(|(key, value)| Some((key.clone(), T::recall(value)?))).collect()
    }
}

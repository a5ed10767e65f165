//! Rows of a chart's table. `json!` would do, at many times the size in WebAssembly.

use serde_json::{Map, Number, Value};

/// What can stand in a cell.
pub(super) trait Cell {
    fn cell(&self) -> Value;
}

impl Cell for str {
    fn cell(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl Cell for String {
    fn cell(&self) -> Value {
        self.as_str().cell()
    }
}

impl Cell for bool {
    fn cell(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Cell for f64 {
    fn cell(&self) -> Value {
        Number::from_f64(*self).map_or(Value::Null, Value::Number)
    }
}

impl Cell for u32 {
    fn cell(&self) -> Value {
        Value::Number((*self).into())
    }
}

impl Cell for usize {
    fn cell(&self) -> Value {
        Value::Number((*self).into())
    }
}

impl<T: Cell + ?Sized> Cell for &T {
    fn cell(&self) -> Value {
        (**self).cell()
    }
}

impl<T: Cell> Cell for Option<T> {
    fn cell(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::cell)
    }
}

/// A record from its cells, in their order.
#[inline(never)]
pub(super) fn record(cells: Vec<(&'static str, Value)>) -> Value {
    let mut record = Map::new();
    for (name, cell) in cells {
        record.insert(name.to_owned(), cell);
    }
    Value::Object(record)
}

/// A row: `row! {"name": what stands there}`.
macro_rules! row {
    ($($name:literal: $cell:expr),* $(,)?) => {
        $crate::chart::cells::record(vec![$(($name, $crate::chart::cells::Cell::cell(&$cell))),*])
    };
}
pub(super) use row;

/// A list of texts or numbers.
pub(super) fn list<T: Cell>(entries: impl IntoIterator<Item = T>) -> Value {
    Value::Array(entries.into_iter().map(|entry| entry.cell()).collect())
}

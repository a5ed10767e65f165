//! The traps that a status calculation falls into, one test each; and the worked figures of the demo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendar;
mod demo;
mod documents;
mod items;
mod nodes;
mod overrides;
mod scene;

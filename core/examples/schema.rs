//! Writes the JSON Schemas of the document and of the results: `cargo run -p equipoise --features schema --example schema`.
//!
//! The folder is `docs/schema` unless one is named as an argument.

use std::{fs, path::PathBuf};

fn main() -> std::io::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/schema")), PathBuf::from);
    fs::create_dir_all(&folder)?;
    for (name, schema) in equipoise::schema::all() {
        fs::write(folder.join(format!("{name}.schema.json")), schema)?;
    }
    Ok(())
}

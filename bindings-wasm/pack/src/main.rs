//! `equipoise-wasm-pack MODULE.wasm FOLDER`: writes `equipoise.js` and `equipoise_bg.wasm`.

use std::{env, path::PathBuf, process::ExitCode};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(folder)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: equipoise-wasm-pack MODULE.wasm FOLDER");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("equipoise").typescript(true).remove_producers_section(true);
    // The facade says where the module is: bundlers must find one address of it, not two.
    bindgen.omit_default_module_path(true);
    let made = bindgen.web(true).and_then(|web| web.generate(folder));
    if let Err(error) = made {
        eprintln!("equipoise-wasm-pack: {error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

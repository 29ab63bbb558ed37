//! Builds the library as WebAssembly, writes the JavaScript for it, and runs `js/test.mjs` under Node.js.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

#[test]
fn a_javascript_host_mints_and_verifies() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = out.join("wasm");
    run(Command::new(env!("CARGO"))
        .args(["build", "--locked", "--release", "--lib", "--target", "wasm32-unknown-unknown"])
        .arg("--manifest-path")
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target));

    let host = out.join("host");
    Bindgen::new()
        .input_path(target.join("wasm32-unknown-unknown/release/wasm.wasm"))
        .out_name("twilio")
        .typescript(false)
        .web(true)
        .and_then(|bindgen| bindgen.generate(&host))
        .expect("wasm-bindgen reads what it has built");
    fs::write(host.join("package.json"), r#"{ "type": "module" }"#).expect("the folder is writable");
    for script in ["worker.mjs", "module.mjs", "test.mjs"] {
        fs::copy(package.join("js").join(script), host.join(script)).expect("the script is copied");
    }
    run(Command::new(env::var_os("NODE").as_deref().unwrap_or(OsStr::new("node")))
        .arg("--test")
        .arg(host.join("test.mjs")));
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

//! Extracts the Rust block of the README, with the address of the test's own server in place of the
//! one it names, so that `tests/readme.rs` runs what a reader pastes.

use std::path::Path;
use std::{env, fs};

const ADDRESS: &str = "\"http://127.0.0.1:7665\"";

fn main() {
    let readme = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../README.md");
    println!("cargo::rerun-if-changed={}", readme.display());
    println!("cargo::rerun-if-changed=build.rs");
    let block = rust_block(&fs::read_to_string(&readme).unwrap());
    assert!(
        block.is_empty() || block.contains(ADDRESS),
        "the Rust block of README.md must name the server {ADDRESS}"
    );
    let code = block.replace(ADDRESS, "url");
    let function = format!(
        "pub const EXISTS: bool = {};\n\
         #[allow(unused_variables)]\n\
         pub async fn run(url: &str) -> Result<(), Box<dyn std::error::Error>> {{\n\
         {code}\nOk(())\n}}\n",
        !block.is_empty()
    );
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("readme.rs"), function).unwrap();
}

/// The content of the first ```` ```rust ```` block; empty without one.
fn rust_block(text: &str) -> String {
    let lines = text.lines().skip_while(|line| line.trim_end() != "```rust").skip(1);
    lines.take_while(|line| line.trim_end() != "```").collect::<Vec<_>>().join("\n")
}

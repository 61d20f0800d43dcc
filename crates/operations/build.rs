//! Makes the module lists and dispatch tables from the folders, so that adding an operation, a flow
//! or a challenge adds one file and edits none.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let source = PathBuf::from(required("CARGO_MANIFEST_DIR")).join("src");
    let out = PathBuf::from(required("OUT_DIR"));
    for service in ["idp", "identity"] {
        let names = file_stems(&source.join(service))?;
        let mut text = modules(&source.join(service), &names);
        text.push_str(&operation_table(service, &names));
        fs::write(out.join(format!("{service}.rs")), text)?;
    }
    for (folder, signature) in [("flows", FLOW), ("challenges", CHALLENGE)] {
        let names = file_stems(&source.join(folder))?;
        let mut text = modules(&source.join(folder), &names);
        text.push_str(&match_table(&names, &signature));
        fs::write(out.join(format!("{folder}.rs")), text)?;
    }
    Ok(())
}

/// How the table function of a folder of sign-in steps looks: its parameters and the arguments
/// handed on.
struct Signature {
    parameters: &'static str,
    arguments: &'static str,
    answer: &'static str,
}

const FLOW: Signature = Signature {
    parameters: "ctx: &crate::ctx::Ctx, request: &crate::sign_in::Initiate<'_>",
    arguments: "ctx, request",
    answer: "Result<crate::sign_in::Step, crate::error::Error>",
};

const CHALLENGE: Signature = Signature {
    parameters: "ctx: &crate::ctx::Ctx, request: &crate::sign_in::Respond<'_>",
    arguments: "ctx, request",
    answer: "Result<crate::sign_in::Step, crate::error::Error>",
};

fn required(name: &str) -> String {
    println!("cargo::rerun-if-env-changed={name}");
    env::var(name).unwrap_or_default()
}

/// The Rust files of a folder without their ending, sorted; `mod.rs` is the folder's own page and
/// does not count.
fn file_stems(folder: &Path) -> io::Result<Vec<String>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_rust = path.extension().is_some_and(|ending| ending == "rs");
        if let Some(stem) =
            path.file_stem().and_then(|stem| stem.to_str()).filter(|stem| is_rust && *stem != "mod")
        {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn modules(folder: &Path, names: &[String]) -> String {
    names.iter().fold(String::new(), |mut text, name| {
        let path = folder.join(format!("{name}.rs"));
        let _ = writeln!(text, "#[path = {path:?}]\nmod {name};");
        text
    })
}

fn operation_table(service: &str, names: &[String]) -> String {
    if names.is_empty() {
        return "pub(crate) fn find(_name: &str) -> Option<crate::dispatch::Handler> {\n    None\n}\n".to_owned();
    }
    let mut text = String::from(
        "pub(crate) fn find(name: &str) -> Option<crate::dispatch::Handler> {\n    match name {\n",
    );
    for name in names {
        let shape = upper_camel(name);
        let _ = writeln!(
            text,
            "        {shape:?} => Some(|ctx, body| Box::pin(crate::dispatch::run::<wire::{service}::op::{shape}, _, _>(ctx, body, {name}::handle))),"
        );
    }
    text.push_str("        _ => None,\n    }\n}\n");
    text
}

fn match_table(names: &[String], signature: &Signature) -> String {
    let Signature { parameters, arguments, answer } = signature;
    let mut text = format!(
        "pub(crate) async fn find(name: &str, {parameters}) -> Option<{answer}> {{\n    match name {{\n"
    );
    for name in names {
        let _ = writeln!(
            text,
            "        {:?} => Some({name}::handle({arguments}).await),",
            name.to_uppercase()
        );
    }
    text.push_str("        _ => None,\n    }\n}\n");
    text
}

fn upper_camel(snake: &str) -> String {
    snake
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect()
}

//! The generated files: formatting, writing, comparing.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::api_model::ApiModel;
use crate::paths::root;

/// Where the generated modules lie.
const FOLDER: &str = "crates/wire/src/generated";

/// Paths from the root, with the text that belongs there.
#[derive(Debug, Default)]
pub(crate) struct Output {
    files: BTreeMap<String, String>,
}

impl Output {
    /// A Rust file below the folder of generated modules. `docs` is its first documentation line.
    ///
    /// # Errors
    /// rustfmt is missing or refuses the text.
    pub(crate) fn rust(&mut self, path: &str, docs: &str, body: &str) -> Result<(), String> {
        self.rust_at(&format!("{FOLDER}/{path}"), docs, body)
    }

    /// A Rust file anywhere.
    ///
    /// # Errors
    /// rustfmt is missing or refuses the text.
    pub(crate) fn rust_at(&mut self, path: &str, docs: &str, body: &str) -> Result<(), String> {
        let text = format!(
            "// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.\n\
             //! {docs}\n\n{body}"
        );
        let text = format(&text).map_err(|problem| format!("{path}: {problem}"))?;
        self.text(path, text);
        Ok(())
    }

    /// Any other file.
    pub(crate) fn text(&mut self, path: &str, text: String) {
        self.files.insert(path.to_owned(), text);
    }

    /// Writes what differs and removes generated Rust files that are no longer made.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub(crate) fn write(&self, root: &Path) -> Result<(), String> {
        for (path, text) in &self.files {
            let path = root.join(path);
            if std::fs::read_to_string(&path).is_ok_and(|old| old == *text) {
                continue;
            }
            let problem = |error| format!("{}: {error}", path.display());
            std::fs::create_dir_all(path.parent().unwrap_or(root)).map_err(problem)?;
            std::fs::write(&path, text).map_err(problem)?;
        }
        for path in self.stale(root)? {
            std::fs::remove_file(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(())
    }

    /// Fails where a file on disk is not what would be written.
    ///
    /// # Errors
    /// Names every such file.
    pub(crate) fn compare(&self, root: &Path) -> Result<(), String> {
        let differs = |(path, text): &(&String, &String)| {
            !std::fs::read_to_string(root.join(path)).is_ok_and(|old| old == **text)
        };
        let mut names: Vec<String> =
            self.files.iter().filter(differs).map(|(path, _)| path.clone()).collect();
        names.extend(self.stale(root)?);
        if names.is_empty() {
            return Ok(());
        }
        Err(format!("not up to date, run `cargo xtask codegen`: {}", names.join(", ")))
    }

    fn stale(&self, root: &Path) -> Result<Vec<String>, String> {
        let mut found = Vec::new();
        let mut folders = vec![FOLDER.to_owned()];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(root.join(&folder)) else {
                continue;
            };
            for entry in entries {
                let entry = entry.map_err(|error| error.to_string())?;
                let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    folders.push(path);
                } else if !self.files.contains_key(&path) {
                    found.push(path);
                }
            }
        }
        Ok(found)
    }
}

/// The module files that tie the others together.
pub(crate) fn emit_modules(models: &[ApiModel], output: &mut Output) -> Result<(), String> {
    let mut body = String::from("mod exceptions;\n");
    for model in models {
        body.push_str(&format!("pub mod {};\n", model.api.module()));
    }
    body.push_str("mod patterns;\n\npub use exceptions::ExceptionType;\n");
    output.rust("mod.rs", "What the models say, as Rust.", &body)?;
    for model in models {
        let body = format!(
            "mod enums;\npub mod op;\npub(crate) mod shapes;\nmod requests;\nmod responses;\nmod types;\n\n\
             pub use enums::*;\npub use requests::*;\npub use responses::*;\npub use types::*;\n\n\
             /// What stands before the full stop in `X-Amz-Target`.\n\
             pub(crate) const TARGET_PREFIX: &str = {:?};\n\n\
             /// The service name in a SigV4 credential scope.\n\
             pub(crate) const SIGNING_NAME: &str = {:?};\n",
            model.model.metadata.target_prefix, model.model.metadata.endpoint_prefix,
        );
        let docs = format!("{}: requests, responses and what they are made of.", model.api.title());
        output.rust(&format!("{}/mod.rs", model.api.module()), &docs, &body)?;
    }
    Ok(())
}

fn format(text: &str) -> Result<String, String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--quiet"])
        // Its configuration is found from the folder that it runs in.
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt: {error}"))?;
    let mut input = rustfmt.stdin.take().ok_or("rustfmt takes no input")?;
    let text = text.to_owned();
    // A thread of its own: rustfmt may write before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let result = rustfmt.wait_with_output().map_err(|error| format!("rustfmt: {error}"))?;
    let written = writer.join().is_ok_and(|outcome| outcome.is_ok());
    if !result.status.success() || !written {
        return Err("rustfmt refused the generated text".to_owned());
    }
    String::from_utf8(result.stdout).map_err(|error| error.to_string())
}

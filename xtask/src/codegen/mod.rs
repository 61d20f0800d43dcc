//! `cargo xtask codegen`: writes the wire crate's generated types and `docs/operations.md` from
//! `model/`.

mod api;
mod api_model;
mod check;
mod classes;
mod enums;
mod exceptions;
pub(crate) mod model;
mod names;
mod operations;
mod operations_page;
mod output;
mod overlay;
mod pattern;
mod patterns;
mod shapes;
mod structures;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::paths::{OPERATIONS, root};
use api::Api;
use api_model::ApiModel;
use model::Model;
use output::Output;
use overlay::Overlay;

/// How the command is called.
pub(crate) const USAGE: &str =
    "codegen [--check]   write the generated files from model/, or check that they are up to date";

/// Writes the generated files. With `--check` it writes nothing and fails if a file would change.
///
/// # Errors
/// A model with unknown parts, an unreadable file, or with `--check` a difference.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let output = generate(&root())?;
    match arguments {
        [] => output.write(&root()),
        [only] if only == "--check" => output.compare(&root()),
        _ => Err(format!("usage: cargo xtask {USAGE}")),
    }
}

/// An implemented operation with the exceptions that it declares.
pub(crate) struct Declared {
    pub(crate) name: String,
    /// `idp` or `identity`.
    pub(crate) module: &'static str,
    /// The name of its file, without the extension.
    pub(crate) file: String,
    pub(crate) errors: Vec<String>,
    /// Whether it requires a signature.
    pub(crate) is_signed: bool,
}

/// The implemented operations: those that have a file.
///
/// # Errors
/// An unreadable model.
pub(crate) fn built_operations(root: &Path) -> Result<Vec<Declared>, String> {
    let mut built = Vec::new();
    for model in models(root)?.0 {
        let module = model.api.module();
        for (name, operation) in &model.model.operations.0 {
            let file = names::snake(name);
            if root.join(format!("{OPERATIONS}/{module}/{file}.rs")).is_file() {
                let errors = operation.errors.iter().map(|error| error.shape.clone()).collect();
                let is_signed = operations::auth(&model, name, operation) == overlay::Auth::SigV4;
                built.push(Declared { name: name.clone(), module, file, errors, is_signed });
            }
        }
    }
    Ok(built)
}

fn models(root: &Path) -> Result<(Vec<ApiModel>, Overlay), String> {
    let overlay = Overlay::parse(&read(&root.join("model/overlay.toml"))?)
        .map_err(|problem| format!("model/overlay.toml: {problem}"))?;
    let mut models = Vec::new();
    for api in Api::ALL {
        models.push(load(root, api, &overlay)?);
    }
    Ok((models, overlay))
}

fn generate(root: &Path) -> Result<Output, String> {
    let (models, overlay) = models(root)?;
    let mut output = Output::default();
    let patterns = patterns::collect(&models)?;
    patterns::emit(&patterns, &mut output)?;
    exceptions::emit(&models, &overlay, &mut output)?;
    for model in &models {
        enums::emit(model, &mut output)?;
        structures::emit(model, &mut output)?;
        shapes::emit(model, &patterns, &mut output)?;
        operations::emit(model, &mut output)?;
    }
    output::emit_modules(&models, &mut output)?;
    operations::emit_walk(&models, &mut output)?;
    operations_page::emit(root, &models, &mut output)?;
    Ok(output)
}

fn load(root: &Path, api: Api, overlay: &Overlay) -> Result<ApiModel, String> {
    let file = format!("model/{}.json", api.endpoint_prefix());
    let mut model: Model = serde_json::from_str(&read(&root.join(&file))?)
        .map_err(|error| format!("{file}: {error}"))?;
    check::check(api, &model).map_err(|problem| format!("{file}: {problem}"))?;
    let notes = overlay.apply(api, &mut model)?;
    Ok(ApiModel::new(api, model, notes))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

//! `cargo xtask model-import FILE`: reads AWS's published model of a service (botocore's
//! `service-2.json` form), drops every documentation text and keeps the facts under `model/`.

use std::path::Path;

use crate::codegen::model::Model;
use crate::paths::root;

/// How the command is called.
pub(crate) const USAGE: &str =
    "model-import FILE   keep the facts of a published service model under model/";

/// Imports one model; its `endpointPrefix` names the file that is written.
///
/// # Errors
/// The file cannot be read, or contains something that the generator does not know.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [file] = arguments else {
        return Err(format!("usage: cargo xtask {USAGE}"));
    };
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let model: Model = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    write(&model, &root().join("model"))
}

fn write(model: &Model, folder: &Path) -> Result<(), String> {
    let path = folder.join(format!("{}.json", model.metadata.endpoint_prefix));
    let mut text = serde_json::to_string_pretty(model).map_err(|error| error.to_string())?;
    text.push('\n');
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

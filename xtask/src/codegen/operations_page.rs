//! `docs/operations.md`: which operations are implemented and how they differ from the service.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::api_model::ApiModel;
use super::names;
use super::output::Output;
use crate::paths::OPERATIONS;

/// `docs/differences.toml`, written by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Differences {
    /// Of the server as a whole.
    #[serde(default)]
    general: Vec<General>,
    #[serde(default)]
    idp: BTreeMap<String, One>,
    #[serde(default)]
    identity: BTreeMap<String, One>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct General {
    differs: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    differs: String,
}

/// Writes the page.
///
/// # Errors
/// `docs/differences.toml` names an operation that does not exist, or cannot be read.
pub(crate) fn emit(root: &Path, models: &[ApiModel], output: &mut Output) -> Result<(), String> {
    let text = super::read(&root.join("docs/differences.toml"))?;
    let differences: Differences =
        toml::from_str(&text).map_err(|error| format!("docs/differences.toml: {error}"))?;
    let mut page = String::from(HEAD);
    for General { differs } in &differences.general {
        page.push_str(&format!("- {}\n", differs.trim()));
    }
    for (model, known) in models.iter().zip([&differences.idp, &differences.identity]) {
        page.push_str(&section(root, model, known)?);
    }
    output.text("docs/operations.md", page);
    Ok(())
}

const HEAD: &str = "<!-- Made by `cargo xtask codegen` from model/ and docs/differences.toml. Do not edit. -->\n\n\
# Operations\n\n\
An operation that is not implemented answers `UnsupportedOperationException` (HTTP 400). Unless a line says otherwise, an\n\
implemented operation answers as the service does.\n\n\
## Everywhere\n\n";

fn section(root: &Path, model: &ApiModel, known: &BTreeMap<String, One>) -> Result<String, String> {
    let mut rows: Vec<&str> =
        model.model.operations.0.iter().map(|(name, _)| name.as_str()).collect();
    rows.sort_unstable();
    if let Some(name) = known.keys().find(|name| !rows.contains(&name.as_str())) {
        return Err(format!("docs/differences.toml: there is no operation {name}"));
    }
    let folder = root.join(OPERATIONS).join(model.api.module());
    let exists = |name: &str| folder.join(format!("{}.rs", names::snake(name))).is_file();
    let implemented = rows.iter().filter(|name| exists(name)).count();
    let mut out =
        format!("\n## {}\n\n{implemented} of {} implemented.\n\n", model.api.title(), rows.len());
    out.push_str("| Operation | Implemented | Differences |\n|---|---|---|\n");
    for name in rows {
        let differs = known
            .get(name)
            .map_or("", |it| it.differs.trim())
            .replace('|', "\\|")
            .replace('\n', " ");
        let mark = if exists(name) { "yes" } else { "no" };
        out.push_str(&format!("| {name} | {mark} | {differs} |\n"));
    }
    Ok(out)
}

//! `exceptions.rs`: the exceptions of both services and of their front end.

use std::collections::BTreeMap;

use super::api_model::ApiModel;
use super::names;
use super::output::Output;
use super::overlay::Overlay;

/// The variant of an exception.
pub(crate) fn variant(name: &str) -> String {
    names::variant(name.strip_suffix("Exception").unwrap_or(name))
}

/// Writes the file.
///
/// # Errors
/// An exception that is a fault in one service and not in the other, or a front-end one that is
/// modelled.
pub(crate) fn emit(
    models: &[ApiModel],
    overlay: &Overlay,
    output: &mut Output,
) -> Result<(), String> {
    let mut statuses: BTreeMap<String, u16> = BTreeMap::new();
    for model in models {
        for (name, shape) in model.model.shapes.0.iter().filter(|(_, shape)| shape.exception) {
            let status = if shape.fault { 500 } else { 400 };
            if *statuses.entry(name.clone()).or_insert(status) != status {
                return Err(format!("{name} has two statuses"));
            }
        }
    }
    for exception in &overlay.exception {
        if statuses.insert(exception.name.clone(), exception.status).is_some() {
            return Err(format!("overlay: {} is now in a model", exception.name));
        }
    }
    let mut definition = String::new();
    let mut names = String::new();
    let mut faults = String::new();
    for (name, status) in &statuses {
        let variant = variant(name);
        definition.push_str(&format!("/// `{name}`.\n{variant},\n"));
        names.push_str(&format!("Self::{variant} => {name:?},\n"));
        match status {
            400 => {}
            500 => faults.push_str(&format!(
                "{}Self::{variant}",
                if faults.is_empty() { "" } else { " | " }
            )),
            other => return Err(format!("{name}: the status {other} is not known")),
        }
    }
    let body = format!(
        "/// An exception by its type.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         pub enum ExceptionType {{\n{definition}}}\n\n\
         impl ExceptionType {{\n\
         /// The name on the wire, `__type`.\n\
         pub const fn name(self) -> &'static str {{\nmatch self {{\n{names}}}\n}}\n\n\
         /// The HTTP status.\n\
         pub const fn status(self) -> u16 {{\n\
         match self {{\n{faults} => 500,\n_ => 400,\n}}\n}}\n}}\n"
    );
    output.rust("exceptions.rs", "Exceptions of both services and of their front end.", &body)
}

//! `enums.rs` of a service: string shapes with a fixed set of values.

use std::collections::BTreeSet;

use super::api_model::ApiModel;
use super::names;
use super::output::Output;

/// Writes the file.
///
/// # Errors
/// Two values of an enum that become the same variant, or one that does not become a valid name.
pub(crate) fn emit(model: &ApiModel, output: &mut Output) -> Result<(), String> {
    let mut body = String::from("use crate::rt;\n\n");
    for (name, shape) in model.shapes() {
        let Some(values) = &shape.values else {
            continue;
        };
        body.push_str(&enumeration(name, values)?);
    }
    output.rust(
        &format!("{}/enums.rs", model.api.module()),
        "Strings with a fixed set of values.",
        &body,
    )
}

fn enumeration(name: &str, values: &[String]) -> Result<String, String> {
    let mut variants = BTreeSet::new();
    let mut out = format!("rt::string_enum! {{\n    /// Enum `{name}`.\n    {name} {{\n");
    for value in values {
        let variant = names::variant(value);
        let named = variant.starts_with(|it: char| it.is_ascii_uppercase());
        if !named || variant == "Self" || !variants.insert(variant.clone()) {
            return Err(format!("{name}: the value {value} has no valid, distinct variant"));
        }
        out.push_str(&format!("        /// `{value}`.\n        {variant} = {value:?},\n"));
    }
    out.push_str("    }\n}\n\n");
    Ok(out)
}

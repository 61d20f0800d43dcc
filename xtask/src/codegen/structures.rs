//! `requests.rs`, `responses.rs` and `types.rs` of a service: the structures with decoding and
//! encoding.

use super::api_model::{ApiModel, static_of};
use super::model::{Ref, Shape};
use super::names;
use super::output::Output;

/// Writes the three files.
///
/// # Errors
/// A member of a shape that the model lacks.
pub(crate) fn emit(model: &ApiModel, output: &mut Output) -> Result<(), String> {
    let operations = &model.model.operations.0;
    let inputs = |name: &str| operations.iter().any(|(_, it)| it.input.shape == name);
    let outputs = |name: &str| {
        operations
            .iter()
            .any(|(_, it)| it.output.as_ref().is_some_and(|output| output.shape == name))
    };
    let mut files = [String::new(), String::new(), String::new()];
    for (name, shape) in model.structures() {
        let [requests, responses, types] = &mut files;
        let file = match (inputs(name), outputs(name)) {
            (true, false) => requests,
            (false, true) => responses,
            _ => types,
        };
        file.push_str(&structure(model, name, shape)?);
    }
    let names = [
        ("requests", "Requests."),
        ("responses", "Responses."),
        ("types", "Structures inside requests and responses."),
    ];
    for ((file, docs), body) in names.into_iter().zip(files) {
        let shapes = if body.contains("shapes::") { "use super::shapes;\n" } else { "" };
        let body = format!("{shapes}use crate::rt;\n\n{body}");
        output.rust(&format!("{}/{file}.rs", model.api.module()), docs, &body)?;
    }
    Ok(())
}

/// A member with everything that definition, decoding and encoding need.
struct Member<'a> {
    name: &'a str,
    field: String,
    shape: &'a str,
    /// Without `Option`.
    rust_type: String,
    required: bool,
    hidden: bool,
}

fn structure(model: &ApiModel, name: &str, shape: &Shape) -> Result<String, String> {
    let members = shape.members.as_ref().map(|it| it.0.as_slice()).unwrap_or_default();
    let mut known = Vec::new();
    for (member, Ref { shape: used, .. }) in members {
        let field = names::field(member);
        if known.iter().any(|other: &Member| other.field == field) {
            return Err(format!("{name}: two members become the field {field}"));
        }
        known.push(Member {
            name: member,
            field,
            shape: used,
            rust_type: model.rust_type(used)?,
            required: shape.requires(member),
            hidden: model.hides(name, member, used),
        });
    }
    let hides = known.iter().any(|member| member.hidden);
    let mut out = definition(name, &known, hides);
    if hides {
        out.push_str(&debug(name, &known));
    }
    out.push_str(&decode(name, &known));
    out.push_str(&encode(name, &known));
    Ok(out)
}

fn definition(name: &str, members: &[Member], hides: bool) -> String {
    let debug = if hides { "" } else { "Debug, " };
    let mut out = format!(
        "/// Structure `{name}`.\n#[derive({debug}Clone, Default, PartialEq)]\n\
         pub struct {name} {{\n"
    );
    for Member { name, field, rust_type, required, .. } in members {
        let (required, rust_type) = match required {
            true => (", required", rust_type.clone()),
            false => ("", format!("Option<{rust_type}>")),
        };
        out.push_str(&format!("/// Member `{name}`{required}.\npub {field}: {rust_type},\n"));
    }
    out.push_str("}\n\n");
    out
}

/// Like the derived implementation, except for members that hold secrets.
fn debug(name: &str, members: &[Member]) -> String {
    let mut out = format!(
        "impl rt::fmt::Debug for {name} {{\n\
         fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {{\n\
         f.debug_struct({name:?})\n"
    );
    for Member { field, required, hidden, .. } in members {
        let text = field.trim_start_matches("r#");
        let value = match (hidden, required) {
            (false, _) => format!("&self.{field}"),
            (true, true) => "&rt::Hidden".to_owned(),
            (true, false) => format!("&self.{field}.as_ref().map(|_| rt::Hidden)"),
        };
        out.push_str(&format!(".field({text:?}, {value})\n"));
    }
    out.push_str(".finish()\n}\n}\n\n");
    out
}

fn decode(name: &str, members: &[Member]) -> String {
    let mut body = String::from("at.structure(value)?;\nOk(Self {})");
    if !members.is_empty() {
        body = String::from("let mut members = at.structure(value)?;\nOk(Self {\n");
        for Member { name, field, shape, required, .. } in members {
            let how = if *required { "required" } else { "optional" };
            let shape = static_of(shape);
            body.push_str(&format!(
                "{field}: at.{how}(&mut members, {name:?}, &shapes::{shape})?,\n"
            ));
        }
        body.push_str("})");
    }
    format!(
        "impl rt::Decode for {name} {{\n\
         fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {{\n\
         {body}\n}}\n}}\n\n"
    )
}

fn encode(name: &str, members: &[Member]) -> String {
    let mutable = if members.is_empty() { "" } else { "mut " };
    let mut body = format!("let {mutable}object = rt::Object::new(out);\n");
    for Member { name, field, required, .. } in members {
        let how = if *required { "required" } else { "optional" };
        body.push_str(&format!("object.{how}({name:?}, &self.{field});\n"));
    }
    format!(
        "impl rt::Encode for {name} {{\nfn encode(&self, out: &mut String) {{\n\
         {body}object.end();\n}}\n}}\n\n"
    )
}

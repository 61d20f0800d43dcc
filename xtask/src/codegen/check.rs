//! Checks everything that the generator assumes about a model before anything is written.

use super::api::Api;
use super::model::{Metadata, Model, Operation, Shape, Type};

/// Names from Rust's prelude that generated code uses. A structure or enum with one of these names
/// would shadow it.
const PRELUDE: [&str; 12] = [
    "Option", "Some", "None", "Result", "Ok", "Err", "Vec", "String", "Box", "Default", "Clone",
    "Self",
];

/// Checks the whole model.
///
/// # Errors
/// The first violated assumption.
pub(crate) fn check(api: Api, model: &Model) -> Result<(), String> {
    metadata(api, &model.metadata)?;
    for (name, operation) in &model.operations.0 {
        check_operation(model, name, operation)
            .map_err(|problem| format!("operation {name}: {problem}"))?;
    }
    for (name, shape) in &model.shapes.0 {
        check_shape(model, name, shape).map_err(|problem| format!("shape {name}: {problem}"))?;
    }
    Ok(())
}

fn metadata(api: Api, metadata: &Metadata) -> Result<(), String> {
    expect(metadata.endpoint_prefix == api.endpoint_prefix(), "another service's model")?;
    expect(metadata.protocol == "json", "another protocol")?;
    expect(metadata.json_version == "1.1", "another protocol version")?;
    expect(metadata.signature_version == "v4", "another signature version")
}

fn check_operation(model: &Model, name: &str, operation: &Operation) -> Result<(), String> {
    expect(operation.name == name, "its name differs from its key")?;
    expect(operation.http.method == "POST" && operation.http.request_uri == "/", "not POST /")?;
    let unsigned = operation.auth.as_deref() == Some(&["smithy.api#noAuth".to_owned()]);
    match operation.authtype.as_deref() {
        None => expect(operation.auth.is_none(), "auth without authtype")?,
        Some("none") => expect(unsigned, "authtype without auth")?,
        Some(other) => return Err(format!("authtype {other} is not known")),
    }
    let shapes = [Some(&operation.input), operation.output.as_ref()];
    for used in shapes.into_iter().flatten() {
        let shape = find(model, &used.shape)?;
        expect(
            shape.kind == Type::Structure && !shape.exception && !shape.document,
            "not a structure",
        )?;
        expect(!shape.sensitive, "a sensitive request or response")?;
    }
    for error in &operation.errors {
        expect(find(model, &error.shape)?.exception, "an error that is not an exception")?;
    }
    Ok(())
}

fn check_shape(model: &Model, name: &str, shape: &Shape) -> Result<(), String> {
    expect(name.chars().all(|it| it.is_ascii_alphanumeric()), "a name with other characters")?;
    expect(
        name.starts_with(|it: char| it.is_ascii_uppercase()),
        "a name that does not start with a capital letter",
    )?;
    let typed = shape.kind == Type::Structure || shape.values.is_some();
    expect(!typed || !PRELUDE.contains(&name), "a name from Rust's prelude")?;
    facts(shape)?;
    let parts = [&shape.member, &shape.key, &shape.value];
    for part in parts.into_iter().flatten() {
        find(model, &part.shape)?;
    }
    if let Some(key) = &shape.key {
        let key = find(model, &key.shape)?;
        expect(key.kind == Type::String && !key.sensitive, "a key that is not a plain string")?;
    }
    let members = shape.members.as_ref().map(|it| it.0.as_slice()).unwrap_or_default();
    for (_, member) in members {
        find(model, &member.shape)?;
    }
    for required in shape.required.iter().flatten() {
        expect(
            members.iter().any(|(member, _)| member == required),
            "a required member that does not exist",
        )?;
    }
    if shape.exception {
        let known = members.iter().all(|(member, _)| member == "message" || member == "reasonCode");
        expect(known && shape.required.is_none(), "an exception with other members")?;
        expect(name.ends_with("Exception"), "an exception whose name does not end in Exception")?;
    }
    no_cycle(model, name, &mut Vec::new())
}

/// Checks which kind of shape has which facts.
fn facts(shape: &Shape) -> Result<(), String> {
    use Type::{Blob, Boolean, Integer, List, Long, Map, String, Structure, Timestamp};
    let kind = shape.kind;
    expect(shape.members.is_some() == (kind == Structure), "members")?;
    expect(shape.required.is_none() || kind == Structure, "required")?;
    expect(shape.member.is_some() == (kind == List), "a list's member")?;
    expect(shape.key.is_some() == (kind == Map), "a map's key")?;
    expect(shape.value.is_some() == (kind == Map), "a map's value")?;
    expect(shape.values.is_none() || kind == String, "an enum")?;
    expect(shape.pattern.is_none() || kind == String, "a pattern")?;
    let bounded = shape.min.is_some() || shape.max.is_some();
    expect(!bounded || !matches!(kind, Boolean | Timestamp | Structure), "bounds")?;
    expect(!shape.sensitive || matches!(kind, String | Map | Structure), "sensitive")?;
    expect(!matches!(kind, Integer | Long | Blob) || !shape.document, "a document")?;
    let enumeration = shape.values.is_some();
    expect(
        !enumeration || !(bounded || shape.pattern.is_some() || shape.sensitive),
        "an enum with other constraints",
    )?;
    let members = shape.members.as_ref().map_or(0, |it| it.0.len());
    expect(!shape.document || (kind == Structure && members == 0), "a document with other facts")?;
    expect(!(shape.exception || shape.fault) || kind == Structure, "an exception")?;
    expect(!shape.fault || shape.exception, "a fault that is not an exception")
}

/// Rust needs indirection for a structure inside itself; the models have no such structure.
fn no_cycle(model: &Model, name: &str, above: &mut Vec<String>) -> Result<(), String> {
    expect(!above.iter().any(|it| it == name), "it contains itself")?;
    above.push(name.to_owned());
    for part in parts(find(model, name)?) {
        no_cycle(model, part, above)?;
    }
    above.pop();
    Ok(())
}

/// Names of the shapes that a shape consists of.
pub(crate) fn parts(shape: &Shape) -> Vec<&str> {
    let inner = [&shape.member, &shape.key, &shape.value];
    let members = shape.members.as_ref().map(|it| it.0.as_slice()).unwrap_or_default();
    let mut names: Vec<&str> = inner.into_iter().flatten().map(|it| it.shape.as_str()).collect();
    names.extend(members.iter().map(|(_, member)| member.shape.as_str()));
    names
}

fn find<'a>(model: &'a Model, name: &str) -> Result<&'a Shape, String> {
    model.shapes.find(name).ok_or_else(|| format!("the model has no shape {name}"))
}

fn expect(holds: bool, violation: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("unexpected: {violation}")) }
}

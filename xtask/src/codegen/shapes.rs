//! `shapes.rs` of a service: a descriptor of every shape, for decoding and for tests.

use super::api_model::{ApiModel, static_of};
use super::model::{Ref, Shape, Type};
use super::output::Output;
use super::patterns::Patterns;

/// Writes the file.
///
/// # Errors
/// A shape that lacks what its kind needs.
pub(crate) fn emit(
    model: &ApiModel,
    patterns: &Patterns,
    output: &mut Output,
) -> Result<(), String> {
    let mut body = String::from("use super::super::patterns;\nuse crate::rt;\n\n");
    for (name, shape) in model.shapes() {
        let value = descriptor(model, patterns, name, shape)?;
        body.push_str(&format!("pub(crate) static {}: rt::Shape = {value};\n\n", static_of(name)));
    }
    let path = format!("{}/shapes.rs", model.api.module());
    output.rust(&path, "Constraints of every shape.", &body)
}

fn descriptor(
    model: &ApiModel,
    patterns: &Patterns,
    name: &str,
    shape: &Shape,
) -> Result<String, String> {
    let part = |part: &Option<Ref>| {
        let part = part.as_ref().ok_or_else(|| format!("{name} lacks a part"))?;
        Ok::<_, String>(format!("&{}", static_of(&part.shape)))
    };
    let mut out = match shape.kind {
        Type::Structure if shape.document => format!("rt::Shape::document({name:?})"),
        Type::Structure => format!("rt::Shape::structure({name:?}, &[{}])", members(shape)),
        Type::String if shape.values.is_some() => match model.notes.printed_enum.get(name) {
            Some(values) => format!("rt::Shape::enumeration({name:?}, &{values:?})"),
            None => format!("rt::Shape::enumeration({name:?}, super::{name}::TEXTS)"),
        },
        Type::String => format!("rt::Shape::text({name:?})"),
        Type::List => format!("rt::Shape::list({name:?}, {})", part(&shape.member)?),
        Type::Map => {
            format!("rt::Shape::map({name:?}, {}, {})", part(&shape.key)?, part(&shape.value)?)
        }
        Type::Integer => format!("rt::Shape::integer({name:?})"),
        Type::Long => format!("rt::Shape::long({name:?})"),
        Type::Boolean => format!("rt::Shape::boolean({name:?})"),
        Type::Timestamp => format!("rt::Shape::timestamp({name:?})"),
        Type::Blob => format!("rt::Shape::blob({name:?})"),
    };
    if let Some(min) = shape.min {
        out.push_str(&format!(".min({min})"));
    }
    if let Some(max) = shape.max {
        out.push_str(&format!(".max({max})"));
    }
    if let Some(pattern) = model.pattern_of(name, shape) {
        let pattern = patterns
            .static_of(&pattern)
            .ok_or_else(|| format!("no static for the pattern of {name}"))?;
        out.push_str(&format!(".pattern(&patterns::{pattern})"));
    }
    if model.notes.dropped_null.contains(name) {
        out.push_str(".drops_null()");
    }
    if shape.sensitive {
        out.push_str(".sensitive()");
    }
    Ok(out)
}

fn members(shape: &Shape) -> String {
    let members = shape.members.as_ref().map(|it| it.0.as_slice()).unwrap_or_default();
    let member = |(name, used): &(String, Ref)| {
        let how = if shape.requires(name) { "required" } else { "optional" };
        format!("rt::Member::{how}({name:?}, &{})", static_of(&used.shape))
    };
    members.iter().map(member).collect::<Vec<_>>().join(", ")
}

//! A model with the overlay applied, and queries on it.

use std::collections::BTreeSet;

use super::api::Api;
use super::check;
use super::model::{Model, Ref, Shape, Type};
use super::names;
use super::overlay::Notes;

/// One service, ready to be written out.
#[derive(Debug)]
pub(crate) struct ApiModel {
    pub api: Api,
    pub model: Model,
    pub notes: Notes,
    /// Shapes that requests and responses consist of; the others belong to exceptions.
    reachable: BTreeSet<String>,
}

impl ApiModel {
    /// Combines the parts and finds the reachable shapes.
    pub(crate) fn new(api: Api, model: Model, notes: Notes) -> Self {
        let mut reachable = BTreeSet::new();
        for (_, operation) in &model.operations.0 {
            reach(&model, &operation.input.shape, &mut reachable);
            if let Some(output) = &operation.output {
                reach(&model, &output.shape, &mut reachable);
            }
        }
        Self { api, model, notes, reachable }
    }

    /// Shapes of requests and responses, in the model's order.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = (&str, &Shape)> {
        let all = self.model.shapes.0.iter().map(|(name, shape)| (name.as_str(), shape));
        all.filter(|(name, _)| self.reachable.contains(*name))
    }

    /// Structures of requests and responses.
    pub(crate) fn structures(&self) -> impl Iterator<Item = (&str, &Shape)> {
        self.shapes().filter(|(_, shape)| shape.kind == Type::Structure && !shape.document)
    }

    /// The Rust type of a shape inside a structure.
    ///
    /// # Errors
    /// A shape that the model lacks.
    pub(crate) fn rust_type(&self, name: &str) -> Result<String, String> {
        let shape = self.model.shapes.find(name).ok_or_else(|| format!("no shape {name}"))?;
        let part = |part: &Option<Ref>| {
            part.as_ref()
                .map_or_else(|| Err(format!("{name} lacks a part")), |it| self.rust_type(&it.shape))
        };
        let plain = match shape.kind {
            Type::Structure if shape.document => "rt::Document".to_owned(),
            Type::Structure => format!("super::{name}"),
            Type::String if shape.values.is_some() => format!("super::{name}"),
            Type::String => "String".to_owned(),
            Type::List => format!("Vec<{}>", part(&shape.member)?),
            Type::Map => format!("rt::BTreeMap<String, {}>", part(&shape.value)?),
            Type::Integer => "i32".to_owned(),
            Type::Long => "i64".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Timestamp => "rt::Timestamp".to_owned(),
            Type::Blob => "rt::Blob".to_owned(),
        };
        Ok(if shape.sensitive { format!("rt::Sensitive<{plain}>") } else { plain })
    }

    /// Whether `Debug` must not show the member.
    pub(crate) fn hides(&self, structure: &str, member: &str, shape: &str) -> bool {
        self.notes.hidden.contains(&(shape.to_owned(), None))
            || self.notes.hidden.contains(&(structure.to_owned(), Some(member.to_owned())))
    }

    /// The pattern of a shape, and whether empty values skip it.
    pub(crate) fn pattern_of(&self, name: &str, shape: &Shape) -> Option<(String, bool)> {
        let text = shape.pattern.clone()?;
        Some((text, self.notes.skip_empty.contains(name)))
    }
}

/// The static of a shape.
pub(crate) fn static_of(name: &str) -> String {
    names::constant(name)
}

fn reach(model: &Model, name: &str, reachable: &mut BTreeSet<String>) {
    if !reachable.insert(name.to_owned()) {
        return;
    }
    for part in model.shapes.find(name).map(check::parts).unwrap_or_default() {
        reach(model, part, reachable);
    }
}

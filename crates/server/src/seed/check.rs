//! Checks seeds before anything is created.

use std::collections::HashSet;

use serde_json::{Map, Value};
use wire::{Kind, Service, Shape};

use super::reference::{self, ReferenceError};
use super::{SeedFile, Step};

/// An invalid step. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}.")]
pub struct Unsound {
    /// The file and the step.
    pub place: String,
    /// What is wrong with it.
    #[source]
    pub fault: Fault,
}

/// What is wrong with a step.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The API has no such operation.
    #[error("the user pool API has no operation {0}")]
    UnknownOperation(String),
    /// The operation's input has no such member.
    #[error("{shape} has no member {name}; its members are {}", known.join(", "))]
    UnknownMember {
        /// The structure's name in the API.
        shape: &'static str,
        /// The member.
        name: String,
        /// The members it has.
        known: Vec<&'static str>,
    },
    /// Two steps have the same name.
    #[error("an earlier step also has `as: {0}`")]
    SameName(String),
    /// A reference cannot be resolved.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
}

/// Checks all seeds together: a later one may refer to steps of an earlier one.
///
/// # Errors
/// The first invalid step.
pub fn check(files: &[SeedFile]) -> Result<(), Unsound> {
    let mut names = HashSet::new();
    for file in files {
        for (at, step) in file.seed.steps.iter().enumerate() {
            check_step(step, &mut names)
                .map_err(|fault| Unsound { place: place(file, at, step), fault })?;
        }
    }
    Ok(())
}

/// Names a step in messages.
pub(super) fn place(file: &SeedFile, at: usize, step: &Step) -> String {
    format!("{}, step {} ({})", file.path.display(), at + 1, step.operation)
}

fn check_step(step: &Step, names: &mut HashSet<String>) -> Result<(), Fault> {
    let operation = wire::operation(Service::Idp, &step.operation)
        .ok_or_else(|| Fault::UnknownOperation(step.operation.clone()))?;
    check_members(operation.input, &step.input)?;
    reference::check(&step.input, &|name| names.contains(name))?;
    match &step.name {
        Some(name) if !names.insert(name.clone()) => Err(Fault::SameName(name.clone())),
        _ => Ok(()),
    }
}

/// Refuses unknown members. Operations ignore them, as the real service does, but in a file written
/// by people they are mistakes.
fn check_members(shape: &Shape, members: &Map<String, Value>) -> Result<(), Fault> {
    let Kind::Structure(known) = shape.kind else { return Ok(()) };
    for (name, value) in members {
        let Some(member) = known.iter().find(|member| member.name == name) else {
            let known = known.iter().map(|member| member.name).collect();
            return Err(Fault::UnknownMember { shape: shape.name, name: name.clone(), known });
        };
        check_value(member.shape, value)?;
    }
    Ok(())
}

fn check_value(shape: &Shape, value: &Value) -> Result<(), Fault> {
    match (shape.kind, value) {
        (Kind::Structure(_), Value::Object(members)) => check_members(shape, members),
        (Kind::List(element), Value::Array(items)) => {
            items.iter().try_for_each(|item| check_value(element, item))
        }
        (Kind::Map(_, element), Value::Object(entries)) => {
            entries.values().try_for_each(|entry| check_value(element, entry))
        }
        _ => Ok(()),
    }
}

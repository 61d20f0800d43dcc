//! Checks seeds before anything is created.

use std::collections::HashSet;

use serde_json::{Map, Value};
use wire::{Kind, Service, Shape};

use super::{SeedFile, Step, reference};

/// Checks all seeds together: a later one may refer to steps of an earlier one.
///
/// # Errors
/// A sentence that names the file and the step.
pub fn check(files: &[SeedFile]) -> Result<(), String> {
    let mut names = HashSet::new();
    for file in files {
        for (at, step) in file.seed.steps.iter().enumerate() {
            check_step(step, &mut names)
                .map_err(|why| format!("{}: {why}.", place(file, at, step)))?;
        }
    }
    Ok(())
}

/// Names a step in messages.
pub(super) fn place(file: &SeedFile, at: usize, step: &Step) -> String {
    format!("{}, step {} ({})", file.path.display(), at + 1, step.operation)
}

fn check_step(step: &Step, names: &mut HashSet<String>) -> Result<(), String> {
    let operation = wire::operation(Service::Idp, &step.operation)
        .ok_or_else(|| format!("the user pool API has no operation {}", step.operation))?;
    check_members(operation.input, &step.input)?;
    reference::check(&step.input, &|name| names.contains(name))?;
    match &step.name {
        Some(name) if !names.insert(name.clone()) => {
            Err(format!("an earlier step also has `as: {name}`"))
        }
        _ => Ok(()),
    }
}

/// Refuses unknown members. Operations ignore them, as the real service does, but in a file written
/// by people they are mistakes.
fn check_members(shape: &Shape, members: &Map<String, Value>) -> Result<(), String> {
    let Kind::Structure(known) = shape.kind else { return Ok(()) };
    for (name, value) in members {
        let Some(member) = known.iter().find(|member| member.name == name) else {
            let names: Vec<&str> = known.iter().map(|member| member.name).collect();
            return Err(format!(
                "{} has no member {name}; its members are {}",
                shape.name,
                names.join(", ")
            ));
        };
        check_value(member.shape, value)?;
    }
    Ok(())
}

fn check_value(shape: &Shape, value: &Value) -> Result<(), String> {
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

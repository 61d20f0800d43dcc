//! `op.rs` of a service: a unit struct for each operation, and the table of all of them.

use super::api_model::{ApiModel, static_of};
use super::classes;
use super::exceptions;
use super::model::Operation;
use super::names;
use super::output::Output;
use super::overlay::Auth;

/// Writes the file.
///
/// # Errors
/// rustfmt is missing or refuses the text.
pub(crate) fn emit(model: &ApiModel, output: &mut Output) -> Result<(), String> {
    let mut sorted: Vec<&(String, Operation)> = model.model.operations.0.iter().collect();
    sorted.sort_by(|left, right| left.0.cmp(&right.0));
    let mut body = String::from("use super::shapes;\nuse crate::rt;\n\n");
    body.push_str(&format!(
        "/// Every operation, sorted by name.\n\
         pub(crate) static OPERATIONS: [rt::Operation; {}] = [\n",
        sorted.len()
    ));
    for (name, _) in &sorted {
        body.push_str(&format!("*<{name} as rt::OperationShape>::OPERATION,\n"));
    }
    body.push_str("];\n\n");
    for (name, operation) in sorted {
        body.push_str(&one(model, name, operation));
    }
    let docs =
        "Operations, each with its request, its response and the exceptions that it declares.";
    output.rust(&format!("{}/op.rs", model.api.module()), docs, &body)
}

/// Writes the function with which tests visit every operation of both services.
///
/// # Errors
/// rustfmt is missing or refuses the text.
pub(crate) fn emit_walk(models: &[ApiModel], output: &mut Output) -> Result<(), String> {
    let mut body = String::from(
        "use crate::every_operation::Visit;\n\n\
         /// Calls `visit` for each operation of both services.\n\
         pub(crate) fn walk(visit: &mut impl Visit) {\n",
    );
    for model in models {
        for (name, _) in &model.model.operations.0 {
            body.push_str(&format!(
                "visit.operation::<wire::{}::op::{name}>();\n",
                model.api.module()
            ));
        }
    }
    body.push_str("}\n");
    output.rust_at("crates/wire/tests/wire/walk.rs", "Every operation, for tests.", &body)
}

/// How an operation is authorised: from the overlay, otherwise from the model.
pub(super) fn auth(model: &ApiModel, name: &str, operation: &Operation) -> Auth {
    let unmarked = if operation.authtype.is_some() { Auth::None } else { Auth::SigV4 };
    model.notes.auth.get(name).copied().unwrap_or(unmarked)
}

/// The class of an operation: from the overlay, otherwise by the rule.
fn class<'m>(model: &'m ApiModel, name: &str, operation: &Operation) -> &'m str {
    let by_rule = || classes::by_rule(model.api, name, auth(model, name, operation));
    model.notes.class.get(name).map_or_else(by_rule, String::as_str)
}

fn one(model: &ApiModel, name: &str, operation: &Operation) -> String {
    let auth = match auth(model, name, operation) {
        Auth::SigV4 => "SigV4",
        Auth::None => "None",
        Auth::Optional => "Optional",
    };
    let errors: Vec<String> = operation
        .errors
        .iter()
        .map(|error| format!("rt::ExceptionType::{}", exceptions::variant(&error.shape)))
        .collect();
    let response =
        operation.output.as_ref().map_or("()".to_owned(), |it| format!("super::{}", it.shape));
    format!(
        "/// Operation `{name}`.\n\
         #[derive(Debug, Clone, Copy)]\n\
         pub struct {name};\n\n\
         impl rt::OperationShape for {name} {{\n\
         const OPERATION: &'static rt::Operation = &rt::Operation {{\n\
         service: rt::Service::{service},\n\
         name: {name:?},\n\
         snake: {snake:?},\n\
         auth: rt::Auth::{auth},\n\
         class: rt::Class::{class},\n\
         errors: &[{errors}],\n\
         has_output: {has_output},\n\
         input: &shapes::{input},\n\
         output: {output},\n\
         }};\n\
         type Input = super::{request};\n\
         type Output = {response};\n\
         }}\n\n",
        service = model.api.variant(),
        snake = names::snake(name),
        class = class(model, name, operation),
        errors = errors.join(", "),
        has_output = operation.output.is_some(),
        output = operation
            .output
            .as_ref()
            .map_or("None".to_owned(), |it| format!("Some(&shapes::{})", static_of(&it.shape))),
        input = static_of(&operation.input.shape),
        request = operation.input.shape,
    )
}

//! Which operations create a resource whose id a seed can choose.

use wire::{Exception, ExceptionType as Kind, Operation};

/// The operations that create a resource whose id can be chosen.
const MAKERS: [&str; 3] = ["CreateUserPool", "CreateUserPoolClient", "AdminCreateUser"];

/// Refuses a chosen id for an operation that would ignore it.
pub(crate) fn require_maker(operation: &Operation) -> Result<(), Exception> {
    if MAKERS.contains(&operation.name) {
        return Ok(());
    }
    let text =
        format!("{} does not accept a chosen id; only {} do.", operation.name, MAKERS.join(", "));
    Err(Exception::new(Kind::InvalidParameter, text))
}

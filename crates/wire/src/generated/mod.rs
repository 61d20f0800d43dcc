// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! What the models say, as Rust.

mod exceptions;
pub mod identity;
pub mod idp;
mod patterns;

pub use exceptions::ExceptionType;

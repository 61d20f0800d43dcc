// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! User pools (`cognito-idp`): requests, responses and what they are made of.

mod enums;
pub mod op;
mod requests;
mod responses;
pub(crate) mod shapes;
mod types;

pub use enums::*;
pub use requests::*;
pub use responses::*;
pub use types::*;

/// What stands before the full stop in `X-Amz-Target`.
pub(crate) const TARGET_PREFIX: &str = "AWSCognitoIdentityProviderService";

/// The service name in a SigV4 credential scope.
pub(crate) const SIGNING_NAME: &str = "cognito-idp";

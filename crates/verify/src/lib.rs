#![doc = include_str!("../README.md")]

mod answer;
#[cfg(feature = "axum")]
pub mod axum;
mod builder;
mod claims;
mod clock;
mod config;
mod error;
#[cfg(feature = "https")]
mod https;
mod json;
mod keys;
mod pool;
mod rules;
mod token;
mod token_use;
mod verifier;

pub use builder::VerifierBuilder;
pub use claims::{AccessClaims, Claims, IdClaims};
pub use config::ConfigError;
pub use error::{KeyFault, Malformed, Part, VerifyError};
#[cfg(feature = "https")]
pub use https::HttpsTransport;
pub use keys::{FetchError, Fetched, JwksError, MAX_JWKS_BYTES, Transport};
pub use pool::Pool;
pub use token::{Unverified, decode_unverified};
pub use token_use::TokenUse;
pub use verifier::Verifier;

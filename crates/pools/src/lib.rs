//! What a user pool does, free of any protocol: users, groups, passwords, codes, tokens, sign-in,
//! limits, settings, keys and jobs.
//!
//! The AWS operations, and every other protocol in front of a pool, decode their requests, call
//! this crate with typed values, and encode what it returns. Refusals carry the service's own
//! exceptions (see [`error`]), the vocabulary of the field, and each protocol renders them in its
//! own way.

pub mod administration;
pub mod clients;
pub mod codes;
pub mod config;
pub mod doctor;
mod endpoint;
pub mod error;
pub mod groups;
pub mod jobs;
pub mod keys;
mod limits;
mod passwords;
mod rates;
pub mod request;
pub mod self_service;
pub mod sign_in;
pub mod texts;
pub mod tokens;
pub mod user_pools;
pub mod users;

pub use endpoint::{Asker, Call, Endpoint};
pub use rates::{Limits, RateLimits, Refusals, client_of};
pub use request::{Chosen, IssuerForm, Parts, Server, Settings, StartError};

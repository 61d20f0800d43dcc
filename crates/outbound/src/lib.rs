//! The one HTTP client for requests that leave this server: JWKS and discovery documents of other
//! issuers, webhooks, message services, health checks.
//!
//! Every request has a total time and a largest response. Redirects are not followed unless
//! [`Options::max_redirects`] says so, and every hop is checked like the first. Addresses that are
//! not public are refused, whether the URL names them or a name resolves to them: the check is made
//! on the very addresses that are connected to, so a name that changes in between gains nothing.
//! There are no cookies, and no proxy from the environment.

mod address;
mod body;
mod chain;
mod client;
mod error;
mod message;
mod network;
mod options;
mod redirect;
mod resolver;
mod target;
mod tls;

pub use address::{AddressKind, kind_of};
pub use chain::causes;
pub use client::Client;
pub use error::{BadUrl, Error};
pub use message::{Request, Response};
pub use network::{Network, NotANetwork};
pub use options::{Addresses, Options, Roots};

//! What the operator sets.

use domain::credential::AtRest;

use crate::limits::RateLimits;

/// How the issuer of a pool's tokens is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerForm {
    /// `{public_url}/{pool_id}`: verifiers fetch the keys from this server.
    Own,
    /// `https://cognito-idp.{region}.amazonaws.com/{pool_id}`: for verifiers that insist on
    /// Amazon's form.
    Aws,
}

/// What an operator sets.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The AWS account id in ARNs, 12 digits.
    pub account_id: String,
    /// Where clients reach this server; no slash at the end.
    pub public_url: String,
    /// The form of `iss`.
    pub issuer: IssuerForm,
    /// How a new password is kept.
    pub at_rest: AtRest,
    /// Every one-time code, for tests; `None` in production.
    pub fixed_code: Option<String>,
    /// The regions that pools may be in; `None`: any.
    pub regions: Option<Vec<String>>,
    /// How many requests may come.
    pub limits: RateLimits,
    /// Parts that a new pool's users are placed over, a power of two; 1 on SQLite.
    pub n_parts: u32,
}

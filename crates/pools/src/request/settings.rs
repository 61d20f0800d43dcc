//! The operator's settings.

use domain::client::UnsetAttributes;
use domain::credential::AtRest;

use crate::rates::RateLimits;

/// Form of the issuer in a pool's tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerForm {
    /// `{public_url}/{pool_id}`: verifiers fetch the keys from this server.
    Own,
    /// `https://cognito-idp.{region}.amazonaws.com/{pool_id}`: for verifiers that insist on
    /// Amazon's form.
    Aws,
}

/// The operator's settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// AWS account id in ARNs, 12 digits.
    pub account_id: String,
    /// URL where clients reach this server, without a trailing slash.
    pub public_url: String,
    /// Form of `iss`.
    pub issuer: IssuerForm,
    /// How new passwords are stored.
    pub at_rest: AtRest,
    /// Whether the late use of a refresh token that was rotated out revokes its family.
    pub revoke_on_reuse: bool,
    /// What `ReadAttributes` and `WriteAttributes` of an app client allow where they are unset.
    pub unset_attributes: UnsetAttributes,
    /// Whether passwords of the other form may be stored too; known by itself where `at_rest` is
    /// argon2id.
    pub may_be_mixed: bool,
    /// The value of every one-time code, for tests; `None` in production.
    pub fixed_code: Option<String>,
    /// Regions that pools may be in; `None` for any.
    pub regions: Option<Vec<String>>,
    /// Request rate limits.
    pub limits: RateLimits,
    /// Number of parts that a new pool's users are spread over, a power of two; 1 on SQLite.
    pub n_parts: u32,
}

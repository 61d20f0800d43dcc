//! `GetUserPoolMfaConfig`: a pool's MFA settings, read from the store.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools::require_stored_pool;
use wire::idp::{GetUserPoolMfaConfigRequest, GetUserPoolMfaConfigResponse};

/// Parts that were never set are omitted.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserPoolMfaConfigRequest,
) -> Result<GetUserPoolMfaConfigResponse, Error> {
    Ok(require_stored_pool(ctx, &input.user_pool_id).await?.mfa_config())
}

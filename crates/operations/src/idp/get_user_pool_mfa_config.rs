//! `GetUserPoolMfaConfig`: a pool's MFA settings, read from the store.

use wire::idp::{GetUserPoolMfaConfigRequest, GetUserPoolMfaConfigResponse};

use crate::config::require_stored_pool;
use crate::ctx::Ctx;
use crate::error::Error;

/// Parts that were never set are not answered.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserPoolMfaConfigRequest,
) -> Result<GetUserPoolMfaConfigResponse, Error> {
    Ok(require_stored_pool(ctx, &input.user_pool_id).await?.mfa_config())
}

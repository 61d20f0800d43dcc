//! `SetUserPoolMfaConfig`: whether users need a second factor, and which they may use.

use wire::idp::{
    GetUserPoolMfaConfigResponse, SetUserPoolMfaConfigRequest, SetUserPoolMfaConfigResponse,
};

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;

/// The request replaces the configuration as a whole. The answer is the complete configuration.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: SetUserPoolMfaConfigRequest,
) -> Result<SetUserPoolMfaConfigResponse, Error> {
    let set = |pool: &domain::pool::UserPool, now| {
        pool.set_mfa_config(now, input.clone()).map_err(Error::from)
    };
    let now = user_pools::change(ctx, &input.user_pool_id, set).await?.mfa_config();
    let GetUserPoolMfaConfigResponse {
        sms_mfa_configuration,
        software_token_mfa_configuration,
        email_mfa_configuration,
        mfa_configuration,
        web_authn_configuration,
    } = now;
    Ok(SetUserPoolMfaConfigResponse {
        sms_mfa_configuration,
        software_token_mfa_configuration,
        email_mfa_configuration,
        mfa_configuration,
        web_authn_configuration,
    })
}

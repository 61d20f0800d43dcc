//! `GetUserPoolClientSessionConfiguration`: how long an app client accepts an SSO session without
//! asking.

use store::PoolClient;
use wire::Sensitive;
use wire::idp::{
    GetUserPoolClientSessionConfigurationRequest, GetUserPoolClientSessionConfigurationResponse,
};

use pools::config::client_opened;
use pools::error::Error;
use pools::request::Ctx;
use pools::texts;
use pools::user_pools::require_live;

/// Returns what was set, or the default, even while tracking is off; read from the store.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserPoolClientSessionConfigurationRequest,
) -> Result<GetUserPoolClientSessionConfigurationResponse, Error> {
    let (pool_id, client_id) = (&input.user_pool_id, input.client_id.as_str());
    let rows = (store::Pool::get(pool_id.as_str()), PoolClient::get(pool_id.as_str(), client_id));
    let (pool, client) = ctx.server.store.read(rows).await?;
    require_live(ctx, pool_id, pool)?;
    let client = client.ok_or_else(|| texts::client_unknown(client_id))?;
    let client = client_opened(&client)?;
    Ok(GetUserPoolClientSessionConfigurationResponse {
        user_pool_id: Some(input.user_pool_id),
        sso_session: Some(client.sso_session_limits()),
        client_id: Some(Sensitive::from(client.id)),
    })
}

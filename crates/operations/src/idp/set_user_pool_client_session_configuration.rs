//! `SetUserPoolClientSessionConfiguration`: how long an app client accepts an SSO session without
//! asking.

use store::{ConfigRev, PoolClient, Rev};
use wire::Sensitive;
use wire::idp::{
    SetUserPoolClientSessionConfigurationRequest, SetUserPoolClientSessionConfigurationResponse,
};

use pools::config::{client_opened, opened};
use pools::error::Error;
use pools::request::Ctx;
use pools::texts;
use pools::tokens::sessions;
use pools::user_pools::require_live;

/// Stored for managed login; only in a pool that tracks sessions.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: SetUserPoolClientSessionConfigurationRequest,
) -> Result<SetUserPoolClientSessionConfigurationResponse, Error> {
    let (pool_id, client_id) = (&input.user_pool_id, input.client_id.as_str());
    let mut tries = ctx.tries();
    loop {
        let rows =
            (store::Pool::get(pool_id.as_str()), PoolClient::get(pool_id.as_str(), client_id));
        let (row, client_row) = ctx.server.store.read(rows).await?;
        let row = require_live(ctx, pool_id, row)?;
        let pool = opened(&row)?;
        pool.require_session_tier().map_err(Error::from)?;
        if !pool.tracks_sessions() {
            return Err(sessions::not_enabled());
        }
        let client_row = client_row.ok_or_else(|| texts::client_unknown(client_id))?;
        let mut client = client_opened(&client_row)?;
        client.set_sessions(input.clone(), ctx.now);
        let mut batch = ctx.batch();
        batch.unchanged(&row);
        batch.update(&PoolClient { doc: client.to_doc(), ..client_row });
        batch.replace(&ConfigRev { pool_id: pool_id.clone(), rev: Rev(0) });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool_id);
            return Ok(SetUserPoolClientSessionConfigurationResponse {
                user_pool_id: Some(input.user_pool_id),
                sso_session: Some(client.sso_session_limits()),
                client_id: Some(Sensitive::from(client.id)),
            });
        }
    }
}
